// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/asking.h"

#include "core/claim/grammar.h"
#include "core/claim/parts.h"
#include "core/text/inflect.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::claim {

using text::Tag;

Asker::Asker(const text::Reading& reading, const Syntax& syntax, std::uint32_t sentence, WordStore& words)
    : reading_(reading), syntax_(syntax), chunks_(syntax.chunks()), lexicon_(text::Lexicon::of(reading.language)),
      words_(words), english_(Grammar::of(reading.language).english()), first_(reading.sentences[sentence].firstToken),
      end_(reading.sentences[sentence].endToken) {}

bool Asker::phrase(std::uint32_t chunk) const {
    return chunk < chunks_.size() && chunks_[chunk].kind == ChunkKind::NounPhrase;
}

bool Asker::plural(std::uint32_t token) const {
    const text::WordId noun = reading_.tokens[token].word;
    return (lexicon_.use(noun).forms & text::NounPlural) != 0 || lexicon_.has(noun, Tag::Plural);
}

/// The participle of an English verb; empty where nothing tells it from the past.
Words Asker::participleOf(text::WordId verb) const {
    const auto participle = [&](text::WordId form) {
        return form != 0 && (lexicon_.has(form, Tag::VerbPart) ||
                             (form != verb && (lexicon_.use(form).forms & text::VerbPastParticiple) != 0));
    };
    if (participle(verb))
        return lexicon_.form(verb); // "cut", "hit"
    const text::WordId regular = lexicon_.findWord(text::pastOf(lexicon_.form(verb)));
    return participle(regular) && lexicon_.verbLemma(regular) == verb ? Words(lexicon_.form(regular)) : Words();
}

/// The words of the tokens; a common noun loses the capital of its sentence.
Words Asker::side(std::uint32_t first, std::uint32_t end) const {
    constexpr std::size_t longest = 50; // bytes
    if (first >= end)
        return {};
    const Span span{reading_.tokens[first].begin, reading_.tokens[end - 1].end};
    const std::string_view words = reading_.of(span);
    const bool answers = span.begin < answer_.end && answer_.begin < span.end;
    if (answers || words.size() > longest || words.find_first_of("\n\"()") != std::string_view::npos ||
        words.find("\u201C") != std::string_view::npos || words.find("\u201D") != std::string_view::npos)
        return {};
    const auto isName = [&](std::uint32_t t) { return t < end && syntax_.classOf(t) == WordClass::Name; };
    const bool determiner = syntax_.classOf(first) == WordClass::Determiner;
    if (first != first_ || words.front() < 'A' || words.front() > 'Z' ||
        (!determiner &&
         (isName(first) || isName(first + 1) || lexicon_.has(reading_.tokens[first].word, Tag::Nationality))))
        return words;
    std::string buffer;
    const std::size_t blank = std::min(words.find(' '), words.size());
    return words_.keep(text::lowered(words.substr(0, blank), buffer), words.substr(blank));
}

/// The noun phrase of who did or underwent it, with what it is of and whom it is joined with; nothing of a pronoun that
/// names nobody.
Words Asker::subjectSide(std::uint32_t np, bool& many) const {
    const std::uint32_t head = chunks_[np].head;
    const bool they = oneOf(word(head), {"they", "They"});
    if (syntax_.classOf(head) == WordClass::Pronoun && !they && !oneOf(word(head), {"he", "she", "He", "She"}))
        return {};
    if (syntax_.classOf(head) == WordClass::Adjective)
        return {}; // its noun was taken for a verb
    many = they || plural(head);
    std::uint32_t first = chunks_[np].first;
    if (np >= 2 && chunks_[np - 1].kind == ChunkKind::Conjunction && phrase(np - 2) &&
        syntax_.prepositionOf(np - 2) == Syntax::none && (np < 3 || chunks_[np - 3].kind != ChunkKind::VerbGroup)) {
        first = chunks_[np - 2].first; // "Boris and Carl"
        many = true;
    }
    if (np + 1 < chunks_.size() && chunks_[np + 1].kind == ChunkKind::Preposition && chunks_[np + 1].prep == Prep::Of &&
        phrase(np + 2))
        if (const Words whole = side(first, chunks_[np + 2].end); !whole.empty())
            return whole;
    return side(first, chunks_[np].end);
}

/// What follows the verb: its object, a preposition and what it governs, a particle, an adjective.
Words Asker::objectSide(std::uint32_t vg) const {
    const std::uint32_t from = chunks_[vg].end, next = vg + 1;
    const auto prepositional = [&](std::uint32_t i) {
        return i + 1 < chunks_.size() && chunks_[i].kind == ChunkKind::Preposition && phrase(i + 1);
    };
    std::uint32_t end = from;
    if (phrase(next) && syntax_.classOf(chunks_[next].head) != WordClass::Adjective) {
        end = chunks_[next].end;
        if (prepositional(next + 1) && chunks_[next + 1].prep == Prep::Of && !side(from, chunks_[next + 2].end).empty())
            end = chunks_[next + 2].end;
    } else if (prepositional(next) && !side(from, chunks_[next + 1].end).empty()) {
        end = chunks_[next + 1].end;
    } else if (next + 1 < chunks_.size() && chunks_[next].kind == ChunkKind::Preposition &&
               chunks_[next].first == from && chunks_[next + 1].kind == ChunkKind::Preposition) {
        end = chunks_[next].end; // "broke out on Friday"
    } else if (from < end_ &&
               (syntax_.classOf(from) == WordClass::Adjective ||
                (syntax_.classOf(from) == WordClass::Adverb && lexicon_.has(reading_.tokens[from].word, Tag::Prep)))) {
        end = from + 1; // "was calm on Sunday", "was gunned down at"
    }
    return side(from, end);
}

/// The clause as it stands, from its subject to its object, or to its verb.
Words Asker::clause(std::uint32_t vg, std::uint32_t subject) const {
    if (subject == Syntax::none || subject > vg)
        return {};
    const std::uint32_t object = syntax_.objectOf(vg), first = chunks_[subject].first;
    if (object != Syntax::none)
        if (const Words whole = side(first, chunks_[object].end); !whole.empty())
            return whole;
    return side(first, chunks_[vg].end);
}

bool Asker::askInEnglish(std::uint32_t vg, Asking& asking) {
    const Chunk& group = chunks_[vg];
    const text::WordId lemma = syntax_.verbLemma(group.head), own = reading_.tokens[group.head].word;
    if (own == lemma && group.first == group.head && group.finite() && !group.passive && !asking.many &&
        (lexicon_.use(own).forms & text::VerbPastTense) == 0)
        return false; // "a handgun permit": one thing does not "permit"
    if (const unsigned forms = lexicon_.use(lemma).forms;
        (forms & text::VerbPastTense) != 0 && (forms & text::VerbBase) == 0)
        return false; // no dictionary has its infinitive
    asking.verb = lexicon_.form(lemma);
    asking.done = group.passive || group.participle;
    asking.past = asking.done ? Words(lexicon_.form(own)) : participleOf(lemma);
    if (!asking.done && group.finite() &&
        (lexicon_.has(own, Tag::VerbPast) || (lexicon_.use(own).forms & text::VerbPastTense) != 0))
        asking.told = lexicon_.form(own);
    asking.ahead = group.future || group.infinitive;
    asking.whom = objectSide(vg);
    const std::uint32_t object = syntax_.objectOf(vg);
    asking.object = object != Syntax::none && chunks_[object].first == group.end && !asking.whom.empty();
    asking.manyObjects = asking.object && plural(chunks_[object].head);
    if (group.passive && oneOf(word(group.first), {"was", "is", "has", "were", "are", "have"}))
        asking.many = oneOf(word(group.first), {"were", "are", "have"});
    return true;
}

/// May another noun phrase be the subject? "The store in Leigh, Kent, which caught fire", "the entrepreneurs … was".
bool Asker::doubtful(std::uint32_t subject, std::uint32_t vg) const {
    if (chunks_[vg].finite() && oneOf(word(chunks_[vg].first), {"was", "is", "has"}) && plural(chunks_[subject].head))
        return true;
    for (std::uint32_t i = subject + 1; i < vg; ++i)
        if (chunks_[i].kind == ChunkKind::Relative)
            return i > subject + 2 || syntax_.prepositionOf(subject) != Syntax::none ||
                   (subject > 0 && chunks_[subject - 1].kind == ChunkKind::Comma);
    return false;
}

bool Asker::ask(std::uint32_t vg, Span answer, Asking& asking) {
    const Chunk& group = chunks_[vg];
    if (syntax_.verbLemma(group.head) == 0 || (group.modal && !group.future))
        return false;
    answer_ = answer;
    const std::uint32_t subject = syntax_.subjectOf(vg);
    if (!english_)
        return !(asking.who = clause(vg, subject)).empty();
    if ((group.gerund || (group.infinitive && !oneOf(word(group.first), {"is", "are", "was", "were"}))) &&
        subject != Syntax::none && subject + 1 == vg)
        return false; // "his next court hearing", "its intention to buy"
    if (const auto& use = lexicon_.use(reading_.tokens[group.head].word);
        group.infinitive && use.frequency[0] > use.frequency[1])
        return false; // "gave himself up to police"
    if (subject != Syntax::none && !doubtful(subject, vg))
        asking.who = subjectSide(subject, asking.many);
    return askInEnglish(vg, asking);
}

} // namespace countercheck::claim
