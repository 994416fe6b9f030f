// SPDX-License-Identifier: GPL-3.0-or-later
// How free does the window stay with a large case?
//   bench_bigcase --make FILE ARTICLES    writes a case of an invented archive
//   bench_bigcase FILE                    opens a copy of it in the window, works in it and reports each step
// For each step: how long it took until nothing was to be done any more, and the longest time in which the window's
// thread answered nothing, told by a timer that beats every millisecond; and the most processor time between two beats.
// Steps end when the window has painted.
#include "tests/compare/newscorpus.h"

#include "core/desk/desk.h"
#include "core/dossier/sha256.h"
#include "core/store/casefile.h"
#include "ui/basics/theme.h"
#include "ui/finder.h"
#include "ui/mainwindow.h"
#include "ui/panes/paneboard.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>

#include <sys/resource.h>

using namespace countercheck;

namespace {

int make(const std::string& path, std::size_t count) {
    QFile::remove(QString::fromStdString(path));
    auto opened = store::CaseFile::open(path, store::OpenMode::CreateOrOpen);
    if (auto* wrong = std::get_if<store::Problem>(&opened)) {
        std::fprintf(stderr, "%s\n", wrong->message.c_str());
        return 1;
    }
    auto& file = std::get<0>(opened);
    const auto kept = [](const auto& outcome) {
        if (const auto* wrong = std::get_if<store::Problem>(&outcome))
            std::fprintf(stderr, "%s\n", wrong->message.c_str());
        return outcome.index() == 0;
    };
    if (!kept(file->apply(dossier::SetPerson{{"Bench", dossier::Role::Editor, {}}}, "Bench")))
        return 1;
    const compare::NewsCorpus corpus = compare::newsCorpus(count, 1);
    file->hurry();
    for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
        const auto& made = corpus.articles[i];
        dossier::AddArticle add;
        add.article.info = {{}, made.publisher, made.published, {}, "en"};
        add.article.text = made.text;
        add.article.encoding = "UTF-8";
        add.article.fileName = std::to_string(i) + ".txt";
        add.article.capturedAt = "2026-01-13T09:00:00.000Z";
        add.bytes = made.text;
        add.article.id.sha256 = dossier::sha256Hex(add.bytes);
        if (!file->holds(add.article.id) && !kept(file->apply(add, "Bench")))
            return 1;
    }
    if (!kept(file->settle()))
        return 1;
    const auto snapshot = file->snapshot();
    auto comparison = desk::analyse(snapshot->articles);
    if (!comparison || !kept(file->setComparison(std::move(*comparison), *snapshot)))
        return 1;
    std::printf("%zu articles, %zu questions, %zu to decide\n", file->snapshot()->articles.size(),
                file->snapshot()->comparison.questions.size(), file->snapshot()->countable());
    return 0;
}

/// The longest time between two beats.
class Watch : public QObject {
public:
    Watch() {
        beat_.setTimerType(Qt::PreciseTimer);
        connect(&beat_, &QTimer::timeout, this, [this] { note(); });
        beat_.start(1);
    }
    void begin() {
        note();
        worst_ = busiest_ = 0;
        all_.start();
    }
    void end(const char* what) {
        note();
        if (std::getenv("BENCH_TIMES")) { // for perf script --time
            timespec at{};
            clock_gettime(CLOCK_MONOTONIC, &at);
            const double now = static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
            std::printf("%.3f,%.3f ", now - static_cast<double>(all_.nsecsElapsed()) / 1e9, now);
        }
        std::printf("%-44s %9.1f ms, longest block %8.1f ms (%.1f ms of processor time)\n", what,
                    static_cast<double>(all_.nsecsElapsed()) / 1e6, static_cast<double>(worst_) / 1e6,
                    static_cast<double>(busiest_) / 1e6);
        std::fflush(stdout);
    }

private:
    static qint64 processor() { // of this thread: others make it wait, too
        timespec at{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return at.tv_sec * 1'000'000'000LL + at.tv_nsec;
    }
    void note() {
        const qint64 now = processor();
        worst_ = std::max(worst_, since_.isValid() ? since_.nsecsElapsed() : 0);
        busiest_ = std::max(busiest_, now - before_);
        before_ = now;
        since_.start();
    }

    QTimer beat_;
    QElapsedTimer since_, all_;
    qint64 worst_ = 0, busiest_ = 0, before_ = processor();
};

int work(const QString& path) {
    int argc = 1;
    char program[] = "bench_bigcase";
    char* argv[] = {program, nullptr};
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Countercheck"));
    QCoreApplication::setApplicationName(QStringLiteral("bench"));
    const QString copy = folder.filePath(QStringLiteral("case.countercheck"));
    if (!QFile::copy(path, copy))
        return 1;
    ui::applyTheme(application, ui::ThemeChoice::Light);
    ui::Workbench workbench;
    workbench.setPerson({"Bench", dossier::Role::Editor, {}});
    ui::MainWindow window(&workbench);
    window.resize(1280, 800);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return 1;
    QString problems;
    QObject::connect(&workbench, &ui::Workbench::problem,
                     [&problems](const QString& message) { problems += message + u'\n'; });
    Watch watch;
    const auto idle = [&] {
        QTest::qWait(5);
        (void)QTest::qWaitFor([&] { return !workbench.busy(); }, 600'000);
        QTest::qWait(30);
    };
    const auto step = [&](const char* what, const std::function<void()>& act) {
        idle();
        watch.begin();
        act();
        idle();
        watch.end(what);
    };
    auto* board = window.findChild<ui::PaneBoard*>();
    const auto named = [&window](const QString& name) {
        for (auto* line : window.findChildren<QLineEdit*>())
            if (line->accessibleName() == name)
                return line;
        return static_cast<QLineEdit*>(nullptr);
    };
    const auto run = [&window](const QString& words) {
        for (QAction* action : window.findChildren<QAction*>()) {
            if (QString(action->text()).remove(u'&').startsWith(words)) {
                action->trigger();
                return;
            }
        }
        std::printf("no command “%s”\n", qPrintable(words));
    };
    step("open", [&] {
        workbench.openCase(copy);
        (void)QTest::qWaitFor([&] { return !workbench.snapshot()->articles.empty(); }, 600'000);
    });
    std::printf("%zu articles, %zu questions, %zu unresolved, %d panes exist\n", workbench.snapshot()->articles.size(),
                workbench.snapshot()->comparison.questions.size(), workbench.snapshot()->unresolved(),
                board->existingPanes());
    step("20 unresolved questions on", [&] {
        for (int i = 0; i < 20; ++i) {
            workbench.walkUnresolved(+1);
            QTest::qWait(5);
        }
    });
    auto* bar = board->findChild<QAbstractScrollArea*>(QStringLiteral("Row of panes"))->horizontalScrollBar();
    step("100 steps of scrolling sideways", [&] {
        for (int i = 0; i < 100; ++i) {
            bar->setValue(bar->value() + bar->singleStep());
            QTest::qWait(2);
        }
    });
    step("100 jumps in the row", [&] {
        for (int i = 0; i < 100; ++i) {
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * i / 100));
            QTest::qWait(2);
        }
    });
    QLineEdit* search = named(QStringLiteral("Search"));
    if (!search)
        search = window.findChildren<QLineEdit*>().value(0);
    step("typing “bridge” into the search", [&] {
        for (const char c : std::string("bridge")) {
            search->setText(search->text() + QLatin1Char(c));
            QTest::qWait(30);
        }
    });
    step("clearing the search", [&] { search->clear(); });
    for (const char* chip : {"contradictions", "discrepancies", "unchecked", "my unresolved", "signed off", "all"}) {
        const QString name = QStringLiteral("Filter: ") + QLatin1String(chip);
        QAbstractButton* found = nullptr;
        for (auto* button : window.findChildren<QAbstractButton*>())
            if (button->accessibleName() == name)
                found = button;
        if (found)
            step(qPrintable(name), [found] { found->click(); });
        else
            std::printf("no chip “%s”\n", qPrintable(name));
    }
    const dossier::QuestionKey key = *workbench.selection();
    step("a verdict", [&] { workbench.apply(dossier::SetVerdict{key, dossier::VerdictState::Disputed, "x", {}, {}}); });
    step("a second verdict", [&] {
        workbench.apply(dossier::SetVerdict{key, dossier::VerdictState::Unverifiable, "y", {}, {}});
    });
    step("undo", [&] { workbench.undo(); });
    step("hide an article", [&] {
        emit board->arrangeRequested([&] {
            dossier::Arrange arrange;
            for (const auto& article : workbench.snapshot()->articles.get())
                arrange.order.push_back(article.id);
            arrange.hidden.push_back(arrange.order[1]);
            return arrange;
        }());
    });
    step("move an article", [&] {
        emit board->arrangeRequested([&] {
            dossier::Arrange arrange;
            for (const auto& article : workbench.snapshot()->articles.get())
                arrange.order.push_back(article.id);
            arrange.hidden.push_back(arrange.order[1]);
            std::swap(arrange.order[2], arrange.order[3]);
            return arrange;
        }());
    });
    step("that undone", [&] { workbench.undo(); });
    step("moved far", [&] {
        dossier::Arrange arrange;
        for (const auto& article : workbench.snapshot()->articles.get())
            arrange.order.push_back(article.id);
        std::rotate(arrange.order.begin() + 3, arrange.order.begin() + 4, arrange.order.end());
        emit board->arrangeRequested(arrange);
    });
    step("two questions joined", [&] {
        const auto& questions = workbench.snapshot()->comparison.questions.get();
        workbench.apply(dossier::Join{{{questions[10].key}, {questions[20].key}}});
    });
    step("an article taken out",
         [&] { workbench.apply(dossier::RemoveArticle{workbench.snapshot()->articles.get()[5].id}); });
    step("that undone", [&] { workbench.undo(); });
    step("overview", [&] { run(QStringLiteral("Overview")); });
    step("a verdict with the overview open", [&] {
        workbench.apply(dossier::SetVerdict{key, dossier::VerdictState::Disputed, "z", {}, {}});
    });
    step("history", [&] { run(QStringLiteral("History")); });
    step("search in all texts", [&] {
        run(QStringLiteral("Find in"));
        QTest::qWait(20);
        auto* finder = window.findChild<ui::Finder*>();
        if (!finder)
            return;
        QString typed;
        for (const char c : std::string("river")) {
            typed += QLatin1Char(c);
            finder->setQuery(typed);
            QTest::qWait(30);
        }
        QTest::qWait(500);
    });
    step("one article more", [&] {
        workbench.addText(QStringLiteral("On Monday 17 people were hurt when a bus hit a wall in Lower Sandford, the "
                                         "police said. The driver was taken to hospital."));
    });
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("most memory %ld MB, processor time %.1f s\n%s", usage.ru_maxrss / 1024,
                static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6,
                qPrintable(problems));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "--make")
        return make(argv[2], static_cast<std::size_t>(std::atoll(argv[3])));
    if (argc == 2)
        return work(QString::fromLocal8Bit(argv[1]));
    std::fprintf(stderr, "bench_bigcase --make FILE ARTICLES, or bench_bigcase FILE\n");
    return 2;
}
