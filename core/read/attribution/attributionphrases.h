// SPDX-License-Identifier: GPL-3.0-or-later
// A shallow parser for the neighbourhood of verbs of saying: what class a word has where it stands, where a noun phrase
// begins and ends, where a clause breaks. It looks only where it is asked, so a text without such verbs costs nothing.
// Tokens are given by index into Reading::tokens; every answer stays inside the sentence that was set.
#pragma once

#include "core/read/attribution/attributionwords.h"
#include "core/read/bysentence.h"
#include "core/read/mentions.h"
#include "core/text/lexicon.h"

#include <atomic>
#include <vector>

namespace countercheck::read {

enum class WordClass : std::uint8_t {
    Unread, ///< not found yet
    Noun,
    Name,
    Number,
    Adjective,
    Adverb,
    Verb, ///< finite, or a base form that can only be a verb
    Past, ///< past tense or participle: "attacked"
    Ing,
    Det,
    Prep,
    Conj,
    Subord,
    That,
    Pron,
    Aux,
    Modal,
    Wh,
    Mark,
    Other
};

/// A noun phrase: half-open range of tokens, and its head.
struct NounPhrase {
    std::uint32_t first = 0, end = 0, head = 0;
    [[nodiscard]] bool empty() const { return first >= end; }
};

/// French: does the ending show a noun for a person ("-eur", "-iste", "-ologue")?
bool personSuffix(std::string_view word);

/// French: 'f' or 'm' by the ending of a noun for a person ("accusé", "avocate"); 0: it does not show.
char sexOfEnding(std::string_view word);

class Phrases {
public:
    Phrases(const text::Reading& reading, const Mentions& mentions);

    /// Beyond this many tokens it is a list or noise and no sentence; rules that look both ways leave it alone, so that
    /// reading stays linear in the length of any text.
    static constexpr std::uint32_t longest = 1500;
    void setSentence(std::uint32_t sentence);
    [[nodiscard]] std::uint32_t first() const { return first_; }
    [[nodiscard]] std::uint32_t end() const { return end_; }

    [[nodiscard]] WordClass classOf(std::uint32_t t) {
        if (!inside(t))
            return WordClass::Mark;
        const auto known = static_cast<WordClass>(marks_[t] & classBits);
        return known != WordClass::Unread ? known : classify(t);
    }
    [[nodiscard]] bool is(std::uint32_t t, text::TokenKind kind) const { return inside(t) && r.tokens[t].is(kind); }
    [[nodiscard]] bool has(std::uint32_t t, text::Tag tag) const { return t < end_ && lex.has(r.tokens[t].word, tag); }
    [[nodiscard]] std::string_view of(std::uint32_t t) const { return r.of(r.tokens[t]); }
    [[nodiscard]] const SayWord& word(text::WordId id) const { return words_[lex.own(id)]; }
    /// Which small word it is; None beyond the sentence's end.
    [[nodiscard]] Small small(std::uint32_t t) const { return t < end_ ? word(r.tokens[t].word).small : Small::None; }
    [[nodiscard]] text::Span spanOf(NounPhrase phrase) const {
        return {r.tokens[phrase.first].begin, r.tokens[phrase.end - 1].end};
    }

    /// The token behind the time mention that begins at (or holds) `t`, else `t`. With its preposition: "on Monday".
    [[nodiscard]] std::uint32_t afterTime(std::uint32_t t) const;
    [[nodiscard]] bool inTime(std::uint32_t t) const;
    /// The name that holds the token; null when there is none.
    [[nodiscard]] const Name* nameAround(std::uint32_t t) const;
    /// The first name that begins in the phrase, which stands in the sentence, and is of that kind; null: none.
    [[nodiscard]] const Name* nameIn(NounPhrase phrase, NameKind kind) const;
    /// May a quote hold the token?
    [[nodiscard]] bool mayBeQuoted(std::uint32_t t) const { return (marks_[t] & inQuoteBit) != 0; }

    /// The noun phrase that ends with `last` (inclusive), read leftwards; empty when there is none.
    [[nodiscard]] NounPhrase phraseEndingAt(std::uint32_t last);
    /// The noun phrase that begins at `t`; empty when there is none.
    [[nodiscard]] NounPhrase phraseAt(std::uint32_t t);
    /// Could this noun phrase say something: a name, a person, a group, a pronoun, a document?
    [[nodiscard]] bool maySpeak(NounPhrase phrase);
    /// French, behind "selon": may the noun be a source, and no measure ("selon la taille")?
    [[nodiscard]] bool namesSource(std::uint32_t head);
    /// A noun for a person: "officer", "spokeswoman".
    [[nodiscard]] bool isPerson(std::uint32_t t) const;
    /// Does a clause with a finite verb begin at `t`?
    [[nodiscard]] bool clauseAt(std::uint32_t t);
    [[nodiscard]] bool contracted(std::uint32_t t) const;
    [[nodiscard]] bool finiteVerb(std::uint32_t t);
    /// Where the main clause that holds `t` breaks off to the right: ", while …", ", but …", ";", or the end.
    [[nodiscard]] std::uint32_t strongBreakAfter(std::uint32_t t) const;
    /// Where it begins: behind such a break, or the sentence's start.
    [[nodiscard]] std::uint32_t strongBreakBefore(std::uint32_t t) const;
    /// The small clause around `t`: between commas, small words that open clauses, and marks.
    [[nodiscard]] std::uint32_t clauseBegin(std::uint32_t t);
    [[nodiscard]] std::uint32_t clauseEnd(std::uint32_t t);
    /// A span of tokens without the marks and blanks at its ends.
    [[nodiscard]] text::Span trimmed(std::uint32_t from, std::uint32_t to) const;

    [[nodiscard]] bool french() const { return french_; }

    const text::Reading& r;
    const Mentions& m;
    const text::Lexicon& lex;

    /// A point that belongs to its word: "Corp.", "Lt.", "J."
    [[nodiscard]] bool abbreviationStop(std::uint32_t t) const;
    /// A mark that can stand within what somebody is called: "Al-Amin", "O'Hara", "Lt.", "Kolb & Sons".
    [[nodiscard]] bool innerMark(std::uint32_t t) const;

private:
    [[nodiscard]] bool inside(std::uint32_t t) const { return t - first_ < end_ - first_; }
    void markKinds();
    void markTimes();
    void markNames();
    void markQuotes();
    [[nodiscard]] WordClass classify(std::uint32_t token);
    [[nodiscard]] WordClass classifyHere(std::uint32_t token);
    // French, whose words come without a dictionary of classes: attributionfrench.cpp
    [[nodiscard]] WordClass frenchSmall(std::uint32_t t);
    [[nodiscard]] WordClass frenchContent(std::uint32_t t);
    [[nodiscard]] std::uint32_t frenchHead(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] bool hearerAt(std::uint32_t t) const;
    [[nodiscard]] NounPhrase frenchPhraseAt(std::uint32_t t);
    [[nodiscard]] NounPhrase frenchPhraseEndingAt(std::uint32_t last);
    [[nodiscard]] bool strongBreakAt(std::uint32_t t) const;
    [[nodiscard]] bool partOfName(std::uint32_t t, std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] bool newspaper(const TimeMention& time) const;

    std::uint32_t sentence_ = ~0u, first_ = 0, end_ = 0;
    bool english_ = true, french_ = false;
    const std::vector<SayWord>& words_;
    std::atomic<std::uint8_t>* plain_; ///< WordClass by WordId, see plainClasses(); null: not English

    // What is known of each token: its WordClass, Unread where nobody asked yet, and whether it stands inside a quote,
    // a name or a time mention.
    static constexpr std::uint8_t classBits = 31, inQuoteBit = 32, inNameBit = 64, inTimeBit = 128;
    static constexpr std::size_t marksBehind = 8; ///< see setBit() in the .cpp
    // The thread's: room is kept from article to article.
    std::vector<std::uint8_t>& marks_;
    std::vector<std::uint8_t>& marked_; ///< by sentence: 1 when its classes stand in `marks_`
    BySentence times_, names_;
    // The sentence's own mentions, as ranges of Mentions::times and names: most sentences have few.
    std::size_t firstTime_ = 0, endTime_ = 0, firstName_ = 0, endName_ = 0;
};

} // namespace countercheck::read
