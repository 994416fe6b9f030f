// SPDX-License-Identifier: GPL-3.0-or-later
// Which language? Small words vote first, because they are nearly free; CLD2 decides where they do not.
#include "core/text/tokenizer.h"

#include "core/text/utf8.h"

#include <cstdio> // cld2's header needs it first

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <string>
#include <unordered_map>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

constexpr std::size_t longestSmallWord = [] {
    std::size_t longest = 0;
    for (const SmallWord& w : smallWords)
        longest = std::max(longest, w.word.size());
    return longest;
}();
static_assert(longestSmallWord <= 8);

/// Places of the small words, each in one of its own: whether the next word of a text is one of them cannot be
/// foretold, and so nothing is branched on.
constexpr std::size_t voteSlots = 1024;
struct Vote {
    std::uint64_t word = 0;  ///< up to eight bytes of small letters; 0: empty
    std::uint64_t lanes = 0; ///< one in the sixteen bits of each of its languages
};
constexpr std::size_t voteSlot(std::uint64_t word, std::uint64_t factor) {
    return (word * factor) >> 54;
}
static_assert(voteSlot(~0ull, ~0ull) < voteSlots);

constexpr std::uint64_t keyOf(std::string_view word) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        key |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
    return key;
}

/// A factor that gives no two words the same place.
constexpr std::uint64_t voteFactor = [] {
    for (std::uint64_t factor = 0x9E3779B97F4A7C15ull;; factor += 0x632BE59BD9B4E01Aull) {
        std::array<bool, voteSlots> taken{};
        bool alone = true;
        for (const SmallWord& w : smallWords) {
            bool& place = taken[voteSlot(keyOf(w.word), factor)];
            alone = alone && !place;
            place = true;
            if (!alone)
                break;
        }
        if (alone)
            return factor;
    }
}();

constexpr auto voteTable = [] {
    std::array<Vote, voteSlots> table{};
    for (const SmallWord& w : smallWords) {
        Vote& vote = table[voteSlot(keyOf(w.word), voteFactor)];
        vote.word = keyOf(w.word);
        for (unsigned k = 0; k < 4; ++k)
            vote.lanes |= std::uint64_t{(w.languages >> k) & 1u} << (16 * k);
    }
    return table;
}();

Language byCld2(std::string_view text);

/// Words of headlines that are of one language only, beyond those above.
constexpr std::pair<Language, std::string_view> headlineWords[] = {
    {Language::English,
     "after he her she they we you not but who what when will would could says killed dead "
     "against over into amid its this these more than new man woman people kills hit hits hurt a off no war sept "
     "rises falls meets wins dies says attack"},
    {Language::French,
     "ne pas plus il elle ils nous vous son sa ses leur leurs cette ces mais ou donc apr\u00E8s avant contre "
     "sous sans entre vers chez depuis morts bless\u00E9s tu\u00E9s mort fait selon lors deux trois quatre "
     "cinq sept huit neuf dix ans jours mois ce y a \u00E0 \u00E9t\u00E9 \u00EAtre sont"},
    {Language::German,
     "er sie es wir ihr nach bei vor gegen \u00FCber unter f\u00FCr aus zum zur vom am als auch noch nur mehr "
     "sind war werden wird hat haben kein keine will soll sagt tote verletzte angriff polizei jahre "
     "jahren tot zwei drei vier f\u00FCnf sechs sieben acht neun zehn dies diese dieser einen einem einer "
     "wegen um bis seit durch ohne wie was wer dass oder aber streikt gewinnt stirbt t\u00FCrkei bahn"},
    {Language::Spanish,
     "tras contra sobre hasta sin muertos heridos ha han est\u00E1 est\u00E1n son fue fueron desde entre lo le "
     "sus este esta pero si no a hay muy nos cada hace hoy ayer a\u00F1os a\u00F1o d\u00EDas uno dos tres cuatro "
     "cinco seis siete ocho "
     "nueve "
     "diez gobierno presidente polic\u00EDa ataque guerra llega dice muere papa rehenes golpe estado"},
    {Language::English, "january february march june july august october december monday tuesday wednesday thursday "
                        "friday saturday sunday"},
    {Language::French,
     "janvier f\u00E9vrier mars avril mai juin juillet ao\u00FBt septembre octobre novembre d\u00E9cembre lundi mardi "
     "mercredi jeudi vendredi samedi dimanche"},
    {Language::German,
     "januar februar m\u00E4rz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag "
     "samstag sonntag"},
    {Language::Spanish, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
                        "lunes martes mi\u00E9rcoles jueves viernes s\u00E1bado domingo"},
    // languages without rules: enough of them to be told apart
    {Language::Other,
     "di che il della nel non gli nell dell alla degli sono het een niet bij met voor zijn geen het aan "
     "n\u00E3o em uma dos da do ao mais s\u00E3o foi \u00E9 pela pelo i w na nie jest och att det som \u00E4r "
     "p\u00E5"}};

/// A headline or a line or two. Each word votes for the languages that have it: function words and headline words
/// fully, a word that only one of the two dictionaries has in small letters too, letters and marks of one language's
/// spelling a little; CLD2 breaks ties. Nothing clear: what CLD2 says, English if that is nothing.
Language ofShortText(std::string_view text) {
    static const auto listed = [] {
        std::unordered_map<std::string_view, unsigned> all;
        for (const SmallWord& w : smallWords)
            all[w.word] |= w.languages;
        for (const auto& [language, list] : headlineWords) {
            std::string_view rest = list;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(' '), rest.size());
                all[rest.substr(0, end)] |= 1u << (static_cast<unsigned>(language) - 1);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return all;
    }();
    const Lexicon& english = Lexicon::of(Language::English);
    const Lexicon& french = Lexicon::of(Language::French);
    const Lexicon& german = Lexicon::of(Language::German);
    const Lexicon& spanish = Lexicon::of(Language::Spanish);
    std::array<int, 5> votes{}; // the last one: other languages
    const auto vote = [&](Language language, int weight) { votes[static_cast<std::size_t>(language) - 1] += weight; };
    std::string buffer;
    unsigned words = 0;
    const auto letter = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(text[i]);
        return (c | 32) >= 'a' && (c | 32) <= 'z' ? true : c >= 0xC3;
    };
    for (std::size_t i = 0; i < text.size() && words < 120;) {
        if (!letter(i)) {
            if (i > 0 && text[i - 1] == ' ' && (text[i] == ':' || text[i] == ';' || text[i] == '!' || text[i] == '?'))
                vote(Language::French, 2); // a blank before the mark
            if (text[i] == '%' && i > 1 && (text[i - 1] == ' ' || text[i - 1] == '\xA0'))
                for (const Language spaced : {Language::French, Language::German, Language::Spanish})
                    vote(spaced, 1); // 3,5 %
            const CodePoint p = decodeAt(text, i);
            if (p.value == 0xBF || p.value == 0xA1)
                vote(Language::Spanish, 4);
            i += p.length;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (letter(i) || (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80))
            ++i;
        const bool apostrophe = i < text.size() && (text[i] == '\'' || text.substr(i, 3) == "\u2019");
        const std::string_view as = text.substr(begin, i - begin);
        ++words;
        if (as.size() > 32)
            continue;
        const std::string_view word = lowered(as, buffer);
        if (apostrophe && (word == "l" || word == "d" || word == "qu" || word == "n" || word == "s" || word == "c" ||
                           word == "j" || word == "m")) {
            vote(Language::French, 3);
            continue;
        }
        for (std::size_t k = 0; k < word.size();) {
            if (static_cast<unsigned char>(word[k]) < 0x80) {
                ++k;
                continue;
            }
            const CodePoint point = decodeAt(word, k);
            k += point.length;
            switch (point.value) {
            case 0xDF:
            case 0xE4:
                vote(Language::German, 2);
                break;
            case 0xF6:
            case 0xFC:
                vote(Language::German, 1);
                break;
            case 0xF1:
                vote(Language::Spanish, 3);
                break;
            case 0xE1:
            case 0xED:
            case 0xF3:
            case 0xFA:
                vote(Language::Spanish, 1);
                break;
            case 0xE7:
            case 0xE8:
            case 0xEA:
            case 0xE0:
            case 0x153:
            case 0xEE:
            case 0xFB:
                vote(Language::French, 1);
                break;
            default:
                break;
            }
        }
        const char before = begin == 0 ? ' ' : text[begin - 1] == ' ' && begin > 1 ? text[begin - 2] : text[begin - 1];
        if ((word == "am" || word == "pm") && before >= '0' && before <= '9') { // "9 AM" is no German word
            vote(Language::English, 3);
            continue;
        }
        if (word == "week" && text.substr(i, 4) == "-end") { // an English word that French writes so
            vote(Language::French, 2);
            i += 4;
            continue;
        }
        if (const auto it = listed.find(word); it != listed.end()) {
            const int weight = std::has_single_bit(it->second) ? 4 : 2;
            for (unsigned k = 0; k < 5; ++k)
                votes[k] += ((it->second >> k) & 1u) != 0 ? weight : 0;
            continue;
        }
        if (word.size() < 3)
            continue;
        // Names stand in dictionaries too: a capital word counts less, but the first of a line.
        const bool capital = as.front() != word.front();
        const auto common = [&](const Lexicon& lexicon) {
            const WordUse& use = lexicon.use(lexicon.findWord(word));
            return use.known() && (use.parts & ProperNoun) == 0;
        };
        // Of German and Spanish there is no dictionary, but our tables know units, numbers, times and what is counted.
        const std::pair<Language, bool> known[] = {{Language::English, common(english)},
                                                   {Language::French, common(french)},
                                                   {Language::German, german.findWord(word) != 0},
                                                   {Language::Spanish, spanish.findWord(word) != 0}};
        const auto knowing = std::count_if(std::begin(known), std::end(known), [](const auto& k) { return k.second; });
        for (const auto& [language, knows] : known)
            if (knows && knowing == 1) // German nouns have a capital
                vote(language, capital && language != Language::German ? (begin > 0 ? 1 : 2) : 3);
            else if (knows && knowing == 2)
                vote(language, 1);
    }
    const auto lead = [&votes](int& second) {
        const auto best = static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
        second = 0;
        for (std::size_t k = 0; k < votes.size(); ++k)
            if (k != best)
                second = std::max(second, votes[k]);
        return best;
    };
    int second = 0;
    if (const std::size_t best = lead(second); votes[best] >= 6 && votes[best] > second + 2)
        return static_cast<Language>(best + 1); // whatever CLD2 would add
    // Of "900 Pakistani rupees" CLD2 is sure too soon.
    const bool amount = words <= 5 && text.find_first_of("0123456789") != std::string_view::npos;
    const Language guess = byCld2(text);
    if (guess >= Language::English && guess <= Language::Spanish)
        vote(guess, guess == Language::English ? 1 : 2); // "English" is also its word for "cannot tell"
    const std::size_t best = lead(second);
    if (votes[best] >= 3 && votes[best] > second &&
        (guess != Language::Other || votes[best] >= 6 || (amount && votes[best] >= 3 * second)))
        return static_cast<Language>(best + 1);
    return guess;
}

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

namespace {

/// Counts a text's small words for each language, word by word, until one is far ahead.
struct SmallWordVotes {
    static constexpr unsigned enough = 120; ///< words

    std::uint64_t lanes = 0; ///< sixteen bits a language
    unsigned words = 0;

    /// @param bytes  the word's, zeros behind its end; none of a long word
    /// @return whether the rest of the text would hardly turn it
    bool add(std::uint64_t bytes, bool small) {
        const std::uint64_t key = smallLetters(bytes);
        const Vote& vote = voteTable[voteSlot(key, voteFactor)];
        lanes += vote.word == key ? vote.lanes : 0;
        if (words % 16 != 0 || !small)
            return false;
        const Lead lead = this->lead();
        return lead.first >= 8 && lead.first >= 4 * lead.second + 4;
    }
    struct Lead {
        Language language = Language::Unknown;
        unsigned first = 0, second = 0; ///< votes of it, and of the one behind it
    };
    [[nodiscard]] Lead lead() const {
        Lead out;
        for (unsigned k = 0; k < 4; ++k) {
            const unsigned votes = (lanes >> (16 * k)) & 0xFFFF;
            if (votes > out.first || k == 0)
                out = {static_cast<Language>(k + 1), votes, out.first};
            else
                out.second = std::max(out.second, votes);
        }
        return out;
    }
};

#ifdef __SSE2__
/// Adds the words that begin in the text's first blocks of 64 bytes. Which bytes begin a word is reckoned for a block
/// at a time, and how long it is without a branch.
/// @param at  in: 0; out: where the other words begin
/// @return whether the rest would hardly turn it
bool addWordsOfBlocks(std::string_view text, SmallWordVotes& votes, std::size_t& at) {
    static_assert(longestSmallWord < 8);
    constexpr std::uint64_t every = 0x0101010101010101u;
    constexpr std::size_t block = 64;
    std::uint64_t behindBlank = 1; // 1: the byte before the block is a blank, or there is none
    for (; at + block + 8 <= text.size() && votes.words < SmallWordVotes::enough; at += block) {
        std::uint64_t blanks = 0; // blanks and control characters
        for (unsigned i = 0; i < 4; ++i) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at + 16 * i));
            const __m128i blank = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(' ')), bytes);
            blanks |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(blank))} << (16 * i);
        }
        std::uint64_t starts = ~blanks & (blanks << 1 | behindBlank);
        behindBlank = blanks >> 63;
        for (; starts != 0 && votes.words < SmallWordVotes::enough; starts &= starts - 1) {
            const std::uint64_t bytes = loadBytes(text.data() + at + std::countr_zero(starts), 8);
            constexpr std::uint64_t within = (std::uint64_t{1} << (8 * (longestSmallWord + 1))) - 1;
            const std::uint64_t ends =
                (bytes - every * 0x21) & ~bytes & (every * 0x80) & within; // the first one counts
            ++votes.words;
            if (votes.add(bytes & (((ends & (~ends + 1)) >> 7) - 1) & (0 - std::uint64_t{ends != 0}), ends != 0))
                return true;
        }
    }
    while (behindBlank == 0 && at < text.size() && static_cast<unsigned char>(text[at]) > ' ')
        ++at; // it began before
    return false;
}
#endif

} // namespace

Language detectLanguage(std::string_view text) {
    SmallWordVotes votes;
    std::size_t i = 0;
#ifdef __SSE2__
    if (addWordsOfBlocks(text, votes, i))
        return votes.lead().language;
#endif
    while (i < text.size() && votes.words < SmallWordVotes::enough) {
        while (i < text.size() && static_cast<unsigned char>(text[i]) <= ' ')
            ++i;
        const std::size_t begin = i;
        while (i < text.size() && static_cast<unsigned char>(text[i]) > ' ')
            ++i;
        ++votes.words;
        if (i - begin <= longestSmallWord && i > begin && votes.add(loadBytes(text.data() + begin, i - begin), true))
            return votes.lead().language;
    }
    const SmallWordVotes::Lead lead = votes.lead();
    if (lead.first >= 4 && lead.first >= 2 * lead.second + 2 && lead.first * 8 >= votes.words)
        return lead.language;
    return ofShortText(text);
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
