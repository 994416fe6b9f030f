// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sentences/soleplaces.h"

#include "core/compare/sentences/soleroles.h"
#include "core/compare/sortunique.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare {

using claim::Chunk;
using claim::ChunkKind;
using claim::Prep;
using claim::Syntax;

namespace {

class Finder {
public:
    Finder(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions, const Concepts& concepts,
           std::uint32_t sentence, const read::Name& name, std::uint32_t np)
        : parsed_(parsed), reading_(reading), mentions_(mentions), concepts_(concepts), sentence_(sentence),
          name_(name), np_(np), syntax_(parsed_.syntax()), chunks_(syntax_.chunks()) {}

    SolePlaces run() {
        ofVerbs();
        if (!standsIn(np_))
            ofNouns();
        if (!out_.keys.empty())
            addWords(parsed_.phrase(np_));
        sortUnique(out_.words);
        sortUnique(out_.keys);
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is(std::uint32_t chunk, ChunkKind kind) const {
        return chunk < chunks_.size() && chunks_[chunk].kind == kind;
    }
    /// "The former president", "the deputy mayor"
    [[nodiscard]] bool standsIn(std::uint32_t np) const {
        for (std::uint32_t t = chunks_[np].first; t < chunks_[np].end; ++t)
            if (listed(Family::Standin, reading_, reading_.tokens[t]) ||
                reading_.of(reading_.tokens[t]).starts_with("co-"))
                return true;
        return false;
    }
    void addWords(text::Span span) {
        for (const std::uint32_t word : concepts_.spoken(sentence_, span))
            out_.words.push_back(word);
    }
    [[nodiscard]] bool inName(std::uint32_t byte) const {
        return std::ranges::any_of(read::inSentence(mentions_.names, sentence_),
                                   [&](const read::Name& n) { return n.span.contains(byte); });
    }
    /// The concepts of what a noun phrase names, where there is but one such thing: its noun's, and those of the names
    /// behind it ("the software company Arbelle").
    [[nodiscard]] std::vector<std::uint32_t> things(std::uint32_t np) const {
        std::vector<std::uint32_t> out;
        if (np == Syntax::none)
            return out;
        const Chunk& chunk = chunks_[np];
        const bool named = inName(reading_.tokens[chunk.head].begin);
        if (!named && !listed(Family::Definite, reading_, reading_.tokens[chunk.first]))
            return out;
        if (const std::uint32_t head = parsed_.headConcept(concepts_, sentence_, np); head != 0)
            out.push_back(head);
        const text::Span core = parsed_.core(np);
        for (std::uint32_t t = chunk.first; t < reading_.tokens.size() && reading_.tokens[t].begin < core.end; ++t)
            if (inName(reading_.tokens[t].begin))
                for (const std::uint32_t word : concepts_.spoken(sentence_, parsed_.bytes(t, t + 1)))
                    out.push_back(word);
        return out;
    }
    void take(std::string_view role, std::uint32_t of) {
        if (!role.empty() && of != 0)
            out_.keys.push_back(std::uint64_t{Concepts::named(role)} << 32 | of);
    }
    /// Of a verb: the thing is one of its other noun phrases.
    void takeVerb(RoleBy how, std::uint32_t verb, std::string_view name, std::uint32_t of) {
        const std::string_view role = soleRole(how, name);
        if (role.empty())
            return;
        for (const std::uint32_t thing : things(of))
            take(role, thing);
        if (of != Syntax::none) // "Milev, the poet who died in Paris"
            for (const std::uint32_t thing : things(parsed_.apposed(mentions_, sentence_, of)))
                take(role, thing);
        addWords(parsed_.bytes(chunks_[verb].first, chunks_[verb].end));
    }
    /// The subject; of a participle that opens the sentence, that of the sentence ("Founded in 1871 by two brothers,
    /// the brewery …").
    [[nodiscard]] std::uint32_t subjectOf(std::uint32_t verb) const {
        if (const std::uint32_t subject = syntax_.subjectOf(verb); subject != Syntax::none)
            return subject;
        if (chunks_[verb].finite())
            if (const std::uint32_t subject = parsed_.openingSubject(sentence_, verb); subject != Syntax::none)
                return subject;
        if (!chunks_[verb].participle && chunks_[verb].finite() && verb > 0)
            return Syntax::none;
        for (std::uint32_t k = verb + 1; k < chunks_.size() && verb == 0; ++k)
            if (chunks_[k].kind == ChunkKind::VerbGroup && chunks_[k].finite())
                return syntax_.subjectOf(k);
        return Syntax::none;
    }

    void ofVerbs() {
        if (const std::uint32_t verb = syntax_.verbOfSubject(np_); verb != Syntax::none && !chunks_[verb].passive)
            takeVerb(RoleBy::Doer, verb, parsed_.verb(verb), parsed_.objectOf(verb));
        for (std::uint32_t verb = 0; verb < chunks_.size(); ++verb) // "Ines Calder, who chairs the board"
            if (is(verb, ChunkKind::VerbGroup) && !chunks_[verb].passive && syntax_.verbOfSubject(np_) != verb &&
                syntax_.subjectOf(verb) == np_)
                takeVerb(RoleBy::Doer, verb, parsed_.verb(verb), parsed_.objectOf(verb));
        if (const std::uint32_t verb = syntax_.verbOfObject(np_); verb != Syntax::none)
            takeVerb(RoleBy::Object, verb, parsed_.verb(verb), syntax_.subjectOf(verb));
        const std::uint32_t preposition = syntax_.prepositionOf(np_);
        const std::uint32_t host = preposition == Syntax::none ? Syntax::none : syntax_.hostOf(preposition);
        if (host == Syntax::none)
            return;
        const Prep prep = chunks_[preposition].prep;
        if (prep == Prep::By && is(host, ChunkKind::NounPhrase)) // "was founded in a garage by …"
            return ofAgent(preposition);
        if (is(host, ChunkKind::NounPhrase)) { // "will take place in Kirov"
            const std::uint32_t verb = syntax_.verbOfObject(host);
            if (verb == Syntax::none || (prep != Prep::In && prep != Prep::At))
                return;
            takeVerb(RoleBy::In, verb, parsed_.known(chunks_[verb].head, chunks_[host].end), subjectOf(verb));
            return;
        }
        if (!is(host, ChunkKind::VerbGroup))
            return;
        const bool passive = chunks_[host].passive || chunks_[host].participle;
        const std::uint32_t object = passive ? Syntax::none : syntax_.objectOf(host);
        const std::uint32_t of = object == Syntax::none ? subjectOf(host) : object;
        if (prep == Prep::By && (passive || host == 0))
            takeVerb(RoleBy::Doer, host, parsed_.verb(host), of);
        else if (prep == Prep::After)
            takeVerb(RoleBy::After, host, parsed_.verb(host), of);
        else if (prep == Prep::To || prep == Prep::At)
            takeVerb(RoleBy::To, host, parsed_.verb(host), of);
        if (prep == Prep::From)
            takeVerb(RoleBy::From, host, parsed_.deed(host), of);
        if (prep == Prep::In || prep == Prep::At) {
            takeVerb(RoleBy::In, host, parsed_.verb(host), of);
            takeVerb(RoleBy::In, host, parsed_.deed(host), of);
        }
    }

    /// "Was founded in a garage in Leeds by …": whose verb stands before phrases of place and time.
    void ofAgent(std::uint32_t preposition) {
        std::uint32_t verb = preposition;
        while (verb > 0 && (is(verb - 1, ChunkKind::NounPhrase) || is(verb - 1, ChunkKind::Preposition) ||
                            is(verb - 1, ChunkKind::Time)))
            --verb;
        if (verb-- > 1 && is(verb, ChunkKind::VerbGroup) && is(verb + 1, ChunkKind::Preposition) &&
            (chunks_[verb].passive || chunks_[verb].participle))
            takeVerb(RoleBy::Doer, verb, parsed_.verb(verb), subjectOf(verb));
    }

    [[nodiscard]] std::string_view roleOf(std::uint32_t token) const {
        return syntax_.classOf(token) == claim::WordClass::Verb ? std::string_view()
                                                                : soleRole(RoleBy::Noun, parsed_.noun(token));
    }
    [[nodiscard]] bool extreme(std::uint32_t np) const {
        return parsed_.holds(Family::Superlative, chunks_[np].first, chunks_[np].head);
    }
    /// A noun phrase that tells by its head what somebody is, and of what.
    void takePhrase(std::uint32_t np) {
        if (standsIn(np))
            return;
        std::string_view role = roleOf(chunks_[np].head);
        if (role.empty() && extreme(np)) // "the world's largest producer"
            role = parsed_.noun(chunks_[np].head);
        if (role.empty())
            return;
        addWords(parsed_.bytes(chunks_[np].head, chunks_[np].head + 1));
        if (const std::uint32_t of = parsed_.ownerOf(concepts_, sentence_, np); of != 0)
            return take(role, of);
        for (std::uint32_t t = chunks_[np].head; t-- > chunks_[np].first;) // "the Kessar president"
            if (const auto words = concepts_.spoken(sentence_, parsed_.bytes(t, t + 1)); !words.empty())
                return take(role, words.front());
    }
    void ofNouns() {
        for (std::uint32_t t = chunks_[np_].first; t < name_.firstToken && t < chunks_[np_].end; ++t) {
            const std::string_view role = roleOf(t); // "Kessar president Ilan Resh"
            if (role.empty())
                continue;
            std::uint32_t of = 0;
            for (std::uint32_t b = t; b-- > chunks_[np_].first && of == 0;)
                if (const auto words = concepts_.spoken(sentence_, parsed_.bytes(b, b + 1)); !words.empty())
                    of = words.front();
            take(role, of);
        }
        // "The capital of the republic, Port Sorrel, lies …"
        if (np_ >= 2 && is(np_ - 1, ChunkKind::Comma) && is(np_ - 2, ChunkKind::NounPhrase)) {
            std::uint32_t first = np_ - 2;
            while (first >= 2 && is(first - 1, ChunkKind::Preposition) && is(first - 2, ChunkKind::NounPhrase))
                first -= 2;
            const bool closed = np_ + 1 >= chunks_.size() || !is(np_ + 1, ChunkKind::Conjunction);
            if (closed && chunks_[np_].first == name_.firstToken)
                takePhrase(first);
        }
        // "Lena Croft, the widow of the tycoon"
        if (is(np_ + 1, ChunkKind::Comma) && is(np_ + 2, ChunkKind::NounPhrase) &&
            chunks_[np_ + 1].first == chunks_[np_].end && chunks_[np_ + 2].first == chunks_[np_ + 1].end &&
            (chunks_[np_ + 2].first < chunks_[np_ + 2].head || is(np_ + 3, ChunkKind::Preposition)))
            takePhrase(np_ + 2);
        const auto copula = [&](std::uint32_t verb) {
            const std::string_view deed = parsed_.deed(verb);
            return (deed == "be" || deed == "être" || deed == "remain" || deed == "rester") && !chunks_[verb].modal &&
                   !parsed_.denied(verb);
        };
        if (const std::uint32_t verb = syntax_.verbOfSubject(np_); verb != Syntax::none && copula(verb))
            if (const std::uint32_t other = syntax_.objectOf(verb); other != Syntax::none && other != np_)
                takePhrase(other);
        if (const std::uint32_t verb = syntax_.verbOfObject(np_); verb != Syntax::none && copula(verb))
            if (const std::uint32_t other = syntax_.subjectOf(verb); other != Syntax::none && other != np_)
                takePhrase(other);
    }

    const Parsed& parsed_;
    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const Concepts& concepts_;
    const std::uint32_t sentence_;
    const read::Name& name_;
    const std::uint32_t np_;
    const Syntax& syntax_;
    const claim::Chunks& chunks_;
    SolePlaces out_;
};

} // namespace

SolePlaces solePlaces(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions,
                      const Concepts& concepts, std::uint32_t sentence, const read::Name& name, std::uint32_t np) {
    return Finder(parsed, reading, mentions, concepts, sentence, name, np).run();
}

} // namespace countercheck::compare
