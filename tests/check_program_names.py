#!/usr/bin/env python3
"""Fails when the lists of lexicons and types that the program asks for by name are not what the sources ask for.

check_program_names.py ROOT
"""
import pathlib
import re
import sys

LISTS = "program_names.cpp"
ASKED = {
    "lexicons": re.compile(r'\b(?:lexicon|words_of)\("([a-z_.]+)"\)'),
    "types": re.compile(r'\b(?:type\("([a-z_]+)"\)|add\("([a-z_]+)", (?:span|structure_)|demanded_type = "([a-z_]+)")'),
}


def asked_for(root, pattern):
    names = set()
    for path in [*(root / "src").rglob("*.cpp"), *(root / "include").rglob("*.h")]:
        if path.name != LISTS:
            names |= {name for found in pattern.findall(path.read_text(encoding="utf-8")) for name in ([found] if isinstance(found, str) else found)}
    return names - {""}


def main():
    root = pathlib.Path(sys.argv[1])
    lists = (root / "src" / "check" / LISTS).read_text(encoding="utf-8")
    failed = False
    for sort, pattern in ASKED.items():
        body = lists.split(f"{sort}_of_the_program()")[1].split("};")[0]
        listed, asked = set(re.findall(r'"([a-z_.]+)",', body)), asked_for(root, pattern)
        for name in sorted(asked ^ listed):
            print(f"{LISTS}, {sort}: '{name}' is {'missing' if name in asked else 'asked for nowhere'}")
        failed |= asked != listed or not asked
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
