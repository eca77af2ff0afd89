#!/usr/bin/env python3
"""Holds the records of the example articles against the accepted ones: golden.py ONRECORD [--update]

The accepted records of examples/NAME.txt (or .md) stand in NAME.ndjson beside this script. With --update they are
written anew; read the difference before it is committed. The digest of the rules is left out: it changes with each of them.
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RULES = re.compile(rb'"rules":"[0-9a-f]{64}"')


def extract(onrecord, article):
    path = article.relative_to(ROOT)
    records = subprocess.check_output([onrecord, "extract", "--terms", path], cwd=ROOT)
    return RULES.sub(b'"rules":""', records).decode("utf-8")


def readable(records):
    """One line a key, so that a difference shows what changed."""
    return [line for record in records.splitlines()
            for line in json.dumps(json.loads(record), ensure_ascii=False, indent=1).splitlines()]


def main():
    onrecord, update = pathlib.Path(sys.argv[1]).resolve(), "--update" in sys.argv[2:]
    differing = 0
    articles = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
    for article in articles:
        accepted = HERE / f"{article.stem}.ndjson"
        seen = extract(onrecord, article)
        want = accepted.read_text(encoding="utf-8") if accepted.exists() else ""
        if seen == want:
            continue
        if update:
            accepted.write_text(seen, encoding="utf-8")
            continue
        differing += 1
        print("\n".join(difflib.unified_diff(readable(want), readable(seen), f"{article.name}: accepted", "seen", lineterm="", n=12)))
    if differing:
        print(f"\n{differing} articles differ; tests/golden/update accepts what is seen")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
