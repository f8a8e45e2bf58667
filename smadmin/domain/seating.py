"""Sitting down with a code: what the trust rows about lists of reviewers do, judged at their place.

A key that a code let in is its person's only such key, and it ends as soon as they get any other role: that
takes a passphrase. Each function gives the state that follows, or None where the row had no right to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import Body, Verifier
from smadmin.domain.reviewers import DETAILS_WITHIN, Place, lacks_details, sitting_down_text
from smadmin.domain.trusted import Key, KeyKind, Trusted
from smadmin.domain.vocabulary import Act

_T = TypeVar("_T", bound=Trusted)


def by_code(act: str, entry: Mapping[str, Any]) -> bool:
    """Tell whether a row lets somebody in by the code of a list."""
    return act == Act.ADMIT and "list" in entry


def brought_key(act: str, entry: Mapping[str, Any]) -> Key | None:
    """Give the key that such a row brings along and is signed with; None for any other row."""
    return Key.from_plain(entry["key"]) if by_code(act, entry) else None


def listed(trust: _T, act: Act, entry: Mapping[str, Any], on: date) -> _T | None:
    """Apply what the office signed about a list: a new one, another code, a name struck, all of it ended."""
    new = entry.get("list") if act is Act.LIST_REVIEWERS else None
    found = trust.lists.after(act, entry, on)
    if found is None:
        return None
    lists, ended = found
    if new is not None and not all(_may_stand(trust, place, on) for place in lists.held[new["id"]].places):
        return None
    gone = {place.id for place in ended}
    return replace(
        trust,
        lists=lists,
        keys=_retired(trust.keys, {place.key for place in ended if place.key is not None}),
        grants={id_: grant for id_, grant in trust.grants.items() if id_ not in gone},
    )


def seated(trust: _T, body: Body, entry: Mapping[str, Any], verifier: Verifier) -> _T | None:
    """Let in somebody by the code of a signed list; their own new key signs the row."""
    key, person, on = Key.from_plain(entry["key"]), Person.from_plain(entry["person"]), trust.day_of(body.utc)
    held = trust.lists.held.get(str(entry["list"]))
    place = None if held is None else held.place(str(entry["place"]))
    if held is None or place is None or place not in held.open_places(on):
        return None
    if not _is_theirs(trust, body, key, place) or person != _known_as(trust, place):
        return None
    text = sitting_down_text(body.chain, held.id, place.id, key.id)
    if not verifier.verifies(public=place.public, message=text, signature=bytes.fromhex(str(entry["proof"]))):
        return None
    grant = Grant(place.id, person.id, Role.REVIEWER, on, ends=held.ends)
    return replace(
        trust,
        keys={**_retired(trust.keys, _reviewing(trust, person.id)), key.id: key},
        people={**trust.people, person.id: person},
        grants={**trust.grants, grant.id: grant},
        lists=trust.lists.seated(held.id, place, key.id),
    )


def own_words(trust: Trusted, body: Body, act: Act, entry: Mapping[str, Any]) -> bool:
    """Tell whether a reviewer's key may say this: how its person is reached, that they work here, the end.

    Once said, the word about the employment is the office's to change.
    """
    person = body.person
    if person is None or not reviewing(trust, body.key, trust.day_of(body.utc)):
        return False
    if act is Act.RETIRE:
        own = trust.keys.get(KeyId(str(entry["key"])))
        return own is not None and own.person == person
    if act is not Act.DESCRIBE_PERSON:
        return False
    told, known = Person.from_plain(entry["person"]), trust.people[person]
    said = known.statement or told.statement
    return told == replace(known, email=told.email, phone=told.phone, statement=said)


def reviewing(trust: Trusted, key: KeyId, on: date) -> bool:
    """Tell whether the place that let a key in still gives its person the role on a day."""
    found = trust.lists.of_key(key)
    grant = None if found is None else trust.grants.get(found[1].id)
    return trust.key_alive(key) is not None and grant is not None and grant.alive(on)


def details_due(trust: Trusted, key: KeyId) -> date | None:
    """Give the last day on which a key reviews without its person's details; None where they are there."""
    found = trust.lists.of_key(key)
    grant = None if found is None else trust.grants.get(found[1].id)
    if grant is None or not lacks_details(trust.people[grant.person]):
        return None
    return grant.starts + DETAILS_WITHIN


def may_review(trust: Trusted, key: KeyId, on: date) -> bool:
    """Tell whether a key that a code let in signs reviews on a day."""
    due = details_due(trust, key)
    return reviewing(trust, key, on) and (due is None or on <= due)


def without_reviewing(trust: _T, grant: Grant) -> _T:
    """End somebody's PIN once they get another role than the reviewer's."""
    if grant.role is Role.REVIEWER:
        return trust
    return replace(trust, keys=_retired(trust.keys, _reviewing(trust, grant.person)))


def passphrase_needed(trust: Trusted, person: PersonId, on: date) -> bool:
    """Tell whether somebody has, or will have, a role that no PIN is enough for."""
    theirs = (one for one in trust.grants.values() if one.person == person)
    return any(one.role is not Role.REVIEWER and (one.ends is None or one.ends >= on) for one in theirs)


def _may_stand(trust: Trusted, place: Place, on: date) -> bool:
    known = trust.people.get(place.person)
    other = known is not None and known.name != place.name
    return not other and place.id not in trust.grants and not passphrase_needed(trust, place.person, on)


def _is_theirs(trust: Trusted, body: Body, key: Key, place: Place) -> bool:
    """Hold a new key to its row, its place, a computer of the school, and no weightier role."""
    seats = {one.seat for one in trust.keys.values() if one.kind is KeyKind.SEAT and not one.retired}
    own = key.kind is KeyKind.REVIEWER and not key.retired and key.id not in trust.keys
    same = (key.id, key.person, key.seat) == (body.key, place.person, body.seat) and body.person == key.person
    needed = passphrase_needed(trust, place.person, trust.day_of(body.utc))
    return own and same and body.seat is not None and body.seat in seats and not needed


def _known_as(trust: Trusted, place: Place) -> Person:
    return trust.people.get(place.person) or Person(place.person, place.name)


def _reviewing(trust: Trusted, person: PersonId) -> set[KeyId]:
    return {id_ for id_, one in trust.keys.items() if one.person == person and one.kind is KeyKind.REVIEWER}


def _retired(keys: Mapping[KeyId, Key], gone: Iterable[KeyId]) -> dict[KeyId, Key]:
    ended = set(gone)
    return {id_: replace(one, retired=True) if id_ in ended else one for id_, one in keys.items()}
