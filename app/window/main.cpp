// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck: starts the workbench's window.
#include "ui/launch.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QTimer>

#include <clocale>
#include <cstdio>

using countercheck::ui::Launch;

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    // Answered before a display is needed.
    const Launch launch = Launch::fromArguments(arguments);
    switch (launch.kind) {
    case Launch::Kind::Help:
        std::fputs(Launch::helpText().toUtf8().constData(), stdout);
        return 0;
    case Launch::Kind::Version:
        std::puts("countercheck " COUNTERCHECK_VERSION);
        return 0;
    case Launch::Kind::Wrong:
        std::fprintf(stderr, "%s\n", launch.problem.toUtf8().constData());
        return 2;
    default:
        break;
    }

    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Countercheck"));
    QApplication::setApplicationName(QStringLiteral("countercheck"));
    QApplication::setApplicationDisplayName(QStringLiteral("Countercheck"));
    QApplication::setApplicationVersion(QStringLiteral(COUNTERCHECK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("countercheck"));
    std::setlocale(LC_NUMERIC, "C");

    countercheck::ui::applyTheme(application, countercheck::ui::Settings::theme());
    countercheck::ui::Workbench workbench;
    countercheck::ui::MainWindow window(&workbench);
    window.show();
    // The window stands before anything is read.
    QTimer::singleShot(0, &window, [&workbench, launch] { countercheck::ui::open(workbench, launch); });
    return QApplication::exec();
}
