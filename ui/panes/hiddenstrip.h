// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the panes: articles that a person hid, each a button that shows it again.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace countercheck::ui {

class HiddenStrip : public QWidget {
    Q_OBJECT

public:
    explicit HiddenStrip(QWidget* parent = nullptr);
    /// @param hidden  indexes into the case's articles; the strip is gone when there are none
    void setHidden(const dossier::Dossier& dossier, const std::vector<std::uint32_t>& hidden);

signals:
    void showRequested(countercheck::dossier::ArticleId article);
    void showAllRequested();

private:
    QHBoxLayout* row_;
};

} // namespace countercheck::ui
