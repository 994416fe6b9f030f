// SPDX-License-Identifier: GPL-3.0-or-later
// Hedges and negations that are nobody's attribution: "may have been", "possibly", "did not", "without". Each holds
// inside its own clause.
#include "core/read/attribution/attributionevents.h"
#include "core/text/hintscan.h"

namespace countercheck::read {

namespace {

using text::Tag;
using text::TokenKind;

class ModalReader {
public:
    ModalReader(Phrases& phrases, Mentions& out) : p_(phrases), r_(phrases.r), out_(out) {}

    void run() {
        out_.modals.clear();
        for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
            if (!r_.sentences[s].may(text::HintHedge))
                continue;
            const text::BlockRole role = r_.blocks[r_.sentences[s].block].role;
            if (role != text::BlockRole::Body && role != text::BlockRole::Title && role != text::BlockRole::Caption)
                continue;
            const text::Sentence& sentence = r_.sentences[s];
            if (sentence.endToken - sentence.firstToken > Phrases::longest)
                continue;
            const auto next = [&](std::uint32_t t) {
                return text::nextHinted(r_, t, sentence.endToken, text::HintHedge);
            };
            for (std::uint32_t t = next(sentence.firstToken); t < sentence.endToken; t = next(t + 1)) {
                if ((p_.word(r_.tokens[t].word).begins & BeginsHedge) != 0) {
                    p_.setSentence(s);
                    if (p_.french())
                        frenchCue(t, s);
                    else
                        cue(t, s);
                }
            }
        }
    }

private:
    /// French: "ne … pas", "personne ne", "aucun", "sans"; "il est possible que", "pourrait".
    void frenchCue(std::uint32_t t, std::uint32_t s) {
        const text::WordId id = r_.tokens[t].word;
        if (const auto phrase = p_.lex.matchPhrase(r_, t, text::tagBit(Tag::Modality));
            phrase && phrase->endToken <= p_.end()) {
            const bool that = p_.small(phrase->endToken - 1) == Small::That;
            add(t, that ? phrase->endToken : p_.clauseBegin(t), p_.clauseEnd(phrase->endToken - (that ? 0 : 1)),
                Modality::Possible, false, s, phrase->endToken);
            return;
        }
        const Small small = p_.small(t);
        if (small == Small::Ne) {
            if (const bool full = denies(t); full)
                add(t, p_.clauseBegin(t), negationEnd(t), Modality::Asserted, true, s);
            return;
        }
        if (p_.has(t, Tag::Neg)) {
            const std::uint32_t begin = p_.clauseBegin(t);
            for (std::uint32_t i = begin; i < p_.end() && i < t + 8; ++i)
                if (p_.small(i) == Small::Ne)
                    return; // told with its "ne"
            if (small == Small::Pas && (p_.of(t) != "pas" || p_.small(t + 1) == Small::Only))
                return; // "jamais" alone: ever
            add(t, t, negationEnd(t), Modality::Asserted, true, s);
            return;
        }
        const ModalKind kind = p_.word(id).hedge;
        if (kind == ModalKind::Seem) { // "semble avoir", "paraît être"
            const std::string_view next = t + 1 < p_.end() ? p_.of(t + 1) : std::string_view{};
            if (next != "avoir" && next != "être" && p_.classOf(t + 1) != WordClass::Other)
                return;
        } else if (kind != ModalKind::Possible) {
            return;
        }
        add(t, p_.clauseBegin(t), p_.clauseEnd(t), Modality::Possible, false, s);
    }

    /// Does "ne" deny: with "pas", "plus", "aucun", "personne" beside it, and not "ne … que" (only)?
    [[nodiscard]] bool denies(std::uint32_t t) {
        for (std::uint32_t i = t + 1; i < p_.end() && i < t + 10; ++i) {
            if (p_.has(i, Tag::Neg) || p_.of(i) == "plus" || p_.of(i) == "rien" || p_.of(i) == "personne" ||
                p_.of(i) == "ni")
                return true;
            if (p_.classOf(i) == WordClass::That || p_.classOf(i) == WordClass::Subord ||
                p_.is(i, TokenKind::Semicolon) || p_.is(i, TokenKind::Colon))
                break;
        }
        const std::uint32_t begin = p_.clauseBegin(t);
        for (std::uint32_t i = begin; i < t; ++i)
            if (p_.has(i, Tag::Neg) || p_.of(i) == "personne" || p_.of(i) == "Personne" || p_.of(i) == "rien" ||
                p_.of(i) == "Rien" || p_.of(i) == "ni" || p_.of(i) == "Ni")
                return true;
        return false;
    }
    /// What is told behind "que" is not denied with it: "n'a pas confirmé | que trois soldats étaient morts".
    [[nodiscard]] std::uint32_t negationEnd(std::uint32_t t) {
        const std::uint32_t end = p_.clauseEnd(t);
        for (std::uint32_t i = t + 1; i < end; ++i)
            if (p_.classOf(i) == WordClass::That)
                return i;
        return end;
    }

    void cue(std::uint32_t t, std::uint32_t s) {
        const Small form = p_.small(t);
        constexpr std::uint64_t phrases = text::tagBit(Tag::Modality) | text::tagBit(Tag::Neg);
        if (const auto phrase = p_.lex.matchPhrase(r_, t, phrases); phrase && phrase->endToken <= p_.end()) {
            const bool negates = p_.lex.has(phrase->entry, Tag::Neg);  // "failed to pay"
            const std::uint32_t from = negates ? t : phrase->endToken; // "no evidence that", "unclear whether"
            add(t, from, p_.clauseEnd(phrase->endToken - 1), negates ? Modality::Asserted : Modality::Possible, negates,
                s, phrase->endToken);
            return;
        }
        if (p_.has(t, Tag::Neg) && form != Small::One) {
            const std::uint32_t next = t + 1;
            // "not only", "no longer", "no fewer than", "no later": no denial of what follows
            if (form == Small::Not && (p_.small(next) == Small::Only || p_.small(next) == Small::Just ||
                                       p_.small(next) == Small::Merely || p_.small(next) == Small::Least))
                return;
            if (form == Small::No &&
                (p_.small(next) == Small::Fewer || p_.small(next) == Small::Less || p_.small(next) == Small::More ||
                 p_.small(next) == Small::Later || p_.small(next) == Small::Doubt || p_.is(next, TokenKind::Comma) ||
                 p_.is(next, TokenKind::Stop)))
                return;
            const bool fromCue = form == Small::No || form == Small::Without || form == Small::NoneOf ||
                                 form == Small::Nobody || form == Small::Nothing || form == Small::Neither ||
                                 form == Small::Nor ||
                                 (t > p_.first() && p_.classOf(t - 1) != WordClass::Aux &&
                                  p_.classOf(t - 1) != WordClass::Modal && form == Small::Not);
            add(t, fromCue ? t : p_.clauseBegin(t), p_.clauseEnd(t), Modality::Asserted, true, s);
            return;
        }
        const ModalKind kind = p_.word(r_.tokens[t].word).hedge;
        if (kind == ModalKind::Possible) {
            if (p_.has(t, Tag::Month) && r_.tokens[t].has(text::Capitalised) &&
                (t != p_.first() || p_.is(t + 1, TokenKind::Number) || p_.classOf(t + 1) == WordClass::Mark ||
                 p_.classOf(t + 1) == WordClass::Prep))
                return;
            if (p_.has(t, Tag::Modal) && p_.has(t + 1, Tag::Neg) && form == Small::Could)
                return; // "could not": it did not happen
        } else if (kind == ModalKind::Likely) {
            if (p_.is(t + 1, TokenKind::Word) && compared(t))
                return; // "23 percent more likely", "twice as likely": a risk, and no guess
            const bool predicate =
                p_.small(t + 1) == Small::To ||
                (t > p_.first() && (p_.small(t - 1) == Small::Most || p_.small(t - 1) == Small::Very));
            if (!predicate)
                return;
        } else if (kind == ModalKind::Seem) {
            if (p_.small(t + 1) != Small::To && p_.small(t + 1) != Small::Likely)
                return;
        } else {
            return;
        }
        add(t, ownPredicate(t), p_.clauseEnd(t), Modality::Possible, false, s);
    }

    /// Is what is likely measured against something: "23 percent more likely", "three times as likely"?
    [[nodiscard]] bool compared(std::uint32_t t) const {
        if (t < p_.first() + 2 || (p_.of(t - 1) != "more" && p_.of(t - 1) != "less" && p_.of(t - 1) != "as"))
            return false;
        const std::string_view measure = p_.of(t - 2);
        return p_.is(t - 2, TokenKind::Percent) || measure == "percent" || measure == "cent" || measure == "times" ||
               measure == "twice" || measure == "half";
    }

    /// Where the mood of a modal begins: at its clause, or at the "and" that adds a second verb ("targeted two | and
    /// also may have hit a third").
    [[nodiscard]] std::uint32_t ownPredicate(std::uint32_t t) {
        const std::uint32_t begin = p_.clauseBegin(t);
        if (!p_.has(t, Tag::Modal))
            return begin;
        std::uint32_t i = t;
        while (i > begin && p_.classOf(i - 1) == WordClass::Adverb)
            --i;
        if (i <= begin + 1 || p_.classOf(i - 1) != WordClass::Conj)
            return begin;
        for (std::uint32_t k = begin; k + 1 < i; ++k)
            if (p_.finiteVerb(k) || p_.classOf(k) == WordClass::Past)
                return i - 1;
        return begin;
    }

    void add(std::uint32_t cue, std::uint32_t from, std::uint32_t to, Modality modality, bool negation,
             std::uint32_t sentence, std::uint32_t cueEnd = 0) {
        ModalScope scope;
        scope.cue = {r_.tokens[cue].begin, r_.tokens[cueEnd == 0 ? cue : cueEnd - 1].end};
        scope.scope = p_.trimmed(from, to);
        scope.modality = modality;
        scope.negation = negation;
        scope.sentence = sentence;
        if (!scope.scope.empty())
            out_.modals.push_back(scope);
    }

    Phrases& p_;
    const text::Reading& r_;
    Mentions& out_;
};

} // namespace

void readModality(Phrases& phrases, Mentions& mentions) {
    ModalReader(phrases, mentions).run();
}

} // namespace countercheck::read
