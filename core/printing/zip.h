// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP archives in memory (libzip): written for ODT and DOCX, read back when a summary is checked.
#pragma once

#include <cstdint>
#include <ctime>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::printing {

class ZipWriter {
public:
    /// `time`: of every entry, written in UTC, so that the same summary gives the same bytes wherever it is written.
    explicit ZipWriter(std::time_t time) : time_(time) {}

    /// Entries stand in the archive in the order in which they came; not packed: stored as they are.
    void add(const std::string& name, std::string_view bytes, bool packed = true) {
        entries_.push_back({name, std::string(bytes), packed});
    }
    /// The archive; nothing when libzip could not write it.
    std::optional<std::string> finish();

private:
    struct Entry {
        std::string name, bytes;
        bool packed = true;
    };
    std::vector<Entry> entries_;
    std::time_t time_;
};

/// The files of an archive by name. Nothing when it is no ZIP, is damaged, is encrypted, or unpacks to more than `most`
/// bytes; `problem` then says which.
std::optional<std::map<std::string, std::string>> readZip(std::string_view bytes, std::uint64_t most,
                                                          std::string& problem);

} // namespace countercheck::printing
