// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/page.h"

#include "core/intake/dateline.h"
#include "core/intake/decode.h"
#include "core/intake/pagemain.h"
#include "core/intake/pagemeta.h"
#include "core/intake/pagetree.h"
#include "core/intake/strings.h"

#include <algorithm>
#include <set>

namespace countercheck::intake {

namespace {

constexpr std::size_t largestPage = 48u << 20; // bytes

/// The encoding that the page names: <meta charset="…"> or <?xml encoding="…"?> in its first bytes.
std::string namedCharset(std::string_view bytes) {
    const std::string head = lowered(bytes.substr(0, 4096));
    for (const std::string_view cue : {"charset=", "encoding="})
        for (std::size_t at = 0; (at = head.find(cue, at)) != std::string::npos;) {
            at += cue.size();
            while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' '))
                ++at;
            const std::size_t end = std::min(head.find_first_of("\"'; />?\r\n", at), head.size());
            if (end > at && end - at < 30)
                return head.substr(at, end - at);
        }
    return {};
}

/// Is nearly every run of three words of `part` in `whole`?
bool covers(std::string_view whole, std::string_view part) {
    const auto grams = [](std::string_view text) {
        std::set<std::string> out;
        const auto words = plainWords(text);
        for (std::size_t i = 0; i + 3 <= words.size() && i < 4000; ++i)
            out.insert(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
        return out;
    };
    const auto wanted = grams(part), there = grams(whole);
    const auto found = static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&](const std::string& gram) { return there.contains(gram); }));
    return found * 10 >= wanted.size() * 7;
}

bool sameWords(std::string_view a, std::string_view b) {
    return plainWords(a) == plainWords(b);
}

/// Is the page's own menu in it?
bool hasMenu(const PageTree& tree) {
    return std::any_of(tree.blocks.begin(), tree.blocks.end(), [&](const Block& block) {
        if (block.linkWords == 0)
            return false;
        for (std::uint32_t box = block.box; box != 0; box = tree.boxes[box].parent)
            if (tree.boxes[box].kind == BoxKind::Navigation)
                return true;
        return false;
    });
}

void addLines(Paragraphs& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t stop = text.find('\n');
        out.add(collapsed(trimmed(text.substr(0, stop))));
        text = stop == std::string_view::npos ? std::string_view() : text.substr(stop + 1);
    }
}

} // namespace

Converted readPage(std::string_view bytes, const PageHints& hints) {
    if (bytes.size() > largestPage)
        return Fault{"this web page is too large (" + sizeInWords(bytes.size()) + ")",
                     "copy the article's text and paste it in"};
    std::string named = namedCharset(bytes);
    Decoded decoded = decodeAs(bytes, hints.charset.empty() ? named : hints.charset);
    if (decoded.encoding.empty())
        decoded = decode(bytes);

    Document out;
    out.mediaType = "text/html";
    out.encoding = decoded.encoding;
    if (decoded.replaced > 0)
        out.remarks.push_back(countOf(decoded.replaced, "character", "characters") +
                              " could not be decoded; the captured bytes are kept");
    const PageTree tree = parsePage(decoded.text);
    PageMeta meta = metaOf(tree, hints.url);
    MainText main = hints.whole ? wholeText(tree) : mainText(tree, meta.articleBody);
    const bool chosen = hints.fragment && !hints.whole && !hasMenu(tree);
    if (chosen) { // who wrote it and when is told as on a page, and every word stays where it is
        MainText all = wholeText(tree);
        main.paragraphs = std::move(all.paragraphs);
        main.standfirst.clear();
        main.apart.clear();
        main.fallback = false;
    }
    out.apart = std::move(main.apart);
    out.info = std::move(meta.info);
    out.author = std::move(meta.author);
    out.modified = std::move(meta.modified);
    out.capturedAt = std::move(meta.captured);
    if (out.info.title.empty())
        out.info.title = main.headline;
    if (out.info.published.empty())
        out.info.published = main.date;
    if (out.author.empty())
        out.author = main.byline;

    Paragraphs text;
    if (!hints.whole && !chosen) {
        // The headline as the page shows it, where it shows one; else as it names itself.
        const std::string& shown = main.headline.empty() ? out.info.title : main.headline;
        if (main.paragraphs.empty() || !sameWords(main.paragraphs.front(), shown))
            text.add(shown);
        for (const std::string& line : main.standfirst)
            text.add(line);
    }
    std::string body;
    for (const std::string& paragraph : main.paragraphs)
        body += paragraph + "\n";
    // What is drawn by a script stands in the data only.
    if (!chosen && countWords(meta.articleBody) > 40 && countWords(meta.articleBody) > countWords(body) / 2 &&
        !covers(body, meta.articleBody)) {
        addLines(text, meta.articleBody);
        out.remarks.emplace_back("the text is that of the page's data (JSON-LD): the page itself does not show it");
        for (const std::string& paragraph : main.paragraphs)
            out.apart.push_back(paragraph);
    } else {
        for (const std::string& paragraph : main.paragraphs)
            text.add(paragraph);
        if (main.paragraphs.empty())
            return Fault{"there is no text in this web page (a script may draw it)",
                         "open it in a browser, copy the article's text and paste it in"};
        out.doubtful = main.fallback || countWords(body) < 40;
        if (main.fallback)
            out.remarks.emplace_back("no main text was found: all that the page says was taken");
    }
    if (meta.partial)
        out.remarks.emplace_back("the page says that part of it is for subscribers: check that the text is complete");
    if (!out.apart.empty())
        out.remarks.push_back(countOf(out.apart.size(), "piece of page furniture", "pieces of page furniture") +
                              " set apart");
    if (tree.dropped > 0)
        out.remarks.push_back(countOf(tree.dropped, "tag", "tags") + " nested too deep left out");
    out.text = text.take();
    return out;
}

std::string textOfHtml(std::string_view utf8) {
    const MainText main = wholeText(parsePage(utf8.substr(0, largestPage)));
    Paragraphs text;
    for (const std::string& paragraph : main.paragraphs)
        text.add(paragraph);
    return text.text();
}

} // namespace countercheck::intake
