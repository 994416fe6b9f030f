// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a program with a window does: an empty QMainWindow, linked against Qt alone. Prints when its first
// frame was on the screen (bench_window).
#include "tests/bench/firstframe.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    const countercheck::bench::FirstFrame frame(&window, [] {
        countercheck::bench::tellTime("seen");
        QCoreApplication::quit();
    });
    window.show();
    return QApplication::exec();
}
