// SPDX-License-Identifier: GPL-3.0-or-later
// Many decisions on few questions, at several desks that hear of each other late: what was derived record by record is
// what the whole log gives, and a record costs what it touches, however many there are already.
#include "core/dossier/fold.h"
#include "core/dossier/projection.h"
#include "tests/dice.h"
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

using namespace samples;
using countercheck::test::Dice;
using Case = std::unique_ptr<store::CaseFile>;

namespace {

const dossier::QuestionKey taken{"taken"}, men{"men"};

Case open(const std::string& path) {
    auto opened = store::CaseFile::open(path, store::OpenMode::CreateOrOpen);
    auto* file = std::get_if<Case>(&opened);
    return file ? std::move(*file) : nullptr;
}

std::string stampText(const dossier::Stamp& stamp) {
    return "<" + stamp.by + " " + stamp.at + ">";
}
std::string sidesText(const dossier::Conflict& conflict) {
    std::string text = " conflict " + conflict.slot;
    for (const auto& side : conflict.sides)
        text += "[" + side.text + stampText(side.stamp) + "]";
    return text + "\n";
}
std::string text(const dossier::QuestionKey& key, const dossier::Decisions& one) {
    std::string text = key.value + ": " + (one.resolved() ? "resolved " : "") +
                       std::string(dossier::figureStateName(one.figureState())) + " changed by " + one.changedBy +
                       " because " + one.revokedBecause + " dismissed " + one.dismissed + "\n";
    if (one.verdict)
        text += " verdict " + one.verdict->note + stampText(one.verdict->stamp) + "\n";
    if (one.proposal)
        text += " wording " + one.proposal->wording + stampText(one.proposal->stamp) + "\n";
    if (one.signOff)
        text += " signed " + one.signOff->subjectHash + stampText(one.signOff->stamp) + "\n";
    for (const auto& part : one.changed)
        text += " part " + std::to_string(static_cast<int>(part.part)) + part.after + stampText(part.stamp) + "\n";
    for (const auto& note : one.notes)
        text += " note " + note.text + stampText(note.stamp) + "\n";
    for (const auto& evidence : one.evidence)
        text += " evidence " + evidence.fileName + evidence.sha256 + evidence.note + stampText(evidence.stamp) + "\n";
    for (const auto& [source, grade] : one.information)
        text += " grade " + source + grade.grade + stampText(grade.stamp) + "\n";
    for (const auto& conflict : one.conflicts)
        text += sidesText(conflict);
    for (const auto& other : one.joined)
        text += " joined " + other.value + "\n";
    for (const auto& anchor : one.anchors)
        text += " anchor " + anchor.quote + "\n";
    for (const auto& line : one.history)
        text += " " + std::to_string(line.record.value) + line.text + stampText(line.stamp) + "\n";
    return text;
}
/// All that people decided, with the numbers that records have in this copy.
std::string text(const dossier::Dossier& dossier) {
    std::string all = dossier.title + "\n";
    for (const auto& [key, one] : dossier.decisions)
        all += text(key, one);
    for (const auto& [key, one] : dossier.lost)
        all += "lost " + text(key, one);
    for (const auto& placed : dossier.corrections)
        all += "correction " + placed.correction.text + stampText(placed.stamp) + (placed.lost ? " lost\n" : "\n");
    for (const auto& [from, into] : dossier.joinedInto)
        all += from.value + " into " + into.value + "\n";
    for (const auto& line : dossier.history)
        all += std::to_string(line.record.value) + line.text + line.question.value + stampText(line.stamp) + "\n";
    return all + dossier.undoText + "|" + dossier.redoText + "|" + std::to_string(dossier.records) + dossier.lastHash;
}

} // namespace

class TestManyDecisions : public QObject {
    Q_OBJECT
private slots:
    void asFromTheStart_data();
    void asFromTheStart();
    void oneNoteIsOneNote();
    void oneThatComesLateIsFew_data();
    void oneThatComesLateIsFew();
};

void TestManyDecisions::asFromTheStart_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("desks");
    for (int seed = 1; seed <= 4; ++seed)
        for (int desks : {1, 3})
            QTest::addRow("seed %d, %d desks", seed, desks) << seed << desks;
}

/// Any decisions, sent on late and in any order; now and then a copy is read afresh and must say the same.
void TestManyDecisions::asFromTheStart() {
    QFETCH(int, seed);
    QFETCH(int, desks);
    Dice dice(static_cast<std::uint64_t>(seed * 10 + desks));
    const QTemporaryDir folder;
    const auto path = [&](const std::string& name) {
        return folder.filePath(QString::fromStdString(name)).toStdString();
    };
    const char* const names[] = {"Ada", "Ben", "Eve", "Ida"};
    std::vector<Case> all;
    {
        const Case file = open(path("first"));
        for (const char* name : names)
            DONE(file->apply(dossier::SetPerson{{name, dossier::Role::Editor, {}}}, name));
        DONE(file->apply(article("first", first), "Ada"));
        DONE(file->apply(article("second", second), "Ada"));
        DONE(file->setComparison(results()));
        for (int i = 0; i < desks; ++i) {
            DONE(file->copyTo(path("desk" + std::to_string(i)), false));
            all.push_back(open(path("desk" + std::to_string(i))));
            if (desks > 1)
                all.back()->setUndoBy(names[i]);
        }
    }
    const auto send = [&](std::size_t from, std::size_t to) {
        auto contents = all[from]->contentsAfter(dice.once(3) ? 0 : all[from]->snapshot()->records / 2);
        DONE(contents);
        DONE(all[to]->takeIn(std::move(std::get<0>(contents)), names[to], [&](const store::Material& material) {
            auto bytes = all[from]->blob(material.sha256);
            return std::holds_alternative<std::string>(bytes) ? std::get<std::string>(bytes) : std::string();
        }));
    };
    for (int step = 0; step < 200; ++step) {
        const std::size_t at = dice.below(all.size());
        const std::string by = names[at];
        const auto& key = dice.once(3) ? men : taken;
        const std::string word = "word " + std::to_string(dice.below(40));
        dossier::Edit edit = dossier::AddNote{key, word};
        switch (dice.below(20)) {
        case 0:
        case 1:
        case 2:
            edit = dossier::SetVerdict{key, dossier::VerdictState::Disputed, word, {}, {}};
            break;
        case 3:
            edit = dossier::Propose{key, word, "3", "4", {}, {}};
            break;
        case 4:
        case 5:
            edit = dossier::SignOffFigure{key, nullptr};
            break;
        case 6:
            edit = dossier::Revoke{key, word};
            break;
        case 7:
            edit = dossier::AddEvidence{key, "e.txt", word, word, {}};
            break;
        case 8:
        case 9:
            edit = dossier::Undo{};
            break;
        case 10:
            edit = dossier::Redo{};
            break;
        case 11:
            edit = dossier::Dismiss{key, word};
            break;
        case 12:
            edit = dossier::GradeInformation{key, "Wamaps", "2", word};
            break;
        case 13:
            if (dice.once(4))
                edit = dossier::Join{{taken, men}};
            break;
        case 14:
            if (dice.once(4)) {
                dossier::Correction rename;
                rename.kind = dossier::CorrectionKind::Rename;
                rename.question = key;
                rename.text = word;
                edit = dossier::Correct{rename};
            } else if (dice.once(6)) {
                edit = article("late " + word, third + " " + word);
            }
            break;
        case 15:
            if (dice.once(3)) {
                dossier::Arrange turned;
                for (const auto& one : all[at]->snapshot()->articles)
                    turned.order.insert(turned.order.begin(), one.id);
                edit = turned;
            } else if (dice.once(6)) {
                edit = dossier::RemoveArticle{{dossier::sha256Hex(second)}};
            }
            break;
        case 16:
        case 17:
            if (const std::size_t to = dice.below(all.size()); to != at)
                send(at, to);
            break;
        default:
            break;
        }
        (void)all[at]->apply(edit, by); // some cannot be made as things stand, which changes nothing
        if (step % 20 == 19) {
            const std::string afresh = path("afresh");
            DONE(all[at]->copyTo(afresh, true));
            const Case again = open(afresh);
            QVERIFY(again);
            if (desks > 1)
                again->setUndoBy(names[at]);
            QCOMPARE(QString::fromStdString(text(*all[at]->snapshot())),
                     QString::fromStdString(text(*again->snapshot())));
        }
    }
    QVERIFY(all[0]->snapshot()->decisionsOf(taken).notes.size() > 5);
}

namespace {

/// Logs of several desks by hand: notes on one question, each desk knowing what it made and no more.
struct Maker {
    std::uint64_t time = 0;
    std::map<std::string, std::pair<std::uint64_t, std::string>> ends; ///< by desk: how many it made, the last's hash

    dossier::Content note(const std::string& by, std::uint64_t at, std::uint64_t carrier) {
        auto& [count, last] = ends[by];
        std::array<char, 40> when{};
        std::snprintf(when.data(), when.size(), "2026-01-14T%02d:%02d:%02d.%03dZ", static_cast<int>(at / 3600000 % 24),
                      static_cast<int>(at / 60000 % 60), static_cast<int>(at / 1000 % 60), static_cast<int>(at % 1000));
        dossier::Entry was;
        was.subject = was.key.value = "taken";
        was.label = "people taken";
        dossier::Entry is = was;
        dossier::Record record;
        record.id.value = ++count;
        is.notes[record.id.value] = {"note " + std::to_string(at), {by, when.data()}};
        record.at = when.data();
        record.by = by;
        record.edit = "note";
        record.before = dossier::entrySlots(was, is);
        record.after = dossier::entrySlots(is, was);
        record.previousHash = last;
        record.hash = dossier::recordHash(record);
        dossier::Content content{record, carrier, {}, last, {}, false};
        last = record.hash;
        return content;
    }
};

/// A question, a ledger and what is derived from it.
struct Desk {
    dossier::Ledger ledger;
    dossier::Projection projection;
    dossier::Fold fold;
    static dossier::SharedText none(const std::string&, const std::string&) { return {}; }

    void start(std::vector<dossier::Content> contents) {
        std::string problem;
        ledger = fold.start(std::move(contents), none, problem);
        projection.rebuild(ledger);
    }
    /// What taking them in cost.
    std::size_t take(std::vector<dossier::Content> contents) {
        const std::size_t before = projection.work();
        const auto changes = fold.take(ledger, std::move(contents), none);
        projection.update(ledger, changes);
        return projection.work() - before;
    }
};

} // namespace

void TestManyDecisions::oneNoteIsOneNote() {
    Maker maker;
    Desk desk;
    desk.start({maker.note("Ada", 1, 1)});
    for (std::uint64_t i = 2; i <= 3000; ++i) {
        const std::size_t cost = desk.take({maker.note(i % 2 == 0 ? "Ada" : "Ben", i, i)});
        QVERIFY2(cost <= 2, std::to_string(cost).c_str()); // the note, and its line of the history
    }
    QCOMPARE(desk.projection.now().decisionsOf(taken).notes.size(), std::size_t(3000));
    QCOMPARE(desk.projection.now().decisionsOf(taken).notes.back().text, std::string("note 3000"));
    const auto snapshot = desk.projection.snapshot(desk.ledger);
    QCOMPARE(snapshot->history.size(), std::size_t(3000));
    QCOMPARE(snapshot->history.front().record.value, std::uint64_t(3000));
}

void TestManyDecisions::oneThatComesLateIsFew_data() {
    QTest::addColumn<int>("late");
    for (int late : {1, 5, 40})
        QTest::addRow("by %d records", late) << late;
}
/// One desk's records come in behind ones that were made later.
void TestManyDecisions::oneThatComesLateIsFew() {
    QFETCH(int, late);
    Maker maker;
    Desk desk;
    desk.start({maker.note("Ada", 10, 1)});
    std::uint64_t carrier = 1;
    for (std::uint64_t i = 2; i <= 1500; ++i) {
        const std::uint64_t at = i * 10;
        std::size_t cost = desk.take({maker.note("Ada", at, ++carrier)});
        QVERIFY2(cost <= 2, std::to_string(cost).c_str());
        if (i % 100 != 0)
            continue;
        const auto passed = static_cast<std::size_t>(late);
        cost = desk.take({maker.note("Ben", at - passed * 10 + 5, ++carrier)});
        // What is taken back and folded in again has its line put once more; the notes themselves stay where they are.
        QVERIFY2(cost <= 2 * (passed + 1), std::to_string(cost).c_str());
    }
    Desk whole;
    std::vector<dossier::Content> log;
    Maker again;
    carrier = 0;
    log.push_back(again.note("Ada", 10, ++carrier));
    for (std::uint64_t i = 2; i <= 1500; ++i) {
        log.push_back(again.note("Ada", i * 10, ++carrier));
        if (i % 100 == 0)
            log.push_back(again.note("Ben", i * 10 - static_cast<std::uint64_t>(late) * 10 + 5, ++carrier));
    }
    std::sort(log.begin(), log.end(), [](const auto& a, const auto& b) { return a.record.at < b.record.at; });
    whole.start(std::move(log));
    for (Desk* one : {&desk, &whole}) { // the number of records and the end of the log are the case file's to say
        one->ledger.records = carrier;
        one->ledger.lastHash.clear();
        one->projection.update(one->ledger, std::vector<dossier::Change>{});
    }
    QCOMPARE(QString::fromStdString(text(*desk.projection.snapshot(desk.ledger))),
             QString::fromStdString(text(*whole.projection.snapshot(whole.ledger))));
}

QTEST_APPLESS_MAIN(TestManyDecisions)
#include "tst_manydecisions.moc"
