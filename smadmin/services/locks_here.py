"""The locks that were made on this very login, and which of somebody's keys a new one here replaces.

Several logins of a computer may use one named folder, and its file of locks with it. A key of another login
is never ended by a new one here, unless its person says that it is lost.
"""

from collections.abc import Mapping
from enum import StrEnum

from smadmin.credentials.identities import IdentityFile
from smadmin.credentials.locks import Lock
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import Trust
from smadmin.services.office import Office


class Kept(StrEnum):
    """Where somebody who wants a key on this login has one already."""

    HERE = "here"
    """On this very login: the new one takes its place."""
    FOLDER = "folder"
    """In this folder, from another login or from before this login's keyring was emptied."""
    ELSEWHERE = "elsewhere"


def kept_keys(office: Office) -> Mapping[PersonId, Kept]:
    """Tell for everybody with a living key where it is (an errand)."""
    with office.desk.look() as unit:
        trust = unit.trust.read()
    locks = identities_here(office).locks()

    def kept(person: PersonId) -> Kept:
        if lock_here(office, trust, person) is not None:
            return Kept.HERE
        return Kept.FOLDER if person in locks else Kept.ELSEWHERE

    alive = {key.person for key in trust.keys.values() if key.person is not None and not key.retired}
    return {person: kept(person) for person in alive}


def ending(office: Office, trust: Trust, person: PersonId, *, lost: bool) -> tuple[KeyId, ...]:
    """Give which keys of somebody end: those that their new lock here replaces, or (`lost`) all.

    What another login made in this folder is not replaced: it works on there.
    """
    alive = {key.id for key in trust.keys.values() if key.person == person and not key.retired}
    replaced = (lock_here(office, trust, person), identities_here(office).waiting().get(person))
    here = {KeyId(str(lock.fields.get("key"))) for lock in replaced if lock is not None}
    here |= office.grounds.identities.left(person)
    return tuple(sorted(alive if lost else alive & here))


def lock_here(office: Office, trust: Trust, person: PersonId) -> Lock | None:
    """Give somebody's lock that was made on this very login, or None (an errand).

    In a folder that several logins may use, one whose keyring was emptied can't be told from another login:
    the person says whether that key is lost.
    """
    lock = identities_here(office).locks().get(person)
    if lock is None or office.grounds.place.own:
        return lock
    if "seat" in lock.fields:
        made_on = str(lock.fields["seat"])
    else:  # older locks don't say it, but the record does
        key = trust.keys.get(KeyId(str(lock.fields.get("key"))))
        made_on = "" if key is None else key.seat or ""
    return lock if made_on == (office.seat.id or "") else None


def identities_here(office: Office) -> IdentityFile:
    """Give the file of locks, which knows from now on which login reads it (an errand)."""
    office.grounds.identities.sit_at(office.seat.id)
    return office.grounds.identities


def put_back_lock(office: Office, person: PersonId, made: Lock, *, before: Lock | None) -> None:
    """Have the file of locked keys as it was, after somebody wasn't let in (an errand)."""
    if before is None:
        office.keys.drop_lock(person, made)
    else:
        office.keys.keep_lock(person, before, instead=made)
