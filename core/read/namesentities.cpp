// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that name the same become one entity: full names, last names, acronyms, short forms of firms.
#include "core/read/gazetteer.h"
#include "core/read/namesreader.h"

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
    // Long forms first make entities; acronyms and last names join them.
    std::vector<std::string> initials;
    initials.reserve(forms_.size());
    const auto open = [&](std::uint32_t f) {
        Form& form = forms_[f];
        const auto [known, fresh] = byFolded.insert(form.folded, static_cast<std::uint32_t>(out_.entities.size()));
        form.entity = known;
        if (fresh) {
            Entity entity;
            entity.kind = form.kind;
            entity.name = std::string(form.text);
            out_.entities.push_back(std::move(entity));
        } else {
            alias(out_.entities[form.entity], form.text);
        }
        if (form.role != none && out_.entities[form.entity].role.empty())
            out_.entities[form.entity].role = std::string(roles_[form.role]);
    };
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
        Form& form = forms_[f];
        if (uses[f] == 0 || form.words < 2)
            continue;
        open(f);
        if (form.kind == NameKind::Person) {
            byLast.insert(lastWord(form.folded), form.entity).first = form.entity;
            if (firstTokenOf[form.entity] == none)
                firstTokenOf[form.entity] = form.firstToken;
        } else if (form.kind == NameKind::Organisation && !has(form.firstToken, Tag::Nationality) &&
                   !has(form.firstToken, Tag::OrgWord)) {
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
                acronym.folded = foldedName(acronym.text);
            const auto [known, fresh] = byFolded.insert(acronym.folded, form.entity);
            if (!fresh && known != form.entity) { // a second long form for one acronym: one entity
                merge(known, form.entity);
            }
            acronym.entity = known;
        } else if (form.kind == NameKind::Organisation && form.words >= 3) {
            initials.push_back(initialsOf(form));
            byInitials.insert(initials.back(), form.entity);
        }
    }
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
        Form& form = forms_[f];
        if (uses[f] == 0 || form.words >= 2 || form.entity != none)
            continue;
        if (const std::uint32_t* it = byLast.find(form.folded);
            it != nullptr && form.kind != NameKind::Nationality && (form.evidence & (InPlace | PlaceCue)) == 0 &&
            !(form.kind == NameKind::Place &&
              ((form.evidence & OfPlace) != 0 || largePlace(form) || form.firstToken < firstTokenOf[*it]))) {
            form.entity = *it;
            form.kind = NameKind::Person;
            alias(out_.entities[*it], form.text);
            if (form.role != none && out_.entities[form.entity].role.empty())
                out_.entities[form.entity].role = std::string(roles_[form.role]);
            continue;
        }
        if (const std::uint32_t* it = byInitials.find(form.text); it != nullptr && form.text.size() >= 3) {
            form.entity = *it;
            Entity& entity = out_.entities[*it];
            entity.acronym = std::string(form.text);
            alias(entity, form.text);
            continue;
        }
        // "Kraft" beside "Kraft Foods": the firm, unless it is a place
        if (const std::uint32_t* it = byFirst.find(form.folded);
            it != nullptr && *it != none && (form.kind == NameKind::Other || form.kind == NameKind::Organisation)) {
            form.entity = *it;
            alias(out_.entities[*it], form.text);
            continue;
        }
        open(f);
    }
    for (const Occurrence& o : found_) {
        const Form& form = forms_[o.form];
        if (form.entity == none)
            continue;
        const std::uint32_t e = rootOf(form.entity);
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
    alias(target, out_.entities[from].name);
    target.kind = NameKind::Organisation;
}

void NameReader::compact() {
    std::vector<std::uint32_t> to(out_.entities.size(), none);
    std::uint32_t next = 0;
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e)
        if (out_.entities[e].mentions > 0) {
            to[e] = next;
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

std::string NameReader::initialsOf(const Form& form) const {
    std::string letters;
    for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
        if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised))
            letters += of(t).front();
    return letters;
}

} // namespace countercheck::read
