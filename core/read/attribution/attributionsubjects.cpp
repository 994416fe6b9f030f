// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks: the subject of a verb of saying, apposition and inversion passed over (pronouns:
// attributionpronouns.cpp).
#include "core/read/attribution/attributionreader.h"

#include <algorithm>

namespace countercheck::read {

void EventReader::setSource(SayEvent& event, NounPhrase subject) {
    event.subject = subject;
    event.sourceSpan = p_.spanOf(subject);
    event.source = r_.of(event.sourceSpan);
    event.speaker = event.source;
    event.person = p_.isPerson(subject.head) || p_.nameIn(subject, NameKind::Person) != nullptr ||
                   p_.small(subject.first) == Small::He || p_.small(subject.first) == Small::She;
    if (p_.classOf(subject.first) == WordClass::Pron &&
        (subject.end == subject.first + 1 || p_.is(subject.first + 1, TokenKind::Hyphen))) { // "celui-ci"
        const bool speaking = event.inverted || !insideQuote(event.cueFirst);
        replying_ = p_.word(event.entry).reply;
        if (const text::Span latter = subject.end > subject.first + 1 ? theLatter(subject) : text::Span{};
            !latter.empty()) {
            event.source = event.speaker = lastUnnamed_ = r_.of(latter);
            lastSpeaker_ = ~0u;
            lastSpoke_ = lastUnnamedAt_ = sentence_;
            lastUnnamedKind_ = Unnamed::Body;
            lastUnnamedSex_ = p_.of(subject.first).ends_with("lle") ? 'f' : 'm';
            return;
        }
        if (const std::string_view name = resolve(subject.first, speaking); !name.empty()) {
            event.source = name;
            event.speaker = event.source;
            if (lastSpeaker_ < m_.entities.size() && speaking)
                spoke(lastSpeaker_);
            if (speaking)
                lastUnnamedAt_ = sentence_;
        }
        return;
    }
    if (embedded(subject)) // "Marr said Mr Rule had promised": it is Marr who goes on
        return;
    const Name* beside = namedBeside(subject);
    const Entity* person = beside != nullptr ? &m_.entities[beside->entity] : describedPerson(subject);
    if (person == nullptr && silent() && takesUp(subject) && subject.end - subject.first <= 4)
        if (const Introduced one = introduced(); one.indefinite) { // "Une skieuse … « … », affirme la jeune femme"
            event.source = event.speaker = lastUnnamed_ = one.words;
            event.person = true;
            lastSpeaker_ = ~0u;
            lastSpoke_ = lastUnnamedAt_ = sentence_;
            lastUnnamedSex_ = one.sex;
            lastUnnamedKind_ = Unnamed::Person;
            return;
        }
    if (person == nullptr && subject.end >= subject.first + 3 && r_.sentences[sentence_].may(text::HintFigure))
        person = aged(subject);
    if (person == nullptr)
        person = takenUp(subject);
    if (person != nullptr) { // "the farmer": named before
        event.source = event.speaker = person->name;
        event.person = true;
        spoke(static_cast<std::uint32_t>(person - m_.entities.data()));
        lastUnnamed_ = {};
        return;
    }
    if (!lastUnnamed_.empty() && lastUnnamedKind_ == Unnamed::Person && lastUnnamedAt_ + 2 >= sentence_ &&
        sameUnnamed(subject)) { // "un rescapé … le jeune homme"
        event.source = event.speaker = lastUnnamed_;
        event.person = true;
        lastUnnamedAt_ = sentence_;
        return;
    }
    if (!event.inverted && insideQuote(event.cueFirst)) // whoever is quoted within a quote does not go on speaking
        return;
    lastSpoke_ = sentence_;
    lastUnnamed_ = {};
    if (const Name* name = p_.nameIn(subject, NameKind::Person)) {
        spoke(name->entity);
        if (p_.word(event.entry).asks) {
            asker_ = name->entity;
            asksAt_ = sentence_;
            const Name* whom = nameOf({event.cueEnd, event.cueEnd + 3, event.cueEnd}); // "asked Ole Berg"
            if (whom != nullptr && whom->firstToken == event.cueEnd && whom->kind == NameKind::Person)
                lastPersons_ = {asker_, whom->entity};
        }
        if (name->firstToken == subject.first && name->endToken == subject.end)
            event.speaker = m_.entities[name->entity].name;
    } else if (p_.classOf(subject.head) == WordClass::Name) {
        const Name* whole = nameOf(subject);
        lastSpeaker_ = whole != nullptr ? whole->entity : ~0u;
        if (whole == nullptr || (whole->kind == NameKind::Place && event.inverted)) {
            lastSpeaker_ = ~0u; // a name that is in no list speaks all the same
            lastUnnamed_ = event.source;
            lastUnnamedAt_ = sentence_;
            lastUnnamedSex_ = 0;
            lastUnnamedKind_ = Unnamed::Name;
        }
    } else {
        lastSpeaker_ = ~0u;
        lastUnnamed_ = event.source; // "a senior officer … he added", "the navy … it said"
        lastUnnamedAt_ = sentence_;
        const std::string_view opens = p_.of(subject.first);
        const bool single = opens == "une" || opens == "un" || opens == "Une" || opens == "Un" || opens == "one" ||
                            opens == "One"; // "une des victimes"
        const Small article = p_.small(subject.first);
        lastUnnamedSex_ = article == Small::Feminine ? 'f' : article == Small::Masculine ? 'm' : '\0';
        if (p_.french() && (opens.starts_with("l'") || opens.starts_with("L'") || opens.starts_with("l\xE2") ||
                            opens.starts_with("L\xE2")))
            lastUnnamedSex_ = sexOfEnding(p_.of(subject.head)); // "l'accusé", "l'avocate"
        const bool several = plural(subject);
        const bool human = p_.isPerson(subject.head) && !(p_.french() && p_.has(subject.head, Tag::OrgWord) &&
                                                          !p_.has(subject.head, Tag::Title)); // no agency
        lastUnnamedKind_ = several && !single ? Unnamed::Several : several || human ? Unnamed::Person : Unnamed::Body;
        if (lastUnnamedKind_ == Unnamed::Person && lastUnnamedSex_ != 0)
            unnamedOf_[lastUnnamedSex_ == 'f' ? 1 : 0] = {event.source, sentence_};
    }
}

bool EventReader::embedded(NounPhrase subject) const {
    const SayEvent* const outer = lastInSentence();
    return outer != nullptr && outer->states && !outer->backward && !outer->source.empty() &&
           subject.first == outer->contentFirst && outer->cueFirst < subject.first;
}

const SayEvent* EventReader::lastInSentence() const {
    for (std::size_t i = events_.size(); i > firstEvent_; --i)
        if (!events_[i - 1].subject.empty() || !events_[i - 1].source.empty())
            return &events_[i - 1];
    return nullptr;
}

bool EventReader::findSubject(SayEvent& event, std::uint32_t t, std::uint32_t end, std::uint32_t group, bool ing,
                              bool third, bool past) {
    const WordClass before = group == p_.first()              ? WordClass::Mark
                             : p_.abbreviationStop(group - 1) ? WordClass::Name
                                                              : p_.classOf(group - 1);
    if (group > p_.first() && lone(group - 1)) {
        setSource(event, loneAt(group - 1));
        return false;
    }
    if (ing) {                                  // "…, adding that": whoever spoke before, else the clause's subject
        if (p_.small(group - 1) == Small::By) { // "broke his silence by saying he was"
            if (p_.classOf(end) == WordClass::That || p_.is(end, TokenKind::OpenQuote) || p_.clauseAt(end))
                leadSubject(event, t);
            return false;
        }
        if (!(p_.is(group - 1, TokenKind::Comma) || p_.is(group - 1, TokenKind::CloseQuote) ||
              p_.is(group - 1, TokenKind::Dash))) {
            // "with officials saying", "analysts believing"
            std::uint32_t last = group - 1;
            while (last > p_.first() && p_.inTime(last))
                --last; // "issued a statement on Saturday saying it was"
            const WordClass ends = p_.classOf(last);
            const NounPhrase subject =
                ends == WordClass::Noun || ends == WordClass::Name ? p_.phraseEndingAt(last) : NounPhrase{};
            const bool whose = !subject.empty() && group == t && last + 1 == t && p_.maySpeak(subject) &&
                               (p_.is(end, TokenKind::OpenQuote) || p_.is(end + 1, TokenKind::OpenQuote) ||
                                p_.word(r_.tokens[t].word).say == SayKind::Tell) &&
                               (subject.first == p_.first() || // "Counsel telling the jury, “…”"
                                (p_.isPerson(subject.head) && p_.word(r_.tokens[t].word).say == SayKind::Voice));
            if (!subject.empty() && subject.first > p_.first() && p_.small(subject.first - 1) == Small::With)
                accept(event, subject);
            else if (whose) // "her daughter screaming, “…”"
                accept(event, subject);
            else if (!heardSaying(event, group) &&
                     (p_.classOf(end) == WordClass::That || p_.is(end, TokenKind::OpenQuote) ||
                      (!subject.empty() && p_.has(subject.head, Tag::SayNoun) &&
                       p_.clauseAt(end)))) // "a statement saying it was"
                leadSubject(event, t);     // "downplayed the unrest saying that"
            return false;
        }
        if (const SayEvent* last = lastInSentence())
            inherit(event, *last);
        else
            leadSubject(event, t);
        return false;
    }
    if (before == WordClass::Mark && (past || third)) {
        const bool open = group == p_.first() || p_.is(group - 1, TokenKind::Comma) ||
                          p_.is(group - 1, TokenKind::CloseQuote) || p_.is(group - 1, TokenKind::Dash);
        const bool voice = p_.is(group - 1, TokenKind::CloseQuote); // whoever it is, these are their words
        const bool hearer = p_.small(t) == Small::Told && !voice;   // "Rudge, its head, told the Ledger:"
        if (voice && p_.small(end) == Small::One && p_.small(end + 1) == Small::Of) // "said one of them, Tom Reed, 44"
            for (std::uint32_t comma = end + 2; comma < end + 6 && comma < p_.end(); ++comma)
                if (p_.is(comma, TokenKind::Comma)) {
                    const NounPhrase named = p_.phraseAt(comma + 1);
                    if (p_.nameIn(named, NameKind::Person) == nullptr)
                        break;
                    setSource(event, named);
                    return true;
                }
        // "A spokeswoman, who …, called the claim “…”": behind a comma alone an act takes an object
        const bool act = p_.word(r_.tokens[t].word).say == SayKind::Act && p_.is(group - 1, TokenKind::Comma) &&
                         !p_.is(group - 2, TokenKind::CloseQuote);
        if (hearer && group == p_.first()) { // "Told Ole Berg: “…”"
            const NounPhrase teller = p_.phraseAt(end);
            if (!teller.empty() && p_.is(teller.end, TokenKind::Colon) && p_.is(teller.end + 1, TokenKind::OpenQuote)) {
                setSource(event, teller);
                return true;
            }
        }
        const NounPhrase after = open && !hearer && !act ? p_.phraseAt(end) : NounPhrase{};
        if (!after.empty() && (voice || p_.maySpeak(after)) && p_.classOf(after.head) != WordClass::Pron) {
            const std::uint32_t next = p_.afterTime(after.end);
            const WordClass c = next < p_.end() ? p_.classOf(next) : WordClass::Mark;
            const bool closes = c == WordClass::Mark || c == WordClass::Wh || c == WordClass::Prep ||
                                c == WordClass::Subord || c == WordClass::Conj || c == WordClass::Ing ||
                                (voice && c == WordClass::Past); // “…,” said one leaflet handed out there
            if (closes &&
                (!p_.clauseAt(end) || p_.is(next, TokenKind::Comma) || p_.is(group - 1, TokenKind::CloseQuote))) {
                setSource(event, after);
                return true;
            }
        }
        if (p_.is(group - 1, TokenKind::Comma))
            besideApposition(event, group - 1);
        return false;
    }
    if (before == WordClass::Mark && group > p_.first() + 1 && p_.is(group - 1, TokenKind::Comma)) {
        // "Lawyers for the firm, a bank, say it …": several, set off from their verb
        std::uint32_t begin = p_.strongBreakBefore(group - 1);
        while (begin < group && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Adverb))
            ++begin;
        const NounPhrase lead = p_.phraseAt(begin);
        const std::uint32_t rear =
            lead.empty() ? begin : p_.afterTime(lead.end); // "The accounts for 2025, filed in May,"
        const bool shows = p_.has(lead.head, Tag::SayNoun) && p_.classOf(end) == WordClass::Det;
        if (!lead.empty() && p_.is(rear, TokenKind::Comma) && rear < group - 1 && plural(lead) && p_.maySpeak(lead) &&
            (p_.classOf(end) == WordClass::That || p_.is(end, TokenKind::OpenQuote) || shows || p_.clauseAt(end))) {
            setSource(event, lead);
            return false;
        }
    }
    if (before == WordClass::Conj) { // "X said A and warned B"
        const std::uint32_t clause = p_.clauseBegin(group - 1);
        const bool who = clause > p_.first() + 1 && p_.small(clause - 1) == Small::Who;
        if (const SayEvent* last = lastInSentence(); last != nullptr && !(who && last->cueFirst < clause))
            inherit(event, *last);
        else if (!third && !past && infinitiveBetween(clause, group - 1))
            return false; // "The aid was to calm markets and give them time"
        else if (who)     // "a woman, who wept and cried"
            accept(event, namedByApposition(p_.phraseEndingAt(clause - (p_.is(clause - 2, TokenKind::Comma) ? 3 : 2))));
        else if (verbBetween(clause, group - 1) || // not "the victims and alleged gunman"
                 (group > p_.first() + 2 && p_.is(group - 2, TokenKind::Comma) &&
                  (p_.has(group - 1, Tag::Dispute) || // "X cut its forecast, blaming Asia, and said"
                   verbBetween(p_.strongBreakBefore(group - 1), group - 2))))
            leadSubject(event, t);
        return false;
    }
    if (before == WordClass::Wh) { // "residents, who said", "the man who claimed"
        std::uint32_t last = group - 1;
        if (last > p_.first() && p_.is(last - 1, TokenKind::Comma))
            --last;
        if (last > p_.first() && (p_.small(group - 1) == Small::Who || p_.of(group - 1) == "which"))
            accept(event, namedByApposition(p_.phraseEndingAt(last - 1)));
        const SayEvent* cited = lastInSentence(); // "according to the agency, which warns that"
        if (event.subject.empty() && cited != nullptr &&
            (cited->subject.end == last || // "a person familiar with the talks, who said"
             (cited->cueFirst < cited->subject.first && cited->subject.end < last && cited->subject.end + 7 > last &&
              p_.classOf(cited->subject.end) == WordClass::Adjective)))
            inherit(event, *cited);
        event.aside = last + 1 < group;
        return false;
    }
    if (group == p_.first())
        return false;
    if ((p_.small(group - 1) == Small::Them || p_.small(group - 1) == Small::Us) && group >= p_.first() + 3 &&
        p_.small(group - 2) == Small::Of) { // "one of them told me"
        const WordClass c = p_.classOf(group - 3);
        if (c == WordClass::Number || c == WordClass::Pron || c == WordClass::Det)
            setSource(event, {group - 3, group, group - 3});
        return false;
    }
    NounPhrase subject = p_.phraseEndingAt(group - 1);
    if (const Name* named = subject.first > p_.first() && p_.classOf(subject.first - 1) == WordClass::Prep
                                ? p_.nameAround(group - 1)
                                : nullptr;
        named != nullptr && named->firstToken > subject.first && named->endToken == group &&
        p_.classOf(named->firstToken - 1) == WordClass::Noun &&
        !p_.maySpeak({subject.first, named->firstToken, named->firstToken - 1}))
        subject = {named->firstToken, group, group - 1}; // "At one point Ida Brandt tells"
    if (!third && !past && !subject.empty() &&
        subject.head + 1 < subject.end && // "freedom of information figures reveal"
        p_.has(subject.end - 1, Tag::SayNoun) && plural({subject.end - 1, subject.end, subject.end - 1}))
        subject.head = subject.end - 1;
    if (third || !past) { // a plural noun? "local reports", "its claims"
        const bool published = subject.first > p_.first() && p_.small(subject.first - 1) == Small::By;
        if (!third && !subject.empty() && !published && !plural(subject) &&
            !(!ing && bodyOfSeveral(subject) && p_.clauseAt(end)))
            return false;
        const WordClass next = end < p_.end() ? p_.classOf(end) : WordClass::Mark;
        const auto closing = [&] { // "…, the weather service reports." closes its sentence
            const std::uint32_t behind = p_.afterTime(end);
            const WordClass later = behind < p_.end() ? p_.classOf(behind) : WordClass::Mark;
            if (!third || subject.empty() || (later != WordClass::Mark && later != WordClass::Prep))
                return false;
            const std::uint32_t clause = p_.clauseBegin(group - 1);
            return clause > p_.first() &&
                   (p_.is(clause - 1, TokenKind::Comma) || p_.is(clause - 1, TokenKind::CloseQuote)) &&
                   contentBefore(clause) &&
                   (p_.classOf(clause) == WordClass::Det || p_.classOf(subject.head) == WordClass::Name);
        };
        if (lex_.has(r_.tokens[t].word, Tag::SayNoun) && next != WordClass::That && !p_.is(end, TokenKind::OpenQuote) &&
            !p_.is(end, TokenKind::Colon) && !p_.clauseAt(end) && next != WordClass::Det && !closing())
            return false; // "…, the weather service reports." closes its sentence
        if (next == WordClass::Aux || next == WordClass::Modal ||
            (next == WordClass::Past && !p_.has(end, Tag::Adjective)))
            return false;
    }
    const WordClass ahead = subject.first > p_.first() ? p_.classOf(subject.first - 1) : WordClass::Mark;
    const bool agent =
        subject.first > p_.first() && p_.small(subject.first - 1) == Small::By; // "data published by X show"
    const WordClass further = subject.first > p_.first() + 1 ? p_.classOf(subject.first - 2) : WordClass::Mark;
    const SayKind verb = subject.first > p_.first() ? p_.word(r_.tokens[subject.first - 1].word).say : SayKind::None;
    const bool saying = verb != SayKind::None && verb != SayKind::Put && verb != SayKind::Count;
    const bool object =
        !saying &&
        (ahead == WordClass::Ing || ahead == WordClass::Verb || ahead == WordClass::Past || objectPronoun(subject) ||
         agent ||
         (ahead == WordClass::Prep && (further == WordClass::Past || further == WordClass::Ing ||
                                       further == WordClass::Adjective))); // "two people familiar with the inquiry"
    if (past && p_.of(t) == "forecast" && !subject.empty() && p_.classOf(subject.first) == WordClass::Det &&
        !p_.maySpeak(subject))
        return false;                                         // "raised its annual profit forecast on Thursday"
    if (subject.empty() || object || !p_.maySpeak(subject)) { // "a man standing next to her screamed"
        std::uint32_t begin = p_.clauseBegin(group - 1);
        if (begin > p_.first() + 1 && p_.small(begin - 1) == Small::Who && (past || third) &&
            !p_.is(begin - 2, TokenKind::Comma)) { // "An official who asked not to be named said"
            accept(event, p_.phraseEndingAt(begin - 2));
            return false;
        }
        const NounPhrase lead = p_.phraseAt(begin);
        if (!lead.empty() && lead.end == group && lead.first < subject.first && p_.maySpeak(lead) && past) {
            setSource(event, lead); // "people familiar with the plan said"
            return false;
        }
        if (!lead.empty() && lead.end < group) {
            const WordClass c = p_.classOf(lead.end);
            if (!past && c == WordClass::Past && !p_.has(lead.end + 1, Tag::Prep) && !p_.inTime(lead.end + 1))
                return false; // "It denied reports that"
            const bool close = c == WordClass::Prep || c == WordClass::Adjective || (c == WordClass::Verb && past);
            if (close || c == WordClass::Ing || c == WordClass::Past) {
                NounPhrase whole = lead; // "a source close to the talks", "a report seen by the agency"
                whole.end = close ? group : lead.end;
                if (third || past || plural(lead))
                    accept(event, whole);
                return false;
            }
        }
        if (object)
            return false;
    }
    accept(event, subject);
    return false;
}

bool EventReader::heardSaying(SayEvent& event, std::uint32_t group) {
    // "X was heard saying", "X was quoted as saying", "AFP quoted X as saying"
    std::uint32_t t = group;
    const bool as = t > p_.first() && p_.small(t - 1) == Small::As;
    t -= as ? 1 : 0;
    if (t > p_.first() && p_.classOf(t - 1) == WordClass::Past) {
        std::uint32_t aux = t - 1;
        while (aux > p_.first() && (p_.classOf(aux - 1) == WordClass::Aux || p_.classOf(aux - 1) == WordClass::Adverb))
            --aux;
        if (aux == t - 1)
            return false;
        if (aux > p_.first() && p_.is(aux - 1, TokenKind::Comma)) // "X, the ambassador, was quoted as saying"
            besideApposition(event, aux - 1);
        else
            accept(event, p_.phraseEndingAt(aux - 1));
        if (!event.subject.empty())
            event.groupFirst = aux;
        return !event.subject.empty();
    }
    if (!as)
        return false;
    // "Reyk was quoted by the agency as saying"
    std::uint32_t agentBy = t - 1;
    while (agentBy > p_.first() + 1 && agentBy + 10 > t && p_.small(agentBy) != Small::By)
        --agentBy;
    if (p_.small(agentBy) == Small::By && agentBy > p_.first() && p_.classOf(agentBy - 1) == WordClass::Past) {
        std::uint32_t aux = agentBy - 1;
        while (aux > p_.first() && (p_.classOf(aux - 1) == WordClass::Aux || p_.classOf(aux - 1) == WordClass::Adverb))
            --aux;
        if (aux < agentBy - 1 && aux > p_.first())
            accept(event, p_.phraseEndingAt(aux - 1));
        if (!event.subject.empty()) {
            event.groupFirst = aux;
            if (const NounPhrase agent = p_.phraseAt(agentBy + 1); !agent.empty())
                event.via = r_.of(p_.spanOf(agent));
            return true;
        }
    }
    const NounPhrase said = p_.phraseEndingAt(t - 1);
    if (said.empty() || said.first == p_.first() || !p_.maySpeak(said) ||
        p_.word(r_.tokens[said.first - 1].word).say == SayKind::None)
        return false;
    const NounPhrase by = p_.phraseEndingAt(said.first - 2);
    setSource(event, said);
    if (!by.empty() && p_.maySpeak(by)) {
        event.via = r_.of(p_.spanOf(by));
        event.groupFirst = by.first;
    }
    return true;
}

bool EventReader::objectPronoun(NounPhrase subject) const {
    const Small word = p_.small(subject.first);
    return subject.end == subject.first + 1 &&
           (word == Small::Him || word == Small::Her || word == Small::Them || word == Small::Me || word == Small::Us ||
            word == Small::Himself || word == Small::Herself || word == Small::Themselves || word == Small::Itself);
}

bool EventReader::plural(NounPhrase subject) {
    for (std::uint32_t t = subject.first; t < subject.head; ++t)
        if (p_.small(t) == Small::And)
            return true;
    const std::string_view head = p_.of(subject.head);
    const Small small = p_.small(subject.head);
    if (p_.classOf(subject.head) == WordClass::Pron)
        return small == Small::They || small == Small::We || small == Small::I || small == Small::You ||
               small == Small::Some || small == Small::Many;
    return (head.ends_with("s") && !head.ends_with("ss") && !head.ends_with("us")) || small == Small::Police ||
           small == Small::People || small == Small::Media || small == Small::Staff ||
           lex_.has(r_.tokens[subject.head].word, Tag::Plural) || p_.has(subject.head, Tag::Nationality);
}

/// "Hallam Loud reckon S": a body's name may take the verb of several, and nothing before it may ask for a base form.
bool EventReader::bodyOfSeveral(NounPhrase subject) const {
    if (subject.first > p_.first() && !p_.is(subject.first - 1, TokenKind::Comma) &&
        !p_.is(subject.first - 1, TokenKind::CloseQuote))
        return false;
    const Name* name = nameOf(subject);
    return name != nullptr && name->kind != NameKind::Person && name->endToken == subject.end;
}

void EventReader::accept(SayEvent& event, NounPhrase subject) {
    // Right behind a quote whatever stands there says it: “…,” one leaflet said.
    const bool behind = !subject.empty() && subject.first > p_.first() &&
                        p_.is(subject.first - 1, TokenKind::CloseQuote) &&
                        p_.word(r_.tokens[event.cueFirst].word).say != SayKind::Act;
    if (behind || p_.maySpeak(subject) || saysThat(event, subject))
        setSource(event, subject);
}

bool EventReader::saysThat(const SayEvent& event, NounPhrase subject) {
    // "The city estimates that", "Two voices said: “…”": whatever says something that way is a source
    if (subject.empty() || (p_.classOf(subject.head) != WordClass::Noun && p_.classOf(subject.head) != WordClass::Name))
        return false;
    for (std::uint32_t t = subject.first; t < subject.end; ++t)
        if (p_.has(t, Tag::Neg))
            return false;
    const SayKind kind = p_.word(r_.tokens[event.cueFirst].word).say;
    if (kind != SayKind::Plain && kind != SayKind::Tell && kind != SayKind::Voice && kind != SayKind::Think)
        return false;
    if ((p_.small(event.cueFirst) == Small::Said || p_.of(event.cueFirst) == "says") && p_.clauseAt(event.cueEnd))
        return true; // "An excerpt from his journal said the child was"
    std::uint32_t next = event.cueEnd;
    if (p_.is(next, TokenKind::Comma))
        ++next;
    return p_.is(next, TokenKind::OpenQuote) || p_.is(next, TokenKind::Colon) ||
           p_.classOf(event.cueEnd) == WordClass::That;
}

void EventReader::inherit(SayEvent& event, const SayEvent& last) {
    event.subject = last.subject;
    event.source = last.source;
    event.sourceSpan = last.sourceSpan;
    event.speaker = last.speaker;
}

} // namespace countercheck::read
