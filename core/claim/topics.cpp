// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/inflect.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;

std::string Assembler::plural(const std::string& noun) const {
    if (noun == "person")
        return "people";
    if (noun.empty())
        return {};
    if (const auto info = text::wordInfo(noun);
        info && (info->forms & text::NounPlural) != 0 && info->nounLemma == noun)
        return noun; // troops, sheep
    if (noun.ends_with("man") && noun != "human" && noun != "german")
        return noun.substr(0, noun.size() - 3) + "men";
    if (noun == "child")
        return "children";
    return text::pluralOf(noun);
}

std::string Assembler::topicOf(const Claim& claim) const {
    const Slot& slot = claim.slot;
    const std::string key = "event:" + std::string(slot.event);
    const std::string_view label = lexicon_.value(lexicon_.find(key), Tag::Label); // "abducted,abductors,abduction"
    const auto part = [&](int n) -> std::string {
        std::string_view rest = label;
        for (; n > 0 && !rest.empty(); --n)
            rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1);
        std::string word(rest.substr(0, rest.find(',')));
        std::replace(word.begin(), word.end(), '_', ' '); // a value in a table has no blanks
        return word;
    };
    const std::string noun = label.empty() ? std::string(slot.event) : part(2);
    switch (claim.kind) {
    case ClaimKind::Date:
        if (!slot.classified)
            return "date (" + noun + ")";
        return (slot.relation == Relation::Start ? "start of the "
                : slot.relation == Relation::End ? "end of the "
                                                 : "date of the ") +
               noun;
    case ClaimKind::Place:
        if (!slot.classified)
            return "place (" + noun + ")";
        return "place of the " + noun;
    default:
        break;
    }
    std::string things = plural(slot.head);
    if (!slot.modifiers.empty() && slot.modifiers.find(' ') == std::string::npos)
        things = slot.modifiers + " " + things;
    if (slot.classified && !label.empty() && claim.kind == ClaimKind::Count) {
        if (slot.relation == Relation::Agent)
            return part(1).empty() ? things : part(1);
        if (slot.relation == Relation::Patient) {
            if (slot.head.empty() || lexicon_.value(lexicon_.find(slot.head), Tag::Event) == slot.event)
                return slot.head.empty() || slot.headClass == "person" ? "people " + part(0) : things;
            return things + " " + part(0);
        }
    }
    if (claim.kind == ClaimKind::Money || claim.kind == ClaimKind::Percentage || claim.kind == ClaimKind::Measure) {
        const std::string what = claim.kind == ClaimKind::Money        ? "amount"
                                 : claim.kind == ClaimKind::Percentage ? "share"
                                                                       : "measure";
        if (slot.event.empty())
            return things.empty() ? what : what + ", " + things;
        return what + " (" + noun + (slot.preposition.empty() ? "" : " " + slot.preposition) + ")";
    }
    if (things.empty())
        return "number (" + std::string(slot.event.empty() ? "unclear" : slot.event) + ")";
    return slot.headClass == "group" && slot.relation != Relation::Agent && slot.relation != Relation::Patient
               ? slot.head
               : things;
}

} // namespace countercheck::claim
