// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure is of, where verb and noun tell it together: "29 dead inmates", "recovered 11 pistols", "were moved out
// of their homes".
#include "core/compare/digest/digester.h"

#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/words/wordlists.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <unordered_map>

extern "C" const char countercheck_together_begin[], countercheck_together_end[];

namespace countercheck::compare {

using claim::oneOf;
using text::Cells;
using text::forEachRow;
using text::forEachWord;
using text::Tag;
using text::TokenKind;
using SlotRelation = claim::Relation;

namespace {

struct Told {
    std::string_view event, words;
    bool counted = false; ///< the words are for what is counted
};

/// By verb, what it tells with which words behind it.
const std::unordered_map<std::string_view, std::vector<Told>>& toldWith() {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::vector<Told>> out;
        forEachRow(countercheck_together_begin, countercheck_together_end, [&](const Cells& cells) {
            forEachWord(cells[1], [&](std::string_view verb) {
                out[verb].push_back({cells[0], cells[2], cells[3] == "of"});
            });
        });
        return out;
    }();
    return table;
}

} // namespace

/// What the noun phrase itself tells: "ended 52 lives", "300 crew members".
void Digester::settle(claim::Slot& slot) const {
    if (listed(Family::Life, slot.head) && slot.event != "rescue" && slot.event != "release" &&
        slot.event != "survive") {
        befell(slot, "death");
        slot.head = "person";
        slot.headClass = "person";
        return;
    }
    // A title's "Béthencourt: four dead", "12 deaths": the noun is the event.
    if (slot.event.empty() && !slot.head.empty()) {
        const text::Lexicon& english = text::Lexicon::of(text::Language::English);
        if (const std::string_view event = english.value(english.find(slot.head), Tag::Event);
            oneOf(event, {"death", "injury", "arrest"}))
            befell(slot, event);
    }
    // "The number of deaths rose to eight"
    if (listed(Family::Direction, slot.event) && slot.headClass != "person") {
        const text::Lexicon& english = text::Lexicon::of(text::Language::English);
        if (const std::string_view event = english.value(english.find(slot.head), Tag::Event);
            oneOf(event, {"death", "injury", "arrest"}))
            befell(slot, event);
    }
    if (listed(Family::Direction, slot.event) && slot.preposition == "by" &&
        slot.relation == SlotRelation::Adjunct) { // "grew by 2 percent", "grew 2 percent"
        slot.relation = SlotRelation::Patient;
        slot.preposition = {};
    }
    // "The damage is to four cables", "damage to 12 houses"
    if (oneOf(slot.event, {"damage", "injury"}) && oneOf(std::string_view(slot.preposition), {"to", "à"}) &&
        slot.relation != SlotRelation::Agent) {
        slot.relation = SlotRelation::Patient;
        slot.preposition = {};
    }
    // "Sixty firefighters were fighting the flames", "800 soldiers retook the prison": they are there, whatever the
    // words for it.
    const bool soldiers = slot.headRole == "deployment:agent" && !slot.classified &&
                          slot.relation == SlotRelation::Agent && !listed(Family::Light, slot.event);
    if ((slot.headRole == "fire:agent" || soldiers) && !slot.event.empty() && !listed(Family::Fate, slot.event) &&
        !oneOf(slot.event, {"employ", "hire", "layoff", "arrest"})) {
        befell(slot, "deployment");
    }
    // "The hospital has received 48 injured": the noun tells what befell them.
    if (oneOf(slot.headRole, {"injury:patient", "death:patient"}) &&
        oneOf(slot.event, {"receive", "treat", "admit", "accueillir", "soigner"})) {
        befell(slot, slot.headRole == "injury:patient" ? "injury" : "death");
    }
    // "29 morts et 140 blessés" behind a toll: each noun tells its own.
    if (slot.headRole == "injury:patient" && oneOf(slot.event, {"death", "casualty"}))
        befell(slot, "injury");
    // "300 crew members": of what they are members is what is counted.
    if (slot.head == "member" && oneOf(slot.modifiers, {"crew", "équipage"})) {
        slot.head = "crew";
        slot.modifiers = {};
    }
    if (slot.unit == "{magnitude}") { // it is the quake's, whatever the quake does in the sentence
        slot.event = "quake";
        slot.classified = true;
        slot.relation = SlotRelation::Copula;
        slot.preposition = {};
        return;
    }
    if (together(Family::Thing, slot.head, "spectator") &&
        !listed(Family::Fate, slot.event)) { // they see, fill or cheer; what is told is that they came
        slot.event = "attendance";
        slot.classified = true;
        slot.relation = SlotRelation::Patient;
        return;
    }
    if (oneOf(slot.event, {"have", "employ", "count", "compter", "number"}) &&
        together(Family::Thing, slot.head, "employee")) {
        slot.event = "employ";
        slot.relation = SlotRelation::Patient;
        return;
    }
    if (slot.headClass == "person" &&
        (slot.event == "carry" || slot.event == "transport" || slot.event == "transporter")) {
        befell(slot, "aboard");
        return;
    }
    settleThings(slot);
    // "Three shells landed", "three shells exploded"
    if (const auto known = toldWith().find(slot.event); known != toldWith().end())
        for (const Told& told : known->second) {
            bool here = false;
            if (told.counted)
                forEachWord(told.words, [&](std::string_view w) { here |= w == slot.head; });
            if (here)
                return befell(slot, told.event);
        }
    // "Leaving 22 inmates dead": that they are dead, whatever their name tells of them.
    forEachWord(slot.modifiers, [&](std::string_view word) {
        const bool told = slot.classified && !listed(Family::Light, slot.event) && slot.event != "arrest";
        if (!told && lexicon_.value(lexicon_.find(word), Tag::Role) == "death:patient")
            befell(slot, "death");
    });
    // "Holds 4,300 inmates", "built for 3,100 inmates": those who are held there, and those for whom there is room.
    if (slot.event == "arrest" && (together(Family::Thing, slot.head, "inmate") || slot.head == "detainee")) {
        const bool room = oneOf(std::string_view(slot.preposition), {"for", "pour"});
        befell(slot, room ? "capacity" : "custody");
    }
}

/// What befalls things and people has other names, where one verb may tell of both.
void Digester::settleThings(claim::Slot& slot) const {
    const bool thing = slot.headClass == "artifact" || slot.headClass == "thing";
    if (thing && slot.event == "release") { // "recovered 11 pistols"
        befell(slot, "seizure");
        return;
    }
    // "Captured 23 pirates": those who did something are arrested.
    if (slot.event == "abduction" && slot.relation == SlotRelation::Patient && gate::culprits(slot)) {
        befell(slot, "arrest");
        return;
    }
    // "900 jobs may go", "500 jobs will be lost"
    if (oneOf(slot.head, {"job", "post", "position", "poste"}) && together(Family::Deed, slot.event, "layoff") &&
        slot.event != "work") {
        befell(slot, "layoff");
        return;
    }
    // "Left with 350 passengers", "its 21 crew were", "sailed with a crew of 25"
    const bool passengers = slot.head == "passenger" && slot.relation == SlotRelation::Adjunct &&
                            oneOf(std::string_view(slot.preposition), {"with", "avec"});
    const bool crew = together(Family::Thing, slot.head, "crew") &&
                      oneOf(slot.event, {"be", "have", "number", "run", "man", "sail", "leave", "être", "avoir"});
    if (!slot.classified && (passengers || crew))
        befell(slot, "aboard");
}

/// "Some 4,500 people spent the night in evacuation centres", "held 17 people hostage": what the verb tells with a word
/// behind the figure.
void Digester::tellTogether(const claim::Claim& claim, Fact& fact) const {
    const bool people = fact.slot.headClass == "person" || fact.slot.head.empty() || fact.slot.head == "others";
    if (claim.figure < 0 || fact.kind != claim::ClaimKind::Count || fact.slot.classified || !people ||
        (fact.slot.relation != SlotRelation::Agent && fact.slot.relation != SlotRelation::Patient))
        return;
    const auto known = toldWith().find(fact.slot.event);
    if (known == toldWith().end())
        return;
    constexpr std::uint32_t far = 10;
    const auto& tokens = in_.reading.tokens;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    const std::uint32_t first = tokenFrom(claim.highlight.end);
    for (std::uint32_t t = first; t < std::min(first + far, s.endToken); ++t) {
        if (tokens[t].is(TokenKind::Comma) || tokens[t].is(TokenKind::Number))
            return;
        const std::string_view word = text::lowered(in_.reading.of(tokens[t]), buffer_);
        for (const Told& told : known->second) {
            bool here = false;
            if (!told.counted)
                forEachWord(told.words, [&](std::string_view w) { here |= w == word; });
            // "Four men held 17 people hostage": those who did it are none of those.
            const bool doer = fact.slot.relation == SlotRelation::Agent && told.event != "evacuation";
            if (here && !doer)
                return befell(fact.slot, told.event);
        }
    }
}

/// "Twenty-three children have now died": the verb group's own verb, where an adverb parts it from its auxiliary.
void Digester::tellVerb(const claim::Claim& claim, Fact& fact) const {
    if (claim.figure < 0 || fact.kind != claim::ClaimKind::Count ||
        !oneOf(fact.slot.event, {"have", "be", "avoir", "être"}))
        return;
    constexpr std::uint32_t far = 4;
    const auto& tokens = in_.reading.tokens;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    std::uint32_t t = tokenFrom(claim.highlight.end);
    bool auxiliary = false;
    for (const std::uint32_t end = std::min(t + far, s.endToken); t < end; ++t) {
        const text::WordId word = tokens[t].word;
        if (lexicon_.has(word, Tag::Aux)) {
            auxiliary = true;
            continue;
        }
        if (lexicon_.has(word, Tag::Adverb) && auxiliary)
            continue;
        const std::string_view event = lexicon_.value(word, Tag::Event);
        if (auxiliary && !event.empty() && lexicon_.has(word, Tag::VerbPart))
            befell(fact.slot, event);
        return;
    }
}

/// Concept of the noun for whoever is so old: "a watchman, 58", "a girl of six", "the 52-year-old driver"; 0: none.
std::uint32_t Digester::bearerOf(const claim::Claim& claim, const Fact& fact) const {
    const auto& tokens = in_.reading.tokens;
    const std::uint32_t opening = in_.reading.sentences[claim.sentence].firstToken;
    std::uint32_t t = tokenFrom(claim.highlight.begin);
    while (t > opening && lexicon_.has(tokens[t - 1].word, Tag::Det))
        --t;
    if (t > opening + 1 && (tokens[t - 1].is(text::TokenKind::Comma) || in_.reading.of(tokens[t - 1]) == "of"))
        if (const std::string_view word = in_.reading.of(tokens[t - 2]); word[0] >= 'a' && word[0] <= 'z')
            return concepts_.spokenAt(claim.sentence, t - 2);
    return fact.slot.head.empty() ? 0 : Concepts::named(fact.slot.head);
}

/// "The 59-year-old embezzled …", "He was 78": whom the sentence before names, where it names but one.
void Digester::tellAge(const claim::Claim& claim, Fact& fact) const {
    if (fact.kind != claim::ClaimKind::Age || !fact.subject.empty())
        return;
    fact.thing = bearerOf(claim, fact);
    if (!fact.slot.head.empty() || claim.sentence == 0)
        return;
    const auto& tokens = in_.reading.tokens;
    const std::uint32_t opening = in_.reading.sentences[claim.sentence].firstToken;
    const std::string_view first = in_.reading.of(tokens[opening]);
    if (tokenFrom(claim.highlight.begin) > opening + (first == "The" ? 1 : 2) ||
        !claim::oneOf(first, {"The", "He", "She"}))
        return;
    if (const std::uint32_t entity = toldOfBefore(claim.sentence); entity != nowhere)
        fact.subject = in_.mentions.entities[entity].name;
}

/// The person of whom the sentences before tell: the only one that is named and says nothing; none where there are
/// more.
std::uint32_t Digester::toldOfBefore(std::uint32_t sentence) const {
    constexpr std::uint32_t far = 3;
    for (std::uint32_t s = sentence; s-- > 0 && sentence - s <= far;) {
        std::uint32_t entity = nowhere;
        for (const read::Name& name : read::inSentence(in_.mentions.names, s)) {
            const bool source =
                std::ranges::any_of(read::inSentence(in_.mentions.attributions, s),
                                    [&](const read::Attribution& told) { return told.sourceSpan.overlaps(name.span); });
            if (name.kind != read::NameKind::Person || source)
                continue;
            if (entity != nowhere && entity != name.entity)
                return nowhere;
            entity = name.entity;
        }
        const std::string_view first = in_.reading.of(in_.reading.tokens[in_.reading.sentences[s].firstToken]);
        if (entity != nowhere || claim::oneOf(first, {"A", "An", "Another"})) // somebody else comes in
            return entity;
    }
    return nowhere;
}

/// "Would cost 700 million euros and save 450 million": a figure in millions that counts nothing is of the one currency
/// that its sentence, or its report, gives.
void Digester::sameCurrency() {
    auto& facts = out_.facts;
    std::string_view currency;
    for (const Fact& f : facts) {
        if (f.kind != claim::ClaimKind::Money)
            continue;
        if (!currency.empty() && currency != f.slot.unit)
            return;
        currency = f.slot.unit;
    }
    if (currency.empty())
        return;
    const auto millions = [&](const Fact& f) {
        const std::string_view words = f.said.words.of(out_.text);
        return words.ends_with("illion") || words.ends_with("illions") || words.ends_with("illiard") ||
               words.ends_with("illiards");
    };
    constexpr std::uint32_t close = 1;
    for (Fact& f : facts) {
        if (f.kind != claim::ClaimKind::Count || !f.slot.head.empty() || !millions(f))
            continue;
        const bool beside = std::ranges::any_of(facts, [&](const Fact& g) {
            return g.kind == claim::ClaimKind::Money && g.sentence <= f.sentence && f.sentence - g.sentence <= close;
        });
        if (!beside)
            continue;
        f.kind = claim::ClaimKind::Money;
        f.slot.unit = currency;
        f.said.unit = std::string(currency);
        if (f.measures = measuresOf(f.near); f.measures.empty())
            f.measures = measuresOf(f.content);
        f.keys.clear();
        keysOf(f);
    }
}

/// "Nine bodies were found": in a report that counts no dead otherwise they are its toll.
void Digester::bodies() {
    auto& facts = out_.facts;
    const bool counted = std::any_of(facts.begin(), facts.end(), [](const Fact& f) {
        return f.kind == claim::ClaimKind::Count && f.slot.event == "death" && !f.anchor.period;
    });
    if (counted)
        return;
    for (Fact& f : facts) {
        if (f.kind != claim::ClaimKind::Count || f.slot.head != "body" ||
            !oneOf(f.slot.event, {"discovery", "release", "rescue", "seizure", "pull", "recover", "repêcher", "bring",
                                  "retrieve", "count", "lay", "lie", "sortir", "remonter"}) ||
            f.marks.more || f.marks.other || f.anchor.background || f.anchor.period)
            continue;
        befell(f.slot, "death");
        f.slot.head = "person";
        f.slot.headClass = "person";
        f.bodiesFound = true;
        f.keys.clear();
        keysOf(f);
    }
}

} // namespace countercheck::compare
