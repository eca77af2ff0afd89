"""What the articles of every_layout.py have in common: their headline and text, and how lines become the body of a page."""
import html
import re

TITLE = "Old bridge in the harbour closes for nine weeks"
DECK = "Masons must mend the second pier before boats can pass, the council says"
TEXT = ["The council will close the old bridge in the harbour for nine weeks, because the river has washed out the second pier.",
        "“The bridge is safe for now,” said Ann Lee, the mayor, at a meeting on Monday. She added that the masons would start at once.",
        "The masons found the damage in March, when the water was low and the pier could be seen from the quay for the first time.",
        "“We told them years ago,” said Bo Li, a mason who has worked on the bridge since he left school.",
        "The work will cost two million crowns. Half of the sum comes from the state, and the rest from the tolls of two years.",
        "The ferry will run every ten minutes while the bridge is closed, and it will cost nothing, the council said in a letter to all."]


def words(text):
    return re.sub(r"\W+", "", text or "").lower()


def page(body, title=TITLE, head=""):
    return (f"<!DOCTYPE html><html><head><title>{title} | Harbour News</title>{head}</head><body><nav><a href=/>Home</a></nav><main><h1>{title}</h1>{body}</main>"
            "<footer><p>Harbour News Ltd</p></footer></body></html>")


def paragraphs(lines):
    out = "".join(f"<li>{line[2:]}</li>" if line.startswith("- ") else f"<p>{html.escape(line, quote=False)}</p>" for line in lines)
    return re.sub(r"((?:<li>.*?</li>)+)", r"<ul>\1</ul>", out)
