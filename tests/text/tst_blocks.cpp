// SPDX-License-Identifier: GPL-3.0-or-later
// What each paragraph is there for, and which language a text is in.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/text/reading.h"
#endif

#include <QTest>

using namespace countercheck::text;

class TestBlocks : public QObject {
    Q_OBJECT
private slots:
    void roles_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("role");
        const auto row = [](const char* line, BlockRole role) {
            const std::string_view name = blockRoleName(role);
            QTest::newRow(line) << QString::fromUtf8(line)
                                << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        };
        row("The harbour was closed for three days after the storm.", BlockRole::Body);
        row("“We lost everything,” said the fisherman.", BlockRole::Body);
        row("Read more: the ten best beaches", BlockRole::Furniture);
        row("Advertisement", BlockRole::Furniture);
        row("Share on Facebook", BlockRole::Furniture);
        row("By Ida Brandt", BlockRole::Byline);
        row("Sign up for our daily newsletter", BlockRole::Newsletter);
        row("Subscribe to our newsletter", BlockRole::Newsletter);
    }
    void roles() {
        QFETCH(QString, line);
        QFETCH(QString, role);
        const std::string text =
            "Storm closes the harbour of Brune\n\nThe storm reached the island on Friday and broke "
            "the pier.\n\n" +
            line.toStdString() + "\n\nRepairs will take until May, the harbour master said.\n";
        Reading reading;
        read(text, Language::English, reading);
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
        QTest::newRow("too short to tell") << "OK"
                                           << "en";
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
