// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a case: records, captures, exhibits and derived results, as the rest of the store reads and writes
// them.
#pragma once

#include "core/dossier/dossier.h"
#include "core/dossier/unite.h"
#include "core/store/database.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace countercheck::store {

/// Forbids, for this connection, every change of what is only added to.
void protectAuthored(const Database& database);

/// Oldest first; stops when `each` returns false.
void readRecords(const Database& database, const std::function<bool(dossier::Record&&)>& each);
/// The whole log, oldest first.
std::vector<dossier::Record> readLog(const Database& database);
std::optional<dossier::Record> readRecord(const Database& database, dossier::RecordId id);
/// Does the log carry records of another copy of the case?
bool hasMerges(const Database& database);
/// The contents behind record `after`, in the order of the log; a message when one cannot be read.
std::variant<std::vector<dossier::Content>, std::string> contentsAfter(const Database& database, std::uint64_t after);
/// How many records behind `after` are no merges.
std::uint64_t madeAfter(const Database& database, std::uint64_t after);
/// Is there a record of that hash (not one that a merge carries)?
bool holdsRecord(const Database& database, const std::string& hash);
/// Adds the record and moves the head.
void writeRecord(const Database& database, const dossier::Record& record);

enum class BlobTable : std::uint8_t { Capture, Decoded, Exhibit };
/// Keeps the bytes under their hash; nothing happens when they are there.
void writeBlob(const Database& database, BlobTable table, const std::string& sha256, std::string_view bytes);
bool hasBlob(const Database& database, BlobTable table, const std::string& sha256);
std::optional<std::string> readBlob(const Database& database, BlobTable table, const std::string& sha256);
/// The decoded text of an article: the capture itself where both are the same.
std::optional<std::string> readText(const Database& database, const std::string& article, const std::string& textHash);

/// Copies the captures, texts and exhibits that `to` has not yet.
void copyBlobs(const Database& from, const Database& to);

/// Derived results with their stamps.
struct Derived {
    std::string engine;
    std::string cover; ///< a line an article: its id and the hash of what is known of it
    compare::Comparison comparison;
};
/// What stands in the file, so that only parts that changed are written again.
struct WrittenParts {
    struct Part {
        std::int64_t id = 0;
        std::string mark; ///< a quick hash of its bytes
        std::string sha256;
    };
    std::string checksum; ///< of the results that consist of them; empty: not known
    std::vector<Part> parts;
};
/// @param written  what was written or read last; holds afterwards what stands there now
void writeDerived(const Database& database, const Derived& derived, WrittenParts& written);
/// Nothing when there are none, when they are of another format, or damaged. `lengthsOf`: from the cover, bytes of each
/// article's text; nothing when an article is unknown. `written` is filled in for writeDerived.
std::optional<Derived>
readDerived(const Database& database,
            const std::function<std::optional<std::vector<std::uint32_t>>(const std::string& cover)>& lengthsOf,
            WrittenParts& written);
/// Do derived results match their checksum? True also when there are none.
bool derivedSound(const Database& database);

} // namespace countercheck::store
