// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"

#include <algorithm>

namespace countercheck::claim {

using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::tagBit;

void Assembler::dateClaim(std::uint32_t index) {
    const TimeMention& time = mentions_.times[index];
    const bool yearless = !time.resolved && time.value.size() >= 7 && time.value.starts_with("XXXX-") &&
                          time.value.find('X', 4) == std::string::npos; // "in June" of a report without a date
    if ((!time.resolved && !yearless) || time.type == TimeType::Duration || time.type == TimeType::Set ||
        saidTime(index))
        return;
    const auto& chunks = syntax_.chunks();
    const std::uint32_t chunk = syntax_.chunkAt(time.firstToken);
    if (chunk == Syntax::none)
        return;
    Relation relation = Relation::When;
    bool classified = true;
    std::uint32_t verb = Syntax::none;
    std::string_view event;
    std::string because;
    if (time.firstToken > reading_.sentences[sentence_].firstToken) {
        const std::string_view word = syntax_.lower(time.firstToken - 1);
        if (word == "by" || word == "before" || word == "after" || word == "between" || word == "and" || word == "for")
            if (word != "and" || time.firstToken < 3)
                return; // as of a day, or a stretch: not when it happened
        if (word == "since" || word == "from")
            relation = Relation::Start;
        else if (word == "until" || word == "till" || word == "to" || word == "through")
            relation = Relation::End;
    }
    const auto nounEvent = [&](std::uint32_t np) {
        return chunks[np].kind == ChunkKind::NounPhrase ? syntax_.eventOf(chunks[np].head) : std::string_view{};
    };
    if (chunk + 1 < chunks.size() && chunks[chunk + 1].first == time.endToken) // "Sunday's attack", "the weekend raids"
        event = nounEvent(chunk + 1);
    if (event.empty() && chunk >= 2 && chunks[chunk - 1].kind == ChunkKind::Preposition &&
        chunks[chunk - 2].kind == ChunkKind::NounPhrase && relation == Relation::When) // "the attack on Sunday"
        event = nounEvent(chunk - 2);
    if (event.empty()) {
        verb = syntax_.verbOfClause(chunk);
        if (verb == Syntax::none || sayVerb(verb))
            return;
        const Predicate predicate = ofVerb(verb, relation);
        classified = predicate.classified;
        event = predicate.event;
        if (!classified)
            if (const auto noun = eventNounNear(verb); !noun.empty()) {
                event = noun;
                classified = true;
            }
        if (!classified && ((lightVerb(verb) && !chunks[verb].passive) || chunks[verb].modal))
            return;
        because = predicate.because;
    }
    if (event.empty())
        return;
    Claim& claim = begin(ClaimKind::Date, time.span, chunk);
    claim.time = static_cast<std::int32_t>(index);
    claim.slot.event = event;
    claim.slot.classified = classified;
    claim.slot.relation = relation;
    if (!because.empty())
        claim.because.push_back(because);
    finish(claim);
    claim.anchor.time = time.resolved;
    claim.anchor.unresolved = yearless ? time.value : std::string{};
}

void Assembler::placeClaim(std::uint32_t index) {
    const read::Name& name = mentions_.names[index];
    const auto& chunks = syntax_.chunks();
    std::uint32_t np = syntax_.chunkAt(name.firstToken);
    if (np == Syntax::none || chunks[np].kind != ChunkKind::NounPhrase)
        return;
    std::uint32_t p = syntax_.prepositionOf(np);
    if (p == Syntax::none)
        return;
    // "in A and B": one answer of two places
    if (lastPlace_ >= 0 && lastPlacePreposition_ == p &&
        out_.claims[static_cast<std::size_t>(lastPlace_)].sentence == sentence_) {
        Claim& before = out_.claims[static_cast<std::size_t>(lastPlace_)];
        before.highlight = before.highlight.united(name.span);
        before.place = std::string(reading_.of(before.highlight));
        return;
    }
    const std::uint32_t ownPreposition = p;
    // "in the towns of A and B": what the kind of place hangs on
    if (syntax_.lower(chunks[p].head) == "of" && p > 0 && chunks[p - 1].kind == ChunkKind::NounPhrase &&
        oneOf(syntax_.nounLemma(chunks[p - 1].head),
              {"town", "city", "village", "region", "district", "province", "area", "state", "port", "suburb"})) {
        np = p - 1;
        p = syntax_.prepositionOf(np);
        if (p == Syntax::none)
            return;
    }
    const std::string_view preposition = syntax_.lower(chunks[p].head);
    const bool from = preposition == "from";
    if (!oneOf(preposition, {"in", "at", "near", "outside", "from"}))
        return;
    const std::uint32_t host = syntax_.hostOf(p);
    if (host == Syntax::none)
        return;
    std::string_view event;
    bool classified = true;
    if (chunks[host].kind == ChunkKind::NounPhrase)
        event = syntax_.eventOf(chunks[host].head);
    if (event.empty()) {
        const std::uint32_t verb = syntax_.verbOfClause(np);
        if (verb == Syntax::none || sayVerb(verb))
            return;
        const Predicate predicate = ofVerb(verb, Relation::Where);
        event = predicate.event;
        classified = predicate.classified;
    }
    if (from && !oneOf(event, {"release", "abduction", "evacuation", "theft", "missing"}))
        return;
    Claim& claim = begin(ClaimKind::Place, name.span, np);
    claim.place = std::string(reading_.of(name.span));
    claim.slot.event = event;
    claim.slot.classified = classified;
    claim.slot.relation = Relation::Where;
    finish(claim);
    lastPlace_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
    lastPlacePreposition_ = ownPreposition;
}

void Assembler::quoteClaim(std::uint32_t index) {
    const read::Quote& quote = mentions_.quotes[index];
    if (quote.scare && quote.speaker.empty())
        return;
    std::uint32_t chunk = Syntax::none;
    for (std::uint32_t t = reading_.sentences[sentence_].firstToken;
         t < reading_.sentences[sentence_].endToken && chunk == Syntax::none; ++t)
        if (reading_.tokens[t].begin >= quote.words.begin && reading_.tokens[t].begin < quote.words.end)
            chunk = syntax_.chunkAt(t);
    Claim& claim = begin(ClaimKind::Quote, quote.words, chunk);
    claim.quote = static_cast<std::int32_t>(index);
    claim.slot.event = "quote";
    claim.slot.classified = true;
    claim.subject = quote.speaker;
    claim.topic = quote.speaker.empty() ? "quote" : "what " + quote.speaker + " said";
    finish(claim);
}

/// "No group has claimed responsibility", "believed to be the work of X", "blamed on X": claimed and suspected are
/// two questions.
void Assembler::responsibilityClaims() {
    const text::Sentence& s = reading_.sentences[sentence_];
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event));
        if (!phrase)
            continue;
        const std::string_view event = lexicon_.value(phrase->entry, Tag::Event);
        if (event != "responsibility" && event != "suspicion")
            continue;
        const std::uint32_t chunk = syntax_.chunkAt(t);
        const auto names = inSentence(mentions_.names, sentence_);
        const read::Name* who = nullptr;
        for (std::uint32_t i = names.first; i < names.second; ++i) {
            const read::Name& name = mentions_.names[i];
            if (name.kind == read::NameKind::Place || name.kind == read::NameKind::Nationality)
                continue;
            if (event == "suspicion" ? name.firstToken >= phrase->endToken && who == nullptr : name.endToken <= t)
                who = &name;
        }
        bool nobody = false;
        if (event == "responsibility") {
            const std::uint32_t verb = chunk != Syntax::none && syntax_.chunks()[chunk].kind == ChunkKind::VerbGroup
                                           ? chunk
                                           : syntax_.verbOfClause(chunk);
            const std::uint32_t subject = verb == Syntax::none ? Syntax::none : syntax_.subjectOf(verb);
            if (subject != Syntax::none)
                nobody = oneOf(syntax_.lower(syntax_.chunks()[subject].first), {"no", "nobody", "none", "neither"});
        }
        if (who == nullptr && !nobody)
            continue;
        const Span words{reading_.tokens[t].begin, reading_.tokens[phrase->endToken - 1].end};
        Claim& claim = begin(ClaimKind::Responsibility, event == "suspicion" ? words.united(who->span) : words, chunk);
        claim.slot.event = event;
        claim.slot.classified = true;
        claim.slot.relation = Relation::Agent;
        claim.subject = who != nullptr && !nobody ? mentions_.entities[who->entity].name : std::string{};
        claim.topic = event == "suspicion" ? "who is believed to have done it" : "who claimed responsibility";
        finish(claim);
        if (nobody)
            claim.negative = true;
        t = phrase->endToken - 1;
    }
}

} // namespace countercheck::claim
