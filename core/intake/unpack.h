// SPDX-License-Identifier: GPL-3.0-or-later
// gzip and deflate, piece by piece (zlib), with limits.
#pragma once

#include "core/intake/document.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

struct z_stream_s;

namespace countercheck::intake {

/// Reads one gzip file of any number of members from memory, as a stream.
class Gunzip {
public:
    explicit Gunzip(std::string_view packed);
    ~Gunzip();
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;

    /// Up to `most` bytes; fewer only at the end or where it is damaged.
    std::string read(std::size_t most);
    [[nodiscard]] bool damaged() const { return damaged_; }      ///< damaged or cut short
    [[nodiscard]] std::uint64_t taken() const { return taken_; } ///< packed bytes read so far

private:
    std::string_view packed_;
    std::unique_ptr<z_stream_s> stream_;
    std::uint64_t taken_ = 0;
    bool damaged_ = false, ended_ = false;
};

/// All of a gzip file. Faults: damaged, more than `most`, a bomb.
std::variant<std::string, Fault> gunzipped(std::string_view packed, std::uint64_t most);
/// What a server sent under "Content-Encoding: gzip" or "deflate". Nothing when it is damaged or too large.
std::variant<std::string, Fault> inflated(std::string_view packed, std::uint64_t most);

/// The same for "Content-Encoding: br" (Brotli).
std::variant<std::string, Fault> unbrotlied(std::string_view packed, std::uint64_t most);

} // namespace countercheck::intake
