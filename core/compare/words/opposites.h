// SPDX-License-Identifier: GPL-3.0-or-later
// Which predicates stand on two sides of one matter ("rose", "fell"; "was convicted", "was acquitted")? Data:
// resources/compare/opposites.tsv, whose comments say what its other rows are for.
#pragma once

#include "core/compare/words/wordindex.h"
#include "core/compare/words/wordprint.h"

#include "core/text/reading.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// A side of a matter; a word may stand on sides of several.
struct MatterSide {
    std::string_view matter, side;
};

/// A MatterSide by numbers, of what is a matter.
struct MatterNumber {
    std::uint16_t matter = 0, side = 0;
    bool large = false; ///< a report has but one such matter
};

/// Sets of kinds of rows, a bit each.
using Rows = std::uint64_t;

/// A kind of rows that code asks for by its name in the table. What is no such name does not compile.
class Row {
public:
    consteval Row(const char* name) { // NOLINT: a name is a kind
        bit_ = bitOf(name);
        if (bit_ == 0)
            throw "no such row";
    }
    [[nodiscard]] constexpr Rows bit() const { return bit_; }
    /// 0: nobody asks for it.
    static constexpr Rows bitOf(std::string_view name) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == name)
                return Rows{1} << i;
        return 0;
    }
    static constexpr bool isMatter(std::string_view name) {
        const Rows bit = bitOf(name);
        return bit == 0 || bit >= Rows{1} << noMatters;
    }

private:
    static constexpr std::size_t noMatters = 55; ///< that many rows are no matters; matters stand behind them
    static constexpr std::array<std::string_view, 62> names{
        "itself",    "votes",     "converse", "refuse", "unable",    "agree",      "versus",  "lasting",  "sole",
        "tell",      "large",     "mutual",   "hinder", "undergone", "ongoing",    "wider",   "foil",     "almost",
        "fraction",  "believing", "ends",     "spans",  "stative",   "formerly",   "doubt",   "everyone", "proposal",
        "state",     "outdo",     "outdone",  "unreal", "means",     "afterwards", "few",     "fewer",    "ahead",
        "yet",       "coming",    "longer",   "now",    "was",       "going",      "still",   "never",    "critically",
        "seriously", "more",      "less",     "sooner", "usual",     "unmet",      "opening", "stretch",  "outset",
        "long",      "guilt",     "truth",    "claim",  "consent",   "pact",       "keeps",   "course"};
    Rows bit_ = 0;
};

/// The table. What it hands out lives as long as the program.
class Opposites {
public:
    static const Opposites& only();

    [[nodiscard]] const std::vector<MatterSide>& of(std::string_view word) const;
    /// The same but for rows that are no matters.
    [[nodiscard]] const std::vector<MatterNumber>& matters(std::string_view word) const;
    /// Does the word stand on a side of a matter?
    [[nodiscard]] bool sided(std::string_view word) const { return matterBits(word) != 0; }
    /// The matters on a side of which the word stands, a bit each; several matters have one bit.
    [[nodiscard]] std::uint64_t matterBits(std::string_view word) const { return wordOf(word).matterBits; }
    /// Does it stand on one by its own name, whatever its event is?
    [[nodiscard]] bool byItself(std::string_view word) const { return wordOf(word).itself; }
    /// Does a row of the kind (“refuse”, “tell”, a matter) hold the word?
    [[nodiscard]] bool in(Row row, std::string_view word) const { return (rowsOf(word) & row.bit()) != 0; }
    /// All kinds of rows (Row) that hold the word.
    [[nodiscard]] Rows rowsOf(std::string_view word) const { return wordOf(word).rows; }
    /// Concepts (Concepts::named) of the words of a row that is no matter; ascending.
    [[nodiscard]] std::vector<std::uint32_t> conceptsOf(std::string_view kind) const;
    /// Is it what is said to last ("sentence", "ban")?
    [[nodiscard]] bool lasts(std::string_view what) const;
    /// Does a phrase begin with the word?
    [[nodiscard]] bool opensPhrase(std::string_view word) const { return mayHold(word) && phrases_.contains(word); }
    /// May the word stand in a phrase behind its first?
    [[nodiscard]] bool continuesPhrase(std::string_view word) const { return further_[wordPrint(word, prints)]; }
    /// The phrase as the table has it; empty: it has not.
    [[nodiscard]] std::string_view spelt(std::string_view phrase) const;
    /// The name of undergoing what the verb tells ("be_beaten"); empty: it has none.
    [[nodiscard]] std::string_view undergone(std::string_view verb) const;
    /// The same of what somebody undergoes now ("is being held"); empty: it has none.
    [[nodiscard]] std::string_view ongoing(std::string_view verb) const;

private:
    Opposites();
    [[nodiscard]] std::string_view named(std::string_view kind, std::string_view verb) const;
    [[gnu::noinline]] static const Opposites& made();
    /// Nearly every word is in no row, and is known to be in none at once.
    [[nodiscard]] bool mayHold(std::string_view word) const { return known_[wordPrint(word, prints)]; }
    void add(std::string_view word) { known_[wordPrint(word, prints)] = true; }
    static constexpr std::size_t prints = 8192;

    std::bitset<prints> known_, further_;
    struct Word {
        std::vector<MatterSide> sides;
        std::vector<MatterNumber> matters;
        std::uint64_t matterBits = 0;
        bool itself = false;
        Rows rows = 0;
    };
    [[nodiscard]] const Word& wordOf(std::string_view word) const;
    std::vector<std::string_view> lasting_;
    struct None {};
    WordIndex<None> phrases_; ///< their first words
    WordIndex<Word> words_;
};

/// Does a row of the kind hold the word? It is found out once.
bool inRow(Row row, text::Language language, text::WordId word);
/// Or the token's word in lower case?
bool inRow(Row row, const text::Reading& reading, const text::Token& token);

/// A predicate by its two names; see Statement.
struct Predicate {
    std::string_view deed, verb;
};
/// The matters on a side of which it stands, a bit each; several matters have one bit. Predicates that share no bit are
/// neither opposed nor alike.
std::uint64_t mattersOf(const Predicate& predicate);
/// Does it stand on a side of any matter?
bool sided(const Predicate& predicate);
/// Do the two stand on two sides of one matter, and on one side of none?
bool opposed(const Predicate& a, const Predicate& b);
/// Do the two stand on one side of a matter, and on two sides of none?
bool alike(const Predicate& a, const Predicate& b);
/// Is what the one does to the other what the other does with the one ("beat", "lost to"; "bought from", "sold to")?
bool converse(const Predicate& a, const Predicate& b);
/// Is whatever is done by the second done by the first, too ("affect", "destroy"), so that who denies the first denies
/// the second?
bool wider(const Predicate& a, const Predicate& b);
/// Is it a matter of which a report has but one, so that who did it need not be found in both sentences?
bool opposedAtLarge(const Predicate& a, const Predicate& b);
/// Does but one do it: win the race, be elected?
bool oneDoes(std::string_view deed);
/// May both do it to each other: meet, fight, accuse?
bool mutual(std::string_view deed);
/// Cannot both do it to each other: beat, succeed, buy?
bool oneWay(std::string_view deed);

} // namespace countercheck::compare
