// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/spelling.h"

#include "core/read/names/gazetteer.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace countercheck::compare {

namespace {

const text::Lexicon& english() {
    return text::Lexicon::of(text::Language::English);
}

/// "Ltd", "Limited", "Inc", "SA": of no name its own.
bool isLegalForm(std::string_view word) {
    static constexpr std::array<std::string_view, 16> forms{
        "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co",   "plc",
        "llc", "llp",     "sa",  "ag",           "nv",   "gmbh",        "sarl", "sas"};
    return std::find(forms.begin(), forms.end(), word) != forms.end();
}

bool isArticle(std::string_view word) {
    static constexpr std::array<std::string_view, 8> articles{"the", "al", "el", "la", "le", "les", "los", "das"};
    return std::find(articles.begin(), articles.end(), word) != articles.end();
}

/// A word that stands in the dictionary or names a place, so that another one is another word.
bool known(std::string_view word) {
    const text::WordId id = english().findWord(word);
    const auto place = read::briefOfFolded(word);
    return (id != 0 && !english().has(id, text::Tag::FirstName)) || (place && place->exact);
}

/// Letters that are the same from the beginning.
std::size_t beginning(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    while (n < most && a[n] == b[n])
        ++n;
    return n;
}

bool isNumber(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// One word in two spellings. "Israel" and "Israeli" are two words, and so are "Ireland" and "Iceland".
bool wordSpelling(std::string_view a, std::string_view b, bool person) {
    const std::size_t least = std::min(a.size(), b.size()), most = std::max(a.size(), b.size());
    if (least < 4 || a[0] != b[0] || isNumber(a) || isNumber(b) || (!person && beginning(a, b) == least))
        return false;
    if (known(a) && known(b) && read::placeRelation(a, b) != read::PlaceRelation::Same)
        return false;
    const std::size_t apart = letterDistance(a, b);
    return apart == 1 ? least >= 5 || soundOf(a) == soundOf(b)
                      : apart == 2 && ((most >= 6 && soundOf(a) == soundOf(b)) || least >= 8);
}

/// "Distribution", "Distributors": of one stem, in names that are else the same.
bool oneStem(std::string_view a, std::string_view b) {
    const std::size_t same = beginning(a, b);
    return same >= 7 && same * 3 >= std::max(a.size(), b.size()) * 2;
}

/// A first name in two spellings: where both are known ones, only what sounds alike ("Sara", "Sarah").
bool firstNameSpelling(std::string_view a, std::string_view b) {
    if (std::min(a.size(), b.size()) < 4)
        return false;
    const auto sexes = [](std::string_view word) {
        return english().value(english().findWord(word), text::Tag::FirstName);
    };
    const std::string_view p = sexes(a), q = sexes(b);
    if (!p.empty() && !q.empty())
        return p == q && soundOf(a) == soundOf(b) && a.back() != 'o' && b.back() != 'o';
    const std::size_t apart = letterDistance(a, b);
    if (a[0] != b[0]) // "Elias", "Ilias"; "Carlo", "Karlo"
        return apart == 1 && std::min(a.size(), b.size()) >= 5;
    return apart == 1 || (apart == 2 && std::min(a.size(), b.size()) >= 5) || soundOf(a) == soundOf(b);
}

bool personSpelling(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::string &first = a.front(), &other = b.front(), &family = a.back(), &otherFamily = b.back();
    if (family == otherFamily)
        return first != other && firstNameSpelling(first, other);
    return (first == other || firstNameSpelling(first, other)) && wordSpelling(family, otherFamily, true) &&
           (first == other || soundOf(family) == soundOf(otherFamily));
}

std::string together(const std::vector<std::string>& words) {
    return std::accumulate(words.begin(), words.end(), std::string());
}

} // namespace

std::size_t letterDistance(std::string_view a, std::string_view b) {
    constexpr std::size_t usual = 64;
    std::array<std::size_t, usual> room;
    std::vector<std::size_t> longer(b.size() < usual ? 0 : b.size() + 1);
    std::size_t* const row = longer.empty() ? room.data() : longer.data();
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t before = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, before + (a[i - 1] != b[j - 1])});
            before = above;
        }
    }
    return row[b.size()];
}

std::string soundOf(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        char c = name[i];
        if (name.substr(i).starts_with("ph") || c == 'v' || c == 'w')
            c = 'f';
        else if (c == 'c' || c == 'q' || c == 'x')
            c = 'k';
        else if (c == 'z')
            c = 's';
        else if (c == 'j')
            c = 'i';
        const bool vowel = std::string_view("aeiouyh").find(c) != std::string_view::npos;
        if (vowel && i > 0) // all vowels are one, and h falls silent
            continue;
        if (out.empty() || out.back() != c)
            out += c;
    }
    return out;
}

bool alikeNames(std::string_view a, std::string_view b) {
    for (std::string_view* name : {&a, &b}) // "al-Mansoura", "Mansura"
        if (const std::size_t end = name->find_first_of(" -");
            end != std::string_view::npos && isArticle(name->substr(0, end)) && end + 1 < name->size())
            name->remove_prefix(end + 1);
    const std::size_t near = std::min(a.size(), b.size()) >= 6 ? 2 : 1;
    return letterDistance(a, b) <= near || soundOf(a) == soundOf(b);
}

std::vector<std::string> spelledWords(std::string_view name) {
    std::vector<std::string> out;
    std::string word;
    const auto take = [&] {
        if (word.size() > 1 && !isLegalForm(word) && !isArticle(word))
            out.push_back(word);
        word.clear();
    };
    for (const char c : text::foldAccents(name))
        if (c == ' ' || c == '-')
            take();
        else if (c != '\'' && c != '.' && c != ',')
            word += c;
    take();
    return out;
}

bool onlySpelling(const std::vector<std::string>& a, const std::vector<std::string>& b, bool persons) {
    if (a.empty() || b.empty())
        return false;
    if (persons && a.size() >= 2 && b.size() >= 2)
        return personSpelling(a, b);
    if (a.size() != b.size()) { // "Bright Well", "Brightwell"
        if (persons)
            return false;
        const std::string one = together(a);
        return one.size() >= 8 && one == together(b);
    }
    if (a.size() == 1)
        return std::min(a[0].size(), b[0].size()) >= 6 && wordSpelling(a[0], b[0], false);
    std::size_t apart = 0, same = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] == b[i])
            same += a[i].size() >= 8 || (a[i].size() >= 5 && !known(a[i]));
        else if (wordSpelling(a[i], b[i], false) || (i > 0 && oneStem(a[i], b[i])))
            ++apart;
        else
            return false;
    return apart == 1 && (same > 0 || wordSpelling(a[0], b[0], false));
}

} // namespace countercheck::compare
