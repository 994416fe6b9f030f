// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP and what is one: DOCX, ODT, EPUB, WACZ; and gzip.
#include "core/intake/archive.h"
#include "core/intake/format.h"
#include "core/intake/office.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"
#include "core/intake/unpack.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace countercheck::intake {

namespace {

constexpr std::uint64_t largestMember = largestFile;

/// Files that systems put beside the others, and folders.
bool isClutter(const std::string& name) {
    const std::string_view last = lastPartOf(name);
    return name.ends_with('/') || name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store" ||
           last == "Thumbs.db" || last == "desktop.ini";
}

/// Pictures, sounds and the like beside the articles of an archive: no fault.
bool isNoArticle(const std::string& name) {
    static constexpr std::array<std::string_view, 28> extensions = {
        "png", "jpg", "jpeg", "gif", "webp", "svg", "ico",  "tif",   "tiff", "bmp", "mp3", "mp4", "m4a", "ogg",
        "wav", "mov", "webm", "css", "js",   "map", "woff", "woff2", "ttf",  "otf", "eot", "sig", "asc", "sha256"};
    return std::find(extensions.begin(), extensions.end(), extensionOf(name)) != extensions.end();
}

void takeMembers(Taking& taking, Archive& archive, const PartName& name, const PartHints& hints) {
    const std::size_t size = archive.size();
    if (size > mostParts)
        return taking.refuse(name, "it has " + std::to_string(size) + " files, more than " + std::to_string(mostParts),
                             "unpack it, and take in the files that you need");
    std::size_t told = 0; // parts that were handed on, or refused by name
    for (std::size_t i = 0; i < size && !taking.stopped(); ++i) {
        const std::string member = archive.name(i);
        if (isClutter(member))
            continue;
        const PartName part = name.inside(member);
        if (isNoArticle(member)) {
            ++taking.skipped;
            continue;
        }
        taking.progress(i, size, part);
        auto bytes = archive.read(i, largestMember);
        if (const auto* fault = std::get_if<Fault>(&bytes)) {
            taking.refuse(part, *fault);
            ++told;
            if (fault->what.find("bomb") != std::string::npos)
                return;
            continue;
        }
        ++told;
        if (!taking.unpacked(std::get<std::string>(bytes).size(), name))
            return;
        taking.part(std::move(std::get<std::string>(bytes)), part, hints);
    }
    if (told == 0 && !taking.stopped())
        taking.refuse(name, "there are no articles in it", "check that it is the right archive");
}

/// A WACZ: its pages list says which of the captured addresses are pages that somebody looked at.
void takeBundle(Taking& taking, Archive& archive, const PartName& name, const PartHints& hints) {
    bool any = false;
    for (std::size_t i = 0; i < archive.size() && !taking.stopped(); ++i) {
        const std::string member = archive.name(i);
        if (!member.starts_with("archive/") || member.ends_with('/'))
            continue;
        any = true;
        auto bytes = archive.read(i, largestMember);
        if (const auto* fault = std::get_if<Fault>(&bytes)) {
            taking.refuse(name.inside(member), *fault);
            continue;
        }
        if (!taking.unpacked(std::get<std::string>(bytes).size(), name))
            return;
        taking.part(std::move(std::get<std::string>(bytes)), name.inside(member), hints);
    }
    if (!any)
        taking.refuse(name, "there is no web archive in it (no archive/*.warc.gz)", "save the pages again");
}

} // namespace

void takeZip(Taking& taking, std::string bytes, const PartName& name, const PartHints& hints) {
    auto opened = Archive::open(bytes);
    if (const auto* fault = std::get_if<Fault>(&opened))
        return taking.refuse(name, *fault);
    auto& archive = std::get<Archive>(opened);
    std::string mimetype;
    if (auto said = archive.read("mimetype", 200); auto* words = std::get_if<std::string>(&said))
        mimetype = *words;
    else if (archive.find("mimetype"))
        mimetype = "?";
    const bool bundle = archive.find("datapackage.json").has_value() && [&] {
        for (std::size_t i = 0; i < std::min<std::size_t>(archive.size(), 1000); ++i)
            if (archive.name(i).starts_with("archive/"))
                return true;
        return false;
    }();
    const Format format = formatOfZip(mimetype, archive.find("word/document.xml").has_value(),
                                      archive.find("xl/workbook.xml").has_value(),
                                      archive.find("ppt/presentation.xml").has_value(), bundle);
    const std::string odd = wrongExtension(format, extensionOf(name.shown));
    const auto give = [&](Converted converted) {
        if (const auto* fault = std::get_if<Fault>(&converted))
            return taking.refuse(name, *fault);
        auto& document = std::get<Document>(converted);
        if (!odd.empty())
            document.remarks.insert(document.remarks.begin(), odd);
        taking.article(std::move(bytes), name, std::move(document), hints);
    };
    switch (format.kind) {
    case Kind::Word:
        return give(readWord(archive));
    case Kind::OpenText:
        return give(readOpenText(archive));
    case Kind::Book:
        return give(readBook(archive));
    case Kind::WebBundle:
        return takeBundle(taking, archive, name, hints);
    case Kind::Unread:
        return taking.refuse(name, "this is " + format.name + ", which is not read", format.todo);
    default:
        return takeMembers(taking, archive, name, hints);
    }
}

void takeGzip(Taking& taking, const std::string& bytes, const PartName& name, const PartHints& hints) {
    // A web archive packs each record by itself, so that it can be large: it is unpacked record by record.
    Gunzip start(bytes);
    const std::string head = start.read(5);
    if (head == "WARC/")
        return takeWebArchive(taking, bytes, name, hints);
    auto unpacked = gunzipped(bytes, largestFile);
    if (const auto* fault = std::get_if<Fault>(&unpacked))
        return taking.refuse(name, *fault);
    std::string& inner = std::get<std::string>(unpacked);
    if (!taking.unpacked(inner.size(), name))
        return;
    PartName part = name; // "a.html.gz" holds "a.html"
    if (part.shown.ends_with(".gz"))
        part.shown.resize(part.shown.size() - 3);
    if (inner.size() > 262 && inner.substr(257, 5) == "ustar")
        return taking.refuse(name, "this is a TAR archive, which is not read",
                             "unpack it, and take in the files, or pack them as ZIP");
    taking.part(std::move(inner), part, hints);
}

} // namespace countercheck::intake
