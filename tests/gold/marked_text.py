#!/usr/bin/env python3
"""Turns articles marked up by hand into gold: marked_text.py FILE|FOLDER... > gold.jsonl

The mark-up is that of links in Markdown, [words](label); README.md in this folder tells the labels. The format of what is
written is told in docs/gold-format.md.
"""
import json
import pathlib
import re
import sys

KINDS = ("forecast", "condition", "statistic", "comparison", "cause")
MODALITIES = ("possible", "predicted", "conditional", "requested")
LABEL = re.compile(r"\(([^()]*)\)")


class Mistake(Exception):
    pass


def spans_of(marked):
    """The text without its mark-up, and (start, end, label) of each marked stretch, the inner before the outer."""
    text, open_at, spans, at = [], [], [], 0
    while at < len(marked):
        if marked[at] == "[":
            open_at.append(len(text))
        elif marked[at] == "]":
            label = LABEL.match(marked, at + 1)
            if not label or not open_at:
                raise Mistake(f"']' without '[' or label at {marked[max(0, at - 40):at + 10]!r}")
            spans.append((open_at.pop(), len(text), label[1]))
            at = label.end() - 1
        else:
            text.append(marked[at])
        at += 1
    if open_at:
        raise Mistake(f"'[' never closed, before {''.join(text[open_at[-1]:])[:40]!r}")
    return "".join(text), spans


def status(words):
    """What the words of a label say of a claim, and those that are left."""
    modality = [word for word in words if word in MODALITIES]
    said = {"modality": modality[0] if modality else "asserted", "polarity": "denied" if "denied" in words else "affirmed",
            "negated": "negated" in words}
    return said, [word for word in words if word not in MODALITIES + ("denied", "negated")]


class Article:
    def __init__(self, name, marked):
        self.text, spans = spans_of(marked)
        self.speakers, self.cues, self.statements, self.questions, self.answers = {}, {}, [], {}, {}
        self.gold = {"id": name, "text": self.text, "title": None, "byline": None, "quotes": [], "claims": []}
        for start, end, label in sorted(spans):
            self.take(start, end, label)
        self.gold["quotes"] = [self.quote(*statement) for statement in self.statements]
        # Whether the answers of an interview are pairs of an FAQ is not for this mark-up to say.
        if not any("unjudged" in words for _, _, _, words in self.statements):
            self.gold["faqs"] = [self.pair(n) for n in sorted(self.questions)]

    def part(self, start, end):
        return {"start": start, "end": end, "text": self.text[start:end]}

    def take(self, start, end, label):
        first, *rest = label.split()
        if label in ("title", "byline"):
            self.gold[label] = self.text[start:end]
        elif set(first.split("|")) <= set(KINDS):
            self.take_claim(start, end, first.split("|"), rest)
        elif first in ("question", "answer") and len(rest) == 1:
            (self.questions if first == "question" else self.answers)[int(rest[0])] = (start, end)
        elif first.isdigit() and rest:
            self.take_attribution(int(first), start, end, rest)
        else:
            raise Mistake(f"cannot read the label ({label})")

    def take_claim(self, start, end, kinds, words):
        said, left = status(words)
        if left or said["polarity"] == "denied":
            raise Mistake(f"cannot read the label ({' '.join(words)})")
        self.gold["claims"].append({**self.part(start, end), "kind": kinds[0] if len(kinds) == 1 else kinds,
                                    "modality": said["modality"], "negated": said["negated"]})

    def take_attribution(self, number, start, end, words):
        if words[0] == "by":
            name = " ".join(words[1:])
            self.speakers[number] = (self.part(start, end), self.text[start:end] if name == "*" else name or None)
        elif words == ["cue"]:
            self.cues[number] = self.part(start, end)
        else:
            self.statements.append((number, start, end, words))

    def quote(self, number, start, end, words):
        said, left = status(words)
        kind = {"direct": "direct", "mixed": "mixed", "indirect": "indirect", "unjudged": "indirect"}.get(left[0])
        if kind is None or left[1:] not in ([], ["belief"]):
            raise Mistake(f"cannot read the label ({number} {' '.join(words)})")
        speaker, name = self.speakers.get(number, (None, None))
        quote = {"kind": kind, **self.part(start, end), "speaker": speaker, "cue": self.cues.get(number), "speaker_name": name,
                 "speech": left == [kind]}
        if kind != "direct" and left == [kind]:
            quote.update(said)
        return quote

    def pair(self, n):
        (q_start, q_end), (a_start, a_end) = self.questions[n], self.answers[n]
        return {"question": self.text[q_start:q_end], "answer": self.text[a_start:a_end], "q_start": q_start, "q_end": q_end,
                "a_start": a_start, "a_end": a_end}


def main():
    status_code = 0
    for argument in map(pathlib.Path, sys.argv[1:]):
        paths = sorted(path for path in argument.glob("*.md") if path.name != "README.md") if argument.is_dir() else [argument]
        for path in paths:
            try:
                gold = Article(path.stem, path.read_text(encoding="utf-8")).gold
                print(json.dumps(gold, ensure_ascii=False))
            except (Mistake, KeyError) as mistake:
                print(f"{path}: {mistake}", file=sys.stderr)
                status_code = 1
    return status_code


if __name__ == "__main__":
    sys.exit(main())
