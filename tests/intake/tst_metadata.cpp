// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/metadata.h"

#include <QTest>

using namespace countercheck::intake;

namespace {
const char* const body =
    "Armed men came before dawn and set fire to three plants on the river, people who live there said. "
    "Nobody could say on January 11, 2026 how many workers were missing, and by noon the road was closed.\n";
}

class MetadataTest : public QObject {
    Q_OBJECT
private slots:
    void examples_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("publisher");
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* name, const QString& text, const char* title, const char* publisher,
                            const char* published, const char* url = "", const char* language = "") {
            QTest::newRow(name) << text << QString::fromUtf8(title) << QString::fromUtf8(publisher)
                                << QString(published) << QString(url) << QString(language);
        };
        const QString b = QString::fromUtf8(body);
        row("nothing told", b, "", "", "");
        row("empty", "", "", "", "");
        row("headline", "Plants burn on the river\n\n" + b, "Plants burn on the river", "", "");
        row("headline and date line", "Plants burn on the river\n\nJanuary 13, 2026\n\n" + b,
            "Plants burn on the river", "", "2026-01-13");
        row("date line, then headline",
            "Last Updated: Tuesday, 13 January 2026, 10:39 GMT\nPlants burn on the river\n\n" + b,
            "Plants burn on the river", "", "2026-01-13T10:39Z");
        row("headline, standfirst, date",
            "Plants burn on the river\nA night that nobody slept through\nTue 13 Jan 2026\n" + b,
            "Plants burn on the river", "", "2026-01-13");
        row("heading in Markdown", "# Plants burn on the river\n\n*13 January 2026*\n\n" + b,
            "Plants burn on the river", "", "2026-01-13");
        row("a question is a headline", "Who burned the plants?\n\n" + b, "Who burned the plants?", "", "");
        row("an ellipsis too", "And then there was smoke...\n\n" + b, "And then there was smoke...", "", "");
        row("a sentence is no headline", "Plants burned on the river.\n\n" + b, "", "", "");
        row("a lonely line is no headline", "Plants burn on the river", "", "", "");
        row("leading date", " date 2026-01-13 " + b, "", "", "2026-01-13");
        row("an ambiguous date is no headline", "Updated 4/9/2026 6:04 PM\nPlants burn on the river\n" + b,
            "Plants burn on the river", "", "");
        row("published before updated", "Plants burn\nPublished: January 13, 2026\nUpdated: January 15, 2026\n" + b,
            "Plants burn", "", "2026-01-13");
        row("updated alone", "Plants burn\nUpdated: January 15, 2026\n" + b, "Plants burn", "", "2026-01-15");
        row("byline and date in one line", "Plants burn on the river\nBy Awa Diallo | January 13, 2026\n" + b,
            "Plants burn on the river", "", "2026-01-13");
        row("byline, then published", "Plants burn on the river\nBy Awa Diallo Published: January 13, 2026\n" + b,
            "Plants burn on the river", "", "2026-01-13");
        row("byline above is no headline", "By Awa Diallo\nPlants burn on the river\n" + b, "Plants burn on the river",
            "", "");
        row("standfirst that closes with the date",
            "Plants burn on the river\nNobody slept, and nobody was found. January 13, 2026\n\n" + b,
            "Plants burn on the river", "", "2026-01-13");
        row("keys",
            "Title: Plants burn\nSource: River Post\nDate: 2026-01-13\nURL: "
            "https://www.riverpost.example.org/a?b=c\nLanguage: English\n\n" +
                b,
            "Plants burn", "River Post", "2026-01-13", "https://www.riverpost.example.org/a?b=c", "en");
        row("keys in French", "Titre : Des usines brûlent\nPublié le : 13 janvier 2026\nLangue : français\n\n" + b,
            "Des usines brûlent", "", "2026-01-13", "", "fr");
        row("front matter",
            "---\ntitle: \"Plants: a \\\"night\\\" of fire\"\npublisher: 'The River''s Post'\ndate: "
            "2026-01-13T08:15:00Z\nlang: en-GB\n"
            "tags: [fire, river]\n---\n\n" +
                b,
            "Plants: a \"night\" of fire", "The River's Post", "2026-01-13T08:15Z", "", "en-GB");
        row("a rule of dashes is no front matter", "---\n\nPlants burn on the river\n\n" + b,
            "Plants burn on the river", "", "");
        row("host", "https://www.riverpost.example.org/2026/plants\nPlants burn on the river\n\n" + b,
            "Plants burn on the river", "riverpost.example.org", "", "https://www.riverpost.example.org/2026/plants");
        row("url at the end", "Plants burn on the river\n\n" + b + "\nhttps://riverpost.example.org/x\n",
            "Plants burn on the river", "riverpost.example.org", "", "https://riverpost.example.org/x");
        row("credit at the end", "Plants burn on the river\n\n" + b + "\nSource: River Post\n",
            "Plants burn on the river", "River Post", "");
        row("sources at the end are no publisher",
            "Plants burn on the river\n\n" + b + "\nSource: River Post, Kayes Herald\n", "Plants burn on the river", "",
            "");
        row("published at the end", "Plants burn on the river\n\n" + b + "\nPublished January 13, 2026\n",
            "Plants burn on the river", "", "2026-01-13");
        row("a bare date at the end is none", "Plants burn on the river\n\n" + b + "\nJanuary 13, 2026\n",
            "Plants burn on the river", "", "");
        row("agency", "KAYES, Mali (AP) \xE2\x80\x94 " + b, "", "AP", "");
        row("agency in front", "(AFP) - " + b, "", "AFP", "");
        row("agency with the day", "KAYES, Jan 13 (Reuters) - " + b, "", "Reuters", "");
        row("agency with the date", "KAYES, Jan 13, 2026 (Reuters) - " + b, "", "Reuters", "2026-01-13");
        row("an agency that nobody knows", "KAYES (River Wire) - " + b, "", "River Wire", "");
        row("brackets are no agency",
            "Two clubs (Kayes, Nioro) - that is all there is to the league in the west, and " + b, "", "", "");
        row("figures in brackets", "The champion (52-3) - unbeaten at home, he said - " + b, "", "", "");
        row("told AFP is no credit", "Local sources told AFP that " + b, "", "", "");
        row("the page counts before the agency", "URL: https://riverpost.example.org/x\n\nKAYES (Reuters) - " + b, "",
            "riverpost.example.org", "", "https://riverpost.example.org/x");
        row("date in the body", "Plants burn on the river\n\n" + b + b + "\nDate: it is not known when it began\n",
            "Plants burn on the river", "", "");
        row("source is a sentence",
            "Plants burn on the river\n\n" + b + "\nSource: nobody would say, and nobody was asked.\n" + b,
            "Plants burn on the river", "", "");
        row("a link that runs something", "URL: javascript:alert(1)\nPlants burn on the river\n" + b,
            "URL: javascript:alert(1)", "", "");
        row("old Mac line ends", QString("Plants burn on the river\rJanuary 13, 2026\r" + b).replace('\n', '\r'),
            "Plants burn on the river", "", "2026-01-13");
        row("Windows line ends", QString("Plants burn on the river\nJanuary 13, 2026\n" + b).replace('\n', "\r\n"),
            "Plants burn on the river", "", "2026-01-13");
        row("garbled blank behind the stop",
            "Several plants burned on the river that night, people said.\xC3\x82\n" + b, "", "", "");
    }
    void examples() {
        QFETCH(QString, text);
        const auto info = infoFromText(text.toStdString());
        QTEST(QString::fromStdString(info.title), "title");
        QTEST(QString::fromStdString(info.publisher), "publisher");
        QTEST(QString::fromStdString(info.published), "published");
        QTEST(QString::fromStdString(info.url), "url");
        QTEST(QString::fromStdString(info.language), "language");
    }

    void captured() {
        const auto found = metadataFromText("---\ncaptured: 2026-01-14T07:30:00Z\n---\n" + std::string(body));
        QCOMPARE(found.captured, std::string("2026-01-14T07:30Z"));
    }
    /// Only the head and the tail are looked at; a date line deep inside is an event's.
    void deepInside() {
        std::string text;
        for (int i = 0; i < 400; ++i)
            text += body;
        text += "\nPublished: January 13, 2026\n\n";
        for (int i = 0; i < 400; ++i)
            text += body;
        QCOMPARE(infoFromText(text), countercheck::dossier::ArticleInfo{});
    }
    void anyBytes() {
        std::uint32_t seed = 99;
        for (int round = 0; round < 2000; ++round) {
            std::string bytes = round % 2 ? "---\n" : "Date: ";
            for (int i = 0; i < round % 97; ++i) {
                seed = seed * 1664525u + 1013904223u;
                static constexpr std::string_view alphabet = "0123456789 :-/\n\r.,()|\xC3\xA9\xE2\x80\x93JanuaryTZ+";
                bytes += alphabet[(seed >> 16) % alphabet.size()];
            }
            const auto info = infoFromText(bytes);
            QVERIFY(info.published.empty() || info.published.size() >= 10);
        }
    }
};

QTEST_GUILESS_MAIN(MetadataTest)
#include "tst_metadata.moc"
