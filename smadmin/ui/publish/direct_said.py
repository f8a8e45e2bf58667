"""How a post stands that the program sends itself, in whole sentences. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.accounts import PLATFORM_NAMES, Platform
from smadmin.domain.messages import Message, say
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import NOTHING_WENT_OUT, Difference, Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.services.outgoing import Lane
from smadmin.services.ready import Standing
from smadmin.ui.publish.as_out import AsOut
from smadmin.ui.publish.entrust_said import entrusted_said, hands_over_said, is_entrusted
from smadmin.ui.publish.queue_said import QueueModel, queue_said, waits_in_queue
from smadmin.ui.theme import State


@dataclass(frozen=True)
class DirectModel:
    """What a card says of it.

    Args:
        said: how it stands, each with its state.
        by_hand: whether it may be posted by hand instead.
        queue: what is offered of going out by itself at a time; None for nothing.
        renew: whether the platform doesn't accept the log-in any more.
        shows: what goes out, as its readers see it; None once it is out.
    """

    said: tuple[tuple[State, Message], ...]
    by_hand: bool = False
    queue: QueueModel | None = None
    renew: bool = False
    shows: AsOut | None = None

    @property
    def queued(self) -> bool:
        """Tell whether it goes out by itself, and can be taken out."""
        return self.queue is not None and self.queue.may_take_out


def said_of(lane: Lane, standing: Standing | None, *, busy: bool) -> tuple[tuple[State, Message], ...]:
    """Say how it stands in whole sentences."""
    if standing is not None and waits_in_queue(standing) and not busy:
        said = hands_over_said(lane, standing) or queue_said(standing)
        return (*_trouble(lane, standing.sending.trouble), *said)
    if standing is not None and is_entrusted(standing):
        return (*_lost_said(lane, standing.sending.trouble), *entrusted_said(lane, standing))
    if standing is None or standing.sending.stage is SendStage.INTENDED:
        return _before(lane, standing, busy=busy)
    sending, publication = standing.sending, lane.publication
    if sending.stage in {SendStage.SENDING, SendStage.LOOKING}:
        if busy and not is_lost(standing):
            return ((State.WAITS, say("directui.said-sending")),)
        return (*_lost_said(lane, sending.trouble), (State.DOUBT, say("directui.said-looking")))
    if sending.stage is SendStage.POSTED:
        return ((State.WAITS, say("directui.said-reading")),)
    if publication is None or not publication.differs:
        unread = sending.trouble is not None
        return ((State.DOUBT, say("directui.said-unread")),) if unread else ((State.FINE, _SEEN),)
    found = ((State.DOUBT, say(f"directui.differs-{one.value}")) for one in publication.differs)
    return (*found, *_why_hidden(lane, publication), (State.NOTE, say("directui.differs-do")))


def _why_hidden(lane: Lane, publication: Publication) -> tuple[tuple[State, Message], ...]:
    """Say what keeps visitors from a post on a platform that has a reason of its own for it."""
    hidden = lane.account.platform is Platform.FACEBOOK and Difference.HIDDEN in publication.differs
    return ((State.NOTE, say("directui.hidden-facebook")),) if hidden else ()


def wants_renewal(standing: Standing | None) -> bool:
    """Tell whether the platform refused the log-in, so that a new one comes before anything else."""
    out = {SendStage.SEEN, SendStage.GIVEN_UP}
    return (
        standing is not None
        and standing.sending.trouble is Trouble.REFUSED
        and standing.sending.stage not in out
    )


def no_time(lane: Lane, standing: Standing | None) -> tuple[tuple[State, Message], ...]:
    """Say why no time is offered, where the log-in is known not to work and that isn't said already."""
    past = standing is not None and standing.sending.stage is not SendStage.INTENDED
    told = past or wants_renewal(standing)
    return () if told else tuple((State.STOP, one.message) for one in lane.no_token)


def _before(lane: Lane, standing: Standing | None, *, busy: bool) -> tuple[tuple[State, Message], ...]:
    who = None if lane.connection is None else lane.connection.who
    if busy:
        return ((State.WAITS, say("directui.said-checking")),)
    trouble = () if standing is None else _trouble(lane, standing.sending.trouble)
    if standing is not None and standing.decision.next is Next.WAIT and standing.decision.at is not None:
        return (*trouble, (State.WAITS, say("directui.said-again", at=standing.decision.at)))
    if standing is not None and standing.decision.next is Next.ASK and not trouble:
        return ((State.DOUBT, say("directui.said-too-late")),)
    if trouble or who is None:
        return (*trouble, (State.NOTE, say("directui.said-nothing-out"))) if trouble else ()
    return ((State.NOTE, say("directui.said-ready", handle=who.handle, name=who.name or who.handle)),)


def _lost_said(lane: Lane, trouble: Trouble | None) -> tuple[tuple[State, Message], ...]:
    """Say what keeps it from being found; that nothing was sent is told of the look then, not of the post."""
    if trouble in NOTHING_WENT_OUT:
        platform = PLATFORM_NAMES[lane.account.platform]
        return (
            (State.DOUBT, say("directui.said-no-answer", platform=platform)),
            *_trouble(lane, trouble)[1:],
        )
    return _trouble(lane, trouble)


def _trouble(lane: Lane, trouble: Trouble | None) -> tuple[tuple[State, Message], ...]:
    if trouble is None:
        return ()
    host = PLATFORM_NAMES[lane.account.platform]
    return (
        (State.DOUBT, say(f"publishers.{trouble.value}", host=host)),
        (State.NOTE, say(f"publishers.{trouble.value}-remedy")),
    )


def is_lost(standing: Standing | None) -> bool:
    """Tell whether an answer was lost, so that it is looked for."""
    return standing is not None and standing.sending.stage is SendStage.LOOKING


_SEEN = say("directui.said-seen")
