// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"

#include <algorithm>

namespace countercheck::claim {

using read::Figure;
using read::FigureKind;
using text::Tag;
using text::TokenKind;

void Assembler::figureClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    const auto& chunks = syntax_.chunks();
    std::uint32_t np = syntax_.chunkAt(figure.firstToken);
    std::uint32_t headToken = Syntax::none;
    if (!figure.counted.empty())
        for (std::uint32_t t = reading_.sentences[sentence_].firstToken; t < reading_.sentences[sentence_].endToken;
             ++t)
            if (reading_.tokens[t].begin >= figure.counted.begin && reading_.tokens[t].end <= figure.counted.end)
                headToken = t;
    if (np == Syntax::none)
        return;
    if (headToken != Syntax::none && (headToken < chunks[np].first || headToken >= chunks[np].end) &&
        syntax_.chunkAt(headToken) != Syntax::none && chunks[syntax_.chunkAt(headToken)].kind == ChunkKind::NounPhrase)
        np = syntax_.chunkAt(headToken);
    bool climbed = false;
    if (headToken != Syntax::none && reading_.tokens[headToken].end <= figure.phrase.begin)
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

    const ClaimKind kind = figure.kind == FigureKind::Money     ? ClaimKind::Money
                           : figure.kind == FigureKind::Measure ? ClaimKind::Measure
                           : figure.kind == FigureKind::Percentage || figure.kind == FigureKind::Fraction
                               ? ClaimKind::Percentage
                               : ClaimKind::Count;
    if (kind == ClaimKind::Count &&
        oneOf(figure.countedLemma, {"count", "degree", "time", "point", "part", "kind", "type", "way", "sort"}))
        return; // "two counts of murder", "three times": counts of nothing that reports would differ about
    Claim& claim = begin(kind, figure.phrase, np);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.unit = figure.unit;
    std::string lemma = climbed ? syntax_.nounLemma(headToken) : figure.countedLemma;
    if (lemma.empty() && headToken != Syntax::none)
        lemma = syntax_.nounLemma(headToken);
    claim.slot.head = lemma == "people" ? "person" : lemma;
    claim.slot.headClass = headClass(headToken, claim.slot.head);
    text::WordId headWord = lexicon_.find(claim.slot.head);
    claim.slot.headRole = lexicon_.value(headWord, Tag::Role);
    Predicate predicate = predicateOf(np);

    // "the number at four", "the toll rose to 14", "as high as four": what the number noun stands for.
    bool borrowed = false;
    std::uint32_t numberChunk = Syntax::none; // the noun phrase that only carries the number: "the death toll"
    if (kind == ClaimKind::Count) {
        if (numberNoun(claim.slot.head) && headToken != Syntax::none && headToken < figure.firstToken)
            numberChunk = syntax_.chunkAt(headToken);
        if (numberChunk == Syntax::none && predicate.verbGroup != Syntax::none)
            for (const std::uint32_t c :
                 {syntax_.subjectOf(predicate.verbGroup), syntax_.objectOf(predicate.verbGroup)})
                if (c != Syntax::none && c != np && numberNoun(syntax_.nounLemma(chunks[c].head)))
                    numberChunk = c;
    }
    const bool carriesNumber = numberChunk != Syntax::none;
    if (carriesNumber && ofNumberNoun(numberChunk, claim)) {
        marksOf(figure, np, claim);
        finish(claim);
        lastCount_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
        lastCountSentence_ = sentence_;
        return;
    }
    // A bare numeral in a noun phrase that has its own noun counts that noun; one that stands alone counts only
    // what a verb of its own says.
    if (claim.slot.head.empty() && kind == ClaimKind::Count) {
        const std::uint32_t h = chunks[np].head;
        if (syntax_.classOf(h) == WordClass::Noun && h >= figure.endToken) {
            claim.slot.head = syntax_.nounLemma(h);
            claim.slot.headClass = headClass(h, claim.slot.head);
            headWord = lexicon_.find(claim.slot.head);
            if (lexicon_.has(reading_.tokens[h].word, Tag::Role) &&
                !lexicon_.has(reading_.tokens[h].word, Tag::Plural)) {
                headWord = reading_.tokens[h].word; // "30 injured": a state of people, not the verb's form
                claim.slot.head = lexicon_.form(headWord);
                claim.slot.headClass = headClass(h, claim.slot.head);
            }
            claim.slot.headRole = lexicon_.value(headWord, Tag::Role); // "three dead"
        } else if (predicate.relation != Relation::Patient || !predicate.classified ||
                   (predicate.verbGroup != Syntax::none && lightVerb(predicate.verbGroup))) {
            predicate = {};
        }
    }
    const bool bare = claim.slot.head.empty() && predicate.event.empty();
    if (kind == ClaimKind::Count && (carriesNumber || bare) && lastCount_ >= 0 && lastCountSentence_ + 1 >= sentence_) {
        const Claim& before = out_.claims[static_cast<std::size_t>(lastCount_)];
        if (carriesNumber && &before != &claim) {
            const std::string ownHead = numberNoun(claim.slot.head) ? std::string{} : claim.slot.head;
            const std::string_view ownClass = ownHead.empty() ? std::string_view{} : claim.slot.headClass;
            claim.slot = before.slot;
            if (!ownHead.empty() && (ownClass == before.slot.headClass || before.slot.headClass.empty())) {
                claim.slot.head = ownHead;
                claim.slot.headClass = ownClass;
            }
            claim.because.push_back("“the number” stands for what “" + std::string(reading_.of(before.highlight)) +
                                    "” counts");
            borrowed = true;
        }
    }
    if (!borrowed) {
        claim.slot.event = predicate.event;
        claim.negatedVerb = predicate.verbGroup != Syntax::none && chunks[predicate.verbGroup].negative;
        claim.slot.classified = predicate.classified;
        claim.slot.relation = predicate.relation;
        claim.slot.preposition = predicate.preposition;
        if (!predicate.because.empty())
            claim.because.push_back(predicate.because);
        // The counted noun is an event itself ("12 deaths", "three arrests"), or names who takes part in one ("160
        // attackers").
        const std::string_view own =
            lexicon_.has(headWord, Tag::Noun) ? lexicon_.value(headWord, Tag::Event) : std::string_view{};
        const std::string_view role = claim.slot.headRole;
        if (!own.empty() && kind == ClaimKind::Count) {
            claim.slot.event = own;
            claim.slot.classified = true;
            claim.slot.relation = Relation::Patient;
            if (oneOf(own, {"death", "injury", "arrest", "abduction"}))
                claim.slot.headClass = "person";
            claim.because.push_back("“" + claim.slot.head + "” names the event");
        } else if (!role.empty()) {
            const std::string_view event = role.substr(0, role.find(':'));
            const bool agent = role.ends_with(":agent");
            const bool sameEvent = claim.slot.event == event || claim.slot.event.empty();
            const bool light = predicate.verbGroup != Syntax::none && lightVerb(predicate.verbGroup);
            if (sameEvent || light) {
                claim.slot.event = event;
                claim.slot.classified = true;
                claim.slot.relation = agent ? Relation::Agent : Relation::Patient;
                claim.because.push_back("“" + claim.slot.head + "” names who " + (agent ? "did" : "suffered") + " it");
            }
        }
    }
    marksOf(figure, np, claim);
    finish(claim);
    if (kind == ClaimKind::Count && !claim.slot.event.empty()) {
        lastCount_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
        lastCountSentence_ = sentence_;
    }
}

/// "the death toll", "the number of bodies found": the slot of what the number is of. False: "the number" alone.
bool Assembler::ofNumberNoun(std::uint32_t np, Claim& claim) const {
    const auto& chunks = syntax_.chunks();
    const auto people = [](std::string_view event) {
        return oneOf(event, {"death", "injury", "arrest", "abduction", "missing", "infection"});
    };
    std::string_view event;
    for (std::uint32_t t = chunks[np].first; t < chunks[np].end && event.empty(); ++t)
        event = syntax_.eventOf(t);
    if (event.empty() && syntax_.nounLemma(chunks[np].head) == "toll")
        event = "death";
    if (event.empty() && np + 2 < chunks.size() && chunks[np + 1].kind == ChunkKind::Preposition &&
        syntax_.lower(chunks[np + 1].head) == "of" && chunks[np + 2].kind == ChunkKind::NounPhrase) {
        const std::uint32_t inner = np + 2;
        claim.slot.head = syntax_.nounLemma(chunks[inner].head);
        claim.slot.headClass = headClass(chunks[inner].head, claim.slot.head);
        const std::string_view role = lexicon_.value(lexicon_.find(claim.slot.head), Tag::Role);
        if (inner + 1 < chunks.size() && chunks[inner + 1].kind == ChunkKind::VerbGroup &&
            (chunks[inner + 1].participle || !chunks[inner + 1].passive) &&
            !syntax_.eventOf(chunks[inner + 1].head).empty()) {
            event = syntax_.eventOf(chunks[inner + 1].head); // "the number of bodies found"
        } else if (const auto own = syntax_.eventOf(chunks[inner].head); !own.empty()) {
            event = own;
        } else if (!role.empty()) {
            event = role.substr(0, role.find(':'));
        } else {
            return false;
        }
    } else if (!event.empty()) {
        claim.slot.head = people(event) ? "person" : "";
        claim.slot.headClass = people(event) ? "person" : "";
    }
    if (event.empty())
        return false;
    claim.slot.event = event;
    claim.slot.classified = true;
    claim.slot.relation = Relation::Patient;
    claim.because.push_back("“" +
                            std::string(reading_.of(Span{reading_.tokens[chunks[np].first].begin,
                                                         reading_.tokens[chunks[np].end - 1].end})) +
                            "” says what the number is of");
    return true;
}

void Assembler::ageClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    const std::uint32_t last = reading_.sentences[sentence_].endToken;
    if (figure.endToken + 1 < last && oneOf(syntax_.lower(figure.endToken), {"and", "or"}) &&
        (reading_.tokens[figure.endToken + 1].is(TokenKind::Number) ||
         syntax_.classOf(figure.endToken + 1) == WordClass::Number))
        return; // "aged 12 and 15": whose is which?
    const auto names = inSentence(mentions_.names, sentence_);
    std::string subject;
    for (std::uint32_t i = names.first; i < names.second; ++i) {
        const read::Name& name = mentions_.names[i];
        if (name.kind != read::NameKind::Person)
            continue;
        // "Rahman, 36": nothing but a comma between
        const bool before = name.endToken < figure.firstToken && figure.firstToken - name.endToken == 1 &&
                            reading_.tokens[name.endToken].is(TokenKind::Comma);
        // "the 36-year-old Rahman": in the same noun phrase
        const bool after = name.firstToken >= figure.endToken &&
                           syntax_.chunkAt(name.firstToken) == syntax_.chunkAt(figure.firstToken);
        if (before || (after && subject.empty()))
            subject = mentions_.entities[name.entity].name;
    }
    const std::uint32_t np = syntax_.chunkAt(figure.firstToken);
    Claim& claim = begin(ClaimKind::Age, figure.phrase, np);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.event = "age";
    claim.slot.classified = true;
    claim.slot.relation = Relation::Copula;
    claim.slot.unit = figure.unit;
    claim.slot.head = figure.countedLemma;
    claim.slot.headClass = "person";
    claim.subject = subject;
    claim.topic = subject.empty() ? "age" + (claim.slot.head.empty() ? std::string{} : " of the " + claim.slot.head)
                                  : "age of " + subject;
    finish(claim);
}

} // namespace countercheck::claim
