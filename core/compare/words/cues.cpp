// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/cues.h"

#include "core/compare/words/wordindex.h"
#include "core/compare/words/wordprint.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <array>

extern "C" const char countercheck_cues_begin[], countercheck_cues_end[];

namespace countercheck::compare {

namespace {

/// In the order of Cue.
constexpr auto names = std::to_array<std::string_view>(
    {"of",      "of-noun",  "of-the",  "to",     "and",    "with",       "on",      "board",    "aboard",  "race",
     "stroke",  "over",     "crew",    "are",    "among",  "among-whom", "of-them", "befallen", "left",    "more",
     "change",  "bringing", "undoing", "number", "lives",  "claiming",   "against", "after",    "stretch", "no-deed",
     "holding", "who",      "across",  "target", "margin", "occasion",   "copula"});
static_assert(names.size() == static_cast<std::size_t>(Cue::Copula) + 1, "a name for each kind of cue");
static_assert(names.size() <= 64, "a bit for each kind of cue");

class Table {
public:
    Table() {
        text::forEachRow(countercheck_cues_begin, countercheck_cues_end, [&](const text::Cells& cells) {
            const auto kind = static_cast<std::size_t>(std::ranges::find(names, cells[0]) - names.begin());
            if (kind == names.size())
                return;
            text::forEachWord(cells[2], [&](std::string_view form) {
                byKind_[kind][form] = cells[1];
                mayBe_[wordPrint(form, prints)] |= std::uint64_t{1} << kind;
            });
        });
    }
    /// Nearly every form is none, and is known to be none at once.
    [[nodiscard]] const std::string_view* of(Cue kind, std::string_view form) const {
        const auto number = static_cast<std::size_t>(kind);
        const bool may = (mayBe_[wordPrint(form, prints)] >> number & 1) != 0;
        return may ? byKind_[number].find(form) : nullptr;
    }
    static const Table& only() {
        static const Table table;
        return table;
    }

private:
    static constexpr std::size_t prints = 512;
    std::array<std::uint64_t, prints> mayBe_{}; ///< by print, the kinds of which such a form may be
    std::array<WordIndex<std::string_view>, names.size()> byKind_;
};

} // namespace

bool cue(Cue kind, std::string_view form) {
    return Table::only().of(kind, form) != nullptr;
}

std::string_view cueFor(Cue kind, std::string_view form) {
    const std::string_view* const name = Table::only().of(kind, form);
    return name && *name != "-" ? *name : std::string_view();
}

} // namespace countercheck::compare
