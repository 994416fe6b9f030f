// SPDX-License-Identifier: GPL-3.0-or-later
// Counted units in the languages of timesgrammar.h: how long ("deux ans et trois mois"), how long ago or ahead ("vor
// drei Tagen", "dans un mois"), how far from a date ("dos días antes de Navidad"). What stands around the unit is read
// already.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <algorithm>
#include <array>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

/// "2 ans et 3 mois": the second length can be the rest of the first.
bool restOf(std::string_view coarser, std::string_view finer) {
    return (coarser == "day" && (finer == "hour" || finer == "minute")) ||
           (coarser == "hour" && (finer == "minute" || finer == "second")) ||
           (coarser == "minute" && finer == "second") || (coarser == "year" && finer == "month") ||
           (coarser == "month" && (finer == "day" || finer == "week")) || (coarser == "week" && finer == "day");
}

} // namespace

/// The length itself: dreitägig, jahrelang, 24-stündig.
TimesGrammar::Index TimesGrammar::adjectiveLength(const UnitPhrase& u) {
    std::int64_t n = u.self->number > 0 ? u.self->number * 1000 : u.self->plural ? -1 : 0;
    Index first = u.head;
    if (n == 0 && kind(u.head - 1, TokenKind::Hyphen) && inside(u.head - 2)) {
        const auto q = quantityBefore(u.head - 1);
        if (!q)
            return u.head;
        n = q->thousandths;
        first = q->first;
    } else if (n == 0) {
        return u.head;
    }
    if (u.unit == "year" && !u.self->plural && !role(u.end, Role::Span))
        return u.head;           // an age: "ein 34-jähriger Mann"
    TimeMod mod = TimeMod::None; // fast fünfstündig
    hedgeBefore(first, mod);
    return emit(first, u.end, TimeType::Duration, mod, durationValue(n, u.unit), std::nullopt, "adjective-length");
}

/// A unit with a number before it: "trois jours", "eine Woche", "hace dos meses".
TimesGrammar::Outcome TimesGrammar::countedUnit(UnitPhrase& u) {
    if (!u.count)
        return std::nullopt;
    if (german() && !clockUnit(u.unit) && context(u.end).is(Role::AgeNoun))
        return u.head; // 14 Tage alt
    Quantity& q = *u.count;
    if (q.article && q.thousandths == 1000 && isAny<"ou", "oder", "o">(u.end) && word(u.end + 1).number == 2 &&
        !(kind(u.end + 2, TokenKind::Word) && word(u.end + 2).unit) && inside(u.end + 1)) { // une minute ou deux
        q.thousandths = -1;
        q.article = false;
        u.end += 2;
    }
    if (q.thousandths == 0 || (u.unit == "second" && !q.digits && u.self->ordinal != 0))
        return u.head;
    if (const Outcome next = everyFewUnits(u))
        return next;
    const bool quarterOrHalf = u.unit == "quarter" || u.unit == "half";
    if (q.one() && q.article && german() && u.deixis == Deixis::None &&
        (text(u.head).starts_with("Viertel") || text(u.head).starts_with("Halb"))) // ein Vierteljahr
        return emit(u.first, u.end, TimeType::Duration, TimeMod::None, u.unit == "half" ? "P6M" : "P3M", std::nullopt,
                    "length");
    if (q.one() && q.article && (quarterOrHalf || u.unit == "weekend"))
        return u.head;
    if (quarterOrHalf && q.digits)
        return u.head;
    u.mod = q.mod;
    u.hedged = u.first;
    if (u.deixis == Deixis::None && !u.article) {
        TimeMod found = TimeMod::None;
        if (hedgeBefore(u.hedged, found))
            u.mod = found;
        if (u.mod == TimeMod::None &&
            !(u.unit == "year" && (role(u.end, Role::And) || isAny<"ou", "oder", "o">(u.end))))
            hedgedBehind(u.end, u.mod); // but "40 ans et plus" is an age
    }
    static constexpr std::array productions{&TimesGrammar::lengthFromNow, &TimesGrammar::hungUp,
                                            &TimesGrammar::shiftedBehind, &TimesGrammar::besideDate,
                                            &TimesGrammar::ageOfUnits,    &TimesGrammar::lengthRange,
                                            &TimesGrammar::plainLength};
    for (const auto production : productions)
        if (const Outcome next = (this->*production)(u))
            return next;
    return u.head;
}

/// One of several: "un jour sur deux", "un week-end sur trois".
TimesGrammar::Outcome TimesGrammar::everyFewUnits(UnitPhrase& u) {
    if (!u.count->one() || !u.count->article || !is(u.end, "sur"))
        return std::nullopt;
    Index after = 0;
    int n = smallNumber(u.end + 1, after);
    if (n <= 0) {
        after = u.end + 2;
        n = plainNumber(u.end + 1, 2);
    }
    if (n < 2)
        return std::nullopt;
    return emit(u.first, after, TimeType::Set, TimeMod::None,
                u.unit == "weekend" ? std::string("XXXX-WXX-WE") : durationValue(std::int64_t{n} * 1000, u.unit),
                std::nullopt, "every");
}

/// A length that touches the day of the text or another: "les trois derniers mois", "in den nächsten zwei Wochen".
TimesGrammar::Outcome TimesGrammar::lengthFromNow(UnitPhrase& u) {
    const Quantity& q = *u.count;
    if (u.deixis == Deixis::Last || u.deixis == Deixis::Next) {
        if (q.one() && !u.self->plural && q.article)
            return u.head;
        std::optional<TimeSpan> resolved;
        if (anchor_ && q.thousandths > 0) {
            const std::int64_t other =
                moved(*anchor_, u.deixis == Deixis::Last ? -q.thousandths : q.thousandths, u.unit);
            resolved = TimeSpan{std::min(*anchor_, other), std::max(*anchor_, other),
                                monthsIn(u.unit) != 0 ? Grain::Month
                                : clockUnit(u.unit)   ? Grain::Minute
                                                      : Grain::Day};
        }
        return emit(u.lead(), u.end, TimeType::Duration, u.mod, durationValue(q.thousandths, u.unit), resolved,
                    "length", "deixis");
    }
    if (u.deixis == Deixis::Following || u.deixis == Deixis::Previous)
        return emit(u.lead(), u.end, TimeType::Duration, u.mod, durationValue(q.thousandths, u.unit), std::nullopt,
                    "length");
    return std::nullopt;
}

/// A word between what hangs the length up and the length: dans exactement un mois, il y a à peine six mois.
void TimesGrammar::takeExactly(UnitPhrase& u) const {
    if (isAny<"exactement", "précisément", "genau", "exactamente">(u.hedged - 1) && inside(u.hedged - 1) &&
        before(u.hedged - 1, Role::Ago | Role::In) < u.hedged - 1)
        --u.hedged; // dans exactement un mois
    if (is(u.hedged - 1, "peine") && is(u.hedged - 2, "à") && inside(u.hedged - 2) &&
        before(u.hedged - 2, only(Role::Ago)) < u.hedged - 2)
        u.hedged -= 2; // il y a à peine six mois
}

/// Ago or ahead, told before the length: "il y a trois jours", "vor zwei Wochen", "dans un mois", "desde hace tres
/// años".
TimesGrammar::Outcome TimesGrammar::hungUp(UnitPhrase& u) {
    const Quantity& q = *u.count;
    if (german() && is(u.hedged, "in") && u.hedged < u.first) // in etwa drei Wochen
        return moveBy(u.hedged, u.end, q.thousandths, u.unit, 1, false, u.mod);
    takeExactly(u);
    const Index hang = before(u.hedged, Role::Ago | Role::In);
    if (hang >= u.hedged || !inside(hang))
        return std::nullopt;
    const auto match = lexicon_.matchPhrase(reading_, hang, text::tagBit(Tag::TimeWord));
    const TimeWord& w = match && match->endToken == u.hedged ? words_[match->entry] : context(hang);
    const bool ago = w.is(Role::Ago);
    // "in drei Tagen" is ahead; "in den drei Tagen" a length; Spanish "en tres días" only of what is to come
    if (ago && context(hang - 1).is(Role::Since)) // desde hace tres años
        return emit(u.hedged, u.end, TimeType::Duration, u.mod, durationValue(q.thousandths, u.unit), std::nullopt,
                    "length");
    if (!ago && (w.is(Role::Weak) || (german() && tenseAt(hang, u.end) == Tense::Past)) &&
        tenseAt(hang, u.end) != Tense::Future)
        return std::nullopt;
    if (ago && u.self->is(Role::Weak))
        return std::nullopt;
    std::int64_t whole = q.thousandths, days = 0;
    std::string_view unit = u.unit;
    if (role(u.end, Role::And) && whole > 0 && whole % 1000 == 0)
        if (const auto rest = lengthForward(u.end + 1); rest && rest->thousandths > 0 && restOf(unit, rest->unit)) {
            const std::int64_t times = unit == "year" ? 12 : unit == "week" ? 7 : unit == "day" ? 24 : 60;
            if (unit == "month") { // vor drei Monaten und zwei Wochen
                days = rest->thousandths / 1000 * (rest->unit == "week" ? 7 : 1);
            } else if (unit != "day" || rest->unit == "hour") { // in einer Stunde und 20 Minuten
                whole = whole * times + rest->thousandths;
                unit = rest->unit;
            }
            u.end = rest->end;
        }
    return moveBy(hang, u.end, whole, unit, ago ? -1 : 1, false, u.mod, days);
}

/// Ago, earlier or later, told behind the length: "tres años atrás", "zwei Tage später", "trois mois plus tôt".
TimesGrammar::Outcome TimesGrammar::shiftedBehind(UnitPhrase& u) {
    const TimeWord& shift = *u.behind.word;
    const Index next = u.behind.end;
    if (shift.is(Role::AgoAfter))
        return moveBy(u.hedged, next, u.count->thousandths, u.unit, -1, false, u.mod);
    if (!shift.is(Role::Later | Role::Earlier) || role(next, Role::Of))
        return std::nullopt;
    const bool adverb = !shift.is(Role::After | Role::Before) ||
                        !(role(next, Role::Article | Role::This) || has(next, Tag::Poss) ||
                          kind(next, TokenKind::Number) || capital(next) || word(next).weekday != 0);
    if (!adverb)
        return std::nullopt;
    return moveBy(u.hedged, next, u.count->thousandths, u.unit, shift.is(Role::Later) ? 1 : -1, true, u.mod);
}

/// The date behind it is the base: zwei Tage vor Weihnachten, deux jours avant Noël, un mes después del 3 de mayo.
TimesGrammar::Outcome TimesGrammar::besideDate(UnitPhrase& u) {
    u.count->mod = u.mod;
    const TimeWord& shift = *u.behind.word;
    const bool of = role(u.behind.end, Role::Of);
    if (clockUnit(u.unit) || u.count->thousandths <= 0 || !today_ ||
        !(shift.is(Role::Before | Role::After) || (of && shift.is(Role::Later | Role::Earlier)))) // antes de
        return std::nullopt;
    Index d = of ? u.behind.end + 1 : u.behind.end;
    if (role(d, Role::Article))
        ++d;
    auto base = holidayDate(d);
    if (!base && !word(d).weekday)
        base = dateForward(d);
    if (!base)
        base = relativeDayAt(d); // zwei Tage nach morgen
    if (!base || !inside(d) || base->time.grain() != Grain::Day || base->time.hasClock())
        return std::nullopt;
    if (!base->time.hasFullDate())
        resolve(*base, Deixis::None);
    if (!base->time.hasFullDate())
        return std::nullopt;
    Piece piece;
    piece.first = u.hedged;
    piece.end = base->end;
    piece.mod = u.mod;
    piece.rule = "distance";
    const std::int64_t sign = shift.is(Role::After | Role::Later) ? 1 : -1;
    piece.time.setDay(dayOfSecond(moved(base->time.dayNumber() * secondsPerDay, sign * u.count->thousandths, u.unit)));
    return emit(piece);
}

/// How old somebody is, left to the figures: "à 34 ans", "mit 34 Jahren".
TimesGrammar::Outcome TimesGrammar::ageOfUnits(UnitPhrase& u) {
    if (u.unit == "year" && looksLikeAge(u.hedged, u.end, *u.count))
        return u.head;
    if ((u.unit == "month" || u.unit == "week") && is(u.hedged - 1, "a") && isAny<"il", "elle">(u.hedged - 2) &&
        (!inside(u.end) || kind(u.end, TokenKind::Stop)))
        return u.head; // elle a 18 mois
    return std::nullopt;
}

/// As long as one or the other: "entre deux et trois ans", "zwei bis drei Stunden", "de 5 a 10 minutos".
TimesGrammar::Outcome TimesGrammar::lengthRange(UnitPhrase& u) {
    const Quantity& q = *u.count;
    const Index link = u.first - 1;
    if (q.article || q.thousandths <= 0 || u.hedged != u.first || u.half || !inside(link) ||
        !(role(link, Role::To | Role::And) || dashAt(link) || isAny<"ou", "oder", "o", "u">(link)))
        return std::nullopt;
    const auto low = quantityBefore(link);
    if (!low || low->thousandths <= 0 || low->thousandths >= q.thousandths || role(low->first - 1, Role::And))
        return std::nullopt;
    const TimeWord& opener = context(low->first - 1);
    if (role(link, Role::And) && !opener.is(Role::Between))
        return u.unit == "year" && agesBetween(*low) ? Outcome(u.head) : std::nullopt; // deux enfants de 3 et 5 ans
    if (u.unit == "year" && agesBetween(*low))
        return u.head; // les jeunes de 18 à 25 ans
    Index opens = low->first;
    TimeMod mod = u.mod;
    hedgeBefore(opens, mod);
    if (opens == low->first && deixisOf(opener) == Deixis::Habit && inside(opens - 1))
        return emit(opens - 1, u.end, TimeType::Set, mod, durationValue(-1, u.unit), std::nullopt,
                    "every"); // cada cinco o diez minutos
    if (context(opens - 1).is(Role::Article) && context(opens - 2).is(Role::All) && inside(opens - 2))
        return emit(opens - 2, u.end, TimeType::Set, mod, durationValue(-1, u.unit), std::nullopt,
                    "every"); // toutes les 6 à 8 heures
    if (const Index ago = before(opens, only(Role::Ago));
        ago < opens && inside(ago) && !context(ago - 1).is(Role::Since))
        return moveBy(ago, u.end, -1, u.unit, -1, false, TimeMod::None); // il y a trois ou quatre ans
    return emit(opens, u.end, TimeType::Duration, mod, durationValue(-1, u.unit), std::nullopt, "length", "range");
}

/// The value of a length with its finer parts: "2 heures 30", "un an et deux mois", "3 min 41".
std::string TimesGrammar::compoundLength(UnitPhrase& u) const {
    const std::int64_t count = u.count->thousandths;
    std::string value = durationValue(count, u.unit);
    std::string_view coarser = u.unit;
    for (bool more = count > 0 && count % 1000 == 0; more;) {
        more = false;
        const Index j = role(u.end, Role::And) || kind(u.end, TokenKind::Comma) ||
                                (kind(u.end, TokenKind::Stop) && glued(u.end) && text(u.end - 1).size() <= 4)
                            ? u.end + 1
                            : u.end; // 2 ans, 3 mois et 4 jours; 2 Std. 15 Min.
        int n = plainNumber(j, 2);
        Index e = j + 1;
        if (n < 0)
            n = smallNumber(j, e);
        if (n > 0 && word(e).unit) {
            const std::string_view finer = lexicon_.value(token(e).word, Tag::TimeUnit);
            if (restOf(coarser, finer)) {
                value +=
                    durationValue(std::int64_t{n} * 1000, finer).substr(value.find('T') != std::string::npos ? 2 : 1);
                u.end = e + 1;
                coarser = finer;
                more = true;
            }
        } else if (n > 0 && n < 60 && j == u.end && coarser == "minute" && u.count->digits &&
                   text(u.head).size() <= 3 && (!kind(e, TokenKind::Word) || is(e, "s"))) { // 3 min 41
            value += std::to_string(n) + "S";
            u.end = is(e, "s") ? e + 1 : e;
        } else if (n > 0 && n < 60 && j == u.end && coarser == "hour" && !kind(e, TokenKind::Word) &&
                   (plainNumber(j, 2) >= 10 || (count == 1000 && n >= 5 && kind(j, TokenKind::Word)))) {
            value += std::to_string(n) + "M";
            u.end = e;
        }
    }
    return value;
}

/// What nothing hangs up or shifts is a length: "trois ans", "une heure et demie environ", "die drei Wochen".
TimesGrammar::Outcome TimesGrammar::plainLength(UnitPhrase& u) {
    const Quantity& q = *u.count;
    std::string value = compoundLength(u);
    if (u.mod == TimeMod::None && isAny<"environ", "aproximadamente", "ungefähr">(u.end) && inside(u.end) &&
        !kind(u.end + 1, TokenKind::Number) && !(kind(u.end + 1, TokenKind::Word) && word(u.end + 1).number > 0)) {
        u.mod = TimeMod::Approx; // une heure et demie environ
        ++u.end;
    }
    // "une année" alone says little: a length needs a lead, or more than one.
    if (q.one() && q.article && !u.half && !u.self->is(Role::Introduced)) {
        const TimeWord& c = context(u.hedged - 1);
        const bool led = c.is(Role::During | Role::In) || c.is(Role::Since | Role::Until) || u.mod != TimeMod::None ||
                         c.is(Role::Span) || context(u.end).is(Role::During) || c.is(Role::Of) || c.is(Role::After);
        if (!led && (u.unit == "day" || u.unit == "night" || u.unit == "second" || u.unit == "minute"))
            return u.head;
    }
    const Index lead = u.lead();
    const bool withArticle = lead < u.first && !q.article && text(lead).size() >= 2 && u.self->plural;
    return emit(u.mod != TimeMod::None ? u.hedged
                : withArticle          ? lead
                                       : u.first,
                u.end, TimeType::Duration, u.mod, std::move(value), std::nullopt, "length");
}

} // namespace countercheck::read
