// SPDX-License-Identifier: GPL-3.0-or-later
// import, questions, log and verify. (edit and export have files of their own.)
#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/comparisonjson.h"
#include "app/cli/people.h"
#include "app/cli/shared.h"
#include "app/cli/stream.h"
#include "app/cli/terminal.h"
#include "core/desk/desk.h"
#include "core/dossier/editjson.h"
#include "core/share/address.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <unistd.h>

namespace countercheck::cli {

namespace {

void print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void writeStamp(JsonWriter& json, const dossier::Stamp& stamp) {
    json.member("by", stamp.by);
    json.member("at", stamp.at);
}

/// What people decided about a question, as members of its object.
void writeDecisions(JsonWriter& json, const compare::Question& question, const dossier::Decisions& decisions) {
    json.member("key", question.key);
    json.member("title", question.title);
    json.member("state", dossier::verdictStateName(decisions.verdict ? decisions.verdict->state
                                                                     : dossier::VerdictState::Unchecked));
    json.member("figureState", dossier::figureStateName(decisions.figureState()));
    json.member("origins", question.origins);
    json.key("verdict");
    if (decisions.verdict) {
        json.beginObject();
        json.member("state", dossier::verdictStateName(decisions.verdict->state));
        json.member("note", decisions.verdict->note);
        json.memberOrNull("primary", decisions.verdict->primary);
        json.memberOrNull("supersededBy", decisions.verdict->supersededBy);
        writeStamp(json, decisions.verdict->stamp);
        json.endObject();
    } else {
        json.null();
    }
    json.key("proposal");
    if (decisions.proposal) {
        const auto plain = [&](std::string_view name, const std::string& value) {
            writeDecimal(json, name, read::Decimal::tryFrom(value));
        };
        json.beginObject();
        json.member("wording", decisions.proposal->wording);
        plain("low", decisions.proposal->low);
        plain("high", decisions.proposal->high);
        json.memberOrNull("lowSource", decisions.proposal->lowSource);
        json.memberOrNull("highSource", decisions.proposal->highSource);
        writeStamp(json, decisions.proposal->stamp);
        json.endObject();
    } else {
        json.null();
    }
    json.key("signOff");
    if (decisions.signOff) {
        json.beginObject();
        writeStamp(json, decisions.signOff->stamp);
        json.key("asserted");
        json.boolean(decisions.signOff->asserted);
        json.member("subjectHash", decisions.signOff->subjectHash);
        json.memberOrNull("publicKey", decisions.signOff->publicKey);
        json.memberOrNull("signature", decisions.signOff->signature);
        json.memberOrNull("revokedBecause", decisions.revokedBecause);
        json.endObject();
    } else {
        json.null();
    }
    json.memberOrNull("dismissed", decisions.dismissed);
    json.key("conflicts");
    json.beginArray();
    for (const dossier::Conflict& conflict : decisions.conflicts) {
        json.beginObject();
        json.member("slot", conflict.slot);
        json.key("sides");
        json.beginArray();
        for (const auto& side : conflict.sides) {
            json.beginObject();
            json.member("text", side.text);
            writeStamp(json, side.stamp);
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

std::vector<std::string> decidedLines(const dossier::Decisions& decisions) {
    std::vector<std::string> lines;
    const auto stamped = [](const dossier::Stamp& stamp) {
        std::string at = stamp.at.substr(0, 16); // to the minute
        std::replace(at.begin(), at.end(), 'T', ' ');
        return " (" + stamp.by + ", " + at + " UTC)";
    };
    if (decisions.verdict && decisions.verdict->state != dossier::VerdictState::Unchecked) {
        std::string line = "verdict " + std::string(dossier::verdictStateName(decisions.verdict->state));
        if (!decisions.verdict->note.empty())
            line += ": " + decisions.verdict->note;
        lines.push_back(line + stamped(decisions.verdict->stamp));
    }
    if (decisions.proposal)
        lines.push_back(
            "to print: " + (decisions.proposal->wording.empty() ? "not established" : decisions.proposal->wording) +
            stamped(decisions.proposal->stamp));
    if (decisions.signOff)
        lines.push_back((decisions.signOff->asserted ? "signed off, identity asserted only" : "signed off and signed") +
                        stamped(decisions.signOff->stamp) +
                        (decisions.revoked ? "; does not hold any more: " + decisions.revokedBecause : ""));
    else if (decisions.revoked)
        lines.push_back("sign-off revoked" + (decisions.revokedBecause.empty() ? "" : ": " + decisions.revokedBecause));
    if (!decisions.dismissed.empty())
        lines.push_back("dismissed: " + decisions.dismissed);
    for (const dossier::Note& note : decisions.notes)
        lines.push_back("note: " + note.text + stamped(note.stamp));
    for (const dossier::Evidence& evidence : decisions.evidence)
        lines.push_back("evidence: " +
                        (evidence.sha256.empty()
                             ? evidence.url
                             : evidence.fileName + " · SHA-256 " + evidence.sha256.substr(0, 12) + "…") +
                        stamped(evidence.stamp));
    for (const dossier::Conflict& conflict : decisions.conflicts) {
        std::string line = "to be settled: the " + conflict.slot;
        for (const auto& side : conflict.sides)
            line += (&side == &conflict.sides.front() ? ": " : " · ") + side.text + stamped(side.stamp);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

int importArticles(const Arguments& arguments) {
    const std::string& path = arguments.words().front();
    const std::vector<std::string> files(arguments.words().begin() + 1, arguments.words().end());
    const auto file = openToWrite("import", path, store::OpenMode::CreateOrOpen);
    if (!file)
        return Failed;
    const std::string by = whoIs(file, arguments.value("--as"));
    const auto lines = desk::importFiles(*file, files, by);
    std::size_t refused = 0;
    std::string first;
    for (const desk::ImportLine& line : lines) {
        switch (line.taken) {
        case desk::Taken::Taken:
            print("taken: " + line.file + (line.message.empty() ? "" : " · " + line.message));
            break;
        case desk::Taken::AlreadyThere:
            print("already there: " + line.file);
            break;
        case desk::Taken::Refused:
            print("refused: " + line.message);
            if (refused++ == 0)
                first = line.message;
            break;
        }
        print("\n");
    }
    std::fflush(stdout);
    if (refused > 0)
        return fail("import", refused == 1 ? first : first + " (and " + std::to_string(refused - 1) + " more)");
    return Done;
}

int questions(const Arguments& arguments) {
    const auto file = openToRead("questions", arguments.words().front());
    if (!file)
        return Failed;
    const dossier::Snapshot snapshot = file->snapshot();
    const dossier::Dossier& dossier = *snapshot;
    const std::vector<dossier::Article>& articles = dossier.articles.get();
    std::string text;
    if (arguments.has("--json")) {
        std::vector<ArticleFace> faces(articles.size());
        for (std::size_t i = 0; i < faces.size(); ++i) {
            appendJsonString(faces[i].id, articles[i].id.sha256);
            faces[i].text = articles[i].text;
            faces[i].points.reset(faces[i].text);
        }
        JsonWriter json(text, true);
        json.beginObject();
        writeQuestions(json, dossier.comparison.questions.get(), faces,
                       [&](JsonWriter& inner, const compare::Question& question) {
                           writeDecisions(inner, question, dossier.decisionsOf({question.key}));
                       });
        writeLineage(json, dossier.comparison.lineage.get(), faces);
        json.key("articles");
        json.beginArray();
        for (const dossier::Article& article : articles) {
            json.beginObject();
            json.member("id", article.id.sha256);
            json.member("file", article.fileName);
            json.memberOrNull("title", article.info.title);
            json.memberOrNull("publisher", article.info.publisher);
            json.memberOrNull("published", article.info.published);
            json.memberOrNull("url", article.info.url);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        text += '\n';
    } else {
        std::vector<Sheet> sheets;
        sheets.reserve(articles.size());
        for (const dossier::Article& article : articles)
            sheets.push_back({article.fileName, article.info.title, article.info.publisher, article.info.published,
                              article.info.url, article.info.language, article.text});
        Terminal out = Terminal::forStandardOutput();
        const std::string title = (dossier.title.empty() ? arguments.words().front() : dossier.title) + " · " +
                                  std::to_string(dossier.unresolved()) + " of " + std::to_string(dossier.countable()) +
                                  " unresolved";
        printComparison(out, title, sheets, dossier.comparison, [&](const compare::Question& question) {
            return decidedLines(dossier.decisionsOf({question.key}));
        });
        text = out.text();
    }
    print(text);
    return Done;
}

int log(const Arguments& arguments) {
    const auto file = openToRead("log", arguments.words().front());
    if (!file)
        return Failed;
    const bool lines = arguments.has("--jsonl");
    Output out(STDOUT_FILENO);
    const auto write = [&](const dossier::Record& record) {
        std::string& text = out.buffer();
        if (lines) {
            text += dossier::recordToJson(record);
        } else {
            text += std::to_string(record.id.value) + "  " + record.at + "  " + Terminal::shortened(record.by, 24) +
                    "  " + record.edit + "  " + Terminal::shortened(record.after, 60) + "  " +
                    record.hash.substr(0, 12) + "…";
        }
        text += '\n';
        out.wrote();
        return out.failed().empty();
    };
    // Of a shared case the records are shown as people made them, wherever that was.
    const auto outcome = file.get_deleter().link ? eachMade(*file, write) : file->log(write);
    out.flush();
    if (!out.failed().empty())
        return fail("log", "could not write to standard output: " + out.failed());
    if (const auto* const problem = std::get_if<store::Problem>(&outcome))
        return fail("log", problem->message);
    return Done;
}

int verify(const Arguments& arguments) {
    if (share::isAddress(arguments.words().front()))
        return verifyShared(arguments.words().front());
    auto opened = store::CaseFile::open(arguments.words().front(), store::OpenMode::ReadOnly);
    if (const auto* const problem = std::get_if<store::Problem>(&opened)) {
        if (!problem->damaged)
            return fail("verify", problem->message);
        print(problem->message + "\n"); // what does not hold is the file itself
        return Flawed;
    }
    const auto outcome = std::get<std::unique_ptr<store::CaseFile>>(opened)->verify();
    if (const auto* const problem = std::get_if<store::Problem>(&outcome)) {
        print(problem->message + "\n");
        return Flawed;
    }
    print("ok: " + std::to_string(std::get<std::uint64_t>(outcome)) + " records\n");
    return Done;
}

} // namespace countercheck::cli
