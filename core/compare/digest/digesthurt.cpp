// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of the injured: how many of them are hurt badly.
#include "core/compare/digest/digester.h"

#include "core/claim/parts.h"
#include "core/compare/words/opposites.h"

namespace countercheck::compare {

using claim::ClaimKind;
using text::TokenKind;

/// "55 injured, five of them critically", "30 dead and 55 wounded, 15 critically", "ten of whom remain in critical
/// condition": of the injured they are those.
void Digester::tellHowBadly(const claim::Claim& claim, Fact& fact) const {
    if (claim.figure < 0 || fact.kind != ClaimKind::Count || in_.reading.language != text::Language::English ||
        !(fact.slot.head.empty() || fact.slot.headClass == "person"))
        return;
    const auto& tokens = in_.reading.tokens;
    const std::uint32_t last = in_.reading.sentences[claim.sentence].endToken;
    std::uint32_t t = in_.mentions.figures[static_cast<std::size_t>(claim.figure)].endToken;
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return t < last && claim::oneOf(in_.reading.of(tokens[t]), words);
    };
    bool part = false; // "of them"
    if (is({"of"}) && ++t < last && (part = is({"them", "whom"})))
        ++t;
    if (is({"are", "were", "is", "was", "remain", "remained", "remains"}))
        ++t;
    const bool state = is({"in"});
    t += state ? 1 : 0;
    if (t >= last)
        return;
    const bool critical = inRow("critically", in_.reading, tokens[t]);
    if (!critical && !inRow("seriously", in_.reading, tokens[t]))
        return;
    ++t;
    if (state && !is({"condition"}))
        return;
    t += state ? 1 : 0;
    if (t < last && tokens[t].is(TokenKind::Word) && !is({"when", "after", "as", "in", "and", "according"}))
        return; // "five seriously damaged houses"
    if (fact.slot.headClass == "person" && !part && !fact.slot.event.empty() && fact.slot.event != "injury")
        return;
    fact.slot.head = "person";
    fact.slot.headClass = "person";
    befell(fact.slot, "injury");
    fact.marks.ofThem = true;
    fact.marks.kinds.assign(1, critical ? "critical" : "serious");
}

} // namespace countercheck::compare
