// SPDX-License-Identifier: GPL-3.0-or-later
// WARC 1.0 and 1.1 (ISO 28500), packed or not: pages that a crawler or an archive kept. The capture of an article is
// the page as the server sent it, its transfer encodings undone; address and instant are those of the record. Frames,
// menus and other pages without an article are counted, not refused.
#include "core/intake/page.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"
#include "core/intake/unpack.h"

#include <algorithm>
#include <map>
#include <optional>

namespace countercheck::intake {

namespace {

constexpr std::uint64_t largestRecord = 64u << 20;
constexpr std::size_t longestHeader = 256u << 10;
constexpr std::size_t fewestWords = 40; ///< of a page that counts as an article

/// Bytes one after the other, from memory or unpacked on the way.
class Source {
public:
    explicit Source(std::string_view bytes) : plain_(bytes) {
        if (bytes.starts_with("\x1F\x8B"))
            packed_.emplace(bytes);
    }
    /// A line without its end; nothing at the end of the bytes, or when it is too long.
    std::optional<std::string> line() {
        std::string out;
        while (fill()) {
            const std::size_t end = buffer_.find('\n', at_);
            const std::size_t stop = end == std::string_view::npos ? buffer_.size() : end;
            out.append(buffer_, at_, stop - at_);
            at_ = stop;
            if (out.size() > longestHeader)
                return std::nullopt;
            if (end != std::string_view::npos) {
                ++at_;
                if (out.ends_with('\r'))
                    out.pop_back();
                return out;
            }
        }
        return out.empty() ? std::nullopt : std::optional(out);
    }
    /// Up to `most` bytes into `out`; the rest up to `length` is passed over. False: it ends before.
    bool take(std::uint64_t length, std::uint64_t most, std::string& out) {
        out.clear();
        while (length > 0) {
            if (!fill())
                return false;
            const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(length, buffer_.size() - at_));
            if (out.size() < most)
                out.append(buffer_, at_, static_cast<std::size_t>(std::min<std::uint64_t>(here, most - out.size())));
            at_ += here;
            length -= here;
        }
        return true;
    }
    [[nodiscard]] bool damaged() const { return packed_ && packed_->damaged(); }
    [[nodiscard]] std::uint64_t done() const { return packed_ ? packed_->taken() : plain_at_; }

private:
    std::string_view plain_;
    std::optional<Gunzip> packed_;
    std::string buffer_;
    std::size_t at_ = 0, plain_at_ = 0;

    bool fill() {
        if (at_ < buffer_.size())
            return true;
        at_ = 0;
        if (packed_) {
            buffer_ = packed_->read(256 << 10);
        } else {
            buffer_ = plain_.substr(plain_at_, 256 << 10);
            plain_at_ += buffer_.size();
        }
        return !buffer_.empty();
    }
};

using Headers = std::map<std::string, std::string>;

void addHeader(Headers& headers, std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && headers.size() < 1000)
        headers.emplace(lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}
std::string headerOf(const Headers& headers, const std::string& name) {
    const auto it = headers.find(name);
    return it == headers.end() ? std::string() : it->second;
}

/// RFC 9112, 7.1. What is cut short gives what there is.
std::string unchunked(std::string_view body) {
    std::string out;
    while (!body.empty()) {
        const std::size_t end = body.find('\n');
        if (end == std::string_view::npos)
            break;
        const std::string size(trimmed(body.substr(0, std::min(end, body.find(';')))));
        if (size.empty() || size.size() > 8 || size.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
            return out.empty() ? std::string(body) : out;
        const auto length = static_cast<std::size_t>(std::stoul(size, nullptr, 16));
        body.remove_prefix(end + 1);
        if (length == 0)
            break;
        out += body.substr(0, length);
        body.remove_prefix(std::min(body.size(), length));
        while (body.starts_with('\r') || body.starts_with('\n'))
            body.remove_prefix(1);
    }
    return out;
}

struct Reply {
    int status = 200;
    std::string type, charset, body;
};

/// A server's answer as the archive keeps it. Nothing when it cannot be unpacked.
std::optional<Reply> replyOf(std::string_view block) {
    Reply out;
    std::size_t at = std::min(block.find('\n'), block.size());
    const std::string_view first = block.substr(0, at);
    const std::size_t blank = first.find(' ');
    if (!first.starts_with("HTTP/") || blank == std::string_view::npos || first.size() < blank + 4)
        return std::nullopt;
    out.status = (first[blank + 1] - '0') * 100 + (first[blank + 2] - '0') * 10 + (first[blank + 3] - '0');
    Headers headers;
    for (++at; at < block.size();) {
        const std::size_t end = std::min(block.find('\n', at), block.size());
        const std::string_view line = trimmed(block.substr(at, end - at));
        at = end + 1;
        if (line.empty())
            break;
        addHeader(headers, line);
    }
    std::string body(block.substr(std::min(at, block.size())));
    if (lowered(headerOf(headers, "transfer-encoding")).find("chunked") != std::string::npos)
        body = unchunked(body);
    const std::string packed = lowered(headerOf(headers, "content-encoding"));
    if (packed.find("gzip") != std::string::npos || packed == "deflate") {
        // Some tools keep the header and unpack the body.
        if (body.starts_with("\x1F\x8B") || packed == "deflate") {
            auto unpacked = inflated(body, largestRecord);
            if (auto* bytes = std::get_if<std::string>(&unpacked))
                body = std::move(*bytes);
            else if (body.starts_with("\x1F\x8B"))
                return std::nullopt;
        }
    } else if (packed == "br" && body.find("<") > 200) {
        auto unpacked = unbrotlied(body, largestRecord);
        if (auto* bytes = std::get_if<std::string>(&unpacked))
            body = std::move(*bytes);
    }
    const std::string type = headerOf(headers, "content-type");
    out.type = lowered(trimmed(type.substr(0, type.find(';'))));
    const std::string lower = lowered(type);
    if (const std::size_t charset = lower.find("charset="); charset != std::string::npos)
        out.charset = lower.substr(charset + 8, std::min<std::size_t>(lower.find(';', charset) - charset - 8, 40));
    out.body = std::move(body);
    return out;
}

bool isPage(const std::string& type) {
    return type == "text/html" || type == "application/xhtml+xml";
}

} // namespace

void takeWebArchive(Taking& taking, std::string_view bytes, const PartName& name, const PartHints& hints) {
    Source source(bytes);
    std::size_t records = 0, articles = 0, others = 0;
    const auto cutShort = [&] {
        taking.refuse(name, "this web archive is damaged or cut short behind record " + std::to_string(records),
                      "what came before was taken; save or copy it again");
    };
    while (!taking.stopped()) {
        std::optional<std::string> line = source.line();
        while (line && line->empty())
            line = source.line();
        if (!line)
            break;
        if (!line->starts_with("WARC/"))
            return cutShort();
        Headers headers;
        while ((line = source.line()) && !line->empty())
            addHeader(headers, *line);
        const std::string length = headerOf(headers, "content-length");
        if (!line || length.empty() || length.size() > 12 ||
            length.find_first_not_of("0123456789") != std::string::npos)
            return cutShort();
        ++records;
        const std::uint64_t size = std::stoull(length);
        const std::string type = headerOf(headers, "warc-type");
        const bool wanted = type == "response" || type == "resource" || type == "conversion";
        std::string block;
        if (!source.take(size, wanted ? largestRecord : 0, block))
            return cutShort();
        if (!wanted)
            continue;
        if (!taking.unpacked(block.size(), name))
            return;
        std::string url = headerOf(headers, "warc-target-uri");
        if (url.starts_with('<') && url.ends_with('>'))
            url = url.substr(1, url.size() - 2);
        const std::size_t scheme = url.find("://");
        const PartName part = name.inside(url.empty()                   ? "record " + std::to_string(records)
                                          : scheme == std::string::npos ? url
                                                                        : url.substr(scheme + 3));
        taking.progress(static_cast<std::size_t>(source.done()), bytes.size(), part);
        if (size > largestRecord) {
            taking.refuse(part, "this record has " + sizeInWords(size) + ", more than " + sizeInWords(largestRecord),
                          "take it out of the archive, and take in what you need");
            continue;
        }
        Reply reply;
        if (type == "response") {
            if (!url.starts_with("http"))
                continue; // DNS and the like
            auto found = replyOf(block);
            if (!found) {
                ++others;
                continue;
            }
            reply = std::move(*found);
        } else {
            const std::string said = headerOf(headers, "content-type");
            reply.type = lowered(trimmed(said.substr(0, said.find(';'))));
            reply.body = std::move(block);
        }
        if (reply.status != 200 || reply.body.empty()) {
            ++others;
            continue;
        }
        PartHints inner = hints;
        inner.url = url;
        inner.charset = reply.charset;
        const std::string date = headerOf(headers, "warc-date");
        inner.capturedAt = date;
        if (isPage(reply.type)) {
            PageHints page;
            page.url = url;
            page.charset = reply.charset;
            auto converted = readPage(reply.body, page);
            auto* document = std::get_if<Document>(&converted);
            if (!document || document->doubtful || countWords(document->text) < fewestWords) {
                ++others;
                continue;
            }
            document->capturedAt = date;
            ++articles;
            taking.article(std::move(reply.body), part, std::move(*document), inner);
        } else if (reply.type == "application/pdf" || reply.type == "text/plain" ||
                   (type == "conversion" && reply.type.starts_with("text/"))) {
            ++articles;
            taking.part(std::move(reply.body), part, inner);
        } else {
            ++others;
        }
    }
    if (taking.stopped())
        return;
    if (source.damaged())
        return cutShort();
    taking.skipped += others;
    if (articles == 0)
        taking.refuse(name,
                      "no page with an article's text is in this web archive (" +
                          countOf(records, "record", "records") + ")",
                      "open it in a web archive player, copy the article's text and paste it in");
}

} // namespace countercheck::intake
