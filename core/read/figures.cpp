// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the tokens. A token that is no number, number word or sign of one costs a table look-up; at one that
// is, the productions below run: numeral, unit, range, age, hedges, counted noun. What is no figure is refused by name
// in figurecontext.cpp.
#include "core/read/figureages.h"
#include "core/read/figurecontext.h"
#include "core/read/figurecounted.h"
#include "core/read/figurehedges.h"
#include "core/read/figureunits.h"
#include "core/read/mentions.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::tagBit;

class FigureWalk {
public:
    FigureWalk(const text::Reading& reading, const text::Lexicon& lexicon, const FigureWords& words,
               const ReadContext& context, Mentions& out)
        : t_(reading, lexicon, words), w_(words), context_(context), out_(out), units_(t_), ages_(t_) {}

    void run() {
        const auto& tokens = t_.reading.tokens;
        const auto& sentences = t_.reading.sentences;
        const bool german = w_.language == Language::German; // compound numerals are in no table
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
            for (std::uint32_t i = s.firstToken; i < s.endToken;) {
                const Token& token = tokens[i];
                if (token.is(TokenKind::Word)) {
                    const std::uint8_t mark = w_.marks[token.word];
                    if ((mark & (FigureWords::Candidate | FigureWords::UnitWord | FigureWords::DecadeWord)) != 0)
                        i = (mark & FigureWords::Candidate) != 0  ? at(i)
                            : (mark & FigureWords::UnitWord) != 0 ? unitArticle(i)
                                                                  : decade(i);
                    else
                        i = !t_.lexicon.inLexicon(token.word) &&
                                    (german || (token.has(text::NonAscii) && fullWidth(token)))
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

private:
    [[nodiscard]] bool english() const { return w_.language == Language::English || w_.language == Language::Unknown; }
    [[nodiscard]] bool fullWidth(const Token& token) const { return t_.reading.text[token.begin] == '\xEF'; }

    // ---- one candidate ----------------------------------------------------------------------------------------------

    /// Reads what begins at the candidate token and returns where to go on.
    std::uint32_t at(std::uint32_t i) {
        if (const std::uint32_t end = timeAt(i); end > i)
            return end;
        if (const auto chain = numberChain(t_, i))
            return free_ = chain->end;
        if (t_.kind(i, TokenKind::Alnum))
            if (const std::uint32_t end = decade(i); end > i + 1 || free_ == i + 1)
                return i + 1;
        if (const std::uint32_t end = height(i); end != i)
            return end;
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
        if (time_ < times.size() && times[time_].firstToken <= i && !oldFollows(times[time_], i))
            return times[time_].endToken;
        return i;
    }
    /// "15 years | old", "15-year-old" are no durations.
    [[nodiscard]] bool oldFollows(const TimeMention& time, std::uint32_t number) const {
        const std::uint32_t end = time.endToken;
        if (time.type == TimeType::Duration && ages_.agedBefore(time.firstToken, end))
            return true;
        if (time.type == TimeType::Duration && ages_.ageTime(number, end))
            return true;
        const std::uint32_t i = t_.pastHyphen(end);
        return t_.text(i) == "old" || t_.text(i) == "olds" || (t_.isOf(i) && t_.text(i + 1) == "age");
    }
    [[nodiscard]] bool takenByTime(const Numeral& n) const {
        return time_ < out_.times.size() && out_.times[time_].firstToken < n.end &&
               !oldFollows(out_.times[time_], n.first);
    }
    [[nodiscard]] bool timeToken(std::uint32_t i) const {
        for (std::size_t k = time_; k < out_.times.size() && out_.times[k].firstToken <= i; ++k)
            if (i < out_.times[k].endToken)
                return true;
        return false;
    }

    /// 5'10", 6′3″: feet and inches of a height.
    std::uint32_t height(std::uint32_t i) {
        const std::string_view mark = t_.text(i + 1);
        if (!t_.kind(i, TokenKind::Number) || !t_.glued(i + 1) || !t_.glued(i + 2) ||
            !(t_.kind(i + 1, TokenKind::Apostrophe) || t_.kind(i + 1, TokenKind::CloseQuote) ||
              t_.kind(i + 1, TokenKind::OpenQuote) || mark == "\xE2\x80\xB2") ||
            mark == "\"" || t_.text(i).size() != 1 || !t_.kind(i + 2, TokenKind::Number))
            return i;
        const auto feet = Decimal::tryFrom(t_.text(i)), inches = Decimal::tryFrom(t_.text(i + 2));
        if (!feet || !inches || *feet < Decimal(3) || *feet > Decimal(8) || *inches >= Decimal(12))
            return i;
        const auto part = inches->dividedBy(Decimal(12));
        Numeral n;
        n.first = i;
        n.end = i + 3;
        n.span = {t_[i].begin, t_[i + 2].end};
        n.value = feet->plus(part.value_or(Decimal())).value_or(*feet);
        n.digits = true;
        Figure& f = start(n, FigureKind::Measure);
        f.derivation.add("feet-and-inches");
        f.unit = "[ft_i]";
        f.set = figureSet(f.value, Hedge::None, false);
        const bool close =
            t_.glued(i + 3) && (t_.kind(i + 3, TokenKind::CloseQuote) || t_.kind(i + 3, TokenKind::OpenQuote) ||
                                t_.kind(i + 3, TokenKind::Symbol));
        if (close)
            f.phrase.end = t_[i + 3].end;
        return finish(f, i + 3);
    }

    /// "in her 40s", "in his late thirties", "in their early 20s": an age between two.
    std::uint32_t decade(std::uint32_t i) {
        const auto span = ages_.decadeAt(i);
        if (!span || timeToken(i))
            return i + 1;
        Numeral n;
        n.first = i;
        n.end = i + 1;
        n.span = t_[i].span();
        n.value = Decimal(span->low);
        n.digits = t_.kind(i, TokenKind::Alnum);
        Figure& f = start(n, FigureKind::Age);
        f.derivation.add("age:decade");
        f.unit = "a";
        f.set = rangeSet(Decimal(span->low), Decimal(span->high));
        f.phrase.begin = t_[span->first].begin;
        return finish(f, i + 1);
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
        const auto unit = units_.unitAfter(n, n.end);
        const bool of = t_.isOf(n.end);
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
                f.unit = units_.currencyCode(money->entry).code;
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
        auto unit = units_.currencyBefore(n, phraseBegin);
        if (unit && !n.suffix.empty() && FigureUnits::scaleSuffix(n))
            unit->end = n.end;
        if (unit && n.suffix.empty() && n.digits && n.multiplier == Decimal(1) && !t_.glued(n.end) &&
            units_.scaleLetter(n))
            unit->end = n.end; // "£1.5 m"
        if (unit)
            negativeMoney(n, phraseBegin);
        auto behind = units_.unitAfter(n, n.end);
        if (!unit && n.suffix == "m" && behind && behind->code == "m" && besideMillions() &&
            FigureUnits::scaleSuffix(n))
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
        } else if (!unit && !behind && n.digits && n.multiplier == Decimal(1) &&
                   t_.kind(n.end + 1, TokenKind::Currency) && units_.scaleLetter(n)) { // "5 M€"
            behind = units_.unitAfter(n, n.end);
        }
        if (!behind && !unit && n.form == NumeralForm::Fraction)
            behind = fractionUnit(n);
        if (!behind && !unit && n.multiplier == Decimal(1) && n.suffix.empty() && t_.is(n.end, w_.grand) &&
            !headAfter(t_, n.end + 1, NounNumber::Many) && !t_.flag(n.end, text::Capitalised)) {
            n.value = n.value.times(Decimal(1000)).value_or(n.value);
            n.multiplier = 1000;
            n.span.end = t_[n.end].end;
            ++n.end;
            behind = UnitRead{FigureKind::Money, {}, n.end, false, "currency"};
        }
        if (unit && behind && behind->kind == FigureKind::Money)
            unit->end = behind->end; // "US$3 million dollars"
        else if (!unit)
            unit = behind;
        if (!unit && !n.suffix.empty()) {
            if (n.suffix.size() != 1 || n.suffix == "t" || !headAfter(t_, n.end, NounNumber::Many) ||
                !FigureUnits::scaleSuffix(n))
                return free_ = n.end; // "5b", "40t": letters that are no unit of ours
        }

        Numeral last = n;
        std::optional<UnitRead> rangeUnit = unit;
        std::optional<CompoundRead> more;
        if (unit && unit->end >= n.end && n.form == NumeralForm::Cardinal && n.value.isWhole())
            more = units_.compound(*unit, true);
        const bool range = !more && n.form == NumeralForm::Cardinal && readRange(n, unit, last, rangeUnit);
        if (range)
            unit = rangeUnit;
        else if (!unit && ((t_.is(n.end, w_.to) && t_.is(n.first - 1, w_.from)) || t_.isAny(n.end, {w_.by, w_.x}) ||
                           (t_.kind(n.end, TokenKind::Symbol) && t_.text(n.end) == "×")))
            unit = unitOfOtherEnd(n);
        if (!range && n.digits && !unit && numberPair(t_, n.end))
            return free_ = n.end + 2; // a score, a code, a season
        if (more) {                   // "6 feet 3 inches": one amount in the first unit
            n.value = (unit->hundredth ? n.value : n.value.plus(more->part).value_or(n.value));
            last.value = n.value;
            last.end = more->numeral.end;
            last.span.end = more->numeral.span.end;
            unit->end = more->end;
        }
        if (!range && unit && belowZero(*unit)) {
            n.value = Decimal(0).minus(n.value).value_or(n.value);
            last.value = n.value;
            unit->end += 2;
        }
        const std::uint32_t numeralEnd = last.end;
        std::uint32_t phraseEnd = unit && unit->end > numeralEnd ? unit->end : numeralEnd;

        Numeral whole = n; // the range's or the numeral's tokens
        whole.end = numeralEnd;
        whole.span.end = last.span.end;

        if (!unit || (unit->kind == FigureKind::Measure &&
                      (unit->code == "a" || unit->code == "mo" || unit->code == "wk" || unit->code == "d")))
            if (const auto ageEnd = age(whole, phraseBegin, last, range, n, unit ? unit->end : yearsOf(n),
                                        unit ? unit->code : std::string_view("a")))
                return *ageEnd;

        const FigureKind kind = unit                              ? unit->kind
                                : n.form == NumeralForm::Fraction ? FigureKind::Fraction
                                                                  : FigureKind::Count;
        const bool part = kind == FigureKind::Percentage || kind == FigureKind::Fraction || kind == FigureKind::Measure;
        const bool single = !range && n.value == Decimal(1);
        std::optional<CountedNoun> head;
        if (t_.isOf(phraseEnd))
            head = headAfterOf(t_, phraseEnd, part ? NounNumber::Any : NounNumber::Many);
        else if (kind == FigureKind::Count)
            head = headAfter(t_, phraseEnd, single ? NounNumber::One : NounNumber::Many);
        else if (kind == FigureKind::Fraction && t_.hasAny(phraseEnd, tagBit(Tag::Det) | tagBit(Tag::Poss)))
            head = headAfter(t_, phraseEnd + 1, NounNumber::Any);

        if (!range && ratio(n, head))
            return free_;

        std::uint32_t hedgeFirst = phraseBegin;
        Hedge before = hedgeAt(hedgeFirst);
        if (n.about && before == Hedge::None)
            before = Hedge::About;
        const bool hedged = hedgeFirst != phraseBegin;
        if (const auto refused = notAFigure(t_, whole, unit.has_value(), hedged, head.has_value() && !head->before))
            return free_ = std::max(refused->end, numeralEnd);
        const bool bareOne = t_.isAny(n.first, {w_.one, w_.an, w_.a}) && n.end == n.first + 1 && !range;
        if (t_.is(n.first, w_.nine) && n.end == n.first + 1 && !unit && !range && !head && !hedged &&
            n.first != t_.begin)
            return n.end; // "un livre neuf"
        if (bareOne && (unit ? t_.notCount(n.end, "one") : !hedged && !oneCounts(t_, n.first, n.end, head.has_value())))
            return english() ? free_ = n.end : n.end;
        if (n.form == NumeralForm::Fraction && !unit && !fractionCounts(n, head, before))
            return free_ = n.end;
        if (n.value.isZero() && !head && !unit && !n.digits && !(n.first == t_.begin && t_.onlyStopAt(n.end)))
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
        if (range && !hedged && phraseBegin > t_.begin && t_.isAny(phraseBegin - 1, {w_.between, w_.from}))
            f.phrase.begin = t_[phraseBegin - 1].begin;
        const Hedge after = head ? Hedge::None : hedgeAfter(f, numeralEnd, phraseEnd);
        if (!head && f.countedLemma.empty() && kind == FigureKind::Count)
            head = antecedent(phraseEnd,
                              range && t_.isAny(hedgeFirst - 1, {w_.between, w_.from}) ? hedgeFirst - 1 : hedgeFirst);
        if (head && kind == FigureKind::Measure &&
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
        if (const Hedge tail = after != Hedge::None ? after : hedgeAfter(f, numeralEnd, phraseEnd);
            tail != Hedge::None) {
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

    /// A figure of a hundred thousand and more, no length, stands before in the sentence.
    [[nodiscard]] bool besideMillions() const {
        return out_.figures.size() > firstFigure_ && out_.figures.back().kind != FigureKind::Measure &&
               out_.figures.back().value >= Decimal(100000);
    }

    /// "-$5": the minus before the sign belongs to the numeral.
    void negativeMoney(Numeral& n, std::uint32_t& phraseBegin) const {
        const std::uint32_t i = phraseBegin - 1;
        if (!t_.kind(phraseBegin, TokenKind::Currency) || !t_.inside(i) || n.value.negative() ||
            !t_.glued(phraseBegin) || (t_.glued(i) && i != t_.begin) ||
            !(t_.text(i) == "-" || t_.text(i) == "\xE2\x88\x92"))
            return;
        n.value = Decimal(0).minus(n.value).value_or(n.value);
        n.first = phraseBegin = i;
        n.span.begin = t_[i].begin;
        n.plain = false;
    }

    /// "half a mile", "a third of a per cent", "half of one percent": the unit behind the article.
    [[nodiscard]] std::optional<UnitRead> fractionUnit(const Numeral& n) const {
        std::uint32_t i = n.end;
        if (t_.isOf(i))
            ++i;
        if (t_.joins(i)) // "half-mile"
            ++i;
        else if (t_.isAny(i, {w_.a, w_.an}) || (t_.is(i, w_.one) && i > n.end))
            ++i;
        else
            return std::nullopt;
        return units_.unitAfter(n, i);
    }

    /// "20 degrees below zero"
    [[nodiscard]] bool belowZero(const UnitRead& unit) const {
        return (unit.code == "deg" || unit.code == "Cel" || unit.code == "[degF]") && t_.is(unit.end, w_.below) &&
               (t_.is(unit.end + 1, w_.zero) || t_.text(unit.end + 1) == "freezing" || t_.text(unit.end + 1) == "0");
    }

    /// "a dollar", "more than a mile", "a mile and a half": an article that counts one unit. Only where the words
    /// around show that an amount is meant.
    std::uint32_t unitArticle(std::uint32_t i) {
        const std::uint32_t article = i - 1;
        if (article < free_ || !t_.isAny(article, {w_.a, w_.an}))
            return i + 1;
        Numeral n;
        n.first = article;
        n.end = i;
        n.span = t_[article].span();
        n.value = Decimal(1);
        n.article = true;
        n.rule = "article";
        auto unit = units_.unitAfter(n, i);
        if (!unit || t_.has(i, Tag::TimeUnit) || t_.notCount(i, "won"))
            return i + 1;
        std::uint32_t hedgeFirst = article;
        const Hedge hedge = hedgeAt(hedgeFirst);
        const std::uint32_t end = unit->end;
        std::uint32_t numeralEnd = i;
        const std::uint32_t tail = end;
        if (t_.is(tail, w_.conjAnd) && t_.isAny(tail + 1, {w_.a, w_.an}) && t_.has(tail + 2, Tag::Fraction)) {
            const std::int64_t under = t_.number(tail + 2, Tag::Fraction);
            n.value = n.value.plus(Decimal(1).dividedBy(Decimal(under)).value_or(Decimal())).value_or(n.value);
            numeralEnd = unit->end = tail + 3;
        }
        const bool alone = article == t_.begin && t_.onlyStopAt(unit->end);
        const bool whole = unit->kind == FigureKind::Percentage && unit->code != "%";
        if (numeralEnd == i && hedge == Hedge::None && hedgeFirst == article && !alone && !whole)
            return i + 1;
        n.end = numeralEnd;
        n.span.end = t_[numeralEnd - 1].end;
        Figure& f = start(n, unit->kind);
        f.derivation.add(n.rule);
        f.derivation.add(unit->rule);
        f.unit = unit->code;
        if (unit->hundredth)
            f.value = n.value.times(Decimal(Int128{1}, -2)).value_or(n.value);
        f.set = figureSet(f.value, hedge, false, context_.hedgePercent);
        f.phrase = {t_[hedgeFirst].begin, t_[unit->end - 1].end};
        if (hedge != Hedge::None)
            f.derivation.add(hedgeRule(hedge, false));
        return finish(f, unit->end);
    }

    /// "magnitude 6.4", "a 6.4-magnitude quake"
    [[nodiscard]] std::optional<std::uint32_t> magnitudeBeside(const Numeral& n) const {
        if (!n.digits || n.value > Decimal(10))
            return std::nullopt;
        if (t_.is(t_.pastHyphen(n.end), w_.magnitude))
            return t_.pastHyphen(n.end);
        if (t_.is(n.end, w_.on) && t_.is(n.end + 2, w_.richter))
            return n.end + 2;
        std::uint32_t i = n.first - 1;
        if (t_.kind(i, TokenKind::Hyphen) || t_.isOf(i))
            --i;
        return t_.is(i, w_.magnitude) ? std::optional(i) : std::nullopt;
    }

    /// hedgeBefore(), which several productions ask for the same place.
    Hedge hedgeAt(std::uint32_t& first) {
        if (hedgeKey_ != first || hedgeFree_ != free_) {
            hedgeKey_ = first;
            hedgeFree_ = free_;
            hedgeBegin_ = first;
            hedge_ = hedgeBefore(t_, hedgeBegin_, free_);
        }
        first = hedgeBegin_;
        return hedge_;
    }

    // ---- ranges and ratios ------------------------------------------------------------------------------------------

    /// "3-5", "3 to 5", "between 3 and 5", "two or three", each end with or without its unit. Fills `last` and `unit`.
    bool readRange(Numeral& n, std::optional<UnitRead>& unit, Numeral& last, std::optional<UnitRead>& rangeUnit) {
        lowInclusive_ = highInclusive_ = true;
        std::uint32_t i = unit && unit->end > n.end ? unit->end : n.end;
        if (t_.kind(i, TokenKind::Hyphen) && t_.glued(i) && t_.isAny(i + 1, {w_.to, w_.conjOr})) // "24- to 30-foot"
            ++i;
        if (const auto bound = upperBound(n, i))
            return boundedRange(n, unit, last, rangeUnit, *bound);
        const bool tilde = t_.kind(i, TokenKind::Symbol) && (t_.text(i) == "~" || t_.text(i) == "\xEF\xBD\x9E");
        const bool mark = t_.inside(i) && (t_[i].is(TokenKind::Hyphen) || t_[i].is(TokenKind::Dash) || tilde);
        bool glued = mark && t_.glued(i) && t_.glued(i + 1);
        const bool spaced = mark && !glued && !t_.glued(i) && !t_.glued(i + 1) && t_.kind(i + 1, TokenKind::Number);
        if (spaced && ((unit && unit->end == i) || (n.digits && n.end == i && t_.text(i) != "\xE2\x80\x94")))
            glued = true; // "10% - 20%", "3 - 5 people"
        if (!mark && !t_.isAny(i, {w_.conjAnd, w_.to, w_.conjOr, w_.up, w_.through, w_.till, w_.until}))
            return false;
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
        const bool upTo = t_.is(i, w_.up) && t_.is(i + 1, w_.to) && from;
        if (upTo)
            ++i;
        const bool joinsWords = (between && t_.is(i, w_.conjAnd)) || t_.isAny(i, {w_.to, w_.conjOr}) ||
                                t_.isAny(i, {w_.through, w_.till, w_.until});
        if (!glued && !joinsWords)
            return false;
        if (t_.is(i, w_.to) && ((from && changeVerb(opener)) || t_.is(before, w_.by)))
            return false;                       // "rose from 3 to 5", "cut by 0.25 points to 4.5%"
        std::uint32_t j = t_.pastHyphen(i + 1); // "18-to-24"
        if (t_.kind(j, TokenKind::Currency))
            ++j;
        else if (t_.kind(j, TokenKind::Word) && t_.kind(j + 1, TokenKind::Currency) && t_.glued(j + 1))
            j += 2;
        if (!t_.inside(j) || (timeToken(j) && !agedRange(n)))
            return false;
        if (!(t_.kind(j, TokenKind::Number) || t_.kind(j, TokenKind::Alnum) || t_.has(j, Tag::Number) ||
              (t_.isAny(j, {w_.a, w_.an}) && t_.has(j + 1, Tag::Multiplier))))
            return false;
        auto high = readNumeral(t_, t_.isAny(j, {w_.a, w_.an}) ? j + 1 : j, j);
        if (!high || high->form != NumeralForm::Cardinal || (timeToken(high->end - 1) && !agedRange(n)))
            return false;
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
        // "3 to 5 million": the lower end takes the multiplier.
        Decimal low = n.value;
        if (n.multiplier == Decimal(1) && high->multiplier >= Decimal(100) && (n.plain || n.digits || !high->digits)) {
            const auto base = high->value.dividedBy(high->multiplier);
            if (base && n.value < *base)
                low = n.value.times(high->multiplier).value_or(low);
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
        if (unit && highUnit &&
            (unit->kind != highUnit->kind || (!highUnit->code.empty() && unit->code != highUnit->code)))
            return false;
        if (glued && !t_.is(i, w_.to)) {
            if (!unit && !highUnit && scoreBeside(t_, n.first, high->end))
                return false;
            const bool measured = unit || highUnit || n.multiplier != Decimal(1) || high->multiplier != Decimal(1);
            if (n.digits && !measured && !tilde && !headAfter(t_, high->end, NounNumber::Many) &&
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

    /// "âgés de | 5 à 12 ans": the age words before let a range run into what looks like a duration.
    [[nodiscard]] bool agedRange(const Numeral& n) const {
        return !english() &&
               (ages_.ageWordBefore(n.first) != n.first || (t_.isOf(n.first - 1) && personNoun(t_, n.first - 2)) ||
                (t_.has(n.first - 1, Tag::Det) && t_.joins(n.end) && ages_.ageTime(n.first, n.end + 3)));
    }
    struct UpperBound {
        std::uint32_t number = 0;
        bool inclusive = false, lowInclusive = false;
    };
    /// "more than 20 | but less than 30", "at least 20 | and at most 30": where the upper number begins.
    [[nodiscard]] std::optional<UpperBound> upperBound(const Numeral& n, std::uint32_t i) {
        if (t_.kind(i, TokenKind::Comma))
            ++i;
        if (t_.isAny(i, {w_.conjAnd, w_.but}))
            ++i;
        if (i == n.end || !t_.marked(i, FigureWords::BeginsHedge))
            return std::nullopt;
        const auto upper = t_.match(i, tagBit(Tag::Hedge));
        if (!upper)
            return std::nullopt;
        const Hedge high = hedgeFrom(t_.lexicon.value(upper->entry, Tag::Hedge));
        if (high != Hedge::LessThan && high != Hedge::AtMost)
            return std::nullopt;
        std::uint32_t first = n.first;
        if (t_.kind(first - 1, TokenKind::Currency))
            --first;
        const Hedge low = hedgeAt(first);
        if (low != Hedge::MoreThan && low != Hedge::AtLeast)
            return std::nullopt;
        return UpperBound{upper->endToken, high == Hedge::AtMost, low == Hedge::AtLeast};
    }
    bool boundedRange(Numeral& n, const std::optional<UnitRead>& unit, Numeral& last,
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

    [[nodiscard]] static bool bothYears(const Numeral& a, const Numeral& b) {
        const auto year = [](const Numeral& n) {
            return n.plain && n.value >= Decimal(1800) && n.value <= Decimal(2099) && n.span.length() == 4;
        };
        return year(a) && (year(b) || (b.plain && b.span.length() == 2));
    }

    /// "rose from 3 to 5 per cent": no range, but both have the unit.
    [[nodiscard]] std::optional<UnitRead> unitOfOtherEnd(const Numeral& n) const {
        const std::uint32_t j = n.end + 1;
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

    /// "between about 3 and 5", "from an estimated 3 to 5": where the opener stands, or `before` itself.
    [[nodiscard]] std::uint32_t openerBeforeHedge(std::uint32_t before) const {
        if (!t_.marked(before, FigureWords::EndsHedge))
            return before;
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
        if (n.form != NumeralForm::Cardinal || n.value >= Decimal(1000) || n.value < Decimal(1) || !n.value.isWhole())
            return false;
        std::uint32_t i = n.end;
        bool out = false;
        const bool french = w_.language == Language::French;
        if (french && !t_.is(i, w_.in) && t_.kind(i, TokenKind::Word) && t_.is(i + 1, w_.in)) { // "un enfant sur cinq"
            const auto head = headAfter(t_, i, n.value == Decimal(1) ? NounNumber::One : NounNumber::Many);
            if (!head || head->token != i)
                return false;
            i += 2;
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
        if (!out && n.value != Decimal(1) && !(round && n.value < Decimal(10)))
            return false;
        if (whole->plain && whole->value >= Decimal(1000) && whole->value <= Decimal(2100) && whole->span.length() == 4)
            return false;
        if (t_.hasAny(whole->end, tagBit(Tag::TimeUnit)))
            return false;
        if (french && (units_.unitAfter(*whole, whole->end) || headAfter(t_, whole->end, NounNumber::Many)))
            return false; // "trois mètres sur quatre", "deux hommes sur deux motos"
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
        if (const auto head = t_.isOf(whole->end) ? headAfterOf(t_, whole->end, NounNumber::Any)
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
            const bool of = t_.isOf(n.end) || t_.hasAny(n.end, tagBit(Tag::Det) | tagBit(Tag::Poss));
            return (of && (head.has_value() || t_.isOf(n.end))) || hedge != Hedge::None;
        }
        return true;
    }

    // ---- ages -------------------------------------------------------------------------------------------------------

    /// "15-year-old boy", "aged 61", "Rahman, 36,", "children under five". Returns where to go on when it made a
    /// figure.
    std::optional<std::uint32_t> age(const Numeral& whole, std::uint32_t phraseBegin, const Numeral& last, bool range,
                                     const Numeral& n, std::uint32_t unitEnd, std::string_view ageUnit) {
        if (n.form != NumeralForm::Cardinal || n.value.negative())
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
            hedge = hedgeAt(first);
        } else if (n.value > Decimal(150)) {
            return std::nullopt;
        } else if (unitEnd != 0) { // "âgé de 61 ans", "un garçon de 15 ans", "Diallo, 36 ans,"
            hedge = hedgeAt(first);
            if (!ages_.agedBefore(first, unitEnd) && !ages_.ageTime(n.first, unitEnd))
                return std::nullopt;
            rule = "age:aged";
            end = unitEnd;
            unit = ageUnit == "mo" ? "mo" : ageUnit == "wk" ? "wk" : ageUnit == "d" ? "d" : "a";
            first = ages_.ageWordBefore(first);
        } else {
            hedge = hedgeAt(first);
            const std::uint32_t opener = range && t_.isAny(first - 1, {w_.between, w_.from}) ? first - 1 : first;
            if (const auto b = ages_.ageWordBefore(opener); b != opener) {
                const bool noun =
                    headAfter(t_, whole.end, n.value == Decimal(1) ? NounNumber::One : NounNumber::Many).has_value();
                if (!noun || t_.text(b) != "turned") {
                    first = b;
                    rule = "age:aged";
                }
            } else if (n.plain && !range &&
                       (ages_.apposition(whole) || ages_.bracketed(whole) ||
                        ages_.ageGoesOn(whole, out_.figures.size() == firstFigure_ ? nullptr : &out_.figures.back()))) {
                rule = "age:apposition";
            } else if (n.form == NumeralForm::Cardinal && (range || n.end == n.first + 1) && ages_.ageTold(whole)) {
                rule = "age:told";
            } else if ((hedge == Hedge::LessThan || hedge == Hedge::MoreThan) && !range && n.value <= Decimal(110) &&
                       ages_.ageBound(first, whole.end)) {
                rule = "age:bound";
            }
        }
        Hedge behindHedge = Hedge::None;
        if (const HedgeBehind behind = hedgeBehind(t_, end, true);
            behind.end != 0 && (behind.hedge == Hedge::AtLeast || behind.hedge == Hedge::AtMost) &&
            (rule || (n.plain && n.value <= Decimal(110) && personNoun(t_, first - 1) &&
                      !headAfter(t_, behind.end, NounNumber::Many)))) {
            if (!rule)
                rule = "age:bound";
            behindHedge = behind.hedge;
            end = behind.end;
        }
        if (!rule && hangingAge(whole)) {
            rule = "age:years-old";
            end = whole.end;
        }
        if (!rule)
            return std::nullopt;
        if (hedge == Hedge::None)
            hedge = behindHedge != Hedge::None ? behindHedge : n.about ? Hedge::About : Hedge::None;
        Figure& f = start(whole, FigureKind::Age);
        f.derivation.add(n.rule);
        f.derivation.add(rule);
        f.unit = unit;
        f.value = n.value;
        f.set = range ? rangeSet(n.value, last.value) : figureSet(n.value, hedge, true, context_.hedgePercent);
        f.phrase = {t_[first].begin, t_[end - 1].end};
        if (range && t_.isAny(first - 1, {w_.between, w_.from}))
            f.phrase.begin = t_[first - 1].begin;
        if (hedge != Hedge::None)
            f.derivation.add(hedgeRule(hedge, false));
        if (nounFollows) {
            if (const auto head = headAfter(t_, end, NounNumber::One);
                head && personNoun(t_, head->token) && !t_.flag(head->token, text::Capitalised)) {
                setCounted(f, *head);
                f.phrase.end = f.counted.end;
            }
        } else if (const std::uint32_t before = ages_.whoBefore(first);
                   personNoun(t_, before) &&
                   (!t_.flag(before, text::Capitalised) || t_.flag(before, text::SentenceStart))) {
            f.countedLemma = singularLemma(t_, before);
            f.counted = t_[before].span();
        }
        return finish(f, end);
    }

    /// One past "d'années" behind a round amount ("une quarantaine d'années"); 0 when it does not stand there.
    [[nodiscard]] std::uint32_t yearsOf(const Numeral& n) const {
        return n.about && t_.isOf(n.end) && t_.text(n.end + 1) == "années" ? n.end + 2 : 0;
    }

    /// "16- and | 17-year-olds": the first of two ages that share their words.
    [[nodiscard]] bool hangingAge(const Numeral& n) const {
        std::uint32_t i = n.end;
        if (!t_.kind(i, TokenKind::Hyphen) || !t_.glued(i) || t_.glued(i + 1))
            return false;
        ++i;
        if (!t_.isAny(i, {w_.conjAnd, w_.conjOr}) && !t_.kind(i, TokenKind::Comma))
            return false;
        for (++i; t_.kind(i, TokenKind::Number) || t_.has(i, Tag::Number); ++i) {
            if (units_.ageFollows(i + 1))
                return true;
            if (!t_.kind(i + 1, TokenKind::Hyphen))
                return false;
            i += 2;
            if (t_.kind(i, TokenKind::Comma))
                continue;
            if (!t_.isAny(i, {w_.conjAnd, w_.conjOr}))
                return false;
        }
        return false;
    }

    // ---- hedges -----------------------------------------------------------------------------------------------------

    void hedgesBefore(Figure& f, std::uint32_t first) {
        const std::uint32_t begin = first;
        hedgeAt(first);
        if (first != begin)
            f.phrase.begin = t_[first].begin;
    }

    /// "200-plus", "200 people or so", "three or more": after the numeral, its unit, or what it counts.
    Hedge hedgeAfter(Figure& f, std::uint32_t numeralEnd, std::uint32_t phraseEnd) const {
        std::uint32_t afterNoun = phraseEnd;
        while (t_.inside(afterNoun) && t_[afterNoun].begin < f.phrase.end)
            ++afterNoun;
        for (const std::uint32_t i : {numeralEnd, phraseEnd, afterNoun}) {
            const HedgeBehind behind = hedgeBehind(t_, i, i == numeralEnd);
            if (behind.end == 0)
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

    // ---- what is counted --------------------------------------------------------------------------------------------

    /// "12 of whom": what the figure before counts; else the noun that carries the number.
    [[nodiscard]] std::optional<CountedNoun> antecedent(std::uint32_t end, std::uint32_t phraseBegin) const {
        const bool whom = (t_.isOf(end) && t_.isAny(end + 1, {w_.whom, w_.which, w_.them})) ||
                          (t_.isAny(phraseBegin - 1, {w_.whom, w_.which}) && t_.isOf(phraseBegin - 2));
        if (whom) {
            for (std::size_t i = out_.figures.size(); i-- > firstFigure_;)
                if (!out_.figures[i].countedLemma.empty() && out_.figures[i].kind == FigureKind::Count)
                    for (std::uint32_t k = phraseBegin; k-- > t_.begin;)
                        if (t_[k].begin == out_.figures[i].counted.begin)
                            return CountedNoun{k, true};
            return std::nullopt;
        }
        // "Of the 30 miners, 12 are safe"
        if (t_.isOf(t_.begin) && t_.kind(phraseBegin - 1, TokenKind::Comma))
            if (auto head = headAfterOf(t_, t_.begin, NounNumber::Any); head && head->token < phraseBegin) {
                head->before = true;
                return head;
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
    std::uint32_t hedgeKey_ = 0xFFFFFFFF, hedgeFree_ = 0, hedgeBegin_ = 0; ///< what hedgeAt() keeps
    Hedge hedge_ = Hedge::None;
    bool lowInclusive_ = true, highInclusive_ = true; ///< of the range just read
    std::size_t sentence_ = 0, time_ = 0, firstFigure_ = 0;
    FigureUnits units_;
    FigureAges ages_;
    std::uint32_t free_ = 0; ///< tokens before it belong to figures already made
};

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
