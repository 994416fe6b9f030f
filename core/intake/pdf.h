// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF's words with their places on the page, as poppler's pdftotext tells them, put together as running text: blocks
// in reading order, columns one after the other, paragraphs across lines, columns and pages, hyphenation mended,
// ligatures spelled out, running headers and footers set apart.
#pragma once

#include "core/intake/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

struct PdfLine {
    double left = 0, top = 0, right = 0, bottom = 0; ///< points, from the page's upper left corner
    std::string text;
};
struct PdfBlock {
    std::vector<PdfLine> lines;
};
struct PdfPage {
    double width = 0, height = 0;
    std::vector<PdfBlock> blocks;
};
struct PdfLayout {
    std::vector<PdfPage> pages;
    std::string title, author; ///< as the file names them; often of little use
};

/// What `pdftotext -bbox-layout` writes.
PdfLayout pdfLayout(std::string_view xhtml);
/// Its text; empty where there is none.
Document pdfText(const PdfLayout& layout);

} // namespace countercheck::intake
