// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/intake.h"

#include "core/intake/decode.h"
#include "core/intake/format.h"
#include "core/intake/metadata.h"

#include <QCryptographicHash>
#include <QDateTime>

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
    return {shownUtf8(name) + ": " + what + "; " + todo + "."};
}

std::string mebibytes(std::uint64_t bytes) {
    const std::uint64_t whole = (bytes + (1 << 19)) >> 20;
    return std::to_string(whole) + " MiB";
}

std::string baseName(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string extensionOf(const std::string& name) {
    const std::size_t point = name.find_last_of('.');
    if (point == std::string::npos || point == 0 || name.size() - point > 12)
        return {};
    std::string extension = name.substr(point + 1);
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return extension;
}

std::string sha256(std::string_view bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex().toStdString();
}

/// Nothing but blanks of any script's kind, marks of byte order and the like.
bool onlyBlanks(std::string_view text) {
    while (!text.empty()) {
        static constexpr std::string_view ascii = " \t\r\n\f\v";
        if (ascii.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        else if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\x85"))
            text.remove_prefix(2);
        else if (text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xE3\x80\x80") ||
                 text.starts_with("\xEF\xBF\xBD") ||
                 (text.size() > 2 && text.starts_with("\xE2\x80") && static_cast<unsigned char>(text[2]) <= 0x8F) ||
                 text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x81\x9F") ||
                 text.starts_with("\xE2\x81\xA0"))
            text.remove_prefix(3);
        else
            return false;
    }
    return true;
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

std::vector<std::string> remarksOn(const Decoded& decoded) {
    std::vector<std::string> remarks;
    if (decoded.detected)
        remarks.push_back("read as " + decoded.encoding + " (detected: check letters with accents)");
    else if (decoded.encoding != "UTF-8")
        remarks.push_back("read as " + decoded.encoding);
    const std::string where = ", the first in line " + std::to_string(decoded.firstFaultLine);
    if (decoded.asWindows1252 > 0)
        remarks.push_back(
            "broken encoding: " +
            counted(decoded.asWindows1252, "byte that is not UTF-8 was", "bytes that are not UTF-8 were") +
            " read as windows-1252" + where);
    if (decoded.replaced > 0)
        remarks.push_back(
            "broken encoding: " +
            counted(decoded.replaced, "place could not be decoded and shows", "places could not be decoded and show") +
            " “\xEF\xBF\xBD”" + where + "; the captured bytes are kept");
    return remarks;
}

} // namespace

std::variant<Captured, Refusal> fromFile(const std::string& path) {
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
        return refusal(baseName(path.c_str()), "the name holds a zero byte",
                       "rename the file"); // NOLINT(readability-redundant-string-cstr): cut at the zero byte

    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return because(errno);
    if (S_ISDIR(info.st_mode))
        return refusal(path, "this is a folder", "name the article files in it");
    if (!S_ISREG(info.st_mode))
        return refusal(path, "this is a device or a pipe, not a file", "save the text as a file and take that in");
    const auto tooLarge = [&](std::uint64_t size) {
        return refusal(path, "too large: " + mebibytes(size) + ", an article file may have " + mebibytes(largestFile),
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
    return fromBytes(std::move(bytes), path);
}

std::variant<Captured, Refusal> fromBytes(std::string bytes, const std::string& name, const std::string& capturedAt) {
    if (bytes.empty())
        return refusal(name, "it is empty", "check that it was saved, or paste the article's text");
    if (bytes.size() > largestFile)
        return refusal(name,
                       "too large: " + mebibytes(bytes.size()) + ", an article may have " + mebibytes(largestFile),
                       "check that it is the right text, or split it");
    const auto refuse = [&](const Format& format) {
        return format.name.starts_with("a binary")
                   ? refusal(name, "this is " + format.name, format.todo)
                   : refusal(name, "this is " + format.name + ", which is not read yet", format.todo);
    };
    if (const Format format = formatOfBytes(bytes); !format.text)
        return refuse(format);
    Decoded decoded = decode(bytes);
    const std::string fileName = shownUtf8(baseName(name));
    if (const Format format = formatOfText(decoded.text, extensionOf(fileName)); !format.text)
        return refuse(format);
    if (onlyBlanks(decoded.text))
        return refusal(name, "it is empty (nothing but blanks)",
                       "check that it was saved, or paste the article's text");

    Captured out;
    out.remarks = remarksOn(decoded);
    dossier::Article& article = out.edit.article;
    Metadata metadata = metadataFromText(decoded.text);
    article.id.sha256 = sha256(bytes);
    article.info = std::move(metadata.info);
    article.text = std::move(decoded.text);
    article.encoding = std::move(decoded.encoding);
    article.fileName = fileName;
    article.capturedAt =
        capturedAt.empty() ? QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString() : capturedAt;
    if (!metadata.captured.empty()) {
        // A capture tool wrote down when it took the page: that instant counts, not the one at which the file came
        // here.
        const QDateTime told = QDateTime::fromString(QString::fromStdString(metadata.captured), Qt::ISODate);
        if (told.isValid() && metadata.captured.find('T') != std::string::npos) {
            QDateTime utc = told;
            if (told.timeSpec() == Qt::LocalTime)
                utc.setTimeSpec(Qt::UTC);
            article.capturedAt = utc.toUTC().toString(Qt::ISODate).toStdString();
            out.remarks.push_back("captured " + article.capturedAt + ", says the file");
        }
    }
    out.edit.bytes = std::move(bytes);
    return out;
}

} // namespace countercheck::intake
