// SPDX-License-Identifier: GPL-3.0-or-later
// What the words around a claim tell of it, and what another language calls what it is about.
#include "core/compare/digest/digester.h"

#include "core/claim/parts.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

namespace countercheck::compare {

using claim::ClaimKind;
using text::Tag;
using text::tagBit;
using text::TokenKind;

/// French lemmas of which no table told the English one, so that slots of two languages meet.
void Digester::across(claim::Slot& slot) const {
    if (in_.reading.language != text::Language::French)
        return;
    if (!slot.classified && !slot.event.empty()) {
        slot.event = acrossOf(slot.event);
        const text::Lexicon& english = text::Lexicon::of(text::Language::English);
        const std::string_view event = english.value(english.find(slot.event), Tag::Event);
        if (!event.empty()) {
            slot.event = event;
            slot.classified = true;
        }
    }
    if (!slot.head.empty())
        slot.head = acrossOf(slot.head);
}

/// The noun as what is counted.
void Digester::takeNoun(claim::Slot& slot, text::WordId noun) const {
    const std::string_view label = lexicon_.value(noun, Tag::Label), kind = lexicon_.value(noun, Tag::Class);
    slot.head = !label.empty() ? label : lexicon_.form(noun);
    if (in_.reading.language == text::Language::French)
        slot.head = acrossOf(slot.head);
    slot.headClass = !kind.empty()                                         ? kind
                     : lexicon_.use(noun).nounField == text::Field::Person ? std::string_view("person")
                                                                           : std::string_view();
    slot.headRole = lexicon_.value(noun, Tag::Role);
    slot.modifiers = {};
}

/// "The plane with 68 people on board crashed": what is told of them is that they were there. "On Thursday, a day after
/// 23 people died": the day is not that of the deaths. "Wend, a 49-year-old lawyer": whose age it is.
void Digester::tellBeside(const claim::Claim& claim, Fact& fact) const {
    const auto& tokens = in_.reading.tokens;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    const std::uint32_t first = tokenFrom(claim.highlight.begin), end = tokenFrom(claim.highlight.end);
    const auto word = [&](std::uint32_t t) {
        return t >= s.firstToken && t < s.endToken ? in_.reading.of(tokens[t]) : std::string_view();
    };
    // "Won the 200 metres": the name of a race, not how long something is.
    if (fact.kind == ClaimKind::Measure && first > s.firstToken && (fact.slot.unit == "m" || fact.slot.unit == "km") &&
        claim::oneOf(word(first - 1), {"the", "le", "du", "au"}) && word(end) != "of" && word(end) != "de" &&
        in_.reading.of(claim.highlight).find('-') == std::string_view::npos && // "the 10-metre-long dhow"
        claim.figure >= 0 && in_.mentions.figures[static_cast<std::size_t>(claim.figure)].set.headline)
        fact.sum = "name";
    // "L'or sur 200 mètres papillon"
    if (fact.kind == ClaimKind::Measure && fact.slot.unit == "m" &&
        (claim::oneOf(word(end), {"papillon", "brasse", "dos", "nage", "haies", "libre", "steeple", "butterfly",
                                  "breaststroke", "backstroke", "freestyle", "hurdles", "steeplechase", "medley"}) ||
         (first > s.firstToken && word(first - 1) == "sur" && claim::oneOf(fact.slot.event, {"win", "victory"}))))
        fact.sum = "name";
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && fact.slot.headClass == "person") {
        const bool there =
            !fact.slot.classified || fact.slot.event.empty() || claim::oneOf(fact.slot.event, {"crash", "missing"}) ||
            (fact.slot.relation == claim::Relation::Adjunct &&
             (fact.slot.event == "arrival" || claim::oneOf(std::string_view(fact.slot.preposition), {"with", "avec"})));
        for (std::uint32_t t = end; there && t < end + 2; ++t)
            if (word(t) == "aboard" ||
                ((word(t) == "on" || word(t) == "à") && (word(t + 1) == "board" || word(t + 1) == "bord"))) {
                befell(fact.slot, "aboard");
                fact.negatedVerb = false;
            }
    }
    // "Office shooting kills 1", "killing 41 people and injuring more than 200": the verb before a bare figure tells
    // what befell those.
    const auto bare = [&] {
        return fact.slot.head.empty() ||
               (fact.slot.head == "person" && end > first && tokens[end - 1].is(TokenKind::Number));
    };
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && bare() && first > s.firstToken)
        if (const std::string_view event = lexicon_.value(tokens[first - 1].word, Tag::Event);
            event != fact.slot.event && listed(Family::Fate, event) &&
            lexicon_.hasAny(tokens[first - 1].word, tagBit(Tag::VerbS) | tagBit(Tag::VerbIng)))
            befell(fact.slot, event);
    // "23 Somali and Yemeni pirates": all of them are pirates.
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && end > s.firstToken &&
        lexicon_.has(tokens[end - 1].word, Tag::Nationality) && claim::oneOf(word(end), {"and", "et"}) &&
        end + 2 < s.endToken && lexicon_.has(tokens[end + 1].word, Tag::Nationality) &&
        tokens[end + 2].is(TokenKind::Word) && !smallWord(tokens[end + 2])) {
        fact.slot.head = "person";
        fact.slot.headClass = "person";
        fact.slot.headRole = {};
    }
    // "A five-storey apartment block": the words behind are not the noun's.
    if (fact.kind == ClaimKind::Count && in_.reading.of(claim.highlight).find('-') != std::string_view::npos &&
        in_.reading.of(claim.highlight).find(' ') == std::string_view::npos)
        fact.slot.modifiers = {};
    if (fact.slot.head == "member")
        for (std::uint32_t t = end; t < std::min(end + 3, s.endToken); ++t)
            if (claim::oneOf(word(t), {"équipage", "crew"})) {
                fact.slot.head = "crew";
                break;
            }
    // "Forced some 2,000 people to flee": what they were made to do.
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && fact.slot.headClass == "person" &&
        listed(Family::Causing, fact.slot.event)) {
        constexpr std::uint32_t far = 12;
        for (std::uint32_t t = end; t + 1 < std::min(end + far, s.endToken); ++t) {
            const std::string_view event = claim::oneOf(word(t), {"to", "à", "de", "d'"})
                                               ? lexicon_.value(tokens[t + 1].word, Tag::Event)
                                               : std::string_view();
            if (event.empty())
                continue;
            befell(fact.slot, event);
            break;
        }
    }
    // "Four policemen are among the dead"
    if (fact.kind == ClaimKind::Count && fact.slot.headClass == "person" &&
        claim::oneOf(word(end), {"are", "were", "figurent", "figuraient", "is"}))
        for (std::uint32_t t = end + 1; t < std::min(end + 4, s.endToken); ++t) {
            if (!claim::oneOf(word(t), {"among", "parmi"}))
                continue;
            for (std::uint32_t n = t + 1; n < std::min(t + 4, s.endToken); ++n) {
                const bool dead = claim::oneOf(word(n), {"dead", "victims", "victimes", "morts", "tués", "killed"});
                const bool hurt = claim::oneOf(word(n), {"injured", "wounded", "blessés"});
                if (!dead && !hurt)
                    continue;
                befell(fact.slot, dead ? "death" : "injury");
                fact.marks.ofThem = false;
            }
        }
    if (fact.kind == ClaimKind::Count && first > s.firstToken && word(first - 1) == "dont")
        fact.marks.ofThem = true; // "14 blessés, dont trois graves"
    // "63 morts parmi les migrants", "12 dead among the passengers": they tell who the dead were.
    if (fact.kind == ClaimKind::Count && fact.marks.ofThem && claim::oneOf(fact.slot.event, {"death", "injury"}) &&
        claim::oneOf(word(end), {"among", "parmi", "chez"}))
        fact.marks.ofThem = false;
    // "Spent another 35 million on marketing": beside what was spent before.
    if (fact.kind == ClaimKind::Money && first > s.firstToken &&
        claim::oneOf(word(first - 1), {"another", "further", "additional", "extra"}))
        fact.marks.more = true;
    // "A 50-billion increase in its market value", "a rise of 50 billion"
    const auto change = [](std::string_view noun) {
        return claim::oneOf(noun, {"increase", "rise", "gain", "drop", "fall", "decline", "decrease", "cut", "hausse",
                                   "baisse", "augmentation"});
    };
    if (fact.kind == ClaimKind::Money)
        fact.increment = change(word(end)) || (first >= s.firstToken + 2 && change(word(first - 2)) &&
                                               claim::oneOf(word(first - 1), {"of", "de"}));
    // "Five soldiers died on Wednesday, bringing to ten the number": they are what a total grew by.
    if (fact.kind == ClaimKind::Count)
        for (std::uint32_t t = end; t + 1 < s.endToken && !fact.increment; ++t)
            fact.increment = tokens[t].is(TokenKind::Comma) &&
                             claim::oneOf(word(t + 1), {"bringing", "taking", "raising", "pushing", "portant"});
    // "Announced the takeover of its rival for 1.2 billion euros": what it is paid for.
    if (fact.kind == ClaimKind::Money && fact.slot.preposition == "for" &&
        claim::oneOf(fact.slot.event, {"announcement", "confirm", "announce"}))
        for (std::uint32_t t = first; t-- > s.firstToken;)
            if (const std::string_view event = lexicon_.value(tokens[t].word, Tag::Event);
                event == "deal" || event == "purchase" || event == "takeover") {
                fact.slot.event = event;
                fact.slot.classified = true;
                break;
            }
    // "A coûté la vie à huit personnes", "cost eight people their lives"
    static const std::uint32_t life = Concepts::named("life");
    if (fact.kind == ClaimKind::Count && fact.slot.headClass == "person" && fact.slot.event == "price" &&
        hasWord(fact, life)) {
        fact.slot.event = "death";
        fact.slot.relation = claim::Relation::Patient;
        fact.slot.preposition = {};
    }
    // "32 fermetures de magasins", "900 suppressions de postes": the noun tells what is done to what is counted.
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && end > s.firstToken &&
        claim::oneOf(word(end), {"de", "d'", "d’"}) && end + 1 < s.endToken) {
        const std::string_view noun = word(end - 1);
        const text::WordId of = lexicon_.nounLemma(tokens[end + 1].word);
        const std::string_view event = claim::oneOf(noun, {"fermetures", "fermeture"})       ? "suspension"
                                       : claim::oneOf(noun, {"suppressions", "suppression"}) ? "layoff"
                                                                                             : "";
        if (!event.empty() && of != 0) {
            befell(fact.slot, event);
            takeNoun(fact.slot, of);
        }
    }
    // "Les malfaiteurs, au nombre de quatre": those before are counted.
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && first >= s.firstToken + 5 && word(first - 1) == "de" &&
        word(first - 2) == "nombre" && word(first - 3) == "au" && tokens[first - 4].is(TokenKind::Comma))
        if (const text::WordId of = lexicon_.nounLemma(tokens[first - 5].word); of != 0) {
            fact.slot.event = {};
            fact.slot.classified = false;
            takeNoun(fact.slot, of);
        }
    // "Claimed 21 lives, and 27 people were rescued": the verb before the figure tells it.
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && first > s.firstToken &&
        (fact.slot.head == "life" || fact.slot.head == "vie") &&
        claim::oneOf(word(first - 1),
                     {"claimed", "claims", "claiming", "cost", "costing", "took", "taken", "fauché"})) {
        befell(fact.slot, "death");
        fact.slot.head = "person";
        fact.slot.headClass = "person";
    }
    // "Offers his price target of 21 dollars": what is foreseen is its own, whatever is done with it.
    if (claim.figure >= 0 && fact.kind != ClaimKind::Count && first >= s.firstToken + 2 &&
        claim::oneOf(word(first - 1), {"of", "de"}) && listed(Family::Forecast, in_.reading, tokens[first - 2])) {
        fact.slot.event = headOf(Family::Forecast, word(first - 2));
        fact.slot.classified = false;
        fact.slot.relation = claim::Relation::Copula;
        fact.slot.preposition = {};
    }
    const auto number = [&](std::uint32_t t) {
        return t >= s.firstToken && t < s.endToken &&
               (tokens[t].is(TokenKind::Number) || lexicon_.has(tokens[t].word, Tag::Number));
    };
    if (claim.figure >= 0 && fact.kind == ClaimKind::Count && first >= s.firstToken + 2) {
        const bool determined =
            lexicon_.has(tokens[first - 1].word, Tag::Det) || lexicon_.has(tokens[first - 1].word, Tag::Poss);
        if (determined && first >= s.firstToken + 3 && (word(first - 2) == "of" || word(first - 2) == "de") &&
            number(first - 3)) {
            fact.slot.event = "whole"; // "112 of the 240 seats"
            fact.slot.classified = true;
            fact.slot.relation = claim::Relation::None;
        }
        const bool against = claim::oneOf(word(first - 1), {"to", "against", "contre"}) &&
                             (number(first - 2) || (first >= s.firstToken + 3 && number(first - 3)));
        if (against && (fact.slot.head.empty() || fact.slot.head == "vote")) {
            fact.slot.event = "votes against"; // "121 votes to 110"
            fact.slot.classified = true;
            fact.slot.relation = claim::Relation::None;
        }
    }
    if (fact.kind == ClaimKind::Age && fact.subject.empty() && first > s.firstToken + 1) {
        std::uint32_t t = first;
        while (t > s.firstToken && lexicon_.has(tokens[t - 1].word, Tag::Det))
            --t;
        if (t > s.firstToken + 1 && tokens[t - 1].is(TokenKind::Comma))
            for (const read::Name& name : read::inSentence(in_.mentions.names, claim.sentence))
                if (name.kind == read::NameKind::Person && name.span.end == tokens[t - 2].end) {
                    fact.subject = in_.mentions.entities[name.entity].name;
                    break;
                }
    }
    if (claim.figure < 0 || !fact.anchor.explicitTime || !fact.anchor.time)
        return;
    for (const read::TimeMention& time : read::inSentence(in_.mentions.times, claim.sentence)) {
        constexpr std::uint32_t near = 12;
        if (time.endToken > first || !time.resolved || time.resolved->from != fact.anchor.time->from ||
            first - time.endToken > near)
            continue;
        for (std::uint32_t t = std::max(time.endToken, s.firstToken + 1); t < first; ++t)
            if ((word(t) == "after" || word(t) == "après") &&
                claim::oneOf(word(t - 1), {"day", "days", "hours", "week", "weeks", "jour", "jours", "heures",
                                           "semaine", "semaines", "lendemain"})) {
                fact.anchor.explicitTime = false;
                fact.anchor.time.reset();
                fact.anchor.background = false;
                return;
            }
    }
}

/// "The number of children missing has risen to 42", "le nombre de blessés est passé à 31": what is counted stands
/// behind the number, and what befell it behind that.
void Digester::tellNumberOf(const claim::Claim& claim, Fact& fact) const {
    if (claim.figure < 0 || fact.kind != ClaimKind::Count ||
        !(fact.slot.head.empty() || claim::oneOf(fact.slot.head, {"number", "nombre"})))
        return;
    const auto& tokens = in_.reading.tokens;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    const std::uint32_t figure = tokenFrom(claim.highlight.begin);
    const auto word = [&](std::uint32_t t) {
        return t >= s.firstToken && t < figure ? in_.reading.of(tokens[t]) : std::string_view();
    };
    constexpr std::uint32_t far = 6, near = 3;
    for (std::uint32_t t = s.firstToken; t + 2 < figure; ++t) {
        if (!claim::oneOf(word(t), {"number", "nombre"}) || !claim::oneOf(word(t + 1), {"of", "de", "des", "d'", "d’"}))
            continue;
        for (std::uint32_t n = t + 2; n < std::min(t + far, figure) && !tokens[n].is(TokenKind::Comma); ++n) {
            const text::WordId own = tokens[n].word, lemma = own == 0 ? 0 : lexicon_.nounLemma(own);
            const std::string_view role = lexicon_.value(own, Tag::Role);
            const std::string_view fate = role.substr(0, role.find(':'));
            if (role.ends_with(":patient") && listed(Family::Fate, fate)) { // "of injured", "de morts"
                befell(fact.slot, fate);
                fact.slot.head = fact.slot.headClass = "person";
                return;
            }
            if (lemma == 0 || lexicon_.has(own, Tag::VerbPart) || lexicon_.has(own, Tag::Det))
                continue;
            std::string_view event;
            for (std::uint32_t v = n + 1; event.empty() && v < std::min(n + 1 + near, figure); ++v) {
                if (lexicon_.has(tokens[v].word, Tag::VerbPart))
                    event = lexicon_.value(tokens[v].word, Tag::Event);
                else if (claim::oneOf(word(v), {"missing", "disparus", "disparues"}))
                    event = "missing";
                else if (claim::oneOf(word(v), {"dead", "morts", "mortes"}))
                    event = "death";
            }
            if (event.empty())
                return;
            befell(fact.slot, event);
            takeNoun(fact.slot, lemma);
            return;
        }
        return;
    }
}

/// "Sales rose 4 percent": the plural names what is measured, where the singular is a deed ("the sale of the bank").
void Digester::tellMeasure(const claim::Claim& claim, Fact& fact) const {
    if (fact.kind != ClaimKind::Money && fact.kind != ClaimKind::Percentage)
        return;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const text::Token& token = in_.reading.tokens[t];
        if (!claim.clause.contains(token.begin))
            continue;
        if (!listed(Family::MeasureForm, in_.reading, token))
            continue;
        const std::string_view form = text::lowered(in_.reading.of(token), buffer_);
        // "60 percent of voters backed the plan" is no turnout.
        const bool voters = lexicon_.value(token.word, text::Tag::Role) == "vote:agent";
        if (voters && !fact.slot.event.empty() && !listed(Family::Light, fact.slot.event) &&
            !claim::oneOf(fact.slot.event, {"vote", "participation"}))
            continue;
        for (const std::uint32_t measure : measuresOf({Concepts::named(headOf(Family::MeasureForm, form))}))
            fact.measures.push_back(measure);
    }
    ownMeasures(fact.measures);
}

} // namespace countercheck::compare
