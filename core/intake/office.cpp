// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/office.h"

#include "core/intake/strings.h"
#include "core/intake/taking.h"
#include "core/intake/textbuilder.h"
#include "core/intake/xml.h"

#include <algorithm>

namespace countercheck::intake {

namespace {

constexpr std::uint64_t largestPart = 128u << 20; // bytes of one part of a document
constexpr const char* saveAgain = "save it again with the program that made it";

std::string utf8(QStringView words) {
    return words.toUtf8().toStdString();
}

bool isOff(QStringView value) {
    return value == u"0" || value == u"false" || value == u"off" || value == u"none";
}

/// An attribute by its local name, whatever its prefix.
QString attribute(const QXmlStreamReader& xml, QLatin1String name) {
    for (const QXmlStreamAttribute& one : xml.attributes())
        if (one.name() == name)
            return one.value().toString();
    return {};
}

struct Left {
    std::size_t deletions = 0, insertions = 0, comments = 0, hidden = 0;

    void tell(std::vector<std::string>& remarks) const {
        if (deletions > 0)
            remarks.push_back(countOf(deletions, "tracked deletion", "tracked deletions") + " left out");
        if (insertions > 0)
            remarks.push_back(countOf(insertions, "tracked insertion", "tracked insertions") + " kept");
        if (comments > 0)
            remarks.push_back(countOf(comments, "comment", "comments") + " left out");
        if (hidden > 0)
            remarks.push_back(countOf(hidden, "piece", "pieces") + " of hidden text left out");
    }
};

/// One part of a DOCX (WordprocessingML, ECMA-376).
std::optional<Fault> readWordPart(const std::string& bytes, TextBuilder& text, Left& left) {
    QXmlStreamReader xml(sharedBytes(bytes));
    bool words = false, hidden = false;
    return walkXml(
        xml,
        [&](const QXmlStreamReader& at) {
            const QStringView name = at.name();
            if (name == u"del" || name == u"moveFrom") {
                left.deletions += name == u"del" && at.attributes().size() > 0;
                return false;
            }
            if (name == u"instrText" || name == u"delText" || name == u"Fallback" || name == u"footnotePr" ||
                name == u"separator" || name == u"continuationSeparator")
                return false;
            if ((name == u"footnote" || name == u"endnote") && !attribute(at, QLatin1String("type")).isEmpty() &&
                attribute(at, QLatin1String("type")) != u"normal")
                return false;
            if (name == u"p") {
                text.beginParagraph();
            } else if (name == u"r") {
                hidden = false;
            } else if (name == u"vanish") {
                hidden = !isOff(attribute(at, QLatin1String("val")));
            } else if (name == u"t") {
                words = !hidden;
                left.hidden += hidden;
            } else if (name == u"tab" && !words) {
                text.append("\t");
            } else if (name == u"pPr") { // its <w:tab> is a stop, not a character
                return false;
            } else if (name == u"br" || name == u"cr") {
                text.append("\n");
            } else if (name == u"noBreakHyphen") {
                text.append("-");
            } else if (name == u"tr") {
                text.beginRow();
            } else if (name == u"tc") {
                text.beginCell();
            } else if (name == u"ins") {
                left.insertions += at.attributes().size() > 0;
            } else if (name == u"commentReference") {
                ++left.comments;
            }
            return true;
        },
        [&](const QXmlStreamReader& at) {
            const QStringView name = at.name();
            if (name == u"p")
                text.endParagraph();
            else if (name == u"t")
                words = false;
            else if (name == u"tr")
                text.endRow();
        },
        [&](QStringView characters) {
            if (words)
                text.append(utf8(characters));
        });
}

/// One part of an ODT (OpenDocument 1.3), or a flat one.
std::optional<Fault> readOpenPart(const std::string& bytes, TextBuilder& text, Left& left, Document& document) {
    QXmlStreamReader xml(sharedBytes(bytes));
    bool body = false;
    int notes = 0, paragraphs = 0;
    QString meta;
    std::string value;
    return walkXml(
        xml,
        [&](const QXmlStreamReader& at) {
            const QStringView name = at.name();
            if (name == u"tracked-changes") {
                left.deletions += 1;
                return false;
            }
            if (name == u"annotation") {
                ++left.comments;
                return false;
            }
            if (name == u"script" || name == u"scripts" || name == u"forms" || name == u"sequence-decls" ||
                name == u"note-citation" || name == u"ruby-text" || name == u"styles" || name == u"automatic-styles" ||
                name == u"master-styles" || name == u"settings" || name == u"binary-data" || name == u"title-sep" ||
                (name == u"desc" && body) || (name == u"title" && body) || name == u"table-of-content")
                return false;
            if ((name == u"section" || name == u"hidden-paragraph") && isOff(attribute(at, QLatin1String("display")))) {
                ++left.hidden;
                return false;
            }
            if (name == u"text" && at.prefix() == u"office")
                body = true;
            if (!body) {
                meta = name == u"title" || name == u"creator" || name == u"initial-creator" || name == u"language"
                           ? name.toString()
                           : QString();
                value.clear();
                return true;
            }
            if (name == u"p" || name == u"h") {
                text.beginParagraph();
                ++paragraphs;
            } else if (name == u"s") {
                const int n = attribute(at, QLatin1String("c")).toInt();
                text.append(std::string(static_cast<std::size_t>(std::clamp(n, 1, 100)), ' '));
            } else if (name == u"tab") {
                text.append("\t");
            } else if (name == u"line-break") {
                text.append("\n");
            } else if (name == u"table-row") {
                text.beginRow();
            } else if (name == u"table-cell") {
                text.beginCell();
            } else if (name == u"note") {
                text.beginNote();
                ++notes;
            }
            return true;
        },
        [&](const QXmlStreamReader& at) {
            const QStringView name = at.name();
            if (!body) {
                if (meta == u"title" && document.info.title.empty())
                    document.info.title = collapsed(trimmed(value));
                else if ((meta == u"creator" || meta == u"initial-creator") && document.author.empty())
                    document.author = collapsed(trimmed(value));
                else if (meta == u"language" && document.info.language.empty())
                    document.info.language = languageTagOf(value);
                meta.clear();
                return;
            }
            if (name == u"p" || name == u"h") {
                text.endParagraph();
                --paragraphs;
            } else if (name == u"table-row") {
                text.endRow();
            } else if (name == u"note") {
                text.endNote();
                --notes;
            } else if (name == u"text" && at.prefix() == u"office") {
                body = false;
            }
        },
        [&](QStringView characters) {
            if (!body)
                value += utf8(characters);
            else if (paragraphs > 0) { // blanks and line ends of the file are one blank (OpenDocument 6.1.2)
                std::string words = utf8(characters);
                const bool before = !words.empty() && (words.front() == ' ' || words.front() == '\n');
                const bool behind = words.size() > 1 && (words.back() == ' ' || words.back() == '\n');
                words = collapsed(words);
                text.append(words.empty() ? std::string(before ? " " : "")
                                          : (before ? " " : "") + std::string(trimmed(words)) + (behind ? " " : ""));
            }
        });
}

/// The fields of Dublin Core in a part such as docProps/core.xml, or a book's metadata.
void readCore(const std::string& bytes, Document& document, bool book) {
    QXmlStreamReader xml(sharedBytes(bytes));
    std::string value;
    (void)walkXml(
        xml,
        [&](const QXmlStreamReader&) {
            value.clear();
            return true;
        },
        [&](const QXmlStreamReader& at) {
            const QStringView name = at.name();
            const std::string said = collapsed(trimmed(value));
            const auto set = [&](std::string& field, const std::string& to) {
                if (field.empty())
                    field = to;
            };
            if (name == u"title")
                set(document.info.title, said);
            else if (name == u"creator")
                set(document.author, said);
            else if (name == u"language")
                set(document.info.language, languageTagOf(said));
            else if (name == u"publisher")
                set(document.info.publisher, said);
            else if (name == u"date" && book)
                set(document.info.published, instantOf(said));
            value.clear();
        },
        [&](QStringView characters) { value += utf8(characters); });
}

/// Text of the parts whose names begin with `prefix`: running headers and footers.
void readApart(Archive& archive, std::string_view prefix, Document& document) {
    for (std::size_t i = 0; i < std::min<std::size_t>(archive.size(), 2000); ++i) {
        const std::string name = archive.name(i);
        if (!name.starts_with(prefix) || !name.ends_with(".xml"))
            continue;
        auto bytes = archive.read(i, largestPart);
        if (auto* part = std::get_if<std::string>(&bytes)) {
            TextBuilder text;
            Left left;
            if (!readWordPart(*part, text, left))
                if (std::string words = text.take(); !words.empty())
                    document.apart.emplace_back(trimmed(words));
        }
    }
}

Fault inPart(Fault fault, std::string_view part) {
    fault.what = std::string(part) + ": " + fault.what;
    return fault;
}

bool hasWords(const std::string& text) {
    return !trimmed(text).empty();
}

} // namespace

Converted readWord(Archive& archive) {
    Document out;
    out.mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    TextBuilder text;
    Left left;
    for (const char* part : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
        auto bytes = archive.read(part, largestPart);
        if (auto* fault = std::get_if<Fault>(&bytes))
            return inPart(*fault, part);
        const std::string& xml = std::get<std::string>(bytes);
        if (xml.empty())
            continue;
        if (auto fault = readWordPart(xml, text, left))
            return inPart(*fault, part);
    }
    if (auto core = archive.read("docProps/core.xml", largestPart); auto* xml = std::get_if<std::string>(&core))
        readCore(*xml, out, false);
    readApart(archive, "word/header", out);
    readApart(archive, "word/footer", out);
    left.tell(out.remarks);
    if (archive.find("word/vbaProject.bin"))
        out.remarks.emplace_back("its macros were ignored");
    out.text = text.take();
    if (!hasWords(out.text))
        return Fault{"there is no text in this Word document (pictures only?)", "type out its words and take those in"};
    return out;
}

Converted readOpenText(Archive& archive) {
    Document out;
    out.mediaType = "application/vnd.oasis.opendocument.text";
    if (auto manifest = archive.read("META-INF/manifest.xml", largestPart);
        auto* xml = std::get_if<std::string>(&manifest))
        if (xml->find("encryption-data") != std::string::npos)
            return Fault{"this OpenDocument text is encrypted",
                         "open it with its password, save it without one and take that in"};
    TextBuilder text;
    Left left;
    for (const char* part : {"meta.xml", "content.xml"}) {
        auto bytes = archive.read(part, largestPart);
        if (auto* fault = std::get_if<Fault>(&bytes))
            return inPart(*fault, part);
        const std::string& xml = std::get<std::string>(bytes);
        if (xml.empty() && std::string_view(part) == "content.xml")
            return Fault{"its content.xml is missing or empty", saveAgain};
        if (xml.empty())
            continue;
        if (auto fault = readOpenPart(xml, text, left, out))
            return inPart(*fault, part);
    }
    if (left.deletions > 0)
        out.remarks.emplace_back("tracked changes: deleted text left out, inserted text kept");
    left.deletions = 0;
    left.tell(out.remarks);
    for (std::size_t i = 0; i < std::min<std::size_t>(archive.size(), 5000); ++i)
        if (const std::string name = archive.name(i); name.starts_with("Basic/") || name.starts_with("Scripts/")) {
            out.remarks.emplace_back("its macros were ignored");
            break;
        }
    out.text = text.take();
    if (!hasWords(out.text))
        return Fault{"there is no text in this OpenDocument text (pictures only?)",
                     "type out its words and take those in"};
    return out;
}

Converted readFlatOpenText(const std::string& bytes) {
    Document out;
    out.mediaType = "application/vnd.oasis.opendocument.text-flat-xml";
    TextBuilder text;
    Left left;
    if (auto fault = readOpenPart(bytes, text, left, out))
        return *fault;
    left.tell(out.remarks);
    out.text = text.take();
    if (!hasWords(out.text))
        return Fault{"there is no text in this OpenDocument text", "type out its words and take those in"};
    return out;
}

} // namespace countercheck::intake
