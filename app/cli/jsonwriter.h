// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON into a string that the caller reuses: on one line, or indented for people. It puts in the commas; what is
// written must be well nested. Strings are UTF-8 and go out raw, only quotes, backslashes and control characters are
// escaped; bytes that are not UTF-8 become U+FFFD, so that the output is always valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace countercheck::cli {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out, bool indented = false) : out_(out), indented_(indented) {}

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// The name of the next value. `name` is one of ours: plain ASCII, nothing to escape.
    void key(std::string_view name);
    void string(std::string_view utf8);
    void number(std::int64_t value);
    void number(std::uint32_t value) { number(static_cast<std::int64_t>(value)); }
    /// Between 0 and 1 with at most four decimals.
    void share(double value);
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    /// A value that is JSON already.
    void raw(std::string_view json);

    void member(std::string_view name, std::string_view utf8) { key(name), string(utf8); }
    void member(std::string_view name, std::uint32_t value) { key(name), number(value); }
    /// null when there is nothing to say.
    void memberOrNull(std::string_view name, std::string_view utf8) {
        key(name);
        utf8.empty() ? null() : string(utf8);
    }

private:
    void open(char bracket);
    void close(char bracket);
    void separate(); // comma and line end before a value, as needed
    void newLine();

    std::string& out_;
    bool indented_;
    bool first_ = true;     // nothing stands before the next value in its container
    bool afterKey_ = false; // the next value belongs to a name
    int depth_ = 0;
};

/// Appends `utf8` as a JSON string, quotes included.
void appendJsonString(std::string& out, std::string_view utf8);

} // namespace countercheck::cli
