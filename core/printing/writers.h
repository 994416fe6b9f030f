// SPDX-License-Identifier: GPL-3.0-or-later
// One function a format; print() chooses. Nothing comes back when the library that writes the format could not.
#pragma once

#include "core/printing/printing.h"
#include "core/report/report.h"

#include <ctime>
#include <optional>
#include <string>

namespace countercheck::printing {

std::optional<std::string> toOdt(const report::Document& document, std::time_t time);
std::optional<std::string> toDocx(const report::Document& document, std::time_t time);
/// Pages of A4. `stop` is looked at between blocks; then nothing comes back.
std::optional<std::string> toPdf(const report::Document& document, const std::stop_token& stop = {});
/// "" when stopped.
std::variant<std::string, Problem, Stopped> toXlsx(const dossier::Dossier& dossier, const Order& order,
                                                   const Progress& progress, const std::stop_token& stop);
std::string toJson(const dossier::Dossier& dossier, const Order& order);
/// schema.org ClaimReview as JSON-LD, with the properties that Google's guide requires.
std::string toClaimReview(const dossier::Dossier& dossier, const Order& order);
/// W3C Web Annotation Data Model: a collection with one page.
std::string toAnnotations(const dossier::Dossier& dossier, const Order& order);
/// IPTC ninjs 3.1: one item that holds the summary.
std::string toNinjs(const dossier::Dossier& dossier, const Order& order);
std::string toSideBySide(const dossier::Dossier& dossier, const Order& order);

} // namespace countercheck::printing
