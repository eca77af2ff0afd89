#!/usr/bin/env python3
"""How well the articles of pages are found: measure.py ONRECORD [--check] [--misses]

Beside each pages/NAME.html, built as sites that people read build theirs, stands NAME.txt: title, byline, and the lines of the article. Lines
with "? " before them (dates, credits, sections) count neither way. For each page: words found right, of those written and of those wanted
(F1 over bags of words); lines wanted that are there as they stand, in order; lines that are no part of the article; title and byline.
--misses shows what is too much (+) and what is missing (-); --check fails where all pages together are below FLOORS.
"""
import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys

PAGES = pathlib.Path(__file__).resolve().parent / "pages"
FLOORS = {"words": 0.99, "kept": 0.99, "titles": 1.0, "bylines": 0.95}
MOST_STRAY = 2


def lines_of(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def words_of(lines):
    return collections.Counter(word for line in lines for word in re.findall(r"\w+", line.lower()))


def read_wanted(path):
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(":", 1) for line in head.splitlines())
    lines = lines_of(body)
    return {"title": fields["title"].strip(), "byline": fields["byline"].strip(),
            "lines": [line for line in lines if not line.startswith("? ")], "optional": {line[2:] for line in lines if line.startswith("? ")}}


def measure(document, wanted):
    found = [line for line in lines_of(document["text"]) if line not in wanted["optional"]]
    blocks = difflib.SequenceMatcher(None, wanted["lines"], found, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    want, got = words_of(wanted["lines"]), words_of(found)
    common = sum((want & got).values())
    return {"common": common, "want": sum(want.values()), "got": sum(got.values()), "kept": kept, "lines": len(wanted["lines"]),
            "stray": [line for line in found if line not in wanted["lines"]], "lost": [line for line in wanted["lines"] if line not in found],
            "title": (document["title"] or "") == wanted["title"], "byline": (document["byline"] or "") == wanted["byline"]}


def f1(common, want, got):
    return 2 * common / (want + got) if want + got else 1.0


def main():
    pages = sorted(PAGES.glob("*.html"))
    out = subprocess.run([sys.argv[1], "extract", "--type", "document", "--emit-text", *pages], capture_output=True, check=True).stdout
    documents = [json.loads(line) for line in out.decode("utf-8").splitlines()]
    total = collections.Counter()
    print(f"{'page':18}  words  lines kept  stray  title  byline")
    for page, document in zip(pages, documents, strict=True):
        wanted = read_wanted(page.with_suffix(".txt"))
        result = measure(document, wanted)
        stray = len(result["stray"])
        print(f"{page.stem:18}  {f1(result['common'], result['want'], result['got']):.3f}  {result['kept']:5}/{result['lines']:<4}  {stray:5}  "
              f"{'yes' if result['title'] else 'NO':5}  {'yes' if result['byline'] else 'NO'}")
        if "--misses" in sys.argv:
            for mark, lines in (("+", result["stray"]), ("-", result["lost"])):
                for line in lines:
                    print(f"    {mark} {line[:150]}")
            for field in ("title", "byline"):
                if not result[field]:
                    print(f"    {field}: {document[field]!r}")
        total.update({key: result[key] for key in ("common", "want", "got", "kept", "lines", "title", "byline")})
        total["stray"] += stray
    figures = {"words": f1(total["common"], total["want"], total["got"]), "kept": total["kept"] / total["lines"],
               "titles": total["title"] / len(pages), "bylines": total["byline"] / len(pages)}
    print(f"{'all ' + str(len(pages)):18}  {figures['words']:.3f}  {total['kept']:5}/{total['lines']:<4}  {total['stray']:5}  {figures['titles']:.3f}  {figures['bylines']:.3f}")
    if "--check" not in sys.argv:
        return 0
    below = [f"{name} {figures[name]:.3f} is below its floor, {floor}" for name, floor in FLOORS.items() if figures[name] < floor]
    if total["stray"] > MOST_STRAY:
        below.append(f"{total['stray']} lines that are no part of an article are more than {MOST_STRAY}")
    print("\n".join(below))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
