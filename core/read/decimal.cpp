// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace countercheck::read {

namespace {

constexpr int maxDigits = 36;

constexpr auto powers = [] {
    std::array<Int128, maxDigits + 1> table{};
    table[0] = 1;
    for (std::size_t i = 1; i < table.size(); ++i)
        table[i] = table[i - 1] * 10;
    return table;
}();

/// 10^exponent, up to 10^36
constexpr Int128 power(int exponent) {
    return powers[static_cast<std::size_t>(std::clamp(exponent, 0, maxDigits))];
}

const Int128 limit = power(maxDigits);

bool fits(Int128 mantissa) {
    return mantissa < limit && mantissa > -limit;
}

int digitsOf(Int128 mantissa) {
    int digits = 0;
    const Int128 wide = Int128{1} << 63;
    for (; mantissa >= wide || mantissa <= -wide; mantissa /= 10)
        ++digits;
    for (auto m = static_cast<std::int64_t>(mantissa); m != 0; m /= 10)
        ++digits;
    return digits;
}

/// mantissa × 10^by; nothing when it does not fit.
std::optional<Int128> scaled(Int128 mantissa, int by) {
    if (mantissa == 0)
        return Int128{0};
    if (by > maxDigits || digitsOf(mantissa) + by > maxDigits)
        return std::nullopt;
    return mantissa * power(by);
}

} // namespace

Decimal::Decimal(Int128 mantissa, int exponent) : mantissa_(mantissa), exponent_(mantissa == 0 ? 0 : exponent) {
    const Int128 small = std::int64_t{1} << 62;
    if (mantissa_ < small && mantissa_ > -small) { // nearly always: 64-bit division is many times faster
        auto m = static_cast<std::int64_t>(mantissa_);
        while (m != 0 && m % 10 == 0) {
            m /= 10;
            ++exponent_;
        }
        mantissa_ = m;
        return;
    }
    while (mantissa_ != 0 && mantissa_ % 10 == 0) {
        mantissa_ /= 10;
        ++exponent_;
    }
}

std::optional<Decimal> Decimal::tryFrom(std::string_view plain) {
    const bool minus = !plain.empty() && plain.front() == '-';
    if (minus)
        plain.remove_prefix(1);
    Int128 mantissa = 0;
    int exponent = 0;
    std::size_t digits = 0, significant = 0;
    bool point = false;
    for (const char c : plain) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return std::nullopt;
        ++digits;
        significant += significant > 0 || c != '0' ? 1 : 0;
        if (significant > static_cast<std::size_t>(maxDigits))
            return std::nullopt;
        mantissa = mantissa * 10 + (c - '0');
        exponent -= point ? 1 : 0;
    }
    if (digits == 0 || plain.back() == '.')
        return std::nullopt;
    return Decimal(minus ? -mantissa : mantissa, exponent);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
    const int exponent = std::min(exponent_, other.exponent_);
    const auto a = scaled(mantissa_, mantissa_ == 0 ? 0 : exponent_ - exponent);
    const auto b = scaled(other.mantissa_, other.mantissa_ == 0 ? 0 : other.exponent_ - exponent);
    if (!a || !b || !fits(*a + *b))
        return std::nullopt;
    return Decimal(*a + *b, exponent);
}

bool Decimal::withinWide(const Decimal& a, const Decimal& b, int percent) {
    const auto difference = a.minus(b);
    const auto allowed = b.absolute().times(Decimal(percent));
    const auto scaled = difference ? difference->absolute().times(Decimal(100)) : std::nullopt;
    return scaled && allowed && *scaled <= *allowed;
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const {
    return plus(Decimal(-other.mantissa_, other.exponent_));
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
    if (digitsOf(mantissa_) + digitsOf(other.mantissa_) > maxDigits)
        return std::nullopt;
    return Decimal(mantissa_ * other.mantissa_, exponent_ + other.exponent_);
}

std::optional<Decimal> Decimal::dividedBy(const Decimal& other, int digits) const {
    if (other.isZero())
        return std::nullopt;
    if (isZero())
        return Decimal();
    digits = std::clamp(digits, 1, 18);
    const bool minus = negative() != other.negative();
    Int128 a = mantissa_ < 0 ? -mantissa_ : mantissa_;
    Int128 b = other.mantissa_ < 0 ? -other.mantissa_ : other.mantissa_;
    int exponent = exponent_ - other.exponent_;
    if (digitsOf(b) > 18)
        return std::nullopt; // no divisor of ours is that long
    // Long division, digit by digit, so that nothing overflows and nothing is rounded twice.
    Int128 quotient = a / b;
    Int128 rest = a % b;
    for (int have = digitsOf(quotient); have < digits && rest != 0; --exponent) {
        rest *= 10;
        quotient = quotient * 10 + rest / b;
        rest %= b;
        have += have > 0 || quotient != 0 ? 1 : 0;
    }
    // Too many whole digits: give the last ones back.
    bool sticky = rest != 0;
    Int128 unit = 1;
    for (int extra = digitsOf(quotient) - digits; extra > 0; --extra)
        unit *= 10;
    if (unit > 1) {
        const Int128 cut = quotient % unit;
        quotient /= unit;
        exponent += digitsOf(unit) - 1;
        const Int128 half = unit / 2;
        if (cut > half || (cut == half && (sticky || quotient % 2 != 0)))
            ++quotient;
    } else if (sticky) {
        const Int128 twice = rest * 2;
        if (twice > b || (twice == b && quotient % 2 != 0))
            ++quotient;
    }
    return Decimal(minus ? -quotient : quotient, exponent);
}

char* Decimal::writeTo(char* to) const {
    constexpr Int128 most = 1000000000000; // twelve digits
    if (exponent_ < -6 || exponent_ > 6 || mantissa_ >= most || mantissa_ <= -most)
        return nullptr;
    auto mantissa = static_cast<std::int64_t>(mantissa_);
    if (mantissa < 0) {
        *to++ = '-';
        mantissa = -mantissa;
    }
    if (exponent_ >= 0) {
        to = std::to_chars(to, to + 13, mantissa).ptr;
        for (int i = 0; i < exponent_; ++i)
            *to++ = '0';
        return to;
    }
    const auto under = static_cast<std::int64_t>(power(-exponent_));
    to = std::to_chars(to, to + 13, mantissa / under).ptr;
    *to = '.';
    std::int64_t rest = mantissa % under;
    for (int i = -exponent_; i > 0; --i, rest /= 10)
        to[i] = static_cast<char>('0' + rest % 10);
    return to + 1 - exponent_;
}

void Decimal::appendTo(std::string& out) const {
    char plain[24];
    if (const char* const end = writeTo(plain); end != nullptr) { // nearly always
        out.append(plain, static_cast<std::size_t>(end - plain));
        return;
    }
    if (mantissa_ == 0) {
        out += '0';
        return;
    }
    char digits[48];
    int size = 0;
    for (Int128 m = mantissa_ < 0 ? -mantissa_ : mantissa_; m != 0; m /= 10)
        digits[size++] = static_cast<char>('0' + static_cast<int>(m % 10));
    if (mantissa_ < 0)
        out += '-';
    if (exponent_ >= 0) {
        while (size > 0)
            out += digits[--size];
        out.append(static_cast<std::size_t>(exponent_), '0');
        return;
    }
    int whole = size + exponent_; // digits before the point
    if (whole <= 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-whole), '0');
    }
    while (size > 0) {
        out += digits[--size];
        if (--whole == 0 && size > 0)
            out += '.';
    }
}

std::string Decimal::toString() const {
    std::string out;
    appendTo(out);
    return out;
}

double Decimal::toDouble() const {
    const auto half = static_cast<std::int64_t>(mantissa_); // nearly always all of it, and far sooner a double
    double value = half == mantissa_ ? static_cast<double>(half) : static_cast<double>(mantissa_);
    for (int i = 0; i < exponent_; ++i)
        value *= 10;
    for (int i = 0; i > exponent_; --i)
        value /= 10;
    return value;
}

std::strong_ordering Decimal::compare(const Decimal& a, const Decimal& b) {
    const Int128 small = Int128{1} << 62;
    const auto isSmall = [small](Int128 mantissa) { return mantissa < small && mantissa > -small; };
    const int apart = a.exponent_ - b.exponent_; // nearly always few digits: both fit as whole numbers of the finer one
    if (apart >= -18 && apart <= 18 && isSmall(a.mantissa_) && isSmall(b.mantissa_))
        return apart > 0 ? a.mantissa_ * power(apart) <=> b.mantissa_ : a.mantissa_ <=> b.mantissa_ * power(-apart);
    const int signA = a.mantissa_ < 0 ? -1 : a.mantissa_ > 0 ? 1 : 0;
    const int signB = b.mantissa_ < 0 ? -1 : b.mantissa_ > 0 ? 1 : 0;
    if (signA != signB)
        return signA <=> signB;
    if (signA == 0)
        return std::strong_ordering::equal;
    const int sizeA = digitsOf(a.mantissa_) + a.exponent_, sizeB = digitsOf(b.mantissa_) + b.exponent_;
    if (sizeA != sizeB)
        return signA > 0 ? sizeA <=> sizeB : sizeB <=> sizeA;
    // Equally many digits before the point: the exponents differ by fewer digits than fit.
    const int exponent = std::min(a.exponent_, b.exponent_);
    return a.mantissa_ * power(a.exponent_ - exponent) <=> b.mantissa_ * power(b.exponent_ - exponent);
}

} // namespace countercheck::read
