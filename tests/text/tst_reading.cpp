// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences and repairs on tables of examples; the way back from the reading view to the captured text; any bytes.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/text/hintscan.h"
#include "core/text/reading.h"
#include "core/text/utf8.h"
#endif

#include <QFile>
#include <QTest>

#include <random>

using namespace countercheck::text;

namespace {

QString qt(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

void addRows(const char* file) {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    QFile table(QStringLiteral(COUNTERCHECK_TEST_DATA "/text/") + QString::fromUtf8(file));
    QVERIFY2(table.open(QIODevice::ReadOnly), file);
    int line = 0, rows = 0;
    while (!table.atEnd()) {
        QString row = QString::fromUtf8(table.readLine());
        ++line;
        row.chop(row.endsWith(QLatin1Char('\n')) ? 1 : 0);
        if (row.isEmpty() || row.startsWith(QStringLiteral("# ")))
            continue;
        QStringList cells = row.split(QLatin1Char('\t'));
        QVERIFY2(cells.size() == 2, qPrintable(row));
        for (QString& cell : cells)
            cell.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
                .replace(QStringLiteral("\\u009d"), QString(QChar(0x9d)));
        QTest::newRow(qPrintable(QStringLiteral("line %1: %2").arg(line).arg(cells[0].left(30))))
            << cells[0] << cells[1];
        ++rows;
    }
    QVERIFY(rows > 0);
}

/// What holds of every reading: blocks, sentences and tokens in order and inside the text; every span leads back to
/// captured words, and those lead forth to a span that holds it.
bool sound(const Reading& r, QString& why) {
    const auto fail = [&](const char* what, std::size_t at) {
        why = QStringLiteral("%1 %2").arg(QString::fromUtf8(what)).arg(at);
        return false;
    };
    std::uint32_t end = 0;
    std::size_t capital = 0, stop = 0;
    for (std::size_t i = 0; i < r.tokens.size(); ++i) {
        const Token& t = r.tokens[i];
        if (t.has(Capitalised) && (capital >= r.capitals.size() || r.capitals[capital++] != i))
            return fail("not among the capitals", i);
        if ((t.is(TokenKind::Stop) || t.is(TokenKind::Break) || t.has(Dotted)) &&
            (stop >= r.stops.size() || r.stops[stop++] != i))
            return fail("not among the stops", i);
        if (t.begin < end || t.end < t.begin || t.end > r.text.size())
            return fail("token out of order", i);
        end = t.end;
        const Span captured = r.map.toCaptured(t.span());
        if (captured.end < captured.begin || captured.end > r.captured.size())
            return fail("token leads out of the captured text", i);
        const Span back = r.map.toReading(captured);
        if (!back.contains(t.span()))
            return fail("token lost on the way back", i);
        const Span points = r.codePoints(t.span());
        if (points.end < points.begin || r.capturedPoints.bytes(points.begin) > captured.begin ||
            r.capturedPoints.bytes(points.end) < captured.end)
            return fail("code points of token", i);
    }
    std::uint32_t sentence = 0, token = 0;
    for (std::size_t b = 0; b < r.blocks.size(); ++b) {
        if (r.blocks[b].firstSentence != sentence || r.blocks[b].endSentence < sentence)
            return fail("block's sentences", b);
        sentence = r.blocks[b].endSentence;
    }
    if (sentence != r.sentences.size())
        return fail("sentences outside of blocks", sentence);
    for (std::size_t s = 0; s < r.sentences.size(); ++s) {
        const Sentence& x = r.sentences[s];
        if (x.firstToken < token || x.endToken <= x.firstToken || x.endToken > r.tokens.size() ||
            x.span.begin != r.tokens[x.firstToken].begin || x.span.end != r.tokens[x.endToken - 1].end)
            return fail("sentence", s);
        token = x.endToken;
    }
    return true;
}

} // namespace

class TestReading : public QObject {
    Q_OBJECT
private slots:
    void germanOrdinals() {
        Reading reading;
        const std::string date = "Am 13. Januar kamen drei Boote an.",
                          count = "Es waren nur 13. Danach kam niemand mehr.";
        read(date, Language::German, reading);
        QCOMPARE(reading.sentences.size(), std::size_t{1});
        read(count, Language::German, reading);
        QCOMPARE(reading.sentences.size(), std::size_t{2});
    }

    void sentences_data() { addRows("sentences.tsv"); }
    void sentences() { splitAs(Language::English); }
    void frenchSentences_data() { addRows("sentences-fr.tsv"); }
    void frenchSentences() { splitAs(Language::French); }
    void germanSentences_data() { addRows("sentences-de.tsv"); }
    void germanSentences() { splitAs(Language::German); }
    void spanishSentences_data() { addRows("sentences-es.tsv"); }
    void spanishSentences() { splitAs(Language::Spanish); }
    static void splitAs(Language language) {
        QFETCH(QString, given);
        QFETCH(QString, expected);
        const std::string text = given.replace(QLatin1Char('\n'), QStringLiteral("\n\n")).toStdString();
        Reading reading;
        read(text, language, reading);
        QStringList found;
        for (const Sentence& s : reading.sentences)
            found << qt(reading.of(s.span));
        QCOMPARE(found.join(QStringLiteral(" | ")), expected);
    }

    void repairs_data() { addRows("repairs.tsv"); }
    void repairs() {
        QFETCH(QString, given);
        QFETCH(QString, expected);
        const std::string text = given.toStdString();
        Reading reading;
        read(text, Language::English, reading);
        QCOMPARE(qt(reading.text), expected);
        QCOMPARE(qt(reading.captured), given);
        QCOMPARE(reading.repairs.empty(), given == expected);
        QCOMPARE(reading.map.identity(), given == expected);
        for (const Repair& repair : reading.repairs) {
            QVERIFY(!repair.captured.empty());
            QVERIFY(repair.captured.of(reading.captured) != repair.reading.of(reading.text));
            QVERIFY(reading.map.toReading(repair.captured).contains(repair.reading));
        }
        QString why;
        QVERIFY2(sound(reading, why), qPrintable(why));
    }

    void wordsLeadBackToWhatWasCaptured() {
        const std::string text = "“CafÃ© MÃ¼ller” paid _3 million_ â‚¬ for R&amp;D in SÃ©gou.";
        Reading reading;
        read(text, Language::English, reading);
        const auto captured = [&](std::string_view word) {
            const std::size_t at = reading.text.find(word);
            if (at == std::string_view::npos)
                return std::string("not found");
            const auto begin = static_cast<std::uint32_t>(at);
            return std::string(
                reading.map.toCaptured({begin, begin + static_cast<std::uint32_t>(word.size())}).of(text));
        };
        QCOMPARE(captured("Café"), std::string("CafÃ©"));
        QCOMPARE(captured("Müller"), std::string("MÃ¼ller"));
        QCOMPARE(captured("million"), std::string("million"));
        QCOMPARE(captured("3 million"), std::string("3 million"));
        QCOMPARE(captured("€"), std::string("â‚¬"));
        QCOMPARE(captured("R&D"), std::string("R&amp;D"));
        QCOMPARE(captured("Ségou"), std::string("SÃ©gou"));
        QCOMPARE(captured("paid"), std::string("paid"));
        // code points, as they leave the program
        const auto at = static_cast<std::uint32_t>(reading.text.find("Ségou"));
        const Span points = reading.codePoints({at, at + 6});
        QCOMPARE(qt(text).mid(static_cast<int>(points.begin), static_cast<int>(points.length())),
                 QStringLiteral("SÃ©gou"));
    }

    void codePointsCountAsPeopleDo() {
        std::string text;
        for (int i = 0; i < 400; ++i)
            text += i % 3 == 0 ? "é" : i % 7 == 0 ? "😀" : "a";
        const CodePointIndex index(text);
        std::uint32_t points = 0;
        for (std::size_t i = 0; i < text.size(); ++points) {
            QCOMPARE(index.codePoints(static_cast<std::uint32_t>(i)), points);
            QCOMPARE(index.bytes(points), static_cast<std::uint32_t>(i));
            i += decodeAt(text, i).length;
        }
        QCOMPARE(index.codePoints(static_cast<std::uint32_t>(text.size())), points);
        QCOMPARE(points, std::uint32_t{400});
    }

    void codePointsAmongLongAscii() {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            std::string text;
            for (unsigned i = random() % 8; i-- > 0;) {
                text.append(random() % 200, 'a');
                text += random() % 4 == 0   ? "\xE2\x80"
                        : random() % 2 == 0 ? "\u2019"
                                            : "\u00E9"; // now and then cut off
            }
            const CodePointIndex index(text);
            std::uint32_t points = 0;
            for (std::size_t i = 0; i < text.size(); ++points) {
                QCOMPARE(index.codePoints(static_cast<std::uint32_t>(i)), points);
                QCOMPARE(index.bytes(points), static_cast<std::uint32_t>(i));
                i += decodeAt(text, i).length;
            }
            QCOMPARE(index.codePoints(static_cast<std::uint32_t>(text.size())), points);
            for (const std::uint32_t beyond : {0u, 1u, 100u}) // past the end: the end
                QCOMPARE(index.bytes(points + beyond), static_cast<std::uint32_t>(text.size()));
        }
    }

    // Plain words and marks are read sixty-four bytes at a time, but for a text's last ones: where they stand must not
    // matter.
    void aWordsPlaceDoesNotMatter() {
        for (const std::string piece : {"The U.S. army-navy game -- well - ended; 3-5, \"he said\" (twice).",
                                        "Long, verylongwordofmorethanfifteenletters! O'Brien's don't e.g. a.m. I.",
                                        "x/y 50% $5 a&b [c] {d} #e co-op -ed re- A-B.C ...?!",
                                        "WORD Word wORD ABCDEFGHIJKLMNOP abcdefghijklmno abcdefghijklmnop.",
                                        "\tTabs,\tthen  two blanks. caf\u00E9 na\u00EFve \u201CWell\u201D"}) {
            QVERIFY(piece.size() < 80);
            Reading alone;
            read(piece, Language::English, alone);
            const std::size_t count = alone.tokens.size() - 1; // without the paragraph's end
            for (std::uint32_t shift = 0; shift < 140; ++shift) {
                std::string text(shift, ' ');
                text += piece;
                for (int i = 0; i < 20; ++i)
                    text += " and so on";
                Reading reading;
                read(text, Language::English, reading);
                QVERIFY(reading.tokens.size() > count);
                for (std::size_t i = 0; i < count; ++i) {
                    const Token &a = alone.tokens[i], &b = reading.tokens[i];
                    QVERIFY2(a.begin + shift == b.begin && a.end + shift == b.end && a.word == b.word &&
                                 a.kind == b.kind && a.flags == b.flags && a.hints == b.hints,
                             qPrintable(QStringLiteral("“%1” behind %2 blanks").arg(qt(alone.of(a))).arg(shift)));
                }
            }
        }
    }

    void anyBytesAreSafe() {
        const std::vector<std::string> pieces = {"Ã",   "\xc3", "\xe2\x82", "&#",   "&amp;", "<b>", "<",   "_",  "*",
                                                 "é",   "😀",    "\xff",     "\xc2", "Â ",    ". ",  "\n",  "\r", "\n\n",
                                                 "U.S", "12",   ",",        "\"",   "'",     "a",   "the", " ",  "\0x"};
        for (unsigned seed = 1; seed <= 400; ++seed) {
            std::mt19937 random(seed);
            std::string text;
            for (unsigned i = random() % 120; i-- > 0;) {
                if (random() % 3 == 0)
                    text += static_cast<char>(random() % 256);
                else
                    text += pieces[random() % pieces.size()];
            }
            for (const Language language : {Language::Unknown, Language::English, Language::French}) {
                Reading reading;
                read(text, language, reading);
                QString why;
                QVERIFY2(sound(reading, why), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(why)));
            }
        }
    }

    void tokensAreFoundByTheirHints() {
        Reading reading;
        const std::string text = "On Sunday at least 12 men (all miners) may have died, the mayor said. "
                                 "Nobody was hurt.\n\nPolice “know” of €3 million; three trucks burned in Lomé.";
        read(text, Language::English, reading);
        QCOMPARE(reading.hints.size(), reading.tokens.size() + Reading::hintsBehind);
        std::size_t found = 0;
        for (const Sentence& sentence : reading.sentences)
            for (unsigned hint = 1; hint <= lastHint; hint *= 2)
                for (std::uint32_t from = sentence.firstToken; from <= sentence.endToken; ++from) {
                    std::uint32_t wanted = from;
                    while (wanted < sentence.endToken && !reading.tokens[wanted].may(hint))
                        ++wanted;
                    QCOMPARE(nextHinted(reading, from, sentence.endToken, hint), wanted);
                    found += wanted < sentence.endToken ? 1 : 0;
                }
        QVERIFY(found > 20);
    }

    void aReadingIsReused() {
        Reading reading;
        const std::string first = "CafÃ© one. Two. Three.", second = "Plain.";
        read(first, Language::English, reading);
        QCOMPARE(reading.sentences.size(), std::size_t{3});
        read(second, Language::English, reading);
        QCOMPARE(reading.sentences.size(), std::size_t{1});
        QVERIFY(reading.repairs.empty() && reading.map.identity() && reading.text.data() == second.data());
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
