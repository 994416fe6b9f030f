// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/keys.h"

#include "core/compare/digest.h"
#include "core/compare/rounds/happenings.h"

#include <algorithm>

namespace countercheck::compare {

ArticleKeys keysOf(const Input& input, const Settings& settings) {
    const Digest digest = digestOf(input, settings, false);
    ArticleKeys keys{happeningKeys(digest.nameKeys, digest.published, false), digest.prints};
    std::sort(keys.event.begin(), keys.event.end());
    keys.event.erase(std::unique(keys.event.begin(), keys.event.end()), keys.event.end());
    return keys;
}

} // namespace countercheck::compare
