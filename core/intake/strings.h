// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that every converter needs: blanks, cases of ASCII, words, dates and addresses as documents write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

/// Without blanks (also no-break ones) at both ends.
std::string_view trimmed(std::string_view words);
/// ASCII letters in lower case.
std::string lowered(std::string_view words);
/// Runs of blanks, line ends among them, become one blank; soft hyphens go.
std::string collapsed(std::string_view words);
/// Words between blanks; in scripts without blanks, two characters count as one word.
std::size_t countWords(std::string_view words);
/// The words of `text` in lower case (ASCII) without marks, as they are compared.
std::vector<std::string> plainWords(std::string_view text);
/// A date or instant as files write it (ISO 8601, RFC 2822, PDF, "13 January 2026"), in the form of
/// dossier::ArticleInfo::published; empty where it cannot be told for sure.
std::string instantOf(std::string_view words);
/// "en-GB" of "en_gb"; empty when it is no language tag.
std::string languageTagOf(std::string_view words);
/// An absolute http or https address.
bool isWebAddress(std::string_view words);
/// "https://www.example.org/x" → "example.org"; empty when there is none.
std::string hostOfAddress(std::string_view url);
/// The part behind the last slash.
std::string_view lastPartOf(std::string_view path);
/// Of the file's name, lower case, without the point; may be empty.
std::string extensionOf(std::string_view name);
/// "1 page", "12 pages".
std::string countOf(std::size_t number, std::string_view one, std::string_view many);
/// "12 MiB", "340 KiB".
std::string sizeInWords(std::uint64_t bytes);

/// Puts paragraphs together, an empty line between two.
class Paragraphs {
public:
    /// Blanks at the ends go; nothing happens when nothing is left.
    void add(std::string_view words);
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// With a line end behind the last one.
    std::string take();

private:
    std::string text_;
};

} // namespace countercheck::intake
