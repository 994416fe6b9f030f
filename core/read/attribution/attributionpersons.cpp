// SPDX-License-Identifier: GPL-3.0-or-later
// What the text shows of the persons who speak: their sex, who "the farmer", "the 34-year-old" and "the young woman"
// are, and which name stands beside a description.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::read {

/// Whom a title shows to be a man or a woman.
void EventReader::findTitles() {
    static constexpr WordSet men({"Mr", "Sir", "Lord", "M", "Monsieur"});
    static constexpr WordSet women({"Mrs", "Ms", "Miss", "Lady", "Dame", "Mme", "Madame"});
    titled_.assign(m_.entities.size(), 0);
    for (const Name& name : m_.names) {
        if (name.kind != NameKind::Person || name.firstToken == 0)
            continue;
        std::uint32_t before = name.firstToken - 1;
        if (before > 0 && r_.tokens[before].is(TokenKind::Stop))
            --before; // "Mr. Rule"
        for (const std::uint32_t t : {before, name.firstToken})
            if (const std::string_view title = r_.of(r_.tokens[t]); title.size() <= 8)
                titled_[name.entity] = men.contains(title) ? 'm' : women.contains(title) ? 'f' : titled_[name.entity];
    }
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
        if (p_.french()) { // "la chanteuse X", "la directrice, X"
            const std::string_view job = std::string_view(entity.role).substr(0, entity.role.find(' '));
            if (job.ends_with("euse") || job.ends_with("trice") || job.ends_with("ière") || job.ends_with("ienne"))
                return 'f';
        }
    }
    if (index < titled_.size() && titled_[index] != 0)
        return titled_[index]; // "Mr Rule"
    const std::string_view name(entity.name);
    const std::size_t blank = name.find(' ');
    std::string buffer; // the first names of the tables are small
    const std::string_view shown = lex_.value(lex_.find(text::lowered(name.substr(0, blank), buffer)), Tag::FirstName);
    if (shown == "f" || (shown == "m" && blank != std::string_view::npos)) // "Martin" alone may be a family's name
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

bool EventReader::insideQuote(std::uint32_t t) const {
    if (!p_.mayBeQuoted(t))
        return false; // mostly
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
        if (at == std::string_view::npos)
            continue; // mostly
        static constexpr std::string_view lesser[] = {"shadow ", "former ", "deputy ", "vice ", "ex-", "assistant "};
        const std::size_t rear = at + word.size() + 1; // "the union" is not the "union president"
        if (!p_.french() && rear < role.size() && role[rear - 1] == ' ') {
            static constexpr WordSet joins(
                {"of", "for", "at", "in", "and", "who", "from", "with", "on", "to", "general"});
            const std::string_view next = role.substr(rear, role.find_first_of(" ,", rear) - rear);
            if (!joins.contains(next))
                continue;
        }
        bool other = false; // "shadow minister Ida Brandt" is not "the minister"
        for (const std::string_view mark : lesser)
            other = other || role.substr(0, at).ends_with(mark);
        if (other)
            continue;
        if (at > role.find(" of ") || at > role.find(" de ") || at > role.find(" d'") || at > role.find(" du ") ||
            at > role.find(" des ") || at > role.find(" d\xE2"))
            continue; // "l'académie" is no "inspectrice d'académie"
        if ((at > 0 && role[at - 1] != ' ' && role[at - 1] != '\'') ||
            (at + word.size() < role.size() && role[at + word.size()] != ' ' && role[at + word.size()] != ','))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &entity;
    }
    return found;
}

const Entity* EventReader::aged(NounPhrase subject) const {
    // "the 34-year-old father", "l'homme de 34 ans": whoever stands as "Mark Reed, 34," in the article
    const Small opens = p_.small(subject.first);
    if (subject.end < subject.first + 3 || subject.end > subject.first + 12 || m_.names.size() > 400 ||
        !(opens == Small::The || opens == Small::Masculine || opens == Small::Feminine ||
          (p_.french() && p_.has(subject.first, Tag::Det))))
        return nullptr; // mostly
    std::uint32_t number = subject.first;
    while (number < subject.end && !r_.tokens[number].is(TokenKind::Number))
        ++number;
    if (number >= subject.end)
        return nullptr; // mostly
    const bool years = number + 1 < p_.end() && (p_.of(number + 1) == "ans" || p_.is(number + 1, TokenKind::Hyphen));
    if (!years)
        return nullptr;
    const std::string_view age = p_.of(number);
    const Entity* found = nullptr;
    for (const Name& name : m_.names) {
        if (name.firstToken >= subject.first)
            break;
        if (name.kind != NameKind::Person || name.endToken + 1 >= r_.tokens.size() ||
            !r_.tokens[name.endToken].is(TokenKind::Comma) || r_.of(r_.tokens[name.endToken + 1]) != age)
            continue;
        if (found != nullptr && found != &m_.entities[name.entity])
            return nullptr;
        found = &m_.entities[name.entity];
    }
    return found;
}

const Name* EventReader::namedBeside(NounPhrase subject) const {
    if (!p_.is(subject.end, TokenKind::Comma) ||
        (p_.classOf(subject.first) != WordClass::Det && p_.small(subject.first) != Small::One) ||
        p_.nameIn(subject, NameKind::Person) != nullptr)
        return nullptr;
    bool person = p_.isPerson(subject.head);
    for (std::uint32_t t = subject.first + 1; t < subject.head && !person; ++t)
        person = p_.is(t + 1, TokenKind::Hyphen) && p_.isPerson(t); // "the president-elect, X,"
    if (!person)
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

/// "la retraitée", "the mother of three": 'f', 'm', or 0.
char EventReader::sexOfPhrase(NounPhrase subject) const {
    static constexpr WordSet women({"woman", "mother", "girl", "daughter", "sister", "wife", "widow", "grandmother"});
    static constexpr WordSet men({"man", "father", "boy", "son", "brother", "husband", "widower", "grandfather"});
    const Small article = p_.small(subject.first);
    if (p_.french())
        return article == Small::Feminine ? 'f' : article == Small::Masculine ? 'm' : '\0';
    const std::string_view head = p_.of(subject.head);
    return women.contains(head) ? 'f' : men.contains(head) ? 'm' : '\0';
}

bool EventReader::sameUnnamed(NounPhrase subject) {
    if (subject.end - subject.first > 4 || subject.end < subject.first + 2 ||
        p_.classOf(subject.first) != WordClass::Det || !takesUp(subject))
        return false;
    const char sex = sexOfPhrase(subject);
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
    const char sex = sexOf(last), shown = sexOfPhrase(subject);
    if ((shown == 'f' && sex == 'm') || (shown == 'm' && sex == 'f'))
        return nullptr;
    auto name = std::lower_bound(m_.names.begin(), m_.names.end(), subject.first,
                                 [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
    for (; name != m_.names.begin() && (name - 1)->sentence >= lastSpoke_; --name)
        if ((name - 1)->kind == NameKind::Person && (name - 1)->entity != lastSpeaker_)
            return nullptr;
    return &last;
}

} // namespace countercheck::read
