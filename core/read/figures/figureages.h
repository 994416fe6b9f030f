// SPDX-License-Identifier: GPL-3.0-or-later
// When is a number somebody's age? "aged 61", "Rahman, 36, said", "he was 77", "children under five", "un garçon de 15
// ans": the words around the number decide. What follows it ("15-year-old") is FigureUnits::ageFollows().
#pragma once

#include "core/read/figures/figurenumeral.h"
#include "core/read/mentions.h"

#include <cstdint>

namespace countercheck::read {

struct DecadeRead {
    int low = 0, high = 0;
    std::uint32_t first = 0; ///< the phrase's first token
};

class FigureAges {
public:
    explicit FigureAges(const FigureText& text) : t_(text), w_(text.words) {}

    /// The token that may name whose age it is: past "de" and a comma.
    [[nodiscard]] std::uint32_t whoBefore(std::uint32_t first) const;
    /// An amount of years between `first` and `end` is somebody's age.
    [[nodiscard]] bool agedBefore(std::uint32_t first, std::uint32_t end) const;
    /// Where "aged", "at the age of", "turned" begins that ends at `at`; `at` when none does.
    [[nodiscard]] std::uint32_t ageWordBefore(std::uint32_t at) const;
    /// "Rahman, 36, said": a bare number between commas after a name or a person.
    [[nodiscard]] bool apposition(const Numeral& n) const;
    /// The token before which "now", "just", "by then" stand before a number; else the number's own.
    [[nodiscard]] std::uint32_t pastAgeAdverb(std::uint32_t first) const;
    /// "aged 15 and | 12", "two sons, 11 and | 14"
    [[nodiscard]] bool ageGoesOn(const Numeral& n, const Figure* previous) const;
    /// "He was 77.", "when she was 12"
    [[nodiscard]] bool ageTold(const Numeral& n) const;
    /// "il a | 34 ans", "les moins de | 25 ans", "(| 36 ans)": years between `first` and `end` that are an age by what
    /// stands around them, in French, German and Spanish.
    /// "à 91 ans" behind a verb of living and dying, "mit 91 Jahren".
    [[nodiscard]] bool lived(std::uint32_t link, std::uint32_t end) const;
    /// "de | 8, 11 et 15 ans": the first of several ages that share their unit.
    [[nodiscard]] bool firstOfSeveral(const Numeral& n) const;
    [[nodiscard]] bool ageTime(std::uint32_t first, std::uint32_t end) const;
    /// "her | 40s", "his late | thirties": the years that the word at `i` spans, when it tells an age.
    [[nodiscard]] std::optional<DecadeRead> decadeAt(std::uint32_t i) const;
    /// "John Doe (36)", a person in brackets with their age.
    [[nodiscard]] bool bracketed(const Numeral& n) const;
    /// "children under five", "people over 65": nothing counted follows, and people stand before.
    [[nodiscard]] bool ageBound(std::uint32_t hedgeFirst, std::uint32_t end) const;

private:
    const FigureText& t_;
    const FigureWords& w_;
};

} // namespace countercheck::read
