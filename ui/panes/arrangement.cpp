// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/arrangement.h"

#include <algorithm>

namespace countercheck::ui {

using dossier::Arrange;
using dossier::ArticleId;
using dossier::Dossier;

Arrange arrangementOf(const Dossier& dossier) {
    Arrange arrange;
    for (const dossier::Article& article : dossier.articles) {
        arrange.order.push_back(article.id);
        if (article.hidden)
            arrange.hidden.push_back(article.id);
    }
    arrange.reference = dossier.reference;
    return arrange;
}

Arrange withHidden(const Dossier& dossier, const ArticleId& article, bool hidden) {
    Arrange arrange = arrangementOf(dossier);
    std::erase(arrange.hidden, article);
    if (hidden)
        arrange.hidden.push_back(article);
    return arrange;
}

Arrange withAllShown(const Dossier& dossier) {
    Arrange arrange = arrangementOf(dossier);
    arrange.hidden.clear();
    return arrange;
}

std::optional<Arrange> withMoved(const Dossier& dossier, const ArticleId& article, int step) {
    std::vector<ArticleId> shown;
    for (const dossier::Article& a : dossier.articles) {
        if (!a.hidden || a.id == article)
            shown.push_back(a.id);
    }
    const auto at = std::find(shown.begin(), shown.end(), article);
    if (at == shown.end())
        return std::nullopt;
    const auto target = (at - shown.begin()) + step;
    if (target < 0 || target >= static_cast<std::ptrdiff_t>(shown.size()) || step == 0)
        return std::nullopt;
    return withMovedPast(dossier, article, shown[static_cast<std::size_t>(target)], step);
}

std::optional<Arrange> withMovedPast(const Dossier& dossier, const ArticleId& article, const ArticleId& neighbour,
                                     int step) {
    Arrange arrange = arrangementOf(dossier);
    const std::vector<ArticleId> old = arrange.order;
    std::erase(arrange.order, article);
    const auto place = std::find(arrange.order.begin(), arrange.order.end(), neighbour);
    if (place == arrange.order.end() || arrange.order.size() == old.size())
        return std::nullopt;
    arrange.order.insert(step > 0 ? place + 1 : place, article);
    if (arrange.order == old)
        return std::nullopt;
    return arrange;
}

std::optional<Arrange> withMovedBefore(const Dossier& dossier, const ArticleId& article,
                                       const std::optional<ArticleId>& before) {
    Arrange arrange = arrangementOf(dossier);
    const std::vector<ArticleId> old = arrange.order;
    if (before == article || std::find(old.begin(), old.end(), article) == old.end())
        return std::nullopt;
    std::erase(arrange.order, article);
    const auto place = before ? std::find(arrange.order.begin(), arrange.order.end(), *before) : arrange.order.end();
    arrange.order.insert(place, article);
    if (arrange.order == old)
        return std::nullopt;
    return arrange;
}

Arrange withReference(const Dossier& dossier, const std::optional<ArticleId>& article) {
    Arrange arrange = arrangementOf(dossier);
    arrange.reference = article;
    return arrange;
}

} // namespace countercheck::ui
