#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one check, or says aloud that it could not be had. Exit code 77: not checked (CTest shows it as skipped, and
# packaging/test.sh repeats it at the end).
#   run.sh NEEDS COMMAND…      NEEDS: programs and files, with commas between
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
missing=()
IFS=, read -ra needs <<<"$1"
shift
for need in "${needs[@]}"; do
    case $need in
        node_modules/*) [ -e "$here/$need" ] || missing+=("$need") ;;
        *) command -v "$need" >/dev/null || missing+=("$need") ;;
    esac
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "NOT CHECKED: ${missing[*]} could not be found. packaging/test.sh installs them; it needs the network once." >&2
    exit 77
fi
exec "$@"
