// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparer.h"

#include "core/compare/lineage.h"
#include "core/compare/round.h"

#include <algorithm>
#include <thread>

namespace countercheck::compare {

std::optional<Comparison> Round::run() {
    memory_.work = {};
    ++memory_.call;
    const bool whole = readArticles() && findLineage() && takeDates();
    if (!whole)
        return std::nullopt;
    origin_ = originGroups(inputs_.size(), links_);
    countClaims();
    if (!judgePairs())
        return std::nullopt;
    connect();
    if (!split() || !ask())
        return std::nullopt;
    Comparison out;
    nameAndOrder(out);
    memory_.forget();
    tell(inputs_.size() + 1);
    return out;
}

struct Comparer::Private : Memory {};

Comparer::Comparer(const Settings& settings, bool keep) : d(std::make_unique<Private>()) {
    d->settings = settings;
    d->keep = keep;
}
Comparer::~Comparer() = default;

const Comparer::Work& Comparer::work() const {
    return d->work;
}

std::optional<Comparison> Comparer::compare(std::span<const Input> articles, const Progress& progress,
                                            const std::stop_token& stop, unsigned threads) {
    d->threads = threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
    struct Closer { // what this thread looked at points into texts that go when the caller likes
        ~Closer() { Opener::here().clear(); }
    } closer;
    return Round(*d, articles, progress, stop).run();
}

std::optional<Comparison> compareArticles(std::span<const Input> articles, const Settings& settings,
                                          const Progress& progress, const std::stop_token& stop, unsigned threads) {
    return Comparer(settings, false).compare(articles, progress, stop, threads);
}

} // namespace countercheck::compare
