#!/usr/bin/env python3
"""Runs one case from outside: run.py ONRECORD CASE

CASE is a folder with
  cmd            bash, run in an empty folder; on its PATH are `onrecord`, `check` and `on_terminal`, and $root is the project
  expected.out   what it writes to standard output (no file: nothing)
  expected.err   to standard error (no file: nothing)
  exit           its exit code (no file: 0)
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def expected(case, name, otherwise):
    path = case / name
    return path.read_text(encoding="utf-8") if path.exists() else otherwise


def run(onrecord, case):
    with tempfile.TemporaryDirectory() as folder:
        programs, work = pathlib.Path(folder, "programs"), pathlib.Path(folder, "work")
        programs.mkdir()
        work.mkdir()
        (programs / "onrecord").symlink_to(onrecord)
        environment = {"PATH": f"{programs}:{HERE}/programs:{os.environ['PATH']}", "root": str(HERE.parent.parent),
                       "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(["bash", "-u", "-o", "pipefail", str(case / "cmd")], cwd=work, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)


def difference(name, want, got):
    lines = difflib.unified_diff(want.splitlines(), got.splitlines(), f"{name} expected", f"{name} seen", lineterm="")
    return "\n".join(lines)


def main():
    onrecord, case = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    done = run(onrecord, case)
    problems = [difference("standard output", expected(case, "expected.out", ""), done.stdout.decode("utf-8", "replace")),
                difference("standard error", expected(case, "expected.err", ""), done.stderr.decode("utf-8", "replace")),
                difference("exit code", expected(case, "exit", "0\n"), f"{done.returncode}\n")]
    problems = [problem for problem in problems if problem]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
