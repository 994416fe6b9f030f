// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/printing.h"

#include "core/printing/pictures.h"
#include "core/printing/zip.h"
#include "core/report/report.h"

#include "tests/printing/printed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countercheck;
using printing::Format;

class PrintingTest : public QObject {
    Q_OBJECT
    static QJsonObject json(const dossier::Dossier& d, const printing::Order& order) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(printed::bytes(d, order)), &error);
        if (error.error != QJsonParseError::NoError)
            throw std::runtime_error(error.errorString().toStdString());
        return document.object();
    }

private slots:
    void everyFormat_data() {
        QTest::addColumn<int>("format");
        for (const printing::FormatInfo& info : printing::formats())
            QTest::newRow(std::string(info.name).c_str()) << static_cast<int>(info.format);
    }
    /// As of when, from what, by whom, signed how: nothing goes out without.
    void everyFormat() {
        QFETCH(int, format);
        const auto kind = static_cast<Format>(format);
        const bool sheet = kind == Format::Sheet || kind == Format::SheetPdf;
        const dossier::Dossier d = printed::plants();
        const std::string out = printed::squeezed(printed::bytes(d, printed::order(kind)));
        const auto has = [&](const std::string& words) {
            return out.find(printed::squeezedWords(words)) != std::string::npos;
        };
        QVERIFY(has("2026-01-16") || has("46038")); // as of; a workbook has days as numbers
        for (const dossier::Article& article : d.articles)
            if (kind != Format::Csv || article.id.sha256.ends_with('a') || article.id.sha256.ends_with('b') ||
                article.id.sha256.ends_with('c')) // a table of claims names the sources of its claims
                QVERIFY2(has(article.id.sha256), article.id.sha256.c_str());
        QVERIFY(has("Ada Okafor") || sheet);
        QVERIFY(has("Grace Lind"));
        QVERIFY(has("S1gnatureInBase64") || sheet);
        QVERIFY(has("Threeorfourpeoplewereabducted") || kind == Format::Csv);
        if (!sheet) { // what is unsigned stays out; a sheet is for what is open
            QVERIFY(!has("Estimates of"));
            // (A page with the articles, and a quote with what stands around it, hold the articles' own words.)
            const bool articles = kind == Format::SideBySide || kind == Format::Annotations;
            QVERIFY(articles || !has("seventeen"));
            QVERIFY(articles || !has("nearly160"));
        }
    }

    void unsignedIsMarked_data() { everyFormat_data(); }
    void unsignedIsMarked() {
        QFETCH(int, format);
        const std::string out =
            printed::squeezed(printed::bytes(printed::plants(), printed::order(static_cast<Format>(format), true)));
        QVERIFY(out.find("17") != std::string::npos);
        QVERIFY(out.find("nsigned") != std::string::npos);
        QVERIFY(out.find("revoked") != std::string::npos || static_cast<Format>(format) == Format::Sheet ||
                static_cast<Format>(format) == Format::SheetPdf || static_cast<Format>(format) == Format::SideBySide);
        // What one source alone says and nobody looked at is in the data only.
        const auto kind = static_cast<Format>(format);
        const bool data = kind == Format::Csv || kind == Format::Xlsx || kind == Format::Json ||
                          kind == Format::Annotations || kind == Format::SideBySide;
        QVERIFY(data || out.find("40") == std::string::npos || out.find("tankers") == std::string::npos);
    }

    void sameBytesAgain_data() { everyFormat_data(); }
    void sameBytesAgain() {
        QFETCH(int, format);
        const dossier::Dossier d = printed::plants();
        const auto order = printed::order(static_cast<Format>(format), true, report::Language::French);
        QCOMPARE(printed::squeezed(printed::bytes(d, order)), printed::squeezed(printed::bytes(d, order)));
    }

    void nothingIsACase_data() { everyFormat_data(); }
    void nothingIsACase() {
        QFETCH(int, format);
        const std::string out = printed::bytes({}, printed::order(static_cast<Format>(format), true));
        QVERIFY(!out.empty());
        std::string problem;
        QVERIFY2(printing::readBack(out, problem), problem.c_str());
    }

    /// The same sentences, in the same order, in every text.
    void nothingIsSaidInOneOnly() {
        const dossier::Dossier d = printed::plants();
        for (const auto language : {report::Language::English, report::Language::French}) {
            const std::string html = printed::squeezed(printed::bytes(d, printed::order(Format::Html, true, language)));
            const report::Report content = report::build(d, "2026-01-16T10:05:00Z", "Grace Lind", true, language);
            QVERIFY(content.lines.size() >= 3);
            for (const Format format :
                 {Format::Html, Format::Pdf, Format::Odt, Format::Docx, Format::Markdown, Format::Text}) {
                const std::string out = printed::squeezed(printed::bytes(d, printed::order(format, true, language)));
                std::size_t at = 0;
                for (const report::Line& line : content.lines) {
                    std::string sentence = printed::squeezedWords(line.sentence);
                    if (line.sentence.find("\xE2\x81\xA8") != std::string::npos || sentence.find('<') != sentence.npos)
                        continue; // right-to-left words and escapes: looked at below
                    const std::size_t found = out.find(sentence, at);
                    QVERIFY2(found != std::string::npos,
                             (std::string(printing::infoOf(format).name) + ": " + line.sentence).c_str());
                    at = found;
                }
            }
        }
    }

    void namesOfFormats() {
        for (const char* name : {"html", "pdf", "odt", "docx", "md", "txt", "csv", "xlsx", "json", "claimreview",
                                 "annotations", "ninjs", "side-by-side", "sheet"}) {
            const auto format = printing::formatFromName(name);
            QVERIFY2(format, name);
            QCOMPARE(printing::infoOf(*format).name, std::string_view(name));
        }
        QVERIFY(!printing::formatFromName("exe"));
        QVERIFY(!printing::formatFromName(""));
    }

    // --- what tries to break a format

    void hostileWords() {
        dossier::Dossier d = printed::plants();
        std::vector<compare::Question> questions = d.comparison.questions;
        const std::string words = "=1+1 ]]></w:t> <script>x</script> & \x01\x0B \xEF\xBF\xBF `*_[a](b)| \u202E \u05D0";
        questions[0].title = words;
        questions[0].claims[0].shown = words;
        questions[0].claims[0].quote = words;
        questions[0].claims[0].attribution = words;
        d.comparison.questions = questions;
        d.title = words;
        for (const printing::FormatInfo& info : printing::formats()) {
            const std::string out = printed::bytes(d, printed::order(info.format, true));
            std::string problem;
            const auto back = printing::readBack(out, problem);
            QVERIFY2(back, (std::string(info.name) + ": " + problem).c_str());
            if (info.suffix.ends_with(".html"))
                QVERIFY2(out.find("<script") == std::string::npos, std::string(info.name).c_str());
        }
        const std::string markdown = printed::bytes(d, printed::order(Format::Markdown, true));
        QVERIFY(markdown.find("<script") == std::string::npos);
        QVERIFY(markdown.find("[a](b)") == std::string::npos);
    }
    void noCellIsAFormula() {
        dossier::Dossier d = printed::plants();
        std::vector<compare::Question> questions = d.comparison.questions;
        for (compare::QuestionClaim& claim : questions[0].claims) {
            claim.quote = "=HYPERLINK(\"http://example.org\",\"x\")";
            claim.attribution = "@SUM(A1)";
        }
        d.comparison.questions = questions;
        std::string problem;
        const auto files = printing::readZip(printed::bytes(d, printed::order(Format::Xlsx, true)), 1 << 24, problem);
        QVERIFY2(files, problem.c_str());
        QVERIFY(files->contains("xl/worksheets/sheet5.xml"));
        for (const auto& [name, bytes] : *files)
            QVERIFY2(!name.starts_with("xl/worksheets/") || bytes.find("<f>") == std::string::npos, name.c_str());
        QVERIFY(files->at("xl/worksheets/sheet1.xml").find("<autoFilter") != std::string::npos);
    }
    void aHundredThousandRows() {
        dossier::Dossier d = printed::plants();
        compare::Question many = d.comparison.questions[1];
        const compare::QuestionClaim claim = many.claims[0];
        many.claims.edit().assign(100000, claim);
        d.comparison.questions = std::vector<compare::Question>{many};
        const std::string csv = printed::bytes(d, printed::order(Format::Csv, true));
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t{100001});
        std::size_t last = 0;
        const auto printed = printing::print(d, printed::order(Format::Xlsx, true),
                                             [&](std::size_t done, std::size_t) { last = std::max(last, done); });
        QVERIFY(std::holds_alternative<std::string>(printed));
        QVERIFY(last > 90000);
        std::string problem;
        const auto files = printing::readZip(std::get<std::string>(printed), std::uint64_t{1} << 30, problem);
        QVERIFY2(files, problem.c_str());
        QVERIFY(files->at("xl/worksheets/sheet2.xml").find("r=\"A100001\"") != std::string::npos);
    }
    void canBeStopped() {
        std::stop_source stop;
        stop.request_stop();
        for (const Format format : {Format::Pdf, Format::Xlsx})
            QVERIFY(std::holds_alternative<printing::Stopped>(
                printing::print(printed::plants(), printed::order(format), {}, stop.get_token())));
    }

    // --- what each standard asks for

    void claimReviewRatesOnlyWhatIsSure() {
        dossier::Dossier d = printed::plants();
        const auto rating = [&](dossier::VerdictState state) {
            for (auto& [key, decisions] : d.decisions)
                if (decisions.verdict)
                    decisions.verdict->state = state;
            const QJsonArray graph = json(d, printed::order(Format::ClaimReview))["@graph"].toArray();
            return graph[0].toObject()["reviewRating"].toObject();
        };
        QCOMPARE(rating(dossier::VerdictState::Verified)["ratingValue"].toInt(), 5);
        QCOMPARE(rating(dossier::VerdictState::False)["ratingValue"].toInt(), 1);
        for (const auto state :
             {dossier::VerdictState::Disputed, dossier::VerdictState::Unverifiable, dossier::VerdictState::Outdated}) {
            QVERIFY(!rating(state).contains("ratingValue"));
            QVERIFY(!rating(state)["alternateName"].toString().isEmpty());
        }
        printing::Order order = printed::order(Format::ClaimReview);
        order.url = "https://example.org/check/1";
        QCOMPARE(json(d, order)["@graph"].toArray()[0].toObject()["url"].toString(), order.url.c_str());
    }
    void annotationsPointAtTheWords() {
        const dossier::Dossier d = printed::plants();
        const QJsonArray items =
            json(d, printed::order(Format::Annotations, true))["first"].toObject()["items"].toArray();
        QVERIFY(items.size() >= 8);
        for (const QJsonValue& item : items) {
            const QJsonObject target = item.toObject()["target"].toObject();
            const QJsonObject quote = target["selector"].toArray()[0].toObject();
            const QJsonObject position = target["selector"].toArray()[1].toObject();
            bool found = false;
            for (const dossier::Article& article : d.articles) {
                const QList<uint> points = QString::fromStdString(std::string(std::string_view(article.text))).toUcs4();
                const int start = position["start"].toInt(), end = position["end"].toInt();
                if (end > points.size())
                    continue;
                const QString there =
                    QString::fromUcs4(reinterpret_cast<const char32_t*>(points.constData()) + start, end - start);
                found = found || there == quote["exact"].toString();
            }
            QVERIFY2(found, qPrintable(quote["exact"].toString()));
            QVERIFY(quote["prefix"].toString().size() > 0);
        }
    }
    void ninjsIsWithheldWhileUnsigned() {
        QCOMPARE(json(printed::plants(), printed::order(Format::Ninjs))["pubStatus"].toString(), "usable");
        const QJsonObject marked = json(printed::plants(), printed::order(Format::Ninjs, true));
        QCOMPARE(marked["pubStatus"].toString(), "withheld");
        QVERIFY(marked["edNote"].toString().contains("Not for publication"));
    }
    void sideBySideLeadsToTheWords() {
        const QString page =
            QString::fromStdString(printed::bytes(printed::plants(), printed::order(Format::SideBySide, true)));
        QVERIFY(page.contains("href=\"#q1-1\"") && page.contains("id=\"q1-1\""));
        QVERIFY(page.contains("href=\"#q1\"") && page.contains("id=\"q1\""));
        QVERIFY(!page.contains("<script") && !page.contains("url(") && !page.contains("@import"));
    }
    /// What is named is there: qpdf found links of cairo's that were not.
    void pdfNamesNothingThatIsMissing() {
        const QByteArray pdf =
            QByteArray::fromStdString(printed::bytes(printed::plants(), printed::order(Format::Pdf, true)));
        QVERIFY(pdf.contains("https://example.org/Alpha"));
        int named = 0;
        for (qsizetype at = pdf.indexOf(" 0 R"); at >= 0; at = pdf.indexOf(" 0 R", at + 1)) {
            qsizetype begin = at;
            while (begin > 0 && isdigit(static_cast<unsigned char>(pdf[begin - 1])))
                --begin;
            if (begin == at)
                continue;
            ++named;
            QVERIFY2(pdf.contains("\n" + pdf.mid(begin, at - begin) + " 0 obj"),
                     pdf.mid(begin, at - begin).constData());
        }
        QVERIFY(named > 20);
    }
    void pagesCanBeLookedAt() {
        const std::string pdf = printed::bytes(printed::plants(), printed::order(Format::Pdf, true));
        const auto pictures = printing::picturesOf(pdf, 30, 1);
        QCOMPARE(pictures.size(), std::size_t{1});
        QVERIFY(std::any_of(pictures[0].pixels.begin(), pictures[0].pixels.end(),
                            [](std::uint32_t pixel) { return (pixel & 0xFFFFFF) < 0x404040; })); // there is ink
        QVERIFY(printing::picturesOf("no pdf", 30, 1).empty());
    }
};

QTEST_GUILESS_MAIN(PrintingTest)
#include "tst_printing.moc"
