// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurewalk.h"

namespace countercheck::read {

using text::tagBit;

bool FigureWalk::boundOfMany(std::uint32_t i) {
    const std::string_view word = t_.text(i);
    if (!english() || word.size() > 4 || word.size() < 2 || word.back() != 's' || !t_.joins(i - 1) || timeToken(i))
        return false;
    const bool under = t_.text(i - 2) == "under" || t_.text(i - 2) == "Under";
    const auto value = Decimal::tryFrom(word.substr(0, word.size() - 1));
    if (!value || !value->isWhole() || (!under && t_.text(i - 2) != "over" && t_.text(i - 2) != "Over"))
        return false;
    Numeral n;
    n.first = i;
    n.end = i + 1;
    n.span = {t_[i].begin, t_[i].end - 1};
    n.value = *value;
    n.digits = true;
    Figure& f = start(n, FigureKind::Age);
    f.derivation.add("age:bound");
    f.unit = "a";
    f.set = figureSet(*value, under ? Hedge::LessThan : Hedge::MoreThan, true, context_.hedgePercent);
    f.phrase = {t_[i - 2].begin, t_[i].end};
    finish(f, i + 1);
    return true;
}

std::uint32_t FigureWalk::decade(std::uint32_t i) {
    const auto span = ages_.decadeAt(i);
    if (!span || timeToken(i))
        return i + 1;
    Numeral n;
    n.first = i;
    n.end = i + 1;
    n.span = t_[i].span();
    n.value = Decimal(span->low);
    n.digits = t_.kind(i, TokenKind::Alnum);
    Figure& f = start(n, FigureKind::Age);
    f.derivation.add("age:decade");
    f.unit = "a";
    f.set = rangeSet(Decimal(span->low), Decimal(span->high));
    f.phrase.begin = t_[span->first].begin;
    return finish(f, i + 1);
}

/// "ein dreijähriger Junge", "die Sechsjährige": a number and years in one word; of a person it is an age, of anything
/// else it is left to the times.
std::uint32_t FigureWalk::agedAs(std::uint32_t i) {
    const std::int64_t years = t_.number(i, Tag::Number);
    if (t_.text(i).find("jährig") == std::string_view::npos || years < 1 || timeToken(i) ||
        !(personNoun(t_, i + 1) || (t_.flag(i, text::Capitalised) && i != t_.begin)))
        return i + 1;
    Numeral n;
    n.first = i;
    n.end = i + 1;
    n.span = t_[i].span();
    n.value = Decimal(years);
    n.rule = "words";
    Figure& f = start(n, FigureKind::Age);
    f.derivation.add(n.rule);
    f.derivation.add("age:years-old");
    f.unit = "a";
    f.set = figureSet(f.value, Hedge::None, true, context_.hedgePercent);
    if (const auto head = headAfter(t_, i + 1, NounNumber::One); head && personNoun(t_, head->token)) {
        setCounted(f, *head);
        f.phrase.end = f.counted.end;
    }
    return finish(f, i + 1);
}

std::optional<std::uint32_t> FigureWalk::age(const Numeral& whole, std::uint32_t phraseBegin, const Numeral& last,
                                             bool range, const Numeral& n, std::uint32_t unitEnd,
                                             std::string_view ageUnit) {
    if (n.form != NumeralForm::Cardinal || n.value.negative())
        return std::nullopt;
    std::uint32_t first = phraseBegin, end = whole.end;
    const char* unit = "a";
    const char* rule = nullptr;
    bool nounFollows = false;
    Hedge hedge = Hedge::None;
    const std::uint32_t word = t_.pastHyphen(whole.end);
    if (const auto found = t_.match(word, tagBit(Tag::AgeWord));
        found && t_.lexicon.value(found->entry, Tag::AgeWord) != "before") {
        const std::string_view code = t_.lexicon.value(found->entry, Tag::AgeWord);
        const bool both = ageUnit == "a" && unitEnd != 0 && !n.value.isWhole(); // "5 years and 3 months old"
        unit = both ? "a" : code == "mo" ? "mo" : code == "wk" ? "wk" : code == "d" ? "d" : "a";
        end = found->endToken;
        rule = "age:years-old";
        nounFollows = true;
        hedge = hedgeAt(first);
    } else if (n.value > Decimal(150)) {
        return std::nullopt;
    } else if (unitEnd != 0) { // "âgé de 61 ans", "un garçon de 15 ans", "Diallo, 36 ans,"
        hedge = hedgeAt(first);
        if (!english() && first < n.first && t_.isOf(first) && ages_.ageWordBefore(first + 1) != first + 1)
            ++first; // "âgés | de plus de 75 ans"
        const bool goesOn = out_.figures.size() != firstFigure_ && out_.figures.back().kind == FigureKind::Age &&
                            out_.figures.back().endToken + 1 == n.first; // "de 14 et | 16 ans"
        if (!goesOn && !ages_.agedBefore(first, unitEnd) && !ages_.ageTime(n.first, unitEnd))
            return std::nullopt;
        rule = "age:aged";
        end = unitEnd;
        unit = ageUnit == "mo" ? "mo" : ageUnit == "wk" ? "wk" : ageUnit == "d" ? "d" : "a";
        first = ages_.ageWordBefore(first);
    } else if (!english() && n.plain && !range && ages_.firstOfSeveral(n)) { // "deux adolescents de | 14 et 16 ans"
        rule = "age:aged";
    } else {
        hedge = hedgeAt(first);
        const std::uint32_t opener = range && t_.isAny(first - 1, {w_.between, w_.from}) ? first - 1 : first;
        if (const auto b = ages_.ageWordBefore(opener); b != opener) {
            const bool noun =
                headAfter(t_, whole.end, n.value == Decimal(1) ? NounNumber::One : NounNumber::Many).has_value();
            if (!noun || t_.text(b) != "turned") {
                first = b;
                rule = "age:aged";
                const std::string_view bound = t_.text(b); // "under the age of 21"
                if (hedge == Hedge::None && (bound == "under" || bound == "below"))
                    hedge = Hedge::LessThan;
                else if (hedge == Hedge::None && (bound == "over" || bound == "above"))
                    hedge = Hedge::MoreThan;
            }
        } else if (!range &&
                   ((n.plain && (ages_.apposition(whole) || ages_.bracketed(whole))) ||
                    ((n.plain || !n.digits) &&
                     ages_.ageGoesOn(whole, out_.figures.size() == firstFigure_ ? nullptr : &out_.figures.back())))) {
            rule = "age:apposition";
        } else if (n.form == NumeralForm::Cardinal && (range || n.end == n.first + 1 || !n.digits) &&
                   ages_.ageTold(whole)) {
            rule = "age:told";
        } else if (range && english() && t_.is(opener, w_.between) && n.value >= Decimal(5) &&
                   last.value <= Decimal(110) && personNoun(t_, opener - 1) &&
                   (t_.lexicon.use(t_[opener - 1].word).forms & text::NounPlural) != 0 &&
                   !headAfter(t_, whole.end, NounNumber::Many)) { // "men between 18 and 60"
            rule = "age:told";
            first = opener;
        } else if ((hedge == Hedge::LessThan || hedge == Hedge::MoreThan) && !range && n.value <= Decimal(110) &&
                   ages_.ageBound(first, whole.end)) {
            rule = "age:bound";
        }
    }
    Hedge behindHedge = Hedge::None;
    if (const HedgeBehind behind = hedgeBehind(t_, end, true);
        behind.end != 0 && (behind.hedge == Hedge::AtLeast || behind.hedge == Hedge::AtMost) &&
        (rule ||
         (n.plain && n.value <= Decimal(110) && !headAfter(t_, behind.end, NounNumber::Many) &&
          (personNoun(t_, first - 1) || t_.text(behind.end - 1) == "older" || t_.text(behind.end - 1) == "younger")))) {
        if (!rule)
            rule = "age:bound";
        behindHedge = behind.hedge;
        end = behind.end;
    }
    if (!rule && hangingAge(whole)) {
        rule = "age:years-old";
        end = whole.end;
    }
    if (!rule)
        return std::nullopt;
    if (hedge == Hedge::None)
        hedge = behindHedge != Hedge::None ? behindHedge : n.about ? Hedge::About : Hedge::None;
    Figure& f = start(whole, FigureKind::Age);
    f.derivation.add(n.rule);
    f.derivation.add(rule);
    f.unit = unit;
    f.value = n.value;
    f.set = range ? rangeSet(n.value, last.value) : figureSet(n.value, hedge, true, context_.hedgePercent);
    f.phrase = {t_[first].begin, t_[end - 1].end};
    if (range && t_.isAny(first - 1, {w_.between, w_.from}))
        f.phrase.begin = t_[first - 1].begin;
    if (hedge != Hedge::None)
        f.derivation.add(hedgeRule(hedge, false));
    if (nounFollows) {
        if (const auto head = headAfter(t_, end, NounNumber::One);
            head && ((english() && !t_.flag(head->token, text::Capitalised) && mostlyNoun(head->token)) ||
                     (personNoun(t_, head->token) && !t_.flag(head->token, text::Capitalised)) ||
                     (w_.language == Language::German && personNoun(t_, head->token)))) {
            setCounted(f, *head);
            f.phrase.end = f.counted.end;
        }
    } else if (const std::uint32_t before = ages_.whoBefore(range && t_.is(first - 1, w_.between) ? first - 1 : first);
               personNoun(t_, before) &&
               (!t_.flag(before, text::Capitalised) ||
                (t_.flag(before, text::SentenceStart) && // "Johnson, 36, had", where WordNet has a poet
                 (!english() || t_.has(before, Tag::Plural) ||
                  (t_.lexicon.use(t_[before].word).forms & text::NounPlural) != 0)))) {
        f.countedLemma = singularLemma(t_, before, false);
        f.counted = t_[before].span();
    }
    return finish(f, end);
}

bool FigureWalk::mostlyNoun(std::uint32_t token) const {
    const text::WordUse& use = t_.lexicon.use(t_[token].word);
    const auto& f = use.frequency;
    return use.noun() && f[0] >= f[1] && f[0] >= f[2] && f[0] >= f[3] &&
           !t_.hasAny(token, tagBit(Tag::Ordinal) | tagBit(Tag::Prep) | tagBit(Tag::Adverb));
}

bool FigureWalk::hangingAge(const Numeral& n) const {
    std::uint32_t i = n.end;
    if (!t_.kind(i, TokenKind::Hyphen) || !t_.glued(i) || t_.glued(i + 1))
        return false;
    ++i;
    if (!t_.isAny(i, {w_.conjAnd, w_.conjOr}) && !t_.kind(i, TokenKind::Comma))
        return false;
    for (++i; t_.kind(i, TokenKind::Number) || t_.has(i, Tag::Number); ++i) {
        if (units_.ageFollows(i + 1))
            return true;
        if (!t_.kind(i + 1, TokenKind::Hyphen))
            return false;
        i += 2;
        if (t_.kind(i, TokenKind::Comma))
            continue;
        if (!t_.isAny(i, {w_.conjAnd, w_.conjOr}))
            return false;
    }
    return false;
}

} // namespace countercheck::read
