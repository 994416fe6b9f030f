// SPDX-License-Identifier: GPL-3.0-or-later
// What a client asks a server of shared cases, one function a question. Throws Faults.
#pragma once

#include "core/dossier/unite.h"
#include "core/share/connection.h"

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace countercheck::share {

/// The format of the tables that this program knows (resources/share/N.sql).
inline constexpr int knownFormat = 2;

/// The server's codes for records that it does not keep (resources/share/1.sql).
namespace code {
inline constexpr std::string_view desk = "YC001", rights = "YC002", unsound = "YC003", old = "YC004", author = "YC005",
                                  material = "YC006", noCase = "YC007", insufficientPrivilege = "42501";
}

struct Welcome {
    int format = 0;     ///< of the tables; 0: there are none
    int writesFrom = 0; ///< the oldest format that a client may know and still write
    std::string person, role;
};
struct CaseOnServer {
    std::string id;
    std::uint64_t records = 0;
    std::string seal;
};
/// A record as the server has it.
struct Kept {
    dossier::Content content;
    std::uint64_t position = 0;
    std::string seal, desk, deskPrevious, sentBy;
};

class Server {
public:
    Server(const Address& address, std::function<bool()> stopped) : connection_(address, std::move(stopped)) {}
    Connection& connection() { return connection_; }

    /// Who one is there, and in which format it speaks. Also says which format this client knows.
    Welcome hello();
    /// Makes or upgrades the tables (as an administrator). What was done, for people.
    std::string prepare();
    /// The names of the cases, in order.
    std::vector<std::string> cases();
    /// Nothing (an empty id) when there is none of that name.
    CaseOnServer find(const std::string& name);
    std::string make(const std::string& name, const std::string& id);

    std::string sealAt(const std::string& caseId, std::uint64_t position);
    std::vector<Kept> recordsAfter(const std::string& caseId, std::uint64_t position, int most);
    /// Which of these hashes are there as records?
    std::unordered_set<std::string> known(const std::string& caseId, const std::vector<std::string>& hashes);
    /// The hash of the record that a desk sent last; empty: none.
    std::string lastOf(const std::string& caseId, const std::string& desk);
    void add(const std::string& caseId, const dossier::Content& content, const std::string& desk,
             const std::string& deskPrevious);

    bool hasMaterial(const std::string& sha256);
    void addMaterial(const std::string& sha256, std::string_view bytes);
    std::string material(const std::string& sha256);

    struct Found {
        std::string article, words;
    };
    /// The server's own full-text search, the best first.
    std::vector<Found> search(const std::string& caseId, const std::string& query, int most);
    /// The ids of the articles in which each part begins a word (or several that follow one another), the best first.
    /// From format 2 on.
    std::vector<std::string> searchBeginnings(const std::string& caseId, const std::vector<std::string>& parts,
                                              int most);

private:
    Connection connection_;
};

/// The seal of a record that comes after one with the seal `before`.
std::string sealAfter(const std::string& before, const Kept& kept);

} // namespace countercheck::share
