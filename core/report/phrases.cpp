// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/phrases.h"

#include "core/report/table.h"

#include <unordered_map>

extern "C" {
extern const char countercheck_report_forms_begin[], countercheck_report_forms_end[];
extern const char countercheck_report_phrases_begin[], countercheck_report_phrases_end[];
}

namespace countercheck::report {

namespace {

using Forms = std::unordered_map<std::string_view, Cells>;

const Forms& forms() {
    static const Forms all = [] {
        Forms read;
        for (const std::string_view table :
             {std::string_view(countercheck_report_forms_begin, countercheck_report_forms_end),
              std::string_view(countercheck_report_phrases_begin, countercheck_report_phrases_end)})
            for (Cells& row : rowsOf(table, 3))
                read.emplace(row.front(), std::move(row));
        return read;
    }();
    return all;
}

} // namespace

std::string_view languageCode(Language language) {
    return language == Language::French ? "fr" : "en";
}

std::optional<Language> languageFromCode(std::string_view code) {
    const std::string_view main = code.substr(0, code.find_first_of("-_"));
    if (main == "en")
        return Language::English;
    if (main == "fr")
        return Language::French;
    return std::nullopt;
}

std::string form(Language language, std::string_view name, std::initializer_list<std::string_view> parts) {
    const auto found = forms().find(name);
    if (found == forms().end())
        return "<" + std::string(name) + ">";
    const std::string_view pattern = found->second[language == Language::French ? 2 : 1];
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                           pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        if (!place) {
            out += pattern[i];
            continue;
        }
        const auto part = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (part < parts.size())
            out += parts.begin()[part];
        i += 2;
    }
    return out;
}

std::string counted(Language language, std::string_view name, std::size_t number) {
    const bool one = number == 1 || (language == Language::French && number == 0);
    return form(language, std::string(name) + (one ? ".one" : ".many"), {std::to_string(number)});
}

} // namespace countercheck::report
