// SPDX-License-Identifier: GPL-3.0-or-later
// Who says it in French: before the verb, behind it ("a déclaré X"), a pronoun ("a-t-il dit"), or nobody but a place
// ("dit-on à la mairie").
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

/// "À la préfecture, on …", "Du côté de la mairie, on …": the place that leads the sentence up to `on`; empty: none.
NounPhrase EventReader::placeAhead(std::uint32_t on) {
    if (p_.classOf(p_.first()) != WordClass::Prep || !p_.is(on - 1, TokenKind::Comma))
        return {};
    const NounPhrase there = placeAt(p_.first(), true);
    const bool apposed = !there.empty() && p_.is(there.end, TokenKind::Comma) &&
                         there.end + 6 > on &&                        // "Chez Vectis, le
                         p_.classOf(there.end + 1) == WordClass::Det; // constructeur, on …"
    return there.end == on - 1 || apposed ? there : NounPhrase{};
}

/// Behind "à", "chez", "du côté de": a body that may speak.
NounPhrase EventReader::placeAt(std::uint32_t t, bool any) {
    static constexpr WordSet among({"côté", "rangs", "sein"}); // "dans les rangs des manifestants"
    while (t + 1 < p_.end() && (p_.classOf(t) == WordClass::Prep || among.contains(p_.of(t)) ||
                                (p_.classOf(t) == WordClass::Det && among.contains(p_.of(t + 1)))))
        ++t;
    const NounPhrase there = p_.phraseAt(t);
    if (there.empty() || (!p_.maySpeak(there) && !(any && p_.classOf(there.head) == WordClass::Noun)))
        return {};
    const Name* name = p_.classOf(there.head) == WordClass::Name ? nameOf(there) : nullptr;
    return name != nullptr && name->kind == NameKind::Place ? NounPhrase{} : there; // "dit-on à Paris": nobody
}

/// "Du côté de la préfecture, on se veut prudent": the place that leads the sentence set; empty: none.
NounPhrase EventReader::placeOfOn() {
    NounPhrase place;
    for (std::uint32_t on = p_.first() + 3; on < p_.end() && on < p_.first() + 14 && place.empty(); ++on)
        if (p_.small(on) == Small::On3)
            place = placeAhead(on);
    return place;
}

bool EventReader::ledByPlace(std::uint32_t sentence) {
    p_.setSentence(sentence);
    const bool led = !placeOfOn().empty();
    p_.setSentence(sentence_);
    return led;
}

/// The paper that leads the sentence set: "Le document, daté du 9 janvier, …"; empty: none.
text::Span EventReader::paperAhead() {
    const NounPhrase lead = p_.phraseAt(p_.first());
    return !lead.empty() && p_.has(lead.head, Tag::SayNoun) ? p_.spanOf(lead) : text::Span{};
}

/// "a-t-on appris de source policière", "dit-on à la mairie"; "y fait-on valoir": those of whom the sentence before
/// spoke.
void EventReader::someone(SayEvent& event, const FrenchVerb& verb) {
    const std::uint32_t behind = p_.afterTime(std::max(verb.end, verb.clitic + 1));
    if (p_.classOf(behind) == WordClass::Prep) {
        if (const NounPhrase source = placeAt(behind); !source.empty()) {
            setSource(event, source);
            return;
        }
    }
    bool there = false;
    for (std::uint32_t t = verb.group; t < verb.first && !there; ++t)
        there = p_.of(t) == "y";
    // "Chez Vectis, on se tait. Tout juste fait-on remarquer que": the same ones
    const bool on = !there && sentence_ > 0 && r_.sentences[sentence_ - 1].block == r_.sentences[sentence_].block &&
                    ledByPlace(sentence_ - 1);
    there = there || on;
    if (sentence_ == 0 || r_.sentences[sentence_ - 1].block != r_.sentences[sentence_].block)
        return;
    if (!there) { // "« … », répond-on rue de Varenne": the body of which the paragraph speaks
        static constexpr WordSet streets({"rue", "place", "quai", "avenue", "boulevard", "hôtel"});
        const std::uint32_t street = p_.classOf(behind) == WordClass::Prep ? behind + 1 : behind;
        const std::uint32_t here = sentence_;
        text::Span body;
        if (street < p_.end() && streets.contains(p_.of(street)))
            for (std::uint32_t s = here;
                 s-- > 0 && s + 4 > here && body.empty() && r_.sentences[s].block == r_.sentences[here].block;) {
                p_.setSentence(s);
                const NounPhrase lead = p_.phraseAt(p_.first());
                if (!lead.empty() && p_.has(lead.head, Tag::SourceNoun) && !p_.has(lead.head, Tag::Title))
                    body = p_.spanOf(lead);
            }
        p_.setSentence(here);
        if (!body.empty()) {
            event.subject = {verb.group, verb.end, verb.clitic};
            event.sourceSpan = body;
            event.source = event.speaker = r_.of(body);
        }
        return;
    }
    p_.setSentence(sentence_ - 1); // "Du côté de la préfecture, on se veut prudent."
    const NounPhrase place = placeOfOn();
    text::Span span = place.empty() ? text::Span{} : p_.spanOf(place);
    if (span.empty() && there)
        span = paperAhead(); // "Le document évoque … « … », y lit-on"
    p_.setSentence(sentence_);
    if (span.empty())
        return;
    event.subject = {verb.group, verb.end, verb.clitic};
    event.sourceSpan = span;
    event.source = event.speaker = lastUnnamed_ = r_.of(span);
    lastUnnamedAt_ = sentence_;
    lastUnnamedKind_ = Unnamed::Body;
    lastSpeaker_ = ~0u;
}

/// “…”, a déclaré X · S, a déclaré X · X, le maire, a déclaré: behind a mark.
bool EventReader::behindMark(SayEvent& event, const FrenchVerb& verb, std::uint32_t next) {
    const std::uint32_t group = verb.group;
    if (p_.is(next, TokenKind::Comma) && p_.is(next + 2, TokenKind::Comma))
        next += 3; // "constate, amer, le viticulteur"
    NounPhrase after = p_.phraseAt(next);
    if (after.empty() && p_.of(next) == "des") // an article, whatever stands before
        after = p_.phraseAt(next + 1);
    const bool voice = insideQuote(group) || (group > p_.first() + 1 && (p_.is(group - 1, TokenKind::CloseQuote) ||
                                                                         p_.is(group - 2, TokenKind::CloseQuote)));
    event.inverted = voice;
    if (!voice && !after.empty() && group > p_.first() && group < p_.first() + 5 &&
        p_.is(group - 1, TokenKind::Comma) && p_.is(after.end, TokenKind::Comma) &&
        p_.is(after.end + 1, TokenKind::OpenQuote) && p_.maySpeak(after)) {
        setSource(event, after); // "De quoi, ironise Lise Granger, « … »"
        return true;
    }
    if (after.empty() && voice && (p_.of(next + 1) == "un" || p_.of(next + 1) == "une") &&
        p_.small(next + 2) == Small::Of) { // "témoigne l'un d'eux", "dit l'une d'entre elles"
        const std::uint32_t whom = next + 3 + (p_.of(next + 3) == "entre" ? 1 : 0);
        if (p_.classOf(whom) == WordClass::Pron) {
            setSource(event, {next, whom + 1, next + 1});
            return true;
        }
    }
    const bool told = !voice && p_.classOf(after.first) == WordClass::Number; // "évoque huit morts": what is told
    if (!after.empty() && !told && !(event.demand && p_.classOf(after.first) == WordClass::Number) &&
        p_.classOf(after.head) != WordClass::Pron && (voice || p_.maySpeak(after))) {
        if (voice || group == p_.first() || contentBefore(group) ||
            (group <= p_.first() + 3 && p_.is(group - 1, TokenKind::Comma) && // "Faux, rétorque la CGT : S"
             p_.is(p_.afterTime(after.end), TokenKind::Colon)) ||
            (medial(group, p_.afterTime(after.end)) && p_.of(verb.first) != "dit")) { // "Paul, dit le Rouge,"
            setSource(event, after);
            if (p_.word(r_.tokens[verb.first].word).say == SayKind::Learn)
                learntFrom(event, after.end);
            return true;
        }
    }
    if (group > p_.first() && p_.is(group - 1, TokenKind::Comma))
        besideApposition(event, group - 1);
    return false;
}

/// "des habitants, qui affirment", "un témoin qui dit"
void EventReader::besideWho(SayEvent& event, std::uint32_t group) {
    std::uint32_t last = group - 1;
    if (p_.small(last) != Small::Who)
        return;
    if (last > p_.first() && p_.is(last - 1, TokenKind::Comma))
        --last;
    if (last > p_.first())
        accept(event, namedByApposition(p_.phraseEndingAt(last - 1)));
    const SayEvent* cited = lastInSentence(); // "d'après le maire, qui assure avoir"
    if (event.subject.empty() && cited != nullptr &&
        (cited->subject.end == last || (cited->inverted && cited->subject.end < last && cited->subject.end + 8 > last &&
                                        !verbBetween(cited->subject.end, last)))) // "dit X, de la banque Y, qui voit"
        inherit(event, *cited);
    event.aside = last + 1 < group;
}

bool EventReader::frenchSubject(SayEvent& event, const FrenchVerb& verb, std::uint32_t next) {
    const std::uint32_t group = verb.group;
    if (verb.clitic != none) {
        if (p_.small(verb.clitic) == Small::On3) {
            someone(event, verb);
            return true;
        }
        event.inverted = true;
        setSource(event, {verb.clitic, verb.clitic + 1, verb.clitic});
        event.subject = {verb.group, verb.end, verb.clitic}; // the whole group is its tag
        return true;
    }
    const WordClass before = group > p_.first() ? p_.classOf(group - 1) : WordClass::Mark;
    if (verb.gerund || verb.infinitive) {
        if (const SayEvent* last = lastInSentence())
            inherit(event, *last);
        else if (verb.infinitive && !events_.empty() && events_.back().sentence + 1 >= sentence_)
            inherit(event, events_.back());
        else
            leadSubject(event, verb.first);
        return false;
    }
    const bool marked = group == p_.first() || p_.is(group - 1, TokenKind::Comma) ||
                        p_.is(group - 1, TokenKind::CloseQuote) || p_.is(group - 1, TokenKind::Dash) ||
                        p_.is(group - 1, TokenKind::OpenBracket) || p_.is(group - 1, TokenKind::Stop);
    if (marked)
        return behindMark(event, verb, next);
    if (before == WordClass::Conj) {
        if (const SayEvent* last = lastInSentence())
            inherit(event, *last);
        else
            leadSubject(event, verb.first);
        return false;
    }
    if (before == WordClass::Wh) {
        besideWho(event, group);
        return false;
    }
    if (before == WordClass::Pron && p_.small(group - 1) == Small::On3) {
        if (const NounPhrase there = group >= p_.first() + 3 ? placeAhead(group - 1) : NounPhrase{}; !there.empty())
            setSource(event, there);     // "À la préfecture, on assure que": those who are there
        std::uint32_t where = group - 1; // "… à l'association, où l'on rappelle que"
        while (where > p_.first() && where + 3 > group && p_.of(where - 1) != "où")
            --where;
        if (const SayEvent* last = lastInSentence();
            event.source.empty() && last != nullptr && where > p_.first() && p_.of(where - 1) == "où")
            inherit(event, *last);
        return false;
    }
    if (before == WordClass::That && p_.of(group - 1).starts_with("qu") && group > p_.first() + 1 &&
        p_.classOf(group - 2) == WordClass::Noun) { // "Un chiffre que conteste la chambre : S"
        const NounPhrase behind = p_.phraseAt(next);
        if (!behind.empty() && p_.is(behind.end, TokenKind::Colon) && p_.maySpeak(behind)) {
            setSource(event, behind);
            return true;
        }
        return false;
    }
    std::uint32_t last = group - 1; // "Un rapport publié lundi révèle"
    while (last > p_.first() + 1 && (p_.inTime(last) || (p_.inTime(last + 1) && p_.classOf(last) == WordClass::Prep)))
        --last; // "remis en mars"
    const NounPhrase subject = p_.phraseEndingAt(last);
    if (subject.empty())
        return false;
    if (subject.first > p_.first()) { // "Un responsable ayant requis l'anonymat a précisé"
        const WordClass ahead = p_.classOf(subject.first - 1);
        if (ahead == WordClass::Past || ahead == WordClass::Ing || ahead == WordClass::Other) {
            const NounPhrase lead = p_.phraseAt(p_.strongBreakBefore(subject.first - 1));
            if (!lead.empty() && lead.end < subject.first && p_.maySpeak(lead)) {
                setSource(event, lead);
                return false;
            }
        }
    }
    accept(event, subject);
    if (event.subject.empty() && p_.word(r_.tokens[verb.first].word).say == SayKind::Plain &&
        p_.classOf(subject.head) == WordClass::Noun && subject.first > p_.first() - (p_.first() > 0 ? 1 : 0) &&
        verb.first > group && p_.classOf(verb.first - 1) == WordClass::Aux)
        setSource(event, subject); // "la Cimade a déclaré que": whatever declares is a speaker
    return false;
}

void EventReader::learntFrom(SayEvent& event, std::uint32_t t) {
    t = p_.afterTime(t);
    if (p_.classOf(t) != WordClass::Prep)
        return;
    while (p_.classOf(t) == WordClass::Prep)
        ++t;
    const NounPhrase source = p_.phraseAt(t);
    if (source.empty() || !p_.maySpeak(source))
        return;
    const std::string_view via = event.source;
    setSource(event, source);
    event.via = via;
}

} // namespace countercheck::read
