// SPDX-License-Identifier: GPL-3.0-or-later
// What people see in a terminal: widths, wrapping, and that nothing in an article commands the terminal.
#include "app/cli/people.h"
#include "app/cli/terminal.h"

#include <QTest>

using namespace countercheck;
using namespace countercheck::cli;

class TstTerminal : public QObject {
    Q_OBJECT
private slots:
    void columns_data();
    void columns();
    void shortened_data();
    void shortened();
    void linesFit_data();
    void linesFit();
    void colourIsNeverAlone();
    void controlsAreDropped();
    void letters_data();
    void letters();
    void sets_data();
    void sets();
    void theGravestStandsFirst();
};

void TstTerminal::columns_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("plain") << QByteArray("three") << 5;
    QTest::newRow("composed accent") << QByteArray("Bafoulabé") << 9;
    QTest::newRow("combining accent") << QByteArray("Bafoulabe\xCC\x81") << 9;
    QTest::newRow("Chinese") << QByteArray("三人") << 4;
    QTest::newRow("emoji") << QByteArray("😀") << 2;
    QTest::newRow("stray byte") << QByteArray("a\xFF") << 2;
    QTest::newRow("cut sequence") << QByteArray("a\xE2\x80") << 3;
}

void TstTerminal::columns() {
    QFETCH(QByteArray, text);
    QFETCH(int, width);
    QCOMPARE(Terminal::columns(text.toStdString()), width);
}

void TstTerminal::shortened_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("fits") << QByteArray("three people") << 12 << QByteArray("three people");
    QTest::newRow("one too many") << QByteArray("three people") << 11 << QByteArray("three peop…");
    QTest::newRow("no blank before the ellipsis") << QByteArray("three people") << 7 << QByteArray("three…");
    QTest::newRow("not through a character") << QByteArray("éééé") << 3 << QByteArray("éé…");
    QTest::newRow("wide ones") << QByteArray("三人三人") << 6 << QByteArray("三人…");
    QTest::newRow("lines become one") << QByteArray(" a\n\n b\tc ") << 20 << QByteArray("a b c");
}

void TstTerminal::shortened() {
    QFETCH(QByteArray, text);
    QFETCH(int, width);
    QFETCH(QByteArray, result);
    QCOMPARE(QByteArray::fromStdString(Terminal::shortened(text.toStdString(), width)), result);
}

void TstTerminal::linesFit_data() {
    QTest::addColumn<int>("width");
    for (const int width : {40, 41, 60, 79, 80, 100, 120})
        QTest::addRow("%d", width) << width;
}

void TstTerminal::linesFit() {
    QFETCH(int, width);
    const std::string text =
        "“Nearly 160” and “more than 100” can both be true: the second sets no upper bound, so they do "
        "not exclude each other, but they print different figures near Bafoulabé.";
    Terminal out(width, false);
    out.paragraph("    → ", Ink::Red, text);
    out.headed("✕ Contradiction  ", Ink::Red, "How many people were abducted from the works?", Ink::Strong,
               "3 of 5 articles");
    out.headed("· ", Ink::Quiet, "Short", Ink::Strong, "1 of 5");
    out.row(4, "three people", Ink::Plain, 16, text, Ink::Quiet);
    std::string words;
    std::size_t lines = 0;
    for (const QByteArray& line : QByteArray::fromStdString(out.text()).split('\n')) {
        QVERIFY2(Terminal::columns(line.toStdString()) <= width, line.constData());
        QVERIFY(!line.endsWith(' '));
        words += line.simplified().toStdString() + " ";
        ++lines;
    }
    QVERIFY(lines > 4);
    QVERIFY2(QByteArray::fromStdString(words).contains(QByteArray::fromStdString(text)), "words were lost in wrapping");
}

void TstTerminal::colourIsNeverAlone() {
    const auto print = [](bool colour) {
        Terminal out(80, colour);
        out.paragraph("✕ ", Ink::Red, "Contradiction", Ink::Strong);
        return out.text();
    };
    QVERIFY(print(false).find('\x1B') == std::string::npos);
    std::string coloured = print(true);
    QVERIFY(coloured.find("\x1B[1;31m") != std::string::npos);
    for (std::size_t at = coloured.find('\x1B'); at != std::string::npos; at = coloured.find('\x1B'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    QCOMPARE(coloured, print(false));
}

void TstTerminal::controlsAreDropped() {
    Terminal out(80, false);
    out.paragraph("", Ink::Plain,
                  "a\x1B]0;owned\x07 b\x7F \xC2\x9B"
                  "31m c \xE2\x80\xAE"
                  "d");
    QCOMPARE(out.text(), std::string("a]0;owned b 31m c d\n"));
}

void TstTerminal::letters_data() {
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("first") << 0 << QByteArray("A");
    QTest::newRow("last of one") << 25 << QByteArray("Z");
    QTest::newRow("first of two") << 26 << QByteArray("AA");
    QTest::newRow("BA") << 52 << QByteArray("BA");
    QTest::newRow("last of two") << 701 << QByteArray("ZZ");
    QTest::newRow("first of three") << 702 << QByteArray("AAA");
}

void TstTerminal::letters() {
    QFETCH(int, index);
    QFETCH(QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(letter(static_cast<std::size_t>(index))), name);
}

void TstTerminal::sets_data() {
    QTest::addColumn<int>("hedge");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, read::Hedge hedge, const char* words) {
        QTest::newRow(name) << static_cast<int>(hedge) << QByteArray(words);
    };
    row("exact", read::Hedge::None, "exactly 160");
    row("about", read::Hedge::About, "144 to 176");
    row("nearly", read::Hedge::Nearly, "144 to 160, not included");
    row("just over", read::Hedge::JustOver, "160, not included, to 176");
    row("at least", read::Hedge::AtLeast, "160 or more");
    row("more than", read::Hedge::MoreThan, "more than 160");
}

void TstTerminal::sets() {
    QFETCH(int, hedge);
    QFETCH(QByteArray, words);
    const auto set = read::figureSet(read::Decimal(160), static_cast<read::Hedge>(hedge), true);
    QCOMPARE(QByteArray::fromStdString(setInWords(set)), words);
}

void TstTerminal::theGravestStandsFirst() {
    const std::string a = "Three workers were abducted, Ada said.";
    const std::string b = "Four workers were abducted.";
    compare::Question conflict;
    conflict.key = "1";
    conflict.label = "workers abducted";
    conflict.title = "How many workers were abducted?";
    compare::QuestionClaim three;
    three.quote = "Three workers";
    three.attribution = "Ada";
    compare::QuestionClaim four;
    four.article = 1;
    four.quote = "Four workers";
    conflict.claims = {three, four};
    compare::Relation relation;
    relation.b = 1;
    relation.kind = compare::RelationKind::Contradiction;
    relation.explanation = "Three is not four.";
    conflict.relations = {relation};
    conflict.origins = 2;
    compare::Question single;
    single.key = "2";
    single.label = "lorries";
    single.claims = {three};
    compare::Comparison comparison;
    comparison.questions = std::vector{conflict, single};
    comparison.origin = {0, 1};
    Terminal out(100, false);
    printComparison(out, {},
                    {{"a.txt", "", "Ada's Post", "2026-01-13", "", "en", a}, {"b.txt", "", "", "", "", "en", b}},
                    comparison);
    const QByteArray text = QByteArray::fromStdString(out.text());
    int last = -1;
    for (const char* words : {"2 articles, 2 origins", "2 questions", "✕ 1 contradiction",
                              "✕ Contradiction  How many workers were abducted?", "2 of 2 articles", "A  Three workers",
                              "Ada", "B  Four workers", "the report itself", "→ Three is not four.", "single source",
                              "lorries", "Sources", "A  Ada's Post · 2026-01-13 · a.txt", "B  b.txt"}) {
        const int at = static_cast<int>(text.indexOf(words, last + 1));
        QVERIFY2(at > last, (words + (" is not behind the words before it in:\n" + text)).constData());
        last = at;
    }
}

QTEST_GUILESS_MAIN(TstTerminal)
#include "tst_terminal.moc"
