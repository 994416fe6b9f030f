// SPDX-License-Identifier: GPL-3.0-or-later
// How does it go out? A Dossier becomes a Report (one sentence a question, attributed values, origins, what is
// unresolved or unsigned, the sources with capture date and SHA-256), and a Report becomes a format. Nothing is
// averaged away.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <vector>

namespace countercheck::report {

struct Value {
    std::string words;    ///< as printed: "nearly 160 terrorists"
    std::string source;   ///< who says so: "Wamaps"
    std::string articles; ///< where: "A, repeated by B"
    bool derivedCopy = false;
};
struct Line {
    dossier::QuestionKey key;
    std::string question; ///< "How many attackers were there?"
    std::string
        sentence;       ///< "Estimates of the attackers run from more than 100 (local reports) to nearly 160 (Wamaps)."
    std::string status; ///< "contradiction", …, "single-source"
    std::string verdict;   ///< "disputed"; "unchecked"
    std::string verdictBy; ///< "Ada, 2026-01-14 09:41 UTC"
    std::string note;
    std::string proposal; ///< wording proposed or signed
    std::string figureState;
    std::string signedOffBy; ///< empty: unsigned
    std::string origins;     ///< "3 articles, 2 origins"
    std::vector<Value> values;
    std::vector<std::string> explanations;
    std::vector<std::string> evidence;
    bool asserted = true; ///< signed off under an identity that nobody authenticated
    std::string leftOut; ///< why it is not among the lines that go out: "unsigned", "dismissed: …"; empty: it goes out
};
struct Source {
    std::string letter; ///< "A"
    std::string title, publisher, published, url, capturedAt, sha256,
        lineage; ///< lineage: "derived from A · 81 %", "independent"
};
struct Report {
    std::string title, asOf, by;
    std::vector<Line> lines;         ///< those that go out
    std::vector<Line> unsignedLines; ///< what is left out as unsigned or unresolved (listed by question, marked)
    std::vector<Source> sources;
    std::vector<std::string> lost; ///< decisions whose claims stand in no article any more
    std::size_t singleSource = 0;  ///< claims of one source that nobody decided about; not listed
    std::size_t records = 0;
    bool withUnsigned = false; ///< unsigned lines were asked for
};

/// Builds the report. `asOf`: UTC, ISO 8601. With `includeUnsigned` unsigned lines go out too, each marked as unsigned.
Report build(const dossier::Dossier& dossier, const std::string& asOf, const std::string& by, bool includeUnsigned);
/// A self-contained page: no script, nothing loaded, light and dark, prints well; all text escaped.
std::string toHtml(const Report& report);
/// Two tables in one file would not be CSV: this is the table of claims with their question's columns, one row a claim.
/// RFC 4180; a cell never starts a formula.
std::string toCsv(const dossier::Dossier& dossier);

} // namespace countercheck::report
