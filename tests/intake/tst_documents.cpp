// SPDX-License-Identifier: GPL-3.0-or-later
// DOCX, ODT, RTF, EPUB and PDF: their text, what is left out and said so, and files that are broken or locked.
#include "core/intake/pdf.h"
#include "tests/intake/made.h"

#include <QTest>

using namespace countercheck;
using made::Member;

namespace {

/// The text of the only article, or the message.
std::string textOf(const std::string& bytes, const std::string& name) {
    const intake::Contents contents = intake::read(bytes, name);
    if (contents.articles.size() == 1 && contents.refusals.empty())
        return contents.articles.front().edit.article.text.get();
    std::string out;
    for (const auto& refusal : contents.refusals)
        out += "REFUSED " + refusal.message + "\n";
    return out;
}
std::string remarksOf(const std::string& bytes, const std::string& name) {
    const intake::Contents contents = intake::read(bytes, name);
    std::string out;
    for (const auto& article : contents.articles)
        for (const auto& remark : article.remarks)
            out += (out.empty() ? "" : " · ") + remark;
    return out;
}
std::string wp(const std::string& runs) {
    return "<w:p>" + runs + "</w:p>";
}
std::string wt(const std::string& words) {
    return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

} // namespace

class DocumentsTest : public QObject {
    Q_OBJECT
private slots:
    void word_data();
    void word() { compare("a.docx"); }
    void wordParts();
    void openText_data();
    void openText() { compare("a.odt"); }
    void locked();
    void rtf_data();
    void rtf() { compare("a.rtf"); }
    void rtfRemarks();
    void book();
    void pdf();
    void pdfColumnsAndRunningLines();
    void pdfRefusals();
    void pdfLayoutIsSafe();
    void everyCutIsSafe();
    void captureIsUntouched();

private:
    static void compare(const char* name) {
        QFETCH(std::string, bytes);
        QFETCH(std::string, text);
        const std::string found = textOf(bytes, name);
        if (text.starts_with("REFUSED "))
            QVERIFY2(found.find(text.substr(8)) != std::string::npos && found.starts_with("REFUSED"), found.c_str());
        else
            QCOMPARE(QString::fromStdString(found), QString::fromStdString(text));
    }
    static void columns() {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("text");
    }
};

void DocumentsTest::word_data() {
    columns();
    const auto row = [](const char* what, const std::string& body, const char* text) {
        QTest::newRow(what) << made::docx(body) << std::string(text);
    };
    row("paragraphs", wp(wt("Three plants burn")) + wp(wt("They ") + wt("took ") + wt("three people.")),
        "Three plants burn\n\nThey took three people.\n");
    row("tab, line, hyphen",
        wp("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"),
        "a\tb\nc-d\n");
    row("a tab stop is no tab", "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + wt("a") + "</w:p>",
        "a\n");
    row("tracked changes as accepted",
        wp(wt("They took ") + "<w:del w:id=\"1\"><w:r><w:delText>four</w:delText></w:r></w:del><w:ins w:id=\"2\">" +
           wt("three") + "</w:ins>" + wt(" people.")),
        "They took three people.\n");
    row("hidden text", wp(wt("They left.") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + wt(" All.")),
        "They left. All.\n");
    row("not hidden", wp("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>They left.</w:t></w:r>"), "They left.\n");
    row("field codes", wp("<w:r><w:instrText>HYPERLINK \"http://x\"</w:instrText></w:r>" + wt("the governor")),
        "the governor\n");
    row("table of figures",
        "<w:tbl><w:tr><w:tc>" + wp(wt("Mill")) + "</w:tc><w:tc>" + wp(wt("3")) + "</w:tc></w:tr></w:tbl>" +
            wp(wt("end")),
        "Mill\t3\n\nend\n");
    row("table for layout",
        "<w:tbl><w:tr><w:tc>" + wp(wt("One.")) + wp(wt("Two.")) + "</w:tc><w:tc>" + wp(wt("Three.")) +
            "</w:tc></w:tr></w:tbl>",
        "One.\n\nTwo.\n\nThree.\n");
    row("a text box once",
        "<w:p>" + wt("Host.") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>" +
            wp(wt("Boxed.")) + "</w:txbxContent></mc:Choice><mc:Fallback><w:pict>" + wp(wt("Boxed.")) +
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "Boxed.\n\nHost.\n");
    row("no text", wp(""), "REFUSED there is no text in this Word document");
    row("broken XML", "<w:p><w:r>", "REFUSED a.docx: word/document.xml: its XML does not hold, line 1");
    QTest::newRow("entities of its own")
        << made::zip({{"word/document.xml",
                       "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                       "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                       "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]><w:document "
                       "xmlns:w=\"w\"><w:p><w:t>&e;</w:t></w:p></w:document>"}})
        << std::string("REFUSED word/document.xml: ");
    QTest::newRow("a file outside") << made::zip({{"word/document.xml",
                                                   "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                                   "<w:document xmlns:w=\"w\"><w:p><w:t>&a;</w:t></w:p></w:document>"}})
                                    << std::string("REFUSED there is no text in this Word document");
    std::string deep;
    for (int i = 0; i < 600; ++i)
        deep += "<w:sdt>";
    row("nested too deep", deep, "REFUSED nested more than 500 deep");
}

void DocumentsTest::wordParts() {
    const std::string bytes = made::docx(
        wp(wt("Body.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") +
            wp("<w:r><w:commentReference w:id=\"0\"/></w:r>" + wt("End.")),
        {{"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\">" +
                                    wp(wt("---")) + "</w:footnote><w:footnote w:id=\"2\">" + wp(wt("A note.")) +
                                    "</w:footnote></w:footnotes>"},
         {"word/header1.xml", "<w:hdr xmlns:w=\"w\">" + wp(wt("Kayes Post · page")) + "</w:hdr>"},
         {"word/vbaProject.bin", "x"},
         {"docProps/core.xml",
          "<p><dc:title xmlns:dc=\"d\">A title</dc:title><dc:creator xmlns:dc=\"d\">Ada Diallo</dc:creator></p>"}});
    const intake::Contents contents = intake::read(bytes, "a.docx");
    QCOMPARE(contents.articles.size(), std::size_t{1});
    const auto& captured = contents.articles.front();
    QCOMPARE(captured.edit.article.text.get(), std::string("Body.\n\nEnd.\n\nA note.\n"));
    QCOMPARE(captured.edit.article.info.title, std::string("A title"));
    QCOMPARE(captured.edit.article.author, std::string("Ada Diallo"));
    QCOMPARE(captured.apart, (std::vector<std::string>{"Kayes Post · page"}));
    QCOMPARE(captured.remarks, (std::vector<std::string>{"1 comment left out", "its macros were ignored"}));
    QVERIFY(QString::fromStdString(captured.edit.article.mediaType).endsWith("wordprocessingml.document"));
    QVERIFY(remarksOf(made::docx(wp(wt("x"))), "a.pdf").find("its name ends in .pdf, its content is a Word document") ==
            0);
}

void DocumentsTest::openText_data() {
    columns();
    const auto row = [](const char* what, const std::string& body, const char* text) {
        QTest::newRow(what) << made::odt(body) << std::string(text);
    };
    row("paragraphs",
        "<text:h>Three plants burn</text:h>\n<text:p>They took <text:span>three</text:span> people.</text:p>",
        "Three plants burn\n\nThey took three people.\n");
    row("blanks", "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d  e\n f</text:p>",
        "a   b\tc\nd e f\n");
    row("a note at the end",
        "<text:p>Body.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A "
        "note.</text:p></text:note-body></text:note> On.</text:p><text:p>End.</text:p>",
        "Body. On.\n\nEnd.\n\nA note.\n");
    row("deleted text",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></"
        "text:changed-region></text:tracked-changes><text:p>Here.</text:p>",
        "Here.\n");
    row("table",
        "<table:table><table:table-row><table:table-cell><text:p>Mill</text:p></"
        "table:table-cell><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>",
        "Mill\t3\n");
    row("a hidden section",
        "<text:p>Seen.</text:p><text:section text:display=\"none\"><text:p>Unseen.</text:p></text:section>", "Seen.\n");
    row("no text", "<text:p/>", "REFUSED there is no text in this OpenDocument text");
    QTest::newRow("flat")
        << std::string("<?xml version=\"1.0\"?><office:document "
                       "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\">"
                       "<office:body><office:text><text:p>Flat.</text:p></office:text></office:body></office:document>")
        << std::string("Flat.\n");
}

void DocumentsTest::locked() {
    QVERIFY(textOf(made::odt("<text:p>x</text:p>",
                             {{"META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>"}}),
                   "a.odt")
                .find("this OpenDocument text is encrypted; open it with its password") != std::string::npos);
    QVERIFY(
        textOf(made::zip({{"mimetype", "application/epub+zip"},
                          {"META-INF/encryption.xml",
                           "<e><EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/></e>"}}),
               "a.epub")
            .find("this e-book is locked") != std::string::npos);
    QVERIFY(textOf(made::zip({{"a.txt", "Words.", true}}), "a.zip").find("a.zip › a.txt: it is encrypted; unpack it") !=
            std::string::npos);
    QVERIFY(textOf(made::zip({{"xl/workbook.xml", "<x/>"}}), "a.xlsx")
                .find("a spreadsheet (XLSX), which is not read; save it as CSV") != std::string::npos);
}

void DocumentsTest::rtf_data() {
    columns();
    const auto row = [](const char* what, const std::string& body, const char* text) {
        QTest::newRow(what) << "{\\rtf1\\ansi\\ansicpg1252 " + body + "}" << std::string(text);
    };
    row("paragraphs", "Three plants burn\\par They took three people.\\par",
        "Three plants burn\n\nThey took three people.\n");
    row("line ends mean nothing", "Three\r\n plants\\par", "Three plants\n");
    row("escapes", "a \\{b\\} \\\\ c\\par", "a {b} \\ c\n");
    row("bytes of the code page", "\\'e9t\\'e9 \\'93x\\'94\\par", "été “x”\n");
    row("Unicode and its fallback", "\\uc1 caf\\u233 ?, \\u8364\\'80 5\\par", "café, € 5\n");
    row("two bytes of fallback",
        "\\uc2 \\u-10179??\\u-8704??"
        "!\\par",
        "\xF0\x9F\x98\x80!\n");
    row("no fallback", "\\uc0 \\u233 t\\par", "ét\n");
    row("marks", "\\ldblquote x\\rdblquote  \\endash  y\\rquote s a\\~b c\\_d e\\-f\\par",
        "“x” – y’s a\xC2\xA0"
        "b c-d ef\n");
    row("tables of the document",
        "{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\*\\generator "
        "Word;}{\\pict\\pngblip 89504e47}Text.\\par",
        "Text.\n");
    row("a font's character set",
        "{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}\\f1 \\'cf\\'ee\\'e6\\'e0\\'f0\\f0  \\'e9\\par",
        "Пожар é\n");
    row("fields", "{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt the governor}} said\\par",
        "the governor said\n");
    row("deleted and hidden", "They took {\\deleted four }{\\v secret }three.\\par", "They took three.\n");
    row("footnotes", "Body.{\\footnote \\chftn A note.\\par} On.\\par End.\\par", "Body. On.\n\nEnd.\n\nA note.\n");
    row("tables", "\\trowd\\intbl Mill\\cell\\intbl 3\\cell\\row\\pard End.\\par", "Mill\t3\n\nEnd.\n");
    row("bytes that are no text", "a\\bin5 }}{{{b\\par", "ab\n");
    row("nothing behind the end", "a\\par}trailing {", "a\n");
    row("no text", "{\\pict 00}", "REFUSED there is no text in this RTF document");
    row("nested too deep", std::string(2000, '{'), "REFUSED nested more than 1000 deep");
    row("numbers too large", "\\u99999999999999999999 ?\\bin-5 a\\fs99999999999999999999 b\\par", "ab\n");
}

void DocumentsTest::rtfRemarks() {
    const intake::Contents contents = intake::read("{\\rtf1{\\info{\\title A title}{\\author Ada}{\\*\\company "
                                                   "x}}{\\header Kayes Post\\par}{\\*\\annotation no}Text, cut sho",
                                                   "a.rtf");
    QCOMPARE(contents.articles.size(), std::size_t{1});
    const auto& captured = contents.articles.front();
    QCOMPARE(captured.edit.article.text.get(), std::string("Text, cut sho\n"));
    QCOMPARE(captured.edit.article.info.title, std::string("A title"));
    QCOMPARE(captured.edit.article.author, std::string("Ada"));
    QCOMPARE(captured.apart, (std::vector<std::string>{"Kayes Post"}));
    QCOMPARE(captured.remarks,
             (std::vector<std::string>{"1 comment left out",
                                       "the file ends in the middle: it may be cut short, check the end of the text"}));
}

void DocumentsTest::book() {
    const auto chapter = [](const std::string& text) {
        return "<html><head><title>c</title></head><body><p>" + text + "</p></body></html>";
    };
    const std::string bytes =
        made::zip({{"mimetype", "application/epub+zip"},
                   {"META-INF/container.xml",
                    "<container><rootfiles><rootfile full-path=\"OEBPS/p.opf\"/></rootfiles></container>"},
                   {"OEBPS/p.opf",
                    "<package><metadata xmlns:dc=\"d\"><dc:title>The river road</dc:title><dc:creator>Ada "
                    "Diallo</dc:creator><dc:language>en</dc:language><dc:date>2026-01-13</dc:date></metadata>"
                    "<manifest><item id=\"b\" href=\"t/2.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"a\" "
                    "href=\"t/1%20.xhtml\" media-type=\"application/xhtml+xml\"/>"
                    "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/><item "
                    "id=\"m\" href=\"../../../etc/passwd\" media-type=\"application/xhtml+xml\"/></manifest>"
                    "<spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/><itemref "
                    "idref=\"m\"/></spine></package>"},
                   {"OEBPS/t/1 .xhtml", chapter("First.")},
                   {"OEBPS/t/2.xhtml", chapter("Second.")},
                   {"OEBPS/nav.xhtml", chapter("Contents")}});
    const intake::Contents contents = intake::read(bytes, "a.epub");
    QCOMPARE(contents.articles.size(), std::size_t{1});
    const auto& captured = contents.articles.front();
    QCOMPARE(captured.edit.article.text.get(), std::string("First.\n\nSecond.\n"));
    QCOMPARE(captured.edit.article.info.title, std::string("The river road"));
    QCOMPARE(captured.edit.article.info.published, std::string("2026-01-13"));
    QCOMPARE(captured.edit.article.info.language, std::string("en"));
    QCOMPARE(captured.remarks, (std::vector<std::string>{"1 chapter is missing in the file"}));
}

void DocumentsTest::pdf() {
    const std::string bytes =
        made::pdf({{{60, 760, "Three plants burn in Kayes", 20},
                    {60, 720, "Nearly 160 armed men raided three plants along the river road, the gover-"},
                    {60, 706, "nor said on Sunday. They came on motorbikes before dawn, and they took"},
                    {60, 692, "at least three people with them (one of them a teacher)."},
                    {60, 660, "The army said that the road was open again by noon."}}});
    QCOMPARE(QString::fromStdString(textOf(bytes, "a.pdf")),
             QString("Three plants burn in Kayes\n\nNearly 160 armed men raided three plants along the river road, the "
                     "governor said "
                     "on Sunday. They came on motorbikes before dawn, and they took at least three people with them "
                     "(one of them a "
                     "teacher).\n\nThe army said that the road was open again by noon.\n"));
    const intake::Contents contents = intake::read(bytes, "a.txt");
    QCOMPARE(contents.articles.front().edit.article.info.title, std::string("Three plants burn in Kayes"));
    QCOMPARE(contents.articles.front().edit.article.mediaType, std::string("application/pdf"));
    QCOMPARE(contents.articles.front().remarks,
             (std::vector<std::string>{"its name ends in .txt, its content is a PDF document"}));
}

void DocumentsTest::pdfColumnsAndRunningLines() {
    std::vector<std::vector<made::PdfWords>> pages;
    for (int page = 1; page <= 3; ++page) {
        std::vector<made::PdfWords> words = {{60, 810, "Kayes Post, 13 January 2026", 9},
                                             {290, 30, std::to_string(page), 9}};
        const std::string letter(1, static_cast<char>('A' + page - 1));
        for (int line = 0; line < 12; ++line) {
            words.push_back(
                {60, 760.0 - 14 * line, "left words " + letter + " of a column " + std::to_string(line), 11});
            words.push_back(
                {320, 760.0 - 14 * line, "right words " + letter + " of the page " + std::to_string(line), 11});
        }
        pages.push_back(words);
    }
    const intake::Contents contents = intake::read(made::pdf(pages), "a.pdf");
    QCOMPARE(contents.articles.size(), std::size_t{1});
    const std::string& text = contents.articles.front().edit.article.text.get();
    QVERIFY2(text.find("left words A of a column 0 left words A of a column 1") == 0, text.c_str());
    QVERIFY2(text.find("column 11 right words A of the page 0") != std::string::npos, text.c_str());
    QVERIFY2(text.find("Kayes Post") == std::string::npos, text.c_str());
    QCOMPARE(contents.articles.front().apart, (std::vector<std::string>{"Kayes Post, 13 January 2026", "1"}));
}

void DocumentsTest::pdfRefusals() {
    QVERIFY(
        textOf(made::pdf({{}, {}}), "scan.pdf")
            .find(
                "scan.pdf: this PDF document holds pictures of its pages and no text (a scan); run text recognition") !=
        std::string::npos);
    // The standard security handler with a password that nobody gave.
    const std::string locked =
        made::pdf({{{60, 700, "Secret words that nobody may read without the password, at all."}}},
                  "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/"
                  "V 1/R 2/P -4/Length 40"
                  "/O<" +
                      std::string(64, 'a') + ">/U<" + std::string(64, 'b') + ">>>");
    QVERIFY2(textOf(locked, "locked.pdf").find("this PDF document is encrypted; open it with its password") !=
                 std::string::npos,
             textOf(locked, "locked.pdf").c_str());
    std::vector<std::vector<made::PdfWords>> many(1002,
                                                  {{60, 700, "Words on a page that are enough to count as text."}});
    QVERIFY(textOf(made::pdf(many), "long.pdf").find("more than 1000 pages; take out the pages") != std::string::npos);
    std::stop_source stop;
    stop.request_stop();
    intake::Options options;
    options.stop = stop.get_token();
    QVERIFY(intake::read(made::pdf({{{60, 700, "Words."}}}), "a.pdf", options).stopped);
}

void DocumentsTest::pdfLayoutIsSafe() {
    QVERIFY(intake::pdfLayout("<word xMin=\"1\">x</word>\n<line >\n<block >\n").pages.empty());
    const auto layout =
        intake::pdfLayout("<page width=\"a\" height=\"\">\n<block xMin=\"1\">\n<line "
                          "xMin=\"nan\">\n<word x=\"1\">ef&#xFB01;n &amp; \xEF\xAC\x83</word>\n</line>\n");
    QCOMPARE(layout.pages.size(), std::size_t{1});
    QCOMPARE(layout.pages[0].blocks[0].lines[0].text, std::string("effin & ffi"));
    QVERIFY(!intake::pdfText(layout).text.empty());
}

/// Cut anywhere, a document gives a text or one message; it never crashes.
void DocumentsTest::everyCutIsSafe() {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"a.docx", made::docx(wp(wt("Words of an article.")))},
        {"a.odt", made::odt("<text:p>Words of an article.</text:p>")},
        {"a.rtf",
         "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cf\\u233 ?\\par{\\footnote x}\\trowd a\\cell\\row}"}};
    for (const auto& [name, bytes] : files)
        for (std::size_t n = 1; n < bytes.size(); ++n) {
            const intake::Contents contents = intake::read(bytes.substr(0, n), name);
            QCOMPARE(contents.articles.size() + contents.refusals.size(), std::size_t{1});
        }
}

void DocumentsTest::captureIsUntouched() {
    const std::string bytes = made::docx(wp(wt("Words of an article.")));
    const intake::Contents contents = intake::read(bytes, "/somewhere/a.docx");
    QCOMPARE(contents.articles.front().edit.bytes, bytes);
    QCOMPARE(contents.articles.front().edit.article.fileName, std::string("a.docx"));
    QVERIFY(contents.articles.front().edit.article.id.sha256.size() == 64);
}

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
