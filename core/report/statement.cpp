// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/statement.h"

#include "core/dossier/logjson.h"

#include <sodium.h>

namespace countercheck::report {

namespace {

constexpr std::string_view opening = "countercheck-summary:1:", closing = ":end";
constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string textOf(const dossier::logjson::Value& object, const char* name) {
    const auto* const value = dossier::logjson::member(object, name);
    return value && value->IsString() ? std::string(value->GetString(), value->GetStringLength()) : std::string();
}

} // namespace

std::string sealOf(const Statement& statement) {
    dossier::logjson::Out json;
    json.beginObject();
    json.member("format", statement.format);
    json.member("asOf", statement.asOf);
    json.member("by", statement.by);
    json.member("language", languageCode(statement.language));
    json.boolean("unsigned", statement.includeUnsigned);
    json.number("records", statement.records);
    json.member("log", statement.log);
    if (!statement.url.empty())
        json.member("url", statement.url);
    json.member("program", statement.program);
    json.endObject();
    const std::string bytes = json.text();
    std::string coded(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(coded.data(), coded.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      variant);
    coded.pop_back(); // the NUL at its end
    return std::string(opening) + coded + std::string(closing);
}

std::optional<Statement> statementIn(std::string_view text) {
    std::string letters; // without what line breaking may have put in between
    for (const char c : text)
        if (static_cast<unsigned char>(c) > 0x20)
            letters += c;
    for (std::size_t at = letters.find(opening); at != std::string::npos; at = letters.find(opening, at + 1)) {
        const std::size_t begin = at + opening.size();
        const std::size_t end = letters.find(closing, begin);
        if (end == std::string::npos)
            return std::nullopt;
        std::string bytes(end - begin, '\0');
        std::size_t length = 0;
        if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), letters.data() + begin,
                              end - begin, nullptr, &length, nullptr, variant) != 0)
            continue;
        bytes.resize(length);
        rapidjson::Document document;
        if (!dossier::logjson::parse(bytes, document) || !document.IsObject())
            continue;
        Statement statement;
        statement.format = textOf(document, "format");
        statement.asOf = textOf(document, "asOf");
        statement.by = textOf(document, "by");
        statement.language = languageFromCode(textOf(document, "language")).value_or(Language::English);
        statement.log = textOf(document, "log");
        statement.url = textOf(document, "url");
        statement.program = textOf(document, "program");
        if (const auto* const value = dossier::logjson::member(document, "unsigned"))
            statement.includeUnsigned = value->IsTrue();
        if (const auto* const value = dossier::logjson::member(document, "records"))
            statement.records = value->IsUint64() ? value->GetUint64() : 0;
        return statement;
    }
    return std::nullopt;
}

} // namespace countercheck::report
