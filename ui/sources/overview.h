// SPDX-License-Identifier: GPL-3.0-or-later
// The whole case at one sight, beside the window: claims by articles, dates on a line, which article rests on which,
// all articles in a list. Selecting in it is selecting in the window. Each view can be saved as a picture.
#pragma once

#include "core/dossier/dossier.h"

#include <QDialog>

#include <optional>

class QTableView;
class QTabWidget;

namespace countercheck::ui {

class ArticlesModel;
class LineageGraph;
class LineageScope;
class MatrixModel;
class Timeline;

class Overview : public QDialog {
    Q_OBJECT
public:
    explicit Overview(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    void setSelection(const std::optional<dossier::QuestionKey>& key);
    /// The view on show as a picture, all of it, not only what is scrolled to.
    /// `cut`: it would be larger than others can open, and holds only the first part.
    [[nodiscard]] QImage picture(bool* cut = nullptr) const;
    [[nodiscard]] QTableView* table() const { return table_; }
    [[nodiscard]] QTableView* articles() const { return articles_; }
    void showArticles(); ///< the list of all articles, with the keyboard in it

signals:
    void questionChosen(const countercheck::dossier::QuestionKey& key);
    void articleChosen(const countercheck::dossier::ArticleId& article, countercheck::text::Span words);
    void saved(const QString& file, bool cut);
    void failed(const QString& message);

private:
    void savePicture();
    void showTab();
    [[nodiscard]] QImage tableInFull(const QTableView& table, bool* cut) const;
    MatrixModel* model_;
    QTableView* table_;
    ArticlesModel* articlesModel_;
    QTableView* articles_;
    Timeline* timeline_;
    LineageGraph* lineage_;
    LineageScope* scope_;
    QWidget* scopePlace_;
    QTabWidget* tabs_;
    bool timelineDue_ = false, lineageDue_ = false, articlesDue_ = false; ///< made when their tab is looked at
    bool following_ = false; ///< the table is being told the selection, not asked for it
};

} // namespace countercheck::ui
