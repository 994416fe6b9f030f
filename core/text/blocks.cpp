// SPDX-License-Identifier: GPL-3.0-or-later
// What each paragraph is there for. Site furniture, bylines, captions and repeated titles are set apart, never deleted;
// in doubt a paragraph is body text. Which words open a piece of furniture is data (tag `furniture`).
#include "core/text/tokenizer.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace countercheck::text {

namespace {

struct Shape {
    std::uint32_t words = 0, firstToken = 0, endToken = 0;
    bool stops = false; ///< ends like a sentence
    bool verb = false;  ///< holds a finite verb that the lexicon knows
    std::uint32_t capitals = 0;
};

constexpr std::string_view copyrightSign = "\u00A9";

std::optional<BlockRole> roleFromValue(std::string_view value) {
    if (value == "furniture" || value == "alone" || value == "notice")
        return BlockRole::Furniture;
    if (value == "newsletter" || value == "paywall")
        return BlockRole::Newsletter;
    if (value == "byline")
        return BlockRole::Byline;
    if (value == "caption")
        return BlockRole::Caption;
    if (value == "credit")
        return BlockRole::Credit;
    if (value == "metadata")
        return BlockRole::Metadata;
    return std::nullopt;
}

class Recogniser {
public:
    Recogniser(const Lexicon& lexicon, Reading& reading)
        : lexicon_(lexicon), r_(reading), shapes_(storage().shapes), seen_(storage().seen) {}

    void run() {
        if (r_.blocks.size() < 2)
            return; // one paragraph has nothing to be told apart from
        measure();
        bool body = false; // a paragraph of prose has been seen
        bool title = false;
        const std::uint32_t n = static_cast<std::uint32_t>(r_.blocks.size());
        std::uint32_t lastProse = 0;
        for (std::uint32_t i = n; i-- > 0 && lastProse == 0;)
            if (prose(shapes_[i]) && !byOpening(shapes_[i]) && !creditAtEnd(shapes_[i]))
                lastProse = i;
        for (std::uint32_t i = 0; i < n; ++i) {
            Block& block = r_.blocks[i];
            const Shape& shape = shapes_[i];
            if (const auto role = byOpening(shape)) {
                block.role = *role;
                remember(block, i);
                continue;
            }
            if (creditAtEnd(shape)) {
                block.role = BlockRole::Caption;
                remember(block, i);
                continue;
            }
            if (prose(shape)) {
                body = true;
                remember(block, i);
                continue;
            }
            if (shape.words <= 30 && repeats(block, shape)) {
                block.role = BlockRole::RepeatedTitle;
                continue;
            }
            if (dateLine(shape))
                block.role = BlockRole::Dateline;
            else if (!body && !title && !shape.stops && shape.words >= 3 && shape.words <= 30 && lastProse > i) {
                block.role = BlockRole::Title;
                title = true;
            } else if (!body && title && !shape.stops && shape.words <= 30 && lastProse > i) {
                block.role = shape.verb && shape.words >= 6 ? BlockRole::Title : BlockRole::Caption;
            } else if (i > lastProse && !shape.stops && !shape.verb && shape.words <= 25 &&
                       shape.capitals * 2 >= shape.words && lastProse != 0) {
                block.role = BlockRole::Credit;
            }
            remember(block, i);
        }
        // A title that comes back inside a line of furniture ("Trending <title>").
        for (std::uint32_t i = 1; i < std::min(n, 64u); ++i)
            if (r_.blocks[i].role == BlockRole::Title)
                for (std::uint32_t j = 0; j < i; ++j)
                    if (r_.blocks[j].role == BlockRole::Title && endsWithWords(j, i))
                        r_.blocks[i].role = BlockRole::RepeatedTitle;
    }

private:
    static bool prose(const Shape& shape) { return (shape.stops && shape.words >= 5) || shape.words > 30; }

    /// Words are counted as far as any rule asks; capitals and verbs only of what is short.
    void measure() {
        constexpr std::uint32_t most = 100, shortest = 30;
        shapes_.assign(r_.blocks.size(), {});
        seen_.assign(std::bit_ceil(4 * r_.blocks.size() + 4), 0);
        const auto isWord = [](const Token& t) {
            return t.is(TokenKind::Word) || t.is(TokenKind::Alnum) || t.is(TokenKind::Number);
        };
        for (std::size_t b = 0; b < shapes_.size(); ++b) {
            Shape& shape = shapes_[b];
            const Block& block = r_.blocks[b];
            if (block.firstSentence == block.endSentence)
                continue;
            shape.firstToken = r_.sentences[block.firstSentence].firstToken;
            shape.endToken = r_.sentences[block.endSentence - 1].endToken;
            for (std::uint32_t t = shape.firstToken; t < shape.endToken && shape.words < most; ++t)
                shape.words += isWord(r_.tokens[t]) ? 1 : 0;
            std::uint32_t last = shape.endToken;
            while (last > shape.firstToken &&
                   (r_.tokens[last - 1].is(TokenKind::CloseQuote) || r_.tokens[last - 1].is(TokenKind::CloseBracket)))
                --last;
            shape.stops = last > shape.firstToken && r_.tokens[last - 1].is(TokenKind::Stop);
            if (shape.words > shortest)
                continue;
            for (std::uint32_t k = shape.firstToken; k < shape.endToken; ++k) {
                const Token& t = r_.tokens[k];
                if (!isWord(t))
                    continue;
                shape.capitals += t.has(Capitalised) ? 1 : 0;
                shape.verb |= lexicon_.hasAny(t.word, tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::VerbPast) |
                                                          tagBit(Tag::VerbS)) &&
                              !(t.has(Capitalised) && lexicon_.has(t.word, Tag::Month));
            }
        }
    }

    /// Furniture by the words that open it; prose is taken for furniture only by an opening that says so ("prose"
    /// cannot be told from an invitation to subscribe by its shape).
    [[nodiscard]] std::optional<BlockRole> byOpening(const Shape& shape) const {
        if (shape.firstToken >= shape.endToken)
            return BlockRole::Furniture;
        std::uint32_t first = shape.firstToken; // behind a bullet, a bracket or a dash
        const Token& mark = r_.tokens[first];
        if (first + 1 < shape.endToken &&
            (mark.is(TokenKind::OpenBracket) || mark.is(TokenKind::Dash) ||
             (mark.is(TokenKind::Symbol) && !lexicon_.has(mark.word, Tag::Furniture) && r_.of(mark) != "#")) &&
            r_.of(mark) != copyrightSign)
            ++first;
        if (r_.of(mark) == copyrightSign && shape.words <= 40)
            return BlockRole::Furniture;
        const auto match = lexicon_.match(r_, first, tagBit(Tag::Furniture));
        if (!match)
            return std::nullopt;
        const std::string_view value = lexicon_.value(match->entry, Tag::Furniture);
        const auto role = roleFromValue(value);
        if (!role || shape.words > 60)
            return std::nullopt;
        if (value == "notice" || value == "paywall")
            return role; // whole sentences that no report is made of
        if (shape.words > 40)
            return std::nullopt;
        if (value == "alone" && match->endToken < shape.endToken) {
            // "Share", "Share Tweet Email", "Home > World": a common word, unless only its like stands beside it
            const Token& next = r_.tokens[match->endToken];
            if (!(next.is(TokenKind::Colon) || next.is(TokenKind::Symbol) || next.is(TokenKind::Slash) ||
                  next.is(TokenKind::Number) || next.is(TokenKind::OpenBracket) ||
                  lexicon_.has(next.word, Tag::Furniture)))
                return std::nullopt;
        }
        const bool oneWord = match->endToken == first + 1;
        const bool colon = match->endToken < shape.endToken && r_.tokens[match->endToken].is(TokenKind::Colon);
        if (*role == BlockRole::Byline)
            return !shape.stops && shape.words <= 12 && match->endToken < shape.endToken &&
                           r_.tokens[match->endToken].has(Capitalised)
                       ? role
                       : std::nullopt;
        if (*role == BlockRole::Newsletter || colon || shape.words <= 3)
            return role;
        if (oneWord && (shape.stops || r_.tokens[shape.firstToken].end == 0))
            return std::nullopt;
        return shape.stops && shape.words > 15 ? std::nullopt : role;
    }

    /// A caption by what it ends with: "… Photo: Jane Doe", "… JEAN DUPONT / AFP", "… via Getty Images".
    [[nodiscard]] bool creditAtEnd(const Shape& shape) const {
        if (shape.stops || shape.words > 70 || shape.words < 4 || shape.endToken < shape.firstToken + 3)
            return false;
        std::uint32_t last = shape.endToken - 1;
        if (r_.tokens[last].is(TokenKind::CloseBracket))
            --last;
        const auto agency = [&](std::uint32_t t) {
            static constexpr std::string_view agencies[] = {
                "AFP",    "AP",           "Reuters", "REUTERS", "EPA",       "Images", "SIPA",    "Sipa",
                "MAXPPP", "ABACA",        "PA",      "dpa",     "DPA",       "ANSA",   "EFE",     "Alamy",
                "Getty",  "Shutterstock", "GETTY",   "IMAGES",  "Bloomberg", "Press",  "EPA-EFE", "Xinhua"};
            return std::find(std::begin(agencies), std::end(agencies), r_.of(r_.tokens[t])) != std::end(agencies);
        };
        std::uint32_t at = last;
        while (at > shape.firstToken + 1 && last - at < 4 && agency(at)) {
            const Token& before = r_.tokens[at - 1];
            if (before.is(TokenKind::Slash) || r_.of(before) == "via" || r_.of(before) == "Via")
                return true;
            --at;
        }
        // "Photo: …" behind the caption's own sentence
        for (std::uint32_t t = last, words = 0; t > shape.firstToken + 1 && words < 10; --t) {
            const Token& token = r_.tokens[t];
            if (token.is(TokenKind::Colon))
                return lexicon_.value(r_.tokens[t - 1].word, Tag::Furniture) == "caption" &&
                       r_.tokens[t - 1].has(Capitalised);
            words += token.is(TokenKind::Word) ? 1 : 0;
            if (token.is(TokenKind::Stop) && words > 0)
                return false;
        }
        return false;
    }

    [[nodiscard]] bool dateLine(const Shape& shape) const {
        if (shape.words == 0 || shape.words > 12)
            return false;
        std::uint32_t dates = 0, numbers = 0;
        for (std::uint32_t t = shape.firstToken; t < shape.endToken; ++t) {
            const Token& token = r_.tokens[t];
            numbers += token.is(TokenKind::Number) ? 1 : 0;
            dates += lexicon_.hasAny(token.word, tagBit(Tag::Month)) ? 1 : 0;
        }
        return dates == 1 && numbers >= 1 && !shape.verb;
    }

    [[nodiscard]] std::uint64_t wordsHash(std::uint32_t first, std::uint32_t end) {
        std::uint64_t hash = 1;
        for (std::uint32_t t = first; t < end; ++t)
            if (r_.tokens[t].is(TokenKind::Word) || r_.tokens[t].is(TokenKind::Number) ||
                r_.tokens[t].is(TokenKind::Alnum))
                hash = hash * 0x9e3779b97f4a7c15ull + hashSmall(r_.of(r_.tokens[t]));
        return hash;
    }

    void remember(const Block&, std::uint32_t index) {
        const Shape& shape = shapes_[index];
        if (shape.words >= 4 && shape.words <= 30)
            insert(wordsHash(shape.firstToken, shape.endToken));
        // The tail of a line behind its furniture word: "Trending <title>".
        if (r_.blocks[index].role == BlockRole::Furniture && shape.words >= 5 && shape.words <= 40)
            insert(wordsHash(shape.firstToken + 1, shape.endToken));
    }
    [[nodiscard]] bool repeats(const Block&, const Shape& shape) {
        return shape.words >= 4 && *slotOf(wordsHash(shape.firstToken, shape.endToken)) != 0;
    }
    /// Where the hash stands in `seen_`, or the free place for it.
    [[nodiscard]] std::uint64_t* slotOf(std::uint64_t hash) {
        hash |= 1u; // 0 is a free place
        std::size_t at = (hash >> 20) & (seen_.size() - 1);
        while (seen_[at] != 0 && seen_[at] != hash)
            at = (at + 1) & (seen_.size() - 1);
        return &seen_[at];
    }
    void insert(std::uint64_t hash) { *slotOf(hash) = hash | 1u; }
    [[nodiscard]] bool endsWithWords(std::uint32_t whole, std::uint32_t tail) {
        const Shape& a = shapes_[whole];
        const Shape& b = shapes_[tail];
        const std::uint32_t length = b.endToken - b.firstToken;
        return a.endToken - a.firstToken >= length && length >= 4 &&
               wordsHash(a.endToken - length, a.endToken) == wordsHash(b.firstToken, b.endToken);
    }

    const Lexicon& lexicon_;
    Reading& r_;
    struct Storage {
        std::vector<Shape> shapes;
        std::vector<std::uint64_t> seen;
    };
    /// Serves article after article; each thread keeps its own.
    static Storage& storage() {
        thread_local Storage kept;
        return kept;
    }
    std::vector<Shape>& shapes_;
    std::vector<std::uint64_t>& seen_; ///< hashes of lines: open addressing, a power of two, at most half full
};

} // namespace

std::string_view blockRoleName(BlockRole role) {
    switch (role) {
    case BlockRole::Body:
        return "body";
    case BlockRole::Title:
        return "title";
    case BlockRole::RepeatedTitle:
        return "repeated title";
    case BlockRole::Byline:
        return "byline";
    case BlockRole::Dateline:
        return "date line";
    case BlockRole::Credit:
        return "credit line";
    case BlockRole::Caption:
        return "caption or cross-heading";
    case BlockRole::Furniture:
        return "site furniture";
    case BlockRole::Newsletter:
        return "newsletter line";
    case BlockRole::Metadata:
        return "metadata";
    }
    return "";
}

void recogniseBlocks(const Lexicon& lexicon, Reading& reading) {
    Recogniser(lexicon, reading).run();
}

} // namespace countercheck::text
