// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figureunits.h"

#include "core/read/figures/figurecounted.h"
#include "core/read/wordset.h"
#include "core/text/utf8.h"

#include <array>

namespace countercheck::read {

namespace {

using text::tagBit;

struct CurrencySign {
    std::string_view sign, code;
};
constexpr CurrencySign currencySigns[] = {{"$", "USD"}, {"€", "EUR"},   {"£", "GBP"}, {"¥", "JPY"},   {"₦", "NGN"},
                                          {"₹", "INR"}, {"₽", "RUB"}, {"₩", "KRW"}, {"₪", "ILS"},   {"₫", "VND"},
                                          {"₱", "PHP"}, {"₴", "UAH"},   {"₵", "GHS"}, {"₺", "TRY"},   {"฿", "THB"},
                                          {"₡", "CRC"}, {"₲", "PYG"},   {"₸", "KZT"}, {"₿", "XBT"}, {"¢", "USD/100"}};
constexpr CurrencySign dollarPrefixes[] = {{"US", "USD"},  {"U.S.", "USD"}, {"A", "AUD"},  {"AU", "AUD"}, {"C", "CAD"},
                                           {"CA", "CAD"},  {"Can", "CAD"},  {"NZ", "NZD"}, {"HK", "HKD"}, {"S", "SGD"},
                                           {"R", "BRL"},   {"NT", "TWD"},   {"J", "JMD"},  {"Z", "ZWL"},  {"N", "NAD"},
                                           {"Mex", "MXN"}, {"RD", "DOP"},   {"TT", "TTD"}, {"AUS", "AUD"}};

/// Letters that stand for money right before digits: "Rs500", "RM20". ISO codes are the lexicon's.
constexpr CurrencySign gluedLetters[] = {
    {"Rs", "INR"},  {"Re", "INR"},  {"R", "ZAR"},   {"N", "NGN"},   {"RM", "MYR"},   {"Rp", "IDR"},  {"P", "PHP"},
    {"Tk", "BDT"},  {"Ksh", "KES"}, {"KSh", "KES"}, {"Sh", "KES"},  {"Shs", "UGX"},  {"USh", "UGX"}, {"TSh", "TZS"},
    {"Dh", "AED"},  {"Dhs", "AED"}, {"SR", "SAR"},  {"QR", "QAR"},  {"BD", "BHD"},   {"KD", "KWD"},  {"FCFA", "XOF"},
    {"CFA", "XOF"}, {"zł", "PLN"},  {"Kč", "CZK"},  {"RMB", "CNY"}, {"NIS", "ILS"},  {"GHc", "GHS"}, {"Fr", "CHF"},
    {"SFr", "CHF"}, {"kr", "?"},    {"Kr", "?"},    {"DM", "DEM"},  {"Birr", "ETB"}, {"K", "ZMW"},   {"E", "SZL"}};

/// Does one of them begin with that letter? Hardly any small word does.
constexpr auto gluedFirsts = [] {
    std::array<bool, 256> firsts{};
    for (const CurrencySign& s : gluedLetters)
        firsts[static_cast<unsigned char>(s.sign.front())] = true;
    return firsts;
}();

/// "us$", "hk$"
std::string lowerPair(std::string_view capitals) {
    return {static_cast<char>(capitals[0] | 0x20), static_cast<char>(capitals[1] | 0x20)};
}

/// Prefixes that are printed with a blank before the sign too ("NT $53.8"); "US" is not: "gave the US $5".
bool standsApart(std::string_view prefix) {
    return prefix == "NT" || prefix == "HK" || prefix == "NZ" || prefix == "AU";
}

/// m, g, l, t, A, V, h … mean something else in the other case.
bool letterCaseFits(std::string_view form, std::string_view code) {
    if (form.size() > 2 || form.empty() || code.empty())
        return true;
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (form.size() == 1)
        return upper(form[0]) == upper(code[0]) || (form == "l" && code == "L");
    return !(upper(form[0]) && upper(form[1]) && !upper(code[0])) || form == "KM" || form == "FT" || form == "KB" ||
           code[0] == '['; // "CV", "PS"
}

std::optional<UnitRead> pounds(std::uint32_t end) {
    return UnitRead{FigureKind::Money, "GBP", end, false, "currency"};
}

/// "kg" in "5 kg 300 g": what the smaller unit is of the larger one; nothing for units that are not read together.
std::optional<Decimal> partOf(std::string_view large, std::string_view small) {
    struct Pair {
        std::string_view large, small;
        int over;
    };
    static constexpr Pair pairs[] = {{"[ft_i]", "[in_i]", 12},
                                     {"[yd_i]", "[ft_i]", 3},
                                     {"[yd_i]", "[in_i]", 36},
                                     {"[lb_av]", "[oz_av]", 16},
                                     {"[stone_av]", "[lb_av]", 14},
                                     {"kg", "g", 1000},
                                     {"t", "kg", 1000},
                                     {"km", "m", 1000},
                                     {"m", "cm", 100},
                                     {"cm", "mm", 10},
                                     {"L", "mL", 1000},
                                     {"L", "cL", 100},
                                     {"[mi_i]", "[yd_i]", 1760},
                                     {"[mi_i]", "[ft_i]", 5280},
                                     {"a", "mo", 12}};
    for (const Pair& p : pairs)
        if (p.large == large && p.small == small)
            return Decimal(p.over);
    return std::nullopt;
}

} // namespace

std::string_view prefixCurrency(const FigureText& t, std::string_view letters) {
    for (const CurrencySign& s : gluedLetters)
        if (s.sign == letters)
            return s.code;
    if (letters.size() != 3 || letters[0] < 'A' || letters[0] > 'Z' || letters[1] < 'A' || letters[1] > 'Z')
        return {};
    std::string buffer;
    const WordId id = t.lexicon.find(text::lowered(letters, buffer));
    return id != 0 && t.lexicon.form(id).size() == 3 ? t.lexicon.value(id, Tag::Currency) : std::string_view{};
}

std::optional<CompoundRead> FigureUnits::compound(const UnitRead& unit, bool foot) const {
    const bool money = unit.kind == FigureKind::Money;
    std::uint32_t i = unit.end;
    const bool hyphen = t_.joins(i);
    if (t_.is(i, w_.conjAnd) && (t_.text(i + 1) == "demi" || t_.text(i + 1) == "demie" || t_.text(i + 1) == "medio" ||
                                 t_.text(i + 1) == "media")) { // "trois kilos et demi"
        CompoundRead half;
        half.part = Decimal(Int128{5}, -1);
        half.end = half.numeral.end = i + 2;
        half.numeral.span.end = t_[i + 1].end;
        return half;
    }
    const bool with =
        money && t_.words.language == Language::Spanish && t_.text(i) == "con"; // veinte euros con cincuenta
    if (hyphen || with || t_.is(i, w_.conjAnd) || (t_.kind(i, TokenKind::Comma) && !money))
        ++i;
    if (!(t_.kind(i, TokenKind::Number) || t_.kind(i, TokenKind::Alnum) || t_.has(i, Tag::Number)))
        return std::nullopt;
    auto small = readNumeral(t_, i, i);
    if (!small || small->form != NumeralForm::Cardinal || small->value.negative())
        return std::nullopt;
    const auto behind = unitAfter(*small, small->end);
    CompoundRead result;
    result.numeral = *small;
    const bool cents = small->plain ? t_.text(small->first).size() == 2
                                    : !small->digits && small->value.isWhole() && small->value < Decimal(100);
    if (money && !behind && (i == unit.end || with) && !unit.hundredth && cents &&
        (t_.words.language != Language::English || (!small->digits && small->value >= Decimal(5))) &&
        !headAfter(t_, small->end, NounNumber::Many)) { // "12 euros 50", "zwanzig Euro fünfzig", "two pounds fifty"
        result.part = small->value.times(Decimal(Int128{1}, -2)).value_or(Decimal());
        result.end = small->end;
        return result;
    }
    if (!money && !behind && i == unit.end && unit.code == "m" && t_.words.language != Language::English &&
        small->value.isWhole() && small->value >= Decimal(10) && small->value < Decimal(100) &&
        (!small->digits || (small->plain && t_.text(small->first).size() == 2)) &&
        !headAfter(t_, small->end, NounNumber::Many)) { // "1 m 80", "trois mètres cinquante"
        result.part = small->value.times(Decimal(Int128{1}, -2)).value_or(Decimal());
        result.end = small->end;
        return result;
    }
    if (money) {
        if (!behind || behind->kind != FigureKind::Money || !behind->hundredth || unit.hundredth ||
            small->value >= Decimal(100) || (t_.kind(unit.end, TokenKind::Comma)))
            return std::nullopt;
        result.part = small->value.times(Decimal(Int128{1}, -2)).value_or(Decimal());
        result.end = behind->end;
        return result;
    }
    std::optional<Decimal> over;
    if (behind && behind->kind == FigureKind::Measure)
        over = partOf(unit.code, behind->code);
    else if (!behind && unit.code == "a" && t_.text(small->end).starts_with("month") && ageFollows(small->end))
        over = Decimal(12); // "5 years and 3 | months old"
    else if (!behind && foot && unit.code == "[ft_i]" && (small->plain || !small->digits) && small->value.isWhole() &&
             small->value < Decimal(12) && unit.end + (hyphen ? 1 : 0) == i && !t_.kind(small->end, TokenKind::Hyphen))
        over = Decimal(12); // "6-foot-3", "6 ft 3"
    else if (!behind && foot && unit.code == "[stone_av]" && small->value.isWhole() && small->value < Decimal(14) &&
             unit.end == i && (small->plain || !small->digits) && !t_.joins(small->end) &&
             !headAfter(t_, small->end, NounNumber::Many))
        over = Decimal(14); // "12 stone 4"
    if (!over || small->value >= *over)
        return std::nullopt;
    const auto part = small->value.dividedBy(*over);
    if (!part)
        return std::nullopt;
    result.part = *part;
    result.end = behind ? behind->end : small->end;
    return result;
}

UnitRead FigureUnits::currencyCode(WordId entry) const {
    UnitRead u;
    u.kind = FigureKind::Money;
    u.rule = "currency";
    std::string_view code = t_.lexicon.value(entry, Tag::Currency);
    if (code.size() > 4 && code.substr(3) == "/100") {
        u.hundredth = true;
        code = code.substr(0, 3);
    }
    if (code != "?")
        u.code = code;
    return u;
}

UnitRead FigureUnits::signCode(std::uint32_t i) const {
    UnitRead u;
    u.kind = FigureKind::Money;
    u.rule = "currency-sign";
    for (const CurrencySign& s : currencySigns)
        if (t_.text(i) == s.sign)
            u.code = s.code;
    if (u.code.size() > 3) {
        u.code.shorten(3);
        u.hundredth = true;
    }
    return u;
}

std::optional<UnitRead> FigureUnits::currencyBefore(const Numeral& n, std::uint32_t& phraseBegin) const {
    if (!n.prefix.empty()) {
        const std::string_view code = prefixCurrency(t_, n.prefix);
        return UnitRead{FigureKind::Money, code == "?" ? UnitCode() : UnitCode(code), n.first, false, "currency"};
    }
    std::uint32_t i = n.first - 1;
    if (t_.kind(i, TokenKind::Stop) && t_.glued(i) && t_.text(i) == "." && t_.text(i - 1) == "Rs")
        --i; // "Rs. 500"
    if (t_.kind(i, TokenKind::Currency)) {
        UnitRead u = signCode(i);
        phraseBegin = i;
        if (t_.kind(i - 1, TokenKind::Word) && t_.text(i) == "$" && (t_.glued(i) || standsApart(t_.text(i - 1)))) {
            for (const CurrencySign& p : dollarPrefixes)
                if (t_.text(i - 1) == p.sign || (p.sign.size() == 2 && t_.text(i - 1) == lowerPair(p.sign)) ||
                    (p.sign.size() == 1 && t_.text(i - 1).size() == 1 &&
                     (t_.text(i - 1).front() | 0x20) == (p.sign.front() | 0x20))) {
                    u.code = p.code;
                    phraseBegin = i - 1;
                }
        }
        return u;
    }
    if (n.digits && t_.kind(i, TokenKind::Word) && t_.text(i).size() >= 2 && t_.text(i).size() <= 4 &&
        gluedFirsts[static_cast<unsigned char>(t_.text(i).front())] && !t_.has(i, Tag::Currency) &&
        !t_.flag(i, text::AllCaps))
        for (const CurrencySign& s : gluedLetters)
            if (s.sign == t_.text(i)) { // "Rp 15,000", "kr 500", "KSh 3,000"
                phraseBegin = i;
                return UnitRead{FigureKind::Money, s.code == "?" ? UnitCode() : UnitCode(s.code), n.first, false,
                                "currency"};
            }
    if (!n.digits || !t_.has(i, Tag::Currency) || t_.text(i).size() > 4)
        return std::nullopt;
    const bool code = t_.text(i).size() == 3 && !t_.notCount(i, "won"); // "usd 1000"
    if (!t_.flag(i, text::AllCaps) && t_.text(i) != "Rs" && !code)
        return std::nullopt;
    phraseBegin = i;
    return currencyCode(t_[i].word);
}

bool FigureUnits::scaledAlone(const Numeral& n) {
    return (n.suffix == "M" && (!n.value.isWhole() || n.value >= Decimal(5))) ||
           ((n.suffix == "B" || n.suffix == "b" || n.suffix == "T") && !n.value.isWhole());
}

bool FigureUnits::scaleSuffix(Numeral& n) {
    std::int64_t times = 0;
    if (n.suffix == "m" || n.suffix == "M")
        times = 1000000;
    else if (n.suffix == "b" || n.suffix == "B")
        times = 1000000000;
    else if (n.suffix == "t" || n.suffix == "T")
        times = 1000000000000;
    if (times == 0)
        return false;
    n.value = n.value.times(Decimal(times)).value_or(n.value);
    n.multiplier = times;
    n.span.end += 1;
    n.suffix = {};
    n.plain = false;
    return true;
}

bool FigureUnits::scaleLetter(Numeral& n) const {
    const std::string_view s = t_.text(n.end);
    const std::int64_t times = s == "m" || s == "M" ? 1000000 : s == "b" || s == "B" ? 1000000000 : 0;
    if (times == 0)
        return false;
    n.value = n.value.times(Decimal(times)).value_or(n.value);
    n.multiplier = times;
    n.span.end = t_[n.end].end;
    n.plain = false;
    ++n.end;
    return true;
}

bool FigureUnits::ageFollows(std::uint32_t i) const {
    const auto found = t_.match(t_.pastHyphen(i), tagBit(Tag::AgeWord));
    return found && t_.lexicon.value(found->entry, Tag::AgeWord) != "before";
}

/// "5km", "50p", "5m" of a wall
std::optional<UnitRead> FigureUnits::suffixUnit(const Numeral& n) const {
    std::string buffer;
    const WordId id = t_.lexicon.find(text::lowered(n.suffix, buffer));
    if (id != 0 && t_.lexicon.has(id, Tag::Unit) && letterCaseFits(n.suffix, t_.lexicon.value(id, Tag::Unit))) {
        if (n.suffix == "m" && !t_.flag(n.end, text::Capitalised) && headAfter(t_, n.end, NounNumber::Many))
            return std::nullopt; // "5m people"
        return measure(id, n.end);
    }
    if (id != 0 && t_.lexicon.has(id, Tag::Currency)) {
        UnitRead u = currencyCode(id);
        u.end = n.end;
        return u;
    }
    if ((n.suffix == "C" || n.suffix == "F") && n.value <= Decimal(600)) // "45C"
        return UnitRead{FigureKind::Measure, n.suffix == "C" ? "Cel" : "[degF]", n.end, false, "degree-letter"};
    if (n.suffix == "in")
        return UnitRead{FigureKind::Measure, "[in_i]", n.end, false, "measure"};
    if (n.suffix == "p" || n.suffix == "c")
        return UnitRead{FigureKind::Money, n.suffix == "p" ? "GBP" : "USD", n.end, true, "currency"};
    return std::nullopt;
}

std::optional<UnitRead> FigureUnits::unitAfter(const Numeral& n, std::uint32_t i) const {
    if (!n.suffix.empty())
        return suffixUnit(n);
    if (t_.words.language != Language::English && t_.isOf(i) && (n.about || n.article || n.multiplier >= Decimal(1000)))
        ++i; // "3 millions d'euros"
    if (n.article && t_.words.language == Language::English && t_.isOf(i) && n.rule == std::string_view("couple"))
        ++i; // "a couple of dollars"
    if (!t_.inside(i))
        return std::nullopt;
    switch (t_[i].kind) {
    case TokenKind::Percent: {
        const bool mille = t_.text(i) != "%";
        return UnitRead{FigureKind::Percentage, mille ? "[ppth]" : "%", i + 1, false, mille ? "per-mille" : "per-cent"};
    }
    case TokenKind::Currency: { // "40 €"
        if ((t_.kind(i + 1, TokenKind::Number) || t_.kind(i + 1, TokenKind::Alnum)) &&
            (t_.words.language != Language::French || t_.glued(i + 1))) // but "12 € 50"
            return std::nullopt;
        UnitRead u = signCode(i);
        u.end = i + 1;
        if (t_.words.language == Language::French && t_.text(i) == "$" && t_.flag(i + 1, text::AllCaps))
            for (const CurrencySign& p : dollarPrefixes) // "300 $ CA", "20 $ US"
                if (t_.text(i + 1) == p.sign && p.sign.size() > 1) {
                    u.code = p.code;
                    u.end = i + 2;
                }
        return u;
    }
    case TokenKind::Symbol: {
        if (t_.text(i) != "°" && t_.text(i) != "º")
            return std::nullopt;
        const std::string_view scale = t_.text(i + 1);
        const bool alone = !t_.inside(i + 2) || !t_.kind(i + 2, TokenKind::Apostrophe);
        const std::string_view code =
            (scale == "C" || (scale == "c" && alone))   ? "Cel"
            : (scale == "F" || (scale == "f" && alone)) ? "[degF]"
            : t_.has(i + 1, Tag::Unit) && (t_.lexicon.value(t_[i + 1].word, Tag::Unit) == "Cel" ||
                                           t_.lexicon.value(t_[i + 1].word, Tag::Unit) == "[degF]")
                ? t_.lexicon.value(t_[i + 1].word, Tag::Unit)
                : "deg";
        return UnitRead{FigureKind::Measure, code, code == "deg" ? i + 1 : i + 2, false, "degree-sign"};
    }
    case TokenKind::Word:
    case TokenKind::Hyphen:
    case TokenKind::Alnum:
        return wordUnit(n, t_.pastHyphen(i));
    default:
        return std::nullopt;
    }
}

/// "sq. km", "cu. ft", "10 in. of"
std::optional<UnitRead> FigureUnits::dottedUnit(std::uint32_t i) const {
    if (!t_.kind(i + 1, TokenKind::Stop) || !t_.glued(i + 1) || t_.text(i + 1) != ".")
        return std::nullopt;
    const std::string_view word = t_.text(i);
    if (word == "in" && (t_.isOf(i + 2) || t_.kind(i + 2, TokenKind::Number)))
        return UnitRead{FigureKind::Measure, "[in_i]", i + 2, false, "measure"};
    const bool square = word == "sq" || word == "Sq";
    if ((!square && word != "cu") || !t_.has(i + 2, Tag::Unit))
        return std::nullopt;
    UnitRead u{FigureKind::Measure, t_.lexicon.value(t_[i + 2].word, Tag::Unit), i + 3, false, "measure"};
    u.code += square ? "2" : "3";
    if (t_.kind(u.end, TokenKind::Stop) && t_.glued(u.end) && t_.kind(u.end + 1, TokenKind::Word) &&
        !t_.flag(u.end + 1, text::Capitalised))
        ++u.end;
    return u;
}

/// "45 C", "113 F": a lone capital behind digits that nothing capitalised follows.
std::optional<UnitRead> FigureUnits::degreeLetter(const Numeral& n, std::uint32_t i) const {
    const std::string_view letter = t_.text(i);
    if ((letter == "V" || letter == "W" || letter == "A" || letter == "J") && n.digits && i == n.end && !t_.glued(i) &&
        n.multiplier == Decimal(1) && !t_.flag(n.first - 1, text::Capitalised) &&
        (!t_.kind(i + 1, TokenKind::Word) ||
         t_.hasAny(i + 1, tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux))))
        return UnitRead{FigureKind::Measure, letter, i + 1, false, "measure"}; // "3.5 A at 12 V"
    if (letter == "s" && n.digits && !n.plain && n.multiplier == Decimal(1) && i == n.end && !t_.glued(i) &&
        n.form == NumeralForm::Cardinal && !n.value.isWhole())
        return UnitRead{FigureKind::Measure, "s", i + 1, false, "measure"}; // "9.8 s"
    if ((letter != "C" && letter != "F") || !n.digits || n.multiplier != Decimal(1) || i != n.end || t_.glued(i) ||
        (n.value > Decimal(200) && !(letter == "F" && n.value <= Decimal(600) && t_.is(n.first - 1, w_.at))) ||
        t_.flag(n.first - 1, text::Capitalised) || t_.flag(i + 1, text::Capitalised))
        return std::nullopt;
    return UnitRead{FigureKind::Measure, letter == "C" ? "Cel" : "[degF]", i + 1, false, "degree-letter"};
}

bool FigureUnits::nameBegins(const Numeral& n, std::uint32_t i) const {
    if (t_.text(i).size() > 3 || !t_.flag(i, text::Capitalised) || !t_.glued(i + 1))
        return false;
    if (t_.joins(i + 1))
        return t_.kind(i + 2, TokenKind::Number); // "two Mi-8 helicopters"
    return t_.kind(i + 1, TokenKind::Stop) && t_.text(i).size() == 1 && n.digits && i + 2 < t_.reading.tokens.size() &&
           t_[i + 2].has(text::Capitalised) &&
           !t_.lexicon.hasAny(t_[i + 2].word, tagBit(Tag::Det) | tagBit(Tag::Pron) | tagBit(Tag::Prep) |
                                                  tagBit(Tag::Conj) |
                                                  tagBit(Tag::Subord)); // "at 200 W. | American Blvd."
}

std::optional<UnitRead> FigureUnits::wordUnit(const Numeral& n, std::uint32_t i) const {
    if (auto dotted = dottedUnit(i))
        return dotted;
    if (auto letter = degreeLetter(n, i); letter && !nameBegins(n, i))
        return letter;
    const auto found = t_.match(i, tagBit(Tag::Unit) | tagBit(Tag::Currency));
    if (!found && t_.isOf(i + 1) && (t_.text(i) == "cup" || t_.text(i) == "cups")) // other cups are won
        return UnitRead{FigureKind::Measure, "[cup_us]", i + 1, false, "measure"};
    if (!found || ageFollows(i) || nameBegins(n, i))
        return std::nullopt;
    const std::string_view code = t_.lexicon.value(found->entry, Tag::Unit);
    if (t_.lexicon.has(found->entry, Tag::Currency) && currencyReads(n, found->entry, i, found->endToken)) {
        UnitRead u = currencyCode(found->entry);
        u.end = found->endToken;
        return u;
    }
    if (code == "[lb_av]" && t_.lexicon.form(found->entry).size() > 4 && poundsAreMoney(n, found->endToken))
        return pounds(found->endToken);
    if (!t_.lexicon.has(found->entry, Tag::Unit) || !letterCaseFits(t_.text(i), code))
        return std::nullopt;
    // "the two second-half goals", "three second bombs": an ordinal beside a numeral is no unit.
    if (t_.is(i, w_.second) && ((n.value != Decimal(1) && i == n.end) || t_.joins(i + 1)))
        return std::nullopt;
    return measure(found->entry, found->endToken);
}

/// Pounds of money or of weight? Millions are money; "pounds of explosives" and what weighs are weight.
bool FigureUnits::poundsAreMoney(const Numeral& n, std::uint32_t end) const {
    if (n.multiplier >= Decimal(1000000))
        return true;
    if (t_.isOf(end))
        return false;
    const std::uint32_t small = t_.is(end, w_.conjAnd) ? end + 1 : end;
    if (t_.kind(small, TokenKind::Number) || t_.has(small, Tag::Number)) // "seven pounds and 50 pence"
        if (const auto pence = readNumeral(t_, small, small);
            pence && t_.has(pence->end, Tag::Currency) &&
            t_.lexicon.value(t_[pence->end].word, Tag::Currency) == "GBP/100")
            return true;
    if (t_.has(end, Tag::Number) && n.value < Decimal(1000)) // "twelve pounds fifty"
        if (const auto pence = readNumeral(t_, end, end); pence && pence->form == NumeralForm::Cardinal &&
                                                          pence->value >= Decimal(10) && pence->value < Decimal(100) &&
                                                          !unitAfter(*pence, pence->end) &&
                                                          !headAfter(t_, pence->end, NounNumber::Many))
            return true;
    const std::uint32_t lowest = n.first > t_.begin + 6 ? n.first - 6 : t_.begin;
    for (std::uint32_t i = n.first; i-- > lowest;)
        if (t_.notCount(i, "money"))
            return true;
    static constexpr WordSet paid({"note", "banknote", "coin", "bet", "reward", "prize", "deposit", "donation", "bonus",
                                   "ticket", "voucher", "grant", "bounty", "subsidy"});
    return t_.joins(n.end) && (t_.notCount(end, "money") || paid.contains(t_.text(end))); // "a thousand-pound fine"
}

/// Currency words that are also verbs, names or common nouns.
bool FigureUnits::currencyReads(const Numeral& n, WordId entry, std::uint32_t word, std::uint32_t end) const {
    if (t_.notCount(word, "won")) // won, rand, lei, dong: large sums only
        return (n.multiplier >= Decimal(1000) || n.value >= Decimal(1000)) && !t_.hasAny(end, tagBit(Tag::Det)) &&
               !t_.flag(word, text::Capitalised);
    const std::string_view form = t_.lexicon.form(entry);
    if (form.substr(0, 2) == "rs")
        return false; // stands before the number
    if (form.size() == 3 && end == word + 1 && form != "yen" && form != "cfa" && (form.back() & 0x80) == 0)
        return t_.flag(word, text::AllCaps); // "10 all", "2 try": codes are printed in capitals
    return true;
}

UnitRead FigureUnits::measure(WordId entry, std::uint32_t end) const {
    UnitRead u;
    u.code = t_.lexicon.value(entry, Tag::Unit);
    u.end = end;
    u.kind = FigureKind::Measure;
    u.rule = "measure";
    if (u.code == "%" || u.code == "[ppth]" || u.code == "{pp}" || u.code == "{bp}") {
        u.kind = FigureKind::Percentage;
        u.rule = "per-cent";
        return u;
    }
    if (t_.kind(end, TokenKind::Symbol) && t_.glued(end) && (t_.text(end) == "²" || t_.text(end) == "³")) {
        u.code += t_.text(end) == "²" ? "2" : "3";
        ++u.end;
    }
    if (t_.kind(end, TokenKind::Symbol) && t_.glued(end) && t_.text(end) == "^" && t_.glued(end + 1) &&
        (t_.text(end + 1) == "2" || t_.text(end + 1) == "3")) { // "km^2"
        u.code += t_.text(end + 1);
        u.end += 2;
    }
    // "km/h", "tonnes per hectare"
    const bool slash = t_.kind(u.end, TokenKind::Slash) && t_.glued(u.end);
    if (!slash && !t_.is(u.end, w_.per))
        return u;
    const std::uint32_t below = u.end + 1;
    const auto match =
        t_.has(below, Tag::Unit) ? t_.match(below, text::tagBit(Tag::Unit)) : std::nullopt; // par mètre carré
    std::string_view under = match ? t_.lexicon.value(match->entry, Tag::Unit) : std::string_view{};
    if (under.empty() && slash && (t_.text(below) == "h" || t_.text(below) == "s"))
        under = t_.text(below);
    if (!under.empty() && under != u.code) {
        u.code += "/";
        u.code += under;
        u.end = match ? match->endToken : below + 1;
    }
    return u;
}

} // namespace countercheck::read
