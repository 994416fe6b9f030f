// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/explanation.h"

#include "core/report/clause.h"
#include "core/text/explaining.h"
#include "core/text/messages.h"
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

QString told(std::string_view message) {
    return QString::fromStdString(text::messageIn(message, chosen));
}

bool titlesTranslated() {
    return chosen == text::Language::French;
}

QString questionTitle(const compare::Question& question) {
    return QString::fromStdString(
        report::titleIn(question, titlesTranslated() ? report::Language::French : report::Language::English));
}

} // namespace countercheck::ui
