// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/format.h"

#include "core/intake/pagewords.h"
#include "core/intake/strings.h"

#include <algorithm>
#include <array>

namespace countercheck::intake {

namespace {

constexpr std::size_t looked = 64 << 10;

constexpr std::string_view saveAsText = "open it, save it as text (.txt, UTF-8) and take that in";

Format plain() {
    return {.kind = Kind::Text, .name = "plain text", .todo = {}};
}
Format other(std::string_view name, std::string_view todo = saveAsText) {
    return {.kind = Kind::Unread, .name = std::string(name), .todo = std::string(todo)};
}
Format known(Kind kind, std::string_view name) {
    return {.kind = kind, .name = std::string(name), .todo = {}};
}

struct Magic {
    std::string_view bytes;
    std::string_view name;
    std::string_view todo = saveAsText;
};

constexpr std::string_view pictureTodo = "a picture has no text to read: type out its words and take the text in";
constexpr std::string_view unpackTodo = "unpack it and take in the text files";
constexpr std::string_view soundTodo = "write down what is said and take the text in";

constexpr std::array magics = {
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document",
          "open it, save it as DOCX, ODT or text and take that in"},
    Magic{std::string_view("SQLite format 3\0", 16), "a database, perhaps a Countercheck case",
          "if it is a case, open it as a case; articles come in as text files"},
    Magic{"BZh", "a bzip2 archive", unpackTodo},
    Magic{std::string_view("\xFD"
                           "7zXZ\0",
                           6),
          "an xz archive", unpackTodo},
    Magic{"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", unpackTodo},
    Magic{"Rar!\x1A", "a RAR archive", unpackTodo},
    Magic{"\x89PNG\r\n", "a picture (PNG)", pictureTodo},
    Magic{"\xFF\xD8\xFF", "a picture (JPEG)", pictureTodo},
    Magic{"GIF8", "a picture (GIF)", pictureTodo},
    Magic{std::string_view("II*\0", 4), "a picture (TIFF)", pictureTodo},
    Magic{std::string_view("MM\0*", 4), "a picture (TIFF)", pictureTodo},
    Magic{"\x7F"
          "ELF",
          "a program", "take in text files"},
    Magic{"OggS", "a sound or video file", soundTodo},
    Magic{"ID3", "a sound file", soundTodo},
    Magic{"%!PS", "a PostScript document"},
};

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

std::string_view leftTrimmed(std::string_view s) {
    while (!s.empty() && isBlank(s.front()))
        s.remove_prefix(1);
    return s;
}

/// The name of an XML document's outermost element, without its prefix; empty when it is none.
std::string_view rootOf(std::string_view start) {
    bool declared = false;
    while (start.starts_with("<?") || start.starts_with("<!--") || start.starts_with("<!")) {
        declared = declared || start.starts_with("<?xml");
        std::size_t end = start.starts_with("<!--") ? start.find("-->") : start.find('>');
        if (start.starts_with("<!doctype") && start.substr(0, end).find('[') != std::string_view::npos)
            end = start.find("]>");
        if (end == std::string_view::npos)
            return {};
        start = leftTrimmed(start.substr(start.find('>', end) + 1));
    }
    if (!start.starts_with('<'))
        return {};
    std::string_view name = start.substr(1, start.find_first_of(" \t\r\n/>", 1) - 1);
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
        name.remove_prefix(colon + 1);
    return name.empty() && declared ? std::string_view("?") : name;
}

/// Does the first line name the columns of a table of articles: a text and something else?
bool namesColumns(std::string_view text) {
    const std::string_view line = text.substr(0, std::min(text.find_first_of("\r\n"), std::size_t{2000}));
    for (const char delimiter : {',', ';', '\t', '|'}) {
        std::size_t fields = 0, known = 0;
        bool words = false;
        for (std::string_view rest = line; !rest.empty();) {
            const std::size_t end = rest.find(delimiter);
            std::string_view name = rest.substr(0, end);
            while (!name.empty() && (name.front() == '"' || name.front() == ' '))
                name.remove_prefix(1);
            while (!name.empty() && (name.back() == '"' || name.back() == ' '))
                name.remove_suffix(1);
            const std::string_view field = fieldOf(name);
            ++fields;
            known += !field.empty();
            words = words || field == "text" || field == "html";
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
        if (words && known >= 2 && known * 3 >= fields)
            return true;
    }
    return false;
}

/// Does a tag with this name open at the start of `lower`?
bool opensTag(std::string_view lower, std::string_view name) {
    return lower.size() > name.size() + 1 && lower.front() == '<' && lower.substr(1).starts_with(name) &&
           (isBlank(lower[name.size() + 1]) || lower[name.size() + 1] == '>' || lower[name.size() + 1] == '/');
}

/// A page or a piece of one. A few stray tags in an article's text make no page: the reading view sets them apart.
bool looksHtml(std::string_view lower, bool markdown) {
    std::string_view start = leftTrimmed(lower);
    while (start.starts_with("<!--") || start.starts_with("<?xml")) {
        const std::size_t end = start.find('>');
        if (end == std::string_view::npos)
            break;
        start = leftTrimmed(start.substr(end + 1));
    }
    if (start.starts_with("<!doctype html") || opensTag(start, "html") || opensTag(start, "head") ||
        opensTag(start, "body"))
        return true;
    if (lower.find("</html>") != std::string_view::npos || lower.find("</body>") != std::string_view::npos ||
        lower.find("<!doctype html") != std::string_view::npos)
        return true;
    static constexpr std::array<std::string_view, 16> tags = {"p",     "div",    "article", "section", "span", "a",
                                                              "meta",  "script", "h1",      "h2",      "ul",   "li",
                                                              "table", "main",   "link",    "br"};
    const auto opensAny = [&](std::string_view at) {
        return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return opensTag(at, tag); });
    };
    if (!markdown && opensAny(start))
        return true;
    std::size_t found = 0;
    for (std::size_t at = 0; (at = lower.find('<', at)) != std::string_view::npos; ++at)
        found += opensAny(lower.substr(at, 16));
    // One tag in 150 bytes is a page's density, not an accident.
    return !markdown && found >= 10 && found * 150 > lower.size();
}

bool looksMail(std::string_view lower, std::string_view extension) {
    static constexpr std::array<std::string_view, 9> headers = {
        "received:",       "return-path:",  "delivered-to:",
        "message-id:",     "mime-version:", "x-mozilla-status:",
        "dkim-signature:", "content-type:", "snapshot-content-location:"};
    static constexpr std::array<std::string_view, 4> common = {"from:", "subject:", "to:", "date:"};
    const bool named =
        extension == "eml" || extension == "mht" || extension == "mhtml" || extension == "mbox" || extension == "mbx";
    std::size_t found = 0, lines = 0;
    for (std::size_t at = 0; at < lower.size() && lines < 60; ++lines) {
        std::size_t end = lower.find('\n', at);
        end = end == std::string_view::npos ? lower.size() : end;
        const std::string_view line = lower.substr(at, end - at);
        if (leftTrimmed(line).empty())
            break; // the headers end with an empty line
        const auto opens = [&](std::string_view h) { return line.starts_with(h); };
        found += std::any_of(headers.begin(), headers.end(), opens) ||
                 (named && std::any_of(common.begin(), common.end(), opens));
        at = end + 1;
    }
    return found >= 2;
}

} // namespace

Format formatOfBytes(std::string_view bytes) {
    // A PDF may begin with some bytes that do not belong to it.
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos &&
        (bytes.starts_with("%PDF-") || bytes.find("endobj") != std::string_view::npos))
        return known(Kind::Pdf, "a PDF document");
    if (bytes.starts_with("{\\rtf"))
        return known(Kind::Rtf, "an RTF document");
    if (bytes.starts_with("\x1F\x8B"))
        return known(Kind::Gzip, "a gzip archive");
    if (bytes.starts_with("WARC/"))
        return known(Kind::WebArchive, "a web archive (WARC)");
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return known(Kind::Zip, "a ZIP archive");
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") &&
        bytes.find(std::string_view("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)) != std::string_view::npos)
        return other("an encrypted Office document", "open it with its password, save it without one and take that in");
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes))
            return other(magic.name, magic.todo);
    if (bytes.starts_with("RIFF") && bytes.size() > 12)
        return bytes.substr(8, 4) == "WEBP" ? other("a picture (WebP)", pictureTodo)
                                            : other("a sound or video file", soundTodo);
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp")
        return other("a video file", soundTodo);
    return plain();
}

Format formatOfText(std::string_view utf8, std::string_view extension) {
    const std::string_view head = utf8.substr(0, looked);
    std::size_t controls = 0;
    for (const char c : head)
        controls += (static_cast<unsigned char>(c) < 0x20 && !isBlank(c) && c != '\v' && c != '\x1B') || c == '\x7F';
    if (head.find('\0') != std::string_view::npos || controls * 100 > head.size())
        return other("a binary file, not text",
                     "check that it is the right file; save the article as text (.txt, UTF-8)");

    const std::string lower = lowered(head);
    const std::string_view start = leftTrimmed(lower);
    if (start.starts_with("{\\rtf"))
        return known(Kind::Rtf, "an RTF document");
    const std::string_view root = start.starts_with('<') ? rootOf(start) : std::string_view();
    if (root == "rss" || root == "rdf" || root == "feed" || root == "channel")
        return known(Kind::Feed, "a feed (RSS or Atom)");
    if (root == "newsmessage" || root == "newsitem" || root == "packageitem" || root == "nitf" || root == "newsml")
        return known(Kind::NewsMl, "a news item (NewsML)");
    if (root == "document" && lower.find("urn:oasis:names:tc:opendocument") != std::string::npos)
        return known(Kind::FlatOpenText, "an OpenDocument text");
    if (looksMail(lower, extension))
        return known(Kind::Mail, "a mail or a saved page");
    if (looksHtml(lower, extension == "md" || extension == "markdown"))
        return known(Kind::Page, "a web page (HTML)");
    if (start.starts_with("<?xml"))
        return other("an XML file", "save the article as a web page or as text and take that in");
    const auto firstOf = [](std::string_view words) { return words.empty() ? '\0' : words.front(); };
    const bool object = start.starts_with('{') && (firstOf(leftTrimmed(start.substr(1))) == '"');
    const bool list = start.starts_with('[') && (firstOf(leftTrimmed(start.substr(1))) == '{');
    if (object || list || extension == "json" || extension == "jsonl" || extension == "ndjson")
        return known(Kind::Json, "a JSON file");
    if (extension == "csv" || extension == "tsv" || namesColumns(leftTrimmed(head)))
        return known(Kind::Table, "a table (CSV)");
    return plain();
}

Format formatOfZip(std::string_view mimetype, bool word, bool sheet, bool slides, bool webBundle) {
    if (mimetype.starts_with("application/vnd.oasis.opendocument.text"))
        return known(Kind::OpenText, "an OpenDocument text (ODT)");
    if (mimetype.starts_with("application/epub+zip"))
        return known(Kind::Book, "an e-book (EPUB)");
    if (mimetype.starts_with("application/vnd.oasis.opendocument"))
        return other("an OpenDocument file that is no text", "save its words as text and take that in");
    if (word)
        return known(Kind::Word, "a Word document (DOCX)");
    if (sheet)
        return other("a spreadsheet (XLSX)", "save it as CSV, with a column for the articles' text, and take that in");
    if (slides)
        return other("a presentation (PPTX)", "save its words as text and take that in");
    if (webBundle)
        return known(Kind::WebBundle, "a web archive (WACZ)");
    return known(Kind::Zip, "a ZIP archive");
}

std::string wrongExtension(const Format& format, std::string_view extension) {
    struct Extension {
        std::string_view name;
        Kind kind;
    };
    static constexpr std::array table = {
        Extension{"txt", Kind::Text},       Extension{"md", Kind::Text},           Extension{"markdown", Kind::Text},
        Extension{"html", Kind::Page},      Extension{"htm", Kind::Page},          Extension{"xhtml", Kind::Page},
        Extension{"mhtml", Kind::Mail},     Extension{"mht", Kind::Mail},          Extension{"eml", Kind::Mail},
        Extension{"mbox", Kind::Mail},      Extension{"pdf", Kind::Pdf},           Extension{"docx", Kind::Word},
        Extension{"docm", Kind::Word},      Extension{"doc", Kind::Unread},        Extension{"odt", Kind::OpenText},
        Extension{"ott", Kind::OpenText},   Extension{"fodt", Kind::FlatOpenText}, Extension{"rtf", Kind::Rtf},
        Extension{"epub", Kind::Book},      Extension{"rss", Kind::Feed},          Extension{"atom", Kind::Feed},
        Extension{"json", Kind::Json},      Extension{"jsonl", Kind::Json},        Extension{"ndjson", Kind::Json},
        Extension{"csv", Kind::Table},      Extension{"tsv", Kind::Table},         Extension{"warc", Kind::WebArchive},
        Extension{"wacz", Kind::WebBundle}, Extension{"zip", Kind::Zip},           Extension{"gz", Kind::Gzip},
    };
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const Extension& e) { return e.name == extension; });
    if (found == table.end() || found->kind == format.kind)
        return {};
    return "its name ends in ." + std::string(extension) + ", its content is " + format.name;
}

} // namespace countercheck::intake
