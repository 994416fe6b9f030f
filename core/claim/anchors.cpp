// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"

namespace countercheck::claim {

using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::TokenKind;

Claim& Assembler::begin(ClaimKind kind, Span highlight, std::uint32_t chunk) {
    Claim& claim = out_.claims.emplace_back();
    claim.kind = kind;
    claim.highlight = highlight;
    claim.sentence = sentence_;
    std::pair<std::uint32_t, std::uint32_t> clause{first_, end_};
    if (chunk != Syntax::none)
        clause = syntax().clauseOf(chunk);
    claim.clause = bytes(clause.first, clause.second).united(highlight);
    return claim;
}

void Assembler::finish(Claim& claim) {
    attribute(claim);
    if (compared_)
        anchor(claim);
    if (claim.topic.empty())
        claim.topic = topicOf(claim);
}

/// "They believe that its $4 billion purchase will help": that it costs so much is taken for granted.
bool Assembler::presupposed(const read::Figure& figure) const {
    if (!parsed_ || figure.kind != read::FigureKind::Money)
        return false;
    const std::uint32_t chunk = syntax_.chunkAt(figure.firstToken);
    if (chunk == Syntax::none || syntax_.chunks()[chunk].kind != ChunkKind::NounPhrase ||
        syntax_.chunks()[chunk].head < figure.endToken)
        return false;
    for (std::uint32_t t = figure.firstToken, lowest = std::max(first_, t - std::min(t, 4u)); t-- > lowest;) {
        const std::string_view word = reading_.of(reading_.tokens[t]);
        if (oneOf(word, {"the", "The", "its", "their", "his", "her", "'s", "\xE2\x80\x99s", "s"}))
            return true;
        if (!reading_.tokens[t].is(TokenKind::Word) && !reading_.tokens[t].is(TokenKind::Currency))
            return false;
        if (facts(t).prep != Prep::None || has(t, Tag::Det))
            return false;
    }
    return false;
}

void Assembler::attribute(Claim& claim) const {
    std::uint32_t best = 0xFFFFFFFFu;
    for (std::uint32_t i = in_.attributions.first; i < in_.attributions.end; ++i) {
        const read::Attribution& a = mentions_.attributions[i];
        if (!a.scope.contains(claim.highlight) && !a.scope.contains(claim.highlight.begin))
            continue;
        // the narrowest scope that names a source; an unnamed one only where nobody is named
        if (claim.attribution >= 0) {
            const read::Attribution& had = mentions_.attributions[static_cast<std::size_t>(claim.attribution)];
            if ((a.source.empty() && !had.source.empty()) ||
                (a.scope.length() >= best && had.source.empty() == a.source.empty()))
                continue;
        }
        claim.attribution = static_cast<std::int32_t>(i);
        best = a.scope.length();
    }
    if (claim.attribution >= 0)
        claim.modality = mentions_.attributions[static_cast<std::size_t>(claim.attribution)].modality;
    if (claim.kind == ClaimKind::Quote)
        return; // what is quoted is quoted, whatever it says
    bool known = false;
    if (claim.figure >= 0) {
        // "the 54-year-old was not asked", "Ann Baker, 38, may have fled": the clause's mood is not the age's
        const read::Figure& figure = mentions_.figures[static_cast<std::size_t>(claim.figure)];
        if (figure.kind == read::FigureKind::Age &&
            (figure.derivation.has("age:apposition") ||
             (figure.derivation.has("age:years-old") && figure.counted.length() > 0)))
            return;
        known = presupposed(figure);
        if (known && claim.modality == read::Modality::Possible) // "analysts believe"
            claim.modality = read::Modality::Reported;
    }
    for (std::uint32_t i = in_.modals.first; i < in_.modals.end; ++i) {
        const read::ModalScope& m = mentions_.modals[i];
        if (!m.scope.contains(claim.highlight.begin))
            continue;
        if (m.negation)
            claim.negative = true;
        else if (!known && (claim.modality == read::Modality::Asserted || claim.modality == read::Modality::Reported))
            claim.modality = m.modality;
    }
}

Prep Assembler::prepositionBefore(const TimeMention& time) const {
    std::uint32_t at = time.firstToken;
    while (at > first_ && has(at - 1, Tag::Det) && !has(at - 1, Tag::Prep))
        --at;
    if (at == first_)
        return Prep::None;
    if (parsed_)
        if (const std::uint32_t chunk = syntax_.chunkAt(at - 1);
            chunk != Syntax::none && syntax_.chunks()[chunk].kind == ChunkKind::Preposition)
            return syntax_.chunks()[chunk].prep; // "à partir du"
    return facts(at - 1).prep;
}

void Assembler::anchor(Claim& claim) {
    Anchor& a = claim.anchor;
    // "210,000 this year, against 187,000 last year": a time behind another figure is that one's.
    const auto others = [&](Span time) {
        for (std::uint32_t i = in_.figures.first; i < in_.figures.end; ++i) {
            const Span figure = mentions_.figures[i].phrase;
            if (figure.begin >= claim.highlight.end && figure.end <= time.begin)
                return true;
        }
        return false;
    };
    // "has risen to eight after two bodies were found on Wednesday": the time of what stands behind
    const auto told = [&](const TimeMention& time) {
        for (std::uint32_t t = time.firstToken; t-- > first_ && reading_.tokens[t].begin >= claim.highlight.end;)
            if (facts(t).prep == Prep::After || reading_.tokens[t].is(TokenKind::Colon))
                return true;
        return false;
    };
    for (std::uint32_t i = in_.times.first; i < in_.times.end; ++i) {
        const TimeMention& t = mentions_.times[i];
        if (t.type == TimeType::Set || saidTime(i))
            continue;
        const bool inClause = claim.clause.contains(t.span);
        if (t.type == TimeType::Duration) {
            // "in the 12 days of the offensive": a sum over a stretch
            const bool minutes = t.value.starts_with("PT") && !t.value.ends_with('H'); // "in less than a minute"
            if (inClause && t.firstToken > first_ && !minutes) {
                const Prep p = prepositionBefore(t);
                const std::uint32_t left = t.firstToken - 1;
                a.period |= p == Prep::In || p == Prep::Over || p == Prep::During || p == Prep::Within ||
                            facts(left).telling == Telling::Recent ||
                            (!has(left, Tag::Prep) && (has(left, Tag::TimeRef) || has(left, Tag::TimeWord)));
                if (a.period && claim.figure >= 0 && a.unresolved.empty())
                    a.unresolved = t.value;
            }
            continue;
        }
        if (!t.resolved) {
            if (!inClause)
                continue;
            if (t.value == "PAST_REF")
                a.background = true;
            if (t.type == TimeType::Date && t.value.starts_with("XXXX")) { // "in June", of a report without a date
                a.unresolved = t.value;
                a.period |= t.value.size() <= 7; // a year or a month: no day, no weekday
            }
            continue;
        }
        if (others(t.span) && (a.explicitTime || !inClause || told(t)))
            continue;
        if (a.explicitTime && !inClause)
            continue;
        if (t.value.starts_with('T'))
            continue; // "left at 6:30pm": an hour of whatever day the report tells
        if (prepositionBefore(t) == Prep::By)
            continue; // "by Thursday the fire had burned 70 homes": as of a day
        const bool longer = t.resolved->openFrom || t.resolved->openTo || t.resolved->to - t.resolved->from > 8 * day;
        // "Reported a profit of 3 million for the third quarter on Friday": the day of the report
        if (claim.figure >= 0 && a.explicitTime && a.period && !longer && prepositionBefore(t) == Prep::On)
            continue;
        a.time = t.resolved;
        a.explicitTime = true;
        a.period = longer;
        if (!longer && prepositionBefore(t) == Prep::Since) { // "depuis le 20 mars": up to now
            a.time->openTo = true;
            a.period = true;
        }
    }
    // Two ends of one stretch ("between January 1 and June 30"): one period.
    if (in_.times.size() >= 2 && a.explicitTime)
        for (std::uint32_t i = in_.times.first; i + 1 < in_.times.end; ++i) {
            const TimeMention &x = mentions_.times[i], &y = mentions_.times[i + 1];
            if (!x.resolved || !y.resolved || y.firstToken < x.endToken || y.firstToken - x.endToken > 3 ||
                x.type != TimeType::Date)
                continue;
            const Prep p = prepositionBefore(x);
            if ((p == Prep::Between || p == Prep::From || (p == Prep::Of && grammar_.bareInfinitives())) &&
                y.resolved->to - x.resolved->from > 2 * day) {
                a.time = read::TimeSpan{x.resolved->from, y.resolved->to, x.resolved->grain, false, false};
                a.period = true;
            }
        }
    background();
    a.background |= backgroundSentence_ ||
                    (afterToken_ != Syntax::none && claim.highlight.begin > reading_.tokens[afterToken_].begin);
}

bool Assembler::saidTime(std::uint32_t index) {
    std::uint8_t& known = said_[index - in_.times.first];
    if (known != 0)
        return known == 2;
    known = 1;
    const TimeMention& time = mentions_.times[index];
    const Syntax& parse = syntax();
    const std::uint32_t chunk = parse.chunkAt(time.firstToken);
    const auto& chunks = parse.chunks();
    if (chunk == Syntax::none)
        return false;
    // "Sunday's attack": belongs to the noun
    if (chunk + 1 < chunks.size() && time.endToken < reading_.tokens.size() &&
        reading_.tokens[time.endToken].is(TokenKind::Apostrophe))
        return false;
    // "Reported a profit for the third quarter on Friday": right behind another one
    if (index > in_.times.first && mentions_.times[index - 1].endToken + 1 == time.firstToken && saidTime(index - 1)) {
        known = 2;
        return true;
    }
    for (std::uint32_t i = chunk; i-- > 0 && i + 6 > chunk;) { // "told reporters on Monday", "said Monday"
        if (chunks[i].kind == ChunkKind::VerbGroup) {
            known = sayVerb(i) ? 2 : 1;
            break;
        }
        if (chunks[i].kind == ChunkKind::Mark || chunks[i].kind == ChunkKind::Subordinator ||
            chunks[i].kind == ChunkKind::Relative)
            break;
        if (chunks[i].kind == ChunkKind::NounPhrase && has(chunks[i].head, Tag::SayNoun)) {
            // "dans la ville en mars", "at a bus station on Sunday": more happens there than is said
            const text::WordId noun = lexicon_.nounLemma(reading_.tokens[chunks[i].head].word);
            known = lexicon_.value(noun, Tag::Class) == "building" ? 1 : 2;
            break;
        }
    }
    return known == 2;
}

} // namespace countercheck::claim
