// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine explains, before it is in any language: a form of words in English, which is its name as well, with
// what is put into it. It is kept, compared and stored so, and said in the reader's language when somebody reads it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace countercheck::text {

enum class Language : std::uint8_t;

/// `form` with {0}, {1} … for `parts`, each of which is words as an article has them (see verbatim()), a number or an
/// explanation itself. Explanations can be put one behind the other like other strings.
std::string explained(std::string_view form, std::initializer_list<std::string_view> parts = {});
/// A number as printed ("813000.5"), which each language parts in its own way.
std::string explainedNumber(std::string_view digits);
/// Words from elsewhere, without the control characters that part an explanation.
std::string verbatim(std::string_view words);

/// The explanation in `language`, English or French; a form that resources/text/explanations.tsv does not hold is
/// said in English, and so is everything in any other language. Words that are no explanation come back as they are.
std::string inLanguage(std::string_view explanation, Language language);
std::string inEnglish(std::string_view explanation);
/// Is there a form of these words in `language`?
bool hasForm(std::string_view form, Language language);

} // namespace countercheck::text
