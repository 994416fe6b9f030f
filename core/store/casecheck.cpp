// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casecheck.h"

#include "core/store/migrations.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::store {

namespace {

Problem damaged(const std::string& path, const std::string& what) {
    return {path + " is damaged (" + what + "): it was left as it is; go back to a copy of it", true};
}
Problem newer(const std::string& path, std::uint64_t version) {
    return {path + " was made by a newer Countercheck (case format " + std::to_string(version) +
            "; this program reads up to " + std::to_string(migrations().size()) + "): update Countercheck to open it"};
}
Problem noCase(const std::string& path, const std::string& what) {
    return {path + " is not a Countercheck case (" + what + "): choose a file whose name ends in .countercheck"};
}

} // namespace

Problem problemOf(const Error& error, const std::string& path, const std::string& doing) {
    const std::string name = path.empty() ? std::string("the case in memory") : path;
    const std::string what = error.what();
    switch (error.code()) {
    case SQLITE_FULL:
        return {name + ": " + doing +
                " failed because the disk is full: nothing was changed; make room and do it again"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(name, what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {name + ": " + doing + " failed because another program uses the file: close that and do it again"};
    case SQLITE_READONLY:
        return {name + ": " + doing + " failed because the file cannot be written: check its permissions"};
    case SQLITE_TOOBIG:
        return {name + ": " + doing + " failed because it is too large for a case file: nothing was changed; split it"};
    case SQLITE_IOERR:
        return {name + ": " + doing + " failed because the disk reported an error (" + what +
                "): nothing was changed; check the disk, or connect the network share again, and open the case anew"};
    default:
        return {name + ": " + doing + " failed (" + what + "): nothing was changed"};
    }
}

Problem problemOf(int systemError, const std::string& path, const std::string& doing) {
    const std::string what = std::generic_category().message(systemError);
    std::string advice = "check the name and do it again";
    if (systemError == EACCES || systemError == EPERM)
        advice = "check the permissions of the file and its folder";
    else if (systemError == ENOENT)
        advice = "check that the folder exists";
    else if (systemError == ENOSPC || systemError == EDQUOT)
        advice = "make room on the disk";
    else if (systemError == EROFS)
        advice = "choose a folder that can be written";
    else if (systemError == ENOTCONN || systemError == ESTALE || systemError == EIO || systemError == EHOSTDOWN)
        advice = "the disk or network share does not answer: connect it again";
    return {path + ": " + doing + " failed (" + what + "): " + advice};
}

std::optional<Problem> lookAt(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT)
            return Problem{path + " does not exist: check the name"};
        return problemOf(errno, path, "opening the case");
    }
    if (S_ISDIR(status.st_mode))
        return Problem{path + " is a folder, not a case: choose a file whose name ends in .countercheck"};
    if (!S_ISREG(status.st_mode))
        return noCase(path, "not a plain file");
    if (status.st_size == 0)
        return noCase(path, "the file is empty");
    if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0)
        return problemOf(errno, path, "reading the case");
    // Through SQLite, not by reading the file: closing a descriptor of our own would take away the locks of another
    // connection of this process.
    try {
        const Database look = Database::open(path, Database::Mode::Immutable);
        if (look.value("PRAGMA application_id") != std::to_string(applicationId))
            return noCase(path, "a database of another program");
        const auto version = std::strtoll(look.value("PRAGMA user_version").c_str(), nullptr, 10);
        if (version > static_cast<long long>(migrations().size()))
            return newer(path, static_cast<std::uint64_t>(version));
    } catch (const Error& error) {
        if (error.code() == SQLITE_NOTADB)
            return noCase(path, "another kind of file");
        // What is written from the log of changes into the file was broken off (a full disk, a killed process): the
        // file alone is not whole, together with its log it is, and is examined so.
        if (error.code() == SQLITE_CORRUPT && ::stat((path + "-wal").c_str(), &status) == 0 && status.st_size > 0)
            return std::nullopt;
        throw;
    }
    return std::nullopt;
}

std::optional<Problem> examine(const Database& database, const std::string& path) {
    if (database.value("PRAGMA application_id") != std::to_string(applicationId))
        return noCase(path, "a database of another program");
    const std::string stamp = database.value("PRAGMA user_version");
    const auto version = std::strtoll(stamp.c_str(), nullptr, 10);
    if (version < 1)
        return damaged(path, "its version is " + stamp);
    if (static_cast<std::size_t>(version) > migrations().size())
        return newer(path, static_cast<std::uint64_t>(version));
    const std::string difference = schemaDifference(database, migrations(), static_cast<std::size_t>(version));
    if (!difference.empty())
        return Problem{path + " was not made by Countercheck as it stands (" + difference +
                           "): it is not opened, because it could do anything; go back to a copy of it",
                       true};
    std::string check = database.value("PRAGMA quick_check(1)");
    if (check != "ok") {
        std::replace(check.begin(), check.end(), '\n', ' ');
        // A disk or share that goes away in the midst of it is no damage: SQLite tells it by its number.
        constexpr std::string_view number = "error code=";
        const auto at = check.find(number);
        const int code = at == std::string::npos ? 0 : std::atoi(check.c_str() + at + number.size());
        if ((code & 0xff) == SQLITE_IOERR && code != SQLITE_IOERR_SHORT_READ)
            throw Error(SQLITE_IOERR, check);
        return damaged(path, check);
    }
    return std::nullopt;
}

std::optional<Problem> upgrade(const Database& database, const std::string& path, std::span<const Migration> list,
                               std::size_t from) {
    const std::string backup = path + ".format" + std::to_string(from) + "-backup";
    try {
        if (::faccessat(AT_FDCWD, backup.c_str(), F_OK, AT_EACCESS) !=
            0) { // one from an upgrade that was cut short is as good
            const std::string fresh = backup + "-new";
            ::unlink(fresh.c_str());
            database.prepare("VACUUM INTO ?").bind(1, fresh).run();
            if (::rename(fresh.c_str(), backup.c_str()) != 0)
                return problemOf(errno, backup, "keeping a copy of the older case");
        }
        migrate(database, list, from);
        return std::nullopt;
    } catch (const Error& error) {
        return problemOf(error, path, "bringing the case up to date");
    }
}

} // namespace countercheck::store
