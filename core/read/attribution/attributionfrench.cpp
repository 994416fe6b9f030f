// SPDX-License-Identifier: GPL-3.0-or-later
// French for the shallow parser: what class a word has where it stands, and where a noun phrase begins and ends. There
// is no dictionary of classes: small words, the verbs of saying and the endings decide, in doubt for a noun.
#include "core/read/attribution/attributionphrases.h"

#include <array>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

WordClass Phrases::frenchSmall(std::uint32_t t) {
    const text::Token& token = r.tokens[t];
    const auto nominal = [&](std::uint32_t i) {
        const WordClass c = classOf(i);
        return c == WordClass::Noun || c == WordClass::Name || c == WordClass::Number || c == WordClass::Adjective ||
               c == WordClass::Past;
    };
    switch (word(token.word).small) {
    case Small::Masculine: // le, un, ce, son, and "le" before an auxiliary: a pronoun
    case Small::Feminine:
        return t + 1 < end_ && lex.has(r.tokens[t + 1].word, Tag::Aux) && !r.tokens[t + 1].has(text::Capitalised)
                   ? WordClass::Pron
                   : WordClass::Det;
    case Small::Of:
    case Small::To: {
        const std::string_view form = of(t);
        if (form == "des" || form == "Des") // an article, or "de les"
            return t > first_ && nominal(t - 1) ? WordClass::Prep : WordClass::Det;
        return WordClass::Prep;
    }
    case Small::HaveAux:
        return t == first_ && token.end - token.begin == 1 ? WordClass::Prep : WordClass::Aux; // "A Paris"
    case Small::BeAux:
        return t > first_ && (of(t - 1) == "l'" || of(t - 1) == "l\xE2\x80\x99") ? WordClass::Noun
                                                                                 : WordClass::Aux; // "l'est"
    case Small::WouldHave:
    case Small::WouldBe:
        return WordClass::Modal;
    case Small::Clitic:
        if (token.has(text::Capitalised) && t + 1 < end_ && r.tokens[t + 1].has(text::Capitalised))
            return WordClass::Name; // "Me Dubois"
        return t + 1 < end_ && r.tokens[t + 1].is(TokenKind::Word) && (word(r.tokens[t].word).begins == 0) &&
                       lex.has(token.word, Tag::Poss) && !lex.hasAny(r.tokens[t + 1].word, text::tagBit(Tag::Aux)) &&
                       word(r.tokens[t + 1].word).say == SayKind::None
                   ? WordClass::Det // "leur maison"
                   : WordClass::Pron;
    case Small::Ne:
    case Small::Se:
        return WordClass::Pron;
    case Small::Pas:
        return WordClass::Adverb;
    case Small::In:
    case Small::For:
    case Small::By:
        return WordClass::Prep;
    case Small::He:
    case Small::She:
    case Small::They:
    case Small::On3:
        return WordClass::Pron;
    default:
        return WordClass::Unread;
    }
}

WordClass Phrases::frenchContent(std::uint32_t t) {
    const text::Token& token = r.tokens[t];
    const text::WordId id = token.word;
    const text::WordUse& use = lex.use(id);
    if (is(t + 1, TokenKind::Hyphen) && is(t + 2, TokenKind::Word) && !r.tokens[t + 1].has(text::SpaceBefore)) {
        const Small next = small(t + 2); // "dit-il", but "porte-parole"
        if (next != Small::LongT && next != Small::He && next != Small::She && next != Small::On3 &&
            next != Small::They && next != Small::I && next != Small::We)
            return WordClass::Noun;
    } else if (t > first_ && is(t - 1, TokenKind::Hyphen)) {
        return WordClass::Noun;
    }
    if (lex.has(id, Tag::Adjective))
        return WordClass::Adjective;
    const WordClass before = t > first_ ? classOf(t - 1) : WordClass::Mark;
    const bool afterDet = before == WordClass::Det || before == WordClass::Number || before == WordClass::Adjective;
    const bool speaks =
        lex.hasAny(id, text::tagBit(Tag::SourceNoun) | text::tagBit(Tag::SayNoun) | text::tagBit(Tag::Title));
    const bool noun = use.noun() || speaks || lex.has(id, Tag::Noun);
    constexpr unsigned tenses =
        text::VerbPresent | text::VerbImperfect | text::VerbPastTense | text::VerbFuture | text::VerbConditional;
    const bool finite = ((use.forms & tenses) != 0 &&
                         ((use.forms & (text::VerbThird | text::VerbThirdPlural)) != 0 || before == WordClass::Pron)) ||
                        lex.hasAny(id, text::tagBit(Tag::VerbS) | text::tagBit(Tag::VerbPast));
    const bool participle = (use.forms & text::VerbPastParticiple) != 0 || lex.has(id, Tag::VerbPart);
    const bool by = t + 1 < end_ && word(r.tokens[t + 1].word).small == Small::By;
    if (participle && (by || before == WordClass::Aux || (before == WordClass::Adverb && !finite)))
        return WordClass::Past;
    if (afterDet && before != WordClass::Adjective && (noun || use.adjective() || participle))
        return noun ? WordClass::Noun : use.adjective() ? WordClass::Adjective : WordClass::Noun;
    if (before == WordClass::Prep && noun)
        return WordClass::Noun;
    if (finite) {
        if (!noun && !use.adjective() && !participle)
            return WordClass::Verb;
        if (before == WordClass::Pron || before == WordClass::Wh)
            return WordClass::Verb;
        const bool saying = word(id).say != SayKind::None;
        if (before == WordClass::Mark && saying && t > first_)
            return WordClass::Verb; // "…», note X"
        if ((before == WordClass::Noun || before == WordClass::Name || before == WordClass::Adjective ||
             before == WordClass::Adverb || before == WordClass::Past) &&
            t + 1 < end_) {
            const text::Token& next = r.tokens[t + 1];
            if (speaks && !saying && word(next.word).small == Small::To)
                return WordClass::Noun; // "la vieille dame à la barre"
            if (next.is(TokenKind::OpenQuote) || next.is(TokenKind::Colon) ||
                lex.hasAny(next.word, text::tagBit(Tag::Det) | text::tagBit(Tag::Subord) | text::tagBit(Tag::Adverb) |
                                          text::tagBit(Tag::Number) | text::tagBit(Tag::Aux)) ||
                word(next.word).small == Small::To || (saying && word(next.word).small == Small::Of) ||
                next.is(TokenKind::Number))
                return WordClass::Verb;
        }
    }
    if (participle && !(noun && before == WordClass::Mark))
        return WordClass::Past;
    if ((use.forms & text::VerbGerund) != 0 && !use.adjective() && (!noun || before != WordClass::Det))
        return WordClass::Ing;
    if (lex.has(id, Tag::VerbIng))
        return WordClass::Ing;
    if (((use.forms & text::VerbBase) != 0 || lex.has(id, Tag::Verb)) && !noun && !use.adjective())
        return WordClass::Other; // an infinitive
    if (noun)
        return use.adjective() && (before == WordClass::Noun || before == WordClass::Name) && !speaks
                   ? WordClass::Adjective
                   : WordClass::Noun;
    if (use.adjective())
        return WordClass::Adjective;
    if (use.adverb())
        return WordClass::Adverb;
    return finite ? WordClass::Verb : WordClass::Noun;
}

bool personSuffix(std::string_view word) {
    static constexpr std::array<std::string_view, 24> tails{
        "naire", "naires", "eur",    "eurs", "euse",   "euses", "trice", "trices", "iste",   "istes",  "ien", "iens",
        "ienne", "logue",  "logues", "cien", "iennes", "naute", "crate", "ateur",  "ateurs", "ologue", "ier", "iers"};
    for (const std::string_view tail : tails)
        if (word.size() > tail.size() + 2 && word.ends_with(tail))
            return true;
    return false;
}

char sexOfEnding(std::string_view word) {
    static constexpr std::string_view women[] = {"ée", "euse", "trice", "ière", "ienne", "ante", "ente", "ate", "oise"};
    static constexpr std::string_view men[] = {"é", "eur", "ier", "ien", "ant", "ent", "at", "ois"};
    for (const std::string_view tail : women)
        if (word.ends_with(tail))
            return 'f';
    for (const std::string_view tail : men)
        if (word.ends_with(tail))
            return 'm';
    return 0;
}

namespace {

/// Behind which a noun phrase goes on: "le maire de …", "le ministre chargé aux …".
bool joins(Small small) {
    return small == Small::Of || small == Small::To || small == Small::In || small == Small::For ||
           small == Small::On || small == Small::Near;
}

} // namespace

std::uint32_t Phrases::frenchHead(std::uint32_t first, std::uint32_t end) {
    std::uint32_t noun = end, name = end;
    for (std::uint32_t t = first; t < end; ++t) {
        const WordClass c = classOf(t);
        if (c == WordClass::Prep && t > first + 1)
            break;
        if (c == WordClass::Prep && t > first) { // "un de ses responsables"
            if (noun != end || name != end || classOf(first) != WordClass::Det)
                break;
            continue;
        }
        if (has(t, Tag::Poss) && !r.tokens[t].has(text::AllCaps))
            continue; // "sa directrice" is no "SA"
        if (has(t, Tag::SourceNoun) || has(t, Tag::SayNoun) || has(t, Tag::Title) || has(t, Tag::OrgWord))
            return t;
        if (c == WordClass::Noun && noun == end)
            noun = t;
        if (c == WordClass::Name && name == end)
            name = t;
    }
    return noun != end && (name == end || noun < name) && personSuffix(of(noun)) ? noun
           : name != end                                                         ? name
           : noun != end                                                         ? noun
                                                                                 : first;
}

bool Phrases::namesSource(std::uint32_t head) {
    static constexpr std::string_view measures[] = {
        "loi",        "lois",    "règle",         "règles",   "cas",           "besoin",         "besoins",
        "taille",     "âge",     "type",          "types",    "critère",       "critères",       "saison",
        "niveau",     "formule", "ordre",         "principe", "méthode",       "tradition",      "nature",
        "lieu",       "moment",  "point",         "degré",    "conditions",    "modalités",      "calendrier",
        "usage",      "coutume", "vraisemblance", "termes",   "mots",          "expression",     "régions",
        "région",     "pays",    "heures",        "humeur",   "circonstances", "disponibilités", "gravité",
        "importance", "secteurs"};
    if (classOf(head) != WordClass::Noun)
        return false;
    for (const std::string_view word : measures)
        if (of(head) == word)
            return false;
    return true;
}

bool Phrases::hearerAt(std::uint32_t t) const {
    // behind "à": "l'AFP", "la presse", "des journalistes", "Radio Sahel"; not "aux Transports", "à la Sécurité"
    if (is(t, TokenKind::Word) && lex.hasAny(r.tokens[t].word, text::tagBit(Tag::Det)))
        ++t;
    if (t >= end_)
        return false;
    if (r.tokens[t].has(text::AllCaps) && r.tokens[t].end - r.tokens[t].begin > 1)
        return true;
    if (const Name* name = nameAround(t); name != nullptr && name->firstToken == t)
        return name->kind == NameKind::Organisation && lex.hasAny(r.tokens[t].word, text::tagBit(Tag::SayNoun));
    return lex.has(r.tokens[t].word, Tag::SayNoun) || word(r.tokens[t].word).small == Small::Media;
}

NounPhrase Phrases::frenchPhraseAt(std::uint32_t t) {
    if (t >= end_)
        return {t, t, t};
    if (classOf(t) == WordClass::Pron)
        return {t, is(t + 1, TokenKind::Hyphen) && t + 2 < end_ && of(t + 2) == "ci" ? t + 3 : t + 1, t}; // "celui-ci"
    bool head = false;
    std::uint32_t i = t;
    for (std::uint32_t steps = 0; i < end_ && steps < 28 && !inTime(i); ++steps) {
        const WordClass c = classOf(i), next = i + 1 < end_ ? classOf(i + 1) : WordClass::Mark;
        bool take = false;
        switch (c) {
        case WordClass::Name:
        case WordClass::Noun:
            take = head = true;
            if (const Name* name = nameAround(i); name != nullptr && name->endToken <= end_ && name->endToken > i)
                i = name->endToken - 1;
            break;
        case WordClass::Adjective:
            take = true;
            break;
        case WordClass::Adverb: // "la même source"
            take = i > t && classOf(i - 1) == WordClass::Det && next == WordClass::Noun;
            break;
        case WordClass::Number:
            take = !head || (i > t && (classOf(i - 1) == WordClass::Prep || of(i - 1) == "numéro")); // "le numéro deux"
            break;
        case WordClass::Det:
            take = i == t || classOf(i - 1) == WordClass::Prep || classOf(i - 1) == WordClass::Det ||
                   (has(i - 1, Tag::SayNoun) && r.tokens[i].has(text::Capitalised) &&
                    next == WordClass::Name); // "le quotidien La Dépêche"
            break;
        case WordClass::Prep:
            if (!head && i > t && small(i) == Small::Of && next == WordClass::Det &&
                (of(i - 1) == "un" || of(i - 1) == "une" || classOf(i - 1) == WordClass::Number)) {
                take = true; // "un de ses responsables"
                break;
            }
            take = head && joins(small(i)) && !inTime(i + 1) &&
                   (next == WordClass::Name || next == WordClass::Det || next == WordClass::Noun ||
                    (next == WordClass::Number && small(i) == Small::Of)) &&
                   !(small(i) == Small::In &&
                     (has(i + 1, Tag::SayNoun) || (next == WordClass::Det && has(i + 2, Tag::SayNoun)))) &&
                   !(small(i) == Small::To && hearerAt(i + 1)) && (small(i) != Small::For || next == WordClass::Det) &&
                   (small(i) != Small::On || next == WordClass::Det);
            break;
        case WordClass::Mark:
            take = innerMark(i) && (i > t || !is(i, TokenKind::Hyphen));
            break;
        default:
            break;
        }
        if (!take)
            break;
        ++i;
    }
    while (i > t &&
           (classOf(i - 1) == WordClass::Prep || classOf(i - 1) == WordClass::Det || is(i - 1, TokenKind::Hyphen)))
        --i;
    if (!head)
        i = t;
    return {t, i, i > t ? frenchHead(t, i) : t};
}

NounPhrase Phrases::frenchPhraseEndingAt(std::uint32_t last) {
    const NounPhrase none{last + 1, last + 1, last};
    if (last < first_ || last >= end_)
        return none;
    if (classOf(last) == WordClass::Pron)
        return {last, last + 1, last};
    if (last >= first_ + 2 && is(last - 1, TokenKind::Hyphen) && of(last) == "ci" &&
        classOf(last - 2) == WordClass::Pron)
        return {last - 2, last + 1, last - 2};
    std::uint32_t t = last + 1, first = last + 1, conjAt = 0;
    bool governed = false;
    for (std::uint32_t steps = 0; t > first_ && steps < 28; ++steps) {
        const std::uint32_t i = t - 1;
        if (inTime(i))
            break;
        if (const Name* name = nameAround(i); name != nullptr && name->firstToken < i && name->firstToken >= first_) {
            first = t = name->firstToken;
            continue;
        }
        const WordClass c = classOf(i), before = i > first_ ? classOf(i - 1) : WordClass::Mark;
        bool take = false, done = false;
        switch (c) {
        case WordClass::Noun:
        case WordClass::Name:
        case WordClass::Number:
        case WordClass::Adjective:
            take = true;
            break;
        case WordClass::Past:
            take = before == WordClass::Noun || before == WordClass::Name || before == WordClass::Adjective;
            break;
        case WordClass::Mark:
            take = innerMark(i);
            break;
        case WordClass::Det:
            take = t <= last;
            done = before != WordClass::Prep && before != WordClass::Det && before != WordClass::Conj;
            break;
        case WordClass::Prep:
            take = t <= last && i > first_ && !inTime(i - 1) &&
                   (before == WordClass::Noun || before == WordClass::Name || before == WordClass::Past ||
                    before == WordClass::Adjective);
            governed = !take;
            break;
        case WordClass::Conj:
            take = small(i) == Small::And && t <= last && (before == WordClass::Noun || before == WordClass::Name);
            if (take && conjAt == 0)
                conjAt = t;
            break;
        default:
            break;
        }
        if (!take) {
            const bool verb = c == WordClass::Verb || c == WordClass::Past || c == WordClass::Aux ||
                              c == WordClass::Modal || c == WordClass::Other;
            if (verb && conjAt != 0)
                first = conjAt;
            break;
        }
        t = i;
        if (c != WordClass::Conj && c != WordClass::Prep)
            first = i;
        if (done)
            break;
    }
    if (governed)
        return none; // "dans la ville", "par la police": not the subject
    while (first <= last && (is(first, TokenKind::Hyphen) || is(first, TokenKind::Apostrophe) ||
                             is(first, TokenKind::Stop) || inTime(first)))
        ++first;
    if (first > last)
        return none;
    return {first, last + 1, frenchHead(first, last + 1)};
}

} // namespace countercheck::read
