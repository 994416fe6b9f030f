// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filelock.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::store {

std::variant<std::unique_ptr<FileLock>, FileLock::Held, FileLock::Failed> FileLock::take(const std::string& path) {
    const std::string name = path + "-lock";
    for (int attempt = 0; attempt < 20; ++attempt) {
        const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0)
            return Failed{errno};
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            std::array<char, 32> pid{};
            const auto length = ::pread(descriptor, pid.data(), pid.size() - 1, 0);
            ::close(descriptor);
            if (error != EWOULDBLOCK)
                return Failed{error};
            std::string digits;
            for (ssize_t i = 0;
                 i < length && pid[static_cast<std::size_t>(i)] >= '0' && pid[static_cast<std::size_t>(i)] <= '9'; ++i)
                digits += pid[static_cast<std::size_t>(i)];
            return Held{digits};
        }
        // The holder before may have removed the file between our opening and locking it.
        struct stat ours {
        }, named{};
        if (::fstat(descriptor, &ours) != 0 || ::stat(name.c_str(), &named) != 0 || ours.st_ino != named.st_ino ||
            ours.st_dev != named.st_dev) {
            ::close(descriptor);
            continue;
        }
        const std::string pid = std::to_string(::getpid()) + "\n";
        if (::ftruncate(descriptor, 0) != 0 ||
            ::pwrite(descriptor, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
            // Without the number the lock holds all the same; only the message is poorer.
        }
        return std::unique_ptr<FileLock>(new FileLock(descriptor, name));
    }
    return Failed{EAGAIN};
}

FileLock::~FileLock() {
    ::unlink(name_.c_str());
    ::close(descriptor_);
}

} // namespace countercheck::store
