"""Yes by phone: the principal is elsewhere, and another employee signs who said yes, how and when.

What is asked for is a whole manifest, made before anybody is asked; four words stand for it in the e-mail,
and who signs types them as the principal read them out. So a yes is for these very words and pictures. It is
still one person's word for another's: the principal countersigns, and after three without it this way is
closed.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smadmin.domain.approvals import ReleaseBy, ReleaseCase, release_blockers
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.publications import changed_between

YES_PART, ASKED_PART = "yes", "asked"
OPEN_AT_MOST = 3
"""So many may wait for their countersignature; then nobody signs another."""

CODE_WORDS = 4
_CODE = b"smadmin/1/yes-code\0"


class Way(StrEnum):
    """How somebody said yes."""

    PHONE = "phone"
    E_MAIL = "e-mail"
    TEXT_MESSAGE = "text-message"
    IN_PERSON = "in-person"


def code_of(manifest: Manifest, words: Sequence[str]) -> str:
    """Give the four words that stand for a manifest.

    Args:
        manifest: what is asked for.
        words: the list, always in the same order; 7,776 of them make it one in 3.6 quadrillion.
    """
    number = int.from_bytes(hashlib.sha256(_CODE + manifest.to_bytes()).digest())
    code = []
    for _ in range(CODE_WORDS):
        number, at = divmod(number, len(words))
        code.append(words[at])
    return " ".join(code)


def same_code(typed: str, code: str) -> bool:
    """Tell whether somebody typed the code, however they spaced it."""
    return bool(code) and typed.casefold().split() == code.casefold().split()


@dataclass(frozen=True)
class SpokenYes:
    """A yes that somebody else signs.

    Args:
        said_by: the principal or deputy who said it.
        way: how.
        said_at: when, UTC.
        code: as it was typed.
    """

    said_by: PersonId
    way: Way
    said_at: datetime
    code: str

    def to_plain(self, prepared: int) -> dict[str, Plain]:
        """Give it as it is signed, with the row that prepared it, from which the code follows."""
        return {
            "said_by": self.said_by,
            "way": self.way.value,
            "said_at": self.said_at.isoformat(timespec="seconds"),
            "prepared": prepared,
        }

    @classmethod
    def from_plain(cls, part: Mapping[str, Plain]) -> tuple["SpokenYes", int]:
        """Read what was signed, and the row that prepared it.

        Raises:
            KeyError, TypeError, ValueError: signed, and yet no yes.
        """
        prepared = part["prepared"]
        if not isinstance(prepared, int):
            raise TypeError("a row's place is meant")
        said_at = datetime.fromisoformat(str(part["said_at"]))
        if said_at.tzinfo is None:
            raise ValueError("UTC is meant")
        return cls(PersonId(str(part["said_by"])), Way(str(part["way"])), said_at, ""), prepared


@dataclass(frozen=True)
class Prepared:
    """An e-mail that was prepared.

    Args:
        to: whom it asks.
        manifest: what it asks for; None if what lies there isn't what was signed.
        at: when, UTC.
        seq: the record's row.
    """

    post: PostId
    to: PersonId
    manifest: Manifest | None
    at: datetime
    seq: int


@dataclass(frozen=True)
class YesCase:
    """What the decision about a yes by phone stands on.

    Args:
        allowed: the pack's word.
        open: how many such yeses wait for their countersignature.
        sayer, sayer_roles: who is asked, or is said to have said yes, and what they are today.
        release: the case of the release, with whoever signs, or (while it is prepared) with the sayer.
    """

    allowed: bool
    open: int
    sayer: PersonId
    sayer_roles: frozenset[Role]
    release: ReleaseCase


def prepare_blockers(case: YesCase) -> tuple[Reason, ...]:
    """List why nobody can be asked for a yes by phone: also what the principal couldn't release."""
    return (*_way_reasons(case), *release_blockers(case.release))


def sign_blockers(case: YesCase) -> tuple[Reason, ...]:
    """List why this person can't sign any yes for this post, whatever they would write in it."""
    if case.release.releaser == case.sayer:
        return (Reason(say("spoken.yours")),)
    return (*_way_reasons(case), *release_blockers(case.release))


def _way_reasons(case: YesCase) -> tuple[Reason, ...]:
    reasons = []
    if not case.allowed:
        return (Reason(say("spoken.forbidden")),)
    if case.open >= OPEN_AT_MOST:
        reasons.append(Reason(say("spoken.closed", n=OPEN_AT_MOST)))
    if not case.sayer_roles & OFFICE:
        reasons.append(Reason(say("spoken.not-the-office")))
    if case.sayer == case.release.author:
        reasons.append(Reason(say("spoken.sayer-wrote")))
    elif any(case.sayer == look.first for look in case.release.looks):
        reasons.append(Reason(say("spoken.sayer-looked"), "SOC-M4"))
    if case.release.video is not None:
        reasons.append(Reason(say("approvals.video-needs-principal")))
    if case.release.overridden_blocks:
        reasons.append(Reason(say("approvals.override-needs-principal")))
    return tuple(reasons)


def yes_blockers(
    yes: SpokenYes, prepared: Prepared | None, now_it_is: Manifest | None, *, code: str, now: datetime
) -> tuple[Reason, ...]:
    """List what is wrong with a yes itself.

    Args:
        yes: as it is to be signed.
        prepared: the e-mail that was prepared last for this post.
        now_it_is: the manifest made anew from what would go out, with the window of the prepared one.
        code: the prepared manifest's.
        now: UTC.
    """
    if prepared is None or prepared.manifest is None or now_it_is is None or prepared.to != yes.said_by:
        return (Reason(say("spoken.not-prepared")),)
    if changed := changed_between(prepared.manifest, now_it_is):
        return (Reason(say("spoken.changed", what=changed)),)
    reasons = []
    if not prepared.manifest.opens <= now <= prepared.manifest.closes:
        reasons.append(Reason(say("spoken.too-old")))
    if not same_code(yes.code, code):
        reasons.append(Reason(say("spoken.other-code"), None, "code"))
    if not prepared.at.replace(second=0, microsecond=0) <= yes.said_at <= now:
        reasons.append(Reason(say("spoken.time-wrong"), None, "said_at"))
    return tuple(reasons)


@dataclass(frozen=True)
class OwedYes:
    """A yes that was signed for somebody and isn't countersigned.

    Args:
        author: whose post it is.
        yes: what was signed; None where that can't be read.
        signed_by: who signed that it was said.
        signed_at: UTC.
        seq: the row that released.
        words: what went out.
    """

    post: PostId
    author: PersonId | None
    yes: SpokenYes | None
    signed_by: PersonId | None
    signed_at: datetime
    seq: int
    words: str = ""


def countersign_blockers(
    owed: OwedYes | None, by: PersonId | None, roles: frozenset[Role]
) -> tuple[Reason, ...]:
    """List why somebody can't countersign: only principal and deputy do, and never what is their own."""
    if owed is None:
        return (Reason(say("spoken.nothing-owed")),)
    reasons = []
    if not roles & OFFICE:
        reasons.append(Reason(say("spoken.office-only")))
    if by in {owed.signed_by, owed.author}:
        reasons.append(Reason(say("spoken.own")))
    return tuple(reasons)


def is_spoken(manifest: Manifest | None) -> bool:
    """Tell whether a release rests on a yes that somebody else signed."""
    return manifest is not None and manifest.mandate is ReleaseBy.PHONE
