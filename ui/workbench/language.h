// SPDX-License-Identifier: GPL-3.0-or-later
// The window's language: English, which the sources are written in, or French, which is embedded in the program. What
// the articles say is never translated.
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace countercheck::ui {

enum class Language { FollowDesktop, English, French };

/// The name in the settings: "desktop", "en", "fr"; an unknown name follows the desktop.
QString languageName(Language language);
Language languageFromName(const QString& name);

/// English or French: the choice, or for FollowDesktop the first of the desktop's languages ("fr-CA", best first) that
/// the program speaks; English when there is none.
Language spokenLanguage(Language choice, const QStringList& desktop);

/// Installs the translations for `choice`: ours, and Qt's own for its dialogs when they are on this machine. A chosen
/// language brings its dates and numbers along; else these stay the desktop's. To be called once, before anything is
/// shown. False, with a warning on stderr, when the embedded translation could not be read.
bool installLanguage(QCoreApplication& application, Language choice);

} // namespace countercheck::ui
