// SPDX-License-Identifier: GPL-3.0-or-later
// Is this line a date line: nothing but a date with its weekday, time, zone and words such as "Published" or "Mis à
// jour"? A line that says anything else is not one, so that a date in a sentence is never taken for the publication
// date. Day and month in figures are read only where they cannot be swapped (16/08/2011, 12/19/2005; not 4/9/2007).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace countercheck::intake {

struct DateLine {
    /// ISO 8601: "2026-01-13" or "2026-01-13T10:12", with "Z" or "+05:00" where the line tells. Both are empty when day
    /// and month could be swapped.
    std::string published;
    std::string updated; ///< likewise, after "updated", "mis à jour"
    bool cue = false;    ///< a word such as "Published" says what the date is
    std::size_t end = 0; ///< bytes of the line that belong to the date line (all of it, for dateLine())
};

/// The whole line must be a date line.
std::optional<DateLine> dateLine(std::string_view line);

/// The longest date line that `line` begins with ("date 2026-01-13 Gunmen attacked …"). Needs a cue word in front.
std::optional<DateLine> leadingDateLine(std::string_view line);

/// A single ISO 8601 date or date-time and nothing else, checked and in the form above ("2026-01-13 08:15" too).
std::optional<std::string> isoDate(std::string_view words);

} // namespace countercheck::intake
