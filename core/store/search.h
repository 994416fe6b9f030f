// SPDX-License-Identifier: GPL-3.0-or-later
// Where does it say that? Full-text search over the articles, questions, notes and evidence of a case: every word as
// the beginning of one, "several words" as a phrase, accents and case folded (SQLite's FTS5, unicode61). The index is
// derived: it lies in a temporary file of its own that goes with the program, never in the case.
#pragma once

#include "core/dossier/dossier.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::store {

enum class HitKind : std::uint8_t { Article, Question, Note, Evidence };

struct Hit {
    HitKind kind{};
    dossier::ArticleId article;    ///< of Article
    dossier::QuestionKey question; ///< of the others
    text::Span words;              ///< of Article: bytes of the captured text, the first word found
    std::string line;              ///< the paragraph, or the note
    std::vector<text::Span> found; ///< bytes of `line`
};

class SearchIndex {
public:
    SearchIndex();
    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

    /// Brings the index up to that snapshot; only what changed since the last one costs anything. False when it was
    /// stopped: what is in is in, and the next update goes on. May run in another thread than find().
    bool update(const dossier::Snapshot& snapshot, const std::stop_token& stop = {},
                const std::function<void(std::size_t done, std::size_t total)>& progress = {});
    /// The best hits first, at most `most`. An empty or wordless query finds nothing; no query is an error. Empty
    /// `problem` unless the index cannot be read (no space for temporary files).
    std::vector<Hit> find(std::string_view query, std::size_t most, std::string* problem = nullptr) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// What FTS5 is asked: each word of `query` as a quoted prefix, each "phrase" as a quoted phrase, all of them needed.
/// Empty when there is no word in it.
std::string searchExpression(std::string_view query);

} // namespace countercheck::store
