// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/lexicon.h"

#include "core/text/lexiconbuilder.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <stdexcept>

namespace countercheck::text {

Lexicon::Lexicon(const std::vector<std::string_view>& tables) : storage_(buildLexicon(tables, {})) {
    table_ = reinterpret_cast<const packed::Header*>(storage_.data());
    settle();
}

void Lexicon::settle() {
    if (table_->magic != packed::magic)
        throw std::runtime_error("a lexicon's table was packed by another version of this program");
    const char* begin = reinterpret_cast<const char*>(table_);
    const auto at = [begin]<class T>(std::uint32_t offset, const T*& out) {
        out = reinterpret_cast<const T*>(begin + offset);
    };
    at(table_->slotsAt, slots_);
    slotMask_ = table_->slots - 1;
    at(table_->firstSlotsAt, firstSlots_);
    firstSlotMask_ = table_->firstSlots - 1;
    listed_ = table_->listed;
    at(table_->entriesAt, entries_);
    at(table_->valuesAt, values_);
    at(table_->phrasesAt, phrases_);
    at(table_->phraseWordsAt, phraseWords_);
    at(table_->wordsAt, words_);
    at(table_->sensesAt, senses_);
    at(table_->poolAt, pool_);
}

WordId Lexicon::findWord(std::string_view form) const {
    return findHashed(hashSmall(form)).word;
}

WordId Lexicon::find(std::string_view form) const {
    return own(findWord(form));
}

std::int64_t Lexicon::numberOf(WordId id, Tag tag) const {
    const packed::Entry& entry = entries_[own(id)];
    for (std::uint32_t i = entry.firstValue; i < entry.endValue; ++i)
        if (values_[i].tag == static_cast<std::uint8_t>(tag))
            return values_[i].number;
    return 0;
}

std::string_view Lexicon::valueOf(WordId id, Tag tag) const {
    const packed::Entry& entry = entries_[own(id)];
    for (std::uint32_t i = entry.firstValue; i < entry.endValue; ++i)
        if (const packed::Value& value = values_[i]; value.tag == static_cast<std::uint8_t>(tag))
            return {value.length <= packed::Value::room ? value.here : pool_ + value.text, value.length};
    return {};
}

std::uint32_t Lexicon::hypernym(std::uint32_t synset) const {
    const auto* first =
        reinterpret_cast<const packed::Hypernym*>(reinterpret_cast<const char*>(table_) + table_->hypernymsAt);
    const auto* last = first + table_->hypernyms;
    const auto* found = std::lower_bound(
        first, last, synset, [](const packed::Hypernym& link, std::uint32_t id) { return link.synset < id; });
    return found != last && found->synset == synset ? found->hypernym : 0;
}

std::optional<Lexicon::Match> Lexicon::longestPhrase(const Reading& reading, std::uint32_t token,
                                                     std::uint64_t tags) const {
    const packed::Entry& first = entries_[own(reading.tokens[token].word)];
    const Token* const tokens = reading.tokens.data();
    const std::size_t size = reading.tokens.size();
    const auto pastHyphen = [&](std::size_t at) {
        return at + 1 < size && tokens[at].is(TokenKind::Hyphen) ? at + 1 : at;
    };
    const std::size_t second = pastHyphen(token + 1); // matchPhrase() has seen that it is there
    for (std::uint32_t p = first.firstPhrase; p < first.endPhrase; ++p) {
        const packed::Phrase& phrase = phrases_[p];
        if (phrase.second != tokens[second].word || (entries_[phrase.entry].tags & tags) == 0)
            continue;
        std::size_t at = second + 1;
        std::uint32_t w = phrase.firstWord + 2;
        for (; w < phrase.endWord && at < size; ++w, ++at) {
            at = pastHyphen(at);
            if (tokens[at].word != phraseWords_[w])
                break;
        }
        if (w == phrase.endWord)
            return Match{phrase.entry, static_cast<std::uint32_t>(at)};
    }
    return std::nullopt;
}

std::optional<Lexicon::Match> Lexicon::match(const Reading& reading, std::uint32_t token, std::uint64_t tags) const {
    if (auto phrase = matchPhrase(reading, token, tags))
        return phrase;
    if (hasAny(reading.tokens[token].word, tags))
        return Match{reading.tokens[token].word, token + 1};
    return std::nullopt;
}

} // namespace countercheck::text
