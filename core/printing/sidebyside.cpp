// SPDX-License-Identifier: GPL-3.0-or-later
// The articles beside one another with their words marked, in one page that opens anywhere: no script, nothing loaded.
// A mark leads to its question, a question's letters lead to the words; what is led to is set off by :target. Marks
// that overlap are cut into pieces, each of which leads to the first question that it answers.
#include "core/printing/outgoing.h"
#include "core/printing/writers.h"
#include "core/report/escape.h"
#include "core/report/htmlwords.h"
#include "core/report/values.h"

#include <algorithm>

extern "C" {
extern const char countercheck_side_css_begin[], countercheck_side_css_end[];
}

namespace countercheck::printing {

namespace {

struct Place {
    std::size_t begin = 0, end = 0;
    std::size_t question = 0, claim = 0;
};

class Page {
public:
    Page(const dossier::Dossier& dossier, const Order& order) : d_(dossier), order_(order) {}

    std::string write() {
        all_ = outgoing(d_, order_);
        report::Report content = report::build(d_, order_.asOf, order_.by, order_.includeUnsigned, order_.language);
        content.seal = report::sealOf(statementOf(d_, order_));
        const report::Document summary = report::compose(content);
        report::openHtmlPage(out_, report::clean(title() + " \xE2\x80\x93 " + say("side.articles")), order_.language,
                             {countercheck_side_css_begin, countercheck_side_css_end});
        add("<p class=\"skip\"><a href=\"#articles\">" + say("side.jump") + "</a></p>\n<header>\n");
        for (const report::Block& block : summary.header)
            switch (block.role) {
            case report::Role::Kicker:
                element("<p class=\"kicker\">", {report::run(say("side.articles"))}, "</p>\n");
                break;
            case report::Role::Title:
                element("<h1 dir=\"auto\">", block.words, "</h1>\n");
                break;
            case report::Role::Facts:
                add("<p class=\"facts\">");
                for (const auto& row : block.rows) {
                    element("<span>", row[0], " ");
                    element("<strong>", row[1], "</strong></span> ");
                }
                add("</p>\n");
                break;
            case report::Role::Warning:
                element("<p class=\"warning\" role=\"note\">", block.words, "</p>\n");
                break;
            default:
                break;
            }
        add("</header>\n<main>\n");
        questions();
        articles();
        add("</main>\n<footer>\n");
        for (const report::Block& section : summary.body)
            if (section.id == "signatures" || section.id == "check")
                proofs(section);
        for (const report::Block& block : summary.footer)
            element("<p>", block.words, "</p>\n");
        add("</footer>\n</body>\n</html>\n");
        return std::move(out_);
    }

private:
    const dossier::Dossier& d_;
    const Order& order_;
    std::vector<Outgoing> all_;
    std::string out_;

    void add(std::string_view markup) { out_ += markup; }
    void text(std::string_view words) { report::appendEscaped(out_, words); }
    void element(std::string_view open, const report::Words& words, std::string_view close) {
        add(open);
        report::appendHtml(out_, words);
        add(close);
    }
    [[nodiscard]] std::string say(std::string_view name, std::initializer_list<std::string_view> parts = {}) const {
        return report::form(order_.language, name, parts);
    }
    [[nodiscard]] std::string title() const { return d_.title.empty() ? say("summary.untitled") : d_.title; }
    static std::string placeId(std::size_t question, std::size_t claim) {
        return "q" + std::to_string(question + 1) + "-" + std::to_string(claim + 1);
    }
    static std::string statusOf(const Outgoing& one) {
        return one.question->status() ? std::string(compare::relationKindName(*one.question->status()))
                                      : "single-source";
    }

    void questions() {
        add("<section class=\"questions\" aria-labelledby=\"questions\">\n<h2 id=\"questions\">");
        add(say("side.questions") + "</h2>\n");
        if (all_.empty())
            add("<p class=\"empty\">" + say("side.none") + "</p>\n");
        else
            add("<p class=\"legend\">" + say("side.legend") + "</p>\n<ol>\n");
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Outgoing& one = all_[i];
            const std::string id = "q" + std::to_string(i + 1);
            add("<li id=\"" + id + "\" tabindex=\"-1\" class=\"" + statusOf(one) +
                (one.because.empty() ? "" : " unsigned") + "\">\n<h3>");
            report::Run status = report::run(say("status." + statusOf(one)), report::Style::Status);
            status.status = statusOf(one);
            element("<span class=\"number\">" + std::to_string(i + 1) + "</span> <bdi>", {report::run(one.title)},
                    "</bdi></h3>\n");
            element("<p class=\"sentence\" dir=\"auto\">", report::mixed(one.sentence), "</p>\n<p class=\"chips\">");
            if (!one.because.empty())
                element("", {report::run(say("mark.unsigned"), report::Style::Unsigned)}, " ");
            element("", {status}, " ");
            text(say("verdict." + std::string(dossier::verdictStateName(one.decisions->verdict
                                                                            ? one.decisions->verdict->state
                                                                            : dossier::VerdictState::Unchecked))));
            add("</p>\n<ul class=\"where\">\n");
            for (const report::SourcedValue& value : one.values)
                for (const std::uint32_t claim : value.claims) {
                    const std::uint32_t article = one.question->claims[claim].article;
                    if (article >= d_.articles.size())
                        continue;
                    add("<li><a href=\"#" + placeId(i, claim) + "\"><span class=\"letter\">" +
                        report::articleLetter(article) + "</span> ");
                    element("<bdi>", {report::run(one.question->claims[claim].quote)}, "</bdi></a></li>\n");
                }
            add("</ul>\n");
            signedBy(one);
            add("</li>\n");
        }
        if (!all_.empty())
            add("</ol>\n");
        add("</section>\n");
    }
    void signedBy(const Outgoing& one) {
        add("<p class=\"signed\">");
        const dossier::Decisions& decisions = *one.decisions;
        text(decisions.verdict ? say("checked.by") + " " + decisions.verdict->stamp.by + ", " +
                                     report::shownTime(decisions.verdict->stamp.at)
                               : say("checked.nobody"));
        add("<br>");
        text(one.isSigned ? say("signed.by") + " " + decisions.signOff->stamp.by + ", " +
                                report::shownTime(decisions.signOff->stamp.at) +
                                (decisions.signOff->asserted ? " " + say("signed.asserted") : std::string())
                          : say("signed.nobody"));
        add("</p>\n");
    }

    void articles() {
        add("<section class=\"articles\" id=\"articles\" tabindex=\"0\" role=\"group\" aria-label=\"");
        add(say("side.articles") + "\">\n");
        std::vector<std::vector<Place>> places(d_.articles.size());
        for (std::size_t q = 0; q < all_.size(); ++q)
            for (std::size_t c = 0; c < all_[q].question->claims.size(); ++c) {
                const compare::QuestionClaim& claim = all_[q].question->claims[c];
                if (claim.article >= d_.articles.size())
                    continue;
                const std::size_t size = std::string_view(d_.articles[claim.article].text).size();
                const std::size_t begin = std::min<std::size_t>(claim.words.begin, size);
                const std::size_t end = std::clamp<std::size_t>(claim.words.end, begin, size);
                places[claim.article].push_back({begin, end, q, c});
            }
        for (std::uint32_t i = 0; i < d_.articles.size(); ++i)
            article(i, places[i]);
        add("</section>\n");
    }

    void article(std::uint32_t index, std::vector<Place>& places) {
        const dossier::Article& article = d_.articles[index];
        const std::string id = "article-" + std::to_string(index + 1);
        add("<article aria-labelledby=\"" + id + "\" tabindex=\"0\">\n<h2 id=\"" + id + "\"><span class=\"letter\">" +
            report::articleLetter(index) + "</span> ");
        element("<bdi>", {report::run(article.info.title.empty() ? say("article.untitled") : article.info.title)},
                "</bdi></h2>\n<p class=\"outlet\">");
        element("<strong>", {report::foreign(report::articleName(article))}, "</strong>");
        if (!article.info.published.empty())
            text(" \xC2\xB7 " + say("source.published", {report::shownTime(article.info.published)}));
        text(" \xC2\xB7 " + (article.capturedAt.empty()
                                 ? say("source.captured.unknown")
                                 : say("source.captured", {report::shownTime(article.capturedAt)})));
        add("</p>\n");
        if (!article.info.url.empty()) {
            report::Run link = report::foreign(article.info.url);
            link.link = link.text;
            element("<p class=\"outlet\">", {link}, "</p>\n");
        }
        add("<p class=\"outlet\">SHA-256 <span class=\"hash\">" + article.id.sha256 + "</span></p>\n");
        add("<div class=\"text\" dir=\"auto\"");
        if (!article.info.language.empty() &&
            article.info.language.find_first_not_of(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789") == std::string::npos)
            add(" lang=\"" + article.info.language + "\"");
        add(">\n<p>");
        marked(article.text, places);
        add("</p>\n</div>\n</article>\n");
    }

    /// The text, cut where marks begin and end, and into paragraphs at line ends.
    void marked(std::string_view text, std::vector<Place>& places) {
        std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        std::vector<std::size_t> cuts = {0, text.size()};
        for (const Place& place : places) {
            cuts.push_back(place.begin);
            cuts.push_back(place.end);
        }
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        std::size_t next = 0;
        std::vector<Place> open;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const std::size_t begin = cuts[i], end = i + 1 < cuts.size() ? cuts[i + 1] : cuts[i];
            std::erase_if(open, [&](const Place& p) { return p.end <= begin; });
            for (; next < places.size() && places[next].begin == begin; ++next) {
                add("<span id=\"" + placeId(places[next].question, places[next].claim) + "\" tabindex=\"-1\"></span>");
                if (places[next].end > begin)
                    open.push_back(places[next]);
            }
            if (begin == end)
                continue;
            const std::string_view piece = text.substr(begin, end - begin);
            if (open.empty())
                paragraphs(piece);
            else
                mark(piece, open);
        }
    }
    void mark(std::string_view piece, const std::vector<Place>& open) {
        const Outgoing& one = all_[open.front().question];
        const std::string number = std::to_string(open.front().question + 1);
        add("<a class=\"mark " + statusOf(one) + (one.because.empty() ? "" : " unsigned") + "\" href=\"#q" + number +
            "\"><mark>");
        std::string words(piece);
        std::replace(words.begin(), words.end(), '\n', ' ');
        text(words);
        add("</mark><sup>" + number + "</sup></a>");
    }
    void paragraphs(std::string_view piece) {
        for (std::size_t at = 0; at <= piece.size();) {
            const std::size_t end = std::min(piece.find('\n', at), piece.size());
            text(piece.substr(at, end - at));
            if (end < piece.size()) {
                std::size_t blank = end;
                while (blank < piece.size() && (piece[blank] == '\n' || piece[blank] == '\r'))
                    ++blank;
                add(blank - end > 1 ? "</p>\n<p>" : "<br>\n");
                at = blank;
                if (at == piece.size())
                    break;
                continue;
            }
            break;
        }
    }
    void proofs(const report::Block& section) {
        element("<h2>", section.words, "</h2>\n");
        for (const report::Block& block : section.children) {
            if (block.role == report::Role::Proof) {
                add("<div class=\"proof\"><h3>");
                text(block.label + ". ");
                element("", block.words, "</h3>\n<dl>\n");
                for (const auto& row : block.rows) {
                    element("<div><dt>", row[0], "</dt><dd>");
                    element("", row[1], "</dd></div>\n");
                }
                add("</dl></div>\n");
            } else {
                element(block.role == report::Role::Seal ? "<p class=\"seal\">" : "<p>", block.words, "</p>\n");
            }
        }
    }
};

} // namespace

std::string toSideBySide(const dossier::Dossier& dossier, const Order& order) {
    return Page(dossier, order).write();
}

} // namespace countercheck::printing
