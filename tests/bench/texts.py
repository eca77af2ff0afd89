#!/usr/bin/env python3
"""Makes texts to measure with: news-like articles, and texts made to hurt. The same arguments give the same bytes.

usage: texts.py KIND BYTES [--as text|jsonl] [--seed N]       to standard output
       texts.py KIND BYTES --folder DIR [--seed N]            a file for each article
       texts.py --list                                        the kinds

News has the density of real articles: a sentence of 114 bytes, a paragraph of 275, a third of the sentences with a
reporting verb, curly quotation marks in half of the articles. Names, nouns and places come from thousands of made-up
words, so that caches are not warmer than real text leaves them. Beyond 32 MB the articles repeat.
"""

import argparse
import json
import random
import sys
from pathlib import Path

LEXICON = Path(__file__).resolve().parents[2] / "rules" / "lexicon"
DISTINCT = 32_000_000

ONSETS = "b br c cl d dr f fl g gr h j k l m n p pl pr r s sh st t th tr v w".split()
VOWELS = "a e i o u ai ea oo".split()
CODAS = "ck d l ll m n nd ng r rd rn s st t th x".split()
VERBS = "opened closed cut raised won lost built sold bought found left joined changed crossed reached passed dropped kept".split()
ADJECTIVES = "new old local public early late strong weak large small northern southern private national final further".split()
HEADS = "council ministry bank company court school hospital union agency club port library museum committee".split()
THINGS = "plan budget report road bridge market vote rise fall delay deal strike season harvest river storm service line".split()
ROLES = "director spokesman mayor senator professor chairman minister coach manager analyst lawyer teacher".split()
TAILS = ("after a long night of talks", "for the first time in ten years", "as prices kept rising", "before the end of the month",
         "in a letter to residents", "at a meeting on Tuesday", "with help from neighbours", "despite the weather",
         "when the first results came in", "which few had expected", "because the work had taken longer")


def lexicon(name):
    return [line.split("\t")[0] for line in (LEXICON / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def past_forms():
    rows = [line.split("\t") for line in (LEXICON / "reporting_verbs.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    past, likelihood = rows[0].index("form.past"), rows[0].index("likelihood")
    verbs = [row[past].split("|")[0] for row in rows[1:] if row[likelihood] == "high" and len(row) > past and row[past]]
    return ["said"] * (2 * len(verbs)) + verbs


class News:
    """Articles of made-up events."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.first_names = lexicon("first_names.txt")
        self.verbs = past_forms()
        self.surnames = self.made_up(4000, capital=True)
        self.places = self.made_up(1500, capital=True)
        self.nouns = self.made_up(6000, capital=False)

    def made_up(self, count, capital):
        words = set()
        while len(words) < count:
            word = "".join(self.rng.choice(ONSETS) + self.rng.choice(VOWELS) for _ in range(self.rng.randint(1, 2))) + self.rng.choice(CODAS)
            words.add(word.capitalize() if capital else word)
        return sorted(words)

    def one(self, words):
        return words[int(self.rng.random() * len(words))]

    def person(self):
        return f"{self.one(self.first_names)} {self.one(self.surnames)}"

    def body(self):
        return f"the {self.one(self.places)} {self.one(HEADS).capitalize()}"

    def phrase(self):
        return f"the {self.one(ADJECTIVES)} {self.one(self.nouns)} {self.one(THINGS)}"

    def clause(self):
        subject = self.body() if self.rng.random() < 0.4 else self.phrase()
        more = f" and {self.one(VERBS)} {self.phrase()} of {self.one(self.places)}" if self.rng.random() < 0.75 else ""
        return f"{subject} {self.one(VERBS)} {self.phrase()}{more} {self.one(TAILS)}"

    def quoted(self, end):
        return f"“{upper_first(self.clause())}{end}”"

    def speaker(self, people):
        name = self.one(people)
        form = self.rng.random()
        if form < 0.4:
            return name.split()[-1]
        if form < 0.6:
            return f"{name}, a {self.one(ROLES)} at {self.body()},"
        return "he" if form < 0.75 else name

    def reported(self, people):
        """A sentence that tells what somebody said."""
        form = self.rng.random()
        verb, speaker = self.one(self.verbs), self.speaker(people)
        if form < 0.35:
            return f"{upper_first(speaker)} {verb} that {self.clause()}."
        if form < 0.7:
            return f"{self.quoted(',')} {speaker} {verb}."
        if form < 0.85:
            return f"According to {self.one(people)}, {self.clause()}."
        return f"{upper_first(speaker)} {verb} the {self.one(THINGS)} was “{self.one(ADJECTIVES)} and {self.one(ADJECTIVES)}” {self.one(TAILS)}."

    def sentence(self, people):
        if self.rng.random() < 0.37:
            return self.reported(people)
        if self.rng.random() < 0.06:
            return self.quoted(".")
        return f"{upper_first(self.clause())}."

    def article(self):
        people = [self.person() for _ in range(self.rng.randint(1, 4))]
        lines = [f"{upper_first(self.one(self.nouns))} {self.one(THINGS)} {self.one(VERBS)} {self.one(THINGS)} in {self.one(self.places)}", f"By {self.person()}"]
        for _ in range(self.rng.randint(5, 16)):
            lines.append(" ".join(self.sentence(people) for _ in range(self.rng.choice((1, 2, 3, 3)))))
        text = "\n\n".join(lines) + "\n"
        return text if self.rng.random() < 0.5 else text.replace("“", '"').replace("”", '"')

    def articles(self, size):
        made, total = [], 0
        while total < size:
            article = self.article() if total < DISTINCT else made[len(made) % 4096]
            if total < DISTINCT:
                made.append(article)
            else:
                made.append("")
            total += len(article.encode())
            yield article


def upper_first(text):
    return text[:1].upper() + text[1:]


def filled(piece, size):
    piece = piece if isinstance(piece, bytes) else piece.encode()
    return (piece * (size // len(piece) + 1))[:size]


def of_sentences(make, between):
    """Sentences of a maker of news, put together with `between`."""

    def text(size, seed):
        news, parts, total = News(seed), [], 0
        people = [news.person() for _ in range(4)]
        while total < size:
            parts.append(make(news, people))
            total += len(parts[-1].encode()) + len(between)
        return between.join(parts).encode()

    return text


def listed_questions(size, seed):
    """A FAQ of which nothing but the last question has an answer."""
    answer = b"\nThe council pays for all of it, and always has done.\n"
    questions, total = [b"FAQ\n\n"], len(answer)
    while total < size:
        questions.append(b"Who pays for crane %d?\n" % len(questions))
        total += len(questions[-1])
    return b"".join(questions) + answer


def of_people(line):
    """A line for each of people who are all called by other names, which `line` makes of a first name and a surname."""

    def text(size, seed):
        news, lines, total = News(seed), [], 0
        pairs = ((first, last) for last in news.surnames for first in news.first_names)
        while total < size:
            lines.append(line(*next(pairs)).encode())
            total += len(lines[-1])
        return b"".join(lines)

    return text


def with_bad_bytes(size, seed):
    text = bytearray(of_sentences(News.sentence, " ")(size, seed))
    text[::50] = b"\xff" * len(text[::50])
    return bytes(text)


ADVERSARIAL = {
    "one-line": of_sentences(News.sentence, " "),
    "no-period": of_sentences(lambda news, people: news.reported(people)[:-1].replace(". ", " "), " "),
    "cues-in-one-paragraph": lambda size, seed: filled("“Yes,” said Ann Lee. ", size),
    "claims-in-one-paragraph": lambda size, seed: filled("Ann Lee said that it rains. ", size),
    "cues-in-one-sentence": lambda size, seed: filled("Ann Lee said that ", size),
    "cue-words": lambda size, seed: filled("said ", size),
    "quotes-in-one-sentence": lambda size, seed: filled("“yes” and ", size),
    "floating-quotes": lambda size, seed: filled("“It may rain on all of us.” ", size),
    "cue-lines": lambda size, seed: filled("Ann Lee said that\n", size),
    "quote-lines": lambda size, seed: filled("“said\n", size),
    "names": of_sentences(lambda news, people: news.person() + (" said" if news.rng.random() < 0.1 else " of"), " "),
    "names-of-places": of_sentences(lambda news, people: f"Mr. Jordan {news.person().split()[-1]} said it was safe.", " "),
    "namesakes": of_people(lambda first, last: f"{first.capitalize()}{last.lower()} Lee said it rains. Mr. {first[0]}. Lee said it does not.\n"),
    "misspelt-names": of_people(lambda first, last: f"Ann {first.capitalize()}{last.lower()} said it rains. {last}{first.lower()} said it does not.\n"),
    "initials": of_people(lambda first, last: f"AL: It rains on {first.capitalize()}{last.lower()} {last} Lee in town. It does not stop.\n"),
    "dots-before-quotations": lambda size, seed: filled("He met the U.S. “Bo Li ", size),
    "capitals": of_sentences(lambda news, people: news.sentence(people).upper(), " "),
    "title-case": of_sentences(lambda news, people: news.sentence(people).title(), " "),
    "pronouns": lambda size, seed: filled("He said that it rains. She said it does not. They said so. ", size),
    "turns": lambda size, seed: filled("ANN LEE, HOST: It rains.\nBO LI: So it does. It does not stop.\nLEE: No.\n", size),
    "posts": lambda size, seed: filled("It rains. — Ann Lee (@annlee) May 3, 2021\n", size),
    "questions": lambda size, seed: filled("Who pays for it?\nThe council pays for all of it, and always has done.\n", size),
    "listed-questions": listed_questions,
    "headings": lambda size, seed: filled("A Short Heading\nA line of text that is long enough to be one, with a full stop at its end, and then some more.\n", size),
    "straight-marks": lambda size, seed: filled('"', size),
    "opening-marks": lambda size, seed: filled("“", size),
    "closing-marks": lambda size, seed: filled("”", size),
    "nested-marks": lambda size, seed: filled("“a ‘b ", size),
    "unclosed-quotes": lambda size, seed: filled("“It rains, \n", size),
    "newlines": lambda size, seed: filled("\n", size),
    "periods": lambda size, seed: filled(".", size),
    "spaces": lambda size, seed: filled(" ", size),
    "zero-bytes": lambda size, seed: filled("\0", size),
    "one-word": lambda size, seed: filled("a", size),
    "bad-bytes": with_bad_bytes,
    "random-bytes": lambda size, seed: random.Random(seed).randbytes(size),
}


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("kind", nargs="?", choices=["news", *ADVERSARIAL])
    parser.add_argument("bytes", nargs="?", type=int)
    parser.add_argument("--as", dest="form", choices=["text", "jsonl"], default="text")
    parser.add_argument("--folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


def write_folder(folder, articles):
    for number, article in enumerate(articles):
        path = Path(folder) / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article, encoding="utf-8")


def main():
    options = arguments()
    if options.list:
        print("\n".join(["news", *ADVERSARIAL]))
    elif options.kind != "news":
        sys.stdout.buffer.write(ADVERSARIAL[options.kind](options.bytes, options.seed))
    elif options.folder:
        write_folder(options.folder, News(options.seed).articles(options.bytes))
    else:
        for number, article in enumerate(News(options.seed).articles(options.bytes)):
            line = json.dumps({"id": str(number), "text": article}, ensure_ascii=False) if options.form == "jsonl" else article
            sys.stdout.buffer.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
