// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::claim {

using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

Claim& Assembler::begin(ClaimKind kind, Span highlight, std::uint32_t chunk) {
    Claim& claim = out_.claims.emplace_back();
    claim.kind = kind;
    claim.highlight = highlight;
    claim.sentence = sentence_;
    std::pair<std::uint32_t, std::uint32_t> clause{reading_.sentences[sentence_].firstToken,
                                                   reading_.sentences[sentence_].endToken};
    if (chunk != Syntax::none)
        clause = syntax_.clauseOf(chunk);
    claim.clause = Span{reading_.tokens[clause.first].begin, reading_.tokens[clause.second - 1].end}.united(highlight);
    content(clause.first, clause.second, claim.near);
    return claim;
}

void Assembler::finish(Claim& claim) {
    const text::Sentence& s = reading_.sentences[sentence_];
    content(s.firstToken, s.endToken, claim.content);
    attribute(claim);
    anchor(claim);
    if (claim.topic.empty())
        claim.topic = topicOf(claim);
}

void Assembler::attribute(Claim& claim) const {
    const auto [first, end] = inSentence(mentions_.attributions, claim.sentence);
    std::uint32_t best = 0xFFFFFFFFu;
    for (std::uint32_t i = first; i < end; ++i) {
        const read::Attribution& a = mentions_.attributions[i];
        if (!a.scope.contains(claim.highlight) && !a.scope.contains(claim.highlight.begin))
            continue;
        // the narrowest scope that names a source; an unnamed one only where nobody is named
        if (claim.attribution >= 0) {
            const read::Attribution& had = mentions_.attributions[static_cast<std::size_t>(claim.attribution)];
            if ((a.source.empty() && !had.source.empty()) ||
                (a.scope.length() >= best && had.source.empty() == a.source.empty()))
                continue;
        }
        claim.attribution = static_cast<std::int32_t>(i);
        best = a.scope.length();
    }
    if (claim.attribution >= 0)
        claim.modality = mentions_.attributions[static_cast<std::size_t>(claim.attribution)].modality;
    if (claim.kind == ClaimKind::Quote)
        return; // what is quoted is quoted, whatever it says
    const auto modals = inSentence(mentions_.modals, claim.sentence);
    for (std::uint32_t i = modals.first; i < modals.second; ++i) {
        const read::ModalScope& m = mentions_.modals[i];
        if (!m.scope.contains(claim.highlight.begin))
            continue;
        if (m.negation)
            claim.negative = true;
        else if (claim.modality == read::Modality::Asserted || claim.modality == read::Modality::Reported)
            claim.modality = m.modality;
    }
}

void Assembler::anchor(Claim& claim) const {
    Anchor& a = claim.anchor;
    const Range times = timesOf(claim.sentence);
    for (std::uint32_t i = times.first; i < times.end; ++i) {
        const TimeMention& t = mentions_.times[i];
        if (t.type == TimeType::Set || saidTime(i))
            continue;
        if (t.type == TimeType::Duration) {
            // "in the 12 days of the offensive": a sum over a stretch
            if (claim.clause.contains(t.span) && t.firstToken > reading_.sentences[claim.sentence].firstToken) {
                std::uint32_t at = t.firstToken - 1;
                while (at > reading_.sentences[claim.sentence].firstToken &&
                       lexicon_.has(reading_.tokens[at].word, Tag::Det))
                    --at;
                a.period |= oneOf(syntax_.lower(at), {"in", "over", "during", "within", "past", "last"});
            }
            continue;
        }
        if (!t.resolved) {
            if (!claim.clause.contains(t.span))
                continue;
            if (t.value == "PAST_REF")
                a.background = true;
            if (t.type == TimeType::Date && t.value.starts_with("XXXX")) { // "in June", of a report without a date
                a.unresolved = t.value;
                a.period |= t.value.size() <= 7; // a year or a month: no day, no weekday
            }
            continue;
        }
        const bool inClause = claim.clause.contains(t.span);
        if (a.explicitTime && !inClause)
            continue;
        const bool longer = t.resolved->openFrom || t.resolved->openTo || t.resolved->to - t.resolved->from > 8 * day;
        a.time = t.resolved;
        a.explicitTime = true;
        a.period = longer;
    }
    // Two ends of one stretch ("between January 1 and June 30"): one period.
    if (times.end - times.first >= 2 && a.explicitTime)
        for (std::uint32_t i = times.first; i + 1 < times.end; ++i) {
            const TimeMention &x = mentions_.times[i], &y = mentions_.times[i + 1];
            if (!x.resolved || !y.resolved || x.sentence != y.sentence || y.firstToken < x.endToken ||
                y.firstToken - x.endToken > 2 || x.firstToken == 0 || x.type != TimeType::Date)
                continue;
            const std::string_view word = syntax_.lower(x.firstToken - 1);
            if ((word == "between" || word == "from") && y.resolved->to - x.resolved->from > 2 * day) {
                a.time = read::TimeSpan{x.resolved->from, y.resolved->to, x.resolved->grain, false, false};
                a.period = true;
            }
        }
    a.background |= backgroundSentence_ ||
                    (afterToken_ != Syntax::none && claim.highlight.begin > reading_.tokens[afterToken_].begin);
    if (a.explicitTime && out_.leadTime && a.time) {
        const bool meets = a.time->from < out_.leadTime->to && out_.leadTime->from < a.time->to;
        if (!meets || a.period)
            a.background = true;
    }
    if (!a.explicitTime && !a.background && a.unresolved.empty() && out_.leadTime)
        a.time = out_.leadTime;
    a.lead = !a.background && !a.period;
    const auto [first, end] = inSentence(mentions_.names, claim.sentence);
    for (std::uint32_t i = first; i < end; ++i)
        if (mentions_.names[i].kind == read::NameKind::Place && a.places.size() < 6)
            a.places.push_back(text::foldAccents(reading_.of(mentions_.names[i].span)));
}

/// The hash of a content word's lemma; 0 for a word that carries no content.
std::uint32_t Assembler::contentWord(std::uint32_t t) const {
    const Token& token = reading_.tokens[t];
    if (!token.is(TokenKind::Word) || token.end - token.begin < 3 || syntax_.classOf(t) == WordClass::Time)
        return 0;
    if (lexicon_.hasAny(token.word, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                                        tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                        tagBit(Tag::Wh) | tagBit(Tag::Adverb) | tagBit(Tag::Number) |
                                        tagBit(Tag::Hedge) | tagBit(Tag::Say)))
        return 0;
    std::string_view lemma;
    if (lexicon_.lemma(token.word) != token.word)
        lemma = lexicon_.form(lexicon_.lemma(token.word));
    const std::string_view low = syntax_.lower(t);
    if (lemma.empty())
        if (const auto info = text::wordInfo(low))
            lemma = info->frequency[1] > info->frequency[0] && !info->verbLemma.empty() ? info->verbLemma
                    : !info->nounLemma.empty()                                          ? info->nounLemma
                    : !info->verbLemma.empty()                                          ? info->verbLemma
                                                                                        : std::string_view{};
    const auto hash = static_cast<std::uint32_t>(text::hashBytes(text::foldAccents(lemma.empty() ? low : lemma)));
    return hash == 0 ? 1 : hash;
}

void Assembler::content(std::uint32_t first, std::uint32_t end, std::vector<std::uint32_t>& out) const {
    const text::Sentence& s = reading_.sentences[sentence_];
    if (contentOf_ != sentence_) {
        contentOf_ = sentence_;
        contentWords_.clear();
        for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
            contentWords_.push_back(contentWord(t));
    }
    out.clear();
    for (std::uint32_t t = std::max(first, s.firstToken); t < std::min(end, s.endToken); ++t)
        if (contentWords_[t - s.firstToken] != 0)
            out.push_back(contentWords_[t - s.firstToken]);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

bool Assembler::saidTime(std::uint32_t index) const {
    const TimeMention& time = mentions_.times[index];
    const std::uint32_t chunk = syntax_.chunkAt(time.firstToken);
    const auto& chunks = syntax_.chunks();
    if (chunk == Syntax::none)
        return false;
    // "Sunday's attack": belongs to the noun
    if (chunk + 1 < chunks.size() && time.endToken < reading_.tokens.size() &&
        reading_.tokens[time.endToken].is(TokenKind::Apostrophe))
        return false;
    for (std::uint32_t i = chunk; i-- > 0 && i + 6 > chunk;) { // "told reporters on Monday", "said Monday"
        if (chunks[i].kind == ChunkKind::VerbGroup)
            return sayVerb(i);
        if (chunks[i].kind == ChunkKind::Mark || chunks[i].kind == ChunkKind::Subordinator ||
            chunks[i].kind == ChunkKind::Relative)
            break;
        if (chunks[i].kind == ChunkKind::NounPhrase &&
            oneOf(syntax_.nounLemma(chunks[i].head),
                  {"statement", "report", "interview", "announcement", "briefing", "tweet", "post", "letter"}))
            return true;
    }
    return false;
}

} // namespace countercheck::claim
