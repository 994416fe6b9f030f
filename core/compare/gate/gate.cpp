// SPDX-License-Identifier: GPL-3.0-or-later
// What the roads of the gate ask of two claims: who is named, how they are counted, what their sentences share.
#include "core/compare/gate/gate.h"

#include "core/claim/parts.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"
#include "core/read/units.h"
#include "core/text/lexicon.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <span>
#include <utility>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

namespace {

/// "Danish", "Danes", "danois": of one country, whatever the word.
std::string_view countryOf(std::string_view kind) {
    for (const text::Language language : {text::Language::English, text::Language::French}) {
        const text::Lexicon& lexicon = text::Lexicon::of(language);
        if (const std::string_view country = lexicon.value(lexicon.find(kind), text::Tag::Nationality);
            !country.empty())
            return country;
    }
    return {};
}

bool sameKinds(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const std::string& p, const std::string& q) {
        if (p == q)
            return true;
        const std::string_view country = countryOf(p);
        return !country.empty() && country == countryOf(q);
    });
}

/// "Twelve Danes", "12 Danish fans": the noun of the one tells of what nation the people are, an adjective of the
/// other.
bool ofOneNation(const Fact& a, const Fact& b) {
    const auto tells = [](const Fact& noun, const Fact& adjective) {
        if (!noun.marks.kinds.empty() || adjective.marks.kinds.size() != 1 || noun.slot.head.empty())
            return false;
        const std::string_view country = countryOf(noun.slot.head);
        return !country.empty() && country == countryOf(adjective.marks.kinds.front());
    };
    return tells(a, b) || tells(b, a);
}

bool genericPlace(std::string_view head) {
    return listed(Family::Place, head);
}

} // namespace

bool sameNation(const Fact& a, const Fact& b) {
    const auto &p = a.marks.kinds, &q = b.marks.kinds;
    if (ofOneNation(a, b))
        return true;
    const std::string_view country = p.size() == 1 ? countryOf(p.front())
                                     : p.empty()   ? countryOf(a.slot.head)
                                                   : std::string_view();
    return !country.empty() &&
           (q.size() == 1 ? country == countryOf(q.front()) : q.empty() && country == countryOf(b.slot.head));
}

bool countsBoth(const Fact& f) {
    return f.marks.kinds.size() == 1 && f.marks.kinds.front().starts_with("and ");
}

bool genericPerson(std::string_view head) {
    return head.empty() || listed(Family::Person, head);
}

bool culprits(const claim::Slot& slot) {
    return oneOf(slot.headRole, {"attack:agent", "shooting:agent", "abduction:agent", "theft:agent", "death:agent",
                                 "arrest:patient", "interception:patient", "charge:patient", "explosion:agent"});
}

std::size_t overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t n = 0; // which list goes on cannot be foretold: nothing is branched on
    const std::uint32_t *x = a.data(), *y = b.data();
    const std::uint32_t *const endX = x + a.size(), *const endY = y + b.size();
    while (x != endX && y != endY) {
        const std::uint32_t p = *x, q = *y;
        n += p == q;
        x += p <= q;
        y += q <= p;
    }
    return n;
}

std::size_t overlap(const SentenceWords& a, const SentenceWords& b) {
    const auto known = sharedOnceLaid(a, b);
    return known ? *known : overlap(static_cast<const std::vector<std::uint32_t>&>(a), b);
}

namespace {

/// Most share nothing, and nothing is divided for them.
template <class Words> double shareOf(const Words& a, const Words& b) {
    const std::size_t both = a.empty() || b.empty() ? 0 : overlap(a, b);
    return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(std::min(a.size(), b.size()));
}

} // namespace

double share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return shareOf(a, b);
}

double share(const SentenceWords& a, const SentenceWords& b) {
    return shareOf(a, b);
}

bool sameHead(const Fact& a, const Fact& b, std::string* why) {
    const claim::Slot &x = a.slot, &y = b.slot;
    const auto say = [&](const auto&... parts) {
        if (why)
            *why = text::explainedBy(parts...);
    };
    if (x.head == y.head) {
        if (x.head.empty())
            say("both leave the noun to the event");
        else
            say("same noun, “", x.head, "”");
        return true;
    }
    const auto eventNoun = [](const claim::Slot& s) { // "12 deaths": the noun is the event
        const text::Lexicon& lexicon = text::Lexicon::of(text::Language::English);
        return !s.head.empty() && oneOf(s.event, {"death", "injury", "arrest", "abduction", "casualty"}) &&
               lexicon.value(lexicon.find(s.head), text::Tag::Event) == s.event;
    };
    const auto person = [&](const claim::Slot& s) { return s.headClass == "person" || s.head.empty() || eventNoun(s); };
    if (person(x) && person(y) && (genericPerson(x.head) || genericPerson(y.head) || eventNoun(x) || eventNoun(y))) {
        if (why) {
            const std::string none = text::explained("(none)");
            say("“", x.head.empty() ? none : x.head, "” and “", y.head.empty() ? none : y.head, "” both name people");
        }
        return true;
    }
    if (ofOneNation(a, b) && (person(x) || person(y))) {
        say("“", x.head, "” and “", y.head, "” both name people of one country");
        return true;
    }
    if (listed(Family::Corps, x.head) && listed(Family::Corps, y.head) && !together(Family::Corps, x.head, y.head)) {
        say("the nouns “", x.head, "” and “", y.head, "” name other things"); // "3,000 soldiers", "500 policemen"
        return false;
    }
    if (!x.headRole.empty() && x.headRole == y.headRole && x.event == y.event && x.relation == y.relation) {
        say("“", x.head, "” and “", y.head, "” both name the ", x.headRole.substr(x.headRole.find(':') + 1), " of the ",
            x.event);
        return true;
    }
    if (x.event == y.event && x.relation == SlotRelation::Patient && y.relation == SlotRelation::Patient &&
        culprits(x) && culprits(y)) {
        say("“", x.head, "” and “", y.head, "” both name those who did it");
        return true;
    }
    if (x.headClass == "building" && y.headClass == "building" && (genericPlace(x.head) || genericPlace(y.head))) {
        say("“", x.head, "” and “", y.head, "” both name premises");
        return true;
    }
    if (x.headClass == "vehicle" && y.headClass == "vehicle" && (x.head == "vehicle" || y.head == "vehicle")) {
        say("“", x.head, "” and “", y.head, "” both name vehicles");
        return true;
    }
    if (!x.head.empty() && !y.head.empty() &&
        (nounsClose(x.head, y.head) || (!x.headClass.empty() && x.headClass != "person" && x.headClass == y.headClass &&
                                        nounsNear(x.head, y.head)))) {
        say("“", x.head, "” and “", y.head, "” are one word or one step apart in WordNet");
        return true;
    }
    say("they count “", x.head, "” and “", y.head, "”");
    return false;
}

namespace {

/// "Breton homes" beside "homes in Brittany": adjectives of a place that the other sentence names, as far as spelling
/// shows.
bool ofPlace(const std::vector<std::string>& kinds, const Fact& other) {
    constexpr std::size_t root = 4;
    return std::all_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
        const std::string folded = text::foldAccents(kind);
        return folded.size() > root &&
               std::any_of(other.anchor.places.begin(), other.anchor.places.end(), [&](const std::string& place) {
                   return place.size() >= root && std::equal(folded.begin(), folded.begin() + root, place.begin());
               });
    });
}

} // namespace

namespace {

/// Is it told of two nouns, and one of them not spoken of in the other's sentence?
bool othersToldOf(const Fact& a, const Fact& b) {
    static const auto people = conceptsOf(Family::Person);
    const auto wide = [](const Fact& f) {
        return f.subjects.empty() || std::binary_search(people.begin(), people.end(), f.subjects.front());
    };
    return !wide(a) && !wide(b) && a.subjects.front() != b.subjects.front() &&
           !(hasWord(b, a.subjects.front()) && hasWord(a, b.subjects.front()));
}

} // namespace

bool markVeto(const Fact& a, const Fact& b, std::string* why) {
    if (a.kind == ClaimKind::Count && a.rate != b.rate) {
        if (why)
            *why = "one is about a day, the other about a period";
        return true;
    }
    if ((a.slot.event == "capacity") != (b.slot.event == "capacity")) {
        if (why)
            *why = "one tells for how many there is room";
        return true;
    }
    const claim::SetMarks &x = a.marks, &y = b.marks;
    const auto veto = [&](const char* reason) {
        if (why)
            *why = reason;
        return true;
    };
    const claim::Slot &p = a.slot, &q = b.slot; // "two counts of murder", "one of attempted murder"
    if (p.head == "charge" && q.head == "charge" && !p.modifiers.empty() && !q.modifiers.empty() &&
        p.modifiers != q.modifiers)
        return veto("they count charges of two crimes");
    // "500 tents and 2,000 blankets", "300 tents": of one narrow noun it does not matter that others stand beside it.
    const bool narrow = !a.slot.head.empty() && a.slot.head == b.slot.head && !genericPerson(a.slot.head);
    if (x.ofThem != y.ofThem || ((a.part != b.part || x.listed != y.listed) && !narrow))
        return veto("one is a part of the whole that the other counts");
    const auto ranges = [](const Fact& f) { return f.said.set && f.said.set->qualifier == read::Qualifier::Range; };
    // "Terms of two to nine years", of one of them "four years"; or of others.
    if (a.length && b.length && (ranges(a) || ranges(b)) && (ranges(a) != ranges(b) || othersToldOf(a, b)))
        return veto("one is a part of the whole that the other counts");
    if (a.several != b.several && a.kind == ClaimKind::Count && a.said.set != b.said.set)
        return veto("one adds up several places or targets");
    // "To buy its rival Perrin" names the rival, and so does the other: it is no figure of another's.
    // "Six were killed and three others injured": others than the dead.
    const bool thanTheDead = a.kind == ClaimKind::Count && a.slot.event == b.slot.event &&
                             oneOf(a.slot.event, {"injury", "missing", "hospitalisation", "illness"});
    if (x.other != y.other && !thanTheDead && !(a.kind == ClaimKind::Money && namesSharedTwice(a, b)))
        return veto("one counts others beside those");
    if (x.more != y.more)
        return veto("one counts further ones");
    const auto oneOrder = [&] { // "138 kroner for each share, a premium of 31 percent"
        if (a.kind == ClaimKind::Percentage)
            return true;
        // "38 dollars for each share", "36 dollars a share"
        return a.kind == ClaimKind::Money && a.said.set && b.said.set && a.said.set->headline && b.said.set->headline &&
               !farApart(*a.said.set->headline, *b.said.set->headline, 2);
    };
    if (x.each != y.each && !oneOrder())
        return veto("one is a figure for each");
    // "420 passengers and crew" are people, and not "246 passengers"
    if ((countsBoth(a) && y.kinds.empty() && genericPerson(b.slot.head)) ||
        (countsBoth(b) && x.kinds.empty() && genericPerson(a.slot.head)))
        return false;
    if (!sameKinds(x.kinds, y.kinds) && !ofOneNation(a, b) &&
        !(x.kinds.empty() ? ofPlace(y.kinds, a) : y.kinds.empty() && ofPlace(x.kinds, b))) {
        if (why)
            *why = "one counts only some: “" + (x.kinds.empty() ? y.kinds.front() : x.kinds.front()) + "”";
        return true;
    }
    return false;
}

std::size_t unknownNames(const Candidate& a, const Candidate& b) {
    const auto& known = b.in->nameWords;
    std::size_t unknown = 0;
    bool any = false, named = false;
    for (const std::uint32_t word : a.fact->names) {
        if (word == endOfName || word == endOfPlace) {
            unknown += any && !named;
            any = named = false;
            continue;
        }
        any = true;
        named |= std::binary_search(known.begin(), known.end(), word);
    }
    return unknown;
}

namespace {

using Name = std::span<const std::uint32_t>; ///< its words, as they stand in Fact::names

/// The persons, organisations and things that a fact's sentence names.
std::vector<Name> ownNames(const Fact& fact) {
    std::vector<Name> out;
    const Name all(fact.names);
    std::size_t first = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] != endOfPlace && all[i] != endOfName)
            continue;
        if (all[i] == endOfName && i > first)
            out.push_back(all.subspan(first, i - first));
        first = i + 1;
    }
    return out;
}

/// A word in common, and not "Alan Reeve" beside "Mark Reeve".
bool oneName(const Name& p, const Name& q) {
    const bool shares =
        std::any_of(p.begin(), p.end(), [&](std::uint32_t w) { return std::find(q.begin(), q.end(), w) != q.end(); });
    return shares && !(p.size() == 2 && q.size() == 2 && p[1] == q[1] && p[0] != q[0]);
}

bool anyShared(const std::vector<Name>& x, const std::vector<Name>& y) {
    return std::any_of(x.begin(), x.end(), [&](const Name& p) {
        return std::any_of(y.begin(), y.end(), [&](const Name& q) { return oneName(p, q); });
    });
}

} // namespace

bool namesApart(const Fact& a, const Fact& b) {
    if (a.names.empty() || b.names.empty())
        return false;
    const std::vector<Name> x = ownNames(a), y = ownNames(b);
    return !x.empty() && !y.empty() && !anyShared(x, y);
}

bool namesShared(const Fact& a, const Fact& b) {
    return anyShared(ownNames(a), ownNames(b));
}

bool namesSharedTwice(const Fact& a, const Fact& b) {
    const std::vector<Name> x = ownNames(a), y = ownNames(b);
    return std::count_if(x.begin(), x.end(), [&](const Name& p) {
               return std::any_of(y.begin(), y.end(), [&](const Name& q) { return oneName(p, q); });
           }) >= 2;
}

bool namesOthers(const Candidate& a, const Candidate& b) {
    return unknownNames(a, b) > 0 && unknownNames(b, a) > 0;
}

Likeness likeness(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    Likeness out{overlap(x.content, y.content), share(x.content, y.content), true};
    for (const auto& [fact, other] : {std::pair(&x, &y), std::pair(&y, &x)}) {
        const std::string_view event = fact->slot.event;
        const bool told = event.empty() || listed(Family::Light, event) || event == other->slot.event ||
                          together(Family::Deed, event, other->slot.event) || hasWord(*other, Concepts::named(event)) ||
                          (!fact->slot.classified && !other->slot.classified && verbsClose(event, other->slot.event));
        out.tells = out.tells && told;
    }
    if (x.slot.event != y.slot.event && kindred(x.slot.event, y.slot.event))
        ++out.words; // told with two words for one deed
    return out;
}

bool sameSet(const Candidate& a, const Candidate& b) {
    return a.fact->said.set && b.fact->said.set && *a.fact->said.set == *b.fact->said.set;
}

bool farApart(const read::Decimal& a, const read::Decimal& b, int times) {
    // Nearly all are told apart without a product of many digits.
    const double p = a.toDouble(), q = b.toDouble();
    constexpr double sure = 1.000001;
    if (p > 0 && q > 0) {
        const double much = times * sure, little = times / sure;
        if (p > q * much || q > p * much)
            return true;
        if (p < q * little && q < p * little)
            return false;
    }
    const auto multiple = [times](const read::Decimal& d) { return d.times(read::Decimal(times)).value_or(d); };
    return a > multiple(b) || b > multiple(a);
}

bool otherGroup(const Candidate& a, const Candidate& b) {
    const bool shares = a.fact->kind == ClaimKind::Percentage && b.fact->kind == ClaimKind::Percentage;
    return a.fact->ofAge != b.fact->ofAge || (shares && a.fact->ofGroup != b.fact->ofGroup);
}

bool sequel(const Candidate& a, const Candidate& b) {
    const auto another = [](const Candidate& c) { // "another blaze"
        const Outline* outline = c.in->outline(c.fact->sentence);
        return outline && outline->another;
    };
    return a.fact->sequel != b.fact->sequel || another(a) != another(b);
}

bool ofAnother(const Fact& a, const Fact& b) {
    const auto total = [](const Fact& f) { // beside what it grew by; of money, where it stands
        return f.kind == ClaimKind::Money ? !f.increment && !listed(Family::Direction, f.slot.event)
                                          : f.marks.growth || f.marks.soFar || f.marks.total;
    };
    return narrowedApart(a, b) || a.earlier != b.earlier || (a.increment && total(b)) || (b.increment && total(a));
}

bool answeredBeside(const Candidate& a, const Candidate& b) {
    const auto gives = [](const Candidate& c, const Fact& other) {
        return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            if (f.kind != other.kind || &f == c.fact || !f.said.set || f.marks.growth ||
                f.slot.unit != other.slot.unit || f.said.words == c.fact->said.words || !sameAmount(f.said, other.said))
                return false;
            if (f.slot.classified && other.slot.classified && f.slot.event != other.slot.event &&
                !kindred(f.slot.event, other.slot.event))
                return false; // "18 were injured and 12 arrested" answers no "12 injured"
            const auto at = static_cast<std::uint32_t>(&f - c.in->facts.data());
            return !c.in->disputed(at, c.index) &&
                   (f.kind != ClaimKind::Count || f.slot.head.empty() || sameHead(f, other));
        });
    };
    return a.article != b.article && (gives(a, *b.fact) || gives(b, *a.fact));
}

bool otherBeings(const Candidate& a, const Candidate& b) {
    const auto being = [](const Candidate& c) {
        const Fact* out = nullptr;
        c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
            if (isDeed(f) && oneOf(f.slot.event, {"be", "être"}) && f.said.words.begin >= c.fact->said.words.end &&
                f.said.words.begin <= c.fact->said.words.end + 1)
                out = &f;
        });
        return out;
    };
    if (a.fact->kind != ClaimKind::Count || !a.fact->partitive || !b.fact->partitive)
        return false;
    const Fact *x = being(a), *y = being(b);
    return x && y && x->thing != 0 && y->thing != 0 && x->thing != y->thing && !hasWord(*b.fact, x->thing) &&
           !hasWord(*a.fact, y->thing);
}

bool otherStretches(const Candidate& a, const Candidate& b) {
    if (a.fact->kind != ClaimKind::Money || b.fact->kind != ClaimKind::Money)
        return false;
    const auto stretches = [](const Candidate& c) {
        std::vector<read::Decimal> out;
        c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
            if (f.kind == ClaimKind::Measure && f.said.set && f.said.set->headline && sameDimension(f.slot.unit, "d"))
                if (const auto base = read::toBase(*f.said.set->headline, f.slot.unit))
                    out.push_back(base->value);
        });
        return out;
    };
    const std::vector<read::Decimal> x = stretches(a), y = stretches(b);
    if (x.empty() != y.empty())
        return (x.empty() ? a : b).fact->rate;
    return !x.empty() && std::none_of(x.begin(), x.end(), [&](const read::Decimal& p) {
        return std::find(y.begin(), y.end(), p) != y.end();
    });
}

namespace {

/// Are two sources named that share no word, and neither so wide as "the company"?
bool otherForecasters(const Fact& a, const Fact& b) {
    const std::string p = text::foldAccents(a.said.attribution), q = text::foldAccents(b.said.attribution);
    const auto wide = [](std::string_view source) {
        const std::string_view last = source.substr(source.rfind(' ') + 1);
        return source.size() < 5 || together(Family::Thing, last, "company") || last == "maker";
    };
    if (p.empty() || q.empty() || wide(p) || wide(q))
        return false;
    bool shared = false;
    text::forEachWord(p, [&](std::string_view word) {
        shared |= word.size() > 3 && (" " + q + " ").find(" " + std::string(word) + " ") != std::string::npos;
    });
    return !shared;
}

} // namespace

bool wished(const Candidate& a, const Candidate& b) {
    // Two who foresee are two forecasts: "the bank expects 1.8 percent", "the ministry expects 2.3 percent".
    if (a.fact->foreseen && b.fact->foreseen && otherForecasters(*a.fact, *b.fact))
        return true;
    const bool bothMeant = a.fact->planned && b.fact->planned; // "promises savings", "expects savings"
    return (a.fact->foreseen != b.fact->foreseen && !bothMeant) || a.fact->asked != b.fact->asked;
}

bool numeric(ClaimKind kind) {
    return kind == ClaimKind::Count || kind == ClaimKind::Money || kind == ClaimKind::Measure ||
           kind == ClaimKind::Percentage;
}

bool partedByReport(const Candidate& a, const Candidate& b) {
    if (!mayMeetOwn(*a.fact))
        return true;
    if (a.fact->kind == ClaimKind::Age)
        return a.fact->subject.empty() || !sameSet(a, b);
    return numeric(a.fact->kind) && !sameSet(a, b) && !a.in->disputed(a.index, b.index);
}

bool kindred(std::string_view a, std::string_view b) {
    return together(Family::Deed, a, b);
}

bool sameThing(const Fact& x, const Fact& y) {
    return x.slot.head == y.slot.head || together(Family::Thing, x.slot.head, y.slot.head);
}

} // namespace countercheck::compare::gate
