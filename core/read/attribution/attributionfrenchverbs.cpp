// SPDX-License-Identifier: GPL-3.0-or-later
// French acts of saying. The frames are stricter than in English: what is said stands behind "que", a colon or a mark,
// behind the verb as an infinitive ("affirme avoir vu"), or before an inverted verb ("…, a déclaré X", "…, a-t-il
// dit"). The verb group, its subject and its content are found in that order.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

/// Does a tag between two commas stand in the middle of what is said, whose verb is still to come?
bool EventReader::medial(std::uint32_t edge, std::uint32_t rear) {
    return edge > p_.first() && p_.is(edge - 1, TokenKind::Comma) && p_.is(rear, TokenKind::Comma) &&
           p_.classOf(rear + 1) != WordClass::Wh && // "Oui, insiste la juge, qui suit 30 familles"
           verbBetween(rear + 1, p_.strongBreakAfter(rear + 1));
}

bool EventReader::holds(std::uint32_t t) const {
    static constexpr WordSet forms({"tient", "tiennent", "tenait", "tenaient"});
    return forms.contains(p_.of(t));
}

/// "tient le plan pour « incomplet »"
bool EventReader::heldFor(std::uint32_t t) const {
    for (std::uint32_t i = t; i + 1 < p_.end() && i < t + 10; ++i)
        if (p_.small(i) == Small::For)
            return p_.is(i + 1, TokenKind::OpenQuote);
    return false;
}

/// "voit le tonneau à 1 400 euros": an amount, and no hour.
bool EventReader::putAhead(std::uint32_t t) {
    for (std::uint32_t i = t; i + 1 < p_.end() && i < t + 10 && p_.classOf(i) != WordClass::Mark; ++i)
        if (p_.small(i) == Small::To && p_.is(i + 1, TokenKind::Number) && !p_.inTime(i + 1))
            return true;
    return false;
}

bool EventReader::frenchContent(SayEvent& event, const FrenchVerb& verb, SayKind kind, bool inverted,
                                std::uint32_t next) {
    const std::uint32_t edge =
        event.subject.empty() || inverted ? verb.group : std::min(event.subject.first, verb.group);
    const auto forward = [&](std::uint32_t from) {
        event.contentFirst = from;
        event.contentEnd = p_.strongBreakAfter(from);
        return from < event.contentEnd;
    };
    if (inverted) {
        const std::uint32_t rear = std::max(event.subject.end, next);
        const bool before = edge > p_.first() && contentBefore(edge);
        if (before && kind != SayKind::Act && kind != SayKind::Voice) {
            event.backward = true;
            event.contentEnd = edge;
            event.contentFirst = backTo(edge);
            if (p_.is(rear, TokenKind::Colon)) // "le produit est bien toléré, précise-t-il : moins de 2 %"
                event.contentEnd = p_.strongBreakAfter(rear + 1);
            // "l'académie attendait, explique-t-elle, neuf inscriptions": what is said goes on behind the tag
            const bool apposed = verb.clitic == none && p_.is(edge - 2, TokenKind::CloseQuote) &&
                                 !verbBetween(rear + 1, p_.end()); // « … », peste X, meilleure joueuse avec huit buts
            if (p_.is(edge - 1, TokenKind::Comma) && p_.is(rear, TokenKind::Comma) && !apposed) {
                const WordClass on = p_.classOf(rear + 1);
                if (on == WordClass::Det || on == WordClass::Number || on == WordClass::That || on == WordClass::Noun ||
                    on == WordClass::Name || on == WordClass::Pron || on == WordClass::Other ||
                    p_.of(rear + 1) == "soit" || // "…, a annoncé X, soit 190 millions de plus"
                    (on == WordClass::Prep && (p_.small(rear + 1) == Small::To || p_.small(rear + 1) == Small::Of) &&
                     p_.classOf(rear + 2) == WordClass::Number &&
                     !p_.inTime(rear + 2)) || // "…, dit-il, à onze joueuses"
                    (on == WordClass::Conj && !saysWithin(rear + 1, p_.end())))
                    event.contentEnd = p_.strongBreakAfter(rear + 1);
            }
            return event.contentFirst < event.contentEnd;
        }
        if (const std::uint32_t behind = p_.afterTime(rear); // "En 2019, rappelle-t-il, cinq digues ont cédé"
            kind != SayKind::Act && kind != SayKind::Voice && medial(edge, behind)) {
            event.backward = true;
            event.contentFirst = backTo(edge);
            event.contentEnd = p_.strongBreakAfter(behind + 1);
            return event.contentFirst < event.contentEnd;
        }
        if (p_.is(rear, TokenKind::Colon) || p_.classOf(rear) == WordClass::That)
            return forward(rear + 1);
        return false;
    }
    const WordClass c = p_.classOf(next);
    if (kind == SayKind::Accuse) { // "reprochent à la ville d'avoir signé", "accuse X d'être"
        for (std::uint32_t i = next; i + 1 < p_.end() && i < next + 12 && !p_.is(i, TokenKind::Comma); ++i)
            if (p_.small(i) == Small::Of && (p_.of(i + 1) == "avoir" || p_.of(i + 1) == "être"))
                return forward(i + 1);
        return false;
    }
    if (kind == SayKind::Tell && c != WordClass::That) { // "a prévenu les habitants que"
        const NounPhrase hearer = p_.phraseAt(next);
        const std::uint32_t behind = hearer.empty() ? next : p_.afterTime(hearer.end);
        if (p_.classOf(behind) == WordClass::That)
            return forward(behind + 1);
        if (p_.small(behind) == Small::Of && p_.classOf(behind + 1) == WordClass::That)
            return forward(behind + 2);
    }
    if (c == WordClass::That || p_.is(next, TokenKind::Colon))
        return forward(next + 1);
    if (p_.is(next, TokenKind::OpenQuote))
        return forward(next);
    if (p_.is(next, TokenKind::Comma)) { // "a déclaré, lundi, que", "a ajouté, citant X, que"
        std::uint32_t close = next + 1;
        while (close < p_.end() && close < next + 16 && !p_.is(close, TokenKind::Comma))
            ++close;
        if (p_.is(close, TokenKind::Comma) && p_.classOf(close + 1) == WordClass::That)
            return forward(close + 2);
        if (p_.is(next + 1, TokenKind::OpenQuote))
            return forward(next + 1);
    }
    // "affirme avoir vu", "dit ne pas connaître", "assure être prêt"
    std::uint32_t i = next;
    while (p_.small(i) == Small::Ne || p_.small(i) == Small::Pas || p_.small(i) == Small::Se ||
           p_.small(i) == Small::Clitic)
        ++i;
    const std::string_view form = p_.of(std::min(i, p_.end() - 1));
    if (kind != SayKind::That && kind != SayKind::Count && kind != SayKind::Put && i < p_.end() &&
        (form == "avoir" || form == "être" || (p_.classOf(i) == WordClass::Other && kind != SayKind::Act)))
        return forward(next);
    if (kind == SayKind::Deny && (c == WordClass::Det || c == WordClass::Noun || c == WordClass::Name)) {
        const bool some = forward(next);
        event.contentEnd = beforeRelative(event.contentFirst, event.contentEnd);
        return some;
    }
    if (p_.of(next) == "chacun" || p_.of(next) == "chacune") // "réclament chacun 250 000 euros"
        return figureAhead(next + 1) && (kind == SayKind::Count || takesFigure(event)) && forward(next + 1);
    // "recense 12 morts", "évalue les dégâts à 3 millions", "a confirmé la mort de trois soldats": a figure is told
    const bool object = c == WordClass::Det || c == WordClass::Number || c == WordClass::Noun ||
                        p_.small(next) == Small::Of || p_.small(next) == Small::To || c == WordClass::Adverb ||
                        c == WordClass::Adjective || (c == WordClass::Prep && p_.of(next) == "entre") ||
                        (kind == SayKind::Count && p_.small(next) == Small::On); // "table sur un recul de 2 %"
    if (kind == SayKind::Put && p_.of(verb.first).starts_with("vo") && !putAhead(next))
        return false; // "voit partir 300 personnes"
    if (object && (kind == SayKind::Count || kind == SayKind::Put || takesFigure(event)) && figureAhead(next))
        return forward(next);
    // "redoute une nouvelle vague de départs : 6 000 familles …": what the noun phrase announces
    if (c == WordClass::Det && kind != SayKind::Deny && kind != SayKind::Voice)
        for (std::uint32_t k = next + 1; k < next + 12 && k < p_.end() && !p_.finiteVerb(k) &&
                                         !p_.is(k, TokenKind::Comma) && p_.classOf(k) != WordClass::Wh;
             ++k)
            if (p_.is(k, TokenKind::Colon))
                return !p_.is(k + 1, TokenKind::OpenQuote) && !toldWithin(k + 1, p_.end()) && forward(k + 1);
    return false;
}

void EventReader::frenchVerb(std::uint32_t t, std::uint32_t end, text::WordId entry) {
    SayKind kind = p_.word(entry).say;
    const bool demands = kind == SayKind::Act && p_.word(entry).figure && figureAhead(end); // "réclament 5 % de hausse"
    if ((kind == SayKind::Act || kind == SayKind::Voice) && !demands && !p_.is(end, TokenKind::Hyphen) &&
        !(kind == SayKind::Voice && p_.is(t - 1, TokenKind::Comma)) && !quoteNear())
        return;
    if (kind == SayKind::Act && end == t + 1 && p_.of(t).starts_with("t") && p_.of(t).size() <= 8 && holds(t) &&
        !heldFor(end))
        return;
    if (r_.tokens[t].has(text::Capitalised) && t != p_.first() && !p_.is(t - 1, TokenKind::CloseQuote))
        return;
    if ((p_.is(t - 1, TokenKind::Hyphen) && p_.small(t - 2) == Small::None && t >= p_.first() + 2) ||
        (p_.is(end, TokenKind::Hyphen) && p_.classOf(t) == WordClass::Noun && madeKnown(t) == t))
        return;
    FrenchVerb verb = frenchGroup(t, end, entry);
    if (verb.participle && verb.group > p_.first() && p_.small(verb.group - 1) == Small::And &&
        haveBefore(verb.group - 1) && p_.small(verb.end) != Small::By) {
        verb.participle = false; // "a dénoncé A et rappelé que B"
        verb.finite = true;
    }
    const bool unless = verb.negated && p_.word(entry).unless; // "n'a pas admis que"
    const bool lent = verb.modal && verb.clitic != none;       // « … », lui aurait-il dit
    if ((verb.modal && !lent) || (verb.negated && kind != SayKind::Act && !unless))
        return;
    const WordClass before = verb.group > p_.first() ? p_.classOf(verb.group - 1) : WordClass::Mark;
    if (verb.first == verb.group && verb.finite &&
        (before == WordClass::Det || before == WordClass::Prep ||
         (before == WordClass::Number && !p_.inTime(verb.group - 1))))
        return; // "le rapport", "une annonce"
    if (verb.finite && verb.clitic == none && verb.first == t &&
        (lex_.use(r_.tokens[t].word).forms & text::VerbConditional) != 0) {
        cue(t, end, CueKind::Conditional); // "l'assurance n'en reconnaîtrait que 740": hearsay about what is said
        return;
    }
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = verb.first;
    event.groupFirst = verb.group;
    event.cueEnd = end;
    event.entry = entry;
    event.modality = kind == SayKind::Deny || unless ? Modality::Denied
                     : kind == SayKind::Think        ? Modality::Possible
                                                     : Modality::Reported;
    event.demand = demands;
    event.quoteOnly = lent || kind == SayKind::Voice || (kind == SayKind::Act && !demands) ||
                      (kind == SayKind::Accuse && (verb.passive || verb.participle));
    if (verb.passive || verb.participle) {
        frenchPassive(event, verb, kind);
        return;
    }
    if (verb.infinitive && verb.group > p_.first() + 1 && p_.classOf(verb.group - 1) == WordClass::Prep) {
        static constexpr WordSet merely({"borne", "bornait", "bornent", "borné", "bornée", "contente", "contentait",
                                         "contentent", "contenté", "contentée", "limite", "limitait", "tient", "tenait",
                                         "tiennent", "tenu"});
        std::uint32_t governing = verb.group - 2;
        if (merely.contains(p_.of(governing))) { // "se borne à indiquer que", "a tenu à rappeler que"
            while (governing > p_.first() &&
                   (p_.small(governing - 1) == Small::Se || p_.classOf(governing - 1) == WordClass::Aux))
                --governing;
            verb.infinitive = false;
            verb.finite = true;
            verb.group = governing;
            event.groupFirst = governing;
        }
    }
    static constexpr WordSet rather({"préfère", "préfèrent", "préférait", "préféraient", "ose", "osent", "osait"});
    if (verb.infinitive && verb.group > p_.first() &&
        rather.contains(p_.of(verb.group - 1))) { // "on préfère parler de"
        verb.infinitive = false;
        verb.finite = true;
        event.groupFirst = --verb.group;
    }
    if (verb.infinitive) { // "Et d'ajouter : « … »", "avant de conclure que"
        const bool of = p_.small(verb.group - 1) == Small::Of;
        const WordClass ahead = verb.group >= p_.first() + 2 ? p_.classOf(verb.group - 2) : WordClass::Mark;
        const Small lead = verb.group >= p_.first() + 2 ? p_.small(verb.group - 2) : Small::None;
        if (of && verb.group >= p_.first() + 3) { // "Et l'élu de rappeler que"
            const NounPhrase teller = p_.phraseEndingAt(verb.group - 2);
            if (!teller.empty() && teller.first == p_.first() + 1 && p_.small(p_.first()) == Small::And &&
                p_.maySpeak(teller)) {
                setSource(event, teller);
                if (frenchContent(event, verb, kind, false, frenchSide(event, verb.end))) {
                    event.states = true;
                    events_.push_back(event);
                }
                return;
            }
        }
        if (!of || verb.group == p_.first() ||
            !(lead == Small::And || lead == Small::Before || ahead == WordClass::Mark))
            return;
    }
    std::uint32_t next = frenchSide(event, verb.clitic != none ? std::max(verb.end, t + 1) : verb.end);
    std::uint32_t at = p_.afterTime(verb.end); // "chiffrait l'an dernier à 3 millions"
    while (p_.classOf(at) == WordClass::Adverb)
        ++at;
    const bool measured = (kind == SayKind::Put || takesFigure(event)) && p_.small(at) == Small::To &&
                          p_.classOf(at + 1) == WordClass::Number;
    if (measured && verb.clitic == none) // "estime à 400 euros le préjudice"
        next = at;
    if (kind == SayKind::Count && verb.clitic == none) { // "table, lui, sur un recul de 2 %": no side remark
        const std::uint32_t on = behindAside(verb.end);
        if (p_.small(on) == Small::On && figureAhead(on))
            next = on;
    }
    const bool inverted = frenchSubject(event, verb, next);
    if (inverted && verb.clitic == none && event.via.empty() && !event.subject.empty())
        next = frenchSide(event, event.subject.end); // "a déclaré X à l'AFP"
    event.inverted = inverted;
    const bool blamed = kind == SayKind::Accuse && verb.group > p_.first() && // "On lui reproche d'avoir vendu"
                        p_.small(verb.group - 1) == Small::On3;
    if (event.subject.empty() && event.source.empty() && verb.clitic == none && !blamed)
        return;
    const bool sighed = !lent && inverted &&
                        (kind == SayKind::Voice || (kind == SayKind::Act && !demands && verb.clitic != none)) &&
                        verb.group > p_.first() + 1 && p_.is(verb.group - 1, TokenKind::Comma) &&
                        !p_.is(verb.group - 2, TokenKind::CloseQuote) && !insideQuote(t);
    if (sighed) { // "Il en rentrera la moitié, soupire-t-il": what is sighed is said
        event.quoteOnly = false;
        kind = SayKind::Plain;
    }
    if (event.quoteOnly || !frenchContent(event, verb, kind, inverted, next)) {
        event.quoteOnly = true;
        event.backward = inverted || behindQuote(verb.group, event);
        event.contentFirst = event.contentEnd = verb.end;
    } else {
        event.states = true;
        closeAside(event);
        if (kind == SayKind::Deny && !event.backward && p_.is(event.contentFirst - 1, TokenKind::Colon))
            event.modality = Modality::Reported; // "dément : S": S is what they say
        if (event.modality == Modality::Possible && !event.backward && p_.is(event.contentFirst, TokenKind::OpenQuote))
            event.modality = Modality::Reported; // "redoutent le détour : « S »"
    }
    events_.push_back(event);
}

} // namespace countercheck::read
