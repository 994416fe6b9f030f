// SPDX-License-Identifier: GPL-3.0-or-later
// A keyring for tests: as much of the Secret Service (org.freedesktop.secrets) as libsecret asks for, on a bus of its
// own, with an owner who unlocks it, does not, or is not there.
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <map>

namespace secretservice {

struct Secret {
    QDBusObjectPath session;
    QByteArray parameters, value;
    QString contentType;
};
using Secrets = QMap<QDBusObjectPath, Secret>;
using Paths = QList<QDBusObjectPath>;

inline QDBusArgument& operator<<(QDBusArgument& out, const Secret& secret) {
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.contentType;
    out.endStructure();
    return out;
}
inline const QDBusArgument& operator>>(const QDBusArgument& in, Secret& secret) {
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    in.endStructure();
    return in;
}

} // namespace secretservice
Q_DECLARE_METATYPE(secretservice::Secret)
Q_DECLARE_METATYPE(secretservice::Secrets)

namespace secretservice {

/// A session bus that nobody else is on; nothing is started by it.
class Bus {
public:
    /// Empty where there is no dbus-daemon.
    QString begin() {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            return {};
        QFile rules(folder_.filePath(QStringLiteral("bus.conf")));
        if (!rules.open(QIODevice::WriteOnly))
            return {};
        rules.write("<busconfig><type>session</type><listen>unix:dir=" + folder_.path().toUtf8() +
                    "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"false\"/>"
                    "<allow own=\"*\"/></policy></busconfig>\n");
        rules.close();
        process_.start(daemon, {QStringLiteral("--config-file=") + rules.fileName(), QStringLiteral("--nofork"),
                                QStringLiteral("--print-address=1")});
        if (!process_.waitForStarted() || !process_.waitForReadyRead(30'000))
            return {};
        return QString::fromUtf8(process_.readLine()).trimmed();
    }
    ~Bus() {
        process_.terminate();
        process_.waitForFinished();
    }
    Bus() = default;
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;

private:
    QTemporaryDir folder_;
    QProcess process_;
};

/// What becomes of a question to the keyring.
enum class Owner { Unlocked, Unlocks, Dismisses, Refuses };

class Service : public QDBusVirtualObject {
    Q_OBJECT
public:
    explicit Service(const QString& address)
        : bus_(QDBusConnection::connectToBus(address, QStringLiteral("keyring of a test"))) {
        qDBusRegisterMetaType<Secret>();
        qDBusRegisterMetaType<Secrets>();
        bus_.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), this, QDBusConnection::SubPath);
    }
    bool come() { return bus_.registerService(QStringLiteral("org.freedesktop.secrets")); }
    bool leave() { return bus_.unregisterService(QStringLiteral("org.freedesktop.secrets")); }

    Owner owner = Owner::Unlocked;
    std::map<QString, QByteArray> kept; ///< by the attribute "user"
    int asked = 0;                      ///< how often it was asked to be unlocked

    [[nodiscard]] QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
        const QString what = message.member();
        const QVariantList with = message.arguments();
        const QDBusObjectPath none(QStringLiteral("/"));
        const auto answer = [&](const QVariantList& values) { return bus.send(message.createReply(values)); };
        if (owner == Owner::Refuses && what != QStringLiteral("OpenSession") && what != QStringLiteral("GetAll"))
            return bus.send(message.createErrorReply(QStringLiteral("org.freedesktop.Secret.Error.IsLocked"),
                                                     QStringLiteral("the collection is locked")));
        if (what == QStringLiteral("GetAll"))
            return answer({QVariantMap()});
        if (what == QStringLiteral("OpenSession")) {
            if (with.value(0).toString() != QStringLiteral("plain"))
                return bus.send(message.createErrorReply(QDBusError::NotSupported, QStringLiteral("plain only")));
            return answer({QVariant::fromValue(QDBusVariant(QString())), QVariant::fromValue(session())});
        }
        if (what == QStringLiteral("ReadAlias"))
            return answer(
                {QVariant::fromValue(QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection")))});
        if (what == QStringLiteral("SearchItems")) {
            QMap<QString, QString> attributes;
            with.value(0).value<QDBusArgument>() >> attributes;
            Paths found;
            if (const auto at = kept.find(attributes.value(QStringLiteral("user"))); at != kept.end())
                found << itemOf(at->first);
            const bool open = owner == Owner::Unlocked;
            return answer({QVariant::fromValue(open ? found : Paths()), QVariant::fromValue(open ? Paths() : found)});
        }
        if (what == QStringLiteral("Unlock")) {
            ++asked;
            with.value(0).value<QDBusArgument>() >> wanted_;
            if (owner == Owner::Unlocked)
                return answer({QVariant::fromValue(wanted_), QVariant::fromValue(none)});
            return answer({QVariant::fromValue(Paths()),
                           QVariant::fromValue(QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/prompt")))});
        }
        if (what == QStringLiteral("Prompt")) {
            answer({});
            const bool dismissed = owner != Owner::Unlocks;
            QDBusMessage completed =
                QDBusMessage::createSignal(message.path(), message.interface(), QStringLiteral("Completed"));
            completed << dismissed
                      << QVariant::fromValue(QDBusVariant(QVariant::fromValue(dismissed ? Paths() : wanted_)));
            if (!dismissed)
                owner = Owner::Unlocked;
            return bus.send(completed);
        }
        if (what == QStringLiteral("GetSecrets")) {
            Paths wanted;
            with.value(0).value<QDBusArgument>() >> wanted;
            Secrets secrets;
            for (const QDBusObjectPath& path : wanted)
                for (const auto& [user, value] : kept)
                    if (itemOf(user) == path)
                        secrets[path] = {session(), {}, value, QStringLiteral("text/plain")};
            return answer({QVariant::fromValue(secrets)});
        }
        if (what == QStringLiteral("CreateItem")) {
            if (owner != Owner::Unlocked)
                return bus.send(message.createErrorReply(QStringLiteral("org.freedesktop.Secret.Error.IsLocked"),
                                                         QStringLiteral("the collection is locked")));
            QVariantMap properties;
            with.value(0).value<QDBusArgument>() >> properties;
            Secret secret;
            with.value(1).value<QDBusArgument>() >> secret;
            QMap<QString, QString> attributes;
            properties.value(QStringLiteral("org.freedesktop.Secret.Item.Attributes")).value<QDBusArgument>() >>
                attributes;
            const QString user = attributes.value(QStringLiteral("user"));
            kept[user] = secret.value;
            return answer({QVariant::fromValue(itemOf(user)), QVariant::fromValue(none)});
        }
        if (what == QStringLiteral("Delete")) {
            std::erase_if(kept, [&](const auto& one) { return itemOf(one.first).path() == message.path(); });
            return answer({QVariant::fromValue(none)});
        }
        return false;
    }

private:
    static QDBusObjectPath session() { return QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/session")); }
    static QDBusObjectPath itemOf(const QString& user) {
        return QDBusObjectPath(
            QStringLiteral("/org/freedesktop/secrets/collection/%1").arg(QString::fromLatin1(user.toUtf8().toHex())));
    }
    QDBusConnection bus_;
    Paths wanted_;
};

} // namespace secretservice
