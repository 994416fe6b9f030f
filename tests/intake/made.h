// SPDX-License-Identifier: GPL-3.0-or-later
// Documents made in memory, byte by byte, for the tests of intake: archives, PDF, web archives.
#pragma once

#include "core/intake/intake.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

namespace countercheck::made {

inline std::string number(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return out;
}

inline std::string deflated(std::string_view bytes, int windowBits) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    std::string in(bytes);
    stream.next_in = reinterpret_cast<unsigned char*>(in.data());
    stream.avail_in = static_cast<unsigned>(in.size());
    stream.next_out = reinterpret_cast<unsigned char*>(out.data());
    stream.avail_out = static_cast<unsigned>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}
inline std::string gzipped(std::string_view bytes) {
    return deflated(bytes, 15 + 16);
}

struct Member {
    std::string name, bytes;
    bool encrypted = false; ///< only marked so
};

/// A ZIP (APPNOTE.TXT): what is longer than 200 bytes is packed.
inline std::string zip(const std::vector<Member>& members) {
    std::string out, directory;
    for (const Member& member : members) {
        const bool packed = member.bytes.size() > 200;
        const std::string data = packed ? deflated(member.bytes, -15) : member.bytes;
        const auto crc = crc32(0, reinterpret_cast<const unsigned char*>(member.bytes.data()),
                               static_cast<unsigned>(member.bytes.size()));
        const std::string common = number(20, 2) + number(member.encrypted ? 1 : 0x800, 2) + number(packed ? 8 : 0, 2) +
                                   number(0, 4) + number(crc, 4) + number(data.size(), 4) +
                                   number(member.bytes.size(), 4) + number(member.name.size(), 2) + number(0, 2);
        const std::size_t at = out.size();
        out += "PK\x03\x04" + common + member.name + data;
        directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                     number(at, 4) + member.name;
    }
    const std::size_t at = out.size();
    return out + directory + "PK\x05\x06" + number(0, 4) + number(members.size(), 2) + number(members.size(), 2) +
           number(directory.size(), 4) + number(at, 4) + number(0, 2);
}

/// A DOCX with that document body (WordprocessingML) and further parts.
inline std::string docx(const std::string& body, std::vector<Member> more = {}) {
    std::vector<Member> members = {
        {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
                              "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                              "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
                                  body + "</w:body></w:document>"}};
    members.insert(members.end(), more.begin(), more.end());
    return zip(members);
}

/// An ODT with that text body and further members.
inline std::string odt(const std::string& body, std::vector<Member> more = {}) {
    std::vector<Member> members = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
                        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>" +
                            body + "</office:text></office:body></office:document-content>"}};
    members.insert(members.end(), more.begin(), more.end());
    return zip(members);
}

struct PdfWords {
    double x = 0, y = 0; ///< points from the lower left corner
    std::string text;
    int size = 11;
};
/// A PDF (ISO 32000) with those words on its pages, in Helvetica.
inline std::string pdf(const std::vector<std::vector<PdfWords>>& pages, const std::string& trailer = {}) {
    std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>",
                                        {},
                                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
    std::string kids;
    for (const auto& page : pages) {
        std::string content;
        for (const PdfWords& words : page) {
            std::string escaped;
            for (const char c : words.text)
                escaped += c == '(' || c == ')' || c == '\\' ? std::string("\\") + c : std::string(1, c);
            content += "BT /F1 " + std::to_string(words.size) + " Tf " + std::to_string(words.x) + ' ' +
                       std::to_string(words.y) + " Td (" + escaped + ") Tj ET\n";
        }
        objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "endstream");
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents " +
                          std::to_string(objects.size()) + " 0 R>>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        at.push_back(out.size());
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t table = out.size();
    out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : at) {
        std::string digits = std::to_string(offset);
        out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return out + "trailer\n<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + trailer +
           ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

/// One record of a WARC.
inline std::string warcRecord(const std::string& type, const std::string& url, const std::string& contentType,
                              const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nWARC-Date: 2026-01-14T07:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}
inline std::string warcPage(const std::string& url, const std::string& body, const std::string& headers = {}) {
    return warcRecord("response", url, "application/http; msgtype=response",
                      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body);
}

/// All texts of what was read, for comparing.
inline std::vector<std::string> textsOf(const intake::Contents& contents) {
    std::vector<std::string> out;
    for (const intake::Captured& one : contents.articles)
        out.push_back(one.edit.article.text.get());
    return out;
}

} // namespace countercheck::made
