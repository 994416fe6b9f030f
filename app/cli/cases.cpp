// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cases.h"

#include "app/cli/commands.h"
#include "app/cli/shared.h"
#include "core/desk/desk.h"
#include "core/share/link.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::cli {

using store::CaseFile;
using store::OpenMode;

namespace {

OpenCase plain(std::unique_ptr<CaseFile> file) {
    return {file.release(), {}};
}

} // namespace

void CloseCase::operator()(store::CaseFile* file) const {
    if (!shared)
        delete file;
    else
        leaveShared(command, *link);
}

std::string whoIs(const OpenCase& file, const std::string& as) {
    if (!as.empty())
        return as;
    const auto& link = file.get_deleter().link;
    return link ? link->standing().me.person : userName();
}

OpenCase openToRead(std::string_view command, const std::string& path) {
    if (share::isAddress(path))
        return openShared(command, path, std::nullopt);
    auto outcome = CaseFile::open(path, OpenMode::ReadOnly);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome)) {
        fail(command, problem->message);
        return {};
    }
    auto file = std::move(std::get<std::unique_ptr<CaseFile>>(outcome));
    file->setRelate(desk::relater());
    if (!file->comparisonStale())
        return plain(std::move(file));
    file.reset();
    auto writable = CaseFile::open(path, OpenMode::ReadWrite);
    if (auto* const opened = std::get_if<std::unique_ptr<CaseFile>>(&writable)) {
        if (const std::string problem = desk::refresh(**opened); !problem.empty())
            fail(command, path + ": the results could not be renewed (" + problem + "); showing those that are there");
        (*opened)->setRelate(desk::relater());
        return plain(std::move(*opened));
    }
    fail(command,
         path + ": the results are not this version's, and the case cannot be written; showing those that are there");
    auto again = CaseFile::open(path, OpenMode::ReadOnly);
    if (auto* const opened = std::get_if<std::unique_ptr<CaseFile>>(&again))
        return plain(std::move(*opened));
    fail(command, std::get<store::Problem>(again).message);
    return {};
}

OpenCase openToWrite(std::string_view command, const std::string& path, OpenMode mode) {
    if (share::isAddress(path))
        return openShared(command, path, mode);
    auto outcome = CaseFile::open(path, mode);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome)) {
        fail(command, problem->message);
        return {};
    }
    auto file = std::move(std::get<std::unique_ptr<CaseFile>>(outcome));
    file->setRelate(desk::relater());
    if (file->readOnly()) {
        fail(command, path + ": can only be read here; copy it to a folder that you may write to");
        return {};
    }
    return plain(std::move(file));
}

std::string userName() {
    if (const passwd* const user = ::getpwuid(::geteuid()); user && user->pw_name && *user->pw_name)
        return user->pw_name;
    const char* const name = std::getenv("USER");
    return name && *name ? name : "unknown";
}

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text, length};
}

namespace {
bool writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}
} // namespace

std::string writeWhole(const std::string& path, std::string_view bytes) {
    const auto problem = [&](const char* what) {
        return path + ": " + what + ": " + std::strerror(errno) + "; choose another place or make room there";
    };
    struct stat there {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    if (exists && S_ISDIR(there.st_mode))
        return path + ": is a folder; name a file in it";
    if (exists && !S_ISREG(there.st_mode)) { // a device or a pipe: nothing there can be replaced, or should be
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (file < 0)
            return problem("cannot be written");
        const bool good = writeAll(file, bytes);
        std::string why = good ? std::string() : problem("could not be written");
        if (::close(file) != 0 && good)
            return problem("could not be written");
        return why;
    }
    // Through a link, what it points to is written; the link stays.
    std::string place = path;
    if (exists) {
        const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
        if (real)
            place = real.get();
    }
    const std::size_t slash = place.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : place.substr(0, slash + 1);
    std::string temporary = (slash == std::string::npos ? std::string() : folder) + ".countercheck-XXXXXX";
    const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (file < 0)
        return problem("cannot be written");
    const mode_t mask = ::umask(0);
    ::umask(mask);
    bool good = ::fchmod(file, exists ? there.st_mode & 0777 : 0666 & ~mask) == 0;
    good = good && writeAll(file, bytes) && ::fsync(file) == 0;
    std::string why = good ? std::string() : problem("could not be written");
    if ((::close(file) != 0 && good) || (good && ::rename(temporary.c_str(), place.c_str()) != 0)) {
        std::string late = problem("could not be written");
        ::unlink(temporary.c_str());
        return late;
    }
    if (!good) {
        ::unlink(temporary.c_str());
        return why;
    }
    if (const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); directory >= 0) {
        ::fsync(directory); // the name is durable, too
        ::close(directory);
    }
    return {};
}

} // namespace countercheck::cli
