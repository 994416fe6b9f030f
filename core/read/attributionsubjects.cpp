// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks: the subject of a verb of saying, pronouns resolved, apposition and inversion passed over.
#include "core/read/attributionreader.h"

#include <algorithm>

namespace countercheck::read {

using text::WordId;

std::string_view EventReader::resolve(std::uint32_t token, bool speaking) {
    std::string_view pronoun = lex_.value(r_.tokens[token].word, Tag::Pron);
    if (p_.french() && p_.small(token) == Small::Clitic) // "selon lui"
        pronoun = "he";
    else if (p_.french() && p_.of(token) == "eux")
        pronoun = "they";
    return resolveAs(pronoun, token, speaking);
}

std::string_view EventReader::resolveAs(std::string_view pronoun, std::uint32_t token, bool speaking) {
    const bool person = pronoun == "he" || pronoun == "she";
    if (!person && pronoun != "it" && pronoun != "they")
        return {};
    const char sex = pronoun == "she" ? 'f' : pronoun == "he" ? 'm' : '\0';
    const auto fits = [&](const Entity& entity) {
        if (!person)
            return entity.kind == NameKind::Organisation && pronoun == "it";
        if (entity.kind != NameKind::Person)
            return false;
        const char shown = sexOf(entity);
        return shown == 0 || shown == sex;
    };
    const auto leads = [&](const Name& name) { // "Lucette, qui tient le café": it opens the sentence before
        return person && name.kind == NameKind::Other && name.sentence + 1 == sentence_ &&
               name.firstToken == r_.sentences[name.sentence].firstToken;
    };
    const auto speaks = [&](std::uint32_t entity) {
        if (!speaking)
            return std::string_view(m_.entities[entity].name);
        lastSpeaker_ = entity;
        lastUnnamed_ = {};
        if (person && m_.entities[entity].kind == NameKind::Person)
            lastOf_[sex == 'f' ? 1 : 0] = {entity, sentence_, true};
        return std::string_view(m_.entities[entity].name);
    };
    const auto it = std::upper_bound(m_.names.begin(), m_.names.end(), token,
                                     [](std::uint32_t value, const Name& name) { return value < name.firstToken; });
    // "Teller asked her whether …, she said": whoever was asked answers
    const Heard& heard = lastOf_[sex == 'f' ? 1 : 0];
    if (person && heard.known && asked_ == sex && askedAt_ + 1 >= sentence_ && heard.sentence + 8 >= sentence_)
        return speaks(heard.entity);
    // "L'institut, lui, se garde de trancher ; il relève que": who stands at the head of the same sentence
    if (firstEvent_ == events_.size() && p_.strongBreakBefore(token) > p_.first() + 1 && pronoun != "they") {
        const NounPhrase topic = p_.phraseAt(p_.first());
        if (!topic.empty() && topic.end < token && p_.classOf(topic.head) == WordClass::Noun &&
            p_.has(topic.head, Tag::SourceNoun) && (person || !p_.isPerson(topic.head)))
            return r_.of(p_.spanOf(topic));
    }
    // Whoever spoke in the sentence before goes on speaking.
    if (lastSpeaker_ < m_.entities.size() && lastSpoke_ + 1 >= sentence_) {
        const Entity& last = m_.entities[lastSpeaker_];
        if (fits(last) || ((person || pronoun == "it") && last.kind == NameKind::Other) ||
            (p_.french() && person && last.kind == NameKind::Organisation))
            return speaks(lastSpeaker_);
    }
    const bool otherSex = sex != 0 && lastUnnamedSex_ != 0 && lastUnnamedSex_ != sex;
    bool named = false; // somebody who fits has been named since
    for (auto n = it; person && n != m_.names.begin() && (n - 1)->sentence > lastUnnamedAt_ && !named; --n)
        named = ((n - 1)->kind == NameKind::Person && fits(m_.entities[(n - 1)->entity])) || leads(*(n - 1));
    if (!lastUnnamed_.empty() && !otherSex && !named && lastUnnamedAt_ + (person ? 2u : 1u) >= sentence_ &&
        (pronoun == "they" ? lastUnnamedKind_ == Unnamed::Several
         : person          ? lastUnnamedKind_ != Unnamed::Several && (lastUnnamedKind_ != Unnamed::Body || p_.french())
                           : lastUnnamedKind_ == Unnamed::Body || lastUnnamedKind_ == Unnamed::Name))
        return lastUnnamed_;
    if (person && silent())
        if (const Introduced one = introduced(); !one.words.empty() && (one.sex == 0 || one.sex == sex)) {
            if (speaking) {
                lastSpeaker_ = ~0u;
                lastUnnamed_ = one.words;
                lastUnnamedSex_ = one.sex;
                lastUnnamedKind_ = Unnamed::Person;
            }
            return one.words;
        }
    // Otherwise the person named first in the nearest sentence that names one.
    const Name *found = nullptr, *full = nullptr;
    std::size_t steps = 0;
    for (auto n = it; n != m_.names.begin() && steps < 40; ++steps) {
        --n;
        if (n->sentence + (person ? 8u : 2u) < sentence_ || (found != nullptr && n->sentence != found->sentence))
            break;
        const Entity& entity = m_.entities[n->entity];
        // "L'Office ne confirme pas. Il recense": in French a body is "il", too, where its sentence begins with it
        const bool topic = p_.french() && person && entity.kind == NameKind::Organisation &&
                           n->sentence + 1 == sentence_ && n->firstToken <= r_.sentences[n->sentence].firstToken + 1;
        if (person && full == nullptr &&
            ((entity.kind == NameKind::Other && entity.name.find(' ') != std::string::npos) || leads(*n)))
            full = &*n; // a name of two words may be a person's that no list has
        if (!fits(entity) && !topic)
            continue;
        if (found != nullptr && sexOf(entity) == 0 && sexOf(m_.entities[found->entity]) != 0)
            continue; // a name that shows its sex is the better guess
        found = &*n;
    }
    // "Peg Lomax grows apples. “…,” she says": a full name at the head of the sentence before, whatever its kind
    if (full != nullptr && full->sentence + 1 == sentence_ &&
        full->firstToken == r_.sentences[full->sentence].firstToken &&
        (found == nullptr || found->sentence < full->sentence))
        return speaks(full->entity);
    if (found != nullptr)
        return speaks(found->entity);
    // Nobody near: the person who has spoken before, if not too long ago.
    if (person && lastPersonSpoke_ + 12 >= sentence_)
        for (const std::uint32_t before : lastPersons_)
            if (before < m_.entities.size() && fits(m_.entities[before]))
                return speaks(before);
    // Lists of first names err: whoever has just spoken, or is named nearest, before nobody at all.
    if (person && lastSpeaker_ < m_.entities.size() && lastSpoke_ + 1 >= sentence_ &&
        m_.entities[lastSpeaker_].kind == NameKind::Person)
        return speaks(lastSpeaker_);
    if (full != nullptr)
        return speaks(full->entity);
    return person ? protagonist(token, sex) : std::string_view{};
}

EventReader::Introduced EventReader::introduced() const {
    if (sentence_ == 0 || r_.sentences[sentence_ - 1].block != r_.sentences[sentence_].block)
        return {};
    const text::Sentence& before = r_.sentences[sentence_ - 1];
    const std::uint32_t first = before.firstToken;
    if (first + 2 >= before.endToken)
        return {};
    const text::Token& opens = r_.tokens[first];
    if (opens.is(TokenKind::Word) && lex_.tags(opens.word) == 0 && !lex_.use(opens.word).known() &&
        r_.tokens[first + 1].is(TokenKind::Comma) && lex_.has(r_.tokens[first + 2].word, Tag::Wh))
        return {r_.of(opens), 0, false}; // "Lucette, qui tient le café, …"
    const std::string_view article = p_.of(first);
    const bool elided = article.starts_with("L'") || article.starts_with("L\xE2");
    const bool some = article == "Un" || article == "Une" || article == "A" || article == "An" || article == "One";
    if (!some && !elided && article != "Le" && article != "La" && article != "The")
        return {};
    for (std::uint32_t t = first + 1; t < first + 4 && t < before.endToken; ++t) {
        const text::Token& token = r_.tokens[t];
        if (!token.is(TokenKind::Word) || token.has(text::Capitalised))
            return {};
        if (!p_.lex.has(token.word, Tag::SourceNoun) && !p_.isPerson(t))
            continue;
        const auto name = std::lower_bound(m_.names.begin(), m_.names.end(), first,
                                           [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
        if (name != m_.names.end() && name->firstToken < t + 5)
            return {}; // "Le maire, Éric Pralong, …" is named
        const char sex = article == "Une" || article == "La" ? 'f' : article == "Un" || article == "Le" ? 'm' : '\0';
        return {r_.of(text::Span{r_.tokens[first].begin, token.end}), sex, some};
    }
    return {};
}

std::string_view EventReader::protagonist(std::uint32_t token, char sex) const {
    if (m_.entities.size() > 400) // no article: reading stays linear
        return {};
    const Entity* found = nullptr;
    std::size_t persons = 0;
    for (const Entity& entity : m_.entities) {
        if (entity.kind != NameKind::Person)
            continue;
        ++persons;
        const char shown = sexOf(entity);
        if ((shown == 0 || shown == sex) && (found == nullptr || entity.mentions > found->mentions))
            found = &entity;
    }
    if (found == nullptr || (found->mentions < 2 && persons > 1))
        return {};
    const auto index = static_cast<std::uint32_t>(found - m_.entities.data());
    for (const Name& name : m_.names) // named already?
        if (name.firstToken >= token)
            break;
        else if (name.entity == index)
            return found->name;
    return {};
}

char EventReader::sexOf(const Entity& entity) const {
    const auto index = static_cast<std::uint32_t>(&entity - m_.entities.data());
    if (!entity.role.empty()) {
        for (const std::string_view word :
             {"woman", "Queen", "queen", "actress", "wife", "mother", "daughter", "sister", "widow"})
            if (entity.role.find(word) != std::string::npos)
                return 'f';
        if (entity.role.find("spokesman") != std::string::npos || entity.role.find("chairman") != std::string::npos ||
            entity.role.find("King") != std::string::npos)
            return 'm';
    }
    const std::string_view name(entity.name);
    const std::size_t blank = name.find(' ');
    const std::string_view shown = blank == std::string_view::npos
                                       ? std::string_view{}
                                       : lex_.value(lex_.find(name.substr(0, blank)), Tag::FirstName);
    if (shown == "f" || shown == "m")
        return shown.front();
    for (const std::size_t side : {0u, 1u}) // a pronoun has shown it
        if (lastOf_[side].known && lastOf_[side].entity == index)
            return side == 1 ? 'f' : 'm';
    return 0;
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
        std::size_t at = role.find(word);
        if (at == std::string_view::npos && role.size() >= word.size() && // "Judge Holm … the judge"
            role.substr(1, word.size() - 1) == word.substr(1) && (role.front() | 0x20) == word.front())
            at = 0;
        if (at > role.find(" of ") || at > role.find(" de ") || at > role.find(" d'") || at > role.find(" du ") ||
            at > role.find(" des ") || at > role.find(" d\xE2"))
            continue; // "l'académie" is no "inspectrice d'académie"
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
    if (!p_.is(subject.end, TokenKind::Comma) ||
        (p_.classOf(subject.first) != WordClass::Det && p_.small(subject.first) != Small::One) ||
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

bool EventReader::takesUp(NounPhrase subject) const {
    bool again = false;
    for (std::uint32_t t = subject.first; t < subject.end; ++t) {
        again = again || p_.word(r_.tokens[t].word).again;
        if (r_.tokens[t].has(text::Capitalised) && t != p_.first())
            return false;
    }
    const Small article = p_.small(subject.first);
    const bool definite = article == Small::The || article == Small::Masculine || article == Small::Feminine ||
                          p_.of(subject.first).starts_with("l'") || p_.of(subject.first).starts_with("l\xE2");
    const std::string_view word = p_.of(subject.first);
    return again && definite && word != "un" && word != "une" && word != "son" && word != "sa" && word != "ce" &&
           word != "cette" && word != "Un" && word != "Une";
}

bool EventReader::sameUnnamed(NounPhrase subject) {
    if (subject.end - subject.first > 4 || subject.end < subject.first + 2 ||
        p_.classOf(subject.first) != WordClass::Det || !takesUp(subject))
        return false;
    const Small article = p_.small(subject.first);
    const char sex = article == Small::Feminine ? 'f' : article == Small::Masculine ? 'm' : '\0';
    return sex == 0 || lastUnnamedSex_ == 0 || sex == lastUnnamedSex_;
}

void EventReader::spoke(std::uint32_t entity) {
    lastSpeaker_ = entity;
    lastSpoke_ = sentence_;
    if (entity < m_.entities.size() && m_.entities[entity].kind == NameKind::Person) {
        if (lastPersons_.front() != entity)
            lastPersons_ = {entity, lastPersons_.front()};
        lastPersonSpoke_ = sentence_;
    }
}

const Entity* EventReader::takenUp(NounPhrase subject) const {
    // "the woman", "la jeune femme", "l'ancien instituteur": whoever spoke last, if nobody else was named since
    if (lastSpeaker_ >= m_.entities.size() || lastSpoke_ + 4 < sentence_ || subject.end - subject.first > 4 ||
        subject.end < subject.first + 2 || p_.classOf(subject.first) != WordClass::Det)
        return nullptr;
    const Entity& last = m_.entities[lastSpeaker_];
    if (!takesUp(subject) || last.kind != NameKind::Person)
        return nullptr;
    const Small article = p_.small(subject.first);
    const char sex = sexOf(last);
    if ((article == Small::Feminine && sex == 'm') || (article == Small::Masculine && sex == 'f'))
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
        const bool speaking = event.inverted || !insideQuote(event.cueFirst);
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
    if (const Name* name = anyNameIn(subject, NameKind::Person)) {
        spoke(name->entity);
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
        const bool several = plural(subject);
        lastUnnamedKind_ = several && !single                     ? Unnamed::Several
                           : several || p_.isPerson(subject.head) ? Unnamed::Person
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
        const bool voice = p_.is(group - 1, TokenKind::CloseQuote); // whoever it is, these are their words
        const bool hearer = p_.small(t) == Small::Told && !voice;   // "Rudge, its head, told the Ledger:"
        const NounPhrase after = open && !hearer ? p_.phraseAt(end) : NounPhrase{};
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
        const SayEvent* cited = lastInSentence(); // "according to the agency, which warns that"
        if (event.subject.empty() && cited != nullptr && cited->subject.end == last)
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
    if (third || !past) { // a plural noun? "local reports", "its claims"
        if (!third && !subject.empty() && !plural(subject))
            return false;
        const WordClass next = end < p_.end() ? p_.classOf(end) : WordClass::Mark;
        const bool closing =
            third && !subject.empty() && next == WordClass::Mark && subject.first > p_.first() &&
            p_.is(subject.first - 1, TokenKind::Comma) &&
            (p_.classOf(subject.first) == WordClass::Det || p_.classOf(subject.head) == WordClass::Name);
        if (lex_.has(r_.tokens[t].word, Tag::SayNoun) && next != WordClass::That && !p_.is(end, TokenKind::OpenQuote) &&
            !p_.is(end, TokenKind::Colon) && !p_.clauseAt(end) && next != WordClass::Det && !closing)
            return false; // "…, the weather service reports." closes its sentence
        if (next == WordClass::Aux || next == WordClass::Modal ||
            (next == WordClass::Past && !p_.has(end, Tag::Adjective)))
            return false;
    }
    const WordClass ahead = subject.first > p_.first() ? p_.classOf(subject.first - 1) : WordClass::Mark;
    const WordClass further = subject.first > p_.first() + 1 ? p_.classOf(subject.first - 2) : WordClass::Mark;
    const SayKind verb = subject.first > p_.first() ? p_.word(r_.tokens[subject.first - 1].word).say : SayKind::None;
    const bool saying = verb != SayKind::None && verb != SayKind::Put && verb != SayKind::Count;
    const bool object =
        !saying &&
        (ahead == WordClass::Ing || ahead == WordClass::Verb || ahead == WordClass::Past || objectPronoun(subject) ||
         (ahead == WordClass::Prep && (further == WordClass::Past || further == WordClass::Ing)));
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
            if (!past && c == WordClass::Past && !p_.has(lead.end + 1, Tag::Prep))
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
