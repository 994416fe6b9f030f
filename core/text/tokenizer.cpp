// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::text {

namespace {

enum Char : std::uint8_t { Other, Letter, Upper, Digit, Blank, LineEnd, High };

constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = Letter;
    for (int c = 'A'; c <= 'Z'; ++c)
        table[static_cast<std::size_t>(c)] = Upper;
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = Digit;
    for (int c = 0; c <= 0x20; ++c)
        table[static_cast<std::size_t>(c)] = Blank;
    table['\n'] = LineEnd;
    table[0x7F] = Blank;
    for (std::size_t c = 0x80; c < 256; ++c)
        table[c] = High;
    return table;
}();

constexpr auto kindHints = [] {
    std::array<std::uint16_t, static_cast<std::size_t>(TokenKind::Break) + 1> table{};
    const auto set = [&](TokenKind kind, std::uint16_t hints) { table[static_cast<std::size_t>(kind)] = hints; };
    set(TokenKind::Number, HintFigure);
    set(TokenKind::Percent, HintFigure);
    set(TokenKind::Currency, HintFigure);
    set(TokenKind::OpenQuote, HintQuote);
    set(TokenKind::CloseQuote, HintQuote);
    return table;
}();

/// May a plain word end before this byte? Not before a letter, a digit, an apostrophe, a point, or above ASCII.
constexpr std::array<bool, 256> endsWord = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 256; ++c)
        table[c] = classes[c] != Letter && classes[c] != Upper && classes[c] != Digit && classes[c] != High &&
                   c != '\'' && c != '.';
    return table;
}();

enum class Wide : std::uint8_t {
    Letter,
    UpperLetter,
    Blank,
    LineEnd,
    Hyphen,
    Dash,
    Apostrophe,
    OpenQuote,
    CloseQuote,
    Ellipsis,
    Currency,
    Percent,
    Symbol,
    Bad
};

Wide wideClass(char32_t v) {
    if (v < 0x100) {
        switch (v) {
        case 0x85:
            return Wide::LineEnd;
        case 0xA0:
            return Wide::Blank;
        case 0xA2:
        case 0xA3:
        case 0xA5:
            return Wide::Currency;
        case 0xAB:
            return Wide::OpenQuote;
        case 0xBB:
            return Wide::CloseQuote;
        case 0xAD:
            return Wide::Letter; // soft hyphen: part of its word
        case 0xAA:
        case 0xB5:
        case 0xBA:
            return Wide::Letter;
        case 0xD7:
        case 0xF7:
            return Wide::Symbol;
        default:
            break;
        }
        if (v < 0xA0)
            return Wide::Blank; // C1 controls
        if (v < 0xC0)
            return Wide::Symbol;
        return v <= 0xDE ? Wide::UpperLetter : Wide::Letter;
    }
    if (v <= 0x17F) {
        const bool oddIsUpper = (v >= 0x139 && v <= 0x148) || (v >= 0x179 && v <= 0x17E);
        return ((v & 1u) != 0) == oddIsUpper ? Wide::UpperLetter : Wide::Letter;
    }
    if ((v >= 0x391 && v <= 0x3A9) || (v >= 0x400 && v <= 0x42F))
        return Wide::UpperLetter;
    if (v < 0x2000)
        return v == 0x1680 ? Wide::Blank : v == 0x2BC ? Wide::Apostrophe : Wide::Letter;
    if (v < 0x2070) {
        if (v <= 0x200A || v == 0x202F || v == 0x205F)
            return Wide::Blank;
        if (v >= 0x200B && v <= 0x200F)
            return Wide::Letter; // zero-width: part of what surrounds it
        switch (v) {
        case 0x2010:
        case 0x2011:
            return Wide::Hyphen;
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
            return Wide::Dash;
        case 0x2018:
        case 0x201A:
        case 0x201C:
        case 0x201E:
        case 0x2039:
            return Wide::OpenQuote;
        case 0x2019:
            return Wide::Apostrophe;
        case 0x201D:
        case 0x203A:
            return Wide::CloseQuote;
        case 0x201F:
            return Wide::OpenQuote;
        case 0x2026:
            return Wide::Ellipsis;
        case 0x2028:
        case 0x2029:
            return Wide::LineEnd;
        case 0x2030:
            return Wide::Percent;
        default:
            return Wide::Symbol;
        }
    }
    if (v >= 0x20A0 && v <= 0x20CF)
        return Wide::Currency;
    if (v < 0x2C00)
        return Wide::Symbol; // super- and subscripts, letter-like, fractions, arrows, mathematics, box drawing
    if (v == 0x3000 || v == 0xFEFF)
        return Wide::Blank;
    if (v >= 0x3001 && v <= 0x303F)
        return Wide::Symbol;
    if (v == 0xFFFD)
        return Wide::Bad;
    return v >= 0x1F000 && v <= 0x1FFFF ? Wide::Symbol : Wide::Letter;
}

/// Where a line of metadata at the very beginning ends that has no line end of its own: "date 2026-01-13 Gunmen …".
/// 0: there is none.
std::size_t metadataPrefix(std::string_view text) {
    std::size_t i = 0;
    const auto blanks = [&] {
        while (i < text.size() && (text[i] == ' ' || text[i] == '\t'))
            ++i;
    };
    blanks();
    bool known = false;
    for (const std::string_view word : {"date", "published", "posted", "updated"})
        if (!known && text.size() > i + word.size() &&
            std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
                       [](char a, char b) { return a == (b | 32); })) {
            i += word.size();
            known = true;
        }
    if (!known)
        return 0;
    if (i < text.size() && text[i] == ':')
        ++i;
    blanks();
    const std::size_t at = i;
    const auto digits = [&](std::size_t n) {
        std::size_t k = 0;
        while (k < n && i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++k, ++i;
        return k == n;
    };
    const auto hyphen = [&] { return i < text.size() && text[i] == '-' && ++i != 0; };
    if (!(digits(4) && hyphen() && digits(2) && hyphen() && digits(2)) || i == at)
        return 0;
    while (i < text.size() && static_cast<unsigned char>(text[i]) > ' ')
        ++i; // a time behind the day
    return i;
}

bool hardWrapped(std::string_view text) {
    // A few lines of a terminal's width, and none longer: the sender broke the lines, not the writer.
    std::size_t medium = 0, begin = 0, lines = 0;
    while (begin < text.size() && lines < 400) {
        const std::size_t seen = std::min<std::size_t>(text.size() - begin, 101);
        const void* nl = std::memchr(text.data() + begin, '\n', seen);
        const std::size_t end =
            nl ? static_cast<std::size_t>(static_cast<const char*>(nl) - text.data()) : begin + seen;
        const std::size_t length = end - begin;
        if (length > 100)
            return false;
        medium += length >= 55 ? 1 : 0;
        ++lines;
        begin = end + 1;
    }
    return medium >= 3;
}

class Walk {
public:
    Walk(const Lexicon& lexicon, Reading& reading)
        : lexicon_(lexicon), reading_(reading), text_(reading.text), size_(reading.text.size()),
          wrapped_(hardWrapped(reading.text)), elides_(reading.language == Language::French),
          none_(lexicon.hashOfNone()) {}

    void run() {
        reading_.tokens.clear();
        reading_.blocks.clear();
        reading_.tokens.reserve(size_ / 5 + 16);
        if (const std::size_t metadataEnd = metadataPrefix(text_); metadataEnd != 0) {
            walk(metadataEnd);
            closeBlock(at_);
        }
        walk(size_);
        closeBlock(size_);
        lookUp();
    }

private:
    void walk(std::size_t end) {
        while (at_ < end) {
            if (end == size_)
                plainWords();
            const auto c = static_cast<unsigned char>(text_[at_]);
            switch (classes[c]) {
            case Letter:
            case Upper:
                word();
                break;
            case Digit:
                number();
                break;
            case Blank:
                ++at_;
                blank_ = true;
                break;
            case LineEnd:
                lineEnd();
                break;
            case High:
                high();
                break;
            default:
                mark(static_cast<char>(c));
                break;
            }
        }
    }

    void emit(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags = 0) {
        emit(kind, begin, end, flags, none_);
    }
    void emit(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags, std::uint64_t hash) {
        if (!inBlock_)
            openBlock(begin);
        flags = static_cast<std::uint8_t>(flags | (blank_ ? SpaceBefore : 0));
        blank_ = false;
        const auto hints = static_cast<std::uint16_t>(kindHints[static_cast<std::size_t>(kind)] |
                                                      ((flags & Capitalised) != 0 ? HintName : 0));
        push({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0, kind, flags, hints}, hash);
        at_ = end;
    }

    void push(const Token& token, std::uint64_t hash) {
        if (pending_ == batch)
            lookUp();
        hashes_[pending_] = hash;
        tokens_[pending_++] = token;
    }
    /// The last token that was made; there must be one.
    Token& last() { return pending_ > 0 ? tokens_[pending_ - 1] : reading_.tokens.back(); }

    /// Gives the tokens of a batch their words and hands them over. Their places in the table are asked for some words
    /// ahead, so that they have arrived when their turn comes.
    void lookUp() {
        constexpr std::size_t ahead = 16;
        const std::size_t n = pending_;
        for (std::size_t k = 0; k < std::min(ahead, n); ++k)
            lexicon_.prefetch(hashes_[k]);
        for (std::size_t k = 0; k < n; ++k) {
            lexicon_.prefetch(hashes_[std::min(k + ahead, n - 1)]);
            const Lexicon::Found found = lexicon_.findHashed(hashes_[k]);
            tokens_[k].word = found.word;
            tokens_[k].hints |= found.hints;
            lexicon_.prefetchUse(found.word);
        }
        const auto first = tokens_.begin();
        reading_.tokens.insert(reading_.tokens.end(), first, first + static_cast<std::ptrdiff_t>(n));
        pending_ = 0;
    }

#ifdef __SSE2__
    /// Of sixty-four bytes, a bit for each that is an ASCII letter, and for each that lacks bit 5 as capitals do.
    struct Letters {
        std::uint64_t letter = 0, capital = 0;
        explicit Letters(const char* bytes) {
            for (int i = 0; i < 4; ++i) {
                const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
                const __m128i small = _mm_or_si128(sixteen, _mm_set1_epi8(0x20));
                const __m128i letters = _mm_and_si128(_mm_cmpgt_epi8(small, _mm_set1_epi8('a' - 1)),
                                                      _mm_cmplt_epi8(small, _mm_set1_epi8('z' + 1)));
                const auto bits = [](__m128i v) { return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(v))}; };
                letter |= bits(letters) << (16 * i);
                capital |= bits(_mm_slli_epi16(sixteen, 2)) << (16 * i); // bit 5, moved to where movemask looks
            }
            capital = ~capital;
        }
    };

    /// Hash of a word of up to fifteen ASCII letters; sixteen bytes can be read.
    static std::uint64_t hashOfLetters(const char* begin, unsigned length) {
        alignas(32) static constexpr std::uint8_t ones[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                              0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
        const __m128i small =
            _mm_or_si128(_mm_loadu_si128(reinterpret_cast<const __m128i*>(begin)), _mm_set1_epi8(0x20));
        const __m128i word =
            _mm_and_si128(small, _mm_loadu_si128(reinterpret_cast<const __m128i*>(ones + 16 - length)));
        const auto low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(word));
        const auto high = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(word, word)));
        return mixHash(hashSeed(length), low, high);
    }

    /// Words of up to fifteen ASCII letters before a blank or a mark that cannot belong to them, as many as follow one
    /// another: most of every text. What comes next is for the rules below.
    void plainWords() {
        constexpr unsigned longest = 15;
        static_assert(Capitalised == 1 && sizeof(Token) == 16 && offsetof(Token, word) == 8 &&
                      offsetof(Token, kind) == 12 && offsetof(Token, flags) == 13 && offsetof(Token, hints) == 14);
        while (at_ + 64 + 16 <= size_) {
            const char* const base = text_.data() + at_;
            const Letters letters(base);
            if (letters.letter == ~std::uint64_t{0})
                return;
            unsigned offset = 0;
            bool plain = true;
            std::uint64_t blank = blank_ ? SpaceBefore : 0;
            do {
                const auto length = static_cast<unsigned>(std::countr_zero(~(letters.letter >> offset)));
                const char after = base[offset + length];
                if (length == 0) {
                    plain = after == ' ';
                    if (!plain)
                        break;
                    ++offset;
                    blank = SpaceBefore;
                    continue;
                }
                if (offset + length >= 64 && offset > 0)
                    break; // it may go on: look at it again as the first
                if (length > longest ||
                    (after != ' ' && !endsWord[static_cast<unsigned char>(after)] && (after != '.' || length == 1))) {
                    plain = false;
                    break;
                }
                const std::size_t begin = at_ + offset;
                if (!inBlock_) {
                    openBlock(begin);
                    blank = SpaceBefore;
                }
                if (pending_ == batch)
                    lookUp();
                const std::uint64_t all = (std::uint64_t{1} << length) - 1;
                const std::uint64_t capitals = (letters.capital >> offset) & all;
                const std::uint64_t first = capitals & 1;
                const std::uint64_t flags = blank | first | (capitals == all && length > 1 ? AllCaps : 0);
                // A token in two words of the machine: its span; its kind (Word is 0), flags and hints.
                static_assert(TokenKind::Word == TokenKind{0});
                const std::uint64_t parts[2] = {begin | (begin + length) << 32, flags << 40 | (first * HintName) << 48};
                std::memcpy(&tokens_[pending_], parts, sizeof parts);
                hashes_[pending_++] = hashOfLetters(base + offset, length);
                blank = after == ' ' ? SpaceBefore : 0;
                offset += length + (after == ' ' ? 1 : 0);
            } while (offset < 64);
            blank_ = blank != 0;
            at_ += offset;
            if (!plain)
                return;
        }
    }
#else
    void plainWords() {}
#endif

    void openBlock(std::size_t begin) {
        inBlock_ = true;
        blockBegin_ = begin;
        blank_ = true;
    }

    void closeBlock(std::size_t end) {
        if (!inBlock_)
            return;
        const std::uint32_t lastEnd = last().end;
        reading_.blocks.push_back({Span{static_cast<std::uint32_t>(blockBegin_), lastEnd}, BlockRole::Body, 0, 0});
        push({lastEnd, static_cast<std::uint32_t>(end), 0, TokenKind::Break, 0, 0}, none_);
        inBlock_ = false;
        blank_ = true;
        singles_ = doubles_ = 0;
        germanOpen_ = false;
    }

    void lineEnd() {
        const std::size_t begin = at_;
        int ends = 0;
        std::size_t i = at_;
        for (; i < size_ && (classes[static_cast<unsigned char>(text_[i])] == LineEnd ||
                             classes[static_cast<unsigned char>(text_[i])] == Blank);
             ++i)
            ends += text_[i] == '\n' ? 1 : 0;
        const bool runsOn = wrapped_ && ends == 1 && inBlock_ && i < size_ && begin - lineBegin_ >= 45;
        if (!runsOn)
            closeBlock(begin);
        blank_ = true;
        at_ = lineBegin_ = i;
    }

    /// Where the run of ASCII letters from `i` on ends, or a little before: eight bytes at a time, so that short words
    /// of any length take the same few steps.
    std::size_t asciiLetters(std::size_t i, unsigned& capitals) const {
        if constexpr (std::endian::native != std::endian::little)
            return i;
        constexpr std::uint64_t every = 0x0101010101010101ull;
        while (i + 8 <= size_) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text_.data() + i, 8);
            const std::uint64_t small = (bytes | every * 0x20) & every * 0x7F;
            const std::uint64_t letter =
                (small + every * (0x80 - 'a')) & ~(small + every * (0x7F - 'z')) & ~bytes & every * 0x80;
            const std::uint64_t other = letter ^ every * 0x80;
            std::uint64_t upper = letter & ~(bytes << 2);
            if (other != 0) {
                upper &= (other & (~other + 1)) - 1; // those in front of the first other byte
                capitals += static_cast<unsigned>((upper >> 7) * every >> 56);
                return i + static_cast<std::size_t>(std::countr_zero(other)) / 8;
            }
            capitals += static_cast<unsigned>((upper >> 7) * every >> 56);
            i += 8;
        }
        return i;
    }

    /// Letters from at_; code points above ASCII that are letters belong to it. Returns where they end.
    std::size_t letters(std::size_t i, std::uint8_t& flags, unsigned& upper, unsigned& lower) const {
        for (;;) {
            const std::size_t begin = i;
            unsigned capitals = 0;
            i = asciiLetters(i, capitals);
            std::uint8_t k = Other;
            while (i < size_ && ((k = classes[static_cast<unsigned char>(text_[i])]) == Letter || k == Upper)) {
                capitals += k == Upper ? 1u : 0u;
                ++i;
            }
            upper += capitals;
            lower += static_cast<unsigned>(i - begin) - capitals;
            if (i < size_ && k == High) {
                const CodePoint p = decodeAt(text_, i);
                const Wide w = wideClass(p.value);
                if (w != Wide::Letter && w != Wide::UpperLetter)
                    break;
                flags |= NonAscii;
                ++(w == Wide::UpperLetter ? upper : lower);
                i += p.length;
            } else {
                break;
            }
        }
        return i;
    }

    /// Length of an apostrophe at i (0: none).
    [[nodiscard]] std::size_t apostropheAt(std::size_t i) const {
        if (i >= size_)
            return 0;
        if (text_[i] == '\'')
            return 1;
        if (i + 2 < size_ && text_[i] == '\xE2' && text_[i + 1] == '\x80' && text_[i + 2] == '\x99')
            return 3;
        return 0;
    }
    [[nodiscard]] bool letterAt(std::size_t i) const {
        if (i >= size_)
            return false;
        const std::uint8_t k = classes[static_cast<unsigned char>(text_[i])];
        if (k != High)
            return k == Letter || k == Upper;
        const Wide w = wideClass(decodeAt(text_, i).value);
        return w == Wide::Letter || w == Wide::UpperLetter;
    }
    [[nodiscard]] bool digitAt(std::size_t i) const {
        return i < size_ && classes[static_cast<unsigned char>(text_[i])] == Digit;
    }

    void word() {
        const std::size_t begin = at_;
        std::uint8_t flags = 0;
        unsigned upper = 0, lower = 0;
        const bool capital = classes[static_cast<unsigned char>(text_[begin])] == Upper ||
                             (classes[static_cast<unsigned char>(text_[begin])] == High &&
                              wideClass(decodeAt(text_, begin).value) == Wide::UpperLetter);
        std::size_t end = letters(begin, flags, upper, lower);
        // U.S. · p.m. · e.g.: single letters with points
        if (end - begin == 1 && end + 1 < size_ && text_[end] == '.' && letterAt(end + 1)) {
            std::size_t i = end;
            while (i + 1 < size_ && text_[i] == '.' && classes[static_cast<unsigned char>(text_[i + 1])] <= Upper &&
                   letterAt(i + 1) && !letterAt(i + 2))
                i += 2;
            if (i > end) {
                if (i < size_ && text_[i] == '.')
                    ++i;
                end = i;
                upper += capital ? 1 : 0;
                flags |= text_[end - 1] == '.' ? Dotted : 0;
            }
        } else if (const std::size_t a = apostropheAt(end); a != 0) {
            if (elides_ && elides(begin, end, end + a)) {
                end += a;
                if (a > 1)
                    flags |= NonAscii;
                emitWord(TokenKind::Word, begin, end, flags, capital, upper, lower);
                return;
            }
            if (letterAt(end + a))
                end = contraction(end, a, flags, upper, lower);
        }
        if (digitAt(end)) { // B2Gold, RN22, Q3
            while (digitAt(end) || letterAt(end))
                end = letterAt(end) ? letters(end, flags, upper, lower) : end + 1;
            emitWord(TokenKind::Alnum, begin, end, flags, capital, upper, lower);
            last().hints |= HintFigure; // "USD300"
            if (end - begin <= 6)
                last().hints |= HintTime; // "Q3", "FY2025"
            return;
        }
        emitWord(TokenKind::Word, begin, end, flags, capital, upper, lower);
    }

    /// Is the word an elision (l'attaque, qu'il, d'1,5 million)? In front of a consonant it is a name (N'Djamena).
    bool elides(std::size_t begin, std::size_t end, std::size_t after) {
        if (end - begin > 7 || after >= size_)
            return false;
        char key[8];
        for (std::size_t i = begin; i < end; ++i) {
            const char c = text_[i];
            if (static_cast<unsigned char>(c) >= 0x80)
                return false;
            key[i - begin] = static_cast<char>(c | 0x20);
        }
        key[end - begin] = '\'';
        constexpr std::string_view consonants = "bcdfgjklmnpqrstvwxzBCDFGJKLMNPQRSTVWXZ";
        if (classes[static_cast<unsigned char>(text_[begin])] == Upper &&
            consonants.find(text_[after]) != std::string_view::npos)
            return false;
        const WordId id = lexicon_.findWord({key, end - begin + 1});
        if (!lexicon_.inLexicon(id) && (lexicon_.use(id).parts & Elided) == 0)
            return false;
        if (end - begin < 4)
            return true;
        std::uint8_t flags = 0; // quelqu'un, presqu'île: one word
        unsigned upper = 0, lower = 0;
        const std::size_t last = letters(after, flags, upper, lower);
        return !lexicon_.use(lexicon_.findWord(lowered(text_.substr(begin, last - begin), buffer_))).known();
    }

    /// Letters, an apostrophe, letters: one word (don't, O'Brien, Jama'at), or a possessive's start.
    std::size_t contraction(std::size_t end, std::size_t apostrophe, std::uint8_t& flags, unsigned& upper,
                            unsigned& lower) const {
        const std::size_t after = end + apostrophe;
        std::uint8_t moreFlags = 0;
        unsigned moreUpper = 0, moreLower = 0;
        const std::size_t last = letters(after, moreFlags, moreUpper, moreLower);
        if (last - after == 1 && (text_[after] == 's' || text_[after] == 'S'))
            return end; // possessive: a token of its own
        flags |= moreFlags;
        if (apostrophe > 1)
            flags |= NonAscii;
        upper += moreUpper;
        lower += moreLower;
        return last;
    }

    void emitWord(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags, bool capital, unsigned upper,
                  unsigned lower) {
        if (capital)
            flags |= Capitalised;
        if (upper >= 2 && lower == 0)
            flags |= AllCaps;
        std::uint64_t hash = none_;
        if (end - begin <= 32) {
            const std::string_view form = text_.substr(begin, end - begin);
            hash = hashSmall((flags & NonAscii) == 0 ? form : lowered(form, buffer_));
        }
        emit(kind, begin, end, flags, hash);
        if (text_[begin] == '\xEF') // １２３
            last().hints |= HintFigure;
    }

    void number() {
        const std::size_t begin = at_;
        std::size_t i = begin;
        std::uint8_t flags = 0;
        for (;;) {
            while (digitAt(i))
                ++i;
            if (i + 1 < size_ && digitAt(i + 1) && (text_[i] == ',' || text_[i] == '.')) {
                flags |= text_[i] == ',' ? HasComma : HasPoint;
                ++i;
                continue;
            }
            break;
        }
        if (letterAt(i)) { // 40k, 15th, 3bn
            unsigned upper = 0, lower = 0;
            while (digitAt(i) || letterAt(i))
                i = letterAt(i) ? letters(i, flags, upper, lower) : i + 1;
            emitWord(TokenKind::Alnum, begin, i, flags, false, upper, lower);
            last().hints |= HintTime | HintFigure;
            return;
        }
        const bool behindMark = !blank_ && inBlock_ && joinsTimes(last());
        emit(TokenKind::Number, begin, i, flags);
        if (behindMark || i - begin == 4 || i - begin == 8 || (flags & HasPoint) != 0 || (i < size_ && timeMark(i)))
            last().hints |= HintTime;
    }

    /// A mark that joins numbers to dates and times of day stands before the number: 9:30, 3/4, 2026-01-13, '05.
    static bool joinsTimes(const Token& before) {
        return before.is(TokenKind::Colon) || before.is(TokenKind::Slash) || before.is(TokenKind::Hyphen) ||
               before.is(TokenKind::Dash) || before.is(TokenKind::Apostrophe) || before.is(TokenKind::OpenQuote);
    }
    [[nodiscard]] bool timeMark(std::size_t i) const {
        return text_[i] == ':' || text_[i] == '/' || text_[i] == '-' || text_[i] == '.' || text_[i] == '\'' ||
               classes[static_cast<unsigned char>(text_[i])] == High;
    }

    void quote(std::size_t length, bool isDouble) {
        const bool blankBefore = blank_ || !inBlock_ || afterOpener();
        const bool blankAfter = at_ + length >= size_ || blankAt(at_ + length);
        int& open = isDouble ? doubles_ : singles_;
        const bool opens = open == 0 ? !blankAfter : (blankBefore && !blankAfter);
        if (!isDouble && !opens && open == 0) {
            emit(TokenKind::Apostrophe, at_, at_ + length);
            return;
        }
        if (isDouble && !opens && open == 0 && !blankBefore) { // 6'2": inches, or a mark whose partner is lost
            emit(TokenKind::CloseQuote, at_, at_ + length);
            return;
        }
        open = opens ? open + 1 : (open > 0 ? open - 1 : 0);
        emit(opens ? TokenKind::OpenQuote : TokenKind::CloseQuote, at_, at_ + length);
    }

    [[nodiscard]] bool afterOpener() {
        const TokenKind k = last().kind;
        return k == TokenKind::OpenBracket || k == TokenKind::OpenQuote || k == TokenKind::Dash ||
               k == TokenKind::Slash;
    }
    [[nodiscard]] bool blankAt(std::size_t i) const {
        const std::uint8_t k = classes[static_cast<unsigned char>(text_[i])];
        return k == Blank || k == LineEnd || (k == High && wideClass(decodeAt(text_, i).value) == Wide::Blank);
    }

    /// "'s" after a word, or a closing single mark, or an apostrophe alone.
    void apostrophe(std::size_t length) {
        const std::size_t after = at_ + length;
        const bool afterWord =
            inBlock_ && !blank_ &&
            (last().is(TokenKind::Word) || last().is(TokenKind::Alnum) || last().is(TokenKind::Number));
        if (afterWord && after < size_ && (text_[after] == 's' || text_[after] == 'S') && !letterAt(after + 1)) {
            emit(TokenKind::Apostrophe, at_, after + 1);
            return;
        }
        if (length > 1) { // ’ closes a ‘ that is open
            if (singles_ > 0 && !letterAt(after)) {
                --singles_;
                emit(TokenKind::CloseQuote, at_, after);
            } else {
                emit(TokenKind::Apostrophe, at_, after);
            }
            return;
        }
        if (afterWord && singles_ == 0) {
            emit(TokenKind::Apostrophe, at_, after);
            return;
        }
        if (!afterWord && digitAt(after)) { // '05
            emit(TokenKind::Apostrophe, at_, after);
            return;
        }
        quote(1, false);
    }

    void mark(char c) {
        const std::size_t next = at_ + 1;
        switch (c) {
        case '.':
        case '!':
        case '?':
            emit(TokenKind::Stop, at_, next);
            break;
        case ',':
            emit(TokenKind::Comma, at_, next);
            break;
        case ';':
            emit(TokenKind::Semicolon, at_, next);
            break;
        case ':':
            emit(TokenKind::Colon, at_, next);
            break;
        case '(':
        case '[':
        case '{':
            emit(TokenKind::OpenBracket, at_, next);
            break;
        case ')':
        case ']':
        case '}':
            emit(TokenKind::CloseBracket, at_, next);
            break;
        case '/':
            emit(TokenKind::Slash, at_, next);
            break;
        case '%':
            emit(TokenKind::Percent, at_, next);
            break;
        case '$':
            emit(TokenKind::Currency, at_, next);
            break;
        case '"':
            quote(1, true);
            break;
        case '\'':
            apostrophe(1);
            break;
        case '`': // ``quoted'' in old typescripts
            if (next < size_ && text_[next] == '`')
                emit(TokenKind::OpenQuote, at_, next + 1);
            else
                emit(TokenKind::OpenQuote, at_, next);
            break;
        case '-': {
            std::size_t end = next;
            while (end < size_ && text_[end] == '-')
                ++end;
            const bool spaced = (blank_ || !inBlock_) && (end >= size_ || blankAt(end));
            emit(end - at_ > 1 || spaced ? TokenKind::Dash : TokenKind::Hyphen, at_, end);
            break;
        }
        default:
            emit(TokenKind::Symbol, at_, next);
            break;
        }
    }

    void high() {
        const CodePoint p = decodeAt(text_, at_);
        const std::size_t next = at_ + p.length;
        switch (wideClass(p.value)) {
        case Wide::Letter:
        case Wide::UpperLetter:
            word();
            break;
        case Wide::Blank:
            at_ = next;
            blank_ = true;
            break;
        case Wide::LineEnd:
            closeBlock(at_);
            at_ = lineBegin_ = next;
            break;
        case Wide::Hyphen:
            emit(TokenKind::Hyphen, at_, next);
            break;
        case Wide::Dash:
            emit(TokenKind::Dash, at_, next);
            break;
        case Wide::Apostrophe:
            apostrophe(p.length);
            break;
        case Wide::OpenQuote:
            if (p.value == 0x2018) {
                ++singles_;
            } else if (p.value == 0x201C && doubles_ > 0 && p.value != 0xAB && germanOpen_) { // „…“
                --doubles_;
                germanOpen_ = false;
                emit(TokenKind::CloseQuote, at_, next);
                break;
            } else {
                ++doubles_;
                germanOpen_ = p.value == 0x201E;
            }
            emit(TokenKind::OpenQuote, at_, next);
            break;
        case Wide::CloseQuote:
            doubles_ = doubles_ > 0 ? doubles_ - 1 : 0;
            emit(TokenKind::CloseQuote, at_, next);
            break;
        case Wide::Ellipsis:
            emit(TokenKind::Stop, at_, next);
            break;
        case Wide::Currency:
            emit(TokenKind::Currency, at_, next, NonAscii);
            break;
        case Wide::Percent:
            emit(TokenKind::Percent, at_, next, NonAscii);
            break;
        case Wide::Symbol:
            emit(TokenKind::Symbol, at_, next, NonAscii);
            last().hints |= HintFigure; // ½
            break;
        case Wide::Bad:
            at_ = next;
            blank_ = true;
            break;
        }
    }

    const Lexicon& lexicon_;
    Reading& reading_;
    std::string_view text_;
    std::size_t size_;
    bool wrapped_;
    bool elides_;
    std::uint64_t none_; ///< hash of a token that is no word
    std::size_t at_ = 0, lineBegin_ = 0, blockBegin_ = 0;
    bool inBlock_ = false, blank_ = true, germanOpen_ = false;
    int singles_ = 0, doubles_ = 0;
    std::string buffer_;
    static constexpr std::size_t batch = 512;
    std::array<Token, batch> tokens_; ///< the last ones, whose words are to be looked up
    std::array<std::uint64_t, batch> hashes_;
    std::size_t pending_ = 0;
};

} // namespace

void tokenize(const Lexicon& lexicon, Reading& reading) {
    Walk(lexicon, reading).run();
}

} // namespace countercheck::text
