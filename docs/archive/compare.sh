#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares an archive in parts: keys, parcels, links, groups (README.md tells why this gives what the whole would give).
#
#   docs/archive/compare.sh ARTICLES.jsonl FOLDER [MOST]
#
# ARTICLES.jsonl: an article a line, {"id":"…","text":"…","published":"2026-01-13",…}; ids are strings without blanks.
# FOLDER: what is made on the way, and in the end groups.jsonl (a line a group, as “compare --jsonl” answers) and
# lineage.jsonl (which articles rest on one another, a line a pair).
# MOST: articles in a parcel, 2000 when it is not given. COUNTERCHECK_CLI names the program; PARALLEL holds options of
# GNU parallel: “--sshloginfile hosts” spreads each step over several machines that have the program.
set -euo pipefail

articles=${1:?an archive is missing: docs/archive/compare.sh ARTICLES.jsonl FOLDER}
folder=${2:?a folder is missing: docs/archive/compare.sh ARTICLES.jsonl FOLDER}
most=${3:-2000}
cli=${COUNTERCHECK_CLI:-countercheck-cli}
export LC_ALL=C
for program in "$cli" parallel jq sort awk; do
    command -v "$program" >/dev/null || {
        printf 'compare.sh: “%s” is not here: install it (packaging/dependencies.sh test), or name it\n' "$program" >&2
        exit 2
    }
done
mkdir -p "$folder"
cd "$folder"
articles=$(cd "$OLDPWD" && readlink -f "$articles")

# A line of standard input at a time, each part of them to one process of the program; the order does not matter.
each() { parallel --no-notice --pipe --block "${BLOCK:-4M}" ${PARALLEL_JOBS:+--jobs "$PARALLEL_JOBS"} "$@"; }

# 1. Under which keys can each article meet others?
each "$cli" keys --jsonl <"$articles" >keys.jsonl

# 2. Blocks: the articles of each event key, by date; those of a key that very many share in runs of 64, each half over the
#    one before. Of wording keys, the pairs that share two (of a run of words that very many share, which is a set phrase,
#    each with the 24 behind it). A line a block: the date of its first article, and the ids.
jq -r '.id as $id | (.published // "~") as $at | (.keys[], "w\(.wording[])") | "\(.)\t\($at)\t\($id)"' keys.jsonl |
    sort -u -t"$(printf '\t')" -k1,1 -k2,2 -k3,3 >by-key.tsv
awk -F'\t' '
    function put(from, to,   i, line) {
        line = at[from]
        for (i = from; i <= to; ++i) line = line "\t" id[i]
        print line
    }
    function done(   from, to) {
        if (key ~ /^w/)
            for (from = 1; from < n; ++from)
                for (to = from + 1; to <= n && to <= from + 24; ++to)
                    print at[from] "\t" id[from] "\t" id[to] >"by-wording.tsv"
        else
            for (from = 1; n > 1 && from < n; from += 32) {
                to = from + 63 < n ? from + 63 : n
                put(from, to)
                if (to == n) break
            }
        n = 0
    }
    BEGIN { printf "" >"by-wording.tsv" }
    $1 "" != key "" { done(); key = $1 } # as words: awk would take long numbers for equal that are not
    { ++n; at[n] = $2; id[n] = $3 }
    END { done() }' by-key.tsv >by-event.tsv
sort by-wording.tsv | uniq -d | sort -u - by-event.tsv >blocks.tsv

# 3. Parcels: blocks that follow one another in time share most of their articles, and are compared together.
awk -F'\t' -v most="$most" '
    function done(   one, line) {
        for (one in in_it) line = line (line == "" ? "" : "\t") one
        if (line != "") print line
        split("", in_it); n = 0
    }
    {
        fresh = 0
        for (i = 2; i <= NF; ++i) if (!($i in in_it)) ++fresh
        if (n > 0 && n + fresh > most) done()
        for (i = 2; i <= NF; ++i) if (!($i in in_it)) { in_it[$i]; ++n }
    }
    END { done() }' blocks.tsv >parcels.tsv

# The articles of each line of ids as one case for “compare”.
jq -rc '"\(.id)\t\(tojson)"' "$articles" >by-id.tsv
cases() {
    awk -F'\t' '
        NR == FNR { text[$1] = substr($0, length($1) + 2); next }
        {
            line = "{\"id\":\"" FNR "\",\"articles\":["
            for (i = 1; i <= NF; ++i) line = line (i > 1 ? "," : "") text[$i]
            print line "]}"
        }' by-id.tsv "$1"
}

# 4. Links: two articles whose claims stand in one question of some parcel, or of which one rests on the other.
cases parcels.tsv | each "$cli" compare --jsonl --partition >parcels.jsonl
jq -r '(.questions[] | select(.kind != "name") | [.claims[].article] | unique | select(length > 1) as $all |
            $all[1:][] | "\($all[0])\t\(.)"),
       (.lineage[] | select(.relation != "shared-source") | "\(.a)\t\(.b)")' parcels.jsonl | sort -u >links.tsv
jq -c '.lineage[]' parcels.jsonl | sort -u >lineage.jsonl

# 5. Groups: what links connect (union-find).
awk -F'\t' '
    function root(i) { while (up[i] != i) { up[i] = up[up[i]]; i = up[i] } return i }
    { for (i = 1; i <= 2; ++i) if (!($i in up)) up[$i] = $i; a = root($1); b = root($2); if (a "" < b "") up[b] = a; else up[a] = b }
    END { for (i in up) print root(i) "\t" i }' links.tsv | sort |
    awk -F'\t' 'NR == 1 || $1 "" != last "" { if (NR > 1) print line; line = $2; last = $1; next } { line = line "\t" $2 }
                END { if (NR > 0) print line }' >groups.tsv

# 6. Each group as a part.
cases groups.tsv | each "$cli" compare --jsonl --partition >groups.jsonl

printf 'compare.sh: %s articles, %s blocks, %s parcels of %s articles in all, %s groups\n' "$(wc -l <"$articles")" \
    "$(wc -l <blocks.tsv)" "$(wc -l <parcels.tsv)" "$(awk -F'\t' '{ n += NF } END { print n + 0 }' parcels.tsv)" \
    "$(wc -l <groups.tsv)" >&2
