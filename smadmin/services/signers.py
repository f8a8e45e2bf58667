"""Who put their name to something, as the proven record has it, for whoever reads it. Pure reads.

Who takes a week's answer in, or enters it from paper, isn't who approved it.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.keys import KeyKind
from smadmin.services.borne_out import name_in
from smadmin.services.proof import Fact, Proven
from smadmin.services.week_given import Paper, paper_in
from smadmin.services.week_signatures import SIGNING_ACTS
from smadmin.services.week_standing import week_signed


@dataclass(frozen=True)
class Signed:
    """Who put their name to something, when (UTC) and at which computer login.

    Args:
        pin: whether with a reviewer's PIN; everybody else has a passphrase.
        paper: where it is a week that somebody entered from paper: what they entered.
    """

    person: PersonId | None
    name: str
    at: datetime
    seat: SeatId | None
    pin: bool = False
    paper: Paper | None = None


def signed_in(proven: Proven, fact: Fact | None) -> Signed | None:
    """Give who signed a row."""
    if fact is None:
        return None
    body, key = fact.body, proven.trust.keys.get(fact.body.key)
    pin = key is not None and key.kind is KeyKind.REVIEWER
    return Signed(body.person, name_in(proven, body.person), body.utc, body.seat, pin)


def given_at(proven: Proven, seq: int) -> Signed | None:
    """Give who gave that by which a post is released: of a week who approved it, not who brought it in."""
    fact = proven.at(seq)
    signed = signed_in(proven, fact)
    if fact is None or signed is None or fact.body.act not in SIGNING_ACTS:
        return signed
    week = week_signed(proven, fact)
    if week is None or week.signer == signed.person:
        return signed
    name, paper = name_in(proven, week.signer), paper_in(proven, fact)
    return replace(signed, person=week.signer, name=name, seat=None, pin=False, paper=paper)
