// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sentence.h"

#include "tests/report/handmade.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace countercheck;
using namespace handmade;
using compare::Reason;
using compare::RelationKind;
using compare::Supersedes;
using read::Modality;

namespace {

std::string sentence(const compare::Question& q, const dossier::Decisions& decisions = {},
                     const dossier::Dossier& d = outlets()) {
    return report::sentenceFor(q, report::sourcedValues(q, d), d, decisions);
}
compare::Question abducted(const std::vector<Said>& said,
                           std::optional<RelationKind> status = RelationKind::Contradiction) {
    return question("How many people were abducted?", "people abducted", QuestionKind::Count, said, status);
}
compare::Question attackers(const std::vector<Said>& said,
                            std::optional<RelationKind> status = RelationKind::Discrepancy) {
    return question("How many attackers were there?", "attackers", QuestionKind::Count, said, status);
}
dossier::Decisions withProposal(const std::string& wording, const std::string& low = {}, const std::string& high = {}) {
    dossier::Decisions decisions;
    decisions.proposal = dossier::Proposal{wording, low, high, {"Ada", "2026-01-16T08:00:00Z"}};
    return decisions;
}

} // namespace

class SentenceTest : public QObject {
    Q_OBJECT
private slots:
    void examples_data() {
        QTest::addColumn<QString>("got");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, const std::string& got, const char* wanted) {
            QTest::newRow(name) << QString::fromStdString(got) << QString::fromUtf8(wanted);
        };
        // Two figures that stand side by side, and two that do not.
        row("between",
            sentence(abducted({{0, "three", exactly(3), "Lookout"}, {0, "four", exactly(4), "an official"}})),
            "Between 3 and 4 people were abducted (Lookout: 3; an official: 4).");
        row("either", sentence(abducted({{0, "three", exactly(3), ""}, {1, "five", exactly(5), ""}})),
            "Either 3 or 5 people were abducted (Alpha: 3; Bravo: 5).");
        row("either, three figures",
            sentence(
                abducted({{0, "three", exactly(3), ""}, {1, "nine", exactly(9), ""}, {2, "five", exactly(5), ""}})),
            "Either 3, 5 or 9 people were abducted (Alpha: 3; Charlie: 5; Bravo: 9).");
        row("between, with hedged ones",
            sentence(abducted({{0, "three", exactly(3), "Lookout"},
                               {0, "four", exactly(4), "an official"},
                               {2, "at least three", atLeast(3), "local accounts"},
                               {2, "as many as four", upTo(4), "a ferryman"}})),
            "Between 3 and 4 people were abducted (Lookout: 3; local accounts: at least 3; an official: 4; a ferryman: "
            "up to 4).");
        row("thousands",
            sentence(question("How many people fled?", "people fled", QuestionKind::Count,
                              {{0, "12,000", exactly(12000), ""}, {1, "15,500", exactly(15500), ""}},
                              RelationKind::Contradiction)),
            "Either 12,000 or 15,500 people fled (Alpha: 12,000; Bravo: 15,500).");
        // Estimates.
        row("estimates",
            sentence(attackers(
                {{0, "nearly 160", nearly(160), "Lookout"}, {2, "more than 100", moreThan(100), "local accounts"}})),
            "Estimates of the attackers run from more than 100 (local accounts) to nearly 160 (Lookout).");
        row("estimates of people abducted",
            sentence(abducted({{0, "at least three", atLeast(3), ""}, {1, "as many as five", upTo(5), ""}})),
            "Estimates of the number of people abducted run from at least three (Alpha) to as many as five (Bravo).");
        row("estimates, with one between",
            sentence(attackers({{0, "nearly 160", nearly(160), "Lookout"},
                                {2, "more than 100", moreThan(100), ""},
                                {3, "120", exactly(120), "a gendarme"}})),
            "Estimates of the attackers run from more than 100 (Charlie) to nearly 160 (Lookout); others: a gendarme: "
            "120.");
        // One value.
        row("one source, one article", sentence(abducted({{0, "three", exactly(3), "Lookout"}}, {})),
            "Lookout said three people were abducted; this has not been independently confirmed.");
        row("the outlet itself", sentence(abducted({{0, "three", exactly(3), ""}}, {})),
            "Alpha said three people were abducted; this has not been independently confirmed.");
        row("one origin, two articles",
            sentence(abducted({{0, "three", exactly(3), "Lookout"}, {1, "three", exactly(3), "Lookout"}},
                              RelationKind::Agreement)),
            "Three people were abducted, according to Lookout, as reported by Alpha and Bravo.");
        row("two sources agree",
            sentence(abducted({{0, "three", exactly(3), "Lookout"}, {1, "three", exactly(3), "the governor"}},
                              RelationKind::Agreement)),
            "Three people were abducted, according to Lookout and the governor.");
        row("agreed, with a hedge",
            sentence(abducted({{0, "three", exactly(3), ""}, {1, "at least three", atLeast(3), ""}},
                              RelationKind::Agreement)),
            "Three people were abducted, according to Alpha; also given as at least three (Bravo).");
        row("precise and vague",
            sentence(question("How many sites were attacked?", "sites attacked", QuestionKind::Count,
                              {{0, "several", vague(2), ""}, {1, "three", exactly(3), ""}}, RelationKind::Refinement)),
            "Three sites were attacked, according to Bravo; also given as several (Alpha).");
        row("dozens of",
            sentence(question("How many vehicles were torched?", "vehicles torched", QuestionKind::Count,
                              {{0, "dozens", vague(24), ""}}, {})),
            "Alpha said dozens of vehicles were torched; this has not been independently confirmed.");
        // Grammar that would break is not tried.
        row("one person", sentence(abducted({{0, "one", exactly(1), ""}}, {})),
            "Alpha said one person was abducted; this has not been independently confirmed.");
        row("none", sentence(abducted({{0, "no", exactly(0), ""}}, {})),
            "Number of people abducted: 0, as reported by Alpha; this has not been independently confirmed.");
        row("at least one",
            sentence(abducted({{0, "at least one", atLeast(1), "Lookout"}, {1, "at least one", atLeast(1), "Lookout"}},
                              RelationKind::Agreement)),
            "At least one person was abducted, according to Lookout, as reported by Alpha and Bravo.");
        row("one attacker", sentence(attackers({{0, "one gunman", exactly(1), ""}}, {})),
            "Alpha said there was one attacker; this has not been independently confirmed.");
        row("a plural that no rule knows",
            sentence(question("How many personnel were killed?", "personnel killed", QuestionKind::Count,
                              {{0, "one", exactly(1), ""}}, {})),
            "Number of personnel killed: 1, as reported by Alpha; this has not been independently confirmed.");
        row("in another language",
            sentence(abducted({{0, "trois", exactly(3), "un responsable"}, {1, "plusieurs", vague(2), ""}},
                              RelationKind::Refinement)),
            "Three people were abducted, according to an official; also given as several (Bravo).");
        row("a title that asks otherwise",
            sentence(question("How many did they burn?", "trucks burned down", QuestionKind::Count,
                              {{0, "seven", exactly(7), ""}, {1, "nine", exactly(9), ""}},
                              RelationKind::Contradiction)),
            "Number of trucks burned down: either 7 or 9 (Alpha: 7; Bravo: 9).");
        row("only a label",
            sentence(question("", "trucks burned", QuestionKind::Count,
                              {{0, "seven", exactly(7), ""}, {1, "seventeen", exactly(17), ""}},
                              RelationKind::Contradiction)),
            "Either 7 or 17 trucks were burned (Alpha: 7; Bravo: 17).");
        row("the noun in the value", sentence(attackers({{0, "Nearly 160 gunmen", nearly(160), "Lookout"}}, {})),
            "Lookout said there were nearly 160 attackers; this has not been independently confirmed.");
        row("nouns in the values",
            sentence(attackers({{0, "Nearly 160 gunmen", nearly(160), "Lookout"},
                                {2, "more than 100 heavily armed men", moreThan(100), "Local accounts"}})),
            "Estimates of the attackers run from more than 100 (local accounts) to nearly 160 (Lookout).");
        row("one number under several nouns",
            sentence(question("How many plants were attacked?", "plants attacked", QuestionKind::Count,
                              {{0, "three plants", exactly(3), ""},
                               {0, "three industrial sites", exactly(3), "Residents and officials", Modality::Reported},
                               {2, "several industrial sites", vague(2), ""}},
                              RelationKind::Refinement)),
            "Three plants were attacked, according to Alpha and residents and officials; also given as several "
            "(Charlie).");
        row("what no number begins", sentence(attackers({{0, "a crowd", vague(2), ""}}, {})),
            "Number of attackers: a crowd, as reported by Alpha; this has not been independently confirmed.");
        // Later states.
        row("update",
            sentence(question("How many people died?", "people died", QuestionKind::Count,
                              {{0, "nine", exactly(9), ""}, {2, "at least 14", atLeast(14), ""}},
                              RelationKind::Discrepancy, Reason::Update, Supersedes::B)),
            "At least 14 people died, Charlie said on Wednesday, up from nine on Monday (Alpha).");
        row("corrected downwards",
            sentence(question("How many people died?", "people died", QuestionKind::Count,
                              {{1, "nine", exactly(9), ""}, {2, "seven", exactly(7), ""}}, RelationKind::Discrepancy,
                              Reason::Update, Supersedes::B)),
            "Seven people died, Charlie said on Wednesday, down from nine on Tuesday (Bravo).");
        // Denied, doubted.
        row("denied figure",
            sentence(abducted(
                {{0, "two", exactly(2), "residents"}, {1, "two", exactly(2), "the company", Modality::Denied}})),
            "Residents said two people were abducted; the company denied it.");
        row("another figure denied",
            sentence(abducted(
                {{0, "two", exactly(2), "residents"}, {1, "five", exactly(5), "the company", Modality::Denied}})),
            "Number of people abducted: accounts conflict – 2 (residents); 5 (denied) (the company).");
        row("a denial alone", sentence(abducted({{0, "two", exactly(2), "the company", Modality::Denied}}, {})),
            "The company denied that two people were abducted.");
        row("said not to be",
            sentence(abducted({{0, "two", exactly(2), "residents"},
                               {1, "two", exactly(2), "the company", Modality::Asserted, true}})),
            "Residents said two people were abducted; the company denied it.");
        row("polarity",
            sentence(
                question("Were workers abducted?", "workers abducted", QuestionKind::Polarity,
                         {{0, "abducted", {}, "residents"}, {1, "not abducted", {}, "the company", Modality::Denied}},
                         RelationKind::Contradiction, Reason::Polarity)),
            "Workers abducted: asserted by residents; denied by the company.");
        row("possible", sentence(abducted({{0, "three", exactly(3), "", Modality::Possible}}, {})),
            "Alpha said three people may have been abducted; this has not been independently confirmed.");
        row("possible, of another predicate",
            sentence(question("How many people fled?", "people fled", QuestionKind::Count,
                              {{0, "three", exactly(3), "", Modality::Possible}}, {})),
            "Alpha said three people may have fled; this has not been independently confirmed.");
        row("possible, of no predicate that is known",
            sentence(question("How many people remain trapped?", "people trapped", QuestionKind::Count,
                              {{0, "three", exactly(3), "", Modality::Possible}}, {})),
            "Number of people trapped: 3 (possible), as reported by Alpha; this has not been independently confirmed.");
        // Other kinds.
        row("dates agree",
            sentence(question("When did the attack take place?", "date of the attack", QuestionKind::Date,
                              {{0, "Sunday", {}, ""}, {2, "Sunday, January 11, 2026", {}, ""}},
                              RelationKind::Agreement)),
            "Date of the attack: Sunday (Alpha), also given as Sunday, January 11, 2026 (Charlie).");
        row("dates conflict",
            sentence(question("When did it begin?", "start of the raid", QuestionKind::Date,
                              {{0, "Sunday evening", {}, ""}, {1, "Monday evening", {}, ""}},
                              RelationKind::Contradiction)),
            "Start of the raid: accounts conflict – Sunday evening (Alpha); Monday evening (Bravo).");
        row("quotes",
            sentence(question("How was the damage described?", "words on the damage", QuestionKind::Quote,
                              {{0, "enormous damage", {}, "a source"}, {1, "enormous", {}, "a source"}},
                              RelationKind::Refinement)),
            "A source said “enormous damage”, as quoted by Alpha; shortened to “enormous” (Bravo).");
        row("one quote, with the comma inside",
            sentence(question("What did the mayor say?", "what the mayor said", QuestionKind::Quote,
                              {{0, "“The river is shut,”", {}, "the mayor"}}, {})),
            "The mayor said “The river is shut”, as quoted by Alpha.");
        row("quotes that differ",
            sentence(question(
                "What did the mayor say?", "what the mayor said", QuestionKind::Quote,
                {{0, "“The river is shut.”", {}, "The mayor"}, {1, "“The river stays shut.”", {}, "the mayor"}},
                RelationKind::Discrepancy)),
            "The mayor said “The river stays shut”, as quoted by Bravo; also quoted as “The river is shut” (Alpha).");
        row("quotes of two speakers",
            sentence(question("What was said?", "words on the river", QuestionKind::Quote,
                              {{0, "shut", {}, "the mayor"}, {1, "open", {}, "a pilot"}}, RelationKind::Discrepancy)),
            "Words on the river: accounts differ – “shut” (the mayor); “open” (a pilot).");
        row("names, three",
            sentence(question("What is the group called?", "name of the group", QuestionKind::Name,
                              {{0, "JNIM", {}, ""}, {1, "JNIM", {}, ""}, {2, "Support Group", {}, ""}},
                              RelationKind::Agreement)),
            "Name of the group: JNIM (Alpha, Bravo), also given as Support Group (Charlie).");
        row("money",
            sentence(question("How much was asked?", "ransom asked", QuestionKind::Money,
                              {{0, "$2 million", exactly(2000000), ""}, {1, "$3 million", exactly(3000000), ""}},
                              RelationKind::Contradiction)),
            "Ransom asked: accounts conflict – $2 million (Alpha); $3 million (Bravo).");
        row("accents get capitals",
            sentence(question("", "élus enlevés", QuestionKind::Date, {{0, "dimanche", {}, ""}}, {})),
            "Élus enlevés: dimanche, as reported by Alpha; this has not been independently confirmed.");
        // What people decided is what is printed.
        const auto two = abducted({{0, "three", exactly(3), "Lookout"}, {0, "four", exactly(4), "an official"}});
        row("wording", sentence(two, withProposal("three or four people were abducted. ")),
            "Three or four people were abducted (Lookout: 3; an official: 4).");
        row("low and high", sentence(two, withProposal("", "3", "4")),
            "Between 3 and 4 people were abducted (Lookout: 3; an official: 4).");
        row("one figure", sentence(two, withProposal("", "3", "3")),
            "3 people were abducted (Lookout: 3; an official: 4).");
        row("low only", sentence(two, withProposal("", "3", "")),
            "At least 3 people were abducted (Lookout: 3; an official: 4).");
        row("high only", sentence(two, withProposal("", "", "4")),
            "Up to 4 people were abducted (Lookout: 3; an official: 4).");
        row("one", sentence(two, withProposal("", "1", "1")), "1 person was abducted (Lookout: 3; an official: 4).");
        row("who says the low and the high",
            sentence(two,
                     [] {
                         dossier::Decisions d = withProposal("", "3", "4");
                         d.proposal->lowSource = "Wamaps";
                         d.proposal->highSource = "Kayes official";
                         return d;
                     }()),
            "Between 3 and 4 people were abducted (Wamaps: 3; Kayes official: 4).");
        row("wording that names its sources",
            sentence(two, withProposal("Between 3 and 4 people were abducted (Wamaps: 3; Kayes official: 4).")),
            "Between 3 and 4 people were abducted (Wamaps: 3; Kayes official: 4).");
        row("not established", sentence(two, withProposal("")),
            "The number of people abducted is not established (Lookout: 3; an official: 4).");
        dossier::Decisions unverifiable;
        unverifiable.verdict = dossier::Verdict{dossier::VerdictState::Unverifiable, "", {}};
        row("unverifiable", sentence(two, unverifiable),
            "The number of people abducted is not established (Lookout: 3; an official: 4).");
        row("no claims", sentence(abducted({}, {})), "The number of people abducted is not established.");
    }
    void examples() {
        QFETCH(QString, got);
        QTEST(got, "wanted");
    }

    void french_data() {
        QTest::addColumn<QString>("got");
        QTest::addColumn<QString>("wanted");
        const auto french = [](const compare::Question& q, const dossier::Decisions& decisions = {}) {
            const dossier::Dossier d = outlets();
            return report::sentenceFor(q, report::sourcedValues(q, d), d, decisions, report::Language::French);
        };
        const auto row = [](const char* name, const std::string& got, const char* wanted) {
            QString words = QString::fromUtf8(wanted); // a person types plain blanks; French print has others
            words.replace(QStringLiteral(" ;"), QStringLiteral("\u202f;"))
                .replace(QStringLiteral(" :"), QStringLiteral("\u00a0:"))
                .replace(QStringLiteral("« "), QStringLiteral("«\u00a0"))
                .replace(QStringLiteral(" »"), QStringLiteral("\u00a0»"));
            QTest::newRow(name) << QString::fromStdString(got) << words;
        };
        const auto counted = [](const char* title, const char* label, const std::vector<Said>& said,
                                std::optional<RelationKind> status = {}) {
            return question(title, label, QuestionKind::Count, said, status);
        };
        row("entre", french(abducted({{0, "three", exactly(3), "Lookout"}, {0, "four", exactly(4), "an official"}})),
            "Entre 3 et 4 personnes ont été enlevées (Lookout : 3 ; un responsable : 4).");
        row("soit", french(abducted({{0, "three", exactly(3), ""}, {1, "five", exactly(5), ""}})),
            "Soit 3, soit 5 personnes ont été enlevées (Alpha : 3 ; Bravo : 5).");
        row("estimations",
            french(attackers(
                {{0, "nearly 160", nearly(160), "Lookout"}, {2, "more than 100", moreThan(100), "local accounts"}})),
            "Les estimations du nombre d’assaillants vont de plus de 100 (des récits locaux) à près de 160 (Lookout).");
        row("feminine plural", french(abducted({{0, "three", exactly(3), "Lookout"}}, {})),
            "Trois personnes ont été enlevées, selon Lookout ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("masculine singular",
            french(counted("How many men were abducted?", "men abducted", {{0, "one", exactly(1), ""}})),
            "Un homme a été enlevé, selon Alpha ; cette information n’a pas été confirmée de source indépendante.");
        row("feminine singular",
            french(counted("How many women were killed?", "women killed", {{0, "one", exactly(1), ""}})),
            "Une femme a été tuée, selon Alpha ; cette information n’a pas été confirmée de source indépendante.");
        row("masculine plural",
            french(counted("How many soldiers were injured?", "soldiers injured", {{0, "twelve", exactly(12), ""}})),
            "12 soldats ont été blessés, selon Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("with être", french(counted("How many women died?", "women died", {{0, "two", exactly(2), ""}})),
            "Deux femmes sont mortes, selon Alpha ; cette information n’a pas été confirmée de source indépendante.");
        row("with avoir, which does not agree",
            french(counted("How many families fled?", "families fled", {{0, "two", exactly(2), ""}})),
            "Deux familles ont fui, selon Alpha ; cette information n’a pas été confirmée de source indépendante.");
        row("one origin",
            french(abducted({{0, "three", exactly(3), "Lookout"}, {1, "three", exactly(3), "Lookout"}},
                            RelationKind::Agreement)),
            "Trois personnes ont été enlevées, selon Lookout, comme le rapportent Alpha et Bravo.");
        row("one and more", french(abducted({{0, "more than one", moreThan(1), "Lookout"}}, {})),
            "Plus d’une personne a été enlevée, selon Lookout ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("elision after dizaines",
            french(counted("How many attackers were there?", "attackers", {{0, "dozens", vague(24), ""}})),
            "Il y avait des dizaines d’assaillants, selon Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("feminine of many",
            french(counted("How many houses were burned?", "houses burned", {{0, "many", vague(2), ""}})),
            "De nombreuses maisons ont été incendiées, selon Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("possible", french(abducted({{0, "three", exactly(3), "", Modality::Possible}}, {})),
            "Trois personnes auraient été enlevées, selon Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("denied, one",
            french(abducted(
                {{0, "two", exactly(2), "residents"}, {1, "two", exactly(2), "the company", Modality::Denied}})),
            "Deux personnes ont été enlevées, selon des habitants ; l’entreprise l’a démenti.");
        row("denied, several",
            french(abducted(
                {{0, "two", exactly(2), "Lookout"}, {1, "two", exactly(2), "the authorities", Modality::Denied}})),
            "Deux personnes ont été enlevées, selon Lookout ; les autorités l’ont démenti.");
        row("a denial alone, subjunctive",
            french(abducted({{0, "one", exactly(1), "the company", Modality::Denied}}, {})),
            "L’entreprise a démenti qu’une personne ait été enlevée.");
        row("update",
            french(question("How many people died?", "people died", QuestionKind::Count,
                            {{0, "nine", exactly(9), ""}, {2, "at least 14", atLeast(14), ""}},
                            RelationKind::Discrepancy, Reason::Update, Supersedes::B)),
            "Au moins 14 personnes sont mortes, a indiqué Charlie mercredi, contre neuf lundi (Alpha).");
        row("not established", french(abducted({{0, "three", exactly(3), ""}}), withProposal("")),
            "Le nombre de personnes enlevées n’est pas établi (Alpha : 3).");
        row("thousands and decimals",
            french(counted("How many people fled?", "people fled",
                           {{0, "12,500", exactly(12500), ""}, {1, "1.5 million", exactly(1500000), ""}},
                           RelationKind::Contradiction)),
            "Soit 12\u202f500, soit 1\u202f500\u202f000 personnes ont fui (Alpha : 12\u202f500 ; Bravo : "
            "1\u202f500\u202f000).");
        row("millions take de",
            french(counted("How many people fled?", "people fled", {{0, "1.5 million", exactly(1500000), ""}})),
            "1,5 million de personnes ont fui, selon Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("a wording stays as a person put it",
            french(abducted({{0, "three", exactly(3), ""}}), withProposal("Three or four people were abducted")),
            "Three or four people were abducted (Alpha : 3).");
        row("dates",
            french(question("When did the attack happen?", "date of the attack", QuestionKind::Date,
                            {{0, "Sunday", {}, ""}}, {})),
            "Date de l’attaque : Sunday, rapporté par Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("homes",
            french(question("Where is Leo Marsh from?", "home of Leo Marsh", QuestionKind::Place,
                            {{0, "Kelby", {}, ""}}, {})),
            "Domicile de Leo Marsh : Kelby, rapporté par Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("dates by their clause",
            french(question("When did Ada Marsh join the board?", "date Ada Marsh joined the board", QuestionKind::Date,
                            {{0, "May 4", {}, ""}}, {})),
            "Date (« Ada Marsh joined the board ») : May 4, rapporté par Alpha ; cette information n’a pas été "
            "confirmée de source indépendante.");
        // Nothing is guessed: no gender for a noun that no table knows, no translation of a name.
        row("an unknown noun",
            french(counted("How many sloops were seized?", "sloops seized", {{0, "three", exactly(3), ""}})),
            "Nombre de « sloops seized » : 3, rapporté par Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
        row("an unknown verb",
            french(counted("How many people were outwitted?", "people outwitted", {{0, "three", exactly(3), ""}})),
            "Nombre de « people outwitted » : 3, rapporté par Alpha ; cette information n’a pas été confirmée de "
            "source "
            "indépendante.");
        row("somebody unknown", french(abducted({{0, "three", exactly(3), "a night watchman"}}, {})),
            "Trois personnes ont été enlevées, selon « a night watchman » ; cette information n’a pas été confirmée de "
            "source indépendante.");
        row("zero", french(abducted({{0, "no", exactly(0), ""}}, {})),
            "Nombre de personnes enlevées : 0, rapporté par Alpha ; cette information n’a pas été confirmée de source "
            "indépendante.");
    }
    void french() {
        QFETCH(QString, got);
        QTEST(got, "wanted");
    }
    /// Every form has both languages and the same places.
    void formsMatch() {
        for (const char* table : {"forms", "phrases"}) {
            QFile file(QStringLiteral(COUNTERCHECK_TEST_DATA "/../resources/report/%1.tsv").arg(QLatin1String(table)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QSet<QString> names;
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
            for (const QString& line : lines) {
                if (line.startsWith(u'#'))
                    continue;
                const QStringList cells = line.split(u'\t');
                QCOMPARE(cells.size(), 3);
                QVERIFY2(!names.contains(cells[0]), qPrintable(cells[0]));
                names << cells[0];
                QVERIFY2(!cells[1].isEmpty() && !cells[2].isEmpty(), qPrintable(cells[0]));
                for (int i = 0; i < 6; ++i) {
                    const QString place = QStringLiteral("{%1}").arg(i);
                    QVERIFY2(cells[1].contains(place) == cells[2].contains(place), qPrintable(cells[0] + place));
                }
            }
            QVERIFY(names.size() > 60);
        }
        QCOMPARE(report::form(report::Language::French, "no such form"), std::string("<no such form>"));
    }

    /// A rewritten copy is no second source.
    void copiesRepeat() {
        dossier::Dossier d = outlets();
        d.comparison.lineage =
            std::vector<compare::Lineage>{{.a = 0, .b = 1, .kind = compare::LineageKind::Derived, .similarity = 0.81}};
        const auto q =
            abducted({{0, "three", exactly(3), "Lookout"}, {1, "three", exactly(3), ""}, {1, "four", exactly(4), ""}});
        const auto values = report::sourcedValues(q, d);
        QCOMPARE(values.size(), std::size_t{2});
        QCOMPARE(values[0].source, std::string("Lookout"));
        QCOMPARE(values[0].articles, std::vector<std::uint32_t>{0});
        QCOMPARE(values[0].copies, std::vector<std::uint32_t>{1});
        QVERIFY(!values[0].derivedCopy);
        QCOMPARE(values[1].source, std::string("Bravo"));
        QVERIFY(values[1].derivedCopy);
        QCOMPARE(values[1].copiedFrom, 0u);
    }
    void copiesAreSaidToRepeat() {
        dossier::Dossier d = outlets();
        d.comparison.lineage =
            std::vector<compare::Lineage>{{.a = 0, .b = 1, .kind = compare::LineageKind::Derived, .similarity = 0.81}};
        QCOMPARE(sentence(abducted({{0, "three", exactly(3), "Lookout"}, {1, "three", exactly(3), "Lookout"}}), {}, d),
                 std::string(
                     "Three people were abducted, according to Lookout, as reported by Alpha and repeated by Bravo."));
        QCOMPARE(sentence(abducted({{0, "three", exactly(3), ""}, {1, "three", exactly(3), ""}}), {}, d),
                 std::string("Three people were abducted, as reported by Alpha and repeated by Bravo."));
        QCOMPARE(sentence(abducted({{0, "three", exactly(3), ""}, {1, "five", exactly(5), ""}}), {}, d),
                 std::string("Either 3 or 5 people were abducted (Alpha: 3; Bravo, written from Alpha: 5)."));
        QCOMPARE(sentence(abducted({{0, "three", exactly(3), "Lookout"}, {1, "five", exactly(5), "Lookout"}}), {}, d),
                 std::string("Either 3 or 5 people were abducted (Lookout: 3; Lookout, as rewritten by Bravo: 5)."));
    }
    /// Even when the copy stands first in the window.
    void copyBeforeItsOriginal() {
        dossier::Dossier d = outlets();
        d.comparison.lineage =
            std::vector<compare::Lineage>{{.a = 1, .b = 0, .kind = compare::LineageKind::Derived, .similarity = 0.81}};
        const auto values =
            report::sourcedValues(abducted({{0, "three", exactly(3), ""}, {1, "three", exactly(3), ""}}), d);
        QCOMPARE(values.size(), std::size_t{1});
        QCOMPARE(values[0].source, std::string("Bravo"));
        QCOMPARE(values[0].copies, std::vector<std::uint32_t>{0});
    }
    /// Capitals of names stay, those of a sentence's first word go.
    void sourcesInsideASentence_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char* source, const char* printed) {
            QTest::newRow(source) << QString(source) << QString(printed);
        };
        row("A security source", "a security source");
        row("The governor's office", "the governor's office");
        row("Residents and officials", "residents and officials");
        row("Reports", "reports");
        row("The Meridian Review", "The Meridian Review");
        row("Malian military officials", "Malian military officials");
        row("Security Council", "Security Council");
        row("Lookout", "Lookout");
        row("A Team", "A Team");
    }
    void sourcesInsideASentence() {
        QFETCH(QString, source);
        QFETCH(QString, printed);
        const auto q =
            abducted({{0, "three", exactly(3), "Alpha Wire"}, {0, "five", exactly(5), source.toStdString()}});
        QCOMPARE(QString::fromStdString(sentence(q)),
                 "Either 3 or 5 people were abducted (Alpha Wire: 3; " + printed + ": 5).");
    }
    void letters() {
        QCOMPARE(report::articleLetter(0), std::string("A"));
        QCOMPARE(report::articleLetter(25), std::string("Z"));
        QCOMPARE(report::articleLetter(26), std::string("AA"));
        QCOMPARE(report::articleLetter(27), std::string("AB"));
        QCOMPARE(report::articleLetter(26 + 26 * 26), std::string("AAA"));
    }
};

QTEST_GUILESS_MAIN(SentenceTest)
#include "tst_sentence.moc"
