// SPDX-License-Identifier: GPL-3.0-or-later
// Two figures of a sort in two short reports that share most of their words, and yet tell of two things: the other side
// of a matter, another one who undergoes it, the first week and the whole run. Asked only before a conflict is claimed.
#include "core/compare/gate/gate.h"

#include "core/compare/words/concepts.h"
#include "core/compare/words/opposites.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace countercheck::compare::gate {

namespace {

/// "Reached the summit", "turned back below the summit": deeds on two sides of a matter count other people.
bool otherDeed(const Fact& x, const Fact& y) {
    return opposed({x.slot.event, x.slot.event}, {y.slot.event, y.slot.event});
}

/// The noun of the one to whom the deed of a figure is done, as a deed of its sentence tells it; 0: not told.
std::uint32_t undergoes(const Candidate& c) {
    std::uint32_t out = 0;
    c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
        if (isDeed(f) && f.slot.event == c.fact->slot.event && out == 0)
            out = f.slot.relation == claim::Relation::Patient ? f.doer : f.thing;
    });
    return out;
}

/// "Sentenced the smuggler to eleven years", "his accomplice was sentenced to six years"
bool otherUndergoes(const Candidate& a, const Candidate& b) {
    if (!a.fact->length || !b.fact->length || a.fact->slot.event != b.fact->slot.event)
        return false;
    const std::uint32_t p = undergoes(a), q = undergoes(b);
    const auto named = [](std::uint32_t who, const Fact& f) {
        return std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), who) ||
               std::find(f.names.begin(), f.names.end(), who | 1u) != f.names.end();
    };
    static const std::uint32_t person = Concepts::named("person");
    return p != 0 && q != 0 && p != q && p != person && q != person && !named(p, *a.fact) && !named(q, *b.fact) &&
           (!hasWord(*b.fact, p) || !hasWord(*a.fact, q));
}

/// "In its first week", "le premier week-end": does the sentence tell of how a thing began?
bool ofBeginning(const Candidate& c) {
    std::string_view words = c.fact->said.sentence.of(c.in->text);
    std::string buffer;
    bool opening = false, stretch = false; // "in the week of its release"
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" ,.;'"), words.size());
        if (end > 0) {
            const std::string_view word = text::lowered(words.substr(0, end), buffer);
            const bool lasts = Opposites::only().in("stretch", word);
            if ((opening && lasts) || (stretch && Opposites::only().in("outset", word)))
                return true;
            stretch |= lasts;
            opening = Opposites::only().in("opening", word);
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

} // namespace

bool tellsOfAnother(const Candidate& a, const Candidate& b) {
    return otherDeed(*a.fact, *b.fact) || otherUndergoes(a, b) || ofBeginning(a) != ofBeginning(b);
}

} // namespace countercheck::compare::gate
