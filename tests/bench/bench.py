#!/usr/bin/env python3
"""Measures whole runs of onrecord against what else reads text, each figure as a ratio within one run.

usage: bench.py BUILD [NAME…] [--mb N] [--rounds N] [--folder DIR] [--stream-mb SMALL LARGE] [--files N]
       bench.py BUILD --instructions [--check | --refresh]

BUILD is a build folder. Without NAMEs all figures are taken: scan, grep, jq, threads, files, memory, start, rules,
writer, adversarial, doubling. Two commands take turns; a figure is the median of the ratios of their rounds, with the
lowest and highest behind it. Times are CPU times, but for threads and files. --folder takes a folder of articles in the place
of made-up news. --instructions counts instructions with callgrind, which come out the same on every machine with the
same libraries; --check compares them with baseline.json beside this file, --refresh writes that.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
BASELINE = HERE / "baseline.json"
TOLERANCE = 0.05
ENVIRONMENT = {**os.environ, "LC_ALL": "C"}


class Run:
    """What a finished command took."""

    def __init__(self, command, standard_input=None, output=None):
        sink = open(output, "wb") if output else subprocess.DEVNULL
        source = open(standard_input, "rb") if standard_input else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdin=source, stdout=sink, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024
        if process.returncode not in (0, 4):
            sys.exit(f"bench: {' '.join(map(str, command))}: exit {process.returncode}")


class Bench:
    def __init__(self, options, scratch):
        self.options, self.scratch = options, Path(scratch)
        self.onrecord = options.build / "onrecord"
        self.out = self.scratch / "out"

    # ---- texts

    def text(self, kind, size, form="text"):
        path = self.scratch / f"{kind}-{size}.{'jsonl' if form == 'jsonl' else 'txt'}"
        if not path.exists():
            with open(path, "wb") as file:
                subprocess.run([sys.executable, HERE / "texts.py", kind, str(size), "--as", form], stdout=file, check=True)
        return path

    def news(self, form="text"):
        """News as one document a line, or all of its paragraphs in one file."""
        size = int(self.options.mb * 1e6)
        if not self.options.folder:
            return self.text("news", size, form)
        path = self.scratch / f"folder.{form}"
        if not path.exists():
            files = sorted(file for file in Path(self.options.folder).rglob("*") if file.is_file())
            with open(path, "w", encoding="utf-8") as out:
                for file in files:
                    text = file.read_text(encoding="utf-8", errors="replace")
                    out.write(json.dumps({"id": str(file), "text": text}, ensure_ascii=False) + "\n" if form == "jsonl" else text)
        return path

    def forms(self, most=None):
        """Forms of the reporting verbs, those of the first verbs if there are too many."""
        rows = [line.split("\t") for line in (HERE.parents[1] / "rules/lexicon/reporting_verbs.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        columns = [i for i, name in enumerate(rows[0]) if name.startswith("form.")]
        forms = sorted({form for row in rows[1:] for i in columns if i < len(row) for form in row[i].split("|") if form})
        return forms[:: max(1, len(forms) // most)][:most] if most else forms

    # ---- measuring

    def rounds(self, first, second, of):
        """The ratios of `of` (a Run) between two commands that take turns."""
        return [of(second()) / of(first()) for _ in range(self.options.rounds)]

    def report(self, name, ratios, wanted):
        spread = f"{min(ratios):.3g} to {max(ratios):.3g}" if len(ratios) > 1 else ""
        print(f"{name:<66} {statistics.median(ratios):>8.3g}   {spread:<18} wanted {wanted}", flush=True)

    def extract(self, path, *more):
        return lambda: Run([self.onrecord, "extract", *more, path], output=self.out)

    def compare(self, name, first, second, wanted, of=lambda run: run.cpu):
        self.report(name, self.rounds(first, second, of), wanted)

    # ---- figures

    def cue_words(self):
        words = self.scratch / "words"
        words.write_text("\n".join(self.forms()) + "\n")
        return words

    def scan(self):
        words = self.cue_words()
        self.compare("extract / RE2::Set scan for its cue words, throughput", self.extract(self.news("jsonl")),
                     lambda: Run([self.options.build / "tests/bench/cue_scan", words, self.news()], output=self.out), ">= 0.30")

    def grep(self):
        pattern = r"\b(" + "|".join(self.forms(60)) + r")\b"
        self.compare("extract / grep -oE with 60 verbs, throughput", self.extract(self.news("jsonl")),
                     lambda: Run(["grep", "-oE", pattern, self.news()], output=self.out), ">= 2.5")

    def jq(self):
        self.compare("extract of JSON lines / jq -c ., throughput", self.extract(self.news("jsonl")),
                     lambda: Run(["jq", "-c", ".", self.news("jsonl")], output=self.out), ">= 3.5")

    def two_processes(self):
        start = time.perf_counter()
        processes = [subprocess.Popen([self.onrecord, "extract", self.news("jsonl")], stdout=subprocess.DEVNULL) for _ in range(2)]
        for process in processes:
            process.wait()
        return time.perf_counter() - start

    def threads(self):
        path = self.news("jsonl")
        self.compare("1 thread / 2 threads, time", self.extract(path, "-j2"), self.extract(path, "-j1"), ">= 1.75", lambda run: run.wall)
        ratios = [2 * self.extract(path, "-j1")().wall / self.two_processes() for _ in range(self.options.rounds)]
        self.report("two processes of 1 thread, throughput / one", ratios, "(what the machine gives)")

    def files(self):
        folder = self.scratch / "files"
        if not folder.exists():
            subprocess.run([sys.executable, HERE / "texts.py", "news", str(self.options.files * 2900), "--folder", folder], check=True)
        self.compare("small files: 1 thread / 2 threads, time", self.extract(folder, "-j2"), self.extract(folder, "-j1"), ">= 1.6", lambda run: run.wall)

    def memory(self):
        small, large = (self.text("news", int(mb * 1e6), "jsonl") for mb in self.options.stream_mb)
        runs = [Run([self.onrecord, "extract", "-j2", "--from", "jsonl", "-"], standard_input=path, output=self.out) for path in (small, large)]
        self.report(f"memory, stream of {self.options.stream_mb[1]:g} MB / of {self.options.stream_mb[0]:g} MB", [runs[1].memory / runs[0].memory], "<= 1.1")
        self.report("memory of 2 threads, MB", [runs[1].memory / 1e6], "<= 64")

    def start(self):
        article = self.text("news", 4000)
        as_json = self.scratch / "article.json"
        as_json.write_text(json.dumps({"text": article.read_text()}))
        rounds, self.options.rounds = self.options.rounds, max(9, self.options.rounds)
        self.compare("whole process on 4 KB / jq ., time", lambda: Run(["jq", ".", as_json], output=self.out), self.extract(article), "<= 0.3, 0.5 with shared libraries", lambda run: run.wall)
        self.options.rounds = rounds

    def rule_file(self, lefts, rights, count):
        """`count` rules around a cue, put together from pieces: (lefts x rights) of them differ in no piece but these."""
        cues = "|".join(f"{verb}" for verb in ("said", "cited", "added", "noted", "told", "stated", "warned"))
        lines = ["schema = 1", "[type.cue_word]", 'doc = "A verb"', "fields = {}", "[type.found]", 'doc = "A name beside it"', "export = true",
                 'fields = { left = "span" }', "[[layer]]", 'name = "cue_words"', 'unit = "sentence"',
                 "[[layer]]", 'name = "found"', 'unit = "sentence"', 'mask = ["cue_word"]', 'anchor = "cue_word"',
                 "[[rule]]", 'id = "cue_word.any"', 'layer = "cue_words"', 'emits = "cue_word"', f"match = '\\b(?:{cues})\\b'"]
        for number in range(count):
            left, right = number % lefts, number // lefts % rights
            lines += ["[[rule]]", f'id = "found.rule_{number}"', 'layer = "found"', 'emits = "found"',
                      f"match = '(?P<left>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: [a-z]+){{0,{left % 3}}}(?: w{left})? {{@cue_word}} (?:that|the) (?:[a-z]+ )*?x{right}'"]
        path = self.scratch / f"rules-{count}-{lefts}.toml"
        path.write_text("\n".join(lines) + "\n")
        return path

    def rules(self):
        path = self.news("jsonl")
        few = self.extract(path, "--rules", self.rule_file(7, 8, 50))
        self.compare("1,000 rules of shared pieces / 50, throughput", self.extract(path, "--rules", self.rule_file(32, 32, 1000)), few, ">= 0.85")
        self.compare("1,000 rules of pieces of their own / 50, throughput", self.extract(path, "--rules", self.rule_file(1000, 1000, 1000)), few, ">= 0.5")

    def writer(self):
        article = self.text("news", 3000)
        command = [self.options.build / "tests/bench/onrecord_parts", article, "--benchmark_filter=write", f"--benchmark_repetitions={max(5, self.options.rounds)}",
                   "--benchmark_min_time=0.1", "--benchmark_enable_random_interleaving", "--benchmark_format=json"]
        results = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["benchmarks"]
        times = {name: [each["cpu_time"] for each in results if each["name"] == name and each["run_type"] == "iteration"] for name in ("write", "write_with_nlohmann")}
        self.report("writer / nlohmann::ordered_json, time", [a / b for a, b in zip(times["write"], times["write_with_nlohmann"])], "<= 0.15")

    def kinds(self):
        listed = subprocess.run([sys.executable, HERE / "texts.py", "--list"], capture_output=True, text=True, check=True).stdout.split()
        return [kind for kind in listed if kind != "news"]

    def without_start(self, path):
        empty = self.scratch / "empty"
        empty.write_text("")
        return max(min(self.extract(path)().cpu for _ in range(self.options.rounds)) - min(self.extract(empty)().cpu for _ in range(self.options.rounds)), 0.001)

    def adversarial(self):
        size = 200_000
        news = self.without_start(self.text("news", size))
        for kind in self.kinds():
            self.report(f"{kind} / news, throughput", [news / self.without_start(self.text(kind, size))], ">= 0.2")

    def doubling(self):
        for kind in self.kinds():
            once, twice = (self.without_start(self.text(kind, size)) for size in (400_000, 800_000))
            self.report(f"{kind}, time of twice the text / of the text", [twice / once], "<= 2.2")

    # ---- instructions

    def count(self, command):
        log = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True, env=ENVIRONMENT).stderr
        return int(re.search(r"Collected : (\d+)", log).group(1))

    def instructions(self):
        """Instructions of a start, and for each byte of news behind it."""
        small, large = self.text("news", 50_000, "jsonl"), self.text("news", 150_000, "jsonl")
        article = self.text("news", 4000)
        start = self.count([self.onrecord, "extract", "-j", "1", article])
        first, second = (self.count([self.onrecord, "extract", "-j", "1", path]) for path in (small, large))
        per_byte = (second - first) / (large.stat().st_size - small.stat().st_size)
        return {"start, article of 4 KB": start, "extract, 150 KB of news": second, "extract, for each byte more": round(per_byte, 1)}

    def scan_instructions(self):
        """Instructions of the `RE2::Set` scan for each byte of the same news."""
        small, large = self.text("news", 50_000), self.text("news", 150_000)
        first, second = (self.count([self.options.build / "tests/bench/cue_scan", self.cue_words(), path]) for path in (small, large))
        return (second - first) / (large.stat().st_size - small.stat().st_size)


def check(found):
    """The counts that moved by more than the tolerance, as text."""
    known = json.loads(BASELINE.read_text())
    moved = [f"{name}: {known.get(name)} to {count}" for name, count in found.items() if abs(count / known.get(name, 1) - 1) > TOLERANCE]
    if moved:
        print(f"moved by more than {TOLERANCE:.0%} (./dev bench --instructions --refresh takes them over):", *moved, sep="\n  ")
    return 1 if moved else 0


def arguments():
    figures = ["scan", "grep", "jq", "threads", "files", "memory", "start", "rules", "writer", "adversarial", "doubling"]
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--mb", type=float, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--stream-mb", type=float, nargs=2, default=[2, 16])
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--refresh", action="store_true")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in figures]
    if unknown:
        parser.error(f"no figure {unknown[0]}; there are {', '.join(figures)}")
    options.names = options.names or figures
    return options


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(options, scratch)
        if not options.instructions:
            for name in options.names:
                getattr(bench, name)()
            return 0
        found = bench.instructions()
        print(json.dumps(found, indent=2))
        if not options.check:
            scan = bench.scan_instructions()
            print(f"RE2::Set scan, for each byte more: {scan:.1f}; extract / scan {found['extract, for each byte more'] / scan:.1f}, wanted <= 4")
        if options.refresh:
            BASELINE.write_text(json.dumps(found, indent=2) + "\n")
        return check(found) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())
