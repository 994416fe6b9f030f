// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate.h"

#include "core/read/gazetteer.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare::gate {

using claim::Claim;
using SlotRelation = claim::Relation;

namespace {

/// Do the sentences of two claims count the same things and come to other figures?
bool otherFigures(const Candidate& a, const Candidate& b) {
    for (const Claim& x : a.in->claims.claims) {
        if (x.sentence != a.claim->sentence || !numeric(x.kind))
            continue;
        for (const Claim& y : b.in->claims.claims)
            if (y.sentence == b.claim->sentence && y.kind == x.kind && y.slot.event == x.slot.event &&
                y.slot.relation == x.slot.relation && y.slot.head == x.slot.head &&
                a.in->mentions.figures[static_cast<std::size_t>(x.figure)].set !=
                    b.in->mentions.figures[static_cast<std::size_t>(y.figure)].set)
                return true;
    }
    return false;
}

} // namespace

Verdict sameTime(const Candidate& a, const Candidate& b, const Common& common) {
    const Claim &x = *a.claim, &y = *b.claim;
    if (x.slot.event != y.slot.event || x.slot.relation != y.slot.relation)
        return no("other events");
    Verdict v;
    v.because.emplace_back("same event, “" + std::string(x.slot.event) + "”");
    if (const std::string veto = happeningVeto(a, b, common, v.because, v.strength); !veto.empty())
        return no(veto);
    const bool yearless = !x.anchor.unresolved.empty() && !y.anchor.unresolved.empty();
    if (!yearless && (!x.anchor.time || !y.anchor.time))
        return no("a time that does not resolve");
    const bool meets = yearless ? x.anchor.unresolved.starts_with(y.anchor.unresolved) ||
                                      y.anchor.unresolved.starts_with(x.anchor.unresolved)
                                : meet(*x.anchor.time, *y.anchor.time);
    const double clause = share(x.near, y.near);
    const std::size_t words = overlap(x.content, y.content);
    if (a.article == b.article)
        return meets ? Verdict{Gate::Join, 1, {"same event in one report"}} : no("one report, two happenings");
    const bool lead = x.anchor.lead && y.anchor.lead && x.slot.event == a.in->claims.leadEvent &&
                      y.slot.event == b.in->claims.leadEvent;
    if (x.slot.relation == SlotRelation::When && !lead && !(clause >= 0.6 && words >= (common.tiny ? 1u : 3u)))
        return no("not shown to be the reports' lead event");
    if (!meets && otherFigures(a, b))
        return no("times that do not meet, and the sentences give other figures too: two happenings");
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
    if (!common.tiny &&
        (!x.slot.classified || !y.slot.classified || !(common.leadTimesMeet && x.anchor.lead && y.anchor.lead)) &&
        !(overlap(x.content, y.content) >= 4 && share(x.near, y.near) >= 0.4 && x.slot.classified))
        return no("not shown to be one happening");
    return {Gate::Join,
            2,
            {"same event, “" + std::string(x.slot.event) + "”, and places that are one or hold one another"}};
}

} // namespace countercheck::compare::gate
