// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/format.h"

#include <algorithm>
#include <array>

namespace countercheck::intake {

namespace {

constexpr std::size_t looked = 64 << 10;

constexpr std::string_view saveAsText = "open it, save it as text (.txt, UTF-8) and take that in";

Format plain() {
    return {.text = true, .name = {}, .todo = {}};
}
Format other(std::string_view name, std::string_view todo = saveAsText) {
    return {.text = false, .name = std::string(name), .todo = std::string(todo)};
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
    Magic{"%PDF-", "a PDF document"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"},
    Magic{"{\\rtf", "an RTF document"},
    Magic{std::string_view("SQLite format 3\0", 16), "a database, perhaps a Countercheck case",
          "if it is a case, open it as a case; articles come in as text files"},
    Magic{"\x1F\x8B", "a gzip archive", unpackTodo},
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
    Magic{"WARC/", "a web archive (WARC)", "open the page in a browser, copy its text and paste it in"},
};

std::string lowered(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return out;
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

std::string_view leftTrimmed(std::string_view s) {
    while (!s.empty() && isBlank(s.front()))
        s.remove_prefix(1);
    return s;
}

Format zip(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, looked);
    const auto has = [&](std::string_view words) { return head.find(words) != std::string_view::npos; };
    if (has("mimetypeapplication/vnd.oasis.opendocument"))
        return other("an OpenDocument file (ODT)");
    if (has("mimetypeapplication/epub+zip"))
        return other("an e-book (EPUB)");
    if (has("word/"))
        return other("a Word document (DOCX)");
    if (has("xl/"))
        return other("a spreadsheet (XLSX)");
    return other("a ZIP archive", unpackTodo);
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

bool looksMail(std::string_view lower) {
    static constexpr std::array<std::string_view, 8> headers = {
        "received:",     "return-path:",      "delivered-to:",   "message-id:",
        "mime-version:", "x-mozilla-status:", "dkim-signature:", "content-type:"};
    std::size_t found = 0, lines = 0;
    for (std::size_t at = 0; at < lower.size() && lines < 60; ++lines) {
        std::size_t end = lower.find('\n', at);
        end = end == std::string_view::npos ? lower.size() : end;
        const std::string_view line = lower.substr(at, end - at);
        if (leftTrimmed(line).empty())
            break; // the headers end with an empty line
        found += std::any_of(headers.begin(), headers.end(), [&](std::string_view h) { return line.starts_with(h); });
        at = end + 1;
    }
    return found >= 2;
}

} // namespace

Format formatOfBytes(std::string_view bytes) {
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes))
            return other(magic.name, magic.todo);
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return zip(bytes);
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
        return other("an RTF document");
    if (looksHtml(lower, extension == "md" || extension == "markdown"))
        return other("a web page (HTML)",
                     "open it in a browser, copy the article's text and paste it in, or save it as text (.txt)");
    if (start.starts_with("<?xml") || start.starts_with("<rss") || start.starts_with("<feed") ||
        start.starts_with("<newsml") || start.starts_with("<nitf"))
        return other("an XML file");
    if (looksMail(lower))
        return other("a mail or a saved page (EML, MHTML)");
    if (start.starts_with("{\"") || start.starts_with("[{") || extension == "json" || extension == "jsonl")
        return other("a JSON file",
                     "take in its articles' texts one by one, or use “countercheck-cli compare --jsonl”");
    if (extension == "csv" || extension == "tsv")
        return other("a table (CSV)", "save each article as a text file (.txt) and take those in");
    return plain();
}

} // namespace countercheck::intake
