// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/intake.h"

#include "core/intake/decode.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::intake {

namespace {

/// Closes what it holds.
class File {
public:
    explicit File(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    ~File() {
        if (fd_ >= 0)
            ::close(fd_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int fd() const { return fd_; }

private:
    int fd_;
};

Refusal refusal(const std::string& name, const std::string& what, const std::string& todo) {
    return {shownLine(name) + ": " + what + "; " + todo + "."};
}

/// All of a file's bytes, or why they cannot be had.
std::variant<std::string, Refusal> bytesOf(const std::string& path) {
    const auto because = [&](int error) -> Refusal {
        switch (error) {
        case ENOENT:
        case ENOTDIR:
            return refusal(path, "there is no such file", "check the name, or choose it again");
        case EACCES:
        case EPERM:
            return refusal(path, "this file may not be read (no permission)",
                           "ask its owner, or copy it to a place that you may read");
        case ENAMETOOLONG:
            return refusal(path.substr(0, 80) + "…", "the name is too long", "rename the file");
        default:
            return refusal(path, std::string("it cannot be read (") + std::strerror(error) + ")",
                           "check the disk, or copy it elsewhere and try again");
        }
    };
    if (path.empty())
        return refusal("(no name)", "a file name is missing", "name the file to take in");
    if (path.find('\0') != std::string::npos)
        return refusal(std::string(lastPartOf(path.c_str())), "the name holds a zero byte",
                       "rename the file"); // NOLINT(readability-redundant-string-cstr): cut at the zero byte

    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return because(errno);
    if (S_ISDIR(info.st_mode))
        return refusal(path, "this is a folder", "name the article files in it");
    if (!S_ISREG(info.st_mode))
        return refusal(path, "this is a device or a pipe, not a file", "save the text as a file and take that in");
    const auto tooLarge = [&](std::uint64_t size) {
        return refusal(path,
                       "too large: " + sizeInWords(size) + ", an article file may have " + sizeInWords(largestFile),
                       "check that it is the right file, or split it");
    };
    if (static_cast<std::uint64_t>(info.st_size) > largestFile)
        return tooLarge(static_cast<std::uint64_t>(info.st_size));

    const File file(path);
    if (file.fd() < 0)
        return because(errno);
    std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t filled = 0;
    while (true) {
        if (filled ==
            bytes.size()) { // at its end, unless it grows while being read (or is one of those without a size)
            if (bytes.size() > largestFile)
                return tooLarge(bytes.size());
            char more = 0;
            const ssize_t got = ::read(file.fd(), &more, 1);
            if (got == 0)
                break;
            if (got < 0) {
                if (errno == EINTR)
                    continue;
                return because(errno);
            }
            bytes.resize(bytes.size() + 64 * 1024);
            bytes[filled++] = more;
            continue;
        }
        const ssize_t got = ::read(file.fd(), bytes.data() + filled, bytes.size() - filled);
        if (got == 0)
            break;
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return because(errno);
        }
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

} // namespace

bool readFile(const std::string& path, const Options& options, const std::function<bool(Taken&&)>& each) {
    auto bytes = bytesOf(path);
    if (auto* refused = std::get_if<Refusal>(&bytes)) {
        each(std::move(*refused));
        return !options.stop.stop_requested();
    }
    return readBytes(std::move(std::get<std::string>(bytes)), path, options, each);
}

bool readBytes(std::string bytes, const std::string& name, const Options& options,
               const std::function<bool(Taken&&)>& each) {
    Taking taking(options, each);
    PartHints hints;
    hints.url = options.url;
    hints.charset = options.charset;
    hints.capturedAt = options.capturedAt;
    taking.part(std::move(bytes), PartName(name), hints);
    return !taking.stopped();
}

namespace {

template <class Run> Contents contentsOf(const Run& run) {
    Contents out;
    out.stopped = !run([&](Taken&& taken) {
        if (auto* captured = std::get_if<Captured>(&taken))
            out.articles.push_back(std::move(*captured));
        else
            out.refusals.push_back(std::move(std::get<Refusal>(taken)));
        return true;
    });
    return out;
}

Taken onlyOne(Contents&& contents, const std::string& name) {
    if (contents.articles.size() == 1)
        return std::move(contents.articles.front());
    if (contents.articles.size() > 1)
        return refusal(name, "it holds " + std::to_string(contents.articles.size()) + " articles",
                       "take it into a case, where each becomes an article of its own");
    if (!contents.refusals.empty())
        return std::move(contents.refusals.front());
    return refusal(name, "there is no article in it", "check that it is the right file");
}

} // namespace

Contents readFile(const std::string& path, const Options& options) {
    return contentsOf([&](const auto& each) { return readFile(path, options, each); });
}

Contents read(std::string bytes, const std::string& name, const Options& options) {
    return contentsOf([&](const auto& each) { return readBytes(std::move(bytes), name, options, each); });
}

Taken fromFile(const std::string& path) {
    return onlyOne(readFile(path), path);
}

Taken fromBytes(std::string bytes, const std::string& name, const std::string& capturedAt) {
    Options options;
    options.capturedAt = capturedAt;
    return onlyOne(read(std::move(bytes), name, options), name);
}

} // namespace countercheck::intake
