// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/compare.h"
#include "app/cli/articlefiles.h"
#include "app/cli/commands.h"
#include "app/cli/comparisonjson.h"
#include "app/cli/linecommands.h"
#include "app/cli/people.h"
#include "core/desk/desk.h"
#include "core/text/explaining.h"

#include <cstdio>

namespace countercheck::cli {

namespace {

std::optional<compare::Comparison> comparedWithRefusals(const std::vector<dossier::Article>& articles) {
    compare::Settings settings;
    settings.refusals = true;
    return compare::compareArticles(desk::inputsOf(articles), settings, {}, {}, 0);
}

} // namespace

int compare(const Arguments& arguments) {
    const bool lines = arguments.has("--jsonl");
    if (lines && arguments.has("--json"))
        return fail("compare", "--jsonl and --json exclude each other; see countercheck-cli compare --help");
    if (lines && !arguments.words().empty())
        return fail("compare",
                    "“" + arguments.words().front() + "”: with --jsonl texts come on standard input, not as files");
    if (lines && arguments.has("--verbose"))
        return fail("compare", "--verbose is for files; with --jsonl only the fields of the interface are written");
    if (!lines && arguments.has("--partition"))
        return fail("compare", "--partition goes with --jsonl: a part of a collection comes on standard input");
    if (lines)
        return compareLines(arguments.has("--partition"));
    if (arguments.words().empty())
        return fail("compare", "no article files; name two or more, or use --jsonl for standard input");

    const ArticleFiles files = takeFiles("compare", arguments.words());
    if (files.articles.empty())
        return Failed;
    const bool verbose = arguments.has("--verbose");
    const auto comparison = verbose ? comparedWithRefusals(files.articles) : desk::analyse(files.articles);
    if (!comparison)
        return fail("compare", "the comparison was cancelled");
    std::string text;
    if (arguments.has("--json")) {
        std::vector<ArticleFace> faces(files.articles.size());
        for (std::size_t i = 0; i < faces.size(); ++i) {
            appendJsonString(faces[i].id, files.names[i]);
            faces[i].text = files.articles[i].text;
            faces[i].points.reset(faces[i].text);
        }
        JsonWriter json(text, true);
        json.beginObject();
        writeQuestions(json, comparison->questions.get(), faces);
        writeLineage(json, comparison->lineage.get(), faces);
        if (verbose) {
            json.key("notJoined");
            json.beginArray();
            for (const compare::NearMiss& miss : comparison->nearMisses) {
                json.beginObject();
                json.member("a", miss.keyA);
                json.member("b", miss.keyB);
                json.member("because", text::inEnglish(miss.because));
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
        text += '\n';
    } else {
        std::vector<Sheet> sheets;
        sheets.reserve(files.articles.size());
        for (std::size_t i = 0; i < files.articles.size(); ++i) {
            const dossier::Article& article = files.articles[i];
            sheets.push_back({files.names[i], article.info.title, article.info.publisher, article.info.published,
                              article.info.url, article.info.language, article.text});
        }
        Terminal out = Terminal::forStandardOutput();
        printComparison(out, {}, sheets, *comparison, {}, verbose);
        text = out.text();
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return files.refused ? Failed : Done;
}

} // namespace countercheck::cli
