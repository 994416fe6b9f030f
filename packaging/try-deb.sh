#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the package on a bare Debian 12 and starts it there under Xvfb, as a user who is not root:
#
#   packaging/try-deb.sh PACKAGE.deb [ROOT]
#
# Needs root and the network. ROOT is a bare Debian that debootstrap made; a copy of it is used. Without it debootstrap
# makes one first. Everything is removed at the end. Part of RELEASING.md; too slow for packaging/test.sh.
set -euo pipefail

say() { printf '%s\n' "try-deb: $*" >&2; }
case ${1-} in
    -h | --help | "")
        sed -n '3,9s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
esac
deb=$(realpath -- "$1")
sample=$(cd "$(dirname "${BASH_SOURCE[0]}")/../resources/sample" && pwd)
[ "$(id -u)" -eq 0 ] || { say "needs root, for chroot and mount."; exit 1; }
[ -f "$deb" ] || { say "there is no $deb."; exit 1; }

place=$(mktemp -d /var/tmp/try-deb.XXXXXX)
bare=$place/root
end() {
    local mounted
    for mounted in proc dev/pts dev; do
        mountpoint -q "$bare/$mounted" && umount "$bare/$mounted"
    done
    # Never through a mount that would not come off.
    mountpoint -q "$bare/dev" || mountpoint -q "$bare/proc" || rm -rf --one-file-system "$place"
}
trap end EXIT

if [ $# -ge 2 ]; then
    say "copying $2"
    cp -a --one-file-system "$2" "$bare"
else
    say "making a bare Debian 12 (some minutes)"
    debootstrap --variant=minbase bookworm "$bare" http://deb.debian.org/debian >"$place/debootstrap.log" ||
        { tail -n 20 "$place/debootstrap.log" >&2; say "debootstrap failed."; exit 1; }
fi
mkdir -p "$bare/proc" "$bare/dev"
mount -t proc proc "$bare/proc"
mount --bind /dev "$bare/dev"
mount -t devpts devpts "$bare/dev/pts" 2>/dev/null || true
cp /etc/resolv.conf "$bare/etc/resolv.conf" 2>/dev/null || true
cp "$deb" "$bare/var/tmp/countercheck.deb"
cp -r "$sample" "$bare/var/tmp/sample"
inside() { chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

say "installing the package, and only what it depends on"
inside apt-get -q -y update >"$place/apt.log" 2>&1 || say "the package lists could not be renewed; going on with those that are there."
inside apt-get -q -y install --no-install-recommends /var/tmp/countercheck.deb xvfb xauth >>"$place/apt.log" 2>&1 ||
    { tail -n 30 "$place/apt.log" >&2; say "the package cannot be installed."; exit 1; }

inside useradd -m reader
as_reader() { inside setpriv --reuid reader --regid reader --clear-groups env HOME=/home/reader "$@"; }
as_reader countercheck-cli --version
as_reader sh -c 'countercheck-cli compare /var/tmp/sample/*.txt' >"$place/compared"
grep -q '✕' "$place/compared" || { say "compare found no contradiction in the sample."; exit 1; }

say "starting the window"
as_reader sh -c '
    cd; mkdir screen
    Xvfb :77 -screen 0 1280x800x24 -fbdir screen -nolisten tcp >xvfb.log 2>&1 & server=$!
    sleep 2
    DISPLAY=:77 QT_QPA_PLATFORM=xcb countercheck >said 2>&1 & window=$!
    alive=no
    for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        sleep 1
        kill -0 $window 2>/dev/null || break
        alive=yes
    done
    kill -0 $window 2>/dev/null || alive=no
    # The screen is a file of four bytes a point: how many different ones are there?
    od -An -v -tx4 -w4 screen/Xvfb_screen0 | sort -u | wc -l >colours
    kill $window $server 2>/dev/null
    wait
    echo $alive >alive'
cat "$bare/home/reader/said" >&2
[ "$(cat "$bare/home/reader/alive")" = yes ] || { say "the window ended by itself."; exit 1; }
colours=$(cat "$bare/home/reader/colours")
[ "$colours" -gt 400 ] || { say "the window is blank: $colours colours."; exit 1; }

say "removing the package"
inside apt-get -q -y purge countercheck >>"$place/apt.log" 2>&1
left=$(find "$bare/usr" -name '*countercheck*' -not -path '*/dpkg/*')
[ -z "$left" ] || { say "left behind: $left"; exit 1; }
say "installed, compared, shown ($colours colours), removed."
