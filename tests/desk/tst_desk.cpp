// SPDX-License-Identifier: GPL-3.0-or-later
// Files come in, are read, compared and kept: the desk from end to end, without a window.
#include "core/compare/compare.h"
#include "core/desk/desk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace countercheck;

namespace {

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

const QByteArray first =
    "Date: 2026-03-03\n\nGale tears roofs off in Port Rowan\n\nThree people were killed when a gale hit Port Rowan "
    "on Monday, the fire brigade said.\n\nMore than 40 houses were damaged, it said.\n";
const QByteArray second =
    "Date: 2026-03-03\n\nPort Rowan counts the cost of the gale\n\nFive people were killed when the gale hit "
    "Port Rowan on Monday, police said.\n\nNearly 60 houses were damaged, according to the town hall.\n";

std::unique_ptr<store::CaseFile> created(const QString& path) {
    auto opened = store::CaseFile::open(path.toStdString(), store::OpenMode::CreateOrOpen);
    if (const auto* problem = std::get_if<store::Problem>(&opened))
        qFatal("%s", problem->message.c_str());
    return std::get<std::unique_ptr<store::CaseFile>>(std::move(opened));
}

const compare::Question* questionWith(const dossier::Dossier& dossier, std::string_view words) {
    for (const compare::Question& question : dossier.comparison.questions)
        for (const compare::QuestionClaim& claim : question.claims)
            if (claim.quote == words)
                return &question;
    return nullptr;
}

} // namespace

class TestDesk : public QObject {
    Q_OBJECT

private slots:
    void filesBecomeQuestions() {
        QTemporaryDir folder;
        const auto a = write(folder, "a.txt", first), b = write(folder, "b.txt", second);
        auto file = created(folder.filePath("gale.countercheck"));
        const auto lines = desk::importFiles(*file, {a.toStdString(), b.toStdString()}, "Ada");
        QCOMPARE(lines.size(), std::size_t{2});
        for (const auto& line : lines)
            QVERIFY2(line.taken == desk::Taken::Taken, line.message.c_str());
        const auto dossier = file->snapshot();
        QCOMPARE(dossier->title, std::string("gale"));
        const compare::Question* killed = questionWith(*dossier, "Three people");
        QVERIFY(killed);
        QCOMPARE(killed->claims.size(), std::size_t{2});
        QVERIFY(killed->status() == compare::RelationKind::Contradiction);
        const compare::Question* houses = questionWith(*dossier, "More than 40 houses");
        QVERIFY(houses);
        QVERIFY(houses->status() == compare::RelationKind::Discrepancy);
        QVERIFY(houses != killed);
        QVERIFY(!file->comparisonStale());
    }

    void aRefusedFileStopsNothing() {
        QTemporaryDir folder;
        const auto a = write(folder, "a.txt", first), empty = write(folder, "empty.txt", "  \n");
        auto file = created(folder.filePath("case.countercheck"));
        const std::string missing = folder.filePath("missing.txt").toStdString();
        const auto lines =
            desk::importFiles(*file, {missing, a.toStdString(), empty.toStdString(), a.toStdString()}, "Ada");
        QCOMPARE(lines.size(), std::size_t{4});
        QVERIFY(lines[0].taken == desk::Taken::Refused);
        QVERIFY(lines[0].message.find("missing.txt") != std::string::npos);
        QVERIFY(lines[1].taken == desk::Taken::Taken);
        QVERIFY(lines[2].taken == desk::Taken::Refused);
        QVERIFY(lines[2].message.find("empty.txt") != std::string::npos);
        QVERIFY(lines[3].taken == desk::Taken::AlreadyThere);
        QCOMPARE(file->snapshot()->articles.size(), std::size_t{1});
    }

    void theThreadsDoNotMatter() {
        const auto sample = desk::sampleCase();
        const auto articles = sample->snapshot()->articles;
        const auto one = desk::analyse(articles, {}, {}, 1), two = desk::analyse(articles, {}, {}, 2),
                   five = desk::analyse(articles, {}, {}, 5);
        QVERIFY(one && two && five);
        QVERIFY(*one == *two);
        QVERIFY(*one == *five);
    }

    void oneMoreArticleIsAsFromScratch() {
        const auto sample = desk::sampleCase();
        std::vector<dossier::Article> growing;
        for (const dossier::Article& article : sample->snapshot()->articles) {
            growing.push_back(article);
            std::vector<compare::Input> inputs;
            for (const dossier::Article& a : growing)
                inputs.push_back({a.text, a.info.published, a.info.publisher, a.info.language});
            const auto again = desk::analyse(growing);
            QVERIFY(again && *again == *compare::compareArticles(inputs));
        }
    }

    void theSampleShowsAllFourRelations() {
        const auto sample = desk::sampleCase();
        const auto dossier = sample->snapshot();
        QCOMPARE(dossier->articles.size(), std::size_t{5});
        std::set<compare::RelationKind> kinds;
        for (const compare::Question& question : dossier->comparison.questions)
            if (question.status())
                kinds.insert(*question.status());
        QCOMPARE(kinds.size(), std::size_t{4});
        bool derived = false;
        for (const compare::Lineage& lineage : dossier->comparison.lineage)
            derived |= lineage.kind == compare::LineageKind::Derived && lineage.a == 0 && lineage.b == 1;
        QVERIFY2(derived, "the second sample article is a rewrite of the first");
    }

    void cancellingIsNoFailure() {
        const auto sample = desk::sampleCase();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!desk::analyse(sample->snapshot()->articles, {}, stop.get_token()));
    }

    void progressIsTold() {
        const auto sample = desk::sampleCase();
        std::size_t calls = 0, last = 0;
        const auto comparison = desk::analyse(
            sample->snapshot()->articles,
            [&](std::size_t done, std::size_t total, const std::string&) {
                ++calls;
                QVERIFY(done <= total);
                last = done;
            },
            {}, 1);
        QVERIFY(comparison);
        QVERIFY(calls >= 5);
        QVERIFY(last >= 5);
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
