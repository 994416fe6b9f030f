// SPDX-License-Identifier: GPL-3.0-or-later
// For how long something lasts, where a clause tells it.
#include "core/claim/parts.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"

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

/// Where the words for a length begin: a range may be brought by "between", "from" or "ranging from".
std::uint32_t beginOf(const text::Reading& reading, const read::TimeMention& time) {
    std::uint32_t t = time.firstToken;
    if (!rangeOfLength(reading, time))
        return t;
    const std::uint32_t first = reading.sentences[time.sentence].firstToken;
    while (t > first && claim::oneOf(reading.of(reading.tokens[t - 1]), {"between", "from", "ranging", "entre"}))
        --t;
    return t;
}

/// A noun of two words that names an event ("a prison term"): is the token its second?
bool endsEvent(const text::Reading& reading, const text::Sentence& s, std::uint32_t t) {
    if (t <= s.firstToken || t >= s.endToken)
        return false;
    const auto phrase = text::Lexicon::of(reading.language).matchPhrase(reading, t - 1, text::tagBit(text::Tag::Event));
    return phrase && phrase->endToken == t + 1;
}

/// The noun that a length is told of: "a 10-hour siege", "eight hours of clashes", "une grève de deux jours",
/// "sentences ranging from six to 75 years".
std::uint32_t nounOf(const text::Reading& reading, const Syntax& syntax, const read::TimeMention& time) {
    const text::Sentence& s = reading.sentences[time.sentence];
    const auto isNoun = [&](std::uint32_t t) {
        return t < s.endToken && (syntax.classOf(t) == claim::WordClass::Noun || endsEvent(reading, s, t));
    };
    const auto of = [&](std::uint32_t t) {
        return t >= s.firstToken && t < s.endToken &&
               claim::oneOf(reading.of(reading.tokens[t]), {"of", "de", "d'", "d’"});
    };
    constexpr std::uint32_t far = 3;
    std::uint32_t noun = Syntax::none;
    if (time.span.of(reading.text).find('-') != std::string_view::npos) {
        for (std::uint32_t t = time.endToken; t < std::min(time.endToken + far, s.endToken); ++t) {
            if (isNoun(t))
                noun = t;
            else if (noun != Syntax::none || syntax.classOf(t) != claim::WordClass::Adjective)
                break;
        }
        return noun;
    }
    if (of(time.endToken) && isNoun(time.endToken + 1))
        return time.endToken + 1;
    const std::uint32_t first = beginOf(reading, time);
    if (first < s.firstToken + 2)
        return noun;
    if (of(first - 1) && isNoun(first - 2))
        return first - 2;
    return first < time.firstToken && isNoun(first - 1) ? first - 1 : noun;
}

/// Is it what somebody faces, and has not got: "robbers face prison sentences of five years"?
bool faced(const text::Reading& reading, const text::Sentence& s, std::uint32_t noun) {
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    constexpr std::uint32_t near = 3;
    for (std::uint32_t t = noun; t-- > s.firstToken && t + near >= noun;)
        if (const text::WordId lemma = lexicon.verbLemma(reading.tokens[t].word);
            lemma != 0 && together(Family::Deed, lexicon.form(lemma), "risk"))
            return true;
    return false;
}

/// What lasts so long, where a noun names it; empty: none does.
std::string_view lastingNoun(const text::Reading& reading, const Parsed& parsed, const read::TimeMention& time) {
    const text::Sentence& s = reading.sentences[time.sentence];
    const std::uint32_t noun = nounOf(reading, parsed.syntax(), time);
    if (noun == Syntax::none)
        return {};
    const std::string_view deed = parsed.nounEvent(endsEvent(reading, s, noun) ? noun - 1 : noun);
    const bool lasts = !deed.empty() && listed(Family::Lasting, deed);
    return lasts && !(deed == "sentence" && faced(reading, s, noun)) ? deed : std::string_view();
}

} // namespace

std::optional<std::pair<read::Decimal, read::Decimal>> rangeOfLength(const text::Reading& reading,
                                                                     const read::TimeMention& time) {
    if (!time.value.starts_with("PX") || time.endToken != time.firstToken + 4)
        return std::nullopt;
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    const auto number = [&](std::uint32_t t) -> std::optional<read::Decimal> {
        const text::Token& token = reading.tokens[t];
        if (lexicon.has(token.word, text::Tag::Number))
            return read::Decimal(lexicon.number(token.word, text::Tag::Number));
        return token.is(text::TokenKind::Number) ? read::Decimal::tryFrom(reading.of(token)) : std::nullopt;
    };
    const auto low = number(time.firstToken), high = number(time.firstToken + 2);
    if (!low || !high || *high < *low)
        return std::nullopt;
    return std::pair(*low, *high);
}

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
    const auto lengthOfNoun = [&](const read::TimeMention& time, Length length) -> bool {
        length.deed = lastingNoun(reading, parsed, time);
        length.classified = false;
        if (length.deed.empty())
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
        const std::uint32_t first = beginOf(reading, time);
        const std::string_view before =
            first > reading.sentences[sentence].firstToken ? reading.of(reading.tokens[first - 1]) : "";
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
