#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# qpdf finds every PDF sound; pdftotext finds every sentence of the plain text in it, title and language included.
#   pdf.sh FOLDER
set -euo pipefail
cd "$1"
squeeze() { tr -d ' \t\n\r\f' | sed 's/\xc2\xa0//g; s/\xe2\x80\xaf//g; s/\xe2\x80\x83//g'; }
count=0
for pdf in *.pdf; do
    qpdf --check "$pdf" >qpdf.log 2>&1 || { cat qpdf.log; echo "pdf.sh: $pdf is not sound" >&2; exit 1; }
    count=$((count + 1))
    plain=${pdf%.pdf}.txt
    [ -f "$plain" ] || continue
    pdftotext -raw "$pdf" - | squeeze >pdf.words
    # Sentences: the lines that end in a stop and stand alone.
    found=0
    while IFS= read -r line; do
        words=$(printf '%s' "$line" | squeeze)
        [ -n "$words" ] || continue
        grep -qF -- "$words" pdf.words || { echo "pdf.sh: $pdf does not have “$line”" >&2; exit 1; }
        found=$((found + 1))
    done < <(grep -E '^[A-Z].{20,}\.$' "$plain" | LC_ALL=C grep -v $'[\xd6-\xd9\xf0]')
    [ "$found" -gt 1 ] || { echo "pdf.sh: no sentence to look for in $plain" >&2; exit 1; }
    pdfinfo "$pdf" | grep -q '^Title: .' || { echo "pdf.sh: $pdf has no title" >&2; exit 1; }
done
[ "$count" -gt 0 ] || { echo "pdf.sh: no PDF in $1" >&2; exit 1; }
echo "checked $count PDFs"
