// SPDX-License-Identifier: GPL-3.0-or-later
// What is said: the stretch that an act of saying covers, in front of it or behind it, and where another source cuts
// it.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::WordId;

std::uint32_t EventReader::skipSide(SayEvent& event, std::uint32_t t, bool hearer) {
    if (hearer) {
        const WordClass c = p_.classOf(t);
        if (c == WordClass::Pron) {
            ++t;
        } else if (c == WordClass::Det && p_.classOf(t + 1) == WordClass::Ing && p_.classOf(t + 2) == WordClass::That) {
            t += 2; // "told the meeting that"
        } else if (c == WordClass::Name || c == WordClass::Det || c == WordClass::Noun || c == WordClass::Adjective ||
                   c == WordClass::Number) {
            const NounPhrase phrase = p_.phraseAt(t);
            if (!phrase.empty()) {
                const Name* name = p_.nameIn(phrase, NameKind::Organisation);
                if (name == nullptr && p_.classOf(phrase.head) == WordClass::Name)
                    name = nameOf(phrase);
                if (name != nullptr && name->kind != NameKind::Nationality && name->kind != NameKind::Person)
                    event.via = r_.of(name->span);
                t = phrase.end;
                if (p_.small(t) == Small::Or || p_.small(t) == Small::And) { // "tells the girls or women, “…”"
                    const NounPhrase other = p_.phraseAt(t + 1);
                    if (!other.empty() && (p_.is(other.end, TokenKind::Comma) || p_.is(other.end, TokenKind::Colon) ||
                                           p_.classOf(other.end) == WordClass::That))
                        t = other.end;
                }
            }
        }
    }
    for (int round = 0; round < 3; ++round) {
        t = p_.afterTime(t);
        while (t < p_.end() && p_.classOf(t) == WordClass::Adverb && !p_.clauseAt(t + 1))
            ++t;
        if (t >= p_.end() || p_.classOf(t) != WordClass::Prep)
            break;
        const Small prep = p_.small(t);
        if (prep != Small::In && prep != Small::On && prep != Small::At && prep != Small::To && prep != Small::By &&
            prep != Small::During && prep != Small::From && prep != Small::Via && prep != Small::After &&
            prep != Small::With && p_.of(t) != "through")
            break;
        const NounPhrase phrase = p_.phraseAt(t + 1);
        if (phrase.empty())
            break;
        if (prep == Small::To && event.via.empty())
            if (const Name* name = p_.nameIn(phrase, NameKind::Organisation))
                event.via = r_.of(name->span);
        const std::uint32_t next = p_.afterTime(phrase.end);
        if (p_.finiteVerb(next)) // "said in Paris police were": the phrase was the subject after all
            break;
        t = next;
    }
    return t;
}

bool EventReader::findContent(SayEvent& event, SayKind kind, std::uint32_t group, bool inverted) {
    const std::uint32_t subjectFirst = inverted || event.subject.empty() ? group : std::min(event.subject.first, group);
    const std::uint32_t after = inverted ? event.subject.end : event.cueEnd;
    std::uint32_t next = skipSide(event, after, kind == SayKind::Tell && !inverted);
    static constexpr WordSet rates({"annual", "monthly", "weekly", "daily", "quarterly", "yearly"});
    if (!inverted && next == event.cueEnd + 1 && rates.contains(p_.of(event.cueEnd)))
        next = event.cueEnd; // "had expected annual sales of 3 billion": no side remark
    if (!inverted && p_.is(next, TokenKind::Comma) && p_.is(next + 2, TokenKind::Comma) &&
        p_.classOf(next + 3) == WordClass::That)
        next += 3; // "acknowledged, however, that"
    // Forward
    const WordClass c = next < p_.end() ? p_.classOf(next) : WordClass::Mark;
    const bool quoteNext =
        p_.is(next, TokenKind::OpenQuote) || (p_.is(next, TokenKind::Comma) && p_.is(next + 1, TokenKind::OpenQuote));
    const bool colon = p_.is(next, TokenKind::Colon);
    const bool before = subjectFirst > p_.first() &&
                        (p_.is(subjectFirst - 1, TokenKind::Comma) || p_.is(subjectFirst - 1, TokenKind::CloseQuote) ||
                         p_.is(subjectFirst - 1, TokenKind::Dash)) &&
                        contentBefore(subjectFirst);
    if (!inverted) {
        const bool that = p_.small(event.cueEnd - 1) == Small::That; // "accepted that" is one phrase
        if (that)
            next = event.cueEnd;
        bool forward = c == WordClass::That || that || colon ||
                       (quoteNext && (!before || next == event.cueEnd) && p_.is(next, TokenKind::OpenQuote)) ||
                       (quoteNext && !before);
        if (!forward && kind == SayKind::Deny && c != WordClass::Mark)
            forward = c == WordClass::Ing || c == WordClass::Det || c == WordClass::Noun || c == WordClass::Name;
        const bool doing = c == WordClass::Ing || (c == WordClass::Verb && p_.of(next).ends_with("ing"));
        if (!forward && doing && next == event.cueEnd && kind == SayKind::Plain && !event.subject.empty() &&
            event.subject.end <= event.cueFirst)
            forward = true; // "recalled seeing three lorries"
        if (!forward && kind != SayKind::That && c != WordClass::Mark &&
            !(p_.small(next) == Small::To ||
              (p_.small(next) == Small::As && !lex_.matchPhrase(r_, next, text::tagBit(Tag::Hedge)))))
            forward = (kind != SayKind::Tell || c != WordClass::Det || p_.finiteVerb(next + 2)) &&
                      !(before && c == WordClass::Subord) && p_.clauseAt(next); // “…,” she said when asked
        else if (!forward && kind == SayKind::That && c != WordClass::Mark)
            forward = (c == WordClass::Pron || c == WordClass::Name) && p_.clauseAt(next) && p_.finiteVerb(next + 1);
        if (!forward && (kind == SayKind::Plain || kind == SayKind::Deny) && p_.small(next) == Small::To &&
            p_.small(next + 1) == Small::Have && next + 2 < p_.end())
            forward = true; // "claimed to have shot down three drones"
        // "A report by X recorded 101 incidents", "the survey found a fall of 3%"
        if (!forward && (kind == SayKind::That || kind == SayKind::Plain) && !event.subject.empty() &&
            p_.has(event.subject.head, Tag::SayNoun) && next == event.cueEnd &&
            (c == WordClass::Number || c == WordClass::Det || c == WordClass::Noun || c == WordClass::Adjective ||
             c == WordClass::Ing))
            forward = true;
        // "expects revenue of $3 billion", "confirmed three deaths": a figure is told
        const bool object = c == WordClass::Number || c == WordClass::Det || c == WordClass::Noun ||
                            c == WordClass::Adjective || c == WordClass::Name || c == WordClass::Ing ||
                            c == WordClass::Past || c == WordClass::Adverb || c == WordClass::Prep;
        if (!forward && next == event.cueEnd && (object || doing) && takesFigure(event))
            forward = figureAhead(next) || (kind == SayKind::Act && doing); // "described seeing"
        if (!forward && kind == SayKind::Plain && next == event.cueEnd && c == WordClass::Number && !p_.inTime(next) &&
            !event.subject.empty() && event.subject.end <= event.cueFirst)
            forward = true; // "(police say 14)"
        if (!forward && (c == WordClass::Modal || c == WordClass::Aux) && next == event.cueEnd &&
            !event.subject.empty() && event.subject.first > p_.first() &&
            p_.classOf(event.subject.first - 1) == WordClass::Wh)
            forward = true; // "the toll, which officials say could pass 100"
        if (!forward && kind == SayKind::Count && next == event.cueEnd && object && !event.subject.empty() &&
            (p_.has(event.subject.head, Tag::SayNoun) || p_.has(event.subject.head, Tag::SourceNoun) ||
             p_.isPerson(event.subject.head) ||
             (p_.of(event.cueFirst) == "counted" && p_.small(event.subject.head) != Small::They &&
              p_.classOf(event.subject.head) == WordClass::Pron) ||                    // "He counted eight bodies"
             (p_.small(event.subject.head) == Small::It && event.source.size() > 2) || // "It counts 1,130 closures"
             (event.cueEnd > event.cueFirst + 1 && p_.maySpeak(event.subject))))
            forward = figureAhead(next); // "Open Cell spoke of 100 arrests"
        if (forward) {
            event.contentFirst = c == WordClass::That || colon ? next + 1 : next;
            event.contentEnd = p_.strongBreakAfter(event.contentFirst);
            if (kind == SayKind::Deny)
                event.contentEnd = beforeRelative(event.contentFirst, event.contentEnd);
            return event.contentFirst < event.contentEnd;
        }
    }
    if (const std::uint32_t mark = inverted && kind != SayKind::Act ? colonBehind(next) : none; mark != none) {
        event.contentFirst = before ? backTo(subjectFirst) : mark + 1; // "Not so, said X, a teacher: S"
        event.contentEnd = p_.strongBreakAfter(mark + 1);
        event.backward = before;
        return event.contentFirst < event.contentEnd;
    }
    if (kind == SayKind::Act)
        return false; // a demand is told behind its verb alone
    // "…, study finds", "…, an inquiry has found": at the end of the sentence alone
    const bool finds = kind == SayKind::That && !inverted && !event.subject.empty() &&
                       (restIsStop(next) || p_.is(next, TokenKind::Semicolon)) &&
                       p_.of(event.cueFirst) != "held" && // "suspect held"
                       (p_.has(event.subject.head, Tag::SayNoun) || p_.has(event.subject.head, Tag::SourceNoun) ||
                        p_.isPerson(event.subject.head) || p_.small(event.subject.head) == Small::They ||
                        p_.nameIn(event.subject, NameKind::Person) != nullptr ||
                        p_.small(event.subject.head) == Small::He || p_.small(event.subject.head) == Small::She);
    if (before && (kind != SayKind::That || finds) && kind != SayKind::Deny) {
        event.backward = true;
        event.contentEnd = subjectFirst;
        event.contentFirst = backTo(subjectFirst);
        if (const std::uint32_t part = p_.strongBreakBefore(subjectFirst - 1);
            !inverted && part > event.contentFirst && p_.is(next, TokenKind::Comma) &&
            p_.is(subjectFirst - 1, TokenKind::Comma) && !verbBetween(part, subjectFirst - 1) &&
            verbBetween(next + 1, p_.strongBreakAfter(next + 1))) { // "S; the true figure, he argued, was T"
            event.contentFirst = part;
            event.contentEnd = p_.strongBreakAfter(next + 1);
            return true;
        }
        if (!inverted && p_.is(next, TokenKind::Comma) && p_.is(subjectFirst - 1, TokenKind::Comma) &&
            (p_.is(next + 1, TokenKind::OpenQuote) || p_.classOf(next + 1) == WordClass::Number) &&
            p_.classOf(subjectFirst - 2) == WordClass::Conj) { // "It has one lion and, Crane said, “rarely feeds it”"
            event.contentFirst = subjectFirst - 2;
            event.contentEnd = p_.strongBreakAfter(next + 1);
            return true;
        }
        if (!inverted && p_.is(next, TokenKind::Comma) && p_.small(next + 1) == Small::And &&
            !saysWithin(next + 2, p_.end()))
            event.contentEnd = p_.strongBreakAfter(next + 1); // "S, the office says, and T"
        if (!inverted && p_.is(next, TokenKind::Comma) && p_.is(subjectFirst - 1, TokenKind::Comma) && goesOn(next + 1))
            event.contentEnd = p_.strongBreakAfter(next + 1); // "The firm had, he said, lost 41 million"
        if (p_.is(next, TokenKind::Comma) && p_.classOf(next + 1) == WordClass::Ing &&
            p_.word(r_.tokens[next + 1].word).say == SayKind::None && p_.is(subjectFirst - 1, TokenKind::Comma) &&
            figureAhead(next + 1) && !toldWithin(next + 1, p_.end()))
            event.contentEnd = p_.strongBreakAfter(next + 1); // "A wall fell, police said, burying three people"
        return event.contentFirst < event.contentEnd;
    }
    // ", analysts say,": in the middle of what they say
    if (!inverted && kind != SayKind::Deny && p_.is(next, TokenKind::Comma) &&
        p_.is(subjectFirst - 1, TokenKind::Comma) && subjectFirst > p_.first() + 1) {
        event.contentFirst = backTo(subjectFirst);
        event.contentEnd = p_.strongBreakAfter(next + 1);
        event.backward = true;
        if (p_.is(next + 1, TokenKind::OpenQuote) && p_.classOf(subjectFirst - 2) == WordClass::Conj)
            event.contentFirst = subjectFirst - 2; // "It has one lion and, Crane said, “rarely feeds it”"
        return true;
    }
    if (quoteNext) {
        event.contentFirst = next;
        event.contentEnd = p_.strongBreakAfter(next);
        return true;
    }
    return false;
}

/// The colon behind a tag, an apposition passed over; none where a quote or a clause follows.
std::uint32_t EventReader::colonBehind(std::uint32_t t) {
    std::uint32_t colon = t;
    while (colon < p_.end() && colon < t + 10 && !r_.tokens[colon].is(TokenKind::Colon))
        ++colon;
    if (!p_.is(colon, TokenKind::Colon) || p_.is(colon + 1, TokenKind::OpenQuote))
        return none; // mostly
    for (std::uint32_t i = t; i < colon; ++i)
        if (p_.finiteVerb(i) || p_.classOf(i) == WordClass::Wh || p_.is(i, TokenKind::OpenQuote))
            return none;
    return colon;
}

/// Behind the comma of a tag: does the same sentence go on, and nobody else speak in it?
bool EventReader::goesOn(std::uint32_t t) {
    const WordClass on = p_.classOf(t);
    const bool same = on == WordClass::That || // "so small, she explained, that 100 would fit"
                      on == WordClass::Det || on == WordClass::Number || on == WordClass::Noun ||
                      on == WordClass::Name || on == WordClass::Pron || on == WordClass::Adjective ||
                      on == WordClass::Past || on == WordClass::Verb || on == WordClass::Aux || on == WordClass::Modal;
    static constexpr WordSet reasons({"because", "unless", "although", "if"});
    if (on == WordClass::Wh && p_.of(t) == "which") // "Fines reach 2 percent, she noted, which would mean 48 million"
        return !toldWithin(t + 1, p_.strongBreakAfter(t));
    if (on == WordClass::Subord && reasons.contains(p_.of(t)))
        return !toldWithin(t + 1, p_.strongBreakAfter(t)); // "He would write, he said, because five had died"
    if (on == WordClass::Past && (p_.of(t) == "given" || p_.of(t) == "compared"))
        return false;
    return (same || (p_.small(t) == Small::To && !p_.inTime(t + 1))) && !toldWithin(t + 1, p_.strongBreakAfter(t));
}

bool EventReader::saysWithin(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
        const SayWord& word = p_.word(r_.tokens[t].word);
        if ((word.begins & BeginsSaying) == 0)
            continue; // mostly
        const bool cue = word.cue != CueKind::None && word.cue != CueKind::Head && word.cue != CueKind::Conditional;
        if ((word.say == SayKind::Put || word.say == SayKind::Count) && t > from && p_.has(t - 1, Tag::Modal))
            continue; // "it added, and will keep five rooms"
        if ((word.say != SayKind::None && word.say != SayKind::Voice && word.say != SayKind::Act) || cue)
            return true;
        if (const auto phrase = lex_.matchPhrase(r_, t, sayings); phrase && phrase->endToken <= to)
            return true; // "a fait état de", but not every "a"
    }
    return false;
}

bool EventReader::toldWithin(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
        if (const SayKind kind = r_.tokens[t].may(text::HintSaying) ? p_.word(r_.tokens[t].word).say : SayKind::None;
            kind != SayKind::None && kind != SayKind::Act &&
            !(kind == SayKind::Put && t > from &&
              lex_.has(r_.tokens[t - 1].word, Tag::Wh))) // "which values it at 2 billion"
            return true;
    return false;
}

std::uint32_t EventReader::beforeRelative(std::uint32_t from, std::uint32_t end) {
    for (std::uint32_t t = from; t + 1 < end; ++t)
        if (p_.is(t, TokenKind::Comma) && p_.classOf(t + 1) == WordClass::Wh)
            return t;
    return end;
}

bool EventReader::takesFigure(const SayEvent& event) const {
    return p_.word(event.entry).figure;
}

/// "sees inflation at 4.1 percent", "sees $120 million in savings": money or a share, no clause between.
bool EventReader::measureAhead(std::uint32_t t) {
    for (std::uint32_t i = t; i < p_.end() && i < t + 14 && !p_.finiteVerb(i) && !p_.is(i, TokenKind::Semicolon); ++i)
        if (p_.is(i, TokenKind::Currency) || p_.is(i, TokenKind::Percent) || p_.of(i) == "percent" ||
            (p_.of(i) == "per" && i + 1 < p_.end() && p_.of(i + 1) == "cent"))
            return true;
    return false;
}

bool EventReader::figureAhead(std::uint32_t t) {
    for (std::uint32_t i = t; i < p_.end() && i < t + 14; ++i) {
        if (p_.is(i, TokenKind::Comma) || p_.is(i, TokenKind::Semicolon) || p_.is(i, TokenKind::Colon) ||
            p_.classOf(i) == WordClass::Wh || p_.classOf(i) == WordClass::That || p_.classOf(i) == WordClass::Subord)
            return false;
        if (p_.inTime(i))
            continue;
        if (p_.is(i, TokenKind::Number) || p_.is(i, TokenKind::Currency) || p_.has(i, Tag::Vague) ||
            (p_.has(i, Tag::Number) && p_.small(i) != Small::A && p_.classOf(i) == WordClass::Number) ||
            p_.has(i, Tag::Multiplier))
            return true;
    }
    return false;
}

void EventReader::gapped() {
    // Each second source stands behind a comma or "and", its figure right behind it.
    for (std::size_t i = firstEvent_, known = events_.size(); i < known; ++i) {
        if (!events_[i].states || events_[i].backward || events_[i].source.empty() || events_[i].conditional)
            continue;
        const std::uint32_t from = events_[i].contentFirst;
        const std::uint32_t end = std::min(events_[i].contentEnd, from + 80); // a list beyond is no second source
        bool figure = false;
        for (std::uint32_t t = from; t + 2 < end; ++t) {
            if (p_.is(t, TokenKind::OpenQuote))
                break;
            figure = figure || p_.is(t, TokenKind::Number) || p_.has(t, Tag::Number);
            const bool joint = p_.is(t, TokenKind::Comma) || p_.small(t) == Small::And || p_.small(t) == Small::But;
            if (!joint || !figure)
                continue;
            std::uint32_t first = t + 1;
            while (first < end && (p_.classOf(first) == WordClass::Conj || p_.classOf(first) == WordClass::Subord))
                ++first;
            std::uint32_t number = first; // the source up to its figure
            while (number < end && number < first + 10 && p_.classOf(number) != WordClass::Number &&
                   !p_.is(number, TokenKind::Comma) && !p_.finiteVerb(number))
                ++number;
            if (number >= end || number == first || p_.classOf(number) != WordClass::Number)
                continue;
            std::uint32_t tail = number;
            while (tail > first && (p_.classOf(tail - 1) == WordClass::Prep ||
                                    p_.classOf(tail - 1) == WordClass::Adverb || p_.is(tail - 1, TokenKind::Comma)))
                --tail;
            NounPhrase source = p_.phraseAt(first);
            if (source.empty() || source.end < tail)
                continue;
            source.end = tail;
            source.head = std::min(source.head, tail - 1);
            if (p_.classOf(source.head) == WordClass::Pron || p_.inTime(first) ||
                !(p_.has(source.head, Tag::SourceNoun) || p_.has(source.head, Tag::SayNoun) ||
                  p_.has(source.head, Tag::OrgWord)))
                continue;
            std::uint32_t rest = number; // a figure and what it counts, no clause
            while (rest < end && !p_.is(rest, TokenKind::Comma) && !p_.is(rest, TokenKind::Stop) &&
                   !p_.finiteVerb(rest) && rest < number + 8)
                ++rest;
            if (rest < end && !p_.is(rest, TokenKind::Comma) && !p_.is(rest, TokenKind::Stop))
                continue;
            SayEvent event;
            event.sentence = sentence_;
            event.cueFirst = t;
            event.cueEnd = t + 1;
            setSource(event, source);
            event.contentFirst = tail;
            event.contentEnd = rest;
            event.states = true;
            events_[i].contentEnd = std::min(events_[i].contentEnd, t);
            events_.push_back(event);
            t = rest - 1;
        }
    }
}

void EventReader::closeAside(SayEvent& event) {
    if (!event.aside || event.backward)
        return;
    bool quoted = false;
    for (std::uint32_t t = event.contentFirst; t < event.contentEnd; ++t) {
        if (p_.is(t, TokenKind::OpenQuote) || p_.is(t, TokenKind::CloseQuote))
            quoted = p_.is(t, TokenKind::OpenQuote);
        else if (!quoted && p_.is(t, TokenKind::Comma) &&
                 (p_.finiteVerb(t + 1) || p_.classOf(t + 1) == WordClass::Past ||
                  p_.classOf(t + 1) == WordClass::Pron || (p_.classOf(t + 1) == WordClass::Det && p_.clauseAt(t + 1))))
            event.contentEnd = t;
    }
}

std::uint32_t EventReader::backTo(std::uint32_t t) const {
    for (std::size_t i = firstEvent_; i < events_.size(); ++i)
        if (events_[i].states)
            return p_.strongBreakBefore(t > 1 ? t - 1 : t);
    // "A was seen, but “we know B,” X said": the quote alone
    std::uint32_t close = t;
    while (close > p_.first() && close + 2 > t && !p_.is(close, TokenKind::CloseQuote))
        --close;
    if (p_.is(close, TokenKind::CloseQuote)) {
        std::uint32_t open = close;
        while (open > p_.first() && !p_.is(open, TokenKind::OpenQuote))
            --open;
        const std::uint32_t begin = p_.strongBreakBefore(open);
        if (begin > p_.first() && open <= begin + 1)
            return begin;
    }
    return p_.first();
}

bool EventReader::contentBefore(std::uint32_t t) {
    if (p_.is(t - 1, TokenKind::CloseQuote) || (t >= 2 && p_.is(t - 2, TokenKind::CloseQuote)))
        return true;
    const std::uint32_t begin = backTo(t);
    if (t >= begin + 2 && t < begin + 8 && p_.is(t - 1, TokenKind::Comma) && begin == p_.first()) {
        std::uint32_t number = begin; // "Nine, the detective answered"; « Au moins 80, affirme l'ONG »
        while (number + 1 < t && (p_.classOf(number) == WordClass::Adverb || p_.classOf(number) == WordClass::Prep ||
                                  p_.has(number, Tag::Hedge)))
            ++number;
        if (p_.classOf(number) == WordClass::Number && !p_.inTime(number))
            return true;
    }
    if (t < begin + 3)
        return false;
    std::uint32_t from = begin;
    const WordClass opens = p_.classOf(begin);
    const bool hedge = (p_.of(begin) == "So" && p_.of(begin + 1) == "far") || p_.has(begin, Tag::Hedge) ||
                       lex_.matchPhrase(r_, begin, text::tagBit(Tag::Hedge)); // "As many as"
    const bool subord = !hedge && (opens == WordClass::Subord || p_.has(begin, Tag::Subord));
    if (!hedge && (opens == WordClass::Prep || subord)) {
        // "In a statement, X said" · "When police came, X said nothing" · "After the raid, five died, X said"
        std::uint32_t comma = begin;
        while (comma < t && !p_.is(comma, TokenKind::Comma))
            ++comma;
        if (comma + 1 < t)
            from = comma + 1;
        else if (subord)
            return false;
    }
    for (std::uint32_t i = from; i + 1 < t; ++i)
        if (p_.finiteVerb(i) ||
            ((hedge || opens != WordClass::Prep) && p_.classOf(i) == WordClass::Past &&
             (p_.small(i + 1) != Small::By || p_.classOf(i + 2) == WordClass::Number))) // "fell by 20 percent"
            return true;
    return false;
}

bool EventReader::verbBetween(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = from; t < to; ++t)
        if (p_.finiteVerb(t))
            return true;
    return false;
}

bool EventReader::infinitiveBetween(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t + 1 < to; ++t)
        if (p_.small(t) == Small::To && (lex_.use(r_.tokens[t + 1].word).forms & text::VerbBase) != 0)
            return true;
    return false;
}

bool EventReader::opensSentence(std::uint32_t t) {
    std::uint32_t begin = p_.strongBreakBefore(t);
    while (begin < t && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                         p_.classOf(begin) == WordClass::Adverb || p_.is(begin, TokenKind::Comma) ||
                         p_.is(begin, TokenKind::OpenQuote)))
        ++begin;
    return begin == t;
}

std::uint32_t EventReader::passApposition(std::uint32_t comma) {
    for (int round = 0; round < 2; ++round) {
        std::uint32_t close = comma + 1;
        while (close < p_.end() && !p_.is(close, TokenKind::Comma))
            ++close;
        if (close >= p_.end())
            return comma;
        const WordClass opens = p_.classOf(comma + 1);
        bool verb = false;
        bool relative = opens == WordClass::Wh;
        for (std::uint32_t t = comma + 1; t < close && !relative; ++t) {
            relative = p_.classOf(t) == WordClass::Wh || p_.classOf(t) == WordClass::That;
            if (p_.classOf(t) == WordClass::Past && t == comma + 1)
                continue; // "reported on September 9,"
            verb = verb || p_.finiteVerb(t);
        }
        if (verb)
            return comma;
        const bool apposition =
            relative || opens == WordClass::Det || opens == WordClass::Past || opens == WordClass::Ing ||
            p_.inTime(comma + 1) ||
            (p_.french() &&
             p_.small(comma + 1) == Small::Of) || // "Anne Roux, de l'institut," p_.has(comma + 1, Tag::Title) ||
            p_.has(comma + 1, Tag::SourceNoun);
        bool rest = false; // a clause must follow, or this was the clause's own comma
        for (std::uint32_t t = close + 1; t < p_.end() && !rest; ++t)
            rest = p_.finiteVerb(t) || p_.classOf(t) == WordClass::Past;
        if (!apposition || !rest)
            return comma;
        comma = close;
    }
    return comma;
}

bool EventReader::restIsStop(std::uint32_t t) const {
    while (t < p_.end() && (p_.is(t, TokenKind::Stop) || p_.is(t, TokenKind::CloseQuote)))
        ++t;
    return t >= p_.end();
}

/// "Selon lui, A ; il faudrait B": the only source of the sentence goes on behind a semicolon.
void EventReader::overSemicolon() {
    SayEvent* only = nullptr;
    for (std::size_t i = firstEvent_; i < events_.size(); ++i) {
        if (events_[i].conditional || events_[i].source.empty())
            continue;
        if (only != nullptr && only->source != events_[i].source)
            return;
        only = events_[i].states ? &events_[i] : only;
    }
    if (only == nullptr || only->backward || only->modality != Modality::Reported || only->demand || only->aside ||
        !p_.is(only->contentEnd, TokenKind::Semicolon) || saysWithin(only->contentEnd + 1, p_.end()))
        return;
    const NounPhrase other = p_.phraseAt(only->contentEnd + 1); // "; l'association n'en a vu que six"
    if (other.empty() || p_.classOf(other.head) == WordClass::Pron || p_.classOf(other.first) == WordClass::Number ||
        !p_.maySpeak(other))
        only->contentEnd = p_.end();
}

void EventReader::settleSentence() {
    if (r_.sentences[sentence_].may(text::HintFigure)) {
        gapped();
        overSemicolon();
    }
    for (std::size_t i = firstEvent_; i < events_.size(); ++i) // told by somebody, the mood adds nothing
        if (events_[i].conditional)
            for (std::size_t j = firstEvent_; j < events_.size() && events_[i].states; ++j)
                events_[i].states = events_[j].conditional || !events_[j].states ||
                                    events_[i].cueFirst < events_[j].contentFirst ||
                                    events_[i].cueFirst >= events_[j].contentEnd;
    for (std::size_t i = firstEvent_; i < events_.size(); ++i) {
        SayEvent& outer = events_[i];
        if (outer.demand) // "The gang asked for 100 million, an official said": the official's word
            for (std::size_t j = firstEvent_; j < events_.size(); ++j)
                outer.states = outer.states &&
                               (events_[j].demand || !events_[j].states || outer.cueFirst < events_[j].contentFirst ||
                                outer.cueFirst >= events_[j].contentEnd);
        if (!outer.states)
            continue;
        for (std::size_t j = i + 1; j < events_.size(); ++j) {
            SayEvent& inner = events_[j];
            if (!inner.states)
                continue;
            const bool inside =
                !outer.backward && inner.cueFirst >= outer.contentFirst && inner.cueFirst < outer.contentEnd;
            if (!inside) {
                // "S, X said, adding that T" · "A said S, while B put T"
                if (inner.backward && !outer.backward && !outer.source.empty() &&
                    inner.contentFirst < outer.contentEnd && inner.source != outer.source)
                    inner.contentFirst = std::max(inner.contentFirst, std::min(outer.contentEnd, inner.contentEnd));
                if (inner.backward && outer.backward && inner.contentFirst < outer.cueEnd)
                    inner.contentFirst = std::max(inner.contentFirst, std::max(outer.cueEnd, outer.subject.end));
                while (inner.backward && inner.contentFirst + 1 < inner.contentEnd &&
                       (p_.classOf(inner.contentFirst) == WordClass::Conj ||
                        p_.is(inner.contentFirst, TokenKind::Comma) ||
                        p_.is(inner.contentFirst, TokenKind::OpenBracket)))
                    ++inner.contentFirst;
                continue;
            }
            if (inner.backward && !inner.subject.empty()) {
                // "Police said S, the agency reported": the last one passes on the first
                outer.contentEnd = std::min(outer.contentEnd, inner.contentEnd);
                inner.contentFirst = std::min(inner.contentFirst, outer.contentFirst);
                if (outer.via.empty() && outer.source != inner.source)
                    outer.via = inner.source;
                continue;
            }
            if (inner.source.empty())
                inner.contentFirst = std::max(inner.contentFirst, outer.contentFirst);
            if (inner.via.empty() && !outer.source.empty() && outer.source != inner.source && !inner.source.empty())
                inner.via = outer.source;
            // "X said A and Y said B": the outer one ends where the inner one's subject begins
            const std::uint32_t from =
                inner.subject.empty() ? inner.cueFirst : std::min(inner.subject.first, inner.cueFirst);
            if (from > outer.contentFirst && from < p_.end() &&
                (p_.is(from - 1, TokenKind::Comma) || p_.classOf(from - 1) == WordClass::Conj) && !inner.backward &&
                !inner.source.empty() && inner.source != outer.source) {
                outer.contentEnd = from;
                inner.via = {};
            }
        }
    }
}

} // namespace countercheck::read
