// SPDX-License-Identifier: GPL-3.0-or-later
// Whose words a quote holds: the act of saying beside it, the one that covers it, or the speaker of the quote that it
// goes on from. Words in marks that nobody is shown to have said are scare quotes when they are few.
#include "core/read/attribution/attributionevents.h"
#include "core/read/wordset.h"

#include <algorithm>
#include <iterator>

namespace countercheck::read {

namespace {

using text::Span;
using text::TokenKind;

class Speakers {
public:
    Speakers(const text::Reading& reading, const std::vector<SayEvent>& events, Mentions& mentions)
        : r_(reading), lexicon_(text::Lexicon::of(reading.language)), events_(events), m_(mentions) {}

    void run() {
        for (std::size_t q = 0; q < m_.quotes.size(); ++q) {
            Quote& quote = m_.quotes[q];
            const std::uint32_t first = quote.firstToken, end = quote.endToken;
            const SayEvent* event = tagInside(q, first, end);
            if (event == nullptr)
                event = beside(quote, first, end);
            if (event == nullptr)
                event = colonBefore(quote, first);
            const Quote* outer = event != nullptr && speaksOfItself(event->source) ? around(q) : nullptr;
            if (outer != nullptr && !outer->speaker.empty()) { // ‘…’ inside “We called them ‘…’”: theirs
                take(quote, outer->speaker, outer->speakerSpan);
                quote.derivation.add("speaker:outer-quote");
            } else if (event != nullptr) {
                take(quote, event->speaker, event->sourceSpan);
                quote.derivation.add("speaker:beside");
            } else if (const Quote* joined = coordinated(q, first)) { // “…” and “…”
                take(quote, joined->speaker, joined->speakerSpan);
                quote.derivation.add("speaker:coordinated");
            } else if (dialogue(quote)) {
                continue; // behind a dash somebody else may answer
            } else if (const Quote* earlier = goesOn(q, first)) {
                take(quote, earlier->speaker, earlier->speakerSpan);
                quote.derivation.add("speaker:continued");
            } else if (const SayEvent* before = lost(quote) ? nullptr : saidBefore(quote)) {
                take(quote, before->speaker, before->sourceSpan);
                quote.derivation.add("speaker:sentence-before");
            } else if (const SayEvent* behind = words(first, end) >= 4 ? saidBehind(quote) : nullptr) {
                take(quote, behind->speaker, behind->sourceSpan);
                quote.derivation.add("speaker:sentence-behind");
            } else if (const Name* name = acting(quote); name != nullptr && words(first, end) >= 2) {
                take(quote, m_.entities[name->entity].name, name->span);
                quote.derivation.add("speaker:acts-before");
            } else if (words(first, end) <= 3) {
                quote.scare = true;
                quote.derivation.add("scare:few-words-no-speaker");
            }
        }
        interview();
        headlines();
        soleVoice();
        ownWords();
        coverSentences();
    }

private:
    [[nodiscard]] std::uint32_t words(std::uint32_t first, std::uint32_t end) const {
        std::uint32_t count = 0;
        for (std::uint32_t t = first; t < end; ++t)
            count += r_.tokens[t].is(TokenKind::Word) || r_.tokens[t].is(TokenKind::Alnum) ||
                             r_.tokens[t].is(TokenKind::Number)
                         ? 1u
                         : 0u;
        return count;
    }
    /// Its closing mark is missing: how far it goes is a guess.
    [[nodiscard]] static bool lost(const Quote& quote) {
        return quote.derivation.size() > 0 && std::string_view(quote.derivation[0]) == "unclosed";
    }
    [[nodiscard]] static bool dialogue(const Quote& quote) {
        return quote.derivation.size() > 0 && std::string_view(quote.derivation[0]) == "dialogue-dash";
    }
    static void take(Quote& quote, std::string_view speaker, Span span) {
        quote.speaker = speaker;
        quote.speakerSpan = span;
    }

    [[nodiscard]] std::uint32_t edge(const SayEvent& e) const {
        const std::uint32_t first = std::min(e.cueFirst, e.groupFirst);
        return e.subject.empty() ? first : std::min(e.subject.first, first);
    }
    [[nodiscard]] std::uint32_t rear(const SayEvent& e) const {
        return e.subject.empty() ? e.cueEnd : std::max(e.subject.end, e.cueEnd);
    }

    /// “…” and “…”: one speaker, as nothing but a small word stands between.
    [[nodiscard]] const Quote* coordinated(std::size_t q, std::uint32_t first) const {
        if (q == 0 || m_.quotes[q - 1].speaker.empty() || m_.quotes[q - 1].endToken + 1 != first ||
            !lexicon_.has(r_.tokens[first - 1].word, text::Tag::Conj))
            return nullptr;
        return &m_.quotes[q - 1];
    }

    /// An article that names one person and lets that person speak: quotes that fill their sentence are theirs, too.
    void soleVoice() {
        const Entity* only = nullptr;
        for (const Entity& entity : m_.entities)
            if (entity.kind == NameKind::Person) {
                if (only != nullptr)
                    return; // mostly
                only = &entity;
            }
        if (only == nullptr)
            return;
        const Quote* heard = nullptr;
        for (const Quote& quote : m_.quotes)
            if (quote.speaker == only->name)
                heard = &quote;
            else if (!quote.speaker.empty() && around(static_cast<std::size_t>(&quote - m_.quotes.data())) == nullptr)
                return; // somebody else speaks, too
        if (heard == nullptr)
            return;
        const Span span = heard->speakerSpan;
        for (Quote& quote : m_.quotes)
            if (quote.speaker.empty() && !lost(quote) && words(quote.firstToken, quote.endToken) >= 5 &&
                r_.sentences[quote.sentence].span.begin == quote.whole.begin) {
                take(quote, only->name, span);
                quote.derivation.add("speaker:only-voice");
            }
    }

    /// A headline's quote is said by whoever says the same words below.
    void headlines() {
        for (std::size_t q = 0; q < m_.quotes.size() && q < 4; ++q) {
            Quote& quote = m_.quotes[q];
            const bool title = r_.blocks[r_.sentences[quote.sentence].block].role == text::BlockRole::Title;
            if (!title || !quote.speaker.empty() || words(quote.firstToken, quote.endToken) < 2)
                continue;
            const std::string_view said = r_.of(quote.words);
            for (std::size_t below = q + 1; below < m_.quotes.size() && below < 200; ++below)
                if (const Quote& other = m_.quotes[below]; !other.speaker.empty() &&
                                                           other.words.begin > quote.whole.end &&
                                                           r_.of(other.words).find(said) != std::string_view::npos) {
                    take(quote, other.speaker, other.speakerSpan);
                    quote.scare = false;
                    quote.derivation.add("speaker:said-below");
                    break;
                }
        }
    }

    /// The smallest quote that holds this one; null when it stands alone.
    [[nodiscard]] const Quote* around(std::size_t q) const {
        for (std::size_t back = q; back > 0 && back + 16 > q; --back) // quotes nest no deeper
            if (m_.quotes[back - 1].whole.contains(m_.quotes[q].whole))
                return &m_.quotes[back - 1];
        return nullptr;
    }
    [[nodiscard]] static bool speaksOfItself(std::string_view source) {
        static constexpr WordSet words({"We", "we", "I", "Nous", "nous", "Je", "je", "J'", "j'", "On", "on"});
        return words.contains(source);
    }
    static constexpr std::size_t longestPronoun = 5; ///< of those below
    /// "She", "Elle": a pronoun that nobody was found for. Inside a quote the quote's speaker passes it on.
    [[nodiscard]] static bool barePronoun(std::string_view source) {
        static constexpr WordSet words({"He", "he", "She", "she", "They", "they", "It", "it", "Il", "il", "Elle",
                                        "elle", "Ils", "ils", "Elles", "elles"});
        return words.contains(source);
    }
    /// « La rivière monte, a dit le maire, mais la digue tient »: the tag stands inside the marks.
    [[nodiscard]] const SayEvent* tagInside(std::size_t q, std::uint32_t first, std::uint32_t end) const {
        const Quote& quote = m_.quotes[q];
        for (auto it = eventsFrom(quote.sentence); it != events_.end() && edge(*it) < end; ++it) {
            const std::uint32_t begins = edge(*it), ends = rear(*it);
            if (!it->inverted || it->source.empty() || begins <= first + 1 || ends > end)
                continue;
            const TokenKind before = r_.tokens[begins - 1].kind;
            if (before != TokenKind::Comma && before != TokenKind::Stop && before != TokenKind::Dash)
                continue;
            bool inner = false; // a quote within the quote
            for (std::size_t n = q + 1; n < m_.quotes.size() && m_.quotes[n].whole.begin < quote.whole.end; ++n)
                inner = inner || (m_.quotes[n].whole.begin < r_.tokens[begins].begin &&
                                  m_.quotes[n].whole.end >= r_.tokens[begins].begin);
            if (!inner)
                return &*it;
        }
        return nullptr;
    }
    /// X was blunt:¶ “…”: whoever the colon leads from.
    [[nodiscard]] const SayEvent* colonBefore(const Quote& quote, std::uint32_t first) const {
        std::uint32_t t = first;
        while (t > 0 && r_.tokens[t - 1].is(TokenKind::Break))
            --t;
        if (t == 0 || !r_.tokens[t - 1].is(TokenKind::Colon) || quote.sentence == 0)
            return nullptr;
        const SayEvent* found = nullptr;
        for (auto it = eventsFrom(quote.sentence - 1); it != events_.end() && it->sentence + 1 == quote.sentence; ++it)
            if (!it->source.empty())
                found = &*it;
        return found;
    }
    /// Questions and answers: paragraphs that are nothing but a quote, each behind one without, and nobody named beside
    /// them. They are the person's whom the text names first.
    void interview() {
        std::vector<std::size_t> answers;
        std::size_t openings = 0, asked = 0;
        for (std::size_t q = 0; q < m_.quotes.size(); ++q) {
            const Quote& quote = m_.quotes[q];
            const std::uint32_t block = r_.sentences[quote.sentence].block;
            const bool pronoun = quote.speaker == "he" || quote.speaker == "she";
            const bool guessed =
                quote.derivation.size() > 1 &&
                std::string_view(quote.derivation[quote.derivation.size() - 1]) == "speaker:sentence-before" &&
                r_.blocks[block].span.begin == quote.whole.begin;
            if ((!quote.speaker.empty() && !pronoun && !guessed) || around(q) != nullptr)
                continue;
            const bool opens = r_.blocks[block].span.begin == quote.whole.begin;
            const bool after = !answers.empty() && r_.sentences[m_.quotes[answers.back()].sentence].block == block;
            if (block > 0 && opens && r_.blocks[block - 1].span.length() > 0) {
                asked += r_.text[r_.blocks[block - 1].span.end - 1] == '?' ? 1 : 0;
                const bool between = q == 0 || r_.sentences[m_.quotes[q - 1].sentence].block + 1 < block;
                openings += between ? 1 : 0;
            }
            if (opens || after)
                answers.push_back(q);
        }
        if (openings < 3 || asked == 0)
            return;
        for (const Name& name : m_.names)
            if (name.kind == NameKind::Person && name.endToken > name.firstToken + 1) {
                for (const std::size_t q : answers) {
                    take(m_.quotes[q], m_.entities[name.entity].name, name.span);
                    m_.quotes[q].scare = false;
                    m_.quotes[q].derivation.add("speaker:interview");
                }
                return;
            }
    }

    /// Ole Berg stands in his barn. “…”: the only person of the paragraph, and the subject of the sentence before.
    [[nodiscard]] const Name* acting(const Quote& quote) const {
        if (lost(quote))
            return nullptr;
        const text::Sentence& sentence = r_.sentences[quote.sentence];
        std::uint32_t last = quote.sentence;
        while (last + 1 < r_.sentences.size() && r_.sentences[last + 1].span.begin < quote.whole.end)
            ++last;
        if (sentence.span.begin != quote.whole.begin || r_.sentences[last].span.end > quote.whole.end + 1)
            return nullptr;
        const Span block = r_.blocks[sentence.block].span;
        // the sentence before; behind a quote that opens its paragraph the one that follows
        const std::uint32_t other = quote.whole.begin == block.begin ? last + 1 : quote.sentence - 1;
        if (other >= r_.sentences.size() || r_.sentences[other].block != sentence.block)
            return nullptr;
        const std::uint32_t opens = r_.sentences[other].firstToken;
        const Name* found = nullptr;
        const std::uint32_t to =
            other < quote.sentence ? quote.whole.begin : block.end; // whom it names behind may be others
        for (auto it = std::lower_bound(m_.names.begin(), m_.names.end(), block.begin,
                                        [](const Name&name, std::uint32_t at) { return name.span.begin < at; });
             it != m_.names.end() && it->span.end <= to; ++it) {
            if (it->kind != NameKind::Person || quote.whole.contains(it->span))
                continue;
            if (found != nullptr && found->entity != it->entity)
                return nullptr;
            if (found == nullptr && (it->firstToken == opens || // "Ms Ahmed"
                                     (it->firstToken <= opens + 2 && it->firstToken > opens &&
                                      lexicon_.has(r_.tokens[opens].word, text::Tag::Title))))
                found = &*it;
            else if (found == nullptr)
                return nullptr;
        }
        return found;
    }

    const SayEvent* beside(const Quote& quote, std::uint32_t first, std::uint32_t end) {
        // Events from the quote's first sentence to the one behind it
        const std::uint32_t sentence = quote.sentence;
        std::uint32_t lastSentence = sentence;
        while (lastSentence + 1 < r_.sentences.size() && r_.sentences[lastSentence + 1].span.begin < quote.whole.end)
            ++lastSentence;
        const auto from = eventsFrom(sentence);
        const SayEvent *right = nullptr, *left = nullptr, *covering = nullptr, *near = nullptr;
        for (auto it = from; it != events_.end() && it->sentence <= lastSentence + 1; ++it) {
            const SayEvent& e = *it;
            if (e.source.empty() || (e.cueFirst >= first && e.cueFirst < end))
                continue;
            const std::uint32_t begins = edge(e), ends = rear(e);
            if (begins >= end && begins <= end + 1 &&
                (begins == end || r_.tokens[end].is(TokenKind::Comma) || r_.tokens[end].is(TokenKind::Dash) ||
                 (r_.tokens[end].is(TokenKind::Colon) && e.inverted && e.quoteOnly)) &&
                (e.backward || opensBehind(e, end)) && !(e.sentence > lastSentence && endsWithPoint(end)))
                right = right == nullptr ? &e : right; // “…,” X said
            if (e.sentence > lastSentence)
                continue;
            const bool resumes = e.backward && first - ends <= 14 && first > 0 &&
                                 r_.tokens[first - 1].is(TokenKind::Comma); // “…,” X told reporters at the scene, “…”
            if (ends <= first && (first - ends <= 4 || resumes) && onlyMarksOrSmall(ends, first))
                left = &e; // X said: “…”
            if (e.states && e.contentFirst < end && e.contentEnd > first &&
                !(covering != nullptr && covering->person && !e.person && !e.backward && e.subject.end > 0 &&
                  lexicon_.has(r_.tokens[e.subject.head].word, text::Tag::SayNoun))) // "X said the data suggested “…”"
                covering = &e;
            if (e.quoteOnly && e.sentence == sentence && ends <= first && first - ends <= 30 && !breaks(ends, first))
                near = &e; // X threatened to act without “…”
        }
        const bool led = left != nullptr && !left->backward && first <= rear(*left) + 1 && rear(*left) < first &&
                         (r_.tokens[first - 1].is(TokenKind::Colon) || r_.tokens[first - 1].is(TokenKind::Comma));
        if (right != nullptr && !led) // X wrote: “…,” according to the file
            return right;
        const bool document = left != nullptr && !left->person && left->subject.end > 0 &&
                              lexicon_.has(r_.tokens[left->subject.head].word, text::Tag::SayNoun);
        if (left != nullptr && !(document && covering != nullptr && covering->person && covering != left))
            return left; // but "X said the data suggested that “…”": X
        return covering != nullptr ? covering : near;
    }
    /// “… done.” X said nothing: behind a full stop a new sentence has nothing to do with the quote.
    [[nodiscard]] bool endsWithPoint(std::uint32_t end) const {
        return end >= 2 && r_.tokens[end - 2].is(TokenKind::Stop) && r_.of(r_.tokens[end - 2]) == ".";
    }
    /// “…!” X said: the act stands alone in the sentence behind the quote, and states nothing else.
    [[nodiscard]] bool opensBehind(const SayEvent& e, std::uint32_t end) const {
        return !e.states && (edge(e) == end || edge(e) == end + 1);
    }
    /// X said S. “…”: a quote that fills its sentence behind one that says who speaks.
    [[nodiscard]] const SayEvent* saidBefore(const Quote& quote) const {
        const text::Sentence& sentence = r_.sentences[quote.sentence];
        std::uint32_t last = quote.sentence;
        while (last + 1 < r_.sentences.size() && r_.sentences[last + 1].span.begin < quote.whole.end)
            ++last;
        if (quote.sentence == 0 || sentence.span.begin != quote.whole.begin ||
            r_.sentences[last].span.end > quote.whole.end + 1)
            return nullptr;
        const text::Sentence& before = r_.sentences[quote.sentence - 1];
        if (before.block + 1 < sentence.block || (before.block == sentence.block && asks(before)))
            return nullptr;
        const SayEvent* found = nullptr;
        for (auto it = eventsFrom(quote.sentence - 1); it != events_.end() && it->sentence + 1 == quote.sentence; ++it)
            if (!it->source.empty() && found == nullptr &&
                (it->modality == Modality::Reported || (it->modality == Modality::Possible && it->quoteOnly)) &&
                (it->states || (it->quoteOnly && it->person && it->modality == Modality::Possible) ||
                 (it->quoteOnly && it->person && !it->backward &&
                  it->subject.first == r_.sentences[it->sentence].firstToken)))
                found = &*it;
        return found;
    }
    [[nodiscard]] bool asks(const text::Sentence& sentence) const {
        return !sentence.may(text::HintQuote) && r_.text[sentence.span.end - 1] == '?';
    }
    /// “I was had.” In court Ole Berg, 66, repeats that he knew nothing: whoever speaks right behind a quote that opens
    /// its paragraph.
    [[nodiscard]] const SayEvent* saidBehind(const Quote& quote) const {
        const text::Sentence& sentence = r_.sentences[quote.sentence];
        if (lost(quote) || r_.blocks[sentence.block].span.begin != quote.whole.begin)
            return nullptr;
        std::uint32_t next = quote.sentence;
        while (next + 1 < r_.sentences.size() && r_.sentences[next].span.begin < quote.whole.end)
            ++next;
        if (r_.sentences[next].block != sentence.block || r_.sentences[next].span.begin < quote.whole.end ||
            r_.sentences[next].may(text::HintQuote))
            return nullptr;
        const auto it = eventsFrom(next);
        return it != events_.end() && it->sentence == next && it->states && !it->backward && it->person &&
                       !it->source.empty() && it->modality == Modality::Reported
                   ? &*it
                   : nullptr;
    }
    [[nodiscard]] bool onlyMarksOrSmall(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t t = from; t < to; ++t)
            if (sentenceStop(t) || r_.tokens[t].is(TokenKind::CloseQuote) || r_.tokens[t].is(TokenKind::Semicolon) ||
                r_.tokens[t].is(TokenKind::Break))
                return false;
        return true;
    }
    /// A stop that ends its sentence, not the one in "Mr."
    [[nodiscard]] bool sentenceStop(std::uint32_t t) const {
        return r_.tokens[t].is(TokenKind::Stop) &&
               (t + 1 >= r_.tokens.size() || r_.tokens[t + 1].has(text::SentenceStart) ||
                !r_.tokens[t + 1].has(text::SpaceBefore));
    }
    [[nodiscard]] bool breaks(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t t = from; t < to; ++t)
            if (r_.tokens[t].is(TokenKind::Semicolon) || sentenceStop(t) || r_.tokens[t].is(TokenKind::CloseQuote))
                return true;
        return false;
    }

    /// “…,” X said. “…” · a quote that fills its paragraph behind another · a paragraph opened anew within one quote.
    [[nodiscard]] const Quote* goesOn(std::size_t q, std::uint32_t first) const {
        if (q == 0 || first == 0)
            return nullptr;
        const Quote& quote = m_.quotes[q];
        std::size_t back = q;
        const Quote* earlier = nullptr;
        while (back > 0 && earlier == nullptr) {
            --back;
            if (m_.quotes[back].whole.contains(quote.whole)) // inside another's words: theirs
                return m_.quotes[back].speaker.empty() ? nullptr : &m_.quotes[back];
            if (m_.quotes[back].whole.end <= quote.whole.begin)
                earlier = &m_.quotes[back];
        }
        if (earlier == nullptr || earlier->speaker.empty() || earlier->scare)
            return nullptr;
        const text::Sentence& sentence = r_.sentences[quote.sentence];
        const bool dash = quote.endToken < r_.tokens.size() && r_.tokens[quote.endToken].is(TokenKind::Dash);
        if (sentence.span.begin != quote.whole.begin || (sentence.span.end > quote.whole.end + 1 && !dash))
            return nullptr; // the quote must open its sentence and fill it, or a remark follows: “…” – a word that
                            // stung
        const text::Sentence& before = r_.sentences[earlier->sentence];
        std::uint32_t lastSentence = earlier->sentence;
        while (lastSentence + 1 < r_.sentences.size() && r_.sentences[lastSentence + 1].span.begin < earlier->whole.end)
            ++lastSentence;
        const bool next = quote.sentence <= lastSentence + 1;
        if (before.block == sentence.block)
            return next || (quote.sentence == lastSentence + 2 && staysWith(*earlier, lastSentence + 1)) ? earlier
                                                                                                         : nullptr;
        if (sentence.block != r_.sentences[lastSentence].block + 1 || !next)
            return nullptr;
        if (r_.text[earlier->words.end - 1] != '?')
            return earlier;
        // A question, and a paragraph of its own that answers it: the other one of the two.
        for (std::size_t other = back; other > 0 && other + 6 > back; --other)
            if (!m_.quotes[other - 1].speaker.empty() && m_.quotes[other - 1].speaker != earlier->speaker)
                return &m_.quotes[other - 1];
        return earlier;
    }

    /// “…,” X said. Was she pushed? “…” · “…” She laughs. “…”: the sentence between leaves the word with X.
    [[nodiscard]] bool staysWith(const Quote& earlier, std::uint32_t between) const {
        const text::Sentence& sentence = r_.sentences[between];
        const text::Token& opens = r_.tokens[sentence.firstToken];
        const std::string_view pronoun = lexicon_.value(opens.word, text::Tag::Pron);
        const bool question = r_.text[sentence.span.end - 1] == '?';
        if (sentence.may(text::HintQuote) || (!question && pronoun != "he" && pronoun != "she"))
            return false;
        for (auto it = std::lower_bound(m_.names.begin(), m_.names.end(), sentence.span.begin,
                                        [](const Name&name, std::uint32_t at) { return name.span.begin < at; });
             it != m_.names.end() && it->span.end <= sentence.span.end; ++it)
            if (it->kind == NameKind::Person && m_.entities[it->entity].name != earlier.speaker)
                return false;
        const auto said = eventsFrom(between);
        return said == events_.end() || said->sentence != between || said->source.empty();
    }

    /// "We believe …" inside a quote: its speaker believes.
    void ownWords() {
        std::size_t q = 0;
        for (Attribution& attribution : m_.attributions) {
            if (attribution.source.size() > longestPronoun)
                continue; // nearly always
            const bool itself = speaksOfItself(attribution.source);
            if (!itself && !barePronoun(attribution.source))
                continue;
            while (q < m_.quotes.size() && m_.quotes[q].whole.end <= attribution.sourceSpan.begin)
                ++q;
            if (q < m_.quotes.size() && m_.quotes[q].words.contains(attribution.sourceSpan) &&
                !m_.quotes[q].speaker.empty()) {
                attribution.source = m_.quotes[q].speaker;
                if (attribution.via == attribution.source)
                    attribution.via.clear();
            }
        }
    }

    /// Sentences that stand wholly inside a quote are attributed to its speaker as well.
    void coverSentences() {
        const std::size_t known = m_.attributions.size();
        std::size_t at = 0;
        for (const Quote& quote : m_.quotes) {
            if (quote.speaker.empty())
                continue;
            for (std::uint32_t s = quote.sentence;
                 s < r_.sentences.size() && r_.sentences[s].span.begin < quote.words.end; ++s) {
                if (lost(quote) && s != quote.sentence)
                    break;
                const Span inside{std::max(quote.words.begin, r_.sentences[s].span.begin),
                                  std::min(quote.words.end, r_.sentences[s].span.end)};
                if (inside.length() < 12 && !r_.sentences[s].may(text::HintFigure))
                    continue; // « Sept. » tells a figure
                while (at < known && m_.attributions[at].sentence < s)
                    ++at;
                bool covered = false;
                for (std::size_t i = at; i < known && m_.attributions[i].sentence == s; ++i)
                    covered = covered || m_.attributions[i].scope.overlaps(inside);
                if (covered)
                    continue;
                Attribution attribution;
                attribution.source = quote.speaker;
                attribution.sourceSpan = quote.speakerSpan;
                attribution.cue = {quote.whole.begin, quote.words.begin};
                attribution.scope = inside;
                attribution.sentence = s;
                m_.attributions.push_back(std::move(attribution));
            }
        }
        sortIn(known);
    }

    /// Brings the attributions behind the first `known` to their sentences, behind those that are there.
    void sortIn(std::size_t known) {
        std::vector<Attribution>& all = m_.attributions;
        const auto added = all.begin() + static_cast<std::ptrdiff_t>(known);
        const auto earlier = [](const Attribution& a, const Attribution& b) { return a.sentence < b.sentence; };
        if (std::is_sorted(all.begin(), all.end(), earlier))
            return;
        if (!std::is_sorted(all.begin(), added, earlier) || !std::is_sorted(added, all.end(), earlier)) {
            std::stable_sort(all.begin(), all.end(), earlier);
            return;
        }
        thread_local std::vector<Attribution> merged; // room is kept from article to article
        merged.clear();
        merged.reserve(all.size());
        std::merge(std::move_iterator(all.begin()), std::move_iterator(added), std::move_iterator(added),
                   std::move_iterator(all.end()), std::back_inserter(merged), earlier);
        all.swap(merged);
    }

    /// The first act of saying in the sentence or behind it. Quotes are gone through in order: the place that was last
    /// asked for is never far.
    [[nodiscard]] std::vector<SayEvent>::const_iterator eventsFrom(std::uint32_t sentence) const {
        while (near_ != events_.begin() && std::prev(near_)->sentence >= sentence)
            --near_;
        while (near_ != events_.end() && near_->sentence < sentence)
            ++near_;
        return near_;
    }

    const text::Reading& r_;
    const text::Lexicon& lexicon_;
    const std::vector<SayEvent>& events_;
    mutable std::vector<SayEvent>::const_iterator near_ = events_.begin(); ///< see eventsFrom()
    Mentions& m_;
};

} // namespace

void nameSpeakers(const text::Reading& reading, const std::vector<SayEvent>& events, Mentions& mentions) {
    Speakers(reading, events, mentions).run();
}

} // namespace countercheck::read
