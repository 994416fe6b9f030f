// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/syntax.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

namespace {

constexpr std::uint64_t anyVerb =
    tagBit(Tag::Verb) | tagBit(Tag::VerbS) | tagBit(Tag::VerbIng) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart);
/// What a noun phrase may begin with, and what it never begins with.
constexpr std::uint64_t opensPhrase = tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Pron) | tagBit(Tag::Number) |
                                      tagBit(Tag::Vague) | tagBit(Tag::Multiplier);
constexpr std::uint64_t neverOpens = tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                     tagBit(Tag::Subord) | tagBit(Tag::Wh) | tagBit(Tag::Adverb);

constexpr unsigned pastForms = text::VerbPastTense | text::VerbPastParticiple;

} // namespace

/// What an unknown word can be, by its ending.
void Syntax::byEnding(std::uint32_t token, Open& out) const {
    const std::string_view word = reading_->of(reading_->tokens[token]);
    if (grammar_->english()) {
        if (word.ends_with("ed"))
            out.verb = true, out.forms = pastForms;
        else if (word.ends_with("ing"))
            out.verb = out.noun = true, out.forms = text::VerbGerund;
        else if (word.ends_with("ly"))
            out.adverb = true;
    } else {
        if (word.ends_with("é") || word.ends_with("ée") || word.ends_with("és") || word.ends_with("ées"))
            out.verb = out.adjective = true, out.forms = text::VerbPastParticiple;
        else if (word.ends_with("er") && word.size() > 4)
            out.verb = out.noun = true, out.forms = text::VerbBase;
        else if (word.ends_with("ement") && word.size() > 7)
            out.adverb = out.noun = true;
        else if (word.ends_with("èrent") || word.ends_with("aient"))
            out.verb = true, out.forms = text::VerbPastTense;
    }
    if (!out.verb && !out.adverb) {
        out.noun = true;
        out.forms = word.ends_with("s") ? text::NounPlural : text::NounSingular;
    }
}

const Syntax::Open& Syntax::open(std::uint32_t token) const {
    Open& out = open_[token - first_];
    if (out.made)
        return out;
    out.made = true;
    const text::WordId word = reading_->tokens[token].word;
    const text::WordUse& use = lexicon_->use(word);
    out.noun = use.noun();
    out.verb = use.verb();
    out.adjective = use.adjective();
    out.adverb = use.adverb();
    out.forms = use.forms;
    out.nounWeight = use.frequency[0];
    out.verbWeight = use.frequency[1];
    out.adjectiveWeight = use.frequency[2];
    const std::uint64_t tags = lexicon_->tags(word);
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
        byEnding(token, out);
    return out;
}

bool Syntax::opensNounPhrase(std::uint32_t token) const {
    if (token >= end_)
        return false;
    const Token& t = reading_->tokens[token];
    if (t.is(TokenKind::Number) || t.is(TokenKind::Currency) || t.is(TokenKind::OpenQuote))
        return true;
    if (!t.is(TokenKind::Word) && !t.is(TokenKind::Alnum))
        return false;
    if (t.has(text::Capitalised))
        return true;
    const std::uint64_t tags = lexicon_->tags(t.word);
    if ((tags & opensPhrase) != 0)
        return true;
    if ((tags & neverOpens) != 0)
        return (tags & tagBit(Tag::Hedge)) != 0 && token + 1 < end_ && opensNounPhrase(token + 1);
    const Open& word = open(token);
    return word.noun || word.adjective;
}

/// May a verb group begin here, as seen from a clitic before it?
bool Syntax::opensVerbGroup(std::uint32_t token) const {
    if (token >= end_ || !reading_->tokens[token].is(TokenKind::Word))
        return false;
    const std::uint64_t tags = lexicon_->tags(reading_->tokens[token].word);
    if ((tags & (tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::Neg))) != 0 || facts(token).clitic)
        return true;
    if ((tags & (tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Number) | tagBit(Tag::Poss))) != 0)
        return false;
    return open(token).verb;
}

bool Syntax::baseVerb(std::uint32_t token) const {
    if (token >= end_ || !reading_->tokens[token].is(TokenKind::Word))
        return false;
    const std::uint64_t tags = lexicon_->tags(reading_->tokens[token].word);
    if ((tags & (tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Number) | tagBit(Tag::Poss))) != 0)
        return false;
    if ((tags & tagBit(Tag::Aux)) != 0)
        return true;
    const Open& word = open(token);
    return word.verb && (word.forms & text::VerbBase) != 0;
}

void Syntax::fix(std::uint32_t first, std::uint32_t end, WordClass c) {
    for (std::uint32_t i = std::max(first, first_); i < std::min(end, end_); ++i)
        if (fixed_[i - first_] == 0) {
            fixed_[i - first_] = 1;
            classes_[i - first_] = c;
        }
}

/// Phrases that are one small word: "because of", "so far", the particle of "cut off".
void Syntax::fixPhrases(std::uint32_t i) {
    constexpr std::uint64_t asked = tagBit(Tag::SetMark) | tagBit(Tag::Event) | tagBit(Tag::Prep) | tagBit(Tag::Subord);
    if (!lexicon_->matchPhrase(*reading_, i, asked))
        return; // nearly always
    if (const auto mark = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::SetMark));
        mark && (*grammar_)[mark->entry].mark == Mark::SoFar &&
        facts(mark->endToken - 1).prep != Prep::Of) // "so far": no clause begins with that "so"
        fix(i, mark->endToken, WordClass::Adverb);
    if (const auto phrase = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::Event));
        phrase && lexicon_->hasAny(phrase->entry, anyVerb) && has(phrase->endToken - 1, Tag::Adverb))
        fix(phrase->endToken - 1, phrase->endToken, WordClass::Adverb); // "cut off 40 villages": a particle
    if (const auto phrase = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::Prep));
        phrase && phrase->endToken <= end_) {
        bool free = true;
        for (std::uint32_t k = i; k < phrase->endToken; ++k)
            free &= fixed_[k - first_] == 0;
        if (free)
            fix(i, phrase->endToken, WordClass::Preposition);
    }
    if (const auto phrase = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::Subord));
        phrase && phrase->endToken <= end_)
        fix(i, phrase->endToken, WordClass::Subordinator);
}

void Syntax::classify(const InSentence& in) {
    const std::size_t length = end_ - first_;
    classes_.assign(length, WordClass::Mark);
    fixed_.assign(length, 0);
    for (std::uint32_t i = in.times.first; i < in.times.end; ++i) {
        const read::TimeMention& t = mentions_->times[i];
        std::uint32_t first = t.firstToken; // "le 12 mai", "the weekend": the article is the time's own
        while (first > first_ && has(first - 1, Tag::Det) && !has(first - 1, Tag::Prep) &&
               facts(first - 1).telling == Telling::None)
            --first;
        fix(first, t.endToken, WordClass::Time);
    }
    for (std::uint32_t i = in.figures.first; i < in.figures.end; ++i) {
        const read::Figure& f = mentions_->figures[i];
        // The hedge belongs to its figure's phrase ("at least three people"), not to a prepositional phrase of its own.
        std::uint32_t first = f.firstToken;
        while (first > first_ && reading_->tokens[first - 1].begin >= f.phrase.begin)
            --first;
        fix(first, f.endToken, f.kind == read::FigureKind::Age ? WordClass::Adjective : WordClass::Number);
    }
    for (std::uint32_t i = in.names.first; i < in.names.end; ++i) {
        const read::Name& n = mentions_->names[i];
        fix(n.firstToken, n.endToken, n.kind == read::NameKind::Nationality ? WordClass::Adjective : WordClass::Name);
    }
    for (std::uint32_t i = first_; i < end_; ++i)
        if (reading_->tokens[i].may(text::HintPhrase))
            fixPhrases(i);
    before_ = WordClass::Mark;
    for (std::uint32_t i = first_; i < end_; ++i) {
        WordClass& c = classes_[i - first_];
        if (fixed_[i - first_] == 0)
            c = classifyWord(i);
        if (c != WordClass::Adverb && c != WordClass::Quote)
            before_ = c;
    }
}

/// A word that may be a preposition or begin a clause ("since", "before", "après"): does a clause follow?
bool Syntax::clauseFollows(std::uint32_t token) const {
    const bool noun =
        token + 1 < end_ && (classes_[token + 1 - first_] == WordClass::Time || opensNounPhrase(token + 1));
    if (!noun)
        return true;
    for (std::uint32_t i = token + 1; i < std::min(end_, token + 7); ++i) { // "after rebels blew up the bridge"
        const Token& next = reading_->tokens[i];
        const std::uint64_t tags = lexicon_->tags(next.word);
        if (next.is(TokenKind::Comma) || next.is(TokenKind::Stop) || (tags & tagBit(Tag::Prep)) != 0)
            break;
        const bool third = (tags & tagBit(Tag::VerbS)) != 0 && (tags & (tagBit(Tag::Noun) | tagBit(Tag::Plural))) == 0;
        if ((third || (tags & (tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::VerbPast))) != 0) && i > token + 1)
            return true;
    }
    return false;
}

WordClass Syntax::classifyWord(std::uint32_t token) const {
    const Token& t = reading_->tokens[token];
    const WordClass prev = before_;
    switch (t.kind) {
    case TokenKind::Number:
        return WordClass::Number;
    case TokenKind::Alnum:
        return reading_->text[t.begin] >= '0' && reading_->text[t.begin] <= '9' ? WordClass::Number : WordClass::Name;
    case TokenKind::Hyphen:
        return WordClass::Hyphen;
    case TokenKind::Apostrophe:
        return t.end - t.begin > 1 || prev == WordClass::Noun || prev == WordClass::Name ? WordClass::Possessive
                                                                                         : WordClass::Quote;
    case TokenKind::OpenQuote:
    case TokenKind::CloseQuote:
        return WordClass::Quote;
    case TokenKind::Comma:
        return WordClass::Comma;
    case TokenKind::Percent:
    case TokenKind::Currency:
        return WordClass::Number;
    case TokenKind::Word:
        break;
    default:
        return WordClass::Mark;
    }
    const std::uint64_t tags = lexicon_->tags(t.word);
    const auto has = [&](Tag tag) { return (tags & tagBit(tag)) != 0; };
    constexpr std::uint64_t closed = tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                                     tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                     tagBit(Tag::Neg) | tagBit(Tag::Wh) | tagBit(Tag::Adverb) | tagBit(Tag::Number) |
                                     tagBit(Tag::Multiplier) | tagBit(Tag::Vague) | tagBit(Tag::Hedge) |
                                     tagBit(Tag::Function);
    if ((tags & closed) != 0) {
        const bool romance = grammar_->bareInfinitives();
        const Facts& fact = facts(token);
        const bool afterDeterminer =
            prev == WordClass::Determiner || prev == WordClass::Possessive || prev == WordClass::Adjective;
        if (has(Tag::Neg) && !has(Tag::Det) && !has(Tag::Pron))
            return has(Tag::Aux) ? WordClass::Auxiliary : WordClass::Negation;
        if (has(Tag::Modal) && !afterDeterminer)
            return WordClass::Modal;
        if (has(Tag::Aux) && !(romance && (tags & tagBit(Tag::Noun)) != 0 && afterDeterminer))
            return WordClass::Auxiliary;
        if (grammar_->infinitiveMark(t.word))
            return baseVerb(token + 1) || (token + 2 < end_ && baseVerb(token + 2) &&
                                           lexicon_->has(reading_->tokens[token + 1].word, Tag::Adverb))
                       ? WordClass::To
                       : WordClass::Preposition;
        if (fact.clitic && !has(Tag::Det) && prev != WordClass::Preposition && opensVerbGroup(token + 1))
            return WordClass::Adverb;
        if (has(Tag::Wh) && fact.prep == Prep::Including && token + 1 < end_ &&
            classes_[token + 1 - first_] == WordClass::Number)
            return WordClass::Preposition; // "dont trois enfants"
        if (has(Tag::Wh))
            return has(Tag::Subord) && prev != WordClass::Noun && prev != WordClass::Name ? WordClass::Subordinator
                                                                                          : WordClass::Relative;
        if (grammar_->isThat(t.word)) {
            if (prev == WordClass::Noun || prev == WordClass::Name)
                return WordClass::Relative;
            if (prev == WordClass::Verb)
                return WordClass::Subordinator;
            return WordClass::Determiner;
        }
        if (has(Tag::Poss))
            return !has(Tag::Pron) || opensNounPhrase(token + 1) ? WordClass::Determiner : WordClass::Pronoun;
        if (has(Tag::Det) && has(Tag::Prep)) // "du", "des", "aux": an article behind a verb or at the start, else both
            return fact.prep == Prep::Of && prev != WordClass::Noun && prev != WordClass::Name &&
                           prev != WordClass::Number && prev != WordClass::Preposition &&
                           prev != WordClass::Adjective && opensNounPhrase(token + 1)
                       ? WordClass::Determiner
                       : WordClass::Preposition;
        if (has(Tag::Det)) {
            if (has(Tag::Pron) && !opensNounPhrase(token + 1))
                return romance && opensVerbGroup(token + 1) ? WordClass::Adverb : WordClass::Pronoun;
            return WordClass::Determiner;
        }
        if (has(Tag::Number) || has(Tag::Multiplier) || has(Tag::Vague))
            return WordClass::Number;
        if (has(Tag::Conj))
            return WordClass::Conjunction;
        if (has(Tag::Prep) && has(Tag::Subord)) // since, before, after, until, as: by what follows
            return clauseFollows(token) ? WordClass::Subordinator : WordClass::Preposition;
        if (has(Tag::Prep) && !(has(Tag::Adverb) && !opensNounPhrase(token + 1)))
            return WordClass::Preposition;
        if (has(Tag::Subord))
            return WordClass::Subordinator;
        if (has(Tag::Pron))
            return WordClass::Pronoun;
        if (has(Tag::Hedge) && opensNounPhrase(token + 1))
            return WordClass::Adverb;
    }
    const bool sentenceStart = token == first_ || prev == WordClass::Quote;
    if (t.has(text::Capitalised) && !sentenceStart && !titleCase_)
        return WordClass::Name;
    if (has(Tag::Adverb))
        return WordClass::Adverb;
    return grammar_->bareInfinitives() ? romance(token, open(token)) : germanic(token, open(token));
}

/// "do", "does", "did" (with "not" or an adverb between) before the token: a verb must follow.
bool Syntax::doSupport(std::uint32_t token) const {
    for (std::uint32_t i = token; i-- > first_ && i + 4 > token;) {
        const WordClass c = classes_[i - first_];
        if (c == WordClass::Auxiliary)
            return facts(i).helper == Helper::Do;
        if (c != WordClass::Negation && c != WordClass::Adverb)
            return false;
    }
    return false;
}

} // namespace countercheck::claim
