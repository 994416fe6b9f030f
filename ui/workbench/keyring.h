// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's keyring (Secret Service, KWallet): where a person may let it keep the passphrase of a signing key.
// There is no fallback in plain text: without a keyring the passphrase is asked for.
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace countercheck::ui::keyring {

/// `secret` is null when there is none; `problem` says why.
using Answer = std::function<void(const QString& secret, const QString& problem)>;
using Done = std::function<void(const QString& problem)>; ///< empty: done

/// Each returns at once and answers later, unless `context` is gone by then. `account`: the public key.
void read(const QString& account, QObject* context, Answer answer);
void keep(const QString& account, const QString& secret, QObject* context, Done done);
void forget(const QString& account, QObject* context, Done done);

/// For tests: another keyring than the desktop's. Null functions bring the desktop's back.
struct Stand {
    std::function<void(const QString&, const Answer&)> read;
    std::function<void(const QString&, const QString&, const Done&)> keep;
    std::function<void(const QString&, const Done&)> forget;
};
void standIn(Stand stand);

} // namespace countercheck::ui::keyring
