// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the command line of one command: its options and its other words. Options may stand anywhere; after
// “--” everything is a file.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

struct Option {
    std::string_view name; ///< "--output"
    bool takesValue = false;
};

class Arguments {
public:
    /// Nothing when something is wrong; then `problem` names it and says what to do.
    static std::optional<Arguments> tryFrom(const std::vector<std::string>& words, const std::vector<Option>& known,
                                            std::string& problem);

    [[nodiscard]] bool has(std::string_view option) const { return options_.find(option) != options_.end(); }
    /// The option's value; empty when it was not given.
    [[nodiscard]] const std::string& value(std::string_view option) const;
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

private:
    std::map<std::string, std::string, std::less<>> options_;
    std::vector<std::string> words_;
};

} // namespace countercheck::cli
