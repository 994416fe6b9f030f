// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/pdf.h"

#include "core/intake/child.h"
#include "core/intake/markup.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace countercheck::intake {

namespace {

constexpr std::size_t mostPages = 1000;

double numberIn(std::string_view tag, std::string_view name) {
    const std::string said = attributeIn(tag, name);
    return said.empty() ? 0.0
                        : std::strtod(said.c_str(), nullptr); // NOLINT: poppler writes "C" numbers, and LC_NUMERIC is C
}

/// Ligatures and letters in presentation forms are spelled with the letters that were meant (Unicode's NFKC, for these
/// blocks only: ² and ½ stay what they are).
std::string spelled(const std::string& text) {
    bool needed = false;
    for (std::size_t i = 0; i + 2 < text.size() && !needed; ++i)
        needed = text[i] == '\xEF' && static_cast<unsigned char>(text[i + 1]) >= 0xAC;
    if (!needed)
        return text;
    const QString all = QString::fromStdString(text);
    QString out;
    for (const QChar c : all) {
        const char16_t u = c.unicode();
        const bool form = (u >= 0xFB00 && u <= 0xFB4F) || (u >= 0xFB50 && u <= 0xFDFF) || (u >= 0xFE70 && u <= 0xFEFC);
        out += form ? QString(c).normalized(QString::NormalizationForm_KC) : QString(c);
    }
    return out.toStdString();
}

bool isLower(std::string_view s) { // letters of European scripts
    if (s.empty())
        return false;
    if (static_cast<unsigned char>(s[0]) < 0x80)
        return s[0] >= 'a' && s[0] <= 'z';
    const QString one = QString::fromUtf8(s.data(), static_cast<int>(std::min<std::size_t>(s.size(), 4)));
    return !one.isEmpty() && one[0].isLower();
}
bool isLetterByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool endsSentence(std::string_view text) {
    for (const std::string_view mark : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"})
        if (text.ends_with(mark))
            text.remove_suffix(mark.size());
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
           text.ends_with("\xE2\x80\xA6") || text.ends_with("\xD8\x9F");
}

class Composer {
public:
    explicit Composer(const PdfLayout& layout) : l_(layout) {}

    Document compose() {
        measure();
        findRunning();
        for (std::size_t p = 0; p < l_.pages.size(); ++p)
            for (const PdfBlock& block : l_.pages[p].blocks)
                add(block, p);
        close();
        out_.text = text_.take();
        out_.info.title = title();
        return std::move(out_);
    }

private:
    const PdfLayout& l_;
    Document out_;
    Paragraphs text_;
    std::string open_; ///< the paragraph that may go on
    double openHeight_ = 0;
    double usual_ = 10; ///< height of most lines
    std::set<std::string> running_, shown_;
    std::unordered_map<std::string, int> words_;

    static double heightOf(const PdfLine& line) { return line.bottom - line.top; }

    void measure() {
        std::map<int, std::size_t> heights; // half points → characters
        for (const PdfPage& page : l_.pages)
            for (const PdfBlock& block : page.blocks)
                for (const PdfLine& line : block.lines) {
                    heights[static_cast<int>(std::lround(heightOf(line) * 2))] += line.text.size();
                    for (std::string& word : plainWords(line.text))
                        ++words_[std::move(word)];
                }
        std::size_t most = 0;
        for (const auto& [height, characters] : heights)
            if (characters > most) {
                most = characters;
                usual_ = height / 2.0;
            }
    }

    /// What stands at the same height of many pages, figures aside.
    static std::string keyOf(const PdfLine& line) {
        std::string key = std::to_string(static_cast<int>(std::lround(line.top / 6))) + ' ';
        for (const char c : line.text)
            if (c >= '0' && c <= '9')
                key += key.ends_with('#') ? "" : "#";
            else if (c != ' ')
                key += c;
        return key;
    }
    static bool atEdge(const PdfLine& line, const PdfPage& page) {
        return line.top < page.height * 0.12 || line.bottom > page.height * 0.88;
    }
    void findRunning() {
        std::map<std::string, std::size_t> seen;
        for (const PdfPage& page : l_.pages) {
            std::set<std::string> here;
            for (const PdfBlock& block : page.blocks)
                for (const PdfLine& line : block.lines)
                    if (atEdge(line, page))
                        here.insert(keyOf(line));
            for (const std::string& key : here)
                ++seen[key];
        }
        for (const auto& [key, pages] : seen)
            if (pages >= 3 || (pages == 2 && l_.pages.size() <= 4))
                running_.insert(key);
    }
    /// "7", "- 7 -", "Page 7 of 12", "7/12" at a page's edge.
    static bool isPageNumber(std::string_view text) {
        std::size_t digits = 0, letters = 0;
        for (const char c : text) {
            digits += c >= '0' && c <= '9';
            letters += isLetterByte(c);
        }
        const std::string lower = lowered(text);
        const bool named = lower.starts_with("page") || lower.starts_with("p.") || lower.starts_with("seite");
        return digits > 0 && digits <= 8 && text.size() <= 20 &&
               (letters == 0 ? text.find('.') == std::string_view::npos && text.find(',') == std::string_view::npos
                             : named);
    }
    bool isRunning(const PdfLine& line, const PdfPage& page) const {
        return atEdge(line, page) && (running_.contains(keyOf(line)) || isPageNumber(line.text));
    }

    void close() {
        text_.add(open_);
        open_.clear();
    }

    /// Puts two pieces of one paragraph together.
    void join(const std::string& next) {
        if (open_.ends_with("\xC2\xAD")) { // a soft hyphen says itself what it is
            open_.resize(open_.size() - 2);
            open_ += next;
            return;
        }
        const bool hyphen = open_.ends_with('-') || open_.ends_with("\xE2\x80\x90");
        const std::size_t mark = open_.ends_with('-') ? 1 : 3;
        if (!hyphen || open_.size() <= mark || !isLetterByte(open_[open_.size() - mark - 1])) {
            open_ += (open_.empty() || (hyphen && !open_.ends_with(" -")) ? "" : " ") + next;
            return;
        }
        const std::string head = open_.substr(0, open_.size() - mark);
        const auto firstWords = plainWords(std::string_view(next).substr(0, 80));
        const auto lastWords =
            plainWords(head.size() > 80 ? std::string_view(head).substr(head.size() - 80) : std::string_view(head));
        const bool lower = isLower(next);
        bool keep = !lower; // "Franco-" "British"
        if (lower && !firstWords.empty() && !lastWords.empty()) {
            // As the document writes it elsewhere.
            const std::string one = lastWords.back() + firstWords.front();
            if (!words_.contains(one) && l_.pages.size() > 0)
                keep = hyphenated(lastWords.back(), firstWords.front());
        }
        open_ = keep ? open_ + next : head + next;
    }
    /// Does the document write the two words with a hyphen within a line?
    bool hyphenated(const std::string& a, const std::string& b) const {
        const std::string wanted = a + '-' + b;
        for (const PdfPage& page : l_.pages)
            for (const PdfBlock& block : page.blocks)
                for (const PdfLine& line : block.lines)
                    if (line.text.find('-') != std::string::npos &&
                        lowered(line.text).find(wanted) != std::string::npos)
                        return true;
        return false;
    }

    void add(const PdfBlock& block, std::size_t pageIndex) {
        const PdfPage& page = l_.pages[pageIndex];
        double left = 1e9, right = 0;
        for (const PdfLine& line : block.lines) {
            left = std::min(left, line.left);
            right = std::max(right, line.right);
        }
        const PdfLine* before = nullptr;
        for (const PdfLine& line : block.lines) {
            if (isRunning(line, page)) {
                if (shown_.insert(keyOf(line)).second)
                    out_.apart.push_back(line.text);
                continue;
            }
            if (!goesOn(line, before, left, right))
                close();
            if (open_.empty())
                open_ = line.text;
            else
                join(line.text);
            openHeight_ = heightOf(line);
            before = &line;
        }
    }

    /// Does the line belong to the paragraph that is open? `before`: the line above it in its block, or none.
    bool goesOn(const PdfLine& line, const PdfLine* before, double left, double right) const {
        if (open_.empty())
            return true;
        const double height = heightOf(line);
        if (std::abs(height - openHeight_) > 0.18 * std::max(height, openHeight_))
            return false; // another size: a heading, a note
        if (!before)      // another block, column or page: only the middle of a sentence goes on
            return !endsSentence(open_) && isLower(line.text) && std::abs(height - usual_) < 0.2 * usual_;
        if (line.top - before->bottom > 0.9 * height)
            return false;
        // On one height: a row of a table, a word far from the others.
        if (std::abs(line.top - before->top) < 0.3 * height)
            return true;
        const bool indented =
            line.left - left > 0.8 * height && before->left - left < 0.5 * height && line.left - left < 6 * height;
        const bool shortBefore = right - before->right > 0.2 * (right - left) && right - left > 8 * height;
        if (indented && (endsSentence(open_) || !isLower(line.text)))
            return false;
        if (shortBefore && endsSentence(open_) && !isLower(line.text))
            return false;
        static constexpr std::string_view bullet = "\xE2\x80\xA2";
        return !line.text.starts_with(bullet);
    }

    /// The largest words of the first page's upper part, when they are larger than the text.
    std::string title() const {
        if (l_.pages.empty())
            return {};
        const PdfPage& page = l_.pages.front();
        double largest = usual_ * 1.25;
        std::string found;
        for (const PdfBlock& block : page.blocks) {
            if (block.lines.empty() || block.lines.front().top > page.height * 0.6)
                continue;
            const double height = heightOf(block.lines.front());
            std::string words;
            for (const PdfLine& line : block.lines)
                if (std::abs(heightOf(line) - height) < 0.1 * height)
                    words += (words.empty() ? "" : " ") + line.text;
            if (height > largest && countWords(words) >= 3 && countWords(words) <= 30) {
                largest = height;
                found = words;
            }
        }
        if (found.empty() && countWords(l_.title) >= 3 && lowered(l_.title).find(".doc") == std::string::npos &&
            !l_.title.starts_with("Microsoft "))
            for (const PdfBlock& block : page.blocks) // believed when the page says it, too
                for (const PdfLine& line : block.lines)
                    if (line.text.find(l_.title) != std::string::npos)
                        return l_.title;
        return collapsed(found);
    }
};

} // namespace

PdfLayout pdfLayout(std::string_view xhtml) {
    PdfLayout out;
    for (std::size_t at = 0; at < xhtml.size();) {
        const std::size_t end = std::min(xhtml.find('\n', at), xhtml.size());
        const std::string_view line = trimmed(xhtml.substr(at, end - at));
        at = end + 1;
        if (line.starts_with("<word ")) {
            const std::size_t close = line.find('>'), stop = line.rfind("</word>");
            if (out.pages.empty() || out.pages.back().blocks.empty() || out.pages.back().blocks.back().lines.empty() ||
                close == std::string_view::npos || stop == std::string_view::npos || stop < close)
                continue;
            std::string words = spelled(charactersOf(line.substr(close + 1, stop - close - 1)));
            std::erase_if(words, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
            std::string& text = out.pages.back().blocks.back().lines.back().text;
            if (!words.empty())
                text += (text.empty() ? "" : " ") + words;
        } else if (line.starts_with("<line ") && !out.pages.empty() && !out.pages.back().blocks.empty()) {
            out.pages.back().blocks.back().lines.push_back(
                {numberIn(line, "xMin"), numberIn(line, "yMin"), numberIn(line, "xMax"), numberIn(line, "yMax"), {}});
        } else if (line.starts_with("<block ") && !out.pages.empty()) {
            out.pages.back().blocks.emplace_back();
        } else if (line.starts_with("<page ")) {
            out.pages.push_back({numberIn(line, "width"), numberIn(line, "height"), {}});
        } else if (line.starts_with("<title>")) {
            out.title = collapsed(trimmed(charactersOf(line)));
        } else if (line.starts_with("<meta name=\"Author\"")) {
            out.author = collapsed(trimmed(attributeIn(line, "content")));
        }
    }
    for (PdfPage& page : out.pages)
        for (PdfBlock& block : page.blocks)
            std::erase_if(block.lines, [](const PdfLine& line) { return line.text.empty(); });
    return out;
}

Document pdfText(const PdfLayout& layout) {
    return Composer(layout).compose();
}

Converted readPdf(std::string_view bytes, const std::stop_token& stop) {
    ChildLimits limits;
    const ChildResult child =
        runChild({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-l", std::to_string(mostPages + 1), "/dev/stdin", "-"},
                 bytes, limits, stop);
    const std::string errors = lowered(child.errors);
    switch (child.end) {
    case ChildResult::End::Missing:
        return Fault{"PDF documents are read by the program pdftotext, which is not installed here",
                     "install the package poppler-utils"};
    case ChildResult::End::TooLong:
        return Fault{"reading this PDF document takes too long (more than " + std::to_string(limits.seconds) + " s)",
                     "print it into a new PDF, or copy its text and paste it in"};
    case ChildResult::End::TooMuch:
        return Fault{"this PDF document holds more text than " + sizeInWords(limits.output),
                     "take out the pages that you need, and take those in"};
    case ChildResult::End::Stopped:
        return Fault{"not taken in: the import was cancelled", "take it in again"};
    case ChildResult::End::Crashed:
        return Fault{"this PDF document is damaged in a way that its reader does not survive",
                     "print it into a new PDF, or copy its text and paste it in"};
    case ChildResult::End::Exited:
        break;
    }
    if (errors.find("incorrect password") != std::string::npos || errors.find("encrypt") != std::string::npos)
        return Fault{"this PDF document is encrypted",
                     "open it with its password, print it into a new PDF and take that in"};
    PdfLayout layout = pdfLayout(child.output);
    if (child.code != 0 || layout.pages.empty())
        return Fault{"this PDF document is damaged or cut short", "save or download it again"};
    if (layout.pages.size() > mostPages)
        return Fault{"this PDF document has more than " + std::to_string(mostPages) + " pages",
                     "take out the pages that you need, and take those in"};
    std::size_t words = 0, strange = 0, characters = 0;
    for (const PdfPage& page : layout.pages)
        for (const PdfBlock& block : page.blocks)
            for (const PdfLine& line : block.lines) {
                words += countWords(line.text);
                for (std::size_t i = 0; i < line.text.size(); ++i) {
                    const auto c = static_cast<unsigned char>(line.text[i]);
                    characters += (c & 0xC0) != 0x80;
                    // U+FFFD and the private use area
                    strange += (c == 0xEF && line.text.compare(i, 3, "\xEF\xBF\xBD") == 0) || c == 0xEE;
                }
            }
    if (words < 5 * layout.pages.size() && words < 200)
        return Fault{"this PDF document holds pictures of its pages and no text (a scan)",
                     "run text recognition (OCR) over it, or type out its words, and take those in"};
    if (strange * 4 > characters)
        return Fault{"this PDF document does not say which letters its signs are",
                     "run text recognition (OCR) over it, or copy its text from another place"};
    Document out = pdfText(layout);
    out.mediaType = "application/pdf";
    out.author = layout.author;
    if (!out.apart.empty())
        out.remarks.push_back(countOf(out.apart.size(), "running header or footer", "running headers and footers") +
                              " set apart");
    if (errors.find("syntax error") != std::string::npos)
        out.remarks.emplace_back("the document is damaged in places: check that the text is complete");
    return out;
}

} // namespace countercheck::intake
