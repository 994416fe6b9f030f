// SPDX-License-Identifier: GPL-3.0-or-later
// Words and numbers, letter by letter: what the walk's fast path leaves over.
#include "core/text/tokenwalk.h"

#include <bit>
#include <cstring>

namespace countercheck::text {

/// Where the run of ASCII letters from `i` on ends, or a little before: eight bytes at a time, so that short words
/// of any length take the same few steps.
std::size_t TokenWalk::asciiLetters(std::size_t i, unsigned& capitals) const {
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
std::size_t TokenWalk::letters(std::size_t i, std::uint8_t& flags, unsigned& upper, unsigned& lower) const {
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

void TokenWalk::word() {
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
            if (text_[end - 1] == '.')
                flags |= Dotted;
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
bool TokenWalk::elides(std::size_t begin, std::size_t end, std::size_t after) {
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
std::size_t TokenWalk::contraction(std::size_t end, std::size_t apostrophe, std::uint8_t& flags, unsigned& upper,
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

void TokenWalk::emitWord(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags, bool capital,
                         unsigned upper, unsigned lower) {
    if (capital)
        flags |= Capitalised;
    if (upper >= 2 && lower == 0)
        flags |= AllCaps;
    std::uint64_t hash = none_;
    if (end - begin <= 32)
        hash = (flags & NonAscii) == 0 ? hashSmallIn(text_, begin, end)
                                       : hashSmall(lowered(text_.substr(begin, end - begin), buffer_));
    emit(kind, begin, end, flags, hash);
    if (text_[begin] == '\xEF') // １２３
        last().hints |= HintFigure;
}

namespace {

/// A mark that joins numbers to dates and times of day stands before the number: 9:30, 3/4, 2026-01-13, '05.
bool joinsTimes(const Token& before) {
    return before.is(TokenKind::Colon) || before.is(TokenKind::Slash) || before.is(TokenKind::Hyphen) ||
           before.is(TokenKind::Dash) || before.is(TokenKind::Apostrophe) || before.is(TokenKind::OpenQuote);
}

} // namespace

bool TokenWalk::timeMark(std::size_t i) const {
    return text_[i] == ':' || text_[i] == '/' || text_[i] == '-' || text_[i] == '.' || text_[i] == '\'' ||
           classes[static_cast<unsigned char>(text_[i])] == High;
}

void TokenWalk::number() {
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

} // namespace countercheck::text
