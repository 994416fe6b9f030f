// SPDX-License-Identifier: GPL-3.0-or-later
// The window's words for what the core names: states, roles, times, articles. Everything that is shown goes through
// here, so that the list, the inspector and the status bar never call one thing by two names.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/articleview.h" // articleLetter, articleName

#include <QString>

#include <string>
#include <string_view>

namespace countercheck::ui {

[[nodiscard]] inline QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
[[nodiscard]] inline std::string utf8(const QString& string) {
    return string.toStdString();
}

/// The name cut to what fits beside a value; the panes show it whole.
QString shortName(const dossier::Article& article);
QString verdictWord(dossier::VerdictState state); ///< "Disputed"
QString verdictHelp(dossier::VerdictState state); ///< one sentence on what it means
QString roleWord(dossier::Role role);             ///< "checker"
/// "14 Jan 09:41" in local time, with the year when it is another one; what cannot be read comes back as it is.
QString when(const std::string& isoUtc);
/// "14 January 2026, 09:41:07 UTC", for tool tips and signatures.
QString whenExactly(const std::string& isoUtc);
/// "1 article", "3 articles": an amount with its noun; `many` has %1 for the number.
QString counted(std::size_t n, const QString& one, const QString& many);
/// A file's size for people: "12 kB".
QString sizeWords(std::uint64_t bytes);

/// The values of a question in few words: "three · four · at least three", each once.
QString valuesLine(const compare::Question& question);
/// "the wording (by Ada, 14 Jan 09:41)", one for each part of what was signed that is another now; empty: none is.
QString changedWords(const dossier::Decisions& decisions);
/// The question with this key; none when comparing no longer finds it.
const compare::Question* findQuestion(const dossier::Dossier& dossier, const dossier::QuestionKey& key);
/// Is the article at `index` written from another one, or the same text as an earlier one?
bool isDerivedCopy(const compare::Comparison& comparison, std::uint32_t index);

} // namespace countercheck::ui
