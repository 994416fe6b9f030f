// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/linecommands.h"

namespace countercheck::cli {

int keys(const Arguments& arguments) {
    if (!arguments.has("--jsonl"))
        return fail("keys", "--jsonl is missing: articles come as JSON Lines on standard input");
    return keysOfLines();
}

} // namespace countercheck::cli
