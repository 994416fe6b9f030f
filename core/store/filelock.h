// SPDX-License-Identifier: GPL-3.0-or-later
// One process writes a case at a time. The lock is the kernel's, on a small file beside the case
// (NAME.countercheck-lock) that says who holds it: it ends with its process, however that ends, and a file that is left
// behind locks nothing. (Not on the case file itself: closing a second descriptor there would take SQLite's own locks
// away.)
#pragma once

#include <memory>
#include <string>
#include <variant>

namespace countercheck::store {

class FileLock {
public:
    /// Who holds it.
    struct Held {
        std::string pid; ///< empty: not known
    };
    /// errno of what failed.
    struct Failed {
        int error = 0;
    };
    /// Takes the lock of the case at `path`, or says why not. Does not wait.
    static std::variant<std::unique_ptr<FileLock>, Held, Failed> take(const std::string& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    FileLock(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
    int descriptor_;
    std::string name_;
};

} // namespace countercheck::store
