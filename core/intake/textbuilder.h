// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a document's text together: paragraphs (also within one another, as text boxes are), rows of tables, notes.
#pragma once

#include "core/intake/strings.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

class TextBuilder {
public:
    void append(std::string_view words) {
        if (!open_.empty())
            open_.back() += words;
    }
    void beginParagraph() { open_.emplace_back(); }
    void endParagraph() {
        if (open_.empty())
            return;
        std::string words(trimmed(open_.back()));
        open_.pop_back();
        if (words.empty())
            return;
        if (notes_ > 0)
            noted_.push_back(std::move(words));
        else if (!rows_.empty() && !rows_.back().empty())
            rows_.back().back().push_back(std::move(words));
        else
            out_.add(words);
    }
    void beginRow() { rows_.emplace_back(); }
    void beginCell() {
        if (!rows_.empty())
            rows_.back().emplace_back();
    }
    /// Short cells stand in one line, parted by tabs; a table that only lays out running text gives paragraphs.
    void endRow() {
        if (rows_.empty())
            return;
        const Row row = std::move(rows_.back());
        rows_.pop_back();
        bool data = true;
        for (const auto& cell : row)
            data = data && (cell.empty() || (cell.size() == 1 && countWords(cell.front()) <= 14));
        std::string line;
        for (const auto& cell : row)
            for (const std::string& words : cell) {
                if (!data)
                    place(words);
                else
                    line += (line.empty() ? "" : "\t") + words;
            }
        if (data)
            place(line);
    }
    void beginNote() { ++notes_; }
    void endNote() { notes_ -= notes_ > 0; }
    /// The text with its notes at the end.
    std::string take() {
        while (!open_.empty())
            endParagraph();
        while (!rows_.empty())
            endRow();
        for (const std::string& note : noted_)
            out_.add(note);
        return out_.take();
    }

private:
    using Row = std::vector<std::vector<std::string>>;
    Paragraphs out_;
    std::vector<std::string> open_, noted_;
    std::vector<Row> rows_;
    int notes_ = 0;

    void place(const std::string& words) {
        if (words.empty())
            return;
        if (!rows_.empty() && !rows_.back().empty())
            rows_.back().back().push_back(words);
        else
            out_.add(words);
    }
};

} // namespace countercheck::intake
