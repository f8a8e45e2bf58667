"""What the small window beside the browser says of the open account, and whether it can stay on top.

Pure, no Qt. It shows the lane of *Publish* in few words and decides nothing itself.
"""

from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.ui.publish.hand import Act, Opened, Step
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.theme import State

_BESIDE = frozenset({Opened.BROWSER, Opened.PUBLIC_PAGE})
"""A browser has come, so there is something to stay beside."""


@dataclass(frozen=True)
class SideModel:
    """The small window of one account.

    Args:
        lines: what stands above everything: why nothing may be posted, who else was seen.
        identify: whether the handle is asked that the page shows.
        carry: whether words and pictures are carried over; never while something holds them.
        where: whether the post's address is asked.
        copied: what lies on the clipboard.
        coming: the words that the next press copies; empty where it copies none.
        next_said: the main button's words; None where nothing can be pressed.
        missing: what the main button still needs.
    """

    lines: tuple[tuple[State, Message], ...]
    identify: bool
    carry: bool
    where: bool
    copied: Message | None
    coming: str
    next_said: Message | None
    missing: tuple[Reason, ...]


def side_model(lane: LaneModel) -> SideModel | None:
    """Word the small window; None where no person carries this account's post over."""
    if lane.direct is not None or lane.step not in {Step.IDENTIFY, Step.CARRY}:
        return None
    stopped = tuple((State.STOP, one) for one in lane.stopped)
    wrong = () if lane.wrong is None else ((State.STOP, lane.wrong),)
    carrying = lane.step is Step.CARRY
    coming = lane.turns[lane.hand.copied] if lane.act is Act.COPY else ""
    return SideModel(
        lines=(*stopped, *(() if stopped else wrong)),
        identify=not carrying and not stopped,
        carry=carrying and not stopped,
        where=carrying,
        copied=lane.copied_said if carrying and not stopped else None,
        coming=coming,
        next_said=lane.act_said,
        missing=lane.missing[:1],
    )


def comes_up(before: Opened, now: Opened) -> bool:
    """Tell whether the window comes by itself: a browser has just been opened."""
    return before is not now and now in _BESIDE


def on_top_said(platform: str) -> Message | None:
    """Say that the desktop doesn't keep a window on top; None where it does.

    Args:
        platform: Qt's name of the window system. Wayland (xdg-shell) knows no such wish.
    """
    return say("publishui.side-not-on-top") if platform.startswith("wayland") else None
