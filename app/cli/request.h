// SPDX-License-Identifier: GPL-3.0-or-later
// One line of JSON Lines becomes a request, or a message that says what is wrong with it and where. simdjson reads it;
// only when that refuses, RapidJSON reads it again to tell the byte and the reason, and to find the `id` that stands
// before it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

/// One article as a line gives it. The views hold until the next line is read.
struct ArticleRequest {
    std::string id; ///< as JSON: a string with its quotes, or a number
    std::string_view text;
    std::optional<std::int64_t> published; ///< local seconds, see read::TimeSpan
    std::string_view publishedText;        ///< the same as given, ISO 8601; empty: unknown
    std::string_view language;             ///< BCP 47; empty: to be detected
    std::string_view publisher;
};

struct CaseRequest {
    std::string id; ///< as JSON
    std::vector<ArticleRequest> articles;
};

/// Why a line is refused.
struct LineProblem {
    std::string id; ///< as JSON; "null" when the line does not tell
    std::string message;
};

class RequestReader {
public:
    RequestReader();
    ~RequestReader();

    /// Reads a line of `extract --jsonl`. False: `problem` says why not.
    /// @param line    at least LineReader::padding readable bytes stand after it
    /// @param number  of the line, from 1, for messages
    bool read(std::string_view line, std::uint64_t number, ArticleRequest& out, LineProblem& problem);
    /// Reads a line of `compare --jsonl`.
    bool read(std::string_view line, std::uint64_t number, CaseRequest& out, LineProblem& problem);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// True for a line of blanks, which is no request.
bool isBlank(std::string_view line);

} // namespace countercheck::cli
