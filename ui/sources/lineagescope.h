// SPDX-License-Identifier: GPL-3.0-or-later
// Whose sources are drawn: those of the question in hand, or all of the case? Asked only where there are many.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace countercheck::ui {

class LineageGraph;

class LineageScope : public QWidget {
    Q_OBJECT
public:
    /// It tells the graph what to show.
    explicit LineageScope(LineageGraph* graph, QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    void setSelection(const std::optional<dossier::QuestionKey>& key);
    /// More articles than are always shown together?
    [[nodiscard]] bool many() const;

private:
    void showScope();
    LineageGraph* graph_;
    QPushButton *question_, *all_;
    dossier::Snapshot snapshot_;
    std::optional<dossier::QuestionKey> key_;
    bool dueLater_ = false;
};

} // namespace countercheck::ui
