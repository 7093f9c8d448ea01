"""Clusters a JSON Lines file with rensa the plain way: what its users write, and no slower.

Shingles of 5 words joined by spaces, 128 hashes, LSH of 16 bands at threshold 0.8, union-find over
all candidates, without verification. Prints how many documents share a cluster with another.
"""

import collections
import sys

import orjson
from rensa import RMinHash, RMinHashLSH

WORDS = 5
HASHES = 128


def shingles(text):
    words = text.lower().split()
    return [" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]


def find(parents, document):
    while parents[document] != document:
        parents[document] = parents[parents[document]]
        document = parents[document]
    return document


def cluster(lines):
    lsh = RMinHashLSH(threshold=0.8, num_perm=HASHES, num_bands=16)
    parents = []
    for document, line in enumerate(lines):
        sketch = RMinHash(num_perm=HASHES, seed=42)
        sketch.update(shingles(orjson.loads(line)["text"]))
        parents.append(document)
        for candidate in lsh.query(sketch):
            one, other = find(parents, document), find(parents, candidate)
            parents[max(one, other)] = min(one, other)
        lsh.insert(document, sketch)
    return [find(parents, document) for document in range(len(parents))]


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as lines:
        sizes = collections.Counter(cluster(lines))
    print(sum(size for size in sizes.values() if size > 1))
