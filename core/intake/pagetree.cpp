// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/pagetree.h"

#include "core/intake/htmlguard.h"
#include "core/intake/strings.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>

namespace countercheck::intake {

namespace {

std::string_view attributeOf(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

bool isSkipped(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_NOFRAMES:
        return true;
    default:
        return false;
    }
}

/// Does the element begin a line of its own? Its kind in `kind`, a heading's level in `level`.
bool isBox(GumboTag tag, BoxKind& kind, int& level) {
    kind = BoxKind::Other;
    switch (tag) {
    case GUMBO_TAG_BODY:
        kind = BoxKind::Body;
        return true;
    case GUMBO_TAG_ARTICLE:
        kind = BoxKind::Article;
        return true;
    case GUMBO_TAG_MAIN:
        kind = BoxKind::Main;
        return true;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        kind = BoxKind::Heading;
        level = static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
        return true;
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
        kind = BoxKind::Paragraph;
        return true;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
        kind = BoxKind::Item;
        return true;
    case GUMBO_TAG_BLOCKQUOTE:
        kind = BoxKind::Quote;
        return true;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        kind = BoxKind::Cell;
        return true;
    case GUMBO_TAG_TR:
        kind = BoxKind::Row;
        return true;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
        kind = BoxKind::Caption;
        return true;
    case GUMBO_TAG_ASIDE:
        kind = BoxKind::Aside;
        return true;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
        kind = BoxKind::Navigation;
        return true;
    case GUMBO_TAG_FOOTER:
        kind = BoxKind::Footer;
        return true;
    case GUMBO_TAG_HEADER:
        kind = BoxKind::Header;
        return true;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HTML:
        return true;
    default:
        return false;
    }
}

bool isHidden(const GumboElement& element) {
    if (gumbo_get_attribute(&element.attributes, "hidden"))
        return true;
    std::string style;
    for (const char c : lowered(attributeOf(element, "style")))
        if (c != ' ')
            style += c;
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

class Walker {
public:
    explicit Walker(PageTree& tree) : t_(tree) { t_.boxes.emplace_back(); }

    void document(const GumboNode* node) {
        const GumboVector& children = node->v.document.children;
        for (unsigned i = 0; i < children.length; ++i)
            walk(static_cast<const GumboNode*>(children.data[i]), 0, false);
        flush(0);
    }

private:
    PageTree& t_;
    std::string words_, links_;
    bool pre_ = false;

    void flush(std::uint32_t box) {
        std::string text = collapsed(trimmed(words_));
        if (!text.empty()) {
            Block block;
            block.words = countWords(text);
            block.linkWords = std::min(countWords(links_), block.words);
            block.text = std::move(text);
            block.box = box;
            t_.blocks.push_back(std::move(block));
        }
        words_.clear();
        links_.clear();
    }

    void children(const GumboElement& element, std::uint32_t box, bool link) {
        for (unsigned i = 0; i < element.children.length; ++i)
            walk(static_cast<const GumboNode*>(element.children.data[i]), box, link);
    }

    void head(const GumboElement& head) {
        for (unsigned i = 0; i < head.children.length; ++i) {
            const auto* node = static_cast<const GumboNode*>(head.children.data[i]);
            if (node->type == GUMBO_NODE_ELEMENT)
                notice(node->v.element);
        }
    }

    static std::string inner(const GumboElement& element) {
        std::string all;
        for (unsigned i = 0; i < element.children.length; ++i) {
            const auto* node = static_cast<const GumboNode*>(element.children.data[i]);
            if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE)
                all += node->v.text.text;
            else if (node->type == GUMBO_NODE_ELEMENT && !isSkipped(node->v.element.tag))
                all += inner(node->v.element);
        }
        return all;
    }

    /// What an element says about the article.
    void notice(const GumboElement& element) {
        const std::string_view property = attributeOf(element, "itemprop");
        switch (element.tag) {
        case GUMBO_TAG_TITLE:
            if (t_.title.empty())
                t_.title = collapsed(trimmed(inner(element)));
            return;
        case GUMBO_TAG_BASE:
            if (t_.base.empty())
                t_.base = attributeOf(element, "href");
            return;
        case GUMBO_TAG_LINK:
            if (lowered(attributeOf(element, "rel")) == "canonical" && t_.canonical.empty())
                t_.canonical = trimmed(attributeOf(element, "href"));
            return;
        case GUMBO_TAG_META: {
            const std::string content = collapsed(trimmed(attributeOf(element, "content")));
            if (content.empty())
                return;
            for (const char* key : {"property", "name", "itemprop", "http-equiv"})
                if (const std::string_view name = attributeOf(element, key); !name.empty())
                    t_.metas.emplace_back(lowered(trimmed(name)), content);
            return;
        }
        case GUMBO_TAG_SCRIPT:
            if (lowered(attributeOf(element, "type")).starts_with("application/ld+json"))
                t_.data.push_back(inner(element));
            return;
        case GUMBO_TAG_TIME: {
            const std::string_view at = attributeOf(element, "datetime");
            const std::string value = at.empty() ? collapsed(trimmed(inner(element))) : std::string(trimmed(at));
            const std::string cls = lowered(attributeOf(element, "class"));
            const bool updated = property == "dateModified" || cls.find("updat") != std::string::npos ||
                                 cls.find("modif") != std::string::npos;
            t_.marks.emplace_back(property == "datePublished" || gumbo_get_attribute(&element.attributes, "pubdate")
                                      ? "datepublished"
                                  : updated ? "datemodified"
                                            : "time",
                                  value);
            return;
        }
        default:
            break;
        }
        if (!property.empty() && property.size() < 40) {
            const std::string_view content = attributeOf(element, "content");
            if (property == "headline" || property == "datePublished" || property == "dateModified" ||
                property == "author" || property == "inLanguage")
                t_.marks.emplace_back(lowered(property),
                                      content.empty() ? collapsed(trimmed(inner(element))) : std::string(content));
        }
        if (element.tag == GUMBO_TAG_A && lowered(attributeOf(element, "rel")) == "author")
            t_.marks.emplace_back("author", collapsed(trimmed(inner(element))));
    }

    void walk(const GumboNode* node, std::uint32_t box, bool link) {
        if (node->type == GUMBO_NODE_COMMENT) {
            if (t_.comments.size() < 8)
                t_.comments.emplace_back(node->v.text.text);
            return;
        }
        if (node->type == GUMBO_NODE_TEMPLATE || node->type == GUMBO_NODE_DOCUMENT)
            return; // a template is nothing that a page says
        if (node->type != GUMBO_NODE_ELEMENT) {
            const std::string_view text = node->v.text.text;
            if (pre_)
                plain(text, box);
            else
                words_ += text;
            if (link)
                links_ += text;
            return;
        }
        const GumboElement& element = node->v.element;
        notice(element);
        if (element.tag == GUMBO_TAG_HEAD)
            head(element);
        if (element.tag == GUMBO_TAG_HTML && t_.language.empty()) {
            t_.language = attributeOf(element, "lang");
            if (t_.language.empty())
                t_.language = attributeOf(element, "xml:lang");
        }
        if (isSkipped(element.tag) || isHidden(element))
            return;
        if (element.tag == GUMBO_TAG_BR) {
            // Two of them part paragraphs; one parts words.
            const std::size_t last = words_.find_last_not_of(" \t\r\n");
            if (last != std::string::npos && words_[last] == '\v')
                flush(box);
            else
                words_ += " \v";
            return;
        }
        if (element.tag == GUMBO_TAG_HR) {
            flush(box);
            return;
        }
        BoxKind kind{};
        int level = 0;
        if (!isBox(element.tag, kind, level)) {
            const bool reference = element.tag == GUMBO_TAG_SUP && pageRoles(attributeOf(element, "class")) == NoRole &&
                                   lowered(attributeOf(element, "class")).find("reference") != std::string::npos;
            if (!reference)
                children(element, box, link || (element.tag == GUMBO_TAG_A && !attributeOf(element, "href").empty()));
            return;
        }
        flush(box);
        Box next;
        next.kind = kind;
        next.level = level;
        next.parent = box;
        next.roles =
            static_cast<std::uint8_t>(pageRoles(attributeOf(element, "class")) | pageRoles(attributeOf(element, "id")) |
                                      pageRoles(attributeOf(element, "role")));
        next.articleBody = attributeOf(element, "itemprop").find("articleBody") != std::string_view::npos;
        const auto index = static_cast<std::uint32_t>(t_.boxes.size());
        t_.boxes.push_back(next);
        const bool wasPre = pre_;
        pre_ = pre_ || element.tag == GUMBO_TAG_PRE;
        children(element, index, link);
        flush(index);
        pre_ = wasPre;
    }

    /// Preformatted text: an empty line parts paragraphs.
    void plain(std::string_view text, std::uint32_t box) {
        while (!text.empty()) {
            const std::size_t stop = text.find('\n');
            const std::string_view line = text.substr(0, stop);
            if (trimmed(line).empty())
                flush(box);
            words_ += line;
            words_ += ' ';
            text = stop == std::string_view::npos ? std::string_view() : text.substr(stop + 1);
        }
    }
};

} // namespace

PageTree parsePage(std::string_view utf8) {
    PageTree tree;
    const GuardedHtml guarded = guardedHtml(utf8);
    tree.dropped = guarded.dropped;
    const std::string_view html = guarded.dropped > 0 ? std::string_view(guarded.text) : utf8;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    struct Destroy {
        const GumboOptions* options;
        void operator()(GumboOutput* output) const { gumbo_destroy_output(options, output); }
    };
    const std::unique_ptr<GumboOutput, Destroy> output(gumbo_parse_with_options(&options, html.data(), html.size()),
                                                       Destroy{&options});
    Walker(tree).document(output->document);
    return tree;
}

} // namespace countercheck::intake
