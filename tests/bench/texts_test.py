#!/usr/bin/env python3
"""Holds what texts.py promises: the same bytes for the same arguments, the size asked for, the density of news."""

import re
import unittest

import texts


def news(size, seed=1):
    return "".join(texts.News(seed).articles(size))


class Texts(unittest.TestCase):
    def test_same_seed_gives_the_same_bytes(self):
        self.assertEqual(news(50_000), news(50_000))
        self.assertNotEqual(news(50_000), news(50_000, seed=2))
        for kind, make in texts.ADVERSARIAL.items():
            self.assertEqual(make(2000, 1), make(2000, 1), kind)

    def test_sizes(self):
        self.assertGreaterEqual(len(news(50_000).encode()), 50_000)
        for kind, make in texts.ADVERSARIAL.items():
            self.assertAlmostEqual(len(make(20_000, 1)), 20_000, delta=400, msg=kind)

    def test_news_has_the_density_of_news(self):
        text = news(200_000)
        paragraphs = [line for line in text.split("\n") if line.endswith((".", "”", '"'))]
        sentences = [sentence for line in paragraphs for sentence in re.split(r"(?<=[.”\"]) (?=[A-Z“\"])", line)]
        verbs = re.compile(r"\b(?:" + "|".join(set(texts.past_forms())) + r"|According to)\b")
        self.assertAlmostEqual(sum(map(len, paragraphs)) / len(paragraphs), 275, delta=60)
        self.assertAlmostEqual(len(" ".join(sentences)) / len(sentences), 114, delta=30)
        self.assertAlmostEqual(sum(bool(verbs.search(sentence)) for sentence in sentences) / len(sentences), 0.34, delta=0.06)
        self.assertGreater(text.count("“"), 0)
        self.assertGreater(text.count('"'), 0)


if __name__ == "__main__":
    unittest.main()
