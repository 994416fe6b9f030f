// SPDX-License-Identifier: GPL-3.0-or-later
// Double-encoded UTF-8, stray markup and entities: what a copy left behind that no writer meant. The captured text
// stays as it is; the reading view is made beside it, and every change is listed.
#include "core/text/tokenizer.h"

#include "core/text/repairtables.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::text {

namespace {

/// The byte that windows-1252 (with its holes as C1 controls) uses for a code point; nothing when it has none.
std::optional<unsigned char> byte1252(char32_t v) {
    if (v <= 0xFF) // 0x80 to 0x9F as C1 controls: it was read as ISO 8859-1
        return static_cast<unsigned char>(v);
    for (std::size_t i = 0; i < windows1252High.size(); ++i)
        if (windows1252High[i] != 0 && windows1252High[i] == v)
            return static_cast<unsigned char>(0x80 + i);
    return std::nullopt;
}

/// What a repaired character may be: the letters and marks of European writing. "É" before a no-break space is not one.
bool plausible(char32_t v) {
    return (v >= 0xA0 && v <= 0x17F) || (v >= 0x2010 && v <= 0x203A) || v == 0x20AC || v == 0x2122 || v == 0x2032 ||
           (v >= 0x370 && v <= 0x4FF) || v == 0x200B || v == 0x202F || (v >= 0x1F300 && v <= 0x1FAFF) || v == 0xFEFF;
}

class Repairer {
public:
    explicit Repairer(Reading& reading) : r_(reading), in_(reading.captured) {}

    void run() {
        r_.repairs.clear();
        r_.map.clear();
        r_.cleaned.clear();
        std::size_t i = 0;
        while (i < in_.size()) {
            i = nextSuspect(i);
            if (i >= in_.size())
                break;
            std::size_t taken = 0;
            const auto c = static_cast<unsigned char>(in_[i]);
            if (c == 0xC3 || c == 0xC2) {
                taken = mojibake(i);
                if (taken == 0 && c == 0xC2)
                    taken = control(i);
            } else if (c == 0xE2 || c == 0xEF)
                taken = invisible(i);
            else if (c == 0xCC || c == 0xCD)
                taken = accent(i);
            else if (c == '&')
                taken = entity(i);
            else if (c == '<')
                taken = tag(i);
            else if (c == '_' || c == '*')
                taken = emphasis(i);
            i += taken != 0 ? taken : c < 0x80 ? 1 : decodeAt(in_, i).length;
        }
        finish();
    }

private:
    [[nodiscard]] std::size_t nextSuspect(std::size_t i) const {
        static constexpr std::array<bool, 256> suspect = [] {
            std::array<bool, 256> t{};
            t['&'] = t['<'] = t['_'] = t['*'] = true;
            for (const std::size_t lead : {0xC2, 0xC3, 0xCC, 0xCD, 0xE2, 0xEF})
                t[lead] = true;
            return t;
        }();
#ifdef __SSE2__
        for (; i + 16 <= in_.size(); i += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in_.data() + i));
            const auto is = [&](unsigned char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(c))); };
            // any byte above ASCII, or one of the four
            const __m128i any =
                _mm_or_si128(_mm_or_si128(_mm_or_si128(is('&'), is('<')), _mm_or_si128(is('_'), is('*'))), bytes);
            if (const auto mask = static_cast<unsigned>(_mm_movemask_epi8(any)); mask != 0)
                return i + static_cast<std::size_t>(std::countr_zero(mask));
        }
#endif
        while (i < in_.size() && !suspect[static_cast<unsigned char>(in_[i])])
            ++i;
        return i;
    }

    void replace(std::size_t begin, std::size_t end, std::string_view with, RepairKind kind) {
        copyTo(begin);
        const auto at = static_cast<std::uint32_t>(r_.cleaned.size());
        r_.cleaned += with;
        const auto after = static_cast<std::uint32_t>(r_.cleaned.size());
        r_.map.append({at, static_cast<std::uint32_t>(begin), after - at, static_cast<std::uint32_t>(end - begin)});
        r_.repairs.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, {at, after}, kind});
        copied_ = end;
    }

    void copyTo(std::size_t end) {
        if (end <= copied_)
            return;
        const auto length = static_cast<std::uint32_t>(end - copied_);
        r_.map.append(
            {static_cast<std::uint32_t>(r_.cleaned.size()), static_cast<std::uint32_t>(copied_), length, length});
        r_.cleaned.append(in_.substr(copied_, length));
        copied_ = end;
    }

    void finish() {
        if (r_.repairs.empty()) {
            r_.map.clear();
            r_.text = in_;
            return;
        }
        copyTo(in_.size());
        r_.text = r_.cleaned;
    }

    /// A C1 control is a mark of windows-1252 that was taken for ISO 8859-1; a soft hyphen is no letter.
    std::size_t control(std::size_t i) {
        const CodePoint p = decodeAt(in_, i);
        if (p.value == 0xAD) {
            replace(i, i + p.length, "", RepairKind::ControlCharacter);
            return p.length;
        }
        if (p.length != 2 || p.value < 0x80 || p.value > 0x9F || windows1252High[p.value - 0x80] == 0)
            return 0;
        if (p.value == 0x85 &&
            (i == 0 || i + 2 >= in_.size() || in_[i - 1] == '\n' || in_[i + 2] == '\n' || in_[i + 2] != ' '))
            return 0; // a line end of its own kind
        std::string mark;
        appendUtf8(mark, windows1252High[p.value - 0x80]);
        replace(i, i + p.length, mark, RepairKind::Mojibake);
        return p.length;
    }

    /// Zero-width blanks, byte order marks, marks of writing direction. Joiners stay: they change the letters.
    std::size_t invisible(std::size_t i) {
        const CodePoint p = decodeAt(in_, i);
        const char32_t v = p.value;
        if (p.length != 3 || !(v == 0x200B || v == 0x200E || v == 0x200F || (v >= 0x202A && v <= 0x202E) ||
                               v == 0x2060 || (v >= 0x2066 && v <= 0x2069) || v == 0xFEFF))
            return 0;
        replace(i, i + p.length, "", RepairKind::ControlCharacter);
        return p.length;
    }

    /// A letter and its accent in two (Unicode's form D): one letter.
    std::size_t accent(std::size_t i) {
        const CodePoint p = decodeAt(in_, i);
        if (i == 0 || i - 1 < copied_ || p.length != 2)
            return 0;
        const char letter = in_[i - 1];
        const auto at =
            std::lower_bound(compositions.begin(), compositions.end(), letter, [&](const Composition& c, char l) {
                return c.letter != l ? c.letter < l : c.accent < p.value;
            });
        if (at == compositions.end() || at->letter != letter || at->accent != p.value)
            return 0;
        std::string composed;
        appendUtf8(composed, at->composed);
        replace(i - 1, i + p.length, composed, RepairKind::Composition);
        return p.length;
    }

    /// UTF-8 that was read as windows-1252 and written as UTF-8 again: "â€™" for ’, "Ã©" for é.
    std::size_t mojibake(std::size_t i) {
        const CodePoint lead = decodeAt(in_, i);
        const auto first = byte1252(lead.value);
        if (lead.length == 1 || !first || *first < 0xC2 || *first > 0xF4)
            return 0;
        const std::size_t need = *first < 0xE0 ? 1 : *first < 0xF0 ? 2 : 3;
        std::string bytes(1, static_cast<char>(*first));
        std::size_t at = i + lead.length;
        for (std::size_t k = 0; k < need && at < in_.size(); ++k) {
            const CodePoint p = decodeAt(in_, at);
            const auto b = byte1252(p.value);
            if (p.length == 1 || !b || *b < 0x80 || *b > 0xBF)
                break;
            bytes += static_cast<char>(*b);
            at += p.length;
        }
        if (bytes.size() == need + 1) {
            const CodePoint p = decodeAt(bytes, 0);
            if (p.length == bytes.size() && plausible(p.value)) {
                replace(i, at, bytes, RepairKind::Mojibake);
                return at - i;
            }
            return 0;
        }
        // "Â" left over from a no-break space whose second half was trimmed: behind a mark or a blank, before a blank
        // or the end.
        const std::size_t next = i + lead.length;
        const bool ends = next >= in_.size() || in_[next] == ' ' || in_[next] == '\n' || in_[next] == '\r';
        const bool afterMark = i > 0 && std::strchr(".,;:!?)\" ", in_[i - 1]) != nullptr;
        // "Ã " for "à": its second half became a blank. No language of ours has the word or a word that ends so.
        const char left = i > 0 ? in_[i - 1] : ' ';
        if (lead.value == 0xC3 && bytes.size() == 1 && next < in_.size() && in_[next] == ' ' &&
            (left == ' ' || left == '\n' || left == '\'' || (left >= 'a' && left <= 'z'))) {
            replace(i, next, "\u00E0", RepairKind::Mojibake);
            return lead.length;
        }
        if (lead.value == 0xC2 && bytes.size() == 1 && ends && afterMark) {
            replace(i, next, "", RepairKind::Mojibake);
            return lead.length;
        }
        return 0;
    }

    std::size_t entity(std::size_t i) {
        // "&amp;eacute;" was escaped twice
        const std::size_t twice = in_.substr(i, 5) == "&amp;" ? 4 : 0;
        const std::string_view rest = in_.substr(i + twice, 12);
        const std::size_t close = std::min(rest.find(';', 1), rest.size());
        const std::string_view name = rest.substr(1, close > 0 ? close - 1 : 0);
        const auto known = std::lower_bound(namedCharacters.begin(), namedCharacters.end(), name,
                                            [](const NamedCharacter& c, std::string_view n) { return c.name < n; });
        if (close < rest.size() && known != namedCharacters.end() && known->name == name) {
            std::string out;
            if (known->value != 0xAD)
                appendUtf8(out, known->value);
            replace(i, i + twice + close + 1, out, RepairKind::Entity);
            return twice + close + 1;
        }
        if (rest.size() > 3 && rest[1] == '#') {
            const bool hex = rest[2] == 'x' || rest[2] == 'X';
            std::size_t k = hex ? 3 : 2;
            char32_t value = 0;
            const std::size_t digits = k;
            for (; k < rest.size() && value < 0x110000; ++k) {
                const char c = rest[k];
                const int digit = c >= '0' && c <= '9'          ? c - '0'
                                  : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                                : -1;
                if (digit < 0)
                    break;
                value = value * (hex ? 16u : 10u) + static_cast<char32_t>(digit);
            }
            if (k > digits && k < rest.size() && rest[k] == ';' && value >= 0x20 && value < 0x110000 &&
                !(value >= 0xD800 && value <= 0xDFFF)) {
                if (value >= 0x80 && value <= 0x9F && windows1252High[value - 0x80] != 0)
                    value = windows1252High[value - 0x80]; // as browsers read it
                std::string out;
                appendUtf8(out, value);
                replace(i, i + twice + k + 1, out, RepairKind::Entity);
                return twice + k + 1;
            }
        }
        if (twice != 0) {
            replace(i, i + 5, "&", RepairKind::Entity);
            return 5;
        }
        return 0;
    }

    /// A left-over HTML tag of running text. "a < b" and "<3" stay.
    std::size_t tag(std::size_t i) {
        static constexpr std::string_view names[] = {
            "p",  "br", "b",  "i",   "em",  "strong", "a",   "span", "div",   "h1",         "h2",     "h3",
            "li", "ul", "ol", "sup", "sub", "u",      "img", "hr",   "small", "blockquote", "figure", "figcaption"};
        std::size_t k = i + 1;
        if (k < in_.size() && in_[k] == '/')
            ++k;
        const std::size_t nameAt = k;
        while (k < in_.size() && ((in_[k] | 32) >= 'a' && (in_[k] | 32) <= 'z' ? true : in_[k] >= '0' && in_[k] <= '9'))
            ++k;
        std::string name(in_.substr(nameAt, k - nameAt));
        for (char& c : name)
            c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        const bool known =
            std::any_of(std::begin(names), std::end(names), [&](std::string_view n) { return n == name; });
        if (!known || k >= in_.size() || (in_[k] != '>' && in_[k] != ' ' && in_[k] != '/'))
            return 0;
        const std::size_t close = in_.substr(k, 600).find('>');
        if (close == std::string_view::npos || in_.substr(k, close).find('\n') != std::string_view::npos)
            return 0;
        const std::size_t end = k + close + 1;
        replace(i, end, name == "br" || name == "p" || name == "div" || name == "li" ? "\n" : "",
                RepairKind::StrayMarkup);
        return end - i;
    }

    /// Emphasis marks that a converter left: _ or * that touch a word, in pairs within a paragraph. Names of files and
    /// accounts (a_b.txt, @a_b, #a_b, addresses) keep theirs.
    std::size_t emphasis(std::size_t i) {
        const char mark = in_[i];
        Marks& marks = mark == '_' ? underscores_ : stars_;
        if (i >= marks.decidedUntil) {
            marks.decidedUntil = std::min(in_.find('\n', i), in_.size());
            marks.places.clear();
            for (std::size_t k = i; k < marks.decidedUntil && marks.places.size() <= 64; ++k)
                if (in_[k] == mark && loose(k))
                    marks.places.push_back(k);
            if (marks.places.size() > 64 || marks.places.size() % 2 != 0)
                marks.places.clear(); // nobody can say which are marks: they stay
        }
        if (!std::binary_search(marks.places.begin(), marks.places.end(), i))
            return 0;
        replace(i, i + 1, "", RepairKind::StrayMarkup);
        return 1;
    }

    [[nodiscard]] bool loose(std::size_t k) const {
        const auto blank = [&](std::size_t j) {
            return in_[j] == ' ' || in_[j] == '\n' || in_[j] == '\t' || in_[j] == '\r';
        };
        std::size_t begin = k, end = k + 1;
        while (begin > 0 && !blank(begin - 1) && k - begin < 80)
            --begin;
        while (end < in_.size() && !blank(end) && end - k < 80)
            ++end;
        const std::string_view chunk = in_.substr(begin, end - begin);
        if (chunk.size() < 2 || chunk.find_first_of("@#/\\=<>|") != std::string_view::npos)
            return false;
        const auto letter = [&](std::size_t j) {
            const auto c = static_cast<unsigned char>(in_[j]);
            return (c | 32) >= 'a' && (c | 32) <= 'z' ? true : c >= 0x80;
        };
        const bool before = k > begin && letter(k - 1), after = k + 1 < end && letter(k + 1);
        if (!before && !after)
            return false;
        if (in_[k] == '*')
            return !(before && after);
        const auto marks = std::count(chunk.begin(), chunk.end(), '_');
        const std::size_t point = chunk.find('.');
        return marks <= 2 && (point == std::string_view::npos || point + 1 >= chunk.size() ||
                              !((chunk[point + 1] | 32) >= 'a' && (chunk[point + 1] | 32) <= 'z'));
    }

    Reading& r_;
    std::string_view in_;
    std::size_t copied_ = 0;
    struct Marks {
        std::size_t decidedUntil = 0;    ///< end of the paragraph that `places` was made for
        std::vector<std::size_t> places; ///< ascending
    };
    Marks underscores_, stars_;
};

} // namespace

void repair(Reading& reading) {
    Repairer(reading).run();
}

} // namespace countercheck::text
