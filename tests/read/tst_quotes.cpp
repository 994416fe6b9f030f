// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "tests/read/mentiontable.h"
#endif

#include <QTest>

using namespace countercheck::read;

class TestQuotes : public QObject {
    Q_OBJECT
    static void check(const Read& read, const QString& expected) {
        QStringList found;
        for (const Quote& quote : read.mentions.quotes)
            found << read.of(quote.words) + QStringLiteral(" => ") +
                         (quote.scare             ? QStringLiteral("~")
                          : quote.speaker.empty() ? QStringLiteral("?")
                                                  : QString::fromStdString(quote.speaker));
        QCOMPARE(found.isEmpty() ? QStringLiteral("-") : found.join(QStringLiteral(" || ")), expected);
    }
private slots:
    void quotes_data() { addRows("quotes.tsv"); }
    void quotes() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        check(Read(text), expected);
    }
    void frenchQuotes_data() { addRows("quotes-fr.tsv"); }
    void frenchQuotes() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        check(Read(text, countercheck::text::Language::French), expected);
    }

    void spansHoldTheMarks() {
        const Read read(QStringLiteral("“The river is falling,” the mayor said."));
        QCOMPARE(read.mentions.quotes.size(), std::size_t{1});
        const Quote& quote = read.mentions.quotes.front();
        QCOMPARE(read.of(quote.whole), QStringLiteral("“The river is falling,”"));
        QCOMPARE(read.of(quote.words), QStringLiteral("The river is falling,"));
        QCOMPARE(read.of(quote.speakerSpan), QStringLiteral("the mayor"));
        QVERIFY(quote.derivation.size() > 0);
    }

    void everySentenceOfAQuoteIsAttributed() {
        const Read read(
            QStringLiteral("“The bank is sound. No saver will lose a cent. We are open,” the governor said."));
        QCOMPARE(read.reading.sentences.size(), std::size_t{3});
        std::vector<bool> attributed(3, false);
        for (const Attribution& attribution : read.mentions.attributions) {
            QCOMPARE(attribution.source, std::string("the governor"));
            attributed[attribution.sentence] = true;
        }
        QVERIFY(attributed[0] && attributed[1] && attributed[2]);
    }

    void aLostMarkEndsWithItsParagraph() {
        const Read read(QStringLiteral("“The bank is sound and open.\n\nThe market fell by three percent on Friday."));
        QCOMPARE(read.mentions.quotes.size(), std::size_t{1});
        QCOMPARE(read.of(read.mentions.quotes.front().words), QStringLiteral("The bank is sound and open."));
    }

    // A text of one endless sentence: would take minutes if any rule looked along the whole of it again and again.
    void endlessSentence() {
        const Read read(QStringLiteral("“a ‘b “").repeated(40000));
        QVERIFY(!read.reading.tokens.empty());
    }

    void anyBytesAreSafe() {
        for (const char* text :
             {"\"", "\"\"", "'", "\"'\"'", "said \"", "\" said", "\xe2\x80\x9c", "``''", "\"a\"\"b\"\"", "'\"'a'\"'"}) {
            const Read read(QString::fromUtf8(text));
            for (const Quote& quote : read.mentions.quotes)
                QVERIFY(quote.whole.end <= read.reading.text.size() && quote.whole.contains(quote.words));
        }
    }
};

QTEST_GUILESS_MAIN(TestQuotes)
#include "tst_quotes.moc"
