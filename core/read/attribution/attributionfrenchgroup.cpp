// SPDX-License-Identifier: GPL-3.0-or-later
// French verbs of saying with what belongs to them: auxiliaries, negation, clitics, an inverted pronoun ("n'a-t-il pas
// dit"), and the time, hearer and occasion behind them.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

EventReader::FrenchVerb EventReader::frenchGroup(std::uint32_t t, std::uint32_t end, text::WordId entry) {
    FrenchVerb verb;
    verb.first = t;
    verb.end = end;
    const bool part = lex_.has(entry, Tag::VerbPart);
    verb.finite = lex_.has(entry, Tag::VerbS) || lex_.has(entry, Tag::VerbPast);
    verb.gerund = lex_.has(entry, Tag::VerbIng);
    verb.infinitive = !part && !verb.finite && !verb.gerund && lex_.has(entry, Tag::Verb);
    bool have = false, be = false, self = false, ne = false;
    std::uint32_t g = t;
    const auto aside = [&](std::uint32_t last) { // "a, pour sa part, reconnu", "a quant à lui dénoncé"
        for (std::uint32_t first = last; first > p_.first() && first + 4 > last; --first)
            if (const auto phrase = lex_.matchPhrase(r_, first - 1, text::tagBit(Tag::Adverb));
                phrase && phrase->endToken == last + 1)
                return first - 1;
        return none;
    };
    const auto insertion = [&](std::uint32_t close) { // "a, lundi dans un entretien, annoncé": where its comma opens
        for (std::uint32_t open = close - 1; open > p_.first() && close - open <= 8; --open) {
            if (p_.is(open, TokenKind::Comma))
                return p_.classOf(open - 1) == WordClass::Aux ? open : none;
            if (p_.finiteVerb(open))
                break;
        }
        return none;
    };
    for (; g > p_.first(); --g) {
        const std::uint32_t i = g - 1;
        const Small small = p_.small(i);
        const WordClass c = p_.classOf(i);
        if (small == Small::In && have && p_.small(i + 1) == Small::HaveAux) {
            continue; // "en a chiffré 300 000"
        }
        if (small == Small::HaveAux && c == WordClass::Aux) {
            have = true;
        } else if (small == Small::BeAux && c == WordClass::Aux) {
            be = true;
        } else if (small == Small::Been) {
            verb.passive = true;
        } else if (small == Small::WouldHave || small == Small::WouldBe || c == WordClass::Modal) {
            verb.modal = true;
        } else if (small == Small::Ne) {
            ne = true;
        } else if (small == Small::Pas) {
            verb.negated = true;
        } else if (small == Small::Se) {
            self = true;
        } else if ((small == Small::Clitic && c == WordClass::Pron) || (small == Small::In && i + 1 == t)) {
            continue; // "lui a dit", "en dénombre", "en affirmant"
        } else if (small == Small::We && p_.of(i).size() == 4 && !p_.of(i + 1).ends_with("ons")) {
            continue; // "nous écrit une lectrice", "nous a dit"
        } else if (c == WordClass::Det && have && p_.of(i).starts_with("l") && p_.of(i).size() != 2 &&
                   p_.small(i + 1) == Small::HaveAux) {
            continue; // "l'avait prévenu"
        } else if (c == WordClass::Det && i + 1 == t && verb.finite && !lex_.use(r_.tokens[t].word).noun() &&
                   p_.of(i).starts_with("l") && !lex_.has(r_.tokens[t].word, Tag::SayNoun)) {
            continue; // "l'évalue à 7 milliards", "le confirme"
        } else if ((c == WordClass::Pron || c == WordClass::Mark) && p_.is(i, TokenKind::Hyphen)) {
            continue; // "a-t-il"
        } else if (i > p_.first() && p_.is(i - 1, TokenKind::Hyphen) && (have || part) &&
                   (small == Small::He || small == Small::She || small == Small::They || small == Small::On3 ||
                    small == Small::LongT || small == Small::I || small == Small::We)) {
            if (small != Small::LongT)
                verb.clitic = i;
        } else if (c == WordClass::Adverb && !p_.is(i, TokenKind::Comma)) {
            continue;
        } else if (p_.inTime(i) && (have || be)) {
            continue;
        } else if (const std::uint32_t first = part && !have && !be ? aside(i) : none; first != none) {
            g = first + 1;
            continue;
        } else if (const std::uint32_t open = part && !have && !be && p_.is(i, TokenKind::Comma) ? insertion(i) : none;
                   open != none) {
            g = open + 1;
            continue;
        } else {
            break;
        }
    }
    verb.group = g;
    if (ne && p_.classOf(end) != WordClass::That) // "n'en recense que six" tells of six
        verb.negated = true;
    if (verb.clitic == none && p_.is(end, TokenKind::Hyphen)) { // "dit-il", "explique-t-elle"
        std::uint32_t i = end + 1;
        if (p_.small(i) == Small::LongT && p_.is(i + 1, TokenKind::Hyphen))
            i += 2;
        const Small small = p_.small(i);
        if (small == Small::He || small == Small::She || small == Small::They || small == Small::On3) {
            verb.clitic = i;
            verb.end = std::max(i + 1, madeKnown(t));
        }
    }
    if (part && (have || (be && self))) {
        verb.finite = true;
    } else if (part && (be || verb.passive)) {
        verb.passive = true;
    } else if (part && !verb.finite) {
        verb.participle = true;
    }
    return verb;
}

/// "fait-il valoir", "fait-on savoir": behind the infinitive that belongs to it; `t` where there is none.
std::uint32_t EventReader::madeKnown(std::uint32_t t) const {
    static constexpr WordSet known({"valoir", "remarquer", "observer", "savoir", "noter"});
    if (!p_.is(t + 1, TokenKind::Hyphen) || p_.of(t).front() != 'f')
        return t; // mostly
    std::uint32_t i = t + 2;
    if (p_.small(i) == Small::LongT)
        i += 2;
    return i + 1 < p_.end() && p_.of(t).starts_with("f") && known.contains(p_.of(i + 1)) ? i + 2 : t;
}

/// "parle, lui, de quatorze disparus", "parle, quant à lui, de": behind the commas; `t` where there is no such aside.
std::uint32_t EventReader::behindAside(std::uint32_t t) {
    if (!p_.is(t, TokenKind::Comma))
        return t;
    if (p_.classOf(t + 1) == WordClass::Pron && p_.is(t + 2, TokenKind::Comma))
        return t + 3;
    const auto phrase = t + 1 < p_.end() ? lex_.matchPhrase(r_, t + 1, text::tagBit(Tag::Adverb)) : std::nullopt;
    return phrase && p_.is(phrase->endToken, TokenKind::Comma) ? phrase->endToken + 1 : t;
}

std::uint32_t EventReader::frenchSide(SayEvent& event, std::uint32_t t) {
    t = behindAside(t);
    for (int round = 0; round < 5; ++round) {
        t = p_.afterTime(t);
        for (;;) { // "également", "de son côté"
            const auto phrase = t < p_.end() ? lex_.matchPhrase(r_, t, text::tagBit(Tag::Adverb)) : std::nullopt;
            if (phrase && phrase->endToken <= p_.end())
                t = phrase->endToken;
            else if (p_.classOf(t) == WordClass::Adverb)
                ++t;
            else
                break;
        }
        const WordClass c = p_.classOf(t);
        const bool opens = c == WordClass::Prep && p_.small(t) != Small::Of;
        if (!opens)
            break;
        std::uint32_t from = t + 1; // "auprès de", "lors de", "à l'issue de"
        while (p_.classOf(from) == WordClass::Prep)
            ++from;
        NounPhrase phrase = p_.phraseAt(from);
        if (phrase.empty())
            break;
        for (std::uint32_t i = from; i < phrase.end; ++i) // "à l'AFP des témoins": a name alone
            if (p_.classOf(i) == WordClass::Name) {
                const bool letters = r_.tokens[i].has(text::AllCaps);
                while (i < phrase.end && (p_.classOf(i) == WordClass::Name || p_.is(i, TokenKind::Hyphen)) &&
                       !(letters && !r_.tokens[i].has(text::AllCaps)))
                    ++i;
                if (i < phrase.end && (p_.of(i) == "des" || letters)) // "l'AFP Moussa Traoré"
                    phrase.end = i;
                break;
            } else if (p_.classOf(i) != WordClass::Det) {
                break;
            }
        if (event.via.empty() && (p_.small(t) == Small::To || p_.of(t) == "auprès")) {
            for (std::uint32_t i = phrase.first; i < phrase.end; ++i)
                if (p_.classOf(i) == WordClass::Name) { // "à l'AFP", "à Radio Sahel": who passed it on
                    const Name* name = nameOf({i, phrase.end, i});
                    if (name == nullptr)
                        event.via = r_.of(p_.spanOf({i, phrase.end, i}));
                    else if (name->kind == NameKind::Organisation || name->kind == NameKind::Other)
                        event.via = r_.of(name->span);
                    break;
                } else if (p_.classOf(i) != WordClass::Det) {
                    break;
                }
        }
        t = phrase.end;
    }
    return t;
}

bool EventReader::haveBefore(std::uint32_t t) {
    for (std::uint32_t i = p_.strongBreakBefore(t); i < t; ++i)
        if (p_.small(i) == Small::HaveAux && p_.classOf(i) == WordClass::Aux)
            return true;
    return false;
}

} // namespace countercheck::read
