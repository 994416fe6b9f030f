// SPDX-License-Identifier: GPL-3.0-or-later
// Two lists: what people decided or put right whose place is gone, and questions that are possibly the same.
#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/deciding/correcting.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace countercheck::ui {

namespace {
struct ListDialog {
    QDialog* dialog;
    QListWidget* list;
    QDialogButtonBox* buttons;
};

ListDialog listDialog(const QString& title, const QString& explanation, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setAccessibleName(title);
    dialog->resize(620, 440);
    auto* words = new QLabel(explanation);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    auto* list = new QListWidget;
    list->setAccessibleName(title);
    list->setWordWrap(true);
    list->setUniformItemSizes(false);
    list->setSpacing(3);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* all = new QVBoxLayout(dialog);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    all->addWidget(words);
    all->addWidget(list, 1);
    all->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    list->setFocus();
    return {dialog, list, buttons};
}

/// J and Return in a list, before the list takes a letter for the beginning of a line's name.
class Keys : public QObject {
public:
    Keys(QObject* parent, std::function<void()> act) : QObject(parent), act_(std::move(act)) {}
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->modifiers() != Qt::NoModifier || (key->key() != Qt::Key_J && key->key() != Qt::Key_Return))
            return false;
        act_();
        return true;
    }

private:
    std::function<void()> act_;
};

/// What a question's decisions were, in few words.
QString decisionsLine(const dossier::Decisions& decisions) {
    QStringList parts;
    if (decisions.verdict)
        parts << QObject::tr("%1 by %2, %3")
                     .arg(verdictWord(decisions.verdict->state), text(decisions.verdict->stamp.by),
                          when(decisions.verdict->stamp.at));
    if (decisions.proposal)
        parts << QObject::tr("to print: %1").arg(text(decisions.proposal->wording));
    if (!decisions.dismissed.empty())
        parts << QObject::tr("dismissed: %1").arg(text(decisions.dismissed));
    if (!decisions.notes.empty())
        parts << counted(decisions.notes.size(), QObject::tr("1 note"), QObject::tr("%1 notes"));
    if (!decisions.evidence.empty())
        parts << counted(decisions.evidence.size(), QObject::tr("1 piece of evidence"),
                         QObject::tr("%1 pieces of evidence"));
    QStringList quotes;
    for (const auto& anchor : decisions.anchors)
        if (const QString quote = QStringLiteral("“%1”").arg(text(anchor.quote)); !quotes.contains(quote))
            quotes << quote;
    if (!quotes.isEmpty())
        parts << QObject::tr("made on %1").arg(quotes.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(" · "));
}
} // namespace

void Correcting::showLost() {
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto [dialog, list, buttons] =
        listDialog(tr("Lost"),
                   tr("These were decided or put right on words that no longer stand where they stood. "
                      "Nothing is moved to a near match; all of it stays in the case, and holds again "
                      "when the words come back."),
                   window_);
    for (const auto& [key, decisions] : snapshot->lost)
        list->addItem(tr("Decision on “%1”\n%2").arg(text(key.value), decisionsLine(decisions)));
    for (const auto& placed : snapshot->corrections)
        if (placed.lost)
            list->addItem(tr("Correction: %1\n%2, %3 · its words, its question or its article are not there")
                              .arg(correctionLine(placed), text(placed.stamp.by), when(placed.stamp.at)));
    if (list->count() == 0)
        list->addItem(tr("Nothing is lost."));
    list->setCurrentRow(0);
    dialog->open();
}

void Correcting::showNearMisses() {
    const auto parts = listDialog(tr("Possibly the same"),
                                  tr("Pairs of questions that nearly met the rules for being one. Return or J joins "
                                     "the pair; Ctrl+Z takes it back."),
                                  window_);
    QListWidget* list = parts.list;
    auto* join = parts.buttons->addButton(tr("Join"), QDialogButtonBox::ActionRole);
    join->setAccessibleName(tr("Join this pair"));
    join->setProperty("primary", true);
    join->setDefault(true);
    const auto fill = [this, list, join] {
        const dossier::Snapshot snapshot = workbench_->snapshot();
        const int row = list->currentRow();
        list->clear();
        for (const auto& miss : snapshot->comparison.nearMisses) {
            const auto* a = snapshot->question({miss.keyA});
            const auto* b = snapshot->question({miss.keyB});
            if (!a || !b || a == b)
                continue; // gone, or joined already
            auto* item = new QListWidgetItem(
                tr("%1  ↔  %2\n%3").arg(questionTitle(*a), questionTitle(*b), text(miss.because)), list);
            item->setData(Qt::UserRole, text(miss.keyA));
            item->setData(Qt::UserRole + 1, text(miss.keyB));
        }
        const bool readOnly = workbench_->readOnly();
        const bool any = list->count() > 0;
        if (!any)
            (new QListWidgetItem(tr("No two questions are that near."), list))->setFlags(Qt::ItemIsEnabled);
        list->setCurrentRow(std::clamp(row, 0, list->count() - 1));
        join->setEnabled(any && !readOnly);
        join->setToolTip(readOnly ? tr("This case is open for reading only.")
                         : any    ? QString()
                                  : tr("There is no pair to join."));
    };
    const auto joinCurrent = [this, list, join, fill] {
        const auto* item = list->currentItem();
        if (!join->isEnabled() || !item)
            return;
        const dossier::Join edit{
            {{utf8(item->data(Qt::UserRole).toString())}, {utf8(item->data(Qt::UserRole + 1).toString())}}};
        workbench_->apply(edit, [fill, open = QPointer(list)] {
            if (open)
                fill();
        });
    };
    fill();
    connect(join, &QPushButton::clicked, parts.dialog, joinCurrent);
    list->installEventFilter(new Keys(parts.dialog, joinCurrent));
    parts.dialog->open();
}

} // namespace countercheck::ui
