// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurenumeralreader.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::read {

using text::tagBit;

bool NumeralReader::german() {
    if (halfOf())
        return true;
    if ((t_.number(at_, Tag::Number) == 1 || t_.text(at_) == "einen" || t_.text(at_) == "einem" ||
         t_.text(at_) == "einer") &&
        t_.text(at_ + 1).starts_with("halbe") && t_.text(at_ + 1).size() <= 6 &&
        t_.hasAny(at_ + 2, tagBit(Tag::Unit)) && !t_.hasAny(at_ + 2, tagBit(Tag::TimeUnit))) { // ein halbes Prozent
        n_.value = quotient(1, 2);
        n_.rule = "half-unit";
        at_ += 2;
        return true;
    }
    if (t_.has(at_, Tag::Fraction) && t_.text(at_).starts_with("halbe") && n_.first > from_ &&
        t_.text(at_ - 1).starts_with("eine") && t_.hasAny(at_ + 1, tagBit(Tag::Unit)) &&
        !t_.hasAny(at_ + 1, tagBit(Tag::TimeUnit))) { // einen halben Liter
        n_.value = quotient(1, 2);
        n_.rule = "half-unit";
        --n_.first;
        ++at_;
        return true;
    }
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
    germanTail();
    return true;
}

void NumeralReader::germanTail() {
    std::string buffer;
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
}

bool NumeralReader::halfOf() {
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

bool NumeralReader::cardinal() {
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
                if (t_.is(at_, w_.conjAnd) && t_.has(at_ + 1, Tag::Number) && t_.number(at_ + 1, Tag::Number) < 20) {
                    group += t_.number(at_ + 1, Tag::Number);
                    at_ += 2;
                }
                break;
            }
            if (t_.has(i, Tag::Hedge) && !any && times >= 30 && times <= 60 && !t_.isOf(i + 1) &&
                t_.text(i - 1) == "la" && t_.words.language == Language::French)
                return false;                          // "la trentaine": an age
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
                andFraction(); // "a dozen and a half"
                return true;
            }
            if (times == 100) {
                if (group >= 100 || (group < 0 && any && english()))
                    break;
                if (t_.words.language == Language::French && (group == 10 || group > 16) && t_.text(i).back() == 's')
                    break; // "vingt cents" are money
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
    if (t_.words.language == Language::German)
        germanTail();
    return spokenPoint() || overFraction() || powerInWords() || wordTail(start, group, last);
}

bool NumeralReader::smallerGroupAt(std::uint32_t i, std::int64_t last) const {
    if (!t_.has(i, Tag::Number) || t_.kind(i, TokenKind::Number))
        return false;
    bool hundreds = false;
    for (const std::uint32_t stop = i + 9; i < stop; ++i) {
        if (t_.joins(i) || t_.has(i, Tag::Number) || t_.is(i, w_.conjAnd))
            continue;
        if (hundreds && !t_.has(i, Tag::Multiplier))
            return true; // "…, four hundred and fifty-six people"
        if (!t_.has(i, Tag::Multiplier) || t_.is(i, w_.score) || t_.number(i, Tag::Multiplier) == 12)
            return false;
        const std::int64_t times = t_.number(i, Tag::Multiplier);
        if (times >= thousand)
            return times < last;
        if (!t_.has(t_.pastHyphen(i + 1), Tag::Number) && !t_.has(i + 1, Tag::Multiplier) && !t_.is(i + 1, w_.conjAnd))
            return true; // "six hundred"
        hundreds = true;
    }
    return false;
}

bool NumeralReader::addToGroup(std::int64_t& group, std::int64_t n, bool joined) const {
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

bool NumeralReader::continuesAfterAnd(std::uint32_t i, std::int64_t group, std::int64_t last) const {
    if (!t_.has(i, Tag::Number))
        return false;
    if (!english()) { // vingt et un, soixante et onze; treinta y uno
        const std::int64_t n = t_.number(i, Tag::Number), rest = group % 100;
        const bool french = t_.words.language == Language::French;
        if (french && last == thousand && group < 0 && n == 1)
            return true; // mille et une nuits
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

bool NumeralReader::spokenPoint() {
    if (!(t_.is(at_, w_.point) || (t_.words.language == Language::Spanish && t_.text(at_) == "punto")) ||
        !t_.has(at_ + 1, Tag::Number) || n_.multiplier > Decimal(thousand))
        return false;
    std::uint32_t i = at_ + 1;
    int exponent = 0;
    while (t_.has(i, Tag::Number) && exponent > -12) {
        const std::int64_t n = t_.number(i, Tag::Number);
        exponent -= n >= 10 ? 2 : 1;
        add(Decimal(static_cast<Int128>(n), exponent));
        ++i;
        if (n >= 20 && n % 10 == 0 && t_.joins(i) && t_.has(i + 1, Tag::Number) && t_.number(i + 1, Tag::Number) < 10) {
            add(Decimal(static_cast<Int128>(t_.number(i + 1, Tag::Number)), exponent)); // "point seventy-one"
            i += 2;
        } else if (n >= 10 && !english()) { // "coma setenta y cinco", "virgule soixante-quinze"
            std::int64_t group = n;
            for (;;) {
                const bool joined = t_.is(i, w_.conjAnd);
                const std::uint32_t next = t_.pastHyphen(joined ? i + 1 : i);
                if (!t_.has(next, Tag::Number) || !addToGroup(group, t_.number(next, Tag::Number), joined))
                    break;
                i = next + 1;
            }
            add(Decimal(static_cast<Int128>(group - n), exponent));
        }
        if (n >= 10)
            break;
    }
    n_.multiplier = 1;
    at_ = i;
    multipliers();
    return true;
}

bool NumeralReader::wordTail(std::uint32_t start, std::int64_t group, std::int64_t last) {
    std::uint32_t i = t_.pastHyphen(at_);
    if (t_.words.language == Language::French && frenchOrdinal(group, last))
        return true;
    if (t_.has(i, Tag::Ordinal) || t_.has(i, Tag::Fraction)) {
        const std::int64_t ord = t_.number(i, Tag::Ordinal);
        const bool tens = group >= 20 && group % 100 >= 20 && group % 10 == 0 && ord > 0 && ord < 10;
        const bool hundreds = ((group >= 100 && group % 100 == 0) || (group < 0 && last != 0)) && ord > 0 && ord < 100;
        if (tens || hundreds) {
            n_.value = n_.value.plus(Decimal(ord)).value_or(n_.value);
            return ordinalAt(i + 1);
        }
        const std::int64_t under = t_.number(i, Tag::Fraction);
        if (ord == 100 && group > 1 && group < 10 && last != 0) { // one thousand two hundredth
            n_.value = n_.value.plus(Decimal(group * 99)).value_or(n_.value);
            return ordinalAt(i + 1);
        }
        if (ord >= 100 && t_.has(i, Tag::Ordinal) && // two hundredth, five thousandth; the one millionth
            (group != 1 || t_.is(start - 1, w_.the))) {
            multiplyInto(n_.value, ord);
            return ordinalAt(i + 1);
        }
        const bool few = last == 0 && group > 0 && (group < 100 || (under >= thousand && group < thousand));
        const bool improper = under > 2 && under != 4 && group > under && english() && !t_.has(i, Tag::Ordinal);
        if (few && under > 0 && (group < under || improper) && (group == 1 || !t_.has(i, Tag::Ordinal) || under > 2) &&
            fractionReads(start, i, group)) {
            fraction(quotient(group, under), i + 1, "word-fraction");
            ofMultiplier();
            return true;
        }
    }
    // "one twenty-fifth", "two twenty-fifths"
    const std::int64_t tens = english() && last == 0 && group > 0 && group < 20 && i == at_ && t_.joins(i + 1)
                                  ? t_.number(i, Tag::Number)
                                  : 0;
    if (tens >= 20 && tens < 100 && t_.has(i + 2, Tag::Fraction) && !t_.joins(i + 3) &&
        t_.number(i + 2, Tag::Fraction) > 2 && t_.number(i + 2, Tag::Fraction) < 10 &&
        (group == 1) == t_.has(i + 2, Tag::Ordinal)) {
        fraction(quotient(group, tens + t_.number(i + 2, Tag::Fraction)), i + 3, "word-fraction");
        return true;
    }
    // "one hundred and first"
    const bool round = (group >= 100 && group % 100 == 0) || (group < 0 && last != 0);
    if (const std::uint32_t tail = t_.pastHyphen(i + 1); // "two-hundred-and-third"
        round && t_.is(i, w_.conjAnd) && t_.has(tail, Tag::Ordinal) && t_.number(tail, Tag::Ordinal) < 100) {
        n_.value = n_.value.plus(Decimal(t_.number(tail, Tag::Ordinal))).value_or(n_.value);
        return ordinalAt(tail + 1);
    }
    if (andFraction() || pluralMultiplier(at_) != 0)
        multipliers();
    return true;
}

bool NumeralReader::frenchOrdinal(std::int64_t group, std::int64_t last) {
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

bool NumeralReader::fractionReads(std::uint32_t start, std::uint32_t i, std::int64_t over) const {
    const bool singular = t_.has(i, Tag::Ordinal) || t_.isAny(i, {w_.half, w_.quarter});
    if (over > 1 && singular && !t_.joins(i - 1))
        return false;
    if (over == 1 && singular && !t_.joins(i - 1) && t_.joins(i + 1))
        return false; // "one third-party app"
    if (t_.number(i, Tag::Fraction) == 4)
        return t_.joins(i - 1) || over == 3 || t_.isOf(i + 1) || (start == t_.begin && t_.onlyStopAt(i + 1));
    return true;
}

bool NumeralReader::andFraction() {
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
    if (n_.multiplier != Decimal(1) && n_.multiplier != Decimal(100)) // a million and a half; a hundred and a half
        part = part.times(n_.multiplier).value_or(part);
    add(part);
    at_ = j + 1;
    return true;
}

void NumeralReader::ofMultiplier() {
    if (!english() && t_.isOf(at_) && t_.has(at_ + 1, Tag::Multiplier) &&
        t_.number(at_ + 1, Tag::Multiplier) >= 1000000) { // "un quart de million", "un cuarto de millón"
        multiply(t_.number(at_ + 1, Tag::Multiplier));
        n_.form = NumeralForm::Cardinal;
        at_ += 2;
        return;
    }
    if (!t_.isOf(at_) || !t_.is(at_ + 1, w_.a) || !t_.has(at_ + 2, Tag::Multiplier))
        return;
    multiply(t_.number(at_ + 2, Tag::Multiplier));
    n_.form = NumeralForm::Cardinal;
    at_ += 3;
}

bool NumeralReader::singleFraction() {
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
    } else if (const std::uint32_t i = t_.pastHyphen(at_ + 1);
               t_.is(at_, w_.quarter) && t_.has(i, Tag::Multiplier) && t_.number(i, Tag::Multiplier) >= thousand &&
               t_.text(i).size() > 3 && takeArticle()) { // "a quarter million"
        n_.value = quotient(1, 4);
        multiply(t_.number(i, Tag::Multiplier));
        n_.rule = "quarter-multiplier";
        at_ = i + 1;
        return true;
    } else if (under == 2 || t_.text(at_).back() == 's') {
        return false; // "halves", "quarters" without a number
    }
    const bool article = takeArticle();
    const bool ofMillion =
        t_.isOf(start + 1) && t_.isAny(start + 2, {w_.a, w_.an}) && t_.has(start + 3, Tag::Multiplier);
    const bool ofUnit =
        t_.is(start, w_.quarter) && (article || t_.joins(start + 1)) &&
        (t_.hasAny(t_.pastHyphen(start + 1), tagBit(Tag::Unit)) || t_.text(t_.pastHyphen(start + 1)) == "point") &&
        !t_.hasAny(t_.pastHyphen(start + 1), tagBit(Tag::TimeUnit)); // "a quarter percent"
    const bool byQuarter = article && t_.is(n_.first - 1, w_.by) && !t_.kind(start + 1, TokenKind::Number) &&
                           (!t_.kind(start + 1, TokenKind::Word) || t_.has(start + 1, Tag::Prep)) &&
                           !t_.is(start + 1, w_.to);          // "fell by a quarter"; not "by a quarter to six"
    const bool says = article && t_.has(start + 1, Tag::Say); // "while a quarter said"
    if (t_.is(start, w_.quarter) && !(article && t_.isOf(start + 1)) && !ofMillion && !ofUnit && !byQuarter && !says)
        return false;
    fraction(quotient(1, under), start + 1, "word-fraction");
    ofMultiplier();
    return true;
}

bool NumeralReader::ordinalOrFraction() {
    const std::int64_t under = t_.number(at_, Tag::Fraction);
    const std::uint32_t start = at_;
    if (under > 2 && n_.first > from_ && t_.isAny(at_ - 1, {w_.a, w_.an})) {
        // "by a third", "nearly a third": a part; "wounding a third": one more.
        const bool led = t_.isAny(at_ - 2, {w_.by, w_.to, w_.than, w_.from, w_.up}) || t_.has(at_ - 2, Tag::Hedge) ||
                         t_.text(at_ - 2) == "down"; // "down a third from 2019"
        const bool nominal =
            (t_.kind(at_ + 1, TokenKind::Word) && !t_.is(at_ + 1, w_.to) && !t_.hasAny(at_ + 1, tagBit(Tag::Prep))) ||
            t_.kind(at_ + 1, TokenKind::Hyphen) || t_.kind(at_ + 1, TokenKind::OpenQuote) ||
            t_.kind(at_ + 1, TokenKind::Number);
        const bool than = english() && (t_.text(at_ + 1) == "more" || t_.text(at_ + 1) == "fewer" ||
                                        t_.text(at_ + 1) == "less"); // "a third more people"
        if (t_.isOf(at_ + 1) || than || (led && !nominal) || (!t_.inside(at_ + 1) && at_ == t_.begin + 1)) {
            takeArticle();
            fraction(quotient(1, under), start + 1, "word-fraction");
            ofMultiplier();
            return true;
        }
    }
    std::int64_t ord = t_.number(at_, Tag::Ordinal);
    std::uint32_t i = at_ + 1;
    if (t_.words.language == Language::Spanish && ord > 2 && t_.text(i) == "parte" &&
        (t_.isOf(i + 1) || (t_.is(at_ - 1, w_.a) && n_.first > from_))) {
        if (!takeArticle() && t_.text(at_ - 1) != "la")
            return false;
        fraction(quotient(1, ord), i, "word-fraction"); // "una quinta parte de"
        return true;
    }
    if (t_.words.language == Language::Spanish) // vigésimo primero
        for (; t_.has(i, Tag::Ordinal) && ord % 10 == 0 && ord >= 10 &&
               t_.number(i, Tag::Ordinal) < (ord % 100 == 0 ? 100 : 10);
             ++i)
            ord += t_.number(i, Tag::Ordinal);
    n_.value = Decimal(ord);
    return ordinalAt(i);
}

} // namespace countercheck::read
