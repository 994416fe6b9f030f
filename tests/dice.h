// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that is the same everywhere for the same seed, for texts that tests and benchmarks make.
#pragma once

#include <cstddef>
#include <cstdint>

namespace countercheck::test {

/// SplitMix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2654435761u + 17) {}
    std::size_t below(std::size_t n) {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return static_cast<std::size_t>((z ^ (z >> 31)) % n);
    }
    bool once(std::size_t in) { return below(in) == 0; }
    template <class List> const auto& of(const List& list) { return list[below(list.size())]; }

private:
    std::uint64_t state_;
};

} // namespace countercheck::test
