#!/usr/bin/env python3
"""Measures onrecord against the gold sets and checks what holds for every run. Fails below a floor.

score.py ONRECORD SHARED

ONRECORD is the program, SHARED the folder with gold/, score/ and seed/. Prints one table.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

RULES = pathlib.Path(__file__).resolve().parent.parent / "rules"

# Gold set, task of the scorer, and the floors: path to the figure, least value.
SETS = [
    ("polnear-dev", "quotes", [("direct_exact.f1", 0.972), ("statements_half.f1", 0.862), ("statements_half.p", 0.93),
                               ("statements_exact.f1", 0.808), ("speaker.accuracy", 0.966), ("name.accuracy", 0.976),
                               ("cue.accuracy", 0.96), ("end_to_end.f1", 0.837)]),
    ("gum-dev", "quotes", [("direct_exact.f1", 0.761), ("statements_half.f1", 0.869), ("statements_half.p", 0.83), ("statements_exact.f1", 0.80), ("end_to_end.f1", 0.855), ("speaker.accuracy", 0.979), ("name.accuracy", 0.978)]),
    ("faq-dev", "faq", [("question.f1", 0.952), ("pair.f1", 0.93)]),
    ("structure-dev", "structure", [("title.f1", 0.882), ("byline.f1", 0.912)]),
]
MOST_FALSE_PAIRS = 2
# Of the records of whole pages, the share that lies in furniture, at most.
MOST_IN_FURNITURE = [("speaker", 0.075), ("quote", 0.122), ("claim", 0.087)]


class Table:
    """Rows of what was measured, and whether any fell short."""

    def __init__(self):
        self.failed = False

    def row(self, name, figure, bound, good):
        self.failed = self.failed or not good
        print(f"{name:<36} {figure:>10}   {bound:<12} {'ok' if good else 'BELOW'}", flush=True)

    def check(self, name, good, figure=""):
        self.row(name, figure or ("yes" if good else "no"), "must hold", good)


class Program:
    def __init__(self, path, shared):
        self.path = pathlib.Path(path).resolve()
        self.shared = pathlib.Path(shared).resolve()

    def run(self, *arguments, folder=None):
        done = subprocess.run([self.path, "extract", *map(str, arguments)], stdout=subprocess.PIPE, cwd=folder, check=False)
        if done.returncode != 0:
            sys.exit(f"score: onrecord ended with {done.returncode}")
        return done.stdout

    def extract_set(self, name, *options):
        gold = self.shared / "gold" / f"{name}.jsonl"
        return self.run("--from", "jsonl", "--text-field", "text", "--id-field", "id", *options, gold)

    def figures(self, task, gold, records):
        with tempfile.NamedTemporaryFile(suffix=".ndjson") as file:
            file.write(records)
            file.flush()
            scorer = self.shared / "score" / "score.py"
            return json.loads(subprocess.check_output([sys.executable, scorer, task, gold, file.name, "--json"]))


def at(figures, path):
    for key in path.split("."):
        figures = figures[key]
    return figures


def score_sets(program, table):
    for name, task, floors in SETS:
        gold = program.shared / "gold" / f"{name}.jsonl"
        figures = program.figures(task, gold, program.extract_set(name))
        for path, least in floors:
            value = at(figures, path)
            table.row(f"{name} {path}", f"{value:.4f}", f">= {least}", value >= least)
        if task == "structure":
            check_furniture(figures, name, table)


def check_furniture(figures, name, table):
    for kind, most in MOST_IN_FURNITURE:
        share = figures[f"boilerplate_{kind}"]["share"]
        table.row(f"{name} {kind}s in furniture", f"{share:.4f}", f"<= {most}", share <= most)


def count_false_pairs(program, table):
    lines = program.extract_set("faq-negative-dev", "--type", "faq").splitlines()
    table.row("faq-negative-dev false pairs", len(lines), f"<= {MOST_FALSE_PAIRS}", len(lines) <= MOST_FALSE_PAIRS)


def score_article(program, table):
    article = program.shared / "seed" / "article.txt"
    figures = program.figures("article", program.shared / "seed" / "expected.json", program.run(article))
    table.row("seed article met", figures["met"], f"of {figures['of']}", figures["met"] == figures["of"])


def places(value):
    """All parts of a record that tell a text and its place."""
    if isinstance(value, dict):
        if {"text", "span", "bytes"} <= value.keys():
            yield value["text"], value["span"], value["bytes"]
        if {"question", "span", "bytes"} <= value.keys():
            yield value["question"], value["span"], value["bytes"]
        for part in value.values():
            yield from places(part)
    elif isinstance(value, list):
        for part in value:
            yield from places(part)


def stands_in(text, record):
    raw = text.encode("utf-8")
    return all(said == text[slice(*span)] == raw[slice(*place)].decode("utf-8") for said, span, place in places(record))


def check_places(program, table):
    texts, records = {}, 0
    wrong = 0
    article = program.shared / "seed" / "article.txt"
    outputs = program.run("--emit-text", article) + program.extract_set("gum-dev", "--emit-text") + program.extract_set(
        "polnear-dev", "--emit-text", "--terms")
    for line in outputs.splitlines():
        record = json.loads(line)
        if record["type"] == "document":
            texts = {record["doc"]: record.pop("text")}
        records += 1
        wrong += not stands_in(texts[record["doc"]], record)
    table.check("texts equal span and bytes", wrong == 0, f"{records - wrong}/{records}")


def check_stable(program, table):
    article = program.shared / "seed" / "article.txt"
    sets = [program.run(article), program.extract_set("gum-dev")]
    table.check("same bytes on a second run", sets == [program.run(article), program.extract_set("gum-dev")])
    with tempfile.TemporaryDirectory() as folder:
        table.check("same bytes from another folder", sets[0] == program.run(article, folder=folder))
    files = sorted(RULES.glob("*.toml"))
    orders = [files, files[::-1], random.Random(1).sample(files, len(files))]
    outputs = {program.run(*(word for file in order for word in ("--rules", file)), article) for order in orders}
    table.check("same bytes, rules in any order", outputs == {program.run("--rules", RULES, article)})


def main():
    program, table = Program(sys.argv[1], sys.argv[2]), Table()
    score_article(program, table)
    score_sets(program, table)
    count_false_pairs(program, table)
    check_places(program, table)
    check_stable(program, table)
    print("score: " + ("BELOW a floor" if table.failed else "all floors hold"))
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
