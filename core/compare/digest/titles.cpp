// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/titles.h"

#include "core/claim/parts.h"
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

/// "did the office close", "were the figures recorded", "will the bridge replace the ferry": what a question of the
/// clause asks behind its first words; empty: the clause names nobody and nothing.
/// @param object  is what the verb is done to asked with it, too?
std::string clauseAsked(const AskedWith& asking, bool object) {
    if (asking.verb.empty())
        return {};
    const std::string tail = object && !asking.whom.empty() ? " " + asking.whom : std::string();
    if (asking.done || asking.verb == "be") {
        if (asking.who.empty() || (asking.verb == "be" && tail.empty()))
            return {};
        const std::string told = asking.verb == "be" ? std::string() : asking.past;
        if (asking.ahead)
            return (asking.many ? "are " : "is ") + asking.who + " to be" + (told.empty() ? "" : " ") + told + tail;
        return (asking.many ? "were " : "was ") + asking.who + (told.empty() ? "" : " ") + told + tail;
    }
    if (!asking.who.empty())
        return (asking.ahead ? asking.many ? "are " : "is " : "did ") + asking.who + (asking.ahead ? " to " : " ") +
               asking.verb + tail;
    if (object && asking.object && !asking.past.empty())
        return (asking.ahead         ? asking.manyObjects ? "are " : "is "
                : asking.manyObjects ? "were "
                                     : "was ") +
               asking.whom + (asking.ahead ? " to be " : " ") + asking.past;
    return {};
}

/// "How much money was spent?", "What share of voters (backed)?", "How long did the jury deliberate?"
std::string asksFor(std::string_view question, std::string_view what, const Fact& fact) {
    const AskedWith& asking = fact.asking;
    const std::string_view topic = asking.what.empty() ? std::string_view(fact.topic) : std::string_view(asking.what);
    std::string asked(question);
    if (topic != what && !topic.starts_with(std::string(what) + " "))
        return asked + ": " + std::string(topic) + "?";
    asked += topic.substr(what.size());
    if (!asking.undergone.empty())
        return asked + " was " + asking.undergone + "?";
    if (asking.beside.empty())
        return asked + "?";
    const SlotRelation relation = fact.slot.relation;
    if (relation == SlotRelation::Agent && fact.kind == ClaimKind::Percentage && !asking.past.empty() &&
        asking.beside == asking.past)
        return asked + " " + asking.past + "?"; // "What share of voters stayed at home?"
    const bool told = relation == SlotRelation::Adjunct || (relation == SlotRelation::Patient && !asking.done);
    if (const std::string clause =
            told ? clauseAsked(asking, fact.slot.preposition.empty() ||
                                           asking.whom.find_first_of("0123456789") == std::string::npos)
                 : std::string();
        !clause.empty()) {
        if (fact.kind == ClaimKind::Percentage && fact.slot.preposition.empty() &&
            claim::oneOf(fact.slot.event, {"rise", "fall"}))
            return "By how much " + clause + "?";
        return asked + " " + clause + (fact.slot.preposition.empty() ? "" : " ") + std::string(fact.slot.preposition) +
               "?";
    }
    return asked + " (" + asking.beside + ")?";
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
        const bool attended = befell.starts_with("at "); // those at a protest march
        const bool ownWord = befell.empty() || !claim.topic.ends_with(" " + befell);
        if (ownWord)
            befell = claim.topic.substr(claim.topic.rfind(' ') + 1);
        const text::WordId word = lexicon.findWord(befell);
        const bool participle = befell.find(' ') != std::string::npos || befell.ends_with("ed") ||
                                lexicon.has(word, text::Tag::VerbPart) ||
                                (lexicon.use(word).forms & text::VerbPastParticiple) != 0;
        if (participle && befell.size() + 1 < claim.topic.size() && !(ownWord && attended) &&
            !(ownWord && lexicon.value(word, text::Tag::Role) == "theme")) // those who flee do, and are not fled
            return "How many " + claim.topic.substr(0, claim.topic.size() - befell.size()) + "were " + befell + "?";
    }
    if (!label.empty() && slot.classified && slot.relation == SlotRelation::Agent)
        return "How many " + claim.topic + " were there?";
    return "How many " + claim.topic + "?";
}

/// Of a date that no class of events has: "When was the verdict?", "When did Amnesty record it?", "When was it (file)?"
std::string whenWas(const Fact& fact) {
    const claim::Slot& slot = fact.slot;
    const AskedWith& asking = fact.asking;
    if (const std::string clause = clauseAsked(asking, true); !clause.empty())
        return "When " + clause + "?";
    if (asking.verb.empty() && !asking.who.empty())
        return "When was it (" + asking.who + ")?"; // no English clause
    if (asking.done && !asking.past.empty())
        return "When was it " + asking.past + (asking.whom.empty() ? "" : " ") + asking.whom + "?";
    const std::string name = eventName(slot);
    const bool light = name.empty() || listed(Family::Light, name);
    if (!asking.verb.empty() && asking.verb != "be" && (!light || !asking.whom.empty()))
        return (asking.ahead ? "When is it to " : "When did it ") + asking.verb + (asking.whom.empty() ? "" : " ") +
               asking.whom + "?";
    if (light)
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

void askAbout(Fact& fact, const claim::Asking& from) {
    AskedWith& asking = fact.asking;
    asking = {from.verb,   from.past, from.who,  from.whom,  from.what,   from.undergone,
              from.beside, from.done, from.many, from.ahead, from.object, from.manyObjects};
    if (fact.kind != ClaimKind::Date || asking.who.empty())
        return;
    const std::string tail = asking.whom.empty() ? std::string() : " " + asking.whom;
    if (asking.verb.empty())
        fact.topic = "date (" + asking.who + ")";
    else if (asking.done)
        fact.topic = "date " + asking.who + (asking.many ? " were " : " was ") + asking.past + tail;
    else if (!from.told.empty())
        fact.topic = "date " + asking.who + " " + std::string(from.told) + tail;
}

std::string titleOf(const Fact& claim) {
    const claim::Slot& slot = claim.slot;
    switch (claim.kind) {
    case ClaimKind::Count:
        return howMany(claim);
    case ClaimKind::Money:
        return asksFor("How much money", "amount", claim);
    case ClaimKind::Percentage:
        return asksFor("What share", "share", claim);
    case ClaimKind::Measure: {
        const std::string_view topic = claim.topic;
        if (topic == "duration" || topic.starts_with("duration "))
            return listed(Family::Light, slot.event) && claim.asking.who.empty()
                       ? "How long?"
                       : asksFor("How long", "duration", claim);
        const std::string_view what = std::string_view(claim.asking.what.empty() ? claim.topic : claim.asking.what);
        return asksFor("What " + std::string(what), what, claim);
    }
    case ClaimKind::Age:
        return claim.subject.empty()
                   ? "How old was the " + (slot.head.empty() ? std::string("person") : slot.head) + "?"
                   : "How old is " + claim.subject + "?";
    case ClaimKind::Date:
        if (!slot.classified)
            return whenWas(claim);
        if (slot.event == "end" || slot.event == "launch")
            if (const std::string clause = clauseAsked(claim.asking, true); !clause.empty())
                return "When " + clause + "?";
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
