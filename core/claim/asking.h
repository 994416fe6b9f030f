// SPDX-License-Identifier: GPL-3.0-or-later
// What questions about a claim are asked with: the verb that tells of it, and what stands on the verb's two sides, as
// printed: "Amnesty", "record", "101 incidents". Nothing is guessed: of a side that holds the answer, is long or a
// pronoun that names nobody, nothing is told.
#pragma once

#include "core/claim/claim.h"
#include "core/claim/syntax.h"

#include <cstdint>

namespace countercheck::claim {

class Asker {
public:
    /// All must outlive it; `words` holds what the text does not.
    Asker(const text::Reading& reading, const Syntax& syntax, std::uint32_t sentence, WordStore& words);
    /// Takes the verb group and its two sides. False where no question can be made of them.
    /// @param answer  bytes of what the question asks for
    [[nodiscard]] bool ask(std::uint32_t verbGroup, Span answer, Asking& asking);

private:
    [[nodiscard]] bool askInEnglish(std::uint32_t verbGroup, Asking& asking);
    [[nodiscard]] Words clause(std::uint32_t verbGroup, std::uint32_t subject) const;
    [[nodiscard]] Words participleOf(text::WordId verb) const;
    [[nodiscard]] Words side(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] Words subjectSide(std::uint32_t nounPhrase, bool& many) const;
    [[nodiscard]] Words objectSide(std::uint32_t verbGroup) const;
    [[nodiscard]] bool doubtful(std::uint32_t subject, std::uint32_t verbGroup) const;
    [[nodiscard]] bool phrase(std::uint32_t chunk) const;
    [[nodiscard]] bool plural(std::uint32_t token) const;
    [[nodiscard]] std::string_view word(std::uint32_t token) const { return reading_.of(reading_.tokens[token]); }

    const text::Reading& reading_;
    const Syntax& syntax_;
    const Chunks& chunks_;
    const text::Lexicon& lexicon_;
    WordStore& words_;
    const bool english_;
    const std::uint32_t first_, end_; ///< tokens of the sentence
    Span answer_;
};

} // namespace countercheck::claim
