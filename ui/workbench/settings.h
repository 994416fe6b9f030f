// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers between two runs: who sits here, how the window looks, which cases were open. Nothing of a
// case is ever kept here. A settings file that cannot be read counts as empty.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/basics/theme.h"
#include "ui/workbench/language.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace countercheck::ui {

class Settings {
public:
    static dossier::Person person(); ///< by default the system's user name, as a checker
    static void setPerson(const dossier::Person& person);

    /// The file with a person's signing key; never the key itself. Empty: none.
    static QString keyFile(const std::string& person);
    static void setKeyFile(const std::string& person, const QString& path);
    /// Has the person let the desktop's keyring keep the key's passphrase?
    static bool keyInKeyring(const std::string& person);
    static void setKeyInKeyring(const std::string& person, bool on);
    /// To the next unresolved question by itself after a decision.
    static bool autoAdvance();
    static void setAutoAdvance(bool on);

    static ThemeChoice theme();
    static void setTheme(ThemeChoice choice);
    static Language language(); ///< the window speaks it from the next start on
    static void setLanguage(Language language);
    static qreal textZoom(); ///< 1 is the natural size; from 0.6 to 2.5
    static void setTextZoom(qreal zoom);
    static int panesVisible();
    static void setPanesVisible(int panes);
    /// Does the row of panes hold only what answers the selected question? Nothing: nobody said.
    static std::optional<bool> gathering();
    static void setGathering(bool on);
    static bool reducedMotion();
    static bool reducedMotionChosen(); ///< has the person said so, one way or the other? Else the desktop is asked
    static void setReducedMotion(bool reduced);
    static bool lastScreen(); ///< a picture of what the window showed, for the next start; see LastScreen
    static void setLastScreen(bool on);

    /// Newest first, at most ten. A file that cannot be found now is left out, but stays known: its disk may come back.
    static QStringList recentCases(bool alsoGone = false);
    static void addRecentCase(const QString& path);
    static void removeRecentCase(const QString& path);
    static void forgetRecentCases(bool onlyGone);

    /// The folder whose new files come into that case by themselves, and marks of the files in it that have been seen.
    static QString watchedFolder(const QString& casePath); ///< empty: none
    static QStringList watchedSeen(const QString& casePath);
    static void setWatched(const QString& casePath, const QString& folder, const QStringList& seen);

    static QByteArray state(const QString& what); ///< geometry and splitters
    static void setState(const QString& what, const QByteArray& state);

    static QString lastFolder(const QString& what); ///< of a file dialog; the home folder at first
    static void setLastFolder(const QString& what, const QString& folder);
};

} // namespace countercheck::ui
