"""What is noted of a restore comes back as it was, and half a note is none."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.records import Head
from smadmin.services.restored import NOTES, UNREADABLE, Restored, from_notes, text_of, to_notes

MADE = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
HEAD = Head(7, bytes(range(32)))


@pytest.mark.parametrize(
    "restored",
    [
        Restored(MADE, HEAD, Head(9, bytes(32)), "store-before.db", older=True),
        Restored(MADE, HEAD, None, None, older=False),
    ],
)
def test_notes_come_back_as_they_were(restored: Restored) -> None:
    assert from_notes(to_notes(restored)) == restored


def test_half_a_note_is_none() -> None:
    notes = to_notes(Restored(MADE, HEAD, None, None, older=False))

    assert set(notes) == set(NOTES)
    assert from_notes(dict(list(notes.items())[1:])) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("restored-made", "yesterday"),
        ("restored-head", "x:00"),
        ("restored-here", "7"),
        ("restored-here", "7:zz"),
    ],
)
def test_planted_notes_are_something_for_the_principal_to_look_at(name: str, text: str) -> None:
    notes = to_notes(Restored(MADE, HEAD, HEAD, None, older=False))

    assert from_notes({**notes, name: text}) == UNREADABLE


def test_a_head_is_written_with_its_place() -> None:
    assert text_of(HEAD) == f"7:{bytes(range(32)).hex()}"
