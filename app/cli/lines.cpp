// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lines.h"

#include "app/cli/jsonwriter.h"

namespace countercheck::cli {

void appendProblem(std::string& out, const LineProblem& problem) {
    JsonWriter json(out);
    json.beginObject();
    json.key("id");
    json.raw(problem.id);
    json.member("error", problem.message);
    json.endObject();
    out += '\n';
}

LineProblem tooLong(std::uint64_t number) {
    return {"null", "line " + std::to_string(number) + ": longer than 1 GiB; split it into several"};
}

int closing(std::string_view command, const LineReader& in, Output& out, bool flawed) {
    out.flush();
    if (!out.failed().empty())
        return fail(command, "could not write to standard output: " + out.failed());
    if (!in.failed().empty())
        return fail(command,
                    "could not read standard input after line " + std::to_string(in.number()) + ": " + in.failed());
    return flawed ? Flawed : Done;
}

} // namespace countercheck::cli
