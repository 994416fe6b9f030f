// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search.h"

#include "core/store/database.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace countercheck::store {

namespace {

constexpr char opens = '\x02';
constexpr char closes = '\x03';
constexpr std::size_t longestLine = 2000; // bytes: a longer paragraph is cut at a blank

/// The paragraphs of a text, long ones in pieces: byte offset and length.
template <class Each> void eachLine(std::string_view text, Each each) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t next = end + 1;
        while (end - at > longestLine) {
            std::size_t cut = text.rfind(' ', at + longestLine);
            if (cut == std::string_view::npos || cut <= at)
                cut = at + longestLine;
            while (cut < end && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
                ++cut; // never inside a code point
            each(at, cut - at);
            at = cut;
        }
        if (end > at)
            each(at, end - at);
        at = next;
    }
}

bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

} // namespace

std::string searchExpression(std::string_view query) {
    std::string expression;
    const auto add = [&](std::string_view words, bool prefix) {
        if (std::none_of(words.begin(), words.end(), isWordByte))
            return;
        if (!expression.empty())
            expression += " AND ";
        expression += '"';
        for (const char c : words) // quotes cannot be in it; controls would end the string
            expression += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        expression += prefix ? "\"*" : "\"";
    };
    bool phrase = false;
    while (true) {
        const std::size_t quote = query.find('"');
        std::string_view part = query.substr(0, quote);
        if (phrase) {
            add(part, quote == std::string_view::npos); // one that is still being typed
        } else {
            while (!part.empty()) {
                const std::size_t blank = part.find_first_of(" \t\r\n");
                add(part.substr(0, blank), true);
                part.remove_prefix(blank == std::string_view::npos ? part.size() : blank + 1);
            }
        }
        if (quote == std::string_view::npos)
            return expression;
        query.remove_prefix(quote + 1);
        phrase = !phrase;
    }
}

struct SearchIndex::Private {
    mutable std::mutex mutex;
    std::optional<Database> database;
    std::string problem;
    struct Rows {
        std::int64_t first = 0, end = 0;
    };
    std::unordered_map<std::string, Rows> articles; ///< by id
    compare::SharedVector<compare::Question> questions;
    bool questionsIn = false;
    Rows questionRows, decisionRows;
    std::uint64_t decisionsAt = 0; ///< records of the snapshot whose notes and evidence are in
    std::int64_t next = 1;

    void insert(HitKind kind, std::string_view reference, std::size_t at, std::string_view body) {
        database->prepare("INSERT INTO found (rowid, body, kind, reference, at) VALUES (?,?,?,?,?)")
            .bind(1, next++)
            .bind(2, body)
            .bind(3, static_cast<std::int64_t>(kind))
            .bind(4, reference)
            .bind(5, static_cast<std::int64_t>(at))
            .run();
    }
    void remove(Rows& rows) const {
        if (rows.end > rows.first)
            database->prepare("DELETE FROM found WHERE rowid >= ? AND rowid < ?")
                .bind(1, rows.first)
                .bind(2, rows.end)
                .run();
        rows = {};
    }
};

SearchIndex::SearchIndex() : d(std::make_unique<Private>()) {
    try {
        d->database = Database::open({}, Database::Mode::Create); // no name: a temporary file that nobody sees
        d->database->execute("PRAGMA journal_mode=OFF");
        d->database->execute("PRAGMA synchronous=OFF");
        d->database->execute("PRAGMA cache_size=-16000");
        d->database->execute("CREATE VIRTUAL TABLE found USING fts5(body, kind UNINDEXED, reference UNINDEXED, "
                             "at UNINDEXED, tokenize='unicode61 remove_diacritics 2', prefix='2 3')");
    } catch (const Error& error) {
        d->problem = std::string("searching is not possible: ") + error.what() + "; make room for temporary files";
    }
}
SearchIndex::~SearchIndex() = default;

bool SearchIndex::update(const dossier::Snapshot& snapshot, const std::stop_token& stop,
                         const std::function<void(std::size_t, std::size_t)>& progress) {
    const dossier::Dossier& dossier = *snapshot;
    const auto& all = dossier.articles.get();
    constexpr std::size_t batch = 64; // articles, so that find() need not wait long
    try {
        {
            const std::lock_guard guard(d->mutex);
            if (!d->problem.empty())
                return true;
            std::unordered_map<std::string, bool> present;
            for (const auto& article : all)
                present.emplace(article.id.sha256, true);
            Transaction transaction(*d->database);
            for (auto it = d->articles.begin(); it != d->articles.end();) {
                if (present.contains(it->first)) {
                    ++it;
                    continue;
                }
                d->remove(it->second);
                it = d->articles.erase(it);
            }
            transaction.commit();
        }
        for (std::size_t i = 0; i < all.size();) {
            const std::lock_guard guard(d->mutex);
            Transaction transaction(*d->database);
            for (std::size_t taken = 0; i < all.size() && taken < batch; ++i) {
                if (d->articles.contains(all[i].id.sha256))
                    continue;
                Private::Rows rows{d->next, d->next};
                eachLine(all[i].text, [&](std::size_t at, std::size_t length) {
                    d->insert(HitKind::Article, all[i].id.sha256, at, std::string_view(all[i].text).substr(at, length));
                });
                rows.end = d->next;
                d->articles.emplace(all[i].id.sha256, rows);
                ++taken;
            }
            transaction.commit();
            if (progress)
                progress(i, all.size());
            if (stop.stop_requested())
                return false;
        }
        const std::lock_guard guard(d->mutex);
        Transaction transaction(*d->database);
        if (!d->questionsIn || !d->questions.sharesWith(dossier.comparison.questions)) {
            d->remove(d->questionRows);
            d->questionRows.first = d->next;
            for (const auto& question : dossier.comparison.questions) {
                std::string body = question.title;
                for (const auto& claim : question.claims) {
                    body += " · " + claim.shown;
                    if (!claim.attribution.empty())
                        body += " (" + claim.attribution + ")";
                }
                d->insert(HitKind::Question, question.key, 0, body);
            }
            d->questionRows.end = d->next;
            d->questions = dossier.comparison.questions;
            d->questionsIn = true;
        }
        if (d->decisionsAt != dossier.records) {
            d->remove(d->decisionRows);
            d->decisionRows.first = d->next;
            for (const auto& [key, decisions] : dossier.decisions) {
                if (decisions.verdict && !decisions.verdict->note.empty())
                    d->insert(HitKind::Note, key.value, 0, decisions.verdict->note);
                for (const auto& note : decisions.notes)
                    d->insert(HitKind::Note, key.value, 0, note.text);
                for (const auto& evidence : decisions.evidence)
                    d->insert(HitKind::Evidence, key.value, 0,
                              evidence.fileName + " " + evidence.note + " " + evidence.url);
            }
            d->decisionRows.end = d->next;
            d->decisionsAt = dossier.records;
        }
        transaction.commit();
    } catch (const Error& error) {
        const std::lock_guard guard(d->mutex);
        d->problem = std::string("searching is not possible: ") + error.what() + "; make room for temporary files";
    }
    return true;
}

std::vector<Hit> SearchIndex::find(std::string_view query, std::size_t most, std::string* problem) const {
    std::vector<Hit> hits;
    const std::string expression = searchExpression(query);
    const std::lock_guard guard(d->mutex);
    if (problem)
        *problem = d->problem;
    if (expression.empty() || !d->problem.empty())
        return hits;
    try {
        Statement rows = d->database->prepare("SELECT highlight(found, 0, char(2), char(3)), kind, reference, at FROM "
                                              "found WHERE found MATCH ? ORDER BY kind = 0, rank LIMIT ?");
        rows.bind(1, expression).bind(2, static_cast<std::int64_t>(most));
        while (rows.step()) {
            Hit hit;
            hit.kind = static_cast<HitKind>(rows.integer(1));
            std::uint32_t begin = 0;
            for (const char c : rows.text(0)) {
                const auto here = static_cast<std::uint32_t>(hit.line.size());
                if (c == opens)
                    begin = here;
                else if (c == closes)
                    hit.found.push_back({begin, here});
                else
                    hit.line += c;
            }
            if (hit.kind == HitKind::Article) {
                hit.article.sha256 = rows.text(2);
                const auto at = static_cast<std::uint32_t>(rows.integer(3));
                if (!hit.found.empty())
                    hit.words = {at + hit.found.front().begin, at + hit.found.front().end};
            } else {
                hit.question.value = rows.text(2);
            }
            hits.push_back(std::move(hit));
        }
    } catch (const Error& error) {
        if (problem)
            *problem = std::string("searching failed: ") + error.what();
    }
    return hits;
}

} // namespace countercheck::store
