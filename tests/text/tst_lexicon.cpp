// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words: inflection, phrases, values, and what a bad table is told; the tokens that look them up; WordNet.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/text/inflect.h"
#include "core/text/inflectfrench.h"
#include "core/text/lexicon.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"
#include "core/text/wordnet.h"
#include "core/text/wordtable.h"
#endif

#include <QTest>

#include <stdexcept>

using namespace countercheck::text;

namespace {

struct Tokens {
    std::string text;
    Reading reading;
    explicit Tokens(std::string given, const Lexicon& lexicon = Lexicon::of(Language::English),
                    Language language = Language::English)
        : text(std::move(given)) {
        reading.captured = text;
        reading.language = language;
        repair(reading);
        tokenize(lexicon, reading);
    }
    [[nodiscard]] QString shown() const {
        QStringList out;
        for (const Token& t : reading.tokens)
            if (!t.is(TokenKind::Break)) {
                const std::string_view word = reading.of(t);
                out << QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
            }
        return out.join(QLatin1Char('|'));
    }
};

} // namespace

class TestLexicon : public QObject {
    Q_OBJECT
private slots:
    void inflection() {
        const Lexicon lexicon({"grab\tverb event=theft\nsteal\tverb=steals,stealing,stole,stolen "
                               "event=theft\nraider\tnoun role=theft:agent\nthief\tnoun=thieves\n"});
        for (const char* form : {"grab", "grabs", "grabbing", "grabbed", "steal", "stole", "stolen", "stealing"}) {
            const WordId id = lexicon.find(form);
            QVERIFY2(id != 0, form);
            QCOMPARE(lexicon.value(id, Tag::Event), std::string_view("theft"));
        }
        QCOMPARE(lexicon.form(lexicon.lemma(lexicon.find("stolen"))), std::string_view("steal"));
        QVERIFY(lexicon.has(lexicon.find("stolen"), Tag::VerbPart) &&
                !lexicon.has(lexicon.find("stole"), Tag::VerbPart));
        QVERIFY(lexicon.has(lexicon.find("raiders"), Tag::Plural) && lexicon.has(lexicon.find("thieves"), Tag::Plural));
        QCOMPARE(lexicon.value(lexicon.find("raiders"), Tag::Role), std::string_view("theft:agent"));
        for (const char* unknown : {"grabed", "stealed", "thiefs", "raid", ""})
            QCOMPARE(lexicon.find(unknown), WordId{0});
    }

    void frenchInflection_data() {
        QTest::addColumn<QString>("infinitive");
        QTest::addColumn<QString>("forms");
        for (const auto& [infinitive, forms] : {
                 std::pair("tuer", "tue tuent tua tuait tuant tuera tué tuée tués tuées"),
                 std::pair("enlever", "enlève enlèvent enleva enlèveront enlevée"),
                 std::pair("libérer", "libère libéra libèrent libéraient"),
                 std::pair("infliger", "inflige infligea infligeait infligèrent infligé"),
                 std::pair("annoncer", "annonça annonce annonçait annoncèrent"),
                 std::pair("appeler", "appelle appela appelait appellera"),
                 std::pair("déployer", "déploie déployait déploiera déployées"),
                 std::pair("envahir", "envahit envahissent envahissait envahirent envahie"),
                 std::pair("prendre", "prend prennent prit prirent prenait prendra pris prise prises"),
                 std::pair("détruire", "détruit détruisent détruisit détruisait détruites"),
                 std::pair("disparaître", "disparaît disparaissent disparut disparurent disparu disparus"),
                 std::pair("mourir", "meurt meurent mourut moururent mort mortes"),
                 std::pair("tenir", "tient tiennent tint tinrent tenu"),
                 std::pair("répondre", "répond répondent répondit répondait répondu"),
                 std::pair("élire", "élit élisent élu élue élus élues"),
                 std::pair("atteindre", "atteint atteignent atteignait"),
                 std::pair("abattre", "abat abattent abattu abattus"),
             })
            QTest::newRow(infinitive) << QString::fromUtf8(infinitive) << QString::fromUtf8(forms);
    }
    void frenchInflection() {
        QFETCH(QString, infinitive);
        QFETCH(QString, forms);
        const std::string line = infinitive.toStdString() + "\tverb=fr event=x\n";
        const Lexicon lexicon({std::string_view(line)});
        for (const QString& form : forms.split(QLatin1Char(' '))) {
            const WordId id = lexicon.find(form.toStdString());
            QVERIFY2(id != 0, qPrintable(form));
            QCOMPARE(lexicon.form(lexicon.lemma(id)), std::string_view(infinitive.toStdString()));
        }
        for (const auto& [one, many] : {std::pair("journal", "journaux"), std::pair("bateau", "bateaux"),
                                        std::pair("corps", "corps"), std::pair("voiture", "voitures")})
            QCOMPARE(frenchPluralOf(one), std::string(many));
    }

    void phrases() {
        const Lexicon lexicon({"at least\thedge=at-least\nat\tprep\nset on fire\tevent=fire\nset on\tevent=attack\n"
                               "carry out\tverb event=deed\n"});
        const Tokens tokens("At least ten were set on fire and set on the dog; they carried out-takes.", lexicon);
        const auto at = [&](std::string_view word, std::size_t from = 0) {
            for (std::size_t i = from; i < tokens.reading.tokens.size(); ++i)
                if (tokens.reading.of(tokens.reading.tokens[i]) == word)
                    return static_cast<std::uint32_t>(i);
            return 0u;
        };
        const auto hedge = lexicon.matchPhrase(tokens.reading, 0, tagBit(Tag::Hedge));
        QVERIFY(hedge && hedge->endToken == 2);
        QCOMPARE(lexicon.value(hedge->entry, Tag::Hedge), std::string_view("at-least"));
        const auto fire = lexicon.matchPhrase(tokens.reading, at("set"), tagBit(Tag::Event));
        QVERIFY(fire);
        QCOMPARE(lexicon.value(fire->entry, Tag::Event), std::string_view("fire")); // the longest
        const auto attack = lexicon.matchPhrase(tokens.reading, at("set", at("and")), tagBit(Tag::Event));
        QVERIFY(attack);
        QCOMPARE(lexicon.value(attack->entry, Tag::Event), std::string_view("attack"));
        const auto carried = lexicon.matchPhrase(tokens.reading, at("carried"), tagBit(Tag::Event));
        QVERIFY(carried && carried->endToken == at("carried") + 2);
        QVERIFY(!lexicon.matchPhrase(tokens.reading, at("carried"), tagBit(Tag::Hedge)));
        QVERIFY(!lexicon.matchPhrase(tokens.reading, at("ten"), ~0ull));
    }

    void wordsOfTheDictionary() {
        // A word that no table of ours lists has a number all the same, and everything about it by that number.
        const Lexicon& english = Lexicon::of(Language::English);
        const WordId hedgehogs = english.findWord("hedgehogs");
        QVERIFY(hedgehogs != 0 && !english.inLexicon(hedgehogs));
        QCOMPARE(english.find("hedgehogs"), WordId{0});
        QCOMPARE(english.tags(hedgehogs), std::uint64_t{0});
        QCOMPARE(english.lemma(hedgehogs), hedgehogs);
        QCOMPARE(english.form(hedgehogs), std::string_view("hedgehogs"));
        QCOMPARE(english.form(english.nounLemma(hedgehogs)), std::string_view("hedgehog"));
        QCOMPARE(english.verbLemma(hedgehogs), WordId{0});
        QVERIFY(english.use(hedgehogs).noun() && english.use(hedgehogs).nounField == Field::Animal);
        QVERIFY((english.use(hedgehogs).forms & NounPlural) != 0 && !english.nounSynsets(hedgehogs).empty());
        const WordId said = english.find("said");
        QVERIFY(english.inLexicon(said) && english.use(said).verb());
        QVERIFY(!english.use(0).known() && english.form(0).empty() && english.nounSynsets(0).empty());
    }

    void frenchDictionary_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("noun");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<int>("forms"); // at least these
        const auto row = [](const char* form, const char* noun, const char* verb, int forms) {
            QTest::newRow(form) << QString::fromUtf8(form) << QString::fromUtf8(noun) << QString::fromUtf8(verb)
                                << forms;
        };
        row("chevaux", "cheval", "", NounPlural);
        row("loutres", "loutre", "", NounPlural | Feminine);
        row("boulangères", "boulanger", "", NounPlural | Feminine);
        row("dormait", "", "dormir", VerbImperfect | VerbThird);
        row("partiront", "", "partir", VerbFuture | VerbThirdPlural);
        row("peintes", "peindre", "peindre", VerbPastParticiple | Feminine | NounPlural);
        row("chantèrent", "", "chanter", VerbPastTense | VerbThirdPlural);
    }
    void frenchDictionary() {
        QFETCH(QString, form);
        QFETCH(QString, noun);
        QFETCH(QString, verb);
        QFETCH(int, forms);
        const Lexicon& french = Lexicon::of(Language::French);
        const WordId id = french.findWord(form.toStdString());
        QVERIFY(id != 0);
        const auto shown = [&](WordId word) { return QString::fromStdString(std::string(french.form(word))); };
        QCOMPARE(shown(french.nounLemma(id)), noun);
        QCOMPARE(shown(french.verbLemma(id)), verb);
        QCOMPARE(int(french.use(id).forms) & forms, forms);
    }

    void frenchParts() {
        const Lexicon& french = Lexicon::of(Language::French);
        QVERIFY((french.use(french.findWord("depuis")).parts & Preposition) != 0);
        QVERIFY((french.use(french.findWord("lorsqu'")).parts & (Conjunction | Elided)) == (Conjunction | Elided));
        QVERIFY(french.use(french.findWord("lentement")).adverb());
        for (const char* none : {"chevals", "tuasse", "lorsqu"})
            QCOMPARE(french.findWord(none), WordId{0});
    }

    void hints_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("token");
        QTest::addColumn<int>("hints");
        const auto row = [](const char* text, int token, int hints) {
            QTest::addRow("%s @%d", text, token) << QString::fromUtf8(text) << token << hints;
        };
        row("otters swim", 0, 0);
        row("Otters swim", 0, HintName);
        row("in 2019", 1, HintFigure | HintTime);
        row("40 otters", 0, HintFigure);
        row("at 9:30", 3, HintFigure | HintTime);
        row("the 15th otter", 1, HintFigure | HintTime);
        row("twelve otters", 0, HintFigure | HintTime);
        row("he swam yesterday", 2, HintTime);
        row("“Otters”", 0, HintQuote);
        row("35 %", 1, HintFigure);
    }
    void hints() {
        QFETCH(QString, text);
        QFETCH(int, token);
        QFETCH(int, hints);
        const Tokens tokens(text.toStdString());
        constexpr int asked = HintFigure | HintTime | HintSaying | HintHedge | HintName | HintEvent | HintQuote;
        QCOMPARE(int(tokens.reading.tokens.at(static_cast<std::size_t>(token)).hints) & asked, hints);
    }
    void hintsOfPhrases() {
        const Lexicon lexicon({"according to\tcue\nthe day before\ttime-ref=-1\ndeny\tverb say neg\nthe\tdet\n"});
        QVERIFY((lexicon.hints(lexicon.find("according")) & (HintSaying | HintPhrase)) == (HintSaying | HintPhrase));
        QVERIFY((lexicon.hints(lexicon.find("to")) & HintSaying) == 0);
        QVERIFY((lexicon.hints(lexicon.find("before")) & HintTime) != 0); // its longest word
        QVERIFY((lexicon.hints(lexicon.find("the")) & HintTime) == 0);
        QVERIFY((lexicon.hints(lexicon.find("the")) & HintClosed) != 0);
        QVERIFY((lexicon.hints(lexicon.find("denied")) & HintHedge) != 0);
    }

    void badTablesAreTold_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown tag") << "three\tnum=3\nfour\tnumber=4\n"
                                     << "line 2 names an unknown tag: number=4";
        QTest::newRow("no tab") << "three num=3\n"
                                << "line 1 has no tab: three num=3";
    }
    void badTablesAreTold() {
        QFETCH(QString, table);
        QFETCH(QString, message);
        const std::string text = table.toStdString();
        QString said;
        try {
            const Lexicon lexicon({std::string_view(text)});
        } catch (const std::runtime_error& error) {
            said = QString::fromUtf8(error.what());
        }
        QVERIFY2(said.contains(message), qPrintable(said));
    }

    void everyTableOfTheProgramIsRead() {
        for (const Language language : {Language::English, Language::French, Language::German, Language::Spanish})
            QVERIFY(Lexicon::of(language).size() > 1);
        QCOMPARE(Lexicon::of(Language::Other).find("the"), WordId{0});
    }

    void frequentWordsComeFirstAndAreFoundAtOnce() {
        for (const Language language : {Language::English, Language::French, Language::German, Language::Spanish}) {
            const Lexicon& lexicon = Lexicon::of(language);
            std::size_t frequent = 0;
            for (WordId word = 1; word < lexicon.size(); ++word) {
                const std::uint64_t hash = hashSmall(lexicon.form(word));
                Lexicon::Found at;
                if (!lexicon.findFrequent(hash, at))
                    continue;
                ++frequent;
                QVERIFY(at.word == word && at.hints == lexicon.findHashed(hash).hints);
            }
            QVERIFY(frequent > 100);
            Lexicon::Found none{1, 1};
            QVERIFY(lexicon.findFrequent(lexicon.hashOfNone(), none) && none.word == 0 && none.hints == 0);
        }
        const Lexicon& english = Lexicon::of(Language::English);
        QVERIFY(english.find("said") < 100 && english.find("police") < 300);
        Lexicon::Found rare;
        QVERIFY(!english.findFrequent(hashSmall("sesquipedalian"), rare));
    }

    void tablesOfOurOwnWords() {
        const Lexicon& lexicon = Lexicon::of(Language::English);
        const WordId own = lexicon.find("police"), other = lexicon.findWord("sesquipedalian");
        QVERIFY(own != 0 && other != 0 && !lexicon.inLexicon(other));
        WordTable<int> table(lexicon, 7);
        table.at(own) = 1;
        table.at(0) = 2;
        QCOMPARE(table[own], 1);
        QCOMPARE(table[0], 2);
        QCOMPARE(table[other], 7); // what the dictionary's words share
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(table.at(other)), std::out_of_range);
        QCOMPARE(WordTable<int>()[own], 0);
    }

    void spelling() {
        QCOMPARE(pluralOf("country"), std::string("countries"));
        QCOMPARE(pluralOf("bus"), std::string("buses"));
        QCOMPARE(pluralOf("day"), std::string("days"));
        QCOMPARE(pluralOf("fireman"), std::string("firemen"));
        QCOMPARE(pluralOf("man"), std::string("men"));
        QCOMPARE(pluralOf("woman"), std::string("women"));
        QCOMPARE(pluralOf("German"), std::string("Germans"));
        QCOMPARE(thirdPersonOf("carry"), std::string("carries"));
        QCOMPARE(thirdPersonOf("attack"), std::string("attacks"));
        QCOMPARE(pastOf("kidnap"), std::string("kidnapped"));
        QCOMPARE(pastOf("injure"), std::string("injured"));
        QCOMPARE(pastOf("open"), std::string("opened"));
        QCOMPARE(gerundOf("injure"), std::string("injuring"));
        QCOMPARE(gerundOf("grab"), std::string("grabbing"));
    }

    void tokens_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("1,500 cows.", "1,500|cows|.");
        row("It cost 2.5 million.", "It|cost|2.5|million|.");
        row("In 2019, 40 came.", "In|2019|,|40|came|.");
        row("a 15-year-old boy", "a|15|-|year|-|old|boy");
        row("Brandt's dog", "Brandt|'s|dog");
        row("at 9:30 p.m. today", "at|9|:|30|p.m.|today");
        row("$40 or 35 %", "$|40|or|35|%");
        row("“Yes,” he said", "“|Yes|,|”|he|said");
        row("40k on RN22", "40k|on|RN22");
        row("the U.S. navy", "the|U.S.|navy");
    }
    void tokens() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(Tokens(text.toStdString()).shown(), expected);
    }

    void elisions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("l'eau", "l'|eau");
        row("L’eau qu’elle boit", "L’|eau|qu’|elle|boit");
        row("jusqu'au soir", "jusqu'|au|soir");
        row("lorsqu’il dort", "lorsqu’|il|dort");
        row("aujourd'hui", "aujourd'hui");
        row("quelqu'un d'autre", "quelqu'un|d'|autre");
        row("d'1,5 litre", "d'|1,5|litre");
        row("N'Djamena et M'Bour", "N'Djamena|et|M'Bour");
        row("celui-ci", "celui|-|ci");
        row("la presqu'île", "la|presqu'île");
    }
    void elisions() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Lexicon& french = Lexicon::of(Language::French);
        const Tokens tokens(text.toStdString(), french, Language::French);
        QCOMPARE(tokens.shown(), expected);
        for (const Token& t : tokens.reading.tokens) // each elision is a word of its own
            if (const std::string_view form = tokens.reading.of(t); form.ends_with("'") || form.ends_with("’"))
                QVERIFY(t.word != 0 && french.form(t.word).ends_with('\''));
    }

    void wordNet() {
        const auto women = wordInfo("women");
        QVERIFY(women && women->noun());
        QCOMPARE(women->nounLemma, std::string_view("woman"));
        QVERIFY((women->forms & NounPlural) != 0);
        QCOMPARE(women->nounField, Field::Person);
        const auto taken = wordInfo("taken");
        QVERIFY(taken && taken->verb() && (taken->forms & VerbPastParticiple) != 0);
        QCOMPARE(taken->verbLemma, std::string_view("take"));
        QVERIFY(wordInfo("quickly") && wordInfo("quickly")->adverb());
        QVERIFY(wordInfo("heavy") && wordInfo("heavy")->adjective());
        for (const char* none : {"", "xyzzyx", "Women", "the end of"})
            QVERIFY2(!wordInfo(none), none);
        QVERIFY(closeNouns("car", "automobile") && closeNouns("automobile", "car"));
        QVERIFY(!closeNouns("car", "ship", 1) && !closeNouns("car", "xyzzyx"));
        QVERIFY(closeVerbs("buy", "purchase") && !closeVerbs("buy", "sleep"));
        const auto dog = wordInfo("dog");
        QVERIFY(dog && !dog->nounSynsets.empty() && hypernymOf(dog->nounSynsets[0]) != 0);
    }
};

QTEST_GUILESS_MAIN(TestLexicon)
#include "tst_lexicon.moc"
