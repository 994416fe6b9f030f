// SPDX-License-Identifier: GPL-3.0-or-later
// What a clause says that another report can deny: who did what, or did not. Of two statements on one matter only one
// can be true where they stand on its two sides ("rose", "fell"; see opposites.h), or where one denies what the other
// says.
#pragma once

#include "core/compare/digest.h"
#include "core/compare/words/concepts.h"
#include "core/read/mentions.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

struct Statement {
    text::Span words;      ///< reading view: the verbs, with what denies them
    std::string_view deed; ///< event class or lemma; lives as long as the program
    std::string_view
        verb;           ///< as the table of opposites knows it: "call_off"; the same as `deed` where it knows but that
    bool parsed = true; ///< false: only the predicate was found, in the table
    bool negative = false;  ///< denied: "did not attend", "refused to resign", "no group has claimed"
    bool namedDoer = false; ///< who did it is named; told only of what but one can do
    bool nobody = false;    ///< of nobody: the deed is one of those that people suffer and reports count
    bool ended = false;     ///< denied because it has come to an end: "lifted its ban"
    Ability ability = Ability::Untold;
    Share share = Share::Untold; ///< of those who undergo it, or who do it
    bool passive = false;        ///< the subject underwent it
    bool expected = false;       ///< told as what somebody expects
    bool future = false;         ///< told as what will be
    bool further = false;        ///< of or to another one of a sort: "a second man"
    bool hindered = false;       ///< denied because somebody prevented it
    bool impossible = false;     ///< denied as out of the question: "could not agree"
    bool earlier = false;        ///< told as what had been before: "had been suspended", not in what somebody said
    bool aside = false;          ///< told aside, of what was so before: "closed since May", "after it was closed"
    bool takesUp = false;        ///< who does it or undergoes it is but a pronoun, which takes up the sentence before
    std::vector<std::uint32_t> subjectKinds;               ///< concepts of the common words before the subject's noun
    std::vector<std::uint32_t> doerConcepts, doneConcepts; ///< theirs
    text::Span doerWords, doneWords;                       ///< reading view: who does it, and to what; empty: not told
    std::uint32_t target = 0;                              ///< concept of the noun that the object is about; 0: none
    std::uint32_t doer = 0;                                ///< concept of the noun that the subject is about; 0: none
    std::uint32_t doerToo = 0;      ///< concept of what stands beside the subject and tells of the same one; 0: nothing
    std::uint32_t subjectOwner = 0; ///< concept of what the subject belongs to ("the minister's lawyer"); 0: nothing
    std::uint32_t objectOwner = 0;  ///< the same of the object
    /// Their concepts, ascending and unique; of a passive, `object` is who did it.
    std::vector<std::uint32_t> subject, object;
    std::vector<std::uint32_t> before, behind; ///< concepts of its clause before and behind the predicate
};

// What follows is asked of the report whose claims the thread read last, for comparing; see claim::Parses.

/// The statements of a sentence of English or French; nothing of questions and conditions.
void statementsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                  Concepts& concepts, std::vector<Statement>& out);

class Parsed;
/// Deeds that a noun tells and a verb denies: "the takeover collapsed", "a strike was averted", "blocked the sale".
void foiledDeeds(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions,
                 std::uint32_t sentence, const Concepts& concepts, std::vector<Statement>& out);

/// Event class or lemma of the verb in whose clause a token stands; empty: none.
std::string_view deedAt(const text::Reading& reading, std::uint32_t sentence, std::uint32_t token);

/// Who does something in the clause in which a token stands, and to what: concepts, the head noun's first.
struct Parties {
    std::vector<std::uint32_t> subject, object;      ///< empty: none, or the token stands in it
    std::uint32_t subjectOwner = 0, objectOwner = 0; ///< what they belong to ("the museum's café"); 0: nothing
    std::uint32_t subjectKind = 0;                   ///< the noun before the subject's head ("iPhone revenue"); 0: none
    bool named = false;                              ///< the subject's head stands in a name
};
Parties partiesAt(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                  std::uint32_t byte, const Concepts& concepts);

/// "Sales at the shop", "40 million euros on schools": nouns behind prepositions, each a key of what it hangs on and
/// the preposition, then the noun's concept (32 bits each); names are left out. Ascending and unique.
std::vector<std::uint64_t> complementsOf(const text::Reading& reading, const read::Mentions& mentions,
                                         std::uint32_t sentence, const Concepts& concepts);

/// A time that a clause gives for how long something lasts ("jailed for six years").
struct Length {
    std::uint32_t time = 0; ///< index into Mentions::times
    std::string_view deed;  ///< event class or lemma; lives as long as the program
    bool classified = false;
    bool loose = false; ///< no deed shows what lasts so long: the words around it have to
};
void lengthsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
               std::vector<Length>& out);
/// "Six to 75 years", "between six and 75 years": from how many of the unit to how many; nothing for other lengths.
std::optional<std::pair<read::Decimal, read::Decimal>> rangeOfLength(const text::Reading& reading,
                                                                     const read::TimeMention& time);

} // namespace countercheck::compare
