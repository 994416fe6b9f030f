#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package for this machine's architecture, and prints where it lies:
#
#   packaging/deb.sh
#
# Installs what is missing and builds the preset "run", as packaging/run.sh does.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case ${1-} in
    -h | --help)
        sed -n '3,7s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
esac
"$root/packaging/dependencies.sh" build run
for tool in dpkg-shlibdeps file; do
    command -v "$tool" >/dev/null || { "$root/packaging/dependencies.sh" test; break; }
done
"$root/packaging/build.sh" run
printf '%s\n' "countercheck: packing" >&2
cpack --config "$root/build/run/CPackConfig.cmake" -G DEB -B "$root/build/run/packages" >&2
rm -rf "$root/build/run/packages/_CPack_Packages"
ls -1t "$root"/build/run/packages/*.deb | head -n 1
