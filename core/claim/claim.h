// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what of what? A claim is what one source says about one thing: a mention with what it is about (the slot),
// of which happening (the anchor), of which part (the set marks), who says so, how surely, and whether it is denied.
// Made from the text alone; other articles are not looked at here.
#pragma once

#include "core/claim/words.h"
#include "core/read/mentions.h"
#include "core/text/token.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::claim {

using text::Span;

/// What a claim's value is.
enum class ClaimKind : std::uint8_t {
    Count,
    Money,
    Measure,
    Percentage,
    Age,
    Date,
    Place,
    Quote,
    Responsibility,
    Statement
};

/// How the mention stands to its predicate.
enum class Relation : std::uint8_t {
    None,
    Agent,   ///< who did it: subject of an active verb, "by …", or a noun that names the doer ("attackers")
    Patient, ///< to whom or what it was done: object, subject of a passive, "the kidnapping of …"
    Adjunct, ///< behind a preposition ("to 30 dollars", "in 12 towns"): see Slot::preposition
    Copula,  ///< "the population is …", "the toll stands at …"
    When,
    Start,
    End,  ///< of a Date
    Where ///< of a Place
};

/// What is asked: which number of whom in which event. Names of events, classes and prepositions are the same in every
/// language; a noun of another language stands under its English name where the tables give one ("voiture": "car"), so
/// that claims of two languages can answer one question.
struct Slot {
    std::string_view
        event; ///< event class of the lexicon ("abduction"), else the predicate's lemma ("export"); empty: none
    bool classified = false; ///< `event` is a class of the lexicon
    Relation relation = Relation::None;
    Words preposition;          ///< of an adjunct: "to"
    Words head;                 ///< what is counted or measured: lemma of the head noun; empty: none
    Words noun;                 ///< the head as the article's own language has it, for lists
    text::WordId nounWord = 0;  ///< its number in the article's lexicon; 0: none
    std::string_view headClass; ///< person, vehicle, building, …; empty: unknown
    std::string_view headRole;  ///< event of which the head names a participant ("attack:agent"); empty: none
    Words modifiers; ///< adjectives and nouns before the head, blank-separated lemmas ("security", "civilian")
    Words unit;      ///< UCUM or ISO 4217
    Words told;      ///< the verb as topics have it: "spent", "sold", "close"; empty: no verb tells it. Not kept
    std::string_view dimension; ///< of a length, as lists call it and in English: "height", "profondeur,depth"; empty:
                                ///< not said. Not kept
    bool sized = false;         ///< the noun has the number, and is not what is counted: "a population of 24,000"
    bool done = false;          ///< `told` is what was done to an undergoer ("spent")
};

/// A copy of `slot` whose words do not depend on the article any more: what no table holds is held by `keeper`.
Slot detached(const Slot& slot, std::shared_ptr<const char[]>& keeper);

/// What part of the slot is meant. A mark on one side only forbids a relation, unless the part is shown to be the same.
struct SetMarks {
    bool ofThem = false;            ///< of them, of those, among them, including
    bool other = false;             ///< other, another
    bool more = false;              ///< three more
    bool soFar = false;             ///< so far, as of now
    bool total = false;             ///< in total, altogether
    bool each = false;              ///< each, per, every
    bool listed = false;            ///< one member of a sum: "two women and a man"
    bool growth = false;            ///< has risen to, up from
    std::vector<std::string> kinds; ///< nationalities and other narrowing adjectives of people: "chinese", "female"
};

/// Which happening. Times as in read::TimeSpan.
struct Anchor {
    std::optional<read::TimeSpan> time; ///< said in the clause, or inherited (see explicitTime)
    bool explicitTime = false;          ///< the clause itself says when
    std::string unresolved;  ///< TIMEX3 value of a date in the clause that does not resolve: "XXXX-06"; empty: none
    bool period = false;     ///< a stretch over which things are summed up ("between January and June", "this month")
    bool background = false; ///< told as what went before: earlier, previously, in recent months, since then
    bool lead = false;       ///< about the report's lead event
    std::vector<std::string> places; ///< folded names in the sentence; made by prepareForComparing()
};

/// What a question about a claim is asked with, as printed: "Amnesty" "record" "101 incidents". In a language other
/// than English only `who`: the clause as it stands.
struct Asking {
    Words verb;               ///< its infinitive
    Words past;               ///< its participle; empty: not known
    Words told;               ///< as the report tells it, in the past; empty: in no past form
    Words who;                ///< its subject; empty: nobody is named
    Words whom;               ///< what follows it: an object, "into the office", "out"
    Words what;               ///< of an amount: "share of voters", "weight of cocaine"
    Words undergone;          ///< and what was done with it: "spent"
    Words beside;             ///< or else what tells of it: "fell by"
    bool done = false;        ///< the subject underwent it
    bool many = false;        ///< the subject is in the plural
    bool ahead = false;       ///< told as what is to come
    bool object = false;      ///< `whom` is what it was done to
    bool manyObjects = false; ///< and in the plural
};

/// Why a claim was read as it was; rendered by reasonsOf() where somebody asks.
enum class Because : std::uint8_t {
    None,
    Doer,       ///< doer in “…”: tokens of the verb group
    Undergoer,  ///< undergoer of “…”
    Beside,     ///< beside “…”
    NounOf,     ///< “attack on …”: tokens of the noun and its preposition
    BelongsTo,  ///< belongs to “…”
    State,      ///< “… dead”
    NamesEvent, ///< “deaths” names the event
    NamesDoer,  ///< “attackers” names who did it
    NamesUndergoer,
    NumberOf,  ///< “the death toll” says what the number is of
    StandsFor, ///< “the number” stands for what “…” counts: bytes of the earlier words
};
struct Reason {
    Because because = Because::None;
    Span words; ///< bytes of the reading view
};

/// Views are into the tables (which live as long as the program), the article's reading and mentions, or the claims'
/// own store: a claim is used together with them.
struct Claim {
    Span clause;    ///< the words that say it (reading view)
    Span highlight; ///< the figure phrase, date, name or quote
    std::uint32_t sentence = 0;
    ClaimKind kind = ClaimKind::Count;
    read::Modality modality = read::Modality::Asserted;
    bool negative = false;
    bool negatedVerb = false; ///< the verb of the claim itself is negated ("did not close 30 schools")
    std::uint8_t reasonCount = 0;
    std::int32_t figure = -1, time = -1, quote = -1, attribution = -1; ///< indexes into Mentions; -1: none
    std::int32_t asking = -1; ///< index into Claims::askings; -1: none, or read for a listing
    Words topic;              ///< short noun phrase for lists: "people abducted"
    Words place;              ///< as printed; empty: none
    Slot slot;
    SetMarks marks;
    Anchor anchor;
    Words subject; ///< of a Statement or Age: whom it is about, as printed (Responsibility: who did it)
    std::array<Reason, 3> reasons{};
    // made by prepareForComparing()
    std::vector<std::string> because; ///< how it was read, for people: "doer in “kidnapped”"

    void reason(Because why, Span words) {
        if (reasonCount < reasons.size())
            reasons[reasonCount++] = {why, words};
    }
};

/// Everything that one article claims. Reused from article to article.
struct Claims {
    std::vector<Claim> claims;
    std::vector<Asking> askings;
    std::optional<read::TimeSpan> leadTime; ///< when the report's lead event happened
    std::string_view leadEvent;             ///< its event class; empty: unknown
    WordStore words;                        ///< holds what no table does
    void clear();
};

/// What claims are read for. Listing leaves out what only comparing asks for: Claim::anchor, Claim::marks and the
/// lead event.
enum class Purpose : std::uint8_t { Listing, Comparing };

/// Reads the claims of a text from its mentions; `out` is cleared first. Only body and title are read. Linear.
void readClaims(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
                Claims& out, Purpose purpose = Purpose::Comparing);

/// Adds what only comparing asks for: folded places, reasons in words. Linear.
void prepareForComparing(const text::Reading& reading, const read::Mentions& mentions, Claims& claims);

} // namespace countercheck::claim
