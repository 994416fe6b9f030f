// SPDX-License-Identifier: GPL-3.0-or-later
// The password of a shared case in the desktop's keyring (the Secret Service, through libsecret). Where there is none,
// or it does not answer, there is no password in it.
#pragma once

#include "core/share/address.h"

#include <functional>
#include <string>

namespace countercheck::share {

/// The password for that server, database and user; empty: none is kept. A locked keyring asks its owner first:
/// `stopped` is asked now and then while that lasts; true breaks off.
std::string passwordFromKeyring(const Address& address, const std::function<bool()>& stopped);
/// Keeps it there; waits for its owner, should it be locked. A message when that cannot be done, with another way.
std::string keepInKeyring(const Address& address, const std::string& password);

} // namespace countercheck::share
