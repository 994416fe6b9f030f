// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects that do not stand beside their verb: before an apposition that a comma closes ("X, chief executive of Y,
// said"), and at the head of the clause ("The UN protested, saying").
#include "core/read/attribution/attributionreader.h"

namespace countercheck::read {

/// "Ray Ito, a professor of law, who doubts …": of a name and what stands in apposition to it, the name.
NounPhrase EventReader::namedByApposition(NounPhrase subject) const {
    if (subject.empty() || subject.first < p_.first() + 2 || !p_.is(subject.first - 1, TokenKind::Comma) ||
        p_.classOf(subject.head) != WordClass::Noun)
        return subject;
    const NounPhrase named = p_.phraseEndingAt(subject.first - 2);
    return !named.empty() && p_.classOf(named.head) == WordClass::Name && p_.nameIn(named, NameKind::Person) != nullptr
               ? named
               : subject;
}

void EventReader::leadSubject(SayEvent& event, std::uint32_t t) {
    std::uint32_t begin = p_.strongBreakBefore(t);
    if (const NounPhrase own = p_.phraseAt(begin);
        begin > p_.first() + 2 && p_.is(begin - 2, TokenKind::Comma) && (own.empty() || own.first >= t || own.end > t))
        begin = p_.strongBreakBefore(begin - 2); // "X declined to comment, but said": the clause before has its subject
    if (begin == p_.first() && r_.tokens[begin].has(text::AllCaps)) // "STOCKTON, Oct 29 (Agency) - The maker"
        for (std::uint32_t i = begin; i + 1 < t && i < begin + 14; ++i)
            if (p_.is(i, TokenKind::CloseBracket) && (p_.is(i + 1, TokenKind::Dash) || p_.is(i + 1, TokenKind::Hyphen)))
                begin = i + 2;
    if (p_.classOf(begin) == WordClass::Subord) { // "Although they were few, residents fled, shouting"
        std::uint32_t comma = begin;
        while (comma < t && !p_.is(comma, TokenKind::Comma))
            ++comma;
        if (comma + 1 < t && verbBetween(begin + 1, comma) && verbBetween(comma + 1, t))
            begin = comma + 1;
    }
    while (begin < t && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                         p_.classOf(begin) == WordClass::Adverb || p_.is(begin, TokenKind::Comma)))
        ++begin;
    if (const std::uint32_t after = p_.afterTime(begin); after != begin)
        begin = p_.is(after, TokenKind::Comma) ? after + 1 : after;
    const bool asked = p_.french() && begin == p_.first() && // "Interrogée sur ce point, elle a botté en touche"
                       (lex_.use(r_.tokens[begin].word).forms & text::VerbPastParticiple) != 0;
    if (p_.classOf(begin) == WordClass::Prep || p_.classOf(begin) == WordClass::Past ||
        asked) { // "At that hearing, he …"
        std::uint32_t comma = begin;
        while (comma < t && !p_.is(comma, TokenKind::Comma))
            ++comma;
        if (comma + 1 < t)
            begin = comma + 1;
    }
    NounPhrase subject = p_.phraseAt(begin);
    while (!subject.empty() && p_.is(subject.end, TokenKind::Hyphen) && subject.end + 2 <= t)
        subject.end += 2; // "The president-elect"
    if (!subject.empty() && (subject.end < t || (subject.end == t && p_.is(t, TokenKind::Colon))))
        accept(event, subject);
}

void EventReader::besideApposition(SayEvent& event, std::uint32_t comma) {
    for (std::uint32_t close = comma; close > p_.first(); --close) // “…,” Ida Brandt, a nurse, said
        if (p_.is(close - 1, TokenKind::CloseQuote)) {
            const NounPhrase subject = p_.phraseAt(close);
            if (!subject.empty() && subject.end < comma && p_.is(subject.end, TokenKind::Comma)) {
                accept(event, subject);
                return;
            }
            break;
        }
    std::uint32_t begin = p_.strongBreakBefore(comma);
    for (std::uint32_t colon = comma; colon > begin + 1; --colon)
        if (p_.is(colon - 1, TokenKind::Colon)) {
            begin = colon; // "Not all agree: its spokesman, Ole Berg, called them “…”"
            break;
        }
    const bool age = comma > begin + 3 && p_.is(comma - 1, TokenKind::Number) && p_.is(comma - 2, TokenKind::Comma);
    if (const NounPhrase named = p_.phraseEndingAt(comma - (age ? 3 : 1));
        !named.empty() && named.first > begin + 1 && p_.is(named.first - 1, TokenKind::Comma) &&
        p_.nameIn(named, NameKind::Person) != nullptr && p_.small(begin) == Small::One &&
        p_.small(begin + 1) == Small::Of) { // "One of them, librarian Sue Marsh, told councillors"
        setSource(event, named);
        return;
    }
    if (p_.small(begin) == Small::One && p_.small(begin + 1) == Small::Of && begin + 3 < comma &&
        p_.classOf(begin + 2) == WordClass::Pron && p_.is(begin + 3, TokenKind::Comma)) {
        setSource(event, {begin, begin + 3, begin}); // "One of them, who asked not to be named, called it"
        lastUnnamedKind_ = Unnamed::Person;
        return;
    }
    if (lone(begin) && p_.is(begin + 1, TokenKind::Comma) && begin + 1 < comma) { // "Another, a nurse, said"
        const NounPhrase named = p_.phraseAt(begin + 2);
        const bool person = !named.empty() && p_.classOf(named.end - 1) == WordClass::Name && named.end <= comma;
        setSource(event, person ? named : NounPhrase{begin, begin + 1, begin});
        return;
    }
    for (std::uint32_t what = comma; what > begin + 1 && what + 10 > comma; --what)
        if (p_.classOf(what - 1) == WordClass::Wh && p_.of(what - 1) == "what") {
            const NounPhrase own = p_.phraseAt(what); // "at what the treasurer, Ole Berg, calls “…”"
            if (!own.empty() && p_.is(own.end, TokenKind::Comma) && own.end < comma)
                accept(event, own);
            if (!event.subject.empty())
                return;
        }
    if (const std::uint32_t after = p_.afterTime(begin); after < comma && p_.classOf(after) != WordClass::Mark)
        begin = after; // "On Friday the bank, which …, said"
    const std::uint32_t start = begin;
    for (int round = 0; round < 5; ++round) {
        while (begin < comma && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                                 p_.classOf(begin) == WordClass::Adverb || p_.classOf(begin) == WordClass::That))
            ++begin;
        const NounPhrase subject = p_.phraseAt(begin);
        const bool aside = p_.is(subject.end, TokenKind::Comma) || p_.classOf(subject.end) == WordClass::Wh ||
                           (p_.classOf(subject.end) == WordClass::That && p_.maySpeak(subject));
        if (!subject.empty() && subject.end < comma && aside && p_.maySpeak(subject)) {
            setSource(event, subject);
            return;
        }
        if (!subject.empty() && !aside &&
            p_.maySpeak(subject)) { // "Two sources close to the inquiry, speaking …, said"
            const bool near = p_.of(subject.end) == "close" && p_.small(subject.end + 1) == Small::To;
            const WordClass tail = near ? WordClass::Adjective : p_.classOf(subject.end);
            std::uint32_t close = subject.end;
            while (close < comma && !p_.is(close, TokenKind::Comma))
                ++close;
            if ((tail == WordClass::Adjective || tail == WordClass::Adverb || tail == WordClass::Prep ||
                 tail == WordClass::Ing || tail == WordClass::Past) &&
                close < comma && !verbBetween(subject.end + (near ? 1 : 0), close)) {
                setSource(event, {subject.first, tail == WordClass::Past ? subject.end : close, subject.head});
                return;
            }
        }
        if (round > 0 && !subject.empty() && subject.end == comma && p_.is(begin - 1, TokenKind::Comma) &&
            p_.classOf(subject.head) == WordClass::Name && p_.maySpeak(subject) && !verbBetween(start, begin)) {
            setSource(event, subject); // "The mine's operator, Harrow Coal, has spoken of"
            return;
        }
        while (begin < comma && !p_.is(begin, TokenKind::Comma) && p_.classOf(begin) != WordClass::That)
            ++begin;
        ++begin;
        if (begin >= comma)
            return;
    }
}

} // namespace countercheck::read
