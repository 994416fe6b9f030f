// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine explains, before it is in any language: a form of words in English, which is its name as well, with
// what is put into it. It is kept, compared and stored so, and said in the reader's language when somebody reads it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace countercheck::text {

enum class Language : std::uint8_t;

/// `form` with {0}, {1} … for `parts`, each of which is words as an article has them (see verbatim()), a number or an
/// explanation itself. Explanations can be put one behind the other like other strings.
std::string explained(std::string_view form, std::span<const std::string_view> parts);
std::string explained(std::string_view form, std::initializer_list<std::string_view> parts = {});
/// The same from pieces in their order: what is written in the source is the form's, the rest is put in.
template <class... Pieces> std::string explainedBy(const Pieces&... pieces) {
    std::string form;
    std::vector<std::string_view> parts;
    const auto take = [&]<class Piece>(const Piece& piece) {
        if constexpr (std::is_array_v<Piece> || std::is_same_v<Piece, const char*>) {
            form += piece;
        } else {
            form += '{';
            form += static_cast<char>('0' + parts.size());
            form += '}';
            parts.push_back(piece);
        }
    };
    (take(pieces), ...);
    return explained(form, std::span<const std::string_view>(parts));
}
/// A number as printed ("813000.5"), which each language parts in its own way.
std::string explainedNumber(std::string_view digits);
/// Words from elsewhere, without the control characters that part an explanation.
std::string verbatim(std::string_view words);

/// The explanation in `language`, English or French; a form that resources/text/explanations.tsv does not hold is
/// said in English, and so is everything in any other language. Words that are no explanation come back as they are.
std::string inLanguage(std::string_view explanation, Language language);
std::string inEnglish(std::string_view explanation);
/// The forms that it is made of, those inside others as well; numbers are none.
std::vector<std::string> formsOf(std::string_view explanation);
/// Is there a form of these words in `language`?
bool hasForm(std::string_view form, Language language);

} // namespace countercheck::text
