// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/htmlguard.h"

#include "core/intake/strings.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace countercheck::intake {

namespace {

constexpr std::size_t deepest = 200, mostFormatting = 40;

template <std::size_t n> bool among(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 16> voids = {"area",   "base",  "br",   "col",  "embed",  "hr",
                                                    "img",    "input", "link", "meta", "keygen", "param",
                                                    "source", "track", "wbr",  "image"};
constexpr std::array<std::string_view, 14> formatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                         "nobr", "s", "small", "strike", "strong", "tt",   "u"};
/// Ends by itself when another of its kind begins.
constexpr std::array<std::string_view, 9> implied = {"p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody"};

/// What an end tag of an element that is not among these never closes ("special" in the HTML standard).
constexpr std::array<std::string_view, 58> special = {
    "address",    "applet",       "article", "aside",   "blockquote", "body",   "button", "caption",
    "center",     "dd",           "details", "dir",     "div",        "dl",     "dt",     "fieldset",
    "figcaption", "figure",       "footer",  "form",    "frameset",   "h1",     "h2",     "h3",
    "h4",         "h5",           "h6",      "head",    "header",     "hgroup", "html",   "li",
    "listing",    "main",         "marquee", "menu",    "nav",        "object", "ol",     "p",
    "pre",        "section",      "select",  "summary", "svg",        "math",   "table",  "tbody",
    "td",         "template",     "tfoot",   "th",      "thead",      "title",  "tr",     "ul",
    "desc",       "foreignobject"};
/// No end tag from inside reaches an element outside these (its "scope").
constexpr std::array<std::string_view, 14> walls = {"applet", "caption", "html",   "table",        "td",
                                                    "th",     "marquee", "object", "template",     "svg",
                                                    "math",   "desc",    "title",  "foreignobject"};
constexpr std::array<std::string_view, 7> tableParts = {"table", "tbody", "thead", "tfoot", "tr", "td", "th"};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Where the tag ends whose name ends at `at`: behind its ">". The states are those of the HTML standard's tokenizer.
std::size_t endOfTag(std::string_view html, std::size_t at) {
    enum class In { TagName, BeforeName, Name, AfterName, BeforeValue, Value } state = In::TagName;
    for (std::size_t i = at; i < html.size(); ++i) {
        const char c = html[i];
        if (c == '>')
            return i + 1;
        switch (state) {
        case In::TagName:
            state = isSpace(c) || c == '/' ? In::BeforeName : In::TagName;
            break;
        case In::BeforeName:
            state = isSpace(c) || c == '/' ? In::BeforeName : In::Name;
            break;
        case In::Name:
            state = isSpace(c) ? In::AfterName : c == '/' ? In::BeforeName : c == '=' ? In::BeforeValue : In::Name;
            break;
        case In::AfterName:
            state = isSpace(c) ? In::AfterName : c == '/' ? In::BeforeName : c == '=' ? In::BeforeValue : In::Name;
            break;
        case In::BeforeValue:
            if (c == '"' || c == '\'') {
                i = html.find(c, i + 1);
                if (i == std::string_view::npos)
                    return html.size();
                state = In::BeforeName;
            } else if (!isSpace(c)) {
                state = In::Value;
            }
            break;
        case In::Value:
            state = isSpace(c) ? In::BeforeName : In::Value;
            break;
        }
    }
    return html.size();
}

/// Takes from the stack what an end tag closes, or less: never more than the parser does.
void close(std::vector<std::string>& open, const std::string& name) {
    const bool format = among(formatting, name), isSpecial = among(special, name), part = among(tableParts, name);
    for (std::size_t i = open.size(); i-- > 0;) {
        if (open[i] == name) {
            if (format)
                open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
            else
                open.resize(i);
            return;
        }
        if (part ? open[i] == "table" || open[i] == "template" : among(walls, open[i]))
            return;
        if (!isSpecial && !format && among(special, open[i]))
            return;
    }
}

/// Where raw text ends: at "</name".
std::size_t endOfRaw(std::string_view html, std::size_t at, std::string_view name) {
    while ((at = html.find("</", at)) != std::string_view::npos) {
        if (lowered(html.substr(at + 2, name.size())) == name)
            return at;
        at += 2;
    }
    return html.size();
}

} // namespace

GuardedHtml guardedHtml(std::string_view html) {
    GuardedHtml out;
    std::vector<std::string> open;
    std::unordered_map<std::string, std::size_t> left; // tags left out whose end is still to come
    std::size_t formats = 0, copied = 0;
    const auto drop = [&](std::size_t begin, std::size_t end) {
        out.text.append(html.substr(copied, begin - copied));
        copied = end;
        ++out.dropped;
    };
    for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
        if (html.substr(at, 4) == "<!--") {
            if (html.substr(at + 4, 1) == ">" || html.substr(at + 4, 2) == "->") {
                at += 5;
                continue;
            }
            const std::size_t end = std::min(html.find("-->", at + 4), html.size());
            const std::size_t sooner = html.substr(at + 4, end - std::min(end, at + 4)).find("--!>");
            at = sooner == std::string_view::npos ? std::min(end + 3, html.size()) : at + 4 + sooner + 4;
            continue;
        }
        const bool closes = html.substr(at, 2) == "</";
        std::size_t i = at + 1 + closes;
        const std::size_t first = i;
        if (i >= html.size() || !isLetter(html[i])) {
            ++at;
            continue;
        }
        while (i < html.size() && i - first < 40 && !isSpace(html[i]) && html[i] != '/' && html[i] != '>')
            ++i;
        const std::string name = lowered(html.substr(first, i - first));
        const std::size_t end = endOfTag(html, i);
        const bool format = among(formatting, name);
        if (among(voids, name)) {
            at = end;
            continue;
        }
        if (closes) {
            if (const auto missing = left.find(name); missing != left.end() && missing->second > 0) {
                --missing->second;
                drop(at, end);
            } else {
                if (format && formats > 0)
                    --formats;
                close(open, name);
            }
            at = end;
            continue;
        }
        // Inside a drawing they are elements like others.
        if ((name == "script" || name == "style") && std::find(open.begin(), open.end(), "svg") == open.end() &&
            std::find(open.begin(), open.end(), "math") == open.end()) {
            at = endOfRaw(html, end, name);
            continue;
        }
        if (!open.empty() && open.back() == name && among(implied, name))
            open.pop_back();
        else if (!open.empty() && open.back() == "p" && !format && name != "span")
            open.pop_back();
        if (open.size() >= deepest || (format && formats >= mostFormatting)) {
            ++left[name];
            drop(at, end);
        } else {
            open.push_back(name);
            formats += format;
        }
        at = end;
    }
    if (out.dropped > 0)
        out.text.append(html.substr(copied));
    return out;
}

} // namespace countercheck::intake
