#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes what the validators look at: two cases, one from the sample articles, one of everything that tries to break a
# format, each signed with a key, exported in every format, signed only and with unsigned lines, in both languages.
#   files.sh PROGRAM FOLDER SAMPLES
set -euo pipefail
program=$1 folder=$2 samples=$3
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
fail() { echo "files.sh: $*" >&2; exit 1; }

printf '%s' 'Three people <b>were abducted</b> in Kayes on Sunday, the mayor said. <script>alert(1)</script> =HYPERLINK("http://x") and 17 trucks were burned. ' >words-1.txt
printf 'A\001B \xd9\x87\xd8\xac\xd9\x88\xd9\x85 \xe2\x80\xae reversed \xe2\x80\xac e\xcc\x81 \xf0\x9f\x9a\x9a\n\nFour people were abducted in Kayes on Sunday, a resident said. ]]> --> {{x}} *7 trucks* were burned.\n' >words-2.txt
"$program" import sample.countercheck "$samples"/*.txt --as Ada >/dev/null
"$program" import hostile.countercheck words-1.txt words-2.txt --as Ada >/dev/null
"$program" key editor.key --unprotected >key.txt
for case in sample hostile; do
    keys=$("$program" questions "$case.countercheck" --json | node -e '
        const d = JSON.parse(require("fs").readFileSync(0)); console.log(d.questions.filter(q => q.status !== "single-source").slice(0, 4).map(q => q.key).join("\n"))')
    [ -n "$keys" ] || fail "no question in $case"
    {
        echo '{"edit":"person","name":"Ada","role":"checker"}'
        echo "{\"edit\":\"person\",\"name\":\"Grace\",\"role\":\"editor\"}"
        states=(disputed false verified unverifiable)
        i=0
        while read -r key; do
            state=${states[$i]}
            more=
            [ "$state" = verified ] && more=',"primary":"the register of the town hall"'
            node -e 'const [k, s, m] = process.argv.slice(1); console.log(JSON.stringify({edit:"verdict",question:k,state:s,note:"The governor’s office did not call back.\n<i>Ask again</i> on Monday.",...JSON.parse("{" + m.replace(/^,/, "") + "}")}))' "$key" "$state" "$more"
            i=$((i + 1))
        done <<<"$keys"
    } | "$program" edit "$case.countercheck" --as Ada --jsonl >>edits.log || fail "edits in $case: $(tail -3 edits.log)"
    while read -r key; do
        node -e 'console.log(JSON.stringify({edit:"sign-off",question:process.argv[1]}))' "$key"
    done <<<"$(head -3 <<<"$keys")" | "$program" edit "$case.countercheck" --as Grace --jsonl --key editor.key >>edits.log ||
        fail "sign-offs in $case: $(tail -3 edits.log)"
    for language in en fr; do
        for format in html pdf odt docx md txt csv xlsx json claimreview annotations ninjs side-by-side sheet; do
            case $format in
                claimreview | annotations | ninjs) suffix=-$format.json ;;
                side-by-side | sheet) suffix=-$format.html ;;
                *) suffix=.$format ;;
            esac
            "$program" export "$case.countercheck" --format $format --language $language --output "$case-$language$suffix"
            "$program" export "$case.countercheck" --format $format --language $language --include-unsigned \
                --output "$case-$language-unsigned$suffix"
        done
        "$program" export "$case.countercheck" --format sheet --language $language --output "$case-$language-sheet.pdf"
    done
    for file in "$case"-*.{html,pdf,odt,docx,md,txt,csv,xlsx,json}; do
        "$program" verify-summary "$file" "$case.countercheck" >>verified.log ||
            fail "$file does not say what was signed: $(tail -1 verified.log)"
    done
done
echo "made $(ls | wc -l) files; each says what was signed"
