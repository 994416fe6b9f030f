// SPDX-License-Identifier: GPL-3.0-or-later
// CommonMark 0.31 with the tables of GitHub. Text is escaped so that it stays text; inside sentences only what would be
// read as markup is.
#include "core/report/escape.h"
#include "core/report/plaintext.h"
#include "core/report/report.h"

namespace countercheck::report {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Text inside a paragraph or a cell. Line ends become hard breaks (or blanks, in a cell).
void appendText(std::string& out, std::string_view words, bool cell) {
    const bool fresh = out.empty() || out.back() == '\n';
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        const bool begins = i == 0 ? fresh : words[i - 1] == '\n';
        switch (c) {
        case '\\':
        case '`':
        case '*':
        case '_':
        case '[':
        case ']':
        case '|':
        case '~':
            out += '\\';
            out += c;
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '#':
        case '+':
        case '-':
        case '=':
            if (begins)
                out += '\\';
            out += c;
            break;
        case '.':
        case ')': { // "12. " at the beginning of a line would be a list
            std::size_t digits = i;
            while (digits > 0 && isDigit(words[digits - 1]))
                --digits;
            if (digits < i && (digits == 0 ? fresh : words[digits - 1] == '\n'))
                out += '\\';
            out += c;
            break;
        }
        case '\n':
            out += cell ? " " : "\\\n";
            break;
        case '\t':
            out += ' ';
            break;
        case ' ': // blanks at the beginning could make a block of code
            if (!begins)
                out += c;
            break;
        default:
            out += c;
        }
    }
}

class Paper {
public:
    explicit Paper(Language language) : language_(language) {}
    std::string out;

    void all(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            one(block);
    }

private:
    Language language_;
    [[nodiscard]] std::string labelled(const std::string& name, const std::string& value) const {
        return form(language_, "labelled", {name, value});
    }
    static std::string inlineOf(const Words& words, bool cell = false) {
        std::string line;
        for (const Run& run : words) {
            const std::string text = textOf({run});
            if (!run.status.empty())
                line.append(signOf(run.status)).append(" ");
            if (text.empty())
                continue;
            if (isWebAddress(run.link) && run.link.find_first_of("<>") == std::string::npos) {
                line += "<" + run.link + ">";
            } else if (run.style == Style::Code && text.find('`') == std::string::npos) {
                line += "`" + text + "`";
            } else if (run.style == Style::Strong || run.style == Style::Unsigned) {
                line += "**";
                appendText(line, text, cell);
                line += "**";
            } else {
                appendText(line, text, cell);
            }
        }
        return line;
    }
    void paragraph(const std::string& line) { out += line + "\n\n"; }
    void items(const Block& block) {
        for (const Words& item : block.items)
            out += "- " + inlineOf(item, true) + "\n";
        out += '\n';
    }
    void one(const Block& block) {
        const std::string words = inlineOf(block.words, block.role != Role::Quote);
        switch (block.role) {
        case Role::Title:
            return paragraph("# " + words);
        case Role::Section:
            paragraph("## " + words);
            return all(block.children);
        case Role::Finding:
            paragraph("### " + words + (block.unsignedMark ? " \xE2\x9A\xA0" : ""));
            return all(block.children);
        case Role::Facts:
            for (const auto& row : block.rows)
                out += "- " + labelled(inlineOf(row[0]), "**" + inlineOf(row[1], true) + "**") + "\n";
            out += '\n';
            return;
        case Role::Proof:
            paragraph(block.label + "\\. " + words);
            for (const auto& row : block.rows)
                out += "- " + labelled(inlineOf(row[0]), inlineOf(row[1], true)) + "\n";
            out += '\n';
            return;
        case Role::Chips: {
            std::string row;
            for (const Words& item : block.items)
                row += (row.empty() ? "" : " \xC2\xB7 ") + inlineOf(item, true);
            return paragraph(row);
        }
        case Role::Table: {
            std::string rule = "|";
            out += '|';
            for (const Words& cell : block.head) {
                out += ' ' + inlineOf(cell, true) + " |";
                rule += " --- |";
            }
            out += "\n" + rule + "\n";
            for (const auto& row : block.rows) {
                out += '|';
                for (const Words& cell : row)
                    out += ' ' + inlineOf(cell, true) + " |";
                out += '\n';
            }
            out += '\n';
            return;
        }
        case Role::Reasons:
            paragraph(words);
            return items(block);
        case Role::Quote: {
            out += "> ";
            for (const char c : words) {
                out += c;
                if (c == '\n')
                    out += "> ";
            }
            out += "\n\n";
            return;
        }
        case Role::Signed:
            for (std::size_t i = 0; i < block.items.size(); ++i)
                out += inlineOf(block.items[i], true) + (i + 1 < block.items.size() ? "\\\n" : "\n\n");
            return;
        case Role::LeftOut:
            for (const auto& row : block.rows)
                out += "- " + inlineOf(row[0], true) + " \xE2\x80\x93 " + inlineOf(row[1], true) + "\n";
            out += '\n';
            return;
        case Role::Source:
            paragraph("### " + block.label + " \xC2\xB7 " + words);
            return items(block);
        case Role::Seal:
            return paragraph("```\n" + plainWords(block.words) + "\n```");
        case Role::Boxes:
            for (const Words& item : block.items)
                out += "- [ ] " + inlineOf(item, true) + "\n";
            out += '\n';
            return;
        case Role::Ruled:
            for (const Words& item : block.items)
                paragraph(inlineOf(item, true) + ": \\_\\_\\_\\_\\_\\_\\_\\_");
            return;
        case Role::Kicker:
        case Role::Warning:
        case Role::Sentence:
        case Role::Remark:
        case Role::Empty:
            return paragraph(words);
        }
    }
};

} // namespace

std::string toMarkdown(const Document& document) {
    Paper paper(document.language);
    paper.all(document.header);
    paper.all(document.body);
    paper.out += "---\n\n";
    paper.all(document.footer);
    while (paper.out.ends_with("\n\n"))
        paper.out.pop_back();
    return std::move(paper.out);
}

} // namespace countercheck::report
