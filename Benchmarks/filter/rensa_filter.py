"""Filters JSON Lines with rensa the plain way: query, then insert, in memory.

Shingles of 5 words joined by spaces, 128 hashes, LSH of 16 bands at threshold 0.8. A line that has a
candidate is called its duplicate, without verification; each line is written with the verdict.
Nothing outlives the process.
"""

import sys

import orjson
from rensa import RMinHash, RMinHashLSH

WORDS = 5
HASHES = 128


def shingles(text):
    words = text.lower().split()
    return [" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]


def main(lines, output):
    lsh = RMinHashLSH(threshold=0.8, num_perm=HASHES, num_bands=16)
    ids = []
    for number, line in enumerate(lines):
        record = orjson.loads(line)
        sketch = RMinHash(num_perm=HASHES, seed=42)
        sketch.update(shingles(record["text"]))
        seen = lsh.query(sketch)
        lsh.insert(number, sketch)
        ids.append(record.get("id"))
        verdict = {"status": "duplicate", "of": ids[min(seen)]} if seen else {"status": "new"}
        output.write(line.rstrip()[:-1] + b',"dedupe":' + orjson.dumps(verdict) + b"}\n")


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
