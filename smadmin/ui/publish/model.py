"""A post on its way out: exactly what is out and what isn't, which account is next, and what was left open.

Pure, no Qt.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PERHAPS_OUT
from smadmin.domain.publishers import Difference
from smadmin.services.held import photo_of
from smadmin.services.outgoing import Begun, Going, Lane
from smadmin.ui.publish.entrust_said import is_entrusted
from smadmin.ui.publish.lane import LaneModel, Step
from smadmin.ui.theme import State
from smadmin.ui.wording import age

_WORDS_SHOWN = 60


@dataclass(frozen=True)
class PublishModel:
    """The post and all its lanes.

    Args:
        title: how the post begins.
        progress: exactly what is out and what isn't.
        done: whether it is out on all accounts.
        cadence: per account how long it is on time now.
        current: the lane that is open; None where nothing is left to do.
        held_photo: the first photo that keeps it from going out.
        corrects: which post it corrects, where it is a correction.
    """

    post: PostId
    title: str
    lanes: tuple[LaneModel, ...]
    progress: tuple[tuple[State, Message], ...]
    released: Message | None
    done: bool
    cadence: tuple[Message, ...]
    current: int | None
    held_photo: str | None = None
    corrects: Message | None = None


def publish_model(
    going: Going,
    lanes: Sequence[LaneModel],
    *,
    wanted: str | None,
    gone: Collection[AccountId] = (),
    corrects: str = "",
) -> PublishModel:
    """Word the post.

    Args:
        going: what the store knows.
        lanes: its lanes, worded.
        wanted: the account that the person opened, or None.
        gone: the accounts from which it was taken down again.
        corrects: how the post begins that it corrects; empty where it is none.
    """
    out = [one for one in lanes if one.step is Step.OUT]
    open_ones = [number for number, one in enumerate(lanes) if one.step is not Step.OUT]
    asked = next((n for n in open_ones if lanes[n].account.id == wanted), None)
    begun = next((n for n in open_ones if lanes[n].step is Step.CARRY), None)
    workable = next((n for n in open_ones if lanes[n].step is Step.IDENTIFY), None)
    current = next((n for n in (asked, begun, workable, *open_ones) if n is not None), None)
    done = bool(lanes) and len(out) == len(lanes)
    released, held = None, going.held and not done
    stands = going.draft.stage is PostStage.RELEASED  # it was, of one that is taken down everywhere
    if not held and stands and going.released_by and going.closes is not None:
        released = say("publishui.released", name=going.released_by, until=going.closes)
    stop = ((State.STOP, say("publishui.held")),) if held else ()
    return PublishModel(
        post=going.draft.id,
        title=shortened(going.draft.content.text),
        lanes=tuple(lanes),
        progress=(*stop, *_progress(lanes, out, gone)),
        released=released,
        done=done,
        cadence=tuple(
            _cadence(one.lane) for one in out if one.account.id not in gone and not _is_hidden(one)
        ),
        current=current,
        held_photo=photo_of(going.held) if held else None,
        corrects=say("afterui.corrects", words=corrects) if corrects else None,
    )


@dataclass(frozen=True)
class BegunRow:
    """Something begun at an earlier start, or by somebody else, that nobody ended."""

    post: PostId
    said: Message
    note: Message


def begun_rows(begun: Sequence[Begun], *, but: PostId | None, now: datetime) -> tuple[BegunRow, ...]:
    """Word what was left open, one row a post.

    Args:
        begun: from `Outgoing.unfinished`.
        but: the post that is open on the screen anyway.
        now: UTC, from the clock.
    """
    first: dict[PostId, Begun] = {}
    for one in begun:
        if one.post != but and (one.queued_at is None or one.stays):  # what is scheduled needs nobody
            first.setdefault(one.post, one)
    return tuple(_begun_row(one, now) for one in first.values())


def shortened(text: str) -> str:
    """Give the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[:_WORDS_SHOWN].rstrip()}…"


def _begun_row(one: Begun, now: datetime) -> BegunRow:
    platform = PLATFORM_NAMES[one.account.platform]
    ago = say("shell.just-now") if one.began is None else age(one.began, now)
    words = shortened(one.words)
    if one.mine:
        said = say("publishui.you-began", words=words, platform=platform, ago=ago)
    else:
        said = say("publishui.somebody-began", name=one.by, words=words, platform=platform, ago=ago)
    if one.queued_at is not None:
        return BegunRow(one.post, said, say("queue.begun-kept", at=one.queued_at))
    if one.sending:
        return BegunRow(one.post, said, say("directui.is-looked-for"))
    return BegunRow(
        one.post, said, say("publishui.is-it-out" if one.handed_out else "publishui.not-handed-out")
    )


def _progress(
    lanes: Sequence[LaneModel], all_out: Sequence[LaneModel], gone: Collection[AccountId]
) -> tuple[tuple[State, Message], ...]:
    """Say what is out, what was handed out and may be, what was taken down, and what certainly isn't out."""
    removed = [one for one in all_out if one.account.id in gone]
    hidden = [one for one in all_out if one not in removed and _is_hidden(one)]
    out = [one for one in all_out if one not in removed and one not in hidden]
    taken_down = ((State.NOTE, say("afterui.gone-from", accounts=_names(removed))),) if removed else ()
    if lanes and len(out) == len(lanes):
        return ((State.FINE, say("publishui.all-out", n=len(out))),)
    left = [one for one in lanes if one not in all_out and _left(one)]
    unknown = [one for one in left if one.direct is None]
    there = [one for one in left if one.direct is not None and is_entrusted(one.lane.standing)]
    sent = [one for one in left if one.direct is not None and one not in there]
    nowhere = [one for one in lanes if one not in all_out and one not in left]
    lines = []
    if out:
        lines.append((State.FINE, say("publishui.out-on", accounts=_names(out))))
    if hidden:
        lines.append((State.STOP, say("publishui.hidden-on", accounts=_names(hidden))))
    if unknown:
        lines.append((State.DOUBT, say("publishui.unknown-on", accounts=_names(unknown))))
    if sent:
        lines.append((State.DOUBT, say("directui.perhaps-on", accounts=_names(sent))))
    if there:
        lines.append((State.WAITS, say("entrust.waits-on", accounts=_names(there))))
    if nowhere:
        lines.append((State.WAITS, say("publishui.not-out-on", accounts=_names(nowhere))))
    return (*lines, *taken_down)


def _is_hidden(lane: LaneModel) -> bool:
    publication = lane.lane.publication
    return publication is not None and Difference.HIDDEN in publication.differs


def _left(lane: LaneModel) -> bool:
    """Tell whether words and pictures left the program for this account."""
    publication = lane.lane.publication
    return publication is not None and publication.step in PERHAPS_OUT


def _names(lanes: Sequence[LaneModel]) -> tuple[Message, ...]:
    return tuple(
        say(
            "publishui.account",
            platform=PLATFORM_NAMES[one.account.platform],
            handle=one.account.at_handle,
        )
        for one in lanes
    )


def _cadence(lane: Lane) -> Message:
    said = {"platform": PLATFORM_NAMES[lane.account.platform], "handle": lane.account.at_handle}
    if lane.cadence is None or lane.cadence.due_on is None:
        return say("publishui.resting", **said)
    return say("publishui.on-time-until", until=lane.cadence.due_on, **said)
