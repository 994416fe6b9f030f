// SPDX-License-Identifier: GPL-3.0-or-later
// What is each figure, date and place of a sentence about? tests/claim/claims.tsv.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/claim/claim.h"
#endif

#include <QFile>
#include <QTest>

#include <random>
#include <thread>

using namespace countercheck;
using claim::Claim;
using claim::ClaimKind;

namespace {

struct Read {
    std::string text;
    text::Reading reading;
    read::Mentions mentions;
    claim::Claims claims;
    explicit Read(std::string given, text::Language language = text::Language::English) : text(std::move(given)) {
        read::ReadContext context;
        context.published = read::parseIsoTime("2025-05-21"); // a Wednesday
        text::read(text, language, reading);
        read::readMentions(reading, context, mentions);
        claim::readClaims(reading, mentions, context, claims);
    }
};

/// "[12 people] death patient person": the words, the event, the part in it, what is counted; then marks.
QString dump(const Read& read) {
    static constexpr const char* relations[] = {"-",    "agent", "patient", "beside", "is",
                                                "when", "start", "end",     "where"};
    QStringList out;
    for (const Claim& c : read.claims.claims) {
        if (c.kind == ClaimKind::Quote || c.kind == ClaimKind::Statement)
            continue;
        std::string line = "[" + std::string(read.reading.of(c.highlight)) + "] " + std::string(c.slot.event) + " " +
                           relations[static_cast<std::size_t>(c.slot.relation)];
        if (!c.slot.preposition.empty())
            line += " " + c.slot.preposition;
        if (!c.slot.head.empty())
            line += " " + c.slot.head;
        for (const auto& [mark, name] : {std::pair(c.marks.ofThem, " of-them"), std::pair(c.marks.other, " other"),
                                         std::pair(c.marks.more, " more"), std::pair(c.marks.each, " each"),
                                         std::pair(c.marks.listed, " listed"), std::pair(c.marks.soFar, " so-far"),
                                         std::pair(c.marks.growth, " growth"), std::pair(c.anchor.period, " period"),
                                         std::pair(c.anchor.background, " before"), std::pair(c.negative, " not")})
            if (mark)
                line += name;
        if (c.modality == read::Modality::Possible)
            line += " possible";
        out << QString::fromStdString(line);
    }
    return out.isEmpty() ? QStringLiteral("-") : out.join(QStringLiteral(" || "));
}

} // namespace

class TestClaims : public QObject {
    Q_OBJECT
private slots:
    void claims_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("language");
        for (const auto& [name, language] :
             {std::pair("claims", text::Language::English), std::pair("claims-fr", text::Language::French)}) {
            QFile table(QStringLiteral(COUNTERCHECK_TEST_DATA "/claim/%1.tsv").arg(QLatin1String(name)));
            QVERIFY(table.open(QIODevice::ReadOnly));
            int rows = 0;
            while (!table.atEnd()) {
                QString row = QString::fromUtf8(table.readLine());
                row.chop(row.endsWith(QLatin1Char('\n')) ? 1 : 0);
                if (row.isEmpty() || row.startsWith(QLatin1Char('#')))
                    continue;
                const QStringList cells = row.split(QLatin1Char('\t'));
                QVERIFY2(cells.size() == 2, qPrintable(row));
                QTest::newRow(qPrintable(QLatin1String(name) + QLatin1Char(' ') + QString::number(++rows) +
                                         QLatin1Char(' ') + cells[0].left(48)))
                    << cells[0] << cells[1] << static_cast<int>(language);
            }
            QVERIFY(rows > 0);
        }
    }
    void claims() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(int, language);
        const QString found = dump(Read(text.toStdString(), static_cast<text::Language>(language)));
        QCOMPARE(found, expected);
    }

    /// Claims that are read for a list leave out what only comparing asks for, and nothing that a list shows.
    void listsShowTheSame_data() { claims_data(); }
    void listsShowTheSame() {
        QFETCH(QString, text);
        QFETCH(int, language);
        const Read read(text.toStdString(), static_cast<text::Language>(language));
        claim::Claims listed;
        claim::readClaims(read.reading, read.mentions, {}, listed, claim::Purpose::Listing);
        QCOMPARE(listed.claims.size(), read.claims.claims.size());
        for (std::size_t i = 0; i < listed.claims.size(); ++i) {
            const Claim &a = listed.claims[i], &b = read.claims.claims[i];
            QVERIFY(a.clause == b.clause && a.highlight == b.highlight && a.kind == b.kind);
            QVERIFY(a.figure == b.figure && a.time == b.time && a.quote == b.quote && a.attribution == b.attribution);
            QVERIFY(a.modality == b.modality && a.negative == b.negative);
            QCOMPARE(std::string(a.topic), std::string(b.topic));
            QCOMPARE(std::string(a.place), std::string(b.place));
            QCOMPARE(std::string(a.subject), std::string(b.subject));
        }
    }

    /// What words were decided to be is kept from text to text, in each thread: a thread that has read nothing yet
    /// decides alike.
    void whatWasReadBeforeDecidesNothing_data() { claims_data(); }
    void whatWasReadBeforeDecidesNothing() {
        QFETCH(QString, text);
        QFETCH(int, language);
        const auto found = [&] { return dump(Read(text.toStdString(), static_cast<text::Language>(language))); };
        QString fresh;
        std::thread([&] { fresh = found(); }).join();
        QCOMPARE(found(), fresh);
    }

    /// A rule may ask whether a word opens its sentence: what it decided behind a mark does not hold there.
    void theFirstWordIsDecidedApart() {
        const std::string opening = "Shares in Tolland fell 7% in May.";
        QString fresh, later;
        std::thread([&] { fresh = dump(Read(opening)); }).join();
        std::thread([&] {
            const Read behindMark("In brief: shares in Tolland fell 7% in May.");
            later = dump(Read(opening));
        }).join();
        QCOMPARE(later, fresh);
        QVERIFY(fresh.contains(QStringLiteral("[Tolland] fall where")));
    }

    void everyClaimSaysWhereItStands() {
        const Read read("Gunmen attacked three mills on Sunday, police said. Twelve people were hurt, among them two "
                        "children. “Nobody slept,” said Ida Brandt, 36.");
        QVERIFY(read.claims.claims.size() >= 4);
        for (const Claim& c : read.claims.claims) {
            QVERIFY(c.clause.contains(c.highlight));
            QVERIFY(c.sentence < read.reading.sentences.size());
            QVERIFY(read.reading.sentences[c.sentence].span.contains(c.highlight.begin));
            QVERIFY(!c.topic.empty());
        }
        QCOMPARE(read.claims.leadEvent, std::string_view("attack"));
        QVERIFY(read.claims.leadTime);
        QCOMPARE(read::isoTime(read.claims.leadTime->from), std::string("2025-05-18"));
    }

    void topicsKeepCapitalsThatAreNames() {
        const auto topic = [](const char* text) {
            const Read read(text);
            return read.claims.claims.empty() ? std::string() : std::string(read.claims.claims.front().topic);
        };
        QCOMPARE(topic("There were 46 SUVs."), std::string("SUVs"));
        QCOMPARE(topic("Twelve Palestinians were killed."), std::string("Palestinians killed"));
        QCOMPARE(topic("Forty Boats were seized."), std::string("boats seized"));
    }

    /// In the report's own words, where one verb tells it; in the class's, where several do.
    void topicsSayWhatWasDone() {
        const std::pair<const char*, const char*> rows[] = {
            {"Police captured 13 rifles.", "rifles seized"},
            {"The navy recovered seven rifles.", "rifles recovered"},
            {"Guerrillas fired 30 rockets.", "rockets fired"},
            {"The factory fired 30 workers.", "workers laid off"},
            {"Volunteers planted 900 trees.", "trees planted"},
            {"She saw four of her friends.", "friends"},
            {"Six people were allowed to leave.", "people"},
            {"The council spent $3 million.", "amount spent"},
            {"The firm was sold for $3 million.", "amount (sold for)"},
            {"Shares closed at $24.", "amount (closed at)"},
            {"Profits fell by 5 percent.", "share (fell by)"},
            {"They walked 30 miles.", "distance (walked)"},
            {"Police found 12 kg of cocaine.", "weight of cocaine (found)"},
            {"It is a town with a population of 24,000.", "population"},
            {"Seven UN staff were injured.", "staff injured"},
            {"Nine others were trapped.", "others trapped"},
            {"More than 10 Israelis were killed.", "Israelis killed"},
            {"The navy captured 23 pirates.", "pirates captured"},
            {"Two jurors were dismissed.", "jurors dismissed"},
            {"Gunners landed three shells near a school.", "shells landed"},
            {"Two co-workers were killed.", "co-workers killed"},
            {"Protesters set three cars on fire.", "cars"},
            {"Eight were taken hostage.", "people abducted"},
            {"The wall was 3 metres high.", "height (wall)"},
            {"The queue was 200 metres long.", "length (queue)"},
            {"A 12-foot-wide crater opened.", "width (opened)"},
            {"They fled in a 10-metre boat.", "length (fled in)"},
            {"A 3-metre statue was unveiled.", "size (unveiled)"},
            {"They walked a 20-kilometre route.", "distance (walked)"},
            {"The quarry has a depth of about 40 metres.", "depth"},
            {"They drove 40 km.", "distance (drive)"},
            {"Three shells hit the school.", "shells"},
            {"Three soldiers attacked the school.", "attackers"},
            {"Two Germans were killed.", "Germans killed"},
            {"Five British were killed.", "British killed"},
            {"Maria Lund, 36, was hurt.", "age of Maria Lund"},
            {"Maria Lund (36) was hurt.", "age of Maria Lund"},
            {"Maria Lund, who is now 36, was hurt.", "age of Maria Lund"},
            {"Maria Lund, by then 60, sold the firm.", "age of Maria Lund"},
            {"Maria Lund, a teacher aged 36, was hurt.", "age of Maria Lund"},
            {"Maria Lund died at the age of 36.", "age of Maria Lund"},
            {"Maria Lund, mother of a boy aged 12, was hurt.", "age of the boy"},
            {"Maria Lund and her son, 12, were hurt.", "age of the son"},
            {"Peter Hale, who killed a 12-year-old girl, was held.", "age of the girl"},
            {"The suspect, only 16, was held.", "age of the suspect"},
            {"The ferry was refloated on Tuesday.", "date it was refloated"},
            {"The jury deliberated on Tuesday.", "date it deliberated"},
            {"The mill had been founded in 1998.", "date it was founded"},
        };
        for (const auto& [text, expected] : rows) {
            const Read read(text);
            QVERIFY2(!read.claims.claims.empty(), text);
            QVERIFY2(read.claims.claims.front().topic == expected, text);
        }
    }

    /// What the claims say when it was; "-": nothing says when.
    void datesAreOfTheirEvents() {
        const std::pair<const char*, const char*> rows[] = {
            {"He was held for his role in the 2001 marriage of a follower.", "-"},
            {"The team won the 1998 World Cup.", "-"},
            {"Sunday's game was cancelled.", "-"},
            {"The court quashed the 2008 conviction.", "2008 conviction"},
            {"The conviction was overturned in 2007.", "2007 overturn"},
            {"The blockade was condemned on Tuesday.", "Tuesday condemn"},
            {"The talks were held on Monday.", "Monday meeting"},
            {"On Monday police arrested three men.", "Monday arrest"},
            {"The attack took place on Sunday.", "Sunday attack"},
        };
        for (const auto& [text, expected] : rows) {
            const Read read(text);
            std::string found = "-";
            for (const claim::Claim& c : read.claims.claims)
                if (c.kind == claim::ClaimKind::Date)
                    found = std::string(read.reading.of(c.highlight)) + ' ' + std::string(c.slot.event);
            QCOMPARE(found, std::string(expected));
        }
    }

    void anyWordsAreSafe() {
        const std::vector<std::string> words = {
            "12",   "people", "were", "killed", ",",    ".",    "and", "of",     "the",   "at",  "least", "in",
            "Mali", "“",      "”",    "so",     "far",  "half", "who", "Sunday", "after", "to",  "-",     "among",
            "by",   "three",  "said", "not",    "2019", "%",    "$",   "'",      "cut",   "off", "(",     ")"};
        for (unsigned seed = 1; seed <= 500; ++seed) {
            std::mt19937 random(seed);
            std::string text;
            for (unsigned i = 1 + random() % 30; i-- > 0;)
                text += words[random() % words.size()] + (random() % 5 == 0 ? "" : " ");
            const Read read(text);
            for (const Claim& c : read.claims.claims)
                QVERIFY2(c.clause.contains(c.highlight) && c.highlight.end <= read.reading.text.size(),
                         qPrintable(QString::fromStdString(text)));
        }
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
