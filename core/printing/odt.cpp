// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument text 1.3: named styles for everything, so that a newsroom can put on its own.
#include "core/printing/writers.h"

#include "core/printing/zip.h"
#include "core/report/escape.h"
#include "core/report/plaintext.h"

namespace countercheck::printing {

namespace {

using report::Block;
using report::Role;
using report::Style;
using report::Words;

extern "C" {
extern const char countercheck_odt_styles_begin[], countercheck_odt_styles_end[];
}

constexpr std::string_view declarations =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
    "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";
constexpr std::string_view xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Runs of blanks, tabs and line ends, which XML would fold.
void appendText(std::string& out, std::string_view words) {
    bool blank = true; // at the beginning a blank would be lost, too
    std::string plain;
    const auto flush = [&] {
        report::appendEscaped(out, plain);
        plain.clear();
    };
    for (const char c : words) {
        if (c == ' ' && blank) {
            flush();
            out += "<text:s/>";
        } else if (c == '\n' || c == '\t') {
            flush();
            out += c == '\n' ? "<text:line-break/>" : "<text:tab/>";
        } else {
            plain += c;
        }
        blank = c == ' ' || c == '\n' || c == '\t';
    }
    flush();
}

class Content {
public:
    std::string out;

    void all(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            one(block);
    }

private:
    std::size_t tables_ = 0;

    void words(const Words& words) {
        for (const report::Run& run : words) {
            if (!run.status.empty())
                span("Sign", std::string(report::signOf(run.status)) + " ");
            const std::string text = report::textOf({run});
            if (report::isWebAddress(run.link)) {
                out += "<text:a xlink:type=\"simple\" xlink:href=\"";
                report::appendEscaped(out, run.link);
                out += "\">";
                appendText(out, text);
                out += "</text:a>";
                continue;
            }
            switch (run.style) {
            case Style::Plain:
                appendText(out, text);
                break;
            case Style::Strong:
            case Style::Status:
                span("Strong", text);
                break;
            case Style::Quiet:
                span("Quiet", text);
                break;
            case Style::Code:
                span("Code", text);
                break;
            case Style::Unsigned:
                span("Unsigned", text);
                break;
            }
        }
    }
    void span(std::string_view style, std::string_view text) {
        out.append("<text:span text:style-name=\"").append(style).append("\">");
        appendText(out, text);
        out += "</text:span>";
    }
    void paragraph(std::string_view style, const Words& inside) {
        out.append("<text:p text:style-name=\"").append(style).append("\">");
        words(inside);
        out += "</text:p>\n";
    }
    void heading(int level, const Words& inside, std::string_view before = {}) {
        const std::string number = std::to_string(level);
        out += "<text:h text:style-name=\"Heading_20_" + number + "\" text:outline-level=\"" + number + "\">";
        appendText(out, before);
        words(inside);
        out += "</text:h>\n";
    }
    void list(const Block& block) {
        out += "<text:list text:style-name=\"Dashes\">\n";
        for (const Words& item : block.items) {
            out += "<text:list-item>";
            paragraph("Reason", item);
            out += "</text:list-item>\n";
        }
        out += "</text:list>\n";
    }
    void pairs(std::string_view style, const Block& block) {
        for (const auto& row : block.rows) {
            out.append("<text:p text:style-name=\"").append(style).append("\">");
            words(row[0]);
            out += "<text:tab/>";
            words(row[1]);
            out += "</text:p>\n";
        }
    }
    void table(const Block& block) {
        out += "<table:table table:name=\"Values" + std::to_string(++tables_) + "\" table:style-name=\"Values\">\n";
        for (std::size_t i = 0; i < block.head.size(); ++i)
            out += "<table:table-column table:style-name=\"Values." + std::string(1, static_cast<char>('A' + i)) +
                   "\"/>\n";
        out += "<table:table-header-rows><table:table-row>";
        for (const Words& cell : block.head)
            this->cell("Table_20_Heading", cell);
        out += "</table:table-row></table:table-header-rows>\n";
        for (const auto& row : block.rows) {
            out += "<table:table-row>";
            for (std::size_t i = 0; i < row.size(); ++i)
                cell(i == 0 ? "Table_20_First" : "Table_20_Contents", row[i]);
            out += "</table:table-row>\n";
        }
        out += "</table:table>\n";
    }
    void cell(std::string_view style, const Words& inside) {
        out += "<table:table-cell table:style-name=\"Values.Cell\" office:value-type=\"string\">";
        paragraph(style, inside);
        out += "</table:table-cell>";
    }

    void one(const Block& block) {
        switch (block.role) {
        case Role::Kicker:
            return paragraph("Kicker", block.words);
        case Role::Title:
            return paragraph("Title", block.words);
        case Role::Facts:
            return pairs("Facts", block);
        case Role::Warning:
            return paragraph("Warning", block.words);
        case Role::Section:
            heading(1, block.words);
            return all(block.children);
        case Role::Finding:
            heading(2, block.words);
            return all(block.children);
        case Role::Sentence:
            return paragraph("Sentence", block.words);
        case Role::Chips:
            return paragraph("Chips", report::inOneLine(block.items, " \xC2\xB7 "));
        case Role::Table:
            return table(block);
        case Role::Reasons:
            heading(3, block.words);
            return list(block);
        case Role::Quote:
            return paragraph("Quotations", block.words);
        case Role::Signed:
            for (const Words& item : block.items)
                paragraph("Signed", item);
            return;
        case Role::LeftOut:
            for (const auto& row : block.rows)
                paragraph("Left_20_out", report::inOneLine(row, " \xE2\x80\x93 "));
            return;
        case Role::Remark:
            return paragraph("Remark", block.words);
        case Role::Empty:
            return paragraph("Empty", block.words);
        case Role::Source:
            heading(2, block.words, block.label + "\xE2\x80\x83");
            for (const Words& item : block.items)
                paragraph("Source", item);
            return;
        case Role::Proof:
            heading(3, block.words, block.label + ". ");
            return pairs("Proof", block);
        case Role::Seal:
            return paragraph("Seal", block.words);
        case Role::Boxes:
            return paragraph("Chips", report::boxed(block.items));
        case Role::Ruled:
            for (const Words& item : block.items)
                paragraph("Ruled", item);
            return;
        }
    }
};

} // namespace

std::optional<std::string> toOdt(const report::Document& document, std::time_t time) {
    Content content;
    content.all(document.header);
    content.all(document.body);
    content.all(document.footer);
    const std::string language(report::languageCode(document.language));
    std::string styles(countercheck_odt_styles_begin, countercheck_odt_styles_end);
    for (const auto& [place, value] : {std::pair<std::string_view, std::string_view>("@LANGUAGE@", language),
                                       {"@COUNTRY@", language == "fr" ? "FR" : "GB"}})
        for (std::size_t at = styles.find(place); at != std::string::npos; at = styles.find(place, at))
            styles.replace(at, place.size(), value);
    std::string meta(xml);
    meta.append("<office:document-meta ").append(declarations).append("><office:meta><meta:generator>Countercheck/");
    meta += COUNTERCHECK_VERSION "</meta:generator><dc:title>";
    report::appendEscaped(meta, document.title);
    meta += "</dc:title><dc:creator>";
    report::appendEscaped(meta, document.author);
    meta += "</dc:creator><dc:language>" + language + "</dc:language></office:meta></office:document-meta>\n";

    ZipWriter zip(time);
    zip.add("mimetype", "application/vnd.oasis.opendocument.text", false);
    zip.add("META-INF/manifest.xml",
            std::string(xml) +
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                "manifest:version=\"1.3\">\n<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
                "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
                "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
                "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
                "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
                "</manifest:manifest>\n");
    std::string body(xml);
    body.append("<office:document-content ").append(declarations);
    body += "><office:automatic-styles>"
            "<style:style style:name=\"Values\" style:family=\"table\"><style:table-properties style:width=\"17cm\" "
            "table:align=\"margins\" fo:margin-bottom=\"0.2cm\"/></style:style>";
    for (const char* const column : {"A\" style:family=\"table-column\"><style:table-column-properties "
                                     "style:column-width=\"6.2cm\"",
                                     "B\" style:family=\"table-column\"><style:table-column-properties "
                                     "style:column-width=\"5.4cm\"",
                                     "C\" style:family=\"table-column\"><style:table-column-properties "
                                     "style:column-width=\"5.4cm\""})
        body += std::string("<style:style style:name=\"Values.") + column + "/></style:style>";
    body += "<style:style style:name=\"Values.Cell\" style:family=\"table-cell\"><style:table-cell-properties "
            "fo:border-top=\"0.5pt solid #dcdcd8\" fo:padding-top=\"0.06cm\" fo:padding-bottom=\"0.06cm\" "
            "fo:padding-right=\"0.3cm\"/></style:style></office:automatic-styles><office:body><office:text>\n";
    body += content.out;
    body += "</office:text></office:body></office:document-content>\n";
    zip.add("content.xml", body);
    zip.add("styles.xml", styles);
    zip.add("meta.xml", meta);
    return zip.finish();
}

} // namespace countercheck::printing
