// SPDX-License-Identifier: GPL-3.0-or-later
// How one numeral is read: a cursor that only moves forward, one production a member function. Digits and marks stand
// in figurenumeraldigits.cpp, spelled numbers in figurenumeralwords.cpp, what both share in figurenumeral.cpp.
#pragma once

#include "core/read/figures/figuredigits.h"
#include "core/read/figures/figurenumeral.h"

namespace countercheck::read {

struct VulgarFraction {
    char32_t mark;
    int over, under;
};

/// One numeral's reader: a cursor that only moves forward, one production a member function.
class NumeralReader {
public:
    NumeralReader(const FigureText& t, std::uint32_t at, std::uint32_t from)
        : t_(t), w_(t.words), at_(at), from_(from) {}

    std::optional<Numeral> run();

private:
    // ---- digits -----------------------------------------------------------------------------------------------------

    bool digits();

    /// "der 3. Versuch", "1.º", "3.ª": an ordinal by its point.
    bool pointOrdinal();

    /// "10^5", "1.1^-2": a whole power; glued.
    bool power();
    /// "2 to the power of eight"
    bool powerInWords();
    bool raise(int times, bool minus, std::uint32_t endToken);

    /// "3 tenths", "2 thirds"
    bool digitsOverWord();

    /// "1 million | two hundred thousand", "3 million | 500 thousand": what follows a multiplier and is smaller.
    void smallerGroups();

    [[nodiscard]] bool ordinalLetters(std::string_view s) const;

    /// "1'234'567", "1’234": groups of three after an apostrophe.
    bool apostropheGroups();

    /// "1 234 567": groups of three after a blank. In English only where it cannot be two numbers.
    void blankGroups();

    /// 40k · 3bn · 1st · 5km: digits, then letters.
    bool digitsWithLetters();

    /// "1e6", "1.5e-3", "12E+14": the digits after the letter, in this token or the next.
    bool exponent(const Decimal& value, std::string_view rest);

    /// "USD300", "Rs500", "N500 million": money with its letters glued before the digits. One letter or two need more
    /// than bare digits after them: "A380" is no money.
    bool lettersThenDigits(std::string_view s);

    /// １２３: digits of the full width, with their comma or point.
    bool fullWidth();

    /// "1/2" alone, where it can only be a fraction (24/7 and 9/11 are none; 1/2/2025 is a date).
    bool slashFraction();

    /// "one over three", and nothing else in the sentence
    bool overFraction();

    /// Nothing but the numeral (and a sign before it) stands in the sentence.
    [[nodiscard]] bool alone(std::uint32_t endToken) const;

    static bool usualDenominator(int under);

    /// "3 ½", "3½", "3 1/2"
    bool mixedFraction();

    const VulgarFraction* vulgarAt(std::uint32_t i) const;

    bool vulgar();

    // ---- words ------------------------------------------------------------------------------------------------------

    bool word();

    /// German numerals in one word: "zweihundertfünfzig", "zweieinhalb", "einundzwanzigste"; then what may follow.
    bool german();
    void germanTail(); ///< "zwei Millionen | dreihundert"

    /// "un demi-million", "une demi-douzaine", "eine halbe Million", "medio millón": half of a multiplier.
    bool halfOf();

    /// "a couple of", "a couple hundred"; not the couple that married.
    bool couple();

    /// "hundred" needs an article (or is counted in a lexicon of its own: "mille"); "k" alone is no number.
    bool bareMultiplier();

    bool takeArticle();

    [[nodiscard]] bool unitWord(std::uint32_t i) const { return t_.has(i, Tag::Number); }

    /// British and American number words: groups below a thousand, then multipliers that grow smaller.
    bool cardinal();

    /// "two million, | three hundred thousand": the comma inside one number. What follows must be spelled and smaller
    /// than the last multiplier, and hold one itself: "two million, three of them" are two numbers.
    [[nodiscard]] bool smallerGroupAt(std::uint32_t i, std::int64_t last) const;

    [[nodiscard]] bool english() const {
        return t_.words.language == Language::English || t_.words.language == Language::Unknown;
    }
    /// Multipliers of fewer letters are abbreviations that stand after digits.
    [[nodiscard]] std::size_t shortest() const {
        return english() ? 4 : t_.words.language == Language::Spanish ? 3 : 4;
    }

    /// Adds one number word to the group below a thousand; false when it begins another number.
    [[nodiscard]] bool addToGroup(std::int64_t& group, std::int64_t n, bool joined) const;

    static void multiplyInto(Decimal& value, std::int64_t times) {
        value = value.times(Decimal(times)).value_or(value);
    }

    /// After "and": "one hundred and | three", "two million and | five hundred thousand", but not "a hundred and two
    /// hundred".
    [[nodiscard]] bool continuesAfterAnd(std::uint32_t i, std::int64_t group, std::int64_t last) const;

    /// "two point five million": digits spoken one by one after the point.
    bool spokenPoint();

    /// What may follow a spelled cardinal: an ordinal or a fraction that ends it, "and a half", a multiplier.
    bool wordTail(std::uint32_t start, std::int64_t group, std::int64_t last);

    /// "vingt et | unième", "quatre-vingt-dix-| septième": the ordinal ends a cardinal.
    bool frenchOrdinal(std::int64_t group, std::int64_t last);

    bool ordinalAt(std::uint32_t endToken);

    /// "two thirds", "one-third", "one third of"; not "one third man", not "two quarters" of a business year.
    [[nodiscard]] bool fractionReads(std::uint32_t start, std::uint32_t i, std::int64_t over) const;

    /// "and a half", "and a quarter", "and three quarters": adds that part of the last multiplier.
    bool andFraction();

    /// "million", "thousand million", "hundred thousand", "dozen", "k" after digits or a decimal.
    void multipliers();

    /// A vague plural ("dozens": at least two of them) that a numeral makes exact; 0 for any other word.
    [[nodiscard]] std::int64_t pluralMultiplier(std::uint32_t i) const {
        const std::int64_t least = t_.has(i, Tag::Vague) ? t_.number(i, Tag::Vague) : 0;
        return least >= 20 && !t_.isAny(i, {w_.scores, w_.tens}) ? least / 2 : 0;
    }

    void multiply(std::int64_t times) {
        multiplyInto(n_.value, times);
        n_.multiplier = times;
        n_.plain = false;
    }

    void add(const Decimal& part) { n_.value = n_.value.plus(part).value_or(n_.value); }

    void fraction(const Decimal& value, std::uint32_t endToken, const char* rule);

    /// "… of a million": no fraction any more.
    void ofMultiplier();

    /// "half a million", "half-dozen", "half of", "a quarter of", "half the …"
    bool singleFraction();

    /// "third", "first", "twentieth": an ordinal, unless "a third of" makes it a part.
    bool ordinalOrFraction();

    /// "several", "a few hundred", "dozens", "tens of thousands", "a handful", "a couple of hundred".
    bool vague();

    // ---- signs ------------------------------------------------------------------------------------------------------

    /// "-3", "−3", "minus 5"
    void sign();

    static constexpr std::int64_t thousand = 1000;
    /// over / under, to fifteen digits
    static Decimal quotient(std::int64_t over, std::int64_t under) {
        return Decimal(over).dividedBy(Decimal(under)).value_or(Decimal());
    }

    const FigureText& t_;
    const FigureWords& w_;
    std::uint32_t at_, from_;
    std::uint32_t suffixBegin_ = 0, spanEnd_ = 0;
    Numeral n_;
};

} // namespace countercheck::read
