// SPDX-License-Identifier: GPL-3.0-or-later
// "Held off Lisle to win the race", "Lisle won the race"; "succeeds Amuge as governor", "Amuge was sworn in as
// governor": who was outdone has not done it.
#include "core/compare/gate/gate.h"
#include "core/compare/gate/opposed.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare::gate {

namespace {

using Words = std::vector<std::uint32_t>;

/// In what the deed is done that somebody who was outdone has not done; 0: in nothing.
std::uint32_t outdoneIn(const Fact& f) {
    for (const std::string_view name : {std::string_view(f.slot.head), std::string_view(f.slot.event)})
        for (const MatterSide& row : Opposites::only().of(name))
            if (row.matter == "outdone")
                return Concepts::named(row.side);
    return 0;
}

/// The predicate behind which the piece stands: the sentence's last one before it.
bool governs(const Candidate& a, const Piece& piece) {
    const auto before = [&](const Fact& f) { return f.said.words.begin < piece.span.begin; };
    return before(*a.fact) && !a.in->anyIn(a.fact->sentence, [&](const Fact& f) {
        return isDeed(f) && before(f) && f.said.words.begin > a.fact->said.words.begin;
    });
}

/// Does the report say whatever else the other's short sentence says?
bool says(const Candidate& a, const Fact& f, const Outline& whole) {
    std::size_t shared = 0;
    for (const std::uint32_t word : f.content) {
        const bool told = holdsKin(word, whole.spoken);
        if (!told && word != Concepts::named(f.slot.event) && word != Concepts::named(f.slot.head) &&
            std::ranges::none_of(a.in->outlines, [&](const Outline& o) { return holdsKin(word, o.spoken); }))
            return false;
        shared += told;
    }
    return shared >= 2;
}

/// Does the report of `a` say that somebody outdid the one who does it in the report of `b`?
bool told(const Candidate& a, const Candidate& b) {
    const Fact& y = *b.fact;
    const std::uint32_t side = outdoneIn(y);
    const Outline* const whole = a.in->outline(a.fact->sentence);
    if (side == 0 || !whole || y.said.negative || y.foreseen || b.in->sentences > 2 || a.fact->said.negative ||
        a.fact->slot.head == y.slot.head) // "Reyes succeeded Brandt", "Brandt succeeded Reyes": rivalslots.h
        return false;
    const auto& who = y.slot.relation == claim::Relation::Patient && !y.dones.empty() ? y.dones : y.subjects;
    const auto meets = [&](const Words& words) {
        return std::ranges::any_of(words, [&](std::uint32_t w) { return std::ranges::find(who, w) != who.end(); });
    };
    if (active(*a.fact) && meets(a.fact->subjects)) // "United beat Leeds United", "United won"
        return false;
    return std::ranges::any_of(whole->pieces, [&](const Piece& piece) {
        static const std::uint32_t cup = Concepts::named("cup"), win = Concepts::named("win");
        return (piece.outdone == side || (piece.outdone == cup && side == win)) && meets(piece.words) &&
               governs(a, piece) && says(a, y, *whole);
    });
}

} // namespace

bool outdone(const Candidate& a, const Candidate& b) {
    return told(a, b) || told(b, a);
}

} // namespace countercheck::compare::gate
