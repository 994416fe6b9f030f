#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Nu HTML checker over every page.      nu.sh FOLDER
set -euo pipefail
jar=$(dirname "$0")/node_modules/vnu-jar/build/dist/vnu.jar
wrong=$(mktemp --suffix=.html)
trap 'rm -f "$wrong"' EXIT
echo '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><table></body></html>' >"$wrong"
if java -jar "$jar" "$wrong" 2>/dev/null; then
    echo "nu.sh: the checker finds no fault in a page that has one" >&2
    exit 1
fi
java -jar "$jar" --errors-only "$1"/*.html
echo "checked $(ls "$1"/*.html | wc -l) pages: no errors"
