"""A week's question, as it goes and as it came: whether it can be read, who asks it, and what it holds."""

from datetime import datetime, timedelta

from smadmin.domain.errors import BadInput, KnownError, Reason
from smadmin.domain.ids import SlotId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.photos.statement import signed_statement
from smadmin.domain.plan import SignedSlot, monday_of
from smadmin.domain.records import Verifier
from smadmin.domain.week_pictures import PagePicture, pictures_in
from smadmin.domain.week_signing import MOST_POSTS, WAITS, WeekAsked, WeekStatement
from smadmin.services.photos.lookfiles import MOST_HEAD_BYTES, LookFile
from smadmin.services.week_signatures import signed_slots

_CLOCKS_APART = timedelta(days=1)
"""So far apart two computers' clocks may be: one may have another zone set."""


def question_bytes(asked: WeekAsked) -> bytes:
    """Give the bytes of a question that whoever gets it can read again.

    Raises:
        BadInput: if more stands in it than they would read.
    """
    told = asked.to_bytes()
    if len(told) > MOST_HEAD_BYTES or read_question(told) is None:
        raise BadInput(say("weeksign.too-much", most=MOST_POSTS), remedy=say("weeksign.on-paper"))
    return told


def read_question(head: bytes) -> WeekAsked | None:
    """Read a question; None where it isn't one."""
    try:
        return WeekAsked.from_bytes(head)
    except (KeyError, TypeError, ValueError):
        return None


def asked_posts(asked: WeekAsked) -> tuple[SignedSlot, ...]:
    """Give the posts that a question asks about.

    Raises:
        BadInput: if one isn't a post of its week.
    """
    slots = signed_slots([dict(one) for one in asked.slots])
    if len(slots) != len(asked.slots) or any(monday_of(one.day) != asked.monday for one in slots):
        raise not_a_week()
    return slots


def asked_pictures(asked: WeekAsked, file: LookFile) -> tuple[PagePicture, ...]:
    """Give the pictures that came with a question.

    Raises:
        BadInput: if they aren't those that it names.
    """
    try:
        return pictures_in(file.pictures, asked.pictures)
    except ValueError as error:
        raise not_a_week() from error


def require_sender(trust: Trust, asked: WeekAsked, file: LookFile, *, verifier: Verifier) -> Key:
    """Give the key of who asks, who must work here and have signed the question.

    Raises:
        BadInput: if they don't or haven't.
    """
    key = trust.key_alive(asked.key)
    if key is None or key.kind is not KeyKind.PERSON or key.person != asked.sender:
        raise stranger()
    text = signed_statement(file.head)
    if not verifier.verifies(public=key.public, message=text, signature=file.signature):
        raise stranger()
    return key


def clock_reasons(asked: WeekAsked, now: datetime) -> tuple[Reason, ...]:
    """Say that the clock here is behind the one by which it was asked: an answer would be dated before it."""
    sent = asked.ends - WAITS
    if now >= sent - _CLOCKS_APART:
        return ()
    return (Reason(say("weeksign.clocks-apart", here=now.date(), there=sent.date())),)


def strikes_some(said: WeekStatement, posts: frozenset[SlotId]) -> bool:
    """Tell whether what a statement strikes are posts of the week, and not all of them."""
    return frozenset(said.struck) < posts


def not_a_week() -> KnownError:
    """Say that a file isn't a week to approve."""
    return BadInput(say("weeksign.not-a-week"), remedy=say("weeksign.ask-again"))


def stranger() -> BadInput:
    """Say that nobody who works here, as far as this copy knows, signed a file."""
    return BadInput(say("away.stranger"), remedy=say("weeksign.stranger-remedy"))
