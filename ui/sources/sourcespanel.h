// SPDX-License-Identifier: GPL-3.0-or-later
// The left column's lower part: how many articles there are, how many of them independent, and which rests on which.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace countercheck::ui {

class LineageGraph;
class LineageScope;

class SourcesPanel : public QWidget {
    Q_OBJECT
public:
    explicit SourcesPanel(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    void setSelection(const std::optional<dossier::QuestionKey>& key);
    [[nodiscard]] int wantedHeight() const; ///< with which nothing has to be scrolled

signals:
    void lineageRequested(); ///< a person wants to say which article rests on which
    void articleChosen(const countercheck::dossier::ArticleId& article);

private:
    QPushButton* mark_;
    QLabel* count_;
    QScrollArea* scroll_;
    LineageGraph* graph_;
    LineageScope* scope_;
    dossier::Snapshot snapshot_;
};

/// How many origins the articles on show have: those that rest on one another count once.
std::size_t independentOrigins(const dossier::Dossier& dossier);

} // namespace countercheck::ui
