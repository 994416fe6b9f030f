// SPDX-License-Identifier: GPL-3.0-or-later
// Does an exported summary say what was signed? The seal in it tells of which case, as of which record, and how it was
// made; the same summary is made again from the case as it stood then, and every word of the file is compared with it.
// Then the sign-offs are looked at as they stand today: what was revoked since is not signed any more.
#pragma once

#include "core/dossier/dossier.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace countercheck::printing {

struct CaseView {
    dossier::Snapshot now;
    /// The case as it stood after that many records; a message when it cannot be told.
    std::function<std::variant<dossier::Snapshot, std::string>(std::uint64_t records)> at;
};
struct Holds {
    std::size_t signedLines = 0, unsignedLines = 0;
    std::string asOf;
};
/// The first thing that does not hold, for people.
struct Differs {
    std::string message;
};

std::variant<Holds, Differs> verifySummary(std::string_view bytes, const CaseView& view);

} // namespace countercheck::printing
