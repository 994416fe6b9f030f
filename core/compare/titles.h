// SPDX-License-Identifier: GPL-3.0-or-later
// What a question is called: its label in lists, its title as a question, and its stable key.
#pragma once

#include "core/claim/claim.h"
#include "core/compare/question.h"

#include <string>

namespace countercheck::compare {

QuestionKind kindOf(const claim::Claim& claim);
/// "How many people were abducted?"
std::string titleOf(const claim::Claim& claim);
/// Made of what the question is about, never of where it was found: "count:abduction:patient:person".
std::string keyOf(const claim::Claim& claim);

} // namespace countercheck::compare
