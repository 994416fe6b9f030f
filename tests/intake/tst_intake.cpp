// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/decode.h"
#include "core/intake/intake.h"
#include "core/intake/sample.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace countercheck;
using namespace countercheck::intake;

namespace {
QString message(const std::variant<Captured, Refusal>& result) {
    const auto* refusal = std::get_if<Refusal>(&result);
    return refusal ? QString::fromStdString(refusal->message) : QString();
}
const char* const sentence =
    "Armed men came before dawn and set fire to three plants on the river, people who live there said.\n";
} // namespace

class IntakeTest : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;

    std::string put(const QString& name, const QByteArray& bytes) {
        QFile file(dir_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName().toStdString();
    }

private slots:
    void takesAFile() {
        const QByteArray bytes = "\xEF\xBB\xBFPlants burn on the river\nJanuary 13, 2026\n\n" + QByteArray(sentence);
        const auto result = fromFile(put("plants.txt", bytes));
        QVERIFY2(std::holds_alternative<Captured>(result), qPrintable(message(result)));
        const auto& [edit, remarks, apart] = std::get<Captured>(result);
        QCOMPARE(edit.bytes, bytes.toStdString()); // as captured, mark included
        QCOMPARE(QString::fromStdString(edit.article.text.get()), QString::fromUtf8(bytes.mid(3)));
        QCOMPARE(edit.article.fileName, std::string("plants.txt"));
        QCOMPARE(edit.article.encoding, std::string("UTF-8"));
        QCOMPARE(edit.article.info.title, std::string("Plants burn on the river"));
        QCOMPARE(edit.article.info.published, std::string("2026-01-13"));
        QCOMPARE(edit.article.capturedAt.size(), std::size_t{20}); // 2026-01-14T07:30:00Z
        QVERIFY(remarks.empty());
        QVERIFY(apart.empty());
    }
    void hashIsOverTheBytes() {
        const auto a = std::get<Captured>(fromBytes("abc", "pasted text"));
        QCOMPARE(a.edit.article.id.sha256,
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(a.edit.article.fileName, std::string("pasted text"));
    }
    void timeOfCapture() {
        QCOMPARE(std::get<Captured>(fromBytes("abc", "x", "2026-01-14T07:30:00Z")).edit.article.capturedAt,
                 std::string("2026-01-14T07:30:00Z"));
        const auto told = std::get<Captured>(
            fromBytes("---\ncaptured: 2026-01-14T08:30:00+01:00\n---\nabc", "x", "2026-02-01T00:00:00Z"));
        QCOMPARE(told.edit.article.capturedAt, std::string("2026-01-14T07:30:00Z"));
        QCOMPARE(told.remarks.size(), std::size_t{1});
        // A day without a time says nothing precise enough.
        const auto day =
            std::get<Captured>(fromBytes("---\ncaptured: 2026-01-14\n---\nabc", "x", "2026-02-01T00:00:00Z"));
        QCOMPARE(day.edit.article.capturedAt, std::string("2026-02-01T00:00:00Z"));
    }
    void remarksOnEncodings() {
        const auto detected = std::get<Captured>(fromBytes("Bafoulab\xE9 burned.", "x"));
        QCOMPARE(detected.remarks,
                 std::vector<std::string>{"read as windows-1252 (detected: check letters with accents)"});
        const auto broken = std::get<Captured>(fromBytes("é à ü\nBafoulab\xE9", "x"));
        QCOMPARE(broken.remarks,
                 std::vector<std::string>{
                     "broken encoding: 1 byte that is not UTF-8 was read as windows-1252, the first in line 2"});
        QCOMPARE(broken.edit.bytes, std::string("é à ü\nBafoulab\xE9"));
    }

    void contents_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says"); // empty: taken
        const auto row = [](const char* what, const char* name, const QByteArray& bytes, const char* says) {
            QTest::newRow(what) << QString(name) << bytes << QString(says);
        };
        const QByteArray text(sentence);
        row("text", "a.txt", text, "");
        row("Markdown", "a.md", "# Plants\n\n" + text, "");
        row("Markdown with a tag in front", "a.md", "<div align=center>Plants</div>\n\n" + text, "");
        row("no extension", "article", text, "");
        row("unknown extension", "a.wire", text, "");
        row("text under a false name", "a.html", text, "");
        row("stray tags", "a.txt", text + "<br/>" + text + "<b>Trending</b>\n" + text, "");
        row("sums and arrows", "a.txt", "3 < 4 and <5, she said -> yes.\n" + text, "");
        row("a stray control character", "a.txt", text + "\x02" + text, "");
        row("empty", "a.txt", "", "it is empty; check that it was saved");
        row("blank", "a.txt", " \n\t\xC2\xA0\xEF\xBB\xBF\n", "it is empty (nothing but blanks)");
        row("only a mark", "a.txt", "\xEF\xBB\xBF", "it is empty (nothing but blanks)");
        row("zeros", "a.txt", text + QByteArray(3, '\0') + text, "this is a binary file, not text");
        row("control characters", "a.txt", QByteArray("ab\x01\x02\x03\x04").repeated(50),
            "this is a binary file, not text");
        row("page", "a.html", "<!DOCTYPE html>\n<html><body><p>" + text + "</p></body></html>", "");
        row("page under a false name", "a.txt", "\n <HTML lang=en><p>" + text, "");
        row("page behind a comment", "a.txt", "<!-- saved from url=x -->\n<html>" + text, "");
        row("piece of a page", "a.txt", "<div class=\"story\"><p>" + text + "</p></div>", "");
        row("page in UTF-16", "a.txt", QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0x\0", 16), "");
        row("page without text", "a.html", "<!DOCTYPE html>\n<html><body><script>draw()</script></body></html>",
            "there is no text in this web page (a script may draw it); open it in a browser");
        row("feed without entries", "a.xml", "<?xml version=\"1.0\"?><rss><channel/></rss>",
            "this feed has no entries");
        row("some XML", "a.xml", "<?xml version=\"1.0\"?><plants><plant/></plants>",
            "this is an XML file, which is not read");
        row("pdf in pieces", "a.pdf", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj",
            "this PDF document is damaged or cut short; save or download it again");
        row("pdf in pieces under a false name", "a.txt", "%PDF-1.4 x",
            "damaged or cut short (its name ends in .txt, its content is a PDF document)");
        const QByteArray zip("PK\x03\x04\x14\0\0\0", 8);
        row("zip in pieces", "a.zip", zip + "article.txt",
            "this ZIP file cannot be opened, it is damaged or cut short");
        row("docx in pieces", "a.docx", zip + "[Content_Types].xml word/document.xml", "damaged or cut short");
        row("doc", "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x",
            "this is an old Office document, which is not read; open it, save it as DOCX");
        row("encrypted Word", "a.docx",
            QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x") +
                QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
            "this is an encrypted Office document, which is not read; open it with its password");
        row("rtf", "a.rtf", "{\\rtf1\\ansi Plants burn}", "");
        row("picture", "a.txt", "\x89PNG\r\n\x1A\n", "this is a picture (PNG)");
        row("case", "a.countercheck", QByteArray("SQLite format 3\0\x10", 17), "open it as a case");
        row("mail", "a.eml", "Received: from x\nMessage-ID: <1@x>\nSubject: plants\n\n" + text, "");
        row("json", "a.txt", "{\"id\":\"a\",\"text\":\"Plants burned.\"}", "");
        row("json without text", "a.json", "{\"id\":\"a\",\"size\":3}",
            "none of its members is an article's text; it has “id”, “size”; name that member “text”");
        row("json in pieces", "a.json", "{\"id\":\"a\",\"te", "its JSON does not hold, byte");
        row("table without text", "a.csv", "plant,missing\nmill,3\n",
            "this table has no column for the articles' text; its first line names “plant”, “missing”; name");
    }
    void contents() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const std::string path = put(name, bytes);
        const auto result = fromFile(path);
        QCOMPARE(std::holds_alternative<Captured>(result), says.isEmpty());
        if (!says.isEmpty()) {
            QVERIFY2(message(result).contains(says), qPrintable(message(result)));
            QVERIFY2(message(result).startsWith(QString::fromStdString(path) + ": "), qPrintable(message(result)));
            QVERIFY2(message(result).contains("; ") && message(result).endsWith('.') && !message(result).contains('\n'),
                     qPrintable(message(result)));
        } else {
            QCOMPARE(std::get<Captured>(result).edit.bytes, bytes.toStdString());
        }
    }

    void missing() {
        const std::string path = dir_.filePath("nowhere.txt").toStdString();
        QCOMPARE(message(fromFile(path)),
                 QString::fromStdString(path + ": there is no such file; check the name, or choose it again."));
        QVERIFY(message(fromFile(path + "/below")).contains("there is no such file"));
        QVERIFY(message(fromFile("")).contains("a file name is missing"));
        QVERIFY(message(fromFile(std::string(5000, 'x'))).contains("the name is too long"));
    }
    void folder() { QVERIFY(message(fromFile(dir_.path().toStdString())).contains("this is a folder")); }
    void pipe() {
        const std::string path = dir_.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        QVERIFY(message(fromFile(path)).contains("a device or a pipe")); // and does not wait for a writer
    }
    void unreadable() {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const std::string path = put("secret.txt", sentence);
        QCOMPARE(::chmod(path.c_str(), 0), 0);
        QVERIFY(message(fromFile(path)).contains("may not be read"));
    }
    /// Refused by its size alone: the file has a hole instead of content, so reading it would find zeros.
    void tooLarge() {
        const std::string path = put("large.txt", "x");
        QCOMPARE(::truncate(path.c_str(), static_cast<off_t>(500) << 20), 0);
        QCOMPARE(message(fromFile(path)),
                 QString::fromStdString(
                     path + ": too large: 500 MiB, an article file may have 256 MiB; check that it is the right "
                            "file, or split it."));
    }
    /// What a file says of itself may be of any length: it is cut, and keeps no article out.
    void aTitleWithoutEnd() {
        std::string title;
        while (title.size() < 3'000'000)
            title += "\xC3\xA9t\xC3\xA9 ";
        const auto result = fromBytes("<html><head><title>" + title + "</title></head><body><p>" +
                                          std::string(sentence) + "</p></body></html>",
                                      "a.html");
        QVERIFY2(std::holds_alternative<Captured>(result), qPrintable(message(result)));
        const std::string& kept = std::get<Captured>(result).edit.article.info.title;
        QVERIFY(kept.size() > 1'000 && kept.size() < 2'100);
        QCOMPARE(validUtf8Prefix(kept), kept.size());
    }
    /// Any name that a file system allows: it is shown on one line, as text, and none keeps an article out.
    void names_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("shown");
        const auto row = [](const char* what, const std::string& name, const std::string& shown) {
            QTest::newRow(what) << name << shown;
        };
        row("plain", "art.txt", "art.txt");
        row("not UTF-8", "art\xE9.txt", "art\xEF\xBF\xBD.txt");
        row("a line end", "a\nb.txt", "a b.txt");
        row("a line separator",
            "a\xE2\x80\xA8"
            "b.txt",
            "a b.txt");
        row("a tabulator", "a\tb.txt", "a b.txt");
        row("an escape", "a\x1B[31m.txt", "a\xEF\xBF\xBD[31m.txt");
        row("a C1 control",
            "a\xC2\x9B"
            "31m.txt",
            "a\xEF\xBF\xBD"
            "31m.txt");
        row("an override", "\xE2\x80\xAEtxt.exe.txt", "\xEF\xBF\xBDtxt.exe.txt");
        row("Arabic", "\xD8\xB9.txt", "\xD8\xB9.txt");
        row("quotes and a dash", "-'\".txt", "-'\".txt");
    }
    void names() {
        QFETCH(std::string, name);
        QFETCH(std::string, shown);
        const auto result = fromBytes(sentence, name);
        QVERIFY2(std::holds_alternative<Captured>(result), qPrintable(message(result)));
        QCOMPARE(QString::fromStdString(std::get<Captured>(result).edit.article.fileName),
                 QString::fromStdString(shown));
        QVERIFY(message(fromBytes("", name)).startsWith(QString::fromStdString(shown + ": it is empty")));
    }

    void sample() {
        const auto files = sampleFiles();
        QCOMPARE(files.size(), std::size_t{5});
        for (const SampleFile& file : files) {
            const auto result = fromBytes(std::string(file.bytes), file.name, file.capturedAt);
            QVERIFY2(std::holds_alternative<Captured>(result), qPrintable(message(result)));
            const dossier::Article& article = std::get<Captured>(result).edit.article;
            QCOMPARE(article.fileName, file.name);
            QVERIFY(!article.info.title.empty());
            QVERIFY(!article.info.publisher.empty());
            QVERIFY2(article.info.url.find("example.org") != std::string::npos, article.info.url.c_str());
            QVERIFY(article.info.published.starts_with("202"));
            QVERIFY(article.capturedAt.starts_with("2026-01-14T07:"));
        }
        QVERIFY(files[2].bytes.find("Maliâ€™s") != std::string_view::npos); // garbled on purpose
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "tst_intake.moc"
