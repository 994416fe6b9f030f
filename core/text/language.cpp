// SPDX-License-Identifier: GPL-3.0-or-later
// Which language? Small words vote first, because they are nearly free; CLD2 decides where they do not.
#include "core/text/tokenizer.h"

#include "core/text/utf8.h"

#include <cstdio> // cld2's header needs it first

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string>

namespace countercheck::text {

namespace {

struct SmallWord {
    std::string_view word;
    std::uint8_t languages; ///< bits: 1 English, 2 French, 4 German, 8 Spanish
};

constexpr SmallWord smallWords[] = {
    {"the", 1},  {"of", 1},       {"and", 1},       {"to", 1},    {"that", 1},  {"was", 1},  {"were", 1}, {"is", 1},
    {"with", 1}, {"for", 1},      {"by", 1},        {"at", 1},    {"from", 1},  {"has", 1},  {"had", 1},  {"have", 1},
    {"said", 1}, {"his", 1},      {"their", 1},     {"which", 1}, {"been", 1},  {"are", 1},  {"on", 3},   {"in", 5},
    {"as", 1},   {"an", 5},       {"it", 1},        {"le", 2},    {"les", 2},   {"des", 6},  {"du", 6},   {"et", 2},
    {"est", 2},  {"une", 2},      {"dans", 2},      {"pour", 2},  {"qui", 2},   {"sur", 2},  {"par", 2},  {"au", 2},
    {"aux", 2},  {"avec", 2},     {"ont", 2},       {"selon", 2}, {"la", 10},   {"que", 10}, {"en", 10},  {"de", 10},
    {"un", 10},  {"se", 10},      {"der", 4},       {"die", 5},   {"das", 4},   {"und", 4},  {"den", 4},  {"von", 4},
    {"zu", 4},   {"mit", 4},      {"auf", 4},       {"ist", 4},   {"nicht", 4}, {"ein", 4},  {"eine", 4}, {"dem", 4},
    {"im", 4},   {"sich", 4},     {"wurde", 4},     {"haben", 4}, {"el", 8},    {"los", 8},  {"las", 8},  {"del", 8},
    {"y", 8},    {"por", 8},      {"con", 8},       {"una", 8},   {"para", 8},  {"su", 8},   {"al", 8},   {"fue", 8},
    {"como", 8}, {"m\u00E1s", 8}, {"seg\u00FAn", 8}};

constexpr std::size_t voteSlots = 512;
struct Vote {
    std::uint64_t word = 0; ///< up to eight bytes of small letters; 0: empty
    std::uint8_t languages = 0;
};
constexpr std::size_t voteSlot(std::uint64_t word) {
    return (word * 0x9E3779B97F4A7C15ull) >> 55;
}
static_assert(voteSlot(~0ull) < voteSlots);

constexpr auto voteTable = [] {
    std::array<Vote, voteSlots> table{};
    for (const SmallWord& w : smallWords) {
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < w.word.size(); ++i)
            key |= std::uint64_t{static_cast<unsigned char>(w.word[i])} << (8 * i);
        std::size_t at = voteSlot(key);
        while (table[at].word != 0)
            at = (at + 1) % voteSlots;
        table[at] = {key, w.languages};
    }
    return table;
}();

Language byCld2(std::string_view text) {
    // CLD2 reads past the end of what is not UTF-8: it gets a copy with blanks for such bytes.
    std::string sound;
    for (std::size_t i = 0; i < text.size() && sound.size() < 20000;) {
        const CodePoint point = decodeAt(text, i);
        if (point.length == 1 && static_cast<unsigned char>(text[i]) >= 0x80)
            sound += ' ';
        else
            sound += text.substr(i, point.length);
        i += point.length;
    }
    bool reliable = false;
    switch (CLD2::DetectLanguage(sound.data(), static_cast<int>(sound.size()), true, &reliable)) {
    case CLD2::ENGLISH:
        return Language::English;
    case CLD2::FRENCH:
        return Language::French;
    case CLD2::GERMAN:
        return Language::German;
    case CLD2::SPANISH:
        return Language::Spanish;
    case CLD2::UNKNOWN_LANGUAGE:
        return Language::English; // too short to tell: the rules that know most
    default:
        return reliable ? Language::Other : Language::English;
    }
}

} // namespace

Language detectLanguage(std::string_view text) {
    std::array<unsigned, 4> votes{};
    unsigned words = 0;
    const auto lead = [&](unsigned& second) {
        const auto best = static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
        second = 0;
        for (std::size_t k = 0; k < 4; ++k)
            if (k != best)
                second = std::max(second, votes[k]);
        return best;
    };
    unsigned second = 0;
    for (std::size_t i = 0; i < text.size() && words < 120;) {
        while (i < text.size() && static_cast<unsigned char>(text[i]) <= ' ')
            ++i;
        const std::size_t begin = i;
        while (i < text.size() && static_cast<unsigned char>(text[i]) > ' ')
            ++i;
        ++words;
        if (i - begin > 8 || i == begin)
            continue;
        const std::uint64_t key = smallLetters(loadBytes(text.data() + begin, i - begin));
        for (std::size_t at = voteSlot(key); voteTable[at].word != 0; at = (at + 1) % voteSlots)
            if (voteTable[at].word == key) {
                for (unsigned k = 0; k < 4; ++k)
                    votes[k] += (voteTable[at].languages >> k) & 1u;
                break;
            }
        if (words % 32 == 0) // far ahead: the rest cannot turn it
            if (const std::size_t best = lead(second); votes[best] >= 8 && votes[best] >= 4 * second + 4)
                return static_cast<Language>(best + 1);
    }
    const std::size_t best = lead(second);
    if (votes[best] >= 4 && votes[best] >= 2 * second + 2 && votes[best] * 8 >= words)
        return static_cast<Language>(best + 1);
    return byCld2(text);
}

std::string_view languageCode(Language language) {
    switch (language) {
    case Language::English:
        return "en";
    case Language::French:
        return "fr";
    case Language::German:
        return "de";
    case Language::Spanish:
        return "es";
    default:
        return "und";
    }
}

Language languageFromTag(std::string_view tag) {
    if (tag.empty())
        return Language::Unknown;
    std::string buffer;
    const std::string_view low = lowered(tag.substr(0, tag.find_first_of("-_")), buffer);
    if (low == "en" || low == "eng")
        return Language::English;
    if (low == "fr" || low == "fra" || low == "fre")
        return Language::French;
    if (low == "de" || low == "deu" || low == "ger")
        return Language::German;
    if (low == "es" || low == "spa")
        return Language::Spanish;
    return Language::Other;
}

} // namespace countercheck::text
