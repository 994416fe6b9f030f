// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include <bit>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::cli {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101u;
constexpr std::uint64_t highs = 0x8080808080808080u;

// Sets the high bit of each byte that is zero (and perhaps of bytes above such a one: good enough to stop at).
constexpr std::uint64_t zeroBytes(std::uint64_t v) {
    return (v - ones) & ~v & highs;
}

/// True when none of eight bytes needs a second look: no control character, quote, backslash, nor byte above 0x7F.
bool plain(std::uint64_t v) {
    const std::uint64_t control = (v - ones * 0x20) & ~v & highs;
    return ((control | zeroBytes(v ^ (ones * '"')) | zeroBytes(v ^ (ones * '\\')) | (v & highs))) == 0;
}

/// Length of the well-formed UTF-8 sequence at `p`, 0 when there is none.
std::size_t sequence(const unsigned char* p, const unsigned char* end) {
    const auto follows = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
        return p + i < end && p[i] >= low && p[i] <= high;
    };
    const unsigned char c = *p;
    if (c >= 0xC2 && c <= 0xDF)
        return follows(1) ? 2 : 0;
    if (c >= 0xE0 && c <= 0xEF)
        return follows(1, c == 0xE0 ? 0xA0 : 0x80, c == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (c >= 0xF0 && c <= 0xF4)
        return follows(1, c == 0xF0 ? 0x90 : 0x80, c == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

} // namespace

namespace {

constexpr std::size_t longestEscape = 6; ///< \\u001f; a bad byte becomes three

/// Writes the escaped bytes at `to`, which has room for `longestEscape` times as many, and 16 more. Returns the end.
char* escape(std::string_view utf8, char* to) {
    const auto* p = reinterpret_cast<const unsigned char*>(utf8.data());
    const auto* const end = p + utf8.size();
    // Most strings are short words with nothing to escape: two loads that overlap hold all of one.
    if (utf8.size() >= 8 && utf8.size() <= 16) {
        std::uint64_t first = 0, last = 0;
        std::memcpy(&first, p, 8);
        std::memcpy(&last, end - 8, 8);
        if (plain(first) && plain(last)) {
            std::memcpy(to, &first, 8);
            std::memcpy(to + utf8.size() - 8, &last, 8);
            return to + utf8.size();
        }
    } else if (utf8.size() >= 4 && utf8.size() < 8) {
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, p, 4);
        std::memcpy(&last, end - 4, 4);
        if (plain(std::uint64_t{first} << 32 | last)) {
            std::memcpy(to, &first, 4);
            std::memcpy(to + utf8.size() - 4, &last, 4);
            return to + utf8.size();
        }
    }
#ifdef __SSE2__
    // Signed: control characters and everything above ASCII.
    const auto special = [](__m128i bytes) {
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(
            _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)),
            _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))))));
    };
    const bool overlaps = utf8.size() >= 16;
#endif
    while (p < end) {
#ifdef __SSE2__
        while (end - p >= 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
            const unsigned mask = special(bytes);
            const auto plainBytes = mask == 0 ? 16 : std::countr_zero(mask);
            p += plainBytes;
            to += plainBytes;
            if (mask != 0)
                break;
        }
        if (p == end)
            break;
        if (overlaps && end - p < 16) {
            // The last sixteen bytes, of which the first are written already: if all are plain, they are what they
            // were.
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 16));
            if (special(bytes) == 0) {
                const auto left = end - p;
                _mm_storeu_si128(reinterpret_cast<__m128i*>(to + left - 16), bytes);
                return to + left;
            }
        }
#endif
        if (end - p >= 8) {
            std::uint64_t eight;
            std::memcpy(&eight, p, 8);
            if (plain(eight)) {
                std::memcpy(to, &eight, 8);
                p += 8;
                to += 8;
                continue;
            }
        }
        const unsigned char c = *p;
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            *to++ = static_cast<char>(c);
            ++p;
            continue;
        }
        if (c >= 0x80) {
            const std::size_t length = sequence(p, end);
            if (length > 0) {
                std::memcpy(to, p, length);
                to += length;
                p += length;
            } else {
                std::memcpy(to, "\xEF\xBF\xBD", 3);
                to += 3;
                ++p;
            }
            continue;
        }
        *to++ = '\\';
        switch (c) {
        case '"':
        case '\\':
            *to++ = static_cast<char>(c);
            break;
        case '\n':
            *to++ = 'n';
            break;
        case '\r':
            *to++ = 'r';
            break;
        case '\t':
            *to++ = 't';
            break;
        default: {
            constexpr char digits[] = "0123456789abcdef";
            std::memcpy(to, "u00", 3);
            to[3] = digits[c >> 4];
            to[4] = digits[c & 15];
            to += 5;
        }
        }
        ++p;
    }
    return to;
}

/// Length of a piece of `utf8` of at most `size` bytes that cuts no code point in two.
std::size_t pieceOf(std::string_view utf8, std::size_t size) {
    if (utf8.size() <= size)
        return utf8.size();
    for (std::size_t back = 0; back < 3; ++back)
        if ((static_cast<unsigned char>(utf8[size - back]) & 0xC0) != 0x80)
            return size - back;
    return size;
}

} // namespace

JsonWord::JsonWord(std::string_view word) {
    const std::string_view quote = word.empty() ? "" : "\"";
    for (const std::string_view part : {quote, word.empty() ? std::string_view("null") : word, quote})
        for (const char c : part)
            if (length_ < room)
                bytes_[length_++] = c;
}

void appendJsonString(std::string& out, std::string_view utf8) {
    constexpr std::size_t piece = 512;
    char escaped[piece * longestEscape + 16];
    out += '"';
    while (!utf8.empty()) {
        const std::size_t size = pieceOf(utf8, piece);
        out.append(escaped, static_cast<std::size_t>(escape(utf8.substr(0, size), escaped) - escaped));
        utf8.remove_prefix(size);
    }
    out += '"';
}

void JsonWriter::string(std::string_view utf8) {
    quote(separated(), utf8);
}

void JsonWriter::quote(char* at, std::string_view utf8) {
    static_assert(16 * longestEscape + 16 + 2 <= slack / 2);
    *at++ = '"';
    if (utf8.size() <= 16) {
        at = escape(utf8, at);
        *at++ = '"';
        at_ = at;
        return;
    }
    at_ = at;
    constexpr std::size_t piece = (room - 2 * slack) / longestEscape;
    while (!utf8.empty()) {
        const std::size_t size = pieceOf(utf8, piece);
        if (static_cast<std::size_t>(buffer_ + room - at_) < size * longestEscape + slack)
            flush();
        at_ = escape(utf8.substr(0, size), at_);
        utf8.remove_prefix(size);
    }
    *at_++ = '"';
}

void JsonWriter::newLine() {
    *at_++ = '\n';
    for (int blanks = depth_ * 2; blanks > 0; --blanks) {
        makeRoom();
        *at_++ = ' ';
    }
    makeRoom();
}

void JsonWriter::share(double value) {
    at_ = separated();
    const auto tenThousandths = static_cast<int>(std::lround(std::fmin(std::fmax(value, 0.0), 1.0) * 10000));
    at_ = std::to_chars(at_, at_ + slack, tenThousandths / 10000.0).ptr;
}

} // namespace countercheck::cli
