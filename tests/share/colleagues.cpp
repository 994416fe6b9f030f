// SPDX-License-Identifier: GPL-3.0-or-later
// Many colleagues decide on one shared case at once, each with a copy and a connection of their own, on a PostgreSQL
// that is brought up for it. In the end every decision that was acknowledged is on the server once, every copy holds
// the same, and all of it verifies. Reports how long a decision took until it was on disk, and until a colleague had
// it.
//
//   colleagues [--people N] [--seconds S] [--pace MILLISECONDS]     a decision of each in so many milliseconds
//
// Fifty for ten minutes: colleagues --people 50 --seconds 600 --pace 5000
#include "tests/share/newsroom.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <set>
#include <thread>
#include <unordered_map>

#include <sys/resource.h>

using namespace samples;
using namespace newsroom;

namespace {

using Clock = std::chrono::steady_clock;

struct Measured {
    std::mutex mutex;
    std::unordered_map<std::string, Clock::time_point> made;
    std::vector<double> onDisk, atColleague; ///< milliseconds
};

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

void tell(const char* what, std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times.empty() ? 0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-28s %8zu times   median %7.1f ms   95 %% %7.1f ms   99 %% %7.1f ms   longest %7.1f ms\n", what,
                times.size(), at(0.5), at(0.95), at(0.99), at(1));
}

struct Colleague {
    std::unique_ptr<Desk> desk;
    std::uint64_t seen = 0;
    std::vector<std::string> acknowledged;
    std::size_t refused = 0;
};

} // namespace

int main(int argc, char** argv) {
    std::size_t people = 50;
    int seconds = 20, pace = 2000;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i];
        const int value = std::atoi(argv[i + 1]);
        if (option == "--people")
            people = static_cast<std::size_t>(std::max(2, value));
        else if (option == "--seconds")
            seconds = std::max(1, value);
        else if (option == "--pace")
            pace = std::max(10, value);
        else
            return std::fprintf(stderr, "colleagues: unknown option %s\n", argv[i]), 2;
    }
    Newsroom room;
    if (!room.up())
        return std::fprintf(stderr, "colleagues: %s\n", room.problem.constData()), 2;
    Measured measured;
    std::vector<std::unique_ptr<Colleague>> all;
    for (std::size_t i = 0; i < people; ++i) {
        const std::string login = "p" + std::to_string(i);
        room.run({QStringLiteral("add"), QString::fromStdString(login), i == 0 ? "editor" : "checker"});
        if (!room.problem.isEmpty())
            return std::fprintf(stderr, "colleagues: %s\n", room.problem.constData()), 2;
        auto colleague = std::make_unique<Colleague>();
        Colleague* const one = colleague.get();
        colleague->desk =
            std::make_unique<Desk>(room, login, login, "busy", i == 0, std::string(), [one, &measured](bool arrived) {
                if (!arrived || !one->desk)
                    return;
                const auto now = Clock::now();
                auto contents = one->desk->file->contentsAfter(one->seen);
                auto* const list = std::get_if<std::vector<dossier::Content>>(&contents);
                if (!list)
                    return;
                const std::lock_guard guard(measured.mutex);
                for (const auto& content : *list) {
                    one->seen = std::max(one->seen, content.carrier);
                    if (content.record.by == one->desk->name)
                        continue;
                    if (const auto made = measured.made.find(content.record.hash); made != measured.made.end())
                        measured.atColleague.push_back(milliseconds(now - made->second));
                }
            });
        if (!colleague->desk->settle())
            return std::fprintf(stderr, "colleagues: %s\n", colleague->desk->link->standing().words.c_str()), 1;
        if (i == 0) {
            if (!colleague->desk->decide(dossier::SetPerson{{login, dossier::Role::Editor, {}}}).empty())
                return 1;
            newsroom::fill(*colleague->desk->file, login);
            (void)colleague->desk->settle();
        } else {
            (void)message(colleague->desk->file->setComparison(results()));
            if (!colleague->desk->decide(dossier::SetPerson{{login, dossier::Role::Checker, {}}}).empty())
                return 1;
        }
        all.push_back(std::move(colleague));
    }
    for (auto& colleague : all)
        (void)colleague->desk->settle();
    std::printf("%zu colleagues, %d s, a decision of each in %d ms\n", people, seconds, pace);
    std::fflush(stdout);
    rusage before{};
    ::getrusage(RUSAGE_SELF, &before);
    const auto until = Clock::now() + std::chrono::seconds(seconds);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < people; ++i)
        threads.emplace_back([&, i] {
            Colleague& me = *all[i];
            std::mt19937 dice(static_cast<unsigned>(i));
            std::uniform_int_distribution<int> pause(pace / 2, pace + pace / 2), what(0, 9);
            std::this_thread::sleep_for(
                std::chrono::milliseconds(pause(dice) * static_cast<int>(i) / static_cast<int>(people)));
            for (int step = 0; Clock::now() < until; ++step) {
                const auto& key = what(dice) < 5 ? newsroom::taken : newsroom::men;
                const std::string words = me.desk->name + " " + std::to_string(step);
                const dossier::Edit edit =
                    what(dice) < 3
                        ? dossier::Edit(dossier::SetVerdict{key, dossier::VerdictState::Disputed, words, {}, {}})
                    : what(dice) < 2
                        ? dossier::Edit(dossier::AddEvidence{key, "e.txt", "exhibit of " + words, words, {}})
                        : dossier::Edit(dossier::AddNote{key, words});
                const auto begun = Clock::now();
                auto outcome = me.desk->file->apply(edit, me.desk->name);
                const auto done = Clock::now();
                if (const auto* record = std::get_if<dossier::Record>(&outcome)) {
                    me.acknowledged.push_back(record->hash);
                    const std::lock_guard guard(measured.mutex);
                    measured.made[record->hash] = begun;
                    measured.onDisk.push_back(milliseconds(done - begun));
                } else {
                    ++me.refused;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(pause(dice)));
            }
        });
    for (auto& thread : threads)
        thread.join();
    const auto drained = Clock::now();
    bool same = true;
    for (int round = 0; round < 2; ++round)
        for (auto& colleague : all)
            same = colleague->desk->settle() && (same || round == 0);
    rusage after{};
    ::getrusage(RUSAGE_SELF, &after);
    std::size_t acknowledged = 0, refused = 0;
    std::vector<std::string> expected = all.front()->desk->hashes();
    for (const auto& colleague : all) {
        acknowledged += colleague->acknowledged.size();
        refused += colleague->refused;
        same = same && colleague->desk->hashes() == expected && colleague->desk->link->standing().refused.empty() &&
               message(colleague->desk->file->verify()).empty();
        for (const auto& hash : colleague->acknowledged)
            same = same && std::binary_search(expected.begin(), expected.end(), hash);
    }
    const std::set<std::string> unique(expected.begin(), expected.end());
    const QByteArray kept = room.sql("SELECT count(*) || ' ' || count(DISTINCT hash) FROM countercheck.record");
    const QByteArray deadlocks = room.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = 'newsroom'");
    const auto sound = share::verifyShared(room.address("vera", "busy"));
    // Who introduced themselves, and the two articles.
    const std::size_t whole = acknowledged + people + 2;
    std::printf("acknowledged %zu   refused %zu   on the server %s (of them different)   expected %zu   deadlocks %s\n",
                acknowledged, refused, kept.constData(), whole, deadlocks.constData());
    tell("until on disk", measured.onDisk);
    tell("until at each colleague", measured.atColleague);
    const auto spent = [](const timeval& a, const timeval& b) {
        return static_cast<double>(a.tv_sec - b.tv_sec) + static_cast<double>(a.tv_usec - b.tv_usec) / 1e6;
    };
    std::printf("all the same %.1f s after the last; processor time of all copies %.1f s\n",
                milliseconds(Clock::now() - drained) / 1000,
                spent(after.ru_utime, before.ru_utime) + spent(after.ru_stime, before.ru_stime));
    std::printf("verify: %s\n", message(sound).empty() ? "ok" : message(sound).c_str());
    const bool good = same && refused == 0 && message(sound).empty() && unique.size() == expected.size() &&
                      expected.size() == whole && deadlocks == "0" &&
                      kept == QByteArray::number(qulonglong(whole)) + " " + QByteArray::number(qulonglong(whole));
    std::printf("%s\n", good ? "nothing lost, nothing twice" : "NOT AS IT MUST BE");
    return good ? 0 : 1;
}
