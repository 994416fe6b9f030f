// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader and a pair of tired eyes meet: every command of the menus is given, and in whatever it opens all
// that takes the keyboard has a name and a role, what is more than a plain field says what it is for, and, as painted
// and in both themes, words stand out from their ground by 4.5:1 and the focus from what it is on by 3:1. That each of
// the theme's colours does so on each ground that it is used on is tst_theme's matter.
#include "tests/ui/storywindow.h"
#include "ui/basics/theme.h"
#include "ui/deciding/exhibitview.h"
#include "ui/finder.h"
#include "ui/shareddialog.h"
#include "ui/sources/overview.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace countercheck::ui;
using namespace countercheck;

namespace {

double luminance(QRgb colour) {
    const auto part = [](int of255) {
        const double c = of255 / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(qRed(colour)) + 0.7152 * part(qGreen(colour)) + 0.0722 * part(qBlue(colour));
}
double contrast(QRgb a, QRgb b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr int scale = 3; ///< so that strokes are wide enough to have their full colour

/// The window without the connectors, which lie across the articles.
QImage painted(QWidget* window) {
    QList<QWidget*> across;
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (widget->inherits("countercheck::ui::ConnectorOverlay") && widget->isVisible()) {
            widget->hide();
            across << widget;
        }
    QImage image(window->size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    window->render(&image);
    for (QWidget* widget : across)
        widget->show();
    return image;
}

/// Is all of it in sight: nothing scrolled away, no other widget on top?
bool inSight(const QWidget* widget) {
    return !widget->visibleRegion().isEmpty() && widget->visibleRegion().boundingRect() == widget->rect();
}

/// The commonest colours of a part of a picture, those of at least so many points.
QHash<QRgb, int> colours(const QImage& image, const QRect& part) {
    QHash<QRgb, int> count;
    const QRect inside = part.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++count[image.pixel(x, y)];
    return count;
}

QRect placeOf(const QWidget* widget, const QWidget* window) {
    const QPoint at = widget->mapTo(window, QPoint());
    QRect seen = widget->visibleRegion().boundingRect().translated(at);
    return {seen.topLeft() * scale, seen.size() * scale};
}

QString nameOf(const QWidget* widget) {
    return QStringLiteral("%1 “%2” in “%3”")
        .arg(QLatin1String(widget->metaObject()->className()),
             widget->accessibleName().isEmpty() ? widget->objectName() : widget->accessibleName(),
             widget->window()->accessibleName().isEmpty() ? widget->window()->windowTitle()
                                                          : widget->window()->accessibleName());
}

bool isOurs(const QWidget* window) {
    return !qobject_cast<const QFileDialog*>(window) && !qobject_cast<const QMenu*>(window) &&
           !window->inherits("QTipLabel");
}

/// Words that are shown plainly: what they are, and nothing when there are none.
QString wordsOf(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->text();
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return line->text().isEmpty() ? line->placeholderText() : line->text();
    return {};
}

} // namespace

class TestAccessible : public StoryWindow {
    Q_OBJECT
private slots:
    void init() { openStory(Workbench::Place::CaseFile, {"Ben", dossier::Role::Editor, {}}); }
    void cleanup() {
        closeStory();
        applyTheme(*qApp, ThemeChoice::Light);
    }
    void everythingHasANameAndARole();
    void wordsStandOut_data() { themes(); }
    void wordsStandOut();
    void focusStandsOut_data() { themes(); }
    void focusStandsOut();
    void theClaimTableIsATable();

private:
    static void themes() {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << static_cast<int>(ThemeChoice::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeChoice::Dark);
    }
    void decide() const;
    /// Opens what the window can open, one after the other, and hands each in.
    void each(const std::function<void(QWidget* window)>& look);
};

/// Something of everything: verdict, figure, note, exhibit, grade.
void TestAccessible::decide() const {
    const dossier::QuestionKey key{workbench_->snapshot()->comparison.questions[0].key};
    workbench_->select(key);
    QVERIFY(workbench_->apply(dossier::SetVerdict{key, dossier::VerdictState::Disputed, "two counts", {}, {}}));
    QVERIFY(workbench_->apply(dossier::AddNote{key, "called the mayor"}));
    QVERIFY(workbench_->apply(
        dossier::AddEvidence{key, "list.txt", "Three names, written by hand.", "from the mayor", {}}));
    QVERIFY(workbench_->apply(dossier::Propose{key, "three people", "3", "3", "Relay", "Relay"}));
}

void TestAccessible::each(const std::function<void(QWidget* window)>& look) {
    decide();
    QApplication::clipboard()->clear();
    const auto others = [&] {
        QList<QWidget*> found;
        for (QWidget* window : QApplication::topLevelWidgets())
            if (window != window_.get() && window->isVisible() && isOurs(window))
                found << window;
        return found;
    };
    const auto closeAll = [&] {
        for (QWidget* window : QApplication::topLevelWidgets())
            if (window != window_.get() && window->isVisible())
                window->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    };
    const auto settle = [] {
        for (int i = 0; i < 3; ++i) { // one layout may ask for another
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    };
    settle();
    look(window_.get());
    int opened = 0;
    for (QAction* action : window_->findChildren<QAction*>()) {
        const QString words = QString(action->text()).remove(u'&');
        const bool opens = words.endsWith(u'…') || action->shortcut() == QKeySequence(Qt::Key_F9) ||
                           action->shortcut() == QKeySequence(tr("Ctrl+H")) ||
                           words.contains(QStringLiteral("shortcuts")) || words.contains(QStringLiteral("Preview")) ||
                           words.contains(QStringLiteral("Manual"));
        if (!opens || action->menu() || !action->isEnabled())
            continue;
        action->trigger();
        (void)QTest::qWaitFor([&] { return !others().isEmpty(); }, 300);
        settle();
        for (QWidget* window : others()) {
            ++opened;
            // Pages behind tabs are looked at as well.
            const auto tabs = window->findChildren<QTabWidget*>();
            look(window);
            for (QTabWidget* tab : tabs)
                for (int i = 1; i < tab->count(); ++i) {
                    tab->setCurrentIndex(i);
                    settle();
                    look(window);
                }
        }
        closeAll();
    }
    for (const auto& [name, bytes] :
         {std::pair("list.txt", std::string("Three names, written by hand.")),
          std::pair("page.html", std::string("<!DOCTYPE html><title>A page</title><p>Three people were led away.</p>")),
          std::pair("what.bin", std::string("\0\1\2\3rubbish", 11))}) {
        dossier::Evidence evidence;
        evidence.fileName = name;
        evidence.sha256 = std::string(64, 'a');
        evidence.stamp = {"Ben", "2026-01-14T09:00:00.000Z"};
        auto* view = new ExhibitView(evidence, bytes, {}, window_.get());
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view));
        ++opened;
        settle();
        look(view);
        view->close();
    }
    for (const auto what : {SharedDialog::What::Open, SharedDialog::What::Share}) {
        SharedDialog dialog(what, window_.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        ++opened;
        settle();
        look(&dialog);
    }
    closeAll();
    QVERIFY2(opened >= 20, qPrintable(QStringLiteral("only %1 windows came up").arg(opened)));
}

void TestAccessible::everythingHasANameAndARole() {
    QStringList wrong;
    each([&](QWidget* window) {
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != window || !(widget->focusPolicy() & Qt::TabFocus) ||
                !widget->isEnabled())
                continue;
            // A part of another widget (a spin box's line) speaks through it.
            if (widget->focusProxy() || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible) {
                wrong << nameOf(widget) + QStringLiteral(": no interface");
                continue;
            }
            if (accessible->text(QAccessible::Name).trimmed().isEmpty())
                wrong << nameOf(widget) + QStringLiteral(": no name");
            const auto role = accessible->role();
            if (role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Window)
                wrong << nameOf(widget) + QStringLiteral(": no role");
            if (!accessible->state().focusable)
                wrong << nameOf(widget) + QStringLiteral(": not called focusable");
            // A field or a button is known by its name; what is drawn by hand says what it shows.
            const bool plain = widget->metaObject()->className()[0] == 'Q' || wordsOf(widget).size() > 1 ||
                               qobject_cast<QAbstractItemView*>(widget) || accessible->textInterface();
            if (!plain && accessible->text(QAccessible::Description).isEmpty() && accessible->childCount() == 0)
                wrong << nameOf(widget) + QStringLiteral(": drawn by hand, and no description");
        }
    });
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestAccessible::wordsStandOut() {
    QFETCH(int, choice);
    applyTheme(*qApp, static_cast<ThemeChoice>(choice));
    QStringList wrong;
    int measured = 0;
    each([&](QWidget* window) {
        const QImage image = painted(window);
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != window || !widget->isEnabled() ||
                wordsOf(widget).trimmed().isEmpty() || !inSight(widget))
                continue;
            const QRect place = placeOf(widget, window);
            if (place.height() < 8 * scale || place.width() < 5 * scale)
                continue;                                                                // a sliver of it
            const QHash<QRgb, int> found = colours(image, place.adjusted(6, 6, -6, -6)); // without a frame
            QRgb ground = 0;
            int most = 0;
            for (auto it = found.begin(); it != found.end(); ++it)
                if (it.value() > most) {
                    most = it.value();
                    ground = it.key();
                }
            double best = 1;
            for (auto it = found.begin(); it != found.end(); ++it)
                if (it.value() >= 6)
                    best = std::max(best, contrast(it.key(), ground));
            ++measured;
            if (best < 4.5)
                wrong << QStringLiteral("%1: %2 at %3:1")
                             .arg(nameOf(widget), wordsOf(widget).left(40))
                             .arg(best, 0, 'f', 2);
        }
    });
    wrong.removeDuplicates();
    QVERIFY(measured > 200);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Wherever Tab stops, something that was not there before says so, and it stands out by 3:1 from what was there.
void TestAccessible::focusStandsOut() {
    QFETCH(int, choice);
    applyTheme(*qApp, static_cast<ThemeChoice>(choice));
    decide();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QStringList wrong;
    int measured = 0;
    QSet<const QWidget*> stops;
    for (int presses = 0; presses < 200; ++presses) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window_.get(), Qt::Key_Tab);
        QCoreApplication::processEvents();
        QWidget* const widget = QApplication::focusWidget();
        if (!widget || widget->window() != window_.get())
            continue;
        if (stops.contains(widget) || !inSight(widget)) // Tab also walks within an article
            continue;
        stops << widget;
        const auto look = [&] {
            QImage image(widget->size() * scale, QImage::Format_RGB32);
            image.setDevicePixelRatio(scale);
            image.fill(Theme::current().surface);
            widget->render(&image);
            return image;
        };
        if (auto* line = qobject_cast<QLineEdit*>(widget))
            line->deselect();
        const QImage with = look();
        widget->clearFocus();
        QCoreApplication::processEvents();
        const QImage without = look();
        widget->setFocus(Qt::TabFocusReason);
        int changed = 0;
        double most = 1;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                if (with.pixel(x, y) != without.pixel(x, y)) {
                    ++changed;
                    most = std::max(most, contrast(with.pixel(x, y), without.pixel(x, y)));
                }
        ++measured;
        if (changed < 4 * scale * scale || most < 3)
            wrong << QStringLiteral("%1: %2 points change, by %3:1").arg(nameOf(widget)).arg(changed).arg(most);
    }
    QVERIFY2(measured >= 10, qPrintable(QString::number(measured)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// The third way of reading: a table of claims, cell by cell.
void TestAccessible::theClaimTableIsATable() {
    drive::command(*window_, QStringLiteral("Overview"))->trigger();
    auto* overview = drive::dialog<Overview>();
    auto* table = drive::find<QTableView>(overview, QStringLiteral("Claims by articles"));
    QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(table);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Table);
    QVERIFY(accessible->state().focusable);
    auto* const cells = accessible->tableInterface();
    QVERIFY(cells);
    QCOMPARE(cells->columnCount(), int(workbench_->snapshot()->articles.size()));
    QCOMPARE(cells->rowCount(), int(workbench_->snapshot()->comparison.questions.size()));
    bool said = false;
    for (int row = 0; row < cells->rowCount(); ++row) {
        QVERIFY(!cells->rowDescription(row).isEmpty());
        for (int column = 0; column < cells->columnCount(); ++column) {
            QVERIFY(!cells->columnDescription(column).isEmpty());
            QAccessibleInterface* const cell = cells->cellAt(row, column);
            QVERIFY(cell);
            said = said || cell->text(QAccessible::Name).contains(QStringLiteral("160"));
        }
    }
    QVERIFY(said);
}

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
