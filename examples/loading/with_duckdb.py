#!/usr/bin/env python3
"""NDJSON as a table: speakers with their quotes, and the words around a cue by its place."""
import pathlib
import subprocess
import tempfile

import duckdb

with tempfile.TemporaryDirectory() as folder:
    records = pathlib.Path(folder, "records.ndjson")
    with records.open("wb") as file:
        subprocess.run(["onrecord", "extract", "harbour-ferry.txt", "school-bees.md"], stdout=file, check=True)
    table = f"read_json_auto('{records}', format='newline_delimited', union_by_name=true)"
    for row in duckdb.sql(f"SELECT speaker.name, count(*) AS n, min(span[1]) AS first_at FROM {table} WHERE type = 'quote' AND speaker IS NOT NULL "
                          "GROUP BY ALL ORDER BY n DESC, speaker.name").fetchall():
        print(*row, sep="|")
    for row in duckdb.sql(f"SELECT cue.lemma, count(*) FROM {table} WHERE cue IS NOT NULL GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 5").fetchall():
        print(*row, sep="|")
