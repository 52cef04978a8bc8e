#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""vitae against others, side by side; see README.md beside this.

usage: bench.py [--quick] [--parts A,B,...] VITAE HELLO TOP DIR

Writes DIR/results.md and DIR/cost.svg. TOP is the source tree. The parts are
small, many, large, system, memory, cgi, cost and pages.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

import parts
from table import Results

SITE = """<?xml version="1.0" encoding="UTF-8"?>
<site version="1" base-url="http://localhost/" home="test">
  <name>Bench</name>
</site>
"""
TOOLS = {"wrk": "wrk", "nginx": "nginx", "xsltproc": "xsltproc",
         "curl": "curl", "hyperfine": "hyperfine", "strace": "strace"}


class Bench:
    """What every part needs: the programs, data of each size, how long."""

    def __init__(self, args, run):
        self.vitae, self.hello = map(os.path.abspath, (args.vitae, args.hello))
        self.top, self.run = os.path.abspath(args.top), run
        self.quick = args.quick
        self.seconds, self.rounds = (1, 3) if args.quick else (2, 9)
        # of what takes long: requests a round, and requests one by one
        self.few, self.times = (9, 7) if args.quick else (40, 15)
        self.sizes = [10, 100, 1000] + ([] if args.quick else [10000])
        self.results = Results()

    def data(self, n):
        """The directory of a site of one person with n publications."""
        place = f"{self.run}/data-{n}"
        if not os.path.isdir(place):
            os.makedirs(place + "/people")
            with open(place + "/site.xml", "w", encoding="utf-8") as file:
                file.write(SITE)
            with open(place + "/people/test.xml", "wb") as file:
                subprocess.run([self.top + "/bench/make-profile.sh", str(n)],
                               stdout=file, check=True)
        return place


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--quick", action="store_true")
    ap.add_argument("--parts", default=",".join(parts.ALL))
    ap.add_argument("vitae")
    ap.add_argument("hello")
    ap.add_argument("top")
    ap.add_argument("dir")
    args = ap.parse_args()
    os.environ["PATH"] += ":/usr/sbin"
    missing = [TOOLS[tool] for tool in TOOLS if not shutil.which(tool)]
    if missing:
        sys.exit(f"bench.py: {', '.join(missing)} is missing; "
                 "./run bench installs it")
    os.makedirs(args.dir, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vitae-bench.") as run:
        os.chmod(run, 0o755)
        bench = Bench(args, run)
        for name in args.parts.split(","):
            start = time.monotonic()
            parts.ALL[name](bench)
            print(f"bench: {name}: {time.monotonic() - start:.0f} s",
                  file=sys.stderr)
            bench.results.write(args.dir)
    print(bench.results.markdown())


main()
