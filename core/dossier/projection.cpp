// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/projection.h"

#include "core/dossier/merge.h"

#include <algorithm>
#include <numeric>
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

} // namespace

Decisions assembled(const std::vector<const Entry*>& entries, const compare::Question* question,
                    const std::vector<Article>& articles, const std::vector<HistoryLine>& shaping) {
    Decisions result;
    const logjson::Signed* signedOff = nullptr;
    std::map<std::uint64_t, Note> notes;
    std::map<std::uint64_t, Evidence> evidence;
    for (const Entry* entry : entries) {
        if (!result.verdict && result.dismissed.empty()) {
            result.verdict = entry->verdict;
            result.dismissed = entry->dismissed;
        }
        if (!result.proposal)
            result.proposal = entry->proposal;
        if (!signedOff && entry->signedOff) {
            signedOff = &*entry->signedOff;
            result.signOff = entry->signedOff->signOff;
            if (entry->taken) {
                result.revoked = true;
                result.revokedBecause = entry->taken->reason;
            }
        }
        notes.insert(entry->notes.begin(), entry->notes.end());
        evidence.insert(entry->evidence.begin(), entry->evidence.end());
        if (result.anchors.empty())
            result.anchors = entry->anchors;
        if (result.changedBy.empty())
            result.changedBy = entry->changedBy;
        for (const auto& [source, grade] : entry->information)
            result.information.emplace(source, grade);
        for (const auto& [slot, conflict] : entry->conflicts)
            result.conflicts.push_back(conflict.conflict);
        result.history.insert(result.history.end(), entry->history.begin(), entry->history.end());
    }
    for (auto& [number, note] : notes)
        result.notes.push_back(std::move(note));
    for (auto& [number, one] : evidence)
        result.evidence.push_back(std::move(one));
    // By time, not by number: after a merge the numbers are only this copy's.
    std::stable_sort(result.notes.begin(), result.notes.end(), [](const Note& a, const Note& b) {
        return std::tie(a.stamp.at, a.stamp.by, a.text) < std::tie(b.stamp.at, b.stamp.by, b.text);
    });
    std::stable_sort(result.evidence.begin(), result.evidence.end(), [](const Evidence& a, const Evidence& b) {
        return std::tie(a.stamp.at, a.stamp.by, a.sha256) < std::tie(b.stamp.at, b.stamp.by, b.sha256);
    });
    std::sort(result.history.begin(), result.history.end(),
              [](const auto& a, const auto& b) { return a.record > b.record; });
    if (signedOff && question && !result.revoked) {
        const Subject subject = subjectOf(*question, articles, result);
        if (subject.hash() != result.signOff->subjectHash) {
            result.revoked = true;
            for (const ChangedPart::Part part : changedParts(signedOff->subject, subject)) {
                result.changed.push_back(changedBy(part, result, shaping));
                result.revokedBecause += (result.revokedBecause.empty() ? "signed, then changed: " : "; ") +
                                         changedPartText(result.changed.back());
            }
        }
    }
    return result;
}

void Projection::setResults(compare::Comparison results, std::vector<ArticleId> cover) {
    results_ = std::move(results);
    cover_ = std::move(cover);
    coverIds_.clear();
    for (const auto& id : cover_)
        coverIds_.insert(id.sha256);
    hasResults_ = true;
}

void Projection::clearResults() {
    results_ = {};
    cover_.clear();
    coverIds_.clear();
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

void Projection::arrangeArticles(const Ledger& ledger) {
    const auto& articles = ledger.articles.get();
    bool asCompared = articles.size() >= cover_.size();
    for (std::size_t i = 0; asCompared && i < cover_.size(); ++i)
        asCompared = articles[i].id == cover_[i];
    if (asCompared) {
        arranged_ = results_;
        if (!arranged_.origin.empty() && arranged_.origin.size() < articles.size()) {
            auto fresh = *std::max_element(arranged_.origin.begin(), arranged_.origin.end());
            while (arranged_.origin.size() < articles.size())
                arranged_.origin.push_back(++fresh);
        }
    } else {
        std::unordered_map<std::string, std::uint32_t> place;
        for (std::uint32_t i = 0; i < articles.size(); ++i)
            place.emplace(articles[i].id.sha256, i);
        std::vector<std::optional<std::uint32_t>> to(cover_.size());
        for (std::size_t i = 0; i < cover_.size(); ++i)
            if (const auto found = place.find(cover_[i].sha256); found != place.end())
                to[i] = found->second;
        arranged_ = rearranged(results_, to, static_cast<std::uint32_t>(articles.size()));
    }
    now_.articles = ledger.articles;
    now_.corrections.clear();
    for (const auto& [record, entry] : ledger.corrections)
        now_.corrections.push_back({RecordId{record}, entry.line.stamp, entry.correction, false});
    std::stable_sort(now_.corrections.begin(), now_.corrections.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.stamp.at, a.stamp.by, a.correction.text) <
               std::tie(b.stamp.at, b.stamp.by, b.correction.text);
    });
    correct(arranged_, now_.corrections, ledger.articles.get(), relate_);
    anchorage_ = std::make_unique<Anchorage>(arranged_.questions, ledger.articles);
}

void Projection::joinQuestions(const Ledger& ledger) {
    joinedInto_.clear();
    joinLines_.clear();
    now_.joinedInto.clear();
    const auto& questions = std::as_const(arranged_).questions.get();
    // Union of the groups' questions; the leader is the question named first in the oldest group.
    std::map<std::uint32_t, std::uint32_t> leader;
    const auto leaderOf = [&](std::uint32_t question) {
        auto found = leader.find(question);
        while (found != leader.end() && found->second != question) {
            question = found->second;
            found = leader.find(question);
        }
        return question;
    };
    std::vector<std::uint32_t> order;
    std::vector<std::pair<std::uint32_t, const HistoryLine*>> lines;
    std::vector<std::pair<QuestionKey, std::uint32_t>> names;
    std::vector<const JoinGroup*> joins; // by time: after a merge the numbers are only this copy's
    for (const auto& [record, group] : ledger.joins)
        joins.push_back(&group);
    std::stable_sort(joins.begin(), joins.end(), [](const JoinGroup* a, const JoinGroup* b) {
        return std::tie(a->line.stamp.at, a->line.stamp.by, a->line.text) <
               std::tie(b->line.stamp.at, b->line.stamp.by, b->line.text);
    });
    for (const JoinGroup* join : joins) {
        const JoinGroup& group = *join;
        std::optional<std::uint32_t> first;
        for (const auto& member : group.members) {
            const auto question = anchorage_->find(member.key, member.anchors);
            if (!question)
                continue;
            names.emplace_back(member.key, *question);
            if (leader.emplace(*question, *question).second)
                order.push_back(*question);
            if (!first)
                first = leaderOf(*question);
            else
                leader[leaderOf(*question)] = *first;
        }
        if (first)
            lines.emplace_back(*first, &group.line);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (const auto question : order) {
        auto& group = members[leaderOf(question)];
        if (question == leaderOf(question))
            group.insert(group.begin(), question);
        else
            group.push_back(question);
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto& [first, group] : members) {
        if (group.size() < 2)
            continue;
        for (std::size_t i = 1; i < group.size(); ++i) {
            joinedInto_[questions[group[i]].key] = questions[first].key;
            now_.joinedInto[{questions[group[i]].key}] = {questions[first].key};
        }
        groups.push_back(std::move(group));
    }
    for (const auto& [key, question] : names) // a key that a re-reading changed still leads there
        if (const auto& now = questions[leaderOf(question)].key; key.value != now && !anchorage_->findKey(key))
            now_.joinedInto[key] = {now};
    for (const auto& [question, line] : lines)
        if (!now_.joinedInto.empty() && members.contains(leaderOf(question)))
            joinLines_[{questions[leaderOf(question)].key}].push_back(*line);
    now_.comparison = groups.empty() ? arranged_ : joined(arranged_, groups, ledger.articles.get(), relate_);

    auto index = std::make_shared<std::unordered_map<std::string, std::uint32_t>>();
    const auto& now = std::as_const(now_).comparison.questions.get();
    index->reserve(now.size());
    for (std::uint32_t i = 0; i < now.size(); ++i)
        index->emplace(now[i].key, i);
    now_.questionIndex = std::move(index);
}

void Projection::place(const Ledger& ledger, const std::string& subject) {
    const Entry& entry = ledger.entries.at(subject);
    QuestionKey key = entry.key;
    if (hasResults_) {
        const auto question = anchorage_->find(entry.key, entry.anchors);
        if (!question)
            return;
        key.value = std::as_const(arranged_).questions[*question].key;
        if (const auto into = joinedInto_.find(key.value); into != joinedInto_.end())
            key.value = into->second;
    }
    placed_[subject] = key;
    auto& here = subjects_[key];
    here.push_back(subject);
    // The entry made under this very key leads; among others the one decided on last.
    std::stable_sort(here.begin(), here.end(), [&](const std::string& a, const std::string& b) {
        const Entry& x = ledger.entries.at(a);
        const Entry& y = ledger.entries.at(b);
        if ((x.key == key) != (y.key == key))
            return x.key == key;
        return !x.history.empty() && (y.history.empty() || x.history.back().stamp.at > y.history.back().stamp.at);
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

void Projection::assemble(const Ledger& ledger, const QuestionKey& key) {
    const auto found = subjects_.find(key);
    const auto lines = joinLines_.find(key);
    if (found == subjects_.end() && lines == joinLines_.end()) {
        now_.decisions.erase(key);
        return;
    }
    std::vector<const Entry*> entries;
    if (found != subjects_.end())
        for (const auto& subject : found->second)
            entries.push_back(&ledger.entries.at(subject));
    Decisions decisions = assembled(entries, now_.question(key), now_.articles.get(), ledger.shaping);
    for (const auto& [from, into] : now_.joinedInto)
        if (into == key)
            decisions.joined.push_back(from);
    if (lines != joinLines_.end()) {
        decisions.history.insert(decisions.history.end(), lines->second.begin(), lines->second.end());
        std::sort(decisions.history.begin(), decisions.history.end(),
                  [](const auto& a, const auto& b) { return a.record > b.record; });
    }
    now_.decisions[key] = std::move(decisions);
}

void Projection::listLost(const Ledger& ledger) {
    now_.lost.clear();
    for (const auto& [subject, entry] : ledger.entries)
        if (!placed_.contains(subject) && !entry.empty())
            now_.lost.emplace_back(entry.key, assembled({&entry}, nullptr, now_.articles.get(), {}));
}

void Projection::rebuild(const Ledger& ledger) {
    copyPlain(ledger);
    arrangeArticles(ledger);
    joinQuestions(ledger);
    subjects_.clear();
    placed_.clear();
    now_.decisions.clear();
    for (const auto& [subject, entry] : ledger.entries)
        place(ledger, subject);
    for (const auto& [key, here] : subjects_)
        assemble(ledger, key);
    for (const auto& [key, lines] : joinLines_)
        if (!subjects_.contains(key))
            assemble(ledger, key);
    listLost(ledger);
}

void Projection::update(const Ledger& ledger, const Change& change) {
    switch (change.kind) {
    case Change::Kind::Plain:
        copyPlain(ledger);
        return;
    case Change::Kind::Appended:
        // An article that was not compared yet changes nothing in the results; it is one more origin.
        if (coverIds_.contains(ledger.articles.get().back().id.sha256))
            break;
        copyPlain(ledger);
        for (auto* origin : {&arranged_.origin, &now_.comparison.origin})
            if (!origin->empty())
                origin->push_back(*std::max_element(origin->begin(), origin->end()) + 1);
        return;
    case Change::Kind::Subject: {
        copyPlain(ledger);
        const auto old = placed_.find(change.subject);
        const std::optional<QuestionKey> was = old == placed_.end() ? std::nullopt : std::optional(old->second);
        unplace(change.subject);
        place(ledger, change.subject);
        if (was)
            assemble(ledger, *was);
        const auto now = placed_.find(change.subject);
        if (now != placed_.end() && now->second != was)
            assemble(ledger, now->second);
        if (!was || now == placed_.end())
            listLost(ledger);
        return;
    }
    case Change::Kind::Articles:
    case Change::Kind::Joins:
        break;
    }
    rebuild(ledger);
}

Snapshot Projection::snapshot(const Ledger& ledger) const {
    auto result = std::make_shared<Dossier>(now_);
    result->history.assign(ledger.history.rbegin(), ledger.history.rend());
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
