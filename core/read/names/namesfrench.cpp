// SPDX-License-Identifier: GPL-3.0-or-later
// French names. Only the first word of an organisation has a capital ("Office français de la biodiversité"), offices
// carry their domain ("ministre de l'Intérieur"), particles and elided articles stand between the words, and
// nationalities are small letters when they are adjectives.
#include "core/read/names/gazetteer.h"
#include "core/read/names/namesreader.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;

bool NameReader::elided(std::uint32_t t) const {
    const std::string_view word = of(t);
    return word.size() >= 2 && (word.back() == '\'' || word.back() == '\x99');
}

bool NameReader::linkWord(std::uint32_t t) const {
    static constexpr std::string_view words[] = {"de", "du", "des", "la", "le", "les", "d'", "l'"};
    if (!is(t, TokenKind::Word))
        return false;
    const std::string_view word = of(t);
    if (word.size() == 4 && word.back() == '\x99')
        return word.front() == 'd' || word.front() == 'l';
    return word.size() <= 3 && std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool NameReader::smallNoun(std::uint32_t t) const {
    if (!is(t, TokenKind::Word) || capital(t) || tokens_[t].end - tokens_[t].begin < 4 || elided(t))
        return false;
    if (lex_.hasAny(tokens_[t].word, smallWords | timeTags | tagBit(Tag::Number) | tagBit(Tag::TimeUnit) |
                                         tagBit(Tag::DayPart) | tagBit(Tag::Say)))
        return false;
    const std::string_view word = of(t);
    return !word.ends_with("er") && !word.ends_with("ir") && !word.ends_with("oir");
}

bool NameReader::articleOfPlace(std::uint32_t t) const {
    const std::string_view word = of(t);
    if ((word != "La" && word != "Le" && word != "Les") || !nameWord(t + 1) || is(t + 2, TokenKind::Hyphen))
        return false;
    const auto listed = briefOfFolded(foldedName(r_.of(text::Span{tokens_[t].begin, tokens_[t + 1].end})));
    return listed && listed->exact && listed->kind == PlaceKind::City && !has(t + 1, Tag::Country);
}

std::uint32_t NameReader::domainHead(std::uint32_t t, std::uint32_t floor) const {
    std::uint32_t head = t;
    while (head > floor && t - head < 2 && linkWord(head - 1))
        --head;
    if (head == t || head == floor || !is(head - 1, TokenKind::Word))
        return none;
    const std::string_view word = of(head - 1);
    static constexpr std::string_view heads[] = {"ministre",         "Ministre",        "ministres",
                                                 "portefeuille",     "minist\u00E8re",  "Minist\u00E8re",
                                                 "secr\u00E9tariat", "Secr\u00E9tariat"};
    return std::find(std::begin(heads), std::end(heads), word) != std::end(heads) ? head - 1 : none;
}

bool NameReader::isDomain(std::uint32_t t, std::uint32_t floor) const {
    if (domainHead(t, floor) != none)
        return true;
    // "de l'Économie et des Finances": the second of two
    for (std::uint32_t i = t; i > floor && t - i < 8;)
        if (--i; is(i, TokenKind::Word) && (of(i) == "ministre" || of(i) == "minist\u00E8re"))
            return true;
    return false;
}

std::uint32_t NameReader::domain(std::uint32_t t) {
    const std::uint32_t head = domainHead(t, r_.sentences[sentence_].firstToken);
    if (head == none)
        return 0;
    const bool ministry = has(head, Tag::OrgWord);
    const bool minister = !ministry;
    if (lex_.hasAny(tokens_[t].word, tagBit(Tag::Country)) && minister)
        return 0;
    std::uint32_t end = t + 1;
    while (end < end_ && end < t + 8) {
        if (smallNoun(end) && tokens_[end].has(text::SpaceBefore) &&
            (has(end, Tag::Adjective) || has(end, Tag::Nationality))) {
            ++end; // "Transition écologique"
            continue;
        }
        std::uint32_t next = end;
        if (is(next, TokenKind::Word) && of(next) == "et")
            ++next;
        else if (is(next, TokenKind::Comma))
            ++next;
        const std::uint32_t links = next;
        while (next < end_ && next < links + 2 && linkWord(next))
            ++next;
        if (next > links && capital(next) && !lex_.hasAny(tokens_[next].word, nameTags | tagBit(Tag::FirstName)) &&
            next > end) {
            end = next + 1; // "de l'Économie et des Finances"
            continue;
        }
        break;
    }
    return ministry ? record(head, end, none, true) : end;
}

std::uint32_t NameReader::smallTail(std::uint32_t first, std::uint32_t last) const {
    if (!lex_.hasAny(tokens_[first].word, tagBit(Tag::OrgWord)) ||
        lex_.value(tokens_[first].word, Tag::OrgWord) == "known")
        return last;
    std::uint32_t end = last + 1;
    bool complement = false;
    const auto adjective = [&](std::uint32_t t) {
        return smallNoun(t) && tokens_[t].has(text::SpaceBefore) &&
               (has(t, Tag::Adjective) || has(t, Tag::Nationality) ||
                (lex_.use(tokens_[t].word).adjective() && !lex_.use(tokens_[t].word).verb()));
    };
    for (int steps = 0; steps < 4 && end < end_; ++steps) {
        if (adjective(end)) {
            ++end;
            continue;
        }
        if (complement || !is(end, TokenKind::Word) || !linkWord(end))
            break;
        std::uint32_t next = end;
        while (next < end_ && next < end + 2 && linkWord(next))
            ++next;
        const bool small = last == first && smallNoun(next);
        if (!small && !(nameWord(next) && !has(next, Tag::FirstName)))
            break;
        complement = true;
        end = next + 1;
        while (end < end_ && !small && is(end, TokenKind::Hyphen) && nameWord(end + 1))
            end += 2;
    }
    return end - 1;
}

std::uint32_t NameReader::particleName(std::uint32_t first, std::uint32_t last, std::uint32_t next) const {
    if (lex_.hasAny(tokens_[first].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord) | tagBit(Tag::Country)) &&
        !has(first, Tag::FirstName))
        return 0;
    const bool small = !capital(next);
    // Only behind a given name: "Charles de Courson", never "Diawara de Bafoulabé"
    const bool given = has(last, Tag::FirstName) ||
                       (last >= first + 2 && has(first, Tag::FirstName) && tokens_[last - 1].is(TokenKind::Hyphen));
    if (small && !given)
        return 0;
    std::uint32_t t = next;
    while (t < end_ && t < next + 3 && has(t, Tag::Particle) && (capital(t) || small))
        ++t;
    return t > next && nameWord(t) && !lex_.hasAny(tokens_[t].word, tagBit(Tag::Country)) ? t : 0;
}

void NameReader::gatherFrench(Form& form, std::uint32_t firstToken, std::uint32_t floor) {
    std::uint32_t before = firstToken;
    const auto wordBefore = [&] {
        if (before <= floor || !is(before - 1, TokenKind::Word))
            return std::string_view{};
        --before;
        return of(before);
    };
    std::string_view word = wordBefore();
    if (word == "la" || word == "le" || word == "les" || word == "La" || word == "Le" || word == "Les" ||
        ((word.starts_with('l') || word.starts_with('L')) && elided(before))) {
        form.evidence |= Possessed;
        word = wordBefore();
    }
    if (word == "en" || word == "En") {
        if ((form.evidence & Possessed) == 0)
            form.evidence |= InPlace;
    } else if (word == "\u00E0" || word == "\u00C0" || word == "A" || word == "au" || word == "Au" || word == "aux" ||
               word == "Aux" || word == "vers" || word == "depuis") {
        form.evidence |= AtPlace;
    } else if (word == "dans" || word == "Dans") {
        if ((form.evidence & Possessed) != 0)
            form.evidence |= AtPlace;
    } else if (word == "de" || word == "du" || word == "des" || word == "d'" || word == "d\u2019") {
        word = wordBefore();
        if (word == "pr\u00E8s" || word == "Pr\u00E8s") {
            form.evidence |= InPlace;
        } else if (!word.empty() && !capital(before) && has(before, Tag::PlaceWord)) {
            form.evidence |= PlaceCue; // "la ville de X"
        } else if (!word.empty() && lex_.hasAny(tokens_[before].word, tagBit(Tag::PlaceWord)) && before > floor) {
            form.evidence |= PlaceCue;
        } else if (word == "ouest" || word == "est" || word == "nord" || word == "sud" || word == "centre") {
            form.evidence |= InPlace;
        }
    }
}

} // namespace countercheck::read
