// SPDX-License-Identifier: GPL-3.0-or-later
// Any line that a program, a person or a file hands in: requests (extract, compare, labelled cases), edits, the log's
// values, date lines and other small things that documents say, addresses of the web and of shared cases. Each is read
// or refused with a word for it; what was read says the same when it is written again.
#include "app/cli/labelled.h"
#include "app/cli/request.h"
#include "app/cli/stream.h"
#include "core/dossier/editjson.h"
#include "core/dossier/logjson.h"
#include "core/dossier/versions.h"
#include "core/intake/dateline.h"
#include "core/intake/decode.h"
#include "core/intake/fetch.h"
#include "core/intake/metadata.h"
#include "core/intake/strings.h"
#include "core/read/mentions.h"
#include "core/share/address.h"
#include "tests/fuzz/target.h"

#include <string>
#include <string_view>

using countercheck::fuzz::require;
using namespace countercheck;

namespace {

bool isUtf8(std::string_view text) {
    return intake::validUtf8Prefix(text) == text.size();
}

void checkRequests(std::string_view line) {
    static cli::RequestReader reader;
    std::string padded(line);
    padded.resize(line.size() + cli::LineReader::padding);
    const std::string_view whole(padded.data(), line.size());
    cli::LineProblem problem;
    cli::ArticleRequest article;
    if (reader.read(whole, 7, article, problem))
        require(!article.id.empty() && isUtf8(article.text), "a request has an id, and a text in UTF-8");
    else
        require(!problem.message.empty() && isUtf8(problem.message) && !problem.id.empty(), "a refusal says why");
    cli::CaseRequest request;
    problem = {};
    if (reader.read(whole, 7, request, problem)) {
        require(request.articles.size() >= 2, "a case has two articles");
        cli::Labels labels;
        std::string message;
        if (cli::readLabels(whole, request, labels, message)) {
            for (const cli::GoldPair& pair : labels.gold)
                for (const cli::GoldSide& side : {pair.a, pair.b})
                    require(side.article < request.articles.size() &&
                                side.words.end <= request.articles[side.article].text.size(),
                            "a label lies in an article");
        } else {
            require(!message.empty(), "a refusal says why");
        }
    } else {
        require(!problem.message.empty() && isUtf8(problem.message), "a refusal says why");
    }
}

template <class T> void checkValue(const rapidjson::Value& value) {
    T first{};
    if (!dossier::logjson::read(value, first))
        return;
    dossier::logjson::Out out;
    if constexpr (std::is_same_v<T, dossier::Correction>) {
        out.beginObject();
        dossier::logjson::writeMembers(out, first);
        out.endObject();
    } else if constexpr (std::is_same_v<T, dossier::Note> || std::is_same_v<T, dossier::Evidence> ||
                         std::is_same_v<T, std::vector<dossier::ClaimAnchor>>) {
        dossier::logjson::write(out, first);
    } else {
        dossier::logjson::write(out, std::optional<T>(first));
    }
    rapidjson::Document again;
    T second{};
    require(dossier::logjson::parse(out.text(), again) && dossier::logjson::read(again, second),
            "what was read from the log is written so that it can be read");
    require(first == second, "a value of the log says the same again");
}

void checkLog(std::string_view line) {
    rapidjson::Document document;
    if (!dossier::logjson::parse(line, document))
        return;
    checkValue<dossier::Verdict>(document);
    checkValue<dossier::Proposal>(document);
    checkValue<dossier::logjson::Signed>(document);
    checkValue<dossier::logjson::Taken>(document);
    checkValue<dossier::Note>(document);
    checkValue<dossier::Evidence>(document);
    checkValue<dossier::Grade>(document);
    checkValue<std::vector<dossier::ClaimAnchor>>(document);
}

void checkEdits(std::string_view line) {
    static const dossier::Dossier empty;
    const auto edit = dossier::editFromJson(line);
    if (const auto* problem = std::get_if<dossier::EditProblem>(&edit))
        require(!problem->message.empty() && isUtf8(problem->message), "a refusal says why");
    else
        (void)dossier::whyNot(empty, std::get<dossier::Edit>(edit), "Ada");
}

void checkSmallThings(const std::string& line) {
    for (const auto& date : {intake::dateLine(line), intake::leadingDateLine(line)})
        if (date)
            for (const std::string& said : {date->published, date->updated})
                require(said.empty() || read::parseIsoTime(said), "a date line gives a date");
    if (const auto date = intake::isoDate(line))
        require(read::parseIsoTime(*date).has_value(), "a date is one");
    if (const std::string instant = intake::instantOf(line); !instant.empty())
        require(read::parseIsoTime(instant).has_value(), "an instant is one");
    if (isUtf8(line))
        (void)intake::metadataFromText(line);
    require(isUtf8(intake::shownLine(line)) && intake::shownLine(line).find('\n') == std::string::npos,
            "a name is shown on one line");
    (void)intake::languageTagOf(line);
    (void)intake::hostOfAddress(line);
    (void)intake::isPrivateAddress(line);
    require(dossier::addressKey(line) ==
                    dossier::addressKey("https://" + line.substr(line.find("://") == std::string::npos
                                                                     ? line.size()
                                                                     : line.find("://") + 3)) ||
                line.find("://") == std::string::npos,
            "an address is one whatever its scheme");
    const auto address = share::Address::tryFrom(line);
    if (const auto* problem = std::get_if<store::Problem>(&address))
        require(!problem->message.empty(), "a refusal says why");
    else
        require(std::get<share::Address>(address).value("password").empty(), "an address keeps no password");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string line(reinterpret_cast<const char*>(data), size);
    checkRequests(line);
    checkEdits(line);
    checkLog(line);
    checkSmallThings(line);
    return 0;
}
