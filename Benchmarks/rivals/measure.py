"""Measures dedupe and rensa on one JSON Lines file, in turns, whole processes.

CPU seconds are user and system time of the process with all its threads, as the kernel counted
them; so are peak memory and wall time. Start-up, reading and JSON are part of the job.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

import orjson

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    options = parse_options()
    documents, megabytes = size_of(options.file)
    print(f"{options.file}: {documents:,} documents, {megabytes:.1f} MB of text")
    jobs = {
        "rensa": [sys.executable, os.path.join(HERE, "rensa_job.py"), options.file],
        "dedupe scan": scan(options),
        "dedupe scan --preset corpus": scan(options, "--preset", "corpus"),
    }
    runs = {name: [] for name in jobs}
    # In turns, so that a slow minute of the machine hits all alike.
    for turn in range(options.runs):
        for name, command in jobs.items():
            print(f"run {turn + 1} of {options.runs}: {name}", file=sys.stderr)
            runs[name].append(run(command))
    report({name: medians(measured) for name, measured in runs.items()}, megabytes)


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n")[0], prog="run", allow_abbrev=False)
    parser.add_argument("file", help="JSON Lines with a field `text`, uncompressed")
    parser.add_argument("--tool", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=3, help="runs of each; medians count (3)")
    options, options.scan = parser.parse_known_args()
    options.scan = [argument for argument in options.scan if argument != "--"]
    if options.runs < 1:
        parser.error("--runs needs at least 1")
    return options


def scan(options, *preset):
    return [options.tool, "scan", options.file, *preset, *options.scan, "-o", "/dev/null"]


def size_of(path):
    """Documents and megabytes (10^6 bytes of UTF-8) of article text.

    Reads line by line: the memory of this process at the time of a fork is a floor under the peak
    that the kernel reports for the child.
    """
    documents = size = 0
    with open(path, "rb") as lines:
        for line in lines:
            documents += 1
            size += len(orjson.loads(line)["text"].encode("utf-8", "surrogatepass"))
    return documents, size / 1e6


def run(command):
    """CPU seconds, wall seconds and peak memory in MB of one run."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    # 3: all good records were handled, some were bad.
    if child.returncode not in (0, 3):
        sys.exit(f"measure: exit code {child.returncode} of: {' '.join(command)}")
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit


def medians(runs):
    return [statistics.median(values) for values in zip(*runs)]


def report(results, megabytes):
    rival = megabytes / results["rensa"][0]
    print(f"{'':30}{'MB/CPU-s':>10}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'times rensa':>13}")
    for name, (cpu, wall, peak) in results.items():
        rate = megabytes / cpu
        print(f"{name:30}{rate:10.1f}{cpu:9.2f}{wall:9.2f}{peak:9.0f}{rate / rival:13.2f}")


if __name__ == "__main__":
    main()
