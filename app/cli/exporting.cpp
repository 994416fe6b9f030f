// SPDX-License-Identifier: GPL-3.0-or-later
// export and verify-summary.
#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "core/desk/desk.h"
#include "core/printing/printing.h"
#include "core/printing/verifysummary.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace countercheck::cli {

namespace {

void print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string namesOfFormats() {
    std::string names;
    for (const printing::FormatInfo& info : printing::formats())
        if (info.format != printing::Format::SheetPdf)
            names += (names.empty() ? "" : ", ") + std::string(info.name);
    return names;
}

std::optional<std::string> bytesOf(const std::string& path, std::string& problem) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               [](std::FILE* f) { return f ? std::fclose(f) : 0; });
    std::string all;
    char block[65536];
    for (std::size_t got = 0; file && (got = std::fread(block, 1, sizeof block, file.get())) > 0;)
        all.append(block, got);
    if (file && std::ferror(file.get()) == 0)
        return all;
    problem = path + " could not be read: " + std::strerror(errno) + "; check its name and your right to read it";
    return std::nullopt;
}

} // namespace

int exportCase(const Arguments& arguments) {
    const std::string& name = arguments.value("--format");
    const std::string& output = arguments.value("--output");
    if (name.empty())
        return fail("export", "--format is missing: give it one of " + namesOfFormats());
    auto format = printing::formatFromName(name);
    if (!format)
        return fail("export", "unknown format “" + name + "”; it is one of " + namesOfFormats());
    if (output.empty())
        return fail("export", "--output is missing: give it the file to write, or - for standard output");
    if (*format == printing::Format::Sheet && output.ends_with(".pdf"))
        format = printing::Format::SheetPdf;
    const auto language = arguments.has("--language") ? report::languageFromCode(arguments.value("--language"))
                                                      : report::Language::English;
    if (!language)
        return fail("export", "no summary is written in “" + arguments.value("--language") + "”; use en or fr");
    const auto file = openToRead("export", arguments.words().front());
    if (!file)
        return Failed;
    const dossier::Snapshot snapshot = file->snapshot();
    const auto printed = printing::print(*snapshot, {*format, utcNow(), userName(), *language,
                                                     arguments.has("--include-unsigned"), arguments.value("--url")});
    if (const auto* const problem = std::get_if<printing::Problem>(&printed))
        return fail("export", problem->message);
    const std::string& bytes = std::get<std::string>(printed);
    if (output == "-") {
        print(bytes);
        return std::fflush(stdout) == 0 ? Done : fail("export", "could not write to standard output");
    }
    if (const std::string problem = writeWhole(output, bytes); !problem.empty())
        return fail("export", problem);
    return Done;
}

int verifySummary(const Arguments& arguments) {
    const std::string& path = arguments.words()[0];
    std::string problem;
    const auto bytes = bytesOf(path, problem);
    if (!bytes)
        return fail("verify-summary", problem);
    const auto file = openToRead("verify-summary", arguments.words()[1]);
    if (!file)
        return Failed;
    // A summary can say nothing truer than its case.
    const auto whole = file->verify();
    if (const auto* const wrong = std::get_if<store::Problem>(&whole)) {
        print("the case itself does not hold: " + wrong->message + "\n");
        return Flawed;
    }
    printing::CaseView view;
    view.now = file->snapshot();
    view.at = [&](std::uint64_t records) -> std::variant<dossier::Snapshot, std::string> {
        auto then = file->snapshotAt(
            records, [](const dossier::Dossier& dossier) { return desk::analyse(dossier.articles.get()); });
        if (auto* const wrong = std::get_if<store::Problem>(&then))
            return std::move(wrong->message);
        return std::get<dossier::Snapshot>(std::move(then));
    };
    const auto verdict = printing::verifySummary(*bytes, view);
    if (const auto* const differs = std::get_if<printing::Differs>(&verdict)) {
        print(path + ": " + differs->message + "\n");
        return Flawed;
    }
    const auto& holds = std::get<printing::Holds>(verdict);
    print(
        "ok: " + std::to_string(holds.signedLines) + (holds.signedLines == 1 ? " line" : " lines") + " as signed off" +
        (holds.unsignedLines > 0 ? ", " + std::to_string(holds.unsignedLines) + " marked as unsigned" : std::string()) +
        ", as of " + holds.asOf + "\n");
    return Done;
}

} // namespace countercheck::cli
