// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lastscreen.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>

#include <memory>

namespace countercheck::ui {

namespace {

constexpr quint32 magic = 0x43434c53; // "CCLS"
constexpr qint64 headSize = 4096;     // the picture's bytes begin behind it, at a page of their own
constexpr int mostKept = 3;
constexpr int largestSide = 16384;

QString folder() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/last-screen");
}

QString fileOf(const QString& path) {
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1);
    return folder() + u'/' + QString::fromLatin1(hash.toHex()) + QStringLiteral(".screen");
}

/// All that has to be the same for the picture to be shown.
QByteArray stampOf(const QString& path, bool dark, const QString& language) {
    QByteArray stamp;
    QDataStream out(&stamp, QIODevice::WriteOnly);
    out << QStringLiteral(COUNTERCHECK_VERSION) << path << dark << language;
    if (path != LastScreen::sample()) {
        const QFileInfo info(path);
        out << info.size() << info.lastModified().toMSecsSinceEpoch();
    }
    return stamp;
}

void keepNewest(int most) {
    const QFileInfoList kept =
        QDir(folder()).entryInfoList({QStringLiteral("*.screen")}, QDir::Files, QDir::Time); // newest first
    for (qsizetype i = most; i < kept.size(); ++i)
        QFile::remove(kept[i].absoluteFilePath());
}

} // namespace

std::optional<LastScreen> LastScreen::of(const QString& path, bool dark, const QString& language) {
    auto file = std::make_unique<QFile>(fileOf(path));
    if (!file->open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file->read(headSize);
    QDataStream in(head);
    quint32 number = 0;
    in >> number;
    if (number != magic || head.size() != headSize)
        return {};
    QByteArray stamp, key;
    LastScreen screen;
    qint32 width = 0, height = 0;
    double ratio = 0;
    in >> stamp >> screen.title >> key >> width >> height >> ratio;
    if (in.status() != QDataStream::Ok || stamp != stampOf(path, dark, language) || width <= 0 || height <= 0 ||
        width > largestSide || height > largestSide || !(ratio >= 0.5 && ratio <= 8))
        return {};
    const qint64 bytes = qint64{4} * width * height;
    if (file->size() != headSize + bytes)
        return {};
    const uchar* const points = file->map(headSize, bytes);
    if (!points)
        return {};
    QFile* const mapped = file.release(); // holds the points for as long as the picture needs them
    screen.picture = QImage(
        points, width, height, qsizetype{4} * width, QImage::Format_RGB32,
        [](void* held) { delete static_cast<QFile*>(held); }, mapped);
    screen.picture.setDevicePixelRatio(ratio);
    screen.selection = key.toStdString();
    return screen;
}

bool LastScreen::keepFor(const QString& path, bool dark, const QString& language) const {
    if (picture.isNull() || !QDir().mkpath(folder()))
        return false;
    if (path != sample()) {
        const QFileInfo info(path);
        if (!info.exists() || QStorageInfo(info.absolutePath()).device() != QStorageInfo(folder()).device())
            return false;
    }
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QByteArray head;
    QDataStream out(&head, QIODevice::WriteOnly);
    out << magic << stampOf(path, dark, language) << title << QByteArray::fromStdString(selection)
        << qint32{image.width()} << qint32{image.height()} << double{image.devicePixelRatio()};
    if (head.size() > headSize)
        return false; // a path or a key of thousands of characters
    head.append(headSize - head.size(), '\0');
    QSaveFile file(fileOf(path));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(head);
    for (int y = 0; y < image.height(); ++y)
        file.write(reinterpret_cast<const char*>(image.constScanLine(y)), qint64{4} * image.width());
    const bool kept = file.commit();
    keepNewest(mostKept);
    return kept;
}

void LastScreen::forgetAll() {
    keepNewest(0);
}

} // namespace countercheck::ui
