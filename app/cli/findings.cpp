// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include "app/cli/comparisonjson.h"
#include "core/read/calendar.h"

namespace countercheck::cli {

namespace {

const JsonWords<read::FigureKind, read::FigureKind::Age> figureKinds(read::figureKindName);
const JsonWords<read::TimeType, read::TimeType::Set> timeTypes(read::timeTypeName);
const JsonWords<read::TimeMod, read::TimeMod::EqualOrMore> timeMods(read::timeModName);
const JsonWords<read::Modality, read::Modality::Denied> modalities(read::modalityName);
const JsonWord polarities[] = {JsonWord("positive"), JsonWord("negative")};

} // namespace

void Findings::read(std::string_view text, std::string_view language, std::optional<std::int64_t> published) {
    open(text, language, published);
    for (int step = 0; step < steps; ++step)
        take(step);
}

void Findings::open(std::string_view text, std::string_view language, std::optional<std::int64_t> published) {
    text_ = text;
    declared_ = language;
    context_.published = published;
    context_.dayFirst = read::dayBeforeMonth(language);
    mentions_.clear();
}

void Findings::take(int step) {
    switch (step) {
    case 0:
        text::read(text_, text::languageFromTag(declared_), reading_);
        break;
    case 1:
        read::readTimes(reading_, context_, mentions_);
        break;
    case 2:
        read::readFigures(reading_, context_, mentions_);
        break;
    case 3:
        read::readQuotes(reading_, mentions_);
        break;
    case 4:
        read::readNames(reading_, mentions_);
        break;
    case 5:
        read::readAttributions(reading_, mentions_);
        break;
    default:
        claim::readClaims(reading_, mentions_, context_, claims_, claim::Purpose::Listing);
        break;
    }
}

[[gnu::always_inline]] inline void Findings::writeSpan(JsonMembers& json, text::Span span, std::string_view start,
                                                       std::string_view end, bool withText) const {
    const text::Span captured = reading_.map.identity() ? span : reading_.map.toCaptured(span);
    json.member(start, reading_.capturedPoints.codePoints(captured.begin));
    json.member(end, reading_.capturedPoints.codePoints(captured.end));
    if (withText)
        json.member("text", captured.of(reading_.captured));
}

void Findings::write(JsonWriter& json, std::string_view id) const {
    json.beginObject();
    json.key("id");
    json.raw(id);
    json.member("language", declared_.empty() ? text::languageCode(reading_.language) : declared_);

    json.key("figures");
    json.beginArray();
    for (const read::Figure& figure : mentions_.figures) {
        JsonMembers members(json);
        writeSpan(members, figure.numeral);
        writeSpan(members, figure.phrase, "phraseStart", "phraseEnd", false);
        writeDecimal(members, "value", figure.value);
        writeBounds(members, figure.set);
        members.member("kind", figureKinds[figure.kind]);
        members.memberOrNull("unit", figure.unit);
        members.memberOrNull("counted", figure.countedLemma);
        members.end();
    }
    json.endArray();

    json.key("times");
    json.beginArray();
    for (const read::TimeMention& time : mentions_.times) {
        JsonMembers members(json);
        writeSpan(members, time.span);
        members.member("type", timeTypes[time.type]);
        members.member("value", std::string_view(time.value));
        members.member("mod", timeMods[time.mod]);
        writeSpanOfTime(members, time.resolved);
        members.end();
    }
    json.endArray();

    json.key("quotes");
    json.beginArray();
    for (const read::Quote& quote : mentions_.quotes) {
        JsonMembers members(json);
        writeSpan(members, quote.words);
        members.memberOrNull("speaker", quote.speaker);
        members.end();
    }
    json.endArray();

    json.key("claims");
    json.beginArray();
    for (const claim::Claim& claim : claims_.claims) {
        JsonMembers members(json);
        writeSpan(members, claim.clause);
        members.member("topic", std::string_view(claim.topic));
        members.memberPlace("figure", claim.figure);
        members.memberPlace("time", claim.time);
        members.memberOrNull("place", claim.place);
        const read::Attribution* const by =
            claim.attribution < 0 ? nullptr : &mentions_.attributions[static_cast<std::size_t>(claim.attribution)];
        if (by != nullptr && !by->source.empty()) {
            JsonMembers source(members, "attribution");
            source.member("source", std::string_view(by->source));
            writeSpan(source, by->sourceSpan.empty() ? by->cue : by->sourceSpan, "start", "end", false);
            source.end(members);
        } else {
            members.memberNull("attribution");
        }
        members.member("modality", modalities[claim.modality]);
        members.member("polarity", polarities[claim.negative ? 1 : 0]);
        members.end();
    }
    json.endArray();
    json.endObject();
}

} // namespace countercheck::cli
