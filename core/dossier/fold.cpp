// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/fold.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace countercheck::dossier {

namespace {

/// So many of the newest contents may still be overtaken by one that comes late, without folding all from the start.
constexpr std::size_t leastTail = 64, longestTail = 512;

auto orderOf(const Content& content) {
    return std::tie(content.record.at, content.record.id.value, content.record.hash);
}
bool before(const Content& a, const Content& b) {
    return orderOf(a) < orderOf(b);
}

} // namespace

/// A content comes into the log, behind all that is there.
void Fold::enter(Content& content) {
    carrierOf_[content.record.hash] = content.carrier;
    if (content.native) {
        content.previous = std::exchange(previous_, content.record.hash);
        content.knows = std::exchange(since_, {});
    } else {
        since_.push_back(content.record.hash);
    }
    ancestry_->add(content);
}

Change Fold::apply(Ledger& ledger, const Content& content, const Ledger::TextOf& textOf, Step* step) const {
    return ledger.apply(asOfHere(content, carrierOf_), textOf, step);
}

/// Takes the newest `count` contents back; false, and nothing is changed: one of them cannot be.
bool Fold::takeBack(Ledger& ledger, std::size_t count, std::vector<Change>& changes) {
    if (count > steps_.size() || !std::all_of(steps_.rbegin(), steps_.rbegin() + static_cast<std::ptrdiff_t>(count),
                                              [](const Step& step) { return step.reversible; }))
        return false;
    for (; count > 0; --count) {
        changes.push_back(steps_.back().takeBack(ledger));
        steps_.pop_back();
    }
    return true;
}

void Fold::keepEarlier(const Ledger::TextOf& textOf) {
    if (contents_.size() - folded_ <= longestTail)
        return;
    const std::size_t until = contents_.size() - leastTail;
    for (; folded_ < until; ++folded_)
        apply(earlier_, contents_[folded_], textOf, nullptr);
    while (steps_.size() > leastTail) // what is in the earlier ledger stays there
        steps_.pop_front();
}

Ledger Fold::start(std::vector<Content> contents, const Ledger::TextOf& textOf, std::string& problem) {
    stop();
    ancestry_ = std::make_shared<Ancestry>();
    contents_ = std::move(contents);
    std::vector<Content*> asInLog;
    for (Content& content : contents_)
        asInLog.push_back(&content);
    std::sort(asInLog.begin(), asInLog.end(),
              [](const Content* a, const Content* b) { return a->carrier < b->carrier; });
    for (Content* content : asInLog)
        enter(*content);
    earlier_.knew = [ancestry = ancestry_](const std::string& record, const std::string& earlier) {
        return ancestry->knew(record, earlier);
    };
    const std::size_t until = contents_.size() - std::min(contents_.size(), leastTail);
    const auto fold = [&](Ledger& ledger, std::size_t i, Step* step) {
        const Change change = apply(ledger, contents_[i], textOf, step);
        if (problem.empty())
            problem = change.problem;
    };
    for (; folded_ < until; ++folded_)
        fold(earlier_, folded_, nullptr);
    Ledger ledger = earlier_;
    for (std::size_t i = until; i < contents_.size(); ++i) {
        steps_.emplace_back();
        fold(ledger, i, &steps_.back());
    }
    return ledger;
}

std::vector<Change> Fold::take(Ledger& ledger, std::vector<Content> fresh, const Ledger::TextOf& textOf) {
    std::vector<Change> changes;
    if (fresh.empty())
        return changes;
    std::sort(fresh.begin(), fresh.end(), [](const Content& a, const Content& b) { return a.carrier < b.carrier; });
    for (Content& content : fresh)
        enter(content);
    std::sort(fresh.begin(), fresh.end(), before);
    const auto first = std::upper_bound(contents_.begin(), contents_.end(), fresh.front(), before);
    const bool last = first == contents_.end();
    bool whole = false; // what was there before is not known
    auto from = static_cast<std::size_t>(first - contents_.begin());
    const auto middle = static_cast<std::ptrdiff_t>(contents_.size());
    std::move(fresh.begin(), fresh.end(), std::back_inserter(contents_));
    if (!last) {
        std::inplace_merge(contents_.begin(), contents_.begin() + middle, contents_.end(), before);
        if (!takeBack(ledger, static_cast<std::size_t>(middle) - from, changes)) {
            whole = true;
            if (from < folded_) { // later than ever was kept: from the start
                auto knew = std::move(earlier_.knew);
                earlier_ = {};
                earlier_.knew = std::move(knew);
                folded_ = 0;
            }
            ledger = earlier_;
            from = folded_;
            steps_.clear();
        }
    }
    for (std::size_t i = from; i < contents_.size(); ++i)
        changes.push_back(apply(ledger, contents_[i], textOf, &steps_.emplace_back()));
    for (Change& change : changes)
        change.whole = change.whole || whole;
    keepEarlier(textOf);
    return changes;
}

void Fold::made(const Record& record, Step step) {
    Content content{record, record.id.value, {}, {}, {}, true};
    if (const std::uint64_t target = undoneBy(record); target != 0)
        for (auto it = contents_.rbegin(); content.target.empty() && it != contents_.rend(); ++it)
            if (it->carrier == target)
                content.target = it->record.hash;
    enter(content);
    contents_.push_back(std::move(content));
    steps_.push_back(std::move(step));
}

} // namespace countercheck::dossier
