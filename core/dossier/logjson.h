// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of a decision are written in a record's `before` and `after`, and read again. A value that is not
// there is null. Reading is forgiving about members that it does not know and strict about those that it does.
#pragma once

#include "core/dossier/canonical.h"
#include "core/dossier/dossier.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::dossier::logjson {

using Value = rapidjson::Value;

/// Writes one JSON object or array; members in the order in which they are written.
class Out {
public:
    Out() : writer_(buffer_) {}
    void key(std::string_view name) { string(name); }
    void string(std::string_view text) {
        writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()), true);
    }
    void member(std::string_view name, std::string_view text) {
        key(name);
        string(text);
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        writer_.Uint64(value);
    }
    void boolean(std::string_view name, bool value) {
        key(name);
        writer_.Bool(value);
    }
    void null() { writer_.Null(); }
    void beginObject() { writer_.StartObject(); }
    void endObject() { writer_.EndObject(); }
    void beginArray() { writer_.StartArray(); }
    void endArray() { writer_.EndArray(); }
    /// A value as it was read.
    void value(const Value& value) { value.Accept(writer_); }
    [[nodiscard]] std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

/// How many arrays and objects may stand in one another; a record's own stand in five.
inline constexpr int deepest = 100;
/// Parses without recursion and checks UTF-8. False when it is not one JSON value, or nested deeper than `deepest`.
bool parse(std::string_view json, rapidjson::Document& document);

/// The member, or null when it is missing or null.
const Value* member(const Value& object, const char* name);
/// A string member; empty when it is missing.
std::string text(const Value& object, const char* name);

/// Numbered items as they stand; nothing: there is none of that number.
template <class T> using Numbered = std::vector<std::pair<std::uint64_t, std::optional<T>>>;
/// Those of `items` that the object's member names; a number that cannot be read names none.
template <class T> Numbered<T> named(const Value& object, const char* name, const std::map<std::uint64_t, T>& items) {
    Numbered<T> found;
    const Value* members = member(object, name);
    if (!members || !members->IsObject())
        return found;
    for (const auto& item : members->GetObject()) {
        std::uint64_t number = 0;
        const char* const end = item.name.GetString() + item.name.GetStringLength();
        if (const auto read = std::from_chars(item.name.GetString(), end, number);
            read.ec != std::errc() || read.ptr != end)
            continue;
        const auto at = items.find(number);
        found.emplace_back(number, at == items.end() ? std::nullopt : std::optional(at->second));
    }
    return found;
}

/// A sign-off as the log keeps it: with the parts of what was signed.
struct Signed {
    SignOff signOff;
    Subject subject;
    bool operator==(const Signed&) const = default;
};
/// A sign-off taken back by a person.
struct Taken {
    std::string reason;
    Stamp stamp;
    bool operator==(const Taken&) const = default;
};

void write(Out& out, const std::optional<Verdict>& verdict);
void write(Out& out, const std::optional<Proposal>& proposal);
void write(Out& out, const std::optional<Signed>& signedOff);
void write(Out& out, const std::optional<Taken>& taken);
void write(Out& out, const Note& note);
void write(Out& out, const Evidence& evidence);
void write(Out& out, const std::optional<Grade>& grade);
/// Members of an object that is open.
void writeMembers(Out& out, const Correction& correction);
void write(Out& out, const std::vector<ClaimAnchor>& anchors);

bool read(const Value& value, Verdict& verdict);
bool read(const Value& value, Proposal& proposal);
bool read(const Value& value, Signed& signedOff);
bool read(const Value& value, Taken& taken);
bool read(const Value& value, Note& note);
bool read(const Value& value, Evidence& evidence);
bool read(const Value& value, Grade& grade);
bool read(const Value& value, Correction& correction);
bool read(const Value& value, std::vector<ClaimAnchor>& anchors);

} // namespace countercheck::dossier::logjson
