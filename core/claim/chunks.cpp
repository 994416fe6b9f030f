// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/syntax.h"

#include <algorithm>
#include <array>

namespace countercheck::claim {

using text::Tag;

namespace {

bool inNounPhrase(WordClass c) {
    return c == WordClass::Noun || c == WordClass::Name || c == WordClass::Adjective || c == WordClass::Number ||
           c == WordClass::Hyphen || c == WordClass::Possessive;
}
bool inVerbGroup(WordClass c) {
    return c == WordClass::Verb || c == WordClass::Auxiliary || c == WordClass::Modal || c == WordClass::Negation ||
           c == WordClass::To;
}

/// How far a noun phrase has come.
enum class Phrase : std::uint8_t {
    None,       ///< there is none
    Determined, ///< it has nothing but determiners
    Open,       ///< no head yet
    Headed,     ///< its head is a number or an adjective as yet
    Named,      ///< its head is a noun or a name
    Asked,      ///< more than the class decides
    Ended
};
struct PhraseStep {
    Phrase then = Phrase::Ended;
    bool heads = false; ///< the token is the head as yet
};
/// By how far the phrase has come, and the class of the next word.
constexpr auto phraseSteps = [] {
    std::array<std::array<PhraseStep, wordClasses>, 5> steps{};
    for (std::size_t s = 1; s < steps.size(); ++s) {
        const auto state = static_cast<Phrase>(s);
        const Phrase behind = state == Phrase::Determined ? Phrase::Open : state; // no determiner any more
        const bool named = state == Phrase::Named;
        const auto set = [&](WordClass c, Phrase then, bool heads = false) {
            steps[s][static_cast<std::size_t>(c)] = {then, heads};
        };
        set(WordClass::Noun, Phrase::Named, true);
        set(WordClass::Name, Phrase::Named, true);
        set(WordClass::Quote, behind);
        set(WordClass::Adverb, state <= Phrase::Open ? Phrase::Asked : Phrase::Ended);
        set(WordClass::Determiner, state == Phrase::Determined ? state : Phrase::Ended);
        set(WordClass::Number, named ? Phrase::Asked : Phrase::Headed, true);
        set(WordClass::Adjective, named ? state : Phrase::Headed, !named);
        set(WordClass::Hyphen, behind);
        set(WordClass::Possessive, behind);
    }
    return steps;
}();

} // namespace

/// The tokens are the chunk's. Writes beyond them, where the next chunk comes.
void Syntax::give(std::uint32_t first, std::uint32_t end, std::uint32_t chunk) {
    std::uint32_t* const to = chunkOf_.data() + (first - first_);
    for (std::uint32_t k = 0; k < end - first; k += chunksBehind)
        std::fill_n(to + k, chunksBehind, chunk);
}

namespace {

/// What becomes of a word outside verb groups, in one number: nothing about it is looked up but that.
class ChunkStep {
public:
    enum Way : std::uint8_t {
        Put,   ///< as the others say
        Again, ///< more than the class decides: nounPhrase() reads the phrase from its beginning
        Group,
        Times,
        Denial
    };
    struct Parts {
        Way way = Put;
        Phrase then = Phrase::None;
        ChunkKind kind = ChunkKind::Mark;
        bool begins = true;   ///< a chunk begins with it
        bool goesOn = false;  ///< it belongs to the noun phrase before it; neither: to no chunk
        bool heads = false;   ///< it is its phrase's head as yet
        bool governs = false; ///< a preposition
    };
    constexpr ChunkStep() : ChunkStep(Parts{}) {}
    constexpr ChunkStep(Parts parts)
        : bits_(rowOf(parts.then) | static_cast<unsigned>(parts.way) << 8 | static_cast<unsigned>(parts.kind) << 12 |
                static_cast<unsigned>(parts.begins) << 16 | static_cast<unsigned>(parts.goesOn) << 17 |
                static_cast<unsigned>(parts.heads) << 18 | static_cast<unsigned>(parts.governs) << 19) {}
    static constexpr unsigned rowOf(Phrase phrase) { return static_cast<unsigned>(phrase) * rowLength; }
    static constexpr unsigned rowLength = 32;
    static_assert(wordClasses <= rowLength);

    [[nodiscard]] constexpr unsigned then() const { return bits_ & 0xE0; } ///< row of the next word's step
    [[nodiscard]] constexpr Way way() const { return static_cast<Way>(bits_ >> 8 & 15); }
    [[nodiscard]] constexpr ChunkKind kind() const { return static_cast<ChunkKind>(bits_ >> 12 & 15); }
    // 1 or 0
    [[nodiscard]] constexpr unsigned begins() const { return bits_ >> 16 & 1; }
    [[nodiscard]] constexpr unsigned goesOn() const { return bits_ >> 17 & 1; }
    [[nodiscard]] constexpr unsigned heads() const { return bits_ >> 18 & 1; }
    [[nodiscard]] constexpr unsigned governs() const { return bits_ >> 19 & 1; }

private:
    std::uint32_t bits_ = 0;
};
/// By how far the noun phrase before the word has come (ChunkStep::rowOf()), and the word's class.
constexpr auto chunkSteps = [] {
    std::array<ChunkStep, wordClasses> outside{};
    const auto set = [&](WordClass c, ChunkStep::Parts step) { outside[static_cast<std::size_t>(c)] = step; };
    for (const WordClass c : {WordClass::Noun, WordClass::Name, WordClass::Adjective, WordClass::Determiner,
                              WordClass::Number, WordClass::Possessive}) {
        const PhraseStep first = phraseSteps[static_cast<std::size_t>(Phrase::Determined)][static_cast<std::size_t>(c)];
        set(c, {.then = first.then, .kind = ChunkKind::NounPhrase, .heads = first.heads});
    }
    set(WordClass::Pronoun, {.kind = ChunkKind::NounPhrase, .heads = true});
    for (const WordClass c : {WordClass::Verb, WordClass::Auxiliary, WordClass::Modal, WordClass::To})
        set(c, {.way = ChunkStep::Group});
    set(WordClass::Time, {.way = ChunkStep::Times});
    set(WordClass::Negation, {.way = ChunkStep::Denial});
    set(WordClass::Conjunction, {.kind = ChunkKind::Conjunction});
    set(WordClass::Subordinator, {.kind = ChunkKind::Subordinator});
    set(WordClass::Relative, {.kind = ChunkKind::Relative});
    set(WordClass::Comma, {.kind = ChunkKind::Comma});
    set(WordClass::Preposition, {.kind = ChunkKind::Preposition, .governs = true});
    for (const WordClass c : {WordClass::Adverb, WordClass::Quote})
        set(c, {.begins = false});

    std::array<ChunkStep, 5 * ChunkStep::rowLength> steps{};
    for (std::size_t s = 0; s < phraseSteps.size(); ++s)
        for (std::size_t c = 0; c < wordClasses; ++c) {
            const PhraseStep inside = phraseSteps[s][c];
            ChunkStep& step = steps[ChunkStep::rowOf(static_cast<Phrase>(s)) + c];
            if (inside.then == Phrase::Ended)
                step = outside[c];
            else if (inside.then == Phrase::Asked || static_cast<WordClass>(c) == WordClass::Quote)
                step = ChunkStep({.way = ChunkStep::Again});
            else
                step = ChunkStep({.then = inside.then,
                                  .kind = ChunkKind::NounPhrase,
                                  .begins = false,
                                  .goesOn = true,
                                  .heads = inside.heads});
        }
    return steps;
}();

} // namespace

/// Nearly every word takes one step of the table, in which nothing is branched on: what comes next cannot be foretold.
void Syntax::chunk() {
    const std::size_t length = end_ - first_;
    chunks_.clear(length + 1); // a word that belongs to no chunk is written behind the last
    if (chunkOf_.size() < length + chunksBehind)
        chunkOf_.resize(2 * length + 64);
    static_assert((smallPhrases & text::tagBit(Tag::Prep)) != 0);
    const WordClass* const classes = classes_.data();
    const text::Token* const tokens = reading_->tokens.data() + first_;
    std::uint32_t* const chunkOf = chunkOf_.data();
    const Grammar& grammar = *grammar_;
    std::uint32_t first = 0, head = none; // of the phrase in hand, counted from the sentence's first token
    std::uint32_t chunks = 0;
    unsigned row = 0;
    for (std::uint32_t i = 0; i < length;) {
        const ChunkStep step = chunkSteps[row | static_cast<unsigned>(classes[i])];
        row = 0;
        if (step.way() != ChunkStep::Put) [[unlikely]] {
            const bool again = step.way() == ChunkStep::Again;
            chunks_.resize(chunks - (again ? 1 : 0));
            i = (again ? nounPhrase(first_ + first) : otherChunk(first_ + i)) - first_;
            chunks = static_cast<std::uint32_t>(chunks_.size());
            continue;
        }
        if (step.governs() != 0 && (shapes_[i].marks & StartsSmallPhrase) != 0) [[unlikely]] {
            chunks_.resize(chunks);
            if (const std::uint32_t behind = prepositionPhrase(first_ + i) - first_; behind != i) {
                chunks = static_cast<std::uint32_t>(chunks_.size());
                i = behind;
                continue;
            }
        }
        const std::uint32_t begins = 0u - step.begins(), heads = 0u - step.heads(); // all bits or none
        const std::uint32_t governs = 0u - step.governs(), belongs = 0u - (step.begins() | step.goesOn());
        first = (i & begins) | (first & ~begins);
        head = (i & heads) | ((head | begins) & ~heads);
        static_assert(none == ~0u);
        const std::uint32_t index = chunks - step.goesOn();
        chunkOf[i] = index | ~belongs;
        const text::WordId word = tokens[i].word;
        chunks_.put({step.kind(), static_cast<Prep>(static_cast<std::uint8_t>(grammar[word].prep) & governs),
                     word & governs, first_ + first, first_ + i + 1, first_ + (head == none ? i : head)},
                    index);
        chunks += step.begins();
        row = step.then();
        ++i;
    }
    chunks_.resize(chunks);
}

/// A verb group, times, or a word of denial. Returns what comes behind.
std::uint32_t Syntax::otherChunk(std::uint32_t token) {
    std::uint32_t i = token;
    switch (chunkSteps[static_cast<std::size_t>(classOf(i))].way()) {
    case ChunkStep::Times: {
        const auto index = static_cast<std::uint32_t>(chunks_.size());
        while (i < end_ && classOf(i) == WordClass::Time)
            chunkOf_[i++ - first_] = index;
        chunks_.push_back({ChunkKind::Time, Prep::None, 0, token, i, i - 1});
        return i; // "Sunday's attack": the time is inside the noun phrase that follows
    }
    case ChunkStep::Denial:
        if (i + 1 >= end_ || !(inVerbGroup(classOf(i + 1)) || classOf(i + 1) == WordClass::Adverb)) {
            chunkOf_[i - first_] = none; // "pleaded not guilty": no verb of its own
            return i + 1;
        }
        break;
    default:
        break;
    }
    return verbGroup(i);
}

/// "because of": a chunk, and where it ends; `token` when no such phrase begins there.
std::uint32_t Syntax::prepositionPhrase(std::uint32_t token) {
    const auto phrase = lexicon_->matchPhrase(*reading_, token, text::tagBit(Tag::Prep));
    if (!phrase || phrase->endToken > end_ || classOf(phrase->endToken - 1) != WordClass::Preposition)
        return token;
    give(token, phrase->endToken, static_cast<std::uint32_t>(chunks_.size()));
    chunks_.push_back(
        {ChunkKind::Preposition, (*grammar_)[phrase->entry].prep, phrase->entry, token, phrase->endToken, token});
    return phrase->endToken;
}

std::uint32_t Syntax::nounPhrase(std::uint32_t token) {
    const std::uint32_t begin = token;
    std::uint32_t head = none;
    std::uint32_t i = token;
    if (classOf(i) == WordClass::Pronoun) {
        head = i++;
    } else {
        const WordClass* const classes = classes_.data() - first_;
        Phrase state = Phrase::Determined;
        for (; i < end_; ++i) {
            const WordClass c = classes[i];
            const PhraseStep step = phraseSteps[static_cast<std::size_t>(state)][static_cast<std::size_t>(c)];
            if (step.then == Phrase::Ended)
                break;
            if (step.then == Phrase::Asked) [[unlikely]] {
                if (c == WordClass::Number ? !(i > first_ && classes[i - 1] == WordClass::Hyphen)
                                           : !(i + 1 < end_ && i > begin && inNounPhrase(classes[i + 1])))
                    break; // "on Monday three …": a new phrase begins with its own figure
                state = c == WordClass::Number ? Phrase::Named : Phrase::Open;
                continue;
            }
            state = step.then;
            const std::uint32_t heads = step.heads ? ~0u : 0u; // all bits or none
            head = (i & heads) | (head & ~heads);
        }
        while (i > begin + 1 && (classOf(i - 1) == WordClass::Quote || classOf(i - 1) == WordClass::Adverb))
            --i;
    }
    const auto index = static_cast<std::uint32_t>(chunks_.size());
    i = std::max(i, begin + 1);
    give(begin, i, index);
    chunks_.push_back({ChunkKind::NounPhrase, Prep::None, 0, begin, i, head == none ? i - 1 : head});
    return i;
}

/// Does the clause that goes on at the token have a finite verb yet to come? Then a past form before it is none: "two
/// men suspected of murder were arrested".
bool Syntax::verbFollows(std::uint32_t token) const {
    for (std::uint32_t i = token; i < std::min(end_, token + 12); ++i)
        switch (classOf(i)) {
        case WordClass::Auxiliary:
        case WordClass::Modal:
            return true;
        case WordClass::Verb:
            if (i == token)
                return true;
            break;
        case WordClass::Comma:
        case WordClass::Conjunction:
        case WordClass::Subordinator:
        case WordClass::Relative:
        case WordClass::To:
        case WordClass::Quote:
        case WordClass::Mark:
            return false;
        default:
            break;
        }
    return false;
}

/// What comes behind a time that begins at the token ("on Thursday"); the token itself: no time does.
std::uint32_t Syntax::pastTime(std::uint32_t token) const {
    std::uint32_t i = token;
    if (i + 1 < end_ && classOf(i) == WordClass::Preposition && classOf(i + 1) == WordClass::Time)
        ++i;
    while (i < end_ && classOf(i) == WordClass::Time)
        ++i;
    return i;
}

/// Behind a verb group: an object ("rejected on Thursday an appeal"), or a clause ("denied on Tuesday that it had")?
bool Syntax::objectFollows(std::uint32_t token) const {
    const std::uint32_t i = pastTime(token);
    if (i == token || i >= end_)
        return opensNounPhrase(token);
    if (classOf(i) == WordClass::Subordinator && grammar_->isThat(reading_->tokens[i].word))
        return true;
    return opensNounPhrase(classOf(i) == WordClass::Determiner ? i : token);
}

/// "The summit, planned for Suva, will be held": between commas behind a noun phrase, before the verb.
bool Syntax::insertedParticiple(std::uint32_t end) const {
    if (chunks_.size() < 2 || chunks_.back().kind != ChunkKind::Comma ||
        chunks_[chunks_.size() - 2].kind != ChunkKind::NounPhrase)
        return false;
    constexpr std::uint32_t far = 14;
    for (std::uint32_t i = end; i + 1 < std::min(end_, end + far); ++i)
        switch (classOf(i)) {
        case WordClass::Comma: {
            const WordClass next = classOf(i + 1);
            return next == WordClass::Auxiliary || next == WordClass::Modal ||
                   (next == WordClass::Verb && (formsOf(i + 1) & (text::VerbGerund | text::VerbBase)) == 0);
        }
        case WordClass::Verb:
        case WordClass::Auxiliary:
        case WordClass::Modal:
        case WordClass::Conjunction:
        case WordClass::Subordinator:
        case WordClass::Relative:
        case WordClass::Mark:
            return false;
        default:
            break;
        }
    return false;
}

std::uint32_t Syntax::verbGroup(std::uint32_t token) {
    Chunk group{ChunkKind::VerbGroup, Prep::None, 0, token, token, token};
    const bool romance = grammar_->bareInfinitives();
    std::uint32_t i = token;
    bool be = false, have = false, auxiliary = false;
    std::uint32_t verb = none;
    unsigned verbForms = 0;
    for (; i < end_; ++i) {
        const WordClass c = classOf(i);
        if (c == WordClass::Adverb || c == WordClass::Quote) {
            bool goesOn = false;
            for (std::uint32_t k = i + 1; k < std::min(end_, i + 4); ++k) {
                if (inVerbGroup(classOf(k))) {
                    goesOn = true;
                    break;
                }
                if (classOf(k) != WordClass::Adverb && classOf(k) != WordClass::Quote)
                    break;
            }
            if (!goesOn || verb != none)
                break;
            continue;
        }
        if (c == WordClass::Time && auxiliary && verb == none && i + 1 < end_ &&
            (classOf(i + 1) == WordClass::Verb || classOf(i + 1) == WordClass::Auxiliary))
            continue; // "will now be held"
        if (!inVerbGroup(c))
            break;
        if (verb != none) {
            if (c == WordClass::To && i + 1 < end_) { // "are believed to be", "began to fall": another group
                break;
            }
            if (c != WordClass::Verb)
                break;
            const unsigned forms = formsOf(i);
            const unsigned earlier = verbForms;
            if ((forms & text::VerbGerund) != 0 || (earlier & text::VerbBase) != 0)
                break;
            if (!romance && !auxiliary && (earlier & text::VerbPastParticiple) != 0 &&
                (forms & text::VerbPastTense) != 0)
                break; // "jobs lost rose": a participle, then the verb
        }
        if (c == WordClass::To)
            group.infinitive = true;
        else if (c == WordClass::Modal) {
            group.modal = true;
            group.future |= facts(i).future;
            auxiliary = true;
        } else if (c == WordClass::Negation)
            group.negative = true;
        else if (c == WordClass::Auxiliary) {
            auxiliary = true;
            group.negative |= has(i, Tag::Neg);
            be |= facts(i).helper == Helper::Be;
            have |= facts(i).helper == Helper::Have;
            group.infinitive |= romance && i == token &&
                                (lexicon_->use(reading_->tokens[i].word).forms & text::VerbBase) != 0; // "avoir tué"
        } else {
            verb = i;
            verbForms = formsOf(i);
        }
    }
    while (i > token + 1 && (classOf(i - 1) == WordClass::Quote || classOf(i - 1) == WordClass::Adverb))
        --i;
    group.end = std::max(i, token + 1);
    group.head = verb != none ? verb : group.end - 1;
    while (verb == none && group.head > token && classOf(group.head) == WordClass::Negation &&
           (has(group.head, Tag::Adverb) || !has(group.head, Tag::Prep)) &&
           classOf(group.head - 1) == WordClass::Auxiliary)
        --group.head; // "is not", "was never", "n'est pas"
    group.perfect = have;
    if (verb != none) {
        const unsigned forms = verbForms;
        const bool part = romance ? (forms & text::VerbPastParticiple) != 0
                                  : (forms & (text::VerbPastParticiple | text::VerbPastTense)) != 0;
        const bool onlyPast = (forms & text::VerbPastParticiple) == 0; // "began", "fell"
        const bool reflexive = token > first_ && facts(token - 1).reflexive;
        group.gerund = (forms & text::VerbGerund) != 0 && !auxiliary;
        group.passive = be && part && (forms & text::VerbGerund) == 0 && !reflexive;
        if (romance && !auxiliary && (forms & text::VerbBase) != 0 && !group.modal)
            group.infinitive = true;
        if (!auxiliary && !group.infinitive && part && !group.gerund) {
            // Finite or a reduced passive? "gunmen kidnapped three people" has its object; "people kidnapped in the
            // raid" has none. French has a form of its own for it, but for a few verbs ("dit", "détruit").
            constexpr unsigned finite = text::VerbThird | text::VerbThirdPlural | text::VerbPastTense;
            const bool object =
                romance ? (forms & finite) != 0 && opensNounPhrase(group.end) : objectFollows(group.end);
            const bool afterNoun = !chunks_.empty() && chunks_.back().kind == ChunkKind::NounPhrase;
            const text::WordId lemma = verbLemma(verb);
            const bool patientVerb = lexicon_->has(lemma, Tag::Event) && (*grammar_)[lemma].part != Part::Theme;
            const bool byAgent = group.end < end_ && facts(group.end).prep == Prep::By;
            if (!object && !onlyPast &&
                (byAgent || romance || (afterNoun && (patientVerb || verbFollows(group.end))) ||
                 insertedParticiple(group.end))) {
                group.participle = true;
                group.passive = true;
            }
        }
    }
    const auto index = static_cast<std::uint32_t>(chunks_.size());
    give(token, group.end, index);
    chunks_.push_back(group);
    return group.end;
}

} // namespace countercheck::claim
