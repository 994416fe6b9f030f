// SPDX-License-Identifier: GPL-3.0-or-later
// What a question is called: its label in lists, its title as a question, and its stable key.
#pragma once

#include "core/compare/digest.h"

#include <string>

namespace countercheck::compare {

QuestionKind kindOf(const Fact& claim);
/// Takes what the question will be asked with, and what lists call a date by it.
void askAbout(Fact& fact, const claim::Asking& asking);
/// "How many people were abducted?"
std::string titleOf(const Fact& claim);
/// Made of what the question is about, never of where it was found: "count:abduction:patient:person".
std::string keyOf(const Fact& claim);

} // namespace countercheck::compare
