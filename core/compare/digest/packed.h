// SPDX-License-Identifier: GPL-3.0-or-later
// A digest in few bytes, for the thousands of articles that nobody is looking at: a fifth of what it takes when it is
// open. Its wording is packed apart, because it is asked for less often and can be let go of.
#pragma once

#include "core/compare/digest.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare {

class PackedDigest {
public:
    PackedDigest() = default;
    explicit PackedDigest(const Digest& digest);

    /// All but the wording, as it was, into memory that is reused. Words of slots look into this object's bytes, which
    /// must neither change nor go while `into` is used. `into.text` is left to the caller.
    void open(Digest& into) const;
    /// Digest::words and Digest::prints alone. Nothing when the wording was let go of.
    void openWording(Digest& into) const;
    void dropWording() { wording_ = {}; }
    /// Tells packed digests apart: never the same for two that were made.
    [[nodiscard]] std::uint64_t id() const { return id_; }

private:
    std::string digest_, wording_;
    std::uint64_t id_ = 0; ///< 0: nothing is packed
};

/// Opens digests and keeps those that were asked for last at hand, for all threads together.
class Opener {
public:
    /// @param articles  that there are: no more are kept
    explicit Opener(std::size_t articles);
    /// The digest of an article, with its text and without its wording.
    /// @param near  where it stands: those that stand near each other do not push each other out
    std::shared_ptr<const Digest> open(const PackedDigest& packed, std::string_view text, std::size_t near);

private:
    struct Slot {
        std::mutex mutex;
        std::uint64_t id = 0;
        std::shared_ptr<Digest> digest;
    };
    std::vector<Slot> slots_;
};

} // namespace countercheck::compare
