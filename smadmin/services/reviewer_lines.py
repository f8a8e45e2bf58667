"""The lists of reviewers as screens show them: how each name stands, and who sat down newly. Only reads."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from smadmin.domain.keys import Trust
from smadmin.domain.reviewers import Place, ReviewerList, lacks_details
from smadmin.domain.seating import details_due
from smadmin.domain.vocabulary import Act
from smadmin.services.proof import Proven
from smadmin.services.week_signatures import SIGNING_ACTS
from smadmin.services.week_standing import week_signed


class Standing(StrEnum):
    """How a name on a list stands."""

    WAITS = "waits"  # the code wasn't used yet
    SITS = "sits"
    LACKS = "lacks"  # sits, and still owes e-mail, phone or the word on employment
    STRUCK = "struck"
    ENDED = "ended"  # the key that the code let in, or its role, was ended by hand


@dataclass(frozen=True)
class Line:
    """A name on a list.

    Args:
        since: the day on which they sat down first, or None.
        due: the last day on which they review without their details, or None.
    """

    list: str
    place: str
    name: str
    standing: Standing
    since: date | None = None
    due: date | None = None


@dataclass(frozen=True)
class ListView:
    """A list as the principal sees it."""

    id: str
    starts: date
    ends: date
    signed_by: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Newly:
    """Somebody whom a code let in, for the weekly page."""

    name: str
    at: datetime
    lacks: bool


def lists_in_force(proven: Proven, today: date) -> tuple[ListView, ...]:
    """Give the lists that hold today or later, the newest first."""
    trust, signers = proven.trust, _signers(proven)
    held = (one for one in trust.lists.held.values() if not one.withdrawn and one.ends >= today)
    return tuple(
        ListView(one.id, one.starts, one.ends, signers.get(one.id, ""), _lines(trust, one))
        for one in sorted(held, key=lambda one: one.starts, reverse=True)
    )


def newly_seated(proven: Proven) -> tuple[Newly, ...]:
    """Give whom a code let in since a week was signed last, and who still owes details, by name."""
    signed = [
        one.seq for act in SIGNING_ACTS for one in proven.acts(act) if week_signed(proven, one) is not None
    ]
    since, trust = max(signed, default=0), proven.trust
    found = {}
    for fact in proven.acts(Act.ADMIT):
        seated = trust.lists.of_key(fact.body.key)
        if seated is None:
            continue
        alive = trust.key_alive(fact.body.key) is not None
        lacks = alive and lacks_details(trust.people[seated[1].person])
        if fact.seq > since or lacks:
            found[seated[1].id] = Newly(seated[1].name, fact.body.utc, lacks)
    return tuple(sorted(found.values(), key=lambda one: one.name))


def _signers(proven: Proven) -> dict[str, str]:
    people = proven.trust.people
    signed = [(fact.body.id or "", fact.body.person) for fact in proven.acts(Act.LIST_REVIEWERS)]
    return {id_: people[one].name for id_, one in signed if one is not None}


def _lines(trust: Trust, held: ReviewerList) -> tuple[Line, ...]:
    return tuple(_line(trust, held, place) for place in sorted(held.places, key=lambda one: one.name))


def _line(trust: Trust, held: ReviewerList, place: Place) -> Line:
    if place.struck:
        return Line(held.id, place.id, place.name, Standing.STRUCK)
    grant = trust.grants.get(place.id)
    if place.key is None:
        return Line(held.id, place.id, place.name, Standing.WAITS)
    if grant is None or trust.key_alive(place.key) is None:
        return Line(held.id, place.id, place.name, Standing.ENDED)
    due = details_due(trust, place.key)
    standing = Standing.SITS if due is None else Standing.LACKS
    return Line(held.id, place.id, place.name, standing, grant.starts, due)
