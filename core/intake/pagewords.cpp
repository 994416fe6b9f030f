// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/pagewords.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

// Put into the program by countercheck_embed() in this room's CMakeLists.txt.
extern "C" {
extern const char countercheck_intake_page_begin[], countercheck_intake_page_end[];
extern const char countercheck_intake_fields_begin[], countercheck_intake_fields_end[];
}

namespace countercheck::intake {

namespace {

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Runs `each` on the two columns of every line that is no comment.
template <class Each> void eachRow(const char* begin, const char* end, const Each& each) {
    std::string_view all(begin, static_cast<std::size_t>(end - begin));
    while (!all.empty()) {
        const std::size_t stop = all.find('\n');
        const std::string_view line = all.substr(0, stop);
        all = stop == std::string_view::npos ? std::string_view() : all.substr(stop + 1);
        const std::size_t tab = line.find('\t');
        if (!line.starts_with('#') && tab != std::string_view::npos)
            each(line.substr(0, tab), line.substr(tab + 1));
    }
}

using Roles = std::unordered_map<std::string_view, std::uint8_t>;

const Roles& roles() {
    static const Roles table = [] {
        struct Name {
            std::string_view name;
            PageRole role;
        };
        static constexpr std::array names = {Name{"furniture", Furniture},   Name{"body", Body},
                                             Name{"standfirst", Standfirst}, Name{"byline", Byline},
                                             Name{"date", DatePart},         Name{"headline", Headline}};
        Roles result;
        eachRow(countercheck_intake_page_begin, countercheck_intake_page_end,
                [&](std::string_view role, std::string_view words) {
                    for (const Name& known : names)
                        if (known.name == role)
                            result[words] |= known.role;
                });
        return result;
    }();
    return table;
}

} // namespace

std::uint8_t pageRoles(std::string_view attribute) {
    std::vector<std::string> words(1);
    std::uint8_t found = 0;
    const auto look = [&] { // up to three words behind one another
        // "has-sidebar", "with-comments" say what stands beside it or in it.
        static constexpr std::array<std::string_view, 11> beside = {"has",  "have", "with", "no",  "without", "show",
                                                                    "hide", "is",   "js",   "not", "enable"};
        if (words.size() > 1 && std::find(beside.begin(), beside.end(), words[0]) != beside.end())
            words.assign(1, {});
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::string run = words[i];
            for (std::size_t n = 0; n < 3 && !run.empty(); ++n) {
                if (const auto it = roles().find(run); it != roles().end())
                    found |= it->second;
                if (i + n + 1 >= words.size())
                    break;
                run += ' ' + words[i + n + 1];
            }
        }
        words.assign(1, {});
    };
    for (std::size_t i = 0; i < attribute.size() && i < 400; ++i) {
        const char c = attribute[i];
        if (c == ' ' || c == '\t' || c == '\n') { // another name: its words stand for themselves
            look();
        } else if (c == '-' || c == '_' || c == ':' || c == '.') {
            if (!words.back().empty())
                words.emplace_back();
        } else if (isUpper(c)) {
            if (!words.back().empty() && !isUpper(attribute[i - 1]))
                words.emplace_back();
            words.back() += static_cast<char>(c + 32);
        } else {
            words.back() += c;
        }
    }
    look();
    return found;
}

namespace {

struct Field {
    std::string_view name;
    std::size_t rank = 0;
};

Field lookUp(std::string_view name) {
    static const std::unordered_map<std::string_view, Field> table = [] {
        std::unordered_map<std::string_view, Field> result;
        eachRow(countercheck_intake_fields_begin, countercheck_intake_fields_end,
                [&](std::string_view field, std::string_view known) {
                    result.emplace(known, Field{field, result.size()});
                });
        return result;
    }();
    std::string plain;
    for (const char c : name)
        if (c != ' ' && c != '_' && c != '-' && c != '.' && c != ':')
            plain += isUpper(c) ? static_cast<char>(c + 32) : c;
    const auto it = table.find(plain);
    return it == table.end() ? Field{} : it->second;
}

} // namespace

std::string_view fieldOf(std::string_view name) {
    return lookUp(name).name;
}

std::size_t rankOf(std::string_view name) {
    return lookUp(name).rank;
}

} // namespace countercheck::intake
