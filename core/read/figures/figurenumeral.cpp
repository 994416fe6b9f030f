// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurenumeralreader.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::read {

using text::tagBit;

std::optional<Numeral> NumeralReader::run() {
    n_.first = at_;
    const Token& token = t_[at_];
    bool found = false;
    switch (token.kind) {
    case TokenKind::Number:
        found = digits();
        break;
    case TokenKind::Alnum:
        found = digitsWithLetters();
        break;
    case TokenKind::Symbol:
        found = vulgar();
        break;
    case TokenKind::Word:
        found = word();
        break;
    default:
        break;
    }
    if (!found)
        return std::nullopt;
    if (n_.about && n_.suffix == "ish") {
        n_.span = {t_[n_.first].begin, suffixBegin_};
        n_.suffix = {};
        n_.end = at_;
        return n_;
    }
    n_.end = at_;
    n_.span = {t_[n_.first].begin + static_cast<std::uint32_t>(n_.prefix.size()), spanEnd_ != 0 ? spanEnd_
                                                                                  : n_.suffix.empty()
                                                                                      ? t_[n_.end - 1].end
                                                                                      : suffixBegin_};
    sign();
    return n_;
}

bool NumeralReader::word() {
    const std::uint64_t tags = t_.lexicon.tags(t_[at_].word);
    if (tags == 0 && t_.flag(at_, text::NonAscii) && t_.text(at_).front() == '\xEF')
        return fullWidth();
    if (t_.is(at_, w_.baker)) {
        if (!t_.kind(at_ + 1, TokenKind::Apostrophe) || !t_.is(at_ + 2, w_.dozen))
            return false;
        n_.value = Decimal(13);
        n_.rule = "words";
        takeArticle();
        at_ += 3;
        return true;
    }
    if (t_.words.language == Language::German && (tags & tagBit(Tag::Multiplier)) == 0 && german())
        return true;
    if (t_.words.language == Language::Spanish && t_.isAny(at_, {w_.halfAdjective, w_.halfFeminine}) &&
        t_.has(at_ + 1, Tag::Multiplier)) { // medio millón
        n_.value = quotient(1, 2);
        multiply(t_.number(at_ + 1, Tag::Multiplier));
        n_.about = t_.has(at_ + 1, Tag::Hedge); // medio centenar
        n_.rule = "half-multiplier";
        at_ += 2;
        return true;
    }
    if (t_.words.language == Language::Spanish && t_.isAny(at_, {w_.halfAdjective, w_.halfFeminine}) &&
        (t_.hasAny(at_ + 1, tagBit(Tag::Unit)) || t_.text(at_ + 1) == "punto" ||
         (t_.text(at_ + 1) == "por" && t_.text(at_ + 2) == "ciento")) &&
        !t_.hasAny(at_ + 1, tagBit(Tag::TimeUnit)) &&
        !t_.hasAny(at_ - 1, tagBit(Tag::Det) | tagBit(Tag::Number))) { // medio punto porcentual, media tonelada
        n_.value = quotient(1, 2);
        n_.rule = "half-unit";
        ++at_;
        return true;
    }
    if (t_.words.language == Language::Spanish && t_.is(at_, w_.a) && t_.has(at_ + 1, Tag::Ordinal) &&
        t_.text(at_ + 2) == "parte")
        return false; // "una cuarta parte" is read from its ordinal
    if (t_.isAny(at_, {w_.couple, w_.pair, w_.trio, w_.quartet, w_.gross}))
        return couple();
    if ((tags & tagBit(Tag::Number)) && halfOf())
        return true;
    if (tags & tagBit(Tag::Number))
        return cardinal();
    if (tags & tagBit(Tag::Multiplier))
        return bareMultiplier();
    if ((tags & tagBit(Tag::Fraction)) && (t_.is(at_, w_.half) || !(tags & tagBit(Tag::Ordinal))) && singleFraction())
        return true;
    if (tags & tagBit(Tag::Ordinal))
        return ordinalOrFraction();
    if (tags & tagBit(Tag::Vague))
        return vague();
    return false;
}

bool NumeralReader::couple() {
    const bool of = t_.isOf(at_ + 1);
    const std::uint32_t i = of ? at_ + 2 : at_ + 1;
    const bool times = t_.has(i, Tag::Multiplier) && t_.text(i).size() > 3;
    const bool pair = t_.is(at_, w_.couple);
    if (!(of || (times && pair)) || !takeArticle())
        return false;
    n_.value = Decimal(t_.number(at_, Tag::Number));
    n_.rule = "couple";
    ++at_;
    if (times) {
        multiply(t_.number(i, Tag::Multiplier));
        at_ = i + 1;
    }
    return true;
}

bool NumeralReader::bareMultiplier() {
    const bool opens = at_ == t_.begin || t_.is(at_ - 1, w_.the) || t_.has(at_ - 1, Tag::Ordinal);
    if (t_.is(at_, w_.score) && t_.isOf(at_ + 1) && t_.kind(at_ + 2, TokenKind::Word) &&
        (t_.lexicon.use(t_[at_ + 2].word).forms & text::NounPlural) != 0 && takeArticle()) { // "a score of ships"
        n_.value = Decimal(t_.number(at_, Tag::Multiplier));
        n_.rule = "words";
        ++at_;
        return true;
    }
    if (t_.is(at_, w_.score) || t_.is(at_, w_.grand))
        return false;
    if (t_.has(at_, Tag::Hedge) &&
        (t_.isAny(at_ - 1, {w_.good, w_.small, w_.gross}) || t_.text(at_ - 1) == "bon" || t_.text(at_ - 1) == "petit" ||
         t_.text(at_ - 1) == "buen") &&
        n_.first > from_ + 1 && t_.isAny(at_ - 2, {w_.a, w_.an})) { // "une bonne dizaine"
        n_.first = at_ - 2;
        n_.article = true;
    }
    if (t_.has(at_, Tag::Vague) && !takeArticle()) // "des millions"
        return vague();
    if (t_.text(at_).size() < shortest() || !(n_.article || takeArticle() || opens || !english()))
        return false;
    n_.rule = "words";
    return cardinal();
}

bool NumeralReader::takeArticle() {
    if (n_.first > from_ && t_.isAny(n_.first - 1, {w_.a, w_.an})) {
        --n_.first;
        n_.article = true;
        return true;
    }
    return false;
}

bool NumeralReader::ordinalAt(std::uint32_t endToken) {
    n_.form = NumeralForm::Ordinal;
    n_.rule = "word-ordinal";
    at_ = endToken;
    return true;
}

void NumeralReader::multipliers() {
    for (int guard = 0; guard < 3; ++guard) {
        const std::uint32_t i = t_.pastHyphen(at_);
        if (const std::int64_t times = pluralMultiplier(i); times != 0 && i == at_) { // "3 dozens", "5 millions"
            multiply(times);
            ++at_;
            andFraction(); // "3 milliards et demi"
            break;
        }
        if (!t_.kind(i, TokenKind::Word) || !t_.has(i, Tag::Multiplier) || t_.isAny(i, {w_.grand, w_.score}))
            break;
        if (n_.digits && !english() && i == at_ && t_.number(i, Tag::Multiplier) == 100)
            break; // "50 cents"
        if (t_.glued(i) && i == at_ && !t_.kind(i - 1, TokenKind::Number))
            break;
        const bool letters = t_.text(i).size() < 2; // "5 k" is rare, "5-k" is a race
        if (letters && i != at_)
            break;
        multiply(t_.number(i, Tag::Multiplier));
        at_ = i + 1;
        n_.rule = "digits-multiplier";
        if (!english() && t_.has(i, Tag::Abbreviation) && t_.kind(at_, TokenKind::Stop) && t_.glued(at_) &&
            t_.inside(at_ + 1) && (t_.kind(at_ + 1, TokenKind::Word) || t_.kind(at_ + 1, TokenKind::Currency))) {
            spanEnd_ = t_[i].end; // "1,5 Mio. Euro"
            ++at_;
            break;
        }
        if (andFraction())
            break;
    }
}

void NumeralReader::fraction(const Decimal& value, std::uint32_t endToken, const char* rule) {
    n_.form = NumeralForm::Fraction;
    n_.value = value;
    n_.rule = rule;
    n_.plain = false;
    at_ = endToken;
    if (t_.words.language == Language::Spanish && (t_.text(at_) == "partes" || t_.text(at_) == "parte"))
        ++at_; // "tres cuartas partes"
}

bool NumeralReader::vague() {
    if (!english() && t_.has(at_, Tag::Hedge) &&
        (t_.kind(at_ + 1, TokenKind::Number) || t_.hasAny(at_ + 1, tagBit(Tag::Number) | tagBit(Tag::Multiplier))))
        return false; // "quelques 300"
    n_.form = NumeralForm::Vague;
    n_.rule = "vague";
    n_.value = Decimal(t_.number(at_, Tag::Vague));
    if (t_.isAny(at_, {w_.few, w_.handful})) {
        if (!(takeArticle() || (t_.isAny(at_ - 1, {w_.good, w_.small}) && t_.is(at_ - 2, w_.a) && at_ >= from_ + 2)))
            return false;
        if (!n_.article)
            n_.first = at_ - 2;
    } else if (const auto phrase = t_.lexicon.matchPhrase(t_.reading, at_, tagBit(Tag::Vague));
               phrase && phrase->endToken <= t_.end) { // tens of thousands
        n_.value = Decimal(t_.lexicon.number(phrase->entry, Tag::Vague));
        at_ = phrase->endToken;
        return true;
    } else if (t_.isAny(at_, {w_.scores, w_.tens}) && !t_.isOf(at_ + 1)) {
        return false;
    }
    ++at_;
    const std::uint32_t i = t_.isOf(at_) && t_.is(at_ - 1, w_.handful) ? at_ + 1 : at_;
    if (t_.has(i, Tag::Multiplier) && t_.text(i).size() > 3) { // a few hundred, several hundred thousand
        n_.value = Decimal(2);
        multiply(t_.number(i, Tag::Multiplier));
        at_ = i + 1;
        if (t_.has(at_, Tag::Multiplier) && t_.text(at_).size() > 3 &&
            n_.multiplier < Decimal(t_.number(at_, Tag::Multiplier))) {
            const Decimal first = n_.multiplier;
            multiply(t_.number(at_, Tag::Multiplier));
            n_.multiplier = n_.multiplier.times(first).value_or(first);
            ++at_;
        }
    } else if (i == at_ && n_.value == Decimal(2) && !n_.article && t_.has(i, Tag::Vague) &&
               t_.number(i, Tag::Vague) >= 20) { // many thousands, plusieurs dizaines de milliers
        const auto more = t_.match(i, tagBit(Tag::Vague));
        n_.value = Decimal(t_.lexicon.number(more ? more->entry : t_[i].word, Tag::Vague));
        at_ = more ? more->endToken : i + 1;
    }
    return true;
}

void NumeralReader::sign() {
    if (n_.form == NumeralForm::Vague || n_.form == NumeralForm::Ordinal || n_.first <= from_)
        return;
    if (n_.plain && n_.end == n_.first + 1 && t_.glued(n_.first) && t_.text(n_.first - 1) == "." &&
        !t_.glued(n_.first - 1)) {
        const auto digits = static_cast<int>(t_.text(n_.first).size()); // ".5"
        if (const auto value = n_.value.times(Decimal(Int128{1}, -digits))) {
            n_.value = *value;
            n_.span.begin = t_[--n_.first].begin;
            n_.plain = false;
        }
        return;
    }
    const std::uint32_t i = n_.first - 1;
    if (!n_.digits && n_.end == n_.first + 1 && t_.is(i, w_.point) && n_.value < Decimal(10) &&
        (i == t_.begin || t_.isAny(i - 1, {w_.by, w_.to, w_.than, w_.at}))) { // "by point five"
        n_.value = n_.value.times(Decimal(Int128{1}, -1)).value_or(n_.value);
        for (int places = -2; places > -12 && t_.kind(n_.end, TokenKind::Word) && t_.has(n_.end, Tag::Number) &&
                              t_.number(n_.end, Tag::Number) < 10;
             --places) { // "point two five"
            const auto digit = static_cast<Int128>(t_.number(n_.end, Tag::Number));
            n_.value = n_.value.plus(Decimal(digit, places)).value_or(n_.value);
            n_.span.end = t_[n_.end++].end;
        }
        n_.span.begin = t_[i].begin;
        n_.first = i;
        return;
    }
    bool minus = t_.isAny(i, {w_.minus, w_.negative});
    for (std::uint32_t back = 1; minus && back <= 2 && i >= t_.begin + back; ++back) // "au moins trois"
        if (const auto hedge = t_.match(i - back, tagBit(Tag::Hedge)); hedge && hedge->endToken == i + 1)
            minus = false;
    if (!minus && n_.digits && t_.glued(n_.first) && (!t_.glued(i) || t_.kind(i - 1, TokenKind::Currency)))
        minus = t_.text(i) == "-" || t_.text(i) == "\xE2\x88\x92";
    if (!minus && n_.digits && t_.glued(n_.first) && t_.text(i) == "\xE2\x88\x92")
        minus = true;
    if (!minus && n_.digits && i == t_.begin && t_.kind(i, TokenKind::Dash) && t_.text(i) != "\xE2\x80\x94")
        minus = alone(n_.end); // "- 10 k"
    if (!minus)
        return;
    n_.first = i;
    n_.span.begin = t_[i].begin;
    n_.value = Decimal(0).minus(n_.value).value_or(n_.value);
    n_.plain = false;
}

std::optional<Numeral> readNumeral(const FigureText& text, std::uint32_t at, std::uint32_t from) {
    return text.inside(at) ? NumeralReader(text, at, from).run() : std::nullopt;
}

} // namespace countercheck::read
