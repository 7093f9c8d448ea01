"""One rival on one file, the way its users write it: `job.py RIVAL FILE LABELS`.

FILE is JSON Lines with a field `text`. LABELS gets a line a document: the number of the first
document of its cluster or, of a rival that only flags, -1 where it was flagged and its own number
where it was not. `job.py RIVAL --sketch TEXTS` only makes sketches of texts that are in memory, and
prints documents, bytes and CPU seconds.

All: lower case, split at white space, shingles of 5 words joined by spaces (gaoya makes its own),
128 hashes, 16 bands of 8 at threshold 0.8, union-find over all candidates. Nothing is verified.
"""

import importlib.util
import os
import sys
import tempfile
import time

WORDS = 5
HASHES = 128
BANDS = 16


def shingles(text):
    words = text.lower().split()
    return [" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]


class Clusters:
    """Union-find whose roots are the first documents."""

    def __init__(self):
        self.parents = []

    def add(self, document, candidates):
        self.parents.append(document)
        for candidate in candidates:
            one, other = self.find(document), self.find(candidate)
            self.parents[max(one, other)] = min(one, other)

    def find(self, document):
        while self.parents[document] != document:
            self.parents[document] = self.parents[self.parents[document]]
            document = self.parents[document]
        return document

    def labels(self):
        return [self.find(document) for document in range(len(self.parents))]


def texts(path):
    import orjson

    with open(path, "rb") as lines:
        for line in lines:
            yield orjson.loads(line)["text"]


def clustered(texts, make, query, insert):
    clusters = Clusters()
    for document, text in enumerate(texts):
        sketch = make(text)
        clusters.add(document, query(sketch))
        insert(document, sketch)
    return clusters.labels()


class Rensa:
    def __init__(self, words=False):
        from rensa import RMinHash

        self.kind, self.units = RMinHash, (lambda text: text.lower().split()) if words else shingles

    def sketch(self, text):
        sketch = self.kind(num_perm=HASHES, seed=42)
        sketch.update(self.units(text))
        return sketch

    def labels(self, path):
        from rensa import RMinHashLSH

        lsh = RMinHashLSH(threshold=0.8, num_perm=HASHES, num_bands=BANDS)
        return clustered(texts(path), self.sketch, lsh.query, lsh.insert)


class Gaoya:
    """Its sketches are not to be had without its index: `sketch` puts the text into one."""

    def __init__(self):
        from gaoya.minhash import MinHashStringIndex

        self.index = MinHashStringIndex(
            32, 0.8, BANDS, HASHES // BANDS, HASHES, "word", True, (WORDS, WORDS), "vec")
        self.count = 0

    def sketch(self, text):
        self.index.insert_document(self.count, text)
        self.count += 1

    def labels(self, path):
        # The index wants the text for both.
        return clustered(
            texts(path), lambda text: text, self.index.query, self.index.insert_document)


class Datasketch:
    def __init__(self):
        from datasketch import MinHash

        self.kind = MinHash

    def sketch(self, text):
        sketch = self.kind(num_perm=HASHES)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        return sketch

    def labels(self, path):
        from datasketch import MinHashLSH

        lsh = MinHashLSH(num_perm=HASHES, params=(BANDS, HASHES // BANDS))
        return clustered(texts(path), self.sketch, lsh.query, lsh.insert)


class FastSketch:
    BATCH = 2_000

    def __init__(self):
        from FastSketchLSH import FastSimilaritySketch

        self.sketcher = FastSimilaritySketch(size=HASHES, seed=42)

    def sketch(self, text):
        return self.sketcher(shingles(text))

    def labels(self, path):
        import numpy
        from FastSketchLSH import LSH

        rows, batch = [], []
        for text in texts(path):
            batch.append(shingles(text))
            if len(batch) == self.BATCH:
                rows.append(self.sketcher.batch(batch, num_threads=1))
                batch = []
        if batch:
            rows.append(self.sketcher.batch(batch, num_threads=1))
        lsh = LSH(num_perm=HASHES, num_bands=BANDS)
        flags = lsh.insert_and_query_duplicates(numpy.concatenate(rows)).tolist()
        return [-1 if flag else document for document, flag in enumerate(flags)]


class TextDedup:
    """Its own program: one process, 128 hashes, its cache in a folder that is deleted."""

    def labels(self, path):
        import pickle

        os.environ["HF_HUB_OFFLINE"] = os.environ["HF_DATASETS_OFFLINE"] = "1"
        with tempfile.TemporaryDirectory() as folder:
            os.environ["HF_HOME"] = folder
            sys.argv = [
                "text_dedup.minhash", "--path", "json", "--data_files", os.path.abspath(path),
                "--split", "train", "--cache_dir", folder, "--output", os.path.join(folder, "out"),
                "--column", "text", "--batch_size", "10000", "--num_proc", "1", "--ngram",
                str(WORDS), "--num_perm", str(HASHES), "--threshold", "0.8", "--b", str(BANDS),
                "--r", str(HASHES // BANDS), "--hash_func", "xxh3", "--debug"]
            from text_dedup import minhash

            minhash.main(standalone_mode=False)
            with open(os.path.join(folder, "out", "uf.pkl"), "rb") as file:
                found = pickle.load(file)
            parents = getattr(found, "parent", found)
            count = sum(1 for _ in open(path, "rb"))
        return [root(parents, document) for document in range(count)]


def root(parents, document):
    while parents.get(document, document) != document:
        document = parents[document]
    return document


RIVALS = {
    "rensa": (Rensa, "rensa"),
    "rensa-words": (lambda: Rensa(words=True), "rensa"),
    "gaoya": (Gaoya, "gaoya"),
    "datasketch": (Datasketch, "datasketch"),
    "fastsketch": (FastSketch, "FastSketchLSH"),
    "text-dedup": (TextDedup, "text_dedup"),
}


def is_installed(rival):
    return importlib.util.find_spec(RIVALS[rival][1]) is not None


def sketch_all(rival, path):
    with open(path, "rb") as file:
        held = [text.decode() for text in file.read().split(b"\0") if text]
    rival = RIVALS[rival][0]()
    begin = time.process_time()
    for text in held:
        rival.sketch(text)
    seconds = time.process_time() - begin
    print(len(held), sum(len(text.encode()) for text in held), seconds)


def main():
    if sys.argv[2] == "--sketch":
        return sketch_all(sys.argv[1], sys.argv[3])
    rival, path, labels = sys.argv[1:4]
    found = RIVALS[rival][0]().labels(path)
    with open(labels, "w") as file:
        file.writelines(f"{label}\n" for label in found)


if __name__ == "__main__":
    main()
