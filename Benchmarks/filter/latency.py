"""Measures how long records take from going in to coming out, at a steady rate.

Lines of a file go in one by one, so many a second, each at its time; the time at which each comes
out is taken. With `--index` the filter works on a copy of an index that holds something already. With
`--preload N` so many records pass before as fast as they can (see repeated.py), through the same
process, and those that are measured follow them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import repeated

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import processes  # noqa: E402

# After the preload, for merges that are not done: a stream at the rate measured has none waiting.
SETTLING = 15
# Stretches of records that took longer, in seconds, are told one by one.
SLOW = 0.1


def main():
    options = parse_options()
    if options.index and options.preload:
        sys.exit("latency: --preload makes an index of its own; leave --index away")
    folder = tempfile.mkdtemp(prefix="dedupe-latency-", dir=options.folder)
    index = os.path.join(folder, "index")
    try:
        if options.index:
            shutil.copytree(options.index, index)
        sent, received, memory = run(options, index)
        report(options, sent, received, memory, index)
    finally:
        shutil.rmtree(folder)


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n")[0], prog="run latency", allow_abbrev=False)
    parser.add_argument("file", help="JSON Lines, uncompressed")
    parser.add_argument("--tool", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--index", help="an index that holds something already")
    parser.add_argument("--preload", type=int, default=0, help="records that pass before (0)")
    parser.add_argument("--words", type=int, help="cut texts after so many words")
    parser.add_argument("--rate", type=float, default=1000, help="records a second (1000)")
    parser.add_argument("--seconds", type=float, default=20, help="how long (20)")
    parser.add_argument("--folder", help="where the index is made: a disk, no tmpfs")
    options, options.filter = parser.parse_known_args()
    options.filter = [argument for argument in options.filter if argument != "--"]
    return options


def run(options, index):
    records = repeated.records(options.file, options.words)
    child = subprocess.Popen(
        [options.tool, "filter", "--quiet", "--index", index, *options.filter],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    received = []
    reader = threading.Thread(target=receive, args=(child.stdout, received))
    reader.start()
    begin = time.monotonic()
    for _ in range(options.preload):
        write(child.stdin.fileno(), next(records))
    # Opening the index is measured elsewhere.
    os.write(child.stdin.fileno(), b"\n")
    while len(received) <= options.preload:
        time.sleep(0.01)
    if options.preload:
        print(f"{options.preload:,} records before, {options.preload / (time.monotonic() - begin):,.0f} "
              f"a second, index {size(index) / 1e6:,.1f} MB", flush=True)
        time.sleep(SETTLING)
    received.clear()
    lines = [next(records) for _ in range(int(options.rate * options.seconds))]
    sent = []
    begin = time.monotonic()
    for number, line in enumerate(lines):
        due = begin + number / options.rate
        while (now := time.monotonic()) < due:
            time.sleep(min(due - now, 0.0005))
        # From when it was due: a source that has to wait for the filter counts against it.
        sent.append(due)
        write(child.stdin.fileno(), line)
    memory = processes.resident(child.pid)
    child.stdin.close()
    reader.join()
    if child.wait() not in (0, 3):
        sys.exit(f"latency: exit code {child.returncode}")
    return sent, received, memory


def size(index):
    total = 0
    for entry in os.scandir(index):
        try:
            total += entry.stat().st_size
        except FileNotFoundError:
            pass
    return total


def write(descriptor, line):
    while line:
        line = line[os.write(descriptor, line):]


def receive(pipe, received):
    while data := os.read(pipe.fileno(), 1 << 20):
        received.extend([time.monotonic()] * data.count(b"\n"))


def slow_stretches(sent, received):
    """Where records waited long: the first and last number, and the longest."""
    stretches = []
    for number, (into, out) in enumerate(zip(sent, received)):
        if out - into <= SLOW:
            continue
        if stretches and number - stretches[-1][1] < 100:
            stretches[-1][1:] = [number, max(stretches[-1][2], out - into)]
        else:
            stretches.append([number, number, out - into])
    return stretches


def report(options, sent, received, memory, index):
    if len(sent) != len(received):
        sys.exit(f"latency: {len(sent)} lines went in, {len(received)} came out")
    times = sorted(out - into for into, out in zip(sent, received))
    shares = {"p50": 0.5, "p99": 0.99, "p99.9": 0.999, "most": 1}
    figures = "  ".join(
        f"{name} {1000 * times[min(int(share * len(times)), len(times) - 1)]:.2f} ms"
        for name, share in shares.items())
    print(f"{len(times):,} records at {options.rate:,.0f} a second, "
          f"{' '.join(options.filter) or 'default settings'}: {figures}")
    for first, last, most in slow_stretches(sent, received):
        print(f"over {SLOW} s: records {first:,} to {last:,}, at most {most:.2f} s")
    if memory:
        print(f"resident {memory['VmRSS'] / 1e6:.0f} MB, of which {memory['RssAnon'] / 1e6:.0f} MB "
              f"no mapped file")
    print(f"index {size(index) / 1e6:,.1f} MB")
    if not options.index:
        print(f"{size(index) / (options.preload + len(times)):,.0f} bytes a record on disk")


if __name__ == "__main__":
    main()
