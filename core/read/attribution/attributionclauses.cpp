// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses for the shallow parser: where one begins with a finite verb, where it breaks off, what a stretch holds
// without the marks at its ends; and who may speak at all.
#include "core/read/attribution/attributionphrases.h"

namespace countercheck::read {

using text::Field;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

bool Phrases::finiteVerb(std::uint32_t t) {
    if (t > first_ && small(t - 1) == Small::To)
        return false;
    switch (classOf(t)) {
    case WordClass::Verb: // "the care regulator"
        return !(english_ && t > first_ && (small(t - 1) == Small::The || small(t - 1) == Small::A));
    case WordClass::Aux:
    case WordClass::Modal:
        return true;
    case WordClass::Past:
        return !french_ && (!has(t + 1, Tag::Prep) || small(t + 1) == Small::To || small(t + 1) == Small::In);
    default:
        break;
    }
    // "attacks", "claims": a verb where a singular subject stands before and an object or small word behind
    if (!is(t, TokenKind::Word) || t == first_ || classOf(t) == WordClass::Name)
        return false;
    std::uint32_t subject = t - 1;
    while (subject > first_ && (is(subject, TokenKind::OpenQuote) || classOf(subject) == WordClass::Adverb))
        --subject;
    const text::WordUse* info = english_ && lex.use(r.tokens[t].word).known() ? &lex.use(r.tokens[t].word) : nullptr;
    if (!info || (info->forms & (text::VerbThird | text::VerbBase)) == 0)
        return false;
    const WordClass before = classOf(subject), after = classOf(t + 1);
    return (before == WordClass::Noun || before == WordClass::Name || before == WordClass::Pron) &&
           (after == WordClass::Det || after == WordClass::That || after == WordClass::Pron ||
            after == WordClass::Prep || after == WordClass::Name || after == WordClass::Number);
}

/// "he's", "they'd": a pronoun with its verb.
bool Phrases::contracted(std::uint32_t t) const {
    const Token& token = r.tokens[t];
    const std::uint32_t length = token.end - token.begin;
    if (!english_ || length > 9 || length < 5)
        return false;
    const char* const form = r.text.data() + token.begin;
    return form[length - 3] == '\'' || form[length - 5] == '\xE2'; // "they're", "they’re"
}

bool Phrases::clauseAt(std::uint32_t t) {
    t = afterTime(t);
    while (t < end_ && classOf(t) == WordClass::Adverb)
        ++t;
    if (t >= end_)
        return false;
    WordClass c = classOf(t);
    if ((c == WordClass::Noun || c == WordClass::Name) && contracted(t))
        return true; // "they're hiring"
    if (c == WordClass::Subord || (c == WordClass::Wh && small(t) != Small::Who))
        return true;
    if (c == WordClass::Pron) // "he was", "there were"
        return t + 1 < end_ && small(t) != Small::So &&
               (is(t + 1, TokenKind::Apostrophe) || finiteVerb(t + 1) || classOf(t + 1) == WordClass::Adverb ||
                classOf(t + 1) == WordClass::Verb || classOf(t + 1) == WordClass::Past ||
                classOf(t + 1) == WordClass::Noun || classOf(t + 1) == WordClass::Adjective ||
                (classOf(t + 1) == WordClass::Conj && clauseAt(t + 2))); // "he and two friends went"
    if (c == WordClass::Mark && !is(t, TokenKind::OpenQuote))
        return false;
    bool nominal = false;
    std::uint32_t commas = 0;
    for (std::uint32_t i = t, steps = 0; i < end_ && steps < 40; ++i, ++steps) {
        c = classOf(i);
        if (c == WordClass::Noun || c == WordClass::Name || c == WordClass::Number || c == WordClass::Ing ||
            (c == WordClass::Adjective && i > t && classOf(i - 1) == WordClass::Det)) // "a sixth might"
            nominal = true;
        if (nominal && finiteVerb(i))
            return c == WordClass::Aux || c == WordClass::Modal ||
                   classOf(i - 1) != WordClass::Conj; // "goodbye and left"
        if (c == WordClass::Wh || (c == WordClass::That && nominal) || is(i, TokenKind::Semicolon) ||
            is(i, TokenKind::Colon)) {
            // a relative clause: its verb is not the one that was looked for, unless a comma closes it
            if (is(i, TokenKind::Semicolon) || is(i, TokenKind::Colon))
                return false;
            std::uint32_t close = i;
            while (close < end_ && !is(close, TokenKind::Comma))
                ++close;
            if (close >= end_)
                return false;
            i = close;
            continue;
        }
        if (is(i, TokenKind::Comma)) {
            const WordClass next = classOf(i + 1);
            if (next == WordClass::Prep && nominal) { // "firefighters, along with two tenders, would remain"
                std::uint32_t close = i + 2;
                while (close < end_ && !is(close, TokenKind::Comma) && !finiteVerb(close))
                    ++close;
                if (is(close, TokenKind::Comma) && finiteVerb(close + 1))
                    return true;
            }
            if (++commas > 3 || next == WordClass::Ing || next == WordClass::Prep || next == WordClass::Subord ||
                next == WordClass::Pron)
                return false;
        }
    }
    return false;
}

bool Phrases::strongBreakAt(std::uint32_t t) const {
    if (!is(t, TokenKind::Semicolon) && !is(t, TokenKind::Comma) && !is(t, TokenKind::Dash))
        return false;
    const bool joined = t + 1 < end_ && lex.has(r.tokens[t + 1].word, Tag::Conj);
    if (small(t + (joined ? 2 : 1)) == Small::That)
        return false; // "said that A; and that B": still the same source
    if (is(t, TokenKind::Semicolon))
        return true;
    if (!joined && is(t + 2, TokenKind::Comma))
        return false; // "Police, however, said"
    return t + 1 < end_ && lex.has(r.tokens[t + 1].word, Tag::Dispute) &&
           lex.hasAny(r.tokens[t + 1].word, tagBit(Tag::Conj) | tagBit(Tag::Subord));
}

namespace {

constexpr unsigned bitOf(TokenKind kind) {
    return 1u << static_cast<unsigned>(kind);
}
constexpr unsigned breaks = bitOf(TokenKind::Semicolon) | bitOf(TokenKind::Comma) | bitOf(TokenKind::Dash);

} // namespace

std::uint32_t Phrases::strongBreakAfter(std::uint32_t t) const {
    bool quoted = false;
    for (std::uint32_t i = t; i < end_; ++i) {
        constexpr unsigned asked = breaks | bitOf(TokenKind::OpenQuote) | bitOf(TokenKind::CloseQuote);
        const TokenKind kind = r.tokens[i].kind;
        if ((asked & bitOf(kind)) == 0)
            continue; // mostly
        if (kind == TokenKind::OpenQuote)
            quoted = true;
        else if (kind == TokenKind::CloseQuote)
            quoted = false;
        else if (!quoted && strongBreakAt(i))
            return i;
    }
    return end_;
}

std::uint32_t Phrases::strongBreakBefore(std::uint32_t t) const {
    for (std::uint32_t i = t; i > first_; --i)
        if ((breaks & bitOf(r.tokens[i - 1].kind)) != 0 && strongBreakAt(i - 1))
            return is(i - 1, TokenKind::Semicolon) ? i : i + 1;
    return first_;
}

std::uint32_t Phrases::clauseBegin(std::uint32_t t) {
    for (std::uint32_t i = t; i > first_; --i) {
        const WordClass c = classOf(i - 1);
        if (c == WordClass::Subord || c == WordClass::That || c == WordClass::Wh || is(i - 1, TokenKind::Semicolon) ||
            is(i - 1, TokenKind::Colon) || is(i - 1, TokenKind::OpenQuote) || is(i - 1, TokenKind::CloseQuote) ||
            is(i - 1, TokenKind::Dash))
            return i;
        if (is(i - 1, TokenKind::Comma)) {
            // the subject stands before a clause between commas: "The attacks, which …, may have been"
            const WordClass own = classOf(i);
            if (own == WordClass::Aux || own == WordClass::Modal || own == WordClass::Verb || own == WordClass::Past) {
                std::uint32_t j = i - 1;
                while (j > first_ && !is(j - 1, TokenKind::Comma))
                    --j;
                if (j > first_) {
                    i = j;
                    continue;
                }
            }
            return i;
        }
        if (c == WordClass::Conj && small(i - 1) != Small::Or && clauseAt(i))
            return i;
    }
    return first_;
}

std::uint32_t Phrases::clauseEnd(std::uint32_t t) {
    for (std::uint32_t i = t + 1; i < end_; ++i) {
        const WordClass c = classOf(i);
        if (is(i, TokenKind::Semicolon) || is(i, TokenKind::Dash))
            return i;
        if ((is(i, TokenKind::CloseQuote) || is(i, TokenKind::OpenQuote)) &&
            (is(i - 1, TokenKind::Comma) || is(i - 1, TokenKind::Stop) || is(i - 1, TokenKind::Colon)))
            return i;
        if (c == WordClass::Subord && i > t + 1 && small(i) != Small::Than)
            return i;
        if (c == WordClass::Conj && small(i) == Small::But)
            return i;
        if (is(i, TokenKind::Comma)) {
            const WordClass next = classOf(i + 1);
            if (next == WordClass::Noun || next == WordClass::Adjective || next == WordClass::Number ||
                next == WordClass::Name) {
                if (!clauseAt(i + 1))
                    continue; // a list
            }
            return i;
        }
    }
    return end_;
}

text::Span Phrases::trimmed(std::uint32_t from, std::uint32_t to) const {
    const auto mark = [&](std::uint32_t t) {
        const TokenKind k = r.tokens[t].kind;
        return k == TokenKind::Comma || k == TokenKind::Semicolon || k == TokenKind::Colon || k == TokenKind::Stop ||
               k == TokenKind::Dash || k == TokenKind::OpenQuote || k == TokenKind::CloseQuote;
    };
    while (from < to && mark(from))
        ++from;
    while (to > from && mark(to - 1))
        --to;
    if (from >= to)
        return {};
    return {r.tokens[from].begin, r.tokens[to - 1].end};
}

bool Phrases::maySpeak(NounPhrase phrase) {
    if (phrase.empty())
        return false;
    const std::uint32_t h = phrase.head;
    const WordClass c = classOf(h);
    if (c == WordClass::Pron)
        return word(r.tokens[h].word).person || small(h) == Small::Others || (french_ && of(h) == "eux");
    if (c == WordClass::Name)
        return true;
    for (std::uint32_t t = phrase.first; t < phrase.end; ++t)
        if (has(t, Tag::Neg) && small(t) != Small::One)
            return false;
    if (has(h, Tag::SourceNoun) || has(h, Tag::SayNoun) || has(h, Tag::OrgWord) || has(h, Tag::Title) ||
        has(h, Tag::Role))
        return true;
    if (french_ && h > first_ && is(h - 1, TokenKind::Hyphen)) { // "l'état-major"
        if (const auto joined =
                h > first_ + 1 ? lex.matchPhrase(r, h - 2, text::tagBit(Tag::SourceNoun)) : std::nullopt;
            joined && joined->endToken == h + 1)
            return true;
    } else if (french_ && is(h + 1, TokenKind::Hyphen)) {
        if (lex.matchPhrase(r, h, text::tagBit(Tag::SourceNoun)))
            return true;
    }
    if (french_)
        return personSuffix(of(h));
    if (h > phrase.first && is(h - 1, TokenKind::Hyphen) && of(h) == "old")
        return true; // "the 54-year-old"
    const text::WordUse* info = english_ && lex.use(r.tokens[h].word).known() ? &lex.use(r.tokens[h].word) : nullptr;
    if (!info)
        return c == WordClass::Noun || r.tokens[h].has(text::Capitalised);
    return info->noun() && (info->nounField == Field::Person || info->nounField == Field::Group);
}

bool Phrases::isPerson(std::uint32_t t) const {
    if (has(t, Tag::Title))
        return true;
    if (french_)
        return has(t, Tag::SourceNoun) || personSuffix(of(t));
    const text::WordUse* info = english_ && lex.use(r.tokens[t].word).known() ? &lex.use(r.tokens[t].word) : nullptr;
    return info != nullptr && info->nounField == Field::Person;
}

} // namespace countercheck::read
