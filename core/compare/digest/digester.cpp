// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/digester.h"

#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/relate.h"
#include "core/compare/words/wordlists.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

using claim::Claim;
using claim::ClaimKind;
using claim::oneOf;
using text::Tag;
using text::tagBit;
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

/// "Across the country", "dans tout le pays": does the noun at `land` stand behind a word for all of it?
bool Digester::throughout(const text::Sentence& s, std::uint32_t land) const {
    constexpr std::uint32_t far = 2;
    for (std::uint32_t t = land; t-- > s.firstToken && land - t <= far;) {
        if (!in_.reading.tokens[t].is(text::TokenKind::Word))
            return false;
        if (listed(Family::Throughout, in_.reading, in_.reading.tokens[t]))
            return true;
    }
    return false;
}

/// "The agency said in May that …": of a report that appeared long after.
bool Digester::saidBefore(std::uint32_t sentence) const {
    constexpr std::int64_t recent = 20 * 86400;
    constexpr std::uint32_t close = 5;
    if (!out_.published)
        return false;
    const auto long_ = [&](const read::TimeMention& time) {
        return time.type == read::TimeType::Date && time.resolved && time.resolved->grain <= read::Grain::Month &&
               !time.resolved->openTo && time.resolved->to + recent <= *out_.published;
    };
    return std::ranges::any_of(read::inSentence(in_.mentions.times, sentence), [&](const read::TimeMention& time) {
        return long_(time) && std::ranges::any_of(read::inSentence(in_.mentions.attributions, sentence),
                                                  [&](const read::Attribution& a) {
                                                      return a.cue.end <= time.span.begin &&
                                                             time.span.begin - a.cue.end <= close;
                                                  });
    });
}

/// "Could raise its rate", "may add 300 jobs": not "may have raised", and not what is guessed to be ("could be as high
/// as four").
bool Digester::mayYet(std::uint32_t t, std::uint32_t end) const {
    const auto& tokens = in_.reading.tokens;
    return t + 1 < end && !tokens[t].has(text::Capitalised) &&
           !oneOf(in_.reading.of(tokens[t + 1]), {"have", "be", "not", "avoir", "être", "also", "only"});
}

/// "Is to open", "are to receive 300 euros"; not "is to the north".
bool Digester::isToBe(std::uint32_t t, std::uint32_t end) const {
    const auto& tokens = in_.reading.tokens;
    const std::uint32_t length = tokens[t].end - tokens[t].begin;
    if ((length != 2 && length != 3) || t + 2 >= end || in_.reading.of(tokens[t + 1]) != "to")
        return false;
    const std::string_view word = text::lowered(in_.reading.of(tokens[t]), buffer_);
    return (word == "is" || word == "are") && !lexicon_.has(tokens[t + 2].word, Tag::Det) &&
           !tokens[t + 2].is(TokenKind::Number);
}

/// "Nine of its hospitals" counts some; of "four of those taken on Sunday" the taking tells of the whole. "Will build"
/// tells of a plan.
void Digester::tellPart(const Claim& claim, Fact& fact) {
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    const auto& tokens = in_.reading.tokens;
    if (claim.sentence != planOf_) {
        planOf_ = claim.sentence;
        plans_.clear();
        everywhere_.clear();
        able_.clear();
        foreseenFrom_ = nowhere;
        narrowed_.clear();
        saidLongAgo_ = saidBefore(claim.sentence);
        for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
            constexpr Families asked = familyBit(Family::Plan) | familyBit(Family::Foresee) | familyBit(Family::Might) |
                                       familyBit(Family::Narrowing) | familyBit(Family::Able) |
                                       familyBit(Family::Everywhere) | familyBit(Family::Land);
            if (isToBe(t, s.endToken))
                plans_.push_back(tokens[t].begin);
            const Families families = familiesOf(in_.reading, tokens[t]) & asked;
            if (families == 0) // nearly every word
                continue;
            const auto is = [&](Family kind) { return (families & familyBit(kind)) != 0; };
            if (is(Family::Plan) && (plans_.empty() || plans_.back() != tokens[t].begin))
                plans_.push_back(tokens[t].begin);
            if (foreseenFrom_ == nowhere && (is(Family::Foresee) || (is(Family::Might) && mayYet(t, s.endToken))))
                foreseenFrom_ = tokens[t].begin;
            if (is(Family::Narrowing))
                narrowed_.emplace_back(tokens[t].begin, narrowingOf(text::lowered(in_.reading.of(tokens[t]), buffer_),
                                                                    t <= s.firstToken + 1));
            if (is(Family::Able))
                able_.push_back(tokens[t].begin);
            if (is(Family::Everywhere) || (is(Family::Land) && throughout(s, t)))
                everywhere_.push_back(tokens[t].begin);
        }
    }
    const auto inClause = [&](const std::vector<std::uint32_t>& places) {
        return std::any_of(places.begin(), places.end(), [&](std::uint32_t at) { return claim.clause.contains(at); });
    };
    // "Plans to spend 4 billion": the clause may begin behind the word.
    constexpr std::uint32_t close = 12;
    const std::string_view clause = claim.clause.of(in_.reading.text);
    const auto leadsIn = [&](std::uint32_t at) {
        if (at >= claim.clause.begin || claim.clause.begin - at > close)
            return false;
        const std::string_view between = Span{at, claim.clause.begin}.of(in_.reading.text);
        return between.ends_with(" to ") || between.ends_with(" de ") || clause.starts_with("to ") ||
               clause.starts_with("de ");
    };
    fact.planned = inClause(plans_) || std::any_of(plans_.begin(), plans_.end(), leadsIn);
    fact.everywhere = inClause(everywhere_);
    fact.saidLongAgo = saidLongAgo_;
    const auto times = read::inSentence(in_.mentions.times, claim.sentence);
    fact.atHour = std::ranges::any_of(times, [&](const read::TimeMention& time) {
        const bool opens = time.firstToken <= s.firstToken + 1; // "By noon, turnout stood at …"
        return time.type == read::TimeType::Time && (opens || claim.clause.contains(time.span));
    });
    // "Can carry up to 400 passengers", "peut transporter 2 000 tonnes": there is room for so many.
    const bool holds = fact.slot.event == "aboard" ||
                       claim::oneOf(fact.slot.event, {"carry", "transport", "transporter", "hold", "contain",
                                                      "contenir", "seat", "accommodate", "accueillir"});
    if (holds && fact.slot.relation == claim::Relation::Patient &&
        std::any_of(able_.begin(), able_.end(),
                    [&](std::uint32_t at) { return at >= claim.clause.begin && at < claim.highlight.begin; }))
        befell(fact.slot, "capacity");
    // "9,000 travellers a day": so many each time, not of what the report tells.
    constexpr std::uint32_t near = 2;
    fact.rate = std::ranges::any_of(times, [&](const read::TimeMention& time) {
        return time.type == read::TimeType::Set && time.span.begin >= claim.highlight.end &&
               time.span.begin - claim.highlight.end <= near;
    });
    fact.foreseen = foreseenFrom_ < claim.highlight.begin;
    // "Work on the bridge began in March", not "will reopen after two years of work"
    // "Detained thirteen men in the city and in two neighbouring towns": the word is of the figure that stands nearer.
    const auto nearer = [&, highlight = claim.highlight](std::uint32_t at) {
        const Span between = at < highlight.begin ? Span{at, highlight.begin} : Span{highlight.end, at};
        return claim.figure >= 0 && claim.kind == ClaimKind::Count &&
               std::ranges::any_of(read::inSentence(in_.mentions.figures, claim.sentence), [&](const read::Figure& f) {
                   return f.phrase.begin >= between.begin && f.phrase.end <= between.end;
               });
    };
    for (const auto& [at, row] : narrowed_)
        if (fact.kind != ClaimKind::Date ? !nearer(at) : at < claim.highlight.begin)
            fact.narrowed |= row;
    bool of = false;
    const std::uint32_t figure = std::clamp(tokenFrom(claim.highlight.begin), s.firstToken, s.endToken);
    bool last = claim.figure < 0;
    for (std::uint32_t t = figure; t < s.endToken && !last; ++t) {
        last = tokens[t].begin >= claim.highlight.end; // the one behind it
        const std::string_view word = in_.reading.of(tokens[t]);
        if (claim.highlight.contains(tokens[t].begin)) {
            const bool determined = t + 1 < s.endToken && (lexicon_.has(tokens[t + 1].word, Tag::Det) ||
                                                           lexicon_.has(tokens[t + 1].word, Tag::Poss));
            of |= t > s.firstToken && ((word == "of" && determined) || word == "des" || (word == "de" && determined));
            continue;
        }
        const bool behind =
            t > s.firstToken && tokens[t].begin >= claim.highlight.end && claim.highlight.contains(tokens[t - 1].begin);
        if (of && behind &&
            (lexicon_.has(tokens[t].word, Tag::VerbPart) || word == "who" || word == "that" || word == "qui"))
            fact.marks.ofThem = true;
    }
    // "2.4 million copies of the album": what stands behind the counted noun belongs to it, and is no whole.
    if (claim.figure >= 0 && fact.marks.ofThem && !of) {
        const auto behind = tokens.begin() + tokenFrom(claim.highlight.end);
        const text::Span counted = in_.mentions.figures[static_cast<std::size_t>(claim.figure)].counted;
        if (behind + 1 < tokens.end() && in_.reading.of(*behind) == "of" && in_.reading.of(*(behind + 1)) == "the" &&
            !counted.empty() && claim.highlight.contains(counted))
            fact.marks.ofThem = false;
    }
    fact.partitive = of && fact.kind == ClaimKind::Count;
    // "Killed 41 people in three countries"
    for (std::uint32_t t = figure; claim.figure >= 0 && t + 2 < s.endToken; ++t)
        if (tokens[t].begin >= claim.highlight.end &&
            (tokens[t + 1].is(TokenKind::Number) || lexicon_.has(tokens[t + 1].word, Tag::Number)) &&
            oneOf(in_.reading.of(tokens[t]), {"in", "across", "dans"}) && lexicon_.nounLemma(tokens[t + 2].word) != 0)
            fact.everywhere |= listed(Family::Land, in_.reading, tokens[t + 2]) ||
                               listed(Family::Territory, lexicon_.form(lexicon_.nounLemma(tokens[t + 2].word)));
    // "The bombing of schools and of houses killed 50", "attacks in Kano and in Jos": a preposition said again behind
    // "and" names another target. Behind the figure it belongs to what follows.
    constexpr std::uint32_t far = 12;
    for (std::uint32_t t = figure; claim.figure >= 0 && t-- > s.firstToken + 1 && !tokens[t].is(TokenKind::Comma);) {
        const std::string_view link = in_.reading.of(tokens[t - 1]);
        if ((link != "and" && link != "et") || !oneOf(in_.reading.of(tokens[t]), {"of", "in", "on", "against", "near",
                                                                                  "de", "des", "à", "dans", "contre"}))
            continue;
        for (std::uint32_t b = t - 1; b-- > s.firstToken && t - b < far && !tokens[b].is(TokenKind::Comma);)
            fact.several |= tokens[b].word == tokens[t].word;
    }
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
