// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "core/desk/desk.h"

#include <cstdio>

namespace countercheck::cli {

int merge(const Arguments& arguments) {
    const std::string& path = arguments.words()[0];
    const std::string& from = arguments.words()[1];
    const auto file = openToWrite("merge", path, store::OpenMode::ReadWrite);
    if (!file)
        return Failed;
    auto opened = store::CaseFile::open(from, store::OpenMode::ReadOnly);
    if (const auto* const problem = std::get_if<store::Problem>(&opened))
        return fail("merge", problem->message);
    const std::string by = whoIs(file, arguments.value("--as"));
    auto outcome = file->merge(*std::get<0>(opened), by);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome)) {
        fail("merge", problem->message);
        return problem->damaged ? Flawed : Failed;
    }
    const store::Merged& merged = std::get<0>(outcome);
    if (const std::string problem = desk::refresh(*file); !problem.empty())
        return fail("merge", problem);
    std::printf("merged: %llu records of %s, %llu were here already\n", static_cast<unsigned long long>(merged.added),
                from.c_str(), static_cast<unsigned long long>(merged.known));
    for (const auto& [question, conflict] : merged.conflicts) {
        std::printf("conflict: %s of “%s”", conflict.slot.c_str(), question.c_str());
        for (const auto& side : conflict.sides)
            std::printf("%s %s (%s, %s)", &side == &conflict.sides.front() ? ":" : " ·", side.text.c_str(),
                        side.stamp.by.c_str(), side.stamp.at.c_str());
        std::printf("\n");
    }
    if (!merged.conflicts.empty())
        std::printf("%zu to be settled: decide each anew\n", merged.conflicts.size());
    return Done;
}

} // namespace countercheck::cli
