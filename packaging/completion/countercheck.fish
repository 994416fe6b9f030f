# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of countercheck for fish.
complete -c countercheck -s h -l help -d 'Say how to use the program'
complete -c countercheck -l version -d 'Print the version'
