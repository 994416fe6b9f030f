// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: lists the words of the French dictionary (package hunspell-fr, by Olivier R. and others, MPL-2.0) with
// their inflected forms for lexiconpack; see lexiconbuilder.h for the list's lines. It reads what hunspell(5) says of
// .dic and .aff files as far as this dictionary goes: flags of two bytes, suffixes with conditions, NEEDAFFIX,
// morphological fields (po: part of speech and tense, is: gender and number, st: stem). Prefixes are elisions, which
// the tokenizer splits off, and units' multiples: they are left out.
//   hunspellwords DICTIONARY AFFIXES OUTPUT
#include "core/text/utf8.h"
#include "core/text/worduse.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace countercheck::text;

/// One code point of a suffix's condition: a set of letters, or all but a set.
struct Position {
    std::string letters; ///< UTF-8; empty: any
    bool not_ = false;
};

struct Suffix {
    std::string strip, add;
    std::vector<Position> condition;
    std::vector<std::string> fields;
};

struct Word {
    bool noun = false, verb = false, adjective = false, adverb = false;
    unsigned forms = 0, parts = 0;
    std::string nounLemma, verbLemma;
};

std::vector<std::string> split(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> out;
    for (std::string part; in >> part;)
        out.push_back(part);
    return out;
}

std::vector<Position> conditionOf(const std::string& text) {
    std::vector<Position> out;
    for (std::size_t i = 0; i < text.size();) {
        Position position;
        if (text[i] == '[') {
            const std::size_t end = text.find(']', i);
            if (end == std::string::npos)
                throw std::runtime_error("a condition without its bracket: " + text);
            position.not_ = text[i + 1] == '^';
            position.letters = text.substr(i + 1 + (position.not_ ? 1 : 0), end - i - 1 - (position.not_ ? 1 : 0));
            i = end + 1;
        } else {
            const std::size_t length = decodeAt(text, i).length;
            if (text[i] != '.')
                position.letters = text.substr(i, length);
            i += length;
        }
        out.push_back(position);
    }
    return out;
}

/// Does the word end as the condition asks?
bool meets(const std::string& word, const std::vector<Position>& condition) {
    std::size_t at = word.size();
    for (auto position = condition.rbegin(); position != condition.rend(); ++position) {
        if (at == 0)
            return false;
        --at;
        while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80)
            --at;
        if (position->letters.empty())
            continue;
        const std::string letter = word.substr(at, decodeAt(word, at).length);
        if ((position->letters.find(letter) != std::string::npos) == position->not_)
            return false;
    }
    return true;
}

unsigned formBit(std::string_view field) {
    static const std::map<std::string_view, unsigned> bits = {{"po:infi", VerbBase},
                                                              {"po:ppre", VerbGerund},
                                                              {"po:ppas", VerbPastParticiple},
                                                              {"po:ipre", VerbPresent},
                                                              {"po:iimp", VerbImperfect},
                                                              {"po:ipsi", VerbPastTense},
                                                              {"po:ifut", VerbFuture},
                                                              {"po:cond", VerbConditional},
                                                              {"po:spre", VerbSubjunctive},
                                                              {"po:impe", VerbImperative},
                                                              {"po:3sg", VerbThird},
                                                              {"po:3pl", VerbThirdPlural},
                                                              {"po:3pl!", VerbThirdPlural},
                                                              {"is:mas", Masculine},
                                                              {"is:fem", Feminine},
                                                              {"is:epi", Masculine | Feminine},
                                                              {"is:sg", NounSingular},
                                                              {"is:pl", NounPlural},
                                                              {"is:inv", NounSingular | NounPlural}};
    const auto found = bits.find(field);
    return found == bits.end() ? 0 : found->second;
}

constexpr unsigned finite =
    VerbPastTense | VerbPresent | VerbImperfect | VerbFuture | VerbConditional | VerbSubjunctive | VerbImperative;

/// What one form of one entry says of itself.
void add(Word& word, const std::vector<std::string>& fields, const std::string& lemma) {
    bool noun = false, verb = false, adjective = false;
    unsigned parts = 0, forms = 0;
    for (const std::string& field : fields) {
        const std::string_view f = field;
        forms |= formBit(f);
        if (f == "po:nom")
            noun = true;
        else if (f == "po:adj")
            adjective = true;
        else if (f == "po:adv" || f == "po:loc.adv")
            word.adverb = true;
        else if (f.starts_with("po:v"))
            verb = true;
        else if (f.starts_with("po:prep"))
            parts |= Preposition;
        else if (f.starts_with("po:det"))
            parts |= Determiner;
        else if (f.starts_with("po:pro"))
            parts |= Pronoun;
        else if (f.starts_with("po:cj"))
            parts |= Conjunction;
        else if (f == "po:interj")
            parts |= Interjection;
        else if (f == "po:npr" || f == "po:prn" || f == "po:patr")
            parts |= ProperNoun;
        else if (f == "po:nb" || f == "po:nbro")
            parts |= Numeral;
    }
    word.noun = word.noun || noun;
    word.adjective = word.adjective || adjective;
    word.verb = word.verb || verb;
    word.forms |= forms;
    word.parts |= parts;
    if ((noun || adjective) && (word.nounLemma.empty() || noun))
        word.nounLemma = lemma;
    if (verb && word.verbLemma.empty())
        word.verbLemma = lemma;
}

std::ifstream openFile(const std::string& path) {
    std::ifstream in(path);
    if (!in)
        throw std::runtime_error("cannot read " + path + ": install the package hunspell-fr");
    return in;
}

std::map<std::string, std::vector<Suffix>> suffixesOf(const std::string& path) {
    std::ifstream in = openFile(path);
    std::map<std::string, std::vector<Suffix>> out;
    for (std::string line; std::getline(in, line);) {
        const auto fields = split(line);
        if (fields.size() < 5 || fields[0] != "SFX")
            continue;
        Suffix suffix;
        suffix.strip = fields[2] == "0" ? std::string{} : fields[2];
        suffix.add = fields[3].substr(0, fields[3].find('/'));
        if (suffix.add == "0")
            suffix.add.clear();
        suffix.condition = conditionOf(fields[4]);
        suffix.fields.assign(fields.begin() + 5, fields.end());
        out[fields[1]].push_back(suffix);
    }
    if (out.empty())
        throw std::runtime_error(path + " has no suffixes");
    return out;
}

/// A token holds no blank or hyphen, and an apostrophe only inside or at the end of an elision.
bool isToken(const std::string& form) {
    return !form.empty() && form.find_first_of(" -.0123456789") == std::string::npos;
}

void run(const std::string& dictionary, const std::string& affixes, const std::string& output) {
    const auto suffixes = suffixesOf(affixes);
    std::map<std::string, Word> words;
    std::string buffer;
    const auto formOf = [&](const std::string& form) { return std::string(lowered(form, buffer)); };
    std::ifstream in = openFile(dictionary);
    std::string line;
    std::getline(in, line); // how many there are
    while (std::getline(in, line)) {
        const auto parts = split(line);
        if (parts.empty() || !isToken(parts[0].substr(0, parts[0].find('/'))))
            continue;
        const std::size_t slash = parts[0].find('/');
        const std::string base = parts[0].substr(0, slash);
        const std::string flags = slash == std::string::npos ? std::string{} : parts[0].substr(slash + 1);
        std::vector<std::string> fields(parts.begin() + 1, parts.end());
        std::string lemma = formOf(base);
        bool spelledWrong = false;
        for (const std::string& field : fields) {
            if (field.starts_with("st:"))
                lemma = formOf(field.substr(3));
            spelledWrong = spelledWrong || field == "po:err";
        }
        if (spelledWrong)
            continue;
        if (flags.find("()") == std::string::npos) { // NEEDAFFIX: no word of itself
            Word& word = words[formOf(base)];
            add(word, fields, lemma);
            if (base.ends_with('\''))
                word.parts |= Elided;
        }
        for (std::size_t i = 0; i + 1 < flags.size(); i += 2) {
            const auto found = suffixes.find(flags.substr(i, 2));
            if (found == suffixes.end())
                continue;
            for (const Suffix& suffix : found->second) {
                if (!base.ends_with(suffix.strip) || !meets(base, suffix.condition))
                    continue;
                std::vector<std::string> all = fields;
                all.insert(all.end(), suffix.fields.begin(), suffix.fields.end());
                unsigned forms = 0;
                bool rare = false;
                for (const std::string& field : suffix.fields) {
                    forms |= formBit(field);
                    rare = rare || field == "po:simp" || field == "po:1isg" || field == "po:1jsg";
                }
                if (rare && (forms & (finite | VerbPastParticiple)) == 0)
                    continue; // "que je tuasse": in no newspaper; but "tué" is marked so too, for "tué-je"
                add(words[formOf(base.substr(0, base.size() - suffix.strip.size()) + suffix.add)], all, lemma);
            }
        }
    }
    std::ofstream out(output, std::ios::binary);
    for (const auto& [form, word] : words) {
        if (!isToken(form) || form.size() > 32)
            continue;
        const auto listed = [&](const std::string& lemma) {
            return words.contains(lemma) && isToken(lemma) && lemma.size() <= 32 ? lemma : std::string{};
        };
        out << form << '\t' << word.noun << ' ' << word.verb << ' ' << word.adjective << ' ' << word.adverb << " 0 0 "
            << word.forms << ' ' << word.parts << " 0\t" << listed(word.nounLemma) << '\t' << listed(word.verbLemma)
            << "\t\t\n";
    }
    out.flush();
    if (!out)
        throw std::runtime_error("cannot write " + output);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: hunspellwords DICTIONARY AFFIXES OUTPUT\n";
        return 2;
    }
    try {
        run(argv[1], argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::cerr << "hunspellwords: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
