// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figurecounted.h"

#include "core/read/figures/figurenumeral.h"
#include "core/read/wordset.h"

#include <algorithm>
#include <utility>

namespace countercheck::read {

namespace {

using text::tagBit;

constexpr std::uint64_t closedAlways = tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) | tagBit(Tag::Aux) |
                                       tagBit(Tag::Modal) | tagBit(Tag::Wh) | tagBit(Tag::Neg);
constexpr std::uint64_t closed = closedAlways | tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Det);
constexpr std::uint64_t timeTags =
    tagBit(Tag::TimeRef) | tagBit(Tag::TimeMod) | tagBit(Tag::DayPart) | tagBit(Tag::Weekday) | tagBit(Tag::Month);

/// What one word can be, from the lexicon and WordNet together.
struct WordClass {
    bool closedClass = false, known = false;
    bool plural = false, singular = false, adjective = false, adverb = false;
    bool pastForm = false, gerund = false, finiteThird = false;
    bool verbMore = false;     ///< more often a verb than a noun
    bool nounMost = false;     ///< at least as often a noun as anything else
    bool verbFar = false;      ///< many times more often a verb than a noun
    bool modifierMore = false; ///< more often an adjective or adverb than a noun
};

WordClass classify(const FigureText& t, std::uint32_t i) {
    WordClass c;
    const std::uint64_t tags = t.lexicon.tags(t[i].word);
    const bool open = (tags & (tagBit(Tag::SetMark) | tagBit(Tag::Noun) | tagBit(Tag::Nationality))) != 0;
    c.closedClass = (tags & (open ? closedAlways : closed)) != 0;
    if (c.closedClass)
        return c;
    c.plural = (tags & tagBit(Tag::Plural)) != 0;
    c.singular = (tags & tagBit(Tag::Noun)) != 0 && !c.plural;
    c.adjective = (tags & (tagBit(Tag::Adjective) | tagBit(Tag::Nationality) | tagBit(Tag::SetMark))) != 0;
    c.pastForm = (tags & (tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart))) != 0;
    c.gerund = (tags & tagBit(Tag::VerbIng)) != 0;
    c.finiteThird = (tags & tagBit(Tag::VerbS)) != 0;
    char small[48];
    const std::string_view low = t.lowered(i, small);
    const text::WordUse& use = t.lexicon.use(t[i].word);
    const text::WordUse* const info = t.reading.language == Language::English && use.known() ? &use : nullptr;
    if (info) {
        c.known = true;
        c.plural = c.plural || (info->forms & text::NounPlural) != 0;
        c.singular = c.singular || (info->forms & text::NounSingular) != 0;
        c.adjective = c.adjective || info->adjective();
        c.adverb = info->adverb() && !info->adjective() && !info->noun();
        c.pastForm = c.pastForm || (info->forms & (text::VerbPastTense | text::VerbPastParticiple)) != 0;
        c.gerund = c.gerund || (info->forms & text::VerbGerund) != 0;
        c.finiteThird = c.finiteThird || (info->forms & text::VerbThird) != 0;
        const auto& f = info->frequency;
        c.verbMore = f[1] > f[0];
        c.verbFar = f[1] > f[0] + 64;
        c.modifierMore = std::max(f[2], f[3]) > f[0];
        c.nounMost = f[0] != 0 && f[0] >= f[1] && f[0] >= f[2] && f[0] >= f[3];
    } else {
        c.known = tags != 0;
        c.plural = c.plural || (!c.singular && pluralEnding(low));
        c.nounMost = c.plural || c.singular || !c.known;
    }
    if ((tags & tagBit(Tag::Adverb)) != 0 && !(tags & tagBit(Tag::Noun)) && !c.nounMost)
        c.adverb = true;
    return c;
}

/// Reads one noun phrase from left to right. `head_` is a plural noun, or the last noun of a singular phrase; `weak_`
/// is the last word that could be a head if no plural comes.
class PhraseScan {
public:
    PhraseScan(const FigureText& t, NounNumber number) : t_(t), number_(number) {}

    std::optional<CountedNoun> run(std::uint32_t i) {
        if (t_.joins(i)) { // "five-member team": what the number counts stands after the hyphen
            auto member = hyphened(i + 1);
            if (member || !(classify(t_, i + 1).adjective || t_.text(i + 1).ends_with("est")))
                return member;
            ++i; // "second-largest city"
        }
        for (const std::uint32_t stop = std::min(t_.end, i + 10); i < stop; ++i)
            if (!take(i))
                break;
        if (!head_ && weak_ && (number_ != NounNumber::Many || (weakName_ && !afterVerb_)))
            head_ = weak_;
        if (!head_ || t_.notCount(*head_, "no-head") || t_[*head_].span().length() < 2)
            return std::nullopt;
        return CountedNoun{*head_};
    }

private:
    std::optional<CountedNoun> hyphened(std::uint32_t i) const {
        if (!t_.kind(i, TokenKind::Word))
            return std::nullopt;
        const WordClass c = classify(t_, i);
        const bool noun = !c.closedClass && (c.singular || c.plural) && !c.pastForm && !t_.notCount(i, "no-head");
        return noun ? std::optional(CountedNoun{i}) : std::nullopt;
    }

    /// Reads token i into the phrase; false when the phrase has ended before it.
    bool take(std::uint32_t i) {
        switch (t_[i].kind) {
        case TokenKind::Word:
            return word(i);
        case TokenKind::Hyphen: // a compound modifier, or the compound head's first part ("co-workers")
            if (!t_.glued(i) || head_)
                return false;
            weak_.reset();
            compound_ = true;
            return true;
        case TokenKind::OpenQuote:
            return !head_ && !weak_;
        case TokenKind::CloseQuote:
            return !head_ && !weak_;
        case TokenKind::Apostrophe: // a possessive: what it possesses is counted
            if (!t_.glued(i) || !(head_ || weak_))
                return false;
            if (weak_ && t_.flag(*weak_, text::AllCaps) && t_.text(i).back() == 's' &&
                !t_.kind(i + 1, TokenKind::Word)) {
                head_ = weak_; // "46 KO's"
                return false;
            }
            head_.reset();
            weak_.reset();
            owned_ = i + 1;
            return true;
        case TokenKind::Comma:
            return adjective_ && !head_ && !weak_ && t_.kind(i + 1, TokenKind::Word) && classify(t_, i + 1).adjective;
        case TokenKind::Alnum: {
            if (head_)
                return false;
            const std::string_view word = t_.text(i); // "seven AK-47s", "four F-16s"
            if (number_ != NounNumber::One && t_.joins(i - 1) && t_.flag(i - 2, text::Capitalised) &&
                word.size() >= 2 && word.back() == 's' && word[word.size() - 2] >= '0' && word[word.size() - 2] <= '9')
                head_ = i;
            return true;
        }
        case TokenKind::Number:
            if (t_.joins(i - 1) && t_.flag(i - 2, text::Capitalised)) { // "seven AK-47 rifles"
                compound_ = false;
                return !head_;
            }
            if (owned_ == i)
                return true; // "of the country's 11 million voters"
            return !head_ && ((weak_ && t_.flag(i - 1, text::Capitalised)) || t_.joins(i + 1)); // "four 6-foot walls"
        default:
            return false;
        }
    }

    bool word(std::uint32_t i) {
        const WordClass c = classify(t_, i);
        if (c.closedClass) {
            if (!head_ && t_.is(i, t_.words.conjAnd) && joinsModifiers(i)) {
                weak_.reset();
                return true;
            }
            return !head_ && !weak_ && t_.is(i, t_.words.such);
        }
        if (t_.hasAny(i, head_ || weak_ ? timeTags : tagBit(Tag::Weekday) | tagBit(Tag::Month)))
            return false;
        const bool compound = std::exchange(compound_, false);
        if (head_)
            return compoundHead(i, c);
        const bool stateOnly = t_.notCount(i, "no-head") && t_.kind(i + 1, TokenKind::Word) && nounAt(i + 1);
        if (c.plural && !stateOnly && (number_ != NounNumber::One || !(c.finiteThird && weak_))) { // "17 dead bodies"
            if (!(c.finiteThird && c.verbMore && number_ != NounNumber::Many && weak_)) {
                head_ = i;
                return true;
            }
        }
        const bool capital = t_[i].has(text::Capitalised);
        if (weak_ && endsBeside(i, c, capital))
            return false;
        if (c.adverb && !c.singular && !c.adjective) {
            adverb_ = i;
            return !weak_;
        }
        if (c.pastForm && !c.nounMost && !compound && !weak_) {
            // A finite verb, when its object or nothing nominal follows: "12 died", "two killed the guard".
            if (!c.adjective && number_ == NounNumber::One && c.verbMore)
                return false;
            const bool name = t_[i].has(text::Capitalised) && !t_[i].has(text::SentenceStart); // "United Nations"
            const bool modified = adverb_ + 1 == i; // "23 heavily armed Somali pirates"
            if (c.verbMore && ((t_.flag(i + 1, text::Capitalised) && !name && !modified) || t_.hasAny(i + 1, closed)))
                return false;
            afterVerb_ = afterVerb_ || !c.adjective;
            return true;
        }
        if (number_ == NounNumber::Many && !weak_ && c.verbFar && !c.adjective && !c.gerund && !c.pastForm &&
            !capital && !compound)
            return false; // "many think", "three say"
        if (c.singular || (!c.known && !c.adjective) || (capital && !c.known)) {
            weak_ = i;
            weakCompound_ = compound;
            weakName_ = (capital || t_.has(i, Tag::Nationality)) && !c.pastForm && !c.gerund;
            adjective_ = c.adjective && !c.pastForm;
            return true;
        }
        if (c.adjective || c.pastForm || c.gerund || capital) {
            weak_.reset();
            adjective_ = c.adjective && !c.pastForm;
            return true;
        }
        return false;
    }

    /// After a plural: the phrase goes on only where that plural stands before other nouns ("arms dealers").
    bool compoundHead(std::uint32_t i, const WordClass& c) {
        const bool mod = t_.notCount(*head_, "mod") || t_.text(*head_).ends_with("ics") || // "of the graphics market"
                         (c.plural && !t_[i].has(text::Capitalised) && !t_.flag(*head_, text::SentenceStart) &&
                          t_[*head_].has(text::Capitalised)); // "three United Nations schools"
        if (t_.notCount(i, "no-head"))
            return false; // "left 12 people dead"
        if (c.plural && (mod || (!c.finiteThird && !c.verbMore))) {
            head_ = i;
            return true;
        }
        const bool single =
            number_ == NounNumber::One && !c.verbMore && !c.pastForm && !c.finiteThird; // one crew member
        if ((mod || single) && c.singular && c.nounMost && number_ != NounNumber::Many &&
            !t_[i].has(text::Capitalised)) {
            head_ = i;
            return true;
        }
        return false;
    }

    /// After a singular noun: does word i end the phrase?
    [[nodiscard]] bool endsBeside(std::uint32_t i, const WordClass& c, bool capital) const {
        if (number_ == NounNumber::Many)
            return weakName_ && !capital && (c.pastForm || c.gerund) && !c.singular;
        if (capital && !weakCompound_ && !t_.flag(*weak_, text::Capitalised))
            return true; // "the third round Klitschko …"; but "the second large-scale Internet outage"
        if (t_.flag(*weak_, text::Capitalised) && !capital && c.pastForm)
            return true;
        if (c.singular && !c.modifierMore && !(c.verbMore && (c.pastForm || c.gerund || c.finiteThird)))
            return false;
        // "a record annual growth": an adjective between two nouns of the phrase.
        return !(c.adjective && !c.pastForm && !c.gerund && t_.kind(i + 1, TokenKind::Word) && nounAt(i + 1) &&
                 !t_.has(i, Tag::Adverb));
    }

    /// "Somali and Yemeni pirates", "local and foreign officials": two modifiers of the plural behind them.
    [[nodiscard]] bool joinsModifiers(std::uint32_t conj) const {
        const auto modifies = [&](std::uint32_t i) {
            return t_.kind(i, TokenKind::Word) &&
                   (t_.has(i, Tag::Nationality) || t_.flag(i, text::Capitalised) || classify(t_, i).adjective) &&
                   !t_.hasAny(i, closed | tagBit(Tag::Plural) | tagBit(Tag::Number));
        };
        if (!modifies(conj - 1) || !modifies(conj + 1) || !t_.kind(conj + 2, TokenKind::Word))
            return false;
        const auto heads = [&](const WordClass& noun) { return !noun.closedClass && noun.plural && !noun.verbMore; };
        const WordClass noun = classify(t_, conj + 2);
        return !t_.notCount(conj - 1, "no-head") &&
               (heads(noun) || (noun.nounMost && noun.singular && t_.kind(conj + 3, TokenKind::Word) &&
                                heads(classify(t_, conj + 3)))); // "Somali and Yemeni sea brigands"
    }

    [[nodiscard]] bool nounAt(std::uint32_t i) const {
        const WordClass c = classify(t_, i);
        return !c.closedClass && c.nounMost;
    }

    const FigureText& t_;
    NounNumber number_;
    std::optional<std::uint32_t> head_, weak_;
    std::uint32_t adverb_ = 0xFFFFFFF0; ///< the adverb that was read last
    std::uint32_t owned_ = 0xFFFFFFFF;  ///< the token behind the possessive that was read last
    bool weakName_ = false, adjective_ = false, afterVerb_ = false, compound_ = false, weakCompound_ = false;
};

/// Languages whose adjectives mostly follow (French, Spanish) or are inflected (German): the first open word that is no
/// known modifier; in German the last word before a verb is capitalised, so the first capitalised one.
std::optional<CountedNoun> nounFirst(const FigureText& t, std::uint32_t i) {
    const bool hyphen = t.joins(i);
    i = t.pastHyphen(i);
    const bool german = t.words.language == Language::German;
    const bool french = t.words.language == Language::French;
    std::optional<std::uint32_t> held; ///< a word that is the head when no noun follows: "trois jeunes"
    const auto result = [&]() -> std::optional<CountedNoun> {
        return held ? std::optional(CountedNoun{*held}) : std::nullopt;
    };
    for (int guard = 0; guard < 5; ++guard, ++i) {
        if (t.kind(i, TokenKind::OpenQuote))
            ++i;
        if (!t.kind(i, TokenKind::Word) ||
            t.hasAny(i, closed | timeTags | tagBit(Tag::Number) | tagBit(Tag::Multiplier)) || t.is(i, t.words.minus) ||
            (french && t.text(i) == "plus")) // "4 fois moins"
            return result();
        if (t.notCount(i, "mod")) { // grandes, jeunes: before the noun
            held = i;
            if (french && t.joins(i + 1) && t.lexicon.use(t.kind(i + 2, TokenKind::Word) ? t[i + 2].word : 0).noun())
                return CountedNoun{i + 2}; // petits-enfants
            continue;
        }
        const bool modifier = t.hasAny(i, tagBit(Tag::Ordinal) | tagBit(Tag::Adjective)) || t.notCount(i, "no-head");
        const text::WordUse& use = t.lexicon.use(t[i].word);
        const bool nounToo = french && use.noun() && !t.notCount(i, "no-head") && !t.has(i, Tag::Ordinal);
        if ((modifier && !nounToo) || (german && !t.flag(i, text::Capitalised)))
            continue;
        if (!german && t.flag(i, text::Capitalised) && !t.flag(i, text::SentenceStart) && !hyphen &&
            !t.has(i, Tag::Nationality) && !(french && use.noun()))
            return result(); // "75001 Paris": a name is not counted
        if (t.has(i, Tag::VerbPart) || t.has(i, Tag::VerbPast) || t[i].span().length() < 3)
            if (!nounToo)
                return result();
        if (const std::string_view word = t.text(i);
            t.words.language == Language::Spanish &&
            (word.ends_with("rán") || word.ends_with("rá") || word.ends_with("rían") || word.ends_with("ieron") ||
             word.ends_with("aron") || word.ends_with("aba") || word.ends_with("aban") || word.ends_with("ó") ||
             word == "iban" || word == "eran"))
            return result(); // "22 serán elegidos"
        // "les trois ont fui", "deux blessés": a word that is only a verb ends the phrase.
        if (french && use.known() && !use.noun())
            return result();
        return CountedNoun{i};
    }
    return result();
}

} // namespace

std::optional<CountedNoun> headAfter(const FigureText& t, std::uint32_t i, NounNumber number) {
    if (t.words.language != Language::English && t.words.language != Language::Unknown)
        return nounFirst(t, i);
    auto found = PhraseScan(t, number).run(i);
    if (found && t.has(found->token, Tag::TimeUnit) && t.kind(found->token - 1, TokenKind::Word)) {
        const std::string_view placed = t.text(found->token - 1); // "of national output | last year"
        if (placed == "last" || placed == "this" || placed == "next") {
            if (found->token < i + 2 || !t.kind(found->token - 2, TokenKind::Word))
                return std::nullopt;
            found->token -= 2;
        }
    }
    return found;
}

std::optional<CountedNoun> sharedHead(const FigureText& t, std::uint32_t i) {
    const bool comma = t.kind(i + 1, TokenKind::Comma);
    if (!t.kind(i, TokenKind::Word) || !(comma || t.isAny(i + 1, {t.words.conjAnd, t.words.conjOr})))
        return std::nullopt;
    const std::uint32_t next = comma && t.isAny(i + 2, {t.words.conjAnd, t.words.conjOr}) ? i + 3 : i + 2;
    if (!t.kind(next, TokenKind::Number) && !t.has(next, Tag::Number))
        return std::nullopt;
    const auto modifies = [&](std::uint32_t word, bool nationality) {
        if (!t.kind(word, TokenKind::Word))
            return false;
        const WordClass c = classify(t, word);
        return !c.closedClass && !c.plural && !t.flag(word, text::SentenceStart) &&
               (nationality ? t.has(word, Tag::Nationality) : c.adjective && !t.flag(word, text::Capitalised));
    };
    const bool nationality = t.has(i, Tag::Nationality);
    const auto other = modifies(i, nationality) ? readNumeral(t, next, next) : std::nullopt;
    if (!other || other->form != NumeralForm::Cardinal || !modifies(other->end, nationality))
        return std::nullopt;
    auto head = sharedHead(t, other->end);
    if (!head && t.kind(other->end + 1, TokenKind::Word))
        head = headAfter(t, other->end, other->value == Decimal(1) ? NounNumber::One : NounNumber::Many);
    if (!head || head->token == other->end || (!head->before && !classify(t, head->token).plural))
        return std::nullopt;
    head->before = true; // it stands outside this figure's phrase
    return head;
}

std::optional<CountedNoun> headAfterOf(const FigureText& t, std::uint32_t i, NounNumber number) {
    return t.isOf(i) ? headAfterPart(t, i + 1, number) : std::nullopt;
}

std::optional<CountedNoun> headAfterPart(const FigureText& t, std::uint32_t i, NounNumber number) {
    for (int guard = 0; guard < 8 && t.inside(i); ++guard) {
        if (t.isAny(i, {t.words.whom, t.words.which, t.words.them}))
            return std::nullopt;
        if (t.is(i, t.words.those) && t.kind(i + 1, TokenKind::Word)) {
            const WordClass c = classify(t, i + 1);
            if (c.closedClass || (c.pastForm && !c.nounMost)) // "of those polled"
                return std::nullopt;
        }
        const bool beforeNumber = t.kind(i, TokenKind::Word) &&
                                  (t.kind(i + 1, TokenKind::Number) || t.has(i + 1, Tag::Number)) &&
                                  !t.hasAny(i, closedAlways); // "of his last 15 games"
        const bool pass =
            beforeNumber ||
            t.hasAny(i, tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Number) | tagBit(Tag::Multiplier)) ||
            t.kind(i, TokenKind::Number) || t.kind(i, TokenKind::Currency);
        if (!pass) {
            const auto hedge = t.match(i, tagBit(Tag::Hedge));
            if (!hedge)
                break;
            i = hedge->endToken;
            continue;
        }
        ++i;
    }
    if (t.joins(i) && t.kind(i - 1, TokenKind::Number) && t.hasAny(i + 1, tagBit(Tag::Unit) | tagBit(Tag::TimeUnit)))
        for (i += 2; t.joins(i);) // "35% of the 22,400-acre blaze", "of the 3,000-square-foot hall"
            i += 2;
    auto found = headAfter(t, i, number);
    static constexpr WordSet states({"dead", "injured", "wounded", "missing", "displaced", "killed"});
    if (!found && t.is(i - 1, t.words.the) && states.contains(t.text(i)) &&
        (!t.kind(i + 1, TokenKind::Word) || t.hasAny(i + 1, closedAlways | tagBit(Tag::VerbPast))))
        found = CountedNoun{i}; // "fourteen of the dead"
    if (found)
        found->partitive = true;
    return found;
}

namespace {

/// The plural before the comma before `at`, of which what stands there tells a number.
std::optional<std::uint32_t> numberedNoun(const FigureText& t, std::uint32_t at) {
    if (!t.kind(at - 1, TokenKind::Comma))
        return std::nullopt;
    const bool french = t.words.language == Language::French;
    for (std::uint32_t i = at - 1, lowest = at > t.begin + 8 ? at - 8 : t.begin; i-- > lowest;)
        if (t.kind(i, TokenKind::Word) &&
            (french ? (t.lexicon.use(t[i].word).forms & text::NounPlural) != 0 : classify(t, i).plural))
            return i;
    return std::nullopt;
}

/// "assailants, estimated at | more than 100", "assaillants, estimés à | une centaine": whom the participle tells of.
std::optional<std::uint32_t> estimatedNoun(const FigureText& t, std::uint32_t phraseBegin) {
    const auto estimates = [&](std::uint32_t i) {
        return t.text(i) == "estimated" || t.text(i).starts_with("estimé") || t.text(i).starts_with("évalué");
    };
    std::uint32_t verb = phraseBegin;
    if (t.is(verb - 1, t.words.at) && t.text(verb - 2) == "put" && t.is(verb - 3, t.words.were) &&
        t.kind(verb - 4, TokenKind::Word) && classify(t, verb - 4).plural)
        return verb - 4;                                                              // "casualties were put at 300"
    if (t.isOf(verb - 1) && t.text(verb - 2) == "nombre" && t.text(verb - 3) == "au") // "Les pompiers, au nombre de 85"
        return numberedNoun(t, verb - 3);
    if (!estimates(verb))
        verb -= t.is(verb - 1, t.words.at) || t.text(verb - 1) == "à" ? 2 : 0;
    return t.inside(verb) && estimates(verb) ? numberedNoun(t, verb) : std::nullopt;
}

/// "the number of displaced", "the number of wounded": an adjective or participle that stands for those it is said of.
std::optional<std::uint32_t> namedByState(const FigureText& t, std::uint32_t of, std::uint32_t end) {
    if (!t.isOf(of))
        return std::nullopt;
    std::uint32_t i = of + 1;
    while (t.hasAny(i, tagBit(Tag::Det)))
        ++i;
    if (i >= end || !t.kind(i, TokenKind::Word))
        return std::nullopt;
    const WordClass c = classify(t, i);
    const bool behind = i + 1 == end || t.hasAny(i + 1, closedAlways | tagBit(Tag::VerbPast) | tagBit(Tag::VerbS));
    return behind && !c.closedClass && (c.adjective || c.pastForm) ? std::optional(i) : std::nullopt;
}

} // namespace

std::optional<CountedNoun> headBefore(const FigureText& t, std::uint32_t phraseBegin) {
    if (const auto who = estimatedNoun(t, phraseBegin))
        return CountedNoun{*who, true};
    const std::uint32_t lowest = phraseBegin > t.begin + 14 ? phraseBegin - 14 : t.begin;
    // "assailants, estimated to number | more than 100"
    if (phraseBegin > t.begin && t.has(phraseBegin - 1, Tag::CountNoun) &&
        (t.lexicon.value(t[phraseBegin - 1].word, Tag::CountNoun) == "verb" ||
         (phraseBegin >= t.begin + 2 && t.is(phraseBegin - 2, t.words.to)))) {
        for (std::uint32_t i = phraseBegin - 1; i-- > lowest;)
            if (t.kind(i, TokenKind::Word) &&
                (classify(t, i).plural || (i + 2 == phraseBegin && t.is(i, t.words.dead))))
                return CountedNoun{i, true};
        return std::nullopt;
    }
    // "rose to", "stands at", "of", "was": what leads from the noun to its number; not "with", "and", a comma.
    const std::uint32_t link = phraseBegin - 1;
    if (t.kind(link, TokenKind::Colon) && link == t.begin + 1 && t.kind(t.begin, TokenKind::Word)) { // "Deaths: 45"
        const WordClass c = classify(t, t.begin);
        if (c.plural && !c.verbMore && !t.notCount(t.begin, "no-head"))
            return CountedNoun{t.begin, true};
        return std::nullopt;
    }
    const bool verbHedge = t.hasAny(phraseBegin, tagBit(Tag::VerbPast) | tagBit(Tag::VerbIng)) &&
                           t.match(phraseBegin, tagBit(Tag::Hedge)).has_value(); // "the toll | topped 30"
    if (phraseBegin > t.begin && t.has(link, Tag::CountNoun) && t.match(phraseBegin, tagBit(Tag::Hedge)) &&
        t.lexicon.value(t[link].word, Tag::CountNoun) != "verb")
        return CountedNoun{link, true}; // "pushing the toll | above 680"
    const bool negated = t.words.language == Language::French &&
                         (t.text(phraseBegin) == "ne" || t.text(phraseBegin) == "n'" || t.text(phraseBegin) == "n’" ||
                          t.text(phraseBegin) == "n"); // "le nombre de blessés | n'excède pas 20"
    if (!t.inside(link) ||
        !(t.isOf(link) || verbHedge || negated ||
          t.isAny(link, {t.words.to, t.words.at, t.words.from, t.words.by, t.words.was, t.words.is, t.words.were,
                         t.words.are, t.words.as, t.words.be}) ||
          (t.words.language == Language::German && (t.text(link) == "auf" || t.text(link) == "bei")) ||
          t.hasAny(link, tagBit(Tag::VerbPast) | tagBit(Tag::VerbS) | tagBit(Tag::VerbIng) | tagBit(Tag::Verb))))
        return std::nullopt;
    for (std::uint32_t i = phraseBegin; i-- > lowest;) {
        if (t.kind(i, TokenKind::Semicolon) || t.kind(i, TokenKind::Stop) || t.kind(i, TokenKind::Colon))
            return std::nullopt;
        if (!t.has(i, Tag::CountNoun) || t.lexicon.value(t[i].word, Tag::CountNoun) == "verb")
            continue;
        auto inner = t.words.language == Language::German && t.text(i + 1) == "der" // "die Zahl der Toten"
                         ? headAfterPart(t, i + 2, NounNumber::Any)
                         : headAfterOf(t, i + 1, NounNumber::Any);
        const bool toll = t.text(i) == "toll" && inner && !classify(t, inner->token).plural;
        if (inner && inner->token < phraseBegin && !toll) { // not "the toll of the shelling"
            inner->before = true;
            return inner;
        }
        if (const auto named = namedByState(t, i + 1, phraseBegin))
            return CountedNoun{*named, true};
        return CountedNoun{i, true};
    }
    return std::nullopt;
}

namespace {

/// "Mopedfahrer", "Mitfahrerin": a compound whose last part is a word for a person, or its feminine.
bool germanPerson(const FigureText& t, std::uint32_t token) {
    char small[48];
    std::string_view low = t.lowered(token, small);
    if (low.size() > 6 && low.ends_with("erin"))
        low.remove_suffix(2);
    constexpr std::size_t shortest = 4;
    for (std::size_t k = 0; k + shortest <= low.size(); ++k) {
        const WordId part = t.lexicon.find(low.substr(k));
        if (part != 0 && t.lexicon.has(part, Tag::Class) && t.lexicon.value(part, Tag::Class) == "person")
            return true;
    }
    return false;
}

} // namespace

bool personNoun(const FigureText& t, std::uint32_t token) {
    if (!t.kind(token, TokenKind::Word))
        return false;
    if (t.has(token, Tag::Class)) {
        const std::string_view kind = t.lexicon.value(t[token].word, Tag::Class);
        if (kind == "person" || (kind == "animal" && t.words.language == Language::French))
            return true; // "un chiot de dix mois"
    }
    if (t.words.language == Language::German && !t.lexicon.inLexicon(t[token].word))
        return germanPerson(t, token);
    if (t.words.language != Language::English && t.words.language != Language::Unknown)
        return false;
    const text::WordUse& use = t.lexicon.use(t[token].word);
    return use.noun() && use.nounField == text::Field::Person;
}

} // namespace countercheck::read
