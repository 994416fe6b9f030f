// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

namespace countercheck::cli {

std::optional<Arguments> Arguments::tryFrom(const std::vector<std::string>& words, const std::vector<Option>& known,
                                            std::string& problem) {
    Arguments result;
    bool options = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!options || word.size() < 2 || word.front() != '-') {
            result.words_.push_back(word);
            continue;
        }
        if (word == "--") {
            options = false;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto option = std::find_if(known.begin(), known.end(), [&](const Option& o) { return o.name == name; });
        if (option == known.end()) {
            problem = "unknown option “" + name + "”";
            return std::nullopt;
        }
        if (result.has(name)) {
            problem = "“" + name + "” is given twice; give it once";
            return std::nullopt;
        }
        std::string value;
        if (option->takesValue) {
            if (equals != std::string::npos) {
                value = word.substr(equals + 1);
            } else if (i + 1 < words.size()) {
                value = words[++i];
            }
            if (value.empty()) {
                problem = "“" + name + "” needs a value after it";
                return std::nullopt;
            }
        } else if (equals != std::string::npos) {
            problem = "“" + name + "” takes no value";
            return std::nullopt;
        }
        result.options_.emplace(name, std::move(value));
    }
    return result;
}

const std::string& Arguments::value(std::string_view option) const {
    static const std::string none;
    const auto found = options_.find(option);
    return found == options_.end() ? none : found->second;
}

} // namespace countercheck::cli
