#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Time and memory of long lists, straight from the program's own socket.

usage: stream.py VITAE SHARE DATA PATH ...

Starts VITAE with the data of the directory DATA (see make-profile.sh) and
asks for every PATH: bytes, time to the first of them, time to the last, and
how much resident memory has grown over what the loaded data took.
"""
import sys
import tempfile

from fcgi import Server, smaps


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    vitae, share, data, *paths = sys.argv[1:]
    with tempfile.TemporaryDirectory() as run, \
            Server(vitae, share, data, run) as server:
        pid = server.process.pid
        loaded = smaps(pid)["Rss:"]
        print(f"loaded: {loaded} kB")
        for path in paths:
            answer = server.ask(path)
            print(f"{path}: {len(answer.body)} bytes, first after "
                  f"{answer.first * 1000:.1f} ms, last after "
                  f"{answer.last * 1000:.1f} ms, "
                  f"{smaps(pid)['Rss:'] - loaded:+d} kB")


if __name__ == "__main__":
    main()
