// SPDX-License-Identifier: GPL-3.0-or-later
// How old somebody is: of whom two ages are, reports tell in many ways.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare::gate {

using SlotRelation = claim::Relation;

bool sexesApart(const Fact& x, const Fact& y) {
    const auto &p = x.slot.head, &q = y.slot.head;
    return (listed(Family::Male, p) && listed(Family::Female, q)) ||
           (listed(Family::Female, p) && listed(Family::Male, q));
}

namespace {

bool onlyAge(const Candidate& a) {
    return std::none_of(a.in->facts.begin(), a.in->facts.end(),
                        [&](const Fact& f) { return &f != a.fact && f.kind == claim::ClaimKind::Age; });
}

/// Does the claim's sentence hold the word as it stands? Letter by letter: a source ("the suspect") is no content word.
bool saysWord(const Candidate& c, std::string_view word) {
    const std::string_view text = c.fact->said.sentence.of(c.in->text);
    const auto letter = [&](std::size_t i) {
        return i < text.size() && (static_cast<unsigned char>(text[i]) >= 0x80 || (text[i] >= 'a' && text[i] <= 'z'));
    };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if ((at == 0 || !letter(at - 1)) && !letter(at + word.size()))
            return true;
    return false;
}

/// "The second suspect", "un autre suspect": does the sentence tell of another one of those whom the word names?
bool furtherOne(const Candidate& c, std::string_view word) {
    const std::string_view text = c.fact->said.sentence.of(c.in->text);
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at < 2 || text[at - 1] != ' ')
            continue;
        const std::size_t blank = text.rfind(' ', at - 2);
        if (listed(Family::Another, text.substr(blank + 1, at - blank - 2)))
            return true;
    }
    return false;
}

/// "Was 32 when he won": how old somebody was at another time than that of the report; "joined at 19".
bool ageThen(const Candidate& c) {
    const Span words = c.fact->said.words;
    const std::string_view behind = c.in->text.substr(std::min<std::size_t>(words.end, c.in->text.size()));
    return behind.starts_with(" when ") || behind.starts_with(" at the time") || behind.starts_with(" quand ") ||
           behind.starts_with(" lorsqu") || behind.starts_with(" au moment ");
}

/// "Police arrested a 34-year-old man", "questioned a woman of 29": two whom nobody names are not shown to be one where
/// something else befalls each, or where one is a man and the other a woman.
bool otherBearers(const Candidate& a, const Candidate& b) {
    const auto &x = a.fact->slot.head, &y = b.fact->slot.head;
    if (x.empty() || y.empty())
        return false;
    const auto part = [](const Fact& deed, std::uint32_t who) {
        const bool passive = deed.slot.relation == SlotRelation::Patient;
        const auto in = [&](const std::vector<std::uint32_t>& words) {
            return std::find(words.begin(), words.end(), who) != words.end();
        };
        return in(passive ? deed.subjects : deed.objects) ? 2 : in(passive ? deed.objects : deed.subjects) ? 1 : 0;
    };
    const std::uint32_t one = Concepts::named(x), two = Concepts::named(y);
    const auto toldOf = [&](const Candidate& c, std::uint32_t who) {
        return c.in->anyIn(c.fact->sentence, [&](const Fact& f) { return isDeed(f) && part(f, who) != 0; });
    };
    const bool told = toldOf(a, one) || toldOf(b, two);
    const bool same = told && a.in->anyIn(a.fact->sentence, [&](const Fact& f) {
        const int role = isDeed(f) ? part(f, one) : 0;
        return role != 0 && b.in->anyIn(b.fact->sentence, [&](const Fact& g) {
            return isDeed(g) && part(g, two) == role &&
                   (f.slot.event == g.slot.event || kindred(f.slot.event, g.slot.event));
        });
    });
    return !same && (told || x != y);
}

/// Reports of one story that each give but one age of such a bearer ("a watchman, 58", "the watchman, 63 years old").
bool oneBearer(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    static const std::vector<std::uint32_t> anybody = [] {
        std::vector<std::uint32_t> out;
        for (const char* word : {"man", "woman", "person", "people", "victim", "resident", "neighbour", "neighbor"})
            out.push_back(Concepts::named(word));
        return out;
    }();
    if (!common.few || common.tiny || common.longApart || x.thing == 0 || x.thing != y.thing || !oneStory(common) ||
        strangers(a, b, common) || namesOthers(a, b) || std::ranges::find(anybody, x.thing) != anybody.end())
        return false;
    const read::Decimal apart(15);
    const auto &p = x.said.set->headline, &q = y.said.set->headline;
    if (!p || !q || std::max(*p, *q) > std::min(*p, *q).plus(apart).value_or(*p))
        return false;
    const auto only = [](const Candidate& c) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return &f != c.fact && f.kind == c.fact->kind && f.thing == c.fact->thing && f.said.set != c.fact->said.set;
        });
    };
    return only(a) && only(b);
}

/// "Leo Marsh, 31", "Marsh, Halcyon's 33-year-old drummer": is the age of a noun beside the name of the other one?
bool besideName(const Candidate& named, const Candidate& other, const Common& common) {
    if (!common.few || common.tiny || named.fact->subject.empty() || !other.fact->subject.empty() || !oneStory(common))
        return false;
    const std::string_view subject = named.fact->subject, name = subject.substr(subject.rfind(' ') + 1);
    const std::string_view sentence = other.fact->said.sentence.of(other.in->text);
    const std::size_t age =
        std::min<std::size_t>(other.fact->said.words.begin - other.fact->said.sentence.begin, sentence.size());
    constexpr std::size_t close = 24;
    const std::size_t from = age - std::min(age, close + name.size()); // further away it is not looked for
    const std::size_t found = sentence.substr(from, age - from).rfind(name), at = from + found, end = at + name.size();
    return found != std::string_view::npos && (at == 0 || sentence[at - 1] == ' ') && age - end <= close &&
           sentence.substr(end).starts_with(", ") && !other.in->anyIn(other.fact->sentence, [&](const Fact& f) {
               return &f != other.fact && f.kind == other.fact->kind;
           });
}

/// How far apart the ages of one person lie that two reports give.
bool closeAges(const Fact& x, const Fact& y, int years) {
    const auto &p = x.said.set->headline, &q = y.said.set->headline;
    return p && q && std::max(*p, *q) <= std::min(*p, *q).plus(read::Decimal(years)).value_or(*p);
}

/// What two ages' bearers are called may be one ("the driver", "the 52-year-old", "a man").
bool oneNoun(const Fact& x, const Fact& y) {
    const auto anybody = [](const Fact& f) {
        return f.slot.head.empty() || genericPerson(f.slot.head) || listed(Family::Male, f.slot.head) ||
               listed(Family::Female, f.slot.head);
    };
    return !sexesApart(x, y) && (sameThing(x, y) || (x.thing != 0 && x.thing == y.thing) || anybody(x) || anybody(y));
}

/// Of several ages of two reports of one story, those told with most of each other's words ("a recording of the assault
/// on the 12-year-old"): no other age of the two reports is as much like either.
bool nearestAge(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    constexpr int years = 5;
    if (!common.few || common.longApart || !oneStory(common) || !closeAges(x, y, years) || !oneNoun(x, y) ||
        (!x.subject.empty() && !y.subject.empty()) || strangers(a, b, common) || namesOthers(a, b) ||
        otherBearers(a, b))
        return false;
    const auto like = [](const Fact& f, const Fact& g) {
        return overlap(f.content, g.content) + overlap(f.near, g.near);
    };
    const std::size_t shared = overlap(x.content, y.content);
    // A report that gives the other's age, too, knows both people, or took one year for another.
    const bool slip = closeAges(x, y, 1);
    const auto best = [&](const Candidate& c, const Fact& other) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return &f != c.fact && f.kind == c.fact->kind && f.said.set != c.fact->said.set &&
                   ((!slip && f.said.set == other.said.set) || like(f, other) >= like(*c.fact, other));
        });
    };
    return shared >= 4 && rareOnes(a, b, x.content, y.content) > 0 && share(x.content, y.content) >= 0.3 &&
           best(a, y) && best(b, x);
}

/// Two reports of one story of which each gives one age, and nothing says that it is somebody else's.
bool soleAges(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    constexpr int years = 8;
    const auto only = [](const Candidate& c) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(),
                            [&](const Fact& f) { return f.kind == c.fact->kind && f.said.set != c.fact->said.set; });
    };
    const auto noun = [](const Fact& f) { return !f.slot.head.empty() && f.subject.empty(); };
    return firm(common) && !common.tiny && !common.longApart && oneStory(common) && closeAges(x, y, years) && only(a) &&
           only(b) && oneNoun(x, y) && (noun(x) || noun(y)) && !strangers(a, b, common) && !namesOthers(a, b) &&
           !otherBearers(a, b) && overlap(x.content, y.content) >= 1;
}

} // namespace

bool agesMayRival(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    constexpr int years = 5;
    return closeAges(x, y, years) && oneNoun(x, y) && (x.subject.empty() || y.subject.empty()) && !otherBearers(a, b);
}

void sameAge(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (a.article == b.article) {
        if (x.subject.empty() || x.subject != y.subject || !sameSet(a, b))
            return void(v.no("one report"));
        v.strength = 1;
        v.say("one person in one report");
        return void(v.join());
    }
    if (ageThen(a) != ageThen(b))
        return void(v.no("they speak of different times"));
    if (!x.subject.empty() && !y.subject.empty()) {
        if (!sameLastWord(x.subject, y.subject) || (!common.few && !sameFolded(x.subject, y.subject)))
            return void(v.no("other people"));
        v.strength = 3;
        v.say("the same person, ", x.subject);
        return void(v.join());
    }
    const double clause = share(x.near, y.near);
    const std::size_t words = overlap(x.content, y.content);
    // A report has one driver and one suspect.
    // "Leon Farrell has died at the age of 81": in a sentence or two that name one person there is one age.
    if (common.tiny && namesShared(x, y) && words >= 2 && !x.ambiguous && !y.ambiguous && onlyAge(a) && onlyAge(b) &&
        !otherBearers(a, b)) {
        v.strength = 2;
        v.say("each report gives one age, in sentences that name one person and share ", std::to_string(words),
              " content words");
        return void(v.join());
    }
    // "The suspect, a 41-year-old Swede", "the suspect, who is 37": of one sentence's one suspect.
    const auto part = [&]() -> std::string_view {
        for (const std::string_view word : wordsOf(Family::Sole))
            if (saysWord(a, word) && saysWord(b, word))
                return furtherOne(a, word) == furtherOne(b, word) ? word : std::string_view();
        return {};
    };
    if (common.tiny && x.subject.empty() && y.subject.empty() && words >= 2 && !x.ambiguous && !y.ambiguous &&
        onlyAge(a) && onlyAge(b) && !namesOthers(a, b)) {
        if (const std::string_view who = part(); !who.empty()) {
            v.strength = 1;
            v.say("“", who, "” in sentences that share ", std::to_string(words), " content words");
            return void(v.join());
        }
    }
    if (besideName(a, b, common) || besideName(b, a, common)) {
        v.strength = 2;
        v.say("one gives the age of a name, the other stands beside that name");
        return void(v.join());
    }
    if (oneBearer(a, b, common)) {
        v.strength = 2;
        v.say("reports of one story, each with one age of such a person");
        return void(v.join());
    }
    if (nearestAge(a, b, common)) {
        v.strength = 2;
        v.say("of the ages in the two reports no other is told with as many of the other's words: they share ",
              std::to_string(words));
        return void(v.join());
    }
    if (soleAges(a, b, common)) {
        v.strength = 1;
        v.say("reports of one story, each with one age");
        return void(v.join());
    }
    const bool sole =
        listed(Family::Sole, x.slot.head) && common.few && (common.leadTimesMeet || common.leadWords >= 4);
    if (x.ambiguous || y.ambiguous || !x.subject.empty() || !y.subject.empty() || !sameThing(x, y) ||
        x.slot.head.empty() || (!sole && (words < 4 || clause < 0.5 || (common.tiny && otherBearers(a, b)))) ||
        !(common.tiny || common.names >= (sole ? 1u : 2u)))
        return void(v.no("not shown to be one person"));
    v.strength = 2;
    v.say("“", x.slot.head, "” in sentences that share ", std::to_string(words), " content words");
    v.join();
}

} // namespace countercheck::compare::gate
