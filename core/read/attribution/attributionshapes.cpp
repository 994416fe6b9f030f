// SPDX-License-Identifier: GPL-3.0-or-later
// Acts of saying that are no plain "X said": passives, participles, measures ("put the toll at four"), cues.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>
#include <tuple>

namespace countercheck::read {

using text::WordId;

void EventReader::accusation(std::uint32_t t, std::uint32_t end, std::uint32_t group, bool passive) {
    std::uint32_t of = end; // "accuse him of stealing $3 million", "is accused of stealing $3 million"
    while (of < p_.end() && of < end + 10 && p_.small(of) != Small::Of)
        ++of;
    const bool reduced = !passive && of == end && lex_.has(r_.tokens[t].word, Tag::VerbPart); // "a man accused of"
    if (p_.small(of) != Small::Of || (passive && of != end))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    event.groupFirst = group;
    if (!passive && !reduced) {
        if (group == p_.first())
            return;
        if (p_.is(group - 1, TokenKind::Comma)) // "Their leader, Ed Lunt, accused her of"
            besideApposition(event, group - 1);
        else
            accept(event, p_.phraseEndingAt(group - 1));
        if (event.subject.empty())
            return;
    }
    const std::uint32_t clause = passive ? p_.clauseBegin(t) : t;
    const bool relative = passive && clause > p_.first() && p_.classOf(clause - 1) == WordClass::Wh;
    event.contentFirst = passive && !relative ? p_.strongBreakBefore(t) : of + 1;
    event.contentEnd = p_.strongBreakAfter(of);
    if (reduced || relative) // up to the verb whose subject it belongs to
        for (std::uint32_t i = of + 2; i < event.contentEnd; ++i)
            if (p_.is(i, TokenKind::Comma) || p_.finiteVerb(i))
                event.contentEnd = i;
    event.states = event.contentFirst < event.contentEnd;
    if (event.states)
        events_.push_back(event);
}

bool EventReader::fate(std::uint32_t t) {
    static constexpr std::string_view fates[] = {"dead",   "missing", "trapped", "lost",     "drowned", "killed",
                                                 "buried", "injured", "wounded", "infected", "stranded"};
    for (const std::string_view word : fates)
        if (t < p_.end() && p_.of(t) == word)
            return true;
    return false;
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
    if (kind == SayKind::Act && p_.small(end) == Small::By) { // "is being treated by police as “…”"
        const NounPhrase source = p_.phraseAt(end + 1);
        if (source.empty() || !p_.maySpeak(source))
            return;
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end + 1;
        event.groupFirst = group;
        const auto kept = std::tuple(lastSpeaker_, lastSpoke_, lastUnnamed_, lastUnnamedAt_);
        setSource(event, source);
        if (p_.word(r_.tokens[t].word).asks) // "Reed was asked by the judge whether …. He replied": not the judge
            std::tie(lastSpeaker_, lastSpoke_, lastUnnamed_, lastUnnamedAt_) = kept;
        event.quoteOnly = true;
        event.contentFirst = event.contentEnd = source.end;
        events_.push_back(event);
        return;
    }
    if (kind == SayKind::Act || kind == SayKind::Voice || kind == SayKind::Put || kind == SayKind::Deny)
        return;
    if (p_.small(end) == Small::By) { // "was reported by X", "was confirmed by a spokesman"
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end + 1;
        if (kind == SayKind::That)
            return;
        const NounPhrase source = p_.phraseAt(end + 1);
        if (p_.of(t) == "claimed" && p_.classOf(end + 1) == WordClass::Number)
            return; // "a bonus that has been claimed by 310,000 families"
        if (source.empty() || !p_.maySpeak(source) ||
            (kind == SayKind::Tell && p_.classOf(source.end) != WordClass::That))
            return;
        setSource(event, source);
        if (kind == SayKind::Tell) { // "had been told by the bank that"
            event.contentFirst = source.end + 1;
            event.contentEnd = p_.strongBreakAfter(source.end);
            event.states = event.contentFirst < event.contentEnd;
            events_.push_back(event);
            return;
        }
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
    // "12 people were feared dead", "were reported missing"; what is "confirmed dead" or "found dead" is
    const bool fated = (kind == SayKind::Think && p_.small(end) == Small::Of) || // "is suspected of stealing"
                       (fate(end) && (kind == SayKind::Think || p_.of(t) == "reported"));
    if ((kind == SayKind::Tell && !that) || (!to && !that && !fated)) // "was told that the repair would cost"
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
    if (estimatedBy(event))
        return;
    if (const std::uint32_t number = expectedBy(event); number != none) { // "below the 67 million expected by analysts"
        setSource(event, source);
        event.contentFirst = number;
        event.contentEnd = event.cueFirst;
        event.backward = event.states = true;
        events_.push_back(event);
        return;
    }
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

/// The figure that ends right before "expected", "forecast", "predicted" by; none: there is no such figure.
std::uint32_t EventReader::expectedBy(const SayEvent& event) {
    static constexpr WordSet ahead({"expected", "forecast", "predicted", "projected", "anticipated"});
    if (!ahead.contains(p_.of(event.cueFirst)))
        return none;
    for (std::uint32_t t = event.cueFirst; t-- > p_.first() && t + 6 > event.cueFirst;) {
        if (p_.is(t, TokenKind::Number) || p_.is(t, TokenKind::Currency))
            return t > p_.first() && p_.is(t - 1, TokenKind::Currency) ? t - 1 : t;
        if (p_.is(t, TokenKind::Comma) || p_.finiteVerb(t))
            break;
    }
    return none;
}

bool EventReader::estimatedBy(SayEvent event) {
    std::uint32_t by = event.cueEnd;
    bool found = false;
    for (int round = 0; round < 3 && p_.small(by) == Small::By; ++round) {
        NounPhrase source = p_.phraseAt(by + 1);
        for (std::uint32_t t = source.first; t < source.end; ++t) // "police at 25,000"
            if (p_.small(t) == Small::At)
                source.end = t;
        if (source.empty() || source.head >= source.end || !p_.maySpeak(source) || p_.small(source.end) != Small::At ||
            !figureAhead(source.end))
            break;
        std::uint32_t end = source.end + 1;
        while (end < p_.end() && !p_.is(end, TokenKind::Comma) && !p_.is(end, TokenKind::Stop) &&
               p_.small(end) != Small::And && p_.classOf(end) != WordClass::Past && !p_.finiteVerb(end))
            ++end;
        setSource(event, source);
        event.contentFirst = source.end;
        event.contentEnd = end;
        event.states = true;
        events_.push_back(event);
        event.cueFirst = by;
        found = true;
        by = end + (p_.small(end) == Small::And || p_.is(end, TokenKind::Comma) ? 1 : 0);
        if (p_.small(by) == Small::And || p_.small(by) == Small::But)
            ++by;
        event.cueFirst = by;
        event.cueEnd = by + 1;
    }
    return found;
}

void EventReader::putAt(std::uint32_t t, std::uint32_t end, std::uint32_t group) {
    if (group == p_.first())
        return;
    std::uint32_t at = end;
    const auto share = [&](std::uint32_t i) { // "puts the party on 33 to 36 per cent"
        if (p_.small(i) != Small::On || p_.classOf(i + 1) != WordClass::Number || p_.inTime(i + 1))
            return false;
        while (p_.classOf(i + 1) == WordClass::Number || p_.small(i + 1) == Small::To ||
               p_.is(i + 1, TokenKind::Hyphen))
            ++i;
        const std::string_view unit = p_.of(std::min(i + 1, p_.end() - 1));
        return p_.is(i, TokenKind::Percent) || unit == "per" || unit == "percent" || unit == "seats";
    };
    // "revised the toll to 14": what is put at a number is put to another one
    const std::string_view verb = p_.of(t);
    const bool moved = verb.starts_with("revis") || verb.starts_with("rais");
    const Small mark = moved ? Small::To : Small::At;
    while (at < p_.end() && at < end + 16 && !(p_.small(at) == mark && !p_.inTime(at + 1)) && !share(at))
        ++at;
    if (at >= p_.end() || (p_.small(at) != mark && !share(at)) || (moved && p_.classOf(at + 1) != WordClass::Number))
        return;
    static constexpr std::string_view measures[] = {
        "number", "toll",      "figure", "count",  "total",    "cost",     "damage", "loss",        "losses",
        "value",  "price",     "death",  "size",   "estimate", "strength", "target", "forecast",    "turnout",
        "crowd",  "magnitude", "tally",  "chance", "chances",  "risk",     "odds",   "probability", "likelihood"};
    bool measure = false;
    std::uint32_t commas = 0;
    for (std::uint32_t i = end; i < at; ++i) {
        for (const std::string_view word : measures)
            measure = measure || p_.of(i) == word;
        commas += p_.is(i, TokenKind::Comma) ? 1u : 0u;
    }
    const bool clause = commas != 0 && !(commas == 2 && p_.is(at - 1, TokenKind::Comma)); // "the march, …, at 30,000"
    const bool quoted = p_.is(at + 1, TokenKind::OpenQuote);
    std::uint32_t number = at + 1; // "at roughly 30,000"
    while (p_.classOf(number) == WordClass::Adverb && number < at + 4)
        ++number;
    if (clause || (moved && !measure) ||
        (!measure && !quoted && !(p_.is(number, TokenKind::Number) || p_.is(number, TokenKind::Currency))))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    if (p_.is(group - 1, TokenKind::Comma))
        besideApposition(event, group - 1);
    else if (lone(group - 1))
        setSource(event, loneAt(group - 1));
    else if (p_.of(group - 1) == "which" ||
             p_.small(group - 1) == Small::Who) // "the bank, which had put its losses at"
        accept(event, namedByApposition(p_.phraseEndingAt(group - (p_.is(group - 2, TokenKind::Comma) ? 3 : 2))));
    else if (const SayEvent* last = lastInSentence(); last != nullptr && p_.classOf(group - 1) == WordClass::Conj)
        inherit(event, *last);
    else
        accept(event, p_.phraseEndingAt(group - 1));
    if (event.subject.empty()) { // "A toll given by the Red Cross put the dead at 33"
        const NounPhrase lead = p_.phraseAt(p_.clauseBegin(group - 1));
        if (!lead.empty() && lead.end < group && p_.classOf(lead.end) == WordClass::Past)
            accept(event, lead);
    }
    if (event.subject.empty())
        return;
    event.contentFirst = end;
    event.contentEnd = p_.strongBreakAfter(end);
    event.aside = p_.is(event.subject.end, TokenKind::Comma) && p_.classOf(event.subject.end + 1) == WordClass::Wh;
    closeAside(event);
    event.states = true;
    events_.push_back(event);
}

/// The poll that the sentence names before `to`: "a newspaper poll", "un sondage Elabe"; empty: none.
text::Span EventReader::pollIn(std::uint32_t to) {
    static constexpr WordSet polls(
        {"poll", "survey", "study", "questionnaire", "sondage", "enquête", "étude", "baromètre"});
    for (std::uint32_t t = to; t-- > p_.first();) {
        if (!p_.has(t, Tag::SayNoun) || !polls.contains(p_.of(t)))
            continue; // mostly
        std::uint32_t first = t;
        while (first > p_.first() && first + 4 > t && p_.classOf(first) != WordClass::Det)
            --first;
        const bool named = p_.is(t + 1, TokenKind::Word) && r_.tokens[t + 1].has(text::Capitalised);
        return {r_.tokens[p_.classOf(first) == WordClass::Det ? first : t].begin, r_.tokens[named ? t + 1 : t].end};
    }
    return {};
}

/// "62 percent of respondents", "30 % des sondés": said by the poll that was named last.
void EventReader::polled(SayEvent& event) {
    std::uint32_t number = event.cueFirst;
    while (number > p_.first() && number + 7 > event.cueFirst && !p_.is(number, TokenKind::Number) &&
           !p_.has(number, Tag::Number))
        --number;
    if (!p_.is(number, TokenKind::Number) && !p_.has(number, Tag::Number))
        return;
    text::Span poll = pollIn(number);
    for (std::uint32_t back = 1; back <= 4 && back <= sentence_ && poll.empty(); ++back) {
        p_.setSentence(sentence_ - back);
        poll = pollIn(p_.end());
    }
    p_.setSentence(sentence_);
    if (poll.empty())
        return;
    event.subject = {event.cueFirst, event.cueEnd, event.cueFirst};
    event.sourceSpan = poll;
    event.source = event.speaker = r_.of(poll);
    event.contentFirst = number;
    while (event.contentFirst > p_.first() && event.contentFirst + 5 > number && // "More than 60 percent"
           p_.classOf(event.contentFirst - 1) != WordClass::Mark)
        --event.contentFirst;
    event.contentEnd = event.cueEnd;
    if (p_.small(event.contentEnd) == Small::On && p_.has(event.contentEnd + 1, Tag::Number))
        event.contentEnd += 2; // "sept sondés sur dix"
    event.states = event.backward = true;
    events_.push_back(event);
}

bool EventReader::governs(std::uint32_t t) {
    if (t < p_.first() + 2)
        return false;
    const WordClass c = p_.classOf(t - 2);
    return p_.finiteVerb(t - 2) || c == WordClass::Past || c == WordClass::Verb;
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
        if (p_.french() && kind == CueKind::Hearsay && p_.classOf(end) == WordClass::Prep)
            if (const NounPhrase there = placeAt(end); !there.empty()) { // "dit-on à la mairie"
                setSource(event, there);
                event.contentFirst = p_.strongBreakBefore(t);
                event.contentEnd = t;
                event.backward = true;
            }
        event.states = true;
        events_.push_back(event);
        return;
    }
    if (kind == CueKind::Polled) {
        polled(event);
        return;
    }
    if (kind == CueKind::Via || kind == CueKind::None)
        return;
    // "according to his own estimates", "d'après ses calculs": whose they are
    std::string_view owner;
    if (kind == CueKind::By && p_.has(end, Tag::Poss)) {
        const NounPhrase own = p_.phraseAt(end);
        static constexpr WordSet reckoned(
            {"account",      "estimate",    "estimates", "calculation", "calculations", "figures", "count",
             "tally",        "statement",   "testimony", "version",     "telling",      "words",   "reckoning",
             "calculs",      "estimations", "décompte",  "chiffres",    "dires",        "propos",  "version",
             "déclarations", "comptes",     "mots",      "souvenirs",   "estimation"});
        if (!own.empty() && reckoned.contains(p_.of(own.head))) {
            const std::string_view whose = p_.of(end);
            owner = p_.french()      ? around(t)
                    : whose == "his" ? resolveAs("he", t, false)
                    : whose == "her" ? resolveAs("she", t, false)
                                     : resolveAs(whose == "its" ? "it" : "they", t, false);
            if (!owner.empty())
                end = own.end;
        }
    }
    if (kind == CueKind::Account || !owner.empty()) { // "À l'en croire, S": whoever spoke last
        // "By her account": hers; "À l'en croire" does not tell.
        std::string_view person = owner;
        if (person.empty() && p_.french() && p_.has(t + 1, Tag::Poss)) // "à ses yeux"
            person = around(t);
        // "La fédération conteste. … Le loyer serait, à l'en croire, …": a body that has just spoken, too
        if (person.empty() && p_.french() && lastSpeaker_ < m_.entities.size() && lastSpoke_ + 2 >= sentence_)
            person = m_.entities[lastSpeaker_].name;
        if (person.empty() && p_.french() && !lastUnnamed_.empty() && lastUnnamedAt_ + 2 >= sentence_)
            person = lastUnnamed_;
        if (person.empty() && p_.of(t + 1) != "her")
            person = resolveAs("he", t, false);
        if (person.empty() && p_.of(t + 1) != "his")
            person = resolveAs("she", t, false);
        if (person.empty())
            return;
        const bool opens = opensSentence(t) || p_.is(t - 1, TokenKind::Colon);
        event.subject = {t, end, t};
        event.sourceSpan = p_.spanOf(event.subject);
        event.source = event.speaker = person;
        event.contentFirst = opens ? end + (p_.is(end, TokenKind::Comma) ? 1 : 0) : p_.strongBreakBefore(t);
        const bool joined = !opens && t > p_.first() + 1 &&
                            p_.is(t - 1, TokenKind::Comma) && // "and, by her estimate, 9"
                            p_.classOf(t - 2) == WordClass::Conj;
        if (joined)
            event.contentFirst = t - 2;
        const bool waits =
            t > p_.first() + 1 && p_.is(t - 1, TokenKind::Comma) && governs(t); // "serait, à l'en croire, N"
        const bool amid = !opens && p_.is(end, TokenKind::Comma) && (waits || !verbBetween(event.contentFirst, t));
        event.contentEnd = opens  ? p_.strongBreakAfter(event.contentFirst) // "The total, by her account, was 12"
                           : amid ? p_.strongBreakAfter(end + 1)
                                  : t;
        event.backward = !opens;
        event.states = event.contentFirst < event.contentEnd;
        events_.push_back(event);
        return;
    }
    if (kind == CueKind::Source)
        --end; // "de source policière": the source is called one
    if ((kind == CueKind::By || kind == CueKind::Head) && p_.classOf(end) == WordClass::Wh && t >= p_.first() + 2 &&
        p_.is(t - 1, TokenKind::Comma)) { // "la société, selon qui 1 200 repas ont été distribués"; "pour qui …"
        const NounPhrase before = p_.phraseEndingAt(t - 2);
        if (before.empty() || !p_.maySpeak(before))
            return;
        setSource(event, before);
        event.contentFirst = end + 1;
        event.contentEnd = p_.strongBreakAfter(end + 1);
        event.states = event.contentFirst < event.contentEnd;
        events_.push_back(event);
        return;
    }
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
    if (kind == CueKind::Head && p_.classOf(source.head) == WordClass::Pron) { // "Pour elle, la mesure passera"
        const bool one = p_.small(source.head) == Small::She || p_.of(source.head) == "lui" ||
                         p_.is(source.head + 1, TokenKind::Hyphen); // "Pour celui-ci, …"
        if (!one || !p_.is(source.end, TokenKind::Comma) || !verbBetween(source.end + 1, p_.end()) ||
            resolve(source.head, true).empty())
            return;
    } else if (kind == CueKind::Head && (closing ? !p_.has(source.head, Tag::SourceNoun)
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
    if (!opensSentence(t) && p_.is(t - 1, TokenKind::Comma) && p_.classOf(after) == WordClass::Past)
        for (std::uint32_t i = after + 1; i < p_.end() && i < after + 12 && !p_.finiteVerb(i); ++i)
            if (p_.is(i, TokenKind::Comma)) { // ", selon une étude rendue en avril,"
                after = i;
                break;
            }
    if (opensSentence(t)) { // "According to X, S"
        std::uint32_t comma = after;
        while (comma < p_.end() && !p_.is(comma, TokenKind::Comma))
            ++comma;
        comma = passApposition(comma);
        event.contentFirst = std::min(comma + 1, p_.end());
        event.contentEnd = p_.strongBreakAfter(event.contentFirst);
    } else {
        event.contentFirst = p_.strongBreakBefore(t);
        if (firstEvent_ < events_.size() && events_.back().states) // "…, contre 200 selon la direction"
            for (std::uint32_t i = t - 1; i > event.contentFirst && !p_.finiteVerb(i); --i)
                if (p_.is(i, TokenKind::Comma) && i + 1 < t && !verbBetween(i + 1, t) && figureAhead(i + 1)) {
                    event.contentFirst = i + 1;
                    break;
                }
        // ", according to X, who …" closes; "It was, according to X, the last one" goes on
        const WordClass on = p_.is(after, TokenKind::Comma) ? p_.classOf(after + 1) : WordClass::Other;
        const bool closes =
            !p_.is(after, TokenKind::Comma)
                ? verbBetween(event.contentFirst, t) || restIsStop(after)
                : on == WordClass::Wh || on == WordClass::Conj || on == WordClass::Ing || on == WordClass::Subord ||
                      strongBreakHere(after) ||
                      (!governs(t) && verbBetween(event.contentFirst, t) && !verbBetween(after, p_.end()));
        event.contentEnd = closes ? t : p_.strongBreakAfter(after);
        if (closes && p_.is(after, TokenKind::Comma) && p_.small(after + 1) == Small::And &&
            (p_.finiteVerb(after + 2) || p_.classOf(after + 2) == WordClass::Past) && !saysWithin(after + 2, p_.end()))
            event.contentEnd = p_.strongBreakAfter(after + 1); // "It needs 3m, according to X, and has lost half"
        if (closes && t > p_.first() + 1 && p_.classOf(after) == WordClass::Number && !p_.inTime(after) &&
            (p_.finiteVerb(t - 1) || p_.classOf(t - 1) == WordClass::Past || p_.classOf(t - 1) == WordClass::Other))
            event.contentEnd = p_.strongBreakAfter(after); // "Il manque selon lui neuf médecins"
        if (!closes &&
            (on == WordClass::Aux || on == WordClass::Modal || on == WordClass::Verb)) // its own verb is next
            for (std::uint32_t i = t - 1; i > event.contentFirst && !p_.finiteVerb(i); --i)
                if (p_.is(i, TokenKind::Comma) && i + 1 < t) { // "The car, stolen in May according to X, was found"
                    event.contentFirst = i + 1;
                    event.contentEnd = t;
                    break;
                }
        event.backward = true;
    }
    event.states = event.contentFirst < event.contentEnd;
    events_.push_back(event);
}

} // namespace countercheck::read
