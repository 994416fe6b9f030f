// SPDX-License-Identifier: GPL-3.0-or-later
// How many: numbers in front of a unit of time, in the languages of timesgrammar.h.
#include "core/read/times/timesgrammar.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "fünfundzwanzig", "zweihundert": units before tens, joined by "und".
int TimesGrammar::compoundNumber(std::string_view word) const {
    if (!german() || word.size() < 10 || word.size() > 24)
        return -1;
    constexpr std::array<std::pair<std::string_view, int>, 8> tens{{{"zwanzig", 20},
                                                                    {"dreißig", 30},
                                                                    {"vierzig", 40},
                                                                    {"fünfzig", 50},
                                                                    {"sechzig", 60},
                                                                    {"siebzig", 70},
                                                                    {"achtzig", 80},
                                                                    {"neunzig", 90}}};
    std::string buffer;
    const std::string_view lower = text::lowered(word, buffer);
    const auto plain = [&](std::string_view part) { // "zwei", "zwölf"
        const text::WordId id = lexicon_.find(part);
        return id == 0 ? -1 : static_cast<int>(words_[id].number);
    };
    if (const std::size_t at = lower.find("hundert"); at != std::string_view::npos) { // zweihundert, hundertzwanzig
        const int hundreds = at == 0 ? 1 : plain(lower.substr(0, at));
        const std::string_view tail = lower.substr(at + 7);
        const int rest = tail.empty() ? 0 : plain(tail) > 0 ? plain(tail) : compoundNumber(tail);
        return hundreds < 1 || hundreds > 9 || rest < 0 || rest > 99 ? -1 : 100 * hundreds + rest;
    }
    for (const auto& [name, value] : tens) {
        if (!lower.ends_with(name))
            continue;
        const std::string_view head = lower.substr(0, lower.size() - name.size());
        if (!head.ends_with("und"))
            return -1;
        const int n = plain(head.substr(0, head.size() - 3));
        return n >= 1 && n <= 9 ? value + n : -1;
    }
    return -1;
}

int TimesGrammar::smallNumber(Index i, Index& end) const {
    const TimeWord& w = word(i);
    int value = w.number;
    if (value < 0) {
        if (!kind(i, TokenKind::Word) || w.roles != 0)
            return -1;
        value = compoundNumber(text(i));
        end = i + 1;
        return value;
    }
    end = i + 1;
    if (Index tail = 0; value == 100) // ciento veinte
        if (const int rest = smallNumber(end, tail); rest > 0 && rest < 100) {
            end = tail;
            return value + rest;
        }
    while (value >= 4 && inside(end)) { // vingt-deux, quatre-vingt-dix, treinta y cinco, vingt et un
        const Index next = kind(end, TokenKind::Hyphen) && glued(end) ? end + 1 : end;
        if (const int n = word(next).number; n > 0) {
            if (value == 4 && n == 20)
                value = 80;
            else if (value % 10 == 0 && (value == 10 ? n >= 7 && n <= 9 : value >= 20 && n < 20))
                value += n; // dix-huit, soixante-dix-huit
            else
                break;
            end = next + 1;
        } else if (role(next, Role::And) && value >= 20 && value % 10 == 0 &&
                   word(kind(next + 1, TokenKind::Hyphen) ? next + 2 : next + 1).number > 0 &&
                   word(kind(next + 1, TokenKind::Hyphen) ? next + 2 : next + 1).number < 12) {
            const Index unit = kind(next + 1, TokenKind::Hyphen) ? next + 2 : next + 1;
            value += word(unit).number;
            end = unit + 1;
        } else {
            break;
        }
    }
    return value;
}

int TimesGrammar::roman(std::string_view text) const {
    int total = 0, previous = 0;
    std::size_t n = 0;
    for (; n < text.size(); ++n) {
        const int v = text[n] == 'I' ? 1 : text[n] == 'V' ? 5 : text[n] == 'X' ? 10 : 0;
        if (v == 0)
            break;
        total += v;
        if (v > previous && previous != 0)
            total -= 2 * previous;
        previous = v;
    }
    const std::string_view rest = text.substr(n);
    return n > 0 && n < 7 && (rest.empty() || rest == "e" || rest == "ème" || rest == "er") && total <= 21 ? total : 0;
}

std::optional<TimesGrammar::Quantity> TimesGrammar::quantityBefore(Index end) const {
    Quantity q;
    Index p = end - 1;
    if (!inside(p))
        return std::nullopt;
    while (role(p, Role::Adjective) && inside(p - 1))
        --p;
    if (kind(p, TokenKind::Hyphen) && inside(p - 1) && (role(p - 1, Role::Half) || kind(p - 1, TokenKind::Number)))
        --p; // une demi-heure, 24-Stunden
    q.first = p;
    if (kind(p, TokenKind::Number)) {
        const std::string_view run = text(p);
        if (run.size() > 9 || kind(p - 1, TokenKind::Currency) ||
            (glued(p) && p > first_ && token(p - 1).is(TokenKind::Colon))) // 2:04:11 Stunden
            return std::nullopt;
        std::int64_t whole = 0, fraction = 0;
        int places = -1;
        for (std::size_t k = 0; k < run.size(); ++k) {
            if (run[k] == ',' || run[k] == '.') {
                const bool grouping = run[k] == '.' && run.size() - k == 4;
                if (!grouping)
                    places = 0;
            } else if (places < 0) {
                whole = whole * 10 + (run[k] - '0');
            } else if (places < 3) {
                fraction = fraction * 10 + (run[k] - '0');
                ++places;
            }
        }
        for (int k = std::max(places, 0); k < 3; ++k)
            fraction *= 10;
        q.thousandths = whole * 1000 + fraction;
        q.digits = true;
        // 1 500 jours
        if (run.size() == 3 && places < 0 && inside(p - 1) && kind(p - 1, TokenKind::Number) &&
            text(p - 1).size() <= 3 && plainNumber(p - 1, 3) > 0 && reading_.language == text::Language::French) {
            q.thousandths += std::int64_t{plainNumber(p - 1, 3)} * 1000000;
            q.first = p - 1;
        }
        return q;
    }
    if (!kind(p, TokenKind::Word))
        return std::nullopt;
    const TimeWord& w = word(p);
    if (german() && is(p, "beiden") &&
        (deixisOf(word(p - 1)) != Deixis::None || deixisOf(word(p + 1)) != Deixis::None)) {
        q.thousandths = 2000; // die letzten beiden Jahre
        return q;
    }
    if (w.is(Role::Half)) { // demi(e), halbe, media; anderthalb (1), zweieinhalb (2)
        q.thousandths = std::max<int>(w.number, 0) * 1000 + 500;
        if (w.number <= 0 && (role(p - 1, Role::One) || (word(p - 1).number == 1)) && inside(p - 1))
            q.first = p - 1;
        return q;
    }
    if (role(p, Role::Of) && inside(p - 1)) { // une dizaine de jours, un par de semanas, un quart d'heure
        Index n = p - 1;
        q.first = role(n - 1, Role::One) || word(n - 1).number == 1 ? n - 1 : n;
        if (word(n).is(Role::Couple)) {
            q.thousandths = 2000;
            return q;
        }
        if (word(n).is(Role::Quarter) || word(n).is(Role::ThreeQuarters)) {
            const int count = word(n - 1).number;
            q.thousandths = (count == 3 || word(n).is(Role::ThreeQuarters)) ? 750 : 250;
            q.first = count > 0 ? n - 1 : n;
            return q;
        }
        if (has(n, Tag::Multiplier) && kind(n, TokenKind::Word)) {
            q.thousandths = number(n, Tag::Multiplier) * 1000;
            if (has(n, Tag::Hedge))
                q.mod = TimeMod::Approx;
            return q;
        }
        if (has(n, Tag::Vague)) {
            q.thousandths = -1;
            return q;
        }
        return std::nullopt;
    }
    if (w.is(Role::Couple)) {
        q.thousandths = -1;
        if (role(p - 1, Role::One) || word(p - 1).number == 1)
            q.first = p - 1;
        return q;
    }
    if (has(p, Tag::Vague) && w.number < 0) {
        if (german() && is(p - 1, "wie"))
            return std::nullopt; // "wie viele Tage"
        q.thousandths = -1;
        return q;
    }
    if (w.is(Role::One) && w.number < 0) {
        q.thousandths = 1000;
        q.article = true;
        return q;
    }
    // Words, read forwards from the leftmost that reaches the unit.
    for (Index back = 5; back >= 1; --back) {
        if (p + 1 < floor_ + back)
            continue;
        const Index s = p + 1 - back;
        Index reached = 0;
        int value = smallNumber(s, reached);
        Index factor = value > 0 ? reached : s;
        if (has(factor, Tag::Multiplier) && kind(factor, TokenKind::Word) && number(factor, Tag::Multiplier) <= 1000 &&
            !has(factor, Tag::Hedge)) {
            value = std::max(value, 1) * static_cast<int>(number(factor, Tag::Multiplier));
            reached = factor + 1;
            if (Index tail = 0; reached <= p)
                if (const int more = smallNumber(reached, tail); more > 0 && tail == p + 1) {
                    value += more;
                    reached = tail;
                }
        }
        if (value > 0 && reached == p + 1) {
            q.thousandths = std::int64_t{value} * 1000;
            q.first = s;
            q.article = value == 1;
            return q;
        }
    }
    return std::nullopt;
}

/// "trois ans au plus", "zwei Stunden oder mehr": a hedge behind a length, which it then ends.
bool TimesGrammar::hedgedBehind(Index& end, TimeMod& mod) const {
    const auto after = inside(end) ? lexicon_.match(reading_, end, text::tagBit(Tag::HedgeAfter)) : std::nullopt;
    if (!after || after->endToken > end_ || kind(after->endToken, TokenKind::Number) ||
        word(after->endToken).number > 0 || word(after->endToken).is(Role::One))
        return false;
    if (german() && after->endToken == end + 1 && kind(end + 1, TokenKind::Word))
        return false; // "dauert drei Jahre mindestens", but "drei Jahre etwa im Süden"
    mod = modOfHedge(lexicon_.value(after->entry, Tag::HedgeAfter));
    end = mod != TimeMod::None ? after->endToken : end;
    return mod != TimeMod::None;
}

/// "âgé de 34 ans", ", 34 ans,", "34 Jahre alt", "de 34 años": how old somebody is.
/// "les jeunes de 18 à 25 ans", "tiene entre 18 y 25 años": the lower of two ages.
bool TimesGrammar::agesBetween(const Quantity& low) const {
    const Index opener = low.first - 1;
    if (!context(opener).is(Role::Of | Role::From) && !context(opener).is(Role::Between))
        return false;
    const Index of = context(opener).is(Role::Between) && context(opener - 1).is(Role::Of) ? opener - 1 : opener;
    return context(of - 1).is(Role::AgeNoun) ||
           (context(opener).is(Role::Between) &&
            isAny<"a", "ont", "avait", "avaient", "tiene", "tienen", "tenía", "tenían", "tengo">(opener - 1));
}

bool TimesGrammar::looksLikeAge(Index first, Index end, const Quantity& quantity) const {
    const bool of = context(first - 1).is(Role::Of);
    if (context(first - 1).is(Role::AgeNoun) || context(end).is(Role::AgeNoun) ||
        (of && context(first - 2).is(Role::AgeNoun)) ||
        (context(end).is(Role::Of) && context(end + 1).is(Role::AgeNoun)))
        return true;
    if (Index lead = first; quantity.digits && role(lead - 1, Role::And) && lead >= first_ + 4) { // de 4, 9 et 12 ans
        while (lead > first_ + 1 && (role(lead - 1, Role::And) || token(lead - 1).is(TokenKind::Comma)) &&
               token(lead - 2).is(TokenKind::Number))
            lead -= 2;
        if (lead + 2 < first && (context(lead - 1).is(Role::Of) || context(lead - 1).is(Role::From)))
            return true;
    }
    if (is(first - 1, "los") && context(first - 2).is(Role::To)) // murió a los 69 años
        return true;
    if (is(first - 1, "sus") || is(first - 1, "mis") || is(first - 1, "ses")) // a sus 72 años
        return context(first - 2).is(Role::To) || is(first - 2, "con") || is(first - 2, "dans");
    if (reading_.language == text::Language::French &&
        (isAny<"a", "ai", "as", "avais", "avait">(first - 1) ||
         (is(first - 1, "eu") && isAny<"a", "avait", "ont">(first - 2))) &&
        !is(first - 2, "y") &&
        (end >= end_ || token(end).is(TokenKind::Stop) || token(end).is(TokenKind::Comma) || role(end, Role::And) ||
         is(first - 1, "eu")))
        return true; // il a 72 ans
    if (reading_.language == text::Language::Spanish && isAny<"tengo", "tienes", "tiene">(first - 1) &&
        (end >= end_ || token(end).is(TokenKind::Stop) || token(end).is(TokenKind::Comma) || role(end, Role::And)))
        return true; // tengo 22 años
    const auto mark = [&](Index i, TokenKind k) { return i >= first_ && i < end_ && token(i).is(k); };
    const bool closed = mark(end, TokenKind::Comma) || mark(end, TokenKind::CloseBracket) || mark(end, TokenKind::Stop);
    const Index open = of ? first - 2 : first - 1; // ", 34 ans,", "(34 ans)", ", de 34 años,"
    return closed && quantity.mod == TimeMod::None && quantity.thousandths > 0 &&
           ((mark(open, TokenKind::Comma) && open > first_ &&
             (out_.times.empty() || out_.times.back().endToken != open)) ||
            mark(open, TokenKind::OpenBracket));
}

} // namespace countercheck::read
