#!/usr/bin/env python3
"""Fails when a short passage of news is read wrongly: every_passage.py ONRECORD [--update]

Puts marks, people and clauses into passages of several sentences and paragraphs, and asks what is said, who says it and how it is meant:
quotations in all sorts of marks, over paragraphs and without a word of saying; pronouns, surnames, nouns and short forms for people and bodies;
what is denied, possible, foreseen, conditional or not said at all. A passage of which anything is missed stands in every_passage.known, a
line each, if that is known. Any other that fails is an error, and so is one of them that does not. --update writes the file anew; read the
difference before it is committed.
"""
import itertools
import pathlib
import sys

from plain_passages import compare_with_known, records_of

ABOVE = "The bridge in the harbour is closed\n\nIt rained for days, and the river rose higher than anybody could remember. The masons went home.\n\n"
BELOW = "\n\nIt rained again on Tuesday, and nobody could tell what the council wanted to do about the bridge. The masons stayed at home.\n"

# Marks: what opens, what closes, the apostrophe, and what opens and closes a quotation inside.
MARKS = [("“", "”", "’", "‘", "’"), ('"', '"', "'", "'", "'"), ("‘", "’", "’", "“", "”"), ("'", "'", "'", '"', '"'), ("``", "''", "'", "`", "'"), ("«", "»", "’", "“", "”"), ("„", "“", "’", "‚", "‘")]
SAID = [("It can{a}t go on like this", "We need the masons{a} help", "They crossed it in the {a}90s, you know"), ("The bridge is safe", "Nobody fell", "We walked over it twice")]
# {0}, {1} and {2} are what is said, < and > the marks around it, [ and ] those inside; w is the speaker, W the same at the start of a sentence.
QUOTED = {
    "<{0},> {w} said.": "0", "{W} said, <{0}.>": "0", "{W} said: <{0}. {1}.>": "0. 1", "<{0}?> {w} asked.": "0?", "<{0}!> {w} said. <{1}.>": "0!|1",
    "<{0} …> {w} said.": "0 …", "<{0}>, {w} said.": "0", "<{0} [sic],> {w} said.": "0 [sic]", "The masons left (<{0},> {w} said) at noon.": "0",
    "<{0},> {w} said on Monday, <and I know it. {1}.>": "0|and I know it. 1", "{W} told the council: <{0}.\n\n<{1}. {0}.\n\n<{2}.>": "0|1. 0|2",
    "<{0},> {w} said.\n\n<{1}.>\n\n<{2}.>": "0|1|2", "<{0},> {w} said. <{1}.\n\n<{2}.>": "0|1|2", "<{0}.\n\n<{1}.\n\n<{2},> {w} said.": "0|1|2",
    "<{0},> {w} said.\n\nThe masons went home.\n\n<{2}.>": "0|2", "{W} shook her head.\n\n<{1}.>": "1", "{W} was angry. <{0}.>": "0", "{W} had an answer:\n\n<{0}.>": "0",
    "{W} was quoted as saying: <{0}.>": "0", "The Quilt Post quoted Ann Lee as saying, <{0}.>": "0", "<[{0},] he told me,> {w} said.": "[0,] he told me",
    "{W} said, <He told me, [{0}.]>": "He told me, [0.]", "<Rock {a}n{a} roll,> {w} said.": "Rock {a}n{a} roll", "{W} tweeted: <{0} #bridge @council https://t.co/abc>": "0 #bridge @council https://t.co/abc",
}

WOMEN = ["Ann Lee", "Mary Quimby", "Zoë Hall", "Odalys Quim", "Rose Baker"]
MEN = ["Tom Fox", "Bo Li", "Sir Peter Banks", "Mark Church"]
# {f} and {m} are a woman and a man, {F} and {M} their surnames. What must be found stands behind, with who says it.
PEOPLE = {
    "{f} met {m} on the bridge. “It is safe,” she said. “It is old,” he said.": ["f: It is safe", "m: It is old"],
    "{f} said the bridge was safe. {m} said it was old. She wants it open, she said. He said that he did not.": ["m: it was old", "f: She wants it open", "m: that he did not"],
    "“{m} lied about it,” {f} said. She said that nobody fell.\n\n“It is late,” {F} said.": ["f: {m} lied about it", "f: that nobody fell", "f: It is late"],
    "“It is safe,” {f} said.\n\n{m} disagreed.\n\n“It is old,” he said.\n\n“It is late,” {F} replied.": ["f: It is safe", "m: It is old", "f: It is late"],
    "“It is safe,” {f} said.\n\n{m}, who had walked over it, was angry.\n\n“It is old and it moves.”": ["f: It is safe", "m: It is old and it moves"],
    "{f} and {m} came to the bridge. “It is safe,” they said in a statement.": ["f & m: It is safe"],
    "{f} came with her husband, {m}. “It is safe,” he said. “It is old,” she said.": ["m: It is safe", "f: It is old"],
    "{f}’s lawyer, {m}, came to the bridge. “It is safe,” he said. “It is old,” she said.": ["m: It is safe", "f: It is old"],
    "{f}, the mayor, and {m}, a mason, came. “It is safe,” the mayor said. “It is old,” the mason said.": ["f: It is safe", "m: It is old"],
    "{f}, 43, came to the bridge. “It is safe,” the 43-year-old said.": ["f: It is safe"],
    "{m} said the bridge was safe.\n\n{f} came on Tuesday. She walked over it.\n\n“It is old,” she said. “It is late,” {M} said.": ["m: the bridge was safe", "f: It is old", "m: It is late"],
    "{f} told {m} that the bridge was safe. He said it was old.": ["f: that the bridge was safe", "m: it was old"],
    "{m} spoke of it in the hall, as he met the town’s new harbour mason, Odd Quimsson, by chance.\n\nHe said: “It is safe.”": ["m: It is safe"],
    "“It is old,” {f} said. “It is not,” {m} said.\n\nThe talk was led by Dr. Odd Quimsson, a mason of the town.\n\nHe said: “It is safe.”": ["f: It is old", "m: It is not", "Odd Quimsson: It is safe"],
    "{f} said that {m} closed the bridge and left. She added that it was old.": ["f: that {m} closed the bridge and left", "f: that it was old"],
    "“It is late,” {m} said. He said that Tom Doe closed the bridge. He added that it was old.": ["m: It is late", "m: that Tom Doe closed the bridge", "m: that it was old"],
    "{f}, Minister for Roads said that it was safe.": ["f: that it was safe"],
    "{m}, Minister of Roads, Bridges and Boats urged masons to help him.\n\nHe said it was late.": ["m: it was late"],
    "“It is late,” {m} said.\n\nTom Doe, who lives there, closed the bridge when Peter Moe came.\n\n“It is old,” he said.": ["m: It is late", "Tom Doe: It is old"],
    "Deputy Solicitor General (DSG) {f} said that it was safe.": ["f: that it was safe"],
    "The spokesperson of the command, SP {f}, said that it was safe.": ["f: that it was safe"],
    "Quilt coach {f}\n\nOn the bridge in the harbour:\n\n“It is safe and new.”\n\nOn the town …\n\n“It is rich, as you know.”": ["f: It is safe and new.", "f: It is rich, as you know."],
    "{f} is glad that the bridge is open, she said.": ["f: {f} is glad that the bridge is open"],
    "Quilt Governor, {f}, said that it was safe.": ["f: that it was safe"],
    "{f} came to the bridge. The twice-married actress said that it was safe. She said it was old.": ["f: that it was safe", "f: it was old"],
    "{m} came to the bridge. The 54-year-old mason said that it was safe.": ["m: that it was safe"],
    "{f} came to the bridge with a singer. The singer said that it was safe.": ["singer: that it was safe"],
    "{f} met {m} on the bridge. The latter said it was old.": ["m: it was old"],
    "{f} came. “It is safe,” a neighbour said. “It is old,” {F} said.": ["neighbour: It is safe", "f: It is old"],
    "Asked by {m} about the bridge, {f} said it was safe. She said it was old.": ["f: it was safe", "f: it was old"],
    "The mayor said on 3 May 2020 that the bridge was safe. {f} said two days ago that it was old.": ["mayor: that the bridge was safe", "f: that it was old"],
}
BODIES = ["World Quilt Union", "National Bridge Agency", "Department of Bridges", "Harbour Research Institute", "Quilt City Council", "University of Quilt"]
OF_BODIES = {
    "The {b} ({i}) said the bridge was safe. “It is old,” the {i} said. The {n} said that nobody fell. It added that it was late.": ["b: the bridge was safe", "b: It is old", "b: that nobody fell", "b: that it was late"],
    "A report of the {b} ({i}) came out on Monday.\n\n{i} said that it was old.": ["b: that it was old"],
    "The {b} closed the bridge on Monday.\n\n“It is old,” the {n} said.": ["b: It is old"],
    "Ann Lee, a spokeswoman for the {b}, said it was safe. “It is old,” the spokeswoman said.": ["Ann Lee: it was safe", "Ann Lee: It is old"],
}

SUBJECTS = ["Ann Lee", "The mayor", "The council", "The masons"]
# What is said, and how: a possible, foreseen (predicted) or conditional thing, negated (not).
CLAUSES = {
    "the bridge was safe": "", "the bridge was not safe": "not", "nobody crossed the bridge": "not", "the bridge never opened": "not", "there is no danger": "not", "none of the masons crossed it": "not",
    "it can't be mended": "not", "it was by no means safe": "not", "the masons had found no cracks": "not", "at no time was the bridge open": "not", "the masons who did not cross it were safe": "",
    "the bridge is not only safe but new": "", "the bridge, which might be old, is safe": "", "because it had not rained, the bridge was safe": "", "the bridge may fall": "possible", "the bridge might not open": "possible not",
    "the bridge is probably safe": "possible", "perhaps the bridge is safe": "possible", "it was reportedly old": "possible", "the bridge will open in May": "predicted", "it won't open": "predicted not",
    "it was about to fall": "predicted", "they'd be there": "predicted", "the bridge would fall if it rained": "conditional", "if it rained, the bridge would fall": "conditional", "the bridge will fall unless it stops": "conditional",
}
SAYING = ["{s} said that {c}.", "{s} told the council that {c}.", "{s} said {c}.", "{C}, {l} said.", "According to {l}, {c}."]
# Whether somebody says so: d where they are said not to.
CUES = {
    "said": "", "denied": "d", "did not deny": "", "never denied": "", "disputed": "d", "confirmed": "", "did not say": "d", "never said": "d", "would not confirm": "d", "refused to say": "d", "declined to confirm": "d",
    "failed to mention": "d", "stopped short of saying": "d", "avoided saying": "d", "could not say": "d", "did not only say": "", "never failed to mention": "", "rejected claims": "d", "neither confirmed nor denied": "d",
    "did not say or suggest": "d", "did not hesitate to say": "",
}

KNOWN = pathlib.Path(__file__).resolve().parent / "every_passage.known"


def quoted_passages():
    for (opening, closing, apostrophe, inner_opening, inner_closing), said, (speaker, before) in itertools.product(MARKS, SAID, [("Ann Lee", ""), ("she", "Ann Lee walked to the bridge on Monday.\n\n")]):
        words = [one.format(a=apostrophe) for one in said]

        def marked(text):
            return "".join({"<": opening, ">": closing, "[": inner_opening, "]": inner_closing}.get(c, c) for c in text.replace("[sic]", "(sic)")).replace("(sic)", "[sic]")

        for passage, wanted in QUOTED.items():
            text = marked(passage).format(*words, w=speaker, W=speaker[0].upper() + speaker[1:], a=apostrophe)
            parts = [marked("".join(words[int(c)] if c in "012" else c for c in part).format(a=apostrophe)) for part in wanted.split("|")]
            yield "quoted", before + text, [("Ann Lee", part, None) for part in parts]


def people_passages():
    for (passage, wanted), woman, man in itertools.product(PEOPLE.items(), WOMEN, MEN):
        names = {"f": woman, "m": man.replace("Sir ", "")}
        slots = {"f": woman, "m": man, "F": woman.split()[-1], "M": man.split()[-1]}
        found = [one.format(**slots).split(": ", 1) for one in wanted]
        yield "people", passage.format(**slots), [(" & ".join(names.get(who, who) for who in speaker.split(" & ")), text, None) for speaker, text in found]
    for (passage, wanted), body in itertools.product(OF_BODIES.items(), BODIES):
        initials = "".join(word[0] for word in body.split())
        noun = next(word for word in reversed(body.split()) if word in "Union Agency Department Institute Council University").lower()
        found = [one.split(": ", 1) for one in wanted]
        yield "bodies", passage.format(b=body, i=initials, n=noun), [(body if speaker == "b" else speaker, text, None) for speaker, text in found]


def status_passages():
    for subject, (clause, how), saying in itertools.product(SUBJECTS, CLAUSES.items(), SAYING):
        later = subject if subject == "Ann Lee" else subject[0].lower() + subject[1:]
        first = clause[0].upper() + clause[1:]
        content = first if "{C}" in saying else "that " + clause if "that {c}" in saying else clause
        modality = how.replace("not", "").strip() or "asserted"
        yield "clause", saying.format(s=subject, c=clause, C=first, l=later), [(subject.removeprefix("The "), content, (modality, "affirmed", "not" in how))]
    for subject, (cue, how) in itertools.product(SUBJECTS, CUES.items()):
        yield "cue", f"{subject} {cue} that the bridge was safe.", [(subject.removeprefix("The "), "that the bridge was safe", ("asserted", "denied" if how else "affirmed", False))]


def passages():
    yield from quoted_passages()
    yield from people_passages()
    yield from status_passages()


def plain(text):
    return text.strip(" .,")


def told(record):
    names = " & ".join(one["name"] for one in [record["speaker"] or {"name": ""}, *record["co_speakers"]])
    how = (record["modality"], record["polarity"], record["negated"]) if record["type"] == "claim" else None
    return names, plain(record["text"]), how


def main():
    asked = list(passages())
    failed = {}
    for (kind, text, wanted), records in zip(asked, records_of(sys.argv[1], [ABOVE + text + BELOW for _, text, _ in asked])):
        found = [told(record) for record in records]
        if any(not any(one[0] == name and plain(one[1]) == said and one[2] in (None, how) for name, said, how in found) for one in wanted):
            failed[f"{kind}: {text}".replace("\n", "¶")] = found
    return compare_with_known([kind for kind, _, _ in asked], failed, KNOWN, 1500)


if __name__ == "__main__":
    sys.exit(main())
