// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/explaining.h"

#include "core/text/reading.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <utility>
#include <vector>

extern "C" {
extern const char countercheck_explanations_begin[], countercheck_explanations_end[];
}

namespace countercheck::text {

namespace {

// begin form (part form or words)… end; forms nest.
constexpr char begin = '\x01', part = '\x02', end = '\x03';
constexpr std::string_view numberForm = "#";

const std::unordered_map<std::string_view, std::string_view>& frenchForms() {
    static const auto all = [] {
        std::unordered_map<std::string_view, std::string_view> read;
        forEachRow(countercheck_explanations_begin, countercheck_explanations_end,
                   [&](const Cells& cells) { read.emplace(cells[0], cells[1]); });
        return read;
    }();
    return all;
}

/// Where the next of the three stands; the end of `words` when there is none.
std::size_t nextMark(std::string_view words) {
    constexpr std::uint64_t each = 0x0101010101010101u;
    std::size_t at = 0;
    while (at + 8 <= words.size()) {
        const std::uint64_t eight = loadBytes(words.data() + at, 8);
        const std::uint64_t small = (eight - each * (end + 1)) & ~eight & each * 0x80; // the lowest bit of it is right
        at += small == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(small)) / 8;
        if (small != 0)
            break; // a byte as small as a mark
    }
    while (at < words.size() && static_cast<unsigned char>(words[at] - begin) > end - begin)
        ++at;
    return at;
}

/// "813,000.5", "813 000,5" with narrow no-break spaces.
std::string grouped(std::string_view digits, bool french) {
    const std::string_view blank = french ? "\xE2\x80\xAF" : ",";
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > first && i < point && (point - i) % 3 == 0)
            out += blank;
        out += i == point && french ? ',' : digits[i];
    }
    return out;
}

/// Says an explanation. Forms nest, and each level asks where marks stand and where parts end: both are found once.
class Speaker {
public:
    Speaker(std::string_view all, bool french) : all_(all), french_(french) {
        marks_.clear();
        for (std::size_t at = 0; (at += nextMark(all.substr(at))) < all.size(); ++at)
            marks_.push_back(at);
        marks_.push_back(all.size());
        findEnds();
    }
    [[nodiscard]] std::string said() const {
        std::string out;
        out.reserve(all_.size());
        Rest rest{0, all_.size(), 0};
        say(rest, out, 0);
        return out;
    }

private:
    static constexpr int deepest = 16; ///< what nests deeper is nobody's explanation
    /// What is still to be said.
    struct Rest {
        std::size_t at, end;
        std::size_t mark; ///< the first that does not stand before `at`
        [[nodiscard]] bool empty() const { return at == end; }
    };

    [[nodiscard]] bool stands(const Rest& rest, char mark) const { return !rest.empty() && all_[rest.at] == mark; }
    /// Goes on to the next mark, or to the end; gives what stands before it.
    std::string_view toMark(Rest& rest) const {
        const std::size_t from = std::exchange(rest.at, std::min(marks_[rest.mark], rest.end));
        return all_.substr(from, rest.at - from);
    }
    static void pass(Rest& rest) {
        ++rest.at;
        ++rest.mark;
    }

    /// Says what stands before the next unopened `part` or `end`, and leaves `rest` there.
    void say(Rest& rest, std::string& out, int depth) const {
        while (!rest.empty()) {
            out += toMark(rest);
            if (rest.empty() || (depth > 0 && !stands(rest, begin)))
                return;
            const bool opens = stands(rest, begin) && depth < deepest;
            pass(rest);
            if (opens)
                sayForm(rest, out, depth + 1);
        }
    }

    /// Finds the mark that ends each part: the next one of its form that opens no form within it.
    void findEnds() {
        const std::size_t last = marks_.size() - 1;
        ends_.assign(marks_.size(), last);
        std::array<std::size_t, deepest> parts; // of the open forms: the part in hand; `last`: the form's own name
        std::size_t open = 0;
        for (std::size_t m = 0; m < last; ++m) {
            const char mark = all_[marks_[m]];
            if (mark == begin) {
                if (open > 0 && parts[open - 1] == last)
                    --open; // a form's name holds no form: it ends here
                if (open < parts.size())
                    parts[open++] = last;
            } else if (open > 0) {
                std::size_t& part_ = parts[open - 1];
                if (part_ != last)
                    ends_[part_] = m;
                part_ = m;
                open -= mark == end;
            }
        }
    }
    /// What say() would take of `rest`, which stands behind the mark of a part and is left behind the part.
    Rest taken(Rest& rest) const {
        const std::size_t stop = ends_[rest.mark - 1];
        Rest out = rest;
        out.end = std::min(marks_[stop], rest.end);
        rest.at = out.end;
        rest.mark = stop;
        return out;
    }

    void sayForm(Rest& rest, std::string& out, int depth) const {
        std::string_view form = toMark(rest);
        std::array<Rest, 10> parts; // as they were put in: {0} to {9}
        std::size_t count = 0;
        while (stands(rest, part)) {
            pass(rest);
            const Rest one = taken(rest);
            if (count < parts.size())
                parts[count++] = one;
        }
        if (stands(rest, end))
            pass(rest);
        if (form == numberForm) {
            std::string digits;
            if (count > 0)
                say(parts.front(), digits, depth);
            out += grouped(digits, french_);
            return;
        }
        if (french_)
            if (const auto found = frenchForms().find(form); found != frenchForms().end())
                form = found->second;
        for (std::size_t open = 0; (open = form.find('{', open)) != std::string_view::npos;) {
            const bool place =
                open + 2 < form.size() && form[open + 2] == '}' && form[open + 1] >= '0' && form[open + 1] <= '9';
            if (!place) {
                ++open;
                continue;
            }
            out += form.substr(0, open);
            if (const auto which = static_cast<std::size_t>(form[open + 1] - '0'); which < count) {
                Rest own = parts[which];
                say(own, out, depth);
            }
            form.remove_prefix(open + 3);
            open = 0;
        }
        out += form;
    }

    std::string_view all_;
    bool french_;
    struct Room { // is kept from explanation to explanation
        std::vector<std::size_t> marks, ends;
    };
    static Room& room() {
        thread_local Room one;
        return one;
    }
    Room& room_ = room();
    std::vector<std::size_t>& marks_ = room_.marks; ///< where they stand, and where the explanation ends
    std::vector<std::size_t>& ends_ = room_.ends;   ///< per mark of a part, the mark that ends it
};

} // namespace

std::string explained(std::string_view form, std::span<const std::string_view> parts) {
    std::size_t size = form.size() + 2;
    for (const std::string_view one : parts)
        size += one.size() + 1;
    std::string out(size, end);
    char* at = out.data();
    const auto put = [&](char mark, std::string_view words) {
        *at++ = mark;
        at = std::copy(words.begin(), words.end(), at);
    };
    put(begin, form);
    for (const std::string_view one : parts)
        put(part, one);
    return out;
}

std::string explained(std::string_view form, std::initializer_list<std::string_view> parts) {
    return explained(form, std::span<const std::string_view>(parts.begin(), parts.size()));
}

std::string explainedNumber(std::string_view digits) {
    return explained(numberForm, {digits});
}

std::string verbatim(std::string_view words) {
    std::string out(words);
    std::erase_if(out, [](char c) { return c == begin || c == part || c == end; });
    return out;
}

std::string inLanguage(std::string_view explanation, Language language) {
    return Speaker(explanation, language == Language::French).said();
}

std::string inEnglish(std::string_view explanation) {
    return inLanguage(explanation, Language::English);
}

std::vector<std::string> formsOf(std::string_view explanation) {
    std::vector<std::string> forms;
    for (std::size_t at = explanation.find(begin); at != std::string_view::npos; at = explanation.find(begin, at + 1)) {
        const std::string_view form =
            explanation.substr(at + 1, explanation.find_first_of("\x01\x02\x03", at + 1) - at - 1);
        if (form != numberForm)
            forms.emplace_back(form);
    }
    return forms;
}

bool hasForm(std::string_view form, Language language) {
    return language != Language::French || frenchForms().contains(form);
}

} // namespace countercheck::text
