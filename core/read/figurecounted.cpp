// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figurecounted.h"

#include "core/text/wordnet.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::tagBit;

constexpr std::uint64_t closed = tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) | tagBit(Tag::Pron) |
                                 tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::Det) |
                                 tagBit(Tag::Wh) | tagBit(Tag::Neg);

bool endsWith(std::string_view word, std::string_view tail) {
    return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail;
}

/// What one word can be, from the lexicon and WordNet together.
struct WordClass {
    bool plural = false, singular = false, adjective = false, adverb = false, pastForm = false, gerund = false,
         finiteThird = false, closedClass = false, known = false, verbMore = false;
};

WordClass classify(const FigureText& t, std::uint32_t i) {
    WordClass c;
    const std::uint64_t tags = t.lexicon.tags(t[i].word);
    c.closedClass = (tags & closed) != 0 && (tags & (tagBit(Tag::SetMark) | tagBit(Tag::Noun))) == 0;
    if (c.closedClass)
        return c;
    const std::string low = t.lowered(i);
    c.plural = (tags & tagBit(Tag::Plural)) != 0;
    c.singular = (tags & tagBit(Tag::Noun)) != 0 && !c.plural;
    c.adjective = (tags & (tagBit(Tag::Adjective) | tagBit(Tag::Nationality) | tagBit(Tag::SetMark))) != 0;
    c.pastForm = (tags & (tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart))) != 0;
    c.gerund = (tags & tagBit(Tag::VerbIng)) != 0;
    c.finiteThird = (tags & tagBit(Tag::VerbS)) != 0;
    if (const auto info = text::wordInfo(low)) {
        c.known = true;
        c.plural = c.plural || (info->forms & text::NounPlural) != 0;
        c.singular = c.singular || (info->forms & text::NounSingular) != 0;
        c.adjective = c.adjective || info->adjective();
        c.adverb = info->adverb() && !info->adjective() && !info->noun();
        c.pastForm = c.pastForm || (info->forms & (text::VerbPastTense | text::VerbPastParticiple)) != 0;
        c.gerund = c.gerund || (info->forms & text::VerbGerund) != 0;
        c.finiteThird = c.finiteThird || (info->forms & text::VerbThird) != 0;
        c.verbMore = info->frequency[1] > info->frequency[0];
    } else if (!c.plural && !c.singular && low.size() > 3 && low.back() == 's' && !endsWith(low, "ss") &&
               !endsWith(low, "us") && !endsWith(low, "is") && t.text(i).size() == low.size()) {
        c.plural = true; // an unknown word in -s after a number
    }
    if ((tags & tagBit(Tag::Adverb)) != 0 && !c.singular && !c.plural)
        c.adverb = true;
    return c;
}

} // namespace

std::optional<CountedNoun> headAfter(const FigureText& t, std::uint32_t i, NounNumber number) {
    std::optional<std::uint32_t> head, weak;
    bool afterModifier = false, afterVerb = false;
    const std::uint32_t stop = std::min(t.end, i + 9);
    bool hyphened = false;
    if (t.joins(i)) { // "five-member team": what the number counts stands after the hyphen
        ++i;
        hyphened = true;
    }
    for (; i < stop; ++i) {
        const Token& token = t[i];
        if (token.is(TokenKind::Hyphen) && t.glued(i)) {
            if (hyphened && weak)
                return CountedNoun{*weak};
            weak.reset();
            continue;
        }
        if (token.is(TokenKind::OpenQuote) && !head)
            continue;
        if (token.is(TokenKind::CloseQuote) && !head && !weak)
            continue;
        if (token.is(TokenKind::Apostrophe) && (head || weak) && t.glued(i)) {
            head.reset();
            weak.reset();
            continue;
        }
        if (token.is(TokenKind::Comma) && afterModifier && !head && !weak)
            continue;
        if ((token.is(TokenKind::Alnum) || (token.is(TokenKind::Number) && weak && t.flag(i - 1, text::Capitalised))) &&
            !head)
            continue;
        if (!token.is(TokenKind::Word))
            break;
        const WordClass c = classify(t, i);
        if (c.closedClass || t.hasAny(i, tagBit(Tag::Weekday) | tagBit(Tag::Month)))
            break;
        const bool capital = token.has(text::Capitalised);
        if (head) {
            // A plural noun ends its phrase unless it is one that stands before others ("arms dealers").
            if (c.plural && !c.verbMore && (t.notCount(*head, "mod") || !c.finiteThird)) {
                head = i;
                continue;
            }
            break;
        }
        if (hyphened) {
            if (c.singular || c.plural)
                return CountedNoun{i};
            return std::nullopt;
        }
        if (c.adverb && !c.adjective && !c.singular && !c.plural) {
            if (weak)
                break;
            afterModifier = true;
            continue;
        }
        if (c.plural && !(c.finiteThird && c.verbMore && (weak || number == NounNumber::One))) {
            if (number == NounNumber::One && c.singular == false && weak && c.finiteThird)
                break;
            head = i;
            continue;
        }
        if (number == NounNumber::One || number == NounNumber::Any) {
            // A finite verb ends a singular phrase: "one soldier died", "40 per cent said".
            if (c.pastForm && !c.adjective && (weak || c.verbMore) && !c.singular)
                break;
            if (c.pastForm && weak && c.verbMore)
                break;
        } else if (c.pastForm && !c.adjective && !c.singular && weak && t.flag(*weak, text::Capitalised)) {
            break; // "two Chinese died"
        }
        if (c.singular || capital || !c.known) {
            weak = i;
            afterModifier = c.adjective;
            if (!c.singular && !capital && !c.adjective && !c.known && !c.pastForm && !c.gerund &&
                number == NounNumber::Many)
                continue;
            continue;
        }
        if (c.adjective || c.pastForm || c.gerund) {
            if (weak && !c.adjective)
                break;
            if (!c.adjective)
                weak.reset();
            afterVerb = afterVerb || (c.pastForm && !c.adjective);
            afterModifier = true;
            continue;
        }
        break;
    }
    if (!head && weak) {
        const bool capital = t.flag(*weak, text::Capitalised) || t.has(*weak, Tag::Nationality);
        if (number != NounNumber::Many || (capital && !afterVerb))
            head = weak;
    }
    if (!head || t.notCount(*head, "no-head"))
        return std::nullopt;
    return CountedNoun{*head};
}

std::optional<CountedNoun> headAfterOf(const FigureText& t, std::uint32_t i, NounNumber number) {
    if (!t.is(i, t.words.of))
        return std::nullopt;
    ++i;
    for (int guard = 0; guard < 8 && t.inside(i); ++guard) {
        if (t.isAny(i, {t.words.whom, t.words.which, t.words.them}))
            return std::nullopt;
        const bool pass =
            t.hasAny(i, tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Number) | tagBit(Tag::Multiplier)) ||
            t.kind(i, TokenKind::Number) || t.kind(i, TokenKind::Currency);
        if (!pass) {
            const auto hedge = t.match(i, tagBit(Tag::Hedge));
            if (!hedge)
                break;
            i = hedge->endToken;
            continue;
        }
        ++i;
    }
    auto found = headAfter(t, i, number);
    if (found)
        found->partitive = true;
    return found;
}

std::optional<CountedNoun> headBefore(const FigureText& t, std::uint32_t phraseBegin) {
    const std::uint32_t lowest = phraseBegin > t.begin + 14 ? phraseBegin - 14 : t.begin;
    // "assailants, estimated to number | more than 100"
    if (phraseBegin > t.begin && t.has(phraseBegin - 1, Tag::CountNoun) &&
        (t.lexicon.value(t[phraseBegin - 1].word, Tag::CountNoun) == "verb" ||
         (phraseBegin >= t.begin + 2 && t.is(phraseBegin - 2, t.words.to)))) {
        for (std::uint32_t i = phraseBegin - 1; i-- > lowest;)
            if (t.kind(i, TokenKind::Word) && classify(t, i).plural)
                return CountedNoun{i, true};
        return std::nullopt;
    }
    for (std::uint32_t i = phraseBegin; i-- > lowest;) {
        if (t.kind(i, TokenKind::Semicolon) || t.kind(i, TokenKind::Stop) || t.kind(i, TokenKind::Colon))
            return std::nullopt;
        if (!t.has(i, Tag::CountNoun) || t.lexicon.value(t[i].word, Tag::CountNoun) == "verb")
            continue;
        if (auto inner = headAfterOf(t, i + 1, NounNumber::Any); inner && inner->token < phraseBegin) {
            inner->before = true;
            return inner;
        }
        return CountedNoun{i, true};
    }
    return std::nullopt;
}

std::string singularLemma(const FigureText& t, std::uint32_t token) {
    std::string low = t.lowered(token);
    if (low == "people")
        return "person";
    const WordId id = t[token].word;
    if (t.lexicon.has(id, Tag::Plural) && t.lexicon.lemma(id) != id)
        return std::string(t.lexicon.form(t.lexicon.lemma(id)));
    if (t.lexicon.hasAny(id, tagBit(Tag::Plural) | tagBit(Tag::Noun)))
        return low;
    if (t.reading.language != Language::English)
        return low;
    if (const auto info = text::wordInfo(low); info && !info->nounLemma.empty())
        return std::string(info->nounLemma);
    if (endsWith(low, "men") && low.size() > 4)
        return low.substr(0, low.size() - 2) + "an";
    if (endsWith(low, "ies") && low.size() > 4)
        return low.substr(0, low.size() - 3) + "y";
    for (const std::string_view tail : {"sses", "xes", "ches", "shes", "zes"})
        if (endsWith(low, tail))
            return low.substr(0, low.size() - 2);
    if (low.size() > 3 && low.back() == 's' && !endsWith(low, "ss") && !endsWith(low, "us") && !endsWith(low, "is"))
        low.pop_back();
    return low;
}

bool personNoun(const FigureText& t, std::uint32_t token) {
    if (!t.kind(token, TokenKind::Word))
        return false;
    if (t.has(token, Tag::Class) && t.lexicon.value(t[token].word, Tag::Class) == "person")
        return true;
    const auto info = text::wordInfo(t.lowered(token));
    return info && info->noun() && info->nounField == text::Field::Person;
}

} // namespace countercheck::read
