// SPDX-License-Identifier: GPL-3.0-or-later
// Facts of one article beside each other: which the text sets against each other, which are parts of a whole, which
// leave open what they tell.
#include "core/compare/digest/digester.h"
#include "core/compare/gate/gate.h"
#include "core/compare/words/wordlists.h"

#include <array>
#include <functional>
#include <string_view>
#include <tuple>

namespace countercheck::compare {

using claim::Claim;
using claim::ClaimKind;
using text::Tag;
using text::tagBit;

/// Does the text set the two figures against each other? Two sources that are both named are rivals; one source, or
/// none, only where the words say so.
bool Digester::disputed(const Claim& a, const Claim& b) const {
    const Claim& x = a.highlight.begin < b.highlight.begin ? a : b;
    const Claim& y = &x == &a ? b : a;
    if (y.sentence > x.sentence + 1)
        return false;
    const text::Reading& reading = in_.reading;
    const bool borrowed =
        std::any_of(y.reasons.begin(), y.reasons.begin() + y.reasonCount,
                    [](const claim::Reason& reason) { return reason.because == claim::Because::StandsFor; });
    if (borrowed)
        return true;
    const auto source = [&](const Claim& c) -> std::string_view {
        if (c.attribution < 0)
            return {};
        return in_.mentions.attributions[static_cast<std::size_t>(c.attribution)].source;
    };
    if (!source(x).empty() && !source(y).empty() && source(x) != source(y))
        return true;
    if (x.attribution < 0 || y.attribution < 0 || x.attribution == y.attribution)
        return false;
    for (std::uint32_t t = tokenFrom(x.highlight.end);
         t < reading.tokens.size() && reading.tokens[t].begin < y.highlight.end; ++t)
        if (lexicon_.match(reading, t, tagBit(Tag::Dispute)))
            return true;
    return false;
}

namespace {

using Facts = std::vector<std::uint32_t>; ///< by their numbers

/// Puts facts that are alike in `of` beside each other, in the order of their numbers.
template <class Of> void alikeTogether(Facts& facts, const Of& of) {
    std::sort(facts.begin(), facts.end(), [&](std::uint32_t i, std::uint32_t j) {
        const auto x = of(i), y = of(j);
        return x < y || (!(y < x) && i < j);
    });
}

/// Calls `take(first, last)` for each run of `list` that is alike in `of`.
template <class Of, class Take> void eachRun(const Facts& list, const Of& of, const Take& take) {
    for (auto first = list.begin(); first != list.end();) {
        auto last = first + 1;
        while (last != list.end() && !(of(*first) < of(*last)))
            ++last;
        take(first, last);
        first = last;
    }
}

/// Of so many figures of one sort in neighbouring sentences each is asked about that many behind it.
constexpr std::ptrdiff_t crowd = 512, asked = 64;

} // namespace

void Digester::disputes() {
    const auto& claims = in_.claims.claims;
    Facts figures;
    for (std::uint32_t i = 0; i < claims.size(); ++i)
        if (gate::numeric(claims[i].kind))
            figures.push_back(i);
    if (figures.size() < 2)
        return;
    const auto sort = [&](std::uint32_t i) { return std::pair(claims[i].kind, claims[i].slot.event); };
    const auto sentence = [&](std::uint32_t i) { return claims[i].sentence; };
    alikeTogether(figures, [&](std::uint32_t i) { return std::tuple_cat(sort(i), std::tuple(sentence(i))); });
    eachRun(figures, sort, [&](auto first, auto last) {
        for (auto i = first; i != last; ++i) {
            // Those of its own sentence behind it, and those of the next one.
            auto end = i + 1;
            while (end != last && sentence(*end) <= sentence(*i) + 1 && end - i <= crowd)
                ++end;
            if (end - i > crowd)
                end = i + asked;
            for (auto j = i + 1; j != end; ++j) {
                const auto [a, b] = std::minmax(*i, *j);
                if (disputed(claims[a], claims[b]))
                    out_.disputes.emplace_back(a, b);
            }
        }
    });
    std::sort(out_.disputes.begin(), out_.disputes.end());
}

/// "Two of the three victims died": of the victims they are a part, of the dead they are all, where the report counts
/// no other dead.
void Digester::markDeadOfAll(const Facts& counts) {
    auto& facts = out_.facts;
    const auto dead = [&](std::uint32_t i) { return facts[i].slot.event == "death"; };
    for (std::size_t k = 0; k + 1 < counts.size(); ++k) {
        Fact& own = facts[counts[k]];
        const Fact& whole = facts[counts[k + 1]];
        if (!dead(counts[k]) || !own.partitive || whole.slot.event != "whole" || whole.sentence != own.sentence)
            continue;
        const std::uint32_t behind = tokenFrom(whole.said.words.end);
        const text::Token& next = in_.reading.tokens[std::min<std::size_t>(behind, in_.reading.tokens.size() - 1)];
        if (!lexicon_.has(next.word, Tag::Aux) && in_.reading.of(next) != "died")
            continue; // "three of the 20 miners who died"
        const std::uint32_t last = std::min<std::uint32_t>(own.sentence + 1, in_.reading.sentences.size() - 1);
        bool another = false; // "another died in hospital"
        for (std::uint32_t t = behind; t < in_.reading.sentences[last].endToken && !another; ++t)
            another = listed(Family::Another, in_.reading, in_.reading.tokens[t]);
        const auto otherDead = [&](std::uint32_t i) {
            return dead(i) && facts[i].said.set != own.said.set && !facts[i].anchor.background;
        };
        if (!another && std::ranges::none_of(counts, otherDead))
            own.marks.ofThem = own.partitive = false;
    }
}

void Digester::markParts() {
    auto& facts = out_.facts;
    Facts counts;
    for (std::uint32_t i = 0; i < facts.size(); ++i)
        if (facts[i].kind == ClaimKind::Count && !facts[i].slot.event.empty())
            counts.push_back(i);
    // "Seven AK-47s, three other rifles": all of them are more.
    for (std::size_t k = 1; k < counts.size(); ++k) {
        Fact &before = facts[counts[k - 1]], &other = facts[counts[k]];
        if (other.marks.other && other.sentence == before.sentence && other.slot.event == before.slot.event &&
            (other.slot.head == before.slot.head || other.slot.head.empty() || before.slot.head.empty()))
            before.part = before.partitive = true;
        // "Has risen to nine after three people died": they are three more.
        const auto &total = before.said.set, &step = other.said.set;
        if (before.marks.growth && !other.marks.growth && other.sentence == before.sentence &&
            other.slot.event == before.slot.event && total && step && total->headline && step->headline &&
            *step->headline < *total->headline)
            other.marks.more = true;
    }
    // "The group was off the marked runs. Four of them were killed": of the group they are a part, of the dead they are
    // all, where nothing near before them counts other dead.
    for (std::size_t k = 0; k < counts.size(); ++k) {
        Fact& own = facts[counts[k]];
        if (!own.marks.ofThem || !listed(Family::Fate, own.slot.event))
            continue;
        constexpr std::array<std::string_view, 4> pronouns{" of them", " d'entre eux", " d’entre eux",
                                                           " d'entre elles"};
        const std::string_view behind = out_.text.substr(std::min<std::size_t>(own.said.words.end, out_.text.size())),
                               words = own.said.words.of(out_.text);
        const bool pronoun = std::any_of(pronouns.begin(), pronouns.end(), [&](std::string_view p) {
            return behind.starts_with(p) || words.ends_with(p);
        });
        constexpr std::uint32_t before = 2, most = 32;
        bool part = false;
        for (std::size_t j = k; pronoun && !part && j-- > 0 && k - j <= most;) {
            const Fact& f = facts[counts[j]];
            if (f.sentence + before < own.sentence)
                break;
            part = f.slot.event == own.slot.event && f.said.set != own.said.set;
        }
        if (pronoun && !part) {
            own.marks.ofThem = false;
            own.partitive = false;
        }
    }
    markDeadOfAll(counts);
    // "15 hurt, two of them badly" is told apart by `ofThem`: there the words say which is the whole.
    const auto matter = [&](std::uint32_t i) {
        const Fact& f = facts[i];
        return std::tuple(f.sentence, f.slot.event, f.slot.relation, f.marks.ofThem);
    };
    const auto noun = [&](std::uint32_t i) {
        return std::pair(std::string_view(facts[i].slot.head), facts[i].slot.headClass);
    };
    alikeTogether(counts, [&](std::uint32_t i) { return std::tuple_cat(matter(i), noun(i)); });
    std::vector<std::pair<Facts::const_iterator, Facts::const_iterator>> nouns;
    eachRun(counts, matter, [&](auto first, auto last) {
        if (last - first < 2)
            return;
        nouns.clear();
        for (auto i = first; i != last;) {
            const auto begin = i;
            while (i != last && noun(*i) == noun(*begin))
                ++i;
            nouns.emplace_back(begin, i);
        }
        for (const auto& own : nouns)
            for (const auto& other : nouns) {
                const claim::Slot &x = facts[*own.first].slot, &y = facts[*other.first].slot;
                if (x.head == y.head || !(x.headClass == y.headClass || x.head.empty() || y.head.empty()))
                    continue;
                for (auto i = own.first; i != own.second; ++i)
                    facts[*i].part |=
                        !facts[*i].marks.growth && // "has risen to ten after two passengers died"
                        std::any_of(other.first, other.second, [&](std::uint32_t j) { return !out_.disputed(*i, j); });
            }
    });
}

void Digester::markAmbiguous() {
    auto& facts = out_.facts;
    Facts ages, figures;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        const Fact& f = facts[i];
        if (f.kind == ClaimKind::Age && f.subject.empty())
            ages.push_back(i);
        else if (gate::numeric(f.kind) && !f.slot.event.empty() && f.said.set && f.said.set->headline)
            figures.push_back(i);
    }
    const auto head = [&](std::uint32_t i) { return std::string_view(facts[i].slot.head); };
    alikeTogether(ages, head);
    eachRun(ages, head, [&](auto first, auto last) {
        if (std::any_of(first, last, [&](std::uint32_t i) { return facts[i].said.set != facts[*first].said.set; }))
            for (; first != last; ++first)
                facts[*first].ambiguous = true;
    });
    // Figures of one slot; of them those that count one thing and carry the same marks; of them those of one value.
    const auto slot = [&](std::uint32_t i) {
        const Fact& f = facts[i];
        return std::tuple(f.kind, f.slot.event, f.slot.relation, std::string_view(f.slot.unit), f.anchor.background,
                          f.anchor.period);
    };
    const auto thing = [&](std::uint32_t i) {
        const Fact& f = facts[i];
        const claim::SetMarks& m = f.marks;
        return std::make_tuple(head(i), f.slot.headClass, f.slot.headRole, f.part, m.ofThem, m.listed, m.other, m.more,
                               m.each, std::cref(m.kinds));
    };
    const auto value = [&](std::uint32_t i) { return *facts[i].said.set->headline; };
    alikeTogether(figures, slot);
    struct Things {
        Facts facts;                                                ///< by value
        std::vector<std::pair<std::uint32_t, std::uint32_t>> value; ///< runs of one value
    };
    eachRun(figures, slot, [&](auto first, auto last) {
        if (last - first < 2)
            return;
        Facts all(first, last);
        alikeTogether(all, thing);
        std::vector<Things> things;
        eachRun(all, thing, [&](auto from, auto to) {
            Things& of = things.emplace_back();
            of.facts.assign(from, to);
            alikeTogether(of.facts, value);
            eachRun(of.facts, value, [&](auto begin, auto end) {
                of.value.emplace_back(begin - of.facts.begin(), end - of.facts.begin());
            });
        });
        const auto open = [&](std::uint32_t i, const Things& among) { // is there another figure for the slot?
            for (const auto& [begin, end] : among.value)
                if (value(among.facts[begin]) != value(i))
                    for (std::uint32_t j = begin; j < end; ++j)
                        if (!out_.disputed(i, among.facts[j]))
                            return true;
            return false;
        };
        for (std::size_t p = 0; p < things.size(); ++p)
            for (std::size_t q = p; q < std::min(things.size(), p + static_cast<std::size_t>(crowd)); ++q) {
                const Fact &x = facts[things[p].facts.front()], &y = facts[things[q].facts.front()];
                if (!gate::sameHead(x, y) || gate::markVeto(x, y))
                    continue;
                for (const std::uint32_t i : things[p].facts)
                    facts[i].ambiguous = facts[i].ambiguous || open(i, things[q]);
                if (p != q)
                    for (const std::uint32_t i : things[q].facts)
                        facts[i].ambiguous = facts[i].ambiguous || open(i, things[p]);
            }
    });
}

void Digester::markOnly() {
    auto& facts = out_.facts;
    Facts counts;
    for (std::uint32_t i = 0; i < facts.size(); ++i)
        if (facts[i].kind == ClaimKind::Count && !facts[i].slot.head.empty())
            counts.push_back(i);
    const auto head = [&](std::uint32_t i) { return std::string_view(facts[i].slot.head); };
    alikeTogether(counts, head);
    eachRun(counts, head, [&](auto first, auto last) {
        // What went before says nothing against a count of now: "a protest in May had drawn 150 tractors".
        const auto past = [&](std::uint32_t i) { return facts[i].anchor.background; };
        const auto now = std::find_if_not(first, last, past);
        const auto differs = [&](auto from, bool all) {
            return std::any_of(from, last, [&](std::uint32_t i) {
                return (all || !past(i)) && facts[i].said.set != facts[*from].said.set;
            });
        };
        const bool onlyNow = now != last && !differs(now, false), onlyEver = !differs(first, true);
        for (; first != last; ++first)
            facts[*first].only = past(*first) ? onlyEver : onlyNow;
    });
}

} // namespace countercheck::compare
