// SPDX-License-Identifier: GPL-3.0-or-later
// What the formats for machines have in common: which questions go out, what a question's sign-off is, how articles are
// named when they have no address.
#pragma once

#include "core/printing/printing.h"
#include "core/report/values.h"

#include <string>
#include <vector>

namespace countercheck::printing {

/// One question that goes out.
struct Outgoing {
    const compare::Question* question = nullptr;
    const dossier::Decisions* decisions = nullptr;
    bool isSigned = false; ///< signed off, and still what was signed
    std::string mark;      ///< "signed", "asserted", "unsigned", "revoked"
    std::string because;   ///< why it is marked as unsigned, for people; empty: it is not
    std::string title;     ///< in the language of the order
    std::string sentence;  ///< as the summary prints it
    std::vector<report::SourcedValue> values;
};
/// In the order of the summary. What one source alone says and nobody decided about is left out but with `all`.
std::vector<Outgoing> outgoing(const dossier::Dossier& dossier, const Order& order, bool all = false);

/// Names a file by its bytes (RFC 6920): "ni:///sha-256;…". Takes 64 hexadecimal digits; empty for anything else.
std::string nameOfBytes(std::string_view sha256Hex);
/// An article's address on the web; its name by its bytes where it has none.
std::string addressOf(const dossier::Article& article);
/// "2026-01-16" of an ISO 8601 time; empty when there is none.
std::string dateOf(std::string_view iso);
/// An ISO 8601 time with its zone ("2026-01-16T09:41:22.123Z"); empty when it has none.
std::string momentOf(std::string_view iso);

} // namespace countercheck::printing
