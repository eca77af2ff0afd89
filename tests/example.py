#!/usr/bin/env python3
"""Runs a script of examples/loading and compares what it prints: example.py ONRECORD SCRIPT [--update]

What it should print stands beside it in SCRIPT.expected, which --update writes anew. Exit code 77: its program is not there, and the test is skipped.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAMS = {"with_jq.sh": "jq", "with_miller.sh": "mlr", "with_sqlite.sh": "sqlite3"}
SKIPPED = 77


def python_with(module, root):
    """The interpreter of './dev test', else the one that runs this; None where it lacks the module."""
    for python in (root / "build/python/bin/python", sys.executable):
        if pathlib.Path(python).exists() and subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0:
            return str(python)
    return None


def main():
    onrecord, script = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    root = script.parent.parent.parent
    runner = python_with("duckdb", root) if script.suffix == ".py" else shutil.which("bash")
    if runner is None or not shutil.which(PROGRAMS.get(script.name, "sh")):
        print(f"skipped: {PROGRAMS.get(script.name, 'the Python module duckdb')} is not installed; './dev test' installs it")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(onrecord, f"{folder}/onrecord")
        environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        done = subprocess.run([runner, str(script)], cwd=root / "examples", env=environment, capture_output=True, check=False)
    got = done.stdout.decode("utf-8", "replace")
    expected = pathlib.Path(f"{script}.expected")
    if "--update" in sys.argv:
        expected.write_text(got, encoding="utf-8")
    want = expected.read_text(encoding="utf-8")
    print("\n".join(difflib.unified_diff(want.splitlines(), got.splitlines(), "expected", "seen", lineterm="")))
    print(done.stderr.decode("utf-8", "replace"), end="")
    return 0 if got == want and done.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
