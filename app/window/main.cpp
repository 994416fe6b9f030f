// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck: starts the workbench's window.
#include "ui/program.h"

int main(int argc, char** argv) {
    return countercheck::ui::runProgram(argc, argv);
}
