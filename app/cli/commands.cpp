// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>

namespace countercheck::cli {

namespace {

constexpr std::size_t any = static_cast<std::size_t>(-1);

constexpr std::string_view extractHelp = R"(countercheck-cli extract FILE… [--json]
countercheck-cli extract --jsonl < LINES

Reads articles and prints what they mention: figures, times, quotes, and who says what.

  FILE…     article files; printed for people
  --json    one indented JSON object instead: {"articles":[…]}, each with the file's name as its id
  --jsonl   JSON Lines from standard input to standard output, one object a line, in the same order:
            {"id":"a","text":"…","published":"2026-01-13","language":"en"}
            published (ISO 8601; the anchor for “Sunday”) and language (BCP 47) may be left out.
            A line that cannot be read gets {"id":…,"error":"…"}, the rest goes on, and the exit code is 1.

All offsets are half-open counts of Unicode code points into the text as it was given.
)";
constexpr std::string_view compareHelp = R"(countercheck-cli compare FILE… [--json] [--verbose]
countercheck-cli compare --jsonl < LINES

Puts articles about one event side by side: which questions do they answer, and where do the answers conflict?

  FILE…     article files; printed for people, the gravest first
  --json    one indented JSON object instead, with the files' names as ids
  --verbose every relation, why claims answer one question, and which were not joined and why
  --jsonl   JSON Lines from standard input to standard output, one object a line, in the same order:
            {"id":"case","articles":[{"id":"a","text":"…","published":"2026-01-13","publisher":"…","url":"…"},…]}
            Two or more articles; all but id and text may be left out. Without published, a date line of the text counts.
            A line that cannot be read gets {"id":…,"error":"…"}, the rest goes on, and the exit code is 1.

  --partition
            with --jsonl: the articles are a part of a larger collection (see “keys”): they are judged as among many,
            however few they are

Colours appear on a terminal only, and not at all when NO_COLOR is set.
)";
constexpr std::string_view keysHelp = R"(countercheck-cli keys --jsonl < LINES

For collections that no machine compares in one piece: under which keys can each article meet others?
Reads lines as “extract --jsonl” does, and answers each with
{"id":"a","published":"2026-01-13","keys":["0c1f…",…],"wording":["9a40…",…]}

Two articles are put side by side only when they share one of keys (something that both name, within some weeks of each
other) or two of wording (runs of words). docs/archive tells how a collection is cut by them, compared in parts with
“compare --jsonl --partition”, and put together again.
)";
constexpr std::string_view importHelp = R"(countercheck-cli import CASE FILE… [--as NAME]

Takes article files into a case, reads and compares. The case is made when it is not there.
Prints one line a file: taken, already there, or why not. Exit code 2 when a file was refused.

  CASE        NAME.countercheck
  FILE        plain text, Markdown, HTML, MHTML, PDF, DOCX, ODT, RTF, EPUB, EML, mbox, RSS, Atom, ninjs, NewsML-G2, NITF,
              WARC, WACZ, tables of articles (CSV, TSV, JSON, JSON Lines), gzip or ZIP of any of them; what a file is goes by
              its content. An address (https://…) is fetched once
  --as NAME   who does this; without it, the name of the user of this machine
)";
constexpr std::string_view questionsHelp = R"(countercheck-cli questions CASE [--json]

Prints the questions of a case, the gravest first, with what people decided about each.

  --json   {"questions":[…]} as “compare” gives them, each with key, state, figureState, origins, verdict and signOff
)";
constexpr std::string_view editHelp = R"(countercheck-cli edit CASE --as NAME --jsonl < EDITS

Makes edits, one JSON object a line. Each is answered with one line once it is on disk for good:
{"record":17,"hash":"…"}, or {"error":"…"} when it was refused. Exit code 1 when one was.

  {"edit":"person","name":…,"role":"checker"|"editor"|"head"|"viewer","key":PUBLIC}
  {"edit":"verdict","question":KEY,"state":…,"note":…}
     state: unchecked, checking, verified, disputed, false, unverifiable, or outdated ("supersededBy":…).
     “verified” needs two independent origins, or a primary source ("primary":…, or evidence) and a reason in the note.
  {"edit":"propose","question":KEY,"wording":…,"low":…,"high":…,"lowSource":…,"highSource":…}
  {"edit":"sign-off","question":KEY}
  {"edit":"send-back","question":KEY,"comment":…}
  {"edit":"revoke","question":KEY,"reason":…}
  {"edit":"note","question":KEY,"text":…}
  {"edit":"evidence","question":KEY,"file":…,"note":…}   or "url" in place of "file"
  {"edit":"grade-source","source":…,"grade":"A"…"F","reason":…}
  {"edit":"grade-information","question":KEY,"source":…,"grade":"1"…"6","reason":…}
  {"edit":"join","questions":[KEY,KEY]}
  {"edit":"dismiss","question":KEY,"reason":…}
  {"edit":"correct","kind":KIND,…}   what the engine found, put right; CLAIM: {"article":ID,"start":…,"end":…,"quote":…}
     rename: "question","text" · split: "question","claims":[CLAIM,…] · relation: "question","claims":[CLAIM,CLAIM],
     "reason" · mark: "claims":[CLAIM],"question" or "text" of a new one · value: "question","claims":[CLAIM] and
     any of "value","low","high","qualifier","unit","from","to","attribution" · lineage: "articles":[ID,ID],
     "text":"derived"|"independent","reason"
  {"edit":"undo"}
  {"edit":"redo"}

  --key FILE   signs sign-offs with the key in FILE (see countercheck-cli key). Without it a sign-off is recorded as
               asserted only, and everything that shows it says so.
)";
constexpr std::string_view logHelp = R"(countercheck-cli log CASE --jsonl

Prints the records of a case's log, oldest first, one JSON object a line:
record, at (UTC), by, edit, before, after, previousHash, hash. Without --jsonl: one line a record, for people.
)";
constexpr std::string_view mergeHelp = R"(countercheck-cli merge CASE OTHER [--as NAME]

Takes into CASE what OTHER, another copy of it, has in its log and CASE has not: articles, evidence, decisions.
Nothing is overwritten. Where two people decided on one thing without knowing of each other, both decisions are listed
and wait for a person: a new decision settles it. Merging the same copy again changes nothing.

  --as NAME   who does this; without it, the name of the user of this machine
)";
constexpr std::string_view keyHelp = R"(countercheck-cli key FILE [--unprotected]

Makes an Ed25519 signing key in FILE and prints its public half; of a FILE that is there, only prints it. The key is
sealed with a passphrase, asked for on the terminal or taken from COUNTERCHECK_PASSPHRASE. “edit --key” also takes an
unencrypted PKCS#8 key in PEM.

  --unprotected   without a passphrase: whoever can read the file can sign
)";
constexpr std::string_view verifyHelp = R"(countercheck-cli verify CASE

Checks the chain of the log, the signatures, and the hashes of captures and exhibits.
Prints “ok: N records”, exit code 0; or a line that names the first thing that does not hold, exit code 1.
)";
constexpr std::string_view exportHelp =
    R"(countercheck-cli export CASE --format FORMAT --output FILE [--include-unsigned] [--language en|fr] [--url URL]

Writes what was signed off. FILE is replaced as a whole or not at all; - is standard output.

  FORMAT       the verified summary as html, pdf, odt, docx, md or txt; the data as csv, xlsx or json;
               claimreview (schema.org JSON-LD), annotations (W3C Web Annotations), ninjs (3.1);
               side-by-side (the articles with their words marked, one HTML page); sheet (a checker's sheet with all
               that there is to check, as a PDF when FILE ends in .pdf)
  --include-unsigned   takes what nobody has signed off, too, each marked as unsigned
  --language   of the sentences: en (the default) or fr
  --url URL    where the summary is to be published, for claimreview
)";
constexpr std::string_view verifySummaryHelp = R"(countercheck-cli verify-summary FILE CASE

Does the exported summary say what was signed? Makes the summary again from CASE as it stood then, compares every word,
and looks whether what was signed off still is. Takes every format that “export” writes.
Prints “ok: …”, exit code 0; or a line that names the first thing that does not hold, exit code 1.
)";
constexpr std::string_view shareHelp = R"(countercheck-cli share CASE ADDRESS

Makes a shared case of a file: log, signatures and exhibits go to a PostgreSQL server, where colleagues open it by its
address. The file is left as it is; from then on one works under the address. Only a head of desk can (others' decisions
are in the file).

  ADDRESS   postgresql://USER@HOST[:PORT]/DATABASE?case=NAME, wherever a command takes CASE. The password comes from
            ~/.pgpass, a service file (?service=…) or the keyring, never from the address. To another machine the
            connection is encrypted and the server's certificate checked (sslmode=verify-full, or verify-ca).
)";
constexpr std::string_view unshareHelp = R"(countercheck-cli unshare ADDRESS FILE

Makes a file of a shared case, with its log, signatures and exhibits. The shared case stays as it is.
)";
constexpr std::string_view searchHelp = R"(countercheck-cli search ADDRESS WORDS

Searches the articles of a shared case with the server's full-text search, the best first:
WORDS as for a search engine: two words, “a phrase” in quotes, or, -not.
)";
constexpr std::string_view prepareHelp = R"(countercheck-cli prepare ADDRESS

Makes the tables for shared cases in a database (PostgreSQL 15 or later), or brings them up to date; as its administrator.
People are given one of the roles countercheck_viewer, countercheck_checker, countercheck_editor and countercheck_head,
and a name: INSERT INTO countercheck.person (login, name) VALUES ('ana', 'Ana Diop');
To try it out on this machine: packaging/newsroom.sh up
)";
constexpr std::string_view evaluateHelp = R"(countercheck-cli evaluate FILE.jsonl… [--summary] [--json]

Scores comparing on cases that people labelled: precision and recall by relation and kind, with each miss and each
false alarm.

  FILE.jsonl   labelled cases, one JSON object a line: the input of “compare --jsonl” with the list of related pairs,
               {"id":"c","articles":[…],"gold":[{"relation":"contradiction","kind":"count",
                "a":{"article":"x","text":"Three people","occurrence":1},"b":{"article":"y","start":17,"end":28}}]}
               A side names its words as text (occurrence 1 when none is given) or by half-open offsets in code points.
               A pair that is not listed is not related; pairs listed under "maybe" count neither way.
  --summary    the tables alone
  --json       the tables as one indented JSON object

A relation answers a labelled pair when on both sides its claim stands in the same article and shares a character with
the label. A contradiction or discrepancy that answers none is a false alarm; so is every conflict between articles
without a labelled one. Exit code 1 when a line could not be read; the others are scored.
)";
} // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> all = {
        {"extract",
         "what articles mention: figures, times, quotes, claims",
         extractHelp,
         {{"--json"}, {"--jsonl"}},
         0,
         any,
         extract},
        {"compare",
         "where articles about one event differ",
         compareHelp,
         {{"--json"}, {"--jsonl"}, {"--verbose"}, {"--partition"}},
         0,
         any,
         compare},
        {"keys", "under which keys articles of an archive can meet", keysHelp, {{"--jsonl"}}, 0, 0, keys},
        {"import", "take article files into a case", importHelp, {{"--as", true}}, 2, any, importArticles},
        {"questions", "the questions of a case and what was decided", questionsHelp, {{"--json"}}, 1, 1, questions},
        {"edit",
         "verdicts, notes, sign-offs from standard input",
         editHelp,
         {{"--as", true}, {"--jsonl"}, {"--key", true}},
         1,
         1,
         edit},
        {"log", "who did what, when", logHelp, {{"--jsonl"}}, 1, 1, log},
        {"verify", "does the case's chain of records hold?", verifyHelp, {}, 1, 1, verify},
        {"export",
         "a verified summary, its data, a checker's sheet",
         exportHelp,
         {{"--format", true}, {"--output", true}, {"--include-unsigned"}, {"--language", true}, {"--url", true}},
         1,
         1,
         exportCase},
        {"verify-summary", "does an exported summary say what was signed?", verifySummaryHelp, {}, 2, 2, verifySummary},
        {"merge", "unite another copy's decisions with a case", mergeHelp, {{"--as", true}}, 2, 2, merge},
        {"share", "make a shared case of a file", shareHelp, {}, 2, 2, share},
        {"unshare", "make a file of a shared case", unshareHelp, {}, 2, 2, unshare},
        {"search", "search a shared case's articles on its server", searchHelp, {}, 2, 2, search},
        {"prepare", "make a server's tables for shared cases", prepareHelp, {}, 1, 1, prepare},
        {"key", "make a signing key, or show its public half", keyHelp, {{"--unprotected"}}, 1, 1, key},
        {"evaluate",
         "how well comparing answers labelled cases",
         evaluateHelp,
         {{"--summary"}, {"--json"}},
         1,
         any,
         evaluate},
    };
    return all;
}

const Command* commandNamed(std::string_view name) {
    const auto& all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace countercheck::cli
