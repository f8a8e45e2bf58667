"""A post on an account to which the program posts by itself, as words: how far it is and what comes next.

Pure, no Qt. Whoever would rather post by hand still can, as long as surely nothing of it is out.
"""

from collections.abc import Sequence
from datetime import datetime

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.publications import PublicationStep
from smadmin.domain.sending import Next, SendStage
from smadmin.services.outgoing import Lane
from smadmin.services.ready import Standing
from smadmin.ui.publish.as_out import AsOut
from smadmin.ui.publish.direct_said import DirectModel, is_lost, no_time, said_of, wants_renewal
from smadmin.ui.publish.entrust_said import chip_of, is_entrusted
from smadmin.ui.publish.hand import Act, Hand, Step
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.publish.lookalikes import handles_to_choose
from smadmin.ui.publish.queue_said import queue_model, waits_in_queue
from smadmin.ui.stopped import held_among, hold_of
from smadmin.ui.theme import State


def goes_by_itself(lane: Lane, hand: Hand) -> bool:
    """Tell whether the program sends it, sent it, or might have; by hand where that was chosen in time."""
    publication, standing = lane.publication, lane.standing
    untouched = standing is None or standing.sending.stage is SendStage.INTENDED
    if untouched and (hand.by_hand or lane.connection is None):
        return False
    if publication is None:
        return True
    if publication.sending is not None:
        return publication.step is not PublicationStep.HANDED_OUT
    return untouched and lane.mine and publication.step is PublicationStep.INTENDED


def direct_lane(
    lane: Lane,
    hand: Hand,
    *,
    stopped: Sequence[Reason],
    mixed_by: str,
    busy: bool,
    offered: datetime | None = None,
    shows: AsOut | None = None,
) -> LaneModel:
    """Word such a lane.

    Args:
        lane: what the store knows.
        hand: what the person did.
        stopped: what speaks against it now.
        mixed_by: as for `lane_model`, should it be posted by hand after all.
        busy: whether the program is at it this moment.
        offered: a time at which it can go out by itself, on the school's clock.
        shows: the post as its readers will see it.
    """
    standing = lane.standing
    stage = SendStage.INTENDED if standing is None else standing.sending.stage
    waits, queued = stage is SendStage.INTENDED, waits_in_queue(standing)
    why = (*lane.blockers, *lane.distrusted, *_held(lane), *stopped) if waits and not busy else ()
    step, state, chip = _stands(lane, standing, busy=busy, why=why)
    act = _act(standing, busy=busy) if step is Step.IDENTIFY and not held_among(why) else None
    platform = PLATFORM_NAMES[lane.account.platform]
    return LaneModel(
        lane=lane,
        step=step,
        state=state,
        chip=chip,
        handles=handles_to_choose(lane.account.handle, lane.others, mixed_by=mixed_by),
        hand=hand,
        opened_said=None,
        wrong=None,
        stopped=tuple(dict.fromkeys(one.message for one in hold_of(lane.account, why) or why)),
        pictures=(),
        link_said=None,
        ask_seen=False,
        act=act,
        act_said=None if act is None else say(f"directui.{act.value}", platform=platform),
        missing=why or _too_late(standing),
        direct=DirectModel(
            ()
            if why and standing is None
            else (*said_of(lane, standing, busy=busy), *no_time(lane, standing)),
            by_hand=waits and not busy and not why and not queued and lane.connection is not None,
            renew=not busy and wants_renewal(standing),
            queue=None
            if busy or (why and not queued)
            else queue_model(lane, standing, None if why else offered),
            shows=None if step is Step.OUT else shows,
        ),
    )


def _stands(
    lane: Lane, standing: Standing | None, *, busy: bool, why: tuple[Reason, ...]
) -> tuple[Step, State, Message]:
    """Give where it is, and the chip that says so."""
    stage = SendStage.INTENDED if standing is None else standing.sending.stage
    publication = lane.publication
    if stage in {SendStage.POSTED, SendStage.SEEN}:
        differs = publication is not None and publication.differs
        return Step.OUT, State.DOUBT if differs else State.FINE, _chip("differs" if differs else "out")
    if publication is not None and not lane.may_end:
        return Step.OTHERS, State.WAITS, say("publishui.chip-others", name=lane.by)
    if busy:
        looks = stage in {SendStage.SENDING, SendStage.LOOKING}
        return Step.SENDING, State.WAITS, _chip("looking" if looks and is_lost(standing) else "sending")
    queued = waits_in_queue(standing)
    kept_here = queued and standing is not None and standing.decision.next is Next.HOLD
    if why or kept_here:
        return Step.IDENTIFY, State.STOP, say("publishui.chip-stopped")
    if standing is not None and standing.decision.next is Next.ASK:
        return Step.IDENTIFY, State.STOP, say("queue.chip-missed") if queued else _chip("asks")
    if stage is not SendStage.INTENDED:
        there = standing if is_entrusted(standing) else None
        return _LOOKING if there is None else (Step.SENDING, *chip_of(lane, there))
    if standing is not None and standing.decision.next is Next.WAIT:
        return Step.SENDING, State.WAITS, say("queue.chip") if queued else _chip("waits")
    return Step.IDENTIFY, State.WAITS, _chip("ready")


def _held(lane: Lane) -> tuple[Reason, ...]:
    """Say that the account stands still, where that keeps something from going on that was begun."""
    waits = lane.standing is not None and lane.standing.decision.next is Next.HOLD
    return tuple(one for one in lane.account.blockers() if held_among([one])) if waits else ()


def _too_late(standing: Standing | None) -> tuple[Reason, ...]:
    """Say that no press helps once the released time is over: it needs a new release."""
    asks = standing is not None and standing.decision.next is Next.ASK
    late = asks and standing is not None and standing.sending.trouble is None and standing.queued is None
    return (Reason(say("publications.outside-window")),) if late else ()


def _act(standing: Standing | None, *, busy: bool) -> Act | None:
    if busy:
        return None
    if standing is None:
        return Act.SEND
    if standing.sending.stage is not SendStage.INTENDED:
        return Act.LOOK_AGAIN
    if waits_in_queue(standing):
        return Act.SEND
    return Act.SEND_AGAIN if standing.decision.next is Next.ASK else Act.SEND


def _chip(word: str) -> Message:
    return say(f"directui.chip-{word}")


_LOOKING = (Step.IDENTIFY, State.DOUBT, _chip("looking"))
