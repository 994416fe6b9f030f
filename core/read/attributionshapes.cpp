// SPDX-License-Identifier: GPL-3.0-or-later
// Acts of saying that are no plain "X said": passives, participles, measures ("put the toll at four"), cues.
#include "core/read/attributionreader.h"

#include <algorithm>

namespace countercheck::read {

using text::WordId;

void EventReader::accusation(std::uint32_t t, std::uint32_t end, std::uint32_t group, bool passive) {
    std::uint32_t of = end; // "accuse him of stealing $3 million", "is accused of stealing $3 million"
    while (of < p_.end() && of < end + 10 && p_.small(of) != Small::Of)
        ++of;
    if (p_.small(of) != Small::Of || (passive && of != end))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    event.groupFirst = group;
    if (!passive) {
        if (group == p_.first())
            return;
        accept(event, p_.phraseEndingAt(group - 1));
        if (event.subject.empty())
            return;
    }
    event.contentFirst = passive ? p_.strongBreakBefore(t) : of + 1;
    event.contentEnd = p_.strongBreakAfter(of);
    event.states = event.contentFirst < event.contentEnd;
    if (event.states)
        events_.push_back(event);
}

void EventReader::passiveVerb(std::uint32_t t, std::uint32_t end, std::uint32_t group, SayKind kind) {
    if (p_.small(end) == Small::At && (kind == SayKind::Plain || kind == SayKind::Put)) {
        if (const std::uint32_t by = farBy(end, kind); by != none) { // "was estimated at $3 million by insurers"
            SayEvent event;
            event.sentence = sentence_;
            event.cueFirst = t;
            event.cueEnd = end;
            accept(event, p_.phraseAt(by + 1));
            event.contentFirst = p_.strongBreakBefore(t);
            event.contentEnd = by;
            event.backward = true;
            event.states = !event.subject.empty();
            if (event.states)
                events_.push_back(event);
        }
        return;
    }
    if (kind == SayKind::Act || kind == SayKind::Voice || kind == SayKind::Put || kind == SayKind::Deny)
        return;
    if (p_.small(end) == Small::By) { // "was reported by X", "was confirmed by a spokesman"
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end + 1;
        if (kind == SayKind::Tell || kind == SayKind::That)
            return;
        const NounPhrase source = p_.phraseAt(end + 1);
        if (source.empty() || !p_.maySpeak(source))
            return;
        setSource(event, source);
        event.contentFirst = p_.strongBreakBefore(t);
        event.contentEnd = group;
        event.backward = true;
        event.states = event.contentFirst < event.contentEnd;
        events_.push_back(event);
        return;
    }
    const bool to = p_.small(end) == Small::To;
    const bool that = p_.classOf(end) == WordClass::That ||
                      (group > p_.first() && p_.small(group - 1) == Small::It && p_.clauseAt(end));
    if (kind == SayKind::Tell || (!to && !that))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    event.modality = kind == SayKind::Think || kind == SayKind::Expect ? Modality::Possible : Modality::Reported;
    if (kind == SayKind::That && !that)
        return; // "was decided to"
    if (that) {
        event.contentFirst = p_.classOf(end) == WordClass::That ? end + 1 : end;
        event.contentEnd = p_.strongBreakAfter(end);
    } else {
        event.contentFirst = p_.strongBreakBefore(t);
        event.contentEnd = p_.strongBreakAfter(t);
    }
    event.states = true;
    events_.push_back(event);
}

void EventReader::byParticiple(SayEvent& event) {
    const NounPhrase source = p_.phraseAt(event.cueEnd + 1);
    if (source.empty() || !p_.maySpeak(source) || event.modality != Modality::Reported)
        return;
    if (p_.word(r_.tokens[event.cueFirst].word).say != SayKind::Plain)
        return;
    ++event.cueEnd;
    setSource(event, source);
    std::uint32_t before = event.cueFirst;
    const bool opens = before == p_.first() || (before == p_.first() + 1 && p_.small(p_.first()) == Small::As);
    if (opens) { // "As reported by X, S"
        std::uint32_t comma = source.end;
        while (comma < p_.end() && !p_.is(comma, TokenKind::Comma))
            ++comma;
        event.contentFirst = comma + 1;
        event.contentEnd = p_.strongBreakAfter(comma + 1);
    } else {
        event.contentFirst = p_.strongBreakBefore(before);
        event.contentEnd = before;
        event.backward = true;
    }
    event.states = event.contentFirst < event.contentEnd;
    if (event.states)
        events_.push_back(event);
}

void EventReader::putAt(std::uint32_t t, std::uint32_t end, std::uint32_t group) {
    if (group == p_.first())
        return;
    std::uint32_t at = end;
    while (at < p_.end() && at < end + 16 && !(p_.small(at) == Small::At && !p_.inTime(at + 1)))
        ++at;
    if (at >= p_.end() || p_.small(at) != Small::At)
        return;
    static constexpr std::string_view measures[] = {"number", "toll",      "figure",   "count",  "total",    "cost",
                                                    "damage", "loss",      "losses",   "value",  "price",    "death",
                                                    "size",   "estimate",  "strength", "target", "forecast", "turnout",
                                                    "crowd",  "magnitude", "tally"};
    bool measure = false, clause = false;
    for (std::uint32_t i = end; i < at; ++i) {
        for (const std::string_view word : measures)
            measure = measure || p_.of(i) == word;
        clause = clause || p_.is(i, TokenKind::Comma);
    }
    if (clause || (!measure && !(p_.is(at + 1, TokenKind::Number) || p_.is(at + 1, TokenKind::Currency))))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    const NounPhrase subject = p_.phraseEndingAt(group - 1);
    accept(event, subject);
    if (event.subject.empty())
        return;
    event.contentFirst = end;
    event.contentEnd = p_.strongBreakAfter(end);
    event.states = true;
    events_.push_back(event);
}

void EventReader::cue(std::uint32_t t, std::uint32_t end, CueKind kind) {
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    if (kind == CueKind::Conditional && !hearsayConditional(t))
        return;
    event.conditional = kind == CueKind::Conditional;
    if (kind == CueKind::Hearsay || kind == CueKind::Conditional) {
        const std::uint32_t begin = p_.clauseBegin(t);
        const bool inner = begin > p_.first() &&
                           (p_.classOf(begin - 1) == WordClass::Subord || p_.classOf(begin - 1) == WordClass::Wh);
        event.contentFirst = inner ? begin : p_.strongBreakBefore(t);
        event.contentEnd = inner ? p_.clauseEnd(t) : p_.strongBreakAfter(t);
        event.states = true;
        events_.push_back(event);
        return;
    }
    if (kind == CueKind::Via || kind == CueKind::None)
        return;
    if (kind == CueKind::Source)
        --end; // "de source policière": the source is called one
    // "pour le maire, …" at the head of its sentence, or right behind a quote
    const bool closing =
        p_.is(t - 1, TokenKind::CloseQuote) || (p_.is(t - 1, TokenKind::Comma) && p_.is(t - 2, TokenKind::CloseQuote));
    if (kind == CueKind::Head && closing) { // the quote opens its clause, and nobody else has said it
        std::uint32_t open = t;
        while (open > p_.first() && !p_.is(open, TokenKind::OpenQuote))
            --open;
        if ((open > p_.first() && !p_.is(open - 1, TokenKind::Comma)) || saidAt(open, t))
            return;
    }
    if (kind == CueKind::Head && !closing && !opensSentence(t))
        return;
    NounPhrase source = p_.phraseAt(end);
    if (source.empty())
        return;
    if (kind == CueKind::Head && (closing ? !p_.has(source.head, Tag::SourceNoun)
                                          : !p_.is(source.end, TokenKind::Comma) || !clauseFollows(source)))
        return;
    if (kind == CueKind::Citing) { // ", citing officials": who the report rests on; it covers what stands before
        const bool comma = p_.is(t - 1, TokenKind::Comma);
        if (!comma && lastInSentence() == nullptr)
            return;
        const SayEvent* last = lastInSentence();
        setSource(event, source);
        if (last != nullptr && last->states && p_.maySpeak(source)) { // the report passes on what they said
            SayEvent& passed = events_[static_cast<std::size_t>(last - events_.data())];
            event.via = last->source;
            passed.source = event.source;
            passed.sourceSpan = event.sourceSpan;
            passed.via = event.via;
            return;
        }
        event.contentFirst = last != nullptr ? last->contentFirst : p_.strongBreakBefore(t - 1);
        event.contentEnd = last != nullptr && last->backward ? last->contentEnd : t - (comma ? 1 : 0);
        event.states = event.contentFirst < event.contentEnd && p_.maySpeak(source);
        if (event.states)
            events_.push_back(event);
        return;
    }
    if (p_.french() ? !p_.maySpeak(source) && !p_.namesSource(source.head)
                    : !p_.maySpeak(source) && !lex_.has(r_.tokens[source.head].word, Tag::Noun) &&
                          p_.classOf(source.head) != WordClass::Noun)
        return;
    setSource(event, source);
    std::uint32_t after = source.end;
    if (p_.small(after) == Small::Via || (p_.small(after) == Small::Quoted && p_.small(after + 1) == Small::By) ||
        (p_.small(after) == Small::Cited && p_.small(after + 1) == Small::By)) {
        const std::uint32_t from = p_.small(after) == Small::Via ? after + 1 : after + 2;
        const NounPhrase via = p_.phraseAt(from);
        if (!via.empty()) {
            event.via = r_.of(p_.spanOf(via));
            after = via.end;
        }
    }
    after = p_.afterTime(after);
    if (opensSentence(t)) { // "According to X, S"
        std::uint32_t comma = after;
        while (comma < p_.end() && !p_.is(comma, TokenKind::Comma))
            ++comma;
        comma = passApposition(comma);
        event.contentFirst = std::min(comma + 1, p_.end());
        event.contentEnd = p_.strongBreakAfter(event.contentFirst);
    } else {
        event.contentFirst = p_.strongBreakBefore(t);
        // ", according to X, who …" closes; "It was, according to X, the last one" goes on
        const WordClass on = p_.is(after, TokenKind::Comma) ? p_.classOf(after + 1) : WordClass::Other;
        const bool closes = !p_.is(after, TokenKind::Comma)
                                ? verbBetween(event.contentFirst, t) || restIsStop(after)
                                : on == WordClass::Wh || on == WordClass::Conj || on == WordClass::Ing ||
                                      on == WordClass::Subord || strongBreakHere(after) ||
                                      (!p_.finiteVerb(t >= 2 ? t - 2 : t) && verbBetween(event.contentFirst, t) &&
                                       !verbBetween(after, p_.end()));
        event.contentEnd = closes ? t : p_.strongBreakAfter(after);
        event.backward = true;
    }
    event.states = event.contentFirst < event.contentEnd;
    events_.push_back(event);
}

} // namespace countercheck::read
