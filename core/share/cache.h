// SPDX-License-Identifier: GPL-3.0-or-later
// The copy of a shared case on this machine: an ordinary case file, on which a person works whether there is a network
// or not, and beside it a small file that says how far it and the server agree. That one is only a memory: without it,
// or with one that is out of date, the two are compared in full and agree again.
#pragma once

#include "core/share/address.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace countercheck::share {

/// A record of this desk that the server will not have.
struct Refused {
    std::string hash;
    std::string why;
    bool operator==(const Refused&) const = default;
};

/// How far copy and server agree.
struct Memory {
    std::string address;           ///< as given, for people and for opening again
    std::string caseId;            ///< the server's; empty: never seen
    std::string desk;              ///< of this copy: 32 hexadecimal digits
    std::string deskLast;          ///< hash of the record that it sent last
    std::uint64_t position = 0;    ///< up to there the server's records are here …
    std::string seal;              ///< … when its record there has this seal
    std::uint64_t sentThrough = 0; ///< up to that record of the copy's log the server has everything (or refused it)
    std::string person, role;      ///< who the server says one is
    std::vector<Refused> refused;

    static Memory read(const std::string& path); ///< with a new desk when there is none
    /// A message when it cannot be written.
    [[nodiscard]] std::string write(const std::string& path) const;
};

/// The folder of all copies; COUNTERCHECK_SHARED_FOLDER names another.
std::string cacheFolder();
/// Where the copy of that case lies; `number` from 1: another process may hold the one before.
std::string cachePath(const Address& address, int number);
/// Beside the copy.
std::string memoryPath(const std::string& cachePath);
/// Takes the first copy that no other process holds, and makes it when there is none.
Outcome<std::unique_ptr<store::CaseFile>> openCache(const Address& address);
/// A name for a desk that nobody else has.
std::string newDesk();

} // namespace countercheck::share
