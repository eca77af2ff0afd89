#!/usr/bin/env python3
"""Fails when a word of the lists does not do what its list is for: every_word.py ONRECORD [--update]

Puts each verb, noun for somebody, title, first name, body and place of rules/lexicon into plain sentences, and asks who speaks there.
The sentences that are known to give another speaker, or none, stand in every_word.known, a line each: adjectives for newspapers ("the weekly"),
words that are no nouns ("the both"), first names that are words ("Dean Quimby"), "eBay". Any other that fails is an
error, and so is one of them that does not, for then it is to be taken out. --update writes the file anew; read the difference before it is committed.
"""
import pathlib
import sys

from plain_passages import compare_with_known, records_of, speaker_of

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "rules" / "lexicon"
ABOVE = "The bridge in the harbour is closed\n\nIt rained for days, and the river rose higher than anybody could remember. The masons went home.\n\n"
CLOSED = "that the bridge was closed on Monday."

# Verbs: by what the list says may follow, with the form of the verb.
VERBS = {
    "that": ["Ann Lee {past} " + CLOSED, "Ann Lee {s} " + CLOSED, "Ann Lee has {participle} " + CLOSED, "Ann Lee left, {ing} " + CLOSED,
             "Ann Lee would later {base} " + CLOSED],
    "quote": ["“The bridge is closed now,” Ann Lee {past}.", "“The bridge is closed now,” Ann Lee {s}.", "Ann Lee {past}, “The bridge is closed now.”",
              "Ann Lee {past}: “The bridge is closed now.”"],
    "inversion": ["“The bridge is closed now,” {past} Ann Lee."],
    "zero": ["Ann Lee {past} the bridge was closed on Monday."],
    "whether": ["Ann Lee {past} whether the bridge was closed on Monday."],
}
# Nouns for somebody: all name the speaker.
NOUNS = ["The {} said " + CLOSED, "The special {} said " + CLOSED, "“The bridge is closed,” the {} said.", "The bridge was closed on Monday, the {} said.",
         "“The bridge is closed,” the {} of the council said.", "According to a new {}, the bridge is closed."]
APPOSED = ["Ann Lee, a {}, said " + CLOSED, "The {}, Ann Lee, told us " + CLOSED]

KNOWN = pathlib.Path(__file__).resolve().parent / "every_word.known"


def rows(name):
    for line in (LEXICON / name).read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def verb_sentences():
    header, *verbs = rows("reporting_verbs.tsv")
    for row in verbs:
        verb = dict(zip(header, row + [""] * len(header)))
        forms = {name: verb["form." + name].split("|")[0] for name in ("base", "s", "past", "participle", "ing")}
        forms["participle"] = forms["participle"] or forms["past"]
        if verb["likelihood"] not in ("high", "medium"):
            continue
        for use, sentences in VERBS.items():
            for sentence in sentences:
                if verb[use] == "yes" and all(forms[name] for name in forms if "{" + name + "}" in sentence):
                    yield "verb", "Ann Lee", sentence.format(**forms)


def sentences():
    yield from verb_sentences()
    for name in ("people_nouns.txt", "organisation_nouns.txt"):
        for noun, *_ in rows(name):
            if noun[0].islower():
                yield from (("noun", noun, sentence.format(noun)) for sentence in NOUNS)
    for noun, number, *_ in rows("people_nouns.txt"):
        if noun[0].islower() and number == "one":  # "court records, Ann Lee" are two
            yield from (("apposed", "Ann Lee", sentence.format(noun)) for sentence in APPOSED)
    for title, *_ in rows("titles.txt"):
        yield "title", "Ann Quimby", f"“The bridge is closed,” said {title} Ann Quimby."
    for first, *_ in rows("first_names.txt"):
        yield "first name", f"{first} Quimby", f"{first} Quimby said that the bridge was closed."
    for body, *_ in rows("organisations.txt"):
        yield "body", body, f"The bridge was closed, {body} said on Monday."
    for place, *_ in rows("places.txt"):
        yield "place", "mayor", f"The mayor of {place} said that the bridge was closed."


def main():
    asked = list(sentences())
    failed = {}
    for (kind, wanted, text), records in zip(asked, records_of(sys.argv[1], [ABOVE + text + "\n" for _, _, text in asked])):
        found = {speaker_of(record) for record in records}
        # Of a noun the speaker may be called by more words: "special counsel of the council".
        part = kind in ("noun", "place", "body")
        if not any(wanted.lower() in name if part else wanted.lower() == name for name in found):
            failed[f"{kind}: {text}"] = sorted(found)
    return compare_with_known([kind for kind, _, _ in asked], failed, KNOWN, 10000)


if __name__ == "__main__":
    sys.exit(main())
