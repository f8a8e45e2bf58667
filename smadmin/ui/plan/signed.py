"""A week's signature in words: who signed, what it doesn't cover, what was signed otherwise. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import SignedSlot, Slot
from smadmin.domain.records import grouped
from smadmin.services.week import WeekView
from smadmin.services.week_changes import Gone
from smadmin.services.week_given import Signature
from smadmin.ui.stages import weekday
from smadmin.ui.theme import State

_GONE_LINES = 5


@dataclass(frozen=True)
class Signed:
    """How the signature stands.

    Args:
        letters: where the record ended after it; None without one.
        gone: the signed posts that left the week since, a line each; `left` counts them.
        entered: who entered it from paper, and who countersigned that; None where it wasn't.
    """

    state: State
    title: Message
    note: Message
    letters: Message | None = None
    gone: tuple[Message, ...] = ()
    left: Message | None = None
    entered: Message | None = None


def signature_of(view: WeekView, person: PersonId | None) -> Signed:
    """Say how a week's signature stands, and to who entered it from paper that they don't countersign it."""
    signature = view.signature
    if signature is not None:
        state, note = State.FINE, say("planui.letters-note")
        if signature.owed:
            mine = signature.paper is not None and signature.paper.by == person
            state, note = State.WAITS, say("planui.owed-yours" if mine else "planui.owed")
        if view.unsigned:
            state, note = State.WAITS, say("planui.came-later", n=len(view.unsigned))
        return Signed(
            state,
            _whose(view, signature),
            note,
            say("planui.record-ends", letters=grouped(signature.letters)),
            _gone(view),
            _left_count(view),
            entered=_entered(view, signature),
        )
    title = say("planui.waits-for-you" if view.office and view.unsigned else "planui.not-signed")
    if view.goes_on is None:
        return Signed(State.WAITS, title, say("planui.no-plan"))
    monday, until = view.goes_on
    return Signed(State.WAITS, title, say("planui.goes-on", monday=monday, until=until))


def _whose(view: WeekView, signature: Signature) -> Message:
    """Say whose it is: their own, or what somebody entered from paper."""
    paper = signature.paper
    if paper is None:
        at = view.school.local(signature.signed_at).date()
        return say("planui.signed", person=signature.name, weekday=weekday(at), day=at)
    if signature.owed:
        return say(f"planui.entered-{paper.how}", person=paper.name)
    return say(f"planui.signed-{paper.how}", person=signature.name, weekday=weekday(paper.day), day=paper.day)


def _entered(view: WeekView, signature: Signature) -> Message | None:
    """Say what somebody entered, or who entered and countersigned it."""
    paper = signature.paper
    if paper is None:
        return None
    if paper.countersigned is None:
        return say("planui.entered-says", person=signature.name, weekday=weekday(paper.day), day=paper.day)
    name, at = paper.countersigned
    entered, on = (view.school.local(one).date() for one in (paper.at, at))
    return say("planui.countersigned-by", person=paper.name, day=entered, name=name, on=on)


def signed_as(slot: Slot, signed: SignedSlot | None) -> Message | None:
    """Say what was signed of a post that stands otherwise now; None where nothing was."""
    if signed is None:
        return None
    if signed.day != slot.day:
        return say("planui.signed-for", day=signed.day)
    return say("planui.signed-topic")


def _gone(view: WeekView) -> tuple[Message, ...]:
    """Say what was signed and left the week; many aren't told one by one."""
    lines = [_left(one) for one in view.gone[:_GONE_LINES]]
    rest = len(view.gone) - len(lines)
    return (*lines, say("planui.gone-more", n=rest)) if rest else tuple(lines)


def _left_count(view: WeekView) -> Message | None:
    return say("planui.gone", n=len(view.gone)) if view.gone else None


def _left(one: Gone) -> Message:
    if one.now is None:
        return say("planui.gone-out", topic=one.signed.topic, day=one.signed.day)
    return say("planui.gone-moved", topic=one.signed.topic, day=one.signed.day, now=one.now.day)
