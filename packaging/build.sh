#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/build.sh PRESET [cmake argument…]: configures once, then builds what is out of date. Says in one line what it does.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${1:?packaging/build.sh needs the name of a preset, for instance: packaging/build.sh run}
shift
tree=$root/build/$preset
say() { printf '%s\n' "countercheck: $*" >&2; }

# A tree that was configured for another place (a checkout that was moved or copied) cannot be used.
if [ -f "$tree/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$tree/CMakeCache.txt"; then
    say "build/$preset was made for another folder: starting it afresh."
    rm -rf "$tree"
fi
if [ ! -f "$tree/build.ninja" ] || [ $# -gt 0 ]; then
    say "configuring build/$preset"
    (cd "$root" && cmake --preset "$preset" "$@" --log-level=WARNING >&2)
fi

planned=$(ninja -C "$tree" -n 2>/dev/null | tail -n 1) || planned=
if [ "$planned" = "ninja: no work to do." ]; then
    say "build/$preset is up to date"
    exit 0
fi
say "building build/$preset (the first time takes some minutes)"
if ! ninja -C "$tree" >&2; then
    say "the build failed: the first error above says where. Nothing was started."
    exit 1
fi
