// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/wordsearch.h"

#include <algorithm>

namespace countercheck::ui {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// `word` is lower case already.
bool contains(std::string_view text, std::string_view word) {
    if (text.size() < word.size())
        return false;
    const char* const last = text.data() + (text.size() - word.size());
    for (const char* at = text.data(); at <= last; ++at) {
        if (lower(*at) != word.front())
            continue;
        std::size_t i = 1;
        while (i < word.size() && lower(at[i]) == word[i])
            ++i;
        if (i == word.size())
            return true;
    }
    return false;
}

} // namespace

WordSearch::WordSearch(const QStringList& folded) {
    for (const QString& word : folded) {
        const std::string utf8 = word.toStdString();
        if (!utf8.empty())
            words_.push_back({word, plain(utf8) ? utf8 : std::string()});
    }
}

bool WordSearch::Look::at(std::string_view utf8) {
    if (missing_ == 0)
        return true;
    if (utf8.empty())
        return false;
    if (!plain(utf8))
        return at(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const std::string& word = search_.words_[i].ascii;
        if (!found_[i] && !word.empty() && contains(utf8, word)) {
            found_[i] = true;
            --missing_;
        }
    }
    return missing_ == 0;
}

bool WordSearch::Look::at(const QString& text) {
    const QString folded = text.toCaseFolded();
    for (std::size_t i = 0; i < found_.size(); ++i) {
        if (!found_[i] && folded.contains(search_.words_[i].folded)) {
            found_[i] = true;
            --missing_;
        }
    }
    return missing_ == 0;
}

} // namespace countercheck::ui
