// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept, looked at in the real window: exhibits of every kind shown safely, what people say to each other, the
// history of the case and its check, a signature that no longer holds, and the desktop's keyring.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "tests/ui/storywindow.h"

#include "ui/basics/theme.h"
#include "ui/deciding/exhibitview.h"
#include "ui/deciding/historymodel.h"
#include "ui/deciding/historyview.h"
#include "ui/deciding/persondialog.h"
#include "ui/workbench/askform.h"
#include "ui/workbench/keyring.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>

#include <memory>

using namespace countercheck;
using namespace countercheck::ui;
using drive::find;
using drive::label;
using drive::press;

namespace {

std::string png() {
    QImage image(32, 16, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

std::string pdf() {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawText(200, 200, QStringLiteral("first page"));
    writer.newPage();
    painter.drawText(200, 200, QStringLiteral("second page"));
    painter.end();
    return bytes.toStdString();
}

/// A keyring of a test's own.
struct Ring {
    QMap<QString, QString> kept;
    bool broken = false;
    Ring() {
        keyring::standIn({[this](const QString& account, const keyring::Answer& answer) {
                              answer(broken ? QString() : kept.value(account),
                                     broken ? QStringLiteral("no keyring") : QString());
                          },
                          [this](const QString& account, const QString& secret, const keyring::Done& done) {
                              if (!broken)
                                  kept[account] = secret;
                              done(broken ? QStringLiteral("no keyring") : QString());
                          },
                          [this](const QString& account, const keyring::Done& done) {
                              kept.remove(account);
                              done({});
                          }});
    }
    ~Ring() { keyring::standIn({}); }
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;
};
} // namespace

class tst_Record : public StoryWindow {
    Q_OBJECT

    void select(const char* key) const { workbench_->select(dossier::QuestionKey{key}); }
    [[nodiscard]] const dossier::Decisions& decisions(const char* key) const {
        return workbench_->snapshot()->decisionsOf({key});
    }
    void addExhibit(const QString& name, const std::string& bytes) const {
        QFile file(home_->file(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        file.close();
        QVERIFY(workbench_->addEvidence({"attackers"}, file.fileName(), "as handed out"));
        QTest::qWait(1); // the buttons are made anew
    }
    ExhibitView* look(const QString& name) const {
        press(window_.get(), QStringLiteral("Look at %1").arg(name));
        return drive::dialog<ExhibitView>();
    }
    static void away(QDialog* dialog) {
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// Grace has a key, sealed with "a long passphrase".
    void graceWithAKey() const {
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        for (QAction* action : window_->findChildren<QAction*>())
            if (QString(action->text()).remove(u'&').startsWith("I am"))
                action->trigger();
        auto* dialog = drive::dialog<PersonDialog>();
        press(dialog, "Make a key…");
        auto* make = drive::dialog<AskForm>();
        find<QLineEdit>(make, "Passphrase")->setText("a long passphrase");
        find<QLineEdit>(make, "Once more")->setText("a long passphrase");
        press(make, "Make");
        QTRY_VERIFY(!make->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        press(dialog, "This is me");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::CaseFile, {"Ada", dossier::Role::Checker}); }
    void cleanup() { closeStory(); }

    void kindsAreToldFromTheBytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& bytes, ExhibitKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(kind);
        };
        row("picture", png(), ExhibitKind::Picture);
        row("PDF", pdf(), ExhibitKind::Pdf);
        row("page", "<!DOCTYPE html><title>x</title>", ExhibitKind::Page);
        row("page without a doctype", "\n<HTML lang='fr'>", ExhibitKind::Page);
        row("text", "Four people, says the ministry.\n", ExhibitKind::Text);
        row("text that speaks of pages", "the <b> and the <i>", ExhibitKind::Text);
        row("a drawing that can name files is read as text", "<svg xmlns='http://www.w3.org/2000/svg'/>",
            ExhibitKind::Text);
        row("a program",
            std::string("\x7f"
                        "ELF\x02\x01\x01\0\0\0",
                        10),
            ExhibitKind::Other);
        row("control characters", std::string(40, '\x01'), ExhibitKind::Other);
    }
    void kindsAreToldFromTheBytes() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(exhibitKind(bytes.toStdString())), kind);
    }

    void exhibitsAreShownInTheWindow() {
        select("attackers");
        addExhibit("list.txt", "one, two, three");
        auto* view = look("list.txt");
        QCOMPARE(find<QPlainTextEdit>(view, "Text of the file")->toPlainText(), QString("one, two, three"));
        QVERIFY(label(view, "Hash")->text().startsWith(u'✓'));
        away(view);

        addExhibit("square.png", png());
        view = look("square.png");
        QVERIFY(find<QLabel>(view, "Picture, 32 × 16 points")->pixmap().width() == 32);
        away(view);

        addExhibit("counts.pdf", pdf());
        view = look("counts.pdf");
        QCOMPARE(label(view, "Page")->text(), QString("Page 1 of 2"));
        QVERIFY(!find<QPushButton>(view, "Previous page")->isEnabled());
        press(view, "Next page");
        QCOMPARE(label(view, "Page")->text(), QString("Page 2 of 2"));
        QVERIFY(!find<QPushButton>(view, "Next page")->isEnabled());
        away(view);

        addExhibit("broken.pdf", "%PDF-1.4\nnothing follows");
        view = look("broken.pdf");
        QVERIFY(!label(view, "Why it is not shown")->text().isEmpty());
        away(view);
        addExhibit("tool.exe", std::string("MZ\0\0", 4));
        view = look("tool.exe");
        QVERIFY(label(view, "Why it is not shown")->text().contains("may come from anybody"));
        QVERIFY(find<QPushButton>(view, "Save a copy…")->isEnabled());
        away(view);
    }

    void aPictureFromTheClipboardIsEvidence() {
        select("attackers");
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QGuiApplication::clipboard()->setImage(image);
        for (QAction* action : window_->findChildren<QAction*>())
            if (QString(action->text()).remove(u'&').startsWith("Add evidence from the clipboard"))
                action->trigger();
        QCOMPARE(decisions("attackers").evidence.size(), std::size_t(1));
        const auto& added = decisions("attackers").evidence.front();
        QVERIFY(added.fileName.starts_with("picture ") && added.fileName.ends_with(".png"));
        const auto bytes = workbench_->exhibit(added);
        QCOMPARE(QImage::fromData(QByteArray::fromStdString(std::get<std::string>(bytes))).size(), QSize(20, 10));
        QGuiApplication::clipboard()->setText("words only");
        for (QAction* action : window_->findChildren<QAction*>())
            if (QString(action->text()).remove(u'&').startsWith("Add evidence from the clipboard"))
                action->trigger();
        QCOMPARE(decisions("attackers").evidence.size(), std::size_t(1));
        QVERIFY(window_->message().contains("neither a file nor a picture"));
    }

    void filesDroppedOnTheEvidenceAreAdded() {
        select("attackers");
        QFile file(home_->file("dropped.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a list");
        file.close();
        auto* area = find<QWidget>(window_.get(), "Evidence");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &drop);
        QCOMPARE(decisions("attackers").evidence.size(), std::size_t(1));
        QCOMPARE(decisions("attackers").evidence.front().fileName, std::string("dropped.txt"));
    }

    void aSavedPageLoadsNothing() {
        QImage(8, 8, QImage::Format_RGB32).save(home_->file("beside.png"), "PNG");
        select("attackers");
        addExhibit("page.html", "<html><body><p>The toll is <b>four</b>.</p><script>document.title='x'</script>"
                                "<img src='file://" +
                                    home_->file("beside.png").toStdString() + "'></body></html>");
        auto* view = look("page.html");
        auto* page = find<QTextBrowser>(view, "Saved page");
        QVERIFY(page->toPlainText().contains("The toll is four."));
        QVERIFY(page->loadResource(QTextDocument::ImageResource, QUrl::fromLocalFile(home_->file("beside.png")))
                    .toByteArray()
                    .isEmpty());
        QVERIFY(!page->openLinks() && !page->openExternalLinks());
        away(view);
    }

    void bytesThatAreOthersAreNotShown() {
        dossier::Evidence evidence;
        evidence.fileName = "letter.txt";
        evidence.sha256 = std::string(64, '0');
        evidence.bytes = 5;
        evidence.stamp = {"Ada", "2026-01-14T09:41:07.000Z"};
        ExhibitView view(evidence, "other", {}, window_.get());
        QVERIFY(label(&view, "Hash")->text().startsWith(u'✕'));
        QVERIFY(view.findChildren<QPlainTextEdit*>().isEmpty());
        QVERIFY(!find<QPushButton>(&view, "Save a copy…")->isEnabled());
    }

    void peopleTalkAboutAQuestion() {
        select("attackers");
        auto* field = find<QPlainTextEdit>(window_.get(), "Say something about this question");
        field->setFocus();
        QTest::keyClicks(field, "who counted?");
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(field, "and when?");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(decisions("attackers").notes.size(), std::size_t(1));
        QCOMPARE(decisions("attackers").notes[0].text, std::string("who counted?\nand when?"));
        QVERIFY(field->toPlainText().isEmpty());
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        QTest::keyClicks(field, "the group, on Monday");
        select("sites"); // what was typed and not said yet is said, where it belongs
        QCOMPARE(decisions("attackers").notes.size(), std::size_t(2));
        QCOMPARE(decisions("attackers").notes[1].stamp.by, std::string("Grace"));
        QVERIFY(decisions("sites").notes.empty());
        select("attackers");
        const QString said = label(window_.get(), "Discussion")->accessibleName();
        QVERIFY(said.contains("Ada") && said.indexOf("who counted?") < said.indexOf("the group, on Monday"));
    }

    void aChangeAfterTheSignatureSaysWhoMadeIt() {
        select("attackers");
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(workbench_->apply(dossier::Propose{{"attackers"}, "between 100 and 160", "100", "160", {}, {}}));
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        press(window_.get(), "Sign off");
        workbench_->setPerson({"Ada", dossier::Role::Checker});
        QVERIFY(workbench_->apply(dossier::Propose{{"attackers"}, "nearly 160", "", "160", {}, {}}));
        QVERIFY(decisions("attackers").revoked);
        const QString words = label(window_.get(), "Signed off by")->text();
        QVERIFY2(words.contains("Signed by Grace, then changed: the wording (by Ada"), qPrintable(words));
    }

    void theHistoryOfTheCaseIsNarrowedAndLeadsToQuestions() {
        select("attackers");
        press(window_.get(), "Verdict: Disputed");
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        QVERIFY(workbench_->apply(dossier::AddNote{{"sites"}, "which sites?"}));
        select("abducted");
        for (QAction* action : window_->findChildren<QAction*>())
            if (QString(action->text()).remove(u'&').startsWith("History of the case"))
                action->trigger();
        auto* view = drive::dialog<HistoryView>();
        auto* table = find<QTableView>(view, "History");
        const int all = table->model()->rowCount();
        QCOMPARE(static_cast<std::size_t>(all), workbench_->snapshot()->history.size());
        find<QLineEdit>(view, "Filter by words")->setText("disputed");
        QCOMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(workbench_->selection() == dossier::QuestionKey{"attackers"});
        find<QLineEdit>(view, "Filter by words")->clear();
        auto* person = find<QComboBox>(view, "Filter by person");
        person->setCurrentIndex(person->findText("Grace"));
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QCOMPARE(table->model()->index(row, HistoryModel::Who).data().toString(), QString("Grace"));
        QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < all);
        person->setCurrentIndex(0);
        find<QCheckBox>(view, "This question only")->setChecked(true);
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(workbench_->apply(dossier::AddNote{{"attackers"}, "one more"})); // it grows while it is open
        QCOMPARE(table->model()->rowCount(), 2);
        find<QCheckBox>(view, "This question only")->setChecked(false);
        QCOMPARE(table->model()->rowCount(), all + 1);
        press(view, "Check the record");
        QTRY_VERIFY2(label(view, "Record checked")->text().startsWith(u'✓'),
                     qPrintable(label(view, "Record checked")->text()));
        away(view);
    }

    void theHistoryModelKeepsTheRules() {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        HistoryFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(workbench_->snapshot());
        filter.setWords("a");
        QVERIFY(workbench_->apply(dossier::AddNote{{"sites"}, "a"}));
        model.setSnapshot(workbench_->snapshot());
        QCOMPARE(static_cast<std::size_t>(model.rowCount()), workbench_->snapshot()->history.size());
        filter.setPerson("Ada");
        filter.setQuestion("sites");
        QCOMPARE(filter.rowCount(), 1);
        workbench_->close();
        model.setSnapshot(workbench_->snapshot());
        QCOMPARE(model.rowCount(), 0);
    }

    void theKeyringKeepsThePassphraseWhenAPersonLetsIt() {
        Ring ring;
        for (const char* key : {"attackers", "sites", "abducted"}) {
            select(key);
            press(window_.get(), "Verdict: Disputed");
        }
        graceWithAKey();
        select("attackers");
        press(window_.get(), "Sign off");
        auto* form = drive::dialog<AskForm>();
        auto* keep = find<QCheckBox>(form, "Let this desktop's keyring keep it");
        QVERIFY(!keep->isChecked()); // never without being told to
        find<QLineEdit>(form, "Passphrase")->setText("a long passphrase");
        keep->setChecked(true);
        press(form, "Sign");
        QTRY_VERIFY(decisions("attackers").signOff);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(ring.kept.size(), 1);
        QVERIFY(Settings::keyInKeyring("Grace"));

        workbench_->setSigner(nullptr); // as in the next session
        select("sites");
        press(window_.get(), "Sign off");
        QTRY_VERIFY(decisions("sites").signOff && !decisions("sites").signOff->asserted);

        workbench_->setSigner(nullptr);
        ring.broken = true;
        select("abducted");
        press(window_.get(), "Sign off"); // the keyring does not answer: the passphrase is asked for, and it says why
        form = drive::dialog<AskForm>();
        QVERIFY(label(form, "Why it is asked")->text().contains("no keyring"));
        form->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!decisions("abducted").signOff);
    }
};

QTEST_MAIN(tst_Record)
#include "tst_record.moc"
