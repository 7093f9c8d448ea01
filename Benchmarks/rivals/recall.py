"""Judges clusters by what was planted.

The truth is a table with a head and tabs: id, family (the root it descends from), kind of edit,
parent, and the Jaccard similarity of the 5-word shingles with the parent. A planted pair is a
document and its parent at 0.82 or more, so that a difference in tokenising does not decide at a
threshold of 0.8. It is found where both share a cluster or, of a rival that only flags, where one
of them is flagged. A cluster is mixed where it holds two families.
"""

import collections
import csv
import os

import orjson

LEAST = 0.82


def table(truth, corpus, folder, jobs):
    """Lines of a table: for each job the recall by kind of edit, and the mixed clusters."""
    rows = read_truth(truth)
    ids = [str(orjson.loads(line)["id"]) for line in open(corpus, "rb")]
    present = set(ids)
    planted = [row for row in rows.values() if row["parent"] and float(row["jaccard"]) >= LEAST
               and row["id"] in present and row["parent"] in present]
    kinds = collections.Counter(row["kind"] for row in planted)
    yield f"planted pairs of J >= {LEAST}: {len(planted):,}"
    yield f"{'recall':28}" + "".join(
        f"{f'{kind} ({count})':>15}" for kind, count in sorted(kinds.items())) + f"{'mixed':>9}"
    for name in jobs:
        labels = read_labels(os.path.join(folder, name), ids)
        hits = collections.Counter(
            row["kind"] for row in planted if is_found(labels, row["id"], row["parent"]))
        recalls = "".join(f"{hits[kind] / kinds[kind]:15.4f}" for kind in sorted(kinds))
        yield f"{name:28}{recalls}{mixed(labels, rows):>9}"


def read_truth(path):
    with open(path, newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file, delimiter="\t")}


def read_labels(path, ids):
    """The cluster of each document; None where it is alone, -1 where it was flagged."""
    labels = {}
    with open(path, "rb") as lines:
        for number, line in enumerate(lines):
            if line[:1] == b"{":
                record = orjson.loads(line)
                labels[str(record["id"])] = record["cluster"]
            else:
                labels[ids[number]] = int(line)
    return labels


def is_found(labels, one, other):
    if -1 in (labels[one], labels[other]):
        return True
    return labels[one] is not None and labels[one] == labels[other]


def mixed(labels, rows):
    """How many clusters hold more than one family, or - where there are only flags."""
    families = collections.defaultdict(set)
    for document, label in labels.items():
        if label == -1:
            return "-"
        if label is not None:
            families[label].add(rows[document]["family"])
    return sum(len(found) > 1 for found in families.values())
