// SPDX-License-Identifier: GPL-3.0-or-later
// What only comparing asks for.
#include "core/claim/claim.h"
#include "core/text/reading.h"
#include "core/text/utf8.h"

#include <string>
#include <vector>

namespace countercheck::claim {

namespace {

std::string inWords(const Reason& reason, const text::Reading& reading) {
    const std::string words = "“" + std::string(reading.of(reason.words)) + "”";
    switch (reason.because) {
    case Because::None:
        break;
    case Because::Doer:
        return "doer in " + words;
    case Because::Undergoer:
        return "undergoer of " + words;
    case Because::Beside:
        return "beside " + words;
    case Because::NounOf:
        return "“" + std::string(reading.of(reason.words)) + " …”";
    case Because::BelongsTo:
        return "belongs to " + words;
    case Because::State:
        return "“… " + std::string(reading.of(reason.words)) + "”";
    case Because::NamesEvent:
        return words + " names the event";
    case Because::NamesDoer:
        return words + " names who did it";
    case Because::NamesUndergoer:
        return words + " names who suffered it";
    case Because::NumberOf:
        return words + " says what the number is of";
    case Because::StandsFor:
        return "“the number” stands for what " + words + " counts";
    }
    return {};
}

} // namespace

void prepareForComparing(const text::Reading& reading, const read::Mentions& mentions, Claims& claims) {
    std::vector<std::string> places; // of the sentence
    std::uint32_t of = 0xFFFFFFFFu;
    std::size_t name = 0;
    for (Claim& claim : claims.claims) {
        if (claim.sentence != of) {
            of = claim.sentence;
            places.clear();
            while (name < mentions.names.size() && mentions.names[name].sentence < of)
                ++name;
            for (; name < mentions.names.size() && mentions.names[name].sentence == of; ++name)
                if (mentions.names[name].kind == read::NameKind::Place && places.size() < 6)
                    places.push_back(text::foldAccents(reading.of(mentions.names[name].span)));
        }
        claim.anchor.places = places;
        claim.because.clear();
        for (std::uint8_t i = 0; i < claim.reasonCount; ++i)
            claim.because.push_back(inWords(claim.reasons[i], reading));
    }
}

} // namespace countercheck::claim
