// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/align.h"

#include "core/read/gazetteer.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"
#include "core/text/wordnet.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace countercheck::compare {

namespace {

using claim::Claim;
using claim::ClaimKind;
using SlotRelation = claim::Relation;

/// Words that both lists hold (each ascending and unique).
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

bool oneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Nouns so wide that they may name the same people (or places) as a narrower one.
bool genericPerson(std::string_view head) {
    return head.empty() || oneOf(head, {"person", "victim", "individual", "human", "civilian"});
}
bool genericPlace(std::string_view head) {
    return oneOf(head,
                 {"site", "facility", "place", "location", "building", "installation", "target", "structure", "area"});
}

Verdict no(std::string why) {
    return {Gate::No, 0, {std::move(why)}};
}

/// Do the heads count the same things? Sets `why`.
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

/// Vetoes by set marks: a mark on one side only. Empty: none.
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

/// Vetoes by time and by telling: another happening. Empty: none. `evidence` takes what speaks for one happening.
std::string happeningVeto(const Candidate& a, const Candidate& b, const Common& common,
                          std::vector<std::string>& evidence, int& strength) {
    const claim::Anchor &x = a.claim->anchor, &y = b.claim->anchor;
    const bool dates = a.claim->kind == ClaimKind::Date;
    if (a.claim->kind == ClaimKind::Responsibility)
        return {}; // said at one time of a deed of another
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

/// Inside one report two figures for one slot are rivals only where the text says so.
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
    const bool weakSlot = !x.slot.classified || x.slot.relation == SlotRelation::Adjunct ||
                          x.slot.relation == SlotRelation::Copula || x.slot.relation == SlotRelation::None ||
                          x.kind != ClaimKind::Count;
    if (weakSlot && !(clause >= 0.6 && words >= 2)) {
        v.gate = Gate::Possible;
        v.because.emplace_back("but their sentences have too little in common");
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

Verdict sameTime(const Candidate& a, const Candidate& b, const Common& common) {
    const Claim &x = *a.claim, &y = *b.claim;
    if (x.slot.event != y.slot.event || x.slot.relation != y.slot.relation)
        return no("other events");
    Verdict v;
    v.because.emplace_back("same event, “" + std::string(x.slot.event) + "”");
    if (const std::string veto = happeningVeto(a, b, common, v.because, v.strength); !veto.empty())
        return no(veto);
    if (!x.anchor.time || !y.anchor.time)
        return no("a time that does not resolve");
    const bool meets = meet(*x.anchor.time, *y.anchor.time);
    const double clause = share(x.near, y.near);
    const std::size_t words = overlap(x.content, y.content);
    if (a.article == b.article)
        return meets ? Verdict{Gate::Join, 1, {"same event in one report"}} : no("one report, two happenings");
    const bool lead = x.anchor.lead && y.anchor.lead && x.slot.event == a.in->claims.leadEvent &&
                      y.slot.event == b.in->claims.leadEvent;
    if (x.slot.relation == SlotRelation::When && !lead && !(clause >= 0.6 && words >= 3))
        return no("not shown to be the reports' lead event");
    const bool oneHappening = common.tiny || common.names >= 2 || words >= 4;
    if (!oneHappening)
        return no("nothing shows that the two reports speak of one happening");
    // A conflict of dates is claimed only where the sentences themselves agree.
    if (!meets && !(clause >= 0.5 && words >= (common.tiny ? 1u : 3u)))
        return no("times that do not meet, and sentences that do not match");
    if (clause >= 0.5)
        v.because.emplace_back("their sentences share " + std::to_string(words) + " content words");
    v.gate = Gate::Join;
    v.strength += lead ? 2 : 1;
    return v;
}

Verdict sameAge(const Candidate& a, const Candidate& b, const Common& common) {
    const Claim &x = *a.claim, &y = *b.claim;
    if (a.article == b.article)
        return x.subject == y.subject && !x.subject.empty() && sameSet(a, b)
                   ? Verdict{Gate::Join, 1, {"one person in one report"}}
                   : no("one report");
    const auto last = [](const std::string& name) {
        return text::foldAccents(name.substr(name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1));
    };
    if (!x.subject.empty() && !y.subject.empty())
        return last(x.subject) == last(y.subject) ? Verdict{Gate::Join, 3, {"the same person, " + x.subject}}
                                                  : no("other people");
    const double clause = share(x.near, y.near);
    const std::size_t words = overlap(x.content, y.content);
    if (!a.ambiguous && !b.ambiguous && x.subject.empty() && y.subject.empty() && x.slot.head == y.slot.head &&
        !x.slot.head.empty() && words >= 4 && clause >= 0.5 && (common.tiny || common.names >= 2))
        return {Gate::Join,
                2,
                {"“" + x.slot.head + "” in sentences that share " + std::to_string(words) + " content words"}};
    return no("not shown to be one person");
}

Verdict sameQuote(const Candidate& a, const Candidate& b) {
    if (a.article == b.article)
        return no("one report");
    const Claim &x = *a.claim, &y = *b.claim;
    const auto words = [](const Candidate& c) {
        std::vector<std::uint32_t> out;
        const read::Quote& quote = c.in->mentions.quotes[static_cast<std::size_t>(c.claim->quote)];
        std::string buffer;
        for (const text::Token& t : c.in->reading.tokens)
            if (t.begin >= quote.words.begin && t.end <= quote.words.end &&
                (t.is(text::TokenKind::Word) || t.is(text::TokenKind::Number)))
                out.push_back(static_cast<std::uint32_t>(text::hashBytes(text::lowered(c.in->reading.of(t), buffer))));
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    };
    const auto p = words(a), q = words(b);
    if (p.empty() || q.empty())
        return no("no words");
    const double same = share(p, q);
    if (std::max(p.size(), q.size()) > 60 && p != q)
        return no("too long for one quote");
    const bool shortOne = std::min(p.size(), q.size()) < 4;
    if (static_cast<double>(overlap(p, q)) < 0.35 * static_cast<double>(std::max(p.size(), q.size())) && same < 0.95)
        return no("other words");
    if (same < (shortOne ? 1.0 : 0.6))
        return no("other words");
    if (shortOne && overlap(x.content, y.content) < 3)
        return no("a word or two that anybody may say");
    return {Gate::Join, 2, {"the quotes share " + std::to_string(overlap(p, q)) + " words"}};
}

Verdict sameDeed(const Candidate& a, const Candidate& b, const Common& common) {
    if (a.claim->slot.event != b.claim->slot.event)
        return no("claimed and suspected are two questions");
    if (a.article == b.article)
        return no("one report");
    Verdict v;
    if (const std::string veto = happeningVeto(a, b, common, v.because, v.strength); !veto.empty())
        return no(veto);
    if (!(common.tiny || common.names >= 2 || common.leadTimesMeet))
        return no("nothing shows that the two reports speak of one happening");
    v.gate = Gate::Join;
    v.strength = 1;
    v.because.emplace_back(a.claim->slot.event == "responsibility" ? "both say who claimed responsibility"
                                                                   : "both say who is believed to be behind it");
    return v;
}

Verdict samePlace(const Candidate& a, const Candidate& b, const Common& common) {
    const Claim &x = *a.claim, &y = *b.claim;
    if (x.slot.event != y.slot.event)
        return no("other events");
    Verdict v;
    if (const std::string veto = happeningVeto(a, b, common, v.because, v.strength); !veto.empty())
        return no(veto);
    const auto relation = read::placeRelation(x.place, y.place);
    const bool together = text::foldAccents(x.place) == text::foldAccents(y.place);
    if (!together && relation != read::PlaceRelation::Same && relation != read::PlaceRelation::Inside &&
        relation != read::PlaceRelation::Holds)
        return no("other places, and more than one may be right");
    if (a.article == b.article)
        return {Gate::Join, 1, {"places that hold one another in one report"}};
    if (!(common.tiny || common.names >= 2))
        return no("nothing shows that the two reports speak of one happening");
    if (!common.tiny && (!x.slot.classified || !(common.leadTimesMeet && x.anchor.lead && y.anchor.lead)) &&
        !(overlap(x.content, y.content) >= 4 && share(x.near, y.near) >= 0.4 && x.slot.classified))
        return no("not shown to be one happening");
    return {Gate::Join,
            2,
            {"same event, “" + std::string(x.slot.event) + "”, and places that are one or hold one another"}};
}

} // namespace

Common commonOf(const ReadArticle& a, const ReadArticle& b) {
    Common out;
    out.tiny = std::min(a.reading.sentences.size(), b.reading.sentences.size()) <= 2;
    std::set<std::string> names;
    const auto forms = [](const ReadArticle& article, const auto& each) {
        for (const read::Entity& e : article.mentions.entities) {
            if (e.kind == read::NameKind::Nationality)
                continue;
            each(text::foldAccents(e.name));
            if (!e.acronym.empty())
                each(text::foldAccents(e.acronym));
        }
    };
    forms(a, [&](std::string name) { names.insert(std::move(name)); });
    std::set<std::string> counted;
    forms(b, [&](std::string name) {
        if (names.contains(name))
            counted.insert(std::move(name));
    });
    out.names = static_cast<std::uint32_t>(counted.size());
    if (a.claims.leadTime && b.claims.leadTime) {
        out.leadTimesMeet = meet(*a.claims.leadTime, *b.claims.leadTime);
        out.leadTimesApart = !out.leadTimesMeet;
    }
    out.sameLeadEvent = !a.claims.leadEvent.empty() && a.claims.leadEvent == b.claims.leadEvent;
    return out;
}

Verdict sameQuestion(const Candidate& a, const Candidate& b, const Common& common) {
    const ClaimKind kind = a.claim->kind;
    if (kind != b.claim->kind)
        return no("other kinds of claim");
    if (numeric(kind))
        return sameNumber(a, b, common);
    switch (kind) {
    case ClaimKind::Date:
        return sameTime(a, b, common);
    case ClaimKind::Age:
        return sameAge(a, b, common);
    case ClaimKind::Quote:
        return sameQuote(a, b);
    case ClaimKind::Responsibility:
        return sameDeed(a, b, common);
    case ClaimKind::Place:
        return samePlace(a, b, common);
    default:
        return no("not compared");
    }
}

void markAmbiguous(std::vector<Candidate>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (std::size_t j = i + 1; j < candidates.size() && candidates[j].article == candidates[i].article; ++j) {
            const Claim &x = *candidates[i].claim, &y = *candidates[j].claim;
            if (x.kind == ClaimKind::Age && y.kind == ClaimKind::Age && x.subject.empty() && y.subject.empty() &&
                x.slot.head == y.slot.head && !sameSet(candidates[i], candidates[j]))
                candidates[i].ambiguous = candidates[j].ambiguous = true;
            if (!numeric(x.kind) || x.kind != y.kind || x.slot.event.empty() || x.slot.event != y.slot.event ||
                x.slot.relation != y.slot.relation || x.slot.unit != y.slot.unit ||
                x.anchor.background != y.anchor.background || x.anchor.period != y.anchor.period)
                continue;
            std::string why;
            if (!sameHead(x, y, why) || !markVeto(candidates[i], candidates[j]).empty() ||
                sameSet(candidates[i], candidates[j]) || disputed(candidates[i], candidates[j]))
                continue;
            const auto &s = candidates[i].in->mentions.figures[static_cast<std::size_t>(x.figure)].set,
                       &t = candidates[j].in->mentions.figures[static_cast<std::size_t>(y.figure)].set;
            if (!s.headline || !t.headline || *s.headline == *t.headline)
                continue; // "three sites" and "several sites"
            candidates[i].ambiguous = candidates[j].ambiguous = true;
        }
}

void markParts(std::vector<Candidate>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (std::size_t j = i + 1; j < candidates.size() && candidates[j].article == candidates[i].article; ++j) {
            const Claim &x = *candidates[i].claim, &y = *candidates[j].claim;
            if (x.kind != ClaimKind::Count || y.kind != ClaimKind::Count || x.sentence != y.sentence ||
                x.slot.event.empty() || x.slot.event != y.slot.event || x.slot.relation != y.slot.relation ||
                x.slot.head == y.slot.head || disputed(candidates[i], candidates[j]))
                continue;
            if (x.slot.headClass == y.slot.headClass || x.slot.head.empty() || y.slot.head.empty())
                candidates[i].part = candidates[j].part = true;
        }
}

Alignment align(const std::vector<Candidate>& candidates, const std::vector<ReadArticle*>& articles) {
    Alignment out;
    // Candidates come from an index: claims that share a key. Pairs without a common key are never looked at.
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        const Claim& c = *candidates[i].claim;
        std::set<std::uint64_t> keys;
        const auto key = [&](std::string_view a, std::string_view b) {
            keys.insert(text::hashBytes(std::string(a) + "\x1f" + std::string(b) + "\x1f" +
                                        std::to_string(static_cast<int>(c.kind))));
        };
        if (c.kind == ClaimKind::Quote)
            for (const std::uint32_t word : c.near)
                keys.insert(word ^ 0x51u);
        else if (c.kind == ClaimKind::Age)
            key("age", c.subject.empty()
                           ? c.slot.head
                           : text::foldAccents(c.subject.substr(
                                 c.subject.rfind(' ') == std::string::npos ? 0 : c.subject.rfind(' ') + 1)));
        else {
            key(c.slot.event, "");
            if (!c.slot.classified)
                key("", c.slot.head);
        }
        for (const std::uint64_t k : keys)
            index[k].push_back(i);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, Common> commons;
    const auto commonFor = [&](const Candidate& a, const Candidate& b) -> const Common& {
        const auto pair = std::minmax(a.article, b.article);
        auto it = commons.find(pair);
        if (it == commons.end())
            it = commons.emplace(pair, commonOf(*articles[pair.first], *articles[pair.second])).first;
        return it->second;
    };
    struct Join {
        std::uint32_t a, b;
        int strength;
        std::vector<std::string> because;
    };
    std::vector<Join> joins;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const auto& [key, list] : index)
        for (std::size_t x = 0; x < list.size(); ++x)
            for (std::size_t y = x + 1; y < list.size(); ++y) {
                if (!seen.emplace(list[x], list[y]).second)
                    continue;
                const Candidate &a = candidates[list[x]], &b = candidates[list[y]];
                Verdict v = sameQuestion(a, b, commonFor(a, b));
                if (v.gate == Gate::Join)
                    joins.push_back({list[x], list[y], v.strength, std::move(v.because)});
                else if (v.gate == Gate::Possible)
                    out.near.push_back({{list[x], list[y]}, v.because.front() + "; " + v.because.back()});
            }
    std::sort(joins.begin(), joins.end(), [](const Join& p, const Join& q) {
        return p.strength != q.strength ? p.strength > q.strength : std::pair(p.a, p.b) < std::pair(q.a, q.b);
    });
    std::sort(out.near.begin(), out.near.end());

    std::vector<std::uint32_t> groupOf(candidates.size());
    std::vector<Group> groups(candidates.size());
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        groupOf[i] = i;
        groups[i].members = {i};
    }
    for (const Join& join : joins) {
        const std::uint32_t p = groupOf[join.a], q = groupOf[join.b];
        if (p == q)
            continue;
        bool veto = false;
        for (const std::uint32_t m : groups[p].members)
            for (const std::uint32_t n : groups[q].members) {
                if (veto)
                    break;
                const Candidate &a = candidates[std::min(m, n)], &b = candidates[std::max(m, n)];
                veto = sameQuestion(a, b, commonFor(a, b)).gate == Gate::No;
            }
        if (veto)
            continue;
        const std::uint32_t to = std::min(p, q), from = std::max(p, q);
        for (const std::uint32_t m : groups[from].members)
            groupOf[m] = to;
        auto& members = groups[to].members;
        members.insert(members.end(), groups[from].members.begin(), groups[from].members.end());
        std::sort(members.begin(), members.end());
        for (const auto* list : {&std::as_const(groups[from].because), &std::as_const(join.because)})
            for (const std::string& line : *list)
                if (std::find(groups[to].because.begin(), groups[to].because.end(), line) == groups[to].because.end())
                    groups[to].because.push_back(line);
        groups[from].members.clear();
    }
    for (Group& group : groups)
        if (!group.members.empty())
            out.groups.push_back(std::move(group));
    return out;
}

} // namespace countercheck::compare
