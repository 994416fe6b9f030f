// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing again as articles come and go gives what comparing from scratch gives; neither the order of the articles
// nor the number of threads matters; and of an archive made up with known errors, the errors are what is found.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/compare/comparer.h"
#include "tests/compare/newscorpus.h"
#include "tests/compare/samplecase.h"
#endif

#include <QTest>

#include <array>
#include <numeric>
#include <random>
#include <set>
#include <string>

using namespace countercheck::compare;

namespace {

/// Some articles of an archive: a few without a date, one twice.
std::vector<Input> mixedInputs(const NewsCorpus& corpus) {
    std::vector<Input> out = inputsOf(corpus);
    for (std::size_t i = 3; i < out.size(); i += 7)
        out[i].published = {};
    out.push_back(out[1]);
    return out;
}

QString differences(const Comparison& a, const Comparison& b) {
    const auto names = [](const Comparison& c) {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < c.origin.size(); ++i)
            out.push_back(std::to_string(i));
        return out;
    };
    const QStringList x = QString::fromStdString(unordered(a, names(a))).split(QLatin1Char('\n')),
                      y = QString::fromStdString(unordered(b, names(b))).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::max(x.size(), y.size()); ++i)
        if (x.value(i) != y.value(i))
            return QStringLiteral("%1\n%2").arg(x.value(i), y.value(i));
    return QStringLiteral("lists in another order");
}

} // namespace

class TestComparer : public QObject {
    Q_OBJECT
private slots:
    void againIsAsFromScratch_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void againIsAsFromScratch() {
        QFETCH(unsigned, seed);
        const NewsCorpus corpus = newsCorpus(40, seed, 9);
        const std::vector<Input> all = mixedInputs(corpus);
        std::mt19937 random(seed);
        Comparer comparer;
        std::vector<Input> now;
        for (int step = 0; step < 14; ++step) {
            if (step % 3 == 2) { // some go, some come, the order changes
                std::shuffle(now.begin(), now.end(), random);
                now.resize(random() % (now.size() + 1));
            }
            for (std::size_t more = step % 4 == 0 ? random() % 20 : 1; more > 0; --more)
                now.push_back(all[random() % all.size()]);
            const auto again = comparer.compare(now, {}, {}, 1 + random() % 3);
            const auto scratch = compareArticles(now);
            QVERIFY(again && scratch);
            QVERIFY2(*again == *scratch, qPrintable(differences(*again, *scratch)));
        }
    }

    void oneMoreTouchesLittle() {
        const NewsCorpus corpus = newsCorpus(400, 5);
        std::vector<Input> inputs = inputsOf(corpus);
        const Input last = inputs[200]; // of an event that others report as well
        inputs.erase(inputs.begin() + 200);
        Comparer comparer;
        QVERIFY(comparer.compare(inputs));
        QVERIFY(comparer.work().read > inputs.size() * 9 / 10); // a text that is given twice is read once
        QVERIFY(comparer.compare(inputs));
        QCOMPARE(comparer.work().read, std::size_t{0});
        QVERIFY(comparer.work().judged <= 4); // but for texts given twice
        QCOMPARE(comparer.work().examined, std::size_t{0});
        inputs.push_back(last);
        const auto again = comparer.compare(inputs);
        QCOMPARE(comparer.work().read, std::size_t{1});
        QVERIFY(comparer.work().judged > 1 && comparer.work().judged < 200);
        QVERIFY(comparer.work().asked < 2000);
        QVERIFY(comparer.work().examined < 50);
        QVERIFY(*again == *compareArticles(inputs));
    }

    void aStoppedCallIsMadeUpFor() {
        const NewsCorpus corpus = newsCorpus(60, 3);
        const std::vector<Input> inputs = inputsOf(corpus);
        Comparer comparer;
        for (std::size_t after : {std::size_t{0}, std::size_t{5}, std::size_t{40}}) {
            std::stop_source source;
            const auto stopped = comparer.compare(
                inputs,
                [&](std::size_t done, std::size_t) {
                    if (done >= after)
                        source.request_stop();
                },
                source.get_token(), 2);
            QVERIFY(!stopped);
        }
        const auto whole = comparer.compare(inputs);
        QVERIFY(whole && *whole == *compareArticles(inputs));
    }

    void theOrderOfManyArticlesDoesNotMatter() {
        const NewsCorpus corpus = newsCorpus(50, 11);
        const std::vector<Input> all = inputsOf(corpus);
        std::vector<std::size_t> order(all.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::mt19937 random(7);
        std::string first;
        for (int turn = 0; turn < 6; ++turn) {
            std::vector<Input> inputs;
            std::vector<std::string> names;
            for (const std::size_t i : order) {
                inputs.push_back(all[i]);
                names.push_back(std::to_string(i));
            }
            const auto comparison = compareArticles(inputs);
            QVERIFY(comparison);
            const std::string said = unordered(*comparison, names);
            if (first.empty())
                first = said;
            QCOMPARE(QString::fromStdString(said), QString::fromStdString(first));
            std::shuffle(order.begin(), order.end(), random);
        }
    }

    void eachPairIsTheSameFromBothSides() {
        const NewsCorpus corpus = newsCorpus(24, 2);
        const std::vector<Input> all = inputsOf(corpus);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                const auto one = compareArticles(std::array{all[i], all[j]}),
                           other = compareArticles(std::array{all[j], all[i]});
                QVERIFY(one && other);
                QCOMPARE(QString::fromStdString(unordered(*one, {"x", "y"})),
                         QString::fromStdString(unordered(*other, {"y", "x"})));
            }
    }

    void threadsDoNotMatter() {
        const NewsCorpus corpus = newsCorpus(80, 9);
        const std::vector<Input> inputs = mixedInputs(corpus);
        const auto one = compareArticles(inputs, {}, {}, {}, 1), three = compareArticles(inputs, {}, {}, {}, 3);
        QVERIFY(one && three && *one == *three);
    }

    void linesThatAreNearlyAlikeStayNearLinear_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("figures") << QByteArray("At least # people were killed in Tarvik on Sunday.\n");
        QTest::newRow("one figure") << QByteArray("At least 12 people were killed in Tarvik on Sunday.\n");
        QTest::newRow("sources") << QByteArray(
            "The mayor, Mara Lindqvist, said that # houses were damaged on Sunday.\n");
        QTest::newRow("lengths") << QByteArray("He was jailed for # days, the court said.\n");
        QTest::newRow("quotes") << QByteArray("“We lost # goats on January 11,” said Tomas Okeke of Port Ellin.\n");
        QTest::newRow("one sentence") << QByteArray("# houses, ");
    }

    /// One very long article, and a short one beside it.
    void linesThatAreNearlyAlikeStayNearLinear() {
        QFETCH(QByteArray, line);
        const auto list = [&](int lines) {
            std::string text = "The list of Tarvik\n\n";
            for (int i = 0; i < lines; ++i)
                text += QByteArray(line).replace("#", QByteArray::number(10 + i * 7919 % 9001)).toStdString();
            return text;
        };
        const std::string brief =
            "At least 13 people were killed in Tarvik on Sunday, the mayor, Mara Lindqvist, said.";
        const auto asked = [&](const std::string& text) {
            Comparer comparer;
            const std::array inputs{Input{text, "2026-01-13", "A", "en"}, Input{brief, "2026-01-13", "B", "en"}};
            return comparer.compare(inputs) ? comparer.work().asked : 0;
        };
        const std::size_t once = asked(list(3000)), twice = asked(list(6000));
        QVERIFY2(once <= 3000 * 64 && twice <= once * 22 / 10 + 64,
                 qPrintable(QStringLiteral("%1, then %2").arg(once).arg(twice)));
    }

    /// Where not all claims were put side by side, the question says so; and neither order nor threads matter.
    void aVeryLongReportSaysWhatWasLeftOut() {
        std::string text = "The list of Tarvik\n\n";
        for (int i = 0; i < 2000; ++i)
            text += "At least " + std::to_string(10 + i * 7919 % 1009) + " people were killed in Tarvik on Sunday.\n";
        const std::string brief =
            "At least 500 people were killed in Tarvik on Sunday, the mayor, Mara Lindqvist, said.";
        const Input a{text, "2026-01-13", "A", "en"}, b{brief, "2026-01-13", "B", "en"};
        const auto one = compareArticles(std::array{a, b}, {}, {}, {}, 1);
        const auto again = compareArticles(std::array{a, b}, {}, {}, {}, 3);
        const auto other = compareArticles(std::array{b, a}, {}, {}, {}, 1);
        QVERIFY(one && again && other && *one == *again);
        std::size_t told = 0, several = 0;
        for (const Question& question : one->questions) {
            several += question.claims.size() > 1;
            for (const std::string& line : question.because)
                told += line.find("not beside all") != std::string::npos;
        }
        QVERIFY(several > 0);
        QCOMPARE(told, several);
        const auto shape = [](const Comparison& comparison) {
            std::multiset<std::pair<std::size_t, std::size_t>> out;
            for (const Question& question : comparison.questions)
                out.emplace(question.claims.size(), question.relations.size());
            return out;
        };
        QVERIFY(shape(*one) == shape(*other));
    }

    void plantedErrorsAreFound() {
        for (const std::size_t perEvent : {6, 16, 120}) {
            const NewsCorpus corpus = newsCorpus(300, 21, perEvent);
            const PlantedScore score = scoreOf(corpus, *compareArticles(inputsOf(corpus)));
            QVERIFY(score.planted > 10 && score.copies > 10);
            QVERIFY2(score.found * 10 >= score.planted * 8,
                     qPrintable(QStringLiteral("%1 of %2").arg(score.found).arg(score.planted)));
            QVERIFY2(score.wrong * 20 <= score.conflicts,
                     qPrintable(QStringLiteral("%1 of %2: %3")
                                    .arg(score.wrong)
                                    .arg(score.conflicts)
                                    .arg(QString::fromStdString(
                                        score.wrongOnes.empty() ? std::string()
                                                                : score.wrongOnes.front() + score.wrongOnes.back()))));
            QVERIFY2(score.copiesFound * 10 >= score.copies * 9,
                     qPrintable(QStringLiteral("%1 of %2").arg(score.copiesFound).arg(score.copies)));
        }
    }
};

QTEST_GUILESS_MAIN(TestComparer)
#include "tst_comparer.moc"
