// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck: starts the workbench's window.
#include "ui/language.h"
#include "ui/launch.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>

#include <clocale>
#include <cstdio>

using countercheck::ui::Launch;

int main(int argc, char** argv) {
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
    if (launch.kind == Launch::Kind::Help || launch.kind == Launch::Kind::Wrong) {
        QCoreApplication terminal(argc, argv); // translations live in it
        countercheck::ui::installLanguage(terminal, countercheck::ui::Settings::language());
        if (launch.kind == Launch::Kind::Help) {
            std::fputs(Launch::helpText().toUtf8().constData(), stdout);
            return 0;
        }
        std::fprintf(stderr, "%s\n", Launch::fromArguments(arguments).problem.toUtf8().constData());
        return 2;
    }

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Countercheck"));
    QApplication::setApplicationVersion(QStringLiteral(COUNTERCHECK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("countercheck"));
    QApplication::setWindowIcon(
        QIcon::fromTheme(QStringLiteral("countercheck"), QIcon(QStringLiteral(":/icon/countercheck.svg"))));
    std::setlocale(LC_NUMERIC, "C");
    countercheck::ui::installLanguage(application, countercheck::ui::Settings::language());

    countercheck::ui::applyTheme(application, countercheck::ui::Settings::theme());
    countercheck::ui::Workbench workbench;
    countercheck::ui::MainWindow window(&workbench);
    window.show();
    // The window stands before anything is read.
    QTimer::singleShot(0, &window, [&workbench, launch] { countercheck::ui::open(workbench, launch); });
    return QApplication::exec();
}
