// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/singles.h"

#include "core/claim/parts.h"
#include "core/compare/digest/onemore.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"

#include <algorithm>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Syntax;
using text::Tag;

namespace {

class SingleReader {
public:
    SingleReader(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                 const Concepts& concepts, const BeginFact& begin)
        : reading_(reading), mentions_(mentions), sentence_(sentence), concepts_(concepts), begin_(begin),
          lexicon_(text::Lexicon::of(reading.language)), parsed_(reading, sentence), syntax_(parsed_.syntax()) {}

    void run() {
        const auto& chunks = syntax_.chunks();
        for (std::uint32_t c = 0; c < chunks.size(); ++c) {
            if (chunks[c].kind != ChunkKind::NounPhrase)
                continue;
            const std::string_view first = reading_.of(reading_.tokens[chunks[c].first]);
            if (claim::oneOf(first, {"a", "an", "A", "An"}))
                take(c, c, false);
            else if (claim::oneOf(first, {"one", "One"}) && ofSome(c))
                take(c, c + 2, true);
        }
    }

private:
    /// "One of the robbers", "one of his sons"
    [[nodiscard]] bool ofSome(std::uint32_t c) const {
        const auto& chunks = syntax_.chunks();
        return chunks[c].end - chunks[c].first == 1 && c + 2 < chunks.size() &&
               chunks[c + 1].kind == ChunkKind::Preposition && chunks[c + 1].prep == claim::Prep::Of &&
               chunks[c + 2].kind == ChunkKind::NounPhrase &&
               listed(Family::Definite, reading_.of(reading_.tokens[chunks[c + 2].first]));
    }
    /// What a noun names that can be counted one by one; empty: none of these.
    [[nodiscard]] std::string_view classOf(std::uint32_t token) const {
        const text::WordId lemma = syntax_.nounLemma(token);
        const std::string_view own = lexicon_.value(lemma, Tag::Class);
        const text::Field field = lexicon_.use(lemma).nounField;
        if (own.empty())
            return field == text::Field::Person                                  ? "person"
                   : field == text::Field::Artifact || field == text::Field::Act ? "thing"
                                                                                 : std::string_view{};
        return claim::oneOf(own, {"person", "building", "thing", "vehicle", "animal"}) ? own : std::string_view{};
    }
    /// The verb that tells what was done to whom the noun phrase names; none: nothing was, or it is denied, planned or
    /// said to be possible.
    [[nodiscard]] std::uint32_t undergoing(std::uint32_t np) const {
        std::uint32_t verb = syntax_.verbOfObject(np);
        if (verb == Syntax::none) {
            verb = syntax_.verbOfSubject(np);
            if (verb == Syntax::none || !parsed_.passive(verb))
                return Syntax::none;
        }
        const auto& chunk = syntax_.chunks()[verb];
        const text::Span words = parsed_.bytes(chunk.first, chunk.end);
        const bool unsure = std::ranges::any_of(read::inSentence(mentions_.modals, sentence_),
                                                [&](const read::ModalScope& m) { return m.scope.overlaps(words); });
        return parsed_.denied(verb) || parsed_.future(verb) || chunk.modal || chunk.infinitive || unsure ||
                       parsed_.says(verb) || parsed_.wished(verb)
                   ? Syntax::none
                   : verb;
    }
    void take(std::uint32_t np, std::uint32_t noun, bool some) {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t head = chunks[noun].head;
        const bool event = syntax_.eventOf(head) != 0; // "a prior conviction"
        const std::string_view kind = event ? "thing" : classOf(head);
        const std::string_view name = parsed_.noun(head);
        if (kind.empty() || name.empty() || listed(Family::Collective, name) || parsed_.further(np) ||
            (head + 1 < reading_.sentences[sentence_].endToken && !some &&
             reading_.of(reading_.tokens[head + 1]) == "of"))
            return;
        const std::uint32_t verb = undergoing(np);
        const text::Span words = parsed_.bytes(chunks[np].first, chunks[noun].end);
        // "A dozen sailings", "a 12-year-old girl"
        const bool counted =
            !some && std::ranges::any_of(read::inSentence(mentions_.figures, sentence_),
                                         [&](const read::Figure& f) { return f.phrase.overlaps(words); });
        if (verb == Syntax::none || counted)
            return;
        bool classified = false;
        std::string_view deed = parsed_.deed(verb, &classified);
        if (deed.empty())
            return;
        if (event) {
            deed = parsed_.nounEvent(head);
            classified = true;
        }
        Fact& fact = begin_(claim::ClaimKind::Count, sentence_, words, deed);
        countPeople(fact, 1);
        fact.slot.classified = classified;
        fact.slot.head = name;
        fact.slot.headClass = kind;
        fact.partitive = some;
        fact.subjectKinds = parsed_.kindsOf(mentions_, concepts_, sentence_, noun);
        fact.said.derivation = "one";
        fact.topic = std::string(name);
    }

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const std::uint32_t sentence_;
    const Concepts& concepts_;
    const BeginFact& begin_;
    const text::Lexicon& lexicon_;
    const Parsed parsed_;
    const Syntax& syntax_;
};

/// Does the sentence hold an article for one, or "one of"? Asked of all.
bool mayTellOne(const text::Reading& reading, const text::Sentence& s) {
    for (std::uint32_t t = s.firstToken; t + 1 < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        if (word == "a" || word == "an" || word == "A" || word == "An" || word == "one" || word == "One")
            return true;
    }
    return false;
}

} // namespace

void readSingles(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                 const Concepts& concepts, const BeginFact& begin) {
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (reading.language != text::Language::English || s.endToken - s.firstToken > longest || !mayTellOne(reading, s))
        return;
    SingleReader(reading, mentions, sentence, concepts, begin).run();
}

} // namespace countercheck::compare
