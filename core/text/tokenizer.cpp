// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include "core/text/tokenwalk.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::text {

namespace {

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

/// Has the sender broken the lines, not the writer?
bool hardWrapped(std::string_view text) {
    // A few lines of a terminal's width, and none longer.
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

/// What the fast path does with a byte that is no letter.
enum class Plain : std::uint8_t {
    Leave, ///< it is for the other rules
    Blank,
    Hyphen,
    Mark ///< always a token of its own, whatever stands around it
};
struct PlainByte {
    std::uint64_t token = 0; ///< of a mark: the second half of its token (kind and hints)
    Plain what = Plain::Leave;
    bool endsWord = false; ///< a word of plain letters may end before it
    std::uint8_t stop = 0; ///< 1: a mark that may end a sentence
};

/// The second half of a token that has no word yet, see Token.
constexpr std::uint64_t halfToken(TokenKind kind, std::uint64_t flags, std::uint64_t hints) {
    return static_cast<std::uint64_t>(kind) << 32 | flags << 40 | hints << 48;
}

constexpr auto plainBytes = [] {
    std::array<PlainByte, 256> table{};
    std::array<TokenKind, 256> kinds{};
    kinds.fill(TokenKind::Symbol);
    const auto set = [&](std::string_view marks, TokenKind kind) {
        for (const char c : marks)
            kinds[static_cast<unsigned char>(c)] = kind;
    };
    set(".!?", TokenKind::Stop);
    set(",", TokenKind::Comma);
    set(";", TokenKind::Semicolon);
    set(":", TokenKind::Colon);
    set("([{", TokenKind::OpenBracket);
    set(")]}", TokenKind::CloseBracket);
    set("/", TokenKind::Slash);
    set("%", TokenKind::Percent);
    set("$", TokenKind::Currency);
    for (std::size_t c = 0; c < 256; ++c) {
        PlainByte& byte = table[c];
        byte.endsWord = classes[c] != Letter && classes[c] != Upper && classes[c] != Digit && classes[c] != High &&
                        c != '\'' && c != '.';
        if (classes[c] == Blank)
            byte.what = Plain::Blank;
        if (classes[c] != Other || c == '"' || c == '\'' || c == '`')
            continue;
        byte.what = c == '-' ? Plain::Hyphen : Plain::Mark;
        byte.stop = kinds[c] == TokenKind::Stop ? 1 : 0;
        byte.token = halfToken(kinds[c], 0, kindHints[static_cast<std::size_t>(kinds[c])]);
    }
    return table;
}();

} // namespace

TokenWalk::TokenWalk(const Lexicon& lexicon, Reading& reading)
    : lexicon_(lexicon), reading_(reading), text_(reading.text), size_(reading.text.size()),
      wrapped_(hardWrapped(reading.text)), elides_(reading.language == Language::French), none_(lexicon.hashOfNone()) {}

void TokenWalk::run() {
    reading_.tokens.clear();
    reading_.blocks.clear();
    reading_.capitals.clear();
    reading_.stops.clear();
    reading_.tokens.reserve(size_ / 5 + 16);
    if (const std::size_t metadataEnd = metadataPrefix(text_); metadataEnd != 0) {
        walk(metadataEnd);
        closeBlock(at_);
    }
    walk(size_);
    closeBlock(size_);
    lookUp();
}

void TokenWalk::walk(std::size_t end) {
    while (at_ < end) {
        if (end == size_ && (classAt(at_) <= Upper || classAt(at_) == Blank))
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

/// Gives the tokens that wait their words: frequent ones at once. The places of the others in the table are asked for
/// meanwhile, so that they have arrived when their turn comes.
void TokenWalk::lookUp() {
    const std::uint32_t n = waiting();
    Token* const tokens = this->tokens();
    std::array<std::uint16_t, batch> rare; // NOLINT: only written places are read
    std::uint32_t rares = 0;
    for (std::uint32_t k = 0; k < n; ++k) {
        Lexicon::Found found;
        const bool frequent = lexicon_.findFrequent(hashes_[k], found);
        lexicon_.prefetch(frequent ? none_ : hashes_[k]);
        tokens[k].word = frequent ? found.word : 0;
        lexicon_.prefetchEntry(tokens[k].word);
        tokens[k].hints |= frequent ? found.hints : std::uint16_t{0};
        rare[rares] = static_cast<std::uint16_t>(k);
        rares += frequent ? 0 : 1;
    }
    for (std::uint32_t i = 0; i < rares; ++i) {
        const std::uint32_t k = rare[i];
        const Lexicon::Found found = lexicon_.findHashed(hashes_[k]);
        tokens[k].word = found.word;
        tokens[k].hints |= found.hints;
        lexicon_.prefetchWord(found.word);
    }
    looked_ = count_;
    reading_.tokens.insert(reading_.tokens.end(), tokens, tokens + n);
    reading_.capitals.insert(reading_.capitals.end(), capitals_.data(), capitals_.data() + capitalCount_);
    reading_.stops.insert(reading_.stops.end(), stops_.data(), stops_.data() + stopCount_);
    capitalCount_ = stopCount_ = 0;
}

#ifdef __SSE2__
namespace {

/// Hash of a word of up to fifteen ASCII letters; sixteen bytes can be read.
std::uint64_t hashOfLetters(const char* begin, unsigned length) {
    alignas(32) static constexpr std::uint8_t ones[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                          0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    const __m128i small = _mm_or_si128(_mm_loadu_si128(reinterpret_cast<const __m128i*>(begin)), _mm_set1_epi8(0x20));
    const __m128i word = _mm_and_si128(small, _mm_loadu_si128(reinterpret_cast<const __m128i*>(ones + 16 - length)));
    const auto low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(word));
    const auto high = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(word, word)));
    return mixHash(hashSeed(length), low, high);
}

void putToken(Token* place, std::uint64_t begin, std::uint64_t end, std::uint64_t half) {
    static_assert(TokenKind::Word == TokenKind{0} && Capitalised == 1 && sizeof(Token) == 16 &&
                  offsetof(Token, end) == 4 && offsetof(Token, word) == 8 && offsetof(Token, kind) == 12 &&
                  offsetof(Token, flags) == 13 && offsetof(Token, hints) == 14);
    const std::uint64_t halves[2] = {begin | end << 32, half};
    std::memcpy(static_cast<void*>(place), halves, sizeof halves);
}

} // namespace

void TokenWalk::mapLetters() {
    mapBegin_ = at_;
    std::size_t k = 0;
    for (; k <= mapped && at_ + 64 * (k + 1) <= size_; ++k) {
        std::uint64_t letter = 0, small = 0;
        for (unsigned i = 0; i < 4; ++i) {
            const __m128i bytes =
                _mm_loadu_si128(reinterpret_cast<const __m128i*>(text_.data() + at_ + 64 * k + 16 * i));
            const __m128i place =
                _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a')); // in the alphabet
            const auto bits = [](__m128i v) { return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(v))}; };
            letter |= bits(_mm_cmpeq_epi8(_mm_min_epu8(place, _mm_set1_epi8(25)), place)) << (16 * i);
            small |= bits(_mm_slli_epi16(bytes, 2)) << (16 * i); // bit 5, moved to where movemask looks
        }
        letters_[k] = letter;
        capitalLetters_[k] = letter & ~small;
    }
    mapEnd_ = mapBegin_ + 64 * std::min(k, mapped);
    if (k <= mapped)
        letters_[k] = capitalLetters_[k] = 0; // what follows is for the other rules
}

void TokenWalk::plainWords() {
    constexpr unsigned longest = 15;
    constexpr std::size_t ahead = 80; // bytes that are looked at from a word's beginning on
    const char* const text = text_.data();
    std::uint64_t blank = blank_ ? SpaceBefore : 0;
    while (at_ + ahead <= size_) {
        if (at_ >= mapEnd_)
            mapLetters();
        if (waiting() + 1 >= batch) // a word and its mark are made at once
            lookUp();
        // What stands in the next sixty-four bytes. Where fewer than a long word's are left, one looks again.
        const std::size_t base = at_, k = (base - mapBegin_) / 64, shift = (base - mapBegin_) % 64;
        const auto window = [k, shift](const std::uint64_t* map) {
            return map[k] >> shift | map[k + 1] << 1 << (63 - shift);
        };
        const std::uint64_t letters = window(letters_.data()), capitalLetters = window(capitalLetters_.data());
        Token* const tokens = this->tokens();
        const std::uint32_t looked = looked_, full = looked_ + batch - 1;
        std::uint32_t count = count_;
        unsigned offset = 0;
        bool leave = false;
        while (offset < 64 - longest && count < full) {
            const auto length = static_cast<unsigned>(std::countr_zero(~(letters >> offset)));
            const std::size_t at = base + offset;
            const auto after = static_cast<unsigned char>(text[at + length]);
            if (length == 0) {
                const PlainByte& byte = plainBytes[after];
                if (byte.what == Plain::Blank) {
                    ++offset;
                    blank = SpaceBefore;
                    continue;
                }
                std::uint64_t half = byte.token;
                leave = byte.what == Plain::Leave;
                if (byte.what == Plain::Hyphen) { // joins words, or stands for a dash
                    const auto next = static_cast<unsigned char>(text[at + 1]);
                    leave = next == '-' || classes[next] == High;
                    const bool spaced =
                        (blank != 0 || !inBlock_) && (classes[next] == Blank || classes[next] == LineEnd);
                    half = halfToken(spaced ? TokenKind::Dash : TokenKind::Hyphen, 0, 0);
                }
                if (leave)
                    break;
                if (!inBlock_) {
                    openBlock(at);
                    blank = SpaceBefore;
                }
                putToken(tokens + (count - looked), at, at + 1, half | blank << 40);
                hashes_[count - looked] = none_;
                stops_[stopCount_] = count;
                stopCount_ += byte.stop;
                ++count;
                ++offset;
                blank = 0;
                continue;
            }
            const PlainByte& byte = plainBytes[after];
            leave = length > longest || !(byte.endsWord || (after == '.' && length > 1));
            if (leave)
                break;
            if (!inBlock_) {
                openBlock(at);
                blank = SpaceBefore;
            }
            const std::uint64_t all = (std::uint64_t{1} << length) - 1;
            const std::uint64_t capitals = (capitalLetters >> offset) & all;
            const std::uint64_t first = capitals & 1;
            const std::uint64_t flags = blank | first | (capitals == all && length > 1 ? AllCaps : 0);
            putToken(tokens + (count - looked), at, at + length, halfToken(TokenKind::Word, flags, first * HintName));
            const std::uint64_t hash = hashOfLetters(text + at, length);
            lexicon_.prefetchFrequent(hash);
            hashes_[count - looked] = hash;
            capitals_[capitalCount_] = count;
            capitalCount_ += static_cast<std::uint32_t>(first);
            ++count;
            // The mark behind the word, and the blank behind both. Whether there is one cannot be foretold: it is made
            // in any case, and counts if it is there.
            const unsigned mark = byte.what == Plain::Mark ? 1 : 0;
            putToken(tokens + (count - looked), at + length, at + length + 1, byte.token);
            hashes_[count - looked] = none_;
            stops_[stopCount_] = count;
            stopCount_ += byte.stop & mark;
            count += mark;
            const unsigned end = length + mark;
            const unsigned space = text[at + end] == ' ' ? 1 : 0;
            blank = space * SpaceBefore;
            offset += end + space;
        }
        at_ = base + offset;
        count_ = count;
        if (leave)
            break;
    }
    blank_ = blank != 0;
}
#else
void TokenWalk::plainWords() {}
#endif

void TokenWalk::closeBlock(std::size_t end) {
    if (!inBlock_)
        return;
    const std::uint32_t lastEnd = last().end;
    reading_.blocks.push_back({Span{static_cast<std::uint32_t>(blockBegin_), lastEnd}, BlockRole::Body, 0, 0});
    push({lastEnd, static_cast<std::uint32_t>(end), 0, TokenKind::Break, 0, 0}, none_);
    stops_[stopCount_++] = count_ - 1;
    inBlock_ = false;
    blank_ = true;
    singles_ = doubles_ = 0;
    germanOpen_ = false;
}

void TokenWalk::lineEnd() {
    const std::size_t begin = at_;
    int ends = 0;
    std::size_t i = at_;
    for (; i < size_ && (classAt(i) == LineEnd || classAt(i) == Blank); ++i)
        ends += text_[i] == '\n' ? 1 : 0;
    const bool runsOn = wrapped_ && ends == 1 && inBlock_ && i < size_ && begin - lineBegin_ >= 45;
    if (!runsOn)
        closeBlock(begin);
    blank_ = true;
    at_ = lineBegin_ = i;
}

void tokenize(const Lexicon& lexicon, Reading& reading) {
    TokenWalk(lexicon, reading).run();
}

} // namespace countercheck::text
