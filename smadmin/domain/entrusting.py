"""A post that the platform's own scheduler has until its time: when that may be, and what follows. Pure.

It goes out though this computer is off, so that a no that comes later doesn't hold it here: it has to be
taken back from there. Hence no child may be in it (`docs/decisions/0037-the-platforms-own-schedulers.md`).
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from smadmin.domain.errors import Reason
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.outbox import Queued
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.policy.names_within import names_within
from smadmin.domain.sending import Sending, SendStage

ENTRUSTED_PART = "entrusted"
"""The part of the row `entrust`: the platform's id of what waits there, its address, and its time."""
RECALLED = say("entrust.recalled")
"""Why a post stays here that somebody asked back."""
MARGIN = timedelta(minutes=10)
"""So much earlier than at the last moment it is handed over: clocks differ, and a first try may fail."""


def handed_until(facts: PlatformFacts, at: datetime) -> datetime | None:
    """Give until when a post is handed to the platform for a time; None where it keeps none."""
    least = facts.schedules_from
    return None if least is None else at - least - MARGIN


def time_reasons(facts: PlatformFacts, now: datetime, at: datetime) -> tuple[Reason, ...]:
    """List why the platform doesn't keep a post until a time (both UTC)."""
    until = handed_until(facts, at)
    if until is None:
        return (Reason(say("entrust.not-there", platform=facts.name)),)
    if now > until:
        minutes = (at - until) // timedelta(minutes=1)
        return (Reason(say("entrust.too-soon", platform=facts.name, minutes=minutes), None, "at"),)
    most = facts.schedules_to
    if most is not None and at > now + most:
        return (Reason(say("entrust.too-far", platform=facts.name, days=most.days), None, "at"),)
    return ()


def content_reasons(signed: Manifest, text: str, names: Collection[str]) -> tuple[Reason, ...]:
    """List why a post must stay here until its time: a child may be in it, who says no meanwhile.

    Args:
        signed: what was released.
        text: the words that go out.
        names: first and last names of every child on the list.
    """
    reasons = []
    if any(signed.files.values()) or signed.video is not None:
        reasons.append(Reason(say("entrust.pictures")))
    if names_within(text, names):
        reasons.append(Reason(say("entrust.named")))
    return tuple(reasons)


def entrusted(sending: Sending, at: datetime) -> Sending:
    """Give it once the platform keeps it until its time, UTC.

    Raises:
        ValueError: unless it was sent.
    """
    if sending.stage not in {SendStage.SENDING, SendStage.LOOKING, SendStage.ENTRUSTED}:
        raise ValueError(sending.stage)
    return replace(
        sending, stage=SendStage.ENTRUSTED, looks=0, began=at, not_before=at + _GRACE, trouble=None
    )


def may_be_out(queued: Queued, now: datetime) -> bool:
    """Tell whether a scheduler may be at a post that neither waits there nor is out, at a moment, UTC.

    Later it doesn't come any more; nor does it leave from here by itself then (`goes_until`).
    """
    return queued.at - _NEARLY <= now <= max(queued.until, queued.at + MARGIN)


def taken_back(sending: Sending) -> Sending:
    """Give it once the platform doesn't keep it any more, and it isn't out.

    Raises:
        ValueError: unless the platform had it.
    """
    if sending.stage is not SendStage.ENTRUSTED:
        raise ValueError(sending.stage)
    return Sending(tries=sending.tries)


_NEARLY = timedelta(minutes=1)
"""So long before its time a scheduler may already be at a post."""
_GRACE = timedelta(minutes=1)
"""So long a scheduler may take at its time."""
