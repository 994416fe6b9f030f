// SPDX-License-Identifier: GPL-3.0-or-later
// "What changed": two versions of an article, sentence by sentence. What went has a − and what came a +, with the word
// beside it; the words that differ within a rewritten sentence are struck out or underlined. Never by colour alone.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/workbench/changes.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace countercheck::ui {

class InertBrowser;

class ChangesDialog : public QDialog {
    Q_OBJECT
public:
    /// @param index  an article that has other versions (ui/panes/versionplace.h); it is shown as the later one, or as
    ///               the earlier one when it is the first
    ChangesDialog(dossier::Snapshot snapshot, std::size_t index, QWidget* parent = nullptr);

private:
    void render();
    void go(int step); ///< to the next or previous change
    void changeEvent(QEvent* event) override;
    [[nodiscard]] QString asText() const;
    [[nodiscard]] QString html() const;

    dossier::Snapshot snapshot_;
    std::vector<std::uint32_t> versions_;
    std::vector<SentenceChange> changes_;
    QComboBox *earlier_, *later_;
    QCheckBox* all_;
    QLabel* summary_;
    InertBrowser* page_;
    int at_ = -1;
};

} // namespace countercheck::ui
