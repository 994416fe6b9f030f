// SPDX-License-Identifier: GPL-3.0-or-later
// Names a component of claims that joins connect: the same key, the same claims and joins, the same questions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace countercheck::compare {

/// Names a component by all that decides about it.
struct ComponentKey {
    std::uint64_t low = 0, high = 0;
    bool operator==(const ComponentKey&) const = default;
    void add(std::uint64_t value) { // in order
        low = stirred(low ^ value);
        high = stirred((high + 0x632be59bd9b4e019ull) ^ (value * 0x9e3779b97f4a7c15ull));
    }
    void addUnordered(std::uint64_t value) {
        low += stirred(value);
        high += stirred(value ^ 0x632be59bd9b4e019ull);
    }
    static std::uint64_t stirred(std::uint64_t x) { // splitmix64's finish: Steele, Lea and Flood, OOPSLA 2014
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
        return x ^ (x >> 31);
    }
};
struct ComponentHash {
    std::size_t operator()(const ComponentKey& key) const { return key.low; }
};

} // namespace countercheck::compare
