// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the tokens. A token that is no number, number word or sign of one costs a table look-up; at one that
// is, the productions run: numeral, unit, range, age, hedges, counted noun. What is no figure is refused by name in
// figurecontext.cpp. The walk itself stands in figures.cpp; ranges and ratios in figureranges.cpp; amounts that need
// more than a numeral and a unit in figureamounts.cpp; ages in figureagesread.cpp.
#pragma once

#include "core/read/figures/figureages.h"
#include "core/read/figures/figurecontext.h"
#include "core/read/figures/figurecounted.h"
#include "core/read/figures/figurehedges.h"
#include "core/read/figures/figureunits.h"
#include "core/read/mentions.h"

#include <algorithm>

namespace countercheck::read {

class FigureWalk {
public:
    FigureWalk(const text::Reading& reading, const text::Lexicon& lexicon, const FigureWords& words,
               const ReadContext& context, Mentions& out)
        : t_(reading, lexicon, words), w_(words), context_(context), out_(out), units_(t_), ages_(t_) {}

    void run();

private:
    [[nodiscard]] bool english() const { return w_.language == Language::English || w_.language == Language::Unknown; }
    [[nodiscard]] bool fullWidth(const Token& token) const { return t_.reading.text[token.begin] == '\xEF'; }

    // ---- one candidate ----------------------------------------------------------------------------------------------

    /// Reads what begins at the candidate token and returns where to go on.
    std::uint32_t at(std::uint32_t i);

    /// One past the last token of a time mention that holds token i; i when none does.
    std::uint32_t timeAt(std::uint32_t i);
    /// "15 years | old", "15-year-old" are no durations.
    [[nodiscard]] bool oldFollows(const TimeMention& time, std::uint32_t number) const;
    [[nodiscard]] bool takenByTime(const Numeral& n) const {
        return time_ < out_.times.size() && out_.times[time_].firstToken < n.end &&
               !oldFollows(out_.times[time_], n.first) && !numbersAlone(out_.times[time_]);
    }
    /// A text of nothing but numbers that could tell a time as well: "5/4", "between 10 and 20". Both are told.
    [[nodiscard]] bool numbersAlone(const TimeMention& time) const;
    /// "between 5 and 7 arrests": is the number one of two that count what stands behind them?
    [[nodiscard]] bool pairCounts(std::uint32_t number) const;
    [[nodiscard]] bool timeToken(std::uint32_t i) const;

    /// 5'10", 6′3″: feet and inches of a height.
    std::uint32_t height(std::uint32_t i);
    /// 1m80
    std::uint32_t metres(std::uint32_t i);

    /// "in her 40s", "in his late thirties", "in their early 20s": an age between two.
    std::uint32_t decade(std::uint32_t i);

    /// "the over-65s", "under-18s": an age of many.
    bool boundOfMany(std::uint32_t i);

    std::uint32_t ordinal(const Numeral& n);
    /// "jeder Fünfte": one in five.
    std::uint32_t everyNth(const Numeral& n);

    std::uint32_t vague(const Numeral& n);

    std::uint32_t cardinal(Numeral& n);

    /// A figure of a hundred thousand and more, no length, stands before in the sentence.
    [[nodiscard]] bool besideMillions() const;

    /// "-$5": the minus before the sign belongs to the numeral.
    void negativeMoney(Numeral& n, std::uint32_t& phraseBegin) const;

    /// "half a mile", "a third of a per cent", "half of one percent": the unit behind the article.
    [[nodiscard]] std::optional<UnitRead> fractionUnit(const Numeral& n) const;

    /// "dropped six points to 31%", "7.1%, down 0.3 points", "a margin of 3 points": per cent are meant, no score.
    [[nodiscard]] std::optional<UnitRead> pointsOfPercent(const Numeral& n) const;
    /// "61.3 percent, up from | 54": the level before shares the unit.
    [[nodiscard]] std::optional<UnitRead> percentGoesOn(const Numeral& n) const;
    /// "to $4.1 billion from | 3.8 billion": a large amount behind one of money shares its currency.
    [[nodiscard]] std::optional<UnitRead> moneyGoesOn(const Numeral& n) const;
    /// Degrees where the sentence speaks of the weather are Celsius outside English.
    [[nodiscard]] bool celsius() const;
    /// An earthquake is told of in the sentence (not in English, which says magnitude).
    [[nodiscard]] bool quake() const;
    /// "il fera 35 degrés", "es waren 38 Grad"
    [[nodiscard]] bool madeWeather(const Numeral& n) const;
    /// "stood under | 1.5 metres of water": a place, no bound.
    [[nodiscard]] bool underneath(const UnitRead& unit, std::uint32_t hedgeFirst) const;

    /// "20 degrees below zero"
    [[nodiscard]] std::optional<CountedNoun> germanPart(std::uint32_t i, FigureKind kind) const;
    [[nodiscard]] std::uint32_t belowZero(const UnitRead& unit) const; ///< where "below zero" ends; 0: none

    /// "a dollar", "more than a mile", "a mile and a half": an article that counts one unit. Only where the words
    /// around show that an amount is meant.
    std::uint32_t unitArticle(std::uint32_t i);

    /// "magnitude 6.4", "a 6.4-magnitude quake"
    [[nodiscard]] std::optional<std::uint32_t> magnitudeBeside(const Numeral& n) const;

    /// hedgeBefore(), which several productions ask for the same place.
    Hedge hedgeAt(std::uint32_t& first);

    // ---- ranges and ratios ------------------------------------------------------------------------------------------

    /// "3-5", "3 to 5", "between 3 and 5", "two or three", each end with or without its unit. Fills `last` and `unit`.
    bool readRange(Numeral& n, std::optional<UnitRead>& unit, Numeral& last, std::optional<UnitRead>& rangeUnit);

    /// "âgés de | 5 à 12 ans": the age words before let a range run into what looks like a duration.
    [[nodiscard]] bool agedRange(const Numeral& n) const;
    struct UpperBound {
        std::uint32_t number = 0;
        bool inclusive = false, lowInclusive = false;
    };
    /// "more than 20 | but less than 30", "at least 20 | and at most 30": where the upper number begins.
    [[nodiscard]] std::optional<UpperBound> upperBound(const Numeral& n, std::uint32_t i);
    bool boundedRange(Numeral& n, const std::optional<UnitRead>& unit, Numeral& last,
                      std::optional<UnitRead>& rangeUnit, const UpperBound& bound);

    [[nodiscard]] static bool bothYears(const Numeral& a, const Numeral& b);

    /// "rose from 3 to 5 million": no range, but three million are meant.
    void shareMultiplier(Numeral& n) const;
    /// "rose from 3 to 5 per cent": no range, but both have the unit.
    [[nodiscard]] std::optional<UnitRead> unitOfOtherEnd(const Numeral& n) const;

    /// "between about 3 and 5", "from an estimated 3 to 5": where the opener stands, or `before` itself.
    [[nodiscard]] std::uint32_t openerBeforeHedge(std::uint32_t before) const;

    /// A verb of change stands before, one that begins with `stem`.
    [[nodiscard]] bool changeVerb(std::uint32_t from, std::string_view stem = {}) const;

    /// "one in five", "9 out of 10", "one of every three": a fraction, with both numbers as its numeral.
    std::uint32_t agedAs(std::uint32_t i);
    bool ratio(const Numeral& n, const std::optional<CountedNoun>&);

    [[nodiscard]] bool fractionCounts(const Numeral& n, const std::optional<CountedNoun>& head, Hedge hedge) const;

    // ---- ages -------------------------------------------------------------------------------------------------------

    /// "15-year-old boy", "aged 61", "Rahman, 36,", "children under five". Returns where to go on when it made a
    /// figure.
    std::optional<std::uint32_t> age(const Numeral& whole, std::uint32_t phraseBegin, const Numeral& last, bool range,
                                     const Numeral& n, std::uint32_t unitEnd, std::string_view ageUnit);

    /// One past "d'années" behind a round amount ("une quarantaine d'années"); 0 when it does not stand there.
    [[nodiscard]] std::uint32_t yearsOf(const Numeral& n) const {
        return n.about && t_.isOf(n.end) && t_.text(n.end + 1) == "années" ? n.end + 2 : 0;
    }

    /// The dictionary has the word as a noun at least as often as anything else.
    [[nodiscard]] bool mostlyNoun(std::uint32_t token) const;

    /// "16- and | 17-year-olds": the first of two ages that share their words.
    [[nodiscard]] bool hangingAge(const Numeral& n) const;

    // ---- hedges -----------------------------------------------------------------------------------------------------

    void hedgesBefore(Figure& f, std::uint32_t first);

    /// "200-plus", "200 people or so", "three or more": after the numeral, its unit, or what it counts.
    Hedge hedgeAfter(Figure& f, std::uint32_t numeralEnd, std::uint32_t phraseEnd) const;

    // ---- what is counted --------------------------------------------------------------------------------------------

    /// What the figure before counts, when it counts something.
    /// "to | 10 the number of dead": what the noun behind the figure says is counted.
    [[nodiscard]] std::optional<CountedNoun> numberBehind(std::uint32_t end) const;
    /// Does "up to" belong to a verb of moving: "bringing us up to 83%"? It is no bound then.
    [[nodiscard]] bool broughtUp(std::uint32_t up) const;
    /// "two hits over | seven innings", "3-under | 281", "creció un 4 %, hasta | 3.700 millones": a word of bounds that
    /// tells none here.
    [[nodiscard]] bool noBound(const Numeral& n, Hedge hedge, std::uint32_t hedgeFirst) const;
    [[nodiscard]] std::optional<CountedNoun> countedBefore(std::uint32_t phraseBegin) const;
    /// "The Greens took 31 seats and the Liberals | 28": what the figure before counts, of another.
    [[nodiscard]] std::optional<CountedNoun> gapped(std::uint32_t end, std::uint32_t phraseBegin) const;
    /// "a five member board", "the eight round decision": the noun between the number and what it describes.
    [[nodiscard]] std::optional<CountedNoun> attributive(const Numeral& n) const;
    [[nodiscard]] bool isVote(const CountedNoun& noun) const;
    /// "from | 12 to 15 dead": what the other end counts.
    [[nodiscard]] std::optional<CountedNoun> otherEnd(const Numeral& n) const;
    /// "12 of whom": what the figure before counts; else the noun that carries the number.
    [[nodiscard]] std::optional<CountedNoun> antecedent(std::uint32_t end, std::uint32_t phraseBegin) const;

    void setCounted(Figure& f, const CountedNoun& noun) const {
        f.counted = t_[noun.token].span();
        if (t_.kind(noun.token, TokenKind::Alnum) && t_.joins(noun.token - 1)) // "seven AK-47s"
            f.counted.begin = t_[noun.token - 2].begin;
        f.countedLemma = singularLemma(t_, noun.token, f.kind == FigureKind::Count && f.value != Decimal(1));
    }

    // ---- bookkeeping ------------------------------------------------------------------------------------------------

    Figure& start(const Numeral& n, FigureKind kind);

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
    std::uint32_t idEnd_ = 0; ///< one past the last number that was refused as an identifier
    std::uint32_t free_ = 0;  ///< tokens before it belong to figures already made
};

} // namespace countercheck::read
