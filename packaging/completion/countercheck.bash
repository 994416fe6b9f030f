# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of countercheck and countercheck-cli for bash. Commands, options and their choices are asked of the program
# itself (--help), so that they are those of the version that is installed.

_countercheck_cli_commands() {
    countercheck-cli --help 2>/dev/null |
        awk '/^  [a-z]/ && $1 != "countercheck-cli" && !/comes with a later version/ { print $1 }'
}

_countercheck_cli_options() {
    countercheck-cli "$1" --help 2>/dev/null | grep -oE '(^|[][ |(])--[a-z][a-z-]*' | tr -d '][ |(' | sort -u
    printf '%s\n' --help
}

# What may stand behind option $2 of command $1: "--language en|fr" gives en and fr.
_countercheck_cli_choices() {
    if [ "$1 $2" = "export --format" ]; then
        printf '%s\n' html pdf odt docx md txt csv xlsx json claimreview annotations ninjs side-by-side sheet
        return
    fi
    countercheck-cli "$1" --help 2>/dev/null |
        awk -v option="$2" '/^countercheck-cli / {
            for (i = 1; i < NF; ++i)
                if ($i == option || $i == "[" option) {
                    words = $(i + 1); gsub(/[][]/, "", words)
                    if (words ~ /^[a-z0-9-]+([|][a-z0-9-]+)+$/) { gsub(/[|]/, "\n", words); print words }
                }
        }' | sort -u
}

# Files and folders: $1 is the word so far, the rest are suffixes, or none for every file.
_countercheck_files() {
    local word=$1 suffix
    shift
    if [ $# -eq 0 ]; then
        COMPREPLY=($(compgen -f -- "$word"))
        return
    fi
    COMPREPLY=($(compgen -d -- "$word"))
    for suffix in "$@"; do
        COMPREPLY+=($(compgen -f -X "!*.$suffix" -- "$word"))
    done
}

_countercheck() {
    local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    compopt -o filenames 2>/dev/null
    case $word in
        -*) COMPREPLY=($(compgen -W $'--help\n--version' -- "$word")) ;;
        *) _countercheck_files "$word" ;;
    esac
}

_countercheck_cli() {
    local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} choices
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "$(_countercheck_cli_commands)"$'\n--help\n--version' -- "$word"))
        return
    fi
    if [[ $before == --* ]]; then
        choices=$(_countercheck_cli_choices "$command" "$before")
        if [ -n "$choices" ]; then
            COMPREPLY=($(compgen -W "$choices" -- "$word"))
            return
        fi
    fi
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(_countercheck_cli_options "$command")" -- "$word"))
        return
    fi
    compopt -o filenames 2>/dev/null
    case $command in
        questions | edit | log | verify | export)
            if [[ $before == --* ]]; then _countercheck_files "$word"; else _countercheck_files "$word" countercheck; fi ;;
        import | merge | verify-summary)
            # CASE FILE…, but FILE CASE
            if [ "$command$COMP_CWORD" = import2 ] || [ "$command" = merge ] || [ "$command$COMP_CWORD" = verify-summary3 ]; then
                _countercheck_files "$word" countercheck
            else
                _countercheck_files "$word"
            fi ;;
        *) _countercheck_files "$word" ;;
    esac
}

complete -F _countercheck countercheck
complete -F _countercheck_cli countercheck-cli
