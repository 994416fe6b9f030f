// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/onemore.h"

#include "core/claim/parts.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"

#include <algorithm>

namespace countercheck::compare {

using text::Tag;
using text::TokenKind;

namespace {

/// The words for the one, and what befell it.
struct OneMore {
    text::Span words;
    std::string_view event;
};

class OneMoreReader {
public:
    OneMoreReader(const text::Reading& reading, std::uint32_t sentence)
        : reading_(reading), lexicon_(text::Lexicon::of(reading.language)),
          first_(reading.sentences[sentence].firstToken), end_(reading.sentences[sentence].endToken) {}

    /// "another", "a third", each with or without a noun for a person behind it; an empty event: it is none. `number`
    /// is what the ordinal says, or 0.
    [[nodiscard]] OneMore at(std::uint32_t t, std::int64_t& number) const {
        number = 0;
        std::uint32_t next = t + 1;
        if (word(t) == "a" && next < end_) {
            const std::string_view ordinal = lexicon_.value(reading_.tokens[next].word, Tag::Ordinal);
            for (const char c : ordinal)
                number = number * 10 + (c - '0');
            if (number < 2)
                return {};
            ++next;
        } else if (word(t) != "another") {
            return {};
        }
        if (next < end_ && isPerson(next))
            ++next;
        if (const std::string_view event = t > first_ ? eventAt(t - 1) : std::string_view{}; !event.empty())
            return closes(next) ? OneMore{span(t, next), event} : OneMore{};
        if (!claim::oneOf(word(next), {"was", "is"}))
            return {};
        for (std::uint32_t v = next + 1; v < std::min(end_, next + 3); ++v) // "was critically wounded"
            if (const std::string_view event = eventAt(v); !event.empty())
                return {span(t, next), event};
        return {};
    }
    [[nodiscard]] std::uint32_t first() const { return first_; }
    [[nodiscard]] std::uint32_t end() const { return end_; }

private:
    [[nodiscard]] std::string_view word(std::uint32_t t) const {
        return t < end_ ? reading_.of(reading_.tokens[t]) : std::string_view{};
    }
    [[nodiscard]] text::Span span(std::uint32_t from, std::uint32_t to) const {
        return {reading_.tokens[from].begin, reading_.tokens[to - 1].end};
    }
    [[nodiscard]] bool isPerson(std::uint32_t t) const {
        const text::WordId id = reading_.tokens[t].word;
        const auto own = lexicon_.value(id, Tag::Class);
        return own.empty() ? lexicon_.use(id).nounField == text::Field::Person : own == "person";
    }
    /// What a verb says that befell somebody; empty: nothing of the kind.
    [[nodiscard]] std::string_view eventAt(std::uint32_t t) const {
        const text::WordId id = reading_.tokens[t].word;
        if ((lexicon_.use(id).forms & (text::VerbPastTense | text::VerbPastParticiple | text::VerbGerund)) == 0)
            return {};
        const std::string_view event = lexicon_.value(id, Tag::Event);
        return listed(Family::Fate, event) ? event : std::string_view{};
    }
    /// Does nothing that it could be an adjective of stand behind it?
    [[nodiscard]] bool closes(std::uint32_t t) const {
        if (t >= end_ || !reading_.tokens[t].is(TokenKind::Word))
            return t >= end_ || reading_.tokens[t].is(TokenKind::Comma) || reading_.tokens[t].is(TokenKind::Stop);
        return !claim::oneOf(word(t), {"of", "to"}) &&
               lexicon_.hasAny(reading_.tokens[t].word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Conj));
    }

    const text::Reading& reading_;
    const text::Lexicon& lexicon_;
    std::uint32_t first_, end_;
};

/// Does the sentence count people of whom something else is told, and, behind an ordinal, one fewer than it says? None
/// may be counted of whom the same is told.
bool countsOthers(const Digest& known, std::uint32_t sentence, const OneMore& one, std::int64_t number) {
    bool others = false, same = false;
    for (const Fact& f : known.facts) {
        if (f.sentence != sentence || f.kind != claim::ClaimKind::Count || !f.said.set || !f.said.set->headline ||
            !(f.slot.headClass == "person" || f.slot.head.empty()))
            continue;
        same |= f.slot.event == one.event;
        others |= listed(Family::Fate, f.slot.event) && f.slot.event != one.event &&
                  f.said.words.begin < one.words.begin &&
                  (number == 0 || *f.said.set->headline == read::Decimal(number - 1));
    }
    return others && !same;
}

} // namespace

void countPeople(Fact& fact, int number) {
    fact.slot.classified = true;
    fact.slot.relation = claim::Relation::Patient;
    fact.slot.head = "person";
    fact.slot.headClass = "person";
    fact.said.set = read::figureSet(read::Decimal(number), read::Hedge::None, true);
}

void readOneMore(const text::Reading& reading, std::uint32_t sentence, const Digest& known, const BeginFact& begin) {
    if (reading.language != text::Language::English || !reading.sentences[sentence].may(text::HintFigure))
        return;
    const OneMoreReader reader(reading, sentence);
    for (std::uint32_t t = reader.first(); t < reader.end(); ++t) {
        std::int64_t number = 0;
        const OneMore one = reader.at(t, number);
        if (one.event.empty() || !countsOthers(known, sentence, one, number))
            continue;
        Fact& fact = begin(claim::ClaimKind::Count, sentence, one.words, one.event);
        countPeople(fact, 1);
        fact.said.derivation = "one more";
        const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
        std::string_view done = lexicon.value(lexicon.find("event:" + std::string(one.event)), Tag::Label);
        done = done.substr(0, done.find(',')); // "injured"
        fact.topic = "people " + std::string(done.empty() ? one.event : done);
        return;
    }
}

} // namespace countercheck::compare
