#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The man pages give no warnings, and say all that --help says.
. "$(dirname "$0")/common.sh" "$@"
need man zcat

for page in "$root"/usr/share/man/man1/*.1.gz; do
    said=$(MANWIDTH=80 MANROFFSEQ='' man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null) || fail "man: $said"
    [ -z "$said" ] || fail "$page: $said"
done

# The words of a page, without roff's commands.
words() { MANWIDTH=200 man --nh --nj -l -Tutf8 "$1" 2>/dev/null | sed 's/.\x08//g; s/\x1b\[[0-9;]*m//g' | tr -s ' \n' '\n\n'; }
cli=$root/usr/bin/countercheck-cli
page=$(words "$root/usr/share/man/man1/countercheck-cli.1.gz")
commands=$("$cli" --help | awk '/^  [a-z]/ && $1 != "countercheck-cli" && !/comes with a later version/ { print $1 }')
[ "$(wc -l <<<"$commands")" -ge 10 ] || fail "--help lists too few commands: $commands"
count=0
for command in $commands; do
    grep -qxF -- "$command" <<<"$page" || fail "the page lacks the command $command"
    for word in $("$cli" "$command" --help); do
        # roff sets some signs anew; words of letters and dashes stay what they are.
        [[ $word =~ ^-*[A-Za-z][A-Za-z-]*$ ]] || continue
        count=$((count + 1))
        grep -qxF -- "$word" <<<"$page" || fail "the page lacks “$word” of $command --help"
    done
done
[ "$count" -gt 300 ] || fail "only $count words were compared"

page=$(words "$root/usr/share/man/man1/countercheck.1.gz")
for option in $(env -u LANGUAGE LC_ALL=C.UTF-8 "$root/usr/bin/countercheck" --help | grep -oE -- '--[a-z-]+'); do
    grep -qE -- "(^|,)$option" <<<"$page" || fail "the page of countercheck lacks $option"
done
