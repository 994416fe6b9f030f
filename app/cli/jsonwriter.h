// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON into a string that the caller reuses: on one line, or indented for people. It puts in the commas; what is
// written must be well nested. Strings are UTF-8 and go out raw, only quotes, backslashes and control characters are
// escaped; bytes that are not UTF-8 become U+FFFD, so that the output is always valid.
#pragma once

#include "app/cli/stream.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace countercheck::cli {

/// What it writes reaches the string when the outermost value is complete, and before that whenever its own buffer is
/// full: do not append to the string in between.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out, bool indented = false) : out_(out), indented_(indented) {}
    /// On one line. Long values are written out piece by piece.
    explicit JsonWriter(Output& out) : out_(out.buffer()), output_(&out), indented_(false) {}
    ~JsonWriter() { flush(); }
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// The name of the next value. `name` is one of ours: plain ASCII, nothing to escape, at most 60 bytes.
    [[gnu::always_inline]] void key(std::string_view name) { // inline, so that the name's length is known
        separate();
        *at_++ = '"';
        std::memcpy(at_, name.data(), name.size());
        at_ += name.size();
        *at_++ = '"';
        *at_++ = ':';
        if (indented_)
            *at_++ = ' ';
        afterKey_ = true;
    }
    void string(std::string_view utf8);
    void number(std::int64_t value) {
        separate();
        at_ = std::to_chars(at_, at_ + slack, value).ptr;
    }
    void number(std::uint32_t value) {
        separate();
        at_ = std::to_chars(at_, at_ + slack, value).ptr;
    }
    /// Between 0 and 1 with at most four decimals.
    void share(double value);
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() {
        separate();
        std::memcpy(at_, "null", 4);
        at_ += 4;
    }
    /// A value that is JSON already.
    void raw(std::string_view json) {
        separate();
        put(json);
    }

    [[gnu::always_inline]] void member(std::string_view name, std::string_view utf8) { key(name), string(utf8); }
    [[gnu::always_inline]] void member(std::string_view name, std::uint32_t value) { key(name), number(value); }
    /// null when there is nothing to say.
    [[gnu::always_inline]] void memberOrNull(std::string_view name, std::string_view utf8) {
        key(name);
        utf8.empty() ? null() : string(utf8);
    }

private:
    static constexpr std::size_t room = 8192, slack = 128;

    void open(char bracket) {
        separate();
        *at_++ = bracket;
        ++depth_;
        first_ = true;
    }
    void close(char bracket) {
        --depth_;
        makeRoom();
        if (indented_ && !first_)
            newLine();
        *at_++ = bracket;
        first_ = false;
        if (depth_ == 0)
            flush();
    }
    /// Comma and line end before a value, as needed. Leaves room for some bytes.
    void separate() {
        makeRoom();
        if (afterKey_) {
            afterKey_ = false;
            return;
        }
        *at_ = ',';
        at_ += first_ ? 0 : 1;
        first_ = false;
        if (indented_ && depth_ > 0)
            newLine();
    }
    void makeRoom() {
        if (static_cast<std::size_t>(at_ - buffer_) > room - slack)
            flush();
    }
    void put(std::string_view bytes) {
        if (static_cast<std::size_t>(buffer_ + room - at_) < bytes.size() + slack) {
            flush();
            if (bytes.size() + slack > room) {
                out_ += bytes;
                flush();
                return;
            }
        }
        std::memcpy(at_, bytes.data(), bytes.size());
        at_ += bytes.size();
    }
    void flush() {
        out_.append(buffer_, static_cast<std::size_t>(at_ - buffer_));
        at_ = buffer_;
        if (output_)
            output_->wrote();
    }
    void newLine();

    std::string& out_;
    Output* output_ = nullptr;
    char* at_ = buffer_;
    bool indented_;
    bool first_ = true;     // nothing stands before the next value in its container
    bool afterKey_ = false; // the next value belongs to a name
    int depth_ = 0;
    char buffer_[room];
};

/// Appends `utf8` as a JSON string, quotes included.
void appendJsonString(std::string& out, std::string_view utf8);

} // namespace countercheck::cli
