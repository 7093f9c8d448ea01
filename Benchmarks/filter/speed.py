"""Measures dedupe filter and rensa's query-then-insert on one JSON Lines file, in turns.

Whole processes, from a file to /dev/null, each with a new index. CPU seconds are user and system
time with all threads, as the kernel counted them. The disk's own rate of syncs is that of 4 KB
appended and synced again and again by one process.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time

import orjson

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))
import processes  # noqa: E402

CORPUS = ["--preset", "corpus"]
RECORD = ["--durability", "record"]


def main():
    options = parse_options()
    documents, megabytes = size_of(options.file)
    rate = sync_rate(options.folder)
    print(f"{options.file}: {documents:,} records, {megabytes:.1f} MB of text; "
          f"the disk syncs {rate:,.0f} times a second")
    rensa = [sys.executable, os.path.join(HERE, "rensa_filter.py")]
    jobs = {
        "rensa, in memory": lambda index: rensa,
        "wire, batch": lambda index: filter(options, index),
        "wire, record": lambda index: filter(options, index, *RECORD),
        "corpus, batch": lambda index: filter(options, index, *CORPUS),
        "corpus, record": lambda index: filter(options, index, *CORPUS, *RECORD),
        "corpus, sketches only": lambda index: filter(options, index, *CORPUS, "--sketches-only"),
    }
    if options.only:
        jobs = {name: job for name, job in jobs.items() if options.only in name or "rensa" in name}
    runs = {name: [] for name in jobs}
    # In turns, so that a slow minute of the machine hits all alike.
    for turn in range(options.runs):
        for name, job in jobs.items():
            print(f"run {turn + 1} of {options.runs}: {name}", file=sys.stderr)
            runs[name].append(run(options, job))
    report({name: medians(measured) for name, measured in runs.items()}, megabytes, documents)


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n")[0], prog="run speed", allow_abbrev=False)
    parser.add_argument("file", help="JSON Lines with a field `text`, uncompressed")
    parser.add_argument("--tool", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=3, help="runs of each; medians count (3)")
    parser.add_argument("--folder", help="where the indexes are made: a disk, no tmpfs")
    parser.add_argument("--only", help="only jobs whose name has this in it, and rensa")
    options, options.filter = parser.parse_known_args()
    options.filter = [argument for argument in options.filter if argument != "--"]
    return options


def filter(options, index, *arguments):
    return [options.tool, "filter", "--quiet", "--index", index, *arguments, *options.filter]


def size_of(path):
    """Records and megabytes (10^6 bytes of UTF-8) of article text."""
    documents = size = 0
    with open(path, "rb") as lines:
        for line in lines:
            documents += 1
            size += len(orjson.loads(line)["text"].encode("utf-8", "surrogatepass"))
    return documents, size / 1e6


def sync_rate(folder, seconds=2):
    with tempfile.TemporaryFile(dir=folder) as file:
        begin, count = time.monotonic(), 0
        while time.monotonic() < begin + seconds:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            count += 1
        return count / (time.monotonic() - begin)


def run(options, job):
    """CPU seconds, wall seconds, peak memory in MB and bytes of the index of one run."""
    folder = tempfile.mkdtemp(prefix="dedupe-filter-", dir=options.folder)
    index = os.path.join(folder, "index")
    with open(options.file, "rb") as lines:
        cpu, wall, peak, _, _ = processes.run(job(index), stdin=lines)
    size = sum(entry.stat().st_size for entry in os.scandir(index)) if os.path.isdir(index) else 0
    shutil.rmtree(folder)
    return cpu, wall, peak, size


def medians(runs):
    return [statistics.median(values) for values in zip(*runs)]


def report(results, megabytes, documents):
    rival = megabytes / results["rensa, in memory"][0]
    print(f"{'':24}{'MB/CPU-s':>10}{'CPU s':>8}{'wall s':>8}{'records/s':>11}"
          f"{'peak MB':>9}{'bytes/record':>14}{'times rensa':>13}")
    for name, (cpu, wall, peak, size) in results.items():
        rate = megabytes / cpu
        print(f"{name:24}{rate:10.1f}{cpu:8.2f}{wall:8.2f}{documents / wall:11,.0f}"
              f"{peak:9.0f}{size / documents:14,.0f}{rate / rival:13.2f}")


if __name__ == "__main__":
    main()
