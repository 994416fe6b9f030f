// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/annotation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace countercheck::corpus {

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw std::runtime_error(path.string() + ": cannot be opened");
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// "the mayor | Ann Roe" as a list, blanks around each dropped.
std::vector<std::string> alternatives(std::string_view cell) {
    std::vector<std::string> out = split(cell, '|');
    for (std::string& one : out) {
        const std::size_t from = one.find_first_not_of(' ');
        one = from == std::string::npos ? std::string() : one.substr(from, one.find_last_not_of(' ') - from + 1);
    }
    return out;
}

std::optional<double> number(std::string_view plain) {
    double value = 0;
    const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return fault == std::errc() && end == plain.data() + plain.size() ? std::optional(value) : std::nullopt;
}

/// "12.5", or a fraction as "2/3".
std::optional<double> value(std::string_view cell) {
    const std::size_t stroke = cell.find('/');
    if (stroke == std::string_view::npos)
        return number(cell);
    const auto over = number(cell.substr(0, stroke));
    const auto under = number(cell.substr(stroke + 1));
    return over && under && *under != 0 ? std::optional(*over / *under) : std::nullopt;
}

bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/// Does one word or one number run on over this border? Between a digit and a letter it does not ("11p"). Marks of two
/// and more bytes (dashes, quotes, special blanks) part words; letters with accents, which begin with C3 to C5, do not.
bool runsOn(std::string_view text, std::size_t border) {
    if (border == 0 || border >= text.size())
        return false;
    std::size_t before = border - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80)
        --before;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto letter = [&](char c) {
        const auto lead = static_cast<unsigned char>(c);
        return isWordByte(c) && !digit(c) && (lead < 0x80 || (lead >= 0xC3 && lead <= 0xC5));
    };
    return (digit(text[before]) && digit(text[border])) || (letter(text[before]) && letter(text[border]));
}

/// Words in lower case without determiners; `head` is the index of the last word before a comma or preposition.
struct Words {
    std::vector<std::string> words;
    std::size_t head = 0;
};

template <std::size_t n> bool among(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Words wordsOf(std::string_view name) {
    static constexpr std::array<std::string_view, 20> determiners{"the", "a",   "an", "his", "her",  "their", "its",
                                                                  "our", "my",  "le", "la",  "les",  "l",     "un",
                                                                  "une", "son", "sa", "ses", "leur", "leurs"};
    static constexpr std::array<std::string_view, 17> prepositions{
        "of", "for", "from", "at", "in", "with", "who", "de", "du", "d", "des", "pour", "à", "au", "aux", "qui", "en"};
    Words out;
    std::string word;
    bool headDone = false;
    const auto flush = [&] {
        if (!word.empty() && !among(determiners, word)) {
            if (among(prepositions, word) && !out.words.empty())
                headDone = true;
            out.words.push_back(word);
            if (!headDone)
                out.head = out.words.size() - 1;
        }
        word.clear();
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (name.substr(i, 3) == "’") {
            flush();
            i += 2;
        } else if (byte == 0xC3 && i + 1 < name.size()) { // À to Þ are 0x20 below à to þ
            const auto second = static_cast<unsigned char>(name[++i]);
            word += name[i - 1];
            word += static_cast<char>(second >= 0x80 && second <= 0x9E && second != 0x97 ? second + 0x20 : second);
        } else if (isWordByte(name[i]) || byte == '-') {
            word += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
        } else {
            flush();
            headDone = headDone || (byte == ',' && !out.words.empty());
        }
    }
    flush();
    return out;
}

bool holds(const std::vector<std::string>& long_, const std::vector<std::string>& short_) {
    return std::search(long_.begin(), long_.end(), short_.begin(), short_.end()) != long_.end();
}

} // namespace

std::optional<Span> findWords(std::string_view text, std::string_view words, int occurrence) {
    if (words.empty())
        return std::nullopt;
    for (std::size_t at = text.find(words); at != std::string_view::npos;) {
        const std::size_t end = at + words.size();
        const bool whole = !runsOn(text, at) && !runsOn(text, end);
        if (whole && --occurrence == 0)
            return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        at = text.find(words, whole ? end : at + 1);
    }
    return std::nullopt;
}

bool sameSource(std::string_view expected, std::string_view found) {
    const Words a = wordsOf(expected);
    const Words b = wordsOf(found);
    if (a.words.empty() || b.words.empty())
        return false;
    if (a.words == b.words)
        return true;
    const std::string& head = a.words[a.head];
    return (holds(a.words, b.words) || holds(b.words, a.words)) &&
           std::find(b.words.begin(), b.words.end(), head) != b.words.end();
}

Article readArticle(const std::filesystem::path& table) {
    Article article;
    article.name = table.stem().string();
    article.text = contents(std::filesystem::path(table).replace_extension(".txt"));
    int line = 0;
    for (const std::string& row : split(contents(table), '\n')) {
        ++line;
        const auto fail = [&](const std::string& why) {
            throw std::runtime_error(table.filename().string() + ":" + std::to_string(line) + ": " + why);
        };
        if (row.empty())
            continue;
        if (row.starts_with("# ")) {
            for (const std::string& cell : split(std::string_view(row).substr(2), '\t'))
                for (const auto& [key, place] :
                     {std::pair("language=", &article.language), std::pair("split=", &article.split),
                      std::pair("style=", &article.style), std::pair("published=", &article.published)})
                    if (cell.starts_with(key))
                        *place = cell.substr(std::string_view(key).size());
            continue;
        }
        const std::vector<std::string> cells = split(row, '\t');
        Row out;
        std::string kind = cells[0];
        out.optional = kind.ends_with('?');
        if (out.optional)
            kind.pop_back();
        out.quote = kind == "quote";
        if (!out.quote && kind != "figure")
            fail("the first cell is “" + kind + "”, and quote or figure is meant");
        if (cells.size() != (out.quote ? 4U : 8U))
            fail(std::to_string(cells.size()) + " cells, and " + (out.quote ? "4" : "8") + " are meant");
        const auto occurrence = number(cells[1]);
        const auto span = findWords(article.text, cells[2], occurrence ? static_cast<int>(*occurrence) : 0);
        if (!span)
            fail("“" + cells[2] + "” does not stand " + cells[1] + " times in the text");
        out.span = *span;
        if (out.quote) {
            out.who = alternatives(cells[3]);
        } else {
            out.value = value(cells[3]);
            out.qualifier = cells[4];
            out.counts = alternatives(cells[5]);
            out.who = alternatives(cells[6]);
            out.modality = cells[7];
            if (!out.value && out.qualifier != "vague" && !out.optional)
                fail("“" + cells[3] + "” is not a number");
        }
        article.rows.push_back(std::move(out));
    }
    if ((article.language != "en" && article.language != "fr") ||
        (article.split != "dev" && article.split != "held-out"))
        throw std::runtime_error(table.filename().string() + ": its first line names no language or split");
    return article;
}

} // namespace countercheck::corpus
