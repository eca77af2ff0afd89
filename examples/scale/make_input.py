#!/usr/bin/env python3
"""Writes JSON lines made of the example articles: make_input.py COUNT > in.jsonl

Every 50th line has no text, as dumps have it: it gives an error record.
"""
import json
import pathlib
import sys

examples = pathlib.Path(__file__).resolve().parent.parent
texts = [path.read_text(encoding="utf-8") for path in sorted([*examples.glob("*.txt"), *examples.glob("*.md")])]
for number in range(int(sys.argv[1])):
    article = {"id": f"article-{number}", "url": f"https://example.org/{number}"}
    if number % 50 != 49:
        article["text"] = f"{texts[number % len(texts)]}\n\nThis is number {number}.\n"
    print(json.dumps(article, ensure_ascii=False))
