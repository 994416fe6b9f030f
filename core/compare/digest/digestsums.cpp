// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/digester.h"
#include "core/compare/words/outcomes.h"
#include "core/text/utf8.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace countercheck::compare {

using claim::ClaimKind;
using text::Tag;
using text::TokenKind;

/// Do only commas and words such as "and" stand there?
bool Digester::onlyLinked(Span between) const {
    bool any = false;
    for (auto t = in_.reading.tokens.begin() + tokenFrom(between.begin);
         t != in_.reading.tokens.end() && t->end <= between.end; ++t) {
        if (!t->is(TokenKind::Comma) && !lexicon_.has(t->word, Tag::Conj))
            return false;
        any = true;
    }
    return any;
}

/// "Two Indians and one Chinese were abducted": people whom a sentence lists are added up, so that the whole can be
/// found again where another report gives it.
void Digester::sums() {
    const auto& claims = in_.claims.claims;
    const std::size_t count = out_.facts.size();
    const auto people = [&](const Fact& f) {
        return f.slot.headClass == "person" || !f.marks.kinds.empty() ||
               lexicon_.has(lexicon_.find(f.slot.head), Tag::Nationality);
    };
    const auto addend = [&](std::size_t i) {
        const Fact& f = out_.facts[i];
        return f.kind == ClaimKind::Count && f.slot.classified && f.said.set && f.said.set->headline &&
               f.said.set->qualifier == read::Qualifier::Exact && people(f) && !f.marks.ofThem && !f.marks.other &&
               !f.marks.more && !f.marks.each;
    };
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (!addend(i))
            continue;
        std::size_t end = i + 1;
        std::optional<read::Decimal> whole = out_.facts[i].said.set->headline;
        std::string spelt = whole->toString();
        for (; whole && end < count && addend(end); ++end) {
            const Fact &f = out_.facts[end - 1], &g = out_.facts[end];
            if (g.sentence != f.sentence || g.slot.event != f.slot.event || g.slot.relation != f.slot.relation ||
                claims[end].highlight.begin < claims[end - 1].highlight.end ||
                !onlyLinked({claims[end - 1].highlight.end, claims[end].highlight.begin}))
                break;
            whole = whole->plus(*g.said.set->headline);
            spelt += " + " + g.said.set->headline->toString();
        }
        if (end == i + 1 || !whole)
            continue;
        Fact sum = out_.facts[i];
        sum.sum = spelt;
        sum.slot.head = "person";
        sum.slot.headClass = "person";
        sum.slot.headRole = {};
        sum.slot.modifiers = {};
        sum.marks = {};
        sum.part = sum.only = sum.ambiguous = false;
        sum.keys.clear();
        const std::size_t blank = sum.topic.rfind(' ');
        sum.topic = "people" + (blank == std::string::npos ? std::string{} : sum.topic.substr(blank));
        sum.said.words = in_.reading.map.toCaptured(claims[i].highlight.united(claims[end - 1].highlight));
        sum.said.shown.clear();
        sum.said.set = read::rangeSet(*whole, *whole);
        sum.said.set->qualifier = read::Qualifier::Exact;
        sum.said.set->headline = whole;
        sum.said.derivation = spelt;
        for (std::size_t k = i + 1; k < end; ++k) {
            sum.content.insert(sum.content.end(), out_.facts[k].content.begin(), out_.facts[k].content.end());
            sum.near.insert(sum.near.end(), out_.facts[k].near.begin(), out_.facts[k].near.end());
        }
        sortUnique(sum.content);
        sortUnique(sum.near);
        keysOf(sum);
        out_.facts.push_back(std::move(sum));
        i = end - 1;
    }
}

namespace {

constexpr std::array<std::string_view, 8> nots{"not", "never", "no", "t", "pas", "jamais", "n", "without"};

/// How the matter of one name ended, as far as the text was read: which sides it stands on.
struct Ended {
    std::vector<std::pair<std::string_view, bool>> sides; ///< each side, and whether it is denied
    std::vector<std::size_t> facts;                       ///< not marked yet
};

} // namespace

/// Where the words say how a matter ended. A report that stands on both sides of it speaks of two ends: it is left out.
void Digester::outcomes() {
    static const std::array<std::uint32_t, nots.size()> denying = [] {
        std::array<std::uint32_t, nots.size()> out{};
        std::transform(nots.begin(), nots.end(), out.begin(),
                       [](std::string_view word) { return static_cast<std::uint32_t>(text::hashBytes(word)); });
        return out;
    }();
    const auto& words = out_.words;
    const OutcomeBeginnings& beginnings = outcomeBeginnings();
    std::vector<std::uint32_t> hashes;
    std::vector<bool> uncertain;
    std::map<std::string_view, Ended> matters;
    std::size_t first = 0, end = 0; // of the sentence in hand
    std::optional<bool> causing;    // does it speak of causing? Asked once, and seldom
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].quoted || !beginnings.hold(words[i].hash))
            continue;
        const std::uint16_t s = words[i].sentence;
        if (s >= in_.reading.sentences.size() || s == DigestWord::lastSentence)
            break; // further sentences are not told apart
        if (i >= end) {
            for (first = i; first > 0 && words[first - 1].sentence == s;)
                --first;
            for (end = i + 1; end < words.size() && words[end].sentence == s;)
                ++end;
            causing.reset();
        }
        if (hashes.empty()) {
            hashes.resize(words.size());
            std::transform(words.begin(), words.end(), hashes.begin(),
                           [](const DigestWord& word) { return word.hash; });
        }
        const Outcome outcome = outcomeAt(out_.language, std::span(hashes).subspan(i));
        if (outcome.words == 0 || outcome.matter == "causing" || i + outcome.words > end)
            continue;
        if (outcome.asksCause && !causing) {
            causing = false;
            for (std::size_t k = first; k < end && !*causing; ++k)
                causing = outcomeAt(out_.language, std::span(hashes).subspan(k)).matter == "causing";
        }
        if (outcome.asksCause && !*causing)
            continue;
        if (uncertain.empty()) {
            uncertain.resize(in_.reading.sentences.size());
            for (const read::ModalScope& modal : in_.mentions.modals)
                if (!modal.negation)
                    uncertain[modal.sentence] = true;
        }
        if (uncertain[s])
            continue;
        bool negative = false;
        for (std::size_t k = i; k-- > first && i - k <= 3;)
            negative |= std::find(denying.begin(), denying.end(), words[k].hash) != denying.end();
        // "Faces 15 years in prison if convicted"
        static const std::array<std::uint32_t, 4> conditions = [] {
            std::array<std::uint32_t, 4> out{};
            std::size_t at = 0;
            for (const std::string_view word : {"if", "unless", "si", "s'il"})
                out[at++] = static_cast<std::uint32_t>(text::hashBytes(word));
            return out;
        }();
        bool supposed = false;
        for (std::size_t k = i; k-- > first && i - k <= 4;)
            supposed |= std::find(conditions.begin(), conditions.end(), words[k].hash) != conditions.end();
        if (supposed)
            continue;
        Fact fact;
        fact.kind = ClaimKind::Statement;
        fact.sentence = s;
        fact.slot.event = outcome.matter;
        fact.slot.classified = true;
        fact.subject = std::string(outcome.side);
        fact.topic = outcome.matter == "cause"   ? std::string("cause")
                     : outcome.matter == "death" ? std::string("place of death")
                                                 : "how the " + std::string(outcome.matter) + " ended";
        const DigestWord& last = words[i + outcome.words - 1];
        fact.said.words = {words[i].begin, last.begin + last.length};
        fact.said.sentence = in_.reading.map.toCaptured(in_.reading.sentences[s].span);
        fact.said.negative = negative;
        fact.said.derivation =
            "outcome: " + std::string(outcome.matter) + " " + (negative ? "not " : "") + std::string(outcome.side);
        for (std::size_t k = first; k < end; ++k)
            if (!words[k].small && words[k].length >= 4 && (k < i || k >= i + outcome.words))
                fact.content.push_back(words[k].hash);
        sortUnique(fact.content);
        keysOf(fact);
        Ended& ended = matters[outcome.matter];
        fact.ambiguous = std::any_of(ended.sides.begin(), ended.sides.end(), [&](const auto& side) {
            return (side.first != outcome.side) != (side.second != negative);
        });
        if (fact.ambiguous) {
            for (const std::size_t before : ended.facts)
                out_.facts[before].ambiguous = true;
            ended.facts.clear();
        } else {
            ended.facts.push_back(out_.facts.size());
        }
        if (const std::pair side(outcome.side, negative);
            std::find(ended.sides.begin(), ended.sides.end(), side) == ended.sides.end())
            ended.sides.push_back(side);
        out_.facts.push_back(std::move(fact));
        i += outcome.words - 1;
    }
}

} // namespace countercheck::compare
