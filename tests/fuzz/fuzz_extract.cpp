// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are read, from text to claims to JSON: every span lies in the text, the JSON is sound, and an article that
// is read after others gives what it gives alone. The first byte chooses the language.
#include "app/cli/findings.h"
#include "tests/fuzz/target.h"

#include <array>
#include <string>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

using countercheck::fuzz::require;
using namespace countercheck;

namespace {

void checkSpan(text::Span span, std::string_view whole) {
    require(span.begin <= span.end && span.end <= whole.size(), "a span lies in the text");
}

std::string findingsOf(cli::Findings& findings, std::string_view text, std::string_view language) {
    constexpr std::int64_t published = 1768262400; // 2026-01-13
    findings.read(text, language, published);
    std::string out;
    cli::JsonWriter json(out);
    findings.write(json, "\"fuzz\"");
    return out;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array<std::string_view, 6> languages = {"", "en", "fr", "de", "es", "und"};
    static cli::Findings reused;
    static unsigned runs = 0;
    if (size == 0)
        return 0;
    const std::string_view language = languages[data[0] % languages.size()];
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string json = findingsOf(reused, text, language);

    const text::Reading& reading = reused.reading();
    for (const text::Token& token : reading.tokens)
        checkSpan(token.span(), reading.text);
    for (const text::Sentence& sentence : reading.sentences) {
        checkSpan(sentence.span, reading.text);
        require(sentence.firstToken < sentence.endToken && sentence.endToken <= reading.tokens.size(),
                "a sentence has tokens");
    }
    for (const read::Figure& figure : reused.mentions().figures) {
        checkSpan(figure.numeral, reading.text);
        checkSpan(reading.map.toCaptured(figure.phrase), text);
    }
    for (const read::TimeMention& time : reused.mentions().times)
        checkSpan(reading.map.toCaptured(time.span), text);
    for (const read::Quote& quote : reused.mentions().quotes)
        checkSpan(reading.map.toCaptured(quote.words), text);
    for (const claim::Claim& claim : reused.claims())
        checkSpan(reading.map.toCaptured(claim.clause), text);

    rapidjson::Reader reader;
    rapidjson::BaseReaderHandler<> nothing;
    rapidjson::StringStream stream(json.c_str());
    constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    require(!reader.Parse<flags>(stream, nothing).IsError(), "the JSON is sound");
    if (++runs % 4 == 0) {
        cli::Findings fresh;
        require(findingsOf(fresh, text, language) == json, "an article alone gives the same as after others");
    }
    return 0;
}
