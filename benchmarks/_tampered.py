"""Every single tampering with a record of 1,000 rows, for `records`: each is tried on a copy of the store.

The ways are those of `tests/faults/test_tampering.py`: each column of each row, each row taken out, put in,
swapped with the next, written twice, each tail cut, each part changed or taken out. A signature that was
checked once isn't computed anew for the next copy.
"""

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks._long_record import lengthen
from smadmin.credentials.identity import Ed25519Verifier
from tests.faults import test_tampering as tampering
from tests.road import make_road

ROWS = 1_000


class _Remembering:
    """Checks each signature once."""

    _asked = staticmethod(
        cache(
            lambda public, message, signature: Ed25519Verifier().verifies(
                public=public, message=message, signature=signature
            )
        )
    )

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        return bool(self._asked(public, message, signature))


def tamper(every: int = 1) -> bool:
    """Try all, or every so many of them; prints what was missed or named by another row."""
    vars(tampering).update(Ed25519Verifier=_Remembering, EVERY=1, PLANTED={}, PLANTED_PARTS=())
    began, tried, wrong = time.process_time(), 0, list[str]()
    with tempfile.TemporaryDirectory() as folder:
        road = make_road(Path(folder) / "school")
        lengthen(road, ROWS)
        road.by("ana")
        road.school.rest()
        copy = Path(folder) / "copy"
        for variant in islice(tampering.variants(road.school), 0, None, every):
            with closing(sqlite3.connect(tampering.copied(road.school, copy))) as connection:
                connection.executescript(variant.sql)
                connection.commit()
            verdict = tampering.verified(road.school, copy)
            shutil.rmtree(copy)
            tried += 1
            if verdict.whole:
                wrong.append(f"missed: {variant.name}")
            elif variant.row is not None and tampering.first_row(verdict) != variant.row:
                wrong.append(f"named by row {tampering.first_row(verdict)}: {variant.name}")
    print(
        *wrong[:20],
        f"{tried} tamperings with {ROWS} rows, {len(wrong)} missed or misnamed, "
        f"{time.process_time() - began:.0f} s: {'met' if tried and not wrong else 'NOT MET'}",
        sep="\n",
        flush=True,
    )
    return bool(tried) and not wrong
