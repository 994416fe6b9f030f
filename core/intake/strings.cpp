// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/strings.h"

#include "core/intake/dateline.h"

#include <algorithm>

namespace countercheck::intake {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "20260113T101200Z", "D:20260113101200+01'00'", "20260113" as "2026-01-13T10:12Z"; else as it was.
std::string parted(std::string_view words) {
    if (words.starts_with("D:"))
        words.remove_prefix(2);
    std::size_t digits = 0;
    while (digits < words.size() && isDigit(words[digits]))
        ++digits;
    if (digits != 8 && digits != 12 && digits != 14)
        return std::string(words);
    const auto part = [&](std::size_t at, std::size_t n) { return std::string(words.substr(at, n)); };
    std::string out = part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2);
    std::string_view rest = words.substr(digits);
    std::string time = digits > 8 ? part(8, 4) : std::string();
    if (digits == 8 && rest.starts_with('T') && rest.size() >= 5) {
        time = rest.substr(1, 4);
        rest.remove_prefix(5);
        while (!rest.empty() && isDigit(rest.front()))
            rest.remove_prefix(1);
    }
    if (time.size() != 4 || !std::all_of(time.begin(), time.end(), isDigit))
        return out;
    out += 'T' + time.substr(0, 2) + ':' + time.substr(2, 2);
    if (rest.starts_with('Z')) {
        out += 'Z';
    } else if (rest.starts_with('+') || rest.starts_with('-')) {
        std::string zone;
        for (const char c : rest)
            if (isDigit(c) && zone.size() < 4)
                zone += c;
        if (zone.size() == 4)
            out += rest.front() + zone.substr(0, 2) + ':' + zone.substr(2, 2);
    }
    return out;
}

} // namespace

std::string_view trimmed(std::string_view s) {
    while (!s.empty()) {
        if (isBlank(s.front()))
            s.remove_prefix(1);
        else if (s.starts_with("\xC2\xA0"))
            s.remove_prefix(2);
        else if (s.starts_with("\xEF\xBB\xBF") || s.starts_with("\xE2\x80\x8B"))
            s.remove_prefix(3);
        else
            break;
    }
    while (!s.empty()) {
        if (isBlank(s.back()))
            s.remove_suffix(1);
        else if (s.ends_with("\xC2\xA0"))
            s.remove_suffix(2);
        else if (s.ends_with("\xE2\x80\x8B"))
            s.remove_suffix(3);
        else
            break;
    }
    return s;
}

std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return out;
}

std::string collapsed(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    bool blank = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isBlank(words[i])) {
            blank = !out.empty();
            continue;
        }
        if (words[i] == '\xC2' && i + 1 < words.size() && words[i + 1] == '\xAD') {
            ++i;
            continue;
        }
        if (blank)
            out += ' ';
        blank = false;
        out += words[i];
    }
    return out;
}

std::size_t countWords(std::string_view words) {
    std::size_t count = 0, wide = 0;
    bool inside = false;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        // U+2E80 and above but for the private and the presentation forms: Chinese, Japanese, Korean.
        wide += byte >= 0xE3 && byte <= 0xED;
        count += !isBlank(c) && !inside;
        inside = !isBlank(c);
    }
    return count + wide / 2;
}

std::vector<std::string> plainWords(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            word += c;
        else if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c + 32);
        else if (!word.empty())
            words.push_back(std::move(word)), word.clear();
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

std::string instantOf(std::string_view words) {
    words = trimmed(words);
    if (words.empty() || words.size() > 120)
        return {};
    const std::string shaped = parted(words);
    if (const auto iso = isoDate(shaped))
        return *iso;
    const auto line = dateLine(shaped);
    return line ? (line->published.empty() ? line->updated : line->published) : std::string();
}

std::string languageTagOf(std::string_view words) {
    std::string tag(trimmed(words));
    std::replace(tag.begin(), tag.end(), '_', '-');
    tag = tag.substr(0, tag.find_first_of(".,; "));
    const std::string_view main = std::string_view(tag).substr(0, tag.find('-'));
    if (main.size() < 2 || main.size() > 3 || tag.size() > 16 || !std::all_of(main.begin(), main.end(), isLetter) ||
        !std::all_of(tag.begin(), tag.end(), [](char c) { return isLetter(c) || isDigit(c) || c == '-'; }))
        return {};
    const std::string lower = lowered(main);
    if (lower == "und" || lower == "zxx" || lower == "mul")
        return {};
    return lower + tag.substr(main.size());
}

bool isWebAddress(std::string_view s) {
    return (s.starts_with("http://") || s.starts_with("https://")) && s.size() > 10 && s.size() < 2000 &&
           std::none_of(s.begin(), s.end(), [](char c) { return isBlank(c) || c == '\0'; }) &&
           s.find('.') != std::string_view::npos && s.find_first_of("<>\"") == std::string_view::npos;
}

std::string hostOfAddress(std::string_view url) {
    std::size_t at = url.find("://");
    if (at == std::string_view::npos)
        return {};
    url.remove_prefix(at + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if ((at = url.rfind('@')) != std::string_view::npos)
        url.remove_prefix(at + 1);
    std::string host = lowered(url.substr(0, url.find(':')));
    if (host.starts_with("www."))
        host.erase(0, 4);
    return host;
}

std::string_view lastPartOf(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1); // npos + 1 is 0
}

std::string extensionOf(std::string_view name) {
    name = lastPartOf(name);
    const std::size_t point = name.find_last_of('.');
    if (point == std::string_view::npos || point == 0 || name.size() - point > 12)
        return {};
    return lowered(name.substr(point + 1));
}

std::string countOf(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string sizeInWords(std::uint64_t bytes) {
    if (bytes < 10 << 10)
        return countOf(bytes, "byte", "bytes");
    if (bytes < 10 << 20)
        return std::to_string((bytes + 512) >> 10) + " KiB";
    return std::to_string((bytes + (1 << 19)) >> 20) + " MiB";
}

void Paragraphs::add(std::string_view words) {
    words = trimmed(words);
    if (words.empty())
        return;
    if (!text_.empty())
        text_ += "\n\n";
    text_ += words;
}

std::string Paragraphs::take() {
    if (!text_.empty())
        text_ += '\n';
    return std::move(text_);
}

} // namespace countercheck::intake
