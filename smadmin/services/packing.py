"""What is packed for a post that goes out by itself: its token, the signed parts, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.errors import NotAllowed, Reason, Tampered
from smadmin.domain.ids import MediaId
from smadmin.domain.log_ins import ApiToken
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.outbox import Queued
from smadmin.domain.publications import Publication
from smadmin.domain.records import Part
from smadmin.services.desk import Desk
from smadmin.services.facts import Fact
from smadmin.storage.unit import Unit


@dataclass(frozen=True, repr=False)
class Packed:
    """A packet, sealed, before its row is signed.

    Args:
        release: the row of the release that was packed.
        signed: what it signed.
        seq: the newest row by which it was judged.
        roster: the digest of the list of children by which it was.
        files: the covered pictures that were packed; the gate hashes them once more.
        instead_of: the row `queue` whose packet it replaces by one with the account's new log-in, or None.
    """

    publication: Publication
    queued: Queued
    sealed: bytes
    release: int
    signed: Manifest
    seq: int
    roster: str
    files: Mapping[MediaId, bytes]
    instead_of: int | None = None


def token_of(tokens: tuple[ApiToken, ...], name: str, at: datetime, unit: Unit, desk: Desk) -> ApiToken:
    """Give the token that is used; one that has ended by its time sends nothing.

    Raises:
        NotAllowed: it isn't there, or has ended by then.
    """
    found = next((one for one in tokens if one.name == name), None)
    if found is None:
        raise NotAllowed((Reason(say("sending.no-token", token=name), None, "token"),))
    day = unit.schools.get(desk.school).local(at).date()
    if found.ends is not None and found.ends < day:
        raise NotAllowed((Reason(say("sending.token-ended", token=name, on=found.ends), None, "token"),))
    return found


def part_of(unit: Unit, fact: Fact, name: str) -> Part:
    """Give a row's part, with its salt.

    Raises:
        Tampered: it isn't what was signed.
    """
    part = unit.record.part(fact.seq, name)
    if part is None or part.digest != fact.body.parts.get(name):
        raise Tampered(say("records.part-changed", row=fact.seq))
    return part
