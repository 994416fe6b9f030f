// SPDX-License-Identifier: GPL-3.0-or-later
// The manual is right about the program (its menus, its keys), whole (links, pictures, both languages alike), and its
// window is read, searched and left by keyboard, and loads nothing from elsewhere.
#include "tests/ui/drive.h"
#include "tests/ui/storywindow.h"
#include "ui/basics/theme.h"
#include "ui/mainwindow.h"
#include "ui/manualwindow.h"
#include "ui/workbench/language.h"
#include "ui/workbench/settings.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTranslator>

using namespace countercheck;
using namespace countercheck::ui;
using drive::find;

namespace {

QString plain(const QString& html) {
    return QTextDocumentFragment::fromHtml(html).toPlainText().simplified();
}

QStringList captured(const QString& html, const char* pattern) {
    const QRegularExpression expression(QString::fromUtf8(pattern), QRegularExpression::DotMatchesEverythingOption);
    QStringList all;
    for (auto hit = expression.globalMatch(html); hit.hasNext();)
        all << hit.next().captured(1);
    return all;
}

/// "File → Export…" and its key, for every command of the menus; menus below menus likewise.
QMap<QString, QString> commands(const QList<QAction*>& actions, const QString& path = {}) {
    QMap<QString, QString> all;
    for (const QAction* action : actions) {
        if (action->isSeparator())
            continue;
        const QString words = path + QString(action->text()).remove(u'&').simplified();
        all[words] = action->shortcut().toString(QKeySequence::PortableText);
        if (action->menu())
            all.insert(commands(action->menu()->actions(), words + QStringLiteral(" → ")));
    }
    return all;
}

} // namespace

class tst_Manual : public StoryWindow {
    Q_OBJECT

    void saysWhatTheMenusSay(bool french) {
        openStory(Workbench::Place::Memory);
        const auto known = commands(window_->menuBar()->actions());
        QVERIFY(known.size() > 40);
        // Keys of places that have no command in a menu.
        const QSet<QString> elsewhere = {"Return", "Esc", "Alt+Left", "Alt+Right"};
        const QStringList keys = known.values();
        // "Edit → Undo" goes on with what would be undone.
        const auto keyOf = [&known](const QString& words) -> std::optional<QString> {
            if (known.contains(words))
                return known.value(words);
            const auto next = known.lowerBound(words + u' ');
            return next != known.end() && next.key().startsWith(words + u' ') ? std::optional(next.value())
                                                                              : std::nullopt;
        };
        int named = 0, rows = 0;
        for (const ManualPage& page : manualPages(french)) {
            for (const QString& html : captured(page.html, "<b class=\"menu\">(.*?)</b>")) {
                QVERIFY2(keyOf(plain(html)),
                         qPrintable(page.file + QStringLiteral(": no command “%1”").arg(plain(html))));
                ++named;
            }
            for (const QString& html : captured(page.html, "<kbd>(.*?)</kbd>"))
                QVERIFY2(keys.contains(plain(html)) || elsewhere.contains(plain(html)),
                         qPrintable(page.file + QStringLiteral(": no key “%1”").arg(plain(html))));
            // Rows of tables, and places that give a command its key in brackets.
            const QRegularExpression pair(
                QStringLiteral("<b class=\"menu\">([^<]*)</b>(?:</td><td>|\\s\\()<kbd>([^<]*)</kbd>"));
            for (auto hit = pair.globalMatch(page.html); hit.hasNext();) {
                const auto both = hit.next();
                QCOMPARE(plain(both.captured(1)) + ": " + plain(both.captured(2)),
                         plain(both.captured(1)) + ": " + keyOf(plain(both.captured(1))).value_or("?"));
                ++rows;
            }
        }
        QVERIFY(named > 60);
        QVERIFY(rows > 30);
        closeStory();
    }

    ManualWindow* opened() {
        openStory(Workbench::Place::Memory);
        QTest::keyClick(window_.get(), Qt::Key_F1, Qt::ShiftModifier);
        auto* manual = drive::dialog<ManualWindow>();
        manual->activateWindow();
        (void)QTest::qWaitForWindowActive(manual);
        return manual;
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void cleanup() { closeStory(); }

    void whole() {
        for (const bool french : {false, true}) {
            QMap<QString, QSet<QString>> anchors; // of each page
            const auto pages = manualPages(french);
            QVERIFY(pages.size() >= 10);
            for (const ManualPage& page : pages) {
                const QStringList ids = captured(page.html, "\\bid=\"([^\"]*)\"");
                anchors[QFileInfo(page.file).fileName()] = QSet<QString>(ids.begin(), ids.end());
                QCOMPARE(anchors[QFileInfo(page.file).fileName()].size(), ids.size());
            }
            for (const ManualPage& page : pages) {
                const auto where = [&](const QString& what) { return page.file + QStringLiteral(": ") + what; };
                QVERIFY2(!page.title.isEmpty(), qPrintable(page.file));
                QCOMPARE(captured(page.html, "<h1>(.*?)</h1>"), captured(page.html, "<title>(.*?)</title>"));
                QVERIFY2(page.html.contains(french ? "<html lang=\"fr\">" : "<html lang=\"en\">"),
                         qPrintable(page.file));
                // Nothing that would have to be fetched, and nothing that runs.
                for (const char* foreign : {"http:", "https:", "//", "<script", "<iframe", "url("})
                    QVERIFY2(!page.html.contains(foreign), qPrintable(where(foreign)));
                for (const QString& link : captured(page.html, "<a [^>]*?href=\"([^\"]*)\"")) {
                    const QString to = link.section(u'#', 0, 0), anchor = link.section(u'#', 1);
                    QVERIFY2(anchors.contains(to), qPrintable(where(link)));
                    QVERIFY2(anchor.isEmpty() || anchors[to].contains(anchor), qPrintable(where(link)));
                }
                for (const QString& image : captured(page.html, "<img ([^>]*)>")) {
                    const QString source = captured(image, "src=\"\\.\\./([^\"]*)\"").value(0);
                    QVERIFY2(QFile::exists(QStringLiteral(":/manual/") + source), qPrintable(where(image)));
                    QVERIFY2(captured(image, "alt=\"([^\"]*)\"").value(0).size() > 10, qPrintable(where(image)));
                }
            }
        }
    }

    /// The two languages say the same: page by page the same places, pictures, links and keys.
    void bothLanguagesAlike() {
        const auto english = manualPages(false), french = manualPages(true);
        QCOMPARE(french.size(), english.size());
        for (qsizetype i = 0; i < english.size(); ++i) {
            QVERIFY2(QFile::exists(QStringLiteral(":/manual/fr/") + QFileInfo(english[i].file).fileName()),
                     qPrintable(english[i].file + QStringLiteral(" is not translated")));
            for (const char* pattern : {"<h2 id=\"([^\"]*)\"", "<img src=\"([^\"]*)\"", "<a href=\"([^\"]*)\"",
                                        "<kbd>(.*?)</kbd>", "<(li|tr|dt)>"})
                QCOMPARE(captured(french[i].html, pattern), captured(english[i].html, pattern));
            // A French sign of two parts stands behind a no-break space.
            static const QRegularExpression loose(
                QStringLiteral("[^\\x{00A0}][;:!?»](?!\\S)|[^\\x{00A0}]»|«[^\\x{00A0}]"));
            const QString text = QTextDocumentFragment::fromHtml(french[i].html).toRawText();
            const auto wrong = loose.match(text);
            QVERIFY2(!wrong.hasMatch(),
                     qPrintable(french[i].file + u' ' + text.mid(std::max(0, int(wrong.capturedStart()) - 20), 50)));
        }
    }

    void english() { saysWhatTheMenusSay(false); }
    void french() {
        QVERIFY(installLanguage(*qApp, Language::French));
        saysWhatTheMenusSay(true);
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            QCoreApplication::removeTranslator(translator);
        QLocale::setDefault(QLocale::c());
    }

    void readAndSearched() {
        ManualWindow* manual = opened();
        auto* list = find<QListWidget>(manual, "Contents of the manual");
        auto* words = find<QLineEdit>(manual, "Search the manual");
        auto* page = find<ManualBrowser>(manual, "Page of the manual");
        QCOMPARE(list->count(), manualPages(false).size());
        QVERIFY(page->toPlainText().startsWith("First steps"));
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(page->toPlainText().startsWith("Articles"));
        QVERIFY(manual->windowTitle().contains("Articles"));

        // Links, back and forward.
        QTest::keyClick(manual, Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(page->toPlainText().startsWith("First steps"));
        QCOMPARE(list->currentRow(), 0);
        QTest::keyClick(manual, Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(page->toPlainText().startsWith("Articles"));
        page->setSource(QUrl("08-together.html#keys"));
        QVERIFY(page->toPlainText().startsWith("Working together"));
        QCOMPARE(list->currentRow(), 7);

        // Search goes through all pages, shows the first place, and Return goes on to the next.
        QTest::keyClick(manual, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(words->hasFocus());
        QTest::keyClicks(words, "primary SOURCE");
        QVERIFY(list->count() >= 1);
        QVERIFY(page->toPlainText().startsWith("Verdicts and sign-off"));
        QVERIFY(!page->extraSelections().isEmpty());
        QCOMPARE(page->extraSelections().front().cursor.selectedText().toLower(), "primary source");
        words->setText("verify");
        QVERIFY(list->count() > 2);
        QCOMPARE(list->currentRow(), 0);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(manual->isVisible()); // Return closes nothing
        words->setText("zyzzyva");
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().contains("zyzzyva"));
        QVERIFY(page->extraSelections().isEmpty());

        // Esc ends the search first, then closes the window; it opens again where it was.
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(manual->isVisible());
        QCOMPARE(list->count(), manualPages(false).size());
        const QUrl there = page->source();
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!manual->isVisible());
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTest::keyClick(window_.get(), Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(manual->isVisible());
        QCOMPARE(page->source(), there);
    }

    void loadsNothingFromElsewhere() {
        ManualWindow* manual = opened();
        auto* page = find<ManualBrowser>(manual, "Page of the manual");
        const QUrl there = page->source();
        QFile beside(home_->file("beside.html"));
        QVERIFY(beside.open(QIODevice::WriteOnly));
        beside.write("<h1>beside</h1>");
        beside.close();
        for (const QUrl& url : {QUrl("https://news.example/"), QUrl::fromLocalFile(beside.fileName()),
                                QUrl("qrc:/manual/en/none.html"), QUrl("qrc:/../../etc/hostname"), QUrl("data:,x")}) {
            page->setSource(url);
            QCOMPARE(page->source(), there);
            QVERIFY(page->toPlainText().startsWith("First steps"));
            for (const int type : {int(QTextDocument::HtmlResource), int(QTextDocument::ImageResource),
                                   int(QTextDocument::StyleSheetResource)})
                QVERIFY2(page->loadResource(type, url).isNull(), qPrintable(url.toString()));
        }
        // Its own pictures it shows, and they fit the page.
        const auto picture =
            page->loadResource(QTextDocument::ImageResource, QUrl("../pictures/window.png")).value<QImage>();
        QVERIFY(!picture.isNull());
        QVERIFY(picture.width() <= page->viewport()->width());
    }
};

QTEST_MAIN(tst_Manual)
#include "tst_manual.moc"
