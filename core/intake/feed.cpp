// SPDX-License-Identifier: GPL-3.0-or-later
// RSS (0.9x, 1.0, 2.0) and Atom: each entry is an article, and its capture is the entry as it stands in the feed.
// Entries that only tease are taken with what they say, and say so.
#include "core/intake/markup.h"
#include "core/intake/page.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"

#include <algorithm>

namespace countercheck::intake {

namespace {

/// HTML in character data, as feeds carry it; words without markup stay as they are.
std::string proseOf(const std::string& characters) {
    if (characters.find_first_of("<&") != std::string::npos)
        return textOfHtml(characters);
    return std::string(trimmed(characters));
}

std::string lineOf(const MarkupElement& element) {
    return collapsed(trimmed(proseOf(charactersOf(element.inner))));
}

/// Atom's text construct: plain, HTML that is escaped, or XHTML.
std::string atomText(const MarkupElement& element) {
    const std::string type = attributeIn(element.tag, "type");
    if (type == "xhtml" || type.find("xhtml+xml") != std::string::npos)
        return textOfHtml(element.inner);
    const std::string characters = charactersOf(element.inner);
    return type == "html" || type == "text/html" ? textOfHtml(characters) : std::string(trimmed(characters));
}

/// The address of an entry: RSS has it as text, Atom as an attribute; "alternate" counts.
std::string linkOf(std::string_view xml) {
    std::string found;
    for (const MarkupElement& link : elementsOf(xml, "link")) {
        const std::string href = attributeIn(link.tag, "href"), rel = attributeIn(link.tag, "rel");
        const std::string said = href.empty() ? collapsed(trimmed(charactersOf(link.inner))) : href;
        if (isWebAddress(said) && (rel.empty() || rel == "alternate"))
            return said;
    }
    for (const MarkupElement& guid : elementsOf(xml, "guid"))
        if (const std::string said = collapsed(trimmed(charactersOf(guid.inner))); isWebAddress(said))
            found = said;
    return found;
}

std::string firstDate(std::string_view xml, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (const MarkupElement& element : elementsOf(xml, name))
            if (std::string at = instantOf(charactersOf(element.inner)); !at.empty())
                return at;
    return {};
}

void takeEntry(Taking& taking, const MarkupElement& entry, bool atom, const PartName& name, const PartHints& hints) {
    const std::string_view xml = entry.inner;
    Document out;
    out.mediaType = atom ? "application/atom+xml" : "application/rss+xml";
    std::string text;
    bool teaser = false;
    if (atom) {
        const auto contents = elementsOf(xml, "content");
        if (!contents.empty())
            text = atomText(contents.front());
        if (trimmed(text).empty())
            for (const MarkupElement& summary : elementsOf(xml, "summary")) {
                text = atomText(summary);
                teaser = true;
            }
        if (const auto titles = elementsOf(xml, "title"); !titles.empty())
            out.info.title = collapsed(trimmed(atomText(titles.front())));
        if (const auto authors = elementsOf(xml, "author"); !authors.empty())
            if (const auto names = elementsOf(authors.front().inner, "name"); !names.empty())
                out.author = lineOf(names.front());
        if (const auto sources = elementsOf(xml, "source"); !sources.empty())
            if (const auto titles = elementsOf(sources.front().inner, "title"); !titles.empty())
                out.info.publisher = collapsed(trimmed(atomText(titles.front())));
    } else {
        text = proseOf(charactersOf(firstElement(xml, "content:encoded").inner));
        if (trimmed(text).empty()) {
            text = proseOf(charactersOf(firstElement(xml, "description").inner));
            teaser = true;
        }
        if (const MarkupElement title = firstElement(xml, "title"); !title.whole.empty())
            out.info.title = lineOf(title);
        for (const char* by : {"dc:creator", "author"})
            if (out.author.empty())
                out.author = lineOf(firstElement(xml, by));
        out.info.publisher = lineOf(firstElement(xml, "source"));
    }
    out.info.published = firstDate(xml, {"pubDate", "published", "issued", "date"});
    out.modified = firstDate(xml, {"updated", "modified"});
    if (out.info.published.empty())
        std::swap(out.info.published, out.modified);
    out.info.url = linkOf(xml);
    out.info.language = languageTagOf(attributeIn(entry.tag, "xml:lang"));
    Paragraphs whole;
    if (!collapsed(trimmed(text)).starts_with(out.info.title) || out.info.title.empty())
        whole.add(out.info.title);
    whole.add(text);
    out.text = whole.take();
    if (trimmed(text).empty())
        out.remarks.emplace_back("the feed gives its headline only");
    else if (teaser && countWords(text) < 80)
        out.remarks.emplace_back("the feed may give its first lines only");
    taking.article(std::string(entry.whole), name, std::move(out), hints);
}

} // namespace

void takeFeed(Taking& taking, const std::string& utf8, const PartName& name, const PartHints& hints) {
    auto entries = elementsOf(utf8, "item");
    const bool atom = entries.empty();
    if (atom)
        entries = elementsOf(utf8, "entry");
    if (entries.empty())
        return taking.refuse(name, "this feed has no entries", "check that it is the right address or file");
    if (entries.size() > mostParts)
        return taking.refuse(name, "it has more than " + std::to_string(mostParts) + " entries", "split it");
    // What the feed says of itself stands before its first entry.
    const std::string_view head =
        std::string_view(utf8).substr(0, static_cast<std::size_t>(entries.front().whole.data() - utf8.data()));
    PartHints inner = hints;
    if (const MarkupElement title = firstElement(head, "title"); !title.whole.empty())
        inner.info.publisher = collapsed(trimmed(atom ? atomText(title) : lineOf(title)));
    inner.info.language = languageTagOf(charactersOf(firstElement(head, "language").inner));
    if (inner.info.language.empty())
        inner.info.language =
            languageTagOf(attributeIn(head.substr(0, head.find('>', head.find("<feed")) + 1), "xml:lang"));
    inner.url.clear();
    for (std::size_t i = 0; i < entries.size() && !taking.stopped(); ++i) {
        const PartName part = name.inside("entry " + std::to_string(i + 1));
        taking.progress(i, entries.size(), part);
        takeEntry(taking, entries[i], atom, part, inner);
    }
    // What ends the feed must stand behind its last entry; else it was cut short.
    const std::string tail = lowered(std::string_view(utf8).substr(
        static_cast<std::size_t>(entries.back().whole.data() - utf8.data()) + entries.back().whole.size()));
    const bool ends = tail.find("</rss") != std::string::npos || tail.find("</channel") != std::string::npos ||
                      tail.find("rdf>") != std::string::npos || tail.find("feed>") != std::string::npos;
    if (!taking.stopped() && !ends)
        taking.refuse(name, "it ends in the middle: what came before was taken", "save or fetch it again");
}

} // namespace countercheck::intake
