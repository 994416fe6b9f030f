// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/read/figures/figuretext.h"
#include "tests/read/figuredump.h"
#include "tests/read/figuretable.h"
#endif

#include <QFile>
#include <QTest>

#include <map>

using namespace countercheck;
using namespace countercheck::read;

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void examples_data();
    void examples();
    void shortTables_data();
    void shortTables();
    void spansHoldTheNumeral();
    void derivationNamesItsRules();
    void hedgePercentIsASetting();
    void anyBytesAreSafe();
    void longTextsStayLinear();
    void hintsLeadToAllThatBeginsAFigure();
};

void TestFigures::examples_data() {
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("figures");
    for (const char* language : {"en", "fr", "de", "es"}) {
        QFile file(QString(COUNTERCHECK_TEST_DATA "/read/figures-%1.tsv").arg(language));
        if (!file.exists())
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        int number = 0;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine().trimmed();
            ++number;
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            const int tab = line.indexOf('\t');
            QVERIFY2(tab > 0, qPrintable(QString("%1: line %2 has no tab").arg(file.fileName()).arg(number)));
            QTest::newRow(qPrintable(QString("%1:%2").arg(language).arg(number)))
                << line.left(tab) << QByteArray(language) << line.mid(tab + 1);
        }
    }
}

void TestFigures::examples() {
    QFETCH(QByteArray, sentence);
    QFETCH(QByteArray, language);
    QFETCH(QByteArray, figures);
    QCOMPARE(
        QByteArray::fromStdString(dumpFigures(sentence.toStdString(), text::languageFromTag(language.toStdString()))),
        figures);
}

void TestFigures::shortTables_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("language");
    for (const char* table : {"numerals", "figures-suite"})
        for (const char* language : {"en", "fr", "de", "es"})
            QTest::addRow("%s-%s", table, language) << QByteArray(table) << QByteArray(language);
}

/// Every row of a table; what differs is listed, with F1 by kind over all rows for the reader, known gaps as misses.
void TestFigures::shortTables() {
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, language);
    QFile file(QString(COUNTERCHECK_TEST_DATA "/read/%1-%2.tsv")
                   .arg(QString::fromLatin1(table), QString::fromLatin1(language)));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    struct Tally {
        int right = 0, expected = 0, found = 0;
    };
    std::map<std::string, Tally> tallies;
    int number = 0, rows = 0, wrong = 0, gaps = 0;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        ++number;
        while (line.endsWith('\n'))
            line.chop(1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const bool gap = line.startsWith('?');
        const int tab = line.indexOf('\t');
        QVERIFY2(tab > 0, qPrintable(QString("line %1 has no tab").arg(number)));
        const std::string words = line.left(tab).mid(gap ? 1 : 0).toStdString();
        const std::string expected = line.mid(tab + 1).toStdString();
        text::Reading reading;
        Mentions mentions;
        text::read(words, text::languageFromTag(language.toStdString()), reading);
        readTimes(reading, ReadContext{}, mentions);
        readFigures(reading, ReadContext{}, mentions);
        const auto wanted = figureRows(expected);
        bool same = wanted.size() == mentions.figures.size();
        for (const Figure& f : mentions.figures)
            ++tallies[std::string(figureKindName(f.kind))].found;
        std::size_t next = 0;
        for (const FigureRow& row : wanted) {
            Tally& tally = tallies[row.kind];
            ++tally.expected;
            bool found = false;
            for (std::size_t k = next; k < mentions.figures.size() && !found; ++k)
                if (figureFits(row, reading, mentions.figures[k])) {
                    found = true;
                    next = k + 1;
                }
            tally.right += found ? 1 : 0;
            same = same && found;
        }
        ++rows;
        gaps += gap ? 1 : 0;
        if (same == gap) {
            ++wrong;
            qWarning().noquote() << (gap ? "no gap any more:" : "differs:") << language.constData() << number
                                 << words.c_str() << "\n   wanted" << expected.c_str() << "\n   read  "
                                 << dumpFigures(words, text::languageFromTag(language.toStdString())).c_str();
        }
    }
    Tally all;
    for (const auto& [kind, t] : tallies) {
        all.expected += t.expected;
        all.found += t.found;
        all.right += t.right;
    }
    tallies["all"] = all;
    for (const auto& [kind, t] : tallies)
        qInfo().noquote() << table.constData() << language.constData() << kind.c_str() << "expected" << t.expected
                          << "found" << t.found << "right" << t.right << "F1"
                          << 2.0 * t.right / std::max(1, t.expected + t.found);
    qInfo().noquote() << table.constData() << language.constData() << rows << "rows," << gaps << "known gaps," << wrong
                      << "differ";
    QCOMPARE(wrong, 0);
}

void TestFigures::spansHoldTheNumeral() {
    const std::string words = "Près de là, nearly 160 fighters and US$3.2 million were seen; « 40 % » of it stayed.";
    text::Reading reading;
    Mentions mentions;
    text::read(words, text::Language::English, reading);
    readFigures(reading, ReadContext{}, mentions);
    QCOMPARE(mentions.figures.size(), std::size_t{3});
    for (const Figure& f : mentions.figures) {
        QVERIFY(f.phrase.contains(f.numeral));
        QVERIFY(f.firstToken < f.endToken);
        QVERIFY(reading.sentences[f.sentence].span.contains(f.phrase));
    }
    QCOMPARE(reading.of(mentions.figures[1].numeral), std::string_view("3.2 million"));
    QCOMPARE(reading.of(mentions.figures[1].phrase), std::string_view("US$3.2 million"));
    QCOMPARE(reading.of(mentions.figures[0].counted), std::string_view("fighters"));
}

void TestFigures::derivationNamesItsRules() {
    text::Reading reading;
    Mentions mentions;
    text::read("Nearly 160 fighters took part.", text::Language::English, reading);
    readFigures(reading, ReadContext{}, mentions);
    QCOMPARE(mentions.figures.size(), std::size_t{1});
    QCOMPARE(mentions.figures[0].derivation.toString(),
             std::string("digits ← counted:head-noun ← hedge-before:nearly"));
}

void TestFigures::hedgePercentIsASetting() {
    text::Reading reading;
    Mentions mentions;
    text::read("About 200 people came.", text::Language::English, reading);
    ReadContext context;
    context.hedgePercent = 5;
    readFigures(reading, context, mentions);
    QCOMPARE(mentions.figures.size(), std::size_t{1});
    QCOMPARE(mentions.figures[0].set.low->toString(), std::string("190"));
    QCOMPARE(mentions.figures[0].set.high->toString(), std::string("210"));
}

void TestFigures::anyBytesAreSafe() {
    // Number words, marks and broken bytes in every order of a small generator; nothing is expected but to come back.
    const char* parts[] = {"three",
                           "and",
                           "a",
                           "half",
                           "million",
                           "-",
                           "–",
                           "3",
                           "1,000",
                           "%",
                           "$",
                           "€",
                           "°",
                           "½",
                           "of",
                           "to",
                           "between",
                           "one",
                           "hundred",
                           "\xFF",
                           "\xC3",
                           ".",
                           ",",
                           ":",
                           "/",
                           "(",
                           ")",
                           "5km",
                           "40k",
                           "1st",
                           "years",
                           "old",
                           "aged",
                           "Rahman",
                           "point",
                           "minus",
                           "third",
                           "quarter",
                           "several",
                           "dozens",
                           "'s",
                           "\n",
                           "99999999999999999999999999999999999999999"};
    std::uint32_t state = 12345;
    for (int round = 0; round < 4000; ++round) {
        std::string words;
        for (int k = 0; k < 12; ++k) {
            state = state * 1664525u + 1013904223u;
            words += parts[(state >> 16) % std::size(parts)];
            if ((state & 0x300u) != 0)
                words += ' ';
        }
        text::Reading reading;
        Mentions mentions;
        text::read(words, text::Language::English, reading);
        readFigures(reading, ReadContext{}, mentions);
        for (const Figure& f : mentions.figures) {
            QVERIFY2(f.numeral.end <= reading.text.size() && f.numeral.begin < f.numeral.end, words.c_str());
            QVERIFY2(f.phrase.contains(f.numeral), words.c_str());
        }
    }
}

void TestFigures::longTextsStayLinear() {
    // One sentence without an end: every look back and ahead is bounded, so this returns at all.
    std::string words;
    for (int i = 0; i < 20000; ++i)
        words += "three and four of the ";
    text::Reading reading;
    Mentions mentions;
    text::read(words, text::Language::English, reading);
    readFigures(reading, ReadContext{}, mentions);
    QCOMPARE(mentions.figures.size(), std::size_t{40000});
}

void TestFigures::hintsLeadToAllThatBeginsAFigure() {
    // Else every token would be asked, which gives the same figures and takes several times as long.
    for (const text::Language language : {text::Language::English, text::Language::French, text::Language::Spanish}) {
        const text::Lexicon& lexicon = text::Lexicon::of(language);
        const FigureWords words(lexicon, language);
        for (text::WordId id = 1; id < lexicon.listedSize(); ++id)
            QVERIFY2((words.marks[id] & FigureWords::begins) == 0 || (lexicon.hints(id) & FigureWords::beginHints) != 0,
                     std::string(lexicon.form(id)).c_str());
        QVERIFY(!words.everyToken);
    }
}

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"
