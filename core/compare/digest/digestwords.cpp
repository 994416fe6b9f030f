// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/digester.h"
#include "core/compare/digest/names.h"
#include "core/compare/words/namewords.h"
#include "core/compare/words/shortnames.h"
#include "core/compare/words/wordmemory.h"
#include "core/read/names/gazetteer.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace countercheck::compare {

using text::Tag;
using text::tagBit;
using text::TokenKind;

void Digester::names() {
    const read::Mentions& mentions = in_.mentions;
    std::vector<const read::Name*> fullest(mentions.entities.size());
    for (const read::Name& name : mentions.names) {
        const read::Name*& best = fullest[name.entity];
        if (best == nullptr || name.span.length() > best->span.length())
            best = &name;
    }
    entityKeys_.resize(mentions.entities.size());
    for (std::size_t e = 0; e < mentions.entities.size(); ++e) {
        const read::Entity& entity = mentions.entities[e];
        if (entity.kind == read::NameKind::Nationality)
            continue;
        Named named;
        named.kind = entity.kind;
        named.name = entity.name;
        named.acronym = entity.acronym;
        const std::string folded = text::foldAccents(entity.name), letters = text::foldAccents(entity.acronym);
        named.form = nameForm(folded);
        named.acronymForm = named.acronym.size() >= 3 ? nameForm(letters) : 0;
        if (entity.kind == read::NameKind::Person) // "Bill Hale" is "William Hale"
            if (const std::string full = inFull(folded); !full.empty())
                named.acronymForm = nameForm(full);
        if (const read::Name* place = fullest[e]) {
            named.shown = std::string(in_.reading.of(place->span));
            named.words = in_.reading.map.toCaptured(place->span);
            named.sentence = in_.reading.map.toCaptured(in_.reading.sentences[place->sentence].span);
        }
        const auto where = entity.kind == read::NameKind::Place ? read::place(entity.name) : std::nullopt;
        const bool country = where && where->kind == read::PlaceKind::Country;
        entityKeys_[e] = text::hashBytes(folded) & ~countryBit;
        out_.nameKeys.push_back(entityKeys_[e] | (country ? countryBit : 0));
        if (!letters.empty())
            out_.nameKeys.push_back(text::hashBytes(letters) & ~countryBit);
        if (entity.kind == read::NameKind::Place)
            out_.placeNames.push_back(folded);
        out_.names.push_back(std::move(named));
    }
    // The title and the first sentences tell where the lead event lies.
    for (const read::Name& name : mentions.names)
        if (name.sentence < 4 && name.kind == read::NameKind::Place && out_.leadPlaces.size() < 8)
            out_.leadPlaces.push_back(text::foldAccents(in_.reading.of(name.span)));
    for (const read::Name& name : mentions.names) {
        forEachNameWord(in_.reading.of(name.span), [&](std::uint32_t word) { mentionWords_.push_back(word); });
        mentionEnds_.push_back(static_cast<std::uint32_t>(mentionWords_.size()));
    }
    out_.nameWords = mentionWords_;
    sortUnique(out_.nameWords);
    sortUnique(out_.nameKeys);
    sortUnique(out_.placeNames);
}

std::pair<std::uint32_t, bool> Digester::wordOf(const text::Token& token) const {
    constexpr std::uint64_t function = tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Pron) |
                                       tagBit(Tag::Aux) | tagBit(Tag::Subord) | tagBit(Tag::Modal) | tagBit(Tag::Poss) |
                                       tagBit(Tag::Wh) | tagBit(Tag::Adverb);
    const auto hash = [](std::string_view small) { return static_cast<std::uint32_t>(text::hashBytes(small)); };
    if (token.word == 0)
        return {hash(text::lowered(in_.reading.of(token), buffer_)), false};
    WordTraits& known = wordTraits(in_.reading.language, token.word);
    if (known.hash == 0) {
        known.hash = hash(lexicon_.form(token.word));
        known.small = lexicon_.hasAny(token.word, function);
    }
    return {known.hash, known.small};
}

void Digester::words() {
    const text::Reading& reading = in_.reading;
    const bool asCaptured = reading.map.identity();
    out_.words.reserve(reading.tokens.size());
    const WordTraits* const traits = &wordTraits(reading.language, 0);
    for (const text::Block& block : reading.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        DigestWord word{};
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s) {
            const text::Sentence& sentence = reading.sentences[s];
            word.sentence = static_cast<std::uint16_t>(std::min<std::uint32_t>(s, DigestWord::lastSentence));
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const text::Token& token = reading.tokens[t];
                if (!token.is(TokenKind::Word) && !token.is(TokenKind::Number) && !token.is(TokenKind::Alnum)) {
                    if (token.is(TokenKind::OpenQuote) || token.is(TokenKind::CloseQuote))
                        word.quoted = token.is(TokenKind::OpenQuote);
                    continue;
                }
                const Span span = asCaptured ? token.span() : reading.map.toCaptured(token.span());
                word.begin = span.begin;
                word.length = static_cast<std::uint16_t>(
                    std::min<std::uint32_t>(span.length(), std::numeric_limits<std::uint16_t>::max()));
                if (const WordTraits& known = traits[token.word]; token.word != 0 && known.hash != 0) {
                    word.hash = known.hash; // nearly always
                    word.small = known.small;
                } else {
                    const auto [hash, small] = wordOf(token);
                    word.hash = hash;
                    word.small = small;
                }
                out_.words.push_back(word);
            }
        }
    }
    for (const DigestWord& word : out_.words)
        if (word.sentence < 4 && !word.small && word.length >= 4)
            out_.leadWords.push_back(word.hash);
    sortUnique(out_.leadWords);
}

/// Of every window of neighbouring runs of five words the one with the smallest hash (winnowing; Schleimer, Wilkerson
/// and Aiken, SIGMOD 2003): texts that share eight words in a row share a print.
void Digester::prints() {
    constexpr std::size_t run = 5, window = 4;
    const auto& words = out_.words;
    if (words.size() < run)
        return;
    thread_local std::vector<std::uint64_t> hashes, least; // least: of each two neighbours
    hashes.resize(words.size() - run + 1);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const auto with = [&](std::uint64_t h, std::size_t k) {
            return (h ^ words[i + k].hash) * 0x9e3779b97f4a7c15ull;
        };
        static_assert(run == 5, "five words");
        const std::uint64_t h = with(with(with(with(with(0, 0), 1), 2), 3), 4);
        hashes[i] = h ^ (h >> 31);
    }
    const auto take = [&](std::uint64_t print) {
        if (out_.prints.empty() || out_.prints.back() != print) // one print is that of several windows
            out_.prints.push_back(print);
    };
    static_assert(window == 4, "two pairs of neighbours");
    if (hashes.size() < window) {
        take(*std::min_element(hashes.begin(), hashes.end()));
    } else {
        least.resize(hashes.size() - 1);
        for (std::size_t i = 0; i < least.size(); ++i)
            least[i] = std::min(hashes[i], hashes[i + 1]);
        for (std::size_t i = 0; i + window <= hashes.size(); ++i)
            take(std::min(least[i], least[i + 2]));
    }
    sortUnique(out_.prints);
}

void Digester::sources() {
    for (const read::Attribution& a : in_.mentions.attributions)
        sources_.emplace_back(a.sourceSpan.begin, a.sourceSpan.end);
    std::sort(sources_.begin(), sources_.end());
    for (std::size_t i = 1; i < sources_.size(); ++i)
        sources_[i].second = std::max(sources_[i].second, sources_[i - 1].second);
}

void Digester::namedIn(Fact& fact) {
    const auto take = [](const Fact& from, Fact& to) {
        to.names = from.names;
        to.named = from.named;
        to.bodies = from.bodies;
    };
    if (fact.sentence != named_.sentence) {
        named_.names.clear();
        named_.named.clear();
        named_.bodies.clear();
        named_.sentence = fact.sentence;
        nameSentence(named_);
    }
    take(named_, fact);
}

void Digester::nameSentence(Fact& fact) const {
    for (const read::Name& name : read::inSentence(in_.mentions.names, fact.sentence)) {
        if (name.kind == read::NameKind::Nationality)
            continue;
        const auto behind = std::upper_bound(sources_.begin(), sources_.end(), name.span.begin,
                                             [](std::uint32_t at, const auto& s) { return at < s.first; });
        if (behind != sources_.begin() && name.span.end <= (behind - 1)->second)
            continue; // a source
        const auto mention = static_cast<std::size_t>(&name - in_.mentions.names.data());
        fact.names.insert(fact.names.end(), mentionWords_.begin() + (mention == 0 ? 0 : mentionEnds_[mention - 1]),
                          mentionWords_.begin() + mentionEnds_[mention]);
        fact.names.push_back(name.kind == read::NameKind::Place ? endOfPlace : endOfName);
        if (name.kind == read::NameKind::Person)
            continue;
        const std::uint64_t key = entityKeys_[name.entity];
        if (!std::binary_search(out_.nameKeys.begin(), out_.nameKeys.end(), key | countryBit))
            (name.kind == read::NameKind::Organisation ? fact.bodies : fact.named).push_back(key);
    }
    sortUnique(fact.named);
    sortUnique(fact.bodies);
}

} // namespace countercheck::compare
