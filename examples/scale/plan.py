#!/usr/bin/env python3
"""What a terabyte and a petabyte of text would take: plan.py [SAMPLE] [--rate MB/S]… [--price P] [--cores N] [--into PAGE]

SAMPLE, whatever extract reads, is measured here: megabytes of articles for each second that one core works, start left out. --rate
takes rates as they are. A core costs P an hour (0.04). --into writes the table into a page of Markdown that has one with
this head; the first row is the measured rate.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys

HEAD = "| r, MB/s a core | core-hours a TB | cost a TB at p = {price:g} | a PB on {cores:,} cores |"


def seconds_of(*arguments):
    """User and system time of a run on one thread. Exit code 4 tells of documents that failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(["onrecord", "extract", "-q", "-j", "1", "-o", "/dev/null", *arguments], check=False).returncode
    if code not in (0, 4):
        sys.exit(f"plan: onrecord ended with exit code {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def megabytes_of(sample):
    """The articles' own bytes: of JSON lines those of the texts."""
    documents = subprocess.run(["onrecord", "extract", "-q", "--type", "document", sample], stdout=subprocess.PIPE, check=False).stdout
    return sum(json.loads(line).get("size", 0) for line in documents.splitlines()) / 1e6


def measured_rate(sample):
    start = min(seconds_of("/dev/null") for _ in range(3))
    times = sorted(seconds_of(sample) for _ in range(3))
    return megabytes_of(sample) / max(times[1] - start, 1e-3)


def duration(hours):
    return f"{hours / 24:.1f} days" if hours >= 24 else f"{hours:.1f} hours"


def row(rate, price, cores):
    core_hours = 1e6 / (3600 * rate)
    hours = f"{core_hours:.0f}" if core_hours >= 100 else f"{core_hours:.1f}"
    return f"| {rate:g} | {hours} | {core_hours * price:.2f} | {duration(1000 * core_hours / cores)} |"


def write_into(page, table):
    """Replaces the table of the page that begins with the same head."""
    lines = pathlib.Path(page).read_text(encoding="utf-8").split("\n")
    begin = lines.index(table[0])
    end = next(i for i in range(begin, len(lines)) if not lines[i].startswith("|"))
    pathlib.Path(page).write_text("\n".join([*lines[:begin], *table, *lines[end:]]), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", nargs="?")
    parser.add_argument("--rate", type=float, action="append", default=[])
    parser.add_argument("--price", type=float, default=0.04)
    parser.add_argument("--cores", type=int, default=1000)
    parser.add_argument("--into")
    options = parser.parse_args()
    rates = ([float(f"{measured_rate(options.sample):.2g}")] if options.sample else []) + options.rate
    if not rates:
        parser.error("a sample or a rate is wanted")
    table = [HEAD.format(price=options.price, cores=options.cores), "|---|---|---|---|"]
    table += [row(rate, options.price, options.cores) for rate in rates]
    print("\n".join(table))
    if options.into:
        write_into(options.into, table)


if __name__ == "__main__":
    main()
