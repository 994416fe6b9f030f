// SPDX-License-Identifier: GPL-3.0-or-later
// Times in languages that a table describes (French, German, Spanish): small productions over the roles of words
// (timeswords.h), shared by the languages. A language is its vocabulary; its order of words follows from which roles
// its words have ("il y a", "vor" and "hace" stand before a length, "dernier" and "pasado" behind a noun, "letzter"
// before it), and each production accepts both places. The walk, the calendar and the resolution are TimesReader's.
//
// Extents follow TimeML: no preposition, nor an article that is contracted with one (du, im, del); articles and
// modifiers of a noun such as "semaine" are inside, that of a plain date ("le 3 mai") is not.
#pragma once

#include "core/read/times/timesreader.h"
#include "core/read/times/timeswords.h"

namespace countercheck::read {

class TimesGrammar final : public TimesReader {
public:
    TimesGrammar(const text::Reading& reading, const ReadContext& context, bool dayFirst, Mentions& out);

private:
    struct Quantity {
        std::int64_t thousandths = 0; ///< -1: vague
        Index first = 0;
        TimeMod mod = TimeMod::None;
        bool article = false; ///< "un", "eine"
        bool digits = false;
        [[nodiscard]] bool one() const { return thousandths > 0 && thousandths <= 1000; } ///< one, or a part of it
    };
    struct Length { ///< "zwei Wochen", "huit jours"
        std::int64_t thousandths = 0;
        std::string_view unit;
        Index end = 0;
    };
    struct Period { ///< a year, or a month or week of it
        int year = -1, month = 0, week = 0;
        bool every = false; ///< "de cada mes"
        Index end = 0;
    };
    struct Hit { ///< a word or phrase of the tables
        const TimeWord* word = nullptr;
        Index end = 0;
    };
    struct UnitPhrase { ///< a unit of time and what has been read around it: "toutes les deux semaines et demie"
        const TimeWord* self = nullptr;
        std::string_view unit;         ///< "day", "month"
        Index head = 0;                ///< where the unit itself begins
        Index first = 0, end = 0;      ///< as far as it is read: number, modifiers and "et demie" are inside
        Deixis deixis = Deixis::None;  ///< "dernière", "nächste", "cada"
        std::optional<Quantity> count; ///< "trois", "quelques"
        Hit behind;                    ///< what follows: "plus tard", "zuvor"
        bool there = false;            ///< "cette année-là"
        bool half = false;             ///< "et demie", "et quart"
        bool article = false;          ///< stands just before `first`
        bool all = false;              ///< "tout", "alle", before `first` or its article
        TimeMod mod = TimeMod::None;   ///< what a hedge says ("fast drei Jahre")
        Index hedged = 0;              ///< where the hedge begins; `first`: there is none

        /// The next word to the left.
        [[nodiscard]] Index left() const { return first - 1; }
        [[nodiscard]] Index lead() const { return article ? first - 1 : first; }
        [[nodiscard]] Index allFirst() const { return article && all ? first - 2 : first - 1; }
    };
    struct HourPlace { ///< an hour and how it stands in its sentence
        Clock clock;
        Index i = 0;                      ///< where it begins
        Index p = 0;                      ///< what stands before it
        const TimeWord* before = nullptr; ///< the word there: "à", "gegen", "entre"
        Index since = 0;                  ///< where "à partir de" begins; i: nothing does
        bool una = false;                 ///< "la una"
        bool one = false;                 ///< and that is one o'clock
        bool article = false;             ///< "las tres"
        bool hasUnit = false;             ///< "heures", "Uhr"
        bool about = false;
        bool between = false;        ///< the second hour of two
        bool opens = false;          ///< the first hour of two
        bool led = false;            ///< what stands around it shows that it is an hour
        std::optional<Piece> shared; ///< the day that stands behind the range: "de 9h30 à 11h jeudi"
    };
    /// Where the walk goes on (the head itself: nothing is read here); none: another production may have it.
    using Outcome = std::optional<Index>;

    Index at(Index i) override;
    [[nodiscard]] Tense tenseAt(Index first, Index end) const override;
    [[nodiscard]] bool germanPresent(Index first, Index end) const;
    [[nodiscard]] bool setFor(Index be, Index first, Index end) const;
    [[nodiscard]] bool ordered(Index begin) const;
    [[nodiscard]] Deixis deixisAt(Index i) const override;
    void setOpenEnds(TimeMention& mention) const override;

    [[nodiscard]] const TimeWord& word(Index i) const {
        return inside(i) && token(i).is(text::TokenKind::Word) ? words_[token(i).word] : words_[0];
    }
    /// The same for a word that an earlier time may have taken.
    [[nodiscard]] const TimeWord& context(Index i) const {
        return i >= first_ && i < end_ && token(i).is(text::TokenKind::Word) ? words_[token(i).word] : words_[0];
    }
    template <typename R> [[nodiscard]] bool role(Index i, R r) const { return word(i).is(r); }
    /// The longest phrase at i that carries a time tag, else the word.
    [[nodiscard]] Hit hitAt(Index i) const;
    /// Where the word or phrase with one of `roles` begins that ends just before `end`; `end` itself: there is none.
    [[nodiscard]] Index before(Index end, Roles roles) const;
    [[nodiscard]] static Deixis deixisOf(const TimeWord& w);
    [[nodiscard]] bool german() const { return reading_.language == text::Language::German; }

    // Numbers (timesquantity.cpp).
    [[nodiscard]] int smallNumber(Index i, Index& end) const; ///< 1 to 99 in words; -1 otherwise
    [[nodiscard]] std::optional<Quantity> quantityBefore(Index end) const;
    [[nodiscard]] int compoundNumber(std::string_view word) const; ///< German "fünfundzwanzig"; -1 otherwise
    [[nodiscard]] int roman(std::string_view text) const;          ///< XIX, XIXe; 0 otherwise
    bool hedgedBehind(Index& end, TimeMod& mod) const;
    [[nodiscard]] bool agesBetween(const Quantity& low) const;
    [[nodiscard]] bool looksLikeAge(Index first, Index end, const Quantity& quantity) const;

    // Dates (timesgrammardates.cpp, timesgrammaryears.cpp, timesgrammarmentions.cpp).
    [[nodiscard]] int dayNumber(Index i, Index& end) const;
    [[nodiscard]] int yearBehind(Index i, Index& end) const;
    [[nodiscard]] int yearAt(Index i, Index& end) const override { return yearBehind(i, end); }
    [[nodiscard]] std::optional<Piece> monthDay(Index i) const; ///< "3 mai 2020", "3. Mai", "mai 2020"
    [[nodiscard]] std::optional<Piece> dateForward(Index i) const;
    [[nodiscard]] bool namesSomebody(Index i) const;
    [[nodiscard]] bool postDeixis(Piece& piece) const;
    void resolveDay(Piece& piece) const;
    void resolveMonthAlone(Piece& piece) const;
    [[nodiscard]] bool putOffTo(Index first, Index end) const; ///< "auf Montag verschoben", "reportée à lundi"
    void leftOf(Piece& piece, bool given) const;
    void rightOf(Piece& piece) const;
    [[nodiscard]] bool dayOfWeek(Piece& piece) const;
    [[nodiscard]] bool weekOfDay(Piece& piece) const;
    void orderRange(Piece& piece) const;
    Index finish(Piece piece);
    [[nodiscard]] bool namesStreet(Index i) const;
    Index dateHead(Index i);
    Index dayList(Index i);
    Index dayAlone(Index i);
    Index daysOfPeriod(const Index* days, const Index* ends, const int* numbers, int count);
    Index bareDays(Index i, int day, Index end);
    /// `week`: the word at i is "week", not a day of it.
    Index nthWeekday(Index i, const TimeWord& w, bool week = false, Index end = 0);
    Index weekdayOfHours(Index i, const TimeWord& w);
    Index weekdaysAgo(Index i, const TimeWord& w); ///< "il y a deux dimanches"

    // Days counted within a period or from another day (timesgrammardays.cpp).
    [[nodiscard]] int yearWords(Index i, Index& end) const; ///< "zweitausendfünfundzwanzig"; -1: none
    [[nodiscard]] std::optional<Length> lengthForward(Index i) const;
    [[nodiscard]] std::optional<Period> periodForward(Index i) const;
    [[nodiscard]] bool inWeeks(Piece& piece) const;     ///< "Montag in zwei Wochen", "lundi en huit"
    [[nodiscard]] bool shiftBehind(Piece& piece) const; ///< "heute vor einem Jahr"
    Index dayOfPeriod(Index i, bool dayWord);           ///< "letzter Tag des Monats", "le premier du mois"
    Index weekdayHead(Index i, const TimeWord& w);
    Index reference(Index i, const Hit& hit);
    // Seen from what the text has named (timesgrammarmentions.cpp).
    [[nodiscard]] std::optional<Piece> relativeDayAt(Index i) const; ///< "gestern", "heutigen Mittwoch", "hier"
    Index monthCompound(Index i, std::string_view ref);              ///< "erste Aprilhälfte", "letzte Märzwoche"
    Index priorPeriod(Piece piece, std::string_view unit);           ///< "Vorjahresmonat"
    Index seasonHead(Index i, const TimeWord& w);
    Index holidayHead(Index i);
    Index yearHead(Index i);
    Index yearSaidShort(Index i); ///< "né en quatre-vingt-dix-huit"
    Index decadeHead(Index i);
    Index partHead(Index i, const TimeWord& w);
    [[nodiscard]] bool weekdayBesideFeast(Piece& piece) const;      ///< "Dienstag nach Ostern"
    Index besideHoliday(Index i, Index end, std::string_view unit); ///< le jour avant Noël, die Woche nach Ostern
    [[nodiscard]] bool halfOf(Piece& piece) const;                  ///< la première moitié d'avril
    void hourOfHabit(Piece& piece) const;                           ///< "un mardi sur deux à 16h"

    // An hour as it is written (timesgrammarhours.cpp); j is i, or the token behind an article ("las tres").
    [[nodiscard]] std::optional<Clock> clockForward(Index i) const;
    [[nodiscard]] int countAt(Index i, Index& end) const;
    Clock& finishClock(Clock& clock) const;
    [[nodiscard]] Clock namedHour(Clock& clock, Index j) const;
    [[nodiscard]] Clock toldClock(Clock& clock, int hour, int minute, Index end) const;
    [[nodiscard]] std::optional<Clock> halfTo(Clock& clock, Index j) const;
    [[nodiscard]] std::optional<Clock> threeQuartersTo(Clock& clock, Index j) const;
    [[nodiscard]] std::optional<Clock> quarterTo(Clock& clock, Index j) const;
    [[nodiscard]] std::optional<Clock> besideHour(Clock& clock, Index j) const;
    [[nodiscard]] std::optional<Clock> minutesPara(Clock& clock, Index j) const;
    void hourFraction(Clock& clock, Index j, bool bare) const;
    [[nodiscard]] std::optional<Clock> gluedHour(Clock& clock, Index j) const;
    [[nodiscard]] std::optional<Clock> pointedHour(Clock& clock, Index j) const;
    [[nodiscard]] std::optional<Clock> colonHour(Clock& clock, Index end) const;
    [[nodiscard]] Clock hourAndUnit(Clock& clock, Index j, Index end) const;

    // The clock (timesgrammarclock.cpp).
    [[nodiscard]] bool partBehind(Index i, int& hour, Index& end) const;
    [[nodiscard]] bool hourStands(const Clock& clock) const;
    [[nodiscard]] std::optional<Piece> dayBehind(Index i, bool opens) const;
    Index clockHead(Index i);
    static void fillHour(Piece& piece, const Clock& clock);
    static void setDayOfHour(Piece& piece, std::int64_t day);
    void openHours(HourPlace& h) const;
    [[nodiscard]] bool ledHour(const HourPlace& h) const;
    [[nodiscard]] bool standsAlone(const HourPlace& h) const;
    [[nodiscard]] bool hourHolds(const HourPlace& h) const;
    [[nodiscard]] bool bareHourHolds(const HourPlace& h) const;
    [[nodiscard]] bool lengthInstead(const HourPlace& h) const;
    [[nodiscard]] bool dayOfHour(HourPlace& h, Piece& piece) const;
    [[nodiscard]] bool dayOfRange(const HourPlace& h, Piece& piece) const;
    [[nodiscard]] bool hoursBesideDay(const HourPlace& h) const;
    [[nodiscard]] bool partOfSentence(const HourPlace& h, Piece& piece) const;
    void dayOfSentence(const HourPlace& h, Piece& piece) const;
    [[nodiscard]] bool shareDayOfPart(Piece& piece) const;
    Index gluedAhead(Index i);

    // Around a unit of time (timesgrammarspans.cpp): what needs no left side, the sides, then what the unit says.
    Index unitHead(Index i, const Hit& hit);
    [[nodiscard]] bool isUnit(const UnitPhrase& u) const;
    Outcome fortnight(UnitPhrase& u);
    Outcome unitOfCalendar(UnitPhrase& u);
    Outcome unitAndHalf(UnitPhrase& u);
    Outcome suffixed(UnitPhrase& u);
    Outcome ordinalUnit(UnitPhrase& u);
    void takeDeixis(UnitPhrase& u) const;
    Outcome readDeixis(UnitPhrase& u);
    Outcome germanUnit(UnitPhrase& u);
    Outcome readCount(UnitPhrase& u);
    void readHalf(UnitPhrase& u) const;
    Outcome readSides(UnitPhrase& u);
    Outcome wholeOfPeriod(UnitPhrase& u);
    Outcome habitOfUnit(UnitPhrase& u);
    Outcome dailyHour(const UnitPhrase& u, Index begin);
    Outcome perUnit(UnitPhrase& u);
    Outcome earlierInPeriod(UnitPhrase& u);
    Outcome partOfPeriod(UnitPhrase& u);
    Outcome partInWord(UnitPhrase& u);
    Outcome vagueUnits(UnitPhrase& u);
    Outcome bareUnit(UnitPhrase& u);
    [[nodiscard]] bool severalUnits(const UnitPhrase& u) const;
    Outcome pointedUnit(UnitPhrase& u);

    // Lengths (timesgrammarlengths.cpp).
    Index adjectiveLength(const UnitPhrase& u);
    Outcome countedUnit(UnitPhrase& u);
    Outcome everyFewUnits(UnitPhrase& u);
    Outcome lengthFromNow(UnitPhrase& u);
    void takeExactly(UnitPhrase& u) const;
    Outcome hungUp(UnitPhrase& u);
    Outcome shiftedBehind(UnitPhrase& u);
    Outcome besideDate(UnitPhrase& u);
    Outcome ageOfUnits(UnitPhrase& u);
    Outcome lengthRange(UnitPhrase& u);
    [[nodiscard]] std::string compoundLength(UnitPhrase& u) const;
    Outcome plainLength(UnitPhrase& u);

    // Distances and periods (timesgrammarperiods.cpp).
    /// `times`: how many periods away ("übernächste": two).
    Index periodOf(Piece piece, Deixis deixis, std::string_view unit, bool fromMention, int times = 1);
    [[nodiscard]] bool dayOfPeriodWeek(Piece& piece, std::int64_t monday) const;
    Index ordinalPeriod(Index i, Index end, std::string_view unit);
    Index moveBy(Index first, Index end, std::int64_t thousandths, std::string_view unit, int direction,
                 bool fromMention, TimeMod mod, std::int64_t days = 0);

    const text::WordTable<TimeWord>& words_;
};

} // namespace countercheck::read
