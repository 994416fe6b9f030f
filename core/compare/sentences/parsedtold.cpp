// SPDX-License-Identifier: GPL-3.0-or-later
// How a sentence tells a deed: denied, meant, expected, gone by, or told of nobody.
#include "core/compare/sentences/parsed.h"

#include "core/claim/parts.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Syntax;
using text::Tag;
using text::TokenKind;

bool Parsed::open(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    if (!chunk.modal || chunk.future || impossible(verb) || nearFuture(verb))
        return false;
    const bool announced =
        std::any_of(mentions.attributions.begin(), mentions.attributions.end(),
                    [&](const read::Attribution& a) { return a.sentence == sentence && !a.source.empty(); });
    return !announced || reading_.of(reading_.tokens[chunk.first]) != "would";
}

bool Parsed::holds(Family kind, std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first; t < end; ++t)
        if (listed(kind, reading_, reading_.tokens[t]))
            return true;
    return false;
}

bool Parsed::impossible(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    return chunk.modal && denied(verb) && holds(Family::Possible, chunk.first, chunk.end);
}

bool Parsed::denied(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    bool negative = chunk.negative, not_ = false, only = false;
    for (std::uint32_t t = chunk.first; t < std::min<std::size_t>(chunk.end + 2, reading_.tokens.size()); ++t) {
        const std::string_view word = reading_.of(reading_.tokens[t]);
        not_ |= t < chunk.end && (word == "pas" || word == "jamais");
        only |= word == "que" || word == "qu'" || word == "qu’";
        if (t < chunk.end && (word == "without" || word == "sans"))
            return false;
    }
    if (reading_.language == text::Language::French) {
        const auto word = [&](std::uint32_t t) {
            return t < reading_.tokens.size() ? reading_.of(reading_.tokens[t]) : std::string_view();
        };
        const auto within = [&](std::string_view which) {
            for (std::uint32_t t = chunk.first; t < chunk.end; ++t)
                if (word(t) == which)
                    return true;
            return false;
        };
        for (std::uint32_t t = chunk.first; t-- > 0 && chunk.first - t <= 3;) // "qu'il ne fermera pas"
            if (word(t) == "ne" || word(t) == "n'" || word(t) == "n’")
                not_ |= word(chunk.end) == "pas" || word(chunk.end) == "jamais" || word(chunk.end) == "plus" ||
                        within("plus"); // "n'est plus suspendu"
        negative = not_ || (negative && !only);
    }
    return negative;
}

bool Parsed::cue(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
    const std::uint32_t at = reading_.tokens[syntax().chunks()[verb].head].begin;
    return std::any_of(mentions.attributions.begin(), mentions.attributions.end(),
                       [&](const read::Attribution& a) { return a.sentence == sentence && a.cue.contains(at); });
}

bool Parsed::denies(std::uint32_t np) const {
    const text::Token& first = reading_.tokens[syntax().chunks()[np].first];
    const std::string_view word = reading_.of(first);
    const auto ne = [](std::string_view w) { return w == "ne" || w == "n'" || w == "n’"; };
    const std::uint32_t behind = syntax().chunks()[np].first + 1;
    if ((word == "Personne" || word == "personne") && behind < reading_.tokens.size())
        return ne(reading_.of(reading_.tokens[behind])); // "personne n'est mort"; a person otherwise
    return grammar_.lexicon().has(first.word, Tag::Neg) && !ne(word) && word != "pas";
}

bool Parsed::onlyDenies(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    const std::string_view word = reading_.of(reading_.tokens[chunk.first]);
    return chunk.end == chunk.first + 1 && (word == "n'" || word == "n’" || word == "ne");
}

bool Parsed::present(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    return holds(Family::Present, chunk.first, chunk.head);
}

bool Parsed::passive(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    if (!chunk.passive || reading_.language != text::Language::French)
        return chunk.passive;
    if (listed(Family::WithBe, this->verb(verb)))
        return false;
    const auto reflexive = [&](std::uint32_t t) {
        const std::string_view word = reading_.of(reading_.tokens[t]);
        return word == "s'" || word == "s’" || word == "se";
    };
    for (std::uint32_t t = chunk.first > 0 ? chunk.first - 1 : 0; t < chunk.head; ++t)
        if (reflexive(t))
            return false;
    return true;
}

bool Parsed::tellsThing(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const std::uint32_t object = objectOf(verb);
    if (object == Syntax::none || object != verb + 1 || syntax().classOf(chunks[object].head) != claim::WordClass::Noun)
        return false;
    for (std::uint32_t k = object + 1; k < chunks.size(); ++k)
        if (chunks[k].kind == ChunkKind::VerbGroup && !chunks[k].infinitive && syntax().subjectOf(k) == object)
            return false; // "said 12 people were hurt"
    return true;
}

bool Parsed::expected(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    return accused(verb) || holds(Family::Foresee, chunk.first > 3 ? chunk.first - 3 : 0, chunk.head);
}

bool Parsed::accused(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (!chunks[verb].gerund || verb < 2 || reading_.of(reading_.tokens[chunks[verb].first - 1]) != "of")
        return false;
    for (std::uint32_t k = verb; k-- > 0 && k + 4 >= verb;)
        if (chunks[k].kind == ChunkKind::VerbGroup)
            return deed(k) == "charge";
    return false;
}

bool Parsed::wished(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (!chunks[verb].infinitive && !chunks[verb].finite())
        return false;
    bool clause = chunks[verb].infinitive, whom = false;
    for (std::uint32_t k = verb; k-- > 0;) {
        switch (chunks[k].kind) {
        case ChunkKind::Subordinator:
            clause = true;
            break;
        case ChunkKind::VerbGroup:
            if (whom && verbIn("doubt", k) && !chunks[k].negative)
                return true; // "feared the hospital would close"
            if ((clause || k + 2 == verb) && chunks[verb].finite() && verbIn("believing", k))
                return true;
            // of an infinitive only where it is somebody else's: "wants to leave" is a plan
            return clause && (whom || !chunks[verb].infinitive) && listed(Family::Asking, this->verb(k)) &&
                   !chunks[k].negative;
        case ChunkKind::NounPhrase:
            whom = true;
            break;
        case ChunkKind::Preposition:
        case ChunkKind::Relative: // "that" behind a noun
        case ChunkKind::Time:
            break;
        default:
            return false;
        }
    }
    return false;
}

bool Parsed::further(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    const text::Span whole = phrase(np); // "a dispute with another designer"
    for (std::uint32_t t = chunk.head; t < reading_.tokens.size() && reading_.tokens[t].begin < whole.end; ++t)
        if (listed(Family::Another, reading_, reading_.tokens[t]) &&
            !listed(Family::Another, reading_, reading_.tokens[t - 1]) && t > chunk.head &&
            syntax().classOf(t) != claim::WordClass::Noun && reading_.of(reading_.tokens[t]) == "another")
            return true;
    for (std::uint32_t t = chunk.first; t < chunk.head; ++t) {
        const std::string_view which = grammar_.lexicon().value(reading_.tokens[t].word, Tag::Ordinal);
        if (((!which.empty() && which != "1") || listed(Family::Another, reading_, reading_.tokens[t])) &&
            !(ranks(t) && capital(chunk.head)))
            return true;
    }
    // "A third was rescued", "another died"
    const std::string_view which = grammar_.lexicon().value(reading_.tokens[chunk.head].word, Tag::Ordinal);
    const bool numbered = !which.empty() && which != "1" && chunk.head == chunk.first + 1;
    std::string buffer;
    const std::string_view first = text::lowered(reading_.of(reading_.tokens[chunk.first]), buffer);
    return numbered ? first == "a" : chunk.first == chunk.head && first == "another";
}

bool Parsed::capital(std::uint32_t token) const {
    const char initial = reading_.of(reading_.tokens[token])[0];
    return initial >= 'A' && initial <= 'Z';
}

bool Parsed::ranks(std::uint32_t token) const {
    const auto& tokens = reading_.tokens;
    if (token + 1 >= tokens.size())
        return false;
    if (tokens[token + 1].is(text::TokenKind::Hyphen))
        return true;
    return reading_.language == text::Language::English && reading_.of(tokens[token + 1]).ends_with("est");
}

bool Parsed::unable(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    const auto& tokens = reading_.tokens;
    const std::size_t end = std::min<std::size_t>(chunk.end + 2, tokens.size());
    for (std::size_t t = chunk.head; t + 1 < end; ++t)
        if (const std::string_view next = reading_.of(tokens[t + 1]); next == "to" || next == "de" || next == "d'")
            return inRow("unable", reading_, tokens[t]);
    return false;
}

bool Parsed::dropsPlans(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    for (std::uint32_t t = chunk.first; t < chunk.head; ++t)
        if (syntax().classOf(t) == claim::WordClass::Verb &&
            Opposites::only().in("refuse", grammar_.lexicon().form(syntax().verbLemma(t))))
            return listed(Family::Plan, reading_, reading_.tokens[chunk.head]);
    return false;
}

bool Parsed::doesNothing(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    return verb + 2 < chunks.size() && chunks[verb].finite() && this->verb(verb) == "do" &&
           chunks[verb + 1].kind == ChunkKind::NounPhrase && denies(verb + 1) &&
           chunks[verb + 2].kind == ChunkKind::VerbGroup && chunks[verb + 2].infinitive;
}

bool Parsed::unreal(std::uint32_t sentence, std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    const std::string_view word = reading_.of(reading_.tokens[chunk.first]);
    if (!chunk.perfect && !claim::oneOf(word, {"serait", "seraient"}))
        return false;
    if (!claim::oneOf(word, {"would", "could", "might", "aurait", "auraient", "serait", "seraient"}))
        return false;
    const text::Sentence& s = reading_.sentences[sentence];
    std::string buffer;
    for (std::uint32_t t = s.firstToken; t + 1 < s.endToken; ++t) {
        const std::string_view other = text::lowered(reading_.of(reading_.tokens[t]), buffer);
        if (!Opposites::only().in("unreal", other))
            continue;
        // "Had the wind not turned": the verb stands before its subject
        if ((other != "had" && other != "were") || t == s.firstToken)
            return true;
        const claim::WordClass behind = syntax().classOf(t + 1);
        const std::uint32_t own = syntax().chunkAt(t);
        if ((behind == claim::WordClass::Determiner || behind == claim::WordClass::Pronoun ||
             behind == claim::WordClass::Name) &&
            t > chunk.head && (own == Syntax::none || syntax().subjectOf(own) == Syntax::none))
            return true;
    }
    return false;
}

std::string_view Parsed::moved(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t token) const {
    const std::string_view move = claim::moveOf(grammar_[reading_.tokens[token].word].telling);
    if (move.empty() || token == 0 || reading_.tokens[token - 1].is(TokenKind::Comma))
        return {}; // "252,000 electric vehicles, up 33 percent": it is not the clause's subject that rose
    const auto figures = read::inSentence(mentions.figures, sentence);
    const bool beside = std::ranges::any_of(figures, [&](const read::Figure& f) {
        const std::uint32_t begin = reading_.tokens[token].begin;
        return f.kind == read::FigureKind::Percentage &&
               (f.firstToken == token + 1 || (begin >= f.phrase.end && begin <= f.phrase.end + 1));
    });
    return beside ? move : std::string_view();
}

bool Parsed::keepsAt(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (!verbIn("keeps", verb))
        return false;
    std::uint32_t at = objectOf(verb);
    if (at == Syntax::none || at < verb)
        return false;
    do
        ++at;
    while (at + 1 < chunks.size() && chunks[at].kind == ChunkKind::Preposition && chunks[at].prep == claim::Prep::Of &&
           chunks[++at].kind == ChunkKind::NounPhrase);
    if (at + 1 >= chunks.size() || chunks[at].kind != ChunkKind::Preposition ||
        (chunks[at].prep != claim::Prep::At && chunks[at].prep != claim::Prep::To))
        return false;
    return std::ranges::any_of(read::inSentence(mentions.figures, sentence), [&](const read::Figure& f) {
        return f.firstToken >= chunks[at + 1].first && f.firstToken < chunks[at + 1].end;
    });
}

bool Parsed::earlier(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const auto had = [&](std::uint32_t t) {
        const std::string_view word = reading_.of(reading_.tokens[t]);
        const bool was = word == "était" || word == "étaient"; // "étaient détenus" is no pluperfect
        const bool itself = t > 0 && claim::oneOf(reading_.of(reading_.tokens[t - 1]), {"s'", "s’"});
        return word == "had" || word == "avait" || word == "avaient" ||
               (was && (itself || listed(Family::WithBe, this->verb(verb))));
    };
    const auto& group = chunks[verb];
    if (verb > 0 && group.first >= 3) // "had at first denied"
        for (std::uint32_t t = group.first - 1; t + 3 >= group.first && t > 1; --t)
            if (inRow("formerly", reading_, reading_.tokens[t]) && had(t - 2))
                return true;
    if (group.first >= 2 && had(group.first - 2) && // "had long refused"
        syntax().chunkAt(group.first - 1) != verb && inRow("long", reading_, reading_.tokens[group.first - 1]))
        return true;
    if (group.first == group.head || !had(group.first) ||
        (reading_.language == text::Language::English && !group.perfect))
        return false;
    for (std::uint32_t k = 0; k < verb; ++k)
        if (chunks[k].kind == ChunkKind::VerbGroup && says(k))
            return false;
    return true;
}

bool Parsed::aside(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if ((chunks[verb].participle && !chunks[verb].finite()) ||
        (verb > 0 && chunks[verb - 1].kind == ChunkKind::Relative))
        return true;
    const std::uint32_t subject = syntax().subjectOf(verb);
    const std::uint32_t first = chunks[subject == Syntax::none || subject > verb ? verb : subject].first;
    return first > 0 && inRow("afterwards", reading_, reading_.tokens[first - 1]);
}

bool Parsed::takesUp(std::uint32_t np) const {
    const std::string_view which =
        grammar_.lexicon().value(reading_.tokens[syntax().chunks()[np].head].word, Tag::Pron);
    return which == "he" || which == "she" || which == "it" || which == "they";
}

bool Parsed::future(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (chunks[verb].future || nearFuture(verb))
        return true;
    if (reading_.language != text::Language::French)
        return false;
    const std::string_view head = reading_.of(reading_.tokens[chunks[verb].head]);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"ra", "ront"},
                               [&](std::string_view ending) { return head.size() > 4 && head.ends_with(ending); });
}

bool Parsed::nearFuture(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const std::string_view first = reading_.of(reading_.tokens[chunks[verb].first]);
    if (reading_.language != text::Language::French || (first != "va" && first != "vont"))
        return false;
    return chunks[verb].head > chunks[verb].first ||
           (verb + 1 < chunks.size() && chunks[verb + 1].kind == ChunkKind::VerbGroup && chunks[verb + 1].infinitive);
}

bool Parsed::intendsNot(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const auto plans = [&](std::uint32_t token) { return listed(Family::Plan, reading_, reading_.tokens[token]); };
    if (denied(verb) && chunks[verb].finite() && plans(chunks[verb].head))
        return true;
    return verb + 1 < chunks.size() && chunks[verb + 1].kind == ChunkKind::NounPhrase &&
           (denied(verb) != denies(verb + 1)) && plans(chunks[verb + 1].head);
}

bool Parsed::suffered(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    const std::uint8_t event = syntax().eventOf(chunk.head);
    return event != 0 && grammar_.ofPeople(event) &&
           (chunk.passive || grammar_[syntax().verbLemma(chunk.head)].part == claim::Part::Theme);
}

bool Parsed::besides(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    const std::size_t end = std::min<std::size_t>(chunk.end + 1, reading_.tokens.size());
    for (std::size_t t = chunk.first; t < end; ++t)
        if (reading_.of(reading_.tokens[t]) == "else" || grammar_[reading_.tokens[t].word].mark == claim::Mark::Other)
            return true;
    return false;
}

bool Parsed::everyone(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    std::string buffer;
    const auto word = [&](std::size_t t) {
        return t < reading_.tokens.size() ? text::lowered(reading_.of(reading_.tokens[t]), buffer) : std::string_view();
    };
    const std::string_view first = word(chunk.first);
    if (first == "everyone" || first == "everybody")
        return true;
    if (first != "all" && first != "tous" && first != "toutes")
        return false;
    return word(chunk.end) == "aboard" || (word(chunk.end) == "on" && word(chunk.end + 1) == "board") ||
           (word(chunk.end) == "à" && word(chunk.end + 1) == "bord") ||
           listed(Family::Person, grammar_.lexicon().form(syntax().nounLemma(chunk.head)));
}

bool Parsed::noLonger(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    return chunk.end == chunk.first + 2 && reading_.of(reading_.tokens[chunk.first]) == "no" &&
           reading_.of(reading_.tokens[chunk.first + 1]) == "longer";
}

Ability Parsed::ableNoLonger(std::uint32_t verb) const {
    const std::string_view word = reading_.of(reading_.tokens[syntax().chunks()[verb].first]);
    return word == "may" ? Ability::MayNot : word == "can" || word == "could" ? Ability::Cannot : Ability::Untold;
}

Ability Parsed::abilityOf(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    if (chunk.perfect || reading_.language != text::Language::English)
        return Ability::Untold;
    if (denied(verb) && holds(Family::Possible, chunk.first, chunk.end))
        return Ability::Cannot;
    if (!chunk.modal)
        return Ability::Untold;
    const std::string_view word = reading_.of(reading_.tokens[chunk.first]);
    if (word == "may" && denied(verb))
        return Ability::MayNot;
    return word == "can" && !denied(verb) ? Ability::Can : Ability::Untold;
}

bool Parsed::onePerson(std::uint32_t np) const {
    const std::uint32_t head = syntax().chunks()[np].head;
    return syntax().nounLemma(head) == reading_.tokens[head].word && tellsWho(head);
}

bool Parsed::tellsWho(std::uint32_t token) const {
    const text::WordId word = reading_.tokens[token].word;
    return word != 0 && syntax().classOf(token) == claim::WordClass::Noun &&
           (grammar_[word].kind == claim::Kind::Person || grammar_.lexicon().has(word, Tag::Title));
}

std::uint32_t Parsed::wholeOf(std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    const bool part = syntax().classOf(chunks[np].head) == claim::WordClass::Number ||
                      inRow("fraction", reading_, reading_.tokens[chunks[np].head]);
    if (!part || np + 2 >= chunks.size() || chunks[np + 1].kind != ChunkKind::Preposition ||
        chunks[np + 1].prep != claim::Prep::Of || chunks[np + 2].kind != ChunkKind::NounPhrase ||
        !listed(Family::Definite, reading_, reading_.tokens[chunks[np + 2].first]))
        return np;
    return np + 2;
}

bool Parsed::few(std::uint32_t np) const {
    const auto& tokens = reading_.tokens;
    const auto& chunk = syntax().chunks()[np];
    std::string buffer;
    const auto word = [&](std::uint32_t t) { return text::lowered(reading_.of(tokens[t]), buffer); };
    if (inRow("few", reading_, tokens[chunk.head]) ||
        (chunk.end > chunk.first + 1 && inRow("few", reading_, tokens[chunk.first])))
        return chunk.first == 0 || word(chunk.first) != "a" || word(chunk.head) != "few";
    if (const std::string_view head = word(chunk.head); head == "half" || head == "moitié") // "fewer than half of them"
        for (std::uint32_t t = chunk.first > 2 ? chunk.first - 2 : 0; t < chunk.head; ++t)
            if (inRow("fewer", reading_, tokens[t]))
                return true;
    // "One in five Britons", "un Français sur cinq"
    const auto number = [&](std::uint32_t t) -> double {
        if (t >= tokens.size())
            return 0;
        const auto value = grammar_.lexicon().value(tokens[t].word, Tag::Number);
        double out = 0;
        for (const char c : value.empty() ? reading_.of(tokens[t]) : value) {
            if (c < '0' || c > '9')
                return 0;
            out = out * 10 + (c - '0');
        }
        return out;
    };
    for (std::uint32_t t = chunk.first; t < chunk.end && t + 2 < tokens.size(); ++t)
        for (const std::uint32_t in : {t + 1, t + 2})
            if (const std::string_view between = word(in); between == "in" || between == "sur")
                if (const double some = number(t), of = number(in + 1); some > 0 && of > some)
                    return some / of < 0.4;
    return false;
}

Share Parsed::shareOf(std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    const auto& chunk = chunks[np];
    if (few(np))
        return Share::Few;
    std::string lower;
    if (chunk.head > chunk.first && text::lowered(reading_.of(reading_.tokens[chunk.first]), lower) == "most")
        return Share::Most; // "most pupils"
    const bool all = inRow("everyone", reading_, reading_.tokens[chunk.first]);
    if (wholeOf(np) != np)
        return all ? Share::All
               : claim::oneOf(reading_.of(reading_.tokens[chunk.head]),
                              {"Most", "most", "majority", "plupart", "majorité"})
                   ? Share::Most
                   : Share::Part;
    if (!all)
        return Share::Untold;
    if (chunk.first > 0 && inRow("almost", reading_, reading_.tokens[chunk.first - 1]))
        return Share::Part; // "nearly all", "not all"
    bool counted = false;
    for (std::uint32_t t = chunk.first; t < chunk.end && !counted; ++t)
        counted =
            listed(Family::Definite, reading_, reading_.tokens[t]) || syntax().classOf(t) == claim::WordClass::Number;
    return counted || chunk.end == chunk.first + 1 || chunk.head > chunk.first ? Share::All : Share::Untold;
}

std::string_view Parsed::befalls(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    std::uint8_t event = syntax().eventOf(chunk.head);
    if (event == 0)
        event = grammar_[syntax().nounLemma(chunk.head)].roleEvent;
    const std::string_view name = event != 0 ? grammar_.eventName(event) : std::string_view();
    return event != 0 && (grammar_.ofPeople(event) || name == "casualty") ? name : std::string_view();
}

std::string_view Parsed::noneOf(std::uint32_t chunk, std::uint32_t& last) const {
    const auto& chunks = syntax().chunks();
    const auto is = [&](std::uint32_t c, ChunkKind kind) { return c < chunks.size() && chunks[c].kind == kind; };
    if (is(chunk, ChunkKind::NounPhrase)) {
        if (!denies(chunk) || chunks[chunk].end < chunks[chunk].first + 2)
            return {};
        last = chunk;
        const text::Lexicon& lexicon = grammar_.lexicon();
        const bool report = lexicon.has(reading_.tokens[chunks[chunk].head].word, Tag::SayNoun) ||
                            lexicon.has(syntax().nounLemma(chunks[chunk].head), Tag::SayNoun);
        if (report && is(chunk + 1, ChunkKind::Preposition) && chunks[chunk + 1].prep == claim::Prep::Of &&
            is(chunk + 2, ChunkKind::NounPhrase))
            last = chunk + 2; // "no immediate reports of casualties"
        return besides(last) ? std::string_view() : befalls(last);
    }
    const std::string_view word = reading_.of(reading_.tokens[chunks[chunk].first]);
    if (word != "without" && word != "sans")
        return {};
    // "Without causing any injuries", "sans faire de victimes": the word may stand in the verb group.
    last = chunk + 1;
    bool verb = is(chunk, ChunkKind::VerbGroup);
    if (!verb && is(last, ChunkKind::VerbGroup) && !chunks[last].finite()) {
        verb = true;
        ++last;
    }
    if (verb && is(last, ChunkKind::Preposition) && chunks[last].prep == claim::Prep::Of)
        ++last;
    return is(last, ChunkKind::NounPhrase) && !besides(last) ? befalls(last) : std::string_view();
}

} // namespace countercheck::compare
