// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::claim {

using read::FigureKind;
using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::TokenKind;

Assembler::Assembler(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
                     Claims& out)
    : reading_(reading), mentions_(mentions), context_(context), out_(out),
      lexicon_(text::Lexicon::of(reading.language)) {}

void Assembler::run() {
    findLead();
    for (const text::Block& block : reading_.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s)
            sentence(s);
    }
}

Assembler::Range Assembler::timesOf(std::uint32_t sentence) const {
    const auto [first, end] = inSentence(mentions_.times, sentence);
    return {first, end};
}

/// The lead event: the first classified event of the first sentences, and the finest day-like time that they give for
/// it.
void Assembler::findLead() {
    std::uint32_t seen = 0;
    for (const text::Block& block : reading_.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence && seen < 5; ++s, ++seen) {
            const text::Sentence& sentence = reading_.sentences[s];
            syntax_.parse(reading_, mentions_, s);
            sentence_ = s;
            bool here = false;
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const std::string_view event = syntax_.eventOf(t);
                if (event.empty() || oneOf(event, {"announcement", "denial", "launch", "end", "rise", "fall", "hire",
                                                   "deployment", "ride"}))
                    continue;
                if (out_.leadEvent.empty())
                    out_.leadEvent = event;
                here |= event == out_.leadEvent;
            }
            if (!here && seen > 1)
                continue;
            const Range times = timesOf(s);
            for (std::uint32_t i = times.first; i < times.end; ++i) {
                const TimeMention& time = mentions_.times[i];
                if (!time.resolved || time.type == TimeType::Duration || time.type == TimeType::Set || saidTime(i) ||
                    time.resolved->openFrom || time.resolved->openTo)
                    continue;
                const std::int64_t length = time.resolved->to - time.resolved->from;
                if (length > 10 * day || (context_.published && time.resolved->from > *context_.published + 2 * day))
                    continue;
                const bool finer = out_.leadTime && time.resolved->from >= out_.leadTime->from &&
                                   time.resolved->to <= out_.leadTime->to;
                if (!out_.leadTime || finer)
                    out_.leadTime = time.resolved;
            }
            if (seen < 3) {
                const auto [first, end] = inSentence(mentions_.names, s);
                for (std::uint32_t i = first; i < end; ++i)
                    if (mentions_.names[i].kind == read::NameKind::Place && out_.leadPlaces.size() < 8)
                        out_.leadPlaces.push_back(text::foldAccents(reading_.of(mentions_.names[i].span)));
            }
        }
    }
}

void Assembler::sentence(std::uint32_t index) {
    const auto figures = inSentence(mentions_.figures, index);
    const auto times = inSentence(mentions_.times, index);
    const auto quotes = inSentence(mentions_.quotes, index);
    const auto names = inSentence(mentions_.names, index);
    const text::Sentence& s = reading_.sentences[index];
    if (figures.first == figures.second && times.first == times.second && quotes.first == quotes.second &&
        names.first == names.second)
        return;
    sentence_ = index;
    syntax_.parse(reading_, mentions_, index);
    backgroundSentence_ = false;
    afterToken_ = Syntax::none;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view low = reading_.tokens[t].is(TokenKind::Word) ? syntax_.lower(t) : std::string_view{};
        if (oneOf(low, {"previously", "formerly", "historically", "ago", "repeatedly", "decades"}) ||
            (oneOf(low, {"recent", "past", "previous"}) && t + 1 < s.endToken &&
             oneOf(syntax_.lower(t + 1), {"months", "weeks", "years", "days", "attacks", "incidents"})))
            backgroundSentence_ = true;
        if (oneOf(low, {"after", "since"}) && t > s.firstToken &&
            (lexicon_.has(reading_.tokens[t - 1].word, Tag::TimeUnit) ||
             oneOf(syntax_.lower(t - 1), {"come", "comes", "came", "follows"})))
            afterToken_ = t; // "comes two weeks after …": what stands behind went before
        if (low == "since" && t + 1 < s.endToken && syntax_.lower(t + 1) == "then")
            backgroundSentence_ = true;
        if (oneOf(low, {"another", "separate"}) && t > s.firstToken && t + 1 < s.endToken &&
            (lexicon_.has(reading_.tokens[t - 1].word, Tag::Prep) || !syntax_.eventOf(t + 1).empty() ||
             lexicon_.has(reading_.tokens[t - 1].word, Tag::Det))) // "in a separate incident": not the lead event
            backgroundSentence_ = true;
    }
    for (std::uint32_t i = figures.first; i < figures.second; ++i)
        if (mentions_.figures[i].kind == FigureKind::Age)
            ageClaim(i);
        else if (mentions_.figures[i].kind != FigureKind::Ordinal)
            figureClaim(i);
    for (std::uint32_t i = times.first; i < times.second; ++i)
        dateClaim(i);
    for (std::uint32_t i = names.first; i < names.second; ++i)
        if (mentions_.names[i].kind == read::NameKind::Place)
            placeClaim(i);
    for (std::uint32_t i = quotes.first; i < quotes.second; ++i)
        quoteClaim(i);
    responsibilityClaims();
}

} // namespace countercheck::claim
