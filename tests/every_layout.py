#!/usr/bin/env python3
"""Fails when an article in some layout does not give what stands in it: every_layout.py ONRECORD [--failures] [--update]

Makes articles of every combination of the tables in layouts_of_faqs.py and layouts_of_articles.py: questions and answers in text, Markdown and pages; headlines with bylines, dates and
datelines; furniture before, in and behind the text. Asks for pairs, title, authors and dateline, and that furniture adds no statement and takes none.
The articles known to fail stand in every_layout.known by the digest of their text; any other that fails is an error, and so is one of them that does not.
--failures prints those that fail, --update writes the file anew; look at what is new before it is committed.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter

import layouts_of_articles
import layouts_of_faqs
from layout_page import words
from plain_passages import compare_with_known

# What gives something else. FAQs: entries that do not ask, where no markup calls them headings; "A The gate is open"; "Everything
# you need to know". Bylines: each author behind a place, two bare ones below a deck, elements that touch, "By" inside JSON-LD. Headlines with a date, or
# short above a deck. A full stop behind the place of a dateline. Appeals for money, and who the author is above the end of the text.
KNOWN = pathlib.Path(__file__).resolve().parent / "every_layout.known"


def head(document):
    return words(document["title"]), [words(name) for name in re.split(r",| and | & |\+|\n", document["byline"] or "") if name.strip()]


def records(program, texts):
    """The records of each text, given with the suffix of its file."""
    found = [[] for _ in texts]
    with tempfile.TemporaryDirectory() as folder:
        for number, (suffix, text) in enumerate(texts):
            pathlib.Path(folder, f"{number:06}.{suffix}").write_bytes(text.encode())
        out = subprocess.run([program, "extract", "-j2", folder], stdout=subprocess.PIPE, check=True).stdout
    for line in out.decode().splitlines():
        record = json.loads(line)
        found[int(pathlib.Path(record["doc"]).stem)].append(record)
    return found


def statements(found):
    return Counter((one["type"], words(one["text"]), words((one["speaker"] or {}).get("name"))) for one in found if one["type"] in ("quote", "claim"))


def outcome(kind, found):
    """What of its records is compared with what an article of that sort should give."""
    if "faq" in kind:
        return [(words(one["question"]), words(one["answer"])) for one in found if one["type"] == "faq"]
    if kind in ("byline", "marked byline", "title"):
        return head(found[0])
    return words(found[0]["dateline"]) if kind == "dateline" else "", head(found[0]), statements(found), [one for one in found if one["type"] == "faq"]


def name_of(kind, suffix, text):
    return f"{kind}: {suffix} {hashlib.sha256(text.encode()).hexdigest()[:12]}"


def cases():
    """All articles: the sort of what is asked, the suffix of the file, its text, and what the article should give."""
    for make in layouts_of_faqs.MAKERS + layouts_of_articles.MAKERS:
        yield from make()


def main():
    asked = list(cases())
    plain = {"dateline": lambda wanted: wanted[1], "furniture": lambda wanted: wanted}
    others = sorted({plain[kind](wanted) for kind, _, _, wanted in asked if kind in plain})
    found = records(sys.argv[1], [(suffix, text) for _, suffix, text, _ in asked] + [("txt", text) for text in others])
    of_other = dict(zip(others, found[len(asked):]))
    failed = {}
    for (kind, suffix, text, wanted), own in zip(asked, found):
        if kind in plain:
            other = of_other[plain[kind](wanted)]
            wanted = (wanted[0] if kind == "dateline" else "", head(other[0]), statements(other), [])
        got = outcome(kind, own)
        if got != wanted:
            failed[name_of(kind, suffix, text)] = got
            if "--failures" in sys.argv:
                print(f"{name_of(kind, suffix, text)}: wanted {wanted}\n  got {got}\n{textwrap.indent(text, '    ')}")
    return compare_with_known([kind for kind, *_ in asked], failed, KNOWN, 8000)


if __name__ == "__main__":
    sys.exit(main())
