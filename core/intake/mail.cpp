// SPDX-License-Identifier: GPL-3.0-or-later
// Mails with what is attached to them, mailboxes (mbox), and pages that a browser saved as MHTML. (GMime; nothing is
// decrypted, no address in a mail is asked for anything.)
#include "core/intake/decode.h"
#include "core/intake/page.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace countercheck::intake {

namespace {

constexpr int deepest = 20;           ///< parts within parts
constexpr std::size_t coverNote = 25; ///< words: a shorter mail only brings its attachments

struct Unref {
    template <class Object> void operator()(Object* object) const {
        if (object)
            g_object_unref(object);
    }
};
template <class Object> using Owned = std::unique_ptr<Object, Unref>;

std::string words(const char* said) {
    return said ? std::string(trimmed(shownUtf8(said))) : std::string();
}

std::string header(GMimeObject* object, const char* name) {
    return words(g_mime_object_get_header(object, name));
}

std::string parameter(GMimeObject* object, const char* name) {
    return words(g_mime_object_get_content_type_parameter(object, name));
}

/// "text/html"
std::string typeOf(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    if (!type)
        return "text/plain";
    char* said = g_mime_content_type_get_mime_type(type);
    std::string out = lowered(words(said));
    g_free(said);
    return out;
}

/// A part's bytes without their transfer encoding.
std::string contentOf(GMimeObject* object) {
    GMimeDataWrapper* content = GMIME_IS_PART(object) ? g_mime_part_get_content(GMIME_PART(object)) : nullptr;
    if (!content)
        return {};
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return {reinterpret_cast<const char*>(array->data), array->len};
}

struct Attachment {
    std::string bytes, name, charset;
};
struct Parts {
    std::string text, html, htmlCharset, htmlLocation;
    std::vector<Attachment> attached;
    std::size_t left = 0; ///< pictures, signatures, invitations
    bool encrypted = false;
};

std::string textOf(GMimeObject* part) {
    const std::string bytes = contentOf(part);
    Decoded decoded = decodeAs(bytes, parameter(part, "charset"));
    if (decoded.encoding.empty())
        decoded = decode(bytes);
    std::string text;
    for (const char c : decoded.text)
        if (c != '\r')
            text += c;
    if (lowered(parameter(part, "format")) != "flowed")
        return text;
    // RFC 3676: a line that ends in a blank goes on in the next one.
    const bool deleteBlank = lowered(parameter(part, "delsp")) == "yes";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        const bool soft = line.ends_with(' ') && line != "-- ";
        out += soft && deleteBlank ? line.substr(0, line.size() - 1) : line;
        if (!soft && end < text.size())
            out += '\n';
        at = end + 1;
    }
    return out;
}

void collect(GMimeObject* object, Parts& parts, int depth) {
    if (!object || depth > deepest)
        return;
    const std::string type = typeOf(object);
    if (GMIME_IS_MULTIPART_ENCRYPTED(object) || type == "multipart/encrypted" ||
        (type.find("pkcs7-mime") != std::string::npos && lowered(parameter(object, "smime-type")) != "signed-data")) {
        parts.encrypted = true;
        return;
    }
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart* multipart = GMIME_MULTIPART(object);
        const int count = std::min(g_mime_multipart_get_count(multipart), 10'000);
        for (int i = 0; i < count; ++i)
            collect(g_mime_multipart_get_part(multipart, i), parts, depth + 1);
        return;
    }
    if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        char* whole = inner ? g_mime_object_to_string(GMIME_OBJECT(inner), nullptr) : nullptr;
        if (whole)
            parts.attached.push_back({whole, words(g_mime_message_get_subject(inner)) + ".eml", {}});
        g_free(whole);
        return;
    }
    if (!GMIME_IS_PART(object)) {
        ++parts.left;
        return;
    }
    const std::string fileName = words(g_mime_part_get_filename(GMIME_PART(object)));
    const char* said = g_mime_object_get_disposition(object);
    const bool attached = lowered(words(said)) == "attachment" || (!fileName.empty() && !type.starts_with("text/"));
    if (!attached && type == "text/plain") {
        const std::string text = textOf(object);
        parts.text += (parts.text.empty() || trimmed(text).empty() ? "" : "\n\n") + text;
    } else if (!attached && type == "text/html") {
        if (parts.html.empty()) {
            parts.html = contentOf(object);
            parts.htmlCharset = parameter(object, "charset");
            parts.htmlLocation = header(object, "Content-Location");
        }
    } else if (type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/") ||
               type.starts_with("font/") || type == "text/css" || type.find("javascript") != std::string::npos ||
               type.find("signature") != std::string::npos || type == "text/calendar" || type == "text/vcard" ||
               type == "text/x-vcard" || type == "application/ms-tnef") {
        ++parts.left;
    } else if (parts.attached.size() < 1000) {
        parts.attached.push_back({contentOf(object), fileName.empty() ? "attachment" : fileName,
                                  type.starts_with("text/") ? parameter(object, "charset") : std::string()});
    }
}

std::string dateOf(GMimeMessage* message) {
    GDateTime* date = g_mime_message_get_date(message);
    if (!date)
        return {};
    char* iso = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
    std::string out = instantOf(words(iso));
    g_free(iso);
    return out;
}

/// Who sends it: the name, else the domain of the address.
std::string senderOf(GMimeMessage* message) {
    InternetAddressList* from = g_mime_message_get_from(message);
    InternetAddress* first =
        from && internet_address_list_length(from) > 0 ? internet_address_list_get_address(from, 0) : nullptr;
    if (!first)
        return {};
    std::string name = collapsed(words(internet_address_get_name(first)));
    if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(first))
        return name;
    const std::string address = words(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
    const std::size_t at = address.find('@');
    return at == std::string::npos ? address : address.substr(at + 1);
}

void takeSavedPage(Taking& taking, std::string bytes, const PartName& name, GMimeMessage* message, const Parts& parts,
                   const PartHints& hints) {
    PageHints page;
    page.url = header(GMIME_OBJECT(message), "Snapshot-Content-Location");
    if (!isWebAddress(page.url))
        page.url = isWebAddress(parts.htmlLocation) ? parts.htmlLocation : hints.url;
    page.charset = parts.htmlCharset;
    auto converted = readPage(parts.html, page);
    if (const auto* fault = std::get_if<Fault>(&converted))
        return taking.refuse(name, *fault);
    auto& document = std::get<Document>(converted);
    document.mediaType = "multipart/related";
    if (document.capturedAt.empty())
        document.capturedAt = dateOf(message);
    if (document.info.title.empty())
        document.info.title = collapsed(words(g_mime_message_get_subject(message)));
    taking.article(std::move(bytes), name, std::move(document), hints);
}

void takeMessage(Taking& taking, std::string bytes, const PartName& name, GMimeMessage* message,
                 const PartHints& hints) {
    Parts parts;
    GMimeObject* root = g_mime_message_get_mime_part(message);
    collect(root, parts, 0);
    if (parts.encrypted)
        return taking.refuse(name, "this mail is encrypted", "decrypt it in your mail program and save its text");
    if (parts.text.find("-----BEGIN PGP MESSAGE-----") != std::string::npos)
        return taking.refuse(name, "this mail is encrypted (PGP)", "decrypt it in your mail program and save its text");
    GMimeObject* object = GMIME_OBJECT(message);
    const bool saved = !parts.html.empty() && (!header(object, "Snapshot-Content-Location").empty() ||
                                               header(object, "From").find("Saved by") != std::string::npos ||
                                               (root && typeOf(root) == "multipart/related" &&
                                                header(object, "To").empty() && header(object, "Received").empty()));
    if (saved)
        return takeSavedPage(taking, std::move(bytes), name, message, parts, hints);

    Document out;
    out.mediaType = "message/rfc822";
    out.info.title = collapsed(words(g_mime_message_get_subject(message)));
    out.info.publisher = senderOf(message);
    out.info.published = dateOf(message);
    std::string body(trimmed(parts.text));
    if (countWords(body) < 5 && !parts.html.empty()) {
        PageHints page;
        page.charset = parts.htmlCharset;
        page.whole = true;
        auto converted = readPage(parts.html, page);
        if (auto* document = std::get_if<Document>(&converted))
            body = trimmed(document->text);
    }
    if (parts.left > 0)
        out.remarks.push_back(countOf(parts.left, "picture or the like", "pictures and the like") + " left out");
    if (body.empty() && parts.attached.empty())
        return taking.refuse(name, "there is no text in this mail", "check that it was saved whole");
    if (!body.empty() && (countWords(body) >= coverNote || parts.attached.empty())) {
        Paragraphs text;
        if (!out.info.title.empty() && !body.starts_with(out.info.title))
            text.add(out.info.title);
        text.add(body);
        out.text = text.take();
        taking.article(std::move(bytes), name, std::move(out), hints);
    }
    PartHints inner;
    inner.capturedAt = hints.capturedAt;
    for (Attachment& attachment : parts.attached) {
        if (taking.stopped())
            return;
        const PartName part = name.inside(attachment.name);
        if (!taking.unpacked(attachment.bytes.size(), name))
            return;
        inner.charset = attachment.charset;
        taking.part(std::move(attachment.bytes), part, inner);
    }
}

} // namespace

void takeMail(Taking& taking, std::string bytes, const PartName& name, const PartHints& hints) {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const bool box = bytes.starts_with("From ");
    if (box)
        g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    std::size_t count = 0;
    while (!taking.stopped()) {
        const gint64 begin = g_mime_parser_tell(parser.get());
        const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message)
            break;
        if (++count > mostParts)
            return taking.refuse(name, "it holds more than " + std::to_string(mostParts) + " mails", "split it");
        if (!box) {
            takeMessage(taking, std::move(bytes), name, message.get(), hints);
            return;
        }
        const gint64 end = g_mime_parser_tell(parser.get());
        const PartName part = name.inside("mail " + std::to_string(count));
        taking.progress(static_cast<std::size_t>(std::max<gint64>(begin, 0)), bytes.size(), part);
        std::string own;
        if (begin >= 0 && end > begin && static_cast<std::size_t>(end) <= bytes.size())
            own = bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        takeMessage(taking, std::move(own), part, message.get(), hints);
        if (g_mime_parser_eos(parser.get()))
            break;
    }
    if (count == 0 && !taking.stopped())
        taking.refuse(name, "this mail cannot be read (its headers do not hold)", "save it again");
}

} // namespace countercheck::intake
