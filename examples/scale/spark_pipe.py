#!/usr/bin/env python3
"""Records by rdd.pipe: spark_pipe.py INPUT OUTPUT

Spark cuts the input into partitions, and each goes line by line through a process. What fails is a record in the stream,
as `pipe` does not look at exit codes unless it is asked to; with checkCode a single bad line would fail the job.
"""
import shutil
import sys

from pyspark import SparkContext

# `pipe` starts it without a PATH.
COMMAND = f"{shutil.which('onrecord')} extract -q -j 1 --from jsonl --pass url"

with SparkContext("local[2]", "onrecord") as context:
    context.setLogLevel("ERROR")
    context.textFile(sys.argv[1], minPartitions=4).pipe(COMMAND).saveAsTextFile(sys.argv[2])
