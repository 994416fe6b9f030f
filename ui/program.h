// SPDX-License-Identifier: GPL-3.0-or-later
// The program from its first line to its last: answers what needs no display, shows the window, opens what it was
// started with. What the first frame does not need is done after it.
#pragma once

#include <functional>

namespace countercheck::ui {

class MainWindow;

/// How far a start has come.
enum class Started {
    Seen, ///< a frame with the case's content is on the screen: the window, or a picture of its last state
    Live  ///< a frame of the window itself is, and it takes what people do
};

/// Runs the window; the process's exit code. `reached` hears how far the start has come, each once and in this order.
int runProgram(int argc, char** argv, const std::function<void(Started, MainWindow&)>& reached = {});

} // namespace countercheck::ui
