// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/step.h"

#include <algorithm>
#include <array>
#include <utility>

namespace countercheck::dossier {

namespace {

using logjson::Value;

/// The slots that are not a question's own.
constexpr std::array<const char*, 7> ofTheCase{"title", "person",     "article", "arrangement",
                                               "join",  "correction", "sources"};

/// What they are instead until then.
template <class T> logjson::Numbered<T> putBack(logjson::Numbered<T>& kept, std::map<std::uint64_t, T>& items) {
    logjson::Numbered<T> instead;
    for (auto& [number, was] : kept) {
        const auto found = items.find(number);
        instead.emplace_back(number, found == items.end() ? std::nullopt : std::optional(std::move(found->second)));
        if (was)
            items[number] = std::move(*was);
        else
            items.erase(number);
    }
    return instead;
}

template <class T> logjson::Numbered<T> allOf(std::map<std::uint64_t, T>&& items) {
    logjson::Numbered<T> all;
    for (auto& [number, item] : items)
        all.emplace_back(number, std::move(item));
    return all;
}

} // namespace

void Step::begin(const Ledger& ledger, const Value& after) {
    *this = {};
    subject_ = logjson::text(after, "subject");
    reversible = !subject_.empty() && std::none_of(ofTheCase.begin(), ofTheCase.end(),
                                                   [&](const char* slot) { return after.HasMember(slot); });
    if (!reversible)
        return;
    const auto found = ledger.entries.find(subject_);
    fresh_ = found == ledger.entries.end();
    if (fresh_)
        return;
    const Entry& entry = found->second;
    was_ = entry.brief();
    notes_ = logjson::named(after, "notes", entry.notes);
    evidence_ = logjson::named(after, "evidence", entry.evidence);
}

Change Step::takeBack(Ledger& ledger) {
    Change change;
    change.kind = Change::Kind::Subject;
    change.subject = subject_;
    if (fresh_) {
        const auto made = ledger.entries.find(subject_);
        change.notes = allOf(std::move(made->second.notes));
        change.evidence = allOf(std::move(made->second.evidence));
        ledger.entries.erase(made);
    } else {
        Entry& entry = ledger.entries.at(subject_);
        was_.notes = std::move(entry.notes);
        was_.evidence = std::move(entry.evidence);
        was_.history = std::move(entry.history);
        was_.history.pop_back();
        change.notes = putBack(notes_, was_.notes);
        change.evidence = putBack(evidence_, was_.evidence);
        entry = std::move(was_);
    }
    ledger.history.pop_front();
    const auto back = [&](std::vector<Undoable>& from, std::vector<Undoable>& to) {
        Undoable one = std::move(from.back());
        from.pop_back();
        if (place != none)
            to.insert(to.begin() + static_cast<std::ptrdiff_t>(place), std::move(one));
    };
    switch (stack) {
    case Stack::Untouched:
        break;
    case Stack::Decided:
        ledger.undo.pop_back();
        ledger.redo = std::move(redo_);
        break;
    case Stack::Undone:
        back(ledger.redo, ledger.undo);
        break;
    case Stack::Redone:
        back(ledger.undo, ledger.redo);
        break;
    }
    return change;
}

} // namespace countercheck::dossier
