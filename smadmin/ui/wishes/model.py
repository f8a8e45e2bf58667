"""Wished posts, as the screen lists them. Pure, no Qt."""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.messages import Message, say
from smadmin.domain.post_requests import WishStage
from smadmin.services.office import Office
from smadmin.services.post_requests import WishSheet
from smadmin.ui.list_line import ListLine
from smadmin.ui.theme import State
from smadmin.ui.wording import age

_STATES = {
    WishStage.WAITS: State.WAITS,
    WishStage.TAKEN: State.FINE,
    WishStage.DECLINED: State.STOP,
    WishStage.TAKEN_BACK: State.NOTE,
}
_SHOWN_LETTERS = 80


@dataclass(frozen=True)
class Seen:
    """Wished posts as one reading found them.

    Args:
        accounts: for which this person could take one.
        now: UTC.
    """

    wishes: tuple[WishSheet, ...]
    accounts: tuple[Account, ...]
    now: datetime

    def wish(self, key: str) -> WishSheet | None:
        """Give a wish by its id."""
        return next((one for one in self.wishes if one.request.id == key), None)


def read_wishes(office: Office, by: Actor) -> Seen:
    """Read everything (on the store's thread)."""
    return Seen(office.post_requests.all(by), office.posts.may_post(by), office.desk.now)


def rows_of(seen: Seen) -> tuple[ListLine, ...]:
    """Give the lines, in the order in which they were read."""
    return tuple(_row(one, seen.now) for one in seen.wishes)


def stage_said(sheet: WishSheet) -> tuple[State, Message]:
    """Say what became of a wish."""
    if sheet.published:
        return State.FINE, say("wishes.stage-published")
    stage = sheet.request.stage
    return _STATES[stage], say(f"wishes.stage-{stage.value}")


def _row(sheet: WishSheet, now: datetime) -> ListLine:
    request = sheet.request
    state, chip = stage_said(sheet)
    words = " ".join(request.wish.text.split())
    shown = words if len(words) <= _SHOWN_LETTERS else f"{words[: _SHOWN_LETTERS - 1]}…"
    note = say("wishes.row-note", asker=request.wish.asker, age=age(request.at, now))
    return ListLine(request.id, say("wishes.row", words=shown), note, state, chip)
