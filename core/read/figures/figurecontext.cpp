// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurecontext.h"

#include "core/read/figures/figuredigits.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::tagBit;

bool english(const FigureText& t) {
    return t.words.language == Language::English || t.words.language == Language::Unknown;
}

bool digitToken(const FigureText& t, std::uint32_t i) {
    return t.kind(i, TokenKind::Number) ||
           (t.kind(i, TokenKind::Alnum) && t.text(i).front() >= '0' && t.text(i).front() <= '9');
}

/// Hyphen, en dash, slash or colon that stands between two tokens without blanks.
bool chainMark(const FigureText& t, std::uint32_t i) {
    return t.inside(i) && t.glued(i) && t.glued(i + 1) &&
           (t[i].is(TokenKind::Hyphen) || (t[i].is(TokenKind::Dash) && t.text(i) == "–") || t[i].is(TokenKind::Slash) ||
            t[i].is(TokenKind::Colon));
}

bool fourDigits(const FigureText& t, const Numeral& n) {
    return n.plain && n.end == n.first + 1 && t.text(n.first).size() == 4;
}

bool isYear(const FigureText& t, const Numeral& n, bool hedged, bool counted) {
    if (!fourDigits(t, n))
        return false;
    const Decimal& v = n.value;
    const bool modern = v >= Decimal(1900) && v <= Decimal(2099);
    const bool possible = v >= Decimal(1000) && v <= Decimal(2199);
    if (!possible)
        return false;
    const bool before = t.notCount(n.first - 1, "year");
    if (modern && v != Decimal(2000))
        return !(hedged && counted && !t.is(n.first - 1, t.words.in));
    if (v == Decimal(2000))
        return before || (!counted && !hedged);
    return before && !counted && !hedged;
}

/// "August 5", "5 August" that the time rules did not take.
bool besideMonth(const FigureText& t, const Numeral& n) {
    if (!(n.plain || n.form == NumeralForm::Ordinal) || n.value > Decimal(31))
        return false;
    const auto month = [&](std::uint32_t i) {
        const bool lower = t.words.language == Language::French || t.words.language == Language::Spanish;
        return t.has(i, Tag::Month) && (lower || t.flag(i, text::Capitalised)) && (!lower || t.text(i).size() > 3);
    };
    if (month(n.first - 1) || month(n.end) || (t.kind(n.end, TokenKind::Stop) && t.glued(n.end) && month(n.end + 1)))
        return true;
    if (t.joins(n.end) && month(n.end + 1)) // "rue du 8-Mai"
        return true;
    return month(n.first - 2) && t.kind(n.first - 1, TokenKind::Stop) && t.text(n.first - 2).size() <= 4;
}

bool address(const FigureText& t, const Numeral& n) {
    if (!english(t) && n.plain && n.end == n.first + 1) { // "10, rue de Rivoli", "75001 Paris"
        std::uint32_t i = n.end;
        if (t.text(i) == "bis" || t.text(i) == "ter")
            ++i;
        if (t.kind(i, TokenKind::Comma))
            ++i;
        if (t.notCount(i, "street-before") && (i > n.end || t.isOf(i + 1) || t.flag(i + 1, text::Capitalised)))
            return true;
        if (t.text(n.first).size() == 5 && t.kind(n.end, TokenKind::Word) && t.flag(n.end, text::Capitalised) &&
            !t.has(n.end, Tag::Nationality))
            return true;
    }
    if (!(n.plain || n.form == NumeralForm::Ordinal || t.kind(n.first, TokenKind::Alnum)) ||
        !t.kind(n.end, TokenKind::Word))
        return false;
    const std::string_view next = t.text(n.end);
    const bool compass = next == "N" || next == "S" || next == "E" || next == "W" || next == "NE" || next == "NW" ||
                         next == "SE" || next == "SW";
    if (compass && n.form == NumeralForm::Cardinal)
        return true;
    const auto named = [&](std::uint32_t i) {
        return (t.kind(i, TokenKind::Word) && t.flag(i, text::Capitalised)) || t.kind(i, TokenKind::Alnum);
    };
    std::uint32_t i = n.end;
    const bool crossing = english(t) && n.form == NumeralForm::Ordinal && t.is(i, t.words.conjAnd) && named(i + 1);
    if (crossing) // "at 11th and Poplar Streets"
        ++i;
    for (const std::uint32_t stop = i + 4; i < stop && named(i); ++i)
        if (t.notCount(i, "street") ||
            (i > n.end && t.text(i) == "St" && t.kind(i + 1, TokenKind::Stop) && !t.flag(i + 2, text::Capitalised)) ||
            (crossing && (t.text(i) == "Streets" || t.text(i) == "Avenues")))
            return true;
    return crossing && (t.text(i) == "streets" || t.text(i) == "avenues");
}

/// "No. 1", "#1", "Nos. 4"
bool numbered(const FigureText& t, const Numeral& n) {
    if (t.kind(n.first - 1, TokenKind::Symbol) && (t.text(n.first - 1) == "#" || t.text(n.first - 1) == "\xE2\x84\x96"))
        return true;
    std::uint32_t i = n.first - 1;
    if (n.digits && (t.text(i) == "°" || t.text(i) == "º") && (t.text(i - 1) == "n" || t.text(i - 1) == "N"))
        return true; // "n° 10"
    if (n.digits && (t.text(i) == "º" || t.text(i) == "ª") && t.text(i - 1) == "." &&
        (t.text(i - 2) == "n" || t.text(i - 2) == "N" || t.text(i - 2) == "núm"))
        return true; // "n.º 10"
    const bool stop = t.kind(i, TokenKind::Stop) && t.glued(i);
    if (t.kind(i, TokenKind::Stop))
        --i;
    return t.isAny(i, {t.words.no, t.words.nos}) && (t.flag(i, text::Capitalised) || stop) &&
           (i + 1 < n.first || n.digits) && n.form == NumeralForm::Cardinal && n.digits;
}

/// "Hauptstraße 12", "Calle Mayor, 12": the number of a house behind its street.
bool houseNumber(const FigureText& t, const Numeral& n) {
    if (!n.plain || n.value > Decimal(999) || n.end != n.first + 1)
        return false;
    const std::uint32_t before = n.first - 1;
    if (t.words.language == Language::German) {
        static constexpr std::string_view tails[] = {"straße", "strasse", "gasse", "allee", "platz", "weg", "damm"};
        const std::string_view street = t.text(before);
        for (const std::string_view tail : tails)
            if (street.size() > tail.size() + 2 && street.ends_with(tail) && t.flag(before, text::Capitalised))
                return true;
        return false;
    }
    if (t.words.language != Language::Spanish || !t.kind(before, TokenKind::Comma))
        return false;
    for (std::uint32_t i = before - 1, steps = 0; t.kind(i, TokenKind::Word) && steps < 5; --i, ++steps)
        if (t.notCount(i, "street-before"))
            return true;
    return false;
}

/// "the 405 freeway", "the 48 bus": a road or a line by its number.
bool lineByNumber(const FigureText& t, const Numeral& n) {
    static constexpr WordSet lines({"freeway", "highway", "motorway", "expressway", "interstate", "bus", "tram",
                                    "train", "trolley", "bypass", "turnpike"});
    return english(t) && n.plain && t.is(n.first - 1, t.words.the) && lines.contains(t.text(n.end));
}

/// "The Conservatives won 112 councils, Labour 47", "…, the Greens 21, the Left 8": a number of the same, whose noun is
/// left out behind the name.
bool nounLeftOut(const FigureText& t, const Numeral& n) {
    if (!n.plain || !(t.onlyStopAt(n.end) || t.kind(n.end, TokenKind::Comma) || t.kind(n.end, TokenKind::Semicolon) ||
                      t.is(n.end, t.words.conjAnd)))
        return false;
    std::uint32_t i = n.first;
    for (int names = 0; names < 4; ++names) {
        if (i < t.begin + 5 || !t.flag(i - 1, text::Capitalised))
            return false;
        i -= t.kind(i - 2, TokenKind::Word) && t.flag(i - 2, text::Capitalised) ? 3 : 2;
        i -= t.is(i, t.words.the) ? 1 : 0;
        const bool joined = t.isAny(i, {t.words.conjAnd, t.words.while_});
        i -= joined ? 1 : 0;
        const bool comma = t.kind(i, TokenKind::Comma) || t.kind(i, TokenKind::Semicolon);
        i -= comma ? 1 : 0;
        if (!(joined || comma) || i < t.begin + 2)
            return false;
        if (!digitToken(t, i))
            return t.kind(i, TokenKind::Word) && !t.flag(i, text::Capitalised) &&
                   (digitToken(t, i - 1) || (t.has(i - 1, Tag::Number) && !t.has(i - 1, Tag::Det)));
    }
    return false;
}

bool identifier(const FigureText& t, const Numeral& n, bool unit, bool counted) {
    std::uint32_t i = n.first - 1;
    if (n.suffix.size() == 1 && n.suffix.front() >= 'A' && n.suffix.front() <= 'K' && n.value < Decimal(1000) &&
        n.value.isWhole() && (t.notCount(i, "id") || t.notCount(i, "cap")))
        return true; // "seat 14C"
    if (lineByNumber(t, n) || (!counted && !unit && houseNumber(t, n)))
        return true;
    if (n.digits && t.kind(i, TokenKind::Stop) && t.glued(i) && t.notCount(i - 1, "id"))
        return !unit; // "vol. 18, p. 233"
    if (!t.kind(i, TokenKind::Word) || (t.words.language == Language::German && t.text(i) == "Stärke"))
        return false;
    if (t.notCount(i, "id"))
        return !unit;
    if (english(t) && !unit && !counted && (t.text(i) == "day" || t.text(i) == "Day") && n.value <= Decimal(100) &&
        (i == t.begin || t.has(i - 1, Tag::Prep)))
        return true; // "on day two"
    if (!n.digits && t.is(i, t.words.number) && n.value <= Decimal(10) && !counted &&
        t.hasAny(i - 1, tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Prep)))
        return true; // "she is number two"
    if (unit || !n.digits || n.multiplier != Decimal(1) || n.form != NumeralForm::Cardinal)
        return !unit && n.form == NumeralForm::Cardinal && !n.digits && t.notCount(i, "cap") &&
               t.flag(i, text::Capitalised);
    if (t.notCount(i, "cap"))
        return t.flag(i, text::Capitalised) || !counted;
    if (t.isOf(i) && t.notCount(i - 1, "cap") && t.flag(i - 1, text::Capitalised) &&
        (!counted || (i - 1 > t.begin && t.is(i - 2, t.words.the)))) // the Group of 20
        return true;
    if (t.flag(i, text::AllCaps) && !counted && n.plain &&
        (!t.inside(n.end) || !t.kind(n.end, TokenKind::Word) || t.has(n.end, Tag::Conj)) &&
        !t.hasAny(i, tagBit(Tag::Currency) | tagBit(Tag::Verb) | tagBit(Tag::VerbPast) | tagBit(Tag::Prep)))
        return true; // "ISO 9001", "NY 10001"
    // A title or a product that opens the sentence: "Maroon 5", "Bed 12 is free".
    const std::string_view name = t.text(i);
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto large = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (name.size() > 2 && small(name.front()) && (large(name[1]) || (large(name[2]) && small(name[1]))) &&
        !t.hasAny(i, tagBit(Tag::Unit) | tagBit(Tag::Currency)))
        return true; // iOS 17.2, iPhone 15
    if (i == t.begin && n.plain | (n.value < Decimal(100)) && t.flag(i, text::Capitalised) && !counted &&
        n.end == n.first + 1 &&
        (t.onlyStopAt(n.end) || t.hasAny(n.end, tagBit(Tag::Aux) | tagBit(Tag::Modal)) ||
         (t.kind(n.end, TokenKind::Word) &&
          (t.lexicon.use(t[n.end].word).forms & (text::VerbPastTense | text::VerbThird)) != 0))) {
        const text::WordUse& use = t.lexicon.use(t[i].word);
        const bool verbBehind =
            english(t) && t.kind(n.end, TokenKind::Word) && !use.adverb() &&
            (t.lexicon.use(t[n.end].word).forms & text::VerbPastTense) != 0 &&
            (use.forms & (text::NounPlural | text::VerbBase)) != text::NounPlural; // "Maroon 5 played"
        const bool nounAlone = english(t) ? verbBehind || !use.known() ||
                                                (use.noun() && use.frequency[0] >= use.frequency[1] &&
                                                 (use.forms & text::NounPlural) == 0) ||
                                                (use.noun() && use.frequency[0] + use.frequency[1] < 3)
                                          : t[i].word == 0;
        if (nounAlone && t.lexicon.tags(t[i].word) == 0)
            return true;
    }
    // A name with its number: a capitalised word that is no sentence opener, and nothing counted after.
    if (!t.flag(i, text::Capitalised) || t.flag(i, text::SentenceStart) || counted || i == t.begin || nounLeftOut(t, n))
        return false;
    return !t.hasAny(i, tagBit(Tag::Weekday) | tagBit(Tag::Month) | tagBit(Tag::Say) | tagBit(Tag::Aux) |
                            tagBit(Tag::Prep) | tagBit(Tag::Det) | tagBit(Tag::Hedge) | tagBit(Tag::Conj) |
                            tagBit(Tag::Verb) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbS));
}

/// "1. Text", "2) Text" at the start of a paragraph; "(12)" and "[3]" alone in brackets.
bool listOrNote(const FigureText& t, const Numeral& n) {
    if (!n.plain || n.end != n.first + 1)
        return false;
    const bool opens = n.first == t.begin;
    const bool alone =
        t.kind(n.end, TokenKind::Stop) && (n.end + 1 >= t.reading.tokens.size() || t[n.end + 1].is(TokenKind::Break));
    if (opens && !alone && t.text(n.first).size() <= 3 && t.glued(n.end) &&
        (t.kind(n.end, TokenKind::Stop) || t.kind(n.end, TokenKind::CloseBracket)))
        return true;
    return t.kind(n.first - 1, TokenKind::OpenBracket) && t.kind(n.end, TokenKind::CloseBracket);
}

/// Three numbers and more side by side: a phone number, a table.
bool numberRow(const FigureText& t, const Numeral& n) {
    if (!n.plain)
        return false;
    const bool after = t.kind(n.end, TokenKind::Number), after2 = t.kind(n.end + 1, TokenKind::Number);
    const bool before = t.kind(n.first - 1, TokenKind::Number), before2 = t.kind(n.first - 2, TokenKind::Number);
    const bool plus = t.kind(n.first - 1, TokenKind::Symbol) && t.text(n.first - 1) == "+" && t.glued(n.first);
    return (after && after2) || (before && before2) || (before && after) ||
           (plus && (after || t.text(n.first).size() > 6)) ||
           (before && t.text(n.first - 1).front() == '0' && t.text(n.first - 1).size() > 1);
}

/// "Call 112", "Composez le 15", "Wählen Sie 110": a number to call.
bool called(const FigureText& t, const Numeral& n) {
    if (!n.plain || n.value >= Decimal(10000))
        return false;
    std::uint32_t i = n.first - 1;
    if (t.hasAny(i, tagBit(Tag::Det) | tagBit(Tag::Pron)) || t.text(i) == "al" || t.text(i) == "Sie" ||
        t.text(i) == "bitte")
        --i;
    return t.notCount(i, "call") || (t.hasAny(i, tagBit(Tag::Pron)) && t.notCount(i - 1, "call"));
}

/// "a .45-caliber handgun", "a .32": what a gun is called by.
bool calibre(const FigureText& t, const Numeral& n, bool counted) {
    const std::uint32_t i = t.kind(n.end, TokenKind::Hyphen) || t.kind(n.end, TokenKind::Dash) ? n.end + 1 : n.end;
    if (t.text(i) == "caliber" || t.text(i) == "calibre")
        return true;
    static constexpr WordSet guns({"22", "25", "32", "38", "357", "40", "44", "45", "50"});
    return !counted && t.text(n.first) == "." && guns.contains(t.text(n.first + 1)) &&
           t.hasAny(n.first - 1, tagBit(Tag::Det) | tagBit(Tag::Poss));
}

/// "16.40: …": the time that opens a ticker's line.
bool ticker(const FigureText& t, const Numeral& n) {
    const std::string_view s = t.text(n.first);
    return n.first == t.begin && n.end == n.first + 1 && t.kind(n.end, TokenKind::Colon) && t.glued(n.end) &&
           (s.size() == 5 || s.size() == 4) && s[s.size() - 3] == '.' && s[s.size() - 2] < '6' && n.value < Decimal(24);
}

/// "The train leaves at eight.", "it began before 9.": a spelled hour behind "at", any behind "before", that ends the
/// clause; not where a level is told ("stood at eight").
bool eight(const FigureText& t, const Numeral& n, bool hedged, bool counted) {
    const FigureWords& w = t.words;
    const std::uint32_t at = n.first - 1;
    const bool until = t.isAny(at, {w.till, w.until}) || t.text(at) == "before";
    if (!english(t) || (n.digits && !(until && n.plain)) || hedged || counted || n.end != n.first + 1 ||
        !(until || t.is(at, w.at)) || n.value > Decimal(12) || n.value < Decimal(1) ||
        !(t.onlyStopAt(n.end) || t.kind(n.end, TokenKind::Comma) || t.is(n.end, w.conjAnd)))
        return false;
    return !t.notCount(at - 1, "level");
}

/// "took 5 for 42", "voted 217 to 212": two bare numbers that tell a result.
bool pairOfNumbers(const FigureText& t, const Numeral& n) {
    const std::uint32_t link = n.end, other = n.end + 1;
    if (!english(t) || !t.kind(other, TokenKind::Number) || t.kind(other + 1, TokenKind::Percent) ||
        t.has(other + 1, Tag::Multiplier) || t.hasAny(other + 1, tagBit(Tag::Unit) | tagBit(Tag::Currency)))
        return false;
    if (t.text(link) == "for")
        return n.value <= Decimal(10) && (!t.inside(other + 1) || !t.kind(other + 1, TokenKind::Word) ||
                                          t.hasAny(other + 1, tagBit(Tag::Prep) | tagBit(Tag::Conj)));
    if (!t.is(link, t.words.to) || t.is(n.first - 1, t.words.from))
        return false;
    const auto value = readDigits(t.text(other), t.words.language);
    return value && *value < n.value && scoreBeside(t, n.first, other + 1);
}

} // namespace

/// A spelled number that is printed with a capital inside a sentence of small letters is part of a name: "the Big
/// Three", "the Group of Seven", "the Second World War".
bool nameWord(const FigureText& t, std::uint32_t at) {
    if (!t.flag(at, text::Capitalised) || t.flag(at, text::AllCaps) || at == t.begin || t.flag(at, text::SentenceStart))
        return false;
    const std::uint32_t before = at - 1;
    if (t.kind(before, TokenKind::Apostrophe)) // "Ocean's Eleven"
        return t.flag(before - 1, text::Capitalised) && !t.flag(at + 1, text::Capitalised);
    if (!t.kind(before, TokenKind::Word) && !t.joins(before))
        return false;
    const std::uint32_t lowest = at > t.begin + 12 ? at - 12 : t.begin;
    for (std::uint32_t i = lowest; i < t.end && i < at + 12; ++i) // a headline in capitals has no long small word
        if (t.kind(i, TokenKind::Word) && i != at && !t.flag(i, text::Capitalised) && t[i].span().length() >= 5)
            return true;
    return t.has(before, Tag::Det) || t.flag(before, text::Capitalised) || t.isOf(before);
}

std::optional<NotAFigure> numberChain(const FigureText& t, std::uint32_t at) {
    if (!digitToken(t, at))
        return std::nullopt;
    // Glued to a word before it: COVID-19, AK-47, N°5, mid-40.
    if (t.glued(at) && at > t.begin) {
        const std::uint32_t mark = at - 1;
        if ((t.kind(mark, TokenKind::Hyphen) || t.kind(mark, TokenKind::Slash)) && t.glued(mark) &&
            (t.kind(mark - 1, TokenKind::Word) || t.kind(mark - 1, TokenKind::Alnum)) && !t.has(mark - 1, Tag::Hedge) &&
            !t.isAny(mark - 1, {t.words.magnitude}) &&
            !(t.is(mark - 1, t.words.by) && t.joins(mark - 2) && digitToken(t, mark - 3))) // 10-by-12-foot
            return NotAFigure{"glued", at + 1};
        if (t.kind(mark, TokenKind::Symbol) && t.text(mark) == "^")
            return NotAFigure{"exponent", at + 1};
        if (t.kind(mark, TokenKind::Apostrophe)) // '05
            return NotAFigure{"short-year", at + 1};
        if (t.kind(mark, TokenKind::Stop) && t.glued(mark) &&
            (t.kind(mark - 1, TokenKind::Word) || t.kind(mark - 1, TokenKind::Alnum))) // file.2, v.3
            return NotAFigure{"glued", at + 1};
        if (t.kind(mark, TokenKind::Comma) && t.glued(mark) && t.kind(mark - 1, TokenKind::Alnum)) // Dh4,275
            return NotAFigure{"glued", at + 1};
    }
    if (at == t.begin && at > 0 && !t[at].has(text::SpaceBefore) && t[at - 1].is(TokenKind::Stop))
        return NotAFigure{"split-decimal", at + 1};
    if (t.text(at) == "911" && !t.has(at - 1, Tag::Hedge)) // the call, or the day
        return NotAFigure{"emergency-number", at + 1};
    std::uint32_t end = at + 1, parts = 1;
    bool colon = false, slash = false;
    while (chainMark(t, end) && digitToken(t, end + 1)) {
        colon = colon || t[end].is(TokenKind::Colon);
        slash = slash || t[end].is(TokenKind::Slash);
        end += 2;
        ++parts;
    }
    if (parts == 1 && t.kind(end, TokenKind::Apostrophe) && t.glued(end) && t.glued(end + 1) &&
        digitToken(t, end + 1) && t.text(end + 1).size() < 3 && t.text(at).size() > 1)
        return NotAFigure{"minutes", end + 2}; // 48'12
    if (chainMark(t, end) && t[end].is(TokenKind::Hyphen) && parts == 1 && t.kind(end + 1, TokenKind::Word) &&
        t.flag(end + 1, text::Capitalised) && !t.flag(end + 1, text::AllCaps) && t.hasAny(end + 1, tagBit(Tag::Number)))
        return NotAFigure{"name", end + 2}; // 7-Eleven
    if (chainMark(t, end) && t[end].is(TokenKind::Hyphen) && parts == 1 && t.kind(end + 1, TokenKind::Alnum))
        return NotAFigure{"code", end + 2};
    if (parts == 2 && t.text(at) == "9" && t.text(at + 2) == "11")
        return NotAFigure{"date", end};
    if (parts == 1 || (parts == 2 && !colon && !slash))
        return std::nullopt;
    if (parts == 3 && slash && !colon && english(t) && t[at + 1].is(TokenKind::Hyphen) &&
        binaryFraction(t.text(at + 2), t.text(at + 4)))
        return std::nullopt; // "8-1/4 cents"
    if (parts == 2 && colon &&
        (t.is(at - 1, t.words.ratio) || t.is(at - 2, t.words.ratio) || t.is(end, t.words.ratio) ||
         t.text(end) == "majority"))
        return std::nullopt;
    if (parts == 2 && slash)
        return std::nullopt; // a fraction, or refused later
    return NotAFigure{colon ? "clock" : "chain", end};
}

bool numberPair(const FigureText& t, std::uint32_t mark) {
    return chainMark(t, mark) && !t.kind(mark, TokenKind::Slash) && !t.kind(mark, TokenKind::Colon) &&
           digitToken(t, mark + 1);
}

bool scoreBeside(const FigureText& t, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = end; i < end + 3 && t.inside(i); ++i)
        if (t.notCount(i, "score"))
            return true;
    const std::uint32_t lowest = first > t.begin + 8 ? first - 8 : t.begin;
    for (std::uint32_t i = first; i-- > lowest;)
        if (t.notCount(i, "score"))
            return true;
    return false;
}

std::optional<NotAFigure> notAFigure(const FigureText& t, const Numeral& n, bool unit, bool hedged, bool counted) {
    const auto refuse = [&](const char* rule) { return NotAFigure{rule, n.end}; };
    // A word numeral that ends a compound ("one-on-one", "Catch-twenty-two").
    if (n.first > t.begin && t.joins(n.first - 1) && !n.digits && !unit && n.form != NumeralForm::Vague &&
        !t.has(n.first - 2, Tag::Hedge))
        return refuse("compound");
    if (!n.digits && n.form != NumeralForm::Vague && !unit && t.words.language != Language::German &&
        nameWord(t, n.first))
        return refuse("name");
    if (numbered(t, n))
        return refuse("identifier");
    if (identifier(t, n, unit, counted))
        return refuse("identifier");
    if (listOrNote(t, n))
        return refuse("list-number");
    if (unit)
        return std::nullopt;
    if (isYear(t, n, hedged, counted))
        return refuse("year");
    if (besideMonth(t, n))
        return refuse("day-of-month");
    if (numberRow(t, n))
        return refuse("number-row");
    if (!counted && !hedged && called(t, n))
        return refuse("number-called");
    if (n.plain && !hedged && n.end == n.first + 1 && numberedName(t, n.first))
        return refuse("number-called");
    if (address(t, n))
        return refuse("address");
    if (t.notCount(t.pastHyphen(n.end), "clock") || t.has(n.end, Tag::Zone) ||
        (t.kind(n.end, TokenKind::Colon) && t.glued(n.end) && digitToken(t, n.end + 1) && t.glued(n.end + 1)))
        return refuse("clock");
    if (n.plain && t.kind(n.end, TokenKind::Colon) && !t.glued(n.end) && t.kind(n.end + 1, TokenKind::Number) &&
        n.value < Decimal(200) && t.text(n.end + 1).size() <= 3)
        return NotAFigure{"score", n.end + 2}; // "3 : 1"
    if (n.plain && t.kind(n.end, TokenKind::Colon) && t.glued(n.end) && t.kind(n.end + 1, TokenKind::Number) &&
        t.text(n.end + 1).size() == 2 && n.value < Decimal(24) && t.text(n.end + 1).front() < '6')
        return NotAFigure{"clock", n.end + 2}; // "about 5: 00"
    if (english(t) && t.joins(n.end) && n.end == n.first + 1 &&
        (t.text(n.end + 1) == t.text(n.first) || t.text(n.end + 1) == "D" ||
         (n.plain && t.is(n.end + 1, t.words.by) && t.joins(n.end + 2) && t.text(n.end + 3) == t.text(n.first) &&
          !t.kind(n.end + 4, TokenKind::Hyphen) && !t.hasAny(n.end + 4, tagBit(Tag::Unit)))))
        return NotAFigure{"compound", t.text(n.end + 1) == "D"      ? n.end + 2
                                      : t.is(n.end + 1, t.words.by) ? n.end + 4
                                                                    : n.end + 2};
    if (english(t) && (n.plain || !n.digits) && t.is(n.end, t.words.to) &&
        (t.text(n.end + 1) == "1" || (!n.digits && t.is(n.end + 1, t.words.one))) && !t.is(n.first - 1, t.words.from) &&
        (!t.kind(n.end + 2, TokenKind::Word) || t.has(n.end + 2, Tag::Conj)))
        return NotAFigure{"odds", n.end + 2}; // "the odds are 3 to 1"
    if (english(t) && n.plain && t.joins(n.end)) {
        const std::string_view tail = t.text(n.end + 1);
        if (t.isOf(n.end + 1) && t.joins(n.end + 2) && t.kind(n.end + 3, TokenKind::Number))
            return NotAFigure{"score", n.end + 4}; // "on 9-of-14 shooting"
        if (tail == "pointer" || tail == "pointers")
            return NotAFigure{"compound", n.end + 2};                     // basketball's "3-pointer"
        if ((tail == "under" || tail == "over") && n.value < Decimal(40)) // golf's "3-under 281"
            return NotAFigure{"score", t.kind(n.end + 2, TokenKind::Number) ? n.end + 3 : n.end + 2};
    }
    if (ticker(t, n))
        return refuse("clock");
    if (eight(t, n, hedged, counted))
        return refuse("clock");
    if (n.plain && !counted && pairOfNumbers(t, n))
        return NotAFigure{"score", n.end + 2};
    if (t.kind(n.first, TokenKind::Alnum) && (t.text(n.first) == "4K" || t.text(n.first) == "8K"))
        return refuse("resolution");
    if (!n.digits && n.value.isZero() && t.joins(n.end))
        return refuse("compound"); // "zero-tolerance"
    if (t.joins(n.end) && (t.text(n.end + 1) == "something" || t.text(n.end + 1) == "somethings"))
        return refuse("vague-age"); // "a 20-something student"
    if (english(t) && n.digits && calibre(t, n, counted))
        return refuse("calibre");
    if (n.plain && t.kind(n.end, TokenKind::Slash) && t.glued(n.end) && digitToken(t, n.end + 1))
        return NotAFigure{"slash", n.end + 2};
    if (n.digits && t.kind(n.end, TokenKind::Symbol) && t.glued(n.end) && t.text(n.end) != "+" &&
        t.text(n.end) != "\xC3\x97")
        return refuse("glued");
    // "nineteen eighty-four"
    if (!n.digits && n.form == NumeralForm::Cardinal && n.value >= Decimal(10) && n.value <= Decimal(20) &&
        t.has(n.end, Tag::Number) && t.number(n.end, Tag::Number) >= 10) {
        std::uint32_t end = n.end + 1;
        while (t.has(t.pastHyphen(end), Tag::Number))
            end = t.pastHyphen(end) + 1;
        return NotAFigure{"spoken-year", end};
    }
    return std::nullopt;
}

namespace {

/// "Killing", "wounded": a verb of what befalls people.
bool befalls(const FigureText& t, std::uint32_t verb) {
    if (!t.inside(verb))
        return false;
    const text::WordId lemma = t.lexicon.verbLemma(t[verb].word);
    const std::string_view event = lemma != 0 ? t.lexicon.value(lemma, Tag::Event) : std::string_view();
    return event == "death" || event == "injury";
}

bool endsPhrase(const FigureText& t, std::uint32_t at) {
    return !t.inside(at) || t.kind(at, TokenKind::Comma) || t.kind(at, TokenKind::Stop) || t.is(at, t.words.conjAnd);
}

} // namespace

bool oneCounts(const FigureText& t, std::uint32_t at, std::uint32_t end, bool counted) {
    const FigureWords& w = t.words;
    if (w.language == Language::French || w.language == Language::Spanish || w.language == Language::German)
        return false; // the article is the same word
    if (at > t.begin &&
        t.isAny(at - 1, {w.no, w.the, w.each, w.that, w.this_, w.any, w.another, w.which, w.every, w.number}))
        return false;
    if (t.isOf(end) || t.kind(end, TokenKind::Apostrophe) || t.kind(end, TokenKind::Hyphen))
        return false;
    for (std::uint32_t i = end; i < end + 3 && t.inside(i); ++i)
        if (t.notCount(i, "one"))
            return false;
    if (counted || (befalls(t, at - 1) && endsPhrase(t, end)))
        return true;
    // "two were hurt and one killed": only with a participle or "was", beside another number.
    const bool verb = t.hasAny(end, tagBit(Tag::VerbPart) | tagBit(Tag::VerbPast)) || t.isAny(end, {w.was, w.dead});
    if (!verb)
        return false;
    const std::uint32_t lowest = at > t.begin + 20 ? at - 20 : t.begin;
    for (std::uint32_t i = at; i-- > lowest;)
        if (t.kind(i, TokenKind::Number) || (t.has(i, Tag::Number)))
            return true;
    for (std::uint32_t i = end + 1; i < end + 5; ++i)
        if (t.kind(i, TokenKind::Number) || t.has(i, Tag::Number))
            return true;
    return at == t.begin && t.has(end, Tag::Event);
}

bool ordinalCounts(const FigureText& t, const Numeral& n) {
    const FigureWords& w = t.words;
    const std::uint32_t before = n.first - 1;
    if (w.language == Language::French && t.text(n.first) == "seconde" && !t.kind(n.end, TokenKind::Word) &&
        (t.text(before) == "une" || t.text(before) == "chaque" || t.text(before) == "par"))
        return false; // "attends une seconde"
    if (english(t) && !n.digits && t.joins(n.end) && t.kind(n.end + 1, TokenKind::Word)) {
        const text::WordUse& use = t.lexicon.use(t[n.end + 1].word);
        const bool frozen = t.notCount(n.end + 1, "frozen");
        if (frozen && use.known())
            return false; // "first-aid kit", "third-party apps"
    }
    if (english(t) && !n.digits && t.is(before, w.the) && t.flag(n.first, text::Capitalised) &&
        t.flag(before - 1, text::Capitalised) && t.kind(before - 1, TokenKind::Word) &&
        !t.flag(n.end, text::Capitalised))
        return false; // "Henry the Eighth"
    if (t.is(n.first, w.second) && n.end == n.first + 1) {
        if (t.has(before, Tag::Number) || t.kind(before, TokenKind::Number) || t.isAny(before, {w.per, w.split}))
            return false;
        if (t.isAny(before, {w.a, w.each, w.every}) && !t.kind(n.end, TokenKind::Word))
            return false;
    }
    if (t.is(n.first, w.first) && n.end == n.first + 1) {
        if (t.text(n.end) == "aid" && english(t) && !t.is(before, w.the))
            return false;
        if (t.is(before, w.at) || t.isOf(n.end))
            return t.isOf(n.end) && t.is(before, w.the);
        if (!t.inside(before) && (t.kind(n.end, TokenKind::Comma) || t.kind(n.end, TokenKind::Colon)))
            return false;
        if (t.kind(before, TokenKind::Word) &&
            t.hasAny(before, tagBit(Tag::Pron) | tagBit(Tag::Aux) | tagBit(Tag::Wh)) && !t.has(before, Tag::Poss) &&
            !t.isAny(before, {w.that, w.this_}))
            return false;
        const text::WordUse& next = t.lexicon.use(t.kind(n.end, TokenKind::Word) ? t[n.end].word : 0);
        const bool participle = t.kind(before, TokenKind::Comma) && !next.noun() &&
                                (next.forms & (text::VerbPastTense | text::VerbPastParticiple)) != 0;
        if (participle) // "the project, first costed at …"
            return false;
        if (t.hasAny(n.end, tagBit(Tag::VerbPast)) && !t.hasAny(before, tagBit(Tag::Det) | tagBit(Tag::Poss)))
            return false;
    }
    if (t.notCount(n.end, "ord")) // le premier ministre
        return false;
    if (t.words.language != Language::German && !n.digits && t.flag(n.first, text::Capitalised) && t.inside(n.end) &&
        t.kind(n.end, TokenKind::Word)) {
        const bool capital = t.flag(n.end, text::Capitalised);
        if ((capital || !english(t)) && nameWord(t, n.first))
            return false;
        if (!english(t) && capital && n.first == t.begin) // "Seconde Guerre mondiale"
            return false;
    }
    if (address(t, n) || besideMonth(t, n))
        return false;
    return true;
}

} // namespace countercheck::read
