// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of one article: which captures are some, what changed, and that they count as one origin.
#include "core/dossier/versions.h"
#include "core/text/explaining.h"

#include <QTest>

using namespace countercheck;
using namespace countercheck::dossier;

namespace {

Article article(const std::string& id, const std::string& text, const std::string& url, const std::string& title = {},
                const std::string& publisher = {}, const std::string& at = "2026-01-13T08:00:00Z") {
    Article out;
    out.id.sha256 = id;
    out.text = text;
    out.info.url = url;
    out.info.title = title;
    out.info.publisher = publisher;
    out.capturedAt = at;
    return out;
}

/// "~old>new +new -old"
std::string shown(const std::string& a, const std::string& b) {
    std::string out;
    for (const VersionChange& change : changesBetween(a, b)) {
        out += out.empty() ? "" : " ";
        const std::string was(change.earlier.of(a)), is(change.later.of(b));
        out += change.kind == VersionChange::Kind::Added     ? "+" + is
               : change.kind == VersionChange::Kind::Removed ? "-" + was
                                                             : "~" + was + ">" + is;
    }
    return out;
}

} // namespace

class VersionsTest : public QObject {
    Q_OBJECT
private slots:
    void changes_data() {
        QTest::addColumn<std::string>("earlier");
        QTest::addColumn<std::string>("later");
        QTest::addColumn<std::string>("found");
        const auto row = [](const char* what, const char* a, const char* b, const char* found) {
            QTest::newRow(what) << std::string(a) << std::string(b) << std::string(found);
        };
        row("the same", "a\n\nb\n", "a\n\nb\n", "");
        row("other blanks", "a  b\n\nc", "a b\nc\n\n", "");
        row("one more", "a\n\nc", "a\n\nb\n\nc", "+b");
        row("one less", "a\n\nb\n\nc", "a\n\nc", "-b");
        row("a figure", "x\n\nthree people died there\n\ny", "x\n\nfour people died there\n\ny",
            "~three people died there>four people died there");
        row("all of it", "a b c d", "w x y z", "-a b c d +w x y z");
        row("nothing before", "", "a", "+a");
        row("nothing after", "a", "", "-a");
        row("moved", "a\n\nb\n\nc", "b\n\nc\n\na", "-a +a");
    }
    void changes() {
        QFETCH(std::string, earlier);
        QFETCH(std::string, later);
        QFETCH(std::string, found);
        QCOMPARE(shown(earlier, later), found);
    }
    void described() {
        QCOMPARE(countercheck::text::inEnglish(describe(changesBetween("a b c\n\nx", "a b d\n\ny\n\nz"))),
                 std::string("1 paragraph changed, 2 paragraphs added, 1 paragraph removed"));
        QCOMPARE(countercheck::text::inEnglish(describe({})), std::string("only blanks differ"));
    }
    void addresses_data() {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<std::string>("key");
        const auto row = [](const char* url, const char* key) {
            QTest::newRow(url) << std::string(url) << std::string(key);
        };
        row("https://www.x.example.org/a/", "x.example.org/a");
        row("http://X.example.org/a#top", "x.example.org/a");
        row("https://x.example.org/a?utm_source=y&fbclid=1", "x.example.org/a");
        row("https://x.example.org/a?id=2&b=1&utm_medium=z", "x.example.org/a?b=1&id=2");
        row("https://x.example.org/A", "x.example.org/A");
        row("https://x.example.org/", "");
        row("https://x.example.org/?p=7", "x.example.org?p=7");
        row("no address", "");
    }
    void addresses() {
        QFETCH(std::string, url);
        QFETCH(std::string, key);
        QCOMPARE(addressKey(url), key);
    }
    void finds() {
        VersionIndex index;
        index.add(article("1", "a\n\nb", "https://x.example.org/a", "Three plants burn today", "Wamaps"));
        index.add(article("2", "other", "https://x.example.org/b", "News", "Wamaps"));
        auto found =
            index.find(article("3", "a\n\nc c c", "http://www.x.example.org/a", "", "", "2026-01-14T08:00:00Z"));
        QVERIFY(found && found->other->id.sha256 == "1" && found->later && !found->sameText);
        found = index.find(article("4", "a\n\nb", "", "THREE plants burn, today", "wamaps", "2026-01-12T08:00:00Z"));
        QVERIFY(found && found->other->id.sha256 == "1" && !found->later && found->sameText);
        QVERIFY(!index.find(article("5", "z", "", "News", "Wamaps")));                        // too short a title
        QVERIFY(!index.find(article("6", "z", "", "Three plants burn today", "Kayes Post"))); // another publisher
        QVERIFY(!index.find(article("7", "z", "", "Three plants burn today", "")));
        QVERIFY(!index.find(article("8", "z", "https://x.example.org/c", "", "")));
        QVERIFY(!index.find(article("1", "a\n\nb", "https://x.example.org/a"))); // itself
        // A text that went back to what it was is one that is there, however many versions came between.
        index.add(article("11", "a\n\nc c c", "https://x.example.org/a", "", "", "2026-01-14T08:00:00Z"));
        index.add(article("12", "a\n\nd d d", "https://x.example.org/a", "", "", "2026-01-15T08:00:00Z"));
        found = index.find(article("13", "a\n\nb", "https://x.example.org/a", "", "", "2026-01-16T08:00:00Z"));
        QVERIFY(found && found->sameText && found->other->id.sha256 == "1" && found->changes.empty());
        found = index.find(article("14", "a\n\nc c c", "https://x.example.org/a", "", "", "2026-01-16T08:00:00Z"));
        QVERIFY(found && found->sameText && found->other->id.sha256 == "11");
        found = index.find(article("15", "a\n\ne e e", "https://x.example.org/a", "", "", "2026-01-16T08:00:00Z"));
        QVERIFY(found && !found->sameText && found->other->id.sha256 == "12"); // the newest
        found = index.find(article("16", "a\n\nb", "https://x.example.org/moved", "Three plants burn today", "Wamaps"));
        QVERIFY(found && found->sameText && found->other->id.sha256 == "1");
        // What its publisher says of its time counts more than when it was captured.
        Article older = article("9", "q", "https://x.example.org/a", "", "", "2026-02-01T00:00:00Z");
        older.info.published = "2026-01-10";
        Article newer = article("10", "r", "https://x.example.org/a", "", "", "2026-01-30T00:00:00Z");
        newer.info.published = "2026-01-11";
        VersionIndex dated;
        dated.add(newer);
        QVERIFY(!dated.find(older)->later);
    }
    void oneOrigin() {
        std::vector<Article> articles = {article("1", "a\n\nb", "https://x.example.org/a"),
                                         article("2", "z", "https://y.example.org/a"),
                                         article("3", "q", "https://x.example.org/a", "", "", "2026-01-14T08:00:00Z")};
        QCOMPARE(versionGroups(articles), (std::vector<std::vector<std::uint32_t>>{{0, 2}}));
        compare::Comparison results;
        results.origin = {0, 1, 2};
        compare::Question question;
        question.claims.resize(3);
        for (std::uint32_t i = 0; i < 3; ++i)
            question.claims[i].article = i;
        question.origins = 3;
        results.questions.push_back(question);
        linkVersions(results, articles);
        QCOMPARE(results.origin, (std::vector<std::uint32_t>{0, 1, 0}));
        QCOMPARE(results.questions.get().front().origins, 2u);
        QCOMPARE(results.lineage.size(), std::size_t{1});
        QVERIFY(countercheck::text::inEnglish(results.lineage.get().front().explanation)
                    .starts_with("a later version of the same article"));
        const compare::Comparison again = results;
        linkVersions(results, articles); // once is enough
        QVERIFY(results == again);
        compare::Comparison none;
        none.origin = {0};
        linkVersions(none, {article("1", "a", "https://x.example.org/a")});
        QVERIFY(none.lineage.empty());
    }
};

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
