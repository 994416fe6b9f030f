// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP archives in memory (libarchive): written for ODT and DOCX, read back when a summary is checked.
#pragma once

#include <cstdint>
#include <ctime>
#include <map>
#include <optional>
#include <string>
#include <string_view>

struct archive;

namespace countercheck::printing {

class ZipWriter {
public:
    /// `time`: of every entry, so that the same summary gives the same bytes.
    explicit ZipWriter(std::time_t time);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// The first entries may be stored as they are; after one that is packed, all are.
    void add(const std::string& name, std::string_view bytes, bool packed = true);
    /// The archive; nothing when libarchive could not write it.
    std::optional<std::string> finish();

private:
    archive* archive_;
    std::time_t time_;
    std::string out_;
    bool failed_ = false;
};

/// The files of an archive by name. Nothing when it is no ZIP, is damaged, is encrypted, or unpacks to more than `most`
/// bytes; `problem` then says which.
std::optional<std::map<std::string, std::string>> readZip(std::string_view bytes, std::uint64_t most,
                                                          std::string& problem);

} // namespace countercheck::printing
