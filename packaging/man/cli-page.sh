#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/man/cli-page.sh PROGRAM TEMPLATE: writes the man page of countercheck-cli to standard output. What stands at
# %COMMANDS% in the template comes from the program's own --help, so that page and program cannot say different things.
set -euo pipefail
export LC_ALL=C.UTF-8

program=${1:?the program is missing}
template=${2:?the template is missing}

# Commands of the list that --help prints: two blanks, a name, its summary. Those of a later version are left out.
list=$("$program" --help)
names=$(awk '/^  [a-z]/ && $1 != "countercheck-cli" && !/comes with a later version/ { print $1 }' <<<"$list")
[ -n "$names" ] || { printf '%s\n' "cli-page: $program --help lists no commands" >&2; exit 1; }

commands() {
    local name
    for name in $names; do
        printf '.SS %s\n' "${name//-/\\-}"
        "$program" "$name" --help | awk '
            # Backslashes, option dashes, and lines that roff would take for its own commands.
            function safe(line) {
                gsub(/\\/, "\\e", line); gsub(/--/, "\\-\\-", line)
                if (line ~ /^[.\x27]/) line = "\\&" line
                return line
            }
            function bare(line) { sub(/^ +/, "", line); return line }
            function flow() { if (literal) { print ".EE"; literal = 0 } }
            function keep(line) { if (!literal) { print ".EX"; literal = 1 } print safe(line) }
            synopsis != "done" && /^countercheck-cli / {
                line = safe($0); gsub(/-/, "\\-", line); gsub(/\\\\-/, "\\-", line)
                if (n++) print ".br"
                print ".B " line
                next
            }
            synopsis != "done" { synopsis = "done"; print ".PP"; next }
            /^$/ { flow(); print ".PP"; text = ""; next }
            # "  --option   what it does", "  FILE   what it is"
            match($0, /^  --[a-z-]+( [A-Z]+| [a-z0-9]+[|][a-z0-9|]+)?( +|$)/) || match($0, /^  [A-Z][A-Z]+[^ ]*  +/) {
                flow()
                key = bare(substr($0, 1, RLENGTH)); sub(/ +$/, "", key)
                print ".TP"; print ".B " safe(key); print safe(substr($0, RLENGTH + 1))
                text = "definition"; next
            }
            text == "definition" && /^      +/ {
                line = bare($0)
                if (line ~ /^[{"]/) keep(line); else { flow(); print safe(line) }
                next
            }
            /^ / { text = ""; keep($0); next }
            { flow(); print safe($0) }
            END { flow() }'
    done
}

while IFS= read -r line; do
    if [ "$line" = %COMMANDS% ]; then
        commands
    else
        printf '%s\n' "$line"
    fi
done <"$template"
