// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"

#include <algorithm>
#include <mutex>
#include <unordered_set>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;

namespace {

/// Static storage for a lemma that no table holds.
std::string_view interned(std::string_view text) {
    static std::mutex mutex;
    static std::unordered_set<std::string> pool;
    const std::lock_guard lock(mutex);
    return *pool.emplace(text).first;
}

} // namespace

/// The lemma as a view that lives as long as the program: the tables' own copy, kept apart only where none holds it.
std::string_view Assembler::kept(std::string_view lemma) const {
    if (lemma.empty())
        return {};
    if (const text::WordId word = lexicon_.find(lemma); word != 0)
        return lexicon_.form(word);
    if (const auto info = text::wordInfo(lemma))
        for (const std::string_view own : {info->verbLemma, info->nounLemma})
            if (own == lemma)
                return own;
    return interned(lemma);
}

/// Does the verb say something here? Verbs that say only with "that" or beside a quote ("held", "began") have a plain
/// sense of their own.
bool Assembler::sayVerb(std::uint32_t vg) const {
    if (vg == Syntax::none)
        return false;
    const Chunk& group = syntax_.chunks()[vg];
    const text::WordId word = reading_.tokens[group.head].word;
    if (!lexicon_.has(word, Tag::Say))
        return false;
    const std::string_view how = lexicon_.value(word, Tag::Say);
    if (how == "that")
        return group.end < reading_.sentences[sentence_].endToken && syntax_.lower(group.end) == "that";
    return how != "act" && how != "voice" && how != "put";
}

bool Assembler::lightVerb(std::uint32_t vg) const {
    const Chunk& group = syntax_.chunks()[vg];
    const std::string lemma = syntax_.verbLemma(group.head);
    if (lexicon_.value(lexicon_.find(lemma), Tag::Role) == "light")
        return true;
    const text::WordId word = reading_.tokens[group.head].word;
    return lexicon_.hasAny(word, tagBit(Tag::Aux) | tagBit(Tag::Modal));
}

std::string_view Assembler::eventNounNear(std::uint32_t vg) const {
    const auto& chunks = syntax_.chunks();
    const auto nounEvent = [&](std::uint32_t np) -> std::string_view {
        return chunks[np].kind == ChunkKind::NounPhrase ? syntax_.eventOf(chunks[np].head) : std::string_view{};
    };
    for (std::uint32_t i = vg + 1; i < chunks.size() && i < vg + 7; ++i) { // its object, or "in the attacks"
        if (const auto event = nounEvent(i); !event.empty())
            return event;
        if (chunks[i].kind == ChunkKind::Conjunction || chunks[i].kind == ChunkKind::Comma ||
            chunks[i].kind == ChunkKind::VerbGroup || chunks[i].kind == ChunkKind::Mark ||
            chunks[i].kind == ChunkKind::Subordinator || chunks[i].kind == ChunkKind::Relative)
            break;
    }
    if (const std::uint32_t subject = syntax_.subjectOf(vg); subject != Syntax::none)
        return nounEvent(subject); // "the attack took place", "attacks, which occurred on Sunday"
    return {};
}

Assembler::Predicate Assembler::ofVerb(std::uint32_t vg, Relation relation) const {
    Predicate out;
    const Chunk& group = syntax_.chunks()[vg];
    out.verbGroup = vg;
    out.relation = relation;
    const std::string lemma = syntax_.verbLemma(group.head);
    std::string_view event;
    for (std::uint32_t t = group.first; t < group.end && event.empty(); ++t)
        event = syntax_.classOf(t) == WordClass::Verb || t == group.head ? syntax_.eventOf(t) : std::string_view{};
    if (lightVerb(vg))
        if (const auto noun = eventNounNear(vg); !noun.empty() || event.empty())
            event = noun.empty() ? event : noun;
    out.classified = !event.empty();
    out.event = out.classified ? event : kept(lemma);
    const auto words = text::Span{reading_.tokens[group.first].begin, reading_.tokens[group.end - 1].end};
    out.because = std::string(relation == Relation::Agent     ? "doer in “"
                              : relation == Relation::Patient ? "undergoer of “"
                                                              : "beside “") +
                  std::string(reading_.of(words)) + "”";
    return out;
}

Assembler::Predicate Assembler::predicateOf(std::uint32_t np, int depth) const {
    const auto& chunks = syntax_.chunks();
    if (np == Syntax::none || depth > 3 || chunks[np].kind != ChunkKind::NounPhrase)
        return {};
    const std::uint32_t p = syntax_.prepositionOf(np);
    if (p != Syntax::none) {
        const std::string preposition(syntax_.lower(chunks[p].head));
        const std::uint32_t host = syntax_.hostOf(p);
        if (host == Syntax::none)
            return {};
        if (chunks[host].kind == ChunkKind::NounPhrase) {
            if (preposition == "of" && syntax_.classOf(chunks[host].head) == WordClass::Number &&
                syntax_.classOf(chunks[np].first) != WordClass::Number)
                return predicateOf(host, depth + 1); // "dozens of vehicles", "half of the voters", "two of the men"
            const std::string lemma = syntax_.nounLemma(chunks[host].head);
            const std::string_view event = syntax_.eventOf(chunks[host].head);
            if (!event.empty() && oneOf(preposition, {"of", "on", "against", "by"})) {
                Predicate out;
                out.event = event;
                out.classified = true;
                out.relation = preposition == "by" ? Relation::Agent : Relation::Patient;
                out.because =
                    "“" + std::string(reading_.of(reading_.tokens[chunks[host].head])) + " " + preposition + " …”";
                return out;
            }
            if (preposition == "of" && (groupNoun(lemma) || numberNoun(lemma)))
                return predicateOf(host, depth + 1);
            // "… of its 40 members": it belongs to a noun, not to an event
            if (preposition == "of") {
                Predicate out;
                out.event = kept(lemma);
                out.relation = Relation::Copula;
                out.because = "belongs to “" + lemma + "”";
                return out;
            }
            const std::uint32_t verb = syntax_.verbOfClause(np);
            if (verb == Syntax::none)
                return {};
            Predicate out = ofVerb(verb, Relation::Adjunct);
            out.preposition = preposition;
            return out;
        }
        Predicate out = ofVerb(host, preposition == "by" && chunks[host].passive ? Relation::Agent : Relation::Adjunct);
        out.preposition = preposition;
        return out;
    }
    const auto subjectPredicate = [&](std::uint32_t verb) {
        const bool theme =
            lexicon_.value(lexicon_.lemma(reading_.tokens[chunks[verb].head].word), Tag::Role) == "theme";
        return ofVerb(verb, chunks[verb].passive || theme ? Relation::Patient : Relation::Agent);
    };
    if (const std::uint32_t verb = syntax_.verbOfObject(np); verb != Syntax::none) {
        // "police said 12 people were injured": the subject of what is said
        if (sayVerb(verb))
            if (const std::uint32_t own = syntax_.verbOfSubject(np); own != Syntax::none && own > np)
                return subjectPredicate(own);
        // "left three workers dead": the state names the event
        const std::uint32_t after = chunks[np].end;
        const std::uint32_t state = after < reading_.sentences[sentence_].endToken ? after : Syntax::none;
        for (const std::uint32_t t : {state, chunks[np].head}) {
            if (t == Syntax::none || lexicon_.has(reading_.tokens[t].word, Tag::Plural))
                continue;
            const std::string_view role = lexicon_.value(reading_.tokens[t].word, Tag::Role);
            if (role.ends_with(":patient") &&
                oneOf(syntax_.lower(t), {"dead", "wounded", "injured", "hurt", "missing", "displaced"})) {
                Predicate out;
                out.event = role.substr(0, role.find(':'));
                out.classified = true;
                out.relation = Relation::Patient;
                out.verbGroup = verb;
                out.because = "“… " + std::string(syntax_.lower(t)) + "”";
                return out;
            }
        }
        return ofVerb(verb, chunks[verb].passive && !chunks[verb].participle ? Relation::Copula : Relation::Patient);
    }
    if (const std::uint32_t verb = syntax_.verbOfSubject(np); verb != Syntax::none)
        return subjectPredicate(verb);
    return {};
}

} // namespace countercheck::claim
