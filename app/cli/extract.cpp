// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articlefiles.h"
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/linecommands.h"
#include "app/cli/people.h"
#include "app/cli/terminal.h"

#include <cstdio>

namespace countercheck::cli {

namespace {

std::optional<std::int64_t> publishedOf(const dossier::Article& article) {
    return article.info.published.empty() ? std::nullopt : read::parseIsoTime(article.info.published);
}

/// A quote's words for people: without the comma that the sentence around it wanted.
std::string_view shown(std::string_view words) {
    return words.ends_with(',') ? words.substr(0, words.size() - 1) : words;
}

void printFindings(Terminal& out, const Findings& findings) {
    const text::Reading& reading = findings.reading();
    const int left = out.width() / 2 - 8;
    const auto part = [&](const char* name, std::size_t count) {
        if (count > 0)
            out.paragraph("  ", Ink::Plain, std::string(name) + " (" + std::to_string(count) + ")", Ink::Strong);
    };
    part("Figures", findings.mentions().figures.size());
    for (const read::Figure& figure : findings.mentions().figures) {
        std::string what = setInWords(figure.set);
        if (!figure.unit.empty())
            what += " " + figure.unit;
        what += " · " + std::string(read::figureKindName(figure.kind));
        if (!figure.countedLemma.empty())
            what += " of " + figure.countedLemma;
        if (figure.set.qualifier != read::Qualifier::Exact)
            what += " · " + std::string(read::qualifierName(figure.set.qualifier));
        out.row(4, Terminal::tame(reading.of(figure.phrase.empty() ? figure.numeral : figure.phrase)), Ink::Plain, left,
                what, Ink::Quiet);
    }
    part("Times", findings.mentions().times.size());
    for (const read::TimeMention& time : findings.mentions().times) {
        std::string what = std::string(read::timeTypeName(time.type)) + " " + time.value;
        if (const auto mod = read::timeModName(time.mod); !mod.empty())
            what.append(" ").append(mod);
        if (time.resolved)
            what += " · from " + (time.resolved->openFrom ? std::string("…") : read::isoTime(time.resolved->from)) +
                    " to " + (time.resolved->openTo ? std::string("…") : read::isoTime(time.resolved->to));
        out.row(4, Terminal::tame(reading.of(time.span)), Ink::Plain, left, what, Ink::Quiet);
    }
    part("Quotes", findings.mentions().quotes.size());
    for (const read::Quote& quote : findings.mentions().quotes)
        out.row(4, Terminal::tame(shown(reading.of(quote.words))), Ink::Plain, left,
                quote.speaker.empty() ? "speaker not named" : quote.speaker, Ink::Quiet);
    part("Claims", findings.claims().size());
    for (const claim::Claim& claim : findings.claims()) {
        std::string what = std::string(read::modalityName(claim.modality));
        if (claim.negative)
            what += ", negative";
        if (claim.attribution >= 0)
            if (const auto& by = findings.mentions().attributions[static_cast<std::size_t>(claim.attribution)];
                !by.source.empty())
                what += " · " + by.source;
        out.row(4, Terminal::tame(claim.topic), Ink::Plain, left, what, Ink::Quiet);
        out.paragraph("      ", Ink::Plain, reading.of(claim.clause), Ink::Quiet);
    }
}

} // namespace

int extract(const Arguments& arguments) {
    const bool lines = arguments.has("--jsonl");
    if (lines && arguments.has("--json"))
        return fail("extract", "--jsonl and --json exclude each other; see countercheck-cli extract --help");
    if (lines && !arguments.words().empty())
        return fail("extract",
                    "“" + arguments.words().front() + "”: with --jsonl texts come on standard input, not as files");
    if (lines)
        return extractLines();
    if (arguments.words().empty())
        return fail("extract", "no article files; name some, or use --jsonl for standard input");

    const ArticleFiles files = takeFiles("extract", arguments.words());
    Findings findings;
    std::string text;
    if (arguments.has("--json")) {
        JsonWriter json(text, true);
        json.beginObject();
        json.key("articles");
        json.beginArray();
        for (std::size_t i = 0; i < files.articles.size(); ++i) {
            const dossier::Article& article = files.articles[i];
            std::string id;
            appendJsonString(id, files.names[i]);
            findings.read(article.text, article.info.language, publishedOf(article));
            findings.write(json, id);
        }
        json.endArray();
        json.endObject();
        text += '\n';
    } else {
        Terminal out = Terminal::forStandardOutput();
        for (std::size_t i = 0; i < files.articles.size(); ++i) {
            const dossier::Article& article = files.articles[i];
            findings.read(article.text, article.info.language, publishedOf(article));
            std::string head = files.names[i];
            if (!article.info.published.empty())
                head += " · " + article.info.published;
            head += " · " + std::string(text::languageCode(findings.reading().language));
            out.paragraph("", Ink::Plain, head, Ink::Strong);
            printFindings(out, findings);
            out.blank();
        }
        text = out.text();
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return files.refused ? Failed : Done;
}

} // namespace countercheck::cli
