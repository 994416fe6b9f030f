// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figurenumeral.h"

#include "core/read/figuredigits.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::tagBit;

constexpr std::int64_t thousand = 1000;

struct VulgarFraction {
    char32_t mark;
    int over, under;
};
constexpr VulgarFraction vulgarFractions[] = {
    {0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10},
    {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5},
    {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};

Decimal quotient(std::int64_t over, std::int64_t under) {
    return Decimal(over).dividedBy(Decimal(under)).value_or(Decimal());
}

bool allDigits(std::string_view s) {
    return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A small whole number in plain digits, -1 otherwise.
int smallWhole(std::string_view s) {
    if (!allDigits(s) || s.size() > 4)
        return -1;
    int value = 0;
    for (const char c : s)
        value = value * 10 + (c - '0');
    return value;
}

/// One numeral's reader: a cursor that only moves forward, one production a member function.
class Reader {
public:
    Reader(const FigureText& t, std::uint32_t at, std::uint32_t from) : t_(t), w_(t.words), at_(at), from_(from) {}

    std::optional<Numeral> run() {
        n_.first = at_;
        const Token& token = t_[at_];
        bool found = false;
        switch (token.kind) {
        case TokenKind::Number:
            found = digits();
            break;
        case TokenKind::Alnum:
            found = digitsWithLetters();
            break;
        case TokenKind::Symbol:
            found = vulgar();
            break;
        case TokenKind::Word:
            found = word();
            break;
        default:
            break;
        }
        if (!found)
            return std::nullopt;
        if (n_.about && n_.suffix == "ish") {
            n_.span = {t_[n_.first].begin, suffixBegin_};
            n_.suffix = {};
            n_.end = at_;
            return n_;
        }
        n_.end = at_;
        n_.span = {t_[n_.first].begin + static_cast<std::uint32_t>(n_.prefix.size()), spanEnd_ != 0 ? spanEnd_
                                                                                      : n_.suffix.empty()
                                                                                          ? t_[n_.end - 1].end
                                                                                          : suffixBegin_};
        sign();
        return n_;
    }

private:
    // ---- digits -----------------------------------------------------------------------------------------------------

    bool digits() {
        std::string_view printed = t_.text(at_);
        if (t_.glued(at_) && t_.text(at_ - 1) == ".") // ".08"
            printed.remove_prefix(std::min(printed.find_first_not_of('0'), printed.size() - 1));
        const auto value = readDigits(printed, t_.reading.language);
        if (!value)
            return false;
        n_.value = *value;
        n_.digits = true;
        n_.plain = !t_[at_].has(text::HasComma) && !t_[at_].has(text::HasPoint);
        ++at_;
        blankGroups();
        if (slashFraction())
            return true;
        if (power())
            return true;
        if (pointOrdinal())
            return true;
        if (mixedFraction() || andFraction())
            n_.plain = false;
        multipliers();
        return true;
    }

    /// "der 3. Versuch", "1.º", "3.ª": an ordinal by its point.
    bool pointOrdinal() {
        if (!n_.plain || !t_.kind(at_, TokenKind::Stop) || !t_.glued(at_) || t_.text(at_) != ".")
            return false;
        if (t_.words.language == Language::Spanish) {
            const std::string_view mark = t_.text(at_ + 1);
            if (!t_.glued(at_ + 1) || (mark != "º" && mark != "ª" && mark != "°" && mark != "er"))
                return false;
            n_.rule = "digits-ordinal";
            n_.form = NumeralForm::Ordinal;
            at_ += 2;
            return true;
        }
        if (t_.words.language != Language::German || t_.text(at_ - 1).size() > 2 ||
            !t_.kind(at_ + 1, TokenKind::Word) || t_.has(at_ + 1, Tag::Month) ||
            !(t_.hasAny(n_.first - 1, tagBit(Tag::Det) | tagBit(Tag::Prep)) || !t_.flag(at_ + 1, text::Capitalised)))
            return false;
        n_.rule = "digits-ordinal";
        n_.form = NumeralForm::Ordinal;
        ++at_;
        return true;
    }

    /// "10^5", "1.1^-2": a whole power; glued.
    bool power() {
        if (!t_.kind(at_, TokenKind::Symbol) || t_.text(at_) != "^" || !t_.glued(at_))
            return false;
        std::uint32_t i = at_ + 1;
        const bool minus = t_.text(i) == "-" || t_.text(i) == "\xE2\x88\x92";
        if (t_.glued(i) && (minus || t_.text(i) == "+"))
            ++i;
        const int times = t_.kind(i, TokenKind::Number) && t_.glued(i) ? smallWhole(t_.text(i)) : -1;
        if (times < 0 || times > 400)
            return false;
        std::optional<Decimal> value = Decimal(1);
        for (int k = 0; k < times && value; ++k) {
            value = value->times(n_.value);
            if (value && !(n_.value.isWhole()))
                value = value->dividedBy(Decimal(1)); // 15 digits
        }
        if (value && minus)
            value = Decimal(1).dividedBy(*value);
        if (!value)
            return false;
        n_.value = *value;
        n_.plain = false;
        n_.rule = "power";
        at_ = i + 1;
        return true;
    }

    [[nodiscard]] bool ordinalLetters(std::string_view s) const {
        switch (t_.words.language) {
        case Language::French:
            return s == "e" || s == "er" || s == "re" || s == "ère" || s == "ème" || s == "eme" || s == "nd" ||
                   s == "nde";
        case Language::Spanish:
            return s == "º" || s == "ª" || s == "er" || s == "ro" || s == "do";
        case Language::German:
            return false;
        default:
            return s == "st" || s == "nd" || s == "rd" || s == "th";
        }
    }

    /// "1'234'567", "1’234": groups of three after an apostrophe.
    bool apostropheGroups() {
        std::uint32_t i = at_;
        while (t_.kind(i, TokenKind::Apostrophe) && t_.glued(i) && t_.kind(i + 1, TokenKind::Number) &&
               t_.glued(i + 1) && t_.text(i + 1).size() >= 3 && allDigits(t_.text(i + 1).substr(0, 3)) &&
               (t_.text(i + 1).size() == 3 || t_.text(i + 1)[3] == '.' || t_.text(i + 1)[3] == ','))
            i += 2;
        if (i == at_ || (t_.kind(i, TokenKind::Apostrophe) && t_.glued(i) && t_.kind(i + 1, TokenKind::Number)))
            return false;
        std::string joined;
        for (std::uint32_t k = at_ - 1; k < i; k += 2)
            joined += t_.text(k);
        const auto value = readDigits(joined, t_.reading.language);
        if (!value)
            return false;
        n_.value = *value;
        n_.plain = false;
        at_ = i;
        return true;
    }

    /// "1 234 567": groups of three after a blank. In English only where it cannot be two numbers.
    void blankGroups() {
        if (!n_.plain || t_.text(at_ - 1).size() > 3 || t_.text(at_ - 1).front() == '0')
            return;
        if (apostropheGroups())
            return;
        std::uint32_t i = at_;
        bool narrow = true, zeros = true;
        while (t_.kind(i, TokenKind::Number) && (!english() || (t_[i].flags & text::HasComma) == 0) &&
               t_.text(i).size() >= 3 && t_.text(i).substr(0, 3).find_first_of(".,") == std::string_view::npos &&
               (t_.text(i).size() == 3 || t_.text(i)[3] == '.' || t_.text(i)[3] == ',')) {
            const std::string_view blank = text::Span{t_[i - 1].end, t_[i].begin}.of(t_.reading.text);
            if (blank != " " && blank != "\xC2\xA0" && blank != "\xE2\x80\xAF" && blank != "\xE2\x80\x89")
                break;
            narrow = narrow && blank != " ";
            zeros = zeros && t_.text(i) == "000";
            ++i;
            if (t_.text(i - 1).size() > 3)
                break; // a decimal mark ends the number
        }
        const bool english = t_.reading.language == Language::English || t_.reading.language == Language::Unknown;
        if (i == at_ || t_.kind(i, TokenKind::Number) || t_.kind(n_.first - 1, TokenKind::Number) ||
            (english && !narrow && !zeros && i - at_ < 2))
            return;
        std::string joined;
        for (std::uint32_t k = at_ - 1; k < i; ++k)
            joined += t_.text(k);
        if (const auto value = readDigits(joined, t_.reading.language)) {
            n_.value = *value;
            n_.plain = false;
            at_ = i;
        }
    }

    /// 40k · 3bn · 1st · 5km: digits, then letters.
    bool digitsWithLetters() {
        const std::string_view s = t_.text(at_);
        if (s.front() > '9')
            return lettersThenDigits(s);
        std::size_t cut = 0;
        while (cut < s.size() && ((s[cut] >= '0' && s[cut] <= '9') || s[cut] == '.' || s[cut] == ','))
            ++cut;
        if (cut == 0)
            return false;
        const auto value = readDigits(s.substr(0, cut), t_.reading.language);
        if (!value)
            return false;
        const std::string_view letters = s.substr(cut);
        if ((letters.front() == 'e' || letters.front() == 'E') && exponent(*value, letters.substr(1)))
            return true;
        std::string buffer;
        const std::string_view small = text::lowered(letters, buffer);
        n_.value = *value;
        n_.digits = true;
        if (ordinalLetters(small)) {
            if (!value->isWhole())
                return false;
            n_.form = NumeralForm::Ordinal;
            n_.rule = "digits-ordinal";
            ++at_;
            return true;
        }
        const WordId id = t_.lexicon.find(small);
        if (const std::int64_t times = id ? t_.lexicon.number(id, Tag::Multiplier) : 0; times != 0) {
            multiply(times);
            n_.rule = "digits-multiplier";
            ++at_;
            return true;
        }
        const bool unit = id != 0 && t_.lexicon.hasAny(id, tagBit(Tag::Unit) | tagBit(Tag::Currency));
        if (!unit && small != "in" && small != "m" && small != "b" && small != "t" && small != "p" && small != "c" &&
            letters != "F" && !(small == "ish"))
            return false;
        n_.about = small == "ish"; // "30ish"
        n_.suffix = letters;
        suffixBegin_ = t_[at_].begin + static_cast<std::uint32_t>(cut);
        ++at_;
        return true;
    }

    /// "1e6", "1.5e-3", "12E+14": the digits after the letter, in this token or the next.
    bool exponent(const Decimal& value, std::string_view rest) {
        std::uint32_t end = at_ + 1;
        bool minus = false;
        if (rest.empty()) {
            minus = t_.text(end) == "-";
            if (!(minus || t_.text(end) == "+") || !t_.glued(end) || !t_.kind(end + 1, TokenKind::Number) ||
                !t_.glued(end + 1))
                return false;
            rest = t_.text(end + 1);
            end += 2;
        }
        const int times = smallWhole(rest);
        if (times < 0 || times > 30)
            return false;
        const auto result = value.times(Decimal(Int128{1}, minus ? -times : times));
        if (!result)
            return false;
        n_.value = *result;
        n_.digits = true;
        n_.rule = "exponent";
        at_ = end;
        return true;
    }

    /// "USD300", "Rs500", "N500 million": money with its letters glued before the digits. One letter or two need more
    /// than bare digits after them: "A380" is no money.
    bool lettersThenDigits(std::string_view s) {
        std::size_t cut = 0;
        while (cut < s.size() && !(s[cut] >= '0' && s[cut] <= '9'))
            ++cut;
        if (cut == s.size() || cut > 5 || prefixCurrency(t_, s.substr(0, cut)).empty())
            return false;
        std::size_t stop = cut;
        while (stop < s.size() && ((s[stop] >= '0' && s[stop] <= '9') || s[stop] == '.' || s[stop] == ','))
            ++stop;
        std::string whole(s.substr(cut, stop - cut));
        std::uint32_t end = at_ + 1;
        if (stop == s.size())
            while (t_.kind(end, TokenKind::Comma) && t_.glued(end) && t_.kind(end + 1, TokenKind::Number) &&
                   t_.glued(end + 1)) {
                whole += ',';
                whole += t_.text(end + 1);
                end += 2;
            }
        const auto value = readDigits(whole, t_.reading.language);
        if (!value)
            return false;
        n_.value = *value;
        n_.digits = true;
        n_.prefix = s.substr(0, cut);
        if (stop < s.size()) {
            std::string buffer;
            const WordId id = t_.lexicon.find(text::lowered(s.substr(stop), buffer));
            const std::int64_t times = id ? t_.lexicon.number(id, Tag::Multiplier) : 0;
            if (times != 0) {
                multiply(times);
            } else {
                n_.suffix = s.substr(stop);
                suffixBegin_ = t_[at_].begin + static_cast<std::uint32_t>(stop);
                if (n_.suffix != "m" && n_.suffix != "b" && n_.suffix != "t")
                    return false;
            }
        }
        at_ = end;
        multipliers();
        return n_.prefix.size() >= 2 || n_.multiplier != Decimal(1) || whole.find(',') != std::string::npos ||
               !n_.suffix.empty();
    }

    /// １２３: digits of the full width, with their comma or point.
    bool fullWidth() {
        char plain[40];
        std::size_t size = 0;
        const std::string_view s = t_.text(at_);
        for (std::size_t k = 0; k < s.size() && size < sizeof plain;) {
            const auto c = text::decodeAt(s, k);
            if (c.value >= 0xFF10 && c.value <= 0xFF19)
                plain[size++] = static_cast<char>('0' + (c.value - 0xFF10));
            else if (c.value == 0xFF0C || c.value == ',')
                plain[size++] = ',';
            else if (c.value == 0xFF0E || c.value == '.')
                plain[size++] = '.';
            else
                return false;
            k += c.length;
        }
        const auto value = readDigits({plain, size}, t_.reading.language);
        if (!value)
            return false;
        n_.value = *value;
        n_.digits = true;
        n_.rule = "full-width";
        ++at_;
        multipliers();
        return true;
    }

    /// "1/2" alone, where it can only be a fraction (24/7 and 9/11 are none; 1/2/2025 is a date).
    bool slashFraction() {
        if (!n_.plain || !t_.kind(at_, TokenKind::Slash) || !t_.glued(at_) || !t_.kind(at_ + 1, TokenKind::Number) ||
            !t_.glued(at_ + 1) || (t_.kind(at_ + 2, TokenKind::Slash) && t_.glued(at_ + 2)))
            return false;
        const int over = smallWhole(t_.text(at_ - 1)), under = smallWhole(t_.text(at_ + 1));
        if (over <= 0 || over == under || !usualDenominator(under) || (over > under && !alone(at_ + 2)))
            return false;
        fraction(quotient(over, under), at_ + 2, "slash-fraction");
        return true;
    }

    /// Nothing but the numeral (and a sign before it) stands in the sentence.
    [[nodiscard]] bool alone(std::uint32_t endToken) const {
        const std::uint32_t first = n_.first > t_.begin && n_.first - 1 == t_.begin &&
                                            (t_.kind(t_.begin, TokenKind::Dash) || t_.kind(t_.begin, TokenKind::Hyphen))
                                        ? t_.begin
                                        : n_.first;
        return first == t_.begin && t_.onlyStopAt(endToken);
    }

    static bool usualDenominator(int under) {
        return (under >= 2 && under <= 10 && under != 7) || under == 12 || under == 16 || under == 20 || under == 32 ||
               under == 100 || under == 1000;
    }

    /// "3 ½", "3½", "3 1/2"
    bool mixedFraction() {
        if (const VulgarFraction* f = vulgarAt(at_)) {
            add(quotient(f->over, f->under));
            ++at_;
            return true;
        }
        if (n_.plain && t_.kind(at_, TokenKind::Number) && t_.kind(at_ + 1, TokenKind::Slash) && t_.glued(at_ + 1) &&
            t_.kind(at_ + 2, TokenKind::Number) && t_.glued(at_ + 2)) {
            const int over = smallWhole(t_.text(at_)), under = smallWhole(t_.text(at_ + 2));
            if (over > 0 && over < under && usualDenominator(under)) {
                add(quotient(over, under));
                at_ += 3;
                return true;
            }
        }
        return false;
    }

    const VulgarFraction* vulgarAt(std::uint32_t i) const {
        if (!t_.kind(i, TokenKind::Symbol))
            return nullptr;
        const char32_t mark = text::decodeAt(t_.text(i), 0).value;
        const auto* found = std::find_if(std::begin(vulgarFractions), std::end(vulgarFractions),
                                         [&](const VulgarFraction& f) { return f.mark == mark; });
        return found == std::end(vulgarFractions) ? nullptr : found;
    }

    bool vulgar() {
        const VulgarFraction* f = vulgarAt(at_);
        if (!f)
            return false;
        fraction(quotient(f->over, f->under), at_ + 1, "vulgar-fraction");
        return true;
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    bool word() {
        const std::uint64_t tags = t_.lexicon.tags(t_[at_].word);
        if (tags == 0 && t_.flag(at_, text::NonAscii) && t_.text(at_).front() == '\xEF')
            return fullWidth();
        if (t_.is(at_, w_.baker)) {
            if (!t_.kind(at_ + 1, TokenKind::Apostrophe) || !t_.is(at_ + 2, w_.dozen))
                return false;
            n_.value = Decimal(13);
            n_.rule = "words";
            takeArticle();
            at_ += 3;
            return true;
        }
        if (t_.words.language == Language::German && (tags & tagBit(Tag::Multiplier)) == 0 && german())
            return true;
        if (t_.words.language == Language::Spanish && t_.isAny(at_, {w_.halfAdjective, w_.halfFeminine}) &&
            t_.has(at_ + 1, Tag::Multiplier)) { // medio millón
            n_.value = quotient(1, 2);
            multiply(t_.number(at_ + 1, Tag::Multiplier));
            n_.rule = "half-multiplier";
            at_ += 2;
            return true;
        }
        if (t_.isAny(at_, {w_.couple, w_.pair, w_.trio, w_.quartet, w_.gross}))
            return couple();
        if ((tags & tagBit(Tag::Number)) && halfOf())
            return true;
        if (tags & tagBit(Tag::Number))
            return cardinal();
        if (tags & tagBit(Tag::Multiplier))
            return bareMultiplier();
        if ((tags & tagBit(Tag::Fraction)) && (t_.is(at_, w_.half) || !(tags & tagBit(Tag::Ordinal))) &&
            singleFraction())
            return true;
        if (tags & tagBit(Tag::Ordinal))
            return ordinalOrFraction();
        if (tags & tagBit(Tag::Vague))
            return vague();
        return false;
    }

    /// German numerals in one word: "zweihundertfünfzig", "zweieinhalb", "einundzwanzigste"; then what may follow.
    bool german() {
        if (halfOf())
            return true;
        std::string buffer;
        const GermanNumber read = readGerman(text::lowered(t_.text(at_), buffer));
        if (read.form == GermanNumber::None)
            return false;
        n_.rule = "words";
        if (read.form == GermanNumber::Ordinal) {
            if (t_.has(at_, Tag::Fraction))
                return false;
            n_.value = Decimal(read.value);
            return ordinalAt(at_ + 1);
        }
        n_.value = Decimal(read.value);
        if (read.form == GermanNumber::AndHalf)
            add(quotient(1, 2));
        ++at_;
        if (read.form == GermanNumber::Cardinal) {
            if (spokenPoint())
                return true;
            const std::int64_t under = t_.has(at_, Tag::Fraction) ? t_.number(at_, Tag::Fraction) : 0;
            if (under > 2 && read.value < under) {
                fraction(quotient(read.value, under), at_ + 1, "word-fraction");
                return true;
            }
        }
        multipliers();
        for (int guard = 0; guard < 3 && n_.multiplier >= Decimal(thousand); ++guard) { // "zwei Millionen dreihundert"
            const GermanNumber next = t_.kind(at_, TokenKind::Word) && !t_.has(at_, Tag::Multiplier)
                                          ? readGerman(text::lowered(t_.text(at_), buffer))
                                          : GermanNumber{};
            if (next.form != GermanNumber::Cardinal || t_.has(at_, Tag::Det))
                break;
            Decimal part(next.value);
            std::int64_t times = 1;
            if (t_.has(at_ + 1, Tag::Multiplier) && Decimal(t_.number(at_ + 1, Tag::Multiplier)) < n_.multiplier) {
                times = t_.number(at_ + 1, Tag::Multiplier);
                multiplyInto(part, times);
            }
            if (part >= n_.multiplier)
                break;
            add(part);
            at_ += times == 1 ? 1 : 2;
            if (times == 1)
                break;
            n_.multiplier = times;
        }
        return true;
    }

    /// "un demi-million", "une demi-douzaine", "eine halbe Million", "medio millón": half of a multiplier.
    bool halfOf() {
        if (english() || t_.number(at_, Tag::Number) != 1 ||
            !t_.isAny(at_ + 1, {w_.halfAdjective, w_.halfFeminine, w_.halfNeuter}))
            return false;
        const std::uint32_t i = t_.pastHyphen(at_ + 2);
        if (!t_.has(i, Tag::Multiplier) || t_.text(i).size() < shortest())
            return false;
        n_.value = quotient(1, 2);
        multiply(t_.number(i, Tag::Multiplier));
        n_.rule = "half-multiplier";
        n_.article = true;
        at_ = i + 1;
        return true;
    }

    /// "a couple of", "a couple hundred"; not the couple that married.
    bool couple() {
        const bool of = t_.isOf(at_ + 1);
        const std::uint32_t i = of ? at_ + 2 : at_ + 1;
        const bool times = t_.has(i, Tag::Multiplier) && t_.text(i).size() > 3;
        const bool pair = t_.is(at_, w_.couple);
        if (!(of || (times && pair)) || !takeArticle())
            return false;
        n_.value = Decimal(t_.number(at_, Tag::Number));
        n_.rule = "couple";
        ++at_;
        if (times) {
            multiply(t_.number(i, Tag::Multiplier));
            at_ = i + 1;
        }
        return true;
    }

    /// "hundred" needs an article (or is counted in a lexicon of its own: "mille"); "k" alone is no number.
    bool bareMultiplier() {
        const bool opens = at_ == t_.begin || t_.is(at_ - 1, w_.the);
        if (t_.is(at_, w_.score) || t_.is(at_, w_.grand))
            return false;
        if (t_.has(at_, Tag::Hedge) && t_.isAny(at_ - 1, {w_.good, w_.small, w_.gross}) && n_.first > from_ + 1 &&
            t_.isAny(at_ - 2, {w_.a, w_.an})) { // "une bonne dizaine"
            n_.first = at_ - 2;
            n_.article = true;
        }
        if (t_.has(at_, Tag::Vague) && !takeArticle()) // "des millions"
            return vague();
        if (t_.text(at_).size() < shortest() || !(n_.article || takeArticle() || opens || !english()))
            return false;
        n_.rule = "words";
        return cardinal();
    }

    bool takeArticle() {
        if (n_.first > from_ && t_.isAny(n_.first - 1, {w_.a, w_.an})) {
            --n_.first;
            n_.article = true;
            return true;
        }
        return false;
    }

    [[nodiscard]] bool unitWord(std::uint32_t i) const { return t_.has(i, Tag::Number); }

    /// British and American number words: groups below a thousand, then multipliers that grow smaller.
    bool cardinal() {
        n_.rule = "words";
        std::int64_t group = -1; // the group being read: -1 none
        Decimal total;
        std::int64_t last = 0; // the last multiplier ≥ 1000
        bool any = false;
        const std::uint32_t start = at_;
        for (;;) {
            std::uint32_t i = any ? t_.pastHyphen(at_) : at_;
            bool joined = false;
            if (any && group < 0 && last >= thousand && i == at_ && t_.kind(i, TokenKind::Comma) &&
                smallerGroupAt(i + 1, last))
                ++i;
            if (any && t_.is(i, w_.conjAnd)) {
                i = t_.pastHyphen(i + 1);
                joined = true;
                if (!continuesAfterAnd(i, group, last))
                    break;
            }
            if (!t_.kind(i, TokenKind::Word))
                break;
            if (t_.has(i, Tag::Number)) {
                if (!addToGroup(group, t_.number(i, Tag::Number), joined))
                    break;
            } else if (t_.has(i, Tag::Multiplier) && t_.text(i).size() >= shortest() && !t_.is(i, w_.grand)) {
                const std::int64_t times = t_.number(i, Tag::Multiplier);
                if (t_.is(i, w_.score)) { // "three score and ten"
                    if (group < 1 || group > 9 || last != 0)
                        break;
                    group *= times;
                    any = true;
                    at_ = i + 1;
                    if (t_.is(at_, w_.conjAnd) && t_.has(at_ + 1, Tag::Number) &&
                        t_.number(at_ + 1, Tag::Number) < 20) {
                        group += t_.number(at_ + 1, Tag::Number);
                        at_ += 2;
                    }
                    break;
                }
                if (t_.has(i, Tag::Hedge) && group <= 1) { // une vingtaine: about twenty
                    n_.value = Decimal(times);
                    n_.multiplier = times;
                    n_.about = true;
                    at_ = i + 1;
                    return true;
                }
                if (times == 12) {
                    if (joined || total != Decimal(0))
                        break;
                    n_.value = Decimal((group < 0 ? 1 : group) * times);
                    n_.multiplier = times;
                    at_ = i + 1;
                    return true;
                }
                if (times == 100) {
                    if (group >= 100 || (group < 0 && any && english()))
                        break;
                    group = (group < 0 ? 1 : group) * times;
                } else {
                    if (group < 0 && any && last != 0 && times >= last) { // "a thousand million"
                        multiplyInto(total, times);
                    } else if (group < 0 && any) {
                        break;
                    } else {
                        Decimal part(group < 0 ? 1 : group);
                        if (last != 0 && times >= last)
                            break;
                        multiplyInto(part, times);
                        total = total.plus(part).value_or(total);
                    }
                    last = times;
                    group = -1;
                }
                n_.multiplier = times;
            } else {
                break;
            }
            any = true;
            at_ = i + 1;
        }
        if (!any)
            return false;
        n_.value = group > 0 ? total.plus(Decimal(group)).value_or(total) : total;
        if (group > 0 && group % 100 != 0)
            n_.multiplier = 1;
        return spokenPoint() || wordTail(start, group, last);
    }

    /// "two million, | three hundred thousand": the comma inside one number. What follows must be spelled and smaller
    /// than the last multiplier, and hold one itself: "two million, three of them" are two numbers.
    [[nodiscard]] bool smallerGroupAt(std::uint32_t i, std::int64_t last) const {
        if (!t_.has(i, Tag::Number) || t_.kind(i, TokenKind::Number))
            return false;
        for (const std::uint32_t stop = i + 9; i < stop; ++i) {
            if (t_.joins(i) || t_.has(i, Tag::Number) || t_.is(i, w_.conjAnd))
                continue;
            if (!t_.has(i, Tag::Multiplier) || t_.is(i, w_.score) || t_.number(i, Tag::Multiplier) == 12)
                return false;
            const std::int64_t times = t_.number(i, Tag::Multiplier);
            if (times >= thousand)
                return times < last;
            if (!t_.has(t_.pastHyphen(i + 1), Tag::Number) && !t_.has(i + 1, Tag::Multiplier) &&
                !t_.is(i + 1, w_.conjAnd))
                return true; // "six hundred"
        }
        return false;
    }

    [[nodiscard]] bool english() const {
        return t_.words.language == Language::English || t_.words.language == Language::Unknown;
    }
    /// Multipliers of fewer letters are abbreviations that stand after digits.
    [[nodiscard]] std::size_t shortest() const {
        return english() ? 4 : t_.words.language == Language::Spanish ? 3 : 4;
    }

    /// Adds one number word to the group below a thousand; false when it begins another number.
    [[nodiscard]] bool addToGroup(std::int64_t& group, std::int64_t n, bool joined) const {
        const std::int64_t rest = group < 0 ? -1 : group % 100;
        const bool french = t_.words.language == Language::French;
        if (group < 0)
            group = n;
        else if (french && rest == 4 && n == 20)
            group += 76; // quatre-vingt
        else if (n > 0 && n < 10 && rest >= 20 && rest % 10 == 0 && (!joined || !english()))
            group += n;
        else if (french && (rest == 60 || rest == 80) && n > 0 && n < 20)
            group += n; // soixante-dix, quatre-vingt-onze
        else if (french && rest == 10 && n >= 7 && n <= 9)
            group += n; // dix-sept
        else if (n > 0 && n < 100 && group >= 100 && rest == 0)
            group += n;
        else
            return false;
        return true;
    }

    static void multiplyInto(Decimal& value, std::int64_t times) {
        value = value.times(Decimal(times)).value_or(value);
    }

    /// After "and": "one hundred and | three", "two million and | five hundred thousand", but not "a hundred and two
    /// hundred".
    [[nodiscard]] bool continuesAfterAnd(std::uint32_t i, std::int64_t group, std::int64_t last) const {
        if (!t_.has(i, Tag::Number))
            return false;
        if (!english()) { // vingt et un, soixante et onze; treinta y uno
            const std::int64_t n = t_.number(i, Tag::Number), rest = group % 100;
            const bool french = t_.words.language == Language::French;
            return group > 0 && rest >= 20 && rest % 10 == 0 && (french ? n == 1 || n == 11 : n > 0 && n < 10);
        }
        const bool hundreds = group >= 100 && group % 100 == 0;
        if (!hundreds && !(group < 0 && last != 0))
            return false;
        std::uint32_t next = i + 1;
        if (t_.joins(next) && t_.has(next + 1, Tag::Number))
            next += 2;
        else if (t_.has(next, Tag::Number))
            ++next;
        if (!t_.has(next, Tag::Multiplier))
            return true;
        const std::int64_t times = t_.number(next, Tag::Multiplier);
        return hundreds ? times >= thousand : times < last; // "a hundred and five thousand"
    }

    /// "two point five million": digits spoken one by one after the point.
    bool spokenPoint() {
        if (!t_.is(at_, w_.point) || !t_.has(at_ + 1, Tag::Number) || n_.multiplier != Decimal(1))
            return false;
        std::uint32_t i = at_ + 1;
        int exponent = 0;
        while (t_.has(i, Tag::Number) && exponent > -12) {
            const std::int64_t n = t_.number(i, Tag::Number);
            exponent -= n >= 10 ? 2 : 1;
            add(Decimal(static_cast<Int128>(n), exponent));
            ++i;
            if (n >= 10)
                break;
        }
        at_ = i;
        multipliers();
        return true;
    }

    /// What may follow a spelled cardinal: an ordinal or a fraction that ends it, "and a half", a multiplier.
    bool wordTail(std::uint32_t start, std::int64_t group, std::int64_t last) {
        std::uint32_t i = t_.pastHyphen(at_);
        if (t_.words.language == Language::French && frenchOrdinal(group, last))
            return true;
        if (t_.has(i, Tag::Ordinal) || t_.has(i, Tag::Fraction)) {
            const std::int64_t ord = t_.number(i, Tag::Ordinal);
            const bool tens = group >= 20 && group % 100 >= 20 && group % 10 == 0 && ord > 0 && ord < 10;
            const bool hundreds =
                ((group >= 100 && group % 100 == 0) || (group < 0 && last != 0)) && ord > 0 && ord < 100;
            if (tens || hundreds) {
                n_.value = n_.value.plus(Decimal(ord)).value_or(n_.value);
                return ordinalAt(i + 1);
            }
            const std::int64_t under = t_.number(i, Tag::Fraction);
            if (ord >= 100 && group != 1 && t_.has(i, Tag::Ordinal)) { // two hundredth, five thousandth
                multiplyInto(n_.value, ord);
                return ordinalAt(i + 1);
            }
            const bool few = last == 0 && group > 0 && group < 100;
            if (few && under > 0 && group < under && (group == 1 || !t_.has(i, Tag::Ordinal) || under > 2) &&
                fractionReads(start, i, group)) {
                fraction(quotient(group, under), i + 1, "word-fraction");
                ofMultiplier();
                return true;
            }
        }
        // "one hundred and first"
        const bool round = (group >= 100 && group % 100 == 0) || (group < 0 && last != 0);
        if (round && t_.is(at_, w_.conjAnd) && t_.has(at_ + 1, Tag::Ordinal) &&
            t_.number(at_ + 1, Tag::Ordinal) < 100) {
            n_.value = n_.value.plus(Decimal(t_.number(at_ + 1, Tag::Ordinal))).value_or(n_.value);
            return ordinalAt(at_ + 2);
        }
        if (andFraction() || pluralMultiplier(at_) != 0)
            multipliers();
        return true;
    }

    /// "vingt et | unième", "quatre-vingt-dix-| septième": the ordinal ends a cardinal.
    bool frenchOrdinal(std::int64_t group, std::int64_t last) {
        std::uint32_t i = t_.pastHyphen(at_);
        const bool joined = t_.is(i, w_.conjAnd);
        if (joined)
            i = t_.pastHyphen(i + 1);
        if (!t_.has(i, Tag::Ordinal))
            return false;
        const std::int64_t ord = t_.number(i, Tag::Ordinal);
        if (joined && ord != 1 && ord != 11)
            return false;
        if (ord >= 100) {
            if (joined || (group <= 1 && last == 0))
                return false;
            if (ord == 100 && group > 0 && group < 10) {
                group *= 100;
            } else {
                multiplyInto(n_.value, ord);
                return ordinalAt(i + 1);
            }
            n_.value = n_.value.plus(Decimal(group - group / 100)).value_or(n_.value);
            return ordinalAt(i + 1);
        }
        const std::int64_t before = group;
        if (group < 0) {
            if (last == 0 || joined)
                return false;
            n_.value = n_.value.plus(Decimal(ord)).value_or(n_.value);
            return ordinalAt(i + 1);
        }
        if (!addToGroup(group, ord, joined))
            return false;
        n_.value = n_.value.plus(Decimal(group - before)).value_or(n_.value);
        return ordinalAt(i + 1);
    }

    bool ordinalAt(std::uint32_t endToken) {
        n_.form = NumeralForm::Ordinal;
        n_.rule = "word-ordinal";
        at_ = endToken;
        return true;
    }

    /// "two thirds", "one-third", "one third of"; not "one third man", not "two quarters" of a business year.
    [[nodiscard]] bool fractionReads(std::uint32_t start, std::uint32_t i, std::int64_t over) const {
        const bool singular = t_.has(i, Tag::Ordinal) || t_.isAny(i, {w_.half, w_.quarter});
        if (over > 1 && singular && !t_.joins(i - 1))
            return false;
        if (t_.number(i, Tag::Fraction) == 4)
            return t_.joins(i - 1) || over == 3 || t_.isOf(i + 1);
        (void)start;
        return true;
    }

    /// "and a half", "and a quarter", "and three quarters": adds that part of the last multiplier.
    bool andFraction() {
        const std::uint32_t i = t_.pastHyphen(at_);
        if (!t_.is(i, w_.conjAnd))
            return false;
        std::uint32_t j = t_.pastHyphen(i + 1);
        std::int64_t over = 1;
        if (t_.isAny(j, {w_.a, w_.an, w_.one}))
            ++j;
        else if (t_.has(j, Tag::Number) && t_.number(j, Tag::Number) < 10)
            over = t_.number(j++, Tag::Number);
        else if (!t_.has(j, Tag::Fraction) || t_.number(j, Tag::Fraction) != 2)
            return false;
        j = t_.pastHyphen(j);
        const std::int64_t under = t_.has(j, Tag::Fraction) ? t_.number(j, Tag::Fraction) : 0;
        if (under <= over || (english() && t_.isOf(j + 1)))
            return false;
        Decimal part = quotient(over, under);
        if (n_.multiplier != Decimal(1))
            part = part.times(n_.multiplier).value_or(part);
        add(part);
        at_ = j + 1;
        return true;
    }

    /// "million", "thousand million", "hundred thousand", "dozen", "k" after digits or a decimal.
    void multipliers() {
        for (int guard = 0; guard < 3; ++guard) {
            const std::uint32_t i = t_.pastHyphen(at_);
            if (const std::int64_t times = pluralMultiplier(i); times != 0 && i == at_) { // "3 dozens", "5 millions"
                multiply(times);
                ++at_;
                break;
            }
            if (!t_.kind(i, TokenKind::Word) || !t_.has(i, Tag::Multiplier) || t_.isAny(i, {w_.grand, w_.score}))
                break;
            if (t_.glued(i) && i == at_ && !t_.kind(i - 1, TokenKind::Number))
                break;
            const bool letters = t_.text(i).size() < 2; // "5 k" is rare, "5-k" is a race
            if (letters && i != at_)
                break;
            multiply(t_.number(i, Tag::Multiplier));
            at_ = i + 1;
            n_.rule = "digits-multiplier";
            if (!english() && t_.has(i, Tag::Abbreviation) && t_.kind(at_, TokenKind::Stop) && t_.glued(at_) &&
                t_.inside(at_ + 1) && (t_.kind(at_ + 1, TokenKind::Word) || t_.kind(at_ + 1, TokenKind::Currency))) {
                spanEnd_ = t_[i].end; // "1,5 Mio. Euro"
                ++at_;
                break;
            }
            if (andFraction())
                break;
        }
    }

    /// A vague plural ("dozens": at least two of them) that a numeral makes exact; 0 for any other word.
    [[nodiscard]] std::int64_t pluralMultiplier(std::uint32_t i) const {
        const std::int64_t least = t_.has(i, Tag::Vague) ? t_.number(i, Tag::Vague) : 0;
        return least >= 20 && !t_.isAny(i, {w_.scores, w_.tens}) ? least / 2 : 0;
    }

    void multiply(std::int64_t times) {
        multiplyInto(n_.value, times);
        n_.multiplier = times;
        n_.plain = false;
    }

    void add(const Decimal& part) { n_.value = n_.value.plus(part).value_or(n_.value); }

    void fraction(const Decimal& value, std::uint32_t endToken, const char* rule) {
        n_.form = NumeralForm::Fraction;
        n_.value = value;
        n_.rule = rule;
        n_.plain = false;
        at_ = endToken;
    }

    /// "… of a million": no fraction any more.
    void ofMultiplier() {
        if (!t_.isOf(at_) || !t_.is(at_ + 1, w_.a) || !t_.has(at_ + 2, Tag::Multiplier))
            return;
        multiply(t_.number(at_ + 2, Tag::Multiplier));
        n_.form = NumeralForm::Cardinal;
        at_ += 3;
    }

    /// "half a million", "half-dozen", "half of", "a quarter of", "half the …"
    bool singleFraction() {
        const std::int64_t under = t_.number(at_, Tag::Fraction);
        const std::uint32_t start = at_;
        if (t_.is(at_, w_.half)) {
            std::uint32_t i = t_.pastHyphen(at_ + 1);
            if (t_.isAny(i, {w_.a, w_.an}))
                i = t_.pastHyphen(i + 1);
            if (t_.has(i, Tag::Multiplier) && t_.text(i).size() > 3) {
                n_.value = quotient(1, 2);
                multiply(t_.number(i, Tag::Multiplier));
                n_.rule = "half-multiplier";
                at_ = i + 1;
                if (n_.first > from_ && t_.isAny(n_.first - 1, {w_.a}) && i == t_.pastHyphen(start + 1))
                    takeArticle();
                return true;
            }
        } else if (under == 2 || t_.text(at_).back() == 's') {
            return false; // "halves", "quarters" without a number
        }
        const bool article = takeArticle();
        const bool ofMillion =
            t_.isOf(start + 1) && t_.isAny(start + 2, {w_.a, w_.an}) && t_.has(start + 3, Tag::Multiplier);
        if (t_.is(start, w_.quarter) && !(article && t_.isOf(start + 1)) && !ofMillion)
            return false;
        fraction(quotient(1, under), start + 1, "word-fraction");
        ofMultiplier();
        return true;
    }

    /// "third", "first", "twentieth": an ordinal, unless "a third of" makes it a part.
    bool ordinalOrFraction() {
        const std::int64_t under = t_.number(at_, Tag::Fraction);
        const std::uint32_t start = at_;
        if (under > 2 && n_.first > from_ && t_.isAny(at_ - 1, {w_.a, w_.an})) {
            // "by a third", "nearly a third": a part; "wounding a third": one more.
            const bool led = t_.isAny(at_ - 2, {w_.by, w_.to, w_.than, w_.from}) || t_.has(at_ - 2, Tag::Hedge);
            const bool nominal = t_.kind(at_ + 1, TokenKind::Word) || t_.kind(at_ + 1, TokenKind::Hyphen) ||
                                 t_.kind(at_ + 1, TokenKind::OpenQuote) || t_.kind(at_ + 1, TokenKind::Number);
            if (t_.isOf(at_ + 1) || (led && !nominal) || (!t_.inside(at_ + 1) && at_ == t_.begin + 1)) {
                takeArticle();
                fraction(quotient(1, under), start + 1, "word-fraction");
                ofMultiplier();
                return true;
            }
        }
        std::int64_t ord = t_.number(at_, Tag::Ordinal);
        std::uint32_t i = at_ + 1;
        if (t_.words.language == Language::Spanish) // vigésimo primero
            for (; t_.has(i, Tag::Ordinal) && ord % 10 == 0 && ord >= 10 &&
                   t_.number(i, Tag::Ordinal) < (ord % 100 == 0 ? 100 : 10);
                 ++i)
                ord += t_.number(i, Tag::Ordinal);
        n_.value = Decimal(ord);
        return ordinalAt(i);
    }

    /// "several", "a few hundred", "dozens", "tens of thousands", "a handful", "a couple of hundred".
    bool vague() {
        if (!english() && t_.has(at_, Tag::Hedge) &&
            (t_.kind(at_ + 1, TokenKind::Number) || t_.hasAny(at_ + 1, tagBit(Tag::Number) | tagBit(Tag::Multiplier))))
            return false; // "quelques 300"
        n_.form = NumeralForm::Vague;
        n_.rule = "vague";
        n_.value = Decimal(t_.number(at_, Tag::Vague));
        if (t_.isAny(at_, {w_.few, w_.handful})) {
            if (!(takeArticle() ||
                  (t_.isAny(at_ - 1, {w_.good, w_.small}) && t_.is(at_ - 2, w_.a) && at_ >= from_ + 2)))
                return false;
            if (!n_.article)
                n_.first = at_ - 2;
        } else if (const auto phrase = t_.lexicon.matchPhrase(t_.reading, at_, tagBit(Tag::Vague));
                   phrase && phrase->endToken <= t_.end) { // tens of thousands
            n_.value = Decimal(t_.lexicon.number(phrase->entry, Tag::Vague));
            at_ = phrase->endToken;
            return true;
        } else if (t_.isAny(at_, {w_.scores, w_.tens}) && !t_.isOf(at_ + 1)) {
            return false;
        }
        ++at_;
        const std::uint32_t i = t_.isOf(at_) && t_.is(at_ - 1, w_.handful) ? at_ + 1 : at_;
        if (t_.has(i, Tag::Multiplier) && t_.text(i).size() > 3) { // a few hundred, several hundred thousand
            n_.value = Decimal(2);
            multiply(t_.number(i, Tag::Multiplier));
            at_ = i + 1;
            if (t_.has(at_, Tag::Multiplier) && t_.text(at_).size() > 3 &&
                n_.multiplier < Decimal(t_.number(at_, Tag::Multiplier))) {
                const Decimal first = n_.multiplier;
                multiply(t_.number(at_, Tag::Multiplier));
                n_.multiplier = n_.multiplier.times(first).value_or(first);
                ++at_;
            }
        } else if (i == at_ && n_.value == Decimal(2) && !n_.article && t_.has(i, Tag::Vague) &&
                   t_.number(i, Tag::Vague) >= 20) { // many thousands, plusieurs dizaines de milliers
            const auto more = t_.match(i, tagBit(Tag::Vague));
            n_.value = Decimal(t_.lexicon.number(more ? more->entry : t_[i].word, Tag::Vague));
            at_ = more ? more->endToken : i + 1;
        }
        return true;
    }

    // ---- signs ------------------------------------------------------------------------------------------------------

    /// "-3", "−3", "minus 5"
    void sign() {
        if (n_.form == NumeralForm::Vague || n_.form == NumeralForm::Ordinal || n_.first <= from_)
            return;
        if (n_.plain && n_.end == n_.first + 1 && t_.glued(n_.first) && t_.text(n_.first - 1) == "." &&
            !t_.glued(n_.first - 1)) {
            const auto digits = static_cast<int>(t_.text(n_.first).size()); // ".5"
            if (const auto value = n_.value.times(Decimal(Int128{1}, -digits))) {
                n_.value = *value;
                n_.span.begin = t_[--n_.first].begin;
                n_.plain = false;
            }
            return;
        }
        const std::uint32_t i = n_.first - 1;
        if (!n_.digits && n_.end == n_.first + 1 && t_.is(i, w_.point) && n_.value < Decimal(10) &&
            (i == t_.begin || t_.isAny(i - 1, {w_.by, w_.to, w_.than, w_.at}))) { // "by point five"
            n_.value = n_.value.times(Decimal(Int128{1}, -1)).value_or(n_.value);
            n_.span.begin = t_[i].begin;
            n_.first = i;
            return;
        }
        bool minus = t_.isAny(i, {w_.minus, w_.negative});
        for (std::uint32_t back = 1; minus && back <= 2 && i >= t_.begin + back; ++back) // "au moins trois"
            if (const auto hedge = t_.match(i - back, tagBit(Tag::Hedge)); hedge && hedge->endToken == i + 1)
                minus = false;
        if (!minus && n_.digits && t_.glued(n_.first) && (!t_.glued(i) || t_.kind(i - 1, TokenKind::Currency)))
            minus = t_.text(i) == "-" || t_.text(i) == "\xE2\x88\x92";
        if (!minus && n_.digits && t_.glued(n_.first) && t_.text(i) == "\xE2\x88\x92")
            minus = true;
        if (!minus && n_.digits && i == t_.begin && t_.kind(i, TokenKind::Dash) && t_.text(i) != "\xE2\x80\x94")
            minus = alone(n_.end); // "- 10 k"
        if (!minus)
            return;
        n_.first = i;
        n_.span.begin = t_[i].begin;
        n_.value = Decimal(0).minus(n_.value).value_or(n_.value);
        n_.plain = false;
    }

    const FigureText& t_;
    const FigureWords& w_;
    std::uint32_t at_, from_;
    std::uint32_t suffixBegin_ = 0, spanEnd_ = 0;
    Numeral n_;
};

} // namespace

std::optional<Numeral> readNumeral(const FigureText& text, std::uint32_t at, std::uint32_t from) {
    return text.inside(at) ? Reader(text, at, from).run() : std::nullopt;
}

} // namespace countercheck::read
