// SPDX-License-Identifier: GPL-3.0-or-later
// share, unshare, search and prepare; and what the other commands need of a shared case.
#include "app/cli/shared.h"

#include "app/cli/commands.h"
#include "core/desk/desk.h"
#include "core/share/link.h"

#include <cstdio>

namespace countercheck::cli {

using share::Standing;

namespace {

constexpr std::chrono::seconds patience{120}; ///< for a server that is slow; one that is not there is known sooner

/// The address of a case; nothing when a line on standard error has said what is wrong with it.
std::optional<share::Address> addressOf(std::string_view command, const std::string& uri, bool needsCase = true) {
    auto read = share::Address::tryFrom(uri);
    if (const auto* const problem = std::get_if<store::Problem>(&read)) {
        fail(command, problem->message);
        return std::nullopt;
    }
    auto& address = std::get<0>(read);
    if (needsCase && address.caseName.empty()) {
        fail(command, "the address names no case: add ?case=NAME");
        return std::nullopt;
    }
    return std::move(address);
}

} // namespace

OpenCase openShared(std::string_view command, const std::string& uri, std::optional<store::OpenMode> mode) {
    const auto address = addressOf(command, uri);
    if (!address)
        return {};
    auto opened = share::openCache(*address);
    if (const auto* const problem = std::get_if<store::Problem>(&opened)) {
        fail(command, problem->message);
        return {};
    }
    std::shared_ptr<store::CaseFile> file = std::move(std::get<0>(opened));
    file->setRelate(desk::relater());
    share::Link::Options options;
    options.create = mode == store::OpenMode::CreateOrOpen;
    auto link = std::make_shared<share::Link>(file, *address, options);
    const bool reached = link->settle(patience);
    const Standing standing = link->standing();
    if (!reached && standing.phase != Standing::Phase::Shared) {
        const bool known = !standing.me.role.empty() && file->snapshot()->records > 0;
        fail(command, address->shown() + ": " +
                          (standing.words.empty() ? std::string("the server does not answer") : standing.words) +
                          (known ? "; going on with the copy on this machine" : ""));
        if (!known || (mode && standing.phase == Standing::Phase::Refused))
            return {};
    }
    if (mode && !standing.me.readOnly.empty()) {
        fail(command, address->shown() + ": " + standing.me.readOnly);
        return {};
    }
    if (!mode && file->comparisonStale())
        if (const std::string problem = desk::refresh(*file); !problem.empty())
            fail(command, problem);
    return {file.get(), CloseCase{std::string(command), std::move(link), file}};
}

void leaveShared(std::string_view command, share::Link& link) {
    Standing standing = link.standing();
    if (standing.phase != Standing::Phase::Shared || standing.waiting > 0) {
        (void)link.settle(patience);
        standing = link.standing();
    }
    for (const auto& [hash, why] : standing.refused)
        fail(command, "the server did not take the record " + hash.substr(0, 12) + "…: " + why + "; it is kept in " +
                          link.file()->path() + " only");
    if (standing.foreign > 0)
        fail(command, std::to_string(standing.foreign) +
                          " records that others made elsewhere are not shared: only a head of desk can bring them in");
    if (standing.waiting > 0)
        fail(command, std::to_string(standing.waiting) + " decisions are not yet shared (" + standing.words +
                          "): they are kept in " + link.file()->path() + " and sent when the case is opened again");
}

store::Outcome<std::monostate> eachMade(const store::CaseFile& file,
                                        const std::function<bool(const dossier::Record&)>& each) {
    auto contents = file.contentsAfter(0);
    if (const auto* const problem = std::get_if<store::Problem>(&contents))
        return *problem;
    for (auto& content : std::get<0>(contents)) {
        content.record.id.value = content.carrier;
        if (!each(content.record))
            break;
    }
    return std::monostate{};
}

int verifyShared(const std::string& uri) {
    const auto address = addressOf("verify", uri);
    if (!address)
        return Failed;
    const auto outcome = share::verifyShared(*address);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome)) {
        if (!problem->damaged)
            return fail("verify", problem->message);
        std::printf("%s\n", problem->message.c_str());
        return Flawed;
    }
    const auto& [records, missing] = std::get<0>(outcome);
    std::printf("ok: %llu records\n", static_cast<unsigned long long>(records));
    if (missing > 0)
        std::printf("%llu more on this machine are not yet shared: open the case, and they are sent\n",
                    static_cast<unsigned long long>(missing));
    return Done;
}

int share(const Arguments& arguments) {
    const auto address = addressOf("share", arguments.words()[1]);
    if (!address)
        return Failed;
    const auto outcome = share::shareFile(arguments.words()[0], *address);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome)) {
        fail("share", problem->message);
        return problem->damaged ? Flawed : Failed;
    }
    std::printf("shared: %llu records of %s as %s; go on under its address\n",
                static_cast<unsigned long long>(std::get<0>(outcome)), arguments.words()[0].c_str(),
                address->shown().c_str());
    return Done;
}

int unshare(const Arguments& arguments) {
    const auto address = addressOf("unshare", arguments.words()[0]);
    if (!address)
        return Failed;
    const auto outcome = share::unshareInto(*address, arguments.words()[1]);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome))
        return fail("unshare", problem->message);
    const Standing& standing = std::get<0>(outcome);
    if (standing.phase != Standing::Phase::Shared)
        fail("unshare", address->shown() + ": " + standing.words + "; written as it is on this machine");
    std::printf("written: %s\n", arguments.words()[1].c_str());
    return Done;
}

int search(const Arguments& arguments) {
    const auto address = addressOf("search", arguments.words()[0]);
    if (!address)
        return Failed;
    const auto outcome = share::searchServer(*address, arguments.words()[1], 100);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome))
        return fail("search", problem->message);
    for (const auto& [article, words] : std::get<0>(outcome)) {
        std::string line = words;
        for (char& c : line)
            if (c == '\n' || c == '\t')
                c = ' ';
        std::printf("%s\t%s\n", article.c_str(), line.c_str());
    }
    return Done;
}

int prepare(const Arguments& arguments) {
    const auto address = addressOf("prepare", arguments.words()[0], false);
    if (!address)
        return Failed;
    const auto outcome = share::prepareServer(*address);
    if (const auto* const problem = std::get_if<store::Problem>(&outcome))
        return fail("prepare", problem->message);
    std::printf("%s: %s\n", address->shown().c_str(), std::get<0>(outcome).c_str());
    return Done;
}

} // namespace countercheck::cli
