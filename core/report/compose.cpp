// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <algorithm>

namespace countercheck::report {

namespace {

class Composer {
public:
    explicit Composer(const Report& report) : r_(report) {}

    Document summary() {
        const std::string title = titleOrNone();
        document_.title = say("summary.title", {title});
        const std::size_t marked = unsignedShown();
        head(say(marked > 0 ? "summary.unsigned" : "summary.verified"), title);
        std::vector<std::vector<Words>> facts = {fact("fact.asof", r_.asOf), fact("fact.by", r_.by)};
        const auto count = [&](std::string_view name, std::string_view unit, std::size_t number) {
            facts.push_back(fact(name, counted(r_.language, unit, number)));
        };
        count("fact.sources", "articles", r_.sources.size());
        count("fact.signed", "lines", r_.lines.size() - marked);
        if (marked > 0)
            count("fact.unsigned", "lines", marked);
        if (!r_.unsignedLines.empty())
            count("fact.leftout", "questions", r_.unsignedLines.size());
        addFacts(std::move(facts));
        if (marked > 0)
            document_.header.push_back(
                {Role::Warning, {run(say("warning.head"), Style::Strong), run(" " + say("warning.body"))}});
        findings();
        leftOut();
        sources();
        signatures();
        footer();
        return std::move(document_);
    }

    Document sheet() {
        const std::string title = titleOrNone();
        document_.title = title;
        head(say("sheet.kicker"), title);
        addFacts({fact("fact.asof", r_.asOf), fact("fact.by", r_.by),
                  fact("fact.sources", counted(r_.language, "articles", r_.sources.size()))});
        Block section = sectionOf("sheet.questions", "questions");
        std::vector<const Line*> lines;
        for (const Line& line : r_.lines)
            lines.push_back(&line);
        // What nobody decided about comes first: it is what the sheet is for.
        std::stable_sort(lines.begin(), lines.end(),
                         [](const Line* a, const Line* b) { return open(*a) && !open(*b); });
        std::size_t number = 0;
        for (const Line* line : lines)
            section.children.push_back(toCheck(*line, ++number));
        if (lines.empty())
            section.children.push_back({Role::Empty, {run(say("nothing.signed"))}});
        document_.body.push_back(std::move(section));
        sources();
        seal();
        return std::move(document_);
    }

private:
    const Report& r_;
    Document document_;

    [[nodiscard]] std::string say(std::string_view name, std::initializer_list<std::string_view> parts = {}) const {
        return form(r_.language, name, parts);
    }
    [[nodiscard]] std::string titleOrNone() const { return r_.title.empty() ? say("summary.untitled") : r_.title; }
    static bool open(const Line& line) {
        return line.verdict == dossier::VerdictState::Unchecked || line.verdict == dossier::VerdictState::Checking;
    }
    [[nodiscard]] std::size_t unsignedShown() const {
        return static_cast<std::size_t>(
            std::count_if(r_.lines.begin(), r_.lines.end(), [](const Line& line) { return !line.leftOut.empty(); }));
    }
    [[nodiscard]] std::string verdictOf(const Line& line) const {
        return say("verdict." + std::string(dossier::verdictStateName(line.verdict)));
    }
    [[nodiscard]] Run statusOf(const Line& line, Style style = Style::Status) const {
        Run shown = run(say("status." + line.status), style);
        shown.status = line.status;
        return shown;
    }
    [[nodiscard]] std::vector<Words> fact(std::string_view name, std::string_view value) const {
        return {{run(say(name))}, {foreign(value)}};
    }
    static Run linked(std::string_view url) {
        Run shown = foreign(url);
        shown.link = shown.text;
        return shown;
    }

    void head(const std::string& kicker, const std::string& title) {
        document_.author = clean(r_.by);
        document_.created = r_.asOf;
        document_.language = r_.language;
        document_.title = clean(document_.title);
        document_.header.push_back({Role::Kicker, {run(kicker)}});
        document_.header.push_back({Role::Title, {foreign(title)}});
    }
    void addFacts(std::vector<std::vector<Words>> facts) {
        Block block{Role::Facts};
        for (auto& one : facts)
            if (!one[1][0].text.empty())
                block.rows.push_back(std::move(one));
        document_.header.push_back(std::move(block));
    }
    [[nodiscard]] Block sectionOf(std::string_view heading, std::string_view id) const {
        Block section{Role::Section, {run(say(heading))}};
        section.id = id;
        return section;
    }

    void findings() {
        Block section = sectionOf("section.findings", "findings");
        if (r_.lines.empty())
            section.children.push_back({Role::Empty, {run(say("nothing.signed"))}});
        std::size_t number = 0;
        for (const Line& line : r_.lines)
            section.children.push_back(finding(line, ++number));
        document_.body.push_back(std::move(section));
    }

    [[nodiscard]] Block finding(const Line& line, std::size_t number) const {
        Block block{Role::Finding, {foreign(line.question)}};
        block.id = "q" + std::to_string(number);
        block.unsignedMark = !line.leftOut.empty();
        block.children.push_back({Role::Sentence, mixed(line.sentence)});
        block.children.push_back(chipsOf(line, line.stale));
        if (!line.values.empty())
            block.children.push_back(valuesOf(line));
        reasons(block, "list.compare", line.explanations, 4);
        std::vector<std::string> evidence = line.evidence;
        if (!line.primary.empty())
            evidence.push_back(say("primary", {line.primary}));
        if (!line.supersededBy.empty())
            evidence.push_back(say("superseded", {line.supersededBy}));
        reasons(block, "list.evidence", evidence, 50);
        if (!line.note.empty())
            block.children.push_back({Role::Quote, {foreign(line.note)}});
        block.children.push_back(signedBy(line));
        return block;
    }

    /// Its state, verdict and origins, behind the mark on what is unsigned; `saysWhy`: with the reason of the mark.
    [[nodiscard]] Block chipsOf(const Line& line, bool saysWhy) const {
        Block chips{Role::Chips};
        if (!line.leftOut.empty()) {
            Words mark = {run(say("mark.unsigned"), Style::Unsigned)};
            if (saysWhy) {
                mark.push_back(run(" "));
                mark.push_back(foreign(line.leftOut));
            }
            chips.items.push_back(std::move(mark));
        }
        chips.items.push_back({statusOf(line)});
        chips.items.push_back(
            {run(form(r_.language, "labelled", {say("verdict"), ""})), run(verdictOf(line), Style::Strong)});
        chips.items.push_back({run(line.origins)});
        return chips;
    }
    [[nodiscard]] Block valuesOf(const Line& line) const {
        Block table{Role::Table};
        table.head = {{run(say("table.value"))}, {run(say("table.who"))}, {run(say("table.where"))}};
        for (const Value& value : line.values) {
            Words who = {foreign(value.source)};
            if (value.derivedCopy) {
                who.push_back(run(" "));
                who.push_back(run(say("copy"), Style::Quiet));
            }
            table.rows.push_back({{foreign(value.words)}, std::move(who), {run(value.articles)}});
        }
        return table;
    }
    void reasons(Block& to, std::string_view heading, const std::vector<std::string>& items, std::size_t most) const {
        if (items.empty())
            return;
        Block list{Role::Reasons, {run(say(heading))}};
        for (std::size_t i = 0; i < items.size() && i < most; ++i)
            list.items.push_back({foreign(items[i])});
        if (items.size() > most)
            list.items.push_back({run(say("list.more", {std::to_string(items.size() - most)}))});
        to.children.push_back(std::move(list));
    }
    [[nodiscard]] Block signedBy(const Line& line) const {
        Block block{Role::Signed};
        if (line.verdictBy.empty())
            block.items.push_back({run(say("checked.nobody"))});
        else
            block.items.push_back({run(say("checked.by") + " "), foreign(line.verdictBy, Style::Strong)});
        if (line.signedOffBy.empty()) {
            block.items.push_back({run(say("signed.nobody"))});
            return block;
        }
        block.items.push_back(
            {run(say("signed.by") + " "), foreign(line.signedOffBy, Style::Strong),
             run(" " + (line.asserted ? say("signed.asserted") : say("signed.key", {line.publicKey.substr(0, 12)})))});
        return block;
    }

    void leftOut() {
        if (r_.unsignedLines.empty() && r_.singleSource == 0 && r_.lost.empty())
            return;
        Block section = sectionOf("section.leftout", "left-out");
        if (!r_.unsignedLines.empty()) {
            Block list{Role::LeftOut};
            for (const Line& line : r_.unsignedLines) {
                Run sign = run("");
                sign.status = line.status;
                list.rows.push_back({{sign, foreign(line.question)},
                                     {run(say("status." + line.status) + " \xC2\xB7 " + verdictOf(line) + " \xC2\xB7 "),
                                      foreign(line.leftOut)}});
            }
            section.children.push_back(std::move(list));
        }
        if (r_.singleSource > 0)
            section.children.push_back({Role::Remark, {run(counted(r_.language, "notlisted", r_.singleSource))}});
        if (!r_.lost.empty()) {
            Block list{Role::Reasons, {run(say("lost"))}};
            for (const std::string& lost : r_.lost)
                list.items.push_back({foreign(lost)});
            section.children.push_back(std::move(list));
        }
        document_.body.push_back(std::move(section));
    }

    void sources() {
        Block section = sectionOf("section.sources", "sources");
        if (r_.sources.empty())
            section.children.push_back({Role::Empty, {run(say("no.articles"))}});
        for (const Source& source : r_.sources) {
            Block block{Role::Source, {source.title.empty() ? run(say("article.untitled")) : foreign(source.title)}};
            block.label = source.letter;
            Words line = {foreign(source.publisher, Style::Strong)};
            const auto add = [&](const std::string& words) { line.push_back(run(" \xC2\xB7 " + words)); };
            if (!source.published.empty())
                add(say("source.published", {source.published}));
            add(source.capturedAt.empty() ? say("source.captured.unknown")
                                          : say("source.captured", {source.capturedAt}));
            add(source.lineage);
            block.items.push_back(std::move(line));
            if (!source.url.empty())
                block.items.push_back({linked(source.url)});
            block.items.push_back({run("SHA-256 "), run(source.sha256, Style::Code)});
            section.children.push_back(std::move(block));
        }
        document_.body.push_back(std::move(section));
    }

    /// What others need to check the sign-offs, and the seal.
    void signatures() {
        const bool any = unsignedShown() < r_.lines.size();
        if (any) {
            Block section = sectionOf("section.signatures", "signatures");
            std::size_t number = 0;
            for (const Line& line : r_.lines) {
                ++number;
                if (line.signedOffBy.empty())
                    continue;
                Block proof{Role::Proof, {foreign(line.question)}};
                proof.label = std::to_string(number);
                const auto add = [&](std::string_view name, const std::string& value) {
                    proof.rows.push_back({{run(say(name))}, {run(value, Style::Code)}});
                };
                add("proof.question", line.key.value);
                add("proof.subject", line.subjectHash);
                if (line.asserted) {
                    proof.rows.push_back({{run(say("proof.signature"))}, {run(say("proof.none"))}});
                } else {
                    add("proof.key", line.publicKey);
                    add("proof.signature", line.signature);
                }
                section.children.push_back(std::move(proof));
            }
            document_.body.push_back(std::move(section));
        }
        seal();
    }
    void seal() {
        if (r_.seal.empty())
            return;
        Block section = sectionOf("section.check", "check");
        section.children.push_back({Role::Remark, {run(say("check.how"))}});
        section.children.push_back({Role::Seal, {run(r_.seal, Style::Code)}});
        document_.body.push_back(std::move(section));
    }

    void footer() {
        Words legend;
        for (const char* const status : {"contradiction", "discrepancy", "refinement", "agreement"}) {
            if (!legend.empty())
                legend.push_back(run(" \xC2\xA0 "));
            Run sign = run(form(r_.language, "labelled", {say(std::string("status.") + status), ""}), Style::Quiet);
            sign.status = status;
            legend.push_back(std::move(sign));
            legend.push_back(run(say(std::string("meaning.") + status) + "."));
        }
        document_.footer.push_back({Role::Remark, std::move(legend)});
        document_.footer.push_back({Role::Remark, {run(say("foot.origins"))}});
        const bool asserted = std::any_of(r_.lines.begin(), r_.lines.end(),
                                          [](const Line& l) { return !l.signedOffBy.empty() && l.asserted; });
        document_.footer.push_back(
            {Role::Remark,
             {run((asserted ? say("foot.asserted") + " " : std::string()) +
                  say("foot.made", {COUNTERCHECK_VERSION, counted(r_.language, "records", r_.records)}))}});
    }

    [[nodiscard]] Block toCheck(const Line& line, std::size_t number) const {
        Block block{Role::Finding, {run(std::to_string(number) + ".\xC2\xA0"), foreign(line.question)}};
        block.id = "q" + std::to_string(number);
        block.children.push_back({Role::Sentence, mixed(line.sentence)});
        block.children.push_back(chipsOf(line, false));
        if (!line.values.empty())
            block.children.push_back(valuesOf(line));
        reasons(block, "list.evidence", line.evidence, 50);
        if (!line.note.empty())
            block.children.push_back({Role::Quote, {foreign(line.note)}});
        Block boxes{Role::Boxes};
        for (const char* const state : {"verified", "disputed", "false", "unverifiable", "outdated"})
            boxes.items.push_back({run(say(std::string("verdict.") + state))});
        block.children.push_back(std::move(boxes));
        Block ruled{Role::Ruled};
        ruled.items = {{run(say("sheet.how"))}, {run(say("sheet.name"))}};
        block.children.push_back(std::move(ruled));
        return block;
    }
};

} // namespace

Document compose(const Report& report) {
    return Composer(report).summary();
}
Document composeSheet(const Report& report) {
    return Composer(report).sheet();
}

} // namespace countercheck::report
