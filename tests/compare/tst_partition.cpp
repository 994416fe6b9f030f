// SPDX-License-Identifier: GPL-3.0-or-later
// A collection that is cut by keys, compared in parts and put together gives what comparing it whole gives (keys.h).
#include "app/cli/request.h"
#include "app/cli/stream.h"
#include "core/compare/keys.h"
#include "tests/compare/newscorpus.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

using namespace countercheck;

namespace {

using Inputs = std::vector<compare::Input>;
using Numbers = std::vector<std::uint32_t>;

/// What was found, by the articles' numbers in the collection: relations between words, and lineage.
struct Found {
    std::set<std::string> relations, lineage;
    bool operator==(const Found&) const = default;
};

compare::Comparison comparedAsPart(const Inputs& all, const Numbers& part) {
    Inputs inputs;
    for (const std::uint32_t number : part)
        inputs.push_back(all[number]);
    compare::Settings settings;
    settings.partition = true;
    return compare::compareArticles(inputs, settings).value();
}

std::string told(std::uint32_t article, const compare::QuestionClaim& claim) {
    return std::to_string(article) + ":" + std::to_string(claim.words.begin) + "-" + std::to_string(claim.words.end);
}

void add(Found& found, const compare::Comparison& comparison, const Numbers& part) {
    for (const auto& question : comparison.questions) {
        if (question.kind == compare::QuestionKind::Name) // of all articles of a collection: within a group only
            continue;
        for (const auto& relation : question.relations) {
            std::string a = told(part[question.claims[relation.a].article], question.claims[relation.a]);
            std::string b = told(part[question.claims[relation.b].article], question.claims[relation.b]);
            if (b < a)
                std::swap(a, b);
            found.relations.insert(a + " " + b + " " + std::to_string(static_cast<int>(question.kind)) + " " +
                                   std::to_string(static_cast<int>(relation.kind)));
        }
    }
}

void addLineage(Found& found, const compare::Comparison& comparison, const Numbers& part) {
    for (const auto& one : comparison.lineage)
        found.lineage.insert(std::to_string(part[one.a]) + " " + std::to_string(part[one.b]) + " " +
                             std::to_string(static_cast<int>(one.kind)));
}

Numbers everything(const Inputs& all) {
    Numbers numbers(all.size());
    std::iota(numbers.begin(), numbers.end(), 0u);
    return numbers;
}

/// The groups that keys.h tells of; how many blocks it took in `compared`, the lineage that they show in `found`.
std::vector<Numbers> groupsOf(const Inputs& all, std::size_t& compared, Found& found) {
    std::map<std::uint64_t, Numbers> sharing;
    // By date, as a block that is cut is.
    Numbers byDate = everything(all);
    std::stable_sort(byDate.begin(), byDate.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(all[a].published.empty(), all[a].published, all[a].text, all[a].publisher) <
               std::tuple(all[b].published.empty(), all[b].published, all[b].text, all[b].publisher);
    });
    for (const std::uint32_t number : byDate) {
        const compare::ArticleKeys keys = compare::keysOf(all[number]);
        for (const auto* list : {&keys.event, &keys.wording})
            for (const std::uint64_t key : *list)
                sharing[key].push_back(number);
    }
    std::set<Numbers> blocks;
    for (const auto& [key, numbers] : sharing)
        for (std::size_t from = 0; from + 1 < numbers.size(); from += compare::longestBlock / 2) {
            const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(from);
            blocks.insert(Numbers(
                first, first + static_cast<std::ptrdiff_t>(std::min(compare::longestBlock, numbers.size() - from))));
            if (from + compare::longestBlock >= numbers.size())
                break;
        }
    Numbers root = everything(all);
    const auto rootOf = [&](std::uint32_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const Numbers& block : blocks) {
        const compare::Comparison comparison = comparedAsPart(all, block);
        const auto link = [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t x = rootOf(block[a]), y = rootOf(block[b]);
            root[std::max(x, y)] = std::min(x, y);
        };
        for (const auto& question : comparison.questions)
            if (question.kind != compare::QuestionKind::Name)
                for (const auto& claim : question.claims)
                    link(question.claims[0].article, claim.article);
        for (const auto& one : comparison.lineage)
            if (one.kind != compare::LineageKind::SharedSource)
                link(one.a, one.b);
        addLineage(found, comparison, block);
    }
    compared = blocks.size();
    std::map<std::uint32_t, Numbers> groups;
    for (const std::uint32_t i : everything(all))
        groups[rootOf(i)].push_back(i);
    std::vector<Numbers> out;
    for (auto& [first, numbers] : groups)
        out.push_back(std::move(numbers));
    return out;
}

} // namespace

class TestPartition : public QObject {
    Q_OBJECT
private slots:
    void labelledCases_data();
    void labelledCases();
    void inventedArchive();
    void aPartIsJudgedAsAmongMany();

private:
    static void partsAreTheWhole(const Inputs& all, std::size_t leastRelations, bool sameLineage);
};

void TestPartition::partsAreTheWhole(const Inputs& all, std::size_t leastRelations, bool sameLineage) {
    const Numbers whole = everything(all);
    Found wholly, inParts;
    const compare::Comparison inOnePiece = comparedAsPart(all, whole);
    add(wholly, inOnePiece, whole);
    addLineage(wholly, inOnePiece, whole);
    std::size_t blocks = 0, largest = 0, several = 0;
    const auto groups = groupsOf(all, blocks, inParts);
    for (const Numbers& group : groups) {
        add(inParts, comparedAsPart(all, group), group);
        largest = std::max(largest, group.size());
        several += group.size() > 1 ? 1 : 0;
    }
    qInfo("%zu articles, %zu blocks, %zu groups of several, the largest of %zu; %zu relations", all.size(), blocks,
          several, largest, wholly.relations.size());
    QVERIFY(wholly.relations.size() >= leastRelations);
    std::vector<std::string> differing;
    std::set_symmetric_difference(wholly.relations.begin(), wholly.relations.end(), inParts.relations.begin(),
                                  inParts.relations.end(), std::back_inserter(differing));
    for (const auto& one : differing)
        qWarning("%s %s", wholly.relations.contains(one) ? "only whole:" : "only in parts:", one.c_str());
    QVERIFY(differing.empty());
    // Of runs of words that very many share, the whole looks at a few neighbours, and a part at more.
    QVERIFY(
        std::includes(inParts.lineage.begin(), inParts.lineage.end(), wholly.lineage.begin(), wholly.lineage.end()));
    if (sameLineage)
        QCOMPARE(inParts.lineage, wholly.lineage);
    QVERIFY(largest < all.size()); // it was cut
}

void TestPartition::labelledCases_data() {
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(COUNTERCHECK_TEST_DATA "/compare/labelled"));
    for (const QString& name : folder.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

/// All articles of all labelled cases of a file as one collection.
void TestPartition::labelledCases() {
    QFETCH(QString, file);
    QFile lines(file);
    QVERIFY(lines.open(QIODevice::ReadOnly));
    std::deque<std::string> kept;
    const auto keep = [&](std::string_view words) -> std::string_view { return kept.emplace_back(words); };
    cli::RequestReader reader;
    Inputs all;
    while (!lines.atEnd()) {
        std::string line = lines.readLine().trimmed().toStdString();
        const std::size_t length = line.size();
        line.append(cli::LineReader::padding, '\0');
        cli::CaseRequest request;
        cli::LineProblem problem;
        if (length == 0 || !reader.read(std::string_view(line).substr(0, length), 1, request, problem))
            continue;
        for (const auto& article : request.articles)
            all.push_back(
                {keep(article.text), keep(article.publishedText), keep(article.publisher), keep(article.language)});
    }
    partsAreTheWhole(all, 3, true);
}

void TestPartition::inventedArchive() {
    const compare::NewsCorpus corpus = compare::newsCorpus(400, 3);
    partsAreTheWhole(compare::inputsOf(corpus), 100, false);
}

/// A handful on its own is taken to belong together; as a part of a collection it is not.
void TestPartition::aPartIsJudgedAsAmongMany() {
    const std::string one = "Three people were killed on Monday.", other = "Four people were killed on Monday.";
    const Inputs all{{one, "2026-01-13", "A", "en"}, {other, "2026-01-13", "B", "en"}};
    const auto related = [&](const compare::Comparison& comparison) {
        return std::any_of(comparison.questions.begin(), comparison.questions.end(),
                           [](const auto& question) { return !question.relations.empty(); });
    };
    QVERIFY(related(compare::compareArticles(all).value()));
    QVERIFY(!related(comparedAsPart(all, {0, 1})));
}

QTEST_GUILESS_MAIN(TestPartition)
#include "tst_partition.moc"
