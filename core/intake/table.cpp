// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/table.h"

#include "core/intake/page.h"
#include "core/intake/pagewords.h"
#include "core/intake/record.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"

#include <algorithm>
#include <array>

namespace countercheck::intake {

TableReader::TableReader(std::string_view text) : text_(text) {
    if (text_.starts_with("sep=") && text_.size() > 5) { // what Excel writes to say so
        delimiter_ = text_[4];
        at_ = std::min(text_.find('\n'), text_.size() - 1) + 1;
        line_ = 2;
        return;
    }
    std::size_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        std::size_t found = 0;
        bool quoted = false;
        for (const char c : text_.substr(0, 64 << 10)) {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && (c == '\n' || c == '\r'))
                break;
            else if (!quoted)
                found += c == candidate;
        }
        if (found > most) {
            most = found;
            delimiter_ = candidate;
        }
    }
}

bool TableReader::next(TableRow& row) {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
        // A carriage return alone ends a line, too.
        line_ += text_[at_] == '\n' || at_ + 1 >= text_.size() || text_[at_ + 1] != '\n';
        ++at_;
    }
    if (at_ >= text_.size())
        return false;
    row = {};
    row.line = line_;
    row.begin = at_;
    std::string field;
    bool quoted = false, start = true;
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (quoted) {
            if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                field += '"';
                ++at_;
            } else if (c == '"') {
                quoted = false;
            } else {
                line_ += c == '\n';
                field += c;
            }
        } else if (c == '"' && start) {
            quoted = true;
            start = false;
            field.clear();
        } else if (c == delimiter_) {
            row.fields.push_back(std::move(field));
            field.clear();
            start = true;
        } else if (c == '\n' || c == '\r') {
            break;
        } else {
            start = start && c == ' ';
            field += c;
        }
        ++at_;
    }
    row.fields.push_back(std::move(field));
    row.end = at_;
    row.open = quoted;
    return true;
}

void takeTable(Taking& taking, const std::string& utf8, const PartName& name, const PartHints& hints) {
    TableReader reader(utf8);
    TableRow head;
    if (!reader.next(head))
        return taking.refuse(name, "this table is empty", "check that it was saved");
    std::vector<std::string_view> fields;
    std::string seen;
    for (const std::string& column : head.fields) {
        fields.push_back(fieldOf(trimmed(column)));
        if (fields.size() <= 8)
            seen += (seen.empty() ? "“" : ", “") + collapsed(trimmed(column)).substr(0, 40) + "”";
    }
    const auto named = [&](std::string_view field) {
        return std::find(fields.begin(), fields.end(), field) != fields.end();
    };
    if (!named("text") && !named("html"))
        return taking.refuse(name, "this table has no column for the articles' text; its first line names " + seen,
                             "name that column “text” (and others “title”, “url”, “published”, “publisher”, "
                             "“language”) in the first line");
    std::vector<std::size_t> order(fields.size()); // better names first
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rankOf(trimmed(head.fields[a])) < rankOf(trimmed(head.fields[b]));
    });
    TableRow row;
    std::size_t rows = 0;
    while (!taking.stopped() && reader.next(row)) {
        const PartName part = name.inside("line " + std::to_string(row.line));
        if (++rows > mostParts)
            return taking.refuse(name, "it has more than " + std::to_string(mostParts) + " rows",
                                 "split it, or keep the rows that you need");
        if (rows % 50 == 1)
            taking.progress(row.end, utf8.size(), part);
        if (row.open) {
            taking.refuse(part, "a quotation mark that opens here is never closed", "mend it, or save the table again");
            return;
        }
        RecordFields record;
        for (const std::size_t i : order)
            if (i < row.fields.size())
                record.set(fields[i], row.fields[i]);
        if (row.fields.size() > fields.size())
            record.remark = "the row has more fields than the table has columns";
        takeRecord(taking, utf8.substr(row.begin, row.end - row.begin), part, record, hints);
    }
    if (rows == 0 && !taking.stopped())
        taking.refuse(name, "this table has no rows behind its first line", "check that it was saved");
}

} // namespace countercheck::intake
