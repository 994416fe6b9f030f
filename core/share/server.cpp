// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/server.h"

#include "core/dossier/canonical.h"

#include <array>

extern "C" const char countercheck_share_1_begin[], countercheck_share_1_end[], countercheck_share_2_begin[],
    countercheck_share_2_end[];

namespace countercheck::share {

namespace {

/// The migrations, oldest first; only ever added to.
const std::array<std::string_view, knownFormat> migrations{
    std::string_view(countercheck_share_1_begin,
                     static_cast<std::size_t>(countercheck_share_1_end - countercheck_share_1_begin)),
    std::string_view(countercheck_share_2_begin,
                     static_cast<std::size_t>(countercheck_share_2_end - countercheck_share_2_begin))};

constexpr const char* recordColumns =
    "position, number, at, maker, edit, before, after, previous_hash, hash, previous, knows, target, seal, desk, "
    "desk_previous, sent_by";

} // namespace

std::string sealAfter(const std::string& before, const Kept& kept) {
    dossier::Canonical form("countercheck-seal-1");
    return form.add(before).add(kept.content.record.hash).add(kept.desk).add(kept.deskPrevious).add(kept.sentBy).hash();
}

Welcome Server::hello() {
    Welcome welcome;
    const Rows there = connection_.query(
        "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_catalog.pg_namespace WHERE nspname = 'countercheck'");
    if (there.count() == 0)
        return welcome;
    if (there.text(0, 0) != "t")
        throw Fault("this login takes no part in the shared cases there: the administrator can grant it "
                    "countercheck_viewer, countercheck_checker, countercheck_editor or countercheck_head",
                    std::string(code::insufficientPrivilege), false);
    connection_.run("SET countercheck.client = '" + std::to_string(knownFormat) + "'");
    const Rows format = connection_.query("SELECT max(version), max(writes_from) FROM countercheck.format");
    welcome.format = static_cast<int>(format.integer(0, 0));
    welcome.writesFrom = static_cast<int>(format.integer(0, 1));
    const Rows me = connection_.query("SELECT countercheck.my_name(), countercheck.my_role()");
    welcome.person = me.text(0, 0);
    welcome.role = me.text(0, 1);
    return welcome;
}

std::string Server::prepare() {
    Work work(connection_);
    connection_.run("SELECT pg_advisory_xact_lock(4202606)"); // one at a time
    if (connection_.query("SHOW server_encoding").text(0, 0) != "UTF8")
        throw Fault("the database is not in UTF-8: make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
                    {}, false);
    if (std::stoi(connection_.query("SHOW server_version_num").text(0, 0)) < 150000)
        throw Fault("shared cases need PostgreSQL 15 or later", {}, false);
    int from = 0;
    if (connection_.query("SELECT to_regclass('countercheck.format') IS NOT NULL").text(0, 0) == "t")
        from = static_cast<int>(connection_.query("SELECT max(version) FROM countercheck.format").integer(0, 0));
    if (from > knownFormat)
        return "the tables are of format " + std::to_string(from) + ", newer than this Countercheck knows (" +
               std::to_string(knownFormat) + "): nothing was changed";
    for (int i = from; i < knownFormat; ++i)
        connection_.run(std::string(migrations[static_cast<std::size_t>(i)]));
    work.commit();
    return from == knownFormat ? "the tables are there already (format " + std::to_string(from) + ")"
           : from == 0
               ? "made the tables (format " + std::to_string(knownFormat) + ")"
               : "brought the tables from format " + std::to_string(from) + " to " + std::to_string(knownFormat);
}

std::vector<std::string> Server::cases() {
    std::vector<std::string> names;
    const Rows rows = connection_.query("SELECT name FROM countercheck.shared_case ORDER BY name");
    names.reserve(static_cast<std::size_t>(rows.count()));
    for (int i = 0; i < rows.count(); ++i)
        names.push_back(rows.text(i, 0));
    return names;
}

CaseOnServer Server::find(const std::string& name) {
    const Rows rows =
        connection_.query("SELECT id, records, seal FROM countercheck.shared_case WHERE name = $1", {name});
    if (rows.count() == 0)
        return {};
    return {rows.text(0, 0), static_cast<std::uint64_t>(rows.integer(0, 1)), rows.text(0, 2)};
}

std::string Server::make(const std::string& name, const std::string& id) {
    const Rows rows = id.empty() ? connection_.query("SELECT countercheck.make_case($1)", {name})
                                 : connection_.query("SELECT countercheck.make_case($1, $2::uuid)", {name, id});
    return rows.text(0, 0);
}

std::string Server::sealAt(const std::string& caseId, std::uint64_t position) {
    const Rows rows = connection_.query("SELECT seal FROM countercheck.record WHERE case_id = $1 AND position = $2",
                                        {caseId, static_cast<std::int64_t>(position)});
    return rows.count() == 0 ? std::string() : rows.text(0, 0);
}

std::vector<Kept> Server::recordsAfter(const std::string& caseId, std::uint64_t position, int most) {
    const Rows rows = connection_.query(std::string("SELECT ") + recordColumns +
                                            " FROM countercheck.record WHERE case_id = $1 AND position > $2 ORDER BY "
                                            "position LIMIT $3",
                                        {caseId, static_cast<std::int64_t>(position), std::int64_t{most}});
    std::vector<Kept> all;
    for (int i = 0; i < rows.count(); ++i) {
        Kept kept;
        auto& content = kept.content;
        kept.position = static_cast<std::uint64_t>(rows.integer(i, 0));
        content.record = {{static_cast<std::uint64_t>(rows.integer(i, 1))},
                          rows.text(i, 2),
                          rows.text(i, 3),
                          rows.text(i, 4),
                          rows.text(i, 5),
                          rows.text(i, 6),
                          rows.text(i, 7),
                          rows.text(i, 8)};
        content.previous = rows.text(i, 9);
        content.knows = fromArray(rows.text(i, 10));
        content.target = rows.text(i, 11);
        kept.seal = rows.text(i, 12);
        kept.desk = rows.text(i, 13);
        kept.deskPrevious = rows.text(i, 14);
        kept.sentBy = rows.text(i, 15);
        all.push_back(std::move(kept));
    }
    return all;
}

std::unordered_set<std::string> Server::known(const std::string& caseId, const std::vector<std::string>& hashes) {
    std::unordered_set<std::string> there;
    if (hashes.empty())
        return there;
    const Rows rows =
        connection_.query("SELECT hash FROM countercheck.record WHERE case_id = $1 AND hash = ANY($2::text[])",
                          {caseId, arrayOf(hashes)});
    for (int i = 0; i < rows.count(); ++i)
        there.insert(rows.text(i, 0));
    return there;
}

std::string Server::lastOf(const std::string& caseId, const std::string& desk) {
    const Rows rows =
        connection_.query("SELECT hash FROM countercheck.record WHERE case_id = $1 AND desk = $2 ORDER BY "
                          "position DESC LIMIT 1",
                          {caseId, desk});
    return rows.count() == 0 ? std::string() : rows.text(0, 0);
}

void Server::add(const std::string& caseId, const dossier::Content& content, const std::string& desk,
                 const std::string& deskPrevious) {
    const auto& record = content.record;
    connection_.query(
        "INSERT INTO countercheck.record (case_id, number, at, maker, edit, before, after, previous_hash, hash,"
        " previous, knows, target, desk, desk_previous)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text[], $12, $13, $14)",
        {caseId, static_cast<std::int64_t>(record.id.value), record.at, record.by, record.edit, record.before,
         record.after, record.previousHash, record.hash, content.previous, arrayOf(content.knows), content.target, desk,
         deskPrevious});
}

bool Server::hasMaterial(const std::string& sha256) {
    return connection_.query("SELECT 1 FROM countercheck.material WHERE sha256 = $1", {sha256}).count() > 0;
}

void Server::addMaterial(const std::string& sha256, std::string_view bytes) {
    connection_.query("INSERT INTO countercheck.material (sha256, bytes) VALUES ($1, $2::bytea) ON CONFLICT DO NOTHING",
                      {sha256, Parameter::bytes(bytes)});
}

std::string Server::material(const std::string& sha256) {
    const Rows rows = connection_.query("SELECT bytes FROM countercheck.material WHERE sha256 = $1", {sha256}, true);
    if (rows.count() == 0)
        throw Fault("the server has no bytes with the SHA-256 " + sha256 + ", which a record names", {}, false);
    return rows.text(0, 0);
}

std::vector<Server::Found> Server::search(const std::string& caseId, const std::string& query, int most) {
    std::vector<Found> all;
    const Rows rows = connection_.query("SELECT article, words FROM countercheck.search($1, $2, $3)",
                                        {caseId, query, std::int64_t{most}});
    all.reserve(static_cast<std::size_t>(rows.count()));
    for (int i = 0; i < rows.count(); ++i)
        all.push_back({rows.text(i, 0), rows.text(i, 1)});
    return all;
}

std::vector<std::string> Server::searchBeginnings(const std::string& caseId, const std::vector<std::string>& parts,
                                                  int most) {
    std::string list; // an array as the server writes it: {"one","two"}
    for (const std::string& part : parts) {
        list += list.empty() ? "{\"" : ",\"";
        for (const char c : part) {
            if (c == '"' || c == '\\')
                list += '\\';
            list += c;
        }
        list += '"';
    }
    const Rows rows = connection_.query("SELECT article FROM countercheck.search_beginnings($1, $2::text[], $3)",
                                        {caseId, list + "}", std::int64_t{most}});
    std::vector<std::string> all;
    all.reserve(static_cast<std::size_t>(rows.count()));
    for (int i = 0; i < rows.count(); ++i)
        all.push_back(rows.text(i, 0));
    return all;
}

} // namespace countercheck::share
