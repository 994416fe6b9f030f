// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escape.h"
#include "core/report/htmlwords.h"
#include "core/report/report.h"

extern "C" {
extern const char countercheck_summary_css_begin[], countercheck_summary_css_end[];
}

namespace countercheck::report {

namespace {

/// A class name must not come from a text.
std::string_view classOf(std::string_view status) {
    for (const std::string_view known : {"contradiction", "discrepancy", "refinement", "agreement"})
        if (status == known)
            return known;
    return "single-source";
}

class Page {
public:
    explicit Page(const Document& document) : d_(document) {}

    std::string write() {
        openHtmlPage(out_, d_.title, d_.language, {countercheck_summary_css_begin, countercheck_summary_css_end});
        add("<div class=\"page\">\n<header>\n");
        all(d_.header, 1);
        add("</header>\n<main>\n");
        all(d_.body, 1);
        add("</main>\n");
        if (!d_.footer.empty()) {
            add("<footer>\n");
            for (const Block& block : d_.footer) {
                add("<p>");
                words(block.words);
                add("</p>\n");
            }
            add("</footer>\n");
        }
        add("</div>\n</body>\n</html>\n");
        return std::move(out_);
    }

private:
    const Document& d_;
    std::string out_;

    void add(std::string_view markup) { out_ += markup; }
    void words(const Words& words) { appendHtml(out_, words); }
    void element(std::string_view open, const Words& inside, std::string_view close) {
        add(open);
        if (inside.size() == 1 && open.ends_with("dir=\"auto\">")) { // the element takes its direction from the words
            Run alone = inside.front();
            alone.foreign = false;
            words({alone});
        } else {
            words(inside);
        }
        add(close);
    }
    void all(const std::vector<Block>& blocks, int level) {
        bool sources = false; // a run of sources is one list
        for (const Block& block : blocks) {
            if ((block.role == Role::Source) != sources) {
                sources = !sources;
                add(sources ? "<ol class=\"sources\">\n" : "</ol>\n");
            }
            one(block, level);
        }
        if (sources)
            add("</ol>\n");
    }
    void items(const Block& block, std::string_view open, std::string_view close) {
        for (const Words& item : block.items)
            element(open, item, close);
    }
    void pairs(const Block& block) {
        for (const auto& row : block.rows) {
            element("<div><dt>", row[0], "</dt><dd>");
            words(row[1]);
            add("</dd></div>\n");
        }
    }

    void one(const Block& block, int level) {
        switch (block.role) {
        case Role::Kicker:
            return element("<p class=\"kicker\">", block.words, "</p>\n");
        case Role::Title:
            return element("<h1 dir=\"auto\">", block.words, "</h1>\n");
        case Role::Facts:
            add("<dl class=\"meta\">\n");
            pairs(block);
            return add("</dl>\n");
        case Role::Warning:
            return element("<p class=\"warning\" role=\"note\">", block.words, "</p>\n");
        case Role::Section:
            add("<section aria-labelledby=\"" + block.id + "\">\n<h2 id=\"" + block.id + "\">");
            words(block.words);
            add("</h2>\n");
            all(block.children, level + 1);
            return add("</section>\n");
        case Role::Finding:
            add("<article class=\"finding" + std::string(block.unsignedMark ? " unsigned" : "") +
                "\" aria-labelledby=\"" + block.id + "\">\n");
            element("<h3 id=\"" + block.id + "\" dir=\"auto\">", block.words, "</h3>\n");
            all(block.children, level + 1);
            return add("</article>\n");
        case Role::Sentence:
            return element("<p class=\"sentence\" dir=\"auto\">", block.words, "</p>\n");
        case Role::Chips:
            add("<ul class=\"facts\">\n");
            items(block, "<li>", "</li>\n");
            return add("</ul>\n");
        case Role::Table:
            return table(block);
        case Role::Reasons:
            element(level > 2 ? "<h4 class=\"small\">" : "<h3 class=\"small\">", block.words,
                    level > 2 ? "</h4>\n<ul class=\"why\">\n" : "</h3>\n<ul class=\"why\">\n");
            items(block, "<li dir=\"auto\">", "</li>\n");
            return add("</ul>\n");
        case Role::Quote:
            return element("<blockquote class=\"note\" dir=\"auto\">", block.words, "</blockquote>\n");
        case Role::Signed:
            add("<p class=\"signed\">");
            items(block, "<span>", "</span>\n");
            return add("</p>\n");
        case Role::LeftOut:
            add("<ul class=\"left-out\">\n");
            for (const auto& row : block.rows) {
                element("<li><span>", row[0], "</span> <span class=\"reason\">");
                words(row[1]);
                add("</span></li>\n");
            }
            return add("</ul>\n");
        case Role::Remark:
            return element("<p class=\"note-line\">", block.words, "</p>\n");
        case Role::Empty:
            return element("<p class=\"empty\">", block.words, "</p>\n");
        case Role::Source:
            add("<li class=\"source\"><span class=\"letter\">");
            appendEscaped(out_, block.label);
            add("</span>\n<div>\n");
            element("<h3 dir=\"auto\">", block.words, "</h3>\n");
            items(block, "<p>", "</p>\n");
            return add("</div></li>\n");
        case Role::Proof:
            add("<div class=\"proof\"><h3>");
            appendEscaped(out_, block.label);
            add(".\xC2\xA0");
            words(block.words);
            add("</h3>\n<dl>\n");
            pairs(block);
            return add("</dl></div>\n");
        case Role::Seal:
            return element("<p class=\"seal\">", block.words, "</p>\n");
        case Role::Boxes:
            add("<ul class=\"boxes\">\n");
            items(block, "<li><span class=\"box\" aria-hidden=\"true\"></span> ", "</li>\n");
            return add("</ul>\n");
        case Role::Ruled:
            add("<div class=\"ruled\">\n");
            items(block, "<p>", "</p>\n");
            return add("</div>\n");
        }
    }

    void table(const Block& block) {
        add("<table>\n<thead><tr>");
        for (const Words& cell : block.head)
            element("<th scope=\"col\">", cell, "</th>");
        add("</tr></thead>\n<tbody>\n");
        for (const auto& row : block.rows) {
            add("<tr>");
            for (std::size_t i = 0; i < row.size(); ++i) {
                add(i == 0 ? "<th scope=\"row\">" : i + 1 == row.size() ? "<td class=\"where\">" : "<td>");
                words(row[i]);
                add(i == 0 ? "</th>" : "</td>");
            }
            add("</tr>\n");
        }
        add("</tbody>\n</table>\n");
    }
};

} // namespace

void openHtmlPage(std::string& out, std::string_view title, Language language, std::string_view style) {
    out += "<!DOCTYPE html>\n<html lang=\"";
    out += languageCode(language);
    out += "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"generator\" content=\"Countercheck " COUNTERCHECK_VERSION "\">\n<title>";
    appendEscaped(out, title);
    out += "</title>\n<style>\n";
    out += style;
    out += "</style>\n</head>\n<body>\n";
}

void appendHtml(std::string& out, const Words& words) {
    for (const Run& run : words) {
        const bool link = isWebAddress(run.link);
        std::string_view close;
        if (link) {
            out += "<a rel=\"noreferrer noopener\" href=\"";
            appendEscaped(out, run.link);
            out += "\">";
            close = "</a>";
        } else if (run.style == Style::Strong) {
            out += "<strong>";
            close = "</strong>";
        } else if (run.style == Style::Code) {
            out += "<span class=\"hash\">";
            close = "</span>";
        } else if (run.style == Style::Unsigned) {
            out += "<span class=\"unsigned-mark\">";
            close = "</span>";
        } else if (run.style == Style::Status) {
            out.append("<span class=\"status ").append(classOf(run.status)).append("\">");
            close = "</span>";
        } else if (run.style == Style::Quiet) {
            out += run.status.empty() ? "<span class=\"copy\">" : "<span class=\"legend\">";
            close = "</span>";
        }
        if (!run.status.empty()) {
            out += run.style == Style::Status ? "<span aria-hidden=\"true\">"
                                              : "<span class=\"sign\" aria-hidden=\"true\">";
            out += signOf(run.status);
            out += "</span> ";
        }
        if (run.foreign && !link)
            out += "<bdi>";
        appendEscaped(out, run.text);
        if (run.foreign && !link)
            out += "</bdi>";
        out += close;
    }
}

std::string toHtml(const Document& document) {
    return Page(document).write();
}
std::string toHtml(const Report& report) {
    return toHtml(compose(report));
}

} // namespace countercheck::report
