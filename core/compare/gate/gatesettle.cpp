// SPDX-License-Identifier: GPL-3.0-or-later
// What the gate asks of each fact of a handful's reports again and again, found once with the digest.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

namespace {

/// Does the sentence say of what age those are of whom it speaks ("in people over 65")?
bool tellsAges(const Digest& report, std::uint32_t sentence) {
    return report.anyIn(sentence, [](const Fact& f) {
        return f.kind == ClaimKind::Age && f.subject.empty() && f.said.set &&
               (f.said.set->qualifier == read::Qualifier::MoreThan ||
                f.said.set->qualifier == read::Qualifier::LessThan ||
                f.said.set->qualifier == read::Qualifier::AtLeast || f.said.set->qualifier == read::Qualifier::AtMost ||
                f.said.set->qualifier == read::Qualifier::Range);
    });
}

/// Does the fact's sentence name a happening that came after its like by a word that is no concept?
bool namesSequel(const Digest& report, const Fact& fact) {
    static const auto hyphened = [] { // of several tokens, or read as a verb of saying ("réplique")
        std::vector<std::string_view> out = wordsOf(Family::Sequel);
        std::erase_if(out, [](std::string_view word) {
            return word.find('-') == std::string_view::npos && word.find('\xC3') == std::string_view::npos;
        });
        return out;
    }();
    const std::string_view sentence = fact.said.sentence.of(report.text);
    if (sentence.find('-') == std::string_view::npos && sentence.find('\xC3') == std::string_view::npos)
        return false;
    return std::any_of(hyphened.begin(), hyphened.end(),
                       [&](std::string_view word) { return sentence.find(word) != std::string_view::npos; });
}

/// Is the figure what somebody asks for or proposes?
bool asks(const Candidate& c) {
    const claim::Slot& slot = c.fact->slot;
    if (listed(Family::Wish, slot.event) &&
        (slot.relation == SlotRelation::Patient || oneOf(std::string_view(slot.preposition), {"for", "of", "de"})))
        return true; // "had asked for 5 million"
    const std::string_view before_ = c.in->text.substr(0, c.fact->said.words.begin);
    if (before_.ends_with("faut ") || before_.ends_with("faudrait ") || before_.ends_with("fallait "))
        return true; // "il faut 226 sièges"
    if (slot.relation == SlotRelation::Adjunct && slot.preposition == "in")
        return false; // "sought shelter in 150 centres"
    // By the deed that stands last before the figure; of "called on ministers to cut" the one that governs it.
    const auto infinitive = [&](const Fact& f) {
        const std::string_view words = f.said.words.of(c.in->text);
        return words.starts_with("to ") || words.starts_with("de ") || words.starts_with("à ");
    };
    const Fact *last = nullptr, *before = nullptr, *outer = nullptr;
    c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
        if (!isDeed(f) || f.said.words.begin >= c.fact->said.words.begin)
            return;
        if (!last || last->said.words.begin < f.said.words.begin)
            before = std::exchange(last, &f);
        else if (!before || before->said.words.begin < f.said.words.begin)
            before = &f;
        if (!infinitive(f) && (!outer || outer->said.words.begin < f.said.words.begin))
            outer = &f;
    });
    // "Half a million had been expected, but only 250,000 came"
    if (last && last->said.words.end < c.fact->said.words.begin) {
        const std::string_view gap = Span{last->said.words.end, c.fact->said.words.begin}.of(c.in->text);
        if (gap.find(", but ") != std::string_view::npos || gap.find(", mais ") != std::string_view::npos)
            return false;
    }
    if (last && outer && last != outer && oneOf(outer->slot.event, {"call", "appeler"}))
        return true;
    // "Demanded a pay rise of 9 percent": a noun for the deed, behind the verb that asks for it.
    if (last && before && last->slot.event == slot.event && !infinitive(*last)) {
        const Span between{before->said.words.end, last->said.words.begin};
        const std::string_view words = between.begin < between.end ? between.of(c.in->text) : "";
        if (words.find(',') == std::string_view::npos && words.find(" and ") == std::string_view::npos &&
            words.find(" et ") == std::string_view::npos)
            last = before;
    }
    const auto callsFor = [&](const Fact& f) {
        const std::size_t end = std::min<std::size_t>(f.said.words.end, c.in->text.size());
        const std::string_view behind = c.in->text.substr(end);
        return oneOf(f.slot.event, {"call", "appeler"}) && (behind.starts_with(" for ") || behind.starts_with(" on "));
    };
    return last && last->slot.relation == SlotRelation::Agent &&
           (listed(Family::Wish, last->slot.event) || callsFor(*last));
}

/// Concepts of a family: nearly no list of words holds one.
class FewWords {
public:
    explicit FewWords(std::vector<std::uint32_t> sorted) : words_(std::move(sorted)) {
        for (const std::uint32_t word : words_)
            may_[word % may_.size()] = true;
    }
    [[nodiscard]] bool meet(const std::vector<std::uint32_t>& list) const {
        return std::any_of(list.begin(), list.end(), [&](std::uint32_t word) {
            return may_[word % may_.size()] && std::binary_search(words_.begin(), words_.end(), word);
        });
    }

private:
    std::vector<std::uint32_t> words_;
    std::bitset<4096> may_;
};

/// Counts in how many sentences each word of a report stands, of sentences that come one after the other.
class SentenceCount {
public:
    void begin() {
        if (++report_ == 0) { // every place looks taken again after 2³² reports
            places_.assign(places_.size(), Place{});
            report_ = 1;
        }
        used_ = 0;
    }
    /// In how many sentences the word has stood now.
    std::uint32_t add(std::uint32_t word, std::uint32_t sentence) {
        if ((used_ + 1) * 2 > places_.size())
            grow();
        Place& place = placeOf(word);
        if (place.report != report_) {
            place = {word, report_, sentence, 1};
            ++used_;
        } else if (place.sentence != sentence) {
            place.sentence = sentence;
            ++place.count;
        } else {
            return 0; // counted already
        }
        return place.count;
    }

private:
    struct Place {
        std::uint32_t word = 0, report = 0, sentence = 0, count = 0;
    };
    Place& placeOf(std::uint32_t word) {
        const std::size_t mask = places_.size() - 1;
        std::size_t at = (word * 0x9e3779b97f4a7c15ull >> 32) & mask;
        while (places_[at].report == report_ && places_[at].word != word)
            at = (at + 1) & mask;
        return places_[at];
    }
    void grow() {
        std::vector<Place> old(places_.size() * 2);
        old.swap(places_);
        for (const Place& place : old)
            if (place.report == report_)
                placeOf(place.word) = place;
    }

    std::vector<Place> places_ = std::vector<Place>(1024); ///< a power of two, half of them taken at most
    std::size_t used_ = 0;
    std::uint32_t report_ = 0;
};

/// The words of more sentences than a few, as far as these make claims; ascending.
std::vector<std::uint32_t> frequentWords(const Digest& report) {
    constexpr std::size_t few = 2;
    thread_local SentenceCount sentences;
    sentences.begin();
    std::vector<std::uint32_t> out;
    const Fact* last = nullptr;
    for (const std::uint32_t i : report.bySentence) {
        const Fact& fact = report.facts[i];
        if (last && last->sentence == fact.sentence &&
            ((last->content.number != 0 && last->content.number == fact.content.number) ||
             last->content == fact.content))
            continue; // nearly all facts of a sentence
        last = &fact;
        for (const std::uint32_t word : fact.content)
            if (sentences.add(word, fact.sentence) == few + 1)
                out.push_back(word);
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

namespace {

/// "Officials had counted 296 dead": is the deed of which the figure is told as what had been before?
bool toldAsEarlier(const Digest& report, const Fact& figure) {
    constexpr std::uint32_t brief = 2; // longer reports tell of what had been before as background
    const Fact* last = nullptr;
    if (report.sentences > brief)
        return false;
    report.eachIn(figure.sentence, [&](const Fact& f) {
        if (isDeed(f) && f.said.words.begin < figure.said.words.begin &&
            (!last || f.said.words.begin > last->said.words.begin))
            last = &f;
    });
    return last && last->earlier;
}

} // namespace

void settle(Digest& report) {
    static const FewWords sequels(conceptsOf(Family::Sequel)), groups(conceptsOf(Family::Group));
    report.frequent = frequentWords(report);
    const Fact* last = nullptr;  // "an aftershock", "in people over 65": told once for the facts of a sentence
    const Fact* alike = nullptr; // the last one whose words were looked at
    bool sequel = false, sequelTold = false, ofAge = false, ofGroup = false;
    for (const std::uint32_t i : report.bySentence) {
        Fact& fact = report.facts[i];
        if (!last || last->sentence != fact.sentence) {
            sequel = namesSequel(report, fact);
            ofAge = tellsAges(report, fact.sentence);
        }
        last = &fact;
        fact.matters = isDeed(fact) ? mattersOf({fact.slot.event, fact.slot.head}) : 0;
        if (!alike || alike->content.number == 0 || alike->content.number != fact.content.number) {
            sequelTold = sequels.meet(fact.content);
            ofGroup = groups.meet(fact.content);
        }
        alike = &fact;
        fact.sequel = sequel || sequelTold;
        if (!numeric(fact.kind))
            continue;
        fact.ofAge = ofAge;
        fact.ofGroup = ofGroup;
        fact.asked = asks({0, i, &fact, &report});
        fact.earlier = toldAsEarlier(report, fact);
    }
}

} // namespace countercheck::compare::gate
