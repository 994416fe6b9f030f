// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"

#include "core/desk/desk.h"
#include "ui/basics/desktopmotion.h"
#include "ui/basics/theme.h"
#include "ui/lastscreen.h"
#include "ui/launch.h"
#include "ui/mainwindow.h"
#include "ui/workbench/language.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QTimer>

#include <clocale>
#include <cstdio>
#include <future>
#include <memory>
#include <optional>

namespace countercheck::ui {

namespace {

/// Calls `then` once a window's first frame is on the screen.
class FirstFrame : public QObject {
public:
    FirstFrame(QWidget* window, std::function<void()> then) : QObject(window), then_(std::move(then)) {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { // the frame is handed over with the event that is under way
                then_();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<void()> then_;
};

/// The case whose picture would be right; empty: none would.
QString expected(const Launch& launch) {
    if (launch.kind == Launch::Kind::Case)
        return launch.files.front();
    if (launch.kind == Launch::Kind::Articles)
        return {};
    const QStringList recent = Settings::recentCases();
    return recent.isEmpty() ? LastScreen::sample() : recent.front();
}

/// Makes a window with all that is in it, as it looks, at its place, and shows it; it is not painted yet.
void build(QApplication& application, MainWindow& window) {
    std::setlocale(LC_NUMERIC, "C");
    window.finish();
    applyTheme(application, Settings::theme());
    window.show();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall); // widgets that are still to be shown
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

int answer(int argc, char** argv, const QStringList& arguments, Launch::Kind kind) {
    QCoreApplication terminal(argc, argv); // translations live in it
    installLanguage(terminal, Settings::language());
    if (kind == Launch::Kind::Help) {
        std::fputs(Launch::helpText().toUtf8().constData(), stdout);
        return 0;
    }
    std::fprintf(stderr, "%s\n", Launch::fromArguments(arguments).problem.toUtf8().constData());
    return 2;
}

} // namespace

int runProgram(int argc, char** argv, const std::function<void(Started, MainWindow&)>& reached) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCoreApplication::setOrganizationName(QStringLiteral("Countercheck"));
    QCoreApplication::setApplicationName(QStringLiteral("countercheck"));
    // Answered before a display is needed.
    const Launch launch = Launch::fromArguments(arguments);
    if (launch.kind == Launch::Kind::Version) {
        std::puts("countercheck " COUNTERCHECK_VERSION);
        return 0;
    }
    if (launch.kind == Launch::Kind::Help || launch.kind == Launch::Kind::Wrong)
        return answer(argc, argv, arguments, launch.kind);

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Countercheck"));
    QApplication::setApplicationVersion(QStringLiteral(COUNTERCHECK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("countercheck"));
    installLanguage(application, Settings::language());

    Workbench workbench;
    std::unique_ptr<MainWindow> window;
    const auto tell = [&](Started far) {
        if (reached)
            reached(far, *window);
    };
    const auto later = [&] { // what nobody misses in the first frame
        QApplication::setWindowIcon(
            QIcon::fromTheme(QStringLiteral("countercheck"), QIcon(QStringLiteral(":/icon/countercheck.svg"))));
        askDesktopForReducedMotion(window.get(), [&window](bool reduced) { window->followMotion(reduced); });
    };
    const QString path = expected(launch);
    const bool sample = path == LastScreen::sample();
    std::optional<LastScreen> last;
    if (!path.isEmpty() && Settings::lastScreen())
        last = LastScreen::of(path, isDark(application, Settings::theme()), QLocale().name());
    applyColours(application, Settings::theme()); // before there is a window: it would go on with another font
    // First what it showed last time, else its surfaces and lines; then all that is in it.
    window = std::make_unique<MainWindow>(&workbench, last ? *last : LastScreen{});
    new FirstFrame(window.get(), [&, selection = last ? last->selection : std::string()] {
        if (!window->isVisible())
            return; // it was closed meanwhile
        tell(Started::Seen);
        if (sample) // is made while the window is
            workbench.awaitSample(std::async(std::launch::async, desk::sampleCase));
        window->setUpdatesEnabled(false); // what is seen stays until all is there
        build(application, *window);
        if (!selection.empty())
            workbench.selectFirst(dossier::QuestionKey{selection});
        open(workbench, launch); // a large case is opened beside the window
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        window->setUpdatesEnabled(true);
        window->repaint();
        tell(Started::Live);
        later();
    });
    last.reset();
    window->setKeepsScreen(true);
    window->show();
    return QApplication::exec();
}

} // namespace countercheck::ui
