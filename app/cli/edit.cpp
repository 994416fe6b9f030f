// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/keyfile.h"
#include "app/cli/lines.h"
#include "core/desk/desk.h"
#include "core/dossier/editjson.h"
#include "core/intake/intake.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::cli {

namespace {

/// Reads an exhibit's file. A message that names it and says what to do when that fails.
std::string readExhibit(const std::string& path, std::string& bytes) {
    struct stat there {};
    if (::stat(path.c_str(), &there) != 0)
        return path + ": " + std::strerror(errno) + "; check the path";
    if (S_ISDIR(there.st_mode))
        return path + ": is a folder; name a file in it";
    if (!S_ISREG(there.st_mode))
        return path + ": is no ordinary file; save a copy and name that";
    if (static_cast<std::uint64_t>(there.st_size) > intake::largestFile)
        return path + ": larger than 256 MiB; keep it elsewhere and note where";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return path + ": " + std::strerror(errno) + "; check its permissions";
    bytes.resize(static_cast<std::size_t>(there.st_size));
    const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), file.get());
    if (std::ferror(file.get()) != 0)
        return path + ": could not be read to its end";
    bytes.resize(got);
    return {};
}

std::string_view fileNameOf(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

/// Makes one edit; a message when it was refused.
std::string make(store::CaseFile& file, std::string_view line, const std::string& by,
                 const std::shared_ptr<const dossier::Signer>& signer, dossier::Record& record) {
    auto read = dossier::editFromJson(line);
    if (const auto* const problem = std::get_if<dossier::EditProblem>(&read))
        return problem->message;
    auto& edit = std::get<dossier::Edit>(read);
    if (auto* const signOff = std::get_if<dossier::SignOffFigure>(&edit))
        signOff->signer = signer;
    if (auto* const evidence = std::get_if<dossier::AddEvidence>(&edit); evidence && !evidence->fileName.empty()) {
        if (std::string problem = readExhibit(evidence->fileName, evidence->bytes); !problem.empty())
            return problem;
        evidence->fileName = std::string(fileNameOf(evidence->fileName));
    }
    auto outcome = file.apply(edit, by);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome))
        return problem->message;
    record = std::get<dossier::Record>(std::move(outcome));
    return {};
}

} // namespace

int edit(const Arguments& arguments) {
    if (!arguments.has("--as"))
        return fail("edit", "--as is missing: say with --as NAME who makes the edits");
    if (!arguments.has("--jsonl"))
        return fail("edit", "--jsonl is missing: edits come as JSON Lines on standard input");
    std::shared_ptr<const dossier::Signer> signer;
    if (arguments.has("--key")) {
        std::string problem;
        signer = openKey(arguments.value("--key"), problem);
        if (!signer)
            return fail("edit", problem);
    }
    const auto file = openToWrite("edit", arguments.words().front(), store::OpenMode::ReadWrite);
    if (!file)
        return Failed;
    if (file->comparisonStale())
        if (const std::string problem = desk::refresh(*file); !problem.empty())
            return fail("edit", problem);

    Output out(STDOUT_FILENO);
    LineReader in(STDIN_FILENO, &out);
    dossier::Record record;
    bool flawed = false;
    while (const auto line = in.next()) {
        if (!line->tooLong && isBlank(line->text))
            continue;
        const std::string problem =
            line->tooLong ? "longer than 1 GiB" : make(*file, line->text, arguments.value("--as"), signer, record);
        JsonWriter json(out.buffer());
        json.beginObject();
        if (problem.empty()) {
            json.key("record");
            json.number(static_cast<std::int64_t>(record.id.value));
            json.member("hash", record.hash);
        } else {
            json.member("error", "line " + std::to_string(in.number()) + ": " + problem);
            flawed = true;
        }
        json.endObject();
        out.buffer() += '\n';
        out.flush(); // whoever reads this may rely on it
        if (!out.failed().empty())
            break;
    }
    return closing("edit", in, out, flawed);
}

} // namespace countercheck::cli
