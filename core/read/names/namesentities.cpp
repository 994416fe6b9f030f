// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that name the same become one entity: full names, last names, acronyms, short forms of firms.
#include "core/read/names/gazetteer.h"
#include "core/read/names/namesreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::WordId;

void NameReader::makeEntities() {
    WordMap &byFolded = scratch_.byFolded, &byLast = scratch_.byLast, &byFirst = scratch_.byFirst,
            &byInitials = scratch_.byInitials;
    std::vector<std::uint32_t>& firstTokenOf = scratch_.firstTokenOf; // of a person's full name
    std::vector<std::uint32_t>& uses = scratch_.uses;
    uses.assign(forms_.size(), 0);
    firstTokenOf.assign(forms_.size(), none); // no more entities than forms
    for (const Occurrence& o : found_)
        ++uses[o.form];
    for (std::uint32_t f = 0; f < forms_.size(); ++f)
        if (noName(forms_[f], uses[f]))
            uses[f] = 0;
    // Long forms first make entities; acronyms and last names join them.
    const auto join = [&](std::uint32_t f, std::uint32_t entity) {
        forms_[f].entity = entity;
        alias(out_.entities[entity], forms_[f].text);
        if (forms_[f].role != none && out_.entities[entity].role.empty())
            out_.entities[entity].role = std::string(roles_[forms_[f].role]);
    };
    const auto open = [&](std::uint32_t f) {
        Form& form = forms_[f];
        const std::string_view key = keyOf(form);
        const std::uint64_t hash = key.data() == form.folded.data() ? form.foldedHash : text::hashSmall(key);
        const auto [known, fresh] = byFolded.insert(key, hash, static_cast<std::uint32_t>(out_.entities.size()));
        form.entity = known;
        if (fresh) {
            Entity& entity = out_.entities.emplace_back();
            entity.kind = form.kind;
            entity.name = form.text;
        } else {
            alias(out_.entities[form.entity], form.text);
        }
        if (form.role != none && out_.entities[form.entity].role.empty())
            out_.entities[form.entity].role = std::string(roles_[form.role]);
    };
    const auto person = [&](std::uint32_t f) {
        Form& form = forms_[f];
        form.entity = sameFullName(form);
        if (form.entity == none)
            open(f);
        else
            join(f, form.entity);
        const auto index = static_cast<std::uint32_t>(scratch_.persons.size());
        const auto [first, fresh] = byLast.insert(lastWord(form.folded), index);
        const std::string_view given = lex_.value(tokens_[form.firstToken].word, Tag::FirstName);
        Scratch::Person one{f, form.entity, fresh ? none : first, given == "f" || given == "m" ? given[0] : '\0'};
        if (const char address = addressed(form.firstToken); address != 0)
            one.gender = address;
        first = index;
        scratch_.persons.push_back(one);
        if (firstTokenOf[form.entity] == none)
            firstTokenOf[form.entity] = form.firstToken;
    };
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
        Form& form = forms_[f];
        if (uses[f] == 0 || form.words < 2)
            continue;
        if ((form.kind == NameKind::Person || form.kind == NameKind::Other) && has(form.firstToken, Tag::Particle))
            continue; // "Van der Leyen", "al-Sisi": a last name of several words, see below
        if (form.kind == NameKind::Person && form.text.find(' ') != std::string_view::npos) {
            person(f);
            continue;
        }
        open(f);
        if (form.kind == NameKind::Organisation && !has(form.firstToken, Tag::Nationality) &&
            (!has(form.firstToken, Tag::OrgWord) ||
             lex_.value(tokens_[form.firstToken].word, Tag::OrgWord) == "known")) {
            const auto [firm, fresh] = byFirst.insert(firstWord(form.folded), form.entity);
            if (!fresh && firm != form.entity)
                firm = none; // two firms begin with that word
        }
        if (form.acronym != none) {
            Form& acronym = forms_[form.acronym];
            acronym.kind = form.kind = NameKind::Organisation;
            Entity& entity = out_.entities[form.entity];
            entity.kind = NameKind::Organisation;
            entity.acronym = std::string(acronym.text);
            alias(entity, acronym.text);
            if (acronym.folded.empty())
                fold(acronym);
            const auto [known, fresh] = byFolded.insert(acronym.folded, acronym.foldedHash, form.entity);
            if (!fresh && known != form.entity) { // a second long form for one acronym: one entity
                merge(known, form.entity);
            }
            acronym.entity = known;
        } else if (form.kind == NameKind::Organisation && form.words >= 3) {
            byInitials.insert(initialsOf(form), form.entity);
        }
    }
    for (std::uint32_t f = 0; f < forms_.size(); ++f) // "Abu Bakr Keita"
        if (uses[f] != 0 && forms_[f].entity == none && forms_[f].words >= 3 && forms_[f].kind == NameKind::Person &&
            byLast.find(lastWord(forms_[f].folded)) == nullptr)
            person(f);
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
        Form& form = forms_[f];
        if (uses[f] == 0 || form.entity != none)
            continue;
        const std::string_view last = form.words >= 2 ? lastWord(form.folded) : form.folded;
        if (const std::uint32_t* it = byLast.find(last, form.words >= 2 ? text::hashSmall(last) : form.foldedHash);
            it != nullptr && form.kind != NameKind::Nationality && (form.evidence & (InPlace | PlaceCue)) == 0 &&
            (form.kind != NameKind::Organisation || (form.evidence & (OrgCue | Acronym)) == 0)) {
            const Scratch::Person& one = scratch_.persons[*it];
            bool several = false;
            for (std::uint32_t p = one.next; p != none; p = scratch_.persons[p].next)
                several = several || scratch_.persons[p].entity != one.entity;
            const bool place = form.kind == NameKind::Place &&
                               ((form.evidence & OfPlace) != 0 || largePlace(form) ||
                                (form.firstToken < firstTokenOf[one.entity] && !ordinary(form.firstToken)));
            if (!place && !several) {
                form.kind = NameKind::Person;
                join(f, one.entity);
                continue;
            }
            if (!place) { // two of that name: nobody is guessed
                form.kind = NameKind::Person;
                form.persons = *it;
            }
        }
        if (const std::uint32_t* it = byInitials.find(form.text, form.hash); it != nullptr && form.text.size() >= 3) {
            form.entity = *it;
            Entity& entity = out_.entities[*it];
            entity.acronym = std::string(form.text);
            alias(entity, form.text);
            continue;
        }
        // "Kraft" beside "Kraft Foods": the firm, unless it is a place
        if (const std::uint32_t* it = byFirst.find(form.folded, form.foldedHash);
            it != nullptr && *it != none && (form.kind == NameKind::Other || form.kind == NameKind::Organisation)) {
            form.entity = *it;
            alias(out_.entities[*it], form.text);
            continue;
        }
        open(f);
    }
    for (const auto& [one, other] : scratch_.aliases)
        if (forms_[one].entity != none && forms_[other].entity != none)
            merge(forms_[one].entity, forms_[other].entity);
    for (const Occurrence& o : found_) {
        const Form& form = forms_[o.form];
        if (form.entity == none)
            continue;
        std::uint32_t e = rootOf(form.entity);
        if (form.persons != none)
            if (const std::uint32_t meant = byAddress(form.persons, o.firstToken); meant != none) {
                e = rootOf(meant);
                alias(out_.entities[e], form.text);
            }
        Name name;
        name.span = {tokens_[o.firstToken].begin, tokens_[o.endToken - 1].end};
        name.kind = out_.entities[e].kind;
        name.entity = e;
        name.sentence = o.sentence;
        name.firstToken = o.firstToken;
        name.endToken = o.endToken;
        ++out_.entities[e].mentions;
        out_.names.push_back(name);
    }
    compact();
}

void NameReader::alias(Entity& entity, std::string_view form) {
    if (form == entity.name || std::find(entity.aliases.begin(), entity.aliases.end(), form) != entity.aliases.end())
        return;
    if (form.size() > entity.name.size() && entity.kind == NameKind::Person) {
        entity.aliases.push_back(entity.name);
        entity.name = std::string(form);
        return;
    }
    entity.aliases.emplace_back(form);
}

std::uint32_t NameReader::rootOf(std::uint32_t entity) const {
    while (entity < merged_.size() && merged_[entity] != none)
        entity = merged_[entity];
    return entity;
}

void NameReader::merge(std::uint32_t into, std::uint32_t from) {
    into = rootOf(into);
    from = rootOf(from);
    if (into == from)
        return;
    if (merged_.size() < out_.entities.size())
        merged_.resize(out_.entities.size(), none);
    merged_[from] = into;
    Entity& target = out_.entities[into];
    if (target.name.size() < out_.entities[from].name.size() && target.name == target.acronym)
        std::swap(target.name, out_.entities[from].name);
    const Entity& source = out_.entities[from];
    if (source.name != target.name &&
        std::find(target.aliases.begin(), target.aliases.end(), source.name) == target.aliases.end())
        target.aliases.push_back(source.name); // the first name stays, however short
    for (const std::string& other : source.aliases)
        alias(target, other);
    if (target.role.empty())
        target.role = source.role;
    if (!target.acronym.empty() || target.kind == NameKind::Other)
        target.kind = target.acronym.empty() ? source.kind : NameKind::Organisation;
}

bool NameReader::noName(const Form& form, std::uint32_t uses) {
    if (form.endToken != form.firstToken + 1 || (form.evidence & ~(Possessed | AtPlace | InPlace)) != 0)
        return false;
    const text::WordId id = tokens_[form.firstToken].word;
    if (scratch_.lastNames.contains(form.text, form.hash))
        return false;
    if (form.kind == NameKind::Other)
        return !tokens_[form.firstToken].has(text::AllCaps) && ordinary(form.firstToken); // "the Constitution"
    // "GUILTY", "LIVE": one shouted word
    return form.kind == NameKind::Organisation && uses <= 1 && form.text.size() >= 4 && lex_.use(id).known() &&
           tokens_[form.firstToken].has(text::AllCaps) && !lex_.hasAny(id, nameTags);
}

std::string_view NameReader::keyOf(Form& form) {
    const bool country = form.kind == NameKind::Place;
    if (!country && form.kind != NameKind::Nationality)
        return form.folded;
    const bool single = form.endToken == form.firstToken + 1;
    const WordId whole = single ? tokens_[form.firstToken].word : phraseEntry(form);
    const std::string_view code = lex_.value(whole, country ? Tag::Country : Tag::Nationality);
    if (code.empty())
        return form.folded;
    const std::string_view what = country ? "country " : "nationality ";
    char* place = scratch_.pool.room(what.size() + code.size());
    std::copy(code.begin(), code.end(), std::copy(what.begin(), what.end(), place));
    form.key = {place, what.size() + code.size()};
    return form.key;
}

std::uint32_t NameReader::sameFullName(const Form& form) const {
    const std::uint32_t* chain = scratch_.byLast.find(lastWord(form.folded));
    if (chain == nullptr)
        return none;
    const auto part = [](std::string_view& rest) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, blank);
        rest.remove_prefix(std::min(blank + 1, rest.size()));
        return word;
    };
    const auto agree = [](std::string_view a, std::string_view b) {
        return a == b || ((a.size() == 1 || b.size() == 1) && !a.empty() && !b.empty() && a.front() == b.front());
    };
    std::uint32_t found = none;
    for (std::uint32_t p = *chain; p != none; p = scratch_.persons[p].next) {
        std::string_view a = form.folded, b = forms_[scratch_.persons[p].form].folded;
        if (std::count(a.begin(), a.end(), ' ') < std::count(b.begin(), b.end(), ' '))
            std::swap(a, b);
        // the shorter one's words are the longer one's, in order, or their initials; the first agree
        bool same = agree(part(a), part(b));
        for (std::string_view want = part(b); same && !want.empty();) {
            bool met = false;
            while (!met && !a.empty())
                met = agree(part(a), want);
            same = met;
            want = part(b);
        }
        if (!same)
            continue;
        if (found != none && found != scratch_.persons[p].entity)
            return none; // "J. Smith" with both a John and a Jane Smith
        found = scratch_.persons[p].entity;
    }
    return found;
}

char NameReader::addressed(std::uint32_t firstToken) const {
    std::uint32_t t = firstToken;
    if (t > 0 && tokens_[t - 1].is(TokenKind::Stop))
        --t;
    if (t == 0 || !tokens_[t - 1].is(TokenKind::Word))
        return 0;
    const std::string_view word = of(t - 1);
    static constexpr WordSet men({"Mr", "M", "Sir", "Lord", "Monsieur", "King", "Prince"});
    static constexpr WordSet women({"Mrs", "Ms", "Miss", "Mme", "Mlle", "Madame", "Dame", "Lady", "Queen", "Princess"});
    return men.contains(word) ? 'm' : women.contains(word) ? 'f' : '\0';
}

std::uint32_t NameReader::byAddress(std::uint32_t person, std::uint32_t firstToken) const {
    const char address = addressed(firstToken);
    std::uint32_t meant = none;
    for (std::uint32_t p = person; address != 0 && p != none; p = scratch_.persons[p].next) {
        const Scratch::Person& one = scratch_.persons[p];
        if (one.gender == 0)
            return none;
        if (one.gender != address)
            continue;
        if (meant != none && meant != one.entity)
            return none;
        meant = one.entity;
    }
    if (meant != none || firstToken == 0 || !has(firstToken - 1, Tag::Title))
        return meant;
    // "le capitaine X": the one who has that job
    const std::string_view job = of(firstToken - 1);
    for (std::uint32_t p = person; p != none; p = scratch_.persons[p].next) {
        const Entity& one = out_.entities[scratch_.persons[p].entity];
        if (one.role.find(job) == std::string::npos)
            continue;
        if (meant != none && meant != scratch_.persons[p].entity)
            return none;
        meant = scratch_.persons[p].entity;
    }
    return meant;
}

void NameReader::compact() {
    std::vector<std::uint32_t>& to = scratch_.compacted;
    to.assign(out_.entities.size(), none);
    std::uint32_t next = 0;
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e)
        if (out_.entities[e].mentions > 0) {
            to[e] = next;
            if (out_.entities[e].kind != NameKind::Person)
                out_.entities[e].role.clear();
            if (next != e)
                out_.entities[next] = std::move(out_.entities[e]);
            ++next;
        }
    out_.entities.resize(next);
    for (Name& name : out_.names)
        name.entity = to[name.entity];
}

std::string_view NameReader::lastWord(std::string_view folded) {
    const std::size_t blank = folded.rfind(' ');
    return blank == std::string_view::npos ? folded : folded.substr(blank + 1);
}

std::string_view NameReader::initialsOf(const Form& form) {
    char* const letters = scratch_.pool.room(form.endToken - form.firstToken);
    std::size_t count = 0;
    for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
        if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised))
            letters[count++] = of(t).front();
    return {letters, count};
}

} // namespace countercheck::read
