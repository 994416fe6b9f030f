// SPDX-License-Identifier: GPL-3.0-or-later
// Where is a person's signing key, and how is it opened? Key files lie under the program's data folder, readable by
// their owner alone, sealed with a passphrase. Neither keys nor passphrases ever go into settings, cases or logs.
#pragma once

#include "core/dossier/signing.h"

#include <QString>

#include <memory>
#include <string>
#include <variant>

namespace countercheck::ui::signingkey {

/// A key file as it can be told from outside.
struct KeyFile {
    QString path;
    std::string publicKey; ///< base64; empty when only the opened file tells it
    bool wantsPassphrase = false;
};

/// A fresh key in a new file. A message that says why there is none.
std::variant<KeyFile, QString> make(const QString& passphrase);
/// Looks at a key file; a message when it is none.
std::variant<KeyFile, QString> look(const QString& path);
/// Opens it.
std::variant<std::shared_ptr<const dossier::Signer>, QString> unlock(const QString& path, const QString& passphrase);

/// "1aB2cD3e…": enough of a public key to compare by eye.
QString shortForm(const std::string& publicKey);

} // namespace countercheck::ui::signingkey
