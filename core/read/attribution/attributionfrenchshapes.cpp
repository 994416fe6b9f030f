// SPDX-License-Identifier: GPL-3.0-or-later
// French acts of saying that are no plain "X a dit": passives, participles, the conditional of hearsay, "pour X, …".
#include "core/read/attribution/attributionreader.h"

#include <algorithm>

namespace countercheck::read {

bool EventReader::hearsayConditional(std::uint32_t t) {
    // "aurait fait trois morts" is hearsay; "aurait dû", "aurait pu", "aurait voulu", "si … aurait" weigh what was not
    std::uint32_t i = t + 1;
    while (p_.classOf(i) == WordClass::Adverb || p_.small(i) == Small::Been)
        ++i;
    if (p_.classOf(i) == WordClass::Pron || p_.is(i, TokenKind::Hyphen))
        return false; // "aurait-il"
    static constexpr std::string_view weighed[] = {
        "dû",       "pu",    "voulu", "fallu", "aimé", "préféré", "souhaité", "bien",    "mieux", "bon",  "utile",
        "possible", "temps", "mal",   "faux",  "vain", "juste",   "injuste",  "dommage", "prêt",  "prête"};
    if (i >= p_.end())
        return false;
    for (const std::string_view word : weighed)
        if (p_.of(i) == word)
            return false;
    if (p_.classOf(i) == WordClass::Det && p_.small(t) == Small::WouldBe &&
        !(p_.has(i + 1, Tag::Vague) || p_.has(i + 1, Tag::Number) || p_.has(i + 1, Tag::Multiplier)))
        return false; // "ce serait une erreur"
    for (std::uint32_t s = p_.first(); s < p_.end(); ++s)
        if (p_.small(s) == Small::If &&
            (s == p_.first() || p_.classOf(s - 1) == WordClass::Mark || p_.classOf(s - 1) == WordClass::Conj))
            return false;
    if (t > p_.first() &&
        (p_.of(t - 1) == "ce" || p_.of(t - 1) == "Ce" || p_.small(t - 1) == Small::I || p_.small(t - 1) == Small::We))
        return false;
    while (quote_ < m_.quotes.size() && m_.quotes[quote_].whole.end < r_.tokens[t].begin)
        ++quote_;
    return quote_ >= m_.quotes.size() || !m_.quotes[quote_].whole.contains(r_.tokens[t].span());
}

bool EventReader::clauseFollows(NounPhrase source) {
    if (p_.classOf(source.head) == WordClass::Name) {
        const Name* name = nameOf(source);
        if (name == nullptr || (name->kind != NameKind::Person && name->kind != NameKind::Organisation))
            return false;
    } else if (!p_.has(source.head, Tag::SourceNoun)) {
        return false;
    }
    std::uint32_t comma = source.end;
    if (p_.classOf(comma + 1) == WordClass::Wh || p_.small(comma + 1) == Small::Of) // "pour les analystes, qui …, S"
        comma = passApposition(comma);
    const WordClass c = p_.classOf(comma + 1);
    return (c == WordClass::Det || c == WordClass::Pron || c == WordClass::Number || c == WordClass::Name ||
            c == WordClass::Noun || p_.is(comma + 1, TokenKind::OpenQuote)) &&
           (verbBetween(comma + 1, p_.end()) || p_.is(comma + 1, TokenKind::OpenQuote));
}

std::uint32_t EventReader::farBy(std::uint32_t t, SayKind kind) {
    // "estimé à 3 millions d'euros par la mairie", "qualifié de « … » par le ministre"
    const bool quote = kind == SayKind::Act || kind == SayKind::Accuse || // "jugé « dérisoire » par l'opposition"
                       p_.is(t, TokenKind::OpenQuote);
    if (!quote && !((p_.small(t) == Small::To || p_.small(t) == Small::At) && figureAhead(t)))
        return none;
    bool closed = false;
    for (std::uint32_t i = t; i < p_.end() && i < t + 14; ++i) {
        closed = closed || p_.is(i, TokenKind::CloseQuote);
        if (p_.is(i, TokenKind::Comma) || p_.is(i, TokenKind::Semicolon))
            return none;
        if (p_.small(i) == Small::By && (!quote || closed))
            return i;
    }
    return none;
}

void EventReader::frenchPassive(SayEvent& event, const FrenchVerb& verb, SayKind kind) {
    const std::uint32_t next = p_.afterTime(verb.end);
    if (p_.small(next) == Small::By && kind != SayKind::Think) { // "annoncé par X", "a été confirmée par X"
        const NounPhrase source = p_.phraseAt(next + 1);
        if (source.empty() || !p_.maySpeak(source))
            return;
        setSource(event, source);
        event.cueEnd = next + 1;
        if (event.quoteOnly || kind == SayKind::Tell || kind == SayKind::Deny) {
            event.quoteOnly = true;
            event.contentFirst = event.contentEnd = source.end;
            events_.push_back(event);
            return;
        }
        event.contentFirst = p_.strongBreakBefore(verb.first);
        event.contentEnd = verb.group;
        for (std::uint32_t i = verb.group; verb.participle && i > event.contentFirst; --i)
            if (p_.is(i - 1, TokenKind::Comma)) { // "…, un statu quo attendu par neuf économistes"
                event.contentFirst = i;
                break;
            }
        event.backward = true;
        event.states = event.contentFirst < event.contentEnd;
        if (event.states)
            events_.push_back(event);
        return;
    }
    if (const std::uint32_t by = farBy(verb.end, kind); by != none) {
        const NounPhrase source = p_.phraseAt(by + 1);
        if (source.empty() || (!p_.maySpeak(source) && p_.classOf(source.head) != WordClass::Noun))
            return;
        setSource(event, source);
        event.quoteOnly = event.quoteOnly || p_.is(verb.end, TokenKind::OpenQuote);
        event.contentFirst = event.quoteOnly ? by : p_.strongBreakBefore(verb.first);
        event.contentEnd = by;
        event.states = !event.quoteOnly;
        if (event.quoteOnly)
            event.subject = {verb.first, by + 1, source.head}; // beside the quote that it holds
        events_.push_back(event);
        return;
    }
    if (!verb.passive)
        return;
    const std::uint32_t group = verb.group;
    const bool impersonal = group > p_.first() && p_.small(group - 1) == Small::He;
    if (impersonal && p_.classOf(next) == WordClass::That) { // "il a été annoncé que"
        event.contentFirst = next + 1;
        event.contentEnd = p_.strongBreakAfter(next + 1);
    } else if (kind == SayKind::Accuse && p_.small(next) == Small::Of) {
        event.contentFirst = p_.strongBreakBefore(verb.first);
        event.contentEnd = p_.strongBreakAfter(verb.first);
    } else {
        return;
    }
    event.quoteOnly = false;
    event.states = event.contentFirst < event.contentEnd;
    if (event.states)
        events_.push_back(event);
}

} // namespace countercheck::read
