// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurenumeralreader.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::read {

using text::tagBit;

namespace {

constexpr VulgarFraction vulgarFractions[] = {
    {0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10},
    {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5},
    {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};

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

} // namespace

bool NumeralReader::digits() {
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
    if (slashFraction() || overFraction())
        return true;
    if (power() || powerInWords() || pointOrdinal() || digitsOverWord())
        return true;
    if (mixedFraction() || andFraction())
        n_.plain = false;
    multipliers();
    smallerGroups();
    return true;
}

void NumeralReader::smallerGroups() {
    while (n_.multiplier >= Decimal(thousand) && n_.value.isWhole()) {
        // "3 million and 250 thousand"
        const std::uint32_t i = t_.is(at_, w_.conjAnd) && t_.kind(at_ + 1, TokenKind::Number) ? at_ + 1 : at_;
        if (!(english() && i == at_ && t_.has(i, Tag::Number)) &&
            !(t_.kind(i, TokenKind::Number) && t_.has(i + 1, Tag::Multiplier) && t_.text(i + 1).size() > 2))
            return;
        const auto part = readNumeral(t_, i, i);
        if (!part || part->form != NumeralForm::Cardinal || part->value >= n_.multiplier ||
            part->value < Decimal(100) || !part->suffix.empty() || part->first != i ||
            part->multiplier >= n_.multiplier)
            return;
        add(part->value);
        n_.multiplier = part->multiplier;
        at_ = part->end;
    }
}

bool NumeralReader::pointOrdinal() {
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
    if (t_.words.language != Language::German || t_.text(at_ - 1).size() > 2 || !t_.kind(at_ + 1, TokenKind::Word) ||
        t_.has(at_ + 1, Tag::Month) ||
        !(t_.hasAny(n_.first - 1, tagBit(Tag::Det) | tagBit(Tag::Prep)) || !t_.flag(at_ + 1, text::Capitalised)))
        return false;
    n_.rule = "digits-ordinal";
    n_.form = NumeralForm::Ordinal;
    ++at_;
    return true;
}

bool NumeralReader::power() {
    if (!t_.kind(at_, TokenKind::Symbol) || t_.text(at_) != "^" || !t_.glued(at_))
        return false;
    std::uint32_t i = at_ + 1;
    const bool minus = t_.text(i) == "-" || t_.text(i) == "\xE2\x88\x92";
    if (t_.glued(i) && (minus || t_.text(i) == "+"))
        ++i;
    const int times = t_.kind(i, TokenKind::Number) && t_.glued(i) ? smallWhole(t_.text(i)) : -1;
    return times >= 0 && raise(times, minus, i + 1);
}

bool NumeralReader::powerInWords() {
    std::uint32_t i = at_;
    if (english() && t_.is(i, w_.to) && t_.is(i + 1, w_.the) && t_.text(i + 3) == "power" &&
        !t_.kind(i + 4, TokenKind::Word)) // "5 to the 3rd power"
        if (const auto nth = readNumeral(t_, i + 2, i + 2); nth && nth->form == NumeralForm::Ordinal)
            if (const int times = smallWhole(nth->value.toString()); times > 0)
                return raise(times, false, i + 4);
    if (english() ? !(t_.is(i, w_.to) && t_.is(i + 1, w_.the) && t_.text(i + 2) == "power")
                  : !(n_.digits && (t_.text(i) == "puissance" || t_.text(i) == "hoch")))
        return false;
    i += english() ? 3 : 1;
    if (t_.isOf(i))
        ++i;
    if (!t_.kind(i, TokenKind::Number) && !t_.has(i, Tag::Number))
        return false;
    const auto times = readNumeral(t_, i, i);
    const auto whole = times && times->form == NumeralForm::Cardinal && times->suffix.empty() && times->value.isWhole()
                           ? smallWhole(times->value.toString())
                           : -1;
    return whole >= 0 && raise(whole, false, times->end);
}

bool NumeralReader::raise(int times, bool minus, std::uint32_t endToken) {
    if (times > 400)
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
    at_ = endToken;
    return true;
}

bool NumeralReader::digitsOverWord() {
    if (!n_.plain || !t_.has(at_, Tag::Fraction))
        return false;
    const std::int64_t under = t_.number(at_, Tag::Fraction);
    const bool several = !t_.has(at_, Tag::Ordinal) || t_.text(at_).back() == 's';
    if (under < 3 || !several || !n_.value.isWhole() || n_.value.isZero() || n_.value >= Decimal(under) ||
        t_.joins(at_ + 1) || (under == 4 && (n_.value != Decimal(3) || !(t_.isOf(at_ + 1) || alone(at_ + 1)))))
        return false;
    fraction(n_.value.dividedBy(Decimal(under)).value_or(Decimal()), at_ + 1, "digits-fraction");
    ofMultiplier();
    return true;
}

bool NumeralReader::ordinalLetters(std::string_view s) const {
    switch (t_.words.language) {
    case Language::French:
        return s == "e" || s == "er" || s == "re" || s == "ère" || s == "ème" || s == "eme" || s == "nd" || s == "nde";
    case Language::Spanish:
        return s == "º" || s == "ª" || s == "er" || s == "ro" || s == "do";
    case Language::German:
        return false;
    default:
        return s == "st" || s == "nd" || s == "rd" || s == "th";
    }
}

bool NumeralReader::apostropheGroups() {
    std::uint32_t i = at_;
    while (t_.kind(i, TokenKind::Apostrophe) && t_.glued(i) && t_.kind(i + 1, TokenKind::Number) && t_.glued(i + 1) &&
           t_.text(i + 1).size() >= 3 && allDigits(t_.text(i + 1).substr(0, 3)) &&
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

void NumeralReader::blankGroups() {
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

bool NumeralReader::digitsWithLetters() {
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
    const bool stone = small == "st" && (s[cut - 1] != '1' || (cut > 1 && s[cut - 2] == '1')); // "11st 4lb"; not "21st"
    if (ordinalLetters(small) && !(english() && stone)) {
        if (!value->isWhole())
            return false;
        n_.form = NumeralForm::Ordinal;
        n_.rule = "digits-ordinal";
        ++at_;
        return true;
    }
    if (letters == "s" && s[cut - 1] == '0' && *value >= Decimal(10) && t_.isOf(at_ + 1) &&
        (cut != 4 || *value > Decimal(2100))) { // "1,000s of people"; not "the 1990s"
        n_.form = NumeralForm::Vague;
        n_.rule = "digits-vague";
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

bool NumeralReader::exponent(const Decimal& value, std::string_view rest) {
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

bool NumeralReader::lettersThenDigits(std::string_view s) {
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
    std::int64_t scaled = 0;
    if (stop == s.size())
        while (t_.kind(end, TokenKind::Comma) && t_.glued(end) && t_.kind(end + 1, TokenKind::Number) &&
               t_.glued(end + 1)) {
            whole += ',';
            whole += t_.text(end + 1);
            end += 2;
        }
    if (stop == s.size() && t_.kind(end, TokenKind::Stop) && t_.text(end) == "." && t_.glued(end) &&
        t_.kind(end + 1, TokenKind::Number) && t_.glued(end + 1)) { // "R12.5 million"
        whole += '.';
        whole += t_.text(end + 1);
        end += 2;
    } else if (stop == s.size() && t_.kind(end, TokenKind::Stop) && t_.text(end) == "." && t_.glued(end) &&
               t_.kind(end + 1, TokenKind::Alnum) && t_.glued(end + 1)) { // "Dh472.72bn"
        const std::string_view rest = t_.text(end + 1);
        const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        std::string buffer;
        const WordId id = digits > 0 ? t_.lexicon.find(text::lowered(rest.substr(digits), buffer)) : WordId{0};
        if (const std::int64_t times = id ? t_.lexicon.number(id, Tag::Multiplier) : 0; times != 0) {
            whole += '.';
            whole += rest.substr(0, digits);
            end += 2;
            scaled = times;
        }
    }
    const auto value = readDigits(whole, t_.reading.language);
    if (!value)
        return false;
    n_.value = *value;
    n_.digits = true;
    if (scaled != 0)
        multiply(scaled);
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

bool NumeralReader::fullWidth() {
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

bool NumeralReader::slashFraction() {
    if (!n_.plain || !t_.kind(at_, TokenKind::Slash) || !t_.glued(at_) || !t_.kind(at_ + 1, TokenKind::Number) ||
        !t_.glued(at_ + 1) || (t_.kind(at_ + 2, TokenKind::Slash) && t_.glued(at_ + 2)))
        return false;
    const int over = smallWhole(t_.text(at_ - 1)), under = smallWhole(t_.text(at_ + 1));
    if (over <= 0 || over == under || !usualDenominator(under) || (over > under && !alone(at_ + 2)))
        return false;
    fraction(quotient(over, under), at_ + 2, "slash-fraction");
    return true;
}

bool NumeralReader::overFraction() {
    if (!(english() ? t_.text(at_) == "over" : t_.words.language == Language::Spanish && t_.text(at_) == "sobre") ||
        n_.first != t_.begin || !n_.value.isWhole() || n_.multiplier != Decimal(1))
        return false;
    const auto under = readNumeral(t_, at_ + 1, at_ + 1);
    if (!under || under->form != NumeralForm::Cardinal || !under->value.isWhole() || under->value <= n_.value ||
        !under->suffix.empty() || !alone(under->end))
        return false;
    fraction(n_.value.dividedBy(under->value).value_or(Decimal()), under->end, "over-fraction");
    return true;
}

bool NumeralReader::alone(std::uint32_t endToken) const {
    const std::uint32_t first = n_.first > t_.begin && n_.first - 1 == t_.begin &&
                                        (t_.kind(t_.begin, TokenKind::Dash) || t_.kind(t_.begin, TokenKind::Hyphen))
                                    ? t_.begin
                                    : n_.first;
    return first == t_.begin && t_.onlyStopAt(endToken);
}

bool NumeralReader::usualDenominator(int under) {
    return (under >= 2 && under <= 10 && under != 7) || under == 12 || under == 16 || under == 20 || under == 32 ||
           under == 100 || under == 1000;
}

bool binaryFraction(std::string_view overDigits, std::string_view underDigits) {
    const int over = smallWhole(overDigits), under = smallWhole(underDigits);
    return over > 0 && over < under && (under == 2 || under == 4 || under == 8 || under == 16 || under == 32);
}

bool NumeralReader::mixedFraction() {
    if (const VulgarFraction* f = vulgarAt(at_)) {
        add(quotient(f->over, f->under));
        ++at_;
        return true;
    }
    const bool joined = t_.is(at_, w_.conjAnd) && n_.plain;        // "6 and 3/4"
    const std::uint32_t i = joined ? at_ + 1 : t_.pastHyphen(at_); // "8-1/4 cents"
    if (!t_.kind(i, TokenKind::Number) || !t_.kind(i + 1, TokenKind::Slash) || !t_.glued(i + 1) ||
        !t_.kind(i + 2, TokenKind::Number) || !t_.glued(i + 2))
        return false;
    const int over = smallWhole(t_.text(i)), under = smallWhole(t_.text(i + 2));
    const bool usual =
        i == at_ || joined ? usualDenominator(under) || alone(i + 3) : binaryFraction(t_.text(i), t_.text(i + 2));
    if (over <= 0 || over >= under || !usual)
        return false;
    Decimal part = quotient(over, under);
    if (!n_.plain) { // "$6.11-1/2": of a cent
        const std::string_view printed = t_.text(at_ - 1);
        if (i == at_ || printed.size() < 4 || printed[printed.size() - 3] != '.')
            return false;
        part = part.times(Decimal(Int128{1}, -2)).value_or(part);
    }
    add(part);
    at_ = i + 3;
    return true;
}

const VulgarFraction* NumeralReader::vulgarAt(std::uint32_t i) const {
    if (!t_.kind(i, TokenKind::Symbol))
        return nullptr;
    const char32_t mark = text::decodeAt(t_.text(i), 0).value;
    const auto* found = std::find_if(std::begin(vulgarFractions), std::end(vulgarFractions),
                                     [&](const VulgarFraction& f) { return f.mark == mark; });
    return found == std::end(vulgarFractions) ? nullptr : found;
}

bool NumeralReader::vulgar() {
    const VulgarFraction* f = vulgarAt(at_);
    if (!f)
        return false;
    fraction(quotient(f->over, f->under), at_ + 1, "vulgar-fraction");
    return true;
}

} // namespace countercheck::read
