"""Measures dedupe and its rivals on one JSON Lines file, in turns, whole processes.

CPU seconds are user and system time of the process with all its threads, as the kernel counted
them. Start-up, reading and JSON are part of the job. Each run is added to a file of raw runs.
"""

import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import tempfile

import orjson

import job
import recall

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))
import processes  # noqa: E402

JOB = os.path.join(HERE, "job.py")
RUNS = os.path.join(os.path.dirname(HERE), "runs")
SCANS = {
    "dedupe scan": [],
    "dedupe scan --preset corpus": ["--preset", "corpus"],
}


def main():
    options = parse_options()
    with tempfile.TemporaryDirectory(prefix="dedupe-rivals-") as folder:
        measure(options, folder)


def parse_options():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n")[0], prog="run", allow_abbrev=False)
    parser.add_argument("file", help="JSON Lines with a field `text`, uncompressed")
    parser.add_argument("--tool", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--sketcher", help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=3, help="runs of each; medians count (3)")
    parser.add_argument("--truth", help="what was planted, for recall: see recall.py")
    parser.add_argument("--only", default=",".join(job.RIVALS), help="rivals, with commas between")
    parser.add_argument("--raw", help="where raw runs are added (Benchmarks/runs/DATE-MACHINE)")
    options, options.scan = parser.parse_known_args()
    options.scan = [argument for argument in options.scan if argument != "--"]
    if options.runs < 1:
        parser.error("--runs needs at least 1")
    options.rivals = [name for name in options.only.split(",") if name != "none"]
    for name in options.rivals:
        if name not in job.RIVALS:
            parser.error(f"there is no rival {name}: {', '.join(job.RIVALS)}")
    return options


def measure(options, folder):
    documents, megabytes = size_of(options.file, folder)
    corpus = f"{os.path.basename(options.file)}: {documents:,} documents, {megabytes:.1f} MB of text"
    print(corpus)
    raw = open_raw(options)
    jobs = {}
    for name in options.rivals:
        if job.is_installed(name):
            jobs[name] = lambda labels, name=name: [
                sys.executable, JOB, name, options.file, labels]
        else:
            print(f"{name} could not be installed and is left out.")
    for name, arguments in SCANS.items():
        jobs[name] = lambda labels, arguments=arguments: [
            options.tool, "scan", options.file, *arguments, *options.scan,
            "--quiet", "--format", "jsonl", "--force", "-o", labels]
    if options.sketcher:
        sketch_rates(options, folder, raw)
    runs = {name: [] for name in jobs}
    # In turns, so that a slow minute of the machine hits all alike.
    for turn in range(options.runs):
        for name, command in jobs.items():
            print(f"run {turn + 1} of {options.runs}: {name}", file=sys.stderr)
            figures = processes.run(command(os.path.join(folder, name)))
            runs[name].append(figures)
            raw.write("\t".join(
                [os.path.basename(options.file), f"{megabytes:.1f}", name, *options.scan,
                 *(f"{figure:.3f}" for figure in figures)]) + "\n")
            raw.flush()
    report({name: medians(measured) for name, measured in runs.items()}, megabytes, raw)
    if options.truth:
        for line in recall.table(options.truth, options.file, folder, list(jobs)):
            tell(line, raw)


def open_raw(options):
    """A file of raw runs that names the machine and not its paths."""
    folder = options.raw or os.path.join(
        RUNS, f"{datetime.date.today()}-{platform.machine()}-{os.cpu_count()}-cores")
    os.makedirs(folder, exist_ok=True)
    raw = open(os.path.join(folder, "rivals.tsv"), "a")
    raw.write("# corpus\tMB of text\tjob\tCPU s\twall s\tpeak MB\tanonymous MB\tfile-backed MB\n")
    return raw


def tell(line, raw):
    print(line)
    raw.write(f"# {line}\n")


def size_of(path, folder):
    """Documents and megabytes (10^6 bytes of UTF-8) of article text.

    Reads line by line: the memory of this process at the time of a fork is a floor under the peak
    that the kernel reports for the child. The first 30 MB of texts are kept for the sketching.
    """
    documents = size = 0
    with open(path, "rb") as lines, open(os.path.join(folder, "texts"), "wb") as texts:
        for line in lines:
            text = orjson.loads(line)["text"].encode("utf-8", "surrogatepass")
            documents += 1
            size += len(text)
            if size < 30e6:
                texts.write(text.replace(b"\0", b" ") + b"\0")
    return documents, size / 1e6


def sketch_rates(options, folder, raw):
    """MB a CPU second from texts in memory to sketches; medians, in turns."""
    texts = os.path.join(folder, "texts")
    commands = {"dedupe": [options.sketcher, texts, "3"]}
    for name in options.rivals:
        if name != "text-dedup" and job.is_installed(name):
            commands[name] = [sys.executable, JOB, name, "--sketch", texts]
    rates = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            fields = subprocess.check_output(command, text=True).split()
            rates[name].append(float(fields[1]) / 1e6 / float(fields[2]))
            raw.write(f"text to sketch\t\t{name}\t{rates[name][-1]:.2f} MB/CPU-s\n")
    tell("text to sketch, one thread, MB/CPU-s (dedupe as a multiple):", raw)
    ours = statistics.median(rates["dedupe"])
    for name, measured in rates.items():
        rate = statistics.median(measured)
        tell(f"  {name:28}{rate:10.1f}{ours / rate:10.1f}", raw)


def medians(runs):
    return [statistics.median(values) for values in zip(*runs)]


def report(results, megabytes, raw):
    rival = megabytes / results["rensa"][0] if "rensa" in results else None
    tell(f"{'':28}{'MB/CPU-s':>9}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'anon':>7}{'file':>7}"
         f"{'times rensa':>13}", raw)
    for name, (cpu, wall, peak, anonymous, mapped) in results.items():
        rate = megabytes / cpu
        times = f"{rate / rival:13.2f}" if rival else ""
        tell(f"{name:28}{rate:9.1f}{cpu:8.2f}{wall:8.2f}{peak:9.0f}{anonymous:7.0f}{mapped:7.0f}"
             f"{times}", raw)


if __name__ == "__main__":
    main()
