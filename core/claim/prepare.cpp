// SPDX-License-Identifier: GPL-3.0-or-later
// What only comparing asks for.
#include "core/claim/claim.h"
#include "core/claim/grammar.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

namespace {

/// The hash of a content word's lemma; 0 for a word that carries no content.
std::uint32_t contentWord(const text::Reading& reading, const Token& token, const text::Lexicon& lexicon) {
    if (!token.is(TokenKind::Word) || token.end - token.begin < 3 ||
        lexicon.hasAny(token.word, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                                       tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                       tagBit(Tag::Wh) | tagBit(Tag::Adverb) | tagBit(Tag::Number) |
                                       tagBit(Tag::Hedge) | tagBit(Tag::Say)))
        return 0;
    const text::WordUse& use = lexicon.use(token.word);
    text::WordId lemma = lexicon.lemma(token.word);
    if (lemma == token.word) {
        const text::WordId noun = lexicon.nounLemma(token.word), verb = lexicon.verbLemma(token.word);
        lemma = use.frequency[1] > use.frequency[0] && verb != 0 ? verb : noun != 0 ? noun : verb;
    }
    const std::string_view across = lexicon.value(lemma, Tag::Label); // words of two languages that mean one thing
    const std::string_view form = across.empty() ? lexicon.form(lemma) : across;
    const auto hash =
        static_cast<std::uint32_t>(text::hashBytes(text::foldAccents(form.empty() ? reading.of(token) : form)));
    return hash == 0 ? 1 : hash;
}

std::string inWords(const Reason& reason, const text::Reading& reading) {
    const std::string words = "“" + std::string(reading.of(reason.words)) + "”";
    switch (reason.because) {
    case Because::None:
        break;
    case Because::Doer:
        return "doer in " + words;
    case Because::Undergoer:
        return "undergoer of " + words;
    case Because::Beside:
        return "beside " + words;
    case Because::NounOf:
        return "“" + std::string(reading.of(reason.words)) + " …”";
    case Because::BelongsTo:
        return "belongs to " + words;
    case Because::State:
        return "“… " + std::string(reading.of(reason.words)) + "”";
    case Because::NamesEvent:
        return words + " names the event";
    case Because::NamesDoer:
        return words + " names who did it";
    case Because::NamesUndergoer:
        return words + " names who suffered it";
    case Because::NumberOf:
        return words + " says what the number is of";
    case Because::StandsFor:
        return "“the number” stands for what " + words + " counts";
    }
    return {};
}

} // namespace

void prepareForComparing(const text::Reading& reading, const read::Mentions& mentions, Claims& claims) {
    const text::Lexicon& lexicon = Grammar::of(reading.language).lexicon();
    std::vector<std::uint32_t> words; // per token of the sentence
    std::vector<std::string> places;
    std::uint32_t of = 0xFFFFFFFFu;
    std::size_t time = 0, name = 0;
    for (std::size_t c = 0; c < claims.claims.size(); ++c) {
        Claim& claim = claims.claims[c];
        const text::Sentence& s = reading.sentences[claim.sentence];
        if (claim.sentence != of) {
            of = claim.sentence;
            words.clear();
            for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
                words.push_back(contentWord(reading, reading.tokens[t], lexicon));
            while (time < mentions.times.size() && mentions.times[time].sentence < of)
                ++time;
            for (; time < mentions.times.size() && mentions.times[time].sentence == of; ++time)
                for (std::uint32_t t = mentions.times[time].firstToken; t < mentions.times[time].endToken; ++t)
                    if (t >= s.firstToken && t < s.endToken)
                        words[t - s.firstToken] = 0;
            places.clear();
            while (name < mentions.names.size() && mentions.names[name].sentence < of)
                ++name;
            for (; name < mentions.names.size() && mentions.names[name].sentence == of; ++name)
                if (mentions.names[name].kind == read::NameKind::Place && places.size() < 6)
                    places.push_back(text::foldAccents(reading.of(mentions.names[name].span)));
        }
        const auto gather = [&](Span within, std::vector<std::uint32_t>& out) {
            out.clear();
            for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
                if (words[t - s.firstToken] != 0 && within.contains(reading.tokens[t].begin))
                    out.push_back(words[t - s.firstToken]);
            std::sort(out.begin(), out.end());
            out.erase(std::unique(out.begin(), out.end()), out.end());
        };
        if (c > 0 && claims.claims[c - 1].sentence == claim.sentence)
            claim.content = claims.claims[c - 1].content;
        else
            gather(s.span, claim.content);
        gather(claim.kind == ClaimKind::Quote ? claim.highlight : claim.clause, claim.near);
        claim.anchor.places = places;
        claim.because.clear();
        for (std::uint8_t i = 0; i < claim.reasonCount; ++i)
            claim.because.push_back(inWords(claim.reasons[i], reading));
    }
}

} // namespace countercheck::claim
