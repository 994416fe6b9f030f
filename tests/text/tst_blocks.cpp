// SPDX-License-Identifier: GPL-3.0-or-later
// What each paragraph is there for, and which language a text is in.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/text/reading.h"
#endif

#include <QFile>
#include <QTest>

using namespace countercheck::text;

namespace {

/// Each line of tests/text/<file> becomes a row: its cells are the row's columns.
void addRows(const char* file) {
    QFile table(QStringLiteral(COUNTERCHECK_TEST_DATA "/text/") + QString::fromUtf8(file));
    QVERIFY2(table.open(QIODevice::ReadOnly), file);
    int rows = 0;
    while (!table.atEnd()) {
        const QString line = QString::fromUtf8(table.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        QTestData& row = QTest::newRow(qPrintable(QString::number(++rows) + QLatin1Char(' ') + line.left(48)));
        for (const QString& cell : line.split(QLatin1Char('\t')))
            row << cell;
    }
    QVERIFY(rows > 0);
}

} // namespace

class TestBlocks : public QObject {
    Q_OBJECT
private slots:
    void roles_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("role");
        addRows("blocks.tsv");
    }
    void roles() {
        QFETCH(QString, line);
        QFETCH(QString, language);
        QFETCH(QString, role);
        const bool french = language == QLatin1String("fr");
        const std::string text =
            (french ? "La tempête ferme le port de Brune\n\nLa tempête a touché l’île vendredi et détruit la jetée.\n\n"
                    : "Storm closes the harbour of Brune\n\nThe storm reached the island on Friday and broke the "
                      "pier.\n\n") +
            line.toStdString() +
            (french ? "\n\nLes travaux dureront jusqu’en mai, selon le port.\n"
                    : "\n\nRepairs will take until May, the harbour master said.\n");
        Reading reading;
        read(text, french ? Language::French : Language::English, reading);
        QCOMPARE(reading.blocks.size(), std::size_t{4});
        QCOMPARE(reading.blocks[0].role, BlockRole::Title);
        QCOMPARE(reading.blocks[1].role, BlockRole::Body);
        const std::string_view name = blockRoleName(reading.blocks[2].role);
        QCOMPARE(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), role);
        QCOMPARE(reading.blocks[3].role, BlockRole::Body);
    }

    void aTitleThatIsRepeatedIsSetApart() {
        const std::string text =
            "Storm closes the harbour of Brune\n\nThe storm reached the island on Friday and broke "
            "the pier.\n\nStorm closes the harbour of Brune\n\nRepairs will take until May.\n";
        Reading reading;
        read(text, Language::English, reading);
        QCOMPARE(reading.blocks.size(), std::size_t{4});
        QCOMPARE(reading.blocks[0].role, BlockRole::Title);
        QCOMPARE(reading.blocks[2].role, BlockRole::RepeatedTitle);
    }

    void oneParagraphIsBody() {
        const std::string text = "Storm closes the harbour";
        Reading reading;
        read(text, Language::English, reading);
        QCOMPARE(reading.blocks.size(), std::size_t{1});
        QCOMPARE(reading.blocks[0].role, BlockRole::Body);
    }

    void languages_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("en") << "The harbour was closed for three days and nobody was allowed to leave."
                            << "en";
        QTest::newRow("fr") << "Le port est resté fermé pendant trois jours et les bateaux sont dans la baie."
                            << "fr";
        QTest::newRow("de") << "Der Hafen blieb drei Tage geschlossen und die Boote lagen in der Bucht."
                            << "de";
        QTest::newRow("es") << "El puerto estuvo cerrado durante tres días y los barcos quedaron en la bahía."
                            << "es";
        addRows("languages.tsv");
    }
    void languages() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const std::string given = text.toStdString();
        Reading reading;
        read(given, Language::Unknown, reading);
        const std::string_view found = languageCode(reading.language);
        QCOMPARE(QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size())), code);
    }

    void tagsOfLanguages() {
        QCOMPARE(languageFromTag("en-GB"), Language::English);
        QCOMPARE(languageFromTag("fr_FR"), Language::French);
        QCOMPARE(languageFromTag("DE"), Language::German);
        QCOMPARE(languageFromTag("spa"), Language::Spanish);
        QCOMPARE(languageFromTag("pt"), Language::Other);
        QCOMPARE(languageFromTag("entirely"), Language::Other);
        QCOMPARE(languageFromTag(""), Language::Unknown);
    }

    void aDeclaredLanguageIsTaken() {
        const std::string text = "The harbour was closed for three days.";
        Reading reading;
        read(text, Language::French, reading);
        QCOMPARE(reading.language, Language::French);
    }
};

QTEST_GUILESS_MAIN(TestBlocks)
#include "tst_blocks.moc"
