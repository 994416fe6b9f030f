// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurewalk.h"
#include "core/read/wordset.h"
#include "core/text/hintscan.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;

void FigureWalk::run() {
    constexpr unsigned begins = FigureWords::begins;
    const text::WordTable<std::uint8_t>& marks = w_.marks;
    const Token* const tokens = t_.reading.tokens.data();
    const auto& sentences = t_.reading.sentences;
    const bool german = w_.language == Language::German;
    for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
        const text::Sentence& s = sentences[sentence_];
        const text::BlockRole role = t_.reading.blocks[s.block].role;
        if (role == text::BlockRole::Furniture || role == text::BlockRole::Newsletter ||
            role == text::BlockRole::Metadata)
            continue;
        if (!german && !s.may(text::HintFigure | text::HintTime))
            continue;
        t_.begin = s.firstToken;
        t_.end = s.endToken;
        free_ = s.firstToken;
        firstFigure_ = out_.figures.size();
        for (std::uint32_t i = s.firstToken;;) {
            if (!w_.everyToken)
                i = text::nextHinted(t_.reading, i, s.endToken, FigureWords::beginHints);
            if (i >= s.endToken)
                break;
            const Token& token = tokens[i];
            if (token.is(TokenKind::Word) && !german && !token.has(text::NonAscii) &&
                (marks[token.word] & begins) == 0) {
                ++i; // nearly always
                continue;
            }
            if (token.is(TokenKind::Word)) {
                const std::uint8_t mark = marks[token.word];
                if ((mark & begins) != 0)
                    i = (mark & FigureWords::Candidate) != 0  ? at(i)
                        : (mark & FigureWords::UnitWord) != 0 ? unitArticle(i)
                                                              : decade(i);
                else
                    i = !t_.lexicon.inLexicon(token.word) && (german || (token.has(text::NonAscii) && fullWidth(token)))
                            ? at(i)
                            : i + 1;
                continue;
            }
            const bool candidate = token.is(TokenKind::Number) || token.is(TokenKind::Alnum) ||
                                   (token.is(TokenKind::Symbol) && token.has(text::NonAscii));
            i = candidate ? at(i) : i + 1;
        }
    }
}

std::uint32_t FigureWalk::at(std::uint32_t i) {
    if (const std::uint32_t end = timeAt(i); end > i)
        return end;
    if (t_.kind(i, TokenKind::Alnum) && t_.kind(i - 1, TokenKind::Hyphen) && boundOfMany(i))
        return i + 1;
    if (const auto chain = numberChain(t_, i))
        return free_ = chain->end;
    if (t_.kind(i, TokenKind::Alnum))
        if (const std::uint32_t end = decade(i); end > i + 1 || free_ == i + 1)
            return i + 1;
    if (const std::uint32_t end = height(i); end != i)
        return end;
    if (w_.language == Language::German && t_.has(i, Tag::TimeUnit) && t_.has(i, Tag::Number)) // dreijähriger
        return agedAs(i);
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

std::uint32_t FigureWalk::timeAt(std::uint32_t i) {
    const auto& times = out_.times;
    while (time_ < times.size() && times[time_].endToken <= i)
        ++time_;
    if (time_ < times.size() && times[time_].firstToken <= i && !oldFollows(times[time_], i) &&
        !numbersAlone(times[time_]))
        return times[time_].endToken;
    return i;
}

bool FigureWalk::pairCounts(std::uint32_t number) const {
    const auto joins = [&](std::uint32_t i) { return t_.isAny(i, {w_.to, w_.conjAnd, w_.conjOr}); };
    const bool second = joins(number - 1) && t_.kind(number - 2, TokenKind::Number);
    const bool first = joins(number + 1) && t_.kind(number + 2, TokenKind::Number);
    const std::uint32_t next = first ? number + 3 : number + 1;
    return english() && first != second && t_.kind(next, TokenKind::Word) && !t_.glued(next) &&
           !t_.hasAny(next, tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux) | tagBit(Tag::DayPart) |
                                tagBit(Tag::Weekday) | tagBit(Tag::Month) | tagBit(Tag::TimeUnit) |
                                tagBit(Tag::TimeRef) | tagBit(Tag::Zone)) &&
           (t_.hasAny(next, tagBit(Tag::Unit)) || headAfter(t_, next, NounNumber::Many));
}

bool FigureWalk::numbersAlone(const TimeMention& time) const {
    const std::uint32_t first = time.firstToken, end = time.endToken;
    if (time.type == TimeType::Time && end - first <= 2 && t_.kind(end - 1, TokenKind::Number) && pairCounts(end - 1))
        return true;
    if (time.type == TimeType::Date && end - first <= 2 && t_.kind(end - 1, TokenKind::Number) &&
        t_.text(end - 1).size() == 4 && pairCounts(end - 1)) { // "between 1800 and 2100 soldiers", no years
        const bool opens = t_.kind(end + 1, TokenKind::Number);
        const std::string_view other = t_.text(opens ? end + 1 : end - 3);
        return other.size() != 4 || other >= "2100" || t_.hasAny(opens ? end + 2 : end, tagBit(Tag::Unit));
    }
    if (t_.end - t_.begin > 8 || !t_.kind(first, TokenKind::Number))
        return false;                                                                              // nearly always
    if (time.type == TimeType::Date && end == first + 3 && t_.kind(first + 1, TokenKind::Slash)) { // "- 1 4/5"
        std::uint32_t i = first;
        while (t_.kind(i - 1, TokenKind::Number) || t_.kind(i - 1, TokenKind::Dash) ||
               t_.kind(i - 1, TokenKind::Hyphen))
            --i;
        return i == t_.begin && t_.onlyStopAt(end);
    }
    if (time.type != TimeType::Time || end != first + 1 || time.value.empty() || time.value.front() != 'T')
        return false;
    const auto opens = [&](std::uint32_t i) { return t_.isAny(i, {w_.between, w_.from}) && i <= t_.begin + 1; };
    return (opens(first - 1) && t_.kind(end + 1, TokenKind::Number) && t_.onlyStopAt(end + 2)) ||
           (t_.isAny(first - 1, {w_.conjAnd, w_.to}) && opens(first - 3) && t_.onlyStopAt(end));
}

bool FigureWalk::oldFollows(const TimeMention& time, std::uint32_t number) const {
    const std::uint32_t end = time.endToken;
    if (time.type == TimeType::Duration && ages_.agedBefore(time.firstToken, end))
        return true;
    if (time.type == TimeType::Duration && ages_.ageTime(number, end))
        return true;
    if (time.type == TimeType::Duration && !english() && t_.is(number - 1, w_.conjAnd) &&
        t_.kind(number - 2, TokenKind::Number)) {
        std::uint32_t first = number - 2; // "de 14 et | 16 ans", "de 8, 11 et | 15 ans"
        while (t_.kind(first - 1, TokenKind::Comma) && t_.kind(first - 2, TokenKind::Number) && number - first < 12)
            first -= 2;
        if (ages_.agedBefore(first, end) || ages_.ageTime(first, end))
            return true;
    }
    const std::uint32_t i = t_.pastHyphen(end);
    return t_.text(i) == "old" || t_.text(i) == "olds" || (t_.isOf(i) && t_.text(i + 1) == "age");
}

bool FigureWalk::timeToken(std::uint32_t i) const {
    for (std::size_t k = time_; k < out_.times.size() && out_.times[k].firstToken <= i; ++k)
        if (i < out_.times[k].endToken && !numbersAlone(out_.times[k]))
            return true;
    return false;
}

std::uint32_t FigureWalk::ordinal(const Numeral& n) {
    if (w_.language == Language::German &&
        (t_.text(n.first - 1) == "jeder" || t_.text(n.first - 1) == "Jeder" || t_.text(n.first - 1) == "jede" ||
         t_.text(n.first - 1) == "Jede" || t_.text(n.first - 1) == "jedes" || t_.text(n.first - 1) == "Jedes" ||
         t_.text(n.first - 1) == "jeden"))
        return everyNth(n);
    if (!ordinalCounts(t_, n))
        return free_ = n.end;
    Figure& f = start(n, FigureKind::Ordinal);
    f.set = figureSet(n.value, Hedge::None, false);
    const bool fromTheEnd = english() && t_.is(t_.pastHyphen(n.end), w_.to) && // "the second to last chapter"
                            t_.text(t_.pastHyphen(t_.pastHyphen(n.end) + 1)) == "last";
    const std::uint32_t end = fromTheEnd ? t_.pastHyphen(t_.pastHyphen(n.end) + 1) + 1 : n.end;
    if (const auto head =
            english() && t_.isOf(end) ? headAfterOf(t_, end, NounNumber::Any) : headAfter(t_, end, NounNumber::Any)) {
        if (!head->partitive || !t_.has(head->token, Tag::TimeUnit)) // not "his third of the year"
            setCounted(f, *head);
        if (!head->partitive) // "the first of five hearings": the other figure's noun
            f.phrase.end = f.counted.end;
    }
    return finish(f, n.end);
}

std::uint32_t FigureWalk::vague(const Numeral& n) {
    const std::uint32_t before = n.first - 1;
    if (t_.is(n.first, w_.many) &&
        (t_.isAny(before, {w_.how, w_.so, w_.too, w_.as, w_.notWord, w_.great, w_.the}) || t_.isAny(n.end, {w_.as})))
        return n.end;
    const auto unit = units_.unitAfter(n, n.end);
    const bool of = t_.isOf(n.end);
    auto head = of ? headAfterOf(t_, n.end, NounNumber::Any) : headAfter(t_, n.end, NounNumber::Many);
    const bool word = t_.isAny(n.first, {w_.many, w_.several}) || t_.lexicon.value(t_[n.first].word, Tag::Vague) == "2";
    if (!head && word && !n.article && !unit && n.multiplier == Decimal(1) && n.end == n.first + 1)
        return n.end;
    if (!head && (t_.is(n.first, w_.a) && word))
        return n.end;
    Figure& f = start(n, FigureKind::Count);
    f.set = vagueSet(n.value);
    if (of && !unit) { // "millions of dollars"
        if (const auto money = t_.match(n.end + 1, tagBit(Tag::Currency))) {
            f.kind = FigureKind::Money;
            f.unit = std::string_view(units_.currencyCode(money->entry).code);
            f.phrase.end = t_[money->endToken - 1].end;
            return finish(f, money->endToken);
        }
    }
    if (unit) {
        f.kind = unit->kind;
        f.unit = std::string_view(unit->code);
        f.phrase.end = t_[unit->end - 1].end;
    } else if (head) {
        setCounted(f, *head);
        f.phrase.end = f.counted.end;
    }
    hedgesBefore(f, n.first);
    return finish(f, n.end);
}

std::uint32_t FigureWalk::cardinal(Numeral& n) {
    std::uint32_t phraseBegin = n.first;
    auto unit = units_.currencyBefore(n, phraseBegin);
    if (unit && !n.suffix.empty() && FigureUnits::scaleSuffix(n))
        unit->end = n.end;
    if (unit && n.suffix.empty() && n.digits && n.multiplier == Decimal(1) && !t_.glued(n.end) && units_.scaleLetter(n))
        unit->end = n.end; // "£1.5 m"
    if (unit)
        negativeMoney(n, phraseBegin);
    auto behind = units_.unitAfter(n, n.end);
    if (!unit && n.suffix == "m" && behind && behind->code == "m" && besideMillions() && FigureUnits::scaleSuffix(n))
        behind = units_.unitAfter(n, n.end); // "1.2 million units, down from 1.5m"
    if (!unit && n.suffix == "m")
        if (Numeral scaled = n; FigureUnits::scaleSuffix(scaled))
            if (auto real = units_.unitAfter(scaled, scaled.end); real && real->kind == FigureKind::Measure) {
                n = scaled; // "2m acres"
                behind = real;
            }
    if (!unit && (n.suffix == "M" || n.suffix == "m") && t_.kind(n.end, TokenKind::Currency)) {
        FigureUnits::scaleSuffix(n); // "5M€"
        behind = units_.unitAfter(n, n.end);
    } else if (!unit && !behind && n.digits && n.multiplier == Decimal(1) && t_.kind(n.end + 1, TokenKind::Currency) &&
               units_.scaleLetter(n)) { // "5 M€"
        behind = units_.unitAfter(n, n.end);
    } else if (!unit && english() && n.digits && n.suffix.empty() && n.multiplier == Decimal(1) &&
               t_.text(n.end) == "M" && headAfter(t_, n.end + 1, NounNumber::Many)) { // "1.2 M followers"
        behind.reset();
        units_.scaleLetter(n);
    } else if (!unit && !behind && w_.language == Language::French && n.digits && n.suffix.empty() &&
               n.multiplier == Decimal(1) && t_.text(n.end) == "M" && t_.isOf(n.end + 1) &&
               headAfterOf(t_, n.end + 1, NounNumber::Many)) { // "3,2 M de visiteurs"
        units_.scaleLetter(n);
    }
    if (!behind && !unit && n.form == NumeralForm::Fraction)
        behind = fractionUnit(n);
    if (!behind && !unit && n.suffix.empty())
        if (const HedgeBehind tail = hedgeBehind(t_, n.end, true);
            tail.end != 0) // "20-odd | percent", "50 or so | miles"
            behind = units_.unitAfter(n, tail.end);
    if (!behind && !unit && (n.multiplier == Decimal(1) || (n.multiplier == Decimal(100) && !n.digits)) &&
        n.suffix.empty() && t_.is(n.end, w_.grand) && !headAfter(t_, n.end + 1, NounNumber::Many) &&
        !t_.flag(n.end, text::Capitalised)) {
        n.value = n.value.times(Decimal(1000)).value_or(n.value);
        n.multiplier = 1000;
        n.span.end = t_[n.end].end;
        ++n.end;
        behind = UnitRead{FigureKind::Money, {}, n.end, false, "currency"};
    }
    if (unit && behind && behind->kind == FigureKind::Money) { // "US$3 million dollars", "$20.000 pesos mexicanos"
        unit->end = behind->end;
        if (unit->code == "USD" && !behind->code.empty() && behind->end > n.end + 1)
            unit->code = behind->code;
    } else if (!unit)
        unit = behind;
    if (!unit && !n.suffix.empty()) {
        if (n.suffix.size() != 1 || n.suffix == "t" ||
            !(headAfter(t_, n.end, NounNumber::Many) || FigureUnits::scaledAlone(n)) || !FigureUnits::scaleSuffix(n))
            return free_ = n.end; // "5b", "40t": letters that are no unit of ours
    }

    if (!unit)
        unit = pointsOfPercent(n);
    if (!unit)
        unit = percentGoesOn(n);
    if (!unit)
        unit = moneyGoesOn(n);
    if (unit && unit->code == "deg" && !english()) {
        if (n.value < Decimal(10) && quake()) // "un terremoto de 6,1 grados"
            unit->code = "{magnitude}";
        else if (celsius() || belowZero(*unit) != 0 || madeWeather(n))
            unit->code = "Cel";
    }

    Numeral last = n;
    std::optional<UnitRead> rangeUnit = unit;
    std::optional<CompoundRead> more;
    if (unit && unit->end >= n.end && n.form == NumeralForm::Cardinal && n.value.isWhole())
        more = units_.compound(*unit, true);
    const bool range = !more && readRange(n, unit, last, rangeUnit);
    if (range)
        unit = rangeUnit;
    else if (!unit && (((t_.is(n.end, w_.to) || (w_.language == Language::German && t_.text(n.end) == "auf")) &&
                        t_.is(n.first - 1, w_.from)) ||
                       (w_.language == Language::Spanish && t_.text(n.end) == "al" && t_.text(n.first - 1) == "del") ||
                       t_.isAny(t_.pastHyphen(n.end), {w_.by, w_.x}) ||
                       (w_.language == Language::German && t_.text(n.end) == "statt") ||
                       (t_.kind(n.end, TokenKind::Symbol) && t_.text(n.end) == "×")))
        unit = unitOfOtherEnd(n);
    if (!range && t_.is(n.end, w_.to) && n.multiplier == Decimal(1) && n.digits && n.form == NumeralForm::Cardinal)
        shareMultiplier(n);
    if (!range && n.digits && !unit && numberPair(t_, n.end))
        return free_ = n.end + 2; // a score, a code, a season
    if (more) {                   // "6 feet 3 inches": one amount in the first unit
        n.value = (unit->hundredth ? n.value : n.value.plus(more->part).value_or(n.value));
        last.value = n.value;
        last.end = more->numeral.end;
        last.span.end = more->numeral.span.end;
        unit->end = more->end;
    }
    if (const std::uint32_t zero = !range && unit ? belowZero(*unit) : 0; zero != 0) {
        n.value = Decimal(0).minus(n.value).value_or(n.value);
        last.value = n.value;
        unit->end = zero;
    }
    const std::uint32_t numeralEnd = last.end;
    std::uint32_t phraseEnd = unit && unit->end > numeralEnd ? unit->end : numeralEnd;

    Numeral whole = n; // the range's or the numeral's tokens
    whole.end = numeralEnd;
    whole.span.end = last.span.end;

    if (!unit || (unit->kind == FigureKind::Measure &&
                  (unit->code == "a" || unit->code == "mo" || unit->code == "wk" || unit->code == "d")))
        if (const auto ageEnd = age(whole, phraseBegin, last, range, n, unit ? unit->end : yearsOf(n),
                                    unit ? std::string_view(unit->code) : std::string_view("a")))
            return *ageEnd;

    const FigureKind kind = unit                              ? unit->kind
                            : n.form == NumeralForm::Fraction ? FigureKind::Fraction
                                                              : FigureKind::Count;
    const bool part = kind == FigureKind::Percentage || kind == FigureKind::Fraction || kind == FigureKind::Measure;
    const bool single = !range && n.value == Decimal(1);
    std::optional<CountedNoun> head;
    const bool dotted = unit && t_.kind(phraseEnd, TokenKind::Stop) && t_.glued(phraseEnd); // "3 lbs. of apples"
    if (const std::uint32_t of = dotted ? phraseEnd + 1 : phraseEnd; t_.isOf(of))
        head = headAfterOf(t_, of, part ? NounNumber::Any : NounNumber::Many);
    else if (kind == FigureKind::Count) {
        head = headAfter(t_, phraseEnd, single ? NounNumber::One : NounNumber::Many);
        if (!head && !single && english() && !range)
            head = attributive(n);
        if (const auto shared =
                english() && (!head || head->token == phraseEnd) ? sharedHead(t_, phraseEnd) : std::nullopt) {
            head = shared;
            ++phraseEnd; // "12 Somali" and 11 Yemeni suspects
        }
    } else if (kind == FigureKind::Fraction && t_.hasAny(phraseEnd, tagBit(Tag::Det) | tagBit(Tag::Poss)))
        head = headAfterPart(t_, phraseEnd + 1, NounNumber::Any);
    else if (part && w_.language == Language::German)
        head = germanPart(phraseEnd, kind);

    if (!range && ratio(n, head))
        return free_;
    if (head && kind == FigureKind::Count && w_.language == Language::French && t_.text(n.first - 1) == "dont" &&
        head->token == n.end) { // "douze blessés, dont quatre graves"
        static constexpr std::string_view states[] = {"grave", "graves", "légers", "légères", "mortels", "mortelles"};
        if (std::find(std::begin(states), std::end(states), t_.text(n.end)) != std::end(states))
            head.reset();
    }

    std::uint32_t hedgeFirst = phraseBegin;
    if (n.form == NumeralForm::Fraction && !english() && t_.has(n.first - 1, Tag::Det) &&
        t_.marked(n.first - 2, FigureWords::EndsHedge)) { // "près de | la moitié"
        --hedgeFirst;
        if (hedgeAt(hedgeFirst) == Hedge::None)
            hedgeFirst = phraseBegin;
    }
    const bool passed = hedgeFirst != phraseBegin;
    Hedge before = passed ? hedge_ : hedgeAt(hedgeFirst);
    if (before == Hedge::About && kind == FigureKind::Count && !range && !passed && n.value == Decimal(1)) {
        before = Hedge::None; // "it is about one man": nobody rounds to one
        hedgeFirst = phraseBegin;
    }
    if (before == Hedge::UpTo && t_.is(hedgeFirst, w_.up) && broughtUp(hedgeFirst)) {
        before = Hedge::None;
        hedgeFirst = phraseBegin;
    }
    if (hedgeFirst != phraseBegin && noBound(n, before, hedgeFirst)) {
        before = Hedge::None;
        hedgeFirst = phraseBegin;
    }
    if (n.about && before == Hedge::None)
        before = Hedge::About;
    const bool hedged = hedgeFirst != phraseBegin;
    if (const auto refused = notAFigure(t_, whole, unit.has_value(), hedged, head.has_value() && !head->before)) {
        if (refused->rule == std::string_view("identifier"))
            idEnd_ = numeralEnd;
        return free_ = std::max(refused->end, numeralEnd);
    }
    if (idEnd_ != 0 && idEnd_ + 1 == n.first && (n.plain || !n.digits) && !unit && !head && !hedged &&
        (t_.kind(idEnd_, TokenKind::Comma) || t_.isAny(idEnd_, {w_.conjAnd, w_.conjOr, w_.to})))
        return free_ = idEnd_ = numeralEnd; // "Buses 4, | 7 and | 12"
    if (unit && hedged && before == Hedge::LessThan && underneath(*unit, hedgeFirst)) {
        before = Hedge::None;
        hedgeFirst = phraseBegin;
    }
    const bool bareOne = (t_.isAny(n.first, {w_.one, w_.an, w_.a}) ||
                          (w_.language == Language::Spanish && n.value == Decimal(1) && !n.digits &&
                           (!t_.onlyStopAt(n.end) || t_.is(n.first - 1, w_.every)))) && // "Uno nunca", "cada uno"
                         n.end == n.first + 1 &&
                         !range;
    if (!english() && t_.is(n.first, w_.nine) && n.end == n.first + 1 && !unit && !range && !head && !hedged &&
        n.first != t_.begin)
        return n.end; // "un livre neuf"
    if (n.article && n.value == Decimal(12) && !unit && english() && out_.figures.size() > firstFigure_ &&
        out_.figures.back().kind == FigureKind::Money && out_.figures.back().endToken == n.first)
        return free_ = n.end; // "$4.25 a dozen"
    if (bareOne && unit && !english() && (t_.has(n.end, Tag::TimeUnit) || unit->code == "bar"))
        return n.end; // "un jour", "un bar"
    if (unit && (w_.language == Language::French || w_.language == Language::Spanish) && t_.has(n.end, Tag::TimeUnit) &&
        t_.flag(n.end, text::Capitalised) && !t_.flag(n.end, text::AllCaps))
        return free_ = unit->end; // "Le 20 Heures", "20 Minutes"
    const bool answer = bareOne && t_.is(n.first, w_.one) && n.first == t_.begin && t_.onlyStopAt(n.end) &&
                        english(); // "How many? One."
    if (bareOne && !answer &&
        (unit ? t_.notCount(n.end, "one") : !hedged && !oneCounts(t_, n.first, n.end, head.has_value())))
        return english() ? free_ = n.end : n.end;
    if (n.form == NumeralForm::Fraction && !unit && !range && !fractionCounts(n, head, before))
        return free_ = n.end;
    if (n.value.isZero() && !head && !unit && !n.digits && !(n.first == t_.begin && t_.onlyStopAt(n.end)))
        return free_ = n.end;

    Figure& f = start(whole, kind);
    f.derivation.add(n.rule);
    if (range)
        f.derivation.add("range");
    if (unit) {
        f.unit = std::string_view(unit->code);
        f.derivation.add(unit->rule);
    }
    f.phrase = {t_[phraseBegin].begin, std::max(f.numeral.end, t_[phraseEnd - 1].end)};
    if (range && !hedged && phraseBegin > t_.begin && t_.isAny(phraseBegin - 1, {w_.between, w_.from}))
        f.phrase.begin = t_[phraseBegin - 1].begin;
    const Hedge after = head ? Hedge::None : hedgeAfter(f, numeralEnd, phraseEnd);
    if (!head && f.countedLemma.empty() && kind == FigureKind::Count)
        head = otherEnd(n); // "from | 12 to 15 dead"
    if (head && after == Hedge::None && head->token >= last.end && !range && t_.is(n.end, w_.to))
        head->before = true; // it stands outside this figure's phrase
    if (!head && f.countedLemma.empty() && kind == FigureKind::Count)
        head = numberBehind(phraseEnd); // "bringing to | 10 the number of dead"
    if (!head && f.countedLemma.empty() && kind == FigureKind::Count)
        head = antecedent(phraseEnd,
                          range && t_.isAny(hedgeFirst - 1, {w_.between, w_.from}) ? hedgeFirst - 1 : hedgeFirst);
    if (head && kind == FigureKind::Measure && (w_.language != Language::German || head->partitive) &&
        (t_.flag(head->token, text::Capitalised) || t_.has(phraseEnd, Tag::Det) ||
         t_.hasAny(phraseEnd + 1, tagBit(Tag::Det) | tagBit(Tag::Poss))))
        head.reset(); // "20 miles of Tel Aviv", "5 km of the border"
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
    if (n.about && !hedged)
        f.derivation.add("round-amount");
    if (hedged) {
        f.phrase.begin = t_[hedgeFirst].begin;
        f.derivation.add(hedgeRule(before, false));
    }
    if (const Hedge tail = after != Hedge::None ? after : hedgeAfter(f, numeralEnd, phraseEnd); tail != Hedge::None) {
        f.derivation.add(hedgeRule(tail, true));
        if (hedge == Hedge::None || hedge == Hedge::About)
            hedge = tail;
    }
    Decimal low = n.value, high = last.value;
    if (unit && unit->hundredth) {
        low = low.times(Decimal(Int128{1}, -2)).value_or(low);
        high = high.times(Decimal(Int128{1}, -2)).value_or(high);
    }
    const bool count = kind != FigureKind::Measure && kind != FigureKind::Money && kind != FigureKind::Percentage;
    f.value = low;
    f.set = range ? rangeSet(low, high) : figureSet(low, hedge, count, context_.hedgePercent);
    if (range) {
        f.set.lowInclusive = lowInclusive_;
        f.set.highInclusive = highInclusive_;
    }
    return finish(f, std::max(numeralEnd, unit ? std::min(unit->end, phraseEnd) : numeralEnd));
}

Hedge FigureWalk::hedgeAt(std::uint32_t& first) {
    if (hedgeKey_ != first || hedgeFree_ != free_) {
        hedgeKey_ = first;
        hedgeFree_ = free_;
        hedgeBegin_ = first;
        hedge_ = hedgeBefore(t_, hedgeBegin_, free_);
    }
    first = hedgeBegin_;
    return hedge_;
}

bool FigureWalk::broughtUp(std::uint32_t up) const {
    static constexpr WordSet verbs(
        {"bring", "brings", "bringing", "brought", "took", "taking", "takes", "moved", "moving"});
    for (std::uint32_t i = up; i > t_.begin && i + 4 > up; --i)
        if (verbs.contains(t_.text(i - 1)))
            return true;
    return false;
}

bool FigureWalk::bothYears(const Numeral& a, const Numeral& b) {
    const auto year = [](const Numeral& n) {
        return n.plain && n.value >= Decimal(1800) && n.value <= Decimal(2099) && n.span.length() == 4;
    };
    return year(a) && (year(b) || (b.plain && b.span.length() == 2));
}

void FigureWalk::hedgesBefore(Figure& f, std::uint32_t first) {
    const std::uint32_t begin = first;
    hedgeAt(first);
    if (first != begin)
        f.phrase.begin = t_[first].begin;
}

Hedge FigureWalk::hedgeAfter(Figure& f, std::uint32_t numeralEnd, std::uint32_t phraseEnd) const {
    std::uint32_t afterNoun = phraseEnd;
    while (t_.inside(afterNoun) && t_[afterNoun].begin < f.phrase.end)
        ++afterNoun;
    for (const std::uint32_t i : {numeralEnd, phraseEnd, afterNoun}) {
        const HedgeBehind behind = hedgeBehind(t_, i, i == numeralEnd);
        if (behind.end == 0 || (f.kind == FigureKind::Money && t_.text(behind.end - 1) == "plus" &&
                                t_.kind(behind.end, TokenKind::Word))) // "$45 plus tax"
            continue;
        f.phrase.end = std::max(f.phrase.end, t_[behind.end - 1].end);
        if (f.countedLemma.empty() && f.kind == FigureKind::Count)
            if (const auto head = headAfter(t_, behind.end, NounNumber::Many)) {
                setCounted(f, *head);
                f.phrase.end = std::max(f.phrase.end, f.counted.end);
            }
        return behind.hedge;
    }
    return Hedge::None;
}

Figure& FigureWalk::start(const Numeral& n, FigureKind kind) {
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

namespace {

template <Language L> const FigureWords& wordsIn() {
    static const FigureWords words(text::Lexicon::of(L), L);
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
