// SPDX-License-Identifier: GPL-3.0-or-later
// How is it written? One case, one order, one file. Texts (HTML, PDF, ODT, DOCX, Markdown, plain text) all render the
// same report::Document; data (CSV, XLSX, JSON) and statements for machines (ClaimReview, Web Annotations, ninjs) come
// from the same dossier under the same rule: what is unsigned stays out unless it is asked for, and then is marked.
#pragma once

#include "core/dossier/dossier.h"
#include "core/report/statement.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>

namespace countercheck::printing {

enum class Format : std::uint8_t {
    Html,
    Pdf,
    Odt,
    Docx,
    Markdown,
    Text,
    Csv,
    Xlsx,
    Json,
    ClaimReview,
    Annotations,
    Ninjs,
    SideBySide,
    Sheet,
    SheetPdf
};
struct FormatInfo {
    Format format;
    std::string_view name;   ///< of the machine interface: "side-by-side"
    std::string_view suffix; ///< of a file, with its stop: ".html"
};
/// In the order of the machine interface.
std::span<const FormatInfo> formats();
const FormatInfo& infoOf(Format format);
std::optional<Format> formatFromName(std::string_view name);

struct Order {
    Format format = Format::Html;
    std::string asOf; ///< UTC, ISO 8601
    std::string by;   ///< who exports
    report::Language language = report::Language::English;
    bool includeUnsigned = false;
    std::string url; ///< where the summary is to be published; empty: nobody said
};

/// What could not be written, for people: what, where, and what to do.
struct Problem {
    std::string message;
};
struct Stopped {};
/// How far, of how much. May be called from the thread that prints.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

report::Statement statementOf(const dossier::Dossier& dossier, const Order& order);
/// The bytes of the file.
std::variant<std::string, Problem, Stopped> print(const dossier::Dossier& dossier, const Order& order,
                                                  const Progress& progress = {}, const std::stop_token& stop = {});

} // namespace countercheck::printing
