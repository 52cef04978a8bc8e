# SPDX-License-Identifier: MIT
"""Measurements of single requests: time, memory, system calls."""
import collections
import contextlib
import glob
import json
import os
import re
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree as ET

from fcgi import Server, VARIABLES, environment, pair, record, smaps
from load import ask_often, processes, wrk


def get(url):
    out = subprocess.run(["curl", "-sS", "--fail", url], check=True,
                         stdout=subprocess.PIPE)
    return out.stdout.decode()


def alternate(urls, rounds, what="time_total"):
    """Seconds of each URL in each round, as curl sees them."""
    times = [[] for _ in urls]
    for _ in range(rounds):
        for url, got in zip(urls, times):
            out = subprocess.run(
                ["curl", "-sS", "--fail", "-o", "/dev/null", "-w",
                 "%{" + what + "}", url], check=True, stdout=subprocess.PIPE)
            got.append(float(out.stdout))
    return times


def starve(where, url, idle=64):
    """Milliseconds of three requests while connections lie idle."""
    params = b"".join(pair(*p) for p in
                      {**VARIABLES, "REQUEST_URI": "/healthz"}.items())
    kept = []
    try:
        for _ in range(idle):
            s = socket.socket(socket.AF_UNIX)
            kept.append(s)
            s.settimeout(20)
            s.connect(where)
            s.sendall(record(1, b"\0\1\1\0\0\0\0\0") + record(4, params)
                      + record(4, b"") + record(5, b""))
            s.recv(1 << 16)
        times, = alternate([url], 3)
        return [1e3 * t for t in times]
    finally:
        for s in kept:
            s.close()


def is_traced(pid):
    """With all its threads."""
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="ascii") as file:
            if "\nTracerPid:\t0\n" in file.read():
                return False
    return True


def calls(one, connections, seconds):
    """System calls of a program with all its processes, an answer."""
    parents, _ = processes()
    pids = [p for p in parents if one.pid in (p, parents[p])]
    ask_often(one.url, connections, connections, one.headers)
    with tempfile.NamedTemporaryFile("r") as out:
        # -ff would write a file for each; one summary is enough
        command = ["strace", "-f", "-c", "-qq", "-o", out.name]
        for pid in pids:
            command += ["-p", str(pid)]
        tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while tracer.poll() is None and not all(map(is_traced, pids)):
            time.sleep(0.02)
        run = wrk(one.url, connections, seconds, one.headers)
        tracer.terminate()
        tracer.wait()
        total = re.search(r"^100\.00\s+\S+\s+(?:\S+\s+)?(\d+)\s.*total$",
                          out.read(), re.M)
    if total is None or run["errors"]:
        raise RuntimeError(f"{one.name}: calls were not counted")
    return int(total.group(1)) / run["n"]


def memory(bench, data, settings):
    """MiB after loading; MiB more after the whole list."""
    with tempfile.TemporaryDirectory() as run, \
            Server(bench.vitae, bench.top, data, run, **settings) as server:
        server.ask("/news")
        loaded = smaps(server.process.pid)["Rss:"]
        with open(f"/proc/{server.process.pid}/clear_refs", "w",
                  encoding="ascii") as file:
            file.write("5")
        server.ask("/publications")
        with open(f"/proc/{server.process.pid}/status",
                  encoding="ascii") as file:
            peak = int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1))
    return loaded / 1024, (peak - loaded) / 1024


def costs(bench, places, uri, settings, rounds=15):
    """Processor seconds of `uri` in each round, on the data of each place."""
    times = [[] for _ in places]
    with contextlib.ExitStack() as stack:
        servers = []
        for data in places:
            run = stack.enter_context(tempfile.TemporaryDirectory())
            servers.append(stack.enter_context(
                Server(bench.vitae, bench.top, data, run, **settings)))
        for i in range(rounds + 3):
            for server, got in zip(servers, times):
                cost = server.cost_s(uri)
                if i >= 3:
                    got.append(cost)
    return times


def narrow_query(data, wanted=26):
    """A year and an author who share about so many publications."""
    together = collections.Counter()
    for pub in ET.parse(data + "/people/test.xml").iter("publication"):
        for author in pub.iter("author"):
            if author.get("self") is None and author.text.isascii():
                together[pub.get("date")[:4], author.text] += 1
    (year, author), _ = min(sorted(together.items()),
                            key=lambda item: abs(item[1] - wanted))
    return urllib.parse.urlencode(
        {"author": author.lower().replace(" ", "-"), "year": year})


def hyperfine(command, env, times, out):
    subprocess.run(["hyperfine", "-N", "-w", "1", "-r", str(times),
                    "--export-json", out, command], env=env, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(out, encoding="utf-8") as file:
        return json.load(file)["results"][0]["times"]


def keep_on_disk(program, env):
    """Ask until the page lies there: not as long as its files are young."""
    end = time.monotonic() + 10
    while not os.listdir(env["VITAE_CACHE_DIR"]):
        if time.monotonic() > end:
            raise RuntimeError("the page is not kept on disk")
        answer = subprocess.run([program], env=env, check=True,
                                stdout=subprocess.PIPE).stdout
        time.sleep(0.1)
    return answer


def cgi(bench, data, run, times):
    """
    Median seconds of a shell script's xsltproc, and of vitae as CGI: as it
    is, with the page on disk, and for a client that has the page.
    """
    script = run + "/page.sh"
    with open(script, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n"
                   "printf 'Content-Type: text/html\\r\\n\\r\\n'\n"
                   f"exec xsltproc --nonet {run}/www/page.xsl "
                   f"{run}/www/page.xml\n")
    os.chmod(script, 0o755)
    plain = environment(bench.top, data, GATEWAY_INTERFACE="CGI/1.1",
                        REQUEST_METHOD="GET", REQUEST_URI="/", SCRIPT_NAME="")
    kept = dict(plain, VITAE_CACHE_DIR=run + "/kept")
    os.mkdir(kept["VITAE_CACHE_DIR"], 0o700)
    answer = keep_on_disk(bench.vitae, kept)
    tag = re.search(rb"^ETag: (.*?)\r?$", answer, re.M).group(1).decode()
    contestants = [(script, plain), (bench.vitae, plain), (bench.vitae, kept),
                   (bench.vitae, dict(kept, HTTP_IF_NONE_MATCH=tag))]
    got = [[] for _ in contestants]
    for _ in range(3):
        for (command, env), mine in zip(contestants, got):
            mine += hyperfine(command, env, times // 3, run + "/times.json")
    return [statistics.median(times) for times in got]
