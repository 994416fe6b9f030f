// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bidi.h"
#include "core/report/escape.h"
#include "core/report/report.h"

#include <algorithm>

extern "C" {
extern const char countercheck_summary_css_begin[], countercheck_summary_css_end[];
}

namespace countercheck::report {

namespace {

std::string_view signOf(std::string_view status) {
    if (status == "contradiction")
        return "\xE2\x9C\x95"; // ✕
    if (status == "discrepancy")
        return "\xE2\x89\xA0"; // ≠
    if (status == "refinement")
        return "\xE2\x89\x88"; // ≈
    if (status == "agreement")
        return "=";
    return "\xC2\xB7"; // ·
}

/// A class name must not come from a text.
std::string_view classOf(std::string_view status) {
    for (const std::string_view known : {"contradiction", "discrepancy", "refinement", "agreement"})
        if (status == known)
            return known;
    return "single-source";
}

std::string_view meaningOf(std::string_view status) {
    if (status == "contradiction")
        return "both cannot be true";
    if (status == "discrepancy")
        return "both can be true, yet they would print different figures";
    if (status == "refinement")
        return "one makes the other precise";
    if (status == "agreement")
        return "they agree";
    return "one source only";
}

std::string plural(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

class Page {
public:
    explicit Page(const Report& report) : r_(report) {}

    std::string write() {
        const std::string title = r_.title.empty() ? "Untitled case" : r_.title;
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"generator\" content=\"Countercheck " COUNTERCHECK_VERSION "\">\n<title>");
        text(title);
        add(" \xE2\x80\x93 verified summary</title>\n<style>\n");
        out_.append(countercheck_summary_css_begin, countercheck_summary_css_end);
        add("</style>\n</head>\n<body>\n<div class=\"page\">\n");
        header(title);
        add("<main>\n");
        findings();
        leftOut();
        sources();
        add("</main>\n");
        footer();
        add("</div>\n</body>\n</html>\n");
        return std::move(out_);
    }

private:
    const Report& r_;
    std::string out_;

    void add(std::string_view markup) { out_ += markup; }
    void text(std::string_view words) { appendEscaped(out_, words); }
    /// Words from elsewhere, kept from turning the line's direction around.
    void foreign(std::string_view words) {
        add("<bdi>");
        text(words);
        add("</bdi>");
    }
    /// A sentence of ours with words from elsewhere in it, which stand between isolates (see bidi.h).
    void mixed(std::string_view words) {
        int open = 0;
        for (std::size_t at = 0; at <= words.size();) {
            const std::size_t next = std::min(words.find(isolate, at), words.find(endIsolate, at));
            text(words.substr(at, next == std::string_view::npos ? next : next - at));
            if (next == std::string_view::npos)
                break;
            const bool opens = words.substr(next).starts_with(isolate);
            if (opens || open > 0)
                add(opens ? "<bdi>" : "</bdi>");
            open += opens ? 1 : open > 0 ? -1 : 0;
            at = next + isolate.size();
        }
        for (; open > 0; --open)
            add("</bdi>");
    }
    void fact(std::string_view name, std::string_view value) {
        if (value.empty())
            return;
        add("<div><dt>");
        text(name);
        add("</dt><dd>");
        foreign(value);
        add("</dd></div>\n");
    }

    [[nodiscard]] std::size_t unsignedShown() const {
        return static_cast<std::size_t>(
            std::count_if(r_.lines.begin(), r_.lines.end(), [](const Line& line) { return line.signedOffBy.empty(); }));
    }

    void header(const std::string& title) {
        const std::size_t marked = unsignedShown();
        add(marked > 0 ? "<header>\n<p class=\"kicker\">Summary with unsigned lines</p>\n<h1 dir=\"auto\">"
                       : "<header>\n<p class=\"kicker\">Verified summary</p>\n<h1 dir=\"auto\">");
        text(title);
        add("</h1>\n<dl class=\"meta\">\n");
        fact("As of", r_.asOf);
        fact("Exported by", r_.by);
        fact("Sources", plural(r_.sources.size(), "article", "articles"));
        fact("Signed off", plural(r_.lines.size() - marked, "line", "lines"));
        if (marked > 0)
            fact("Unsigned", plural(marked, "line", "lines"));
        if (!r_.unsignedLines.empty())
            fact("Left out", plural(r_.unsignedLines.size(), "question", "questions"));
        add("</dl>\n");
        if (marked > 0)
            add("<p class=\"warning\" role=\"note\"><strong>Not for publication as it stands.</strong> Lines marked "
                "\xE2\x80\x9CUnsigned\xE2\x80\x9D were not signed off by anybody.</p>\n");
        add("</header>\n");
    }

    void findings() {
        add("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">What the sources say</h2>\n");
        if (r_.lines.empty())
            add("<p class=\"empty\">Nothing has been signed off yet.</p>\n");
        std::size_t number = 0;
        for (const Line& line : r_.lines)
            finding(line, ++number);
        add("</section>\n");
    }

    void finding(const Line& line, std::size_t number) {
        const bool open = line.signedOffBy.empty();
        const std::string id = "q" + std::to_string(number);
        add("<article class=\"finding" + std::string(open ? " unsigned" : "") + "\" aria-labelledby=\"" + id +
            "\">\n<h3 id=\"" + id + "\" dir=\"auto\">");
        text(line.question);
        add("</h3>\n<p class=\"sentence\" dir=\"auto\">");
        mixed(line.sentence);
        add("</p>\n<ul class=\"facts\">\n");
        if (open) {
            add("<li><span class=\"unsigned-mark\">Unsigned</span>");
            if (!line.leftOut.empty() && line.leftOut != "unsigned") {
                add(" ");
                foreign(line.leftOut);
            }
            add("</li>\n");
        }
        add("<li><span class=\"status " + std::string(classOf(line.status)) + "\"><span aria-hidden=\"true\">");
        add(signOf(line.status));
        add("</span> ");
        text(line.status == "single-source" ? "single source" : line.status);
        add("</span></li>\n<li>Verdict: <strong>");
        text(line.verdict);
        add("</strong></li>\n<li>");
        text(line.origins);
        add("</li>\n</ul>\n");
        values(line);
        list("How they compare", line.explanations, 4);
        list("Evidence", line.evidence, 50);
        if (!line.note.empty()) {
            add("<blockquote class=\"note\" dir=\"auto\">");
            text(line.note);
            add("</blockquote>\n");
        }
        signatures(line);
        add("</article>\n");
    }

    void values(const Line& line) {
        if (line.values.empty())
            return;
        add("<table>\n<thead><tr><th scope=\"col\">Value</th><th scope=\"col\">Who says so</th><th "
            "scope=\"col\">Where</th>"
            "</tr></thead>\n<tbody>\n");
        for (const Value& value : line.values) {
            add("<tr><th scope=\"row\">");
            foreign(value.words);
            add("</th><td>");
            foreign(value.source);
            if (value.derivedCopy)
                add(" <span class=\"copy\">(a copy; no source of its own)</span>");
            add("</td><td class=\"where\">");
            text(value.articles);
            add("</td></tr>\n");
        }
        add("</tbody>\n</table>\n");
    }

    void list(std::string_view heading, const std::vector<std::string>& items, std::size_t most) {
        if (items.empty())
            return;
        add("<h4>");
        add(heading);
        add("</h4>\n<ul class=\"why\">\n");
        for (std::size_t i = 0; i < items.size() && i < most; ++i) {
            add("<li dir=\"auto\">");
            text(items[i]);
            add("</li>\n");
        }
        if (items.size() > most)
            add("<li>" + std::to_string(items.size() - most) + " more in the case file</li>\n");
        add("</ul>\n");
    }

    void signatures(const Line& line) {
        add("<p class=\"signed\">");
        if (!line.verdictBy.empty()) {
            add("<span>Checked by <b>");
            foreign(line.verdictBy);
            add("</b></span>");
        } else {
            add("<span>Not checked by anybody yet</span>");
        }
        if (!line.signedOffBy.empty()) {
            add("\n<span>Signed off by <b>");
            foreign(line.signedOffBy);
            add("</b>");
            if (line.asserted)
                add(" \xE2\x80\x93 identity asserted, not authenticated");
            add("</span>");
        } else {
            add("\n<span>Signed off by nobody</span>");
        }
        add("</p>\n");
    }

    void leftOut() {
        if (r_.unsignedLines.empty() && r_.singleSource == 0 && r_.lost.empty())
            return;
        add("<section aria-labelledby=\"left-out\">\n<h2 id=\"left-out\">Left out</h2>\n");
        if (!r_.unsignedLines.empty()) {
            add("<ul class=\"left-out\">\n");
            for (const Line& line : r_.unsignedLines) {
                add("<li><span><span class=\"sign\" aria-hidden=\"true\">");
                add(signOf(line.status));
                add("</span> ");
                foreign(line.question);
                add("</span> <span class=\"reason\">");
                text(line.status == "single-source" ? "single source" : line.status);
                add(" \xC2\xB7 ");
                text(line.verdict);
                add(" \xC2\xB7 ");
                foreign(line.leftOut.empty() ? "unsigned" : line.leftOut);
                add("</span></li>\n");
            }
            add("</ul>\n");
        }
        if (r_.singleSource > 0)
            add("<p class=\"note-line\">Not listed: " +
                plural(r_.singleSource, "question that one source alone answers and nobody has checked.",
                       "questions that one source alone answers and nobody has checked.") +
                "</p>\n");
        if (!r_.lost.empty()) {
            add("<p class=\"note-line\"><strong>Decisions whose claims no longer stand in any "
                "article:</strong></p>\n<ul "
                "class=\"left-out\">\n");
            for (const std::string& lost : r_.lost) {
                add("<li>");
                foreign(lost);
                add("</li>\n");
            }
            add("</ul>\n");
        }
        add("</section>\n");
    }

    void sources() {
        add("<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n");
        if (r_.sources.empty())
            add("<p class=\"empty\">No articles.</p>\n");
        add("<ol class=\"sources\">\n");
        for (const Source& source : r_.sources) {
            add("<li class=\"source\"><span class=\"letter\">");
            text(source.letter);
            add("</span>\n<div>\n<h3 dir=\"auto\">");
            text(source.title.empty() ? "Untitled article" : source.title);
            add("</h3>\n<p><span class=\"outlet\">");
            foreign(source.publisher);
            add("</span>");
            if (!source.published.empty()) {
                add(" \xC2\xB7 published ");
                text(source.published);
            }
            add(" \xC2\xB7 captured ");
            text(source.capturedAt.empty() ? "at an unknown time" : source.capturedAt);
            add(" \xC2\xB7 ");
            text(source.lineage);
            add("</p>\n");
            if (!source.url.empty()) {
                add("<p>");
                if (isWebAddress(source.url)) {
                    add("<a rel=\"noreferrer noopener\" href=\"");
                    text(source.url);
                    add("\">");
                    text(source.url);
                    add("</a>");
                } else {
                    foreign(source.url);
                }
                add("</p>\n");
            }
            add("<p>SHA-256 <span class=\"hash\">");
            text(source.sha256);
            add("</span></p>\n</div></li>\n");
        }
        add("</ol>\n</section>\n");
    }

    void footer() {
        add("<footer>\n<p>");
        bool first = true;
        for (const std::string_view status : {"contradiction", "discrepancy", "refinement", "agreement"}) {
            add(first ? "" : " \xC2\xA0 ");
            first = false;
            add("<span class=\"legend\"><span class=\"sign\" aria-hidden=\"true\">");
            add(signOf(status));
            add("</span> ");
            add(status);
            add(":</span> ");
            add(meaningOf(status));
            add(".");
        }
        add("</p>\n<p>Articles that share their wording, or rest on one report, count as one origin. Figures are given "
            "as the "
            "sources gave them; nothing is averaged.</p>\n<p>");
        const bool asserted = std::any_of(r_.lines.begin(), r_.lines.end(),
                                          [](const Line& l) { return !l.signedOffBy.empty() && l.asserted; });
        if (asserted)
            add("Names of those who checked and signed off are asserted, not authenticated. ");
        add("Made with Countercheck " COUNTERCHECK_VERSION " from a case log of ");
        add(plural(r_.records, "record", "records"));
        add(".</p>\n</footer>\n");
    }
};

} // namespace

std::string toHtml(const Report& report) {
    return Page(report).write();
}

} // namespace countercheck::report
