// SPDX-License-Identifier: GPL-3.0-or-later
// News items of agencies: NewsML-G2 (IPTC), alone or in a message, and NITF. Remote content is never fetched.
#include "core/intake/markup.h"
#include "core/intake/page.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"

namespace countercheck::intake {

namespace {

std::string lineOf(std::string_view xml, std::string_view name) {
    const auto found = elementsOf(xml, name);
    return found.empty() ? std::string() : collapsed(trimmed(charactersOf(found.front().inner)));
}

/// NITF's parts of a text: headlines and body.
std::string nitfText(std::string_view xml, Document& out) {
    if (out.info.title.empty())
        out.info.title = lineOf(xml, "hl1");
    if (out.author.empty())
        out.author = lineOf(xml, "byline");
    if (out.info.published.empty())
        for (const char* name : {"date.issue", "date.release", "story.date"})
            for (const MarkupElement& date : elementsOf(xml, name))
                if (out.info.published.empty())
                    out.info.published = instantOf(attributeIn(date.tag, "norm"));
    if (out.info.publisher.empty())
        out.info.publisher = lineOf(xml, "distributor");
    Paragraphs text;
    for (const char* name : {"hl2", "dateline"}) // the place and day stand above the text
        if (const std::string line = lineOf(xml, name); !line.empty())
            text.add(line);
    const auto bodies = elementsOf(xml, "body.content");
    const auto whole = bodies.empty() ? elementsOf(xml, "body") : bodies;
    for (const MarkupElement& body : whole)
        text.add(textOfHtml(body.inner));
    return text.text();
}

/// @param bytes  the capture, where the item is a file of its own
void takeItem(Taking& taking, const MarkupElement& item, std::string bytes, const PartName& name,
              const PartHints& hints) {
    const std::string_view xml = item.inner;
    Document out;
    out.mediaType = "application/vnd.iptc.g2.newsitem+xml";
    const auto metas = elementsOf(xml, "contentMeta");
    const std::string_view meta = metas.empty() ? std::string_view() : metas.front().inner;
    out.info.title = lineOf(meta, "headline");
    out.author = lineOf(meta, "by");
    if (out.author.empty())
        out.author = lineOf(meta, "byline");
    for (const MarkupElement& language : elementsOf(meta, "language"))
        if (out.info.language.empty())
            out.info.language = languageTagOf(attributeIn(language.tag, "tag"));
    if (out.info.language.empty())
        out.info.language = languageTagOf(attributeIn(item.tag, "xml:lang"));
    out.info.published = instantOf(lineOf(meta, "contentCreated"));
    const auto items = elementsOf(xml, "itemMeta");
    const std::string_view itemMeta = items.empty() ? std::string_view() : items.front().inner;
    if (out.info.title.empty())
        out.info.title = lineOf(itemMeta, "title");
    for (const char* date : {"firstCreated", "versionCreated"})
        if (out.info.published.empty())
            out.info.published = instantOf(lineOf(itemMeta, date));
    out.modified = instantOf(lineOf(itemMeta, "versionCreated"));
    for (const MarkupElement& provider : elementsOf(itemMeta, "provider")) {
        out.info.publisher = lineOf(provider.inner, "name");
        if (out.info.publisher.empty())
            out.info.publisher = attributeIn(provider.tag, "literal");
        if (const std::string code = attributeIn(provider.tag, "qcode"); out.info.publisher.empty())
            out.info.publisher = code.substr(code.find(':') + 1);
    }
    std::string text;
    bool remote = false;
    for (const MarkupElement& set : elementsOf(xml, "contentSet")) {
        for (const MarkupElement& inline_ : elementsOf(set.inner, "inlineXML")) {
            if (!trimmed(text).empty())
                break;
            const auto nitf = elementsOf(inline_.inner, "nitf");
            text = nitf.empty() ? textOfHtml(inline_.inner) : nitfText(nitf.front().inner, out);
        }
        if (trimmed(text).empty())
            for (const MarkupElement& data : elementsOf(set.inner, "inlineData")) {
                const std::string characters = charactersOf(data.inner);
                text = attributeIn(data.tag, "contenttype").find("html") != std::string::npos ? textOfHtml(characters)
                                                                                              : characters;
            }
        remote = remote || !elementsOf(set.inner, "remoteContent").empty();
    }
    if (trimmed(text).empty())
        return taking.refuse(name,
                             remote
                                 ? "its text is not in it, only an address from which to fetch it (nothing is fetched)"
                                 : "there is no text in this news item",
                             "ask for the item with its text");
    Paragraphs whole;
    if (!collapsed(trimmed(text)).starts_with(out.info.title) || out.info.title.empty())
        whole.add(out.info.title);
    whole.add(text);
    out.text = whole.take();
    if (const std::string status = lineOf(itemMeta, "edNote"); !status.empty())
        out.remarks.push_back("note of its editors: " + status.substr(0, 200));
    taking.article(bytes.empty() ? std::string(item.whole) : std::move(bytes), name, std::move(out), hints);
}

} // namespace

void takeNewsMl(Taking& taking, std::string bytes, const std::string& utf8, const PartName& name,
                const PartHints& hints) {
    const auto items = elementsOf(utf8, "newsItem");
    if (items.empty()) {
        const auto nitf = elementsOf(utf8, "nitf");
        if (nitf.empty())
            return taking.refuse(name, "there is no news item in it", "check that it is the right file, and whole");
        for (std::size_t i = 0; i < nitf.size(); ++i) {
            Document out;
            out.mediaType = "application/nitf+xml";
            const std::string text = nitfText(nitf[i].inner, out);
            Paragraphs whole;
            whole.add(out.info.title);
            whole.add(text);
            out.text = whole.take();
            taking.article(nitf.size() == 1 ? std::move(bytes) : std::string(nitf[i].whole),
                           nitf.size() == 1 ? name : name.inside("item " + std::to_string(i + 1)), std::move(out),
                           hints);
        }
        return;
    }
    for (std::size_t i = 0; i < items.size() && !taking.stopped(); ++i) {
        const PartName part = items.size() == 1 ? name : name.inside("item " + std::to_string(i + 1));
        taking.progress(i, items.size(), part);
        takeItem(taking, items[i], items.size() == 1 ? std::move(bytes) : std::string(), part, hints);
    }
}

} // namespace countercheck::intake
