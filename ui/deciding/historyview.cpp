// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/historyview.h"

#include "ui/basics/plaintable.h"
#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace countercheck::ui {

HistoryView::HistoryView(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("History of the case"));
    setAccessibleName(windowTitle());
    resize(820, 560);
    model_ = new HistoryModel(this);
    filter_ = new HistoryFilter(this);
    filter_->setSourceModel(model_);

    words_ = new QLineEdit;
    words_->setPlaceholderText(tr("Filter by words"));
    words_->setAccessibleName(tr("Filter by words"));
    words_->setClearButtonEnabled(true);
    person_ = new QComboBox;
    person_->setAccessibleName(tr("Filter by person"));
    person_->addItem(tr("Everybody"));
    thisOnly_ = new QCheckBox(tr("This question only"));
    thisOnly_->setAccessibleName(tr("This question only"));
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(words_, 1);
    top->addWidget(person_);
    top->addWidget(thisOnly_);

    table_ = new QTableView;
    table_->setModel(filter_);
    table_->setAccessibleName(tr("History"));
    makePlain(*table_);
    table_->setColumnWidth(HistoryModel::When, 120);
    table_->setColumnWidth(HistoryModel::Who, 120);

    count_ = new QLabel;
    count_->setProperty("role", "quiet");
    count_->setObjectName(QStringLiteral("History count"));
    checked_ = new QLabel;
    checked_->setWordWrap(true);
    checked_->setTextFormat(Qt::PlainText);
    checked_->setProperty("role", "quiet");
    checked_->setObjectName(QStringLiteral("Record checked"));
    check_ = new QPushButton(tr("Check the record"));
    check_->setAccessibleName(tr("Check the record"));
    check_->setToolTip(tr("Goes through the chain of the log, the signatures and the hashes of all that is kept"));
    check_->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addWidget(check_);
    foot->addWidget(checked_, 1);
    foot->addWidget(count_);
    foot->addWidget(close);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(10);
    all->addLayout(top);
    all->addWidget(table_, 1);
    all->addLayout(foot);

    connect(words_, &QLineEdit::textChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        count();
    });
    connect(person_, &QComboBox::currentIndexChanged, this, [this](int index) {
        filter_->setPerson(index <= 0 ? QString() : person_->currentText());
        count();
    });
    connect(thisOnly_, &QCheckBox::toggled, this, [this] { setSelection(selection_); });
    connect(table_, &QTableView::activated, this, &HistoryView::go);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(check_, &QPushButton::clicked, this, [this] {
        check_->setEnabled(false);
        checked_->setText(tr("Checking…"));
        emit checkRequested();
    });
    words_->setFocus();
}

void HistoryView::setSnapshot(const dossier::Snapshot& snapshot) {
    model_->setSnapshot(snapshot);
    QStringList names;
    for (const auto& person : snapshot->people)
        names << text(person.name);
    for (const QString& name : names)
        if (person_->findText(name) < 0)
            person_->addItem(name);
    count();
}

void HistoryView::setSelection(const std::optional<dossier::QuestionKey>& key) {
    selection_ = key;
    thisOnly_->setEnabled(key.has_value());
    filter_->setQuestion(thisOnly_->isChecked() && key ? text(key->value) : QString());
    count();
}

void HistoryView::showChecked(bool holds, const QString& words) {
    check_->setEnabled(true);
    checked_->setText((holds ? QStringLiteral("✓ ") : QStringLiteral("✕ ")) + words);
    checked_->setProperty("role", holds ? "quiet" : "error");
    checked_->style()->unpolish(checked_);
    checked_->style()->polish(checked_);
}

void HistoryView::count() {
    const int shown = filter_->rowCount();
    const int total = model_->rowCount();
    count_->setText(shown == total ? counted(static_cast<std::size_t>(total), tr("1 record"), tr("%1 records"))
                                   : tr("%1 of %2 records").arg(shown).arg(total));
}

void HistoryView::go() {
    const QModelIndex at = table_->currentIndex();
    if (const QString key = at.data(HistoryModel::KeyRole).toString(); !key.isEmpty())
        emit questionChosen(dossier::QuestionKey{utf8(key)});
}

} // namespace countercheck::ui
