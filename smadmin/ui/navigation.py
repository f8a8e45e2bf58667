"""Which screens stand in the side bar for whom, under which number. Pure, no Qt.

A screen keeps its number in every role, so that Ctrl+3 is Photos on every shared computer.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE, Role

ICONS: Mapping[str, str] = {
    "today": "house",
    "compose": "pencil-line",
    "photos": "images",
    "approvals": "badge-check",
    "plan": "calendar-days",
    "comments": "message-square",
    "students": "graduation-cap",
    "accounts": "at-sign",
    "records": "scroll-text",
    "school": "school",
    "people": "id-card",
    "sites": "eye",
}
"""Every screen in the order of its number, with its icon."""

_WITH_NUMBERS = 10

FIRST_HAND: Mapping[Role, tuple[str, ...]] = {
    Role.ADMINISTRATOR: ("today", "compose", "photos", "plan", "students"),
    Role.REVIEWER: ("today", "approvals"),
    Role.PRINCIPAL: ("today", "plan"),
    Role.DEPUTY: ("today", "approvals", "plan"),
    Role.COMMUNICATIONS: ("today", "approvals", "plan", "accounts"),
}
"""What each role uses daily (product.md); the rest stands under *More*."""


@dataclass(frozen=True)
class Entry:
    """A screen in the side bar. `waiting` is how many things wait there, 0 for none."""

    name: str
    title: Message
    icon: str
    number: int
    waiting: int = 0

    @property
    def shortcut(self) -> str:
        """Its keys, as Qt writes them."""
        return keys_of(self.name)


@dataclass(frozen=True)
class Navigation:
    """The side bar: daily screens, those under *More*, and the open one."""

    daily: tuple[Entry, ...] = ()
    more: tuple[Entry, ...] = ()
    current: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, daily ones first."""
        return self.daily + self.more

    @property
    def waiting_under_more(self) -> int:
        """How many things wait on screens that are folded away."""
        return sum(entry.waiting for entry in self.more)


def keys_of(name: str) -> str:
    """Give a screen's keys, as Qt writes them; the tenth has the 0, those after it a Shift."""
    place = list(ICONS).index(name)
    return f"Ctrl+{'Shift+' if place >= _WITH_NUMBERS else ''}{(place + 1) % 10}"


def navigation_for(
    roles: Collection[Role],
    *,
    available: Collection[str],
    waiting: Mapping[str, int],
    current: str = "",
    confined_to: Collection[str] | None = None,
) -> Navigation:
    """Arrange the screens for somebody.

    Args:
        roles: what the person may do today; several are added up, none sees *Today* only.
        available: names of the screens that the frame has.
        waiting: how many things wait, by screen.
        current: the open screen.
        confined_to: the only ones for a second person in the chair, where none is folded away.
    """
    first = {"today"} | {name for role in roles for name in FIRST_HAND[role]}
    entries = [
        Entry(name, say(f"shell.screen-{name}"), icon, number, waiting.get(name, 0))
        for number, (name, icon) in enumerate(ICONS.items(), start=1)
        if name in available and (confined_to is None or name in confined_to)
    ]
    if confined_to is not None:
        return Navigation(tuple(entries), (), current)
    daily = tuple(entry for entry in entries if entry.name in first)
    more = tuple(entry for entry in entries if entry.name not in first) if roles else ()
    return Navigation(daily, more, current)


def confined_to(roles: Collection[Role]) -> frozenset[str]:
    """Name the screens that a second person in the chair sees: the review and its release.

    The principal and the deputy also see the plan: their signature under a week lets others release, and on
    one computer they give it from the chair. So it is with the texts of notices, which they sign in advance.
    They and communications say yes to accounts, and Today tells them what waits for them (decision 4).
    At somebody's own computer everybody says first why they are there (BAL-B1g2); the page for staff comes
    after the work (BAL-F1).
    """
    seen = {"photos", "approvals", "computer", "staff-page"}
    if OFFICE & set(roles):
        seen |= {"plan", "notices"}
    if (OFFICE | {Role.COMMUNICATIONS}) & set(roles):
        seen |= {"today", "accounts"}
    return frozenset(seen)
