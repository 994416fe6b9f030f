# SPDX-License-Identifier: GPL-3.0-or-later
# Stands in for Apache Spark, which Debian does not have: as much of RDD as docs/archive/spark.py uses, on one machine and
# on whole lists, with pyspark's own names and meanings. What it cannot show is how Spark spreads the work.
