"""What a person did at this start for a post on one account, where that is, and what the main button does."""

from dataclasses import dataclass
from enum import Enum

from smadmin.services.laid_out import HandedOut

ANOTHER = "another"
"""Chosen where the page shows none of the handles."""


class Opened(Enum):
    """How a person came to the account's page."""

    NOT_YET = "not-yet"
    BROWSER = "browser"
    PUBLIC_PAGE = "public-page"  # where the account writes isn't known
    NO_BROWSER = "no-browser"
    COPIED = "copied"
    SAMPLE = "sample"
    ALREADY_THERE = "already-there"


@dataclass(frozen=True)
class Hand:
    """What a person did at this start for one account.

    Args:
        opened: whether the page was opened, or its address copied.
        picked: the handle they see there.
        handed: what lies ready, where it was handed out at this start.
        copied: how many of text and descriptions were copied, in their order.
        link: the post's address as typed.
        seen: the handle beside the post, where its address shows none.
        by_hand: whether they post by hand where the program could.
    """

    opened: Opened = Opened.NOT_YET
    picked: str = ""
    handed: HandedOut | None = None
    copied: int = 0
    link: str = ""
    seen: str = ""
    by_hand: bool = False


class Step(Enum):
    """Where a lane is."""

    IDENTIFY = "identify"
    CARRY = "carry"
    SENDING = "sending"  # the program is at it, or waits for the time of its next try
    OUT = "out"
    OTHERS = "others"


class Act(Enum):
    """What the main button does next."""

    OPEN = "open"
    HAND_OUT = "hand-out"
    COPY = "copy"
    CONFIRM = "confirm"
    SEND = "send"
    SEND_AGAIN = "send-again"
    LOOK_AGAIN = "look-again"


SENDS = frozenset({Act.SEND, Act.SEND_AGAIN, Act.LOOK_AGAIN})
"""What the program itself does then."""
