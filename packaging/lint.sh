#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs clang-tidy with .clang-tidy over the sources, or over those that are named:
#
#   packaging/lint.sh [FILE.cpp…]      for instance: packaging/lint.sh core/text/*.cpp
#
# Uses the build tree of the preset dev, and builds it first, for the files that the build writes. Minutes, not seconds:
# it is no part of packaging/test.sh.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case ${1-} in
    -h | --help)
        sed -n '3,8s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
esac
files=()
for file in "$@"; do
    files+=("$(realpath -- "$file")")
done
cd "$root"
packaging/dependencies.sh build test lint
packaging/build.sh dev
[ ${#files[@]} -gt 0 ] || mapfile -d '' files < <(find "$root"/core "$root"/ui "$root"/app -name '*.cpp' -print0)
# The precompiled headers are g++'s: clang-tidy reads the same commands without them.
mkdir -p build/lint
sed -E 's/ -Winvalid-pch//g; s/ -include [^ ]*cmake_pch\.hxx//g' build/dev/compile_commands.json >build/lint/compile_commands.json
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p build/lint \
    --extra-arg=-Wno-unknown-warning-option # the warnings are g++'s
printf '%s\n' "lint: ${#files[@]} files, nothing to complain about"
