"""Undo and redo: the newest deed first, with the versions that somebody's own deeds left behind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.slot_edits import SlotEdit
from smadmin.ui.plan.history import Edits, PlanHistory

MONDAY = date(2026, 11, 16)
SLOT = Slot(SlotId("fair"), SchoolId("s"), AccountId("x"), MONDAY, "Fair")


def moved(days: int, version: int) -> Edits:
    """A move of the fair by some days from Monday; gives what was written."""
    before = replace(SLOT, day=MONDAY + timedelta(days=days - 1), version=version)
    after = replace(SLOT, day=MONDAY + timedelta(days=days), version=version + 1)
    return (SlotEdit(before, after),)


@pytest.fixture
def history() -> PlanHistory:
    made = PlanHistory()
    made.did(moved(1, 1))
    made.did(moved(2, 2))
    return made


def carried_out(edits: Edits) -> Edits:
    """What the store gives back: the version after the one that the edit named."""
    return tuple(
        replace(
            one, after=one.after and replace(one.after, version=one.before.version + 1 if one.before else 1)
        )
        for one in edits
    )


def day_of(edits: Edits) -> int:
    (edit,) = edits
    assert edit.after is not None
    return (edit.after.day - MONDAY).days


def test_nothing_is_undone_or_done_again_at_first() -> None:
    assert PlanHistory().to_undo == PlanHistory().to_redo == ()


def test_the_newest_deed_is_undone_first_and_names_the_version_it_left(history: PlanHistory) -> None:
    (undo,) = history.to_undo

    assert undo.before is not None
    assert undo.before.version == 3
    assert day_of((undo,)) == 1


def test_undone_and_done_again_the_versions_go_on(history: PlanHistory) -> None:
    days, versions = [], []
    for _ in range(2):
        undone = carried_out(history.to_undo)
        history.undid(undone)
        days.append(day_of(undone))
    for _ in range(2):
        redone = carried_out(history.to_redo)
        history.redid(redone)
        days.append(day_of(redone))
        versions += [one.slot.version for one in redone]

    assert days == [1, 0, 1, 2]
    assert versions == [6, 7]
    assert history.to_redo == ()


def test_a_new_deed_ends_what_could_be_done_again(history: PlanHistory) -> None:
    history.undid(carried_out(history.to_undo))
    history.did(moved(2, 4))

    assert history.to_redo == ()
    assert day_of(history.to_undo) == 1


def test_whoever_sits_down_next_undoes_nothing(history: PlanHistory) -> None:
    history.undid(carried_out(history.to_undo))

    history.forget()

    assert history.to_undo == history.to_redo == ()


def test_fifty_deeds_are_kept() -> None:
    history, undone = PlanHistory(), 0
    for number in range(60):
        history.did(moved(number, number + 1))

    while history.to_undo:
        history.undid(carried_out(history.to_undo))
        undone += 1

    assert undone == 50
