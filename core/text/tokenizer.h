// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the reading view: tokens, typed and looked up in the lexicon, with Break tokens between paragraphs.
#pragma once

#include "core/text/lexicon.h"
#include "core/text/reading.h"

namespace countercheck::text {

/// Fills `reading.tokens`, the lists over them, and `reading.blocks` (spans only, every role Body) from `reading.text`.
/// A line end separates blocks unless the text is hard-wrapped and the line runs on.
void tokenize(const Lexicon& lexicon, Reading& reading);

/// Fills `reading.sentences` and the blocks' sentence ranges from the tokens; sets SentenceStart flags.
void splitSentences(const Lexicon& lexicon, Reading& reading);

/// Gives each block its role: title, byline, furniture, repeated title, …
void recogniseBlocks(const Lexicon& lexicon, Reading& reading);

/// Makes the reading view of `reading.captured`: sets text, cleaned, map and repairs.
void repair(Reading& reading);

/// The language of a text: a vote of function words, and CLD2 where that does not decide.
Language detectLanguage(std::string_view text);

} // namespace countercheck::text
