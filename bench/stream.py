#!/usr/bin/env python3
"""Time and memory of long lists, straight from the program's own socket.

usage: stream.py VITAE SHARE DATA PATH ...

Starts VITAE with the data of the directory DATA (see make-profile.sh) and
asks for every PATH: bytes, time to the first of them, time to the last, and
how much resident memory has grown over what the loaded data took.
"""
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time


def record(kind, body):
    return struct.pack(">BBHHBB", 1, kind, 1, len(body), 0, 0) + body


def pair(name, value):
    name, value = name.encode(), value.encode()
    return struct.pack(">BI", len(name), len(value) | 1 << 31) + name + value


def ask(path, where):
    s = socket.socket(socket.AF_UNIX)
    s.connect(where)
    start = time.monotonic()
    params = pair("REQUEST_METHOD", "GET") + pair("REQUEST_URI", path)
    s.sendall(record(1, b"\0\1\0\0\0\0\0\0") + record(4, params)
              + record(4, b"") + record(5, b""))
    size, first = 0, 0.0
    while data := s.recv(1 << 16):
        first = first or time.monotonic() - start
        size += len(data)
    return size, first, time.monotonic() - start


def resident(pid):
    with open(f"/proc/{pid}/status") as f:
        lines = dict(line.split(":", 1) for line in f)
    return int(lines["VmRSS"].split()[0]), int(lines["VmHWM"].split()[0])


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    vitae, share, data = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as run:
        where = run + "/s"
        env = dict(os.environ, VITAE_SHARE=share, VITAE_DATA=data)
        p = subprocess.Popen([vitae, "--log", "error", "--listen",
                              "unix:" + where], env=env)
        try:
            while True:
                try:
                    ask("/healthz", where)
                    break
                except OSError:
                    time.sleep(0.05)
            loaded, _ = resident(p.pid)
            print(f"loaded: {loaded} kB")
            for path in sys.argv[4:]:
                size, first, total = ask(path, where)
                now, _ = resident(p.pid)
                print(f"{path}: {size} bytes, first after "
                      f"{first * 1000:.1f} ms, last after "
                      f"{total * 1000:.1f} ms, {now - loaded:+d} kB")
        finally:
            p.terminate()
            p.wait()


main()
