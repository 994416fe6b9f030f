// SPDX-License-Identifier: GPL-3.0-or-later
// The walk behind readTimes() (times.cpp). A token starts work only if its lexicon entry carries a time tag or it is a
// number; each production looks a few tokens to both sides and either emits a mention or leaves no trace. Dates stand
// in timesdates.cpp, timesnumeric.cpp, timesdayranges.cpp and timesyears.cpp, how they resolve in timesresolve.cpp, the
// clock in timesclockread.cpp, timesclockwords.cpp, timesclock.cpp and timesdayparts.cpp, lengths of time in
// timesamounts.cpp, timesspans.cpp, timesunits.cpp and timescounted.cpp, distances, periods, habits and references in
// timesperiods.cpp. What tells of what is to come where no verb does (an order, a question, a line typed in small
// letters, a time alone): timesspoken.cpp. Private to core/read.
//
// Hard cases: which Sunday or June is meant (the nearest verb group decides; the past is the default, as in the news);
// a month, weekday or season that is also a word or a name ("may", "sun", "fall", "April Jones"); years among counts;
// ages, which are left to the figures; ranges and lists that share a year, a month or a half of the day.
#pragma once

#include "core/read/mentions.h"
#include "core/read/spelling.h"
#include "core/read/times/timesvalue.h"
#include "core/text/lexicon.h"
#include "core/text/wordtable.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace countercheck::read {

/// Which comes first in the text's own numeric dates, the day or the month: told by the dates that can be read in one
/// way only ("14/3/2020"), else by how dates are written out ("14 March") and words spelt ("colour"). Nothing where no
/// date needs it or nothing tells.
std::optional<bool> dayFirstShown(const text::Reading& reading);

class TimesReader {
public:
    using Index = std::uint32_t;

    /// `dayFirst`: 3/4/2026 is 3 April.
    TimesReader(const text::Reading& reading, const ReadContext& context, bool dayFirst, Mentions& out);
    virtual ~TimesReader() = default;
    TimesReader(const TimesReader&) = delete;
    TimesReader& operator=(const TimesReader&) = delete;
    void run();

protected:
    enum class Tense : std::uint8_t { Unknown, Past, Future };
    enum class Deixis : std::uint8_t { None, Last, This, Next, Same, Following, Previous, Habit };

    /// A date or clock time that was recognised but is not emitted yet.
    struct Piece {
        PartialTime time;
        Index first = 0, end = 0;
        TimeMod mod = TimeMod::None;
        const char* rule = "";
        const char* resolution = nullptr;
        bool yearGiven = false; ///< the words themselves name the year (or an absolute day)
        bool set = false;
        int days = 1; ///< how many days the feast lasts that begins on it
    };
    struct Amount {
        std::int64_t thousandths = 0; ///< -1: vague
        Index first = 0;
        bool article = false; ///< "a", "an"
        bool digits = false;
        TimeMod mod = TimeMod::None; ///< "thirty-odd", "10-plus"
        [[nodiscard]] bool vague() const { return thousandths < 0; }
    };
    struct Clock {
        int hour = -1, minute = -1, second = -1;
        bool utc = false;
        DayPart part = DayPart::None;
        Index first = 0, end = 0;
        bool sure = false;     ///< a.m., p.m., o'clock, a zone, "noon": cannot be anything else
        bool meridiem = false; ///< a.m., p.m. or a part of the day decided the half of the day
        bool about = false;    ///< "8ish"
        const char* rule = "clock";
    };
    static void setHour(PartialTime& time, const Clock& clock);

    /// A unit of time ("week") with what all its productions ask.
    struct UnitWord {
        Index i = 0; ///< where it stands
        std::string_view u;
        bool plural = false;
        Index p = 0; ///< the token before it; the sentence's end where an earlier time has taken that
    };

    /// A part of the day ("morning"), as far as it is read.
    struct PartWord {
        Index i = 0;           ///< where it stands
        std::string_view name; ///< as the lexicon has it
        Piece piece;
        Index p = 0; ///< the token before it and its "early"; the sentence's end where an earlier time has taken that
        Deixis deixis = Deixis::None; ///< of that token: "this", "every"
        bool article = false;         ///< is that token "the"?
    };

    /// A number of units, as far as it is read.
    struct CountedUnit {
        Index i = 0; ///< where the unit stands
        Amount amount;
        std::string_view u;
        bool plural = false;
        Index first = 0, end = 0;
        std::int64_t thousandths = 0; ///< of the unit; -1: vague
        std::int64_t whole = 0;       ///< all parts, in the finest unit
        std::string_view finest;
        TimeMod mod = TimeMod::None;
        std::string value;
        std::int64_t days = 0; ///< beside whole months: "three months and two weeks"
    };

    // Tokens. An index outside the sentence is never matched.
    [[nodiscard]] bool inside(Index i) const { return i >= floor_ && i < end_; }
    /// An empty Break beyond the ends of the text.
    [[nodiscard]] const text::Token& token(Index i) const {
        static constexpr text::Token none{0, 0, 0, text::TokenKind::Break, 0};
        return i < reading_.tokens.size() ? reading_.tokens[i] : none;
    }
    [[nodiscard]] bool kind(Index i, text::TokenKind k) const { return inside(i) && token(i).is(k); }
    /// The token in small letters, as rules name words; none beyond the sentence.
    [[nodiscard]] Spelling spelled(Index i) const {
        return i >= first_ && i < end_ ? spellings_[i - first_] : Spelling{};
    }
    [[nodiscard]] bool is(Index i, Spelling word) const { return spelled(i) == word; }
    template <Spelling... words> [[nodiscard]] bool isAny(Index i) const { return isOneOf<words...>(spelled(i)); }
    /// The word in small letters (A to Z) of as many bytes.
    [[nodiscard]] static bool equalsLower(std::string_view word, std::string_view lowerCase);
    [[nodiscard]] bool has(Index i, text::Tag tag) const { return inside(i) && lexicon_.has(token(i).word, tag); }
    [[nodiscard]] std::int64_t number(Index i, text::Tag tag) const { return lexicon_.number(token(i).word, tag); }
    [[nodiscard]] std::string_view value(Index i, text::Tag tag) const { return lexicon_.value(token(i).word, tag); }
    [[nodiscard]] std::string_view text(Index i) const { return reading_.of(token(i)); }
    [[nodiscard]] bool glued(Index i) const { return inside(i) && !token(i).has(text::SpaceBefore); }
    [[nodiscard]] bool dashAt(Index i) const;
    [[nodiscard]] bool capital(Index i) const { return inside(i) && token(i).has(text::Capitalised); }
    /// A word that can be the head or modifier of a noun phrase, so that what stands before it qualifies it.
    [[nodiscard]] bool nounFollows(Index i) const;
    static constexpr std::size_t maxDigits = 8;
    /// The number of a plain run of digits with at most `digits` of them (8 at most); -1 otherwise.
    [[nodiscard]] int plainNumber(Index i, std::size_t digits = 4) const;
    /// "three" (1 to 60, also "twenty-five") read forwards; end is set.
    [[nodiscard]] int wordNumber(Index i, Index& end) const;
    [[nodiscard]] int ordinalDay(Index i) const; ///< "9th", "ninth": 1 to 31; 0 otherwise

    // Context.
    [[nodiscard]] virtual Tense tenseAt(Index first, Index end) const;
    [[nodiscard]] virtual Deixis deixisAt(Index i) const;
    [[nodiscard]] const TimeMention*
    earlierDay() const; ///< the last mention resolved to a day in this sentence or the one before
    [[nodiscard]] const TimeMention* earlierIn(Grain coarsest) const;

    // Walk.
    void walk();
    void spell();
    [[nodiscard]] bool numberAt(Index i) const;
    [[nodiscard]] bool hourBeside(Index i) const;
    virtual Index at(Index i);
    Index emit(const Piece& piece);
    Index emit(Index first, Index end, TimeType type, TimeMod mod, std::string value, std::optional<TimeSpan> resolved,
               const char* rule, const char* more = nullptr);
    virtual void setOpenEnds(TimeMention& mention) const;

    // Dates.
    [[nodiscard]] std::optional<Piece> dateAt(Index i) const; ///< a date whose first word is i
    [[nodiscard]] std::optional<Piece> numericDate(Index i) const;
    [[nodiscard]] bool hyphenDay(Index i) const;
    [[nodiscard]] std::optional<Piece> yearFirst(Index i) const; ///< 2017 October 15
    [[nodiscard]] std::optional<Piece> monthDate(Index i) const;
    [[nodiscard]] bool givenName(Index i) const;
    [[nodiscard]] std::optional<Piece> dayMonth(Index i) const;
    [[nodiscard]] std::optional<Piece> weekdayDate(Index i) const;
    [[nodiscard]] std::optional<Piece> relativeDay(Index i) const;
    [[nodiscard]] std::optional<Piece> holidayDate(Index i) const;
    [[nodiscard]] std::optional<Piece> quarterName(Index i) const; ///< Q3 2025, H1, FY2025, 2025-Q1, 2025-W23
    [[nodiscard]] virtual int yearAt(Index i,
                                     Index& end) const; ///< a year that follows a month, season or quarter; -1: none
    [[nodiscard]] bool yearInContext(Index i) const;
    [[nodiscard]] int sharedYear(Index end) const; ///< the year of the date that a range or list goes on to; -1: none
    [[nodiscard]] const TimeMention* storyDate() const;
    [[nodiscard]] int storyYear(int month) const;
    void resolve(Piece& piece, Deixis deixis) const;
    void resolveWeekday(Piece& piece, Deixis deixis) const;
    [[nodiscard]] const TimeMention* listedDay(Index first) const;
    void resolveMonth(Piece& piece, Deixis deixis) const;
    /// Words before a date that belong to it: "early", "the end of", "last", "every"; resolves it.
    void extendLeft(Piece& piece) const;
    /// A part of the day or a clock time behind a date.
    void extendRight(Piece& piece) const;
    Index date(Index i);
    Index year(Index i);
    Index decade(Index i);
    Index season(Index i);
    Index seasonListed(Piece piece); ///< last spring and summer
    Index century(Index unit);
    Index dayRange(const Piece& piece, Index end);
    Index weekdayRange(const Piece& piece);

    // The clock.
    [[nodiscard]] std::optional<Clock> clockAt(Index i) const;
    // By how it is written (timesclockread.cpp)
    [[nodiscard]] std::optional<Clock> numberClock(Index i) const;
    [[nodiscard]] std::optional<Clock> pointClock(Index i) const;
    [[nodiscard]] std::optional<Clock> colonClock(Index i) const;
    [[nodiscard]] std::optional<Clock> colonLetters(Clock clock) const;
    [[nodiscard]] std::optional<Clock> digitClock(Index i) const;
    [[nodiscard]] std::optional<Clock> fourDigits(Clock clock) const;
    [[nodiscard]] std::optional<Clock> minutesPast(Clock clock) const;
    [[nodiscard]] std::optional<Clock> minutesTo(Clock clock) const;
    [[nodiscard]] std::optional<Clock> letteredClock(Index i) const;
    [[nodiscard]] std::optional<Clock> withBehind(Clock clock) const;
    // and said (timesclockwords.cpp).
    [[nodiscard]] std::optional<Clock> wordClock(Index i) const;
    [[nodiscard]] std::optional<Clock> namedHour(Index i, std::string_view part) const;
    [[nodiscard]] std::optional<Clock> hundredHours(Index i) const;
    [[nodiscard]] std::optional<Clock> britishHalf(Index half) const;
    [[nodiscard]] std::optional<Clock> minutesBeside(Index i, int minutes, Index j) const;
    [[nodiscard]] bool halfTold(Index end) const;
    [[nodiscard]] std::optional<Clock> saidHour(Index i) const;
    [[nodiscard]] bool meridiemAt(Index i, int& hour, Index& end) const;
    bool zoneAt(Index i, bool& utc, Index& end) const;
    [[nodiscard]] bool partPhraseAt(Index i, int& hour, Index& end) const; ///< "in the evening", "at night"
    [[nodiscard]] DayPart dayPartOf(Index i) const;
    [[nodiscard]] bool dayNamed(Index i) const;
    [[nodiscard]] bool bareHourFits(const Clock& clock) const;
    Index clock(Index i);
    [[nodiscard]] Piece clockPiece(Clock clock) const; ///< with the date that stands behind it
    [[nodiscard]] bool clockIntroduced(const Clock& clock) const;
    [[nodiscard]] bool spoken() const;
    [[nodiscard]] bool lookedBack() const; ///< "Show me the sales of …", "find photos from …"
    [[nodiscard]] bool starting(Index first) const;
    [[nodiscard]] bool told() const; ///< "I'll be back on …": one speaks of oneself, or to an assistant
    [[nodiscard]] int yearSaid(Index i, Index& end) const;
    [[nodiscard]] bool alone(Index first, Index end) const;
    [[nodiscard]] bool typed() const; ///< one line in small letters without a stop, as people type to an assistant
    [[nodiscard]] bool asked() const; ///< is the sentence a question?
    /// A capital, or a text without any: typed or dictated in small letters.
    [[nodiscard]] bool named(Index i) const { return capital(i) || (small_ && inside(i)); }
    /// The same for a month, whose short form says enough in an offhand line.
    [[nodiscard]] bool monthNamed(Index i) const { return named(i) || (offhand_ && has(i, text::Tag::Abbreviation)); }
    [[nodiscard]] bool shortDayFits(Index i) const;
    [[nodiscard]] bool pointClockFits(const Clock& clock) const;
    [[nodiscard]] bool imperative(Index first) const;
    [[nodiscard]] bool ahead(Index in, Index end, std::string_view unit) const;
    [[nodiscard]] Clock hourish(Index i, int hour, int minute, Index end) const;
    [[nodiscard]] bool hoursBesideDay(Index i, int from, int to) const;
    Index hourRange(Index i); ///< from 5 to 7, between 9 and 10 tomorrow
    [[nodiscard]] const TimeMention* alternativeHour(Index i) const;
    void shareDay(Piece& piece) const; ///< the day of a range of hours, or that the text has named
    Index nightBetween(Index i, Index first);

    // A part of the day, step by step (timesdayparts.cpp).
    Index dayPart(Index i);
    Index namedHourBefore(Index i);
    Index noon(Index i);
    Index partsOfDays(PartWord& word);
    Index overnight(PartWord& word);
    std::optional<Index> partTomorrow(const PartWord& word);
    std::optional<Index> partOnWeekday(const PartWord& word);
    Index mealtime(PartWord& word);
    Index pointedPart(PartWord& word);
    void lookBefore(PartWord& word) const;
    std::optional<Index> partBeforeLast(PartWord& word);
    std::optional<Index> partOfDate(PartWord& word);
    [[nodiscard]] std::optional<Piece> ordinalAlone(Index the) const;
    Index everyPart(PartWord& word);
    Index thisPart(PartWord& word);
    Index partBeside(PartWord& word);
    std::optional<Index> stretchOfPart(PartWord& word);
    Index barePart(PartWord& word);
    [[nodiscard]] bool ledTo(const PartWord& word, Index lead) const;

    // Spans, habits, references.
    [[nodiscard]] std::optional<Amount> amountBefore(Index end) const;
    bool hedgeBefore(Index& first, TimeMod& mod) const;
    [[nodiscard]] bool rate(Index article) const;
    Index unit(Index i);
    Index counted(Index i, Amount amount, std::string_view unit);
    // What it reads, step by step (timescounted.cpp).
    std::optional<Index> countedOtherwise(CountedUnit& c);
    void addFraction(CountedUnit& c) const;
    void addFinerUnits(CountedUnit& c) const;
    void addBareMinutes(CountedUnit& c) const;
    void widen(CountedUnit& c) const;
    std::optional<Index> lengthFromNow(CountedUnit& c);
    std::optional<Index> lengthAgo(CountedUnit& c);
    std::optional<Index> lengthFrom(CountedUnit& c);
    std::optional<Index> weekOnDay(CountedUnit& c);
    std::optional<Index> lengthLater(CountedUnit& c);
    std::optional<Index> lengthBeside(CountedUnit& c);
    std::optional<Index> inLength(CountedUnit& c);
    Index plainLength(CountedUnit& c);
    Index period(Index i, Index first, Deixis deixis, std::string_view unit);
    Index compound(Index i, std::string_view unit);
    Index shift(Index first, Index end, std::int64_t thousandths, std::string_view unit, int direction,
                bool fromMention, const char* rule, std::int64_t days = 0);
    Index reference(Index i);
    [[nodiscard]] bool french() const { return reading_.language == text::Language::French; }
    Index frenchPeriod(Index i,
                       std::string_view unit); ///< la semaine dernière, l'année prochaine, les trois derniers mois
    [[nodiscard]] int ordinalBefore(Index end, Index& first) const; ///< "twenty second" read backwards; 0: none
    [[nodiscard]] bool bareOrdinalFits(Index i) const;
    Index dayOfMonth(Index i, Index first, Index end = 0);
    Index weekOfDay(Piece piece);
    [[nodiscard]] int ordinalAt(Index i, Index& end) const;
    Index countedWeekday(Piece piece);
    Index edgeDay(Index i);
    Index daysOfMonth(Index i); ///< 4 to 23 next month
    void closeRange(Piece& piece) const;
    Index dayOfNamedMonth(Index i);                            ///< the 20th of next month
    Index ordinalOfMonth(Index i, Index first, Deixis deixis); ///< the first of next month, the 15th of the month
    Index hoursSaid(Index i);
    Index numberWord(Index i); ///< at seven, nineteen eighty-four
    void placeDay(Piece& piece) const;
    Index edgeOf(Index i, std::string_view unit);      ///< year to date, the year before, the end of the day
    Index endOfDay(Index first, Index end);            ///< EOD Friday: the day stands behind it
    Index yearAgo(Index i);                            ///< the year-ago quarter, the year-earlier period
    Index quarterOfYear(Index i);                      ///< the 1995 quarter, the 1995 period
    Index sameQuarter(Index i);                        ///< the same quarter last year
    Index endedPeriod(Index i, std::string_view unit); ///< the year ended Sept. 30
    [[nodiscard]] const TimeMention* namedQuarter() const;
    [[nodiscard]] std::optional<std::int64_t> reportedQuarter() const;
    [[nodiscard]] bool lasts(Index last) const; ///< "may last three weeks": no "last three weeks"
    [[nodiscard]] bool grantedUntil(Index date) const;
    [[nodiscard]] bool pairOfCounts(Index i) const;
    [[nodiscard]] bool title(Index first, Index unit) const;
    Index eraYear(Index i);                            ///< 44 BC, AD 476
    Index nthOf(Index i);                              ///< the first Friday of July, the third week of this month
    Index monthWeek(Index i);                          ///< Feb 2nd week
    Index besideFeast(Index i, std::string_view unit); ///< the day before Christmas, the week after Easter
    Index periodEnd(Index i, std::string_view unit);   ///< EOM, end of the month
    Index toDate(Index first, Index end, std::string_view unit);                         ///< year to date, YTD
    Index daysWithHour(Index first, Index end, std::string_view days, const char* rule); ///< every weekday at 8am
    void clockOfHabit(Piece& piece) const; ///< "daily at noon", "every Monday at 4pm"
    Index gluedUnit(Index i);              ///< 10min, 2hrs
    Index habit(Index i);
    Index seasonsAgo(Index i);

    // What a unit of time begins (timesspans.cpp, timesunits.cpp). Nothing: another production may read it; the unit's
    // own index: none may.
    Index singularUnit(const UnitWord& unit);
    Index pluralUnit(const UnitWord& unit);
    [[nodiscard]] bool shortUnitFits(const UnitWord& unit) const;
    // Of both numbers.
    std::optional<Index> calendarUnit(const UnitWord& unit);
    std::optional<Index> unitEdge(const UnitWord& unit);
    std::optional<Index> clockUnits(const UnitWord& unit);
    std::optional<Index> hyphenatedUnit(const UnitWord& unit);
    std::optional<Index> unitLength(const UnitWord& unit);
    Index frenchLength(const UnitWord& unit, const Amount& amount);
    std::optional<Index> pointedUnit(const UnitWord& unit);
    Index weekend(const UnitWord& unit);
    // Of a singular.
    std::optional<Index> hourAndHalf(const UnitWord& unit);
    std::optional<Index> turnOfCentury(const UnitWord& unit);
    std::optional<Index> weekNumber(const UnitWord& unit);
    std::optional<Index> besideUnit(const UnitWord& unit);
    std::optional<Index> endOfUnit(const UnitWord& unit);
    std::optional<Index> restOfThis(const UnitWord& unit);
    std::optional<Index> everyNth(const UnitWord& unit);
    std::optional<Index> nthOfYear(const UnitWord& unit);
    [[nodiscard]] bool lastOfYear(const UnitWord& unit) const;
    Index halfOf(const UnitWord& unit, Piece piece, int n, Index of);
    std::optional<Index> thePeriod(const UnitWord& unit);
    std::optional<Index> restOfDay(const UnitWord& unit);
    std::optional<Index> edgeOfUnit(const UnitWord& unit);
    std::optional<Index> perUnit(const UnitWord& unit);
    std::optional<Index> wholeUnit(const UnitWord& unit);
    Index namedNight(const UnitWord& unit);
    // Of a plural.
    std::optional<Index> daysAndNights(const UnitWord& unit);
    std::optional<Index> earlyHours(const UnitWord& unit);
    std::optional<Index> vagueLength(const UnitWord& unit);
    std::optional<Index> barePlural(const UnitWord& unit);
    [[nodiscard]] bool listedLength(const UnitWord& unit) const;
    [[nodiscard]] bool lengthExpected(const UnitWord& unit) const;

    static constexpr std::uint8_t futureLead = 0x10;
    [[nodiscard]] static const std::vector<std::uint8_t>& leadsOf(text::Language language);
    [[nodiscard]] std::uint8_t leadOf(text::WordId word) const { return (*leads_)[lexicon_.own(word)]; }

    const text::Reading& reading_;
    const text::Lexicon& lexicon_;
    Mentions& out_;
    const std::vector<std::uint8_t>* leads_ = nullptr;
    /// BeginsTime for a word that can be the head of a time
    const text::WordTable<std::uint8_t>* heads_ = nullptr;
    bool everyNumber_ = false;           ///< a language in which other words than the English ones lead to an hour
    unsigned headHint_ = text::HintTime; ///< the hint of all heads; where there is none, all bits
    bool dayFirst_;
    std::optional<std::int64_t> anchor_; ///< seconds: when the text was published
    std::optional<std::int64_t> today_;  ///< its day number
    bool anchorHasClock_ = false;
    bool seekAnchor_ = false;
    bool small_ = false;               ///< no word of the text has a capital
    bool offhand_ = false;             ///< the text is one short line without a full stop, as it is typed, or told()
    Index first_ = 0;                  ///< the sentence's first token
    std::vector<Spelling>& spellings_; ///< of the sentence's tokens; room behind them
    Index floor_ = 0, end_ = 0;        ///< what is still free in the sentence
    std::uint32_t sentence_ = 0;
};

} // namespace countercheck::read
