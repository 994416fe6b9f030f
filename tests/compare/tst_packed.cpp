// SPDX-License-Identifier: GPL-3.0-or-later
// A digest that was packed and opened again is the digest that it was, whatever the memory held into which it is
// opened.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/compare/compare.h"
#include "core/compare/digest/packed.h"
#include "tests/compare/newscorpus.h"
#include "tests/compare/samplecase.h"
#endif

#include <QTest>

#include <sstream>
#include <thread>

using namespace countercheck;
using namespace countercheck::compare;

namespace {

/// All that stands in a digest, a value a line.
class Told {
public:
    template <class T> void number(const T& value) { out_ << static_cast<std::int64_t>(value) << '\n'; }
    void words(std::string_view value) { out_ << value << '\n'; }
    template <class List> void list(const List& list) {
        out_ << list.size() << ':';
        for (const auto& one : list)
            out_ << one << ' ';
        out_ << '\n';
    }
    void span(text::Span span) { out_ << span.begin << '-' << span.end << '\n'; }
    void time(const std::optional<read::TimeSpan>& time) {
        if (time)
            out_ << time->from << ' ' << time->to << ' ' << static_cast<int>(time->grain) << time->openFrom
                 << time->openTo;
        out_ << '\n';
    }
    void set(const std::optional<read::FigureSet>& set) {
        if (set) {
            for (const auto* value : {&set->headline, &set->low, &set->high})
                out_ << (*value ? (*value)->toString() : "none") << ' ';
            out_ << set->lowInclusive << set->highInclusive << static_cast<int>(set->qualifier);
        }
        out_ << '\n';
    }
    void slot(const claim::Slot& slot) {
        for (const std::string_view view :
             {slot.event, std::string_view(slot.preposition), std::string_view(slot.head), std::string_view(slot.noun),
              slot.headClass, slot.headRole, std::string_view(slot.modifiers), std::string_view(slot.unit)})
            words(view);
        number(slot.classified);
        number(slot.relation);
        number(slot.nounWord);
    }
    void fact(const Fact& f) {
        number(f.kind);
        number(f.sentence);
        slot(f.slot);
        const claim::SetMarks& m = f.marks;
        for (const bool mark : {m.ofThem, m.other, m.more, m.soFar, m.total, m.each, m.listed, m.growth})
            number(mark);
        list(m.kinds);
        time(f.anchor.time);
        for (const bool mark : {f.anchor.explicitTime, f.anchor.period, f.anchor.background, f.anchor.lead})
            number(mark);
        words(f.anchor.unresolved);
        list(f.anchor.places);
        for (const bool mark : {f.negatedVerb, f.part, f.planned, f.partitive, f.none, f.length, f.only, f.ambiguous,
                                f.namedDoer, f.several, f.foreseen, f.earlier, f.takesUp})
            number(mark);
        number(f.doer);
        number(f.thing);
        for (const std::string* text : {&f.sum, &f.topic, &f.place, &f.subject})
            words(*text);
        list(f.content);
        for (const auto* all :
             {&f.near, &f.subjects, &f.objects, &f.beside, &f.quoteContent, &f.quoteWords, &f.names, &f.measures})
            list(*all);
        for (const auto* all : {&f.named, &f.bodies, &f.keys, &f.titled})
            list(*all);
        const QuestionClaim& s = f.said;
        span(s.words);
        span(s.sentence);
        set(s.set);
        time(s.time);
        for (const std::string* text : {&s.quote, &s.shown, &s.unit, &s.attribution, &s.via, &s.derivation, &s.person})
            words(*text);
        number(s.modality);
        number(s.negative);
    }
    void digest(const Digest& d) {
        words(d.text);
        words(d.publisher);
        number(d.published.value_or(-1));
        number(d.sentences);
        number(d.language);
        number(d.facts.size());
        for (const Fact& f : d.facts)
            fact(f);
        for (const auto& [key, of] : d.byKey)
            out_ << key << '=' << of << '\n';
        list(d.bySentence);
        for (const auto& [a, b] : d.disputes)
            out_ << a << '/' << b << '\n';
        for (const Named& n : d.names) {
            number(n.kind);
            for (const std::string* text : {&n.name, &n.acronym, &n.shown})
                words(*text);
            out_ << n.form << ' ' << n.acronymForm << '\n';
            span(n.words);
            span(n.sentence);
            list(n.content);
        }
        list(d.nameKeys);
        list(d.nameWords);
        list(d.placeNames);
        time(d.leadTime);
        list(d.leadPlaces);
        words(d.leadEvent);
        list(d.leadWords);
    }
    void wording(const Digest& d) {
        for (const DigestWord& word : d.words)
            out_ << word.hash << ' ' << word.begin << ' ' << word.length << ' ' << word.sentence << word.small
                 << word.quoted << '\n';
        list(d.prints);
    }
    [[nodiscard]] QString all() const { return QString::fromStdString(out_.str()); }

private:
    std::ostringstream out_;
};

QString toldOf(const Digest& digest) {
    Told told;
    told.digest(digest);
    return told.all();
}
QString wordingOf(const Digest& digest) {
    Told told;
    told.wording(digest);
    return told.all();
}

std::vector<std::string> texts() {
    std::vector<std::string> out{
        "", "Rien.",
        "Deux Indiens et un Chinois ont été enlevés lundi à Kayes, selon un élu local. « Nous avons peur », a dit "
        "Awa Traoré, 36 ans. Au moins 3,5 % des 1 200 habitants ont fui depuis juin.",
        "Nobody was hurt. The mayor, Jon Hale, did not resign. Acme Corp. (ACME) paid 1.25 million dollars for nine of "
        "its 31 mills, and the strike lasted four days. He was jailed for six years. The number fell to -3.5.",
        "Between January and June, 12 to 15 people were killed; officials put the number at 14, residents at 20. The "
        "court said that it was murder. In 2019 a similar fire in Tarvik killed 3."};
    for (const SyntheticArticle& article : newsCorpus(40, 4).articles)
        out.push_back(article.text);
    for (int i = 0; i < 2000; ++i)
        out.back() += "In Port Ellin " + std::to_string(i) + " houses were damaged on Sunday.\n";
    return out;
}

} // namespace

class TestPacked : public QObject {
    Q_OBJECT
private slots:
    void opensAsItWas_data() {
        QTest::addColumn<bool>("closely");
        QTest::newRow("one of many") << false;
        QTest::newRow("one of a handful") << true;
    }
    void opensAsItWas() {
        QFETCH(bool, closely);
        Digest reused; // what stood in it must not show
        std::vector<std::string> all = texts();
        all.insert(all.end(), all.begin(), all.begin() + 8);
        for (const std::string& text : all) {
            const Digest digest = digestOf({text, "2026-01-13", "Vale Wire", {}}, {}, closely);
            const PackedDigest packed(digest);
            packed.open(reused);
            reused.text = text;
            QCOMPARE(toldOf(reused), toldOf(digest));
            packed.openWording(reused);
            QCOMPARE(wordingOf(reused), wordingOf(digest));
        }
    }

    void wordingIsLetGoOf() {
        const std::string text = newsCorpus(1, 4).articles.front().text;
        PackedDigest packed(digestOf({text, {}, {}, "en"}, {}, false));
        Digest opened;
        packed.openWording(opened);
        QVERIFY(!opened.words.empty() && !opened.prints.empty());
        packed.dropWording();
        packed.openWording(opened);
        QVERIFY(opened.words.empty() && opened.prints.empty());
        packed.open(opened);
        QVERIFY(!opened.facts.empty());
    }

    /// What is held stays as it is, whatever else is opened.
    void whatIsHeldStays() {
        const std::vector<std::string> all = texts();
        std::vector<PackedDigest> packed;
        for (const std::string& text : all)
            packed.emplace_back(digestOf({text, "2026-01-13", {}, {}}, {}, false));
        auto opener = std::make_unique<Opener>(packed.size());
        const auto held = opener->open(packed[4], all[4], 4);
        const QString before = toldOf(*held);
        QVERIFY(opener->open(packed[4], all[4], 4) == held);
        for (std::size_t turn = 0; turn < 5; ++turn) // some push others out
            for (std::size_t i = 0; i < packed.size(); ++i) {
                const PackedDigest again(*opener->open(packed[i], all[i], i + turn));
                QCOMPARE(opener->open(again, all[i], i + turn)->facts.size(),
                         opener->open(packed[i], all[i], i + turn)->facts.size());
            }
        QCOMPARE(toldOf(*held), before);
        QString elsewhere;
        std::thread([&] { elsewhere = toldOf(*opener->open(packed[4], all[4], 4)); }).join();
        QCOMPARE(elsewhere, before);
        opener.reset();
        QCOMPARE(toldOf(*held), before);
    }
};

QTEST_GUILESS_MAIN(TestPacked)
#include "tst_packed.moc"
