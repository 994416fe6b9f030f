// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the manual and of the program's page in stores from the real window on the sample case, and the
// icons from their drawings. Every run takes all of them and looks at them; COUNTERCHECK_WRITE_PICTURES=1 puts them
// into resources/ and packaging/icons (with pngquant, where it is installed, in a third of the size).
#include "tests/ui/drive.h"

#include "ui/finder.h"
#include "ui/historyview.h"
#include "ui/inspector.h"
#include "ui/mainwindow.h"
#include "ui/overview.h"
#include "ui/previewwindow.h"
#include "ui/questionpanel.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/verdictbox.h"
#include "ui/workbench.h"

#include <QAction>
#include <QCheckBox>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProcess>
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
        QCOMPARE(tabs->count(), 3);
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
