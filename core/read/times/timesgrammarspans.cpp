// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths, distances, periods and habits in the languages of timesgrammar.h: one production around a unit of time looks
// to both sides for a number, a determiner and a word that hangs the length up somewhere.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <algorithm>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

TimesGrammar::Index TimesGrammar::unitHead(Index i, const Hit& hit) {
    text::WordId entry = token(i).word;
    if (hit.end > i + 1)
        if (const auto match = lexicon_.matchPhrase(reading_, i, text::tagBit(Tag::TimeUnit)))
            entry = match->entry;
    const std::string_view unit = lexicon_.value(entry, Tag::TimeUnit);
    const TimeWord& self = *hit.word;
    Index end = hit.end;
    if (!german() && capital(i) && i > floor_ && !token(i).has(text::AllCaps) &&
        (kind(i - 1, TokenKind::Number) || (i > first_ + 1 && capital(i - 1) && word(i - 1).number > 0)))
        return i; // 20 Minutes, a newspaper
    if (unit.empty() ||
        (german() && !named(i) && !self.is(Role::Adjective) && !self.is(Role::Minutes) && !self.is(Role::ClockUnit)))
        return i;
    if (self.is(Role::Adjective)) { // dreitägig, jahrelang: the length itself
        std::int64_t n = self.number > 0 ? self.number * 1000 : self.plural ? -1 : 0;
        Index first = i;
        if (n == 0 && kind(i - 1, TokenKind::Hyphen) && inside(i - 2)) {
            const auto q = quantityBefore(i - 1);
            if (!q)
                return i;
            n = q->thousandths;
            first = q->first;
        } else if (n == 0) {
            return i;
        }
        if (unit == "year" && !self.plural && !role(end, Role::Span))
            return i;                // an age: "ein 34-jähriger Mann"
        TimeMod mod = TimeMod::None; // fast fünfstündig
        hedgeBefore(first, mod);
        return emit(first, end, TimeType::Duration, mod, durationValue(n, unit), std::nullopt, "adjective-length");
    }
    if (unit == "fortnight" && !self.plural && (word(i - 1).ordinal == 1 || word(i - 1).ordinal == 2) &&
        inside(i - 1) && role(end, Role::Of)) { // la seconde quinzaine de novembre
        if (const auto period = periodForward(end + 1); period && period->month != 0 && !period->every) {
            Piece piece;
            piece.first = role(i - 2, Role::Article) && inside(i - 2) ? i - 2 : i - 1;
            piece.end = period->end;
            piece.time.year = period->year;
            piece.time.month = period->month;
            piece.mod = word(i - 1).ordinal == 1 ? TimeMod::Start : TimeMod::End;
            piece.rule = "half-month";
            return emit(piece);
        }
        return i;
    }
    if (unit == "fortnight" && reading_.language == text::Language::French)
        return i; // "une quinzaine de blessés"
    if ((unit == "week" || unit == "weekend") && !self.plural)
        if (const Index next = nthWeekday(i, self, true, end); next != i)
            return next;
    if (unit == "day" && !self.plural)
        if (const Index next = dayOfPeriod(i, true); next != i)
            return next;
    if (!self.plural && (unit == "day" || unit == "week" || unit == "weekend") &&
        hitAt(end).word->is(Role::Before | Role::After | Role::Earlier | Role::Later))
        if (const Index next = besideHoliday(i, end, unit); next != i)
            return next;
    if (!self.plural && role(end, Role::And) && role(end + 1, Role::Half) && inside(end + 1) &&
        (unit == "hour" || unit == "day" || unit == "week" || unit == "month" || unit == "year") &&
        reading_.language == text::Language::Spanish && !role(i - 1, Role::One) && !role(i - 1, Role::Ago) &&
        deixisOf(word(i - 1)) == Deixis::None && word(i - 1).number < 0) // hora y media, año y medio
        return emit(i, end + 2, TimeType::Duration, TimeMod::None, durationValue(1500, unit), std::nullopt, "length");
    const bool ci = kind(end, TokenKind::Hyphen) && glued(end) && isAny<"ci", "là">(end + 1);
    const bool there = ci && is(end + 1, "là");
    if (ci)
        end += 2; // ce mois-ci, cette année-là
    else if (kind(end, TokenKind::Hyphen) && glued(end) && !german() && !self.is(Role::DayWord))
        return i;
    if (const Index next = ordinalPeriod(i, end, unit); next != i)
        return next;
    // l'année 2015, im Jahr 2015, año 2015: the number is read as a year
    if (self.is(Role::YearWord) && plainNumber(end, 4) >= 1000 && text(end).size() == 4) {
        return i;
    }
    if (self.is(Role::MonthWord) && (role(end, Role::Of) || german()) &&
        word(role(end, Role::Of) ? end + 1 : end).month != 0)
        return i;

    // To the left: modifiers, a number, modifiers, a determiner.
    Index p = i - 1;
    Deixis deixis = Deixis::None;
    Index first = i;
    bool half = false;
    const auto takeDeixis = [&] {
        const Deixis d = deixisOf(word(p));
        if (d == Deixis::None || !inside(p) || role(p, Role::Past)) // "a passé quarante ans"
            return;
        if (deixis == Deixis::None || deixis == Deixis::This)
            deixis = d;
        first = p--;
    };
    takeDeixis();
    takeDeixis();
    if (deixis != Deixis::None && kind(first - 1, TokenKind::Hyphen) && glued(first))
        return i; // l'avant-dernière semaine
    if (german() && word(p).ordinal > 1 && word(p).ordinal <= 12 && inside(p) && !self.plural &&
        deixisOf(word(p - 1)) == Deixis::Habit && inside(p - 1)) // jeden zweiten Tag
        return emit(p - 1, end, TimeType::Set, TimeMod::None,
                    unit == "weekend" ? std::string("XXXX-WXX-WE")
                                      : durationValue(std::int64_t{word(p).ordinal} * 1000, unit),
                    std::nullopt, "every-nth");
    if (german() && !self.plural && !clockUnit(unit) && text(p).starts_with("ganz") && inside(p) &&
        role(p - 1, Role::Article) && inside(p - 1) && p + 1 == i) // die ganze Woche
        return emit(p - 1, end, TimeType::Duration, TimeMod::None, durationValue(1000, unit), std::nullopt,
                    "whole-unit");
    if (german() && !self.plural && deixis == Deixis::None && isAny<"darauf", "danach", "davor", "zuvor">(end) &&
        (unit == "year" || unit == "month" || unit == "week") && quantityBefore(p + 1) == std::nullopt) {
        Piece piece; // im Jahr darauf, in der Woche davor
        piece.first = role(p, Role::Article) && inside(p) ? p : i;
        piece.end = end + 1;
        return periodOf(piece, isAny<"darauf", "danach">(end) ? Deixis::Following : Deixis::Previous, unit, true);
    }
    std::optional<Quantity> q;
    if (deixis != Deixis::This && deixis != Deixis::Habit && deixis != Deixis::Same)
        q = quantityBefore(p + 1);
    if (q) {
        if (q->digits && (self.is(Role::YearWord) || unit == "year") && q->thousandths >= 1900000)
            return i;
        first = q->first;
        p = first - 1;
        takeDeixis();
        if (deixis != Deixis::None && deixis != Deixis::This && role(p, Role::This))
            takeDeixis(); // ces dernières 48 heures
        if (q->first > floor_ && deixis == Deixis::None)
            first = q->first;
        if (deixis == Deixis::None && word(p).ordinal == 1 && self.plural && inside(p) && p + 1 == first)
            first = p--; // in den ersten neun Monaten
    }
    // et demi, y medio
    if (q && role(end, Role::And) && role(end + 1, Role::Half) && q->thousandths > 0) {
        q->thousandths += 500;
        end += 2;
        half = true;
    } else if (q && unit == "hour" && role(end, Role::And) && role(end + 1, Role::Quarter) && !german() &&
               q->thousandths > 0) { // deux heures et quart
        q->thousandths += 250;
        end += 2;
        half = true;
    } else if (q && role(end, Role::And) && role(end + 1, Role::One) && role(end + 2, Role::Half) &&
               q->thousandths > 0) {
        q->thousandths += 500;
        end += 3;
        half = true;
    }
    const bool article = role(p, Role::Article) && inside(p) && p + 1 == first;
    const bool all =
        (role(p, Role::All) && inside(p) && p + 1 == first) ||
        (article && role(p - 1, Role::All) && inside(p - 1) && !(isAny<"tout", "todo">(p - 1) && is(p, "la")));
    const Index allFirst = article && all ? p - 1 : p;

    // To the right: dernier, suivant, plus tard, atrás.
    const Hit behind = hitAt(end);
    if (deixis == Deixis::None || deixis == Deixis::This) {
        const Deixis d = german() ? Deixis::None : deixisOf(*behind.word);
        if (d != Deixis::None && d != Deixis::This && d != Deixis::Habit && d != Deixis::Same) {
            deixis = d;
            end = behind.end;
        }
    }

    if (all && !q && !german() && article && isAny<"le", "la", "el">(p) && !clockUnit(unit) &&
        (deixis == Deixis::Last || deixis == Deixis::Next)) { // toute la semaine prochaine
        Piece piece;
        piece.first = p;
        piece.end = end;
        return periodOf(piece, deixis, unit, false);
    }
    // Habits.
    if (deixis == Deixis::Habit ||
        (all && (q || self.plural || german() || reading_.language == text::Language::Spanish) &&
         !(q && q->thousandths < 0))) {
        const bool wholeDay = all && !self.plural && !german() && !q;
        const Index begin = deixis == Deixis::Habit ? first : allFirst;
        if (wholeDay) // todo el día
            return emit(begin, end, TimeType::Duration, TimeMod::None, durationValue(1000, unit), std::nullopt,
                        "whole-unit");
        const std::int64_t n = q && q->thousandths > 0 ? q->thousandths : 1000;
        Piece piece;
        piece.first = begin;
        piece.end = end;
        if (unit == "weekend") {
            hourOfHabit(piece); // tous les week-ends à 10h
            return emit(begin, piece.end, TimeType::Set, TimeMod::None,
                        "XXXX-WXX-WE" + (piece.end > end ? timexValue(piece.time) : std::string()), std::nullopt,
                        "every");
        }
        const bool working = german() && unit == "day" && n == 1000 && text(i).starts_with("Werktag");
        if (working) {
            hourOfHabit(piece);
            std::string days = "XXXX-WXX-WD";
            if (piece.end > end)
                days += timexValue(piece.time);
            return emit(begin, piece.end, TimeType::Set, TimeMod::None, std::move(days), std::nullopt, "every");
        }
        if ((unit == "day" || unit == "night") && n == 1000) {
            Index j = end;
            if (role(j, Role::At))
                ++j;
            if (const auto clock = clockForward(j);
                clock && j > end &&
                (clock->sure || clock->minute >= 0 ||
                 ((german() || role(j, Role::HourArticle)) && hourStands(*clock)))) {
                const bool late = unit == "night" && !clock->meridiem && clock->hour >= 6 && clock->hour < 12;
                piece.time.hour = clock->hour + (late ? 12 : 0);
                piece.time.minute = clock->minute;
                piece.end = clock->end;
                piece.set = true;
                return emit(piece);
            }
        }
        return emit(begin, end, TimeType::Set, TimeMod::None,
                    unit == "quarter" && n == 1000 ? "P3M"
                    : unit == "half" && n == 1000  ? "P6M"
                                                   : durationValue(n, unit),
                    std::nullopt, "every");
    }
    if (all && !q && !german()) // toute la journée
        return emit(allFirst, end, TimeType::Duration, TimeMod::None, durationValue(1000, unit), std::nullopt,
                    "whole-unit");
    const Index per = article ? p - 1 : p;
    const bool times = inside(per) && role(per - 1, Role::Times) && inside(per - 1);
    if (inside(per) && !q && deixis == Deixis::None &&
        ((role(per, Role::Per) && (!article || times)) ||
         (article && is(per, "a") && context(per - 1).unit && reading_.language == text::Language::Spanish) ||
         (times && role(per, Role::To | Role::On)))) { // par jour, pro Woche, cinco días a la semana
        Index begin = per;
        if (times) {
            begin = per - 1;
            Index e = 0;
            if (inside(begin - 1) && (smallNumber(begin - 1, e) > 0 || plainNumber(begin - 1, 3) > 0))
                --begin;
        }
        return emit(begin, end, TimeType::Set, TimeMod::None, unit == "quarter" ? "P3M" : durationValue(1000, unit),
                    std::nullopt, "per");
    }

    if (article && deixis == Deixis::None && role(p - 1, Role::Times) && inside(p - 1) && !self.plural) {
        Index begin = p - 1, e = 0; // einmal die Woche, deux fois l'an
        if (inside(begin - 1) && (smallNumber(begin - 1, e) > 0 || plainNumber(begin - 1, 3) > 0))
            --begin;
        return emit(begin, end, TimeType::Set, TimeMod::None, unit == "quarter" ? "P3M" : durationValue(1000, unit),
                    std::nullopt, "per");
    }
    if (q && german() && !clockUnit(unit) && context(end).is(Role::AgeNoun))
        return i; // 14 Tage alt
    if (q && q->article && q->thousandths == 1000 && isAny<"ou", "oder", "o">(end) && word(end + 1).number == 2 &&
        !(kind(end + 2, TokenKind::Word) && word(end + 2).unit) && inside(end + 1)) { // une minute ou deux
        q->thousandths = -1;
        q->article = false;
        end += 2;
    }
    if (q) {
        if (q->thousandths == 0 || (unit == "second" && !q->digits && self.ordinal != 0))
            return i;
        const bool one = q->thousandths > 0 && q->thousandths <= 1000;
        if (Index after = 0; one && q->article && is(end, "sur")) // un jour sur deux
            if (const int n = smallNumber(end + 1, after) > 0 ? smallNumber(end + 1, after)
                                                              : (after = end + 2, plainNumber(end + 1, 2));
                n >= 2)
                return emit(first, after, TimeType::Set, TimeMod::None,
                            unit == "weekend" ? std::string("XXXX-WXX-WE")
                                              : durationValue(std::int64_t{n} * 1000, unit),
                            std::nullopt, "every");
        if (one && q->article && german() && deixis == Deixis::None &&
            (text(i).starts_with("Viertel") || text(i).starts_with("Halb"))) // ein Vierteljahr
            return emit(first, end, TimeType::Duration, TimeMod::None, unit == "half" ? "P6M" : "P3M", std::nullopt,
                        "length");
        if (one && q->article && (unit == "half" || unit == "quarter" || unit == "weekend"))
            return i;
        if ((unit == "quarter" || unit == "half") && q->digits)
            return i;
        const Index lead = article ? p : first;
        TimeMod mod = q->mod;
        Index hedged = first;
        if (deixis == Deixis::None && !article) {
            TimeMod found = TimeMod::None;
            if (hedgeBefore(hedged, found))
                mod = found;
            if (mod == TimeMod::None && !(unit == "year" && (role(end, Role::And) || isAny<"ou", "oder", "o">(end))))
                hedgedBehind(end, mod); // but "40 ans et plus" is an age
        }
        if (deixis == Deixis::Last || deixis == Deixis::Next) {
            if (one && !self.plural && q->article)
                return i;
            std::optional<TimeSpan> resolved;
            if (anchor_ && q->thousandths > 0) {
                const std::int64_t other =
                    moved(*anchor_, deixis == Deixis::Last ? -q->thousandths : q->thousandths, unit);
                resolved = TimeSpan{std::min(*anchor_, other), std::max(*anchor_, other),
                                    monthsIn(unit) != 0 ? Grain::Month
                                    : clockUnit(unit)   ? Grain::Minute
                                                        : Grain::Day};
            }
            return emit(lead, end, TimeType::Duration, mod, durationValue(q->thousandths, unit), resolved, "length",
                        "deixis");
        }
        if (deixis == Deixis::Following || deixis == Deixis::Previous)
            return emit(lead, end, TimeType::Duration, mod, durationValue(q->thousandths, unit), std::nullopt,
                        "length");
        if (german() && is(hedged, "in") && hedged < first) // in etwa drei Wochen
            return moveBy(hedged, end, q->thousandths, unit, 1, false, mod);
        if (isAny<"exactement", "précisément", "genau", "exactamente">(hedged - 1) && inside(hedged - 1) &&
            before(hedged - 1, Role::Ago | Role::In) < hedged - 1)
            --hedged; // dans exactement un mois
        if (is(hedged - 1, "peine") && is(hedged - 2, "à") && inside(hedged - 2) &&
            before(hedged - 2, only(Role::Ago)) < hedged - 2)
            hedged -= 2; // il y a à peine six mois
        const Index hang = before(hedged, Role::Ago | Role::In);
        if (hang < hedged && inside(hang)) {
            const auto match = lexicon_.matchPhrase(reading_, hang, text::tagBit(Tag::TimeWord));
            const TimeWord& w = match && match->endToken == hedged ? words_[match->entry] : context(hang);
            const bool ago = w.is(Role::Ago);
            // "in drei Tagen" is ahead; "in den drei Tagen" a length; Spanish "en tres días" only of what is to come
            if (ago && context(hang - 1).is(Role::Since)) // desde hace tres años
                return emit(hedged, end, TimeType::Duration, mod, durationValue(q->thousandths, unit), std::nullopt,
                            "length");
            if (ago || (!w.is(Role::Weak) && !(german() && tenseAt(hang, end) == Tense::Past)) ||
                tenseAt(hang, end) == Tense::Future) {
                std::int64_t whole = q->thousandths;
                if (unit == "hour" && role(end, Role::And) && whole > 0) // in einer Stunde und 20 Minuten
                    if (const auto rest = lengthForward(end + 1); rest && rest->unit == "minute") {
                        whole += rest->thousandths / 60;
                        end = rest->end;
                    }
                if (!(ago && self.is(Role::Weak)))
                    return moveBy(hang, end, whole, unit, ago ? -1 : 1, false, mod);
            }
        }
        if (behind.word->is(Role::AgoAfter))
            return moveBy(hedged, behind.end, q->thousandths, unit, -1, false, mod);
        const bool adverb = !behind.word->is(Role::After | Role::Before) ||
                            !(role(behind.end, Role::Article | Role::This) || role(behind.end, Role::Of) ||
                              has(behind.end, Tag::Poss) || kind(behind.end, TokenKind::Number) ||
                              capital(behind.end) || word(behind.end).weekday != 0);
        if (behind.word->is(Role::Later | Role::Earlier) && adverb && !role(behind.end, Role::Of))
            return moveBy(hedged, behind.end, q->thousandths, unit, behind.word->is(Role::Later) ? 1 : -1, true, mod);
        q->mod = mod;
        const bool ofDate = behind.word->is(Role::Later | Role::Earlier) && role(behind.end, Role::Of); // antes de
        if (!clockUnit(unit) && q->thousandths > 0 && (behind.word->is(Role::Before | Role::After) || ofDate) &&
            today_) {
            // zwei Tage vor Weihnachten, deux jours avant Noël: the date behind it is the base
            Index d = role(behind.end, Role::Of) ? behind.end + 1 : behind.end;
            if (role(d, Role::Article))
                ++d;
            auto base = holidayDate(d);
            if (!base && !word(d).weekday)
                base = dateForward(d);
            if (base && inside(d) && base->time.grain() == Grain::Day && !base->time.hasClock()) {
                if (!base->time.hasFullDate())
                    resolve(*base, Deixis::None);
                if (base->time.hasFullDate()) {
                    Piece piece;
                    piece.first = hedged;
                    piece.end = base->end;
                    piece.mod = mod;
                    piece.rule = "distance";
                    const std::int64_t sign = behind.word->is(Role::After | Role::Later) ? 1 : -1;
                    piece.time.setDay(
                        dayOfSecond(moved(base->time.dayNumber() * secondsPerDay, sign * q->thousandths, unit)));
                    return emit(piece);
                }
            }
        }
        if (unit == "year" && looksLikeAge(hedged, end, *q))
            return i;
        // "entre deux et trois ans", "zwei bis drei Stunden", "de 5 a 10 minutos": as long as one or the other
        if (const Index link = first - 1;
            !q->article && q->thousandths > 0 && hedged == first && !half && inside(link) &&
            (role(link, Role::To | Role::And) || dashAt(link) || isAny<"ou", "oder", "o">(link)))
            if (const auto low = quantityBefore(link);
                low && low->thousandths > 0 && low->thousandths < q->thousandths && !role(low->first - 1, Role::And)) {
                const TimeWord& opener = context(low->first - 1);
                if (!role(link, Role::And) || opener.is(Role::Between)) {
                    Index opens = low->first;
                    hedgeBefore(opens, mod);
                    if (opens == low->first && deixisOf(opener) == Deixis::Habit && inside(opens - 1))
                        return emit(opens - 1, end, TimeType::Set, mod, durationValue(-1, unit), std::nullopt,
                                    "every"); // cada cinco o diez minutos
                    if (const Index ago = before(opens, only(Role::Ago));
                        ago < opens && inside(ago) && !context(ago - 1).is(Role::Since))
                        return moveBy(ago, end, -1, unit, -1, false, TimeMod::None); // il y a trois ou quatre ans
                    return emit(opens, end, TimeType::Duration, mod, durationValue(-1, unit), std::nullopt, "length",
                                "range");
                }
            }
        // A compound: "2 heures 30", "un an et deux mois"
        std::string value = durationValue(q->thousandths, unit);
        std::string_view coarser = unit;
        for (bool more = q->thousandths > 0 && q->thousandths % 1000 == 0; more;) {
            more = false;
            Index j = role(end, Role::And) || kind(end, TokenKind::Comma) ||
                              (kind(end, TokenKind::Stop) && glued(end) && text(end - 1).size() <= 4)
                          ? end + 1
                          : end; // 2 ans, 3 mois et 4 jours; 2 Std. 15 Min.
            Index e = 0;
            int n = plainNumber(j, 2);
            e = j + 1;
            if (n < 0)
                n = smallNumber(j, e);
            if (n > 0 && word(e).unit) {
                const std::string_view finer = lexicon_.value(token(e).word, Tag::TimeUnit);
                const bool clockPart = coarser == "day" && (finer == "hour" || finer == "minute");
                const bool smaller = clockPart || (coarser == "hour" && (finer == "minute" || finer == "second")) ||
                                     (coarser == "minute" && finer == "second") ||
                                     (coarser == "year" && finer == "month") ||
                                     (coarser == "month" && (finer == "day" || finer == "week")) ||
                                     (coarser == "week" && finer == "day");
                if (smaller) {
                    value += durationValue(std::int64_t{n} * 1000, finer)
                                 .substr(value.find('T') != std::string::npos ? 2 : 1);
                    end = e + 1;
                    coarser = finer;
                    more = true;
                }
            } else if (n > 0 && n < 60 && j == end && coarser == "minute" && q->digits && text(i).size() <= 3 &&
                       (!kind(e, TokenKind::Word) || is(e, "s"))) { // 3 min 41
                value += std::to_string(n) + "S";
                end = is(e, "s") ? e + 1 : e;
            } else if (n > 0 && n < 60 && j == end && coarser == "hour" && !kind(e, TokenKind::Word) &&
                       (plainNumber(j, 2) >= 10 || (q->thousandths == 1000 && n >= 5 && kind(j, TokenKind::Word)))) {
                value += std::to_string(n) + "M";
                end = e;
            }
        }
        if (mod == TimeMod::None && isAny<"environ", "aproximadamente", "ungefähr">(end) && inside(end) &&
            !kind(end + 1, TokenKind::Number) && !(kind(end + 1, TokenKind::Word) && word(end + 1).number > 0)) {
            mod = TimeMod::Approx; // une heure et demie environ
            ++end;
        }
        // "une année" alone says little: a length needs a lead, or more than one.
        if (one && q->article && !half && !self.is(Role::Introduced)) {
            const TimeWord& c = context(hedged - 1);
            const bool led = c.is(Role::During | Role::In) || c.is(Role::Since | Role::Until) || mod != TimeMod::None ||
                             c.is(Role::Span) || context(end).is(Role::During) || c.is(Role::Of) || c.is(Role::After);
            if (!led && (unit == "day" || unit == "night" || unit == "second" || unit == "minute"))
                return i;
        }
        const bool withArticle = lead < first && !q->article && text(lead).size() >= 2 && self.plural;
        return emit(mod != TimeMod::None ? hedged
                    : withArticle        ? lead
                                         : first,
                    end, TimeType::Duration, mod, std::move(value), std::nullopt, "length");
    }

    if (const Index later = article && role(p - 1, Role::In) ? before(p - 1, Role::Earlier | Role::Later) : p;
        later + 1 < p && deixis == Deixis::None && !self.plural && !clockUnit(unit) &&
        inside(later)) { // plus tôt dans la journée
        const auto match = lexicon_.matchPhrase(reading_, later, text::tagBit(Tag::TimeWord));
        Piece piece;
        piece.first = later;
        piece.end = end;
        piece.mod = match && words_[match->entry].is(Role::Later) ? TimeMod::End : TimeMod::Start;
        if (unit != "day")
            return periodOf(piece, Deixis::This, unit, false);
        if (const TimeMention* day = earlierDay(); day != nullptr || today_)
            piece.time.setDay(day != nullptr ? dayOfSecond(day->resolved->from) : *today_);
        return emit(piece);
    }
    // The part of a period: début de l'année, fin du mois, Ende des Jahres, a finales de mes, en fin d'année
    {
        Index m = p;
        if (deixis == Deixis::None || deixis == Deixis::This || deixis == Deixis::Last || deixis == Deixis::Next) {
            Index core = first;
            if (article)
                core = p, m = p - 1;
            const Index of = m;
            if (role(of, Role::Of) && inside(of))
                m = of - 1;
            if (inside(m) && m < core && !clockUnit(unit) && unit != "weekend" && isAny<"reste", "resto", "rest">(m) &&
                (german() ? article : m < of && role(m - 1, Role::Article) && inside(m - 1))) {
                Piece piece; // le reste de la semaine
                piece.first = german() ? m : m - 1;
                piece.end = end;
                piece.mod = TimeMod::End;
                return periodOf(piece, deixis == Deixis::None ? Deixis::This : deixis, unit, false);
            }
            if (is(m, "fin") && is(of, "de") && of + 1 == i && unit == "week" && deixis == Deixis::None &&
                reading_.language == text::Language::Spanish)
                return i; // fin de semana
            if (inside(m) && word(m).mod != TimeMod::None && m < core && !clockUnit(unit) &&
                (m < of || article || deixis != Deixis::None || german())) {
                Piece piece;
                piece.first = role(m - 1, Role::Article) && inside(m - 1) && !german() ? m - 1 : m;
                piece.end = end;
                piece.mod = word(m).mod;
                return periodOf(piece, deixis, unit, false);
            }
        }
    }
    if (self.mod != TimeMod::None) { // Jahresende, Monatsanfang
        Piece piece;
        piece.first = first;
        piece.end = end;
        piece.mod = self.mod;
        Index after = 0;
        if (const int y = yearBehind(end, after); y > 0 && unit == "year") {
            piece.time.year = y;
            piece.end = after;
            return emit(piece);
        }
        return periodOf(piece, deixis, unit, false);
    }
    if (german() && self.plural && deixis == Deixis::None && behind.word->is(Role::Earlier | Role::Later) &&
        i == first_ && !role(behind.end, Role::Of)) // Stunden zuvor
        return emit(i, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt, "vague-length");
    if (clockUnit(unit))
        return i;
    if (deixis == Deixis::None) {
        // bare plurals behind a lead: depuis des années, seit Jahren, durante años
        const Index lead = article || role(p, Role::Of) ? p : first;
        if (self.plural && unit != "half" && unit != "quarter") {
            const Index hang = before(lead, only(Role::Ago));
            if (hang < lead && inside(hang) && !context(hang - 1).is(Role::Since))
                return moveBy(hang, end, -1, unit, -1, false, TimeMod::None);
            const TimeWord& c = context(lead - 1);
            if (hang < lead)
                return emit(i, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt,
                            "vague-length");
            if ((c.is(Role::Since | Role::During) && !(article && !role(p, Role::Of))) || behind.word->is(Role::During))
                return emit(i, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt,
                            "vague-length");
        }
        if (const Index day = role(end, Role::Of) || (german() && isAny<"des", "vom">(end)) ? end + 1 : end;
            unit == "weekend" && day > end && kind(day, TokenKind::Number))
            return i + 1; // le week-end du 7 septembre: the day speaks for it
        if (unit == "weekend" && german() && self.plural && is(p, "an"))
            return emit(i, end, TimeType::Set, TimeMod::None, "XXXX-WXX-WE", std::nullopt, "every");
        if (unit == "weekend" &&
            (article || context(p).is(Role::On | Role::At) || isAny<"del", "al", "du", "zum", "übers">(p))) {
            if (self.plural && article) // les week-ends
                return emit(p, end, TimeType::Set, TimeMod::None, "XXXX-WXX-WE", std::nullopt, "every");
            Piece piece;
            piece.first = article ? p : i;
            piece.end = end;
            return periodOf(piece, self.plural ? Deixis::Habit : Deixis::None, unit, false);
        }
        // "dans les heures qui ont suivi", "les jours précédant le vote"
        if (self.plural && article && inside(p) &&
            ((is(end, "qui") && isAny<"ont", "avaient", "suivent", "suivirent", "suivront", "suivaient">(end + 1)) ||
             isAny<"suivant", "précédant">(end)) &&
            (is(end, "qui") || role(end + 1, Role::Article | Role::One)))
            return emit(p, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt, "length");
        return i;
    }
    if (role(p, Role::Article) && inside(p) && (deixis != Deixis::This || german())) // das laufende Jahr
        first = p;
    const auto plural = [&] { // "mois" and "lunes" do not show it, the words around them do
        if (!self.is(Role::Introduced))
            return self.plural;
        for (Index k = first; k < end; ++k)
            if (k != i && inside(k) && text(k).ends_with("s"))
                return true;
        return false;
    };
    if (plural()) { // ces dernières années, in den nächsten Wochen
        if (deixis == Deixis::Last || deixis == Deixis::Previous)
            return emit(first, end, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "past");
        if (deixis == Deixis::Next || deixis == Deixis::Following)
            return emit(first, end, TimeType::Date, TimeMod::None, "FUTURE_REF", std::nullopt, "coming");
        return i;
    }
    if (role(p, Role::All) && inside(p))
        return i;
    Piece piece;
    piece.first = first;
    piece.end = end;
    if (role(first - 1, Role::Early | Role::Late) && inside(first - 1)) {
        piece.first = first - 1;
        piece.mod = role(first - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
    }
    if (deixis == Deixis::Same && is(end, "que"))
        return i; // "le même jour que son frère"
    if (there && deixis == Deixis::This)
        deixis = Deixis::Same;
    if (unit == "day" && deixis == Deixis::This && !german() && reading_.language == text::Language::French)
        return i; // "ce jour": which one is not said
    const bool mention = deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous ||
                         (unit == "day" && deixis == Deixis::Next);
    const bool twice = role(i - 1, Role::Twice) || (!german() && role(end - 1, Role::Twice));
    return periodOf(piece, deixis, unit, mention, twice ? 2 : 1);
}

} // namespace countercheck::read
