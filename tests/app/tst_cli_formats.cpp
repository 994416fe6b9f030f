// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of file that import names and every format that export names, through the program itself: what comes in is
// compared with what is there, what goes out is what its name says and comes in again, and what cannot be read gets one
// line that names the file, says what is wrong and what to do.
#include "tests/app/program.h"
#include "tests/intake/made.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace countercheck;
using countercheck::test::Outcome;

namespace {

const std::string three = "Three workers were abducted in the raid on the quarry of Tarvik on Sunday, the mayor said.";
const std::string four =
    "Four workers were abducted in the raid on the quarry of Tarvik on Sunday, a union official said.";
/// As much as an article has around such a sentence.
const std::string more = "The quarry lies on the river road, a day from the coast. It was open again by noon, and the "
                         "company that runs it did not answer questions.";
const std::string page = "<html><head><title>Tarvik quarry attacked</title></head><body><article><h1>Tarvik quarry "
                         "attacked</h1><p>" +
                         four + "</p><p>" + more + "</p></article></body></html>";

const QStringList formats = {"html", "pdf",  "odt",         "docx",        "md",    "txt",          "csv",
                             "xlsx", "json", "claimreview", "annotations", "ninjs", "side-by-side", "sheet"};

std::string mail(const std::string& type, const std::string& body) {
    return "From: Desk <desk@news.example>\r\nTo: us@news.example\r\nSubject: Tarvik quarry attacked\r\nDate: Tue, 13 "
           "Jan 2026 10:00:00 +0000\r\nMessage-ID: <1@news.example>\r\nMIME-Version: 1.0\r\nContent-Type: " +
           type + "\r\n\r\n" + body + "\r\n";
}
std::string quoted(const std::string& words) {
    return QJsonDocument(QJsonObject{{"x", QString::fromStdString(words)}})
        .toJson(QJsonDocument::Compact)
        .mid(5)
        .chopped(1)
        .toStdString();
}

} // namespace

class TstCliFormats : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        write("base.txt", "Raid on the Tarvik quarry\n\nDate: 2026-01-13\n\n" + three + "\n\n" + more + "\n");
    }
    void theFormatsAreThoseThatAreNamed();
    void comesIn_data();
    void comesIn();
    void isRefused_data();
    void isRefused();
    void namesOfAnyKind();
    void goesOut_data();
    void goesOut();
    void goesOutAndComesIn_data();
    void goesOutAndComesIn();
    void cannotGoOut_data();
    void cannotGoOut();
    void anyScriptGoesOut();

private:
    Outcome cli(const QStringList& arguments, const QByteArray& input = {}) const {
        return test::run(arguments, input, folder_->path());
    }
    void write(const QString& name, const std::string& bytes) const {
        QFile file(folder_->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
    }
    QByteArray read(const QString& name) const {
        QFile file(folder_->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject questions(const QString& name = "quarry.countercheck") const {
        return QJsonDocument::fromJson(cli({"questions", name, "--json"}).out).object();
    }
    QJsonObject contradiction() const {
        const QJsonObject all = questions();
        for (const QJsonValue value : all["questions"].toArray())
            if (value["status"].toString() == "contradiction")
                return value.toObject();
        return {};
    }
    /// Three against four, decided by one and signed off by another.
    void makeSigned(const std::string& others) const {
        write("other.txt", "Tarvik quarry attacked\n\nDate: 2026-01-13\n\n" + others + "\n");
        QCOMPARE(cli({"import", "quarry.countercheck", "base.txt", "other.txt", "--as", "Ada"}).code, 0);
        const QString key = contradiction()["key"].toString();
        QVERIFY2(!key.isEmpty(), "three against four must be a contradiction for these tests to say anything");
        const auto lines = [&](const QList<QJsonObject>& edits) {
            QByteArray all;
            for (const QJsonObject& edit : edits)
                all += QJsonDocument(edit).toJson(QJsonDocument::Compact) + '\n';
            return all;
        };
        const Outcome checked =
            cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
                lines({{{"edit", "person"}, {"name", "Ada"}, {"role", "checker"}},
                       {{"edit", "person"}, {"name", "Ben"}, {"role", "editor"}},
                       {{"edit", "verdict"}, {"question", key}, {"state", "disputed"}, {"note", "n"}}}));
        QVERIFY2(checked.code == 0, checked.out.constData());
        const Outcome signedOff = cli({"edit", "quarry.countercheck", "--as", "Ben", "--jsonl"},
                                      lines({{{"edit", "sign-off"}, {"question", key}}}));
        QVERIFY2(signedOff.code == 0, signedOff.out.constData());
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

/// This file tries what the program itself says that there is.
void TstCliFormats::theFormatsAreThoseThatAreNamed() {
    QCOMPARE(cli({"import", "quarry.countercheck", "base.txt"}).code, 0);
    const QByteArray said = cli({"export", "quarry.countercheck", "--format", "none", "--output", "x"}).error.trimmed();
    const qsizetype at = said.indexOf("it is one of ");
    QVERIFY2(at > 0, said.constData());
    QCOMPARE(QString::fromUtf8(said.mid(at + 13)).split(", "), formats);
    const QByteArray help = cli({"export", "--help"}).out;
    for (const QString& format : formats)
        QVERIFY2(help.contains(format.toUtf8()), qPrintable(format));
}

void TstCliFormats::comesIn_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("bytes");
    const auto row = [](const std::string& name, const std::string& bytes) {
        QTest::newRow(name.c_str()) << name << bytes;
    };
    const std::string paragraphs =
        "<w:p><w:r><w:t>" + four + "</w:t></w:r></w:p><w:p><w:r><w:t>" + more + "</w:t></w:r></w:p>";
    const std::string openText = "<text:p>" + four + "</text:p><text:p>" + more + "</text:p>";
    const std::string plain = "Tarvik quarry attacked\n\n" + four + "\n\n" + more + "\n";
    row("a.txt", plain);
    row("a.md", "# Tarvik quarry attacked\n\n" + four + "\n\n" + more + "\n");
    row("a.html", page);
    row("a.mhtml",
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://news.example/a\r\nSubject: Tarvik\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
        "--b\r\nContent-Type: text/html\r\nContent-Location: https://news.example/a\r\n\r\n" +
            page + "\r\n--b--\r\n");
    row("a.pdf", made::pdf({{{60, 760, "Tarvik quarry attacked", 18},
                             {60, 720, "Four workers were abducted in the raid on the quarry of Tarvik on"},
                             {60, 706, "Sunday, a union official said."},
                             {60, 670, "The quarry lies on the river road, a day from the coast. It was open again"},
                             {60, 656, "by noon, and the company that runs it did not answer questions."}}}));
    row("a.docx", made::docx(paragraphs));
    row("a.odt", made::odt(openText));
    row("a.fodt", "<?xml version=\"1.0\"?><office:document "
                  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                  "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>" +
                      openText + "</office:text></office:body></office:document>");
    row("a.rtf", "{\\rtf1\\ansi " + four + "\\par " + more + "\\par}");
    row("a.epub",
        made::zip({{"mimetype", "application/epub+zip"},
                   {"META-INF/container.xml",
                    "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"},
                   {"p.opf",
                    "<package><metadata/><manifest><item id=\"a\" href=\"1.xhtml\" "
                    "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"},
                   {"1.xhtml", page}}));
    row("a.eml", mail("text/plain; charset=utf-8", four + "\r\n\r\n" + more));
    row("attached.eml",
        mail("multipart/mixed; boundary=\"b\"", "--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\n"
                                                "Content-Type: text/html; name=\"a.html\"\r\n"
                                                "Content-Disposition: attachment; filename=\"a.html\"\r\n\r\n" +
                                                    page + "\r\n--b--\r\n"));
    row("a.mbox", "From desk Tue Jan 13 10:00:00 2026\n" + mail("text/plain; charset=utf-8", four + "\r\n\r\n" + more));
    row("a.rss", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><item><title>Tarvik quarry "
                 "attacked</title><pubDate>Tue, 13 Jan 2026 10:00:00 GMT</pubDate><description>" +
                     four + "</description></item></channel></rss>");
    row("a.atom",
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><entry><title>Tarvik "
        "quarry attacked</title><updated>2026-01-13T10:00:00Z</updated><content type=\"text\">" +
            four + "</content></entry></feed>");
    row("ninjs.json",
        "{\"uri\":\"https://news.example/a\",\"type\":\"text\",\"language\":\"en\",\"headlines\":[{\"value\":"
        "\"Tarvik quarry attacked\"}],\"bodies\":[{\"role\":\"main\",\"contenttype\":\"text/plain\",\"value\":" +
            quoted(four) + "}]}");
    row("newsml.xml",
        "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\"><itemMeta>"
        "<versionCreated>2026-01-13T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Tarvik quarry "
        "attacked</headline></contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\">"
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>" +
            four + "</p></body></html></inlineXML></contentSet></newsItem>");
    row("a.warc", made::warcPage("https://news.example/a", page));
    row("a.warc.gz", made::gzipped(made::warcPage("https://news.example/a", page)));
    row("a.wacz", made::zip({{"datapackage.json", "{\"profile\":\"data-package\"}"},
                             {"archive/data.warc.gz", made::gzipped(made::warcPage("https://news.example/a", page))}}));
    row("a.csv", "title,text,published\r\nTarvik quarry attacked,\"" + four + "\",2026-01-13\r\n");
    row("a.tsv", "title\ttext\tpublished\nTarvik quarry attacked\t" + four + "\t2026-01-13\n");
    row("a.jsonl",
        "{\"title\":\"Tarvik quarry attacked\",\"text\":" + quoted(four) + ",\"published\":\"2026-01-13\"}\n");
    row("a.json", "[{\"title\":\"Tarvik quarry attacked\",\"text\":" + quoted(four) + "}]");
    row("a.txt.gz", made::gzipped(plain));
    row("a.zip", made::zip({{"folder/a.html", page}}));
    row("zip in a zip.zip", made::zip({{"b.zip", made::zip({{"a.docx", made::docx(paragraphs)}})}}));
    row("wrong-extension.pdf", page);
    row("no extension", page);
}

void TstCliFormats::comesIn() {
    QFETCH(std::string, name);
    QFETCH(std::string, bytes);
    const QString file = QString::fromStdString(name);
    write(file, bytes);
    const Outcome outcome = cli({"import", "quarry.countercheck", "base.txt", file});
    QVERIFY2(outcome.code == 0, (outcome.out + outcome.error).constData());
    QCOMPARE(outcome.error, QByteArray());
    const QList<QByteArray> lines = outcome.lines();
    QVERIFY2(lines.size() >= 2 && lines.last().startsWith("taken: " + QByteArray::fromStdString(name)),
             outcome.out.constData());
    const QJsonArray claims = contradiction()["claims"].toArray();
    bool found = false;
    for (const QJsonValue claim : claims)
        found = found || claim["text"].toString().startsWith("Four workers");
    QVERIFY2(found, "the four workers must be read out of it and be compared with the three of the other article");
    // The same file twice is one capture.
    const qsizetype before = questions()["articles"].toArray().size();
    const Outcome again = cli({"import", "quarry.countercheck", file});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.lines().last().startsWith("already there: "), again.out.constData());
    QCOMPARE(questions()["articles"].toArray().size(), before);
}

void TstCliFormats::isRefused_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<std::string>("todo");
    const auto row = [](const std::string& name, const std::string& bytes, const char* what, const char* todo) {
        QTest::newRow(name.c_str()) << name << bytes << std::string(what) << std::string(todo);
    };
    const std::string word = made::docx("<w:p><w:r><w:t>" + four + "</w:t></w:r></w:p>");
    const std::string archive = made::zip({{"a.txt", four + more + four}});
    const std::string entities = [] {
        std::string all = "<!DOCTYPE d [<!ENTITY a0 \"aaaaaaaaaa\">";
        for (int i = 1; i < 10; ++i) {
            all += "<!ENTITY a" + std::to_string(i) + " \"";
            for (int k = 0; k < 10; ++k)
                all += "&a" + std::to_string(i - 1) + ";";
            all += "\">";
        }
        return all + "]>";
    }();
    row("empty.txt", "", "it is empty", "check that it was saved");
    row("blanks.txt", " \n\t\n", "nothing but blanks", "check that it was saved");
    row("program.txt",
        std::string("\x7F"
                    "ELF\x02\x01\x01\0\0\0",
                    10),
        "a program", "take in text files");
    row("picture.html", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "a picture (PNG)",
        "a picture has no text to read: type out its words");
    row("old.doc", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", 10), "old Office document",
        "open it, save it as DOCX");
    row("random.txt", "\x01\x02\x03\x04\x05\x06" + std::string(40, '\x07'), "a binary file",
        "check that it is the right file");
    row("cut.pdf", made::pdf({{{60, 700, four}}}).substr(0, 300), "damaged or cut short", "save or download it again");
    row("scan.pdf", made::pdf({{}, {}}), "a scan", "run text recognition");
    row("locked.pdf",
        made::pdf({{{60, 700, four}}},
                  "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/"
                  "V 1/R 2/P -4/Length 40/O<" +
                      std::string(64, 'a') + ">/U<" + std::string(64, 'b') + ">>>"),
        "encrypted", "open it with its password");
    row("cut.docx", word.substr(0, word.size() - 40), "damaged or cut short", "save or copy it again");
    row("entities.docx",
        made::zip(
            {{"[Content_Types].xml", "<Types/>"},
             {"word/document.xml", "<?xml version=\"1.0\"?>" + entities +
                                       "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
                                       "main\"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"}}),
        "its XML does not hold", "it is damaged or cut short: save it again");
    row("no text.docx", made::docx(""), "no text", "type out its words");
    row("cut.zip", archive.substr(0, archive.size() / 2), "damaged or cut short", "save or copy it again");
    row("locked.zip", made::zip({{"a.txt", four, true}}), "encrypted", "unpack it with its password");
    row("bomb.zip", made::zip({{"a.txt", std::string(40u << 20, '0')}}), "a ZIP bomb", "do not open it");
    row("bomb.gz", made::gzipped(std::string(40u << 20, '0')), "a bomb", "do not open it");
    row("deep.zip",
        made::zip({{"1.zip", made::zip({{"2.zip", made::zip({{"3.zip", made::zip({{"4.zip", archive}})}})}})}}),
        "archives within archives", "unpack it");
    row("nothing.zip", made::zip({}), "", "");
    row("cut.json", "{\"title\":\"x\",\"text\":\"" + four, "its JSON does not hold",
        "it is damaged or cut short: save it again");
    row("deep.json", std::string(100'000, '[') + std::string(100'000, ']'), "nested",
        "it is damaged or cut short: save it again");
    row("no column.csv", "a,b\r\n1,2\r\n", "", "");
    row("empty.rss", "<rss version=\"2.0\"><channel><title>x</title></channel></rss>", "no entries",
        "check that it is");
    row("sheet.xlsx", made::zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}}),
        "a spreadsheet", "save it as CSV");
    row("script.html", "<html><body><script>draw()</script></body></html>", "no text in this web page",
        "open it in a browser");
}

void TstCliFormats::isRefused() {
    QFETCH(std::string, name);
    QFETCH(std::string, bytes);
    QFETCH(std::string, what);
    QFETCH(std::string, todo);
    const QString file = QString::fromStdString(name);
    write(file, bytes);
    const Outcome outcome = cli({"import", "quarry.countercheck", file, "base.txt"});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.lines().size(), 2);
    QVERIFY2(outcome.lines().first().startsWith("refused: " + QByteArray::fromStdString(name)),
             outcome.out.constData());
    QVERIFY2(outcome.lines().last().startsWith("taken: base.txt"), "what cannot be read must not stop the rest");
    QCOMPARE(outcome.error.count('\n'), 1);
    for (const std::string& part : {"countercheck-cli import: " + name, what, std::string("; ") + todo})
        QVERIFY2(outcome.error.contains(part.c_str()), outcome.error.constData());
    QVERIFY2(outcome.error.endsWith(".\n"), outcome.error.constData());
    QCOMPARE(questions()["articles"].toArray().size(), 1);
    QCOMPARE(cli({"verify", "quarry.countercheck"}).code, 0);
}

/// Names that no keyboard types: the shell makes the files, and one line is printed for each.
void TstCliFormats::namesOfAnyKind() {
    write("go.sh", "set -e\nmkdir odd; cd odd\n"
                   "for n in $(printf 'caf\\351 \\330\\271.txt \\342\\200\\256gpj.txt') \"$(printf 'line\\nend.txt')\" "
                   "\"$(printf 'esc\\033[31m.txt')\" -dash.txt \"'quote\\\".txt\"; do\n"
                   "printf 'Number %s: at least three people died, the mayor said.\\n' \"$n\" > \"./$n\"; done\n"
                   "exec \"$1\" import ../odd.countercheck ./*\n");
    const Outcome outcome = test::run({"go.sh", COUNTERCHECK_CLI}, {}, folder_->path(), "/bin/sh");
    QVERIFY2(outcome.code == 0, (outcome.out + outcome.error).constData());
    QCOMPARE(outcome.lines().size(), 7);
    for (const QByteArray& line : outcome.lines()) {
        QVERIFY2(line.startsWith("taken: "), line.constData());
        QCOMPARE(QString::fromUtf8(line).toUtf8(), line); // UTF-8 throughout
        QVERIFY(!line.contains('\x1B') && !QString::fromUtf8(line).contains(QChar(0x202E)));
    }
    QCOMPARE(questions("odd.countercheck")["articles"].toArray().size(), 7);
}

void TstCliFormats::goesOut_data() {
    QTest::addColumn<QByteArray>("start");  ///< of the file
    QTest::addColumn<QByteArray>("inside"); ///< somewhere in it; of what is packed: nothing
    const auto row = [](const char* format, const char* start, const char* inside) {
        QTest::newRow(format) << QByteArray(start) << QByteArray(inside);
    };
    row("html", "<!DOCTYPE html>", "Between 3 and 4 workers were abducted");
    row("pdf", "%PDF-1.", "");
    row("odt", "PK\x03\x04", "mimetypeapplication/vnd.oasis.opendocument.text");
    row("docx", "PK\x03\x04", "");
    row("md", "", "Between 3 and 4 workers were abducted");
    row("txt", "", "Between 3 and 4 workers were abducted");
    row("csv", "", "disputed");
    row("xlsx", "PK\x03\x04", "");
    row("json", "{", "Between 3 and 4 workers were abducted");
    row("claimreview", "", "\"ClaimReview\"");
    row("annotations", "", "\"TextQuoteSelector\"");
    row("ninjs", "{", "Between 3 and 4 workers were abducted");
    row("side-by-side", "<!DOCTYPE html>", "Three workers");
    row("sheet", "<!DOCTYPE html>", "workers");
}

void TstCliFormats::goesOut() {
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, inside);
    const QString format = QString::fromLatin1(QTest::currentDataTag());
    makeSigned(four + " More than 100 gunmen came, he said.");
    for (const bool unsignedToo : {false, true}) {
        QStringList words = {"export", "quarry.countercheck", "--format", format};
        if (unsignedToo)
            words << "--include-unsigned";
        const Outcome outcome = cli(words + QStringList{"--output", "out"});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QCOMPARE(outcome.out + outcome.error, QByteArray());
        const QByteArray bytes = read("out");
        QVERIFY2(bytes.startsWith(start), bytes.left(60).constData());
        QVERIFY2(bytes.contains(inside), bytes.left(2000).constData());
        if (start.startsWith('{') || format == "claimreview" || format == "annotations")
            QVERIFY(!QJsonDocument::fromJson(bytes).isNull());
        const Outcome checked = cli({"verify-summary", "out", "quarry.countercheck"});
        QVERIFY2(checked.code == 0, (checked.out + checked.error).constData());
    }
    // Standard output gets a whole file, too.
    const Outcome piped = cli({"export", "quarry.countercheck", "--format", format, "--output", "-"});
    QVERIFY(piped.code == 0 && piped.error.isEmpty());
    QVERIFY(piped.out.startsWith(start) && piped.out.contains(inside));
    // Through a link the file behind it is replaced, and a device stays what it is.
    write("real", "old");
    QVERIFY(QFile::link(folder_->filePath("real"), folder_->filePath("link")));
    QCOMPARE(cli({"export", "quarry.countercheck", "--format", format, "--output", "link"}).code, 0);
    QVERIFY(QFileInfo(folder_->filePath("link")).isSymLink());
    QVERIFY(read("real").startsWith(start) && read("real") != "old");
    QVERIFY(QFile::link("/dev/null", folder_->filePath("null")));
    const Outcome device = cli({"export", "quarry.countercheck", "--format", format, "--output", "null"});
    QVERIFY2(device.code == 0 && device.error.isEmpty(), device.error.constData());
    if (format == "sheet") {
        QCOMPARE(cli({"export", "quarry.countercheck", "--format", "sheet", "--output", "sheet.pdf"}).code, 0);
        QVERIFY(read("sheet.pdf").startsWith("%PDF-1."));
    }
}

void TstCliFormats::goesOutAndComesIn_data() {
    QTest::addColumn<QString>("extension");
    for (const char* format : {"html", "pdf", "odt", "docx", "md", "txt", "ninjs"})
        QTest::newRow(format) << (QLatin1String(format) == QLatin1String("ninjs") ? "json" : format);
}

/// Where a format is read and written, the summary comes in with its sentence.
void TstCliFormats::goesOutAndComesIn() {
    QFETCH(QString, extension);
    makeSigned(four);
    const QString file = "summary." + extension;
    QCOMPARE(cli({"export", "quarry.countercheck", "--format", QTest::currentDataTag(), "--output", file}).code, 0);
    const Outcome in = cli({"extract", file, "--json"});
    QVERIFY2(in.code == 0, in.error.constData());
    bool found = false;
    for (const QJsonValue figure :
         QJsonDocument::fromJson(in.out).object()["articles"].toArray().at(0)["figures"].toArray())
        found = found || (figure["low"].toDouble() == 3 && figure["high"].toDouble() == 4);
    QVERIFY2(found, in.out.left(3000).constData());
}

void TstCliFormats::cannotGoOut_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    const QStringList begin = {"export", "quarry.countercheck"};
    QTest::newRow("no format") << begin + QStringList{"--output", "x"} << QByteArray("--format is missing");
    QTest::newRow("unknown format") << begin + QStringList{"--format", "doc", "--output", "x"}
                                    << QByteArray("unknown format “doc”; it is one of html, pdf");
    QTest::newRow("no file") << begin + QStringList{"--format", "html"} << QByteArray("--output is missing");
    QTest::newRow("no such language") << begin + QStringList{"--format", "html", "--output", "x", "--language", "xx"}
                                      << QByteArray("no summary is written in “xx”; use en or fr");
    QTest::newRow("no such folder") << begin + QStringList{"--format", "xlsx", "--output", "none/x"}
                                    << QByteArray("none/x");
    QTest::newRow("a full disk") << begin + QStringList{"--format", "pdf", "--output", "full"}
                                 << QByteArray("No space left");
    QTest::newRow("no case") << QStringList{"export", "none.countercheck", "--format", "html", "--output", "x"}
                             << QByteArray("none.countercheck");
    QTest::newRow("unknown option") << begin + QStringList{"--format", "html", "--output", "x", "--all"}
                                    << QByteArray("--all");
    QTest::newRow("no file to check") << QStringList{"verify-summary", "none.html", "quarry.countercheck"}
                                      << QByteArray("none.html");
}

void TstCliFormats::cannotGoOut() {
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    QCOMPARE(cli({"import", "quarry.countercheck", "base.txt"}).code, 0);
    QVERIFY(QFile::link("/dev/full", folder_->filePath("full"))); // by a link: nothing of the machine is ever at stake
    const Outcome outcome = cli(words);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.startsWith("countercheck-cli ") && outcome.error.contains(said), outcome.error.constData());
    QVERIFY(!QFile::exists(folder_->filePath("x")));
    QVERIFY(!QFile::exists(folder_->filePath("none.countercheck")));
}

/// Right-to-left and combining letters, marks that turn a line, formulas and markup: in every format, and as they were.
void TstCliFormats::anyScriptGoesOut() {
    const QString arabic = QString::fromUtf8("\xD8\xB9\xD9\x85\xD8\xA7\xD9\x84"),
                  combined = QString::fromUtf8("Ande\xCC\x81");
    makeSigned("=HYPERLINK(\"http://x\") Four workers were abducted in the raid on the quarry of Tarvik on Sunday, " +
               combined.toStdString() + " " + arabic.toStdString() +
               ", a union official, said. \xE2\x80\xAEgnp.exe\xE2\x80\xAC <script>alert(1)</script> {{7*7}}");
    for (const QString& format : formats) {
        QCOMPARE(
            cli({"export", "quarry.countercheck", "--format", format, "--output", "out", "--include-unsigned"}).code,
            0);
        const Outcome checked = cli({"verify-summary", "out", "quarry.countercheck"});
        QVERIFY2(checked.code == 0, (format.toUtf8() + ": " + checked.out + checked.error).constData());
        const QByteArray bytes = read("out");
        if (format == "pdf" || format == "odt" || format == "docx" || format == "xlsx")
            continue; // packed: tests/printing and tests/standards look into them
        const QString text = QString::fromUtf8(bytes);
        QCOMPARE(text.toUtf8(), bytes);
        const bool data = format == "annotations" || format == "json"; // the words as they stand, for programs
        QVERIFY2(data || !text.contains(QChar(0x202E)), qPrintable(format));
        if (format == "html" || format == "md" || format == "side-by-side" || format == "sheet")
            QVERIFY2(!text.contains("<script>alert"), qPrintable(format));
        if (format == "csv")
            for (const QString& cell : text.split(QRegularExpression("[\r\n,]")))
                QVERIFY2(!cell.startsWith('=') && !cell.startsWith("\"="), qPrintable(cell));
        if (format == "side-by-side")
            QVERIFY2(text.contains(arabic) && text.contains(combined), qPrintable(format));
    }
}

QTEST_GUILESS_MAIN(TstCliFormats)
#include "tst_cli_formats.moc"
