// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/watchform.h"

#include "ui/workbench/folderfiles.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {

constexpr std::size_t mostCounted = 10'000; ///< files; more are "more than" that

struct Found {
    bool folder = false, readable = false;
    std::size_t files = 0;
};

/// Runs beside the window: a folder on a network may take its time.
Found lookInto(const QString& path, const std::stop_token& stop) {
    Found found;
    const QFileInfo info(path);
    found.folder = info.isDir();
    found.readable = found.folder && info.isReadable() && info.isExecutable();
    if (found.readable)
        for (QDirIterator it(path, QDir::Files); it.hasNext() && found.files <= mostCounted && !stop.stop_requested();)
            found.files += isPassing(QFileInfo(it.next()).fileName()) ? 0 : 1;
    return found;
}

QString typed(const QLineEdit* field) {
    QString path = QDir::fromNativeSeparators(field->text().trimmed());
    if (path == QStringLiteral("~") || path.startsWith(QStringLiteral("~/")))
        path.replace(0, 1, QDir::homePath());
    return path;
}

} // namespace

WatchForm::WatchForm(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Watch a folder"));
    setAccessibleName(windowTitle());
    setMinimumWidth(560);
    auto* why =
        new QLabel(tr("Files that come into this folder from now on are taken in by themselves, as long as this "
                      "case is open. Folders within it are not gone into."));
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    setAccessibleDescription(why->text());
    auto* label = new QLabel(tr("&Folder"));
    folder_ = new QLineEdit;
    folder_->setAccessibleName(tr("Folder to watch"));
    folder_->setClearButtonEnabled(true);
    label->setBuddy(folder_);
    auto* browse = new QPushButton(tr("&Choose…"));
    browse->setAccessibleName(tr("Choose the folder"));
    browse->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(folder_, 1);
    row->addWidget(browse);
    present_ = new QCheckBox(tr("Also take in what lies in it &now"));
    present_->setAccessibleName(tr("Also take in what lies in it now"));
    lies_ = new QLabel;
    lies_->setObjectName(QStringLiteral("What lies in it"));
    lies_->setProperty("role", "quiet");
    auto* now = new QHBoxLayout;
    now->setSpacing(8);
    now->addWidget(present_);
    now->addWidget(lies_, 1);
    wrong_ = new QLabel;
    wrong_->setObjectName(QStringLiteral("Watch problem"));
    wrong_->setProperty("role", "error");
    wrong_->setTextFormat(Qt::PlainText);
    wrong_->setWordWrap(true);
    wrong_->setMinimumHeight(wrong_->fontMetrics().lineSpacing()); // nothing jumps when it comes
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setAutoDefault(false);
    watch_ = new QPushButton(tr("Watch it"));
    watch_->setAccessibleName(tr("Watch the folder"));
    watch_->setProperty("primary", true);
    watch_->setEnabled(false);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(watch_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(10);
    all->addWidget(why);
    all->addSpacing(2);
    all->addWidget(label);
    all->addLayout(row);
    all->addLayout(now);
    all->addWidget(wrong_);
    all->addStretch(1);
    all->addLayout(foot);
    watch_->setDefault(true);
    connect(browse, &QPushButton::clicked, this, &WatchForm::choose);
    connect(cancel, &QPushButton::clicked, this, &WatchForm::reject);
    connect(watch_, &QPushButton::clicked, this, &WatchForm::go);
    connect(folder_, &QLineEdit::textChanged, this, &WatchForm::look);
    if (const QString last = Settings::lastFolder(QStringLiteral("articles")); QFileInfo(last).isDir())
        folder_->setText(QDir::toNativeSeparators(last));
    folder_->selectAll();
    folder_->setFocus();
    look();
}

void WatchForm::choose() {
    auto* dialog = new QFileDialog(this, tr("Watch a folder"), typed(folder_));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, folder_,
            [this](const QString& folder) { folder_->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void WatchForm::look() {
    const QString path = typed(folder_);
    watch_->setEnabled(false);
    present_->setEnabled(false);
    lies_->clear();
    wrong_->clear();
    if (path.isEmpty()) {
        looking_.cancel();
        return;
    }
    looking_.start({}, [this, path](const std::stop_token& stop, const Jobs::Progress&) -> Jobs::Delivery {
        return [this, path, found = lookInto(path, stop)] {
            if (path != typed(folder_))
                return;
            wrong_->setText(!found.folder     ? tr("There is no such folder: check its name, or choose it.")
                            : !found.readable ? tr("This folder may not be read: ask its owner, or choose another one.")
                                              : QString());
            watch_->setEnabled(found.readable);
            present_->setEnabled(found.readable && found.files > 0);
            if (found.readable)
                lies_->setText(found.files == 0 ? tr("No file lies in it.")
                               : found.files > mostCounted
                                   ? tr("More than %1 files lie in it.").arg(mostCounted)
                                   : counted(found.files, tr("1 file lies in it."), tr("%1 files lie in it.")));
        };
    });
}

void WatchForm::go() {
    const QString path = typed(folder_);
    Settings::setLastFolder(QStringLiteral("articles"), path);
    emit chosen(path, present_->isEnabled() && present_->isChecked());
    accept();
}

} // namespace countercheck::ui
