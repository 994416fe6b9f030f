// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/cache.h"

#include "core/dossier/sha256.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>

#include <pwd.h>
#include <unistd.h>

namespace countercheck::share {

namespace {

constexpr int mostCopies = 32; ///< of one case on one machine at the same time

std::string homeFolder() {
    if (const char* home = std::getenv("HOME"); home && *home)
        return home;
    const passwd* const user = ::getpwuid(::geteuid());
    return user && user->pw_dir ? user->pw_dir : "/";
}

/// A line of the memory: a word, a space, and the rest of the line; line ends in it as \n.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '\n' ? std::string("\\n") : c == '\\' ? std::string("\\\\") : std::string(1, c);
    return out;
}
std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\\' && i + 1 < text.size())
            out += text[++i] == 'n' ? '\n' : text[i];
        else
            out += text[i];
    return out;
}

} // namespace

std::string newDesk() {
    std::random_device dice;
    std::array<char, 9> word{};
    std::string desk;
    for (int i = 0; i < 4; ++i) {
        std::snprintf(word.data(), word.size(), "%08x", static_cast<unsigned>(dice()));
        desk += word.data();
    }
    return desk;
}

Memory Memory::read(const std::string& path) {
    Memory memory;
    std::ifstream file(path);
    std::string line;
    const auto number = [](const std::string& text) -> std::uint64_t {
        return text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos
                   ? 0
                   : std::stoull(text);
    };
    bool whole = false;
    while (std::getline(file, line)) {
        const auto space = std::min(line.find(' '), line.size());
        const std::string word = line.substr(0, space);
        const std::string rest = unescaped(line.substr(std::min(space + 1, line.size())));
        if (word == "address")
            memory.address = rest;
        else if (word == "case")
            memory.caseId = rest;
        else if (word == "desk")
            memory.desk = rest;
        else if (word == "sent")
            memory.deskLast = rest;
        else if (word == "position")
            memory.position = number(rest);
        else if (word == "seal")
            memory.seal = rest;
        else if (word == "through")
            memory.sentThrough = number(rest);
        else if (word == "person")
            memory.person = rest;
        else if (word == "role")
            memory.role = rest;
        else if (word == "refused")
            memory.refused.push_back({rest.substr(0, 64), rest.substr(std::min<std::size_t>(65, rest.size()))});
        else if (word == "end")
            whole = true;
    }
    if (!whole || memory.desk.size() != 32)
        memory.desk = newDesk(), memory.deskLast.clear();
    return memory;
}

std::string Memory::write(const std::string& path) const {
    const std::string fresh = path + "-new";
    {
        std::ofstream file(fresh, std::ios::trunc);
        file << "countercheck-shared 1\naddress " << escaped(address) << "\ncase " << caseId << "\ndesk " << desk
             << "\nsent " << deskLast << "\nposition " << position << "\nseal " << seal << "\nthrough " << sentThrough
             << "\nperson " << escaped(person) << "\nrole " << role << "\n";
        for (const auto& [hash, why] : refused)
            file << "refused " << hash << " " << escaped(why) << "\n";
        file << "end\n";
        file.flush();
        if (!file)
            return fresh + ": could not be written: make room there";
    }
    std::error_code error;
    std::filesystem::rename(fresh, path, error);
    return error ? path + ": " + error.message() : std::string();
}

std::string cacheFolder() {
    if (const char* named = std::getenv("COUNTERCHECK_SHARED_FOLDER"); named && *named)
        return named;
    const char* const data = std::getenv("XDG_DATA_HOME");
    return (data && *data ? std::string(data) : homeFolder() + "/.local/share") + "/countercheck/shared";
}

std::string cachePath(const Address& address, int number) {
    // What tells one shared case from another; the user is one of it, so that a copy is never sent under another name.
    std::string whole = address.caseName;
    for (const char* keyword : {"service", "host", "hostaddr", "port", "dbname", "user"})
        whole += "\n" + address.value(keyword);
    std::string name;
    for (const char c : address.caseName) // for people who look into the folder
        name += std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80 ? c : '-';
    if (name.size() > 60) {
        name.resize(60);
        while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0) == 0x80)
            name.pop_back();
        if (!name.empty() && static_cast<unsigned char>(name.back()) >= 0xC0)
            name.pop_back();
    }
    return cacheFolder() + "/" + name + "-" + dossier::sha256Hex(whole).substr(0, 12) +
           (number > 1 ? "-" + std::to_string(number) : std::string()) + ".countercheck";
}

std::string memoryPath(const std::string& cachePath) {
    return cachePath + ".shared";
}

Outcome<std::unique_ptr<store::CaseFile>> openCache(const Address& address) {
    std::error_code error;
    std::filesystem::create_directories(cacheFolder(), error);
    if (error)
        return Problem{cacheFolder() + " cannot be made (" + error.message() +
                       "): shared cases are kept there too; check the permissions of that folder"};
    std::filesystem::permissions(cacheFolder(), std::filesystem::perms::owner_all, error);
    Problem last;
    for (int number = 1; number <= mostCopies; ++number) {
        auto opened = store::CaseFile::open(cachePath(address, number), store::OpenMode::CreateOrOpen);
        if (auto* file = std::get_if<std::unique_ptr<store::CaseFile>>(&opened))
            return std::move(*file);
        last = std::get<Problem>(opened);
        if (last.message.find(" is open in another window") == std::string::npos)
            return last;
    }
    return last;
}

} // namespace countercheck::share
