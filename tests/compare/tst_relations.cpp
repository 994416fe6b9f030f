// SPDX-License-Identifier: GPL-3.0-or-later
// How pairs of sentences relate: tests/compare/relations.tsv, each row compared as two articles of one sentence.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/compare/compare.h"
#include "core/text/explaining.h"
#endif

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>

using namespace countercheck::compare;

namespace {

/// A cell of the table: "(published 2026-01-13) Words."
struct Cell {
    std::string words, published;
    explicit Cell(const QString& cell) {
        const QLatin1String mark("(published ");
        if (!cell.startsWith(mark)) {
            words = cell.toStdString();
            return;
        }
        const qsizetype close = cell.indexOf(QLatin1Char(')'));
        published = cell.mid(mark.size(), close - mark.size()).toStdString();
        words = cell.mid(close + 1).trimmed().toStdString();
    }
    [[nodiscard]] Input input() const { return {words, published, {}, "en"}; }
};

bool sharedBy(const Question& question) {
    return std::any_of(question.claims.begin(), question.claims.end(),
                       [&](const QuestionClaim& c) { return c.article != question.claims.front().article; });
}

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// Every question that both articles answer, for the message of a failure.
QString shownQuestions(const Comparison& comparison) {
    QString out;
    for (const Question& question : comparison.questions) {
        out += QStringLiteral("\n  %1%2")
                   .arg(sharedBy(question) ? QString() : QStringLiteral("(one article) "), text(question.key));
        for (const QuestionClaim& claim : question.claims)
            out += QStringLiteral(" [%1]").arg(text(claim.quote));
        for (const Relation& relation : question.relations)
            out += QStringLiteral("\n    %1, %2: %3")
                       .arg(text(relationKindName(relation.kind)), text(reasonName(relation.reason)),
                            text(countercheck::text::inEnglish(relation.explanation)));
    }
    return out;
}

} // namespace

class TestRelations : public QObject {
    Q_OBJECT
private slots:
    void pairs_data() {
        for (const char* column : {"a", "b", "relation", "kind", "reason", "mark"})
            QTest::addColumn<QString>(column);
        QFile table(QStringLiteral(COUNTERCHECK_TEST_DATA "/compare/relations.tsv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        int line = 0;
        while (!table.atEnd()) {
            QString row = QString::fromUtf8(table.readLine());
            ++line;
            row.chop(row.endsWith(QLatin1Char('\n')) ? 1 : 0);
            if (row.isEmpty() || row.startsWith(QLatin1Char('#')))
                continue;
            QStringList cells = row.split(QLatin1Char('\t'));
            QVERIFY2(cells.size() == 5 || cells.size() == 6, qPrintable(row));
            cells.resize(6);
            const QString& relation = cells[2];
            QVERIFY2(relation == QLatin1String("none") || relationKindFromName(relation.toStdString()),
                     qPrintable(row));
            QTest::newRow(qPrintable(QStringLiteral("line %1: %2").arg(line).arg(cells[0].left(40))))
                << cells[0] << cells[1] << relation << cells[3] << cells[4] << cells[5];
        }
    }

    void pairs() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, relation);
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        QFETCH(QString, mark);
        const Cell first(a), second(b);
        const std::array<Input, 2> inputs{first.input(), second.input()};
        const std::array<Input, 2> turned{second.input(), first.input()};
        for (const auto& order : {inputs, turned}) {
            const auto comparison = compareArticles(order);
            QVERIFY(comparison);
            const QString shown = shownQuestions(*comparison);
            if (relation == QLatin1String("none")) {
                for (const Question& question : comparison->questions)
                    QVERIFY2(!sharedBy(question), qPrintable(shown));
                continue;
            }
            if (mark == QLatin1String("gap"))
                QEXPECT_FAIL("", "not reached yet", Continue);
            bool found = false;
            std::optional<RelationKind> gravest;
            for (const Question& question : comparison->questions) {
                if (!sharedBy(question) || !question.status())
                    continue;
                if (!gravest || *question.status() < *gravest)
                    gravest = question.status();
                const Relation& r = question.relations.front();
                found |= text(relationKindName(r.kind)) == relation && text(questionKindName(question.kind)) == kind &&
                         (reason == QLatin1String("-") || text(reasonName(r.reason)) == reason) &&
                         !r.explanation.empty();
            }
            QVERIFY2(found && text(relationKindName(*gravest)) == relation, qPrintable(shown));
        }
    }
};

QTEST_GUILESS_MAIN(TestRelations)
#include "tst_relations.moc"
