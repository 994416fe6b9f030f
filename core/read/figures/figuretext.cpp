// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figuretext.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::read {

namespace {

/// The words that the rules name, by their English form, in other languages. What is not listed the rules do without.
struct Translated {
    std::string_view english, french, german, spanish;
};
constexpr Translated translations[] = {{"and", "et", "und", "y"},
                                       {"or", "ou", "oder", "o"},
                                       {"to", "à", "bis", "a"},
                                       {"from", "de", "von", "de"},
                                       {"between", "entre", "zwischen", "entre"},
                                       {"point", "virgule", "komma", "coma"},
                                       {"minus", "moins", "minus", "menos"},
                                       {"per", "par", "pro", "por"},
                                       {"in", "sur", "von", "de"},
                                       {"every", "", "", "cada"},
                                       {"handful", "poignée", "handvoll", "puñado"},
                                       {"half", "moitié", "hälfte", "mitad"},
                                       {"one", "un", "ein", "un"},
                                       {"a", "une", "eine", "una"},
                                       {"an", "un", "ein", "un"},
                                       {"the", "le", "die", "el"},
                                       {"no", "numéro", "nummer", "número"},
                                       {"of", "de", "von", "de"},
                                       {"first", "premier", "erste", "primero"},
                                       {"x", "x", "x", "x"},
                                       {"how", "combien", "", ""},
                                       {"many", "", "viele", ""},
                                       {"several", "plusieurs", "mehrere", "varios"},
                                       {"was", "était", "war", "era"},
                                       {"is", "est", "ist", "es"},
                                       {"but", "mais", "aber", "pero"},
                                       {"good", "bonne", "gut", "buena"},
                                       {"small", "petite", "", ""},
                                       {"gross", "grosse", "", ""},
                                       {"halfAdjective", "demi", "halb", "medio"},
                                       {"halfFeminine", "demie", "halbe", "media"},
                                       {"nine", "neuf", "", ""},
                                       {"magnitude", "magnitude", "magnitude", "magnitud"},
                                       {"richter", "richter", "richter", "richter"},
                                       {"pair", "paire", "paar", "par"},
                                       {"trio", "trio", "trio", "trío"},
                                       {"halfNeuter", "", "halbes", ""},
                                       {"zero", "zéro", "null", "cero"},
                                       {"below", "sous", "unter", "bajo"},
                                       {"through", "", "", ""},
                                       {"them", "eux", "", "ellos"}};

std::string_view formIn(Language language, std::string_view english) {
    if (language == Language::English || language == Language::Unknown)
        return english;
    for (const Translated& t : translations)
        if (t.english == english)
            return language == Language::French    ? t.french
                   : language == Language::German  ? t.german
                   : language == Language::Spanish ? t.spanish
                                                   : std::string_view{};
    return {};
}

} // namespace

FigureWords::FigureWords(const text::Lexicon& lexicon, Language spoken) : language(spoken) {
    const auto find = [&](std::string_view english) {
        const std::string_view form = formIn(spoken, english);
        return form.empty() ? WordId{0} : lexicon.find(form);
    };
#define X(name, form) name = find(form);
    COUNTERCHECK_FIGURE_WORDS(X)
#undef X
    const auto add = [&](std::initializer_list<std::string_view> forms) {
        for (const std::string_view form : forms)
            if (const WordId id = lexicon.find(form))
                ofs.push_back(id);
    };
    switch (spoken) {
    case Language::French:
        add({"de", "d'", "du", "des"});
        break;
    case Language::Spanish:
        add({"de", "del"});
        break;
    case Language::German:
        add({"von", "der", "des"});
        break;
    default:
        add({"of"});
        break;
    }
    constexpr std::uint64_t candidates = text::tagBit(Tag::Number) | text::tagBit(Tag::Multiplier) |
                                         text::tagBit(Tag::Ordinal) | text::tagBit(Tag::Fraction) |
                                         text::tagBit(Tag::Vague);
    marks = text::WordTable<std::uint8_t>(lexicon);
    if (baker != 0)
        marks.at(baker) |= Candidate;
    constexpr std::uint64_t asked = candidates | text::tagBit(Tag::Unit) | text::tagBit(Tag::Currency) |
                                    text::tagBit(Tag::AgeWord) | text::tagBit(Tag::Hedge) |
                                    text::tagBit(Tag::HedgeAfter);
    for (WordId id = 1; id < lexicon.listedSize(); ++id) {
        const std::uint64_t tags = lexicon.tags(id);
        if ((tags & asked) == 0)
            continue;
        const std::string_view form = lexicon.form(id);
        const std::size_t blank = form.rfind(' ');
        const WordId lastWord = blank == std::string_view::npos ? id : lexicon.find(form.substr(blank + 1));
        if (blank == std::string_view::npos && (tags & candidates) != 0)
            marks.at(id) |= Candidate;
        const bool article = spoken == Language::English || spoken == Language::Unknown;
        const WordId firstWord = blank == std::string_view::npos ? id : lexicon.find(form.substr(0, form.find(' ')));
        if (article && (tags & (text::tagBit(Tag::Unit) | text::tagBit(Tag::Currency))) != 0 &&
            form.substr(0, form.find(' ')).size() > 3 && (tags & text::tagBit(Tag::TimeUnit)) == 0)
            marks.at(firstWord) |= UnitWord;
        if ((tags & text::tagBit(Tag::AgeWord)) != 0 && lexicon.value(id, Tag::AgeWord) == "decade")
            marks.at(id) |= DecadeWord;
        if ((tags & text::tagBit(Tag::Hedge)) != 0) {
            marks.at(lastWord) |= EndsHedge;
            marks.at(firstWord) |= BeginsHedge;
        }
        if ((tags & text::tagBit(Tag::HedgeAfter)) != 0)
            marks.at(firstWord) |= BeginsAfter;
        if ((tags & text::tagBit(Tag::AgeWord)) != 0)
            marks.at(lastWord) |= EndsAge;
    }
    everyToken = spoken == Language::German;
    for (WordId id = 0; id < lexicon.listedSize(); ++id)
        everyToken = everyToken || ((marks[id] & begins) != 0 && (lexicon.hints(id) & beginHints) == 0);
}

bool FigureText::notCount(std::uint32_t i, std::string_view what) const {
    if (!has(i, Tag::NotCount))
        return false;
    std::string_view list = lexicon.value(reading.tokens[i].word, Tag::NotCount);
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (list.substr(0, comma) == what)
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

std::string_view FigureText::lowered(std::uint32_t i, char (&buffer)[48]) const {
    const std::string_view word = text(i);
    if (flag(i, TokenFlag::NonAscii)) {
        thread_local std::string wide; // rare: a word with accents
        const std::string_view low = countercheck::text::lowered(word, wide);
        if (low.size() <= sizeof buffer)
            return {buffer, low.copy(buffer, low.size())};
        return word;
    }
    if (word.size() > sizeof buffer)
        return word;
    for (std::size_t k = 0; k < word.size(); ++k)
        buffer[k] = static_cast<char>(word[k] >= 'A' && word[k] <= 'Z' ? word[k] + 32 : word[k]);
    return {buffer, word.size()};
}

bool numberedName(const FigureText& t, std::uint32_t number) {
    using text::tagBit;
    if (number <= t.begin || !t.kind(number - 1, TokenKind::Word) || !t.flag(number - 1, text::Capitalised) ||
        t.hasAny(number - 1, tagBit(Tag::Weekday) | tagBit(Tag::Month)))
        return false;
    const std::string_view name = t.text(number - 1);
    for (std::uint32_t i = t.begin; i + 1 < t.end; ++i)
        if (i + 1 != number && t.kind(i + 1, TokenKind::Number) && t.text(i) == name && t.text(i + 1) != t.text(number))
            return true;
    return false;
}

} // namespace countercheck::read
