// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "tests/read/mentiontable.h"
#endif

#include <QTest>

using namespace countercheck::read;

class TestAttribution : public QObject {
    Q_OBJECT
    static void checkAttributions(const Read& read, const QString& expected) {
        QStringList found;
        for (const Attribution& a : read.mentions.attributions) {
            QString line = (a.source.empty() ? QStringLiteral("*") : QString::fromStdString(a.source)) +
                           QStringLiteral(" > ") + read.of(a.scope);
            if (a.modality != Modality::Reported) {
                const std::string_view modality = modalityName(a.modality);
                line += QStringLiteral(" [") +
                        QString::fromUtf8(modality.data(), static_cast<qsizetype>(modality.size())) + QLatin1Char(']');
            }
            if (!a.via.empty())
                line += QStringLiteral(" (via ") + QString::fromStdString(a.via) + QLatin1Char(')');
            found << line;
        }
        QCOMPARE(found.isEmpty() ? QStringLiteral("-") : found.join(QStringLiteral(" || ")), expected);
    }
    static void checkModality(const Read& read, const QString& expected) {
        QStringList found;
        for (const ModalScope& m : read.mentions.modals)
            found << read.of(m.cue) + (m.negation ? QStringLiteral(" not > ") : QStringLiteral(" possible > ")) +
                         read.of(m.scope);
        QCOMPARE(found.isEmpty() ? QStringLiteral("-") : found.join(QStringLiteral(" || ")), expected);
    }
private slots:
    void attributions_data() { addRows("attribution.tsv"); }
    void attributions() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        checkAttributions(Read(text), expected);
    }
    void frenchAttributions_data() { addRows("attribution-fr.tsv"); }
    void frenchAttributions() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        checkAttributions(Read(text, countercheck::text::Language::French), expected);
    }

    void modality_data() { addRows("modality.tsv"); }
    void modality() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        checkModality(Read(text), expected);
    }
    void frenchModality_data() { addRows("modality-fr.tsv"); }
    void frenchModality() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        checkModality(Read(text, countercheck::text::Language::French), expected);
    }

    void pronounsMeanWhoeverSpokeLast() {
        const Read read(QStringLiteral("Police chief Karl Lund said Rolf Berg was held. He said a knife was found."));
        QCOMPARE(read.mentions.attributions.size(), std::size_t{2});
        QCOMPARE(read.mentions.attributions[1].source, std::string("Karl Lund"));
        QCOMPARE(read.of(read.mentions.attributions[1].sourceSpan), QStringLiteral("He"));
    }

    void anUnnamedSpeakerGoesOn() {
        const Read read(QStringLiteral("The vault was empty, a senior officer said. The alarm was off, he added."));
        QCOMPARE(read.mentions.attributions.size(), std::size_t{2});
        QCOMPARE(read.mentions.attributions[1].source, std::string("a senior officer"));
    }

    // A text of one endless sentence: would take minutes if any rule looked along the whole of it again and again.
    void endlessSentence() {
        const Read read(QStringLiteral("he said, according to X, that not ").repeated(40000));
        QVERIFY(!read.reading.tokens.empty());
    }

    void anyBytesAreSafe() {
        for (const char* text : {"said", "said.", "said said said", ", said", "according to", "according to,",
                                 "told told", "put at", "put the number at", "believed to", "reportedly", "X said,",
                                 "said X", "not", "may", "no", "by", "(said)"}) {
            const Read read(QString::fromUtf8(text));
            for (const Attribution& a : read.mentions.attributions)
                QVERIFY(a.scope.end <= read.reading.text.size());
            for (const ModalScope& m : read.mentions.modals)
                QVERIFY(m.scope.end <= read.reading.text.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
