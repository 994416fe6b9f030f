// SPDX-License-Identifier: GPL-3.0-or-later
// Writes indented JSON (RapidJSON); strings are made clean first.
#pragma once

#include "core/read/decimal.h"
#include "core/report/document.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::printing {

class Json {
public:
    Json() : writer_(buffer_) { writer_.SetIndent(' ', 1); }

    void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void string(std::string_view text) {
        const std::string words = report::clean(text);
        writer_.String(words.data(), static_cast<rapidjson::SizeType>(words.size()));
    }
    void number(std::uint64_t value) { writer_.Uint64(value); }
    void boolean(bool value) { writer_.Bool(value); }
    void null() { writer_.Null(); }
    void beginObject() { writer_.StartObject(); }
    void endObject() { writer_.EndObject(); }
    void beginArray() { writer_.StartArray(); }
    void endArray() { writer_.EndArray(); }

    void beginObject(std::string_view name) { key(name), beginObject(); }
    void beginArray(std::string_view name) { key(name), beginArray(); }
    void member(std::string_view name, std::string_view text) { key(name), string(text); }
    /// Nothing at all when the text is empty.
    void memberIf(std::string_view name, std::string_view text) {
        if (!text.empty())
            member(name, text);
    }
    void memberOrNull(std::string_view name, std::string_view text) {
        key(name);
        text.empty() ? null() : string(text);
    }
    /// Words of a captured text to the letter, whatever stands in them.
    void exact(std::string_view name, std::string_view text) {
        key(name);
        writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
    void member(std::string_view name, std::uint64_t value) { key(name), number(value); }
    void flag(std::string_view name, bool value) { key(name), boolean(value); }
    /// As it was printed, never through a binary double.
    void member(std::string_view name, const std::optional<read::Decimal>& value) {
        key(name);
        if (!value)
            return null();
        const std::string digits = value->toString();
        writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    /// An object of plain members.
    void object(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
        beginObject();
        for (const auto& [name, text] : members)
            memberIf(name, text);
        endObject();
    }

    [[nodiscard]] std::string text() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

} // namespace countercheck::printing
