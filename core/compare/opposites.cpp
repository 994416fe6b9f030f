// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/opposites.h"

#include "core/text/tablerows.h"

#include <algorithm>
#include <array>

extern "C" const char countercheck_opposites_begin[], countercheck_opposites_end[];

namespace countercheck::compare {

namespace {

/// Rows that are no matters.
constexpr std::array<std::string_view, 15> kinds{"itself", "votes",   "refuse",    "unable",  "agree",
                                                 "versus", "lasting", "sole",      "tell",    "large",
                                                 "mutual", "hinder",  "undergone", "ongoing", "wider"};

bool isMatter(std::string_view matter) {
    return std::find(kinds.begin(), kinds.end(), matter) == kinds.end();
}

} // namespace

Opposites::Opposites() {
    text::forEachRow(countercheck_opposites_begin, countercheck_opposites_end, [&](const text::Cells& cells) {
        if (cells[0] == "lasting")
            lasting_.push_back(cells[1]);
        if (cells[0] == "large") {
            text::forEachWord(cells[2], [&](std::string_view matter) { large_.push_back(matter); });
            return;
        }
        text::forEachWord(cells[2], [&](std::string_view word) {
            sides_[word].push_back({cells[0], cells[1]});
            add(word);
            if (const std::size_t bar = word.find('_'); bar != std::string_view::npos) {
                phrases_.insert(word.substr(0, bar));
                add(word.substr(0, bar));
            }
        });
    });
}

const Opposites& Opposites::made() {
    static const Opposites table;
    return table;
}

const Opposites& Opposites::only() {
    static const Opposites& table = made();
    return table;
}

const std::vector<MatterSide>& Opposites::of(std::string_view word) const {
    static const std::vector<MatterSide> none;
    if (!mayHold(word))
        return none;
    const auto it = sides_.find(word);
    return it == sides_.end() ? none : it->second;
}

bool Opposites::sided(std::string_view word) const {
    const auto& sides = of(word);
    return std::any_of(sides.begin(), sides.end(), [](const MatterSide& s) { return isMatter(s.matter); });
}

bool Opposites::in(std::string_view matter, std::string_view word) const {
    const auto& sides = of(word);
    return std::any_of(sides.begin(), sides.end(), [&](const MatterSide& s) { return s.matter == matter; });
}

bool Opposites::lasts(std::string_view what) const {
    return std::find(lasting_.begin(), lasting_.end(), what) != lasting_.end();
}

std::string_view Opposites::spelt(std::string_view phrase) const {
    if (!mayHold(phrase))
        return {};
    const auto it = sides_.find(phrase);
    return it == sides_.end() ? std::string_view() : it->first;
}

bool Opposites::large(std::string_view matter) const {
    return std::find(large_.begin(), large_.end(), matter) != large_.end();
}

std::string_view Opposites::undergone(std::string_view verb) const {
    return named("undergone", verb);
}

std::string_view Opposites::ongoing(std::string_view verb) const {
    return named("ongoing", verb);
}

std::string_view Opposites::named(std::string_view kind, std::string_view verb) const {
    for (const MatterSide& side : of(verb))
        if (side.matter == kind)
            return side.side;
    return {};
}

namespace {

/// Two predicates over all matters: do they stand on two sides of one, on one side of one?
struct Standing {
    bool apart = false, apartAtLarge = false, together = false;
};
Standing standing(const Predicate& a, const Predicate& b) {
    const Opposites& table = Opposites::only();
    Standing out;
    const auto event = [&](const Predicate& p) { return table.in("itself", p.verb) ? p.verb : p.deed; };
    const std::array sidesA{&table.of(event(a)), &table.of(a.verb)}, sidesB{&table.of(event(b)), &table.of(b.verb)};
    for (const auto* p : sidesA)
        for (const auto* q : sidesB)
            for (const MatterSide& x : *p)
                for (const MatterSide& y : *q)
                    if (x.matter == y.matter && isMatter(x.matter)) {
                        (x.side == y.side ? out.together : out.apart) = true;
                        out.apartAtLarge |= x.side != y.side && table.large(x.matter);
                    }
    return out;
}

} // namespace

bool opposed(const Predicate& a, const Predicate& b) {
    const Standing s = standing(a, b);
    return s.apart && !s.together;
}

bool alike(const Predicate& a, const Predicate& b) {
    const Standing s = standing(a, b);
    return s.together && !s.apart;
}

bool wider(const Predicate& a, const Predicate& b) {
    const Opposites& table = Opposites::only();
    for (const std::string_view q : {b.deed, b.verb})
        for (const MatterSide& side : table.of(q))
            if (side.matter == "wider" && (side.side == a.deed || side.side == a.verb))
                return true;
    return false;
}

bool opposedAtLarge(const Predicate& a, const Predicate& b) {
    const Standing s = standing(a, b);
    return s.apartAtLarge && !s.together;
}

bool oneDoes(std::string_view deed) {
    return Opposites::only().in("sole", deed);
}

bool mutual(std::string_view deed) {
    return Opposites::only().in("mutual", deed);
}

bool oneWay(std::string_view deed) {
    return Opposites::only().in("versus", deed);
}

} // namespace countercheck::compare
