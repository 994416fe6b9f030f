// SPDX-License-Identifier: GPL-3.0-or-later
// What comparing keeps of an article once it has been read: its claims with their values and anchors, its names, and
// the hashes of its words. Made in the thread that reads; tokens and mentions are given up. It knows nothing of other
// articles and not its own place among them, so that it can be kept while articles come and go.
#pragma once

#include "core/claim/claim.h"
#include "core/compare/question.h"
#include "core/compare/sidebyside.h"
#include "core/text/reading.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::compare {

struct Input;
struct Settings;

/// Of how many of a whole something is told: "all the soldiers", "most of them", "14 of the 32 soldiers".
enum class Share : std::uint8_t { Untold, All, Most, Part, Few };

/// Told as what somebody can or may do: "can marry", "cannot be tried", "may not become".
enum class Ability : std::uint8_t { Untold, Can, Cannot, MayNot };

/// The event of a place that somebody is from (digest/homes.h).
inline constexpr std::string_view homeEvent = "home";

/// The event of what somebody has won and lost so far: "52-3" (digest/scores.h).
inline constexpr std::string_view recordEvent = "record";

/// What a question about a claim is asked with. Fields as in claim::Asking.
struct AskedWith {
    std::string verb, past, who, whom, what, undergone, beside;
    bool done = false, many = false, ahead = false, object = false, manyObjects = false;
};

/// A claim as comparing keeps it. Fields as in claim::Claim.
struct Fact {
    claim::ClaimKind kind = claim::ClaimKind::Count;
    std::uint32_t sentence = 0;
    claim::Slot slot;
    std::shared_ptr<const char[]> keeper; ///< of the slot's words
    claim::SetMarks marks;
    claim::Anchor anchor;
    bool negatedVerb = false;
    bool part = false;       ///< one of several figures that a sentence adds up: a part of the whole
    std::string sum;         ///< of figures that a sentence lists: "2 + 1"; empty: a figure of its own
    bool planned = false;    ///< told as what is meant to be: "will", "plans to"
    bool partitive = false;  ///< "nine of its 31 hospitals"
    bool none = false;       ///< “nobody”: a count of zero that no numeral gives
    bool namedDoer = false;  ///< of a Statement: who did what but one can do is named; of a figure: the subject
    bool length = false;     ///< how long something lasts
    bool loose = false;      ///< of a length: what lasts so long is not sure
    std::uint32_t thing = 0; ///< of a measure: concept of what it measures, see measuredThing(); of a Statement: of its
                             ///< object
    bool foreseen = false;   ///< told as what somebody expects
    bool hindered = false;   ///< of a Statement: denied because somebody prevented it
    bool earlier = false;    ///< a Statement: told as what had been before
    bool takesUp = false;    ///< a Statement: a pronoun takes up the sentence before, whose words `content` holds, too
    bool rate = false;       ///< so many each day, week or year: "9,000 travellers a day"
    bool atHour = false;     ///< its clause names an hour: "turnout at noon"
    bool saidLongAgo = false; ///< somebody said it in a month or year before that of the report: "said in May"
    bool everywhere = false;  ///< told of a whole country: "nationwide", "across the country"
    /// Concepts of what its clause's subject and object belong to ("the museum's café"); 0: nothing.
    std::uint32_t subjectOwner = 0, objectOwner = 0;
    std::uint32_t narrowed = 0; ///< a bit for each row of Family::Narrowing of which its sentence has a word
    bool increment =
        false; ///< of a figure: what a total grew by ("…, bringing to ten the number", "a rise of 5 million")
    std::uint32_t subjectKind = 0; ///< concept of the noun before the subject's head ("iPhone revenue"); 0: none
    bool bodiesFound = false;      ///< a count of bodies that stands for the dead of its report
    bool several = false;          ///< of several places or targets that its clause names: "of schools and of houses"
    std::uint32_t doerToo = 0;     ///< and of what stands beside its subject ("Halden, a dairy group, …"); 0: nothing
    std::uint32_t doer = 0;        ///< of a Statement: concept of the noun that its subject is about; 0: none
    bool only = false;             ///< the only count of such things in its report
    // Of one among a handful, by its sentence (gate.h, settle()):
    std::uint64_t matters = 0; ///< of a Statement: those on a side of which it may stand; see mattersOf()
    bool sequel = false;       ///< it tells of a happening that came after its like
    bool ofAge = false;        ///< of a figure: it says of what age those are of whom it speaks
    bool ofGroup = false;      ///< of a figure: it names a part of all people ("among women")
    bool asked = false;        ///< of a figure: it is what somebody asks for or proposes
    bool ambiguous = false;    ///< its report gives several figures for the slot: several happenings
    std::string topic, place, subject;
    AskedWith asking;
    std::string doneBy, doneTo;              ///< of a Statement, as written: who does it, and to what; empty: not told
    std::vector<std::uint32_t> doers, dones; ///< their concepts
    std::vector<std::uint32_t> nameConcepts; ///< of a Statement: of the names in its sentence
    std::vector<std::uint32_t> ownNames;     ///< of them, those of no place
    std::vector<std::uint32_t> subjectKinds; ///< of a Statement: common words before its subject's noun
    bool ended = false;                ///< of a Statement: denied because it has come to an end ("lifted its ban")
    Ability ability = Ability::Untold; ///< of a Statement
    Share share = Share::Untold;       ///< of a Statement: of how many of those whom it befalls, or who do it
    bool further = false;              ///< of a Statement: of another one of a sort ("a second man"), or to another one
    SentenceWords content;             ///< concepts of its sentence; see Concepts
    std::vector<std::uint32_t> near;   ///< and of its clause, ascending and unique
    std::vector<std::uint32_t> subjects,
        objects;                             ///< of a Statement: concepts of who did it, and of what it was done to; of
                                             ///< a figure or a date: of its clause
    std::vector<std::uint32_t> beside;       ///< of a figure among others of its sort: concepts of the words around it
    std::vector<std::uint64_t> titled;       ///< of what its sentence names by a proper word before a noun ("the Corrie
                                             ///< reservoir"): the noun's concept, then the word's beginning; ascending
    std::vector<std::uint64_t> complements;  ///< what stands behind prepositions in its sentence: of what they hang
                                             ///< on and of themselves, then the noun's concept; ascending
    std::vector<std::uint32_t> measures;     ///< of money, shares and rates: what is measured, by the families of
                                             ///< measures that its clause names; ascending
    std::vector<std::uint32_t> quoteContent; ///< of them, those that carry content
    std::vector<std::uint32_t> quoteWords;   ///< of a Quote: hashes of its words, ascending and unique
    std::vector<std::uint64_t> named;        ///< keys of places and things that its sentence names; ascending
    std::vector<std::uint64_t> bodies;       ///< of organisations that are not its source; ascending
    std::vector<std::uint32_t> names; ///< words of the names in its sentence, sources left out, an end behind each
    std::vector<std::uint64_t> keys;  ///< facts without a key in common never answer one question; ascending
    QuestionClaim said; ///< as it will stand in a question; article and quote are put in then, and shown where empty
};

/// Does the fact's sentence hold the concept?
inline bool hasWord(const Fact& fact, std::uint32_t word) {
    return std::binary_search(fact.content.begin(), fact.content.end(), word);
}

/// A Statement that tells a deed; the others tell how a matter ended.
inline bool isDeed(const Fact& fact) {
    return fact.kind == claim::ClaimKind::Statement && fact.slot.relation != claim::Relation::None;
}

/// One person, organisation, place or other thing that the article names.
struct Named {
    read::NameKind kind = read::NameKind::Other;
    std::string name, acronym;
    std::uint64_t form = 0, acronymForm = 0; ///< as nameForm gives them
    std::string shown;                       ///< the fullest form as written; empty: never written out
    Span words, sentence;                    ///< where, in the captured text
    std::vector<std::uint32_t> content;      ///< of a person: the other concepts of the sentence; see readClosely()
};

/// A word for comparing wording.
struct DigestWord {
    std::uint32_t hash = 0;  ///< lower case
    std::uint32_t begin = 0; ///< byte of the captured text
    std::uint16_t length = 0;
    std::uint16_t sentence : 14, small : 1, quoted : 1;   ///< `small`: a function word; `quoted`: in direct speech
    static constexpr std::uint16_t lastSentence = 0x3FFF; ///< all from here on are one
};

/// A noun phrase that fills a place of its sentence where another could stand: a name, what is said to have caused
/// something, or what somebody is said to have claimed.
struct Piece {
    enum class Sort : std::uint8_t { Person, Organisation, Place, Other, Sex, Cause, Claimed, Nation, Noun };
    Sort sort = Sort::Person;
    Span span;                            ///< where, in the captured text
    std::string_view head;                ///< of no name: the noun's lemma or event; lives as long as the program
    std::uint32_t word = 0;               ///< its concept
    std::vector<std::uint64_t> slots;     ///< keys of the places that it fills; ascending
    std::vector<std::uint32_t> words;     ///< concepts
    std::vector<std::uint32_t> nameWords; ///< of a name: as in Digest::nameWords
    std::vector<std::uint32_t> beside;    ///< concepts of the noun phrase right behind it ("as finance minister")
    std::vector<std::uint64_t> sole;      ///< of a name: keys of the places that it fills and no other name can, of one
                                          ///< thing ("founded the bank", "the capital of Talland"); ascending
    std::uint32_t outdone = 0;            ///< of a name: in what somebody outdoes whom it names, by the concept of the
                                          ///< side ("beat", "succeeds"; opposites.tsv, outdo); 0: in nothing
    std::vector<std::uint32_t> around;    ///< of such a name: concepts of its whole noun phrase, ascending and unique
};

/// A verb of a sentence.
struct Doing {
    Span span;              ///< where, in the captured text
    std::string_view deed;  ///< event class or lemma; lives as long as the program
    std::uint32_t word = 0; ///< its concept
};

/// A sentence near a report's beginning, laid out to be put beside one of another report; see rivalslots.h.
struct Outline {
    std::uint32_t sentence = 0;
    Span span;            ///< where, in the captured text
    bool denied = false;  ///< something in it is denied
    bool guessed = false; ///< something in it is told as possible only
    bool another = false; ///< it tells of another one of a sort: "a second blaze"
    claim::Anchor anchor;
    SentenceWords content;                  ///< concepts of the sentence
    std::vector<std::uint32_t> spoken;      ///< the same with those of who says so
    std::vector<std::uint32_t> deeds;       ///< of them, those of its verbs
    std::uint32_t holder = 0, holderOf = 0; ///< concepts of whom it tells, and of what that belongs to; 0: unknown
    std::vector<Doing> doings;              ///< its verbs, in order
    std::vector<Piece> pieces;
    std::vector<Piece> nouns; ///< of a report of a sentence or two: common nouns behind prepositions of its verbs
};

/// What stands behind the words of a name in Fact::names.
inline constexpr std::uint32_t endOfName = 0, endOfPlace = 2;

/// Set in a name's key when it names a country: thousands of reports name it that have nothing else in common.
inline constexpr std::uint64_t countryBit = 1;

struct Digest {
    std::string_view text;                 ///< captured; the owner of the digest keeps it pointing at live text
    std::string publisher;                 ///< empty: unknown
    std::optional<std::int64_t> published; ///< local seconds
    std::uint32_t sentences = 0;
    text::Language language = text::Language::Unknown;
    std::vector<Fact> facts;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> byKey;    ///< (key, fact), ascending
    std::vector<std::uint32_t> bySentence;                         ///< facts in the order of their sentences
    std::vector<std::pair<std::uint32_t, std::uint32_t>> disputes; ///< facts that the text sets against each other
    std::vector<Named> names;                                      ///< without nationalities, in order of first mention
    std::vector<std::uint64_t> nameKeys;  ///< of folded names and acronyms, ascending; see countryBit
    std::vector<std::uint32_t> nameWords; ///< hashes of the words of all names, ascending, unique; see wordOfName()
    std::vector<std::string> placeNames;  ///< folded, ascending
    std::optional<read::TimeSpan> leadTime;
    std::vector<std::string> leadPlaces; ///< folded
    std::string_view leadEvent;          ///< empty: unknown
    std::vector<DigestWord> words;
    std::vector<Outline> outlines; ///< of one among a handful, ascending by sentence
    std::vector<Fact> singles;     ///< of one among a handful: "a guard" to whom something was done; see singles.h
    std::vector<Fact> causes;      ///< of one among a handful: what it says caused something; see toldcauses.h
    std::vector<std::uint32_t> leadWords; ///< content words of the title and the first sentences; ascending, unique
    std::vector<std::uint32_t> frequent;  ///< of one among a handful: concepts of more than two sentences; ascending
    std::uint64_t number = 0;             ///< tells its sentences from those of others; see numberSentences()
    std::vector<std::uint64_t> prints;    ///< chosen runs of words (winnowing), ascending and unique

    [[nodiscard]] bool disputed(std::uint32_t a, std::uint32_t b) const;
    /// Does one of the sentence's facts pass `test`?
    template <class Test> [[nodiscard]] bool anyIn(std::uint32_t sentence, const Test& test) const {
        auto at = std::lower_bound(bySentence.begin(), bySentence.end(), sentence,
                                   [&](std::uint32_t f, std::uint32_t s) { return facts[f].sentence < s; });
        for (; at != bySentence.end() && facts[*at].sentence == sentence; ++at)
            if (test(facts[*at]))
                return true;
        return false;
    }
    /// Hands each of the sentence's facts to `take`.
    template <class Take> void eachIn(std::uint32_t sentence, const Take& take) const {
        (void)anyIn(sentence, [&](const Fact& fact) {
            take(fact);
            return false;
        });
    }
    /// The sentence, laid out; null where it is not.
    [[nodiscard]] const Outline* outline(std::uint32_t sentence) const {
        const auto at = std::lower_bound(outlines.begin(), outlines.end(), sentence,
                                         [](const Outline& o, std::uint32_t s) { return o.sentence < s; });
        return at == outlines.end() || at->sentence != sentence ? nullptr : &*at;
    }
    void sortBySentence(); ///< fills in `bySentence`
};

/// Reads articles and keeps what comparing needs: each step is taken with all of them before the next, while its code
/// and tables are at hand. Safe from any number of threads.
/// @param closely  they are of a handful: with what only that asks for
std::vector<Digest> digestsOf(std::span<const Input* const> inputs, const Settings& settings, bool closely);
/// The same of one.
Digest digestOf(const Input& input, const Settings& settings, bool closely);

} // namespace countercheck::compare
