// SPDX-License-Identifier: GPL-3.0-or-later
// Where do they differ? Takes articles, reads each, brings together the claims that answer one question, relates them,
// and finds which article rests on which. Results do not depend on the order of the articles (up to their indexes) nor
// on the number of threads.
#pragma once

#include "core/claim/claim.h"
#include "core/compare/question.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// One article to compare. The views are kept alive by the caller during the call.
struct Input {
    std::string_view text;      ///< captured text, UTF-8
    std::string_view published; ///< ISO 8601; empty: unknown
    std::string_view publisher; ///< empty: unknown
    std::string_view language;  ///< BCP 47; empty: detected
};

struct Settings {
    int hedgePercent = 10; ///< what "about" and "nearly" mean
};

using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// What one article gave: kept between the steps of a comparison.
struct ReadArticle {
    Input input;
    text::Reading reading;
    read::Mentions mentions;
    claim::Claims claims;
    std::optional<std::int64_t> published; ///< local seconds
    std::optional<std::uint32_t> dateFrom; ///< the article whose date was taken, because this one carries none
};

/// Reads one article into `out` (reused).
void readArticle(const Input& input, const Settings& settings, ReadArticle& out);

/// Compares. Cancelled: nothing. `threads` 0: all cores.
std::optional<Comparison> compareArticles(std::span<const Input> articles, const Settings& settings = {},
                                          const Progress& progress = {}, std::stop_token stop = {},
                                          unsigned threads = 1);

} // namespace countercheck::compare
