// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: lists WordNet's words (package wordnet-base) with their inflected forms for lexiconpack; see
// lexiconbuilder.h for the list's lines.
//   wordnetwords DIRECTORY OUTPUT
#include "core/text/inflect.h"
#include "core/text/worduse.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace countercheck::text;

struct Entry {
    double count[4] = {};
    bool has[4] = {};
    std::string nounLemma, verbLemma;
    std::vector<std::uint32_t> nounSynsets, verbSynsets;
    std::uint8_t nounField = 0, verbField = 0;
    std::uint16_t forms = 0;
};

constexpr const char* posNames[] = {"noun", "verb", "adj", "adv"};

std::ifstream openFile(const std::string& path) {
    std::ifstream in(path);
    if (!in) {
        std::cerr << "wordnetwords: cannot read " << path << ": install the package wordnet-base\n";
        std::exit(2);
    }
    return in;
}

/// "Travelled", "travelling": is the form with the last letter twice among the irregular ones?
bool doubles(const std::string& lemma, const std::vector<std::string>& irregular, const char* ending) {
    return std::find(irregular.begin(), irregular.end(), lemma + lemma.back() + ending) != irregular.end();
}

/// Do people write the regular past, too? "Canceled" beside "cancelled", "spilled" beside "spilt", "showed" beside
/// "shown", and of some verbs beside another form ("pleaded", "pled"); but not "drived".
bool alsoRegular(const std::string& lemma, const std::vector<std::string>& irregular) {
    static const std::set<std::string> both{"plead", "light", "hang",  "speed", "strive",    "thrive",   "knit",
                                            "sneak", "dive",  "melt",  "wed",   "broadcast", "forecast", "weave",
                                            "heave", "shine", "kneel", "gild",  "bereave"};
    static const std::set<std::string> never{"mean", "deal", "saw"};
    const auto clipped = [&](const std::string& form) { // "burnt", "spelt"
        return form == lemma + "t" || (lemma.ends_with("ll") && form == lemma.substr(0, lemma.size() - 1) + "t");
    };
    const auto past = [](const std::string& form) { return !form.ends_with("ing") && !form.ends_with("s"); };
    const bool onlyPerfect = std::all_of(irregular.begin(), irregular.end(),
                                         [&](const std::string& form) { return !past(form) || form.ends_with("n"); });
    return !never.contains(lemma) &&
           (both.contains(lemma) || doubles(lemma, irregular, "ed") || (onlyPerfect && lemma.back() != 'n') ||
            std::any_of(irregular.begin(), irregular.end(), clipped));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: wordnetwords DIRECTORY OUTPUT\n";
        return 2;
    }
    const std::string folder = argv[1];
    std::map<std::string, Entry> words;
    std::map<std::uint32_t, std::uint32_t> hypernyms;
    std::string line;

    // Synset numbers: byte offset, with the part of speech in the lowest bit (noun 0, verb 1).
    std::map<std::uint32_t, std::uint8_t> fieldOf;
    for (const int pos : {0, 1}) {
        std::ifstream in = openFile(folder + "/data." + posNames[pos]);
        while (std::getline(in, line)) {
            if (line.size() < 20 || line[0] == ' ')
                continue;
            std::istringstream fields(line);
            std::uint32_t offset = 0, target = 0;
            int field = 0, pointers = 0;
            std::string type, wordCount, word, lexId, symbol, targetPos, sourceTarget;
            fields >> offset >> field >> type >> wordCount;
            for (int i = std::stoi(wordCount, nullptr, 16); i > 0; --i)
                fields >> word >> lexId;
            fields >> pointers;
            const std::uint32_t id = offset * 2 + static_cast<std::uint32_t>(pos);
            fieldOf[id] = static_cast<std::uint8_t>(field);
            for (; pointers > 0; --pointers) {
                fields >> symbol >> target >> targetPos >> sourceTarget;
                if ((symbol == "@" || symbol == "@i") && !hypernyms.contains(id))
                    hypernyms[id] = target * 2 + static_cast<std::uint32_t>(pos);
            }
        }
    }
    for (int pos = 0; pos < 4; ++pos) {
        std::ifstream in = openFile(folder + "/index." + posNames[pos]);
        while (std::getline(in, line)) {
            if (line.empty() || line[0] == ' ')
                continue;
            std::istringstream fields(line);
            std::string lemma, type, symbol;
            int synsets = 0, pointers = 0, senses = 0, tagged = 0;
            fields >> lemma >> type >> synsets >> pointers;
            for (; pointers > 0; --pointers)
                fields >> symbol;
            fields >> senses >> tagged;
            if (lemma.find_first_of("_.") != std::string::npos)
                continue;
            Entry& entry = words[lemma];
            entry.has[pos] = true;
            if (pos > 1)
                continue;
            auto& list = pos == 0 ? entry.nounSynsets : entry.verbSynsets;
            for (std::uint32_t offset = 0; fields >> offset;)
                list.push_back(offset * 2 + static_cast<std::uint32_t>(pos));
            (pos == 0 ? entry.nounLemma : entry.verbLemma) = lemma;
            (pos == 0 ? entry.nounField : entry.verbField) = list.empty() ? std::uint8_t{0} : fieldOf[list.front()];
            if (list.size() > 4)
                list.resize(4);
            entry.forms |= pos == 0 ? NounSingular : VerbBase;
        }
    }
    {
        std::ifstream in = openFile(folder + "/cntlist.rev");
        while (std::getline(in, line)) {
            const std::size_t percent = line.find('%');
            if (percent == std::string::npos)
                continue;
            const auto it = words.find(line.substr(0, percent));
            if (it == words.end())
                continue;
            std::istringstream fields(line);
            std::string key;
            int sense = 0, count = 0;
            fields >> key >> sense >> count;
            const int type = line[percent + 1] - '0';
            it->second.count[type == 5 ? 2 : type - 1] += count;
        }
    }

    // Inflected forms.
    std::map<std::string, std::vector<std::string>> irregularOf[2]; // lemma → forms
    for (const int pos : {0, 1}) {
        std::ifstream in = openFile(folder + "/" + posNames[pos] + ".exc");
        while (std::getline(in, line)) {
            std::istringstream fields(line);
            std::string form, lemma;
            fields >> form >> lemma;
            if (form.find('_') == std::string::npos && form != lemma)
                irregularOf[pos][lemma].push_back(form);
        }
    }
    std::map<std::string, Entry> all = words;
    const auto addForm = [&](const std::string& form, const std::string& lemma, int pos, std::uint16_t bits) {
        const Entry& base = words.at(lemma);
        Entry& entry = all[form];
        const bool better = !entry.has[pos] || (entry.count[pos] < base.count[pos] && !words.contains(form));
        entry.forms |= bits;
        if (!better)
            return;
        entry.has[pos] = true;
        entry.count[pos] = base.count[pos];
        if (pos == 0) {
            entry.nounLemma = lemma;
            entry.nounField = base.nounField;
            entry.nounSynsets = base.nounSynsets;
        } else {
            entry.verbLemma = lemma;
            entry.verbField = base.verbField;
            entry.verbSynsets = base.verbSynsets;
        }
    };
    for (const auto& [lemma, entry] : words) {
        if (entry.has[0] && lemma.size() > 1) {
            const auto irregular = irregularOf[0].find(lemma);
            if (irregular != irregularOf[0].end())
                for (const std::string& form : irregular->second)
                    addForm(form, lemma, 0, NounPlural);
            else if (lemma.back() != 's' || lemma.ends_with("ss") || lemma.ends_with("us"))
                addForm(pluralOf(lemma), lemma, 0, NounPlural);
        }
        if (entry.has[1]) {
            bool past = false, gerund = false;
            if (const auto found = irregularOf[1].find(lemma); found != irregularOf[1].end())
                for (const std::string& form : found->second) {
                    if (form.ends_with("ing")) {
                        gerund = true;
                        addForm(form, lemma, 1, VerbGerund);
                    } else if (form.ends_with("s") && !lemma.ends_with("s")) {
                        addForm(form, lemma, 1, VerbThird);
                    } else {
                        past = true;
                        addForm(form, lemma, 1, VerbPastTense | VerbPastParticiple);
                    }
                }
            addForm(thirdPersonOf(lemma), lemma, 1, VerbThird);
            const auto irregular = irregularOf[1].find(lemma);
            const std::vector<std::string> none;
            const auto& given = irregular == irregularOf[1].end() ? none : irregular->second;
            const auto free = [&](const std::string& form) { // "seed" is no form of "see"
                const auto own = words.find(form);
                return own == words.end() || (!own->second.has[0] && !own->second.has[1]);
            };
            if (const std::string form = pastOf(lemma); !past || (alsoRegular(lemma, given) && free(form)))
                addForm(form, lemma, 1, VerbPastTense | VerbPastParticiple);
            if (const std::string form = gerundOf(lemma); !gerund || (doubles(lemma, given, "ing") && free(form)))
                addForm(form, lemma, 1, VerbGerund);
        }
    }

    std::ofstream out(argv[2], std::ios::binary);
    for (const auto& [form, entry] : all) {
        out << form << '\t';
        double weight = 0;
        for (int pos = 0; pos < 4; ++pos) {
            out << (entry.has[pos] ? std::min(255, static_cast<int>(1 + 16 * std::log2(1 + entry.count[pos]))) : 0)
                << ' ';
            weight += entry.count[pos];
        }
        out << int{entry.nounField} << ' ' << int{entry.verbField} << ' ' << entry.forms << " 0 "
            << static_cast<unsigned>(weight) << '\t' << entry.nounLemma << '\t' << entry.verbLemma << '\t';
        for (const std::uint32_t synset : entry.nounSynsets)
            out << synset << ' ';
        out << '\t';
        for (const std::uint32_t synset : entry.verbSynsets)
            out << synset << ' ';
        out << '\n';
    }
    for (const auto& [synset, hypernym] : hypernyms)
        out << '>' << synset << ' ' << hypernym << '\n';
    out.flush();
    if (!out) {
        std::cerr << "wordnetwords: cannot write " << argv[2] << "\n";
        return 1;
    }
    return 0;
}
