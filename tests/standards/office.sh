#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# LibreOffice opens ODT, DOCX and XLSX, and what it gives back says the same: documents keep every line of the plain
# text, saved again they still verify, sheets keep their rows and types.
#   office.sh PROGRAM FOLDER
set -euo pipefail
program=$1
cd "$2"
export HOME=$PWD/home
mkdir -p "$HOME" office
office() { soffice "-env:UserInstallation=file://$HOME/profile" --headless --norestore "$@" >office.log 2>&1 || { cat office.log; exit 1; }; }
fail() { echo "office.sh: $*" >&2; exit 1; }

office --convert-to txt:Text --outdir office sample-en.odt hostile-fr-unsigned.odt
mkdir -p office/docx office/again
office --convert-to txt:Text --outdir office/docx sample-en.docx hostile-fr-unsigned.docx
office --convert-to odt --outdir office/again sample-en.odt
office --convert-to docx --outdir office/again sample-en.docx
for name in sample-en hostile-fr-unsigned; do
    for got in office/$name.txt office/docx/$name.txt; do
        [ -s "$got" ] || fail "LibreOffice made no $got"
        lines=0
        while IFS= read -r line; do
            words=$(sed -E 's/^[ >-]+//; s/^\[[^]]*\] *//' <<<"$line")
            grep -qF -- "$words" "$got" || fail "$got does not have “$words”"
            lines=$((lines + 1))
        done < <(grep -E '\.$' $name.txt | grep -v '^ *[->•]')
        [ $lines -gt 3 ] || fail "no lines to look for in $name.txt"
    done
done
for file in office/again/sample-en.odt office/again/sample-en.docx; do
    "$program" verify-summary "$file" sample.countercheck >again.log || fail "$file, saved by LibreOffice: $(cat again.log)"
done

office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir office sample-en-unsigned.xlsx
for sheet in Questions Claims Sources Log About; do
    [ -s "office/sample-en-unsigned-$sheet.csv" ] || fail "no sheet $sheet"
done
rows() { grep -c . "$1"; }
[ "$(rows office/sample-en-unsigned-Sources.csv)" -eq 6 ] || fail "the sheet of sources has $(rows office/sample-en-unsigned-Sources.csv) lines, not 6"
[ "$(rows office/sample-en-unsigned-Claims.csv)" -gt 10 ] || fail "the sheet of claims is short"
grep -qE '(^|,)160(,|$)' office/sample-en-unsigned-Claims.csv || fail "160 is no number in the sheet of claims"
office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1' --outdir office hostile-en-unsigned.xlsx
grep -qE '^"?=' office/hostile-en-unsigned-*.csv && fail "a cell of the hostile workbook is a formula"
unzip -p hostile-en-unsigned.xlsx 'xl/worksheets/*.xml' | grep -q '<f>' && fail "a cell of the hostile workbook is a formula"
echo "LibreOffice opened 8 files, and they say the same"
