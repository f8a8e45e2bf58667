"""A cell opens in its own row, column and school only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.credentials.cells import SchoolCells, new_school_key, school_key_digest
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import SchoolId

KEY = new_school_key()
CELLS = SchoolCells(SchoolId("s"), {1: KEY})


@given(st.binary(max_size=200))
def test_a_cell_gives_back_its_content(content: bytes) -> None:
    assert CELLS.open("students/body", "a", CELLS.close("students/body", "a", content)) == content


def test_a_cell_moved_elsewhere_doesnt_open() -> None:
    cell = CELLS.close("students/body", "a", b"no photos")

    for cells, label, row in (
        (CELLS, "students/body", "b"),
        (CELLS, "posts/body", "a"),
        (SchoolCells(SchoolId("t"), {1: KEY}), "students/body", "a"),
        (SchoolCells(SchoolId("s"), {1: new_school_key()}), "students/body", "a"),
    ):
        with pytest.raises(Tampered):
            cells.open(label, row, cell)


def test_a_changed_byte_is_noticed() -> None:
    cell = CELLS.close("students/body", "a", b"no photos")

    for place in range(len(cell)):
        with pytest.raises(Tampered):
            CELLS.open("students/body", "a", cell[:place] + bytes([cell[place] ^ 1]) + cell[place + 1 :])


@pytest.mark.parametrize("length", range(37))
def test_a_cell_cut_short_is_noticed(length: int) -> None:
    cell = CELLS.close("students/body", "a", b"no photos")

    with pytest.raises(Tampered):
        CELLS.open("students/body", "a", cell[:length])


def test_old_cells_open_after_a_new_key_and_new_ones_use_it() -> None:
    both = SchoolCells(SchoolId("s"), {1: KEY, 2: new_school_key()})
    old = CELLS.close("students/body", "a", b"x")

    assert both.open("students/body", "a", old) == b"x"
    with pytest.raises(Tampered):
        CELLS.open("students/body", "a", both.close("students/body", "a", b"x"))


def test_the_same_content_is_known_again_under_one_key_only() -> None:
    assert CELLS.same(b"photo") == CELLS.same(b"photo")
    assert CELLS.same(b"photo") != SchoolCells(SchoolId("s"), {1: new_school_key()}).same(b"photo")
    assert school_key_digest(KEY) != school_key_digest(new_school_key())


def test_a_cell_under_a_newer_key_asks_to_sit_down_again() -> None:
    keys = {1: new_school_key(), 2: new_school_key()}
    school = SchoolId("school")
    cell = SchoolCells(school, keys).close("students/body", "one", b"{}")

    with pytest.raises(Tampered) as refused:
        SchoolCells(school, {1: keys[1]}).open("students/body", "one", cell)

    assert refused.value.happened.id == "renewal.sit-down-again"
