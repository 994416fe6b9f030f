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
        std::uint32_t token = 0;
        for (std::uint32_t b = 0; b < r_.blocks.size(); ++b) {
            Block& block = r_.blocks[b];
            block.firstSentence = static_cast<std::uint32_t>(r_.sentences.size());
            std::uint32_t first = token;
            for (; token < tokens_.size() && !tokens_[token].is(TokenKind::Break); ++token) {
                if (dotted(token) && token + 1 < tokens_.size() && functionWord(tokens_[token + 1])) {
                    add(first, token + 1, b); // "in the U.S. The next day"
                    first = token + 1;
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
                if (ends(token, end)) {
                    add(first, end, b);
                    first = end;
                }
                token = end - 1;
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
        r_.sentences.push_back({Span{tokens_[first].begin, tokens_[end - 1].end}, first, end, block, 0});
    }

    /// « … » and ‹ … › are set off by blanks.
    [[nodiscard]] bool guillemet(const Token& t) const {
        const std::string_view mark = r_.of(t);
        return mark == "\xC2\xBB" || mark == "\xE2\x80\xBA";
    }
    /// "U.S.", "p.m.": a word that ends with its own point.
    [[nodiscard]] bool dotted(std::uint32_t token) const {
        const Token& t = tokens_[token];
        return t.is(TokenKind::Word) && t.end - t.begin > 2 && r_.text[t.end - 1] == '.';
    }
    /// A capitalised small word that cannot be a name: it opens a sentence.
    [[nodiscard]] bool functionWord(const Token& t) const {
        return t.has(Capitalised) && t.has(SpaceBefore) &&
               lexicon_.hasAny(t.word, tagBit(Tag::Det) | tagBit(Tag::Pron) | tagBit(Tag::Prep) | tagBit(Tag::Subord) |
                                           tagBit(Tag::Poss) | tagBit(Tag::Conj));
    }

    /// A capitalised word or a title stands before the token: what follows may be a person's initial.
    [[nodiscard]] bool namedBefore(std::uint32_t token) const {
        return token > 0 && (tokens_[token - 1].has(Capitalised) || tokens_[token - 1].is(TokenKind::Stop));
    }

    [[nodiscard]] char byteOf(const Token& t) const { return r_.text[t.begin]; }

    /// Does the stop at `stop` end its sentence? `next` is the first token behind it and its closing marks.
    [[nodiscard]] bool ends(std::uint32_t stop, std::uint32_t next) const {
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
        const bool smallNext = after.is(TokenKind::Word) && !after.has(Capitalised) && !after.has(NonAscii);
        if (smallNext || after.is(TokenKind::Comma) || after.is(TokenKind::Semicolon) || after.is(TokenKind::Colon))
            return false;
        if (byteOf(tokens_[stop]) != '.')
            return true;
        if (stop == 0)
            return true;
        const Token& before = tokens_[stop - 1];
        if (before.is(TokenKind::Number) && stop + 1 == next &&
            lexicon_.hasAny(after.word, tagBit(Tag::Month) | tagBit(Tag::TimeUnit)) && r_.language == Language::German)
            return false; // "am 13. Januar", "im 19. Jahrhundert": an ordinal's point
        if (before.has(SpaceBefore) || before.has(SentenceStart) || !before.is(TokenKind::Word)) {
            if (before.is(TokenKind::Word) && stop == next - 1) {
                if (lexicon_.has(before.word, Tag::Abbreviation))
                    return abbreviationEnds(before, after);
                if (before.end - before.begin == 1 && before.has(Capitalised)) // an initial: "J. Smith"
                    return !after.has(Capitalised) || functionWord(after) ||
                           (lexicon_.inLexicon(after.word) && !namedBefore(stop - 1));
            }
            if (before.is(TokenKind::Number) && before.has(SpaceBefore) == false && before.has(SentenceStart))
                return false; // "1. First point"
        }
        return true;
    }

    /// "abbr" with the value "end" may close a sentence ("p.m.", "Inc."); others never do before a capital or a number.
    [[nodiscard]] bool abbreviationEnds(const Token& before, const Token& after) const {
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
