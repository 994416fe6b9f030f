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

/// A place in another list of the output, or null.
[[gnu::always_inline]] inline void writeIndex(JsonWriter& json, std::string_view name, std::int32_t at) {
    if (at < 0)
        json.memberNull(name);
    else
        json.member(name, static_cast<std::uint32_t>(at));
}

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

[[gnu::always_inline]] inline void Findings::writeSpan(JsonWriter& json, text::Span span, std::string_view start,
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
        json.beginObject();
        writeSpan(json, figure.numeral);
        writeSpan(json, figure.phrase, "phraseStart", "phraseEnd", false);
        writeDecimal(json, "value", figure.value);
        writeBounds(json, figure.set);
        json.member("kind", figureKinds[figure.kind]);
        json.memberOrNull("unit", figure.unit);
        json.memberOrNull("counted", figure.countedLemma);
        json.endObject();
    }
    json.endArray();

    json.key("times");
    json.beginArray();
    for (const read::TimeMention& time : mentions_.times) {
        json.beginObject();
        writeSpan(json, time.span);
        json.member("type", timeTypes[time.type]);
        json.member("value", time.value);
        json.member("mod", timeMods[time.mod]);
        writeSpanOfTime(json, time.resolved);
        json.endObject();
    }
    json.endArray();

    json.key("quotes");
    json.beginArray();
    for (const read::Quote& quote : mentions_.quotes) {
        json.beginObject();
        writeSpan(json, quote.words);
        json.memberOrNull("speaker", quote.speaker);
        json.endObject();
    }
    json.endArray();

    json.key("claims");
    json.beginArray();
    for (const claim::Claim& claim : claims_.claims) {
        json.beginObject();
        writeSpan(json, claim.clause);
        json.member("topic", claim.topic);
        writeIndex(json, "figure", claim.figure);
        writeIndex(json, "time", claim.time);
        json.memberOrNull("place", claim.place);
        json.key("attribution");
        if (claim.attribution >= 0 &&
            !mentions_.attributions[static_cast<std::size_t>(claim.attribution)].source.empty()) {
            const read::Attribution& by = mentions_.attributions[static_cast<std::size_t>(claim.attribution)];
            json.beginObject();
            json.member("source", by.source);
            writeSpan(json, by.sourceSpan.empty() ? by.cue : by.sourceSpan, "start", "end", false);
            json.endObject();
        } else {
            json.null();
        }
        json.member("modality", modalities[claim.modality]);
        json.member("polarity", polarities[claim.negative ? 1 : 0]);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

} // namespace countercheck::cli
