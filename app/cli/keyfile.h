// SPDX-License-Identifier: GPL-3.0-or-later
// Signing keys in files. A passphrase is asked for on the terminal, or taken from the environment where there is none:
// never from the command line, where others could see it.
#pragma once

#include "core/dossier/signing.h"

#include <memory>
#include <string>

namespace countercheck::cli {

/// The environment variable that holds a passphrase for programs without a terminal.
inline constexpr const char* passphraseVariable = "COUNTERCHECK_PASSPHRASE";

/// Reads a key file. Null: `problem` says what is wrong with it and what to do.
std::shared_ptr<const dossier::Signer> openKey(const std::string& path, std::string& problem);

/// A passphrase for a new key, asked for twice; nothing when there is neither a terminal nor the variable.
std::string newPassphrase(std::string& problem);

} // namespace countercheck::cli
