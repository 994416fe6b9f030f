// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes by their marks: every style, nested, interrupted, over paragraphs; and the dialogue dashes of French, where a
// verb of saying shows that somebody speaks. Who speaks is found afterwards, together with who says what
// (attributionspeakers.cpp).
#include "core/read/attribution/attributionwords.h"
#include "core/read/mentions.h"
#include "core/text/hintscan.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::Reading;
using text::Token;
using text::TokenKind;

enum class Family : std::uint8_t { Double, Single };

struct Open {
    std::uint32_t token = 0;
    Family family = Family::Double;
};

class QuoteReader {
public:
    QuoteReader(const Reading& reading, Mentions& out)
        : r_(reading), tokens_(reading.tokens), lexicon_(text::Lexicon::of(reading.language)),
          words_(sayWordsOf(reading.language)), out_(out) {}

    void run() {
        std::uint32_t token = 0;
        for (std::uint32_t b = 0; b < r_.blocks.size(); ++b) {
            const text::Block& block = r_.blocks[b];
            bool marks = false;
            std::uint32_t end = token;
            for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s) {
                marks = marks || r_.sentences[s].may(text::HintQuote);
                end = std::max(end, r_.sentences[s].endToken);
            }
            if (end > token && tokens_[end - 1].is(TokenKind::Break))
                --end;
            while (end < tokens_.size() && !tokens_[end].is(TokenKind::Break))
                ++end;
            const bool read = block.role != text::BlockRole::Furniture && block.role != text::BlockRole::Metadata;
            if (read && marks)
                readBlock(token, end, block);
            else if (read)
                carried_ = false;
            dashed_ = read && dialogue(token, end, block);
            token = end < tokens_.size() ? end + 1 : end;
        }
    }

private:
    [[nodiscard]] Family familyOf(std::uint32_t t) const {
        const std::string_view mark = r_.of(tokens_[t]);
        const bool single = mark == "'" || mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99" || mark == "\xE2\x80\x9A" ||
                            mark == "\xE2\x80\xB9" || mark == "\xE2\x80\xBA" || mark == "`";
        return single ? Family::Single : Family::Double;
    }
    [[nodiscard]] bool straight(std::uint32_t t) const { return r_.of(tokens_[t]) == "\""; }
    [[nodiscard]] bool spaceAfter(std::uint32_t t, std::uint32_t end) const {
        return t + 1 < end && tokens_[t + 1].has(text::SpaceBefore);
    }

    /// "— Je pars, dit-il." A paragraph behind a dash is speech if a verb of saying with its subject behind it stands
    /// in it, or if it answers such a one.
    bool dialogue(std::uint32_t first, std::uint32_t end, const text::Block& block) {
        if (r_.language != text::Language::French || block.role != text::BlockRole::Body || first + 3 >= end ||
            !tokens_[first].is(TokenKind::Dash) || tokens_[first].end - tokens_[first].begin < 2 ||
            !tokens_[first + 1].has(text::SpaceBefore))
            return false;
        std::uint32_t tag = first + 2;
        while (tag < end && !tagAt(tag, end))
            ++tag;
        if (tag == end && !dashed_)
            return false;
        std::uint32_t to = tag;
        for (std::uint32_t t = tag + 1; t < end && to != end; ++t) // more words behind the tag are theirs, too
            if ((tokens_[t].is(TokenKind::Comma) || tokens_[t].is(TokenKind::Stop)) && t + 1 < end &&
                (tokens_[t].is(TokenKind::Stop) || (!tokens_[t + 1].has(text::Capitalised) && // ", élue d'opposition"
                                                    !lexicon_.has(tokens_[t + 1].word, text::Tag::SourceNoun))))
                to = end;
        if (tag < end && to == tag && tokens_[tag].is(TokenKind::Stop))
            ++to; // "— Qui est là ? demanda-t-elle."
        sentence_ = block.firstSentence;
        add(first, to, true, "dialogue-dash");
        return true;
    }
    /// ", dit-il", ", a répondu la gardienne", "? demande Roger": behind the comma or mark at `t`.
    [[nodiscard]] bool tagAt(std::uint32_t t, std::uint32_t end) const {
        const bool mark = tokens_[t].is(TokenKind::Comma) ||
                          (tokens_[t].is(TokenKind::Stop) && (r_.of(tokens_[t]) == "?" || r_.of(tokens_[t]) == "!"));
        if (!mark || t + 2 >= end || tokens_[t + 1].has(text::Capitalised))
            return false;
        bool clitic = false;
        std::uint32_t i = t + 1;
        for (const std::uint32_t last = std::min(end, t + 7); i < last; ++i) { // "s'est-elle", "a-t-il"
            const Small small = wordAt(i).small;
            if (small == Small::He || small == Small::She || small == Small::They)
                clitic = clitic || tokens_[i - 1].is(TokenKind::Hyphen);
            else if (small != Small::Se && small != Small::HaveAux && small != Small::BeAux && small != Small::LongT &&
                     !tokens_[i].is(TokenKind::Hyphen))
                break;
        }
        if (i + 1 >= end || wordAt(i).say == SayKind::None)
            return false;
        if (clitic || tokens_[i + 1].has(text::Capitalised))
            return true;
        if (tokens_[i + 1].is(TokenKind::Hyphen) && i + 2 < end) {
            const std::uint32_t at = wordAt(i + 2).small == Small::LongT && i + 4 < end ? i + 4 : i + 2;
            const Small small = wordAt(at).small;
            return small == Small::He || small == Small::She || small == Small::They;
        }
        return lexicon_.has(tokens_[i + 1].word, text::Tag::Det);
    }
    [[nodiscard]] const SayWord& wordAt(std::uint32_t t) const {
        const text::WordId id = tokens_[t].word;
        return words_[lexicon_.own(id)];
    }

    void readBlock(std::uint32_t first, std::uint32_t end, const text::Block& block) {
        const Token* const tokens = tokens_.data();
        open_.clear();
        sentence_ = block.firstSentence;
        const bool continues = carried_ && first < end && tokens_[first].is(TokenKind::OpenQuote);
        for (std::uint32_t t = first;; ++t) {
            t = text::nextHinted(r_, t, end, text::HintQuote);
            if (t >= end)
                break;
            const Token& token = tokens[t];
            if (!token.is(TokenKind::OpenQuote) && !token.is(TokenKind::CloseQuote))
                continue;
            // `…, "police said`: a closing mark that the typist set off on the wrong side
            const bool misplaced = token.is(TokenKind::OpenQuote) && straight(t) && t > first && !open_.empty() &&
                                   straight(open_.back().token) && !token.has(text::SentenceStart) &&
                                   tokens_[t - 1].is(TokenKind::Comma);
            if (token.is(TokenKind::OpenQuote) && !misplaced) {
                if (open_.size() >= 8) // no writer nests so deep: stray marks
                    open_.erase(open_.begin());
                open_.push_back({t, familyOf(t)});
                continue;
            }
            if (!token.is(TokenKind::CloseQuote) && !misplaced)
                continue;
            const Family family = familyOf(t);
            std::size_t at = open_.size();
            while (at > 0 && open_[at - 1].family != family)
                --at;
            if (at == 0) { // a straight mark between blanks whose partner is still to come
                if (straight(t) && token.has(text::SpaceBefore) && spaceAfter(t, end))
                    open_.push_back({t, family});
                continue;
            }
            const std::uint32_t from = open_[at - 1].token;
            open_.resize(at - 1);
            add(from, t, false, continues && from == first ? "continues-paragraph" : "marks");
        }
        carried_ = false;
        if (open_.empty() || open_.front().family != Family::Double)
            return;
        // Not closed: it ends with its paragraph. The next one goes on with it if it opens with a mark.
        const std::uint32_t from = open_.front().token;
        const bool reopened = end + 1 < tokens_.size() && tokens_[end + 1].is(TokenKind::OpenQuote);
        if (end - from < 5 && !reopened)
            return;
        // Another one that opens behind it shows that its closing mark is lost: it ends with its sentence.
        const auto upToNext = [&](std::uint32_t open) {
            for (std::uint32_t t = open + 1; t < end; ++t)
                if (tokens_[t].has(text::SentenceStart) && tokens_[t].is(TokenKind::OpenQuote))
                    return t;
            return end;
        };
        add(from, upToNext(from), true, reopened ? "runs-into-next-paragraph" : "unclosed");
        for (std::size_t i = 1; i < open_.size(); ++i) // paragraphs of one quote that were run together
            if (const std::uint32_t to = upToNext(open_[i].token);
                open_[i].family == Family::Double && tokens_[open_[i].token].has(text::SentenceStart) && to < end)
                add(open_[i].token, to, true, "unclosed");
        carried_ = reopened;
    }

    void add(std::uint32_t from, std::uint32_t to, bool unclosed, const char* rule) {
        if (to <= from + 1)
            return;
        if (familyOf(from) == Family::Single && tokens_[to - 1].end - tokens_[from + 1].begin <= 2)
            return; // rock 'n' roll
        bool words = false;
        for (std::uint32_t t = from + 1; t < to && !words; ++t)
            words =
                tokens_[t].is(TokenKind::Word) || tokens_[t].is(TokenKind::Alnum) || tokens_[t].is(TokenKind::Number);
        if (!words)
            return;
        Quote quote;
        quote.words = {tokens_[from + 1].begin, tokens_[to - 1].end};
        quote.whole = {tokens_[from].begin, unclosed ? tokens_[to - 1].end : tokens_[to].end};
        while (sentence_ + 1 < r_.sentences.size() && r_.sentences[sentence_ + 1].span.begin <= quote.whole.begin)
            ++sentence_;
        std::uint32_t sentence = sentence_; // an inner quote closes before the outer one: look back
        while (sentence > 0 && r_.sentences[sentence].span.begin > quote.words.begin)
            --sentence;
        quote.sentence = sentence;
        quote.firstToken = from;
        quote.endToken = unclosed ? to : to + 1;
        quote.derivation.add(rule);
        // Kept in the order in which they open.
        auto at = out_.quotes.end();
        while (at != out_.quotes.begin() && (at - 1)->whole.begin > quote.whole.begin)
            --at;
        out_.quotes.insert(at, quote);
    }

    const Reading& r_;
    const std::vector<Token>& tokens_;
    const text::Lexicon& lexicon_;
    const std::vector<SayWord>& words_;
    Mentions& out_;
    std::vector<Open> open_;
    std::uint32_t sentence_ = 0;
    bool carried_ = false;
    bool dashed_ = false; ///< the paragraph before was speech behind a dash
};

} // namespace

void readQuotes(const text::Reading& reading, Mentions& out) {
    out.quotes.clear();
    QuoteReader(reading, out).run();
}

} // namespace countercheck::read
