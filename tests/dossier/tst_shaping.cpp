// SPDX-License-Identifier: GPL-3.0-or-later
// Any edits in any order, undone and redone: what was shaped edit by edit is what shaping from the start gives, and
// what the slow and obvious way gives. And an edit costs what it touches.
#include "core/dossier/plaintext.h"
#include "tests/dice.h"
#include "tests/dossier/memorydesk.h"
#include "tests/dossier/plain.h"

#include <QTest>

#include <array>

using namespace samples;
using countercheck::test::Dice;
using dossier::ArticleId;
using dossier::ClaimAnchor;
using dossier::Correction;
using dossier::CorrectionKind;
using dossier::QuestionKey;

namespace {

/// The same headline agrees, another contradicts; far ones stand unrelated.
std::optional<compare::Relation> relate(const compare::Question& question, std::uint32_t a, std::uint32_t b,
                                        const std::vector<dossier::Article>&) {
    const auto& x = question.claims[a].set;
    const auto& y = question.claims[b].set;
    if (!x || !y || !x->headline || !y->headline)
        return std::nullopt;
    const auto kind = *x->headline == *y->headline  ? compare::RelationKind::Agreement
                      : *x->headline > *y->headline ? compare::RelationKind::Discrepancy
                                                    : compare::RelationKind::Contradiction;
    return compare::Relation{a, b, kind, compare::Reason::Value, compare::Supersedes::A, "by hand"};
}

constexpr std::size_t wordsEach = 12;
/// Words that stand in every article once or twice, so that a claim is not found by its words alone.
std::string textOf(std::size_t article) {
    std::string text = "Article " + std::to_string(article) + " —";
    for (std::size_t word = 0; word < wordsEach; ++word)
        text += " n" + std::to_string(word % 8);
    return text;
}

compare::QuestionClaim claimAt(std::uint32_t article, std::size_t name, std::size_t word, std::int64_t value) {
    const std::string text = textOf(name);
    std::size_t at = text.find("—") + 4;
    for (std::size_t i = 0; i < word; ++i)
        at = text.find(' ', at) + 1;
    compare::QuestionClaim claim = samples::claim(article, text, "n", value);
    const std::size_t end = std::min(text.find(' ', at), text.size());
    claim.words = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    claim.sentence = claim.words;
    claim.quote = claim.shown = text.substr(at, end - at);
    return claim;
}

/// Results as an engine might make them: in order, with a key each.
compare::Comparison invent(Dice& dice, const std::vector<std::size_t>& names, std::size_t questions,
                           std::size_t generation) {
    compare::Comparison comparison;
    std::vector<compare::Question> all;
    for (std::size_t i = 0; i < questions; ++i) {
        compare::Question question;
        question.key = "q" + std::to_string(i) + (dice.once(3) ? "." + std::to_string(generation) : "");
        question.label = "label " + question.key;
        question.title = "What of " + question.key + "?";
        question.origins = dice.once(5) ? 0 : 1;
        for (std::uint32_t article = 0; article < names.size(); ++article)
            if (dice.once(3))
                question.claims.push_back(
                    claimAt(article, names[article], dice.below(wordsEach), static_cast<std::int64_t>(dice.below(3))));
        if (question.claims.empty())
            question.claims.push_back(claimAt(0, names[0], dice.below(wordsEach), 1));
        for (std::uint32_t a = 0; a < question.claims.size(); ++a)
            for (std::uint32_t b = a + 1; b < question.claims.size(); ++b)
                if (auto relation = relate(question, a, b, {}); relation && !dice.once(4))
                    question.relations.push_back(std::move(*relation));
        dossier::putInOrder(question);
        all.push_back(std::move(question));
    }
    plain::orderByGravity(all);
    comparison.questions = all;
    std::vector<compare::Lineage> lineage;
    for (int i = 0; i < 3; ++i) {
        const auto a = static_cast<std::uint32_t>(dice.below(names.size()));
        const auto b = static_cast<std::uint32_t>(dice.below(names.size()));
        if (a < b)
            lineage.push_back({a, b, compare::LineageKind::Derived, 0.5, {{{0, 3}, {0, 3}}}, "written from it"});
    }
    comparison.lineage = lineage;
    std::vector<compare::NearMiss> misses;
    for (int i = 0; i < 4; ++i)
        misses.push_back({dice.of(all).key, dice.of(all).key, "near"});
    comparison.nearMisses = misses;
    for (std::uint32_t i = 0; i < names.size(); ++i)
        comparison.origin.push_back(i > 0 && dice.once(4) ? i - 1 : i);
    return comparison;
}

struct Desk : MemoryDesk {
    compare::Comparison results;
    std::vector<ArticleId> cover;

    Desk() {
        projection.setRelate(relate);
        for (const char* name : {"Ada", "Ben", "Eve"})
            apply(dossier::SetPerson{{name, dossier::Role::Head, {}}}, name);
    }
    void set(compare::Comparison comparison) {
        results = comparison;
        cover.clear();
        for (const auto& one : now().articles)
            cover.push_back(one.id);
        MemoryDesk::set(std::move(comparison));
    }
    /// A second behind the record before. False: it cannot be made as things stand.
    bool apply(const dossier::Edit& edit, const std::string& by) {
        std::array<char, 40> when{};
        std::snprintf(when.data(), when.size(), "2026-01-14T%02zu:%02zu:%02zu.000Z", log.size() / 3600,
                      log.size() / 60 % 60, log.size() % 60);
        return MemoryDesk::apply(edit, by, when.data()).empty();
    }
};

std::string stampText(const dossier::Stamp& stamp) {
    return "<" + stamp.by + " " + stamp.at + ">";
}

std::string text(const compare::Comparison& comparison) {
    std::string all;
    for (const auto& question : comparison.questions) {
        all += question.key + " (" + question.label + ") " + std::to_string(question.origins) + "\n";
        for (const auto& claim : question.claims) {
            all += "  " + std::to_string(claim.article) + " " + std::to_string(claim.words.begin) + " " + claim.quote +
                   " " + claim.derivation;
            all += claim.set && claim.set->headline ? " " + claim.set->headline->toString() + "\n" : "\n";
        }
        for (const auto& relation : question.relations)
            all += "  " + std::to_string(relation.a) + "-" + std::to_string(relation.b) + " " +
                   std::to_string(static_cast<int>(relation.kind)) + " " +
                   std::to_string(static_cast<int>(relation.supersedes)) + "\n";
        for (const auto& line : question.because)
            all += "  " + line + "\n";
    }
    for (const auto& one : comparison.lineage)
        all += "lineage " + std::to_string(one.a) + " " + std::to_string(one.b) + " " + one.explanation + "\n";
    for (const auto& one : comparison.nearMisses)
        all += "near " + one.keyA + " " + one.keyB + "\n";
    all += "origin";
    for (const auto group : comparison.origin)
        all += " " + std::to_string(group);
    return all + "\n";
}

std::string text(const dossier::Decisions& one) {
    std::string all = std::string(dossier::figureStateName(one.figureState())) + " changed by " + one.changedBy + " " +
                      one.revokedBecause + "\n";
    if (one.verdict)
        all += "  verdict " + one.verdict->note + stampText(one.verdict->stamp) + "\n";
    if (one.signOff)
        all += "  signed " + one.signOff->subjectHash + "\n";
    for (const auto& part : one.changed)
        all += "  part " + std::to_string(static_cast<int>(part.part)) + part.after + stampText(part.stamp) + "\n";
    for (const auto& note : one.notes)
        all += "  note " + note.text + stampText(note.stamp) + "\n";
    for (const auto& other : one.joined)
        all += "  joined " + other.value + "\n";
    for (const auto& line : one.history)
        all += "  " + std::to_string(line.record.value) + line.text + "\n";
    return all;
}

std::string text(const std::vector<dossier::Placed>& corrections) {
    std::string all;
    for (const auto& one : corrections)
        all += std::to_string(one.record.value) + (one.lost ? " lost\n" : "\n");
    return all;
}
std::string text(const std::map<QuestionKey, QuestionKey>& joinedInto) {
    std::string all;
    for (const auto& [from, into] : joinedInto)
        all += from.value + " into " + into.value + "\n";
    return all;
}

std::string text(const dossier::Dossier& dossier) {
    std::string all = text(dossier.comparison) + text(dossier.corrections) + text(dossier.joinedInto);
    for (const auto& [key, decisions] : dossier.decisions)
        all += key.value + ": " + text(decisions);
    for (const auto& [key, decisions] : dossier.lost)
        all += "lost " + key.value + ": " + text(decisions);
    for (const auto& article : dossier.articles)
        all += article.id.sha256.substr(0, 6) + (article.hidden ? "h " : " ");
    return all;
}

/// The first line that is not the same, with what stands around it; empty: there is none.
std::string difference(const std::string& is, const std::string& should) {
    if (is == should)
        return {};
    const auto at =
        static_cast<std::size_t>(std::mismatch(is.begin(), is.end(), should.begin(), should.end()).first - is.begin());
    const std::size_t from = is.rfind('\n', at > 80 ? at - 80 : 0);
    const std::size_t begin = from == std::string::npos ? 0 : from;
    return "is: " + is.substr(begin, 300) + "\nshould be: " + should.substr(begin, 300);
}

ClaimAnchor anchorOf(const dossier::Dossier& now, const compare::QuestionClaim& claim) {
    const auto& article = now.articles[claim.article];
    return {article.id, dossier::codePointsBefore(article.text, claim.words.begin),
            dossier::codePointsBefore(article.text, claim.words.end), claim.quote};
}

/// Something that a person might do just now.
dossier::Edit anything(Dice& dice, const dossier::Dossier& now, std::size_t& names) {
    const auto& questions = now.comparison.questions.get();
    const auto& articles = now.articles.get();
    const auto fresh = [&] {
        const std::size_t name = names++;
        return dossier::Edit(article("a" + std::to_string(name), textOf(name)));
    };
    if (questions.empty() || articles.size() < 3)
        return fresh();
    const auto& question = dice.of(questions);
    const auto& claim = dice.of(question.claims.get());
    const QuestionKey key{question.key};
    Correction correction;
    correction.question = key;
    correction.label = question.label;
    correction.claims = {anchorOf(now, claim)};
    correction.reason = "seen";
    switch (dice.below(22)) {
    case 0:
    case 1:
    case 2: { // one is moved, or all are sorted
        dossier::Arrange arrange;
        for (const auto& one : articles)
            arrange.order.push_back(one.id);
        if (dice.once(4))
            std::sort(arrange.order.begin(), arrange.order.end());
        else if (dice.once(2)) {
            const std::size_t at = dice.below(articles.size() - 1);
            std::swap(arrange.order[at], arrange.order[at + 1]);
        } else {
            const auto from = static_cast<std::ptrdiff_t>(dice.below(articles.size()));
            const ArticleId one = arrange.order[static_cast<std::size_t>(from)];
            arrange.order.erase(arrange.order.begin() + from);
            arrange.order.insert(arrange.order.begin() + static_cast<std::ptrdiff_t>(dice.below(articles.size())), one);
        }
        if (dice.once(3))
            arrange.hidden.push_back(dice.of(articles).id);
        return arrange;
    }
    case 3:
    case 4:
        return dossier::RemoveArticle{dice.once(3) ? articles.back().id : dice.of(articles).id};
    case 5:
        return fresh();
    case 6:
        return dossier::Join{{key, {dice.of(questions).key}}};
    case 7:
        correction.kind = CorrectionKind::Rename;
        correction.text = "renamed " + std::to_string(dice.below(5));
        return dossier::Correct{correction};
    case 8:
        correction.kind = CorrectionKind::Split;
        return dossier::Correct{correction};
    case 9:
        correction.kind = CorrectionKind::Value;
        correction.value = std::to_string(dice.below(3));
        return dossier::Correct{correction};
    case 10: {
        correction.kind = CorrectionKind::Mark;
        if (dice.once(2))
            correction.question.value.clear();
        correction.text = "asked";
        correction.value = "2";
        const auto one = static_cast<std::uint32_t>(dice.below(articles.size()));
        const std::string words = articles[one].text.get().substr(0, 9);
        correction.claims = {{articles[one].id, 0, 9, words}};
        return dossier::Correct{correction};
    }
    case 11: {
        if (question.relations.empty())
            return dossier::AddNote{key, "nothing"};
        correction.kind = CorrectionKind::Relation;
        const auto& relation = dice.of(question.relations.get());
        correction.claims = {anchorOf(now, question.claims[relation.a]), anchorOf(now, question.claims[relation.b])};
        return dossier::Correct{correction};
    }
    case 12: {
        if (!dice.once(3))
            return dossier::AddNote{key, "no lineage"};
        correction.kind = CorrectionKind::Lineage;
        correction.question.value.clear();
        correction.claims.clear();
        correction.articles = {dice.of(articles).id, dice.of(articles).id};
        correction.text = dice.once(2) ? "derived" : "independent";
        return dossier::Correct{correction};
    }
    case 13:
        return dossier::EditArticle{dice.of(articles).id, {"title " + std::to_string(dice.below(9)), {}, {}, {}, {}}};
    case 14:
        return dossier::SetVerdict{
            key, dossier::VerdictState::Disputed, "note " + std::to_string(dice.below(9)), {}, {}};
    case 15:
        return dossier::SignOffFigure{key, nullptr};
    case 16:
        return dossier::AddNote{key, "word " + std::to_string(dice.below(9))};
    case 17:
        return dossier::Propose{key, "as said", "1", "2", {}, {}};
    case 18:
    case 19:
    case 20:
        return dossier::Undo{};
    default:
        return dossier::Redo{};
    }
}

} // namespace

class TestShaping : public QObject {
    Q_OBJECT
private slots:
    void asFromTheStart_data();
    void asFromTheStart();
    void aMoveCostsWhatItTouches();
};

void TestShaping::asFromTheStart_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestShaping::asFromTheStart() {
    QFETCH(int, seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    Desk desk;
    std::size_t names = 0;
    const std::size_t articles = 4 + dice.below(8), questions = 3 + dice.below(12);
    for (std::size_t i = 0; i < articles; ++i)
        QVERIFY(desk.apply(article("a" + std::to_string(i), textOf(names++)), "Ada"));
    const auto compareAgain = [&] {
        std::vector<std::size_t> present;
        for (const auto& one : desk.now().articles.get())
            for (std::size_t name = 0; name < names; ++name)
                if (dossier::sha256Hex(textOf(name)) == one.id.sha256)
                    present.push_back(name);
        if (!present.empty())
            desk.set(invent(dice, present, questions, dice.below(4)));
    };
    compareAgain();
    const char* const people[] = {"Ada", "Ben", "Eve"};
    int done = 0;
    for (int step = 0; step < 150; ++step) {
        const dossier::Edit edit = anything(dice, desk.now(), names);
        done += desk.apply(edit, people[dice.below(3)]) ? 1 : 0;
        if (dice.once(40))
            compareAgain();
        const std::string where = "step " + std::to_string(step) + " " + std::string(dossier::editName(edit)) + "\n";

        dossier::Projection fresh;
        fresh.setRelate(relate);
        fresh.setResults(desk.results, desk.cover);
        fresh.rebuild(desk.ledger);
        const auto same = [&](const std::string& is, const std::string& should) {
            const std::string wrong = difference(is, should);
            QVERIFY2(wrong.empty(), (where + wrong).c_str());
        };
        same(text(*desk.projection.snapshot(desk.ledger)), text(*fresh.snapshot(desk.ledger)));
        const auto shaped = plain::shaped(desk.results, desk.cover, desk.ledger, relate);
        same(text(desk.now().comparison), text(shaped.comparison));
        QVERIFY(desk.now().comparison == shaped.comparison);
        same(text(desk.now().corrections), text(shaped.corrections));
        same(text(desk.now().joinedInto), text(shaped.joinedInto));
        if (QTest::currentTestFailed())
            return;
        const auto& now = desk.now().comparison.questions.get();
        QCOMPARE(desk.now().questionIndex->size(), now.size());
        for (std::uint32_t i = 0; i < now.size(); ++i)
            QCOMPARE(desk.now().questionIndex->at(now[i].key), i);
    }
    QVERIFY(done > 60);
}

/// Hundreds of articles and questions: two neighbours change places, and no more than their questions are looked at.
void TestShaping::aMoveCostsWhatItTouches() {
    Dice dice(7);
    Desk desk;
    constexpr std::size_t count = 400;
    for (std::size_t i = 0; i < count; ++i)
        QVERIFY(desk.apply(article("a" + std::to_string(i), textOf(i)), "Ada"));
    compare::Comparison comparison;
    std::vector<compare::Question> questions;
    for (std::uint32_t i = 0; i + 1 < count; ++i) { // each of two articles
        compare::Question question;
        question.key = "q" + std::to_string(i);
        question.claims = {claimAt(i, i, 0, 1), claimAt(i + 1, i + 1, 1, 2)};
        question.relations = {relation(compare::RelationKind::Contradiction, "1 is not 2")};
        questions.push_back(std::move(question));
    }
    comparison.questions = questions;
    for (std::uint32_t i = 0; i < count; ++i)
        comparison.origin.push_back(i);
    desk.set(comparison);
    const auto before = desk.projection.snapshot(desk.ledger);
    dossier::Arrange arrange;
    for (const auto& one : before->articles.get())
        arrange.order.push_back(one.id);
    std::swap(arrange.order[100], arrange.order[101]);
    const std::size_t work = desk.projection.work();
    QVERIFY(desk.apply(arrange, "Ada"));
    QVERIFY2(desk.projection.work() - work <= 3, std::to_string(desk.projection.work() - work).c_str());
    const auto after = desk.projection.snapshot(desk.ledger);
    std::size_t shared = 0;
    for (std::size_t i = 0; i < questions.size(); ++i)
        shared += after->comparison.questions[i].claims.sharesWith(before->comparison.questions[i].claims) ? 1 : 0;
    QCOMPARE(shared, questions.size() - 3);
    QVERIFY(after->questionIndex == before->questionIndex);
    QVERIFY(desk.apply(dossier::Undo{}, "Ada"));
    QVERIFY(desk.projection.snapshot(desk.ledger)->comparison == before->comparison);
}

QTEST_APPLESS_MAIN(TestShaping)
#include "tst_shaping.moc"
