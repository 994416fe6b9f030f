// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that stand beside a figure or a verb and tell what is meant by it ("among the dead", "claimed 21 lives"). Data:
// resources/compare/cues.tsv, whose comments say what each kind is for. Unlike families (wordlists.h) they are forms as
// a text has them, and of a few kinds a form names something.
#pragma once

#include <cstdint>
#include <string_view>

namespace countercheck::compare {

enum class Cue : std::uint8_t {
    Of,
    OfNoun,
    OfThe,
    To,
    And,
    With,
    On,
    Board,
    Aboard,
    Race,
    Stroke,
    Over,
    Crew,
    Are,
    Among,
    AmongWhom,
    OfThem,
    Befallen,
    Left,
    More,
    Change,
    Bringing,
    Undoing,
    Number,
    Lives,
    Claiming,
    Against,
    After,
    Stretch,
    NoDeed,
    Holding,
    Who,
    Across,
    Target,
    Margin,
    Occasion,
    Copula
};

/// Is the form one of the kind?
bool cue(Cue kind, std::string_view form);
/// What the form names as one of the kind; empty: it is none of it, or names nothing. Lives as long as the program.
std::string_view cueFor(Cue kind, std::string_view form);

} // namespace countercheck::compare
