// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/projection.h"

#include "core/dossier/merge.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace countercheck::dossier {

namespace {

/// Who changed that part last, after the sign-off.
ChangedPart changedBy(ChangedPart::Part part, const Decisions& decisions, const std::vector<HistoryLine>& shaping) {
    ChangedPart changed{part, {}, {}};
    const std::string& since = decisions.signOff->stamp.at;
    switch (part) {
    case ChangedPart::Part::Claims:
        if (!shaping.empty() && shaping.back().stamp.at > since) {
            changed.stamp = shaping.back().stamp;
            changed.after = shaping.back().text;
        }
        return changed;
    case ChangedPart::Part::Verdict:
        if (decisions.verdict)
            changed.stamp = decisions.verdict->stamp;
        break;
    case ChangedPart::Part::Wording:
        if (decisions.proposal)
            changed.stamp = decisions.proposal->stamp;
        break;
    case ChangedPart::Part::Evidence:
        if (!decisions.evidence.empty())
            changed.stamp = decisions.evidence.back().stamp;
        break;
    }
    // Taken back or undone: what stands there now is older than the signature, and the history knows who did it.
    // The newest by time, not by number: after a merge the numbers are only this copy's.
    if (changed.stamp.at <= since) {
        const auto newest = std::max_element(
            decisions.history.begin(), decisions.history.end(), [](const HistoryLine& a, const HistoryLine& b) {
                return std::tie(a.stamp.at, a.stamp.by) < std::tie(b.stamp.at, b.stamp.by);
            });
        changed.stamp = newest == decisions.history.end() || newest->stamp.at <= since ? Stamp{decisions.changedBy, {}}
                                                                                       : newest->stamp;
    }
    return changed;
}

// By time, not by number: after a merge the numbers are only this copy's. Those that are equal in all can stand for one
// another.
auto orderOf(const Note& note) {
    return std::tie(note.stamp.at, note.stamp.by, note.text);
}
auto orderOf(const Evidence& one) {
    return std::tie(one.stamp.at, one.stamp.by, one.sha256, one.fileName, one.note, one.url, one.bytes);
}
template <class T> bool earlier(const T& a, const T& b) {
    return orderOf(a) < orderOf(b);
}

/// All but notes, evidence and history, and whether a sign-off still holds; its subject as it was signed.
const Subject* takeSlots(const std::vector<const Entry*>& entries, Decisions& result) {
    const Subject* subject = nullptr;
    for (const Entry* entry : entries) {
        if (!result.verdict && result.dismissed.empty()) {
            result.verdict = entry->verdict;
            result.dismissed = entry->dismissed;
        }
        if (!result.proposal)
            result.proposal = entry->proposal;
        if (!subject && entry->signedOff) {
            subject = &entry->signedOff->subject;
            result.signOff = entry->signedOff->signOff;
            if (entry->taken) {
                result.revoked = true;
                result.revokedBecause = entry->taken->reason;
            }
        }
        if (result.anchors.empty())
            result.anchors = entry->anchors;
        if (result.changedBy.empty())
            result.changedBy = entry->changedBy;
        for (const auto& [source, grade] : entry->information)
            result.information.emplace(source, grade);
        for (const auto& [slot, conflict] : entry->conflicts)
            result.conflicts.push_back(conflict.conflict);
    }
    return subject;
}

template <class T> LongList<T> inOrder(std::map<std::uint64_t, T>&& items) {
    std::vector<T> list;
    for (auto& [number, item] : items)
        list.push_back(std::move(item));
    std::stable_sort(list.begin(), list.end(), earlier<T>);
    return list;
}

/// Is the sign-off's subject still what was signed?
void judge(const Subject* signedOff, const compare::Question* question, const std::vector<Article>& articles,
           const std::vector<HistoryLine>& shaping, Decisions& result) {
    if (!signedOff || !question || result.revoked)
        return;
    const Subject subject = subjectOf(*question, articles, result);
    if (subject.hash() == result.signOff->subjectHash)
        return;
    result.revoked = true;
    for (const ChangedPart::Part part : changedParts(*signedOff, subject)) {
        result.changed.push_back(changedBy(part, result, shaping));
        result.revokedBecause +=
            (result.revokedBecause.empty() ? "signed, then changed: " : "; ") + changedPartText(result.changed.back());
    }
}

/// Puts the items of these numbers, which were as `was`, as the entry has them now. False: they were not there.
template <class T>
bool settle(LongList<T>& list, const std::map<std::uint64_t, std::optional<T>>& was,
            const std::map<std::uint64_t, T>& now, std::size_t& work) {
    for (const auto& [number, old] : was) {
        const auto found = now.find(number);
        const T* fresh = found == now.end() ? nullptr : &found->second;
        if (old ? fresh && *fresh == *old : !fresh)
            continue;
        ++work;
        if (old) {
            const T& mine = *old;
            const auto at = list.firstNot([&mine](const T& one) { return earlier(one, mine); });
            if (at == list.end() || !(*at == *old))
                return false;
            list.erase(at);
        }
        if (fresh)
            list.insert(list.firstNot([&](const T& one) { return !earlier(*fresh, one); }), *fresh);
    }
    return true;
}

void putLine(LongList<HistoryLine>& history, const HistoryLine& line) {
    const auto at = history.firstNot([&](const HistoryLine& one) { return one.record > line.record; });
    if (at != history.end() && at->record == line.record)
        history.replace(at, line);
    else
        history.insert(at, line);
}

} // namespace

/// What changes of one subject, taken together, touched.
struct Projection::Touched {
    bool whole = false;                                 ///< perhaps more than is listed
    std::map<std::uint64_t, std::optional<Note>> notes; ///< as they were before the first
    std::map<std::uint64_t, std::optional<Evidence>> evidence;
    std::map<RecordId, HistoryLine> lines; ///< as they are after the last

    void add(const Change& change) {
        whole = whole || change.whole;
        notes.insert(change.notes.begin(), change.notes.end());
        evidence.insert(change.evidence.begin(), change.evidence.end());
        if (change.line)
            lines[change.line->record] = *change.line;
    }
};

Decisions assembled(const std::vector<const Entry*>& entries, const compare::Question* question,
                    const std::vector<Article>& articles, const std::vector<HistoryLine>& shaping) {
    Decisions result;
    const Subject* const signedOff = takeSlots(entries, result);
    std::map<std::uint64_t, Note> notes;
    std::map<std::uint64_t, Evidence> evidence;
    std::vector<HistoryLine> history;
    for (const Entry* entry : entries) {
        notes.insert(entry->notes.begin(), entry->notes.end());
        evidence.insert(entry->evidence.begin(), entry->evidence.end());
        history.insert(history.end(), entry->history.begin(), entry->history.end());
    }
    result.notes = inOrder(std::move(notes));
    result.evidence = inOrder(std::move(evidence));
    std::stable_sort(history.begin(), history.end(), [](const auto& a, const auto& b) { return a.record > b.record; });
    result.history = std::move(history);
    judge(signedOff, question, articles, shaping, result);
    return result;
}

void Projection::setResults(compare::Comparison results, std::vector<ArticleId> cover) {
    shaping_.setResults(std::move(results), std::move(cover));
    hasResults_ = true;
}

void Projection::clearResults() {
    shaping_.clearResults();
    hasResults_ = false;
}

void Projection::copyPlain(const Ledger& ledger) {
    now_.title = ledger.title;
    now_.articles = ledger.articles;
    now_.reference = ledger.reference;
    now_.people = ledger.people;
    now_.sources = ledger.sources;
    now_.records = ledger.records;
    now_.lastHash = ledger.lastHash;
    const auto top = [](const Undoable* next, bool& can, std::string& edit, std::string& text) {
        can = next != nullptr;
        edit = can ? next->edit : std::string();
        text = can ? next->what : std::string();
    };
    top(ledger.next(true), now_.canUndo, now_.undoEdit, now_.undoText);
    top(ledger.next(false), now_.canRedo, now_.redoEdit, now_.redoText);
}

Shaping::Touched Projection::shape(const Ledger& ledger, bool afresh) {
    auto touched = shaping_.update(ledger, afresh);
    now_.comparison = shaping_.comparison();
    now_.questionIndex = shaping_.index();
    now_.corrections = shaping_.corrections();
    now_.joinedInto = shaping_.joinedInto();
    return touched;
}

/// The question to which the entry's decisions belong now.
std::optional<QuestionKey> Projection::homeOf(const Ledger& ledger, const Entry& entry) const {
    return hasResults_ ? shaping_.home(ledger.articles.get(), entry.key, entry.anchors) : std::optional(entry.key);
}

/// Decisions whose question is another one by now go there.
void Projection::placeAgain(const Ledger& ledger, std::set<QuestionKey>& changed) {
    for (const auto& [subject, entry] : ledger.entries) {
        const auto found = placed_.find(subject);
        const auto was = found == placed_.end() ? std::nullopt : std::optional(found->second);
        const auto now = homeOf(ledger, entry);
        if (was == now)
            continue;
        unplace(subject);
        place(ledger, subject);
        for (const auto& key : {was, now})
            if (key)
                changed.insert(*key);
    }
}

void Projection::place(const Ledger& ledger, const std::string& subject) {
    const Entry& entry = ledger.entries.at(subject);
    const auto home = homeOf(ledger, entry);
    if (!home)
        return;
    const QuestionKey& key = *home;
    placed_[subject] = key;
    auto& here = subjects_[key];
    here.push_back(subject);
    // The entry made under this very key leads; among others the one decided on last.
    std::stable_sort(here.begin(), here.end(), [&](const std::string& a, const std::string& b) {
        const Entry& x = ledger.entries.at(a);
        const Entry& y = ledger.entries.at(b);
        if ((x.key == key) != (y.key == key))
            return x.key == key;
        const std::string none;
        const auto& last = x.history.empty() ? none : x.history.back().stamp.at;
        const auto& other = y.history.empty() ? none : y.history.back().stamp.at;
        return last != other ? last > other : a < b;
    });
}

void Projection::unplace(const std::string& subject) {
    const auto found = placed_.find(subject);
    if (found == placed_.end())
        return;
    auto& here = subjects_[found->second];
    std::erase(here, subject);
    if (here.empty())
        subjects_.erase(found->second);
    placed_.erase(found);
}

std::vector<const Entry*> Projection::entriesOf(const Ledger& ledger, const QuestionKey& key) const {
    std::vector<const Entry*> entries;
    if (const auto found = subjects_.find(key); found != subjects_.end())
        for (const auto& subject : found->second)
            entries.push_back(&ledger.entries.at(subject));
    return entries;
}

void Projection::keep(const QuestionKey& key, Decisions decisions) {
    if (const auto found = shaping_.joinedHere().find(key); found != shaping_.joinedHere().end())
        decisions.joined = found->second;
    if (std::any_of(decisions.changed.begin(), decisions.changed.end(),
                    [](const ChangedPart& one) { return one.part == ChangedPart::Part::Claims; }))
        claimsChanged_.insert(key);
    else
        claimsChanged_.erase(key);
    now_.decisions[key] = std::move(decisions);
}

void Projection::assemble(const Ledger& ledger, const QuestionKey& key) {
    const auto entries = entriesOf(ledger, key);
    const auto lines = shaping_.joinLines().find(key);
    tangled_.erase(key);
    if (entries.empty() && lines == shaping_.joinLines().end()) {
        now_.decisions.erase(key);
        claimsChanged_.erase(key);
        return;
    }
    Decisions decisions = assembled(entries, now_.question(key), now_.articles.get(), ledger.shaping);
    std::size_t notes = 0, evidence = 0;
    for (const Entry* entry : entries) {
        notes += entry->notes.size();
        evidence += entry->evidence.size();
        work_ += entry->notes.size() + entry->evidence.size() + entry->history.size();
    }
    if (notes != decisions.notes.size() || evidence != decisions.evidence.size())
        tangled_.insert(key);
    if (lines != shaping_.joinLines().end()) {
        std::vector<HistoryLine> history(decisions.history.begin(), decisions.history.end());
        history.insert(history.end(), lines->second.begin(), lines->second.end());
        std::stable_sort(history.begin(), history.end(),
                         [](const auto& a, const auto& b) { return a.record > b.record; });
        decisions.history = std::move(history);
    }
    keep(key, std::move(decisions));
}

/// The question's decisions after what touched these subjects of it; the rest of notes, evidence and history stays.
/// False: that cannot be told from what is listed, and it has to be put together as a whole.
bool Projection::renew(const Ledger& ledger, const QuestionKey& key,
                       const std::vector<std::pair<const std::string*, const Touched*>>& touched) {
    const auto found = now_.decisions.find(key);
    const auto lines = shaping_.joinLines().find(key);
    if (found == now_.decisions.end() || tangled_.contains(key))
        return false;
    const auto entries = entriesOf(ledger, key);
    std::set<std::uint64_t> notes, evidence;
    for (const auto& [subject, what] : touched) {
        const std::string& own = *subject;
        const auto alone = [&](const auto& numbers, auto items, std::set<std::uint64_t>& seen) {
            return std::all_of(numbers.begin(), numbers.end(), [&](const auto& one) {
                return seen.insert(one.first).second &&
                       std::none_of(entries.begin(), entries.end(), [&](const Entry* entry) {
                           return entry->subject != own && (entry->*items).contains(one.first);
                       });
            });
        };
        if (!alone(what->notes, &Entry::notes, notes) || !alone(what->evidence, &Entry::evidence, evidence))
            return false;
        if (lines != shaping_.joinLines().end() &&
            std::any_of(lines->second.begin(), lines->second.end(),
                        [&, here = what](const HistoryLine& line) { return here->lines.contains(line.record); }))
            return false;
    }
    Decisions fresh;
    const Subject* const signedOff = takeSlots(entries, fresh);
    if (signedOff && lines != shaping_.joinLines().end()) // who changed what is told by the other lines alone
        return false;
    fresh.notes = std::move(found->second.notes);
    fresh.evidence = std::move(found->second.evidence);
    fresh.history = std::move(found->second.history);
    for (const auto& [subject, what] : touched) {
        const Entry& entry = ledger.entries.at(*subject);
        if (!settle(fresh.notes, what->notes, entry.notes, work_) ||
            !settle(fresh.evidence, what->evidence, entry.evidence, work_))
            return false;
        for (const auto& [record, line] : what->lines)
            putLine(fresh.history, line);
        work_ += what->lines.size();
    }
    judge(signedOff, now_.question(key), now_.articles.get(), ledger.shaping, fresh);
    keep(key, std::move(fresh));
    return true;
}

void Projection::listLost(const Ledger& ledger) {
    now_.lost.clear();
    lost_.clear();
    for (const auto& [subject, entry] : ledger.entries)
        if (!placed_.contains(subject) && !entry.empty()) {
            lost_.insert(subject);
            now_.lost.emplace_back(entry.key, assembled({&entry}, nullptr, now_.articles.get(), {}));
        }
}

void Projection::rebuild(const Ledger& ledger) {
    copyPlain(ledger);
    shape(ledger, true);
    subjects_.clear();
    placed_.clear();
    tangled_.clear();
    claimsChanged_.clear();
    now_.decisions.clear();
    for (const auto& [subject, entry] : ledger.entries)
        place(ledger, subject);
    for (const auto& [key, here] : subjects_)
        assemble(ledger, key);
    for (const auto& [key, lines] : shaping_.joinLines())
        if (!subjects_.contains(key))
            assemble(ledger, key);
    listLost(ledger);
}

void Projection::update(const Ledger& ledger, const std::vector<Change>& changes) {
    std::map<std::string, Touched> subjects;
    std::size_t appended = 0;
    bool shapes = false;
    for (const Change& change : changes) {
        shapes = shapes || change.kind == Change::Kind::Articles || change.kind == Change::Kind::Joins;
        if (!change.subject.empty())
            subjects[change.subject].add(change);
        appended += change.kind == Change::Kind::Appended ? 1 : 0;
    }
    if (appended > 0 && !shapes) {
        const std::string& last = ledger.articles.get().back().id.sha256;
        shapes = appended > 1 || shaping_.covers(last) || shaping_.names(last);
    }
    copyPlain(ledger);
    std::set<QuestionKey> whole, judged; // put together anew; sign-offs looked at again
    bool lost = false;
    const auto placeOf = [this](const std::string& subject) {
        const auto found = placed_.find(subject);
        return found == placed_.end() ? std::nullopt : std::optional(found->second);
    };
    for (const auto& [subject, touched] : subjects) // taken back: it is nowhere
        if (const auto was = placeOf(subject); was && !ledger.entries.contains(subject)) {
            unplace(subject);
            whole.insert(*was);
            lost = lost || lost_.contains(subject);
        }
    if (shapes) {
        const auto touched = shape(ledger, false);
        placeAgain(ledger, whole);
        whole.insert(touched.keys.begin(), touched.keys.end());
        for (const auto& [key, lines] : shaping_.joinLines())
            if (!now_.decisions.contains(key))
                whole.insert(key);
        judged = claimsChanged_; // whoever shapes the claims last is named
        if (touched.all)
            for (const auto& [key, decisions] : std::as_const(now_.decisions))
                judged.insert(key);
        lost = true;
    } else if (appended == 1) { // one that was not compared yet changes nothing in the results; it is one more origin
        shaping_.append(ledger.articles.get().back().id);
        now_.comparison.origin = shaping_.comparison().origin;
        whole = claimsChanged_;
    }
    std::map<QuestionKey, std::vector<std::pair<const std::string*, const Touched*>>> renewed;
    for (const auto& key : judged)
        renewed[key];
    for (const auto& [subject, touched] : subjects) {
        const auto was = placeOf(subject);
        unplace(subject);
        const auto entry = ledger.entries.find(subject);
        if (entry != ledger.entries.end())
            place(ledger, subject);
        const auto now = placeOf(subject);
        if (was && was == now && !touched.whole) {
            renewed[*now].emplace_back(&subject, &touched);
        } else {
            for (const auto& key : {was, now})
                if (key)
                    whole.insert(*key);
        }
        lost = lost || lost_.contains(subject) || (!now && entry != ledger.entries.end() && !entry->second.empty());
    }
    for (const auto& [key, touched] : renewed)
        if (!whole.contains(key) && !renew(ledger, key, touched))
            whole.insert(key);
    for (const auto& key : whole)
        if (subjects_.contains(key) || shaping_.joinLines().contains(key) || now_.decisions.contains(key))
            assemble(ledger, key);
    if (lost)
        listLost(ledger);
}

Snapshot Projection::snapshot(const Ledger& ledger) const {
    auto result = std::make_shared<Dossier>(now_);
    result->history = ledger.history;
    return result;
}

const Entry* Projection::entryOf(const Ledger& ledger, const QuestionKey& key) const {
    QuestionKey at = key;
    if (const auto into = now_.joinedInto.find(key); into != now_.joinedInto.end())
        at = into->second;
    const auto found = subjects_.find(at);
    if (found == subjects_.end() || found->second.empty())
        return nullptr;
    return &ledger.entries.at(found->second.front());
}

} // namespace countercheck::dossier
