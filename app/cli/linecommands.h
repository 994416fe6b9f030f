// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that answer JSON Lines, one line each, from standard input to standard output. They know neither files
// nor cases. Each returns the exit code.
#pragma once

namespace countercheck::cli {

int extractLines();
/// @param partition  the articles are a part of a larger collection
int compareLines(bool partition);
int keysOfLines();

} // namespace countercheck::cli
