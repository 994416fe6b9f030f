// SPDX-License-Identifier: GPL-3.0-or-later
// What a text mentions: figures, times, names, quotes, and the cues that say who is speaking. Every mention stands at a
// span of the reading view, keeps its original words, its normalised value and its derivation (the rules that fired).
#pragma once

#include "core/read/figureset.h"
#include "core/text/reading.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace countercheck::read {

using text::Span;

/// The names of the rules that made a mention, in the order in which they fired. Rules are static strings such as
/// "digits", "hedge-before:nearly", "counted:head-noun"; nothing is allocated.
class Derivation {
public:
    void add(const char* rule) {
        if (size_ < rules_.size())
            rules_[size_++] = rule;
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const char* operator[](std::size_t i) const { return rules_[i]; }
    [[nodiscard]] bool has(std::string_view rule) const {
        for (std::size_t i = 0; i < size_; ++i)
            if (rule == rules_[i])
                return true;
        return false;
    }
    [[nodiscard]] std::string toString() const; ///< "digits ← hedge-before:nearly ← counted:head-noun"

private:
    std::array<const char*, 8> rules_{};
    std::uint8_t size_ = 0;
};

enum class FigureKind : std::uint8_t { Count, Ordinal, Percentage, Fraction, Money, Measure, Age };
std::string_view figureKindName(FigureKind kind);

struct Figure {
    Span numeral; ///< the numeral alone: "160", "three", "1.5 million", "a dozen"
    Span phrase;  ///< with its qualifier and what it counts: "nearly 160 terrorists"
    Span counted; ///< the head noun's span (may stand outside the phrase: "assailants, estimated to number …"); empty:
                  ///< none
    FigureKind kind = FigureKind::Count;
    FigureSet set;
    Decimal value;            ///< the headline figure; for a vague one the set's lower bound; for a range its lower end
    std::string unit;         ///< UCUM or ISO 4217 code; empty: none
    std::string countedLemma; ///< head noun, lower case singular; empty: none
    std::uint32_t sentence = 0;                 ///< index into Reading::sentences
    std::uint32_t firstToken = 0, endToken = 0; ///< tokens of the numeral
    Derivation derivation;
};

enum class TimeType : std::uint8_t { Date, Time, Duration, Set };
std::string_view timeTypeName(TimeType type); ///< "DATE", …
enum class TimeMod : std::uint8_t {
    None,
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore
};
std::string_view timeModName(TimeMod mod); ///< "START", …; empty for None

/// How fine a time is. The order is from coarse to fine.
enum class Grain : std::uint8_t {
    Century,
    Decade,
    Year,
    Half,
    Season,
    Quarter,
    Month,
    Week,
    Day,
    PartOfDay,
    Hour,
    Minute,
    Second
};

/// A resolved stretch of time, half-open, in seconds since 1970-01-01T00:00 of the report's own local calendar.
struct TimeSpan {
    std::int64_t from = 0, to = 0;
    Grain grain = Grain::Day;
    bool openFrom = false, openTo = false; ///< "until June", "since September": no known other end
    bool operator==(const TimeSpan&) const = default;
};
/// Where a clock time lies that is of no known day ("at 3:42 a.m."): its seconds are counted from here.
inline constexpr std::int64_t noDay = -1'157'408LL * 86'400;
inline bool ofNoDay(const TimeSpan& time) {
    return time.from < noDay + 3 * 86'400;
}
/// ISO 8601: "T03:42" of no known day; "2026-01-11" on a day's boundary, "2026-01-11T21:00" otherwise.
std::string isoTime(std::int64_t seconds);
/// From "2026-01-13", "2026-01-13T08:15:00Z", "2026-01-13 08:15": local seconds, zone dropped; nothing if it is
/// neither.
std::optional<std::int64_t> parseIsoTime(std::string_view iso);

struct TimeMention {
    Span span;
    TimeType type = TimeType::Date;
    TimeMod mod = TimeMod::None;
    std::string value; ///< TIMEX3: "2026-01-11", "2025-06", "T21:00", "PT6H", "PRESENT_REF"
    std::optional<TimeSpan> resolved;
    std::uint32_t sentence = 0;
    std::uint32_t firstToken = 0, endToken = 0;
    Derivation derivation;
};

struct Quote {
    Span words;          ///< between the marks
    Span whole;          ///< with the marks
    std::string speaker; ///< as the report names them; empty: unknown
    Span speakerSpan;
    std::uint32_t sentence = 0;                 ///< of its first word
    std::uint32_t firstToken = 0, endToken = 0; ///< tokens, with the marks
    bool scare = false;                         ///< a word or two in marks that nobody is shown to have said
    Derivation derivation;
};

enum class NameKind : std::uint8_t { Person, Organisation, Place, Nationality, Other };

/// One occurrence of a name. `entity` groups the article's own variants ("Group to Support Islam and Muslims", "JNIM",
/// "the group" is not one: only names).
struct Name {
    Span span;
    NameKind kind = NameKind::Other;
    std::uint32_t entity = 0; ///< index into Mentions::entities
    std::uint32_t sentence = 0;
    std::uint32_t firstToken = 0, endToken = 0;
};

/// One person, organisation or place of an article with all the forms that the article uses for it.
struct Entity {
    NameKind kind = NameKind::Other;
    std::string name;                 ///< the fullest form
    std::vector<std::string> aliases; ///< other forms, acronym included
    std::string acronym;              ///< "JNIM"; empty: none
    std::string role;                 ///< "CEO of a plant", "president"; empty: none
    std::uint32_t mentions = 0;
};

enum class Modality : std::uint8_t { Asserted, Reported, Possible, Denied };
std::string_view modalityName(Modality modality);

/// Who says so: a source, the words that show it, and the stretch that it covers.
struct Attribution {
    std::string source; ///< "Wamaps", "an elected official from the Kayes region"; empty with Modality::Reported:
                        ///< unnamed ("reportedly")
    Span sourceSpan;
    Span cue;   ///< "told", "according to", "reportedly"; empty where the verb tells a deed of its own ("demanded")
    Span scope; ///< the words that it covers
    Modality modality = Modality::Reported;
    std::string via; ///< who passed it on ("AFP" in "a source told AFP"); empty: the report itself
    std::uint32_t sentence = 0;
};

/// A hedge, denial or negation over a stretch of a sentence that is nobody's attribution ("may have been", "did not").
struct ModalScope {
    Span cue;
    Span scope;
    Modality modality = Modality::Possible;
    bool negation = false;
    std::uint32_t sentence = 0;
};

/// Everything that one text mentions. Reused from article to article.
struct Mentions {
    std::vector<Figure> figures;
    std::vector<TimeMention> times;
    std::vector<Quote> quotes;
    std::vector<Name> names;
    std::vector<Entity> entities;
    std::vector<Attribution> attributions;
    std::vector<ModalScope> modals;
    void clear();
};

/// The mentions of one sentence, from a list of Mentions (in the order of their sentences, as readMentions() leaves
/// it).
template <class Mention> std::span<const Mention> inSentence(const std::vector<Mention>& list, std::uint32_t sentence) {
    const auto first = std::lower_bound(list.begin(), list.end(), sentence,
                                        [](const Mention& m, std::uint32_t s) { return m.sentence < s; });
    const auto end =
        std::find_if(first, list.end(), [&](const Mention& mention) { return mention.sentence != sentence; });
    return {first, end};
}

/// What a reader brings along: when the text was published (local seconds, see TimeSpan) and the case's settings.
struct ReadContext {
    std::optional<std::int64_t> published;
    int hedgePercent = 10; ///< what "about" and "nearly" mean, in per cent
    bool dayFirst = false; ///< 3/4/2026 of an English text is 3 April (see dayBeforeMonth() of calendar.h)
};

/// Finds every mention in `reading`; `out` is cleared first. Linear in the number of tokens.
void readMentions(const text::Reading& reading, const ReadContext& context, Mentions& out);

// The parts of readMentions, in the order in which they run; each reads tokens and what stands before it.
void readTimes(const text::Reading& reading, const ReadContext& context, Mentions& out);
void readFigures(const text::Reading& reading, const ReadContext& context, Mentions& out); ///< skips what times took
void readQuotes(const text::Reading& reading, Mentions& out);
void readNames(const text::Reading& reading, Mentions& out);
void readAttributions(const text::Reading& reading, Mentions& out); ///< also names the quotes' speakers

} // namespace countercheck::read
