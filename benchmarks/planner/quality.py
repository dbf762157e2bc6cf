#!/usr/bin/env python3
"""Draws quality.svg from quality.csv, and writes its table into README.md between the two comments. Usage: quality.py

The bound is the best that the judge has verified for an instance: the stored one or that of any run's certificate.
"""
import csv, math
from pathlib import Path

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 60, 130, 30, 50
SIZES = {"200": ("#4477aa", "200 tasks"), "2000": ("#ee6677", "2,000"), "20000": ("#228833", "20,000"),
         "100000": ("#aa3377", "100,000")}


def rows():
    with (HERE / "quality.csv").open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    best = {}
    for row in found:
        for name in ("certificate_bound", "stored_bound", "cp_sat_bound"):
            # CP-SAT's own claims count at 200 tasks alone, where the bar is set against them.
            if row[name] and (name != "cp_sat_bound" or row["tasks"] == "200"):
                best[row["instance"]] = max(best.get(row["instance"], 0), int(row[name]))
    for row in found:
        value = int(row["objective"])
        row["bound"] = best[row["instance"]]
        row["gap"] = 100 * (value / row["bound"] - 1)
        row["over_best"] = 100 * (value / int(row["best_objective"]) - 1)
        row["under_naive"] = 100 * (1 - value / int(row["naive_objective"]))
    return found


def table(found):
    lines = ["| instance | `--work` | CPU s | MB | over the bound | over `best_objective` | below sort-by-risk | deadlines missed (sort-by-risk) | left out |",
             "|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for row in found:
        lines.append(f"| {row['instance']} | {row['work']} | {row['cpu_seconds']} | {row['peak_mb']} | {row['gap']:.2f} % | "
                     f"{row['over_best']:+.2f} % | {row['under_naive']:.1f} % | {row['hard_missed']} ({row['naive_hard_missed']}) | {row['dropped']} |")
    return "\n".join(lines)


def series(found):
    """For each size the points of its usual shape (40 quarters, load 0.8): means over the seeds, where every seed was run."""
    for size in SIZES:
        seeds = len({row["instance"] for row in found if row["tasks"] == size and "p40-l80" in row["instance"]})
        works = sorted({int(row["work"]) for row in found if row["tasks"] == size})
        points = []
        for work in works:
            same = [row for row in found if row["tasks"] == size and row["work"] == str(work) and "p40-l80" in row["instance"]]
            if len(same) == seeds:
                points.append((sum(float(row["cpu_seconds"]) for row in same) / len(same), sum(row["gap"] for row in same) / len(same)))
        yield size, points


def plot(found):
    most = 7.0

    def x(seconds):
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(seconds) / math.log(100)

    def y(gap):
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - gap / most)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<title>Gap to the verified bound against CPU seconds</title><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for gap in range(0, int(most) + 1):
        out.append(f'<line x1="{LEFT}" y1="{y(gap):.1f}" x2="{WIDTH - RIGHT}" y2="{y(gap):.1f}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y(gap) + 4:.1f}" text-anchor="end">{gap} %</text>')
    for seconds in (1, 2, 5, 10, 20, 50, 100):
        out.append(f'<line x1="{x(seconds):.1f}" y1="{TOP}" x2="{x(seconds):.1f}" y2="{HEIGHT - BOTTOM}" stroke="#eee"/>'
                   f'<text x="{x(seconds):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{seconds}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">CPU seconds of the whole process</text>'
               f'<text x="{LEFT}" y="18">objective over the verified bound (mean of the seeds)</text>')
    for size, points in series(found):
        colour, label = SIZES[size]
        path = " ".join(f"{x(seconds):.1f},{y(gap):.1f}" for seconds, gap in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(seconds):.1f}" cy="{y(gap):.1f}" r="4" fill="{colour}"><title>{label}: {seconds:.1f} s, {gap:.2f} %'
                '</title></circle>' for seconds, gap in points]
        out.append(f'<text x="{x(points[-1][0]) + 10:.1f}" y="{y(points[-1][1]) + (-6 if size == "20000" else 4):.1f}" fill="{colour}">{label}</text>')
    return "\n".join(out + ["</svg>\n"])


def main():
    found = rows()
    (HERE / "quality.svg").write_text(plot(found), encoding="utf-8")
    readme = HERE / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split("<!-- table -->\n", 1)
    after = rest.split("<!-- end -->", 1)[1]
    readme.write_text(f"{before}<!-- table -->\n{table(found)}\n<!-- end -->{after}", encoding="utf-8")


main()
