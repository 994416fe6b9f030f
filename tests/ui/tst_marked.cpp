// SPDX-License-Identifier: GPL-3.0-or-later
// What a person marked: whole words in every script that sets blanks between them, and what they say when read.
#include <QTest> // first: moc reads the standard headers below only with its macros

#include "ui/deciding/marked.h"

using namespace countercheck;
using namespace countercheck::ui;

class tst_Marked : public QObject {
    Q_OBJECT
private slots:
    void wordsAreWhole_data();
    void wordsAreWhole();
    void anySpanIsSafe();
    void figuresAreRead_data();
    void figuresAreRead();
    void timesAreRead();
};

void tst_Marked::wordsAreWhole_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("whole");
    const auto row = [](const char* text, const char* marked, const char* whole) {
        QTest::newRow(marked) << QString::fromUtf8(text) << QString::fromUtf8(marked) << QString::fromUtf8(whole);
    };
    row("Nearly 160 attackers came.", "arly 160 attack", "Nearly 160 attackers");
    row("Nearly 160 attackers came.", " 160 ", "160");
    row("Nearly 160 attackers came.", "160", "160");
    row("Nearly 160 attackers came.", "came.", "came."); // a full stop that was marked stays
    row("They lost 1,200 head of cattle.", "200 head", "1,200 head");
    row("It grew by 3.5 percent.", "5 percent", "3.5 percent");
    row("In 2015, 12 came.", "15", "2015"); // the comma behind it is no part of a number
    row("Près de 40 élèves blessés", "lèves bless", "élèves blessés");
    row("Число жертв выросло до 20 человек", "0 челов", "20 человек");
    row("伤亡人数上升到二十人", "上升到", "上升到"); // as marked
    row("well-known figures", "known", "known");
}

void tst_Marked::wordsAreWhole() {
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const QByteArray bytes = text.toUtf8(), part = marked.toUtf8();
    const auto at = static_cast<std::uint32_t>(bytes.indexOf(part));
    const text::Span whole = wholeWords({bytes.data(), static_cast<std::size_t>(bytes.size())},
                                        {at, at + static_cast<std::uint32_t>(part.size())});
    QTEST(QString::fromUtf8(bytes.mid(whole.begin, static_cast<qsizetype>(whole.end - whole.begin))), "whole");
}

void tst_Marked::anySpanIsSafe() {
    const std::string text = "a\xff"
                             "b é 伤1,2 \xe2\x82";
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t begin = 0; begin <= size + 2; ++begin)
        for (std::uint32_t end = begin; end <= size + 2; ++end) {
            const text::Span whole = wholeWords(text, {begin, end});
            QVERIFY(whole.begin <= whole.end && whole.end <= size);
        }
    QCOMPARE(wholeWords("a   b", {1, 4}).begin, wholeWords("a   b", {1, 4}).end); // blanks alone
}

void tst_Marked::figuresAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("low");
    QTest::addColumn<QString>("high");
    QTest::addColumn<QString>("unit");
    const auto row = [](const char* text, const char* words, const char* language, const char* low, const char* high,
                        const char* unit) {
        QTest::newRow(words) << QString::fromUtf8(text) << QString::fromUtf8(words) << language << low << high << unit;
    };
    const char* toll =
        "The storm killed three people. It left at least 1,200 people without a roof, the ministry said.";
    row(toll, "three people", "en", "3", "3", "");
    row(toll, "1,200 people", "en", "1200", "", ""); // the hedge before it counts
    row(toll, "the ministry", "en", "none", "none", "none");
    row("The bridge cost 12 million euros.", "12 million euros", "en", "12000000", "12000000", "EUR");
    row("Il y a au moins vingt blessés.", "vingt blessés", "fr", "20", "", "");
}

void tst_Marked::figuresAreRead() {
    QFETCH(QString, words);
    QFETCH(QString, language);
    QFETCH(QString, text);
    const QByteArray bytes = text.toUtf8();
    const auto at = static_cast<std::uint32_t>(bytes.indexOf(words.toUtf8()));
    const auto figure = figureOf({bytes.data(), static_cast<std::size_t>(bytes.size())},
                                 {at, at + static_cast<std::uint32_t>(words.toUtf8().size())}, language.toStdString());
    const auto shown = [&](const std::optional<read::Decimal>& end) {
        return !figure ? QStringLiteral("none") : end ? QString::fromStdString(end->toString()) : QString();
    };
    QTEST(shown(figure ? figure->set.low : std::nullopt), "low");
    QTEST(shown(figure ? figure->set.high : std::nullopt), "high");
    QTEST(figure ? QString::fromStdString(figure->unit) : QStringLiteral("none"), "unit");
}

void tst_Marked::timesAreRead() {
    const std::string text = "Raiders came on Sunday. The road has been closed since September.";
    const auto of = [&text](const std::string& words, const std::string& published) {
        const auto at = static_cast<std::uint32_t>(text.find(words));
        return timeOf(text, {at, at + static_cast<std::uint32_t>(words.size())}, "en", published);
    };
    const auto sunday = of("Sunday", "2026-01-13");
    QVERIFY(sunday);
    QCOMPARE(read::isoTime(sunday->from).substr(0, 10), std::string("2026-01-11"));
    QCOMPARE(sunday->to - sunday->from, std::int64_t{86400});
    QVERIFY(!of("since September", "2026-01-13")); // no other end is known
    QVERIFY(!of("Raiders came", "2026-01-13"));
    QVERIFY(!of("Sunday", {})); // of which week?
}

QTEST_MAIN(tst_Marked)
#include "tst_marked.moc"
