// SPDX-License-Identifier: GPL-3.0-or-later
// Times: an example table a language (times-en.tsv, …) for what is found and how it resolves, and a slow reference for
// the calendar.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/read/calendar.h"
#include "core/read/mentions.h"
#include "core/read/spelling.h"
#include "core/read/times/feasts.h"
#include "core/text/reading.h"
#endif

#include <QFile>
#include <QTest>

#include <string>

using namespace countercheck;
using namespace countercheck::read;

namespace {

std::vector<TimeMention> timesIn(std::string_view sentence, std::string_view published, text::Reading& reading,
                                 text::Language language = text::Language::English) {
    ReadContext context;
    context.published = parseIsoTime(published);
    Mentions mentions;
    text::read(sentence, language, reading);
    readTimes(reading, context, mentions);
    return mentions.times;
}

/// "text|TYPE|value|mod|from|to; …"
std::string dump(std::string_view sentence, std::string_view published,
                 text::Language language = text::Language::English) {
    text::Reading reading;
    std::string out;
    for (const TimeMention& time : timesIn(sentence, published, reading, language)) {
        if (!out.empty())
            out += "; ";
        out += std::string(reading.of(time.span)) + "|" + std::string(timeTypeName(time.type)) + "|" + time.value +
               "|" + std::string(timeModName(time.mod)) + "|";
        if (time.resolved)
            out += (time.resolved->openFrom ? std::string() : isoTime(time.resolved->from)) + "|" +
                   (time.resolved->openTo ? std::string() : isoTime(time.resolved->to));
        else
            out += "|";
    }
    return out;
}

/// The calendar one day after another, from a known Saturday: no formula at all.
struct SlowCalendar {
    std::int64_t days;
    int year = 1600, month = 1, day = 1, weekday = 6;
    static int length(int y, int m) {
        if (m == 2)
            return y % 400 == 0 ? 29 : y % 100 == 0 ? 28 : y % 4 == 0 ? 29 : 28;
        return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
    }
    void next() {
        ++days;
        weekday = weekday == 7 ? 1 : weekday + 1;
        if (++day > length(year, month)) {
            day = 1;
            if (++month > 12) {
                month = 1;
                ++year;
            }
        }
    }
};

} // namespace

class TestTimes : public QObject {
    Q_OBJECT
private slots:
    void tables_data();
    void tables();
    void orderOfNumbers_data();
    void orderOfNumbers();
    void calendarDays();
    void calendarWeeks();
    void calendarMonths();
    void easter_data();
    void easter();
    void feasts_data();
    void feasts();
    void isoText_data();
    void isoText();
    void isoRejects();
    void openEnds();
    void anchorFromTheText();
    void spansStandInTheText();
    void derivationsAreKept();
    void anyBytes();
    void spellings();
};

void TestTimes::tables_data() {
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QByteArray>("expected");
    const std::pair<const char*, int> tables[] = {{"en", 280}, {"fr", 70}, {"de", 55}, {"es", 55}};
    for (const auto& [language, least] : tables) {
        const QString name = QStringLiteral(COUNTERCHECK_TEST_DATA "/read/times-%1.tsv").arg(QLatin1String(language));
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name + QStringLiteral(" cannot be opened")));
        int line = 0, rows = 0;
        while (!file.atEnd()) {
            QByteArray text = file.readLine();
            ++line;
            if (text.endsWith('\n'))
                text.chop(1);
            if (text.isEmpty() || text.startsWith('#'))
                continue;
            const QList<QByteArray> fields = text.split('\t');
            QVERIFY2(fields.size() == 3,
                     qPrintable(QStringLiteral("%1, line %2 has not three fields").arg(name).arg(line)));
            QTest::addRow("%s, line %d: %s", language, line, fields[1].constData())
                << QByteArray(language) << fields[0] << fields[1] << fields[2];
            ++rows;
        }
        QVERIFY2(rows >= least, qPrintable(name + QStringLiteral(" is too short")));
    }
}

void TestTimes::tables() {
    QFETCH(QByteArray, language);
    QFETCH(QByteArray, published);
    QFETCH(QByteArray, sentence);
    QFETCH(QByteArray, expected);
    const QByteArray found = QByteArray::fromStdString(
        dump(sentence.toStdString(), published.toStdString(), text::languageFromTag(language.toStdString())));
    QVERIFY2(found == expected, ("\nfound:    " + found + "\nexpected: " + expected).constData());
}

void TestTimes::orderOfNumbers_data() {
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("value");
    for (const char* tag : {"", "en", "en-US", "en-us", "en_CA", "en-PH", "en-Latn", "en-Latn-US"})
        QTest::newRow(tag) << QString::fromLatin1(tag) << QStringLiteral("2026-03-04");
    for (const char* tag : {"en-GB", "en-AU", "en_IN", "en-Latn-GB", "en-001", "en-ie"})
        QTest::newRow(tag) << QString::fromLatin1(tag) << QStringLiteral("2026-04-03");
}

/// 3/4/2026 in the English of a country.
void TestTimes::orderOfNumbers() {
    QFETCH(QString, tag);
    QFETCH(QString, value);
    const std::string language = tag.toStdString();
    ReadContext context;
    context.dayFirst = dayBeforeMonth(language);
    text::Reading reading;
    Mentions mentions;
    text::read("The bridge opened on 3/4/2026.", text::Language::English, reading);
    readTimes(reading, context, mentions);
    QCOMPARE(mentions.times.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(mentions.times.front().value), value);
}

void TestTimes::calendarDays() {
    SlowCalendar slow{daysFromCivil(1600, 1, 1)};
    QCOMPARE(daysFromCivil(1970, 1, 1), std::int64_t{0});
    for (; slow.year < 2402; slow.next()) {
        const CivilDate date = civilFromDays(slow.days);
        if (daysFromCivil(slow.year, slow.month, slow.day) != slow.days ||
            date != CivilDate{slow.year, slow.month, slow.day} || weekdayOf(slow.days) != slow.weekday ||
            daysInMonth(slow.year, slow.month) != SlowCalendar::length(slow.year, slow.month))
            QFAIL(qPrintable(QStringLiteral("%1-%2-%3").arg(slow.year).arg(slow.month).arg(slow.day)));
    }
    QVERIFY(!isValidDate(2025, 2, 29));
    QVERIFY(isValidDate(2024, 2, 29));
    QVERIFY(!isValidDate(2025, 13, 1));
    QVERIFY(!isValidDate(2025, 0, 1));
    QCOMPARE(daysFromCivil(2025, 13, 1), daysFromCivil(2026, 1, 1)); // months carry
    QCOMPARE(dayOfSecond(-1), std::int64_t{-1});
    QCOMPARE(dayOfSecond(secondsPerDay), std::int64_t{1});
}

void TestTimes::calendarWeeks() {
    // A week is numbered by the definition: Monday first, week 1 holds the year's first Thursday.
    int week = 0, weekYear = 0;
    SlowCalendar slow{daysFromCivil(1600, 1, 1)};
    while (slow.weekday != 1)
        slow.next();
    for (; slow.year < 2402; slow.next()) {
        if (slow.weekday == 1) {
            SlowCalendar thursday = slow;
            for (int i = 0; i < 3; ++i)
                thursday.next();
            week = thursday.year != weekYear ? 1 : week + 1;
            if (weekYear == 0) // the first Monday of all: 3 January 1600
                week = 1;
            weekYear = thursday.year;
            if (isoWeekStart(weekYear, week) != slow.days)
                QFAIL(qPrintable(QStringLiteral("start of %1-W%2").arg(weekYear).arg(week)));
        }
        if (isoWeekOf(slow.days) != IsoWeek{weekYear, week})
            QFAIL(qPrintable(QStringLiteral("week of %1-%2-%3").arg(slow.year).arg(slow.month).arg(slow.day)));
        for (int weekday = 1; weekday <= 7; ++weekday) {
            const std::int64_t before = weekdayOnOrBefore(slow.days, weekday),
                               after = weekdayOnOrAfter(slow.days, weekday);
            if (before > slow.days || before <= slow.days - 7 || after < slow.days || after >= slow.days + 7 ||
                weekdayOf(before) != weekday || weekdayOf(after) != weekday)
                QFAIL(qPrintable(QStringLiteral("weekday %1 around day %2").arg(weekday).arg(slow.days)));
        }
    }
    QCOMPARE(isoWeeksInYear(2020), 53);
    QCOMPARE(isoWeeksInYear(2025), 52);
    QCOMPARE(isoWeeksInYear(2026), 53);
}

void TestTimes::calendarMonths() {
    QCOMPARE(addMonths({2025, 1, 31}, 1), (CivilDate{2025, 2, 28}));
    QCOMPARE(addMonths({2024, 1, 31}, 1), (CivilDate{2024, 2, 29}));
    QCOMPARE(addMonths({2025, 1, 15}, -1), (CivilDate{2024, 12, 15}));
    QCOMPARE(addMonths({2025, 12, 15}, 1), (CivilDate{2026, 1, 15}));
    QCOMPARE(addMonths({2024, 2, 29}, -12), (CivilDate{2023, 2, 28}));
    for (int year = 1990; year < 2060; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int weekday = 1; weekday <= 7; ++weekday) {
                int seen = 0;
                std::int64_t last = 0;
                for (int day = 1; day <= SlowCalendar::length(year, month); ++day) {
                    const std::int64_t number = daysFromCivil(year, month, day);
                    if (weekdayOf(number) != weekday)
                        continue;
                    ++seen;
                    last = number;
                    QCOMPARE(nthWeekdayOf(year, month, weekday, seen), number);
                }
                QCOMPARE(nthWeekdayOf(year, month, weekday, -1), last);
            }
}

void TestTimes::easter_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<QByteArray>("western");
    QTest::addColumn<QByteArray>("orthodox");
    const struct {
        int year;
        const char *western, *orthodox;
    } rows[] = {
        {1961, "1961-04-02", "1961-04-09"}, {1981, "1981-04-19", "1981-04-26"}, {2000, "2000-04-23", "2000-04-30"},
        {2008, "2008-03-23", "2008-04-27"}, {2011, "2011-04-24", "2011-04-24"}, {2017, "2017-04-16", "2017-04-16"},
        {2019, "2019-04-21", "2019-04-28"}, {2020, "2020-04-12", "2020-04-19"}, {2021, "2021-04-04", "2021-05-02"},
        {2022, "2022-04-17", "2022-04-24"}, {2023, "2023-04-09", "2023-04-16"}, {2024, "2024-03-31", "2024-05-05"},
        {2025, "2025-04-20", "2025-04-20"}, {2026, "2026-04-05", "2026-04-12"}, {2027, "2027-03-28", "2027-05-02"},
        {2030, "2030-04-21", "2030-04-28"}, {2038, "2038-04-25", "2038-04-25"}};
    for (const auto& row : rows)
        QTest::addRow("%d", row.year) << row.year << QByteArray(row.western) << QByteArray(row.orthodox);
}

void TestTimes::easter() {
    QFETCH(int, year);
    QFETCH(QByteArray, western);
    QFETCH(QByteArray, orthodox);
    QCOMPARE(QByteArray::fromStdString(isoTime(easterSunday(year) * secondsPerDay)), western);
    QCOMPARE(QByteArray::fromStdString(isoTime(orthodoxEasterSunday(year) * secondsPerDay)), orthodox);
}

void TestTimes::feasts_data() {
    // As almanacs give them; those of Islam by the tabular calendar.
    QTest::addColumn<QByteArray>("feast");
    QTest::addColumn<QByteArray>("days");
    QTest::newRow("chinese") << QByteArray("chinese")
                             << QByteArray(
                                    "1966-01-21 1985-02-20 2000-02-05 2010-02-14 2015-02-19 2018-02-16 2019-02-05 "
                                    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 "
                                    "2027-02-06 2028-01-26 2029-02-13 2030-02-03 2033-01-31 2034-02-19");
    QTest::newRow("diwali") << QByteArray("diwali")
                            << QByteArray(
                                   "2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 "
                                   "2025-10-20 2026-11-08");
    QTest::newRow("hanukkah") << QByteArray("hebrew 9 25") << QByteArray("2022-12-19 2023-12-08 2024-12-26 2025-12-15");
    QTest::newRow("new year") << QByteArray("hebrew 7 1")
                              << QByteArray("2021-09-07 2022-09-26 2023-09-16 2024-10-03 2025-09-23");
    QTest::newRow("atonement") << QByteArray("hebrew 7 10")
                               << QByteArray("1973-10-06 2023-09-25 2024-10-12 2025-10-02");
    QTest::newRow("purim") << QByteArray("hebrew 12 14") << QByteArray("2022-03-17 2023-03-07 2024-03-24 2025-03-14");
    QTest::newRow("passover") << QByteArray("hebrew 1 15") << QByteArray("2022-04-16 2023-04-06 2024-04-23 2025-04-13");
    QTest::newRow("ramadan") << QByteArray("islamic 9 1") << QByteArray("2023-03-23 2024-03-11 2025-03-01");
    QTest::newRow("fitr") << QByteArray("islamic 10 1") << QByteArray("2024-04-10 2025-03-31");
}

void TestTimes::feasts() {
    QFETCH(QByteArray, feast);
    QFETCH(QByteArray, days);
    const QList<QByteArray> words = feast.split(' ');
    for (const QByteArray& day : days.split(' ')) {
        const int year = day.left(4).toInt();
        const std::int64_t found = words[0] == "chinese"  ? chineseNewYear(year)
                                   : words[0] == "diwali" ? diwali(year)
                                   : words[0] == "hebrew" ? hebrewFeast(year, words[1].toInt(), words[2].toInt())
                                                          : islamicFeast(year, words[1].toInt(), words[2].toInt());
        QCOMPARE(QByteArray::fromStdString(isoTime(found * secondsPerDay)), day);
    }
}

void TestTimes::isoText_data() {
    QTest::addColumn<QByteArray>("iso");
    QTest::addColumn<QByteArray>("back");
    const char* rows[][2] = {{"2026-01-13", "2026-01-13"},
                             {"2026-01-13T08:15:00Z", "2026-01-13T08:15"},
                             {"2026-01-13 08:15", "2026-01-13T08:15"},
                             {"2026-01-13T08:15:07", "2026-01-13T08:15:07"},
                             {"2026-01-13T08:15:07.250+02:00", "2026-01-13T08:15:07"},
                             {"2026-01-13T00:00", "2026-01-13"},
                             {"2026-01-13T24:00", "2026-01-14"},
                             {"1901-12-31T23:59", "1901-12-31T23:59"}};
    for (const auto& row : rows)
        QTest::addRow("%s", row[0]) << QByteArray(row[0]) << QByteArray(row[1]);
}

void TestTimes::isoText() {
    QFETCH(QByteArray, iso);
    QFETCH(QByteArray, back);
    const auto seconds = parseIsoTime(iso.toStdString());
    QVERIFY(seconds.has_value());
    QCOMPARE(QByteArray::fromStdString(isoTime(*seconds)), back);
}

void TestTimes::isoRejects() {
    for (const char* bad :
         {"", "2026", "2026-13-01", "2026-02-30", "13/01/2026", "2026-01-13T", "2026-01-13T25:00", "2026-01-13T08:61",
          "2026-01-13X08:15", "2026-01-13T08:15!", "2026-01-13T08:15+02:x0", "2026-1-13", "yesterday"})
        QVERIFY2(!parseIsoTime(bad).has_value(), bad);
}

void TestTimes::openEnds() {
    const auto ends = [](std::string_view sentence) {
        text::Reading reading;
        const auto times = timesIn(sentence, "2026-01-13", reading);
        return times.size() == 1 && times[0].resolved
                   ? std::string(times[0].resolved->openFrom ? "<" : "") + (times[0].resolved->openTo ? ">" : "")
                   : std::string("?");
    };
    QCOMPARE(ends("The blockade has held since September."), std::string(">"));
    QCOMPARE(ends("It had been shut until June."), std::string("<"));
    QCOMPARE(ends("They will have left by Friday."), std::string("<"));
    QCOMPARE(ends("It was shut in June."), std::string());
}

void TestTimes::anchorFromTheText() {
    // Without a publication date, the date that the text opens with anchors the others.
    QCOMPARE(
        dump("On 12 January 2026 the army said two soldiers died on Sunday.", ""),
        std::string(
            "12 January 2026|DATE|2026-01-12||2026-01-12|2026-01-13; Sunday|DATE|2026-01-11||2026-01-11|2026-01-12"));
    // With none at all, nothing is made up.
    QCOMPARE(dump("Two soldiers died on Sunday.", ""), std::string("Sunday|DATE|XXXX-WXX-7|||"));
    QCOMPARE(dump("They left yesterday and return in June.", ""),
             std::string("yesterday|DATE|XXXX-XX-XX|||; June|DATE|XXXX-06|||"));
}

void TestTimes::spansStandInTheText() {
    const std::string text = "Café reopened on Sunday – “late Monday”, he said. On 3 May 2021 at 9:15 a.m. it "
                             "shut.\n\nA day later, all was calm.";
    text::Reading reading;
    const auto times = timesIn(text, "2026-01-13", reading);
    QCOMPARE(times.size(), std::size_t{4});
    std::uint32_t end = 0;
    for (const TimeMention& time : times) {
        QVERIFY(time.span.begin >= end); // in order, without overlap
        end = time.span.end;
        QVERIFY(end <= reading.text.size());
        QCOMPARE(reading.tokens[time.firstToken].begin, time.span.begin);
        QCOMPARE(reading.tokens[time.endToken - 1].end, time.span.end);
        QVERIFY(reading.sentences[time.sentence].span.contains(time.span));
    }
    QCOMPARE(reading.of(times[1].span), std::string_view("late Monday"));
    QCOMPARE(times[3].value, std::string("2021-05-04"));
}

void TestTimes::derivationsAreKept() {
    text::Reading reading;
    const auto times = timesIn("The shelling began early on Sunday.", "2026-01-13", reading);
    QCOMPARE(times.size(), std::size_t{1});
    QCOMPARE(times[0].derivation.toString(), std::string("weekday ← nearest-before ← modifier"));
}

void TestTimes::anyBytes() {
    // Fragments of times in every order: no crash, and every span inside the text.
    const char* pieces[] = {"the ", "first ",   "half ", "of ",     "2025",   "-",      "06 ",         "at ",  "9",
                            ":",    "30 ",      "p.m. ", "Sunday ", "next ",  "every ", "other ",      "ago ", "two ",
                            "a ",   "January ", "11",    "th ",     ", ",     "night ", "between ",    "and ", "'",
                            "90s ", "\xFF",     "T",     "/",       "hours ", "to ",    "99999999999 "};
    std::uint32_t state = 12345;
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525u + 1013904223u;
            text += pieces[(state >> 16) % std::size(pieces)];
        }
        text::Reading reading;
        for (const TimeMention& time : timesIn(text, round % 2 == 0 ? "2026-01-13T10:00" : "", reading)) {
            QVERIFY2(time.span.begin < time.span.end && time.span.end <= reading.text.size(), text.c_str());
            QVERIFY2(!time.value.empty(), text.c_str());
            QVERIFY2(!time.resolved || time.resolved->from < time.resolved->to, text.c_str());
        }
    }
}

/// A word is found whatever its case, and wherever it stands in its text; others of its letters are told apart.
void TestTimes::spellings() {
    const std::string text = "A Sunday été extraordinarily x sixteen-letters-"; // the last word ends the text
    const auto at = [&](std::string_view word) {
        const std::size_t begin = text.find(word);
        return smallSpelling(text, begin, begin + word.size());
    };
    QVERIFY(at("A") == Spelling("a"));
    QVERIFY(at("Sunday") == Spelling("sunday"));
    QVERIFY(!(at("Sunday") == Spelling("sunda")));
    QVERIFY(!(at("Sunda") == Spelling("sunday")));
    QVERIFY(!(at("Sunday") == Spelling("monday")));
    QVERIFY(at("été") == Spelling("été"));
    QVERIFY(at("extraord") == Spelling("extraord")); // eight bytes
    QVERIFY(at("extraordi") == Spelling("extraordi"));
    QVERIFY(!(at("extraordi") == Spelling("extraord")));
    QVERIFY(at("extraordinarily x") == Spelling()); // longer than any
    QVERIFY(at("sixteen-letters-") == Spelling("sixteen-letters-"));
    QVERIFY(at("letters-") == Spelling("letters-"));
    QVERIFY(at("-") == Spelling("-"));
    QVERIFY(smallSpelling(text, 3, 3) == Spelling());
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
