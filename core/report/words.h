// SPDX-License-Identifier: GPL-3.0-or-later
// The words that sentences are built from: numbers apart from their nouns, clauses from questions' titles, sources and
// quotes as they stand inside a sentence. English.
#pragma once

#include "core/compare/question.h"

#include <optional>
#include <string>
#include <string_view>

namespace countercheck::report {

/// "How many people were abducted?" → "people" + "were abducted"; nothing when the title is not of that kind.
struct Clause {
    std::string subject, predicate;
    bool existential = false; ///< "How many attackers were there?"
    [[nodiscard]] std::string with(const std::string& number) const {
        return existential ? "there were " + number + ' ' + subject : number + ' ' + subject + ' ' + predicate;
    }
    /// "three people may have been abducted"; empty for predicates that take no such form.
    [[nodiscard]] std::string possible(const std::string& number) const {
        if (existential)
            return "there may have been " + number + ' ' + subject;
        return predicate.starts_with("were ") ? number + ' ' + subject + " may have been " + predicate.substr(5)
                                              : std::string();
    }
};
/// From a question's title; nothing when it is not of that kind.
std::optional<Clause> clauseOf(const std::string& title);
/// From its label: "people abducted" → "people" + "were abducted"; nothing when it does not close with a participle.
std::optional<Clause> clauseOfLabel(const std::string& label);

/// The number with its hedge, without what it counts: "Nearly 160 attackers" → "nearly 160", "four civilians" → "four".
std::string numberWords(const compare::QuestionClaim& claim);
/// Words that may stand right before a plural noun; "dozens" needs "of". Empty: they may not.
std::string beforeNoun(const compare::QuestionClaim& claim);
/// Digits with the hedge: "3", "at least 3", "nearly 160"; what cannot be put so stays as it was shown.
std::string inDigits(const compare::QuestionClaim& claim);
/// "12000" → "12,000"
std::string grouped(const read::Decimal& value);

/// "A security source" → "a security source", "Residents and officials" → "residents and officials". Names and what is
/// made of them ("Malian officials") stay.
std::string insideSentence(std::string source);
/// With “marks” around and without the comma that American print puts inside.
std::string quotedWords(std::string words);

std::string capitalised(std::string words);  ///< the first letter, Latin with accents too
std::string lowered(std::string_view words); ///< ASCII letters

} // namespace countercheck::report
