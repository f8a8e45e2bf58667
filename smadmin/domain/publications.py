"""Publications: one post on one account, from intention to a link that was seen.

Steps are written before and after each thing that happens outside, so that a kill between any two leaves
a state that the next start finishes or asks about. `before_bytes_leave` is the last gate (`keys.md`).
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PostId, PublicationId, SchoolId, SlotId
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import Message, say
from smadmin.domain.people import PUBLISHERS, Role
from smadmin.domain.publishers import Difference
from smadmin.domain.sending import Sending


class PublicationStep(StrEnum):
    """How far a publication is."""

    INTENDED = "intended"
    HANDED_OUT = "handed-out"  # assisted: text and files lie in the folder and on the clipboard
    SENDING = "sending"  # directly: its bytes left, or might have, and the platform didn't name it yet
    CONFIRMED = "confirmed"  # the post's link was given and belongs to the account
    GIVEN_UP = "given-up"


UNFINISHED = (PublicationStep.INTENDED, PublicationStep.HANDED_OUT, PublicationStep.SENDING)
"""Somebody began, and neither is it out nor was it given up."""
PERHAPS_OUT = frozenset({PublicationStep.HANDED_OUT, PublicationStep.SENDING})
"""Words and files left the program, and nobody knows yet whether readers see them."""


@dataclass(frozen=True)
class Publication:
    """A post on an account.

    Args:
        release_seq: the row that released it; None for posts from before smadmin.
        link: the post's address once it is known.
        published_at: UTC; cadence counts by this.
        text: what the public reads there, once it is out.
        by: who hands it out; nobody else goes on with it.
        slot: what it was planned for, for the plan alone.
        sending: how far the program is with posting it itself; None where a person posts it.
        posted_id: the platform's own id of the post, where it named one.
        differs: what readers see otherwise than it was sent, once it was read back.
    """

    id: PublicationId
    school: SchoolId
    account: AccountId
    step: PublicationStep
    post: PostId | None = None
    revision: int = 0
    release_seq: int | None = None
    link: str = ""
    published_at: datetime | None = None
    by: PersonId | None = None
    text: str = ""
    slot: SlotId | None = None
    sending: Sending | None = None
    posted_id: str = ""
    differs: tuple[Difference, ...] = ()
    version: int = 1


def publication_id(post: PostId, account: AccountId) -> PublicationId:
    """Give the one id that a post's publication on an account can have.

    It follows from the two, so that no second one can be written: the key against posting twice.
    """
    digest = hashlib.sha256(f"smadmin/1/publication\0{post}\0{account}".encode()).digest()
    number = int.from_bytes(digest[:16]) & ~(0xF << 76 | 0x3 << 62) | 0x8 << 76 | 0x2 << 62  # RFC 9562, 5.8
    return PublicationId(str(UUID(int=number)))


def begin_blockers(
    account: AccountId, *, released: bool, roles: frozenset[Role], out: bool, under_way: bool
) -> tuple[Reason, ...]:
    """List why somebody may not begin to publish a post on an account.

    Args:
        account: where.
        released: whether the post is released for it.
        roles: what the person is today for it.
        out: whether the post is out there already.
        under_way: whether somebody is at it.
    """
    reasons = []
    if not released:
        reasons.append(Reason(say("publications.no-release")))
    if not roles & PUBLISHERS:
        reasons.append(Reason(say("publications.no-role"), "BAL-A2", f"account:{account}"))
    if out:
        reasons.append(Reason(say("publications.already-out")))
    elif under_way:
        reasons.append(Reason(say("publications.under-way")))
    return tuple(reasons)


@dataclass(frozen=True)
class Gate:
    """The facts of the moment before anything leaves, each found anew from the store.

    Args:
        manifest: as signed, or None if no release row was found on the chain.
        rebuilt: made now from the very texts and bytes that would go out.
        row_proven: the release row lies under the head and its signature holds.
        releaser_alive: the releaser's key and role are alive now.
        mandate_alive: the row that let them release still stands.
        edited_later: somebody changed the post after the release.
        already: this post already went out on this account.
        person_reasons: why the releaser could not release this post, asked again now.
        clock_right: the clock isn't behind the record's last row.
        answered: whoever keeps the notes that the record is held against has answered.
        stopped: why everything is stopped that isn't a notice (`crisis.py`).
    """

    manifest: Manifest | None
    rebuilt: Manifest
    row_proven: bool
    releaser_alive: bool
    mandate_alive: bool
    edited_later: bool
    roster_right: bool
    head_right: bool
    account_reasons: tuple[Reason, ...]
    already: bool
    now: datetime
    person_reasons: tuple[Reason, ...] = ()
    clock_right: bool = True
    answered: bool = True
    stopped: tuple[Reason, ...] = ()


def before_bytes_leave(gate: Gate) -> tuple[Reason, ...]:
    """List why nothing may leave; empty means that exactly the released bytes go out."""
    if gate.manifest is None:
        return (Reason(say("publications.no-release")),)
    checks = (
        (gate.answered, "publications.not-answered"),
        (gate.head_right or not gate.answered, "publications.record-short"),
        (gate.row_proven, "publications.release-not-proven"),
        (gate.releaser_alive, "publications.releaser-gone"),
        (gate.mandate_alive, "publications.mandate-gone"),
        (gate.roster_right, "publications.roster-changed"),
        (not gate.edited_later, "publications.edited"),
        (gate.clock_right, "publications.clock-behind"),
        (gate.manifest.opens <= gate.now <= gate.manifest.closes, "publications.outside-window"),
        (not gate.already, "publications.already-out"),
    )
    failed = (Reason(say(message)) for holds, message in checks if not holds)
    changed = changed_between(gate.manifest, gate.rebuilt)
    different = (Reason(say("publications.not-what-was-released", what=changed)),) if changed else ()
    return (*gate.stopped, *failed, *different, *gate.person_reasons, *gate.account_reasons)


def changed_between(signed: Manifest, rebuilt: Manifest) -> tuple[Message, ...]:
    """Say what is no longer what was signed, each thing once."""
    return tuple(dict.fromkeys(_CHANGED[name] for name in differences(signed, rebuilt)))


def changed_for_readers(signed: Manifest, rebuilt: Manifest) -> tuple[Message, ...]:
    """Say what of a post itself is no longer what was released once; another number or day is no change."""
    found = [name for name in differences(signed, rebuilt) if name not in _OF_THE_RELEASE]
    return tuple(dict.fromkeys(_CHANGED[name] for name in found))


def differences(signed: Manifest, rebuilt: Manifest) -> tuple[str, ...]:
    """Name the fields of the manifest that are no longer what was signed, in the manifest's order."""
    told, now = _told(signed), _told(replace(rebuilt, v=signed.v))
    return tuple(name for name, value in told.items() if now[name] != value)


def _told(manifest: Manifest) -> dict[str, Plain]:
    return {**manifest.to_plain(), "overrides": manifest.overrides_plain()["overrides"]}


_OF_THE_RELEASE = frozenset({"revision", "mandate", "mandate_seq", "opens", "closes"})

_CHANGED = {
    "post": say("publications.changed-post"),
    "revision": say("publications.changed-revision"),
    "author": say("publications.changed-author"),
    "accounts": say("publications.changed-accounts"),
    "texts": say("publications.changed-texts"),
    "files": say("publications.changed-files"),
    "video": say("publications.changed-video"),
    "looks": say("publications.changed-looks"),
    "findings": say("publications.changed-findings"),
    "overrides": say("publications.changed-overrides"),
    "policy": say("publications.changed-policy"),
    "mandate": say("publications.changed-mandate"),
    "mandate_seq": say("publications.changed-mandate"),
    "opens": say("publications.changed-window"),
    "closes": say("publications.changed-window"),
}
"""What is said about a field of the manifest that changed."""
