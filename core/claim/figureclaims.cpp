// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"

namespace countercheck::claim {

using read::Figure;
using read::FigureKind;
using text::Tag;
using text::TokenKind;

namespace {

ClaimKind claimKind(FigureKind kind) {
    switch (kind) {
    case FigureKind::Money:
        return ClaimKind::Money;
    case FigureKind::Measure:
        return ClaimKind::Measure;
    case FigureKind::Percentage:
    case FigureKind::Fraction:
        return ClaimKind::Percentage;
    default:
        return ClaimKind::Count;
    }
}

} // namespace

/// In a language without rules of grammar: a figure and the noun that it counts.
void Assembler::plainClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    if (figure.kind == FigureKind::Ordinal || figure.kind == FigureKind::Age ||
        (figure.countedLemma.empty() && figure.unit.empty()))
        return;
    Claim& claim = begin(claimKind(figure.kind), figure.phrase, Syntax::none);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.unit = std::string_view(figure.unit);
    claim.slot.head = claim.slot.noun = std::string_view(figure.countedLemma);
    attribute(claim);
    claim.topic = figure.counted.empty() ? Words(reading_.of(figure.phrase)) : Words(reading_.of(figure.counted));
}

void Assembler::countPeople(Slot& slot) const {
    slot.head = slot.headClass = "person";
    slot.noun = grammar_.topic(Topic::Person);
    slot.nounWord = grammar_.person();
}

/// Is the noun phrase the value before a change: the "nine" of "rose from nine to 14"?
bool Assembler::formerValue(std::uint32_t np) const {
    const auto& chunks = syntax_.chunks();
    if (np == 0 || np + 2 >= chunks.size() || chunks[np - 1].kind != ChunkKind::Preposition ||
        chunks[np + 1].kind != ChunkKind::Preposition || chunks[np + 2].kind != ChunkKind::NounPhrase)
        return false;
    const Prep from = chunks[np - 1].prep, to = chunks[np + 1].prep;
    return (from == Prep::From && to == Prep::To) ||
           (grammar_.bareInfinitives() && from == Prep::Of && (to == Prep::At || to == Prep::To) &&
            syntax_.classOf(chunks[np + 2].first) == WordClass::Number);
}

void Assembler::figureClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    const ClaimKind kind = claimKind(figure.kind);
    Noun counted = figure.countedLemma.empty() ? Noun{} : nounNamed(figure.countedLemma);
    if (kind == ClaimKind::Count && lexicon_.value(counted.word, Tag::Class) == "way")
        return; // "two counts of murder", "three times": counts of nothing that reports would differ about
    const auto& chunks = syntax().chunks();
    std::uint32_t np = syntax_.chunkAt(figure.firstToken);
    if (np == Syntax::none)
        return;
    std::uint32_t headToken = Syntax::none;
    if (!figure.counted.empty() && figure.counted.begin < reading_.tokens[end_ - 1].end) {
        const bool ahead = figure.counted.begin >= reading_.tokens[figure.firstToken].begin;
        for (std::uint32_t t = ahead ? figure.firstToken : first_; t < end_; ++t) {
            if (reading_.tokens[t].begin >= figure.counted.end)
                break;
            if (reading_.tokens[t].begin >= figure.counted.begin && reading_.tokens[t].end <= figure.counted.end)
                headToken = t;
        }
    }
    const std::uint32_t ownPhrase = np;
    // "12 people were killed and 30 injured", "killed 14 people and injured 30": what happened is told anew, and tells
    // who
    const auto isAnd = [this](std::uint32_t t) { return t > first_ && reading_.of(reading_.tokens[t - 1]) == "and"; };
    if (headToken != Syntax::none && reading_.tokens[headToken].end <= figure.phrase.begin &&
        (isAnd(figure.firstToken) || (figure.firstToken > first_ && isAnd(figure.firstToken - 1)))) {
        headToken = Syntax::none;
        counted = {};
    }
    if (headToken != Syntax::none && (headToken < chunks[np].first || headToken >= chunks[np].end) &&
        syntax_.chunkAt(headToken) != Syntax::none && chunks[syntax_.chunkAt(headToken)].kind == ChunkKind::NounPhrase)
        np = syntax_.chunkAt(headToken);
    bool climbed = false;
    const std::uint32_t link = syntax_.prepositionOf(ownPhrase);
    const bool sized = link != Syntax::none && chunks[link].prep == Prep::Of && headToken != Syntax::none &&
                       syntax_.hostOf(link) == np && chunks[np].head == headToken; // "a population of 24,000"
    if (headToken != Syntax::none && reading_.tokens[headToken].end <= figure.phrase.begin && !sized)
        // "raiders with rifles, estimated to number 200": what is told aside is told of the noun that the phrase hangs
        // on
        for (std::uint32_t p = syntax_.prepositionOf(np); p != Syntax::none && p > 0; p = syntax_.prepositionOf(np)) {
            const std::uint32_t host = syntax_.hostOf(p);
            if (host == Syntax::none || chunks[host].kind != ChunkKind::NounPhrase || host >= p)
                break;
            np = host;
            headToken = chunks[host].head;
            climbed = true;
        }
    if (headToken == Syntax::none && kind == ClaimKind::Count && counted.own.empty())
    // "des assaillants, estimés à plus de 100,": a participle that only brings the number
    {
        const std::uint32_t p = syntax_.prepositionOf(np);
        const std::uint32_t host = p != Syntax::none ? syntax_.hostOf(p) : np > 0 ? np - 1 : Syntax::none;
        if (host != Syntax::none && host < np && chunks[host].participle && lightVerb(host))
            if (const std::uint32_t noun = syntax_.subjectOf(host);
                noun != Syntax::none && syntax_.classOf(chunks[noun].head) == WordClass::Noun) {
                np = noun;
                headToken = chunks[noun].head;
            }
    }
    Claim& claim = begin(kind, figure.phrase, np);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.unit = std::string_view(figure.unit);
    if (kind == ClaimKind::Measure)
        claim.slot.dimension = dimensionOf(figure);
    const bool byToken = headToken != Syntax::none && (climbed || counted.own.empty() || grammar_.bareInfinitives());
    Noun head = byToken ? nounAt(headToken) : counted;
    setHead(claim, head, headToken);
    claim.slot.sized = sized;
    Facts headFacts = grammar_[head.word];
    claim.slot.headRole = lexicon_.value(head.word, Tag::Role);
    Predicate predicate = predicateOf(np);
    if (kind != ClaimKind::Count) {
        // "20 kg of cocaine were seized": what befalls the amount
        if (const std::uint32_t of = np == ownPhrase ? Syntax::none : syntax_.prepositionOf(np);
            of != Syntax::none && chunks[of].prep == Prep::Of && syntax_.hostOf(of) == ownPhrase)
            predicate = predicateOf(ownPhrase);
        ofWhatChanges(figure, np, predicate);
    }
    if (kind == ClaimKind::Count && formerValue(ownPhrase))
        claim.anchor.background = true;

    // "the number at four", "the toll rose to 14", "as high as four": what the number noun stands for.
    bool borrowed = false;
    std::uint32_t numberChunk = Syntax::none; // the noun phrase that only carries the number: "the death toll"
    const std::uint32_t ownPreposition = syntax_.prepositionOf(ownPhrase);
    const bool aside =
        ownPreposition != Syntax::none && besides(ownPreposition) && predicate.reason.because == Because::State;
    if (kind == ClaimKind::Count && !aside) { // "the toll rose to 61, with 20 still missing"
        if (headFacts.kind == Kind::Number && headToken != Syntax::none && headToken < figure.firstToken)
            numberChunk = syntax_.chunkAt(headToken);
        if (numberChunk == Syntax::none && predicate.verbGroup != Syntax::none)
            for (const std::uint32_t c :
                 {syntax_.subjectOf(predicate.verbGroup), syntax_.objectOf(predicate.verbGroup)})
                if (c != Syntax::none && c != np && grammar_[syntax_.nounLemma(chunks[c].head)].kind == Kind::Number)
                    numberChunk = c;
        if (numberChunk == Syntax::none && oneOf(predicate.name, {"rise", "fall"}) &&
            (headToken == Syntax::none || headToken < figure.firstToken))
            for (std::uint32_t c = 0; c < ownPhrase && numberChunk == Syntax::none; ++c) // "the toll of … has risen to"
                if (chunks[c].kind == ChunkKind::NounPhrase && facts(chunks[c].head).kind == Kind::Number &&
                    facts(chunks[c].head).roleEvent != 0)
                    numberChunk = c;
    }
    const bool carriesNumber = numberChunk != Syntax::none;
    const bool ownEvent = headFacts.event != 0 && eventNoun(head.word) && !climbed && headToken != Syntax::none &&
                          headToken > figure.firstToken; // "the toll stands at 14 dead"
    if (carriesNumber && !ownEvent && ofNumberNoun(numberChunk, claim)) {
        if (compared_)
            marksOf(figure, np, claim);
        modifiersOf(figure, np, claim);
        finish(claim);
        lastCount_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
        lastCountSentence_ = sentence_;
        return;
    }
    // A bare numeral in a noun phrase that has its own noun counts that noun; one that stands alone counts only
    // what a verb of its own says.
    if (claim.slot.head.empty() && kind == ClaimKind::Count) {
        const std::uint32_t h = chunks[np].head;
        const bool others =
            h >= figure.endToken && facts(h).mark == Mark::Other &&
            (grammar_.ofPeople(predicate.event) || oneOf(predicate.name, {"release", "abduction", "evacuation"}));
        if (predicate.reason.because == Because::State || others) {
            countPeople(claim.slot); // "with 20 still missing", "14 others were rescued"
        } else if (syntax_.classOf(h) == WordClass::Noun && h >= figure.endToken) {
            head = nounAt(h);
            if (has(h, Tag::Role) && !has(h, Tag::Plural)) { // "30 injured": a state of people, not the verb's form
                const text::WordId word = reading_.tokens[h].word;
                head = {word, lexicon_.form(word), lemmaOf(word, h)};
            }
            setHead(claim, head, h);
            headFacts = grammar_[head.word];
            claim.slot.headRole = lexicon_.value(head.word, Tag::Role); // "three dead"
        } else if (predicate.relation != Relation::Patient || !predicate.classified ||
                   (predicate.verbGroup != Syntax::none && lightVerb(predicate.verbGroup) &&
                    !lexicon_.matchPhrase(reading_, chunks[predicate.verbGroup].head, tagBit(Tag::Event)))) {
            predicate = {};
            if (const std::uint32_t verb = heldBy(ownPhrase); verb != Syntax::none) {
                predicate = ofVerb(verb, chunks[verb].passive && !chunks[verb].participle ? Relation::Patient
                                                                                          : Relation::Agent);
                countPeople(claim.slot);
                headFacts = {};
                if (out_.claims.size() > 1)
                    if (const Claim& before = out_.claims[out_.claims.size() - 2];
                        before.sentence == sentence_ && before.kind == kind && before.slot.event == predicate.name &&
                        before.slot.head == claim.slot.head)
                        claim.reason(Because::StandsFor, before.highlight); // "by police at 5, by organisers at 9"
            }
        }
    }
    const bool bare = claim.slot.head.empty() && predicate.name.empty();
    if (kind == ClaimKind::Count && (carriesNumber || bare) && lastCount_ >= 0 && lastCountSentence_ + 1 >= sentence_ &&
        carriesNumber && !ownEvent) {
        const Claim& before = out_.claims[static_cast<std::size_t>(lastCount_)];
        if (&before != &claim) {
            const Words ownHead = headFacts.kind == Kind::Number ? Words() : claim.slot.head;
            const Words ownNoun = claim.slot.noun;
            const text::WordId ownWord = claim.slot.nounWord;
            const std::string_view ownClass = ownHead.empty() ? std::string_view{} : claim.slot.headClass;
            claim.slot = before.slot;
            if (!ownHead.empty() && (ownClass == before.slot.headClass || before.slot.headClass.empty())) {
                claim.slot.head = ownHead;
                claim.slot.noun = ownNoun;
                claim.slot.nounWord = ownWord;
                claim.slot.headClass = ownClass;
            }
            claim.reason(Because::StandsFor, before.highlight);
            borrowed = true;
        }
    }
    if (!borrowed && elliptic(figure, ownPhrase, claim, predicate)) {
        const Claim& before = out_.claims[out_.claims.size() - 2];
        claim.slot = before.slot;
        claim.reason(Because::StandsFor, before.highlight);
        borrowed = true;
    }
    if (!borrowed) {
        claim.slot.event = predicate.name;
        claim.negatedVerb = predicate.verbGroup != Syntax::none && chunks[predicate.verbGroup].negative &&
                            !has(chunks[predicate.verbGroup].head, Tag::Prep); // "are without power" denies nothing
        claim.slot.classified = predicate.classified;
        claim.slot.relation = predicate.relation;
        claim.slot.preposition = predicate.preposition;
        tellVerb(predicate, claim.slot);
        if (claim.slot.headClass == "body" && claim.slot.event == "release")
            claim.slot.event = "discovery"; // bodies are recovered, not freed
        if (claim.slot.event == "abduction" &&
            (kind != ClaimKind::Count || oneOf(claim.slot.headClass, {"thing", "artifact", "animal", "vehicle"})))
            claim.slot.event = "seizure"; // of weapons, of 20 kg of cocaine
        if (predicate.reason.because != Because::None)
            claim.reason(predicate.reason.because, predicate.reason.words);
        // The counted noun is an event itself ("12 deaths", "three arrests"), or names who takes part in one ("160
        // attackers").
        const Span noun = headToken != Syntax::none ? bytes(headToken, headToken + 1) : figure.phrase;
        if (head.own == "life" && oneOf(predicate.name, {"claim", "take", "price", "cost", "fall", "lose"})) {
            countPeople(claim.slot); // "claimed 230 lives", "40 lives were lost"
            claim.slot.event = "death";
            claim.slot.classified = true;
            claim.slot.relation = Relation::Patient;
            claim.reason(Because::NamesUndergoer, noun);
        } else if (headFacts.event != 0 && eventNoun(head.word) && kind == ClaimKind::Count) {
            claim.slot.event = grammar_.eventName(headFacts.event);
            claim.slot.classified = true;
            claim.slot.relation = Relation::Patient;
            if (grammar_.ofPeople(headFacts.event) && claim.slot.event != "missing" && claim.slot.event != "infection")
                claim.slot.headClass = "person";
            claim.reason(Because::NamesEvent, noun);
        } else if (headFacts.roleEvent != 0) {
            const bool sameEvent = predicate.event == headFacts.roleEvent || claim.slot.event.empty();
            const bool state = predicate.reason.because == Because::State; // "left 17 patients dead"
            // "took 12 hostages", "spoke of 12 hostages": the noun says what happened to them
            const bool light = !state && predicate.verbGroup != Syntax::none &&
                               (lightVerb(predicate.verbGroup) ||
                                (predicate.event == 0 && has(chunks[predicate.verbGroup].head, Tag::Say)));
            if (sameEvent || light) {
                claim.slot.event = grammar_.eventName(headFacts.roleEvent);
                claim.slot.classified = true;
                claim.slot.relation = headFacts.part == Part::Agent ? Relation::Agent : Relation::Patient;
                claim.reason(headFacts.part == Part::Agent ? Because::NamesDoer : Because::NamesUndergoer, noun);
            }
        }
    }
    if (compared_)
        marksOf(figure, np, claim);
    modifiersOf(figure, np, claim);
    finish(claim);
    if (kind == ClaimKind::Count && !claim.slot.event.empty()) {
        lastCount_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
        lastCountSentence_ = sentence_;
    }
}

/// "the death toll", "the number of bodies found": the slot of what the number is of. False: "the number" alone.
bool Assembler::ofNumberNoun(std::uint32_t np, Claim& claim) {
    const auto& chunks = syntax_.chunks();
    std::uint8_t event = 0;
    for (std::uint32_t t = chunks[np].first; t < chunks[np].end && event == 0; ++t)
        event = syntax_.eventOf(t);
    if (event == 0 && facts(chunks[np].head).roleEvent != 0)
        event = facts(chunks[np].head).roleEvent; // "toll", "bilan": of deaths, if nothing else is said
    const bool of = np + 2 < chunks.size() && chunks[np + 1].kind == ChunkKind::Preposition &&
                    chunks[np + 1].prep == Prep::Of && chunks[np + 2].kind == ChunkKind::NounPhrase;
    if (of && (event == 0 || facts(chunks[np].head).roleEvent != 0)) {
        const std::uint32_t inner = np + 2, h = chunks[inner].head;
        const Noun noun = nounAt(h);
        const std::uint8_t role = grammar_[noun.word].roleEvent, own = syntax_.eventOf(h);
        std::uint8_t said = 0;
        if (inner + 1 < chunks.size() && chunks[inner + 1].kind == ChunkKind::VerbGroup &&
            (chunks[inner + 1].participle || !chunks[inner + 1].passive))
            said = syntax_.eventOf(chunks[inner + 1].head); // "the number of bodies found"
        if (said == 0)
            said = own != 0 ? own : role;
        const std::uint8_t usual = facts(chunks[np].head).roleEvent;
        const bool ofWhatHappened =
            role == 0 && (own == 0 || !grammar_.ofPeople(own) || headClass(h, noun.word) != "person");
        if (usual != 0 && (said == 0 || ofWhatHappened) &&
            !oneOf(grammar_.eventName(own), {"death", "injury", "arrest"})) { // "the toll of the flood": of its dead
            claim.slot.event = grammar_.eventName(usual);
            claim.slot.classified = true;
            claim.slot.relation = Relation::Patient;
            countPeople(claim.slot);
            claim.reason(Because::NumberOf, bytes(chunks[np].first, chunks[np].end));
            return true;
        }
        if (said == 0) { // "the number of jobs lost": the verb itself
            if (inner + 1 >= chunks.size() || !chunks[inner + 1].participle)
                return false;
            setHead(claim, noun, h);
            claim.slot.event = lemmaOf(syntax_.verbLemma(chunks[inner + 1].head), chunks[inner + 1].head);
            claim.slot.relation = Relation::Patient;
            claim.reason(Because::NumberOf, bytes(chunks[np].first, chunks[inner + 1].end));
            return true;
        }
        event = said;
        setHead(claim, noun, h);
        if (claim.slot.headClass == "body" && grammar_.eventName(event) == "release")
            event = grammar_.eventNamed("discovery"); // bodies are recovered, not freed
    } else if (event != 0) {
        claim.slot.head = claim.slot.noun = {};
        claim.slot.nounWord = 0;
        claim.slot.headClass = {};
        if (grammar_.ofPeople(event))
            countPeople(claim.slot);
    }
    if (event == 0)
        return false;
    claim.slot.event = grammar_.eventName(event);
    claim.slot.classified = true;
    claim.slot.relation = Relation::Patient;
    claim.reason(Because::NumberOf, bytes(chunks[np].first, chunks[np].end));
    return true;
}

void Assembler::ageClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    if (figure.endToken + 1 < end_ && has(figure.endToken, Tag::Conj) &&
        (reading_.tokens[figure.endToken + 1].is(TokenKind::Number) ||
         syntax().classOf(figure.endToken + 1) == WordClass::Number))
        return; // "aged 12 and 15": whose is which?
    std::string_view subject;
    for (std::uint32_t i = in_.names.first; i < in_.names.end; ++i) {
        const read::Name& name = mentions_.names[i];
        if (name.kind != read::NameKind::Person)
            continue;
        // "Rahman, 36": nothing but a comma between
        const bool before = name.endToken < figure.firstToken && figure.firstToken - name.endToken == 1 &&
                            reading_.tokens[name.endToken].is(TokenKind::Comma);
        // "the 36-year-old Rahman": in the same noun phrase
        const bool after = name.firstToken >= figure.endToken &&
                           syntax().chunkAt(name.firstToken) == syntax().chunkAt(figure.firstToken);
        if (before || (after && subject.empty()))
            subject = mentions_.entities[name.entity].name;
    }
    Claim& claim = begin(ClaimKind::Age, figure.phrase, syntax().chunkAt(figure.firstToken));
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.event = "age";
    claim.slot.classified = true;
    claim.slot.relation = Relation::Copula;
    claim.slot.unit = std::string_view(figure.unit);
    if (!figure.countedLemma.empty()) {
        const Noun noun = nounNamed(figure.countedLemma);
        claim.slot.head = noun.head;
        claim.slot.noun = noun.own;
    }
    claim.slot.headClass = "person";
    claim.subject = subject;
    claim.topic = !subject.empty()          ? inWords(Topic::AgeOf, subject)
                  : claim.slot.noun.empty() ? inWords(Topic::Age)
                                            : inWords(Topic::AgeOfThe, claim.slot.noun);
    finish(claim);
}

} // namespace countercheck::claim
