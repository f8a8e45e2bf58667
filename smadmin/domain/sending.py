"""How a post goes out directly: pure states and decisions. Nothing is sent again before it was looked for.

A publication is *intended*, *sending* while its bytes leave, *looked for* where no answer came, *posted* once
the platform named it, *seen* once it was read back as a visitor. Whatever a computer dies at, what is written
down says whether something may be out there; then the next start looks, or asks a person.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from smadmin.domain.publishers import NOTHING_WENT_OUT, Trouble

SETTLES = timedelta(minutes=3)
"""So long after bytes left a server may still be at them: before that, not finding a post proves nothing."""
LEAVES_WITHIN = timedelta(minutes=10)
"""So long the bytes of one post may be on their way, with all its pictures; then it is broken off."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(hours=1)
"""Between two tries the wait doubles from the first to the longest; a server's own wish keeps within them."""
MOST_TRIES = 6
MOST_LOOKS = 8
"""After so many a person is asked."""
FRESH = timedelta(minutes=1)
"""So old may an answer to *who am I* be when bytes leave (`keys.md`, Before bytes leave)."""


class SendStage(StrEnum):
    """How far a direct publication is."""

    INTENDED = "intended"  # surely nothing of it is out
    SENDING = "sending"  # its bytes leave; found at a start: nobody knows whether they did
    LOOKING = "looking"  # the answer was lost, and it is looked for
    ENTRUSTED = "entrusted"  # the platform's own scheduler has it (`entrusting.py`)
    POSTED = "posted"  # the platform named it
    SEEN = "seen"  # and a visitor read it, or could not
    GIVEN_UP = "given-up"


class Next(StrEnum):
    """What comes next."""

    SEND = "send"
    WAIT = "wait"
    LOOK = "look"
    READ = "read"
    TAKE_BACK = "take-back"  # from the platform's scheduler
    HOLD = "hold"  # until somebody lets it go on
    ASK = "ask"  # a person decides
    DONE = "done"


@dataclass(frozen=True)
class Sending:
    """How far a direct publication is, as it is written down between two steps.

    Args:
        tries: how often its bytes left, or might have.
        looks: how often it was looked for, or read, in vain since.
        began: when its bytes last left, or at the latest may have, UTC; what is entrusted: its time.
        not_before: nothing is done before, UTC.
        trouble: why it isn't further.
    """

    stage: SendStage = SendStage.INTENDED
    tries: int = 0
    looks: int = 0
    began: datetime | None = None
    not_before: datetime | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True)
class Around:
    """What else decides: the present moment, the released window (UTC), and whether everything is held."""

    now: datetime
    opens: datetime
    closes: datetime
    held: bool = False


@dataclass(frozen=True)
class Decision:
    """What comes next, and from when on where that is later."""

    next: Next
    at: datetime | None = None


_FOR_A_PERSON = NOTHING_WENT_OUT - {Trouble.UNREACHABLE}
"""Trouble that the same bytes would meet again."""
_A_NETWORKS = frozenset({Trouble.CERTIFICATE, Trouble.NOT_THE_PLATFORM})
"""What a network says that wants somebody to log in first; the platform itself was never reached."""


def decide(sending: Sending, around: Around) -> Decision:
    """Say what comes next. Looking and reading go on whatever is held: they tell what is out already.

    What a platform's scheduler should have sent is never sent from here after its time: a person is asked.
    """
    match sending.stage:
        case SendStage.SENDING:
            return Decision(Next.LOOK)
        case SendStage.LOOKING:
            return _later(Next.LOOK, sending, around) if sending.looks < MOST_LOOKS else Decision(Next.ASK)
        case SendStage.ENTRUSTED:
            return _entrusted(sending, around)
        case SendStage.POSTED:
            return _later(Next.READ, sending, around)
        case SendStage.INTENDED:
            return _may_send(sending, around)
        case _:
            return Decision(Next.DONE)


def _may_send(sending: Sending, around: Around) -> Decision:
    at = max(around.opens, sending.not_before or around.opens)
    # A computer without a network goes on by itself once it has one: nothing ever left it.
    many = sending.tries >= MOST_TRIES and sending.trouble is not Trouble.UNREACHABLE
    spent = many or sending.trouble in _FOR_A_PERSON
    if spent or around.now > around.closes or at > around.closes:
        return Decision(Next.ASK)  # what was missed never goes out late by itself
    if around.held:
        return Decision(Next.HOLD)
    return Decision(Next.SEND) if around.now >= at else Decision(Next.WAIT, at)


def _entrusted(sending: Sending, around: Around) -> Decision:
    if around.now < around.opens:
        return Decision(Next.WAIT, around.opens)
    return _later(Next.LOOK, sending, around) if sending.looks < MOST_LOOKS else Decision(Next.ASK)


def _later(step: Next, sending: Sending, around: Around) -> Decision:
    at = sending.not_before
    # Nothing waits longer: what was written down further ahead was so by a clock that was wrong.
    due = at is None or not timedelta() < at - around.now <= LONGEST_WAIT
    return Decision(step) if due else Decision(Next.WAIT, at)


def hindered(sending: Sending, trouble: Trouble, now: datetime, wish: timedelta | None = None) -> Sending:
    """Give it after the platform didn't say who one is, so that none of its bytes left.

    Where something else answered in its place it was as good as out of reach: that passes by itself.

    Args:
        sending: before.
        trouble: what went wrong.
        now: when, UTC.
        wish: how long the server wants to be left alone.

    Raises:
        ValueError: unless surely nothing of it is out.
    """
    _require(sending, frozenset({SendStage.INTENDED}))
    tries, trouble = sending.tries + 1, Trouble.UNREACHABLE if trouble in _A_NETWORKS else trouble
    return replace(sending, tries=tries, not_before=now + backoff(tries, wish), trouble=trouble)


def begun(sending: Sending, now: datetime) -> Sending:
    """Give it as it stands while its bytes leave.

    Raises:
        ValueError: unless surely nothing of it is out.
    """
    _require(sending, frozenset({SendStage.INTENDED}))
    return Sending(SendStage.SENDING, sending.tries + 1, 0, now)


def taken(sending: Sending) -> Sending:
    """Give it once the platform named the post: as the answer to its bytes, or because it was found.

    Raises:
        ValueError: unless it was sent.
    """
    _require(sending, _SOUGHT)
    return replace(sending, stage=SendStage.POSTED, looks=0, not_before=None, trouble=None)


def failed(sending: Sending, trouble: Trouble, now: datetime, wish: timedelta | None = None) -> Sending:
    """Give it after its bytes left and something went wrong.

    Args:
        sending: before.
        trouble: what went wrong.
        now: when, UTC.
        wish: how long the server wants to be left alone.

    Raises:
        ValueError: unless it was sent.
    """
    _require(sending, _SOUGHT)
    wait = backoff(sending.tries, wish)
    if trouble in NOTHING_WENT_OUT:
        return replace(sending, stage=SendStage.INTENDED, not_before=now + wait, trouble=trouble)
    # Whoever was told to come later is believed, and still looks first: it may have been taken all the same.
    at = now + wait if trouble is Trouble.BUSY else now
    # It began minutes ago perhaps; the last of its calls left only now.
    return replace(sending, stage=SendStage.LOOKING, began=now, not_before=at, trouble=trouble)


def absent(sending: Sending, now: datetime) -> Sending:
    """Give it after a look that didn't find it: not out only once the server must be done with it.

    Raises:
        ValueError: unless it was sent.
    """
    _require(sending, _SOUGHT)
    if sending.stage is SendStage.ENTRUSTED:
        return unseen(sending, Trouble.LOST, now)
    sending = _unanswered(sending, now)
    settled = (sending.began or now) + SETTLES
    trouble = sending.trouble or Trouble.LOST
    if now >= settled:
        at = now + backoff(sending.tries)
        return replace(sending, stage=SendStage.INTENDED, looks=0, not_before=at, trouble=trouble)
    part = timedelta(seconds=(settled - now) // timedelta(seconds=_LOOKS_AHEAD))
    at = min(now + max(FIRST_WAIT, part), settled)
    return replace(sending, not_before=at, trouble=trouble)


def unseen(sending: Sending, trouble: Trouble, now: datetime, wish: timedelta | None = None) -> Sending:
    """Give it after a look, or a reading, that nobody answered.

    Raises:
        ValueError: unless it was sent.
    """
    _require(sending, _SOUGHT | _OUT)
    # Before its time nobody looks for what a platform's scheduler has: that was a try to take it back.
    looks = sending.looks + (sending.stage is not SendStage.ENTRUSTED or now >= (sending.began or now))
    sending = _unanswered(sending, now)
    later = replace(sending, looks=looks, not_before=now + backoff(looks, wish), trouble=trouble)
    if sending.stage in _SOUGHT:
        return later
    return replace(later, stage=SendStage.SEEN) if looks >= MOST_LOOKS else later


def read(sending: Sending) -> Sending:
    """Give it once a visitor read it.

    Raises:
        ValueError: unless the platform named it.
    """
    _require(sending, _OUT | {SendStage.SEEN})  # also once more, when what hid it was put right
    return replace(sending, stage=SendStage.SEEN, looks=0, not_before=None, trouble=None)


def gone_on(sending: Sending) -> Sending:
    """Give it once a person put right what was wrong, or wants it looked for again.

    Raises:
        ValueError: where nothing waits for a person.
    """
    _require(sending, frozenset({SendStage.INTENDED, SendStage.LOOKING, SendStage.ENTRUSTED}))
    if sending.stage is SendStage.INTENDED:
        return Sending()
    return replace(sending, looks=0, not_before=None)


def given_up(sending: Sending) -> Sending:
    """Give it as given up.

    Raises:
        ValueError: unless surely nothing of it is out.
    """
    _require(sending, frozenset({SendStage.INTENDED}))
    return replace(sending, stage=SendStage.GIVEN_UP)


def _unanswered(sending: Sending, now: datetime) -> Sending:
    """Give one whose bytes left, and nobody wrote what came of them, as one that is looked for.

    Its computer died, or it is at it still: until it must have broken off, more of it may leave.
    """
    if sending.stage is not SendStage.SENDING:
        return sending
    last = max(now, (sending.began or now) + LEAVES_WITHIN)
    return replace(sending, stage=SendStage.LOOKING, began=last)


def backoff(tries: int, wish: timedelta | None = None) -> timedelta:
    """Give how long is waited after so many tries; a server's wish counts where it is the longer one."""
    own = min(FIRST_WAIT * (1 << min(max(tries - 1, 0), _DOUBLINGS)), LONGEST_WAIT)
    return min(max(own, wish or own), LONGEST_WAIT)


def _require(sending: Sending, stages: frozenset[SendStage]) -> None:
    if sending.stage not in stages:
        raise ValueError(sending.stage)


_DOUBLINGS = 16
_LOOKS_AHEAD = 4
"""Such a part of what is left to wait lies between two looks: a dozen in all, also over many minutes."""
_SOUGHT = frozenset({SendStage.SENDING, SendStage.LOOKING, SendStage.ENTRUSTED})
_OUT = frozenset({SendStage.POSTED})
