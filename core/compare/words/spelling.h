// SPDX-License-Identifier: GPL-3.0-or-later
// Names as reports misspell and transcribe them: "Salim Haddad", "Selim Hadad"; "Brightwell Ltd", "Bright Well
// Limited".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// Letters that have to be put in, taken out or exchanged (Levenshtein, 1966).
std::size_t letterDistance(std::string_view a, std::string_view b);

/// What a folded name sounds like, roughly, so that habits of spelling fall away: "Petrov", "Petroff"; "Mohammed",
/// "Muhamad".
std::string soundOf(std::string_view name);

/// Are two folded names alike in letters or in sound, so that they may be one in two spellings?
bool alikeNames(std::string_view a, std::string_view b);

/// The words of a name, folded; without articles, initials and what tells only of what legal form a company is.
std::vector<std::string> spelledWords(std::string_view name);

/// Are two names, by spelledWords(), plainly one in two spellings? More is asked than by alikeNames(): nothing but the
/// letters speaks for it. Names with the same letters are not meant.
/// @param persons  each is a person's name
bool onlySpelling(const std::vector<std::string>& a, const std::vector<std::string>& b, bool persons);

} // namespace countercheck::compare
