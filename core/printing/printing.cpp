// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/printing.h"

#include "core/printing/writers.h"

#include "core/read/mentions.h"

#include <algorithm>
#include <array>

namespace countercheck::printing {

namespace {

constexpr std::array<FormatInfo, 15> all = {{{Format::Html, "html", ".html"},
                                             {Format::Pdf, "pdf", ".pdf"},
                                             {Format::Odt, "odt", ".odt"},
                                             {Format::Docx, "docx", ".docx"},
                                             {Format::Markdown, "md", ".md"},
                                             {Format::Text, "txt", ".txt"},
                                             {Format::Csv, "csv", ".csv"},
                                             {Format::Xlsx, "xlsx", ".xlsx"},
                                             {Format::Json, "json", ".json"},
                                             {Format::ClaimReview, "claimreview", "-claimreview.json"},
                                             {Format::Annotations, "annotations", "-annotations.json"},
                                             {Format::Ninjs, "ninjs", "-ninjs.json"},
                                             {Format::SideBySide, "side-by-side", "-side-by-side.html"},
                                             {Format::Sheet, "sheet", "-sheet.html"},
                                             {Format::SheetPdf, "sheet-pdf", "-sheet.pdf"}}};

std::variant<std::string, Problem, Stopped> orProblem(std::optional<std::string> bytes, std::string_view what,
                                                      const std::stop_token& stop) {
    if (bytes)
        return std::move(*bytes);
    if (stop.stop_requested())
        return Stopped{};
    return Problem{"the " + std::string(what) +
                   " could not be made: not enough memory; close other programs and try again"};
}

} // namespace

std::span<const FormatInfo> formats() {
    return all;
}
const FormatInfo& infoOf(Format format) {
    return *std::find_if(all.begin(), all.end(), [&](const FormatInfo& info) { return info.format == format; });
}
std::optional<Format> formatFromName(std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const FormatInfo& info) { return info.name == name; });
    return found == all.end() ? std::nullopt : std::optional(found->format);
}

report::Statement statementOf(const dossier::Dossier& dossier, const Order& order) {
    report::Statement statement;
    statement.format = infoOf(order.format).name;
    statement.asOf = order.asOf;
    statement.by = order.by;
    statement.language = order.language;
    statement.includeUnsigned = order.includeUnsigned;
    statement.records = dossier.records;
    statement.log = dossier.lastHash;
    statement.url = order.url;
    statement.program = COUNTERCHECK_VERSION;
    return statement;
}

std::variant<std::string, Problem, Stopped> print(const dossier::Dossier& dossier, const Order& order,
                                                  const Progress& progress, const std::stop_token& stop) {
    const auto document = [&] {
        const bool sheet = order.format == Format::Sheet || order.format == Format::SheetPdf;
        report::Report content =
            report::build(dossier, order.asOf, order.by, order.includeUnsigned || sheet, order.language);
        content.seal = report::sealOf(statementOf(dossier, order));
        return sheet ? report::composeSheet(content) : report::compose(content);
    };
    const std::time_t time = read::parseIsoTime(order.asOf).value_or(0);
    switch (order.format) {
    case Format::Html:
    case Format::Sheet:
        return report::toHtml(document());
    case Format::Pdf:
    case Format::SheetPdf:
        return orProblem(toPdf(document(), stop), "PDF", stop);
    case Format::Odt:
        return orProblem(toOdt(document(), time), "ODT document", stop);
    case Format::Docx:
        return orProblem(toDocx(document(), time), "DOCX document", stop);
    case Format::Markdown:
        return report::toMarkdown(document());
    case Format::Text:
        return report::toPlainText(document());
    case Format::Csv:
        return report::toCsv(dossier, statementOf(dossier, order));
    case Format::Xlsx:
        return toXlsx(dossier, order, progress, stop);
    case Format::Json:
        return toJson(dossier, order);
    case Format::ClaimReview:
        return toClaimReview(dossier, order);
    case Format::Annotations:
        return toAnnotations(dossier, order);
    case Format::Ninjs:
        return toNinjs(dossier, order);
    case Format::SideBySide:
        return toSideBySide(dossier, order);
    }
    return Problem{"an unknown format was asked for"};
}

} // namespace countercheck::printing
