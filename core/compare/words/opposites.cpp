// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/opposites.h"

#include "core/compare/words/concepts.h"
#include "core/compare/words/wordmemory.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>
#include <unordered_map>

extern "C" const char countercheck_opposites_begin[], countercheck_opposites_end[];

namespace countercheck::compare {

Opposites::Opposites() {
    std::unordered_map<std::string_view, std::uint16_t> numbers; // of matters and sides
    const auto numberOf = [&](std::string_view name) {
        return numbers.try_emplace(name, static_cast<std::uint16_t>(numbers.size())).first->second;
    };
    std::vector<std::uint16_t> large;
    text::forEachRow(countercheck_opposites_begin, countercheck_opposites_end, [&](const text::Cells& cells) {
        if (cells[0] == "lasting")
            lasting_.push_back(cells[1]);
        if (cells[0] == "large") {
            text::forEachWord(cells[2], [&](std::string_view matter) { large.push_back(numberOf(matter)); });
            return;
        }
        text::forEachWord(cells[2], [&](std::string_view word) {
            Word& known = words_[word];
            known.sides.push_back({cells[0], cells[1]});
            known.itself |= cells[0] == "itself";
            known.rows |= Row::bitOf(cells[0]);
            if (Row::isMatter(cells[0]))
                known.matters.push_back({numberOf(cells[0]), numberOf(cells[1]), false});
            add(word);
            if (const std::size_t bar = word.find('_'); bar != std::string_view::npos) {
                phrases_[word.substr(0, bar)];
                add(word.substr(0, bar));
                for (std::size_t from = bar + 1, to = 0; from <= word.size(); from = to + 1) {
                    to = std::min(word.find('_', from), word.size());
                    further_[wordPrint(word.substr(from, to - from), prints)] = true;
                }
            }
        });
    });
    for (auto& [word, known] : words_)
        for (MatterNumber& side : known.matters) {
            side.large = std::find(large.begin(), large.end(), side.matter) != large.end();
            known.matterBits |= std::uint64_t{1} << side.matter % 64;
        }
}

const Opposites& Opposites::made() {
    static const Opposites table;
    return table;
}

const Opposites& Opposites::only() {
    static const Opposites& table = made();
    return table;
}

const Opposites::Word& Opposites::wordOf(std::string_view word) const {
    static const Word none;
    if (!mayHold(word))
        return none;
    const Word* const known = words_.find(word);
    return known ? *known : none;
}

const std::vector<MatterSide>& Opposites::of(std::string_view word) const {
    return wordOf(word).sides;
}

const std::vector<MatterNumber>& Opposites::matters(std::string_view word) const {
    return wordOf(word).matters;
}

std::vector<std::uint32_t> Opposites::conceptsOf(std::string_view kind) const {
    std::vector<std::uint32_t> out;
    for (const auto& [word, known] : words_)
        if (std::ranges::any_of(known.sides, [&](const MatterSide& side) { return side.matter == kind; }))
            out.push_back(Concepts::named(word));
    std::sort(out.begin(), out.end());
    return out;
}

bool Opposites::lasts(std::string_view what) const {
    return std::find(lasting_.begin(), lasting_.end(), what) != lasting_.end();
}

std::string_view Opposites::spelt(std::string_view phrase) const {
    if (!mayHold(phrase))
        return {};
    const auto* const entry = words_.entryOf(phrase);
    return entry ? entry->first : std::string_view();
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
    const auto event = [&](const Predicate& p) { return table.byItself(p.verb) ? p.verb : p.deed; };
    const auto lay = [&](const std::vector<MatterNumber>& p, const std::vector<MatterNumber>& q) {
        for (const MatterNumber& x : p)
            for (const MatterNumber& y : q)
                if (x.matter == y.matter) {
                    (x.side == y.side ? out.together : out.apart) = true;
                    out.apartAtLarge |= x.side != y.side && x.large;
                }
    };
    const std::string_view ofA = event(a), ofB = event(b);
    const auto &deedA = table.matters(ofA), &verbA = a.verb == ofA ? deedA : table.matters(a.verb);
    if (deedA.empty() && verbA.empty())
        return out;
    const auto &deedB = table.matters(ofB), &verbB = b.verb == ofB ? deedB : table.matters(b.verb);
    lay(deedA, deedB);
    lay(deedA, verbB);
    lay(verbA, deedB);
    lay(verbA, verbB);
    return out;
}

} // namespace

bool inRow(Row row, text::Language language, text::WordId word) {
    constexpr Rows asked = Rows{1} << 63;
    Rows& known = wordTraits(language, word).rows;
    if (known == 0)
        known = asked | Opposites::only().rowsOf(text::Lexicon::of(language).form(word));
    return (known & row.bit()) != 0;
}

bool inRow(Row row, const text::Reading& reading, const text::Token& token) {
    if (token.word != 0)
        return inRow(row, reading.language, token.word);
    std::string buffer;
    return Opposites::only().in(row, text::lowered(reading.of(token), buffer));
}

std::uint64_t mattersOf(const Predicate& predicate) {
    const Opposites& table = Opposites::only();
    return table.matterBits(predicate.verb) | (table.byItself(predicate.verb) ? 0 : table.matterBits(predicate.deed));
}

bool sided(const Predicate& predicate) {
    return mattersOf(predicate) != 0;
}

bool opposed(const Predicate& a, const Predicate& b) {
    const Standing s = standing(a, b);
    return s.apart && !s.together;
}

bool alike(const Predicate& a, const Predicate& b) {
    const Standing s = standing(a, b);
    return s.together && !s.apart;
}

bool converse(const Predicate& a, const Predicate& b) {
    const Opposites& table = Opposites::only();
    for (const std::string_view p : {a.deed, a.verb})
        for (const std::string_view q : {b.deed, b.verb})
            for (const MatterSide& x : table.of(p))
                for (const MatterSide& y : table.of(q))
                    if (x.matter == y.matter && x.side != y.side && table.in("converse", x.matter))
                        return true;
    return false;
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
