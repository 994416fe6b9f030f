// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/concepts.h"

#include "core/compare/words/wordlists.h"
#include "core/compare/words/wordmemory.h"
#include "core/compare/words/wordprint.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace countercheck::compare {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

namespace {

constexpr std::uint64_t contentless = tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                                      tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                      tagBit(Tag::Wh) | tagBit(Tag::Adverb) | tagBit(Tag::Number) | tagBit(Tag::Hedge) |
                                      tagBit(Tag::Say) | tagBit(Tag::Multiplier);

std::uint32_t hashed(std::string_view form) {
    const auto hash = static_cast<std::uint32_t>(text::hashBytes(text::foldAccents(form)));
    return hash == 0 ? 1 : hash;
}

constexpr std::size_t shortPhrase = 8;

/// The concepts of a short phrase in order, each once. Which stands where cannot be foretold: each counts those that
/// stand before it.
std::vector<std::uint32_t> ordered(std::span<const std::uint32_t> phrase) {
    std::array<std::uint32_t, shortPhrase> own{}, sorted;
    std::size_t count = 0;
    for (const std::uint32_t word : phrase) {
        own[count] = word;
        count += word != 0;
    }
    if (count < 2)
        return {own.data(), own.data() + count};
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t before = 0;
        for (std::size_t j = 0; j < count; ++j)
            before += (own[j] < own[i]) | ((own[j] == own[i]) & (j < i));
        sorted[before] = own[i];
    }
    std::size_t unique = 1;
    for (std::size_t i = 1; i < count; ++i) {
        sorted[unique] = sorted[i];
        unique += sorted[i] != sorted[unique - 1];
    }
    return {sorted.data(), sorted.data() + unique};
}

/// The English word as WordNet's first sense, where it is but a noun or but a verb; else by its spelling.
std::uint32_t bySense(const text::Lexicon& english, text::WordId lemma, std::string_view form) {
    if (lemma != 0) {
        const auto nouns = english.nounSynsets(lemma), verbs = english.verbSynsets(lemma);
        if (nouns.empty() != verbs.empty())
            return ((nouns.empty() ? verbs[0] : nouns[0]) * 2654435761u) | 1u;
    }
    return hashed(form);
}

} // namespace

Concepts::Concepts(const text::Reading& reading, const read::Mentions& mentions)
    : reading_(reading), mentions_(mentions), lexicon_(text::Lexicon::of(reading.language)),
      settled_(reading.sentences.size()), tokens_(reading.tokens.size()), spoken_(reading.tokens.size()) {}

std::uint32_t Concepts::named(std::string_view name) {
    struct Answer {
        std::uint64_t key = 0;
        std::uint32_t concept_ = 0;
    };
    thread_local std::array<Answer, 4096> answers; // the same few verbs and nouns are asked for again and again
    const std::uint64_t key = wordKey(name) | 1u;
    Answer& answer = answers[(key >> 40) % answers.size()];
    if (answer.key != key) {
        const text::Lexicon& english = text::Lexicon::of(text::Language::English);
        name = headOf(Family::Thing, name);
        const text::WordId word = english.findWord(name);
        answer = {key, english.has(word, Tag::Event) ? hashed(name) : bySense(english, word, name)};
    }
    return answer.concept_;
}

std::uint32_t Concepts::ofNoun(std::string_view noun) {
    const text::Lexicon& english = text::Lexicon::of(text::Language::English);
    const std::string_view role = english.value(english.findWord(noun), Tag::Role);
    return role.find(':') == std::string_view::npos ? named(noun) : hashed(role);
}

std::uint32_t Concepts::conceptOf(const Token& token) const {
    if (!token.is(TokenKind::Word) || token.end - token.begin < 3)
        return 0;
    if (token.word == 0) {
        // Countries and regions: "Tarmenie", "Tarmenia".
        const std::string_view spelt = reading_.of(token);
        if (reading_.language == text::Language::French && spelt.size() > 5 && spelt.ends_with("ie"))
            return hashed(std::string(spelt.substr(0, spelt.size() - 1)) + "a");
        return hashed(spelt);
    }
    constexpr std::uint32_t none = 0xFFFFFFFFu; // no content; 0: not asked yet
    std::uint32_t& known = wordTraits(reading_.language, token.word).meaning;
    if (known == 0) {
        known = ofWord(token);
        if (known == 0)
            known = none;
    }
    return known == none ? 0 : known;
}

std::uint32_t Concepts::ofWord(const Token& token) const {
    if (const std::string_view event = lexicon_.value(token.word, Tag::Event); !event.empty()) {
        // "An aftershock" is a quake, and another one than the quake.
        const text::WordId lemma = lexicon_.nounLemma(token.word);
        const std::string_view own = lemma != 0 ? lexicon_.form(lemma) : lexicon_.form(token.word);
        return hashed(listed(Family::Sequel, own) ? own : event);
    }
    for (const Tag tag : {Tag::Nationality, Tag::Country}) // "Germany's exports", "les exportations allemandes"
        if (const std::string_view code = lexicon_.value(token.word, tag); !code.empty())
            return hashed("country " + std::string(code));
    if (lexicon_.hasAny(token.word, contentless))
        return 0;
    if (const std::string_view role = lexicon_.value(token.word, Tag::Role); role.find(':') != std::string_view::npos)
        return hashed(role);
    const text::WordUse& use = lexicon_.use(token.word);
    text::WordId lemma = lexicon_.lemma(token.word);
    if (lemma == token.word) {
        const text::WordId noun = lexicon_.nounLemma(token.word), verb = lexicon_.verbLemma(token.word);
        lemma = use.frequency[1] > use.frequency[0] && verb != 0 ? verb : noun != 0 ? noun : verb;
    }
    const std::string_view across = lexicon_.value(lemma, Tag::Label); // words of two languages that mean one thing
    std::string_view form = across.empty() ? lexicon_.form(lemma) : across;
    if (form.empty())
        return hashed(reading_.of(token));
    if (const std::string_view one = headOf(Family::Thing, form); one != form)
        return named(one);
    if (reading_.language == text::Language::English)
        return bySense(lexicon_, lemma, form);
    if (across.empty() && reading_.language == text::Language::French)
        if (const std::string_view english = acrossOf(form); english != form)
            return named(english);
    const text::Lexicon& english = text::Lexicon::of(text::Language::English);
    return across.empty() ? hashed(form) : bySense(english, english.findWord(across), across);
}

/// The tokens of a sentence that begin within `words`, half-open.
std::pair<std::uint32_t, std::uint32_t> Concepts::tokensIn(std::uint32_t sentence, text::Span words) const {
    const text::Sentence& s = reading_.sentences[sentence];
    const auto from = [&](std::uint32_t first, std::uint32_t byte) {
        if (first == s.endToken || byte <= reading_.tokens[first].begin)
            return first;
        const Token* at = &reading_.tokens[first]; // which half it is in cannot be foretold: nothing is branched on
        for (std::uint32_t left = s.endToken - first; left > 1;) {
            const std::uint32_t half = left / 2;
            at += at[half].begin < byte ? half : 0;
            left -= half;
        }
        return static_cast<std::uint32_t>(at - reading_.tokens.data()) + 1; // at begins before the byte
    };
    const std::uint32_t first = from(s.firstToken, words.begin);
    return {first, words.end <= words.begin ? first : from(first, words.end)};
}

void Concepts::find(std::uint32_t sentence) const {
    settled_[sentence] = 1;
    const text::Sentence& s = reading_.sentences[sentence];
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
        tokens_[t] = spoken_[t] = conceptOf(reading_.tokens[t]);
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        if (!reading_.tokens[t].may(text::HintPhrase))
            continue;
        const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event));
        if (!phrase || phrase->endToken > s.endToken)
            continue;
        std::fill(tokens_.begin() + t, tokens_.begin() + phrase->endToken, 0u);
        tokens_[t] = hashed(lexicon_.value(phrase->entry, Tag::Event));
        t = phrase->endToken - 1;
    }
    const auto clear = [&](std::vector<std::uint32_t>& list, text::Span span) {
        const auto [first, end] = tokensIn(sentence, span);
        std::fill(list.begin() + first, list.begin() + end, 0u);
    };
    for (const read::TimeMention& time : read::inSentence(mentions_.times, sentence)) {
        clear(tokens_, time.span);
        clear(spoken_, time.span);
    }
    for (const read::Figure& figure : read::inSentence(mentions_.figures, sentence)) {
        clear(tokens_, figure.numeral);
        clear(spoken_, figure.numeral);
    }
    for (const read::Attribution& a : read::inSentence(mentions_.attributions, sentence)) {
        clear(tokens_, a.cue);
        clear(tokens_, a.sourceSpan);
    }
}

std::span<const std::uint32_t> Concepts::of(std::uint32_t sentence) const {
    settle(sentence);
    const text::Sentence& s = reading_.sentences[sentence];
    return std::span(tokens_).subspan(s.firstToken, s.endToken - s.firstToken);
}

const std::vector<std::uint32_t>& Concepts::whole(std::uint32_t sentence) const {
    if (wholeOf_ != sentence) {
        whole_ = within(sentence, reading_.sentences[sentence].span);
        wholeOf_ = sentence;
    }
    return whole_;
}

std::vector<std::uint32_t> Concepts::among(const std::vector<std::uint32_t>& all, Sorted& sorted,
                                           std::uint32_t sentence, text::Span words) const {
    settle(sentence);
    const auto [first, end] = tokensIn(sentence, words);
    std::vector<std::uint32_t> out;
    if (end == first)
        return out;
    if (end - first <= shortPhrase)
        return ordered(std::span(all).subspan(first, end - first));
    if (sorted.sentence != sentence) {
        const text::Sentence& s = reading_.sentences[sentence];
        sorted.sentence = sentence;
        sorted.places.clear();
        for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
            if (all[t] != 0)
                sorted.places.push_back(std::uint64_t{all[t]} << 32 | t);
        std::sort(sorted.places.begin(), sorted.places.end());
    }
    room_.resize(sorted.places.size() + 1);
    std::uint32_t* at = room_.data(); // which are taken cannot be foretold: nothing is branched on
    *at = 0;
    for (const std::uint64_t place : sorted.places) {
        const auto own = static_cast<std::uint32_t>(place >> 32), token = static_cast<std::uint32_t>(place);
        const bool taken = (token - first < end - first) & (own != *at);
        at += taken;
        *at = taken ? own : *at;
    }
    out.assign(room_.data() + 1, at + 1);
    return out;
}

std::vector<std::uint32_t> Concepts::within(std::uint32_t sentence, text::Span words) const {
    return among(tokens_, sortedTokens_, sentence, words);
}

std::vector<std::uint32_t> Concepts::spoken(std::uint32_t sentence, text::Span words) const {
    return among(spoken_, sortedSpoken_, sentence, words);
}

std::uint32_t Concepts::spokenAt(std::uint32_t sentence, std::uint32_t token) const {
    settle(sentence);
    return spoken_[token];
}

} // namespace countercheck::compare
