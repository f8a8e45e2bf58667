"""What comes after *Live* on an account's path: on hold, handed over from whom to whom, closed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from smadmin.domain.accounts import AccountStage
from smadmin.domain.handing_over import HandedOver
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.messages import Message, say
from smadmin.services.lives import LifeSheet
from smadmin.ui.theme import State


@dataclass(frozen=True)
class PathStep:
    """A stage of the path; `note` says who and when, or what of it is done."""

    state: State
    words: Message
    note: Message | None = None
    scan: MediaId | None = None


def later_steps(sheet: LifeSheet) -> Iterator[PathStep]:
    """Give the stages after *Live* that the account has come to, each hand-over in its turn."""
    for one in sheet.handed:
        yield _handed(one, sheet, newest=one is sheet.handed[-1])
    if sheet.account.stage is AccountStage.ON_HOLD:
        yield PathStep(State.DOUBT, say("accountui.stage-on-hold"))
    if sheet.account.stage is AccountStage.CLOSED:
        yield PathStep(State.NOTE, say("accountui.stage-closed"))


def _handed(one: HandedOver, sheet: LifeSheet, *, newest: bool) -> PathStep:
    """Say what is left to be redone of the newest alone: with another hand-over that begins anew."""
    giver, day = _name(sheet, one.giver), one.on
    takers = tuple(say("departures.name", name=_name(sheet, who)) for who in one.takers)
    said = (
        say("openingui.handed", giver=giver, takers=takers, day=day)
        if takers
        else say("openingui.handed-to-nobody", giver=giver, day=day)
    )
    left = one.redo if newest and sheet.account.stage is not AccountStage.CLOSED else ()
    if left:
        redo = tuple(say(f"openingui.redo-{each}") for each in left)
        said = say("openingui.handed-redo", handed=said, redo=redo)
    fine = bool(takers) and not left
    return PathStep(State.FINE if fine else State.WAITS, say("openingui.path-handed"), said)


def _name(sheet: LifeSheet, person: PersonId) -> str:
    return sheet.names.get(person, "")
