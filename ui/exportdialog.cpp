// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportdialog.h"

#include "core/report/report.h"
#include "ui/previewwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace countercheck::ui {

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return QObject::tr(
                   "%1 could not be written: %2. Choose another folder, or make room; nothing was left half-written.")
            .arg(path, file.errorString());
    return {};
}

ExportDialog::ExportDialog(dossier::Snapshot snapshot, QString by, QWidget* parent)
    : QDialog(parent), snapshot_(std::move(snapshot)), by_(std::move(by)) {
    setWindowTitle(tr("Export"));
    setAccessibleName(tr("Export dialog"));
    setMinimumWidth(480);
    html_ = new QCheckBox(tr("Verified summary (HTML)"));
    html_->setChecked(true);
    csv_ = new QCheckBox(tr("Questions and claims (CSV)"));
    csv_->setChecked(true);
    unsigned_ = new QCheckBox(tr("Include what is not signed off, marked as unsigned"));
    unsigned_->setChecked(true);
    folder_ = new QLineEdit(Settings::lastFolder(QStringLiteral("export")));
    folder_->setAccessibleName(tr("Export folder"));
    QString stem = text(snapshot_->title).simplified();
    for (QChar& c : stem)
        if (QStringLiteral("/\\:*?\"<>|").contains(c))
            c = u'-';
    name_ = new QLineEdit(stem.isEmpty() ? tr("Summary") : stem);
    name_->setAccessibleName(tr("Export name"));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose export folder"));
    what_ = new QLabel;
    what_->setProperty("role", "quiet");
    what_->setWordWrap(true);
    what_->setObjectName(QStringLiteral("What will be written"));
    wrong_ = new QLabel;
    wrong_->setProperty("role", "error");
    wrong_->setWordWrap(true);
    wrong_->setObjectName(QStringLiteral("Export problem"));
    wrong_->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    go_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    go_->setProperty("primary", true);
    go_->setDefault(true);
    go_->setAccessibleName(tr("Write export"));

    auto* folderRow = new QHBoxLayout;
    folderRow->setSpacing(8);
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(browse);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("Formats"), html_);
    form->addRow(QString(), csv_);
    form->addRow(tr("Unsigned"), unsigned_);
    form->addRow(tr("Folder"), folderRow);
    form->addRow(tr("Name"), name_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    all->addLayout(form);
    all->addWidget(what_);
    all->addWidget(wrong_);
    all->addWidget(buttons);

    for (QCheckBox* box : {html_, csv_, unsigned_})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::update);
    for (QLineEdit* edge : {folder_, name_})
        connect(edge, &QLineEdit::textChanged, this, &ExportDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder of the export"), folder_->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
        dialog->open();
    });
    update();
}

QStringList ExportDialog::targets() const {
    const QString stem = folder_->text() + u'/' + name_->text().trimmed();
    QStringList files;
    if (html_->isChecked())
        files << stem + QStringLiteral(".html");
    if (csv_->isChecked())
        files << stem + QStringLiteral(".csv");
    return files;
}

void ExportDialog::update() {
    std::size_t signedOff = 0, of = 0;
    for (const auto& question : snapshot_->comparison.questions) {
        ++of;
        signedOff += snapshot_->decisionsOf({question.key}).figureState() == dossier::FigureState::SignedOff ? 1 : 0;
    }
    QStringList lines;
    lines << tr("%1 of %2 questions are signed off; %3.")
                 .arg(signedOff)
                 .arg(of)
                 .arg(unsigned_->isChecked() ? tr("the others go out marked as unsigned")
                                             : tr("the others are only listed as open"));
    if (const auto open = snapshot_->unresolved(); open > 0)
        lines << tr("%1 of %2 are still unresolved.").arg(open).arg(snapshot_->countable());
    QStringList replaced;
    for (const QString& file : targets())
        if (QFileInfo::exists(file))
            replaced << QFileInfo(file).fileName();
    if (!replaced.isEmpty())
        lines << tr("Will be replaced: %1.").arg(replaced.join(QStringLiteral(", ")));
    what_->setText(lines.join(u'\n'));
    wrong_->hide();
    QString reason;
    if (targets().isEmpty())
        reason = tr("Choose at least one format.");
    else if (name_->text().trimmed().isEmpty() || name_->text().contains(u'/'))
        reason = tr("Give a name without a slash.");
    else if (!QFileInfo(folder_->text()).isDir())
        reason = tr("The folder does not exist. Choose another one.");
    go_->setEnabled(reason.isEmpty());
    go_->setToolTip(reason);
    if (!reason.isEmpty()) {
        wrong_->setText(reason);
        wrong_->show();
    }
}

void ExportDialog::accept() {
    if (!go_->isEnabled())
        return;
    QStringList written;
    for (const QString& file : targets()) {
        const std::string bytes =
            file.endsWith(QStringLiteral(".html"))
                ? report::toHtml(report::build(*snapshot_, nowUtc(), utf8(by_), unsigned_->isChecked()))
                : report::toCsv(*snapshot_);
        const QString problem = writeWhole(file, QByteArray::fromStdString(bytes));
        if (!problem.isEmpty()) {
            wrong_->setText(problem);
            wrong_->show();
            return; // the dialog stays: choose another folder
        }
        written << file;
    }
    Settings::setLastFolder(QStringLiteral("export"), folder_->text());
    emit exported(written);
    QDialog::accept();
}

} // namespace countercheck::ui
