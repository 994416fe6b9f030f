// SPDX-License-Identifier: GPL-3.0-or-later
// Articles come into the real window: folders with a bad file in them, a thousand files, a stop, one address of the
// web, the clipboard with markup, a folder that is watched, later versions of what is there.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "tests/ui/storywindow.h"

#include "ui/basics/theme.h"
#include "ui/exports/exportdialog.h"
#include "ui/exports/previewwindow.h"
#include "ui/imports/articledialog.h"
#include "ui/imports/changesdialog.h"
#include "ui/imports/folderwatch.h"
#include "ui/imports/importdialog.h"
#include "ui/imports/importing.h"
#include "ui/imports/watchform.h"
#include "ui/imports/webform.h"
#include "ui/mainwindow.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/paneheader.h"
#include "ui/panes/versionplace.h"
#include "ui/workbench/changes.h"
#include "ui/workbench/folderfiles.h"
#include "ui/workbench/importreport.h"
#include "ui/workbench/messagebar.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

#include <condition_variable>
#include <memory>
#include <mutex>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace countercheck;
using namespace countercheck::ui;
using drive::command;
using drive::find;
using drive::label;
using drive::press;

namespace {
QString ferry(int number, const QString& more = {}) {
    return QStringLiteral("Ferry report %1\n\nThe ferry carried %2 passengers on Monday, the harbour master said. "
                          "Nobody was hurt.%3\n")
        .arg(number)
        .arg(number + 100)
        .arg(more);
}

/// A server of this machine; knows whether anybody knocked.
class Loopback {
public:
    Loopback() : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address); // as the system's calls want it
        if (fd_ < 0 || ::bind(fd_, plain, size) != 0 || ::listen(fd_, 4) != 0 || ::getsockname(fd_, plain, &size) != 0)
            throw std::runtime_error("no server could be made");
        port_ = ntohs(address.sin_port);
    }
    ~Loopback() { ::close(fd_); }
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] bool knocked() const {
        pollfd one{fd_, POLLIN, 0};
        return ::poll(&one, 1, 0) > 0;
    }

private:
    int fd_, port_ = 0;
};
} // namespace

class tst_Importing : public StoryWindow {
    Q_OBJECT

    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = home_->file(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (const QString wrong = writeWhole(path, bytes); !wrong.isEmpty())
            throw std::runtime_error(wrong.toStdString());
        return path;
    }
    [[nodiscard]] std::size_t articles() const { return workbench_->snapshot()->articles.size(); }
    [[nodiscard]] const dossier::Article& last() const {
        return workbench_->snapshot()->articles[workbench_->snapshot()->articles.size() - 1];
    }
    void waitUntilIdle() const { QTRY_VERIFY_WITH_TIMEOUT(!workbench_->busy(), 60'000); }
    [[nodiscard]] std::size_t count(Outcome outcome) const { return workbench_->lastImport()->count(outcome); }
    [[nodiscard]] Importing* importing() const { return window_->findChild<Importing*>(); }
    template <class T> [[nodiscard]] static T* shown() {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* typed = qobject_cast<T*>(widget); typed && typed->isVisible())
                return typed;
        return nullptr;
    }
    static void closeAll() {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<QDialog*>(widget))
                dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::CaseFile, {"Ada", dossier::Role::Checker}); }
    void cleanup() {
        closeAll();
        closeStory();
    }

    // --- files and folders ------------------------------------------------------------------------------------------

    void theFileDialogNamesAllFormats() {
        command(*window_, "Add articles")->trigger();
        const QStringList filters = drive::dialog<QFileDialog>()->nameFilters();
        const QString all = filters.front();
        for (const char* ending :
             {"*.txt", "*.md", "*.html", "*.mhtml", "*.pdf", "*.docx", "*.odt", "*.rtf", "*.epub", "*.eml", "*.rss",
              "*.atom", "*.json", "*.warc", "*.wacz", "*.csv", "*.jsonl", "*.zip"})
            QVERIFY2(all.contains(QLatin1String(ending)), ending);
        QVERIFY(filters.last().contains("(*)"));
    }

    void aFolderComesInAndTheReportTellsWhatWasSkipped() {
        write("inbox/b.txt", ferry(2).toUtf8());
        write("inbox/a.txt", ferry(1).toUtf8());
        write("inbox/again.txt", ferry(1).toUtf8());
        write("inbox/deep/c.html",
              "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
              "<p>The bridge over the river was closed on Monday, the mayor said.</p>"
              "</article></body></html>");
        write("inbox/picture.txt", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        write("inbox/.hidden.txt", ferry(9).toUtf8());
        write("inbox/half.html.crdownload", "<p>half");
        command(*window_, "Add folder")->trigger();
        auto* ask = drive::dialog<QFileDialog>();
        QCOMPARE(ask->fileMode(), QFileDialog::Directory);
        emit ask->filesSelected({home_->file("inbox")});
        ask->close();
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(3 + 3));
        QCOMPARE(count(Outcome::Taken), std::size_t(3));
        QCOMPARE(count(Outcome::AlreadyThere), std::size_t(1));
        QCOMPARE(count(Outcome::Skipped), std::size_t(1));
        QCOMPARE(workbench_->lastImport()->lines.size(), std::size_t(5)); // hidden and half ones are nobody's concern
        QVERIFY2(window_->message().contains("picture.txt"), qPrintable(window_->message()));

        // The report opens by itself, at what was skipped.
        auto* dialog = drive::dialog<ImportDialog>();
        auto* table = find<QTableView>(dialog, "Files of the import");
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->index(0, ImportModel::File).data().toString().contains("inbox/picture.txt"));
        QVERIFY(label(dialog, "Import line")->text().contains("picture.txt"));
        QVERIFY(table->model()->index(0, ImportModel::Message).data().toString().startsWith("This is a picture"));
        QVERIFY(table->model()->index(0, ImportModel::What).data().toString().startsWith(u'✕'));
        auto* outcomes = find<QComboBox>(dialog, "Filter by outcome");
        outcomes->setCurrentIndex(0);
        QCOMPARE(table->model()->rowCount(), 5);
        find<QLineEdit>(dialog, "Filter by words")->setText("deep");
        QCOMPARE(table->model()->rowCount(), 1);
        find<QLineEdit>(dialog, "Filter by words")->clear();
        press(dialog, "Copy as text");
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.contains("picture.txt") && text.contains("inbox/again.txt") && text.contains("Skipped: 1"),
                 qPrintable(text));
        press(dialog, "Save as text");
        const QString path = home_->file("report.txt");
        auto* save = drive::dialog<QFileDialog>();
        emit save->fileSelected(path);
        save->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text);

        // Once more: all is there, nothing is skipped twice as often.
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QFile::remove(home_->file("inbox/picture.txt"));
        workbench_->addFiles({home_->file("inbox")});
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(6));
        QCOMPARE(count(Outcome::AlreadyThere), std::size_t(4));
        QVERIFY(!shown<ImportDialog>()); // only when somebody asks
        command(*window_, "Import report")->trigger();
        QVERIFY(shown<ImportDialog>());
    }

    void oneBadFileIsToldInTheMessageAlone() {
        workbench_->addFiles({home_->file("gone.txt")});
        waitUntilIdle();
        QVERIFY(window_->message().contains("gone.txt"));
        QVERIFY(!shown<ImportDialog>());
        press(window_.get(), "Show report");
        QVERIFY(shown<ImportDialog>());
    }

    void aThousandFilesLeaveTheWindowFreeAndCompareOnce() {
        for (int i = 0; i < 1000; ++i)
            write(QStringLiteral("many/%1.txt").arg(i), ferry(i).toUtf8());
        int comparisons = 0, beats = 0;
        bool progressed = false;
        connect(workbench_.get(), &Workbench::jobStarted, this,
                [&comparisons](const QString& what) { comparisons += what == "Comparing" ? 1 : 0; });
        connect(workbench_.get(), &Workbench::jobProgressed, this,
                [&progressed](int, int total, const QString&) { progressed = progressed || total == 1000; });
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&beats, this] { beats += workbench_->busy() ? 1 : 0; });
        beat.start(5); // a timer of 0 waits until nothing else is to be done
        workbench_->addFiles({home_->file("many")});
        QTRY_VERIFY_WITH_TIMEOUT(workbench_->lastImport() != nullptr, 120'000);
        QCOMPARE(count(Outcome::Taken), std::size_t(1000));
        QCOMPARE(articles(), std::size_t(1003));
        QVERIFY2(beats > 2, qPrintable(QString::number(beats))); // the window went on meanwhile: a second at most
        QVERIFY(progressed);
        QCOMPARE(comparisons, 1);
        // In the order of their names, as people count.
        QCOMPARE(workbench_->lastImport()->lines[2].file, QStringLiteral("many/2.txt"));
        workbench_->cancelJobs(); // what a thousand articles have in common is another test's concern
    }

    void aStopKeepsWhatIsInAndListsTheRest() {
        for (int i = 0; i < 400; ++i)
            write(QStringLiteral("stop/%1.txt").arg(i), ferry(i).toUtf8());
        const auto stop = std::make_shared<QMetaObject::Connection>();
        *stop = connect(workbench_.get(), &Workbench::snapshotChanged, this, [this, stop] {
            if (articles() < 4)
                return;
            disconnect(*stop);
            press(window_.get(), "Cancel what is running");
        });
        auto* cancel = find<QToolButton>(window_.get(), "Cancel what is running");
        cancel->show(); // short work shows no bar
        workbench_->addFiles({home_->file("stop")});
        QTRY_VERIFY(workbench_->lastImport());
        QVERIFY2(window_->message().contains("Stopped"), qPrintable(window_->message()));
        const auto in = articles() - 3;
        QVERIFY(in > 0 && in < 400);
        QCOMPARE(count(Outcome::Taken), in);
        QCOMPARE(count(Outcome::Taken) + count(Outcome::NotTried), std::size_t(400));
        waitUntilIdle();
        QCOMPARE(articles(), in + 3);
        QCOMPARE(workbench_->snapshot()->comparison.origin.size(), in + 3);
    }

    void aReadOnlyCaseTakesNothingIn() {
        const QString path = home_->file("kept.countercheck");
        QVERIFY(workbench_->saveAs(path, false));
        workbench_->close();
        QVERIFY(workbench_->openCase(path, true));
        const auto before = articles();
        workbench_->addFiles({write("x.txt", ferry(5).toUtf8())});
        waitUntilIdle();
        QCOMPARE(articles(), before);
        QVERIFY(window_->message().contains("reading only"));
    }

    void theReportsModelHolds() {
        ImportModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ImportFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester second(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto report = std::make_shared<ImportReport>();
        report->lines = {{"a", Outcome::Taken, {}, {"1"}}, {"b", Outcome::Skipped, "b: empty; fill it.", {}}};
        model.setReport(report);
        filter.setOutcome(Outcome::Skipped);
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords("nothing has this");
        QCOMPARE(filter.rowCount(), 0);
        filter.setOutcome({});
        filter.setWords({});
        QCOMPARE(filter.rowCount(), 2);
        QVERIFY(!report->asText(Outcome::Skipped).contains("\n+ a"));
    }

    void whatIsNoArticleByItsName_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("passing");
        QTest::newRow("text") << "a.txt" << false;
        QTest::newRow("hidden") << ".a.txt" << true;
        QTest::newRow("Firefox's half") << "page.html.part" << true;
        QTest::newRow("Word's lock") << "~$report.docx" << true;
        QTest::newRow("a case's journal") << "k.countercheck-wal" << true;
        QTest::newRow("no extension") << "README" << false;
        QTest::newRow("part in the middle") << "part.one.txt" << false;
    }
    void whatIsNoArticleByItsName() {
        QFETCH(QString, name);
        QFETCH(bool, passing);
        QCOMPARE(isPassing(name), passing);
    }

    // --- the web ----------------------------------------------------------------------------------------------------

    void whereARequestWouldGo_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("https") << "https://news.example/a?b=c"
                               << "news.example" << true;
        QTest::newRow("without a scheme") << " news.example/a "
                                          << "news.example" << true;
        QTest::newRow("http") << "http://news.example/"
                              << "news.example" << false;
        QTest::newRow("a file") << "file:///etc/passwd"
                                << "" << true;
        QTest::newRow("ftp") << "ftp://news.example/"
                             << "" << true;
        QTest::newRow("nothing") << "  "
                                 << "" << true;
    }
    void whereARequestWouldGo() {
        QFETCH(QString, typed);
        QFETCH(QString, host);
        QFETCH(bool, encrypted);
        QCOMPARE(webTarget(typed).host, host);
        QCOMPARE(webTarget(typed).encrypted, encrypted);
    }

    void anAddressOfThisMachineIsRefusedInTheForm() {
        const Loopback server;
        command(*window_, "Add from the web")->trigger();
        auto* form = drive::dialog<WebForm>();
        QVERIFY(!find<QPushButton>(form, "Get the article")->isEnabled());
        find<QLineEdit>(form, "Address of the article")
            ->setText(QStringLiteral("http://127.0.0.1:%1/a.html").arg(server.port()));
        QVERIFY(label(form, "What goes out")->text().contains("127.0.0.1"));
        QVERIFY(label(form, "What goes out")->text().contains("not encrypted"));
        press(form, "Get the article");
        QTRY_VERIFY(label(form, "Web problem")->isVisible());
        QVERIFY2(label(form, "Web problem")->text().contains("private network"),
                 qPrintable(label(form, "Web problem")->text()));
        QVERIFY(!server.knocked()); // nothing went out
        QVERIFY(form->isVisible());
        QCOMPARE(articles(), std::size_t(3));
        QVERIFY(find<QPushButton>(form, "Get the article")->isEnabled());
    }

    void oneAddressIsFetchedOnceWhenAsked() {
        int requests = 0;
        workbench_->setFetcher([&requests](const std::string& url, const std::stop_token&,
                                           const auto& progress) -> std::variant<intake::Fetched, intake::Refusal> {
            ++requests;
            progress(10, 100);
            intake::Fetched fetched;
            fetched.url = url;
            fetched.mediaType = "text/html";
            fetched.at = "2026-01-14T09:00:00Z";
            fetched.bytes = "<html><head><title>Harbour shut</title><meta property='og:site_name' content='Quay News'>"
                            "</head><body><article><h1>Harbour shut</h1><p>The harbour was shut on Monday after "
                            "two boats collided, the harbour master said.</p></article></body></html>";
            return fetched;
        });
        command(*window_, "Add from the web")->trigger();
        const QPointer<WebForm> form = drive::dialog<WebForm>(); // deletes itself when it is done
        auto* line = find<QLineEdit>(form, "Address of the article");
        line->setText("https://quay.example/harbour");
        QVERIFY(label(form, "What goes out")->text().contains("quay.example"));
        QVERIFY(label(form, "What goes out")->text().contains("one request"));
        QTest::qWait(20);
        QCOMPARE(requests, 0); // not by itself
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!form || !form->isVisible());
        waitUntilIdle();
        QCOMPARE(requests, 1);
        QCOMPARE(articles(), std::size_t(4));
        QCOMPARE(last().info.url, "https://quay.example/harbour");
        QCOMPARE(last().info.publisher, "Quay News");
        QCOMPARE(last().capturedAt, "2026-01-14T09:00:00Z");
        QVERIFY2(window_->message().contains("taken in"), qPrintable(window_->message()));
    }

    void aFetchIsStoppedAndTheFormStays() {
        struct Held { // shared: the stopped fetch may come to its end after this test
            std::mutex mutex;
            std::condition_variable_any wake;
            bool asked = false;
        };
        const auto held = std::make_shared<Held>();
        workbench_->setFetcher([held](const std::string&, const std::stop_token& stop,
                                      const auto&) -> std::variant<intake::Fetched, intake::Refusal> {
            std::unique_lock lock(held->mutex);
            held->asked = true;
            held->wake.wait(lock, stop, [] { return false; });
            return intake::Refusal{"stopped"};
        });
        command(*window_, "Add from the web")->trigger();
        auto* form = drive::dialog<WebForm>();
        find<QLineEdit>(form, "Address of the article")->setText("https://slow.example/a");
        press(form, "Get the article");
        QTRY_VERIFY([&] {
            const std::lock_guard lock(held->mutex);
            return held->asked;
        }());
        QVERIFY(workbench_->busy());
        press(form, "Cancel");
        QVERIFY(!workbench_->busy());
        QVERIFY(form->isVisible());
        QVERIFY(label(form, "Web problem")->text().contains("Stopped"));
        QCOMPARE(find<QLineEdit>(form, "Address of the article")->text(), QStringLiteral("https://slow.example/a"));
        QCOMPARE(articles(), std::size_t(3));
        const QPointer<WebForm> left = form;
        press(form, "Cancel");
        QVERIFY(!left || !left->isVisible());
    }

    // --- the clipboard ----------------------------------------------------------------------------------------------

    void copiedMarkupGoesThroughTheReaderOfPages() {
        auto* mime = new QMimeData;
        mime->setHtml("<h1>Storm over the coast</h1><p>Three roofs were torn off on <b>Sunday</b>, the fire brigade "
                      "said.</p><img src='https://tracker.example/p.gif' alt='a roof'><p>No one was hurt, and the "
                      "school stayed open.</p>");
        mime->setText("not this");
        QApplication::clipboard()->setMimeData(mime);
        command(*window_, "Paste text as article")->trigger();
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(4));
        const std::string& text = last().text;
        QVERIFY2(text.find("Three roofs were torn off on Sunday, the fire brigade said.") != std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("No one was hurt, and the school stayed open.") != std::string::npos, text.c_str());
        QVERIFY2(text.find('<') == std::string::npos, text.c_str());
        QVERIFY2(text.find("tracker") == std::string::npos, text.c_str());
        QCOMPARE(last().mediaType, "text/html");
        QVERIFY(window_->message().contains("article D"));
    }

    /// What somebody selected is what they want: nothing of it is furniture.
    void aListThatIsCopiedComesInWhole() {
        auto* mime = new QMimeData;
        mime->setHtml("<meta http-equiv='content-type' content='text/html; charset=utf-8'>"
                      "<ul><li>Dead: 14</li><li>Missing: 3</li><li><a href='/wounded'>Wounded: 22</a></li></ul>");
        mime->setText("Dead: 14\nMissing: 3\nWounded: 22");
        QApplication::clipboard()->setMimeData(mime);
        command(*window_, "Paste text as article")->trigger();
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(4));
        QCOMPARE(QString::fromStdString(last().text.get()).simplified(),
                 QStringLiteral("Dead: 14 Missing: 3 Wounded: 22"));
    }

    void markupOfWordsAloneKeepsTheWordsAndWhereTheyStood() {
        auto* mime = new QMimeData;
        mime->setHtml("Two <i>men</i> were seen at the bridge, a driver said.");
        mime->setText("Two men were seen at the bridge, a driver said.");
        const QString from = "https://bridge.example/news\nBridge";
        mime->setData("text/x-moz-url-priv",
                      QByteArray(reinterpret_cast<const char*>(from.section(u'\n', 0, 0).utf16()),
                                 from.section(u'\n', 0, 0).size() * 2));
        QApplication::clipboard()->setMimeData(mime);
        command(*window_, "Paste text as article")->trigger();
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(4));
        const QString words = QString::fromStdString(last().text.get()).simplified();
        QCOMPARE(words, QStringLiteral("Two men were seen at the bridge, a driver said."));
        QCOMPARE(last().info.url, "https://bridge.example/news");
    }

    void anAddressOnTheClipboardIsAskedAboutNotFetched() {
        int requests = 0;
        workbench_->setFetcher([&requests](const std::string&, const std::stop_token&,
                                           const auto&) -> std::variant<intake::Fetched, intake::Refusal> {
            ++requests;
            return intake::Refusal{"no"};
        });
        QApplication::clipboard()->setText("https://news.example/a");
        command(*window_, "Paste text as article")->trigger();
        auto* form = drive::dialog<WebForm>();
        QCOMPARE(find<QLineEdit>(form, "Address of the article")->text(), QStringLiteral("https://news.example/a"));
        QTest::qWait(20);
        QCOMPARE(requests, 0);
        QCOMPARE(articles(), std::size_t(3));
    }

    void aFolderThatIsDroppedComesIn() {
        write("dropped/one.txt", ferry(31).toUtf8());
        write("dropped/two.txt", ferry(32).toUtf8());
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(home_->file("dropped"))});
        QDragEnterEvent enter({40, 40}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &enter);
        QDropEvent drop(QPointF(40, 40), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &drop);
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(5));
    }

    // --- a folder is watched ----------------------------------------------------------------------------------------

    void newFilesInAWatchedFolderComeInOnce() {
        write("watched/old.txt", ferry(40).toUtf8());
        importing()->watch()->setPace(80, 100);
        command(*window_, "Watch a folder")->trigger();
        const QPointer<WatchForm> form = drive::dialog<WatchForm>();
        auto* folder = find<QLineEdit>(form, "Folder to watch");
        auto* go = find<QAbstractButton>(form, "Watch the folder");
        auto* present = find<QAbstractButton>(form, "Also take in what lies in it now");
        QVERIFY(!present->isChecked());
        folder->setText(home_->file("nowhere"));
        QTRY_VERIFY(label(form, "Watch problem")->text().contains("no such folder"));
        QVERIFY(!go->isEnabled());
        folder->clear();
        QVERIFY(!go->isEnabled() && label(form, "Watch problem")->text().isEmpty());
        press(form, "Choose the folder");
        auto* ask = form->findChild<QFileDialog*>();
        QVERIFY(ask && ask->fileMode() == QFileDialog::Directory);
        emit ask->fileSelected(home_->file("watched"));
        ask->close();
        QTRY_VERIFY(go->isEnabled());
        QCOMPARE(label(form, "What lies in it")->text(), QStringLiteral("1 file lies in it."));
        QVERIFY(present->isEnabled());
        QTest::keyClick(folder, Qt::Key_Return);
        QTRY_VERIFY(!form || !form->isVisible());
        auto* status = find<QToolButton>(window_.get(), "Watched folder");
        QVERIFY(status->isVisible());
        QVERIFY(status->text().contains("watched"));
        QTRY_COMPARE(importing()->watch()->seen().size(), 1);

        // A file that grows is not taken before it is whole.
        QFile growing(home_->file("watched/new.txt"));
        QVERIFY(growing.open(QIODevice::WriteOnly));
        growing.write(ferry(41).toUtf8());
        growing.close();
        write("watched/half.txt.part", ferry(42).toUtf8());
        write("watched/empty.txt", {});
        QTRY_COMPARE(articles(), std::size_t(4));
        waitUntilIdle();
        QTest::qWait(400); // several looks later
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(4));
        QCOMPARE(last().fileName, "new.txt");
        QVERIFY(!shown<ImportDialog>());

        // What cannot be read is told once.
        QSignalSpy problems(workbench_.get(), &Workbench::problem);
        write("watched/bad.txt", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        QTRY_COMPARE(problems.count(), 1);
        QVERIFY(problems.front().front().toString().contains("bad.txt"));
        QTest::qWait(400);
        QCOMPARE(problems.count(), 1);

        // It is stopped where it is shown.
        status->menu()->actions().front()->trigger();
        QVERIFY(!status->isVisible());
        write("watched/later.txt", ferry(43).toUtf8());
        QTest::qWait(400);
        QCOMPARE(articles(), std::size_t(4));
        QVERIFY(command(*window_, "Watch a folder")->isEnabled());
    }

    void aWatchGoesOnWithItsCase() {
        const QString path = home_->file("kept.countercheck");
        QVERIFY(workbench_->saveAs(path, false));
        QDir().mkpath(home_->file("watched"));
        importing()->watch()->setPace(60, 100);
        command(*window_, "Watch a folder")->trigger();
        auto* form = drive::dialog<WatchForm>();
        find<QLineEdit>(form, "Folder to watch")->setText(home_->file("watched"));
        QTRY_VERIFY(find<QAbstractButton>(form, "Watch the folder")->isEnabled());
        QCOMPARE(label(form, "What lies in it")->text(), QStringLiteral("No file lies in it."));
        press(form, "Watch the folder");
        QCOMPARE(Settings::watchedFolder(path), home_->file("watched"));
        QTRY_VERIFY(importing()->watch()->seen().isEmpty());
        write("watched/one.txt", ferry(51).toUtf8());
        QTRY_COMPARE(articles(), std::size_t(4));
        waitUntilIdle();
        workbench_->close();
        QVERIFY(importing()->watch()->folder().isEmpty());
        write("watched/two.txt", ferry(52).toUtf8()); // while nobody looked
        QVERIFY(workbench_->openCase(path));
        QTRY_COMPARE(articles(), std::size_t(5));
        waitUntilIdle();
        QCOMPARE(last().fileName, "two.txt");
        QCOMPARE(count(Outcome::AlreadyThere), std::size_t(0)); // the first one did not come a second time

        // A folder that is gone is told once, and again when it is back.
        QVERIFY(QDir(home_->file("watched")).removeRecursively());
        QTRY_VERIFY(importing()->watch()->lost());
        QVERIFY(window_->message().contains("cannot be reached"));
        QVERIFY(find<QToolButton>(window_.get(), "Watched folder")->text().contains("not reachable"));
        QDir().mkpath(home_->file("watched"));
        QTRY_VERIFY(!importing()->watch()->lost());
    }

    // --- versions ---------------------------------------------------------------------------------------------------

    void aLaterVersionStandsBesideTheEarlierOne() {
        const auto page = [](const char* body) {
            return QByteArray("<html><head><title>Ferry runs aground near the old harbour</title>"
                              "<link rel='canonical' href='https://quay.example/ferry'></head><body><article>"
                              "<h1>Ferry runs aground near the old harbour</h1>") +
                   body + "</article></body></html>";
        };
        workbench_->addFiles({write("v1.html", page("<p>A ferry ran aground near the old harbour on Monday, the coast "
                                                    "guard said.</p><p>Three people were hurt. Divers are looking for "
                                                    "the captain.</p>"))});
        waitUntilIdle();
        QVERIFY(!command(*window_, "What changed between")->isEnabled());
        workbench_->addFiles({write("v2.html", page("<p>A ferry ran aground near the old harbour on Monday, the coast "
                                                    "guard said.</p><p>Five people were hurt. The captain was found "
                                                    "alive.</p>"))});
        waitUntilIdle();
        QCOMPARE(articles(), std::size_t(5));
        QCOMPARE(count(Outcome::Version), std::size_t(1));
        QVERIFY2(window_->message().contains("later version"), qPrintable(window_->message()));
        QCOMPARE(versionPlace(*workbench_->snapshot(), 4).number, std::size_t(2));
        QCOMPARE(versionPlace(*workbench_->snapshot(), 0).of, std::size_t(1));
        QVERIFY(headerFacts(*workbench_->snapshot(), 4, nullptr).contains("version 2 of 2"));
        QVERIFY(headerFacts(*workbench_->snapshot(), 0, nullptr).filter("version").isEmpty());

        press(window_.get(), "What changed"); // the notice offers it
        auto* dialog = drive::dialog<ChangesDialog>();
        const QString shown = find<InertBrowser>(dialog, "Sentences that changed")->toPlainText();
        QVERIFY2(shown.contains("Three people were hurt.") && shown.contains("Five people were hurt."),
                 qPrintable(shown));
        QVERIFY2(shown.contains(u'−') && shown.contains(u'+'), qPrintable(shown));
        QVERIFY2(!shown.contains("coast guard"), qPrintable(shown)); // unchanged
        QCOMPARE(label(dialog, "Changes")->text(),
                 QStringLiteral("1 sentence rewritten, 1 sentence added, 1 sentence removed"));
        press(dialog, "Next change");
        QCOMPARE(find<InertBrowser>(dialog, "Sentences that changed")->textCursor().selectedText(),
                 QStringLiteral("Three people were hurt."));
        press(dialog, "Copy as text");
        QVERIFY(QApplication::clipboard()->text().contains("− Three people were hurt.\n+ Five people were hurt."));
        find<QComboBox>(dialog, "Earlier version")->setCurrentIndex(1);
        QVERIFY(label(dialog, "Changes")->text().contains("one version"));
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        // From the pane's menu, the menu bar and the article's details, too.
        command(*window_, "What changed between")->trigger();
        drive::dialog<ChangesDialog>()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto* board = window_->findChild<PaneBoard*>();
        emit board->changesRequested(last().id);
        drive::dialog<ChangesDialog>()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        emit board->infoEditRequested(last().id);
        press(drive::dialog<ArticleDialog>(), "What changed between the versions");
        QVERIFY(drive::dialog<ChangesDialog>());
        closeAll();
    }

    void sentencesThatChanged_data() {
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("later");
        QTest::addColumn<QString>("changes"); // a line each
        QTest::newRow("nothing") << "One came. Two went."
                                 << "One came. Two went."
                                 << "";
        QTest::newRow("blanks") << "One came. Two went."
                                << "One  came.\n\nTwo went.\n"
                                << "";
        QTest::newRow("a figure") << "Nine people were hurt. Nobody died."
                                  << "Ten people were hurt. Nobody died."
                                  << "-Nine people were hurt.\n+Ten people were hurt.";
        QTest::newRow("at the end") << "One man came."
                                    << "One man came. He left again later."
                                    << "+He left again later.";
        QTest::newRow("at the start") << "He left. They stayed at home."
                                      << "They stayed at home."
                                      << "-He left.";
        QTest::newRow("moved") << "The mayor spoke first. Rain fell all day. Nobody came."
                               << "Rain fell all day. The mayor spoke first. Nobody came."
                               << "-The mayor spoke first.\n+The mayor spoke first.";
        QTest::newRow("from nothing") << ""
                                      << "One man came."
                                      << "+One man came.";
        QTest::newRow("another text") << "Rain fell all day."
                                      << "The mayor has resigned."
                                      << "-Rain fell all day.\n+The mayor has resigned.";
    }
    void sentencesThatChanged() {
        QFETCH(QString, earlier);
        QFETCH(QString, later);
        QFETCH(QString, changes);
        const std::string a = earlier.toStdString(), b = later.toStdString();
        QStringList found;
        for (const SentenceChange& change : sentenceChanges(a, b))
            if (change.kind != SentenceChange::Kind::Same)
                found << (change.kind == SentenceChange::Kind::Removed ? u'-' : u'+') + change.words;
        if (QByteArray(QTest::currentDataTag()) == "moved") // which of two that swapped counts as moved is open
            found.sort();
        QStringList expected = changes.split(u'\n', Qt::SkipEmptyParts);
        if (QByteArray(QTest::currentDataTag()) == "moved")
            QCOMPARE(found.size(), expected.size());
        else
            QCOMPARE(found, expected);
        // Turned round, what was removed is added.
        qsizetype back = 0;
        for (const SentenceChange& change : sentenceChanges(b, a))
            back += change.kind != SentenceChange::Kind::Same ? 1 : 0;
        QCOMPARE(back, found.size());
    }

    void theWordsThatDifferAreSetOff() {
        const auto changes =
            sentenceChanges("Nine people were hurt on Monday.", "At least ten people were hurt on Monday.");
        QCOMPARE(changes.size(), std::size_t(2));
        QVERIFY(changes[0].rewritten && changes[1].rewritten);
        const auto& [begin, end] = changes[0].differing.front();
        QCOMPARE(changes[0].words.mid(begin, end - begin), QStringLiteral("Nine"));
        QCOMPARE(changes[1].differing.size(), std::size_t(1));
        const auto& [from, to] = changes[1].differing.front();
        QCOMPARE(changes[1].words.mid(from, to - from), QStringLiteral("At least ten"));
    }
};

QTEST_MAIN(tst_Importing)
#include "tst_importing.moc"
