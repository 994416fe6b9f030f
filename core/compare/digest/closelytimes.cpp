// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/closelytimes.h"

#include "core/claim/asking.h"
#include "core/claim/parts.h"
#include "core/compare/digest/titles.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare {

bool ofSaying(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, text::Span time) {
    constexpr std::uint32_t close = 5, opening = 4;
    const bool opens = time.begin - reading.sentences[sentence].span.begin <= opening; // "On Tuesday, his agent said"
    const auto near = [&](text::Span cue) {
        const std::uint32_t gap = cue.end <= time.begin   ? time.begin - cue.end
                                  : time.end <= cue.begin ? cue.begin - time.end
                                                          : 0;
        if (gap > close)
            return false;
        const bool parted = time.end < cue.begin && reading.text[time.end] == ',';
        return !parted || opens;
    };
    return std::ranges::any_of(read::inSentence(mentions.attributions, sentence),
                               [&](const read::Attribution& a) { return near(a.cue) || near(a.sourceSpan); });
}

namespace {

/// Does a fact of the sentence pass `test`, one that was there before or one of the last that were added?
template <class Test> bool anyOf(const Digest& out, std::uint32_t sentence, const Test& test) {
    if (out.anyIn(sentence, test))
        return true;
    for (auto f = out.facts.rbegin(); f != out.facts.rend() && f->sentence == sentence; ++f)
        if (test(*f))
            return true;
    return false;
}

/// "Wednesday", "Wednesday night", of a report that carries no date; also "3 May".
bool ofWeek(const read::TimeMention& time) {
    const std::string_view value = time.value;
    constexpr std::size_t day = 10, part = 13;
    const auto capital = [&](std::size_t at) { return value[at] >= 'A' && value[at] <= 'Z'; };
    return !time.resolved && value.starts_with("XXXX-") &&
           (value.size() == day || (value.size() == part && value[day] == 'T' && capital(day + 1) && capital(day + 2)));
}

/// Days and hours that no claim took up: the only one of its sentence may be when the thing happens that it tells.
void readDay(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, const Digest& out,
             const BeginFact& begin) {
    const auto times = read::inSentence(mentions.times, sentence);
    const auto day = [&](const read::TimeMention& t) {
        if (t.endToken > t.firstToken + 1 && inRow("sooner", reading, reading.tokens[t.endToken - 1]))
            return false; // "two days later than planned"
        const bool plain = t.mod == read::TimeMod::None || t.mod == read::TimeMod::Start ||
                           t.mod == read::TimeMod::Mid || t.mod == read::TimeMod::End;
        return (t.type == read::TimeType::Date || t.type == read::TimeType::Time) && plain &&
               t.value.find("REF") == std::string::npos && !(t.resolved && t.resolved->grain >= read::Grain::Hour);
    };
    const auto isYear = [](const read::TimeMention& t) { // "in 1989", all that a short report says of when
        return t.value.size() == 4 && t.resolved->grain == read::Grain::Year &&
               std::ranges::all_of(t.value, [](char c) { return c >= '0' && c <= '9'; });
    };
    for (const read::TimeMention& time : times) {
        const bool taken = anyOf(
            out, sentence, [&](const Fact& f) { return f.kind == claim::ClaimKind::Date && f.slot.head.empty(); });
        const bool weekday = ofWeek(time);
        if (taken || !day(time) ||
            (!weekday && (!time.resolved || time.resolved->openFrom || time.resolved->openTo ||
                          (time.resolved->grain < read::Grain::Month && !(out.sentences == 1 && isYear(time))))))
            continue;
        if (ofSaying(reading, mentions, sentence, time.span))
            continue;
        if (std::ranges::any_of(times, [&](const read::TimeMention& other) {
                return &other != &time && day(other) && !ofSaying(reading, mentions, sentence, other.span);
            }))
            return;
        const std::string_view deed = deedAt(reading, sentence, time.firstToken);
        Fact& fact = begin(claim::ClaimKind::Date, sentence, time.span, deed);
        fact.slot.relation = claim::Relation::When;
        fact.anchor.time = time.resolved;
        fact.anchor.explicitTime = !weekday;
        if (weekday)
            fact.anchor.unresolved = time.value;
        fact.said.time = time.resolved;
        fact.said.derivation = time.derivation.toString();
        fact.topic = "date";
        askOf(reading, sentence, time, fact);
        return;
    }
}

/// Where a day is not given with an hour ("struck at 3:42 a.m."), that of the report's lead event, else of its
/// publication, else none: such hours are compared among themselves. Of a value "T03:42" or "T03"; nothing for others.
std::optional<read::TimeSpan> hourOf(const read::TimeMention& time, const Digest& out) {
    constexpr std::int64_t day = 86400, hour = 3600, minute = 60;
    if (time.resolved)
        return time.resolved->grain >= read::Grain::Hour && !time.resolved->openFrom && !time.resolved->openTo
                   ? time.resolved
                   : std::nullopt;
    std::string_view value = time.value; // "T03:42", "XXXX-WXX-3T03:42Z"
    value.remove_prefix(std::min(value.size(), value.starts_with("XXXX-W") ? value.find('T') : 0));
    if (value.ends_with('Z'))
        value.remove_suffix(1);
    const auto digits = [&](std::size_t at) -> std::int64_t {
        const auto digit = [&](std::size_t i) { return value[i] >= '0' && value[i] <= '9' ? value[i] - '0' : -100; };
        return digit(at) * 10 + digit(at + 1);
    };
    const bool minutes = value.size() == 6 && value[3] == ':';
    if (value.empty() || value[0] != 'T' || (value.size() != 3 && !minutes))
        return std::nullopt;
    const std::int64_t h = digits(1), m = minutes ? digits(4) : 0;
    if (h < 0 || h > 24 || m < 0 || m > 59)
        return std::nullopt;
    const bool led = out.leadTime && out.leadTime->to - out.leadTime->from <= day;
    const std::int64_t at = led ? out.leadTime->from : out.published.value_or(read::noDay);
    const std::int64_t from = at - (at % day + day) % day + h * hour + m * minute;
    return read::TimeSpan{from, from + (minutes ? minute : hour), minutes ? read::Grain::Minute : read::Grain::Hour};
}

/// "Until about nine", "shortly before 9 p.m.": an hour up to which something lasts, or before which it was.
bool upTo(const text::Reading& reading, std::uint32_t sentence, const read::TimeMention& time) {
    constexpr std::uint32_t far = 2; // "until about"
    const std::uint32_t first = reading.sentences[sentence].firstToken;
    for (std::uint32_t t = time.firstToken; t > first && time.firstToken - t < far; --t)
        if (listed(Family::Until, reading, reading.tokens[t - 1]))
            return true;
    return false;
}

/// "Just after 6 p.m.", "shortly past 6"
bool justAfter(const text::Reading& reading, const read::TimeMention& time) {
    if (time.firstToken < 2)
        return false;
    const std::string_view after = reading.of(reading.tokens[time.firstToken - 1]),
                           just = reading.of(reading.tokens[time.firstToken - 2]);
    return claim::oneOf(after, {"after", "past", "apr\xC3\xA8s"}) &&
           claim::oneOf(just, {"just", "shortly", "soon", "Just", "Shortly", "Soon", "juste", "peu", "Peu"});
}

/// "At about 8:40 p.m.": the hour at which the thing happens that a clause tells, on the day of the report's lead
/// event.
void readHour(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, const Digest& out,
              const BeginFact& begin) {
    const auto times = read::inSentence(mentions.times, sentence);
    const read::TimeMention* only = nullptr;
    read::TimeSpan time;
    for (const read::TimeMention& mention : times) {
        if (mention.type != read::TimeType::Time ||
            (mention.mod != read::TimeMod::None && mention.mod != read::TimeMod::Approx))
            continue;
        const auto hour = hourOf(mention, out);
        if (!hour || upTo(reading, sentence, mention))
            continue;
        if (only)
            return; // "from 9 to 11", or two happenings
        only = &mention;
        time = *hour;
    }
    if (!only || ofSaying(reading, mentions, sentence, only->span))
        return;
    const bool taken = anyOf(out, sentence, [&](const Fact& f) {
        return f.kind == claim::ClaimKind::Date && f.said.words.overlaps(reading.map.toCaptured(only->span));
    });
    const std::string_view deed = deedAt(reading, sentence, only->firstToken);
    if (taken || deed.empty())
        return;
    time = hourWithin(reading, time, *only);
    Fact& fact = begin(claim::ClaimKind::Date, sentence, only->span, deed);
    fact.slot.relation = claim::Relation::When;
    fact.slot.head = "hour";
    fact.anchor.time = time;
    fact.anchor.explicitTime = true;
    fact.said.time = time;
    fact.said.derivation = only->derivation.toString();
    fact.topic = "hour";
    askOf(reading, sentence, *only, fact);
}

/// Days, months, years and hours that are left: what they are of, the words around them tell.
void readOthers(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, const Digest& out,
                const BeginFact& begin) {
    for (const read::TimeMention& time : read::inSentence(mentions.times, sentence)) {
        if ((time.type != read::TimeType::Date && time.type != read::TimeType::Time) ||
            time.value.find("REF") != std::string::npos)
            continue;
        const auto hour = hourOf(time, out);
        if (hour && upTo(reading, sentence, time))
            continue;
        const bool weekday = !hour && ofWeek(time);
        if (!hour && !weekday && (!time.resolved || time.resolved->grain < read::Grain::Year))
            continue;
        const text::Span words = reading.map.toCaptured(time.span);
        if (ofSaying(reading, mentions, sentence, time.span) || anyOf(out, sentence, [&](const Fact& f) {
                return f.kind == claim::ClaimKind::Date && f.said.words.overlaps(words);
            }))
            continue;
        Fact& fact = begin(claim::ClaimKind::Date, sentence, time.span, deedAt(reading, sentence, time.firstToken));
        fact.slot.relation = claim::Relation::When;
        fact.anchor.time = hour ? hourWithin(reading, *hour, time) : time.resolved;
        if (hour)
            fact.slot.head = "hour";
        fact.anchor.explicitTime = true;
        fact.anchor.unresolved = weekday ? time.value : std::string();
        fact.loose = true;
        fact.said.time = fact.anchor.time;
        fact.said.derivation = time.derivation.toString();
        fact.topic = hour ? "hour" : "date";
        askOf(reading, sentence, time, fact);
    }
}

} // namespace

read::TimeSpan hourWithin(const text::Reading& reading, read::TimeSpan hour, const read::TimeMention& mention) {
    constexpr std::int64_t about = 900;
    if (hour.grain >= read::Grain::Hour && justAfter(reading, mention))
        hour.to += about;
    if (mention.mod == read::TimeMod::Approx) {
        hour.from -= about;
        hour.to += about;
    }
    return hour;
}

void askOf(const text::Reading& reading, std::uint32_t sentence, const read::TimeMention& time, Fact& fact,
           std::string_view deed) {
    const Parsed parsed(reading, sentence);
    const std::uint32_t chunk = parsed.syntax().chunkAt(time.firstToken);
    const std::uint32_t verb = chunk == claim::Syntax::none ? chunk : parsed.syntax().verbOfClause(chunk);
    if (verb == claim::Syntax::none)
        return;
    const auto& chunks = parsed.syntax().chunks();
    if (parsed.says(verb) && !chunks[verb].passive) { // "said on Monday" is not when it happened: "counted them" is
        const std::uint32_t object = parsed.syntax().objectOf(verb);
        if (object == claim::Syntax::none || object == chunk ||
            parsed.syntax().classOf(chunks[object].head) == claim::WordClass::Pronoun)
            return;
    }
    if (!deed.empty() && (parsed.deed(verb) != deed || chunks[verb].gerund))
        return;
    thread_local claim::WordStore words;
    words.clear();
    if (claim::Asking asking; claim::Asker(reading, parsed.syntax(), sentence, words).ask(verb, time.span, asking))
        askAbout(fact, asking);
}

bool givenUp(const text::Reading& reading, std::uint32_t sentence) {
    const text::Sentence& s = reading.sentences[sentence];
    const auto word = [&](std::uint32_t t) { return reading.of(reading.tokens[t]); };
    for (std::uint32_t t = s.firstToken; t + 2 < s.endToken; ++t) {
        if (inRow("unmet", reading, reading.tokens[t]))
            return true;
        const bool was = t > s.firstToken && (word(t - 1) == "was" || word(t - 1) == "were");
        if (word(t + 1) == "have" && (word(t) == "should" || (was && word(t) == "to")))
            return true;
    }
    return false;
}

void readTimes(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, const Digest& out,
               const BeginFact& begin) {
    readHour(reading, mentions, sentence, out, begin);
    readDay(reading, mentions, sentence, out, begin);
    constexpr std::uint32_t passage = 2;
    if (out.sentences > passage)
        readOthers(reading, mentions, sentence, out, begin);
}

} // namespace countercheck::compare
