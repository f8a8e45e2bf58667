"""A week's signature for the screens: whose, since when, and what somebody entered from paper. Pure reads.

What was entered isn't the principal's own signature: whoever shows it names who entered it, too.
"""

from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.given_weeks import GivenWeek
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.plan import SignedSlot
from smadmin.domain.records import Head
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act
from smadmin.domain.weekly_page import FromPaper
from smadmin.services.borne_out import name_in
from smadmin.services.proof import Fact, Proven
from smadmin.services.week_signatures import GIVEN_PART, PLAN_PART, countersigned_at, signed_slots
from smadmin.services.week_standing import week_signed


@dataclass(frozen=True)
class Paper:
    """What somebody entered of a page or an e-mail.

    Args:
        how: one of `HOWS`.
        day: on which it was signed there.
        by, name: who entered it.
        at: when they did, UTC.
        scan: of the page or the e-mail.
        struck: the posts that they say were struck on it.
        countersigned: by whom, and when (UTC); None while that is due.
    """

    how: str
    day: date
    by: PersonId
    name: str
    at: datetime
    scan: MediaId
    struck: tuple[SignedSlot, ...] = ()
    countersigned: tuple[str, datetime] | None = None


@dataclass(frozen=True)
class Signature:
    """A week's signature: who, when (UTC), and the record's end after it, as sixteen letters.

    Args:
        name: whose it is; of one from paper, whose it is said to be.
        paper: what somebody entered, or None where they signed themselves.
    """

    seq: int
    name: str
    signed_at: datetime
    letters: str
    paper: Paper | None = None

    @property
    def owed(self) -> bool:
        """Tell whether somebody else entered it and the countersignature lacks."""
        return self.paper is not None and self.paper.countersigned is None


def signature_at(proven: Proven, seq: int) -> Signature | None:
    """Give the signature of a row that signs a week."""
    fact, row = proven.at(seq), proven.unit.record.at(seq)
    if fact is None or row is None or fact.body.person is None:
        return None
    signed = week_signed(proven, fact)
    name = "" if signed is None else name_in(proven, signed.signer)
    letters = Head(seq, row.row.row_hash).letters
    return Signature(seq, name, fact.body.utc, letters, paper_in(proven, fact))


def signed_by(signature: Signature | None, school: School) -> tuple[str, datetime] | None:
    """Give whose a signature is, and when it was given on the school's own clock."""
    return None if signature is None else (signature.name, school.local(signature.signed_at))


def from_paper(signature: Signature | None) -> FromPaper | None:
    """Give what the weekly page tells of one from paper."""
    paper = None if signature is None else signature.paper
    return None if paper is None else FromPaper(paper.name, paper.day, owed=paper.countersigned is None)


def paper_in(proven: Proven, fact: Fact) -> Paper | None:
    """Give what a row entered from paper; None for another row, and for one that can't be read."""
    told, part = proven.part(fact, GIVEN_PART), proven.part(fact, PLAN_PART)
    if fact.body.act != Act.ENTER_WEEK or fact.body.person is None or told is None or part is None:
        return None
    try:
        given = GivenWeek.from_plain(told)
    except (KeyError, TypeError, ValueError):
        return None
    at = countersigned_at(proven, fact)
    settled = None if at is None else proven.at(at)
    return Paper(
        how=given.how,
        day=given.day,
        by=fact.body.person,
        name=name_in(proven, fact.body.person),
        at=fact.moment,
        scan=MediaId(str(told["scan"])),
        struck=signed_slots(part.get("struck")),
        countersigned=None if settled is None else (name_in(proven, settled.body.person), settled.moment),
    )
