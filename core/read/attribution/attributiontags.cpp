// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks where no verb of saying is listed: any verb right behind a quote that its comma or mark leaves open
// (“…,” thundered X; « … », finit-il par répondre), and the subject of what a colon opens (X was blunt: “…”).
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace countercheck::read {

void EventReader::quoteTags() {
    if (p_.first() > 1 && r_.tokens[p_.first() - 1].is(TokenKind::CloseQuote) && !saidAt(p_.first(), p_.first() + 16)) {
        // “I am ruined!” Ole Berg moaned.
        const text::Token& mark = r_.tokens[p_.first() - 2];
        const text::Span quoted = quoteBefore(p_.first());
        const bool alone = quoted.empty() || sentence_ == 0 || r_.sentences[sentence_ - 1].span.begin >= quoted.begin;
        const bool open =
            alone && mark.is(TokenKind::Stop) && r_.of(mark) != "."; // not: A man cried “Shame!” Ole waited.
        SayEvent event;
        event.sentence = sentence_;
        event.groupFirst = p_.first();
        event.backward = event.inverted = event.quoteOnly = true;
        const std::uint32_t verb = !open         ? none
                                   : p_.french() ? frenchTag(event, p_.first())
                                                 : englishTag(event, p_.first(), true);
        if (verb != none && !event.subject.empty()) {
            event.cueFirst = verb;
            event.cueEnd = event.contentFirst = event.contentEnd = verb + 1;
            events_.push_back(event);
        }
    }
    if (p_.first() > 1 && r_.tokens[p_.first() - 1].is(TokenKind::CloseQuote))
        wordsOf();
    constexpr unsigned asked =
        1u << static_cast<unsigned>(TokenKind::CloseQuote) | 1u << static_cast<unsigned>(TokenKind::Colon) |
        1u << static_cast<unsigned>(TokenKind::Comma) | 1u << static_cast<unsigned>(TokenKind::Stop);
    for (std::uint32_t t = p_.first(); t < p_.end(); ++t) {
        if ((asked >> static_cast<unsigned>(r_.tokens[t].kind) & 1u) == 0)
            continue; // mostly
        if (p_.is(t, TokenKind::CloseQuote) && t > p_.first())
            tagBehind(t);
        else if (p_.is(t, TokenKind::Colon) && t > p_.first() && p_.is(t - 1, TokenKind::CloseQuote))
            speakerBehindColon(t);
        else if (p_.is(t, TokenKind::Colon))
            speakerBeforeColon(t);
        else if (p_.french() && (p_.is(t, TokenKind::Comma) || (p_.is(t, TokenKind::Stop) && t + 1 < p_.end())) &&
                 insideQuote(t))
            tagWithin(t);
    }
}

void EventReader::bracketed(std::uint32_t open) {
    const NounPhrase source = p_.phraseAt(open + 1);
    if (source.empty() || !p_.is(source.end, TokenKind::CloseBracket) ||
        !(p_.has(source.head, Tag::SourceNoun) || p_.has(source.head, Tag::SayNoun)) ||
        p_.classOf(source.first) == WordClass::Number)
        return;
    std::uint32_t number = open;
    while (number > p_.first() && number + 4 > open && !p_.is(number, TokenKind::Number) &&
           p_.classOf(number) != WordClass::Number)
        --number;
    if (number == open || (!p_.is(number, TokenKind::Number) && p_.classOf(number) != WordClass::Number))
        return;
    while (number > p_.first() && p_.classOf(number - 1) == WordClass::Number)
        --number;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = open;
    event.cueEnd = open + 1;
    setSource(event, source);
    event.contentFirst = number;
    event.contentEnd = open;
    event.backward = event.states = true;
    events_.push_back(event);
}

bool EventReader::saidAt(std::uint32_t from, std::uint32_t to) const {
    for (std::size_t e = firstEvent_; e < events_.size(); ++e)
        if (events_[e].cueFirst >= from && events_[e].cueFirst < to && !events_[e].source.empty())
            return true;
    return false;
}

void EventReader::tagBehind(std::uint32_t close) {
    std::uint32_t t = close + 1;
    const bool inside =
        p_.is(close - 1, TokenKind::Comma) || (p_.is(close - 1, TokenKind::Stop) && p_.of(close - 1) != ".");
    const bool comma = p_.is(t, TokenKind::Comma);
    const bool predicate =
        !p_.french() && !inside && !comma && p_.classOf(t) == WordClass::Aux && // “…” is how X put it
        t + 1 < p_.end() && (p_.of(t + 1) == "how" || p_.of(t + 1) == "what" || p_.has(t + 1, Tag::Poss));
    if (!inside && !comma && !predicate)
        return; // the sentence goes on through the quote
    t += comma ? 1 : 0;
    if (t >= p_.end() || saidAt(t, t + 16))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.groupFirst = t;
    event.backward = event.inverted = event.quoteOnly = true;
    std::uint32_t verb = p_.french() ? frenchTag(event, t) : howTag(event, t);
    if (verb == none && !p_.french())
        verb = englishTag(event, t, inside);
    if (verb == none || event.subject.empty())
        return;
    event.cueFirst = verb;
    event.cueEnd = event.contentFirst = event.contentEnd = verb + 1;
    events_.push_back(event);
}

std::uint32_t EventReader::howTag(SayEvent& event, std::uint32_t t) {
    const std::string_view link = p_.of(t + 1 < p_.end() ? t + 1 : t);
    static constexpr WordSet verdicts({"verdict", "answer", "reply", "response", "message", "advice", "conclusion",
                                       "summary", "explanation", "description", "assessment", "word", "words",
                                       "retort"});
    if (p_.classOf(t) == WordClass::Aux && (link == "his" || link == "her") &&
        t + 2 < p_.end()) { // “…” was his verdict
        std::uint32_t noun = t + 2;
        while (p_.classOf(noun) == WordClass::Adjective)
            ++noun;
        if (noun >= p_.end() || !verdicts.contains(p_.of(noun)))
            return none;
        const std::string_view person = resolveAs(link == "his" ? "he" : "she", t + 1, true);
        if (person.empty())
            return none;
        event.subject = {t, noun + 1, noun};
        event.sourceSpan = p_.spanOf({t + 1, noun + 1, noun});
        event.source = event.speaker = person;
        event.person = true;
        return t;
    }
    const bool as = p_.small(t) == Small::As; // “…,” as their captain, Ole Berg, put it
    if (!as && (p_.classOf(t) != WordClass::Aux ||
                (link != "how" && link != "all" && link != "what"))) // "…,” was all she offered"
        return none;
    const std::uint32_t at = as ? t + 1 : t + 2;
    const NounPhrase subject = p_.phraseAt(at);
    const Small who = p_.small(at < p_.end() ? at : t);
    const bool pronoun = who == Small::He || who == Small::She || who == Small::They;
    if (subject.empty() || !(p_.maySpeak(subject) || pronoun))
        return none;
    std::uint32_t behind = subject.end;
    if (p_.is(behind, TokenKind::Comma)) // one fisherman, Joe Pask, put it
        for (std::uint32_t i = behind + 1; i < p_.end() && i < behind + 12; ++i)
            if (p_.is(i, TokenKind::Comma)) {
                behind = i + 1;
                break;
            }
    if (as && p_.word(r_.tokens[std::min(behind, p_.end() - 1)].word).say == SayKind::None)
        return none; // "…”, as some families do not seek tests"
    if (p_.classOf(behind) != WordClass::Past && p_.classOf(behind) != WordClass::Verb &&
        p_.small(behind) == Small::None && p_.word(r_.tokens[std::min(behind, p_.end() - 1)].word).say == SayKind::None)
        return none;
    setSource(event, subject);
    return t;
}

void EventReader::tagWithin(std::uint32_t comma) {
    // « …, corrige Jeanne Abadie. … »: a person, and nothing behind but the sentence's end or another comma
    const std::uint32_t t = comma + 1;
    if (saidAt(t, t + 16))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.groupFirst = t;
    event.backward = event.inverted = event.quoteOnly = true;
    const std::uint32_t verb = frenchTag(event, t);
    if (verb == none || event.subject.empty())
        return;
    const std::uint32_t behind = p_.afterTime(event.subject.end);
    const bool closes = behind >= p_.end() || p_.is(behind, TokenKind::Comma) || p_.is(behind, TokenKind::Stop) ||
                        p_.is(behind, TokenKind::CloseQuote) || p_.classOf(behind) == WordClass::Prep;
    const bool person = event.person || p_.classOf(event.subject.head) == WordClass::Name;
    if (!closes || !person)
        return;
    event.cueFirst = verb;
    event.cueEnd = event.contentFirst = event.contentEnd = verb + 1;
    events_.push_back(event);
}

bool EventReader::plainVerb(std::uint32_t t, unsigned forms) {
    if (!p_.is(t, TokenKind::Word) || r_.tokens[t].has(text::Capitalised))
        return false;
    const text::WordId id = r_.tokens[t].word;
    return (lex_.use(id).forms & forms) != 0 &&
           !lex_.hasAny(id, text::tagBit(Tag::Aux) | text::tagBit(Tag::Modal) | text::tagBit(Tag::Prep) |
                                text::tagBit(Tag::Conj) | text::tagBit(Tag::Subord));
}

std::uint32_t EventReader::frenchTag(SayEvent& event, std::uint32_t t) {
    std::uint32_t clitic = none;
    bool aux = false;
    const auto takeClitic = [&](std::uint32_t i) { // "-t-il", "-elle"
        if (!p_.is(i, TokenKind::Hyphen))
            return i;
        std::uint32_t at = i + 1;
        if (p_.small(at) == Small::LongT && p_.is(at + 1, TokenKind::Hyphen))
            at += 2;
        const Small small = p_.small(at);
        if (small != Small::He && small != Small::She && small != Small::They && small != Small::On3)
            return i;
        clitic = at;
        return at + 1;
    };
    if (p_.small(t) == Small::Se ||
        (p_.small(t) == Small::We && !p_.of(std::min(t + 1, p_.end() - 1)).ends_with("ons")) || // "nous écrit X"
        ((p_.small(t) == Small::Clitic || p_.of(t) == "y") && p_.is(t + 2, TokenKind::Hyphen)))
        ++t; // "s'écrie", "lui fait-il observer"
    if (p_.small(t) == Small::HaveAux || p_.small(t) == Small::BeAux) {
        aux = true;
        t = takeClitic(t + 1);
        while (p_.classOf(t) == WordClass::Adverb)
            ++t;
    }
    constexpr unsigned finite = text::VerbThird | text::VerbThirdPlural;
    const bool wants = !aux && p_.is(t + 1, TokenKind::Hyphen) && p_.is(t, TokenKind::Word) &&
                       (lex_.use(r_.tokens[t].word).forms & finite) != 0; // "veut-il croire"
    const auto infinitive = [&](std::uint32_t i) {
        return p_.is(i, TokenKind::Word) && (lex_.use(r_.tokens[i].word).forms & text::VerbBase) != 0 &&
               p_.classOf(i) != WordClass::Noun;
    };
    const bool modal = !aux && p_.classOf(t) == WordClass::Modal && infinitive(t + 1); // "veut croire Anne Roux"
    if (!wants && !modal && !plainVerb(t, aux ? unsigned{text::VerbPastParticiple} : finite))
        return none;
    if (modal || (p_.classOf(t + 1) == WordClass::Prep && infinitive(t + 2) && !p_.is(t + 1, TokenKind::Hyphen)))
        t += modal ? 1 : 2; // "tient à préciser Anne Roux", "finit par dire Anne Roux"
    const std::uint32_t verb = t;
    if (!aux)
        takeClitic(t + 1);
    if (clitic != none && p_.small(clitic) == Small::On3) { // "balaie-t-on au ministère"
        FrenchVerb said;
        said.group = event.groupFirst;
        said.first = verb;
        said.end = std::max(clitic, verb) + 1;
        said.clitic = clitic;
        someone(event, said);
        return verb;
    }
    if (clitic != none) {
        setSource(event, {clitic, clitic + 1, clitic});
        event.subject = {event.groupFirst, std::max(clitic, verb) + 1, clitic};
        return verb;
    }
    const NounPhrase subject = p_.phraseAt(frenchSide(event, verb + 1));
    if (!subject.empty() && p_.classOf(subject.head) != WordClass::Pron && p_.maySpeak(subject))
        setSource(event, subject);
    return verb;
}

std::uint32_t EventReader::englishTag(SayEvent& event, std::uint32_t t, bool inside) {
    if (!inside)
        return none;
    constexpr unsigned finite = text::VerbPastTense | text::VerbThird;
    const auto person = [&](NounPhrase phrase) {
        if (phrase.empty())
            return false;
        if (p_.classOf(phrase.head) == WordClass::Pron)
            return p_.small(phrase.head) == Small::He || p_.small(phrase.head) == Small::She;
        return p_.isPerson(phrase.head) || p_.of(phrase.end - 1) == "old" ||
               p_.nameIn(phrase, NameKind::Person) != nullptr;
    };
    const auto closes = [&](std::uint32_t i) { // no object behind the verb
        const std::uint32_t next = p_.afterTime(i);
        const WordClass c = next < p_.end() ? p_.classOf(next) : WordClass::Mark;
        return next != i || c == WordClass::Mark || c == WordClass::Prep || c == WordClass::Adverb ||
               c == WordClass::Subord || c == WordClass::Conj || c == WordClass::Wh;
    };
    if (plainVerb(t, finite)) { // “…!” thundered Prime Minister X
        const NounPhrase subject = p_.phraseAt(t + 1);
        if (person(subject) && p_.classOf(subject.head) != WordClass::Pron && closes(subject.end))
            setSource(event, subject);
        return t;
    }
    NounPhrase subject = p_.phraseAt(t);
    for (std::uint32_t old = t + 4; old < subject.end; ++old)
        if (p_.is(old - 1, TokenKind::Hyphen) && p_.of(old) == "old") {
            subject.end = old + 1; // "the 67-year-old hit back": no noun any more
            subject.head = old;
        }
    if (!person(subject))
        return none;
    std::uint32_t verb = subject.end;
    while (p_.classOf(verb) == WordClass::Adverb)
        ++verb;
    const bool back = verb + 1 < p_.end() && p_.of(verb + 1) == "back"; // "hit back"
    if (!plainVerb(verb, finite) || (p_.classOf(verb) == WordClass::Noun && !back) || !closes(verb + (back ? 2 : 1)))
        return none;
    setSource(event, subject);
    event.inverted = false;
    return verb;
}

void EventReader::speakerBehindColon(std::uint32_t colon) {
    if (r_.blocks[r_.sentences[sentence_].block].role != text::BlockRole::Title ||
        !p_.is(p_.first(), TokenKind::OpenQuote))
        return;
    NounPhrase subject = p_.phraseAt(colon + 1);
    for (std::uint32_t t = subject.first + 1; t < subject.end && !p_.french(); ++t)
        if (p_.is(t, TokenKind::Apostrophe) && (p_.isPerson(t - 1) || p_.classOf(t - 1) == WordClass::Name)) {
            subject.end = t; // “…”: bride's fury
            subject.head = t - 1;
        }
    if (subject.empty() || !(p_.isPerson(subject.head) || p_.classOf(subject.head) == WordClass::Name))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = event.groupFirst = colon + 1;
    event.cueEnd = event.contentFirst = event.contentEnd = colon + 2;
    event.backward = event.inverted = event.quoteOnly = true;
    setSource(event, subject);
    events_.push_back(event);
}

/// "Réponse du prévenu : « … »", "The captain's verdict: “…”", "Her reply: “…”": whose it is.
void EventReader::replyOf(SayEvent& event, std::uint32_t colon) {
    static constexpr WordSet replies({"Réponse", "Réaction", "Commentaire", "Verdict", "Réplique", "Explication",
                                      "Conclusion", "réponse", "réaction", "commentaire", "réplique", "explication",
                                      "reply", "answer", "response", "verdict", "retort", "reaction", "explanation"});
    for (std::uint32_t t = p_.first(); t < colon && t < p_.first() + 5; ++t) {
        if (!replies.contains(p_.of(t)))
            continue;
        if (p_.french() && p_.small(t + 1) == Small::Of) {
            const NounPhrase whose = p_.phraseAt(t + 2);
            if (!whose.empty() && whose.end <= colon && p_.maySpeak(whose))
                setSource(event, whose);
        } else if (!p_.french() && t == p_.first() + 1 && (p_.of(t - 1) == "His" || p_.of(t - 1) == "Her")) {
            const auto last = std::pair(lastSpeaker_, lastUnnamed_); // it answers whoever spoke last
            lastSpeaker_ = ~0u;
            lastUnnamed_ = {};
            const std::string_view person = resolveAs(p_.of(t - 1) == "His" ? "he" : "she", t - 1, true);
            if (person.empty()) {
                std::tie(lastSpeaker_, lastUnnamed_) = last;
                return;
            }
            event.subject = {t - 1, t + 1, t};
            event.sourceSpan = p_.spanOf(event.subject);
            event.source = event.speaker = person;
            event.person = true;
        }
        return;
    }
}

void EventReader::speakerBeforeColon(std::uint32_t colon) {
    const bool here = p_.is(colon + 1, TokenKind::OpenQuote);
    const bool next = colon + 1 == p_.end() && sentence_ + 1 < r_.sentences.size() &&
                      r_.tokens[r_.sentences[sentence_ + 1].firstToken].is(TokenKind::OpenQuote);
    if ((!here && !next) || colon == p_.first())
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = colon;
    event.cueEnd = event.contentFirst = event.contentEnd = colon + 1;
    event.quoteOnly = true;
    const SayEvent* last = nullptr;
    for (std::size_t e = firstEvent_; e < events_.size(); ++e)
        if (events_[e].cueFirst < colon && !events_[e].source.empty())
            last = &events_[e];
    if (last != nullptr) {
        if (here && std::max(last->subject.end, last->cueEnd) + 3 > colon)
            return; // beside it already
        inherit(event, *last);
        event.person = last->person;
    } else {
        replyOf(event, colon);
        if (event.subject.empty())
            leadSubject(event, colon);
        if (event.subject.empty()) // "Handball – Awa Sané : « … »"
            if (const NounPhrase named = p_.phraseEndingAt(colon - 1); !named.empty() && named.first > p_.first() &&
                                                                       p_.classOf(named.first - 1) == WordClass::Mark &&
                                                                       p_.nameIn(named, NameKind::Person) != nullptr)
                setSource(event, named);
        if (event.subject.empty() && !events_.empty() && events_.back().sentence + 2 >= sentence_ &&
            r_.sentences[events_.back().sentence].block == r_.sentences[sentence_].block &&
            !verbBetween(p_.first(), colon)) // "At 12:15: “…”" behind "He posted: “…”", "Then, after a silence: “…”"
            inherit(event, events_.back());
        if (event.subject.empty() || !(event.person || p_.classOf(event.subject.head) == WordClass::Name ||
                                       p_.has(event.subject.head, Tag::SourceNoun)))
            return;
    }
    if (!event.source.empty())
        events_.push_back(event);
}

} // namespace countercheck::read
