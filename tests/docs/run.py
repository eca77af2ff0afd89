#!/usr/bin/env python3
"""Runs the commands that a page of documentation shows, and compares what they print: run.py ONRECORD PAGE [--update]

In a block ```toml NAME (or ```text NAME) stands a file, which is written to a fresh folder. In a block ```console lines
that begin with "$ " are commands of a shell; below each stands what it prints, standard error included. `$root` is the
project's folder. With --update the page is written anew with what is printed now.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command, folder, onrecord):
    environment = {"PATH": f"{onrecord.parent}:{os.environ['PATH']}", "root": str(ROOT), "LC_ALL": "C.UTF-8", "HOME": folder}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode("utf-8", "replace")


def console(text, folder, onrecord):
    """The block as it should stand: each command with what it prints."""
    lines = []
    for line in text.splitlines():
        if line.startswith("$ "):
            lines.append(line)
            lines += run(line[2:], folder, onrecord).splitlines()
    return "\n".join(lines) + "\n"


def main():
    onrecord, page = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    want = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        def replaced(block):
            language, name, text = block.groups()
            if name:
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            if language != "console":
                return block.group(0)
            return f"```console\n{console(text, folder, onrecord)}```"
        seen = BLOCK.sub(replaced, want)
    if seen == want:
        return 0
    if "--update" in sys.argv[3:]:
        page.write_text(seen, encoding="utf-8")
        return 0
    print("\n".join(difflib.unified_diff(want.splitlines(), seen.splitlines(), "as written", "as printed now", lineterm="")))
    return 1


if __name__ == "__main__":
    sys.exit(main())
