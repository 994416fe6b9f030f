#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One shard of a job over many: what a Kubernetes Job with completionMode Indexed runs (kubernetes.yaml), and what runs
# anywhere else as well. The command reads JSON Lines and writes JSON Lines, an answer a line in the same order.
#
#   SHARD=3 SHARDS=64 docs/archive/shard.sh ARTICLES.jsonl RESULTS-FOLDER COMMAND…     for instance: … extract --jsonl
#
# Kubernetes gives the shard's number as JOB_COMPLETION_INDEX. A shard that is there already is left alone, so that a job
# that was cut short goes on where it was; one that is half done is made again.
set -euo pipefail

articles=${1:?an archive is missing}
results=${2:?a folder for results is missing}
shift 2
[ $# -gt 0 ] || {
    echo "shard.sh: a command is missing, for instance: extract --jsonl" >&2
    exit 2
}
shard=${SHARD:-${JOB_COMPLETION_INDEX:?set SHARD}}
shards=${SHARDS:?set SHARDS}
cli=${COUNTERCHECK_CLI:-countercheck-cli}
result=$results/$(printf 'shard-%05d-of-%05d.jsonl' "$shard" "$shards")
[ ! -e "$result" ] || exit 0
mkdir -p "$results"
# Lines that could not be read are answered with an error each (exit code 1): the shard is done all the same.
awk -v shard="$shard" -v shards="$shards" 'NR % shards == shard' "$articles" | { "$cli" "$@" || [ $? -eq 1 ]; } >"$result.part"
mv "$result.part" "$result"
