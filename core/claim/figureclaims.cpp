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

/// Where the noun stands that the figure counts, and in which phrase. False: in none that the parser sees.
bool Assembler::findCounted(Counted& c) {
    const Figure& figure = c.figure;
    const auto& chunks = syntax().chunks();
    c.phrase = c.ownPhrase = syntax_.chunkAt(figure.firstToken);
    if (c.phrase == Syntax::none)
        return false;
    if (!figure.counted.empty() && figure.counted.begin < reading_.tokens[end_ - 1].end) {
        const bool ahead = figure.counted.begin >= reading_.tokens[figure.firstToken].begin;
        for (std::uint32_t t = ahead ? figure.firstToken : first_; t < end_; ++t) {
            if (reading_.tokens[t].begin >= figure.counted.end)
                break;
            if (reading_.tokens[t].begin >= figure.counted.begin && reading_.tokens[t].end <= figure.counted.end)
                c.headToken = t;
        }
    }
    // "12 people were killed and 30 injured", "killed 14 people and injured 30": what happened is told anew, and tells
    // who
    const auto isAnd = [this](std::uint32_t t) { return t > first_ && reading_.of(reading_.tokens[t - 1]) == "and"; };
    const bool nounBefore = c.headToken != Syntax::none && reading_.tokens[c.headToken].end <= figure.phrase.begin;
    std::uint32_t own = figure.firstToken; // the hedge is the figure's: "and wounded about 20"
    while (own > first_ && reading_.tokens[own - 1].begin >= figure.phrase.begin)
        --own;
    if (nounBefore && (isAnd(own) || (own > first_ && isAnd(own - 1)))) {
        c.headToken = Syntax::none;
        c.noun = {};
    }
    c.shared = c.headToken != Syntax::none && c.headToken >= chunks[c.phrase].end && sharesHead(figure);
    if (!c.shared && c.headToken != Syntax::none &&
        (c.headToken < chunks[c.phrase].first || c.headToken >= chunks[c.phrase].end) &&
        syntax_.chunkAt(c.headToken) != Syntax::none &&
        chunks[syntax_.chunkAt(c.headToken)].kind == ChunkKind::NounPhrase)
        c.phrase = syntax_.chunkAt(c.headToken);
    const std::uint32_t link = syntax_.prepositionOf(c.ownPhrase);
    c.sized = link != Syntax::none && chunks[link].prep == Prep::Of && c.headToken != Syntax::none &&
              syntax_.hostOf(link) == c.phrase && chunks[c.phrase].head == c.headToken; // "a population of 24,000"
    if (c.headToken != Syntax::none && nounBefore && !c.sized)
        climb(c);
    else if (c.headToken == Syntax::none && c.kind == ClaimKind::Count && c.noun.own.empty())
        takeBroughtNoun(c);
    return true;
}

/// "12 Somali and 11 Yemeni suspects": does the figure's noun stand behind the next figure?
bool Assembler::sharesHead(const Figure& figure) const {
    const std::uint32_t join = figure.endToken + 1;
    return join < end_ && figure.counted.begin >= reading_.tokens[join].end &&
           (reading_.tokens[join].is(TokenKind::Comma) || oneOf(reading_.of(reading_.tokens[join]), {"and", "or"}));
}

/// "raiders with rifles, estimated to number 200": what is told aside is told of the noun that the phrase hangs on.
void Assembler::climb(Counted& c) const {
    const auto& chunks = syntax_.chunks();
    for (std::uint32_t p = syntax_.prepositionOf(c.phrase); p != Syntax::none && p > 0;
         p = syntax_.prepositionOf(c.phrase)) {
        const std::uint32_t host = syntax_.hostOf(p);
        if (host == Syntax::none || chunks[host].kind != ChunkKind::NounPhrase || host >= p)
            return;
        c.phrase = host;
        c.headToken = chunks[host].head;
        c.climbed = true;
    }
}

/// "des assaillants, estimés à plus de 100,": a participle that only brings the number.
void Assembler::takeBroughtNoun(Counted& c) const {
    const auto& chunks = syntax_.chunks();
    const std::uint32_t p = syntax_.prepositionOf(c.phrase);
    const std::uint32_t host = p != Syntax::none ? syntax_.hostOf(p) : c.phrase > 0 ? c.phrase - 1 : Syntax::none;
    if (host == Syntax::none || host >= c.phrase || !chunks[host].participle || !lightVerb(host))
        return;
    if (const std::uint32_t noun = syntax_.subjectOf(host);
        noun != Syntax::none && syntax_.classOf(chunks[noun].head) == WordClass::Noun) {
        c.phrase = noun;
        c.headToken = chunks[noun].head;
    }
}

/// "the number at four", "the toll rose to 14", "as high as four": the noun phrase that only carries the number; none.
std::uint32_t Assembler::numberPhrase(const Counted& c, const Predicate& predicate) const {
    const auto& chunks = syntax_.chunks();
    const std::uint32_t preposition = syntax_.prepositionOf(c.ownPhrase);
    const bool aside =
        preposition != Syntax::none && besides(preposition) && predicate.reason.because == Because::State;
    if (c.kind != ClaimKind::Count || aside) // "the toll rose to 61, with 20 still missing"
        return Syntax::none;
    std::uint32_t out = Syntax::none;
    if (c.facts.kind == Kind::Number && c.headToken != Syntax::none && c.headToken < c.figure.firstToken)
        out = syntax_.chunkAt(c.headToken);
    if (out == Syntax::none && predicate.verbGroup != Syntax::none)
        for (const std::uint32_t i : {syntax_.subjectOf(predicate.verbGroup), syntax_.objectOf(predicate.verbGroup)})
            if (i != Syntax::none && i != c.phrase && grammar_[syntax_.nounLemma(chunks[i].head)].kind == Kind::Number)
                out = i;
    if (out == Syntax::none && oneOf(predicate.name, {"rise", "fall"}) &&
        (c.headToken == Syntax::none || c.headToken < c.figure.firstToken))
        for (std::uint32_t i = 0; i < c.ownPhrase && out == Syntax::none; ++i) // "the toll of … has risen to"
            if (chunks[i].kind == ChunkKind::NounPhrase && facts(chunks[i].head).kind == Kind::Number &&
                facts(chunks[i].head).roleEvent != 0)
                out = i;
    return out;
}

/// A bare numeral in a noun phrase that has its own noun counts that noun; one that stands alone counts only what a
/// verb of its own says.
void Assembler::countBareNumeral(Counted& c, Claim& claim, Predicate& predicate) {
    const auto& chunks = syntax_.chunks();
    const std::uint32_t h = chunks[c.phrase].head;
    const bool others =
        h >= c.figure.endToken && (facts(h).mark == Mark::Other || facts(h).mark == Mark::More) &&
        (grammar_.ofPeople(predicate.event) || oneOf(predicate.name, {"release", "abduction", "evacuation"}));
    if (predicate.reason.because == Because::State || others) {
        countPeople(claim.slot); // "with 20 still missing", "14 others were rescued", "injured two more"
        return;
    }
    if (syntax_.classOf(h) == WordClass::Noun && h >= c.figure.endToken) {
        c.noun = nounAt(h);
        if (has(h, Tag::Role) && !has(h, Tag::Plural)) { // "30 injured": a state of people, not the verb's form
            const text::WordId word = reading_.tokens[h].word;
            c.noun = {word, lexicon_.form(word), lemmaOf(word, h)};
        }
        setHead(claim, c.noun, h);
        c.facts = grammar_[c.noun.word];
        claim.slot.headRole = lexicon_.value(c.noun.word, Tag::Role); // "three dead"
        return;
    }
    const std::uint32_t told = predicate.verbGroup;
    if (predicate.relation == Relation::Agent && told != Syntax::none && chunks[told].passive &&
        oneOf(predicate.name, {"attendance", "meeting", "protest"})) {
        countPeople(claim.slot); // "was attended by about 200,000"
        return;
    }
    if (predicate.relation == Relation::Patient && predicate.classified &&
        (told == Syntax::none || !lightVerb(told) ||
         lexicon_.matchPhrase(reading_, chunks[told].head, tagBit(Tag::Event)))) {
        if (out_.claims.size() < 2)
            return;
        if (const Claim& before = out_.claims[out_.claims.size() - 2]; // "shot at two wolves, killing one"
            before.sentence == sentence_ && before.kind == c.kind && before.slot.headClass == "animal") {
            claim.slot.head = before.slot.head;
            claim.slot.noun = before.slot.noun;
            claim.slot.nounWord = before.slot.nounWord;
            claim.slot.headClass = before.slot.headClass;
        }
        return;
    }
    predicate = {};
    const std::uint32_t verb = heldBy(c.ownPhrase);
    if (verb == Syntax::none)
        return;
    predicate = ofVerb(verb, chunks[verb].passive && !chunks[verb].participle ? Relation::Patient : Relation::Agent);
    countPeople(claim.slot);
    c.facts = {};
    if (out_.claims.size() < 2)
        return;
    if (const Claim& before = out_.claims[out_.claims.size() - 2];
        before.sentence == sentence_ && before.kind == c.kind && before.slot.event == predicate.name &&
        before.slot.head == claim.slot.head)
        claim.reason(Because::StandsFor, before.highlight); // "by police at 5, by organisers at 9"
}

/// "The number rose to 14", "the organisers 8,000": the figure stands for what an earlier claim counts. False: it does
/// not.
bool Assembler::standsForEarlier(const Counted& c, bool carriesNumber, Claim& claim, const Predicate& predicate) {
    if (c.kind == ClaimKind::Count && carriesNumber && lastCount_ >= 0 && lastCountSentence_ + 1 >= sentence_) {
        const Claim& before = out_.claims[static_cast<std::size_t>(lastCount_)];
        if (&before != &claim) {
            const Words ownHead = c.facts.kind == Kind::Number ? Words() : claim.slot.head;
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
            return true;
        }
    }
    if (!elliptic(c.figure, c.ownPhrase, claim, predicate))
        return false;
    const Claim& before = out_.claims[out_.claims.size() - 2];
    claim.slot = before.slot;
    claim.reason(Because::StandsFor, before.highlight);
    return true;
}

/// What the predicate says of it, unless the counted noun is an event itself ("12 deaths", "three arrests") or names
/// who takes part in one ("160 attackers").
void Assembler::tellEvent(const Counted& c, const Predicate& predicate, Claim& claim) {
    const auto& chunks = syntax_.chunks();
    Slot& slot = claim.slot;
    slot.event = predicate.name;
    claim.negatedVerb = predicate.verbGroup != Syntax::none && chunks[predicate.verbGroup].negative &&
                        !has(chunks[predicate.verbGroup].head, Tag::Prep); // "are without power" denies nothing
    slot.classified = predicate.classified;
    slot.relation = predicate.relation;
    slot.preposition = predicate.preposition;
    tellVerb(predicate, slot);
    if (compared_ && c.kind != ClaimKind::Count && predicate.verbGroup != Syntax::none &&
        (!slot.told.empty() ||
         lexicon_.form(syntax_.verbLemma(chunks[predicate.verbGroup].head)) == std::string_view(slot.event)))
        askWith(predicate.verbGroup, claim);
    if (slot.headClass == "body" && slot.event == "release")
        slot.event = "discovery"; // bodies are recovered, not freed
    if (slot.event == "abduction" &&
        (c.kind != ClaimKind::Count || oneOf(slot.headClass, {"thing", "artifact", "animal", "vehicle"})))
        slot.event = "seizure"; // of weapons, of 20 kg of cocaine
    if (predicate.reason.because != Because::None)
        claim.reason(predicate.reason.because, predicate.reason.words);
    const Span noun = c.headToken != Syntax::none ? bytes(c.headToken, c.headToken + 1) : c.figure.phrase;
    if (c.noun.own == "life" && oneOf(predicate.name, {"claim", "take", "price", "cost", "fall", "lose"})) {
        countPeople(slot); // "claimed 230 lives", "40 lives were lost"
        slot.event = "death";
        slot.classified = true;
        slot.relation = Relation::Patient;
        claim.reason(Because::NamesUndergoer, noun);
    } else if (const bool told = grammar_.eventName(c.facts.event) == "casualty" &&
                                 slot.relation == Relation::Patient &&
                                 oneOf(predicate.name, {"death", "injury"}); // "two victims died"
               c.facts.event != 0 && eventNoun(c.noun.word) && c.kind == ClaimKind::Count && !told) {
        slot.event = grammar_.eventName(c.facts.event);
        slot.classified = true;
        slot.relation = Relation::Patient;
        if (grammar_.ofPeople(c.facts.event) && slot.event != "missing" && slot.event != "infection")
            slot.headClass = "person";
        claim.reason(Because::NamesEvent, noun);
    } else if (c.facts.roleEvent != 0) {
        const bool sameEvent = predicate.event == c.facts.roleEvent || slot.event.empty();
        const bool state = predicate.reason.because == Because::State; // "left 17 patients dead"
        // "took 12 hostages", "spoke of 12 hostages": the noun says what happened to them
        const bool light = !state && predicate.verbGroup != Syntax::none &&
                           (lightVerb(predicate.verbGroup) ||
                            (predicate.event == 0 && has(chunks[predicate.verbGroup].head, Tag::Say)));
        if (sameEvent || light) {
            slot.event = grammar_.eventName(c.facts.roleEvent);
            slot.classified = true;
            slot.relation = c.facts.part == Part::Agent ? Relation::Agent : Relation::Patient;
            claim.reason(c.facts.part == Part::Agent ? Because::NamesDoer : Because::NamesUndergoer, noun);
        }
    }
}

/// "Police counted 3,000. The unions said there were 9,000": a source gives another number for what the sentence before
/// counts. What follows the number, or what it is said of, would tell of something else.
bool Assembler::countsAgain(const Counted& c, const Claim& claim) const {
    if (c.kind != ClaimKind::Count || !claim.slot.head.empty() || c.headToken != Syntax::none || lastCount_ < 0 ||
        lastCountSentence_ + 1 != sentence_ || c.figure.endToken >= end_)
        return false;
    if (const text::Token& next = reading_.tokens[c.figure.endToken];
        next.is(TokenKind::Word) || next.is(TokenKind::Number) || next.is(TokenKind::Alnum) ||
        (next.is(TokenKind::Hyphen) && next.begin == reading_.tokens[c.figure.endToken - 1].end))
        return false;                      // "9,000 in Orle"; but "9,000 -- the most since 1950"
    std::uint32_t t = c.figure.firstToken; // the hedge is the figure's: "more than 50,000"
    while (t > first_ && reading_.tokens[t - 1].begin >= c.figure.phrase.begin)
        --t;
    if (t < first_ + 2)
        return false;
    const std::string_view before = reading_.of(reading_.tokens[t - 1]), link = reading_.of(reading_.tokens[t - 2]);
    const bool there = link == "there" && oneOf(before, {"were", "was", "are"});
    const bool spoke =
        oneOf(before, {"of", "de"}) && (has(t - 2, Tag::Say) || oneOf(link, {"spoke", "speak", "parlent", "parle"}));
    const bool counts = oneOf(before, {"counted", "estimated", "compt\xC3\xA9", "d\xC3\xA9nombr\xC3\xA9",
                                       "recens\xC3\xA9", "comptent", "compte"});
    if (!there && !spoke && !counts)
        return false;
    const Claim& earlier = out_.claims[static_cast<std::size_t>(lastCount_)];
    if (earlier.kind != ClaimKind::Count || earlier.figure < 0 || &earlier == &claim)
        return false;
    const auto &one = c.figure.set.headline,
               &other = mentions_.figures[static_cast<std::size_t>(earlier.figure)].set.headline;
    static constexpr read::Decimal few(20), ten(10);
    return one && other && !(*one < few) && !(*other < few) && !(*one->times(ten) < *other) &&
           !(*other->times(ten) < *one);
}

/// Makes the claim one about what an earlier one counts.
void Assembler::standFor(std::size_t earlier, Claim& claim) {
    const Claim& before = out_.claims[earlier];
    claim.slot = before.slot;
    claim.reason(Because::StandsFor, before.highlight);
}

/// "Two counts of murder": the noun phrase of the crime with which somebody is charged so often; none. "Two counts of
/// the votes" are no charges.
std::uint32_t Assembler::crimeCounted(const Figure& figure) {
    if (figure.countedLemma != "count")
        return Syntax::none;
    std::uint32_t t = figure.endToken;
    while (t < end_ && reading_.tokens[t].begin < figure.counted.end)
        ++t;
    if (t + 1 >= end_ || facts(t).prep != Prep::Of || has(t + 1, Tag::Det) || has(t + 1, Tag::Poss))
        return Syntax::none;
    const std::uint32_t np = syntax().chunkAt(t + 1);
    return np != Syntax::none && syntax_.chunks()[np].kind == ChunkKind::NounPhrase ? np : Syntax::none;
}

/// Of what the charges are: "murder", "attempted murder".
void Assembler::tellCrime(std::uint32_t np, Claim& claim) {
    const Chunk& crime = syntax().chunks()[np];
    Words own = lemmaOf(syntax_.nounLemma(crime.head), crime.head);
    if (crime.first != crime.head && reading_.of(reading_.tokens[crime.first]) == "attempted")
        own = out_.words.keep("attempted ", own);
    claim.slot.modifiers = own;
}

void Assembler::figureClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    const Noun named = figure.countedLemma.empty() ? Noun{} : nounNamed(figure.countedLemma);
    Counted c{figure, claimKind(figure.kind), named};
    const bool way = c.kind == ClaimKind::Count && lexicon_.value(named.word, Tag::Class) == "way";
    const std::uint32_t crime = way ? crimeCounted(figure) : Syntax::none;
    if (way && crime == Syntax::none)
        return; // "three times", "two parts": counts of nothing that reports would differ about
    if (!findCounted(c))
        return;
    const auto& chunks = syntax_.chunks();
    Claim& claim = begin(c.kind, figure.phrase, c.phrase);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.unit = std::string_view(figure.unit);
    if (c.kind == ClaimKind::Measure)
        claim.slot.dimension = dimensionOf(figure);
    if (c.headToken != Syntax::none && (c.climbed || c.noun.own.empty() || grammar_.bareInfinitives()))
        c.noun = nounAt(c.headToken);
    if (crime != Syntax::none)
        c.noun = nounNamed("charge");
    setHead(claim, c.noun, c.headToken);
    claim.slot.sized = c.sized;
    c.facts = grammar_[c.noun.word];
    claim.slot.headRole = lexicon_.value(c.noun.word, Tag::Role);
    Predicate predicate = predicateOf(c.phrase);
    if (c.kind != ClaimKind::Count) {
        // "20 kg of cocaine were seized": what befalls the amount
        if (const std::uint32_t of = c.phrase == c.ownPhrase ? Syntax::none : syntax_.prepositionOf(c.phrase);
            of != Syntax::none && chunks[of].prep == Prep::Of && syntax_.hostOf(of) == c.ownPhrase)
            predicate = predicateOf(c.ownPhrase);
        ofWhatChanges(figure, c.phrase, predicate);
        if (c.kind == ClaimKind::Money)
            ofItsOwnNoun(c, predicate);
    } else if (formerValue(c.ownPhrase)) {
        claim.anchor.background = true;
    }
    const std::uint32_t number = numberPhrase(c, predicate);
    const bool ownEvent = c.facts.event != 0 && eventNoun(c.noun.word) && !c.climbed && c.headToken != Syntax::none &&
                          c.headToken > figure.firstToken; // "the toll stands at 14 dead"
    const bool carriesNumber = number != Syntax::none && !ownEvent;
    const bool ofNumber = carriesNumber && ofNumberNoun(number, claim);
    const bool again = !ofNumber && countsAgain(c, claim);
    if (again)
        standFor(static_cast<std::size_t>(lastCount_), claim);
    if (!ofNumber && !again) {
        if (claim.slot.head.empty() && c.kind == ClaimKind::Count)
            countBareNumeral(c, claim, predicate);
        if (!standsForEarlier(c, carriesNumber, claim, predicate))
            tellEvent(c, predicate, claim);
    }
    if (compared_)
        marksOf(figure, c.phrase, claim);
    if (c.shared && claim.slot.headClass == "person" && chunks[c.phrase + 1].kind == ChunkKind::Conjunction)
        claim.marks.listed = true; // the other member of the sum counts the same noun
    modifiersOf(figure, c.phrase, claim);
    if (crime != Syntax::none)
        tellCrime(crime, claim);
    finish(claim);
    if (ofNumber || (c.kind == ClaimKind::Count && !claim.slot.event.empty())) {
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

/// The person whose age it is: "Rahman, 36", "Rahman, who is now 36", "Rahman (36)", "the 36-year-old Rahman"; none.
std::string_view Assembler::whoseAge(const Figure& age) {
    constexpr std::uint64_t between = tagBit(Tag::Aux) | tagBit(Tag::Wh) | tagBit(Tag::Det) | tagBit(Tag::Adverb) |
                                      tagBit(Tag::AgeWord) | tagBit(Tag::TimeRef);
    constexpr std::uint32_t far = 6;
    std::uint32_t first = age.firstToken;
    while (first > first_ && reading_.tokens[first - 1].begin >= age.phrase.begin)
        --first;
    const auto placedBy = [&](std::uint32_t t) {
        const Prep prep = facts(t).prep;
        return prep == Prep::In || prep == Prep::At || prep == Prep::Near || prep == Prep::From;
    };
    bool noun = false;
    for (std::uint32_t t = first; t > first_ && first - t < far; --t) {
        const text::Token& before = reading_.tokens[t - 1];
        if (t < first)
            for (std::uint32_t i = in_.names.first; i < in_.names.end; ++i)
                if (const read::Name& name = mentions_.names[i];
                    name.endToken == t && name.kind == read::NameKind::Person &&
                    !(name.firstToken > first_ && placedBy(name.firstToken - 1))) // "the fire in Tarn, who is 43"
                    return mentions_.entities[name.entity].name;
        if (before.is(TokenKind::Comma) || (before.is(TokenKind::OpenBracket) && !noun))
            continue;
        if (!before.is(TokenKind::Word) || has(t - 1, Tag::Neg))
            break;
        if (!noun && syntax().classOf(t - 1) == WordClass::Noun &&
            headClass(t - 1, syntax_.nounLemma(t - 1)) == "person")
            noun = true; // "Rahman, a boxer aged 36"
        else if (noun ? !has(t - 1, Tag::Det)
                      : !lexicon_.hasAny(before.word, between) && facts(t - 1).prep != Prep::Of &&
                            facts(t - 1).prep != Prep::By)
            break;
    }
    const std::uint32_t phrase = syntax().chunkAt(age.firstToken);
    for (std::uint32_t i = in_.names.first; i < in_.names.end; ++i)
        if (const read::Name& name = mentions_.names[i]; name.kind == read::NameKind::Person &&
                                                         name.firstToken >= age.endToken &&
                                                         syntax_.chunkAt(name.firstToken) == phrase)
            return mentions_.entities[name.entity].name;
    // "Rahman died at the age of 36"
    const bool bare = phrase != Syntax::none && age.countedLemma.empty(); // not "killed a 12-year-old girl"
    const std::uint32_t verb = bare ? syntax_.verbOfClause(phrase) : Syntax::none;
    if (verb == Syntax::none || grammar_.eventName(syntax_.eventOf(syntax_.chunks()[verb].head)) != "death")
        return {};
    const std::uint32_t subject = syntax_.subjectOf(verb);
    for (std::uint32_t i = in_.names.first; i < in_.names.end && subject != Syntax::none; ++i)
        if (const read::Name& name = mentions_.names[i];
            name.kind == read::NameKind::Person && syntax_.chunkAt(name.firstToken) == subject)
            return mentions_.entities[name.entity].name;
    return {};
}

void Assembler::ageClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    // "Aged 12 and 15": whose is which?
    const bool several = figure.endToken + 1 < end_ && has(figure.endToken, Tag::Conj) &&
                         (reading_.tokens[figure.endToken + 1].is(TokenKind::Number) ||
                          syntax().classOf(figure.endToken + 1) == WordClass::Number);
    const std::string_view subject = several ? std::string_view() : whoseAge(figure);
    Claim& claim = begin(ClaimKind::Age, figure.phrase, syntax().chunkAt(figure.firstToken));
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.event = "age";
    claim.slot.classified = true;
    claim.slot.relation = Relation::Copula;
    claim.slot.unit = std::string_view(figure.unit);
    if (!figure.countedLemma.empty() && !several) {
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
