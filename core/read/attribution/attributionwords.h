// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of saying ask of a word, in one small record for each entry of the lexicon: may it begin an act of
// saying or a hedge, which small word is it, what kind of verb or cue. Made once a language; a walk over a text reads
// records and compares no strings. Private to core/read.
#pragma once

#include "core/text/lexicon.h"

#include <cstdint>
#include <vector>

namespace countercheck::read {

// clang-format off
#define COUNTERCHECK_SMALL_WORDS(X) \
    X(After) X(And) X(Another) X(As) X(At) X(Before) X(But) X(By) X(Cited) X(Could) X(Did) X(Do) X(Does) X(Doubt) X(During) X(Fewer) \
    X(For) X(From) X(Had) X(Has) X(Have) X(Having) X(He) X(Her) X(Herself) X(Him) X(Himself) X(I) X(In) X(It) X(Itself) \
    X(Just) X(Later) X(Least) X(Less) X(Like) X(Likely) X(Many) X(Me) X(Media) X(Merely) X(More) X(Most) X(Near) \
    X(Neither) X(No) X(Nobody) X(Nor) X(Not) X(Nothing) X(Of) X(On) X(One) X(Only) X(Or) X(Other) X(Others) X(People) \
    X(Police) X(Quoted) X(Said) X(She) X(Since) X(So) X(Some) X(Staff) X(Than) X(That) X(The) X(Them) X(Themselves) X(They) \
    X(To) X(Told) X(Today) X(Us) X(Very) X(Via) X(We) X(Who) X(With) X(Without) X(Yesterday) X(You) X(A)
// clang-format on

/// A small word by its English form; French words that do the same work share it ("par" is By, "que" is That). The
/// last ones are French only.
enum class Small : std::uint8_t {
    None,
#define X(name) name,
    COUNTERCHECK_SMALL_WORDS(X)
#undef X
        NoneOf, ///< "none"
    LongT,      ///< the t of "a-t-il"
    On3,        ///< "on": one, people
    Ne,         ///< ne, n'
    Pas,        ///< pas, jamais, plus: what "ne" goes with
    Se,         ///< se, s'
    Clitic,     ///< me, nous, lui, leur, y … before the verb: its hearer
    HaveAux,    ///< a, ont, avait, avaient
    BeAux,      ///< est, sont, était, étaient
    Been,       ///< été
    WouldHave,  ///< aurait, auraient
    WouldBe,    ///< serait, seraient
    If,         ///< si, s'
    Feminine,   ///< la, une, cette, sa, ma
    Masculine,  ///< le, un, ce, son, mon, du, au
    Last,       ///< dernier, dernière in "ce dernier"
    Source,     ///< source, sources
    Count
};

enum class SayKind : std::uint8_t {
    None,
    Plain,
    That,
    Tell,
    Think,
    Deny,
    Act,
    Voice,
    Put,
    Count,
    Learn,
    Hear,
    Expect,
    Accuse
};
enum class CueKind : std::uint8_t { None, By, Citing, Via, Hearsay, Head, Source, Account, Conditional, Polled };

/// What kind of hedge a word is (modality=…).
enum class ModalKind : std::uint8_t { None, Possible, Likely, Seem, Other };

enum Trigger : std::uint8_t {
    BeginsSaying = 1, ///< a verb of saying or a cue, or the first word of a phrase that is one
    BeginsHedge = 2,  ///< a hedge or a negation, or the first word of a phrase that is one
    InsideSaying = 4  ///< with HintSaying, not the first word of a phrase that is a verb of saying or a cue
};

struct SayWord {
    std::uint8_t begins = 0; ///< Trigger bits
    Small small = Small::None;
    SayKind say = SayKind::None;
    CueKind cue = CueKind::None;
    bool again = false; ///< takes up a person named before: "the woman", "le retraité" (source-noun=again)
    ModalKind hedge = ModalKind::None;
    bool person = false; ///< a pronoun that stands for somebody who may speak
    bool figure = false; ///< its object is told where it holds a figure: "confirmed three deaths" (say=plain+)
    bool unless = false; ///< negated, it denies: "does not accept that" (say=that-)
    bool reply = false;  ///< somebody else has spoken before: "she replied" (say=plain<)
    bool asks = false;   ///< somebody else will answer: "she asked" (say=act?)
};

/// Indexed by text::WordId below Lexicon::listedSize(); the record of 0 does for every other word.
const std::vector<SayWord>& sayWordsOf(text::Language language);

} // namespace countercheck::read
