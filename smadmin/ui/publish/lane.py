"""A post on one account as words: what comes next there, and what is missing.

Pure, no Qt. What a person did at this start (`Hand`) stands beside what the store knows (`Lane`); the order
of acts follows from both, so that the main button always does the next one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from smadmin.domain.accounts import PLATFORM_NAMES, Account, same_handle
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo
from smadmin.domain.post_links import LinkAnswer, LinkVerdict
from smadmin.domain.posts import Picture
from smadmin.domain.publications import PublicationStep
from smadmin.services.outgoing import Lane
from smadmin.services.publications import HandedOut
from smadmin.ui.publish.carried import copied_said
from smadmin.ui.publish.lookalikes import handles_to_choose
from smadmin.ui.theme import State

ANOTHER = "another"
"""Chosen where the page shows none of the handles."""

Judge = Callable[[str], LinkVerdict]


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
    """

    opened: Opened = Opened.NOT_YET
    picked: str = ""
    handed: HandedOut | None = None
    copied: int = 0
    link: str = ""
    seen: str = ""


class Step(Enum):
    """Where a lane is."""

    IDENTIFY = "identify"
    CARRY = "carry"
    OUT = "out"
    OTHERS = "others"


class Act(Enum):
    """What the main button does next."""

    OPEN = "open"
    HAND_OUT = "hand-out"
    COPY = "copy"
    CONFIRM = "confirm"


@dataclass(frozen=True)
class PictureWords:
    """A picture and its description. `copied` once the description was on the clipboard."""

    number: int
    alt: str
    photo: Photo | None
    copied: bool


@dataclass(frozen=True)
class LaneModel:
    """A post on one account.

    Args:
        handles: to choose from; the right one is among them, in no place of its own.
        hand: what the person did so far.
        opened_said: where the page is, once it was asked for; None before.
        wrong: what to do where another handle was chosen.
        stopped: why nothing may leave, said on the card.
        link_said: what the pasted address is, with its state; None while the line is empty.
        ask_seen: whether the handle beside the post is asked too.
        act: the next act; None where nothing is left for this person.
        missing: what the next act still needs.
        copied_said: what lies on the clipboard and what to do with it now; None before the first time.
        sample_link: an address to take in the sample school, where nothing is published; else empty.
    """

    lane: Lane
    step: Step
    state: State
    chip: Message
    handles: tuple[str, ...]
    hand: Hand
    opened_said: tuple[State, Message] | None
    wrong: Message | None
    stopped: tuple[Message, ...]
    pictures: tuple[PictureWords, ...]
    link_said: tuple[State, Message] | None
    ask_seen: bool
    act: Act | None
    act_said: Message | None
    missing: tuple[Reason, ...]
    copied_said: Message | None = None
    sample_link: str = ""

    @property
    def account(self) -> Account:
        """Whose lane it is."""
        return self.lane.account

    @property
    def may_give_up(self) -> bool:
        """Tell whether it was begun and this person may end it."""
        return self.step is not Step.OUT and self.lane.publication is not None and self.lane.may_end

    @property
    def turns(self) -> tuple[str, ...]:
        """What comes onto the clipboard in turn: the words, then each description."""
        return (self.lane.text, *(one.alt for one in self.pictures))


def lane_model(
    lane: Lane,
    hand: Hand,
    *,
    pictures: Sequence[tuple[Picture, Photo | None]],
    judge: Judge,
    mixed_by: str,
    stopped: tuple[Reason, ...] = (),
    sample_link: str = "",
) -> LaneModel:
    """Word a lane.

    Args:
        lane: what the store knows.
        hand: what the person did.
        pictures: of the post, in its order.
        judge: judges a pasted address for this account.
        mixed_by: what the order of the handles follows from, another for each post.
        stopped: what speaks against it now.
        sample_link: an address to take in the sample school.
    """
    step, platform = _step(lane), PLATFORM_NAMES[lane.account.platform]
    words = tuple(
        PictureWords(number, one.alt, photo, copied=hand.copied > number)
        for number, (one, photo) in enumerate(pictures, 1)
    )
    verdict = judge(hand.link) if hand.link.strip() else None
    why = (*lane.blockers, *lane.distrusted, *stopped) if step is Step.IDENTIFY else ()
    if step is Step.OTHERS:
        return State.WAITS, say("publishui.chip-others", name=lane.by)
    if stopped:
        return State.STOP, say("publishui.chip-stopped")
    if step is not Step.CARRY:
        return State.WAITS, say("publishui.chip-waits")
    if verdict is not None and not missing:
        return State.WAITS, say("publishui.chip-to-confirm")
    if verdict is not None and verdict.answer is LinkAnswer.CANT_TELL:
        return State.WAITS, say("publishui.chip-which-handle")
    return State.DOUBT, say("publishui.chip-handed-out")


def _act_said(act: Act | None, lane: Lane, hand: Hand, pictures: int) -> Message | None:
    platform = PLATFORM_NAMES[lane.account.platform]
    if act is None:
        return None
    if act is Act.OPEN:
        return say("publishui.act-open", platform=platform)
    if act is Act.HAND_OUT:
        return say("publishui.act-hand-out-pictures" if pictures else "publishui.act-hand-out")
    if act is Act.COPY and hand.copied == 0:
        return say("publishui.act-copy-text")
    if act is Act.COPY:
        return say("publishui.act-copy-alt", number=hand.copied, count=pictures)
    return say("publishui.act-confirm", platform=platform)
