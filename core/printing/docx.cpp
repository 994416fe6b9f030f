// SPDX-License-Identifier: GPL-3.0-or-later
// WordprocessingML, transitional (ECMA-376): named styles, a real list, real table headings, real links.
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
extern const char countercheck_docx_styles_begin[], countercheck_docx_styles_end[];
}

constexpr std::string_view xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

class Content {
public:
    std::string out;
    std::vector<std::string> links; ///< rId101, rId102, …

    void all(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            one(block);
    }

private:
    void text(std::string_view words, std::string_view properties) {
        for (std::size_t at = 0; at <= words.size();) {
            const std::size_t end = std::min(words.find_first_of("\n\t", at), words.size());
            if (end > at) {
                out.append("<w:r>").append(properties).append("<w:t xml:space=\"preserve\">");
                report::appendEscaped(out, words.substr(at, end - at));
                out += "</w:t></w:r>";
            }
            if (end < words.size())
                out.append("<w:r>")
                    .append(properties)
                    .append(words[end] == '\n' ? "<w:br/>" : "<w:tab/>")
                    .append("</w:r>");
            at = end + 1;
        }
    }
    void words(const Words& words) {
        static constexpr std::string_view styled = "<w:rPr><w:rStyle w:val=\"";
        for (const report::Run& run : words) {
            if (!run.status.empty())
                text(std::string(report::signOf(run.status)) + " ", "<w:rPr><w:b/></w:rPr>");
            const std::string shown = report::textOf({run});
            if (report::isWebAddress(run.link)) {
                links.push_back(run.link);
                out += "<w:hyperlink r:id=\"rId" + std::to_string(100 + links.size()) + "\">";
                text(shown, "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>");
                out += "</w:hyperlink>";
                continue;
            }
            std::string_view style;
            switch (run.style) {
            case Style::Plain:
                break;
            case Style::Strong:
            case Style::Status:
                style = "Strong";
                break;
            case Style::Quiet:
                style = "Quiet";
                break;
            case Style::Code:
                style = "Code";
                break;
            case Style::Unsigned:
                style = "Unsigned";
                break;
            }
            text(shown, style.empty() ? std::string() : std::string(styled) + std::string(style) + "\"/></w:rPr>");
        }
    }
    void begin(std::string_view style, std::string_view more = {}) {
        out.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/>").append(more).append("</w:pPr>");
    }
    void paragraph(std::string_view style, const Words& inside, std::string_view before = {}) {
        begin(style);
        text(before, {});
        words(inside);
        out += "</w:p>\n";
    }
    void pairs(std::string_view style, const Block& block) {
        for (const auto& row : block.rows) {
            begin(style);
            words(row[0]);
            out += "<w:r><w:tab/></w:r>";
            words(row[1]);
            out += "</w:p>\n";
        }
    }
    void row(const std::vector<Words>& cells, bool head) {
        static constexpr const char* widths[] = {"3400", "3000", "3238"};
        out += head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths[std::min<std::size_t>(i, 2)]);
            out += "\" w:type=\"dxa\"/></w:tcPr>";
            paragraph(head ? "TableHeading" : i == 0 ? "TableFirst" : "TableContents", cells[i]);
            out += "</w:tc>";
        }
        out += "</w:tr>\n";
    }
    void table(const Block& block) {
        out += "<w:tbl><w:tblPr><w:tblStyle w:val=\"Values\"/><w:tblW w:w=\"9638\" w:type=\"dxa\"/>"
               "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" "
               "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>"
               "<w:tblGrid><w:gridCol w:w=\"3400\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3238\"/></w:tblGrid>\n";
        row(block.head, true);
        for (const auto& cells : block.rows)
            row(cells, false);
        out += "</w:tbl>\n";
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
            paragraph("Heading1", block.words);
            return all(block.children);
        case Role::Finding:
            paragraph("Heading2", block.words);
            return all(block.children);
        case Role::Sentence:
            return paragraph("Sentence", block.words);
        case Role::Chips:
            return paragraph("Chips", report::inOneLine(block.items, " \xC2\xB7 "));
        case Role::Table:
            return table(block);
        case Role::Reasons:
            paragraph("Heading3", block.words);
            for (const Words& item : block.items) {
                begin("Reason", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
                words(item);
                out += "</w:p>\n";
            }
            return;
        case Role::Quote:
            return paragraph("Quote", block.words);
        case Role::Signed:
            for (const Words& item : block.items)
                paragraph("Signed", item);
            return;
        case Role::LeftOut:
            for (const auto& row : block.rows)
                paragraph("LeftOut", report::inOneLine(row, " \xE2\x80\x93 "));
            return;
        case Role::Remark:
            return paragraph("Remark", block.words);
        case Role::Empty:
            return paragraph("Empty", block.words);
        case Role::Source:
            paragraph("Heading2", block.words, block.label + "\xE2\x80\x83");
            for (const Words& item : block.items)
                paragraph("Source", item);
            return;
        case Role::Proof:
            paragraph("Heading3", block.words, block.label + ". ");
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

std::string relation(std::string_view id, std::string_view type, std::string_view target, bool external = false) {
    std::string out = "<Relationship Id=\"" + std::string(id) + "\" Type=\"";
    out.append(type.starts_with("http") ? "" : relations).append(type.starts_with("http") ? "" : "/").append(type);
    out += "\" Target=\"";
    report::appendEscaped(out, target);
    return out + (external ? "\" TargetMode=\"External\"/>\n" : "\"/>\n");
}

} // namespace

std::optional<std::string> toDocx(const report::Document& document, std::time_t time) {
    Content content;
    content.all(document.header);
    content.all(document.body);
    content.all(document.footer);
    const std::string namespaces = " xmlns:w=\"" + std::string(word) + "\" xmlns:r=\"" + std::string(relations) + "\"";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/";

    ZipWriter zip(time);
    zip.add("[Content_Types].xml",
            std::string(xml) + "<Types xmlns=\"" + package +
                "content-types\"><Default Extension=\"rels\" "
                "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                "<Override PartName=\"/word/styles.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
                "<Override PartName=\"/word/numbering.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>"
                "<Override PartName=\"/word/footer1.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
                "<Override PartName=\"/docProps/core.xml\" "
                "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n");
    zip.add("_rels/.rels",
            std::string(xml) + "<Relationships xmlns=\"" + package + "relationships\">\n" +
                relation("rId1", "officeDocument", "word/document.xml") +
                relation("rId2", package + "relationships/metadata/core-properties", "docProps/core.xml") +
                "</Relationships>\n");
    std::string parts = std::string(xml) + "<Relationships xmlns=\"" + package + "relationships\">\n" +
                        relation("rId1", "styles", "styles.xml") + relation("rId2", "numbering", "numbering.xml") +
                        relation("rId3", "footer", "footer1.xml");
    for (std::size_t i = 0; i < content.links.size(); ++i)
        parts += relation("rId" + std::to_string(101 + i), "hyperlink", content.links[i], true);
    zip.add("word/_rels/document.xml.rels", parts + "</Relationships>\n");
    zip.add("word/document.xml",
            std::string(xml) + "<w:document" + namespaces + "><w:body>\n" + content.out +
                "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" "
                "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n");
    std::string styles(countercheck_docx_styles_begin, countercheck_docx_styles_end);
    const std::string_view place = "@LANGUAGE@";
    for (std::size_t at = styles.find(place); at != std::string::npos; at = styles.find(place, at))
        styles.replace(at, place.size(), document.language == report::Language::French ? "fr-FR" : "en-GB");
    zip.add("word/styles.xml", styles);
    zip.add("word/numbering.xml",
            std::string(xml) + "<w:numbering" + namespaces +
                "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">"
                "<w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xE2\x80\x93\"/><w:lvlJc "
                "w:val=\"left\"/><w:pPr><w:ind w:left=\"284\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>"
                "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>\n");
    const auto field = [](const std::string& name) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " + name +
               " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r>"
               "<w:fldChar w:fldCharType=\"end\"/></w:r>";
    };
    zip.add("word/footer1.xml", std::string(xml) + "<w:ftr" + namespaces +
                                    "><w:p><w:pPr><w:pStyle w:val=\"Small\"/></w:pPr>" + field("PAGE") +
                                    "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES") +
                                    "</w:p></w:ftr>\n");
    std::string core = std::string(xml) + "<cp:coreProperties xmlns:cp=\"" + package +
                       "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>";
    report::appendEscaped(core, document.title);
    core += "</dc:title><dc:creator>";
    report::appendEscaped(core, document.author);
    core += "</dc:creator><dc:language>" + std::string(report::languageCode(document.language)) +
            "</dc:language></cp:coreProperties>\n";
    zip.add("docProps/core.xml", core);
    return zip.finish();
}

} // namespace countercheck::printing
