// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the tokens. A token that is no number, number word or sign of one costs a table look-up; at one that
// is, the productions below run: numeral, unit, range, age, hedges, counted noun. What is no figure is refused by name
// in figurecontext.cpp.
#include "core/read/figurecontext.h"
#include "core/read/figurecounted.h"
#include "core/read/mentions.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace countercheck::read {

namespace {

using text::tagBit;

constexpr std::uint64_t numberTags =
    tagBit(Tag::Number) | tagBit(Tag::Multiplier) | tagBit(Tag::Ordinal) | tagBit(Tag::Fraction) | tagBit(Tag::Vague);

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

Hedge hedgeFrom(std::string_view name) {
    struct Named {
        std::string_view name;
        Hedge hedge;
    };
    static constexpr Named names[] = {
        {"about", Hedge::About},        {"nearly", Hedge::Nearly},    {"just-under", Hedge::JustUnder},
        {"just-over", Hedge::JustOver}, {"at-least", Hedge::AtLeast}, {"more-than", Hedge::MoreThan},
        {"at-most", Hedge::AtMost},     {"up-to", Hedge::UpTo},       {"less-than", Hedge::LessThan}};
    for (const Named& n : names)
        if (n.name == name)
            return n.hedge;
    return Hedge::None; // "exactly", "a total of"
}

const char* hedgeRule(Hedge hedge, bool after) {
    static constexpr std::array before = {"hedge-before:exactly",    "hedge-before:about",     "hedge-before:nearly",
                                          "hedge-before:just-under", "hedge-before:just-over", "hedge-before:at-least",
                                          "hedge-before:more-than",  "hedge-before:at-most",   "hedge-before:up-to",
                                          "hedge-before:less-than"};
    static constexpr std::array behind = {"hedge-after:exactly",    "hedge-after:about",     "hedge-after:nearly",
                                          "hedge-after:just-under", "hedge-after:just-over", "hedge-after:at-least",
                                          "hedge-after:more-than",  "hedge-after:at-most",   "hedge-after:up-to",
                                          "hedge-after:less-than"};
    return (after ? behind : before)[static_cast<std::size_t>(hedge)];
}

/// What stands beside the numeral and says what it measures.
struct UnitRead {
    FigureKind kind = FigureKind::Count;
    std::string code;       ///< UCUM or ISO 4217; empty: money of an unnamed currency
    std::uint32_t end = 0;  ///< one past its last token (when behind the numeral)
    bool hundredth = false; ///< cents
    const char* rule = "";
};

class FigureWalk {
public:
    FigureWalk(const text::Reading& reading, const text::Lexicon& lexicon, const FigureWords& words,
               const ReadContext& context, Mentions& out)
        : t_(reading, lexicon, words), w_(words), context_(context), out_(out) {}

    void run() {
        const auto& tokens = t_.reading.tokens;
        const auto& sentences = t_.reading.sentences;
        for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
            const text::Sentence& s = sentences[sentence_];
            const text::BlockRole role = t_.reading.blocks[s.block].role;
            if (role == text::BlockRole::Furniture || role == text::BlockRole::Newsletter ||
                role == text::BlockRole::Metadata)
                continue;
            t_.begin = s.firstToken;
            t_.end = s.endToken;
            free_ = s.firstToken;
            firstFigure_ = out_.figures.size();
            for (std::uint32_t i = s.firstToken; i < s.endToken;) {
                const Token& token = tokens[i];
                const bool candidate = token.is(TokenKind::Word)
                                           ? token.word != 0 && t_.lexicon.hasAny(token.word, numberTags)
                                           : token.is(TokenKind::Number) || token.is(TokenKind::Alnum) ||
                                                 (token.is(TokenKind::Symbol) && token.has(text::NonAscii));
                i = candidate ? at(i) : i + 1;
            }
        }
    }

private:
    // ---- one candidate ----------------------------------------------------------------------------------------------

    /// Reads what begins at the candidate token and returns where to go on.
    std::uint32_t at(std::uint32_t i) {
        if (const std::uint32_t end = timeAt(i); end > i)
            return end;
        if (const auto chain = numberChain(t_, i))
            return free_ = chain->end;
        auto n = readNumeral(t_, i, free_);
        if (!n)
            return i + 1;
        if (takenByTime(*n))
            return i + 1;
        switch (n->form) {
        case NumeralForm::Ordinal:
            return ordinal(*n);
        case NumeralForm::Vague:
            return vague(*n);
        case NumeralForm::Fraction:
        case NumeralForm::Cardinal:
            break;
        }
        return cardinal(*n);
    }

    /// One past the last token of a time mention that holds token i; i when none does.
    std::uint32_t timeAt(std::uint32_t i) {
        const auto& times = out_.times;
        while (time_ < times.size() && times[time_].endToken <= i)
            ++time_;
        if (time_ < times.size() && times[time_].firstToken <= i && !ageFollows(times[time_].endToken))
            return times[time_].endToken;
        return i;
    }
    /// "15 years | old", "15-year-old" are no durations.
    [[nodiscard]] bool ageFollows(std::uint32_t end) const {
        const std::uint32_t i = t_.pastHyphen(end);
        return t_.text(i) == "old" || t_.text(i) == "olds" || (t_.is(i, w_.of) && t_.text(i + 1) == "age");
    }
    [[nodiscard]] bool takenByTime(const Numeral& n) const {
        return time_ < out_.times.size() && out_.times[time_].firstToken < n.end &&
               !ageFollows(out_.times[time_].endToken);
    }
    [[nodiscard]] bool timeToken(std::uint32_t i) const {
        for (std::size_t k = time_; k < out_.times.size() && out_.times[k].firstToken <= i; ++k)
            if (i < out_.times[k].endToken)
                return true;
        return false;
    }

    std::uint32_t ordinal(const Numeral& n) {
        if (!ordinalCounts(t_, n))
            return free_ = n.end;
        Figure& f = start(n, FigureKind::Ordinal);
        f.set = figureSet(n.value, Hedge::None, false);
        if (const auto head = headAfter(t_, n.end, NounNumber::Any)) {
            setCounted(f, *head);
            f.phrase.end = f.counted.end;
        }
        return finish(f, n.end);
    }

    std::uint32_t vague(const Numeral& n) {
        const std::uint32_t before = n.first - 1;
        if (t_.is(n.first, w_.many) &&
            (t_.isAny(before, {w_.how, w_.so, w_.too, w_.as, w_.notWord, w_.great, w_.the}) ||
             t_.isAny(n.end, {w_.as})))
            return n.end;
        const auto unit = unitAfter(n, n.end);
        const bool of = t_.is(n.end, w_.of);
        auto head = of ? headAfterOf(t_, n.end, NounNumber::Any) : headAfter(t_, n.end, NounNumber::Many);
        const bool word =
            t_.isAny(n.first, {w_.many, w_.several}) || t_.lexicon.value(t_[n.first].word, Tag::Vague) == "2";
        if (!head && word && !n.article && !unit && n.multiplier == Decimal(1))
            return n.end;
        if (!head && (t_.is(n.first, w_.a) && word))
            return n.end;
        Figure& f = start(n, FigureKind::Count);
        f.set = vagueSet(n.value);
        if (of && !unit) { // "millions of dollars"
            if (const auto money = t_.match(n.end + 1, tagBit(Tag::Currency))) {
                f.kind = FigureKind::Money;
                f.unit = currencyCode(money->entry).code;
                f.phrase.end = t_[money->endToken - 1].end;
                return finish(f, money->endToken);
            }
        }
        if (unit) {
            f.kind = unit->kind;
            f.unit = unit->code;
            f.phrase.end = t_[unit->end - 1].end;
        } else if (head) {
            setCounted(f, *head);
            f.phrase.end = f.counted.end;
        }
        hedgesBefore(f, n.first);
        return finish(f, n.end);
    }

    std::uint32_t cardinal(Numeral& n) {
        std::uint32_t phraseBegin = n.first;
        auto unit = currencyBefore(n, phraseBegin);
        if (unit && !n.suffix.empty() && scaleSuffix(n))
            unit->end = n.end;
        auto behind = unitAfter(n, n.end);
        if (unit && behind && behind->kind == FigureKind::Money)
            unit->end = behind->end; // "US$3 million dollars"
        else if (!unit)
            unit = behind;
        if (!unit && !n.suffix.empty()) {
            if (n.suffix != "m" || !bareMillions(n))
                return free_ = n.end; // "5b", "40t": letters that are no unit of ours
        }

        Numeral last = n;
        std::optional<UnitRead> rangeUnit = unit;
        const bool range = n.form == NumeralForm::Cardinal && readRange(n, unit, last, rangeUnit);
        if (range)
            unit = rangeUnit;
        const std::uint32_t numeralEnd = last.end;
        std::uint32_t phraseEnd = unit && unit->end > numeralEnd ? unit->end : numeralEnd;

        Numeral whole = n; // the range's or the numeral's tokens
        whole.end = numeralEnd;
        whole.span.end = last.span.end;

        if (!unit)
            if (const auto ageEnd = age(whole, phraseBegin, last, range, n))
                return *ageEnd;

        const FigureKind kind = unit                              ? unit->kind
                                : n.form == NumeralForm::Fraction ? FigureKind::Fraction
                                                                  : FigureKind::Count;
        const bool part = kind == FigureKind::Percentage || kind == FigureKind::Fraction || kind == FigureKind::Measure;
        const bool single = !range && n.value == Decimal(1);
        std::optional<CountedNoun> head;
        if (t_.is(phraseEnd, w_.of))
            head = headAfterOf(t_, phraseEnd, part ? NounNumber::Any : NounNumber::Many);
        else if (kind == FigureKind::Count)
            head = headAfter(t_, phraseEnd, single ? NounNumber::One : NounNumber::Many);
        else if (kind == FigureKind::Fraction && t_.hasAny(phraseEnd, tagBit(Tag::Det) | tagBit(Tag::Poss)))
            head = headAfter(t_, phraseEnd + 1, NounNumber::Any);

        if (!range && ratio(n, head))
            return free_;

        std::uint32_t hedgeFirst = phraseBegin;
        const Hedge before = hedgeBefore(hedgeFirst);
        const bool hedged = hedgeFirst != phraseBegin;
        if (const auto refused = notAFigure(t_, whole, unit.has_value(), hedged, head.has_value() && !head->before))
            return free_ = std::max(refused->end, numeralEnd);
        if (t_.is(n.first, w_.one) && n.end == n.first + 1 && !unit && !range && !hedged &&
            !oneCounts(t_, n.first, n.end, head.has_value()))
            return free_ = n.end;
        if (n.form == NumeralForm::Fraction && !fractionCounts(n, head, before))
            return free_ = n.end;
        if (n.value.isZero() && !head && !unit && !n.digits)
            return free_ = n.end;

        Figure& f = start(whole, kind);
        f.derivation.add(n.rule);
        if (range)
            f.derivation.add("range");
        if (unit) {
            f.unit = unit->code;
            f.derivation.add(unit->rule);
        }
        f.phrase = {t_[phraseBegin].begin, std::max(f.numeral.end, t_[phraseEnd - 1].end)};
        if (!head && kind == FigureKind::Count)
            head = antecedent(phraseEnd, hedgeFirst);
        if (head) {
            setCounted(f, *head);
            f.derivation.add(head->before ? "counted:before" : head->partitive ? "counted:of" : "counted:head-noun");
            if (!head->before && kind == FigureKind::Count)
                f.phrase.end = std::max(f.phrase.end, f.counted.end);
        }
        if (const auto magnitude = magnitudeBeside(n)) {
            f.kind = FigureKind::Measure;
            f.unit = "{magnitude}";
            f.countedLemma = "magnitude";
            f.counted = t_[*magnitude].span();
            f.phrase = f.phrase.united(f.counted);
        }

        Hedge hedge = before;
        if (hedged) {
            f.phrase.begin = t_[hedgeFirst].begin;
            f.derivation.add(hedgeRule(before, false));
        }
        if (const Hedge after = hedgeAfter(f, numeralEnd, phraseEnd); after != Hedge::None) {
            f.derivation.add(hedgeRule(after, true));
            if (hedge == Hedge::None || hedge == Hedge::About)
                hedge = after;
        }
        Decimal low = n.value, high = last.value;
        if (unit && unit->hundredth) {
            low = low.times(Decimal(Int128{1}, -2)).value_or(low);
            high = high.times(Decimal(Int128{1}, -2)).value_or(high);
        }
        const bool count = kind != FigureKind::Measure && kind != FigureKind::Money && kind != FigureKind::Percentage;
        f.value = low;
        f.set = range ? rangeSet(low, high) : figureSet(low, hedge, count, context_.hedgePercent);
        return finish(f, std::max(numeralEnd, unit ? std::min(unit->end, phraseEnd) : numeralEnd));
    }

    // ---- units and money --------------------------------------------------------------------------------------------

    [[nodiscard]] UnitRead currencyCode(WordId entry) const {
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

    [[nodiscard]] UnitRead signCode(std::uint32_t i) const {
        UnitRead u;
        u.kind = FigureKind::Money;
        u.rule = "currency-sign";
        for (const CurrencySign& s : currencySigns)
            if (t_.text(i) == s.sign) {
                u.code = s.code;
                if (u.code.size() > 3) {
                    u.code.resize(3);
                    u.hundredth = true;
                }
            }
        return u;
    }

    /// "US$3.2 million", "€40", "USD 50", "Rs 500": moves phraseBegin to the left.
    std::optional<UnitRead> currencyBefore(const Numeral& n, std::uint32_t& phraseBegin) const {
        const std::uint32_t i = n.first - 1;
        if (!t_.inside(i) || i < t_.begin)
            return std::nullopt;
        if (t_.kind(i, TokenKind::Currency)) {
            UnitRead u = signCode(i);
            phraseBegin = i;
            if (t_.kind(i - 1, TokenKind::Word) && t_.glued(i)) {
                for (const CurrencySign& p : dollarPrefixes)
                    if (t_.text(i - 1) == p.sign) {
                        if (t_.text(i) == "$")
                            u.code = p.code;
                        phraseBegin = i - 1;
                    }
            }
            if (t_.text(phraseBegin - 1) == "-" && t_.glued(phraseBegin) && !t_.glued(phraseBegin - 1))
                --phraseBegin;
            return u;
        }
        if (!n.digits || !t_.kind(i, TokenKind::Word))
            return std::nullopt;
        const bool code =
            t_.has(i, Tag::Currency) && (t_.flag(i, text::AllCaps) || t_.text(i) == "Rs" || t_.text(i) == "rs");
        if (code && t_.text(i).size() <= 4) {
            phraseBegin = i;
            return currencyCode(t_[i].word);
        }
        return std::nullopt;
    }

    /// "$3m", "$40b", "€2t": letters that are a multiplier beside money only.
    static bool scaleSuffix(Numeral& n) {
        const char c = n.suffix.size() == 1 ? n.suffix.front() : ' ';
        const std::int64_t times = c == 'm' || c == 'M'   ? 1000000
                                   : c == 'b' || c == 'B' ? 1000000000
                                   : c == 't' || c == 'T' ? 1000000000000
                                                          : 0;
        if (times == 0)
            return false;
        n.value = n.value.times(Decimal(times)).value_or(n.value);
        n.span.end += 1;
        n.suffix = {};
        n.plain = false;
        return true;
    }

    /// "5m people": a million where a plural noun follows, metres elsewhere (which unitAfter has tried).
    bool bareMillions(Numeral& n) { return headAfter(t_, n.end, NounNumber::Many) && scaleSuffix(n); }

    [[nodiscard]] bool letterCaseFits(std::string_view form, std::string_view code) const {
        if (form.size() > 2 || code.empty())
            return true;
        // m, g, l, t, A, V, h … mean something else in the other case.
        const bool upper = form.front() >= 'A' && form.front() <= 'Z';
        const bool upperCode = code.front() >= 'A' && code.front() <= 'Z';
        return form.size() == 2
                   ? !(upper && !upperCode && form[1] >= 'A' && form[1] <= 'Z') || form == "KM" || form == "FT"
                   : upper == upperCode || (form == "l" && code == "L");
    }

    /// Per cent, currency or measure that begins at token i (behind numeral n).
    std::optional<UnitRead> unitAfter(const Numeral& n, std::uint32_t i) const {
        UnitRead u;
        if (!n.suffix.empty()) {
            std::string buffer;
            const WordId id = t_.lexicon.find(text::lowered(n.suffix, buffer));
            if (id != 0 && t_.lexicon.has(id, Tag::Unit) && letterCaseFits(n.suffix, t_.lexicon.value(id, Tag::Unit))) {
                if (n.suffix == "m" && headAfter(t_, n.end, NounNumber::Many) && !t_.flag(n.end, text::Capitalised))
                    return std::nullopt; // "5m people"
                return measure(id, n.end);
            }
            if (id != 0 && t_.lexicon.has(id, Tag::Currency)) {
                u = currencyCode(id);
                u.end = n.end;
                return u;
            }
            if (n.suffix == "p") { // 50p
                u = UnitRead{FigureKind::Money, "GBP", n.end, true, "currency"};
                return u;
            }
            if (n.suffix == "c") {
                u = UnitRead{FigureKind::Money, "USD", n.end, true, "currency"};
                return u;
            }
            return std::nullopt;
        }
        if (t_.kind(i, TokenKind::Percent)) {
            const bool mille = t_.text(i) != "%";
            return UnitRead{FigureKind::Percentage, mille ? "[ppth]" : "%", i + 1, false,
                            mille ? "per-mille" : "per-cent"};
        }
        if (t_.kind(i, TokenKind::Currency) && !t_.kind(i + 1, TokenKind::Number) &&
            !t_.kind(i + 1, TokenKind::Alnum)) {
            u = signCode(i); // "40 €"
            u.end = i + 1;
            return u;
        }
        if (t_.kind(i, TokenKind::Symbol) && t_.text(i) == "°") {
            const std::string_view scale = t_.text(i + 1);
            const char* code = scale == "C" ? "Cel" : scale == "F" ? "[degF]" : "deg";
            return UnitRead{FigureKind::Measure, code, code[0] == 'd' ? i + 1 : i + 2, false, "degree-sign"};
        }
        const std::uint32_t word = t_.pastHyphen(i);
        const auto found = t_.match(word, tagBit(Tag::Unit) | tagBit(Tag::Currency));
        if (!found)
            return std::nullopt;
        if (!t_.has(word, Tag::Unit) && !t_.has(word, Tag::Currency) && found->endToken == word + 1)
            return std::nullopt;
        const bool isUnit = t_.lexicon.has(found->entry, Tag::Unit);
        const bool isMoney = t_.lexicon.has(found->entry, Tag::Currency);
        if (isMoney && (!isUnit || poundsAreMoney(n, found->endToken)) &&
            currencyReads(n, found->entry, word, found->endToken)) {
            u = currencyCode(found->entry);
            u.end = found->endToken;
            return u;
        }
        if (!isUnit)
            return poundWord(found->entry) && poundsAreMoney(n, found->endToken) ? pound(found->endToken)
                                                                                 : std::nullopt;
        if (poundWord(found->entry) && poundsAreMoney(n, found->endToken))
            return pound(found->endToken);
        if (!letterCaseFits(t_.text(word), t_.lexicon.value(found->entry, Tag::Unit)))
            return std::nullopt;
        // "the two second-half goals", "three second bombs": an ordinal beside a numeral is no unit.
        if (t_.is(word, w_.second) && n.value != Decimal(1) && word == i)
            return std::nullopt;
        if (t_.is(word, w_.second) && t_.joins(word + 1))
            return std::nullopt;
        return measure(found->entry, found->endToken);
    }

    [[nodiscard]] bool poundWord(WordId entry) const {
        return t_.lexicon.value(entry, Tag::Unit) == "[lb_av]" && t_.lexicon.form(entry).size() > 4;
    }
    [[nodiscard]] static std::optional<UnitRead> pound(std::uint32_t end) {
        return UnitRead{FigureKind::Money, "GBP", end, false, "currency"};
    }

    /// Pounds of money or of weight? Millions are money; "pounds of explosives" and what weighs are weight.
    [[nodiscard]] bool poundsAreMoney(const Numeral& n, std::uint32_t end) const {
        if (t_.is(end, w_.of) && !(n.multiplier >= Decimal(1000)))
            return false;
        if (n.multiplier >= Decimal(1000000))
            return true;
        const std::uint32_t lowest = n.first > t_.begin + 6 ? n.first - 6 : t_.begin;
        for (std::uint32_t i = n.first; i-- > lowest;) {
            const std::string_view s = t_.text(i);
            for (const std::string_view money :
                 {"cost",   "costs", "costing", "paid",  "pay",   "pays",   "worth",  "spent",
                  "spend",  "price", "priced",  "fined", "fine",  "earn",   "earned", "earns",
                  "raised", "save",  "saved",   "for",   "stole", "salary", "owed"})
                if (s == money)
                    return s != "for" || n.value >= Decimal(1000);
        }
        return false;
    }

    /// Currency words that are also verbs or common nouns.
    [[nodiscard]] bool currencyReads(const Numeral& n, WordId entry, std::uint32_t word, std::uint32_t end) const {
        const std::string_view form = t_.lexicon.form(entry);
        if (form == "won" || form == "rand" || form == "sterling" || form == "lei" || form == "lev" || form == "dong" ||
            form == "soles")
            return (n.multiplier >= Decimal(1000) || n.value >= Decimal(1000)) && !t_.hasAny(end, tagBit(Tag::Det)) &&
                   !t_.flag(word, text::Capitalised);
        if (form == "rs" || form == "rs.")
            return false; // stands before the number
        if (form.size() == 3 && end == word + 1 && !t_.flag(word, text::AllCaps) && form != "yen" && form != "cfa")
            return false; // "10 all", "2 try": codes are printed in capitals
        return true;
    }

    UnitRead measure(WordId entry, std::uint32_t end) const {
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
        if (t_.kind(end, TokenKind::Symbol) && t_.glued(end)) { // m², km³
            if (t_.text(end) == "²" || t_.text(end) == "³") {
                u.code += t_.text(end) == "²" ? '2' : '3';
                ++u.end;
            }
        }
        // "km/h", "tonnes per hectare"
        const bool slash = t_.kind(u.end, TokenKind::Slash) && t_.glued(u.end);
        if (slash || t_.is(u.end, w_.per)) {
            const std::uint32_t below = u.end + 1;
            const std::string_view letter = t_.text(below);
            if (t_.has(below, Tag::Unit) && t_.lexicon.value(t_[below].word, Tag::Unit) != u.code) {
                u.code += '/';
                u.code += t_.lexicon.value(t_[below].word, Tag::Unit);
                u.end = below + 1;
            } else if (slash && (letter == "h" || letter == "s")) {
                u.code += '/';
                u.code += letter;
                u.end = below + 1;
            }
        }
        return u;
    }

    /// "magnitude 6.4", "a 6.4-magnitude quake"
    [[nodiscard]] std::optional<std::uint32_t> magnitudeBeside(const Numeral& n) const {
        if (!n.digits || n.value > Decimal(10))
            return std::nullopt;
        if (t_.is(t_.pastHyphen(n.end), w_.magnitude))
            return t_.pastHyphen(n.end);
        std::uint32_t i = n.first - 1;
        if (t_.kind(i, TokenKind::Hyphen) || t_.is(i, w_.of))
            --i;
        return t_.is(i, w_.magnitude) ? std::optional(i) : std::nullopt;
    }

    // ---- ranges and ratios ------------------------------------------------------------------------------------------

    /// "3-5", "3 to 5", "between 3 and 5", "two or three", each end with or without its unit. Fills `last` and `unit`.
    bool readRange(Numeral& n, std::optional<UnitRead>& unit, Numeral& last, std::optional<UnitRead>& rangeUnit) {
        std::uint32_t i = unit && unit->end > n.end ? unit->end : n.end;
        const bool mark = t_.inside(i) && (t_[i].is(TokenKind::Hyphen) || t_[i].is(TokenKind::Dash));
        const bool glued = mark && t_.glued(i) && t_.glued(i + 1);
        const std::uint32_t before = (unit && t_.kind(n.first - 1, TokenKind::Currency)) ? n.first - 2 : n.first - 1;
        bool between = false, from = false;
        std::uint32_t opener = before;
        if (t_.is(opener, w_.between))
            between = true;
        else if (t_.is(opener, w_.from))
            from = true;
        else if (const std::uint32_t o = openerBeforeHedge(before); o != before) {
            between = t_.is(o, w_.between);
            from = t_.is(o, w_.from);
        }
        const bool joinsWords = (between && t_.is(i, w_.conjAnd)) || t_.is(i, w_.to) || t_.is(i, w_.conjOr);
        if (!glued && !joinsWords)
            return false;
        if (t_.is(i, w_.to) && from && changeVerb(opener))
            return false;
        std::uint32_t j = i + 1;
        if (t_.kind(j, TokenKind::Currency))
            ++j;
        else if (t_.kind(j, TokenKind::Word) && t_.kind(j + 1, TokenKind::Currency) && t_.glued(j + 1))
            j += 2;
        if (timeToken(j) || !t_.inside(j))
            return false;
        if (!(t_.kind(j, TokenKind::Number) || t_.kind(j, TokenKind::Alnum) || t_.has(j, Tag::Number) ||
              (t_.isAny(j, {w_.a, w_.an}) && t_.has(j + 1, Tag::Multiplier))))
            return false;
        auto high = readNumeral(t_, t_.isAny(j, {w_.a, w_.an}) ? j + 1 : j, j);
        if (!high || high->form != NumeralForm::Cardinal || timeToken(high->end - 1))
            return false;
        const bool money = unit && unit->kind == FigureKind::Money;
        std::uint32_t ignored = j;
        auto highUnit = currencyBefore(*high, ignored);
        if ((highUnit || money) && !high->suffix.empty() && scaleSuffix(*high) && highUnit)
            highUnit->end = high->end;
        auto behind = unitAfter(*high, high->end);
        if (behind && (!highUnit || behind->kind == FigureKind::Money))
            highUnit = behind;
        if (!high->suffix.empty() && !highUnit)
            return false;
        // "3 to 5 million": the lower end takes the multiplier.
        Decimal low = n.value;
        if (n.multiplier == Decimal(1) && high->multiplier >= Decimal(100) && (n.plain || n.digits || !high->digits)) {
            const auto base = high->value.dividedBy(high->multiplier);
            if (base && n.value < *base)
                low = n.value.times(high->multiplier).value_or(low);
        }
        if (low >= high->value)
            return false;
        if (t_.is(i, w_.conjOr)) {
            const auto next = low.plus(
                high->multiplier > Decimal(1) && n.multiplier == high->multiplier ? high->multiplier : Decimal(1));
            if (!next || *next != high->value)
                return false;
        }
        if (unit && highUnit && unit->kind != highUnit->kind)
            return false;
        if (glued && !t_.is(i, w_.to)) {
            if (!unit && !highUnit && scoreBeside(t_, n.first, high->end))
                return false;
            const bool measured = unit || highUnit || n.multiplier != Decimal(1) || high->multiplier != Decimal(1);
            if (n.digits && !measured && !headAfter(t_, high->end, NounNumber::Many) && !ageFollowsNumber(high->end) &&
                !between)
                return false;
            if (bothYears(n, *high))
                return false;
        }
        if (bothYears(n, *high) && !highUnit)
            return false;
        n.value = low;
        last = *high;
        last.first = n.first;
        rangeUnit = highUnit ? highUnit : unit;
        if (rangeUnit && unit && unit->hundredth)
            rangeUnit->hundredth = true;
        if (unit && highUnit && highUnit->code.empty())
            rangeUnit->code = unit->code;
        if (money && !highUnit)
            rangeUnit->end = high->end;
        return true;
    }

    [[nodiscard]] bool ageFollowsNumber(std::uint32_t end) const {
        return t_.match(t_.pastHyphen(end), tagBit(Tag::AgeWord)).has_value();
    }

    [[nodiscard]] static bool bothYears(const Numeral& a, const Numeral& b) {
        const auto year = [](const Numeral& n) {
            return n.plain && n.value >= Decimal(1800) && n.value <= Decimal(2099) && n.span.length() == 4;
        };
        return year(a) && (year(b) || (b.plain && b.span.length() == 2));
    }

    /// "between about 3 and 5", "from an estimated 3 to 5": where the opener stands, or `before` itself.
    [[nodiscard]] std::uint32_t openerBeforeHedge(std::uint32_t before) const {
        for (std::uint32_t i = before; t_.inside(i) && before - i < 3; --i)
            if (const auto hedge = t_.match(i, tagBit(Tag::Hedge)); hedge && hedge->endToken == before + 1)
                return i - 1;
        return before;
    }

    [[nodiscard]] bool changeVerb(std::uint32_t from) const {
        const std::uint32_t lowest = from > t_.begin + 7 ? from - 7 : t_.begin;
        for (std::uint32_t i = from; i-- > lowest;)
            if (t_.notCount(i, "change"))
                return true;
        return false;
    }

    /// "one in five", "9 out of 10", "one of every three": a fraction, with both numbers as its numeral.
    bool ratio(const Numeral& n, const std::optional<CountedNoun>&) {
        if (n.form != NumeralForm::Cardinal || n.value >= Decimal(1000) || n.value < Decimal(1) || !n.value.isWhole())
            return false;
        std::uint32_t i = n.end;
        bool out = false;
        if (t_.is(i, w_.in)) {
            ++i;
        } else if (t_.is(i, w_.out) && t_.is(i + 1, w_.of)) {
            i += 2;
            out = true;
        } else if (t_.is(i, w_.of) && t_.is(i + 1, w_.every)) {
            ++i;
            out = true;
        } else {
            return false;
        }
        if (t_.is(i, w_.every)) {
            ++i;
            out = true;
        }
        if (t_.isAny(i, {w_.a, w_.an}))
            ++i;
        if (!t_.inside(i) || timeToken(i) ||
            !(t_.kind(i, TokenKind::Number) || t_.hasAny(i, tagBit(Tag::Number) | tagBit(Tag::Multiplier))))
            return false;
        const auto whole = readNumeral(t_, i, i - 1);
        if (!whole || whole->form != NumeralForm::Cardinal || whole->value <= n.value || !whole->value.isWhole())
            return false;
        const bool round = whole->value == Decimal(5) || whole->value == Decimal(10) || whole->value == Decimal(20) ||
                           whole->value == Decimal(100) || whole->value == Decimal(1000);
        if (!out && n.value != Decimal(1) && !(round && n.value < Decimal(10)))
            return false;
        if (whole->plain && whole->value >= Decimal(1000) && whole->value <= Decimal(2100) && whole->span.length() == 4)
            return false;
        if (t_.hasAny(whole->end, tagBit(Tag::TimeUnit)))
            return false;
        const auto value = n.value.dividedBy(whole->value);
        if (!value)
            return false;
        Numeral both = n;
        both.end = whole->end;
        both.span.end = whole->span.end;
        std::uint32_t first = n.first;
        const Hedge hedge = hedgeBefore(first);
        Figure& f = start(both, FigureKind::Fraction);
        f.derivation.add("ratio");
        f.value = *value;
        f.set = figureSet(*value, hedge, true, context_.hedgePercent);
        f.phrase.begin = t_[first].begin;
        if (const auto head = t_.is(whole->end, w_.of) ? headAfterOf(t_, whole->end, NounNumber::Any)
                                                       : headAfter(t_, whole->end, NounNumber::Many))
            setCounted(f, *head);
        finish(f, whole->end);
        return true;
    }

    [[nodiscard]] bool fractionCounts(const Numeral& n, const std::optional<CountedNoun>& head, Hedge hedge) const {
        if (n.end == n.first + 1 && t_.is(n.first, w_.half)) {
            const std::uint32_t before = n.first - 1;
            if (t_.hasAny(before, tagBit(Tag::Ordinal)) || t_.kind(before, TokenKind::Hyphen) || t_.joins(n.end) ||
                t_.is(before, w_.in))
                return false;
            const bool of = t_.is(n.end, w_.of) || t_.hasAny(n.end, tagBit(Tag::Det) | tagBit(Tag::Poss));
            return (of && (head.has_value() || t_.is(n.end, w_.of))) || hedge != Hedge::None;
        }
        return true;
    }

    // ---- ages -------------------------------------------------------------------------------------------------------

    /// "15-year-old boy", "aged 61", "Rahman, 36,", "children under five". Returns where to go on when it made a
    /// figure.
    std::optional<std::uint32_t> age(const Numeral& whole, std::uint32_t phraseBegin, const Numeral& last, bool range,
                                     const Numeral& n) {
        if (n.form != NumeralForm::Cardinal || n.value.negative() || n.value > Decimal(150))
            return std::nullopt;
        std::uint32_t first = phraseBegin, end = whole.end;
        const char* unit = "a";
        const char* rule = nullptr;
        bool nounFollows = false;
        Hedge hedge = Hedge::None;
        const std::uint32_t word = t_.pastHyphen(whole.end);
        if (const auto found = t_.match(word, tagBit(Tag::AgeWord));
            found && t_.lexicon.value(found->entry, Tag::AgeWord) != "before") {
            const std::string_view code = t_.lexicon.value(found->entry, Tag::AgeWord);
            unit = code == "mo" ? "mo" : code == "wk" ? "wk" : code == "d" ? "d" : "a";
            end = found->endToken;
            rule = "age:years-old";
            nounFollows = true;
            hedge = hedgeBefore(first);
        } else {
            hedge = hedgeBefore(first);
            const std::uint32_t opener = range && t_.isAny(first - 1, {w_.between, w_.from}) ? first - 1 : first;
            if (const auto b = ageWordBefore(opener); b != opener) {
                const bool noun =
                    headAfter(t_, whole.end, n.value == Decimal(1) ? NounNumber::One : NounNumber::Many).has_value();
                if (!noun || t_.text(b) != "turned") {
                    first = b;
                    rule = "age:aged";
                }
            } else if (n.plain && !range && apposition(whole)) {
                rule = "age:apposition";
            } else if ((hedge == Hedge::LessThan || hedge == Hedge::MoreThan) && !range && n.value <= Decimal(110) &&
                       ageBound(first, whole.end)) {
                rule = "age:bound";
            }
        }
        if (!rule)
            return std::nullopt;
        Figure& f = start(whole, FigureKind::Age);
        f.derivation.add(n.rule);
        f.derivation.add(rule);
        f.unit = unit;
        f.value = n.value;
        f.set = range ? rangeSet(n.value, last.value) : figureSet(n.value, hedge, true, context_.hedgePercent);
        f.phrase = {t_[first].begin, t_[end - 1].end};
        if (hedge != Hedge::None)
            f.derivation.add(hedgeRule(hedge, false));
        if (nounFollows) {
            if (const auto head = headAfter(t_, end, NounNumber::One);
                head && personNoun(t_, head->token) && !t_.flag(head->token, text::Capitalised)) {
                setCounted(f, *head);
                f.phrase.end = f.counted.end;
            }
        } else if (const std::uint32_t before = t_.kind(first - 1, TokenKind::Comma) ? first - 2 : first - 1;
                   personNoun(t_, before) && !t_.flag(before, text::Capitalised)) {
            f.countedLemma = singularLemma(t_, before);
            f.counted = t_[before].span();
        }
        return finish(f, end);
    }

    /// Where "aged", "at the age of", "turned" begins that ends at `at`; `at` when none does.
    [[nodiscard]] std::uint32_t ageWordBefore(std::uint32_t at) const {
        for (std::uint32_t back = 4; back >= 1; --back) {
            if (at < t_.begin + back)
                continue;
            const auto found = t_.match(at - back, tagBit(Tag::AgeWord));
            if (found && found->endToken == at && t_.lexicon.value(found->entry, Tag::AgeWord) == "before")
                return at - back;
        }
        return at;
    }

    /// "Rahman, 36, said": a bare number between commas after a name or a person.
    [[nodiscard]] bool apposition(const Numeral& n) const {
        if (!t_.kind(n.first - 1, TokenKind::Comma) || n.end != n.first + 1 || n.value < Decimal(1) ||
            n.value > Decimal(115))
            return false;
        const std::uint32_t who = n.first - 2;
        const bool closes = t_.kind(n.end, TokenKind::Comma) || t_.kind(n.end, TokenKind::Stop) ||
                            t_.kind(n.end, TokenKind::Semicolon) || t_.is(n.end, w_.conjAnd);
        if (!closes || !t_.kind(who, TokenKind::Word))
            return false;
        const bool name = t_.flag(who, text::Capitalised) &&
                          !t_.hasAny(who, tagBit(Tag::Month) | tagBit(Tag::Weekday) | tagBit(Tag::Country));
        if (t_.kind(n.end, TokenKind::Comma))
            return name || personNoun(t_, who);
        return (name && t_.flag(who - 1, text::Capitalised) && t_.kind(who - 1, TokenKind::Word)) ||
               personNoun(t_, who);
    }

    /// "children under five", "people over 65": nothing counted follows, and people stand before.
    [[nodiscard]] bool ageBound(std::uint32_t hedgeFirst, std::uint32_t end) const {
        if (hedgeFirst == t_.begin || t_.is(hedgeFirst - 1, w_.to) || headAfter(t_, end, NounNumber::Any) ||
            t_.is(end, w_.of))
            return false;
        const std::string_view hedge = t_.text(hedgeFirst);
        return (hedge == "under" || hedge == "over" || hedge == "above" || hedge == "below" || hedge == "younger" ||
                hedge == "older") &&
               personNoun(t_, hedgeFirst - 1);
    }

    // ---- hedges -----------------------------------------------------------------------------------------------------

    /// The hedge that ends right before `first`; moves `first` to where the hedges begin.
    Hedge hedgeBefore(std::uint32_t& first) const {
        Hedge result = Hedge::None;
        for (int guard = 0; guard < 3; ++guard) {
            std::uint32_t best = first;
            WordId entry = 0;
            const std::uint32_t anchor = (t_.is(first - 1, w_.the) && first > t_.begin + 1) ? first - 1 : first;
            for (std::uint32_t back = 1; back <= 6 && first >= t_.begin + back && first - back >= free_; ++back) {
                const auto found = t_.match(first - back, tagBit(Tag::Hedge));
                if (found && (found->endToken == first || (found->endToken == anchor && back > 1))) {
                    best = first - back;
                    entry = found->entry;
                }
            }
            if (best == first) {
                const Hedge sign = hedgeSign(first);
                if (sign == Hedge::None)
                    break;
                if (result == Hedge::None || result == Hedge::About)
                    result = sign;
                --first;
                continue;
            }
            const Hedge hedge = hedgeFrom(t_.lexicon.value(entry, Tag::Hedge));
            first = best;
            if (hedge != Hedge::None && (result == Hedge::None || hedge != Hedge::About))
                result = hedge;
        }
        return result;
    }

    [[nodiscard]] Hedge hedgeSign(std::uint32_t first) const {
        if (!t_.kind(first - 1, TokenKind::Symbol))
            return Hedge::None;
        const std::string_view s = t_.text(first - 1);
        return s == ">"               ? Hedge::MoreThan
               : s == "<"             ? Hedge::LessThan
               : s == "≥"             ? Hedge::AtLeast
               : s == "≤"             ? Hedge::AtMost
               : s == "~" || s == "≈" ? Hedge::About
                                      : Hedge::None;
    }

    void hedgesBefore(Figure& f, std::uint32_t first) {
        const std::uint32_t begin = first;
        hedgeBefore(first);
        if (first != begin)
            f.phrase.begin = t_[first].begin;
    }

    /// "200-plus", "200 people or so", "three or more": after the numeral, its unit, or what it counts.
    Hedge hedgeAfter(Figure& f, std::uint32_t numeralEnd, std::uint32_t phraseEnd) const {
        std::uint32_t afterNoun = phraseEnd;
        while (t_.inside(afterNoun) && t_[afterNoun].begin < f.phrase.end)
            ++afterNoun;
        for (const std::uint32_t i : {numeralEnd, phraseEnd, afterNoun}) {
            if (t_.kind(i, TokenKind::Symbol) && t_.text(i) == "+" && t_.glued(i)) {
                f.phrase.end = std::max(f.phrase.end, t_[i].end);
                return Hedge::AtLeast;
            }
            const bool hyphen = t_.joins(i);
            const std::uint32_t word = t_.pastHyphen(i);
            const auto found = t_.match(word, tagBit(Tag::HedgeAfter));
            if (!found)
                continue;
            const std::uint32_t next = found->endToken;
            const std::string_view form = t_.lexicon.form(found->entry);
            const bool single = next == word + 1;
            if (single && !hyphen && (form == "odd" || form == "ish"))
                continue;
            // What follows is a number: "at least" belongs to that one.
            if (t_.kind(next, TokenKind::Number) || t_.hasAny(next, tagBit(Tag::Number) | tagBit(Tag::Multiplier)) ||
                t_.kind(next, TokenKind::Currency) ||
                (t_.isAny(next, {w_.a, w_.an}) && t_.has(next + 1, Tag::Multiplier)))
                continue;
            if (form == "roughly" || form == "approximately" || form == "at least" || form == "at most")
                if (t_.kind(next, TokenKind::Word) && !single && i == numeralEnd)
                    continue;
            f.phrase.end = std::max(f.phrase.end, t_[next - 1].end);
            if (f.countedLemma.empty() && f.kind == FigureKind::Count)
                if (const auto head = headAfter(t_, next, NounNumber::Many)) {
                    setCounted(f, *head);
                    f.phrase.end = std::max(f.phrase.end, f.counted.end);
                }
            return hedgeFrom(t_.lexicon.value(found->entry, Tag::HedgeAfter));
        }
        return Hedge::None;
    }

    // ---- what is counted --------------------------------------------------------------------------------------------

    /// "12 of whom": what the figure before counts; else the noun that carries the number.
    [[nodiscard]] std::optional<CountedNoun> antecedent(std::uint32_t end, std::uint32_t phraseBegin) const {
        const bool whom = (t_.is(end, w_.of) && t_.isAny(end + 1, {w_.whom, w_.which, w_.them})) ||
                          (t_.isAny(phraseBegin - 1, {w_.whom, w_.which}) && t_.is(phraseBegin - 2, w_.of));
        if (whom) {
            for (std::size_t i = out_.figures.size(); i-- > firstFigure_;)
                if (!out_.figures[i].countedLemma.empty() && out_.figures[i].kind == FigureKind::Count)
                    for (std::uint32_t k = phraseBegin; k-- > t_.begin;)
                        if (t_[k].begin == out_.figures[i].counted.begin)
                            return CountedNoun{k, true};
            return std::nullopt;
        }
        return headBefore(t_, phraseBegin);
    }

    void setCounted(Figure& f, const CountedNoun& noun) const {
        f.counted = t_[noun.token].span();
        f.countedLemma = singularLemma(t_, noun.token);
    }

    // ---- bookkeeping ------------------------------------------------------------------------------------------------

    Figure& start(const Numeral& n, FigureKind kind) {
        Figure& f = out_.figures.emplace_back();
        f.numeral = n.span;
        f.phrase = n.span;
        f.kind = kind;
        f.value = n.value;
        f.sentence = static_cast<std::uint32_t>(sentence_);
        f.firstToken = n.first;
        f.endToken = n.end;
        if (kind == FigureKind::Ordinal || n.form == NumeralForm::Vague)
            f.derivation.add(n.rule);
        return f;
    }

    std::uint32_t finish(const Figure& f, std::uint32_t end) {
        free_ = std::max(end, f.endToken);
        return free_;
    }

    FigureText t_;
    const FigureWords& w_;
    const ReadContext& context_;
    Mentions& out_;
    std::size_t sentence_ = 0, time_ = 0, firstFigure_ = 0;
    std::uint32_t free_ = 0; ///< tokens before it belong to figures already made
};

template <Language L> const FigureWords& wordsIn() {
    static const FigureWords words(text::Lexicon::of(L));
    return words;
}

const FigureWords& wordsOf(Language language) {
    switch (language) {
    case Language::Unknown:
    case Language::English:
        return wordsIn<Language::English>();
    case Language::French:
        return wordsIn<Language::French>();
    case Language::German:
        return wordsIn<Language::German>();
    case Language::Spanish:
        return wordsIn<Language::Spanish>();
    case Language::Other:
        break;
    }
    return wordsIn<Language::Other>();
}

} // namespace

void readFigures(const text::Reading& reading, const ReadContext& context, Mentions& out) {
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    FigureWalk(reading, lexicon, wordsOf(reading.language), context, out).run();
}

} // namespace countercheck::read
