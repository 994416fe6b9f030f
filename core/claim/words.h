// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a claim without a copy: views into the tables, the article or the claims' own store. They join with strings
// as a string does.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::claim {

/// A view of words that are held elsewhere; Claim says where.
class Words : public std::string_view {
public:
    constexpr Words() = default;
    constexpr Words(std::string_view view) : std::string_view(view) {}
    constexpr Words(const char* text) : std::string_view(text) {}
    operator std::string() const { return std::string(data(), size()); }
    [[nodiscard]] constexpr Words substr(std::size_t from, std::size_t count = npos) const {
        return std::string_view::substr(from, count);
    }
    friend std::string operator+(std::string left, Words right) { return std::move(left.append(right)); }
    friend std::string operator+(Words left, std::string_view right) { return std::string(left).append(right); }
};

/// Keeps words that no table holds, until cleared; what it hands out does not move. Memory is kept for the next text.
class WordStore {
public:
    /// Joins the parts.
    template <class... Parts> std::string_view keep(const Parts&... parts) {
        const std::size_t length = (std::size_t{0} + ... + std::string_view(parts).size());
        if (length == 0)
            return {};
        char* const begin = room(length);
        char* at = begin;
        const auto put = [&](std::string_view part) {
            if (!part.empty())
                std::memcpy(at, part.data(), part.size());
            at += part.size();
        };
        (put(std::string_view(parts)), ...);
        return {begin, length};
    }
    void clear() {
        page_ = 0;
        used_ = 0;
    }

private:
    static constexpr std::size_t pageSize = 16384;
    struct Page {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    char* room(std::size_t length) {
        while (page_ < pages_.size() && used_ + length > pages_[page_].size) {
            ++page_;
            used_ = 0;
        }
        if (page_ == pages_.size()) {
            const std::size_t size = length > pageSize ? length : pageSize;
            pages_.push_back({std::make_unique<char[]>(size), size});
        }
        char* const at = pages_[page_].bytes.get() + used_;
        used_ += length;
        return at;
    }
    std::vector<Page> pages_;
    std::size_t page_ = 0, used_ = 0;
};

} // namespace countercheck::claim
