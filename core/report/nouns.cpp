// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table.h"
#include "core/report/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

extern "C" {
extern const char countercheck_report_nouns_begin[], countercheck_report_nouns_end[];
}

namespace countercheck::report {

namespace {

struct Nouns {
    std::vector<Cells> rows = rowsOf({countercheck_report_nouns_begin, countercheck_report_nouns_end}, 5);
    std::unordered_map<std::string_view, std::size_t> at; ///< by each of the four forms; the first row wins
    Nouns() {
        for (const std::size_t column : {1U, 0U, 3U, 2U})
            for (std::size_t row = 0; row < rows.size(); ++row)
                at.emplace(rows[row][column], row);
    }
};
const Nouns& nouns() {
    static const Nouns all;
    return all;
}

bool startsWithVowel(std::string_view words) {
    static constexpr std::array<std::string_view, 27> openings = {"a", "e", "i", "o", "u", "h", "y", "A", "E",
                                                                  "I", "O", "U", "H", "à", "â", "é", "è", "ê",
                                                                  "î", "ô", "œ", "À", "É", "È", "Ê", "Î", "Ô"};
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return words.starts_with(o); });
}

} // namespace

std::optional<Noun> nounOf(Language language, std::string_view words) {
    static constexpr std::string_view other = "other ", others = "autres ";
    const bool rest = words.starts_with(other) || words.starts_with(others);
    const std::string_view bare = !rest ? words : words.substr(words.find(' ') + 1);
    const auto found = nouns().at.find(bare);
    if (found == nouns().at.end())
        return std::nullopt;
    const Cells& row = nouns().rows[found->second];
    const bool french = language == Language::French;
    Noun noun{std::string(row[french ? 2 : 0]), std::string(row[french ? 3 : 1]), row[4] == "f"};
    if (rest) {
        noun.singular.insert(0, french ? "autre " : "other ");
        noun.plural.insert(0, french ? others : other);
    }
    return noun;
}

std::optional<std::string> singularOf(std::string_view plural) {
    const std::size_t space = plural.rfind(' ');
    const std::string_view before = space == std::string_view::npos ? std::string_view() : plural.substr(0, space + 1);
    const std::string_view last = plural.substr(before.size());
    for (const std::string_view words : {plural, last})
        if (const auto found = nouns().at.find(words);
            found != nouns().at.end() && nouns().rows[found->second][1] == words)
            return std::string(words == plural ? std::string_view() : before) +
                   std::string(nouns().rows[found->second][0]);
    if (last.size() < 4 || last.ends_with("ss") || last.ends_with("us") || last.ends_with("is") || !last.ends_with('s'))
        return std::nullopt;
    std::string_view stem = last.substr(0, last.size() - 1);
    if (stem.ends_with("ie"))
        return std::string(before) + std::string(stem.substr(0, stem.size() - 2)) + "y";
    for (const std::string_view hiss : {"sse", "she", "che", "xe"})
        if (stem.ends_with(hiss))
            stem.remove_suffix(1);
    return std::string(before) + std::string(stem);
}

std::string de(std::string_view words) {
    return (startsWithVowel(words) ? "d’" : "de ") + std::string(words);
}
std::string que(std::string_view words) {
    return (startsWithVowel(words) ? "qu’" : "que ") + std::string(words);
}
std::string the(const Noun& noun) {
    return (startsWithVowel(noun.singular) ? "l’" : noun.feminine ? "la " : "le ") + noun.singular;
}
std::string ofThe(const Noun& noun) {
    return (startsWithVowel(noun.singular) ? "de l’" : noun.feminine ? "de la " : "du ") + noun.singular;
}

std::string agreed(std::string_view participle, bool feminine, bool plural) {
    const std::size_t end = std::min(participle.find(' '), participle.size());
    std::string out(participle.substr(0, end));
    if (feminine && !out.ends_with('e'))
        out += 'e';
    if (plural && !out.ends_with('s') && !out.ends_with('x'))
        out += 's';
    return out.append(participle.substr(end));
}

} // namespace countercheck::report
