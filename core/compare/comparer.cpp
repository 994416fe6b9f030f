// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparer.h"

#include "core/compare/lineage.h"
#include "core/compare/rounds/round.h"

#include <algorithm>
#include <thread>

namespace countercheck::compare {

std::optional<Comparison> Round::run() {
    memory_.work = {};
    ++memory_.call;
    std::size_t steps = 0;
    const auto done = [&](bool well) { // a step of those behind reading
        if (well)
            tell(inputs_.size() + ++steps);
        return well && !stop_.stop_requested();
    };
    if (!readArticles() || !done(findLineage()) || !takeDates())
        return std::nullopt;
    origin_ = originGroups(inputs_.size(), links_);
    countClaims();
    if (!done(judgePairs()))
        return std::nullopt;
    connect();
    if (!done(split()) || !ask())
        return std::nullopt;
    Comparison out;
    nameAndOrder(out);
    memory_.forget();
    tell(inputs_.size() + stepsBehind);
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
    return Round(*d, articles, progress, stop).run();
}

std::optional<Comparison> compareArticles(std::span<const Input> articles, const Settings& settings,
                                          const Progress& progress, const std::stop_token& stop, unsigned threads) {
    return Comparer(settings, false).compare(articles, progress, stop, threads);
}

} // namespace countercheck::compare
