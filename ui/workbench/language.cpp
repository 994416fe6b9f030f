// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/language.h"

#include "core/text/reading.h"
#include "ui/basics/explanation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

extern "C" const char countercheck_french_begin[], countercheck_french_end[];

namespace countercheck::ui {

QString languageName(Language language) {
    switch (language) {
    case Language::English:
        return QStringLiteral("en");
    case Language::French:
        return QStringLiteral("fr");
    case Language::FollowDesktop:
        break;
    }
    return QStringLiteral("desktop");
}

Language languageFromName(const QString& name) {
    return name == QStringLiteral("en")   ? Language::English
           : name == QStringLiteral("fr") ? Language::French
                                          : Language::FollowDesktop;
}

Language spokenLanguage(Language choice, const QStringList& desktop) {
    if (choice != Language::FollowDesktop)
        return choice;
    for (const QString& language : desktop) {
        const QString primary = QString(language).replace(u'_', u'-').section(u'-', 0, 0).toLower();
        const Language known = languageFromName(primary);
        if (known != Language::FollowDesktop)
            return known;
    }
    return Language::English;
}

bool installLanguage(QCoreApplication& application, Language choice) {
    const QLocale desktop = QLocale::system();
    const Language language = spokenLanguage(choice, desktop.uiLanguages());
    if (choice != Language::FollowDesktop)
        QLocale::setDefault(
            QLocale(language == Language::French ? QLocale::French : QLocale::English, desktop.territory()));
    if (language == Language::English)
        return true;

    auto* qtsOwn = new QTranslator(&application);
    if (qtsOwn->load(QStringLiteral("qtbase_fr"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtsOwn);
    auto* ours = new QTranslator(&application);
    if (!ours->load(reinterpret_cast<const uchar*>(countercheck_french_begin),
                    static_cast<int>(countercheck_french_end - countercheck_french_begin))) {
        qWarning("countercheck: the French translation in this program cannot be read; going on in English.");
        return false;
    }
    explainIn(text::Language::French);
    return QCoreApplication::installTranslator(ours);
}

} // namespace countercheck::ui
