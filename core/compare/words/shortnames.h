// SPDX-License-Identifier: GPL-3.0-or-later
// First names and their short forms: "Bill" for "William". Data: resources/compare/shortnames.tsv.
#pragma once

#include <string>
#include <string_view>

namespace countercheck::compare {

/// A person's folded name with its first name in full: "william hale" for "bill hale"; empty where that is no short
/// form.
std::string inFull(std::string_view folded);

} // namespace countercheck::compare
