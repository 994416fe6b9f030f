// SPDX-License-Identifier: GPL-3.0-or-later
// What does a record cost, however many there are already? Four desks decide on one question and hear of each other a
// little late, as colleagues do; all in memory, so that neither disk nor network is measured.
//   bench_records [RECORDS]        20000 unless it is said
// Microseconds of processor time: to decide (apply), to take one record of a colleague in (takeIn), and a snapshot.
#include "core/store/casefile.h"
#include "tests/dice.h"
#include "tests/store/samples.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace samples;
using countercheck::test::Dice;

namespace {

double processor() {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e6 + static_cast<double>(at.tv_nsec) / 1e3;
}

struct Cost {
    double spent = 0;
    std::size_t times = 0;
    void add(double begun, std::size_t count) {
        spent += processor() - begun;
        times += count;
    }
    double take() {
        const double each = times == 0 ? 0 : spent / static_cast<double>(times);
        *this = {};
        return each;
    }
};

struct Desk {
    std::unique_ptr<store::CaseFile> file;
    std::string name;
    std::size_t heard = 0;  ///< of the server's records
    std::uint64_t sent = 0; ///< of its own log
};

bool good(const auto& outcome) {
    if (const auto* wrong = std::get_if<store::Problem>(&outcome)) {
        std::fprintf(stderr, "bench_records: %s\n", wrong->message.c_str());
        return false;
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t most = argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 20000;
    std::vector<dossier::Content> server;
    std::array<Desk, 4> desks;
    const dossier::QuestionKey taken{"taken"};
    Cost applied, came, shown;
    const auto send = [&](Desk& desk) {
        auto contents = desk.file->contentsAfter(desk.sent);
        if (!good(contents))
            return false;
        for (auto& content : std::get<0>(contents)) {
            desk.sent = content.carrier;
            if (content.native)
                server.push_back(std::move(content));
        }
        return true;
    };
    const auto hear = [&](Desk& desk) {
        std::vector<dossier::Content> news(server.begin() + static_cast<std::ptrdiff_t>(desk.heard), server.end());
        const std::size_t count = news.size();
        desk.heard = server.size();
        const double begun = processor();
        const auto in = desk.file->takeIn(std::move(news), desk.name,
                                          [](const store::Material&) { return std::string("exhibit"); });
        came.add(begun, count);
        if (!good(in))
            return false;
        const double looked = processor();
        (void)desk.file->snapshot();
        shown.add(looked, 1);
        return true;
    };
    for (std::size_t i = 0; i < desks.size(); ++i) {
        Desk& desk = desks[i];
        desk.file = store::CaseFile::inMemory();
        desk.name = std::string("p") + std::to_string(i);
        if (i == 0) {
            for (const char* name : {"p0", "p1", "p2", "p3"})
                if (!good(desk.file->apply(dossier::SetPerson{{name, dossier::Role::Checker, {}}}, "p0")))
                    return 1;
            if (!good(desk.file->apply(article("first", first), "p0")) ||
                !good(desk.file->apply(article("second", second), "p0")) || !send(desk))
                return 1;
        } else {
            auto contents = desks[0].file->contentsAfter(0);
            if (!good(contents) ||
                !good(desk.file->takeIn(std::move(std::get<0>(contents)), desk.name, [&](const store::Material& one) {
                    return std::get<0>(desks[0].file->blob(one.sha256));
                })))
                return 1;
            desk.sent = desk.file->snapshot()->records;
        }
        desk.heard = server.size();
        if (!good(desk.file->setComparison(results())))
            return 1;
        desk.file->setUndoBy(desk.name);
    }
    Dice dice(1);
    std::printf("%8s %12s %12s %12s   conflict sides\n", "records", "apply µs", "takeIn µs", "snapshot µs");
    std::size_t next = std::min<std::size_t>(1000, most);
    while (server.size() < most) {
        Desk& desk = desks[dice.below(desks.size())];
        const std::string words = desk.name + " " + std::to_string(server.size());
        const std::size_t what = dice.below(10);
        const dossier::Edit edit =
            what < 3   ? dossier::Edit(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, words, {}, {}})
            : what < 4 ? dossier::Edit(dossier::AddEvidence{taken, "e.txt", "exhibit", words, {}})
                       : dossier::Edit(dossier::AddNote{taken, words});
        const double begun = processor();
        const auto outcome = desk.file->apply(edit, desk.name);
        applied.add(begun, 1);
        if (!good(outcome) || !send(desk))
            return 1;
        if (dice.once(2) && !hear(desks[dice.below(desks.size())]))
            return 1;
        if (server.size() == next) {
            std::size_t sides = 0;
            for (const auto& conflict : desks[0].file->snapshot()->decisionsOf(taken).conflicts)
                sides += conflict.sides.size();
            std::printf("%8zu %12.1f %12.1f %12.1f   %zu\n", next, applied.take(), came.take(), shown.take(), sides);
            std::fflush(stdout);
            next = next < 5000 ? next + 1000 : next + 5000;
        }
    }
    return 0;
}
