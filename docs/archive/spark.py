# SPDX-License-Identifier: GPL-3.0-or-later
# Reads and compares an archive on Apache Spark: the program is a pure function over lines, so RDD.pipe() is all it takes.
#
#   spark-submit docs/archive/spark.py ARTICLES.jsonl FOLDER
#
# The steps are those of compare.sh; the joins by id and the connected components are Spark's own.
import json
import sys
from collections import defaultdict

LONGEST, STEP, NEAR = 64, 32, 24  # longestBlock in core/compare/keys.h, half of it, and how far wording reaches
PROGRAM = "countercheck-cli"


def blocks_of(members):
    """The runs of one event key's articles, by date: (date, articles)."""
    ordered = sorted(set(members))
    for start in range(0, max(1, len(ordered) - 1), STEP):
        run = ordered[start:start + LONGEST]
        if len(run) > 1:
            yield run[0][0], tuple(article for _, article in run)
        if start + LONGEST >= len(ordered):
            return


def pairs_of(members):
    """Pairs of articles that share one wording key: (date, articles)."""
    ordered = sorted(set(members))
    for i, (date, article) in enumerate(ordered):
        for _, other in ordered[i + 1:i + 1 + NEAR]:
            yield date, (article, other)


def keyed(line, which):
    """(key, (date, article)) for each key of an answer of “keys”."""
    answer = json.loads(line)
    for key in answer.get(which, []):
        yield key, (answer["published"] or "~", answer["id"])


def links_of(line):
    """Pairs of articles that an answer of “compare” holds together."""
    answer = json.loads(line)
    for question in answer.get("questions", []):
        if question["kind"] != "name":
            articles = sorted({claim["article"] for claim in question["claims"]})
            for other in articles[1:]:
                yield articles[0], other
    for one in answer.get("lineage", []):
        if one["relation"] != "shared-source":
            yield one["a"], one["b"]


def groups_of(links):
    """Connected components; links are few beside articles (see README.md) and fit into the driver."""
    up = {}

    def root(article):
        while up.setdefault(article, article) != article:
            up[article] = up[up[article]]
            article = up[article]
        return article

    for a, b in links:
        x, y = root(a), root(b)
        up[max(x, y)] = min(x, y)
    groups = defaultdict(list)
    for article in up:
        groups[root(article)].append(article)
    return groups


def main(articles, folder):
    from pyspark.sql import SparkSession

    context = SparkSession.builder.appName("countercheck").getOrCreate().sparkContext
    lines = context.textFile(articles)
    by_id = lines.map(lambda line: (json.loads(line)["id"], line))
    lines.pipe(f"{PROGRAM} extract --jsonl").saveAsTextFile(f"{folder}/findings")

    def compared(parts):
        """(part, article) pairs as cases, compared."""
        cases = parts.map(lambda pair: (pair[1], pair[0])).join(by_id).map(lambda found: found[1]).groupByKey()
        return cases.map(lambda case: '{"id":%s,"articles":[%s]}' % (json.dumps(str(case[0])), ",".join(case[1]))) \
                    .pipe(f"{PROGRAM} compare --jsonl --partition")

    keys = lines.pipe(f"{PROGRAM} keys --jsonl").cache()
    events = keys.flatMap(lambda line: keyed(line, "keys")).groupByKey().flatMap(lambda found: blocks_of(found[1]))
    wording = keys.flatMap(lambda line: keyed(line, "wording")).groupByKey().flatMap(lambda found: pairs_of(found[1])) \
        .map(lambda pair: (pair, 1)).reduceByKey(lambda a, b: a + b).filter(lambda found: found[1] > 1).keys()
    # A parcel: the blocks that begin in one month.
    parcels = events.union(wording).flatMap(lambda block: [(block[0][:7], article) for article in block[1]]).distinct()
    answers = compared(parcels).cache()
    answers.flatMap(lambda line: [json.dumps(one) for one in json.loads(line).get("lineage", [])]).distinct() \
        .saveAsTextFile(f"{folder}/lineage")
    links = answers.flatMap(links_of).distinct()
    groups = groups_of(links.toLocalIterator())
    pairs = [(group, article) for group, members in groups.items() for article in members]
    compared(context.parallelize(pairs)).saveAsTextFile(f"{folder}/groups")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
