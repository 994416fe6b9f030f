// SPDX-License-Identifier: GPL-3.0-or-later
// The labelled cases of tests/compare/labelled: every file can be read, and none falls below its floors in floors.tsv.
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTest>

using countercheck::test::Outcome;
using countercheck::test::run;

class TestLabelled : public QObject {
    Q_OBJECT
private slots:
    void floors_data() {
        QTest::addColumn<double>("precision");
        QTest::addColumn<double>("recall");
        QTest::addColumn<double>("alignment");
        QFile table(folder_ + QStringLiteral("/floors.tsv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QStringList named;
        while (!table.atEnd()) {
            const QString row = QString::fromUtf8(table.readLine()).trimmed();
            if (row.isEmpty() || row.startsWith(QLatin1Char('#')))
                continue;
            const QStringList cells = row.split(QLatin1Char('\t'));
            QVERIFY2(cells.size() == 4, qPrintable(row));
            named << cells[0];
            auto& test = QTest::newRow(qPrintable(cells[0]));
            for (int i = 1; i < 4; ++i) {
                bool plain = false;
                test << cells[i].toDouble(&plain);
                QVERIFY2(plain, qPrintable(row));
            }
        }
        named.sort();
        QCOMPARE(named, QDir(folder_).entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name));
    }
    void floors() {
        QFETCH(double, precision);
        QFETCH(double, recall);
        QFETCH(double, alignment);
        const Outcome outcome = run({QStringLiteral("evaluate"), QStringLiteral("--json"), QStringLiteral("--summary"),
                                     folder_ + QLatin1Char('/') + QString::fromUtf8(QTest::currentDataTag())});
        QCOMPARE(outcome.error, QByteArray());
        QCOMPARE(outcome.code, 0);
        const QJsonObject all = QJsonDocument::fromJson(outcome.out).object();
        const QJsonObject conflicts = all[QStringLiteral("conflicts")].toObject();
        QVERIFY(conflicts[QStringLiteral("labelled")].toInt() > 0);
        const auto reaches = [&](const QJsonObject& score, const char* measure, double least) {
            const double reached = 100 * score[QLatin1String(measure)].toDouble(-1);
            if (reached < least)
                qWarning("%s: %.1f, and at least %.1f is meant", measure, reached, least);
            return reached >= least;
        };
        QVERIFY(reaches(conflicts, "precision", precision));
        QVERIFY(reaches(conflicts, "recall", recall));
        QVERIFY(reaches(all[QStringLiteral("alignment")].toObject(), "f1", alignment));
    }

private:
    const QString folder_ = QStringLiteral(COUNTERCHECK_TEST_DATA "/compare/labelled");
};

QTEST_GUILESS_MAIN(TestLabelled)
#include "tst_labelled.moc"
