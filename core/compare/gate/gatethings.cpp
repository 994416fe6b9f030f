// SPDX-License-Identifier: GPL-3.0-or-later
// Do two sentences tell of two things of a sort: two holders, subjects, objects, titles, measures, a part and its
// whole?
#include "core/compare/gate/gate.h"

#include "core/claim/parts.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/wordlists.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <iterator>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;

bool onlyNames(const Fact& a, const Fact& b) {
    if ((a.kind != ClaimKind::Percentage && a.kind != ClaimKind::Money) || !a.slot.head.empty() ||
        !listed(Family::Direction, a.slot.event) || !listed(Family::Direction, b.slot.event) ||
        overlap(a.measures, b.measures) > 0)
        return false;
    const std::uint32_t own = Concepts::named(a.slot.event), other = Concepts::named(b.slot.event);
    return std::none_of(a.content.begin(), a.content.end(), [&](std::uint32_t word) {
        return word != own && word != other && hasWord(b, word) &&
               std::find(a.names.begin(), a.names.end(), word | 1u) == a.names.end();
    });
}

namespace {

bool sexesApart(std::uint32_t a, std::uint32_t b) {
    static const auto male = conceptsOf(Family::Male), female = conceptsOf(Family::Female);
    const auto in = [](std::uint32_t word, const std::vector<std::uint32_t>& list) {
        return std::binary_search(list.begin(), list.end(), word);
    };
    return (in(a, male) && in(b, female)) || (in(a, female) && in(b, male));
}

} // namespace

bool otherHolders(const Fact& a, const Fact& b) {
    const auto holder = [](const Fact& f) { return f.doer != 0 || f.subjects.empty() ? f.doer : f.subjects.front(); };
    static const auto standins = conceptsOf(Family::Standin);
    const std::uint32_t one = holder(a), two = holder(b);
    // "The mayor", "l'adjoint au maire"
    const auto standin = [&](std::uint32_t who, const Fact& other) {
        return std::binary_search(standins.begin(), standins.end(), who) && !hasWord(other, who);
    };
    if (one != 0 && two != 0 && one != two && (standin(one, b) || standin(two, a)))
        return true;
    const auto names = [&](const Fact& f) {
        return std::find(f.names.begin(), f.names.end(), one | 1u) != f.names.end();
    };
    if (one == 0 || one != two || names(a) || names(b))
        return false;
    const auto name = [&](const Fact& f) {
        return std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), one);
    };
    if (name(a) && name(b)) // "Mr Carver, a former marine", "Mr Carver"
        return false;
    const auto standsIn = [](const std::vector<std::uint32_t>& words) {
        return std::any_of(words.begin(), words.end(), [](std::uint32_t word) {
            return std::binary_search(standins.begin(), standins.end(), word);
        });
    };
    return standsIn(a.subjects) != standsIn(b.subjects);
}

namespace {

/// "Revenue", "iPhone revenue": of what is measured, is it a kind that the other's sentence has no word of?
bool otherKind(const Fact& a, const Fact& b) {
    static const auto wholes = conceptsOf(Family::Whole);
    const auto strange = [&](std::uint32_t kind, const Fact& other) {
        const Fact& own = &other == &a ? b : a; // "les loyers parisiens", "les loyers à Paris"
        return kind != 0 && !(own.anchor.places.empty() && !other.anchor.places.empty()) &&
               !std::binary_search(wholes.begin(), wholes.end(), kind) && !hasWord(other, kind) &&
               std::find(other.subjects.begin(), other.subjects.end(), kind) == other.subjects.end();
    };
    return (a.kind == ClaimKind::Percentage || a.kind == ClaimKind::Money) && a.subjectKind != b.subjectKind &&
           (strange(a.subjectKind, b) || strange(b.subjectKind, a));
}

/// "The Senate voted", "a Senate committee voted"
bool committeeApart(const Fact& a, const Fact& b) {
    static const auto committees = conceptsOf(Family::Committee);
    const auto committee = [](const Fact& f) {
        return std::binary_search(committees.begin(), committees.end(), f.subjects.front());
    };
    return committee(a) != committee(b);
}

} // namespace

bool strangeTo(std::uint32_t word, const Fact& own, const Fact& other) {
    return word != 0 && !hasWord(other, word) &&
           std::find(own.names.begin(), own.names.end(), word | 1u) == own.names.end();
}

bool otherObjects(const Fact& a, const Fact& b) {
    return !a.objects.empty() && !b.objects.empty() && strangeTo(a.objects.front(), a, b) &&
           strangeTo(b.objects.front(), b, a);
}

bool otherSubjects(const Fact& a, const Fact& b) {
    const auto &x = a.subjects, &y = b.subjects;
    static const std::uint32_t previous = Concepts::named("previous"), precedent = Concepts::named("précédent");
    if (a.length && b.length &&
        (hasWord(a, previous) || hasWord(a, precedent)) != (hasWord(b, previous) || hasWord(b, precedent)))
        return true;                                      // "the previous strike lasted nine days"
    if (a.length && b.length && x.empty() != y.empty()) { // "she governed for 17 years", "her party for 23"
        static const auto collectives = conceptsOf(Family::Collective);
        return std::binary_search(collectives.begin(), collectives.end(), x.empty() ? y.front() : x.front());
    }
    if (x.empty() || y.empty())
        return false;
    if (committeeApart(a, b))
        return true;
    const auto in = [](std::uint32_t word, const Fact& f) {
        return hasWord(f, word) || std::find(f.subjects.begin(), f.subjects.end(), word) != f.subjects.end();
    };
    if (x.front() == y.front() && a.namedDoer && b.namedDoer && !otherKind(a, b))
        return false;             // "the Conservatives of …", "the governing Conservatives"
    if (x.front() == y.front()) { // one noun: by what stands with it
        if (otherHolders(a, b) || otherKind(a, b))
            return true;
        static const auto praise = [] {
            std::vector<std::uint32_t> out;
            for (const std::string_view word : wordsOf(Family::Praise))
                out.push_back(Concepts::named(word));
            std::sort(out.begin(), out.end());
            return out;
        }();
        const auto own = [&](const std::vector<std::uint32_t>& words, const Fact& other) {
            return std::any_of(words.begin() + 1, words.end(), [&](std::uint32_t word) {
                return !in(word, other) && !std::binary_search(praise.begin(), praise.end(), word);
            });
        };
        return own(x, b) && own(y, a);
    }
    // "A man was jailed", "a woman was jailed"; "France will send", "Germany will send"; "the mayor", "her opponent"
    if (sexesApart(x.front(), y.front()) || (a.namedDoer && b.namedDoer && !in(x.front(), b) && !in(y.front(), a)))
        return true;
    if (otherSides(x.front(), y.front()))
        return true; // "rebels freed 12 prisoners", "the government freed 30"
    static const auto settlements = conceptsOf(Family::Settlement), territories = conceptsOf(Family::Territory);
    const auto one = [](std::uint32_t word, const std::vector<std::uint32_t>& list) {
        return std::binary_search(list.begin(), list.end(), word);
    };
    if ((one(x.front(), settlements) && one(y.front(), territories)) ||
        (one(x.front(), territories) && one(y.front(), settlements)))
        return true; // "the city has 400,000 inhabitants", "the region has 1.2 million"
    static const auto rivals = conceptsOf(Family::Rival);
    const auto rival = [&](std::uint32_t word) { return std::binary_search(rivals.begin(), rivals.end(), word); };
    if (rival(x.front()) != rival(y.front()))
        return true;
    const bool lengths = a.length && b.length;
    if ((a.kind != ClaimKind::Percentage && a.kind != ClaimKind::Money && !lengths) ||
        overlap(a.measures, b.measures) > 0 || (a.marks.each && b.marks.each))
        return false;
    const auto none = [&](const std::vector<std::uint32_t>& words, const Fact& other) {
        return std::none_of(words.begin(), words.end(), [&](std::uint32_t word) { return in(word, other); });
    };
    return none(x, b) && none(y, a);
}

bool otherTitles(const Fact& a, const Fact& b) {
    const auto noun = [](std::uint64_t title) { return title >> 32; };
    for (const std::uint64_t x : a.titled) {
        const auto other = [&](const std::vector<std::uint64_t>& titles) { // the noun is there, and never so named
            bool any = false;
            for (const std::uint64_t y : titles) {
                if (y == x)
                    return false;
                any |= noun(y) == noun(x);
            }
            return any;
        };
        if (other(b.titled))
            return std::none_of(a.titled.begin(), a.titled.end(), [&](std::uint64_t t) {
                return noun(t) == noun(x) && std::find(b.titled.begin(), b.titled.end(), t) != b.titled.end();
            });
    }
    return false;
}

namespace {

/// "The museum", "the café of the museum"; "Novak", "Novak's brother": one tells of what the other's own has, and the
/// other has no word of it.
bool ofTheOther(const std::vector<std::uint32_t>& owner, std::uint32_t owned, std::uint32_t by, const Fact& whole) {
    static const auto light = conceptsOf(Family::Light);
    return by != 0 && !owner.empty() && owner.front() == by && owned != by && measuresOf({owned}).empty() &&
           !std::binary_search(light.begin(), light.end(), owned) && !hasWord(whole, owned);
}

bool ofTheOther(const Fact& whole, const Fact& part) {
    // "The deal", "the first payment under the deal"
    static const auto light = conceptsOf(Family::Light);
    constexpr std::uint32_t prepositions = 64;
    if (!whole.subjects.empty() && !part.subjects.empty() && whole.subjects.front() != part.subjects.front() &&
        !std::binary_search(light.begin(), light.end(), part.subjects.front()) &&
        measuresOf({part.subjects.front()}).empty() && !hasWord(whole, part.subjects.front()))
        for (const std::uint64_t c : part.complements) {
            const auto host = static_cast<std::uint32_t>(c >> 32) - part.subjects.front() * 31u;
            if (static_cast<std::uint32_t>(c) == whole.subjects.front() && host < prepositions)
                return true;
        }
    return (!part.subjects.empty() && ofTheOther(whole.subjects, part.subjects.front(), part.subjectOwner, whole)) ||
           (!part.objects.empty() && ofTheOther(whole.objects, part.objects.front(), part.objectOwner, whole));
}

} // namespace

bool otherComplements(const Fact& a, const Fact& b) {
    if (ofTheOther(a, b) || ofTheOther(b, a))
        return true;
    const auto host = [](std::uint64_t complement) { return complement >> 32; };
    const auto strange = [](auto first, auto last, const Fact& f) {
        return std::any_of(
            first, last, [&](std::uint64_t complement) { return !hasWord(f, static_cast<std::uint32_t>(complement)); });
    };
    for (auto p = a.complements.begin(), q = b.complements.begin();
         p != a.complements.end() && q != b.complements.end();) {
        if (host(*p) != host(*q)) {
            host(*p) < host(*q) ? ++p : ++q;
            continue;
        }
        const auto other = [one = host(*p), &host](std::uint64_t c) { return host(c) != one; };
        const auto endP = std::find_if(p, a.complements.end(), other);
        const auto endQ = std::find_if(q, b.complements.end(), other);
        const bool same = std::any_of(p, endP, [&](std::uint64_t c) { return std::find(q, endQ, c) != endQ; });
        if (!same && (strange(p, endP, b) || strange(q, endQ, a)))
            return true;
        p = endP;
        q = endQ;
    }
    return false;
}

bool otherAreas(const Fact& a, const Fact& b) {
    static const auto lands = [] {
        std::vector<std::uint32_t> out = conceptsOf(Family::Territory);
        for (const char* word : {"nationwide", "national"})
            out.push_back(Concepts::named(word));
        std::sort(out.begin(), out.end());
        return out;
    }();
    const auto wide = [](const Fact& f) { return f.anchor.places.empty() && overlap(f.content, lands) > 0; };
    const auto named = [](const Fact& f) { return !f.anchor.places.empty() && overlap(f.content, lands) == 0; };
    return (a.kind == ClaimKind::Money || a.kind == ClaimKind::Percentage) &&
           ((wide(a) && named(b)) || (wide(b) && named(a)));
}

namespace {

/// "The trade surplus", "the trade surplus with China"; "sales", "sales in India": the measure of one place or partner.
bool narrowMeasure(const Fact& a, const Fact& b) {
    const auto partner = [](const Fact& f) {
        return f.anchor.places.empty()
                   ? false
                   : std::any_of(f.subjects.begin(), f.subjects.end(), [&](std::uint32_t word) {
                         return std::find(f.names.begin(), f.names.end(), word | 1u) != f.names.end();
                     });
    };
    const auto measured = [](const Fact& f) {
        return !f.subjects.empty() && !measuresOf({f.subjects.front()}).empty();
    };
    return measured(a) && measured(b) && a.subjects.front() == b.subjects.front() &&
           ((partner(a) && b.anchor.places.empty() && b.names.empty()) ||
            (partner(b) && a.anchor.places.empty() && a.names.empty()));
}

} // namespace

bool otherMeasures(const Fact& a, const Fact& b) {
    if (!sameAmount(a.said, b.said) && (otherAreas(a, b) || narrowMeasure(a, b)))
        return true;
    if (a.measures.empty() || b.measures.empty() || overlap(a.measures, b.measures) > 0)
        return false;
    // "The stadium will cost 95 million", "the price, 120 million"
    static const auto costs = measuresOf({Concepts::named("cost")}), prices = measuresOf({Concepts::named("price")});
    const bool paid = a.kind == ClaimKind::Money &&
                      ((a.measures == costs && b.measures == prices) || (a.measures == prices && b.measures == costs));
    return !paid;
}

namespace {

bool anyWord(std::string_view words, auto&& holds) {
    bool any = false;
    text::forEachWord(words, [&](std::string_view word) { any = any || holds(word); });
    return any;
}

} // namespace

bool mayBePart(const Fact& narrow, const Fact& wide) {
    const claim::Slot &x = narrow.slot, &y = wide.slot;
    const read::FigureSet &fewer = *narrow.said.set, &more = *wide.said.set;
    if (countsBoth(narrow))
        return false; // "12 men and women" are all there are
    const bool fewerTold = (fewer.high && more.low && *fewer.high < *more.low) ||
                           (fewer.headline && more.headline && *fewer.headline < *more.headline);
    if (!fewerTold)
        return false;
    if (x.headClass == "person" && x.head == y.head) // "120 foreign tourists", "300 tourists"
        return anyWord(x.modifiers, [&](std::string_view word) {
            return sortOfPeople(word) && !hasWord(wide, Concepts::named(word));
        });
    if (x.event == "employ" && y.event == "employ")
        return false; // whoever is employed is an employee
    // "252,000 electric vehicles", "2.2 million vehicles"
    const auto kind = [&] {
        return anyWord(x.modifiers, [&](std::string_view word) {
            return !listed(Family::Praise, word) && !listed(Family::Whole, word) && word != x.event &&
                   !hasWord(wide, Concepts::named(word));
        });
    };
    return ((x.headClass == "person" && !genericPerson(x.head) && genericPerson(y.head) &&
             (x.headRole.empty() || oneOf(x.headRole, {"deployment:agent", "fire:agent"}))) ||
            (x.headClass == "vehicle" && x.head != "vehicle" && y.head == "vehicle") ||
            (x.headClass != "person" && x.head == y.head && y.modifiers.empty() && kind()));
}

bool bodiesApart(const Fact& a, const Fact& b, const Common& common) {
    if (a.bodiesFound == b.bodiesFound || sameAmount(a.said, b.said))
        return false;
    const auto &x = a.said.set, &y = b.said.set;
    return !common.few || common.tiny || !x || !y || !x->headline || !y->headline ||
           farApart(*x->headline, *y->headline, 2);
}

bool sharesApart(const Fact& x, const Fact& y) {
    if (x.kind != ClaimKind::Percentage || sameAmount(x.said, y.said) || x.slot.head.empty() || y.slot.head.empty())
        return false;
    const std::uint32_t set = Concepts::named(x.slot.head), word = Concepts::named("percent");
    const auto rest = [&](const std::vector<std::uint32_t>& list) {
        return static_cast<double>(
            std::count_if(list.begin(), list.end(), [&](std::uint32_t c) { return c != set && c != word; }));
    };
    std::vector<std::uint32_t> both;
    std::set_intersection(x.content.begin(), x.content.end(), y.content.begin(), y.content.end(),
                          std::back_inserter(both));
    return rest(both) < 2 || rest(both) < 0.6 * std::min(rest(x.content), rest(y.content));
}

bool aboutOther(const Candidate& a, const Candidate& b) {
    constexpr std::size_t many = 3;
    if (overlap(a.fact->content, b.fact->content) >= many && share(a.fact->content, b.fact->content) >= 0.5)
        return false; // the sentences match for all that
    const auto &named = b.fact->named, &known = a.in->nameKeys;
    const auto knows = [&](std::uint64_t name) { return std::binary_search(known.begin(), known.end(), name); };
    return b.fact->sentence > 0 && !named.empty() && std::none_of(named.begin(), named.end(), knows);
}

bool otherBodies(const Fact& a, const Fact& b) {
    return !a.bodies.empty() && !b.bodies.empty() &&
           std::none_of(a.bodies.begin(), a.bodies.end(),
                        [&](std::uint64_t n) { return std::binary_search(b.bodies.begin(), b.bodies.end(), n); });
}

} // namespace countercheck::compare::gate
