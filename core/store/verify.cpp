// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/dossier/canonical.h"
#include "core/dossier/ledger.h"
#include "core/dossier/logjson.h"
#include "core/dossier/sha256.h"
#include "core/dossier/signing.h"
#include "core/dossier/unite.h"
#include "core/store/casefile.h"
#include "core/store/log.h"

#include <algorithm>
#include <set>
#include <utility>

namespace countercheck::store {

namespace logjson = dossier::logjson;

namespace {

/// The hashes of the blobs that the log names.
struct Named {
    std::set<std::string, std::less<>> captures, texts, exhibits;
};

void collect(const logjson::Value& slot, Named& named) {
    if (const auto* article = logjson::member(slot, "article")) {
        const std::string id = logjson::text(*article, "id");
        const std::string text = logjson::text(*article, "textSha256");
        if (!id.empty())
            named.captures.insert(id);
        if (!text.empty())
            (text == id ? named.captures : named.texts).insert(text);
    }
    if (const auto* evidence = logjson::member(slot, "evidence"); evidence && evidence->IsObject())
        for (const auto& item : evidence->GetObject())
            if (const std::string sha256 = logjson::text(item.value, "sha256"); !sha256.empty())
                named.exhibits.insert(sha256);
}

/// Collects the blobs that a record names, and checks its signature when it is a signed sign-off.
std::string wrongWithContent(const dossier::Record& record, const std::string& name, Named& named) {
    for (const auto* json : {&record.before, &record.after}) {
        rapidjson::Document document;
        if (!logjson::parse(*json, document))
            continue;
        collect(document, named);
        const auto* slot = json == &record.after ? logjson::member(document, "signOff") : nullptr;
        logjson::Signed signedOff;
        if (!slot || !logjson::read(*slot, signedOff) || signedOff.signOff.asserted)
            continue;
        const auto& sign = signedOff.signOff;
        if (!dossier::signatureHolds(dossier::signatureMessage(sign.subjectHash, logjson::text(document, "subject"),
                                                               sign.stamp.by, sign.stamp.at),
                                     sign.signature, sign.publicKey))
            return name + " does not hold: the signature of " + sign.stamp.by + "'s sign-off is not one of its key";
    }
    return {};
}

/// Every blob of the table has its own hash and is named, and every one that is named is there.
std::string wrongWithBlobs(const Database& database, const std::string& table, const std::string& what,
                           const std::set<std::string, std::less<>>& named) {
    std::size_t found = 0;
    Statement rows = database.prepare("SELECT sha256, bytes FROM " + table + " ORDER BY rowid");
    while (rows.step()) {
        const std::string sha256(rows.text(0));
        if (dossier::sha256Hex(rows.blob(1)) != sha256)
            return what + " " + sha256 + " does not hold: its bytes have another SHA-256";
        if (!named.contains(sha256))
            return what + " " + sha256 + " does not hold: no record of the log names it";
        ++found;
    }
    if (found == named.size())
        return {};
    Statement row = database.prepare("SELECT 1 FROM " + table + " WHERE sha256 = ?");
    for (const auto& sha256 : named) {
        if (!row.bind(1, sha256).step())
            return what + " " + sha256 + " does not hold: a record names it, but it is not in the case";
        row.reset();
    }
    return what + "s do not hold";
}

} // namespace

std::vector<Material> materialOf(const dossier::Record& record) {
    Named named;
    for (const auto* json : {&record.before, &record.after})
        if (rapidjson::Document document; logjson::parse(*json, document))
            collect(document, named);
    std::vector<Material> all;
    for (const auto& [kind, hashes] :
         {std::pair(Material::Kind::Capture, &named.captures), std::pair(Material::Kind::Text, &named.texts),
          std::pair(Material::Kind::Exhibit, &named.exhibits)})
        for (const auto& sha256 : *hashes)
            all.push_back({kind, sha256});
    return all;
}

std::variant<std::uint64_t, std::string> verifyCase(const Database& database) {
    if (std::string check = database.value("PRAGMA integrity_check(1)"); check != "ok") {
        std::replace(check.begin(), check.end(), '\n', ' ');
        return "the database does not hold: " + check;
    }

    std::string wrong;
    std::string previous;
    std::uint64_t count = 0;
    dossier::Ledger ledger;
    Named named;
    std::vector<dossier::Record> log;
    const bool merges = hasMerges(database);
    readRecords(database, [&](dossier::Record&& record) {
        const std::string name = "record " + std::to_string(record.id.value);
        if (record.id.value != count + 1)
            wrong = "record " + std::to_string(count + 1) + " is missing from the log";
        else if (record.previousHash != previous)
            wrong = name + " does not hold: it does not follow from the record before";
        else if (recordHash(record) != record.hash)
            wrong = name + " does not hold: its hash is not that of what it says";
        else if (const auto change =
                     merges ? dossier::Change{}
                            : ledger.apply(record, [](const auto&, const auto&) { return dossier::SharedText(); });
                 !change.problem.empty())
            wrong = change.problem;
        if (!wrong.empty())
            return false;
        previous = record.hash;
        ++count;
        if (merges)
            log.push_back(std::move(record));
        else
            wrong = wrongWithContent(record, name, named);
        return wrong.empty();
    });
    if (wrong.empty() && merges) {
        auto contents = dossier::contentsOf(log);
        if (auto* broken = std::get_if<std::string>(&contents))
            return std::move(*broken);
        for (const auto& content : std::get<0>(contents)) {
            wrong = wrongWithContent(content.record, "record " + std::to_string(content.carrier), named);
            if (!wrong.empty())
                return wrong;
        }
        (void)dossier::united(
            std::get<0>(contents), [](const auto&, const auto&) { return dossier::SharedText(); }, wrong);
    }
    if (!wrong.empty())
        return wrong;
    {
        Statement head = database.prepare("SELECT records, hash FROM head");
        const bool there = head.step();
        if (there != (count > 0) || (there && head.integer(0) != static_cast<std::int64_t>(count)))
            return "the log does not hold: its end was cut off or added to after record " + std::to_string(count);
        if (there && head.text(1) != previous)
            return "the log does not hold: its newest record is not the one that was written last";
    }
    wrong = wrongWithBlobs(database, "capture", "capture", named.captures);
    if (wrong.empty())
        wrong = wrongWithBlobs(database, "decoded", "text", named.texts);
    if (wrong.empty())
        wrong = wrongWithBlobs(database, "exhibit", "exhibit", named.exhibits);
    if (wrong.empty() && !derivedSound(database))
        wrong = "the derived results do not hold: they are not what was written; compare the articles again";
    if (!wrong.empty())
        return wrong;
    return count;
}

} // namespace countercheck::store
