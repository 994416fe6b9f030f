// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace countercheck::printing {

namespace {

la_ssize_t append(archive*, void* to, const void* bytes, size_t length) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), length);
    return static_cast<la_ssize_t>(length);
}

} // namespace

ZipWriter::ZipWriter(std::time_t time) : archive_(archive_write_new()), time_(time) {
    archive_write_set_format_zip(archive_);
    archive_write_set_bytes_per_block(archive_, 0);
    archive_write_set_options(archive_, "zip:compression=store,zip:!experimental");
    failed_ = archive_write_open(archive_, &out_, nullptr, append, nullptr) != ARCHIVE_OK;
}

ZipWriter::~ZipWriter() {
    archive_write_free(archive_);
}

void ZipWriter::add(const std::string& name, std::string_view bytes, bool packed) {
    if (packed)
        archive_write_zip_set_compression_deflate(archive_);
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), time_, 0);
    failed_ = failed_ || archive_write_header(archive_, entry.get()) != ARCHIVE_OK ||
              archive_write_data(archive_, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size());
}

std::optional<std::string> ZipWriter::finish() {
    if (archive_write_close(archive_) != ARCHIVE_OK || failed_)
        return std::nullopt;
    return std::move(out_);
}

std::optional<std::map<std::string, std::string>> readZip(std::string_view bytes, std::uint64_t most,
                                                          std::string& problem) {
    const std::unique_ptr<archive, decltype(&archive_read_free)> in(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(in.get());
    const auto fail = [&](const char* fallback) {
        const char* const said = archive_error_string(in.get());
        problem = said ? said : fallback;
        return std::nullopt;
    };
    if (archive_read_open_memory(in.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return fail("it is no ZIP archive");
    std::map<std::string, std::string> files;
    std::uint64_t total = 0;
    archive_entry* entry = nullptr;
    for (;;) {
        const int next = archive_read_next_header(in.get(), &entry);
        if (next == ARCHIVE_EOF)
            return files;
        if (next != ARCHIVE_OK && next != ARCHIVE_WARN)
            return fail("it is damaged");
        const char* const name = archive_entry_pathname(entry);
        std::string& file = files[name ? name : ""];
        file.clear();
        char block[65536];
        for (;;) {
            const la_ssize_t got = archive_read_data(in.get(), block, sizeof block);
            if (got < 0)
                return fail("it is damaged or encrypted");
            if (got == 0)
                break;
            total += static_cast<std::uint64_t>(got);
            if (total > most) {
                problem = "it unpacks to more than " + std::to_string(most >> 20) + " MB";
                return std::nullopt;
            }
            file.append(block, static_cast<std::size_t>(got));
        }
    }
}

} // namespace countercheck::printing
