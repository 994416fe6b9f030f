// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines from standard input to standard output: each request is answered in its place, a bad line by a line that
// says why, and the rest goes on.
#pragma once

#include "app/cli/failing.h"
#include "app/cli/request.h"
#include "app/cli/stream.h"

#include <string>
#include <string_view>

#include <unistd.h>

namespace countercheck::cli {

/// Appends {"id":…,"error":"…"}.
void appendProblem(std::string& out, const LineProblem& problem);
/// What is told of a line that is not read for its length.
LineProblem tooLong(std::uint64_t number);
/// What the streams say in the end: a failure to read or write goes before everything else.
int closing(std::string_view command, const LineReader& in, Output& out, bool flawed);

/// @param answer  called with the request and the Output; writes the answer without its line end
template <class Request, class Answer> int answerLines(std::string_view command, Answer&& answer) {
    Output out(STDOUT_FILENO);
    LineReader in(STDIN_FILENO, &out);
    RequestReader reader;
    Request request;
    LineProblem problem;
    bool flawed = false;
    while (const auto line = in.next()) {
        std::string_view text = line->text;
        if (in.number() == 1 && text.starts_with("\xEF\xBB\xBF"))
            text.remove_prefix(3); // a byte order mark
        if (!line->tooLong && isBlank(text))
            continue;
        if (line->tooLong)
            problem = tooLong(in.number());
        if (!line->tooLong && reader.read(text, in.number(), request, problem)) {
            answer(request, out);
            out.buffer() += '\n';
        } else {
            appendProblem(out.buffer(), problem);
            flawed = true;
        }
        out.wrote();
        if (!out.failed().empty())
            break;
    }
    return closing(command, in, out, flawed);
}

} // namespace countercheck::cli
