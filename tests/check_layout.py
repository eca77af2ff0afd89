#!/usr/bin/env python3
"""Fails when a source file is not laid out as './dev format' would do it.

check_layout.py ROOT

Each version of clang-format differs a little, so where there is another one than ours nothing is judged (exit code 77).
"""
import pathlib
import re
import shutil
import subprocess
import sys

OURS = "14"


def main():
    if not shutil.which("clang-format"):
        print("there is no clang-format")
        return 77
    version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True, check=True).stdout
    if not re.search(rf"version {OURS}\.", version):
        print(f"not version {OURS}: {version.strip()}")
        return 77
    root = pathlib.Path(sys.argv[1])
    files = sorted(path for folder in ("src", "include", "tests") for path in (root / folder).rglob("*") if path.suffix in (".h", ".cpp"))
    return subprocess.run(["clang-format", "--dry-run", "--Werror", *files]).returncode


if __name__ == "__main__":
    sys.exit(main())
