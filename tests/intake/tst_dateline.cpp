// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/dateline.h"

#include <QTest>

using namespace countercheck::intake;

class DateLineTest : public QObject {
    Q_OBJECT
private slots:
    void dateLines_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("updated");
        const auto row = [](const char* line, const char* published, const char* updated = "") {
            QTest::newRow(line) << QString::fromUtf8(line) << QString(published) << QString(updated);
        };
        row("2026-01-13", "2026-01-13");
        row("2026-01-13T08:15:00Z", "2026-01-13T08:15Z");
        row("2026-01-13 08:15", "2026-01-13T08:15");
        row("2026-01-13T08:15:30.250+01:00", "2026-01-13T08:15+01:00");
        row("January 13, 2026", "2026-01-13");
        row("JANUARY 13, 2026", "2026-01-13");
        row("Jan. 13, 2026", "2026-01-13");
        row("13 January 2026", "2026-01-13");
        row("13th January 2026", "2026-01-13");
        row("Tuesday, January 13th, 2026", "2026-01-13");
        row("Tues 13 Jan 2026, 9:03am AEST", "2026-01-13T09:03+10:00");
        row("Published: January 13, 2026", "2026-01-13");
        row("Published 9:46 PM CST Jan 13, 2026", "2026-01-13T21:46");
        row("Published: Jan. 13, 2026 at 9:44 PM", "2026-01-13T21:44");
        row("Published: Tuesday, Jan. 13 2026 12:00 a.m. EST", "2026-01-13T00:00-05:00");
        row("POSTED: 1052 GMT (1852 HKT), January 13, 2026", "2026-01-13T10:52Z");
        row("January 13, 2026 -- Updated 0947 GMT (1747 HKT)", "2026-01-13");
        row("Friday, Jan 13, 2026 | Updated 8:52 PM EDT", "2026-01-13");
        row("13 January 2026, 10:00 (GMT+05:00)", "2026-01-13T10:00+05:00");
        row("on January 13 2026 5:46 PM", "2026-01-13T17:46");
        row("on January 13, 2026 at 4:31 AM, updated January 14, 2026 at 8:33 AM", "2026-01-13T04:31",
            "2026-01-14T08:33");
        row("Posted January 13, 2026-3:47pm Updated January 14, 2026-6:56am", "2026-01-13T15:47", "2026-01-14T06:56");
        row("Last Updated: Tuesday, 13 January 2026, 10:39 GMT", "", "2026-01-13T10:39Z");
        row("7:00pm UK, Wednesday 05 January 2026", "2026-01-05T19:00");
        row("First Posted 23:37:00 13/01/2026", "2026-01-13T23:37");
        row("Posted 1/13/2026 3:36 PM", "2026-01-13T15:36");
        row("13.01.2026 18:20", "2026-01-13T18:20");
        row("05.01.2026", "2026-01-05");
        row("5/5/2026", "2026-05-05");
        row("Publié le 13 janvier 2026 à 10h12", "2026-01-13T10:12");
        row("Publié le 1er février 2026 à 10 h", "2026-02-01T10:00");
        row("Mis à jour le 14 janvier 2026", "", "2026-01-14");
        row("Publié le mardi 13 janvier 2026 à 10h12, mis à jour le 14 janvier 2026 à 08h05", "2026-01-13T10:12",
            "2026-01-14T08:05");
        row("13 août 2025", "2025-08-13");
        row("MERCREDI 13 AOÛT 2025", "2025-08-13");
        row("* January 13, 2026 *", "2026-01-13");
        // A date line, though day and month could be swapped: nothing is guessed.
        row("Updated 4/9/2026 6:04 PM", "");
        row("9/10/2026 @ 1:19PM", "");
    }
    void dateLines() {
        QFETCH(QString, line);
        const auto found = dateLine(line.toStdString());
        QVERIFY(found);
        QTEST(QString::fromStdString(found->published), "published");
        QTEST(QString::fromStdString(found->updated), "updated");
    }

    void others_data() {
        QTest::addColumn<QString>("line");
        for (const char* line : {"",
                                 "2026",
                                 "January 2026",
                                 "January 13",
                                 "The raid of January 13, 2026",
                                 "January 13, 2026: the day the ferries stopped",
                                 "13/01/2026-Ferries stopped on the Senegal",
                                 "Seven dead, 13 January 2026",
                                 "Since July 1, 2025 there is a curfew",
                                 "Born March 29, 1928, in Kayes; died December 19",
                                 "February 30, 2026",
                                 "2026-13-01",
                                 "February 29, 2025",
                                 "10:12",
                                 "Tuesday",
                                 "Published",
                                 "Route 22, 2026",
                                 "May we live to 2026",
                                 "Posted by Awa on January 13, 2026",
                                 "31/04/2026",
                                 "January 13, 3026"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void others() {
        QFETCH(QString, line);
        QVERIFY(!dateLine(line.toStdString()));
    }

    void leading_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("published"); // empty: no leading date line
        QTest::addColumn<QString>("rest");
        const auto row = [](const char* line, const char* published, const char* rest) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString(published) << QString::fromUtf8(rest);
        };
        row("date 2026-01-13 Raiders burned three plants", "2026-01-13", "Raiders burned three plants");
        row(" date 2026-01-13 At least three people are missing", "2026-01-13", "At least three people are missing");
        row("Date: January 13, 2026 - “Nothing is left”, he said", "2026-01-13", "“Nothing is left”, he said");
        row("Published 13 January 2026 10:12 GMT Three plants burned", "2026-01-13T10:12Z", "Three plants burned");
        row("Publié le 13 janvier 2026 Trois usines ont brûlé", "2026-01-13", "Trois usines ont brûlé");
        row("Published January 13, 2026 in a weekly, the study found nothing", "", "");
        row("Published on January 13, 2026, the study found nothing", "", "");
        row("January 13, 2026 was a Tuesday", "", "");
        row("On January 13, 2026 Raiders came", "", "");
        row("2026-01-13 Raiders came", "", "");
        row("date 2026-01-13", "", "");
    }
    void leading() {
        QFETCH(QString, line);
        QFETCH(QString, published);
        const std::string utf8 = line.toStdString();
        const auto found = leadingDateLine(utf8);
        QCOMPARE(found.has_value(), !published.isEmpty());
        if (found) {
            QCOMPARE(QString::fromStdString(found->published), published);
            QTEST(QString::fromStdString(utf8.substr(found->end)), "rest");
        }
    }
};

QTEST_GUILESS_MAIN(DateLineTest)
#include "tst_dateline.moc"
