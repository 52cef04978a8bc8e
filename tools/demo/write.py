# SPDX-License-Identifier: MIT
"""The demo as files: profiles, portraits, the site."""
import itertools

from lab import YEAR, Person
from words import VENUES, capital

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
RANKS = {v[0]: v[4] for v in VENUES}


def portrait(person):
    """A face of simple shapes, different for everybody."""
    n = person.number
    hue, skin, hair = n * 47 % 360, 16 + n * 7 % 22, n * 13 % 40
    light = 45 + n * 17 % 33
    style = n % 4
    top = ("M90 190q0-110 70-110t70 110q-20-60-70-60t-70 60z",
           "M85 230q-10-150 75-150t75 150l-20-60q-60-10-70-40"
           "q-10 40-45 45z",
           "M95 165q5-80 65-80t65 80q-65-40-130 0z",
           "M80 260q-20-180 80-180t80 180l-25-90q-55 5-110 0z")[style]
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 384">
<rect width="320" height="384" fill="hsl({hue} 35% 82%)"/>
<path d="M40 384q0-110 120-110t120 110z" fill="hsl({(hue + 150) % 360} 40% 38%)"/>
<path d="M135 230h50v50q-25 25-50 0z" fill="hsl({skin} 45% {light - 10}%)"/>
<ellipse cx="160" cy="185" rx="60" ry="72" fill="hsl({skin} 50% {light}%)"/>
<path d="{top}" fill="hsl({hair} 45% {15 + n * 11 % 45}%)"/>
<path d="M138 190h1m42 0h1" stroke="#222" stroke-width="9" stroke-linecap="round"/>
<path d="M138 220q22 {14 + n % 12} 44 0" fill="none" stroke="#222" stroke-width="4" stroke-linecap="round"/>
</svg>
"""


def authors(paper, me):
    out = []
    for a in paper.authors:
        if not isinstance(a, Person):
            out.append(f"<author>{a}</author>")
        elif a is me:
            out.append(f'<author self="true">{a.name.text}</author>')
        else:
            out.append(f'<author person="{a.id}">{a.name.text}</author>')
    return "".join(out)


def publication(paper, me, selected):
    """The paper as the file of `me` has it."""
    odd = None
    if sum(isinstance(a, Person) for a in paper.authors) > 1 \
            and paper.authors[0] is not me:
        odd = paper.disagrees(me.rand)
    date, title, pages = paper.date, paper.title, paper.pages
    if odd == "date":
        date = date[:4]
    elif odd == "title":
        title = title.title()
    elif odd == "pages":
        pages = pages.split("–")[0]
    attrs = "".join(f' {k}="{v}"' for k, v in (
        ("status", paper.status), ("selected", "true" if selected else None),
        ("project", paper.project), ("grant", paper.grant)) if v)
    out = [f'    <publication id="{paper.key()}" type="{paper.type}" '
           f'date="{date}"{attrs}>\n      <title>{title}</title>']
    if paper.abroad:
        out.append(f'<title xml:lang="{paper.abroad[0]}">'
                   f"{paper.abroad[1]}</title>")
    out.append(f"\n      <authors>{authors(paper, me)}</authors>\n      ")
    if odd != "venue":
        out.append(f'<venue ref="{paper.venue}"/>')
    if paper.volume:
        out.append(f"<volume>{paper.volume}</volume>")
    if paper.type != "preprint" and paper.status is None:
        out.append(f"<pages>{pages}</pages>")
    if paper.doi and odd != "doi":
        out.append(f'<identifier type="doi">{paper.doi}</identifier>')
    for rel in paper.links:
        out.append(f'<link rel="{rel}" href="https://example.org/'
                   f'{rel}/{paper.serial}"/>')
    if paper.abstract and odd != "abstract":
        out.append(f"\n      <abstract>{paper.abstract}</abstract>\n      ")
    out += [f"<keyword>{k}</keyword>" for k in paper.keywords]
    if paper.cited is not None:
        out.append(f'<metric type="citations" value="{paper.cited}" '
                   f'as-of="{YEAR}-01-15" source="Demo Index"/>')
    if paper.prize:
        out.append(f"<distinction>{paper.prize}</distinction>")
    out.append("\n    </publication>\n")
    return "".join(out)


def owner(person, lab, photo):
    name = person.name
    groups = lab.id
    if person.number % 8 == 5 and lab.neighbour != lab.id:
        groups += " " + lab.neighbour
    out = [f'  <person id="{person.id}" role="{person.role}" '
           f'group="{groups}">\n']
    names = [f"    <name>{name.parts()}</name>\n"]
    if name.home:
        names.append(f'    <name xml:lang="{name.lang}" sort-as="{name.family} '
                     f'{name.given}">{name.home_parts()}</name>\n')
    # some write their name as at home first
    out += reversed(names) if person.number % 3 == 1 else names
    if photo:
        out.append(f'    <photo src="files/{person.id}.svg" alt="Drawing of '
                   f'{name.text}" width="320" height="384"/>\n')
    topics = lab.field.topics
    first = person.number % 8
    out.append(f"""\
    <position>{person.position}</position>
    <organization href="https://example.org/">Invented University</organization>
    <place>{("Nordby", "Port Lumen", "Altweiler")[lab.number % 3]}</place>
    <email obfuscate="true">{person.id}@example.org</email>
    <link rel="homepage" href="https://example.org/~{person.id}"/>
    <bio>
      <p>I study {topics[first]} and {topics[(first + 3) % 8]}, mostly with \
{lab.field.methods[first]}, and look for what holds outside the laboratory.</p>
      <p>{lab.field.abstract(person.rand, lab.field.choose(person.rand), 3)}</p>
    </bio>
    <interests>
      <interest level="field">{lab.field.name}</interest>
      <interest level="focus">{capital(topics[first])}</interest>
      <interest level="also">{capital(topics[(first + 3) % 8])}</interest>
    </interests>
  </person>
""")
    return "".join(out)


def registers(person, lab):
    out = ["  <people>\n"]
    for p in lab.members:
        if p is not person:
            out.append(f'    <person id="{p.id}"><name>{p.name.parts()}</name>'
                       "</person>\n")
    out.append("  </people>\n  <venues>\n")
    used = {p.venue for p in person.papers}
    for id_, type_, short, name, rank in VENUES:
        if id_ in used:
            mark = f'<rank scheme="DEMO">{rank}</rank>' if rank else ""
            out.append(f'    <venue id="{id_}" type="{type_}" short="{short}">'
                       f"<name>{name}</name>{mark}</venue>\n")
    out.append("  </venues>\n")
    return "".join(out)


def news(person):
    out = ["  <news>\n"]
    published = (p for p in person.papers if p.status is None)
    for paper in itertools.islice(published, 5):
        key = paper.key()
        out.append(f'    <item id="news-{key}" date="{paper.date}">Our paper '
                   f'<ref publication="{key}"/> is out.</item>\n')
    out.append("  </news>\n")
    return "".join(out)


def span(x):
    to = f' to="{x["to"]}"' if x["to"] else ""
    return f'id="{x["id"]}" from="{x["from"]}"{to}'


def projects(lab):
    out = ["  <projects>\n"]
    for x in lab.projects:
        out.append(f'    <project {span(x)}><title>{x["title"]}</title>'
                   f'<summary>{x["summary"]}</summary>'
                   f'<topic>{x["topic"]}</topic></project>\n')
    out.append("  </projects>\n  <grants>\n")
    for x in lab.grants:
        out.append(f'    <grant {span(x)} number="{x["number"]}">'
                   f'<title>{x["title"]}</title><funder>{x["funder"]}</funder>'
                   f'<amount currency="EUR">{x["amount"]}</amount></grant>\n')
    out.append("  </grants>\n")
    return "".join(out)


def career(person, lab):
    start = YEAR - person.years
    place = lab.field.name
    end = f' to="{YEAR - 1}"' if person.role == "alumni" else ""
    return f"""\
  <experience>
    <job from="{start}"{end}><role>{person.position}</role>\
<organization>Invented University</organization>\
<group>{capital(lab.topic)}</group></job>
  </experience>
  <education>
    <degree kind="phd" from="{start - 5}" to="{start - 1}">\
<role>Ph.D. in {place}</role><organization>Example Polytechnic</organization>\
</degree>
  </education>
  <teaching>
    <course from="{YEAR - 1}-10" to="{YEAR}-02" role="lecturer" \
code="DM{100 + person.number % 900}" level="master">\
<title>Introduction to {lab.topic}</title></course>
  </teaching>
"""


def profile(person, lab, photo):
    person.papers.sort(key=lambda p: p.date, reverse=True)
    out = [HEAD, f'<profile version="1" xml:lang="en" updated="{YEAR}-02-01">\n',
           owner(person, lab, photo), registers(person, lab), news(person),
           "  <publications>\n"]
    for i, paper in enumerate(person.papers):
        out.append(publication(paper, person, i % 9 == 2))
    out += ["  </publications>\n", projects(lab), career(person, lab),
            "</profile>\n"]
    return "".join(out)


LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<circle cx="32" cy="32" r="30" fill="#1d4e5f"/>
<path d="M14 44h36M18 40V26m9 14V26m10 14V26m9 14V26M13 24h38L32 12z" \
fill="none" stroke="#fff" stroke-width="4" stroke-linejoin="round"/>
</svg>
"""


def group(department):
    name = department.name
    labs = "".join(f"""\
    <group id="{department.lab_id(n)}">
      <name>{department.lab_name(n)}</name>
      <description>We study {department.topic(n)}.</description>
    </group>
""" for n in department.labs)
    return f"""\
  <group id="{department.id}">
    <name>{name}</name>
    <description><p>The department of {name} has {len(department.labs)} \
laboratories.</p></description>
    <link href="https://example.org/{department.id}">Courses</link>
{labs}  </group>
"""


def site(base, departments):
    return (HEAD + f"""\
<site version="1" base-url="{base}" xml:lang="en">
  <name>Invented University</name>
  <name xml:lang="zh">虚构大学</name>
  <logo src="files/logo.svg" alt="" width="64" height="64"/>
  <navigation><link href="https://example.org/">University</link></navigation>
{"".join(group(d) for d in departments)}\
  <link href="https://example.org/imprint">Imprint</link>
  <footer>Everybody here is invented.</footer>
</site>
""")
