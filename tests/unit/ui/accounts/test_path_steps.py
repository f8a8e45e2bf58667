"""After *Live* the path says from whom to whom the account went, and what is left to be done anew. Pure."""

from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.handing_over import HandedOver, Redo
from smadmin.domain.messages import say
from smadmin.ui.accounts.path_steps import later_steps
from smadmin.ui.theme import State
from tests.unit.ui.accounts.test_opening_model import ANA, CEM, NOW, PAT, SHEET

LIVE = replace(SHEET, account=replace(SHEET.account, stage=AccountStage.LIVE))
HANDED = HandedOver(ANA, (CEM,), PAT, NOW.date(), (Redo.PASSWORD, Redo.HOLDERS))
WENT = say(
    "openingui.handed", giver="Ana Brooks", takers=(say("departures.name", name="Cem Aydin"),), day=NOW.date()
)


@pytest.mark.demand("BAL-B1b3")
def test_a_hand_over_names_both_and_what_is_to_be_done_anew() -> None:
    (waits,) = later_steps(replace(LIVE, handed=(HANDED,)))
    (fine,) = later_steps(replace(LIVE, handed=(replace(HANDED, redo=()),)))

    redo = (say("openingui.redo-password"), say("openingui.redo-holders"))
    assert (waits.state, waits.words) == (State.WAITS, say("openingui.path-handed"))
    assert waits.note == say("openingui.handed-redo", handed=WENT, redo=redo)
    assert (fine.state, fine.note) == (State.FINE, WENT)


def test_of_an_older_hand_over_nothing_is_left_and_to_nobody_it_waits() -> None:
    later = HandedOver(CEM, (), PAT, NOW.date() + timedelta(days=3))

    first, second = later_steps(replace(LIVE, handed=(HANDED, later)))

    assert (first.state, first.note) == (State.FINE, WENT)
    assert second.state is State.WAITS
    assert second.note is not None
    assert second.note.id == "openingui.handed-to-nobody"


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (AccountStage.LIVE, []),
        (AccountStage.ON_HOLD, ["accountui.stage-on-hold"]),
        (AccountStage.CLOSED, ["accountui.stage-closed"]),
    ],
)
def test_held_and_closed_are_stages_too(stage: AccountStage, said: list[str]) -> None:
    sheet = replace(SHEET, account=replace(SHEET.account, stage=stage))

    assert [one.words.id for one in later_steps(sheet)] == said
