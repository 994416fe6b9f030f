// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure is about that has no noun or verb of its own: levels, and counts by a second source.
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/read/units.h"

namespace countercheck::claim {

using text::Tag;

/// The token behind the figure's phrase: the unit may follow the numeral.
std::uint32_t Assembler::behindPhrase(const read::Figure& figure) const {
    std::uint32_t behind = figure.endToken;
    while (behind < end_ && reading_.tokens[behind].begin < figure.phrase.end)
        ++behind;
    return behind;
}

/// "3 metres high", "12 feet in depth", "a 30-foot boat", "a height of about 3 metres", "haut de 3 mètres", "3 mètres
/// de large": which side of a thing a length measures, by the word beside it. Empty: no word tells it.
std::string_view Assembler::dimensionOf(const read::Figure& figure) {
    if (const auto base = read::toBase(read::Decimal(1), figure.unit); !base || base->unit != "m")
        return {};
    const auto named = [&](std::uint32_t t) -> std::string_view {
        const text::WordId lemma = lexicon_.lemma(reading_.tokens[t].word);
        std::string key("dimension:");
        key += lexicon_.form(lemma != 0 ? lemma : reading_.tokens[t].word);
        return lexicon_.value(lexicon_.find(key), Tag::Label);
    };
    const auto joins = [&](std::uint32_t t) { // "in width", "de large", "d’épaisseur"
        return reading_.tokens[t].is(text::TokenKind::Hyphen) || has(t, Tag::Prep);
    };
    const std::uint32_t behind = behindPhrase(figure);
    const bool compound = behind > first_ + 1 && reading_.tokens[behind - 2].is(text::TokenKind::Hyphen);
    const bool joined = behind < end_ && joins(behind);
    for (std::uint32_t t = behind; t <= behind + joined && t < end_; ++t)
        if (const std::string_view dimension = named(t); !dimension.empty())
            return dimension;
    if (compound && behind < end_ &&
        syntax_.classOf(behind) == WordClass::Noun) { // "a 10-metre boat", "a 3-metre statue"
        const std::string_view sort = headClass(behind, nounAt(behind).word);
        if (sort == "vehicle" || sort == "artifact" || sort == "building")
            return lexicon_.value(lexicon_.find(sort == "vehicle" ? "dimension:of-vehicle" : "dimension:of-thing"),
                                  Tag::Label);
    }
    std::uint32_t before = figure.firstToken;
    while (before > first_ && (has(before - 1, Tag::Hedge) || syntax_.classOf(before - 1) == WordClass::Adverb))
        --before;
    return before > first_ + 1 && has(before - 1, Tag::Prep) ? named(before - 2) : std::string_view();
}

bool Assembler::movedBeside(const read::Figure& figure, Predicate& predicate) const {
    if (figure.kind != read::FigureKind::Percentage)
        return false;
    const auto moves = [&](std::uint32_t token) {
        const WordClass as = syntax_.classOf(token);
        const std::string_view move = moveOf(facts(token).telling);
        if (move.empty() || as == WordClass::Verb)
            return false;
        const std::uint8_t event = grammar_.eventNamed(move);
        predicate.event = event;
        predicate.name = grammar_.eventName(event);
        predicate.classified = true;
        predicate.relation = Relation::Patient;
        predicate.preposition = {};
        predicate.reason = {Because::Beside, bytes(token, token + 1)};
        return true;
    };
    std::uint32_t before = figure.firstToken;
    while (before > first_ && (has(before - 1, Tag::Hedge) || syntax_.classOf(before - 1) == WordClass::Preposition))
        --before;
    const std::uint32_t behind = behindPhrase(figure);
    return (before > first_ && moves(before - 1)) || (behind < end_ && moves(behind));
}

void Assembler::ofWhatChanges(const read::Figure& figure, std::uint32_t np, Predicate& predicate) {
    if (movedBeside(figure, predicate))
        return;
    const std::uint32_t vg = predicate.verbGroup;
    if (vg == Syntax::none || predicate.relation == Relation::Agent)
        return;
    const auto& chunks = syntax_.chunks();
    const bool copula = !predicate.classified && (facts(chunks[vg].head).helper == Helper::Be ||
                                                  grammar_[syntax_.verbLemma(chunks[vg].head)].helper == Helper::Be);
    const bool moves = oneOf(predicate.name, {"rise", "fall"});
    const std::uint32_t p = syntax_.prepositionOf(np);
    const bool toLevel = p != Syntax::none && (chunks[p].prep == Prep::To || chunks[p].prep == Prep::At);
    // "turnout stood at 61 percent", "la participation s'est établie à 61 %"
    const bool stands = toLevel && !predicate.classified &&
                        (lightVerb(vg) || oneOf(predicate.name, {"stand", "tomber", "retomber", "grimper"})) &&
                        (figure.kind == read::FigureKind::Percentage || figure.kind == read::FigureKind::Money);
    if (!copula && !(moves && toLevel) && !stands)
        return;
    const text::WordId after = figure.endToken < end_ ? reading_.tokens[figure.endToken].word : 0;
    if (copula && after != 0 &&
        (has(figure.endToken, Tag::VerbPart) ||
         (lexicon_.verbLemma(after) != 0 && lexicon_.verbLemma(after) != after &&
          syntax_.classOf(figure.endToken) != WordClass::Noun))) { // "five percent contained"
        predicate.name = lemmaOf(reading_.tokens[figure.endToken].word, figure.endToken);
        predicate.relation = Relation::Copula;
        predicate.preposition = {};
        return;
    }
    const auto noun = [&](std::uint32_t chunk) {
        return chunk != Syntax::none && chunk != np && chunks[chunk].kind == ChunkKind::NounPhrase &&
               syntax_.classOf(chunks[chunk].head) == WordClass::Noun;
    };
    std::uint32_t level = moves ? syntax_.objectOf(vg) : Syntax::none; // "the bank raised its rate to 4 percent"
    if (!noun(level))
        level = syntax_.subjectOf(vg);
    if (!noun(level))
        return;
    const std::uint32_t head = chunks[level].head;
    const std::uint8_t event = eventNoun(reading_.tokens[head].word) ? syntax_.eventOf(head) : std::uint8_t{0};
    predicate.event = event;
    predicate.classified = event != 0;
    if (event != 0)
        predicate.name = grammar_.eventName(event);
    else
        predicate.name = lemmaOf(syntax_.nounLemma(head), head);
    predicate.relation = event != 0 ? Relation::Patient : Relation::Copula;
    predicate.preposition = {};
    predicate.reason = {Because::BelongsTo, bytes(head, head + 1)};
}

void Assembler::ofItsOwnNoun(const Counted& c, Predicate& predicate) {
    const auto& chunks = syntax_.chunks();
    const std::uint32_t head = chunks[c.ownPhrase].head;
    if (head < c.figure.endToken || syntax_.classOf(head) != WordClass::Noun)
        return;
    const std::uint8_t event = eventNoun(reading_.tokens[head].word) ? syntax_.eventOf(head) : std::uint8_t{0};
    if (event == 0)
        return;
    predicate.event = event;
    predicate.classified = true;
    predicate.name = grammar_.eventName(event);
    predicate.relation = Relation::Patient;
    predicate.preposition = {};
    predicate.reason = {Because::BelongsTo, bytes(head, head + 1)};
}

std::uint32_t Assembler::heldBy(std::uint32_t np) const {
    const auto& chunks = syntax_.chunks();
    const auto ahead = [&](bool infinitive) {
        for (std::uint32_t i = np + 1; i < chunks.size() && chunks[i].kind != ChunkKind::Mark; ++i)
            if (chunks[i].kind == ChunkKind::VerbGroup && syntax_.eventOf(chunks[i].head) != 0 && !lightVerb(i) &&
                !sayVerb(i) && chunks[i].infinitive == infinitive)
                return i;
        return Syntax::none;
    };
    if (grammar_.bareInfinitives() && np > 0 && chunks[np - 1].kind == ChunkKind::VerbGroup &&
        facts(chunks[np - 1].head).helper == Helper::Be)
        return ahead(true);
    const std::uint32_t p = syntax_.prepositionOf(np);
    if (p == Syntax::none || (chunks[p].prep != Prep::At && chunks[p].prep != Prep::To))
        return Syntax::none;
    for (std::uint32_t i = p; i-- > 1 && i + 12 > p;) {
        const Chunk& c = chunks[i];
        if (c.kind == ChunkKind::VerbGroup) {
            const bool put = !c.gerund && !c.infinitive && lightVerb(i) &&
                             chunks[i + 1].kind == ChunkKind::Preposition && chunks[i + 1].prep == Prep::By &&
                             chunks[i - 1].kind == ChunkKind::NounPhrase &&
                             grammar_[syntax_.nounLemma(chunks[i - 1].head)].part == Part::Group;
            return put ? ahead(false) : Syntax::none;
        }
        if (c.kind != ChunkKind::NounPhrase && c.kind != ChunkKind::Preposition && c.kind != ChunkKind::Conjunction &&
            c.kind != ChunkKind::Comma)
            break;
    }
    return Syntax::none;
}

bool Assembler::elliptic(const read::Figure& figure, std::uint32_t np, const Claim& claim,
                         const Predicate& predicate) const {
    if (out_.claims.size() < 2 || !claim.slot.head.empty() ||
        (claim.kind != ClaimKind::Count && claim.kind != ClaimKind::Percentage))
        return false;
    const auto& chunks = syntax_.chunks();
    if (!predicate.name.empty() && (predicate.classified || predicate.verbGroup == Syntax::none ||
                                    !has(chunks[predicate.verbGroup].head, Tag::Say)))
        return false;
    const Claim& before = out_.claims[out_.claims.size() - 2];
    if (before.sentence != sentence_ || before.kind != claim.kind || before.figure < 0 ||
        before.slot.unit != claim.slot.unit || before.slot.event.empty())
        return false;
    // A source stands between the two and says, or another source said the first; or "according to …" behind.
    const read::Figure& first = mentions_.figures[static_cast<std::size_t>(before.figure)];
    const auto source = [&](std::uint32_t c) {
        return c != Syntax::none && (has(chunks[c].head, Tag::SourceNoun) ||
                                     lexicon_.has(syntax_.nounLemma(chunks[c].head), Tag::SourceNoun));
    };
    bool told = predicate.verbGroup != Syntax::none && has(chunks[predicate.verbGroup].head, Tag::Say);
    for (std::uint32_t c = 0; c < chunks.size() && chunks[c].end <= first.firstToken; ++c)
        if (chunks[c].kind == ChunkKind::NounPhrase) { // "the union counts …, the management …"
            told |= source(c);
            break;
        }
    for (std::uint32_t c = 0; c < chunks.size(); ++c) {
        if (chunks[c].kind != ChunkKind::NounPhrase || chunks[c].first < first.endToken)
            continue;
        const bool between = chunks[c].end <= figure.firstToken;
        const bool behind = c > np && c <= np + 2 && lexicon_.has(chunks[c - 1].word, Tag::Cue);
        const bool also = c > 0 && chunks[c - 1].kind == ChunkKind::Conjunction; // "and 22 for the prime minister"
        if (((between && told && !also) || behind) && source(c))
            return true;
    }
    return false;
}

} // namespace countercheck::claim
