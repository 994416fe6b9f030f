// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages: which of their words are the article, what they say of it, and pages that want to wear the parser out.
#include "core/intake/htmlguard.h"
#include "core/intake/page.h"
#include "core/intake/pagetree.h"
#include "core/intake/pagewords.h"

#include <QTest>

using namespace countercheck::intake;

namespace {

Document page(const std::string& html, const std::string& url = {}, const std::string& charset = {}) {
    PageHints hints;
    hints.url = url;
    hints.charset = charset;
    auto converted = readPage(html, hints);
    if (auto* fault = std::get_if<Fault>(&converted))
        return {.text = "FAULT: " + fault->what};
    return std::get<Document>(std::move(converted));
}

const std::string one = "Nearly 160 armed men on motorbikes raided three plants along the river road before dawn on "
                        "Sunday, the governor said.";
const std::string two = "They set fire to a cement works, a sugar mill and a depot, and took at least three people "
                        "with them, he told reporters.";
const std::string three = "The army said that it had sent helicopters, and that the road was open again by noon.";
const std::string body = "<p>" + one + "</p><p>" + two + "</p><p>" + three + "</p>";
const std::string bodyText = one + "\n\n" + two + "\n\n" + three + "\n";

struct Row {
    const char* what;
    std::string html;
    std::string text; ///< all of it
};

} // namespace

class PageTest : public QObject {
    Q_OBJECT
private slots:
    void mainText_data();
    void mainText() {
        QFETCH(std::string, html);
        QFETCH(std::string, text);
        QCOMPARE(QString::fromStdString(page(html).text), QString::fromStdString(text));
    }
    void metadata();
    void dataInTheirOrder();
    void articleBodyOnly();
    void articleBodyFinds();
    void apartIsKept();
    void encodings();
    void addresses();
    void titles_data();
    void titles() {
        QFETCH(std::string, head);
        QFETCH(std::string, title);
        QCOMPARE(page("<html><head>" + head + "</head><body>" + body + "</body></html>").info.title, title);
    }
    void withoutText();
    void subscribers();
    void roles_data();
    void roles() {
        QFETCH(std::string, words);
        QFETCH(int, bits);
        QCOMPARE(int(pageRoles(words)), bits);
    }
    void guard_data();
    void guard();
    void guardLeavesPagesAlone();
    void feedText();
    void fragments_data();
    void fragments();
};

void PageTest::mainText_data() {
    QTest::addColumn<std::string>("html");
    QTest::addColumn<std::string>("text");
    const std::vector<Row> rows = {
        {"bare paragraphs", body, bodyText},
        {"an article",
         "<body><nav><a href=/>Home</a></nav><article><h1>Three plants burn in Kayes</h1>" + body + "</article></body>",
         "Three plants burn in Kayes\n\n" + bodyText},
        {"a standfirst between headline and text",
         "<h1>Three plants burn in Kayes</h1><p class=\"chapo\">Three are missing</p><div class=body>" + body +
             "</div>",
         "Three plants burn in Kayes\n\nThree are missing\n\n" + bodyText},
        {"byline and date are no text",
         "<article><h1>Three plants burn in Kayes</h1><p>By Ada Diallo</p><p>13 January 2026</p>" + body + "</article>",
         "Three plants burn in Kayes\n\n" + bodyText},
        {"comments, however long",
         "<article>" + body + "</article><div id=\"comments\"><p>" + one + "</p><p>" + two + " I was there.</p><p>" +
             three + " We saw it, too.</p></div>",
         bodyText},
        {"teasers in an aside", "<main>" + body + "<aside><p>" + one + "</p></aside></main>", bodyText},
        {"a class that names what is beside",
         "<article class=\"story has-sidebar with-comments\">" + body + "</article>", bodyText},
        {"a wrapper that is called like furniture", "<div class=\"widget\">" + body + "</div>", bodyText},
        {"captions", "<article>" + body + "<figure><img><figcaption>" + one + "</figcaption></figure></article>",
         bodyText},
        {"short paragraphs of the text stay",
         "<article><p>" + one + "</p><p>He is safe.</p><p>" + two + "</p></article>",
         one + "\n\nHe is safe.\n\n" + two + "\n"},
        {"quotations stay",
         "<article><p>" + one + "</p><blockquote>“Nobody came,” she said.</blockquote><p>" + two + "</p></article>",
         one + "\n\n“Nobody came,” she said.\n\n" + two + "\n"},
        {"subheadings stay, those behind the text go",
         "<article><p>" + one + "</p><h2>A long night</h2><p>" + two + "</p><h2>Most read</h2></article>",
         one + "\n\nA long night\n\n" + two + "\n"},
        {"lines of links go",
         "<article><p>" + one + "</p><p><a href=x>Read: what we know of the blockade of the river road</a></p><p>" +
             two + "</p></article>",
         one + "\n\n" + two + "\n"},
        {"links in the text stay",
         "<article><p>" + one +
             "</p><p>The <a href=x>governor</a> said that four people had come back on Monday, alive.</p></article>",
         one + "\n\nThe governor said that four people had come back on Monday, alive.\n"},
        {"parts in boxes of their own",
         "<div id=w><div><p>" + one +
             "</p></div><div class=ad><p>Buy, buy, buy: a new car, now, today, cheap as never "
             "before.</p></div><div><p>" +
             two + "</p></div><div><p>" + three + "</p></div></div>",
         bodyText},
        {"breaks instead of paragraphs",
         "<div class=\"article-body\">" + one + "<br><br>" + two + "<br/>\n<br/>" + three + "</div>", bodyText},
        {"layout by tables",
         "<table><tr><td><a href=/>Home</a> <a href=/b>News</a></td><td>" + body + "</td></tr></table>", bodyText},
        {"a table of figures",
         "<article>" + body +
             "<table><tr><th>Plant</th><th>Missing</th></tr><tr><td>Cement works</td><td>2</td></tr></table></article>",
         bodyText.substr(0, bodyText.size() - 1) + "\n\nPlant\tMissing\n\nCement works\t2\n"},
        {"hidden parts and scripts",
         "<article>" + body + "<p style=\"display: none\">" + one + "</p><p hidden>" + two +
             "</p><script>var p='<p>';</script><template><p>" + one + "</p></template></article>",
         bodyText},
        {"entities",
         "<article><p>“Nobody came,” she said&nbsp;&ndash; &eacute;t&eacute;, caf&#233;, &#x201C;x&#x201D;, R&amp;D, "
         "and all of that again.</p></article>",
         "“Nobody came,” she said\xC2\xA0– été, café, “x”, R&D, and all of that again.\n"},
        {"words in pieces",
         "<p><b>N</b>early 160 men<sup class=\"reference\"><a href=\"#n\">[1]</a></sup> came, and they took three "
         "people with them, he said.</p>",
         "Nearly 160 men came, and they took three people with them, he said.\n"},
        {"soft hyphens",
         "<p>They came to the ce\xC2\xADment works, they burned it, and they left before the army came.</p>",
         "They came to the cement works, they burned it, and they left before the army came.\n"},
    };
    for (const Row& row : rows)
        QTest::newRow(row.what) << row.html << row.text;
}

void PageTest::metadata() {
    const std::string html =
        "<!doctype html><html lang=\"fr-FR\"><head><meta charset=utf-8><title>Trois usines brûlent | Le Fleuve</title>"
        "<link rel=canonical href=\"https://www.fleuve.example.org/a/1\">"
        "<meta property=\"og:site_name\" content=\"Le Fleuve\"><meta property=\"og:title\" content=\"Trois usines "
        "brûlent - Le Fleuve\">"
        "<meta property=\"article:published_time\" content=\"2026-01-13T08:10:00+01:00\">"
        "<meta property=\"article:modified_time\" content=\"2026-01-13T12:00:00+01:00\">"
        "<meta name=\"author\" content=\"Awa Traoré\"></head><body>" +
        body + "</body></html>";
    const Document found = page(html);
    QCOMPARE(found.info.title, std::string("Trois usines brûlent"));
    QCOMPARE(found.info.publisher, std::string("Le Fleuve"));
    QCOMPARE(found.info.published, std::string("2026-01-13T08:10+01:00"));
    QCOMPARE(found.modified, std::string("2026-01-13T12:00+01:00"));
    QCOMPARE(found.info.url, std::string("https://www.fleuve.example.org/a/1"));
    QCOMPARE(found.info.language, std::string("fr-FR"));
    QCOMPARE(found.author, std::string("Awa Traoré"));
    // Nothing is guessed: a page that says nothing gives nothing.
    const Document silent = page("<html><body>" + body + "</body></html>");
    QVERIFY(silent.info.title.empty());
    QVERIFY(silent.info.publisher.empty());
    QVERIFY(silent.info.published.empty());
    QVERIFY(silent.author.empty());
}

void PageTest::dataInTheirOrder() {
    const std::string head =
        "<html><head><meta property=\"og:site_name\" content=\"Site\"><meta name=\"DC.date\" content=\"2020-01-01\">"
        "<script "
        "type=\"application/ld+json\">{\"@context\":\"https://"
        "schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
        "{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Kayes Post\"},"
        "{\"@type\":[\"NewsArticle\"],\"headline\":\"Plants &amp; mills burn\",\"datePublished\":\"2026-01-13\","
        "\"author\":[{\"name\":\"Ada Diallo\"},{\"name\":\"Moussa Keita\"}],\"publisher\":{\"@id\":\"#o\"}}]}</script>"
        "<script type=\"application/ld+json\">{ broken</script></head><body>";
    const Document found = page(head + body + "</body></html>");
    QCOMPARE(found.info.title, std::string("Plants & mills burn"));
    QCOMPARE(found.info.publisher, std::string("Kayes Post"));
    QCOMPARE(found.info.published, std::string("2026-01-13"));
    QCOMPARE(found.author, std::string("Ada Diallo, Moussa Keita"));
    const Document core =
        page("<html><head><meta name=\"DC.date.issued\" content=\"2026-01-12\"><meta name=\"DC.publisher\" "
             "content=\"Wamaps\"><meta name=\"DC.creator\" content=\"A. Diallo\"></head><body>" +
             body);
    QCOMPARE(core.info.published, std::string("2026-01-12"));
    QCOMPARE(core.info.publisher, std::string("Wamaps"));
    QCOMPARE(core.author, std::string("A. Diallo"));
    const Document time = page("<html><body><article><h1>Three plants burn in Kayes</h1><time "
                               "datetime=\"2026-01-13T08:10:00Z\">yesterday</time>" +
                               body);
    QCOMPARE(time.info.published, std::string("2026-01-13T08:10Z"));
}

void PageTest::articleBodyOnly() {
    const std::string data = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Three "
                             "plants burn\",\"articleBody\":\"" +
                             one + "\\n\\n" + two + "\\n" + three + "\"}</script>";
    const Document found = page(
        "<html><head>" + data +
        "</head><body><div id=app><p>This site needs a script to show you anything at all.</p></div></body></html>");
    QCOMPARE(QString::fromStdString(found.text), QString::fromStdString("Three plants burn\n\n" + bodyText));
    QVERIFY(!found.remarks.empty() && found.remarks.front().find("JSON-LD") != std::string::npos);
}

/// What the page's data gives as the body decides where several texts could be it.
void PageTest::articleBodyFinds() {
    std::string other;
    for (int i = 0; i < 12; ++i)
        other += "<p>A story of another day, number " + std::to_string(i) +
                 ", with many words, commas, and nothing of use to anybody here.</p>";
    const std::string data =
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"h\",\"articleBody\":\"" + one +
        " " + two + " " + three + "\"}</script>";
    const Document found = page(data + "<div id=a>" + other + "</div><div id=b>" + body + "</div>");
    QVERIFY(found.text.find(one + "\n\n" + two) != std::string::npos);
    QVERIFY(found.text.find("another day") == std::string::npos);
    const Document without = page("<div id=a>" + other + "</div><div id=b>" + body + "</div>");
    QVERIFY(without.text.find("another day") != std::string::npos);
}

void PageTest::apartIsKept() {
    const Document found = page("<nav><a href=/>Home</a></nav><article>" + body +
                                "</article><footer><p>All rights reserved.</p></footer>");
    QCOMPARE(found.apart, (std::vector<std::string>{"Home", "All rights reserved."}));
    QCOMPARE(found.remarks, (std::vector<std::string>{"2 pieces of page furniture set apart"}));
}

void PageTest::encodings() {
    const std::string latin = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Les \xE9l\xE8ves \x93sont\x94 "
                              "partis, dit-on, vers le fleuve avant l'aube, dimanche.</p></body>";
    const Document found = page(latin);
    QVERIFY2(found.text.find("Les élèves “sont” partis") == 0, found.text.c_str());
    QCOMPARE(found.encoding, std::string("windows-1252"));
    // The server's header counts more than the page; valid UTF-8 more than both.
    const std::string cyrillic =
        "<meta charset=utf-8><p>\xCF\xEE\xE6\xE0\xF0, \xCF\xEE\xE6\xE0\xF0, \xCF\xEE\xE6\xE0\xF0.</p>";
    QVERIFY(page(cyrillic, {}, "windows-1251").text.starts_with("Пожар, Пожар"));
    QVERIFY(page("<meta charset=iso-8859-1><p>été, et encore été.</p>").text.starts_with("été"));
}

void PageTest::addresses() {
    const auto url = [](const std::string& head, const std::string& from) {
        return page("<html><head>" + head + "</head><body>" + body, from).info.url;
    };
    QCOMPARE(url("<link rel=canonical href=\"/a\">", "https://x.example.org/b?c=d"),
             std::string("https://x.example.org/a"));
    QCOMPARE(url("", "https://x.example.org/b"), std::string("https://x.example.org/b"));
    QCOMPARE(url("<link rel=canonical href=\"javascript:alert(1)\">", "https://x.example.org/b"),
             std::string("https://x.example.org/b"));
    QCOMPARE(url("<link rel=canonical href=\"/a\">", ""), std::string());
    QCOMPARE(page("<!-- saved from url=(0029)https://x.example.org/news/12 -->\n<html><body>" + body).info.url,
             std::string("https://x.example.org/news/12"));
    const Document single =
        page("<!doctype html> <html><!--\n Page saved with SingleFile \n url: https://x.example.org/s \n"
             " saved date: Tue Jan 13 2026 10:12:00 GMT+0000 (x)\n--><body>" +
             body);
    QCOMPARE(single.info.url, std::string("https://x.example.org/s"));
}

void PageTest::titles_data() {
    QTest::addColumn<std::string>("head");
    QTest::addColumn<std::string>("title");
    QTest::newRow("site behind a bar")
        << std::string("<meta property=og:site_name content=Wamaps><title>Plants burn in Kayes | Wamaps</title>")
        << std::string("Plants burn in Kayes");
    QTest::newRow("a bar that belongs to it")
        << std::string("<meta property=og:site_name content=Wamaps><title>Plants burn | what we know</title>")
        << std::string("Plants burn | what we know");
    QTest::newRow("a dash that belongs to it")
        << std::string("<title>Plants burn – three missing</title>") << std::string("Plants burn – three missing");
    QTest::newRow("section and site") << std::string("<meta property=og:site_name content=\"Kayes Post\"><title>Plants "
                                                     "burn in Kayes - Kayes Post - Kayes Post</title>")
                                      << std::string("Plants burn in Kayes");
}

void PageTest::withoutText() {
    for (const char* html : {"", "<html></html>", "<html><body><script>x()</script></body>",
                             "<html><body><img src=a></body>", "<!doctype html><title>t</title>"})
        QVERIFY2(page(html).text.starts_with("FAULT: there is no text in this web page"), html);
    const Document menu =
        page("<html><body><ul><li><a href=a>One</a></li><li><a href=b>Two</a></li></ul></body></html>");
    QVERIFY(menu.doubtful);
    QCOMPARE(menu.text, std::string("One\n\nTwo\n"));
}

void PageTest::subscribers() {
    const Document found = page(
        "<script "
        "type=\"application/"
        "ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"h\",\"isAccessibleForFree\":\"False\"}</script><article>" +
        body + "</article>");
    QVERIFY(found.remarks.size() == 1 && found.remarks[0].find("for subscribers") != std::string::npos);
}

void PageTest::roles_data() {
    QTest::addColumn<std::string>("words");
    QTest::addColumn<int>("bits");
    QTest::newRow("one word") << std::string("sidebar") << int(Furniture);
    QTest::newRow("in a name") << std::string("right-sidebar") << int(Furniture);
    QTest::newRow("camel case") << std::string("relatedStories") << int(Furniture);
    QTest::newRow("what is beside") << std::string("has-sidebar") << int(NoRole);
    QTest::newRow("part of a word") << std::string("shareholders") << int(NoRole);
    QTest::newRow("another part of a word") << std::string("header-adapted") << int(NoRole);
    QTest::newRow("two words") << std::string("article-body") << int(Body);
    QTest::newRow("two classes are two names") << std::string("article body-x") << int(NoRole);
    QTest::newRow("several") << std::string("story-body related") << int(Body | Furniture);
    QTest::newRow("empty") << std::string() << int(NoRole);
}

void PageTest::guard_data() {
    QTest::addColumn<std::string>("piece");
    QTest::addColumn<std::string>("close");
    for (const char* piece : {"<div>",
                              "<b>",
                              "<font color=1>",
                              "<div><object></div>",
                              "<b><div></b>",
                              "<x><div></x>",
                              "<svg><title><div>",
                              "<p><object>",
                              "<table><tr><td>",
                              "<ul><li>",
                              "<a =\'><div>",
                              "<!--><div>",
                              "<q><blockquote></q>",
                              "<i><b><u><p>",
                              "<form><button></form>",
                              "<dl><dd><dl>",
                              "<span>",
                              "<math><mi><div>",
                              "<svg><style><g>",
                              "<select><div>",
                              "<noscript><div>",
                              "<iframe><div></iframe><div>"})
        QTest::newRow(piece) << std::string(piece) << std::string();
}

/// Whatever is repeated, the tree stays low: that keeps the parser's time linear.
void PageTest::guard() {
    QFETCH(std::string, piece);
    std::string html = "<p>Before, and some more words.</p>";
    for (int i = 0; i < 4000; ++i)
        html += piece;
    html += "word";
    const PageTree tree = parsePage(html);
    std::vector<int> depth(tree.boxes.size(), 0);
    int deepest = 0;
    for (std::size_t i = 1; i < tree.boxes.size(); ++i)
        deepest = std::max(deepest, depth[i] = depth[tree.boxes[i].parent] + 1);
    QVERIFY2(deepest <= 450, qPrintable(QString::number(deepest)));
}

void PageTest::guardLeavesPagesAlone() {
    QCOMPARE(guardedHtml("<div><p>a<p>b<ul><li>c<li>d</ul></div><!-- <div> --><script>'<div><div>'</script>").dropped,
             std::size_t{0});
    std::string many;
    for (int i = 0; i < 3000; ++i)
        many += "<div><p><b>word</b> <i>word</i><br><img src=x><li>x<li>y</div>";
    QCOMPARE(guardedHtml(many).dropped, std::size_t{0});
    std::string deep;
    for (int i = 0; i < 1000; ++i)
        deep += "<div>";
    deep += "<p>" + one;
    const Document found = page(deep);
    QCOMPARE(found.text, one + "\n");
    QVERIFY(!found.remarks.empty() && found.remarks.back().find("nested too deep") != std::string::npos);
}

void PageTest::feedText() {
    QCOMPARE(textOfHtml("<p>One &amp; two</p><p>three<br>four</p>"), std::string("One & two\n\nthree four"));
    QCOMPARE(textOfHtml("plain words"), std::string("plain words"));
    QCOMPARE(textOfHtml(""), std::string());
}

void PageTest::fragments_data() {
    QTest::addColumn<std::string>("html");
    QTest::addColumn<std::string>("text");
    const std::vector<Row> rows = {
        {"a list", "<ul><li>Dead: 14</li><li>Missing: 3</li></ul>", "Dead: 14\n\nMissing: 3\n"},
        {"a list of links", "<ul><li><a href='/a'>Dead: 14</a></li><li><a href='/b'>Missing: 3</a></li></ul>",
         "Dead: 14\n\nMissing: 3\n"},
        {"a caption alone", "<figure><figcaption>Smoke over the mill</figcaption></figure>", "Smoke over the mill\n"},
        {"what pages call furniture", "<div class='related sidebar'><p>Two more were found.</p></div>" + body,
         "Two more were found.\n\n" + bodyText},
        {"the heading stays where it is", "<p>" + one + "</p><h2>Later</h2><p>" + two + "</p><h2>And then</h2>",
         one + "\n\nLater\n\n" + two + "\n\nAnd then\n"},
        {"a headline is not said twice", "<h1>Three plants raided today</h1>" + body,
         "Three plants raided today\n\n" + bodyText},
        {"hidden words are none", "<p hidden>no</p><script>no()</script>" + body, bodyText},
        {"a whole page was copied",
         "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>Three plants raided today</h1>" +
             body + "</article><footer>All rights reserved</footer>",
         "Three plants raided today\n\n" + bodyText},
    };
    for (const Row& row : rows)
        QTest::newRow(row.what) << row.html << row.text;
}

void PageTest::fragments() {
    QFETCH(std::string, html);
    QFETCH(std::string, text);
    PageHints hints;
    hints.fragment = true;
    const auto converted = readPage(html, hints);
    QVERIFY(std::holds_alternative<Document>(converted));
    QCOMPARE(QString::fromStdString(std::get<Document>(converted).text), QString::fromStdString(text));
}

QTEST_GUILESS_MAIN(PageTest)
#include "tst_page.moc"
