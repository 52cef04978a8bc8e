#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write the data of an invented university: always the same for one size.

usage: demo.py [--people N] [--papers M] [--base-url URL] [--seed S] DIR

DIR gets site.xml, people/ID.xml for N people (24) with M publications each
on average (50), and their portraits in files/. If DIR was written with the
same arguments, it stays as it is, and so do the changes that were made there.
"""
import argparse
import hashlib
import multiprocessing
import os
import shutil
import sys

from lab import Lab, departments
from write import LOGO, portrait, profile, site


def stamp(args):
    """Names what DIR holds: the arguments, and the program that wrote it."""
    h = hashlib.sha256()
    here = os.path.dirname(os.path.abspath(__file__))
    for name in sorted(os.listdir(here)):
        if name.endswith(".py"):
            with open(os.path.join(here, name), "rb") as f:
                h.update(f.read())
    return (f"{args.people} people, {args.papers} papers each, "
            f"base-url {args.base_url}, seed {args.seed}, "
            f"program {h.hexdigest()[:12]}\n")


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def write_lab(job):
    number, department, args = job
    lab = Lab(number, args.people, args.papers, department, args.seed)
    for person in lab.members:
        photo = person.number % 6 != 3
        write(f"{args.dir}/people/{person.id}.xml", profile(person, lab, photo))
        if photo:
            write(f"{args.dir}/files/{person.id}.svg", portrait(person))
    return sum(len(p.papers) for p in lab.members)


def main():
    ap = argparse.ArgumentParser(usage=__doc__.split("\n")[2])
    ap.add_argument("--people", type=int, default=24)
    ap.add_argument("--papers", type=int, default=50)
    ap.add_argument("--base-url", default="http://localhost:8080/")
    ap.add_argument("--seed", default="1")
    ap.add_argument("dir")
    args = ap.parse_args()
    if not 1 <= args.people <= 100000 or not 1 <= args.papers <= 1000:
        sys.exit("demo.py: 1 to 100000 people with 1 to 1000 papers each")
    mark = args.dir + "/made-by-demo"
    now = stamp(args)
    if os.path.exists(mark):
        with open(mark, encoding="utf-8") as f:
            if f.read() == now:
                return
        for part in ("people", "files"):
            shutil.rmtree(f"{args.dir}/{part}", ignore_errors=True)
        os.remove(mark)
    elif os.path.exists(args.dir) and os.listdir(args.dir):
        sys.exit(f"demo.py: {args.dir} holds something else; remove it first")
    for part in ("people", "files"):
        os.makedirs(f"{args.dir}/{part}", exist_ok=True)
    parts = departments(args.people)
    jobs = ((n, part, args) for part in parts for n in part.labs)
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        papers = sum(pool.imap_unordered(write_lab, jobs, 16))
    write(f"{args.dir}/site.xml", site(args.base_url, parts))
    write(f"{args.dir}/files/logo.svg", LOGO)
    write(mark, now)
    print(f"{args.dir}: {args.people} people, {papers} publications")


if __name__ == "__main__":
    main()
