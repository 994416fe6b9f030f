// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/align.h"

#include "core/compare/gate.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace countercheck::compare {

using claim::Claim;
using claim::ClaimKind;
using namespace gate;

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

std::vector<std::uint32_t> contentOrder(const std::vector<Candidate>& candidates,
                                        const std::vector<ReadArticle*>& articles) {
    std::vector<std::uint32_t> byArticle(articles.size()), rank(articles.size());
    std::iota(byArticle.begin(), byArticle.end(), 0u);
    std::stable_sort(byArticle.begin(), byArticle.end(), [&](std::uint32_t p, std::uint32_t q) {
        const ReadArticle &a = *articles[p], &b = *articles[q];
        if (a.published.has_value() != b.published.has_value())
            return a.published.has_value();
        return std::tuple(a.published.value_or(0), a.input.text, a.input.publisher) <
               std::tuple(b.published.value_or(0), b.input.text, b.input.publisher);
    });
    for (std::uint32_t i = 0; i < byArticle.size(); ++i)
        rank[byArticle[i]] = i;
    std::vector<std::uint32_t> order(candidates.size()), place(candidates.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t p, std::uint32_t q) {
        return std::pair(rank[candidates[p].article], candidates[p].index) <
               std::pair(rank[candidates[q].article], candidates[q].index);
    });
    for (std::uint32_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    return place;
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
    // What comes first is decided by the texts, not by the order in which they came.
    const std::vector<std::uint32_t> place = contentOrder(candidates, articles);
    const auto judge = [&](std::uint32_t p, std::uint32_t q) {
        if (place[q] < place[p])
            std::swap(p, q);
        return sameQuestion(candidates[p], candidates[q], commonFor(candidates[p], candidates[q]));
    };
    struct Join {
        std::uint32_t a, b; ///< the one that comes first, the other
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
                Verdict v = judge(list[x], list[y]);
                const auto [p, q] =
                    place[list[x]] < place[list[y]] ? std::pair(list[x], list[y]) : std::pair(list[y], list[x]);
                if (v.gate == Gate::Join)
                    joins.push_back({p, q, v.strength, std::move(v.because)});
                else if (v.gate == Gate::Possible)
                    out.near.push_back({{list[x], list[y]}, v.because.front() + "; " + v.because.back()});
            }
    std::sort(joins.begin(), joins.end(), [&](const Join& p, const Join& q) {
        return p.strength != q.strength ? p.strength > q.strength
                                        : std::pair(place[p.a], place[p.b]) < std::pair(place[q.a], place[q.b]);
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
                veto = judge(m, n).gate == Gate::No;
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
