"""Erases posts one by one, each with its words in the index, for a test that kills it anywhere.

`python -m tests.faults.indexing FOLDER` says each number once its deed is acknowledged.
"""

import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path

from smadmin.domain.ids import AccountId, PublicationId, SchoolId
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.storage.store import Store

SCHOOL, POSTS = SchoolId("school"), 400


def word(number: int) -> str:
    """Give the word that stands in one post alone; it begins as no other, for an index parts words there."""
    digest = hashlib.sha256(f"{number}".encode()).hexdigest()[:16]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def fill(folder: Path) -> None:
    """Make a store with posts that are out."""
    store = Store.open(folder)
    with store.deed(SCHOOL) as unit:
        for number in range(POSTS):
            text = f"{word(number)} sang in the garden"
            out = PublicationStep.CONFIRMED
            unit.publications.add(
                Publication(PublicationId(f"{number:03}"), SCHOOL, AccountId("account"), out, text=text)
            )
    store.close()


def main() -> None:
    """Erase them."""
    store = Store.open(Path(sys.argv[1]))
    for number in range(POSTS):
        with store.deed(SCHOOL) as unit:
            unit.publications.change(replace(unit.publications.get(f"{number:03}"), text=""))
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main()
