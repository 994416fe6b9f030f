#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The completions are understood by their shells, and offer what --help says: tried for every command in bash and fish.
. "$(dirname "$0")/common.sh" "$@"
need bash zsh fish

export PATH=$root/usr/bin:$PATH
bash=$root/usr/share/bash-completion/completions/countercheck-cli
cmp -s "$bash" "$root/usr/share/bash-completion/completions/countercheck" || fail "the two of bash differ"
bash -n "$bash"
zsh -n "$root/usr/share/zsh/vendor-completions/_countercheck"
fish=$root/usr/share/fish/vendor_completions.d
fish --no-execute "$fish/countercheck.fish" "$fish/countercheck-cli.fish"

empty=$(mktemp -d)
home=$(mktemp -d) # where fish writes what it likes
trap 'rm -rf "$empty" "$home"' EXIT
cd "$empty"
touch raid.countercheck "wire text.txt"

# in_bash WORD…: what bash offers for the last word, one a line.
in_bash() {
    bash --norc -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); f=_$1; "${f//-/_}"; printf "%s\n" "${COMPREPLY[@]}"' \
        "$bash" "$@" 2>/dev/null | LC_ALL=C sort -u
}
in_fish() {
    HOME=$home XDG_CONFIG_HOME=$home/.c XDG_DATA_HOME=$home/.d fish --no-config \
        -c "source $fish/countercheck-cli.fish; complete -C '$1'" | cut -f1 | LC_ALL=C sort -u
}
same() { [ "$2" = "$3" ] || fail "$1: expected “$2”, offered “$3”"; }

commands=$(countercheck-cli --help | awk '/^  [a-z]/ && $1 != "countercheck-cli" && !/comes with a later version/ { print $1 }')
[ "$(wc -l <<<"$commands")" -ge 10 ] || fail "--help lists too few commands: $commands"
all=$(printf '%s\n' $commands --help --version | LC_ALL=C sort -u)
same "bash, commands" "$all" "$(in_bash countercheck-cli '')"
same "fish, commands" "$all" "$(in_fish 'countercheck-cli ')"
for command in $commands; do
    # Options stand in the synopsis and at the beginning of their paragraphs.
    options=$(countercheck-cli "$command" --help | awk '/^countercheck-cli / || /^  --/' | { grep -oE -- '--[a-z][a-z-]*' || true; } |
        { cat; echo --help; } | LC_ALL=C sort -u)
    offered=$(in_bash countercheck-cli "$command" --)
    missing=$(comm -23 <(printf '%s\n' "$options") <(printf '%s\n' "$offered"))
    [ -z "$missing" ] || fail "bash does not offer for $command: $missing"
    same "fish, options of $command" "$offered" "$(in_fish "countercheck-cli $command --")"
done
# The formats stand in sentences of --help: each that is offered is one, and there is none that is not offered.
formats=$(in_bash countercheck-cli export x --format '')
same "fish, formats" "$formats" "$(in_fish 'countercheck-cli export x --format ')"
zsh=$(sed -n 's/^ *compadd \(html .*\)/\1/p' "$root/usr/share/zsh/vendor-completions/_countercheck" | tr ' ' '\n' | LC_ALL=C sort)
same "zsh, formats" "$formats" "$zsh"
said=$(countercheck-cli export --help | awk '/^  FORMAT /{on = 1} /^  --/{on = 0} on')
# Those that are lists ("html, pdf, odt"), and words before a bracket or ending a sentence.
spoken=$(tr '\n' ' ' <<<"$said" | sed 's/([^)]*)//g; s/^  FORMAT//; s/;/\n/g' |
    sed -E 's/^ *(the [a-z ]+ as )//; s/ or /, /g; s/,/\n/g' | sed -E 's/^ +//; s/ +$//' | grep -E '^[a-z-]+$' | LC_ALL=C sort -u)
same "formats of --help" "$spoken" "$formats"
same "bash, languages" $'en\nfr' "$(in_bash countercheck-cli export x --language '')"
same "fish, languages" $'en\nfr' "$(in_fish 'countercheck-cli export x --language ')"
same "bash, cases" raid.countercheck "$(in_bash countercheck-cli verify '')"
same "bash, the case of a summary" raid.countercheck "$(in_bash countercheck-cli verify-summary x.html '')"
same "bash, articles" $'raid.countercheck\nwire text.txt' "$(in_bash countercheck-cli compare '')"
same "bash, the window" $'--help\n--version' "$(in_bash countercheck --)"
same "bash, the window's files" $'raid.countercheck\nwire text.txt' "$(in_bash countercheck '')"
