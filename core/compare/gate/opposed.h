// SPDX-License-Identifier: GPL-3.0-or-later
// Two statements that may exclude each other, and what is asked of them before they do: who does it (opposeddoers), to
// what (opposedthings), when (gatetenses). Each question says what keeps the two apart.
#pragma once

#include "core/compare/gate/gate.h"
#include "core/compare/relate.h"
#include "core/compare/words/opposites.h"

#include <cstddef>
#include <string_view>

namespace countercheck::compare::gate {

/// How two statements exclude each other, if they do.
struct Opposed {
    Opposed(const Candidate& first, const Candidate& second, const Common& shares);
    /// Do they?
    [[nodiscard]] bool any() const { return denied || sides || turned || rivals || quantified; }
    /// Not where two do it, or each to the other.
    [[nodiscard]] bool plain() const { return !turned && !rivals; }
    [[nodiscard]] bool opposite() const { return sides || denied; }
    /// For the explanation.
    [[nodiscard]] std::string_view how() const;
    /// Fills in what the two sentences share.
    void measure();

    const Candidate &a, &b;
    const Common& common;
    const Fact &x, &y;
    bool denied = false;     ///< the same deed, told in one and denied in the other
    bool sides = false;      ///< two sides of one matter
    bool turned = false;     ///< the same deed, told the one way round and the other
    bool rivals = false;     ///< one deed that but one can do, and two doers
    bool quantified = false; ///< told of all, and of a part
    bool contained = false;  ///< the one is a short sentence that says nothing but what the other speaks of (gatebare)
    Likeness like;
    std::size_t beyond = 0; ///< words that the two share beside what tells the deed
    double cover = 0;       ///< their share of the shorter sentence
};

/// A statement by its two names.
Predicate predicate(const Fact& f);
/// A concept that the other's sentence does not hold; not 0.
inline bool strange(std::uint32_t noun, const Fact& other) {
    return noun != 0 && !hasWord(other, noun);
}
inline bool active(const Fact& f) {
    return f.slot.relation == claim::Relation::Agent;
}

// Who does it.

/// Do the two name the same doers, or does one's doer undergo what the other's object does?
bool sameParts(const Fact& x, const Fact& y);
/// What one undergoes the other does without anybody's doing ("the flood destroyed the bridge", "the bridge held").
bool undergone(const Fact& x, const Fact& y);
/// "Freed all the soldiers", "freed 14 of the 32 soldiers"
bool wholeAndPart(const Fact& x, const Fact& y);
/// Two chambers, two clubs, the mayor and the residents.
bool byStrangers(const Opposed& o);
/// Is one done by what belongs to the other's doer, or by somebody whom the other does not name?
bool byOthers(const Opposed& o);
/// "The captain will not play against Spain", "Spain will play"
bool againstTheOther(const Opposed& o);
/// "The president did not attend", "the vice president attended"
bool byAStandin(const Opposed& o);
/// "Pilots have ended their strike", "cabin crew will continue although pilots have ended theirs"
bool oneSaysBoth(const Opposed& o);
/// "Has sold the brewery to Moretta", "Moretta bought the brewery": one deed, told of each of the two who do it.
bool toldOfEach(const Opposed& o);
/// "Rejected the appeal and confirmed the sentence", "the sentence was upheld"
bool saysSoToo(const Opposed& o);
/// "Says the nurse poisoned them, which she denies": who reports the denial, too, does not contradict it.
bool deniesToo(const Opposed& o);
/// "A man was arrested", "a second man remained at large"
bool ofAnotherOne(const Opposed& o);
/// "Officers fired", "the driver did not fire at the officers"
bool byAStranger(const Opposed& o);
/// Does nothing show that one doer is meant?
bool notShownOne(const Opposed& o);
/// Counts of those whom the deed befalls, or who do it ("three hikers were rescued", "a hiker died"): other people.
bool otherNumbers(const Opposed& o);
/// "Detained 63 protesters", "twelve of the protesters were released"
bool ofAPart(const Opposed& o);

// To what.

/// Do the two predicates govern other deeds, tell of two kinds of one noun, or of other things behind "of"?
bool ofOtherDeeds(const Opposed& o);
/// "Was shot in Morocco, although it is set in Iraq", "was not shot in Iraq"
bool deniedElsewhere(const Opposed& o);
/// "Its profit fell", "it raised its profit forecast"
bool ofForecast(const Opposed& o);
/// Is it done to two things?
bool toOtherThings(const Opposed& o);
/// "Will stay on the board"
bool staysElsewhere(const Opposed& o);

// When.

/// "Weakened", "is expected to weaken on Sunday"; but "has no plans to visit", "will visit"
bool expectedOfOne(const Opposed& o);
/// "Had been suspended since May", "were resumed"
bool earlierOfOne(const Opposed& o);
/// Are the two of different times or places? Of moves, too, one since a day and one on a day, or one long gone.
bool otherTimes(const Opposed& o);

} // namespace countercheck::compare::gate
