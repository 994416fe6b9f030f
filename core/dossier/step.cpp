// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/step.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace countercheck::dossier {

namespace {

using logjson::Value;

/// The slots that are not a question's own.
constexpr std::array<const char*, 7> ofTheCase{"title", "person",     "article", "arrangement",
                                               "join",  "correction", "sources"};

/// The items as they were that the object's member names; a number that cannot be read changes none.
template <class T>
void keep(const Value& after, const char* name, const std::map<std::uint64_t, T>& items,
          std::vector<std::pair<std::uint64_t, std::optional<T>>>& kept) {
    const Value* members = logjson::member(after, name);
    if (!members || !members->IsObject())
        return;
    for (const auto& item : members->GetObject()) {
        std::uint64_t number = 0;
        const char* const end = item.name.GetString() + item.name.GetStringLength();
        std::from_chars(item.name.GetString(), end, number);
        const auto found = items.find(number);
        kept.emplace_back(number, found == items.end() ? std::nullopt : std::optional(found->second));
    }
}

template <class T>
void putBack(std::vector<std::pair<std::uint64_t, std::optional<T>>>& kept, std::map<std::uint64_t, T>& items) {
    for (auto& [number, was] : kept)
        if (was)
            items[number] = std::move(*was);
        else
            items.erase(number);
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
    was_ = {entry.subject,
            entry.key,
            entry.label,
            entry.verdict,
            entry.proposal,
            entry.signedOff,
            entry.taken,
            {},
            {},
            entry.dismissed,
            entry.anchors,
            entry.information,
            entry.conflicts,
            entry.setBy,
            entry.setStamp,
            entry.changedBy,
            {}};
    keep(after, "notes", entry.notes, notes_);
    keep(after, "evidence", entry.evidence, evidence_);
}

void Step::takeBack(Ledger& ledger) {
    if (fresh_) {
        ledger.entries.erase(subject_);
    } else {
        Entry& entry = ledger.entries.at(subject_);
        was_.notes = std::move(entry.notes);
        was_.evidence = std::move(entry.evidence);
        was_.history = std::move(entry.history);
        was_.history.pop_back();
        putBack(notes_, was_.notes);
        putBack(evidence_, was_.evidence);
        entry = std::move(was_);
    }
    ledger.history.pop_back();
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
}

} // namespace countercheck::dossier
