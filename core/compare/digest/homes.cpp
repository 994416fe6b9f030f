// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/homes.h"

#include "core/claim/parts.h"
#include "core/compare/words/wordlists.h"
#include "core/read/names/gazetteer.h"
#include "core/text/lexicon.h"

#include <algorithm>

namespace countercheck::compare {

using text::TokenKind;

namespace {

bool isCapital(std::string_view word) {
    return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

/// Behind a name, and the age that it may be followed by: the token of "of", and whether an age stands between; `end`
/// where there is none.
std::pair<std::uint32_t, bool> ofBehind(const text::Reading& reading, const read::Mentions& mentions,
                                        const read::Name& name, std::uint32_t end) {
    const auto comma = [&](std::uint32_t t) { return t < end && reading.tokens[t].is(TokenKind::Comma); };
    std::uint32_t t = name.endToken;
    bool aged = false;
    if (comma(t)) {
        for (const read::Figure& figure : read::inSentence(mentions.figures, name.sentence))
            if (figure.kind == read::FigureKind::Age && figure.firstToken == t + 1 && comma(figure.endToken)) {
                t = figure.endToken;
                aged = true;
                break;
            }
        ++t;
    }
    const bool of = t < end && reading.of(reading.tokens[t]) == "of";
    return {of ? t : end, aged};
}

void addHome(const text::Reading& reading, std::uint32_t sentence, text::Span words, const std::string& who,
             const BeginFact& begin) {
    Fact& fact = begin(claim::ClaimKind::Place, sentence, words, homeEvent);
    fact.slot.relation = claim::Relation::Where;
    fact.place = std::string(reading.of(words));
    fact.subject = who;
    fact.said.derivation = "home";
    fact.topic = "home of " + who;
}

/// Whom the report names first with an age ("Marsh, 31", "31-year-old Leo Marsh"); null: nobody.
const read::Name* firstAged(const read::Mentions& mentions) {
    const auto aged = [&](const read::Name& name) {
        return name.kind == read::NameKind::Person &&
               std::ranges::any_of(read::inSentence(mentions.figures, name.sentence), [&](const read::Figure& f) {
                   return f.kind == read::FigureKind::Age &&
                          (f.firstToken == name.endToken + 1 || // "31-year-old" may be taken with the noun behind it
                           (f.firstToken < name.firstToken && f.phrase.end + 1 >= name.span.begin));
               });
    };
    const auto at = std::ranges::find_if(mentions.names, aged);
    return at == mentions.names.end() ? nullptr : &*at;
}

/// "A Kelby man was jailed …": of a report that opens so, he is whom it names first with an age.
void readOpening(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                 const BeginFact& begin) {
    constexpr std::uint32_t opening = 4;
    if (sentence >= opening)
        return;
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    const auto names = read::inSentence(mentions.names, sentence);
    const text::Sentence& s = reading.sentences[sentence];
    for (std::uint32_t t = s.firstToken + 2; t < s.endToken; ++t) {
        if (!listed(Family::Male, reading, reading.tokens[t]) && !listed(Family::Female, reading, reading.tokens[t]))
            continue;
        std::uint32_t first = t;
        while (first > s.firstToken && isCapital(reading.of(reading.tokens[first - 1])) &&
               !lexicon.has(reading.tokens[first - 1].word, text::Tag::Det))
            --first;
        if (first == t || first == s.firstToken ||
            !claim::oneOf(reading.of(reading.tokens[first - 1]), {"a", "A", "an", "An"}))
            continue;
        const text::Span place{reading.tokens[first].begin, reading.tokens[t - 1].end};
        const auto at = std::ranges::find_if(names, [&](const read::Name& n) { return n.span.overlaps(place); });
        const text::WordUse& use = lexicon.use(reading.tokens[first].word);
        const bool strange = std::ranges::all_of(use.frequency, [](auto often) { return often == 0; });
        const bool known = at != names.end() && at->kind == read::NameKind::Place && at->span == place;
        if (const auto where = read::place(reading.of(place)); where && where->kind != read::PlaceKind::City)
            return; // "an Ohio man": from somewhere there
        const read::Name* const person = firstAged(mentions);
        if (!person)
            return;
        if (known || (strange && (at == names.end() || at->kind != read::NameKind::Nationality)))
            return addHome(reading, sentence, place, mentions.entities[person->entity].name, begin);
        return;
    }
}

} // namespace

void readHomes(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
               const BeginFact& begin) {
    if (reading.language != text::Language::English)
        return;
    const std::uint32_t end = reading.sentences[sentence].endToken;
    const auto names = read::inSentence(mentions.names, sentence);
    for (const read::Name& name : names) {
        if (name.kind != read::NameKind::Person)
            continue;
        const auto [of, aged] = ofBehind(reading, mentions, name, end);
        const std::uint32_t first = of + 1;
        constexpr std::uint32_t longest = 3;
        std::uint32_t last = first;
        while (last < end && last < first + longest && reading.tokens[last].is(TokenKind::Word) &&
               isCapital(reading.of(reading.tokens[last])))
            ++last;
        // "Of Kelby County's Corrie": a place of the place
        if (of == end || last == first || (last < end && reading.of(reading.tokens[last]).starts_with('\'')))
            continue;
        const text::Span place{reading.tokens[first].begin, reading.tokens[last - 1].end};
        const auto at = std::ranges::find_if(names, [&](const read::Name& n) { return n.span.overlaps(place); });
        const bool known = at != names.end();
        // "Of Kelby" is a town whether it is known or not, but for "of Kelby Motors".
        const bool full = std::string_view(mentions.entities[name.entity].name).find(' ') != std::string_view::npos;
        if (known ? at->kind == read::NameKind::Organisation || at->kind == read::NameKind::Nationality
                  : !(aged || full))
            continue;
        const text::Span words = known ? at->span : place;
        addHome(reading, sentence, words, mentions.entities[name.entity].name, begin);
    }
    readOpening(reading, mentions, sentence, begin);
}

} // namespace countercheck::compare
