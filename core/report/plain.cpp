// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plaintext.h"
#include "core/report/report.h"

#include <algorithm>

namespace countercheck::report {

namespace {

std::size_t codePoints(std::string_view words) {
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Sheet {
public:
    explicit Sheet(Language language) : language_(language) {}
    std::string out;

    void all(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            one(block);
    }

private:
    Language language_;
    [[nodiscard]] std::string labelled(const Words& name, const Words& value) const {
        return form(language_, "labelled", {plainWords(name), plainWords(value)});
    }
    void line(std::string_view words) { out.append(words).append("\n"); }
    void gap() {
        if (!out.empty() && !out.ends_with("\n\n"))
            out += '\n';
    }
    void underlined(const std::string& words, char mark) {
        gap();
        line(words);
        line(std::string(std::min<std::size_t>(codePoints(words), 78), mark));
    }
    void items(const Block& block, std::string_view before) {
        for (const Words& item : block.items)
            line(std::string(before) + plainWords(item));
    }

    void one(const Block& block) {
        const std::string words = plainWords(block.words);
        switch (block.role) {
        case Role::Kicker:
            return line(words);
        case Role::Title:
            return underlined(words, '=');
        case Role::Facts:
        case Role::Proof:
            gap();
            if (block.role == Role::Proof)
                line(block.label + ". " + words);
            for (const auto& row : block.rows)
                line((block.role == Role::Proof ? "   " : "") + labelled(row[0], row[1]));
            return;
        case Role::Section:
            out += '\n';
            underlined(words, '-');
            return all(block.children);
        case Role::Finding:
            gap();
            line((block.unsignedMark ? "[!] " : "") + words);
            return all(block.children);
        case Role::Table:
            gap();
            for (const auto& row : block.rows) {
                line("  - " + plainWords(row[0]));
                for (std::size_t i = 1; i < row.size() && i < block.head.size(); ++i)
                    line("      " + labelled(block.head[i], row[i]));
            }
            return;
        case Role::Reasons:
            gap();
            line("  " + words);
            return items(block, "  - ");
        case Role::Chips: {
            std::string row;
            for (const Words& item : block.items)
                row += (row.empty() ? "" : " \xC2\xB7 ") + plainWords(item);
            return line(row);
        }
        case Role::Quote:
            gap();
            for (std::size_t at = 0; at < words.size();) {
                const std::size_t end = std::min(words.find('\n', at), words.size());
                line("  > " + words.substr(at, end - at));
                at = end + 1;
            }
            return;
        case Role::Signed:
            gap();
            return items(block, "  ");
        case Role::LeftOut:
            for (const auto& row : block.rows)
                line("  - " + plainWords(row[0]) + " \xE2\x80\x93 " + plainWords(row[1]));
            return;
        case Role::Source:
            gap();
            line(block.label + "  " + words);
            return items(block, "   ");
        case Role::Boxes: {
            std::string row;
            for (const Words& item : block.items)
                row += "[ ] " + plainWords(item) + "   ";
            return line("  " + row);
        }
        case Role::Ruled:
            for (const Words& item : block.items)
                line("  " + labelled(item, {run("____________________")}));
            return;
        case Role::Warning:
        case Role::Sentence:
        case Role::Remark:
        case Role::Empty:
        case Role::Seal:
            gap();
            return line(words);
        }
    }
};

} // namespace

std::string plainWords(const Words& words) {
    std::string out;
    for (const Run& run : words) {
        if (!run.status.empty())
            out.append(signOf(run.status)).append(" ");
        if (run.style == Style::Unsigned)
            out += '[';
        out += textOf({run});
        if (run.style == Style::Unsigned)
            out += ']';
    }
    return out;
}

std::string toPlainText(const Document& document) {
    Sheet sheet(document.language);
    sheet.all(document.header);
    sheet.all(document.body);
    sheet.out += "\n---\n";
    sheet.all(document.footer);
    return std::move(sheet.out);
}

} // namespace countercheck::report
