// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/unite.h"

#include "core/dossier/ancestry.h"
#include "core/dossier/canonical.h"
#include "core/dossier/logjson.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

namespace countercheck::dossier {

namespace {

using logjson::Value;

/// Rewrites the numbers of records in a `before` or `after`: keys of notes and evidence, ids of joins and corrections,
/// and what is undone or redone.
std::string renumbered(const std::string& json, const std::map<std::uint64_t, std::uint64_t>& numbers) {
    rapidjson::Document document;
    if (!logjson::parse(json, document) || !document.IsObject())
        return json;
    const auto now = [&](std::uint64_t number) {
        const auto found = numbers.find(number);
        return found == numbers.end() ? number : found->second;
    };
    logjson::Out out;
    out.beginObject();
    for (const auto& item : document.GetObject()) {
        const std::string_view key(item.name.GetString(), item.name.GetStringLength());
        if ((key == "undoes" || key == "redoes") && item.value.IsUint64()) {
            out.number(key, now(item.value.GetUint64()));
            continue;
        }
        out.key(key);
        if ((key == "notes" || key == "evidence") && item.value.IsObject()) {
            out.beginObject();
            for (const auto& one : item.value.GetObject()) {
                const std::string_view name(one.name.GetString(), one.name.GetStringLength());
                const bool digits =
                    !name.empty() && name.size() < 19 && name.find_first_not_of("0123456789") == std::string_view::npos;
                out.key(digits ? std::to_string(now(std::stoull(std::string(name)))) : std::string(name));
                out.value(one.value);
            }
            out.endObject();
        } else if ((key == "join" || key == "correction") && item.value.IsObject()) {
            out.beginObject();
            for (const auto& one : item.value.GetObject()) {
                const std::string_view name(one.name.GetString(), one.name.GetStringLength());
                if (name == "id" && one.value.IsUint64()) {
                    out.number("id", now(one.value.GetUint64()));
                    continue;
                }
                out.key(name);
                out.value(one.value);
            }
            out.endObject();
        } else {
            out.value(item.value);
        }
    }
    out.endObject();
    return out.text();
}

} // namespace

std::uint64_t undoneBy(const Record& record) {
    const char* name = record.edit == "undo" ? "undoes" : record.edit == "redo" ? "redoes" : nullptr;
    rapidjson::Document after;
    if (!name || !logjson::parse(record.after, after) || !after.IsObject())
        return 0;
    const Value* number = logjson::member(after, name);
    return number && number->IsUint64() ? number->GetUint64() : 0;
}

std::string carried(const Content& content) {
    logjson::Out out;
    out.beginObject();
    out.key("merged");
    out.beginObject();
    out.number("record", content.record.id.value);
    out.member("at", content.record.at);
    out.member("by", content.record.by);
    out.member("edit", content.record.edit);
    out.member("before", content.record.before);
    out.member("after", content.record.after);
    out.member("previousHash", content.record.previousHash);
    out.member("hash", content.record.hash);
    out.endObject();
    if (!content.target.empty())
        out.member("target", content.target);
    if (!content.previous.empty())
        out.member("previous", content.previous);
    if (!content.knows.empty()) {
        out.key("knows");
        out.beginArray();
        for (const auto& hash : content.knows)
            out.string(hash);
        out.endArray();
    }
    out.endObject();
    return out.text();
}

std::optional<Content> carriedIn(const Record& merge) {
    rapidjson::Document after;
    if (!logjson::parse(merge.after, after) || !after.IsObject())
        return std::nullopt;
    const Value* slot = logjson::member(after, "merged");
    const Value* number = slot ? logjson::member(*slot, "record") : nullptr;
    if (!number || !number->IsUint64())
        return std::nullopt;
    Content content;
    content.record = {{number->GetUint64()},
                      logjson::text(*slot, "at"),
                      logjson::text(*slot, "by"),
                      logjson::text(*slot, "edit"),
                      logjson::text(*slot, "before"),
                      logjson::text(*slot, "after"),
                      logjson::text(*slot, "previousHash"),
                      logjson::text(*slot, "hash")};
    if (recordHash(content.record) != content.record.hash || content.record.edit == mergeEdit)
        return std::nullopt;
    content.carrier = merge.id.value;
    content.target = logjson::text(after, "target");
    content.previous = logjson::text(after, "previous");
    if (const Value* knows = logjson::member(after, "knows"); knows && knows->IsArray())
        for (const auto& hash : knows->GetArray())
            if (hash.IsString())
                content.knows.emplace_back(hash.GetString(), hash.GetStringLength());
    return content;
}

std::variant<std::vector<Content>, std::string> contentsOf(const std::vector<Record>& log) {
    std::vector<Content> contents;
    std::map<std::uint64_t, std::string> hashAt; // of the content at each number
    std::string previous;
    std::vector<std::string> knows;
    for (const Record& record : log) {
        if (record.edit == mergeEdit) {
            auto content = carriedIn(record);
            if (!content)
                return "record " + std::to_string(record.id.value) +
                       " does not hold: what it carries from another copy of the case is not what was made there";
            hashAt[record.id.value] = content->record.hash;
            knows.push_back(content->record.hash);
            contents.push_back(std::move(*content));
            continue;
        }
        Content content{record, record.id.value, {}, previous, std::move(knows), true};
        knows.clear();
        if (const std::uint64_t target = undoneBy(record); target != 0)
            content.target = hashAt[target];
        hashAt[record.id.value] = record.hash;
        previous = record.hash;
        contents.push_back(std::move(content));
    }
    std::sort(contents.begin(), contents.end(), [](const Content& a, const Content& b) {
        return std::tie(a.record.at, a.record.id.value, a.record.hash) <
               std::tie(b.record.at, b.record.id.value, b.record.hash);
    });
    return contents;
}

Record asOfHere(const Content& content, const std::unordered_map<std::string, std::uint64_t>& carrierOf) {
    Record record = content.record;
    std::map<std::uint64_t, std::uint64_t> numbers;
    if (record.id.value != content.carrier)
        numbers[record.id.value] = content.carrier;
    if (const std::uint64_t named = undoneBy(record); named != 0)
        if (const auto found = carrierOf.find(content.target); found != carrierOf.end())
            numbers[named] = found->second;
    record.id.value = content.carrier;
    if (!numbers.empty()) {
        record.before = renumbered(record.before, numbers);
        record.after = renumbered(record.after, numbers);
    }
    return record;
}

Ledger united(const std::vector<Content>& contents, const Ledger::TextOf& textOf, std::string& problem) {
    std::unordered_map<std::string, std::uint64_t> carrierOf;
    for (const Content& content : contents)
        carrierOf[content.record.hash] = content.carrier;
    Ledger ledger;
    const auto ancestry = std::make_shared<const Ancestry>(contents);
    ledger.knew = [ancestry](const std::string& record, const std::string& earlier) {
        return ancestry->knew(record, earlier);
    };
    for (const Content& content : contents) {
        const Change change = ledger.apply(asOfHere(content, carrierOf), textOf);
        if (problem.empty())
            problem = change.problem;
    }
    return ledger;
}

} // namespace countercheck::dossier
