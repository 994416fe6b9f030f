// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences over tokens. A stop ends a sentence unless the word before it is an abbreviation or an initial, or what
// follows shows that the sentence goes on (a small letter).
#include "core/text/tokenizer.h"

namespace countercheck::text {

namespace {

class Splitter {
public:
    Splitter(const Lexicon& lexicon, Reading& reading) : lexicon_(lexicon), r_(reading), tokens_(reading.tokens) {}

    void run() {
        r_.sentences.clear();
        r_.hints.assign(tokens_.size() + Reading::hintsBehind, 0);
        const std::vector<std::uint32_t>& stops = r_.stops;
        std::size_t next = 0; // of the stops
        std::uint32_t token = 0;
        for (std::uint32_t b = 0; b < r_.blocks.size(); ++b) {
            Block& block = r_.blocks[b];
            block.firstSentence = static_cast<std::uint32_t>(r_.sentences.size());
            std::uint32_t first = token;
            for (;; ++next) {
                while (next < stops.size() && stops[next] < token)
                    ++next;
                token = next < stops.size() ? stops[next] : static_cast<std::uint32_t>(tokens_.size());
                if (token >= tokens_.size() || tokens_[token].is(TokenKind::Break))
                    break;
                if (tokens_[token].has(Dotted) && token + 1 < tokens_.size() &&
                    (functionWord(tokens_[token + 1]) || clockEnds(token))) {
                    add(first, token + 1, b); // "in the U.S. The next day"
                    first = ++token;
                    continue;
                }
                if (!tokens_[token].is(TokenKind::Stop))
                    continue;
                std::uint32_t end = token + 1; // "…?!" and closing marks belong to the sentence
                while (end < tokens_.size() &&
                       (tokens_[end].is(TokenKind::Stop) ||
                        ((tokens_[end].is(TokenKind::CloseQuote) || tokens_[end].is(TokenKind::CloseBracket)) &&
                         (!tokens_[end].has(SpaceBefore) || guillemet(tokens_[end])))))
                    ++end;
                if (ends(first, token, end)) {
                    add(first, end, b);
                    first = end;
                }
                token = end;
            }
            add(first, token, b);
            block.endSentence = static_cast<std::uint32_t>(r_.sentences.size());
            if (token < tokens_.size())
                ++token; // the Break
        }
    }

private:
    void add(std::uint32_t first, std::uint32_t end, std::uint32_t block) {
        if (first >= end)
            return;
        tokens_[first].flags |= SentenceStart;
        std::uint16_t hints = 0;
        for (std::uint32_t t = first; t < end; ++t)
            hints |= r_.hints[t] = tokens_[t].hints;
        r_.sentences.push_back({Span{tokens_[first].begin, tokens_[end - 1].end}, first, end, block, hints});
    }

    /// « … » and ‹ … › are set off by blanks.
    [[nodiscard]] bool guillemet(const Token& t) const {
        const std::string_view mark = r_.of(t);
        return mark == "\xC2\xBB" || mark == "\xE2\x80\xBA";
    }
    /// "5 a.m. Officers left": behind a time of day, a capital word that a clause goes on with is none of a date's.
    [[nodiscard]] bool clockEnds(std::uint32_t token) const {
        const Token& after = tokens_[token + 1];
        const std::string_view word = r_.of(tokens_[token]);
        return (word == "a.m." || word == "p.m.") && after.is(TokenKind::Word) && after.has(Capitalised) &&
               !after.has(AllCaps) && lexicon_.use(after.word).known() &&
               !lexicon_.hasAny(after.word, tagBit(Tag::Weekday) | tagBit(Tag::Month) | tagBit(Tag::Zone) |
                                                tagBit(Tag::FirstName) | tagBit(Tag::Country) |
                                                tagBit(Tag::Nationality) | tagBit(Tag::DayPart) |
                                                tagBit(Tag::TimeRef)) &&
               (lexicon_.use(after.word).forms & NounPlural) != 0;
    }
    /// A capitalised small word that cannot be a name: it opens a sentence.
    [[nodiscard]] bool functionWord(const Token& t) const {
        return t.has(Capitalised) && t.has(SpaceBefore) &&
               lexicon_.hasAny(t.word, tagBit(Tag::Det) | tagBit(Tag::Pron) | tagBit(Tag::Prep) | tagBit(Tag::Subord) |
                                           tagBit(Tag::Poss) | tagBit(Tag::Conj) | tagBit(Tag::Function));
    }

    /// A capitalised word or a title stands before the token: what follows may be a person's initial.
    [[nodiscard]] bool namedBefore(std::uint32_t token) const {
        return token > 0 && (tokens_[token - 1].has(Capitalised) || tokens_[token - 1].is(TokenKind::Stop));
    }

    [[nodiscard]] char byteOf(const Token& t) const { return r_.text[t.begin]; }

    /// Does the stop at `stop` end the sentence that begins at `first`? `next` is the first token behind it and its
    /// closing marks.
    [[nodiscard]] bool ends(std::uint32_t first, std::uint32_t stop, std::uint32_t next) const {
        if (next >= tokens_.size() || tokens_[next].is(TokenKind::Break))
            return true;
        const Token& after = tokens_[next];
        if (!after.has(SpaceBefore) && next == stop + 1)
            // "end.Next" with a capital after a small letter is a lost blank; "example.com", "v2.1" are not
            return byteOf(tokens_[stop]) != '.'
                       ? after.has(Capitalised)
                       : after.has(Capitalised) && !after.has(AllCaps) && stop > 0 &&
                             tokens_[stop - 1].is(TokenKind::Word) && !tokens_[stop - 1].has(Capitalised) &&
                             tokens_[stop - 1].end - tokens_[stop - 1].begin > 2;
        const auto lead = static_cast<unsigned char>(byteOf(after));
        const bool smallNext = after.is(TokenKind::Word) && !after.has(Capitalised) && (lead < 0x80 || lead == 0xC3);
        if (smallNext || after.is(TokenKind::Comma) || after.is(TokenKind::Semicolon) || after.is(TokenKind::Colon))
            return false;
        if (byteOf(tokens_[stop]) != '.')
            return true;
        if (stop == 0)
            return true;
        const Token& before = tokens_[stop - 1];
        if (stop + 1 != next)
            return true; // closing marks or more stops between them
        if (before.is(TokenKind::Number)) {
            if (stop - 1 == first && before.end - before.begin <= 2)
                return false; // "1. First point"
            return !(r_.language == Language::German && germanOrdinal(stop - 1, after));
        }
        if (!before.is(TokenKind::Word))
            return true;
        const std::uint32_t length = before.end - before.begin;
        if (lexicon_.has(before.word, Tag::Abbreviation))
            return abbreviationEnds(before, after);
        if (length == 1 && !before.has(Capitalised) && before.has(SpaceBefore) &&
            (stop < 2 || !tokens_[stop - 2].is(TokenKind::Number) || byteOf(before) == 'a' || byteOf(before) == 'p'))
            return functionWord(after); // "z. B.", "p. m.", "p. ej."
        if (length == 1 && before.has(Capitalised) &&
            (before.has(SpaceBefore) || stop - 1 == first || joined(stop - 1)))
            // an initial: "J. Smith", "J.-P. Martin"
            return !after.has(Capitalised) || functionWord(after) ||
                   (lexicon_.inLexicon(after.word) && !namedBefore(stop - 1));
        return true;
    }

    /// Behind a hyphen, a bracket or an elided article.
    [[nodiscard]] bool joined(std::uint32_t token) const {
        return token > 0 &&
               (tokens_[token - 1].is(TokenKind::Hyphen) || tokens_[token - 1].is(TokenKind::OpenBracket) ||
                tokens_[token - 1].is(TokenKind::OpenQuote) || tokens_[token - 1].is(TokenKind::Stop));
    }

    /// "am 13. Januar", "der 2. Weltkrieg", "vom 1. FC": an ordinal's point.
    [[nodiscard]] bool germanOrdinal(std::uint32_t number, const Token& after) const {
        if (lexicon_.hasAny(after.word, tagBit(Tag::Month) | tagBit(Tag::TimeUnit)))
            return true;
        if (number == 0 || tokens_[number].end - tokens_[number].begin > 2 || !after.is(TokenKind::Word) ||
            functionWord(after))
            return false;
        const std::string_view word = r_.of(tokens_[number - 1]);
        for (const std::string_view article : {"der", "die",  "das", "dem", "den", "des", "am",  "im", "zum", "zur",
                                               "vom", "beim", "bis", "ab",  "Der", "Die", "Das", "Am", "Im",  "Zum"})
            if (word == article)
                return true;
        return false;
    }

    /// "abbr" with the value "end" may close a sentence ("p.m.", "Inc."); others never do before a capital or a number.
    [[nodiscard]] bool abbreviationEnds(const Token& before, const Token& after) const {
        if (lexicon_.has(before.word, Tag::Month)) // "in Sept. Rain fell"; "on Sept. 5"
            return after.is(TokenKind::Word) && after.has(Capitalised);
        if (lexicon_.value(before.word, Tag::Abbreviation) != "end")
            return false;
        return functionWord(after);
    }

    const Lexicon& lexicon_;
    Reading& r_;
    std::vector<Token>& tokens_;
};

} // namespace

void splitSentences(const Lexicon& lexicon, Reading& reading) {
    Splitter(lexicon, reading).run();
}

} // namespace countercheck::text
