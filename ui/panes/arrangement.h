// SPDX-License-Identifier: GPL-3.0-or-later
// How the panes are to stand: each function gives the whole arrangement as it is to be, for one edit of the case. The
// order counts hidden articles too; a move goes past the next article that is shown.
#pragma once

#include "core/dossier/dossier.h"

#include <optional>

namespace countercheck::ui {

dossier::Arrange arrangementOf(const dossier::Dossier& dossier);
dossier::Arrange withHidden(const dossier::Dossier& dossier, const dossier::ArticleId& article, bool hidden);
dossier::Arrange withAllShown(const dossier::Dossier& dossier);
/// One place to the left (-1) or right (1) among the articles that are shown; nothing when it stands at the edge.
std::optional<dossier::Arrange> withMoved(const dossier::Dossier& dossier, const dossier::ArticleId& article, int step);
/// To the left (-1) or to the right (1) of another article; nothing when that changes nothing.
std::optional<dossier::Arrange> withMovedPast(const dossier::Dossier& dossier, const dossier::ArticleId& article,
                                              const dossier::ArticleId& neighbour, int step);
/// Before another article, or to the end; nothing when that changes nothing.
std::optional<dossier::Arrange> withMovedBefore(const dossier::Dossier& dossier, const dossier::ArticleId& article,
                                                const std::optional<dossier::ArticleId>& before);
dossier::Arrange withReference(const dossier::Dossier& dossier, const std::optional<dossier::ArticleId>& article);

} // namespace countercheck::ui
