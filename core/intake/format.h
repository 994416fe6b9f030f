// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of file is this, going by its content rather than its name? What is not read is named all the same, so that
// its markup or its bytes are never taken for an article's words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace countercheck::intake {

enum class Kind : std::uint8_t {
    Unread, ///< a format that is not read, or no text at all
    Text,   ///< plain text and Markdown
    Page,   ///< HTML
    Mail,   ///< a mail, a mailbox, or a page saved as MHTML
    Pdf,
    Word,     ///< DOCX
    OpenText, ///< ODT
    FlatOpenText,
    Rtf,
    Book,       ///< EPUB
    Feed,       ///< RSS, Atom
    NewsMl,     ///< NewsML-G2, NITF
    Json,       ///< ninjs, articles in JSON or JSON Lines
    Table,      ///< CSV
    WebArchive, ///< WARC
    WebBundle,  ///< WACZ
    Gzip,
    Zip
};

struct Format {
    Kind kind = Kind::Text;
    std::string name; ///< for people: "a PDF document"
    std::string todo; ///< of Unread: what to do with it
};

/// Goes by the first bytes (magic numbers) before decoding. Kind::Text: nothing known, decode and look again. A ZIP is
/// Kind::Zip, whatever is in it.
Format formatOfBytes(std::string_view bytes);

/// Goes by the decoded text: HTML, XML, RTF, mail, JSON, CSV, or control characters that no text has.
/// @param extension of the file name, lower case, without the point; may be empty
Format formatOfText(std::string_view utf8, std::string_view extension);

/// What a ZIP is, by the names in it and what its member "mimetype" says (empty: it has none).
Format formatOfZip(std::string_view mimetype, bool word, bool sheet, bool slides, bool webBundle);

/// "its name ends in .txt, its content is a PDF document"; empty when name and content agree, or the name says nothing.
std::string wrongExtension(const Format& format, std::string_view extension);

} // namespace countercheck::intake
