// SPDX-License-Identifier: GPL-3.0-or-later
// What the figure rules see: one sentence's tokens, their lexicon entries, and the handful of small words that the
// rules name themselves. Questions about tokens outside the sentence are answered with no, so that no rule checks
// bounds.
#pragma once

#include "core/text/lexicon.h"
#include "core/text/reading.h"
#include "core/text/wordtable.h"

#include <cstdint>
#include <initializer_list>
#include <optional>

#include <string_view>
#include <vector>

namespace countercheck::read {

using text::Language;
using text::Tag;
using text::Token;
using text::TokenFlag;
using text::TokenKind;
using text::WordId;

// clang-format off
#define COUNTERCHECK_FIGURE_WORDS(X) \
    X(of, "of") X(the, "the") X(a, "a") X(an, "an") X(conjAnd, "and") X(conjOr, "or") X(to, "to") \
    X(from, "from") X(between, "between") X(point, "point") X(minus, "minus") X(negative, "negative") \
    X(per, "per") X(in, "in") X(out, "out") X(every, "every") X(by, "by") X(as, "as") X(couple, "couple") X(pair, "pair") X(halfAdjective, "halfAdjective") X(halfFeminine, "halfFeminine") X(nine, "nine") X(halfNeuter, "halfNeuter") X(baker, "baker") X(trio, "trio") X(quartet, "quartet") X(gross, "gross") X(score, "score") X(grand, "grand") X(up, "up") X(but, "but") X(through, "through") X(till, "till") X(until, "until") X(below, "below") X(zero, "zero") \
    X(many, "many") X(few, "few") X(handful, "handful") X(several, "several") X(dozen, "dozen") \
    X(hundred, "hundred") X(second, "second") X(half, "half") X(quarter, "quarter") X(one, "one") X(no, "no") \
    X(nos, "nos") X(whom, "whom") X(which, "which") X(them, "them") X(those, "those") X(how, "how") X(so, "so") \
    X(too, "too") X(notWord, "not") X(both, "both") X(at, "at") X(good, "good") X(great, "great") \
    X(quite, "quite") X(each, "each") X(that, "that") X(this_, "this") X(any, "any") X(another, "another") \
    X(was, "was") X(were, "were") X(is, "is") X(are, "are") X(has, "has") X(than, "than") X(ratio, "ratio") \
    X(scores, "scores") X(tens, "tens") X(first, "first") X(on, "on") X(x, "x") X(small, "small") \
    X(magnitude, "magnitude") X(dead, "dead") X(split, "split") X(such, "such") X(richter, "richter") X(be, "be") X(he, "he") X(she, "she") X(who, "who") X(while_, "while") X(number, "number")
// clang-format on

/// Entries of the words that number rules ask for by name; 0 where the language's tables do not list one.
struct FigureWords {
#define X(name, form) WordId name = 0;
    COUNTERCHECK_FIGURE_WORDS(X)
#undef X
    /// One byte an entry, so that a walk over all tokens touches little memory.
    enum Mark : std::uint8_t {
        Candidate = 1,    ///< a number word, an ordinal, a fraction, a vague amount
        EndsHedge = 2,    ///< the last word of a hedge
        UnitWord = 8,     ///< a unit or currency of one word, which an article may count ("a dollar")
        DecadeWord = 16,  ///< "thirties"
        BeginsHedge = 32, ///< the first word of a hedge
        BeginsAfter = 64, ///< the first word of a hedge that stands behind
        EndsAge = 4       ///< the last word of what introduces an age ("aged", "at the age of")
    };
    text::WordTable<std::uint8_t> marks;
    static constexpr unsigned begins = Candidate | UnitWord | DecadeWord; ///< a figure may begin with it
    /// What a token hints with that may begin a figure: numbers and their words; the words of "square mile".
    static constexpr unsigned beginHints = text::HintFigure | text::HintUnit;
    bool everyToken = false; ///< hints are not enough: German compound numerals are in no table

    FigureWords(const text::Lexicon& lexicon, Language spoken);
    Language language;
    std::vector<WordId> ofs; ///< every word for "of": de, d', du, des
};

class FigureText {
public:
    FigureText(const text::Reading& r, const text::Lexicon& l, const FigureWords& w)
        : reading(r), lexicon(l), words(w) {}

    const text::Reading& reading;
    const text::Lexicon& lexicon;
    const FigureWords& words;
    std::uint32_t begin = 0, end = 0; ///< the sentence's tokens

    // A token before the sentence wraps to a huge index, which is not inside either.
    [[nodiscard]] bool inside(std::uint32_t i) const { return i >= begin && i < end; }
    [[nodiscard]] const Token& operator[](std::uint32_t i) const { return reading.tokens[i]; }
    [[nodiscard]] std::string_view text(std::uint32_t i) const {
        return inside(i) ? reading.of(reading.tokens[i]) : std::string_view{};
    }
    [[nodiscard]] bool kind(std::uint32_t i, TokenKind k) const { return inside(i) && reading.tokens[i].is(k); }
    [[nodiscard]] bool is(std::uint32_t i, WordId word) const {
        return word != 0 && inside(i) && reading.tokens[i].word == word;
    }
    [[nodiscard]] bool isAny(std::uint32_t i, std::initializer_list<WordId> list) const {
        for (const WordId word : list)
            if (is(i, word))
                return true;
        return false;
    }
    [[nodiscard]] bool has(std::uint32_t i, Tag tag) const {
        return inside(i) && lexicon.has(reading.tokens[i].word, tag);
    }
    [[nodiscard]] bool hasAny(std::uint32_t i, std::uint64_t tags) const {
        return inside(i) && lexicon.hasAny(reading.tokens[i].word, tags);
    }
    [[nodiscard]] std::int64_t number(std::uint32_t i, Tag tag) const {
        return lexicon.number(reading.tokens[i].word, tag);
    }
    [[nodiscard]] bool flag(std::uint32_t i, TokenFlag f) const { return inside(i) && reading.tokens[i].has(f); }
    [[nodiscard]] bool marked(std::uint32_t i, FigureWords::Mark mark) const {
        return inside(i) && (words.marks[reading.tokens[i].word] & mark) != 0;
    }
    /// Nothing but stops follows from `i` on.
    [[nodiscard]] bool onlyStopAt(std::uint32_t i) const {
        while (kind(i, TokenKind::Stop) || kind(i, TokenKind::Break))
            ++i;
        return i >= end;
    }
    /// No blank between it and the token before.
    [[nodiscard]] bool glued(std::uint32_t i) const { return inside(i) && !reading.tokens[i].has(text::SpaceBefore); }
    /// A hyphen that joins its neighbours.
    [[nodiscard]] bool joins(std::uint32_t i) const { return kind(i, TokenKind::Hyphen) && glued(i) && glued(i + 1); }
    /// `i`, or the token after a joining hyphen at `i`.
    [[nodiscard]] std::uint32_t pastHyphen(std::uint32_t i) const { return joins(i) ? i + 1 : i; }
    /// The comma-separated value of the not-count tag holds `what`.
    [[nodiscard]] bool notCount(std::uint32_t i, std::string_view what) const;
    /// "of", in any of its forms.
    [[nodiscard]] bool isOf(std::uint32_t i) const {
        for (const WordId word : words.ofs)
            if (is(i, word))
                return true;
        return false;
    }
    /// An entry with one of `tags` that begins at `i` and ends inside the sentence.
    [[nodiscard]] std::optional<text::Lexicon::Match> match(std::uint32_t i, std::uint64_t tags) const {
        if (!inside(i))
            return std::nullopt;
        auto found = lexicon.match(reading, i, tags);
        if (found && found->endToken > end)
            found.reset();
        return found;
    }
    /// The token in lower case, in `buffer` or in the text itself; longer words than fit stay as they are.
    [[nodiscard]] std::string_view lowered(std::uint32_t i, char (&buffer)[48]) const;
};

/// "The cables Aria Bay 3 and Aria Bay 4": is the number that of a name which the sentence gives twice, each time with
/// another one?
bool numberedName(const FigureText& text, std::uint32_t number);

} // namespace countercheck::read
