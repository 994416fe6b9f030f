// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"

#include "core/report/table.h"

#include <algorithm>
#include <array>
#include <unordered_map>

extern "C" {
extern const char countercheck_report_hedges_begin[], countercheck_report_hedges_end[];
extern const char countercheck_report_tellers_begin[], countercheck_report_tellers_end[];
}

namespace countercheck::report {

using compare::QuestionClaim;
using read::Decimal;
using read::FigureSet;
using read::Qualifier;

namespace {

bool isNumberWord(std::string_view lower) {
    static constexpr std::array<std::string_view, 52> known = {
        "one",      "two",      "three",   "four",     "five",     "six",     "seven",   "eight",     "nine",
        "ten",      "eleven",   "twelve",  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty",   "thirty",  "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety",
        "hundred",  "thousand", "million", "billion",  "dozen",    "several", "few",     "many",      "numerous",
        "multiple", "zero",     "no",      "none",     "both",     "dozens",  "scores",  "hundreds",  "thousands",
        "millions", "handful",  "couple",  "more",     "fewer",    "less",    "half"};
    if (lower.empty())
        return false;
    if (lower.back() >= '0' && lower.back() <= '9')
        return true;
    const std::size_t hyphen = lower.rfind('-');
    return std::find(known.begin(), known.end(), hyphen == std::string_view::npos ? lower : lower.substr(hyphen + 1)) !=
           known.end();
}

/// The row of hedges.tsv for the number that `shown` begins with; null when there is none.
const Cells* hedgeRow(std::string_view shown) {
    static const std::vector<Cells> rows =
        rowsOf({countercheck_report_hedges_begin, countercheck_report_hedges_end}, 4);
    const std::string words = lowered(shown);
    const Cells* best = nullptr;
    for (const Cells& row : rows)
        if (words.starts_with(row[0]) && (words.size() == row[0].size() || words[row[0].size()] == ' ') &&
            (!best || row[0].size() > (*best)[0].size()))
            best = &row;
    return best;
}

bool singular(const FigureSet& set, Language language) {
    const Decimal two(2);
    return language == Language::French ? *set.headline < two : *set.headline == Decimal(1);
}

} // namespace

std::string capitalised(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z')
        s[0] = static_cast<char>(s[0] - 32);
    else if (s.size() > 1 && s[0] == '\xC3' && static_cast<unsigned char>(s[1]) >= 0xA0 &&
             static_cast<unsigned char>(s[1]) != 0xB7)
        s[1] = static_cast<char>(s[1] - 32);
    return s;
}

std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

std::string grouped(const Decimal& value, Language language) {
    const bool french = language == Language::French;
    std::string s = value.toString();
    const std::size_t point = s.find('.');
    const std::size_t end = point == std::string::npos ? s.size() : point;
    if (french && point != std::string::npos)
        s[point] = ',';
    const std::size_t begin = s[0] == '-' ? 1 : 0;
    for (std::size_t at = end; at > begin + 3; at -= 3)
        s.insert(at - 3, french ? "\xE2\x80\xAF" : ",");
    return s;
}

std::string spelled(const Decimal& value, Language language, bool feminine) {
    if (value == Decimal(1))
        return form(language, feminine ? "one.f" : "one.m");
    if (value.isWhole() && value > Decimal(1) && value < Decimal(10))
        return form(language, "digit." + value.toString());
    const auto millions = value.dividedBy(Decimal(1000000));
    if (millions && value >= Decimal(1000000) && value < Decimal(1000000000) && millions->exponent() >= -1)
        return form(language, *millions < Decimal(2) ? "million" : "millions", {grouped(*millions, language)});
    return grouped(value, language);
}

std::string hedged(Qualifier qualifier, const std::string& number, Language language) {
    switch (qualifier) {
    case Qualifier::Approximate:
    case Qualifier::Nearly:
    case Qualifier::AtLeast:
    case Qualifier::MoreThan:
    case Qualifier::AtMost:
    case Qualifier::LessThan: {
        std::string out = form(language, "hedge." + std::string(read::qualifierName(qualifier)), {number});
        if (language == Language::French && number.starts_with("un") && out.ends_with("de " + number))
            out.replace(out.size() - number.size() - 3, 3, "d’"); // plus d’une
        return out;
    }
    case Qualifier::Exact:
    case Qualifier::Range:
    case Qualifier::Vague:
        break;
    }
    return number;
}

std::string numberWords(const QuestionClaim& claim, Language language, bool feminine) {
    const std::string& shown = claim.shown;
    if (!claim.unit.empty())
        return shown;
    std::size_t end = 0;
    for (std::size_t at = 0; at < shown.size() && language == Language::English;) {
        std::size_t stop = shown.find(' ', at);
        stop = stop == std::string::npos ? shown.size() : stop;
        if (isNumberWord(lowered(std::string_view(shown).substr(at, stop - at))))
            end = stop;
        at = stop + 1;
    }
    if (end > 0) {
        std::string words = shown.substr(0, end);
        words[0] = words[0] >= 'A' && words[0] <= 'Z' ? static_cast<char>(words[0] + 32) : words[0];
        return words;
    }
    if (!claim.set)
        return shown;
    const FigureSet& set = *claim.set;
    if (set.qualifier == Qualifier::Range && set.low && set.high)
        return form(language, "between",
                    {spelled(*set.low, language, feminine), spelled(*set.high, language, feminine)});
    if (set.headline && set.qualifier != Qualifier::Vague)
        return hedged(set.qualifier, spelled(*set.headline, language, feminine), language);
    if (const Cells* const row = hedgeRow(shown)) {
        std::string words((*row)[language == Language::English ? 1 : feminine ? 3 : 2]);
        for (const std::string_view link : {" of", " de"})
            if (words.ends_with(link))
                words.resize(words.size() - link.size());
        return words;
    }
    return shown;
}

std::optional<Number> beforeNoun(const QuestionClaim& claim, Language language, bool feminine) {
    if (!claim.set || !claim.unit.empty() || claim.negative)
        return std::nullopt;
    const FigureSet& set = *claim.set;
    const bool one = set.headline && singular(set, language);
    if (set.headline && (*set.headline < Decimal(1) ||
                         (one && (set.qualifier == Qualifier::LessThan || set.qualifier == Qualifier::Nearly))))
        return std::nullopt; // none and less than one take other words
    std::string words = numberWords(claim, language, feminine);
    if (!set.headline)
        if (const Cells* const row = hedgeRow(language == Language::English ? std::string_view(words) : claim.shown))
            return Number{std::string((*row)[language == Language::English ? 1 : feminine ? 3 : 2]), false};
    if (language == Language::French)
        return set.headline || (set.qualifier == Qualifier::Range && set.low && set.high)
                   ? std::optional(Number{std::move(words), one})
                   : std::nullopt;
    const std::string last = lowered(std::string_view(words).substr(words.rfind(' ') + 1)); // npos + 1 is 0
    static constexpr std::array<std::string_view, 7> needOf = {"dozens",   "scores",  "hundreds", "thousands",
                                                               "millions", "handful", "couple"};
    if (std::find(needOf.begin(), needOf.end(), last) != needOf.end())
        return Number{words + " of", false};
    static constexpr std::array<std::string_view, 4> alone = {"none", "half", "fewer", "less"};
    if (!isNumberWord(last) || std::find(alone.begin(), alone.end(), last) != alone.end())
        return std::nullopt;
    return Number{std::move(words), one};
}

std::string inDigits(const QuestionClaim& claim, Language language) {
    if (!claim.set || !claim.unit.empty())
        return shownIn(claim, language);
    const FigureSet& set = *claim.set;
    if (!set.headline) {
        if (set.qualifier == Qualifier::Range && set.low && set.high)
            return form(language, "to", {grouped(*set.low, language), grouped(*set.high, language)});
        return language == Language::English ? claim.shown : numberWords(claim, language);
    }
    if (set.qualifier == Qualifier::Range || set.qualifier == Qualifier::Vague)
        return language == Language::English ? claim.shown : numberWords(claim, language);
    return hedged(set.qualifier, grouped(*set.headline, language), language);
}

std::string weekday(std::int64_t seconds, Language language) {
    std::int64_t number = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
    number = (number % 7 + 7) % 7;
    return form(language, "day." + std::to_string(number));
}

std::string shownIn(const QuestionClaim& claim, Language language) {
    if (language == Language::English || !claim.time || claim.time->openFrom)
        return claim.shown.empty() ? claim.quote : claim.shown;
    const std::string iso = read::isoTime(claim.time->from);
    if (iso.size() < 10 || iso[4] != '-')
        return claim.shown.empty() ? claim.quote : claim.shown;
    const std::string year = iso.substr(0, 4);
    const std::string month = form(language, "month." + std::to_string(std::stoi(iso.substr(5, 2))));
    const int number = std::stoi(iso.substr(8, 2));
    const std::string day =
        weekday(claim.time->from, language) + ' ' + (number == 1 ? "1er" : std::to_string(number)) + ' ' + month;
    switch (claim.time->grain) {
    case read::Grain::Year:
        return year;
    case read::Grain::Month:
        return month + ' ' + year;
    case read::Grain::Day:
        return day + ' ' + year;
    case read::Grain::Hour:
        return iso.size() < 13 ? claim.shown
                               : day + ' ' + year + " à " + std::to_string(std::stoi(iso.substr(11, 2))) + "\xC2\xA0h";
    case read::Grain::Minute:
        return iso.size() < 16 ? claim.shown
                               : day + ' ' + year + " à " + std::to_string(std::stoi(iso.substr(11, 2))) +
                                     "\xC2\xA0h\xC2\xA0" + iso.substr(14, 2);
    default:
        return claim.shown;
    }
}

std::string insideSentence(std::string source) {
    static constexpr std::array<std::string_view, 6> openings = {"A ", "An ", "The ", "Some ", "One ", "Several "};
    static constexpr std::array<std::string_view, 24> nouns = {
        "Residents",  "Officials", "Local",  "Police",  "Witnesses", "Reports",   "Sources",  "Authorities",
        "Analysts",   "Observers", "Medics", "Doctors", "Survivors", "Villagers", "Security", "Military",
        "Government", "Hospital",  "Army",   "State",   "Media",     "Relatives", "Rescuers", "Experts"};
    const std::string_view first = std::string_view(source).substr(0, source.find(' '));
    const bool article = std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
        return source.size() > opening.size() && source.starts_with(opening) && source[opening.size()] >= 'a' &&
               source[opening.size()] <= 'z';
    });
    const std::size_t next = first.size() + 1; // "Security Council" is a name
    const bool noun = std::find(nouns.begin(), nouns.end(), first) != nouns.end() &&
                      (next >= source.size() || (source[next] >= 'a' && source[next] <= 'z'));
    if (article || noun)
        source[0] = static_cast<char>(source[0] + 32);
    return source;
}

Teller tellerIn(const std::string& source, Language language) {
    struct Tellers {
        std::vector<Cells> rows = rowsOf({countercheck_report_tellers_begin, countercheck_report_tellers_end}, 3);
        std::unordered_map<std::string_view, std::size_t> at;
        Tellers() {
            for (const std::size_t column : {0U, 1U})
                for (std::size_t i = 0; i < rows.size(); ++i)
                    at.emplace(rows[i][column], i);
        }
    };
    static const Tellers tellers;
    const std::string words = insideSentence(source);
    const std::string folded = lowered(words);
    const auto found = tellers.at.find(folded);
    if (found != tellers.at.end()) {
        const Cells& row = tellers.rows[found->second];
        const std::string_view there = row[language == Language::French ? 1 : 0];
        std::string shown = folded == there ? words : std::string(there);
        shown[0] = folded == there ? folded[0] : shown[0]; // "The UN" only began a sentence
        return {std::move(shown), row[2] == "2"};
    }
    static constexpr std::array<std::string_view, 4> english = {"a ", "an ", "the ", "some "};
    static constexpr std::array<std::string_view, 6> french = {"un ", "une ", "le ", "la ", "les ", "des "};
    const auto opens = [&](const auto& openings) {
        return std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return words.starts_with(o); });
    };
    const bool foreign = language == Language::French ? opens(english) : opens(french);
    return {foreign ? form(language, "quotation", {words}) : words, false};
}

std::string quotedWords(std::string words, Language language) {
    static constexpr std::array<std::string_view, 4> open = {"\xE2\x80\x9C", "\"", "\xC2\xAB\xC2\xA0", "\xC2\xAB"};
    static constexpr std::array<std::string_view, 4> close = {"\xE2\x80\x9D", "\"", "\xC2\xA0\xC2\xBB", "\xC2\xBB"};
    for (const std::string_view mark : open)
        if (words.starts_with(mark)) {
            words.erase(0, mark.size());
            break;
        }
    for (const std::string_view mark : close)
        if (words.ends_with(mark)) {
            words.erase(words.size() - mark.size());
            break;
        }
    while (!words.empty() && (words.back() == ',' || words.back() == ' ' || words.back() == '.'))
        words.pop_back();
    return form(language, "quotation", {words});
}

std::string joined(const std::vector<std::string>& parts, Language language) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        out = i == 0 ? parts[i] : form(language, i + 1 == parts.size() ? "and" : "comma", {out, parts[i]});
    return out;
}

} // namespace countercheck::report
