"""FAQs, and questions that are none, in every layout: makers of cases for every_layout.py."""
import html
import itertools
import textwrap

from layout_page import TEXT, TITLE, page, paragraphs, words

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


MAKERS = faqs_in_text, faqs_in_markdown, faqs_in_pages, headings_of_faqs, no_faqs
