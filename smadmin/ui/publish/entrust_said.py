"""A post that waits at the platform's own scheduler, in whole sentences. Pure, no Qt."""

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.entrusting import RECALLED
from smadmin.domain.messages import Message, say
from smadmin.domain.sending import Next, SendStage
from smadmin.services.outgoing import Lane
from smadmin.services.ready import Standing
from smadmin.ui.theme import State


def is_entrusted(standing: Standing | None) -> bool:
    """Tell whether the platform's own scheduler has it."""
    return standing is not None and standing.sending.stage is SendStage.ENTRUSTED


def may_ask_back(lane: Lane) -> bool:
    """Tell whether it can be asked back, and nobody did."""
    standing = lane.standing
    asked = standing is not None and any(one.message == RECALLED for one in standing.kept_here)
    alone = standing is not None and bool(standing.alone_at)
    return is_entrusted(standing) and lane.may_end and not asked and not alone


def chip_of(lane: Lane, standing: Standing) -> tuple[State, Message]:
    """Give the chip of such a card."""
    if standing.kept_here:
        return State.STOP, say("entrust.chip-alone" if standing.alone_at else "entrust.chip-back")
    return State.WAITS, say("entrust.chip", platform=PLATFORM_NAMES[lane.account.platform])


def entrusted_said(lane: Lane, standing: Standing) -> tuple[tuple[State, Message], ...]:
    """Say how it stands there."""
    queued, platform = standing.queued, PLATFORM_NAMES[lane.account.platform]
    if queued is None:
        return ()
    if standing.alone_at and standing.decision.next is not Next.ASK:
        told = say("entrust.said-alone", platform=platform, at=queued.at)
        return (State.STOP, told), (State.NOTE, say("entrust.alone-at", address=standing.alone_at))
    if standing.kept_here and standing.decision.next is not Next.ASK:
        back = (State.STOP, say("entrust.said-back", platform=platform, at=queued.at))
        return (back, *((State.STOP, one.message) for one in standing.kept_here))
    if standing.decision.next is Next.ASK:
        return ((State.DOUBT, say("entrust.said-missed", platform=platform, at=queued.at)),)
    at = standing.decision.at
    if at is not None and at > queued.at:
        return ((State.WAITS, say("entrust.said-looking", platform=platform, at=queued.at)),)
    return (
        (State.WAITS, say("entrust.said", platform=platform, at=queued.at)),
        (State.NOTE, say("entrust.change-first", platform=platform)),
    )


def hands_over_said(lane: Lane, standing: Standing) -> tuple[tuple[State, Message], ...]:
    """Say of a queued post that it is handed over next, or isn't any more; nothing where it waits here."""
    queued, platform = standing.queued, PLATFORM_NAMES[lane.account.platform]
    if queued is None or queued.handed_until is None:
        return ()
    if standing.kept_here and standing.sending.tries:
        back = (State.NOTE, say("entrust.said-not-there", platform=platform))
        return (back, *((State.STOP, one.message) for one in standing.kept_here))
    if standing.decision.next is not Next.WAIT:
        return ()
    return ((State.WAITS, say("entrust.said-goes", platform=platform, at=queued.at)),)
