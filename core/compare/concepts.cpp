// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/concepts.h"

#include "core/compare/wordlists.h"
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
    : reading_(reading), mentions_(mentions), lexicon_(text::Lexicon::of(reading.language)) {}

std::uint32_t Concepts::named(std::string_view name) {
    const text::Lexicon& english = text::Lexicon::of(text::Language::English);
    name = headOf(Family::Thing, name);
    const text::WordId word = english.findWord(name);
    return english.has(word, Tag::Event) ? hashed(name) : bySense(english, word, name);
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
    // Of each word it is found out once in a thread.
    constexpr std::uint32_t none = 0xFFFFFFFFu; // no content; 0: not asked yet
    thread_local std::array<std::vector<std::uint32_t>, 8> memory;
    const auto language = static_cast<std::size_t>(reading_.language);
    if (language >= memory.size())
        return ofWord(token);
    std::vector<std::uint32_t>& known = memory[language];
    if (known.empty())
        known.resize(lexicon_.size());
    std::uint32_t& own = known[token.word];
    if (own == 0) {
        own = ofWord(token);
        if (own == 0)
            own = none;
    }
    return own == none ? 0 : own;
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

const std::vector<std::uint32_t>& Concepts::of(std::uint32_t sentence) {
    if (sentence == sentence_)
        return tokens_;
    sentence_ = sentence;
    const text::Sentence& s = reading_.sentences[sentence];
    tokens_.assign(s.endToken - s.firstToken, 0);
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const Token& token = reading_.tokens[t];
        if (token.may(text::HintPhrase))
            if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event));
                phrase && phrase->endToken <= s.endToken) {
                tokens_[t - s.firstToken] = hashed(lexicon_.value(phrase->entry, Tag::Event));
                t = phrase->endToken - 1;
                continue;
            }
        tokens_[t - s.firstToken] = conceptOf(token);
    }
    const auto clear = [&](text::Span span) {
        for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
            if (span.contains(reading_.tokens[t].begin))
                tokens_[t - s.firstToken] = 0;
    };
    for (const read::TimeMention& time : read::inSentence(mentions_.times, sentence))
        clear(time.span);
    for (const read::Figure& figure : read::inSentence(mentions_.figures, sentence))
        clear(figure.numeral);
    for (const read::Attribution& a : read::inSentence(mentions_.attributions, sentence)) {
        clear(a.cue);
        clear(a.sourceSpan);
    }
    return tokens_;
}

const std::vector<std::uint32_t>& Concepts::whole(std::uint32_t sentence) {
    of(sentence);
    if (wholeOf_ != sentence) {
        whole_ = within(sentence, reading_.sentences[sentence].span);
        wholeOf_ = sentence;
    }
    return whole_;
}

std::vector<std::uint32_t> Concepts::within(std::uint32_t sentence, text::Span words) {
    const auto& all = of(sentence);
    const std::uint32_t first = reading_.sentences[sentence].firstToken;
    std::vector<std::uint32_t> out;
    out.reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (all[i] != 0 && words.contains(reading_.tokens[first + i].begin))
            out.push_back(all[i]);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::uint32_t> Concepts::spoken(std::uint32_t sentence, text::Span words) const {
    const text::Sentence& s = reading_.sentences[sentence];
    std::vector<std::uint32_t> out;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const Token& token = reading_.tokens[t];
        if (!words.contains(token.begin))
            continue;
        if (std::ranges::any_of(read::inSentence(mentions_.times, sentence),
                                [&](const read::TimeMention& m) { return m.span.contains(token.begin); }) ||
            std::ranges::any_of(read::inSentence(mentions_.figures, sentence),
                                [&](const read::Figure& m) { return m.numeral.contains(token.begin); }))
            continue;
        if (const std::uint32_t own = conceptOf(token); own != 0)
            out.push_back(own);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace countercheck::compare
