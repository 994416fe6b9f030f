# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shlex
import subprocess


class RDD:
    def __init__(self, items):
        self.items = list(items)

    def map(self, function):
        return RDD(function(item) for item in self.items)

    def flatMap(self, function):
        return RDD(made for item in self.items for made in function(item))

    def filter(self, function):
        return RDD(item for item in self.items if function(item))

    def keys(self):
        return RDD(key for key, _ in self.items)

    def union(self, other):
        return RDD(self.items + other.items)

    def distinct(self):
        return RDD(dict.fromkeys(self.items))

    def cache(self):
        return self

    def groupByKey(self):
        groups = {}
        for key, value in self.items:
            groups.setdefault(key, []).append(value)
        return RDD(groups.items())

    def reduceByKey(self, function):
        reduced = {}
        for key, value in self.items:
            reduced[key] = function(reduced[key], value) if key in reduced else value
        return RDD(reduced.items())

    def join(self, other):
        there = {}
        for key, value in other.items:
            there.setdefault(key, []).append(value)
        return RDD((key, (value, one)) for key, value in self.items for one in there.get(key, []))

    def pipe(self, command):
        # In two parts, as Spark starts the program once for each partition.
        lines = []
        for part in (self.items[::2], self.items[1::2]):
            text = "".join(item + "\n" for item in part)
            done = subprocess.run(shlex.split(command), input=text.encode(), stdout=subprocess.PIPE, check=True)
            lines += done.stdout.decode().splitlines()
        return RDD(lines)

    def toLocalIterator(self):
        return iter(self.items)

    def saveAsTextFile(self, folder):
        os.makedirs(folder)  # as Spark: one that is there is an error
        with open(os.path.join(folder, "part-00000"), "w", encoding="utf-8") as file:
            file.writelines(str(item) + "\n" for item in self.items)


class Context:
    def textFile(self, path):
        with open(path, encoding="utf-8") as file:
            return RDD(line.rstrip("\n") for line in file)

    def parallelize(self, items):
        return RDD(items)


class SparkSession:
    class builder:
        @staticmethod
        def appName(_):
            return SparkSession.builder

        @staticmethod
        def getOrCreate():
            session = SparkSession()
            session.sparkContext = Context()
            return session
