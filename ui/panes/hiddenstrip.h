// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the panes: articles that a person hid, each a button that shows it again; and in a case of many
// articles whether only those that answer the selected question stand in the row.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;

namespace countercheck::ui {

class HiddenStrip : public QWidget {
    Q_OBJECT

public:
    explicit HiddenStrip(QWidget* parent = nullptr);
    struct Gathered {
        bool on = false;
        std::size_t shown = 0, of = 0;
        bool operator==(const Gathered&) const = default;
    };
    /// @param hidden  indexes into the case's articles
    /// The strip is gone when there is neither. The case may be null when nothing is hidden.
    void show(const dossier::Dossier* dossier, const std::vector<std::uint32_t>& hidden,
              const std::optional<Gathered>& gathered);

signals:
    void showRequested(countercheck::dossier::ArticleId article);
    void showAllRequested();
    void gatherRequested(bool on);

private:
    void addLink(const QString& words, const QString& spoken, const std::function<void()>& chosen);

    QHBoxLayout* row_;
    std::vector<dossier::ArticleId> hidden_; ///< as shown now
    std::optional<Gathered> gathered_;
};

} // namespace countercheck::ui
