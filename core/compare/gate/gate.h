// SPDX-License-Identifier: GPL-3.0-or-later
// What the rooms of the gate share: evidence in words, and vetoes by what is counted, by set marks and by happening.
// Used by the gate alone.
#pragma once

#include "core/compare/align.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare::gate {

/// Words that both lists hold (each ascending and unique).
std::size_t overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
std::size_t overlap(const SentenceWords& a, const SentenceWords& b);
/// Their share of the shorter list, 0 to 1.
double share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
double share(const SentenceWords& a, const SentenceWords& b);
bool meet(const read::TimeSpan& a, const read::TimeSpan& b);

/// Do the heads count the same things? Puts the reason into `why` where it is given.
bool sameHead(const Fact& a, const Fact& b, std::string* why = nullptr);
/// Does each tell of what one nation the people are that it counts: "twelve Danes", "12 Danish fans"?
bool sameNation(const Fact& a, const Fact& b);
/// A veto by set marks: a mark on one side only.
bool markVeto(const Fact& a, const Fact& b, std::string* why = nullptr);
/// Does the one leave the stretch that the other gives to the reader? Asked where one of them is a period's figure.
bool periodShared(const Candidate& a, const Candidate& b, const Common& common);
/// Of a handful: do names, or a name and many words of their beginnings, show that both reports tell of one story?
bool oneStory(const Common& common);
/// Are both a total as it stood, on whatever day?
bool running(const Candidate& a, const Candidate& b, const Common& common);
/// By what two claims are shown to be of two happenings.
enum class Apart : std::uint8_t { No, Times, Period, Before, Days, Places };
/// By time, by place and by telling. `v` takes what speaks for one happening, or the veto.
Apart happeningsApart(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Is that a veto?
inline bool happeningVeto(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    return happeningsApart(a, b, common, v) != Apart::No;
}
/// A handful of reports, shown beyond what their choice shows to tell of one event?
bool firm(const Common& common);
/// Is it shown that the two reports speak of one happening? `words` that the two sentences share help.
bool oneHappening(const Common& common, std::size_t words);
/// Of an archive: may the sentence match another one but for its place, and be its rival?
bool mayRivalByPlace(const Fact& fact);
/// May two such sentences, by their concepts?
bool mayRivalByPlace(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// Of an archive, by the words of two quotes: may they be one saying, whatever the happening?
bool mayBeSaid(const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q);
/// May that be shown by any words at all?
bool mayBeOneHappening(const Common& common);
/// Does each of the two sentences name something that the other's report does not?
bool namesOthers(const Candidate& a, const Candidate& b);
/// Does each of the two sentences name persons, organisations or things, and none that both name?
bool namesApart(const Fact& a, const Fact& b);
/// Do both sentences name one person, organisation or thing?
bool namesShared(const Fact& a, const Fact& b);
/// Do both sentences name two of them?
bool namesSharedTwice(const Fact& a, const Fact& b);
/// Names in the sentence of `a` of which the report of `b` has no word.
std::size_t unknownNames(const Candidate& a, const Candidate& b);
/// Is one of the two told as a plan and the other as done?
bool plannedApart(const Fact& a, const Fact& b);
/// Concepts that the two sentences share, and their share of the shorter one. `tells` whether each one's predicate is
/// matched in the other's sentence, or says little of its own.
struct Likeness {
    std::size_t words = 0;
    double cover = 0;
    bool tells = false;
};
Likeness likeness(const Candidate& a, const Candidate& b);
/// Predicates that tell one deed, by family.
bool kindred(std::string_view a, std::string_view b);
/// One noun, or two that name one thing in the news.
bool sameThing(const Fact& x, const Fact& y);
/// Nouns so wide that they may name the same people (or places) as a narrower one; no noun at all is one.
bool genericPerson(std::string_view head);
/// "420 passengers and crew": does the figure count those of two nouns?
bool countsBoth(const Fact& f);
/// Does the noun name those who did something ("gunmen", "pirates", "suspects")?
bool culprits(const claim::Slot& slot);
/// Is the sentence of `b` about something that the report of `a` never names ("the Elk Creek fire, to the south")?
bool aboutOther(const Candidate& a, const Candidate& b);
/// Do both sentences name organisations, and others?
bool otherBodies(const Fact& a, const Fact& b);
/// Do two reports name things, and nothing that both name? Then nothing shows that they rival each other.
bool strangers(const Candidate& a, const Candidate& b, const Common& common);
/// Do both name places, none of them shared and none shown to lie in another?
bool elsewhere(const Candidate& a, const Candidate& b);
/// Does a report, anywhere, name a place that the other's claim names?
bool placesMentioned(const Candidate& a, const Candidate& b);
/// Of shares, money and rates: do the sentences share no word of what is measured, but names and how it moved at most?
bool onlyNames(const Fact& a, const Fact& b);
/// Where nobody was hurt nobody was killed; where there were no casualties, neither: does `x` say so of what `y`
/// counts?
bool unhurt(const Fact& x, const Fact& y);
/// "Acquitted the nurse of two murders", "convicted the nurse of falsifying records": what stands behind the two.
bool otherCharges(const Candidate& a, const Candidate& b);
/// Do two hold what is told: "the mayor", "the deputy mayor"?
bool otherHolders(const Fact& a, const Fact& b);
/// A concept of one's own that the other's sentence does not hold. Who is named may be called otherwise there: no such.
bool strangeTo(std::uint32_t word, const Fact& own, const Fact& other);
/// "Will sign the law", "signed a decree": is what it is done to something else in each?
bool otherObjects(const Fact& a, const Fact& b);
/// Are the two figures' clauses about two things: two of a sort ("the ruling party", "the opposition party"), or, of
/// shares and money, subjects of which neither sentence has a word of the other's?
bool otherSubjects(const Fact& a, const Fact& b);
/// Do the sentences name two of a sort ("the Corrie reservoir", "the Ossby reservoir")?
bool otherTitles(const Fact& a, const Fact& b);
/// Do the sentences say other things of one ("sales at the retailer", "sales at its online shop"; "the museum", "the
/// café of the museum")?
bool otherComplements(const Fact& a, const Fact& b);
/// "Turnout at noon was 21 percent", "was 44 percent": a measure that grows through the day.
bool otherHour(const Fact& a, const Fact& b);
/// Of two figures of a sort in two short reports: are they of other deeds, or the one of the beginning of a thing?
bool tellsOfAnother(const Candidate& a, const Candidate& b);
/// "The average rent in Sarmes", "in the département": is one of a place and the other of the land around it?
bool otherAreas(const Fact& a, const Fact& b);
/// Do the words around the two figures say what is measured, and other things ("turnout", "of the votes")?
bool otherMeasures(const Fact& a, const Fact& b);
/// Fills in what the gate asks of each fact of a handful's reports again and again: Fact::matters, sequel, ofAge,
/// ofGroup, asked.
void settle(Digest& report);
/// Does one of the two sentences alone say of what age those are of whom it speaks ("in people over 65")?
bool otherGroup(const Candidate& a, const Candidate& b);
/// Is one of the two figures alone what somebody asks for or proposes ("unions had demanded 14 euros")?
bool wished(const Candidate& a, const Candidate& b);
/// Does one of the two sentences alone tell of a happening that came after its like ("an aftershock")?
bool sequel(const Candidate& a, const Candidate& b);
/// Is one of two figures of another measure, stretch, place or state by a word of its sentence (narrowing.h), or what a
/// total grew by, beside the total?
bool ofAnother(const Fact& a, const Fact& b);
/// Does one of the two sentences give the other's figure, too ("damaged 1,200 homes, of which 300 were destroyed", "300
/// homes were destroyed")?
bool answeredBeside(const Candidate& a, const Candidate& b);
/// "Two of the hostages are French", "three of the hostages are children".
bool otherBeings(const Candidate& a, const Candidate& b);
/// Prices for stretches of other lengths: "45 euros a day", "a three-day pass for 110 euros".
bool otherStretches(const Candidate& a, const Candidate& b);
/// "Two children" beside "three people": the smaller, narrower count may be a part of the wider one.
bool mayBePart(const Fact& narrow, const Fact& wide);
/// Is one of them a count of bodies, and the other one of the dead that may be later or wider?
bool bodiesApart(const Fact& a, const Fact& b, const Common& common);
/// "62 percent of the volunteers were safe", "12 percent of the volunteers fell ill": of one set, two things.
bool sharesApart(const Fact& x, const Fact& y);
bool sameSet(const Candidate& a, const Candidate& b);
/// Is one of them more than so many times the other?
bool farApart(const read::Decimal& a, const read::Decimal& b, int times);
bool numeric(claim::ClaimKind kind);
/// Is the last word of the two names one, but for accents and capitals? "Leo Marsh III", "Leo Marsh Jr." end in
/// "Marsh".
bool sameLastWord(std::string_view a, std::string_view b);
/// "The man", "a girl of 12": of other sexes, by the nouns for who is so old?
bool sexesApart(const Fact& x, const Fact& y);

/// "Has not yet presented", beside "promised to present": what is still to come is not denied.
bool notYet(const Candidate& denied, const Candidate& told);
/// "Is no longer a colony", "was a colony until 1962": what is said not to be so any more was so before.
bool noLonger(const Candidate& denied, const Candidate& told);
/// "Did not start in March", "will start in May": what was not done then may be done later.
bool wasNot(const Candidate& denied, const Candidate& told);
/// "Lifted its ban", "had banned": what has ended was so before. Not of what is told as lasting.
bool overBefore(const Candidate& ended, const Candidate& told);
/// Does the one report tell, too, that it had been as the other says ("which ran aground, was refloated", "ran
/// aground")?
bool toldBefore(const Candidate& a, const Candidate& b);
/// Is the one what is to come, and the other how things stand ("will reopen in May", "is closed")?
bool yetToCome(const Candidate& planned, const Candidate& told);
/// "Can marry", "married": is what may be done told beside what is done, and not beside what may not be done?
bool abilitiesApart(const Fact& x, const Fact& y);
/// Is one of them told as what may be done?
bool mayBe(const Fact& x, const Fact& y);
/// "Has never performed": at no time.
bool neverDid(const Candidate& c);
/// Does the longer sentence hold all words of the shorter one, but for the deed that both tell ("burned", "destroyed")?
bool saidWithin(const Fact& shorter, const Fact& longer);
/// Of a passage and one short sentence that speaks of nothing else: do their figures, the only ones of a sort, tell of
/// one thing?
/// Does one report say that somebody outdid the one who does it in the other ("beat Lisle", "Lisle won")?
bool outdone(const Candidate& a, const Candidate& b);
bool bareDates(const Candidate& a, const Candidate& b);
bool bareFigures(const Candidate& a, const Candidate& b, const Common& common);
/// Is the second report one short sentence that speaks of nothing but what the passage of the first speaks of?
bool bare(const Candidate& passage, const Candidate& bare);
/// What went before says nothing against a figure of now: "in 2003 a fire had burned 11,000 hectares".
bool before(const Fact& f, const Candidate& now);
/// Is it a word of few of the report's sentences, as far as they make claims?
bool rare(const Digest& report, std::uint32_t word);
/// The concepts that stand nearest around the figure.
const std::vector<std::uint32_t>& wordsAround(const Fact& f);
/// Those of the words that both reports have in few sentences, up to three.
std::size_t rareOnes(const Candidate& a, const Candidate& b, const std::vector<std::uint32_t>& p,
                     const std::vector<std::uint32_t>& q);
/// Words of names among those that stand around a figure.
std::vector<std::uint32_t> namedBeside(const Fact& f);
/// How far something moved beside where it stands: "an increase of 50 billion in its market value".
bool changeAndLevel(const Fact& a, const Fact& b);
/// Is one of two amounts what is foreseen of the thing ("a price target of 21 dollars"), and the other not?
bool foretoldApart(const Fact& a, const Fact& b);

/// Of two figures that nothing joins: does something speak against their being in one question, to which a third claim
/// may join both?
bool apartInOneQuestion(const Candidate& a, const Candidate& b, const Common& common);

/// Two figures of two reports that no road joins: amounts of another order, told of other events. Most pairs are so.
/// Says nothing of near misses.
bool neverJoins(const Fact& a, const Fact& b, const Common& common);
/// Of one report: two claims that the roads below part because one report makes both. Most pairs are so.
bool partedByReport(const Candidate& a, const Candidate& b);
/// May it meet any other claim of its own report? As partedByReport() says, by itself alone.
inline bool mayMeetOwn(const Fact& fact) {
    return fact.kind != claim::ClaimKind::Quote && fact.kind != claim::ClaimKind::Responsibility &&
           fact.kind != claim::ClaimKind::Statement;
}

// One question? By kind of claim. `v` is fresh but for `explain`.
void sameNumber(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Of that, by the slots of the claims: what event, who in it, what is counted.
void bySlots(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// The least share of the shorter sentence's words that the other one must have.
constexpr double leastCover = 0.4;
/// Of a handful of reports, by sentences that tell one thing, where the claims' slots do not show it.
void byWording(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Of reports that plainly tell of one event, by all that speaks for and against one question together.
void byWeight(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Of a noun's date, "the summit began on Wednesday", "ended on Friday": do the two sentences tell other deeds of it?
bool otherDeeds(const Candidate& a, const Candidate& b);
/// Days and hours of reports that plainly tell of one event, by all that speaks for and against one question together.
void byDay(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void sameTime(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// "XXXX-WXX-1": the day of the week on which a date lies, of less than a day with "T" behind it; empty: of no one day.
std::string dayOfWeek(const Fact& fact);
/// Of two dates: do both give the very same time?
bool sameTime(const Fact& a, const Fact& b);
/// "XXXX-04-09", "XXXX-04": the day or the month of a date, its year left out; empty: of no one day or month.
std::string withoutYear(const Fact& fact);
/// The two dates as far as both tell: days of the week where one is such a day, else without their years.
struct Yearless {
    std::string one, two; ///< as TIMEX3 values; empty: not comparable
};
Yearless yearless(const Fact& x, const Fact& y);
/// Do two claims of one story give one age, of people whom nothing tells apart, or one time?
bool equalAnswers(const Candidate& a, const Candidate& b, const Common& common);
/// Two ages or days that nothing joins, of a question to which a third claim may join both: does all that is told of
/// the two let them be rivals?
bool mayRivalInOne(const Candidate& a, const Candidate& b, const Common& common);
/// Ages of one person that two reports give, and days of one deed.
bool agesMayRival(const Candidate& a, const Candidate& b);
bool daysMayRival(const Candidate& a, const Candidate& b);
/// Where two reports of one story give one age, day or hour, and nothing else joined the two.
void byEqualAge(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void byEqualCount(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void byEqualTime(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void sameAge(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void sameQuote(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void sameDeed(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void sameOutcome(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// May it meet any claim of the other report? As neverMeet() says, by itself alone.
bool mayMeet(const Fact& fact, const Common& common);
/// Two deeds of which sameStatement() would say at once that they are none: most are.
bool neverMeet(const Fact& a, const Fact& b, const Common& common);
void sameStatement(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
void samePlace(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);

} // namespace countercheck::compare::gate
