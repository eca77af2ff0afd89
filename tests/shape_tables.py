"""What plain sentences of common shapes are put together from: tables for every_shape.py."""

CLOSED = "the bridge was closed to all traffic"
AT_NOON = "We closed the bridge at noon"

# Who speaks, and the name that it has ("&" between several).
SUBJECTS = """
Ann Lee > Ann Lee
Mayor Ann Lee > Ann Lee
the mayor, Ann Lee, > Ann Lee
Ann Lee, the mayor, > Ann Lee
Ann Lee, mayor of Oldtown, > Ann Lee
Ann Lee, who has led the council since 2012, > Ann Lee
Ann Lee, whose house stands near the bridge, > Ann Lee
Ann Lee, 43, > Ann Lee
Ann Lee, 43, of Oldtown, > Ann Lee
Ann Lee, a 43-year-old mason from Oldtown, > Ann Lee
Ann Lee of the Harbour Board > Ann Lee
Ann Lee from the masons’ union > Ann Lee
Ann Lee (Labour) > Ann Lee
Ann Lee, D-Ohio, > Ann Lee
Ann Lee, the council’s head of roads and bridges, > Ann Lee
Ann Lee, head of roads, bridges and tunnels at the council, > Ann Lee
Ann Lee, professor of engineering at the University of Oldtown, > Ann Lee
Ann Lee, chief executive of Quilt Inc., > Ann Lee
Ann Lee, CEO at Quilt, > Ann Lee
the union’s Ann Lee > Ann Lee
Oldtown mayor Ann Lee > Ann Lee
Democrat Ann Lee > Ann Lee
Dr. Ann Lee > Ann Lee
former mayor Ann Lee > Ann Lee
Prime Minister-designate Ann Lee > Ann Lee
Quilt chief executive Ann Lee > Ann Lee
the company’s chief executive, Ann Lee, > Ann Lee
his wife, Ann Lee, > Ann Lee
Bo Li’s lawyer, Ann Lee, > Ann Lee
Ann Lee, one of the masons, > Ann Lee
Ann Lee, along with two other masons, > Ann Lee
40-year-old Ann Lee > Ann Lee
Ann O’Brien > Ann O’Brien
Ann van der Berg > Ann van der Berg
Ann de la Cruz > Ann de la Cruz
Ann Lee-Jones > Ann Lee-Jones
the council > council
Oldtown council > Oldtown council
the Harbour Board > Harbour Board
Quilt Inc. > Quilt Inc.
the Ministry of Health > Ministry of Health
a spokesman for the council > spokesman for the council
a council spokeswoman > council spokeswoman
three masons > three masons
several residents > several residents
many of the residents > many of the residents
one of the masons > one of the masons
another mason > another mason
a woman who lives near the bridge > woman
people who work on the bridge > people
masons such as Ann Lee > masons
a source close to the board > source close to the board
a person familiar with the matter > person familiar with the matter
officials at the port > officials at the port
police in Oldtown > police in Oldtown
police > police
U.S. officials > U.S. officials
the White House > White House
Germany’s foreign ministry > Germany’s foreign ministry
a report by the council > report by the council
a study published in Nature > study published in Nature
the Oldtown Gazette > Oldtown Gazette
Ann Lee’s lawyer > Ann Lee’s lawyer
his lawyer > his lawyer
critics of the plan > critics of the plan
those living near the bridge > those living near the bridge
most experts > most experts
some in the council > some in the council
the mother of two > mother of two
the judge > judge
prosecutors > prosecutors
Ann Lee and Bo Li > Ann Lee & Bo Li
both Ann Lee and Bo Li > Ann Lee & Bo Li
Ann Lee, Bo Li and Cy Moon > Ann Lee & Bo Li & Cy Moon
the council and the ministry > council & ministry
"""

# Frames of a subject; [C] and [Q] are what is said.
FRAMES = """
{S} said [C].
{S} said that [C].
{S} says [C].
{S} told reporters that [C].
{S} told the Daily Post [C].
“[Q],” {S} said.
“[Q],” said {S}.
“[Q],” {S} told the Daily Post in an interview on Monday.
“[Q],” {S} added, pointing at the river.
“[Q],” {S} is quoted as saying.
“[Q]!” {S} shouted.
“[Q]?” asked {S}.
{S} said: “[Q].”
{S} said, “[Q].”
{S} tweeted: “[Q].”
{S}: “[Q].”
[C], {S} said.
[C], said {S}.
[C], {S} said on Monday.
[C], according to {S}.
According to {S}, [C].
In a statement, {S} said [C].
{S} said on Tuesday [C].
{S} said in a statement on Tuesday that [C].
Speaking at a meeting in Oldtown, {S} said [C].
{S}, speaking at a meeting in Oldtown, said [C].
{S} went on to say that [C].
{S} was quoted as saying that [C].
But {S} said [C].
The roads were full, and {S} said [C].
While {S} said [C], the work goes on.
As {S} said, [C].
{S} believes [C].
{S} denied that [C].
"""

# What stands between a subject and its verb.
BETWEEN = ["on Monday", "on Monday night", "late Monday", "Monday", "last week", "in a statement", "in a statement on Monday", "in May", "in May 2019",
           "at the hearing", "in 2019", "this week", "later", "herself", "via Twitter", "after the meeting", "for her part", "too", "repeatedly",
           "in an interview with the Post", "at a press conference in Oldtown", "during the debate", ", however,", ", meanwhile,", ", for her part,",
           ", in a statement,", ", speaking on Monday,", ", as well as Bo Li,", ", citing the report,", ", who was there,", ", of course,", "also", "then",
           "soon after", "by telephone", "under oath", "before the vote", "through a spokesman", ", through a spokesman,", "in an emailed statement",
           "in court documents", "in a letter to the council", "today", "previously", "still"]
BETWEEN_SUBJECTS = [("Ann Lee", "ann lee"), ("the mayor", "mayor"), ("the council", "council"), ("police", "police"), ("the Harbour Board", "harbour board"),
                    ("a spokesman for the council", "spokesman for the council"), ("the council’s lawyer", "council’s lawyer"), ("most masons", "most masons"),
                    ("residents of Oldtown", "residents of oldtown"), ("officials at the port", "officials at the port"), ("Ms. Lee", "ann lee")]
BETWEEN_FRAMES = ["{S} said [C].", "{S} told reporters that [C].", "{S} said: “[Q].”", "{S} warned that [C]."]

# Forms of verbs, each in base, third person, past, -ing and participle.
VERBS = [("say", "says", "said", "saying", "said"), ("warn", "warns", "warned", "warning", "warned"), ("argue", "argues", "argued", "arguing", "argued"),
         ("announce", "announces", "announced", "announcing", "announced"), ("admit", "admits", "admitted", "admitting", "admitted"),
         ("tell the council", "tells the council", "told the council", "telling the council", "told the council"),
         ("point out", "points out", "pointed out", "pointing out", "pointed out"), ("write", "writes", "wrote", "writing", "written")]
FORMS = ["{p}", "{s}", "is {g}", "was {g}", "has {q}", "had {q}", "has been {g}", "would {b}", "will {b}", "could {b}", "may {b}", "did {b}", "used to {b}",
         "kept {g}", "continued to {b}", "began to {b}", "started {g}", "went on to {b}", "wanted to {b}", "was quick to {b}", "is expected to {b}",
         "is understood to have {q}", "is reported to have {q}", "was heard {g}", "was forced to {b}", "also {p}", "has also {q}", "has always {q}",
         "has since {q}", "then {p}", "has repeatedly {q}", "famously {p}", "hastened to {b}", "was the first to {b}", "has gone on record to {b}",
         "took to Twitter to {b}", "wrote to the council to {b}", "ended by {g}", "responded by {g}", "left, {g}", "closed the bridge after {g}",
         "closed the bridge and {p}", "closed the bridge, then {p}", "closed the bridge while {g}", "smiled and {p}", ", who built it, {p}", ", a mason, {p}",
         ", however, {p}", "—a mason—{p}", "(a mason) {p}"]

# What is said.
CONTENTS = """
the bridge will be closed on Monday
the bridge closed at noon
the bridge needs new gates
she would close the bridge
it was too late to close the bridge
there were no plans to close the bridge
we must close the bridge
you can cross the bridge
Bo Li’s bridge was closed
crossing the bridge is dangerous
closing it would cost millions
masons crossed the bridge daily
water levels rose by a metre
three of the six bridges are closed
no one knew about the bridge
nobody was hurt
everyone should leave
if it rains, the bridge will close
when the river rose, the bridge was closed
despite the rain, the bridge was open
the bridge, which was built in 1902, was closed
the bridge, built in 1902, was closed
the man who built the bridge was a mason
the bridge was closed and the road was open
the bridge was closed because it was not safe
the bridge was closed after the river rose
what happened was wrong
two-thirds of the bridges were closed
$5 million was spent on the bridge
£2.5m had been spent on it
as many as 40 people crossed it
at least 12 people had died
more than half of the bridges were closed
up to 40 homes were flooded
both bridges were closed
all of them were closed
the “old bridge” was closed
the bridge was “not safe”
the plan, called “Bridge 2000”, would cost millions
the bridge (built in 1902) was closed
the bridge — built in 1902 — was closed
Mr. Li was at the bridge
prices rose by 3.5 per cent
the bridge in St. Mary was closed
Quilt Inc. had built the bridge
Germany and France had agreed to help
the council and the ministry had agreed
this was the worst flood in years
her house was under water
not all bridges were closed
few people knew
one of the bridges was closed
both the bridge and the road were closed
Bo Li, the mason, had crossed the bridge
the mayor told her that the bridge was closed
the council said the bridge was closed
it is unclear whether the bridge was closed
she does not know who closed the bridge
he never crossed the bridge
the bridge should close by 6 p.m. on Monday
the work would begin in January 2027 and end in May
bridges are safer than roads
getting there took hours
dozens of people were hurt
police had closed the bridge
inflation was falling faster than expected
everything was fine
even the mayor was late
although it was old, the bridge was safe
since May, the bridge had been closed
the bridge was as old as the town
the bridge was closed in 1999, reopened in 2001 and closed again in 2005
the bridge, the road and the port were closed
the town had a bridge, a road and a port
"""
CONTENT_FRAMES = """
Ann Lee said {C}.
Ann Lee said that {C}.
Ann Lee told reporters {C}.
Ann Lee told reporters that {C}.
Ann Lee said on Monday {C}.
Ann Lee said on Monday that {C}.
Ann Lee believes {C}.
{C}, Ann Lee said.
{C}, said Ann Lee.
{C}, according to Ann Lee.
According to Ann Lee, {C}.
In a statement, Ann Lee said {C}.
Ann Lee left at noon, saying {C}.
Ann Lee left at noon, saying that {C}.
Ann Lee went on to say {C}.
Ann Lee, who built it, said {C}.
The mayor, Ann Lee, said {C}.
Ann Lee denied that {C}.
"""

# A quotation, and what stands behind it.
SAID = ["said", "added", "told reporters", "replied", "explained", "insisted", "admitted", "wrote on Facebook", "has said", "would say", "laughed", "shrugged"]
ENDS = [",", "?", "!", " …"]
BEHIND = ["", " on Monday", " in a statement", " about the plan", " at the time", " after the meeting", ", pointing at the river", ", who built it", ", a mason",
          " as she left the hall", " to applause", " through tears", " with a smile", ", adding that it was late", " before she left", " later", " quietly",
          " via email", " during a debate in Oldtown on Monday night", " when the river rose", " by phone"]
QUOTED_SUBJECTS = [("Ann Lee", "ann lee"), ("the mayor", "mayor"), ("a spokesman for the council", "spokesman for the council")]
