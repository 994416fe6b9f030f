// SPDX-License-Identifier: GPL-3.0-or-later
// The tokenizer's walk over a text. Words of plain letters and simple marks, nearly everything, are taken sixty-four
// bytes at a time (tokenizer.cpp); the rest letter by letter (tokenwords.cpp) or mark by mark (tokenmarks.cpp). Words
// are looked up in batches, so that their places in the lexicon have arrived from memory. Private to core/text.
#pragma once

#include "core/text/charclass.h"
#include "core/text/lexicon.h"
#include "core/text/reading.h"
#include "core/text/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace countercheck::text {

/// Hints that a token has by its kind.
inline constexpr auto kindHints = [] {
    std::array<std::uint16_t, static_cast<std::size_t>(TokenKind::Break) + 1> table{};
    const auto set = [&](TokenKind kind, std::uint16_t hints) { table[static_cast<std::size_t>(kind)] = hints; };
    set(TokenKind::Number, HintFigure);
    set(TokenKind::Percent, HintFigure);
    set(TokenKind::Currency, HintFigure);
    set(TokenKind::OpenBracket, HintBracket);
    set(TokenKind::OpenQuote, HintQuote);
    set(TokenKind::CloseQuote, HintQuote);
    return table;
}();

class TokenWalk {
public:
    TokenWalk(const Lexicon& lexicon, Reading& reading);
    void run();

private:
    void walk(std::size_t end);

    // ---- making tokens (here, because all the rest does it)
    // ----------------------------------------------------------

    void emit(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags = 0) {
        emit(kind, begin, end, flags, none_);
    }
    void emit(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags, std::uint64_t hash) {
        if (!inBlock_)
            openBlock(begin);
        flags = static_cast<std::uint8_t>(flags | (blank_ ? SpaceBefore : 0));
        blank_ = false;
        const bool capital = (flags & Capitalised) != 0;
        const auto hints =
            static_cast<std::uint16_t>(kindHints[static_cast<std::size_t>(kind)] | (capital ? HintName : 0));
        push({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0, kind, flags, hints}, hash);
        if (capital)
            capitals_[capitalCount_++] = count_ - 1;
        if (kind == TokenKind::Stop || (flags & Dotted) != 0)
            stops_[stopCount_++] = count_ - 1;
        at_ = end;
    }
    void push(const Token& token, std::uint64_t hash) {
        if (waiting() == batch)
            lookUp();
        hashes_[waiting()] = hash;
        tokens()[waiting()] = token;
        ++count_;
    }
    /// Tokens whose words are to be looked up.
    [[nodiscard]] std::uint32_t waiting() const { return count_ - looked_; }
    Token* tokens() { return reinterpret_cast<Token*>(tokens_.data()); }
    /// The last token that was made; there must be one.
    Token& last() { return waiting() > 0 ? tokens()[waiting() - 1] : reading_.tokens.back(); }
    void lookUp();

    void openBlock(std::size_t begin) {
        inBlock_ = true;
        blockBegin_ = begin;
        blank_ = true;
    }
    void closeBlock(std::size_t end);

    // ---- words and numbers
    // -------------------------------------------------------------------------------------------

    /// Words of up to fifteen ASCII letters and marks that are always tokens of their own, as many as follow one
    /// another.
    void plainWords();
    void mapLetters();
    std::size_t asciiLetters(std::size_t i, unsigned& capitals) const;
    std::size_t letters(std::size_t i, std::uint8_t& flags, unsigned& upper, unsigned& lower) const;
    void word();
    bool elides(std::size_t begin, std::size_t end, std::size_t after);
    std::size_t contraction(std::size_t end, std::size_t apostrophe, std::uint8_t& flags, unsigned& upper,
                            unsigned& lower) const;
    void emitWord(TokenKind kind, std::size_t begin, std::size_t end, std::uint8_t flags, bool capital, unsigned upper,
                  unsigned lower);
    void number();
    [[nodiscard]] bool timeMark(std::size_t i) const;

    // ---- marks and line ends
    // -----------------------------------------------------------------------------------------

    void quote(std::size_t length, bool isDouble);
    [[nodiscard]] bool afterOpener();
    void apostrophe(std::size_t length);
    void mark(char c);
    void high();
    void lineEnd();

    // ---- what stands at a byte
    // ---------------------------------------------------------------------------------------

    [[nodiscard]] std::uint8_t classAt(std::size_t i) const { return classes[static_cast<unsigned char>(text_[i])]; }
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
        const std::uint8_t k = classAt(i);
        if (k != High)
            return k == Letter || k == Upper;
        const Wide w = wideClass(decodeAt(text_, i).value);
        return w == Wide::Letter || w == Wide::UpperLetter;
    }
    [[nodiscard]] bool digitAt(std::size_t i) const { return i < size_ && classAt(i) == Digit; }
    [[nodiscard]] bool blankAt(std::size_t i) const;

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

    // The reading has the first `looked_` tokens; the others wait here for their words.
    static constexpr std::uint32_t batch = 256;
    alignas(Token) std::array<std::byte, batch * sizeof(Token)> tokens_; ///< never cleared, only written
    std::uint32_t count_ = 0, looked_ = 0;
    std::uint32_t capitalCount_ = 0, stopCount_ = 0;
    std::array<std::uint64_t, batch> hashes_;

    // Which of the next bytes are ASCII letters, and capitals: a bit a byte from mapBegin_ on, good up to mapEnd_.
    static constexpr std::size_t mapped = 16; ///< words of the map; one more is read
    std::array<std::uint64_t, mapped + 1> letters_, capitalLetters_;
    std::size_t mapBegin_ = 0, mapEnd_ = 0;
    std::array<std::uint32_t, batch + 1> capitals_, stops_; ///< of the tokens that wait
};

} // namespace countercheck::text
