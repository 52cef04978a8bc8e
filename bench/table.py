# SPDX-License-Identifier: MIT
"""What was measured: tables in Markdown, and a plot in SVG."""
import math
import statistics

SIGNS = {"<=": "≤", ">=": "≥"}
COLOURS = ["#1a5fb4", "#26a269", "#c64600", "#813d9c", "#5e5c64"]


def quartiles(got):
    """Of what each round gave; of one number, three times that."""
    if not isinstance(got, (list, tuple)) or len(got) < 2:
        return [got[0] if isinstance(got, (list, tuple)) else got] * 3
    return statistics.quantiles(got, n=4, method="inclusive")


class Results:
    """Rows of goals, rows of speeds, and points of the plot."""

    def __init__(self):
        self.goals, self.speeds, self.lines, self.facts = [], [], {}, []

    def goal(self, number, what, against, sign, limit, got, cpu=None):
        """
        `got` is what each round gave, or one number; the median counts. `cpu`
        is the same by processor time, which other work on the machine
        disturbs less than speed.
        """
        low, middle, high = quartiles(got)
        holds = middle >= limit if sign == ">=" else middle <= limit
        spread = "" if low == high else f" [{low:.3g}–{high:.3g}]"
        self.goals.append(
            (number, what, against, f"{SIGNS[sign]} {limit:g}",
             f"{middle:.3g}{spread}", "yes" if holds else "no",
             "" if cpu is None else f"{cpu:.3g}"))

    def speed(self, size, contestants):
        for one in contestants:
            self.speeds.append(
                (str(size), one.name, f"{one.median('rps'):,.0f}",
                 f"{one.median('p50'):.2f}", f"{one.median('p99'):.2f}",
                 f"{one.median('own_us'):,.0f}",
                 f"{one.median('web_us'):,.0f}",
                 f"{one.median('errors'):.0f}"))

    def point(self, line, n, ms):
        self.lines.setdefault(line, []).append((n, ms))

    def fact(self, what, value):
        self.facts.append((what, value))

    def markdown(self):
        parts = [table(("#", "what", "against", "goal", "median [quartiles]",
                        "reached", "by processor time"), self.goals),
                 table(("publications", "who", "requests/s", "p50 ms",
                        "p99 ms", "program µs", "nginx µs", "errors"),
                       self.speeds),
                 table(("what", "measured"), self.facts)]
        sizes = sorted({n for line in self.lines.values() for n, _ in line})
        rows = [(line,) + tuple(f"{dict(points)[n]:.3g}" if n in dict(points)
                                else "" for n in sizes)
                for line, points in self.lines.items()]
        parts.append(table(("ms a page", *map(str, sizes)), rows))
        return "\n".join(filter(None, parts))

    def write(self, place):
        with open(place + "/results.md", "w", encoding="utf-8") as file:
            file.write(self.markdown())
        if self.lines:
            with open(place + "/cost.svg", "w", encoding="utf-8") as file:
                file.write(plot(self.lines))


def table(head, rows):
    if not rows:
        return ""
    lines = [head, ["---"] * len(head)] + rows
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def scale(values):
    """Whole powers of ten around the values, and where one of them is."""
    low = math.floor(math.log10(min(values)))
    high = max(math.ceil(math.log10(max(values))), low + 1)
    return range(low, high + 1), lambda v: (math.log10(v) - low) / (high - low)


def plot(lines, width=640, height=400, edge=60):
    """Milliseconds a page against publications, both by powers of ten."""
    points = [p for line in lines.values() for p in line]
    xs, x_of = scale([n for n, _ in points])
    ys, y_of = scale([ms for _, ms in points])

    def place(n, ms):
        return (edge + x_of(n) * (width - 2 * edge - 130),
                height - edge - y_of(ms) * (height - 2 * edge))

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} '
           f'{height}" font-family="sans-serif" font-size="12">',
           f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for power in ys:
        x, y = place(10 ** xs[0], 10 ** power)
        out.append(f'<path d="M{x:.0f} {y:.0f}H{width - edge - 130}" '
                   'stroke="#ddd"/>'
                   f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" '
                   f'text-anchor="end">{10.0 ** power:g}</text>')
    for power in xs:
        x, y = place(10 ** power, 10 ** ys[0])
        out.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" '
                   f'text-anchor="middle">{10 ** power:,}</text>')
    out.append(f'<text x="{edge}" y="{edge - 20}">milliseconds a page</text>'
               f'<text x="{edge}" y="{height - 16}">publications</text>')
    for i, (name, line) in enumerate(lines.items()):
        colour = COLOURS[i % len(COLOURS)]
        path = " ".join("{:.1f},{:.1f}".format(*place(*p)) for p in line)
        x, y = place(*line[-1])
        out.append(f'<polyline points="{path}" fill="none" '
                   f'stroke="{colour}" stroke-width="2"/>'
                   f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" '
                   f'fill="{colour}">{name}</text>')
    return "\n".join(out + ["</svg>\n"])
