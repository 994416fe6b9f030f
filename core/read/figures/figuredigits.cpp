// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figuredigits.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace countercheck::read {

using text::Language;

namespace {

std::optional<Decimal> readHabit(std::string_view digits, bool commaDecimal) {
    const char group = commaDecimal ? '.' : ',';
    const char point = commaDecimal ? ',' : '.';
    char plain[48];
    std::size_t size = 0;
    std::size_t groups = 0, run = 0, firstRun = 0, earlier = 0; // digits since the last grouping mark
    bool twos = true, threes = true, decimals = false;
    for (const char c : digits) {
        if (size + 1 >= sizeof plain)
            return std::nullopt;
        if (c == group && !decimals) {
            if (groups == 0)
                firstRun = run;
            else {
                twos = twos && run == 2;
                threes = threes && run == 3;
            }
            ++groups;
            run = 0;
        } else if (c == point && !decimals) {
            decimals = true;
            earlier = run;
            plain[size++] = '.';
        } else if (c >= '0' && c <= '9') {
            run += decimals ? 0 : 1;
            plain[size++] = c;
        } else {
            return std::nullopt; // a second point: a version, a date
        }
    }
    if (!decimals)
        earlier = run;
    if (groups > 0) {
        const bool western = threes && firstRun >= 1 && firstRun <= 3 && earlier == 3;
        const bool indian = twos && firstRun >= 1 && firstRun <= 2 && earlier == 3; // 1,00,000
        if (!western && !indian) {
            // One mark of the wrong habit that cannot group: "3,5" printed by a neighbour's rule.
            if (groups == 1 && !decimals && earlier >= 1 && earlier <= 2 && firstRun >= 1) {
                std::string swapped(digits);
                std::replace(swapped.begin(), swapped.end(), group, '.');
                return Decimal::tryFrom(swapped);
            }
            return std::nullopt;
        }
    }
    if (size > 1 && plain[0] == '0' && plain[1] != '.')
        return std::nullopt; // 007: a code
    return Decimal::tryFrom({plain, size});
}

std::int64_t germanPart(std::string_view s) {
    struct Named {
        std::string_view form;
        std::int64_t value;
    };
    static constexpr Named named[] = {
        {"null", 0},      {"ein", 1},       {"eins", 1},      {"zwei", 2},      {"zwo", 2},       {"drei", 3},
        {"vier", 4},      {"fünf", 5},      {"sechs", 6},     {"sieben", 7},    {"acht", 8},      {"neun", 9},
        {"zehn", 10},     {"elf", 11},      {"zwölf", 12},    {"dreizehn", 13}, {"vierzehn", 14}, {"fünfzehn", 15},
        {"sechzehn", 16}, {"siebzehn", 17}, {"achtzehn", 18}, {"neunzehn", 19}, {"zwanzig", 20},  {"dreißig", 30},
        {"dreissig", 30}, {"vierzig", 40},  {"fünfzig", 50},  {"sechzig", 60},  {"siebzig", 70},  {"achtzig", 80},
        {"neunzig", 90}};
    for (const Named& n : named)
        if (n.form == s)
            return n.value;
    for (const auto& [mark, times] : {std::pair<std::string_view, std::int64_t>{"tausend", 1000}, {"hundert", 100}}) {
        const std::size_t at = s.find(mark);
        if (at == std::string_view::npos)
            continue;
        std::string_view rest = s.substr(at + mark.size());
        if (rest.substr(0, 3) == "und" && rest.size() > 3)
            rest.remove_prefix(3);
        const std::int64_t before = at == 0 ? 1 : germanPart(s.substr(0, at));
        const std::int64_t after = rest.empty() ? 0 : germanPart(rest);
        if (before < 1 || after < 0 || after >= times || (times == 100 && before > 19))
            return -1;
        return before * times + after;
    }
    const std::size_t joint = s.find("und"); // einundzwanzig
    if (joint == std::string_view::npos || joint == 0)
        return -1;
    const std::int64_t one = germanPart(s.substr(0, joint)), ten = germanPart(s.substr(joint + 3));
    return one >= 1 && one <= 9 && ten >= 20 && ten <= 90 && ten % 10 == 0 ? ten + one : -1;
}

} // namespace

std::optional<Decimal> readDigits(std::string_view digits, Language language) {
    const bool commaDecimal =
        language == Language::French || language == Language::German || language == Language::Spanish;
    auto value = readHabit(digits, commaDecimal);
    const bool both = digits.find(',') != std::string_view::npos && digits.find('.') != std::string_view::npos;
    // "1.234.567" in English: two groups and more can be nothing else, but an address of four bytes.
    const std::size_t marks =
        static_cast<std::size_t>(std::count(digits.begin(), digits.end(), commaDecimal ? ',' : '.'));
    if (!value && !both && (marks == 2 || (marks > 3)))
        value = readHabit(digits, !commaDecimal);
    if (!value && both) // printed by a neighbour's habit: "1.000,50"
        value = readHabit(digits, !commaDecimal);
    return value;
}

GermanNumber readGerman(std::string_view word) {
    if (word.size() < 3 || word.size() > 90)
        return {};
    // Every numeral begins with one of few letters and holds a piece that few other words hold: most words leave here.
    constexpr std::string_view firsts = "nezdvfsahtm";
    if (firsts.find(word.front()) == std::string_view::npos)
        return {};
    if (word == "anderthalb")
        return {GermanNumber::AndHalf, 1};
    if (word.size() > 7 && word.substr(word.size() - 7) == "einhalb") {
        const std::int64_t whole = germanPart(word.substr(0, word.size() - 7));
        return whole < 0 ? GermanNumber{} : GermanNumber{GermanNumber::AndHalf, whole};
    }
    if (const std::int64_t value = germanPart(word); value >= 0)
        return {GermanNumber::Cardinal, value};
    // Ordinals: -te below twenty, -ste above, with the endings of an adjective; erste, dritte, siebte, achte.
    if (word.size() > 4 && (word.back() == 'n' || word.back() == 'r' || word.back() == 's' || word.back() == 'm') &&
        word[word.size() - 2] == 'e')
        word.remove_suffix(1);
    const auto ends = [&](std::string_view tail) {
        return word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail;
    };
    if (word.size() < 5 || word.substr(word.size() - 2) != "te")
        return {};
    struct Irregular {
        std::string_view tail;
        std::int64_t value;
    };
    static constexpr Irregular irregular[] = {
        {"erste", 1}, {"dritte", 3}, {"siebte", 7}, {"siebente", 7}, {"achte", 8}};
    for (const Irregular& odd : irregular)
        if (ends(odd.tail)) {
            std::string_view head = word.substr(0, word.size() - odd.tail.size());
            if (head.size() > 3 && head.substr(head.size() - 3) == "und")
                head.remove_suffix(3);
            const std::int64_t base = germanPart(head);
            return base >= 100 && base % 100 == 0 ? GermanNumber{GermanNumber::Ordinal, base + odd.value}
                                                  : GermanNumber{};
        }
    if (ends("ste")) {
        const std::int64_t base = germanPart(word.substr(0, word.size() - 3));
        if (base >= 20)
            return {GermanNumber::Ordinal, base};
    }
    const std::int64_t base = germanPart(word.substr(0, word.size() - 2));
    return base >= 2 && base % 100 < 20 && base % 100 > 0 ? GermanNumber{GermanNumber::Ordinal, base} : GermanNumber{};
}

} // namespace countercheck::read
