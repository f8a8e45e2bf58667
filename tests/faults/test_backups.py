"""Backups that come back equal, and flipped bytes that are noticed (B1)."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smadmin.domain.cases import Opening
from smadmin.domain.errors import Tampered
from smadmin.domain.escalations import Trouble
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.backups import Backups
from smadmin.services.places import Place
from smadmin.services.restoring import restore
from smadmin.services.students.roster import Students
from tests.faults.desk_deeds import WISH, Stand
from tests.records_asked import FORM
from tests.road import Road, make_road

FLIPS, RESTORES = 40, 3
"""Places where a byte is flipped, and backups that are restored: in `bench safety B1` 1,000 and 100."""
FACE_PATTERNS, NOTES = "template", "meta"
"""No backup holds the patterns; a restored store notes that it was restored."""


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school with a listed child, a post with a photo, and a comment that was kept before it is hidden.

    Besides, a card is open, a post wished, records were asked for, and everything is on legal hold.
    """
    road = make_road(tmp_path / "here")
    road.submitted(photo=True)
    stand = Stand(road, {})
    stand.hide(stand.enter("Buy pills!"))
    stand.cases.open(stand.by("bo"), Opening(Trouble.THREAT))
    stand.wishes.hand_in(stand.by("bo"), WISH)
    stand.requests.enter(stand.by("ana"), FORM)
    stand.keeping.put_on_hold(stand.by("pat"), "A claim.")
    return road


def files(folder: Path) -> dict[str, bytes]:
    """Give the sealed files: photos, and what was kept of comments."""
    return {file.name: file.read_bytes() for file in (folder / "media").iterdir()}


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table of a store; an index tells nothing but the tables behind it."""
    with closing(sqlite3.connect(folder / "store.db")) as connection:
        real = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        names = [name for (name,) in connection.execute(real)]
        return {
            name: sorted(map(tuple, connection.execute(f"SELECT * FROM {name}")), key=repr)
            for name in names
            if name != FACE_PATTERNS
        }


def test_what_is_restored_is_equal_to_what_was_backed_up(road: Road, tmp_path: Path) -> None:
    place = Place(road.school.folder, road.school.folder)
    students = Students(road.school.desk, road.media, roster_age_days=30)
    unequal = []

    for number in range(RESTORES):
        entry = StudentEntry(f"Child {number}", "Torres", opt_outs=frozenset({OptOut.PHOTOS}))
        students.add(road.by("pat"), entry)
        road.school.clock.forward(days=1)
        made = Backups(road.school.desk, place).make().file
        there = tmp_path / "there"
        restore(Place(there, there), made, road.school.root, root=road.school.root.key)
        here, back = rows(road.school.folder), rows(there)
        assert set(here[NOTES]) < set(back.pop(NOTES))
        unequal += [(number, name) for name in back if here[name] != back[name]]
        assert len(files(there)) > 1
        assert files(there) == files(road.school.folder)
        shutil.rmtree(there)

    assert unequal == []


def test_a_flipped_byte_is_noticed_wherever_it_is(road: Road, tmp_path: Path) -> None:
    place = Place(road.school.folder, road.school.folder)
    whole = Backups(road.school.desk, place).make().file.read_bytes()
    flipped, there = tmp_path / "flipped", Place(tmp_path / "there", tmp_path / "there")
    chance = random.Random("flips")  # noqa: S311  a seed that repeats, not a secret
    places = chance.sample(range(len(whole)), min(FLIPS, len(whole)))

    for at in places:
        flipped.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        with pytest.raises(Tampered):
            restore(there, flipped, road.school.root)

    assert len(places) == FLIPS
    assert not (there.store / "store.db").exists()
