// SPDX-License-Identifier: GPL-3.0-or-later
// French acts of saying. The frames are stricter than in English: what is said stands behind "que", a colon or a mark,
// behind the verb as an infinitive ("affirme avoir vu"), or before an inverted verb ("…, a déclaré X", "…, a-t-il
// dit"). The verb group, its subject and its content are found in that order.
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
            verb.end = i + 1;
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

std::uint32_t EventReader::frenchSide(SayEvent& event, std::uint32_t t) {
    if (p_.is(t, TokenKind::Comma) && p_.classOf(t + 1) == WordClass::Pron && p_.is(t + 2, TokenKind::Comma))
        t += 3; // "parle, lui, de quatorze disparus"
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

/// Does a tag between two commas stand in the middle of what is said, whose verb is still to come?
bool EventReader::medial(std::uint32_t edge, std::uint32_t rear) {
    return edge > p_.first() && p_.is(edge - 1, TokenKind::Comma) && p_.is(rear, TokenKind::Comma) &&
           p_.classOf(rear + 1) != WordClass::Wh && // "Oui, insiste la juge, qui suit 30 familles"
           verbBetween(rear + 1, p_.strongBreakAfter(rear + 1));
}

bool EventReader::frenchSubject(SayEvent& event, const FrenchVerb& verb, std::uint32_t next) {
    const std::uint32_t group = verb.group;
    if (verb.clitic != none) {
        if (p_.small(verb.clitic) == Small::On3) { // "a-t-on appris de source policière", "… auprès du parquet"
            std::uint32_t i = p_.afterTime(std::max(verb.end, verb.clitic + 1));
            if (p_.classOf(i) != WordClass::Prep)
                return true;
            while (p_.classOf(i) == WordClass::Prep || p_.of(i) == "côté") // "du côté de la direction"
                ++i;
            if (const NounPhrase source = p_.phraseAt(i); !source.empty() && p_.maySpeak(source))
                setSource(event, source);
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
    if (marked) {
        if (p_.is(next, TokenKind::Comma) && p_.is(next + 2, TokenKind::Comma))
            next += 3; // "constate, amer, le viticulteur"
        NounPhrase after = p_.phraseAt(next);
        if (after.empty() && p_.of(next) == "des") // an article, whatever stands before
            after = p_.phraseAt(next + 1);
        const bool voice = insideQuote(group) || (group > p_.first() + 1 && (p_.is(group - 1, TokenKind::CloseQuote) ||
                                                                             p_.is(group - 2, TokenKind::CloseQuote)));
        event.inverted = voice;
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
    if (before == WordClass::Conj) {
        if (const SayEvent* last = lastInSentence())
            inherit(event, *last);
        else
            leadSubject(event, verb.first);
        return false;
    }
    if (before == WordClass::Wh) { // "des habitants, qui affirment", "un témoin qui dit"
        std::uint32_t last = group - 1;
        if (p_.small(last) != Small::Who)
            return false;
        if (last > p_.first() && p_.is(last - 1, TokenKind::Comma))
            --last;
        if (last > p_.first())
            accept(event, namedByApposition(p_.phraseEndingAt(last - 1)));
        const SayEvent* cited = lastInSentence(); // "d'après le maire, qui assure avoir"
        if (event.subject.empty() && cited != nullptr && cited->subject.end == last)
            inherit(event, *cited);
        event.aside = last + 1 < group;
        return false;
    }
    if (before == WordClass::Pron && p_.small(group - 1) == Small::On3) {
        // "À la préfecture, on assure que": those who are there
        if (group >= p_.first() + 3 && p_.classOf(p_.first()) == WordClass::Prep &&
            p_.is(group - 2, TokenKind::Comma)) {
            std::uint32_t from = p_.first();
            while (p_.classOf(from) == WordClass::Prep || p_.of(from) == "côté")
                ++from;
            const NounPhrase there = p_.phraseAt(from);
            if (!there.empty() && there.end == group - 2 &&
                (p_.has(there.head, Tag::SourceNoun) || p_.has(there.head, Tag::OrgWord)))
                setSource(event, there);
        }
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
        verb.first > group)
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
            if (p_.is(edge - 1, TokenKind::Comma) && p_.is(rear, TokenKind::Comma)) {
                const WordClass on = p_.classOf(rear + 1);
                if (on == WordClass::Det || on == WordClass::Number || on == WordClass::That || on == WordClass::Noun ||
                    on == WordClass::Name || on == WordClass::Pron || on == WordClass::Other ||
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

bool EventReader::takesFigure(const SayEvent& event) const {
    return p_.word(event.entry).figure;
}

bool EventReader::figureAhead(std::uint32_t t) {
    for (std::uint32_t i = t; i < p_.end() && i < t + 14; ++i) {
        if (p_.is(i, TokenKind::Comma) || p_.is(i, TokenKind::Semicolon) || p_.is(i, TokenKind::Colon) ||
            p_.classOf(i) == WordClass::Wh || p_.classOf(i) == WordClass::That || p_.classOf(i) == WordClass::Subord)
            return false;
        if (p_.inTime(i))
            continue;
        if (p_.is(i, TokenKind::Number) || p_.is(i, TokenKind::Currency) || p_.has(i, Tag::Vague) ||
            (p_.has(i, Tag::Number) && p_.small(i) != Small::A && p_.classOf(i) == WordClass::Number) ||
            p_.has(i, Tag::Multiplier))
            return true;
    }
    return false;
}

bool EventReader::haveBefore(std::uint32_t t) {
    for (std::uint32_t i = p_.strongBreakBefore(t); i < t; ++i)
        if (p_.small(i) == Small::HaveAux && p_.classOf(i) == WordClass::Aux)
            return true;
    return false;
}

void EventReader::frenchVerb(std::uint32_t t, std::uint32_t end, text::WordId entry) {
    const SayKind kind = p_.word(entry).say;
    const bool demands = kind == SayKind::Act && p_.word(entry).figure && figureAhead(end); // "réclament 5 % de hausse"
    if ((kind == SayKind::Act || kind == SayKind::Voice) && !demands && !quoteNear())
        return;
    if (r_.tokens[t].has(text::Capitalised) && t != p_.first() && !p_.is(t - 1, TokenKind::CloseQuote))
        return;
    if ((p_.is(t - 1, TokenKind::Hyphen) && p_.small(t - 2) == Small::None && t >= p_.first() + 2) ||
        (p_.is(end, TokenKind::Hyphen) && p_.classOf(t) == WordClass::Noun))
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
    const bool measured = (kind == SayKind::Put || takesFigure(event)) && p_.small(verb.end) == Small::To &&
                          p_.classOf(verb.end + 1) == WordClass::Number;
    if (measured && verb.clitic == none) // "estime à 400 euros le préjudice"
        next = verb.end;
    if (kind == SayKind::Count && verb.clitic == none) { // "table, lui, sur un recul de 2 %": no side remark
        const bool aside = p_.is(verb.end, TokenKind::Comma) && p_.is(verb.end + 2, TokenKind::Comma);
        const std::uint32_t on = verb.end + (aside ? 3 : 0);
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

bool EventReader::hearsayConditional(std::uint32_t t) {
    // "aurait fait trois morts" is hearsay; "aurait dû", "aurait pu", "aurait voulu", "si … aurait" weigh what was not
    std::uint32_t i = t + 1;
    while (p_.classOf(i) == WordClass::Adverb || p_.small(i) == Small::Been)
        ++i;
    if (p_.classOf(i) == WordClass::Pron || p_.is(i, TokenKind::Hyphen))
        return false; // "aurait-il"
    static constexpr std::string_view weighed[] = {
        "dû",       "pu",    "voulu", "fallu", "aimé", "préféré", "souhaité", "bien",    "mieux", "bon",  "utile",
        "possible", "temps", "mal",   "faux",  "vain", "juste",   "injuste",  "dommage", "prêt",  "prête"};
    if (i >= p_.end())
        return false;
    for (const std::string_view word : weighed)
        if (p_.of(i) == word)
            return false;
    if (p_.classOf(i) == WordClass::Det && p_.small(t) == Small::WouldBe &&
        !(p_.has(i + 1, Tag::Vague) || p_.has(i + 1, Tag::Number) || p_.has(i + 1, Tag::Multiplier)))
        return false; // "ce serait une erreur"
    for (std::uint32_t s = p_.first(); s < p_.end(); ++s)
        if (p_.small(s) == Small::If &&
            (s == p_.first() || p_.classOf(s - 1) == WordClass::Mark || p_.classOf(s - 1) == WordClass::Conj))
            return false;
    if (t > p_.first() &&
        (p_.of(t - 1) == "ce" || p_.of(t - 1) == "Ce" || p_.small(t - 1) == Small::I || p_.small(t - 1) == Small::We))
        return false;
    while (quote_ < m_.quotes.size() && m_.quotes[quote_].whole.end < r_.tokens[t].begin)
        ++quote_;
    return quote_ >= m_.quotes.size() || !m_.quotes[quote_].whole.contains(r_.tokens[t].span());
}

bool EventReader::clauseFollows(NounPhrase source) {
    if (p_.classOf(source.head) == WordClass::Name) {
        const Name* name = nameOf(source);
        if (name == nullptr || (name->kind != NameKind::Person && name->kind != NameKind::Organisation))
            return false;
    } else if (!p_.has(source.head, Tag::SourceNoun)) {
        return false;
    }
    std::uint32_t comma = source.end;
    if (p_.classOf(comma + 1) == WordClass::Wh) // "pour les analystes, qui …, S"
        comma = passApposition(comma);
    const WordClass c = p_.classOf(comma + 1);
    return (c == WordClass::Det || c == WordClass::Pron || c == WordClass::Number || c == WordClass::Name ||
            c == WordClass::Noun || p_.is(comma + 1, TokenKind::OpenQuote)) &&
           (verbBetween(comma + 1, p_.end()) || p_.is(comma + 1, TokenKind::OpenQuote));
}

std::uint32_t EventReader::farBy(std::uint32_t t, SayKind kind) {
    // "estimé à 3 millions d'euros par la mairie", "qualifié de « … » par le ministre"
    const bool quote = kind == SayKind::Act || kind == SayKind::Accuse;
    if (!quote && !((p_.small(t) == Small::To || p_.small(t) == Small::At) && figureAhead(t)))
        return none;
    bool closed = false;
    for (std::uint32_t i = t; i < p_.end() && i < t + 14; ++i) {
        closed = closed || p_.is(i, TokenKind::CloseQuote);
        if (p_.is(i, TokenKind::Comma) || p_.is(i, TokenKind::Semicolon))
            return none;
        if (p_.small(i) == Small::By && (!quote || closed))
            return i;
    }
    return none;
}

void EventReader::frenchPassive(SayEvent& event, const FrenchVerb& verb, SayKind kind) {
    const std::uint32_t next = p_.afterTime(verb.end);
    if (p_.small(next) == Small::By && kind != SayKind::Think) { // "annoncé par X", "a été confirmée par X"
        const NounPhrase source = p_.phraseAt(next + 1);
        if (source.empty() || !p_.maySpeak(source))
            return;
        setSource(event, source);
        event.cueEnd = next + 1;
        if (event.quoteOnly || kind == SayKind::Tell || kind == SayKind::Deny) {
            event.quoteOnly = true;
            event.contentFirst = event.contentEnd = source.end;
            events_.push_back(event);
            return;
        }
        event.contentFirst = p_.strongBreakBefore(verb.first);
        event.contentEnd = verb.group;
        event.backward = true;
        event.states = event.contentFirst < event.contentEnd;
        if (event.states)
            events_.push_back(event);
        return;
    }
    if (const std::uint32_t by = farBy(verb.end, kind); by != none) {
        const NounPhrase source = p_.phraseAt(by + 1);
        if (source.empty() || (!p_.maySpeak(source) && p_.classOf(source.head) != WordClass::Noun))
            return;
        setSource(event, source);
        event.contentFirst = event.quoteOnly ? by : p_.strongBreakBefore(verb.first);
        event.contentEnd = by;
        event.states = !event.quoteOnly;
        if (event.quoteOnly)
            event.subject = {verb.first, by + 1, source.head}; // beside the quote that it holds
        events_.push_back(event);
        return;
    }
    if (!verb.passive)
        return;
    const std::uint32_t group = verb.group;
    const bool impersonal = group > p_.first() && p_.small(group - 1) == Small::He;
    if (impersonal && p_.classOf(next) == WordClass::That) { // "il a été annoncé que"
        event.contentFirst = next + 1;
        event.contentEnd = p_.strongBreakAfter(next + 1);
    } else if (kind == SayKind::Accuse && p_.small(next) == Small::Of) {
        event.contentFirst = p_.strongBreakBefore(verb.first);
        event.contentEnd = p_.strongBreakAfter(verb.first);
    } else {
        return;
    }
    event.quoteOnly = false;
    event.states = event.contentFirst < event.contentEnd;
    if (event.states)
        events_.push_back(event);
}

} // namespace countercheck::read
