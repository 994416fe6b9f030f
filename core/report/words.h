// SPDX-License-Identifier: GPL-3.0-or-later
// The words that sentences are built from: numbers apart from their nouns, nouns with number and gender, sources and
// quotes as they stand inside a sentence. What is irregular stands in resources/report/*.tsv.
#pragma once

#include "core/compare/question.h"
#include "core/report/phrases.h"

#include <optional>
#include <string>
#include <string_view>

namespace countercheck::report {

struct Noun {
    std::string singular, plural;
    bool feminine = false; ///< in French
};
/// The noun in `language`, from its plural or singular in either one; nothing when no table knows it.
std::optional<Noun> nounOf(Language language, std::string_view words);
/// English, by the table or the rules of spelling: "industrial sites" → "industrial site"; nothing in doubt.
std::optional<std::string> singularOf(std::string_view plural);

/// French: "de" or "d’" before these words; "du", "de la", "de l’" and "le", "la", "l’" before a noun.
std::string de(std::string_view words);
std::string que(std::string_view words);
std::string ofThe(const Noun& noun);
std::string the(const Noun& noun);
/// A French participle after "être": "enlevé" → "enlevées". Of several words the first one agrees.
std::string agreed(std::string_view participle, bool feminine, bool plural);

/// "12000" → "12,000"; French "12 000", with "," before decimals.
std::string grouped(const read::Decimal& value, Language language = Language::English);
/// One to nine in words, millions in short, else digits: "three", "12,000"; French "trois", "2 millions de".
std::string spelled(const read::Decimal& value, Language language, bool feminine = false);
/// The hedge of the figure around a number: "nearly 160".
std::string hedged(read::Qualifier qualifier, const std::string& number, Language language);

/// The number with its hedge, without what it counts: "Nearly 160 attackers" → "nearly 160", "four civilians" → "four".
/// In the article's own words where these are English and so is the sentence.
std::string numberWords(const compare::QuestionClaim& claim, Language language = Language::English,
                        bool feminine = false);
/// A number that may stand right before a noun.
struct Number {
    std::string words; ///< "three", "dozens of"
    bool one = false;  ///< the noun and the verb are singular
};
/// Nothing: no sentence can be made of it (none at all, a half, with a unit, of unknown words).
std::optional<Number> beforeNoun(const compare::QuestionClaim& claim, Language language = Language::English,
                                 bool feminine = false);
/// Digits with the hedge: "3", "at least 3", "nearly 160"; what cannot be put so stays as it was shown.
std::string inDigits(const compare::QuestionClaim& claim, Language language = Language::English);
/// A value that is no count, as it stands in a table: dates are written out in French, all else stays as shown.
std::string shownIn(const compare::QuestionClaim& claim, Language language);
/// "Wednesday" of the day on which that moment (seconds since 1970) falls.
std::string weekday(std::int64_t seconds, Language language);

/// "A security source" → "a security source", "Residents and officials" → "residents and officials". Names and what is
/// made of them ("Malian officials") stay.
std::string insideSentence(std::string source);
/// Somebody without a name, in the language of the summary: "an official" → "un responsable". Names stay; words of
/// another language that the table does not know are put in quotation marks.
struct Teller {
    std::string name;
    bool several = false; ///< the verb is plural
};
Teller tellerIn(const std::string& source, Language language);
/// With quotation marks around and without the comma that American print puts inside.
std::string quotedWords(std::string words, Language language = Language::English);

std::string capitalised(std::string words);  ///< the first letter, Latin with accents too
std::string lowered(std::string_view words); ///< ASCII letters
/// "A", "A and B", "A, B and C"
std::string joined(const std::vector<std::string>& parts, Language language = Language::English);

} // namespace countercheck::report
