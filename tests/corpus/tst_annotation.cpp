// SPDX-License-Identifier: GPL-3.0-or-later
// Is the annotated set read and scored as its README says? Which names are the same, what a slip in a table gets told.
#ifndef Q_MOC_RUN
#include "tests/corpus/scores.h"
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countercheck::corpus;

class TestAnnotation : public QObject {
    Q_OBJECT
private slots:
    void sources_data() {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("found");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* expected, const char* found, bool same) {
            QTest::newRow(
                qPrintable(QStringLiteral("%1 / %2").arg(QString::fromUtf8(expected), QString::fromUtf8(found))))
                << QString::fromUtf8(expected) << QString::fromUtf8(found) << same;
        };
        row("the police", "Police", true);
        row("Mayor Anna Kolb, of Lund", "Kolb", true);
        row("Anna Kolb", "mayor Anna Kolb", true);
        row("l’ONG Sans Délai", "ONG sans délai", true);
        row("Étienne Vasseur", "étienne vasseur", true);
        row("le ministère de la Santé", "ministère", true);
        row("police chief Dana Roy", "police", false);
        row("le ministère de la Santé", "Santé", false);
        row("Anna Kolb", "Anna", false);
        row("Anna Kolb", "Peter Kolb", false);
        row("the police", "", false);
        row("the police", "he", false);
    }
    void sources() {
        QFETCH(QString, expected);
        QFETCH(QString, found);
        QFETCH(bool, same);
        QCOMPARE(sameSource(expected.toStdString(), found.toStdString()), same);
    }

    void occurrencesAreWholeWords() {
        const std::string text = "In 2023 some 23 of 23 boats";
        const auto second = findWords(text, "23", 2);
        QVERIFY(second);
        QCOMPARE(static_cast<int>(second->begin), 19);
        QVERIFY(!findWords(text, "23", 3));
        QVERIFY(!findWords(text, "3", 1));
        QVERIFY(findWords("Durée : 3–5 jours", "3", 1));
        QVERIFY(findWords("It cost 11p then", "11", 1));
        QVERIFY(!findWords("né", "n", 1));
    }

    void slipsAreTold_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("told");
        const QString head = QStringLiteral("# language=en\tsplit=dev\n");
        QTest::newRow("words") << head + QStringLiteral("quote\t1\tno such words\t-\n")
                               << QStringLiteral("a.tsv:2: “no such words” does not stand 1 times in the text");
        QTest::newRow("cells") << head + QStringLiteral("figure\t1\tSix\n")
                               << QStringLiteral("a.tsv:2: 3 cells, and 8 are meant");
        QTest::newRow("value") << head + QStringLiteral("figure\t1\tSix\tsix\texact\tman\t-\tasserted\n")
                               << QStringLiteral("a.tsv:2: “six” is not a number");
        QTest::newRow("kind") << head + QStringLiteral("date\t1\tSix\t-\n")
                              << QStringLiteral("a.tsv:2: the first cell is “date”, and quote or figure is meant");
        QTest::newRow("split") << QStringLiteral("# language=en\n")
                               << QStringLiteral("a.tsv: its first line names no language or split");
    }
    void slipsAreTold() {
        QFETCH(QString, table);
        QFETCH(QString, told);
        QString fault;
        try {
            readArticle(written(QStringLiteral("Six men came."), table));
        } catch (const std::exception& error) {
            fault = QString::fromUtf8(error.what());
        }
        QCOMPARE(fault, told);
    }

    void whatIsNotThereIsMissed() {
        std::vector<std::string> misses;
        const Article article =
            readArticle(written(QStringLiteral("“We came by boat,” Ann Roe said. Six men came, police said."),
                                QStringLiteral("# language=en\tsplit=dev\nquote\t1\tSix men came\tAnn "
                                               "Roe\nfigure\t1\tSix\t7\texact\tman\tpolice\treported\n")));
        const Scores scores = score(article, misses);
        const Score& quotes = scores[static_cast<std::size_t>(Measure::Quotes)];
        QCOMPARE(quotes.right, 0); // the quote stands elsewhere
        QCOMPARE(quotes.expected, 1);
        QCOMPARE(quotes.found, 1);
        const Score& figures = scores[static_cast<std::size_t>(Measure::Figures)];
        QCOMPARE(figures.right, 0); // the value is another one
        QCOMPARE(figures.expected, 1);
        QCOMPARE(figures.found, 1);
        QCOMPARE(misses.size(), std::size_t(3));
    }

private:
    std::filesystem::path written(const QString& text, const QString& table) {
        for (const auto& [name, content] : {std::pair("a.txt", &text), std::pair("a.tsv", &table)}) {
            QFile file(folder_.filePath(QString::fromLatin1(name)));
            if (!file.open(QIODevice::WriteOnly))
                throw std::runtime_error("no scratch folder");
            file.write(content->toUtf8());
        }
        return folder_.filePath(QStringLiteral("a.tsv")).toStdString();
    }
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestAnnotation)
#include "tst_annotation.moc"
