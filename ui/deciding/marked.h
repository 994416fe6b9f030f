// SPDX-License-Identifier: GPL-3.0-or-later
// What did a person mark? Whole words, and what these words say when they are read: so that marking is one gesture and
// nothing has to be typed that stands there.
#pragma once

#include "core/read/figureset.h"
#include "core/read/mentions.h"
#include "core/text/span.h"

#include <optional>
#include <string>
#include <string_view>

namespace countercheck::ui {

/// The words of which `marked` holds at least a part, without blanks at the ends: bytes of `text`. Scripts that set no
/// blanks between words are taken as they were marked. Empty when only blanks were marked.
text::Span wholeWords(std::string_view text, text::Span marked);

struct MarkedFigure {
    read::FigureSet set;
    std::string unit; ///< UCUM or ISO 4217; empty: none
};
/// The first figure in the words (bytes of `captured`), read as it stands there: a hedge before it counts. `language`
/// is a tag ("en"). Nothing: they hold none.
std::optional<MarkedFigure> figureOf(std::string_view captured, text::Span words, std::string_view language);

/// The first date or time in the words that has two ends, as seen from the day `published` (ISO; empty: unknown).
std::optional<read::TimeSpan> timeOf(std::string_view captured, text::Span words, std::string_view language,
                                     std::string_view published);

} // namespace countercheck::ui
