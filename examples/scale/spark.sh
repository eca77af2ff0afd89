#!/usr/bin/env bash
# Apache Spark in local mode: rdd.pipe over a file, and Structured Streaming over a folder. PYTHON has pyspark.
. "$(dirname "${BASH_SOURCE[0]}")/same.sh"
trap 'rm -rf "$work"' EXIT
cd "$work"
python=${PYTHON:-python3}
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python

"$python" "$here/spark_pipe.py" "$work/in.jsonl" "$work/pipe" 2> spark.log || { tail -20 spark.log; exit 1; }
cat pipe/part-* > records
same 'spark rdd.pipe' records

mkdir folder
split -n l/4 -d in.jsonl folder/part.
"$python" "$here/spark_stream.py" "$work/folder" "$work/stream" "$work/checkpoints" > shown 2> spark.log || { tail -20 spark.log; exit 1; }
cat stream/batch=*/part-* > records
same 'spark structured streaming' records
grep -q 'Alda Brennick' shown || { echo 'the DataFrame knows no speakers'; exit 1; }
