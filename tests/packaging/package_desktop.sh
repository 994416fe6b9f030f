#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Desktop entry, page for stores, type and icons of a case, checked with freedesktop.org's own tools.
. "$(dirname "$0")/common.sh" "$@"
need desktop-file-validate appstreamcli update-mime-database

share=$root/usr/share
said=$(desktop-file-validate "$share/applications/countercheck.desktop" 2>&1) || fail "desktop-file-validate: $said"
[ -z "$said" ] || fail "desktop-file-validate: $said"
version=$(sed -n 's/^Version=//p' "$share/applications/countercheck.desktop")
case $version in 1.0 | 1.1 | 1.2 | 1.3 | 1.4) ;; *) fail "Debian 12 does not know desktop entries of version $version" ;; esac

for metainfo in "$share"/metainfo/*.metainfo.xml; do
    appstreamcli validate --no-net "$metainfo" || fail "appstreamcli does not accept $metainfo"
    id=$(sed -n 's,.*<id>\(.*\)</id>.*,\1,p' "$metainfo")
    [ "$id.metainfo.xml" = "$(basename "$metainfo")" ] || fail "$metainfo is of $id"
    # Pictures are named by addresses; here the same files lie in the sources, of the size that is given.
    grep -o '<image[^>]*>[^<]*' "$metainfo" | while read -r image; do
        picture=$SOURCE/resources/screenshots/${image##*/}
        [ -f "$picture" ] || fail "no such picture: $picture"
        width=$((16#$(od -An -tx1 -j16 -N4 "$picture" | tr -d ' ')))
        [[ $image == *"width=\"$width\""* ]] || fail "$picture is $width points wide, and not as in $image"
    done
done
# The tree as a whole: entry, icons and page belong together.
appstreamcli validate-tree --no-net "$root" || fail "appstreamcli does not accept the tree"

mime=$(mktemp -d)
trap 'rm -rf "$mime"' EXIT
cp -r "$share/mime" "$mime/"
said=$(XDG_DATA_DIRS=$mime:/usr/share update-mime-database "$mime/mime" 2>&1) || fail "update-mime-database: $said"
[ -z "$said" ] || fail "update-mime-database: $said"
grep -q 'application/x-countercheck:\*.countercheck' "$mime/mime/globs2" || fail "the type of a case is not known by its name"
grep -qx 'Icon=countercheck' "$share/applications/countercheck.desktop" || fail "the entry names another icon"
grep -q 'MimeType=.*application/x-countercheck;' "$share/applications/countercheck.desktop" || fail "the entry opens no cases"
