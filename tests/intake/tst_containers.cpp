// SPDX-License-Identifier: GPL-3.0-or-later
// Files that hold many articles: ZIP, gzip, web archives, feeds, news items, tables, JSON, mails.
#include "tests/intake/made.h"

#include <QTest>

#include <algorithm>

using namespace countercheck;

namespace {

const std::string one = "Nearly 160 armed men on motorbikes raided three plants along the river road before dawn on "
                        "Sunday, the governor said.";
const std::string two = "They set fire to a cement works, a sugar mill and a depot, and took at least three people "
                        "with them, he told reporters.";

/// Texts and messages in their order.
std::vector<std::string> all(const std::string& bytes, const std::string& name) {
    std::vector<std::string> out;
    intake::readBytes(bytes, name, {}, [&](intake::Taken&& taken) {
        if (const auto* captured = std::get_if<intake::Captured>(&taken))
            out.push_back(captured->edit.article.text.get());
        else
            out.push_back("REFUSED " + std::get<intake::Refusal>(taken).message);
        return true;
    });
    return out;
}
intake::Captured first(const std::string& bytes, const std::string& name) {
    intake::Contents contents = intake::read(bytes, name);
    return contents.articles.empty() ? intake::Captured{} : std::move(contents.articles.front());
}
bool has(const std::vector<std::string>& list, const std::string& part) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& s) { return s.find(part) != std::string::npos; });
}
using Strings = std::vector<std::string>;

} // namespace

class ContainersTest : public QObject {
    Q_OBJECT
private slots:
    void zip();
    void bombs();
    void gzip();
    void webArchive_data();
    void webArchive();
    void webArchiveCut();
    void bundle();
    void rss();
    void atom();
    void feedsThatDoNotHold();
    void newsItems();
    void nitf();
    void ninjs();
    void jsonLines();
    void jsonLists();
    void table_data();
    void table();
    void tableDetails();
    void mail();
    void mailbox();
    void savedPage();
    void stops();
    void theSamePartTwice();
};

void ContainersTest::zip() {
    const std::string bytes = made::zip({{"a.txt", one},
                                         {"sub/", ""},
                                         {"../../etc/b.html", "<html><body><p>" + two + "</p></body></html>"},
                                         {"c.png", "\x89PNG\r\n"},
                                         {"__MACOSX/._a.txt", "x"},
                                         {"d.docx", "no Word document"},
                                         {"e.sqlite", std::string("SQLite format 3\0", 16)},
                                         {"in.zip", made::zip({{"f.txt", "Words within."}})}});
    const Strings found = all(bytes, "/tmp/pack.zip");
    QCOMPARE(found.size(), std::size_t{5});
    QCOMPARE(found[0], one);
    QCOMPARE(found[1], two + "\n");
    QCOMPARE(found[2], std::string("no Word document"));
    QVERIFY(found[3].starts_with("REFUSED /tmp/pack.zip › e.sqlite: this is a database"));
    QCOMPARE(found[4], std::string("Words within."));
    const intake::Contents contents = intake::read(bytes, "/tmp/pack.zip");
    QCOMPARE(contents.articles[1].edit.article.fileName, std::string("pack.zip › b.html"));
    QCOMPARE(contents.articles[3].edit.article.fileName, std::string("pack.zip › in.zip › f.txt"));
    QCOMPARE(contents.articles[0].edit.bytes, one); // the capture is the member as it was packed
    QCOMPARE(all(made::zip({}), "a.zip"),
             (Strings{"REFUSED a.zip: there are no articles in it; check that it is the right archive."}));
    QVERIFY(has(all(bytes.substr(0, bytes.size() - 30), "a.zip"), "damaged or cut short"));
    // One article only: the window and the command line take it as one.
    QVERIFY(std::holds_alternative<intake::Captured>(intake::fromBytes(made::zip({{"a.txt", one}}), "a.zip")));
    const auto several = intake::fromBytes(bytes, "a.zip");
    QVERIFY(std::get<intake::Refusal>(several).message.find("it holds 4 articles") != std::string::npos);
}

void ContainersTest::bombs() {
    const std::string zeros(50u << 20, '0');
    const Strings flat = all(made::zip({{"a.txt", zeros}, {"b.txt", one}}), "bomb.zip");
    QCOMPARE(flat.size(), std::size_t{1});
    QVERIFY2(flat[0].find("bomb.zip › a.txt: it unpacks to more than 200 times its size") != std::string::npos,
             flat[0].c_str());
    QVERIFY(has(all(made::gzipped(zeros), "bomb.gz"), "it unpacks to more than 300 times its size"));
    std::string nested = one;
    for (int i = 0; i < 8; ++i)
        nested = made::zip({{"a.zip", nested}});
    const Strings deep = all(nested, "deep.zip");
    QCOMPARE(deep.size(), std::size_t{1});
    QVERIFY2(deep[0].find("archives within archives, more than 3 deep") != std::string::npos, deep[0].c_str());
}

void ContainersTest::gzip() {
    QCOMPARE(all(made::gzipped(one), "a.txt.gz"), (Strings{one}));
    QCOMPARE(first(made::gzipped(one), "a.txt.gz").edit.article.fileName, std::string("a.txt"));
    QCOMPARE(all(made::gzipped(one) + made::gzipped(two), "a.gz"), (Strings{one + two}));
    QVERIFY(has(all(made::gzipped(one).substr(0, 60), "a.gz"), "this gzip file is damaged or cut short"));
    QVERIFY(has(all("\x1F\x8Bxxxxxxxxxxxxxx", "a.gz"), "damaged"));
}

namespace {
const std::string article =
    "<html><head><title>Three plants burn in Kayes</title></head><body><nav><a href=/>Home</a></nav><article><p>" +
    one + "</p><p>" + two + "</p></article></body></html>";
std::string archiveOf(bool packed) {
    const std::vector<std::string> records = {
        made::warcRecord("warcinfo", "", "application/warc-fields", "software: x\r\n"),
        made::warcPage("https://kayes.example.org/a", article),
        made::warcRecord("request", "https://kayes.example.org/a", "application/http", "GET /a HTTP/1.1\r\n\r\n"),
        made::warcPage("https://kayes.example.org/frame", "<html><body><p>Buy now.</p></body></html>"),
        made::warcRecord("response", "https://kayes.example.org/gone", "application/http",
                         "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + article),
        made::warcPage("https://kayes.example.org/b",
                       "10\r\n" + article.substr(0, 16) + "\r\n" +
                           QString::number(article.size() - 16 + 1, 16).toStdString() + "\r\n" + article.substr(16) +
                           "\n\r\n0\r\n\r\n",
                       "Transfer-Encoding: chunked\r\n"),
        made::warcPage("https://kayes.example.org/c", made::gzipped(article + "<!-- c -->"),
                       "Content-Encoding: gzip\r\n"),
        made::warcRecord("response", "dns:kayes.example.org", "text/dns", "127.0.0.1"),
        made::warcRecord("conversion", "https://kayes.example.org/d", "text/plain", two)};
    std::string out;
    for (const std::string& record : records)
        out += packed ? made::gzipped(record) : record;
    return out;
}
} // namespace

void ContainersTest::webArchive_data() {
    QTest::addColumn<bool>("packed");
    QTest::newRow("plain") << false;
    QTest::newRow("packed") << true;
}
void ContainersTest::webArchive() {
    QFETCH(bool, packed);
    const intake::Contents contents = intake::read(archiveOf(packed), packed ? "crawl.warc.gz" : "crawl.warc");
    QVERIFY2(contents.refusals.empty(), contents.refusals.empty() ? "" : contents.refusals[0].message.c_str());
    QCOMPARE(contents.articles.size(), std::size_t{4});
    const auto& a = contents.articles[0].edit;
    QCOMPARE(a.bytes, article); // as the server sent it
    QCOMPARE(a.article.text.get(), "Three plants burn in Kayes\n\n" + one + "\n\n" + two + "\n");
    QCOMPARE(a.article.info.url, std::string("https://kayes.example.org/a"));
    QCOMPARE(a.article.info.publisher, std::string("kayes.example.org"));
    QCOMPARE(a.article.capturedAt, std::string("2026-01-14T07:30:00Z"));
    QCOMPARE(contents.articles[1].edit.bytes, article + "\n");
    QCOMPARE(contents.articles[2].edit.bytes, article + "<!-- c -->");
    QCOMPARE(contents.articles[3].edit.article.text.get(), two);
    QCOMPARE(contents.articles[3].edit.article.info.url, std::string("https://kayes.example.org/d"));
}
void ContainersTest::webArchiveCut() {
    for (const bool packed : {false, true}) {
        const std::string bytes = archiveOf(packed);
        const Strings found = all(bytes.substr(0, bytes.size() - 40), "crawl.warc");
        QVERIFY(found.size() >= 3); // what came before was taken
        QVERIFY2(found.back().find("this web archive is damaged or cut short behind record") != std::string::npos,
                 found.back().c_str());
    }
    QVERIFY(has(all(made::warcPage("https://x.example.org/", "<p>Hi.</p>"), "a.warc"),
                "no page with an article's text is in this web archive (1 record)"));
    QVERIFY(has(all("WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\nx", "a.warc"), "damaged or cut short"));
    QVERIFY(has(all("WARC/1.0\r\nContent-Length: x\r\n\r\nx", "a.warc"), "damaged or cut short"));
}

void ContainersTest::bundle() {
    const std::string bytes = made::zip({{"datapackage.json", "{}"},
                                         {"pages/pages.jsonl", "{}"},
                                         {"archive/data.warc.gz", archiveOf(true)},
                                         {"indexes/index.cdx", "x"}});
    QCOMPARE(intake::read(bytes, "a.wacz").articles.size(), std::size_t{4});
    QVERIFY(intake::read(bytes, "a.wacz").refusals.empty());
}

void ContainersTest::rss() {
    const std::string feed =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"c\" "
        "xmlns:dc=\"d\"><channel><title>Kayes Post</title><language>en-gb</language>"
        "<item><title>Plants &amp; mills burn</title><link>https://kayes.example.org/a</link><pubDate>Tue, 13 Jan 2026 "
        "10:12:00 +0100</pubDate><dc:creator>Ada Diallo</dc:creator>"
        "<description>short</description><content:encoded><![CDATA[<p>" +
        one + "</p><p>" + two +
        "</p>]]></content:encoded></item>"
        "<item><title><![CDATA[Second]]></title><guid>https://kayes.example.org/b</guid><description>&lt;p&gt;Only a "
        "&lt;b&gt;teaser&lt;/b&gt;.&lt;/p&gt;</description></item>"
        "<item><title>Third, a headline only</title></item></channel></rss>";
    const intake::Contents contents = intake::read(feed, "feed.xml");
    QVERIFY(contents.refusals.empty());
    QCOMPARE(contents.articles.size(), std::size_t{3});
    const auto& a = contents.articles[0].edit;
    QCOMPARE(a.article.text.get(), "Plants & mills burn\n\n" + one + "\n\n" + two + "\n");
    QCOMPARE(a.article.info.title, std::string("Plants & mills burn"));
    QCOMPARE(a.article.info.published, std::string("2026-01-13T10:12+01:00"));
    QCOMPARE(a.article.info.url, std::string("https://kayes.example.org/a"));
    QCOMPARE(a.article.info.publisher, std::string("Kayes Post"));
    QCOMPARE(a.article.info.language, std::string("en-gb"));
    QCOMPARE(a.article.author, std::string("Ada Diallo"));
    QVERIFY(a.bytes.starts_with("<item><title>Plants") && a.bytes.ends_with("</content:encoded></item>"));
    QVERIFY(feed.find(a.bytes) != std::string::npos); // exactly as it stands there
    QCOMPARE(contents.articles[1].edit.article.text.get(), std::string("Second\n\nOnly a teaser.\n"));
    QCOMPARE(contents.articles[1].remarks, (Strings{"the feed may give its first lines only"}));
    QCOMPARE(contents.articles[2].remarks, (Strings{"the feed gives its headline only"}));
    QCOMPARE(contents.articles[0].edit.article.fileName, std::string("feed.xml › entry 1"));
}

void ContainersTest::atom() {
    const std::string feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title>Le "
                             "Fleuve</title><entry><title type=\"html\">Trois &amp;amp; quatre</title>"
                             "<link rel=\"self\" href=\"https://f.example.org/x.atom\"/><link "
                             "href=\"https://f.example.org/a\"/><published>2026-01-13T08:10:00Z</"
                             "published><updated>2026-01-13T12:00:00Z</updated>"
                             "<author><name>Awa Traoré</name></author><content type=\"xhtml\"><div><p>" +
                             one + "</p></div></content></entry></feed>";
    const intake::Captured found = first(feed, "a.atom");
    QCOMPARE(found.edit.article.text.get(), "Trois & quatre\n\n" + one + "\n");
    QCOMPARE(found.edit.article.info.url, std::string("https://f.example.org/a"));
    QCOMPARE(found.edit.article.info.publisher, std::string("Le Fleuve"));
    QCOMPARE(found.edit.article.info.published, std::string("2026-01-13T08:10Z"));
    QCOMPARE(found.edit.article.modified, std::string("2026-01-13T12:00Z"));
    QCOMPARE(found.edit.article.info.language, std::string("fr"));
    QCOMPARE(found.edit.article.author, std::string("Awa Traoré"));
}

void ContainersTest::feedsThatDoNotHold() {
    // Entities of its own are never expanded.
    const std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b "
                             "\"&a;&a;\">]><rss><channel><item><title>T &b; "
                             "t</title><description>words</description></item></channel></rss>";
    QCOMPARE(all(bomb, "a.rss"), (Strings{"T &b; t\n\nwords\n"}));
    const std::string cut =
        "<rss><channel><title>x</title><item><title>A</title><description>One.</description></item><item><title>B</ti";
    const Strings found = all(cut, "a.rss");
    QCOMPARE(found.size(), std::size_t{2});
    QVERIFY(found[1].find("it ends in the middle: what came before was taken") != std::string::npos);
    QCOMPARE(all("<rss><channel><item><title>caf&eacute; &#233; &nope;</title></item></channel></rss>", "a.rss"),
             (Strings{"café é &nope;\n"}));
}

void ContainersTest::newsItems() {
    const auto item = [](const std::string& content) {
        return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\" version=\"2\" "
               "xml:lang=\"en\"><itemMeta><provider><name>Wamaps</name></"
               "provider><versionCreated>2026-01-13T12:00:00+00:00</versionCreated></itemMeta>"
               "<contentMeta><contentCreated>2026-01-13T08:10:00+00:00</contentCreated><by>Ada "
               "Diallo</by><headline>Plants burn</headline><language tag=\"en-GB\"/></contentMeta><contentSet>" +
               content + "</contentSet></newsItem>";
    };
    const std::string page = item("<inlineXML contenttype=\"application/xhtml+xml\"><html "
                                  "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body><p>" +
                                  one + "</p></body></html></inlineXML>");
    const intake::Captured found = first("<?xml version=\"1.0\"?>" + page, "a.xml");
    QCOMPARE(found.edit.article.text.get(), "Plants burn\n\n" + one + "\n");
    QCOMPARE(found.edit.article.info.publisher, std::string("Wamaps"));
    QCOMPARE(found.edit.article.info.published, std::string("2026-01-13T08:10+00:00"));
    QCOMPARE(found.edit.article.modified, std::string("2026-01-13T12:00+00:00"));
    QCOMPARE(found.edit.article.info.language, std::string("en-GB"));
    QCOMPARE(found.edit.bytes, "<?xml version=\"1.0\"?>" + page); // a file with one item is its capture
    const Strings message =
        all("<newsMessage><itemSet>" + page + item("<inlineData contenttype=\"text/plain\">" + two + "</inlineData>") +
                item("<remoteContent href=\"http://x/a.txt\"/>") + "</itemSet></newsMessage>",
            "m.xml");
    QCOMPARE(message.size(), std::size_t{3});
    QCOMPARE(message[1], "Plants burn\n\n" + two + "\n");
    QVERIFY(message[2].find(
                "only an address from which to fetch it (nothing is fetched); ask for the item with its text") !=
            std::string::npos);
}

void ContainersTest::nitf() {
    const intake::Captured found =
        first("<nitf><head><docdata><date.issue "
              "norm=\"20260113T081000Z\"/></docdata></head><body><body.head><hedline><hl1>Plants burn</hl1><hl2>Three "
              "missing</hl2></hedline><byline>Ada Diallo</byline></body.head><body.content><p>" +
                  one + "</p><p>" + two + "</p></body.content></body></nitf>",
              "a.xml");
    QCOMPARE(found.edit.article.text.get(), "Plants burn\n\nThree missing\n\n" + one + "\n\n" + two + "\n");
    QCOMPARE(found.edit.article.info.title, std::string("Plants burn"));
    QCOMPARE(found.edit.article.info.published, std::string("2026-01-13T08:10Z"));
}

void ContainersTest::ninjs() {
    const std::string old =
        "{\"uri\":\"https://w.example.org/1\",\"type\":\"text\",\"headline\":\"Plants "
        "burn\",\"versioncreated\":\"2026-01-13T12:00:00Z\",\"firstcreated\":\"2026-01-13T08:10:00Z\",\"language\":"
        "\"en\",\"byline\":\"Ada Diallo\",\"source\":\"Wamaps\",\"body_html\":\"<p>" +
        one + "</p><p>" + two + "</p>\",\"body_text\":\"x\"}";
    const intake::Captured found = first(old, "a.json");
    QCOMPARE(found.edit.article.text.get(), "Plants burn\n\n" + one + "\n\n" + two + "\n");
    QCOMPARE(found.edit.article.info.publisher, std::string("Wamaps"));
    QCOMPARE(found.edit.article.info.published, std::string("2026-01-13T08:10Z"));
    QCOMPARE(found.edit.article.modified, std::string("2026-01-13T12:00Z"));
    QCOMPARE(found.edit.article.author, std::string("Ada Diallo"));
    QCOMPARE(found.edit.bytes, old);
    const intake::Captured now = first("{\"uri\":\"urn:1\",\"headlines\":[{\"role\":\"main\",\"value\":\"Plants "
                                       "burn\"}],\"bodies\":[{\"contenttype\":\"text/plain\",\"value\":\"" +
                                           one + "\"}]}",
                                       "a.json");
    QCOMPARE(now.edit.article.text.get(), "Plants burn\n\n" + one + "\n");
}

void ContainersTest::jsonLines() {
    const std::string lines =
        "{\"id\":\"a\",\"title\":\"Plants "
        "burn\",\"text\":\"One.\\nTwo.\",\"published\":\"2026-01-13\",\"publisher\":\"Wamaps\",\"url\":\"https://"
        "w.example.org/1\",\"language\":\"en\"}\n\n{\"text\":\"Three.\"}\n{\"id\":3}\n{broken\n{\"body\":\"Four.\"}\n";
    const Strings found = all(lines, "a.jsonl");
    QCOMPARE(found.size(), std::size_t{5});
    QCOMPARE(found[0], std::string("Plants burn\n\nOne.\nTwo.\n"));
    QVERIFY2(found[2].starts_with("REFUSED a.jsonl › line 4: none of its members is an article's text; it has “id”;"),
             found[2].c_str());
    QVERIFY2(found[3].starts_with("REFUSED a.jsonl › line 5: this is not JSON, byte"), found[3].c_str());
    QCOMPARE(found[4], std::string("Four.\n"));
    const intake::Captured a = first(lines, "a.jsonl");
    QCOMPARE(a.edit.article.info.publisher, std::string("Wamaps"));
    QCOMPARE(a.edit.article.info.published, std::string("2026-01-13"));
    QCOMPARE(a.edit.bytes, lines.substr(0, lines.find('\n')));
}

void ContainersTest::jsonLists() {
    const std::string list = "[ {\"text\":\"One ] } , \\\"x\\\".\"} ,\n {\"headline\":\"H\",\"content\":\"Two.\"}, 7]";
    const intake::Contents contents = intake::read(list, "a.json");
    QCOMPARE(contents.articles.size(), std::size_t{2});
    QCOMPARE(contents.articles[0].edit.bytes, std::string("{\"text\":\"One ] } , \\\"x\\\".\"}")); // byte for byte
    QCOMPARE(contents.articles[1].edit.article.text.get(), std::string("H\n\nTwo.\n"));
    QCOMPARE(contents.refusals.size(), std::size_t{1});
    QCOMPARE(all("{\"status\":\"ok\",\"total\":[1],\"articles\":[{\"text\":\"One.\",\"source\":{\"id\":null,\"name\":"
                 "\"Wamaps\"}}]}",
                 "a.json"),
             (Strings{"One.\n"}));
    QCOMPARE(first("{\"articles\":[{\"text\":\"One.\",\"source\":{\"name\":\"Wamaps\"}}]}", "a.json")
                 .edit.article.info.publisher,
             std::string("Wamaps"));
    QVERIFY(has(all("{\"articles\":[]}", "a.json"), "the list is empty"));
}

void ContainersTest::table_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<Strings>("found");
    const auto row = [](const char* what, const char* bytes, const char* name, const Strings& found) {
        QTest::newRow(what) << std::string(bytes) << std::string(name) << found;
    };
    row("commas", "title,text\nPlants burn,\"One, two.\"\nB,Three.\n", "a.csv",
        {"Plants burn\n\nOne, two.\n", "B\n\nThree.\n"});
    row("semicolons and CRLF", "Titre;Texte\r\nA;Un.\r\n", "a.csv", {"A\n\nUn.\n"});
    row("tabs", "headline\tbody\nA\tOne.\n", "a.tsv", {"A\n\nOne.\n"});
    row("quotes and lines in a field", "text,url\n\"She said \"\"no\"\".\n\nThen she left.\",https://x.example.org/1\n",
        "a.csv", {"She said \"no\".\n\nThen she left.\n"});
    row("a mark in front", "\xEF\xBB\xBFtext,title\nOne.,A\n", "a.csv", {"A\n\nOne.\n"});
    row("Excel says its delimiter", "sep=|\ntext|title\nOne.|A\n", "a.csv", {"A\n\nOne.\n"});
    row("under a false name", "title,text\nA,One.\n", "a.txt", {"A\n\nOne.\n"});
    row("the better of two columns", "summary,content,fulltext\ns,Short.,Long.\n", "a.csv", {"Long.\n"});
    row("a row without text", "title,text\nA,\nB,Two.\n", "a.csv",
        {"REFUSED a.csv › line 2: there is no text in it; add the article's text, or leave it out.", "B\n\nTwo.\n"});
    row("a quote that stays open", "title,text\nA,\"One.\nB,Two.\n", "a.csv",
        {"REFUSED a.csv › line 2: a quotation mark that opens here is never closed; mend it, or save the table "
         "again."});
    row("no rows", "title,text\n", "a.csv",
        {"REFUSED a.csv: this table has no rows behind its first line; check that it was saved."});
    row("prose with commas is no table", "Plants burn, they said\nNobody, it seems, came.\n", "a.txt",
        {"Plants burn, they said\nNobody, it seems, came.\n"});
}
void ContainersTest::table() {
    QFETCH(std::string, bytes);
    QFETCH(std::string, name);
    QFETCH(Strings, found);
    QCOMPARE(all(bytes, name), found);
}
void ContainersTest::tableDetails() {
    const intake::Captured found =
        first("text,Published At,source_name,URL,lang,x\nOne.,2026-01-13 08:10,Wamaps,https://w.example.org/1,en,7\n",
              "a.csv");
    QCOMPARE(found.edit.article.info.published, std::string("2026-01-13T08:10"));
    QCOMPARE(found.edit.article.info.publisher, std::string("Wamaps"));
    QCOMPARE(found.edit.article.info.url, std::string("https://w.example.org/1"));
    QCOMPARE(found.edit.article.info.language, std::string("en"));
    QCOMPARE(found.edit.bytes, std::string("One.,2026-01-13 08:10,Wamaps,https://w.example.org/1,en,7"));
    QVERIFY(has(first("text,date\nOne.,soon\n", "a.csv").remarks, "its date is not clear: “soon”"));
}

void ContainersTest::mail() {
    const std::string words = one + "\n\n" + two + "\n";
    const std::string plain =
        "From: =?UTF-8?Q?Pr=C3=A9fecture_de_Kayes?= <press@kayes.example.org>\r\nTo: desk@x\r\nSubject: "
        "=?UTF-8?B?VHJvaXMgdXNpbmVzIGJyw7tsZW50?=\r\nDate: Tue, 13 Jan 2026 10:12:00 +0100\r\nMessage-ID: "
        "<1@x>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
        words;
    const intake::Captured found = first(plain, "a.eml");
    QCOMPARE(QString::fromStdString(found.edit.article.text.get()),
             QString::fromStdString("Trois usines brûlent\n\n" + one + "\n\n" + two + "\n"));
    QCOMPARE(found.edit.article.info.title, std::string("Trois usines brûlent"));
    QCOMPARE(found.edit.article.info.publisher, std::string("Préfecture de Kayes"));
    QCOMPARE(found.edit.article.info.published, std::string("2026-01-13T10:12+01:00"));
    QCOMPARE(found.edit.bytes, plain);

    const auto multi = [&](const std::string& parts, const std::string& type = "multipart/mixed") {
        return "From: a@x.example.org\nMessage-ID: <1@x>\nSubject: Papers\nMIME-Version: 1.0\nContent-Type: " + type +
               "; boundary=b\n\n" + parts + "--b--\n";
    };
    const auto part = [](const std::string& head, const std::string& body2) {
        return "--b\n" + head + "\n\n" + body2 + "\n";
    };
    const std::string attached = part(
        "Content-Type: text/plain; name=\"note.txt\"\nContent-Disposition: attachment; filename*=utf-8''n%C3%B4te.txt",
        two);
    const intake::Contents both = intake::read(
        multi(part("Content-Type: text/plain", words) + attached + part("Content-Type: image/png", "x")), "a.eml");
    QCOMPARE(both.articles.size(), std::size_t{2});
    QCOMPARE(both.articles[1].edit.article.fileName, std::string("a.eml › nôte.txt"));
    QCOMPARE(both.articles[1].edit.bytes, two);
    QCOMPARE(both.articles[0].remarks, (Strings{"1 picture or the like left out"}));
    // A cover note only brings what is attached.
    QCOMPARE(all(multi(part("Content-Type: text/plain", "See attached.") + attached), "a.eml"), (Strings{two}));
    QCOMPARE(all(multi(part("Content-Type: text/plain", "Short.")), "a.eml"), (Strings{"Papers\n\nShort.\n"}));
    QCOMPARE(all(multi(part("Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
                            "<p>Caf=E9 <script>x</script></p>"),
                       "multipart/alternative"),
                 "a.eml"),
             (Strings{"Papers\n\nCafé\n"}));
    QVERIFY(has(all(multi(part("Content-Type: application/pgp-encrypted", "Version: 1"),
                          "multipart/encrypted; protocol=\"application/pgp-encrypted\""),
                    "a.eml"),
                "this mail is encrypted; decrypt it"));
    const Strings flowed = all("Message-ID: <1@x>\nMIME-Version: 1.0\nSubject: s\nContent-Type: text/plain; "
                               "format=flowed\n\nOne line \ngoes on.\nNext.\n",
                               "a.eml");
    QCOMPARE(flowed, (Strings{"s\n\nOne line goes on.\nNext.\n"}));
}

void ContainersTest::mailbox() {
    const std::string box =
        "From a@x Tue Jan 13 10:12:00 2026\nMessage-ID: <1@x>\nMIME-Version: 1.0\nSubject: A\n\nOne.\n\nFrom b@x Tue "
        "Jan 13 10:13:00 2026\nMessage-ID: <2@x>\nMIME-Version: 1.0\nSubject: B\n\nTwo.\n";
    QCOMPARE(all(box, "in.mbox"), (Strings{"A\n\nOne.\n", "B\n\nTwo.\n"}));
}

void ContainersTest::savedPage() {
    const std::string saved =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://kayes.example.org/a\r\nSubject: Three plants "
        "burn\r\nDate: Wed, 14 Jan 2026 07:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        "type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\nContent-Location: "
        "https://kayes.example.org/a\r\n\r\n<html><body><nav>Menu</nav><article><p>" +
        one +
        "</p><p>=E2=80=9CNo,=E2=80=9D she said, and she went away from "
        "there.</p></article></body></html>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n";
    const intake::Captured found = first(saved, "a.mhtml");
    QCOMPARE(
        QString::fromStdString(found.edit.article.text.get()),
        QString::fromStdString("Three plants burn\n\n" + one + "\n\n“No,” she said, and she went away from there.\n")
            .mid(QString("Three plants burn\n\n").size()));
    QCOMPARE(found.edit.article.info.url, std::string("https://kayes.example.org/a"));
    QCOMPARE(found.edit.article.capturedAt, std::string("2026-01-14T07:30:00Z"));
    QCOMPARE(found.edit.bytes, saved);
}

void ContainersTest::stops() {
    std::vector<made::Member> members;
    for (int i = 0; i < 50; ++i)
        members.push_back({"a" + std::to_string(i) + ".txt", "Words " + std::to_string(i)});
    std::stop_source stop;
    intake::Options options;
    options.stop = stop.get_token();
    std::size_t told = 0, taken = 0;
    options.progress = [&](std::size_t done, std::size_t total, const std::string&) {
        ++told;
        QCOMPARE(total, std::size_t{50});
        QVERIFY(done < total);
    };
    QVERIFY(!intake::readBytes(made::zip(members), "a.zip", options, [&](intake::Taken&&) {
        if (++taken == 7)
            stop.request_stop();
        return true;
    }));
    QCOMPARE(taken, std::size_t{7});
    QVERIFY(told >= 7);
    taken = 0;
    intake::readBytes(made::zip(members), "a.zip", {}, [&](intake::Taken&&) { return ++taken < 3; });
    QCOMPARE(taken, std::size_t{3});
}

void ContainersTest::theSamePartTwice() {
    const auto id = [](const std::string& bytes, const std::string& name) {
        return first(bytes, name).edit.article.id.sha256;
    };
    QCOMPARE(id(made::zip({{"a.txt", one}}), "a.zip"), id(one, "b.txt"));
    QCOMPARE(id(made::gzipped(one), "a.gz"), id(one, "b.txt"));
}

QTEST_GUILESS_MAIN(ContainersTest)
#include "tst_containers.moc"
