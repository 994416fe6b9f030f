// SPDX-License-Identifier: GPL-3.0-or-later
// What a question asks, as a clause that takes a number: "three people were abducted", "one person was abducted",
// « trois personnes ont été enlevées ». A clause that could come out ungrammatical is not built.
#pragma once

#include "core/report/words.h"

#include <optional>
#include <string>

namespace countercheck::report {

enum class Mood : std::uint8_t {
    Said,     ///< were abducted · ont été enlevées
    Possible, ///< may have been abducted · auraient été enlevées
    Denied    ///< (denied that) were abducted · (a démenti que) aient été enlevées
};

class Clause {
public:
    /// From the question's title or label; nothing when neither is of a kind that makes a clause in that language.
    static std::optional<Clause> of(const compare::Question& question, Language language);

    /// Empty when it cannot be said so.
    [[nodiscard]] std::string with(const Number& number, Mood mood = Mood::Said) const;
    [[nodiscard]] bool feminine() const { return noun_.feminine; }

private:
    Language language_ = Language::English;
    Noun noun_;
    std::string predicate_;              ///< English: "were abducted", "died"; empty: there were
    std::string perfect_;                ///< English participle of a verb: "died"; empty: it takes no "may have"
    std::string auxiliary_, participle_; ///< French
    [[nodiscard]] std::string english(const Number& number, Mood mood) const;
    [[nodiscard]] std::string french(const Number& number, Mood mood) const;
};

/// What is asked for, as a noun phrase: "people abducted", « personnes enlevées »; in quotation marks where the
/// language has no words for it.
std::string labelIn(const compare::Question& question, Language language);
/// The question for people: "How many people were abducted?"
std::string titleIn(const compare::Question& question, Language language);

} // namespace countercheck::report
