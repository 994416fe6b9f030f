// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/settings.h"

#include "ui/workbench/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

#include <pwd.h>
#include <unistd.h>

namespace countercheck::ui {

namespace {
QVariant value(const QString& key, const QVariant& byDefault = {}) {
    return QSettings().value(key, byDefault);
}
void setValue(const QString& key, const QVariant& to) {
    QSettings().setValue(key, to);
}
/// The group of settings about a person's key.
QString keyOf(const std::string& person) {
    return QStringLiteral("keys/%1/").arg(QString::fromLatin1(QByteArray::fromStdString(person).toHex()));
}

QString systemUser() {
    if (const passwd* entry = getpwuid(geteuid())) {
        const QString full = QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed();
        const QString login = QString::fromLocal8Bit(entry->pw_name);
        return full.isEmpty() ? login : full;
    }
    return qEnvironmentVariable("USER", QStringLiteral("checker"));
}
} // namespace

dossier::Person Settings::person() {
    dossier::Person person;
    person.name = utf8(value(QStringLiteral("person/name")).toString().simplified());
    if (person.name.empty())
        person.name = utf8(systemUser());
    const auto role = dossier::roleFromName(utf8(value(QStringLiteral("person/role")).toString()));
    person.role = role.value_or(dossier::Role::Checker);
    const std::string key = utf8(value(keyOf(person.name) + QStringLiteral("public")).toString());
    person.key = dossier::isPublicKey(key) ? key : std::string();
    return person;
}

void Settings::setPerson(const dossier::Person& person) {
    setValue(QStringLiteral("person/name"), text(person.name));
    setValue(QStringLiteral("person/role"), text(dossier::roleName(person.role)));
    if (person.key.empty())
        QSettings().remove(keyOf(person.name) + QStringLiteral("public"));
    else
        setValue(keyOf(person.name) + QStringLiteral("public"), text(person.key));
}

QString Settings::keyFile(const std::string& person) {
    return value(keyOf(person) + QStringLiteral("file")).toString();
}
bool Settings::keyInKeyring(const std::string& person) {
    return value(keyOf(person) + QStringLiteral("keyring")).toBool();
}
void Settings::setKeyInKeyring(const std::string& person, bool on) {
    setValue(keyOf(person) + QStringLiteral("keyring"), on);
}
void Settings::setKeyFile(const std::string& person, const QString& path) {
    if (path.isEmpty())
        QSettings().remove(keyOf(person) + QStringLiteral("file"));
    else
        setValue(keyOf(person) + QStringLiteral("file"), path);
}

bool Settings::autoAdvance() {
    return value(QStringLiteral("view/autoAdvance"), true).toBool();
}
void Settings::setAutoAdvance(bool on) {
    setValue(QStringLiteral("view/autoAdvance"), on);
}

ThemeChoice Settings::theme() {
    const QString name = value(QStringLiteral("view/theme")).toString();
    return name == QStringLiteral("light")  ? ThemeChoice::Light
           : name == QStringLiteral("dark") ? ThemeChoice::Dark
                                            : ThemeChoice::FollowDesktop;
}
void Settings::setTheme(ThemeChoice choice) {
    setValue(QStringLiteral("view/theme"), choice == ThemeChoice::Light  ? QStringLiteral("light")
                                           : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                                         : QStringLiteral("desktop"));
}

Language Settings::language() {
    return languageFromName(value(QStringLiteral("view/language")).toString());
}
void Settings::setLanguage(Language language) {
    setValue(QStringLiteral("view/language"), languageName(language));
}

qreal Settings::textZoom() {
    return std::clamp(value(QStringLiteral("view/zoom"), 1.0).toDouble(), 0.6, 2.5);
}
void Settings::setTextZoom(qreal zoom) {
    setValue(QStringLiteral("view/zoom"), zoom);
}
int Settings::panesVisible() {
    return std::clamp(value(QStringLiteral("view/panes"), 3).toInt(), 1, 6);
}
void Settings::setPanesVisible(int panes) {
    setValue(QStringLiteral("view/panes"), panes);
}
std::optional<bool> Settings::gathering() {
    const QVariant said = value(QStringLiteral("view/gathering"), {});
    return said.isValid() ? std::optional(said.toBool()) : std::nullopt;
}

void Settings::setGathering(bool on) {
    setValue(QStringLiteral("view/gathering"), on);
}

bool Settings::reducedMotionChosen() {
    return value(QStringLiteral("view/reducedMotion"), {}).isValid();
}
bool Settings::lastScreen() {
    return value(QStringLiteral("view/lastScreen"), true).toBool();
}
void Settings::setLastScreen(bool on) {
    setValue(QStringLiteral("view/lastScreen"), on);
}
bool Settings::reducedMotion() {
    return value(QStringLiteral("view/reducedMotion"), false).toBool();
}
void Settings::setReducedMotion(bool reduced) {
    setValue(QStringLiteral("view/reducedMotion"), reduced);
}

QStringList Settings::recentCases(bool alsoGone) {
    QStringList recent = value(QStringLiteral("cases/recent")).toStringList();
    if (alsoGone)
        return recent;
    recent.erase(std::remove_if(recent.begin(), recent.end(),
                                [](const QString& path) {
                                    return !path.startsWith(QLatin1String("postgres")) && !QFileInfo::exists(path);
                                }),
                 recent.end());
    return recent;
}
void Settings::addRecentCase(const QString& path) {
    if (path.isEmpty()) // in memory
        return;
    const QString full = path.startsWith(QLatin1String("postgres")) ? path : QFileInfo(path).absoluteFilePath();
    QStringList recent = recentCases(true); // one on a share that is away comes back
    recent.removeAll(full);
    recent.prepend(full);
    setValue(QStringLiteral("cases/recent"), QStringList(recent.mid(0, 10)));
}
void Settings::removeRecentCase(const QString& path) {
    QStringList recent = recentCases(true);
    recent.removeAll(QFileInfo(path).absoluteFilePath());
    setValue(QStringLiteral("cases/recent"), recent);
}
void Settings::forgetRecentCases(bool onlyGone) {
    setValue(QStringLiteral("cases/recent"), onlyGone ? recentCases() : QStringList());
}

namespace {
/// The group of settings about a case's folder.
QString watchOf(const QString& casePath) {
    const QByteArray path = QFileInfo(casePath).absoluteFilePath().toUtf8();
    return QStringLiteral("watch/%1/")
        .arg(QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(16)));
}
} // namespace

QString Settings::watchedFolder(const QString& casePath) {
    return casePath.isEmpty() ? QString() : value(watchOf(casePath) + QStringLiteral("folder")).toString();
}
QStringList Settings::watchedSeen(const QString& casePath) {
    return casePath.isEmpty() ? QStringList() : value(watchOf(casePath) + QStringLiteral("seen")).toStringList();
}
void Settings::setWatched(const QString& casePath, const QString& folder, const QStringList& seen) {
    if (casePath.isEmpty())
        return;
    if (folder.isEmpty()) {
        QSettings().remove(watchOf(casePath).chopped(1));
        return;
    }
    setValue(watchOf(casePath) + QStringLiteral("folder"), folder);
    setValue(watchOf(casePath) + QStringLiteral("seen"), seen);
}

QByteArray Settings::state(const QString& what) {
    return value(QStringLiteral("window/") + what).toByteArray();
}
void Settings::setState(const QString& what, const QByteArray& state) {
    setValue(QStringLiteral("window/") + what, state);
}

QString Settings::lastFolder(const QString& what) {
    const QString folder = value(QStringLiteral("folders/") + what).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}
void Settings::setLastFolder(const QString& what, const QString& folder) {
    setValue(QStringLiteral("folders/") + what, folder);
}

} // namespace countercheck::ui
