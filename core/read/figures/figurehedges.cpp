// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurehedges.h"

#include <array>

namespace countercheck::read {

using text::tagBit;

namespace {

/// ">", "≥", "~" right before the figure
Hedge hedgeSign(const FigureText& t, std::uint32_t i) {
    if (!t.kind(i, TokenKind::Symbol))
        return Hedge::None;
    const std::string_view s = t.text(i);
    if (s == "=" && t.glued(i)) // ">=", "<="
        return t.text(i - 1) == ">" ? Hedge::AtLeast : t.text(i - 1) == "<" ? Hedge::AtMost : Hedge::None;
    return s == ">"               ? Hedge::MoreThan
           : s == "<"             ? Hedge::LessThan
           : s == "≥"             ? Hedge::AtLeast
           : s == "≤"             ? Hedge::AtMost
           : s == "~" || s == "≈" ? Hedge::About
                                  : Hedge::None;
}

/// A hedge that is printed with a point: "c.", "ca.", "approx.", "est."
bool shortened(const FigureText& t, std::uint32_t i) {
    if (!t.kind(i, TokenKind::Word))
        return false;
    const std::string_view s = t.text(i);
    return s == "c" || s == "ca" || s == "Ca" || s == "approx" || s == "Approx" || s == "est" || s == "env" ||
           s == "Env" || s == "aprox" || s == "ungef" || s == "cca";
}

} // namespace

Hedge hedgeFrom(std::string_view name) {
    struct Named {
        std::string_view name;
        Hedge hedge;
    };
    static constexpr Named names[] = {
        {"about", Hedge::About},        {"nearly", Hedge::Nearly},    {"just-under", Hedge::JustUnder},
        {"just-over", Hedge::JustOver}, {"at-least", Hedge::AtLeast}, {"more-than", Hedge::MoreThan},
        {"at-most", Hedge::AtMost},     {"up-to", Hedge::UpTo},       {"less-than", Hedge::LessThan}};
    for (const Named& n : names)
        if (n.name == name)
            return n.hedge;
    return Hedge::None; // "exactly", "a total of"
}

const char* hedgeRule(Hedge hedge, bool after) {
    static constexpr std::array before = {"hedge-before:exactly",    "hedge-before:about",     "hedge-before:nearly",
                                          "hedge-before:just-under", "hedge-before:just-over", "hedge-before:at-least",
                                          "hedge-before:more-than",  "hedge-before:at-most",   "hedge-before:up-to",
                                          "hedge-before:less-than"};
    static constexpr std::array behind = {"hedge-after:exactly",    "hedge-after:about",     "hedge-after:nearly",
                                          "hedge-after:just-under", "hedge-after:just-over", "hedge-after:at-least",
                                          "hedge-after:more-than",  "hedge-after:at-most",   "hedge-after:up-to",
                                          "hedge-after:less-than"};
    return (after ? behind : before)[static_cast<std::size_t>(hedge)];
}

Hedge hedgeBefore(const FigureText& t, std::uint32_t& first, std::uint32_t from) {
    Hedge result = Hedge::None;
    if (t.words.language == Language::Spanish && first > t.begin + 1 && t.is(first - 1, t.words.the) &&
        t.marked(first - 2, FigureWords::EndsHedge)) { // "al menos el 30 %"
        std::uint32_t inner = first - 1;
        if (const Hedge hedge = hedgeBefore(t, inner, from); hedge != Hedge::None && hedge != Hedge::UpTo) {
            first = inner;
            return hedge;
        }
    }
    for (int guard = 0; guard < 3; ++guard) {
        const std::uint32_t floor = from > t.begin ? from : t.begin;
        if (t.kind(first - 1, TokenKind::Stop) && first >= floor + 2 && t.glued(first - 1) && shortened(t, first - 2)) {
            first -= 2; // "c. 30", "approx. 30", "ca. 30"
            result = result == Hedge::None ? Hedge::About : result;
            continue;
        }
        std::uint32_t best = first;
        WordId entry = 0;
        for (std::uint32_t back = 1; back <= 6 && first >= floor + back && t.marked(first - 1, FigureWords::EndsHedge);
             ++back)
            if (const auto found = t.match(first - back, tagBit(Tag::Hedge)); found && found->endToken == first) {
                best = first - back;
                entry = found->entry;
            }
        if (best == first) {
            const Hedge sign = first > floor ? hedgeSign(t, first - 1) : Hedge::None;
            if (sign == Hedge::None)
                break;
            result = result == Hedge::None || result == Hedge::About ? sign : result;
            first -= t.text(first - 1) == "=" ? 2 : 1;
            continue;
        }
        const Hedge hedge = hedgeFrom(t.lexicon.value(entry, Tag::Hedge));
        first = best;
        if (hedge != Hedge::None && (result == Hedge::None || hedge != Hedge::About))
            result = hedge;
    }
    return result;
}

HedgeBehind hedgeBehind(const FigureText& t, std::uint32_t i, bool atNumeral) {
    if (t.kind(i, TokenKind::Symbol) && t.text(i) == "+" && t.glued(i))
        return {Hedge::AtLeast, i + 1};
    const std::uint32_t word = t.pastHyphen(i);
    if (!t.marked(word, FigureWords::BeginsAfter))
        return {};
    const auto found = t.match(word, tagBit(Tag::HedgeAfter));
    if (!found)
        return {};
    const std::uint32_t next = found->endToken;
    const std::string_view form = t.lexicon.form(found->entry);
    if (word == i && (form == "ish" || form == "some" || form == "something"))
        return {}; // "twenty-some", "40-something" only
    if (word == i && form == "odd" &&
        !(t.kind(i + 1, TokenKind::Word) && !t.hasAny(i + 1, tagBit(Tag::Det) | tagBit(Tag::Prep)) &&
          (t.has(i - 1, Tag::Multiplier) || (t.has(i - 1, Tag::Number) && t.number(i - 1, Tag::Number) >= 20) ||
           (t.kind(i - 1, TokenKind::Number) && t.text(i - 1).back() == '0'))))
        return {};
    if (t.is(next, t.words.than) || (t.isOf(next) && form.size() > 4 && form.substr(form.size() - 4) == "plus"))
        return {}; // "five or more than five", "150 morts et plus de 300 disparus"
    // A number follows: the words belong to that one.
    if (t.kind(next, TokenKind::Number) || t.kind(next, TokenKind::Currency) ||
        t.hasAny(next, tagBit(Tag::Number) | tagBit(Tag::Multiplier) | tagBit(Tag::Vague)) ||
        (t.isAny(next, {t.words.a, t.words.an}) && t.has(next + 1, Tag::Multiplier)))
        return {};
    if (atNumeral && word == i && t.has(found->entry == t[word].word ? word : t.end, Tag::Hedge) &&
        t.kind(next, TokenKind::Word))
        return {}; // "30 roughly hewn stones"
    return {hedgeFrom(t.lexicon.value(found->entry, Tag::HedgeAfter)), next};
}

} // namespace countercheck::read
