// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the last screen: kept when the window is closed, shown by the next start, and never of anything else
// than what the window will show; for its owner alone, and gone when it is not wanted.
#include "tests/ui/storywindow.h"
#include "ui/basics/theme.h"
#include "ui/lastscreen.h"
#include "ui/outline.h"
#include "ui/panes/paneboard.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <memory>

using namespace countercheck;
using namespace countercheck::ui;

namespace {

QString folder() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/last-screen");
}
QStringList kept() {
    return QDir(folder()).entryList(QDir::Files);
}
QImage red() {
    QImage image(320, 200, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}
void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class tst_LastScreen : public StoryWindow {
    Q_OBJECT
private slots:
    void init() {
        home_ = std::make_unique<drive::Home>();
        LastScreen::forgetAll();
    }
    void cleanup() {
        LastScreen::forgetAll();
        closeStory();
    }

    void comesBackAsItWas() {
        const QString path = home_->file(QStringLiteral("a.countercheck"));
        write(path, "case");
        QVERIFY(!LastScreen::of(path, false, "en"));
        QVERIFY((LastScreen{red(), "A title", "a key"}.keepFor(path, false, "en")));
        const auto last = LastScreen::of(path, false, "en");
        QVERIFY(last);
        QCOMPARE(last->picture, red());
        QCOMPARE(last->title, QStringLiteral("A title"));
        QCOMPARE(last->selection, std::string("a key"));
        QCOMPARE(kept().size(), 1);
        const QFileInfo file(folder() + u'/' + kept().front());
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void neverShowsAnythingElse() {
        const QString path = home_->file(QStringLiteral("a.countercheck"));
        write(path, "case");
        QVERIFY((LastScreen{red(), "A title", {}}.keepFor(path, false, "en")));
        QVERIFY(!LastScreen::of(path, true, "en"));                           // another theme
        QVERIFY(!LastScreen::of(path, false, "fr"));                          // another language
        QVERIFY(!LastScreen::of(home_->file("b.countercheck"), false, "en")); // another case
        QVERIFY(!LastScreen::of(LastScreen::sample(), false, "en"));
        write(path, "a case that has changed");
        QVERIFY(!LastScreen::of(path, false, "en"));
        QVERIFY(QFile::remove(path));
        QVERIFY(!LastScreen::of(path, false, "en"));
        QVERIFY(!(LastScreen{red(), {}, {}}.keepFor(path, false, "en"))); // of a case that is gone, nothing is kept
    }

    void rubbishIsNoPicture() {
        QVERIFY((LastScreen{red(), "A title", {}}.keepFor(LastScreen::sample(), false, "en")));
        const QString file = folder() + u'/' + kept().front();
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        whole.close();
        for (const QByteArray& rubbish :
             {QByteArray(), QByteArray("short"), bytes.left(4096), bytes.left(bytes.size() - 1), bytes + "more",
              QByteArray(bytes.size(), '\xff'), QByteArray(bytes.size(), '\0')}) {
            QVERIFY(QFile::remove(file));
            write(file, rubbish);
            QVERIFY(!LastScreen::of(LastScreen::sample(), false, "en"));
        }
        // Any byte of the head may be another one: no picture, or the same size of picture, never a crash.
        for (int at = 0; at < 200; ++at) {
            QByteArray one = bytes;
            one[at] = static_cast<char>(one[at] ^ 0x5a);
            QVERIFY(QFile::remove(file));
            write(file, one);
            if (const auto last = LastScreen::of(LastScreen::sample(), false, "en"))
                QCOMPARE(last->picture.width() * last->picture.height(), 320 * 200);
        }
    }

    void fewAreKept() {
        for (const char* name : {"a", "b", "c", "d", "e"}) {
            const QString path = home_->file(QLatin1String(name));
            write(path, name);
            QVERIFY((LastScreen{red(), {}, {}}.keepFor(path, false, "en")));
        }
        QVERIFY(kept().size() <= 3);
        LastScreen::forgetAll();
        QCOMPARE(kept(), QStringList());
    }

    void theWindowIsItsPictureUntilItIsFinished() {
        Workbench workbench;
        auto window = std::make_unique<MainWindow>(&workbench, LastScreen{red(), "A title", {}});
        window->resize(1280, 800); // larger than the picture
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QCOMPARE(window->windowTitle(), QStringLiteral("A title"));
        QVERIFY(!window->findChild<PaneBoard*>());
        const QImage seen = window->grab().toImage();
        QCOMPARE(seen.pixelColor(10, 10), QColor(Qt::red));
        QCOMPARE(seen.pixelColor(seen.width() - 10, seen.height() - 10), QColor(Qt::red)); // no black rest
        window->finish();
        workbench.adopt(storycase::inMemory(), Workbench::Place::Memory);
        auto* panes = window->findChild<PaneBoard*>();
        QVERIFY(panes);
        QTRY_VERIFY(panes->isVisible());
        QCOMPARE(panes->paneCount(), 3);
        window->finish(); // once is enough
        QCOMPARE(window->findChildren<PaneBoard*>().size(), 1);
        QTRY_VERIFY(window->grab().toImage().pixelColor(10, 10) != QColor(Qt::red));

        // Closed as long as it is a picture: it goes, and nothing else happens.
        Workbench other;
        MainWindow early(&other, LastScreen{red(), {}, {}});
        early.show();
        QVERIFY(early.close());
    }

    void withoutAPictureItShowsItsOutline() {
        QVERIFY(Outline::fromKept({}, 1280) == Outline::of(1280));
        QVERIFY(Outline::fromKept("rubbish", 900) == Outline::of(900));
        Outline kept;
        kept.left = 333;
        QVERIFY(Outline::fromKept(kept.kept(), 1280) == kept);
        kept.left = -5; // a settings file can hold anything
        QVERIFY(Outline::fromKept(kept.kept(), 1280) == Outline::of(1280));

        applyTheme(*qApp, ThemeChoice::Light);
        Workbench workbench;
        {
            MainWindow before(&workbench);
            before.resize(1280, 800);
            before.show();
            QVERIFY(QTest::qWaitForWindowExposed(&before));
            workbench.openSample();
            before.grab();           // laid out
            QVERIFY(before.close()); // remembers where its lines are
        }
        MainWindow window(&workbench, LastScreen{});
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!window.findChild<PaneBoard*>());
        const QImage seen = window.grab().toImage();
        window.finish();
        workbench.openSample();
        auto* panes = window.findChild<PaneBoard*>();
        QVERIFY(panes);
        QTRY_VERIFY(panes->isVisible());
        window.grab();
        const QPoint corner = panes->mapTo(&window, QPoint());
        const QColor line = Theme::current().line;
        QCOMPARE(seen.pixelColor(corner.x() - 1, 700), line);                     // left of the articles
        QCOMPARE(seen.pixelColor(corner.x() + panes->width(), 700), line);        // right of them
        QCOMPARE(seen.pixelColor(640, corner.y() - 1), line);                     // above them
        QCOMPARE(seen.pixelColor(corner.x() + 5, 700), Theme::current().surface); // and nothing in them
    }

    void keptWhenItIsClosed() {
        for (const bool wanted : {true, false}) {
            LastScreen::forgetAll();
            Settings::setLastScreen(wanted);
            Workbench workbench;
            MainWindow window(&workbench);
            window.setKeepsScreen(true);
            window.resize(1280, 800);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            workbench.openSample();
            const QString title = window.windowTitle();
            QVERIFY(window.close());
            const auto last = LastScreen::of(LastScreen::sample(), Theme::current().dark, QLocale().name());
            QCOMPARE(last.has_value(), wanted);
            if (last) {
                QCOMPARE(last->title, title);
                QCOMPARE(last->picture.deviceIndependentSize().toSize(), QSize(1280, 800));
            }
        }
    }

    void nothingIsKeptOfATestsWindow() {
        Workbench workbench;
        MainWindow window(&workbench);
        window.show();
        workbench.openSample();
        QVERIFY(window.close());
        QCOMPARE(kept(), QStringList());
    }
};

QTEST_MAIN(tst_LastScreen)
#include "tst_lastscreen.moc"
