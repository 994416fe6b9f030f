// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurewalk.h"
#include "core/read/wordset.h"

namespace countercheck::read {

using text::tagBit;

bool FigureWalk::readRange(Numeral& n, std::optional<UnitRead>& unit, Numeral& last,
                           std::optional<UnitRead>& rangeUnit) {
    lowInclusive_ = highInclusive_ = true;
    std::uint32_t i = unit && unit->end > n.end ? unit->end : n.end;
    const bool german = w_.language == Language::German;
    const bool hung = t_.kind(i, TokenKind::Hyphen) && t_.glued(i) &&
                      (t_.isAny(i + 1, {w_.to, w_.conjOr}) || (german && t_.is(i + 1, w_.conjAnd)));
    if (hung) // "24- to 30-foot", "fünf- und sechshundert"
        ++i;
    if (const auto bound = upperBound(n, i))
        return boundedRange(n, unit, last, rangeUnit, *bound);
    const bool tilde = t_.kind(i, TokenKind::Symbol) && (t_.text(i) == "~" || t_.text(i) == "\xEF\xBD\x9E");
    const bool mark = t_.inside(i) && (t_[i].is(TokenKind::Hyphen) || t_[i].is(TokenKind::Dash) || tilde);
    bool glued = mark && t_.glued(i) && t_.glued(i + 1);
    const bool spaced = mark && !glued && !t_.glued(i) && !t_.glued(i + 1) && t_.kind(i + 1, TokenKind::Number);
    if (spaced && ((unit && unit->end == i) || (n.digits && n.end == i && t_.text(i) != "\xE2\x80\x94")))
        glued = true; // "10% - 20%", "3 - 5 people"
    const bool contracted = w_.language == Language::Spanish && t_.text(i) == "al" && t_.text(n.first - 1) == "del";
    if (!mark && !contracted && !t_.isAny(i, {w_.conjAnd, w_.to, w_.conjOr, w_.up, w_.through, w_.till, w_.until}))
        return false;
    const std::uint32_t before = (unit && t_.kind(n.first - 1, TokenKind::Currency)) ? n.first - 2 : n.first - 1;
    bool between = false, from = false;
    const bool spanish = w_.language == Language::Spanish;
    std::uint32_t opener =
        spanish && t_.isAny(before, {w_.the, w_.one}) ? before - 1 : before; // "entre el 10 y el 15 %"
    if (english() && t_.isOf(opener) && (t_.text(opener - 1) == "ages" || t_.text(opener - 1) == "age"))
        opener -= t_.is(opener - 2, w_.the) ? 3 : 2; // "between the ages of | 9 and 11"
    if (t_.is(opener, w_.between))
        between = true;
    else if (t_.is(opener, w_.from))
        from = true;
    else if (const std::uint32_t o = openerBeforeHedge(before); o != before) {
        between = t_.is(o, w_.between);
        from = t_.is(o, w_.from);
    }
    const bool upTo = t_.is(i, w_.up) && t_.is(i + 1, w_.to) && from;
    if (upTo)
        ++i;
    const bool joinsWords = (between && t_.is(i, w_.conjAnd)) || t_.isAny(i, {w_.to, w_.conjOr}) ||
                            t_.isAny(i, {w_.through, w_.till, w_.until});
    if (!glued && !joinsWords && !contracted)
        return false;
    // "ont bondi de 30 à 35 %" by as much; "est passé de 3 à 5 %" from one to the other
    const bool perhaps = from && t_.is(i, w_.to) && w_.language == Language::French && changeVerb(opener) &&
                         !changeVerb(opener, "pass") && !changeVerb(opener, "mont");
    if (contracted && changeVerb(n.first))
        return false; // "subió del 2 al 3 %"
    const bool bySo = t_.is(i, w_.to) && t_.is(before, w_.by);
    if ((t_.is(i, w_.to) && from && changeVerb(opener) && !perhaps) || (bySo && unit))
        return false;                       // "rose from 3 to 5", "cut by 0.25 points to 4.5%"
    std::uint32_t j = t_.pastHyphen(i + 1); // "18-to-24"
    if (spanish && (t_.is(j, w_.the) || (t_.is(j, w_.one) && t_.kind(j + 1, TokenKind::Number))))
        ++j;
    if (t_.kind(j, TokenKind::Currency))
        ++j;
    else if (t_.kind(j, TokenKind::Word) && t_.kind(j + 1, TokenKind::Currency) && t_.glued(j + 1))
        j += 2;
    if (!t_.inside(j) || (timeToken(j) && !agedRange(n)))
        return false;
    const bool below = (t_.text(j) == "-" || t_.text(j) == "\xE2\x88\x92") && !t_.glued(j) && t_.glued(j + 1) &&
                       t_.kind(j + 1, TokenKind::Number); // "-5 to -2"
    if (!(below || t_.kind(j, TokenKind::Number) || t_.kind(j, TokenKind::Alnum) || t_.has(j, Tag::Number) ||
          (german && t_.kind(j, TokenKind::Word)) ||
          (t_.isAny(j, {w_.a, w_.an}) && t_.hasAny(j + 1, tagBit(Tag::Multiplier) | tagBit(Tag::Fraction)))))
        return false;
    auto high = readNumeral(t_, t_.isAny(j, {w_.a, w_.an}) || below ? j + 1 : j, j);
    if (!high || high->form != n.form || (timeToken(high->end - 1) && !agedRange(n)))
        return false;
    if (hung && german && n.value < Decimal(100)) { // the hundreds or thousands that both share
        const std::string_view word = t_.text(high->end - 1);
        const int shared = word.ends_with("tausend") ? 1000 : word.ends_with("hundert") ? 100 : 1;
        n.value = n.value.times(Decimal(shared)).value_or(n.value);
    }
    const bool money = unit && unit->kind == FigureKind::Money;
    std::uint32_t ignored = j;
    auto highUnit = units_.currencyBefore(*high, ignored);
    if ((highUnit || money) && !high->suffix.empty() && FigureUnits::scaleSuffix(*high) && highUnit)
        highUnit->end = high->end;
    auto behind = units_.unitAfter(*high, high->end);
    if (behind && (!highUnit || behind->kind == FigureKind::Money))
        highUnit = behind;
    if (!high->suffix.empty() && !highUnit)
        return false;
    if ((perhaps || contracted || bySo) && !(highUnit && highUnit->kind == FigureKind::Percentage))
        return false; // "del 5 al 7 %", "lowered by 20 to 30 percent"
    if (unit && unit->kind == FigureKind::Percentage && unit->end > n.end && !highUnit && t_.is(i, w_.to) && !from)
        return false; // "lost 7% to 231"
    if (n.article && n.multiplier >= Decimal(12) && t_.is(i, w_.conjOr) && !high->digits && high->value <= Decimal(3))
        high->value = high->value.times(n.multiplier).value_or(high->value); // "a dozen or two"
    // "3 to 5 million": the lower end takes the multiplier.
    Decimal low = n.value;
    if (n.multiplier == Decimal(1) && high->multiplier >= Decimal(12) && (n.plain || n.digits || !high->digits)) {
        const auto base = high->value.dividedBy(high->multiplier);
        if (base && n.value < *base)
            low = n.value.times(high->multiplier).value_or(low);
        else if (const auto most = base ? base->times(Decimal(3)) : std::nullopt;
                 most && n.value < *most && high->multiplier >= Decimal(1000) && !glued && !between)
            return false; // "de 310 à 295 millions": down
    }
    if (low >= high->value)
        return false;
    if (t_.is(i, w_.to) && unit && !from && low == n.value && changeVerb(n.first))
        return false;          // "rose $2 to $40"
    if (t_.is(i, w_.conjOr)) { // "two or three", "10 or 12", "three or four hundred"; not "5 or 50"
        const auto twice = low.times(Decimal(2));
        if (!twice || *twice < high->value)
            return false;
    }
    const bool degrees =
        unit && highUnit && unit->code == "deg" && (highUnit->code == "Cel" || highUnit->code == "[degF]");
    if (unit && highUnit && !degrees &&
        (unit->kind != highUnit->kind || (!highUnit->code.empty() && unit->code != highUnit->code)))
        return false;
    if (glued && !t_.is(i, w_.to)) {
        if (!unit && !highUnit && scoreBeside(t_, n.first, high->end))
            return false;
        const bool measured = unit || highUnit || n.multiplier != Decimal(1) || high->multiplier != Decimal(1);
        const bool alone = n.first == t_.begin && t_.onlyStopAt(high->end); // "15 - 25"
        if (n.digits && !measured && !tilde && !alone && !headAfter(t_, high->end, NounNumber::Many) &&
            !units_.ageFollows(high->end) && !between && ages_.ageWordBefore(before + 1) == before + 1)
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

bool FigureWalk::agedRange(const Numeral& n) const {
    static constexpr WordSet have({"a", "ont", "avait", "avaient", "tiene", "tienen", "tenía", "tenían"});
    return !english() && ((t_.is(n.first - 1, w_.between) && // "ont entre 20 et", "Jugendliche zwischen 15 und"
                           (have.contains(t_.text(n.first - 2)) ||
                            (w_.language == Language::German && personNoun(t_, n.first - 2)))) ||
                          ages_.ageWordBefore(n.first) != n.first ||
                          (t_.is(n.first - 1, w_.between) && t_.isOf(n.first - 2) &&
                           (personNoun(t_, n.first - 3) ||
                            (t_.kind(n.first - 3, TokenKind::Comma) && personNoun(t_, n.first - 4)))) ||
                          (t_.isOf(n.first - 1) && personNoun(t_, n.first - 2)) ||
                          (t_.has(n.first - 1, Tag::Det) && t_.joins(n.end) && ages_.ageTime(n.first, n.end + 3)));
}

std::optional<FigureWalk::UpperBound> FigureWalk::upperBound(const Numeral& n, std::uint32_t i) {
    if (t_.kind(i, TokenKind::Comma))
        ++i;
    if (t_.isAny(i, {w_.conjAnd, w_.but}))
        ++i;
    if (i == n.end)
        return std::nullopt;
    Hedge high = Hedge::None;
    std::uint32_t number = i + 1;
    if (t_.kind(i, TokenKind::Symbol)) { // ">= 7 and <= 15"
        const bool equal = t_.text(i) == "<" && t_.glued(number) && t_.text(number) == "=";
        high = equal || t_.text(i) == "≤" ? Hedge::AtMost : t_.text(i) == "<" ? Hedge::LessThan : Hedge::None;
        number += equal ? 1 : 0;
    } else if (t_.marked(i, FigureWords::BeginsHedge)) {
        if (const auto upper = t_.match(i, tagBit(Tag::Hedge))) {
            high = hedgeFrom(t_.lexicon.value(upper->entry, Tag::Hedge));
            number = upper->endToken;
        }
    }
    if (high != Hedge::LessThan && high != Hedge::AtMost)
        return std::nullopt;
    std::uint32_t first = n.first;
    if (t_.kind(first - 1, TokenKind::Currency))
        --first;
    const Hedge low = hedgeAt(first);
    if (low != Hedge::MoreThan && low != Hedge::AtLeast)
        return std::nullopt;
    return UpperBound{number, high == Hedge::AtMost, low == Hedge::AtLeast};
}

bool FigureWalk::boundedRange(Numeral& n, const std::optional<UnitRead>& unit, Numeral& last,
                              std::optional<UnitRead>& rangeUnit, const UpperBound& bound) {
    std::uint32_t j = bound.number;
    if (t_.kind(j, TokenKind::Currency))
        ++j;
    if (!(t_.kind(j, TokenKind::Number) || t_.has(j, Tag::Number)) || timeToken(j))
        return false;
    const auto high = readNumeral(t_, j, j);
    if (!high || high->form != NumeralForm::Cardinal || !high->suffix.empty() || n.value >= high->value)
        return false;
    std::uint32_t ignored = j;
    auto highUnit = units_.currencyBefore(*high, ignored);
    if (auto behind = units_.unitAfter(*high, high->end); behind && !highUnit)
        highUnit = behind;
    if (unit && highUnit && unit->code != highUnit->code)
        return false;
    last = *high;
    last.first = n.first;
    rangeUnit = highUnit ? highUnit : unit;
    lowInclusive_ = bound.lowInclusive;
    highInclusive_ = bound.inclusive;
    return true;
}

void FigureWalk::shareMultiplier(Numeral& n) const {
    const std::uint32_t before = t_.kind(n.first - 1, TokenKind::Currency) ? n.first - 2 : n.first - 1;
    const std::uint32_t j = t_.kind(n.end + 1, TokenKind::Currency) ? n.end + 2 : n.end + 1;
    if (!t_.is(before, w_.from) || n.value >= Decimal(1000) || !t_.kind(j, TokenKind::Number) || timeToken(j))
        return;
    const auto other = readNumeral(t_, j, j);
    if (!other || other->form != NumeralForm::Cardinal || other->multiplier < Decimal(1000))
        return;
    const auto base = other->value.dividedBy(other->multiplier);
    const auto most = base ? base->times(Decimal(20)) : std::nullopt, mine = n.value.times(Decimal(20));
    const auto shared = n.value.times(other->multiplier);
    if (!most || !mine || !shared || n.value > *most || *mine < *base) // "from 950 to 1.2 million"
        return;
    n.value = *shared;
    n.multiplier = other->multiplier;
    n.plain = false;
}

std::optional<UnitRead> FigureWalk::unitOfOtherEnd(const Numeral& n) const {
    const std::uint32_t j = t_.pastHyphen(t_.pastHyphen(n.end) + 1);
    if (!t_.inside(j) || timeToken(j) || !(t_.kind(j, TokenKind::Number) || t_.has(j, Tag::Number)))
        return std::nullopt;
    const auto other = readNumeral(t_, j, j);
    if (!other)
        return std::nullopt;
    auto unit = units_.unitAfter(*other, other->end);
    if (unit)
        unit->end = n.end;
    return unit;
}

std::uint32_t FigureWalk::openerBeforeHedge(std::uint32_t before) const {
    if (!t_.marked(before, FigureWords::EndsHedge))
        return before;
    for (std::uint32_t i = before; t_.inside(i) && before - i < 3; --i)
        if (const auto hedge = t_.match(i, tagBit(Tag::Hedge)); hedge && hedge->endToken == before + 1)
            return i - 1;
    return before;
}

bool FigureWalk::changeVerb(std::uint32_t from, std::string_view stem) const {
    const std::uint32_t lowest = from > t_.begin + 7 ? from - 7 : t_.begin;
    for (std::uint32_t i = from; i-- > lowest;)
        if (t_.notCount(i, "change") && t_.text(i).starts_with(stem))
            return true;
    return false;
}

bool FigureWalk::ratio(const Numeral& n, const std::optional<CountedNoun>&) {
    if (n.form == NumeralForm::Cardinal && t_.kind(n.end, TokenKind::Colon) && t_.glued(n.end) &&
        t_.kind(n.end + 1, TokenKind::Number)) {
        const auto other = readNumeral(t_, n.end + 1, n.end + 1);
        const auto value = other ? n.value.dividedBy(other->value) : std::nullopt;
        if (!value)
            return false;
        Numeral both = n;
        both.end = other->end;
        both.span.end = other->span.end;
        Figure& f = start(both, FigureKind::Fraction);
        f.derivation.add("ratio");
        f.value = *value;
        f.set = figureSet(*value, Hedge::None, true);
        finish(f, other->end);
        return true;
    }
    std::uint32_t i = n.end, within = 0; // what stands inside: "sept personnes sur dix"
    bool out = false;
    const bool french = w_.language == Language::French;
    const bool hyphened = english() && t_.joins(i) && t_.is(i + 1, w_.in) && t_.joins(i + 2); // "a 1-in-100 chance"
    if (!french && !hyphened && !t_.isAny(i, {w_.in, w_.out}) && !t_.isOf(i))
        return false; // nearly always
    if (n.form != NumeralForm::Cardinal || n.value >= Decimal(1000) || n.value < Decimal(1) || !n.value.isWhole())
        return false;
    if (french && !t_.is(i, w_.in) && t_.kind(i, TokenKind::Word) && t_.is(i + 1, w_.in)) { // "un enfant sur cinq"
        const auto head = headAfter(t_, i, n.value == Decimal(1) ? NounNumber::One : NounNumber::Many);
        const bool single = n.value == Decimal(1) && t_.text(i).size() > 4 && // "un salarié sur deux"
                            !t_.hasAny(i, tagBit(Tag::Prep) | tagBit(Tag::Number) | tagBit(Tag::Multiplier));
        if ((!head || head->token != i) && !single && t_.text(i) != "fois") // "quatre fois sur cinq"
            return false;
        within = t_.text(i) == "fois" ? 0 : i;
        i += 2;
        out = true;
    } else if (hyphened) {
        i += 3;
        out = true;
    } else if (t_.is(i, w_.in)) {
        ++i;
        out = french;
    } else if (t_.is(i, w_.out) && t_.isOf(i + 1)) {
        i += 2;
        out = true;
    } else if (t_.isOf(i) && t_.is(i + 1, w_.every)) {
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
    std::uint32_t opener = n.first;
    hedgeAt(opener);
    const bool subject = opener == t_.begin && (!n.digits || n.plain) && whole->value <= Decimal(10) &&
                         headAfter(t_, whole->end, NounNumber::Many); // "Two in three adults vote"
    if (!out && n.value != Decimal(1) && !(round && n.value < Decimal(10)) && !subject)
        return false;
    if (whole->plain && whole->value >= Decimal(1000) && whole->value <= Decimal(2100) && whole->span.length() == 4)
        return false;
    if (t_.hasAny(whole->end, tagBit(Tag::TimeUnit)))
        return false;
    if (french && whole->value > Decimal(20) && !round)
        return false; // "89 sièges sur 577"
    if (french && units_.unitAfter(*whole, whole->end))
        return false; // "trois mètres sur quatre"
    if (const auto next = french ? headAfter(t_, whole->end, NounNumber::Many) : std::nullopt;
        next && (n.value != Decimal(1) || (t_.lexicon.use(t_[next->token].word).forms & text::NounPlural) != 0))
        return false; // "deux hommes sur deux motos"; but "un salarié sur deux gagne"
    const auto value = n.value.dividedBy(whole->value);
    if (!value)
        return false;
    Numeral both = n;
    both.end = whole->end;
    both.span.end = whole->span.end;
    std::uint32_t first = n.first;
    const Hedge hedge = hedgeAt(first);
    Figure& f = start(both, FigureKind::Fraction);
    f.derivation.add("ratio");
    f.value = *value;
    f.set = figureSet(*value, hedge, true, context_.hedgePercent);
    f.phrase.begin = t_[first].begin;
    if (within != 0)
        setCounted(f, CountedNoun{within});
    else if (const auto head = t_.isOf(whole->end) ? headAfterOf(t_, whole->end, NounNumber::Any)
                                                   : headAfter(t_, whole->end, NounNumber::Many))
        setCounted(f, *head);
    finish(f, whole->end);
    return true;
}

} // namespace countercheck::read
