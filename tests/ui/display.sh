#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display of its own: a server that chooses a free number itself and says so once it can be reached.
# The exit code is the command's, or 77 (skipped) where there is no display to be had.
#
#   display.sh COMMAND [ARGUMENT…]
set -uo pipefail
if ! command -v Xvfb >/dev/null; then
    echo "SKIP: no Xvfb"
    exit 77
fi
place=$(mktemp -d)
server=
close() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null
        wait "$server" 2>/dev/null
        server=
    fi
}
trap 'close; rm -rf "$place"' EXIT
trap 'exit 143' TERM INT

# Three times at most: a server that goes away is no fault of what it shows.
for attempt in 1 2 3; do
    rm -f "$place/number"
    # Without -noreset it begins anew whenever its last client leaves, and shuts out whoever comes at that moment.
    Xvfb -noreset -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$place/number" 2>"$place/said" &
    server=$!
    for ((tenths = 0; tenths < 600; ++tenths)); do
        if [ -s "$place/number" ] || ! kill -0 "$server" 2>/dev/null; then break; fi
        sleep 0.1
    done
    if ! [ -s "$place/number" ]; then
        echo "display.sh: no display at attempt $attempt: $(tail -n 2 "$place/said")" >&2
        close
        continue
    fi
    code=0
    DISPLAY=:$(tr -d '[:space:]' <"$place/number") "$@" </dev/null || code=$?
    if [ "$code" = 0 ] || kill -0 "$server" 2>/dev/null; then exit "$code"; fi
    echo "display.sh: the display went away at attempt $attempt: $(tail -n 2 "$place/said")" >&2
    close
done
echo "SKIP: no display"
exit 77
