#!/usr/bin/env python3
"""Kills runs and goes on with them: kill_and_resume.py ONRECORD ROUNDS DOCUMENTS [SEED]

Each round kills a run with --resume at a random time, some of them twice, and lets the next one end. What comes of it
must be, byte for byte, what a run that nobody disturbs gives: once as one file, once as a folder.
"""
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

NAMES = ["Ann Lee", "Bo Ray", "Cy Fox", "Dee Moss"]


def write_input(path, count, rng):
    with open(path, "w", encoding="utf-8") as lines:
        for i in range(count):
            name = rng.choice(NAMES)
            text = f"Rain fell {i} times.\n\n“We will count it {rng.randrange(99)} times,” {name} said."
            lines.write("cut off {\n" if i % 97 == 5 else json.dumps({"id": f"n{i}", "text": text}) + "\n")


def start(onrecord, folder, output, threads):
    command = [onrecord, "extract", "-q", "--resume", "-j", str(threads), "--piece-bytes", "4000", *output, "in.jsonl"]
    return subprocess.Popen(command, cwd=folder)


def content(folder, output):
    path = folder / output[1]
    if path.is_file():
        return path.read_bytes()
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file() and file.name != ".onrecord.done"}


def ends_well(process):
    return process.wait() == 4  # there are broken lines


def disturb(onrecord, folder, output, seconds, rng):
    """Kills a run once or twice, then lets one end. How many runs it took."""
    for _ in range(rng.choice([1, 1, 2])):
        process = start(onrecord, folder, output, rng.choice([1, 2]))
        time.sleep(rng.uniform(0, seconds))
        process.send_signal(rng.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM]))
        process.wait()
    return ends_well(start(onrecord, folder, output, 2))


def left_over(folder, name):
    return [path.name for path in folder.iterdir() if path.name.startswith(name + ".")]


def check(onrecord, folder, kind, rounds, rng):
    began = time.monotonic()
    undisturbed = [kind, "want" + kind]
    if not ends_well(start(onrecord, folder, undisturbed, 2)):
        return ["the run that nobody disturbs failed"]
    seconds = time.monotonic() - began
    want = content(folder, undisturbed)
    problems = []
    for n in range(rounds):
        output = [kind, f"got{kind}{n}"]
        if not disturb(onrecord, folder, output, seconds, rng):
            problems.append(f"{kind}, round {n}: the last run failed")
        elif content(folder, output) != want:
            problems.append(f"{kind}, round {n}: another output")
        elif left_over(folder, output[1]):
            problems.append(f"{kind}, round {n}: left over: {left_over(folder, output[1])}")
    print(f"{kind}: {rounds} rounds, {len(problems)} problems; an undisturbed run took {seconds:.1f} s")
    return problems


def main():
    onrecord, rounds, documents = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else time.time_ns())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_input(folder / "in.jsonl", documents, rng)
        problems = [problem for kind in ("-o", "--output-dir") for problem in check(onrecord, folder, kind, rounds, rng)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
