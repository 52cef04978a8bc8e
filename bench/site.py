#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a site of many people costs, as a table in Markdown.

usage: site.py [--people N] [--papers M] [--requests N] [--parts A,B,...]
               VITAE TOP DIR

Writes the demo into DIR (and keeps it there), starts VITAE with four workers,
and measures, without a web server: load, memory, edit, filter, person, idle,
many and crawl, or those PARTS of it. TOP is the source tree.
"""
import argparse
import glob
import multiprocessing.pool
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from fcgi import Server
from robots import TYPES, WORDS, crawl, many

WORKERS = 4
EDITS = 20


class Bench:
    """The data, and the rows of the table."""

    def __init__(self, args, run):
        self.args = args
        self.run = run
        self.demo(args.people, args.dir + "/data")
        self.people = sorted(glob.glob(args.dir + "/data/people/*.xml"))
        self.ids = [os.path.basename(p)[:-4] for p in self.people]
        self.rand = random.Random(1)
        self.rows = []

    def row(self, what, figure, goal="", met=None):
        mark = {None: "", True: "yes", False: "**no**"}[met]
        self.rows.append(f"| {what} | {figure} | {goal} | {mark} |")
        print(self.rows[-1], flush=True)

    def demo(self, people, where):
        """Make the demo at `where`, or find it there."""
        subprocess.run(
            [sys.executable, self.args.top + "/tools/demo/demo.py",
             "--people", str(people), "--papers", str(self.args.papers),
             where], check=True)

    def server(self, run, data=None, workers=WORKERS, *flags):
        a = self.args
        return Server(a.vitae, a.top, data or a.dir + "/data", run,
                      "--workers", str(workers), *flags)

    def state(self):
        """The directory where a process left what it knows of all files."""
        where = self.run + "/state"
        if not os.path.isdir(where):
            os.mkdir(where)
            with self.server(self.run, None, WORKERS, "--state",
                             where) as server:
                server.wait_checked()
        return where

    def one(self, run):
        """One process that need not check anything any more."""
        return self.server(run, None, 1, "--state", self.state())


def children_s():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def xmllint(files, processes):
    """Time and processor time to parse them all and do nothing."""
    cpu, start = children_s(), time.monotonic()
    subprocess.run(["xargs", "-0", "-n", "100", "-P", str(processes),
                    "xmllint", "--noout"], check=True,
                   input="\0".join(files).encode())
    return time.monotonic() - start, children_s() - cpu


def load(bench, server):
    """Starting, against parsing; then what is resident."""
    cpu = server.loaded_cpu_s
    checks = server.wait_checked()
    processors = len(os.sched_getaffinity(0))
    xmllint(bench.people, processors)  # the files are in memory now
    for n in sorted({1, processors}):
        wall, lint = xmllint(bench.people, n)
        bench.row(f"load, time against xmllint on {n}",
                  f"{server.loaded_s:.2f} s : {wall:.2f} s = "
                  f"{server.loaded_s / wall:.2f}")
    bench.row("first load, processor time against xmllint",
              f"{cpu:.2f} s : {lint:.2f} s = {cpu / lint:.2f}", "1.5",
              cpu / lint <= 1.5)
    bench.row("checks of all files behind that, against xmllint",
              f"{checks:.2f} s : {lint:.2f} s = {checks / lint:.2f}")
    cpu = start_again(bench)
    bench.row("load after that, with --state, against xmllint",
              f"{cpu:.2f} s : {lint:.2f} s = {cpu / lint:.2f}", "1.5",
              cpu / lint <= 1.5)


def start_again(bench):
    """Processor time to start where another process was."""
    with tempfile.TemporaryDirectory() as run, \
            bench.server(run, None, WORKERS, "--state",
                         bench.state()) as server:
        return server.loaded_cpu_s


def memory(bench, server, when):
    mib = server.pss_kb() / 1024
    xml = sum(map(os.path.getsize, bench.people)) / 1048576
    bench.row(f"memory of all {WORKERS + 1} processes, {when}",
              f"{mib:.0f} MiB, {mib / xml:.2f} of the XML", "1536 MiB",
              mib <= 1536)


class Edited:
    """One file that changes, and is as it was in the end."""

    def __init__(self, bench):
        middle = len(bench.ids) // 2
        self.who, self.path = bench.ids[middle], bench.people[middle]
        with open(self.path, encoding="utf-8") as f:
            self.text = f.read()
        self.questions = 0

    def write(self, title=""):
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(self.text.replace("<title>", "<title>" + title, 1))

    def shows(self, server, title):
        """Is the title there? No answer is one that was kept."""
        self.questions += 1
        uri = f"/{self.who}/publications?q=edited&per={self.questions}"
        return title.encode() in server.ask(uri).body

    def wait(self, server, title):
        """Seconds until whoever answers knows the title."""
        start = since = time.monotonic()
        with multiprocessing.pool.ThreadPool(8) as pool:
            while time.monotonic() - start < 4:
                if not all(pool.map(lambda _: self.shows(server, title),
                                    range(8))):
                    since = time.monotonic()
                time.sleep(0.2)
        return since - start

    def cost_ms(self, server, edits):
        """Processor time of a round of two questions, with an edit or not."""
        before = server.cpu_s()
        for i in range(EDITS):
            if edits:
                self.write(f"Edited {i} ")
            time.sleep(0.1)
            self.shows(server, "")
            time.sleep(0.2)
            self.shows(server, "")
        return (server.cpu_s() - before) * 1000 / EDITS


def edit(bench, server):
    """From the edit of one file until the new page shows."""
    file = Edited(bench)
    lint = children_s()
    subprocess.run(["xmllint", "--noout", "--repeat", file.path], check=True,
                   stderr=subprocess.DEVNULL)
    parse_ms = (children_s() - lint) * 10  # of a hundred times
    try:
        file.write("Edited at last ")
        shown = file.wait(server, "Edited at last")
        with tempfile.TemporaryDirectory() as run, \
                bench.one(run) as one:
            file.cost_ms(one, True)
            usual = file.cost_ms(one, False)
            cost = file.cost_ms(one, True) - usual
    finally:
        file.write()
    bench.row("edit of one file until all processes show it",
              f"{shown:.2f} s", "2 s", shown <= 2)
    bench.row("edit, processor time of each process against a parse",
              f"{cost:.1f} ms : {parse_ms:.2f} ms = {cost / parse_ms:.0f}",
              "20", cost <= 20 * parse_ms)


def filters(bench):
    """Filters of every kind over the publications of all."""
    some = bench.ids[len(bench.ids) // 3]
    with open(bench.people[len(bench.ids) // 3], encoding="utf-8") as f:
        text = f.read()

    def first(pattern):
        return re.search(pattern, text)[1]

    return ["", "q=attention", "q=sparse%20video", "q=mul",
            "author=" + some, "author=ller", "year=2020", "year=2015-2019",
            "year=latest", "type=journal", "venue=moss",
            "keyword=" + first("<keyword>([^<]*)").replace(" ", "-"),
            "project=" + first('project="([^"]*)"'),
            "grant=" + first('grant="([^"]*)"'), "person=" + some,
            "group=" + first('group="([^" ]*)'), "status=forthcoming",
            "selected=true", "has=code", "rank=demo-a", "sort=title",
            "sort=cited", "year=2020&type=journal",
            "q=attention&year=2018-2022&has=code"]


def filter_(bench, _):
    """Lists that nobody asked for before, by one process that is awake."""
    costs = {"with 40 entries at first": [], "with 40 shown before": [],
             "with one entry": []}
    with tempfile.TemporaryDirectory() as run, \
            bench.one(run) as one:
        one.ask("/publications")
        for query in filters(bench):
            # an answer that is kept would cost nothing: other lengths
            found = []
            for per, kind in zip((40, 41, 1), costs):
                key = "&per=" if query else "?per="
                found.append(1000 * one.cost_s(
                    f"/publications{'?' if query else ''}{query}{key}{per}"))
                costs[kind].append(found[-1])
            bench.row(f"filter `{query or '(all)'}`: 40 entries at first, "
                      "shown before; one",
                      ", ".join(f"{ms:.1f}" for ms in found) + " ms")
    for kind, found in costs.items():
        middle = statistics.median(found)
        bench.row(f"filter, median of processor time, {kind}",
                  f"{middle:.1f} ms", "50 ms", middle <= 50)


def person_costs(server, who):
    queries = ([f"year={y}" for y in range(2002, 2026)]
               + [f"type={t}" for t in TYPES] + [f"q={w}" for w in WORDS])
    server.ask(f"/{who}/publications")
    return [server.cost_s(f"/{who}/publications?{q}") for q in queries]


def person(bench, server):
    """One person's pages here, and where nobody else is."""
    who = bench.ids[0]
    cold = [server.cost_s(f"/{i}/") * 1000 for i in
            bench.rand.sample(bench.ids, min(len(bench.ids), 40))]
    here, alone = [], []
    with tempfile.TemporaryDirectory() as run:
        os.makedirs(run + "/people")
        shutil.copy(bench.args.dir + "/data/site.xml", run)
        shutil.copy(bench.people[0], run + "/people")
        # one worker, which has all that it needs after the first page
        with bench.server(run, run, 1) as small:
            alone = person_costs(small, who)
        with bench.one(run) as large:
            here = person_costs(large, who)
    ratio = statistics.median(h / a for h, a in zip(here, alone))
    bench.row("a person's page against the same on a site of one",
              f"{statistics.median(here) * 1000:.2f} ms : "
              f"{statistics.median(alone) * 1000:.2f} ms = {ratio:.2f}",
              "1.0", ratio <= 1.1)
    bench.row("a person's page at first", f"{statistics.median(cold):.1f} ms")


def idle(bench, server):
    for what, wait in (("nobody", False), ("one request a second", True)):
        before, start = server.cpu_s(), time.monotonic()
        while time.monotonic() - start < 10:
            if wait:
                server.ask("/healthz")
            time.sleep(1)
        share = (server.cpu_s() - before) / (time.monotonic() - start)
        bench.row(f"idle, {what}: of one processor", f"{share * 100:.2f} %",
                  "5 %", share <= 0.05)


PARTS = {"load": load, "edit": edit, "filter": filter_, "person": person,
         "idle": idle, "many": many, "crawl": crawl}


def measure(args, bench):
    xml = sum(map(os.path.getsize, bench.people)) / 1048576
    print(f"\n{args.people} people, {args.people * args.papers} publications, "
          f"{xml:.0f} MiB of XML, {WORKERS} workers, "
          f"{len(os.sched_getaffinity(0))} processors\n\n"
          "| what | figure | goal | met |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as run, bench.server(run) as server:
        memory(bench, server, "loaded")
        server.wait_checked()
        for part in args.parts.split(","):
            PARTS[part](bench, server)
        memory(bench, server, "at the end")


def main():
    ap = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    ap.add_argument("--people", type=int, default=10000)
    ap.add_argument("--papers", type=int, default=50)
    ap.add_argument("--requests", type=int, default=20000)
    ap.add_argument("--parts", default=",".join(PARTS))
    for name in ("vitae", "top", "dir"):
        ap.add_argument(name)
    args = ap.parse_args()
    os.makedirs(args.dir, exist_ok=True)
    with tempfile.TemporaryDirectory() as run:
        measure(args, Bench(args, run))


if __name__ == "__main__":
    main()
