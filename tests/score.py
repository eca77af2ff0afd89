#!/usr/bin/env python3
"""Measures quality on the development gold in ../shared, prints one table, fails below a floor. Also holds what must be
so of every output: texts are slices of the source, and the same bytes come out again, elsewhere, and with the rule files
in another order. Where ../shared is missing there is nothing to measure and the script says so."""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
SHARED = TOP.parent / "shared"

# set, task of the scorer, figure, key within it, floor (None: shown only), "least" or "most"
FLOORS = json.loads((TOP / "tests" / "floors.json").read_text())


def extract(binary, arguments, cwd=None):
    done = subprocess.run([binary, "extract", *arguments], cwd=cwd, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"extract {' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def score(task, gold, records):
    with tempfile.NamedTemporaryFile(suffix=".ndjson") as out:
        out.write(records)
        out.flush()
        done = subprocess.run([sys.executable, SHARED / "score" / "score.py", task, gold, out.name, "--json"], capture_output=True, check=True)
    return json.loads(done.stdout)


def slices_hold(text, records):
    """Counts records and parts whose text is not what stands at their span and bytes."""
    data, wrong, checked = text.encode(), 0, 0
    stack = [json.loads(line) for line in records.splitlines()]
    while stack:
        part = stack.pop()
        if isinstance(part, list):
            stack.extend(part)
        elif isinstance(part, dict):
            stack.extend(part.values())
            if {"text", "span", "bytes"} <= part.keys():
                checked += 1
                wrong += text[slice(*part["span"])] != part["text"] or data[slice(*part["bytes"])] != part["text"].encode()
    return checked, wrong


def invariants(binary):
    article = SHARED / "seed" / "article.txt"
    first = extract(binary, [str(article)])
    checks = {"seed: the same bytes on a second run": first == extract(binary, [str(article)])}
    local = extract(binary, ["article.txt"], cwd=article.parent).replace(b'"article.txt"', json.dumps(str(article)).encode())
    checks["seed: the same bytes from another folder"] = first == local
    rules = sorted(str(path) for path in (TOP / "rules").glob("*.toml"))
    checked, wrong = slices_hold(article.read_text(encoding="utf-8"), first)
    checks[f"seed: {checked} texts are slices of the source"] = checked > 0 and wrong == 0
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(reversed(sorted((TOP / "rules").rglob("*")))):
            if path.is_file():
                copy = pathlib.Path(folder) / path.relative_to(TOP / "rules")
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
                os.utime(copy, (number, number))
        checks["seed: the same bytes with the rule files written in another order"] = first == extract(binary, ["--rules", folder, str(article)])
    return checks


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    binary = os.path.abspath(parser.parse_args().binary)
    if not (SHARED / "score" / "score.py").exists():
        print("score: no gold beside this folder, nothing measured")
        return 0
    failed = 0
    figures = {"seed": score("article", SHARED / "seed" / "expected.json", extract(binary, [str(SHARED / "seed" / "article.txt")]))}
    for name, task in {"polnear-dev": "quotes", "gum-dev": "quotes", "faq-dev": "faq", "faq-negative-dev": "faq", "structure-dev": "structure"}.items():
        gold = SHARED / "gold" / f"{name}.jsonl"
        records = extract(binary, ["--from", "jsonl", "--text-field", "text", "--id-field", "id", str(gold)])
        figures[name] = score(task, gold, records)
    for row in FLOORS:
        value = figures[row["set"]][row["figure"]]
        for key in row.get("key", "").split(".") if row.get("key") else []:
            value = value[key]
        floor, most = row.get("floor"), row.get("most")
        good = (floor is None or value >= floor) and (most is None or value <= most)
        bound = f">= {floor}" if floor is not None else f"<= {most}" if most is not None else ""
        failed += not good
        print(f"{row['set']:18} {row['figure'] + ' ' + row.get('key', ''):28} {value:>8}  {bound:10} {'' if good else 'BELOW ITS FLOOR'}")
    for what, good in invariants(binary).items():
        failed += not good
        print(f"{'ok' if good else 'FAILED':8} {what}")
    return 1 if failed else 0


sys.exit(main())
