// SPDX-License-Identifier: GPL-3.0-or-later
// Marks: quotation marks that open or close, apostrophes, dashes, and the characters above ASCII.
#include "core/text/tokenwalk.h"

namespace countercheck::text {

void TokenWalk::quote(std::size_t length, bool isDouble) {
    const bool blankBefore = blank_ || !inBlock_ || afterOpener();
    const bool blankAfter = at_ + length >= size_ || blankAt(at_ + length);
    int& open = isDouble ? doubles_ : singles_;
    // `"…, "said the mayor`: a closing mark that the typist set off on the wrong side
    const bool misplaced = isDouble && open == 1 && blankBefore && !blankAfter && inBlock_ &&
                           last().is(TokenKind::Comma) && text_[at_ + length] >= 'a' && text_[at_ + length] <= 'z';
    const bool opens = open == 0 ? !blankAfter : (blankBefore && !blankAfter && !misplaced);
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

bool TokenWalk::afterOpener() {
    const TokenKind k = last().kind;
    return k == TokenKind::OpenBracket || k == TokenKind::OpenQuote || k == TokenKind::Dash || k == TokenKind::Slash;
}

bool TokenWalk::blankAt(std::size_t i) const {
    const std::uint8_t k = classes[static_cast<unsigned char>(text_[i])];
    return k == Blank || k == LineEnd || (k == High && wideClass(decodeAt(text_, i).value) == Wide::Blank);
}

/// "'s" after a word, or a closing single mark, or an apostrophe alone.
void TokenWalk::apostrophe(std::size_t length) {
    const std::size_t after = at_ + length;
    const bool afterWord = inBlock_ && !blank_ &&
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

void TokenWalk::mark(char c) {
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

void TokenWalk::high() {
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

} // namespace countercheck::text
