// SPDX-License-Identifier: GPL-3.0-or-later
// What the words around a claim tell of it, and what another language calls what it is about.
#include "core/compare/digest/digester.h"

#include "core/claim/parts.h"
#include "core/compare/words/cues.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

using claim::ClaimKind;
using text::Tag;
using text::tagBit;
using text::TokenKind;

/// French lemmas of which no table told the English one, so that slots of two languages meet.
void Digester::across(claim::Slot& slot) const {
    if (in_.reading.language != text::Language::French)
        return;
    if (!slot.classified && !slot.event.empty()) {
        slot.event = acrossOf(slot.event);
        const text::Lexicon& english = text::Lexicon::of(text::Language::English);
        const std::string_view event = english.value(english.find(slot.event), Tag::Event);
        if (!event.empty()) {
            slot.event = event;
            slot.classified = true;
        }
    }
    if (!slot.head.empty())
        slot.head = acrossOf(slot.head);
}

/// The noun as what is counted.
void Digester::takeNoun(claim::Slot& slot, text::WordId noun) const {
    const std::string_view label = lexicon_.value(noun, Tag::Label), kind = lexicon_.value(noun, Tag::Class);
    slot.head = !label.empty() ? label : lexicon_.form(noun);
    if (in_.reading.language == text::Language::French)
        slot.head = acrossOf(slot.head);
    slot.headClass = !kind.empty()                                         ? kind
                     : lexicon_.use(noun).nounField == text::Field::Person ? std::string_view("person")
                                                                           : std::string_view();
    slot.headRole = lexicon_.value(noun, Tag::Role);
    slot.modifiers = {};
}

/// What the words around one claim tell of it; each step says one thing, and later ones know what those before said.
class Digester::Beside : OfClaim {
public:
    Beside(const Digester& digester, const claim::Claim& claim, Fact& fact)
        : OfClaim(digester, claim, fact), slot_(fact.slot), first_(digester.tokenFrom(claim.highlight.begin)),
          end_(digester.tokenFrom(claim.highlight.end)), figure_(claim.figure >= 0) {}
    void tell() {
        if (fact_.kind == ClaimKind::Measure)
            tellRace();
        if (fact_.kind == ClaimKind::Count)
            tellCounted();
        if (slot_.head == "member")
            tellCrew();
        if (fact_.kind == ClaimKind::Count)
            tellFate();
        if (fact_.kind == ClaimKind::Money)
            tellSum();
        if (figure_ && fact_.kind != ClaimKind::Count && first_ >= s_.firstToken + 2)
            tellForeseen();
        if (fact_.kind == ClaimKind::Age)
            tellWhoseAge();
        tellDayAfter();
    }

private:
    void tellRace();
    // of counts
    void tellCounted();
    void tellAboard();
    void tellBareVerb();
    void tellNations();
    void tellFate();
    void tellForced();
    void tellAmongDead();
    void tellOfThem();
    void tellBringing();
    void tellCostOfLives();
    void tellUndone();
    void tellNumbered();
    void tellLivesClaimed();
    void tellOfWhole();
    void tellVotesAgainst();
    // of sums
    void tellSum();
    void tellPaidFor();
    void tellForeseen();

    void tellCrew();
    void tellWhoseAge();
    void tellDayAfter();

    [[nodiscard]] std::string_view word(std::uint32_t t) const {
        return t >= s_.firstToken && t < s_.endToken ? reading_.of(tokens_[t]) : std::string_view();
    }
    [[nodiscard]] bool is(Cue kind, std::uint32_t t) const { return cue(kind, word(t)); }
    [[nodiscard]] bool number(std::uint32_t t) const {
        return t >= s_.firstToken && t < s_.endToken &&
               (tokens_[t].is(TokenKind::Number) || lexicon_.has(tokens_[t].word, Tag::Number));
    }
    [[nodiscard]] std::string_view eventAt(std::uint32_t t) const {
        return lexicon_.value(tokens_[t].word, Tag::Event);
    }
    [[nodiscard]] bool ofPersons() const { return slot_.headClass == "person"; }
    /// It is part of something else than what its sentence tells.
    void setApart(std::string_view event) {
        slot_.event = event;
        slot_.classified = true;
        slot_.relation = claim::Relation::None;
    }

    claim::Slot& slot_;
    std::uint32_t first_, end_; ///< tokens of the claim's figure
    bool figure_;
};

/// "Won the 200 metres", "l'or sur 200 mètres papillon": the name of a race, not how long something is.
void Digester::Beside::tellRace() {
    const bool before = first_ > s_.firstToken;
    if (before && (slot_.unit == "m" || slot_.unit == "km") && is(Cue::Race, first_ - 1) && !is(Cue::Of, end_) &&
        reading_.of(claim_.highlight).find('-') == std::string_view::npos && // "the 10-metre-long dhow"
        figure_ && mentions_.figures[static_cast<std::size_t>(claim_.figure)].set.headline)
        fact_.sum = "name";
    if (slot_.unit == "m" && (is(Cue::Stroke, end_) ||
                              (before && is(Cue::Over, first_ - 1) && claim::oneOf(slot_.event, {"win", "victory"}))))
        fact_.sum = "name";
}

void Digester::Beside::tellCounted() {
    if (figure_ && ofPersons())
        tellAboard();
    if (figure_ && first_ > s_.firstToken)
        tellBareVerb();
    if (figure_)
        tellNations();
    // "A five-storey apartment block": the words behind are not the noun's.
    const std::string_view words = reading_.of(claim_.highlight);
    if (words.find('-') != std::string_view::npos && words.find(' ') == std::string_view::npos)
        slot_.modifiers = {};
}

/// "The plane with 68 people on board crashed": what is told of them is that they were there.
void Digester::Beside::tellAboard() {
    const bool there =
        !slot_.classified || slot_.event.empty() || claim::oneOf(slot_.event, {"crash", "missing"}) ||
        (slot_.relation == claim::Relation::Adjunct && (slot_.event == "arrival" || cue(Cue::With, slot_.preposition)));
    for (std::uint32_t t = end_; there && t < end_ + 2; ++t)
        if (is(Cue::Aboard, t) || (is(Cue::On, t) && is(Cue::Board, t + 1))) {
            befell(slot_, "aboard");
            fact_.negatedVerb = false;
        }
}

/// "Office shooting kills 1", "killing 41 people and injuring more than 200": the verb before a bare figure tells what
/// befell those.
void Digester::Beside::tellBareVerb() {
    const bool bare =
        slot_.head.empty() || (slot_.head == "person" && end_ > first_ && tokens_[end_ - 1].is(TokenKind::Number));
    if (!bare)
        return;
    if (const std::string_view event = eventAt(first_ - 1);
        event != slot_.event && listed(Family::Fate, event) &&
        lexicon_.hasAny(tokens_[first_ - 1].word, tagBit(Tag::VerbS) | tagBit(Tag::VerbIng)))
        befell(slot_, event);
}

/// "23 Somali and Yemeni pirates": all of them are pirates.
void Digester::Beside::tellNations() {
    if (end_ <= s_.firstToken || !lexicon_.has(tokens_[end_ - 1].word, Tag::Nationality) || !is(Cue::And, end_) ||
        end_ + 2 >= s_.endToken || !lexicon_.has(tokens_[end_ + 1].word, Tag::Nationality) ||
        !tokens_[end_ + 2].is(TokenKind::Word) || digester_.smallWord(tokens_[end_ + 2]))
        return;
    slot_.head = slot_.headClass = "person";
    slot_.headRole = {};
}

/// "12 membres d'équipage"
void Digester::Beside::tellCrew() {
    for (std::uint32_t t = end_; t < std::min(end_ + 3, s_.endToken); ++t)
        if (is(Cue::Crew, t)) {
            slot_.head = "crew";
            return;
        }
}

void Digester::Beside::tellFate() {
    if (figure_ && ofPersons() && listed(Family::Causing, slot_.event))
        tellForced();
    if (ofPersons() && is(Cue::Are, end_))
        tellAmongDead();
    tellOfThem();
    tellBringing();
    if (ofPersons() && slot_.event == "price")
        tellCostOfLives();
    if (!figure_)
        return;
    tellUndone();
    tellNumbered();
    if (first_ > s_.firstToken)
        tellLivesClaimed();
    if (first_ < s_.firstToken + 2)
        return;
    tellOfWhole();
    tellVotesAgainst();
}

/// "Forced some 2,000 people to flee": what they were made to do.
void Digester::Beside::tellForced() {
    constexpr std::uint32_t far = 12;
    for (std::uint32_t t = end_; t + 1 < std::min(end_ + far, s_.endToken); ++t) {
        const std::string_view event = is(Cue::To, t) ? eventAt(t + 1) : std::string_view();
        if (event.empty())
            continue;
        befell(slot_, event);
        return;
    }
}

/// "Four policemen are among the dead"
void Digester::Beside::tellAmongDead() {
    constexpr std::uint32_t far = 4;
    for (std::uint32_t t = end_ + 1; t < std::min(end_ + far, s_.endToken); ++t) {
        if (!is(Cue::Among, t))
            continue;
        for (std::uint32_t n = t + 1; n < std::min(t + far, s_.endToken); ++n)
            if (const std::string_view event = cueFor(Cue::Befallen, word(n)); !event.empty()) {
                befell(slot_, event);
                fact_.marks.ofThem = false;
            }
    }
}

/// "14 blessés, dont trois graves"; not of "63 morts parmi les migrants", which tells who the dead were.
void Digester::Beside::tellOfThem() {
    if (first_ > s_.firstToken && is(Cue::OfThem, first_ - 1))
        fact_.marks.ofThem = true;
    if (fact_.marks.ofThem && claim::oneOf(slot_.event, {"death", "injury"}) && is(Cue::AmongWhom, end_))
        fact_.marks.ofThem = false;
}

/// "Five soldiers died on Wednesday, bringing to ten the number": they are what a total grew by.
void Digester::Beside::tellBringing() {
    for (std::uint32_t t = end_; t + 1 < s_.endToken && !fact_.increment; ++t)
        fact_.increment = tokens_[t].is(TokenKind::Comma) && is(Cue::Bringing, t + 1);
}

/// "A coûté la vie à huit personnes", "cost eight people their lives"
void Digester::Beside::tellCostOfLives() {
    static const std::uint32_t life = Concepts::named("life");
    if (!hasWord(fact_, life))
        return;
    slot_.event = "death";
    slot_.relation = claim::Relation::Patient;
    slot_.preposition = {};
}

/// "32 fermetures de magasins", "900 suppressions de postes": the noun tells what is done to what is counted.
void Digester::Beside::tellUndone() {
    if (end_ <= s_.firstToken || end_ + 1 >= s_.endToken || !is(Cue::OfNoun, end_))
        return;
    const std::string_view event = cueFor(Cue::Undoing, word(end_ - 1));
    const text::WordId of = event.empty() ? 0 : lexicon_.nounLemma(tokens_[end_ + 1].word);
    if (of == 0)
        return;
    befell(slot_, event);
    digester_.takeNoun(slot_, of);
}

/// "Les malfaiteurs, au nombre de quatre": those before are counted.
void Digester::Beside::tellNumbered() {
    if (first_ < s_.firstToken + 5 || word(first_ - 1) != "de" || word(first_ - 2) != "nombre" ||
        word(first_ - 3) != "au" || !tokens_[first_ - 4].is(TokenKind::Comma))
        return;
    const text::WordId of = lexicon_.nounLemma(tokens_[first_ - 5].word);
    if (of == 0)
        return;
    slot_.event = {};
    slot_.classified = false;
    digester_.takeNoun(slot_, of);
}

/// "Claimed 21 lives, and 27 people were rescued": the verb before the figure tells it.
void Digester::Beside::tellLivesClaimed() {
    if (!cue(Cue::Lives, slot_.head) || !is(Cue::Claiming, first_ - 1))
        return;
    befell(slot_, "death");
    slot_.head = slot_.headClass = "person";
}

/// "112 of the 240 seats"
void Digester::Beside::tellOfWhole() {
    const text::WordId before = tokens_[first_ - 1].word;
    const bool determined = lexicon_.has(before, Tag::Det) || lexicon_.has(before, Tag::Poss);
    if (determined && first_ >= s_.firstToken + 3 && is(Cue::Of, first_ - 2) && number(first_ - 3))
        setApart("whole");
}

/// "121 votes to 110"
void Digester::Beside::tellVotesAgainst() {
    if ((slot_.head.empty() || slot_.head == "vote") && is(Cue::Against, first_ - 1) &&
        (number(first_ - 2) || (first_ >= s_.firstToken + 3 && number(first_ - 3))))
        setApart("votes against");
}

void Digester::Beside::tellSum() {
    // "Spent another 35 million on marketing": beside what was spent before.
    if (first_ > s_.firstToken && is(Cue::More, first_ - 1))
        fact_.marks.more = true;
    // "A 50-billion increase in its market value", "a rise of 50 billion"
    fact_.increment = is(Cue::Change, end_) ||
                      (first_ >= s_.firstToken + 2 && is(Cue::Change, first_ - 2) && is(Cue::Of, first_ - 1));
    if (slot_.preposition == "for" && claim::oneOf(slot_.event, {"announcement", "confirm", "announce"}))
        tellPaidFor();
}

/// "Announced the takeover of its rival for 1.2 billion euros": what it is paid for.
void Digester::Beside::tellPaidFor() {
    for (std::uint32_t t = first_; t-- > s_.firstToken;)
        if (const std::string_view event = eventAt(t); claim::oneOf(event, {"deal", "purchase", "takeover"})) {
            slot_.event = event;
            slot_.classified = true;
            return;
        }
}

/// "Offers his price target of 21 dollars": what is foreseen is its own, whatever is done with it.
void Digester::Beside::tellForeseen() {
    if (!is(Cue::Of, first_ - 1) || !listed(Family::Forecast, reading_, tokens_[first_ - 2]))
        return;
    slot_.event = headOf(Family::Forecast, word(first_ - 2));
    slot_.classified = false;
    slot_.relation = claim::Relation::Copula;
    slot_.preposition = {};
}

/// "Wend, a 49-year-old lawyer"
void Digester::Beside::tellWhoseAge() {
    if (!fact_.subject.empty() || first_ <= s_.firstToken + 1)
        return;
    std::uint32_t t = first_;
    while (t > s_.firstToken && lexicon_.has(tokens_[t - 1].word, Tag::Det))
        --t;
    if (t <= s_.firstToken + 1 || !tokens_[t - 1].is(TokenKind::Comma))
        return;
    for (const read::Name& name : read::inSentence(mentions_.names, claim_.sentence))
        if (name.kind == read::NameKind::Person && name.span.end == tokens_[t - 2].end) {
            fact_.subject = mentions_.entities[name.entity].name;
            return;
        }
}

/// "On Thursday, a day after 23 people died": the day is not that of the deaths.
void Digester::Beside::tellDayAfter() {
    if (!figure_ || !fact_.anchor.explicitTime || !fact_.anchor.time)
        return;
    constexpr std::uint32_t near = 12;
    for (const read::TimeMention& time : read::inSentence(mentions_.times, claim_.sentence)) {
        if (time.endToken > first_ || !time.resolved || time.resolved->from != fact_.anchor.time->from ||
            first_ - time.endToken > near)
            continue;
        for (std::uint32_t t = std::max(time.endToken, s_.firstToken + 1); t < first_; ++t)
            if (is(Cue::After, t) && is(Cue::Stretch, t - 1)) {
                fact_.anchor.explicitTime = false;
                fact_.anchor.time.reset();
                fact_.anchor.background = false;
                return;
            }
    }
}

void Digester::tellBeside(const claim::Claim& claim, Fact& fact) const {
    Beside(*this, claim, fact).tell();
}

/// "The number of children missing has risen to 42", "le nombre de blessés est passé à 31": what is counted stands
/// behind the number, and what befell it behind that.
void Digester::tellNumberOf(const claim::Claim& claim, Fact& fact) const {
    if (claim.figure < 0 || fact.kind != ClaimKind::Count ||
        !(fact.slot.head.empty() || cue(Cue::Number, fact.slot.head)))
        return;
    const auto& tokens = in_.reading.tokens;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    const std::uint32_t figure = tokenFrom(claim.highlight.begin);
    const auto word = [&](std::uint32_t t) {
        return t >= s.firstToken && t < figure ? in_.reading.of(tokens[t]) : std::string_view();
    };
    constexpr std::uint32_t far = 6, near = 3;
    for (std::uint32_t t = s.firstToken; t + 2 < figure; ++t) {
        if (!cue(Cue::Number, word(t)) || !cue(Cue::OfThe, word(t + 1)))
            continue;
        for (std::uint32_t n = t + 2; n < std::min(t + far, figure) && !tokens[n].is(TokenKind::Comma); ++n) {
            const text::WordId own = tokens[n].word, lemma = own == 0 ? 0 : lexicon_.nounLemma(own);
            const std::string_view role = lexicon_.value(own, Tag::Role);
            const std::string_view fate = role.substr(0, role.find(':'));
            if (role.ends_with(":patient") && listed(Family::Fate, fate)) { // "of injured", "de morts"
                befell(fact.slot, fate);
                fact.slot.head = fact.slot.headClass = "person";
                return;
            }
            if (lemma == 0 || lexicon_.has(own, Tag::VerbPart) || lexicon_.has(own, Tag::Det))
                continue;
            std::string_view event;
            for (std::uint32_t v = n + 1; event.empty() && v < std::min(n + 1 + near, figure); ++v) {
                if (lexicon_.has(tokens[v].word, Tag::VerbPart))
                    event = lexicon_.value(tokens[v].word, Tag::Event);
                else
                    event = cueFor(Cue::Left, word(v));
            }
            if (event.empty())
                return;
            befell(fact.slot, event);
            takeNoun(fact.slot, lemma);
            return;
        }
        return;
    }
}

/// "Sales rose 4 percent": the plural names what is measured, where the singular is a deed ("the sale of the bank").
void Digester::tellMeasure(const claim::Claim& claim, Fact& fact) const {
    if (fact.kind != ClaimKind::Money && fact.kind != ClaimKind::Percentage)
        return;
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const text::Token& token = in_.reading.tokens[t];
        if (!claim.clause.contains(token.begin))
            continue;
        if (!listed(Family::MeasureForm, in_.reading, token))
            continue;
        const std::string_view form = text::lowered(in_.reading.of(token), buffer_);
        // "60 percent of voters backed the plan" is no turnout.
        const bool voters = lexicon_.value(token.word, text::Tag::Role) == "vote:agent";
        if (voters && !fact.slot.event.empty() && !listed(Family::Light, fact.slot.event) &&
            !claim::oneOf(fact.slot.event, {"vote", "participation"}))
            continue;
        for (const std::uint32_t measure : measuresOf({Concepts::named(headOf(Family::MeasureForm, form))}))
            fact.measures.push_back(measure);
    }
    ownMeasures(fact.measures);
}

} // namespace countercheck::compare
