// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parses.h"
#include "core/claim/parts.h"

#include <array>

namespace countercheck::claim {

using read::FigureKind;
using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::tagBit;

namespace {

/// Longer ones are tables and lists that nobody punctuated; nothing is claimed from them.
constexpr std::uint32_t longestSentence = 1000;

/// What a thread keeps from article to article.
struct Workshop {
    Syntax syntax;
    MentionsBySentence where;
    std::array<std::unordered_map<text::WordId, std::string>, 2> plurals; ///< English, others
    std::vector<std::uint8_t> said;
};
Workshop& workshop() {
    thread_local Workshop one;
    return one;
}

} // namespace

void MentionsBySentence::fill(const read::Mentions& mentions, std::size_t sentences) {
    figures.fill(mentions.figures, sentences);
    times.fill(mentions.times, sentences);
    quotes.fill(mentions.quotes, sentences);
    names.fill(mentions.names, sentences);
    attributions.fill(mentions.attributions, sentences);
    modals.fill(mentions.modals, sentences);
}

Assembler::Assembler(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
                     Claims& out, Purpose purpose)
    : reading_(reading), mentions_(mentions), context_(context), out_(out), compared_(purpose == Purpose::Comparing),
      grammar_(Grammar::of(reading.language)), lexicon_(grammar_.lexicon()), syntax_(workshop().syntax),
      where_(workshop().where), plurals_(workshop().plurals[grammar_.english() ? 0 : 1]), said_(workshop().said) {
    where_.fill(mentions, reading.sentences.size());
}

void Assembler::run() {
    if (compared_)
        Parses::here().begin(reading_, mentions_);
    for (const text::Block& block : reading_.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s)
            sentence(s);
    }
    if (compared_) {
        leave();
        anchorToLead();
    }
}

/// What was found of the sentence in hand is asked again where claims are compared.
void Assembler::leave() {
    if (compared_ && parsed_)
        Parses::here().keep(sentence_, syntax_);
    begun_ = parsed_ = false;
}

void Assembler::enter(std::uint32_t index) {
    leave();
    const auto range = [index](const read::BySentence& list) -> MentionRange {
        return {list.begin(index), list.end(index)};
    };
    in_ = {range(where_.figures), range(where_.times),        range(where_.quotes),
           range(where_.names),   range(where_.attributions), range(where_.modals)};
    sentence_ = index;
    first_ = reading_.sentences[index].firstToken;
    end_ = reading_.sentences[index].endToken;
    backgroundKnown_ = false;
    said_.assign(in_.times.size(), 0);
}

const Syntax& Assembler::marks() {
    if (!begun_) {
        syntax_.begin(reading_, mentions_, sentence_);
        begun_ = true;
    }
    return syntax_;
}

const Syntax& Assembler::syntax() {
    if (!parsed_) {
        marks();
        syntax_.parse(in_);
        parsed_ = true;
    }
    return syntax_;
}

/// The lead event: the first classified event of the first sentences, and the finest day-like time that they give for
/// it.
void Assembler::lead() {
    bool here = false;
    if (reading_.sentences[sentence_].may(text::HintEvent))
        for (std::uint32_t t = first_; t < end_; ++t) {
            if (!reading_.tokens[t].may(text::HintEvent))
                continue;
            // Only a word that may be a verb or a noun of another kind needs the parse.
            const Facts& fact = facts(t);
            const bool phrase = reading_.tokens[t].may(text::HintPhrase) &&
                                lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event)).has_value();
            const std::uint8_t event = phrase || fact.kind == Kind::Event ? syntax().eventOf(t) : fact.event;
            if (event == 0 || grammar_.backdrop(event))
                continue;
            if (leadEvent_ == 0)
                leadEvent_ = event;
            here |= event == leadEvent_;
        }
    if (!here && seen_ > 1)
        return;
    for (std::uint32_t i = in_.times.first; i < in_.times.end; ++i) {
        const TimeMention& time = mentions_.times[i];
        if (!time.resolved || time.type == TimeType::Duration || time.type == TimeType::Set ||
            time.resolved->openFrom || time.resolved->openTo)
            continue;
        const std::int64_t length = time.resolved->to - time.resolved->from;
        if (length > 10 * day || (context_.published && time.resolved->from > *context_.published + 2 * day))
            continue;
        const bool finer =
            out_.leadTime && time.resolved->from >= out_.leadTime->from && time.resolved->to <= out_.leadTime->to;
        if ((!out_.leadTime || finer) && !saidTime(i))
            out_.leadTime = time.resolved;
    }
}

/// What carries no time of its own happened when the lead event did; what carries another one went before or belongs to
/// another event.
void Assembler::anchorToLead() {
    out_.leadEvent = grammar_.eventName(leadEvent_);
    for (Claim& claim : out_.claims) {
        Anchor& a = claim.anchor;
        if (out_.leadTime) {
            if (a.explicitTime && a.time) {
                const bool meets = a.time->from < out_.leadTime->to && out_.leadTime->from < a.time->to;
                a.background |= !meets || a.period;
            }
            if (!a.explicitTime && !a.background && a.unresolved.empty() && claim.kind != ClaimKind::Date)
                a.time = out_.leadTime;
        }
        a.lead = !a.background && !a.period;
    }
}

void Assembler::sentence(std::uint32_t index) {
    enter(index);
    if (end_ - first_ > longestSentence)
        return;
    if (grammar_.language() != text::Language::English && grammar_.language() != text::Language::French) {
        for (std::uint32_t i = in_.figures.first; i < in_.figures.end; ++i)
            plainClaim(i);
        return;
    }
    if (compared_ && seen_ < 5)
        lead();
    ++seen_;
    for (std::uint32_t i = in_.figures.first; i < in_.figures.end; ++i)
        if (mentions_.figures[i].kind == FigureKind::Age)
            ageClaim(i);
        else if (mentions_.figures[i].kind != FigureKind::Ordinal)
            figureClaim(i);
    for (std::uint32_t i = in_.times.first; i < in_.times.end; ++i)
        dateClaim(i);
    for (std::uint32_t i = in_.names.first; i < in_.names.end; ++i)
        if (mentions_.names[i].kind == read::NameKind::Place)
            placeClaim(i);
    for (std::uint32_t i = in_.quotes.first; i < in_.quotes.end; ++i)
        quoteClaim(i);
    if (reading_.sentences[index].may(text::HintBlame))
        responsibilityClaims();
}

/// Does the sentence in hand tell what went before, or another event than the lead?
void Assembler::background() {
    if (backgroundKnown_)
        return;
    backgroundKnown_ = true;
    backgroundSentence_ = false;
    afterToken_ = Syntax::none;
    const Syntax& words = marks();
    if (!words.anyMarked(Tells | StartsMark))
        return; // nearly always
    for (std::uint32_t t = first_; t < end_; ++t) {
        if (!words.marked(t, Tells | StartsMark))
            continue;
        switch (facts(t).telling) {
        case Telling::Before:
            backgroundSentence_ = true;
            break;
        case Telling::Recent: // "in recent months", "previous attacks"; French has the adjective behind
            for (const std::uint32_t near : {t + 1, t - 1})
                if (near >= first_ && near < end_ &&
                    (has(near, Tag::TimeUnit) || facts(near).kind == Kind::Event || facts(near).event != 0) &&
                    (near > t || grammar_.bareInfinitives()))
                    backgroundSentence_ = true;
            break;
        case Telling::After:
            // "Comes two weeks after …": what stands behind went before; "hours after …" is of one day with it.
            if (t > first_ &&
                (facts(t - 1).telling == Telling::Comes ||
                 (has(t - 1, Tag::TimeUnit) &&
                  !oneOf(lexicon_.value(reading_.tokens[t - 1].word, Tag::TimeUnit), {"hour", "minute"}))))
                afterToken_ = t;
            break;
        case Telling::Separate: // "in a separate incident": not the lead event
            if (t > first_ && t + 1 < end_ &&
                (has(t - 1, Tag::Prep) || has(t - 1, Tag::Det) || facts(t + 1).event != 0))
                backgroundSentence_ = true;
            break;
        default:
            break;
        }
        if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Growth));
            phrase && grammar_[phrase->entry].telling == Telling::Before)
            backgroundSentence_ = true; // "since then"
    }
}

} // namespace countercheck::claim
