#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package out of the programs that are built, and unpacks it for the other tests.
. "$(dirname "$0")/common.sh" "$@"
need cpack dpkg-deb dpkg-shlibdeps file gzip

for program in countercheck countercheck-cli countercheck-cases; do
    [ -x "$BUILD/bin/$program" ] || fail "$BUILD/bin/$program is not built"
done
rm -rf "$PACKAGE"
mkdir -p "$PACKAGE/made"
# Quick compression: this package is looked at, not sent.
cpack --config "$BUILD/CPackConfig.cmake" -G DEB -B "$PACKAGE/made" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip >"$PACKAGE/cpack.log" 2>&1 ||
    { cat "$PACKAGE/cpack.log" >&2; fail "cpack failed"; }
set -- "$PACKAGE"/made/*.deb
[ $# -eq 1 ] && [ -f "$1" ] || fail "cpack made not one package but: $*"
ln "$1" "$PACKAGE/countercheck.deb"
rm -rf "$PACKAGE/made/_CPack_Packages"
dpkg-deb -x "$PACKAGE/countercheck.deb" "$root"
