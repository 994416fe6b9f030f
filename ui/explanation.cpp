// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation.h"

#include "core/text/explaining.h"
#include "core/text/reading.h"

namespace countercheck::ui {

namespace {
text::Language chosen = text::Language::English;
}

void explainIn(text::Language language) {
    chosen = language;
}

QString explanation(std::string_view explained) {
    return QString::fromStdString(text::inLanguage(explained, chosen));
}

} // namespace countercheck::ui
