"""Browser log-ins that somebody would end by writing into the file who left."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.keys import KeyKind
from smadmin.domain.records import Body
from smadmin.domain.timeline import Timeline
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.keys import public_key
from tests.unasked import record_unasked
from tests.unit.services.test_left_folders import TwoLogins


@pytest.mark.parametrize("spoilt", [True, False])
def test_tables_that_somebody_wrote_end_no_log_in(tmp_path: Path, *, spoilt: bool) -> None:
    there = TwoLogins(tmp_path)
    with there.first.office() as office:
        everybody_retired(office.desk, there)
        office.settle()
    if spoilt:  # so that the tables can't be mended from the record
        late = "2020-01-01T00:00:00.000+00:00"
        with closing(sqlite3.connect(next(there.first.store.rglob("store.db")))) as behind, behind:
            behind.execute(f"update record_row set utc = '{late}' where seq = 2")

    with suppress(KnownError):
        there.start_second()

    assert (there.folder / "Cookies").exists()


def everybody_retired(desk: Desk, there: TwoLogins) -> None:
    """Write that everybody's keys are retired, and a row of a stranger's key that bears it out."""
    forger = Identity.new()
    with desk.store.deed(desk.school) as unit:
        before, head = unit.trust.read(), unit.record.head()
        own = public_key(forger, KeyKind.PERSON, there.ana, None)
        keys = {key: replace(one, retired=True) for key, one in before.keys.items()}
        told = replace(before, keys={**keys, own.id: own})
        unit.trust.write_anew(told)
        last = unit.record.at(head.seq)
        assert last is not None
        roster = Body.from_bytes(last.row.body).roster
        by = Actor(there.ana, None, forger, None, desk.now)
        deed = Deed(unit, by, desk.now, trust=told, head=head, roster=roster, timeline=Timeline())
        record_unasked(deed, Act.HOLD, Noun.ACCOUNTS, there.account, parts={})
