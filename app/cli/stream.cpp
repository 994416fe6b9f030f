// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stream.h"

#include <cerrno>
#include <cstring>
#include <new>

#include <unistd.h>

namespace countercheck::cli {

void Output::flush() {
    const char* p = buffer_.data();
    std::size_t left = failed_.empty() ? buffer_.size() : 0;
    while (left > 0) {
        const ssize_t written = ::write(descriptor_, p, left);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            failed_ = std::strerror(errno);
            break;
        }
        p += written;
        left -= static_cast<std::size_t>(written);
    }
    buffer_.clear();
}

void LineReader::grow(std::size_t capacity) {
    auto* const bytes = static_cast<char*>(std::realloc(buffer_.get(), capacity));
    if (!bytes)
        throw std::bad_alloc();
    static_cast<void>(buffer_.release()); // realloc has freed or kept it
    buffer_.reset(bytes);
    capacity_ = capacity;
}

void LineReader::makeRoom() {
    constexpr std::size_t block = std::size_t{64} * 1024;
    if (capacity_ == 0)
        grow(block + padding);
    if (begin_ > 0) {
        std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
        searched_ -= begin_;
        end_ -= begin_;
        begin_ = 0;
    }
    // Room for a good read, so that a long line is not moved at every block.
    if (capacity_ - padding - end_ < block / 2)
        grow(2 * capacity_);
}

bool LineReader::fill() {
    if (ended_)
        return false;
    makeRoom();
    if (idle_)
        idle_->flush();
    for (;;) {
        const ssize_t got = ::read(descriptor_, buffer_.get() + end_, capacity_ - padding - end_);
        if (got > 0) {
            end_ += static_cast<std::size_t>(got);
            return true;
        }
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failed_ = std::strerror(errno);
        ended_ = true;
        return false;
    }
}

const char* LineReader::lineEnd() const {
    if (searched_ == end_)
        return nullptr;
    const char* const from = buffer_.get() + searched_;
    const void* const found = std::memchr(from, '\n', end_ - searched_);
    searched_ = found ? static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.get()) : end_;
    return static_cast<const char*>(found);
}

bool LineReader::ready() const {
    return lineEnd() != nullptr;
}

std::optional<LineReader::Line> LineReader::next() {
    bool tooLong = false;
    for (;;) {
        const char* const data = buffer_.get();
        if (const char* const newline = lineEnd()) {
            const auto at = static_cast<std::size_t>(newline - data);
            std::string_view text(data + begin_, at - begin_);
            if (text.ends_with('\r'))
                text.remove_suffix(1);
            begin_ = searched_ = at + 1;
            ++number_;
            return tooLong ? Line{{}, true} : Line{text, false};
        }
        if (end_ - begin_ > longest) {
            tooLong = true;
            begin_ = end_; // forget what has come so far
        }
        if (!fill())
            break;
    }
    if (begin_ == end_ && !tooLong)
        return std::nullopt;
    const std::string_view text(buffer_.get() + begin_, end_ - begin_);
    begin_ = searched_ = end_;
    ++number_;
    if (tooLong)
        return Line{{}, true};
    return Line{text.ends_with('\r') ? text.substr(0, text.size() - 1) : text, false};
}

} // namespace countercheck::cli
