// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what a person would find: widgets by their accessible names, each of which has to be the only one of its sort.
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <stdexcept>

namespace drive {

template <class T> T* find(const QWidget* in, const QString& name) {
    QList<T*> found;
    for (T* widget : in->findChildren<T*>())
        if (widget->accessibleName() == name)
            found << widget;
    if (found.size() != 1)
        throw std::runtime_error(
            QStringLiteral("%1 widgets are called “%2”").arg(found.size()).arg(name).toStdString());
    return found.front();
}

inline void press(const QWidget* in, const QString& name) {
    auto* button = find<QAbstractButton>(in, name);
    if (!button->isEnabled() || !button->isVisibleTo(in))
        throw std::runtime_error(QStringLiteral("“%1” cannot be pressed").arg(name).toStdString());
    QTest::mouseClick(button, Qt::LeftButton);
}

/// The command whose words begin so; a menu is none.
inline QAction* command(const QMainWindow& window, const QString& begins) {
    for (QAction* action : window.findChildren<QAction*>())
        if (QString(action->text()).remove(u'&').startsWith(begins) && !action->menu())
            return action;
    throw std::runtime_error("no command begins with " + begins.toStdString());
}

/// A label by its object's name: its accessible name is what it says.
inline QLabel* label(const QWidget* in, const QString& name) {
    const auto found = in->findChildren<QLabel*>(name);
    if (found.size() != 1)
        throw std::runtime_error("no such label: " + name.toStdString());
    return found.front();
}

/// A dialog that has been opened; waits for it.
template <class T> T* dialog() {
    T* found = nullptr;
    (void)QTest::qWaitFor([&found] {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* typed = qobject_cast<T*>(widget); typed && typed->isVisible())
                found = typed;
        return found != nullptr;
    });
    if (!found)
        throw std::runtime_error("no such dialog came up");
    return found;
}

/// Settings and working files of a test, away from those of the person who runs it.
class Home {
public:
    Home() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("Countercheck"));
        QCoreApplication::setApplicationName(QStringLiteral("tests-%1").arg(QCoreApplication::applicationPid()));
        QSettings().setValue(QStringLiteral("view/autoAdvance"), false); // a test goes where it is told to
    }
    ~Home() { QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively(); }
    [[nodiscard]] QString file(const QString& name) const { return folder_.filePath(name); }

private:
    QTemporaryDir folder_;
};

} // namespace drive
