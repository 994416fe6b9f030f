#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A desktop of its own (display, session bus, AT-SPI) for atspi.py.
#
#   atspi.sh COUNTERCHECK
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
launcher=/usr/libexec/at-spi-bus-launcher
for program in dbus-run-session Xvfb "$launcher" /usr/bin/python3; do
    if ! command -v "$program" >/dev/null; then
        echo "SKIP: no $program"
        exit 77
    fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
mkdir -m 700 "$home/run"
unset QT_QPA_PLATFORM WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
export LANG=C.UTF-8 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
# shellcheck disable=SC2016
"$here/display.sh" dbus-run-session -- bash -c '
    "$1" --launch-immediately 2>/dev/null & launched=$!
    code=0
    /usr/bin/python3 "$2" "$3" || code=$?
    kill "$launched" 2>/dev/null || true
    exit $code' atspi "$launcher" "$here/atspi.py" "$1"
