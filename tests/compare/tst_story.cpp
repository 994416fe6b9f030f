// SPDX-License-Identifier: GPL-3.0-or-later
// What comparing the sample case says, as a short dump: tests/golden/compare/sample.txt.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "tests/compare/samplecase.h"
#endif

#include <QFile>
#include <QTest>

using namespace countercheck::compare;

namespace {

std::string dump(const Comparison& comparison, const SampleCase& sample) {
    std::string out;
    for (const Question& question : comparison.questions) {
        out += statusOf(question) + " | " + question.title + " | " + question.key + " | " +
               std::to_string(question.origins) + (question.origins == 1 ? " origin\n" : " origins\n");
        for (const QuestionClaim& claim : question.claims)
            out += "    " + sample.name(claim.article) + "  " + claim.shown +
                   (claim.attribution.empty() ? "" : "  (" + claim.attribution + ")") + "\n";
        for (const Relation& r : question.relations)
            out += "    " + sample.name(question.claims[r.a].article) + std::to_string(r.a) + " " +
                   sample.name(question.claims[r.b].article) + std::to_string(r.b) + "  " +
                   std::string(relationKindName(r.kind)) + ", " + std::string(reasonName(r.reason)) + "\n";
    }
    for (const Lineage& l : comparison.lineage)
        out += std::string(lineageKindName(l.kind)) + " | " + sample.name(l.a) + " " + sample.name(l.b) + " | " +
               std::to_string(std::lround(l.similarity * 100)) + " %\n";
    return out;
}

} // namespace

class TestStory : public QObject {
    Q_OBJECT
private slots:
    void sampleCase() {
        const SampleCase sample;
        QVERIFY(sample.size() >= 4);
        std::vector<Input> inputs;
        for (std::size_t i = 0; i < sample.size(); ++i)
            inputs.push_back(sample.input(i));
        const auto comparison = compareArticles(inputs);
        QVERIFY(comparison);
        const QByteArray said = QByteArray::fromStdString(dump(*comparison, sample));
        QFile golden(QStringLiteral(COUNTERCHECK_TEST_DATA "/golden/compare/sample.txt"));
        if (qEnvironmentVariableIsSet("COUNTERCHECK_WRITE_GOLDEN")) { // for a person who has read the difference
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(said);
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), "tests/golden/compare/sample.txt is missing");
        const QList<QByteArray> is = said.split('\n'), was = golden.readAll().split('\n');
        for (qsizetype i = 0; i < std::min(is.size(), was.size()); ++i)
            QVERIFY2(is[i] == was[i], ("line " + QByteArray::number(i + 1) + " is: " + is[i] + "\nwas: " + was[i]));
        QCOMPARE(is.size(), was.size());
    }

    void keysStayWhenAnArticleComesIn() {
        const SampleCase sample;
        std::vector<Input> inputs;
        for (std::size_t i = 0; i < sample.size(); ++i)
            inputs.push_back(sample.input(i));
        const auto all = compareArticles(inputs);
        for (std::size_t fewer = 2; fewer < inputs.size(); ++fewer) {
            const auto some = compareArticles(std::span(inputs).first(fewer));
            QVERIFY(all && some);
            int kept = 0;
            for (const Question& question : some->questions) {
                if (!question.status())
                    continue;
                const auto same = std::find_if(all->questions.begin(), all->questions.end(),
                                               [&](const Question& q) { return q.key == question.key; });
                QVERIFY2(same != all->questions.end(), question.key.c_str());
                const bool shared = std::any_of(same->claims.begin(), same->claims.end(), [&](const QuestionClaim& c) {
                    return c.article == question.claims.front().article && c.words == question.claims.front().words;
                });
                QVERIFY2(shared, question.key.c_str());
                ++kept;
            }
            QVERIFY(kept > 0);
        }
    }

    void spansHoldTheWords() {
        const SampleCase sample;
        std::vector<Input> inputs;
        for (std::size_t i = 0; i < sample.size(); ++i)
            inputs.push_back(sample.input(i));
        const auto comparison = compareArticles(inputs);
        QVERIFY(comparison);
        for (const Question& question : comparison->questions) {
            QVERIFY(!question.claims.empty() && !question.label.empty() && !question.title.empty());
            for (const QuestionClaim& claim : question.claims) {
                QCOMPARE(std::string(claim.words.of(inputs[claim.article].text)), claim.quote);
                QVERIFY(claim.sentence.contains(claim.words.begin));
            }
            for (const Relation& r : question.relations)
                QVERIFY(r.a < r.b && r.b < question.claims.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
