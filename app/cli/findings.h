// SPDX-License-Identifier: GPL-3.0-or-later
// What one text says, as the machine interface has it: figures, times, quotes and claims with code-point offsets into
// the text as it was given. Everything that reading needs is kept from text to text, so that a stream costs the memory
// of its longest line.
#pragma once

#include "app/cli/jsonwriter.h"
#include "core/claim/claim.h"
#include "core/read/mentions.h"
#include "core/text/reading.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace countercheck::cli {

class Findings {
public:
    /// Reads `text`, which the caller keeps until the results are written.
    /// @param language   BCP 47; empty: to be detected
    /// @param published  local seconds, see read::TimeSpan
    void read(std::string_view text, std::string_view language, std::optional<std::int64_t> published);

    /// The same in steps, which must be taken in their order. Whoever has several texts takes each step with all of
    /// them before the next: a step's instructions and tables then stay near the processor.
    void open(std::string_view text, std::string_view language, std::optional<std::int64_t> published);
    static constexpr int steps = 7;
    void take(int step);

    /// {"id":…,"language":…,"figures":[…],"times":[…],"quotes":[…],"claims":[…]}
    /// @param id  as JSON
    void write(JsonWriter& json, std::string_view id) const;

    [[nodiscard]] const text::Reading& reading() const { return reading_; }
    [[nodiscard]] const read::Mentions& mentions() const { return mentions_; }
    [[nodiscard]] const std::vector<claim::Claim>& claims() const { return claims_.claims; }

private:
    void writeSpan(JsonMembers& json, text::Span span, std::string_view start = "start", std::string_view end = "end",
                   bool withText = true) const;

    text::Reading reading_;
    read::Mentions mentions_;
    claim::Claims claims_;
    std::string_view text_, declared_;
    read::ReadContext context_;
};

} // namespace countercheck::cli
