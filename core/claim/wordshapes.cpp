// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/wordshapes.h"

#include "core/claim/grammar.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::TokenKind;

namespace {

constexpr std::uint64_t anyVerb =
    tagBit(Tag::Verb) | tagBit(Tag::VerbS) | tagBit(Tag::VerbIng) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart);
/// What a noun phrase may begin with, and what it never begins with.
constexpr std::uint64_t opensPhrase = tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Pron) | tagBit(Tag::Number) |
                                      tagBit(Tag::Vague) | tagBit(Tag::Multiplier);
constexpr std::uint64_t neverOpens = tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                     tagBit(Tag::Subord) | tagBit(Tag::Wh) | tagBit(Tag::Adverb);
constexpr std::uint64_t neverNoun = tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux) | tagBit(Tag::Det) |
                                    tagBit(Tag::Modal) | tagBit(Tag::Neg) | tagBit(Tag::Pron);
constexpr unsigned pastForms = text::VerbPastTense | text::VerbPastParticiple;

/// The shapes of tokens that are no words.
constexpr auto ofKind = [] {
    std::array<WordShape, static_cast<std::size_t>(TokenKind::Break) + 1> out{};
    for (WordShape& shape : out)
        shape.kind = WordShapes::always(WordClass::Mark);
    const auto set = [&](TokenKind kind, WordClass c, unsigned marks = 0) {
        out[static_cast<std::size_t>(kind)] = {WordShapes::always(c), static_cast<std::uint16_t>(marks)};
    };
    set(TokenKind::Number, WordClass::Number, Opens | Counts);
    set(TokenKind::Hyphen, WordClass::Hyphen);
    set(TokenKind::OpenQuote, WordClass::Quote, Opens);
    set(TokenKind::CloseQuote, WordClass::Quote);
    set(TokenKind::Comma, WordClass::Comma);
    set(TokenKind::Percent, WordClass::Number);
    set(TokenKind::Currency, WordClass::Number, Opens);
    for (const TokenKind asked : {TokenKind::Apostrophe, TokenKind::Alnum}) // nothing: the token itself is asked
        out[static_cast<std::size_t>(asked)].kind = WordShapes::single;
    return out;
}();

/// The endings that tell something about an unknown word; 0: none does.
unsigned endingOf(bool english, std::string_view word) {
    if (english)
        return word.ends_with("ed")    ? 1
               : word.ends_with("ing") ? 2
               : word.ends_with("ly")  ? 3
               : word.ends_with("s")   ? 4
                                       : 0;
    if (word.ends_with("é") || word.ends_with("ée") || word.ends_with("és") || word.ends_with("ées"))
        return 1;
    return word.ends_with("er") && word.size() > 4              ? 2
           : word.ends_with("ement") && word.size() > 7         ? 3
           : word.ends_with("èrent") || word.ends_with("aient") ? 5
           : word.ends_with("s")                                ? 4
                                                                : 0;
}

/// What an unknown word can be, by its ending.
void byEnding(bool english, unsigned ending, OpenWord& out) {
    out.byEnding = true;
    switch (ending) {
    case 1:
        out.verb = true;
        out.adjective = !english;
        out.forms = english ? pastForms : unsigned{text::VerbPastParticiple};
        break;
    case 2:
        out.verb = out.noun = true;
        out.forms = english ? text::VerbGerund : text::VerbBase;
        break;
    case 3:
        out.adverb = true;
        out.noun = !english;
        break;
    case 5:
        out.verb = true;
        out.forms = text::VerbPastTense;
        break;
    default:
        out.noun = true;
        out.forms = ending == 4 ? text::NounPlural : text::NounSingular;
    }
}

/// The most frequent words of the dictionary have a place in the table; the others are asked for too seldom.
constexpr std::size_t fromDictionary = 32768;

} // namespace

OpenWord openWord(const text::Lexicon& lexicon, bool english, text::WordId word, std::string_view text) {
    OpenWord out;
    const text::WordUse& use = lexicon.use(word);
    out.noun = use.noun();
    out.verb = use.verb();
    out.adjective = use.adjective();
    out.adverb = use.adverb();
    out.forms = use.forms;
    out.nounWeight = use.frequency[0];
    out.verbWeight = use.frequency[1];
    out.adjectiveWeight = use.frequency[2];
    const std::uint64_t tags = lexicon.tags(word);
    constexpr std::uint8_t listed = 40; // what our own tables list is no rare word
    if ((tags & (tagBit(Tag::Noun) | tagBit(Tag::Plural))) != 0) {
        out.noun = true;
        out.nounWeight = std::max(out.nounWeight, listed);
        out.forms |= (tags & tagBit(Tag::Plural)) != 0 ? text::NounPlural : text::NounSingular;
    }
    if ((tags & anyVerb) != 0) {
        out.verb = true;
        out.verbWeight = std::max(out.verbWeight, listed);
        if ((tags & tagBit(Tag::Verb)) != 0)
            out.forms |= text::VerbBase;
        if ((tags & tagBit(Tag::VerbS)) != 0)
            out.forms |= text::VerbThird;
        if ((tags & tagBit(Tag::VerbIng)) != 0)
            out.forms |= text::VerbGerund;
        if ((tags & tagBit(Tag::VerbPast)) != 0)
            out.forms |= text::VerbPastTense;
        if ((tags & tagBit(Tag::VerbPart)) != 0)
            out.forms |= text::VerbPastParticiple;
    }
    if ((tags & tagBit(Tag::Adjective)) != 0)
        out.adjective = true;
    if (!out.noun && !out.verb && !out.adjective && !out.adverb)
        byEnding(english, endingOf(english, text), out);
    return out;
}

WordShapes::WordShapes(const Grammar& grammar) : grammar_(grammar), keys_(2048), ids_(2048) {
    const text::Lexicon& lexicon = grammar.lexicon();
    words_ = std::min(lexicon.size(), lexicon.listedSize() + fromDictionary);
    shapes_.resize(words_);
    shapes_.insert(shapes_.end(), ofKind.begin(), ofKind.end());
}

/// The kind of all words about which the same decides.
std::uint16_t WordShapes::kindOf(std::uint64_t decides) {
    const std::size_t mask = keys_.size() - 1;
    std::size_t at = decides * 0x9E3779B97F4A7C15u >> 53;
    for (; keys_[at] != 0; at = (at + 1) & mask)
        if (keys_[at] == decides)
            return ids_[at];
    if (kinds_ >= keys_.size() / 2)
        return single;
    keys_[at] = decides;
    return ids_[at] = kinds_++;
}

WordShape WordShapes::made(text::WordId word, std::string_view text) {
    std::uint64_t decides = 0;
    WordShape out = shape(word, openWord(grammar_.lexicon(), grammar_.english(), word, text), decides);
    if (decides != 0)
        out.kind = kindOf(decides);
    return out;
}

WordShape WordShapes::make(text::WordId word, std::string_view text) {
    if (word == 0) {
        WordShape& out = unknown_[endingOf(grammar_.english(), text)];
        if ((out.marks | out.kind) == 0)
            out = made(word, text);
        return out;
    }
    if (word >= words_)
        return made(word, text);
    return shapes_[word] = made(word, grammar_.lexicon().form(word));
}

/// All that germanic() or romance() asks of an open-class word itself.
unsigned WordShapes::signature(const OpenWord& word) const {
    const unsigned forms = word.forms;
    const auto bit = [](bool value, unsigned place) { return static_cast<unsigned>(value) << place; };
    unsigned out = bit(word.noun, 0) | bit(word.verb, 1) | bit(word.adjective, 2) | bit(word.adverb, 3) |
                   bit((forms & text::VerbBase) != 0, 4) | bit((forms & text::VerbGerund) != 0, 5);
    if (!grammar_.bareInfinitives())
        return out | bit((forms & pastForms) != 0, 6) | bit((forms & text::VerbThird) != 0, 7) |
               bit(word.nounWeight >= word.adjectiveWeight, 8) | bit(word.verbWeight >= word.nounWeight, 9) |
               bit(word.nounWeight >= word.verbWeight, 10) | bit(word.verbWeight > word.nounWeight + 24, 11) |
               bit(word.adjectiveWeight > word.verbWeight, 12) | bit(word.adjectiveWeight >= word.verbWeight, 13);
    return out | bit((forms & text::VerbPastParticiple) != 0, 6) | bit((forms & finiteForms) != 0, 7);
}

/// The shape of a word; `decides` is left 0 where the kind is known at once, and otherwise holds all that the rules for
/// such a word ask of it.
WordShape WordShapes::shape(text::WordId word, const OpenWord& open, std::uint64_t& decides) const {
    const text::Lexicon& lexicon = grammar_.lexicon();
    const std::uint64_t tags = lexicon.tags(word);
    const auto has = [tags](Tag tag) { return (tags & tagBit(tag)) != 0; };
    const Facts& fact = grammar_[word];
    WordShape out;
    out.forms = open.forms;
    const auto mark = [&out](ShapeMark value, bool set) {
        if (set)
            out.marks = static_cast<std::uint16_t>(out.marks | value);
    };
    const bool never = (tags & opensPhrase) == 0 && (tags & neverOpens) != 0;
    mark(Opens, (tags & opensPhrase) != 0 || (!never && (open.noun || open.adjective)));
    mark(OpensBefore, never && has(Tag::Hedge));
    mark(NounAhead, (tags & neverNoun) == 0 && open.noun && (!open.adjective || has(Tag::Noun)));
    mark(Counts, has(Tag::Det) || has(Tag::Poss) || has(Tag::Number) || has(Tag::Vague));
    mark(PluralForm, (open.forms & text::NounPlural) != 0);
    mark(Clitic, fact.clitic);
    mark(ByEnding, open.byEnding);
    mark(Tells, fact.telling != Telling::None);
    mark(Governs, fact.prep != Prep::None);
    mark(Parts, fact.mark != Mark::None);
    const std::uint64_t phrases = lexicon.phraseTags(word);
    mark(StartsSmallPhrase, (phrases & smallPhrases) != 0);
    mark(StartsMark, (phrases & (tagBit(Tag::SetMark) | tagBit(Tag::Growth))) != 0);
    mark(StartsBlame, (phrases & tagBit(Tag::Event)) != 0 && grammar_.startsBlame(word));

    const std::uint64_t closed = tags & closedClasses;
    const bool romance = grammar_.bareInfinitives();
    std::uint64_t asked = 0; // the tags that decide
    bool byUse = true;       // the dictionary decides too
    if (closed == 0) {
        mark(CapitalNames, true);
        asked = tags & (tagBit(Tag::Say) | tagBit(Tag::Event));
    } else if ((closed & ~(tagBit(Tag::Adverb) | tagBit(Tag::Function))) == 0 && has(Tag::Adverb) &&
               !grammar_.infinitiveMark(word)) {
        mark(CapitalNames, true);
        out.kind = always(WordClass::Adverb);
        return out;
    } else {
        mark(Closed, true);
        if (grammar_.infinitiveMark(word) || (fact.clitic && !has(Tag::Det)) || (has(Tag::Prep) && has(Tag::Subord)) ||
            (has(Tag::Wh) && fact.prep == Prep::Including) || (romance && has(Tag::Det) && has(Tag::Pron)))
            return out; // what follows decides, further than the next word
        // Is it sure that a rule for closed classes decides?
        byUse = !((has(Tag::Neg) && !has(Tag::Det) && !has(Tag::Pron)) ||
                  (has(Tag::Aux) && !(romance && has(Tag::Noun))) || has(Tag::Wh) || has(Tag::Poss) || has(Tag::Det) ||
                  has(Tag::Number) || has(Tag::Multiplier) || has(Tag::Vague) || has(Tag::Conj) ||
                  (has(Tag::Prep) && !has(Tag::Adverb)) || has(Tag::Subord) || has(Tag::Pron));
        if (byUse && romance)
            return out;
        mark(CapitalNames, byUse);
        asked = closed | (tags & (tagBit(Tag::Noun) | (byUse ? tagBit(Tag::Say) | tagBit(Tag::Event) : 0)));
    }
    constexpr std::uint64_t lowTags = (std::uint64_t{1} << 40) - 1;
    const std::uint64_t high = (asked & tagBit(Tag::Say)) != 0 ? 1u : 0u;
    const std::uint64_t event = (asked & tagBit(Tag::Event)) != 0 ? 2u : 0u;
    static_assert((closedClasses | tagBit(Tag::Noun)) < (std::uint64_t{1} << 40));
    decides = (asked & (closedClasses | tagBit(Tag::Noun)) & lowTags) | (high | event) << 40 |
              static_cast<std::uint64_t>(fact.prep == Prep::Of) << 42 |
              static_cast<std::uint64_t>(grammar_.isThat(word)) << 43 |
              static_cast<std::uint64_t>(byUse ? signature(open) : 0u) << 44 | std::uint64_t{1} << 63;
    return out;
}

} // namespace countercheck::claim
