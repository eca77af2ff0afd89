#!/usr/bin/env python3
"""The figures of `onrecord evaluate`: agreement.py ONRECORD

On a small marked-up article with rules of its own they must be those that stand in expected.json; and where the scorer
stands beside this project, all that it figures out must be the same, there and on the articles in tests/gold.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SCORER = HERE.parent.parent.parent / "shared" / "score" / "score.py"
MARKED_TEXT = HERE.parent / "gold" / "marked_text.py"
# What the scorer calls otherwise.
NAMES = {"pred": "found", "gold": "marked", "n": "marked"}


def run(*command):
    return subprocess.check_output([str(word) for word in command])


def differences(onrecord, task, gold, records, rules):
    """Figures of the scorer that `evaluate` does not give alike."""
    seen = json.loads(run(onrecord, "evaluate", *rules, "--format", "json", gold))["figures"]
    for figure, values in json.loads(run(sys.executable, SCORER, task, gold, records, "--json")).items():
        if not isinstance(values, dict):
            continue
        for name, value in values.items():
            other = seen.get(figure, {}).get(NAMES.get(name, name), 0)
            if other != value:
                yield f"{task} {figure} {name}: the scorer has {value}, evaluate {other}"


def check_scorer(onrecord, gold, rules, folder):
    records = folder / "records.ndjson"
    records.write_bytes(run(onrecord, "extract", *rules, "--from", "jsonl", "--text-field", "text", "--id-field", "id", gold))
    tasks = ["quotes"] + (["faq"] if all("faqs" in json.loads(line) for line in gold.open(encoding="utf-8")) else [])
    return [problem for task in tasks for problem in differences(onrecord, task, gold, records, rules)]


def main():
    onrecord = pathlib.Path(sys.argv[1]).resolve()
    rules = ["--rules", HERE / "rules.toml"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        small, large = folder / "small.jsonl", folder / "large.jsonl"
        small.write_bytes(run(sys.executable, MARKED_TEXT, HERE / "articles.md"))
        large.write_bytes(run(sys.executable, MARKED_TEXT, HERE.parent / "gold" / "development"))
        seen = json.loads(run(onrecord, "evaluate", *rules, "--format", "json", "--misses", "9", small))
        problems = []
        expected = HERE / "expected.json"
        if "--update" in sys.argv:
            expected.write_text(json.dumps(seen, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        elif seen != json.loads(expected.read_text(encoding="utf-8")):
            problems.append("the figures are not those of expected.json:\n" + json.dumps(seen, ensure_ascii=False, indent=1))
        if SCORER.exists():
            problems += check_scorer(onrecord, small, rules, folder) + check_scorer(onrecord, large, [], folder)
    print("\n".join(problems) or "the figures are right")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
