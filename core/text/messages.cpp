// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/messages.h"

#include "core/text/reading.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

extern "C" {
extern const char countercheck_messages_begin[], countercheck_messages_end[];
}

namespace countercheck::text {

namespace {

constexpr std::size_t mostGaps = 10;
constexpr int deepest = 4; ///< of messages inside others

/// Words, and what stands behind them: the number of a gap, or nothing at the end.
struct Piece {
    std::string_view words;
    std::optional<std::size_t> gap;
    bool said = false; ///< what fills the gap is a message itself
};
using Form = std::vector<Piece>;

Form formOf(std::string_view written) {
    Form form;
    std::size_t from = 0;
    for (std::size_t i = 0; i + 2 < written.size(); ++i) {
        if (written[i] != '{' || written[i + 1] < '0' || written[i + 1] > '9')
            continue;
        const bool said = written[i + 2] == '*';
        const std::size_t shut = i + (said ? 3 : 2);
        if (shut >= written.size() || written[shut] != '}')
            continue;
        form.push_back({written.substr(from, i - from), static_cast<std::size_t>(written[i + 1] - '0'), said});
        from = shut + 1;
        i = shut;
    }
    form.push_back({written.substr(from), std::nullopt});
    return form;
}

struct Row {
    Form english, french;
};

const std::vector<Row>& rows() {
    static const auto all = [] {
        std::vector<Row> read;
        forEachRow(countercheck_messages_begin, countercheck_messages_end, [&](const Cells& cells) {
            read.push_back({formOf(cells[0]), formOf(cells[1])});
        });
        return read;
    }();
    return all;
}

using Gaps = std::array<std::string_view, mostGaps>;

/// What fills the gaps when the message has that form. Each is as short as the words behind it allow, the last one as
/// long; none is empty.
bool fits(const Form& form, std::string_view message, Gaps& gaps) {
    if (!message.starts_with(form.front().words) || !message.ends_with(form.back().words))
        return false;
    std::string_view rest = message.substr(form.front().words.size());
    for (std::size_t i = 0; i + 1 < form.size(); ++i) {
        const std::string_view behind = form[i + 1].words;
        std::size_t end = std::string_view::npos;
        if (i + 2 == form.size())
            end = rest.size() >= behind.size() && rest.ends_with(behind) ? rest.size() - behind.size() : end;
        else
            end = rest.find(behind, 1);
        if (end == std::string_view::npos || end == 0)
            return false;
        gaps[*form[i].gap] = rest.substr(0, end);
        rest.remove_prefix(end + behind.size());
    }
    return rest.empty();
}

std::string inFrench(std::string_view message, int depth) {
    for (const Row& row : rows()) {
        Gaps gaps{};
        if (!fits(row.english, message, gaps))
            continue;
        std::string out;
        for (const Piece& piece : row.french) {
            out += piece.words;
            if (!piece.gap)
                continue;
            const std::string_view inside = gaps[*piece.gap];
            out += piece.said && depth < deepest ? inFrench(inside, depth + 1) : std::string(inside);
        }
        return out;
    }
    return std::string(message);
}

} // namespace

std::string messageIn(std::string_view message, Language language) {
    return language == Language::French ? inFrench(message, 0) : std::string(message);
}

} // namespace countercheck::text
