#!/usr/bin/env python3
"""Installs what was built below a folder of its own, and holds that everything is there and that the installed program does what the built one does.

install.py CMAKE BUILD_FOLDER PROGRAM ARTICLE
"""
import os
import pathlib
import subprocess
import sys
import tempfile

# Files, by what is looked for in them.
INSTALLED = {
    "share/man/man1/onrecord.1": ".TH",
    "share/bash-completion/completions/onrecord": "complete",
    "share/zsh/site-functions/_onrecord": "#compdef",
    "share/fish/vendor_completions.d/onrecord.fish": "complete",
    "share/onrecord/rules/rules.toml": "[",
    "share/onrecord/rules/lexicon/reporting_verbs.tsv": "\t",
    "share/doc/onrecord/copyright": "",
}


def records_of(program, article):
    return subprocess.run([program, "extract", "-q", article], capture_output=True, check=True).stdout


def main():
    cmake, build, program, article = sys.argv[1:5]
    environment = {name: value for name, value in os.environ.items() if name != "DESTDIR"}
    with tempfile.TemporaryDirectory(prefix="installed-", dir=build) as folder:
        prefix = pathlib.Path(folder)
        subprocess.run([cmake, "--install", build, "--strip", "--prefix", folder], stdout=subprocess.DEVNULL, env=environment, check=True)
        wrong = [f"{name}: not there" for name in INSTALLED if not (prefix / name).is_file()]
        wrong += [f"{name}: no '{text}'" for name, text in INSTALLED.items() if (prefix / name).is_file() and text not in (prefix / name).read_text(encoding="utf-8")]
        built, installed = records_of(program, article), records_of(prefix / "bin/onrecord", article)
        if not built or built != installed:
            wrong.append("bin/onrecord: other records than those of the program that was built")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
