// SPDX-License-Identifier: GPL-3.0-or-later
// IPTC ninjs 3.1: the summary as one news item, as HTML and as plain text, with its sources as associated items. While
// unsigned lines are in it, it is withheld.
#include "core/printing/json.h"
#include "core/printing/outgoing.h"
#include "core/printing/writers.h"
#include "core/report/escape.h"
#include "core/report/htmlwords.h"
#include "core/report/values.h"

#include <algorithm>

namespace countercheck::printing {

namespace {

/// What stands in <body> of the page, without its style.
std::string bodyOf(const std::string& page) {
    const std::size_t begin = page.find("<main>"), end = page.find("</main>");
    return begin == std::string::npos || end == std::string::npos ? page : page.substr(begin, end + 7 - begin);
}
std::uint64_t letters(std::string_view text) {
    return static_cast<std::uint64_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

std::string toNinjs(const dossier::Dossier& dossier, const Order& order) {
    const report::Statement statement = statementOf(dossier, order);
    report::Report content = report::build(dossier, order.asOf, order.by, order.includeUnsigned, order.language);
    content.seal = report::sealOf(statement);
    const report::Document document = report::compose(content);
    const auto say = [&](std::string_view name) { return report::form(order.language, name); };
    const bool marked = std::any_of(content.lines.begin(), content.lines.end(),
                                    [](const report::Line& line) { return !line.leftOut.empty(); });
    const std::string plain = report::toPlainText(document);
    const std::string html = bodyOf(report::toHtml(document));

    Json json;
    json.beginObject();
    std::string uri = nameOfBytes(dossier.lastHash);
    json.member("uri", uri.empty() ? "urn:x-countercheck:empty" : uri);
    json.beginObject("standard");
    json.member("name", "ninjs");
    json.member("version", "3.1");
    json.member("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
    json.endObject();
    json.member("type", "text");
    json.member("representationType", "complete");
    json.member("pubStatus", marked ? "withheld" : "usable");
    json.memberIf("versionCreated", momentOf(order.asOf));
    json.member("language", report::languageCode(order.language));
    json.member("title", document.title);
    json.member("by", order.by);
    if (marked)
        json.member("edNote", say("warning.head") + " " + say("warning.body"));
    json.beginArray("headlines");
    json.object({{"role", "main"},
                 {"contentType", "text/plain"},
                 {"value", dossier.title.empty() ? say("summary.untitled") : dossier.title}});
    json.endArray();
    json.beginArray("bodies");
    for (const auto& [type, value] :
         {std::pair<std::string_view, const std::string&>("text/html", html), {"text/plain", plain}}) {
        json.beginObject();
        json.member("role", "main");
        json.member("contentType", type);
        json.member("charCount", letters(value));
        json.member("value", value);
        json.endObject();
    }
    json.endArray();
    json.beginArray("genres");
    json.object({{"name", say("summary.verified")}});
    json.endArray();
    json.beginArray("infoSources");
    std::vector<std::string> outlets;
    for (const dossier::Article& article : dossier.articles)
        if (const std::string name = report::articleName(article);
            std::find(outlets.begin(), outlets.end(), name) == outlets.end()) {
            outlets.push_back(name);
            json.object({{"name", name}, {"uri", addressOf(article)}});
        }
    json.endArray();
    json.beginArray("associations");
    for (std::uint32_t i = 0; i < dossier.articles.size(); ++i) {
        const dossier::Article& article = dossier.articles[i];
        json.beginObject();
        json.member("name", report::articleLetter(i));
        json.member("uri", addressOf(article));
        json.member("type", "text");
        json.member("representationType", "associated");
        json.memberIf("language", article.info.language);
        json.memberIf("contentCreated", momentOf(article.info.published));
        json.memberIf("versionCreated", momentOf(article.capturedAt)); // of the version that was captured
        json.member("title", article.info.title.empty() ? report::articleName(article) : article.info.title);
        json.beginArray("altIds");
        json.object({{"role", "sha256"}, {"value", article.id.sha256}});
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.beginArray("altIds");
    json.object({{"role", "countercheck-log-sha256"}, {"value", statement.log.empty() ? "none" : statement.log}});
    json.object({{"role", "countercheck-seal"}, {"value", report::sealOf(statement)}});
    for (const report::Line& line : content.lines)
        if (!line.signature.empty())
            json.object({{"role", "countercheck-signature:" + line.key.value}, {"value", line.signature}});
    json.endArray();
    json.endObject();
    return json.text();
}

} // namespace countercheck::printing
