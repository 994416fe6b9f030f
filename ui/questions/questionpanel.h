// SPDX-License-Identifier: GPL-3.0-or-later
// The left column's upper part: every question that the articles answer, gravest first, narrowed by filter chips and by
// the search field. Selecting a row is the same as selecting the question anywhere else in the window.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/questions/questionfilter.h"
#include "ui/questions/questionmodel.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QListView;
class QPushButton;

namespace countercheck::ui {

class QuestionDelegate;

class QuestionPanel : public QWidget {
    Q_OBJECT
public:
    explicit QuestionPanel(QWidget* parent = nullptr);

    void setSnapshot(const dossier::Snapshot& snapshot);
    void setSelection(const std::optional<dossier::QuestionKey>& key);
    void setSearch(const QString& search);
    void setPerson(const dossier::Person& person); ///< who sits here, for "mine"
    [[nodiscard]] QListView* list() const { return list_; }
    [[nodiscard]] int shownRows() const { return filter_->rowCount(); }

signals:
    void selected(const countercheck::dossier::QuestionKey& key);
    /// Return or a double click: go on in the inspector.
    void activated();
    void lostRequested(); ///< what people decided on words that are gone

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setSort(QuestionSort sort);
    void updateCounts();
    void followSelection();
    void setNarrowing(const Narrowing& narrowing);

    struct Chip {
        QuestionSort sort;
        QPushButton* button;
    };
    QuestionModel* model_;
    QuestionFilter* filter_;
    QuestionDelegate* delegate_;
    QListView* list_;
    QLabel* count_;
    QPushButton* narrow_; ///< opens the filters by relation, kind, state, article and person
    dossier::Snapshot snapshot_;
    QPushButton* lost_; ///< says how many decisions lost their place; hidden when none did
    QLabel* empty_;
    std::vector<Chip> chips_;
    QString search_;
    QuestionSort sort_ = QuestionSort::All;
    std::optional<dossier::QuestionKey> selected_;
    bool settingChips_ = false;
    int resetting_ = 0;
    bool following_ = false; ///< the list is being told the selection, not asked for it
};

} // namespace countercheck::ui
