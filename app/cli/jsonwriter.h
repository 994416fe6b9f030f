// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON into a string that the caller reuses: on one line, or indented for people. It puts in the commas; what is
// written must be well nested. Strings are UTF-8 and go out raw, only quotes, backslashes and control characters are
// escaped; bytes that are not UTF-8 become U+FFFD, so that the output is always valid.
#pragma once

#include "app/cli/stream.h"

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace countercheck::cli {

/// A word that members of many objects have for their value, as JSON: it is copied in one piece, whatever its length.
class JsonWord {
public:
    JsonWord() = default;
    /// @param word  one of ours: plain ASCII, nothing to escape, at most 30 bytes; empty: null
    explicit JsonWord(std::string_view word);

private:
    friend class JsonWriter;
    static constexpr std::size_t room = 32;
    char bytes_[room] = {};
    std::uint32_t length_ = 0;
};

/// The words of an enumeration whose values count from zero to `last`.
template <class Enum, Enum last> class JsonWords {
public:
    explicit JsonWords(std::string_view (*nameOf)(Enum)) {
        for (std::size_t i = 0; i < count; ++i)
            words_[i] = JsonWord(nameOf(static_cast<Enum>(i)));
    }
    const JsonWord& operator[](Enum value) const { return words_[static_cast<std::size_t>(value)]; }

private:
    static constexpr std::size_t count = static_cast<std::size_t>(last) + 1;
    JsonWord words_[count];
};

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
        at_ = named(name);
        afterKey_ = true;
    }
    void string(std::string_view utf8);
    void number(std::int64_t value) { at_ = std::to_chars(separated(), buffer_ + room, value).ptr; }
    void number(std::uint32_t value) { at_ = digits(separated(), value); }
    /// Between 0 and 1 with at most four decimals.
    void share(double value);
    void boolean(bool value) { at_ = truth(separated(), value); }
    void null() { at_ = nothing(separated()); }
    /// A value that is JSON already.
    void raw(std::string_view json) {
        at_ = separated();
        put(json);
    }

    [[gnu::always_inline]] void member(std::string_view name, std::string_view utf8) { quote(named(name), utf8); }
    [[gnu::always_inline]] void member(std::string_view name, const std::string& utf8) { quote(named(name), utf8); }
    [[gnu::always_inline]] void member(std::string_view name, const char* utf8) { quote(named(name), utf8); }
    [[gnu::always_inline]] void member(std::string_view name, std::uint32_t value) { at_ = digits(named(name), value); }
    [[gnu::always_inline]] void member(std::string_view name, bool value) { at_ = truth(named(name), value); }
    [[gnu::always_inline]] void member(std::string_view name, const JsonWord& word) {
        at_ = putWord(named(name), word);
    }
    [[gnu::always_inline]] void memberNull(std::string_view name) { at_ = nothing(named(name)); }
    /// null when there is nothing to say.
    [[gnu::always_inline]] void memberOrNull(std::string_view name, std::string_view utf8) {
        char* const at = named(name);
        if (utf8.empty())
            at_ = nothing(at);
        else
            quote(at, utf8);
    }
    /// A value of at most 60 bytes of JSON: `write` puts it at the place that it is given and returns its end. When it
    /// returns null instead, nothing is written but the name, and false says so.
    template <class Write> [[gnu::always_inline]] bool memberBy(std::string_view name, Write&& write) {
        char* const at = named(name);
        char* const end = write(at);
        at_ = end ? end : at;
        afterKey_ = !end;
        return end;
    }

private:
    friend class JsonMembers;
    static constexpr std::size_t room = 8192;
    static constexpr std::size_t slack = 256; ///< always free: the longest name and number, or a short string escaped

    void open(char bracket) {
        char* at = separated();
        *at++ = bracket;
        at_ = at;
        ++depth_;
        first_ = true;
    }
    void close(char bracket) {
        --depth_;
        makeRoom();
        if (indented_ && !first_) [[unlikely]]
            newLine();
        *at_++ = bracket;
        first_ = false;
        if (depth_ == 0)
            flush();
    }
    /// Comma and line end before a value, as needed. Leaves room for some bytes. Returns where the value goes.
    [[gnu::always_inline]] char* separated() {
        makeRoom();
        if (afterKey_) {
            afterKey_ = false;
            return at_;
        }
        return listed();
    }
    [[gnu::always_inline]] char* listed() {
        char* at = at_;
        *at = ',';
        at += first_ ? 0 : 1;
        first_ = false;
        if (indented_ && depth_ > 0) [[unlikely]] {
            at_ = at;
            newLine();
            at = at_;
        }
        return at;
    }
    /// The name of a member, with what stands before and behind it.
    [[gnu::always_inline]] char* named(std::string_view name) {
        makeRoom();
        return putName(listed(), name, indented_);
    }
    [[gnu::always_inline]] static char* putName(char* at, std::string_view name, bool indented) {
        *at++ = '"';
        std::memcpy(at, name.data(), name.size());
        at += name.size();
        *at++ = '"';
        *at++ = ':';
        if (indented) [[unlikely]]
            *at++ = ' ';
        return at;
    }
    [[gnu::always_inline]] static char* putWord(char* at, const JsonWord& word) {
        std::memcpy(at, word.bytes_, JsonWord::room);
        return at + word.length_;
    }
    static char* nothing(char* at) {
        std::memcpy(at, "null", 4);
        return at + 4;
    }
    static char* truth(char* at, bool value) {
        std::memcpy(at, value ? "true " : "false", 5);
        return at + (value ? 4 : 5);
    }
    /// The number in decimal digits.
    static char* digits(char* at, std::uint32_t value) {
        if constexpr (std::endian::native == std::endian::little)
            if (value < 10000) { // nearly always: all four digits at once, then those that lead and are zero go
                const std::uint32_t hundreds = (value * 5243) >> 19;
                std::uint32_t four = hundreds | (value - hundreds * 100) << 16;
                const std::uint32_t tens = ((four * 103) >> 10) & 0x000F000F;
                four = tens | (four - tens * 10) << 8;
                const auto zeros = static_cast<unsigned>(std::countr_zero(four | 1u << 24)) / 8;
                four = (four | 0x30303030) >> (8 * zeros);
                std::memcpy(at, &four, 4);
                return at + 4 - zeros;
            }
        return std::to_chars(at, at + slack, value).ptr;
    }
    void makeRoom() {
        if (static_cast<std::size_t>(at_ - buffer_) > room - slack) [[unlikely]]
            flush();
    }
    /// Writes the string with its quotes at `at`, where slack / 2 bytes are free, and makes its end the writer's place.
    void quote(char* at, std::string_view utf8);
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

/// The members of one object, written at one go. The place where the next one goes is the processor's own as long as
/// the object is written, and no other place in memory: the writer must not be used in between.
class JsonMembers {
public:
    [[gnu::always_inline]] explicit JsonMembers(JsonWriter& json) : json_(json), indented_(json.indented_) {
        json.beginObject();
        at_ = json.at_;
    }
    /// An object that is a member of another one, which goes on when this one is complete.
    [[gnu::always_inline]] JsonMembers(JsonMembers& outer, std::string_view name)
        : json_(outer.json_), indented_(outer.indented_) {
        outer.leave();
        json_.key(name);
        json_.beginObject();
        at_ = json_.at_;
    }
    JsonMembers(const JsonMembers&) = delete;
    JsonMembers& operator=(const JsonMembers&) = delete;
    /// The object is complete.
    [[gnu::always_inline]] void end() {
        leave();
        json_.endObject();
    }
    /// The same for an object that is a member.
    [[gnu::always_inline]] void end(JsonMembers& outer) {
        end();
        outer.at_ = json_.at_;
    }

    [[gnu::always_inline]] void member(std::string_view name, std::string_view utf8) { quote(named(name), utf8); }
    [[gnu::always_inline]] void member(std::string_view name, std::uint32_t value) {
        at_ = JsonWriter::digits(named(name), value);
    }
    [[gnu::always_inline]] void member(std::string_view name, bool value) {
        at_ = JsonWriter::truth(named(name), value);
    }
    [[gnu::always_inline]] void member(std::string_view name, const JsonWord& word) {
        at_ = JsonWriter::putWord(named(name), word);
    }
    void member(std::string_view name, const char* utf8) = delete; // it would be a truth value
    /// A value that is JSON already.
    [[gnu::always_inline]] void memberRaw(std::string_view name, std::string_view json) {
        json_.at_ = named(name);
        json_.put(json);
        at_ = json_.at_;
    }
    [[gnu::always_inline]] void memberNull(std::string_view name) { at_ = JsonWriter::nothing(named(name)); }
    /// A place in another list, or null for none (a number below zero). Which of them it is cannot be foretold: the
    /// number is written in any case, and written over.
    [[gnu::always_inline]] void memberPlace(std::string_view name, std::int32_t place) {
        char* const at = named(name);
        char* const end = JsonWriter::digits(at, static_cast<std::uint32_t>(place < 0 ? 0 : place));
        std::uint32_t first = 0, null = 0;
        std::memcpy(&first, at, 4);
        std::memcpy(&null, "null", 4);
        first = place < 0 ? null : first;
        std::memcpy(at, &first, 4);
        at_ = place < 0 ? at + 4 : end;
    }
    /// null when there is nothing to say.
    [[gnu::always_inline]] void memberOrNull(std::string_view name, std::string_view utf8) {
        char* const at = named(name);
        if (utf8.empty())
            at_ = JsonWriter::nothing(at);
        else
            quote(at, utf8);
    }
    /// See JsonWriter::memberBy(); when `write` returns null, the value is `otherwise()`, JSON already.
    template <class Write, class Otherwise>
    [[gnu::always_inline]] void memberBy(std::string_view name, Write&& write, Otherwise&& otherwise) {
        char* const at = named(name);
        at_ = write(at);
        if (at_ == nullptr) [[unlikely]] {
            json_.at_ = at;
            json_.put(otherwise());
            at_ = json_.at_;
        }
    }

private:
    [[gnu::always_inline]] char* named(std::string_view name) {
        if (static_cast<std::size_t>(at_ - json_.buffer_) > JsonWriter::room - JsonWriter::slack || indented_)
            [[unlikely]] {
            leave();
            json_.makeRoom();
            at_ = json_.listed();
        } else {
            *at_ = ',';
            at_ += first_ ? 0 : 1;
        }
        first_ = false;
        return JsonWriter::putName(at_, name, indented_);
    }
    [[gnu::always_inline]] void quote(char* at, std::string_view utf8) {
        json_.quote(at, utf8);
        at_ = json_.at_;
    }
    [[gnu::always_inline]] void leave() {
        json_.at_ = at_;
        json_.first_ = first_;
    }

    JsonWriter& json_;
    char* at_;
    bool indented_;
    bool first_ = true;
};

/// Appends `utf8` as a JSON string, quotes included.
void appendJsonString(std::string& out, std::string_view utf8);

} // namespace countercheck::cli
