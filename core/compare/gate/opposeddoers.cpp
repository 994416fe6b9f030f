// SPDX-License-Identifier: GPL-3.0-or-later
// Of two statements that may exclude each other: are they shown to be of one doer?
#include "core/claim/parts.h"
#include "core/compare/gate/opposed.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <iterator>

namespace countercheck::compare::gate {

bool sameParts(const Fact& x, const Fact& y) {
    const auto meets = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return a.empty() || b.empty() ||
               overlap(a, b) * 2 > std::min(a.size(), b.size()); // “prices of bread”, “of timber”
    };
    if (x.slot.relation == y.slot.relation)
        return !x.subjects.empty() && !y.subjects.empty() && meets(x.subjects, y.subjects) &&
               meets(x.objects, y.objects);
    const Fact& passive = x.slot.relation == claim::Relation::Patient ? x : y;
    const Fact& active = &passive == &x ? y : x;
    return !passive.subjects.empty() && !active.objects.empty() && meets(passive.subjects, active.objects) &&
           meets(passive.objects, active.subjects);
}

bool undergone(const Fact& x, const Fact& y) {
    const auto meets = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return !a.empty() && !b.empty() && overlap(a, b) * 2 > std::min(a.size(), b.size());
    };
    const auto active = [](const Fact& f) { return f.slot.relation == claim::Relation::Agent; };
    if (!active(x) || !active(y)) // "was killed", "survived"; of a deed and its contrary the one who undergoes both
        return x.slot.event != y.slot.event && active(x) != active(y) &&
               (active(x) ? x.objects.empty() || overlap(x.objects, y.subjects) == 0
                          : y.objects.empty() || overlap(y.objects, x.subjects) == 0) &&
               meets(x.subjects, y.subjects);
    // "Recaptured the town", "the town remains in the hands of …"
    const auto does = [&](const Fact& f, const Fact& other) {
        // "A clerk shot two colleagues. He gave himself up": he may be the doer.
        const bool either = other.takesUp && overlap(f.subjects, other.subjects) > 0;
        return !either && (other.objects.empty() || overlap(other.objects, f.subjects) > 0) &&
               meets(f.objects, other.subjects);
    };
    return does(x, y) || does(y, x);
}

bool wholeAndPart(const Fact& x, const Fact& y) {
    const auto many = [](Share share) { return share == Share::All || share == Share::Most; };
    return (x.share == Share::All && y.share == Share::Part) || (x.share == Share::Part && y.share == Share::All) ||
           (x.share == Share::Few && many(y.share)) || (many(x.share) && y.share == Share::Few);
}

namespace {

/// Do the words around the two predicates show that they are said of one thing: what stands before them, or before the
/// passive one and behind the other?
bool sameAround(const Fact& x, const Fact& y) {
    const auto meets = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return !a.empty() && !b.empty() && overlap(a, b) * 2 > std::min(a.size(), b.size());
    };
    if (x.slot.relation == y.slot.relation)
        return meets(x.beside, y.beside);
    const Fact& passive = x.slot.relation == claim::Relation::Patient ? x : y;
    const Fact& active = &passive == &x ? y : x;
    return meets(passive.beside, active.near);
}

/// "The Airbus with 214 people on board landed", "an Airbus that had lost an engine crashed": one noun, and not one of
/// the two phrases names it further without the other sentence's knowing.
bool sameDoer(const Fact& x, const Fact& y) {
    const auto further = [](const Fact& f, const Fact& other) {
        return std::any_of(f.subjects.begin(), f.subjects.end(),
                           [&](std::uint32_t word) { return !hasWord(other, word); });
    };
    return x.doer != 0 && x.doer == y.doer && x.slot.relation == y.slot.relation && !(further(x, y) && further(y, x));
}

/// "Voted against a third runway": does the other sentence name it by the same words?
bool namesToo(const Candidate& a, const Candidate& b) {
    const std::string& phrase = a.fact->doneTo;
    const std::size_t space = phrase.find(' ');
    return a.fact->further && space != std::string::npos &&
           b.fact->said.sentence.of(b.in->text).find(std::string_view(phrase).substr(space)) != std::string_view::npos;
}

/// The words that tell whom a statement is of.
std::string_view ofWhom(const Fact& f) {
    return f.slot.relation == claim::Relation::Patient ? f.doneTo : f.doneBy;
}

/// "The vice president", "the deputy mayor"
bool standsIn(std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" -'\xE2\x80\x99"), words.size());
        if (end > 0 && listed(Family::Standin, words.substr(0, end)))
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

/// "The suspect": a word that is no concept of its own, because such people are sources, too.
bool sameSource(const Fact& x, const Fact& y) {
    return x.doer == 0 && y.doer == 0 && x.slot.relation == y.slot.relation && !ofWhom(x).empty() &&
           ofWhom(x) == ofWhom(y);
}

/// "One in four had been threatened by a pupil", "most teachers have been threatened by pupils": of whom, or by whom.
bool sameMany(const Fact& x, const Fact& y) {
    return x.doer != 0 && y.doer != 0 ? x.doer == y.doer : overlap(x.objects, y.objects) > 0;
}

/// "The laureate was released", "the laureate's lawyer remains under arrest"
bool belongs(const Fact& f, const Fact& other) {
    const std::string& phrase = other.slot.head; // "tested positive", "the sprinter's test was negative"
    const std::size_t bar = phrase.find('_');
    if (bar != std::string::npos && f.doer == Concepts::named(std::string_view(phrase).substr(0, bar)))
        return false;
    return f.doer != 0 && f.subjectOwner != 0 && f.doer != other.doer &&
           (f.subjectOwner == other.doer || f.subjectOwner == other.thing) && !hasWord(other, f.doer);
}

/// "Shares in Brickley jumped", "shares in Pindle tumbled"
bool otherNames(const Fact& x, const Fact& y) {
    const auto namesIn = [](const Fact& f) {
        std::vector<std::uint32_t> out;
        std::set_intersection(f.subjects.begin(), f.subjects.end(), f.ownNames.begin(), f.ownNames.end(),
                              std::back_inserter(out));
        return out;
    };
    const std::vector<std::uint32_t> nameX = namesIn(x), nameY = namesIn(y);
    const auto unknown = [&](const std::vector<std::uint32_t>& names, const Fact& f) {
        return std::any_of(names.begin(), names.end(), [&](std::uint32_t name) { return strange(name, f); });
    };
    return !nameX.empty() && !nameY.empty() && overlap(nameX, nameY) == 0 && x.slot.relation == y.slot.relation &&
           (unknown(nameX, y) || unknown(nameY, x));
}

/// "Greek industrial output shrank", "industrial output in the euro zone rose": of two countries, or of one and of what
/// the other sentence names in another way.
bool otherLands(const Fact& x, const Fact& y) {
    const auto own = [](const Fact& f, const Fact& other, bool named) {
        return std::ranges::any_of(f.subjects, [&](std::uint32_t word) {
            return strange(word, other) && std::ranges::find(other.subjects, word) == other.subjects.end() &&
                   (!named || std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), word));
        });
    };
    return x.doer != 0 && x.doer == y.doer &&
           ((own(x, y, true) && own(y, x, false)) || (own(y, x, true) && own(x, y, false)));
}

/// "The island's only hospital", "the hospital in the capital": one noun, of something here and of something else
/// there.
bool otherOwner(const Fact& owned, const Fact& other) {
    return owned.doer != 0 && owned.doer == other.doer && owned.subjectOwner != 0 && other.subjectOwner == 0 &&
           strange(owned.subjectOwner, other) && std::ranges::any_of(other.subjects, [&](std::uint32_t word) {
               return word != other.doer && word != owned.subjectOwner &&
                      std::ranges::find(owned.subjects, word) == owned.subjects.end() &&
                      !std::binary_search(other.nameConcepts.begin(), other.nameConcepts.end(), word);
           });
}

/// Not where the one does it to the other's doer ("lifted the ban", "the ban remains"), or of him ("oil prices",
/// "oil").
bool strangeDoer(const Fact& f, const Fact& other) {
    const auto has = [](const std::vector<std::uint32_t>& words, std::uint32_t word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    return f.doer != 0 && other.doer != 0 && f.doer != other.doer && strange(f.doer, other) &&
           f.subjectOwner != other.doer && !has(f.subjects, other.doer) && !has(f.objects, other.doer) &&
           !(f.namedDoer && other.namedDoer);
}

} // namespace

bool byStrangers(const Opposed& o) {
    const auto stranger = [](const Fact& f, const Fact& other) {
        return f.doer != 0 && other.doer != 0 && f.doer != other.doer && active(f) && !hasWord(other, f.doer);
    };
    return o.sides && !o.rivals && !o.contained && stranger(o.x, o.y) && stranger(o.y, o.x);
}

bool byOthers(const Opposed& o) {
    if (!o.plain() || o.contained)
        return false;
    // "The owners failed to sell the club", "the club was sold"
    const bool acrossVoices = o.x.slot.relation != o.y.slot.relation && sameParts(o.x, o.y);
    return (!acrossVoices && (belongs(o.x, o.y) || belongs(o.y, o.x))) || otherNames(o.x, o.y) ||
           otherOwner(o.x, o.y) || otherOwner(o.y, o.x) || (o.sides && o.common.tiny && otherLands(o.x, o.y));
}

bool againstTheOther(const Opposed& o) {
    const auto among = [](std::uint32_t word, const std::vector<std::uint32_t>& words) {
        return std::ranges::find(words, word) != words.end();
    };
    const auto against = [&](const Fact& f, const Fact& other) {
        return f.doer != 0 && other.doer != 0 && f.doer != other.doer && active(f) && active(other) &&
               (among(f.doer, other.objects) || among(f.doer, other.near)) && !among(f.doer, other.subjects) &&
               !among(other.doer, f.subjects);
    };
    return o.denied && o.plain() && !o.contained && (against(o.x, o.y) || against(o.y, o.x));
}

bool byAStandin(const Opposed& o) {
    const auto named = [](const Fact& f, const Fact& other) { // "Former champion Ken Adair", "Ken Adair"
        const auto also = [&](std::uint32_t who) {
            return std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), who) &&
                   std::ranges::find(other.subjects, who) != other.subjects.end();
        };
        return also(f.doer) || also(f.doerToo);
    };
    const std::string_view x = ofWhom(o.x), y = ofWhom(o.y);
    return o.plain() && !x.empty() && !y.empty() && standsIn(x) != standsIn(y) &&
           overlap(o.x.subjects, o.y.subjects) > 0 && !named(o.x, o.y) && !named(o.y, o.x);
}

bool oneSaysBoth(const Opposed& o) {
    const auto saysToo = [](const Fact& f, const Candidate& other) {
        return f.doer != 0 && other.in->anyIn(other.fact->sentence, [&](const Fact& g) {
            return isDeed(g) && &g != other.fact && g.doer == f.doer && g.said.negative == f.said.negative &&
                   (g.slot.event == f.slot.event || g.slot.head == f.slot.head);
        });
    };
    return o.plain() && o.x.doer != o.y.doer && (saysToo(o.x, o.b) || saysToo(o.y, o.a));
}

bool toldOfEach(const Opposed& o) {
    const auto among = [](std::uint32_t word, const std::vector<std::uint32_t>& words) {
        return std::ranges::find(words, word) != words.end();
    };
    const auto has = [&](const Fact& f, std::uint32_t doer) {
        return doer != 0 && (hasWord(f, doer) || among(doer, f.objects)) && !among(doer, f.subjects);
    };
    // "The lira gained against the dollar", "the dollar lost against the lira"
    const auto against = [&](const Fact& f, std::uint32_t doer) {
        return among(doer, f.near) && !among(doer, f.beside) && !among(doer, f.objects);
    };
    const bool each = against(o.x, o.y.doer) && against(o.y, o.x.doer);
    return o.sides && o.x.doer != o.y.doer &&
           (each || (converse(predicate(o.x), predicate(o.y)) && has(o.x, o.y.doer) && has(o.y, o.x.doer)));
}

bool saysSoToo(const Opposed& o) {
    const auto undergoes = [](const Fact& f) -> const auto& {
        return active(f) ? f.objects : f.subjects;
    };
    const auto says = [&](const Candidate& c, const Fact& other) {
        return c.in->anyIn(c.fact->sentence, [&](const Fact& g) {
            return isDeed(g) && &g != c.fact && !g.earlier && g.said.negative == other.said.negative &&
                   !opposed(predicate(g), predicate(other)) &&
                   (g.slot.event == other.slot.event || g.slot.head == other.slot.head ||
                    alike(predicate(g), predicate(other))) &&
                   overlap(undergoes(g), undergoes(other)) > 0 &&
                   overlap(undergoes(g), undergoes(*c.fact)) < undergoes(g).size();
        });
    };
    return o.opposite() && o.plain() && (says(o.a, o.y) || says(o.b, o.x));
}

bool deniesToo(const Opposed& o) {
    const Candidate& told = o.x.said.negative ? o.b : o.a;
    return o.denied && told.in->anyIn(told.fact->sentence, [&](const Fact& g) {
        return isDeed(g) && &g != told.fact && g.slot.head == "deny" && !g.said.negative &&
               g.said.words.begin > told.fact->said.words.end;
    });
}

bool ofAnotherOne(const Opposed& o) {
    return !o.turned && o.x.further != o.y.further && !(o.contained && (namesToo(o.a, o.b) || namesToo(o.b, o.a)));
}

bool byAStranger(const Opposed& o) {
    const Fact &x = o.x, &y = o.y;
    // A passive one may be told of what the other does it to.
    const auto comparable = [&] {
        if (x.slot.relation == y.slot.relation)
            return active(x);
        return (active(x) ? x : y).objects.empty();
    };
    const auto namesDoer = [&](const Fact& f, const Fact& other) { // the other's sentence knows the doer of this one
        return o.denied || hasWord(other, f.doer);
    };
    return o.opposite() && o.plain() && !o.contained && comparable() &&
           ((strangeDoer(x, y) && namesDoer(y, x)) || (strangeDoer(y, x) && namesDoer(x, y)));
}

bool notShownOne(const Opposed& o) {
    const Fact &x = o.x, &y = o.y;
    if (!o.plain() || o.contained)
        return false;
    const bool large =
        o.common.tiny && (o.denied || opposedAtLarge(predicate(x), predicate(y))) && o.beyond >= 3 && o.cover >= 0.6;
    const bool bothSides = o.sides && !converse(predicate(x), predicate(y)); // of "beat", "lost to" there are two doers
    return !large && !sameParts(x, y) && !(o.quantified && sameMany(x, y)) && !(bothSides && undergone(x, y)) &&
           !(o.common.tiny && (sameSource(x, y) || sameAround(x, y) || (o.sides && sameDoer(x, y))));
}

namespace {

constexpr std::string_view singular[] = {"A ", "An ", "Un ", "Une "};

/// Counts of those whom the deed befalls, or who do it ("three hikers were rescued", "a hiker died"): other people.
bool countsApart(const Candidate& a, const Candidate& b) {
    const auto counted = [](const Candidate& c, std::uint32_t who, const Fact*& out) {
        // "Three of the ten bridges": by the words themselves, where the number is the noun
        const std::string_view phrase =
            c.fact->slot.relation == claim::Relation::Patient ? c.fact->doneTo : c.fact->doneBy;
        return (who != 0 || !phrase.empty()) && c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            if (f.kind != claim::ClaimKind::Count || !f.said.set || f.none)
                return false;
            const std::string_view words = f.said.words.of(c.in->text);
            const bool within = phrase.find(words) != std::string_view::npos; // "nine of the ten crew members"
            if (who != 0 ? !within && Concepts::named(f.slot.head) != who : words != phrase)
                return false;
            out = &f;
            return true;
        });
    };
    // "Un randonneur est mort": of a subject that opens the sentence
    const auto single = [](const Candidate& c) {
        const std::string_view words = c.fact->said.sentence.of(c.in->text);
        return std::any_of(std::begin(singular), std::end(singular),
                           [&](std::string_view article) { return words.starts_with(article); });
    };
    const auto several = [](const Fact& f) { return f.said.set->low && read::Decimal(1) < *f.said.set->low; };
    const auto ofSome = [](const Fact& f) { return f.share != Share::All && !f.said.negative; };
    const Fact *x = nullptr, *y = nullptr;
    // "Will close 40 of its stores", "opened 12 stores"
    const auto object = [](const Candidate& c) -> const Fact* {
        const Fact* out = nullptr;
        c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
            const std::size_t at = f.said.words.begin, behind = c.fact->said.words.end;
            if (!out && f.kind == claim::ClaimKind::Count && f.said.set && at > behind && at <= behind + 2 &&
                c.fact->slot.relation == claim::Relation::Agent)
                out = &f;
        });
        return out;
    };
    if (const Fact* p = object(a), *q = object(b); p && q && !setsMeet(*p->said.set, *q->said.set))
        return true;
    const bool first = counted(a, a.fact->doer, x), second = counted(b, b.fact->doer, y);
    // "Won the stage", "lost 40 seconds"
    const auto some = [](const Candidate& c) {
        return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return f.kind == claim::ClaimKind::Measure && f.said.words.begin >= c.fact->said.words.end &&
                   f.said.words.begin <= c.fact->said.words.end + 1;
        });
    };
    if (some(a) != some(b))
        return true;
    if (first && second) { // "at least 21 were killed", "37 were rescued"
        const auto &p = x->said.set->headline, &q = y->said.set->headline;
        return !setsMeet(*x->said.set, *y->said.set) || (p && q && *p != *q && ofSome(*a.fact) && ofSome(*b.fact));
    }
    return (first && several(*x) && single(b)) || (second && several(*y) && single(a));
}

} // namespace

bool otherNumbers(const Opposed& o) {
    return o.opposite() && !o.quantified && countsApart(o.a, o.b);
}

bool ofAPart(const Opposed& o) {
    const auto part = [](const Candidate& c, const Fact& other) {
        return c.fact->share == Share::Part && other.share == Share::Untold &&
               c.in->anyIn(c.fact->sentence, [](const Fact& f) { return f.partitive; });
    };
    return o.sides && (part(o.a, o.y) || part(o.b, o.x));
}

} // namespace countercheck::compare::gate
