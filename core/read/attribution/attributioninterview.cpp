// SPDX-License-Identifier: GPL-3.0-or-later
// Interviews and transcripts: paragraphs whose sentences are somebody's answers. They are told by letters ("Q: … A:
// …"), by names before a colon ("Ida Brandt: We lost …"), or by questions that say "you" before paragraphs that say
// "I". In doubt a paragraph is the report's own: questions also head what explains.
#include "core/read/attribution/attributionreader.h"

#include <algorithm>

namespace countercheck::read {

namespace {

constexpr std::size_t mostBlocks = 2000; // no article: reading stays linear

} // namespace

char EventReader::labelOf(const text::Block& block) const {
    if (block.firstSentence >= block.endSentence)
        return 0;
    const std::uint32_t t = r_.sentences[block.firstSentence].firstToken;
    if (t + 2 >= r_.tokens.size() || !r_.tokens[t + 1].is(TokenKind::Colon) ||
        r_.tokens[t].end != r_.tokens[t].begin + 1)
        return 0;
    const char letter = r_.text[r_.tokens[t].begin];
    return letter == 'Q' ? 'Q' : letter == 'A' || (letter == 'R' && p_.french()) ? 'A' : 0;
}

const Name* EventReader::labelledBy(const text::Block& block) const {
    if (block.firstSentence >= block.endSentence)
        return nullptr;
    const std::uint32_t t = r_.sentences[block.firstSentence].firstToken;
    std::uint32_t colon = t + 1;
    while (colon < r_.tokens.size() && colon < t + 5 && !r_.tokens[colon].is(TokenKind::Colon))
        ++colon;
    if (colon + 1 >= r_.tokens.size() || !r_.tokens[colon].is(TokenKind::Colon) || !r_.tokens[t].has(text::Capitalised))
        return nullptr; // mostly
    if (r_.tokens[colon + 1].is(TokenKind::OpenQuote))
        return nullptr; // Ida Brandt: “…”
    const auto name = std::lower_bound(m_.names.begin(), m_.names.end(), t,
                                       [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
    return name != m_.names.end() && name->endToken == colon && name->kind == NameKind::Person ? &*name : nullptr;
}

bool EventReader::asksAll(const text::Block& block) const {
    return block.firstSentence < block.endSentence && block.span.length() > 1 && block.span.length() <= 400 &&
           r_.text[block.span.end - 1] == '?';
}

EventReader::Persons EventReader::personsIn(const text::Block& block) const {
    Persons found;
    if (block.firstSentence >= block.endSentence)
        return found;
    bool quoted = false;
    for (std::uint32_t t = r_.sentences[block.firstSentence].firstToken,
                       end = r_.sentences[block.endSentence - 1].endToken;
         t < end; ++t) {
        const text::Token& token = r_.tokens[t];
        if (token.is(TokenKind::OpenQuote) || token.is(TokenKind::CloseQuote))
            quoted = token.is(TokenKind::OpenQuote);
        else if (!quoted && token.is(TokenKind::Word)) {
            const std::string_view pronoun = lex_.value(token.word, Tag::Pron);
            const Small small = p_.word(token.word).small;
            found.first = found.first || small == Small::I || small == Small::Me || pronoun == "i";
            const std::string_view word = r_.of(token);
            found.second = found.second || small == Small::You || word == "your" || word == "Your" || word == "vous" ||
                           word == "Vous" || word == "votre" || word == "Votre" || word == "vos";
        }
    }
    return found;
}

/// Whom the article names in full before the token is the one who answers; null: nobody.
const Name* EventReader::fullNameBefore(std::uint32_t token) const {
    for (const Name& name : m_.names) {
        if (name.firstToken >= token)
            break;
        if (name.kind == NameKind::Person && name.endToken > name.firstToken + 1)
            return &name;
    }
    return nullptr;
}

void EventReader::findVoices() {
    voices_.clear();
    const auto& blocks = r_.blocks;
    if (blocks.size() < 4 || blocks.size() > mostBlocks)
        return;
    std::uint32_t letters = 0, answers = 0, named = 0, asked = 0, first = ~0u;
    for (const text::Block& block : blocks) {
        const char label = labelOf(block);
        const bool asks = label == 'Q' || asksAll(block);
        letters += label == 'Q' ? 1u : 0u;
        answers += label == 'A' ? 1u : 0u;
        asked += asks ? 1u : 0u;
        named += labelledBy(block) != nullptr ? 1u : 0u;
        if (asks && first == ~0u)
            first = r_.sentences[block.firstSentence].firstToken;
    }
    if (letters >= 2 && answers >= 2) {
        if (const Name* who = fullNameBefore(first); who != nullptr) {
            voices_.assign(blocks.size(), nullptr);
            for (std::size_t b = 0; b < blocks.size(); ++b)
                voices_[b] = labelOf(blocks[b]) == 'A' ? who : nullptr;
        }
    } else if (named >= 2 || asked >= 3) {
        voicesByPersons(named, asked, first);
    }
}

void EventReader::voicesByPersons(std::uint32_t named, std::uint32_t asked, std::uint32_t first) {
    const auto& blocks = r_.blocks;
    voices_.assign(blocks.size(), nullptr);
    std::uint32_t mine = 0, yours = 0;
    const Name* only = nullptr; // the only one with a label
    bool several = false;
    for (std::size_t b = 0; b < blocks.size(); ++b)
        if (const Name* who = named > 0 ? labelledBy(blocks[b]) : nullptr; who != nullptr) {
            voices_[b] = who;
            mine += personsIn(blocks[b]).first ? 1u : 0u;
            several = several || (only != nullptr && only->entity != who->entity);
            only = who;
        }
    if (asked >= 3 && !several) {
        const Name* who = only != nullptr ? only : fullNameBefore(first);
        bool answering = false;
        for (std::size_t b = 0; b < blocks.size() && who != nullptr; ++b) {
            if (asksAll(blocks[b])) {
                yours += personsIn(blocks[b]).second ? 1u : 0u;
                answering = b + 1 < blocks.size() && !asksAll(blocks[b + 1]);
                continue;
            }
            if (voices_[b] != nullptr)
                continue;
            const bool speaks = personsIn(blocks[b]).first;
            if (answering || (speaks && b > 0 && voices_[b - 1] != nullptr)) {
                voices_[b] = who;
                mine += speaks ? 1u : 0u;
            }
            answering = false;
        }
    }
    if (mine < 2 || (named < 2 && yours < 2))
        voices_.clear();
}

void EventReader::answer(const Name& who) {
    const text::Sentence& sentence = r_.sentences[sentence_];
    const text::Block& block = r_.blocks[sentence.block];
    voice_ = who.entity;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = r_.sentences[block.firstSentence].firstToken;
    event.cueEnd = event.cueFirst + 1;
    if (const bool label = labelOf(block) == 'A'; label || labelledBy(block) != nullptr)
        while (event.cueEnd < sentence.endToken && !r_.tokens[event.cueEnd - 1].is(TokenKind::Colon))
            ++event.cueEnd;
    else
        event.cueEnd = event.cueFirst;
    event.contentFirst = std::max(sentence.firstToken, event.cueEnd);
    event.contentEnd = sentence.endToken;
    event.source = event.speaker = m_.entities[who.entity].name;
    event.sourceSpan = who.span;
    event.person = true;
    event.states = event.contentFirst < event.contentEnd;
    if (event.cueEnd == event.cueFirst)
        ++event.cueEnd;
    events_.push_back(event);
}

} // namespace countercheck::read
