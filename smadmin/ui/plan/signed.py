"""A week's signature in words: who signed, what it doesn't cover, what was signed otherwise. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.messages import Message, say
from smadmin.domain.plan import SignedSlot, Slot
from smadmin.domain.records import grouped
from smadmin.services.week import WeekView
from smadmin.services.week_changes import Gone
from smadmin.ui.stages import weekday
from smadmin.ui.theme import State

_GONE_LINES = 5


@dataclass(frozen=True)
class Signed:
    """How the signature stands.

    Args:
        letters: where the record ended after it; None without one.
        gone: the signed posts that left the week since, a line each; `left` counts them.
    """

    state: State
    title: Message
    note: Message
    letters: Message | None = None
    gone: tuple[Message, ...] = ()
    left: Message | None = None


def signature_of(view: WeekView) -> Signed:
    """Say how a week's signature stands."""
    if view.signature is not None:
        at = view.school.local(view.signature.signed_at).date()
        title = say("planui.signed", person=view.signature.name, weekday=weekday(at), day=at)
        letters = say("planui.record-ends", letters=grouped(view.signature.letters))
        if view.unsigned:
            note = say("planui.came-later", n=len(view.unsigned))
            return Signed(State.WAITS, title, note, letters, _gone(view), _left_count(view))
        if view.signature.owed:
            note = say("planui.owed")
            return Signed(State.WAITS, title, note, letters, _gone(view), _left_count(view))
        note = say("planui.letters-note")
        return Signed(State.FINE, title, note, letters, _gone(view), _left_count(view))
    title = say("planui.waits-for-you" if view.office and view.unsigned else "planui.not-signed")
    if view.goes_on is None:
        return Signed(State.WAITS, title, say("planui.no-plan"))
    monday, until = view.goes_on
    return Signed(State.WAITS, title, say("planui.goes-on", monday=monday, until=until))


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
