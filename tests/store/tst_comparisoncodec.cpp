// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/comparisoncodec.h"
#include "tests/store/samples.h"

#include <QTest>

using namespace samples;

namespace {

const std::vector<std::uint32_t> lengths{static_cast<std::uint32_t>(first.size()),
                                         static_cast<std::uint32_t>(second.size())};

std::optional<compare::Comparison> decode(const std::vector<std::string>& parts) {
    store::ComparisonReader reader(lengths);
    for (const auto& part : parts)
        if (!reader.add(part))
            return std::nullopt;
    return reader.take();
}

/// Every field is something that a default is not.
compare::Comparison everything() {
    compare::Comparison comparison = results();
    auto& question = comparison.questions[0];
    question.kind = compare::QuestionKind::Quote;
    auto& claim = question.claims[1];
    claim.set = read::FigureSet{
        std::nullopt, read::Decimal(-4, -2), *read::Decimal::tryFrom("123456789012345678901234567890"), false,
        false,        read::Qualifier::Vague};
    claim.unit = "km/h";
    claim.time = read::TimeSpan{-5, 1LL << 60, read::Grain::Second, true, false};
    claim.attribution = "Wamaps";
    claim.via = "AFP";
    claim.modality = read::Modality::Denied;
    claim.negative = true;
    question.relations[0] = {0,  1, compare::RelationKind::Agreement, compare::Reason::Polarity, compare::Supersedes::B,
                             "é"};
    question.because = {"", "two\nlines"};
    comparison.lineage[0].similarity = 1.0 / 3;
    comparison.origin = {7, 4000000000u};
    return comparison;
}

} // namespace

class TestComparisonCodec : public QObject {
    Q_OBJECT
private slots:
    void roundTrip_data();
    void roundTrip();
    void decimals_data();
    void decimals();
    void damageIsNoticed();
    void manyParts();
    void misfits_data();
    void misfits();
};

void TestComparisonCodec::roundTrip_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("nothing") << 0;
    QTest::newRow("sample") << 1;
    QTest::newRow("every field") << 2;
}
void TestComparisonCodec::roundTrip() {
    QFETCH(int, which);
    const compare::Comparison comparison = which == 0 ? compare::Comparison{} : which == 1 ? results() : everything();
    const auto back = decode(store::encode(comparison));
    QVERIFY(back);
    QVERIFY(*back == comparison);
}

void TestComparisonCodec::decimals_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"0", "7", "-7", "160", "813000", "2.5", "-0.04", "0.00001", "100000000000000000000",
                             "999999999999999999999999999999999999", "-123456789.987654321"})
        QTest::newRow(text) << text;
}
void TestComparisonCodec::decimals() {
    QFETCH(QString, text);
    const auto value = read::Decimal::tryFrom(text.toStdString());
    QVERIFY(value);
    compare::Comparison comparison = results();
    comparison.questions[0].claims[0].set->headline = value;
    const auto back = decode(store::encode(comparison));
    QVERIFY(back);
    const auto& read = back->questions.get()[0].claims[0].set->headline;
    QVERIFY(read == value);
    QCOMPARE(QString::fromStdString(read->toString()), text);
}

void TestComparisonCodec::damageIsNoticed() {
    const std::string whole = store::encode(everything()).at(0);
    for (std::size_t cut = 0; cut < whole.size(); ++cut)
        QVERIFY2(!decode({whole.substr(0, cut)}), std::to_string(cut).c_str());
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const unsigned char bit : {1, 64, 128}) {
            std::string other = whole;
            other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ bit);
            const auto back =
                decode({other}); // may be read as something else, but never as something that leads nowhere
            if (back)
                QCOMPARE(store::wrongWith(*back, lengths), std::string());
        }
}

void TestComparisonCodec::manyParts() {
    compare::Comparison comparison = results();
    const compare::Question model = results().questions[0];
    for (int i = 0; i < 5000; ++i) {
        compare::Question question = model;
        question.key = "question " + std::to_string(i);
        comparison.questions.push_back(question);
    }
    auto parts = store::encode(comparison);
    QVERIFY(parts.size() > 1);
    const auto back = decode(parts);
    QVERIFY(back);
    QVERIFY(*back == comparison);
    parts.pop_back();
    QVERIFY(!decode(parts));
}

void TestComparisonCodec::misfits_data() {
    QTest::addColumn<int>("unused");
    for (const char* name : {"no such article", "span outside", "span backwards", "no such claim", "no claims",
                             "no key", "lineage of no article", "origins of other articles"})
        QTest::newRow(name) << 0;
}
void TestComparisonCodec::misfits() {
    const QByteArray name = QTest::currentDataTag();
    compare::Comparison comparison = results();
    QCOMPARE(store::wrongWith(comparison, lengths), std::string());
    auto& question = comparison.questions[0];
    if (name == "no such article")
        question.claims[1].article = 2;
    else if (name == "span outside")
        question.claims[1].words.end = lengths[1] + 1;
    else if (name == "span backwards")
        question.claims[1].words = {9, 3};
    else if (name == "no such claim")
        question.relations[0].b = 2;
    else if (name == "no claims")
        question.claims.clear();
    else if (name == "no key")
        question.key.clear();
    else if (name == "lineage of no article")
        comparison.lineage[0].b = 9;
    else
        comparison.origin = {1};
    QVERIFY(!store::wrongWith(comparison, lengths).empty());
    QVERIFY(!decode(store::encode(comparison)));
}

QTEST_GUILESS_MAIN(TestComparisonCodec)
#include "tst_comparisoncodec.moc"
