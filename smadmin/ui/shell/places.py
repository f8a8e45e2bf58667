"""Where each person left off, so that the window shows it again after a lock or somebody else's turn.

Kept in memory: names of widgets, numbers, and ids, which are random. Nothing that was typed (`returning`).
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.ids import PersonId
from smadmin.ui.frame import Frame
from smadmin.ui.place import Place
from smadmin.ui.surroundings import Surroundings

STILL_THERE = timedelta(hours=4)
"""Whoever comes back later begins at Today: another half of the day, other things wait."""


_AT_THE_DOOR = frozenset({"newcomer", "staff-page"})
_THING = re.compile(r"[0-9a-f-]{36}|\d{4}-\d\d-\d\d")
"""An id or a day; other subjects ask for something to be begun, which isn't begun twice."""


@dataclass(frozen=True)
class LeftOff:
    """A screen, what it showed, and where on it somebody was."""

    screen: str
    subject: str
    place: Place
    at: datetime


class Places:
    """Where people left off. Asked and told on the window's thread."""

    def __init__(self, frame: Frame, around: Surroundings) -> None:
        """Know of nobody yet."""
        self._frame, self._around = frame, around
        self._left: dict[PersonId, LeftOff] = {}

    def leave(self) -> None:
        """Remember where who acts is now; a second person's turn leaves the first one's place as it was."""
        acting, seen, name = self._around.acting, self._frame.seen, self._frame.current
        if name in _AT_THE_DOOR:
            return  # where they were before somebody new came, or the page for staff, is their place
        if acting is not None and seen is not None and not self._around.office.session.confined:
            shown = seen.subject if _THING.fullmatch(seen.subject) else ""
            left = LeftOff(name, shown, Place.of(seen), self._around.now)
            self._left[acting.person.id] = left

    def come_back(self, person: PersonId) -> None:
        """Show somebody what they left off at; Today where that is long ago or isn't there any more."""
        left, now = self._left.pop(person, None), self._around.now
        fresh = left is not None and timedelta(0) <= now - left.at <= STILL_THERE
        if left is None or not fresh or not self._frame.has_screen(left.screen):
            self._around.doors.open("today")
            return
        self._around.doors.open(left.screen, left.subject or None)
        if self._frame.seen is not None:
            self._frame.seen.come_back(left.place)
