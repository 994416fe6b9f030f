// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch.h"

#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace countercheck::ui {

namespace {
QString say(const char* english) {
    return QCoreApplication::translate("Launch", english);
}
bool isCase(const QString& file) {
    return Workbench::isShared(file) || file.endsWith(QStringLiteral(".countercheck"), Qt::CaseInsensitive);
}
} // namespace

Launch Launch::fromArguments(const QStringList& arguments) {
    Launch launch;
    bool options = true;
    for (const QString& argument : arguments) {
        if (options && argument == QStringLiteral("--")) {
            options = false;
        } else if (options && (argument == QStringLiteral("--help") || argument == QStringLiteral("-h"))) {
            launch.kind = Kind::Help;
            return launch;
        } else if (options && argument == QStringLiteral("--version")) {
            launch.kind = Kind::Version;
            return launch;
        } else if (options && argument.startsWith(u'-') && argument.size() > 1) {
            launch.kind = Kind::Wrong;
            launch.problem =
                say(QT_TRANSLATE_NOOP("Launch", "countercheck: unknown option %1; try countercheck --help"))
                    .arg(argument);
            return launch;
        } else {
            launch.files << (Workbench::isShared(argument) ? argument : QFileInfo(argument).absoluteFilePath());
        }
    }
    if (launch.files.isEmpty())
        return launch;
    qsizetype cases = 0;
    for (const QString& file : launch.files)
        cases += isCase(file) ? 1 : 0;
    if (cases > 0 && launch.files.size() > 1) {
        launch.kind = Kind::Wrong;
        launch.problem = say(QT_TRANSLATE_NOOP(
            "Launch",
            "countercheck: give either one case or articles, not both; open the case and add the articles there"));
        return launch;
    }
    launch.kind = cases ? Kind::Case : Kind::Articles;
    return launch;
}

QString Launch::helpText() {
    return say(QT_TRANSLATE_NOOP("Launch", "Usage: countercheck [CASE.countercheck | ARTICLE…]\n"
                                           "\n"
                                           "Opens the workbench on a case, or on articles that are to be compared.\n"
                                           "Without arguments: the last case, or the sample case.\n"
                                           "\n"
                                           "  --help      this text\n"
                                           "  --version   the program's version\n"
                                           "\n"
                                           "countercheck-cli does the same work without a window.\n"));
}

void open(Workbench& workbench, const Launch& launch) {
    switch (launch.kind) {
    case Launch::Kind::Case:
        workbench.openCase(launch.files.front());
        return;
    case Launch::Kind::Articles:
        workbench.openArticles(launch.files);
        return;
    default:
        break;
    }
    const QStringList recent = Settings::recentCases();
    if (!recent.isEmpty() && workbench.openCase(recent.front()))
        return;
    workbench.openSample();
}

} // namespace countercheck::ui
