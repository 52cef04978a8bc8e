# SPDX-License-Identifier: MIT
"""The program without a web server: start it, ask it, see what it costs."""
import os
import signal
import socket
import struct
import subprocess
import time

VARIABLES = {"REQUEST_METHOD": "GET", "SCRIPT_NAME": "",
             "SERVER_PROTOCOL": "HTTP/1.1"}


def environment(share, data, **settings):
    """Of one process of the program: these settings, and no other."""
    env = {name: value for name, value in os.environ.items()
           if not name.startswith("VITAE_")}
    return dict(env, VITAE_SHARE=share, VITAE_DATA=data, **settings)


def record(kind, body):
    return struct.pack(">BBHHBB", 1, kind, 1, len(body), 0, 0) + body


def pair(name, value):
    name, value = name.encode(), value.encode()
    return struct.pack(">BI", len(name), len(value) | 1 << 31) + name + value


class Answer:
    """What came back, and how many seconds the first and last byte took."""

    def __init__(self, data, first, last):
        self.first, self.last = first, last
        out, at = [], 0
        while at + 8 <= len(data):
            _, kind, _, length, padding, _ = struct.unpack_from(
                ">BBHHBB", data, at)
            if kind == 6:
                out.append(data[at + 8:at + 8 + length])
            at += 8 + length + padding
        head, _, self.body = b"".join(out).partition(b"\r\n\r\n")
        lines = (line.partition(": ") for line in head.decode().split("\r\n"))
        self.headers = {name.lower(): value for name, _, value in lines}
        self.status = int(self.headers.get("status", "0")[:3])


def ask(where, uri, **variables):
    """One request of its own connection to the socket `where`."""
    start = time.monotonic()
    params = b"".join(pair(name, value) for name, value in
                      {**VARIABLES, "REQUEST_URI": uri, **variables}.items())
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(where)
        s.sendall(record(1, b"\0\1\0\0\0\0\0\0") + record(4, params)
                  + record(4, b"") + record(5, b""))
        parts, first = [], 0.0
        while part := s.recv(1 << 16):
            first = first or time.monotonic() - start
            parts.append(part)
    return Answer(b"".join(parts), first, time.monotonic() - start)


def cpu_s(pid):
    with open(f"/proc/{pid}/schedstat", encoding="ascii") as f:
        return int(f.read().split()[0]) / 1e9


def smaps(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as f:
        lines = (line.split() for line in f if line[0].isupper())
        return {line[0]: int(line[1]) for line in lines}


class Server:
    """The program at work; a context that ends it."""

    def __init__(self, vitae, share, data, run, *flags, **settings):
        self.where = run + "/vitae.sock"
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            [vitae, "--log", "error", "--listen", "unix:" + self.where,
             *flags], env=environment(share, data, **settings))

    def __enter__(self):
        while True:
            if self.process.poll() is not None:
                raise RuntimeError("the program does not start")
            try:
                if self.ask("/healthz").status == 200:
                    break
            except OSError:
                pass
            time.sleep(0.02)
        self.loaded_s = time.monotonic() - self.start
        self.loaded_cpu_s = self.cpu_s()
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def ask(self, uri, **variables):
        return ask(self.where, uri, **variables)

    def pids(self):
        pid = self.process.pid
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as f:
            return [pid] + [int(child) for child in f.read().split()]

    def cpu_s(self):
        """Processor time of all that run, to the nanosecond."""
        return sum(map(cpu_s, self.pids()))

    def wait_checked(self):
        """
        Until the first of several processes has checked all files, which it
        does after the load; the processor time that took.
        """
        pid, before = self.process.pid, 0
        while (now := cpu_s(pid)) - before > 0.05:
            before = now
            time.sleep(1)
        return now - self.loaded_cpu_s

    def pss_kb(self):
        """Resident memory of all, what they share counted once."""
        return sum(smaps(pid)["Pss:"] for pid in self.pids())

    def cost_s(self, uri):
        """Processor time of one answer, which must be 200."""
        before = self.cpu_s()
        answer = self.ask(uri)
        if answer.status != 200:
            raise RuntimeError(f"{uri}: status {answer.status}")
        return self.cpu_s() - before
