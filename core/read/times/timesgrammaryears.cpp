// SPDX-License-Identifier: GPL-3.0-or-later
// Seasons, feasts, years and decades in the languages of timesgrammar.h.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "la première moitié d'avril", "in der ersten Hälfte des Sommers": the half that stands before a month or season.
bool TimesGrammar::halfOf(Piece& piece) const {
    if (piece.time.month == 0 && piece.time.season == 0 && piece.time.century < 0 && piece.time.decade < 0)
        return false;
    Index half = piece.first - 1;
    if (role(half, Role::Of) || (german() && isAny<"des", "im", "der">(half)))
        --half;
    if (!inside(half - 1) || !isAny<"hälfte", "moitié", "mitad">(half) ||
        (word(half - 1).ordinal != 1 && word(half - 1).ordinal != 2))
        return false;
    piece.mod = word(half - 1).ordinal == 1 ? TimeMod::Start : TimeMod::End;
    piece.first = role(half - 2, Role::Article) && inside(half - 2) ? half - 2 : half - 1;
    return true;
}

TimesGrammar::Index TimesGrammar::seasonHead(Index i, const TimeWord& w) {
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "season";
    piece.time.season = w.season;
    piece.mod = w.mod; // Spätsommer
    Index end = 0;
    if (const int y = yearBehind(i + 1, end); y > 0) {
        piece.time.year = y;
        piece.end = end;
        piece.yearGiven = true;
        if (kind(end, TokenKind::Slash) || (dashAt(end) && glued(end))) // Winter 2010/11
            if (plainNumber(end + 1, 4) >= 0 && glued(end + 1))
                piece.end = end + 2;
    }
    if (const Index two = role(i + 1, Role::Of) ? i + 2 : i + 1; // l'automne 98, otoño del 98
        !piece.yearGiven && plainNumber(two, 2) >= 40 && text(two).size() == 2 && !kind(two + 1, TokenKind::Percent) &&
        !kind(two + 1, TokenKind::Word)) {
        piece.time.year = fullYear(plainNumber(two, 2), today_);
        piece.end = two + 1;
        piece.yearGiven = true;
    }
    Deixis deixis = deixisOf(*hitAt(piece.end).word);
    if (german())
        deixis = Deixis::None;
    if (deixis != Deixis::None)
        piece.end = hitAt(piece.end).end;
    const bool there = kind(piece.end, TokenKind::Hyphen) && glued(piece.end) && is(piece.end + 1, "là");
    if (there)
        piece.end += 2;
    Index p = i - 1;
    bool article = false;
    if (deixis == Deixis::None) {
        deixis = deixisOf(word(p));
        if (deixis != Deixis::None && inside(p))
            piece.first = p--;
    }
    if (role(p, Role::Article) && inside(p)) {
        article = true;
        piece.first = p--;
    }
    if (deixis == Deixis::Habit || role(p, Role::All)) {
        piece.first = role(p, Role::All) && inside(p) ? p : piece.first;
        piece.set = true;
        return emit(piece);
    }
    const bool introduced = context(p).is(Role::In | Role::Since) || is(p, "au") ||
                            (article && context(p).is(Role::To) && !kind(piece.end, TokenKind::Hyphen)) ||
                            context(p).is(Role::During | Role::Until) || context(p).is(Role::Introduced) ||
                            context(p).mod != TimeMod::None || (role(p, Role::Of) && word(p - 1).mod != TimeMod::None);
    if (!piece.yearGiven && deixis == Deixis::None && !introduced)
        return i;
    if (w.is(Role::Weak) && !piece.yearGiven && deixis == Deixis::None && !introduced && !article)
        return i;
    if (!piece.yearGiven && today_) {
        const CivilDate now = civilFromDays(*today_);
        const int start = w.season * 3;
        const bool running = (now.month - start + 12) % 12 < 3;
        int year = now.month >= start ? now.year : now.year - 1;
        if (deixis == Deixis::Next || (deixis == Deixis::None && !running && tenseAt(i, i + 1) == Tense::Future))
            ++year;
        else if (deixis == Deixis::Last && running)
            --year;
        else if (deixis == Deixis::This && !running)
            year = w.season == 4 ? now.year - (now.month < 6 ? 1 : 0) : now.year;
        piece.time.year = year;
        if (const int told = deixis == Deixis::None ? storyYear(start) : -1; told > 0)
            piece.time.year = told;
        const bool seen = deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous || there;
        if (const TimeMention* mention = seen ? earlierIn(Grain::Year) : nullptr) { // l'été suivant, cet été-là
            const CivilDate date = civilFromDays(dayOfSecond(mention->resolved->from));
            const int month = mention->resolved->grain > Grain::Year ? date.month : start;
            piece.time.year = date.year + (deixis == Deixis::Following  ? (month < start ? 0 : 1)
                                           : deixis == Deixis::Previous ? (month > start + 2 ? 0 : -1)
                                                                        : 0);
        }
    }
    leftOf(piece, true);
    return emit(piece);
}

TimesGrammar::Index TimesGrammar::holidayHead(Index i) {
    auto found = holidayDate(i);
    if (!found || (kind(found->end, TokenKind::Hyphen) && glued(found->end)))
        return i;
    Piece piece = *found;
    Index end = 0;
    if (!piece.yearGiven)
        if (const int y = yearBehind(piece.end, end); y > 0 && piece.time.month != 0) {
            piece.time.year = y;
            piece.yearGiven = true;
            piece.end = end;
        }
    if (deixisOf(word(piece.first - 1)) != Deixis::None && inside(piece.first - 1))
        --piece.first;
    else if (is(i, "veille") && role(i - 1, Role::Article) && inside(i - 1))
        --piece.first; // la veille de Noël
    else if (const Hit hit = hitAt(piece.end); !german() && !piece.yearGiven && today_ && piece.time.hasFullDate())
        if (const Deixis deixis = deixisOf(*hit.word); deixis == Deixis::Last || deixis == Deixis::Next) {
            piece.end = hit.end; // Noël dernier
            const bool ahead = piece.time.dayNumber() > *today_;
            piece.time.year += deixis == Deixis::Last ? (ahead ? -1 : 0) : (ahead ? 0 : 1);
        }
    if (role(piece.end, Role::At) && piece.time.hasFullDate()) // Heiligabend um sechs, Nochevieja a las 12
        rightOf(piece);
    return emit(piece);
}

/// A year alone, where the words before it show one: "en 2020", "seit 2015", "(2019)", "de 2010 à 2015".
TimesGrammar::Index TimesGrammar::yearHead(Index i) {
    if (!kind(i, TokenKind::Number) || text(i).size() != 4)
        return i;
    const int y = plainNumber(i, 4);
    if (y < 1000 || y > 2199)
        return i;
    if (german() && is(i - 1, "um") && is(i + 1, "auf") && kind(i + 2, TokenKind::Number))
        return i; // "sank um 1999 auf 20.040"
    if (glued(i) && i > first_ && !token(i - 1).is(TokenKind::OpenBracket) && !dashAt(i - 1) &&
        !token(i - 1).is(TokenKind::Slash) && !token(i - 1).is(TokenKind::OpenQuote) &&
        !context(i - 1).is(Role::Of | Role::Article))
        return i;
    const Index next = i + 1;
    if (kind(next, TokenKind::Percent) || kind(next, TokenKind::Currency) ||
        (kind(next, TokenKind::Symbol) && glued(next)) ||
        (kind(next, TokenKind::Colon) && glued(next) && kind(next + 1, TokenKind::Number)) ||
        has(next, Tag::Multiplier) || has(next, Tag::Unit) || has(next, Tag::Currency) || (word(next).unit))
        return i;
    const bool modern = y >= 1900 && y <= 2060;
    if (modern && (kind(next, TokenKind::Slash) || dashAt(next)) && glued(next) && glued(next + 1) &&
        !dashAt(next + 2) && !(glued(next + 2) && kind(next + 2, TokenKind::Slash)) &&
        ((text(next + 1).size() == 2 && plainNumber(next + 1, 2) == (y + 1) % 100 && plainNumber(next + 1, 2) > 12) ||
         (kind(next, TokenKind::Slash) &&
          (plainNumber(next + 1, 4) == y + 1 ||
           (text(next + 1).size() == 2 && plainNumber(next + 1, 2) == (y + 1) % 100))))) {
        Piece season; // 1989/90
        season.first = i;
        season.end = next;
        season.rule = "year-range";
        season.time.year = y;
        season.yearGiven = true;
        emit(season);
        season.first = next + 1;
        season.end = next + 2;
        season.time.year = y + 1;
        return emit(season);
    }
    // a plural noun behind it is counted: "2000 personnes", "2000 Menschen"
    const bool nounNext =
        kind(next, TokenKind::Word) && glued(next) == false &&
        (german() ? capital(next)
                  : !capital(next) && text(next).size() > 3 && text(next).ends_with("s") &&
                        (words_[token(next).word].roles & ~only(Role::AgeNoun)) == 0 &&
                        !lexicon_.hasAny(token(next).word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Conj) |
                                                               text::tagBit(Tag::Subord) | text::tagBit(Tag::Aux) |
                                                               text::tagBit(Tag::Pron)));
    const Index p = i - 1;
    if (dashAt(next) && glued(next) && glued(next + 1) && text(next + 1).size() > 2 && plainNumber(next + 1, 4) < 1000)
        return i; // loi 2004-204: its number
    Piece piece;
    piece.first = i;
    piece.end = next;
    piece.time.year = y;
    piece.yearGiven = true;
    piece.rule = "year";
    const TimeWord& c = context(p);
    const bool noun = role(p, Role::YearWord) && inside(p);
    const bool about = c.is(Role::Around) || is(p, "um");
    if (about && inside(p) && y >= 1500 && !nounNext)
        piece.mod = TimeMod::Approx;
    bool fits = noun || is(p, "courant") || (isAny<"para", "pour">(p) && y >= 1950 && y <= 2050 && !nounNext) ||
                piece.mod == TimeMod::Approx ||
                (before(i, Role::In | Role::Until) < p && modern && !nounNext); // d'ici 2030
    if (noun) {
        piece.first = p;
        piece.time.fiscal = text(p).starts_with("Geschäfts") || text(p).starts_with("Haushalts");
        if (role(p - 1, Role::Article) && inside(p - 1))
            piece.first = p - 1;
    } else if (c.is(Role::In | Role::Since) || c.is(Role::Until | Role::During) || c.is(Role::Introduced) ||
               c.mod != TimeMod::None) {
        fits = !nounNext || (modern && y != 2000 && german());
    } else if (c.is(Role::Of | Role::From) || c.is(Role::To | Role::Between) || c.is(Role::Before | Role::After) ||
               c.is(Role::Around)) {
        const Index other = next + 1;                                                   // de 1859 à 1861
        const bool ofNoun = c.is(Role::Of) && y >= 1500 && y % 100 != 0 && !nounNext && // le traité de 1648
                            context(p - 2).is(Role::Article) && kind(p - 1, TokenKind::Word) &&
                            !has(p - 1, Tag::NotCount) && !has(p - 1, Tag::Vague) &&
                            !isAny<"total", "somme", "nombre", "population", "montant", "suma", "número", "cifra",
                                   "población", "chiffre">(p - 1);
        fits = (modern && !nounNext) || ofNoun ||
               (c.is(Role::Of | Role::From) && role(next, Role::To | Role::Until) && y >= 1500 &&
                plainNumber(other, 4) > y && plainNumber(other, 4) < y + 150 &&
                !(kind(other + 1, TokenKind::Word) && nounFollows(other + 1)));
    } else if (kind(p, TokenKind::Hyphen) && context(p - 1).mod != TimeMod::None) { // mi-2025
        fits = modern;
    } else if (context(p - 1).is(Role::Article | Role::Of) && !german() && kind(p, TokenKind::Word) && !capital(p) &&
               c.roles == 0 && c.number < 0 && y >= 1950 && y <= 2040 && y != 2000 && !has(p, Tag::Vague) &&
               value(p, Tag::NotCount) != "id" && value(p, Tag::NotCount) != "cap") {
        fits = !nounNext; // le budget 2024
    } else if (p < i && inside(p) && token(p).is(TokenKind::OpenBracket)) {
        fits = (y >= 1500) && (kind(next, TokenKind::CloseBracket) || dashAt(next));
    }
    const bool chained = !out_.times.empty() && out_.times.back().endToken + 1 == i &&
                         (dashAt(p) || context(p).is(Role::And | Role::To) ||
                          (p >= first_ && p < end_ && token(p).is(TokenKind::Comma)) ||
                          (p >= first_ && p < end_ && token(p).is(TokenKind::Slash))) &&
                         out_.times.back().value.size() == 4;
    const bool range = modern && dashAt(next) && glued(next) && glued(next + 1) && plainNumber(next + 1, 4) > y &&
                       plainNumber(next + 1, 4) < 2100 && text(next + 1).size() == 4 && !dashAt(next + 2);
    // "die Bundestagswahl 2021", "la Coupe du monde 2022", "el presupuesto 2024"
    const bool named = kind(p, TokenKind::Word) && y >= 1950 && y <= 2040 && y % 1000 != 0 && c.roles == 0 &&
                       c.number < 0 && !c.unit && text(p).size() > 3 &&
                       !lexicon_.hasAny(token(p).word, text::tagBit(Tag::NotCount) | text::tagBit(Tag::Multiplier) |
                                                           text::tagBit(Tag::Unit) | text::tagBit(Tag::Currency) |
                                                           text::tagBit(Tag::Hedge) | text::tagBit(Tag::Prep) |
                                                           text::tagBit(Tag::Det) | text::tagBit(Tag::Conj) |
                                                           text::tagBit(Tag::Pron) | text::tagBit(Tag::Aux)) &&
                       (capital(p) || !german()) && p > first_ &&
                       (!kind(next, TokenKind::Word) || (!capital(next) && !nounNext));
    const bool modernOrOld =
        modern || (german() && y >= 1700 && y % 100 != 0 && (!kind(next, TokenKind::Word) || has(next, Tag::Prep)));
    const bool lone = modernOrOld && !nounNext && !capital(p) && !has(p, Tag::Hedge) &&
                      (i == first_ ? kind(next, TokenKind::Word)
                                   : german() && kind(p, TokenKind::Word) && y % 1000 != 0 && y >= 1700 && y <= 2040 &&
                                         !has(p, Tag::Number));
    if (!fits && !range && !lone && !named && !(chained && (modern || plausibleYear(y)) && !nounNext))
        return i;
    const TimeMod approximate = piece.mod;
    leftOf(piece, true);
    if (approximate != TimeMod::None && piece.mod == TimeMod::None)
        piece.mod = approximate;
    return emit(piece);
}

/// "les années 90", "die 1990er Jahre", "los años noventa", "die Neunziger".
TimesGrammar::Index TimesGrammar::decadeHead(Index i) {
    Piece piece;
    piece.first = i;
    piece.rule = "decade";
    int number = -1;
    if (kind(i, TokenKind::Alnum)) { // 90er, 1990er
        const std::string_view t = text(i);
        const char* at = std::from_chars(t.data(), t.data() + t.size(), number).ptr;
        const std::string_view rest = t.substr(static_cast<std::size_t>(at - t.data()));
        if ((rest != "er" && rest != "ern") || !german() || number % 10 != 0)
            return i;
        piece.end = i + 1;
        if (kind(piece.end, TokenKind::Hyphen) && role(piece.end + 1, Role::YearWord))
            ++piece.end;
        if (role(piece.end, Role::YearWord))
            ++piece.end;
        else if (number < 1000 && !role(i - 1, Role::Article) && word(i - 1).mod == TimeMod::None)
            return i;
    } else if (role(i, Role::Decade) && word(i).number >= 20) { // die Neunziger
        if (!role(i - 1, Role::Article | Role::Early) && !role(i - 1, Role::Late) && word(i - 1).mod == TimeMod::None &&
            !role(i + 1, Role::YearWord))
            return i;
        number = word(i).number;
        piece.end = role(i + 1, Role::YearWord) ? i + 2 : i + 1;
    } else if (const int tens = word(i).number;
               !role(i, Role::Decade) && tens >= 20 && tens < 100 && tens % 10 == 0 && is(i - 1, "los") &&
               !(role(i + 1, Role::And) && word(i + 2).number > 0) &&
               ((role(i - 2, Role::Of) && word(i - 3).mod != TimeMod::None && !word(i + 1).unit) ||
                !kind(i + 1, TokenKind::Word) || has(i + 1, Tag::Prep) || has(i + 1, Tag::Conj))) { // los noventa
        number = tens;
        piece.end = i + 1;
    } else if (const int two = plainNumber(i, 2);
               two >= 20 && two % 10 == 0 && is(i - 1, "los") &&
               ((role(i - 2, Role::Of) && word(i - 3).mod != TimeMod::None) ||
                (offhand_ && context(i - 2).is(Role::Of | Role::In) && i + 1 == end_)) &&
               (!kind(i + 1, TokenKind::Word) || has(i + 1, Tag::Prep) || has(i + 1, Tag::Conj)) &&
               !kind(i + 1, TokenKind::Percent)) { // a principios de los 90
        number = two;
        piece.end = i + 1;
    } else if (const int year = plainNumber(i, 4); year >= 1900 && year <= 2000 && year % 10 == 0 && is(i - 1, "los") &&
                                                   role(i - 2, Role::Of) && word(i - 3).mod != TimeMod::None &&
                                                   (!kind(i + 1, TokenKind::Word) || has(i + 1, Tag::Prep) ||
                                                    has(i + 1, Tag::Conj))) { // a principios de los 2000
        number = year;
        piece.end = i + 1;
    } else if (role(i, Role::Decade)) {
        Index j = i + 1;
        if (role(j, Role::Of) && (kind(j + 1, TokenKind::Number) || role(j + 1, Role::Article)))
            j += role(j + 1, Role::Article) ? 2 : 1; // década de los 70
        Index end = j + 1;
        number = plainNumber(j, 4);
        if (number < 0)
            number = smallNumber(j, end);
        if (kind(j, TokenKind::Apostrophe) && plainNumber(j + 1, 2) >= 0) {
            number = plainNumber(j + 1, 2);
            end = j + 2;
        }
        if (number < 0 || number % 10 != 0 || (number >= 100 && number < 1000) || (number < 20 && number != 0))
            return i;
        if (dashAt(end) || (role(end, Role::And) && plainNumber(end + 1, 4) > 2100))
            return i;
        piece.end = end;
    } else {
        return i;
    }
    if (number < 100)
        number = fullYear(number, today_);
    if (number >= 2000 && today_ && number > civilFromDays(*today_).year)
        number -= 100; // a decade that has begun
    if (!plausibleYear(number))
        return i;
    piece.time.decade = number / 10;
    if (role(piece.first - 1, Role::Early | Role::Late) && inside(piece.first - 1)) {
        piece.mod = role(piece.first - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
        --piece.first;
    }
    if (role(piece.first - 1, Role::Article) && inside(piece.first - 1))
        --piece.first;
    TimeMod mod = piece.mod;
    leftOf(piece, true);
    if (mod != TimeMod::None)
        piece.mod = mod;
    if (const Index half = role(piece.first - 1, Role::Of) ? piece.first - 2 : piece.first - 1;
        piece.mod == TimeMod::None && inside(half - 1) && isAny<"hälfte", "moitié", "mitad">(half) &&
        (word(half - 1).ordinal == 1 || word(half - 1).ordinal == 2)) { // in der zweiten Hälfte der neunziger Jahre
        piece.mod = word(half - 1).ordinal == 1 ? TimeMod::Start : TimeMod::End;
        piece.first = role(half - 2, Role::Article) && inside(half - 2) ? half - 2 : half - 1;
    }
    const Index end = emit(piece);
    if (const int other = plainNumber(end + 1, 2); role(end, Role::And) && other >= 20 && other % 10 == 0 &&
                                                   text(end + 1).size() == 2 && !german() &&
                                                   !kind(end + 2, TokenKind::Percent) && !word(end + 2).unit) {
        Piece second; // les années 60 et 70
        second.first = end + 1;
        second.end = end + 2;
        second.rule = "decade";
        second.time.decade = fullYear(other, today_) / 10;
        return emit(second);
    }
    return end;
}

} // namespace countercheck::read
