// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/taking.h"

#include "core/intake/decode.h"
#include "core/intake/format.h"
#include "core/intake/metadata.h"
#include "core/intake/page.h"
#include "core/intake/strings.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace countercheck::intake {

namespace {

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
            countOf(decoded.asWindows1252, "byte that is not UTF-8 was", "bytes that are not UTF-8 were") +
            " read as windows-1252" + where);
    if (decoded.replaced > 0)
        remarks.push_back(
            "broken encoding: " +
            countOf(decoded.replaced, "place could not be decoded and shows", "places could not be decoded and show") +
            " “\xEF\xBF\xBD”" + where + "; the captured bytes are kept");
    return remarks;
}

/// An instant that a document tells, in UTC; empty when it has no time of day.
std::string utcOf(const std::string& told) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(told), Qt::ISODate);
    if (!at.isValid() || told.find('T') == std::string::npos)
        return {};
    QDateTime utc = at;
    if (at.timeSpec() == Qt::LocalTime)
        utc.setTimeSpec(Qt::UTC);
    return utc.toUTC().toString(Qt::ISODate).toStdString();
}

constexpr std::size_t longestSaid = 2'000; ///< bytes of a title, a name, an address; what is longer is none

/// Cuts in front of a character.
void cutShort(std::string& said) {
    if (said.size() <= longestSaid)
        return;
    std::size_t end = longestSaid;
    while (end > 0 && (static_cast<unsigned char>(said[end]) & 0xC0) == 0x80)
        --end;
    said.resize(end);
    said += "\xE2\x80\xA6";
}

/// Empty fields of `info` take what `other` says.
void fill(dossier::ArticleInfo& info, const dossier::ArticleInfo& other) {
    const auto set = [](std::string& field, const std::string& value) {
        if (field.empty())
            field = value;
    };
    set(info.title, other.title);
    set(info.publisher, other.publisher);
    set(info.published, other.published);
    set(info.url, other.url);
    set(info.language, other.language);
}

} // namespace

PartName::PartName(const std::string& path) : full(shownLine(path)), shown(shownLine(lastPartOf(path))) {}

PartName PartName::inside(const std::string& part) const {
    PartName name = *this;
    const std::string clean = shownLine(part.substr(0, 200));
    name.full += " › " + clean;
    name.shown += " › " + std::string(lastPartOf(clean));
    return name;
}

void Taking::hand(Taken&& taken) {
    if (!ended_ && !each_(std::move(taken)))
        ended_ = true;
}

void Taking::refuse(const PartName& name, const std::string& what, const std::string& todo) {
    hand(Refusal{shownLine(name.full + ": " + what + "; " + todo + ".")});
}

void Taking::progress(std::size_t done, std::size_t total, const PartName& next) const {
    if (options_.progress && depth_ <= 1)
        options_.progress(done, total, next.shown);
}

bool Taking::unpacked(std::uint64_t bytes, const PartName& archive) {
    unpacked_ += bytes;
    if (unpacked_ <= largestUnpacked)
        return true;
    refuse(archive, "it unpacks to more than " + sizeInWords(largestUnpacked),
           "unpack it yourself, and take in the files that you need");
    return false;
}

void Taking::part(std::string bytes, const PartName& name, const PartHints& hints) {
    if (stopped())
        return;
    if (bytes.empty())
        return refuse(name, "it is empty", "check that it was saved, or paste the article's text");
    if (bytes.size() > largestFile)
        return refuse(name,
                      "too large: " + sizeInWords(bytes.size()) + ", an article may have " + sizeInWords(largestFile),
                      "check that it is the right text, or split it");
    if (depth_ > deepestArchive)
        return refuse(name, "archives within archives, more than " + std::to_string(deepestArchive) + " deep",
                      "unpack it, and take in the files that you need");
    ++depth_;
    convert(std::move(bytes), name, hints);
    --depth_;
}

void Taking::convert(std::string bytes, const PartName& name, const PartHints& hints) {
    const std::string extension = extensionOf(name.shown);
    Format format = formatOfBytes(bytes);
    Decoded decoded;
    if (format.kind == Kind::Text) {
        decoded = decodeAs(bytes, hints.charset);
        if (decoded.encoding.empty())
            decoded = decode(bytes);
        format = formatOfText(decoded.text, extension);
    }
    const std::string odd = format.kind == Kind::Zip || format.kind == Kind::Gzip || format.kind == Kind::Unread
                                ? std::string()
                                : wrongExtension(format, extension);
    const auto give = [&](Converted converted) {
        if (stopped())
            return;
        if (auto* fault = std::get_if<Fault>(&converted)) {
            if (!odd.empty())
                fault->what += " (" + odd + ")";
            return refuse(name, *fault);
        }
        auto& document = std::get<Document>(converted);
        if (!odd.empty())
            document.remarks.insert(document.remarks.begin(), odd);
        article(std::move(bytes), name, std::move(document), hints);
    };
    switch (format.kind) {
    case Kind::Unread:
        return refuse(name,
                      "this is " + format.name + (format.name.starts_with("a binary") ? "" : ", which is not read"),
                      format.todo);
    case Kind::Text: {
        if (onlyBlanks(decoded.text))
            return refuse(name, "it is empty (nothing but blanks)",
                          "check that it was saved, or paste the article's text");
        Document document;
        document.remarks = remarksOn(decoded);
        document.encoding = std::move(decoded.encoding);
        document.text = std::move(decoded.text);
        // Plain text under a web page's name is what a browser saves as text: nothing to remark on.
        return article(std::move(bytes), name, std::move(document), hints);
    }
    case Kind::Page: {
        PageHints page;
        page.url = hints.url;
        page.charset = hints.charset;
        page.fragment = options_.fragment && depth_ == 1;
        return give(readPage(bytes, page));
    }
    case Kind::Pdf:
        return give(readPdf(bytes, options_.stop));
    case Kind::Rtf:
        return give(readRtf(bytes));
    case Kind::FlatOpenText:
        return give(readFlatOpenText(bytes));
    case Kind::Mail:
        return takeMail(*this, std::move(bytes), name, hints);
    case Kind::Feed:
        return takeFeed(*this, decoded.text, name, hints);
    case Kind::NewsMl:
        return takeNewsMl(*this, std::move(bytes), decoded.text, name, hints);
    case Kind::Json:
        return takeJson(*this, std::move(bytes), decoded.text, name, hints);
    case Kind::Table:
        return takeTable(*this, decoded.text, name, hints);
    case Kind::WebArchive:
        return takeWebArchive(*this, bytes, name, hints);
    case Kind::Gzip:
        return takeGzip(*this, bytes, name, hints);
    case Kind::Zip:
    case Kind::Word:
    case Kind::OpenText:
    case Kind::Book:
    case Kind::WebBundle:
        return takeZip(*this, std::move(bytes), name, hints);
    }
}

void Taking::article(std::string bytes, const PartName& name, Document document, const PartHints& hints) {
    if (onlyBlanks(document.text))
        return refuse(name, "there is no text in it", "check that it is the right file");
    Captured out;
    dossier::Article& article = out.edit.article;
    article.id.sha256 = sha256(bytes);
    article.info = std::move(document.info);
    fill(article.info, hints.info);
    for (std::string* said : {&article.info.title, &article.info.publisher, &article.info.published, &article.info.url,
                              &article.info.language, &document.author})
        cutShort(*said);
    const Metadata told = metadataFromText(document.text);
    fill(article.info, told.info);
    if (article.info.url.empty())
        article.info.url = hints.url;
    if (article.info.publisher.empty())
        article.info.publisher = hostOfAddress(article.info.url);
    article.text = std::move(document.text);
    article.encoding = std::move(document.encoding);
    article.mediaType = std::move(document.mediaType);
    article.author = std::move(document.author);
    if (document.modified != article.info.published)
        article.modified = std::move(document.modified);
    article.fileName = name.shown;
    // A capture tool wrote down when it took the page: that instant counts, not the one at which the file came here.
    std::string captured = utcOf(told.captured);
    if (captured.empty())
        captured = utcOf(document.capturedAt);
    article.capturedAt = !captured.empty() ? captured
                         : !hints.capturedAt.empty()
                             ? hints.capturedAt
                             : QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    for (const std::string& remark : document.remarks)
        out.remarks.push_back(shownUtf8(remark));
    if (!captured.empty())
        out.remarks.push_back("captured " + captured + ", says the file");
    out.apart = std::move(document.apart);
    out.edit.bytes = std::move(bytes);
    hand(std::move(out));
}

} // namespace countercheck::intake
