// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/align.h"

#include "core/compare/gate.h"

namespace countercheck::compare {

using claim::ClaimKind;

Common commonOf(const Digest& a, const Digest& b, bool few) {
    Common out;
    out.tiny = few && std::min(a.sentences, b.sentences) <= 2;
    for (auto x = a.nameKeys.begin(), y = b.nameKeys.begin(); x != a.nameKeys.end() && y != b.nameKeys.end();) {
        if (*x == *y)
            ++out.names, ++x, ++y;
        else if (*x < *y)
            ++x;
        else
            ++y;
    }
    if (a.leadTime && b.leadTime) {
        out.leadTimesMeet = gate::meet(*a.leadTime, *b.leadTime);
        out.leadTimesApart = !out.leadTimesMeet;
    }
    out.sameLeadEvent = !a.leadEvent.empty() && a.leadEvent == b.leadEvent;
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
        break;
    case ClaimKind::Date:
        gate::sameTime(a, b, common, v);
        break;
    case ClaimKind::Age:
        gate::sameAge(a, b, common, v);
        break;
    case ClaimKind::Quote:
        gate::sameQuote(a, b, v);
        break;
    case ClaimKind::Responsibility:
        gate::sameDeed(a, b, common, v);
        break;
    case ClaimKind::Place:
        gate::samePlace(a, b, common, v);
        break;
    default:
        v.no("not compared");
    }
    return v;
}

} // namespace countercheck::compare
