// SPDX-License-Identifier: GPL-3.0-or-later
// How fast is the window?
//   bench_window [STARTS]   start-up next to an empty QMainWindow, and frame times while scrolling
//   bench_window --sample   one start of the program as it is, which ends once its window can be worked in
//   bench_window --closed   the same, closed as a person closes it
// Start-up is measured from the moment a process is started to the end of its first frame, loading of libraries
// included, for both alike and in turns; the median counts. The empty window is a program of its own (bench_empty),
// which links nothing but Qt. Frames are painted in full (repaint) on a pane with 2,000 marks.
#include "tests/bench/firstframe.h"
#include "tests/bench/synthetic.h"

#include "core/desk/desk.h"
#include "ui/basics/theme.h"
#include "ui/mainwindow.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"
#include "ui/program.h"
#include "ui/workbench/workbench.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace countercheck;

namespace {

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[values.size() / 2];
}

/// One start of the program, told how far it has come.
int start(char** argv, bool closed) {
    return ui::runProgram(1, argv, [closed](ui::Started far, ui::MainWindow& window) {
        bench::tellTime(far == ui::Started::Seen ? "seen" : "live");
        if (far == ui::Started::Live && closed)
            window.close();
        else if (far == ui::Started::Live)
            std::_Exit(0);
    });
}

struct Time {
    double wall = 0, processor = 0; ///< milliseconds
};
/// What a program that is started now tells of its start.
std::map<QByteArray, Time> startedIn(const QString& program, const QStringList& arguments, const QString& home) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(folder), home);
    process.setProcessEnvironment(environment);
    const double began = bench::now();
    process.start(program, arguments);
    std::map<QByteArray, Time> times;
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return times;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        if (const auto parts = line.split(' '); parts.size() == 3)
            times[parts[0]] = {parts[1].toDouble() - began, parts[2].toDouble()};
    return times;
}

/// Starts of an empty window, of the program with a picture of its last state, and without one, in turns.
bool starts(int often) {
    const QString self = QCoreApplication::applicationFilePath();
    const QString empty = QFileInfo(self).absolutePath() + QStringLiteral("/bench_empty");
    const QTemporaryDir with, without;
    QDir(without.path()).mkdir(QStringLiteral("Countercheck"));
    QFile settings(without.filePath(QStringLiteral("Countercheck/countercheck.conf")));
    if (!settings.open(QIODevice::WriteOnly) || settings.write("[view]\nlastScreen=false\n") < 0)
        return false;
    settings.close();
    if (startedIn(self, {QStringLiteral("--closed")}, with.path()).empty())
        return false;
    struct Kind {
        const char* what;
        QString program;
        QStringList arguments;
        QString home;
        QByteArray reached;
        std::vector<double> wall, processor;
    } kinds[] = {
        {"empty QMainWindow", empty, {}, with.path(), "seen", {}, {}},
        {"sample case: first frame, a picture of the last one", self, {"--sample"}, with.path(), "seen", {}, {}},
        {"sample case: first frame of the window itself", self, {"--sample"}, with.path(), "live", {}, {}},
        {"sample case: first frame where no picture was kept", self, {"--sample"}, without.path(), "seen", {}, {}},
        {"sample case: first frame of the window itself, then", self, {"--sample"}, without.path(), "live", {}, {}},
    };
    for (int i = 0; i <= often; ++i)
        for (Kind& kind : kinds) {
            const auto times = startedIn(kind.program, kind.arguments, kind.home);
            const auto time = times.find(kind.reached);
            if (time == times.end())
                return false;
            if (i > 0) { // the first is for the disk
                kind.wall.push_back(time->second.wall);
                kind.processor.push_back(time->second.processor);
            }
        }
    std::printf("start-up, process start to frame, median of %d in turns (%s)\n", often,
                qPrintable(QGuiApplication::platformName()));
    for (const Kind& kind : kinds)
        std::printf("  %-54s %7.1f ms, %5.2f times; processor %6.1f ms, %5.2f times\n", kind.what, median(kind.wall),
                    median(kind.wall) / median(kinds[0].wall), median(kind.processor),
                    median(kind.processor) / median(kinds[0].processor));
    return true;
}

void away(const QTemporaryDir& folder) { // from the settings of the person who measures
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Countercheck"));
    QCoreApplication::setApplicationName(QStringLiteral("bench"));
}

/// Lets everything happen that is due, for so long.
void settle(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, milliseconds);
}

int frames() {
    const QTemporaryDir folder;
    away(folder);
    ui::applyTheme(*qApp, ui::ThemeChoice::Light);

    // Two tellings of the same long text, so that its claims become questions and its words marks.
    auto file = store::CaseFile::inMemory();
    if (std::holds_alternative<store::Problem>(
            file->apply(dossier::SetPerson{{"Bench", dossier::Role::Checker}}, "Bench")))
        return 1;
    const std::string text = bench::article(7, 290'000);
    for (const std::string& one : {text, text + "\n\nThat was all.\n"}) {
        dossier::AddArticle add;
        add.article.id.sha256 = store::sha256Hex(one);
        add.article.info = {"A long article", "Wire", "2026-01-13", {}, "en"};
        add.article.text = one;
        add.article.encoding = "UTF-8";
        add.article.fileName = "long.txt";
        add.article.capturedAt = "2026-01-13T09:00:00.000Z";
        add.bytes = one;
        if (std::holds_alternative<store::Problem>(file->apply(add, "Bench")))
            return 1;
    }
    auto comparison = desk::analyse(file->snapshot()->articles.get());
    if (!comparison || std::holds_alternative<store::Problem>(file->setComparison(std::move(*comparison))))
        return 1;
    ui::Workbench workbench;
    ui::MainWindow window(&workbench);
    window.resize(1280, 860);
    window.show();
    workbench.adopt(std::move(file), ui::Workbench::Place::Memory);
    settle(500);
    ui::ArticleText* pane = window.findChild<ui::PaneBoard*>()->pane(0)->text();
    QScrollBar* bar = pane->verticalScrollBar();
    std::vector<double> times, processor;
    QElapsedTimer timer;
    for (int at = 0; at <= bar->maximum() && times.size() < 2000; at += 60) {
        const double used = bench::processorTime();
        timer.start();
        bar->setValue(at);
        QApplication::processEvents();
        pane->viewport()->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(bench::processorTime() - used);
    }
    if (times.empty() || pane->marks().size() < 2000)
        return 1;
    std::printf("scrolling %zu frames over %zu marks\n", times.size(), pane->marks().size());
    for (const auto& [what, all] : {std::pair("time", times), std::pair("processor", processor)}) {
        std::vector<double> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        std::printf(
            "  %-9s  median %.1f ms, 95 %% under %.1f ms, 99 %% under %.1f ms, worst %.1f ms; %td over 16.7 ms\n", what,
            sorted[sorted.size() / 2], sorted[sorted.size() * 95 / 100], sorted[sorted.size() * 99 / 100],
            sorted.back(), sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), 16.7));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::string how = argc > 1 ? argv[1] : "21";
    if (how == "--sample" || how == "--closed")
        return start(argv, how == "--closed");
    QApplication application(argc, argv);
    const int often = std::atoi(how.c_str());
    if (often > 0 && !starts(often)) {
        std::fputs("bench_window: a start failed\n", stderr);
        return 1;
    }
    return frames();
}
