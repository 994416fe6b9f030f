// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/titles.h"

#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <utility>

namespace countercheck::compare {

using claim::ClaimKind;
using SlotRelation = claim::Relation;

QuestionKind kindOf(const Fact& claim) {
    switch (claim.kind) {
    case ClaimKind::Count:
        return QuestionKind::Count;
    case ClaimKind::Money:
        return QuestionKind::Money;
    case ClaimKind::Measure:
    case ClaimKind::Age:
        return QuestionKind::Measure;
    case ClaimKind::Percentage:
        return QuestionKind::Percentage;
    case ClaimKind::Date:
        return QuestionKind::Date;
    case ClaimKind::Place:
        return QuestionKind::Place;
    case ClaimKind::Quote:
        return QuestionKind::Quote;
    case ClaimKind::Responsibility:
        return QuestionKind::Attribution;
    case ClaimKind::Statement:
        if (claim.slot.event == "cause" && !isDeed(claim))
            return QuestionKind::Cause;
        return isDeed(claim) ? QuestionKind::Polarity : QuestionKind::Outcome;
    }
    return QuestionKind::Count;
}

namespace {

/// What lists call the event: what befell whom, who did it, the noun ("killed,killers,death"); empty: no class.
std::string_view labelOf(const claim::Slot& slot) {
    const text::Lexicon& lexicon = text::Lexicon::of(text::Language::English);
    return lexicon.value(lexicon.find("event:" + std::string(slot.event)), text::Tag::Label);
}

std::string eventName(const claim::Slot& slot) {
    const std::string_view label = labelOf(slot);
    std::string name(label.empty() ? slot.event : label.substr(label.rfind(',') + 1));
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string shortened(std::string text) {
    if (text.size() <= 60)
        return text;
    std::size_t cut = text.rfind(' ', 57);
    if (cut == std::string::npos)
        cut = 57;
    return text.substr(0, cut) + "…";
}

/// "amount spent", "amount (sold for)", "amount": How much money was spent? How much money (sold for)?
std::string asksFor(std::string_view question, std::string_view what, std::string_view topic) {
    const std::string asked(question);
    if (topic == what)
        return asked + "?";
    if (!topic.starts_with(what) || topic[what.size()] != ' ')
        return asked + ": " + std::string(topic) + "?";
    const std::string_view told = topic.substr(what.size() + 1);
    return asked + (told.starts_with('(') || told.starts_with("of ") ? " " : " was ") + std::string(told) + "?";
}

/// "people were killed", "shells landed", "attackers were there": How many …?
std::string howMany(const Fact& claim) {
    const claim::Slot& slot = claim.slot;
    const text::Lexicon& lexicon = text::Lexicon::of(text::Language::English);
    const std::string_view label = labelOf(slot);
    if (claim.topic.starts_with("number "))
        return "How many" + claim.topic.substr(claim.topic.find(' ')) + "?";
    if ((!slot.classified || !label.empty()) && slot.relation == SlotRelation::Patient) {
        std::string befell(label.substr(0, label.find(',')));
        std::replace(befell.begin(), befell.end(), '_', ' ');
        const bool ownWord = befell.empty() || !claim.topic.ends_with(" " + befell);
        if (ownWord)
            befell = claim.topic.substr(claim.topic.rfind(' ') + 1);
        const text::WordId word = lexicon.findWord(befell);
        const bool participle = befell.find(' ') != std::string::npos || befell.ends_with("ed") ||
                                lexicon.has(word, text::Tag::VerbPart) ||
                                (lexicon.use(word).forms & text::VerbPastParticiple) != 0;
        if (participle && befell.size() + 1 < claim.topic.size() &&
            !(ownWord && lexicon.value(word, text::Tag::Role) == "theme")) // those who flee do, and are not fled
            return "How many " + claim.topic.substr(0, claim.topic.size() - befell.size()) + "were " + befell + "?";
    }
    if (!label.empty() && slot.classified && slot.relation == SlotRelation::Agent)
        return "How many " + claim.topic + " were there?";
    return "How many " + claim.topic + "?";
}

/// Of a date that no class of events has: "When was the verdict?", "When was it (file)?", "When was it?"
std::string whenWas(const claim::Slot& slot) {
    const std::string name = eventName(slot);
    if (name.empty() || listed(Family::Light, name))
        return "When was it?";
    const text::Lexicon& lexicon = text::Lexicon::of(text::Language::English);
    const text::WordUse& use = lexicon.use(lexicon.findWord(name));
    const bool noun = use.frequency[0] > use.frequency[1] && lexicon.has(lexicon.find(name), text::Tag::Event);
    return noun ? "When was the " + name + "?" : "When was it (" + name + ")?";
}

/// Who said it, as a phrase has it: "what a group said" tells of “A group”.
std::string speakerIn(const Fact& claim) {
    constexpr std::string_view before = "what ", behind = " said";
    const std::string_view topic = claim.topic;
    return topic.starts_with(before) && topic.ends_with(behind) && topic.size() > before.size() + behind.size()
               ? std::string(topic.substr(before.size(), topic.size() - before.size() - behind.size()))
               : claim.subject;
}

} // namespace

std::string titleOf(const Fact& claim) {
    const claim::Slot& slot = claim.slot;
    switch (claim.kind) {
    case ClaimKind::Count:
        return howMany(claim);
    case ClaimKind::Money:
        return asksFor("How much money", "amount", claim.topic);
    case ClaimKind::Percentage:
        return asksFor("What share", "share", claim.topic);
    case ClaimKind::Measure: {
        const std::string_view topic = claim.topic;
        const bool length = topic == "duration" || topic.starts_with("duration ");
        if (!length)
            return "What " + claim.topic + "?";
        const bool bare = topic == "duration" || listed(Family::Light, slot.event); // "for two years" had it been so
        return bare ? "How long?" : "How long" + std::string(topic.substr(topic.find(' '))) + "?";
    }
    case ClaimKind::Age:
        return claim.subject.empty()
                   ? "How old was the " + (slot.head.empty() ? std::string("person") : slot.head) + "?"
                   : "How old is " + claim.subject + "?";
    case ClaimKind::Date:
        if (claim.topic.starts_with("date it was "))
            return "When was it " + claim.topic.substr(12) + "?";
        if (claim.topic.starts_with("date it "))
            return "When did it " + eventName(slot) + "?";
        if (!slot.classified)
            return whenWas(slot);
        if (slot.event == "end" || (slot.event == "launch" && slot.relation == SlotRelation::End))
            return "When did it end?";
        if (slot.event == "launch")
            return "When did it begin?";
        if (slot.relation == SlotRelation::Start)
            return "When did the " + eventName(slot) + " begin?";
        if (slot.relation == SlotRelation::End)
            return "When did the " + eventName(slot) + " end?";
        return "When did the " + eventName(slot) + " happen?";
    case ClaimKind::Place:
        if (slot.event == homeEvent && claim.topic.starts_with("home of "))
            return "Where is " + claim.topic.substr(8) + " from?";
        if (!slot.classified)
            return "Where was it (" + eventName(slot) + ")?";
        return "Where did the " + eventName(slot) + " happen?";
    case ClaimKind::Quote:
        return "What did " + (claim.subject.empty() ? std::string("they") : shortened(speakerIn(claim))) + " say?";
    case ClaimKind::Responsibility:
        return slot.event == "responsibility" ? "Who claimed responsibility?" : "Who is believed to be behind it?";
    case ClaimKind::Statement:
        if (isDeed(claim))
            return "Did it happen (" + claim.topic + ")?";
        if (slot.event == "cause")
            return "What was it caused by?";
        if (slot.event == "death")
            return "Where did the death happen?";
        return "How did it end (" + std::string(slot.event) + ")?";
    }
    return claim.topic;
}

std::string keyOf(const Fact& claim) {
    const claim::Slot& slot = claim.slot;
    static constexpr std::string_view relations[] = {"",     "agent", "patient", "beside", "is",
                                                     "when", "start", "end",     "where"};
    std::string key(questionKindName(kindOf(claim)));
    const auto add = [&](std::string_view part) {
        key += ':';
        key += part;
    };
    add(slot.event);
    add(relations[static_cast<std::size_t>(slot.relation)]);
    switch (claim.kind) {
    case ClaimKind::Age:
        add(claim.subject.empty() ? slot.head : text::foldAccents(claim.subject));
        break;
    case ClaimKind::Quote:
        add(text::foldAccents(claim.subject));
        break;
    case ClaimKind::Place:
        add(text::foldAccents(claim.place));
        break;
    case ClaimKind::Date:
    case ClaimKind::Responsibility:
        break;
    default:
        // People are one class, and premises are: "three people" and "four civilians", "plants" and "sites" are one
        // question's key, whichever article comes in first.
        add(slot.classified && (slot.headClass == "person" || slot.headClass == "building")
                ? slot.headClass
                : std::string_view(slot.head));
        if (!slot.preposition.empty())
            add(slot.preposition);
        if (!slot.unit.empty())
            add(slot.unit);
    }
    // Which part: the marks that all claims of a question have in common.
    const claim::SetMarks& marks = claim.marks;
    for (const auto& [mark, name] :
         {std::pair(marks.ofThem, "of-them"), std::pair(marks.other, "other"), std::pair(marks.more, "more"),
          std::pair(marks.each, "each"), std::pair(marks.listed, "listed")})
        if (mark)
            add(name);
    for (const std::string& kind : marks.kinds)
        add(kind);
    if (claim.anchor.background && claim.anchor.explicitTime && claim.anchor.time)
        add(read::isoTime(claim.anchor.time->from).substr(0, 7));
    else if (claim.anchor.background)
        add("before");
    return key;
}

} // namespace countercheck::compare
