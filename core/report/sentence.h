// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence a question, as the field prints it: "Between 3 and 4 people were abducted (Sahel Lookout: 3; an
// official: 4)." Where values differ, both are named with who says so; where one source alone speaks, the sentence says
// that nobody else confirmed it. A sentence that could come out ungrammatical is not built: the safe form is "People
// abducted: …".
#pragma once

#include "core/dossier/dossier.h"
#include "core/report/phrases.h"
#include "core/report/values.h"

#include <string>
#include <vector>

namespace countercheck::report {

/// With a capital and a stop. `values`: sourcedValues() of the question. The wording that a person proposed is printed
/// as it is, in whatever language.
std::string sentenceFor(const compare::Question& question, const std::vector<SourcedValue>& values,
                        const dossier::Dossier& dossier, const dossier::Decisions& decisions,
                        Language language = Language::English);

/// The value in few words for tables: "nearly 160", "3 (denied)", "four (possible)".
std::string valueWords(const SourcedValue& value, Language language = Language::English);

} // namespace countercheck::report
