// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the manual and of the program's page in stores from the real window on the sample case, and the
// icons from their drawings. Every run takes all of them and looks at them; COUNTERCHECK_WRITE_PICTURES=1 puts them
// into resources/ and packaging/icons (with pngquant, where it is installed, in a third of the size).
#include "tests/ui/drive.h"

#include "ui/basics/theme.h"
#include "ui/deciding/historyview.h"
#include "ui/deciding/inspector.h"
#include "ui/deciding/verdictbox.h"
#include "ui/exports/previewwindow.h"
#include "ui/finder.h"
#include "ui/imports/changesdialog.h"
#include "ui/imports/importdialog.h"
#include "ui/imports/watchform.h"
#include "ui/imports/webform.h"
#include "ui/mainwindow.h"
#include "ui/questions/questionpanel.h"
#include "ui/sources/overview.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSvgRenderer>
#include <QTabWidget>

using namespace countercheck;
using namespace countercheck::ui;

namespace {

const QString root = QStringLiteral(COUNTERCHECK_ROOT);

bool writing() {
    return qEnvironmentVariableIsSet("COUNTERCHECK_WRITE_PICTURES");
}

/// How many different colours there are, counted up to `most`.
qsizetype colours(const QImage& image, qsizetype most = 1000) {
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            seen << image.pixel(x, y);
            if (seen.size() >= most)
                return most;
        }
    return seen.size();
}

/// What share of the points has the commonest colour: 1 for a blank sheet.
double evenness(const QImage& image) {
    QHash<QRgb, int> counts;
    int best = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            best = std::max(best, ++counts[image.pixel(x, y)]);
    return best / double(image.width() * image.height());
}

/// How far two pictures are apart where it can be seen from afar: the mean distance of 32 by 20 fields, from 0 to 255.
double distance(const QImage& a, const QImage& b) {
    const auto small = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_Grayscale8)
            .scaled(32, 20, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage left = small(a), right = small(b);
    double sum = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x)
            sum += std::abs(qGray(left.pixel(x, y)) - qGray(right.pixel(x, y)));
    return sum / (left.width() * left.height());
}

QSet<QString> picturesNamedIn(const QString& folder) {
    static const QRegularExpression source(QStringLiteral("<img[^>]* src=\"\\.\\./pictures/([^\"]+)\""));
    QSet<QString> named;
    for (QDirIterator page(folder, {QStringLiteral("*.html")}, QDir::Files); page.hasNext();) {
        QFile file(page.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto hit = source.globalMatch(QString::fromUtf8(file.readAll())); hit.hasNext();)
            named << hit.next().captured(1);
    }
    return named;
}

} // namespace

class tst_Pictures : public QObject {
    Q_OBJECT
    std::unique_ptr<drive::Home> home_;
    std::unique_ptr<Workbench> workbench_;
    std::unique_ptr<MainWindow> window_;
    QSet<QString> taken_;

    /// Looks at a picture that was taken, keeps it, and compares it with the one that stands in `folder`.
    void keep(const QImage& image, const QString& folder, const QString& name) {
        QVERIFY2(!image.isNull(), qPrintable(name));
        QVERIFY2(colours(image) > 40, qPrintable(QStringLiteral("%1 shows nothing").arg(name)));
        QVERIFY2(evenness(image) < 0.98, qPrintable(QStringLiteral("%1 is blank").arg(name)));
        const QString path = root + u'/' + folder + u'/' + name;
        QDir().mkpath(QStringLiteral("pictures"));
        const QString here = QStringLiteral("pictures/") + name;
        QVERIFY(image.save(here, "PNG", 0));
        if (writing()) {
            QProcess smaller;
            smaller.start(QStringLiteral("pngquant"),
                          {QStringLiteral("--force"), QStringLiteral("--speed"), QStringLiteral("1"),
                           QStringLiteral("--strip"), QStringLiteral("--output"), path, QStringLiteral("256"), here});
            if (!smaller.waitForFinished(60'000) || smaller.exitCode() != 0)
                QVERIFY2(image.save(path, "PNG", 0), qPrintable(path));
        }
        const QImage kept(path);
        const QString again = QStringLiteral("%1 is not what the window shows any more; take the pictures again: "
                                             "COUNTERCHECK_WRITE_PICTURES=1 tst_pictures")
                                  .arg(path);
        QVERIFY2(!kept.isNull(), qPrintable(again));
        QVERIFY2(std::abs(kept.width() - image.width()) <= image.width() / 5 &&
                     std::abs(kept.height() - image.height()) <= image.height() / 5,
                 qPrintable(again));
        QVERIFY2(distance(kept, image) < 24, qPrintable(again + QStringLiteral(" (%1)").arg(distance(kept, image))));
        QVERIFY2(QFileInfo(path).size() < 260'000, qPrintable(path + QStringLiteral(" is too big for a manual")));
        taken_ << name;
    }
    void keepManual(QWidget* widget, const QString& name) {
        QTest::qWait(50);
        keep(widget->grab().toImage(), QStringLiteral("resources/manual/pictures"), name);
    }
    /// The command of the menus that has this key; which window is active does not matter.
    void command(const QString& words) {
        const QKeySequence keys(words);
        for (QAction* action : window_->findChildren<QAction*>())
            if (action->shortcut() == keys) {
                action->trigger();
                return;
            }
        QFAIL(qPrintable(words));
    }
    /// The forms by which articles come in, the report of an import, and two versions of an article.
    void takingIn() {
        auto* filter = drive::find<QPushButton>(window_.get(), "Filters");
        QTest::mouseClick(filter, Qt::LeftButton);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(menu->activeAction() && menu->activeAction()->menu() && menu->activeAction()->menu()->isVisible());
        keepTogether({filter, menu, menu->activeAction()->menu()}, "filter.png");
        menu->activeAction()->menu()->close();
        menu->close();

        command("Ctrl+Shift+O");
        auto* web = drive::dialog<WebForm>();
        drive::find<QLineEdit>(web, "Address of the article")->setText("https://news.example/river-fire");
        keepManual(web, "web.png");
        web->close();

        const QString folder = home_->file("Incoming");
        QDir().mkpath(folder);
        const auto write = [&](const char* name, const QByteArray& bytes) {
            QFile file(folder + u'/' + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        };
        const auto page = [](const QByteArray& title, const QByteArray& modified, const QByteArray& body) {
            return "<html><head><title>" + title +
                   "</title><link rel=\"canonical\" href=\"https://news.example/river-fire\">"
                   "<meta property=\"og:site_name\" content=\"Quay News\">"
                   "<meta property=\"article:published_time\" content=\"2026-01-13T08:00:00Z\">"
                   "<meta property=\"article:modified_time\" content=\"" +
                   modified + "\"></head><body><article><h1>" + title + "</h1>" + body + "</article></body></html>";
        };
        write(
            "river-fire.html",
            page("Nine die in ferry fire near Lodin", "2026-01-13T09:00:00Z",
                 "<p>At least nine people died when fire swept through a river ferry near Lodin early on Tuesday, the "
                 "harbour master said.</p><p>It had left the western quay at 5:40 a.m.</p><p>Rescuers pulled 31 people "
                 "from the water, and three were still missing, the fire brigade said.</p><p>The company that runs the "
                 "ferry did not answer calls.</p>"));
        write(
            "river-fire-later.html",
            page("Fourteen die in ferry fire near Lodin", "2026-01-14T17:30:00Z",
                 "<p>At least 14 people died when fire swept through a river ferry near Lodin early on Tuesday, the "
                 "harbour master said.</p><p>It had left the western quay at 5:40 a.m.</p><p>Rescuers pulled 34 people "
                 "from the water, and nobody was missing any more, the fire brigade said.</p><p>The ferry had been "
                 "inspected in November, the company that runs it said.</p>"));
        write("harbour.txt", "Harbour closed near Lodin\n\nDate: 2026-01-14\n\nThe harbour of Lodin was closed until "
                             "Friday, the harbour master said.\n");
        write("again.txt", "Harbour closed near Lodin\n\nDate: 2026-01-14\n\nThe harbour of Lodin was closed until "
                           "Friday, the harbour master said.\n");
        write("quay.jpg", "\xFF\xD8\xFF\xE0");
        write("statement.pdf", "%PDF-1.4\n1 0 obj\n");
        Settings::setLastFolder("articles", folder);
        findAction("Watch a folder")->trigger();
        auto* watch = drive::dialog<WatchForm>();
        drive::find<QLineEdit>(watch, "Folder to watch")->setText(folder);
        QTRY_VERIFY(drive::find<QPushButton>(watch, "Watch the folder")->isEnabled());
        {
            auto* path = drive::find<QLineEdit>(watch, "Folder to watch");
            const QSignalBlocker quiet(path); // not looked for: a path that is the same on every machine
            path->setText("/home/ada/Incoming");
        }
        keepManual(watch, "watch.png");
        watch->close();

        workbench_->addFiles({folder});
        QTRY_VERIFY_WITH_TIMEOUT(!workbench_->busy() && workbench_->snapshot()->articles.size() == 8, 60'000);
        auto* report = drive::dialog<ImportDialog>();
        report->resize(860, 400);
        drive::find<QComboBox>(report, "Filter by outcome")->setCurrentIndex(0);
        keepManual(report, "report.png");
        report->close();
        findAction("What changed between versions")->trigger();
        auto* changes = drive::dialog<ChangesDialog>();
        changes->resize(820, 520);
        keepManual(changes, "changes.png");
        changes->close();
    }
    QAction* findAction(const char* words) {
        for (QAction* action : window_->findChildren<QAction*>())
            if (QString(action->text()).remove(u'&').startsWith(QLatin1String(words)))
                return action;
        qFatal("no command %s", words);
    }
    /// Several windows as they stand on the screen.
    void keepTogether(const QList<QWidget*>& widgets, const QString& name) {
        QTest::qWait(50);
        QRect all;
        const auto placeOf = [](const QWidget* widget) {
            return QRect(widget->mapToGlobal(QPoint(0, 0)), widget->size());
        };
        for (const QWidget* widget : widgets)
            all |= placeOf(widget);
        all.adjust(-10, -10, 10, 10);
        QImage image(all.size(), QImage::Format_RGB32);
        image.fill(window_->palette().color(QPalette::Base));
        QPainter painter(&image);
        for (QWidget* widget : widgets)
            painter.drawPixmap(placeOf(widget).topLeft() - all.topLeft(), widget->grab());
        painter.end();
        keep(image, QStringLiteral("resources/manual/pictures"), name);
    }
    void openSample(ThemeChoice theme, QSize size) {
        window_.reset();
        workbench_.reset();
        applyTheme(*qApp, theme);
        workbench_ = std::make_unique<Workbench>();
        workbench_->setPerson({"Ada", dossier::Role::Checker, {}});
        window_ = std::make_unique<MainWindow>(workbench_.get());
        window_->resize(size);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        workbench_->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(!workbench_->busy() && workbench_->snapshot()->comparison.questions.size() > 3,
                                 60'000);
        QTRY_VERIFY(workbench_->selectedQuestion());
        QTest::qWait(400); // marks and connectors come into view
    }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        home_ = std::make_unique<drive::Home>();
        Settings::setReducedMotion(true);
        Settings::setPerson({"Ada", dossier::Role::Checker, {}});
    }
    void cleanupTestCase() {
        window_.reset();
        workbench_.reset();
        home_.reset();
    }

    void manual() {
        openSample(ThemeChoice::Light, {1280, 800});
        keepManual(window_.get(), "window.png");
        keepManual(window_->findChild<QuestionPanel*>(), "questions.png");
        auto* inspector = window_->findChild<Inspector*>();
        keepManual(inspector, "inspector.png");

        inspector->focusVerdict();
        QTest::qWait(100);
        keepManual(inspector->verdictBox(), "verdict.png");

        command("F9");
        auto* overview = drive::dialog<Overview>();
        auto* tabs = drive::find<QTabWidget>(overview, "Views");
        const char* views[] = {"matrix.png", "timeline.png", "lineage.png"};
        QCOMPARE(tabs->count(), 4); // the last is a plain list
        for (int tab = 0; tab < 3; ++tab) {
            tabs->setCurrentIndex(tab);
            overview->resize(tab == 2 ? QSize(720, 330) : QSize(1000, 620));
            keepManual(overview, views[tab]);
        }
        overview->close();

        command("Ctrl+Shift+F");
        auto* finder = drive::dialog<Finder>();
        auto* field = finder->findChild<QLineEdit*>();
        QTest::keyClicks(field, "cement");
        auto* hits = drive::find<QListView>(finder, "Results");
        QTRY_VERIFY_WITH_TIMEOUT(hits->model()->rowCount() > 1, 20'000);
        keepManual(finder, "finder.png");
        finder->close();

        // Something to see in the record and in the summary: one verdict, with its reason.
        const auto key = workbench_->selection();
        QVERIFY(key);
        QVERIFY(workbench_->apply(
            dossier::SetVerdict{*key, dossier::VerdictState::Disputed, "Two counts, neither confirmed", {}, {}}));
        QVERIFY(workbench_->apply(dossier::AddNote{*key, "Ask the company for its list of staff"}));
        command("Ctrl+H");
        auto* history = drive::dialog<HistoryView>();
        history->resize(900, 460);
        keepManual(history, "history.png");
        history->close();
        command("Ctrl+Shift+P");
        auto* preview = drive::dialog<PreviewWindow>();
        preview->findChild<QCheckBox*>()->setChecked(true); // with what nobody has signed yet
        keepManual(preview, "preview.png");
        preview->close();
        takingIn();
    }

    void stores() {
        for (const auto& [theme, name] : {std::pair{ThemeChoice::Light, "workbench-light.png"},
                                          std::pair{ThemeChoice::Dark, "workbench-dark.png"}}) {
            openSample(theme, {1400, 840});
            keep(window_->grab().toImage(), QStringLiteral("resources/screenshots"), name);
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void icons() {
        for (const char* name : {"countercheck", "application-x-countercheck"}) {
            QSvgRenderer drawing(root + QStringLiteral("/packaging/icons/%1.svg").arg(name));
            QVERIFY(drawing.isValid());
            for (const int size : {48, 128, 256}) {
                QImage icon(size, size, QImage::Format_ARGB32);
                icon.fill(Qt::transparent);
                QPainter painter(&icon);
                drawing.render(&painter);
                painter.end();
                const QString path = root + QStringLiteral("/packaging/icons/%1/%2.png").arg(size).arg(name);
                if (writing()) {
                    QDir().mkpath(QFileInfo(path).path());
                    QVERIFY2(icon.save(path, "PNG", 0), qPrintable(path));
                }
                const QImage kept(path);
                QVERIFY2(kept.size() == icon.size() && distance(kept, icon) < 2,
                         qPrintable(path + QStringLiteral(" is not what its drawing shows")));
                QVERIFY(colours(kept, 60) > 10);
            }
        }
    }

    /// Pages, pictures and this test agree on which pictures there are.
    void nothingMissingNothingLeft() {
        if (taken_.isEmpty())
            QSKIP("runs after the pictures were taken");
        taken_.remove("workbench-light.png");
        taken_.remove("workbench-dark.png");
        const auto files = QDir(root + "/resources/manual/pictures").entryList(QDir::Files);
        QCOMPARE(QSet<QString>(files.begin(), files.end()), taken_);
        QCOMPARE(picturesNamedIn(root + "/resources/manual/en"), taken_);
        QCOMPARE(picturesNamedIn(root + "/resources/manual/fr"), taken_);
    }
};

QTEST_MAIN(tst_Pictures)
#include "tst_pictures.moc"
