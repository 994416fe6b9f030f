// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"

#include <algorithm>
#include <array>

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

} // namespace

std::string capitalised(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z')
        s[0] = static_cast<char>(s[0] - 32);
    else if (s.size() > 1 && s[0] == '\xC3' && static_cast<unsigned char>(s[1]) >= 0xA0 &&
             static_cast<unsigned char>(s[1]) != 0xB7)
        s[1] = static_cast<char>(s[1] - 32);
    return s;
}

std::string grouped(const Decimal& value) {
    std::string s = value.toString();
    const std::size_t end = s.find('.') == std::string::npos ? s.size() : s.find('.');
    const std::size_t begin = s[0] == '-' ? 1 : 0;
    for (std::size_t at = end; at > begin + 3; at -= 3)
        s.insert(at - 3, ",");
    return s;
}

std::string inDigits(const QuestionClaim& claim) {
    if (!claim.set || !claim.unit.empty())
        return claim.shown;
    const FigureSet& set = *claim.set;
    const auto headline = [&] { return grouped(*set.headline); };
    if (!set.headline)
        return set.qualifier == Qualifier::Range && set.low && set.high
                   ? grouped(*set.low) + " to " + grouped(*set.high)
                   : claim.shown;
    switch (set.qualifier) {
    case Qualifier::Exact:
        return headline();
    case Qualifier::Approximate:
        return "about " + headline();
    case Qualifier::Nearly:
        return "nearly " + headline();
    case Qualifier::AtLeast:
        return "at least " + headline();
    case Qualifier::MoreThan:
        return "more than " + headline();
    case Qualifier::AtMost:
        return "up to " + headline();
    case Qualifier::LessThan:
        return "fewer than " + headline();
    case Qualifier::Range:
    case Qualifier::Vague:
        break;
    }
    return claim.shown;
}

std::optional<Clause> clauseOfLabel(const std::string& label) {
    const std::size_t space = label.rfind(' ');
    if (space == std::string::npos || space == 0 || label.find(',') != std::string::npos)
        return std::nullopt;
    const std::string_view last = std::string_view(label).substr(space + 1);
    static constexpr std::array<std::string_view, 16> irregular = {
        "taken", "stolen", "hit",    "shot", "hurt", "lost", "held",  "found",
        "sunk",  "slain",  "struck", "sent", "hung", "shut", "freed", "burnt"};
    const bool participle = (last.size() > 4 && last.ends_with("ed")) ||
                            std::find(irregular.begin(), irregular.end(), last) != irregular.end();
    const std::string subject = label.substr(0, space);
    const bool plural = subject.ends_with('s') || subject.ends_with("people") || subject.ends_with("men") ||
                        subject.ends_with("children") || subject.ends_with("police");
    if (!participle || !plural)
        return std::nullopt;
    return Clause{subject, "were " + std::string(last), false};
}

std::optional<Clause> clauseOf(const std::string& title) {
    static constexpr std::string_view opening = "How many ";
    if (!title.starts_with(opening) || !title.ends_with('?'))
        return std::nullopt;
    const std::string body = title.substr(opening.size(), title.size() - opening.size() - 1);
    // Verbs that a plural subject takes as they stand. With any other ("How many did they burn?") no sentence is built.
    static constexpr std::array<std::string_view, 12> verbs = {" were ", " are ",    " have ",  " had ",
                                                               " took ", " died",    " fled",   " came ",
                                                               " hit ",  " escaped", " remain", " attacked"};
    std::size_t at = std::string::npos;
    for (const std::string_view verb : verbs) {
        const std::size_t found = body.find(verb);
        const bool whole = found != std::string::npos && (verb.back() == ' ' || found + verb.size() == body.size() ||
                                                          body[found + verb.size()] == ' ');
        if (whole && found > 0)
            at = std::min(at, found);
    }
    if (at == std::string::npos)
        return std::nullopt;
    Clause clause{body.substr(0, at), body.substr(at + 1), false};
    clause.existential = clause.predicate == "were there";
    if (clause.subject.find(" did ") != std::string::npos || clause.subject.find(',') != std::string::npos)
        return std::nullopt;
    return clause;
}

std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

std::string numberWords(const QuestionClaim& claim) {
    const std::string& shown = claim.shown;
    std::size_t end = 0;
    for (std::size_t at = 0; at < shown.size();) {
        std::size_t stop = shown.find(' ', at);
        stop = stop == std::string::npos ? shown.size() : stop;
        if (isNumberWord(lowered(std::string_view(shown).substr(at, stop - at))))
            end = stop;
        at = stop + 1;
    }
    if (end == 0 || !claim.unit.empty())
        return shown;
    std::string words = shown.substr(0, end);
    words[0] = words[0] >= 'A' && words[0] <= 'Z' ? static_cast<char>(words[0] + 32) : words[0];
    return words;
}

std::string beforeNoun(const QuestionClaim& claim) {
    if (!claim.set || !claim.unit.empty() || claim.negative)
        return {};
    const FigureSet& set = *claim.set;
    if (set.headline && *set.headline <= Decimal(1) && set.qualifier != Qualifier::Approximate)
        return {}; // one and none take other words
    std::string words = numberWords(claim);
    const std::string last = lowered(std::string_view(words).substr(words.rfind(' ') + 1)); // npos + 1 is 0
    static constexpr std::array<std::string_view, 7> needOf = {"dozens",   "scores",  "hundreds", "thousands",
                                                               "millions", "handful", "couple"};
    if (std::find(needOf.begin(), needOf.end(), last) != needOf.end())
        return words + " of";
    static constexpr std::array<std::string_view, 4> alone = {"none", "half", "fewer", "less"};
    if (!isNumberWord(last) || std::find(alone.begin(), alone.end(), last) != alone.end())
        return {};
    return words;
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

std::string quotedWords(std::string words) {
    static constexpr std::string_view open = "\xE2\x80\x9C", close = "\xE2\x80\x9D";
    if (words.starts_with(open))
        words.erase(0, open.size());
    else if (words.starts_with('"'))
        words.erase(0, 1);
    if (words.ends_with(close))
        words.erase(words.size() - close.size());
    else if (words.ends_with('"'))
        words.pop_back();
    while (!words.empty() && (words.back() == ',' || words.back() == ' ' || words.back() == '.'))
        words.pop_back();
    return std::string(open) + words + std::string(close);
}

} // namespace countercheck::report
