// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate.h"
#include "core/claim/parts.h"

#include "core/compare/relate.h"
#include "core/read/gazetteer.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"
#include "core/text/wordnet.h"

#include <algorithm>
#include <set>
#include <utility>

namespace countercheck::compare::gate {

using claim::Claim;
using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

namespace {

/// TIMEX3 values that do not resolve and cannot be one time: "XXXX-06" and "XXXX-07".
bool apart(std::string_view a, std::string_view b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && a[i] != 'X' && b[i] != 'X')
            return true;
    return false;
}

/// Nouns so wide that they may name the same people (or places) as a narrower one.
bool genericPerson(std::string_view head) {
    return head.empty() || oneOf(head, {"person", "victim", "individual", "human", "civilian"});
}
bool genericPlace(std::string_view head) {
    return oneOf(head,
                 {"site", "facility", "place", "location", "building", "installation", "target", "structure", "area"});
}

/// Does a report, anywhere, name a place that the other's claim names, or one that holds it or lies in it?
bool placesConnected(const Candidate& a, const Candidate& b) {
    const auto mentioned = [](const std::vector<std::string>& places, const ReadArticle& article) {
        for (const read::Entity& entity : article.mentions.entities)
            if (entity.kind == read::NameKind::Place)
                for (const std::string& place : places)
                    if (text::foldAccents(entity.name) == place)
                        return true;
        return false;
    };
    if (mentioned(a.claim->anchor.places, *b.in) || mentioned(b.claim->anchor.places, *a.in))
        return true;
    for (const std::string& p : a.claim->anchor.places)
        for (const std::string& q : b.claim->anchor.places) {
            const auto relation = read::placeRelation(p, q);
            if (relation != read::PlaceRelation::Apart)
                return true; // one holds the other, or nobody can tell
        }
    return false;
}

/// Do both name places, none of them shared and none shown to lie in another?
bool elsewhere(const Candidate& a, const Candidate& b) {
    const auto &x = a.claim->anchor.places, &y = b.claim->anchor.places;
    if (a.article == b.article || x.empty() || y.empty())
        return false;
    for (const std::string& p : x)
        for (const std::string& q : y) {
            const auto relation = read::placeRelation(p, q);
            if (p == q || relation == read::PlaceRelation::Same || relation == read::PlaceRelation::Inside ||
                relation == read::PlaceRelation::Holds)
                return false;
        }
    return true;
}

} // namespace

std::size_t overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t n = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j])
            ++n, ++i, ++j;
        else if (a[i] < b[j])
            ++i;
        else
            ++j;
    }
    return n;
}

double share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const std::size_t least = std::min(a.size(), b.size());
    return least == 0 ? 0 : static_cast<double>(overlap(a, b)) / static_cast<double>(least);
}

bool meet(const read::TimeSpan& a, const read::TimeSpan& b) {
    const bool aFirst = !a.openTo && a.to <= b.from, bFirst = !b.openTo && b.to <= a.from;
    return !(aFirst && !b.openFrom) && !(bFirst && !a.openFrom);
}

Verdict no(std::string why) {
    return {Gate::No, 0, {std::move(why)}};
}

bool sameHead(const Claim& a, const Claim& b, std::string& why) {
    const claim::Slot &x = a.slot, &y = b.slot;
    if (x.head == y.head) {
        why = x.head.empty() ? "both leave the noun to the event" : "same noun, “" + x.head + "”";
        return true;
    }
    const auto eventNoun = [](const claim::Slot& s) { // "12 deaths": the noun is the event
        const text::Lexicon& lexicon = text::Lexicon::of(text::Language::English);
        return !s.head.empty() && oneOf(s.event, {"death", "injury", "arrest", "abduction", "casualty"}) &&
               lexicon.value(lexicon.find(s.head), text::Tag::Event) == s.event;
    };
    const bool person = (x.headClass == "person" || x.head.empty() || eventNoun(x)) &&
                        (y.headClass == "person" || y.head.empty() || eventNoun(y));
    if (person && (genericPerson(x.head) || genericPerson(y.head) || eventNoun(x) || eventNoun(y))) {
        why = "“" + (x.head.empty() ? "(none)" : x.head) + "” and “" + (y.head.empty() ? "(none)" : y.head) +
              "” both name people";
        return true;
    }
    if (!x.headRole.empty() && x.headRole == y.headRole && x.event == y.event && x.relation == y.relation) {
        why = "“" + x.head + "” and “" + y.head + "” both name the " +
              std::string(x.headRole.substr(x.headRole.find(':') + 1)) + " of the " + std::string(x.event);
        return true;
    }
    if (x.headClass == "building" && y.headClass == "building" && (genericPlace(x.head) || genericPlace(y.head))) {
        why = "“" + x.head + "” and “" + y.head + "” both name premises";
        return true;
    }
    if (!x.head.empty() && !y.head.empty() && text::closeNouns(x.head, y.head, 1)) {
        why = "“" + x.head + "” and “" + y.head + "” are one word or one step apart in WordNet";
        return true;
    }
    why = "they count “" + x.head + "” and “" + y.head + "”";
    return false;
}

std::string markVeto(const Candidate& a, const Candidate& b) {
    const claim::SetMarks &x = a.claim->marks, &y = b.claim->marks;
    if (x.ofThem != y.ofThem || a.part != b.part || x.listed != y.listed)
        return "one is a part of the whole that the other counts";
    if (x.other != y.other)
        return "one counts others beside those";
    if (x.more != y.more)
        return "one counts further ones";
    if (x.each != y.each)
        return "one is a figure for each";
    if (x.kinds != y.kinds)
        return "one counts only some: “" + (x.kinds.empty() ? y.kinds.front() : x.kinds.front()) + "”";
    return {};
}

std::string happeningVeto(const Candidate& a, const Candidate& b, const Common& common,
                          std::vector<std::string>& evidence, int& strength) {
    const claim::Anchor &x = a.claim->anchor, &y = b.claim->anchor;
    const bool dates = a.claim->kind == ClaimKind::Date;
    if (a.claim->kind == ClaimKind::Responsibility)
        return {}; // said at one time of a deed of another
    if (!dates && !x.unresolved.empty() && !y.unresolved.empty() && apart(x.unresolved, y.unresolved))
        return "they speak of different times";
    if (!dates && x.explicitTime && y.explicitTime && x.time && y.time) {
        if (!meet(*x.time, *y.time))
            return "they speak of different times";
        if (x.period != y.period)
            return "one is about a day, the other about a period";
        evidence.emplace_back("the times that they give meet");
        ++strength;
    } else if (!dates && (x.period != y.period)) {
        return "one is a period's figure";
    } else if (!dates && x.time && y.time && (x.explicitTime || y.explicitTime || common.leadTimesMeet)) {
        if (!meet(*x.time, *y.time))
            return "they speak of different times";
        evidence.emplace_back("the times of the two reports' events meet");
        ++strength;
    }
    if (x.background != y.background)
        return "one is told as what went before";
    if (!dates && x.lead && y.lead && common.leadTimesApart)
        return "the two reports' events lie on different days";
    if (!x.places.empty() && !y.places.empty()) {
        const bool shared = std::any_of(x.places.begin(), x.places.end(), [&](const std::string& p) {
            return std::find(y.places.begin(), y.places.end(), p) != y.places.end();
        });
        if (shared) {
            evidence.emplace_back("both name “" +
                                  *std::find_if(x.places.begin(), x.places.end(),
                                                [&](const std::string& p) {
                                                    return std::find(y.places.begin(), y.places.end(), p) !=
                                                           y.places.end();
                                                }) +
                                  "”");
            ++strength;
        } else if (!placesConnected(a, b)) {
            return "they speak of different places";
        }
    }
    return {};
}

bool disputed(const Candidate& a, const Candidate& b) {
    const Claim& x = a.claim->highlight.begin < b.claim->highlight.begin ? *a.claim : *b.claim;
    const Claim& y = &x == a.claim ? *b.claim : *a.claim;
    if (y.sentence > x.sentence + 1)
        return false;
    const text::Reading& reading = a.in->reading;
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    const bool borrowed = std::any_of(y.because.begin(), y.because.end(), [](const std::string& line) {
        return line.find("stands for") != std::string::npos;
    });
    if (borrowed)
        return true;
    // Two sources that are both named are rivals; one source, or none, only where the words set the figures against
    // each other.
    const auto source = [&](const Claim& c) {
        return c.attribution < 0 ? std::string{}
                                 : a.in->mentions.attributions[static_cast<std::size_t>(c.attribution)].source;
    };
    if (!source(x).empty() && !source(y).empty() && source(x) != source(y))
        return true;
    if (x.attribution < 0 || y.attribution < 0 || x.attribution == y.attribution)
        return false;
    const auto first = std::lower_bound(reading.tokens.begin(), reading.tokens.end(), x.highlight.end,
                                        [](const text::Token& t, std::uint32_t at) { return t.begin < at; });
    for (auto t = first; t != reading.tokens.end() && t->begin < y.highlight.end; ++t)
        if (lexicon.match(reading, static_cast<std::uint32_t>(t - reading.tokens.begin()),
                          text::tagBit(text::Tag::Dispute)))
            return true;
    return false;
}

bool sameSet(const Candidate& a, const Candidate& b) {
    if (a.claim->figure < 0 || b.claim->figure < 0)
        return false;
    return a.in->mentions.figures[static_cast<std::size_t>(a.claim->figure)].set ==
           b.in->mentions.figures[static_cast<std::size_t>(b.claim->figure)].set;
}

bool numeric(ClaimKind kind) {
    return kind == ClaimKind::Count || kind == ClaimKind::Money || kind == ClaimKind::Measure ||
           kind == ClaimKind::Percentage;
}

Verdict sameNumber(const Candidate& a, const Candidate& b, const Common& common) {
    const Claim &x = *a.claim, &y = *b.claim;
    Verdict v;
    if (x.kind == ClaimKind::Money && x.slot.unit != y.slot.unit)
        return no("other currencies, and no dated rate");
    if (x.slot.event.empty() || y.slot.event.empty())
        return no("it is not clear what one of them is about");
    if (x.slot.event != y.slot.event) {
        if (!x.slot.classified && !y.slot.classified && text::closeVerbs(x.slot.event, y.slot.event, 1) &&
            x.slot.head == y.slot.head)
            v.because.emplace_back("“" + std::string(x.slot.event) + "” and “" + std::string(y.slot.event) +
                                   "” are close in WordNet");
        else
            return no("one is about “" + std::string(x.slot.event) + "”, the other about “" +
                      std::string(y.slot.event) + "”");
    } else {
        v.because.emplace_back("same event, “" + std::string(x.slot.event) + "”");
    }
    if (x.slot.relation != y.slot.relation)
        return no("one counts who did it, the other who suffered it, or what stands beside it");
    if (x.slot.preposition != y.slot.preposition && x.slot.relation == SlotRelation::Adjunct)
        return no("one stands behind “" + x.slot.preposition + "”, the other behind “" + y.slot.preposition + "”");
    ++v.strength;
    std::string head;
    if (!sameHead(x, y, head))
        return no(head);
    v.because.push_back("same count: " + head);
    ++v.strength;
    if (const std::string veto = markVeto(a, b); !veto.empty())
        return no(veto);
    const int before = v.strength;
    if (const std::string veto = happeningVeto(a, b, common, v.because, v.strength); !veto.empty())
        return no(veto);
    const bool placed = v.strength > before; // their times or places meet
    const std::size_t words = overlap(x.content, y.content);
    const double clause = share(x.near, y.near);
    if (clause >= 0.5 && words >= 2) {
        v.because.emplace_back("their sentences share " + std::to_string(words) + " content words");
        v.strength += clause >= 0.75 ? 2 : 1;
    }
    const bool weakSlot = !x.slot.classified || !y.slot.classified || x.slot.relation == SlotRelation::Adjunct ||
                          x.slot.relation == SlotRelation::Copula || x.slot.relation == SlotRelation::None ||
                          x.kind != ClaimKind::Count;
    if (weakSlot && !(clause >= 0.6 && words >= 2)) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but their sentences have too little in common");
        return v;
    }
    // "Hundreds" beside a figure that is none of them, of something that no table lists: rather two things than a
    // rivalry.
    const auto &s = a.in->mentions.figures[static_cast<std::size_t>(x.figure)].set,
               &t = b.in->mentions.figures[static_cast<std::size_t>(y.figure)].set;
    // "Two children" beside "three people": the smaller, narrower count may be a part of the wider one.
    const auto mayBePart = [](const claim::Slot& narrow, const read::FigureSet& few, const claim::Slot& wide,
                              const read::FigureSet& many) {
        return narrow.headClass == "person" && !genericPerson(narrow.head) && genericPerson(wide.head) &&
               narrow.headRole.empty() && few.high && many.low && *few.high < *many.low;
    };
    if (a.article != b.article && (mayBePart(x.slot, s, y.slot, t) || mayBePart(y.slot, t, x.slot, s))) {
        v.gate = Gate::No;
        v.because = {"the narrower count may be a part of the wider one"};
        return v;
    }
    if (weakSlot && (!s.headline || !t.headline) && !setsMeet(s, t)) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but one gives no figure, and nothing shows that they count the same");
        return v;
    }
    if (elsewhere(a, b) && !(clause >= 0.5 && words >= 3)) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but they name places that are not shown to be one");
        return v;
    }
    if (x.anchor.background && !(x.anchor.explicitTime && y.anchor.explicitTime) && !(clause >= 0.6 && words >= 4)) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but both are told as what went before, and nothing shows that it is one happening");
        return v;
    }
    const bool aPart = x.marks.ofThem || x.marks.other || x.marks.more || x.marks.listed || a.part;
    if (aPart && a.article != b.article && !(clause >= 0.5 && words >= 3))
        return no("both are parts of a whole, and nothing shows that it is the same part");
    const bool early = x.sentence <= 3 || y.sentence <= 3;
    if ((x.slot.head.empty() || y.slot.head.empty() || (!early && !placed && common.names < 3)) && !common.tiny &&
        words < 3 && a.article != b.article) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but their sentences have too little in common");
        return v;
    }
    // A report that gives several figures for one slot speaks of several happenings: then the sentences must match.
    if ((a.ambiguous || b.ambiguous) && a.article != b.article && !(words >= 3 && share(x.content, y.content) >= 0.4) &&
        clause < 0.75) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but one report gives several such figures, and their sentences do not match");
        return v;
    }
    const bool oneHappening = common.tiny || common.leadTimesMeet || common.names >= 2 || words >= 4 ||
                              (common.sameLeadEvent && common.names >= 1) || a.article == b.article;
    if (!oneHappening) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but nothing shows that the two reports speak of one happening");
        return v;
    }
    if (a.article == b.article && !sameSet(a, b) && !disputed(a, b))
        return no("one report, and nothing in it sets the two figures against each other");
    v.gate = Gate::Join;
    return v;
}

} // namespace countercheck::compare::gate
