// SPDX-License-Identifier: GPL-3.0-or-later
// Of what a figure is told: of a part or of all, of what is or of what is to be, each time or once.
#include "core/compare/digest/digester.h"

#include "core/claim/parts.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/words/cues.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

using claim::Claim;
using claim::ClaimKind;
using text::Span;
using text::Tag;
using text::TokenKind;

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
    return t + 1 < end && !tokens[t].has(text::Capitalised) && !cue(Cue::NoDeed, in_.reading.of(tokens[t + 1]));
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

/// Where a sentence has words that tell of a plan, of a whole country, of what can be done: found out once for all of
/// its claims.
void Digester::lookThrough(std::uint32_t sentence) {
    const text::Sentence& s = in_.reading.sentences[sentence];
    const auto& tokens = in_.reading.tokens;
    planOf_ = sentence;
    plans_.clear();
    everywhere_.clear();
    able_.clear();
    foreseenFrom_ = nowhere;
    narrowed_.clear();
    saidLongAgo_ = saidBefore(sentence);
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
            narrowed_.emplace_back(
                tokens[t].begin, narrowingOf(text::lowered(in_.reading.of(tokens[t]), buffer_), t <= s.firstToken + 1));
        if (is(Family::Able))
            able_.push_back(tokens[t].begin);
        if (is(Family::Everywhere) || (is(Family::Land) && throughout(s, t)))
            everywhere_.push_back(tokens[t].begin);
    }
}

/// One claim in its sentence, through which lookThrough() went.
class Digester::Part : OfClaim {
public:
    Part(const Digester& digester, const Claim& claim, Fact& fact)
        : OfClaim(digester, claim, fact),
          figure_(std::clamp(digester.tokenFrom(claim.highlight.begin), s_.firstToken, s_.endToken)) {}
    void tell() {
        tellPlanned();
        tellTimes();
        tellRoom();
        tellNarrowed();
        if (claim_.figure < 0)
            return;
        tellOfThem();
        tellLands();
        tellSeveral();
    }

private:
    void tellPlanned();
    void tellTimes();
    void tellRoom();
    void tellNarrowed();
    [[nodiscard]] bool nearer(std::uint32_t at) const;
    void tellOfThem();
    void tellCopies();
    void tellLands();
    void tellSeveral();

    [[nodiscard]] std::string_view word(std::uint32_t t) const { return reading_.of(tokens_[t]); }
    [[nodiscard]] bool determines(std::uint32_t t) const {
        return t < s_.endToken && (lexicon_.has(tokens_[t].word, Tag::Det) || lexicon_.has(tokens_[t].word, Tag::Poss));
    }

    std::uint32_t figure_; ///< its first token
};

/// "Plans to spend 4 billion", "across the country"; the clause may begin behind the word of a plan.
void Digester::Part::tellPlanned() {
    constexpr std::uint32_t close = 12;
    const std::string_view clause = claim_.clause.of(reading_.text);
    const auto inClause = [&](std::uint32_t at) { return claim_.clause.contains(at); };
    const auto leadsIn = [&](std::uint32_t at) {
        if (at >= claim_.clause.begin || claim_.clause.begin - at > close)
            return false;
        const std::string_view between = Span{at, claim_.clause.begin}.of(reading_.text);
        return between.ends_with(" to ") || between.ends_with(" de ") || clause.starts_with("to ") ||
               clause.starts_with("de ");
    };
    const auto& plans = digester_.plans_;
    fact_.planned = std::ranges::any_of(plans, inClause) || std::ranges::any_of(plans, leadsIn);
    fact_.everywhere = std::ranges::any_of(digester_.everywhere_, inClause);
    fact_.foreseen = digester_.foreseenFrom_ < claim_.highlight.begin;
}

/// "By noon, turnout stood at …"; "9,000 travellers a day": so many each time, not of what the report tells.
void Digester::Part::tellTimes() {
    const auto times = read::inSentence(mentions_.times, claim_.sentence);
    fact_.saidLongAgo = digester_.saidLongAgo_;
    fact_.atHour = std::ranges::any_of(times, [&](const read::TimeMention& time) {
        const bool opens = time.firstToken <= s_.firstToken + 1;
        return time.type == read::TimeType::Time && (opens || claim_.clause.contains(time.span));
    });
    constexpr std::uint32_t near = 2;
    fact_.rate = std::ranges::any_of(times, [&](const read::TimeMention& time) {
        return time.type == read::TimeType::Set && time.span.begin >= claim_.highlight.end &&
               time.span.begin - claim_.highlight.end <= near;
    });
}

/// "Can carry up to 400 passengers", "peut transporter 2 000 tonnes": there is room for so many.
void Digester::Part::tellRoom() {
    if ((fact_.slot.event == "aboard" || cue(Cue::Holding, fact_.slot.event)) &&
        fact_.slot.relation == claim::Relation::Patient && std::ranges::any_of(digester_.able_, [&](std::uint32_t at) {
            return at >= claim_.clause.begin && at < claim_.highlight.begin;
        }))
        befell(fact_.slot, "capacity");
}

/// "Work on the bridge began in March", not "will reopen after two years of work"
void Digester::Part::tellNarrowed() {
    for (const auto& [at, row] : digester_.narrowed_)
        if (fact_.kind != ClaimKind::Date ? !nearer(at) : at < claim_.highlight.begin)
            fact_.narrowed |= row;
}

/// "Detained thirteen men in the city and in two neighbouring towns": the word is of the figure that stands nearer.
bool Digester::Part::nearer(std::uint32_t at) const {
    const Span highlight = claim_.highlight;
    const Span between = at < highlight.begin ? Span{at, highlight.begin} : Span{highlight.end, at};
    return claim_.figure >= 0 && claim_.kind == ClaimKind::Count &&
           std::ranges::any_of(read::inSentence(mentions_.figures, claim_.sentence), [&](const read::Figure& f) {
               return f.phrase.begin >= between.begin && f.phrase.end <= between.end;
           });
}

/// "Nine of its hospitals" counts some; of "four of those taken on Sunday" the taking tells of the whole.
void Digester::Part::tellOfThem() {
    bool of = false;
    for (std::uint32_t t = figure_; t < s_.endToken; ++t) {
        if (claim_.highlight.contains(tokens_[t].begin)) {
            of |= t > s_.firstToken && (word(t) == "des" || (cue(Cue::Of, word(t)) && determines(t + 1)));
        } else if (of && t > s_.firstToken && tokens_[t].begin >= claim_.highlight.end &&
                   claim_.highlight.contains(tokens_[t - 1].begin) &&
                   (lexicon_.has(tokens_[t].word, Tag::VerbPart) || cue(Cue::Who, word(t)))) {
            fact_.marks.ofThem = true;
        }
        if (tokens_[t].begin >= claim_.highlight.end) // the one behind it
            break;
    }
    if (fact_.marks.ofThem && !of)
        tellCopies();
    fact_.partitive = of && fact_.kind == ClaimKind::Count;
}

/// "2.4 million copies of the album": what stands behind the counted noun belongs to it, and is no whole.
void Digester::Part::tellCopies() {
    const auto behind = tokens_.begin() + digester_.tokenFrom(claim_.highlight.end);
    const Span counted = mentions_.figures[static_cast<std::size_t>(claim_.figure)].counted;
    if (behind + 1 < tokens_.end() && reading_.of(*behind) == "of" && reading_.of(*(behind + 1)) == "the" &&
        !counted.empty() && claim_.highlight.contains(counted))
        fact_.marks.ofThem = false;
}

/// "Killed 41 people in three countries"
void Digester::Part::tellLands() {
    for (std::uint32_t t = figure_; t + 2 < s_.endToken; ++t) {
        if (tokens_[t].begin < claim_.highlight.end ||
            (!tokens_[t + 1].is(TokenKind::Number) && !lexicon_.has(tokens_[t + 1].word, Tag::Number)) ||
            !cue(Cue::Across, word(t)))
            continue;
        if (const text::WordId land = lexicon_.nounLemma(tokens_[t + 2].word); land != 0)
            fact_.everywhere |=
                listed(Family::Land, reading_, tokens_[t + 2]) || listed(Family::Territory, lexicon_.form(land));
    }
}

/// "The bombing of schools and of houses killed 50", "attacks in Kano and in Jos": a preposition said again behind
/// "and" names another target. Behind the figure it belongs to what follows.
void Digester::Part::tellSeveral() {
    constexpr std::uint32_t far = 12;
    for (std::uint32_t t = figure_; t-- > s_.firstToken + 1 && !tokens_[t].is(TokenKind::Comma);) {
        if (!cue(Cue::And, word(t - 1)) || !cue(Cue::Target, word(t)))
            continue;
        for (std::uint32_t b = t - 1; b-- > s_.firstToken && t - b < far && !tokens_[b].is(TokenKind::Comma);)
            fact_.several |= tokens_[b].word == tokens_[t].word;
    }
}

void Digester::tellPart(const Claim& claim, Fact& fact) {
    if (claim.sentence != planOf_)
        lookThrough(claim.sentence);
    Part(*this, claim, fact).tell();
}

} // namespace countercheck::compare
