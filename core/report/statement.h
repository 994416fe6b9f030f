// SPDX-License-Identifier: GPL-3.0-or-later
// Of what, as of when, and how was a summary made? The statement says enough to make the same summary again from its
// case. It stands in every export as a seal: one string of letters that survives copying, printing to PDF and
// conversion, because white space inside it does not count.
#pragma once

#include "core/report/phrases.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::report {

struct Statement {
    std::string format; ///< "html", "pdf", …
    std::string asOf;   ///< UTC, ISO 8601
    std::string by;     ///< who exported
    Language language = Language::English;
    bool includeUnsigned = false;
    std::uint64_t records = 0; ///< of the case's log
    std::string log;           ///< hash of the last of them; empty: an empty log
    std::string url;           ///< where the summary is to be published; empty: nobody said
    std::string program;       ///< version
    bool operator==(const Statement&) const = default;
};

/// "countercheck-summary:1:…:end", printable ASCII without blanks.
std::string sealOf(const Statement& statement);
/// The statement in the first seal in `text`, blanks and line ends inside it overlooked; nothing when there is none.
std::optional<Statement> statementIn(std::string_view text);

} // namespace countercheck::report
