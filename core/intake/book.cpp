// SPDX-License-Identifier: GPL-3.0-or-later
// EPUB: the chapters of its spine, in their order (EPUB 3.3, Open Packaging Format).
#include "core/intake/office.h"
#include "core/intake/page.h"
#include "core/intake/strings.h"
#include "core/intake/xml.h"

#include <QUrl>

#include <map>

namespace countercheck::intake {

namespace {

constexpr std::uint64_t largestPart = 64u << 20;
constexpr std::size_t largestBook = 64u << 20; // bytes of text

std::string utf8(QStringView words) {
    return words.toUtf8().toStdString();
}

/// "OEBPS/" and "../text/a%20b.xhtml#x" → "text/a b.xhtml": a name in the archive, nothing more.
std::string resolved(const std::string& folder, const QString& href) {
    const QString path = QUrl::fromPercentEncoding(href.section(u'#', 0, 0).toUtf8());
    std::vector<std::string> parts;
    const std::string whole = folder + path.toStdString();
    for (std::size_t at = 0; at <= whole.size();) {
        const std::size_t end = std::min(whole.find('/', at), whole.size());
        const std::string part = whole.substr(at, end - at);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        at = end + 1;
    }
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : "/") + part;
    return out;
}

struct Package {
    std::map<QString, QString> chapters; ///< of the manifest: id → href
    std::vector<QString> spine;
    std::string title, author, language, publisher, published;
};

std::optional<Fault> readPackage(const std::string& bytes, Package& out) {
    QXmlStreamReader xml(sharedBytes(bytes));
    std::string value;
    return walkXml(
        xml,
        [&](const QXmlStreamReader& at) {
            value.clear();
            const auto said = [&](QLatin1String name) { return at.attributes().value(name).toString(); };
            if (at.name() == u"item") {
                const QString type = said(QLatin1String("media-type"));
                if ((type == u"application/xhtml+xml" || type == u"text/html") &&
                    !said(QLatin1String("properties")).split(u' ').contains(u"nav"))
                    out.chapters[said(QLatin1String("id"))] = said(QLatin1String("href"));
            } else if (at.name() == u"itemref" && said(QLatin1String("linear")) != u"no") {
                out.spine.push_back(said(QLatin1String("idref")));
            }
            return true;
        },
        [&](const QXmlStreamReader& at) {
            const auto take = [&](std::string& field, const std::string& words) {
                if (field.empty())
                    field = words;
            };
            const std::string words = collapsed(trimmed(value));
            if (at.name() == u"title")
                take(out.title, words);
            else if (at.name() == u"creator")
                take(out.author, words);
            else if (at.name() == u"language")
                take(out.language, languageTagOf(words));
            else if (at.name() == u"publisher")
                take(out.publisher, words);
            else if (at.name() == u"date")
                take(out.published, instantOf(words));
            value.clear();
        },
        [&](QStringView characters) { value += utf8(characters); });
}

/// Fonts may be made unreadable; text that is encrypted is another matter.
bool isLocked(Archive& archive) {
    auto said = archive.read("META-INF/encryption.xml", largestPart);
    const auto* xml = std::get_if<std::string>(&said);
    if (!xml || xml->empty())
        return false;
    QXmlStreamReader reader(sharedBytes(*xml));
    bool locked = false;
    (void)walkXml(
        reader,
        [&](const QXmlStreamReader& at) {
            if (at.name() == u"EncryptionMethod") {
                const QStringView method = at.attributes().value(QLatin1String("Algorithm"));
                locked = locked || !(method.endsWith(u"embedding") || method.endsWith(u"enc#RC"));
            }
            return true;
        },
        [](const QXmlStreamReader&) {}, [](QStringView) {});
    return locked;
}

} // namespace

Converted readBook(Archive& archive) {
    if (isLocked(archive))
        return Fault{"this e-book is locked (encrypted by its seller)", "ask its publisher for a text without a lock"};
    auto container = archive.read("META-INF/container.xml", largestPart);
    if (const auto* fault = std::get_if<Fault>(&container))
        return *fault;
    QString rootFile;
    {
        QXmlStreamReader xml(sharedBytes(std::get<std::string>(container)));
        (void)walkXml(
            xml,
            [&](const QXmlStreamReader& at) {
                if (at.name() == u"rootfile" && rootFile.isEmpty())
                    rootFile = at.attributes().value(QLatin1String("full-path")).toString();
                return true;
            },
            [](const QXmlStreamReader&) {}, [](QStringView) {});
    }
    const std::string packageName = resolved({}, rootFile);
    auto packageBytes = archive.read(packageName, largestPart);
    if (const auto* fault = std::get_if<Fault>(&packageBytes))
        return *fault;
    Package package;
    if (std::get<std::string>(packageBytes).empty())
        return Fault{"this e-book does not say what is in it (no package file)", "save or copy it again"};
    if (auto fault = readPackage(std::get<std::string>(packageBytes), package))
        return *fault;

    const std::string folder = packageName.substr(0, packageName.rfind('/') + 1);
    Document out;
    out.mediaType = "application/epub+zip";
    Paragraphs text;
    std::size_t missing = 0;
    for (const QString& id : package.spine) {
        const auto chapter = package.chapters.find(id);
        if (chapter == package.chapters.end())
            continue;
        auto bytes = archive.read(resolved(folder, chapter->second), largestPart);
        if (const auto* fault = std::get_if<Fault>(&bytes))
            return *fault;
        if (std::get<std::string>(bytes).empty()) {
            ++missing;
            continue;
        }
        PageHints hints;
        hints.whole = true;
        auto page = readPage(std::get<std::string>(bytes), hints);
        if (const auto* document = std::get_if<Document>(&page))
            text.add(document->text);
        if (text.text().size() > largestBook)
            return Fault{"this e-book has more than " + sizeInWords(largestBook) + " of text",
                         "take in the chapters that you need"};
    }
    out.info = {package.title, package.publisher, package.published, {}, package.language};
    out.author = package.author;
    if (missing > 0)
        out.remarks.push_back(countOf(missing, "chapter is", "chapters are") + " missing in the file");
    out.text = text.take();
    if (trimmed(out.text).empty())
        return Fault{"there is no text in this e-book (pictures only?)", "type out its words and take those in"};
    return out;
}

} // namespace countercheck::intake
