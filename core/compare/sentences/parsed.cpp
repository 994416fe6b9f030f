// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sentences/parsed.h"

#include "core/claim/parts.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/compare/words/wordmemory.h"
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
    : reading_(reading), grammar_(Grammar::of(reading.language)), syntax_(claim::Parses::here().of(sentence)) {}

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
    if (grammar_[reading_.tokens[chunk.head].word].helper == claim::Helper::Be &&
        grammar_.lexicon().has(reading_.tokens[chunk.head].word, Tag::Neg))
        return "be"; // "isn't"
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
            if (next.is(TokenKind::Number))
                continue; // "sentenced to 50 years"
            if (!next.is(TokenKind::Word))
                break;
            const std::size_t before = phrase.size();
            const std::string_view further = text::lowered(reading_.of(next), lower);
            const bool continues = table.continuesPhrase(further);
            if (continues) {
                (phrase += '_') += further;
                if (const std::string_view spelt = table.spelt(phrase); !spelt.empty())
                    return spelt;
            }
            if (lexicon.hasAny(next.word, text::tagBit(Tag::Det) | text::tagBit(Tag::Poss) | text::tagBit(Tag::Prep) |
                                              text::tagBit(Tag::Number) | text::tagBit(Tag::Ordinal)))
                phrase.resize(before);
            else if (continues)
                ++words;
            else
                break;
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

std::string_view Parsed::knownWithObject(std::uint32_t token) const {
    const auto& chunks = syntax().chunks();
    const std::uint32_t verb = syntax().chunkAt(token);
    if (verb == Syntax::none || chunks[verb].kind != ChunkKind::VerbGroup || chunks[verb].head != token)
        return {};
    const std::uint32_t object = syntax().objectOf(verb);
    if (object == Syntax::none || object < verb || chunks[object].head == chunks[object].first)
        return {};
    thread_local std::string phrase, lower;
    const std::string_view noun = text::lowered(reading_.of(reading_.tokens[chunks[object].head]), lower);
    if (!Opposites::only().continuesPhrase(noun))
        return {};
    phrase = across(syntax().verbLemma(token));
    (phrase += '_') += noun;
    return Opposites::only().spelt(phrase);
}

std::string_view Parsed::known(std::uint32_t token, std::uint32_t end) const {
    const text::WordId word = reading_.tokens[token].word;
    KnownPredicate unknown{};
    KnownPredicate& answer = word == 0 ? unknown : wordTraits(reading_.language, word).predicate;
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
    if (answer.opens)
        if (const std::string_view phrase = knownWithObject(token); !phrase.empty())
            return phrase;
    return {answer.name, answer.length};
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
    if (const std::uint32_t before = subjectBeforeAside(verb); before != Syntax::none)
        return before;
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

std::uint32_t Parsed::subjectBeforeAside(std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    const auto is = [&](std::uint32_t k, ChunkKind kind) { return k < chunks.size() && chunks[k].kind == kind; };
    // "the driver of the train, who …, was": the first of the phrases that hang on each other
    const auto firstOf = [&](std::uint32_t np) {
        while (np >= 2 && is(np - 1, ChunkKind::Preposition) && is(np - 2, ChunkKind::NounPhrase))
            np -= 2;
        return np;
    };
    if (verb < 4)
        return Syntax::none;
    if (!is(verb - 1, ChunkKind::Comma)) { // "two of the men who escaped on Monday were": no comma parts them
        std::uint32_t verbs = 0;
        for (std::uint32_t k = verb; k-- > 1 && verbs <= 1;) {
            verbs += is(k, ChunkKind::VerbGroup);
            if (is(k, ChunkKind::Comma) || is(k, ChunkKind::Conjunction) || is(k, ChunkKind::Subordinator) ||
                is(k, ChunkKind::Mark))
                return Syntax::none;
            if (!is(k, ChunkKind::Relative))
                continue;
            const std::uint32_t np = firstOf(k - 1);
            return verbs == 1 && is(np, ChunkKind::NounPhrase) ? np : Syntax::none;
        }
        return Syntax::none;
    }
    for (std::uint32_t k = verb - 1; k-- > 1;) {
        if (is(k, ChunkKind::Comma) && is(k + 1, ChunkKind::Relative) && is(k - 1, ChunkKind::NounPhrase))
            return firstOf(k - 1);
        if (is(k, ChunkKind::Comma) || is(k, ChunkKind::Mark) || is(k, ChunkKind::Subordinator))
            return Syntax::none;
    }
    return Syntax::none;
}

bool Parsed::inserted(std::uint32_t np, std::uint32_t verb) const {
    const auto& chunks = syntax().chunks();
    // Only of a word that can be no subject: "high in the mountains".
    if (np < 2 || verb <= np || chunks[np].first + 1 != chunks[np].end ||
        syntax().classOf(chunks[np].head) != claim::WordClass::Adjective || chunks[np - 1].kind != ChunkKind::Comma)
        return false;
    return reading_.tokens[chunks[verb].first - 1].is(TokenKind::Comma) && headOfInsertion(np) != np;
}

std::uint32_t Parsed::nameBehind(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    const auto is = [&](std::uint32_t k, ChunkKind kind) { return k < chunks.size() && chunks[k].kind == kind; };
    const auto named = [&](std::uint32_t k) {
        const std::uint32_t at = reading_.tokens[chunks[k].head].begin;
        return std::ranges::any_of(read::inSentence(mentions.names, sentence), [&](const read::Name& n) {
            return n.kind == read::NameKind::Person && n.span.contains(at);
        });
    };
    std::uint32_t last = np; // "the minister of justice, Agathon Habi, of …"
    while (is(last + 1, ChunkKind::Preposition) && is(last + 2, ChunkKind::NounPhrase))
        last += 2;
    const std::uint32_t name = last + 2;
    const bool apart = is(last + 1, ChunkKind::Comma) && is(name, ChunkKind::NounPhrase) &&
                       (name + 1 >= chunks.size() || is(name + 1, ChunkKind::Comma));
    return apart && !named(np) && named(name) ? name : Syntax::none;
}

std::uint32_t Parsed::apposed(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t np) const {
    const auto& chunks = syntax().chunks();
    const auto is = [&](std::uint32_t k, ChunkKind kind) { return k < chunks.size() && chunks[k].kind == kind; };
    const auto lastOf = [&](std::uint32_t k) { // "the chairman of the bank", "the country's largest group"
        while (true)
            if (is(k + 1, ChunkKind::Preposition) && is(k + 2, ChunkKind::NounPhrase))
                k += 2;
            else if (is(k + 1, ChunkKind::NounPhrase) && chunks[k].end + 1 >= chunks[k + 1].first &&
                     !reading_.tokens[chunks[k].end].is(TokenKind::Comma))
                ++k;
            else
                return k;
    };
    const auto named = [&](std::uint32_t k) {
        const std::uint32_t at = reading_.tokens[chunks[k].head].begin;
        return std::ranges::any_of(read::inSentence(mentions.names, sentence),
                                   [&](const read::Name& n) { return n.span.contains(at); });
    };
    for (std::uint32_t one = np < 8 ? 0 : np - 8; one <= np; ++one) {
        if (!is(one, ChunkKind::NounPhrase) || (one > 0 && is(one - 1, ChunkKind::NounPhrase)))
            continue;
        const std::uint32_t comma = lastOf(one) + 1, other = comma + 1;
        if (!is(comma, ChunkKind::Comma) || !is(other, ChunkKind::NounPhrase))
            continue;
        const std::uint32_t last = lastOf(other);
        const bool closed =
            is(last + 1, ChunkKind::Comma) && is(last + 2, ChunkKind::VerbGroup) && chunks[last + 2].finite();
        if ((!closed && !is(last + 1, ChunkKind::Relative)) || np < one || np > last)
            continue;
        const std::uint32_t two = is(other + 1, ChunkKind::NounPhrase) ? other + 1 : other;
        if (named(one) == named(two))
            continue;
        return np < comma ? two : one;
    }
    return Syntax::none;
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
        if (k + 1 < chunks.size() && chunks[k].kind == ChunkKind::Preposition && chunks[k + 1].kind == ChunkKind::Time)
            ++k;
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
            std::uint32_t speaker = says(v) ? syntax().subjectOf(v) : Syntax::none;
            if (speaker == Syntax::none && says(v)) // "Helvan, which lost 900 million, said that it …"
                speaker = subjectBeforeAside(v);
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

} // namespace countercheck::compare
