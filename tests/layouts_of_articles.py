"""Headlines, bylines, datelines and furniture in every layout: makers of cases for every_layout.py."""
import itertools
import json

from layout_page import DECK, TEXT, TITLE, page, paragraphs, words

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


MAKERS = bylines, titles, marked_bylines, datelines, furniture
