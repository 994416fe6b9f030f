// SPDX-License-Identifier: GPL-3.0-or-later
// For how long something lasts, where a clause tells it.
#include "core/claim/parts.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare {

using claim::Syntax;

namespace {

/// "Ten years ago", "two days later", "dans trois ans": a time told by how far off it lies.
bool anchors(const text::Reading& reading, const read::TimeMention& time) {
    const text::Sentence& s = reading.sentences[time.sentence];
    const auto word = [&](std::uint32_t t) {
        return t >= s.firstToken && t < s.endToken ? reading.of(reading.tokens[t]) : std::string_view();
    };
    const bool opens = time.firstToken == s.firstToken; // "Three days after the earthquake, trucks arrived"
    return (opens && claim::oneOf(word(time.endToken), {"after", "before", "après", "avant", "into"})) ||
           claim::oneOf(word(time.endToken), {"ago", "later", "earlier", "plus", "auparavant"}) ||
           (time.firstToken > s.firstToken &&
            claim::oneOf(word(time.firstToken - 1), {"last", "past", "previous", "next", "derniers", "dernières"}));
}

} // namespace

void lengthsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
               std::vector<Length>& out) {
    out.clear();
    if (!spoken(reading.language))
        return;
    const auto times = read::inSentence(mentions.times, sentence);
    const auto told = [](const read::TimeMention& time) { // not "the end of a week"
        return time.type == read::TimeType::Duration &&
               (time.mod == read::TimeMod::None || time.mod >= read::TimeMod::Approx);
    };
    if (std::ranges::none_of(times, told))
        return;
    const Parsed parsed(reading, sentence);
    const Syntax& syntax = parsed.syntax();
    // "A 10-hour siege", "after eight hours of clashes", "une grève de deux jours": what the noun names lasts so long.
    const auto lengthOfNoun = [&](const read::TimeMention& time, Length length) -> bool {
        const text::Sentence& s = reading.sentences[sentence];
        const auto word = [&](std::uint32_t t) {
            return t >= s.firstToken && t < s.endToken ? reading.of(reading.tokens[t]) : std::string_view();
        };
        const auto isNoun = [&](std::uint32_t t) {
            return t < s.endToken && syntax.classOf(t) == claim::WordClass::Noun;
        };
        const auto of = [&](std::uint32_t t) { return claim::oneOf(word(t), {"of", "de", "d'", "d’"}); };
        const bool hyphen = time.span.of(reading.text).find('-') != std::string_view::npos;
        constexpr std::uint32_t far = 3;
        std::uint32_t noun = Syntax::none;
        if (hyphen) {
            for (std::uint32_t t = time.endToken; t < std::min(time.endToken + far, s.endToken); ++t) {
                if (isNoun(t))
                    noun = t;
                else if (noun != Syntax::none || syntax.classOf(t) != claim::WordClass::Adjective)
                    break;
            }
        } else if (of(time.endToken) && isNoun(time.endToken + 1)) {
            noun = time.endToken + 1;
        } else if (time.firstToken >= s.firstToken + 2 && of(time.firstToken - 1) && isNoun(time.firstToken - 2)) {
            noun = time.firstToken - 2;
        }
        if (noun == Syntax::none)
            return false;
        length.deed = parsed.nounEvent(noun);
        length.classified = false;
        if (length.deed.empty() || !listed(Family::Lasting, length.deed))
            return false;
        out.push_back(length);
        return true;
    };
    const auto loose = [&](const read::TimeMention& time) {
        if (!anchors(reading, time))
            out.push_back({static_cast<std::uint32_t>(&time - mentions.times.data()), {}, false, true});
    };
    for (const read::TimeMention& time : times) {
        if (!told(time))
            continue;
        const std::uint32_t chunk = syntax.chunkAt(time.firstToken);
        const std::uint32_t verb = chunk == Syntax::none ? Syntax::none : syntax.verbOfClause(chunk);
        if (verb == Syntax::none || syntax.chunks()[verb].first > time.firstToken) {
            if (!lengthOfNoun(time, {static_cast<std::uint32_t>(&time - mentions.times.data()), {}, false}))
                loose(time);
            continue;
        }
        Length length{static_cast<std::uint32_t>(&time - mentions.times.data()), {}, false};
        length.deed = parsed.deed(verb, &length.classified);
        for (const std::string_view word : {length.deed, parsed.verb(verb)})
            for (const MatterSide& side : Opposites::only().of(word))
                if (side.matter == "lasting" && length.deed != side.side) {
                    length.deed = side.side;
                    length.classified = true;
                }
        if (length.deed == "duration") // "the strike lasted two weeks", "a two-week strike"
            if (const std::uint32_t subject = syntax.subjectOf(verb); subject != Syntax::none)
                if (const std::string_view noun = parsed.nounEvent(syntax.chunks()[subject].head);
                    listed(Family::Lasting, noun)) {
                    length.deed = noun;
                    length.classified = false;
                    out.push_back(length);
                    continue;
                }
        const std::string_view before = time.firstToken > reading.sentences[sentence].firstToken
                                            ? reading.of(reading.tokens[time.firstToken - 1])
                                            : "";
        const bool asked = together(Family::Deed, length.deed, "ask"); // what prosecutors ask for is no sentence
        const bool follows = time.firstToken == syntax.chunks()[verb].end &&
                             !listed(Family::Light, parsed.verb(verb)); // "deliberated seven hours"
        if ((length.classified && Opposites::only().lasts(length.deed)) ||
            (!asked && (follows || before == "for" || before == "pendant" || before == "durant")))
            out.push_back(length);
        else if (!lengthOfNoun(time, length))
            loose(time);
    }
}

} // namespace countercheck::compare
