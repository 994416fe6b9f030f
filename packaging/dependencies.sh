#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The one list of what Countercheck needs on Debian 12, and what installs it.
#
#   packaging/dependencies.sh [--list] [build|run|test|standards|lint|release]…     without a group: build, run, test, standards
#
# Installs only what is missing, with apt-get, as root or with sudo. When nothing is missing it asks dpkg once and touches
# neither the network nor apt, so that every start may call it.
set -euo pipefail

build_packages=(
    build-essential cmake ninja-build pkg-config ccache
    qt6-base-dev qt6-base-dev-tools qt6-svg-dev libgl1-mesa-dev
    qt6-l10n-tools      # lrelease: the French window, read at build time
    libsqlite3-dev      # the case file
    libsimdjson-dev     # JSON Lines in
    rapidjson-dev       # says where a line is not JSON
    libuchardet-dev     # encodings
    libgumbo-dev        # web pages in
    libzip-dev          # archives, DOCX, ODT, EPUB in; ODT and DOCX out
    zlib1g-dev libbrotli-dev # web archives
    libgmime-3.0-dev    # mails
    libcurl4-openssl-dev # one address, when a person asks for it
    libcld2-dev         # language of a text
    libsodium-dev       # hashes
    qtkeychain-qt6-dev  # the desktop's keyring
    libpoppler-qt6-dev  # PDF: text, and pages on screen
    libxml2-dev         # summaries are read back
    libpango1.0-dev     # PDF: shaping, lines and pages
    libpoppler-cpp-dev  # PDF: read back
    libxlsxwriter-dev   # XLSX
    libpq-dev           # shared cases
    libsecret-1-dev     # their passwords, in the desktop's keyring
    wordnet-base        # English words and synonyms, read at build time
    hunspell-fr-classical # French words, read at build time
    libtimezonemap-data # GeoNames' towns, read at build time
)
run_packages=(
    poppler-utils       # pdftotext: PDF in
    libqt6svg6          # icons
    qt6-translations-l10n # Qt's own dialogs in French
    qt6-wayland         # where there is no X11
    fonts-inter         # the interface's type
    fonts-noto-core     # every other script
)
test_packages=(
    libbenchmark-dev    # tests/bench
    clang-format        # the sources are formatted
    xvfb xauth          # a display for the window's tests
    postgresql openssl  # a newsroom's server: packaging/newsroom.sh, tests/share
    parallel jq         # the archive's scripts
    python3 python3-yaml # the one for Spark, and the Job for Kubernetes
    xdotool             # presses a key there
    at-spi2-core python3-gi gir1.2-atspi-2.0 dbus # asks the window what a screen reader asks
    dpkg-dev file       # what the Debian package depends on
    lintian             # Debian's checker of packages
    desktop-file-utils  # checks the desktop entry
    appstream           # checks the page for stores
    shared-mime-info    # knows types of files
    man-db              # warns of faults in man pages
    zsh fish            # try their completions
)
release_packages=(
    pngquant            # the manual's pictures in a third of the size
    debootstrap         # packaging/try-deb.sh: a bare Debian
    flatpak-builder     # reads the Flatpak manifest
)

# Validators of others, for tests/standards. Node.js may also come from elsewhere.
standards_packages=(
    qpdf                # PDF (and poppler-utils, which the program needs itself)
    libreoffice-writer-nogui libreoffice-calc-nogui # ODT, DOCX, XLSX
    unzip
)
command -v npm >/dev/null || standards_packages+=(nodejs npm)
command -v java >/dev/null || standards_packages+=(default-jre-headless) # the Nu HTML checker

lint_packages=(
    clang-tidy          # packaging/lint.sh
)

say() { printf '%s\n' "dependencies: $*" >&2; }

list_only=false
groups=()
for argument in "$@"; do
    case $argument in
        --list) list_only=true ;;
        build | run | test | standards | lint | release) groups+=("$argument") ;;
        -h | --help)
            sed -n '3,8s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        *)
            say "unknown argument “$argument”; use build, run, test, standards, lint or release, or --list."
            exit 2
            ;;
    esac
done
[ ${#groups[@]} -gt 0 ] || groups=(build run test standards)

wanted=()
for group in "${groups[@]}"; do
    declare -n packages="${group}_packages"
    wanted+=("${packages[@]}")
done
if $list_only; then
    printf '%s\n' "${wanted[@]}"
    exit 0
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is no Debian system (no dpkg or apt-get): install the counterparts of these by hand: ${wanted[*]}"
    exit 1
fi

find_missing() {
    local installed package
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null |
        sed -n 's/ installed$//p') || true
    missing=()
    for package in "${wanted[@]}"; do
        case $'\n'"$installed"$'\n' in
            *$'\n'"$package"$'\n'*) ;;
            *) missing+=("$package") ;;
        esac
    done
}

find_missing
[ ${#missing[@]} -gt 0 ] || exit 0
say "installing ${missing[*]}"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        say "needs root: run “apt-get install ${missing[*]}” as root, or install sudo, then start again."
        exit 1
    fi
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n) # nobody is there to type a password
fi
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

# The server is wanted for its programs: no cluster is made for it, and nothing is started.
no_cluster=/etc/postgresql-common/createcluster.d/countercheck.conf
case " ${missing[*]} " in
    *" postgresql "*)
        if ! [ -e "$no_cluster" ]; then
            trap '"${as_root[@]}" rm -f "$no_cluster"' EXIT
            "${as_root[@]}" mkdir -p "${no_cluster%/*}"
            printf 'create_main_cluster = false\n' | "${as_root[@]}" tee "$no_cluster" >/dev/null
        fi
        ;;
esac

apt update || say "the package lists could not be renewed; going on with those that are here."
if ! apt install --no-install-recommends "${missing[@]}"; then
    for package in "${missing[@]}"; do
        apt-cache show "$package" >/dev/null 2>&1 || say "no package “$package” in this machine's sources."
    done
    find_missing
    say "could not install ${missing[*]}: see apt-get's words above; check the network and /etc/apt/sources.list."
    exit 1
fi
find_missing
if [ ${#missing[@]} -gt 0 ]; then
    say "apt-get reported success, yet these are still missing: ${missing[*]}"
    exit 1
fi
