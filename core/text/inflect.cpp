// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/inflect.h"

namespace countercheck::text {

namespace {

bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool endsWith(std::string_view word, std::string_view tail) {
    return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail;
}

bool consonantY(std::string_view word) {
    return word.size() >= 2 && word.back() == 'y' && !vowel(word[word.size() - 2]);
}

/// One syllable (or a stressed last one, which spelling shows only for a few endings): consonant, vowel, consonant.
bool doubles(std::string_view verb) {
    if (verb.size() < 3)
        return false;
    const char c = verb.back(), v = verb[verb.size() - 2], b = verb[verb.size() - 3];
    if (vowel(c) || c == 'w' || c == 'x' || c == 'y' || c == 'h' || !vowel(v) || vowel(b))
        return false;
    int groups = 0;
    for (std::size_t i = 0; i < verb.size(); ++i)
        groups += vowel(verb[i]) && (i == 0 || !vowel(verb[i - 1])) ? 1 : 0;
    return groups == 1 || endsWith(verb, "nap") || (endsWith(verb, "fer") && !endsWith(verb, "ffer")) ||
           endsWith(verb, "mit") || endsWith(verb, "pel") || endsWith(verb, "gin") || endsWith(verb, "cur");
}

std::string sForm(std::string_view word) {
    if (consonantY(word))
        return std::string(word.substr(0, word.size() - 1)) + "ies";
    if (endsWith(word, "s") || endsWith(word, "x") || endsWith(word, "z") || endsWith(word, "ch") ||
        endsWith(word, "sh"))
        return std::string(word) + "es";
    return std::string(word) + "s";
}

} // namespace

std::string pluralOf(std::string_view noun) {
    const auto with = [&](std::size_t cut, std::string_view tail) {
        return std::string(noun.substr(0, noun.size() - cut)) + std::string(tail);
    };
    if (endsWith(noun, "man") && noun.size() != 4) { // "Oman"
        for (const std::string_view whole :
             {"german", "roman", "norman", "ottoman", "human", "shaman", "talisman", "caiman"})
            if (noun.substr(1) == whole.substr(1) && (noun.front() | 0x20) == whole.front()) // "German", "german"
                return with(0, "s");
        return with(3, "men");
    }
    if (endsWith(noun, "child"))
        return with(0, "ren");
    if (endsWith(noun, "ese") || endsWith(noun, "series") || endsWith(noun, "species"))
        return std::string(noun); // Lebanese
    for (const std::string_view same : {"dead", "wounded", "injured", "hurt", "missing", "aircraft", "sheep", "deer"})
        if (noun == same)
            return std::string(noun);
    if (endsWith(noun, "foot"))
        return with(3, "eet");
    if (endsWith(noun, "tooth"))
        return with(4, "eeth");
    if (noun == "mouse" || noun == "louse")
        return with(4, "ice");
    for (const std::string_view f : {"life", "knife", "wife"})
        if (endsWith(noun, f))
            return with(2, "ves");
    for (const std::string_view f : {"half", "wolf", "leaf", "loaf", "shelf", "thief", "calf"})
        if (noun == f)
            return with(1, "ves");
    if (endsWith(noun, "sis") && noun.size() > 4)
        return with(2, "es"); // crises, analyses
    return sForm(noun);
}

std::string thirdPersonOf(std::string_view verb) {
    if (verb.size() > 1 && verb.back() == 'o')
        return std::string(verb) + "es";
    return sForm(verb);
}

std::string pastOf(std::string_view verb) {
    if (!verb.empty() && verb.back() == 'e')
        return std::string(verb) + "d";
    if (consonantY(verb))
        return std::string(verb.substr(0, verb.size() - 1)) + "ied";
    std::string out(verb);
    if (doubles(verb))
        out += verb.back();
    return out + "ed";
}

std::string gerundOf(std::string_view verb) {
    if (endsWith(verb, "ie"))
        return std::string(verb.substr(0, verb.size() - 2)) + "ying";
    if (verb.size() > 2 && verb.back() == 'e' && !endsWith(verb, "ee") && !endsWith(verb, "ye"))
        return std::string(verb.substr(0, verb.size() - 1)) + "ing";
    std::string out(verb);
    if (doubles(verb))
        out += verb.back();
    return out + "ing";
}

} // namespace countercheck::text
