// SPDX-License-Identifier: GPL-3.0-or-later
// One person, group or place under several names: acronym and expansion, a name in two languages, with and without
// accents. Each becomes a question of kind name when the articles do not all write it alike.
#pragma once

#include "core/compare/digest.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// A hash of a name's letters and digits, of one name in its spellings the same. 0: too short to tell names apart.
/// @param folded  by text::foldAccents()
std::uint64_t nameForm(std::string_view folded);

/// What tells of a name whether others may be the same, and whether it is written as they are.
struct NameForm {
    std::uint64_t form = 0, acronym = 0; ///< as in Named; 0: none
    std::uint64_t shown = 0;             ///< a hash of Named::shown; 0: never written out
};
std::vector<NameForm> nameForms(const Digest& article);

/// @param forms  of each article, as nameForms() gives them
/// @param open   an article's digest; asked only for those whose names are written in several ways
std::vector<Question> nameQuestions(const std::vector<const std::vector<NameForm>*>& forms,
                                    const std::function<std::shared_ptr<const Digest>(std::uint32_t)>& open);

} // namespace countercheck::compare
