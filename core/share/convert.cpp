// SPDX-License-Identifier: GPL-3.0-or-later
// Between a file and a server: a whole case there and back, and whether all of it holds.
#include "core/dossier/canonical.h"
#include "core/share/link.h"

#include <filesystem>
#include <unordered_map>

namespace countercheck::share {

namespace {

constexpr std::chrono::milliseconds wholeCase = std::chrono::hours(12); ///< a large case over a slow line

std::string damagedAt(std::uint64_t position, const std::string& what) {
    return "position " + std::to_string(position) + " does not hold: " + what;
}

/// Records of copies on this machine that the server does not have.
std::uint64_t missingOf(const Address& address, Server& server, const std::string& caseId) {
    std::uint64_t missing = 0;
    for (int number = 1; std::filesystem::exists(cachePath(address, number)); ++number) {
        auto opened = store::CaseFile::open(cachePath(address, number), store::OpenMode::ReadOnly);
        if (std::holds_alternative<Problem>(opened))
            continue; // not even a case: whoever opens it is told
        auto contents = std::get<0>(opened)->contentsAfter(0);
        if (std::holds_alternative<Problem>(contents))
            continue;
        std::vector<std::string> hashes;
        for (const auto& content : std::get<0>(contents))
            hashes.push_back(content.record.hash);
        missing += hashes.size() - server.known(caseId, hashes).size();
    }
    return missing;
}

} // namespace

Outcome<std::uint64_t> shareFile(const std::string& path, const Address& address) {
    if (address.caseName.empty())
        return Problem{"the address names no case: add ?case=NAME"};
    auto opened = store::CaseFile::open(path, store::OpenMode::ReadOnly);
    if (const auto* problem = std::get_if<Problem>(&opened))
        return *problem;
    const auto& given = *std::get<0>(opened);
    if (auto sound = given.verify(); std::holds_alternative<Problem>(sound))
        return Problem{path + " does not hold and was not shared: " + std::get<Problem>(sound).message, true};
    const std::string copy = cachePath(address, 1);
    const bool isCopy = std::filesystem::exists(copy) && std::filesystem::equivalent(copy, path);
    if (!isCopy) {
        if (std::filesystem::exists(copy))
            return Problem{"there is a copy of a shared case " + address.shown() + " on this machine already (" + copy +
                           "): give the case another name, or merge the file into that one"};
        std::error_code error;
        std::filesystem::create_directories(cacheFolder(), error);
        if (auto copied = given.copyTo(copy, false); std::holds_alternative<Problem>(copied))
            return std::get<Problem>(copied);
    }
    std::get<0>(opened).reset();
    bool reached = false;
    const auto takeBack = [&] { // nothing of it is on the server: as if nothing had been
        if (isCopy || reached)
            return;
        std::error_code error;
        for (const char* suffix : {"", "-wal", "-shm", "-lock", ".shared"})
            std::filesystem::remove(copy + suffix, error);
    };
    auto held = store::CaseFile::open(copy, store::OpenMode::ReadWrite);
    if (const auto* problem = std::get_if<Problem>(&held)) {
        takeBack();
        return *problem;
    }
    const std::shared_ptr<store::CaseFile> file = std::move(std::get<0>(held));
    if (!isCopy) {
        try { // before anything is made there
            Server server(address, {});
            const Welcome welcome = server.hello();
            std::string why;
            if (welcome.format == 0)
                why = "there are no shared cases in that database: its administrator makes the tables with "
                      "“countercheck-cli prepare”";
            else if (welcome.role != "head")
                why = welcome.person + " is " + (welcome.role.empty() ? "nobody" : welcome.role) +
                      " on this server: only a head of desk can share a file, because others' decisions are in it";
            else if (!server.find(address.caseName).id.empty())
                why = "the server has a case of that name: choose another, or merge the file into it";
            if (!why.empty()) {
                takeBack();
                return Problem{address.shown() + ": " + why};
            }
        } catch (const Fault& fault) {
            takeBack();
            return Problem{address.shown() + ": not shared (" + fault.what() + ")"};
        }
    }
    Standing standing;
    {
        Link::Options options;
        options.create = true;
        Link link(file, address, options);
        (void)link.settle(wholeCase);
        standing = link.standing();
    }
    reached = !Memory::read(memoryPath(copy)).caseId.empty();
    if (standing.phase != Standing::Phase::Shared || standing.waiting > 0 || !standing.refused.empty()) {
        const std::string why = !standing.refused.empty() ? standing.refused.front().why : standing.words;
        takeBack();
        return Problem{address.shown() + ": not " + (reached ? "wholly shared" : "shared") + " (" + why + ")" +
                       (reached ? "; open it again, and the rest is sent" : "")};
    }
    return file->snapshot()->records;
}

Outcome<Standing> unshareInto(const Address& address, const std::string& path) {
    auto opened = openCache(address);
    if (const auto* problem = std::get_if<Problem>(&opened))
        return *problem;
    const std::shared_ptr<store::CaseFile> file = std::move(std::get<0>(opened));
    Standing standing;
    {
        Link link(file, address, {});
        (void)link.settle(wholeCase);
        standing = link.standing();
    }
    if (file->snapshot()->records == 0)
        return Problem{address.shown() + ": " + (standing.words.empty() ? "the case is empty" : standing.words) +
                       "; nothing was written"};
    if (auto copied = file->copyTo(path, false); std::holds_alternative<Problem>(copied))
        return std::get<Problem>(copied);
    return standing;
}

Outcome<Verified> verifyShared(const Address& address) {
    try {
        Server server(address, {});
        if (server.hello().format == 0)
            return Problem{address.shown() + ": there are no shared cases in that database"};
        const CaseOnServer there = server.find(address.caseName);
        if (there.id.empty())
            return Problem{address.shown() + ": there is no case of that name on that server"};
        const auto file = store::CaseFile::inMemory();
        std::string seal;
        std::uint64_t position = 0;
        std::unordered_map<std::string, std::string> lastOf;
        for (;;) {
            auto kept = server.recordsAfter(there.id, position, 500);
            if (kept.empty())
                break;
            const auto take = [&](std::vector<dossier::Content> contents) {
                return file->takeIn(std::move(contents), "verify",
                                    [&](const store::Material& material) { return server.material(material.sha256); });
            };
            const std::uint64_t before = position;
            std::vector<dossier::Content> contents;
            for (auto& one : kept) {
                if (one.position != position + 1)
                    return Problem{damagedAt(position + 1, "the record is missing from the log"), true};
                if (one.content.record.hash != dossier::recordHash(one.content.record))
                    return Problem{damagedAt(one.position, "its hash is not that of what it says"), true};
                if (lastOf[one.desk] != one.deskPrevious)
                    return Problem{damagedAt(one.position, "it does not follow from what its desk sent before"), true};
                if (sealAfter(seal, one) != one.seal)
                    return Problem{damagedAt(one.position, "its seal is not one of the log up to there"), true};
                seal = one.seal;
                position = one.position;
                lastOf[one.desk] = one.content.record.hash;
                contents.push_back(std::move(one.content));
            }
            // Together: what people decided is folded once. Singly where that fails, to say which one it is.
            if (!std::holds_alternative<Problem>(take(contents)))
                continue;
            for (std::size_t i = 0; i < contents.size(); ++i) {
                const auto taken = take({contents[i]});
                if (const auto* problem = std::get_if<Problem>(&taken))
                    return Problem{damagedAt(before + i + 1, problem->message), true};
            }
        }
        if (position != there.records && server.find(address.caseName).records == there.records)
            return Problem{"the log does not hold: its end was cut off after position " + std::to_string(position),
                           true};
        if (auto sound = file->verify(); std::holds_alternative<Problem>(sound))
            return std::get<Problem>(sound);
        return Verified{position, missingOf(address, server, there.id)};
    } catch (const Fault& fault) {
        return Problem{address.shown() + ": " + fault.what()};
    }
}

Outcome<std::vector<Server::Found>> searchServer(const Address& address, const std::string& query, int most) {
    try {
        Server server(address, {});
        if (server.hello().format == 0)
            return Problem{address.shown() + ": there are no shared cases in that database"};
        const auto there = server.find(address.caseName);
        if (there.id.empty())
            return Problem{address.shown() + ": there is no case of that name on that server"};
        return server.search(there.id, query, most);
    } catch (const Fault& fault) {
        return Problem{address.shown() + ": searching there failed (" + fault.what() + ")"};
    }
}

Outcome<std::string> prepareServer(const Address& address) {
    try {
        Server server(address, {});
        return server.prepare();
    } catch (const Fault& fault) {
        return Problem{address.shown() + ": " + fault.what()};
    }
}

} // namespace countercheck::share
