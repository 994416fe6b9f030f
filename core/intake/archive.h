// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP in memory, read member by member (libzip). Names in it are names only: nothing is ever written under them. What
// a member unpacks to is counted while it unpacks; what its header says is not believed.
#pragma once

#include "core/intake/document.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct zip;

namespace countercheck::intake {

class Archive {
public:
    /// `bytes` must live as long as the archive.
    static std::variant<Archive, Fault> open(std::string_view bytes);

    [[nodiscard]] std::size_t size() const;                   ///< members, folders among them
    [[nodiscard]] std::string name(std::size_t member) const; ///< UTF-8, whatever the archive's own encoding
    [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
    /// A member's bytes, at most `most`. Faults: encrypted, packed in a way that is not known, damaged, a bomb (it
    /// unpacks to more than `mostRatio` times of what the archive has).
    std::variant<std::string, Fault> read(std::size_t member, std::uint64_t most);
    /// The same by name; a member that is not there is empty.
    std::variant<std::string, Fault> read(const std::string& name, std::uint64_t most);

    static constexpr std::uint64_t mostRatio = 200;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> zip_;
    std::uint64_t packed_ = 0, unpacked_ = 0;
};

} // namespace countercheck::intake
