// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/wordlists.h"

#include "core/compare/sortunique.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/wordindex.h"
#include "core/compare/words/wordmemory.h"
#include "core/compare/words/wordprint.h"
#include "core/text/lexicon.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

extern "C" const char countercheck_families_begin[], countercheck_families_end[];
extern "C" const char countercheck_across_begin[], countercheck_across_end[];

namespace countercheck::compare {

namespace {

/// In the order of Family.
constexpr auto names = std::to_array<std::string_view>(
    {"deed",         "thing",     "person",      "place",      "wide",         "light",      "one-party",  "fresh",
     "sole",         "life",      "plan",        "measure",    "sole-measure", "direction",  "praise",     "fate",
     "seat",         "measuring", "attribute",   "wish",       "group",        "rival",      "male",       "female",
     "measure-form", "foresee",   "staying",     "causing",    "sole-sum",     "sequel",     "collective", "lasting",
     "settlement",   "territory", "standin",     "everywhere", "land",         "throughout", "able",       "whole",
     "committee",    "forecast",  "corps",       "stage",      "several",      "vague",      "with-be",    "contrast",
     "another",      "fault",     "definite",    "extreme",    "possible",     "single",     "present",    "supposed",
     "until",        "asking",    "superlative", "excess",     "narrowing",    "side",       "might"});
static_assert(names.size() == static_cast<std::size_t>(Family::Might) + 1, "a name for each kind of family");

class Table {
public:
    Table() {
        std::uint32_t number = 0;
        text::forEachRow(countercheck_families_begin, countercheck_families_end, [&](const text::Cells& cells) {
            const auto kind = std::find(names.begin(), names.end(), cells[0]);
            if (kind == names.end())
                return;
            auto& words = byKind_[static_cast<std::size_t>(kind - names.begin())];
            const Families bit = familyBit(static_cast<Family>(kind - names.begin()));
            text::forEachWord(cells[1], [&](std::string_view word) { words[word].push_back(number); });
            text::forEachWord(cells[1], [&](std::string_view word) { mayHold_[wordPrint(word, prints)] |= bit; });
            heads_.push_back(cells[1].substr(0, cells[1].find(' ')));
            ++number;
        });
    }
    [[nodiscard]] const std::vector<std::uint32_t>* of(Family kind, std::string_view word) const {
        if (!mayHold(kind, word))
            return nullptr;
        return byKind_[static_cast<std::size_t>(kind)].find(word);
    }
    /// Nearly every word is in no family, and is known to be in none at once.
    [[nodiscard]] bool mayHold(Family kind, std::string_view word) const {
        return (mayHold_[wordPrint(word, prints)] & familyBit(kind)) != 0;
    }
    [[nodiscard]] Families kindsOf(std::string_view word) const {
        Families out = 0;
        for (Families may = mayHold_[wordPrint(word, prints)]; may != 0; may &= may - 1) {
            const auto kind = static_cast<std::size_t>(std::countr_zero(may));
            if (byKind_[kind].contains(word))
                out |= Families{1} << kind;
        }
        return out;
    }
    static const Table& only() {
        static const Table& table = made();
        return table;
    }

    [[nodiscard]] const auto& words(Family kind) const { return byKind_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::string_view head(std::uint32_t family) const { return heads_[family]; }

private:
    [[gnu::noinline]] static const Table& made() {
        static const Table table;
        return table;
    }
    static constexpr std::size_t prints = 2048;
    std::array<Families, prints> mayHold_{}; ///< by print, the kinds that may hold such a word
    std::vector<std::string_view> heads_;
    std::array<WordIndex<std::vector<std::uint32_t>>, names.size()> byKind_;
};

class AcrossTable {
public:
    AcrossTable() {
        text::forEachRow(countercheck_across_begin, countercheck_across_end, [&](const text::Cells& cells) {
            text::forEachWord(cells[1], [&](std::string_view word) { english_.emplace(word, cells[0]); });
        });
    }
    [[nodiscard]] std::string_view of(std::string_view french) const {
        const auto it = english_.find(french);
        return it == english_.end() ? std::string_view() : it->second;
    }
    static const AcrossTable& only() {
        static const AcrossTable table;
        return table;
    }

private:
    std::unordered_map<std::string_view, std::string_view> english_;
};

/// French endings and the English ones that words of one origin have.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> endings{{
    {"", ""},          {"ite", "ity"},   {"ete", "ety"},  {"te", "ty"},     {"ie", "y"},
    {"ique", "ic"},    {"ique", "ical"}, {"eur", "or"},   {"eur", "er"},    {"iste", "ist"},
    {"isme", "ism"},   {"aire", "ary"},  {"oire", "ory"}, {"ence", "ency"}, {"ciation", "tiation"},
    {"cier", "tiate"}, {"ifier", "ify"}, {"iser", "ize"}, {"el", "al"},     {"eux", "ous"},
    {"er", "e"},       {"er", "ate"},
}};

} // namespace

namespace {

/// Families of measures by the concepts of their words.
const std::unordered_map<std::uint32_t, std::uint32_t>& measures() {
    static const auto table = [] {
        std::unordered_map<std::uint32_t, std::uint32_t> out;
        for (const auto& [word, families] : Table::only().words(Family::Measure))
            out.emplace(Concepts::named(word), families.front());
        return out;
    }();
    return table;
}

} // namespace

std::vector<std::uint32_t> measuresOf(const std::vector<std::uint32_t>& concepts) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t concept_ : concepts)
        if (const auto it = measures().find(concept_); it != measures().end())
            out.push_back(it->second);
    ownMeasures(out);
    return out;
}

void ownMeasures(std::vector<std::uint32_t>& out) {
    sortUnique(out);
    // "Turnout in the election": what the vote is called after is no measure of its own beside another.
    if (out.size() > 1)
        std::erase_if(out, [](std::uint32_t family) { return Table::only().head(family) == "vote"; });
}

std::vector<std::uint32_t> conceptsOf(Family kind) {
    std::vector<std::uint32_t> out;
    for (const std::string_view word : wordsOf(kind))
        out.push_back(Concepts::named(word));
    std::sort(out.begin(), out.end());
    return out;
}

bool soleMeasure(std::uint32_t measure) {
    return listed(Family::SoleMeasure, Table::only().head(measure));
}

bool soleSum(std::uint32_t measure) {
    return listed(Family::SoleSum, Table::only().head(measure));
}

std::string_view acrossOf(std::string_view french) {
    if (const std::string_view listed = AcrossTable::only().of(french); !listed.empty())
        return listed;
    constexpr std::size_t shortest = 6; // shorter ones are too often alike by chance ("pain", "chat", "four")
    if (french.size() < shortest)
        return french;
    const text::Lexicon& english = text::Lexicon::of(text::Language::English);
    const std::string folded = text::foldAccents(french);
    for (const auto& [from, to] : endings) {
        if (!folded.ends_with(from))
            continue;
        const text::WordId word = english.findWord(folded.substr(0, folded.size() - from.size()) + std::string(to));
        if (word != 0 && (!english.nounSynsets(word).empty() || !english.verbSynsets(word).empty()))
            return english.form(word);
    }
    return french;
}

bool listed(Family kind, std::string_view word) {
    return Table::only().of(kind, word) != nullptr;
}

Families familiesOf(const text::Reading& reading, const text::Token& token) {
    if (token.word == 0) {
        std::string buffer;
        return token.is(text::TokenKind::Word) || token.is(text::TokenKind::Alnum)
                   ? Table::only().kindsOf(text::lowered(reading.of(token), buffer))
                   : 0;
    }
    constexpr Families asked = Families{1} << 63;
    Families& known = wordTraits(reading.language, token.word).families;
    if (known == 0)
        known = asked | Table::only().kindsOf(text::Lexicon::of(reading.language).form(token.word));
    return known & ~asked;
}

std::vector<std::string_view> wordsOf(Family kind) {
    std::vector<std::string_view> out;
    for (const auto& [word, families] : Table::only().words(kind))
        out.push_back(word);
    return out;
}

std::string_view headOf(Family kind, std::string_view word) {
    const auto* families = Table::only().of(kind, word);
    return families ? Table::only().head(families->front()) : word;
}

namespace {

/// The families of the kind, by the concepts of their words.
std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> byConcept(Family kind) {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> out;
    for (const auto& [word, families] : Table::only().words(kind))
        for (const std::uint32_t family : families)
            for (const std::uint32_t concept_ : {Concepts::named(word), Concepts::ofNoun(word)})
                out[concept_].push_back(family);
    return out;
}

} // namespace

bool otherSides(std::uint32_t a, std::uint32_t b) {
    static const auto table = byConcept(Family::Side);
    const auto p = table.find(a), q = table.find(b);
    return a != b && p != table.end() && q != table.end() &&
           std::ranges::find_first_of(p->second, q->second) == p->second.end();
}

bool contrasted(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    static const auto table = byConcept(Family::Contrast);
    const auto lacks = [](const std::vector<std::uint32_t>& list, std::uint32_t word) {
        return !std::binary_search(list.begin(), list.end(), word);
    };
    for (const std::uint32_t x : a) {
        const auto p = lacks(b, x) ? table.find(x) : table.end();
        if (p == table.end())
            continue;
        for (const std::uint32_t y : b) {
            const auto q = lacks(a, y) ? table.find(y) : table.end();
            if (q != table.end() && std::ranges::find_first_of(p->second, q->second) != p->second.end())
                return true;
        }
    }
    return false;
}

bool holdsKin(std::uint32_t word, const std::vector<std::uint32_t>& sorted) {
    static const auto table = [] { // by concept, the concepts of its families
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> out;
        for (const Family kind : {Family::Thing, Family::Deed})
            for (const auto& [one, families] : Table::only().words(kind))
                for (const auto& [other, others] : Table::only().words(kind))
                    if (std::ranges::find_first_of(families, others) != families.end())
                        out[Concepts::named(one)].push_back(Concepts::named(other));
        return out;
    }();
    const auto holds = [&](std::uint32_t one) { return std::binary_search(sorted.begin(), sorted.end(), one); };
    if (holds(word))
        return true;
    const auto kin = table.find(word);
    return kin != table.end() && std::ranges::any_of(kin->second, holds);
}

bool together(Family kind, std::string_view a, std::string_view b) {
    const auto* x = Table::only().mayHold(kind, b) ? Table::only().of(kind, a) : nullptr;
    const auto* y = x ? Table::only().of(kind, b) : nullptr;
    return y && std::any_of(x->begin(), x->end(),
                            [&](std::uint32_t family) { return std::find(y->begin(), y->end(), family) != y->end(); });
}

} // namespace countercheck::compare
