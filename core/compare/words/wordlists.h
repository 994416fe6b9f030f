// SPDX-License-Identifier: GPL-3.0-or-later
// Which words does comparing take together? Families of words, as data: resources/compare/families.tsv.
#pragma once

#include "core/text/reading.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// The kinds of families; the table's comments say what each is for.
enum class Family : std::uint8_t {
    Deed,
    Thing,
    Person,
    Place,
    Wide,
    Light,
    OneParty,
    Fresh,
    Sole,
    Life,
    Plan,
    Measure,
    SoleMeasure,
    Direction,
    Praise,
    Fate,        ///< what befalls some of those that a thing befalls
    Seat,        ///< events that tell of the one place that somebody or something has
    Measuring,   ///< verbs that tell how large or heavy something is
    Attribute,   ///< what a measure is of: height, weight
    Wish,        ///< what tells that a figure is asked for or proposed
    Group,       ///< words for a part of all people, of which a share may be given
    Rival,       ///< who stands against somebody
    Male,        ///< nouns for men only
    Female,      ///< nouns for women only
    MeasureForm, ///< plural forms that name a measure: the measure, then the forms
    Foresee,     ///< forms that tell that a figure is foreseen
    Staying,     ///< predicates that say little without what stands behind them
    Causing,     ///< verbs that tell that somebody was made to do something
    SoleSum,     ///< measures of which a company has one for a stretch of time
    Sequel,      ///< words for another happening of the kind
    Collective,  ///< nouns for many people together
    Lasting,     ///< events and nouns of which a stretch of time tells how long they last
    Settlement,  ///< what a town may be called
    Territory,   ///< what the land around towns may be called
    Standin,     ///< what makes the holder of an office another one: deputy, former
    Everywhere,  ///< words that tell that something is so in a whole country
    Land,        ///< what a whole country may be called, behind one of Throughout
    Throughout,  ///< words before Land that tell that all of it is meant
    Able,        ///< words for what can be done
    Whole,       ///< nouns before a measure that leave it whole: "group revenue"
    Committee,   ///< parts of a body that vote and decide for themselves
    Forecast,    ///< nouns for what is foreseen of a measure
    Corps,       ///< who serves in one body: soldiers, policemen, firemen
    Stage,       ///< words for a part of a match that has a score of its own: the part, then its words
    Several,     ///< what several do or undergo, each on his own
    Vague,       ///< causes that name nothing: incident, problem
    WithBe,      ///< French verbs whose past is told with "être"
    Contrast,    ///< words of which each tells one thing of a sort from another: upper, lower
    Another,     ///< what tells that it is another one of a sort
    Fault,       ///< what fails, by words of one sort: failure, fault
    Definite,    ///< words before a noun by which it names what there is but one of
    Extreme,     ///< words that leave but one of a sort: first, last
    Possible,    ///< forms of what tells that something may be done
    Single,      ///< pronouns for one person
    Present,     ///< forms of what tells that something is undergone now
    Supposed,    ///< what is said to be so by no one in particular: thought to, believed to
    Until,       ///< words before a time up to which something lasts
    Asking,      ///< verbs by which somebody asks that somebody do something
    Superlative, ///< words before a noun that leave but one of a sort: largest
    Excess,      ///< words before an adjective that deny the deed behind it: too weak to
    Narrowing,   ///< words in whose sentence a figure is of another measure or stretch; a row's name first
    Side,        ///< subjects of which each does its own: rebels, government
    Might        ///< forms that tell of what may yet be done: could
};

/// Does a family of the kind hold the word?
bool listed(Family kind, std::string_view word);
/// Kinds of families, a bit each.
using Families = std::uint64_t;
constexpr Families familyBit(Family kind) {
    return Families{1} << static_cast<unsigned>(kind);
}
static_assert(static_cast<unsigned>(Family::Might) < 63, "a bit for each kind of family, and one to spare");
/// The kinds of which a family holds the token's word in lower case. Of a word that the lexicon knows it is found out
/// once.
Families familiesOf(const text::Reading& reading, const text::Token& token);
inline bool listed(Family kind, const text::Reading& reading, const text::Token& token) {
    return (familiesOf(reading, token) & familyBit(kind)) != 0;
}
/// All words of the families of the kind.
std::vector<std::string_view> wordsOf(Family kind);
/// Their concepts (Concepts::named), ascending.
std::vector<std::uint32_t> conceptsOf(Family kind);
/// The first word of the first family of the kind that holds the word; the word itself where none does. What is handed
/// out lives as long as the program or the word.
std::string_view headOf(Family kind, std::string_view word);
/// Does one family of the kind hold both words?
bool together(Family kind, std::string_view a, std::string_view b);

/// Of concepts (Concepts::named), each ascending: has each list a word that the other has not, of one family of
/// contrasts ("the upper valley", "the lower valley")?
bool contrasted(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// Of two concepts: does each name a side (Family::Side), and no row both?
bool otherSides(std::uint32_t a, std::uint32_t b);
/// Does a sorted list hold the concept, or one of a word that names the same thing or deed?
bool holdsKin(std::uint32_t word, const std::vector<std::uint32_t>& sorted);
/// Of concepts (Concepts::named), the families of measures that hold them: numbers that stand for one each.
std::vector<std::uint32_t> measuresOf(const std::vector<std::uint32_t>& concepts);
/// Each once, ascending; without that of votes beside another ("turnout in the election").
void ownMeasures(std::vector<std::uint32_t>& measures);
/// Has an event but one of the measure?
bool soleMeasure(std::uint32_t measure);
/// Has a report's company but one of the measure, as a sum of money, for the stretch that the report is about?
bool soleSum(std::uint32_t measure);

/// The English lemma that names what a French one names: by resources/compare/across.tsv, else the English word that is
/// spelt like it but for accents and its ending ("négociation", "sécurité"); the word itself where there is none. What
/// is handed out lives as long as the program or the word.
std::string_view acrossOf(std::string_view french);

} // namespace countercheck::compare
