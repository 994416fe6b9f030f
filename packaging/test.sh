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
# The validators in tests/standards: without them those tests are skipped, and the end of the output says so.
"$root/packaging/dependencies.sh" standards || true
standards=$root/tests/standards
if ! [ -e "$standards/node_modules/.package-lock.json" ] || [ "$standards/package-lock.json" -nt "$standards/node_modules/.package-lock.json" ]; then
    (cd "$standards" && npm ci --ignore-scripts --no-audit --no-fund </dev/null >&2) ||
        echo "test: npm could not install the validators of tests/standards; what they check is skipped." >&2
fi
"$root/packaging/build.sh" "$preset"

cd "$root"
# CTest prints its summary before the list of what failed; here it comes last, where a person and a log look first.
ctest --preset "$preset" --parallel "$(nproc)" "$@" </dev/null 2>&1 |
    awk '/% tests passed, / { summary = $0; next } /\*\*\*Skipped/ { skipped = skipped "\nNOT CHECKED: " $0 } { print; fflush() }
        END { if (skipped != "") print skipped; if (summary != "") print summary }'
exit "${PIPESTATUS[0]}"
