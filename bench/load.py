# SPDX-License-Identifier: MIT
"""Load on a URL, in rounds that alternate between the contestants."""
import http.client
import os
import re
import statistics
import subprocess
import threading
import time
import urllib.parse

TICKS = os.sysconf("SC_CLK_TCK")
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


def processes():
    """Of each process its parent, and its processor seconds; children that
    have ended count for who waited for them."""
    parents, cpu = {}, {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8",
                      errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(pid)] = int(fields[1])
        cpu[int(pid)] = sum(map(int, fields[11:15])) / TICKS
    return parents, cpu


def cpu_of(root):
    """Processor seconds of a process and all below it."""
    parents, cpu = processes()

    def is_below(pid):
        while pid and pid != root:
            pid = parents.get(pid, 0)
        return pid == root

    return sum(seconds for pid, seconds in cpu.items() if is_below(pid))


def number(pattern, text):
    found = re.search(pattern, text)
    return float(found.group(1)) if found else 0.0


def latency(share, text):
    found = re.search(rf"{share}%\s+([\d.]+)(us|ms|s|m)\b", text)
    return float(found.group(1)) * UNITS[found.group(2)] if found else 0.0


def errors(text):
    found = re.search(
        r"connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    return sum(map(int, found.groups())) if found else 0


def wrk(url, connections, seconds, headers):
    """Requests per second, milliseconds, failures."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency",
               "--timeout", "20s"]
    for header in headers:
        command += ["-H", header]
    out = subprocess.run(command + [url], stdout=subprocess.PIPE, text=True,
                         check=True).stdout
    return {"rps": number(r"Requests/sec:\s+([\d.]+)", out),
            "n": number(r"(\d+) requests in", out),
            "p50": latency(50, out), "p99": latency(99, out),
            "errors": number(r"Non-2xx or 3xx responses: (\d+)", out)
            + errors(out)}


def ask_often(url, connections, n, headers=()):
    """
    The same of so many requests. Where an answer takes long, those that are
    not finished when a time is over would be much of what there is to count.
    """
    parts = urllib.parse.urlsplit(url)
    headers = dict(header.split(": ", 1) for header in headers)
    numbers, times = iter(range(n)), []

    def work():
        web = http.client.HTTPConnection(parts.netloc, timeout=60)
        for _ in numbers:
            start = time.monotonic()
            web.request("GET", parts.path, headers=headers)
            answer = web.getresponse()
            answer.read()
            if answer.status in (200, 304):
                times.append((time.monotonic() - start) * 1e3)
        web.close()

    start = time.monotonic()
    threads = [threading.Thread(target=work) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"rps": n / (time.monotonic() - start), "n": n,
            "p50": statistics.median(times or [0]), "p99": max(times or [0]),
            "errors": n - len(times)}


class Contestant:
    """Somebody who answers a URL; `pid` is the program, 0 the web server."""

    def __init__(self, name, url, pid=0, headers=()):
        self.name, self.url, self.pid = name, url, pid
        self.headers = list(headers)
        self.runs = []

    def median(self, what):
        return statistics.median(run[what] for run in self.runs)

    def ratios(self, other, what="rps"):
        """Of each round the ratio."""
        return [mine[what] / max(theirs[what], 1e-9)
                for mine, theirs in zip(self.runs, other.runs)]


def compete(contestants, web, connections, seconds, rounds, requests=0):
    """
    Each in each round once, in an order that turns: for some seconds, or with
    so many requests. A round's ratio compares what ran within seconds, so
    that other work on the machine hurts both.
    """
    for one in contestants:
        ask_often(one.url, connections, connections, one.headers)
        one.runs = []
    for i in range(rounds):
        turn = i % len(contestants)
        for one in contestants[turn:] + contestants[:turn]:
            before = cpu_of(web), cpu_of(one.pid) if one.pid else 0
            if requests:
                run = ask_often(one.url, connections, requests, one.headers)
            else:
                run = wrk(one.url, connections, seconds, one.headers)
            after = cpu_of(web), cpu_of(one.pid) if one.pid else 0
            each = 1e6 / max(run["n"], 1)
            run["web_us"] = (after[0] - before[0]) * each
            run["own_us"] = (after[1] - before[1]) * each
            run["us"] = run["web_us"] + run["own_us"]
            one.runs.append(run)
