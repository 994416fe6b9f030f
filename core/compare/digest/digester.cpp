// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/digester.h"

#include "core/compare/digest/closelytimes.h"
#include "core/compare/digest/titles.h"
#include "core/compare/gate/gate.h"
#include "core/compare/relate.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

using claim::Claim;
using claim::ClaimKind;
using text::TokenKind;

namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t h = (a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2))) * 0xd6e8feb86659fd93ull;
    return h ^ (h >> 32);
}

} // namespace

Digester::Digester(const Workspace& in, Digest& out)
    : in_(in), out_(out), lexicon_(text::Lexicon::of(in.reading.language)), concepts_(in.reading, in.mentions),
      close_(in.reading, in.mentions, concepts_, out) {}

void Digester::take(int step, bool closely) {
    switch (step) {
    case 0:
        names();
        words();
        break;
    case 1:
        prints();
        sources();
        break;
    case 2:
        takeClaims(closely);
        break;
    case 3:
        sameCurrency();
        disputes();
        markParts();
        markAmbiguous();
        markOnly();
        sums();
        outcomes();
        bodies();
        break;
    case steps - 1:
        finish(closely);
        break;
    default:
        if (closely)
            lookClosely(step - 4);
        break;
    }
}

void Digester::takeClaims(bool closely) {
    out_.sentences = static_cast<std::uint32_t>(in_.reading.sentences.size());
    out_.language = in_.reading.language;
    out_.leadTime = in_.claims.leadTime;
    out_.leadEvent = in_.claims.leadEvent;
    named_.sentence = 0xFFFFFFFFu;
    constexpr std::size_t statements = 24; // about
    out_.facts.reserve(in_.claims.claims.size() + (closely ? statements : 0));
    for (const Claim& claim : in_.claims.claims)
        fact(claim);
}

void Digester::lookClosely(int step) {
    const std::size_t before = out_.facts.size();
    close_.take(step);
    for (std::size_t i = before; i < out_.facts.size(); ++i)
        namedIn(out_.facts[i]);
}

void Digester::finish(bool closely) {
    for (std::uint32_t i = 0; i < out_.facts.size(); ++i)
        for (const std::uint64_t key : out_.facts[i].keys)
            out_.byKey.emplace_back(key, i);
    std::sort(out_.byKey.begin(), out_.byKey.end());
    out_.sortBySentence();
    numberSentences(out_);
    if (closely)
        gate::settle(out_);
}

std::uint32_t Digester::tokenFrom(std::uint32_t byte) const {
    const auto& tokens = in_.reading.tokens;
    const auto token = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                        [](const text::Token& t, std::uint32_t at) { return t.begin < at; });
    return static_cast<std::uint32_t>(token - tokens.begin());
}

void Digester::quoteWordsOf(const Claim& claim, Fact& fact) const {
    const read::Quote& quote = in_.mentions.quotes[static_cast<std::size_t>(claim.quote)];
    const auto& tokens = in_.reading.tokens;
    const auto first = tokens.begin() + tokenFrom(quote.words.begin), end = tokens.begin() + tokenFrom(quote.words.end);
    const auto room = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, end - first));
    fact.quoteWords.reserve(room);
    fact.quoteContent.reserve(room);
    for (auto t = first; t != tokens.end() && t->end <= quote.words.end; ++t) {
        if (!t->is(TokenKind::Word) && !t->is(TokenKind::Number))
            continue;
        const auto [word, small] = wordOf(*t);
        fact.quoteWords.push_back(word);
        if (!small && t->end - t->begin >= 3)
            fact.quoteContent.push_back(word);
    }
    sortUnique(fact.quoteContent);
    for (const std::uint32_t word : fact.quoteContent.empty() ? fact.quoteWords : fact.quoteContent)
        fact.keys.push_back(word);
    sortUnique(fact.quoteWords);
}

void Digester::keysOf(Fact& fact) const {
    const auto key = [&](std::string_view a, std::string_view b) {
        fact.keys.push_back(
            mixed(mixed(text::hashBytes(a), text::hashBytes(b)), static_cast<std::uint64_t>(fact.kind) + 1));
    };
    if (fact.kind == ClaimKind::Age) {
        const std::size_t blank = fact.subject.rfind(' ');
        key("age", fact.subject.empty()
                       ? fact.slot.head
                       : text::foldAccents(fact.subject.substr(blank == std::string::npos ? 0 : blank + 1)));
    } else if (fact.kind != ClaimKind::Quote) {
        if (!fact.slot.event.empty())
            key(fact.slot.event, "");
        if (!fact.slot.head.empty() &&
            (!fact.slot.classified || (fact.kind == ClaimKind::Count && fact.slot.head != "person")))
            key("", fact.slot.head);
        if (fact.kind == ClaimKind::Date && fact.anchor.lead && fact.sentence <= 1)
            key("lead", "date");
        if (fact.said.set && telling(*fact.said.set)) // the same figure, told with another verb
            key(fact.said.set->headline->toString(), fact.said.unit);
    }
    sortUnique(fact.keys);
}

void Digester::fact(const Claim& claim) {
    const text::Reading& reading = in_.reading;
    Fact& fact = out_.facts.emplace_back();
    fact.kind = claim.kind;
    fact.sentence = claim.sentence;
    fact.slot = claim::detached(claim.slot, fact.keeper);
    across(fact.slot);
    settle(fact.slot);
    fact.marks = claim.marks;
    fact.anchor = claim.anchor;
    fact.negatedVerb = claim.negatedVerb;
    fact.topic = claim.topic;
    if (claim.asking >= 0)
        askAbout(fact, in_.claims.askings[static_cast<std::size_t>(claim.asking)]);
    fact.place = claim.place;
    fact.subject = claim.subject;
    fact.content = concepts_.whole(claim.sentence);
    fact.near = concepts_.within(claim.sentence, claim.kind == ClaimKind::Quote ? claim.highlight : claim.clause);
    // "Shortly before dawn on Saturday" is a part of a day and no stretch over which things add up.
    if (fact.anchor.period && fact.anchor.time && fact.anchor.time->grain >= read::Grain::PartOfDay)
        fact.anchor.period = false;
    if (fact.kind == ClaimKind::Money || fact.kind == ClaimKind::Percentage)
        if (fact.measures = measuresOf(fact.near); fact.measures.empty())
            fact.measures = measuresOf(fact.content);
    if (const std::string_view dimension = claim.slot.dimension;
        !dimension.empty()) // a wall's height is not its length
        fact.measures =
            measuresOf({Concepts::named(std::string(dimension.substr(dimension.rfind(',') + 1)) + "_of_a_thing")});
    tellPart(claim, fact);
    tellBeside(claim, fact);
    tellHowBadly(claim, fact);
    tellVerb(claim, fact);
    tellTogether(claim, fact);
    tellNumberOf(claim, fact);
    tellAge(claim, fact);
    tellMeasure(claim, fact);
    QuestionClaim& said = fact.said;
    said.words = reading.map.toCaptured(claim.highlight);
    said.sentence = reading.map.toCaptured(reading.sentences[claim.sentence].span);
    std::string_view shown = reading.of(claim.highlight);
    if (claim.kind == ClaimKind::Quote) // the comma before the closing mark is the report's, not the speaker's
        while (!shown.empty() && (shown.back() == ',' || shown.back() == '.' || shown.back() == ' '))
            shown.remove_suffix(1);
    if (shown != said.words.of(reading.captured))
        said.shown = std::string(shown);
    if (claim.figure >= 0) {
        const read::Figure& figure = in_.mentions.figures[static_cast<std::size_t>(claim.figure)];
        said.set = figure.set;
        said.unit = figure.unit;
        said.derivation = figure.derivation.toString();
    }
    if (claim.time >= 0) {
        const read::TimeMention& time = in_.mentions.times[static_cast<std::size_t>(claim.time)];
        said.time = time.resolved;
        said.derivation = time.derivation.toString();
        if (fact.kind == ClaimKind::Date && time.value.starts_with('T') && time.resolved &&
            time.resolved->grain >= read::Grain::Hour)
            fact.slot.head = "hour"; // "the blast, at 2.52 p.m.,": of the day on which all happened
        if (fact.kind == ClaimKind::Date && time.resolved && time.resolved->grain >= read::Grain::Hour)
            said.time = fact.anchor.time = hourWithin(in_.reading, *time.resolved, time);
    }
    for (const auto& line : claim.because) {
        if (!said.derivation.empty())
            said.derivation += "; ";
        said.derivation += line;
    }
    if (claim.attribution >= 0) {
        const read::Attribution& a = in_.mentions.attributions[static_cast<std::size_t>(claim.attribution)];
        said.attribution = a.source;
        said.via = a.via;
    }
    if (claim.kind == ClaimKind::Quote) {
        if (said.attribution.empty())
            said.attribution = claim.subject;
        quoteWordsOf(claim, fact);
    }
    namedIn(fact);
    said.modality = claim.modality;
    said.negative = claim.negative;
    keysOf(fact);
}

} // namespace countercheck::compare
