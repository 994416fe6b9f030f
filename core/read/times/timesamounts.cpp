// SPDX-License-Identifier: GPL-3.0-or-later
// How many: the number, the hedge and the article in front of a unit of time ("nearly two and a half", "a", "per").
#include "core/read/times/timesreader.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

std::optional<TimesReader::Amount> TimesReader::amountBefore(Index end) const {
    if (end <= floor_)
        return std::nullopt;
    Amount amount;
    Index p = end - 1;
    const auto step = [&] { // over a hyphen inside "two-and-a-half"
        if (p <= floor_)
            return false;
        --p;
        if (kind(p, TokenKind::Hyphen) && p > floor_)
            --p;
        return true;
    };
    // "three straight days", "two more weeks"
    if (isAny<"straight", "consecutive", "full", "whole", "entire", "long", "more", "additional", "extra", "further",
              "successive", "solid", "short", "calendar", "business", "working", "trading", "straight", "school",
              "sleepless">(p) &&
        p > floor_)
        --p;
    // "thirty-odd minutes", "10-plus years", "30+ years"
    const bool odd = is(p, "odd") || is(p, "plus"), more = kind(p, TokenKind::Symbol) && text(p) == "+" && glued(p);
    if ((odd && (kind(p - 1, TokenKind::Hyphen) || (is(p, "odd") && has(p - 1, Tag::Number))) && p >= floor_ + 1) ||
        (more && p > floor_)) {
        auto exact = amountBefore(odd && kind(p - 1, TokenKind::Hyphen) ? p - 1 : p);
        if (!exact || exact->article || exact->vague())
            return std::nullopt;
        exact->mod = is(p, "odd") ? TimeMod::Approx : TimeMod::EqualOrMore;
        return exact;
    }
    const Index adjective = p;
    amount.first = p;
    if (kind(p, TokenKind::Number)) {
        const std::string_view run = text(p);
        std::int64_t whole = 0, fraction = 0;
        int places = 0;
        bool point = false;
        if (run.size() > 9 || (p > floor_ && kind(p - 1, TokenKind::Currency)))
            return std::nullopt;
        if (kind(p - 1, TokenKind::Slash) && glued(p) && p >= floor_ + 2) { // 1 1/2
            const int numerator = plainNumber(p - 2, 1), denominator = plainNumber(p, 1);
            if (numerator < 1 || denominator <= numerator)
                return std::nullopt;
            const bool joined = is(p - 3, "and") && p >= floor_ + 4; // 1 and 1/2
            const int units = joined ? plainNumber(p - 4, 3) : p >= floor_ + 3 ? plainNumber(p - 3, 3) : -1;
            amount.thousandths = (units > 0 ? units * 1000 : 0) + 1000 * numerator / denominator;
            amount.first = units > 0 ? (joined ? p - 4 : p - 3) : p - 2;
            amount.digits = true;
            return amount;
        }
        for (const char c : run) {
            if (c == '.')
                point = true;
            else if (c == ',')
                continue;
            else if (!point)
                whole = whole * 10 + (c - '0');
            else if (places < 3)
                fraction = fraction * 10 + (c - '0'), ++places;
        }
        for (; places < 3; ++places)
            fraction *= 10;
        amount.thousandths = whole * 1000 + fraction;
        amount.digits = true;
        return amount;
    }
    if (!kind(p, TokenKind::Word))
        return std::nullopt;
    if (is(p, "half") && is(p - 1, "and") && p >= floor_ + 2) // one and half days
        if (auto whole = amountBefore(p - 1); whole && whole->thousandths > 0 && !whole->article && !whole->vague()) {
            whole->thousandths += 500;
            return whole;
        }
    if (is(p, "half") && isAny<"a", "an">(kind(p - 1, TokenKind::Hyphen) ? p - 2 : p - 1) &&
        p >= floor_ + 3) { // "two and a half"
        Index q = p;
        if (step() && isAny<"a", "an">(p) && step() && is(p, "and") && p > floor_) {
            const Index before = kind(p - 1, TokenKind::Hyphen) ? p - 1 : p;
            if (auto whole = amountBefore(before); whole && whole->thousandths > 0) {
                whole->thousandths += 500;
                return whole;
            }
        }
        p = q; // else "a half hour"
    }
    if (is(p, "quarter") && is(p - 1, "a") && is(p - 2, "and") && p >= floor_ + 3)
        if (auto whole = amountBefore(p - 2); whole && !whole->article && whole->thousandths > 0) {
            whole->thousandths += 250; // one and a quarter hours
            return whole;
        }
    if (is(p, "quarter") && is(p - 1, "three") && is(p - 2, "and") && p >= floor_ + 3)
        if (auto whole = amountBefore(p - 2); whole && !whole->article && whole->thousandths > 0) {
            whole->thousandths += 750; // two and three quarter hours
            return whole;
        }
    if (is(p, "half") && p == adjective) { // "half hour": the compound's first word
        amount.thousandths = 500;
        if (isAny<"a">(p - 1) && p > floor_)
            amount.first = p - 1;
        return amount;
    }
    if (is(p, "quarter") && isAny<"hour", "century">(kind(end, TokenKind::Hyphen) ? end + 1 : end)) {
        amount.thousandths = 250; // a quarter hour, a quarter-century
        if (is(p - 1, "a") && p > floor_)
            amount.first = p - 1;
        return amount;
    }
    if (isAny<"a", "an">(p)) {
        if (is(p - 1, "half") && p > floor_) {
            amount.thousandths = 500;
            amount.first = p - 1;
            return amount;
        }
        if (isAny<"of">(p - 1) && isAny<"quarters", "quarter">(p - 2) && p >= floor_ + 3) { // three quarters of an hour
            amount.thousandths = is(p - 2, "quarter") ? 250 : 750;
            amount.first = kind(p - 3, TokenKind::Hyphen) && p >= floor_ + 4 ? p - 4 : p - 3;
            return amount;
        }
        amount.thousandths = 1000;
        amount.article = true;
        return amount;
    }
    if (is(p, "of") && p > floor_) {
        const Index q = p - 1;
        amount.thousandths = -1;
        amount.first = q;
        if (is(q, "couple")) {
            amount.thousandths = 2000;
            amount.first = is(q - 1, "a") && q > floor_ ? q - 1 : q;
            return amount;
        }
        if (isAny<"dozens", "scores", "hundreds", "thousands", "millions">(q) || (is(q, "number") && is(q - 1, "a"))) {
            if (is(q, "number"))
                amount.first = q - 1;
            return amount;
        }
        return std::nullopt;
    }
    if (is(p, "couple")) {
        amount.thousandths = 2000;
        amount.first = is(p - 1, "a") && p > floor_ ? p - 1 : p;
        return amount;
    }
    if (is(p, "dozen")) {
        amount.thousandths = is(p - 1, "a") && is(p - 2, "half") ? 6000 : 12000;
        Index q = p;
        if (q > floor_ && is(q - 1, "a"))
            --q;
        if (q > floor_ && is(q - 1, "half"))
            --q, amount.thousandths = 6000;
        if (Index ends = 0; q == p && q > floor_) // two dozen
            if (const int n = kind(q - 1, TokenKind::Number) ? plainNumber(q - 1, 2) : wordNumber(q - 1, ends); n > 0) {
                amount.thousandths = 12000 * n;
                --q;
            }
        amount.first = q;
        return amount;
    }
    if (is(p, "another")) {
        amount.thousandths = 1000;
        return amount;
    }
    if (isAny<"several", "many", "few", "numerous", "countless">(p) || (french() && has(p, Tag::Vague))) {
        amount.thousandths = -1;
        if (is(p, "many") && isAny<"as", "how">(p - 1))
            return std::nullopt; // "in as many days"
        if (is(p, "few") && p > floor_ && is(p - 1, "a"))
            amount.first = p - 1;
        if (amount.first >= floor_ + 2 && isAny<"good", "great", "very", "so", "too">(p - 1))
            amount.first = is(p - 1, "good") && is(p - 2, "a")    ? p - 2
                           : is(p - 1, "great") && is(p - 2, "a") ? p - 2
                                                                  : amount.first;
        return amount;
    }
    // number words, read forwards from the leftmost one
    Index first = p + 1;
    for (Index q = p + 1; q-- > floor_ && p - q < 9;) {
        if (kind(q, TokenKind::Word) && (has(q, Tag::Number) || has(q, Tag::Multiplier))) {
            // Only tens take a unit behind them: "five-six" is a range.
            if (first <= p && has(first, Tag::Number) && has(q, Tag::Number) &&
                !(number(q, Tag::Number) >= 20 && number(first, Tag::Number) < 10))
                break;
            first = q;
            continue;
        }
        if (kind(q, TokenKind::Hyphen) ||
            (is(q, "and") && q > floor_ && has(q - 1, Tag::Multiplier) && number(q - 1, Tag::Multiplier) >= 100))
            continue;
        if (is(q, "a") && has(q + 1, Tag::Multiplier))
            first = q;
        break;
    }
    if (first > p)
        return std::nullopt;
    if (first > floor_ && kind(first - 1, TokenKind::Number) && has(first, Tag::Multiplier) && first == p) {
        auto few = amountBefore(first); // 1.4 million years
        if (!few || few->thousandths <= 0 || few->thousandths > 1000000)
            return std::nullopt;
        few->thousandths *= number(first, Tag::Multiplier);
        return few;
    }
    std::int64_t total = 0, current = 0;
    for (Index q = first; q <= p; ++q) {
        if (!kind(q, TokenKind::Word) || is(q, "and"))
            continue;
        if (is(q, "a")) {
            current = 1;
        } else if (has(q, Tag::Number)) {
            current += number(q, Tag::Number);
        } else {
            const std::int64_t factor = number(q, Tag::Multiplier);
            current = std::max<std::int64_t>(current, 1) * factor;
            if (factor >= 1000) {
                total += current;
                current = 0;
            }
        }
        if (current > 1000000000 || total > 1000000000)
            return std::nullopt;
    }
    amount.thousandths = (total + current) * 1000;
    amount.first = first;
    return amount;
}

bool TimesReader::hedgeBefore(Index& first, TimeMod& mod) const {
    for (Index length = 5; length >= 1; --length) {
        if (first < floor_ + length)
            continue;
        const Index s = first - length;
        if (!kind(s, TokenKind::Word))
            continue;
        const auto match = lexicon_.match(reading_, s, text::tagBit(Tag::Hedge));
        if (!match || match->endToken != first)
            continue;
        const TimeMod found = modOfHedge(lexicon_.value(match->entry, Tag::Hedge));
        if (found == TimeMod::None || isAny<"older", "younger", "exceeding", "beyond">(s))
            continue;
        // "loans over three years" spread over them; "in over a year", "lasted over two hours" exceed them.
        // What stands before may belong to another length: "six hours over two days".
        if (length == 1 && isAny<"over", "above">(s) && s > reading_.sentences[sentence_].firstToken &&
            (token(s - 1).is(TokenKind::CloseBracket) || token(s - 1).is(TokenKind::Percent) ||
             token(s - 1).is(TokenKind::Number)))
            continue; // "a loan of $3 billion ($4 billion) over three years"
        if (length == 1 && isAny<"over", "above">(s) && s > reading_.sentences[sentence_].firstToken &&
            token(s - 1).is(TokenKind::Word) &&
            !lexicon_.hasAny(token(s - 1).word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Aux)) &&
            !isAny<"lasted", "last", "lasts", "lasting", "took", "take", "takes", "taken", "spent", "spend", "waited",
                   "a", "not", "served", "ran", "went">(s - 1))
            continue;
        mod = found;
        first = s;
        return true;
    }
    return false;
}

/// "barrels a day", "$20 an hour", "twice a week": a period that something is counted by.
bool TimesReader::rate(Index article) const {
    if (article <= reading_.sentences[sentence_].firstToken)
        return false;
    const Index p = article - 1;
    const text::Token& t = token(p);
    if (t.is(TokenKind::Number) || t.is(TokenKind::Alnum) || t.is(TokenKind::Percent) || t.is(TokenKind::Currency))
        return true;
    if (t.is(TokenKind::CloseBracket)) // "900 euros ($1,100) a month"
        return token(p - 1).is(TokenKind::Number) || token(p - 1).is(TokenKind::Alnum);
    if (!t.is(TokenKind::Word))
        return false;
    if (isAny<"twice", "once", "thrice", "times">(p) ||
        lexicon_.hasAny(t.word, text::tagBit(Tag::Multiplier) | text::tagBit(Tag::Unit) | text::tagBit(Tag::Currency)))
        return true;
    if (lexicon_.hasAny(t.word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Aux) | text::tagBit(Tag::VerbPast) |
                                    text::tagBit(Tag::VerbS) | text::tagBit(Tag::Pron) | text::tagBit(Tag::Det) |
                                    text::tagBit(Tag::Conj)))
        return false;
    const std::string_view form = text(p);
    if (const text::WordUse& use = lexicon_.use(t.word); use.frequency[1] > use.frequency[0])
        return false; // "it takes a day"
    return form.size() > 3 && form.back() == 's' && form[form.size() - 2] != 's' && !t.has(text::Capitalised);
}

} // namespace countercheck::read
