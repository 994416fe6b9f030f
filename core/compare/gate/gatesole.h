// SPDX-License-Identifier: GPL-3.0-or-later
// Roads of the gate on which two figures meet as the only ones of their sort. Each road fills the verdict with its
// evidence, and tells whether it was open.
#pragma once

#include "core/compare/gate/gate.h"

namespace countercheck::compare::gate {

/// Content words that two sentences share. Across languages names and the day stand in for words.
std::size_t sharedWords(const Candidate& a, const Candidate& b, const Common& common);
/// A running total beside the figure of a day: "has so far lost seven soldiers", "five soldiers died on Wednesday".
bool dayOfTotal(const Fact& a, const Fact& b);
/// Does one of the two give a time or a place that lies off what the other's report is about?
bool offTheEvent(const Candidate& a, const Candidate& b);
/// Each report counts such things only once, and the figures are of one order: a rivalry, whatever the verbs.
bool onlyCount(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Each of a handful of reports of one event gives one figure of a measure of which an event has but one ("turnout").
bool onlyMeasure(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// "A 10-metre dhow", "the 30-foot dhow": each report gives one such measure of such a thing.
bool onlyAttribute(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// How large or how fast the one thing is of which the reports tell ("has burned 1,400 hectares", "more than 2,500
/// hectares of forest have been lost"): of areas and speeds each report gives but one.
bool onlySize(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Of reports that firmly tell of one event, two figures of a sort that are told with the same words, and neither with
/// as many of any other figure of the sort: each is the other's nearest ("the gross margin widened to 19.8 percent",
/// "the gross margin narrowed to 17.9 percent").
bool nearest(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// Two reports of one vote, each with one share beside the same name ("Irina Sol received 44 percent", "put Sol at 41
/// percent").
bool onlyShare(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);
/// One figure told with other verbs ("will have 62 turbines", "power from 62 turbines"): that two reports of one
/// happening print the same telling figure of the same things is hardly chance. No conflict can come of it.
bool sameFigure(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);

} // namespace countercheck::compare::gate
