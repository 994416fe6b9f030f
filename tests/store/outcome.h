// SPDX-License-Identifier: GPL-3.0-or-later
// What the store answers, for tests: done, or one message.
#pragma once

#include "core/store/casefile.h"

#include <QTest>

#include <string>

/// The problem's message; empty when there is none.
inline std::string message(const auto& outcome) {
    const auto* problem = std::get_if<countercheck::store::Problem>(&outcome);
    return problem ? problem->message : std::string();
}

#define DONE(outcome)                                                                                                  \
    do {                                                                                                               \
        const std::string text_ = message(outcome);                                                                    \
        QVERIFY2(text_.empty(), text_.c_str());                                                                        \
    } while (false)
