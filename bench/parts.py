# SPDX-License-Identifier: MIT
"""The parts of the benchmark: what is measured, and against whom."""
import os
import re
import statistics
import tempfile
import urllib.request

import pages
import single
from load import Contestant, ask_often, compete
from servers import CORES, Servers

NOTHING = {"VITAE_CACHE": "0", "VITAE_PARTS": "0"}
ITEMS = {"VITAE_CACHE": "0", "VITAE_PARTS": "256"}


def servers(bench, n, php=True):
    """A web server with everybody behind it, on n publications."""
    run = tempfile.mkdtemp(prefix=f"{n}-", dir=bench.run)
    os.chmod(run, 0o755)
    s = Servers(bench.vitae, bench.hello, bench.top, run)
    data = bench.data(n)
    try:
        s.join(data)
        s.start_hello("hello", 16)
        s.start_hello("hello64", 80)
        s.start_vitae("cached", data, VITAE_CACHE="64")
        s.start_vitae("items", data, **ITEMS)
        s.start_vitae("nothing", data, **NOTHING)
        s.start_vitae("behind", data)
        s.start_nginx("behind", php)
    except BaseException:
        s.__exit__()
        raise
    return s


def vitae(s, name, says, path="", headers=()):
    return Contestant(says, s.url(f"{name}/{path}"), s.pid(name), headers)


def cheaper(one, other):
    """How many times less processor time a request of `one` takes."""
    return 1 / statistics.median(one.ratios(other, "us"))


def etag_of(url):
    with urllib.request.urlopen(url) as response:
        return response.headers["ETag"]


def small(bench):
    """Everybody, on a page of the usual size."""
    with servers(bench, 10) as s:
        hello = Contestant("hello: libfcgi, 16 threads", s.url("hello/"),
                           s.pid("hello"))
        static = Contestant("nginx: a file", s.url("static/page.html"))
        packed = Contestant("nginx: a file, gzip on", s.url("gzip/page.html"),
                            headers=["Accept-Encoding: gzip"])
        page = vitae(s, "cached", "vitae: page kept")
        zipped = vitae(s, "cached", "vitae: page kept, gzip",
                       headers=["Accept-Encoding: gzip"])
        same = vitae(s, "cached", "vitae: 304", headers=[
            "If-None-Match: " + etag_of(s.url("cached/"))])
        behind = Contestant("vitae behind fastcgi_cache", s.url("behind/"),
                            s.pid("behind"))
        items = vitae(s, "items", "vitae: items kept")
        nothing = vitae(s, "nothing", "vitae: nothing kept")
        xslt = Contestant("nginx: xslt filter", s.url("xslt/page.xml"))
        everybody = [hello, static, packed, page, zipped, same, behind,
                     items, nothing, xslt]
        if "php" in s.started:
            everybody.append(Contestant(
                "PHP-FPM: XSLTProcessor", s.url("php"), s.pid("php")))
        compete(everybody, s.pid("nginx"), 16, bench.seconds, bench.rounds)
        r = bench.results
        r.speed(10, everybody)
        r.goal("1", "page kept, 16 connections: requests/s", "hello",
               ">=", 1.2, page.ratios(hello), cheaper(page, hello))
        r.goal("4", "page kept, clients with gzip: requests/s",
               "nginx, gzip on", ">=", 3, zipped.ratios(packed), cheaper(zipped, packed))
        r.goal("5", "304: requests/s", "hello, whole page", ">=", 1.8,
               same.ratios(hello), cheaper(same, hello))
        r.goal("6", "behind fastcgi_cache: requests/s", "nginx, a file",
               ">=", 0.9, behind.ratios(static), cheaper(behind, static))
        r.goal("7", "nothing kept: processor time", "xslt filter", "<=", 0.9,
               nothing.ratios(xslt, "us"))
        r.goal("7", "items kept: processor time", "xslt filter", "<=", 0.25,
               items.ratios(xslt, "us"))


def many(bench):
    """Sixty-four connections; and those of others that are idle."""
    with servers(bench, 10, php=False) as s:
        hello = Contestant("hello: 80 threads, 64 connections",
                           s.url("hello64/"), s.pid("hello64"))
        page = vitae(s, "cached", "vitae: page kept, 64 connections")
        compete([hello, page], s.pid("nginx"), 64, bench.seconds,
                bench.rounds)
        r = bench.results
        r.speed(10, [hello, page])
        r.goal("1", "page kept, 64 connections: requests/s", "hello", ">=",
               1.2, page.ratios(hello), cheaper(page, hello))
        r.goal("1", "the same: p99", "its own p50", "<=", 3,
               [run["p99"] / max(run["p50"], 1e-3) for run in page.runs])
        r.goal("1", "the same: errors", "none", "<=", 0,
               sum(run["errors"] for run in page.runs))
        waits = single.starve(s.socket("cached"), s.url("cached/"))
        r.goal("2", "64 idle connections of another web server: ms", "", "<=",
               20, waits)


def large(bench):
    """A thousand publications on one page."""
    with servers(bench, 1000) as s:
        hello = Contestant("hello", s.url("hello/"), s.pid("hello"))
        page = vitae(s, "cached", "vitae: page kept")
        nothing = vitae(s, "nothing", "vitae: nothing kept")
        xslt = Contestant("nginx: xslt filter", s.url("xslt/page.xml"))
        everybody = [nothing, xslt]
        if "php" in s.started:
            everybody.append(Contestant("PHP-FPM: XSLTProcessor", s.url("php"),
                                        s.pid("php")))
        compete([hello, page], s.pid("nginx"), 8, bench.seconds, bench.rounds)
        compete(everybody, s.pid("nginx"), 4, 0, 3, requests=bench.few)
        r = bench.results
        r.speed(1000, [hello, page] + everybody)
        r.goal("3", "page kept, 1,000: processor time of the program",
               "hello", "<=", 0.6, page.ratios(hello, "own_us"))
        r.goal("8", "nothing kept, 1,000: requests/s", "xslt filter", ">=",
               1.5, nothing.ratios(xslt), cheaper(nothing, xslt))
        firsts = single.alternate(
            [nothing.url, xslt.url], bench.times, "time_starttransfer")
        r.goal("8", "nothing kept, 1,000: first byte", "xslt filter", "<=",
               0.02, [a / b for a, b in zip(*firsts)])


def system(bench):
    """System calls of the program for a page that is kept."""
    for n in (10, 1000):
        with servers(bench, n, php=False) as s:
            hello, calls = (
                single.calls(Contestant(name, s.url(name + "/"), s.pid(name)),
                             16, bench.seconds)
                for name in ("hello", "cached"))
            bench.results.goal(
                "3", f"page kept, {n:,}: system calls of the program",
                f"hello: {hello:.1f}", "<=", 3, calls)


def memory(bench):
    """The longest list: time and memory; a filter; a section beside it."""
    n = bench.sizes[-1]
    r = bench.results
    xml = os.path.getsize(bench.data(n) + "/people/test.xml") / 2**20
    loaded, grown = single.memory(bench, bench.data(n), NOTHING)
    r.goal("9", f"{n:,}: MiB after loading {xml:.1f} MiB", "6 XML + 16", "<=",
           round(6 * xml + 16), loaded)
    r.goal("9", f"{n:,} on one page: MiB more", "8", "<=", 8, grown)
    with servers(bench, n, php=False) as s:
        one, other = single.alternate(
            [s.url("nothing/"), s.url("xslt/page.xml")], 3)
        r.goal("9", f"{n:,} on one page: time", "xslt filter", "<=", 0.6,
               [a / b for a, b in zip(one, other)])
        query = single.narrow_query(bench.data(n))
        ours = s.url("nothing/publications?" + query)
        kept = s.url("items/publications?" + query)
        theirs = s.url("choose/page.xml?" + query)
        entries = [sorted(re.findall(r'<li class="pub[^>]* id="([^"]*)"',
                                     single.get(url)))
                   for url in (ours, theirs)]
        if entries[0] != entries[1] or not entries[0]:
            raise RuntimeError(f"{query}: not the same entries")
        ask_often(s.url("items/publications"), 2 * CORES, 2 * CORES)
        one, two, other = single.alternate([ours, kept, theirs], 5)
        for says, mine in (("", one), (", its entries made before", two)):
            r.goal("10", f"a filter nobody asked, {len(entries[0])} of "
                   f"{n:,}{says}: times faster", "xslt filter, by parameter",
                   ">=", 30, [b / a for a, b in zip(mine, other)])
    small_news, large_news = single.costs(
        bench, [bench.data(10), bench.data(n)], "/news", NOTHING)
    r.goal("11", f"news at {n:,} publications: time", "the same at 10", "<=",
           1.3, [a / b for a, b in zip(large_news, small_news)])


def cgi(bench):
    """A process for each request, without a web server."""
    for n, limit in ((10, 1.0), (1000, 0.85)):
        run = f"{bench.run}/cgi-{n}"
        os.makedirs(run)
        s = Servers(bench.vitae, bench.hello, bench.top, run)
        s.join(bench.data(n))
        theirs, ours, kept, same = single.cgi(
            bench, bench.data(n), run, bench.few if n > 100 else 60)
        r = bench.results
        for who, seconds in (("sh and xsltproc", theirs), ("vitae", ours),
                             ("vitae, page on disk", kept),
                             ("vitae, 304", same)):
            r.fact(f"CGI, {n:,}: {who}, ms", f"{seconds * 1e3:.1f}")
        r.goal("14", f"CGI, {n:,}: time", "sh and xsltproc", "<=", limit,
               ours / theirs)
        r.goal("14", f"CGI, {n:,}, page on disk: time", "sh and xsltproc",
               "<=", 0.25, kept / theirs)
        r.goal("14", f"CGI, {n:,}, 304: time", "sh and xsltproc", "<=", 0.25,
               same / theirs)


def cost(bench):
    """Time of one page against its size, one request at a time."""
    totals = {}
    for n in bench.sizes:
        with servers(bench, n) as s:
            urls = {"vitae, page kept": s.url("cached/"),
                    "vitae, items kept": s.url("items/"),
                    "vitae, nothing kept": s.url("nothing/"),
                    "xslt filter": s.url("xslt/page.xml")}
            if "php" in s.started:
                urls["PHP-FPM"] = s.url("php")
            for url in urls.values():
                ask_often(url, 2 * CORES, 2 * CORES)
            times = single.alternate(list(urls.values()),
                                     bench.times if n <= 1000 else 3)
            for name, got in zip(urls, times):
                ms = statistics.median(got) * 1e3
                totals.setdefault(name, {})[n] = ms
                bench.results.point(name, n, ms)
    ours = totals["vitae, nothing kept"]
    for a, b in zip(bench.sizes[1:], bench.sizes[2:]):
        bench.results.goal("12", f"nothing kept, {a:,} to {b:,}: time",
                           "itself", "<=", 11, ours[b] / ours[a])


ALL = {"small": small, "many": many, "large": large, "system": system,
       "memory": memory, "cgi": cgi, "cost": cost,
       "pages": pages.write_all}
