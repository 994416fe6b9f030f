// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/seeker.h"

#include <utility>

namespace countercheck::share {

std::vector<std::string> partsOf(std::string_view query) {
    std::vector<std::string> parts;
    const auto add = [&parts](std::string_view part) {
        if (part.find_first_not_of(" \t\r\n") != std::string_view::npos)
            parts.emplace_back(part);
    };
    for (bool phrase = false;; phrase = !phrase) {
        const std::size_t quote = query.find('"');
        std::string_view part = query.substr(0, quote);
        while (!phrase && !part.empty()) {
            const std::size_t blank = part.find_first_of(" \t\r\n");
            add(part.substr(0, blank));
            part.remove_prefix(blank == std::string_view::npos ? part.size() : blank + 1);
        }
        if (phrase)
            add(part);
        if (quote == std::string_view::npos)
            return parts;
        query.remove_prefix(quote + 1);
    }
}

Outcome<std::vector<std::string>> Seeker::find(std::string_view query, int most, const std::function<bool()>& stopped) {
    const std::lock_guard guard(mutex_);
    const auto parts = partsOf(query);
    if (parts.empty())
        return std::vector<std::string>();
    stopped_ = stopped;
    for (bool again = server_ != nullptr;; again = false) { // a connection that stood idle may be gone
        try {
            if (!server_) {
                server_ = std::make_unique<Server>(address_, [this] { return stopped_ && stopped_(); });
                const Welcome welcome = server_->hello();
                if (welcome.format < 2)
                    throw Fault("the shared cases there are of format " + std::to_string(welcome.format) +
                                    ", which is not searched as one types",
                                {}, false);
                caseId_ = server_->find(address_.caseName).id;
                if (caseId_.empty())
                    throw Fault("there is no case of that name on that server", {}, false);
            }
            auto found = server_->searchBeginnings(caseId_, parts, most);
            stopped_ = {};
            return found;
        } catch (const Fault& fault) {
            server_.reset();
            if (again && !(stopped && stopped()))
                continue;
            stopped_ = {};
            return Problem{address_.shown() + ": searching there failed (" + fault.what() + ")"};
        }
    }
}

} // namespace countercheck::share
