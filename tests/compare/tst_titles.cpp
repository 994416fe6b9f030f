// SPDX-License-Identifier: GPL-3.0-or-later
// A title says what is asked, in the report's own words; no two of one case are the same.
#include "core/compare/compare.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using countercheck::compare::Input;
using countercheck::compare::Question;

class TestTitles : public QObject {
    Q_OBJECT
private:
    static std::vector<std::string> titlesOf(const std::vector<std::string>& texts) {
        std::vector<Input> inputs;
        for (const std::string& text : texts)
            inputs.push_back({text, {}, {}, {}});
        std::vector<std::string> out;
        const auto compared = countercheck::compare::compareArticles(inputs);
        for (const Question& question : compared->questions)
            if (question.status())
                out.push_back(question.title);
        return out;
    }
private slots:
    void asks_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("title");
        QFile file(QStringLiteral(COUNTERCHECK_TEST_DATA "/compare/titles.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QList<QByteArray> cells = file.readLine().trimmed().split('\t');
            if (cells.size() == 3)
                QTest::addRow("%s", cells[0].constData()) << cells[0] << cells[1] << cells[2];
        }
    }
    void asks() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, title);
        const auto titles = titlesOf({first.toStdString(), second.toStdString()});
        QVERIFY2(std::find(titles.begin(), titles.end(), title.toStdString()) != titles.end(),
                 titles.empty() ? "no question" : titles.front().c_str());
    }
    void noTwoAreTheSame() {
        const auto titles = titlesOf({"The girl, 12, and the girl, 15, were found. \"We ran all night to the river,\" "
                                      "Ann Lowe said. \"There was no boat at all,\" Ann Lowe said.",
                                      "\"We ran all night to the river,\" Ann Lowe said. \"There was no boat at all,\" "
                                      "Ann Lowe said. Both girls are safe."});
        QVERIFY(titles.size() >= 2);
        QCOMPARE(std::set<std::string>(titles.begin(), titles.end()).size(), titles.size());
    }
};

QTEST_APPLESS_MAIN(TestTitles)
#include "tst_titles.moc"
