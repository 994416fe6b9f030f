// SPDX-License-Identifier: GPL-3.0-or-later
// Applies edits to a case without end and says each record's number once it is on disk. For the test that kills it.
#include "tests/store/samples.h"

#include <cstdio>

using namespace samples;

int main(int count, char** arguments) {
    if (count < 2)
        return 2;
    const bool look = count > 2; // only opens the case and closes it again
    auto outcome =
        store::CaseFile::open(arguments[1], look ? store::OpenMode::ReadOnly : store::OpenMode::CreateOrOpen);
    if (const auto* problem = std::get_if<store::Problem>(&outcome)) {
        std::fprintf(stderr, "%s\n", problem->message.c_str());
        return 1;
    }
    if (look)
        return 0;
    auto& file = *std::get<0>(outcome);
    const auto apply = [&](const dossier::Edit& edit) {
        const auto done = file.apply(edit, "Ada");
        if (const auto* problem = std::get_if<store::Problem>(&done)) {
            std::fprintf(stderr, "%s\n", problem->message.c_str());
            std::exit(1);
        }
        const auto& record = std::get<dossier::Record>(done);
        std::printf("%llu %s\n", static_cast<unsigned long long>(record.id.value), record.hash.c_str());
        std::fflush(stdout);
    };
    if (file.snapshot()->people.empty())
        apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}});
    if (file.snapshot()->articles.empty())
        apply(article("first", first));
    if (file.snapshot()->articles.size() < 2)
        apply(article("second", second));
    for (std::uint64_t i = file.snapshot()->records;; ++i) {
        if (file.comparisonStale() || i % 16 == 0) {
            const auto done = file.setComparison(results());
            if (const auto* problem = std::get_if<store::Problem>(&done)) {
                std::fprintf(stderr, "%s\n", problem->message.c_str());
                return 1;
            }
        }
        switch (i % 6) {
        case 0:
            apply(dossier::AddNote{{"men"}, "note " + std::to_string(i)});
            break;
        case 1:
            apply(dossier::AddEvidence{{"taken"}, "exhibit.txt", std::string(20000, 'x') + std::to_string(i), ""});
            break;
        case 2:
            apply(dossier::Undo{});
            break;
        case 3:
            if (file.snapshot()->canRedo)
                apply(dossier::Redo{});
            else
                apply(dossier::AddNote{{"taken"}, "nothing to redo"});
            break;
        default:
            apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Disputed, std::to_string(i)});
        }
    }
}
