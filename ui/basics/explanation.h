// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine explains and asks and the core answers, in the language of the window.
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace countercheck::text {
enum class Language : std::uint8_t;
}

namespace countercheck::compare {
struct Question;
}

namespace countercheck::ui {

/// The language of explanations from now on; English before it is set. To be called before anything is shown.
void explainIn(text::Language language);
/// `explained`: see core/text/explaining.h.
[[nodiscard]] QString explanation(std::string_view explained);
/// A message of the core: see core/text/messages.h.
[[nodiscard]] QString told(std::string_view message);
/// What a question is called: by a person as they wrote it, else by the engine in the window's language, as far as that
/// has the words. The case keeps the engine's title as it is.
[[nodiscard]] QString questionTitle(const compare::Question& question);
[[nodiscard]] bool titlesTranslated(); ///< are they others than the case has?

} // namespace countercheck::ui
