// SPDX-License-Identifier: GPL-3.0-or-later
// What the parser and the assembler ask of a word, as small numbers: its event, the part that it names, which
// preposition or auxiliary it is, how it marks a figure. Made once per language from the tables, so that no rule
// compares words at run time, and so that a French word and an English one that mean the same ask the same question.
#pragma once

#include "core/text/lexicon.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::claim {

/// Prepositions that decide something; tables name them in English (`dans<TAB>prep=in`).
enum class Prep : std::uint8_t {
    None,
    Of,
    In,
    At,
    On,
    By,
    To,
    From,
    Near,
    Outside,
    For,
    Before,
    After,
    Between,
    Since,
    Until,
    Through,
    Against,
    During,
    Over,
    Within,
    Among,
    Per,
    Including,
    Other
};
enum class Helper : std::uint8_t { None, Be, Have, Do, Other }; ///< auxiliaries: `was<TAB>aux=be`

/// The part that a noun names, or what a verb does with its subject.
enum class Part : std::uint8_t {
    None,
    Agent,   ///< attacker
    Patient, ///< hostage
    Thing,
    Theme,   ///< of a verb: its subject undergoes it (die, fall)
    Light,   ///< of a verb: it says little of its own (take part)
    Planned, ///< of a verb: its passive tells of what is to take place (be scheduled)
    Group    ///< of a noun: what counts is what it is a group of
};

/// `set=`: which part of the whole a figure counts.
enum class Mark : std::uint8_t {
    None,
    OfThem,
    Other,
    More,
    SoFar,
    Total,
    Beside ///< names what stands beside the report's own subject: a predecessor, a neighbour, a rival
};
/// `growth=`: how a figure is told.
enum class Telling : std::uint8_t {
    None,
    Up,       ///< has risen to
    SoFar,    ///< so far
    Each,     ///< each, per
    Before,   ///< previously: the sentence tells what went before
    Recent,   ///< "recent", "past": with a stretch of time or incidents behind it the same
    Separate, ///< "another", "a separate": not the lead event
    After,    ///< "after", "since": behind "two weeks", what stands behind it went before
    Comes,    ///< "comes", "follows": before such an "after"
    Higher,   ///< "up", "higher": beside a share by which something rose
    Lower     ///< "down", "lower": beside a share by which it fell
};
/// The event that a word beside a share tells of; empty: it tells of no move.
constexpr std::string_view moveOf(Telling telling) {
    return telling == Telling::Higher ? "rise" : telling == Telling::Lower ? "fall" : std::string_view();
}
/// Classes of what is counted that rules know.
enum class Kind : std::uint8_t { None, Person, Building, Event, Number, Other };

struct alignas(16) Facts {
    std::uint8_t event = 0;     ///< see Grammar::eventName; 0: none
    std::uint8_t roleEvent = 0; ///< the event of which the noun names a part
    Part part = Part::None;
    Prep prep = Prep::None;
    Helper helper = Helper::None;
    Mark mark = Mark::None;
    Telling telling = Telling::None;
    Kind kind = Kind::None;
    bool clitic = false;    ///< a pronoun that stands before its verb: se, y, lui
    bool reflexive = false; ///< se
    bool future = false;    ///< will
};

/// What lists call a claim: `topic:NAME` in the tables.
enum class Topic : std::uint8_t {
    Age,
    AgeOf,
    AgeOfThe,
    Amount,
    Date,
    End,
    Measure,
    Number,
    People,
    Person,
    Place,
    Quote,
    Responsible,
    Said,
    Share,
    Start,
    Suspected,
    Unclear,
    When,
    WhenDid,  ///< by the verb in its past form: "date it stopped"
    WhenDone, ///< of what was done: "date it was found"
    Where
};
inline constexpr std::size_t topics = 22;

class Grammar {
public:
    static const Grammar& of(text::Language language);

    [[nodiscard]] const Facts& operator[](text::WordId word) const {
        return facts_[lexicon_->own(word)]; // a word of the dictionary has none
    }
    [[nodiscard]] const text::Lexicon& lexicon() const { return *lexicon_; }
    [[nodiscard]] text::Language language() const { return language_; }
    [[nodiscard]] bool english() const { return language_ == text::Language::English; }
    /// "abduction"; lives as long as the program. The same name in every language.
    [[nodiscard]] std::string_view eventName(std::uint8_t event) const { return events_[event].name; }
    [[nodiscard]] std::uint8_t eventNamed(std::string_view name) const;
    /// Events that say nothing of what a report is about: an announcement, a rise.
    [[nodiscard]] bool backdrop(std::uint8_t event) const { return events_[event].backdrop; }
    /// Events that happen to people: "the toll", "the number of arrests" count people.
    [[nodiscard]] bool ofPeople(std::uint8_t event) const { return events_[event].ofPeople; }
    /// Events that befall nobody but people: rifles are not freed, rockets not laid off.
    [[nodiscard]] bool ofPersons(std::uint8_t event) const { return events_[event].ofPersons; }
    /// Events out of which something is taken: "freed from prison" names a place of it.
    [[nodiscard]] bool outOf(std::uint8_t event) const { return events_[event].outOf; }

    [[nodiscard]] std::uint8_t responsibility() const { return responsibility_; } ///< a claim of responsibility
    [[nodiscard]] std::uint8_t suspicion() const { return suspicion_; }           ///< "believed to be the work of"
    /// May a phrase of one of these two begin with the word?
    [[nodiscard]] bool startsBlame(text::WordId word) const { return lexicon_->inLexicon(word) && blame_[word] != 0; }

    /// What the event is called in lists: what happened to the undergoers (0), the doers (1), the event (2).
    [[nodiscard]] std::string_view label(std::uint8_t event, int which) const {
        return events_[event].labels[static_cast<std::size_t>(which)];
    }
    /// A pattern for lists, "date of the %"; its name where the tables have none.
    [[nodiscard]] std::string_view topic(Topic topic) const { return topics_[static_cast<std::size_t>(topic)]; }
    /// A topic's pattern ("date_of_the_%"), with its blanks: what stands before the words in it, and behind them.
    struct Pattern {
        std::string before, behind;
    };
    [[nodiscard]] const Pattern& pattern(Topic topic) const { return patterns_[static_cast<std::size_t>(topic)]; }
    /// The word that stands for people in lists.
    [[nodiscard]] text::WordId person() const { return person_; }
    /// Does "to" (or nothing) mark an infinitive?
    [[nodiscard]] bool infinitiveMark(text::WordId word) const { return word != 0 && word == infinitiveMark_; }
    [[nodiscard]] bool bareInfinitives() const { return infinitiveMark_ == 0; }
    [[nodiscard]] bool isThat(text::WordId word) const { return word != 0 && word == that_; }

private:
    explicit Grammar(text::Language language);
    struct EventFacts {
        std::string_view name;
        std::array<std::string_view, 3> labels;
        bool backdrop = false, ofPeople = false, ofPersons = false, outOf = false;
    };
    text::Language language_;
    const text::Lexicon* lexicon_;
    std::vector<Facts> facts_;
    std::vector<EventFacts> events_;
    std::array<std::uint8_t, 1024> eventSlots_{}; ///< open addressing by name
    std::array<std::string_view, topics> topics_;
    std::array<Pattern, topics> patterns_;
    text::WordId infinitiveMark_ = 0, that_ = 0, person_ = 0;
    std::uint8_t responsibility_ = 0, suspicion_ = 0;
    std::vector<std::uint8_t> blame_; ///< 1: such a phrase begins with the word
};

} // namespace countercheck::claim
