// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/importdialog.h"

#include "ui/basics/plaintable.h"
#include "ui/basics/theme.h"
#include "ui/exports/exportdialog.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

ImportDialog::ImportDialog(SharedReport report, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Import report"));
    setAccessibleName(windowTitle());
    resize(860, 520);
    model_ = new ImportModel(this);
    filter_ = new ImportFilter(this);
    filter_->setSourceModel(model_);

    summary_ = new QLabel;
    summary_->setObjectName(QStringLiteral("Import summary"));
    summary_->setFont(interfaceFont(11, QFont::DemiBold));
    summary_->setWordWrap(true);
    outcomes_ = new QComboBox;
    outcomes_->setAccessibleName(tr("Filter by outcome"));
    words_ = new QLineEdit;
    words_->setPlaceholderText(tr("Filter by words"));
    words_->setAccessibleName(tr("Filter by words"));
    words_->setClearButtonEnabled(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(outcomes_);
    top->addWidget(words_, 1);

    table_ = new QTableView;
    table_->setModel(filter_);
    table_->setAccessibleName(tr("Files of the import"));
    makePlain(*table_);
    table_->setColumnWidth(ImportModel::What, 130);

    whole_ = new QLabel;
    whole_->setObjectName(QStringLiteral("Import line"));
    whole_->setWordWrap(true);
    whole_->setTextFormat(Qt::PlainText);
    whole_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    whole_->setMinimumHeight(48);
    whole_->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    const auto button = [](const QString& words, const QString& name) {
        auto* made = new QPushButton(words);
        made->setAccessibleName(name);
        made->setAutoDefault(false);
        return made;
    };
    auto* copy = button(tr("Copy as text"), tr("Copy as text"));
    auto* save = button(tr("Save as text…"), tr("Save as text"));
    auto* close = button(tr("Close"), tr("Close"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(copy);
    foot->addWidget(save);
    foot->addStretch(1);
    foot->addWidget(close);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(10);
    all->addWidget(summary_);
    all->addLayout(top);
    all->addWidget(table_, 1);
    all->addWidget(whole_);
    all->addLayout(foot);

    connect(outcomes_, &QComboBox::currentIndexChanged, this, [this] {
        filter_->setOutcome(outcome());
        count();
    });
    connect(words_, &QLineEdit::textChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        count();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportDialog::showCurrent);
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& at) {
        const auto row = static_cast<std::size_t>(filter_->mapToSource(at).row());
        if (const auto& line = report_->lines[row]; !line.article.sha256.empty())
            emit articleChosen(line.article);
    });
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(report_->asText(outcome())); });
    connect(save, &QPushButton::clicked, this, &ImportDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    setReport(std::move(report));
    table_->setFocus();
}

std::optional<Outcome> ImportDialog::outcome() const {
    const QVariant chosen = outcomes_->currentData();
    return chosen.isValid() ? std::optional(static_cast<Outcome>(chosen.toInt())) : std::nullopt;
}

void ImportDialog::setReport(SharedReport report) {
    report_ = std::move(report);
    model_->setReport(report_);
    const QFontMetrics metrics(interfaceFont(9.5));
    int widest = 160; // names in full, as far as the reasons keep their room
    for (std::size_t i = 0; i < report_->lines.size() && i < 2'000 && widest < 320; ++i)
        widest = std::max(widest, metrics.horizontalAdvance(report_->lines[i].file) + 24);
    table_->setColumnWidth(ImportModel::File, std::min(widest, 320));
    summary_->setText(report_->summary());
    const QSignalBlocker quiet(outcomes_);
    outcomes_->clear();
    outcomes_->addItem(tr("All (%1)").arg(report_->lines.size()));
    for (const Outcome what :
         {Outcome::Skipped, Outcome::NotTried, Outcome::Version, Outcome::Taken, Outcome::AlreadyThere})
        if (const auto n = report_->count(what); n > 0) {
            outcomes_->addItem(QStringLiteral("%1 %2 (%3)").arg(outcomeSign(what), outcomeWord(what)).arg(n),
                               static_cast<int>(what));
            if (what == Outcome::Skipped && n < report_->lines.size())
                outcomes_->setCurrentIndex(outcomes_->count() - 1); // why somebody looks here
        }
    filter_->setOutcome(outcome());
    count();
}

void ImportDialog::count() {
    if (!table_->currentIndex().isValid() && filter_->rowCount() > 0)
        table_->selectRow(0);
    showCurrent();
}

void ImportDialog::showCurrent() {
    const QModelIndex at = table_->currentIndex();
    if (!at.isValid()) {
        whole_->setText(filter_->rowCount() == 0 ? tr("No file answers to that.") : QString());
        return;
    }
    const QString file = at.siblingAtColumn(ImportModel::File).data().toString();
    const QString message = at.siblingAtColumn(ImportModel::Message).data().toString();
    whole_->setText(message.isEmpty() || message.contains(file) ? message : file + QStringLiteral(": ") + message);
    whole_->setAccessibleName(whole_->text());
}

void ImportDialog::save() {
    auto* dialog = new QFileDialog(this, tr("Save import report"), Settings::lastFolder(QStringLiteral("export")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(tr("import-report") + QStringLiteral(".txt"));
    dialog->setNameFilter(tr("Text (*.txt)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        Settings::setLastFolder(QStringLiteral("export"), QFileInfo(path).absolutePath());
        if (const QString wrong = writeWhole(path, report_->asText(outcome()).toUtf8()); !wrong.isEmpty())
            emit failed(wrong);
        else
            emit saved(path);
    });
    dialog->open();
}

} // namespace countercheck::ui
