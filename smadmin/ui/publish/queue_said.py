"""A post that goes out by itself, in whole sentences, and the time that is offered for one. Pure, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.messages import Message, say
from smadmin.domain.sending import Next, SendStage
from smadmin.services.outgoing import Lane
from smadmin.services.ready import Standing
from smadmin.ui.publish.entrust_said import is_entrusted, may_ask_back
from smadmin.ui.theme import State

_AHEAD = timedelta(minutes=30)
"""Whoever queues a post for the next hour still has so long to take it out again."""


@dataclass(frozen=True)
class QueueModel:
    """What a card offers of it.

    Args:
        offered: the time that is offered, on the school's clock; None where none can be chosen.
        may_take_out: whether it is queued, and can still be taken out.
        platform: whose own scheduler might keep it instead, or does; empty where none can.
        entrusted: whether that has it, so that it is taken back from there.
        stays_here: why that doesn't keep it, whatever time is chosen.
    """

    offered: datetime | None = None
    may_take_out: bool = False
    platform: str = ""
    entrusted: bool = False
    stays_here: tuple[Message, ...] = ()


def waits_in_queue(standing: Standing | None) -> bool:
    """Tell whether it is queued, and surely nothing of it is out."""
    return (
        standing is not None
        and standing.queued is not None
        and (standing.sending.stage is SendStage.INTENDED)
    )


def offered_time(
    lane: Lane, *, now: datetime, closes: datetime | None, local: Callable[[datetime], datetime]
) -> datetime | None:
    """Give the time that is offered: the planned one, else the next full hour that isn't too near.

    Args:
        lane: where it goes out.
        now: UTC.
        closes: until when the release holds, UTC.
        local: gives the school's own time.
    """
    here = local(now + _AHEAD)
    hour = here.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    at = lane.planned if lane.planned is not None and lane.planned > now + _AHEAD else hour
    return None if closes is None or at > closes or lane.no_token else local(at)


def queue_model(lane: Lane, standing: Standing | None, offered: datetime | None) -> QueueModel | None:
    """Word what is offered; None where nothing is."""
    platform = PLATFORM_NAMES[lane.account.platform] if lane.entrusts else ""
    if is_entrusted(standing):
        back = QueueModel(may_take_out=True, platform=platform, entrusted=True)
        return back if may_ask_back(lane) else None
    queued, stays_here = waits_in_queue(standing), tuple(one.message for one in lane.stays_here)
    if queued:
        anew = standing is not None and standing.decision.next in {Next.ASK, Next.HOLD}
        again = offered if anew else None
        model = QueueModel(again, may_take_out=True, platform=platform, stays_here=stays_here)
        return model if lane.may_end else None
    untouched = standing is None or standing.sending.stage is SendStage.INTENDED
    begun_by_others = lane.publication is not None and not lane.may_end
    if not untouched or begun_by_others or offered is None:
        return None
    return QueueModel(offered, platform=platform, stays_here=stays_here)


def queue_said(standing: Standing) -> tuple[tuple[State, Message], ...]:
    """Say how a queued post stands."""
    queued, comes = standing.queued, standing.decision.next
    if queued is None:
        return ()
    why = tuple((State.STOP, one.message) for one in standing.kept_here)
    change = (State.NOTE, say("queue.change-first"))
    if comes is Next.ASK:
        return ((State.DOUBT, say("queue.said-missed", at=queued.at)), *why)
    if comes is Next.HOLD and why:
        return ((State.STOP, say("queue.said-changed", at=queued.at)), *why)
    if comes is Next.HOLD:
        return ((State.STOP, say("queue.said-held")), change)
    at = standing.decision.at
    if at is not None and at > queued.at:
        return ((State.WAITS, say("queue.said-due")),)
    return ((State.WAITS, say("queue.said", at=queued.at)), change)
