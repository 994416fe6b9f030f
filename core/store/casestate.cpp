// SPDX-License-Identifier: GPL-3.0-or-later
// How a case stands: the fold of its log, the derived results that belong to it, and snapshots of both, as they are now
// and as they were.
#include "core/dossier/canonical.h"
#include "core/dossier/unite.h"
#include "core/store/casecheck.h"
#include "core/store/casefileprivate.h"
#include "core/store/comparisoncodec.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <sqlite3.h>

namespace countercheck::store {

namespace {

using dossier::Article;
using dossier::ArticleId;
using dossier::SharedText;

/// One line a compared article: its id and a hash of what is known of it, so that a corrected date is noticed.
std::string coverLine(const Article& article) {
    const auto& info = article.info;
    dossier::Canonical form("info");
    form.add(info.title).add(info.publisher).add(info.published).add(info.url).add(info.language);
    return article.id.sha256 + " " + form.hash();
}
std::string coverOf(const std::vector<Article>& articles) {
    std::string cover;
    for (const auto& article : articles)
        cover += coverLine(article) + "\n";
    return cover;
}
std::vector<std::string> linesOf(const std::string& cover) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < cover.size();) {
        const std::size_t end = std::min(cover.find('\n', at), cover.size());
        lines.push_back(cover.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}
std::vector<std::string> sortedLinesOf(const std::string& cover) {
    auto lines = linesOf(cover);
    std::sort(lines.begin(), lines.end());
    return lines;
}
std::vector<ArticleId> idsOf(const std::string& cover) {
    std::vector<ArticleId> ids;
    for (const auto& line : linesOf(cover))
        ids.push_back({line.substr(0, line.find(' '))});
    return ids;
}

} // namespace

std::optional<std::vector<std::uint32_t>> CaseFile::Private::lengthsOf(const std::string& coverText) const {
    std::unordered_map<std::string, std::uint32_t> lengths;
    for (const auto& article : std::as_const(ledger.articles))
        lengths.emplace(article.id.sha256, static_cast<std::uint32_t>(article.text.size()));
    std::vector<std::uint32_t> result;
    for (const auto& id : idsOf(coverText)) {
        auto found = lengths.find(id.sha256);
        if (found == lengths.end()) { // taken out since: still in the case
            const auto hash = ledger.textHash.find(id.sha256);
            const auto text =
                hash == ledger.textHash.end() ? std::nullopt : readText(*database, id.sha256, hash->second);
            if (!text)
                return std::nullopt;
            found = lengths.emplace(id.sha256, static_cast<std::uint32_t>(text->size())).first;
        }
        result.push_back(found->second);
    }
    return result;
}

SharedText CaseFile::Private::textOf(const std::string& article, const std::string& textHash) const {
    auto text = readText(*database, article, textHash);
    if (!text)
        throw Error(SQLITE_CORRUPT, "the text of article " + article + " is missing");
    return {std::move(*text)};
}

dossier::Ledger::TextOf CaseFile::Private::texts() const {
    return [this](const std::string& article, const std::string& hash) { return textOf(article, hash); };
}

void CaseFile::Private::load() {
    last.reset();
    stale.reset();
    ledger = {};
    projection = {};
    projection.setRelate(relate);
    engine.clear();
    cover.clear();
    std::string damage = foldLog();
    ledger.undoBy = undoBy;
    readTexts(damage);
    takeUpResults();
    projection.rebuild(ledger);
    if (!damage.empty()) // shown and verified as it is, but nothing is built on it
        readOnlyBecause = damage + "; the case is damaged and can only be read: go back to a copy of it";
    wasReadOnly = !readOnlyBecause.empty();
}

std::string CaseFile::Private::foldLog() {
    std::string damage;
    const auto noText = [](const auto&, const auto&) { return SharedText(); };
    fold.stop();
    if (hasMerges(*database)) {
        const std::vector<dossier::Record> log = readLog(*database);
        auto contents = dossier::contentsOf(log);
        if (auto* wrong = std::get_if<std::string>(&contents)) {
            damage = std::move(*wrong);
        } else {
            ledger = fold.start(
                std::move(std::get<0>(contents)),
                [this](const auto& article, const auto& hash) {
                    auto text = readText(*database, article, hash);
                    return text ? SharedText(std::move(*text)) : SharedText();
                },
                damage);
        }
        ledger.records = log.size();
        ledger.lastHash = log.back().hash;
    } else {
        readRecords(*database, [&](dossier::Record&& record) {
            const auto change = ledger.apply(record, noText);
            if (damage.empty())
                damage = change.problem;
            return true;
        });
    }
    return damage;
}

void CaseFile::Private::readTexts(std::string& damage) {
    if (ledger.articles.empty())
        return;
    for (auto& article : ledger.articles) {
        if (!article.text.empty())
            continue;
        auto text = readText(*database, article.id.sha256, ledger.textHash[article.id.sha256]);
        if (!text && damage.empty())
            damage = "the text of article " + article.id.sha256 + " is missing";
        if (text)
            article.text = std::move(*text);
    }
}

void CaseFile::Private::takeUpResults() {
    auto derived = readDerived(
        *database, [this](const auto& text) { return lengthsOf(text); }, written);
    if (!derived)
        return;
    engine = std::move(derived->engine);
    cover = std::move(derived->cover);
    projection.setResults(std::move(derived->comparison), idsOf(cover));
}

void CaseFile::Private::loadAgain() {
    dossier::Snapshot there = last ? last : projection.snapshot(ledger);
    try {
        load();
    } catch (const Error& again) {
        readOnlyBecause = problemOf(again, path, "reading the case").message;
        last = std::move(there);
    }
}

bool CaseFile::Private::isStale() const {
    const auto& articles = ledger.articles.get();
    if (articles.empty())
        return false;
    if (!projection.hasResults() || engine != compare::engineVersion)
        return true;
    return sortedLinesOf(cover) != sortedLinesOf(coverOf(articles));
}

std::variant<dossier::Ledger, std::string> CaseFile::Private::ledgerAt(std::uint64_t records) const {
    dossier::Ledger then;
    std::string damage;
    if (hasMerges(*database)) {
        std::vector<dossier::Record> log = readLog(*database);
        log.resize(static_cast<std::size_t>(records));
        auto contents = dossier::contentsOf(log);
        if (auto* wrong = std::get_if<std::string>(&contents))
            return std::move(*wrong);
        then = dossier::united(std::get<0>(contents), texts(), damage);
        then.records = log.size();
        then.lastHash = log.empty() ? std::string() : log.back().hash;
    } else if (records > 0) {
        const auto textFor = texts();
        readRecords(*database, [&](dossier::Record&& record) {
            const auto change = then.apply(record, textFor);
            if (damage.empty())
                damage = change.problem;
            return record.id.value < records;
        });
    }
    if (!damage.empty())
        return damage;
    return then;
}

std::optional<Derived> CaseFile::Private::resultsOf(const std::vector<Article>& articles) const {
    if (engine != compare::engineVersion || sortedLinesOf(cover) != sortedLinesOf(coverOf(articles)))
        return std::nullopt;
    WrittenParts unused;
    return readDerived(
        *database, [this](const auto& text) { return lengthsOf(text); }, unused);
}

dossier::Snapshot CaseFile::snapshot() const {
    const std::lock_guard guard(d->mutex);
    if (!d->last)
        d->last = d->projection.snapshot(d->ledger);
    return d->last;
}

void CaseFile::setRelate(dossier::Relate relate) {
    const std::lock_guard guard(d->mutex);
    d->relate = relate;
    d->last.reset();
    d->projection.setRelate(std::move(relate));
    d->projection.rebuild(d->ledger);
}

Outcome<std::monostate> CaseFile::setComparison(compare::Comparison comparison) {
    const std::lock_guard guard(d->mutex);
    return setComparison(std::move(comparison), d->projection.now());
}

Outcome<std::monostate> CaseFile::setComparison(compare::Comparison comparison, const dossier::Dossier& madeFrom) {
    const std::lock_guard guard(d->mutex);
    std::vector<std::uint32_t> lengths;
    for (const auto& article : madeFrom.articles) {
        if (!d->ledger.textHash.contains(article.id.sha256))
            return Problem{"the results are not of this case: article " + article.id.sha256 + " is not in it"};
        lengths.push_back(static_cast<std::uint32_t>(article.text.size()));
    }
    if (std::string wrong = wrongWith(comparison, lengths); !wrong.empty())
        return Problem{"the results do not fit the articles: " + wrong};
    Derived derived{std::string(compare::engineVersion), coverOf(madeFrom.articles), std::move(comparison)};
    try {
        if (d->readOnlyBecause.empty())
            writeDerived(*d->database, derived, d->written);
    } catch (const Error& error) {
        return problemOf(error, d->path, "saving the results");
    }
    d->last.reset();
    d->stale.reset();
    d->engine = std::move(derived.engine);
    d->cover = std::move(derived.cover);
    d->projection.setResults(std::move(derived.comparison), idsOf(d->cover));
    d->projection.rebuild(d->ledger);
    return std::monostate{};
}

bool CaseFile::comparisonStale() const {
    const std::lock_guard guard(d->mutex);
    if (!d->stale)
        d->stale = d->isStale();
    return *d->stale;
}

bool CaseFile::holds(const dossier::ArticleId& article) const {
    const std::lock_guard guard(d->mutex);
    return d->ledger.textHash.contains(article.sha256) && d->projection.now().article(article);
}

Outcome<dossier::Snapshot> CaseFile::snapshotAt(
    std::uint64_t records,
    const std::function<std::optional<compare::Comparison>(const dossier::Dossier&)>& compareAgain) const {
    const std::lock_guard guard(d->mutex);
    if (records > d->ledger.records)
        return Problem{d->path + " has " + std::to_string(d->ledger.records) + " records, not " +
                       std::to_string(records) + ": open a newer copy of it"};
    if (records == d->ledger.records && !d->isStale())
        return snapshot();
    try {
        auto folded = d->ledgerAt(records);
        if (auto* damage = std::get_if<std::string>(&folded))
            return Problem{std::move(*damage), true};
        const auto& ledger = std::get<dossier::Ledger>(folded);
        const auto& articles = ledger.articles.get();
        dossier::Projection projection;
        projection.setRelate(d->relate);
        if (auto derived = d->resultsOf(articles)) {
            projection.setResults(std::move(derived->comparison), idsOf(derived->cover));
        } else if (!articles.empty()) {
            projection.rebuild(ledger);
            std::vector<ArticleId> ids;
            for (const auto& article : articles)
                ids.push_back(article.id);
            if (auto fresh = compareAgain(projection.now()))
                projection.setResults(std::move(*fresh), std::move(ids));
        }
        projection.rebuild(ledger);
        return projection.snapshot(ledger);
    } catch (const Error& error) {
        return problemOf(error, d->path, "reading the log");
    }
}

} // namespace countercheck::store
