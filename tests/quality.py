#!/usr/bin/env python3
"""Writes the figures into docs/quality.md, between its marks: quality.py ONRECORD SHARED

SHARED is the folder with the gold sets. The articles in tests/gold are measured too.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "quality.md"
# Title, gold set, figure.
ROWS = [
    ("direct quotes, same span, F1", "news", "direct_exact.f1"),
    ("direct quotes, same span, F1", "Wikinews", "direct_exact.f1"),
    ("all statements, F1", "news", "statements_half.f1"),
    ("all statements, precision", "news", "statements_half.p"),
    ("all statements, recall", "news", "statements_half.r"),
    ("all statements, same span, F1", "news", "statements_exact.f1"),
    ("all statements, F1", "Wikinews", "statements_half.f1"),
    ("all statements, precision", "Wikinews", "statements_half.p"),
    ("all statements, same span, F1", "Wikinews", "statements_exact.f1"),
    ("speaker", "news", "speaker.accuracy"),
    ("speaker", "Wikinews", "speaker.accuracy"),
    ("full name of the speaker", "news", "name.accuracy"),
    ("full name of the speaker", "Wikinews", "name.accuracy"),
    ("cue", "news", "cue.accuracy"),
    ("cue", "Wikinews", "cue.accuracy"),
    ("statements with their speaker, F1", "news", "end_to_end.f1"),
    ("statements with their speaker, F1", "Wikinews", "end_to_end.f1"),
    ("FAQ questions, F1", "FAQ pages", "question.f1"),
    ("FAQ pairs, F1", "FAQ pages", "pair.f1"),
    ("false FAQ pairs", "pages without FAQ", "pair.found"),
    ("title, F1", "whole pages", "title.f1"),
    ("byline, F1", "whole pages", "byline.f1"),
    ("speakers in furniture", "whole pages", "boilerplate_speaker.share"),
    ("quotes in furniture", "whole pages", "boilerplate_quote.share"),
    ("claims in furniture", "whole pages", "boilerplate_claim.share"),
    *((title, half, figure) for title, figure in (
        ("the writer’s claims, precision", "claims_half.p"), ("the writer’s claims, recall", "claims_half.r"),
        ("modality, precision", "modality.p"), ("modality, recall", "modality.r"), ("negation, precision", "negation.p"),
        ("negation, recall", "negation.r")) for half in ("development", "held-out")),
]

# The articles of the news by how much was read of them while rules were written; docs/quality-log.md says when.
PARTS = [
    ("read from the start (A)", slice(0, None, 2)),
    ("read since round 6 (B1)", slice(1, None, 4)),
    ("read since round 13 (B2a)", slice(3, None, 8)),
    ("never read (B2b)", slice(7, None, 8)),
]
FIGURES_OF_PARTS = [
    ("direct quotes, same span", "direct_exact.f1"),
    ("all statements", "statements_half.f1"),
    ("… same span", "statements_exact.f1"),
    ("speaker", "speaker.accuracy"),
    ("full name", "name.accuracy"),
    ("statements with their speaker", "end_to_end.f1"),
]


class Sets:
    """The figures of each gold set, measured when they are asked for."""

    def __init__(self, onrecord, shared):
        self.onrecord, self.gold = onrecord, shared / "gold"
        self.measured = {}
        self.files = {"news": "polnear-dev", "Wikinews": "gum-dev", "FAQ pages": "faq-dev", "pages without FAQ": "faq-negative-dev",
                      "whole pages": "structure-dev"}

    def lines(self, name):
        if name in self.files:
            return (self.gold / f"{self.files[name]}.jsonl").read_bytes()
        return subprocess.check_output([sys.executable, ROOT / "tests" / "gold" / "marked_text.py", ROOT / "tests" / "gold" / name])

    def evaluate(self, lines, *options):
        command = [self.onrecord, "evaluate", "--rules", ROOT / "rules", "--format", "json", *options, "-"]
        return json.loads(subprocess.run(command, input=lines, stdout=subprocess.PIPE, check=True).stdout)

    def of(self, name):
        if name not in self.measured:
            self.measured[name] = self.evaluate(self.lines(name))
        return self.measured[name]


def value_of(measured, path):
    """The figure at a path like "statements_half.f1" in what 'onrecord evaluate' wrote; 0 where nothing was found."""
    value = measured["figures"]
    for key in path.split("."):
        value = value.get(key, 0)
    return value


def figures(sets):
    yield "| figure | articles | reached |"
    yield "|---|---|---|"
    for title, name, path in ROWS:
        value = value_of(sets.of(name), path)
        yield f"| {title} | {name} | {value if isinstance(value, int) else f'{value:.3f}'} |"


def parts(sets):
    yield f"| part of the news | articles | {' | '.join(title for title, _ in FIGURES_OF_PARTS)} |"
    yield "|---" * (len(FIGURES_OF_PARTS) + 2) + "|"
    lines = sets.lines("news").splitlines(keepends=True)
    for title, part in PARTS:
        measured = sets.evaluate(b"".join(lines[part]))
        values = " | ".join(f"{value_of(measured, path):.3f}" for _, path in FIGURES_OF_PARTS)
        yield f"| {title} | {len(lines[part])} | {values} |"


def reliability(sets):
    measured = sets.of("news")["reliability"]
    yield "| confidence | records | mean confidence | share right |"
    yield "|---|---|---|---|"
    for part in measured["bins"]:
        yield f"| {part['from']:.1f} to {part['from'] + 0.1:.1f} | {part['records']:,} | {part['mean_confidence']:.3f} | {part['share_right']:.3f} |"
    yield ""
    lines = sets.lines("news").splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "confidence.toml")
        sets.evaluate(b"".join(lines[::2]), "--write-confidence", path)
        other = sets.evaluate(b"".join(lines[1::2]), "--add-rules", path)["reliability"]["calibration_error"]
    yield (f"Expected calibration error on the news: {measured['calibration_error']:.3f}. With precisions measured on every second "
           f"article only, on the articles between: {other:.3f}.")


def main():
    sets = Sets(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
    text = PAGE.read_text(encoding="utf-8")
    for name, lines in (("figures", figures(sets)), ("parts", parts(sets)), ("reliability", reliability(sets))):
        mark = f"<!-- {name}: written by ./dev quality -->"
        made = mark + "\n" + "\n".join(lines) + "\n<!-- end -->"
        text, times = re.subn(re.escape(mark) + r".*?<!-- end -->", lambda _, made=made: made, text, flags=re.DOTALL)
        if times != 1:
            sys.exit(f"quality: no marks for {name} in {PAGE}")
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
