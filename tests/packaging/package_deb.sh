#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The package says what it needs, holds what it should and nothing else, knows nothing of the place where it was built,
# and Debian's own checker has nothing to say.
. "$(dirname "$0")/common.sh" "$@"
need dpkg-deb lintian strings

deb=$PACKAGE/countercheck.deb
field() { dpkg-deb -f "$deb" "$1"; }

[ "$(field Package)" = countercheck ] || fail "the package is called $(field Package)"
version=$("$root/usr/bin/countercheck-cli" --version)
[ "countercheck-cli $(field Version)" = "$version" ] || fail "the package is of $(field Version), the program says $version"
[[ $(zcat "$root/usr/share/doc/countercheck/changelog.gz" | head -n 1) == "countercheck ($(field Version)) "* ]] ||
    fail "packaging/debian/changelog does not begin with $(field Version)"

depends=", $(field Depends), "
# Linked, and loaded when the program runs: icons are SVG, text needs a font.
for needed in libc6 libqt6core6 libqt6gui6 libqt6widgets6 libsqlite3-0 libsodium23 libpoppler-qt6-3 libqt6svg6 fonts-inter; do
    [[ $depends == *", $needed, "* || $depends == *", $needed ("* ]] || fail "Depends lacks $needed: $depends"
done
[[ $depends != *-dev* ]] || fail "Depends on development files: $depends"
# What packaging/run.sh installs beside the build, the package asks for, too.
asked="$depends$(field Recommends), "
while read -r wanted; do
    [[ $asked == *", $wanted, "* || $asked == *" $wanted, "* || $asked == *", $wanted ("* ]] || fail "neither Depends nor Recommends names $wanted"
done < <("$SOURCE/packaging/dependencies.sh" --list run)

contents=$(dpkg-deb -c "$deb")
while read -r mode owner _; do
    [ "$owner" = root/root ] || fail "a file belongs to $owner"
    [[ $mode != ????????w? ]] || fail "everybody may write a file: $mode"
done <<<"$contents"
# All of it, folders left out: what is new must be added here.
listed=$(cd "$root" && find . ! -type d | LC_ALL=C sort | sed 's,^\./,,' | grep -v '^usr/share/doc/countercheck/html/')
expected=$(LC_ALL=C sort <<'FILES'
usr/bin/countercheck
usr/bin/countercheck-cli
usr/libexec/countercheck/countercheck-cases
usr/share/applications/countercheck.desktop
usr/share/bash-completion/completions/countercheck
usr/share/bash-completion/completions/countercheck-cli
usr/share/doc-base/countercheck
usr/share/doc/countercheck/NEWS.gz
usr/share/doc/countercheck/changelog.gz
usr/share/doc/countercheck/copyright
usr/share/fish/vendor_completions.d/countercheck-cli.fish
usr/share/fish/vendor_completions.d/countercheck.fish
usr/share/icons/hicolor/128x128/apps/countercheck.png
usr/share/icons/hicolor/128x128/mimetypes/application-x-countercheck.png
usr/share/icons/hicolor/256x256/apps/countercheck.png
usr/share/icons/hicolor/256x256/mimetypes/application-x-countercheck.png
usr/share/icons/hicolor/48x48/apps/countercheck.png
usr/share/icons/hicolor/48x48/mimetypes/application-x-countercheck.png
usr/share/icons/hicolor/scalable/apps/countercheck.svg
usr/share/icons/hicolor/scalable/mimetypes/application-x-countercheck.svg
usr/share/lintian/overrides/countercheck
usr/share/man/man1/countercheck-cli.1.gz
usr/share/man/man1/countercheck.1.gz
usr/share/metainfo/example.countercheck.Countercheck.metainfo.xml
usr/share/mime/packages/countercheck.xml
usr/share/zsh/vendor-completions/_countercheck
FILES
)
difference=$(diff <(printf '%s\n' "$expected") <(printf '%s\n' "$listed")) || fail "the package holds other files: $difference"
# The manual is there as in the sources.
difference=$(diff -r "$SOURCE/resources/manual" "$root/usr/share/doc/countercheck/html") || fail "the manual: $difference"

for program in bin/countercheck bin/countercheck-cli libexec/countercheck/countercheck-cases; do
    if strings -n 8 "$root/usr/$program" | grep -qF "$SOURCE"; then
        fail "$program names the folder that it was built from"
    fi
done

said=$(lintian --fail-on none --no-tag-display-limit --tag-display-limit 0 "$deb" 2>/dev/null) || true
found=$(grep -E '^[EW]:' <<<"$said") || true
[ -z "$found" ] || fail "lintian says: $found"
printf '%s\n' "$said"
