// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/align.h"

#include "core/compare/gate/gate.h"
#include "core/compare/words/lookups.h"

#include <algorithm>
#include <cstdlib>

namespace countercheck::compare {

using claim::ClaimKind;

namespace {

/// Is a place of one side one of the other's, in it or around it?
bool placesMeet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    constexpr std::size_t asked = 4;
    for (const std::string& p : a)
        if (std::find(b.begin(), b.end(), p) != b.end())
            return true;
    for (std::size_t i = 0; i < std::min(a.size(), asked); ++i)
        for (std::size_t j = 0; j < std::min(b.size(), asked); ++j) {
            const auto relation = placesRelated(a[i], b[j]);
            if (relation != read::PlaceRelation::Apart && relation != read::PlaceRelation::Unknown)
                return true;
        }
    return false;
}

/// Does one of the report's first sentences give a time that meets `when`?
bool looksBack(const Digest& report, const read::TimeSpan& when) {
    constexpr std::uint32_t first = 5;
    const auto then = [&](const Fact& f) {
        const claim::Anchor& x = f.anchor;
        return x.explicitTime && x.time && !x.period && x.time->to - x.time->from <= 2 * 86400 &&
               gate::meet(*x.time, when);
    };
    for (std::uint32_t s = 0; s < first; ++s)
        if (report.anyIn(s, then))
            return true;
    return false;
}

/// Counts the names that both lists hold.
void countNames(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b, Common& out) {
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y)
            ++out.names, out.ownNames += (*x & countryBit) == 0, ++x, ++y;
        else if (*x < *y)
            ++x;
        else
            ++y;
    }
}

void comparePlaces(const std::vector<std::string>& a, const std::vector<std::string>& b, Common& out) {
    out.leadPlacesMeet = placesMeet(a, b);
    out.leadPlacesApart = !out.leadPlacesMeet && !a.empty() && !b.empty();
}

} // namespace

bool mayBeOneHappening(const Lead& a, const Lead& b) {
    Common common;
    common.few = false;
    countNames(a.names, b.names, common);
    if (common.ownNames == 0)
        return false; // whatever the places
    comparePlaces(a.places, b.places, common);
    return gate::mayBeOneHappening(common);
}

Common commonOf(const Digest& a, const Digest& b, bool few) {
    Common out;
    out.few = few;
    out.tiny = few && std::min(a.sentences, b.sentences) <= 2;
    countNames(a.nameKeys, b.nameKeys, out);
    if (few && !out.tiny) // "Paul Sonder", "Sonder"
        out.names = std::max(out.names, static_cast<std::uint32_t>(gate::overlap(a.nameWords, b.nameWords)));
    if (few)
        out.leadWords = static_cast<std::uint32_t>(gate::overlap(a.leadWords, b.leadWords));
    if (a.leadTime && b.leadTime) {
        out.leadTimesMeet = gate::meet(*a.leadTime, *b.leadTime);
        out.leadTimesApart = !out.leadTimesMeet;
    }
    // Reports of one event give the day when it was or that on which somebody spoke of it; those of later days look
    // back on it ("four days after the collapse").
    constexpr std::int64_t day = 86400, week = 7 * day;
    out.sameLeadEvent = !a.leadEvent.empty() && a.leadEvent == b.leadEvent;
    if (few && out.leadTimesApart && (gate::oneStory(out) || (out.names == 1 && out.sameLeadEvent))) {
        const std::int64_t gap = std::max(a.leadTime->from - b.leadTime->to, b.leadTime->from - a.leadTime->to);

        out.followUp = gap < week && ((!out.tiny && gate::oneStory(out)) ||
                                      ((out.leadWords >= 2 || a.language != b.language) &&
                                       (looksBack(a, *b.leadTime) || looksBack(b, *a.leadTime))));
        if (out.names >= 2 && out.leadWords >= 3 && gap < day)
            out.leadTimesApart = false;
    }
    out.longApart = a.published && b.published && std::abs(*a.published - *b.published) > 30 * 86400;
    comparePlaces(a.leadPlaces, b.leadPlaces, out);
    return out;
}

Verdict sameQuestion(const Candidate& a, const Candidate& b, const Common& common, bool explain) {
    Verdict v;
    v.explain = explain;
    const ClaimKind kind = a.fact->kind;
    if (kind != b.fact->kind) {
        v.no("other kinds of claim");
        return v;
    }
    switch (kind) {
    case ClaimKind::Count:
    case ClaimKind::Money:
    case ClaimKind::Measure:
    case ClaimKind::Percentage:
        gate::sameNumber(a, b, common, v);
        gate::byEqualCount(a, b, common, v);
        break;
    case ClaimKind::Date:
        gate::sameTime(a, b, common, v);
        gate::byEqualTime(a, b, common, v);
        break;
    case ClaimKind::Age:
        gate::sameAge(a, b, common, v);
        gate::byEqualAge(a, b, common, v);
        break;
    case ClaimKind::Quote:
        gate::sameQuote(a, b, common, v);
        break;
    case ClaimKind::Responsibility:
        gate::sameDeed(a, b, common, v);
        break;
    case ClaimKind::Place:
        gate::samePlace(a, b, common, v);
        break;
    case ClaimKind::Statement:
        if (isDeed(*a.fact) != isDeed(*b.fact))
            v.no("other kinds of claim");
        else if (isDeed(*a.fact))
            gate::sameStatement(a, b, common, v);
        else
            gate::sameOutcome(a, b, common, v);
        break;
    default:
        v.no("not compared");
    }
    return v;
}

} // namespace countercheck::compare
