# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of countercheck-cli for fish. Commands, options and their choices are asked of the program itself (--help),
# so that they are those of the version that is installed.

function __countercheck_cli_commands
    countercheck-cli --help 2>/dev/null | string match -rg '^  ([a-z][a-z-]*) +(.*)$' | while read -l name
        read -l summary
        if test "$name" != countercheck-cli; and not string match -q '*comes with a later version*' -- $summary
            printf '%s\t%s\n' $name $summary
        end
    end
end

function __countercheck_cli_options
    set -l words (commandline -opc)
    test (count $words) -ge 2; or return
    countercheck-cli $words[2] --help 2>/dev/null | string match -arg '(?:^|[\[ |(])(--[a-z][a-z-]*)' | sort -u
    echo --help
end

function __countercheck_cli_choices
    set -l words (commandline -opc)
    test (count $words) -ge 3; or return
    string match -q -- '--*' $words[-1]; or return
    if test "$words[2] $words[-1]" = "export --format"
        string split ' ' 'html pdf odt docx md txt csv xlsx json claimreview annotations ninjs side-by-side sheet'
        return
    end
    countercheck-cli $words[2] --help 2>/dev/null | string match -rg '^countercheck-cli .*\\'$words[-1]' ([a-z0-9-]+(?:\|[a-z0-9-]+)+)' | string split '|'
end

complete -c countercheck-cli -n __fish_use_subcommand -f -a '(__countercheck_cli_commands)'
complete -c countercheck-cli -n __fish_use_subcommand -f -a --help -d 'Say how to use the program'
complete -c countercheck-cli -n __fish_use_subcommand -f -a --version -d 'Print the version'
complete -c countercheck-cli -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -f -a '(__countercheck_cli_options)'
complete -c countercheck-cli -n 'not __fish_use_subcommand; and test -n "$(__countercheck_cli_choices)"' -f -a '(__countercheck_cli_choices)'
