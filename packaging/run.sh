#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts Countercheck from a checkout:
#
#   packaging/run.sh                      the sample case
#   packaging/run.sh ARTICLE…             a workbench on those articles
#   packaging/run.sh NAME.countercheck    a case that was made before
#
# Installs what is missing (Debian 12; as root or with sudo) and builds what is out of date. Without a display it says so
# and prints the comparison in the terminal.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case ${1-} in
    -h | --help)
        sed -n '3,10s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
esac

"$root/packaging/dependencies.sh" build run
"$root/packaging/build.sh" run
programs=$root/build/run/bin

# Relative paths stay right: nothing here changes the directory.
if [ -n "${DISPLAY-}" ] || [ -n "${WAYLAND_DISPLAY-}" ]; then
    exec "$programs/countercheck" "$@"
fi

printf '%s\n' "countercheck: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): printing the comparison instead." >&2
if [ $# -eq 0 ]; then
    exec "$programs/countercheck-cli" compare "$root"/resources/sample/*.txt
elif [ $# -eq 1 ] && [[ $1 == *.countercheck ]]; then
    exec "$programs/countercheck-cli" questions "$1"
else
    exec "$programs/countercheck-cli" compare "$@"
fi
