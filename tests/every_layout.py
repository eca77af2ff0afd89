#!/usr/bin/env python3
"""Fails when an article in some layout does not give what stands in it: every_layout.py ONRECORD [--failures] [--update]

Makes articles of every combination of the tables below: questions and answers in text, Markdown and pages; headlines with bylines, dates and
datelines; furniture before, in and behind the text. Asks for pairs, title, authors and dateline, and that furniture adds no statement and takes none.
The articles known to fail stand in every_layout.known by the digest of their text; any other that fails is an error, and so is one of them that does not.
--failures prints those that fail, --update writes the file anew; look at what is new before it is committed.
"""
import hashlib
import html
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter

from plain_passages import compare_with_known

TITLE = "Old bridge in the harbour closes for nine weeks"
DECK = "Masons must mend the second pier before boats can pass, the council says"
TEXT = ["The council will close the old bridge in the harbour for nine weeks, because the river has washed out the second pier.",
        "“The bridge is safe for now,” said Ann Lee, the mayor, at a meeting on Monday. She added that the masons would start at once.",
        "The masons found the damage in March, when the water was low and the pier could be seen from the quay for the first time.",
        "“We told them years ago,” said Bo Li, a mason who has worked on the bridge since he left school.",
        "The work will cost two million crowns. Half of the sum comes from the state, and the rest from the tolls of two years.",
        "The ferry will run every ten minutes while the bridge is closed, and it will cost nothing, the council said in a letter to all."]

# Questions with the paragraphs of their answers.
QUESTIONS = {
    "a reader's": [("Can I moor my boat at the bridge?", ["No. The quay below the bridge is private, and boats are towed away."]),
                   ("How do I pay my toll?", ["You can pay at the gate with a card. The gate is open from six to ten."]),
                   ("What happens if I lose my ticket?", ["The masons at the gate will print a new one for you. It costs two crowns."]),
                   ("May I cross the bridge with a dog?", ["Yes, if the dog is on a lead."])],
    "plain": [("When does the bridge open?", ["The bridge opens on Monday at ten, and the mayor will be there."]),
              ("Who pays for the repairs?", ["The council pays half of the sum. The other half comes from the tolls of two years."]),
              ("Which boats must wait?", ["Boats that are taller than four metres must wait until the arch is free."])],
    "of several paragraphs": [
        ("What does a guest have to bring?", ["Guests have to bring three things to the gate:", "- a card with a picture", "- the letter of the council",
                                              "- two crowns for the ticket", "The masons keep nothing of it."]),
        ("Where can guests leave their boats?", ["There are forty berths below the bridge.", "They cost a crown a day. Longer boats go to the old quay."]),
        ("Who may use the new gate?", ["Everybody who lives in the town may use the gate.", "Guests need a ticket, which the council sends by post."])],
    "without a mark": [("Opening hours of the bridge", ["The bridge is open from six in the morning to ten at night, on Sundays from eight."]),
                       ("Dogs and other animals", ["Dogs may cross the bridge if they are on a lead. Horses must wait for the ferry."]),
                       ("What to do with a lost ticket", ["The masons at the gate will print a new one for you. It costs two crowns."])],
}
QUESTIONS["in capitals"] = [(question.upper(), answer) for question, answer in QUESTIONS["a reader's"]]

# How a question and the first paragraph of its answer are written in text: {n} is the number of the question.
LABELS = [("{q}", "{a}"), ("Q: {q}", "A: {a}"), ("Q. {q}", "A. {a}"), ("Question: {q}", "Answer: {a}"), ("QUESTION: {q}", "ANSWER: {a}"),
          ("Q{n}. {q}", "A{n}. {a}"),
          ("Q.{n} {q}", "A.{n} {a}"), ("Q{n} {q}", "A{n} {a}"), ("Question {n}: {q}", "Answer {n}: {a}"), ("Q) {q}", "A) {a}"), ("(Q) {q}", "(A) {a}"),
          ("[Q] {q}", "[A] {a}"),
          ("Q – {q}", "A – {a}"), ("Q | {q}", "A | {a}"), ("Q: {q}", "{a}"), ("{q}", "A: {a}"), ("Q:\n{q}", "A:\n{a}"),
          ("Question {n}\n{q}", "Answer\n{a}"), ("Q {q}", "A {a}"),
          ("{n}. {q}", "{a}"), ("{n}) {q}", "{a}"), ("({n}) {q}", "{a}"), ("{n} {q}", "{a}"), ("1.{n} {q}", "{a}"), ("#{n}: {q}", "{a}"),
          ("No. {n}: {q}", "{a}"), ("{n}.\n{q}", "{a}"),
          ("- {q}", "{a}"), ("• {q}", "{a}"), ("{q} +", "{a}"), ("{q} ▼", "{a}"), ("“{q}”", "{a}"),
          ("**{q}**", "{a}"), ("*{q}*", "{a}"), ("__{q}__", "{a}"), ("**Q: {q}**", "A: {a}"), ("**Q:** {q}", "**A:** {a}"),
          ("**Q**: {q}", "**A**: {a}"), ("{n}. **{q}**", "{a}"),
          ("## {q}", "{a}"), ("### {n}. {q}", "{a}"), ("## {q} ##", "{a}")]
# Likewise with both on one line.
ONE_LINE = ["Q: {q} A: {a}", "Q. {q} A. {a}", "{q} {a}", "{n}. {q} {a}", "- {q} {a}", "{q} – {a}", "**{q}** {a}", "{q}\t{a}", "| {q} | {a} |"]
# In Markdown, {a} being the paragraphs of the answer, {i} the same further in.
MARKDOWN = ["### {q}\n\n{a}", "### {q}\n{a}", "### {n}. {q}\n\n{a}", "### Q: {q}\n\nA: {a}", "### **{q}**\n\n{a}", "**{q}**\n\n{a}", "**{q}**\n{a}",
            "**{q}**  \n{a}", "**{q}** {a}",
            "*{q}*\n\n{a}", "**Q:** {q}\n\n**A:** {a}", "**Q:** {q}\n**A:** {a}", "Q: {q}\nA: {a}", "- **{q}**\n{i}", "- **{q}**\n\n{i}",
            "{n}. **{q}**\n\n {i}", "> {q}\n\n{a}",
            "<details>\n<summary>{q}</summary>\n\n{a}\n\n</details>", "{q}\n---\n\n{a}"]
# In pages, {p} being the paragraphs of the answer.
PAGES = ["<h3>{q}</h3>{p}", "<h3>{n}. {q}</h3>{p}", "<h3><button>{q}</button></h3>{p}", "<dl><dt>{q}</dt><dd>{p}</dd></dl>",
         "<details><summary><span>{q}</span></summary>{p}</details>",
         "<div><button class=accordion>{q}</button><div>{p}</div></div>", "<div><button aria-expanded=false>{q}</button><div hidden>{p}</div></div>",
         "<div><div role=button aria-expanded=false>{q}</div>{p}</div>", "<div role=heading aria-level=3>{q}</div>{p}",
         "<div class=faq-question>{q}</div><div class=faq-answer>{p}</div>",
         "<div class=accordion-item><div class=accordion-title>{q}</div>{p}</div>",
         "<a data-toggle=collapse href='#c{n}'>{q}</a><div id=c{n}>{p}</div>", "<label>{q}</label><div>{p}</div>",
         "<p><strong>{q}</strong></p>{p}", "<p><strong>{q}</strong><br>{a}</p>", "<p><b>{q}</b> {a}</p>", "<p>Q: {q}</p><p>A: {a}</p>",
         "<p>Q: {q}<br>A: {a}</p>",
         "<ul><li><strong>{q}</strong> {a}</li></ul>", "<ul><li><b>{q}</b>{p}</li></ul>", "<ol><li><h3>{q}</h3>{p}</li></ol>",
         "<table><tr><td>{q}</td><td>{a}</td></tr></table>",
         "<div itemscope itemtype='https://schema.org/Question'><b itemprop=name>{q}</b><div itemprop=text>{p}</div></div>",
         "<p><b>Q</b> {q}</p><p><b>A</b> {a}</p>"]
HEADINGS = ["FAQ", "Frequently asked questions about the bridge", "F.A.Q.", "Q&A", "Questions and answers", "Your bridge questions, answered",
            "Readers' questions", "Most asked questions",
            "The old bridge: FAQ", "Here are answers to some frequently asked questions.", "Everything you need to know"]
SPACES = {"blank lines": "\n\n".join, "no blank lines": "\n".join, "Windows": "\r\n\r\n".join,
          "wrapped": lambda lines: "\n\n".join("\n".join(textwrap.fill(part, 72, expand_tabs=False) for part in line.split("\n")) for line in lines)}
TAIL = ["Related articles", "Why did the bridge of Port Hope fall?", "Is the ferry too slow for the harbour?", "About the author",
        "Cy Diaz is a reporter who covers the harbour."]

# What stands below a headline, and who it names.
BYLINES = {
    (): [], ("By Jo Doe",): ["Jo Doe"], ("BY JO DOE",): ["JO DOE"], ("By Jo Doe and Cy Diaz",): ["Jo Doe", "Cy Diaz"],
    ("By Jo Doe, Cy Diaz and Mia Crane",): ["Jo Doe", "Cy Diaz", "Mia Crane"],
    ("By Jo Doe & Cy Diaz",): ["Jo Doe", "Cy Diaz"], ("By Jo Doe + Cy Diaz",): ["Jo Doe", "Cy Diaz"], ("By Jo Doe, Staff Writer",): ["Jo Doe"],
    ("By Jo Doe Political Correspondent",): ["Jo Doe"],
    ("By Jo Doe, Harbour News",): ["Jo Doe"], ("By Jo Doe | Reuters",): ["Jo Doe"], ("By Jo Doe (AP)",): ["Jo Doe"],
    ("By Jo Doe", "BBC News"): ["Jo Doe"], ("By Jo Doe in Oslo",): ["Jo Doe"],
    ("Jo Doe in Oslo",): ["Jo Doe"], ("Jo Doe, Harbour News",): ["Jo Doe"], ("Jo Doe — Harbour News",): ["Jo Doe"], ("Jo Doe", "Reuters"): ["Jo Doe"],
    ("Jo Doe", "Political correspondent"): ["Jo Doe"],
    ("Jo Doe",): ["Jo Doe"], ("Jo Doe and Cy Diaz",): ["Jo Doe", "Cy Diaz"], ("Jo Doe, Political Correspondent",): ["Jo Doe"],
    ("Written by Jo Doe",): ["Jo Doe"], ("Words: Jo Doe",): ["Jo Doe"],
    ("Text: Jo Doe; Photos: Cy Diaz",): ["Jo Doe"], ("By Jo Doe", "Photographs by Cy Diaz"): ["Jo Doe"], ("Interview by Jo Doe",): ["Jo Doe"],
    ("Author", "Jo Doe"): ["Jo Doe"], ("By", "Jo Doe"): ["Jo Doe"],
    ("By Jo Doe", "and Cy Diaz"): ["Jo Doe", "Cy Diaz"], ("By Jo Doe", "By Cy Diaz"): ["Jo Doe", "Cy Diaz"],
    ("By Jo Doe | May 3, 2026 | 10:15 am",): ["Jo Doe"], ("3 May 2026 | By Jo Doe",): ["Jo Doe"],
    ("By Jo Doe on May 3, 2026",): ["Jo Doe"], ("By Jo Doe jo.doe@harbour.example",): ["Jo Doe"], ("Jo Doe @jodoe",): ["Jo Doe"],
    ("By Jo van der Doe",): ["Jo van der Doe"], ("By the Harbour desk",): ["the Harbour desk"],
    ("By Reuters",): ["Reuters"], ("By Jo Doe; edited by Cy Diaz",): ["Jo Doe"], ("By Jo Doe • 4 min read",): ["Jo Doe"], ("**By Jo Doe**",): ["Jo Doe"],
    ("Jo Doe in Oslo and Cy Diaz in Rome",): ["Jo Doe", "Cy Diaz"], ("Jo Doe", "Cy Diaz"): ["Jo Doe", "Cy Diaz"], ("From Jo Doe in Oslo",): ["Jo Doe"],
}
DATES = [(), ("May 3, 2026",), ("Published: 3 May 2026, 10:15",), ("Updated 3 hours ago",), ("4 min read",), ("2026-05-03",), ("Sun 3 May 2026 10.15 BST",)]
KICKERS = [(), ("WORLD",), ("Home > News > Harbour",), ("Harbour News", "Sunday, May 3, 2026")]
TITLES = ["Is the old bridge in the harbour safe?", "“The bridge is safe,” says the mayor of the harbour", "OLD BRIDGE IN THE HARBOUR CLOSES FOR NINE WEEKS",
          "Old Bridge in the Harbour Closes for Nine Weeks", "Mayor: the old bridge is safe", "Nine weeks without a bridge!", "10 reasons to love the old bridge",
          "Old bridge closes – masons at work", "Live: old bridge in the harbour closes", "Interview: Ann Lee on the bridge", "Bridge closes, updated plan says",
          "Photo of bridge wins prize", "2 million crowns for the bridge", "Bridge closes on 3 May 2026"]
DATELINES = ["OSLO (AP) — ", "OSLO, May 3 (Reuters) - ", "OSLO — ", "Oslo: ", "OSLO: ", "Oslo — ", "Oslo (AFP) – ", "(Reuters) - ",
             "PORT HOPE, Ont. — ", "NEW YORK/OSLO (Reuters) - ", "Oslo, May 3: ",
             "Oslo, 3 May (PTI): ", "[OSLO] ", "OSLO | ", "Oslo, Norway – ", "OSLO, May 3, 2026 /Newswire/ -- ", "New Delhi, May 3 (IANS) ", "OSLO. "]
SENTENCES = ["The council will close the old bridge in the harbour for nine weeks.", "Ann Lee, the mayor, said on Monday that the bridge was safe for now.",
             "“The bridge is safe for now,” said Ann Lee, the mayor, on Monday."]
# How pages tell their authors.
MARKED_BYLINES = {
    "<p class=byline>By <a href=/j>Jo Doe</a></p>": ["Jo Doe"],
    "<p class=byline>By <a href=/j>Jo Doe</a> and <a href=/c>Cy Diaz</a></p>": ["Jo Doe", "Cy Diaz"],
    "<div>By <a rel=author href=/j>Jo Doe</a></div>": ["Jo Doe"],
    "<ul><li><a rel=author href=/j>Jo Doe</a></li><li><a rel=author href=/c>Cy Diaz</a></li></ul>": ["Jo Doe", "Cy Diaz"],
    "<span itemprop=author>Jo Doe</span>": ["Jo Doe"], "<div class=author><a href=/j>Jo Doe</a> <span>Political Correspondent</span></div>": ["Jo Doe"],
    "<div class=contributors><span>Jo Doe</span><span>Cy Diaz</span></div>": ["Jo Doe", "Cy Diaz"],
}
JSON_LD_AUTHORS = [{"@type": "Person", "name": "Jo Doe"}, "Jo Doe",
                   [{"@type": "Person", "name": "Jo Doe"}, {"@type": "Organization", "name": "Harbour News"}], {"@type": ["Person"], "name": ["Jo Doe"]},
                   {"@type": "Person", "name": "Jo Doe, Political Editor"}, {"@type": "Person", "name": "By Jo Doe"}]

# Lines that are no part of an article.
FURNITURE = [
    ["Sign up for our newsletter", "Get the best of the harbour in your inbox every morning."],
    ["By signing up you agree to our terms of use and our privacy policy."],
    ["We use cookies to make this site better. By going on you accept our cookie policy.", "Accept all"],
    ["To view this content, update your cookie settings."],
    ["Share", "Facebook", "WhatsApp", "Copy link"], ["SHARE THIS STORY"], ["Listen to this article", "4 min"],
    ["The old bridge seen from the quay. Photo: Cy Diaz"],
    ["The old bridge seen from the quay. (AP Photo/Cy Diaz)"], ["FILE PHOTO: The old bridge seen from the quay, May 3, 2026. REUTERS/Cy Diaz"],
    ["Image source, Getty Images", "Image caption, The old bridge"],
    ["Related articles", "Mayor says ferry will be free", "Masons strike over pay, union says", "Why did the bridge of Port Hope fall?"],
    ["Read more: Mayor says the ferry is too slow"],
    ["READ MORE: Why is the bridge so old?"], ["Also read | Ferry will be free, says mayor"], ["READ ALSO Bridge could fall, mason warns"],
    ["→ Bridge could fall, mason warns"],
    ["In other news", "Ferry too slow, innkeepers say"], ["Watch more on this story", "Mayor says bridge will open in May"],
    ["Video: Mayor says bridge will open in May"],
    ["Most read", "1 Ferry too slow, innkeepers say", "2 Bridge could fall, mason warns"],
    ["Recommended stories", "list 1 of 2", "Ferry too slow, innkeepers say", "list 2 of 2", "Bridge could fall", "end of list"],
    ["Cy Diaz covers ports and rivers. Follow her on Twitter @cydiaz."], ["Cy Diaz can be reached at cy.diaz@harbour.example."],
    ["Additional reporting by Cy Diaz; editing by Mia Crane"],
    ["Correction: An earlier version of this article said that the bridge was 100 years old. It is 90 years old."],
    ["This story has been corrected to say that the bridge is 90 years old."],
    ["This is a developing story and will be updated."], ["© 2026 Harbour News. All rights reserved."], ["3 Comments", "Join the conversation"],
    ["Got a tip? Contact our newsroom."],
    ["Tags: bridge, harbour, Ann Lee"], ["3h ago 10.15 BST"], ["Last updated 2 hours ago"],
    ["This article is for subscribers only.", "Subscribe now", "Already a subscriber? Log in"],
    ["Advertisement"], ["Article continues below advertisement"], ["Poll", "Is the bridge safe?", "Yes", "No", "Vote"],
    ["Will the bridge open in May?", "Yes (45%)", "No (55%)"],
    ["View this post on Instagram", "A post shared by Ann Lee (@annlee)"],
    ["About the author", "Cy Diaz has covered the harbour since 2011. She says that she loves boats."],
    ["Support the Harbour News. Good reporting costs money, and our readers say that it is worth it."],
]
# Questions that are no FAQ.
LONG = ["The council met on Monday to talk of the bridge and the ferry, and could not agree on either of the two for the whole of the evening.",
        "It will meet again in May, when the masons have seen the second pier from below and can say what it will cost to mend it."]
NO_FAQ = [
    ["But who will pay for all this?", LONG[0], "Is there no other way?", LONG[1]], ["Who will pay for this? " + LONG[0], "What happens in May? " + LONG[1]],
    ["Is the ferry too slow?", "Will the quay be sold?", "Why did the crane fall?"],
    ["Read more: Why is the bridge closed?", *LONG, "READ MORE: What is wrong with the ferry?"],
    ["What happened?", *LONG, "What comes next?", *LONG],
    ["How do you feel about it, Mrs. Lee?", "I feel bad about it.", "And who is to blame?", "Nobody is.", "Will it open in May?", "I hope so."],
    ["3 comments", "Sam P. says:", "Why is my ferry always late?", "Reply", "Kim W. says:", "Who pays my toll?", "Reply"],
    ["Poll: Is the bridge safe?", "Yes", "No", "Will you use the ferry?", "Yes", "No"],
    ["Quiz", "1. When was it built?", "a) 1890", "b) 1901", "2. Who built it?", "a) The town", "b) The state", "3. How long is it?", "a) 40 metres",
    "b) 90 metres"],
    ["Read our FAQ", "Is the ferry too slow?", *LONG],
    ["Question 1 on the ballot asks whether the bridge should be sold.", LONG[0], "Question 2 would give the money to the masons.", LONG[1]],
    ["Q1 results were good for the ferry", LONG[0], "Q2 results will be better, the firm says", LONG[1]],
    ["Have a question about the bridge?", "Send it to the desk and we will answer it."],
]

# What gives something else. FAQs: entries that do not ask, where no markup calls them headings; "A The gate is open"; "Everything
# you need to know". Bylines: each author behind a place, two bare ones below a deck, elements that touch, "By" inside JSON-LD. Headlines with a date, or
# short above a deck. A full stop behind the place of a dateline. Appeals for money, and who the author is above the end of the text.
KNOWN = pathlib.Path(__file__).resolve().parent / "every_layout.known"


def words(text):
    return re.sub(r"\W+", "", text or "").lower()


def page(body, title=TITLE, head=""):
    return (f"<!DOCTYPE html><html><head><title>{title} | Harbour News</title>{head}</head><body><nav><a href=/>Home</a></nav><main><h1>{title}</h1>{body}</main>"
            "<footer><p>Harbour News Ltd</p></footer></body></html>")


def paragraphs(lines):
    out = "".join(f"<li>{line[2:]}</li>" if line.startswith("- ") else f"<p>{html.escape(line, quote=False)}</p>" for line in lines)
    return re.sub(r"((?:<li>.*?</li>)+)", r"<ul>\1</ul>", out)


def markdown(lines):
    return "\n".join(("" if line.startswith("- ") and above.startswith("- ") else "\n") * (number > 0) + line for number,
    (above, line) in enumerate(zip(["", *lines], lines)))


def pairs(questions):
    return [(words(question), words("".join(answer))) for question, answer in questions]


def faqs_in_text():
    for (kind, questions), space in itertools.product(QUESTIONS.items(), SPACES):
        layouts = [[part for n, (q, a) in enumerate(questions, 1) for part in (question.format(q=q, n=n), answer.format(a=a[0], n=n), *a[1:])]
                   for question, answer in LABELS]
        layouts += [[line.format(q=q, a=" ".join(a), n=n) for n, (q, a) in enumerate(questions, 1)] for line in ONE_LINE]
        for lines in layouts:
            for before, behind in (["FAQ"], []), ([TITLE, *TEXT, "Frequently asked questions"], []), ([TITLE, *TEXT, "Frequently asked questions"], TAIL):
                yield "faq text", "txt", SPACES[space]([*before, *lines, *behind]) + "\n", pairs(questions)


def faqs_in_markdown():
    above = f"# {TITLE}\n\n" + "\n\n".join(TEXT) + "\n\n"
    for questions, layout, before in itertools.product(QUESTIONS.values(), MARKDOWN, ["# FAQ\n\n", above + "## FAQ\n\n", above + "**FAQ**\n\n"]):
        body = "\n\n".join(layout.format(q=q, a=markdown(a), i=textwrap.indent(markdown(a), "  "), n=n) for n, (q, a) in enumerate(questions, 1))
        for behind in "", "\n\n## Related articles\n\n- [Why did the bridge of Port Hope fall?](/a)\n- [Is the ferry too slow for the harbour?](/b)":
            yield "faq markdown", "md", before + body + behind + "\n", pairs(questions)


def faqs_in_pages():
    for (kind, questions), layout in itertools.product(QUESTIONS.items(), PAGES):
        body = "\n".join(layout.format(q=q, a=" ".join(a), p=paragraphs(a), n=n) for n, (q, a) in enumerate(questions, 1))
        body = body.replace("</table>\n<table>", "").replace("</ul>\n<ul><li><", "<li><").replace("</dl>\n<dl>", "")
        yield "faq page", "html", page(body, "Frequently asked questions"), pairs(questions)
        for behind in "", "<h2>What the masons say</h2>" + paragraphs(TEXT):
            yield "faq page", "html", page(paragraphs(TEXT) + "<h2>FAQ</h2>" + body + behind), pairs(questions)


def headings_of_faqs():
    for heading in HEADINGS:
        questions = QUESTIONS["plain"]
        lines = [part for q, a in questions for part in (q, *a)]
        yield "faq heading", "txt", "\n\n".join([TITLE, *TEXT, heading, *lines]) + "\n", pairs(questions)
        body = "".join(f"<h3>{q}</h3>{paragraphs(a)}" for q, a in questions)
        yield "faq heading", "html", page(paragraphs(TEXT) + f"<h2>{html.escape(heading)}</h2>" + body), pairs(questions)


def no_faqs():
    for lines in NO_FAQ:
        for space in SPACES.values():
            yield "no faq", "txt", space([TITLE, *TEXT, *lines]) + "\n", []
        yield "no faq", "md", "\n\n".join(["# " + TITLE, *TEXT, *lines]) + "\n", []
        yield "no faq", "html", page(paragraphs([*TEXT, *lines])), []


def head(document):
    return words(document["title"]), [words(name) for name in re.split(r",| and | & |\+|\n", document["byline"] or "") if name.strip()]


def bylines():
    for (byline, names), date, kicker, deck in itertools.product(BYLINES.items(), DATES, KICKERS, ([], [DECK])):
        wanted = words(TITLE), [words(name) for name in names]
        yield "byline", "txt", "\n\n".join([*kicker, TITLE, *deck, *byline, *date, *TEXT]) + "\n", wanted
        yield "byline", "md", "\n\n".join(["# " + TITLE, *deck, *byline, *date, *TEXT]) + "\n", wanted


def titles():
    for title, byline, date, deck in itertools.product(TITLES, ((), ("By Jo Doe",), ("Jo Doe",)), DATES[:2], ([], [DECK])):
        for space in "\n\n", "\n":
            yield "title", "txt", space.join([title, *deck, *byline, *date, *TEXT]) + "\n", (words(title), [words(name) for name in BYLINES[byline]])


def marked_bylines():
    for byline, names in MARKED_BYLINES.items():
        for deck, title in itertools.product(("", f"<p>{DECK}</p>"), (TITLE, "Who will mend the old bridge?")):
            wanted = words(title), [words(name) for name in names]
            yield "marked byline", "html", page(deck + byline + "<time>3 May 2026</time>" + paragraphs(TEXT), title), wanted
    for author in JSON_LD_AUTHORS:
        told = json.dumps({"@type": "NewsArticle", "headline": TITLE, "author": author})
        yield "marked byline", "html", page(paragraphs(TEXT), head=f"<script type='application/ld+json'>{told}</script>"), (words(TITLE), [words("Jo Doe")])


def datelines():
    for dateline, sentence, byline in itertools.product(DATELINES, SENTENCES, ((), ("By Jo Doe",))):
        with_one, without = ("\n\n".join([TITLE, *byline, start + sentence, *TEXT[1:]]) + "\n" for start in (dateline, ""))
        yield "dateline", "txt", with_one, (words(dateline), without)


def furniture():
    for lines, place in itertools.product(FURNITURE, range(3)):
        parts = [[TITLE, "By Jo Doe"], TEXT[:4], TEXT[4:]]
        plain = [line for part in parts for line in part]
        parts[place] = [*parts[place], *lines]
        with_it = [line for part in parts for line in part]
        for space in "\n\n", "\n":
            yield "furniture", "txt", space.join(with_it) + "\n", "\n\n".join(plain) + "\n"
        yield "furniture", "html", page(paragraphs(with_it[1:])), "\n\n".join(plain) + "\n"


def records(program, texts):
    """The records of each text, given with the suffix of its file."""
    found = [[] for _ in texts]
    with tempfile.TemporaryDirectory() as folder:
        for number, (suffix, text) in enumerate(texts):
            pathlib.Path(folder, f"{number:06}.{suffix}").write_bytes(text.encode())
        out = subprocess.run([program, "extract", "-j2", folder], stdout=subprocess.PIPE, check=True).stdout
    for line in out.decode().splitlines():
        record = json.loads(line)
        found[int(pathlib.Path(record["doc"]).stem)].append(record)
    return found


def statements(found):
    return Counter((one["type"], words(one["text"]), words((one["speaker"] or {}).get("name"))) for one in found if one["type"] in ("quote", "claim"))


def outcome(kind, found):
    """What of its records is compared with what an article of that sort should give."""
    if "faq" in kind:
        return [(words(one["question"]), words(one["answer"])) for one in found if one["type"] == "faq"]
    if kind in ("byline", "marked byline", "title"):
        return head(found[0])
    return words(found[0]["dateline"]) if kind == "dateline" else "", head(found[0]), statements(found), [one for one in found if one["type"] == "faq"]


def name_of(kind, suffix, text):
    return f"{kind}: {suffix} {hashlib.sha256(text.encode()).hexdigest()[:12]}"


def main():
    sorts = faqs_in_text, faqs_in_markdown, faqs_in_pages, headings_of_faqs, no_faqs, bylines, titles, marked_bylines, datelines, furniture
    asked = [case for make in sorts for case in make()]
    plain = {"dateline": lambda wanted: wanted[1], "furniture": lambda wanted: wanted}
    others = sorted({plain[kind](wanted) for kind, _, _, wanted in asked if kind in plain})
    found = records(sys.argv[1], [(suffix, text) for _, suffix, text, _ in asked] + [("txt", text) for text in others])
    of_other = dict(zip(others, found[len(asked):]))
    failed = {}
    for (kind, suffix, text, wanted), own in zip(asked, found):
        if kind in plain:
            other = of_other[plain[kind](wanted)]
            wanted = (wanted[0] if kind == "dateline" else "", head(other[0]), statements(other), [])
        got = outcome(kind, own)
        if got != wanted:
            failed[name_of(kind, suffix, text)] = got
            if "--failures" in sys.argv:
                print(f"{name_of(kind, suffix, text)}: wanted {wanted}\n  got {got}\n{textwrap.indent(text, '    ')}")
    return compare_with_known([kind for kind, *_ in asked], failed, KNOWN, 8000)


if __name__ == "__main__":
    sys.exit(main())
