"""The requests of other logins that lie beside the store, as whoever lets people in sees them.

Nothing in a request is believed before its letters were typed (`asking`); who the person is and which keys
they have is read from the proven record.
"""

from dataclasses import dataclass
from enum import StrEnum

from smadmin.credentials.identity import is_recipient
from smadmin.domain.canonical import parse
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId
from smadmin.domain.joining import Request
from smadmin.domain.keys import Key, Trust
from smadmin.domain.people import Person, Role
from smadmin.services.office import Office
from smadmin.services.roles import any_roles, today_of
from smadmin.storage.requests import RequestFolder

_MOST_OF_A_LOGIN = 50
"""How many requests of one login are shown."""


class On(StrEnum):
    """Where an older key of a newcomer's is."""

    SIGNING = "signing"
    """It is the very key with which whoever lets them in is signed in now."""
    HERE = "here"
    THERE = "there"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Waiting:
    """A request as who lets people in sees it, before its letters were typed.

    Args:
        request: as it lies there; nothing in it is believed yet.
        person: for whom it is: as the proven record has them, where it knows them; else as the request says.
        known: whether the record knows the person; else roles are to be given.
        roles: what they may do already.
        ends: where their older keys are that end when this is signed.
        stay: how many older keys of theirs work on as before.
    """

    request: Request
    person: Person
    known: bool
    roles: frozenset[Role] = frozenset()
    ends: tuple[On, ...] = ()
    stay: int = 0

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.name


def waiting_for(office: Office) -> tuple[Waiting, ...]:
    """Give the requests of other logins, by name (an errand: files).

    Who they are is read from the record as proven, never from the tables: what is read here is signed.
    """
    trust = office.proven().trust
    with office.desk.look() as unit:
        today = today_of(unit, office.desk)
    found = []
    for request in requests_here(office):
        known, roles = trust.people.get(request.person.id), any_roles(trust, request.person.id, today)
        if is_new(request, trust):
            older = _older(trust, request.person.id)
            ends = tuple(sorted(_on(office, request, key) for key in older if key.id in request.ends))
            stay = len(older) - len(ends)
            found.append(Waiting(request, known or request.person, known is not None, roles, ends, stay))
    return tuple(sorted(found, key=lambda one: one.name))


def who_waits(office: Office) -> tuple[Waiting, ...]:
    """Give the requests that whoever acts now may sign, by name (an errand: files)."""
    acting, trust = office.session.now_acting, office.proven().trust
    if acting is None or not (waiting := waiting_for(office)):
        return ()
    with office.desk.look() as unit:
        today = today_of(unit, office.desk)
    barred = office.keys.admit_blockers(trust, acting.person.id, frozenset(), today)
    return () if barred else waiting


def requests_here(office: Office) -> tuple[Request, ...]:
    """Give the requests that can be read, of each login only so many: those it made last."""
    found: list[Request] = []
    for texts in RequestFolder(office.grounds.place.store).by_login(office.desk.now):
        read = {one.key.id: one for text in texts if (one := read_request(office, text)) is not None}
        found += sorted(read.values(), key=lambda one: one.made, reverse=True)[:_MOST_OF_A_LOGIN]
    return tuple(found)


def read_request(office: Office, text: str | None) -> Request | None:
    """Read a request to this school that still waits and can be sealed to; anything else is None."""
    try:
        request = Request.from_plain(parse((text or "").encode()))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError, KnownError):
        return None
    keys = (request.key, request.seat or request.key)
    sealable = all(is_recipient(key.recipient) for key in keys)
    here = request.school == office.desk.school and request.waits(office.desk.now)
    return request if sealable and here else None


def is_new(request: Request, trust: Trust) -> bool:
    """Tell whether its keys are nobody's yet, by either half; a login that is known brings its own."""
    others = [key for key in trust.keys.values() if request.seat is None or key.id != request.seat.id]
    taken = {key.public for key in others} | {key.recipient for key in others}
    mine = [request.key] if request.seat is None else [request.key, request.seat]
    return not any(half in taken for key in mine for half in (key.public, key.recipient))


def _older(trust: Trust, person: PersonId) -> tuple[Key, ...]:
    return tuple(key for key in trust.keys.values() if key.person == person and not key.retired)


def _on(office: Office, request: Request, key: Key) -> On:
    acting = office.session.now_acting
    if acting is not None and acting.actor.signer.key == key.id:
        return On.SIGNING
    if key.seat is not None and key.seat == office.seat.id:
        return On.HERE
    return On.THERE if key.seat == request.key.seat else On.ELSEWHERE
