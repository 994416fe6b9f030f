// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/hintscan.h"

#include <algorithm>
#include <iterator>

namespace countercheck::claim {

using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::tagBit;

/// "the 2001 marriage", "Sunday's game": the date is the noun's own.
bool Assembler::ofItsNoun(const TimeMention& time) const {
    if (time.endToken < end_ && syntax_.classOf(time.endToken) == WordClass::Possessive)
        return true;
    const bool bare = has(time.firstToken, Tag::Month) || has(time.firstToken, Tag::Weekday) ||
                      reading_.tokens[time.firstToken].is(text::TokenKind::Number);
    return bare && time.firstToken > first_ &&
           (has(time.firstToken - 1, Tag::Det) || syntax_.classOf(time.firstToken - 1) == WordClass::Possessive);
}

/// "Shot her on 8 April, killing her": of the verb is told that they whom it befell died of it.
bool Assembler::killsThem(std::uint32_t vg) const {
    const auto& chunks = syntax_.chunks();
    for (std::uint32_t i = vg + 1; i < chunks.size(); ++i) {
        const Chunk& c = chunks[i];
        if (c.kind == ChunkKind::Mark || c.kind == ChunkKind::Relative || c.kind == ChunkKind::Subordinator)
            return false;
        if (c.kind == ChunkKind::VerbGroup)
            return c.gerund && chunks[i - 1].kind == ChunkKind::Comma &&
                   grammar_.eventName(syntax_.eventOf(c.head)) == "death" && c.end < end_ && has(c.end, Tag::Pron);
    }
    return false;
}

void Assembler::dateClaim(std::uint32_t index) {
    const TimeMention& time = mentions_.times[index];
    if (time.type == TimeType::Duration || time.type == TimeType::Set)
        return;
    const bool yearless = !time.resolved && time.value.size() >= 7 && time.value.starts_with("XXXX-") &&
                          time.value.find('X', 4) == std::string::npos; // "in June" of a report without a date
    if ((!time.resolved && !yearless) || saidTime(index))
        return;
    const auto& chunks = syntax().chunks();
    const std::uint32_t chunk = syntax_.chunkAt(time.firstToken);
    if (chunk == Syntax::none)
        return;
    Relation relation = Relation::When;
    switch (prepositionBefore(time)) {
    case Prep::By:
    case Prep::Before:
    case Prep::After:
    case Prep::Between:
    case Prep::For:
        return; // as of a day, or a stretch: not when it happened
    case Prep::Since:
    case Prep::From:
        relation = Relation::Start;
        break;
    case Prep::Until:
    case Prep::To:
    case Prep::Through:
        relation = Relation::End;
        break;
    default:
        if (time.firstToken >= first_ + 1 && time.firstToken >= 3 && has(time.firstToken - 1, Tag::Conj))
            return;
    }
    const auto nounEvent = [&](std::uint32_t np) {
        return chunks[np].kind == ChunkKind::NounPhrase ? syntax_.eventOf(chunks[np].head) : std::uint8_t{0};
    };
    std::uint8_t event = 0;
    const bool within = chunks[chunk].kind == ChunkKind::NounPhrase && chunks[chunk].head >= time.endToken;
    const bool before = chunk + 1 < chunks.size() && chunks[chunk + 1].first == time.endToken &&
                        chunks[chunk + 1].kind == ChunkKind::NounPhrase;
    if (within || before) // "Sunday's attack", "the weekend raids"
        event = nounEvent(within ? chunk : chunk + 1);
    if (event == 0 && (within || (before && ofItsNoun(time))))
        return; // "his role in the 2001 marriage", "Sunday's game was put off": no verb's date
    if (event == 0 && chunk >= 2 && chunks[chunk - 1].kind == ChunkKind::Preposition &&
        chunks[chunk - 2].kind == ChunkKind::NounPhrase && relation == Relation::When) // "the attack on Sunday"
        event = nounEvent(chunk - 2);
    std::string_view name = grammar_.eventName(event);
    bool classified = event != 0;
    Reason reason;
    std::uint32_t verb = Syntax::none;
    if (event == 0) {
        verb = syntax_.verbOfClause(chunk);
        if (verb == Syntax::none || sayVerb(verb))
            return;
        const Predicate predicate = ofVerb(verb, relation);
        classified = predicate.classified;
        name = predicate.name;
        if (killsThem(verb)) {
            name = grammar_.eventName(grammar_.eventNamed("death"));
            classified = true;
        }
        // "the ruling was overturned in 2007" is not when it was ruled; "the talks were held on Monday" is when they
        // were
        if (!classified && (!chunks[verb].passive || lightVerb(verb) ||
                            grammar_[syntax_.verbLemma(chunks[verb].head)].part == Part::Planned))
            if (const auto noun = eventNounNear(verb); noun != 0) {
                name = grammar_.eventName(noun);
                classified = true;
            }
        if (!classified && ((lightVerb(verb) && !chunks[verb].passive) || chunks[verb].modal))
            return;
        reason = predicate.reason;
    }
    if (name.empty())
        return;
    Claim& claim = begin(ClaimKind::Date, time.span, chunk);
    claim.time = static_cast<std::int32_t>(index);
    claim.slot.event = name;
    claim.slot.classified = classified;
    claim.slot.relation = relation;
    if (!classified && verb != Syntax::none)
        tellWhen(verb, claim.slot);
    if (compared_ && verb != Syntax::none)
        askWith(verb, claim);
    if (reason.because != Because::None)
        claim.reason(reason.because, reason.words);
    finish(claim);
    claim.anchor.time = time.resolved;
    claim.anchor.unresolved = yearless ? std::string(time.value) : std::string{};
}

void Assembler::placeClaim(std::uint32_t index) {
    const read::Name& name = mentions_.names[index];
    // A place is claimed only behind a preposition ("in western Mali"), or as one more of a list.
    bool governed = lastPlace_ >= 0 && out_.claims[static_cast<std::size_t>(lastPlace_)].sentence == sentence_;
    for (std::uint32_t t = name.firstToken; !governed && t-- > first_ && t + 5 > name.firstToken;)
        governed = facts(t).prep != Prep::None;
    if (!governed)
        return;
    const auto& chunks = syntax().chunks();
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
        before.place = reading_.of(before.highlight);
        return;
    }
    const std::uint32_t ownPreposition = p;
    // "in the towns of A and B": what the kind of place hangs on
    if (chunks[p].prep == Prep::Of && p > 0 && chunks[p - 1].kind == ChunkKind::NounPhrase &&
        lexicon_.has(syntax_.nounLemma(chunks[p - 1].head), Tag::PlaceWord)) {
        np = p - 1;
        p = syntax_.prepositionOf(np);
        if (p == Syntax::none)
            return;
    }
    const Prep prep = chunks[p].prep;
    if (prep != Prep::In && prep != Prep::At && prep != Prep::Near && prep != Prep::Outside && prep != Prep::From)
        return;
    const std::uint32_t host = syntax_.hostOf(p);
    if (host == Syntax::none)
        return;
    std::uint8_t event =
        chunks[host].kind == ChunkKind::NounPhrase ? syntax_.eventOf(chunks[host].head) : std::uint8_t{0};
    std::string_view eventName = grammar_.eventName(event);
    bool classified = true;
    if (event == 0) {
        const std::uint32_t verb = syntax_.verbOfClause(np);
        if (verb == Syntax::none || sayVerb(verb))
            return;
        const Predicate predicate = ofVerb(verb, Relation::Where);
        event = predicate.event;
        eventName = predicate.name;
        classified = predicate.classified;
    }
    if (prep == Prep::From && !grammar_.outOf(event))
        return;
    Claim& claim = begin(ClaimKind::Place, name.span, np);
    claim.place = reading_.of(name.span);
    claim.slot.event = eventName;
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
    Claim& claim = begin(ClaimKind::Quote, quote.words, Syntax::none);
    claim.quote = static_cast<std::int32_t>(index);
    claim.slot.event = "quote";
    claim.slot.classified = true;
    if (quote.words.length() > 24)
        claim.clause = quote.words; // it says all that is said
    claim.subject = std::string_view(quote.speaker);
    claim.topic = quote.speaker.empty() ? inWords(Topic::Quote) : inWords(Topic::Said, withinPhrase(quote.speaker));
    finish(claim);
}

/// "No group has claimed responsibility", "believed to be the work of X", "blamed on X": claimed and suspected are
/// two questions.
void Assembler::responsibilityClaims() {
    if (begun_ && !syntax_.anyMarked(StartsBlame))
        return;
    for (std::uint32_t t = first_;; ++t) {
        t = text::nextHintedAll(reading_, t, end_, text::HintEvent | text::HintPhrase);
        if (t >= end_)
            break;
        if (!grammar_.startsBlame(reading_.tokens[t].word))
            continue;
        const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event));
        if (!phrase)
            continue;
        const std::uint8_t event = grammar_[phrase->entry].event;
        const bool suspicion = event == grammar_.suspicion();
        if (event == 0 || (!suspicion && event != grammar_.responsibility()))
            continue;
        const std::uint32_t chunk = syntax().chunkAt(t);
        const read::Name* who = nullptr;
        for (std::uint32_t i = in_.names.first; i < in_.names.end; ++i) {
            const read::Name& name = mentions_.names[i];
            if (name.kind == read::NameKind::Place || name.kind == read::NameKind::Nationality)
                continue;
            if (suspicion ? name.firstToken >= phrase->endToken && who == nullptr : name.endToken <= t)
                who = &name;
        }
        bool nobody = false;
        if (!suspicion) {
            const auto& chunks = syntax_.chunks();
            const std::uint32_t verb = chunk == Syntax::none                        ? Syntax::none
                                       : chunks[chunk].kind == ChunkKind::VerbGroup ? chunk
                                                                                    : syntax_.verbOfClause(chunk);
            const std::uint32_t subject = verb == Syntax::none ? Syntax::none : syntax_.subjectOf(verb);
            if (subject != Syntax::none)
                nobody = has(chunks[subject].first, Tag::Neg);
        }
        if (who == nullptr && !nobody)
            continue;
        const Span words = bytes(t, phrase->endToken);
        Claim& claim = begin(ClaimKind::Responsibility, suspicion ? words.united(who->span) : words, chunk);
        claim.slot.event = grammar_.eventName(event);
        claim.slot.classified = true;
        claim.slot.relation = Relation::Agent;
        if (who != nullptr && !nobody)
            claim.subject = std::string_view(mentions_.entities[who->entity].name);
        claim.topic = inWords(suspicion ? Topic::Suspected : Topic::Responsible);
        finish(claim);
        if (nobody)
            claim.negative = true;
        t = phrase->endToken - 1;
    }
}

} // namespace countercheck::claim
