// SPDX-License-Identifier: GPL-3.0-or-later
// How does it go out? A Dossier becomes a Report (one sentence a question, attributed values, origins, what is
// unresolved or unsigned, the sources with capture date and SHA-256), a Report becomes a Document (see document.h), and
// core/export writes it in each format. Nothing is averaged away.
#pragma once

#include "core/dossier/dossier.h"
#include "core/report/document.h"
#include "core/report/statement.h"

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
    dossier::VerdictState verdict = dossier::VerdictState::Unchecked;
    std::string verdictBy; ///< "Ada, 2026-01-14 09:41 UTC"
    std::string note;
    std::string primary, supersededBy; ///< see dossier::Verdict
    std::string proposal;              ///< wording proposed or signed
    std::string figureState;
    std::string signedOffBy; ///< empty: unsigned
    std::string origins;     ///< "3 articles, 2 origins"
    std::vector<Value> values;
    std::vector<std::string> explanations;
    std::vector<std::string> evidence;
    bool asserted = true;                          ///< signed off under an identity that nobody authenticated
    std::string subjectHash, publicKey, signature; ///< of the sign-off
    std::string leftOut; ///< why it is not among the lines that go out: "unsigned", "dismissed: …"; empty: it goes out
    bool stale = false;  ///< it was signed off, and no longer is
};
struct Source {
    std::string letter; ///< "A"
    std::string title, publisher, published, url, capturedAt, sha256,
        lineage; ///< lineage: "derived from A · 81 %", "independent"
};
struct Report {
    Language language = Language::English;
    std::string title, asOf, by;
    std::vector<Line> lines;         ///< those that go out
    std::vector<Line> unsignedLines; ///< what is left out as unsigned or unresolved (listed by question, marked)
    std::vector<Source> sources;
    std::vector<std::string> lost; ///< decisions whose claims stand in no article any more
    std::size_t singleSource = 0;  ///< claims of one source that nobody decided about; not listed
    std::size_t records = 0;
    bool withUnsigned = false; ///< unsigned lines were asked for
    std::string seal;          ///< see statement.h; empty: none
};

/// Does what was decided on this question go out? Only what is signed off and still is what was signed, unless unsigned
/// lines are asked for; never what was dismissed.
bool goesOut(const dossier::Decisions& decisions, bool includeUnsigned);
/// "unsigned", "sign-off revoked: …", "dismissed: …"; empty: signed off.
std::string whyLeftOut(const dossier::Decisions& decisions, Language language);

/// Builds the report. `asOf`: UTC, ISO 8601. With `includeUnsigned` unsigned lines go out too, each marked as unsigned.
Report build(const dossier::Dossier& dossier, const std::string& asOf, const std::string& by, bool includeUnsigned,
             Language language = Language::English);
/// What goes out, in blocks.
Document compose(const Report& report);
/// A checker's sheet: what there is to check, with room to write. A working paper: unsigned lines are on it, marked.
Document composeSheet(const Report& report);

/// A self-contained page: no script, nothing loaded, light and dark, prints well; all text escaped.
std::string toHtml(const Document& document);
std::string toHtml(const Report& report);
/// CommonMark. Text cannot become markup.
std::string toMarkdown(const Document& document);
/// Plain text, UTF-8, a paragraph a line.
std::string toPlainText(const Document& document);
/// Two tables in one file would not be CSV: this is the table of claims with their question's columns, one row a claim,
/// of the questions that go out. RFC 4180; a cell never starts a formula.
std::string toCsv(const dossier::Dossier& dossier, const Statement& statement);
/// Would a spreadsheet run it?
bool startsFormula(std::string_view text);

/// "2026-01-14T09:41:22.123Z" → "2026-01-14 09:41 UTC"
std::string shownTime(const std::string& iso);

} // namespace countercheck::report
