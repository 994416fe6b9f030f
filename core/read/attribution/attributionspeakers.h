// SPDX-License-Identifier: GPL-3.0-or-later
// Gives quotes their speakers: rules for one quote (attributionspeakers.cpp), and those that look at the whole article
// (attributionvoices.cpp). Private to core/read.
#pragma once

#include "core/read/attribution/attributionevents.h"
#include "core/read/wordset.h"

#include <string_view>
#include <vector>

namespace countercheck::read {

class Speakers {
    using Span = text::Span;
    using TokenKind = text::TokenKind;

public:
    Speakers(const text::Reading& reading, const std::vector<SayEvent>& events, Mentions& mentions)
        : r_(reading), lexicon_(text::Lexicon::of(reading.language)), events_(events), m_(mentions) {}

    void run();

private:
    [[nodiscard]] std::uint32_t words(std::uint32_t first, std::uint32_t end) const;
    /// Its closing mark is missing: how far it goes is a guess.
    [[nodiscard]] static bool lost(const Quote& quote) {
        return quote.derivation.size() > 0 && std::string_view(quote.derivation[0]) == "unclosed";
    }
    [[nodiscard]] static bool dialogue(const Quote& quote) {
        return quote.derivation.size() > 0 && std::string_view(quote.derivation[0]) == "dialogue-dash";
    }
    static void take(Quote& quote, std::string_view speaker, Span span);

    [[nodiscard]] std::uint32_t edge(const SayEvent& e) const;
    [[nodiscard]] std::uint32_t rear(const SayEvent& e) const {
        return e.subject.empty() ? e.cueEnd : std::max(e.subject.end, e.cueEnd);
    }

    /// “…” and “…”: one speaker, as nothing but a small word stands between.
    [[nodiscard]] const Quote* coordinated(std::size_t q, std::uint32_t first) const;

    /// An article that names one person and lets that person speak: quotes that fill their sentence are theirs, too.
    void soleVoice();

    /// A headline's quote is said by whoever says the same words below.
    void headlines();

    /// The smallest quote that holds this one; null when it stands alone.
    [[nodiscard]] const Quote* around(std::size_t q) const;
    [[nodiscard]] static bool speaksOfItself(std::string_view source);
    static constexpr const char* pronounAlone = "speaker:pronoun";
    static constexpr std::size_t longestPronoun = 5; ///< of those below
    /// "She", "Elle": a pronoun that nobody was found for. Inside a quote the quote's speaker passes it on.
    [[nodiscard]] static bool barePronoun(std::string_view source);
    /// Does the text name anybody at all? Where it does not, "he" is all that there is.
    [[nodiscard]] bool namesSomebody() const;
    /// « La rivière monte, a dit le maire, mais la digue tient »: the tag stands inside the marks.
    [[nodiscard]] const SayEvent* tagInside(std::size_t q, std::uint32_t first, std::uint32_t end) const;
    /// X was blunt:¶ “…”: whoever the colon leads from.
    [[nodiscard]] const SayEvent* colonBefore(const Quote& quote, std::uint32_t first) const;
    /// Questions and answers: paragraphs that are nothing but a quote, each behind one without, and nobody named beside
    /// them. They are the person's whom the text names first.
    void interview();

    /// Ole Berg stands in his barn. “…”: the only person of the paragraph, and the subject of the sentence before.
    [[nodiscard]] const Name* acting(const Quote& quote) const;
    /// A drunk young man insults everybody. “…”: the same without a name.
    [[nodiscard]] Span describedActing(const Quote& quote) const;

    const SayEvent* beside(const Quote& quote, std::uint32_t first, std::uint32_t end);
    /// “… done.” X said nothing: behind a full stop a new sentence has nothing to do with the quote.
    [[nodiscard]] bool endsWithPoint(std::uint32_t end) const {
        while (end >= 2 && r_.tokens[end - 2].is(TokenKind::CloseQuote)) // “She said, ‘No.’”
            --end;
        return end >= 2 && r_.tokens[end - 2].is(TokenKind::Stop) && r_.of(r_.tokens[end - 2]) == ".";
    }
    /// S, she said; the rest, “…”: the only voice of the sentence goes on behind a semicolon.
    [[nodiscard]] const SayEvent* onlyVoice(const Quote& quote, std::uint32_t first) const;
    /// Vincent “The Chin” Gigante, known as the “Oddfather”: what somebody is called, which nobody says.
    [[nodiscard]] bool nickname(const Quote& quote) const;
    [[nodiscard]] bool title(const Quote& quote) const;
    /// "X said that inspectors had found “…”": what X passes on is in X's words.
    [[nodiscard]] bool passedOn(const SayEvent& inner, const SayEvent* outer) const;
    /// “…!” X said: the act stands alone in the sentence behind the quote, and states nothing else.
    [[nodiscard]] bool opensBehind(const SayEvent& e, std::uint32_t end) const {
        return !e.states && (edge(e) == end || edge(e) == end + 1);
    }
    /// X said S. “…”: a quote that fills its sentence behind one that says who speaks.
    [[nodiscard]] const SayEvent* saidBefore(const Quote& quote) const;
    [[nodiscard]] bool asks(const text::Sentence& sentence) const {
        return !sentence.may(text::HintQuote) && r_.text[sentence.span.end - 1] == '?';
    }
    /// “I was had.” In court Ole Berg, 66, repeats that he knew nothing: whoever speaks right behind a quote that opens
    /// its paragraph.
    [[nodiscard]] const SayEvent* saidBehind(const Quote& quote) const;
    [[nodiscard]] const SayEvent* voiceBefore(const Quote& quote) const;
    [[nodiscard]] bool onlyMarksOrSmall(std::uint32_t from, std::uint32_t to) const;
    /// A stop that ends its sentence, not the one in "Mr."
    [[nodiscard]] bool sentenceStop(std::uint32_t t) const;
    [[nodiscard]] bool breaks(std::uint32_t from, std::uint32_t to) const;

    /// Who else has spoken among the few quotes before this one; null: nobody.
    [[nodiscard]] const Quote* otherVoice(std::size_t q) const;
    /// Is the quote a question, and its tag one of asking?
    [[nodiscard]] bool askedBy(const Quote& quote) const;
    /// “…,” X said. “…” · a quote that fills its paragraph behind another · a paragraph opened anew within one quote.
    [[nodiscard]] const Quote* goesOn(std::size_t q, std::uint32_t first) const;

    /// “…,” X said. Was she pushed? “…” · “…” She laughs. “…”: the sentence between leaves the word with X.
    [[nodiscard]] bool staysWith(const Quote& earlier, std::uint32_t between) const;

    /// "We believe …" inside a quote: its speaker believes.
    void ownWords();

    /// Sentences that stand wholly inside a quote are attributed to its speaker as well.
    void coverSentences();

    /// Brings the attributions behind the first `known` to their sentences, behind those that are there.
    void sortIn(std::size_t known);

    /// The first act of saying in the sentence or behind it. Quotes are gone through in order: the place that was last
    /// asked for is never far.
    [[nodiscard]] std::vector<SayEvent>::const_iterator eventsFrom(std::uint32_t sentence) const;

    const text::Reading& r_;
    const text::Lexicon& lexicon_;
    const std::vector<SayEvent>& events_;
    mutable std::vector<SayEvent>::const_iterator near_ = events_.begin(); ///< see eventsFrom()
    Mentions& m_;
};

} // namespace countercheck::read
