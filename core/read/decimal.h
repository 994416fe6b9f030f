// SPDX-License-Identifier: GPL-3.0-or-later
// An exact decimal: what was printed, never a binary double. mantissa × 10^exponent, normalised so that the mantissa
// has no trailing zeros. Arithmetic that would not fit says so instead of rounding silently.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::read {

__extension__ typedef __int128 Int128; ///< wide enough for 36 digits

class Decimal {
public:
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t whole) : mantissa_(whole) { // NOLINT: a whole number is a decimal
        for (; whole != 0 && whole % 10 == 0; ++exponent_)
            mantissa_ = whole /= 10;
    }
    /// mantissa × 10^exponent
    Decimal(Int128 mantissa, int exponent);

    /// From plain digits with at most one point ("-12.50"); nothing for anything else or more than 36 digits.
    static std::optional<Decimal> tryFrom(std::string_view plain);

    [[nodiscard]] std::optional<Decimal> plus(const Decimal& other) const;
    [[nodiscard]] std::optional<Decimal> minus(const Decimal& other) const;
    [[nodiscard]] std::optional<Decimal> times(const Decimal& other) const;
    /// Quotient rounded half-even to `digits` significant digits; nothing when dividing by zero.
    [[nodiscard]] std::optional<Decimal> dividedBy(const Decimal& other, int digits = 15) const;

    [[nodiscard]] bool isWhole() const { return exponent_ >= 0; }
    [[nodiscard]] bool isZero() const { return mantissa_ == 0; }
    [[nodiscard]] bool negative() const { return mantissa_ < 0; }
    [[nodiscard]] Decimal absolute() const {
        Decimal out = *this;
        out.mantissa_ = mantissa_ < 0 ? -mantissa_ : mantissa_;
        return out;
    }
    /// Zeros at the end of the whole number that it prints as (813,000 → 3; 160 → 1; 2.5 → 0).
    [[nodiscard]] int trailingZeros() const { return exponent_ > 0 ? exponent_ : 0; }
    [[nodiscard]] int exponent() const { return exponent_; }
    /// The value as a JSON number or plain text: "160", "2.5", "-0.04"; never an exponent.
    [[nodiscard]] std::string toString() const;
    void appendTo(std::string& out) const;
    /// The same into a buffer that has room for 24 bytes: returns the end, or null when it is longer than that.
    char* writeTo(char* to) const;
    [[nodiscard]] double toDouble() const; ///< for drawing only

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
        if (a.exponent_ == b.exponent_)
            return a.mantissa_ <=> b.mantissa_;
        if (a.isSmall() && b.isSmall()) // nearly always
            return a.small() <=> b.small();
        return compare(a, b);
    }
    /// |a − b| ≤ percent % of |b|; false where that cannot be computed.
    static bool within(const Decimal& a, const Decimal& b, int percent) {
        if (!a.isSmall() || !b.isSmall())
            return withinWide(a, b, percent);
        const std::int64_t x = a.small(), y = b.small(), difference = x < y ? y - x : x - y;
        return static_cast<Int128>(difference) * 100 <= static_cast<Int128>(y < 0 ? -y : y) * percent;
    }

    friend bool operator==(const Decimal& a, const Decimal& b) {
        return a.mantissa_ == b.mantissa_ && a.exponent_ == b.exponent_;
    }

private:
    static bool withinWide(const Decimal& a, const Decimal& b, int percent);
    static std::strong_ordering compare(const Decimal& a, const Decimal& b); ///< whose exponents differ
    /// A number of few digits, which small() gives in millionths.
    [[nodiscard]] bool isSmall() const {
        return exponent_ >= -6 && exponent_ <= 6 && mantissa_ < 1000000 && mantissa_ > -1000000;
    }
    [[nodiscard]] std::int64_t small() const {
        constexpr std::int64_t tens[] = {1,           10,           100,          1000,      10000,
                                         100000,      1000000,      10000000,     100000000, 1000000000,
                                         10000000000, 100000000000, 1000000000000};
        return static_cast<std::int64_t>(mantissa_) * tens[exponent_ + 6];
    }
    Int128 mantissa_ = 0;
    int exponent_ = 0;
};

} // namespace countercheck::read
