#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Walk a site as robots do, and judge what they find.

usage: crawl.py [--polite] [--deep N] [--most N] URL

A rude robot follows every link: all addresses with at most one choice
(filter, order, language), then --deep N (500) of those with more, which have
no end. A polite one heeds robots.txt and nofollow. --most N (1000000) ends
either, those of one choice when --deep are left. Every page must be there, know its own address, say noindex where it
should and nowhere else, and no two pages that may be found may say the same.
"""
import argparse
import collections
import hashlib
import html
import http.client
import re
import sys
import urllib.parse

ORDERS = {"q", "sort", "order", "by", "per"}
NEUTRAL = {"lang", "page"}
LINK = re.compile(r"<(?:a|link|img)\s[^>]*>")
ATTRIBUTE = re.compile(r'\s(href|src|rel)="([^"]*)"')
MAIN = re.compile(r"<main\b.*?</main>", re.S)
TAG = re.compile(r"<[^>]*>")


class Address:
    """A path with its query, and what was chosen in it."""

    def __init__(self, url):
        self.url = url
        pairs = [pair.split("=", 1) for pair in
                 url.partition("?")[2].split("&") if "=" in pair]
        self.terms = sum(len(value.split(",")) for key, value in pairs
                         if key not in ORDERS | NEUTRAL)
        self.orders = sum(key in ORDERS for key, _ in pairs)
        self.langs = sum(key == "lang" for key, _ in pairs)

    def combines(self):
        """Is it one of those that have no end?"""
        return self.terms > 1 or self.orders > 0

    def choices(self):
        return self.terms + self.orders + self.langs


class Robots:
    """What robots.txt allows (RFC 9309, 2.2.2: the longest match counts)."""

    def __init__(self, text):
        self.rules, self.sitemaps = [], []
        for line in text.splitlines():
            key, _, value = line.partition(":")
            key, value = key.strip().lower(), value.strip()
            if key in ("allow", "disallow") and value:
                pattern = re.escape(value).replace(r"\*", ".*")
                if pattern.endswith(r"\$"):
                    pattern = pattern[:-2] + "$"
                self.rules.append(
                    (len(value), key == "allow", re.compile(pattern)))
            elif key == "sitemap":
                self.sitemaps.append(value)
        self.rules.sort(key=lambda rule: rule[:2], reverse=True)

    def allow(self, url):
        return next((allowed for _, allowed, pattern in self.rules
                     if pattern.match(url)), True)


class Crawl:
    """One walk over the site at `url`."""

    def __init__(self, url, polite=False, deep=500, most=1000000):
        parts = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        self.root = parts.path or "/"
        self.polite, self.deep, self.most = polite, deep, most
        self.robots = Robots("")
        self.base_url = None
        self.seen = set()
        self.near = collections.deque()  # at most one choice
        self.far = collections.deque()   # more
        self.contents = {}               # digest -> address
        self.counts = collections.Counter()
        self.problems = []

    def problem(self, url, text, kind="other problems"):
        self.counts["problems"] += 1
        self.counts[kind] += 1
        if len(self.problems) < 20:
            self.problems.append(f"{url}: {text}")

    def get(self, url):
        """Status, head and body."""
        self.connection.request("GET", url, headers={"User-Agent": "crawl"})
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def add(self, url, nofollow, origin):
        """Note a link of the page `origin`."""
        url = urllib.parse.urljoin(origin, html.unescape(url)).partition("#")[0]
        if self.base_url and url.startswith(self.base_url):
            url = self.root + url[len(self.base_url):]
        if not url.startswith(self.root):
            return
        address = Address(url)
        if address.combines() and not nofollow and url != origin:
            self.problem(origin, f"a link to {url} without nofollow")
        if url in self.seen:
            return
        if self.polite and (nofollow or not self.robots.allow(url)):
            return
        if address.choices() <= 1:
            self.near.append(address)
        elif len(self.far) < self.deep:
            self.far.append(address)
        else:
            return
        self.seen.add(url)

    def links(self, page, origin):
        for tag in LINK.findall(page):
            said = dict(ATTRIBUTE.findall(tag))
            rel = said.get("rel", "").split()
            to = said.get("href", said.get("src"))
            if to is not None and "canonical" not in rel:
                # what the head names has no words for nofollow
                self.add(to, "nofollow" in rel or tag.startswith("<link"),
                         origin)

    def judge_page(self, address, page):
        """Does it know its address, and whether it shall be found?"""
        url = address.url
        canonical = re.search(r'<link rel="canonical" href="([^"]*)"', page)
        if canonical is None:
            self.problem(url, "no canonical address")
        elif self.base_url and html.unescape(canonical[1]) != \
                self.base_url + url[len(self.root):]:
            self.problem(url, f"says that it is {canonical[1]}")
        noindex = '<meta name="robots" content="noindex' in page
        if noindex != address.combines():
            self.problem(url, "noindex" if noindex else "no noindex")
        if noindex:
            self.counts["pages with noindex"] += 1
            return
        self.counts["pages to be found"] += 1
        main = MAIN.search(page)
        text = " ".join(TAG.sub(" ", main[0] if main else page).split())
        digest = hashlib.blake2b(text.encode(), digest_size=12).digest()
        other = self.contents.setdefault(digest, url)
        if other != url:
            self.problem(url, f"says the same as {other}", "duplicates")

    def visit(self, address):
        status, head, body = self.get(address.url)
        self.counts["requests"] += 1
        self.counts["bytes"] += len(body)
        if status != 200:
            self.problem(address.url, f"status {status}", "errors")
        elif head.get("Content-Type", "").startswith("text/html"):
            page = body.decode()
            self.judge_page(address, page)
            self.links(page, address.url)
        else:
            self.counts["files"] += 1

    def begin(self):
        status, _, body = self.get(self.root + "robots.txt")
        if status != 200:
            self.problem(self.root + "robots.txt", f"status {status}")
        self.robots = Robots(body.decode())
        self.add(self.root, False, self.root)
        for sitemap in self.robots.sitemaps:
            self.base_url = sitemap.rpartition("/")[0] + "/"
            self.read_sitemap(self.root + "sitemap.xml")

    def read_sitemap(self, url):
        """A list of pages, or of such lists."""
        status, _, body = self.get(url)
        if status != 200:
            self.problem(url, f"status {status}")
        places = re.findall(r"<loc>([^<]*)</loc>", body.decode())
        for place in map(html.unescape, places):
            if not place.startswith(self.base_url):
                self.problem(url, f"names {place}, which is not of the site")
            elif b"<sitemapindex" in body:
                self.read_sitemap(self.root + place[len(self.base_url):])
            else:
                self.counts["pages in the sitemap"] += 1
                self.add(place, False, url)

    def run(self):
        self.begin()
        most = self.most - self.deep
        while self.near and self.counts["requests"] < most:
            self.visit(self.near.popleft())
        self.counts["not visited, of one choice"] = len(self.near)
        while self.far and self.deep > 0 and \
                self.counts["requests"] < self.most:
            self.deep -= 1
            self.visit(self.far.popleft())
            self.counts["of several choices"] += 1
        return self


def main():
    ap = argparse.ArgumentParser(usage=__doc__.split("\n")[2][7:])
    ap.add_argument("--polite", action="store_true")
    ap.add_argument("--deep", type=int, default=500)
    ap.add_argument("--most", type=int, default=1000000)
    ap.add_argument("url")
    args = ap.parse_args()
    crawl = Crawl(args.url, args.polite, args.deep, args.most).run()
    for what, n in crawl.counts.items():
        print(f"{what}: {n}")
    for problem in crawl.problems:
        print("FAIL:", problem)
    sys.exit(1 if crawl.problems else 0)


if __name__ == "__main__":
    main()
