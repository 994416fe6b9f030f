// SPDX-License-Identifier: GPL-3.0-or-later
// The edges of the command line: lines in, bytes out, by file descriptor and in large blocks. Memory is that of the
// longest line, however many there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::cli {

/// Collects output and writes it in large pieces. A failure to write (a full disk) is kept, not thrown: see failed().
class Output {
public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// What has been collected: append to it, then call wrote().
    std::string& buffer() { return buffer_; }
    /// To be called after each line: writes when enough has come together.
    void wrote() {
        if (buffer_.size() >= enough)
            flush();
    }
    void flush();
    /// Why nothing more can be written ("No space left on device"); empty as long as all is well.
    [[nodiscard]] const std::string& failed() const { return failed_; }

private:
    static constexpr std::size_t enough = std::size_t{32} * 1024; ///< so little that it stays near the processor
    int descriptor_;
    std::string buffer_;
    std::string failed_;
};

/// Reads lines from a descriptor. Each line stands in a buffer with at least `padding` readable bytes after it, as
/// simdjson wants it.
class LineReader {
public:
    static constexpr std::size_t padding = 64;
    static constexpr std::size_t longest = std::size_t{1} << 30; ///< bytes; longer lines are skipped

    /// `idle` is written out before this would wait for more input, so that whoever talks line by line gets each
    /// answer.
    LineReader(int descriptor, Output* idle) : descriptor_(descriptor), idle_(idle) {}

    struct Line {
        std::string_view text; ///< without its line end; valid until the next call of next()
        bool tooLong = false;  ///< longer than `longest`: `text` is empty
    };
    /// Is the next line there, so that next() will not wait for input?
    [[nodiscard]] bool ready() const;
    /// The next line, or nothing at the end or after a failure to read.
    std::optional<Line> next();
    /// 1 for the first line.
    [[nodiscard]] std::uint64_t number() const { return number_; }
    /// Why reading stopped before the end; empty: it did not.
    [[nodiscard]] const std::string& failed() const { return failed_; }

private:
    /// The next line's end, null when it has not come yet. Kept, as whoever asks whether there is one wants it next.
    [[nodiscard]] const char* lineEnd() const;
    bool fill(); // false: nothing more comes
    void makeRoom();
    void grow(std::size_t capacity);

    int descriptor_;
    Output* idle_;
    struct Free {
        void operator()(char* bytes) const { std::free(bytes); }
    };
    std::unique_ptr<char, Free> buffer_; // grows without being filled or, mostly, copied
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0, end_ = 0;  // what has been read and not handed out
    mutable std::size_t searched_ = 0; // no line end stands before this; at a line end: it is the next one
    std::uint64_t number_ = 0;
    bool ended_ = false;
    std::string failed_;
};

} // namespace countercheck::cli
