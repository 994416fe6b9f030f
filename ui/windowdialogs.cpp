// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks a person: files, names, reasons. Every dialog opens beside the running window and answers by
// signal; none stops the event loop.
#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/deciding/inspector.h"
#include "ui/deciding/persondialog.h"
#include "ui/exports/exportdialog.h"
#include "ui/exports/previewwindow.h"
#include "ui/imports/articledialog.h"
#include "ui/imports/importing.h"
#include "ui/mainwindow.h"
#include "ui/manualwindow.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/versionplace.h"
#include "ui/shareddialog.h"
#include "ui/workbench/messagebar.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {
QFileDialog* fileDialog(QWidget* parent, const QString& title, const QString& folder) {
    auto* dialog = new QFileDialog(parent, title, Settings::lastFolder(folder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [folder](const QStringList& files) {
        if (!files.isEmpty())
            Settings::setLastFolder(folder, QFileInfo(files.front()).absolutePath());
    });
    return dialog;
}

const QString& caseSuffix() {
    static const QString suffix = QStringLiteral("countercheck");
    return suffix;
}

/// One line of text, asked for beside the running window.
QInputDialog* lineDialog(QWidget* parent, const QString& title, const QString& label, const QString& value) {
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(value);
    dialog->resize(420, dialog->sizeHint().height());
    return dialog;
}
} // namespace

void MainWindow::askNewCase() {
    beforeLeaving([this] {
        auto* dialog = fileDialog(this, tr("New case"), QStringLiteral("cases"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(caseSuffix());
        dialog->setNameFilter(tr("Cases (*.countercheck)"));
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // an existing case is refused, never replaced
        connect(dialog, &QFileDialog::fileSelected, workbench_, &Workbench::newCase);
        dialog->open();
    });
}

void MainWindow::askOpenCase(bool toRead) {
    beforeLeaving([this, toRead] {
        auto* dialog =
            fileDialog(this, toRead ? tr("Open case for reading only") : tr("Open case"), QStringLiteral("cases"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Cases (*.countercheck)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, workbench_,
                [this, toRead](const QString& path) { workbench_->openCase(path, toRead); });
        dialog->open();
    });
}

void MainWindow::askShared(bool share) {
    const auto ask = [this, share] {
        auto* dialog = new SharedDialog(share ? SharedDialog::What::Share : SharedDialog::What::Open, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SharedDialog::chosen, workbench_, [this, share](const QString& address) {
            if (share)
                workbench_->share(address);
            else
                workbench_->openShared(address);
        });
        dialog->open();
    };
    if (share)
        ask();
    else
        beforeLeaving(ask);
}

void MainWindow::askSaveAs(const std::function<void()>& then) {
    inspector_->flush();
    auto* dialog = fileDialog(this, tr("Save case as"), QStringLiteral("cases"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(caseSuffix());
    dialog->setNameFilter(tr("Cases (*.countercheck)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString& path) {
        if (workbench_->saveAs(path, true) && then) // the file dialog has asked about replacing
            then();
    });
    dialog->open();
}

void MainWindow::askExport() {
    inspector_->flush();
    const auto snapshot = workbench_->snapshot();
    if (snapshot->articles.empty()) {
        messages_->showProblem(tr("There is nothing to export yet: add articles first."));
        return;
    }
    auto* dialog = new ExportDialog(snapshot, text(workbench_->person().name), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, [this](const QStringList& files) {
        messages_->showNotice(tr("Written: %1").arg(files.join(QStringLiteral(", "))));
    });
    connect(dialog, &ExportDialog::questionRequested, this, [this](const dossier::QuestionKey& key) {
        workbench_->select(key);
        inspector_->goTo(wayToSign(*workbench_->snapshot(), key, workbench_->person()) == SigningWay::Settle
                             ? SigningWay::Settle
                             : SigningWay::Verdict);
    });
    dialog->open();
}

void MainWindow::askExportBundle() {
    inspector_->flush();
    auto* dialog = fileDialog(this, tr("Export review bundle"), QStringLiteral("cases"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(caseSuffix());
    dialog->setNameFilter(tr("Cases (*.countercheck)"));
    connect(dialog, &QFileDialog::fileSelected, workbench_, &Workbench::exportBundle);
    dialog->open();
}

void MainWindow::askMerge() {
    inspector_->flush();
    auto* dialog = fileDialog(this, tr("Merge with another copy of this case"), QStringLiteral("cases"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Cases (*.countercheck)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, workbench_, &Workbench::merge);
    dialog->open();
}

void MainWindow::askPreview() {
    inspector_->flush();
    if (!preview_) {
        preview_ = new PreviewWindow(this);
        preview_->setAttribute(Qt::WA_DeleteOnClose);
        connect(preview_, &PreviewWindow::exportRequested, this, &MainWindow::askExport);
    }
    preview_->show();
    preview_->setSnapshot(workbench_->snapshot(), text(workbench_->person().name));
    preview_->raise();
    preview_->activateWindow();
}

void MainWindow::askPerson() {
    auto* dialog = new PersonDialog(workbench_->person(), workbench_->snapshot()->people, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PersonDialog::chosen, workbench_, &Workbench::setPerson);
    dialog->open();
}

void MainWindow::askTitle() {
    auto* dialog = lineDialog(this, tr("Case title"), tr("Title of this case:"), text(workbench_->snapshot()->title));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& title) {
        if (!title.trimmed().isEmpty())
            workbench_->apply(dossier::SetTitle{utf8(title.simplified())});
    });
    dialog->open();
}

void MainWindow::askRevoke() {
    if (!workbench_->selection())
        return;
    const auto key = *workbench_->selection();
    auto* dialog = lineDialog(this, tr("Revoke sign-off"), tr("Why does it no longer hold?"), {});
    connect(dialog, &QInputDialog::textValueSelected, this, [this, key](const QString& reason) {
        workbench_->apply(dossier::Revoke{key, utf8(reason.trimmed())});
    });
    dialog->open();
}

void MainWindow::askDismiss() {
    if (!workbench_->selection())
        return;
    const auto key = *workbench_->selection();
    auto* dialog = lineDialog(this, tr("Dismiss question"), tr("Why does nobody have to look at it?"), {});
    connect(dialog, &QInputDialog::textValueSelected, this, [this, key](const QString& reason) {
        if (reason.trimmed().isEmpty())
            messages_->showProblem(tr("A question is dismissed with a reason. Write one in few words."));
        else
            workbench_->apply(dossier::Dismiss{key, utf8(reason.trimmed())});
    });
    dialog->open();
}

void MainWindow::askJoin() {
    if (!workbench_->selection())
        return;
    const auto key = *workbench_->selection();
    QStringList titles;
    std::vector<dossier::QuestionKey> keys;
    for (const auto& question : workbench_->snapshot()->comparison.questions) {
        if (question.key == key.value)
            continue;
        titles << QStringLiteral("%1. %2").arg(keys.size() + 1).arg(questionTitle(question));
        keys.push_back({question.key});
    }
    if (titles.isEmpty()) {
        messages_->showNotice(tr("There is no other question to join with."));
        return;
    }
    auto* dialog = lineDialog(this, tr("Join questions"), tr("These two are one question:"), {});
    dialog->setComboBoxItems(titles);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, key, titles, keys](const QString& chosen) {
        const auto at = titles.indexOf(chosen);
        if (at >= 0)
            workbench_->apply(dossier::Join{{key, keys[static_cast<std::size_t>(at)]}});
    });
    dialog->open();
}

void MainWindow::askRemove(const dossier::ArticleId& article) {
    const auto snapshot = workbench_->snapshot();
    for (std::size_t i = 0; i < snapshot->articles.size(); ++i)
        if (snapshot->articles[i].id == article)
            workbench_->apply(dossier::RemoveArticle{article},
                              [messages = QPointer(messages_),
                               words = tr("Article %1 (%2) is out of the comparison; its capture stays in the case. "
                                          "Ctrl+Z brings it back.")
                                           .arg(articleLetter(i), articleName(snapshot->articles[i]))] {
                                  if (messages)
                                      messages->showNotice(words);
                              });
}

void MainWindow::editDetails(const dossier::ArticleId& article) {
    const auto snapshot = workbench_->snapshot();
    for (std::size_t i = 0; i < snapshot->articles.size(); ++i) {
        if (snapshot->articles[i].id != article)
            continue;
        auto* dialog = new ArticleDialog(snapshot->articles[i], articleLetter(i), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setVersion(versionPlace(*snapshot, i));
        connect(dialog, &ArticleDialog::changesRequested, this, [this, article] { importing_->showChanges(article); });
        connect(dialog, &ArticleDialog::edited, this,
                [this](const dossier::EditArticle& edit) { workbench_->apply(edit); });
        dialog->open();
        return;
    }
}

void MainWindow::editAnyDetails() {
    const auto snapshot = workbench_->snapshot();
    QStringList names;
    for (std::size_t i = 0; i < snapshot->articles.size(); ++i)
        names << articleLetter(i) + QStringLiteral(" · ") + articleName(snapshot->articles[i]);
    if (names.size() == 1)
        return editDetails(snapshot->articles.front().id);
    auto* dialog = lineDialog(this, tr("Article details"), tr("Details of which article?"), {});
    dialog->setComboBoxItems(names);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, snapshot, names](const QString& chosen) {
        const auto at = names.indexOf(chosen);
        if (at >= 0)
            editDetails(snapshot->articles[static_cast<std::size_t>(at)].id);
    });
    dialog->open();
}

void MainWindow::pasteArticle() {
    importing_->takeMime(QApplication::clipboard()->mimeData());
}

void MainWindow::setTheme(int choice) {
    const auto theme = static_cast<ThemeChoice>(choice);
    Settings::setTheme(theme);
    applyTheme(*qApp, theme);
    inspector_->refresh();
    for (QWidget* widget : findChildren<QWidget*>())
        widget->update();
}

void MainWindow::showManual() {
    if (!manual_)
        manual_ = new ManualWindow(this);
    manual_->show();
    manual_->raise();
    manual_->activateWindow();
}

void MainWindow::showShortcuts() {
    auto* box = new QDialog(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Keys"));
    box->setAccessibleName(tr("Keys"));
    box->resize(460, 560);
    QString rows;
    for (QAction* menu : menuBar()->actions()) {
        if (!menu->menu())
            continue;
        rows += QStringLiteral("<tr><td colspan='2' style='padding:10px 0 2px 0'><b>%1</b></td></tr>")
                    .arg(menu->text().remove(u'&').toHtmlEscaped());
        for (QAction* action : menu->menu()->actions()) {
            if (action->shortcut().isEmpty())
                continue;
            rows +=
                QStringLiteral("<tr><td style='padding:3px 24px 3px 0'>%1</td><td style='padding:3px 0'>%2</td></tr>")
                    .arg((action == undo_   ? tr("&Undo") // not what it would undo just now
                          : action == redo_ ? tr("&Redo")
                                            : action->text())
                             .remove(u'&')
                             .toHtmlEscaped(),
                         action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped());
        }
    }
    rows += QStringLiteral("<tr><td style='padding:3px 24px 3px 0'>%1</td><td style='padding:3px 0'>%2</td></tr>")
                .arg(tr("From the list to the verdict"), tr("Return"));
    auto* page = new InertBrowser;
    page->setAccessibleName(tr("List of keys"));
    page->setFrameShape(QFrame::NoFrame);
    page->setHtml(QStringLiteral("<table>%1</table>").arg(rows));
    auto* all = new QVBoxLayout(box);
    all->addWidget(page);
    box->show();
}

void MainWindow::showAbout() {
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Countercheck"),
                        tr("Countercheck %1").arg(QStringLiteral(COUNTERCHECK_VERSION)), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("A workbench for checking what news reports claim.\n\nIt compares what texts say; it does not know "
           "what is true. People decide, and the case keeps who decided what and when.\n\n"
           "Free software under the GNU General Public License, version 3 or later."));
    box->open();
}

} // namespace countercheck::ui
