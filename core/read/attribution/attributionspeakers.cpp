// SPDX-License-Identifier: GPL-3.0-or-later
// Whose words a quote holds: the act of saying beside it, the one that covers it, or the speaker of the quote that it
// goes on from. Words in marks that nobody is shown to have said are scare quotes when they are few.
#include "core/read/attribution/attributionspeakers.h"

#include <algorithm>

namespace countercheck::read {

using text::Span;

void Speakers::run() {
    for (std::size_t q = 0; q < m_.quotes.size(); ++q) {
        Quote& quote = m_.quotes[q];
        const std::uint32_t first = quote.firstToken, end = quote.endToken;
        if (nickname(quote)) {
            quote.scare = true;
            quote.derivation.add("scare:nickname");
            continue;
        }
        const SayEvent* event = tagInside(q, first, end);
        if (event == nullptr)
            event = beside(quote, first, end);
        if (event == nullptr)
            event = colonBefore(quote, first);
        const Quote* outer = event != nullptr && speaksOfItself(event->source) ? around(q) : nullptr;
        if (event != nullptr && event->speaker.size() <= longestPronoun && barePronoun(event->speaker) &&
            namesSomebody()) { // "it", and nothing that it stands for
            event = nullptr;
            quote.derivation.add(pronounAlone);
        }
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
        } else if (const SayEvent* voice = words(first, end) >= 3 ? onlyVoice(quote, first) : nullptr) {
            take(quote, voice->speaker, voice->sourceSpan);
            quote.derivation.add("speaker:sentence-voice");
        } else if (const Name* name = acting(quote); name != nullptr && words(first, end) >= 2) {
            take(quote, m_.entities[name->entity].name, name->span);
            quote.derivation.add("speaker:acts-before");
        } else if (const Span someone = words(first, end) >= 2 ? describedActing(quote) : Span{}; !someone.empty()) {
            take(quote, r_.of(someone), someone);
            quote.derivation.add("speaker:acts-before");
        } else if (const SayEvent* still = voiceBefore(quote)) {
            take(quote, still->speaker, still->sourceSpan);
            quote.derivation.add("speaker:sentence-before");
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

bool Speakers::namesSomebody() const {
    return std::any_of(m_.names.begin(), m_.names.end(), [](const Name& name) {
        return name.kind == NameKind::Person || name.kind == NameKind::Organisation || name.kind == NameKind::Other;
    });
}

std::uint32_t Speakers::words(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t count = 0;
    for (std::uint32_t t = first; t < end; ++t)
        count +=
            r_.tokens[t].is(TokenKind::Word) || r_.tokens[t].is(TokenKind::Alnum) || r_.tokens[t].is(TokenKind::Number)
                ? 1u
                : 0u;
    return count;
}

void Speakers::take(Quote& quote, std::string_view speaker, Span span) {
    quote.speaker = speaker;
    quote.speakerSpan = span;
}

std::uint32_t Speakers::edge(const SayEvent& e) const {
    const std::uint32_t first = std::min(e.cueFirst, e.groupFirst);
    return e.subject.empty() ? first : std::min(e.subject.first, first);
}

const Quote* Speakers::coordinated(std::size_t q, std::uint32_t first) const {
    if (q == 0 || m_.quotes[q - 1].speaker.empty() || m_.quotes[q - 1].endToken + 1 != first ||
        !lexicon_.has(r_.tokens[first - 1].word, text::Tag::Conj))
        return nullptr;
    return &m_.quotes[q - 1];
}

const Quote* Speakers::around(std::size_t q) const {
    for (std::size_t back = q; back > 0 && back + 16 > q; --back) // quotes nest no deeper
        if (m_.quotes[back - 1].whole.contains(m_.quotes[q].whole))
            return &m_.quotes[back - 1];
    return nullptr;
}

bool Speakers::speaksOfItself(std::string_view source) {
    static constexpr WordSet words({"We", "we", "I", "Nous", "nous", "Je", "je", "J'", "j'", "On", "on"});
    return words.contains(source);
}

constexpr std::size_t longestPronoun = 5; ///< of those below
/// "She", "Elle": a pronoun that nobody was found for. Inside a quote the quote's speaker passes it on.
bool Speakers::barePronoun(std::string_view source) {
    static constexpr WordSet words({"He", "he", "She", "she", "They", "they", "It", "it", "Il", "il", "Elle", "elle",
                                    "Ils", "ils", "Elles", "elles"});
    return words.contains(source);
}

const SayEvent* Speakers::tagInside(std::size_t q, std::uint32_t first, std::uint32_t end) const {
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

const SayEvent* Speakers::colonBefore(const Quote& quote, std::uint32_t first) const {
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

const Name* Speakers::acting(const Quote& quote) const {
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
    const std::uint32_t from = other < quote.sentence ? r_.sentences[other].span.begin : block.begin;
    for (auto it = std::lower_bound(m_.names.begin(), m_.names.end(), from,
                                    [](const Name&name, std::uint32_t at) { return name.span.begin < at; });
         it != m_.names.end() && it->span.end <= to; ++it) {
        if (it->kind != NameKind::Person || quote.whole.contains(it->span))
            continue;
        if (found != nullptr && found->entity != it->entity)
            return nullptr;
        const bool behindPlace = it->firstToken > opens + 2 && r_.tokens[it->firstToken - 1].is(TokenKind::Comma) &&
                                 lexicon_.has(r_.tokens[opens].word, text::Tag::Prep); // "At the bar, Ole Berg"
        const bool apposed =
            it->firstToken > opens + 2 && it->firstToken <= opens + 6 && // "Son gardien, Malo Keravec,"
            r_.tokens[it->firstToken - 1].is(TokenKind::Comma) && r_.tokens[it->endToken].is(TokenKind::Comma) &&
            lexicon_.hasAny(r_.tokens[opens].word, text::tagBit(text::Tag::Det) | text::tagBit(text::Tag::Poss));
        if (found == nullptr && (it->firstToken == opens || behindPlace || apposed || // "Ms Ahmed"
                                 (it->firstToken <= opens + 2 && it->firstToken > opens &&
                                  lexicon_.has(r_.tokens[opens].word, text::Tag::Title))))
            found = &*it;
        else if (found == nullptr)
            return nullptr;
    }
    return found;
}

Span Speakers::describedActing(const Quote& quote) const {
    const text::Sentence& sentence = r_.sentences[quote.sentence];
    if (lost(quote) || quote.sentence == 0 || sentence.span.begin != quote.whole.begin)
        return {};
    std::uint32_t last = quote.sentence;
    while (last + 1 < r_.sentences.size() && r_.sentences[last + 1].span.begin < quote.whole.end)
        ++last;
    if (r_.sentences[last].span.end > quote.whole.end + 1)
        return {};
    const text::Sentence& before = r_.sentences[quote.sentence - 1];
    std::uint32_t first = before.firstToken;
    if (lexicon_.has(r_.tokens[first].word, text::Tag::Prep)) // "In the hall, the old man waited"
        for (std::uint32_t t = first + 1; t < first + 10 && t + 1 < before.endToken; ++t)
            if (r_.tokens[t].is(TokenKind::Comma)) {
                first = t + 1;
                break;
            }
    if (before.block != sentence.block || before.may(text::HintQuote) || before.endToken > first + 20 ||
        before.endToken < first + 4 || asks(before) || !lexicon_.has(r_.tokens[first].word, text::Tag::Det))
        return {};
    Span found;
    for (std::uint32_t t = first + 1; t < before.endToken; ++t) {
        const text::Token& token = r_.tokens[t];
        if (lexicon_.has(token.word, text::Tag::Neg) || (token.is(TokenKind::Word) && token.has(text::Capitalised)))
            return {}; // "The mayor did not reply"; somebody is named
        const bool goesOn = found.empty() || found.end == r_.tokens[t - 1].end;
        if (goesOn && t < first + 5 && lexicon_.value(token.word, text::Tag::SourceNoun) == "again")
            found = {r_.tokens[first].begin, token.end};
    }
    return found;
}

const SayEvent* Speakers::onlyVoice(const Quote& quote, std::uint32_t first) const {
    const SayEvent* voice = nullptr;
    for (auto it = eventsFrom(quote.sentence); it != events_.end() && it->sentence == quote.sentence; ++it) {
        if (it->source.empty())
            continue;
        if ((voice != nullptr && voice->source != it->source) || it->modality != Modality::Reported || it->aside)
            return nullptr;
        voice = &*it;
    }
    if (voice == nullptr || !voice->states || rear(*voice) >= first)
        return nullptr;
    for (std::uint32_t t = rear(*voice); t < first; ++t) // "S, she said; the rest, “…”"
        if (r_.tokens[t].is(TokenKind::Semicolon) ||
            (r_.tokens[t].is(TokenKind::Comma) && lexicon_.has(r_.tokens[t + 1].word, text::Tag::Conj)))
            return voice;
    return nullptr;
}

bool Speakers::nickname(const Quote& quote) const {
    if (quote.endToken > quote.firstToken + 6 || quote.firstToken < 2 || quote.endToken + 1 >= r_.tokens.size() ||
        !r_.tokens[quote.firstToken + 1].has(text::Capitalised) || words(quote.firstToken, quote.endToken) > 3)
        return false; // mostly
    static constexpr WordSet called(
        {"called", "dubbed", "nicknamed", "so-called", "alias", "aka", "surnommé", "surnommée", "surnommés"});
    const text::Token &before = r_.tokens[quote.firstToken - 1], &behind = r_.tokens[quote.endToken];
    static constexpr WordSet cries({"cris", "slogan", "slogans"});
    if (r_.of(before) == "de" && cries.contains(r_.of(r_.tokens[quote.firstToken - 2])))
        return true; // « accueilli aux cris de “…” »
    if (lexicon_.has(before.word, text::Tag::Det) && title(quote))
        return true; // 'the "Santa Maria del Mar"'
    if (before.has(text::Capitalised) && behind.has(text::Capitalised) && before.is(TokenKind::Word) &&
        behind.is(TokenKind::Word) && !behind.has(text::SentenceStart))
        return true;
    std::uint32_t t = quote.firstToken - 1; // "known as the “…”"
    if (lexicon_.has(r_.tokens[t].word, text::Tag::Det) && t > 0)
        --t;
    const std::string_view word = r_.of(r_.tokens[t]);
    return called.contains(word) || (t > 0 && word == "as" && r_.of(r_.tokens[t - 1]) == "known");
}

/// Two capitals or more, and nothing but short words between them.
bool Speakers::title(const Quote& quote) const {
    std::uint32_t capitals = 0;
    for (std::uint32_t t = quote.firstToken; t < quote.endToken; ++t) {
        const text::Token& token = r_.tokens[t];
        if (token.is(TokenKind::Stop) || token.is(TokenKind::Comma))
            return false;
        if (!token.is(TokenKind::Word))
            continue;
        capitals += token.has(text::Capitalised) ? 1u : 0u;
        if (!token.has(text::Capitalised) && token.end - token.begin > 3)
            return false;
    }
    return capitals >= 2;
}

bool Speakers::passedOn(const SayEvent& inner, const SayEvent* outer) const {
    if (outer == nullptr || inner.backward || outer->backward || outer->modality != Modality::Reported ||
        inner.source == outer->source || !outer->states || inner.cueFirst < outer->contentFirst ||
        inner.cueFirst >= outer->contentEnd)
        return false;
    const SayKind kind = sayWordsOf(r_.language)[lexicon_.own(inner.entry)].say;
    return kind == SayKind::That || kind == SayKind::Think;
}

const SayEvent* Speakers::beside(const Quote& quote, std::uint32_t first, std::uint32_t end) {
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
            (e.backward || opensBehind(e, end) || e.inverted ||
             (begins == end && end >= 2 && r_.tokens[end - 2].is(TokenKind::Comma))) &&
            !(e.sentence > lastSentence && !e.names && endsWithPoint(end)))
            right = right == nullptr ? &e : right; // “…,” X said; “…,” X said: “…”
        if (e.sentence > lastSentence)
            continue;
        const bool resumes = e.backward && first - ends <= 14 && first > 0 &&
                             r_.tokens[first - 1].is(TokenKind::Comma); // “…,” X told reporters at the scene, “…”
        if (ends <= first && (first - ends <= 4 || resumes) && onlyMarksOrSmall(ends, first))
            left = &e; // X said: “…”
        if (e.states && e.contentFirst < end && e.contentEnd > first &&
            !(covering != nullptr && covering->person && !e.person && !e.backward && e.subject.end > 0 &&
              lexicon_.has(r_.tokens[e.subject.head].word, text::Tag::SayNoun)) && // "X said the data suggested “…”"
            !passedOn(e, covering))
            covering = &e;
        if (e.quoteOnly && e.sentence == sentence && ends <= first && first - ends <= 30 && !breaks(ends, first))
            near = &e; // X threatened to act without “…”
    }
    const bool led = left != nullptr && !left->backward && first <= rear(*left) + 1 && rear(*left) < first &&
                     (r_.tokens[first - 1].is(TokenKind::Colon) || r_.tokens[first - 1].is(TokenKind::Comma));
    const bool told = left != nullptr && right != nullptr && !left->backward && left->subject.end > 0 &&
                      left->subject.end <= left->cueFirst && rear(*left) == first &&
                      left->sentence == right->sentence &&
                      r_.tokens[end].is(TokenKind::Comma); // "He had replied “no comment”, the officer said"
    const bool opened = left != nullptr && right != nullptr &&
                        right->sentence > lastSentence && // X feared it: “…!” Y did
                        r_.tokens[first - 1].is(TokenKind::Colon);
    if (right != nullptr && !led && !told && !opened) // X wrote: “…,” according to the file
        return right;
    const bool document = left != nullptr && !left->person && left->subject.end > 0 &&
                          lexicon_.has(r_.tokens[left->subject.head].word, text::Tag::SayNoun);
    if (left != nullptr && !passedOn(*left, covering) &&
        !(document && covering != nullptr && covering->person && covering != left))
        return left; // but "X said the data suggested that “…”": X
    return covering != nullptr ? covering : near;
}

const SayEvent* Speakers::saidBefore(const Quote& quote) const {
    const text::Sentence& sentence = r_.sentences[quote.sentence];
    std::uint32_t last = quote.sentence;
    while (last + 1 < r_.sentences.size() && r_.sentences[last + 1].span.begin < quote.whole.end)
        ++last;
    if (quote.sentence == 0 || sentence.span.begin != quote.whole.begin ||
        r_.sentences[last].span.end > quote.whole.end + 1)
        return nullptr;
    std::uint32_t told = quote.sentence - 1;
    const text::Sentence& before = r_.sentences[told];
    if (before.block == sentence.block && asks(before)) { // She had read it, she said. What did she think? “…”
        if (told == 0 || r_.sentences[--told].block != sentence.block || r_.sentences[told].may(text::HintQuote))
            return nullptr;
    } else if (before.block + 1 < sentence.block) {
        return nullptr;
    }
    const SayEvent* found = nullptr;
    for (auto it = eventsFrom(told); it != events_.end() && it->sentence == told; ++it)
        if (!it->source.empty() && found == nullptr &&
            !(it->speaker.size() <= longestPronoun && barePronoun(it->speaker)) &&
            (it->modality == Modality::Reported || (it->modality == Modality::Possible && it->quoteOnly)) &&
            (it->states || (it->quoteOnly && it->person && it->modality == Modality::Possible) ||
             (it->quoteOnly && it->person && !it->backward &&
              it->subject.first == r_.sentences[it->sentence].firstToken)))
            found = &*it;
    return found;
}

const SayEvent* Speakers::saidBehind(const Quote& quote) const {
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

/// He left early, Reed said. The flat was “upside down”: words in a sentence that names no other source.
const SayEvent* Speakers::voiceBefore(const Quote& quote) const {
    const text::Sentence& sentence = r_.sentences[quote.sentence];
    if (lost(quote) || quote.sentence == 0 || r_.sentences[quote.sentence - 1].block != sentence.block ||
        sentence.span.begin == quote.whole.begin || words(quote.firstToken, quote.endToken) < 2)
        return nullptr;
    for (std::uint32_t t = sentence.firstToken; t < quote.firstToken; ++t)
        if (lexicon_.has(r_.tokens[t].word, text::Tag::SourceNoun) ||
            (t > sentence.firstToken && r_.tokens[t].is(TokenKind::Word) && r_.tokens[t].has(text::Capitalised)))
            return nullptr; // somebody else, perhaps
    const SayEvent* found = nullptr;
    for (auto it = eventsFrom(quote.sentence - 1); it != events_.end() && it->sentence <= quote.sentence; ++it) {
        if (it->source.empty())
            continue;
        if (it->sentence == quote.sentence || (found != nullptr && found->source != it->source) ||
            it->modality != Modality::Reported)
            return nullptr;
        found = &*it;
    }
    return found != nullptr && found->person && (found->states || found->backward) ? found : nullptr;
}

bool Speakers::onlyMarksOrSmall(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
        if (sentenceStop(t) || r_.tokens[t].is(TokenKind::CloseQuote) || r_.tokens[t].is(TokenKind::Semicolon) ||
            r_.tokens[t].is(TokenKind::Break))
            return false;
    return true;
}

bool Speakers::sentenceStop(std::uint32_t t) const {
    return r_.tokens[t].is(TokenKind::Stop) &&
           (t + 1 >= r_.tokens.size() || r_.tokens[t + 1].has(text::SentenceStart) ||
            !r_.tokens[t + 1].has(text::SpaceBefore));
}

bool Speakers::breaks(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
        if (r_.tokens[t].is(TokenKind::Semicolon) || sentenceStop(t) || r_.tokens[t].is(TokenKind::CloseQuote))
            return true;
    return false;
}

const Quote* Speakers::otherVoice(std::size_t q) const {
    for (std::size_t other = q; other > 0 && other + 6 > q; --other)
        if (!m_.quotes[other - 1].speaker.empty() && m_.quotes[other - 1].speaker != m_.quotes[q].speaker)
            return &m_.quotes[other - 1];
    return nullptr;
}

bool Speakers::askedBy(const Quote& quote) const {
    if (r_.text[quote.words.end - 1] != '?')
        return false;
    for (auto it = eventsFrom(quote.sentence); it != events_.end() && it->sentence <= quote.sentence + 1; ++it)
        if (it->cueFirst >= quote.endToken && it->cueFirst < quote.endToken + 4)
            return sayWordsOf(r_.language)[lexicon_.own(it->entry)].asks;
    return false;
}

const Quote* Speakers::goesOn(std::size_t q, std::uint32_t first) const {
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
    if (before.block == sentence.block && next && askedBy(*earlier))
        return otherVoice(back); // « Vous le saviez ? », interroge-t-elle. « Non. »
    if (before.block == sentence.block)
        return next || (quote.sentence == lastSentence + 2 && staysWith(*earlier, lastSentence + 1)) ? earlier
                                                                                                     : nullptr;
    if (sentence.block != r_.sentences[lastSentence].block + 1 || !next)
        return nullptr;
    if (r_.text[earlier->words.end - 1] != '?')
        return earlier;
    // A question, and a paragraph of its own that answers it: the other one of the two.
    const Quote* other = otherVoice(back);
    return other != nullptr ? other : earlier;
}

bool Speakers::staysWith(const Quote& earlier, std::uint32_t between) const {
    const text::Sentence& sentence = r_.sentences[between];
    const bool then =
        r_.of(r_.tokens[sentence.firstToken]) == "Then" || r_.of(r_.tokens[sentence.firstToken]) == "Puis";
    const text::Token& opens = r_.tokens[sentence.firstToken + (then ? 1 : 0)];
    const std::string_view pronoun = lexicon_.value(opens.word, text::Tag::Pron);
    const bool question = r_.text[sentence.span.end - 1] == '?';
    const std::string_view asked = // "Would he meet Ms Doyle?" is asked of him
        sentence.endToken > sentence.firstToken + 2
            ? lexicon_.value(r_.tokens[sentence.firstToken + 1].word, text::Tag::Pron)
            : std::string_view{};
    const bool askedHim = question && (asked == "he" || asked == "she") && r_.language == text::Language::English;
    if (sentence.may(text::HintQuote) || (!question && pronoun != "he" && pronoun != "she"))
        return false;
    for (auto it = std::lower_bound(m_.names.begin(), m_.names.end(), sentence.span.begin,
                                    [](const Name&name, std::uint32_t at) { return name.span.begin < at; });
         it != m_.names.end() && it->span.end <= sentence.span.end && !askedHim; ++it)
        if (it->kind == NameKind::Person && m_.entities[it->entity].name != earlier.speaker)
            return false;
    const auto said = eventsFrom(between);
    return said == events_.end() || said->sentence != between || said->source.empty();
}

std::vector<SayEvent>::const_iterator Speakers::eventsFrom(std::uint32_t sentence) const {
    while (near_ != events_.begin() && std::prev(near_)->sentence >= sentence)
        --near_;
    while (near_ != events_.end() && near_->sentence < sentence)
        ++near_;
    return near_;
}

void nameSpeakers(const text::Reading& reading, const std::vector<SayEvent>& events, Mentions& mentions) {
    Speakers(reading, events, mentions).run();
}

} // namespace countercheck::read
