"""An endless stream of articles made of the lines of one JSON Lines file.

Pass after pass over the file; in each but the first the letters of the texts change places (another
permutation each time), so that lengths, figures, dates and planted copies stay as they are, and no
article of one pass is like one of another. Ids get the number of the pass.
"""

import random
import string

import orjson


def records(path, most_words=None):
    """Lines of articles, for ever, cut after so many words."""
    number = 0
    while True:
        table = letters(number)
        with open(path, "rb") as lines:
            for line in lines:
                yield changed(line, number, table, most_words)
        number += 1


def letters(number):
    """A table of bytes in which the letters have changed places, capitals as the others."""
    small = list(string.ascii_lowercase)
    if number:
        random.Random(number).shuffle(small)
    small = "".join(small)
    return bytes.maketrans(
        string.ascii_letters.encode(), (small + small.upper()).encode())


def changed(line, number, table, most_words):
    record = orjson.loads(line)
    record["id"] = f"{number}-{record.get('id')}"
    if most_words:
        record["text"] = " ".join(record["text"].split(" ", most_words)[:most_words])
    for field in ("text", "title"):
        if record.get(field):
            record[field] = record[field].encode().translate(table).decode()
    return orjson.dumps(record) + b"\n"
