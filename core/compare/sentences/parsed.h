// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence of English or French as the shallow parser sees it (core/claim/syntax.h), with what comparing asks of it:
// the deed that a verb tells, whether it is denied, whom a phrase names. Each sentence of the report in hand is parsed
// once however often it is asked about.
#pragma once

#include "core/claim/grammar.h"
#include "core/claim/parses.h"
#include "core/claim/syntax.h"
#include "core/compare/digest.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/read/mentions.h"

#include <cstdint>
#include <string_view>

namespace countercheck::compare {

/// A sentence, parsed, with its mentions.
class Parsed {
public:
    Parsed(const text::Reading& reading, std::uint32_t sentence);
    /// That of the sentence, until the thread asks about another one.
    [[nodiscard]] const claim::Syntax& syntax() const { return syntax_; }
    /// Event class of the verb, else its lemma as it is compared across languages.
    [[nodiscard]] std::string_view deed(std::uint32_t verb, bool* classified = nullptr) const;
    /// The verb's own word, whatever its event is.
    [[nodiscard]] std::string_view verb(std::uint32_t verb) const {
        return grammar_.lexicon().form(syntax().verbLemma(syntax().chunks()[verb].head));
    }
    /// Does a row of the kind hold the verb's own word?
    [[nodiscard]] bool verbIn(Row row, std::uint32_t verb) const {
        return inRow(row, reading_.language, syntax().verbLemma(syntax().chunks()[verb].head));
    }
    /// What a noun names: the event of the lexicon, else its lemma as it is compared across languages.
    [[nodiscard]] std::string_view nounEvent(std::uint32_t token) const;
    /// The noun's own singular, whatever its event is.
    [[nodiscard]] std::string_view noun(std::uint32_t token) const {
        return grammar_.lexicon().form(syntax().nounLemma(token));
    }
    [[nodiscard]] text::Span bytes(std::uint32_t first, std::uint32_t end) const {
        return {reading_.tokens[first].begin, reading_.tokens[end - 1].end};
    }
    /// A noun phrase with what hangs on it by prepositions.
    [[nodiscard]] text::Span phrase(std::uint32_t np) const;
    /// A noun phrase with what hangs on it by "of".
    [[nodiscard]] text::Span core(std::uint32_t np) const;
    /// The name under which the table of opposites knows what begins at the token: a phrase ("call_off",
    /// "reach_deal"; articles are passed over), else the verb, the word itself or its event; empty: it has none.
    [[nodiscard]] std::string_view known(std::uint32_t token, std::uint32_t end) const;
    /// What a modal verb leaves open: not "will", and not "would" of what somebody announced.
    [[nodiscard]] bool open(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const;
    /// "Could not agree", "cannot have exploded": what is said to be out of the question is denied.
    [[nodiscard]] bool impossible(std::uint32_t verb) const;
    /// Is the verb group denied? "Were without power" tells an event by a word that denies, and "n'a été que de"
    /// limits.
    [[nodiscard]] bool denied(std::uint32_t verb) const;
    [[nodiscard]] bool says(std::uint32_t verb) const {
        return grammar_.lexicon().has(syntax().verbLemma(syntax().chunks()[verb].head), text::Tag::Say);
    }
    /// Does the verb bring in what somebody says ("the navy said", "officials denied that …")?
    [[nodiscard]] bool cue(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const;
    [[nodiscard]] bool denies(std::uint32_t np) const;
    /// "Were unable to", "est incapable de": does a word behind the verb group deny the deed that follows?
    [[nodiscard]] bool unable(std::uint32_t verb) const;
    /// "Abandoned plans to list": of a verb and a noun that are taken for one verb group.
    [[nodiscard]] bool dropsPlans(std::uint32_t verb) const;
    /// "Did nothing to lower": is the deed that follows left undone?
    [[nodiscard]] bool doesNothing(std::uint32_t verb) const;
    /// "Would have reached the coast had the wind not turned", "serait tombé si …": is it what did not happen?
    [[nodiscard]] bool unreal(std::uint32_t sentence, std::uint32_t verb) const;
    /// "Closed 3 percent higher", "was up 3 percent": the move that the word beside a share tells of; empty: none.
    [[nodiscard]] std::string_view moved(const read::Mentions& mentions, std::uint32_t sentence,
                                         std::uint32_t token) const;
    /// "Left its main rate at 2.25 percent": does it stay where it was?
    [[nodiscard]] bool keepsAt(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const;
    /// "Had been suspended", "avait été suspendu": is it what went before? Not in what somebody says: "said it had …".
    [[nodiscard]] bool earlier(std::uint32_t verb) const;
    /// "Closed since May, …", "which had run aground", "after it was closed": does its clause tell what went before?
    [[nodiscard]] bool aside(std::uint32_t verb) const;
    /// "He", "them", "elle": a pronoun of the third person, which takes up somebody or something told of.
    [[nodiscard]] bool takesUp(std::uint32_t np) const;
    /// "Will sell", "va vendre", "vendra": is it told as what will be?
    [[nodiscard]] bool future(std::uint32_t verb) const;
    /// "Va vendre"
    [[nodiscard]] bool nearFuture(std::uint32_t verb) const;
    /// "Does not intend to", "has no plans to", "n'a pas l'intention de": is the deed that follows not meant to come?
    [[nodiscard]] bool intendsNot(std::uint32_t verb) const;

    /// The concept of a noun phrase's head; 0: none.
    [[nodiscard]] std::uint32_t headConcept(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const;
    /// The same of an object; what is foreseen has one, too ("raised its forecast"), although such words are none
    /// elsewhere.
    [[nodiscard]] std::uint32_t objectConcept(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const;

    /// What a noun phrase belongs to ("the museum's café", "the café of the museum"), by its concept; 0: nothing.
    [[nodiscard]] std::uint32_t ownerOf(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const;

    /// The concepts of the words before a noun phrase's head that are no names: "consumer" of "consumer confidence".
    [[nodiscard]] std::vector<std::uint32_t> kindsOf(const read::Mentions& mentions, const Concepts& concepts,
                                                     std::uint32_t sentence, std::uint32_t np) const;

    /// "An Airbus that had lost an engine crashed": of a verb behind a relative clause the noun phrase that opens the
    /// sentence.
    [[nodiscard]] std::uint32_t openingSubject(std::uint32_t sentence, std::uint32_t verb) const;

    /// "Said the director, who is 81, will not travel": of a verb behind a comma that closes a relative clause.
    [[nodiscard]] std::uint32_t subjectBeforeAside(std::uint32_t verb) const;
    /// "The village of Sauk, high in the mountains, has no road": does the noun phrase stand in an insertion between
    /// commas before the verb?
    [[nodiscard]] bool inserted(std::uint32_t np, std::uint32_t verb) const;
    /// "De s'excuser": is the noun phrase but the pronoun of a reflexive verb?
    [[nodiscard]] bool reflexive(std::uint32_t np) const;
    /// "N'exclut pas": is the noun phrase but the word that denies?
    [[nodiscard]] bool onlyDenies(std::uint32_t np) const;
    /// The noun phrase before the insertion; the phrase itself where none stands there.
    [[nodiscard]] std::uint32_t headOfInsertion(std::uint32_t np) const;
    /// "Halden, the country's largest dairy group, rejected", "the magazine's editor, Anne Fuller, apologised": the
    /// other of two noun phrases before a verb, of which the one names and the other tells who that is.
    [[nodiscard]] std::uint32_t apposed(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t np) const;
    /// "Stabbed her neighbour, Ruth Cole, after …": the person's name that stands behind an object.
    [[nodiscard]] std::uint32_t nameBehind(const read::Mentions& mentions, std::uint32_t sentence,
                                           std::uint32_t np) const;
    /// Is the verb group told of now ("is being held")?
    [[nodiscard]] bool present(std::uint32_t verb) const;
    /// The object, also where a phrase with a preposition or a time stands before it ("approved by a large majority the
    /// plan", "a confirmé jeudi la peine").
    [[nodiscard]] std::uint32_t objectOf(std::uint32_t verb) const;
    /// Does the subject undergo it? Not of "est mort", "s'est qualifiée".
    [[nodiscard]] bool passive(std::uint32_t verb) const;
    /// Is it told as what somebody asks for ("demanded that the minister resign", "urged him to resign")?
    [[nodiscard]] bool wished(std::uint32_t verb) const;
    /// "Reported a problem to the tower": a verb of saying whose object is a thing, and no clause behind it.
    [[nodiscard]] bool tellsThing(std::uint32_t verb) const;
    /// Is it told as what somebody expects ("is expected to weaken")?
    [[nodiscard]] bool expected(std::uint32_t verb) const;
    /// Does a family of the kind hold one of the tokens?
    [[nodiscard]] bool holds(Family kind, std::uint32_t first, std::uint32_t end) const;
    /// Does the phrase name another one of a sort ("a second man", "another bridge")?
    [[nodiscard]] bool further(std::uint32_t np) const;
    /// "The second-largest bank", "second-seeded": does the ordinal tell a rank, so that it is no other one of a sort?
    [[nodiscard]] bool ranks(std::uint32_t token) const;
    /// "The senator said she would vote": of a pronoun the one who says it; else the noun phrase itself.
    [[nodiscard]] std::uint32_t speakerFor(std::uint32_t np) const;

    /// "La police n'a pas quitté la ville": the subject that a French "ne" parts from its verb; none otherwise.
    [[nodiscard]] std::uint32_t subjectBeforeNot(std::uint32_t verb) const;

    /// "Can be tried", "may not become": told of what somebody is able or allowed to do.
    [[nodiscard]] Ability abilityOf(std::uint32_t verb) const;
    /// "No longer", which may be taken for a noun phrase.
    [[nodiscard]] bool noLonger(std::uint32_t np) const;
    /// "May" or "can" before it.
    [[nodiscard]] Ability ableNoLonger(std::uint32_t verb) const;
    /// Does the noun phrase tell of one person by a common noun: "a tourist", "the skier"?
    [[nodiscard]] bool onePerson(std::uint32_t np) const;
    [[nodiscard]] bool capital(std::uint32_t token) const;
    /// "Accused Russia of sending troops"
    [[nodiscard]] bool accused(std::uint32_t verb) const;
    /// "Driver", "architect": is the token a noun, in the singular, that tells who somebody is?
    [[nodiscard]] bool tellsWho(std::uint32_t token) const;
    /// Of how many of a whole the noun phrase tells: "all five men", "two of the five men", "only three of …".
    [[nodiscard]] Share shareOf(std::uint32_t np) const;
    /// "A minority of", "fewer than half of", "one in five": so few that most are left.
    [[nodiscard]] bool few(std::uint32_t np) const;
    /// "Two of the five men": of a number that stands for some of them, their noun phrase; else the phrase itself.
    [[nodiscard]] std::uint32_t wholeOf(std::uint32_t np) const;
    /// Is it done to people, who are counted: killed, hurt, arrested?
    [[nodiscard]] bool suffered(std::uint32_t verb) const;
    /// "No one else", "no other casualties": nobody beside those that were told of.
    [[nodiscard]] bool besides(std::uint32_t np) const;
    /// "Everyone", "all 300 people", "all the passengers aboard": all whom the report can mean.
    [[nodiscard]] bool everyone(std::uint32_t np) const;
    /// What happens to people of which a noun phrase is a name ("injuries", "victimes"); empty: it names no such event.
    [[nodiscard]] std::string_view befalls(std::uint32_t np) const;
    /// "no injuries", "no reports of casualties", "without causing any injuries", "sans faire de victimes": the event
    /// of which there was none; empty: nothing of the sort begins with the chunk. `last`: the chunk that ends it.
    [[nodiscard]] std::string_view noneOf(std::uint32_t chunk, std::uint32_t& last) const;

private:
    [[nodiscard]] std::string_view across(text::WordId lemma) const; ///< as it is compared across languages
    [[nodiscard]] std::string_view knownPhrase(std::uint32_t token, std::uint32_t end) const;
    /// "Kept the heavyweight title": a phrase of the verb and its object's noun, whatever stands between.
    [[nodiscard]] std::string_view knownWithObject(std::uint32_t token) const;
    [[nodiscard]] std::string_view knownWord(std::uint32_t token) const;

    const text::Reading& reading_;
    const claim::Grammar& grammar_;
    const claim::Syntax& syntax_;
};

/// Is it a language whose sentences are parsed for comparing?
inline bool spoken(text::Language language) {
    return language == text::Language::English || language == text::Language::French;
}

} // namespace countercheck::compare
