// SPDX-License-Identifier: GPL-3.0-or-later
// Where do they differ? Takes articles, reads each, brings together the claims that answer one question, relates them,
// and finds which article rests on which. Results do not depend on the order of the articles (up to their indexes) nor
// on the number of threads.
#pragma once

#include "core/compare/question.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>

namespace countercheck::compare {

/// One article to compare. The views are kept alive by the caller during the call.
struct Input {
    std::string_view text;      ///< captured text, UTF-8
    std::string_view published; ///< ISO 8601; empty: unknown
    std::string_view publisher; ///< empty: unknown
    std::string_view language;  ///< BCP 47; empty: detected
};

struct Settings {
    int hedgePercent = 10;        ///< what "about" and "nearly" mean
    std::size_t nearMisses = 200; ///< how many pairs below the line are kept, with what spoke against them
    bool partition = false;       ///< part of a larger collection (see keys.h): judged as among many, however few
    bool reasons = true;          ///< keeps why claims are in one question: for people who read it
    bool refusals = false;        ///< keeps what a veto parted among them, too: for people who ask why not
};

using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Compares. Cancelled: nothing. `threads` 0: all cores.
std::optional<Comparison> compareArticles(std::span<const Input> articles, const Settings& settings = {},
                                          const Progress& progress = {}, const std::stop_token& stop = {},
                                          unsigned threads = 1);

} // namespace countercheck::compare
