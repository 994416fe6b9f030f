// SPDX-License-Identifier: GPL-3.0-or-later
// Words that tell what caused what, and where the cause stands: "caused by", "sparked", "blamed … for". The words are
// data: resources/compare/causes.tsv.
#pragma once

#include "core/text/reading.h"

#include <cstdint>
#include <string_view>

namespace countercheck::compare {

enum class CauseAt : std::uint8_t {
    Behind,     ///< of them: "caused by"
    Before,     ///< of them: "sparked"
    ToldBehind, ///< the same of words that tell of a cause only where what it caused is what the report is about
    ToldBefore,
    Blamed ///< behind them, and what it caused behind "for": "blamed a pump for the crash"
};

struct CauseWords {
    CauseAt at = CauseAt::Behind;
    std::uint32_t words = 0; ///< that it took; 0: none
};
/// The longest row that begins with the token. @param told  also those that tell of a cause here and there only
CauseWords causeWordsAt(const text::Reading& reading, std::uint32_t token, std::uint32_t end, bool told);

/// Of words behind "the cause of …": do they say that it is not known ("was not given", "is under investigation")?
bool causeUntold(const text::Reading& reading, std::uint32_t token, std::uint32_t end);

/// "Disaster", "accident": a noun by which a report takes up what it is about.
bool takesUpStory(text::Language language, std::string_view noun);

} // namespace countercheck::compare
