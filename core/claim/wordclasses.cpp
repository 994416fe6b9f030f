// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/syntax.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

namespace {

constexpr std::uint64_t anyVerb =
    tagBit(Tag::Verb) | tagBit(Tag::VerbS) | tagBit(Tag::VerbIng) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart);

constexpr std::size_t shapesBehind = 4; ///< that can be read behind a sentence's last
constexpr auto undecided = static_cast<WordClass>(0xFF);
/// Neighbourhoods of a word: see Syntax::neighbours().
constexpr std::size_t around = 8;
/// Classes that can stand before a word, "behind a hyphen comes" and "opens the sentence"; with room, so that a word's
/// choice in its neighbourhood stands in one line of the processor's cache whatever class comes before.
constexpr std::size_t befores = 32;
constexpr std::size_t behindComesHyphen = wordClasses, opensSentence = wordClasses + 1;
static_assert(befores > opensSentence);

} // namespace

/// The shape of a token that the table does not decide, and what it has.
WordShape Syntax::unusual(const Token& t, WordShape shape) {
    WordShapes& shapes = decided_->shapes;
    if (t.is(TokenKind::Apostrophe)) {
        if (t.end - t.begin > 1)
            shape.kind = WordShapes::always(WordClass::Possessive); // "'s"
        return shape;
    }
    if ((shape.marks | shape.kind) == 0)
        shape = shapes.make(t.word, reading_->of(t));
    if (t.is(TokenKind::Alnum)) {
        const char first = reading_->text[t.begin];
        shape.kind = WordShapes::always(first >= '0' && first <= '9' ? WordClass::Number : WordClass::Name);
        shape.marks = static_cast<std::uint16_t>((shape.marks & ~NounAhead) | (t.has(text::Capitalised) ? Opens : 0));
    } else if (t.has(text::Capitalised) && (shape.marks & ByEnding) != 0 && t.word != 0 &&
               (t.has(text::AllCaps) || t.end - t.begin < 3)) {
        shape = shapes.inCapitals(t.word, reading_->of(t)); // a name that the dictionary has by chance
    }
    return shape;
}

/// What each token is by itself, and whether a noun phrase may begin there.
/// @param capitalsName  a capital inside the sentence marks a name
void Syntax::shape(bool capitalsName) {
    WordShapes& shapes = decided_->shapes;
    const Token* const tokens = reading_->tokens.data() + first_;
    const std::size_t length = end_ - first_;
    if (shapes_.size() < length + shapesBehind)
        shapes_.resize(2 * length + 64);
    shapes_[length] = {};
    WordShape* const out = shapes_.data();
    std::uint32_t words = 0, capitals = 0;
    unsigned marks = 0;
    // What comes next in a text cannot be foretold: what differs from token to token is reckoned, not branched on.
    static_assert(Opens == 1 && Closed == 64 && CapitalNames == 128 && BeforeHyphen == 256 && ByEnding == 512 &&
                  WordShapes::single == 0);
    unsigned inside = 0;     // 1: a capital may mark a name; not that of the sentence's first word
    WordShape* before = out; // of a hyphen, the token before it; of a sentence's first one, itself, which comes next
    for (std::size_t i = 0; i < length; ++i) {
        const Token& t = tokens[i];
        const auto word = static_cast<unsigned>(t.is(TokenKind::Word));
        const unsigned named = word & t.flags;
        static_assert(text::Capitalised == 1);
        const unsigned counts = word & static_cast<unsigned>(t.end - t.begin > 3);
        words += counts;
        capitals += counts & named;
        const WordShape* shape = &shapes.known(t.kind, t.word);
        WordShape other;
        if ((static_cast<unsigned>((shape->marks | shape->kind) == 0) | (named & (shape->marks >> 9u))) != 0)
            [[unlikely]] {
            other = unusual(t, *shape);
            shape = &other;
        }
        const unsigned own = shape->marks | named;                // Opens
        const unsigned name = 0u - (named & inside & (own >> 7)); // all bits or none
        const unsigned open = ((own >> 6) & 1) - 1;               // the same: not of a closed class
        const unsigned asName = WordShapes::always(WordClass::Name) & open;
        const auto hyphen = static_cast<unsigned>(t.is(TokenKind::Hyphen));
        before->marks = static_cast<std::uint16_t>(before->marks | hyphen << 8);
        before = out + i;
        before->kind = static_cast<std::uint16_t>((shape->kind & ~name) | (asName & name));
        before->marks = static_cast<std::uint16_t>(own);
        before->forms = shape->forms;
        marks |= own | hyphen << 8;
        inside = capitalsName ? 1 : 0;
    }
    if ((marks & OpensBefore) != 0)
        for (std::size_t i = length; i-- > 0;)
            if ((out[i].marks & OpensBefore) != 0)
                out[i].marks |= out[i + 1].marks & (Opens | Counts);
    marks_ = marks;
    titleCase_ = words >= 4 && capitals * 3 > words * 2;
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
    const OpenWord word = open(token);
    return word.verb && (word.forms & text::VerbBase) != 0;
}

void Syntax::fix(std::uint32_t first, std::uint32_t end, WordClass c) {
    for (std::uint32_t i = std::max(first, first_); i < std::min(end, end_); ++i)
        if (fixed_[i - first_] == 0) {
            fixed_[i - first_] = 1;
            classes_[i - first_] = c;
            shapes_[i - first_].kind = WordShapes::always(c); // whatever stands around it
        }
}

/// Phrases that are one small word: "because of", "so far", the particle of "cut off".
void Syntax::fixPhrases(std::uint32_t i) {
    if (!lexicon_->matchPhrase(*reading_, i, smallPhrases))
        return; // nearly always
    if (const auto mark = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::SetMark));
        mark && (*grammar_)[mark->entry].mark == Mark::SoFar &&
        facts(mark->endToken - 1).prep != Prep::Of) // "so far": no clause begins with that "so"
        fix(i, mark->endToken, WordClass::Adverb);
    if (const auto phrase = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::Event))) {
        const std::uint32_t end = phrase->endToken;
        if (lexicon_->hasAny(phrase->entry, anyVerb) && has(end - 1, Tag::Adverb))
            fix(end - 1, end, WordClass::Adverb); // "cut off 40 villages": a particle
        if (end == i + 3 && lexicon_->has(phrase->entry, Tag::VerbPart) && has(i + 1, Tag::Prep) &&
            fixedAs(end, WordClass::Number))
            fix(i + 1, end, WordClass::Adverb); // "shot to death | one person"
    }
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

/// "a hit-and-run driver", "state-of-the-art": small words inside hyphens join nothing else, and what they join
/// modifies the noun behind it, or is the noun.
void Syntax::fixCompounds() {
    const auto& tokens = reading_->tokens;
    const auto hyphen = [&](std::uint32_t t) {
        return t > first_ && t + 1 < end_ && tokens[t].is(TokenKind::Hyphen) && tokens[t - 1].end == tokens[t].begin &&
               tokens[t].end == tokens[t + 1].begin && tokens[t - 1].is(TokenKind::Word) &&
               tokens[t + 1].is(TokenKind::Word);
    };
    for (std::uint32_t t = first_ + 1; t + 2 < end_; ++t) {
        if (!hyphen(t) || !hyphen(t + 2) || (shapes_[t + 1 - first_].marks & Closed) == 0)
            continue;
        std::uint32_t last = t + 3;
        while (hyphen(last + 1))
            last += 2;
        for (std::uint32_t i = t - 1; i < last; i += 2)
            fix(i, i + 1, WordClass::Adjective);
        const bool more = last + 1 < end_ && tokens[last + 1].is(TokenKind::Word) && open(last + 1).noun &&
                          (shapes_[last + 1 - first_].marks & Closed) == 0;
        fix(last, last + 1, more ? WordClass::Adjective : WordClass::Noun);
        t = last;
    }
}

/// "Three die in blaze", "Six escape from jail": behind a number of several a singular noun is the verb that it looks
/// like.
bool Syntax::tellsOfMany(const read::Figure& figure) const {
    const std::uint32_t t = figure.endToken;
    if (!grammar_->english() || t >= end_ || facts(t).event == 0 || figure.value == read::Decimal(1) ||
        !reading_->tokens[t].is(TokenKind::Word) || reading_->tokens[t].has(text::Capitalised))
        return false;
    const OpenWord word = open(t);
    const bool alone =
        t + 1 >= end_ || lexicon_->hasAny(reading_->tokens[t + 1].word, tagBit(Tag::Prep) | tagBit(Tag::Subord));
    return alone && word.noun && word.verb && (word.forms & text::VerbBase) != 0 &&
           (word.forms & (text::NounPlural | text::VerbPastTense | text::VerbPastParticiple)) == 0;
}

void Syntax::classify(const InSentence& in) {
    const std::size_t length = end_ - first_;
    if (classes_.size() < length)
        classes_.resize(2 * length + 64);
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
        if (first < f.firstToken && first > first_)
            shapes_[first - first_].marks |= Opens | Counts;
        if (f.kind == read::FigureKind::Count && tellsOfMany(f))
            fix(f.endToken, f.endToken + 1, WordClass::Verb);
    }
    for (std::uint32_t i = in.names.first; i < in.names.end; ++i) {
        const read::Name& n = mentions_->names[i];
        fix(n.firstToken, n.endToken, n.kind == read::NameKind::Nationality ? WordClass::Adjective : WordClass::Name);
    }
    if (anyMarked(StartsSmallPhrase))
        for (std::size_t from = 0; from < length; from += 64) {
            static_assert(StartsSmallPhrase == 1 << 10);
            std::uint64_t starts = 0; // a bit a token
            for (std::size_t i = from; i < std::min(length, from + 64); ++i)
                starts |= std::uint64_t{(shapes_[i].marks >> 10) & 1u} << (i - from);
            for (; starts != 0; starts &= starts - 1)
                fixPhrases(first_ + static_cast<std::uint32_t>(from) +
                           static_cast<std::uint32_t>(std::countr_zero(starts)));
        }
    if (grammar_->english() && anyMarked(BeforeHyphen))
        fixCompounds();
    if (grammar_->english())
        classifyWords<true>();
    else
        classifyWords<false>();
}

template <bool english> void Syntax::classifyWords() {
    std::vector<WordClass>& decided = decided_->classes;
    if (decided.size() < decided_->shapes.kinds() * befores * around) {
        const bool empty = decided.empty();
        decided.resize((decided_->shapes.kinds() + 64) * befores * around, undecided);
        if (empty)
            for (std::size_t c = 0; c < wordClasses; ++c)
                std::fill_n(decided.begin() + static_cast<std::ptrdiff_t>((c + 1) * befores * around), befores * around,
                            static_cast<WordClass>(c));
    }
    const std::size_t length = end_ - first_;
    WordClass* const classes = classes_.data();
    for (std::size_t i = 0; i < length; ++i) { // each word waits for the one before it: its line must be there by then
        shapes_[i].beside = static_cast<std::uint16_t>(besides<english>(i));
        __builtin_prefetch(&decided[(shapes_[i].kind * around + shapes_[i].beside) * befores]);
    }
    WordClass before = WordClass::Mark;
    std::size_t place = opensSentence;
    for (std::size_t i = 0; i < length; ++i) {
        const WordShape shape = shapes_[i];
        const std::size_t hyphen = english ? std::size_t{0} - ((shape.marks >> 8) & 1) : 0u; // all bits or none
        const std::size_t row = (place & ~hyphen) | (behindComesHyphen & hyphen);
        WordClass& known = decided[(shape.kind * around + neighbours<english>(i, before)) * befores + row];
        WordClass c = known;
        if (c == undecided) [[unlikely]] {
            before_ = before;
            c = classifyWord(first_ + static_cast<std::uint32_t>(i));
            if (shape.kind != WordShapes::single)
                known = c;
        }
        classes[i] = c;
        constexpr std::uint32_t passedOver =
            1u << static_cast<unsigned>(WordClass::Adverb) | 1u << static_cast<unsigned>(WordClass::Quote);
        const unsigned passed = 0u - ((passedOver >> static_cast<unsigned>(c)) & 1u); // all bits or none
        before =
            static_cast<WordClass>((static_cast<unsigned>(c) & ~passed) | (static_cast<unsigned>(before) & passed));
        place = static_cast<std::size_t>(before);
    }
}

/// What neighbours() says as far as no class decides about it.
template <bool english> unsigned Syntax::besides(std::size_t at) const {
    const unsigned next = shapes_[at + 1].marks;
    static_assert(Opens == 1 && NounAhead == 4 && Counts == 8 && PluralForm == 16 && Clitic == 32);
    const unsigned counts = (next & Counts) >> 2;
    if constexpr (english) {
        const unsigned last = at > 0 ? shapes_[at - 1].marks : 0u;
        return (next & Opens) | counts | (last & PluralForm) >> 2;
    }
    const unsigned ahead = (shapes_[at].marks & Closed) != 0 ? next & Opens : (next & NounAhead) >> 2;
    return ahead | counts;
}

/// What rules ask of the words around one, beside the class before it. English: does a noun phrase begin behind it;
/// does a determiner or a number stand there; does a plural stand before it (behind an auxiliary: does "do" ask for a
/// verb). French: is a noun ahead; the same; does a clitic stand before it.
template <bool english> unsigned Syntax::neighbours(std::size_t at, WordClass before) const {
    const unsigned beside = shapes_[at].beside;
    if constexpr (english) {
        if (before == WordClass::Auxiliary || before == WordClass::Negation)
            return (beside & 3u) | (doSupport(first_ + static_cast<std::uint32_t>(at)) ? 4u : 0u);
        return beside;
    }
    const unsigned last = at > 0 ? shapes_[at - 1].marks : 0u;
    const bool clitic = (last & Clitic) != 0 && classes_[at - 1] == WordClass::Adverb;
    return beside | (clitic ? 4u : 0u);
}

/// A word that may be a preposition or begin a clause ("since", "before", "après"): does a clause follow?
bool Syntax::clauseFollows(std::uint32_t token) const {
    const bool noun = token + 1 < end_ && (fixedAs(token + 1, WordClass::Time) || opensNounPhrase(token + 1));
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
    if ((tags & closedClasses) != 0) {
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
        if (has(Tag::Wh) && fact.prep == Prep::Including && token + 1 < end_ && fixedAs(token + 1, WordClass::Number))
            return WordClass::Preposition; // "dont trois enfants"
        if (has(Tag::Wh))
            return has(Tag::Subord) && prev != WordClass::Noun && prev != WordClass::Name ? WordClass::Subordinator
                                                                                          : WordClass::Relative;
        if (grammar_->isThat(t.word)) {
            if (prev == WordClass::Noun || prev == WordClass::Name)
                return WordClass::Relative;
            if (prev == WordClass::Verb || prev == WordClass::Time) // "denied on Tuesday that it had"
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
        if (has(Tag::Conj)) // "have not yet found"
            return has(Tag::Adverb) && prev == WordClass::Negation ? WordClass::Adverb : WordClass::Conjunction;
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

/// "do", "does", "did" or a modal verb (with "not" or an adverb between) before the token: a verb must follow.
bool Syntax::doSupport(std::uint32_t token) const {
    for (std::uint32_t i = token; i-- > first_ && i + 4 > token;) {
        const WordClass c = classes_[i - first_];
        if (c == WordClass::Auxiliary)
            return facts(i).helper == Helper::Do;
        if (c == WordClass::Modal) // "will not stage the play"
            return true;
        if (c != WordClass::Negation && c != WordClass::Adverb)
            return false;
    }
    return false;
}

} // namespace countercheck::claim
