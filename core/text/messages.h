// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the core in the reader's language: why something cannot be done, what a step did. The core says them in
// English, with names and paths in them, and keeps them so; they are known again by their form, at the edge, when
// somebody reads them (resources/text/messages.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace countercheck::text {

enum class Language : std::uint8_t;

/// The message in `language`, English or French; one that has no form there comes back as it is.
std::string messageIn(std::string_view message, Language language);

} // namespace countercheck::text
