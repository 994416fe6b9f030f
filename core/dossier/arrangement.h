// SPDX-License-Identifier: GPL-3.0-or-later
// How do the panes stand, and what of that did somebody change? A record of it names what was moved, and behind which
// article, what was hidden or shown, and the reference article; so with a hundred thousand articles it is as short as
// with two, and two people who move different ones do not undo each other's. Where most articles move (sorted by date),
// and in records of before, the whole order is named:
//   {"moved":[{"article":ID,"behind":ID or null}],"hidden":{ID:true or false},"reference":ID or null}
//   {"order":[ID…],"hidden":[ID…],"reference":ID or null}
// In the former each member is there only when something of it changed. Moves are done one after the other; null is the
// front. One whose article, or the one that it is to stand behind, is not in the case is passed over.
#pragma once

#include "core/compare/sharedvector.h"
#include "core/dossier/dossier.h"
#include "core/dossier/logjson.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace countercheck::dossier {

/// The record's `before` and `after` for what `wanted` changes; nothing when it changes nothing. Articles that it does
/// not name stand behind the others in their order.
std::optional<std::pair<std::string, std::string>> arrangementSlots(const std::vector<Article>& articles,
                                                                    const std::optional<ArticleId>& reference,
                                                                    const Arrange& wanted);

/// Looks articles up by their ids. Whoever asks in about the order in which they stand is answered without an index.
class Places {
public:
    static constexpr auto nowhere = static_cast<std::uint32_t>(-1);
    explicit Places(const std::vector<Article>& articles) : articles_(articles) {}
    /// Its place, or nowhere.
    std::uint32_t of(std::string_view id);

private:
    const std::vector<Article>& articles_;
    std::uint32_t next_ = 0; ///< which is expected
    int searched_ = 0;
    std::unordered_map<std::string_view, std::uint32_t> index_; ///< made when much is asked out of order
};

enum class Arranged : std::uint8_t { Unreadable, Shown, Moved }; ///< Shown: the order is what it was
/// Does what a record's slot says.
Arranged arrange(const logjson::Value& slot, compare::SharedVector<Article>& articles,
                 std::optional<ArticleId>& reference);

} // namespace countercheck::dossier
