// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for words in many short texts, whatever their case, without making a copy of each text. For any thread.
#pragma once

#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::ui {

class WordSearch {
public:
    /// @param folded  words as QString::toCaseFolded() gives them
    explicit WordSearch(const QStringList& folded);
    [[nodiscard]] bool empty() const { return words_.empty(); }

    /// A look through the texts of one thing: each word may stand in another of them.
    class Look {
    public:
        explicit Look(const WordSearch& search) : search_(search), missing_(search.words_.size()), found_(missing_) {}
        /// True as soon as all words were found.
        bool at(std::string_view utf8);
        bool at(const QString& text);

    private:
        const WordSearch& search_;
        std::size_t missing_;
        std::vector<bool> found_;
    };

private:
    struct Word {
        QString folded;
        std::string ascii; ///< empty: it has other characters
    };
    std::vector<Word> words_;
};

} // namespace countercheck::ui
