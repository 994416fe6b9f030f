// SPDX-License-Identifier: GPL-3.0-or-later
// How fast is the window?
//   bench_window            start-up to the first paint next to an empty QMainWindow, and frame times while scrolling
//   bench_window --empty    one start of an empty QMainWindow (used by the first form, in a process of its own)
//   bench_window --sample   one start of the workbench with the sample case
// Start-up is measured from before QApplication is made to the end of the first paint, ten processes each, in turns;
// the median counts. Frames are painted in full (repaint) on a pane of 400 × 800 points with about 2,000 marks.
#include "tests/bench/synthetic.h"

#include "core/desk/desk.h"
#include "ui/mainwindow.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"
#include "ui/theme.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace countercheck;

namespace {

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[values.size() / 2];
}

void away(const QTemporaryDir& folder) { // from the settings of the person who measures
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Countercheck"));
    QCoreApplication::setApplicationName(QStringLiteral("bench"));
}

/// Milliseconds until the first paint is done.
int start(int argc, char** argv, bool sample) {
    QElapsedTimer timer;
    timer.start();
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    away(folder);
    std::unique_ptr<ui::Workbench> workbench;
    std::unique_ptr<QMainWindow> window;
    if (sample) {
        ui::applyTheme(application, ui::ThemeChoice::Light);
        workbench = std::make_unique<ui::Workbench>();
        window = std::make_unique<ui::MainWindow>(workbench.get());
        workbench->openSample();
    } else {
        window = std::make_unique<QMainWindow>();
    }
    window->resize(1280, 800);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        return 1;
    window->repaint();
    std::printf("%.2f\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    window.reset();
    return 0;
}

double startedIn(const QString& program, const QString& how) {
    QProcess process;
    process.start(program, {how});
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? process.readAllStandardOutput().toDouble() : -1;
}

int frames(int argc, char** argv) {
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    away(folder);
    ui::applyTheme(application, ui::ThemeChoice::Light);

    std::vector<double> empty, sample;
    for (int i = 0; i < 10; ++i) {
        empty.push_back(startedIn(QCoreApplication::applicationFilePath(), QStringLiteral("--empty")));
        sample.push_back(startedIn(QCoreApplication::applicationFilePath(), QStringLiteral("--sample")));
    }
    std::printf("start-up, median of 10: empty QMainWindow %.1f ms, with the sample case %.1f ms: %.2f times\n",
                median(empty), median(sample), median(sample) / median(empty));

    // Two tellings of the same long text, so that its claims become questions and its words marks.
    auto file = store::CaseFile::inMemory();
    if (std::holds_alternative<store::Problem>(
            file->apply(dossier::SetPerson{{"Bench", dossier::Role::Checker}}, "Bench")))
        return 1;
    const std::string text = bench::article(7, 120'000);
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
    if (!QTest::qWaitForWindowExposed(&window))
        return 1;
    workbench.adopt(std::move(file), ui::Workbench::Place::Memory);
    QApplication::processEvents();
    ui::ArticleText* pane = window.findChild<ui::PaneBoard*>()->pane(0)->text();
    QScrollBar* bar = pane->verticalScrollBar();
    std::vector<double> times;
    QElapsedTimer timer;
    for (int at = 0; at <= bar->maximum() && times.size() < 2000; at += 60) {
        timer.start();
        bar->setValue(at);
        QApplication::processEvents();
        pane->viewport()->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty())
        return 1;
    std::printf("scrolling %zu frames over %zu marks: median %.1f ms, 95 %% under %.1f ms, worst %.1f ms\n",
                sorted.size(), pane->marks().size(), sorted[sorted.size() / 2], sorted[sorted.size() * 95 / 100],
                sorted.back());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QByteArray how = argc > 1 ? argv[1] : "";
    if (how == "--empty" || how == "--sample")
        return start(argc, argv, how == "--sample");
    return frames(argc, argv);
}
