#!/usr/bin/env python3
"""Fails when an article in other clothes gives other records: layouts.py ONRECORD

Takes the articles of tests/gold, changes what does not change their sense (marks, white space, where lines break) and compares type, words and
speaker of all quotes and claims.
"""
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import textwrap
import unicodedata

GOLD = pathlib.Path(__file__).resolve().parent / "gold"


def straight(text):
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def with_marks(opening, closing):
    return lambda text: text.replace("“", opening).replace("”", closing)


def paragraphs(text):
    return [paragraph for paragraph in text.split("\n") if paragraph.strip()]


def wrapped(width, indent="", between="\n\n"):
    def wrap(text):
        return between.join(textwrap.fill(one, width, initial_indent=indent, break_long_words=False) for one in paragraphs(text))
    return wrap


def broken_by_hand(text):
    """Lines of 55 to 75 characters, as people break them."""
    chance = random.Random(1)
    result = []
    for paragraph in paragraphs(text):
        lines, width = [""], 65
        for word in paragraph.split(" "):
            if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
                lines.append("")
                width = chance.randint(55, 75)
            lines[-1] += (" " if lines[-1] else "") + word
        result.append("\n".join(lines))
    return "\n\n".join(result)


# What changes, and how many records may: none where the text says the same to the letter, few where lines that end
# in a question, or look like an item of a list, are kept apart.
CLOTHES = {
    "straight marks": (straight, 0),
    "guillemets": (with_marks("«", "»"), 0),
    "marks of TeX": (with_marks("``", "''"), 0),
    "no-break spaces": (lambda text: text.replace(" ", "\u00A0"), 0),
    "two spaces between sentences": (lambda text: re.sub(r"([.?!]”?) (?=[“A-Z])", r"\1  ", text), 0),
    "line ends of Windows": (lambda text: text.replace("\n", "\r\n"), 0),
    "spaces at the ends of lines": (lambda text: text.replace("\n", "   \n"), 0),
    "no blank lines": (lambda text: re.sub(r"\n+", "\n", text), 0),
    "decomposed letters": (lambda text: unicodedata.normalize("NFD", text), 0),
    "references of HTML": (lambda text: html.escape(text).encode("ascii", "xmlcharrefreplace").decode(), 0),
    "wrapped at 72": (wrapped(72), 4),
    "wrapped at 60": (wrapped(60), 4),
    "wrapped, with indents for blank lines": (wrapped(72, "    ", "\n"), 4),
    "broken by hand": (broken_by_hand, 4),
}


def words(text):
    return re.sub(r"\W+", "", unicodedata.normalize("NFC", html.unescape(text))).lower()


def records(program, articles):
    lines = "\n".join(json.dumps({"id": str(number), "text": text}) for number, text in enumerate(articles))
    out = subprocess.run([program, "extract", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    found = [json.loads(line) for line in out.decode().splitlines()]
    return {(one["doc"], one["type"], words(one["text"]), words((one["speaker"] or {}).get("name") or "")) for one in found if one["type"] in ("quote", "claim")}


def main():
    gold = [subprocess.check_output([sys.executable, GOLD / "marked_text.py", GOLD / half], text=True) for half in ("development", "held-out")]
    articles = [json.loads(line)["text"] for half in gold for line in half.splitlines()]
    expected = records(sys.argv[1], articles)
    failed = len(expected) < 200  # else the test tests nothing
    print(f"{len(articles)} articles, {len(expected)} records")
    for name, (change, most) in CLOTHES.items():
        found = records(sys.argv[1], [change(text) for text in articles])
        lost, new = expected - found, found - expected
        failed |= max(len(lost), len(new)) > most
        print(f"{name}: {len(lost)} lost, {len(new)} new of at most {most}")
        for sign, which in (("-", lost), ("+", new)):
            for doc, kind, text, speaker in sorted(which):
                print(f"  {sign} {doc} {kind} {text[:80]} | {speaker}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
