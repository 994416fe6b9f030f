// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/signingkey.h"

#include "ui/workbench/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <exception>

namespace countercheck::ui::signingkey {

namespace {
constexpr qint64 largestKeyFile = 64 << 10;

QString tr(const char* english) {
    return QCoreApplication::translate("countercheck::ui::signingkey", english);
}

/// As much as can be done: the text field's own copy is out of reach.
void wipe(std::string& secret) {
    std::fill(secret.begin(), secret.end(), '\0');
}

std::variant<std::string, QString> bytesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("%1 could not be read: %2. Choose a key file that you may read.").arg(path, file.errorString());
    if (file.size() > largestKeyFile)
        return tr("%1 is too large for a key file. Choose another one.").arg(path);
    return file.readAll().toStdString();
}
} // namespace

std::variant<KeyFile, QString> make(const QString& passphrase) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/keys");
    if (!QDir().mkpath(folder))
        return tr("The folder %1 could not be made. See that you may write there.").arg(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    KeyFile made;
    try {
        const auto signer = dossier::Signer::generate();
        made.publicKey = signer->publicKey();
        made.wantsPassphrase = !passphrase.isEmpty();
        QString name = shortForm(made.publicKey);
        for (QChar& c : name)
            if (!c.isLetterOrNumber() || c.unicode() > 127)
                c = u'-';
        made.path = QStringLiteral("%1/%2.key").arg(folder, name);
        QSaveFile file(made.path);
        std::string secret = utf8(passphrase);
        std::string text = signer->toKeyFile(secret);
        wipe(secret);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
            file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
            file.commit();
        wipe(text);
        if (!written)
            return tr("The key could not be written to %1: %2.").arg(made.path, file.errorString());
    } catch (const std::exception& problem) {
        return tr("No key was made: %1.").arg(QString::fromUtf8(problem.what()));
    }
    return made;
}

std::variant<KeyFile, QString> look(const QString& path) {
    auto read = bytesOf(path);
    if (auto* wrong = std::get_if<QString>(&read))
        return *wrong;
    std::string& bytes = std::get<std::string>(read);
    KeyFile found{path, {}, dossier::Signer::wantsPassphrase(bytes)};
    if (found.wantsPassphrase) {
        const std::string_view field = "\npublic: ";
        if (const auto at = bytes.find(field); at != std::string::npos)
            found.publicKey = bytes.substr(at + field.size(), bytes.find('\n', at + 1) - at - field.size());
        if (!dossier::isPublicKey(found.publicKey))
            found.publicKey.clear();
    } else {
        auto signer = dossier::Signer::fromKeyFile(bytes, {});
        if (auto* wrong = std::get_if<std::string>(&signer)) {
            wipe(bytes);
            return tr("%1 cannot be used: %2.").arg(path, text(*wrong));
        }
        found.publicKey = std::get<0>(signer)->publicKey();
    }
    wipe(bytes);
    return found;
}

std::variant<std::shared_ptr<const dossier::Signer>, QString> unlock(const QString& path, const QString& passphrase) {
    auto read = bytesOf(path);
    if (auto* wrong = std::get_if<QString>(&read))
        return *wrong;
    std::string& bytes = std::get<std::string>(read);
    std::string secret = utf8(passphrase);
    auto signer = dossier::Signer::fromKeyFile(bytes, secret);
    wipe(secret);
    wipe(bytes);
    if (auto* wrong = std::get_if<std::string>(&signer))
        return tr("The key was not opened: %1.").arg(text(*wrong));
    return std::shared_ptr<const dossier::Signer>(std::move(std::get<0>(signer)));
}

QString shortForm(const std::string& publicKey) {
    return publicKey.empty() ? QString() : text(publicKey).left(8) + u'…';
}

} // namespace countercheck::ui::signingkey
