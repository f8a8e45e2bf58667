"""What the form of another login holds, and what is still missing. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person
from smadmin.services.locks_here import Kept
from smadmin.services.requested import Waiting
from smadmin.ui.founding.model import PersonForm


@dataclass(frozen=True, repr=False)
class JoinForm:
    """What is asked of somebody who has no key on this login.

    Args:
        known: who it is, where the school knows them.
        new: whether it is somebody new instead.
        person: their passphrase, and of somebody new everything else.
        by_envelope: whether the school's envelope opens the door, or a person.
        letters: the envelope's.
        reason: why it is used.
        lost: whether their older keys are to end.
        clock_right: whether they say that this computer's time is right, whatever the record says.
    """

    known: Person | None
    new: bool
    person: PersonForm
    by_envelope: bool
    letters: str = ""
    reason: str = ""
    lost: bool = False
    clock_right: bool = False

    def missing(self) -> tuple[Reason, ...]:
        """List what is missing."""
        reasons = []
        if self.known is None and not self.new:
            reasons.append(Reason(say("joining.choose-person"), None, "who"))
        asked = self.known is None and self.new
        reasons.extend(self.person.missing() if asked else self.person.missing_passphrase())
        if asked and self.by_envelope:
            reasons.extend(self.person.missing_role())
        if self.by_envelope and not self.letters.strip():
            reasons.append(Reason(say("joining.letters-missing"), None, "letters"))
        if self.by_envelope and not self.reason.strip():
            reasons.append(Reason(say("joining.reason-missing"), None, "reason"))
        return tuple(reasons)


def who_asks(waiting: Waiting) -> Message:
    """Say who a request claims to be from."""
    known = "joining.request-known" if waiting.known else "joining.request-new"
    return say(known, name=waiting.name)


def what_ends(waiting: Waiting) -> Message | None:
    """Say which older keys end with the signature, or how many stay; None where there are none."""
    if waiting.ends:
        where = tuple(say(f"joining.key-{one}") for one in waiting.ends)
        return say("joining.request-ends", n=len(where), keys=where)
    return say("joining.request-stays", n=waiting.stay) if waiting.stay else None


def older_key(kept: Kept) -> Message:
    """Say what becomes of a key that the newcomer has, before they ask."""
    return say(f"joining.older-{kept}")


def by_id(people: Sequence[Person], wanted: str) -> Person | None:
    """Give somebody of a list."""
    return next((one for one in people if one.id == PersonId(wanted)), None)
