#!/usr/bin/env python3
"""Holds the reports of `rules check` on broken rules against the accepted ones: broken.py ONRECORD [--update] [NAME…]

Each folder in broken/ is a set of rules with one thing wrong. Its `expected` is what `rules check` writes, then a line
with the exit code. --update writes it anew; read the difference before it is committed.
"""
import difflib
import os
import pathlib
import subprocess
import sys

BROKEN = pathlib.Path(__file__).resolve().parent / "broken"


def report(onrecord, case):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ONRECORD_")}
    done = subprocess.run([onrecord, "rules", "check", "--rules", case.name], cwd=BROKEN, env=environment, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode("utf-8", "replace") + f"exit {done.returncode}\n"


def main():
    onrecord = pathlib.Path(sys.argv[1]).resolve()
    update, names = "--update" in sys.argv[2:], [word for word in sys.argv[2:] if word != "--update"]
    if update and os.environ.get("CI"):
        print("CI is set: expectations are not rewritten where nobody reads them")
        return 2
    cases = sorted(path for path in BROKEN.iterdir() if path.is_dir() and (not names or path.name in names))
    differing = 0
    for case in cases:
        accepted = case / "expected"
        want = accepted.read_text(encoding="utf-8") if accepted.exists() else ""
        seen = report(onrecord, case)
        if seen == want:
            continue
        if update:
            accepted.write_text(seen, encoding="utf-8")
            continue
        differing += 1
        print("\n".join(difflib.unified_diff(want.splitlines(), seen.splitlines(), f"{case.name}: accepted", "seen", lineterm="", n=99)))
    if differing:
        print(f"\n{differing} of {len(cases)} differ; 'tests/rules/broken.py ONRECORD --update' accepts what is seen")
    return 1 if differing or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
