#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads an archive with GNU parallel: on all cores of this machine, or over several hosts.
#
#   docs/archive/read.sh ARTICLES.jsonl >FINDINGS.jsonl
#   PARALLEL_HOSTS=hosts docs/archive/read.sh ARTICLES.jsonl >FINDINGS.jsonl     hosts: a line a machine, “8/news-a” = 8 at once
#
# Answers come in the order of the articles (--keep-order). The file is read in place, a block for each process; nothing
# of it is held in memory but what the processes work on.
set -euo pipefail

articles=${1:?an archive is missing: docs/archive/read.sh ARTICLES.jsonl}
cli=${COUNTERCHECK_CLI:-countercheck-cli}
if [ -n "${PARALLEL_HOSTS-}" ]; then
    exec parallel --no-notice --pipe --keep-order --block "${BLOCK:-16M}" --sshloginfile "$PARALLEL_HOSTS" "$cli" extract --jsonl <"$articles"
fi
exec parallel --no-notice --pipepart --keep-order --block "${BLOCK:-16M}" --arg-file "$articles" "$cli" extract --jsonl
