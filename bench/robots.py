# SPDX-License-Identifier: MIT
"""Robots on a site of many people."""
import multiprocessing
import random
import sys
import tempfile
import time

from fcgi import ask

CLIENTS, STEPS, EACH = 8, 10, 100
TYPES = ["journal", "conference", "workshop", "preprint"]
WORDS = ("attention sparse video diffusion robust retrieval translation "
         "grasping kitchens museum compression sampling").split()


def begin(where, ids):
    """What a client knows; each is a process, so that it holds up nobody."""
    global SITE
    SITE = where, ids


def wander(job):
    """Ask for lists that nobody asked for before; how many were not there."""
    seed, n = job
    where, ids = SITE
    rand, bad = random.Random(seed), 0
    for _ in range(n):
        pairs = {"year": f"{rand.randrange(2002, 2026)}",
                 "type": ",".join(sorted(rand.sample(TYPES, 2))),
                 "has": "code", "q": " ".join(rand.sample(WORDS, 2))}
        keys = rand.sample(sorted(pairs), rand.randrange(1, 5))
        query = "&".join(f"{k}={pairs[k]}".replace(" ", "%20")
                         for k in ("q", "year", "type", "has") if k in keys)
        whose = "" if rand.random() < 0.02 else "/" + rand.choice(ids)
        bad += ask(where, f"{whose}/publications?{query}").status != 200
    return bad


def many(bench, server):
    """Memory at equal steps, while robots walk through all filters."""
    each = min(EACH, -(-bench.args.requests // (STEPS * CLIENTS)))
    walks = max(1, bench.args.requests // (STEPS * each))
    sizes, bad, start = [], 0, time.monotonic()
    with multiprocessing.Pool(CLIENTS, begin, (server.where, bench.ids)) as pool:
        for step in range(STEPS):
            jobs = [(step * walks + i, each) for i in range(walks)]
            bad += sum(pool.imap_unordered(wander, jobs))
            sizes.append(server.pss_kb() / 1024)
            print(f"{(step + 1) * walks * each} requests after "
                  f"{time.monotonic() - start:.0f} s: {sizes[-1]:.0f} MiB",
                  file=sys.stderr)
    total = STEPS * walks * each
    bench.row(f"{total} requests of the crawl kind without an answer", bad, "0",
              bad == 0)
    bench.row(f"memory after each tenth of {total} requests",
              ", ".join(f"{mib:.0f}" for mib in sizes) + " MiB", "flat",
              sizes[-1] <= 1.05 * sizes[STEPS // 2 - 1])


def crawl(bench, _):
    """Robots that follow links, on a site of ten thousand publications."""
    sys.path.insert(0, bench.args.top + "/tools")
    from crawl import Crawl

    class SocketCrawl(Crawl):
        """Without a web server there are no static files."""

        def get(self, url):
            answer = ask(self.where, url)
            head = {"Content-Type": answer.headers.get("content-type", "")}
            return answer.status, head, answer.body

        def add(self, url, nofollow, origin):
            if "/static/" not in url:
                super().add(url, nofollow, origin)

    people = min(200, bench.args.people)
    where = bench.args.dir + "/crawl"
    bench.demo(people, where)
    with tempfile.TemporaryDirectory() as run, \
            bench.server(run, where) as server:
        for polite in (True, False):
            most = bench.args.requests
            walk = SocketCrawl("http://localhost/", polite, most // 10, most)
            walk.where = server.where
            counts = walk.run().counts
            shown = [f"{counts[what]} {what}" for what in (
                "requests", "pages to be found", "pages with noindex",
                "files", "not visited, of one choice", "of several choices",
                "errors", "duplicates", "other problems")]
            bench.row(
                f"{'polite' if polite else 'rude'} robot, {people} people, "
                f"{people * bench.args.papers} publications",
                ", ".join(shown), "no problems", counts["problems"] == 0)
            for problem in walk.problems:
                print(problem, file=sys.stderr)
