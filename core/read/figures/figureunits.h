// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a numeral and says what it measures: per cent, money with its ISO 4217 code, measures with their
// UCUM codes. Before it ("US$3.2 million", "USD 50") or behind it ("40 dollars", "5km", "6,900-tonne", "km/h"). Hard
// cases: pounds of money and of weight, "m" for millions and metres, currency words that are common words ("won",
// "rand").
#pragma once

#include "core/read/figures/figurenumeral.h"
#include "core/read/mentions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace countercheck::read {

/// A unit's code, kept in place: such values are copied about while a figure is put together.
class UnitCode {
public:
    UnitCode() = default;
    UnitCode(std::string_view code) { *this += code; }                     // NOLINT: a code is its letters
    UnitCode(const char* code) : UnitCode(std::string_view(code)) {}       // NOLINT
    operator std::string_view() const { return {letters_.data(), size_}; } // NOLINT
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    void shorten(std::size_t size) { size_ = static_cast<std::uint8_t>(std::min<std::size_t>(size, size_)); }
    /// Our tables' longest code has 20 letters, and a quotient has two codes: what would not fit is left out.
    UnitCode& operator+=(std::string_view more) {
        size_ = static_cast<std::uint8_t>(size_ + more.copy(letters_.data() + size_, letters_.size() - size_));
        return *this;
    }
    friend bool operator==(const UnitCode& a, std::string_view b) { return std::string_view(a) == b; }
    friend bool operator==(const UnitCode& a, const UnitCode& b) { return std::string_view(a) == std::string_view(b); }
    friend bool operator==(const UnitCode& a, const char* b) { return std::string_view(a) == b; }

private:
    std::array<char, 47> letters_{};
    std::uint8_t size_ = 0;
};

/// What stands beside the numeral and says what it measures.
struct UnitRead {
    FigureKind kind = FigureKind::Count;
    UnitCode code;          ///< UCUM or ISO 4217; empty: money of an unnamed currency
    std::uint32_t end = 0;  ///< one past its last token (when behind the numeral)
    bool hundredth = false; ///< cents
    const char* rule = "";
};

/// "3 inches" after "6 feet": the second part of one amount.
struct CompoundRead {
    Numeral numeral;
    Decimal part;          ///< in the first part's unit
    std::uint32_t end = 0; ///< one past its unit
};

class FigureUnits {
public:
    explicit FigureUnits(const FigureText& text) : t_(text), w_(text.words) {}

    /// Money before the numeral; moves phraseBegin to the left.
    std::optional<UnitRead> currencyBefore(const Numeral& n, std::uint32_t& phraseBegin) const;
    /// Per cent, currency or measure that begins at token i, behind numeral n (or is glued to it).
    std::optional<UnitRead> unitAfter(const Numeral& n, std::uint32_t i) const;
    /// What goes on after an amount with its unit: "6 feet | 3 inches", "5 dollars | and 20 cents". `foot`: a bare
    /// number after feet counts inches.
    std::optional<CompoundRead> compound(const UnitRead& unit, bool foot) const;
    /// "$3m", "$40b": folds a glued letter that is a multiplier beside money only; false when it is none.
    /// "7.5M", "2.5B" where nothing counted follows; not "3M", "apartment 4B".
    static bool scaledAlone(const Numeral& n);
    static bool scaleSuffix(Numeral& n);
    /// The same for a letter of its own behind money: "£1.5 m".
    bool scaleLetter(Numeral& n) const;
    /// The money that a lexicon entry names.
    [[nodiscard]] UnitRead currencyCode(WordId entry) const;
    /// "years old", "-year-old", "months old" stand at token i.
    [[nodiscard]] bool ageFollows(std::uint32_t i) const;

private:
    [[nodiscard]] UnitRead signCode(std::uint32_t i) const;
    std::optional<UnitRead> suffixUnit(const Numeral& n) const;
    std::optional<UnitRead> dottedUnit(std::uint32_t i) const;
    std::optional<UnitRead> degreeLetter(const Numeral& n, std::uint32_t i) const;
    std::optional<UnitRead> wordUnit(const Numeral& n, std::uint32_t i) const;
    /// The letters at `i` begin a name rather than a unit: "Mi-8", "200 W. American Blvd."
    [[nodiscard]] bool nameBegins(const Numeral& n, std::uint32_t i) const;
    [[nodiscard]] UnitRead measure(WordId entry, std::uint32_t end) const;
    [[nodiscard]] bool poundsAreMoney(const Numeral& n, std::uint32_t end) const;
    [[nodiscard]] bool currencyReads(const Numeral& n, WordId entry, std::uint32_t word, std::uint32_t end) const;

    const FigureText& t_;
    const FigureWords& w_;
};

} // namespace countercheck::read
