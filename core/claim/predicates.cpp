// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/utf8.h"

namespace countercheck::claim {

using text::Tag;
using text::tagBit;

/// Does the verb say something here? Verbs that say only with "that" or beside a quote ("held", "began") have a plain
/// sense of their own.
bool Assembler::sayVerb(std::uint32_t vg) const {
    if (vg == Syntax::none)
        return false;
    const Chunk& group = syntax_.chunks()[vg];
    if (!has(group.head, Tag::Say))
        return false;
    std::string_view how = lexicon_.value(reading_.tokens[group.head].word, Tag::Say);
    how = how.substr(0, how.find_first_of("-<?")); // what these marks tell is of no concern here
    if (how == "that")
        return group.end < end_ && lexicon_.value(reading_.tokens[group.end].word, Tag::Subord) == "that";
    return how != "act" && how != "act+" && how != "voice" && how != "put";
}

bool Assembler::lightVerb(std::uint32_t vg) const {
    const Chunk& group = syntax_.chunks()[vg];
    return grammar_[syntax_.verbLemma(group.head)].part == Part::Light ||
           lexicon_.hasAny(reading_.tokens[group.head].word, tagBit(Tag::Aux) | tagBit(Tag::Modal));
}

/// "with": what follows tells of itself.
bool Assembler::besides(std::uint32_t preposition) const {
    const auto& chunk = syntax_.chunks()[preposition];
    const std::string_view named = lexicon_.value(chunk.word, Tag::Prep);
    return chunk.prep == Prep::Other && (named.empty() ? lexicon_.form(chunk.word) : named) == "with";
}

/// Is the word a noun that names an event, and no participle of a verb that does ("élu")?
bool Assembler::eventNoun(text::WordId word) const {
    if (!lexicon_.has(word, Tag::Noun) || grammar_.english())
        return lexicon_.has(word, Tag::Noun);
    return grammar_[word].roleEvent == 0 && // "manifestant" names who takes part
           !(lexicon_.has(word, Tag::VerbPart) && lexicon_.has(lexicon_.lemma(word), Tag::Verb));
}

std::uint8_t Assembler::eventNounNear(std::uint32_t vg) const {
    const auto& chunks = syntax_.chunks();
    const auto nounEvent = [&](std::uint32_t np) -> std::uint8_t {
        if (chunks[np].kind != ChunkKind::NounPhrase)
            return 0;
        const std::uint32_t head = chunks[np].head;
        return grammar_.english() || eventNoun(reading_.tokens[head].word) ||
                       lexicon_.matchPhrase(reading_, head, tagBit(Tag::Event))
                   ? syntax_.eventOf(head)
                   : std::uint8_t{0};
    };
    for (std::uint32_t i = vg + 1; i < chunks.size() && i < vg + 7; ++i) { // its object, or "in the attacks"
        if (chunks[i].kind == ChunkKind::Preposition)                      // "left homes without power"
            if (const auto phrase = lexicon_.matchPhrase(reading_, chunks[i].first, tagBit(Tag::Event)))
                return grammar_[phrase->entry].event;
        if (chunks[i].kind == ChunkKind::Preposition &&
            (chunks[i].prep == Prep::After || chunks[i].prep == Prep::Before))
            break; // "reopened on Tuesday after three days of closure"
        if (const auto event = nounEvent(i); event != 0)
            return event;
        if (chunks[i].kind == ChunkKind::Conjunction || chunks[i].kind == ChunkKind::Comma ||
            chunks[i].kind == ChunkKind::VerbGroup || chunks[i].kind == ChunkKind::Mark ||
            chunks[i].kind == ChunkKind::Subordinator || chunks[i].kind == ChunkKind::Relative)
            break;
    }
    if (const std::uint32_t subject = syntax_.subjectOf(vg); subject != Syntax::none)
        return nounEvent(subject); // "the attack took place", "attacks, which occurred on Sunday"
    return 0;
}

/// The name of a lemma, the same across languages where the tables give an English one; the words themselves when no
/// table and no dictionary has it.
Words Assembler::lemmaOf(text::WordId lemma, std::uint32_t token) {
    if (lemma == 0) {
        std::string buffer;
        return out_.words.keep(text::lowered(reading_.of(reading_.tokens[token]), buffer));
    }
    const std::string_view across = lexicon_.value(lemma, Tag::Label);
    return across.empty() ? lexicon_.form(lemma) : across;
}

/// Is what the verb does done to things?
bool Assembler::ofThings(std::uint32_t vg) {
    const auto& chunks = syntax_.chunks();
    const std::uint32_t np = chunks[vg].passive || chunks[vg].participle ? syntax_.subjectOf(vg) : syntax_.objectOf(vg);
    if (np == Syntax::none || chunks[np].kind != ChunkKind::NounPhrase)
        return false;
    const std::uint32_t head = chunks[np].head;
    const Noun noun = nounAt(head);
    return !has(head, Tag::Nationality) && noun.head != "job" &&
           oneOf(headClass(head, noun.word),
                 {"thing", "artifact", "building", "money"}); // which are cut as those who have them are
}

Assembler::Predicate Assembler::ofVerb(std::uint32_t vg, Relation relation) {
    Predicate out;
    const Chunk& group = syntax_.chunks()[vg];
    out.verbGroup = vg;
    out.relation = relation;
    std::uint8_t event = 0;
    for (std::uint32_t t = group.first; t < group.end && event == 0; ++t)
        if (syntax_.classOf(t) == WordClass::Verb || t == group.head)
            event = syntax_.eventOf(t);
    if (lightVerb(vg))
        if (const auto noun = eventNounNear(vg); noun != 0)
            event = noun;
    if (event != 0) // "fatally shot", "mortellement blessés"
        for (std::uint32_t t = group.first > first_ ? group.first - 1 : first_; t <= group.end && t < end_; ++t)
            if (syntax_.classOf(t) == WordClass::Adverb && syntax_.eventOf(t) != 0)
                event = syntax_.eventOf(t);
    if (event != 0 && relation == Relation::Patient) // "shot one man fatally"
        if (const std::uint32_t object = syntax_.objectOf(vg); object != Syntax::none)
            if (const std::uint32_t t = syntax_.chunks()[object].end;
                t < end_ && syntax_.classOf(t) == WordClass::Adverb && syntax_.eventOf(t) != 0)
                event = syntax_.eventOf(t);
    if (event != 0 && grammar_.eventName(event) == "attack")
        if (const std::uint32_t subject = syntax_.subjectOf(vg); subject != Syntax::none)
            if (const std::uint8_t own = syntax_.eventOf(syntax_.chunks()[subject].head);
                own != 0 && oneOf(grammar_.eventName(own), {"quake", "flood", "fire"}))
                event = own;                       // "the earthquake struck at dawn"
    if (grammar_.ofPersons(event) && ofThings(vg)) // "fired rockets", "released the films", "captured rifles"
        event = grammar_.eventName(event) == "abduction" ? grammar_.eventNamed("seizure") : std::uint8_t{0};
    out.event = event;
    out.classified = event != 0;
    out.name = out.classified ? grammar_.eventName(event) : lemmaOf(syntax_.verbLemma(group.head), group.head);
    out.reason = {relation == Relation::Agent     ? Because::Doer
                  : relation == Relation::Patient ? Because::Undergoer
                                                  : Because::Beside,
                  bytes(group.first, group.end)};
    return out;
}

bool Assembler::namesState(std::uint32_t token) const {
    if (token >= end_)
        return false;
    const Facts& fact = facts(token);
    return fact.part == Part::Patient && fact.roleEvent != 0 &&
           (lexicon_.use(reading_.tokens[token].word).adjective() || has(token, Tag::VerbPart));
}

/// "left three workers dead", "left two children seriously injured", "left a nurse and 17 miners trapped", "with 20
/// people still missing": the word behind the noun phrase that says in what state it is; none.
/// @param left  behind a verb like "left", or "with": there participles say it, too, and a list shares it
std::uint32_t Assembler::stateBehind(std::uint32_t np, bool left) const {
    const auto& chunks = syntax_.chunks();
    for (int guard = 0; guard < 3; ++guard) {
        const bool inside =
            chunks[np].end == chunks[np].head + 2 && syntax_.classOf(chunks[np].head + 1) == WordClass::Adjective;
        std::uint32_t t = inside ? chunks[np].head + 1 : chunks[np].end;
        while (!inside && t + 1 < end_ && syntax_.classOf(t) == WordClass::Adverb)
            ++t;
        if (t < end_) {
            if (namesState(t))
                return t;
            if (!inside && left && lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event)))
                return t; // "left 40,000 homes without power"
            const text::WordUse& use = lexicon_.use(reading_.tokens[t].word);
            if (!inside && left && (use.forms & text::VerbPastParticiple) != 0 &&
                syntax_.classOf(t) == WordClass::Verb && !syntax_.opensNounPhrase(t + 1))
                return t;
        }
        if (np + 2 >= chunks.size() || chunks[np + 1].kind != ChunkKind::Conjunction ||
            chunks[np + 2].kind != ChunkKind::NounPhrase || !left)
            break;
        np += 2;
    }
    return Syntax::none;
}

std::uint32_t Assembler::headlineState(std::uint32_t np) const {
    const auto& chunks = syntax_.chunks();
    if (syntax_.classOf(chunks[np].first) != WordClass::Number)
        return Syntax::none;
    std::uint32_t t = chunks[np].head; // "three dead"
    if (t == chunks[np].first || has(t, Tag::Plural) || !namesState(t))
        t = chunks[np].end == chunks[np].head + 2 ? chunks[np].head + 1 : chunks[np].end; // "three people dead"
    if (t >= end_ || has(t, Tag::VerbPart) || !namesState(t))
        return Syntax::none;
    const WordClass next = t + 1 < end_ ? syntax_.classOf(t + 1) : WordClass::Comma;
    if (next != WordClass::Comma && next != WordClass::Preposition && next != WordClass::Subordinator &&
        next != WordClass::Conjunction)
        return Syntax::none;
    // What has a verb of its own is told by that: "five people missing since Monday were found".
    const std::uint32_t verb = syntax_.verbOfSubject(np);
    if (verb != Syntax::none && (chunks[verb].passive || chunks[verb].end > chunks[verb].first + 1) &&
        !chunks[verb].gerund)
        return Syntax::none;
    return t;
}

/// What a state tells: the event that its word names, or the participle's own.
Assembler::Predicate Assembler::ofState(std::uint32_t token, std::uint32_t verb) {
    Predicate out;
    const std::uint8_t named = namesState(token) ? facts(token).roleEvent : std::uint8_t{0};
    out.event = named != 0 ? named : syntax_.eventOf(token);
    out.classified = out.event != 0;
    out.name = out.classified ? grammar_.eventName(out.event) : lemmaOf(syntax_.verbLemma(token), token);
    out.relation = Relation::Patient;
    out.verbGroup = verb;
    out.reason = {Because::State, bytes(token, token + 1)};
    return out;
}

/// What the verb tells of its subject: who did it, or to whom it happened.
Assembler::Predicate Assembler::ofSubject(std::uint32_t verb) {
    const Chunk& group = syntax_.chunks()[verb];
    bool theme = grammar_[syntax_.verbLemma(group.head)].part == Part::Theme;
    for (std::uint32_t t = group.first; t < group.end && !theme; ++t) // "lost their lives"
        if (reading_.tokens[t].may(text::HintPhrase))
            if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event)))
                theme = grammar_[phrase->entry].part == Part::Theme;
    // "are feared dead", "remain missing", "were reported missing"
    std::uint32_t state = group.end;
    while (state < end_ && syntax_.classOf(state) == WordClass::Adverb)
        ++state;
    if (grammar_.english() && !theme) {
        if (namesState(state) && !syntax_.opensNounPhrase(state + 1))
            return ofState(state, verb);
        const std::uint32_t head = group.head; // "are missing"
        if (namesState(head) && syntax_.eventOf(head) == 0 && !syntax_.opensNounPhrase(group.end))
            return ofState(head, verb);
    }
    return ofVerb(verb, group.passive || theme ? Relation::Patient : Relation::Agent);
}

/// "18 were injured in the violence and 12 | arrested for …"
bool Assembler::sharesVerb(std::uint32_t np) const {
    const auto& chunks = syntax_.chunks();
    return np > 0 && chunks[np - 1].kind == ChunkKind::Conjunction && chunks[np].first == chunks[np].head &&
           syntax_.classOf(chunks[np].head) == WordClass::Number && np + 1 < chunks.size() &&
           chunks[np + 1].kind == ChunkKind::VerbGroup && chunks[np + 1].first == chunks[np].end &&
           chunks[np + 1].end == chunks[np + 1].first + 1 && has(chunks[np + 1].head, Tag::VerbPart) &&
           grammar_.ofPersons(syntax_.eventOf(chunks[np + 1].head));
}

/// An event that a noun or a phrase names, and of which something hangs.
Assembler::Predicate Assembler::ofEvent(std::uint8_t event, Relation relation, Span words) const {
    Predicate out;
    out.event = event;
    out.name = grammar_.eventName(event);
    out.classified = true;
    out.relation = relation;
    out.reason = {Because::NounOf, words};
    return out;
}

/// "Claimed the lives of | nine workers", "a coûté la vie à | neuf ouvriers"; no name: no such phrase.
Assembler::Predicate Assembler::ofPhraseBefore(std::uint32_t p) const {
    const Chunk& preposition = syntax_.chunks()[p];
    if (preposition.prep != Prep::Of && preposition.prep != Prep::To && preposition.prep != Prep::At)
        return {};
    for (std::uint32_t back = 2; back <= 5 && preposition.first >= first_ + back; ++back) {
        const std::uint32_t t = preposition.first - back;
        if (!reading_.tokens[t].may(text::HintPhrase))
            continue;
        const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event));
        if (!phrase || phrase->endToken != preposition.first || !lexicon_.has(phrase->entry, Tag::VerbPast) ||
            grammar_[phrase->entry].event == 0)
            continue;
        return ofEvent(grammar_[phrase->entry].event, Relation::Patient, bytes(t, preposition.end));
    }
    return {};
}

/// Of a noun phrase behind a preposition that hangs on a noun: "dozens of vehicles", "the attack on three plants".
Assembler::Predicate Assembler::ofNounHost(std::uint32_t np, std::uint32_t p, std::uint32_t host, int depth) {
    const auto& chunks = syntax_.chunks();
    const Prep prep = chunks[p].prep;
    if (prep == Prep::Of && syntax_.classOf(chunks[host].head) == WordClass::Number &&
        syntax_.classOf(chunks[np].first) != WordClass::Number)
        return predicateOf(host, depth + 1); // "dozens of vehicles", "half of the voters", "two of the men"
    if (prep == Prep::Including)             // "14 dead, including three children": what is said of the whole
        if (Predicate whole = predicateOf(host, depth + 1); whole.classified)
            return whole;
    const std::uint32_t noun = chunks[host].head;
    const std::uint8_t event = syntax_.eventOf(noun);
    if (event != 0 && (prep == Prep::Of || prep == Prep::On || prep == Prep::Against || prep == Prep::By))
        return ofEvent(event, prep == Prep::By ? Relation::Agent : Relation::Patient, bytes(noun, chunks[p].end));
    const Facts& fact = grammar_[syntax_.nounLemma(noun)];
    if (prep == Prep::Of && (fact.part == Part::Group || fact.kind == Kind::Number))
        return predicateOf(host, depth + 1);
    Predicate out;
    if (prep == Prep::Of) { // "… of its 40 members": it belongs to a noun, not to an event
        out.name = lemmaOf(syntax_.nounLemma(noun), noun);
        out.relation = Relation::Copula;
        out.reason = {Because::BelongsTo, bytes(noun, noun + 1)};
        return out;
    }
    const std::uint32_t verb = syntax_.verbOfClause(np);
    if (verb == Syntax::none)
        return out;
    out = ofVerb(verb, Relation::Adjunct);
    out.preposition = prepositionNamed(p);
    return out;
}

/// The preposition as it is called across languages.
Words Assembler::prepositionNamed(std::uint32_t p) const {
    const text::WordId word = syntax_.chunks()[p].word;
    const std::string_view named = lexicon_.value(word, Tag::Prep);
    return named.empty() ? lexicon_.form(word) : named;
}

/// Of a noun phrase behind a preposition.
Assembler::Predicate Assembler::behindPreposition(std::uint32_t np, std::uint32_t p, int depth) {
    const auto& chunks = syntax_.chunks();
    const bool verbNext = np + 1 < chunks.size() && chunks[np + 1].kind == ChunkKind::VerbGroup;
    const Prep prep = chunks[p].prep;
    if (prep == Prep::Of && p == 0 && verbNext && chunks[np + 1].participle &&
        syntax_.eventOf(chunks[np + 1].head) != 0) // "Of the 34 people injured in the crash, …"
        return ofVerb(np + 1, Relation::Patient);
    if (besides(p)) { // "with 20 people still missing", "with 6,000 workers taking part"
        if (const std::uint32_t t = stateBehind(np, true); t != Syntax::none)
            return ofState(t, Syntax::none);
        if (verbNext && chunks[np + 1].gerund && chunks[np + 1].first == chunks[np].end)
            return ofSubject(np + 1);
    }
    if (const Predicate lives = ofPhraseBefore(p); !lives.name.empty())
        return lives;
    const std::uint32_t host = syntax_.hostOf(p);
    if (host == Syntax::none)
        return {};
    if (chunks[host].kind == ChunkKind::NounPhrase)
        return ofNounHost(np, p, host, depth);
    if (prep == Prep::Including && chunks[host].passive) // "12 were killed, including three children"
        if (const std::uint32_t whole = syntax_.subjectOf(host); whole != Syntax::none && whole != np)
            return predicateOf(whole, depth + 1);
    Predicate out = ofVerb(host, prep == Prep::By && chunks[host].passive ? Relation::Agent : Relation::Adjunct);
    out.preposition = prepositionNamed(p);
    return out;
}

/// Of a verb's object.
Assembler::Predicate Assembler::ofObject(std::uint32_t np, std::uint32_t verb) {
    const auto& chunks = syntax_.chunks();
    // "police said 12 people were injured": the subject of what is said
    if (sayVerb(verb))
        if (const std::uint32_t own = syntax_.verbOfSubject(np); own != Syntax::none && own > np)
            return ofSubject(own);
    // "treated 34 injured people", "left 12 dead"
    const std::uint32_t h = chunks[np].head;
    const std::uint32_t before = h > chunks[np].first && facts(h).kind == Kind::Person ? h - 1 : Syntax::none;
    if (const std::uint32_t t = stateBehind(np, lightVerb(verb)); t != Syntax::none)
        return ofState(t, verb);
    for (const std::uint32_t t : {before, h})
        if (t != Syntax::none && !has(t, Tag::Plural) && namesState(t))
            return ofState(t, verb);
    return ofVerb(verb, chunks[verb].passive && !chunks[verb].participle ? Relation::Copula : Relation::Patient);
}

Assembler::Predicate Assembler::predicateOf(std::uint32_t np, int depth) {
    const auto& chunks = syntax_.chunks();
    if (np == Syntax::none || depth > 3 || chunks[np].kind != ChunkKind::NounPhrase)
        return {};
    if (sharesVerb(np))
        return ofVerb(np + 1, Relation::Patient);
    if (const std::uint32_t p = syntax_.prepositionOf(np); p != Syntax::none)
        return behindPreposition(np, p, depth);
    const std::uint32_t object = syntax_.verbOfObject(np);
    if (grammar_.english() && object == Syntax::none)
        if (const std::uint32_t t = headlineState(np); t != Syntax::none)
            return ofState(t, Syntax::none);
    if (object != Syntax::none)
        return ofObject(np, object);
    if (const std::uint32_t verb = syntax_.verbOfSubject(np); verb != Syntax::none)
        return ofSubject(verb);
    // "a privé d'électricité 90 000 foyers": an object behind what else the verb takes
    if (grammar_.bareInfinitives() && np >= 3 && chunks[np - 1].kind == ChunkKind::NounPhrase &&
        chunks[np - 2].kind == ChunkKind::Preposition && chunks[np - 3].kind == ChunkKind::VerbGroup &&
        !chunks[np - 3].passive && !chunks[np - 3].participle && syntax_.eventOf(chunks[np - 3].head) != 0 &&
        syntax_.classOf(chunks[np].first) == WordClass::Number)
        return ofVerb(np - 3, Relation::Patient);
    return {};
}

} // namespace countercheck::claim
