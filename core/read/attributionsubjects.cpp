// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks: the subject of a verb of saying, pronouns resolved, apposition and inversion passed over.
#include "core/read/attributionreader.h"

#include <algorithm>

namespace countercheck::read {

using text::WordId;

std::string_view EventReader::resolve(std::uint32_t token) const {
    std::string_view pronoun = lex_.value(r_.tokens[token].word, Tag::Pron);
    if (p_.french() && p_.small(token) == Small::Clitic) // "selon lui"
        pronoun = "he";
    else if (p_.french() && p_.of(token) == "eux")
        pronoun = "they";
    const bool person = pronoun == "he" || pronoun == "she";
    if (!person && pronoun != "it" && pronoun != "they")
        return {};
    const auto fits = [&](const Entity& entity) {
        if (!person)
            return entity.kind == NameKind::Organisation && pronoun == "it";
        if (entity.kind != NameKind::Person)
            return false;
        const std::string_view sex = sexOf(entity);
        return sex.empty() || sex == "b" || (sex == "m") == (pronoun == "he");
    };
    const auto it = std::upper_bound(m_.names.begin(), m_.names.end(), token,
                                     [](std::uint32_t value, const Name& name) { return value < name.firstToken; });
    // Whoever spoke in the sentence before goes on speaking.
    if (lastSpeaker_ < m_.entities.size() && lastSpoke_ + 1 >= sentence_ &&
        (fits(m_.entities[lastSpeaker_]) ||
         (p_.french() && person && m_.entities[lastSpeaker_].kind == NameKind::Organisation)))
        return m_.entities[lastSpeaker_].name;
    const char sex = pronoun == "she" ? 'f' : pronoun == "he" ? 'm' : '\0';
    const bool otherSex = sex != 0 && lastUnnamedSex_ != 0 && lastUnnamedSex_ != sex;
    if (!lastUnnamed_.empty() && !otherSex && lastUnnamedAt_ + (person ? 2u : 1u) >= sentence_ &&
        (pronoun == "they" ? lastUnnamedKind_ == Unnamed::Several
         : person          ? lastUnnamedKind_ == Unnamed::Person || p_.french()
                           : lastUnnamedKind_ == Unnamed::Body))
        return lastUnnamed_;
    // Otherwise the person named first in the nearest sentence that names one.
    const Entity* found = nullptr;
    std::uint32_t foundIn = 0;
    std::size_t steps = 0;
    for (auto n = it; n != m_.names.begin() && steps < 40; ++steps) {
        --n;
        if (n->sentence + (person ? 6u : 2u) < sentence_ || (found != nullptr && n->sentence != foundIn))
            break;
        const Entity& entity = m_.entities[n->entity];
        if (!fits(entity))
            continue;
        if (found != nullptr && sexOf(entity).empty() && !sexOf(*found).empty())
            continue; // a name that shows its sex is the better guess
        found = &entity;
        foundIn = n->sentence;
    }
    return found != nullptr ? std::string_view(found->name) : std::string_view{};
}

std::string_view EventReader::sexOf(const Entity& entity) const {
    if (!entity.role.empty()) {
        for (const std::string_view word :
             {"woman", "Queen", "queen", "actress", "wife", "mother", "daughter", "sister", "widow"})
            if (entity.role.find(word) != std::string::npos)
                return "f";
        if (entity.role.find("spokesman") != std::string::npos || entity.role.find("chairman") != std::string::npos ||
            entity.role.find("King") != std::string::npos)
            return "m";
    }
    const std::string_view name(entity.name);
    const std::size_t blank = name.find(' ');
    return blank == std::string_view::npos ? std::string_view{}
                                           : lex_.value(lex_.find(name.substr(0, blank)), Tag::FirstName);
}

const Name* EventReader::nameOf(NounPhrase phrase) const {
    const auto it = std::lower_bound(m_.names.begin(), m_.names.end(), phrase.first,
                                     [](const Name& name, std::uint32_t value) { return name.firstToken < value; });
    return it != m_.names.end() && it->endToken <= phrase.end ? &*it : nullptr;
}

const Name* EventReader::anyNameIn(NounPhrase phrase, NameKind kind) const {
    for (auto it = std::lower_bound(m_.names.begin(), m_.names.end(), phrase.first,
                                    [](const Name&name, std::uint32_t value) { return name.firstToken < value; });
         it != m_.names.end() && it->firstToken < phrase.end; ++it)
        if (it->kind == kind)
            return &*it;
    return nullptr;
}

bool EventReader::insideQuote(std::uint32_t t) const {
    const std::uint32_t at = r_.tokens[t].begin;
    auto it = std::upper_bound(m_.quotes.begin(), m_.quotes.end(), at,
                               [](std::uint32_t value, const Quote& quote) { return value < quote.whole.begin; });
    for (int back = 0; it != m_.quotes.begin() && back < 4; ++back)
        if ((--it)->whole.end > at)
            return true;
    return false;
}

const Entity* EventReader::describedPerson(NounPhrase subject) const {
    const std::uint32_t noun = subject.end - 1;
    if (subject.end != subject.first + 2 || !p_.has(subject.first, Tag::Det) || r_.tokens[noun].has(text::Capitalised))
        return nullptr;
    const std::string_view article = p_.of(subject.first);
    if (article != "the" && article != "The" && article != "le" && article != "Le" && article != "la" &&
        article != "La" && !article.starts_with("l'") && !article.starts_with("L'") &&
        !article.starts_with("l\xE2\x80\x99") && !article.starts_with("L\xE2\x80\x99"))
        return nullptr;
    if (m_.entities.size() > 400) // no article: reading stays linear
        return nullptr;
    const std::string_view word = p_.of(noun);
    const Entity* found = nullptr;
    for (const Entity& entity : m_.entities) {
        if (entity.kind != NameKind::Person || entity.role.empty())
            continue;
        const std::string_view role(entity.role);
        const std::size_t at = role.find(word);
        if (at == std::string_view::npos || (at > 0 && role[at - 1] != ' ' && role[at - 1] != '\'') ||
            (at + word.size() < role.size() && role[at + word.size()] != ' ' && role[at + word.size()] != ','))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &entity;
    }
    return found;
}

const Name* EventReader::namedBeside(NounPhrase subject) const {
    if (!p_.is(subject.end, TokenKind::Comma) || p_.classOf(subject.first) != WordClass::Det ||
        anyNameIn(subject, NameKind::Person) != nullptr || !p_.isPerson(subject.head))
        return nullptr;
    const auto name = std::lower_bound(m_.names.begin(), m_.names.end(), subject.end + 1,
                                       [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
    const bool titled = name != m_.names.end() && name->firstToken == subject.end + 2 && // "Me Laure Petit"
                        r_.tokens[subject.end + 1].has(text::Capitalised);
    if (name == m_.names.end() || (name->firstToken != subject.end + 1 && !titled) || name->kind != NameKind::Person)
        return nullptr;
    const std::uint32_t after = name->endToken;
    return after >= p_.end() || p_.is(after, TokenKind::Comma) || p_.is(after, TokenKind::Stop) ||
                   p_.is(after, TokenKind::CloseQuote)
               ? &*name
               : nullptr;
}

const Entity* EventReader::takenUp(NounPhrase subject) const {
    // "the woman", "la jeune femme", "l'ancien instituteur": whoever spoke last, if nobody else was named since
    if (lastSpeaker_ >= m_.entities.size() || lastSpoke_ + 4 < sentence_ || subject.end - subject.first > 4 ||
        subject.end < subject.first + 2 || p_.classOf(subject.first) != WordClass::Det)
        return nullptr;
    const Entity& last = m_.entities[lastSpeaker_];
    bool again = false;
    for (std::uint32_t t = subject.first; t < subject.end; ++t) {
        again = again || p_.word(r_.tokens[t].word).again;
        if (r_.tokens[t].has(text::Capitalised) && t != p_.first())
            return nullptr;
    }
    const Small article = p_.small(subject.first);
    const bool definite = article == Small::The || article == Small::Masculine || article == Small::Feminine ||
                          p_.of(subject.first).starts_with("l'") || p_.of(subject.first).starts_with("l\xE2");
    const std::string_view word = p_.of(subject.first);
    if (!again || !definite || last.kind != NameKind::Person || word == "un" || word == "une" || word == "son" ||
        word == "sa" || word == "ce" || word == "cette" || word == "Un" || word == "Une")
        return nullptr;
    const std::string_view sex = sexOf(last);
    if ((article == Small::Feminine && sex == "m") || (article == Small::Masculine && sex == "f"))
        return nullptr;
    auto name = std::lower_bound(m_.names.begin(), m_.names.end(), subject.first,
                                 [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
    for (; name != m_.names.begin() && (name - 1)->sentence >= lastSpoke_; --name)
        if ((name - 1)->kind == NameKind::Person && (name - 1)->entity != lastSpeaker_)
            return nullptr;
    return &last;
}

void EventReader::setSource(SayEvent& event, NounPhrase subject) {
    event.subject = subject;
    event.sourceSpan = p_.spanOf(subject);
    event.source = r_.of(event.sourceSpan);
    event.speaker = event.source;
    event.person = p_.isPerson(subject.head) || anyNameIn(subject, NameKind::Person) != nullptr ||
                   p_.small(subject.first) == Small::He || p_.small(subject.first) == Small::She;
    if (subject.end == subject.first + 1 && p_.classOf(subject.first) == WordClass::Pron) {
        if (const std::string_view name = resolve(subject.first); !name.empty()) {
            event.source = name;
            event.speaker = event.source;
            if (lastSpeaker_ < m_.entities.size())
                lastSpoke_ = sentence_;
            lastUnnamedAt_ = sentence_;
        }
        return;
    }
    const Name* beside = namedBeside(subject);
    const Entity* person = beside != nullptr ? &m_.entities[beside->entity] : describedPerson(subject);
    if (person == nullptr)
        person = takenUp(subject);
    if (person != nullptr) { // "the farmer": named before
        event.source = event.speaker = person->name;
        event.person = true;
        lastSpeaker_ = static_cast<std::uint32_t>(person - m_.entities.data());
        lastSpoke_ = sentence_;
        lastUnnamed_ = {};
        return;
    }
    if (!event.inverted && insideQuote(event.cueFirst)) // whoever is quoted within a quote does not go on speaking
        return;
    lastSpoke_ = sentence_;
    lastUnnamed_ = {};
    if (const Name* name = anyNameIn(subject, NameKind::Person)) {
        lastSpeaker_ = name->entity;
        if (name->firstToken == subject.first && name->endToken == subject.end)
            event.speaker = m_.entities[name->entity].name;
    } else if (p_.classOf(subject.head) == WordClass::Name) {
        const Name* whole = nameOf(subject);
        lastSpeaker_ = whole != nullptr ? whole->entity : ~0u;
    } else {
        lastSpeaker_ = ~0u;
        lastUnnamed_ = event.source; // "a senior officer … he added", "the navy … it said"
        lastUnnamedAt_ = sentence_;
        const Small article = p_.small(subject.first);
        lastUnnamedSex_ = article == Small::Feminine ? 'f' : article == Small::Masculine ? 'm' : '\0';
        lastUnnamedKind_ = plural(subject)             ? Unnamed::Several
                           : p_.isPerson(subject.head) ? Unnamed::Person
                                                       : Unnamed::Body;
    }
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
    if (ing) { // "…, adding that": whoever spoke before, else the clause's subject
        if (!(p_.is(group - 1, TokenKind::Comma) || p_.is(group - 1, TokenKind::CloseQuote) ||
              p_.is(group - 1, TokenKind::Dash))) {
            // "with officials saying", "analysts believing"
            const NounPhrase subject =
                before == WordClass::Noun || before == WordClass::Name ? p_.phraseEndingAt(group - 1) : NounPhrase{};
            if (!subject.empty() && subject.first > p_.first() && p_.small(subject.first - 1) == Small::With)
                accept(event, subject);
            else if (!heardSaying(event, group) &&
                     (p_.classOf(end) == WordClass::That || p_.is(end, TokenKind::OpenQuote)))
                leadSubject(event, t); // "downplayed the unrest saying that"
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
        const NounPhrase after = open ? p_.phraseAt(end) : NounPhrase{};
        const bool voice = p_.is(group - 1, TokenKind::CloseQuote); // whoever it is, these are their words
        if (!after.empty() && (voice || p_.maySpeak(after)) && p_.classOf(after.head) != WordClass::Pron) {
            const std::uint32_t next = p_.afterTime(after.end);
            const WordClass c = next < p_.end() ? p_.classOf(next) : WordClass::Mark;
            const bool closes = c == WordClass::Mark || c == WordClass::Wh || c == WordClass::Prep ||
                                c == WordClass::Subord || c == WordClass::Conj || c == WordClass::Ing;
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
    if (before == WordClass::Conj) { // "X said A and warned B"
        if (const SayEvent* last = lastInSentence())
            inherit(event, *last);
        else if (verbBetween(p_.clauseBegin(group - 1), group - 1)) // not "the victims and alleged gunman"
            leadSubject(event, t);
        return false;
    }
    if (before == WordClass::Wh) { // "residents, who said", "the man who claimed"
        std::uint32_t last = group - 1;
        if (last > p_.first() && p_.is(last - 1, TokenKind::Comma))
            --last;
        if (last > p_.first() && (p_.small(group - 1) == Small::Who || p_.of(group - 1) == "which"))
            accept(event, p_.phraseEndingAt(last - 1));
        event.aside = last + 1 < group;
        return false;
    }
    if (group == p_.first())
        return false;
    NounPhrase subject = p_.phraseEndingAt(group - 1);
    if (third || !past) { // a plural noun? "local reports", "its claims"
        if (subject.empty() || (!third && !plural(subject)))
            return false;
        const WordClass next = end < p_.end() ? p_.classOf(end) : WordClass::Mark;
        if (lex_.has(r_.tokens[t].word, Tag::SayNoun) && next != WordClass::That && !p_.is(end, TokenKind::OpenQuote) &&
            !p_.is(end, TokenKind::Colon) && !p_.clauseAt(end) && next != WordClass::Det)
            return false;
        if (next == WordClass::Aux || next == WordClass::Modal ||
            (next == WordClass::Past && !p_.has(end, Tag::Adjective)))
            return false;
    }
    const WordClass ahead = subject.first > p_.first() ? p_.classOf(subject.first - 1) : WordClass::Mark;
    const WordClass further = subject.first > p_.first() + 1 ? p_.classOf(subject.first - 2) : WordClass::Mark;
    const bool saying = subject.first > p_.first() && p_.has(subject.first - 1, Tag::Say);
    const bool object =
        !saying && (ahead == WordClass::Ing || ahead == WordClass::Past || objectPronoun(subject) ||
                    (ahead == WordClass::Prep && (further == WordClass::Past || further == WordClass::Ing)));
    if (subject.empty() || object || !p_.maySpeak(subject)) { // "a man standing next to her screamed"
        std::uint32_t begin = p_.clauseBegin(group - 1);
        const NounPhrase lead = p_.phraseAt(begin);
        if (!lead.empty() && lead.end < group) {
            const WordClass c = p_.classOf(lead.end);
            const bool close = c == WordClass::Prep || c == WordClass::Adjective || c == WordClass::Verb;
            if (close || c == WordClass::Ing || c == WordClass::Past) {
                NounPhrase whole = lead; // "a source close to the talks"
                whole.end = close ? group : lead.end;
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
        accept(event, p_.phraseEndingAt(aux - 1));
        if (!event.subject.empty())
            event.groupFirst = aux;
        return !event.subject.empty();
    }
    if (!as)
        return false;
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
    if (kind != SayKind::Plain && kind != SayKind::Tell && kind != SayKind::Voice)
        return false;
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

void EventReader::leadSubject(SayEvent& event, std::uint32_t t) {
    std::uint32_t begin = p_.strongBreakBefore(t);
    while (begin < t && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                         p_.classOf(begin) == WordClass::Adverb || p_.is(begin, TokenKind::Comma)))
        ++begin;
    if (const std::uint32_t after = p_.afterTime(begin); after != begin)
        begin = p_.is(after, TokenKind::Comma) ? after + 1 : after;
    if (p_.classOf(begin) == WordClass::Prep || p_.classOf(begin) == WordClass::Past) { // "At that hearing, he …"
        std::uint32_t comma = begin;
        while (comma < t && !p_.is(comma, TokenKind::Comma))
            ++comma;
        if (comma + 1 < t)
            begin = comma + 1;
    }
    const NounPhrase subject = p_.phraseAt(begin);
    if (!subject.empty() && subject.end < t)
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
    for (int round = 0; round < 3; ++round) {
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
        while (begin < comma && !p_.is(begin, TokenKind::Comma) && p_.classOf(begin) != WordClass::That)
            ++begin;
        ++begin;
        if (begin >= comma)
            return;
    }
}

} // namespace countercheck::read
