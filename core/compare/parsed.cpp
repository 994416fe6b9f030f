// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/parsed.h"

#include "core/claim/parts.h"
#include "core/compare/opposites.h"
#include "core/compare/wordlists.h"
#include "core/compare/wordmemory.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Grammar;
using claim::Syntax;
using text::Tag;
using text::Token;
using text::TokenKind;

Parsed::Parsed(const text::Reading& reading, std::uint32_t sentence)
    : reading_(reading), grammar_(Grammar::of(reading.language)) {
    (void)claim::Parses::here().of(sentence);
}

std::string_view Parsed::deed(std::uint32_t verb, bool* classified) const {
    const auto& chunk = syntax().chunks()[verb];
    std::uint8_t event = 0;
    for (std::uint32_t t = chunk.first; t < chunk.end && event == 0; ++t)
        if (reading_.tokens[t].may(text::HintPhrase))
            if (const auto phrase = grammar_.lexicon().matchPhrase(reading_, t, text::tagBit(Tag::Event)))
                event = grammar_[phrase->entry].event;
    if (event == 0)
        event = syntax().eventOf(chunk.head);
    if (classified)
        *classified = event != 0;
    const text::WordId lemma = syntax().verbLemma(chunk.head);
    if (event != 0)
        return grammar_.eventName(event);
    const std::string_view across = grammar_.lexicon().value(lemma, Tag::Label);
    if (!across.empty())
        return across;
    const std::string_view form = grammar_.lexicon().form(lemma);
    if (reading_.language != text::Language::French || Opposites::only().sided(form))
        return form;
    const std::string_view english = acrossOf(form);
    const text::Lexicon& words = text::Lexicon::of(text::Language::English);
    const std::string_view named = words.value(words.find(english), Tag::Event);
    if (classified)
        *classified = !named.empty();
    return named.empty() ? english : named;
}

std::string_view Parsed::nounEvent(std::uint32_t token) const {
    if (const std::uint8_t event = syntax().eventOf(token); event != 0)
        return grammar_.eventName(event);
    const text::WordId lemma = syntax().nounLemma(token);
    const std::string_view across = grammar_.lexicon().value(lemma, Tag::Label);
    const std::string_view form = across.empty() ? grammar_.lexicon().form(lemma) : across;
    return reading_.language == text::Language::French && across.empty() ? acrossOf(form) : form;
}

text::Span Parsed::phrase(std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    std::uint32_t last = np;
    while (last + 2 < chunks.size() && chunks[last + 1].kind == ChunkKind::Preposition &&
           chunks[last + 2].kind == ChunkKind::NounPhrase)
        last += 2;
    return bytes(chunks[np].first, chunks[last].end);
}

std::string_view Parsed::across(text::WordId lemma) const {
    if (lemma == 0)
        return {};
    const std::string_view label = grammar_.lexicon().value(lemma, Tag::Label);
    return !label.empty() ? label : grammar_.lexicon().form(lemma);
}

std::string_view Parsed::knownPhrase(std::uint32_t token, std::uint32_t end) const {
    const Opposites& table = Opposites::only();
    const text::Lexicon& lexicon = grammar_.lexicon();
    std::string buffer;
    const std::string_view own = text::lowered(reading_.of(reading_.tokens[token]), buffer);
    for (const std::string_view first : {across(syntax().verbLemma(token)), own}) {
        if (first.empty() || !table.opensPhrase(first))
            continue;
        thread_local std::string phrase, lower;
        phrase = first;
        for (std::uint32_t t = token + 1, words = 0; t < end && t < token + 6 && words < 2; ++t) {
            const Token& next = reading_.tokens[t];
            if (!next.is(TokenKind::Word))
                break;
            const std::size_t before = phrase.size();
            (phrase += '_') += text::lowered(reading_.of(next), lower);
            if (const std::string_view spelt = table.spelt(phrase); !spelt.empty())
                return spelt;
            if (lexicon.hasAny(next.word, text::tagBit(Tag::Det) | text::tagBit(Tag::Poss) | text::tagBit(Tag::Prep) |
                                              text::tagBit(Tag::Number)))
                phrase.resize(before);
            else
                ++words;
        }
    }
    return {};
}

std::string_view Parsed::knownWord(std::uint32_t token) const {
    const Opposites& table = Opposites::only();
    const text::Lexicon& lexicon = grammar_.lexicon();
    const text::WordId word = reading_.tokens[token].word;
    std::string buffer;
    const std::string_view own = text::lowered(reading_.of(reading_.tokens[token]), buffer);
    const std::string_view verb = across(syntax().verbLemma(token));
    for (const std::string_view name :
         {verb, table.spelt(own), across(lexicon.lemma(word)), lexicon.value(word, Tag::Event)})
        if (!name.empty() && table.sided(name))
            return name;
    if (reading_.language == text::Language::French) {
        for (const std::string_view name : {acrossOf(verb), acrossOf(across(lexicon.lemma(word)))})
            if (!name.empty() && table.sided(name))
                return name;
        // A participle that the dictionary has as an adjective or a noun only: "relaxé", "levées".
        for (const std::string_view ending : {"é", "ée", "és", "ées"})
            if (own.ends_with(ending))
                if (const std::string_view name =
                        table.spelt(std::string(own.substr(0, own.size() - ending.size())) + "er");
                    !name.empty() && table.sided(name))
                    return name;
    }
    return {};
}

std::string_view Parsed::known(std::uint32_t token, std::uint32_t end) const {
    /// What the table knows of a word by itself, and whether a phrase may begin with it.
    struct Answer {
        const char* name;
        std::uint32_t length;
        bool asked, opens;
    };
    thread_local WordMemory<Answer> memory;
    const text::WordId word = reading_.tokens[token].word;
    Answer unknown{};
    Answer& answer = word == 0 ? unknown : memory.of(reading_.language, word);
    if (!answer.asked) {
        std::string buffer;
        const std::string_view own = text::lowered(reading_.of(reading_.tokens[token]), buffer);
        const std::string_view name = knownWord(token);
        const bool opens =
            Opposites::only().opensPhrase(own) || Opposites::only().opensPhrase(across(syntax().verbLemma(token)));
        answer = {name.data(), static_cast<std::uint32_t>(name.size()), true, opens};
    }
    if (answer.opens)
        if (const std::string_view phrase = knownPhrase(token, end); !phrase.empty())
            return phrase;
    return {answer.name, answer.length};
}

bool Parsed::open(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    if (!chunk.modal || chunk.future || impossible(verb))
        return false;
    const bool announced =
        std::any_of(mentions.attributions.begin(), mentions.attributions.end(),
                    [&](const read::Attribution& a) { return a.sentence == sentence && !a.source.empty(); });
    return !announced || reading_.of(reading_.tokens[chunk.first]) != "would";
}

bool Parsed::impossible(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    if (!chunk.modal || !denied(verb))
        return false;
    for (std::uint32_t t = chunk.first; t < chunk.end; ++t)
        if (listed(Family::Possible, reading_, reading_.tokens[t]))
            return true;
    return false;
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
        for (std::uint32_t t = chunk.first; t-- > 0 && chunk.first - t <= 3;) // "qu'il ne fermera pas"
            if (word(t) == "ne" || word(t) == "n'" || word(t) == "n’")
                not_ |= word(chunk.end) == "pas" || word(chunk.end) == "jamais" || word(chunk.end) == "plus";
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

std::uint32_t Parsed::headConcept(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const {
    return concepts.spokenAt(sentence, syntax().chunks()[np].head);
}

std::uint32_t Parsed::objectConcept(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const {
    const std::uint32_t head = headConcept(concepts, sentence, np);
    if (head != 0)
        return head;
    std::string buffer;
    const std::string_view word = text::lowered(reading_.of(reading_.tokens[syntax().chunks()[np].head]), buffer);
    return listed(Family::Forecast, word) ? Concepts::named(word) : 0;
}

std::uint32_t Parsed::ownerOf(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    for (std::uint32_t t = chunks[np].first; t < chunks[np].head; ++t) {
        const std::string_view word = reading_.of(reading_.tokens[t]);
        const bool mark = t > chunks[np].first && (word == "'s" || word == "’s" || word == "'" || word == "’");
        const bool joined = word.ends_with("'s") || word.ends_with("’s");
        if (!mark && !joined)
            continue;
        return concepts.spokenAt(sentence, mark ? t - 1 : t);
    }
    if (np + 2 < chunks.size() && chunks[np + 1].kind == ChunkKind::Preposition &&
        chunks[np + 1].prep == claim::Prep::Of && chunks[np + 2].kind == ChunkKind::NounPhrase)
        return headConcept(concepts, sentence, np + 2);
    return 0;
}

std::uint32_t Parsed::openingSubject(std::uint32_t sentence, std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const text::Sentence& s = reading_.sentences[sentence];
    if (verb < 2 || chunks[0].kind != ChunkKind::NounPhrase || chunks[0].end >= s.endToken)
        return Syntax::none;
    std::uint32_t last = 0; // "the driver of the train that derailed"
    while (last + 2 < verb && chunks[last + 1].kind == ChunkKind::Preposition &&
           chunks[last + 2].kind == ChunkKind::NounPhrase)
        last += 2;
    std::uint32_t behind = chunks[last].end;
    if (behind >= s.endToken)
        return Syntax::none;
    if (reading_.tokens[behind].is(TokenKind::Comma) && behind + 1 < s.endToken)
        ++behind;
    const std::string_view word = reading_.of(reading_.tokens[behind]);
    std::uint32_t verbs = 0;
    for (std::uint32_t k = 1; k < verb; ++k)
        verbs += chunks[k].kind == ChunkKind::VerbGroup;
    const bool closed =
        chunks[verb].first > s.firstToken && reading_.tokens[chunks[verb].first - 1].is(TokenKind::Comma);
    return (verbs == 1 || closed) && (word == "that" || word == "which" || word == "who" || word == "qui")
               ? 0
               : Syntax::none;
}

bool Parsed::inserted(std::uint32_t np, std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    // Only of a word that can be no subject: "high in the mountains".
    if (np < 2 || verb <= np || chunks[np].first + 1 != chunks[np].end ||
        syntax().classOf(chunks[np].head) != claim::WordClass::Adjective || chunks[np - 1].kind != ChunkKind::Comma)
        return false;
    return reading_.tokens[chunks[verb].first - 1].is(TokenKind::Comma) && headOfInsertion(np) != np;
}

bool Parsed::onlyDenies(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    const std::string_view word = reading_.of(reading_.tokens[chunk.first]);
    return chunk.end == chunk.first + 1 && (word == "n'" || word == "n’" || word == "ne");
}

bool Parsed::reflexive(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    const std::string_view word = reading_.of(reading_.tokens[chunk.first]);
    return chunk.end == chunk.first + 1 && (word == "s'" || word == "s’" || word == "se");
}

std::uint32_t Parsed::headOfInsertion(std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    if (np < 2 || chunks[np - 2].kind != ChunkKind::NounPhrase)
        return np;
    std::uint32_t first = np - 2;
    while (first >= 2 && chunks[first - 1].kind == ChunkKind::Preposition &&
           chunks[first - 2].kind == ChunkKind::NounPhrase)
        first -= 2;
    return first;
}

bool Parsed::present(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    for (std::uint32_t t = chunk.first; t < chunk.head; ++t)
        if (listed(Family::Present, reading_, reading_.tokens[t]))
            return true;
    return false;
}

std::vector<std::uint32_t> Parsed::kindsOf(const read::Mentions& mentions, const Concepts& concepts,
                                           std::uint32_t sentence, std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    std::vector<std::uint32_t> out;
    for (std::uint32_t t = chunk.first; t < chunk.end; ++t) {
        const std::uint32_t at = reading_.tokens[t].begin;
        const auto names = read::inSentence(mentions.names, sentence);
        if (t == chunk.head || std::ranges::any_of(names, [&](const read::Name& n) { return n.span.contains(at); }))
            continue;
        if (const std::uint32_t word = concepts.spokenAt(sentence, t); word != 0)
            out.push_back(word);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::uint32_t Parsed::objectOf(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const auto without = [&](std::uint32_t np) { // "a autorisé sans conditions le rachat"
        const std::string_view word = chunks[np].first > chunks[verb].first
                                          ? reading_.of(reading_.tokens[chunks[np].first - 1])
                                          : std::string_view();
        return word == "sans" || word == "without";
    };
    if (const std::uint32_t object = syntax().objectOf(verb); object != Syntax::none && without(object))
        return object + 1 < chunks.size() && chunks[object + 1].kind == ChunkKind::NounPhrase &&
                       chunks[object + 1].first == chunks[object].end
                   ? object + 1
                   : Syntax::none;
    else if (object != Syntax::none || chunks[verb].passive)
        return object;
    if (reading_.language != text::Language::French) { // "struck down a rule"
        std::uint32_t k = verb + 1;
        if (k < chunks.size() && chunks[k].kind == ChunkKind::Time)
            ++k;
        return k < chunks.size() && chunks[k].kind == ChunkKind::NounPhrase &&
                       chunks[k].first <= chunks[k - 1].end + 1 && syntax().prepositionOf(k) == Syntax::none &&
                       (syntax().verbOfSubject(k) == Syntax::none ||
                        (k + 1 < chunks.size() && (chunks[k + 1].kind == ChunkKind::Relative ||
                                                   chunks[k + 1].kind == ChunkKind::Subordinator))) &&
                       (chunks[k].first == chunks[k - 1].end ||
                        reading_.tokens[chunks[k].first - 1].is(TokenKind::Word))
                   ? k
                   : Syntax::none;
    }
    for (std::uint32_t k = verb + 1; k < chunks.size() && k <= verb + 4; ++k) {
        if (chunks[k].first != chunks[k - 1].end)
            break;
        if (chunks[k].kind == ChunkKind::Preposition && k + 1 < chunks.size() &&
            chunks[k + 1].kind == ChunkKind::NounPhrase)
            ++k;
        else if (chunks[k].kind == ChunkKind::NounPhrase)
            return k;
        else if (chunks[k].kind != ChunkKind::Time)
            break;
    }
    return Syntax::none;
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

bool Parsed::expected(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    for (std::uint32_t t = chunk.first > 3 ? chunk.first - 3 : 0; t < chunk.head; ++t)
        if (listed(Family::Foresee, reading_, reading_.tokens[t]))
            return true;
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
        case ChunkKind::VerbGroup: // of an infinitive only where it is somebody else's: "wants to leave" is a plan
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

text::Span Parsed::core(std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    std::uint32_t last = np;
    while (last + 2 < chunks.size() && chunks[last + 1].kind == ChunkKind::Preposition &&
           chunks[last + 1].prep == claim::Prep::Of && chunks[last + 2].kind == ChunkKind::NounPhrase)
        last += 2;
    std::uint32_t first = chunks[np].first;
    while (first + 1 < chunks[np].end && first < chunks[np].head &&
           grammar_.lexicon().has(reading_.tokens[first].word, Tag::Subord))
        ++first; // "that the family"
    return bytes(first, chunks[last].end);
}

std::uint32_t Parsed::speakerFor(std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    if (syntax().classOf(chunks[np].head) != claim::WordClass::Pronoun)
        return np;
    for (std::uint32_t v = np; v-- > 0;)
        if (chunks[v].kind == ChunkKind::VerbGroup) {
            const std::uint32_t speaker = says(v) ? syntax().subjectOf(v) : Syntax::none;
            if (speaker == Syntax::none || speaker >= v)
                return np;
            // "Lawyers for the singer said that he": whom a lawyer speaks for stands behind a preposition.
            const bool single = listed(Family::Single, reading_, reading_.tokens[chunks[np].head]);
            const std::uint32_t head = chunks[speaker].head;
            if (single && syntax().nounLemma(head) != 0 && syntax().nounLemma(head) != reading_.tokens[head].word &&
                speaker + 2 < v && chunks[speaker + 1].kind == ChunkKind::Preposition &&
                chunks[speaker + 2].kind == ChunkKind::NounPhrase)
                return speaker + 2;
            return speaker;
        }
    return np;
}

std::uint32_t Parsed::subjectBeforeNot(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (verb == 0 || reading_.language != text::Language::French || chunks[verb - 1].kind != ChunkKind::NounPhrase)
        return Syntax::none;
    if (onlyDenies(verb - 1)) {
        std::uint32_t np = verb >= 2 ? verb - 2 : Syntax::none;
        if (np == Syntax::none || chunks[np].kind != ChunkKind::NounPhrase || chunks[np].end != chunks[verb - 1].first)
            return Syntax::none;
        while (np >= 2 && chunks[np - 1].kind == ChunkKind::Preposition && chunks[np - 1].prep == claim::Prep::Of &&
               chunks[np - 2].kind == ChunkKind::NounPhrase)
            np -= 2;
        return np;
    }
    for (std::uint32_t t = chunks[verb - 1].end; t < chunks[verb].first; ++t)
        if (const std::string_view word = reading_.of(reading_.tokens[t]);
            word != "ne" && word != "n'" && word != "n’" && syntax().classOf(t) != claim::WordClass::Adjective)
            return Syntax::none;
    std::uint32_t np = verb - 1;
    while (np >= 2 && chunks[np - 1].kind == ChunkKind::Preposition && chunks[np - 1].prep == claim::Prep::Of &&
           chunks[np - 2].kind == ChunkKind::NounPhrase)
        np -= 2;
    return np;
}

bool Parsed::further(std::uint32_t np) const {
    const auto& chunk = syntax().chunks()[np];
    for (std::uint32_t t = chunk.first; t < chunk.head; ++t) {
        const std::string_view which = grammar_.lexicon().value(reading_.tokens[t].word, Tag::Ordinal);
        if ((!which.empty() && which != "1") || listed(Family::Another, reading_, reading_.tokens[t]))
            return true;
    }
    return false;
}

bool Parsed::unable(std::uint32_t verb) const {
    const auto& chunk = syntax().chunks()[verb];
    const auto& tokens = reading_.tokens;
    const std::size_t end = std::min<std::size_t>(chunk.end + 2, tokens.size());
    std::string buffer;
    for (std::size_t t = chunk.head; t + 1 < end; ++t)
        if (const std::string_view next = reading_.of(tokens[t + 1]); next == "to" || next == "de" || next == "d'")
            return Opposites::only().in("unable", text::lowered(reading_.of(tokens[t]), buffer));
    return false;
}

std::string_view Parsed::moved(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t token) const {
    const std::string_view told = grammar_.lexicon().value(reading_.tokens[token].word, Tag::Growth);
    if ((told != "higher" && told != "lower") || token == 0 || reading_.tokens[token - 1].is(TokenKind::Comma))
        return {}; // "252,000 electric vehicles, up 33 percent": it is not the clause's subject that rose
    const auto figures = read::inSentence(mentions.figures, sentence);
    const bool beside = std::ranges::any_of(figures, [&](const read::Figure& f) {
        const std::uint32_t begin = reading_.tokens[token].begin;
        return f.kind == read::FigureKind::Percentage &&
               (f.firstToken == token + 1 || (begin >= f.phrase.end && begin <= f.phrase.end + 1));
    });
    return !beside ? std::string_view() : told == "higher" ? "rise" : "fall";
}

bool Parsed::keepsAt(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (!Opposites::only().in("keeps", this->verb(verb)))
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
        return word == "had" || word == "avait" || word == "avaient" || word == "était" || word == "étaient";
    };
    const auto& group = chunks[verb];
    if (group.first == group.head || !had(group.first) ||
        (reading_.language == text::Language::English && !group.perfect))
        return false;
    for (std::uint32_t k = 0; k < verb; ++k)
        if (chunks[k].kind == ChunkKind::VerbGroup && says(k))
            return false;
    return true;
}

bool Parsed::takesUp(std::uint32_t np) const {
    const std::string_view which =
        grammar_.lexicon().value(reading_.tokens[syntax().chunks()[np].head].word, Tag::Pron);
    return which == "he" || which == "she" || which == "it" || which == "they";
}

bool Parsed::future(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    if (chunks[verb].future)
        return true;
    if (reading_.language != text::Language::French)
        return false;
    const std::string_view head = reading_.of(reading_.tokens[chunks[verb].head]);
    if (head == "va" || head == "vont")
        return verb + 1 < chunks.size() && chunks[verb + 1].kind == ChunkKind::VerbGroup && chunks[verb + 1].infinitive;
    return std::ranges::any_of(std::initializer_list<std::string_view>{"ra", "ront"},
                               [&](std::string_view ending) { return head.size() > 4 && head.ends_with(ending); });
}

bool Parsed::intendsNot(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    std::string buffer;
    const auto plans = [&](std::uint32_t token) {
        return listed(Family::Plan, text::lowered(reading_.of(reading_.tokens[token]), buffer));
    };
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
        if (reading_.of(reading_.tokens[t]) == "else" ||
            grammar_.lexicon().value(reading_.tokens[t].word, Tag::SetMark) == "other")
            return true;
    return false;
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
