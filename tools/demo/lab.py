# SPDX-License-Identifier: MIT
"""A laboratory of the demo: its members, projects, grants and papers."""
import math
import random
import unicodedata

from names import FOLD, Name
from words import ABROAD, FIELDS, TYPE_OF_VENUE, VENUES, Field, capital

SIZE = 6
YEAR = 2025  # the demo's last year: it does not depend on the day it is made

# position, role, years in office, and the share of papers; shares add up to
# SIZE
POSITIONS = [
    ("Professor", "professor", 24, 2.0),
    ("Senior lecturer", "lecturer", 14, 1.4),
    ("Postdoctoral researcher", "postdoc", 7, 1.1),
    ("Research engineer", "researcher", 9, 0.8),
    ("Ph.D. student", "phd", 5, 0.4),
    ("Ph.D. student", "phd", 3, 0.3),
]
DISAGREEMENTS = ("date", "pages", "title", "abstract", "venue", "doi")


def slug(text):
    """Letters of `text` that can stand in an address."""
    text = unicodedata.normalize("NFKD", text.lower().translate(FOLD))
    return "-".join("".join(
        c if c.isascii() and c.isalnum() else
        "" if unicodedata.combining(c) or c == "'" else " "
        for c in text).split())


class Department:
    """A department, and the laboratories that it has."""

    def __init__(self, number, labs):
        self.field = Field(number)
        self.labs = labs  # their numbers, a range
        again = number // len(FIELDS)
        self.id = slug(self.field.name) + (f"-{again + 1}" if again else "")
        self.name = self.field.name + (f" {again + 1}" if again else "")

    def topic(self, lab):
        return self.field.topics[(lab - self.labs.start) % 8]

    def lab_id(self, lab):
        return f"{slug(self.topic(lab))}-{lab + 1}"

    def lab_name(self, lab):
        again = (lab - self.labs.start) // 8
        return (self.topic(lab).title() + " Group"
                + (f" {again + 1}" if again else ""))


def departments(people):
    """As many departments as there are laboratories in each."""
    labs = math.ceil(people / SIZE)
    each = max(1, round(math.sqrt(labs)))
    return [Department(first // each, range(first, min(first + each, labs)))
            for first in range(0, labs, each)]


class Person:
    """A member of a laboratory."""

    def __init__(self, number, rand, name):
        self.number, self.rand, self.name = number, rand, name
        self.position, self.role, self.years, self.share = \
            POSITIONS[number % SIZE]
        if number % (2 * SIZE) == 2 * SIZE - 1:
            self.position, self.role = "Former Ph.D. student", "alumni"
        self.papers = []
        # the number keeps namesakes apart; nobody else's is needed to know it
        self.id = slug(self.name.text)
        if number >= 24:
            self.id += f"-{number}"


class Paper:
    """One publication; what is said of it may differ between files."""

    def __init__(self, lab, rand, serial, year):
        about = lab.field.choose(rand)
        venue = VENUES[int(rand() * len(VENUES))]
        month = 1 + int(rand() * 12)
        self.serial = serial
        self.date = f"{year}-{month:02}"
        if rand() < 0.2:
            self.date += f"-{1 + int(rand() * 28):02}"
        self.title = lab.field.title(rand, about)
        self.abroad = None
        if rand() < 0.08:
            lang = list(ABROAD)[int(rand() * len(ABROAD))]
            self.abroad = (lang, ABROAD[lang].format_map(about))
        self.venue = venue[0]
        self.type = TYPE_OF_VENUE[venue[1]]
        self.volume = year - 1990 if self.type == "journal" else None
        first = 1 + int(rand() * 900)
        self.pages = f"{first}–{first + 5 + int(rand() * 25)}"
        self.doi = f"10.5555/demo.{lab.number}.{serial}" \
            if rand() < 0.85 else None
        self.status = None
        if year == YEAR or (year == YEAR - 1 and rand() < 0.2):
            self.status = ("submitted", "accepted", "in-press")[
                int(rand() * 3)]
        elif rand() < 0.003:
            self.status = "retracted"
        self.abstract = lab.field.abstract(rand, about, 5 + int(rand() * 5)) \
            if rand() < 0.9 else None
        self.keywords = list(dict.fromkeys(
            (about["t"], about["m"], about["s"])[:2 + int(rand() * 2)]))
        self.links = [rel for rel, share in (
            ("paper", 0.8), ("code", 0.35), ("slides", 0.2), ("data", 0.15),
            ("video", 0.1)) if rand() < share]
        self.cited = int(math.exp(rand() * 6)) if rand() < 0.3 else None
        self.prize = "Best paper" if rand() < 0.02 else None
        self.project = lab.project_in(year, rand)
        self.grant = lab.grant_in(year, rand)
        self.authors = []  # of Person or str
        self.word = slug(self.title).replace("-", " ").split()

    def key(self):
        """The citation key: the same in everybody's file."""
        first = self.authors[0]
        who = first.name.family if isinstance(first, Person) \
            else first.split()[-1]
        word = max(self.word[:4], key=len)
        return f"{slug(who).replace('-', '')}{self.date[:4]}{word}{self.serial}"

    def disagrees(self, rand):
        """What the second member wrote otherwise, or None."""
        if rand() < 0.8:
            return None
        return DISAGREEMENTS[int(rand() * len(DISAGREEMENTS))]


class Lab:
    """Six people or fewer who write papers together."""

    def __init__(self, number, people, papers, department, seed):
        source = random.Random(f"{seed}/{number}")
        self.rand = rand = source.random
        self.number = number
        self.field = department.field
        self.topic = department.topic(number)
        self.id = department.lab_id(number)
        # one in eight belongs to the laboratory next door, too
        self.neighbour = department.lab_id(
            number + 1 if number + 1 in department.labs
            else department.labs.start)
        self.members = []
        first = number * SIZE
        for i in range(first, min(first + SIZE, people)):
            # the first people take the scripts in turn
            name = Name(rand, i if i < 24 else None, rand() < 0.15)
            self.members.append(Person(i, rand, name))
        self.others = [Name(rand, initial=rand() < 0.5).text
                       for _ in range(5 * len(self.members))]
        self.projects = [self._project(i) for i in range(3)]
        self.grants = [self._grant(i) for i in range(3)]
        self._write_papers(papers)

    def _project(self, i):
        about = self.field.choose(self.rand)
        start = YEAR - 12 + 4 * i
        return {"id": f"project-{self.number}-{i}", "from": start,
                "to": None if i == 2 else start + 4,
                "title": f"{capital(about['a'])} {about['t']} "
                         f"in {about['s']}",
                "summary": self.field.abstract(self.rand, about, 3),
                "topic": about["t"]}

    def _grant(self, i):
        about = self.field.choose(self.rand)
        start = YEAR - 13 + 5 * i
        return {"id": f"grant-{self.number}-{i}", "from": start,
                "to": None if i == 2 else start + 4,
                "number": f"DEMO-{self.number:04}-{i}",
                "title": f"{about['M']} and {about['s']}",
                "funder": ("Invented Science Foundation",
                           "Council for Curiosity",
                           "Municipal Research Fund")[i],
                "amount": 10000 * (5 + int(self.rand() * 90))}

    @staticmethod
    def _running(list_, year):
        return [x["id"] for x in list_
                if x["from"] <= year <= (x["to"] or YEAR)]

    def project_in(self, year, rand):
        running = self._running(self.projects, year)
        return running[0] if running and rand() < 0.4 else None

    def grant_in(self, year, rand):
        running = self._running(self.grants, year)
        return running[-1] if running and rand() < 0.3 else None

    def _write_papers(self, each):
        """Papers until everybody has as many as the position asks for."""
        rand = self.rand
        wanted = {p: max(1, round(each * p.share)) for p in self.members}
        serial = 0
        while wanted:
            lead = max(wanted, key=lambda p: wanted[p] / p.share)
            serial += 1
            year = YEAR - int(rand() ** 1.5 * lead.years)
            paper = Paper(self, rand, serial, year)
            staff = [lead]
            for p in self.members:
                if p in wanted and p is not lead and rand() < 0.15 \
                        and year > YEAR - p.years:
                    staff.append(p)
            paper.authors = staff + [
                self.others[int(rand() * len(self.others))]
                for _ in range(int(rand() * 4))]
            paper.authors = list(dict.fromkeys(paper.authors))
            paper.authors.sort(key=lambda _: rand())
            for p in staff:
                p.papers.append(paper)
                wanted[p] -= 1
                if wanted[p] == 0:
                    del wanted[p]
