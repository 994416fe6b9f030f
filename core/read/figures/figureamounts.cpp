// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurewalk.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;

std::uint32_t FigureWalk::height(std::uint32_t i) {
    if (t_.kind(i, TokenKind::Alnum))
        return english() ? i : metres(i);
    const std::string_view mark = t_.text(i + 1);
    if (!t_.kind(i, TokenKind::Number) || !t_.glued(i + 1))
        return i; // nearly always
    const std::string_view after = t_.text(i + 3);
    const bool apart = t_.glued(i + 3) && (after == "\"" || after == "\xE2\x80\xB3" || after == "\xE2\x80\x9D");
    if (!(t_.glued(i + 2) || apart) || // 6' 2"
        !(t_.kind(i + 1, TokenKind::Apostrophe) || t_.kind(i + 1, TokenKind::CloseQuote) ||
          t_.kind(i + 1, TokenKind::OpenQuote) || mark == "\xE2\x80\xB2") ||
        mark == "\"" || t_.text(i).size() != 1 || !t_.kind(i + 2, TokenKind::Number))
        return i;
    const auto feet = Decimal::tryFrom(t_.text(i)), inches = Decimal::tryFrom(t_.text(i + 2));
    if (!feet || !inches || *feet < Decimal(3) || *feet > Decimal(8) || *inches >= Decimal(12))
        return i;
    const auto part = inches->dividedBy(Decimal(12));
    Numeral n;
    n.first = i;
    n.end = i + 3;
    n.span = {t_[i].begin, t_[i + 2].end};
    n.value = feet->plus(part.value_or(Decimal())).value_or(*feet);
    n.digits = true;
    Figure& f = start(n, FigureKind::Measure);
    f.derivation.add("feet-and-inches");
    f.unit = "[ft_i]";
    f.set = figureSet(f.value, Hedge::None, false);
    const bool close = t_.glued(i + 3) && (t_.kind(i + 3, TokenKind::CloseQuote) ||
                                           t_.kind(i + 3, TokenKind::OpenQuote) || t_.kind(i + 3, TokenKind::Symbol));
    if (close)
        f.phrase.end = t_[i + 3].end;
    return finish(f, i + 3);
}

std::uint32_t FigureWalk::metres(std::uint32_t i) {
    const std::string_view s = t_.text(i);
    const auto digit = [&](std::size_t k) { return s[k] >= '0' && s[k] <= '9'; };
    if (s.size() != 4 || s[1] != 'm' || !digit(0) || !digit(2) || !digit(3))
        return i;
    Numeral n;
    n.first = i;
    n.end = i + 1;
    n.span = t_[i].span();
    n.value = Decimal(Int128{(s[0] - '0') * 100 + (s[2] - '0') * 10 + (s[3] - '0')}, -2);
    n.digits = true;
    Figure& f = start(n, FigureKind::Measure);
    f.derivation.add("metres-and-centimetres");
    f.unit = "m";
    f.set = figureSet(f.value, Hedge::None, false);
    return finish(f, i + 1);
}

bool FigureWalk::besideMillions() const {
    return out_.figures.size() > firstFigure_ && out_.figures.back().kind != FigureKind::Measure &&
           out_.figures.back().value >= Decimal(100000);
}

void FigureWalk::negativeMoney(Numeral& n, std::uint32_t& phraseBegin) const {
    const std::uint32_t i = phraseBegin - 1;
    if (!t_.kind(phraseBegin, TokenKind::Currency) || !t_.inside(i) || n.value.negative() || !t_.glued(phraseBegin) ||
        (t_.glued(i) && i != t_.begin) || !(t_.text(i) == "-" || t_.text(i) == "\xE2\x88\x92"))
        return;
    n.value = Decimal(0).minus(n.value).value_or(n.value);
    n.first = phraseBegin = i;
    n.span.begin = t_[i].begin;
    n.plain = false;
}

std::optional<UnitRead> FigureWalk::fractionUnit(const Numeral& n) const {
    std::uint32_t i = n.end;
    if (t_.isOf(i))
        ++i;
    if (t_.joins(i)) // "half-mile"
        ++i;
    else if (t_.isAny(i, {w_.a, w_.an}) || (t_.is(i, w_.one) && i > n.end))
        ++i;
    else
        return std::nullopt;
    return units_.unitAfter(n, i);
}

std::optional<UnitRead> FigureWalk::pointsOfPercent(const Numeral& n) const {
    static constexpr WordSet words({"point", "points", "Punkt", "Punkte", "Punkten", "punto", "puntos"});
    if (english() && t_.isOf(n.first - 1) && n.first <= t_.begin + 3 && t_.onlyStopAt(n.end)) {
        const std::string_view measure = t_.text(n.first - 2); // "percentage of twenty", and nothing else
        if (measure == "percentage" || measure == "percent" || measure == "cent")
            return UnitRead{FigureKind::Percentage, "%", n.end, false, "per-cent"};
    }
    std::uint32_t at = english() ? n.end : t_.pastHyphen(n.end); // un demi-point
    if (english() && n.form == NumeralForm::Fraction && t_.is(n.end - 1, w_.quarter) &&
        t_.text(t_.pastHyphen(at)) == "point") // "a quarter-point cut", "a quarter point"
        return UnitRead{FigureKind::Percentage, "{pp}", t_.pastHyphen(at) + 1, false, "per-cent"};
    if (english() && n.form == NumeralForm::Fraction && t_.isOf(at) && t_.is(at + 1, w_.a)) // "a quarter of a point"
        at += 2;
    if (!t_.kind(at, TokenKind::Word) || !words.contains(t_.text(at)) || n.value > Decimal(99))
        return std::nullopt;
    const UnitRead unit{FigureKind::Percentage, "{pp}", at + 1, false, "per-cent"};
    const bool part = !n.value.isWhole();
    if (out_.figures.size() > firstFigure_ && out_.figures.back().kind == FigureKind::Percentage &&
        n.first <= out_.figures.back().endToken + 16) { // "54.7%, up 3 points", "54,7 %, en hausse de 3 points"
        static constexpr std::string_view changes[] = {"up",    "down",  "hausse", "baisse", "recul", "progression",
                                                       "repli", "gain",  "perte",  "alza",   "baja",  "Plus",
                                                       "plus",  "Minus", "minus",  "progrès"};
        const std::string_view lead = t_.text(t_.isOf(n.first - 1) ? n.first - 2 : n.first - 1);
        if (std::find(std::begin(changes), std::end(changes), lead) != std::end(changes))
            return unit;
    }
    if (part && out_.figures.size() > firstFigure_ && out_.figures.back().kind == FigureKind::Percentage)
        return unit;
    std::uint32_t i = at + 1;
    if (t_.kind(i, TokenKind::Comma))
        ++i;
    if (t_.hasAny(i, tagBit(Tag::Prep)) || t_.is(i, w_.to) || t_.is(i, w_.from)) {
        ++i;
        if (t_.has(i, Tag::Det))
            ++i;
        if ((t_.kind(i, TokenKind::Number) || t_.has(i, Tag::Number)) && !timeToken(i))
            if (const auto other = readNumeral(t_, i, i))
                if (const auto behind = units_.unitAfter(*other, other->end);
                    behind && behind->kind == FigureKind::Percentage)
                    return unit;
    }
    if (!english() && part && n.value < Decimal(10)) // "une baisse de 0,5 point"
        return unit;
    if (english()) // "a margin of error of plus or minus 3 points"
        for (std::uint32_t k = n.first, lowest = n.first > t_.begin + 8 ? n.first - 8 : t_.begin; k-- > lowest;)
            if (t_.text(k) == "error")
                return unit;
    return std::nullopt;
}

std::optional<UnitRead> FigureWalk::percentGoesOn(const Numeral& n) const {
    if (!english() || !t_.is(n.first - 1, w_.from) || out_.figures.size() <= firstFigure_ || n.value > Decimal(100))
        return std::nullopt;
    const Figure& before = out_.figures.back();
    const std::string_view way = t_.text(n.first - 2);
    if (before.kind != FigureKind::Percentage || before.unit != "%" || (way != "up" && way != "down") ||
        n.first > before.endToken + 5 || t_.kind(n.end, TokenKind::Hyphen) || headAfter(t_, n.end, NounNumber::Many))
        return std::nullopt;
    return UnitRead{FigureKind::Percentage, "%", n.end, false, "per-cent-goes-on"};
}

std::optional<UnitRead> FigureWalk::moneyGoesOn(const Numeral& n) const {
    if (n.form != NumeralForm::Cardinal || n.multiplier < Decimal(1000000) || out_.figures.size() <= firstFigure_)
        return std::nullopt;
    const Figure& before = out_.figures.back();
    if (before.kind != FigureKind::Money || before.value < Decimal(100000) || n.first > before.endToken + 12)
        return std::nullopt;
    static constexpr std::string_view links[] = {"to",   "from", "against", "with", "versus", "contre",    "à",  "de",
                                                 "nach", "von",  "auf",     "a",    "hasta",  "gegenüber", "and"};
    std::uint32_t first = n.first;
    hedgeBefore(t_, first, free_);
    if (t_.isOf(n.end) || headAfter(t_, n.end, NounNumber::Many) || !t_.kind(first - 1, TokenKind::Word) ||
        std::find(std::begin(links), std::end(links), t_.text(first - 1)) == std::end(links))
        return std::nullopt;
    return UnitRead{FigureKind::Money, std::string_view(before.unit), n.end, false, "currency-goes-on"};
}

bool FigureWalk::celsius() const {
    if (english())
        return false;
    static constexpr std::string_view weather[] = {
        "température", "températures", "canicule",    "thermomètre",  "mercure",      "chaleur",      "météo",
        "Temperatur",  "Temperaturen", "Thermometer", "Hitze",        "temperatura",  "temperaturas", "calor",
        "termómetro",  "termómetros",  "termomètres", "Températures", "Temperaturas", "fièvre",       "fiebre",
        "chaud",       "froid",        "faisait",     "Wetter",       "heiß",         "hacía"};
    for (std::uint32_t i = t_.begin; i < t_.end; ++i)
        if (t_.kind(i, TokenKind::Word) && t_.text(i).size() > 4 &&
            std::find(std::begin(weather), std::end(weather), t_.text(i)) != std::end(weather))
            return true;
    return false;
}

bool FigureWalk::quake() const {
    static constexpr std::string_view words[] = {"terremoto", "sismo", "seísmo",    "temblor", "séisme",     "réplique",
                                                 "Erdbeben",  "Beben", "Nachbeben", "réplica", "tremblement"};
    for (std::uint32_t i = t_.begin; i < t_.end; ++i)
        if (t_.kind(i, TokenKind::Word) && std::find(std::begin(words), std::end(words), t_.text(i)) != std::end(words))
            return true;
    return false;
}

bool FigureWalk::madeWeather(const Numeral& n) const {
    std::uint32_t first = n.first;
    hedgeBefore(t_, first, free_);
    const std::string_view verb = t_.text(first - 1), subject = t_.text(first - 2);
    const bool it = subject == "il" || subject == "Il" || subject == "es" || subject == "Es" || subject == "Hace";
    return (it && (verb == "fait" || verb == "fera" || verb == "faisait" || verb == "ferait" || verb == "waren" ||
                   verb == "sind" || verb == "werden")) ||
           verb == "Hace" || verb == "hacía";
}

bool FigureWalk::underneath(const UnitRead& unit, std::uint32_t hedgeFirst) const {
    const std::string_view code = unit.code;
    const bool length = code == "m" || code == "cm" || code == "km" || code == "[ft_i]" || code == "[in_i]" ||
                        code == "mm" || code == "[yd_i]";
    return length && t_.isOf(unit.end) && (t_.text(hedgeFirst) == "under" || t_.text(hedgeFirst) == "Under");
}

bool FigureWalk::noBound(const Numeral& n, Hedge hedge, std::uint32_t hedgeFirst) const {
    const std::uint32_t before = hedgeFirst - 1;
    if (w_.language == Language::Spanish) // "perdió un 0,6 %, hasta los 11.480 puntos": down to
        return hedge == Hedge::UpTo && t_.kind(before, TokenKind::Comma) && out_.figures.size() > firstFigure_ &&
               out_.figures.back().endToken + 3 >= hedgeFirst &&
               (out_.figures.back().kind == FigureKind::Percentage || changeVerb(hedgeFirst));
    if (w_.language == Language::German) // "mit 368 gegen | 292 Stimmen"
        return hedge == Hedge::About && t_.text(hedgeFirst) == "gegen" && t_.kind(before, TokenKind::Number);
    if (!english() || (hedge != Hedge::MoreThan && hedge != Hedge::LessThan))
        return false;
    if (t_.joins(before) && t_.kind(before - 1, TokenKind::Number))
        return true; // "at 3-under | 281"
    if (hedge != Hedge::MoreThan || hedgeFirst + 1 != n.first || n.value >= Decimal(100) ||
        !(t_.text(hedgeFirst) == "over" || t_.text(hedgeFirst) == "Over"))
        return false;
    static constexpr WordSet stretches({"innings",   "inning",   "holes",   "rounds",      "games",   "matches",
                                        "races",     "legs",     "laps",    "sets",        "seasons", "episodes",
                                        "sessions",  "stages",   "starts",  "appearances", "outings", "weekends",
                                        "semesters", "editions", "chapters"});
    bool stretch = false;
    for (std::uint32_t i = n.end; i < n.end + 4 && !stretch; ++i)
        stretch = t_.kind(i, TokenKind::Word) && stretches.contains(t_.text(i));
    if (!stretch)
        return false;
    static constexpr WordSet across({"played", "contested", "staged", "spread", "held", "run", "compete", "competed",
                                     "fought", "decided", "average", "averaged"});
    if (!t_.kind(before, TokenKind::Word))
        return t_.kind(before, TokenKind::Number);
    const auto noun = [&](std::uint32_t i) {
        const text::WordUse& use = t_.lexicon.use(t_.kind(i, TokenKind::Word) ? t_[i].word : 0);
        return use.noun() && use.frequency[0] >= use.frequency[1] &&
               !t_.hasAny(i, tagBit(Tag::Aux) | tagBit(Tag::Pron));
    };
    if (across.contains(t_.text(before))) // "matches are played over", "a tournament held over"; not "has played over"
        return t_.isAny(before - 1, {w_.is, w_.are, w_.was, w_.were, w_.be}) || noun(before - 1);
    return t_.has(before, Tag::Number) || (t_.flag(before, text::Capitalised) && before != t_.begin) || noun(before);
}

std::uint32_t FigureWalk::everyNth(const Numeral& n) {
    const auto value = Decimal(1).dividedBy(n.value);
    if (!value || n.value < Decimal(2) || n.first - 1 < free_)
        return free_ = n.end;
    Numeral both = n;
    --both.first;
    both.span.begin = t_[both.first].begin;
    std::uint32_t first = both.first;
    const Hedge hedge = hedgeAt(first);
    Figure& f = start(both, FigureKind::Fraction);
    f.derivation.add("every-nth");
    f.value = *value;
    f.set = figureSet(*value, hedge, true, context_.hedgePercent);
    f.phrase.begin = t_[first].begin;
    if (const auto head = headAfter(t_, n.end, NounNumber::Any)) {
        setCounted(f, *head);
        f.phrase.end = f.counted.end;
    }
    return finish(f, n.end);
}

/// "ein Fünftel aller Schüler", "12 Prozent ihrer Beschäftigten", "200 Millimeter Regen"
std::optional<CountedNoun> FigureWalk::germanPart(std::uint32_t i, FigureKind kind) const {
    if (!t_.kind(i, TokenKind::Word))
        return std::nullopt;
    if (kind != FigureKind::Measure) {
        static constexpr std::string_view genitives[] = {"aller", "seiner", "ihrer", "unserer", "dieser", "jener"};
        return std::find(std::begin(genitives), std::end(genitives), t_.text(i)) != std::end(genitives)
                   ? headAfterPart(t_, i + 1, NounNumber::Any)
                   : std::nullopt;
    }
    // the matter of which there is so much stands bare behind the unit; not a direction or a dimension
    static constexpr std::string_view others[] = {"Richtung", "Luftlinie", "Entfernung", "Abstand", "Höhe",  "Länge",
                                                  "Breite",   "Tiefe",     "Umfang",     "Umkreis", "Fläche"};
    if (!t_.flag(i, text::Capitalised) || t_.flag(i + 1, text::Capitalised) || t_.hasAny(i, tagBit(Tag::TimeUnit)) ||
        t_.joins(i + 1) || std::find(std::begin(others), std::end(others), t_.text(i)) != std::end(others))
        return std::nullopt;
    return headAfter(t_, i, NounNumber::Any);
}

std::uint32_t FigureWalk::belowZero(const UnitRead& unit) const {
    if (unit.code != "deg" && unit.code != "Cel" && unit.code != "[degF]")
        return 0;
    std::uint32_t i = unit.end;
    if (t_.is(i, w_.below))
        ++i;
    else if (w_.language == Language::French && (t_.text(i) == "en" || t_.text(i) == "au") &&
             (t_.text(i + 1) == "dessous" || t_.joins(i + 1))) { // "en dessous de zéro", "au-dessous de zéro"
        i = t_.joins(i + 1) ? i + 3 : i + 2;
        if (t_.text(i - 1) != "dessous" || !t_.isOf(i))
            return 0;
        ++i;
    } else
        return 0;
    return t_.is(i, w_.zero) || t_.text(i) == "freezing" || t_.text(i) == "0" || t_.text(i) == "Null" ? i + 1 : 0;
}

namespace {

/// Units whose words are hardly ever anything else.
bool plainUnit(std::string_view code) {
    static constexpr std::string_view codes[] = {"USD", "EUR", "[mi_i]", "km", "kg", "L", "t", "[gal_us]", "har"};
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

} // namespace

std::uint32_t FigureWalk::unitArticle(std::uint32_t i) {
    const std::uint32_t article = i - 1;
    if (article < free_ || !t_.isAny(article, {w_.a, w_.an}))
        return i + 1;
    Numeral n;
    n.first = article;
    n.end = i;
    n.span = t_[article].span();
    n.value = Decimal(1);
    n.article = true;
    n.rule = "article";
    auto unit = units_.unitAfter(n, i);
    if (!unit || t_.has(i, Tag::TimeUnit) || t_.notCount(i, "won"))
        return i + 1;
    std::uint32_t hedgeFirst = article;
    const Hedge hedge = hedgeAt(hedgeFirst);
    const std::uint32_t end = unit->end;
    std::uint32_t numeralEnd = i;
    const std::uint32_t tail = end;
    if (t_.is(tail, w_.conjAnd) && t_.isAny(tail + 1, {w_.a, w_.an}) && t_.has(tail + 2, Tag::Fraction)) {
        const std::int64_t under = t_.number(tail + 2, Tag::Fraction);
        n.value = n.value.plus(Decimal(1).dividedBy(Decimal(under)).value_or(Decimal())).value_or(n.value);
        numeralEnd = unit->end = tail + 3;
    }
    const bool alone = article == t_.begin && t_.onlyStopAt(unit->end);
    const bool whole = unit->kind == FigureKind::Percentage && unit->code != "%";
    // "paid a dollar", "walked a mile": an amount behind a verb, unless the unit stands before what is counted.
    const text::WordUse& verb = t_.lexicon.use(t_.kind(article - 1, TokenKind::Word) ? t_[article - 1].word : 0);
    const bool behindVerb =
        verb.known() && (verb.forms & (text::VerbPastTense | text::VerbThird | text::VerbGerund)) != 0 &&
        verb.frequency[1] > verb.frequency[0] && plainUnit(unit->code) && !headAfter(t_, end, NounNumber::Any);
    if (numeralEnd == i && hedge == Hedge::None && hedgeFirst == article && !alone && !whole && !behindVerb)
        return i + 1;
    n.end = numeralEnd;
    n.span.end = t_[numeralEnd - 1].end;
    Figure& f = start(n, unit->kind);
    f.derivation.add(n.rule);
    f.derivation.add(unit->rule);
    f.unit = std::string_view(unit->code);
    if (unit->hundredth)
        f.value = n.value.times(Decimal(Int128{1}, -2)).value_or(n.value);
    f.set = figureSet(f.value, hedge, false, context_.hedgePercent);
    f.phrase = {t_[hedgeFirst].begin, t_[unit->end - 1].end};
    if (hedge != Hedge::None)
        f.derivation.add(hedgeRule(hedge, false));
    return finish(f, unit->end);
}

std::optional<std::uint32_t> FigureWalk::magnitudeBeside(const Numeral& n) const {
    if (!n.digits || n.value > Decimal(10))
        return std::nullopt;
    if (t_.is(t_.pastHyphen(n.end), w_.magnitude))
        return t_.pastHyphen(n.end);
    if (t_.is(n.end, w_.on) && t_.is(n.end + 2, w_.richter))
        return n.end + 2;
    std::uint32_t i = n.first - 1;
    if (t_.kind(i, TokenKind::Hyphen) || t_.isOf(i))
        --i;
    if (w_.language == Language::German && t_.text(i) == "Stärke")
        return i;
    return t_.is(i, w_.magnitude) ? std::optional(i) : std::nullopt;
}

bool FigureWalk::fractionCounts(const Numeral& n, const std::optional<CountedNoun>& head, Hedge hedge) const {
    if (n.end == n.first + 1 && t_.is(n.first, w_.half)) {
        const std::uint32_t before = n.first - 1;
        if (t_.hasAny(before, tagBit(Tag::Ordinal)) || t_.kind(before, TokenKind::Hyphen) || t_.joins(n.end) ||
            t_.is(before, w_.in))
            return false;
        const bool of = t_.isOf(n.end) || t_.hasAny(n.end, tagBit(Tag::Det) | tagBit(Tag::Poss));
        const bool cut = t_.is(before, w_.by) && (!t_.kind(n.end, TokenKind::Word) || timeToken(n.end) ||
                                                  t_.hasAny(n.end, tagBit(Tag::Prep) | tagBit(Tag::Conj)));
        if (w_.language == Language::French && t_.text(before) == "la" && t_.text(before - 1) == "dont")
            return true; // "dont la moitié dans le Finistère"
        return (of && (head.has_value() || t_.isOf(n.end))) || hedge != Hedge::None || cut ||   // "cut by half"
               (english() && t_.is(n.end, w_.conjOr) && hedgeBehind(t_, n.end, true).end != 0); // "half or more"
    }
    return true;
}

} // namespace countercheck::read
