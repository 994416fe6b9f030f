// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure counts that stands with another figure or before: "12 of whom", "killed 14 people and injured 30".
#include "core/read/figures/figurewalk.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;

std::optional<CountedNoun> FigureWalk::countedBefore(std::uint32_t phraseBegin) const {
    const std::size_t own = out_.figures.size() - 1; // the figure that is being made
    if (own <= firstFigure_ || out_.figures[own - 1].kind != FigureKind::Count ||
        out_.figures[own - 1].countedLemma.empty())
        return std::nullopt;
    for (std::uint32_t k = phraseBegin; k-- > t_.begin;)
        if (t_[k].begin == out_.figures[own - 1].counted.begin)
            return CountedNoun{k, true};
    return std::nullopt;
}

std::optional<CountedNoun> FigureWalk::gapped(std::uint32_t end, std::uint32_t phraseBegin) const {
    if (!(t_.onlyStopAt(end) || t_.kind(end, TokenKind::Comma) || t_.kind(end, TokenKind::Semicolon) ||
          t_.is(end, w_.conjAnd)) ||
        !t_.kind(phraseBegin - 1, TokenKind::Word))
        return std::nullopt;
    const auto before = countedBefore(phraseBegin);
    if (!before)
        return std::nullopt;
    // "64 seats, the Greens 21, the Left 8": a third stands behind a second whose noun is left out too
    std::uint32_t i = std::max(before->token + 1, out_.figures[out_.figures.size() - 2].endToken);
    const std::uint32_t noun = i;
    if (t_.kind(i, TokenKind::Comma) || t_.kind(i, TokenKind::Semicolon))
        ++i;
    if (t_.isAny(i, {w_.conjAnd, w_.while_}))
        ++i;
    if (i == noun)
        return std::nullopt;
    const bool determined = t_.hasAny(i, tagBit(Tag::Det) | tagBit(Tag::Poss));
    if (determined)
        ++i;
    if (i >= phraseBegin || i + 3 < phraseBegin)
        return std::nullopt;
    for (; i < phraseBegin; ++i)
        if (!t_.kind(i, TokenKind::Word) || !(determined || t_.flag(i, text::Capitalised)) ||
            t_.hasAny(i, tagBit(Tag::Prep) | tagBit(Tag::Aux) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbS) |
                             tagBit(Tag::Number) | tagBit(Tag::Adverb) | tagBit(Tag::NotCount)))
            return std::nullopt;
    return before;
}

std::optional<CountedNoun> FigureWalk::attributive(const Numeral& n) const {
    const std::uint32_t i = n.end;
    if (!(t_.isAny(n.first - 1, {w_.a, w_.an}) || (t_.is(n.first - 1, w_.the) && !n.digits)) ||
        n.form != NumeralForm::Cardinal || !n.value.isWhole())
        return std::nullopt;
    for (const std::uint32_t word : {i, i + 1})
        if (!t_.kind(word, TokenKind::Word) || t_.flag(word, text::Capitalised) || !mostlyNoun(word) ||
            t_.hasAny(word, tagBit(Tag::TimeUnit) | tagBit(Tag::Unit) | tagBit(Tag::NotCount) | tagBit(Tag::Number) |
                                tagBit(Tag::Multiplier) | tagBit(Tag::Aux) | tagBit(Tag::Say)))
            return std::nullopt;
    return (t_.lexicon.use(t_[i].word).forms & text::NounSingular) != 0 ? std::optional(CountedNoun{i}) : std::nullopt;
}

bool FigureWalk::isVote(const CountedNoun& noun) const {
    const std::string_view word = t_.text(noun.token);
    return word == "voix" || word == "votes" || word == "vote" || word == "Stimmen" || word == "votos";
}

std::optional<CountedNoun> FigureWalk::otherEnd(const Numeral& n) const {
    const std::uint32_t j = n.end + 1;
    if (!t_.is(n.end, w_.to) || !t_.is(n.first - 1, w_.from) || timeToken(j) ||
        !(t_.kind(j, TokenKind::Number) || t_.has(j, Tag::Number)))
        return std::nullopt;
    const auto other = readNumeral(t_, j, j);
    return other && other->form == NumeralForm::Cardinal ? headAfter(t_, other->end, NounNumber::Many) : std::nullopt;
}

std::optional<CountedNoun> FigureWalk::numberBehind(std::uint32_t end) const {
    if (!t_.hasAny(end, tagBit(Tag::Det)) || !t_.has(end + 1, Tag::CountNoun) || !t_.isOf(end + 2))
        return std::nullopt;
    auto head = headAfterOf(t_, end + 2, NounNumber::Any);
    if (head)
        head->before = true; // outside this figure's phrase
    return head;
}

std::optional<CountedNoun> FigureWalk::antecedent(std::uint32_t end, std::uint32_t phraseBegin) const {
    const std::string_view lead = t_.text(phraseBegin - 1);
    const bool of = w_.language == Language::German
                        ? lead == "denen" && t_.isOf(phraseBegin - 2) // "von denen 27"
                        : w_.language == Language::Spanish && t_.isOf(phraseBegin - 3) &&
                              (lead == "que" || lead == "cuales") &&
                              (t_.text(phraseBegin - 2) == "los" || t_.text(phraseBegin - 2) == "las");
    const bool whom = of || (t_.isOf(end) && t_.isAny(end + 1, {w_.whom, w_.which, w_.them})) ||
                      (t_.isAny(phraseBegin - 1, {w_.whom, w_.which}) && t_.isOf(phraseBegin - 2));
    if (whom) {
        for (std::size_t i = out_.figures.size(); i-- > firstFigure_;)
            if (!out_.figures[i].countedLemma.empty() && out_.figures[i].kind == FigureKind::Count)
                for (std::uint32_t k = phraseBegin; k-- > t_.begin;)
                    if (t_[k].begin == out_.figures[i].counted.begin)
                        return CountedNoun{k, true};
        return std::nullopt;
    }
    if (const auto other = gapped(end, phraseBegin))
        return other;
    // "killed 14 people and injured | 30"
    const std::uint32_t verb = phraseBegin - 1;
    if (english() && t_.is(verb - 1, w_.conjAnd) && t_.has(verb, Tag::Event) &&
        t_.hasAny(verb, tagBit(Tag::VerbPast) | tagBit(Tag::VerbIng)) &&
        (t_.onlyStopAt(end) || t_.kind(end, TokenKind::Comma)))
        if (const auto before = countedBefore(phraseBegin); before && personNoun(t_, before->token))
            return before;
    // "18 people had been injured and | 12 arrested"
    if (english() && t_.is(phraseBegin - 1, w_.conjAnd) &&
        (t_.hasAny(end, tagBit(Tag::VerbPart)) ||
         (t_.kind(end, TokenKind::Word) && (t_.lexicon.use(t_[end].word).forms & text::VerbPastParticiple) != 0)))
        if (const auto before = countedBefore(phraseBegin); before && personNoun(t_, before->token)) {
            bool aux = false;
            for (std::uint32_t i = before->token + 1; i + 1 < phraseBegin && !aux; ++i)
                aux = t_.hasAny(i, tagBit(Tag::Aux));
            if (aux)
                return before;
        }
    // "dont 22 ont été secourus"
    if (w_.language == Language::French && t_.text(phraseBegin - 1) == "dont")
        return countedBefore(phraseBegin);
    // "the soldiers, five in all,", "les militaires, cinq au total,"
    if (t_.kind(phraseBegin - 1, TokenKind::Comma) && t_.kind(phraseBegin - 2, TokenKind::Word)) {
        static constexpr WordSet wholes({"all", "total", "tout"});
        const std::string_view in = t_.text(end);
        if ((in == "in" || in == "au" || in == "en") && wholes.contains(t_.text(end + 1)) &&
            (t_.lexicon.use(t_[phraseBegin - 2].word).forms & text::NounPlural) != 0)
            return CountedNoun{phraseBegin - 2, true};
    }
    // "a crew of six": a word for people that is counted like them; not "a family of four"
    if (english() && t_.isOf(phraseBegin - 1)) {
        static constexpr std::string_view bodies[] = {"crew", "staff", "garrison", "workforce", "faculty"};
        if (std::find(std::begin(bodies), std::end(bodies), t_.text(phraseBegin - 2)) != std::end(bodies))
            return CountedNoun{phraseBegin - 2, true};
    }
    // "312 voix contre 210"
    const std::string_view link = t_.text(phraseBegin - 1);
    if (link == "contre" || link == "against" || link == "gegen" || link == "contra" || link == "to")
        if (const auto votes = countedBefore(phraseBegin); votes && isVote(*votes))
            return votes;
    // "Of the 30 miners, 12 are safe", "Sur les 58 passagers, 12 …"
    const std::string_view opener = t_.kind(phraseBegin - 1, TokenKind::Comma) ? t_.text(t_.begin) : std::string_view{};
    if (!opener.empty() && (t_.isOf(t_.begin) || opener == "Among" || opener == "Sur" || opener == "Parmi" ||
                            opener == "Von" || opener == "Entre"))
        if (auto head = headAfterPart(t_, t_.begin + 1, NounNumber::Any); head && head->token < phraseBegin) {
            head->before = true;
            return head;
        }
    auto found = headBefore(t_, phraseBegin);
    if (found && !t_.isOf(found->token + 1) &&
        (t_.is(found->token, w_.number) || t_.text(found->token) == "figure" ||
         t_.text(found->token) == "chiffre")) // "2,300 dockers …, the number at | 900"
        if (const auto named = countedBefore(found->token))
            return named;
    return found;
}

} // namespace countercheck::read
