#!/usr/bin/env python3
"""Fails when a plain sentence of a common shape is read wrongly: every_shape.py ONRECORD [--update]

Puts subjects, what stands between subject and verb, forms of verbs, contents and what follows a quotation into the frames of plain sentences, and
asks for exact contents and speakers. The sentences known to fail stand in every_shape.known, a line each; any other that fails is an error, and so
is one of them that does not. --update writes the file anew; read the difference before it is committed.
"""
import pathlib
import re
import sys

from plain_passages import compare_with_known, records_of, speaker_of
from shape_tables import (AT_NOON, BEHIND, BETWEEN, BETWEEN_FRAMES, BETWEEN_SUBJECTS, CLOSED, CONTENTS, CONTENT_FRAMES, ENDS,
                          FORMS, FRAMES, QUOTED_SUBJECTS, SAID, SUBJECTS, VERBS)

KNOWN = pathlib.Path(__file__).resolve().parent / "every_shape.known"
ABOVE = "The bridge in the harbour is closed\n\nIt rained for days. The masons went home. Ann Lee came late.\n\n"


def rows(table):
    return [line for line in table.split("\n") if line]


def capital(text):
    return text[0].upper() + text[1:]


def sentence(frame, subject):
    """The frame with its subject, whose last comma falls before other marks."""
    joined = frame.replace(" {S}", subject if subject[0] in ",—" else " {S}").replace("{S}", subject)
    return capital(re.sub(r"\.\.$", ".", re.sub(r",([.,:?])", r"\1", joined)))


def of_subject(sort, frame, subject, names):
    """A sentence of the frame, what it says, and who."""
    said = AT_NOON if "[Q]" in frame else CLOSED
    placed = frame.replace("[Q]", AT_NOON).replace("[C]", capital(CLOSED) if frame.startswith("[C]") else CLOSED)
    return sort, sentence(placed, subject), said, names


def passages():
    for row in rows(SUBJECTS):
        subject, names = row.split(" > ")
        for frame in rows(FRAMES):
            yield of_subject("subject", frame, subject, names.lower().split(" & "))
    for subject, name in BETWEEN_SUBJECTS:
        for between in BETWEEN:
            for frame in BETWEEN_FRAMES:
                yield of_subject("between", frame, subject + ("" if between[0] == "," else " ") + between, [name])
    for base, third, past, ing, participle in VERBS:
        for form in FORMS:
            verb = form.format(b=base, s=third, p=past, g=ing, q=participle)
            for subject, name in [("Ann Lee", "ann lee"), ("The council", "council"), ("Officials", "officials")]:
                space = "" if verb[0] in ",—" else " "
                yield "form", f"{subject}{space}{verb} that {CLOSED}.", CLOSED, [name]
    for content in rows(CONTENTS):
        for frame in rows(CONTENT_FRAMES):
            placed = capital(content) if frame.startswith("{C}") else content
            yield "content", frame.format(C=placed).replace("p.m..", "p.m."), content, ["ann lee"]
    for end in ENDS:
        for verb in SAID:
            for behind in BEHIND:
                for subject, name in QUOTED_SUBJECTS:
                    yield "quotation", f"“{AT_NOON}{end}” {subject} {verb}{behind}.", AT_NOON, [name]
                    if " " not in verb:
                        yield "quotation", f"“{AT_NOON}{end}” {verb} {subject}{behind}.", AT_NOON, [name]


def plain(text):
    text = re.sub(r"[“”…]", "", text).strip(" .,?!").lower()
    return text[5:] if text.startswith("that ") else text


def speakers_of(record):
    """All their names, without a dot behind: it may be that of the sentence."""
    return [name.strip(".") for name in [speaker_of(record)] + [one["name"].lower() for one in record["co_speakers"]]]


def main():
    asked = list(passages())
    failed = {}
    for (sort, text, said, names), records in zip(asked, records_of(sys.argv[1], [ABOVE + text + "\n" for _, text, _, _ in asked])):
        found = [(plain(record["text"]), speakers_of(record)) for record in records]
        if (plain(said), [name.strip(".") for name in names]) not in found:
            failed[f"{sort}: {text}"] = found
    return compare_with_known([sort for sort, _, _, _ in asked], failed, KNOWN, 9000)


if __name__ == "__main__":
    sys.exit(main())
