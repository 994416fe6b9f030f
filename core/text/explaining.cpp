// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/explaining.h"

#include "core/text/reading.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

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
    for (std::uint64_t eight = 0; at + sizeof eight <= words.size(); at += sizeof eight) {
        std::memcpy(&eight, words.data() + at, sizeof eight);
        if (((eight - each * (end + 1)) & ~eight & each * 0x80) != 0)
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

/// Says what stands before the next unopened `part` or `end`, and leaves `rest` there.
class Speaker {
public:
    explicit Speaker(bool french) : french_(french) {}

    void say(std::string_view& rest, std::string& out, int depth) const {
        while (!rest.empty()) {
            const std::size_t next = nextMark(rest);
            out += rest.substr(0, next);
            rest.remove_prefix(next);
            if (rest.empty() || (depth > 0 && rest.front() != begin))
                return;
            const bool opens = rest.front() == begin && depth < deepest;
            rest.remove_prefix(1);
            if (opens)
                sayForm(rest, out, depth + 1);
        }
    }

private:
    static constexpr int deepest = 16; ///< what nests deeper is nobody's explanation
    bool french_;

    /// What say() would take of `rest`, which is left behind it.
    std::string_view taken(std::string_view& rest, int depth) const {
        const char* const from = rest.data();
        while (!rest.empty()) {
            rest.remove_prefix(nextMark(rest));
            if (rest.empty() || rest.front() != begin)
                break;
            rest.remove_prefix(1);
            if (depth < deepest)
                passForm(rest, depth + 1);
        }
        return {from, static_cast<std::size_t>(rest.data() - from)};
    }
    void passForm(std::string_view& rest, int depth) const {
        rest.remove_prefix(nextMark(rest));
        while (!rest.empty() && rest.front() == part) {
            rest.remove_prefix(1);
            (void)taken(rest, depth);
        }
        if (!rest.empty() && rest.front() == end)
            rest.remove_prefix(1);
    }

    void sayForm(std::string_view& rest, std::string& out, int depth) const {
        const std::size_t to = nextMark(rest);
        std::string_view form = rest.substr(0, to);
        rest.remove_prefix(to);
        std::array<std::string_view, 10> parts; // as they were put in: {0} to {9}
        std::size_t count = 0;
        while (!rest.empty() && rest.front() == part) {
            rest.remove_prefix(1);
            const std::string_view one = taken(rest, depth);
            if (count < parts.size())
                parts[count++] = one;
        }
        if (!rest.empty() && rest.front() == end)
            rest.remove_prefix(1);
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
                std::string_view own = parts[which];
                say(own, out, depth);
            }
            form.remove_prefix(open + 3);
            open = 0;
        }
        out += form;
    }
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
    std::string out;
    out.reserve(explanation.size());
    Speaker(language == Language::French).say(explanation, out, 0);
    return out;
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
