"""Whoever can write to the store puts a code of their own on the list, or takes a strike back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.codes import CodeKey, new_code
from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.errors import Tampered
from smadmin.services.office import Office
from smadmin.services.sitting import Expected, expected, sit_down
from smadmin.storage.disk import FILE_NAME
from tests.sample import CHEAP, sample_office, sit

PIN = "402871"
CODES = [""]
"""The code of the list that the fixture signed."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = sample_office(tmp_path)
    ellen = sit(made, "ellen-whitcomb").actor
    ends = made.school.local(made.desk.now).date() + timedelta(days=200)
    prepared = made.reviewers.prepare(ellen, ("Robin Vega",), ends, costs=CHEAP)
    made.reviewers.sign(ellen, prepared)
    CODES[0] = prepared.codes[0].code
    made.settle()
    made.lock()
    yield made
    made.close()


def forged(office: Office, change: Callable[[dict[str, object]], object]) -> None:
    """Write to the table of lists behind the program's back."""
    office.grounds.store._engine.dispose()
    with closing(sqlite3.connect(office.grounds.store.folder / FILE_NAME)) as raw, raw:
        ((body,),) = raw.execute("SELECT body FROM reviewer_list").fetchall()
        value = parse(body)
        change(value["places"][0])  # type: ignore[index, arg-type]  # a list of one place
        raw.execute("UPDATE reviewer_list SET body = ?", (canonical(value),))


def arrive(office: Office, code: str) -> None:
    who = Expected(*_only(office))
    sit_down(office, who, code, PIN, costs=CHEAP, floor=CHEAP)


def _only(office: Office) -> tuple[str, str, str]:
    one = expected(office)[0]
    return one.list, one.place, one.name


def test_a_code_slipped_into_the_table_lets_nobody_in(office: Office) -> None:
    code = new_code()

    def own_code(place: dict[str, object]) -> None:
        salt = bytes.fromhex(str(place["salt"]))
        place["public"] = CodeKey.of(code, salt, CHEAP).public.hex()

    forged(office, own_code)

    with pytest.raises(Tampered):
        arrive(office, code)
    assert office.mend_tables()
    with pytest.raises(WrongPassphrase):
        arrive(office, code)


def test_a_strike_taken_back_in_the_table_is_put_right(office: Office) -> None:
    ellen = sit(office, "ellen-whitcomb").actor
    office.reviewers.strike(ellen, office.reviewers.view(ellen).lists[0].lines[0])
    office.lock()
    forged(office, lambda place: place.update(struck=False))
    assert len(expected(office)) == 1

    with pytest.raises(Tampered):
        arrive(office, CODES[0])
    assert office.mend_tables()

    assert expected(office) == ()
