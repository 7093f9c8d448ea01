"""How time and memory grow with a collection: measures scans, and draws what was measured.

    growth.py measure TOOL RUNS.tsv FILE… [-- SCAN OPTION…]
    growth.py draw RUNS.tsv PICTURE.svg

`measure` scans each JSON Lines file by default and with `--preset corpus`, on one thread, and adds a
line a run to the table: job, MB of text, documents, CPU seconds, wall seconds, peak, anonymous and
file-backed MB. `draw` takes the least of the runs of a job on a size. Nothing beside Python is needed.
"""

import json
import math
import os
import sys

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import processes  # noqa: E402

COLUMNS = ["job", "text_mb", "documents", "cpu_s", "wall_s", "peak_mb", "anonymous_mb", "file_mb"]
JOBS = {"scan": [], "corpus": ["--preset", "corpus"]}
NAMES = {"scan": "scan", "corpus": "scan --preset corpus"}


def main():
    if len(sys.argv) >= 5 and sys.argv[1] == "measure":
        files, options = sys.argv[4:], []
        if "--" in files:
            files, options = files[: files.index("--")], files[files.index("--") + 1 :]
        measure(sys.argv[2], sys.argv[3], files, options)
    elif len(sys.argv) == 4 and sys.argv[1] == "draw":
        draw(read(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(__doc__)


# Measuring


def measure(tool, table, files, options):
    jobs = os.environ.get("JOBS", " ".join(JOBS)).split()
    is_new = not os.path.exists(table)
    with open(table, "a") as out:
        if is_new:
            print(*COLUMNS, sep="\t", file=out)
        for path in files:
            megabytes, documents = size(path)
            for job in jobs:
                figures = processes.run(
                    [tool, "scan", path, "--format", "jsonl", "--threads", "1", "-q", *JOBS[job],
                     *options])
                print(job, f"{megabytes:.1f}", documents,
                      *(f"{figure:.2f}" for figure in figures), sep="\t", file=out, flush=True)


def size(path):
    count = letters = 0
    with open(path, "rb") as lines:
        for line in lines:
            count += 1
            letters += len(json.loads(line)["text"].encode())
    return letters / 1e6, count


# Drawing


def read(table):
    """For each job the sizes in rising order, each with the least CPU time and anonymous memory."""
    least = {}
    with open(table) as lines:
        next(lines)
        for line in lines:
            row = dict(zip(COLUMNS, line.rstrip("\n").split("\t")))
            key = row["job"], float(row["text_mb"])
            figures = float(row["cpu_s"]), float(row["anonymous_mb"])
            least[key] = tuple(map(min, figures, least.get(key, figures)))
    return {job: sorted((size, *least[job, size]) for name, size in least if name == job)
            for job in JOBS}


WIDTH, HEIGHT, LEFT, TOP, PLOT = 330, 250, 60, 34, (235, 160)
COLOURS = {"scan": "#1f6feb", "corpus": "#bf5700"}


def draw(results, path):
    """Two plots side by side with logarithmic axes, where a line of slope 1 is linear growth."""
    parts = [plot(results, 1, 0, "CPU seconds"), plot(results, 2, WIDTH, "anonymous memory, MB")]
    with open(path, "w") as out:
        out.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="11">\n'
            f'<rect width="{2 * WIDTH}" height="{HEIGHT}" fill="white"/>\n'
            + "".join(parts) + "</svg>\n")


def plot(results, column, offset, title):
    points = [point for job in results.values() for point in job]
    across = limits([point[0] for point in points])
    up = limits([point[column] for point in points])
    width, height = PLOT

    def x(value):
        return offset + LEFT + width * position(value, across)

    def y(value):
        return TOP + height * (1 - position(value, up))

    lines = [f'<text x="{offset + LEFT}" y="20" font-weight="bold">{title}</text>\n']
    for value in ticks(across):
        lines.append(
            f'<path d="M{x(value):.1f} {TOP}V{TOP + height}" stroke="#ddd"/>'
            f'<text x="{x(value):.1f}" y="{TOP + height + 15}" text-anchor="middle">{value:,g}</text>\n')
    for value in ticks(up):
        lines.append(
            f'<path d="M{offset + LEFT} {y(value):.1f}h{width}" stroke="#ddd"/>'
            f'<text x="{offset + LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value:,g}</text>\n')
    lines.append(
        f'<text x="{offset + LEFT + width / 2}" y="{TOP + height + 30}" text-anchor="middle">'
        'MB of text</text>\n')
    for place, (job, rows) in enumerate(results.items()):
        colour = COLOURS[job]
        curve = " ".join(f"{x(row[0]):.1f},{y(row[column]):.1f}" for row in rows)
        lines.append(f'<polyline points="{curve}" fill="none" stroke="{colour}" stroke-width="2"/>\n')
        for row in rows:
            lines.append(
                f'<circle cx="{x(row[0]):.1f}" cy="{y(row[column]):.1f}" r="3" fill="{colour}">'
                f'<title>{row[0]:,.0f} MB: {row[column]:,.4g}</title></circle>\n')
        if offset == 0:
            lines.append(
                f'<text x="{LEFT + 120 * place}" y="{HEIGHT - 6}" fill="{colour}">'
                f'● {NAMES[job]}</text>\n')
    return "".join(lines)


def limits(values):
    """The nearest ticks around some values."""
    marks = [step * 10.0 ** power for power in range(-4, 9) for step in (1, 3)]
    return (max(mark for mark in marks if mark <= min(values)),
            min(mark for mark in marks if mark >= max(values)))


def ticks(ends):
    return [step * 10.0 ** power for power in range(-4, 9) for step in (1, 3)
            if ends[0] * 0.99 <= step * 10.0 ** power <= ends[1] * 1.01]


def position(value, ends):
    return math.log(value / ends[0]) / math.log(ends[1] / ends[0])


if __name__ == "__main__":
    main()
