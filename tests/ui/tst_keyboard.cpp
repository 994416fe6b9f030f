// SPDX-License-Identifier: GPL-3.0-or-later
// A question's whole way without a mouse: found, decided, explained, undone and done again, signed off by somebody
// else, looked at in every view. Nothing here touches a widget but the one that has the keyboard.
#include "tests/ui/storywindow.h"
#include "ui/basics/theme.h"
#include "ui/deciding/persondialog.h"
#include "ui/exports/exportdialog.h"
#include "ui/finder.h"
#include "ui/sources/overview.h"

#include <QPointer>
#include <QStyle>

using namespace countercheck;
using namespace countercheck::ui;

class tst_Keyboard : public StoryWindow {
    Q_OBJECT

    static QWidget* focus() { return QApplication::focusWidget(); }
    static void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QWidget* const at = focus() ? focus() : QApplication::activeWindow();
        QVERIFY(at);
        QTest::keyClick(at, static_cast<Qt::Key>(key), with);
        QCoreApplication::processEvents();
    }
    static void type(const QString& words) {
        QVERIFY(focus());
        QTest::keyClicks(focus(), words);
    }
    /// Goes on with Tab until the keyboard is there.
    static bool tabTo(const QString& name) {
        for (int i = 0; i < 120 && focus(); ++i) {
            if (focus()->accessibleName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    template <class T> static bool closedByEscape() {
        auto* const window = drive::dialog<T>();
        if (!QTest::qWaitForWindowActive(window))
            return false;
        QTest::keyClick(focus() ? focus() : window, Qt::Key_Escape);
        const QPointer<T> left(window);
        return QTest::qWaitFor([&] { return !left || !left->isVisible(); });
    }
    [[nodiscard]] const dossier::Decisions& decided(const dossier::QuestionKey& key) const {
        return workbench_->snapshot()->decisionsOf(key);
    }
    void backInTheWindow() const {
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::CaseFile, {"Ada", dossier::Role::Checker, {}}); }
    void cleanup() { closeStory(); }

    void theWholeStory() {
        backInTheWindow();
        press(Qt::Key_F8);
        const auto selected = workbench_->selection();
        QVERIFY(selected);
        const dossier::QuestionKey key = *selected;

        press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(focus() && focus()->accessibleName().startsWith("Verdict"));
        QVERIFY(tabTo(QStringLiteral("Verdict: Disputed")));
        press(Qt::Key_Space);
        QVERIFY(decided(key).verdict);
        QCOMPARE(decided(key).verdict->state, dossier::VerdictState::Disputed);

        press(Qt::Key_M, Qt::ControlModifier);
        type(QStringLiteral("two counts"));
        press(Qt::Key_F8); // on to the next one, and back: what was written is kept
        press(Qt::Key_1, Qt::AltModifier);
        workbench_->select(key);
        QCOMPARE(decided(key).verdict->note, std::string("two counts"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!decided(key).verdict || decided(key).verdict->note.empty());
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(decided(key).verdict->note, std::string("two counts"));

        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(QTest::qWaitForWindowActive(drive::dialog<Finder>()));
        type(QStringLiteral("I am"));
        press(Qt::Key_Return);
        auto* person = drive::dialog<PersonDialog>();
        QVERIFY(QTest::qWaitForWindowActive(person));
        QVERIFY(tabTo(QStringLiteral("Your name")));
        press(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("Grace"));
        QVERIFY(tabTo(QStringLiteral("Your role")));
        type(QStringLiteral("e")); // editor
        QVERIFY(tabTo(QStringLiteral("This is me")));
        press(Qt::Key_Space);
        QTRY_COMPARE(workbench_->person().name, std::string("Grace"));
        QCOMPARE(workbench_->person().role, dossier::Role::Editor);

        backInTheWindow();
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(decided(key).signOff);
        QCOMPARE(decided(key).signOff->stamp.by, std::string("Grace"));

        press(Qt::Key_F9);
        QVERIFY(closedByEscape<Overview>());
        backInTheWindow();
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(closedByEscape<ExportDialog>());
        backInTheWindow();
        press(Qt::Key_4, Qt::AltModifier);
        auto* overview = drive::dialog<Overview>();
        QVERIFY(QTest::qWaitForWindowActive(overview));
        QCOMPARE(focus()->accessibleName(), QStringLiteral("All articles"));
        press(Qt::Key_Escape);
    }

    void lettersAreUnderlinedWhileTheyAreAskedFor() {
        applyTheme(*qApp, ThemeChoice::Light);
        QWidget window;
        window.show();
        const auto underlined = [&window] {
            return window.style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, &window) != 0;
        };
        QVERIFY(!underlined());
        QTest::keyPress(&window, Qt::Key_Alt);
        QVERIFY(underlined());
        QTest::mouseClick(&window, Qt::LeftButton);
        QVERIFY(!underlined());
        QTest::keyPress(&window, Qt::Key_Alt);
        QTest::keyRelease(&window, Qt::Key_Alt);
        QTRY_VERIFY(!underlined()); // no menu was opened
    }
};

QTEST_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"
