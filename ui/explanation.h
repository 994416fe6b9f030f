// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine explains, in the language of the window.
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace countercheck::text {
enum class Language : std::uint8_t;
}

namespace countercheck::ui {

/// The language of explanations from now on; English before it is set. To be called before anything is shown.
void explainIn(text::Language language);
/// `explained`: see core/text/explaining.h.
[[nodiscard]] QString explanation(std::string_view explained);

} // namespace countercheck::ui
