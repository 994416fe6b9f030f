// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/document.h"

#include "core/report/bidi.h"
#include "core/report/escape.h"

#include <algorithm>

namespace countercheck::report {

std::string clean(std::string_view words) {
    std::string out;
    appendClean(out, words);
    return out;
}

Run run(std::string_view text, Style style) {
    return {clean(text), style, false};
}
Run foreign(std::string_view text, Style style) {
    return {clean(text), style, true};
}

Words mixed(std::string_view sentence) {
    Words words;
    int depth = 0;
    for (std::size_t at = 0; at <= sentence.size();) {
        const std::size_t next = std::min(sentence.find(isolate, at), sentence.find(endIsolate, at));
        const std::string_view part =
            sentence.substr(at, next == std::string_view::npos ? std::string_view::npos : next - at);
        if (!part.empty())
            words.push_back(depth > 0 ? foreign(part) : run(part));
        if (next == std::string_view::npos)
            break;
        depth = sentence.substr(next).starts_with(isolate) ? depth + 1 : std::max(depth - 1, 0);
        at = next + isolate.size();
    }
    return words;
}

std::string textOf(const Words& words) {
    std::string out;
    for (const Run& one : words)
        out += one.foreign ? isolated(one.text) : one.text;
    return out;
}

Words inOneLine(const std::vector<Words>& items, std::string_view between) {
    Words line;
    for (const Words& item : items) {
        if (!line.empty())
            line.push_back(run(between));
        line.insert(line.end(), item.begin(), item.end());
    }
    return line;
}

Words boxed(const std::vector<Words>& items) {
    Words line;
    for (const Words& item : items) {
        line.push_back(run(line.empty() ? "\xE2\x98\x90 " : "\xE2\x80\x83\xE2\x98\x90 "));
        line.insert(line.end(), item.begin(), item.end());
    }
    return line;
}

std::string_view signOf(std::string_view status) {
    if (status == "contradiction")
        return "\xE2\x9C\x95"; // ✕
    if (status == "discrepancy")
        return "\xE2\x89\xA0"; // ≠
    if (status == "refinement")
        return "\xE2\x89\x88"; // ≈
    if (status == "agreement")
        return "=";
    return "\xC2\xB7"; // ·
}

} // namespace countercheck::report
