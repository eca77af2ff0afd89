#!/usr/bin/env python3
"""Records of a folder that fills up, by Structured Streaming: spark_stream.py INPUT_FOLDER OUTPUT CHECKPOINTS

Each batch of new files goes through `pipe` and becomes a DataFrame, which is asked for its speakers before it is
written. The number of the batch names its output, so a batch that is done again replaces what it wrote.
"""
import shutil
import sys

from pyspark.sql import SparkSession

# `pipe` starts it without a PATH.
COMMAND = f"{shutil.which('onrecord')} extract -q -j 1 --from jsonl --pass url"
source, target, checkpoints = sys.argv[1:4]
spark = SparkSession.builder.master("local[2]").appName("onrecord").config("spark.sql.shuffle.partitions", "2").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")


def write_records(lines, batch):
    records = lines.rdd.map(lambda row: row.value).pipe(COMMAND)
    table = spark.createDataFrame(records.map(lambda line: (line,)), "value string").cache()
    quotes = table.selectExpr("get_json_object(value, '$.type') AS type", "get_json_object(value, '$.speaker.name') AS speaker")
    quotes.where("type = 'quote' AND speaker IS NOT NULL").groupBy("speaker").count().orderBy("count", "speaker").show(5)
    table.write.mode("overwrite").text(f"{target}/batch={batch}")


stream = spark.readStream.option("maxFilesPerTrigger", 2).text(source)
stream.writeStream.foreachBatch(write_records).option("checkpointLocation", checkpoints).trigger(availableNow=True).start().awaitTermination()
spark.stop()
