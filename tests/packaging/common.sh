# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of the package share: SOURCE, BUILD and PACKAGE are where the sources, the build tree and what
# package_made.sh made of them are.
set -euo pipefail
SOURCE=${1:?the source folder is missing}
BUILD=${2:?the build folder is missing}
PACKAGE=${3:?the folder of the package is missing}
root=$PACKAGE/root
name=$(basename "$0" .sh)

fail() {
    printf '%s\n' "$name: $*" >&2
    exit 1
}
# A check whose tool is missing has not passed.
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "$tool is not installed: packaging/dependencies.sh test"
    done
}
