#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs every test. The last line is CTest's summary; the exit code is CTest's.
#
#   packaging/test.sh [--preset PRESET] [CTest argument…]     for instance: packaging/test.sh -R tst_reading
#
# PRESET: dev (the default), asan, tsan, coverage or release.
set -eu

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=dev
case ${1-} in
    -h | --help)
        sed -n '3,7s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    --preset)
        preset=${2:?--preset needs a name: dev, asan, tsan, coverage or release}
        shift 2
        ;;
esac

"$root/packaging/dependencies.sh" build run test
"$root/packaging/build.sh" "$preset"

cd "$root"
# CTest prints its summary before the list of what failed; here it comes last, where a person and a log look first.
ctest --preset "$preset" --parallel "$(nproc)" "$@" </dev/null 2>&1 |
    awk '/% tests passed, / { summary = $0; next } { print; fflush() } END { if (summary != "") print summary }'
exit "${PIPESTATUS[0]}"
