// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes under any name: articles with text in UTF-8 and a capture, or messages of one line; tables, markup and the
// words of a PDF's pages hold together. (A PDF's own bytes are another program's: they are not made here.)
#include "core/intake/decode.h"
#include "core/intake/intake.h"
#include "core/intake/markup.h"
#include "core/intake/pdf.h"
#include "core/intake/table.h"
#include "tests/fuzz/target.h"

#include <array>

using countercheck::fuzz::require;
using namespace countercheck::intake;

namespace {

bool isUtf8(std::string_view text) {
    return validUtf8Prefix(text) == text.size();
}

void checkTable(std::string_view text) {
    TableReader reader(text);
    TableRow row;
    std::size_t end = 0, line = 0;
    while (reader.next(row)) {
        require(row.begin >= end && row.end > row.begin && row.end <= text.size(), "rows stand one behind the other");
        require(row.line > line && !row.fields.empty(), "a row has a line and a field");
        end = row.end;
        line = row.line;
    }
}

void checkMarkup(std::string_view text) {
    const char* last = text.data();
    for (const MarkupElement& element : elementsOf(text, "item")) {
        require(element.whole.data() >= last, "elements stand one behind the other");
        require(element.whole.starts_with('<') && element.whole.size() >= element.tag.size() + element.inner.size(),
                "an element holds its tag and what is in it");
        last = element.whole.data() + element.whole.size();
        (void)charactersOf(element.inner);
        (void)attributeIn(element.tag, "href");
    }
    require(last <= text.data() + text.size(), "elements lie in the text");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::array<const char*, 10> names = {"a.txt",  "a.rtf", "a.csv",  "a.jsonl", "a.xml",
                                                          "a.warc", "a.eml", "a.mbox", "a.zip",   "a.docx"};
    if (size == 0)
        return 0;
    const std::string name = names[data[0] % names.size()];
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    checkTable(bytes);
    checkMarkup(bytes);
    const Document pages = pdfText(pdfLayout(bytes));
    require(!isUtf8(bytes) || isUtf8(pages.text), "pages of UTF-8 give UTF-8");
    if (bytes.find("%PDF") != std::string::npos)
        return 0;
    std::size_t handed = 0;
    readBytes(bytes, name, {}, [&](Taken&& taken) {
        ++handed;
        if (const auto* captured = std::get_if<Captured>(&taken)) {
            const auto& article = captured->edit.article;
            require(isUtf8(article.text.get()), "a text is UTF-8");
            require(!article.text.empty() && !captured->edit.bytes.empty(), "an article has a text and a capture");
            require(article.id.sha256.size() == 64 && !article.capturedAt.empty(), "an article is named and dated");
        } else {
            const std::string& message = std::get<Refusal>(taken).message;
            require(message.starts_with("a.") && message.ends_with('.') && message.find("; ") != std::string::npos,
                    "a message says where, what, and what to do");
            require(message.find('\n') == std::string::npos && isUtf8(message), "a message is one line");
        }
        return handed < 200;
    });
    require(handed > 0, "nothing goes without a word");
    return 0;
}
