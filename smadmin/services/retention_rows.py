"""What the record says of keeping: the legal hold, the order that waits, what was destroyed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.erasures import ERASURE_PART, ORDERED_BY, Detail, read_details
from smadmin.domain.ids import PersonId
from smadmin.domain.retention import Kind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.proof import Fact, Proven

REASON_PART, CERTIFICATE_PART = "reason", "certificate"


@dataclass(frozen=True)
class Hold:
    """A legal hold: why, who put it on when, and who has signed that it is lifted, by name."""

    id: str
    why: str
    by: str
    at: datetime
    lifted_by: tuple[str, ...]
    mine: bool
    """Whether who asks has signed that already."""


@dataclass(frozen=True)
class Order:
    """An order that waits for its second signature."""

    id: str
    by: str
    person: PersonId | None
    at: datetime
    details: tuple[Detail, ...]


@dataclass(frozen=True)
class Certificate:
    """What was destroyed: by row `row`, how many details of how many rows, by whom; never what they held."""

    row: int
    at: datetime
    details: int
    rows: int
    ordered_by: str
    signed_by: str
    kinds: tuple[tuple[Kind, int], ...]


def hold_of(proven: Proven, by: Actor) -> Hold | None:
    """Give the legal hold that stands, the oldest where there are several."""
    found: dict[str, Hold] = {}
    lifted: dict[str, dict[PersonId | None, str]] = {}
    for fact in proven.about(Noun.LEGAL_HOLDS):
        which, who = fact.body.id or "", name_in(proven, fact.body.person)
        if fact.body.act == Act.PUT_ON_LEGAL_HOLD:
            why = str((proven.part(fact, REASON_PART) or {}).get("why", ""))
            found.setdefault(which, Hold(which, why, who, fact.body.utc, (), mine=False))
        elif which in found:
            signed = lifted.setdefault(which, {})
            signed[fact.body.person] = who
            old = found[which]
            names, mine = tuple(signed.values()), by.person in signed
            found[which] = Hold(which, old.why, old.by, old.at, names, mine=mine)
            if len(signed) >= ORDERED_BY:
                del found[which]
    return next(iter(found.values()), None)


def order_of(proven: Proven) -> Order | None:
    """Give the order that waits for its second signature."""
    found: dict[str, Order] = {}
    for fact in proven.about(Noun.DESTRUCTIONS):
        which = fact.body.id or ""
        if fact.body.act == Act.ORDER_DESTRUCTION:
            content = proven.part_bytes(fact, ERASURE_PART) or b""
            by = fact.body.person
            details = read_details(content)
            found.setdefault(which, Order(which, name_in(proven, by), by, fact.body.utc, details))
        elif which in found and (fact.body.act == Act.TAKE_BACK or fact.body.person != found[which].person):
            del found[which]
    return next(iter(found.values()), None)


def certificates_of(proven: Proven) -> Iterator[Certificate]:
    """Give what was destroyed so far, newest first."""
    ordered: dict[str, str] = {}
    found: list[Certificate] = []
    for fact in proven.about(Noun.DESTRUCTIONS):
        which, who = fact.body.id or "", name_in(proven, fact.body.person)
        if fact.body.act == Act.ORDER_DESTRUCTION:
            ordered[which] = who
        elif fact.body.act == Act.SIGN_DESTRUCTION and CERTIFICATE_PART in fact.body.parts:
            told = proven.part(fact, CERTIFICATE_PART) or {}
            try:
                found.append(_read(fact, told, ordered.get(which, ""), who))
            except (KeyError, TypeError, ValueError):  # signed, and yet none
                continue
    return reversed(found)


def _read(fact: Fact, told: Mapping[str, Plain], ordered_by: str, signed_by: str) -> Certificate:
    kinds = told["kinds"]
    if not isinstance(kinds, dict):
        raise ValueError("no certificate")  # noqa: TRY004 - bad bytes, not a wrong call
    counted = tuple(sorted((Kind(kind), int(str(number))) for kind, number in kinds.items()))
    details, rows = int(str(told["details"])), int(str(told["rows"]))
    return Certificate(fact.seq, fact.body.utc, details, rows, ordered_by, signed_by, counted)
