// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog, driven as a person would: by keyboard, with what it says beforehand, stopped, and in French.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"

#include "ui/basics/theme.h"
#include "ui/exports/exportdialog.h"
#include "ui/exports/exportpreview.h"
#include "ui/exports/previewwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include <memory>

using namespace countercheck;
using namespace countercheck::ui;
using drive::find;

class ExportTest : public QObject {
    Q_OBJECT
    std::unique_ptr<drive::Home> home_;
    std::unique_ptr<store::CaseFile> case_;
    std::unique_ptr<ExportDialog> dialog_;

    QListWidget* formats() { return find<QListWidget>(dialog_.get(), "Export formats"); }
    void choose(const QStringList& names) {
        for (int i = 0; i < formats()->count(); ++i) {
            const QString text = formats()->item(i)->text();
            const bool wanted = std::any_of(names.begin(), names.end(),
                                            [&](const QString& name) { return text.startsWith(name + "  "); });
            formats()->item(i)->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
        }
    }
    int rowOf(const QString& name) {
        for (int i = 0; i < formats()->count(); ++i)
            if (formats()->item(i)->text().startsWith(name + "  "))
                return i;
        return -1;
    }
    QString rich() { return find<QTextBrowser>(dialog_.get(), "Preview of the page")->toPlainText(); }

private slots:
    void init() {
        home_ = std::make_unique<drive::Home>();
        case_ = storycase::inMemory();
        dialog_ = std::make_unique<ExportDialog>(case_->snapshot(), "Ada");
        find<QLineEdit>(dialog_.get(), "Export folder")->setText(home_->file("."));
        find<QLineEdit>(dialog_.get(), "Export name")->setText("out");
        dialog_->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog_.get()));
    }
    void cleanup() { dialog_.reset(); }

    void everyFormatHasALine() {
        QCOMPARE(formats()->count(), 14);
        for (int i = 0; i < formats()->count(); ++i)
            QVERIFY2(formats()->item(i)->text().contains("  –  "), qPrintable(formats()->item(i)->text()));
    }
    void everyFormatIsWritten() {
        find<QCheckBox>(dialog_.get(), "Include unsigned")->setChecked(true);
        for (int i = 0; i < formats()->count(); ++i)
            formats()->item(i)->setCheckState(Qt::Checked);
        QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
        drive::press(dialog_.get(), "Write export");
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 60000);
        const QStringList files = exported[0][0].toStringList();
        QCOMPARE(files.size(), 14);
        for (const QString& file : files)
            QVERIFY2(QFileInfo(file).size() > 100, qPrintable(file));
        QVERIFY(!dialog_->isVisible());
    }
    void byKeyboard() {
        choose({});
        QVERIFY(!find<QAbstractButton>(dialog_.get(), "Write export")->isEnabled());
        formats()->setFocus();
        formats()->setCurrentRow(rowOf("Plain text"));
        QTest::keyClick(formats(), Qt::Key_Space);
        QVERIFY(find<QAbstractButton>(dialog_.get(), "Write export")->isEnabled());
        QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
        QTest::keyClick(formats(), Qt::Key_Return);
        QTRY_COMPARE(exported.count(), 1);
        QCOMPARE(exported[0][0].toStringList().size(), 1);
        QVERIFY(exported[0][0].toStringList()[0].endsWith("/out.txt"));
    }

    /// The preview follows what is chosen, and never holds the window up.
    void thePreviewFollows() {
        QTRY_VERIFY(rich().contains("Nothing has been signed off yet."));
        find<QCheckBox>(dialog_.get(), "Include unsigned")->setChecked(true);
        QTRY_VERIFY(rich().contains("How many"));
        find<QComboBox>(dialog_.get(), "Language of the summary")->setCurrentIndex(1);
        QTRY_VERIFY(rich().contains("Ce que disent les sources"));
        formats()->setCurrentRow(rowOf("JSON"));
        auto* plain = find<QPlainTextEdit>(dialog_.get(), "Preview of the text");
        QTRY_VERIFY(plain->toPlainText().startsWith("{"));
        formats()->setCurrentRow(rowOf("PDF"));
        auto* pages = find<QScrollArea>(dialog_.get(), "Preview of the printed pages");
        QTRY_VERIFY(pages->isVisible() && pages->widget());
        QTRY_VERIFY(!pages->widget()->findChildren<QLabel*>().isEmpty());
        const QLabel* const first = pages->widget()->findChildren<QLabel*>().first();
        QCOMPARE(first->accessibleName(), "Page 1");
        QVERIFY(first->pixmap().width() > 300);
    }
    /// Whatever a page asks for, nothing is fetched.
    void thePreviewLoadsNothing() {
        auto* page = dynamic_cast<InertBrowser*>(find<QTextBrowser>(dialog_.get(), "Preview of the page"));
        QVERIFY(page);
        setPage(*page, "<img src=\"https://example.org/x.png\"><link rel=\"stylesheet\" href=\"file:///etc/hosts\">x");
        QVERIFY(page->loadResource(QTextDocument::ImageResource, QUrl("file:///etc/hosts")).isNull());
    }

    void whatStaysBehindIsSaid() {
        auto* leftOut = find<QListWidget>(dialog_.get(), "Left out, and why");
        QVERIFY(leftOut->count() > 0);
        for (int i = 0; i < leftOut->count(); ++i)
            QVERIFY2(leftOut->item(i)->text().endsWith("unsigned"), qPrintable(leftOut->item(i)->text()));
        find<QComboBox>(dialog_.get(), "Language of the summary")->setCurrentIndex(1);
        QVERIFY2(leftOut->item(0)->text().endsWith("non validé"), qPrintable(leftOut->item(0)->text()));
        find<QCheckBox>(dialog_.get(), "Include unsigned")->setChecked(true);
        QCOMPARE(leftOut->count(), 0);
        QVERIFY(!leftOut->isVisible());
    }
    void whatIsReplacedIsSaid() {
        QVERIFY(writeWhole(home_->file("out.html"), "old").isEmpty());
        choose({"HTML"});
        const auto labels = dialog_->findChildren<QLabel*>("What will be written");
        QCOMPARE(labels.size(), 1);
        QVERIFY2(labels[0]->text().contains("out.html"), qPrintable(labels[0]->text()));
    }

    /// Stopping leaves no half file and keeps the dialog.
    void writingCanBeStopped() {
        for (int i = 0; i < formats()->count(); ++i)
            formats()->item(i)->setCheckState(Qt::Checked);
        QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
        drive::press(dialog_.get(), "Write export");
        QTest::keyClick(dialog_.get(), Qt::Key_Escape); // before it can be done: deliveries wait for the event loop
        QVERIFY(dialog_->isVisible());
        QTest::qWait(50);
        QCOMPARE(exported.count(), 0);
        QVERIFY(find<QAbstractButton>(dialog_.get(), "Write export")->isEnabled());
        QVERIFY(dialog_->findChildren<QLabel*>("Export problem")[0]->text().contains("Stopped"));
        QTest::keyClick(dialog_.get(), Qt::Key_Escape);
        QVERIFY(!dialog_->isVisible());
    }
    void choicesAreRemembered() {
        choose({"Markdown", "ninjs 3.1"});
        QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
        drive::press(dialog_.get(), "Write export");
        QTRY_COMPARE(exported.count(), 1);
        dialog_ = std::make_unique<ExportDialog>(case_->snapshot(), "Ada");
        QStringList chosen;
        for (int i = 0; i < formats()->count(); ++i)
            if (formats()->item(i)->checkState() == Qt::Checked)
                chosen << formats()->item(i)->text().section("  ", 0, 0);
        QCOMPARE(chosen, (QStringList{"Markdown", "ninjs 3.1"}));
    }
    void everythingHasAName() {
        for (QWidget* widget : dialog_->findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(dialog_.get()) &&
                !qobject_cast<QAbstractButton*>(widget) && widget->parentWidget() &&
                !widget->objectName().startsWith("qt_"))
                QVERIFY2(!widget->accessibleName().isEmpty() || !widget->parentWidget()->accessibleName().isEmpty(),
                         widget->metaObject()->className());
    }
};

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
