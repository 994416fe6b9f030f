// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/zip.h"

#include <algorithm>
#include <memory>

#include <zip.h>

namespace countercheck::printing {

namespace {

constexpr zip_uint32_t plainFile = 0100644u << 16; ///< as UNIX keeps it: a file that its owner may write

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Release>;

/// MS-DOS's date and time, in UTC: the local time would make other bytes elsewhere. It counts from 1980.
std::pair<zip_uint16_t, zip_uint16_t> dosTime(std::time_t time) {
    std::tm utc{};
    if (::gmtime_r(&time, &utc) == nullptr || utc.tm_year < 80)
        return {0, (1 << 5) + 1};
    return {static_cast<zip_uint16_t>((utc.tm_hour << 11) + (utc.tm_min << 5) + utc.tm_sec / 2),
            static_cast<zip_uint16_t>(((utc.tm_year - 80) << 9) + ((utc.tm_mon + 1) << 5) + utc.tm_mday)};
}

} // namespace

std::optional<std::string> ZipWriter::finish() {
    const Source made(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!made)
        return std::nullopt;
    zip_source_keep(made.get()); // the archive lets go of it once
    Archive archive(zip_open_from_source(made.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive) {
        zip_source_free(made.get());
        return std::nullopt;
    }
    const auto [clock, day] = dosTime(time_);
    for (const Entry& entry : entries_) { // their bytes live until the archive is closed
        zip_source_t* source = zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0);
        const zip_int64_t at =
            source ? zip_file_add(archive.get(), entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : zip_int64_t{-1};
        if (at < 0) {
            zip_source_free(source);
            return std::nullopt;
        }
        const auto index = static_cast<zip_uint64_t>(at);
        if (zip_set_file_compression(archive.get(), index, entry.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) != 0 ||
            zip_file_set_dostime(archive.get(), index, clock, day, 0) != 0 ||
            zip_file_set_external_attributes(archive.get(), index, 0, ZIP_OPSYS_UNIX, plainFile) != 0)
            return std::nullopt;
    }
    if (zip_close(archive.get()) != 0)
        return std::nullopt;
    (void)archive.release(); // closed
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(made.get(), &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(made.get()) != 0)
        return std::nullopt;
    std::string out(stat.size, '\0');
    const zip_int64_t got = zip_source_read(made.get(), out.data(), out.size());
    zip_source_close(made.get());
    return got >= 0 && static_cast<zip_uint64_t>(got) == stat.size ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::map<std::string, std::string>> readZip(std::string_view bytes, std::uint64_t most,
                                                          std::string& problem) {
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
    const Archive archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY, &error) : nullptr);
    if (!archive) {
        problem = std::string("it is no whole ZIP archive (") + zip_error_strerror(&error) + ")";
        zip_error_fini(&error);
        return std::nullopt;
    }
    zip_error_fini(&error);
    (void)source.release(); // the archive's now
    std::map<std::string, std::string> files;
    std::uint64_t total = 0;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(std::max<zip_int64_t>(count, 0)); ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(archive.get(), i, 0, &stat) != 0) {
            problem = "it is damaged";
            return std::nullopt;
        }
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
            problem = "it is encrypted";
            return std::nullopt;
        }
        const std::unique_ptr<zip_file_t, Close> in(zip_fopen_index(archive.get(), i, 0));
        std::string& file = files[stat.name ? stat.name : ""];
        file.clear();
        char block[65536];
        for (zip_int64_t got = in ? 1 : -1; got != 0;) {
            got = in ? zip_fread(in.get(), block, sizeof block) : got;
            if (got < 0) {
                problem = "it is damaged";
                return std::nullopt;
            }
            total += static_cast<std::uint64_t>(got);
            if (total > most) { // counted while it unpacks: what its header says is not believed
                problem = "it unpacks to more than " + std::to_string(most >> 20) + " MB";
                return std::nullopt;
            }
            file.append(block, static_cast<std::size_t>(got));
        }
    }
    return files;
}

} // namespace countercheck::printing
