"""Edits of planned posts, and taking them back."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.slot_edits import SlotEdit, as_known, back

BOOKS = Slot(SlotId("books"), SchoolId("school"), AccountId("x"), date(2026, 11, 16), "Books")
MOVED = replace(BOOKS, day=date(2026, 11, 18), version=2)


def test_edits_are_taken_back_from_the_last_to_the_first() -> None:
    edits = (SlotEdit(None, BOOKS), SlotEdit(BOOKS, MOVED), SlotEdit(MOVED, None))

    assert back(edits) == (SlotEdit(None, MOVED), SlotEdit(MOVED, BOOKS), SlotEdit(BOOKS, None))


def test_an_edit_is_of_one_planned_post_that_stays_with_its_account() -> None:
    for other in (replace(BOOKS, id=SlotId("other")), replace(BOOKS, account=AccountId("y"))):
        with pytest.raises(ValueError, match="one planned post"):
            SlotEdit(BOOKS, other)
    with pytest.raises(ValueError, match="nothing"):
        SlotEdit(None, None)


def test_an_older_edit_names_the_version_that_a_later_one_of_the_same_person_wrote() -> None:
    edits = as_known((SlotEdit(BOOKS, MOVED), SlotEdit(None, MOVED)), {BOOKS.id: 7})

    assert [edit.before and edit.before.version for edit in edits] == [7, None]
