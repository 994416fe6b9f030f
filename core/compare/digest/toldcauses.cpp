// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/toldcauses.h"

#include "core/claim/parts.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/words/causewords.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <optional>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Prep;
using claim::Syntax;

namespace {

/// What was caused, by its event (or noun) and its noun; both empty: a pronoun stands for it, or nothing.
struct Effect {
    std::string_view event, noun;
};

class CauseReader {
public:
    CauseReader(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                const Concepts& concepts, const BeginFact& begin)
        : reading_(reading), mentions_(mentions), sentence_(sentence), concepts_(concepts), begin_(begin),
          parsed_(reading, sentence), syntax_(parsed_.syntax()), s_(reading.sentences[sentence]) {}

    void take(std::uint32_t token, const CauseWords& words) {
        const std::uint32_t end = token + words.words;
        switch (words.at) {
        case CauseAt::Behind:
        case CauseAt::ToldBehind:
            return void(takeCause(phraseFrom(end), ofDeath(token) ? Effect{"death", "death"} : effectBefore(token)));
        case CauseAt::Before:
        case CauseAt::ToldBefore:
            return void(takeCause(causeBefore(token), effectBehind(end)));
        case CauseAt::Blamed:
            return takeBlamed(end);
        }
    }
    /// "The cause of death was not given", "the cause of the fire is under investigation"
    void takeUntold(std::uint32_t token) {
        const std::uint32_t np = syntax_.chunkAt(token);
        if (np == Syntax::none || syntax_.chunks()[np].kind != ChunkKind::NounPhrase ||
            !causeUntold(reading_, token + 1, s_.endToken))
            return;
        Fact& fact = begin(parsed_.core(np), ofCause(np));
        fact.none = true;
    }
    /// "Died in hospital on Sunday of pneumonia"
    void takeDeath(std::uint32_t token) {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t verb = syntax_.chunkAt(token);
        if (verb == Syntax::none || chunks[verb].kind != ChunkKind::VerbGroup || chunks[verb].head != token)
            return;
        for (std::uint32_t k = verb + 1; k + 1 < chunks.size() && k < verb + 7; ++k) {
            if (chunks[k].kind != ChunkKind::Preposition && chunks[k].kind != ChunkKind::NounPhrase &&
                chunks[k].kind != ChunkKind::Time)
                return;
            const std::string_view word = reading_.of(reading_.tokens[chunks[k].first]);
            if (chunks[k].kind == ChunkKind::Preposition && (word == "of" || word == "from") &&
                chunks[k + 1].kind == ChunkKind::NounPhrase && !nameIn(k + 1) && (k == verb + 1 || !nameIn(k - 1))) {
                if (Fact* fact = takeCause(k + 1, Effect{"death", "death"}); fact)
                    tellWho(verb, *fact);
                return;
            }
        }
    }

private:
    /// "Died of", "succumbed to", "killed by": of the verb's subject or of nobody the words tell who died.
    [[nodiscard]] bool ofDeath(std::uint32_t token) const {
        return claim::oneOf(reading_.of(reading_.tokens[token]), {"dead", "killed", "succumbed", "mort", "morte"});
    }
    [[nodiscard]] bool nameIn(std::uint32_t np) const {
        const text::Span phrase = parsed_.bytes(syntax_.chunks()[np].first, syntax_.chunks()[np].end);
        return std::ranges::any_of(read::inSentence(mentions_.names, sentence_), [&](const read::Name& n) {
            return n.kind != read::NameKind::Place && phrase.contains(n.span.begin);
        });
    }
    /// Who died: not "her husband".
    void tellWho(std::uint32_t verb, Fact& fact) const {
        const std::uint32_t subject = syntax_.subjectOf(verb);
        if (subject == Syntax::none)
            return;
        const std::string_view first = reading_.of(reading_.tokens[syntax_.chunks()[subject].first]);
        std::string buffer;
        fact.further = claim::oneOf(text::lowered(first, buffer), {"his", "her", "their", "its", "my", "our"});
        fact.namedDoer = nameIn(subject);
    }
    [[nodiscard]] std::uint32_t phraseFrom(std::uint32_t token) const {
        for (std::uint32_t t = token; t < std::min(token + 3, s_.endToken); ++t)
            if (const std::uint32_t chunk = syntax_.chunkAt(t);
                chunk != Syntax::none && syntax_.chunks()[chunk].kind == ChunkKind::NounPhrase)
                return chunk;
        return Syntax::none;
    }
    /// What a noun phrase names; nothing that says anything: a pronoun, or "the disaster".
    [[nodiscard]] Effect named(std::uint32_t np) const {
        if (np == Syntax::none)
            return {};
        const auto& chunks = syntax_.chunks();
        while (np + 1 < chunks.size() && chunks[np + 1].kind == ChunkKind::NounPhrase &&
               chunks[np + 1].first == chunks[np].end) // "Monday's plane crash"
            ++np;
        const std::uint32_t head = chunks[np].head;
        if (syntax_.classOf(head) == claim::WordClass::Pronoun || takesUpStory(reading_.language, parsed_.noun(head)))
            return {};
        return {parsed_.nounEvent(head), parsed_.noun(head)};
    }
    /// "The fire was caused by", "a fire caused by", "the cause of the fire was"
    [[nodiscard]] std::optional<Effect> effectBefore(std::uint32_t token) const {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t chunk = syntax_.chunkAt(token);
        if (chunk == Syntax::none)
            return std::nullopt;
        std::uint32_t np = chunk;
        if (chunks[chunk].kind != ChunkKind::NounPhrase) {
            const std::uint32_t verb = chunks[chunk].kind == ChunkKind::VerbGroup ? chunk : syntax_.verbOfClause(chunk);
            np = verb == Syntax::none ? Syntax::none : syntax_.subjectOf(verb);
            if (np == Syntax::none && verb != Syntax::none)
                np = parsed_.openingSubject(sentence_, verb);
            if (np == Syntax::none && chunk > 0 && chunks[chunk - 1].kind == ChunkKind::NounPhrase)
                np = chunk - 1;
        }
        if (np == Syntax::none)
            return std::nullopt;
        return isCause(np) ? ofCause(np) : named(np);
    }
    [[nodiscard]] bool isCause(std::uint32_t np) const { return parsed_.noun(syntax_.chunks()[np].head) == "cause"; }
    /// Behind "the cause": "of death", "of the fire".
    [[nodiscard]] Effect ofCause(std::uint32_t np) const {
        const auto& chunks = syntax_.chunks();
        return np + 2 < chunks.size() && chunks[np + 1].kind == ChunkKind::Preposition &&
                       chunks[np + 1].prep == Prep::Of
                   ? named(np + 2)
                   : Effect();
    }
    [[nodiscard]] std::optional<Effect> effectBehind(std::uint32_t token) const {
        const std::uint32_t np = phraseFrom(token);
        if (np == Syntax::none) // "was the likely cause"
            return reading_.of(reading_.tokens[token - 1]) == "cause" ? std::optional(Effect()) : std::nullopt;
        return isCause(np) ? ofCause(np) : named(np);
    }
    /// "A pump had started", "a pump is thought to have started", "a pump was the likely cause"
    [[nodiscard]] std::uint32_t causeBefore(std::uint32_t token) const {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t chunk = syntax_.chunkAt(token);
        if (chunk == Syntax::none)
            return Syntax::none;
        std::uint32_t verb = chunks[chunk].kind == ChunkKind::VerbGroup ? chunk : syntax_.verbOfClause(chunk);
        if (verb == Syntax::none || parsed_.denied(verb))
            return Syntax::none;
        if (const std::uint32_t subject = syntax_.subjectOf(verb); subject != Syntax::none && !chunks[verb].passive)
            return subject;
        // "Is thought to have": of the verb before
        if (verb > 0 && chunks[verb - 1].kind == ChunkKind::VerbGroup)
            return syntax_.subjectOf(verb - 1);
        return chunks[verb].passive && holdsSupposed(verb) ? syntax_.subjectOf(verb) : Syntax::none;
    }
    [[nodiscard]] bool holdsSupposed(std::uint32_t verb) const {
        const auto& chunk = syntax_.chunks()[verb];
        return parsed_.holds(Family::Supposed, chunk.first, chunk.end);
    }
    /// "Blamed a pump for the crash"
    void takeBlamed(std::uint32_t end) {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t np = phraseFrom(end);
        for (std::uint32_t k = np; np != Syntax::none && k + 1 < chunks.size() && k < np + 5; ++k)
            if (chunks[k].kind == ChunkKind::Preposition && chunks[k].prep == Prep::For)
                return void(takeCause(np, named(k + 1)));
    }
    Fact& begin(text::Span words, const Effect& effect) {
        Fact& fact = begin_(claim::ClaimKind::Statement, sentence_, words, effect.event);
        fact.doneTo = std::string(effect.noun);
        fact.topic = "cause";
        fact.said.derivation = "cause";
        return fact;
    }
    Fact* takeCause(std::uint32_t np, std::optional<Effect> effect) {
        if (np == Syntax::none || !effect || isCause(np) || nameIn(np) || parsed_.denies(np) ||
            syntax_.classOf(syntax_.chunks()[np].head) == claim::WordClass::Pronoun)
            return nullptr;
        if (causeUntold(reading_, syntax_.chunks()[np].first, syntax_.chunks()[np].end)) // "the cause was unknown"
            return nullptr;
        const std::uint32_t head = syntax_.chunks()[np].head;
        const text::Span words = parsed_.core(np);
        const bool quoted =
            std::ranges::any_of(mentions_.quotes, [&](const read::Quote& q) { return q.whole.contains(words.begin); });
        const std::uint32_t word = parsed_.headConcept(concepts_, sentence_, np);
        const text::Lexicon& lexicon = text::Lexicon::of(reading_.language);
        const text::WordId noun = syntax_.nounLemma(head);
        const std::string_view kind = lexicon.value(noun, text::Tag::Class);
        const bool person = claim::oneOf(kind, {"person", "organisation"}) ||
                            (kind.empty() && lexicon.use(noun).nounField == text::Field::Person);
        if (quoted || word == 0 || person)
            return nullptr;
        Fact& fact = begin(words, *effect);
        fact.slot.head = parsed_.noun(head);
        fact.subject = std::string(parsed_.nounEvent(head));
        fact.thing = word;
        fact.dones = concepts_.spoken(sentence_, words);
        return &fact;
    }

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const std::uint32_t sentence_;
    const Concepts& concepts_;
    const BeginFact& begin_;
    const Parsed parsed_;
    const Syntax& syntax_;
    const text::Sentence& s_;
};

} // namespace

void readToldCauses(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                    const Concepts& concepts, const BeginFact& begin) {
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return;
    std::optional<CauseReader> reader; // of few sentences
    const auto parsed = [&]() -> CauseReader& {
        if (!reader)
            reader.emplace(reading, mentions, sentence, concepts, begin);
        return *reader;
    };
    const bool english = reading.language == text::Language::English;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        if (word == "cause" || word == "Cause")
            parsed().takeUntold(t);
        if (english && (word == "died" || word == "dies")) {
            parsed().takeDeath(t);
            continue;
        }
        if (word == "led" || word == "resulted") // "an investigation led to"
            continue;
        if (const CauseWords words = causeWordsAt(reading, t, s.endToken, true); words.words != 0)
            parsed().take(t, words);
    }
}

} // namespace countercheck::compare
