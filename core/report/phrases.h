// SPDX-License-Identifier: GPL-3.0-or-later
// What the summary says in its own words, in each language that it is written in: sentence forms, headings, notes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::report {

enum class Language : std::uint8_t { English, French };
std::string_view languageCode(Language language); ///< "en", "fr"
/// From "en", "fr", "fr-ML"; nothing for a language in which there are no summaries.
std::optional<Language> languageFromCode(std::string_view code);

/// A form of resources/report/forms.tsv or phrases.tsv with {0}, {1} … put in. A name that is not there comes back
/// between angle brackets, so that a test sees it.
std::string form(Language language, std::string_view name, std::initializer_list<std::string_view> parts = {});
/// `name`.one or `name`.many with {0} being the number; French takes none and one in the singular.
std::string counted(Language language, std::string_view name, std::size_t number);

} // namespace countercheck::report
