// SPDX-License-Identifier: GPL-3.0-or-later
// How large is a case? What is larger is an archive: countercheck-cli reads and compares it in parts.
#pragma once

#include <cstddef>
#include <string>

namespace countercheck::dossier {

inline constexpr std::size_t mostArticles = 250'000;

/// For people who need more: the limit, and the way to the tools for archives.
inline std::string tooManyArticles() {
    return "a case holds up to " + std::to_string(mostArticles / 1000) +
           ",000 articles: an archive of more is read and compared in parts by countercheck-cli (extract, keys, "
           "compare "
           "--partition; docs/archive tells how)";
}

} // namespace countercheck::dossier
