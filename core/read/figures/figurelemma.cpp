// SPDX-License-Identifier: GPL-3.0-or-later
// The singular under which a counted noun is kept.
#include "core/read/figures/figurecounted.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::tagBit;

/// The singular of a German plural that no table lists, by its ending; the word itself where the ending does not tell.
std::string germanSingular(std::string_view low) {
    struct Ending {
        std::string_view tail;
        std::size_t cut;
    };
    static constexpr Ending endings[] = {
        {"ungen", 2}, {"heiten", 2}, {"keiten", 2}, {"schaften", 2}, {"ionen", 2}, {"täten", 2}, {"innen", 3},
        {"isten", 2}, {"anten", 2},  {"enten", 2},  {"oren", 2},     {"linge", 1}, {"nisse", 2}, {"ien", 1},
        {"schen", 1}, {"tten", 1},   {"llen", 1},   {"ppen", 1},     {"ssen", 1},  {"ffen", 1},  {"nzen", 1},
        {"tzen", 1},  {"cken", 1},   {"osen", 1},   {"ben", 1},      {"olen", 1}};
    for (const Ending& e : endings)
        if (low.size() > e.tail.size() + 1 && low.ends_with(e.tail))
            return std::string(low.substr(0, low.size() - e.cut));
    const auto begins = [&](std::string_view head) { return low.substr(0, head.size()) == head; };
    const bool participle = low.ends_with("te") && (begins("ge") || begins("be") || begins("ver") || begins("er") ||
                                                    begins("ent") || begins("zer"));
    if (low.size() < 5 || low.back() != 'e' || low[low.size() - 2] == 'e' || participle || low.ends_with("nde"))
        return std::string(low);
    std::string singular(low.substr(0, low.size() - 1));
    if (begins("ge") || begins("kön") || begins("käf") || low.ends_with("stücke"))
        return singular;
    for (std::size_t k = singular.size(); k-- > 1;) // Züge, Bäume: the vowel turns back
        if (singular[k - 1] == '\xC3' && (singular[k] == '\xA4' || singular[k] == '\xB6' || singular[k] == '\xBC')) {
            const char plain = singular[k] == '\xA4' ? 'a' : singular[k] == '\xB6' ? 'o' : 'u';
            singular.replace(k - 1, 2, 1, plain);
            break;
        }
    return singular;
}

/// "besatzungsmitglied" of "besatzungsmitglieder": the last part of a compound is a plural that is listed; else empty.
std::string germanCompound(const text::Lexicon& lexicon, std::string_view low) {
    constexpr std::size_t shortest = 5;
    for (std::size_t k = 3; k + shortest <= low.size(); ++k) {
        WordId plural = lexicon.find(low.substr(k));
        if ((plural == 0 || !lexicon.has(plural, Tag::Plural)) && low.back() == 'n')
            plural = lexicon.find(low.substr(k, low.size() - k - 1)); // the dative
        if (plural != 0 && lexicon.has(plural, Tag::Plural) && lexicon.has(plural, Tag::Noun))
            return std::string(low.substr(0, k)).append(lexicon.form(lexicon.lemma(plural)));
    }
    return {};
}

} // namespace

bool pluralEnding(std::string_view low) {
    return low.size() > 3 && low.back() == 's' && !low.ends_with("ss") && !low.ends_with("us") && !low.ends_with("is");
}

std::string singularLemma(const FigureText& t, std::uint32_t token, bool many) {
    char small[48];
    const std::string_view low = t.lowered(token, small);
    if (low == "people")
        return "person";
    if (t.kind(token, TokenKind::Alnum) && t.joins(token - 1) && low.back() == 's') { // "AK-47s"
        char type[48];
        return std::string(t.lowered(token - 2, type)).append("-").append(low.substr(0, low.size() - 1));
    }
    const WordId id = t[token].word;
    if (t.lexicon.has(id, Tag::Plural) && t.lexicon.lemma(id) != id && !t.lexicon.has(t.lexicon.lemma(id), Tag::Verb))
        return std::string(t.lexicon.form(t.lexicon.lemma(id)));
    const Language language = t.words.language;
    if (language == Language::French && (t.lexicon.use(id).forms & text::NounSingular) != 0 && t.lexicon.use(id).noun())
        return std::string(low); // pays, voix
    if (language == Language::French)
        if (const WordId one = t.lexicon.nounLemma(id);
            one != 0 && (t.lexicon.use(id).forms & text::NounPlural) != 0 && !t.lexicon.has(id, Tag::Plural)) {
            const std::string_view lemma = t.lexicon.form(one);
            return std::string(lemma);
        }
    if (language == Language::French && low.size() > 3 && (low.back() == 's' || low.back() == 'x')) {
        if (low.ends_with("ois") || low.ends_with("ais"))
            return std::string(low); // villageois, Français
        if (low.ends_with("eaux"))
            return std::string(low.substr(0, low.size() - 1));
        return low.ends_with("aux") ? std::string(low.substr(0, low.size() - 2)) + "l"
                                    : std::string(low.substr(0, low.size() - 1));
    }
    if (language == Language::Spanish && low.size() > 3 && low.back() == 's') {
        if (low.ends_with("ones"))
            return std::string(low.substr(0, low.size() - 4)) + "ón";
        struct Plural {
            std::string_view tail, singular;
        };
        static constexpr Plural plurals[] = {{"ces", "z"},     {"íses", "ís"},   {"buses", "bús"},  {"deses", "dés"},
                                             {"leses", "lés"}, {"neses", "nés"}, {"ceses", "cés"},  {"gueses", "gués"},
                                             {"reses", "rés"}, {"manes", "mán"}, {"itanes", "itán"}};
        for (const Plural& p : plurals)
            if (low.size() > p.tail.size() && low.ends_with(p.tail))
                return std::string(low.substr(0, low.size() - p.tail.size())).append(p.singular);
        const bool consonant = low.ends_with("res") || low.ends_with("nes") || low.ends_with("les") ||
                               low.ends_with("ades") || low.ends_with("udes");
        return std::string(low.substr(0, low.size() - (consonant ? 2 : 1)));
    }
    if (language == Language::German && low.size() > 4 && low.back() == 'n') { // the dative plural: Städten
        const WordId plural = t.lexicon.find(low.substr(0, low.size() - 1));
        if (plural != 0 && t.lexicon.hasAny(plural, tagBit(Tag::Plural) | tagBit(Tag::Noun)))
            return std::string(t.lexicon.form(t.lexicon.lemma(plural)));
    }
    if (language == Language::German && (many || low.back() == 'n') && !t.lexicon.inLexicon(id))
        if (auto compound = germanCompound(t.lexicon, low); !compound.empty())
            return compound;
    if (language == Language::German)
        return many && !low.ends_with("leute") ? germanSingular(low) : std::string(low);
    if (language != Language::English && language != Language::Unknown)
        return std::string(low);
    const std::string_view printed = t.text(token);
    if (printed.size() >= 3 && printed.size() <= 5 && printed.back() == 's' && printed.size() == low.size() &&
        std::all_of(printed.begin(), printed.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; }))
        return std::string(low.substr(0, low.size() - 1)); // KOs, MPs, NGOs
    if (const WordId lemma = t.lexicon.nounLemma(id); lemma != 0) {
        // WordNet has some plurals as entries of their own: followers, devices.
        if (lemma == id && pluralEnding(low) && !t.lexicon.has(id, Tag::Noun) &&
            t.lexicon.use(t.lexicon.findWord(low.substr(0, low.size() - 1))).noun())
            return std::string(low.substr(0, low.size() - 1));
        return std::string(t.lexicon.form(lemma));
    }
    if (t.lexicon.has(id, Tag::Noun))
        return std::string(low);
    if (low.ends_with("men") && low.size() > 4)
        return std::string(low.substr(0, low.size() - 2)) + "an";
    if (low.ends_with("ies") && low.size() > 4)
        return std::string(low.substr(0, low.size() - 3)) + "y";
    for (const std::string_view tail : {"sses", "xes", "ches", "shes", "zes"})
        if (low.ends_with(tail))
            return std::string(low.substr(0, low.size() - 2));
    return std::string(low.substr(0, pluralEnding(low) ? low.size() - 1 : low.size()));
}

} // namespace countercheck::read
