# SPDX-License-Identifier: MIT
"""Every page written once: by the program in a loop, and by hugo."""
import glob
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree as ET

from fcgi import environment
from servers import CORES

LOOP = """for key; do
	"$VITAE" get "/publications$key" >"$TO/${key:-list}.html" || exit
done"""


def content(pub):
    """A publication as hugo wants it: what is known of it, and its abstract."""
    venue = pub.find("venue")
    known = {"title": pub.findtext("title"), "date": pub.get("date") + "-01",
             "kind": pub.get("type"), "venue": venue.get("short"),
             "proceedings": venue.findtext("name"),
             "people": [a.text for a in pub.iter("author")],
             "topics": [k.text for k in pub.iter("keyword")],
             "paper": pub.find("link").get("href")}
    return json.dumps(known) + "\n\n" + pub.findtext("abstract") + "\n"


def write_site(bench, data, site):
    """The same publications as a site of hugo's; their keys."""
    shutil.copytree(bench.top + "/bench/hugo", site)
    os.makedirs(site + "/content/publications")
    keys = []
    for pub in ET.parse(data + "/people/test.xml").iter("publication"):
        keys.append(pub.get("id"))
        with open(f"{site}/content/publications/{keys[-1]}.md", "w",
                  encoding="utf-8") as file:
            file.write(content(pub))
    with open(site + "/content/publications/_index.md", "w",
              encoding="utf-8") as file:
        file.write('{"title": "Publications"}\n')
    return keys


def took(command, to, **more):
    """Seconds and processor seconds of a command that fills a directory."""
    shutil.rmtree(to, ignore_errors=True)
    os.makedirs(to)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, (after.ru_utime + after.ru_stime
                  - before.ru_utime - before.ru_stime)


def by_vitae(bench, data, keys, to):
    env = dict(environment(bench.top, data), VITAE=bench.vitae, TO=to)
    return took(["xargs", "-0", "-P", str(CORES), "-n", "20",
                 "sh", "-c", LOOP, "sh"], to, env=env, text=True,
                input="\0".join([""] + ["/" + key for key in keys]))


def by_hugo(site, to):
    return took(["hugo", "--quiet", "--source", site, "--destination", to], to)


def check(to, keys):
    """Every publication has a page, and all of them stand in the list."""
    pages = {os.path.basename(path): path for path in
             glob.glob(to + "/**/*.html", recursive=True)}
    entries = 0
    for name in ("list.html", "publications.html"):
        if name in pages:
            with open(pages[name], encoding="utf-8") as file:
                entries = len(re.findall('<li class="pub[ "]', file.read()))
    if len(pages) != len(keys) + 1 or entries != len(keys):
        raise RuntimeError(f"{to}: {len(pages)} pages, {entries} entries")
    return sum(map(os.path.getsize, pages.values())) / 2**20


def write_all(bench):
    """Without hugo, the program alone."""
    hugo = shutil.which("hugo")
    if not hugo:
        print("bench: pages: hugo is missing; ./run bench installs it",
              file=sys.stderr)
    for n in (100,) if bench.quick else (100, 1000):
        run = f"{bench.run}/pages-{n}"
        keys = write_site(bench, bench.data(n), run + "/site")
        writers = {"vitae get, in a loop": lambda to: by_vitae(
            bench, bench.data(n), keys, to)}
        if hugo:
            writers["hugo"] = lambda to: by_hugo(run + "/site", to)
        times = {name: [] for name in writers}
        for _ in range(3):
            for name, write in writers.items():
                times[name].append(write(f"{run}/{name}"))
        for name, got in times.items():
            wall, cpu = map(statistics.median, zip(*got))
            mib = check(f"{run}/{name}", keys)
            bench.results.fact(
                f"all pages of {n:,} publications: {name}",
                f"{wall:.2f} s, {cpu:.2f} s of processors, {mib:.1f} MiB")
