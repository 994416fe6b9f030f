// SPDX-License-Identifier: GPL-3.0-or-later
// One field that leads everywhere: commands by their words (Ctrl+K), and what stands in articles, questions, notes and
// evidence (Ctrl+Shift+F), as one types. Arrow keys choose, Enter goes there, Escape leaves all as it was.
#pragma once

#include "core/store/search.h"

#include <QAbstractListModel>
#include <QDialog>
#include <QPointer>
#include <QStyledItemDelegate>

#include <functional>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QMenuBar;

namespace countercheck::ui {

/// A line of the list.
struct FinderEntry {
    QString words;                          ///< what it is
    QString place;                          ///< where it is from: "File ▸", "Article B", "Note"
    QString right;                          ///< at the right edge: the key that does the same
    std::vector<std::pair<int, int>> found; ///< begin and length in `words` of what was typed
    bool enabled = true;
    std::function<void()> go;
};

class FinderModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PlaceRole = Qt::UserRole, RightRole, FoundRole };
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<FinderEntry> entries);
    [[nodiscard]] const FinderEntry* entry(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<FinderEntry> entries_;
};

/// Draws the place small and quiet above the words, what was typed in bold.
class FinderDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class Finder : public QDialog {
    Q_OBJECT
public:
    enum class What { Commands, Text };
    Finder(What what, QMenuBar* commands, QWidget* parent);
    /// The hits for what is typed now.
    void setHits(const QString& query, const std::vector<store::Hit>& hits, const dossier::Dossier& dossier,
                 bool complete, const QString& problem);
    void setQuery(const QString& query);

signals:
    void asked(const QString& query);
    void articleChosen(const countercheck::dossier::ArticleId& article, countercheck::text::Span words);
    void questionChosen(const countercheck::dossier::QuestionKey& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void typed(const QString& query);
    void showCommands(const QString& query);
    void choose();
    void setStatus(const QString& words);

    struct Command {
        QPointer<QAction> action;
        QString words, place, key;
    };
    What what_;
    std::vector<Command> commands_;
    QLineEdit* field_;
    QListView* list_;
    FinderModel* model_;
    QLabel* status_;
};

} // namespace countercheck::ui
