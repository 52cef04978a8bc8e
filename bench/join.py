#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Join the views of a home page into one document, for others' processors.

usage: join.py VITAE TOP DIR

VITAE is asked for the views of / and of all its slots; its data comes from the
environment, its sheets from TOP, the source tree. DIR/page.xml holds what is
joined: it is chosen and spelt out already, so that a processor that is given
it has less to do than one that is given the profile. DIR/page.xsl makes the
page of it, with the program's own templates.
"""
import itertools
import os
import subprocess
import sys
import xml.etree.ElementTree as ET


def view(vitae, slot):
    out = subprocess.run([vitae, "--log", "error", "view", "/", slot],
                         stdout=subprocess.PIPE, check=True).stdout
    return ET.fromstring(out)


def drop_layout(node):
    """Take away the line breaks that "vitae view" is easier to read with."""
    texts = [node.text] + [child.tail for child in node]
    if all(not text or not text.strip() for text in texts):
        if node.text and "\n" in node.text:
            node.text = None
        for child in node:
            if child.tail and "\n" in child.tail:
                child.tail = None
    for child in node:
        drop_layout(child)


def add_list(vitae, page, part):
    """The list with its query and facets, and in its groups the entries."""
    for child in part:
        if child.tag in ("query", "facet", "pager"):
            if child.tag == "query":
                for other in page.findall("query"):
                    page.remove(other)
            page.append(child)
    entries = part[-1]
    publications = iter(view(vitae, "items").findall("publication"))
    for group in entries.findall("group"):
        del group.attrib["slot"]
        group.extend(itertools.islice(publications, int(group.get("n"))))
    page.append(entries)


def join(vitae, to):
    page = view(vitae, "")
    for section in page.find("sections"):
        part = view(vitae, section.get("id"))
        if section.get("name") == "publications":
            add_list(vitae, page, part)
        else:
            page.append(part[-1])
    drop_layout(page)
    ET.ElementTree(page).write(to, "UTF-8", True)


def write_sheet(top, to):
    with open(os.path.join(top, "bench/page.xsl"), encoding="UTF-8") as file:
        page = file.read()
    with open(os.path.join(to, "page.xsl"), "w", encoding="UTF-8") as file:
        file.write(page.replace("@top@", top))


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    vitae, top, to = sys.argv[1:]
    join(vitae, os.path.join(to, "page.xml"))
    write_sheet(os.path.abspath(top), to)


main()
