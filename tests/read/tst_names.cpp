// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "tests/read/mentiontable.h"
#endif

#include <QTest>

using namespace countercheck::read;

namespace {

QString kindCode(NameKind kind) {
    switch (kind) {
    case NameKind::Person:
        return QStringLiteral("PER");
    case NameKind::Organisation:
        return QStringLiteral("ORG");
    case NameKind::Place:
        return QStringLiteral("PLC");
    case NameKind::Nationality:
        return QStringLiteral("NAT");
    case NameKind::Other:
        break;
    }
    return QStringLiteral("OTH");
}

const Entity* entityNamed(const Mentions& mentions, std::string_view name) {
    for (const Entity& entity : mentions.entities)
        if (entity.name == name)
            return &entity;
    return nullptr;
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT
private slots:
    void names_data() { addRows("names.tsv"); }
    void names() { namesIn(countercheck::text::Language::English); }
    void frenchNames_data() { addRows("names-fr.tsv"); }
    void frenchNames() { namesIn(countercheck::text::Language::French); }
    static void namesIn(countercheck::text::Language language) {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Read read(text, language);
        QStringList found;
        for (const Name& name : read.mentions.names) {
            const QString words = read.of(name.span);
            const QString entity = QString::fromStdString(read.mentions.entities[name.entity].name);
            // Spans are compared as they stand; the entity only where the form differs.
            found << (words == entity ? words : words + QLatin1Char('=') + entity) + QLatin1Char('/') +
                         kindCode(name.kind);
        }
        QCOMPARE(found.isEmpty() ? QStringLiteral("-") : found.join(QStringLiteral("; ")), expected);
    }

    void rolesAndAliases() {
        const Read read(
            QStringLiteral("Ingrid Solberg, chief executive of a shipyard, spoke. The Union of Free Bakers (UFB) "
                           "heard President Nana Mensah. Solberg left early. UFB members clapped."));
        const Entity* solberg = entityNamed(read.mentions, "Ingrid Solberg");
        QVERIFY(solberg);
        QCOMPARE(solberg->role, std::string("chief executive of a shipyard"));
        QCOMPARE(solberg->mentions, 2u);
        QCOMPARE(solberg->aliases, std::vector<std::string>{"Solberg"});
        const Entity* union_ = entityNamed(read.mentions, "Union of Free Bakers");
        QVERIFY(union_);
        QCOMPARE(union_->acronym, std::string("UFB"));
        QCOMPARE(union_->mentions, 3u);
        const Entity* mensah = entityNamed(read.mentions, "Nana Mensah");
        QVERIFY(mensah);
        QCOMPARE(mensah->role, std::string("President"));
    }

    void frenchRoles() {
        const Read read(QStringLiteral("Le ministre de l'Intérieur, Paul Renaud, a parlé. La présidente malienne Awa "
                                       "Keïta a ri. Anne Morel, directrice de l'usine, se tait."),
                        countercheck::text::Language::French);
        QCOMPARE(entityNamed(read.mentions, "Paul Renaud")->role, std::string("ministre de l'Intérieur"));
        QCOMPARE(entityNamed(read.mentions, "Awa Keïta")->role, std::string("présidente malienne"));
        QCOMPARE(entityNamed(read.mentions, "Anne Morel")->role, std::string("directrice de l'usine"));
    }

    // A wrong merge of two people is worse than two entities.
    void personsAreMergedWithCare_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("persons");
        const auto row = [](const char* text, const QStringList& persons) {
            QTest::newRow(text) << QString::fromUtf8(text) << persons;
        };
        row("George W. Trellis spoke. George Trellis left.", {"George W. Trellis"});
        row("John Brandt spoke. J. Brandt left.", {"John Brandt"});
        row("Walter Brandt met Ida Brandt. Brandt left.", {"Walter Brandt", "Ida Brandt", "Brandt"});
        row("Walter Brandt met Ida Brandt. Mrs. Brandt left.", {"Walter Brandt", "Ida Brandt"});
        row("John Brandt met Jane Brandt. J. Brandt left.", {"John Brandt", "Jane Brandt", "J. Brandt"});
        row("Walter Price won. Price rose to fame.", {"Walter Price"});
        row("Ursula von der Lund won. Von der Lund left.", {"Ursula von der Lund"});
    }
    void personsAreMergedWithCare() {
        QFETCH(QString, text);
        QFETCH(QStringList, persons);
        const Read read(text);
        QStringList found;
        for (const Entity& entity : read.mentions.entities)
            found << QString::fromStdString(entity.name);
        found.sort();
        persons.sort();
        QCOMPARE(found, persons);
    }

    // Other names that the article itself gives.
    void definitions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("entities");
        const auto row = [](const char* text, const QStringList& entities) {
            QTest::newRow(text) << QString::fromUtf8(text) << entities;
        };
        row("The UFB, the Union of Free Bakers, met.", {"Union of Free Bakers"});
        row("The UFB (Union of Free Bakers) met.", {"Union of Free Bakers"});
        row("Otto Lund, also known as Karl Brandt, fled.", {"Otto Lund"});
        row("Otto Lund, alias Karl Brandt, fled.", {"Otto Lund"});
        row("Otto Lund met Karl Brandt.", {"Otto Lund", "Karl Brandt"});
        row("The United States and the U.S. agree.", {"United States"});
        row("England and Scotland play.", {"England", "Scotland"});
        row("Jane Doe (GOP) spoke.", {"Jane Doe", "GOP"});
    }
    void definitions() {
        QFETCH(QString, text);
        QFETCH(QStringList, entities);
        const Read read(text);
        QStringList found;
        for (const Entity& entity : read.mentions.entities)
            found << QString::fromStdString(entity.name);
        found.sort();
        entities.sort();
        QCOMPARE(found, entities);
    }

    void namesPointAtTheirEntity() {
        const Read read(QStringLiteral("Klara Lindqvist met Omar Farouk in Turin. Lindqvist won; Farouk did not."));
        QVERIFY(read.mentions.names.size() >= 5);
        for (const Name& name : read.mentions.names) {
            QVERIFY(name.entity < read.mentions.entities.size());
            QVERIFY(name.firstToken < name.endToken);
            QCOMPARE(name.span.begin, read.reading.tokens[name.firstToken].begin);
            QCOMPARE(name.span.end, read.reading.tokens[name.endToken - 1].end);
        }
        std::uint32_t counted = 0;
        for (const Entity& entity : read.mentions.entities)
            counted += entity.mentions;
        QCOMPARE(counted, static_cast<std::uint32_t>(read.mentions.names.size()));
    }

    void gazetteer() {
        const auto mali = place("Mali");
        QVERIFY(mali);
        QCOMPARE(mali->kind, PlaceKind::Country);
        QCOMPARE(mali->country, std::string_view("ML"));
        const auto segou = place("SEGOU");
        QVERIFY(segou);
        QCOMPARE(segou->country, std::string_view("ML"));
        QVERIFY(!place("Quarvelby"));
        QVERIFY(!place(""));
        QCOMPARE(place("Britain")->country, std::string_view("GB"));
        QVERIFY(places("Springfield").size > 1);
    }

    void containment_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("relation");
        const auto row = [](const char* a, const char* b, PlaceRelation relation) {
            QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b) << static_cast<int>(relation);
        };
        row("Bamako", "Mali", PlaceRelation::Inside);
        row("Kayes", "Mali", PlaceRelation::Inside);
        row("Germany", "Munich", PlaceRelation::Holds);
        row("Munich", "Bavaria", PlaceRelation::Inside);
        row("Ségou", "Segou", PlaceRelation::Same);
        row("Munich", "München", PlaceRelation::Same);
        row("Ivory Coast", "Côte d'Ivoire", PlaceRelation::Same);
        row("Oslo", "Sweden", PlaceRelation::Apart);
        row("Norway", "Sweden", PlaceRelation::Apart);
        row("Quarvelby", "Sweden", PlaceRelation::Unknown);
    }
    void containment() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, relation);
        QCOMPARE(static_cast<int>(placeRelation(first.toStdString(), second.toStdString())), relation);
    }

    // A text of one endless sentence: would take minutes if any rule looked along the whole of it again and again.
    void endlessSentence() {
        const Read read(QStringLiteral("President Al-Foo and Bank of (AB) Ltd. ").repeated(40000));
        QVERIFY(!read.reading.tokens.empty());
    }

    void anyBytesAreSafe() {
        for (const char* text : {"", "(", "A", "(AB)", "A (", "\"A\" \"", "A. B. C.", "The", "\xff\xfe Ab\xc3", "Al-",
                                 "X (Y (Z", "St. ."}) {
            const Read read(QString::fromLatin1(text));
            for (const Name& name : read.mentions.names)
                QVERIFY(name.span.end <= read.reading.text.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
