// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/lineagescope.h"

#include "ui/basics/theme.h"
#include "ui/sources/lineagegraph.h"
#include "ui/workbench/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace countercheck::ui {

namespace {
constexpr std::size_t mostDrawnAtOnce = 5000; ///< articles
} // namespace

LineageScope::LineageScope(LineageGraph* graph, QWidget* parent) : QWidget(parent), graph_(graph) {
    setAccessibleName(tr("Whose sources are drawn"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* group = new QButtonGroup(this);
    const auto chip = [&](const QString& tip) {
        auto* button = new QPushButton;
        button->setProperty("chip", true);
        button->setProperty("tight", true);
        button->setFont(interfaceFont(7.5));
        button->setCheckable(true);
        button->setToolTip(tip);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, &LineageScope::showScope);
        return button;
    };
    question_ = chip(tr("The articles that answer the selected question, and those that they rest on"));
    all_ = chip(tr("All articles of the case"));
    question_->setChecked(true);
    row->addStretch();
    hide();
}

bool LineageScope::many() const {
    return snapshot_ && snapshot_->articles.size() > fewArticles;
}

void LineageScope::setSnapshot(const dossier::Snapshot& snapshot) {
    snapshot_ = snapshot;
    showScope();
}

void LineageScope::setSelection(const std::optional<dossier::QuestionKey>& key) {
    if (std::exchange(key_, key) != key && snapshot_)
        showScope();
}

void LineageScope::showScope() {
    const compare::Question* question = many() && key_ ? findQuestion(*snapshot_, *key_) : nullptr;
    setVisible(many());
    question_->setEnabled(question != nullptr);
    question_->setText(question ? tr("this question %1").arg(articlesBehind(snapshot_->comparison, *question).size())
                                : tr("this question"));
    all_->setText(tr("all %1").arg(QLocale().toString(static_cast<qulonglong>(snapshot_->articles.size()))));
    if (question && question_->isChecked()) {
        graph_->setSnapshot(snapshot_, key_);
        return;
    }
    if (snapshot_->articles.size() <= mostDrawnAtOnce) {
        graph_->setSnapshot(snapshot_);
        return;
    }
    if (!std::exchange(dueLater_, true)) // when the rest of the window has been shown
        QTimer::singleShot(0, this, [this] {
            dueLater_ = false;
            const bool one = question_->isEnabled() && question_->isChecked();
            graph_->setSnapshot(snapshot_, one ? key_ : std::nullopt);
        });
}

} // namespace countercheck::ui
