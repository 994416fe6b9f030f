// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/desktopmotion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariant>

#include <cstddef>
#include <iterator>
#include <optional>

namespace countercheck::ui {

namespace {

struct Wish {
    const char *space, *key;
    std::optional<bool> (*read)(const QVariant& value);
};

/// Newest first: what the portal itself defines, then what GNOME and those who follow it have had for long.
constexpr Wish wishes[] = {
    {"org.freedesktop.appearance", "reduced-motion",
     [](const QVariant& value) {
         return value.canConvert<uint>() ? std::optional(value.toUInt() == 1) : std::nullopt;
     }},
    {"org.gnome.desktop.interface", "enable-animations",
     [](const QVariant& value) {
         return value.typeId() == QMetaType::Bool ? std::optional(!value.toBool()) : std::nullopt;
     }},
};

QVariant unwrapped(QVariant value) { // some portals wrap it twice
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

void ask(std::size_t number, QObject* context, const std::function<void(bool)>& answer) {
    if (number >= std::size(wishes))
        return;
    const Wish& wish = wishes[number];
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    question << QString::fromLatin1(wish.space) << QString::fromLatin1(wish.key);
    auto* waiting = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), context);
    QObject::connect(
        waiting, &QDBusPendingCallWatcher::finished, context, [number, context, answer](QDBusPendingCallWatcher* done) {
            const QDBusPendingReply<QDBusVariant> reply = *done;
            done->deleteLater();
            const auto told = reply.isError() ? std::nullopt : wishes[number].read(unwrapped(reply.value().variant()));
            if (told)
                answer(*told);
            else
                ask(number + 1, context, answer);
        });
}

} // namespace

void askDesktopForReducedMotion(QObject* context, const std::function<void(bool reduced)>& answer) {
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return; // no desktop to ask; nothing is started for it
    ask(0, context, answer);
}

} // namespace countercheck::ui
