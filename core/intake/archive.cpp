// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/archive.h"

#include "core/intake/strings.h"

#include <algorithm>

#include <zip.h>

namespace countercheck::intake {

namespace {

constexpr std::uint64_t ratioCountsFrom = 32u << 20; // bytes: a small archive may pack as well as it likes
constexpr const char* unpackTodo = "unpack it, and take in the files that you need";
constexpr const char* againTodo = "save or copy it again";

} // namespace

void Archive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

std::variant<Archive, Fault> Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!opened) {
        const std::string why = zip_error_strerror(&error);
        if (source)
            zip_source_free(source);
        zip_error_fini(&error);
        return Fault{"this ZIP file cannot be opened, it is damaged or cut short (" + why + ")", againTodo};
    }
    zip_error_fini(&error);
    Archive archive;
    archive.zip_.reset(opened);
    archive.packed_ = bytes.size();
    return archive;
}

std::size_t Archive::size() const {
    const zip_int64_t n = zip_get_num_entries(zip_.get(), 0);
    return n < 0 ? 0 : static_cast<std::size_t>(n);
}

std::string Archive::name(std::size_t member) const {
    const char* found = zip_get_name(zip_.get(), member, ZIP_FL_ENC_GUESS);
    return found ? found : "?";
}

std::optional<std::size_t> Archive::find(const std::string& name) const {
    const zip_int64_t at = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_ENC_GUESS);
    return at < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(at));
}

std::variant<std::string, Fault> Archive::read(std::size_t member, std::uint64_t most) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip_.get(), member, 0, &stat) != 0)
        return Fault{"its list of contents is damaged", againTodo};
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return Fault{"it is encrypted", "unpack it with its password, and take in what is in it"};
    struct CloseFile {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), member, 0));
    if (!file)
        return Fault{std::string("it cannot be unpacked (") + zip_strerror(zip_.get()) + ")", unpackTodo};
    std::string out;
    if ((stat.valid & ZIP_STAT_SIZE) != 0)
        out.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(stat.size, 1u << 20)));
    constexpr std::size_t piece = 256 << 10;
    while (true) {
        const std::size_t filled = out.size();
        out.resize(filled + piece);
        const zip_int64_t got = zip_fread(file.get(), out.data() + filled, piece);
        if (got < 0)
            return Fault{"it is damaged or cut short", againTodo};
        out.resize(filled + static_cast<std::size_t>(got));
        if (got == 0)
            return out;
        unpacked_ += static_cast<std::uint64_t>(got);
        if (out.size() > most)
            return Fault{"it unpacks to more than " + sizeInWords(most), unpackTodo};
        if (unpacked_ > ratioCountsFrom && unpacked_ / mostRatio > packed_)
            return Fault{"it unpacks to more than " + std::to_string(mostRatio) +
                             " times its size, as no article does (a ZIP bomb?)",
                         "do not open it before you know who made it"};
    }
}

std::variant<std::string, Fault> Archive::read(const std::string& name, std::uint64_t most) {
    const auto at = find(name);
    return at ? read(*at, most) : std::variant<std::string, Fault>(std::string());
}

} // namespace countercheck::intake
