// SPDX-License-Identifier: GPL-3.0-or-later
// Exit codes, and how a program of the command line says that it failed.
#pragma once

#include <functional>
#include <string_view>

namespace countercheck::cli {

/// 0 all is well; 1 it ran, and something in what it was given is not right (a bad line, a refused file, a chain that
/// does not hold); 2 it could not do what was asked.
enum Exit : int { Done = 0, Flawed = 1, Failed = 2 };

/// One line on standard error, "countercheck-cli COMMAND: message", and Exit::Failed. Line ends inside become blanks.
int fail(std::string_view command, std::string_view message);

/// Runs a whole program: what is thrown becomes such a line, and so does output that could not be written.
int failingWell(const std::function<int()>& run);

} // namespace countercheck::cli
